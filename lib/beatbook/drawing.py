"""Labelled bars: how the figures are drawn, whatever they show."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.dates import AutoDateLocator, num2date
from matplotlib.figure import Figure

from beatbook import phrases

WIDTH = 4.9  # inches: still legible when a phone shows the figure at 350 pixels
ROWS = 24  # more rows than this are folded into one row a group
_HEADING = 0.36  # inches
_CHARACTER = 0.0175  # a character's share of WIDTH, generously
# Safe for the colour-blind, and told apart in grey by place and words; the inks hold 4.5 : 1 on white.
INK, QUIET, LINE = "#1f2328", "#57606a", "#8c959f"
BLUE, ORANGE, GREEN, PURPLE, RED = "#0072b2", "#d98200", "#00805c", "#a8467f", "#b3400a"
STYLE: dict[Any, Any] = {
    # Labels come from documents: a dollar sign is money there, not mathematics.
    "text.parse_math": False,
    "font.family": "sans-serif", "font.sans-serif": ["DejaVu Sans"], "font.size": 11,
    "text.color": INK, "axes.edgecolor": LINE, "xtick.color": QUIET,
    "hatch.linewidth": 1.2, "hatch.color": "white", "figure.facecolor": "white", "axes.facecolor": "white",
}

capital = phrases.capital  # labels begin with one


@dataclass
class Row:
    """One line of a figure. ``value`` None draws no bar; ``whole`` draws the group that the value is taken from."""

    label: str
    text: str
    value: float | None = None
    whole: float | None = None
    suspected: bool = False
    part: bool = False
    depth: int = 0


@dataclass
class Group:
    """Rows under one heading (none where it is empty), in one colour."""

    heading: str
    rows: list[Row]
    colour: str = BLUE


def bars(ax: Axes | None, groups: list[Group], inline_from: int = 11) -> Axes:
    """Groups of labelled bars on one scale. Long labels are cut, and rows beyond ROWS folded into one a group.

    A label stands above its bar; from ``inline_from`` bars on it stands beside it.
    """
    groups = fold(groups)
    inline = sum(row.value is not None for group in groups for row in group.rows) >= inline_from
    start = 0.44 if inline else 0.0  # the share of the width that labels take
    # As long as bars can be while each leaves room for the text after it.
    scale = min(((1 - start - 0.06 - _CHARACTER * len(row.text)) / max(row.value or 0, row.whole or 0)
                 for group in groups for row in group.rows if row.value or row.whole), default=1.0)
    with mpl.rc_context(STYLE):
        ax = ax or own_axes(sum(_HEADING * bool(group.heading) + sum(_step(row, inline) for row in group.rows)
                                for group in groups))
        ax.set_xlim(0, 1)
        ax.axis("off")
        at = 0.0
        for group in groups:
            if group.heading:
                label(ax, group.heading, 0, at + 0.62 * _HEADING, weight="bold")
                at += _HEADING
            for row in group.rows:
                _row(ax, row, group.colour, at, start, scale)
                at += _step(row, inline)
        ax.set_ylim(at, 0)
    return ax


def nothing(ax: Axes | None, words: str) -> Axes:
    """Axes that say there is nothing to show, and why."""
    with mpl.rc_context(STYLE):
        ax = ax or own_axes(0.4)
        ax.set_xlim(0, 1)
        ax.set_ylim(1, 0)
        ax.axis("off")
        label(ax, words, 0, 0.4, colour=QUIET)
    return ax


def own_axes(height: float, below: float = 0.08) -> Axes:
    """Axes of that height (inches) that fill a figure of their own, under its title and over ``below`` for ticks."""
    whole = 0.36 + height + below
    figure = Figure(figsize=(WIDTH, whole))
    FigureCanvasAgg(figure)
    return figure.add_axes((0.002, below / whole, 0.996, height / whole))


def heading(ax: Axes, text: str) -> None:
    """The figure's title."""
    with mpl.rc_context(STYLE):
        ax.set_title(text, loc="left", fontsize=12, fontweight="bold", pad=7)


