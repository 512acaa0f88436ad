"""Many releases as tables: read and extracted from inputs, or taken out of a store that has them already.

A corpus is plain DataFrames by family and whatever the notebooks need beside them: what was left out and why, and the
texts, which are looked at only where somebody asks for words.
"""

import dataclasses
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd

from beatbook import store
from beatbook.errors import Fail, InputError, UsageError
from beatbook.exports import LIST_SEPARATOR, STORE, columns
from beatbook.extract import extract
from beatbook.opening import find
from beatbook.privacy.redaction import redact as mask_names
from beatbook.reading import read
from beatbook.reading.metadata import fill
from beatbook.records import FAMILIES, Record, Release, Slot
from beatbook.scoring import read_gold
from beatbook.store.connecting import connect, told
from beatbook.tables import tables

_Mask = Callable[[Record], Record]

ROWS = 50_000  # that are read at a time
# What a store keeps and a corpus does without: long, and needed for a few facts only (see ``Corpus.words``).
_IN_STORE = frozenset(("evidence", "rule", "text"))


@dataclass(frozen=True)
class Choice:
    """Which releases are taken: days of publication (ISO, both included), countries, publishers; empty takes all."""

    date_from: str = ""
    date_to: str = ""
    countries: Sequence[str] = ()
    publishers: Sequence[str] = ()

    def __post_init__(self) -> None:
        for name in ("date_from", "date_to"):
            try:
                day = getattr(self, name)
                if day:
                    date.fromisoformat(day)
            except (TypeError, ValueError):
                raise UsageError(f"{name} takes a day as 2022-11-30, not {day!r}") from None
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise UsageError(f"date_from {self.date_from} is after date_to {self.date_to}")

    def takes(self, release: Release) -> bool:
        """Whether a release is among those chosen. One without a date is in no period."""
        day = release.published or ""
        return (
            (not (self.date_from or self.date_to) or bool(day))
            and (not self.date_from or day >= self.date_from) and (not self.date_to or day <= self.date_to)
            and (not self.countries or (release.country or "").casefold() in _folded(self.countries))
            and (not self.publishers or (release.publisher or "").casefold() in _folded(self.publishers))
        )

    def sql(self) -> tuple[str, list[str]]:
        """The same as a condition on ``releases``, and the values that it binds."""
        terms, values = [], []
        for test, value in (("published >= ?", self.date_from), ("published <= ?", self.date_to)):
            if value:
                terms.append(test)
                values.append(value)
        for name, wanted in (("country", self.countries), ("publisher", self.publishers)):
            if wanted:
                terms.append(f"folded({name}) IN ({', '.join('?' * len(wanted))})")
                values += [each.casefold() for each in wanted]
        return " AND ".join(terms) or "1", values

    def told(self) -> str:
        """The choice in words: “published from 2022-01-01; country GB, IE”."""
        days = [f"{word} {day}" for word, day in (("from", self.date_from), ("to", self.date_to)) if day]
        parts = [f"published {' '.join(days)}"] if days else []
        parts += [f"{name} {', '.join(wanted)}" for name, wanted in (("country", self.countries),
                                                                     ("publisher", self.publishers)) if wanted]
        return "; ".join(parts) or "all"


@dataclass(frozen=True)
class Corpus:
    """Releases as tables, one a family (see ``beatbook.tables``), and what a reader has to know about them.

    From a store the tables come without the long columns (evidence, rule, the words of quotes): ``words`` gives those
    of single facts.
    """

    tables: dict[str, pd.DataFrame]
    sources: tuple[str, ...]
    choice: Choice
    seen: int
    duplicates: int = 0
    failures: tuple[InputError, ...] = ()
    left_out: tuple[str, ...] = ()
    redacted: bool = False
    _texts: Callable[[str], Iterable[tuple[str, str]]] = field(default=lambda words: (), repr=False)
    _span: Callable[[str, int, int], str] = field(default=lambda release, start, end: "", repr=False)

    def __len__(self) -> int:
        return len(self.tables["releases"])

    def texts(self, containing: str = "") -> Iterator[tuple[str, str]]:
        """The id and text of each release, in order; of those at least that hold the words, where some are given."""
        yield from self._texts(containing)

    def words(self, release_id: str, start: int, end: int) -> str:
        """The words of one span."""
        return " ".join(self._span(release_id, start, end).split())


