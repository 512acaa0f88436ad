"""``beatbook extract``: one record a release, as a summary or into a store and the files that follow from it."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from beatbook.commands import inputs
from beatbook.commands.telling import INPUT, tell, tell_others
from beatbook.errors import Fail, InputError, UsageError
from beatbook.exports import WRITTEN
from beatbook.reading import read
from beatbook.reading.likely import Sieve
from beatbook.reading.sources import holding
from beatbook.reading.watching import Watch
from beatbook.records import Record, Release
from beatbook.scale.one import extract, record
from beatbook.scale.progress import shown
from beatbook.terminal import clean, overview

if TYPE_CHECKING:
    from beatbook.review.book import Book
    from beatbook.store import Run

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
    parser.add_argument("--jobs", metavar="N", type=_jobs, default=1,
                        help="extract by so many processes at once; 0 is one a processor (1)")
    parser.add_argument("--cluster", metavar="ADDRESS",
                        help="extract by a Dask cluster: its scheduler's address, or local:N for N processes here")
    parser.add_argument("--parts", metavar="PLACE", help="where a cluster writes its Parquet files: a path or address "
                        "that all its machines reach (parts in the folder of --to)")
    parser.add_argument("--filter", action="store_true",
                        help="of a crawl, read only pages that are likely police releases, and pass over all others")
    inputs.arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Extracts the inputs; 1 where one of them failed, else 0."""
    failed: list[InputError] = []

    def fail(error: InputError) -> None:
        if not _own(error.source, arguments):
            failed.append(error)
            tell(error)

    given = {name: getattr(arguments, name) for name in ("country", "published", "publisher")}
    watch, sieve = Watch(), Sieve() if arguments.filter else None
    releases = read(arguments.inputs, **given, **inputs.given(arguments), on_error=fail, watch=watch, sieve=sieve)
    book = _book(arguments.corrections, fail)
    if arguments.cluster and (not arguments.to or arguments.jobs > 1):
        raise UsageError("--cluster needs --to DIR, and is given instead of --jobs")
    if arguments.parts and not arguments.cluster:
        raise UsageError("--parts says where a cluster writes, so --cluster is needed as well")
    releases = (one for one in releases if not _own(one.source, arguments))
    if arguments.to:
        code = _keep(shown(releases, watch), failed, fail, book, arguments, sieve)
        _tell_passed_over(sieve, [file for file in watch.others if not _own(file, arguments)])
        return code
    with closing(extracted(releases, lambda _, error: fail(error), arguments.max_seconds, arguments.jobs)) as records:
        done = _show(map(book.corrected, records) if book else records)
    _tell(book)
    print(f"{done:,} read, {len(failed):,} failed", file=sys.stderr)
    _tell_passed_over(sieve, [file for file in watch.others if not _own(file, arguments)])
    return 1 if failed else 0


def extracted(
    releases: Iterable[Release], lost: Callable[[Release, InputError], None], seconds: float | None = None,
    jobs: int = 1,
) -> Generator[Record, None, None]:
    """The records of releases, in their order; ``lost`` is called for a release that a fault of ours stopped, or that
    took longer than ``seconds`` (those of ``Limits`` where None). By ``jobs`` processes, where it is not 1."""
    if jobs > 1:
        from beatbook.scale import processes  # a run by one process does without

        yield from processes.extracted(releases, lost, seconds, jobs)
        return
    for release in releases:
        result = record(release, seconds, extract)
        if isinstance(result, InputError):
            lost(release, result)
        else:
            yield result


def _keep(
    releases: Iterable[Release], failed: list[InputError], fail: Fail,
    corrections: "Book | None", arguments: argparse.Namespace, sieve: Sieve | None,
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

            waiting: Iterable[Release] = releases
            if arguments.cluster:
                _by_cluster(run, lost, fail, corrections, arguments, sieve)
                waiting = run.again()
            while waiting:
                wanted = (release for release in waiting if run.wants(release))
                with closing(extracted(wanted, lost, arguments.max_seconds, arguments.jobs)) as records:
                    for one in records:
                        run.add(corrections.corrected(one) if corrections else one)
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


def _by_cluster(
    run: "Run", lost: Callable[[Release, InputError], None], fail: Fail,
    corrections: "Book | None", arguments: argparse.Namespace, sieve: Sieve | None,
) -> None:
    """What a cluster makes of the inputs goes into the store, in their order."""
    from beatbook.scale import cluster
    from beatbook.scale.partitions import Options
    from beatbook.scale.parts import Folder

    reading = inputs.given(arguments)
    held = holding(arguments.country, arguments.published, arguments.publisher, reading["columns"])
    options = Options(held, reading["columns"], reading["limits"], reading["any_language"], arguments.filter)
    folder = Folder(arguments.parts or str((arguments.to / "parts").absolute()))
    entries = cluster.extracted(arguments.cluster, arguments.inputs, options, folder, fail,
                                lambda file: _own(file, arguments), sieve)
    with closing(entries):
        for entry in entries:
            if entry.release and not entry.refused and run.wants(entry.release):
                if entry.record:
                    run.add(corrections.corrected(entry.record) if corrections else entry.record)
                elif entry.error:
                    lost(entry.release, entry.error)
            elif entry.error and (entry.refused or not entry.release):
                fail(entry.error)


def _book(places: list[str], fail: Fail) -> "Book | None":
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


def _tell_passed_over(sieve: Sieve | None, others: list[str]) -> None:
    """Says how many pages the filter passed over, and which files of folders are of a kind that is not read."""
    if sieve:
        print(f"{sieve.passed_over:,} passed over by --filter", file=sys.stderr)
    tell_others(others)


def _show(records: Iterable[Record]) -> int:
    """Prints a summary of each; returns how many there were."""
    width = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
    number = 0
    for number, one in enumerate(records, 1):
        print(("\n" if number > 1 else "") + overview(one, max(width, 60)))
    sys.stdout.flush()
    return number


def _own(source: str | None, arguments: argparse.Namespace) -> bool:
    """Whether a source is an export of an earlier run, in a folder that is read as well: no release is in it."""
    if not source or not any(name in source for name in WRITTEN):  # nothing to ask the store, and SQLite with it
        return False
    from beatbook.store.inputs import beside_store, is_export

    here = bool(arguments.to) and is_export(source, arguments.to, arguments.inputs)
    return here or beside_store(source, arguments.inputs)


def _jobs(value: str) -> int:
    """How many processes are meant."""
    jobs = int(value) if value.isascii() and value.isdigit() and len(value) < 5 else -1
    if jobs < 0:
        raise argparse.ArgumentTypeError(f"{value!r} is not accepted; a number is, 0 for one a processor")
    return jobs or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1))
