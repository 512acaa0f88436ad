"""Bytes → text (``decode``), then mojibake → what was meant (``repair``, once). Offsets count in what leaves here.

Encodings are tried in this order: byte order mark, declared, strict UTF-8, Windows-1252. Text that is well formed
leaves exactly as it came: no Unicode normalisation, quotes stay curly, ligatures, full-width forms, HTML entities
and control characters stay as they are.
"""

import codecs
import functools
import re
from collections.abc import Callable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "a Rich Text document"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
_SAMPLE = 65_536

# Mojibake always shows two characters beyond ASCII in a row, a C1 control, or an "Â"/"Ã" before a space that was a
# no-break space. Most texts have none of these, and ftfy need not look at them.
_SUSPECT = re.compile(r"[\x80-\x9f]|[^\x00-\x7f]{2}|[ÂÃ] ")
_FOREIGN = re.compile("[^\x00-\u017f\u1e00-\u1eff\u2000-\u2bff\ufb00-\ufb06\ufe0f\ufeff\ufffd\U0001f000-\U0001faff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NEWLINE = re.compile("\r\n?")


class NotTextError(ValueError):
    """The bytes are not text; its message says what they are."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of ``data``, its mark of byte order taken off.

    Args:
        data: the bytes of a whole text.
        declared: an encoding that the container states (an HTTP header, a meta element); a wrong one is passed over.

    Raises:
        NotTextError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise NotTextError(f"has the byte order mark of {encoding} but does not hold it") from error
    _refuse_binary(data)
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    # Bytes that Windows-1252 leaves undefined pass through, so that a mixed file can still be repaired line by line.
    import ftfy.bad_codecs  # noqa: F401  (registers the codec)

    return data.decode("sloppy-windows-1252")


def repair(text: str) -> str:
    """``text`` without mojibake ("Â£500" → "£500", by ftfy); well-formed text comes back as it is.

    A lone surrogate, which no file can hold, becomes U+FFFD, so that offsets stay.
    """
    if text.isascii():
        return text
    if _SURROGATE.search(text):
        text = _SURROGATE.sub("\ufffd", text)
    if not _SUSPECT.search(text):
        return text
    return "\n".join(_mended(line) if _SUSPECT.search(line) else line for line in text.split("\n"))


def _mended(line: str) -> str:
    mended = _ftfy()(line)
    # A letter beside a quotation mark ("…”é") can pass for broken Cyrillic or Chinese; a release holds none of these.
    return line if _FOREIGN.search(mended) and not _FOREIGN.search(line) else mended


def newlines(text: str) -> str:
    r"""``text`` with every ``\r\n`` and ``\r`` as ``\n``."""
    return _NEWLINE.sub("\n", text) if "\r" in text else text


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise NotTextError(f"is {kind}, not text")
    if b"\0" in data:
        raise NotTextError("is binary (it holds NUL bytes), not text")
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) * 0.02:
        raise NotTextError("is binary (it is full of control characters), not text")


@functools.cache
def _ftfy() -> Callable[[str], str]:
    import ftfy  # 0.1 s, and most texts never need it

    config = ftfy.TextFixerConfig(
        fix_encoding=True, unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False,
        fix_character_width=False, uncurl_quotes=False, fix_line_breaks=False, fix_surrogates=False,
        remove_control_chars=False, normalization=None, explain=False,
    )
    return lambda text: ftfy.fix_text(text, config)
