"""``beatbook extract``: one record a release, as a summary or into a store and the files that follow from it."""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from beatbook.commands import inputs
from beatbook.commands.telling import INPUT, tell
from beatbook.errors import InputError
from beatbook.reading import read
from beatbook.reading.limits import Limits, OverBudget, within
from beatbook.records import Record, Release
from beatbook.terminal import clean, overview

if TYPE_CHECKING:
    from beatbook.review.book import Book

DESCRIPTION = (
    "Extract every fact of each release. Without --to, a readable summary; with it, a store (beatbook.sqlite) that "
    "only does what is new or changed, and from it records.jsonl, one CSV a table and datapackage.json."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the command takes."""
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help=INPUT)
    parser.add_argument("--to", metavar="DIR", type=Path, help="keep the records in this folder")
    parser.add_argument("--country", metavar="CODE", help="country of every release (GB, US), over what it says itself")
    parser.add_argument("--published", metavar="DATE",
                        help="date of publication of every release (2022-11-30), likewise")
    parser.add_argument("--publisher", metavar="NAME", help="force or agency that issued every release, likewise")
    parser.add_argument("--corrections", metavar="FILE", action="append", default=[],
                        help="apply corrections by hand (a file, folder or glob; may be given several times)")
    inputs.arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Extracts the inputs; 1 where one of them failed, else 0."""
    failed: list[InputError] = []

    def fail(error: InputError) -> None:
        if not _own(error.source, arguments):
            failed.append(error)
            tell(error)

    given = {name: getattr(arguments, name) for name in ("country", "published", "publisher")}
    releases = read(arguments.inputs, **given, **inputs.given(arguments), on_error=fail)
    book = _book(arguments.corrections, fail)
    if arguments.to:
        return _keep((one for one in releases if not _own(one.source, arguments)), failed, fail, book, arguments)
    records = extracted(releases, lambda _, error: fail(error), arguments.max_seconds)
    done = _show(map(book.corrected, records) if book else records)
    _tell(book)
    print(f"{done:,} read, {len(failed):,} failed", file=sys.stderr)
    return 1 if failed else 0


def extract(release: Release) -> Record:
    """One release extracted. The rules are loaded with the first, so that a run that finds nothing new does without."""
    from beatbook.extract import extract as whole

    return whole(release)


def extracted(
    releases: Iterable[Release], lost: Callable[[Release, InputError], None], seconds: float | None = None
) -> Iterator[Record]:
    """The records of releases, in their order; ``lost`` is called for a release that a fault of ours stopped, or that
    took longer than ``seconds`` (those of ``Limits`` where None)."""
    for release in releases:
        record = _record(release, seconds or Limits().seconds)
        if isinstance(record, InputError):
            lost(release, record)
        else:
            yield record


def _keep(
    releases: Iterable[Release], failed: list[InputError], fail: Callable[[InputError], None],
    corrections: "Book | None", arguments: argparse.Namespace,
) -> int:
    """What is new or changed goes into the store, in batches; then the exports are made from it."""
    from beatbook import store  # SQLite is not loaded for a summary

    told = {name: str(value) for name in ("country", "published", "publisher")
            if (value := getattr(arguments, name)) is not None}
    with store.open(arguments.to / store.FILE, readonly=False) as book:
        with book.run(arguments.inputs, told, corrections.version if corrections else _none) as run:

            def lost(release: Release, error: InputError) -> None:
                run.lost(release)
                fail(error)

            waiting = _shown(releases)
            while waiting:
                for record in extracted(
                    (release for release in waiting if run.wants(release)), lost, arguments.max_seconds
                ):
                    run.add(corrections.corrected(record) if corrections else record)
                waiting = run.again()
            for error in failed:
                run.failed(error)
            run.complete()
        book.export()
    _tell(corrections)
    counts = run.counts
    print(f"written to {clean(str(arguments.to))}", file=sys.stderr)
    known = f" ({counts.known:,} known already)" if counts.known else ""
    print(f"{counts.known + counts.extracted:,} read{known}, {len(failed):,} failed", file=sys.stderr)
    return 1 if failed else 0


def _book(places: list[str], fail: Callable[[InputError], None]) -> "Book | None":
    """The corrections of the files that are named. Raises InputError for a file that cannot be read."""
    if not places:
        return None
    from beatbook.review.book import Book  # the rules are loaded with it

    return Book.open(places, fail)


def _none(_: Release) -> str:
    return ""


def _tell(corrections: "Book | None") -> None:
    """Says what became of the corrections."""
    for line in corrections.told() if corrections else ():
        tell(line)


def _show(records: Iterable[Record]) -> int:
    """Prints a summary of each; returns how many there were."""
    width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
    number = 0
    for number, record in enumerate(records, 1):
        print(("\n" if number > 1 else "") + overview(record, max(width, 60)))
    sys.stdout.flush()
    return number


def _record(release: Release, seconds: float) -> Record | InputError:
    try:
        with within(seconds):
            return extract(release)
    except OverBudget:
        reason = f"took longer than {seconds:g} seconds to extract and was cut off; --max-seconds sets the limit"
        return InputError(release.source or release.id or "release", reason)
    except Exception as error:  # noqa: BLE001  (a fault of ours in one release must not cost the others of an archive)
        name = release.source or release.id or "release"
        return InputError(name, f"could not be extracted, a fault of beatbook's own ({type(error).__name__}: {error})")


def _own(source: str | None, arguments: argparse.Namespace) -> bool:
    """Whether a source is an export of an earlier run, in a folder that is read and written to: no release is in it."""
    if not (arguments.to and source):
        return False
    from beatbook.store.inputs import is_export

    return is_export(source, arguments.to, arguments.inputs)


def _shown(releases: Iterable[Release]) -> Iterable[Release]:
    """The releases, with a progress bar where a person looks on."""
    if not sys.stderr.isatty():
        return releases
    from tqdm import tqdm

    return tqdm(releases, unit=" releases", leave=False, file=sys.stderr)