def days(ax: Axes, left: int, right: int) -> None:
    """The days from ``left`` to before ``right`` (matplotlib's day numbers) along the bottom, weekends shaded."""
    with mpl.rc_context(STYLE):
        if right - left <= 14:
            for number in range(left - 1, right + 1):
                if num2date(number).weekday() >= 5:
                    ax.axvspan(number, number + 1, color="#eef1f4", linewidth=0, zorder=0)
            dates = {number + 0.5: num2date(number).date() for number in range(left, right)}
            ax.set_xticks(list(dates), [f"{phrases.weekday(day)[:2]}\n{day.day}" for day in dates.values()], fontsize=9)
            month = ""
            for at, day in dates.items():
                name = phrases.day(day).split(" ", 1)[1]
                if name != month:
                    month = name
                    # From its first day on; to the left of the last days, where it would leave the figure.
                    late = right - at < 3 and right - left > 4
                    ax.annotate(name, (at + 0.4 if late else at - 0.4, 0), (0, -29), xycoords=("data", "axes fraction"),
                                textcoords="offset points", fontsize=9, color=QUIET, va="top",
                                ha="right" if late else "left")
        else:
            first, last = ax.get_xlim()
            locator = AutoDateLocator(maxticks=6)
            locator.set_axis(ax.xaxis)
            ticks = [tick for tick in locator() if first <= tick <= last]
            labels = ax.set_xticks(ticks, [_tick(tick, right - left) for tick in ticks], fontsize=9)
            for tick, drawn in zip(ticks, labels, strict=True):
                # Within the figure, also at its edges.
                place = (tick - first) / (last - first)
                drawn.label1.set_horizontalalignment("left" if place < 0.1 else "right" if place > 0.9 else "center")
        ax.tick_params(axis="x", length=0, colors=QUIET)
        ax.set_yticks([])
        for side in ("left", "right", "top"):
            ax.spines[side].set_visible(False)


def _tick(number: float, span: int) -> str:
    """A date on an axis of that many days: “15 Sep 2022”, “Sep 2022” or “2022”."""
    day, month, year = phrases.day(num2date(number).date()).split(" ")
    return f"{day} {month[:3]} {year}" if span <= 120 else f"{month[:3]} {year}" if span <= 1500 else year


def label(
    ax: Axes, text: str, x: float, y: float, *, colour: str = INK, weight: str = "normal", limit: float | None = None,
    lines: int = 1,
) -> None:
    """Text that starts at (x, y), cut where it would run out of the Axes or over ``limit`` (a share of its width).

    Without a limit it is first moved to the left as far as it needs; of two ``lines`` it takes the second in smaller
    letters before it is cut.
    """
    text = " ".join(text.split())
    drawn = ax.text(x, y, text, color=colour, weight=weight, size=10.5, ha="left", va="center", clip_on=False)
    box = ax.get_window_extent()
    at = ax.transData.transform((x, y))[0]
    room = box.x1 - at if limit is None else limit * box.width
    with any_script():
        width = drawn.get_window_extent().width
    if limit is None and width > room:
        shift = max(0.0, min(width - room, at - box.x0))
        drawn.set_x(ax.transData.inverted().transform((at - shift, 0))[0])
        room += shift
    upper = ""
    if lines == 2 and width > room + 1:
        drawn.set(size=8.6, linespacing=1.05)
        upper, text = halves(text)
        drawn.set_text(upper + text)
        with any_script():
            width = drawn.get_window_extent().width
    for _ in range(5):  # characters differ in width, so one cut in proportion may not do
        if width <= room + 1:
            break
        keep = max(4, int(max(len(upper), len(text)) * room / width))
        if len(upper) > keep:
            upper = ""  # one word alone fills the line
        text = text[:min(keep, len(text) - 1) - 1].rstrip(" ,;–…") + "…"
        drawn.set_text(upper + text)
        with any_script():
            width = drawn.get_window_extent().width