def open_corpus(
    source: str | Sequence[str], date_from: str = "", date_to: str = "", countries: Sequence[str] = (),
    publishers: Sequence[str] = (), families: Sequence[str] = (), redact: bool = False, mask_officials: bool = False,
) -> Corpus:
    """The releases that the parameters of a notebook name.

    Args:
        source: inputs as the command line takes them, one or a list; a folder of gold records (``*.json``), whose
            facts are not used; or one store (``beatbook.sqlite`` or the folder that holds it). Relative paths are
            looked for as ``beatbook.opening.find`` does.
        date_from, date_to: first and last day of publication, ISO; a release without a date is in no period.
        countries, publishers: ISO 3166 codes and names, in any case.
        families: which families of facts to keep; all where it is empty.
        redact: whether what identifies private persons is masked (see ``beatbook.privacy.redaction``).
        mask_officials: whether those who speak for a force are masked as well, where ``redact`` is set.

    Returns:
        The corpus. Of releases whose texts are the same to the letter one is kept.

    Raises:
        UsageError: a date, family or combination that is not accepted, or nothing is left: says what there is.
        InputError: no input could be read.
    """
    sources = [source] if isinstance(source, str) else [str(each) for each in source]
    if not sources:
        raise UsageError("source names no input; a file, a folder, a list of them or a store is accepted")
    strange = [family for family in families if family not in FAMILIES]
    if strange:
        raise UsageError(f"there is no family {strange[0]!r}, but {', '.join(FAMILIES)}")
    choice = Choice(date_from, date_to, tuple(countries), tuple(publishers))
    stores = [store for store in map(_store, sources) if store]
    if stores and len(sources) > 1:
        raise UsageError(f"{stores[0]} is a store, which is opened alone; {len(sources)} sources are named")
    mask = partial(mask_names, officials=mask_officials) if redact else None
    corpus = _from_store(stores[0], choice, mask) if stores else _from_inputs(sources, choice, mask)
    left_out = tuple(family for family in FAMILIES if families and family not in families)
    frames = corpus.tables | {family: corpus.tables[family].iloc[:0] for family in left_out}
    return dataclasses.replace(corpus, tables=frames, sources=tuple(sources), left_out=left_out)


def _folded(names: Sequence[str]) -> set[str]:
    return {name.casefold() for name in names}


# Inputs ---------------------------------------------------------------------------------------------------------------


def _from_inputs(sources: list[str], choice: Choice, mask: _Mask | None) -> Corpus:
    failures: list[InputError] = []
    return _collected(tuple(sources), choice, _releases(sources, failures.append), failures, mask)


def _collected(
    sources: tuple[str, ...], choice: Choice, found: Iterable[Release | Record], failures: list[InputError],
    mask: _Mask | None,
) -> Corpus:
    """The corpus of releases, which are extracted, or of records as they are."""
    records: list[Record] = []
    hashes: set[str] = set()
    ids: set[str] = set()
    seen = duplicates = 0
    there: dict[str, set[str]] = {"country": set(), "publisher": set()}
    for each in found:
        release = each.release if isinstance(each, Record) else each
        seen += 1
        for name, values in there.items():
            values.add(getattr(release, name) or "")
        if not choice.takes(release):
            continue
        if release.sha256 in hashes:
            duplicates += 1
            continue
        hashes.add(release.sha256)
        release = dataclasses.replace(release, id=_unique(str(release.id), ids))
        record = dataclasses.replace(each, release=release) if isinstance(each, Record) else extract(release)
        records.append(mask(record) if mask else record)
    if not seen:
        raise failures[0] if failures else InputError(", ".join(sources), "holds no release")
    if not records:
        raise _nothing_left(choice, there)
    texts = {str(record.id): record.release.text for record in records}
    return Corpus(
        tables(records), sources, choice, seen, duplicates, tuple(failures), redacted=bool(mask),
        _texts=lambda words: ((id, text) for id, text in texts.items() if words.casefold() in text.casefold()),
        _span=lambda release, start, end: texts[release][start:end],
    )


def _releases(sources: list[str], fail: Fail) -> Iterator[Release]:
    """The releases of the sources, as one run of ``read`` gives them, those of gold folders after the others."""
    places = [find(source) for source in sources]
    gold = [place for place in places if _is_gold(place)]
    others = [place for place in places if place not in gold]
    if others:
        yield from read(others, on_error=fail)
    for place in gold:
        for document in read_gold(place, fail):
            yield fill(dataclasses.replace(document.release, source=f"{place}/{document.id}.json"))


def _is_gold(place: str) -> bool:
    folder = Path(place)
    return folder.is_dir() and any(path.name != "datapackage.json" for path in folder.glob("*.json"))


def _unique(id: str, taken: set[str]) -> str:
    wanted, number = id, 1
    while id in taken:
        number += 1
        id = f"{wanted}-{number}"
    taken.add(id)
    return id


