"""The store: ``beatbook.sqlite``, in which releases, their facts and the runs that made them are kept.

    from beatbook import store

    with store.open("out") as book:
        for hit in book.search('"drug line" cash', limit=5):
            print(hit.record.id, hit.snippet, hit.facts)
        for row in book.table("seizures", where={"category": "firearm"}):
            print(row["quantity"], row["item"], row["evidence"])

``docs/store.md`` has the tables, the views and SQL to start from.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

from beatbook import exports
from beatbook.errors import BeatbookError, UsageError
from beatbook.records import Record, Release
from beatbook.store import rows, schema
from beatbook.store.connecting import close, connect, store_file, told, transaction
from beatbook.store.keeping import Run
from beatbook.store.rules import rules_version
from beatbook.store.searching import Hit, search

__all__ = ["FILE", "Hit", "Run", "Store", "open", "rules_version"]

FILE = exports.STORE

_JOINED = "SELECT * FROM releases JOIN records ON records.release_id = releases.id"
_MOST_VALUES = 500  # of a list in ``where``; SQLite bounds how many values a query binds


def open(path: str | os.PathLike[str], readonly: bool = True) -> "Store":
    """Open the store of a folder, or a ``.sqlite`` file.

    Args:
        path: the folder that ``beatbook extract --to`` wrote, or the database itself.
        readonly: False makes the store where it is missing, and brings an older one up to this version.

    Raises:
        UsageError: there is none to read, it cannot be opened, is no store, or was made by a newer beatbook.
    """
    file = store_file(path)
    return Store(file, connect(file, readonly), readonly)


class Store:
    """An open store; ``open`` gives it, ``with`` or ``close`` ends it. What is read is as it was when it was asked."""

    def __init__(self, file: Path, db: sqlite3.Connection, readonly: bool):
        self.file = file
        """The database."""
        self._db, self._readonly = db, readonly

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the database; the store is of no use afterwards."""
        close(self._db, self._readonly)

    def ids(self) -> list[str]:
        """The ids of all releases, in order."""
        return [row[0] for row in self._rows("SELECT id FROM releases ORDER BY id")]

    def releases(self) -> Iterator[Release]:
        """Every release with its text, by id."""
        return map(rows.release, self._rows(f"{_JOINED} ORDER BY id"))

    def records(self) -> Iterator[Record]:
        """Every record, by id: what the exports are made from, and ``beatbook.tables`` takes."""
        return map(rows.unpacked, self._rows(f"{_JOINED} ORDER BY id"))

    def record(self, id: str) -> Record:
        """The record of one release, its release with it.

        Raises:
            UsageError: the store has no release of that id.
        """
        for row in self._rows(f"{_JOINED} WHERE id = ?", (rows.storable(id),)):
            return rows.unpacked(row)
        raise UsageError(f"{self.file}: has no release {id!r}")

    def failures(self) -> list[dict[str, str]]:
        """The inputs that could not be read, and why."""
        return self.table("failures", ["source", "reason"])

    def table(
        self, name: str, columns: Sequence[str] | None = None, where: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """The rows of a table or view, as dicts.

        Args:
            name: a table or view: releases, a family, checks, unclaimed, failures, runs, seizures_by_drug …
            columns: which of its columns; all where None.
            where: column → the value it has to have; of a list, one of its values; None, empty.

        Raises:
            UsageError: no such table or column.
        """
        known = self._columns(name)
        chosen = list(columns) if columns is not None else known
        conditions, bound = [], []
        for column, wanted in (where or {}).items():
            several = list(wanted) if isinstance(wanted, list | tuple | set | frozenset) else [wanted]
            if len(several) > _MOST_VALUES:
                raise UsageError(f"where {column}: more than {_MOST_VALUES} values; read the table and choose there")
            tests = [f'"{column}" IS NULL'] if None in several else []
            several = [rows.value(one) for one in several if one is not None]
            if several or not tests:
                tests.append(f'"{column}" IN ({", ".join("?" * len(several))})')
            conditions.append(f"({' OR '.join(tests)})")
            bound += several
        if strange := [column for column in [*chosen, *(where or {})] if column not in known]:
            raise UsageError(f"table {name!r} has no column {strange[0]!r}; it has {', '.join(known)}")
        # Only names that the database itself gave are in the SQL.
        sql = f'SELECT {", ".join(f"{chr(34)}{column}{chr(34)}" for column in chosen)} FROM "{name}"'  # noqa: S608
        sql += f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return [dict(row) for row in self._rows(sql + self._order(name), bound)]

    def search(self, words: str, limit: int = 20, family: str | None = None) -> list[Hit]:
        """The releases whose title or text hold the words, best first, each with the facts found there.

        Args:
            words: all have to be there, in any form (arrest finds arrested). "Phrases" in quotes, AND, OR and NOT
                between words and beginnings* are read; anything else in it is a word.
            limit: how many at most.
            family: only facts of this family, and only releases that have one where the words are.

        Raises:
            UsageError: no word to search for, or no such family.
        """
        with told(self.file):
            return list(search(self._db, words, limit, family))

    def run(
        self, inputs: Sequence[str] = (), arguments: Mapping[str, Any] | None = None,
        corrections: Callable[[Release], str] | None = None,
    ) -> Run:
        """Begin a run that puts records into the store; see ``Run``. Needs ``open(…, readonly=False)``.

        Args:
            inputs: what is read, as the command line takes it: failures of these that are not met again are dropped.
            arguments: what else is to be noted in ``runs``.
            corrections: a version of whatever is applied to the record of a release after extraction ("" where
                nothing is); another one than last time has it made again.
        """
        return Run(self._db, self.file.absolute(), inputs, dict(arguments or {}), corrections)

    def export(self, folder: str | os.PathLike[str] | None = None) -> bool:
        """Write the exports (see ``exports.write``) beside the store, by id; nothing where they are as they should be.

        Args:
            folder: write them there instead, whatever is in it.

        Returns:
            Whether they were written.

        Raises:
            UsageError: the folder cannot be written in.
        """
        with told(self.file):
            if folder is not None:
                with transaction(self._db, "DEFERRED"):
                    exports.write(self.records(), self.failures(), folder)
                return True
            return self._export(self.file.parent)

    def _export(self, folder: Path) -> bool:
        if self._exported() == [self._changes(), _seen(folder)]:
            return False
        about = {exports.DATASETTE: json.dumps(schema.datasette(), ensure_ascii=False, indent=2) + "\n"}
        with ExitStack() as stack:
            with transaction(self._db, "DEFERRED"):  # one state of the store, whatever other runs write meanwhile
                changes = self._changes()
                put = stack.enter_context(exports.beside(self.records(), self.failures(), folder, about))
            with transaction(self._db):
                before = self._exported()
                if before and before[0] > changes and before[1] == _seen(folder):
                    return True  # another run has put a later state there since
                put()
                self._db.execute(
                    "INSERT INTO store_state VALUES ('exported', ?) ON CONFLICT (name) DO UPDATE SET value = "
                    "excluded.value", (json.dumps([changes, _seen(folder)]),))
        return True

    def _changes(self) -> int:
        return int(next((row[0] for row in self._rows("SELECT value FROM store_state WHERE name = 'changes'")), 0))

    def _exported(self) -> list[Any] | None:
        for row in self._rows("SELECT value FROM store_state WHERE name = 'exported'"):
            return json.loads(row[0])
        return None

    def _columns(self, name: str) -> list[str]:
        found = [row["name"] for row in self._rows("SELECT name FROM pragma_table_info(?)", (rows.storable(name),))]
        if not found or '"' in name or "\0" in name:
            names = self._rows("SELECT DISTINCT table_name FROM descriptions ORDER BY 1")
            raise UsageError(f"the store has no table {name!r}; it has {', '.join(row[0] for row in names)}")
        return found

    def _order(self, name: str) -> str:
        if name == "releases":
            return " ORDER BY id"
        if name == "failures":
            return " ORDER BY source, reason"
        if name in rows.DERIVED:
            return " ORDER BY release_id, rowid"
        return ""

    def _rows(self, sql: str, bound: Sequence[Any] = ()) -> Iterator[sqlite3.Row]:
        with told(self.file):
            yield from self._db.execute(sql, bound)


def _seen(folder: Path) -> list[Any]:
    """What tells that the exports are those that were written: each file's size and time."""
    names = [*exports.NAMES, exports.DATASETTE]
    seen: list[Any] = []
    for name in names:
        try:
            stat = (folder / name).stat()
        except OSError as error:
            if not isinstance(error, FileNotFoundError):
                raise BeatbookError(f"{folder / name}: cannot be looked at ({error.strerror})") from error
            seen.append(None)
        else:
            seen.append([name, stat.st_size, stat.st_mtime_ns])
    return seen
