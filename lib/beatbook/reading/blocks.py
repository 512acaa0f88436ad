"""A tree of HTML → text whose lines the extractor understands: paragraphs parted by empty lines, "- " before each item
of a list, the cells of a table's row parted by tabs.

Reads the elements of HTML, and those that trafilatura makes of them.
"""

import re
from collections.abc import Iterator
from typing import Any

_INLINE_BREAKS = frozenset(("br", "lb"))
_LISTS = frozenset(("ul", "ol", "dl", "list", "menu", "dir"))
_ITEMS = frozenset(("li", "item", "dd", "dt"))
_TABLES = frozenset(("table",))
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "cell"))
_BLOCKS = (
    frozenset(
        (
            "p",
            "div",
            "head",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "quote",
            "blockquote",
            "pre",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "figure",
            "figcaption",
            "caption",
            "address",
            "hr",
            "form",
            "fieldset",
            "center",
            "body",
            "html",
            "thead",
            "tbody",
            "tfoot",
            "aside",
            "nav",
            "details",
            "summary",
            "time-line",
        )
    )
    | _LISTS
    | _ITEMS
    | _TABLES
    | _ROWS
    | _CELLS
)
_DROPPED = frozenset(
    (
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "math",
        "select",
        "option",
        "button",
        "textarea",
        "input",
        "graphic",
        "title",
        "meta",
        "link",
        "canvas",
        "audio",
        "video",
    )
)
_BULLET = re.compile(r"(?:[•●○▪◦‣∙·■□►▶➢➤✓✔→*–—-]|\(?[0-9a-z]{1,2}[.)])[ \t]")
_MARK = re.compile(r"[•●○▪◦‣∙·■□►▶➢➤✓✔→*–—-]|\(?[0-9a-z]{1,2}[.)]")
_SPACE = re.compile(r"[ \t\r\n\f\v\xa0\u2007\u202f]+")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff]")
_DEEP = 150
"""Elements within one another; what is deeper is read as plain words."""


def text_of(root: Any, skip: frozenset[str] = frozenset()) -> str:
    """The text of an lxml element.

    Args:
        root: the element; its own tail is not read.
        skip: further tags that are passed over with all that is in them.
    """
    return join(_Reader(_DROPPED | skip).lines(root))


def join(lines: list[tuple[str, str]]) -> str:
    """Lines with their kind ("p", "item", "row") as one text: an empty line wherever the kind changes or is "p"."""
    parts: list[str] = []
    before = ""
    for kind, text in lines:
        if parts:
            parts.append("\n" if kind == before != "p" else "\n\n")
        parts.append(text)
        before = kind
    return "".join(parts)


def item(text: str) -> str:
    """An item of a list with the mark that says so, unless it has one."""
    return text if _BULLET.match(text) else f"- {text}"


def tabled(rows: list[list[tuple[bool, str]]], before: str = "") -> list[tuple[str, str]]:
    """The rows of a table as lines: cells parted by tabs, or the items of a list where it is set as a table.

    Args:
        rows: the cells of each row: whether it is a heading, and its words.
        before: the line that stands above the table.
    """
    filled = [[(head, text) for head, text in row if text] for row in rows]
    marked = [row for row in filled if len(row) == 2 and _MARK.fullmatch(row[0][1])]
    single = [row[0][1] for row in filled if len(row) == 1 and not row[0][0]]
    # one column is a list where a colon announces it, or where its rows are no sentences
    listed = (
        len(single) > 1
        and all(len(row) == 1 for row in filled)
        and max(map(len, single)) < 300
        and (before.endswith(":") or sum(text.endswith(".") for text in single) * 2 < len(single))
    )
    lines = []
    for row in filled:
        if row in marked:
            lines.append(("item", item(row[1][1])))
        elif len(row) > 1:
            lines.append(("row", "\t".join(text for _, text in row)))
        elif row:
            head, text = row[0]
            lines.append(("item", item(text)) if listed and not head else ("p", text))
    return lines


def straighten(tree: Any) -> None:
    """Makes tables that only place things on the page into plain blocks, in an lxml tree of HTML and in place.

    What finds the article of a page takes tables out of tables, and so out of their order.
    """
    for table in list(tree.iter("table")):
        rows = list(_own(table, _ROWS))
        if any(_laid_out(cell) for row in rows for cell in _own(row, _CELLS)):
            for element in [table, *_own(table, frozenset(("thead", "tbody", "tfoot"))), *rows]:
                element.tag = "div"
            for row in rows:
                for cell in _own(row, _CELLS):
                    cell.tag = "div"


def squeeze(text: str) -> str:
    """``text`` on one line: white space as one space, what cannot be seen left out."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def tag_of(element: Any) -> str:
    """The name of an element in lower case, without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


