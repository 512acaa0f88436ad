"""``beatbook extract``: one record a release, as a summary or as files."""

import argparse
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from beatbook import exports
from beatbook.commands.telling import INPUT, tell
from beatbook.errors import InputError
from beatbook.extract import extract
from beatbook.reading import read
from beatbook.records import Record, Release
from beatbook.terminal import clean, overview

DESCRIPTION = (
    "Extract every fact of each release. Without --to, a readable summary; with it, records.jsonl, one "
    "CSV a table and datapackage.json."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the command takes."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    parser.add_argument("--to", metavar="DIR", type=Path, help="write the records into this folder")
    parser.add_argument("--country", metavar="CODE", help="country of every release (GB, US), over what it says itself")
    parser.add_argument("--published", metavar="DATE",
                        help="date of publication of every release (2022-11-30), likewise")
    parser.add_argument("--publisher", metavar="NAME", help="force or agency that issued every release, likewise")


def run(arguments: argparse.Namespace) -> int:
    """Extracts the inputs; 1 where one of them failed, else 0."""
    failures: list[InputError] = []
    done = 0

    def fail(error: InputError) -> None:
        failures.append(error)
        tell(error)

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
