"""Tables (.csv, .tsv): one release a row. The first row names the columns: id, country, published, title, text,
publisher and url, or others that ``columns`` maps to those; further columns are kept in ``Release.extra``.

The delimiter (comma, semicolon, tab or bar) is the one that the first row has most of.
"""

import codecs
import csv
from collections.abc import Iterator
from io import BufferedReader, StringIO
from itertools import chain
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.decoding import NotTextError, decode
from beatbook.reading.jsonl import COLUMNS, check_columns, mapped, release
from beatbook.reading.limits import Job, megabytes
from beatbook.records import Release

_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HINT = "a row of names is expected first; --column text=NAME says which column holds the text"


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The releases of a table, ``{id}-{row}`` where they have no id of their own; rows are counted from the first below
    the names. Each row that holds no release is one call of ``job.fail``.

    Raises:
        InputError: it is no table with a column of texts.
    """
    csv.field_size_limit(max(job.limits.size, 1))
    lines = _Lines(stream, job.limits.size)
    first = next((line for line in lines if line.strip()), "")
    if lines.fault:
        raise InputError(source, f"{lines.fault}; {_HINT}")
    if not first:
        raise InputError(source, f"is empty; {_HINT}")
    delimiter = max(",;\t|", key=first.count)
    rows = csv.reader(chain([first], lines), delimiter=delimiter)
    names = [name.strip() for name in next(rows, [])]
    known = {name.lower(): name for name in names}
    columns = {name: job.columns.get(name, known.get(name, name)) for name in COLUMNS}
    check_columns(names, columns["text"], job, source)
    number = 0
    while True:
        try:
            row = next(rows, None)
            if row is None:
                break
            if not lines.fault and not any(map(str.strip, row)):
                continue
            number += 1
            if lines.fault:
                raise ValueError(lines.fault)
            named = dict(zip(names, row, strict=False))
            yield release(mapped(named, columns), f"{source}, row {number}", f"{id}-{number}")
        except csv.Error as error:
            number += 1
            job.fail(InputError(f"{source}, row {number}", f"is no row of a table ({error})"))
        except ValueError as error:
            job.fail(InputError(f"{source}, row {number}", str(error)))
        lines.fault = ""
    if not number:
        raise InputError(source, "holds no row below the names of its columns")


class _Lines:
    """The lines of a table as text, each decoded by itself. ``fault`` says what is wrong with one given since it was
    last emptied; such a line is given empty."""

    def __init__(self, stream: BinaryIO, limit: int):
        self.fault = ""
        buffered: Any = stream if hasattr(stream, "peek") else BufferedReader(stream)
        beginning = buffered.peek(4)[:4]
        wide = next((encoding for mark, encoding in _WIDE if beginning.startswith(mark)), None)
        self._lines = self._wide(buffered, wide) if wide else self._bytewise(buffered, limit)

    def __iter__(self) -> Iterator[str]:
        return self._lines

    def _wide(self, stream: BufferedReader, encoding: str) -> Iterator[str]:
        try:
            text = codecs.getreader(encoding)(stream, "strict").read()
        except UnicodeError:
            self.fault = f"has the byte order mark of {encoding} but does not hold it"
            yield "\n"
            return
        yield from StringIO(text.removeprefix("\ufeff"), newline="")

    def _bytewise(self, stream: BufferedReader, limit: int) -> Iterator[str]:
        while line := stream.readline(limit + 1):
            if len(line) > limit:
                self.fault = f"has a line longer than {megabytes(limit)}"
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limit)
                yield "\n"
                continue
            try:
                yield decode(line)
            except NotTextError as error:
                self.fault = str(error)
                yield "\n"
