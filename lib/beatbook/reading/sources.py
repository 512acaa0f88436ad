"""Inputs → releases: finds the files that an input names, gives each release its id, and completes what it says.

An input is a file, a folder (read with all folders in it, in order of path), a glob or ``-`` (standard input).
In a folder or by a glob only files of a known kind are read; hidden ones and a README or LICENSE are passed over.
A file named outright has to be of a known kind. What each kind is, ``formats`` says.

A text that is longer than it may be, or not in English, is no release but a failure.
"""

import dataclasses
import glob
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any

from beatbook.errors import Fail, InputError, UsageError
from beatbook.reading.archive import unread, wanted
from beatbook.reading.formats import ACCEPTED, kind, parse, sniff, stem
from beatbook.reading.jsonl import COLUMNS
from beatbook.reading.languages import foreign
from beatbook.reading.likely import Sieve
from beatbook.reading.limits import Job, Limits
from beatbook.reading.metadata import country_code, fill, iso_date
from beatbook.reading.watching import Watch
from beatbook.records import Release

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\\ud800-\udfff]")


def read(
    source: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], *, country: str | None = None,
    published: str | None = None, publisher: str | None = None, on_error: Fail | None = None,
    columns: Mapping[str, str] | None = None, limits: Limits | None = None, any_language: bool = False,
    watch: Watch | None = None, sieve: Sieve | None = None,
) -> Iterator[Release]:
    """The releases of an input, or of several, one after another.

    The id of a row is its own, of a file its stem; files of the same stem get the folder before it, and an id that
    was used already in this run a number after it, so that ids are unique. A file given twice is read once.

    Args:
        source: file, folder, glob or ``-``, or a list of them.
        country, published, publisher: hold for every release, over what the input says itself. What neither says is
            read from the text where it tells it clearly (see ``beatbook.reading.metadata``).
        on_error: called with each input that cannot be read; reading goes on. Without it the error is raised.

        columns: for .csv, .tsv and .jsonl: which of their columns holds what, {"text": "body"}; by default the names
            are those of ``reading.jsonl.COLUMNS``.
        limits: how much of an input is read, and for how long.
        any_language: whether texts that are not in English are given as well.
        watch: is told how far the reading is.
        sieve: lets through what is likely a police release; all where None.

    Raises:
        UsageError: a country, date or column that is not accepted; at the call.
        InputError: an input that cannot be read, where ``on_error`` is not given; while reading.
    """
    stated = holding(country, published, publisher, columns)
    sources = [source] if isinstance(source, str | os.PathLike) else list(source)
    job = Job(on_error or _raise, limits or Limits(), dict(columns or {}), sieve=sieve)
    return _releases(sources, stated, job, any_language, watch or Watch())


def holding(
    country: str | None, published: str | None, publisher: str | None, columns: Mapping[str, str] | None = None
) -> dict[str, str]:
    """What holds for every release, as fields of it. Raises UsageError for what is not accepted."""
    try:
        given = {
            "country": country and country_code(country), "published": published and iso_date(published),
            "publisher": publisher,
        }
    except ValueError as error:
        raise UsageError(str(error)) from error
    for name in columns or ():
        if name not in COLUMNS:
            raise UsageError(f"column {name!r} is none of a release's; {', '.join(COLUMNS)} are")
    return {name: value for name, value in given.items() if value}


def _raise(error: InputError) -> None:
    raise error


def _releases(
    sources: list[str | os.PathLike[str]], given: dict[str, Any], job: Job, any_language: bool, watch: Watch
) -> Iterator[Release]:
    files = found(sources, job.fail, watch.others)
    watch.begin(files)
    used: Counter[str] = Counter()
    for file, id in zip(files, ids(files), strict=True):
        for release in _open(file, id, job, watch):
            if job.sieve and not job.sieve.takes(release.text):
                continue
            release = dataclasses.replace(release, id=unique(release.id or id, used), **given)
            if reason := refused(release.text, job.limits, any_language):
                job.fail(InputError(release.source or file, reason))
            else:
                yield fill(release)


def found(
    sources: Iterable[str | os.PathLike[str]], fail: Fail, others: list[str] | None = None
) -> list[str]:
    """The files that sources name, in order, each once; ``-`` stays.

    ``others`` gets those of folders and globs whose kind is not read.
    """
    named: dict[str, str] = {}
    for file in _files(sources, fail, [] if others is None else others):
        named.setdefault(file if file == "-" else os.path.abspath(file), file)  # noqa: PTH100  (links stay apart)
    return list(named.values())


