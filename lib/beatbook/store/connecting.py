"""Opening the database: made where missing, brought up to date where older, refused where it is something else."""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from beatbook.errors import BeatbookError, UsageError
from beatbook.exports import STORE
from beatbook.records import TABLES
from beatbook.store import rows, schema

BUSY = 60.0
"""Seconds to wait for another program that writes; a batch takes a fraction of one."""

_SUFFIXES = (".sqlite", ".sqlite3", ".db")
_DENIED = {"SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"}
_IN_USE = {"SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL"}


def store_file(path: str | os.PathLike[str]) -> Path:
    """The database that ``path`` means: itself, or ``beatbook.sqlite`` within it."""
    given = Path(path)
    if given.name == STORE or (given.suffix.lower() in _SUFFIXES and not given.is_dir()):
        return given
    return given / STORE


@contextmanager
def told(file: Path) -> Iterator[None]:
    """Turns what SQLite complains of into one sentence that names the file.

    Raises:
        UsageError: the file is no database, or may not be read or written.
        BeatbookError: the disk is full, another program holds the file, or it is damaged.
    """
    try:
        yield
    except sqlite3.Error as error:
        name = "_".join((getattr(error, "sqlite_errorname", None) or "").split("_")[:2])  # without its finer kinds
        if name == "SQLITE_NOTADB":
            sentence = "is no database; move it away, or name another folder"
            raise UsageError(f"{file}: {sentence}") from error
        if name in _DENIED:
            raise UsageError(f"{file}: cannot be opened to be written ({error})") from error
        if name == "SQLITE_FULL":
            reason = "the disk is full; what was complete is kept, so make room and run it again"
        elif name in _IN_USE:
            reason = f"another program has held it for {BUSY:.0f} seconds; close it there and run again"
        elif name == "SQLITE_CORRUPT":
            reason = "is damaged; delete it, and the next run makes it anew from the releases"
        elif "no such module: fts5" in str(error):
            reason = "this Python's SQLite was built without full-text search (FTS5), which the store needs"
        else:
            reason = f"cannot be read or written ({error})"
        raise BeatbookError(f"{file}: {reason}") from error


def connect(file: Path, readonly: bool) -> sqlite3.Connection:
    """A connection to a store that is of this version. Raises as ``told`` does, and UsageError where it is no store."""
    if readonly and not file.is_file():
        raise UsageError(f"{file.parent}: holds no {file.name}; beatbook extract INPUT… --to {file.parent} makes one")
    if not readonly:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = error.strerror or error
            raise UsageError(f"{file.parent}: cannot be written to as a folder ({reason})") from error
    with told(file):
        db = _reader(file) if readonly else sqlite3.connect(file, timeout=BUSY, isolation_level=None)
        try:
            db.row_factory = sqlite3.Row
            if readonly:
                if not _look(db, file):
                    raise UsageError(f"{file}: is empty; beatbook extract INPUT… --to {file.parent} fills it")
            else:
                _prepare(db, file)
        except BaseException:
            db.close()
            raise
    return db


def close(db: sqlite3.Connection, readonly: bool) -> None:
    """Closes, and leaves one plain file where no other program has it open: the log is for writing only, and would
    make two files beside it for everyone who reads."""
    if not readonly:
        with suppress(sqlite3.Error):  # somebody else still has it open, and will see to it
            db.execute("PRAGMA busy_timeout = 0")
            db.execute("PRAGMA journal_mode = DELETE")
    db.close()


@contextmanager
def transaction(db: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """All or nothing; IMMEDIATE waits for other writers at once, so that what is read within it stays true."""
    db.execute(f"BEGIN {kind}")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def insert(db: sqlite3.Connection, table: str, names: Iterable[str], values: Iterable[Iterable[object]]) -> None:
    """Inserts rows; the names are the schema's own, the values are bound."""
    names = list(names)
    quoted = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    db.executemany(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', (tuple(row) for row in values))  # noqa: S608


def keep_rows(db: sqlite3.Connection, record_rows: dict[str, list[list[object]]]) -> None:
    """Inserts the rows of a record into the derived tables."""
    for table, listed in record_rows.items():
        insert(db, table, (slot.name for slot in schema.columns(table)), listed)


def _reader(file: Path) -> sqlite3.Connection:
    """A connection that only reads, also in a folder that cannot be written to (where SQLite wants files beside)."""
    uri = file.absolute().as_uri()
    db = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=BUSY, isolation_level=None)
    try:
        db.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        db.close()
        if Path(f"{file}-wal").exists():
            raise
        db = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return db


def _look(db: sqlite3.Connection, file: Path) -> bool:
    """Whether the database is a store; False where it is still empty. Raises UsageError for any other."""
    [application], [version] = (db.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version"))
    [tables] = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not tables and not application:
        return False
    if application != schema.APPLICATION:
        raise UsageError(f"{file}: is a database, but no store of beatbook's; name another folder")
    if version > schema.VERSION:
        raise UsageError(
            f"{file}: was made by a newer beatbook (store version {version}, this one knows {schema.VERSION}); "
            "update beatbook, or name another folder"
        )
    return True


def _prepare(db: sqlite3.Connection, file: Path) -> None:
    _look(db, file)  # before anything of it is changed
    _write_ahead(db)
    db.execute("PRAGMA synchronous = NORMAL")  # with a log ahead, a killed process loses nothing; a power cut, a batch
    db.execute("PRAGMA foreign_keys = ON")
    mark = schema.fingerprint()
    if _state(db) == mark:
        return
    with transaction(db):
        if not _look(db, file):
            for sql in schema.kept():
                db.execute(sql)
            db.execute(f"PRAGMA application_id = {schema.APPLICATION}")
            db.execute(f"PRAGMA user_version = {schema.VERSION}")
        if _state(db) != mark:  # nobody else did meanwhile
            _derive(db)
            db.execute("INSERT INTO store_state VALUES ('schema', ?) ON CONFLICT (name) DO UPDATE SET value = "
                       "excluded.value", (mark,))


def _write_ahead(db: sqlite3.Connection) -> None:
    """Readers and a writer at once. The change of mode itself does not wait for others, so it is tried again."""
    end = time.monotonic() + BUSY
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY") or time.monotonic() > end:
                raise
            time.sleep(0.05)


def _state(db: sqlite3.Connection) -> str | None:
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'store_state'").fetchone():
        return None
    row = db.execute("SELECT value FROM store_state WHERE name = 'schema'").fetchone()
    return row and row[0]


def _derive(db: sqlite3.Connection) -> None:
    """Makes the derived tables and views (again), and fills them from the records."""
    for kind, name in db.execute("SELECT type, name FROM sqlite_master WHERE type = 'view'").fetchall():
        db.execute(f'DROP {kind} "{name}"')
    for name in rows.DERIVED:
        db.execute(f'DROP TABLE IF EXISTS "{name}"')
    known = {row["name"] for row in db.execute("PRAGMA table_info(releases)")}
    for slot in TABLES["releases"].slots:
        if slot.name not in known:
            db.execute(f'ALTER TABLE releases ADD COLUMN "{slot.name}"')
    for sql in schema.derived():
        db.execute(sql)
    db.execute("DELETE FROM descriptions")
    insert(db, "descriptions", schema.KEPT["descriptions"][1], schema.descriptions())
    with closing(db.cursor()) as cursor:
        joined = "SELECT * FROM releases JOIN records ON records.release_id = releases.id ORDER BY number"
        for row in cursor.execute(joined):
            keep_rows(db, rows.table_rows(rows.unpacked(row), row["id"]))
