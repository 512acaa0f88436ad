"""Text and tables as HTML that cannot be anything else: whatever a document holds is escaped here."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from beatbook.records import FAMILIES, Fact, Record, Release

# How each family is called where its facts are listed. Its two-letter mark is unique by its name.
NAMES = {
    "operations": "Operations", "seizures": "Seizures", "outcomes": "Outcomes", "activities": "Activities",
    "incidents": "Incidents", "quotes": "Speakers", "places": "Places", "contacts": "Contacts", "aims": "Aims",
}

# How the marks of each family look: red, green, blue of their tint and line, and the kind of line, which tells them
# apart without colour.
LOOKS = {
    "operations": ("135, 90, 190", "solid"), "seizures": ("0, 114, 178", "solid"),
    "outcomes": ("196, 104, 0", "double"), "activities": ("0, 138, 98", "dashed"), "incidents": ("190, 50, 50", "wavy"),
    "quotes": ("168, 70, 127", "dashed"), "places": ("110, 118, 129", "dotted"), "contacts": ("20, 140, 160", "dotted"),
    "aims": ("120, 120, 30", "dotted"),
}


def css() -> str:
    """The looks of the marks as a style sheet."""
    rule = "mark.{} {{ --hue: {}; text-decoration-style: {}; }}"
    return "\n".join(rule.format(family, colour, line) for family, (colour, line) in LOOKS.items())


# JupyterLab drops style sheets from the outputs of a notebook that it does not trust (any that papermill ran), and
# keeps these. A report drops these and has its style sheet.
_INLINE = {
    "release": "white-space: pre-wrap; line-height: 1.7; max-width: 50em",
    "ref": "font-size: .7em; vertical-align: super",
    "legend": "list-style-type: none; display: flex; flex-wrap: wrap; gap: 1.2em; padding: 0; margin: 0 0 1em",
    "places": "list-style-type: none; display: flex; flex-wrap: wrap; gap: 1.2em; padding: 0",
    "title": "font-size: 1.5em; font-weight: bold; margin: 0", "summary": "font-size: 1.1em; max-width: 45em",
    "unclaimed": "background-color: transparent; color: inherit; outline: 1px dashed rgb(190, 50, 50)",
    "td": "text-align: left; vertical-align: top", "th": "text-align: left; vertical-align: top",
    "caption": "text-align: left; font-weight: bold", "blockquote": "margin: 0 0 .5em; max-width: 45em",
} | {
    family: f"background-color: rgba({colour}, .16); color: inherit; border-bottom: 2px "
            f"{'dotted' if line == 'wavy' else line} rgb({colour})"
    for family, (colour, line) in LOOKS.items()
}
_TAG = re.compile(r"<(mark|a|div|ul|p|td|th|caption|blockquote)\b([^<>]*)>")


def with_styles(html: str) -> str:
    """Our own HTML with the looks of its classes written into its tags."""

    def styled(tag: re.Match[str]) -> str:
        found = re.search(r'class="([^"]*)"', tag[2])
        names = [tag[1], *(found[1].split() if found else [])]
        style = "; ".join(_INLINE[name] for name in names if name in _INLINE)
        return f'<{tag[1]}{tag[2]} style="{style}">' if style else tag[0]

    return _TAG.sub(styled, html)


def mark(family: str, number: int | str = "") -> str:
    """The short name of a fact in text and tables: seizures, 3 → “Se3”."""
    return f"{family[:2].capitalize()}{number}"


def described(fact: Fact) -> str:
    """A fact in one line for a hover title: its slots as filled, and the rule that made it."""
    slots = [
        f"{slot.name.replace('_', ' ')}: {_plain(fact[slot.name])}" for slot in FAMILIES[fact.family].slots
        if fact.slots.get(slot.name) not in (None, [], "") and fact[slot.name] != slot.default and slot.name != "text"
    ]
    return " · ".join([fact.family, *slots, f"rule: {fact.rule}"])


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return f"{value:,g}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


def highlighted(record: Record) -> str:
    """The release's text with every fact marked by family, nested and overlapping ones as well.

    Each mark has its slots and rule as a title, and after it the fact's short name as a link to its row
    (``#seizures-3``); the mark itself is ``#text-seizures-3``. Figures that no fact claims are marked as unclaimed.
    """
    text = record.release.text
    spans: list[tuple[int, int, str, str]] = []  # start, end, opening tag without its id, what follows the mark
    ids: list[str] = []
    for family, facts in record.facts.items():
        for number, fact in enumerate(facts, 1):
            key = f"{family}-{number}"
            link = (f'<a class="ref" href="#{key}" aria-label="{escape(FAMILIES[family].name)} {number}">'
                    f"{mark(family, number)}</a>")
            spans.append((fact.start, fact.end, f'class="fact {family}" title="{escape(described(fact))}"', link))
            ids.append(f'id="text-{key}" ')
    for row in _figures(record):
        title = f"unclaimed {row['kind']}" + (f": {row['reason']}" if row.get("reason") else "")
        spans.append((row["start"], row["end"], f'class="fact unclaimed" title="{escape(title)}"', ""))
        ids.append("")
    return _marked(text, spans, ids)


def _marked(text: str, spans: list[tuple[int, int, str, str]], ids: list[str]) -> str:
    """The text, escaped, with spans as nested marks: one that crosses another's end is closed there and reopened."""
    # Longer ones outside; of equals the first.
    order = sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1], i))
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for i in order:
        if 0 <= spans[i][0] < spans[i][1] <= len(text):
            opening.setdefault(spans[i][0], []).append(i)
            closing.setdefault(spans[i][1], []).append(i)
    out: list[str] = []
    stack: list[int] = []
    at = 0
    for edge in sorted({*opening, *closing}):
        out.append(escape(text[at:edge]))
        at = edge
        if ending := closing.get(edge):
            keep = next(depth for depth, i in enumerate(stack) if i in ending)
            again = [i for i in stack[keep:] if i not in ending]
            # The links of all facts that end here stand together, after their marks.
            out += ["</mark>"] * (len(stack) - keep)
            out += [spans[i][3] for i in ending]
            out += [f"<mark {spans[i][2]}>" for i in again]
            stack = [*stack[:keep], *again]
        for i in opening.get(edge, ()):
            out.append(f"<mark {ids[i]}{spans[i][2]}>")
            stack.append(i)
    return "".join([*out, escape(text[at:])])