def refused(text: str, limits: Limits, any_language: bool) -> str | None:
    """Why a text is not taken for a release; None where it is."""
    if len(text) > limits.length:
        return f"has a text longer than {limits.length:,} characters; split it into its releases, or raise --max-length"
    language = None if any_language else foreign(text)
    return f"is in {language}; texts in English are read (--any-language reads it all the same)" if language else None


def unique(id: str, used: Counter[str]) -> str:
    """``id``, with the next free number after it where this run has it already."""
    wanted = id
    while used[id]:
        used[wanted] += 1
        id = f"{wanted}-{used[wanted]}"
    used[id] += 1
    return id


def ids(files: list[str]) -> list[str]:
    """An id a file: its stem, with as many folders before it as tell files of the same stem apart."""
    parts = [Path("stdin") if file == "-" else Path(file).with_name(stem(Path(file).name)) for file in files]
    ids = [path.name for path in parts]
    for depth in range(2, 5):
        times = Counter(ids)
        if len(times) == len(ids):
            break
        ids = [
            "-".join(part for part in path.parts[-depth:] if part not in ("/", ".", "..")) if times[id] > 1 else id
            for path, id in zip(parts, ids, strict=True)
        ]
    return [_UNSAFE.sub("_", id) or "release" for id in ids]


def _files(sources: Iterable[str | os.PathLike[str]], fail: Fail, others: list[str]) -> Iterator[str]:
    """The files that the sources name, in order; ``-`` stays."""
    for name in sources:
        source = os.fspath(name)
        try:
            yield from _named(source, others)
        except InputError as error:
            fail(error)
        except (OSError, ValueError) as error:  # no right to look, a name too long, a NUL in it
            fail(InputError(_short(source), f"cannot be opened ({getattr(error, 'strerror', None) or error})"))


def _named(source: str, others: list[str]) -> list[str]:
    if source == "-":
        return [source]
    if os.path.isdir(source):  # noqa: PTH112  (keeps the name as it was given)
        return _some(_readable(_walk(source), others), source, "the folder holds")
    if os.path.lexists(source):
        return [source]
    if glob.has_magic(source):
        matches = sorted(glob.glob(source, recursive=True))  # noqa: PTH207
        if not matches:
            raise InputError(_short(source), "no file matches")
        found = [file for match in matches for file in (_walk(match) if Path(match).is_dir() else [match])]
        return _some(_readable(found, others), source, "matches")
    raise InputError(_short(source), "no such file or folder")


def _some(files: list[str], source: str, what: str) -> list[str]:
    if not files:
        raise InputError(source, f"{what} no file that can be read; {ACCEPTED} are accepted")
    return files


def _walk(folder: str) -> list[str]:
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [os.path.join(place, name) for name in names]  # noqa: PTH118
    return sorted(found)


def _readable(files: list[str], others: list[str]) -> list[str]:
    """Those that are read where nobody named them outright; ``others`` gets those whose kind is not read."""
    others += [file for file in files if unread(Path(file).name)]
    return [file for file in files if wanted(Path(file).name)]


def _open(file: str, id: str, job: Job, watch: Watch) -> Iterator[Release]:
    """The releases of one file."""
    if file == "-":
        yield from _standard_input(id, job)
        return
    path = Path(file)
    read_as = kind(path.name)
    if not read_as:
        job.fail(InputError(file, f"this kind of file is not read; {ACCEPTED} are accepted"))
        return
    try:
        if not path.is_file():
            job.fail(InputError(file, "is no regular file" if path.exists() else "the link leads nowhere"))
            return
        with path.open("rb") as stream, watch.reading(stream):
            yield from parse(read_as, stream, file, id, job)
    except OSError as error:
        job.fail(InputError(file, f"cannot be read ({error.strerror or error})"))


def _standard_input(id: str, job: Job) -> Iterator[Release]:
    """Standard input: its kind is that of its first bytes, plain text where they tell nothing else."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:  # replaced by a stream of text, as tests and notebooks do
        stream = BytesIO((sys.stdin.read() if sys.stdin else "").encode("utf-8", "surrogatepass"))
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(stream)
    yield from parse(sniff(buffered.peek(512)), buffered, "standard input", id, job)


def _short(source: str) -> str:
    """A name for a message; a text that was given in place of a name is cut."""
    return source if len(source) <= 200 else f"{source[:80]}…"
