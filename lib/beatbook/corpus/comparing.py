"""Two or more publishers, countries, operations or periods side by side: the same measures, and what differs most.

Every measure counts nothing twice (see ``beatbook.tables`` and ``aggregates.people``). Per day means, for a period, per
day of the period; for others, per day of their dated operations, over the releases that date one.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from beatbook import aggregates, drawing, phrases
from beatbook.corpus.loading import Corpus
from beatbook.drawing import Group, Row
from beatbook.errors import UsageError
from beatbook.figures import drawn
from beatbook.tables import amounts

BY = ("publisher", "country", "operation", "period")
_COLOURS = (drawing.BLUE, drawing.ORANGE, drawing.GREEN, drawing.PURPLE)
_MOST = 4  # groups side by side


@dataclass(frozen=True)
class Comparison:
    """The groups compared: which releases are in each, and over how many days their sums are taken."""

    corpus: Corpus
    by: str
    groups: tuple[str, ...]
    members: pd.DataFrame  # release_id, group; a release may be in several
    each: pd.DataFrame  # measures by release
    days: pd.Series  # by group; empty where none is known


def compare(corpus: Corpus, by: str = "publisher", groups: Sequence[str] = ()) -> Comparison:
    """Puts groups of a corpus side by side.

    Args:
        corpus: what ``open_corpus`` returned.
        by: publisher, country, operation or period.
        groups: which ones, two to four: names, or periods as 2023, 2023-06 or 2023-01-01/2023-06-30; the two with
            most releases where none is named.

    Raises:
        UsageError: another ``by``, fewer than two groups, or a group that has no release.
    """
    if by not in BY:
        raise UsageError(f"by takes {', '.join(BY[:-1])} or {BY[-1]}, not {by!r}")
    if len(groups) == 1 or len(groups) > _MOST:
        raise UsageError(f"groups takes two to {_MOST} names, or none for the two largest; {len(groups)} are given")
    spans: dict[str, tuple[date, date]] = {}
    releases = corpus.tables["releases"]
    if by == "period":
        groups = groups or _common(releases["published"].dt.year.dropna().astype(int).astype(str))
        spans = {group: _period(group) for group in groups}
        members = [releases[["id"]][releases["published"].between(*map(pd.Timestamp, span))].assign(group=group)
                   for group, span in spans.items()]
        table = pd.concat(members).rename(columns={"id": "release_id"})
    else:
        known = _named(corpus, by)
        groups = groups or _common(known["name"])
        folded = {group.casefold(): group for group in groups}
        table = known.assign(group=known["name"].str.casefold().map(folded)).dropna()[["release_id", "group"]]
        table = table.drop_duplicates()
    for group in groups:
        if not table["group"].eq(group).any():
            there = "" if by == "period" else (
                f"; there are {', '.join(_common(known['name'], 12))}: name them in groups, or [] for the two largest")
            raise UsageError(f"no release has the {by} {group!r}{there}")
    if len(groups) < 2:
        raise UsageError(f"there are no two groups by {by} to compare: {', '.join(groups) or 'no release has one'}")
    each = measures(corpus)
    days = pd.Series({group: float((end - start).days + 1) for group, (start, end) in spans.items()}, dtype="float64")
    if not spans:
        dated = table.merge(each[["release_id", "days"]], on="release_id").groupby("group")["days"].sum(min_count=1)
        days = dated.reindex(list(groups))
    return Comparison(corpus, by, tuple(groups), table.reset_index(drop=True), each, days)


def _common(names: pd.Series, most: int = 2) -> list[str]:
    return [str(name) for name in names.dropna().value_counts().head(most).index]


def _named(corpus: Corpus, by: str) -> pd.DataFrame:
    """What each release has: release_id, name."""
    if by == "operation":
        return corpus.tables["operations"][["release_id", "name"]].dropna().drop_duplicates()
    releases = corpus.tables["releases"][["id", by]].dropna()
    return releases.set_axis(["release_id", "name"], axis=1)


def _period(text: str) -> tuple[date, date]:
    try:
        if "/" in text:
            start, end = (date.fromisoformat(part.strip()) for part in text.split("/"))
        elif re.fullmatch(r"\d{4}", text):
            start, end = date(int(text), 1, 1), date(int(text), 12, 31)
        else:
            year, month = (int(part) for part in text.split("-"))
            start, end = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    except ValueError:
        raise UsageError(f"a period is 2023, 2023-06 or 2023-01-01/2023-06-30, not {text!r}") from None
    if end < start:
        raise UsageError(f"the period {text} ends before it begins")
    return start, end


# Measures -------------------------------------------------------------------------------------------------------------

_STATUSES = ("arrested", "charged", "convicted", "sentenced")
_THINGS = (
    ("firearms", "firearm", "item"), ("imitation firearms", "imitation_firearm", "item"),
    ("rounds of ammunition", "ammunition", "round"), ("bladed weapons", "blade", "item"), ("kg of drugs", "drug", "kg"),
    ("cannabis and other plants", "drug", "plant"), ("vehicles", "vehicle", "item"), ("phones", "phone", "item"),
)
_TACTICS = ("warrant", "premises_search", "weapon_sweep", "stop_and_search", "vehicle_stop")


def measures(corpus: Corpus) -> pd.DataFrame:
    """Every measure of every release: a row a release, a column a measure (missing where it states none), and days."""
    tables = corpus.tables
    frame = pd.DataFrame({"release_id": tables["releases"]["id"], "releases": 1.0}).set_index("release_id")
    people = aggregates.people(tables["outcomes"]).set_index("release_id")
    for status in _STATUSES:
        frame[f"people {phrases.status(status)}"] = people[people["status"].eq(status)]["people"]
    rows = amounts(tables["seizures"])
    for name, category, measure in _THINGS:
        mine = rows[rows["category"].eq(category) & rows["measure"].eq(measure) & rows["basis"].eq("quantity")]
        frame[name] = mine.groupby("release_id")["adds"].sum(min_count=1)
    cash = rows[rows["basis"].eq("cash") & rows["adds"].gt(0)]
    for currency in cash["measure"].value_counts().head(3).index:
        frame[f"cash in {currency}"] = cash[cash["measure"].eq(currency)].groupby("release_id")["adds"].sum()
    done = tables["activities"]
    for tactic in _TACTICS:
        mine = done[done["tactic"].eq(tactic) & done["count"].notna()]
        frame[phrases.tactic(tactic)] = mine.groupby("release_id")["count"].sum().astype("float64")
    dated = tables["operations"].dropna(subset=["start", "end"])[["release_id", "start", "end"]].drop_duplicates()
    length = (dated["end"] - dated["start"]).dt.days + 1
    frame["days"] = length.groupby(dated["release_id"]).sum().astype("float64")
    return frame.reset_index()


def absolute(comparison: Comparison) -> pd.DataFrame:
    """The sums of each group: a row a measure, a column a group; a measure that no group states is left out."""
    names = [name for name in comparison.each.columns if name not in ("release_id", "days")]
    joined = comparison.members.merge(comparison.each, on="release_id")
    sums = joined.groupby("group")[names].sum(min_count=1).reindex(list(comparison.groups)).T
    sums = sums[sums.notna().any(axis=1)]
    return sums.rename_axis(columns=None).rename_axis("measure").reset_index()


def per_day(comparison: Comparison) -> pd.DataFrame:
    """The same per day; only releases that date an operation count, unless the groups are periods."""
    names = [name for name in comparison.each.columns if name not in ("release_id", "days")]
    joined = comparison.members.merge(comparison.each, on="release_id")
    if comparison.by != "period":
        joined = joined[joined["days"].notna()]
    sums = joined.groupby("group")[names].sum(min_count=1).reindex(list(comparison.groups))
    rates = sums.div(comparison.days, axis=0).T
    rates = rates[rates.notna().any(axis=1)]
    return rates.rename_axis(columns=None).rename_axis("measure").reset_index()


def differences(comparison: Comparison) -> pd.DataFrame:
    """What differs most: per day where every group has days, else per release; the widest gap first.

    ``times`` is how many times the smallest the largest is; it is empty where a group states none, which may mean
    that there was none, or that its releases do not tell.
    """
    daily = comparison.days.notna().all()
    frame = per_day(comparison) if daily else absolute(comparison)
    frame = frame[frame["measure"].ne("releases")].reset_index(drop=True)
    names = list(comparison.groups)
    values = frame[names]
    if not daily:
        values = values / comparison.members["group"].value_counts().reindex(names)
    most, least = values.max(axis=1), values.fillna(0).min(axis=1)
    largest = values.fillna(-1).to_numpy().argmax(axis=1) if len(values) else np.array([], dtype=int)
    smallest = values.fillna(-1).to_numpy().argmin(axis=1) if len(values) else largest
    frame = frame.assign(**values, most_in=[names[at] for at in largest], least_in=[names[at] for at in smallest],
                         times=(most / least.where(least.gt(0))).round(1), gap=(most - least) / (most + least))
    frame = frame.sort_values(["gap", "times"], ascending=False, kind="stable")
    frame.insert(1, "unit", "per day" if daily else "per release")
    return frame.drop(columns="gap").reset_index(drop=True)


def words(comparison: Comparison, most: int = 5) -> pd.DataFrame:
    """The words behind the widest differences: of each measure and group the largest fact, and where it stands."""
    rows: list[tuple[Any, ...]] = []
    members = comparison.members
    for measure in differences(comparison)["measure"].head(most):
        chosen, size = _facts(comparison.corpus, measure)
        for group in comparison.groups:
            ids = members[members["group"].eq(group)]["release_id"]
            mine = chosen[chosen["release_id"].isin(ids)]
            if not len(mine):
                rows.append((measure, group, "none stated", None, None, None))
                continue
            fact = mine.loc[mine[size].astype("float64").idxmax()]
            start, end = int(fact["start"]), int(fact["end"])
            said = comparison.corpus.words(str(fact["release_id"]), start, end)
            rows.append((measure, group, said, fact["release_id"], start, end))
    frame = pd.DataFrame(rows, columns=["measure", "group", "words", "release_id", "start", "end"])
    return frame.astype({"start": "Int64", "end": "Int64"})


def _facts(corpus: Corpus, measure: str) -> tuple[pd.DataFrame, str]:
    """The facts that a measure adds up, and the column that says how much each has."""
    outcomes, seizures, activities = (corpus.tables[name] for name in ("outcomes", "seizures", "activities"))
    for status in _STATUSES:
        if measure == f"people {phrases.status(status)}":
            mine = outcomes["statuses"].str.len().eq(1) & outcomes["statuses"].str[0].eq(status)
            return outcomes[mine & outcomes["count"].notna()], "count"
    for name, category, unit in _THINGS:
        if measure == name:
            size = "weight_kg" if unit == "kg" else "quantity"
            mine = seizures["category"].eq(category) & seizures[size].notna()
            return seizures[mine & (seizures["unit"].eq(unit) | (unit == "kg"))], size
    for tactic in _TACTICS:
        if measure == phrases.tactic(tactic):
            return activities[activities["tactic"].eq(tactic) & activities["count"].notna()], "count"
    currency = measure.rpartition(" ")[2]
    mine = seizures["category"].eq("cash") & seizures["currency"].eq(currency) & seizures["value"].notna()
    return seizures[mine], "value"


# Figures --------------------------------------------------------------------------------------------------------------


def side_by_side(comparison: Comparison, daily: bool = False, most: int = 8, ax: Axes | None = None) -> Axes:
    """Bars by group, each measure on a scale of its own; what differs most first.

    Args:
        comparison: what ``compare`` returned.
        daily: per day instead of absolute.
        most: how many measures.
        ax: where to draw; a figure of its own without it.
    """
    frame = per_day(comparison) if daily else absolute(comparison)
    order = ["releases", *differences(comparison)["measure"]]
    frame = frame[frame["measure"].isin(order)].sort_values(
        "measure", key=lambda names: names.map(order.index), ignore_index=True)
    show: Callable[[float], str] = _rate if daily else _number
    groups = []
    for row in frame.head(min(most, drawing.ROWS // len(comparison.groups))).to_dict("records"):
        bars = [Row(group, "none stated" if pd.isna(row[group]) else show(row[group]),
                    None if pd.isna(row[group]) else row[group]) for group in comparison.groups]
        groups.append(Group(phrases.capital(row["measure"]) + (" a day" if daily else ""), bars))
    title = f"Side by side{', per day' if daily else ''}: {phrases.listing(comparison.groups)}"
    title = title if len(title) < 56 else f"Side by side{', per day' if daily else ''}"
    name = "side-by-side-daily" if daily else "side-by-side"
    if not groups:
        none = "Nothing to show: no group has a dated operation" if daily else "Nothing to show: no release states any"
        return drawn(drawing.nothing(ax, f"{none}."), name, title, none, frame)
    told = ". ".join(f"{group.heading}: " + "; ".join(f"{row.label}, {row.text}" for row in group.rows)
                     for group in groups)
    for group in groups:
        group.rows = [Row(row.label, row.text, row.value) for row in group.rows]
    return drawn(drawing.bars(ax, drawing.own_scales(groups), inline_from=1), name, title, told, frame)


def _number(value: float) -> str:
    return phrases.number(float(f"{value:.4g}") if value < 1000 else round(value), words=False)


def _rate(value: float) -> str:
    return phrases.number(float(f"{value:.2g}") if value < 100 else round(value), words=False)