def halves(text: str) -> tuple[str, str]:
    """The text in two lines, parted between words where the longer one is shortest; the first ends with its break."""
    spaces = [at for at, character in enumerate(text) if character == " "]
    if not spaces:
        return "", text
    at = min(spaces, key=lambda at: max(at, len(text) - at - 1))
    return f"{text[:at]}\n", text[at + 1:]


@contextmanager
def any_script() -> Iterator[None]:
    """Draws a box for a character that the font lacks, without a warning: alt text and table have the character."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        warnings.filterwarnings("ignore", message="Matplotlib currently does not support .* natively")
        yield


def _step(row: Row, inline: bool) -> float:
    """The height of a row, in inches."""
    return 0.27 if inline else (0.27 if row.value is None else 0.47) + _second(row)


def _second(row: Row) -> float:
    """The room for the second line of a label that may need one."""
    words = row.label if row.value is not None else f"{row.label} · {row.text}"
    return 0.12 if len(words) * _CHARACTER > 1 - 0.035 * row.depth else 0.0


def _row(ax: Axes, row: Row, colour: str, at: float, start: float, scale: float) -> None:
    inline = start > 0
    indent = 0.035 * row.depth
    second = 0.0 if inline else _second(row)
    upper = at + (0.135 if inline or row.value is None else 0.13) + second / 2
    if row.depth:
        ax.plot([indent - 0.022] * 2 + [indent - 0.006], [at - 0.05, upper, upper], color=LINE, linewidth=1)
    if row.value is None and (not inline or not row.text):
        label(ax, f"{row.label} · {row.text}" if row.text else row.label, indent, upper, colour=QUIET, limit=1 - indent,
              lines=2 if inline or second else 1)
        return
    label(ax, row.label, indent, upper, limit=(start - 0.015 if inline else 1) - indent,
          lines=2 if inline or second else 1)
    left = start or indent
    middle = upper if inline else at + 0.325 + second
    thick = 0.165
    if row.whole:
        ax.barh(middle, row.whole * scale, left=left, height=thick, facecolor="none", edgecolor=LINE, linewidth=0.9)
    end, gap = left, 0.0
    if row.value is not None:
        width = max(row.value * scale, 0.004)  # what is too small to see still gets a sliver
        ax.barh(middle, width, left=left, height=thick, facecolor=colour, linewidth=0, alpha=0.45 if row.part else 1,
                hatch="////" if row.suspected else None, edgecolor="white" if row.suspected else colour)
        end, gap = left + max(width, (row.whole or 0) * scale), 0.012
    label(ax, row.text, end + gap, middle, colour=INK if row.value is not None else QUIET, limit=1 - end - gap)


def own_scales(groups: list[Group]) -> list[Group]:
    """The groups with bars that are to be read within their group only: each fills its own scale."""
    out = []
    for group in groups:
        most = max((max(row.value or 0, row.whole or 0) for row in group.rows), default=0) or 1
        rows = [replace(row, value=None if row.value is None else row.value / most,
                        whole=None if row.whole is None else row.whole / most) for row in group.rows]
        out.append(Group(group.heading, rows, group.colour))
    return out


def fold(groups: list[Group]) -> list[Group]:
    """At most ROWS rows: of each group the first ones, then one row that says how many more there are."""
    if sum(len(group.rows) for group in groups) <= ROWS:
        return groups
    share = max(2, ROWS // len(groups))
    spare = ROWS - sum(min(len(group.rows), share) for group in groups)
    out = []
    for group in groups:
        keep = min(len(group.rows), share + max(0, spare))
        spare -= max(0, keep - share)
        rows = group.rows
        if len(rows) > keep:
            rows = [*rows[:keep - 1], Row(f"… and {len(rows) - keep + 1} more", "see the table")]
        out.append(Group(group.heading, rows, group.colour))
    return out
