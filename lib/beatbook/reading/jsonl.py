"""JSON Lines: one release a line, an object with ``text`` and, where known, id, country, published, title,
publisher and url, or others that ``columns`` maps to those. Other columns are kept in ``Release.extra``.

The text is taken as given, line ends included, so that offsets count in the row's own ``text``.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.decoding import NotTextError, decode, repair
from beatbook.reading.limits import Job, megabytes
from beatbook.reading.metadata import country_code, iso_date
from beatbook.records import Release

COLUMNS = ("id", "country", "published", "title", "text", "publisher", "url")
"""What a row of a table may say of its release."""
_BINARY_KINDS = (b"%PDF-", b"PK\x03\x04", b"\x1f\x8b")


def parse(stream: BinaryIO, source: str, id: str, job: Job, first: int | None = None) -> Iterator[Release]:
    """The releases of ``stream``; each line that holds none is one call of ``job.fail`` that names the line.

    A row without an id gets ``{id}-{line}``, ``id`` being the file's. ``first`` is how many lines of the file are
    before the stream, where it is only a part of it.
    """
    number, empty = first or 0, first is None
    columns = {name: job.columns.get(name, name) for name in COLUMNS}
    for line in _lines(stream, job.limits.size):
        number += 1
        if number == 1 and line is not None and (line.startswith((*_BINARY_KINDS, b"\xff\xfe", b"\xfe\xff"))):
            raise InputError(source, "is not JSON Lines in UTF-8")
        if line is not None and not line.strip():
            continue
        empty = False
        where = f"{source}, line {number}"
        try:
            if line is None:
                raise ValueError(f"is longer than {megabytes(job.limits.size)}")
            yield release(mapped(_object(line), columns), where, f"{id}-{number}")
        except ValueError as error:
            job.fail(InputError(where, str(error)))
    if empty:
        raise InputError(source, "is empty; one JSON object a line, with a text, is expected")


def mapped(row: dict[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """A row with its columns named as ``COLUMNS`` has them; ``columns`` says which column is which."""
    renamed = {columns[name]: name for name in columns if columns[name] != name}
    taken = set(renamed.values())
    return {renamed.get(name, name): value for name, value in row.items() if name in renamed or name not in taken}


def release(row: dict[str, Any], source: str, id: str) -> Release:
    """A row of a table as a release. ``id`` is used where the row has none.

    Raises:
        ValueError: the row holds no release; the message says which column and what is accepted.
    """
    known = {name: _value(row, name) for name in COLUMNS}
    text = known["text"]
    if text is None or not text.strip():
        raise ValueError("has no text; a column 'text' with the release's text is needed")
    text = repair(text)
    return Release(
        text, id=known["id"] or id, country=known["country"] and country_code(known["country"]),
        published=known["published"] and iso_date(known["published"]), title=known["title"],
        publisher=known["publisher"], url=known["url"], source=source,
        extra={name: value for name, value in row.items() if name not in COLUMNS},
    )


def _value(row: dict[str, Any], name: str) -> str | None:
    value = row.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(f"column {name!r} is of type {type(value).__name__}; a string is accepted")
    return value if name == "text" else repair(value).strip() or None


def _object(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(decode(line))
    except NotTextError as error:
        raise ValueError(f"{error}; a JSON object is expected") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"is no JSON object ({error.msg}, column {error.colno})") from error
    except RecursionError as error:
        raise ValueError("is nested too deeply; a flat JSON object is expected") from error
    except ValueError as error:  # an integer of thousands of digits
        raise ValueError("is no JSON object that can be read (a number is too long)") from error
    if not isinstance(row, dict):
        raise ValueError(f"is of type {type(row).__name__}; a JSON object with a text is expected")
    return row


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of ``stream``; None for one that is too long, whose rest is passed over."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        yield None
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)


def check_columns(names: list[str], text: str, job: Job, source: str) -> None:
    """Raises InputError where a table has no column that was named, or none called ``text`` to hold the texts."""
    shown = ", ".join(repr(name[:40]) for name in names[:12]) + (", …" if len(names) > 12 else "")
    for name, column in job.columns.items():
        if column not in names:
            raise InputError(source, f"has no column {column!r} for {name}; it has {shown}")
    if text not in names:
        reason = f"has no column 'text'; it has {shown}; --column text=NAME says which holds it"
        raise InputError(source, reason)
