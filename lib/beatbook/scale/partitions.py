"""What a cluster is given to do: inputs cut into partitions, each read where it lies.

Large files of rows (JSON Lines, Parquet) are cut, many small files are put together; any other file is a partition of
its own. A path has to lead to the same file on every machine; an address (``s3://…``) is read by fsspec.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from beatbook.errors import Fail, InputError, UsageError
from beatbook.reading.formats import kind, parse
from beatbook.reading.likely import Sieve
from beatbook.reading.limits import Job, Limits
from beatbook.reading.metadata import fill
from beatbook.reading.sources import found, ids, refused
from beatbook.records import Release

SIZE = 500_000
"""Bytes of a partition, about: some two hundred releases, a second or two of work."""
_FILES = 64  # of a partition, at most
_PART = 1 << 20


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, or a part of one.

    Attributes:
        place: where it is read: an absolute path or an address.
        source: as it was given, for messages and records.
        id: the file's, for rows without one.
        stamp: what tells that it is still the same file.
        start, stop: the bytes of a part of a file of lines, or the groups of rows of a Parquet file; whole where 0, 0.
        first: how many rows are before it.
    """

    place: str
    source: str
    id: str
    stamp: str
    start: int = 0
    stop: int = 0
    first: int = 0


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for all releases, and how they are read; see ``reading.read``."""

    given: Mapping[str, Any] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    any_language: bool = False
    filtered: bool = False


@dataclass(frozen=True, slots=True)
class Partition:
    """Pieces that are one task; ``size`` is in bytes."""

    pieces: tuple[Piece, ...]
    size: int

    def key(self, options: Options, rules: str) -> str:
        """16 hex digits: the same for the same files, options and rules."""
        whole = [[asdict(piece) for piece in self.pieces], asdict(options), rules]
        return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Read:
    """A release as it was read, and why it is not to be extracted where it is not; or a failure without one."""

    release: Release | None
    error: InputError | None = None


def plan(
    sources: Iterable[str], fail: Fail, count: Callable[[list[Piece]], list[int]], skip: Callable[[str], bool]
) -> list[Partition]:
    """The partitions of some inputs, in order.

    Args:
        fail: called for each input that is not there.
        count: how many lines begin in each of some pieces; this is where large files are read through.
        skip: whether a file is to be left out.

    Raises:
        UsageError: standard input, which no other machine can read, or fsspec is missing for an address.
    """
    named: dict[str, str] = {}
    for source in sources:
        if source == "-":
            raise UsageError("-: standard input cannot be read by a cluster; give it as a file")
        for file in _addresses(source, fail) if "://" in source else found([source], fail):
            named.setdefault(_place(file), file)
    files = [file for file in named.values() if not skip(file)]
    pieces: list[tuple[Piece, int]] = []
    for file, id in zip(files, ids(files), strict=True):
        try:
            pieces += _pieces(file, id)
        except OSError as error:
            fail(InputError(file, f"cannot be read ({error.strerror or error})"))
    lines = [piece for piece, _ in pieces if piece.stop and kind(piece.source) == ".jsonl"]
    numbers = dict(zip(lines, count(lines), strict=True)) if lines else {}
    return list(_together(_numbered(pieces, numbers)))


def read(partition: Partition, options: Options, sieve: Sieve | None) -> Iterator[Read]:
    """The releases of a partition, and what of it could not be read, in order."""
    failed: list[InputError] = []
    job = Job(failed.append, options.limits, dict(options.columns), sieve=sieve)
    for piece in partition.pieces:
        for release in _releases(piece, job):
            yield from _told(failed)
            if sieve and not sieve.takes(release.text):
                continue
            release = replace(release, id=release.id or piece.id, **options.given)
            if reason := refused(release.text, options.limits, options.any_language):
                yield Read(release, InputError(release.source or piece.source, reason))
            else:
                yield Read(fill(release))
        yield from _told(failed)


def count_lines(piece: Piece) -> int:
    """How many lines begin in a part of a file."""
    number, left = int(piece.start == 0), piece.stop - max(piece.start, 1)
    with opened(piece.place) as stream:
        stream.seek(max(piece.start - 1, 0))
        while left > 0 and (data := stream.read(min(left, _PART))):
            number += data.count(b"\n")
            left -= len(data)
    return number


@contextmanager
def opened(place: str) -> Iterator[BinaryIO]:
    """A file to be read, by its path or address. Raises OSError."""
    if "://" not in place:
        with Path(place).open("rb") as stream:
            yield stream
        return
    import fsspec

    with fsspec.open(place, "rb") as stream:
        yield stream


def _told(failed: list[InputError]) -> Iterator[Read]:
    for error in failed:
        yield Read(None, error)
    failed.clear()


def _releases(piece: Piece, job: Job) -> Iterator[Release]:
    read_as = kind(piece.source)
    if not read_as:
        job.fail(InputError(piece.source, "this kind of file is not read"))
        return
    try:
        with opened(piece.place) as stream:
            if not piece.stop:
                yield from parse(read_as, stream, piece.source, piece.id, job)
            elif read_as == ".parquet":
                groups = range(piece.start, piece.stop)
                yield from parse(read_as, stream, piece.source, piece.id, job, groups=groups, first=piece.first)
            else:
                lines: Any = _Lines(stream, piece.start, piece.stop)
                yield from parse(read_as, lines, piece.source, piece.id, job, first=piece.first)
    except OSError as error:
        job.fail(InputError(piece.source, f"cannot be read ({error.strerror or error})"))


class _Lines:
    """The lines of a stream that begin between two places of it."""

    def __init__(self, stream: BinaryIO, start: int, stop: int):
        self._stream, self._at, self._stop, self._begins = stream, start, stop, True
        if start:
            self._at -= 1  # where a line ends just there, the next one begins here
            stream.seek(self._at)
            while self._line(_PART) and not self._begins:
                pass

    def readline(self, size: int) -> bytes:
        """The next line, or as much of it; nothing where the next one begins elsewhere."""
        return b"" if self._begins and self._at >= self._stop else self._line(size)

    def _line(self, size: int) -> bytes:
        line = self._stream.readline(size)
        self._at += len(line)
        self._begins = line.endswith(b"\n")
        return line


def _addresses(source: str, fail: Fail) -> list[str]:
    """The files of an address, which may be a folder or a glob."""
    try:
        import fsspec
    except ImportError as error:
        raise UsageError(f'{source}: needs fsspec, which is not installed; pip install "beatbook[big]"') from error
    try:
        system, path = fsspec.core.url_to_fs(source)
        if system.isdir(path):
            names = sorted(name for name in system.find(path) if kind(name))
        else:
            names = sorted(system.glob(path)) if any(sign in path for sign in "*?[") else [path]
    except (OSError, ValueError, ImportError) as error:
        fail(InputError(source, f"cannot be opened ({' '.join(str(error).split())})"))
        return []
    if not names:
        fail(InputError(source, "no file matches"))
    return [system.unstrip_protocol(name) for name in names]


def _pieces(file: str, id: str) -> list[tuple[Piece, int]]:
    """The pieces of a file with their sizes."""
    place = _place(file)
    size, stamp = _look(place)
    whole = Piece(place, file, id, stamp)
    read_as = kind(file)
    if size <= 2 * SIZE:
        return [(whole, size)]
    if read_as == ".jsonl":
        starts = range(0, size, SIZE)
        parts = [replace(whole, start=start, stop=min(start + SIZE, size)) for start in starts]
        return [(part, part.stop - part.start) for part in parts]
    if read_as == ".parquet":
        return _groups(whole) or [(whole, size)]
    return [(whole, size)]


def _groups(whole: Piece) -> list[tuple[Piece, int]]:
    """The groups of rows of a Parquet file; none where it cannot be read, which whoever reads it will say."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        return []
    pieces, first = [], 0
    try:
        with opened(whole.place) as stream:
            meta = ParquetFile(stream).metadata
            for number in range(meta.num_row_groups):
                group = meta.row_group(number)
                piece = replace(whole, start=number, stop=number + 1, first=first)
                pieces.append((piece, group.total_byte_size))
                first += group.num_rows
    except (ArrowException, OSError):
        return []
    return pieces


