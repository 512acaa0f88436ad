"""Reading the two sides of a comparison: gold documents with their texts, and the facts that something extracted.

Gold is a folder of ``*.json``, one document a file, or a ``.jsonl`` file, one document a line: ``id``, ``text``,
``facts`` by family, and ``country``, ``published``, ``title`` where known. Facts are read from the same forms, from
``records.jsonl`` as ``beatbook extract`` writes it, or from the folder that holds one.

A folder of gold may hold ``held-out.txt``: the ids, one a line, of documents that nobody is to read. They are counted
like all others, and their errors are never shown.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from beatbook.errors import Fail, InputError
from beatbook.records import FAMILIES, SCORED, Record, Release, span_columns
from beatbook.scoring.matching import COMPARISONS
from beatbook.writing import write_whole

HELD_OUT = "held-out.txt"
_MOST_BYTES = 256 * 1024 * 1024
_MOST_FACTS = 2_000  # of one family in one document: each is compared with each
Facts = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(slots=True)
class Gold:
    """One document of the gold: its text and the facts that readers found in it."""

    id: str
    text: str
    facts: Facts
    country: str | None = None
    published: str | None = None
    title: str | None = None
    held_out: bool = False
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def release(self) -> Release:
        """The document without its facts, as the extractor takes it."""
        return Release(self.text, self.id, self.country, self.published, self.title)


def read_gold(path: str | Path, fail: Fail | None = None) -> list[Gold]:
    """The gold documents of a folder or file.

    Args:
        path: a folder of ``*.json``, or a ``.jsonl`` file.
        fail: called with each document that cannot be read; without it the first such document is raised.

    Raises:
        InputError: nothing can be read, or (without ``fail``) a document cannot.
    """
    fail = fail or _raise
    held_out = _held_out(Path(path))
    golds: dict[str, Gold] = {}
    for where, row in _rows(Path(path), fail):
        try:
            gold = _gold(row)
        except ValueError as error:
            fail(InputError(where, str(error)))
            continue
        if gold.id in golds:
            fail(InputError(where, f"has the id {gold.id!r} of a document before it"))
            continue
        gold.held_out = gold.id in held_out
        golds[gold.id] = gold
    strangers = sorted(held_out - golds.keys())
    if strangers:
        fail(InputError(str(Path(path) / HELD_OUT), f"names {strangers[0]!r}, and no document here has that id"))
    if not golds:
        raise InputError(str(path), "holds no gold document; a folder of *.json or a .jsonl file is accepted")
    return list(golds.values())


def read_facts(path: str | Path, fail: Fail | None = None) -> dict[str, Facts]:
    """Extracted facts by document id and family.

    Args:
        path: a ``.jsonl`` file, a folder of ``*.json``, or a folder with a ``records.jsonl``.
        fail: called with each record that cannot be read; without it the first such record is raised.

    Raises:
        InputError: nothing can be read, or (without ``fail``) a record cannot.
    """
    fail = fail or _raise
    path = Path(path)
    if (path / "records.jsonl").is_file():
        path /= "records.jsonl"
    records: dict[str, Facts] = {}
    for where, row in _rows(path, fail):
        try:
            id, facts = _id(row), _facts(row)
        except ValueError as error:
            fail(InputError(where, str(error)))
            continue
        if id in records:
            fail(InputError(where, f"has the id {id!r} of a record before it"))
            continue
        records[id] = facts
    if not records:
        raise InputError(str(path), "holds no record; a .jsonl file, a folder of *.json, or one with a records.jsonl, "
                                    "is accepted")
    return records


def facts_of(records: Iterable[Record]) -> dict[str, Facts]:
    """What is scored of records, by document id and family: the scored slots that say something, span and rule."""
    return {str(record.id): {family: [_scored(family, fact) for fact in record.to_dict()["facts"][family]]
                             for family in SCORED} for record in records}


def extracted(golds: Iterable[Gold], fail: Fail | None = None) -> dict[str, Facts]:
    """What the extractor, as it now is, finds in the texts of the gold.

    A document that it breaks on has no facts, and is handed to ``fail``; without it the error is raised.
    """
    from beatbook.extract import extract  # late: reading scores needs no extractor

    facts: dict[str, Facts] = {}
    for gold in golds:
        try:
            facts |= facts_of([extract(gold.release)])
        except Exception as error:  # the other documents are still worth their figures
            if not fail:
                raise
            fail(InputError(gold.id, f"could not be extracted ({type(error).__name__}: {error})"))
            facts[gold.id] = {}
    return facts


def write_facts(facts: Mapping[str, Facts], path: str | Path) -> Path:
    """Writes facts as one line a document, so that a later run can be compared with this one; returns the path."""
    rows = ({"id": id, "facts": facts[id]} for id in sorted(facts))
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    return write_whole("".join(lines).encode("utf-8", "replace"), Path(path))


def _scored(family: str, fact: dict[str, Any]) -> dict[str, Any]:
    said = {comparison.name: fact[comparison.name] for comparison in COMPARISONS[family]
            if comparison.comparable(fact[comparison.name]) is not None}
    # An operation's start and end are dates, so it is found by its words.
    place = ("evidence",) if family == "operations" else span_columns(family)
    return said | {name: fact[name] for name in (*place, "rule")}


def _raise(error: InputError) -> None:
    raise error


def _held_out(path: Path) -> set[str]:
    if not (path / HELD_OUT).is_file():
        return set()
    lines = (path / HELD_OUT).read_text(encoding="utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def _rows(path: Path, fail: Fail) -> Iterator[tuple[str, Any]]:
    """Each document of a folder or file with its place; one that is no JSON is handed to ``fail``."""
    if path.is_dir():
        files = sorted(path.glob("*.json"))
    elif path.is_file():
        files = [path]
    else:
        raise InputError(str(path), "is neither a file nor a folder")
    for file in files:
        try:
            if file.stat().st_size > _MOST_BYTES:
                raise ValueError(f"is larger than {_MOST_BYTES // 1024 // 1024} MB")
            text = file.read_text(encoding="utf-8-sig")
        except (OSError, ValueError) as error:
            fail(InputError(str(file), _reason(error)))
            continue
        by_line = file.suffix.lower() != ".json"
        # Not splitlines: a U+2028 inside a text ends no line of JSON.
        for number, line in enumerate(text.split("\n") if by_line else [text], 1):
            where = f"{file}, line {number}" if by_line else str(file)
            if not line.strip():
                continue
            try:
                yield where, json.loads(line)
            except (ValueError, RecursionError) as error:
                fail(InputError(where, _reason(error)))


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "is not in UTF-8"
    if isinstance(error, json.JSONDecodeError):
        return f"is no JSON object ({error.msg}, line {error.lineno}, column {error.colno})"
    if isinstance(error, RecursionError):
        return "is nested too deeply"
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror})"
    return str(error)


def _gold(row: Any) -> Gold:
    id, facts, text = _id(row), _facts(row), row.get("text")
    if not isinstance(text, str) or not text:
        raise ValueError(f"document {id!r} has no text; gold holds the text that its facts are about")
    known = {name: row.get(name) for name in ("country", "published", "title")}
    for name, value in known.items():
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{name} of document {id!r} is no string")
    rest = {name: value for name, value in row.items() if name not in {"id", "text", "facts", *known}}
    return Gold(id, text, facts, **known, extra=rest)


def _id(row: Any) -> str:
    if not isinstance(row, dict):
        raise ValueError("is no JSON object; one with id and facts is accepted")
    id = row.get("id")
    if not isinstance(id, str | int) or isinstance(id, bool) or id == "":
        raise ValueError("has no id; a string is accepted")
    return str(id)


def _facts(row: Mapping[str, Any]) -> Facts:
    facts = row.get("facts")
    if not isinstance(facts, dict):
        raise ValueError("has no facts; an object of lists, one a family, is accepted")
    unknown = sorted(facts.keys() - FAMILIES.keys())
    if unknown:
        raise ValueError(f"has facts of the family {unknown[0]!r}; accepted are {', '.join(FAMILIES)}")
    for family, listed in facts.items():
        if not isinstance(listed, list) or not all(isinstance(fact, dict) for fact in listed):
            raise ValueError(f"{family} is no list of objects")
        if len(listed) > _MOST_FACTS:
            raise ValueError(f"{family} holds {len(listed)} facts; at most {_MOST_FACTS} are compared")
    return facts
