"""Figures of one release: each takes a table and an optional Axes, and returns the Axes.

Bars carry their own labels, so there is neither axis nor legend to read across to. Unlike things never share an
axis: a bar is drawn only for the figure's own measure, anything else on it stands as text. Colours are safe for the
colour-blind and nothing depends on them: hatching, indents and words say the same. Every figure knows its
``alt`` text and the ``data`` it draws; where there is nothing to draw, it says so.
"""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.dates import date2num

from beatbook import drawing, phrases
from beatbook.tables import outcome_tree, plain, to_csv
from beatbook.tables import seized as add_up

_COLOURS = {
    "firearm": drawing.BLUE, "firearm_part": drawing.BLUE, "ammunition": drawing.BLUE,
    "imitation_firearm": drawing.ORANGE, "cash": drawing.GREEN, "value": drawing.PURPLE,
}


@dataclass
class _Drawn:
    name: str
    title: str
    alt: str
    data: pd.DataFrame = field(repr=False)


_DRAWN: "WeakKeyDictionary[Axes, _Drawn]" = WeakKeyDictionary()


def alt(ax: Axes) -> str:
    """What the figure shows, in words, for whoever cannot see it."""
    return _DRAWN[ax].alt


def data(ax: Axes) -> pd.DataFrame:
    """The rows that the figure draws."""
    return _DRAWN[ax].data


def title(ax: Axes) -> str:
    """The figure's title."""
    return _DRAWN[ax].title


def name(ax: Axes) -> str:
    """A short name for the figure's files: seized, drugs, money, outcomes, timeline, tactics."""
    return _DRAWN[ax].name


