"""Records ↔ rows of the store.

Each fact is kept twice: as a row of its family's table, for people who write SQL, and within the record as JSON, which
alone gives the very same record back (lists that hold a semicolon, slots that were left empty, spans of single slots).
"""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from beatbook.exports import LIST_SEPARATOR, columns
from beatbook.records import FAMILIES, Fact, Record, Release

Row = Mapping[str, Any] | sqlite3.Row
_LARGEST = 2**63  # SQLite's integers end here

DERIVED = (*FAMILIES, "checks", "unclaimed")
"""The tables that are made from the records kept as JSON, and can be made again."""


def value(stated: Any) -> str | int | float | None:
    """A value as SQLite keeps it: lists joined as in the CSVs, an empty one as NULL."""
    if stated is None or isinstance(stated, float):
        return stated
    if type(stated) is str:
        return storable(stated)
    if isinstance(stated, int):
        if -_LARGEST <= stated < _LARGEST:
            return int(stated)
        try:
            return float(stated)
        except OverflowError:
            return None
    if isinstance(stated, list | tuple):
        if not stated:
            return None
        stated = LIST_SEPARATOR.join(str(item).replace(";", ",") for item in stated)
    return storable(str(stated))


def storable(text: str) -> str:
    """``text`` without lone surrogates, which no UTF-8 can hold; as long as before, so that offsets still hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def table_rows(record: Record, id: str) -> dict[str, list[list[Any]]]:
    """The record's rows of every derived table that has some, in the order of ``exports.columns``.

    Args:
        id: the release's id in the store.
    """
    found: dict[str, list[Mapping[str, Any]]] = {name: list(record.rows(name)) for name in FAMILIES}
    found["checks"], found["unclaimed"] = list(record.checks), list(record.unclaimed)
    return {
        table: [
            [id if slot.name == "release_id" else value(row.get(slot.name)) for slot in columns(table)] for row in rows
        ]
        for table, rows in found.items() if rows
    }


def release_row(release: Release, id: str) -> dict[str, Any]:
    """The release's columns of the table ``releases``, the text with them."""
    return {name: value(stated) for name, stated in (release.row() | {"id": id, "text": release.text}).items()}


def dumped(whole: Any) -> str:
    """JSON that SQLite can hold."""
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"), default=str)
    try:
        text.encode()
    except UnicodeEncodeError:  # escaped, a lone surrogate is kept as it is
        return json.dumps(whole, separators=(",", ":"), default=str)
    return text


def packed(record: Record) -> dict[str, str]:
    """The record as the JSON columns of the table ``records``."""
    facts = {
        family: [[fact.slots, fact.start, fact.end, fact.rule, fact.where] for fact in facts]
        for family, facts in record.facts.items()
    }
    whole = {"facts": facts, "checks": record.checks, "unclaimed": record.unclaimed, "extra": record.release.extra}
    return {name: dumped(part) for name, part in whole.items()}


def unpacked(row: Row) -> Record:
    """The record of a joined row of ``releases`` and ``records``."""
    facts = {
        family: [
            Fact(family, slots, start, end, rule, {name: (span[0], span[1]) for name, span in where.items()})
            for slots, start, end, rule, where in listed
        ]
        for family, listed in json.loads(row["facts"]).items() if family in FAMILIES
    }
    return Record(release(row), facts, json.loads(row["checks"]), json.loads(row["unclaimed"]))


def release(row: Row) -> Release:
    """The release of such a row."""
    return Release(
        row["text"], row["id"], row["country"], row["published"], row["title"], row["publisher"], row["url"],
        row["source"], json.loads(row["extra"]),
    )
