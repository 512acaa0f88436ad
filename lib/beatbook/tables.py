"""Records as tidy DataFrames, and the counting that must not count twice."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from beatbook.errors import SumError
from beatbook.exports import cell, columns
from beatbook.phrases import WEEKDAYS
from beatbook.records import FAMILIES, Record, Slot

_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

_TEXT = pd.StringDtype(na_value=float("nan"))


def tables(records: Record | Iterable[Record]) -> dict[str, pd.DataFrame]:
    """Records as one tidy DataFrame a family, and ``releases``, ``checks`` and ``unclaimed`` beside them.

    A family's columns are release_id, fact_id, its slots, start, end (of the span; ``span_start`` and ``span_end``
    for operations, whose start and end are dates), rule and evidence. Integers are nullable, closed vocabularies
    categorical, dates datetimes; a table without rows keeps its columns and types.

    Raises:
        ValueError: for a value outside a closed vocabulary, naming table, column and value.
    """
    records = [records] if isinstance(records, Record) else list(records)
    frames = {name: _frame(name, [row for record in records for row in record.rows(name)]) for name in FAMILIES}
    frames["releases"] = _frame("releases", [record.release.row() for record in records])
    for name in ("checks", "unclaimed"):
        rows = [{"release_id": record.id} | row for record in records for row in getattr(record, name)]
        frames[name] = _frame(name, rows)
    return frames


def _frame(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame({slot.name: _column(name, slot, [row.get(slot.name) for row in rows])
                         for slot in columns(name)})


def _column(table: str, slot: Slot, values: list[Any]) -> pd.Series:
    if slot.type == "list":
        return pd.Series([list(value or []) for value in values], dtype=object)
    if slot.vocabulary:
        strange = {value for value in values if value is not None} - set(slot.vocabulary)
        if strange:
            raise ValueError(f"{table}.{slot.name}: {min(strange)!r} is none of {', '.join(slot.vocabulary)}")
        return pd.Series(pd.Categorical(values, categories=list(slot.vocabulary)))
    if slot.type == "date":
        return pd.to_datetime(pd.Series(values, dtype=_TEXT), format="ISO8601").astype("datetime64[us]")
    kind = {"integer": pd.Int64Dtype(), "number": "float64"}.get(slot.type, _TEXT)
    return pd.Series(values, dtype=kind)


def plain(row: Mapping[Any, Any] | pd.Series) -> dict[str, Any]:
    """One row as plain Python values: None for what is missing, dates for datetimes."""
    values = {}
    for name, value in row.items():
        missing = not isinstance(value, list) and pd.isna(value)
        values[str(name)] = None if missing else value.date() if isinstance(value, pd.Timestamp) else value
    return values


def _by_release(frame: pd.DataFrame, names: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    """The rows as plain Python values, release by release: columns at a time, where single rows cost 20 times, and of
    some thousand releases at a time, since Python's values take ten times the room."""
    releases = pd.factorize(frame["release_id"])[0]
    for _, some in frame[list(names)].groupby(releases // MANY, sort=False):
        columns = [some[name].astype(object).where(some[name].notna(), None).tolist() for name in names]
        found: dict[Any, list[dict[str, Any]]] = {}
        for row in zip(*columns, strict=True):
            fact = dict(zip(names, row, strict=True))
            found.setdefault(fact["release_id"], []).append(fact)
        yield from found.values()


def to_csv(frame: pd.DataFrame) -> str:
    """A table as CSV text, its cells written as every export has them: no cell is one that a spreadsheet would run."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([cell(value) for value in plain(row).values()] for row in frame.to_dict("records"))
    return out.getvalue()


# What was seized ------------------------------------------------------------------------------------------------------

MANY = 5_000  # releases whose facts are worked on at a time
# Unit → the measure it is added up in, and how many of that measure it is.
_MEASURES = {
    "kg": ("kg", 1.0), "g": ("kg", 0.001), "tonne": ("kg", 1000.0), "lb": ("kg", 0.45359237),
    "oz": ("kg", 0.028349523125), "litre": ("litre", 1.0), "ml": ("litre", 0.001),
}
# A whole may be listed under a wider kind than its parts ("weapons, including three knives").
_WEAPONRY = frozenset(("firearm", "imitation_firearm", "firearm_part", "ammunition", "blade", "weapon"))
_SHARED = ["at", "release_id", "fact_id", "category", "item", "drug_class", "role", "certainty"]
_AMOUNTS = [*_SHARED, "basis", "value_basis", "measure", "amount", "amount_max", "modifier", "adds", "within"]
_STATED = [*_SHARED, "start", "end", "quantity", "quantity_max", "unit", "modifier", "value", "value_max", "currency",
           "value_modifier", "value_basis"]


def amounts(seizures: pd.DataFrame) -> pd.DataFrame:
    """Every amount that the seizures state, in comparable measures, with what each adds to a sum.

    One row a fact and basis: ``quantity`` (how many or how much), ``cash`` (money seized) and ``value`` (what the
    text says a thing is worth). ``measure`` is kg for every weight, litre for every volume, else the unit itself
    (item, round, plant, wrap, tablet), and the currency for money; ``amount`` counts in it and is empty where the
    text gives no number.

    ``adds`` is what the fact states beyond what other facts of its release state, so that a sum of ``adds`` over any
    rows of one basis and measure counts nothing twice: a part of a stated whole adds nothing, a total over
    listed entries adds only what the entries leave open. ``within`` names the whole of a part.
    """
    linked = seizures["release_id"].isin(seizures.loc[seizures["role"].ne("item"), "release_id"])
    placed = seizures.assign(at=range(len(seizures)))  # for the order of the facts, whichever way they go
    rows = (row for facts in _by_release(placed[linked], _STATED) for row in _amounts(facts))
    # Typed some at a time, as Python's values take ten times the room.
    some = iter(lambda: list(islice(rows, 5 * MANY)), [])
    parts = [_typed_amounts(pd.DataFrame(each, columns=_AMOUNTS)) for each in some]
    frame = pd.concat([*parts, _typed_amounts(_amounts_alone(placed[~linked]))])
    return frame.sort_values("at", kind="stable", ignore_index=True).drop(columns="at")


def _typed_amounts(frame: pd.DataFrame) -> pd.DataFrame:
    for name in ("category", "drug_class", "role", "certainty", "modifier", "value_basis"):
        frame[name] = pd.Categorical(frame[name], categories=list(FAMILIES["seizures"].slot(name).vocabulary))
    return frame.astype({"at": "int64", "amount": "float64", "amount_max": "float64", "adds": "float64",
                         "release_id": _TEXT, "fact_id": _TEXT, "item": _TEXT, "basis": _TEXT, "measure": _TEXT,
                         "within": _TEXT})


def _amounts_alone(facts: pd.DataFrame) -> pd.DataFrame:
    """The amounts of releases that state neither parts nor totals: everything adds. Whole columns at a time."""
    cash, unit = facts["category"].eq("cash"), facts["unit"].astype(object)
    factor = unit.map({name: by for name, (_, by) in _MEASURES.items()}).astype("float64").fillna(1.0)
    things = facts[_SHARED].assign(
        basis="quantity", value_basis=None, measure=unit.replace({name: to for name, (to, _) in _MEASURES.items()}),
        amount=facts["quantity"] * factor, amount_max=facts["quantity_max"] * factor, modifier=facts["modifier"],
    )[~cash]
    things["measure"] = things["measure"].mask(things["measure"].isna() & things["amount"].notna(), "item")
    money = facts[_SHARED].assign(
        basis=np.where(cash, "cash", "value"), value_basis=facts["value_basis"], measure=facts["currency"],
        amount=facts["value"], amount_max=facts["value_max"], modifier=facts["value_modifier"],
    )[cash | facts["value"].notna()]
    # Objects, so that two vocabularies can stand in one column until they are given their type.
    rows = pd.concat([things.astype(object), money.astype(object)]).sort_index(kind="stable")
    return rows.assign(adds=rows["amount"], within=None)[_AMOUNTS]


def _amounts(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    wholes = {fact["fact_id"]: _whole(fact, facts) for fact in facts if fact["role"] == "part"}
    rows = []
    for fact in facts:
        whole = wholes.get(fact["fact_id"])
        shared = {name: fact[name] for name in _SHARED} | {"within": whole and whole["fact_id"]}
        if fact["category"] != "cash":
            measure, factor = _MEASURES.get(fact["unit"], (fact["unit"], 1.0))
            amount, upper = ((fact[name] and fact[name] * factor) for name in ("quantity", "quantity_max"))
            if amount is not None and measure is None:
                measure = "item"
            rows.append(shared | {"basis": "quantity", "measure": measure, "amount": amount, "amount_max": upper,
                                  "modifier": fact["modifier"]})
        if fact["value"] is not None or fact["category"] == "cash":
            rows.append(shared | {"basis": "cash" if fact["category"] == "cash" else "value",
                                  "value_basis": fact["value_basis"], "measure": fact["currency"],
                                  "amount": fact["value"], "amount_max": fact["value_max"],
                                  "modifier": fact["value_modifier"]})
    by_id = {fact["fact_id"]: fact for fact in facts}
    for key in {(row["basis"], row["measure"]) for row in rows}:
        _add([row for row in rows if (row["basis"], row["measure"]) == key and row["amount"] is not None], by_id)
    return rows


def _add(rows: list[dict[str, Any]], facts: dict[str, dict[str, Any]]) -> None:
    """Sets ``adds`` on the amounts of one release, basis and measure."""
    stated = {row["fact_id"]: row for row in rows}
    for row in rows:
        row["adds"] = 0.0 if row["within"] in stated else row["amount"]
    # Small totals first: what a small one leaves open is part of what a larger one covers.
    for total in sorted((row for row in rows if row["role"] == "total"), key=lambda row: row["amount"]):
        sums = [
            sum(stated[other]["adds"] for other in entries
                if other in stated and (stated[other]["role"] != "total" or stated[other]["amount"] < total["amount"]))
            for entries in _entries(facts[total["fact_id"]], list(facts.values()))
        ]
        # The text does not say what a total sums up: the reading that comes closest to it is taken.
        nearest = min(sums, key=lambda value: abs(value - total["amount"]), default=0.0)
        total["adds"] = max(0.0, round(total["amount"] - nearest, 9))


def _whole(part: dict[str, Any], facts: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The listed thing that a part belongs to: the one around it, else the nearest before it, else the next."""
    for same in (lambda f: f["category"] == part["category"], lambda f: {f["category"], part["category"]} <= _WEAPONRY):
        kin = [fact for fact in facts if fact["role"] != "part" and same(fact)]
        around = [fact for fact in kin if fact["start"] <= part["start"] and part["end"] <= fact["end"]]
        before = [fact for fact in kin if fact["start"] <= part["start"]]
        if around:
            return min(around, key=lambda fact: fact["end"] - fact["start"])
        if before:
            return max(before, key=lambda fact: fact["start"])
        if kin:
            return min(kin, key=lambda fact: fact["start"])
    return None


def _entries(total: dict[str, Any], facts: list[dict[str, Any]]) -> list[list[str]]:
    """What a total may be stated over (fact ids): the entries within its words, else of its item, kind or weapons."""
    others = [fact for fact in facts if fact is not total and fact["role"] != "part"]
    kind = [fact for fact in others if fact["category"] == total["category"]]
    within = [fact for fact in kind if total["start"] <= fact["start"] and fact["end"] <= total["end"]]
    readings = [within] if within else [
        [fact for fact in kind if fact["item"] == total["item"]],
        kind,
        [fact for fact in others if {fact["category"], total["category"]} <= _WEAPONRY],
    ]
    return [[fact["fact_id"] for fact in reading] for reading in readings if reading]


def seized(seizures: pd.DataFrame, by: Sequence[str] = ("category",), certainty: bool = False) -> pd.DataFrame:
    """What was seized, added up without counting anything twice.

    Args:
        seizures: the ``seizures`` table of any number of releases.
        by: columns to group by: any of category, item, drug_class, release_id.
        certainty: keep suspected things apart from confirmed ones.

    Returns:
        One row a group, basis (quantity, cash, value) and measure (see ``amounts``; empty for the entries that state
        no number): ``amount``, everything of this group; ``adds``, the share of it that no other row counts already,
        which alone may be added up over rows; ``stated_total``, the largest total that the text states;
        ``modifier``, exact only where every term is; ``entries``, how many facts it stands on.
    """
    rows = amounts(seizures)
    keys = [*by, *(["certainty"] if certainty else []), "basis", "measure"]
    apart = _apart(rows, [name for name in by if name != "release_id"])
    rows["here"] = rows["adds"].where(~apart, rows["amount"])
    rows["total"] = rows["amount"].where(rows["role"].eq("total"))
    rows = rows.assign(entries=1, **_exactness(rows["modifier"]))
    one = _added(rows, list(dict.fromkeys(["release_id", *keys])), {"here": "sum", "total": "max"})
    one["amount"] = one[["here", "total"]].max(axis=1)
    many = _added(one, keys, {"amount": "sum", "total": "sum"}).rename(columns={"total": "stated_total"})
    answers = [many["exact"] & ~many[["min", "max", "approx"]].any(axis=1),
               many["min"] & ~many[["max", "approx"]].any(axis=1),
               many["max"] & ~many[["min", "approx"]].any(axis=1), many[["min", "max", "approx"]].any(axis=1)]
    words = np.select(answers, ["exact", "min", "max", "approx"], "")
    said = pd.Series(words, index=many.index, dtype=object).where(words != "", None)
    many["modifier"] = pd.Categorical(said, categories=rows["modifier"].cat.categories)
    return many[[*keys, "amount", "adds", "stated_total", "modifier", "entries"]]


def _exactness(modifier: pd.Series) -> dict[str, pd.Series]:
    """How exactly each amount is stated, as a column an answer; "vague" says nothing of a number."""
    return {name: modifier.eq(name) for name in ("exact", "min", "max", "approx")}


def _added(rows: pd.DataFrame, keys: list[str], sums: Mapping[str, str]) -> pd.DataFrame:
    """Rows added up by group: a sum of nothing is nothing, no zero; flags hold where any of their rows has them."""
    groups = rows.groupby(keys, sort=False, dropna=False, observed=True)
    frame = groups[["exact", "min", "max", "approx"]].max()
    frame["adds"], frame["entries"] = groups["adds"].sum(min_count=1), groups["entries"].sum()
    for name, how in sums.items():
        frame[name] = groups[name].sum(min_count=1) if how == "sum" else groups[name].max()
    return frame.reset_index()


def _apart(rows: pd.DataFrame, by: list[str]) -> pd.Series:
    """The parts that add nothing to the whole, but stand in another group than their whole does."""
    parts = rows["within"].notna() & rows["adds"].eq(0)
    if not parts.any():
        return parts
    releases, facts, wholes, *groups = (rows[name].astype(object) for name in ("release_id", "fact_id", "within", *by))
    group = dict(zip(zip(releases, facts, strict=True), zip(*groups, strict=True), strict=True))
    own = [part and group[release, whole] != group[release, fact]
           for part, release, fact, whole in zip(parts, releases, facts, wholes, strict=True)]
    return pd.Series(own, index=rows.index)


def total(rows: pd.DataFrame, column: str = "adds") -> float:
    """One sum over rows of ``amounts``, or the refusal to make one that would mean nothing.

    Args:
        rows: what ``amounts`` returned, or any rows of it.
        column: ``adds``, which counts nothing twice; or ``amount``, where no row is a part or a total of others.

    Raises:
        SumError: the rows are of several measures, currencies or bases of value, or ``amount`` would count a part
            with its whole. The sentence says which, and what to do.
    """
    known = rows[rows[column].notna()]
    bases = known["basis"].unique().tolist()
    if len(bases) > 1:
        raise SumError(f"{_and(bases)} are not one thing, so they have no sum: choose the rows of one basis")
    measures = known["measure"].dropna().unique().tolist()
    if len(measures) > 1:
        what = "measures" if bases == ["quantity"] else "currencies"
        raise SumError(f"{_and(measures)} are different {what}, so they have no sum: choose the rows of one measure")
    worth = known["value_basis"].dropna().unique().tolist()
    if len(worth) > 1:
        raise SumError(f"{_and(worth)} are values on different bases, so they have no sum: choose one value_basis")
    if column != "adds":
        twice = known[known["within"].notna() | known["role"].eq("total")]
        if len(twice):
            raise SumError(f"{len(twice)} of {len(known)} rows are parts or totals of others and would be counted "
                           "twice: add up the column 'adds' instead")
    return float(known[column].sum())


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(map(str, names[:-1]))} and {names[-1]}"


