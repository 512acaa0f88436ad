"""Records → files that others can open: JSON Lines, one CSV a table, and a data package that describes each column.

Everything is written as it comes, so memory stays flat, into a folder beside; only when all of it is complete are
the files put in place. The same records give the same bytes.

CSV is UTF-8 with a header, as RFC 4180 has it. Lists are joined with "; ". A cell of text that a spreadsheet would
take for a formula (it begins with = + - @ or a tab or line end) gets an apostrophe before it; ``records.jsonl`` has
every value as it is.
"""

import csv
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from beatbook.errors import InputError, UsageError
from beatbook.records import FAMILIES, TABLES, Record, Slot, span_columns

LIST_SEPARATOR = "; "
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_TYPES = {"list": "string"}
NAMES = ("records.jsonl", *(f"{name}.csv" for name in TABLES), "datapackage.json")
"""The files that ``write`` writes."""
STORE, DATASETTE = "beatbook.sqlite", "datasette.json"
"""What lies beside them where a store is kept: ``datasette beatbook.sqlite --metadata datasette.json`` shows it."""
WRITTEN = frozenset((*NAMES, STORE, f"{STORE}-wal", f"{STORE}-shm", f"{STORE}-journal", DATASETTE))
_RELEASE = Slot("release_id", "string", "The release it is from: releases.id")
_FACT = Slot("fact_id", "string", "The fact, unique within its release")


def columns(table: str) -> list[Slot]:
    """The columns of a table as it is written, in order. Raises KeyError for a table that does not exist."""
    slots = TABLES[table].slots
    if table in FAMILIES:
        start, end = span_columns(table)
        return [
            _RELEASE, _FACT, *slots,
            Slot(start, "integer", "Where the words that state the fact begin in the text", unit="code points"),
            Slot(end, "integer", "Where they end", unit="code points"),
            Slot("rule", "string", "The rule that made the fact"),
            Slot("evidence", "string", "The words that state the fact, as written"),
        ]
    return [_RELEASE, *slots] if table in ("checks", "unclaimed") else list(slots)


def write(
    records: Iterable[Record], failures: Iterable[InputError | Mapping[str, str]], folder: str | os.PathLike[str]
) -> list[Path]:
    """Write ``records.jsonl``, a CSV a table and ``datapackage.json`` into a folder, which is made where missing.

    Args:
        records: the records; read once, one at a time.
        failures: the inputs that could not be read; looked at after the records, so a list that fills up while they
            are read is fine.
        folder: files of those names in it are replaced, and only when all is complete.

    Returns:
        The files written.

    Raises:
        UsageError: the folder cannot be made or written in.
    """
    with beside(records, failures, folder) as put:
        return put()


@contextmanager
def beside(
    records: Iterable[Record], failures: Iterable[InputError | Mapping[str, str]], folder: str | os.PathLike[str],
    more: Mapping[str, str] | None = None,
) -> Iterator[Callable[[], list[Path]]]:
    """As ``write``, in two steps: all is written beside, and what this yields puts it in place when it is called.

    ``more`` holds other files to be put there with them, by name. Left without that call, the folder is as it was.
    """
    folder = Path(folder)
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        apart = Path(tempfile.mkdtemp(prefix=".beatbook-", dir=folder))
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written to as a folder ({error.strerror or error})") from error

    names = (*NAMES, *(more or {}))

    def put() -> list[Path]:
        nonlocal made
        for name in names:
            (apart / name).replace(folder / name)
        made = False
        return [folder / name for name in names]

    try:
        _write(records, failures, apart)
        for name, text in (more or {}).items():
            (apart / name).write_text(text, encoding="utf-8", newline="\n")
        yield put
    finally:
        shutil.rmtree(apart, ignore_errors=True)
        if made:
            _remove_empty(folder)


def _write(records: Iterable[Record], failures: Iterable[InputError | Mapping[str, str]], folder: Path) -> None:
    with ExitStack() as files:

        def create(name: str, newline: str) -> IO[str]:
            # A lone surrogate cannot be written; whatever ``read`` gives has none.
            file = (folder / name).open("w", encoding="utf-8", errors="replace", newline=newline)
            return files.enter_context(file)

        out = create("records.jsonl", "\n")
        tables = {}
        for name in TABLES:
            file = create(f"{name}.csv", "")
            names = [slot.name for slot in columns(name)]
            writer = csv.writer(file)  # ends lines with \r\n, and so quotes any line end within a cell
            writer.writerow(names)
            tables[name] = (writer, names)

        def add(table: str, row: Mapping[str, Any]) -> None:
            writer, names = tables[table]
            writer.writerow([cell(row.get(name)) for name in names])

        for record in records:
            out.write(json.dumps(record.to_dict(), ensure_ascii=False) + "\n")
            add("releases", record.release.row())
            for family in FAMILIES:
                for row in record.rows(family):
                    add(family, row)
            for name in ("checks", "unclaimed"):
                for row in getattr(record, name):
                    add(name, {"release_id": record.id} | row)
        for failure in failures:
            if isinstance(failure, InputError):
                failure = {"source": failure.source, "reason": failure.reason}
            add("failures", failure)
    package = json.dumps(datapackage(), ensure_ascii=False, indent=2) + "\n"
    (folder / "datapackage.json").write_text(package, encoding="utf-8", newline="\n")


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):  # somebody put something there meanwhile
        folder.rmdir()