def _place(file: str) -> str:
    return file if "://" in file else os.path.abspath(file)  # noqa: PTH100  (links stay apart)


def _look(place: str) -> tuple[int, str]:
    """A file's size, and what tells that it has changed."""
    if "://" not in place:
        stat = Path(place).stat()
        return stat.st_size, f"{stat.st_size} {stat.st_mtime_ns}"
    import fsspec

    system, path = fsspec.core.url_to_fs(place)
    told = system.info(path)
    names = ("ETag", "etag", "mtime", "LastModified", "updated", "created")
    marks = [str(told[name]) for name in names if name in told]
    return int(told.get("size") or 0), " ".join([str(told.get("size")), *marks])


def _numbered(pieces: list[tuple[Piece, int]], numbers: Mapping[Piece, int]) -> Iterator[tuple[Piece, int]]:
    """The pieces, each part of a file of lines with the number of lines before it."""
    place, before = "", 0
    for piece, size in pieces:
        if piece in numbers:
            before = before if piece.place == place else 0
            yield replace(piece, first=before), size
            place, before = piece.place, before + numbers[piece]
        else:
            yield piece, size


def _together(pieces: Iterable[tuple[Piece, int]]) -> Iterator[Partition]:
    some: list[Piece] = []
    bytes_ = 0
    for piece, size in pieces:
        if some and (bytes_ + size > SIZE or len(some) >= _FILES):
            yield Partition(tuple(some), bytes_)
            some, bytes_ = [], 0
        some.append(piece)
        bytes_ += size
    if some:
        yield Partition(tuple(some), bytes_)
