"""The tables of the store, made from ``records.py``: a new slot or family is a new column or table by itself.

The SQL that is kept in the database carries each column's meaning as a comment, and the table ``descriptions`` says the
same as rows, so that a reader needs nothing but the file.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

from beatbook.exports import columns
from beatbook.records import FAMILIES, TABLES, Slot, span_columns
from beatbook.store.rows import DERIVED
from beatbook.store.views import VIEWS, View, facts_view

VERSION = 1
"""PRAGMA user_version: raised when what is kept (not what is made from it) changes its form."""
APPLICATION = 0x62656174
"""PRAGMA application_id, "beat": tells a store from any other database."""

_TYPES = {"integer": "INTEGER", "number": "REAL"}
_LINK = "TEXT NOT NULL REFERENCES releases (id) ON UPDATE CASCADE ON DELETE CASCADE"
_RUN = "INTEGER REFERENCES runs (number)"

# The columns of what is kept beside the tables of records.py: type and meaning.
KEPT: dict[str, tuple[str, dict[str, tuple[str, str]], str]] = {
    "runs": ("The runs of beatbook extract on this store", {
        "number": ("INTEGER PRIMARY KEY", "Runs are numbered as they begin"),
        "started": ("TEXT NOT NULL", "When, in UTC"),
        "ended": ("TEXT", "When it was complete; empty where it still runs or was interrupted"),
        "version": ("TEXT NOT NULL", "beatbook's version"),
        "rules": ("TEXT NOT NULL", "The version of the rules: a hash over the extractor's code and lexicons"),
        "arguments": ("TEXT NOT NULL", "What it was called with, as JSON"),
        "read": ("INTEGER NOT NULL DEFAULT 0", "Releases read"),
        "extracted": ("INTEGER NOT NULL DEFAULT 0", "Of those, extracted, since new or changed"),
        "known": ("INTEGER NOT NULL DEFAULT 0", "Of those, known already"),
        "failed": ("INTEGER NOT NULL DEFAULT 0", "Inputs and rows that could not be read"),
    }, ""),
    "sources": ("Where each release was read: one row a file, or a row of a file", {
        "place": ("TEXT PRIMARY KEY", "The file, from the store's folder on, and the row's id where it has several"),
        "release_id": (_LINK, "The release it holds: releases.id"),
        "source": ("TEXT", "The file or row as the run was given it"),
        "fingerprint": ("TEXT NOT NULL", "Hash of its text and metadata: another one is read as a change"),
    }, ""),
    "records": ("Each release's record as JSON, from which every other table of facts is made", {
        "release_id": (_LINK.replace("NOT NULL", "PRIMARY KEY"), "The release: releases.id"),
        "identity": ("TEXT NOT NULL UNIQUE", "Hash of text, country and date of publication: what makes a release one"),
        "rules": ("TEXT NOT NULL", "The version of the rules that made it; empty where it is to be made again"),
        "corrections": ("TEXT NOT NULL", "The version of the corrections applied to it"),
        "place": ("TEXT", "The source whose title, publisher and address it has"),
        "replaces": ("TEXT", "The id it takes over when the run is complete, being that source's new text"),
        "run": (_RUN, "The run that made it"),
        "facts": ("TEXT NOT NULL", "By family, [slots, start, end, rule, spans of single slots] a fact"),
        "checks": ("TEXT NOT NULL", "As in the table checks"),
        "unclaimed": ("TEXT NOT NULL", "As in the table unclaimed"),
        "extra": ("TEXT NOT NULL", "What else its input says of it"),
    }, ""),
    "failures": (TABLES["failures"].doc, {
        "source": ("TEXT NOT NULL", TABLES["failures"].slot("source").doc),
        "reason": ("TEXT NOT NULL", TABLES["failures"].slot("reason").doc),
        "place": ("TEXT NOT NULL", "The file, from the store's folder on"),
        "run": (_RUN, "The run that met it last"),
    }, "PRIMARY KEY (source, reason)"),
    "descriptions": ("What each table, view and column means", {
        "table_name": ("TEXT NOT NULL", "The table or view"),
        "column_name": ("TEXT NOT NULL", "The column; empty for the table itself"),
        "description": ("TEXT NOT NULL", "What it means"),
        "unit": ("TEXT NOT NULL", "What its figures count in"),
        "vocabulary": ("TEXT NOT NULL", "The values it may have, where they are fixed"),
    }, "PRIMARY KEY (table_name, column_name)"),
    "store_state": ("What the store knows of itself", {
        "name": ("TEXT PRIMARY KEY", "What"), "value": ("TEXT NOT NULL", "Its value"),
    }, ""),
}

_NUMBER = Slot("number", "integer", "The row, to which the full-text index points")
_TEXT = Slot("text", "string", "The text that all offsets count in")
_INDEXED = {
    "releases": ("published", "publisher", "sha256"), "operations": ("name", "start"), "seizures": ("category", "item"),
    "outcomes": ("statuses",), "activities": ("tactic",), "incidents": ("kind",), "places": ("name",),
    "quotes": ("speaker",), "checks": ("release_id",), "unclaimed": ("release_id",),
}


def kept() -> list[str]:
    """The SQL of all that is kept: releases, records, sources, failures, runs, and the full-text index."""
    return [_releases(), *map(_kept, KEPT), *_FULL_TEXT]


def derived() -> list[str]:
    """The SQL of all that is made from the records: families, checks, unclaimed, indexes and views."""
    made = [_derived(name) for name in DERIVED]
    for table, names in _INDEXED.items():
        known = {slot.name for slot in columns(table)}
        made += [f'CREATE INDEX IF NOT EXISTS "{table}_{name}" ON "{table}" ("{name}")' for name in names
                 if name in known]
    made.append('CREATE INDEX IF NOT EXISTS "sources_release_id" ON "sources" ("release_id")')
    return made + [f'CREATE VIEW "{view.name}" AS{view.sql}' for view in views()]


def views() -> list[View]:
    """The views of this version."""
    return [facts_view({family: span_columns(family) for family in FAMILIES}), *VIEWS]


def fingerprint() -> str:
    """Hash over the SQL: another one in a store says that its derived tables are to be made again."""
    return hashlib.sha256("\n".join([*kept(), *derived(), *map(str, descriptions())]).encode()).hexdigest()[:16]


def release_slots() -> list[Slot]:
    """The columns of the table ``releases``."""
    return [_NUMBER, *columns("releases"), _TEXT]


def descriptions() -> Iterator[tuple[str, str, str, str, str]]:
    """The rows of the table ``descriptions``."""
    for name in ("releases", *DERIVED):
        yield name, "", TABLES[name].doc, "", ""
        for slot in release_slots() if name == "releases" else columns(name):
            yield name, slot.name, slot.doc, slot.unit, ", ".join(slot.vocabulary)
    for name, (doc, described, _) in KEPT.items():
        yield name, "", doc, "", ""
        for column, (_, meaning) in described.items():
            yield name, column, meaning, "", ""
    for view in views():
        yield view.name, "", view.doc, "", ""
        for column, meaning in view.columns.items():
            yield view.name, column, meaning, "", ""


def datasette() -> dict[str, Any]:
    """What ``datasette beatbook.sqlite --metadata datasette.json`` shows beside each table and column."""
    tables: dict[str, Any] = {}
    for table, column, meaning, unit, vocabulary in descriptions():
        about = tables.setdefault(table, {"columns": {}})
        if not column:
            about["description"] = meaning
            continue
        more = "".join(f" ({part})" for part in (unit, vocabulary) if part)
        about["columns"][column] = meaning + more
    tables["releases"]["label_column"] = "id"  # not every release has a title
    tables["releases"]["fts_table"], tables["releases"]["fts_pk"] = "releases_fts", "number"
    for name in ("records", "store_state"):
        tables[name]["hidden"] = True
    return {
        "title": "beatbook", "description": "Facts extracted from police press releases",
        "databases": {"beatbook": {"tables": tables}},
    }


def _releases() -> str:
    rows = [('"number" INTEGER PRIMARY KEY', _NUMBER.doc)]
    for slot in release_slots()[1:]:
        more = {"id": " NOT NULL UNIQUE", "text": " NOT NULL"}.get(slot.name, "")
        rows.append((f'"{slot.name}" {_TYPES.get(slot.type, "TEXT")}{more}', _meaning(slot)))
    return _table("releases", TABLES["releases"].doc, rows)


def _derived(name: str) -> str:
    rows = []
    for slot in columns(name):
        kind = _LINK if slot.name == "release_id" else _TYPES.get(slot.type, "TEXT")
        kind += " NOT NULL" if slot.name == "fact_id" else ""
        rows.append((f'"{slot.name}" {kind}', _meaning(slot)))
    return _table(name, TABLES[name].doc, rows, "PRIMARY KEY (release_id, fact_id)" if name in FAMILIES else "")


def _kept(name: str) -> str:
    doc, described, key = KEPT[name]
    return _table(name, doc, [(f'"{column}" {kind}', meaning) for column, (kind, meaning) in described.items()], key)


def _meaning(slot: Slot) -> str:
    return f"{slot.doc} ({slot.unit})" if slot.unit else slot.doc


def _table(name: str, doc: str, rows: list[tuple[str, str]], key: str = "") -> str:
    """CREATE TABLE with a comment a column; the comma stands before the comment, which runs to the line's end."""
    lines = [f"    {sql}{',' if key or at < len(rows) else ''} -- {' '.join(meaning.split())}"
             for at, (sql, meaning) in enumerate(rows, 1)]
    body = "\n".join([*lines, *([f"    {key}"] if key else [])])
    return f'CREATE TABLE "{name}" ( -- {doc}\n{body}\n)'


_FULL_TEXT = [
    # External content: the index holds no second copy of the texts. The triggers keep it right whoever writes.
    # Double quotes, by which Datasette knows whose index it is.
    'CREATE VIRTUAL TABLE releases_fts USING fts5(title, text, content="releases", content_rowid="number", '
    'tokenize="porter unicode61 remove_diacritics 2")',
    "CREATE TRIGGER releases_inserted AFTER INSERT ON releases BEGIN "
    "INSERT INTO releases_fts (rowid, title, text) VALUES (new.number, new.title, new.text); END",
    "CREATE TRIGGER releases_deleted AFTER DELETE ON releases BEGIN "
    "INSERT INTO releases_fts (releases_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); "
    "END",
    "CREATE TRIGGER releases_updated AFTER UPDATE OF number, title, text ON releases BEGIN "
    "INSERT INTO releases_fts (releases_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text); "
    "INSERT INTO releases_fts (rowid, title, text) VALUES (new.number, new.title, new.text); END",
]