# What happened to people ----------------------------------------------------------------------------------------------

_TREE = ["release_id", "node_id", "parent_id", "depth", "statuses", "count", "of_count", "modifier", "who", "offences",
         "names", "evidence"]


def outcome_tree(outcomes: pd.DataFrame) -> pd.DataFrame:
    """The outcomes as trees: "17 arrested, of whom 12 were charged" is a node of 12 under a node of 17.

    One row a node, parents before their children: ``node_id`` is the fact's id, ``parent_id`` the node it is a part
    of, ``depth`` 0 for a group that no other holds. Where the text names a larger group that no fact of its own counts
    ("seven of the nine"), the tree has a node for it with no status and no evidence. Groups that the text counts apart
    stay apart: whether "two men charged" are among the 12 is not known, and nothing here claims it.
    """
    linked = outcomes["release_id"].isin(outcomes.loc[outcomes["of_count"].notna(), "release_id"])
    alone = outcomes[~linked].rename(columns={"fact_id": "node_id"}).assign(parent_id=None, depth=0)
    rows: list[dict[str, Any]] = []
    for facts in _by_release(outcomes[linked], ["fact_id", *(name for name in _TREE if name in outcomes)]):
        rows += _tree(facts)
    parts = [alone[_TREE].astype(object), pd.DataFrame(rows, columns=_TREE, dtype=object)]
    frame = pd.concat([part for part in parts if len(part)] or parts[:1])
    # Releases stay in the order in which they came; within one the tree has its own.
    order = {release: at for at, release in enumerate(outcomes["release_id"].unique())}
    frame = frame.iloc[np.argsort(frame["release_id"].map(order).to_numpy(), kind="stable")].reset_index(drop=True)
    frame = frame.astype({"release_id": _TEXT, "node_id": _TEXT, "parent_id": _TEXT, "depth": "int64",
                          "count": "Int64", "of_count": "Int64", "evidence": _TEXT})
    for name in ("modifier", "who"):
        frame[name] = pd.Categorical(frame[name], categories=list(FAMILIES["outcomes"].slot(name).vocabulary))
    return frame


