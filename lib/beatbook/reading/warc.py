"""Crawls (.warc, .warc.gz): each page, document or text that was fetched with success is read as its kind, by warcio.
When a record was fetched is kept as ``extra["retrieved"]``.

A file that was cut short is noticed: warcio itself says nothing of it.
"""

import re
import zlib
from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.formats import kind
from beatbook.reading.formats import parse as parse_as
from beatbook.reading.limits import Job, megabytes
from beatbook.records import Release

_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "message/rfc822": ".eml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_PART = 65_536  # bytes that are read and unpacked at a time
_FETCHED = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?Z)?")
_ASIDE = ("/robots.txt", "/humans.txt", "/ads.txt", "/security.txt")


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The releases of a crawl, ``{id}-{number}`` by the number of their record. Pictures, scripts and pages that
    were not
        found are passed over.

        Raises:
            InputError: it is no WARC file, or was cut short.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number, unpacked, found = 0, 0, False
    file = _File(stream)
    try:
        for record in ArchiveIterator(file):
            number += 1
            if number > job.limits.members:
                raise InputError(
                    source, f"holds more than {job.limits.members:,} records; --max-members sets the limit"
                )
            address = "".join(str(record.rec_headers.get_header("WARC-Target-URI") or "").split()).strip("<>")
            where = f"{source}, record {number}" + (f" ({address[:200]})" if address else "")
            read_as = _kind(record, address)
            content = record.content_stream() if read_as else record.raw_stream
            data = _bytes(content, job.limits.size)
            unpacked += len(data)
            if unpacked > job.limits.unpacked:
                raise InputError(
                    source, f"unpacks to more than {megabytes(job.limits.unpacked)}; --max-unpacked sets the limit"
                )
            short = getattr(record.raw_stream, "limit", 0)
            whole = len(data) <= job.limits.size
            if whole and record.length and isinstance(short, int) and short > 0:
                raise InputError(where, "is cut short, and the file with it; what was before it is read")
            if not read_as:
                continue
            found = True
            if job.sieve and read_as == ".html" and not job.sieve.takes_page(data):
                continue
            if not whole:
                job.fail(InputError(where, f"is larger than {megabytes(job.limits.size)}; --max-size sets the limit"))
            elif data.strip():
                for release in parse_as(read_as, BytesIO(data), where, f"{id}-{number}", job):
                    release.url = release.url or address or None
                    if fetched := _FETCHED.match(record.rec_headers.get_header("WARC-Date") or ""):
                        release.extra["retrieved"] = fetched[0]
                    yield release
            else:
                job.fail(InputError(where, "is empty"))
    except (ArchiveLoadFailed, EOFError) as error:
        raise InputError(source, f"is no WARC file, or broken after {number} records ({error})") from error
    if file.cut_short:
        raise InputError(source, f"is cut short after {number} records; what was before is read")
    if not found:
        raise InputError(source, "holds no page, document or text that was fetched with success")


class _File:
    """The bytes of a crawl, unpacked where it is packed, and whether they end where a record ends."""

    def __init__(self, stream: BinaryIO):
        buffered: Any = stream if hasattr(stream, "peek") else BufferedReader(stream)
        packed = buffered.peek(2)[:2] == b"\x1f\x8b"
        self._parts = _unpacked(buffered) if packed else iter(lambda: buffered.read(_PART), b"")
        self._left = b""
        self._end = b""
        self._broken = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes, not always as many as asked; none where the file ends, be it too early."""
        if not self._left and not self._broken:
            try:
                self._left = next(self._parts, b"")
            except (EOFError, zlib.error):
                self._broken = True
        data, self._left = (self._left, b"") if size is None or size < 0 else (self._left[:size], self._left[size:])
        self._end = (self._end + data[-4:])[-4:]
        return data

    @property
    def cut_short(self) -> bool:
        """Whether the file ends within a record."""
        return self._broken or self._end != b"\r\n\r\n"


def _unpacked(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of a gzip file of several members, as far as they can be unpacked.

    Python's own reader of gzip files gives nothing of a part in which the file breaks off.

    Raises:
        EOFError: it breaks off within a member.
        zlib.error: what follows cannot be unpacked.
    """
    inflate, data, begun = zlib.decompressobj(31), b"", False
    while True:
        data = data or stream.read(_PART)
        if not data:
            if begun:
                raise EOFError
            return
        begun = True
        part = inflate.decompress(data, _PART)
        data = inflate.unconsumed_tail
        if part:
            yield part
        if inflate.eof:
            data = inflate.unused_data or stream.read(_PART)
            inflate, begun = zlib.decompressobj(31), False


def _kind(record: Any, address: str) -> str | None:
    """How the record's content is read; None where it is passed over."""
    if record.rec_type == "response":
        status = record.http_headers.get_statuscode() if record.http_headers else ""
        if status != "200":
            return None
        stated = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):
        stated = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    found = _TYPES.get(stated.partition(";")[0].strip().lower())
    if found == ".txt":
        path = address.partition("?")[0].lower()
        return None if path.endswith(_ASIDE) else found
    if found or stated:
        return found
    return kind(address.partition("?")[0])


def _bytes(stream: Any, limit: int) -> bytes:
    parts, size = [], 0
    while size <= limit and (part := stream.read(min(65_536, limit + 1 - size))):
        parts.append(part)
        size += len(part)
    return b"".join(parts)
