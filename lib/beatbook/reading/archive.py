"""Archives (.zip) of files of any kind that is read. Nothing is unpacked to disk, so no name in an archive is a path.

Members are read in the order of their names; hidden files, documentation and other kinds are passed over, as in a
folder.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.formats import ACCEPTED, kind, safe, stem
from beatbook.reading.formats import parse as parse_as
from beatbook.reading.limits import Job, megabytes
from beatbook.records import Release

DOCUMENTATION = frozenset(
    (
        "readme",
        "license",
        "licence",
        "changelog",
        "contributing",
        "notice",
        "sources",
        "authors",
    )
)
"""Names of files that come with releases and are none."""
_STREAMED = (".jsonl", ".csv", ".tsv", ".warc", ".warc.gz")
_SMALL = 1_000_000  # whatever its ratio, a member of this size does no harm


def wanted(name: str) -> bool:
    """Whether a file of that name is read where it was not named outright."""
    base = name.rpartition("/")[2]
    return kind(base) is not None and not _beside(base)


def unread(name: str) -> bool:
    """Whether a file of that name is passed over for its kind alone."""
    base = name.rpartition("/")[2]
    return kind(base) is None and not _beside(base)


def _beside(name: str) -> bool:
    """Whether a file is hidden, or only comes with releases."""
    return name.startswith(".") or stem(name).lower() in DOCUMENTATION


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The releases of an archive's members; each that cannot be read is one call of ``job.fail``.

    Raises:
        InputError: it is no archive, is nested too deeply, or unpacks to more than it may.
    """
    if job.depth >= job.limits.nesting:
        raise InputError(source, f"is nested more than {job.limits.nesting} deep; --max-nesting sets the limit")
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        raise InputError(source, f"is no zip archive that can be opened ({error})") from error
    with archive:
        members = sorted(archive.infolist(), key=lambda member: member.filename)
        if len(members) > job.limits.members:
            raise InputError(
                source, f"holds {len(members):,} members; --max-members sets the limit ({job.limits.members:,})"
            )
        members = [member for member in members if not member.is_dir() and _visible(member.filename)]
        if not members:
            raise InputError(source, f"holds no file that can be read; {ACCEPTED} are accepted")
        meter = _Meter(job.limits.unpacked)
        for member, name in zip(members, _names(members), strict=True):
            where = f"{source}, {_shown(member.filename)}"
            yield from _member(archive, member, where, f"{id}-{name}", job, meter)
            if meter.full:
                raise InputError(
                    source,
                    f"unpacks to more than {megabytes(meter.most)}; --max-unpacked sets the limit; what was read "
                    "before is kept",
                )


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str, id: str, job: Job, meter: "_Meter"
) -> Iterator[Release]:
    found = kind(member.filename)
    assert found
    limits = job.limits
    if member.flag_bits & 1:
        job.fail(InputError(where, "is encrypted; unpack it with its password"))
        return
    if member.file_size > _SMALL and member.file_size > member.compress_size * limits.ratio:
        times = member.file_size // max(member.compress_size, 1)
        job.fail(InputError(where, f"unpacks to {times:,} times its size; --max-ratio sets the limit ({limits.ratio})"))
        return
    if found not in _STREAMED and found != ".zip" and member.file_size > limits.size:
        job.fail(InputError(where, f"is larger than {megabytes(limits.size)}; --max-size sets the limit"))
        return
    inner = Job(job.fail, limits, job.columns, job.depth + 1, job.sieve)
    try:
        with archive.open(member) as packed:
            counted: Any = _Counted(packed, meter)
            content = io.BufferedReader(counted)
            if found in _STREAMED:
                yield from parse_as(found, content, where, id, inner)
                return
            data = content.read(limits.size + 1)
            if len(data) > limits.size:
                job.fail(InputError(where, f"is larger than {megabytes(limits.size)}; --max-size sets the limit"))
                return
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if not meter.full:
            job.fail(InputError(where, f"cannot be unpacked ({error})"))
        return
    yield from parse_as(found, io.BytesIO(data), where, id, inner)


class _Meter:
    """How much of an archive was unpacked."""

    def __init__(self, most: int):
        self.most, self.read, self.full = most, 0, False


class _Counted(io.RawIOBase):
    """A member as it is unpacked; ends with an error where the archive has given all that it may."""

    def __init__(self, packed: IO[bytes], meter: _Meter):
        self._packed, self._meter = packed, meter

    def readable(self) -> bool:
        """True, always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills ``buffer``, and says how far. Raises OSError beyond the archive's limit."""
        try:
            data = self._packed.read(len(buffer))
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise OSError(f"the archive is broken: {error}") from error
        self._meter.read += len(data)
        if self._meter.read > self._meter.most:
            self._meter.full = True
            raise OSError("the archive unpacks to more than it may")
        buffer[: len(data)] = data
        return len(data)


def _visible(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return not any(
        (part.startswith(".") and part not in (".", "..")) or part == "__MACOSX" for part in parts
    ) and wanted(parts[-1] if parts else "")


def _names(members: list[zipfile.ZipInfo]) -> list[str]:
    """What an id says of each member: its stem; ids are made unique later."""
    return [safe(stem(member.filename)) for member in members]


def _shown(name: str) -> str:
    name = " ".join(name.split())
    return name if len(name) <= 200 else f"{name[:200]}…"
