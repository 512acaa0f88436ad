"""Text → lines with a role: headings, list items with the clause that introduces them, table rows and paragraphs.

Lists come first because the seized items are in them: an item inherits its introduction's verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# every bullet seen in releases; "o" counts only before a space and a dash there or before a whole word, so that
# "o'clock" and "-CBP-" stay text
BULLET = re.compile(
    r"[ \t]*(?:[•●○▪◦‣∙·■□►▶➢➤✓✔→*=;]+[ \t]*|[-–—‐o>+~][ \t]+|[-–](?=[^\W_]\w*[ ,])"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)][ \t]+(?=\S))"
    r"(?=[^\s*=\-–—])"
)
TERMINAL = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
LABEL = re.compile(r"[A-Z][^:\n.,;–—]{1,40}(?::| [–—]) *\S")  # "Drugs: 2 kilos of cocaine"
QUOTE_START = ("“", '"', "‘", "«", "'")


@dataclass(slots=True)
class Line:
    """A line or a run of wrapped lines: its span without bullet and outer white space.

    kind: "prose", "item" (of a list), "heading" (of a section, or the headline), "row" (of a table: cells parted by
    tabs or bars). ``intro`` is the index of the line that introduces an item, ``heading`` of the heading above.
    """

    start: int
    end: int
    kind: str
    paragraph: int
    intro: int | None = None
    heading: int | None = None


def _physical(text: str) -> Iterator[tuple[int, int, bool]]:
    """Non-empty physical lines: (start, end, blank lines before?)."""
    at, gap = 0, True
    for raw in text.split("\n"):
        start = at + len(raw) - len(raw.lstrip())
        end = at + len(raw.rstrip())
        if end > start:
            yield start, end, gap
            gap = False
        else:
            gap = True
        at += len(raw) + 1


def _is_heading(text: str) -> bool:
    """A short line without a closing stop that reads as a title: in capitals, or most of its words capitalised."""
    if len(text) > 120 or text[-1] in ".;,:" or text.startswith(QUOTE_START):
        return text[-1:] == ":" and text.isupper() and len(text) < 60
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    if not words or len(words) > 16:
        return False
    return text.isupper() or len(words) <= 5 or sum(word[0].isupper() for word in words) / len(words) > 0.6


def lines(text: str) -> list[Line]:
    """The lines of a text, in order, each with its role.

    Args:
        text: the release's text, newlines as "\\n".

    Returns:
        Lines; wrapped lines of one paragraph are one Line, a bullet is not part of its item's span.
    """
    found: list[Line] = []
    paragraph = 0
    intro: int | None = None  # the open introduction: a line that ends with a colon
    heading: int | None = None
    bulleted = False  # the list under the open introduction has bullets
    close_set = "\n\n" not in text  # no empty line parts anything: each line of prose is a paragraph
    for start, end, gap in _physical(text):
        raw = text[start:end]
        line_start = text.rfind("\n", 0, start) + 1
        bullet = BULLET.match(text, line_start)
        paragraph += gap
        previous = found[-1] if found else None
        wrapped = previous if previous is not None and not gap and _runs_on(text, previous, raw) else None
        if bullet and bullet.end() < end and not (wrapped and wrapped.kind == "prose"):
            start = bullet.end()
            introduces = previous is not None and previous.kind in ("prose", "heading") and (
                not TERMINAL.search(text[previous.start:previous.end]))
            if intro is None and introduces:
                intro = len(found) - 1
            found.append(Line(start, end, "item", paragraph, intro, heading))
            bulleted = True
            continue
        if wrapped:
            wrapped.end = end
            if raw.endswith(":"):
                intro, bulleted = len(found) - 1, False
            continue
        if "\t" in raw or raw.count("|") >= 2:
            found.append(Line(start, end, "row", paragraph, intro, heading))
            continue
        listed = intro is not None and not bulleted and not raw.startswith(QUOTE_START) and len(raw) < 200
        after_item = previous is not None and previous.kind == "item" and not gap
        short = not TERMINAL.search(raw) or raw.startswith("To ") or (after_item and len(raw) < 60)
        shouted = gap and raw.isupper() and len(raw) > 3  # a heading in capitals ends a list without bullets
        if listed and short and not shouted and not raw.endswith(":"):
            found.append(Line(start, end, "item", paragraph, intro, heading))
            continue
        intro, bulleted = None, False
        if _is_heading(raw):
            heading = len(found)
            found.append(Line(start, end, "heading", paragraph))
            if raw.endswith(":"):
                intro = heading
            continue
        if close_set and previous is not None and previous.kind == "prose":
            paragraph += 1
        found.append(Line(start, end, "prose", paragraph, None, heading))
        if raw.endswith(":"):
            intro = len(found) - 1
    return found


def _runs_on(text: str, previous: Line, raw: str) -> bool:
    """Whether a line goes on with the one before: that one is long and unfinished, or this one starts in lower case."""
    if text[previous.end - 1] in ".!?:;" or previous.kind == "row" or "\t" in raw:
        return False
    last = text[max(previous.start, text.rfind("\n", previous.start, previous.end) + 1):previous.end]
    if raw[0].islower():
        return len(last) > 40
    if LABEL.match(raw) and LABEL.match(last):
        return False
    return previous.kind == "prose" and len(last) > 60 and (last[-1] == "," or last[-1] not in "”\"’)")