class _Reader:
    def __init__(self, dropped: frozenset[str]):
        self.dropped = dropped
        self.out: list[tuple[str, str]] = []
        self.inline: list[str] = []
        self.term = ""

    def lines(self, root: Any) -> list[tuple[str, str]]:
        self._content(root, "p", 0)
        self._flush("p")
        return self.out

    def _flush(self, kind: str) -> None:
        """Closes the line that is open. Line breaks within a paragraph stay, in an item or a cell they do not."""
        text = "".join(self.inline)
        self.inline.clear()
        if kind == "p":
            text = "\n".join(filter(None, (squeeze(line) for line in text.split("\x1e"))))
        else:
            text = squeeze(text.replace("\x1e", " "))
        if text:
            self.out.append((kind, item(text) if kind == "item" else text))

    def _content(self, element: Any, kind: str, depth: int) -> None:
        self.inline.append(_plain(element.text))
        for child in element:
            tag = tag_of(child)
            if tag and tag not in self.dropped and not _hidden(child):
                if depth > _DEEP:
                    self.inline.append(" " + squeeze("".join(child.itertext())) + " ")
                elif tag in _INLINE_BREAKS:
                    self.inline.append("\x1e")
                elif tag in _TABLES:
                    self._flush(kind)
                    self._table(child, depth + 1)
                elif tag in _LISTS:
                    self._flush(kind)
                    self._content(child, "item", depth + 1)
                    self._flush("item")
                    self._term()
                elif tag in _ITEMS:
                    self._item(child, depth + 1)
                elif tag in _BLOCKS:
                    if kind == "item":  # paragraphs of one item are one line
                        self.inline.append(" ")
                        self._content(child, kind, depth + 1)
                        self.inline.append(" ")
                    else:
                        self._flush(kind)
                        self._content(child, kind, depth + 1)
                        self._flush(kind)
                else:
                    self._content(child, kind, depth + 1)
            elif tag:
                self.inline.append(" ")
            self.inline.append(_plain(child.tail))

    def _item(self, element: Any, depth: int) -> None:
        self._flush("item")
        if tag_of(element) == "dt" or str(element.get("rend", "")).startswith("dt"):  # "term: what it is" is one item
            self._term()
            self._content(element, "item", depth)
            self.term = squeeze("".join(self.inline).replace("\x1e", " ")).rstrip(":")
            self.inline.clear()
            return
        if self.term:
            self.inline.append(f"{self.term}: ")
            self.term = ""
        self._content(element, "item", depth)
        self._flush("item")

    def _term(self) -> None:
        """Gives out a term that nothing followed."""
        if self.term:
            self.out.append(("item", item(self.term)))
            self.term = ""

    def _table(self, table: Any, depth: int) -> None:
        rows = list(_own(table, _ROWS))
        for caption in _own(table, frozenset(("caption",))):
            self._content(caption, "p", depth)
            self._flush("p")
        if any(_laid_out(cell) for row in rows for cell in _own(row, _CELLS)):
            for row in rows:  # a table that only places things on the page
                for cell in _own(row, _CELLS):
                    self._content(cell, "p", depth + 2)
                    self._flush("p")
            return
        cells = [[(_is_heading(cell), self._cell(cell, depth)) for cell in _own(row, _CELLS)] for row in rows]
        self.out += tabled(cells, self.out[-1][1] if self.out else "")

    def _cell(self, cell: Any, depth: int) -> str:
        inner = _Reader(self.dropped)
        inner._content(cell, "p", depth + 2)
        inner._flush("p")
        return squeeze(" ".join(text for _, text in inner.out))


def _own(element: Any, wanted: frozenset[str]) -> Iterator[Any]:
    """The elements of those tags that belong to this one, not to a table within."""
    waiting = list(element)[::-1]
    while waiting:
        child = waiting.pop()
        tag = tag_of(child)
        if tag in wanted:
            yield child
        elif tag not in _TABLES and tag not in _ROWS and tag not in _CELLS:
            waiting += list(child)[::-1]


def _laid_out(cell: Any) -> bool:
    """Whether a cell holds a part of a page (paragraphs, lists, tables, long prose) and no value."""
    blocks = sum(1 for child in cell.iter() if child is not cell and tag_of(child) in _BLOCKS - _ITEMS)
    return (
        blocks > 2
        or any(tag_of(child) in _TABLES | _LISTS for child in cell.iter() if child is not cell)
        or (len("".join(cell.itertext())) > 400)
    )


def _is_heading(cell: Any) -> bool:
    return tag_of(cell) == "th" or cell.get("role") == "head"


def _hidden(element: Any) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and "display:none" in style.replace(" ", "").lower()


def _plain(text: str | None) -> str:
    return text.replace("\x1e", " ") if text else ""
