"""Writing: which releases are still to be extracted, and their records into the store, a batch a transaction.

What makes a release one: its text, country and date of publication, which decide what is extracted. Wherever else the
same is read, it is another source of that release. A file or row (a place) whose text has changed keeps its id.
"""

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from beatbook.errors import InputError
from beatbook.records import Record, Release
from beatbook.store import rows
from beatbook.store.connecting import insert, keep_rows, told, transaction
from beatbook.store.inputs import covers, place_of, relative
from beatbook.store.rules import rules_version

BATCH = 100
"""Releases a transaction, at most."""
SECONDS = 1.0
"""What a transaction gathers, at most: a kill loses no more work than that."""


class Asked(NamedTuple):
    """A release as the store knows it: the place it was read at, hash of all it says, hash of what makes it one."""

    place: str
    fingerprint: str
    identity: str
    release: Release


@dataclass(slots=True)
class Counts:
    """What a run has done so far."""

    read: int = 0
    extracted: int = 0
    known: int = 0
    failed: int = 0


class Run:
    """One run over some inputs. ``Store.run`` gives it; used as ``with store.run(…) as run``.

    For each release read, ``wants`` says whether it is to be extracted; ``add`` takes the record, in the same order,
    or ``lost`` says that there is none; ``failed`` takes what could not be read or extracted. ``complete`` ends it.
    Any number of releases may be asked about before the first record is added.
    Left without ``complete`` (an error, Ctrl-C), the run has kept all that was added.
    """

    def __init__(
        self, db: sqlite3.Connection, file: Path, inputs: Sequence[str], arguments: dict[str, Any],
        corrections: Callable[[Release], str] | None,
    ):
        self.counts = Counts()
        self._db, self._file, self._inputs = db, file, inputs
        self._rules = rules_version()
        self._corrections = corrections or (lambda _: "")
        self._steps: list[tuple[Callable[..., None], tuple[Any, ...]]] = []
        self._since = time.monotonic()
        self._wanted: dict[str | None, Asked] = {}
        self._pending: set[str] = set()
        self._last = ""
        self._met: set[tuple[str, str]] = set()
        self._again: list[Asked] = []
        self._asked_again: dict[str | None, Asked] = {}
        self._later: dict[str, list[Asked]] = {}
        self._changed = False
        with told(file):
            cursor = db.execute(
                "INSERT INTO runs (started, version, rules, arguments) VALUES (?, ?, ?, ?)",
                (_now(), version("beatbook"), self._rules, rows.dumped({"inputs": list(inputs)} | arguments)),
            )
        self.number = cursor.lastrowid

    def __enter__(self) -> "Run":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None or not issubclass(kind, sqlite3.Error):
            self._flush()

    # Asking ----------------------------------------------------------------------------------------------------------

    def wants(self, release: Release) -> bool:
        """Whether ``release`` is to be extracted, because it is new or its text, metadata, rules or corrections are."""
        self.counts.read += 1
        with told(self._file):
            return self._wants(self._ask(release))

    def again(self) -> list[Release]:
        """Releases that ``wants`` had refused and that are to be asked about again, since another run moved what they
        were known by. Ask until there are none."""
        self._flush()
        again, self._again = self._again, []
        self.counts.read -= len(again)
        self.counts.known -= len(again)
        self._asked_again = {asked.release.id: asked for asked in again}
        return [asked.release for asked in again]

    def _ask(self, release: Release) -> Asked:
        before = self._asked_again.pop(release.id, None)
        if before and before.release is release:
            return before  # its place hangs on what was read before it
        identity = _hash([release.sha256, release.country, release.published])
        said = [identity, release.title, release.publisher, release.url, release.extra]
        place = place_of(release, self._file.parent) or f"text {identity}"
        if place == self._last:  # a file that holds several and does not number them
            place = f"{place}#{release.id}"
        else:
            self._last = place
        return Asked(place, _hash(said), identity, release)

    def _wants(self, asked: Asked) -> bool:
        release = asked.release
        here = self._db.execute(
            "SELECT s.fingerprint, s.source, r.rules, r.corrections, r.place FROM sources s "
            "JOIN records r ON r.release_id = s.release_id WHERE s.place = ?", (asked.place,),
        ).fetchone()
        known = here and here["fingerprint"] == asked.fingerprint and here["rules"] == self._rules and (
            here["place"] != asked.place or here["corrections"] == self._corrections(release))
        if known:
            self.counts.known += 1
            if here["source"] != release.source:
                self._step(self._rename_source, asked)
            return False
        held = self._db.execute("SELECT rules, place FROM records WHERE identity = ?", (asked.identity,)).fetchone()
        if asked.identity in self._pending or (
            held and held["place"] != asked.place and held["rules"] == self._rules
        ):
            self.counts.known += 1
            self._step(self._attach, asked)
            return False
        self._pending.add(asked.identity)
        self._wanted[release.id] = asked
        return True

    # Taking ----------------------------------------------------------------------------------------------------------

    def add(self, record: Record) -> None:
        """The record of a release that was wanted."""
        asked = self._wanted.pop(record.id, None)
        if asked is None or asked.release.text != record.release.text:  # added without being asked about
            asked = self._ask(record.release)
        self.counts.extracted += 1
        self._step(self._keep, asked, record, self._corrections(asked.release))

    def lost(self, release: Release) -> None:
        """A release that was wanted and could not be extracted; what the store has of it stays."""
        if asked := self._wanted.pop(release.id, None):
            self._pending.discard(asked.identity)
            self._again += self._later.pop(asked.identity, [])

    def failed(self, error: InputError) -> None:
        """An input that could not be read, or a release that could not be extracted."""
        self.counts.failed += 1
        self._met.add((rows.storable(error.source), rows.storable(error.reason)))
        self._step(self._fail, rows.storable(error.source), rows.storable(error.reason))

    def complete(self) -> None:
        """Writes the rest, and drops what the inputs no longer hold: texts that were replaced, failures now mended."""
        self._flush()
        with told(self._file), transaction(self._db):
            self._drop_replaced()
            self._drop_mended()
            self._count()
            self._db.execute("UPDATE runs SET ended = ? WHERE number = ?", (_now(), self.number))

    # Writing ---------------------------------------------------------------------------------------------------------

    def _step(self, step: Callable[..., None], *given: Any) -> None:
        self._steps.append((step, given))
        if len(self._steps) >= BATCH or time.monotonic() - self._since >= SECONDS:
            self._flush()

    def _flush(self) -> None:
        """All that was gathered, in its order and in one transaction."""
        steps, self._steps = self._steps, []  # what fails is not tried again when the run is left
        if steps:
            with told(self._file), transaction(self._db):
                for step, given in steps:
                    step(*given)
                self._count()
        self._since = time.monotonic()

    def _count(self) -> None:
        if self._changed:
            self._db.execute("INSERT INTO store_state VALUES ('changes', '1') ON CONFLICT (name) DO UPDATE SET "
                             "value = CAST(value AS INTEGER) + 1")
            self._changed = False
        counts = self.counts
        self._db.execute(
            "UPDATE runs SET read = ?, extracted = ?, known = ?, failed = ? WHERE number = ?",
            (counts.read, counts.extracted, counts.known, counts.failed, self.number),
        )

    def _keep(self, asked: Asked, record: Record, corrections: str) -> None:
        self._pending.discard(asked.identity)
        held = self._db.execute(
            "SELECT r.release_id, r.rules, r.corrections, r.place, r.replaces, s.fingerprint FROM records r "
            "LEFT JOIN sources s ON s.place = r.place AND s.release_id = r.release_id WHERE r.identity = ?",
            (asked.identity,),
        ).fetchone()
        if held and held["rules"] == self._rules and (
            held["place"] != asked.place  # another run read it elsewhere meanwhile
            or (held["fingerprint"], held["corrections"]) == (asked.fingerprint, corrections)
        ):
            self._link(asked, held["release_id"])
            self._link_later(asked, held["release_id"])
            return
        self._changed = True
        replaces = held["replaces"] if held else self._replaced(asked)
        id = held["release_id"] if held else self._free(record.id or "release")
        release = rows.release_row(record.release, id)
        if held:
            sets = ", ".join(f'"{name}" = ?' for name in release)
            self._db.execute(f"UPDATE releases SET {sets} WHERE id = ?", (*release.values(), id))  # noqa: S608
            for table in rows.DERIVED:
                self._db.execute(f'DELETE FROM "{table}" WHERE release_id = ?', (id,))  # noqa: S608
            self._db.execute("DELETE FROM records WHERE release_id = ?", (id,))
        else:
            insert(self._db, "releases", release, [release.values()])
        keep_rows(self._db, rows.table_rows(record, id))
        whole = {
            "release_id": id, "identity": asked.identity, "rules": self._rules, "corrections": corrections,
            "place": asked.place, "replaces": replaces, "run": self.number,
        } | rows.packed(record)
        insert(self._db, "records", whole, [whole.values()])
        self._link(asked, id)
        self._link_later(asked, id)

    def _link_later(self, asked: Asked, id: str) -> None:
        """Other sources of a release that were read before its record was there."""
        for other in self._later.pop(asked.identity, ()):
            self._link(other, id)

    def _replaced(self, asked: Asked) -> str | None:
        """The id that a new text takes over, being what now stands where another did."""
        old = self._db.execute(
            "SELECT s.release_id, r.replaces FROM sources s JOIN records r ON r.release_id = s.release_id "
            "WHERE s.place = ?", (asked.place,),
        ).fetchone()
        return old and (old["replaces"] or old["release_id"])

    def _free(self, id: str) -> str:
        """``id``, or with the first number after it that no release has."""
        id = wanted = rows.storable(id)
        number = 1
        while self._db.execute("SELECT 1 FROM releases WHERE id = ?", (id,)).fetchone():
            number += 1
            id = f"{wanted}-{number}"
        return id

    def _link(self, asked: Asked, id: str) -> None:
        """Notes that ``asked`` was read at its place and is the release ``id``."""
        old = self._db.execute("SELECT release_id FROM sources WHERE place = ?", (asked.place,)).fetchone()
        if old and old["release_id"] != id:
            # What gave the other release its title and publisher says something else now.
            self._db.execute("UPDATE records SET rules = '' WHERE release_id = ? AND place = ?",
                             (old["release_id"], asked.place))
        source = asked.release.source
        self._db.execute(
            "INSERT INTO sources (place, release_id, source, fingerprint) VALUES (?, ?, ?, ?) ON CONFLICT (place) DO "
            "UPDATE SET release_id = excluded.release_id, source = excluded.source, fingerprint = excluded.fingerprint",
            (asked.place, id, source and rows.storable(source), asked.fingerprint),
        )

    def _attach(self, asked: Asked) -> None:
        """Another source of a release that is there, or was when it was asked about."""
        held = self._db.execute("SELECT release_id FROM records WHERE identity = ?", (asked.identity,)).fetchone()
        if held:
            self._link(asked, held["release_id"])
        elif asked.identity in self._pending:
            self._later.setdefault(asked.identity, []).append(asked)
        else:
            self._again.append(asked)

    def _rename_source(self, asked: Asked) -> None:
        """The same place under another name, or another line of the same file."""
        source = asked.release.source and rows.storable(asked.release.source)
        self._db.execute("UPDATE sources SET source = ? WHERE place = ?", (source, asked.place))
        done = self._db.execute(
            "UPDATE releases SET source = ? WHERE source IS NOT ? AND id IN (SELECT release_id FROM records WHERE "
            "place = ?)", (source, source, asked.place),
        )
        self._changed = self._changed or done.rowcount > 0

    def _fail(self, source: str, reason: str) -> None:
        place = relative(source, self._file.parent)
        done = self._db.execute("INSERT INTO failures (source, reason, place, run) VALUES (?, ?, ?, ?) "
                                "ON CONFLICT DO NOTHING", (source, reason, place, self.number))
        self._changed = self._changed or done.rowcount > 0

    def _drop_replaced(self) -> None:
        nowhere = "SELECT release_id FROM records WHERE release_id NOT IN (SELECT release_id FROM sources)"
        done = self._db.execute(f"DELETE FROM releases WHERE id IN ({nowhere})")  # noqa: S608
        self._changed = self._changed or done.rowcount > 0
        waiting = self._db.execute("SELECT release_id, replaces FROM records WHERE replaces IS NOT NULL").fetchall()
        for id, replaces in waiting:
            self._db.execute("UPDATE records SET replaces = NULL WHERE release_id = ?", (id,))
            if self._free(replaces) == replaces:
                self._db.execute("UPDATE releases SET id = ? WHERE id = ?", (replaces, id))
                self._changed = True

    def _drop_mended(self) -> None:
        """Failures of what this run has read again without meeting them."""
        inputs = [relative(name, self._file.parent) for name in self._inputs]
        for source, reason, place in self._db.execute("SELECT source, reason, place FROM failures").fetchall():
            if (source, reason) not in self._met and any(covers(name, place) for name in inputs):
                self._db.execute("DELETE FROM failures WHERE source = ? AND reason = ?", (source, reason))
                self._changed = True


def _hash(parts: Sequence[Any]) -> str:
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
