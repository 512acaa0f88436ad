"""Finished files: searched for what had to be masked in them, then written beside their targets and renamed."""

import base64
import binascii
import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from beatbook.errors import ReportError

_BASE64 = re.compile(r"base64,([A-Za-z0-9+/]{8,}={0,2})")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def leaks(files: Mapping[str, bytes], masked: Mapping[str, bool]) -> list[str]:
    """Which of the files, by their names, hold a string that was masked.

    A file is searched as it is, with its escapes and embedded data undone, and without its tags. White space and
    hyphens count alike.

    Args:
        files: content by name; the names are searched as well.
        masked: the strings, and of each whether in any case of its letters (see ``beatbook.privacy.redaction.noted``).
    """
    if not masked:
        return []
    exact = [_plain(string) for string, any_case in masked.items() if not any_case]
    folded = [_plain(string).lower() for string, any_case in masked.items() if any_case]
    patterns = [re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(set(strings), key=len, reverse=True)))})(?!\w)")
                for strings in (exact, folded) if strings]
    return [name for name, content in files.items()
            if any(_holds(text, patterns, bool(exact)) for text in (name, *_readings(name, content)))]


def _holds(text: str, patterns: list[re.Pattern[str]], exact: bool) -> bool:
    plain = _plain(text)
    readings = [plain, plain.lower()][not exact:]
    return any(pattern.search(reading) for pattern, reading in zip(patterns, readings, strict=False))


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", unicodedata.normalize("NFC", text).replace("’", "'").replace("ʼ", "'")).strip()


def _readings(name: str, content: bytes) -> Iterator[str]:
    """A file's text as a reader, a search engine or a curious person may see it."""
    if name.endswith(".pdf"):
        yield from _pdf(content)
        return
    text = content.decode("utf-8", "replace")
    pieces = [text]
    for found in _BASE64.finditer(text):
        try:
            data = base64.b64decode(found[1])
        except binascii.Error:
            continue
        if not data.startswith(b"\x89PNG"):
            pieces.append(data.decode("utf-8", "replace"))
    text = _BASE64.sub("", text)
    plain = html.unescape(text)
    pieces[0] = plain
    pieces += [html.unescape(_TAG.sub("", text)), _TAG.sub("", plain)]
    if "\\u" in text:
        pieces.append(_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text))
    if "%" in text:
        pieces.append(unquote(plain))
    yield from pieces


def _pdf(content: bytes) -> Iterator[str]:
    """The pages' text, the metadata and the outline. Alt texts are the page's own, which is searched as HTML."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        yield " ".join(map(str, document.get_metadata_dict().values()))
        yield " ".join(item.get_title() for item in document.get_toc())
        for page in document:
            yield page.get_textpage().get_text_bounded()
    finally:
        document.close()


def refuse_leaks(files: Mapping[str, bytes], masked: Mapping[str, bool]) -> None:
    """Raises ReportError where a file holds what was masked: it must not be published."""
    if found := leaks(files, masked):
        kinds = sorted(found)
        raise ReportError(
            f"not published: something that was masked is still in {', '.join(kinds)} "
            "(a name in a title, id or parameter of your own, or a fault to report)")
