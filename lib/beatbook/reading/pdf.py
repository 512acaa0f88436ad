"""PDF documents: the text of all pages in reading order, by pypdfium2.

pdfium gives lines; paragraphs, items of lists and rows of tables are put together again from where the lines stand.
Running heads and numbers of pages are left out, words parted at the end of a line are joined.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any, BinaryIO, NamedTuple

from beatbook.errors import InputError
from beatbook.reading.blocks import item, join, squeeze
from beatbook.reading.decoding import repair
from beatbook.reading.formats import read_whole
from beatbook.reading.limits import Job
from beatbook.records import Release

_HYPHENS = "\ufffe\xad\u2010-"
_MARKS = re.compile(r"[•●○▪◦‣∙·■□►▶➢➤✓✔\uf0b7\uf0a7\ufffe\s-]+")
_MARK = re.compile(r"(?:[•●○▪◦‣∙·■□►▶➢➤✓✔\uf0b7\uf0a7*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])")
_ITEM = re.compile(r"(?:[•●○▪◦‣∙·■□►▶➢➤✓✔\uf0b7\uf0a7]\s*|[*–—-] |\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)] )(?=\S)")
_ORDINAL = re.compile(r"\(?\w{1,4}[.)] ")
_PAGE = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|- ?\d{1,4} ?-", re.I)
_POINT = re.compile(r" \. (?=\d)")  # of a calibre in justified lines: "70 . 303 cartridges"
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:;…][\"”’')\]]*$")
_COMPOUND = frozenset(
    "all anti counter cross ex gang half high knife low long multi non off out over part police pre self semi short "
    "two three "
    "four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety vehicle well year old "
    "drug gun "
    "county crime joint mid".split()
)
_COMPOUND_ENDS = frozenset(
    "style related year years time based wide term enabled free handed automatic month months week weeks hour hours "
    "person foot "
    "inch class like calibre caliber fuelled operation accused defendant defendants ordinated conspirator "
    "conspirators".split()
)
_MARGIN = 0.055  # of the page's height: where a browser prints date, title and address
_SHAPES = 5_000  # drawn on one page, which are looked at
_BAND = 0.12  # where running heads stand


class Line(NamedTuple):
    """A line of a page: its words, left and right end, lower and upper end, size of letters, how high it stands on the
    page (0 below, 1 above), and how tall its letters' places are."""

    text: str
    left: float
    right: float
    low: float
    high: float
    size: float
    place: float
    tall: float


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The one release of a document.

    Raises:
        InputError: it is no PDF, is encrypted, has too many pages, or no text.
    """
    data = read_whole(stream, source, job.limits, "take its pictures out")
    if b"%PDF-" not in data[:1024]:
        raise InputError(source, "is no PDF document; save it as PDF again, or name it by the kind that it is")
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        words = str(error)
        reason = (
            "is encrypted; save it without its password"
            if "assword" in words
            else f"is no PDF that can be read ({words})"
        )
        raise InputError(source, reason) from error
    try:
        if len(document) > job.limits.pages:
            raise InputError(source, f"has {len(document):,} pages; --max-pages sets the limit ({job.limits.pages:,})")
        pages = []
        letters = 0
        for number in range(len(document)):
            pages.append(_lines(document, number, pypdfium2))
            letters += sum(len(line.text) for line in pages[-1])
            if letters > job.limits.length * 1.2:
                raise InputError(
                    source, f"holds a text longer than {job.limits.length:,} characters; --max-length sets the limit"
                )
    finally:
        document.close()
    text = repair(join(list(_paragraphs(_without_running_heads(pages)))))
    if not text.strip():
        raise InputError(source, "holds no text, but pictures of it; recognise its letters first (OCR)")
    yield Release(text, id=id, source=source)


def _lines(document: Any, number: int, pypdfium2: Any) -> list[Line]:
    """The lines of a page as pdfium orders them."""
    page = document[number]
    try:
        height = page.get_height() or 1.0
        words = page.get_textpage()
        try:
            text = words.get_text_range().replace("\r\n", "\n\n").replace("\r", "\n")
            found = []
            rectangle = pypdfium2.raw.FS_RECTF()
            count = words.count_chars()

            def box(at: int) -> tuple[float, float, float, float]:
                """Left, right, lower and upper end of the place of a letter, whatever its shape."""
                pypdfium2.raw.FPDFText_GetLooseCharBox(words, at, rectangle)
                return rectangle.left, rectangle.right, rectangle.bottom, rectangle.top

            at = 0
            marks = []
            for raw in text.split("\n"):
                stripped = raw.strip()
                if stripped and _MARKS.fullmatch(stripped):  # some programs draw all bullets of a page at its end
                    marks += [
                        box(at + place)
                        for place, char in enumerate(raw)
                        if not char.isspace() and char not in "-\ufffe"
                    ]
                elif stripped and at + len(raw) <= count:
                    first = at + len(raw) - len(raw.lstrip())
                    last = first + len(stripped) - 1
                    start, end = box(first), box(last)
                    if ord(stripped[-1]) in (0xFFFE, 0xAD) and last > first:
                        end = box(last - 1)
                    size = pypdfium2.raw.FPDFText_GetFontSize(words, first) or 1.0
                    tall = max(start[3], end[3]) - min(start[2], end[2])
                    # letters of a size given by a matrix: their height tells
                    size = size if 0.4 * tall < size < 6 * max(tall, 1.0) else max(tall, 1.0)
                    found.append(
                        Line(
                            stripped,
                            start[0],
                            end[1],
                            min(start[2], end[2]),
                            max(start[3], end[3]),
                            size,
                            (start[2] + start[3]) / 2 / height,
                            max(tall, 1.0),
                        )
                    )
                at += len(raw) + 1
            return _marked(found, marks, _dots(page, pypdfium2))
        finally:
            words.close()
    finally:
        page.close()


def _dots(page: Any, pypdfium2: Any) -> list[tuple[float, float, float, float]]:
    """Places of the small round or square shapes of a page: browsers draw their bullets."""
    found = []
    for number, shape in enumerate(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if number > _SHAPES:
            break
        left, low, right, high = shape.get_bounds()
        wide, tall = right - left, high - low
        if 1 < wide < 9 and 1 < tall < 9 and 0.8 < wide / tall < 1.25:
            found.append((left, right, low, high))
    return found


def _marked(
    lines: list[Line], marks: list[tuple[float, float, float, float]], dots: list[tuple[float, float, float, float]]
) -> list[Line]:
    """The lines with each bullet put before the words that it stands before."""
    for left, right, low, high in [*marks, *dots]:
        near = [
            (line.left - right, at)
            for at, line in enumerate(lines)
            if line.low - 1 <= (low + high) / 2 <= line.high + 1 and -1 < line.left - right < 5 * line.size
        ]
        if near:
            at = min(near)[1]
            if not _ITEM.match(lines[at].text):
                lines[at] = lines[at]._replace(text=f"• {lines[at].text}", left=left)
    return lines


def _without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without what stands at the top and bottom of each."""
    sizes = [line.size for page in pages for line in page for _ in range(1 + len(line.text) // 40)]
    usual = median(sizes) if sizes else 0
    times: Counter[str] = Counter()
    for page in pages:
        times.update({_alike(line.text) for line in page if not _BAND < line.place < 1 - _BAND})

    def running(line: Line) -> bool:
        if _BAND < line.place < 1 - _BAND:
            return False
        if _PAGE.fullmatch(line.text):
            return True
        if len(pages) > 1 and times[_alike(line.text)] > max(1, len(pages) // 2):
            return True
        return in_margin(line) and line.size < usual * 0.9

    def in_margin(line: Line) -> bool:
        return not _MARGIN < line.place < 1 - _MARGIN

    kept = [[line for line in page if not running(line)] for page in pages]
    # a letterhead says who publishes, but it is no headline: it comes last, unless it has the date
    heads = [line for page in kept[:1] for line in page if in_margin(line) and not _DIGITS.search(line.text)]
    return [*([line for line in page if line not in heads] for page in kept), heads]


def _alike(text: str) -> str:
    """A running head in the form that it has on every page, whatever the page's number in it."""
    return _DIGITS.sub("0", text) if len(text) < 40 else text


def _paragraphs(pages: list[list[Line]]) -> Iterator[tuple[str, str]]:
    """Lines put together: paragraphs, items, rows."""
    lines = [line for page in pages for line in _side_by_side(page)]
    words = Counter(word.casefold() for line in lines for word in re.findall(r"[\w-]+", line.text))
    steps = _steps(lines)
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, steps.get(round(line.size), 1.5 * line.tall)):
            yield from _closed(group, words)
            group = []
        group.append(line)
    if group:
        yield from _closed(group, words)


def _steps(lines: list[Line]) -> dict[int, float]:
    """From one line of a paragraph down to the next, by size of letters: the smallest step that is usual.

    A wide step counts only from a line that ends no sentence, for it may be that from paragraph to paragraph.
    """
    seen: dict[int, Counter[float]] = {}
    for above, below in pairwise(lines):
        down = (above.low - below.low) / above.tall
        wide = down > 1.7
        if 0.7 < down < 2.7 and abs(above.size - below.size) < 0.6 and not (wide and _ENDS.search(above.text)):
            seen.setdefault(round(above.size), Counter())[round((above.low - below.low) * 2) / 2] += 1
    found = {}
    for size, counts in seen.items():
        usual = [step for step, times in counts.items() if times >= max(2, counts.most_common(1)[0][1] * 0.2)]
        if usual:
            found[size] = min(usual)
    return found


def _side_by_side(page: list[Line]) -> list[Line]:
    """Pieces on one line as one: a bullet with its words, the cells of a row (parted by a tab)."""
    found: list[Line] = []
    for line in page:
        before = found[-1] if found else None
        if (
            before
            and line.left >= before.right - 1
            and abs(before.low - line.low) < 0.45 * max(before.size, line.size) + 1
        ):
            gap = line.left - before.right
            marked = _MARK.fullmatch(before.text)
            apart = " " if marked or gap < 1.2 * line.size else "\t"
            glued = "" if gap < 0.12 * line.size and not marked else apart
            found[-1] = before._replace(
                text=before.text + glued + line.text,
                right=line.right,
                low=min(before.low, line.low),
                high=max(before.high, line.high),
                left=line.left if marked else before.left,
            )
        else:
            found.append(line)
    return found


def _goes_on(group: list[Line], line: Line, step: float) -> bool:
    """Whether a line belongs to the paragraph of those before it; ``step`` is that from line to line."""
    before = group[-1]
    if _ITEM.match(line.text) or "\t" in line.text or "\t" in before.text:
        return False
    if abs(before.size - line.size) > 0.6:
        return False
    unfinished = not _ENDS.search(before.text)
    down = before.low - line.low
    if down <= 0:  # the next column or page
        full = len(group) > 1 and before.right > max(one.right for one in group) - 0.2 * _width(group)
        return unfinished and (line.text[0].islower() or before.text[-1] in _HYPHENS + "," or full)
    if down > 1.25 * step + 0.5:
        return False
    # a first line that is set in begins a paragraph, unless those before it hang
    if line.left > before.left + 0.8 * line.size and not _ITEM.match(group[0].text):
        return unfinished and len(group) == 1 and line.text[0].islower()
    return unfinished or before.right > max(one.right for one in (*group, line)) - 0.2 * _width([*group, line])


def _width(lines: list[Line]) -> float:
    return max(max(line.right for line in lines) - min(line.left for line in lines), 1.0)


def _closed(group: list[Line], words: Counter[str]) -> Iterator[tuple[str, str]]:
    text = group[0].text
    for line in group[1:]:
        text = _joined(text, line.text, words)
    text = text.replace("\ufffe", "-").replace("\u2010", "-").replace("\uf0b7", "•").replace("\uf0a7", "•")
    if "\t" in text:
        cells = [squeeze(cell) for cell in text.split("\t")]
        yield "row", "\t".join(filter(None, cells))
        return
    text = _POINT.sub(" .", squeeze(text))
    mark = _ITEM.match(text)
    if mark and not _ORDINAL.match(text):
        yield "item", item(text[mark.end() :])
    elif text:
        yield ("item" if mark else "p"), text


def _joined(text: str, more: str, words: Counter[str]) -> str:
    """Two lines of a paragraph as one, a word that was parted put together."""
    if text[-1] not in _HYPHENS or len(text) < 2 or not text[-2].isalnum():
        return f"{text} {more}"
    left = re.split(r"[^\w'’-]", text[:-1])[-1]
    right = re.match(r"[\w'’]*", more)
    rest = right.group() if right else ""
    if words[f"{left}-{rest}".casefold()] or not rest:
        return f"{text[:-1]}-{more}"
    if words[f"{left}{rest}".casefold()] and left.isalpha():
        return text[:-1] + more
    compound = (
        not left.isalpha()
        or len(left) == 1
        or not rest[0].islower()
        or left.casefold() in _COMPOUND
        or rest.casefold() in _COMPOUND_ENDS
    )
    if text[-1] == "\xad" and left.isalpha():
        compound = False
    return f"{text[:-1]}-{more}" if compound else text[:-1] + more
