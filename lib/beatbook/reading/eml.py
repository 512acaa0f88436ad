"""Messages (.eml): the body is a release, and so is each attachment of a kind that is read.

The day of publication is the day of the sender's ``Date``; when the message came in, by the last server on its way, is
kept as ``extra["retrieved"]``. Lines that a mail program wrapped are joined again.
"""

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.blocks import squeeze
from beatbook.reading.decoding import NotTextError, decode, newlines, repair
from beatbook.reading.formats import kind, read_whole, safe, stem
from beatbook.reading.formats import parse as parse_as
from beatbook.reading.html import fragment, headed, markup
from beatbook.reading.limits import Job
from beatbook.records import Release

_LONGEST = 4_000
"""Characters of one header that are looked at: the standard library takes more than linear time and memory for it."""
_FORWARDED = re.compile(r"^(?:(?:re|fw|fwd|aw)\s?:\s?){1,5}", re.I)
_BULLET = re.compile(r"\s*(?:[•●○▪◦·■*–—o-]|\(?\w{1,2}[.)])\s")


class _Policy(email.policy.EmailPolicy):
    """The rules of the standard library, for the beginning of each header."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """The header, as far as it is looked at."""
        return super().header_fetch_parse(name, value if hasattr(value, "name") else value[:_LONGEST])


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The body of a message, and its attachments after it.

    Raises:
        InputError: it is no message, or there is no text in it.
    """
    data = read_whole(stream, source, job.limits, "save its attachments and read those")
    message = email.message_from_bytes(data, policy=_Policy(refold_source="none"))
    assert isinstance(message, EmailMessage)
    if not any(message.get(name) for name in ("from", "to", "subject", "date", "message-id", "content-type")):
        raise InputError(source, "is no e-mail message; it has neither sender nor subject")
    title = _FORWARDED.sub("", squeeze(repair(_header(message, "subject")))) or None
    text = _body(message)
    empty = not text.strip()
    if not empty:
        sender = parseaddr(_header(message, "from"))
        yield Release(
            headed(title, text),
            id=id,
            published=_published(message),
            title=title,
            source=source,
            extra=({"sender": squeeze(repair(sender[0] or sender[1]))} if any(sender) else {}) | _received(message),
        )
    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else (), 1):
        name = squeeze(part.get_filename() or "")
        found = kind(name)
        if not found:
            continue
        empty = False
        where = f"{source}, attachment {name}"
        if job.depth >= job.limits.nesting:
            raise InputError(where, f"is nested more than {job.limits.nesting} deep; --max-nesting sets the limit")
        if number > job.limits.members:
            raise InputError(source, f"has more than {job.limits.members:,} attachments; --max-members sets the limit")
        payload = part.get_payload(decode=True)
        inner = Job(job.fail, job.limits, job.columns, job.depth + 1, job.sieve)
        yield from parse_as(
            found, BytesIO(payload if isinstance(payload, bytes) else b""), where, f"{id}-{safe(stem(name))}", inner
        )
    if empty:
        raise InputError(source, "holds no text and no attachment that can be read")


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except Exception:  # noqa: BLE001  (the parser of headers fails on some broken ones, each in its own way)
        return ""


def _published(message: EmailMessage) -> str | None:
    return _day(_header(message, "date"))


def _received(message: EmailMessage) -> dict[str, str]:
    """The day on which the message came in. The last server writes its line above those of the others."""
    day = _day(_header(message, "received").rpartition(";")[2])
    return {"retrieved": day} if day else {}


def _day(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _body(message: EmailMessage) -> str:
    part = _part(message)
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset()
    try:
        if part.get_content_type() == "text/html":
            return fragment(markup(payload, charset))
        text = newlines(repair(decode(payload, charset)))
    except NotTextError:
        return ""
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    return _flowed(text) if flowed else unwrapped(text)


def _part(message: EmailMessage) -> EmailMessage | None:
    """The part to read: HTML, which knows its lists, before plain text."""
    try:
        found = message.get_body(("html", "plain"))
    except Exception:  # noqa: BLE001  (a broken structure)
        found = None
    if found is not None:
        return found if isinstance(found, EmailMessage) else None
    for part in message.walk():
        if part.get_content_type() in ("text/plain", "text/html") and isinstance(part, EmailMessage):
            return part
    return None


def _flowed(text: str) -> str:
    """Format "flowed" (RFC 3676): a line that ends with a space goes on in the next."""
    lines: list[str] = []
    open_line = False
    for line in text.split("\n"):
        line = line[1:] if line.startswith(" ") else line
        if line == "-- ":
            open_line = False
            lines.append("--")
        elif open_line:
            lines[-1] += line
            open_line = line.endswith(" ")
        else:
            lines.append(line)
            open_line = line.endswith(" ")
    return "\n".join(line.rstrip() for line in lines)


def unwrapped(text: str) -> str:
    """``text`` with the lines of each paragraph joined where all of it was wrapped at 60 to 80 characters."""
    lines = text.split("\n")
    widest = max(map(len, lines), default=0)
    if not 50 < widest <= 82:
        return text
    found: list[list[str]] = []
    for line in lines:
        previous = found[-1][-1] if found else ""
        # a line was wrapped where the first word of the next had no room left
        word = line.lstrip().split(" ", 1)[0]
        full = previous and len(previous) + 1 + len(word) > widest - 6
        if full and line.strip() and not _BULLET.match(line):
            found[-1].append(line.strip())
        else:
            found.append([line.rstrip()])
    return "\n".join(map(" ".join, found))