def png(ax: Axes) -> bytes:
    """The figure as a PNG of few colours: the same figure gives the same bytes."""
    from PIL import Image

    raw = BytesIO()
    figure = ax.figure
    with mpl.rc_context(drawing.STYLE), drawing.any_script():
        figure.savefig(raw, format="png", dpi=192)  # type: ignore[union-attr]
    small = BytesIO()
    Image.open(raw).convert("RGB").quantize(48, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def save(ax: Axes, folder: str | Path) -> list[Path]:
    """Writes the figure (PNG) and its data (CSV) beside each other.

    Returns:
        The two paths, the PNG first. ``folder`` is made where it is missing.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    image, rows = folder / f"{name(ax)}.png", folder / f"{name(ax)}.csv"
    image.write_bytes(png(ax))
    rows.write_text(to_csv(data(ax)), encoding="utf-8", newline="")
    return [image, rows]


# The figures ----------------------------------------------------------------------------------------------------------


def seized(seizures: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Things seized other than drugs and money, by kind: a bar counts items, rounds and weights stand as text.

    Args:
        seizures: the ``seizures`` table.
        ax: where to draw; a figure of its own without it.
    """
    things = seizures[~seizures["category"].isin(["drug", "cash"])]
    rows = _sums(things)
    main = _main(rows, "item")
    groups = []
    for kind in things["category"].cat.categories:
        mine = [row for row in rows if row["category"] == kind]
        if mine:
            total = sum(row["adds"] for row in mine if row["measure"] == "item" and row["adds"])
            heading = phrases.category(kind)
            if total and len(mine) > 1 and total != mine[0]["amount"]:
                heading += f" · {phrases.number(total, words=False)}"
            colour = _COLOURS.get(kind, drawing.GREEN)
            groups.append(drawing.Group(phrases.capital(heading), [_seizure(row, main) for row in mine], colour))
    return _bars(ax, "seized", "Things seized, by kind", groups, pd.DataFrame(rows, columns=_SUMS))


def drugs(seizures: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Drugs seized: a bar weighs them; plants, tablets and wraps are counted in words, never beside a weight.

    Args:
        seizures: the ``seizures`` table.
        ax: where to draw; a figure of its own without it.
    """
    rows = _sums(seizures[seizures["category"].eq("drug")])
    # "Drugs" without an amount says nothing where drugs are named.
    rows = [row for row in rows if len(rows) == 1 or row["amount"] or row["item"].lower() != "drugs"]
    main = _main(rows, "kg")
    groups = [
        drawing.Group(heading, [_seizure(row, main) for row in rows if belongs(row["measure"])], drawing.PURPLE)
        for heading, belongs in (
            ("By weight", lambda measure: measure == "kg"),
            ("Counted", lambda measure: measure not in ("kg", None)),
            ("Without an amount", lambda measure: measure is None),
        )
    ]
    return _bars(ax, "drugs", "Drugs seized, by weight and by count", groups, pd.DataFrame(rows, columns=_SUMS))


def money(seizures: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Cash seized, and what other things are said to be worth: two things that are never added up.

    Bars are in the currency with most entries; amounts in another stand as text.

    Args:
        seizures: the ``seizures`` table.
        ax: where to draw; a figure of its own without it.
    """
    rows = _sums(seizures, ("cash", "value"))
    main = _main(rows)
    groups = []
    for basis, heading in (("cash", "Cash seized"), ("value", "Said to be worth")):
        mine = [row for row in rows if row["basis"] == basis]
        total = sum(row["adds"] for row in mine if row["measure"] == main and row["adds"])
        if total and len(mine) > 1:
            heading += f" · {phrases.money(total, main)}"
        groups.append(drawing.Group(heading, [_seizure(row, main) for row in mine], _COLOURS[basis]))
    return _bars(ax, "money", "Cash, and values that the text states", groups, pd.DataFrame(rows, columns=_SUMS))


def outcomes(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """What happened to people, as the tree that the text states: each part drawn within the group it is taken from.

    Args:
        table: the ``outcomes`` table.
        ax: where to draw; a figure of its own without it.
    """
    tree = outcome_tree(table)
    nodes = {node["node_id"]: node for node in (plain(row) for row in tree.to_dict("records"))}
    branching = {node["parent_id"] for node in nodes.values()} - {None}
    linked: list[dict[str, Any]] = []
    alone: list[dict[str, Any]] = []
    roots: dict[str, str] = {}
    for key, node in nodes.items():
        roots[key] = roots.get(node["parent_id"], key)
        (linked if roots[key] in branching else alone).append(node)
    alone.sort(key=lambda node: -(node["count"] or 0))
    # One person a row needs no bar where there are many such rows.
    bare = sum(node["count"] == 1 for node in alone) > 4
    colour = drawing.ORANGE if linked else drawing.BLUE
    groups = [
        drawing.Group("Groups and their parts" if alone else "",
                      [_outcome(node, nodes.get(node["parent_id"]), True) for node in linked]),
        drawing.Group("Counted apart (may be among those above)" if linked else "",
                      [_outcome(node, None, not (bare and node["count"] == 1)) for node in alone], colour),
    ]
    frame = tree.drop(columns="evidence")
    return _bars(ax, "outcomes", "People, by what happened to them", groups, frame, inline_from=17)


def tactics(activities: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """What police did, by tactic: a bar counts activities; officers and forces are no activities and stand as text.

    Args:
        activities: the ``activities`` table.
        ax: where to draw; a figure of its own without it.
    """
    facts = [plain(row) for row in activities.to_dict("records")]
    facts.sort(key=lambda fact: (fact["count"] is None, -(fact["count"] or 0)))
    means = ("officers_deployed", "forces_involved")
    groups = []
    for heading, mine in (("", [f for f in facts if f["tactic"] not in means]),
                          ("Who took part", [f for f in facts if f["tactic"] in means])):
        rows = []
        for fact in mine:
            count = fact["count"]
            text = phrases.quantity(count, None, fact["modifier"]) if count is not None else "number not stated"
            bar = count if fact["tactic"] not in means else None
            rows.append(drawing.Row(phrases.capital(phrases.tactic(fact["tactic"], count)), text, bar))
        groups.append(drawing.Group(heading, rows, drawing.GREEN))
    columns = ["fact_id", "tactic", "count", "modifier", "evidence"]
    return _bars(ax, "tactics", "Activities, by tactic", groups, activities[columns].reset_index(drop=True))


def timeline(events: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """The days of each operation and the day of publication, with their weekdays checked against the dates.

    Args:
        events: what ``tables.timeline`` returns.
        ax: where to draw; a figure of its own without it.
    """
    rows = [plain(row) for row in events.to_dict("records")]
    dated = [row for row in rows if row["start"] or row["end"]]
    shown, more = dated[:drawing.ROWS], len(rows) - len(dated[:drawing.ROWS])
    told = "; ".join(f"{row['label']}: {_when(row)}" for row in rows)
    if not shown:
        return _empty(ax, "timeline", "Days of the operation, and of publication", events)
    with mpl.rc_context(drawing.STYLE):
        ax = ax or drawing.own_axes(0.3 + 0.5 * len(shown) + 0.3 * bool(more), below=0.58)
        spans = [(date2num(row["start"] or row["end"]), date2num(row["end"] or row["start"]) + 1) for row in shown]
        left, right = min(first for first, _ in spans), max(last for _, last in spans)
        margin = max(0.5, (right - left) * 0.04)
        ax.set_xlim(left - margin, right + margin)
        ax.set_ylim(len(shown) + 0.6 * bool(more), -0.1)
        for at, (row, (first, last)) in enumerate(zip(shown, spans, strict=True)):
            wrong = row["weekdays_agree"] is False
            if row["kind"] == "publication":
                ax.plot([first + 0.5], [at + 0.68], marker="D", markersize=7, color=drawing.INK, clip_on=False)
            else:
                width = max(last - first, (right - left + 2 * margin) * 0.008)  # one day among years is no hairline
                ax.barh(at + 0.68, width, left=first, height=0.3, color=drawing.RED if wrong else drawing.BLUE)
            name = textwrap.shorten(row["label"], 32, placeholder=" …")  # a long name would push its dates out
            words = f"{name}: {_when(row, short=True)}"
            drawing.label(ax, words, first, at + 0.27, weight="bold" if wrong else "normal")
        if more:
            drawing.label(ax, f"… and {more} more, see the table", left, len(shown) + 0.3, colour=drawing.QUIET)
        drawing.days(ax, int(left), int(right))
    return drawn(ax, "timeline", "Days of the operation, and of publication", told, events)


# What a row says ------------------------------------------------------------------------------------------------------

_SUMS = ["category", "item", "certainty", "basis", "measure", "amount", "adds", "stated_total", "modifier", "entries"]


def _sums(seizures: pd.DataFrame, bases: Sequence[str] = ("quantity",)) -> list[dict[str, Any]]:
    """Sums by item, the largest of each kind first, with the item's name as the text writes it."""
    words = {item: phrases.cased(item, text) for item, text in
             reversed(list(zip(seizures["item"], seizures["evidence"], strict=True)))}
    sums = add_up(seizures, ["category", "item"], certainty=True)
    rows = [plain(row) for row in sums[sums["basis"].isin(bases)].to_dict("records")]
    order = {kind: at for at, kind in enumerate(seizures["category"].cat.categories)}
    rows.sort(key=lambda row: (order[row["category"]], row["measure"] is None, str(row["measure"]),
                               -(row["amount"] or 0)))
    return [row | {"item": words[row["item"]]} for row in rows]


def _main(rows: list[dict[str, Any]], first: str | None = None) -> str | None:
    """The measure that bars are drawn for: ``first`` where any row has it, else the one that most rows have."""
    measures = [row["measure"] for row in rows if row["amount"]]
    return first if first in measures else max(measures, key=measures.count, default=None)


def _seizure(row: dict[str, Any], measure: str | None) -> drawing.Row:
    amount, unit = row["amount"], row["measure"]
    if amount is None:
        text = "" if row["category"] == "drug" else "number not stated"
    elif row["basis"] != "quantity":
        text = phrases.money(amount, unit, row["modifier"])
    elif unit == "kg":
        text = phrases.hedge(phrases.weight(amount), row["modifier"])
    else:
        text = phrases.quantity(amount, unit, row["modifier"])
    part = bool(amount) and not row["adds"]
    if part:
        text += " in all" if row["stated_total"] else " of them"
    if row["certainty"] == "suspected":
        text = f"{text}, suspected" if text else "suspected"
    one = amount == 1 or row["category"] in ("drug", "cash") or row["basis"] != "quantity" or unit not in ("item", None)
    label = row["item"] if one else phrases.plural(row["item"])
    if unit == "round" and label.startswith("round"):
        label = "ammunition"
    return drawing.Row(phrases.capital(label), text, amount if amount and unit == measure else None, part=part,
                suspected=row["certainty"] == "suspected")


def _outcome(node: dict[str, Any], whole: dict[str, Any] | None, bar: bool) -> drawing.Row:
    count, offences = node["count"], phrases.cased("; ".join(node["offences"]), node["evidence"])
    label = phrases.listing(node["names"]) or phrases.who(node["who"], count)
    if whole and whole["statuses"] == node["statuses"] and offences:
        label = f"for {offences}"
    elif node["statuses"]:
        label += f"{':' if node['names'] else ''} {phrases.statuses(node['statuses'])}"
        label += f" – {offences}" if offences else ""
    text = phrases.quantity(count, None, node["modifier"]) if count is not None else "number not stated"
    if node["of_count"]:
        text += f" of {node['of_count']:,}"
    if count == 1 and not bar:
        text = ""  # one person, by name or in the singular
    depth = min(node["depth"], 4)
    return drawing.Row(phrases.capital(label), text, count if bar else None, node["of_count"], depth=depth)


def _when(row: dict[str, Any], short: bool = False) -> str:
    text = phrases.dated(row["start"], row["end"], short=short)
    if row["weekdays_agree"] is None:
        return text
    if row["weekdays_agree"]:
        return f"{text} ✓" if short else f"{text} (weekdays agree)"
    return f"{text}; text says {row['weekdays_stated']}"


def _bars(
    ax: Axes | None, name: str, title: str, groups: Iterable[drawing.Group], frame: pd.DataFrame,
    inline_from: int = 11,
) -> Axes:
    groups = [group for group in groups if group.rows]
    if not groups:
        return _empty(ax, name, title, frame)
    words = ". ".join(
        (f"{group.heading}: " if group.heading else "") + "; ".join(f"{row.label}, {row.text}" for row in group.rows)
        for group in groups
    )
    return drawn(drawing.bars(ax, groups, inline_from), name, title, words, frame)


def _empty(ax: Axes | None, name: str, title: str, frame: pd.DataFrame) -> Axes:
    words = "Nothing to show: the text states none"
    return drawn(drawing.nothing(ax, f"{words}."), name, title, words, frame)


def drawn(ax: Axes, name: str, title: str, words: str, frame: pd.DataFrame) -> Axes:
    """Axes that are done: puts the title over them, and keeps their name, what they show in words, and their data."""
    drawing.heading(ax, title)
    _DRAWN[ax] = _Drawn(name, title, f"{title}. {words}.", frame)
    return ax
