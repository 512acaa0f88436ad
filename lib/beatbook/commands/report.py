"""``beatbook report``: a notebook run on releases and rendered as reports."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from beatbook.commands.telling import INPUT, noting, tell_others
from beatbook.errors import BeatbookError, UsageError
from beatbook.exports import STORE
from beatbook.reading.sources import found

DESCRIPTION = (
    "Run a notebook on releases and render it as one HTML file. Prints the path of each report; the page index.html "
    "beside them lists all."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the command takes."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    parser.add_argument("--notebook", metavar="NAME", default="operation",
                        help="file name without the number (operation)")
    parser.add_argument("-p", "--parameter", metavar="NAME=VALUE", action="append", default=[], dest="parameters",
                     help="a parameter of the notebook; may be given several times")
    parser.add_argument("--each", action="store_true",
                        help="one report a release, and one on all of them together (the notebook corpus)")
    parser.add_argument("--redact", action="store_true",
                        help="mask names, homes, plates and numbers of private persons (as -p redact=true), and "
                             "publish no file in which one of them is left")
    parser.add_argument("--pdf", action="store_true", help="lay each report beside as a tagged PDF")
    parser.add_argument("--data", action="store_true",
                        help="lay the figures' data (CSV) and the record (JSON) into a folder beside each report")
    parser.add_argument("--keep-notebook", action="store_true", help="keep the executed notebook beside each report")
    parser.add_argument("--jobs", metavar="N", type=int, default=0,
                        help="reports made at once (as many as there are processors)")
    parser.add_argument("--title", help="title of the report")
    parser.add_argument("--to", metavar="DIR", type=Path, default=Path("reports"), help="folder of reports (reports)")
    parser.add_argument("--notebooks", metavar="DIR", type=Path,
                     help="folder of the notebooks (notebooks here or above, or those installed)")


def run(arguments: argparse.Namespace) -> int:
    """Prints the path of each report; 1 where one failed, else 0."""
    parameters = {}
    for given in arguments.parameters:
        name, equals, value = given.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"-p {given}: NAME=VALUE is accepted")
        parameters[name.strip()] = value
    if arguments.title is not None:
        parameters["title"] = arguments.title
    if arguments.redact:
        parameters["redact"] = "true"
    if arguments.jobs < 0:
        raise UsageError(f"--jobs {arguments.jobs}: 0 (as many as processors) or more is accepted")
    from beatbook import reports, running  # Jupyter takes a second to import
    from beatbook.indexing import NAME

    notebooks = running.folder(arguments.notebooks)

    failures: list[BeatbookError] = []
    fail = noting(failures)

    options = reports.Options(arguments.pdf, arguments.data, arguments.keep_notebook, arguments.jobs)
    made = reports.report(
        arguments.inputs, arguments.notebook, parameters, arguments.to, notebooks, each=arguments.each,
        options=options, on_error=fail, progress=_progress)
    for path in made:
        print(path)
    if len(made) > 1:  # on stderr: what goes on from here takes the paths of the reports
        print(f"listed in {arguments.to / NAME}", file=sys.stderr)
    tell_others(_others(arguments.inputs))
    return 1 if failures else 0


def _others(inputs: list[str]) -> list[str]:
    """The files of folders that no report is made of; those of a store are its own."""
    others: list[str] = []
    found([name for name in inputs if not (Path(name) / STORE).exists()], lambda error: None, others)
    return [file for file in others if not file.endswith(".json")]  # gold records, which notebooks read themselves


def _progress(results: Iterable[Any], total: int) -> Iterable[Any]:
    """The results, with a bar where there are several and a person looks on."""
    if total < 2 or not sys.stderr.isatty():
        return results
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # its thread would stand in the way of forking
    return tqdm(results, total=total, unit="report", leave=False, file=sys.stderr)
