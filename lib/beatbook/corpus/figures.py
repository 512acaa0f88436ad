"""Figures of many releases, a function a question: each takes a corpus, draws its table, and returns the Axes.

The tables are those of ``aggregates`` and ``tilegrid``; ``figures.data`` gives the one that was drawn. As with the
figures of one release, unlike things never share a scale, nothing hangs on a colour, and what is too much is folded.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from beatbook import aggregates, charts, drawing, phrases, speakers
from beatbook.corpus import tilegrid
from beatbook.corpus.loading import Corpus
from beatbook.drawing import Group, Row
from beatbook.figures import drawn
from beatbook.tables import seized

_WEIGHTS = {0.001: "1 g", 0.01: "10 g", 0.1: "100 g", 1.0: "1 kg", 10.0: "10 kg", 100.0: "100 kg", 1000.0: "1 tonne",
            10_000.0: "10 tonnes", 100_000.0: "100 tonnes"}


def over_time(corpus: Corpus, ax: Axes | None = None) -> Axes:
    """How many releases were published in each period."""
    frame = aggregates.over_time(corpus.tables)
    words = _listed(frame["period"], frame["releases"])
    return _figure(corpus, "releases", "over-time", "Releases by date of publication", frame, words, lambda: (
        charts.columns(ax, list(frame["period"]), list(frame["releases"]), apart=[aggregates.NOT_KNOWN])))


def kinds(corpus: Corpus, ax: Axes | None = None) -> Axes:
    """In how many releases each kind of thing was seized, by period: a measure that all kinds share."""
    frame = aggregates.kinds_over_time(corpus.tables)
    words = _listed(frame["kind"], frame["all"], "in {} releases") if len(frame) else ""
    names = list(frame.columns[1:])
    return _figure(corpus, "seizures", "kinds", "Releases that report a seizure, by kind and period", frame, words,
                   lambda: charts.grid(ax, list(frame["kind"]), names, frame[names].to_numpy().tolist(),
                                       last_apart=True))


def drugs(corpus: Corpus, top: int = 10, ax: Axes | None = None) -> Axes:
    """Drugs by class and weight; on a logarithmic scale where the weights lie far apart."""
    frame = aggregates.drugs(corpus.tables, top)
    heads = {"A": "Class A", "B": "Class B", "C": "Class C", "none": "No class stated or fixed"}
    groups = []
    for name, mine in frame.groupby("class", sort=False):
        rows = [
            Row(phrases.capital(drug), _drug(kg, counted), None if pd.isna(kg) else kg)
            for drug, kg, counted in zip(mine["drug"], mine["kg"], mine["counted"], strict=True)
        ]
        groups.append(Group(heads[str(name)], rows, drawing.PURPLE))
    known = frame["kg"].dropna()
    far = len(known) > 1 and known.max() > 50 * known.min()
    return _figure(corpus, "seizures", "corpus-drugs", "Drugs seized, by class and weight", frame,
                   _grouped(groups), lambda: charts.points(ax, groups, _WEIGHTS) if far else drawing.bars(ax, groups))


def firearms(corpus: Corpus, top: int = 10, ax: Axes | None = None) -> Axes:
    """Firearms against what only looks like one; parts and ammunition in words, which are neither.

    The outlined end of a bar is what another row counts already: rifles among the firearms.
    """
    frame = aggregates.firearms(corpus.tables, top)
    kinds = corpus.tables["seizures"][corpus.tables["seizures"]["category"].isin(aggregates.FIREARMS)]
    sums = seized(kinds)
    sums = sums[sums["basis"].eq("quantity") & sums["measure"].isin(["item", "round"])]
    colours = {"Firearms": drawing.BLUE, "Imitation firearms": drawing.ORANGE}
    groups = []
    for kind in aggregates.FIREARMS:
        name = phrases.capital(phrases.category(kind))
        mine = frame[frame["kind"].eq(name)]
        amounts = sums[sums["category"].eq(kind)].set_index("measure")["amount"]
        total = "; ".join(phrases.quantity(value, unit) for unit, value in amounts.items() if value)
        if not len(mine):
            continue
        if name not in colours:
            groups.append(Group("", [Row(name, total)]))
            continue
        rows = [
            Row(phrases.capital(phrases.initials(_noun(row.type, row.amount))),
                phrases.number(row.amount, words=False) + (", suspected" if row.certainty == "suspected" else ""),
                row.adds, row.amount if row.amount > row.adds else None, suspected=row.certainty == "suspected")
            for row in mine.itertuples()
        ]
        groups.append(Group(f"{name} · {total}", rows, colours[name]))
    return _figure(corpus, "seizures", "corpus-firearms", "Firearms, and what only looks like one", frame,
                   _grouped(groups), lambda: drawing.bars(ax, groups))


def money(corpus: Corpus, top: int = 10, ax: Axes | None = None) -> Axes:
    """Cash seized, and what things are said to be worth: apart, and each currency apart.

    Bars are in the currency of most entries; the sums in others stand as text, since no two of them share a scale.
    """
    frame = aggregates.money(corpus.tables, top)
    often = frame.groupby("currency")["releases"].sum().sort_values(ascending=False, kind="stable")
    main = often.index[0] if len(often) else ""
    groups = []
    for basis, heading, colour in (("cash", "Cash seized", drawing.GREEN),
                                   ("said to be worth", f"Said to be worth, in {main}", drawing.PURPLE)):
        mine = frame[frame["basis"].eq(basis)]
        shown = mine if basis == "cash" else mine[mine["currency"].eq(main)]
        rows = []
        for row in shown.head(top).itertuples():
            name = f"In {row.currency}" if basis == "cash" else f"{row.kind}, {row.value or 'basis not stated'} value"
            rows.append(Row(name, _money(row), row.amount if row.currency == main else None))
        groups.append(Group(heading, rows, colour))
        if basis != "cash":
            others = mine[mine["currency"].ne(main)].head(top)
            rows = [Row(f"{row.kind}, {row.value or 'basis not stated'} value", _money(row))
                    for row in others.itertuples()]
            groups.append(Group("Said to be worth, in other currencies", rows))
    groups = [group for group in groups if group.rows]
    return _figure(corpus, "seizures", "corpus-money", "Cash, and what things are said to be worth", frame,
                   _grouped(groups), lambda: drawing.bars(ax, groups))


def outcomes(corpus: Corpus, ax: Axes | None = None) -> Axes:
    """People by what happened to them, and where texts say so, how many of whom."""
    frame = aggregates.outcomes(corpus.tables)
    linked = aggregates.links(corpus.tables).head(8)
    shown = frame[frame["people"].rank(ascending=False, method="first").le(16)]
    stages = [Row(phrases.capital(row.status), f"{row.people:,} in {phrases.counted_plain(row.releases, 'release')}",
                  row.people) for row in shown.itertuples()]
    parts = [Row(f"{phrases.capital(row.were)}, of those {row.of}", f"{row.people:,} of {row.of_people:,}", row.people,
                 row.of_people) for row in linked.itertuples()]
    groups = [Group("People, over all releases", stages),
              Group("Of whom: where the text itself takes a part from a whole", parts, drawing.ORANGE)]
    groups = [group for group in groups if group.rows]
    both = pd.concat([frame, linked.rename(columns={"were": "status"})], ignore_index=True)
    both = both.reindex(columns=["status", "of", "people", "of_people", "releases", "largest"])
    return _figure(corpus, "outcomes", "funnel", "People, by what happened to them", both, _grouped(groups), lambda: (
        drawing.bars(ax, drawing.own_scales(groups), inline_from=40)))


def ages(corpus: Corpus, ax: Axes | None = None) -> Axes:
    """How old the people are whose age is stated."""
    frame = aggregates.ages(corpus.tables)
    frame = frame if frame["people"].sum() else frame.iloc[:0]
    return _figure(corpus, "outcomes", "ages", "People whose age is stated, by age", frame,
                   _listed(frame["age"], frame["people"]),
                   lambda: charts.columns(ax, list(frame["age"]), list(frame["people"]), drawing.ORANGE))


def tactics(corpus: Corpus, top: int = 10, ax: Axes | None = None) -> Axes:
    """In how many releases of each publisher each tactic is told of."""
    grid = aggregates.tactics(corpus.tables, top)
    names = list(grid.columns[2:])
    told = ["; ".join(f"{name.lower()} {row[name]}" for name in names if row[name]) for row in grid.to_dict("records")]
    # The figure has the columns; as a table they would be wider than a page.
    frame = grid[["publisher", "releases"]].assign(tactics=told)
    words = "; ".join(f"{name}: {each}" for name, each in zip(frame["publisher"], told, strict=True))
    return _figure(corpus, "activities", "corpus-tactics", "Releases that tell of a tactic, by publisher", frame, words,
                   lambda: charts.grid(ax, list(grid["publisher"]), names, grid[names].to_numpy().tolist()))


def places(corpus: Corpus, grid: str, ax: Axes | None = None) -> Axes:
    """A map of tiles: uk_police_areas or london_boroughs."""
    frame = tilegrid.areas(corpus.tables, grid)
    found = frame[frame["releases"].gt(0)].sort_values("releases", ascending=False, kind="stable")
    return _figure(corpus, "places", grid.replace("_", "-"), f"Releases by {tilegrid.GRIDS[grid]}",
                   found.reset_index(drop=True), _listed(found["area"], found["releases"]),
                   lambda: tilegrid.draw(ax, frame, grid))


def elsewhere(corpus: Corpus, top: int = 10, ax: Axes | None = None) -> Axes:
    """The places off both maps that most releases name."""
    frame = tilegrid.elsewhere(corpus.tables, top)
    rows = [Row(f"{row.place} ({row.country})", f"{row.releases:,}", row.releases) for row in frame.itertuples()]
    return _bars(corpus, "places", "elsewhere", "Other places, by releases that name them", frame, rows, ax,
                 drawing.GREEN)


def ranks(corpus: Corpus, top: int = 15, ax: Axes | None = None) -> Axes:
    """Who speaks: the ranks and offices of those quoted."""
    frame = speakers.ranks(corpus.tables).head(top)
    rows = [Row(row.rank, f"{row.quotes:,}", row.quotes) for row in frame.itertuples()]
    return _bars(corpus, "quotes", "ranks", "Quotes, by rank or office of the speaker", frame, rows, ax, drawing.PURPLE)


def missing(corpus: Corpus, top: int = 8, ax: Axes | None = None) -> Axes:
    """How often each slot is stated, by country, in percent."""
    frame = aggregates.missing(corpus.tables, top)
    names = [str(name) for name in frame.columns[1:-1]]
    numbers = frame[frame.columns[1:-1]].astype("float64").to_numpy()
    values = [[None if np.isnan(value) else float(value) for value in row] for row in numbers]
    heads = [name if name != aggregates.NOT_KNOWN else "?" for name in names]
    return _figure(corpus, "releases", "missing", "How often each is stated, in percent",
                   frame.assign(**{name: (100 * frame[name]).round(0) for name in frame.columns[1:-1]}),
                   _listed(frame["stated"], (100 * frame["all"]).round(0), "{} %"),
                   lambda: charts.grid(ax, list(frame["stated"]), heads, values, percent=True, last_apart=True))


# What they share ------------------------------------------------------------------------------------------------------


def _figure(corpus: Corpus, family: str, name: str, title: str, frame: pd.DataFrame, words: str,
            draw: Callable[[], Axes]) -> Axes:
    """Draws, or says why there is nothing to draw."""
    if len(frame) and words:
        return drawn(draw(), name, title, words, frame)
    none = (f"Nothing to show: the parameter families leaves {family} out" if family in corpus.left_out
            else "Nothing to show: no release states any")
    return drawn(drawing.nothing(None, f"{none}."), name, title, none, frame.iloc[:0])


def _bars(corpus: Corpus, family: str, name: str, title: str, frame: pd.DataFrame, rows: list[Row], ax: Axes | None,
          colour: str) -> Axes:
    groups = [Group("", rows, colour)]
    return _figure(corpus, family, name, title, frame, _grouped(groups) if rows else "",
                   lambda: drawing.bars(ax, groups, inline_from=8))


def _drug(kg: float, counted: object) -> str:
    weight = "" if pd.isna(kg) else phrases.weight(float(f"{kg:.3g}"))
    words = counted if isinstance(counted, str) else ""
    return "; ".join(part for part in (weight, words) if part) or "amount not stated"


def _noun(item: str, amount: float) -> str:
    return item if amount == 1 or item == "other" else phrases.plural(item)


def _money(row: Any) -> str:
    code = row.currency if len(row.currency) == 3 else None
    return phrases.money(row.amount, code) + ("" if code else ", currency not stated")


def _listed(names: pd.Series, values: pd.Series, text: str = "{}") -> str:
    return "; ".join(f"{name}, {text.format(f'{value:,.0f}')}" for name, value in zip(names, values, strict=True))


def _grouped(groups: list[Group]) -> str:
    return ". ".join((f"{group.heading}: " if group.heading else "")
                     + "; ".join(f"{row.label}, {row.text}" for row in group.rows) for group in groups)
