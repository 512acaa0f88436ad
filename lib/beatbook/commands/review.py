"""``beatbook review``: opens the review notebook on releases, or writes gold of what was reviewed."""

import argparse
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from beatbook.commands.telling import INPUT, tell
from beatbook.errors import UsageError

DESCRIPTION = (
    "Open the review notebook in JupyterLab on these releases, what is most likely wrong first. Decisions are lines of "
    "the file of corrections. With --gold, write what was reviewed in the benchmark's format instead; with --list, say "
    "what is left."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the command takes."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    parser.add_argument("--corrections", metavar="FILE", default="corrections.csv",
                        help="the file of decisions; made with the first of them (corrections.csv)")
    parser.add_argument("--others", metavar="FILE", default="",
                        help="file, folder or glob of other reviewers' corrections: applied, and never written to")
    parser.add_argument("--who", metavar="NAME", default="", help="who reviews (the name of your account)")
    parser.add_argument("--gold", metavar="FILE", type=Path,
                        help="write the complete releases as gold for `beatbook score`, and open nothing")
    parser.add_argument("--list", action="store_true", help="say what is left in each release, and open nothing")
    parser.add_argument("--notebooks", metavar="DIR", type=Path,
                        help="folder of the notebooks (notebooks here or above, or those installed)")


def run(arguments: argparse.Namespace) -> int:
    """Opens JupyterLab and waits for its end, or says and writes what was asked; 1 where an input failed.

    Raises:
        UsageError: a review of standard input, or no review notebook.
        InputError: nothing can be read.
    """
    if "-" in arguments.inputs:
        raise UsageError("a review cannot read standard input, since it is opened later: name a file")
    if arguments.gold or arguments.list:
        return _without_browser(arguments)
    from beatbook.running import find, folder

    notebook = find("review", folder(arguments.notebooks))
    with tempfile.TemporaryDirectory(prefix="beatbook-review-") as made:
        path = Path(made) / "review.ipynb"
        path.write_text(filled(notebook, arguments), encoding="utf-8")
        tell("JupyterLab opens: choose Run ▸ Run All Cells, then press ? in the review. Ctrl-C here ends it.")
        command = [sys.executable, "-m", "jupyterlab", str(path), f"--ServerApp.root_dir={made}"]
        lab = subprocess.Popen(command)  # noqa: S603  (our own Python, no shell)
        signal.signal(signal.SIGTERM, lambda *_: lab.terminate())  # so that neither is left behind
        while True:
            try:
                return lab.wait()
            except KeyboardInterrupt:  # it reaches JupyterLab by itself, which asks
                continue


def filled(notebook: Path, arguments: argparse.Namespace) -> str:
    """The text of the review notebook with these inputs as its parameters; paths are absolute: it runs elsewhere."""
    import nbformat
    from papermill.iorw import load_notebook_node
    from papermill.parameterize import parameterize_notebook

    def absolute(path: str) -> str:
        return str(Path(path).absolute()) if path else ""

    values: dict[str, Any] = {
        "source": [absolute(one) for one in arguments.inputs], "corrections": absolute(arguments.corrections),
        "others": absolute(arguments.others), "who": arguments.who,
    }
    if len(values["source"]) == 1:
        values["source"] = values["source"][0]
    return str(nbformat.writes(parameterize_notebook(load_notebook_node(str(notebook)), values)))


def _without_browser(arguments: argparse.Namespace) -> int:
    from beatbook.review.session import open_review

    review = open_review(arguments.inputs, arguments.corrections, arguments.others, arguments.who)
    for error in [*review.failures, *review.broken]:
        tell(error)
    if arguments.list:
        from beatbook.terminal import clean

        for id in review.order:
            expected = review.expected[id]
            left = (f"{expected.checks} failed checks, {expected.figures} unclaimed figures, {expected.facts} facts"
                    if review.left(id) else "nothing left")
            print(f"{clean(id)}: {'complete' if review.is_done(id) else left}")
    if arguments.gold:
        count = review.write_gold(arguments.gold)
        tell(f"{count} of {len(review)} releases are complete, and written to {arguments.gold}")
    return 1 if review.failures or review.broken else 0
