"""The command line: ``beatbook extract``, ``report`` and ``score``.

Exit codes: 0 all read; 1 some inputs failed, the rest is done; 2 wrong usage; 130 stopped by Ctrl-C.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import beatbook
from beatbook import exports
from beatbook.errors import BeatbookError, InputError, UsageError
from beatbook.extract import extract
from beatbook.reading import read
from beatbook.records import SCORED, Record, Release
from beatbook.terminal import clean, overview

_INPUT = "a file (.txt, .md, .jsonl), a folder, a glob, or - for standard input"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    Args:
        argv: the arguments after the program's name; those of this process where None.
    """
    try:
        arguments = _parser().parse_args(argv)
        if reconfigure := getattr(sys.stdout, "reconfigure", None):
            reconfigure(errors="replace")  # a terminal that has no "£" still gets the rest
        code = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse has told what is wrong, or shown help
        return stop.code if isinstance(stop.code, int) else 2
    except UsageError as error:
        return _tell(error, 2)
    except BeatbookError as error:
        return _tell(error, 1)
    except BrokenPipeError:
        # Whoever reads our output has enough (`| head`). Point it elsewhere, so that the flush at exit is quiet too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # a disk that is full
        return _tell(error, 1)
    except KeyboardInterrupt:
        return _tell("stopped; what was not complete was not written", 130)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="beatbook", description="Reads police press releases and turns them into tidy, checkable data.",
        epilog="Exit codes: 0 all read, 1 some inputs failed (the rest is done), 2 wrong usage.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    one = commands.add_parser(
        "extract", help="one record a release: a summary, or files with --to",
        description="Extract every fact of each release. Without --to, a readable summary; with it, records.jsonl, one "
        "CSV a table and datapackage.json.",
    )
    one.add_argument("inputs", nargs="+", metavar="INPUT", help=_INPUT)
    one.add_argument("--to", metavar="DIR", type=Path, help="write the records into this folder")
    one.add_argument("--country", metavar="CODE", help="country of every release (GB, US), over what it says itself")
    one.add_argument("--published", metavar="DATE", help="date of publication of every release (2022-11-30), likewise")
    one.add_argument("--publisher", metavar="NAME", help="force or agency that issued every release, likewise")
    one.set_defaults(run=_extract)

    two = commands.add_parser(
        "report", help="run a notebook on releases and render a report to share",
        description="Run a notebook on releases and render it as one HTML file. Prints the path of each report.",
    )
    two.add_argument("inputs", nargs="+", metavar="INPUT", help=_INPUT)
    two.add_argument("--notebook", metavar="NAME", default="operation", help="file name without the number (operation)")
    two.add_argument("-p", "--parameter", metavar="NAME=VALUE", action="append", default=[], dest="parameters",
                     help="a parameter of the notebook; may be given several times")
    two.add_argument("--title", help="title of the report")
    two.add_argument("--to", metavar="DIR", type=Path, default=Path("reports"), help="folder of reports (reports)")
    two.add_argument("--notebooks", metavar="DIR", type=Path,
                     help="folder of the notebooks (notebooks here, or in the project installed from)")
    two.set_defaults(run=_report)

    three = commands.add_parser(
        "score", help="precision, recall and F1 against gold records, and the errors",
        description="Hold extracted facts against gold ones: precision, recall and F1 a family with 95 % intervals "
        "over documents, a country, and the errors. With --against, what was won and lost since an earlier run.",
    )
    three.add_argument("gold", metavar="GOLD", type=Path, help="folder of *.json, or a .jsonl file: id, text, facts")
    three.add_argument("predicted", metavar="PREDICTED", type=Path, nargs="?",
                       help="records.jsonl or its folder; without it the texts of GOLD are extracted now")
    three.add_argument("--against", metavar="BEFORE", type=Path, help="records of an earlier run to compare with")
    three.add_argument("--family", metavar="NAME", action="append", choices=SCORED, dest="families",
                       help=f"score this family only; may be given several times ({', '.join(SCORED)})")
    three.add_argument("--errors", metavar="N", type=int, default=0,
                       help="show the first N errors in context; with --against the first N facts won and lost")
    three.add_argument("--json", action="store_true", help="print the figures as JSON")
    three.add_argument("--keep", metavar="FILE", type=Path, help="write the scored facts, for a later --against")
    three.set_defaults(run=_score)

    four = commands.add_parser(
        "prove", help="check records that any system made against their texts",
        description="Hold each fact of RECORDS against its text: proved, refused (and which slot), or not provable. "
        "Says what was not proved; with --to, writes the proved facts.",
    )
    four.add_argument("texts", nargs="+", metavar="TEXTS", help=_INPUT)
    four.add_argument("records", metavar="RECORDS", type=Path, help="records.jsonl or its folder: id, facts by family")
    four.add_argument("--to", metavar="FILE", type=Path, help="write the proved facts as JSON Lines")
    four.add_argument("--all", action="store_true", help="say the proved facts too")
    four.set_defaults(run=_prove)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when asked: that takes longer than the rest of the start."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        print(f"beatbook {metadata.version('beatbook')}")
        parser.exit()


def _extract(arguments: argparse.Namespace) -> int:
    failures: list[InputError] = []
    done = 0

    def fail(error: InputError) -> None:
        failures.append(error)
        _tell(error)

    releases = read(
        arguments.inputs, country=arguments.country, published=arguments.published, publisher=arguments.publisher,
        on_error=fail,
    )

    def records() -> Iterator[Record]:
        nonlocal done
        for release in releases:
            record = _record(release)
            if isinstance(record, InputError):
                fail(record)
                continue
            done += 1
            yield record

    if arguments.to:
        exports.write(_shown(records()), failures, arguments.to)
        print(f"written to {clean(str(arguments.to))}", file=sys.stderr)
    else:
        width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
        for number, record in enumerate(records()):
            print(("\n" if number else "") + overview(record, max(width, 60)))
        sys.stdout.flush()
    print(f"{done:,} read, {len(failures):,} failed", file=sys.stderr)
    return 1 if failures else 0


def _record(release: Release) -> Record | InputError:
    try:
        return extract(release)
    except Exception as error:  # noqa: BLE001  (a fault of ours in one release must not cost the others of an archive)
        name = release.source or release.id or "release"
        return InputError(name, f"could not be extracted, a fault of beatbook's own ({type(error).__name__}: {error})")


def _shown(records: Iterable[Record]) -> Iterable[Record]:
    """The records, with a progress bar where a person looks on."""
    if not sys.stderr.isatty():
        return records
    from tqdm import tqdm

    return tqdm(records, unit=" releases", leave=False, file=sys.stderr)


def _report(arguments: argparse.Namespace) -> int:
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
        _tell(error)

    made = reports.report(arguments.inputs, arguments.notebook, parameters, arguments.to, notebooks, on_error=fail)
    for path in made:
        print(path)
    return 1 if failures else 0


def _score(arguments: argparse.Namespace) -> int:
    from beatbook.scoring import command  # numpy and the benchmark's rules, which no other command needs

    return command.run(arguments, print, _tell)


def _prove(arguments: argparse.Namespace) -> int:
    from beatbook import proving

    return proving.run(arguments, lambda line: print(clean(line)), _tell)


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


def _tell(message: object, code: int = 0) -> int:
    print(f"beatbook: {clean(str(message))}", file=sys.stderr)
    return code
