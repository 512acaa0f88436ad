"""Plain text and Markdown files, and plain text on standard input: one release a file.

A text may open with ``date YYYY-MM-DD``, also after spaces: that is its date of publication, and the words stay in
the text. Line ends become ``\\n`` before any offset is counted.
"""

from collections.abc import Iterator
from typing import BinaryIO

from beatbook.errors import InputError
from beatbook.reading.decoding import NotTextError, decode, newlines, repair
from beatbook.reading.formats import read_whole
from beatbook.reading.limits import Job
from beatbook.records import Release


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The one release that ``stream`` holds.

    Raises:
        InputError: it holds none.
    """
    data = read_whole(stream, source, job.limits, "split it into its releases")
    try:
        text = newlines(repair(decode(data)))
    except NotTextError as error:
        raise InputError(source, f"{error}; text in UTF-8, UTF-16 with its mark or Windows-1252 is accepted") from error
    if not text.strip():
        raise InputError(source, "is empty; the text of a release is expected")
    yield Release(text, id=id, source=source)
