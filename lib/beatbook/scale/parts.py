"""Parquet files of records, one a partition: what the workers of a cluster write and the store is filled from.

A row is a release with its facts as JSON, or what was met in its place: a text that is no release (``reason``, and no
facts), a failure of reading (``reason``, and no text). DuckDB, polars and pandas read them as they are.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NamedTuple
from uuid import uuid4

from beatbook.errors import InputError, UsageError
from beatbook.records import Record, Release
from beatbook.store import rows

_ROWS = 256  # kept in memory at a time
_RELEASE = ("id", "country", "published", "title", "publisher", "url", "source", "text")
_COLUMNS = (*_RELEASE, "extra", "facts", "checks", "unclaimed", "failed", "reason")


class Entry(NamedTuple):
    """What became of one release: its record, or the failure. ``refused`` was not to be extracted; a failure of reading
    has no release."""

    release: Release | None
    record: Record | None = None
    error: InputError | None = None
    refused: bool = False


class Folder:
    """Where the parts are: a path or an address that every machine of the cluster reaches.

    Raises:
        UsageError: pyarrow or fsspec is not installed.
    """

    def __init__(self, place: str):
        try:
            import fsspec
            import pyarrow  # noqa: F401
        except ImportError as error:
            raise UsageError(
                f'--cluster needs {error.name}, which is not installed; pip install "beatbook[dist,big]"'
            ) from error
        self.place = place
        self._system, self._path = fsspec.core.url_to_fs(place)

    def make(self) -> None:
        """Makes it. Raises UsageError where that cannot be."""
        try:
            self._system.makedirs(self._path, exist_ok=True)
        except (OSError, ValueError) as error:
            raise UsageError(f"{self.place}: cannot be written to as a folder ({error})") from error

    def has(self, key: str) -> bool:
        """Whether a part is there; it is only when it is whole."""
        return bool(self._system.exists(self._name(key)))

    def write(self, key: str, entries: Iterable[Entry], told: Mapping[str, int]) -> int:
        """Writes a part beside, and puts it in place; the number of its rows.

        Args:
            told: figures about it that are kept with it; looked at when all entries are written.
        """
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter

        fields = [(name, pa.bool_() if name == "failed" else pa.string()) for name in _COLUMNS]
        schema = pa.schema(fields)
        beside = f"{self._path}/.{key}-{uuid4().hex}"
        number, waiting = 0, []
        try:
            with self._system.open(beside, "wb") as stream, ParquetWriter(stream, schema, compression="zstd") as writer:
                for entry in entries:
                    waiting.append(_packed(entry))
                    number += 1
                    if len(waiting) >= _ROWS:
                        writer.write_table(pa.Table.from_pylist(waiting, schema=schema))
                        waiting.clear()
                writer.write_table(pa.Table.from_pylist(waiting, schema=schema))
                writer.add_key_value_metadata({"beatbook": json.dumps(dict(told))})
            self._system.mv(beside, self._name(key))
        except BaseException:
            self._remove(beside)
            raise
        return number

    @contextmanager
    def reading(self, key: str) -> Iterator[tuple[Iterator[Entry], dict[str, int]]]:
        """The entries of a part, in order, and the figures about it.

        Raises:
            OSError: it is not there.
        """
        from pyarrow.parquet import ParquetFile

        with self._system.open(self._name(key), "rb") as stream:
            file = ParquetFile(stream)
            told = json.loads((file.metadata.metadata or {}).get(b"beatbook", b"{}"))
            yield (_unpacked(row) for part in file.iter_batches(_ROWS) for row in part.to_pylist()), told

    def mark(self, key: str, number: int) -> None:
        """Notes that a worker is about to do the ``number``-th release of a partition: should it die, it was that."""
        with self._system.open(f"{self._path}/.{key}-at", "wb") as stream:
            stream.write(str(number).encode())

    def marked(self, key: str) -> int | None:
        """What was noted last; None where nothing was."""
        try:
            with self._system.open(f"{self._path}/.{key}-at", "rb") as stream:
                return int(stream.read())
        except (OSError, ValueError):
            return None

    def tidy(self, keys: Iterable[str]) -> None:
        """Removes what workers that died have left of some parts."""
        known = set(keys)
        for name in self._system.ls(self._path, detail=False):
            base = name.rpartition("/")[2]
            if base.startswith(".") and base[1:].partition("-")[0] in known:
                self._remove(name)

    def _name(self, key: str) -> str:
        return f"{self._path}/{key}.parquet"

    def _remove(self, name: str) -> None:
        try:
            if self._system.exists(name):
                self._system.rm(name)
        except OSError:  # a leftover does no harm: its name begins with a dot
            return


def _packed(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"failed": entry.error is not None and not entry.refused}
    if entry.release:
        row |= {name: rows.value(getattr(entry.release, name)) for name in _RELEASE}
        row["extra"] = rows.dumped(entry.release.extra)
    if entry.record:
        row |= rows.packed(entry.record)
    if entry.error:
        row |= {"source": rows.storable(entry.error.source), "reason": rows.storable(entry.error.reason)}
    return row


def _unpacked(row: dict[str, Any]) -> Entry:
    error = InputError(row["source"], row["reason"]) if row["reason"] is not None else None
    if row["text"] is None:
        return Entry(None, None, error)
    if error:
        return Entry(rows.release(row), None, error, not row["failed"])
    record = rows.unpacked(row)
    return Entry(record.release, record)