def _nothing_left(choice: Choice, there: Mapping[str, Iterable[str]]) -> UsageError:
    """No release fits the choice: why, where one of its words is not there at all."""
    for name, wanted in (("country", choice.countries), ("publisher", choice.publishers)):
        known = sorted(value for value in there[name] if value)
        missing = [each for each in wanted if each.casefold() not in _folded(known)]
        if missing:
            some = ", ".join(known[:12]) + (f" and {len(known) - 12} more" if len(known) > 12 else "")
            return UsageError(f"no release has the {name} {missing[0]!r}, but {some or 'none is known'}")
    return UsageError(f"no release fits the choice ({choice.told()})")


# A store --------------------------------------------------------------------------------------------------------------


def _store(source: str) -> Path | None:
    place = Path(find(source))
    if place.is_dir() and (place / STORE).is_file():
        return place / STORE
    return place if place.suffix in (".sqlite", ".db") and place.is_file() else None


def _from_store(path: Path, choice: Choice, mask: _Mask | None) -> Corpus:
    """The tables of a store, by whole columns; with a mask its records, each masked as one from an input is."""
    if mask:
        with store.open(path) as book:
            return _collected((path.name,), choice, book.records(), [], mask)
    condition, values = choice.sql()
    # Only names of columns stand in the statements; what a user gave is bound.
    chosen = f"rowid IN (SELECT min(rowid) FROM releases WHERE {condition} GROUP BY sha256)"  # noqa: S608
    facts = f"release_id IN (SELECT id FROM releases WHERE {chosen})"  # noqa: S608
    with _connected(path) as db:
        seen, fitting = db.execute(
            f"SELECT count(*), sum({condition}) FROM releases", values).fetchone()  # noqa: S608
        if not fitting:
            there = {name: [row[0] for row in db.execute(f"SELECT DISTINCT {name} FROM releases")]  # noqa: S608
                     for name in ("country", "publisher")}
            raise _nothing_left(choice, there)
        frames = {"releases": _select(db, "releases", chosen, values)}
        for name in (*FAMILIES, "checks", "unclaimed"):
            frames[name] = _select(db, name, facts, values)
        failures = [InputError(*row) for row in db.execute("SELECT source, reason FROM failures")]

    def texts(words: str) -> Iterator[tuple[str, str]]:
        like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        query = f"SELECT id, text FROM releases WHERE {chosen} AND text LIKE ? ESCAPE '\\'"  # noqa: S608
        with _connected(path) as db:
            yield from db.execute(query, [*values, like])

    def span(release: str, start: int, end: int) -> str:
        with _connected(path) as db:
            row = db.execute("SELECT substr(text, ?, ?) FROM releases WHERE id = ?", (start + 1, end - start, release))
            return str((row.fetchone() or ("",))[0])

    return Corpus(frames, (str(path),), choice, seen, fitting - len(frames["releases"]), tuple(failures),
                  _texts=texts, _span=span)


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    with told(path):
        db = connect(path, readonly=True)
        db.row_factory = None
        db.create_function("folded", 1, lambda value: str(value or "").casefold(), deterministic=True)
        try:
            yield db
        finally:
            db.close()


def _select(db: sqlite3.Connection, table: str, condition: str, values: Sequence[str]) -> pd.DataFrame:
    """The rows of a table, in the types that ``beatbook.tables`` gives them; the long columns stay where they are."""
    slots = [slot for slot in columns(table) if slot.name not in _IN_STORE or table == "unclaimed"]
    names = ", ".join(f'"{slot.name}"' for slot in slots)
    query = f"SELECT {names} FROM {table} WHERE {condition} ORDER BY rowid"  # noqa: S608
    # Some rows at a time: what SQLite gives takes several times the room of the columns made of it.
    parts = [pd.DataFrame({slot.name: _typed(rows[slot.name], slot) for slot in slots})
             for rows in pd.read_sql_query(query, db, params=[*values], chunksize=ROWS)]
    return pd.concat(parts, ignore_index=True)


def _typed(values: pd.Series, slot: Slot) -> pd.Series:
    if slot.type == "list":
        parts = values.fillna("").astype(object).str.split(LIST_SEPARATOR)
        return parts.map(lambda found: [part for part in found if part]).astype(object)
    if slot.vocabulary:
        return pd.Series(pd.Categorical(values.astype(object), categories=list(slot.vocabulary)))
    if slot.type == "date":
        return pd.to_datetime(values.astype("str"), format="ISO8601", errors="coerce").astype("datetime64[us]")
    if slot.type in ("integer", "number"):
        return pd.to_numeric(values).astype("Int64" if slot.type == "integer" else "float64")
    return values.astype(pd.StringDtype(na_value=float("nan")))
