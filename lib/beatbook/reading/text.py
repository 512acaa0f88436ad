"""Plain text and Markdown files, and plain text on standard input: one release a file.

A text may open with ``date YYYY-MM-DD``, also after spaces: that is its date of publication, and the words stay in
the text. Line ends become ``\\n`` before any offset is counted.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from beatbook.errors import InputError
from beatbook.reading.decoding import MAX_BYTES, NotTextError, decode, newlines, repair
from beatbook.records import Release


def parse(stream: BinaryIO, source: str, id: str, fail: Callable[[InputError], None]) -> Iterator[Release]:
    """The one release that ``stream`` holds, or one call of ``fail``."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        fail(InputError(source, f"is larger than {MAX_BYTES // 1_000_000} MB; split it into its releases"))
        return
    try:
        text = newlines(repair(decode(data)))
    except NotTextError as error:
        fail(InputError(source, f"{error}; text in UTF-8, UTF-16 with its mark or Windows-1252 is accepted"))
        return
    if not text.strip():
        fail(InputError(source, "is empty; the text of a release is expected"))
        return
    yield Release(text, id=id, source=source)
