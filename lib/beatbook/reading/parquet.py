"""Tables in columns (.parquet), by pyarrow (extra ``big``): one release a row, its columns named as in JSON Lines.

A group of rows is unpacked in parts, so that memory stays flat. Dates are read as well as texts that state them.
"""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.formats import read_whole
from beatbook.reading.jsonl import COLUMNS, check_columns, mapped, release
from beatbook.reading.limits import Job, megabytes
from beatbook.records import Release

_ROWS = 256  # unpacked at a time
MISSING = 'needs pyarrow, which is not installed; pip install "beatbook[big]"'


def parse(
    stream: BinaryIO, source: str, id: str, job: Job, groups: range | None = None, first: int = 0
) -> Iterator[Release]:
    """The releases of a table, ``{id}-{row}`` where they have no id of their own; rows are counted from 1.

    Each row that holds no release is one call of ``job.fail``.

    Args:
        groups: only these groups of rows, of the file's own.
        first: how many rows are before them.

    Raises:
        InputError: it is no Parquet file, has no column of texts, or pyarrow is not installed.
    """
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise InputError(source, MISSING) from error
    number = first
    if not stream.seekable():  # standard input
        stream = BytesIO(read_whole(stream, source, job.limits, "give it as a file"))
    try:
        file = ParquetFile(stream)
        names = file.schema_arrow.names
        columns = {name: job.columns.get(name, name) for name in COLUMNS}
        check_columns(names, columns["text"], job, source)
        for group in groups if groups is not None else range(file.metadata.num_row_groups):
            size = file.metadata.row_group(group).total_byte_size
            if size > job.limits.unpacked:
                reason = f"unpacks to more than {megabytes(job.limits.unpacked)}; --max-unpacked sets the limit"
                raise InputError(source, reason)
            for part in file.iter_batches(_ROWS, row_groups=[group]):
                for row in part.to_pylist():
                    number += 1
                    where = f"{source}, row {number}"
                    try:
                        yield release(_read(mapped(row, columns), job), where, f"{id}-{number}")
                    except ValueError as error:
                        job.fail(InputError(where, str(error)))
    except ArrowException as error:
        told = " ".join(str(error).split())[:150].rstrip(". ")
        raise InputError(source, f"is no Parquet file, or broken ({told})") from error
    if number == first and groups is None:
        raise InputError(source, "holds no row")


def _read(row: dict[str, Any], job: Job) -> dict[str, Any]:
    """A row with days as texts. Raises ValueError for one that is too long."""
    text = row.get("text")
    if isinstance(text, str) and len(text) > job.limits.size:
        raise ValueError(f"is longer than {megabytes(job.limits.size)}")
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
