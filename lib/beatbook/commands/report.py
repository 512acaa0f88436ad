"""``beatbook report``: a notebook run on releases and rendered as reports."""

import argparse
from pathlib import Path

import beatbook
from beatbook.commands.telling import INPUT, tell
from beatbook.errors import BeatbookError, UsageError

DESCRIPTION = (
    "Run a notebook on releases and render it as one HTML file. Prints the path of each report."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the command takes."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    parser.add_argument("--notebook", metavar="NAME", default="operation",
                        help="file name without the number (operation)")
    parser.add_argument("-p", "--parameter", metavar="NAME=VALUE", action="append", default=[], dest="parameters",
                     help="a parameter of the notebook; may be given several times")
    parser.add_argument("--title", help="title of the report")
    parser.add_argument("--to", metavar="DIR", type=Path, default=Path("reports"), help="folder of reports (reports)")
    parser.add_argument("--notebooks", metavar="DIR", type=Path,
                     help="folder of the notebooks (notebooks here, or in the project installed from)")


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
    notebooks = _notebooks(arguments.notebooks)

    from beatbook import reports  # Jupyter takes a second to import

    failures: list[BeatbookError] = []

    def fail(error: BeatbookError) -> None:
        failures.append(error)
        tell(error)

    made = reports.report(arguments.inputs, arguments.notebook, parameters, arguments.to, notebooks, on_error=fail)
    for path in made:
        print(path)
    return 1 if failures else 0


def _notebooks(given: Path | None) -> Path:
    """The folder of the notebooks: the one given, ``notebooks`` here, or that of the project installed from."""
    if given:
        if not given.is_dir():
            raise UsageError(f"--notebooks {given}: no such folder")
        return given
    for folder in (Path("notebooks"), Path(beatbook.__file__).resolve().parents[2] / "notebooks"):
        if any(folder.glob("*.ipynb")):
            return folder
    raise UsageError("no folder 'notebooks' here; run it in the project's folder, or name the folder with --notebooks")
