"""RSS and Atom: one release an entry, by feedparser.

The day of publication is the day as written: "Tue, 01 Jul 2025 00:30:00 BST" is the first of July where it was
published, whatever it is elsewhere. The feed is decoded here, and one that declares entities is refused.
"""

import logging
import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate
from io import BytesIO
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.blocks import squeeze
from beatbook.reading.decoding import NotTextError, decode, repair
from beatbook.reading.formats import read_whole
from beatbook.reading.html import XML_DECLARATION, fragment, headed
from beatbook.reading.limits import Job
from beatbook.reading.metadata import iso_date
from beatbook.records import Release

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w-]{1,40})")
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d|#x|[a-zA-Z]{2,8};)")


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The entries of a feed, ``{id}-{number}`` each; one without text is one call of ``job.fail``.

    Raises:
        InputError: it is no feed, or declares entities.
    """
    data = read_whole(stream, source, job.limits, "split it")
    found = _DECLARED.search(data[:1000])
    try:
        text = decode(data, found.group(1).decode("ascii") if found else None)
    except NotTextError as error:
        raise InputError(source, f"{error}; an RSS or Atom feed is expected") from error
    if "<!ENTITY" in text.upper():
        raise InputError(
            source, "declares entities, which is how small files become large ones; such a feed is not read"
        )
    logging.getLogger("feedparser").setLevel(logging.CRITICAL)
    import feedparser

    # a stream, never the text: feedparser takes a text that looks like an address or a file's name for one
    feed = feedparser.parse(
        BytesIO(XML_DECLARATION.sub("", text, count=1).encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
    )
    if not feed.entries:
        raise InputError(
            source, "holds no entry of an RSS or Atom feed" if feed.get("version") else "is no RSS or Atom feed"
        )
    publisher = squeeze(str(feed.feed.get("title") or "")) if feed.feed.get("title") else None
    for number, entry in enumerate(feed.entries, 1):
        where = f"{source}, entry {number}"
        if number > job.limits.members:
            raise InputError(source, f"holds more than {job.limits.members:,} entries; --max-members sets the limit")
        text = _text(entry)
        if not text.strip():
            job.fail(InputError(where, "has no text"))
            continue
        title = _title(entry)
        link = str(entry.get("link") or "")
        yield Release(
            headed(title, text),
            id=f"{id}-{number}",
            published=_published(entry),
            title=title,
            publisher=None,
            url=link if link.startswith(("http://", "https://")) else None,
            source=where,
            extra={"feed": repair(publisher)} if publisher else {},
        )


def _title(entry: Any) -> str | None:
    value = str(entry.get("title") or "")
    value = fragment(value) if _MARKUP.search(value) else repair(value)
    return squeeze(value.replace("\n", " ")) or None


def _text(entry: Any) -> str:
    """The fullest text that an entry has."""
    found = [str(part.get("value") or "") for part in entry.get("content") or []]
    found += [str(entry.get("summary") or "")]
    texts = [fragment(value) if _MARKUP.search(value) else repair(value.strip()) for value in found]
    return max(texts, key=len, default="")


def _published(entry: Any) -> str | None:
    """The day as written, in the form of mail or of ISO 8601."""
    for name in ("published", "created", "updated"):
        stated = str(entry.get(name) or "").strip() if name in entry else ""
        if not stated:
            continue
        try:
            return iso_date(stated)
        except ValueError:
            pass
        try:
            parts = parsedate(stated)
            if parts:
                return date(*parts[:3]).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
