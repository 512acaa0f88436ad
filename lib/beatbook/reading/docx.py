"""Word documents (.docx): paragraphs, lists and tables in the order they stand in.

The tree is walked here, for python-docx's own paragraphs leave out what stands in content controls and in accepted
changes. Deleted text, comments, headers and footers are not read.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.blocks import item, join, squeeze, tabled
from beatbook.reading.decoding import repair
from beatbook.reading.formats import read_whole
from beatbook.reading.limits import Job, Limits, megabytes
from beatbook.records import Release

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PASSED_OVER = frozenset(
    ("del", "moveFrom", "Fallback", "txbxContent", "instrText", "pPr", "rPr", "delText", "drawing", "pict")
)
_ENTITY = re.compile(rb"<!ENTITY|<\0!\0E\0N\0T\0I\0T\0Y", re.I)


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The one release of a document.

    Raises:
        InputError: it is no Word document, or holds no text.
    """
    data = read_whole(stream, source, job.limits, "take its pictures out")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(source, "is an old or an encrypted Office document; save it as .docx without a password")
    _check(data, source, job.limits)
    from docx import Document

    document = Document(BytesIO(data))
    lines = list(_blocks(document.element.body, _listed_styles(document), 0))
    text = repair(join(lines))
    if not text.strip():
        raise InputError(source, "holds no text")
    yield Release(text, id=id, source=source)


def _check(data: bytes, source: str, limits: Limits) -> None:
    """Refuses what is no Word document and what unpacks to far more than it is, before a library unpacks it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if "word/document.xml" not in archive.namelist():
                raise InputError(source, "is no Word document (.docx)")
            total = sum(member.file_size for member in members)
            if total > max(limits.size * 2, len(data) * limits.ratio) or len(members) > limits.members:
                raise InputError(
                    source, f"unpacks to {megabytes(total)} in {len(members):,} parts; --max-size sets the limit"
                )
            unpacked = 0
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    with archive.open(member) as part:
                        content = part.read(limits.size + 1)
                    unpacked += len(content)
                    if unpacked > limits.size:
                        raise InputError(
                            source, f"unpacks to more than {megabytes(limits.size)}; --max-size sets the limit"
                        )
                    if _ENTITY.search(content):
                        raise InputError(source, "declares entities, which no Word document needs; it is not read")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError(source, f"is no Word document that can be opened ({error})") from error


def _listed_styles(document: Any) -> frozenset[str]:
    """The ids of the styles of paragraphs that are items of lists."""
    found = set()
    for style in document.styles.element.iter(f"{_W}style"):
        name = next((name.get(f"{_W}val") or "" for name in style.iter(f"{_W}name")), "")
        # "List Paragraph" is Word's style of every list, but an item only where a number or bullet stands with it
        if name.lower().startswith(("list bullet", "list number")):
            found.add(style.get(f"{_W}styleId") or name)
    return frozenset(found)


def _blocks(element: Any, listed: frozenset[str], depth: int) -> Iterator[tuple[str, str]]:
    before = ""
    for child in element:
        tag = _name(child)
        if tag == "p":
            lines = list(_paragraph(child, listed))
            before = lines[-1][1] if lines else before
            yield from lines
        elif tag == "tbl":
            yield from _table(child, listed, depth, before)
        elif tag not in _PASSED_OVER and tag != "sectPr" and depth < 50:  # a content control, an accepted change
            yield from _blocks(child, listed, depth + 1)


def _paragraph(paragraph: Any, listed: frozenset[str]) -> Iterator[tuple[str, str]]:
    pieces: list[str] = []
    _words(paragraph, pieces, 0)
    lines = [line for line in map(_line, "".join(pieces).split("\n")) if line]
    if not lines:
        return
    if _is_item(paragraph, listed):
        yield "item", item(" ".join(lines).replace("\t", " "))
        return
    yield "row" if len(lines) == 1 and "\t" in lines[0] else "p", "\n".join(lines)


def _line(text: str) -> str:
    """A line with its white space as one, tabs between words kept: they part columns."""
    return "\t".join(filter(None, (squeeze(cell) for cell in text.split("\t"))))


def _words(element: Any, pieces: list[str], depth: int) -> None:
    for child in element:
        tag = _name(child)
        if tag == "t":
            pieces.append(child.text or "")
        elif tag in ("tab", "ptab"):
            pieces.append("\t")
        elif tag in ("br", "cr"):
            pieces.append("\n")
        elif tag == "noBreakHyphen":
            pieces.append("-")
        elif tag not in _PASSED_OVER and depth < 50:
            _words(child, pieces, depth + 1)


def _is_item(paragraph: Any, listed: frozenset[str]) -> bool:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return False
    style = properties.find(f"{_W}pStyle")
    name = style.get(f"{_W}val") if style is not None else ""
    number = properties.find(f"{_W}numPr/{_W}numId")
    if number is not None:
        return number.get(f"{_W}val") != "0" and not str(name).startswith(("Heading", "Title"))
    return name in listed


def _table(table: Any, listed: frozenset[str], depth: int, before: str) -> Iterator[tuple[str, str]]:
    rows = (
        [[list(_blocks(cell, listed, depth + 1)) for cell in _within(row, "tc")] for row in _within(table, "tr")]
        if depth < 20
        else []
    )
    # a table that only places things on the page: cells of several paragraphs, or a single box
    if any(len(cell) > 2 or any(kind == "row" for kind, _ in cell) for row in rows for cell in row):
        for row in rows:
            for cell in row:
                yield from cell
        return
    yield from tabled([[(False, squeeze(" ".join(text for _, text in cell))) for cell in row] for row in rows], before)


def _within(element: Any, wanted: str) -> Iterator[Any]:
    """The rows or cells of a table, also those in content controls."""
    for child in element:
        tag = _name(child)
        if tag == wanted:
            yield child
        elif tag in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _within(child, wanted)


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