def legend(record: Record) -> str:
    """What the marks mean: for each family that has facts its name, its short name and how many there are."""
    items = [
        f'<li><mark class="fact {family}">{NAMES[family]}</mark> {mark(family)} · {len(facts)}</li>'
        for family, facts in record.facts.items() if facts
    ]
    if figures := _figures(record):
        items.append(f'<li><mark class="fact unclaimed">Unclaimed figures</mark> {len(figures)}</li>')
    return f'<ul class="legend" aria-label="Legend">{"".join(items)}</ul>'


def release(release: Release) -> str:
    """A release as read: its title, where it comes from, and its text."""
    title = f'<p class="title">{escape(release.title)}</p>' if release.title else ""
    return (f'<div class="masthead">{title}<p class="origin">{escape(release.origin)}</p></div>'
            f'<div class="release" dir="auto">{escape(release.text)}</div>')


def record(record: Record) -> str:
    """A record: its release with every fact marked, and how many there are of each family."""
    of = record.release
    title = f'<p class="title">{escape(of.title)}</p>' if of.title else ""
    return (f'<div class="masthead">{title}<p class="origin">{escape(of.origin)}</p></div>{legend(record)}'
            f'<div class="release" dir="auto">{highlighted(record)}</div>')


def _figures(record: Record) -> list[dict[str, Any]]:
    return [row for row in record.unclaimed if row["kind"] != "term"]


Cell = str | tuple[str, str]
"""Text to be escaped, or (text, address): a link within the page."""


def table(caption: str, heads: Sequence[str], rows: Iterable[Mapping[str, Cell]], ids: Sequence[str] = (),
          figures: bool = False) -> str:
    """A table with a caption, scoped heads and escaped cells; columns that no row fills are left out.

    Args:
        caption: what the table holds.
        heads: the columns, in order; the first one heads its row.
        rows: for each row its cells by column.
        ids: an anchor for each row.
        figures: whether columns of nothing but figures are set to the right, to be read down their last digits.
    """
    rows = list(rows)
    heads = [head for head in heads if any(row.get(head) for row in rows)]
    right = {head for head in heads[1:] if figures and all(_is_figure(row.get(head, "")) for row in rows)}
    body = []
    for at, row in enumerate(rows):
        cells = [_cell(head, row.get(head, ""), at_head == 0, head in right) for at_head, head in enumerate(heads)]
        anchor = f' id="{escape(ids[at])}"' if ids else ""
        body.append(f"<tr{anchor}>{''.join(cells)}</tr>")
    columns = "".join(f'<th scope="col"{_FIGURE if head in right else ""}>{escape(head)}</th>' for head in heads)
    # In reach of the keyboard, since it may be wider than the page.
    return (f'<div class="table" tabindex="0" role="group" aria-label="{escape(caption)}"><table>'
            f'<caption>{escape(caption)}</caption><thead><tr>{columns}</tr></thead>'
            f"<tbody>{''.join(body)}</tbody></table></div>")


_FIGURE = ' class="figure"'


def _is_figure(cell: Cell) -> bool:
    """Whether a cell holds a number alone, or nothing."""
    text = cell if isinstance(cell, str) else cell[0]
    return not text or (text[-1].isdecimal() and text.strip("-−").replace(",", "").replace(".", "").isdecimal())


def _cell(head: str, cell: Cell, first: bool, figure: bool) -> str:
    text, address = (cell, "") if isinstance(cell, str) else cell
    inner = escape(text)
    if address:
        inner = f'<a href="{escape(address)}">{inner}</a>'
    if first:
        return f'<th scope="row">{inner}</th>'
    return f'<td data-label="{escape(head)}"{_FIGURE if figure else ""}>{inner}</td>'