def cell(value: Any) -> str | int | float:
    """A value as a cell of a CSV: lists joined, whole numbers without a point, nothing a spreadsheet would run."""
    if value is None:
        return ""
    if type(value) is str:  # most are, or nothing
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple):
        value = LIST_SEPARATOR.join(str(item).replace(";", ",") for item in value)
    return _text(str(value))


def _text(text: str) -> str:
    text = text.replace("\0", "\ufffd")  # NUL ends a cell for some readers
    return f"'{text}" if text.startswith(_FORMULA) else text


def datapackage() -> dict[str, Any]:
    """What ``datapackage.json`` holds: a Frictionless data package with every column's type, meaning and limits."""
    whole = {
        "name": "records", "path": "records.jsonl", "type": "file", "format": "jsonl",
        "mediatype": "application/x-ndjson", "encoding": "utf-8",
        "description": "One object a release with its facts by family, every value as it is",
    }
    return {
        "profile": "data-package",
        "name": "beatbook-records",
        "title": "Facts extracted from police press releases",
        "description": (
            "One table a family of facts; release_id joins each to releases.id. Every fact points at the words that "
            "state it: start and end count code points of the release's text. Lists are joined with '; '. A text "
            "that a spreadsheet would take for a formula has an apostrophe before it."
        ),
        "resources": [*(_resource(name) for name in TABLES), whole],
    }


def _resource(name: str) -> dict[str, Any]:
    slots = columns(name)
    schema: dict[str, Any] = {"fields": [_field(name, slot) for slot in slots], "missingValues": [""]}
    if name in FAMILIES:
        schema["primaryKey"] = ["release_id", "fact_id"]
    elif name == "releases":
        schema["primaryKey"] = ["id"]
    if slots[0] is _RELEASE:
        schema["foreignKeys"] = [{"fields": "release_id", "reference": {"resource": "releases", "fields": "id"}}]
    return {
        "name": name, "path": f"{name}.csv", "profile": "tabular-data-resource", "description": TABLES[name].doc,
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _field(table: str, slot: Slot) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": slot.name, "type": _TYPES.get(slot.type, slot.type), "description": _meaning(slot),
    }
    if slot.unit:
        field["unit"] = slot.unit
    limits: dict[str, Any] = {}
    if slot in (_RELEASE, _FACT) or (table, slot.name) == ("releases", "id"):
        limits["required"] = True
    if slot.type == "list" and slot.vocabulary:
        one = f"({'|'.join(slot.vocabulary)})"
        limits["pattern"] = f"{one}({LIST_SEPARATOR}{one})*"
    elif slot.vocabulary:
        limits["enum"] = list(slot.vocabulary)
    if limits:
        field["constraints"] = limits
    return field


def _meaning(slot: Slot) -> str:
    return f"{slot.doc}; a list, joined with '{LIST_SEPARATOR}'" if slot.type == "list" else slot.doc


def dictionary() -> str:
    """The data dictionary in Markdown: every table, every column. ``docs/data-dictionary.md`` is this text."""
    parts = [_PREFACE]
    for name, table in TABLES.items():
        parts.append(f"## {name}\n\n{table.doc}.\n\n| column | type | meaning | values | unit |\n|---|---|---|---|---|")
        for slot in columns(name):
            values = ", ".join(f"`{value}`" for value in slot.vocabulary)
            if slot.default is not None:
                values += f" (if not stated: `{slot.default}`)"
            key = " **key**" if slot.key else ""
            parts.append(f"| `{slot.name}`{key} | {slot.type} | {slot.doc} | {values} | {slot.unit} |")
        parts.append("")
    return "\n".join(parts).rstrip("\n") + "\n"


_PREFACE = f"""# Data dictionary

*Made from `records.py` by `beatbook.exports.dictionary()`; change it there.*

`beatbook extract INPUT… --to DIR` writes one CSV a table, `records.jsonl` (one object a release with its facts by
family) and `datapackage.json`, which says all of this for programs. `beatbook.sqlite`, from which they are made, has
the same tables ([the store](store.md)).

- CSV files are UTF-8 with commas and a header. In Excel use *Data → From Text/CSV* and choose UTF-8; a double click
  may show “£” as “Â£”.
- An empty cell means that the text does not state it. In `checks` and `unclaimed` as in the families, `release_id`
  is the `id` of `releases`; `release_id` and `fact_id` together name a fact.
- `start` and `end` count Unicode code points of the release's text, the end not included (`span_start` and
  `span_end` where `start` and `end` are dates).
- Columns of type list are joined with “{LIST_SEPARATOR.strip()}” and a space; a semicolon within an entry is written
  as a comma.
- A text that begins with `=`, `+`, `-`, `@`, a tab or a line end has an apostrophe before it, so that no spreadsheet
  takes it for a formula; `records.jsonl` has it as it is.
- Columns marked **key** decide whether a fact is right when it is scored.
"""