def _tree(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    children: dict[str | None, list[dict[str, Any]]] = {}
    groups: dict[int, dict[str, Any]] = {}
    for fact in facts:
        fact["node_id"], fact["parent_id"] = fact.pop("fact_id"), None
    for at, fact in enumerate(facts):
        size = fact["of_count"]
        if size is not None:
            # The group was counted before, as a rule; "Of 23 arrests four were for murder" may count it after.
            alike = [
                other for other in [*reversed(facts[:at]), *facts[at + 1:]]
                if other["count"] == size and (other["of_count"] is None or other["of_count"] > size)
            ]
            whole = alike[0] if alike else groups.get(size)
            if whole is None:
                whole = groups[size] = dict.fromkeys(_TREE) | {
                    "release_id": fact["release_id"], "node_id": f"group-{size}", "statuses": [], "offences": [],
                    "names": [], "count": size, "modifier": "exact", "who": "person",
                }
                children.setdefault(None, []).append(whole)
            fact["parent_id"] = whole["node_id"]
        children.setdefault(fact["parent_id"], []).append(fact)
    out: list[dict[str, Any]] = []
    waiting = [(node, 0) for node in reversed(children.get(None, []))]
    while waiting:
        node, depth = waiting.pop()
        out.append(node | {"depth": depth})
        waiting += [(child, depth + 1) for child in reversed(children.get(node["node_id"], []))]
    return out


# When it happened -----------------------------------------------------------------------------------------------------

_TIMELINE = ["release_id", "fact_id", "kind", "label", "start", "end", "weekday_start", "weekday_end",
             "weekdays_stated", "weekdays_agree"]


def timeline(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The dated events of releases: the days of each operation, and the day of publication.

    Args:
        frames: what ``tables`` returns.

    Returns:
        One row an event, earliest first: ``kind`` is operation or publication, ``start`` and ``end`` its days (empty
        where the text does not state them), ``weekdays_stated`` the weekdays that its words name and
        ``weekdays_agree`` whether they are those of the dates (empty where there is nothing to compare).
    """
    rows = []
    for fact in (plain(row) for row in frames["operations"].to_dict("records")):
        named = _WEEKDAY.findall(fact["evidence"] or "")
        days = [WEEKDAYS[day.weekday()] if day else None for day in (fact["start"], fact["end"])]
        compared = list(zip(days, named, strict=False)) if len(named) in (1, 2) and all(days) else []
        rows.append({
            "release_id": fact["release_id"], "fact_id": fact["fact_id"], "kind": "operation",
            "label": fact["name"] or "Operation", "start": fact["start"], "end": fact["end"],
            "weekday_start": days[0], "weekday_end": days[1], "weekdays_stated": ", ".join(named) or None,
            "weekdays_agree": all(day == word for day, word in compared) if compared else None,
        })
    for release in (plain(row) for row in frames["releases"].to_dict("records")):
        if release["published"]:
            day = WEEKDAYS[release["published"].weekday()]
            rows.append(dict.fromkeys(_TIMELINE) | {
                "release_id": release["id"], "kind": "publication", "label": "Release published",
                "start": release["published"], "end": release["published"], "weekday_start": day, "weekday_end": day,
            })
    frame = pd.DataFrame(rows, columns=_TIMELINE)
    for name in ("start", "end"):
        frame[name] = pd.to_datetime(frame[name]).astype("datetime64[us]")
    frame = frame.astype({name: _TEXT for name in _TIMELINE if name not in ("start", "end", "weekdays_agree")})
    return frame.astype({"weekdays_agree": "boolean"}).sort_values("start", kind="stable", ignore_index=True)
