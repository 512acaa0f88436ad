"""Charts over many releases: columns of time, grids of numbers and points on a logarithmic scale.

Like the bars of ``drawing`` they carry their numbers as text, so that neither colour nor axis has to be read, and they
stay within a page: what is too many is folded before it comes here.
"""

import math
from collections.abc import Sequence

import matplotlib as mpl
from matplotlib.axes import Axes

from beatbook.drawing import BLUE, INK, LINE, QUIET, STYLE, WIDTH, Group, Row, fold, label, own_axes

TINTS = ("#ffffff", "#e3eef6", "#b9d7ea", "#7fb6d6", "#3b8fc0", "#0b5c8f")  # light to dark: the same order in grey
_ROW, _CHARACTER = 0.3, 0.078  # inches: the height of a row, the width of a character of a head
_LONGEST = 30  # characters of a head


def columns(
    ax: Axes | None, names: Sequence[str], values: Sequence[float], colour: str = BLUE, apart: Sequence[str] = (),
) -> Axes:
    """Upright bars, one a name, each with its number on top; those named in ``apart`` stand off, in grey."""
    most = max(values, default=0) or 1
    with mpl.rc_context(STYLE):
        ax = ax or own_axes(1.9, below=0.42)
        places = [at + (0.6 if name in apart else 0) for at, name in enumerate(names)]
        shown = [LINE if name in apart else colour for name in names]
        ax.bar(places, values, width=0.72, color=shown, linewidth=0)
        for at, value in zip(places, values, strict=True):
            ax.text(at, value + most * 0.02, f"{value:,.0f}", ha="center", va="bottom", fontsize=10, color=INK)
        lines = [name.replace("–", "–\n", 1) if len(names) > 6 and len(name) > 7 else name for name in names]
        lines = [line if "\n" in line or len(names) <= 6 else line.replace(" ", "\n", 1) for line in lines]
        ax.set_xticks(places, lines, fontsize=9)
        ax.set_xlim(-0.6 if len(names) > 2 else -1.5, max(places, default=0) + (0.6 if len(names) > 2 else 1.5))
        ax.set_ylim(0, most * 1.14)
        ax.set_yticks([])
        ax.tick_params(axis="x", length=0, colors=QUIET)
        for side in ("left", "right", "top"):
            ax.spines[side].set_visible(False)
    return ax


def grid(
    ax: Axes | None, rows: Sequence[str], heads: Sequence[str], values: Sequence[Sequence[float | None]],
    percent: bool = False, last_apart: bool = False,
) -> Axes:
    """Numbers in cells whose tint grows with them; an empty cell says that there is nothing to count.

    Args:
        ax: where to draw; a figure of its own without it.
        rows, heads: names of the rows, and of the columns (turned upright where one is long).
        values: a row of numbers a row; None leaves its cell empty.
        percent: whether the numbers are shares from 0 to 1.
        last_apart: whether the last column holds sums, which are set apart and not tinted.
    """
    start = 0.4
    width = (1 - start) / max(len(heads), 3)
    longest = min(max(map(len, heads)), _LONGEST) * _CHARACTER
    upright = longest > width * WIDTH
    above = longest + 0.14 if upright else 0.26
    inner = values if not last_apart else [row[:-1] for row in values]
    most = 1.0 if percent else max((value for row in inner for value in row if value), default=1.0)
    with mpl.rc_context(STYLE):
        ax = ax or own_axes(above + _ROW * len(rows))
        ax.axis("off")
        ax.set_xlim(0, 1)
        ax.set_ylim(above + _ROW * len(rows), 0)
        for column, head in enumerate(heads):
            middle = start + (column + 0.5) * width
            text = head if len(head) <= _LONGEST else f"{head[:_LONGEST - 1].rstrip()}…"
            ax.text(middle, above - 0.06, text, rotation=90 if upright else 0, ha="center", va="bottom", fontsize=9,
                    color=QUIET)
        for at, (name, numbers) in enumerate(zip(rows, values, strict=True)):
            top = above + at * _ROW
            label(ax, name, 0, top + _ROW / 2, limit=start - 0.015, lines=2)
            for column, value in enumerate(numbers):
                sums = last_apart and column == len(heads) - 1
                tint = 0 if sums or not value else 1 + min(4, int(4.999 * value / most))
                left = start + column * width
                if value is not None and not sums:
                    ax.barh(top + _ROW / 2, width * 0.94, left=left + width * 0.03, height=_ROW * 0.88,
                            facecolor=TINTS[tint], edgecolor="#d8dee4", linewidth=0.6)
                text = "" if value is None else f"{100 * value:.0f}" if percent else f"{value:,.0f}" if value else "·"
                ax.text(left + width / 2, top + _ROW / 2, text, ha="center", va="center", fontsize=9,
                        color="white" if tint >= 4 else INK, weight="bold" if sums else "normal")
    return ax


def points(ax: Axes | None, groups: Sequence[Group], ticks: dict[float, str]) -> Axes:
    """Rows with a point on a logarithmic scale where their value lies; a row without one stands as text.

    Length would lie on such a scale, so there is no bar: a thin line leads the eye to the point, and the number
    stands beside it.
    """
    groups = fold(list(groups))
    start = 0.34
    values = [row.value for group in groups for row in group.rows if row.value]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    high = max(high, low + 1)
    # As far as points can go while each leaves room for the text after it.
    reach = min((1 - start - 0.04 - 0.0175 * len(row.text)) / max(0.2, (math.log10(row.value) - low) / (high - low))
                for group in groups for row in group.rows if row.value)
    reach = min(max(reach, 0.42), 1 - start - 0.08)
    height = sum(0.34 * bool(group.heading) + 0.27 * len(group.rows) for group in groups)
    with mpl.rc_context(STYLE):
        ax = ax or own_axes(height + 0.5)
        ax.axis("off")
        ax.set_xlim(0, 1)
        ax.set_ylim(height + 0.5, 0)

        def place(value: float) -> float:
            return start + reach * (math.log10(value) - low) / (high - low)

        every = math.ceil(0.6 / (WIDTH * reach / (high - low)))  # lines whose names would run into each other
        for line, exponent in enumerate(range(low, high + 1)):
            ax.plot([place(10.0**exponent)] * 2, [0.02, height], color="#e4e8ec", linewidth=0.8, zorder=0)
            text = next((name for value, name in ticks.items() if math.isclose(value, 10.0**exponent)), "")
            if line % every == 0:
                ax.text(place(10.0**exponent), height + 0.06, text, ha="center", va="top", fontsize=9, color=QUIET)
        ax.text(start, height + 0.27, "Each line is ten times the one before it", va="top", fontsize=9, color=QUIET)
        at = 0.0
        for group in groups:
            if group.heading:
                label(ax, group.heading, 0, at + 0.2, weight="bold", limit=1)
                at += 0.34
            for row in group.rows:
                _point(ax, row, group.colour, at + 0.135, start, place(row.value) if row.value else None)
                at += 0.27
    return ax


def _point(ax: Axes, row: Row, colour: str, at: float, start: float, place: float | None) -> None:
    if place is None:
        label(ax, f"{row.label} · {row.text}" if row.text else row.label, 0, at, colour=QUIET, limit=1, lines=2)
        return
    label(ax, row.label, 0, at, limit=start - 0.03, lines=2)
    ax.plot([start, place], [at, at], color=LINE, linewidth=0.8, linestyle=(0, (1, 2)))
    ax.plot([place], [at], marker="o", markersize=6.5, color=colour, linestyle="none")
    label(ax, row.text, place + 0.02, at, limit=1 - place - 0.02, lines=2)
