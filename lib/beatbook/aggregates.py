"""What many releases add up to: small tables, each the answer to one question of the corpus notebook.

Every function takes tables as ``beatbook.tables`` gives them and returns a plain DataFrame of bounded size, whole
columns at a time. What is stated twice within a release is counted once; across releases nothing is known to be the
same, and nothing is taken to be.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from beatbook import phrases
from beatbook.records import CATEGORIES, FAMILIES, STATUSES
from beatbook.tables import amounts, seized

Tables = Mapping[str, pd.DataFrame]
PERIODS = 12  # at most so many columns of time
_SIZES = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months
NOT_KNOWN = "not known"


# Time -----------------------------------------------------------------------------------------------------------------


def period(days: pd.Series) -> pd.Series:
    """Each day's period, as ordered categories without gaps: months, quarters, years or more, at most ``PERIODS``."""
    months = days.dt.year * 12 + days.dt.month - 1
    first, last = months.min(), months.max()
    if pd.isna(first):
        return pd.Series(pd.Categorical([None] * len(days), categories=[], ordered=True), index=days.index)
    size = next(size for size in _SIZES if last // size - first // size < PERIODS)
    names = [_name(int(at), size) for at in range(int(first // size), int(last // size) + 1)]
    codes = (months // size - first // size).fillna(-1).astype(int)
    return pd.Series(pd.Categorical.from_codes(codes, names, ordered=True), index=days.index)


def _name(number: int, size: int) -> str:
    year, month = divmod(number * size, 12)
    if size == 1:
        return f"{phrases.MONTHS[month][:3]} {year}"
    if size < 12:
        return f"{'Q' if size == 3 else 'H'}{month // size + 1} {year}"
    return str(year) if size == 12 else f"{year}–{year + size // 12 - 1}"


def over_time(tables: Tables) -> pd.DataFrame:
    """Releases by the period in which they were published; those without a date have a row of their own."""
    releases = tables["releases"]
    when = period(releases["published"])
    frame = releases.groupby(when, observed=False).agg(
        releases=("id", "size"), publishers=("publisher", "nunique"), countries=("country", "nunique"))
    frame = frame.rename_axis("period").reset_index().astype({"period": object})
    undated = int(when.isna().sum())
    if undated:
        frame.loc[len(frame)] = [NOT_KNOWN, undated, releases.loc[when.isna(), "publisher"].nunique(),
                                 releases.loc[when.isna(), "country"].nunique()]
    return frame


# Things ---------------------------------------------------------------------------------------------------------------


def kinds_over_time(tables: Tables) -> pd.DataFrame:
    """How many releases report a seizure of each kind, by period: a row a kind, a column a period, then all."""
    releases, seizures = tables["releases"], tables["seizures"]
    when = period(releases["published"])
    by_id = pd.Series(when.astype(object).fillna(NOT_KNOWN).to_numpy(), index=releases["id"])
    once = seizures[["release_id", "category"]].drop_duplicates()
    once = once.assign(period=once["release_id"].map(by_id))
    names = [*when.cat.categories, *([NOT_KNOWN] if once["period"].eq(NOT_KNOWN).any() else [])]
    grid = once.groupby(["category", "period"], observed=True).size().unstack(fill_value=0)
    grid = grid.reindex(index=[kind for kind in CATEGORIES if kind in grid.index], columns=names, fill_value=0)
    grid["all"] = grid.sum(axis=1)
    grid.insert(0, "kind", [phrases.capital(phrases.category(kind).removeprefix("pieces of ")) for kind in grid.index])
    return grid.rename_axis(columns=None).reset_index(drop=True)


def drugs(tables: Tables, top: int = 10) -> pd.DataFrame:
    """Drugs by class and weight: kilograms, and in how many releases; what is counted, not weighed, in words.

    The class is the one that the text states or British law fixes; other countries have none. At most ``top`` drugs
    of each class, the heaviest first.
    """
    mine = tables["seizures"][tables["seizures"]["category"].eq("drug")]
    keys = ["drug_class", "item"]
    rows = seized(mine, keys)
    rows = rows[rows["basis"].eq("quantity")].astype({"drug_class": object}).fillna({"drug_class": "none"})
    weighed = rows[rows["measure"].eq("kg")].set_index(keys)["amount"].rename("kg")
    counted = rows[rows["measure"].notna() & rows["measure"].ne("kg") & rows["amount"].gt(0)]
    counted = counted.assign(counted=[
        phrases.quantity(value, unit) if unit != "item" else phrases.counted_plain(value, "item")
        for value, unit in zip(counted["amount"], counted["measure"], strict=True)])
    classes = mine["drug_class"].astype(object).fillna("none")
    frame = mine.assign(drug_class=classes).groupby(keys, sort=False)["release_id"].nunique().rename("releases")
    frame = frame.to_frame().join(weighed).join(counted.groupby(keys, sort=False)["counted"].agg("; ".join))
    frame = frame.reset_index().rename(columns={"drug_class": "class", "item": "drug"})
    frame["kg"] = frame["kg"].where(frame["kg"].gt(0))
    # "Drugs" without an amount says nothing where drugs are named.
    frame = frame[frame["kg"].notna() | frame["counted"].notna() | frame["drug"].ne("drugs")]
    frame = frame.sort_values(["class", "kg", "releases"], ascending=[True, False, False], kind="stable")
    frame = frame.groupby("class", sort=False).head(top)
    return frame[["class", "drug", "kg", "counted", "releases"]].reset_index(drop=True)


FIREARMS = ("firearm", "imitation_firearm", "firearm_part", "ammunition")


def firearms(tables: Tables, top: int = 10) -> pd.DataFrame:
    """Firearms, what only looks like one, parts and ammunition: how many, by how many entries.

    ``amount`` counts items, of ammunition rounds; ``adds`` is what no other row of the kind counts already. Suspected
    ones have rows of their own. A type is one of the ``top`` of its kind, the others are put together.
    """
    mine = tables["seizures"][tables["seizures"]["category"].isin(FIREARMS)]
    rows = seized(mine, ["category", "item"], certainty=True)
    rows = rows[rows["basis"].eq("quantity") & rows["measure"].isin(["item", "round"]) & rows["amount"].gt(0)]
    rows = rows.astype({"category": object, "certainty": object})
    weight = rows.groupby(["category", "item"])["amount"].sum().sort_values(ascending=False, kind="stable")
    named = set(weight.groupby("category", sort=False).head(top).index)
    pairs = zip(rows["category"], rows["item"], strict=True)
    rows["type"] = [item if (kind, item) in named else "other" for kind, item in pairs]
    frame = rows.groupby(["category", "type", "certainty", "measure"], sort=False).agg(
        amount=("amount", "sum"), adds=("adds", "sum"), entries=("entries", "sum")).reset_index()
    order = frame["category"].map({kind: at for at, kind in enumerate(FIREARMS)})
    frame = frame.assign(order=order, last=frame["type"].eq("other")).sort_values(
        ["order", "last", "amount"], ascending=[True, True, False], kind="stable")
    frame.insert(0, "kind", [phrases.capital(phrases.category(kind)) for kind in frame["category"]])
    return frame.drop(columns=["category", "order", "last"]).reset_index(drop=True)


def money(tables: Tables, top: int = 10) -> pd.DataFrame:
    """Cash seized, and what other things are said to be worth, by basis of the value, currency and kind.

    Rows are never to be added up: cash is no value, a street value no market value, a pound no euro.
    """
    rows = amounts(tables["seizures"])
    rows = rows[rows["basis"].ne("quantity") & rows["adds"].gt(0)]
    rows = rows.astype({"category": object, "value_basis": object})
    rows["value_basis"] = rows["value_basis"].where(rows["basis"].eq("value")).fillna("")
    rows["measure"] = rows["measure"].astype(object).fillna("currency not stated")
    frame = rows.groupby(["basis", "value_basis", "measure", "category"], sort=False).agg(
        amount=("adds", "sum"), releases=("release_id", "nunique"), largest=("adds", "max")).reset_index()
    often = frame.groupby("measure")["releases"].sum()
    frame = frame.assign(often=frame["measure"].map(often)).sort_values(
        ["basis", "often", "measure", "amount"], ascending=[True, False, True, False], kind="stable")
    frame["kind"] = [phrases.capital(phrases.category(kind)) for kind in frame["category"]]
    frame["basis"] = frame["basis"].map({"cash": "cash", "value": "said to be worth"})
    frame = frame.rename(columns={"measure": "currency", "value_basis": "value"})
    return frame.groupby(["basis", "value"], sort=False).head(3 * top)[
        ["basis", "value", "currency", "kind", "amount", "largest", "releases"]].reset_index(drop=True)


# People ---------------------------------------------------------------------------------------------------------------


def people(outcomes: pd.DataFrame) -> pd.DataFrame:
    """How many people each release states for each outcome: columns release_id, status, people.

    Within a release nobody counts twice, as far as the text tells: a part of a group of the same outcome ("four of the
    23 were arrested for murder") is left out, who is named twice counts once, and a group without names holds the
    others where it is large enough. Several outcomes under one count ("charged, recalled or bailed") are no number of
    any of them, and are left out.
    """
    rows = outcomes[outcomes["count"].notna() & outcomes["count"].gt(0) & outcomes["statuses"].str.len().eq(1)]
    rows = pd.DataFrame({
        "release_id": rows["release_id"], "status": rows["statuses"].str[0], "people": rows["count"].astype("int64"),
        "of": rows["of_count"].astype("float64"), "names": rows["names"].map(tuple),
        "typed": ~rows["who"].astype(object).fillna("person").eq("person"),
    })
    keys = ["release_id", "status"]
    wholes = rows[[*keys, "people"]].drop_duplicates().rename(columns={"people": "of"}).assign(inner=True)
    inner = rows.merge(wholes.astype({"of": "float64"}), on=[*keys, "of"], how="left")["inner"].notna().to_numpy()
    rows = rows[~(inner & (rows["of"] != rows["people"]).to_numpy())]
    rows["named"] = rows["names"].str.len().gt(0)
    twice = rows["named"] & rows.duplicated([*keys, "names"])
    rows = rows[~twice].sort_values("people", ascending=False, kind="stable")
    first = ~rows.duplicated(keys)
    largest = rows[first].set_index(keys)
    others = rows[~first].groupby(keys).agg(others=("people", "sum"))
    apart = rows.assign(apart=rows["typed"] & ~rows["named"] & ~first).groupby(keys)["apart"].any()
    frame = largest.join(others).join(apart).fillna({"others": 0})
    holds = ~frame["named"] & ~frame["apart"] & frame["people"].ge(frame["others"])
    frame["people"] = frame["people"].where(holds, frame["people"] + frame["others"]).astype("int64")
    return frame["people"].reset_index().sort_values(keys, kind="stable", ignore_index=True)


def outcomes(tables: Tables) -> pd.DataFrame:
    """People by what happened to them, over all releases, in the order of a case; see ``people`` for what counts."""
    each = people(tables["outcomes"])
    frame = each.groupby("status").agg(people=("people", "sum"), releases=("people", "size"), largest=("people", "max"))
    frame = frame.reindex([status for status in STATUSES if status in frame.index]).reset_index()
    frame["status"] = frame["status"].map(phrases.status)
    return frame


def links(tables: Tables) -> pd.DataFrame:
    """Where texts themselves take a part from a whole ("of the 17 arrested, 12 were charged"): both, added up.

    One row a pair of outcomes: ``people`` of ``of_people``, over the releases that state that pair. Shares of
    these are true ones, as those between two sums of ``outcomes`` are not.
    """
    rows = tables["outcomes"].reset_index(names="at")
    parts = rows[rows["of_count"].notna() & rows["count"].notna()]
    parts = parts.assign(part=parts["statuses"].map(tuple))[["at", "release_id", "of_count", "count", "part"]]
    wholes = rows[rows["count"].notna()]
    wholes = wholes.assign(whole=wholes["statuses"].map(tuple))[["at", "release_id", "count", "whole"]]
    both = parts.merge(wholes.rename(columns={"count": "of_count", "at": "whole_at"}), on=["release_id", "of_count"],
                       how="left")
    both = both[both["at"].ne(both["whole_at"])]
    both["whole"] = [whole if isinstance(whole, tuple) else () for whole in both["whole"]]
    # The group was counted before, as a rule: the nearest one.
    both["far"] = (both["at"] - both["whole_at"]).where(lambda far: far.gt(0), 10**9)
    both = both.sort_values("far", kind="stable").drop_duplicates("at")
    both = both[both["part"].ne(both["whole"]) & both["part"].str.len().gt(0)]
    once = both.drop_duplicates(["release_id", "whole", "part", "of_count"])
    of_people = once.groupby(["whole", "part"])["of_count"].sum()
    frame = both.groupby(["whole", "part"]).agg(people=("count", "sum"), releases=("release_id", "nunique"))
    frame = frame.join(of_people.rename("of_people")).reset_index()
    frame = frame[frame["people"] <= frame["of_people"]]
    rank = {status: at for at, status in enumerate(STATUSES)}
    places = [[rank[statuses[0]] if statuses else 99 for statuses in frame[name]] for name in ("whole", "part")]
    frame = frame.assign(first=places[0], then=places[1]).sort_values(
        ["of_people", "first", "then"], ascending=[False, True, True], kind="stable")
    frame["of"] = [phrases.statuses(whole) if whole else "a group" for whole in frame["whole"]]
    frame["were"] = [phrases.statuses(part) for part in frame["part"]]
    return frame[["were", "of", "people", "of_people", "releases"]].head(20).reset_index(drop=True)


AGES = ("under 10", "10–17", "18–24", "25–34", "35–44", "45–54", "55–64", "65 and over")


def ages(tables: Tables) -> pd.DataFrame:
    """People by age group, of those whose age a release states as a number; a range or decade is no age.

    Who is told of twice (arrested, then charged) counts once: by name, and without one by age within a release.
    """
    rows = tables["outcomes"]
    named = rows["names"].str.len().eq(rows["ages"].str.len())
    rows = pd.DataFrame({
        "release_id": rows["release_id"], "status": rows["statuses"].map(tuple), "age": rows["ages"],
        "name": rows["names"].where(named, rows["ages"].map(lambda found: [""] * len(found))),
    }).explode(["age", "name"])
    rows["age"] = pd.to_numeric(rows["age"], errors="coerce")
    rows = rows[rows["age"].notna()]
    with_names = rows[rows["name"].ne("")].drop_duplicates(["release_id", "name"])
    without = rows[rows["name"].eq("")].groupby(["release_id", "age", "status"]).size()
    without = without.groupby(["release_id", "age"]).max()
    known = with_names.groupby(["release_id", "age"]).size()
    both = pd.concat([known, without], axis=1).fillna(0).max(axis=1)
    years = both.index.get_level_values("age") if len(both) else pd.Index([], dtype="float64")
    group = pd.cut(years, [-1, 9, 17, 24, 34, 44, 54, 64, 200], labels=list(AGES))
    frame = pd.DataFrame({"age": group, "people": both.to_numpy(), "release": both.index.get_level_values(0)
                          if len(both) else []})
    return frame.groupby("age", observed=False).agg(people=("people", "sum"), releases=("release", "nunique")).astype(
        "int64").reset_index().astype({"age": object})


# Tactics, publishers, what is missing ---------------------------------------------------------------------------------


def tactics(tables: Tables, top: int = 10, most: int = 10) -> pd.DataFrame:
    """In how many releases of each publisher each tactic is told of: a row a publisher, a column a tactic."""
    releases = tables["releases"]
    publisher = releases.set_index("id")["publisher"].astype(object).fillna("Publisher not known")
    rows = tables["activities"][["release_id", "tactic"]].drop_duplicates()
    rows = rows[~rows["tactic"].isin(["officers_deployed", "forces_involved"])].astype({"tactic": object})
    rows["publisher"] = rows["release_id"].map(publisher)
    common = rows["tactic"].value_counts().head(most).index
    grid = rows.groupby(["publisher", "tactic"]).size().unstack(fill_value=0).reindex(columns=common, fill_value=0)
    told = rows.groupby("publisher")["release_id"].nunique().sort_values(ascending=False, kind="stable")
    grid = grid.loc[told.head(top).index].rename(columns=lambda name: phrases.capital(phrases.tactic(name)))
    grid.insert(0, "releases", publisher.value_counts().reindex(grid.index).astype("int64"))
    return grid.rename_axis(columns=None).rename_axis("publisher").reset_index()


# The slots that a reader asks for first, with what it means when one is empty.
ASKED = {
    "releases": ("published", "publisher", "country", "title"),
    "operations": ("name", "start", "agencies"),
    "seizures": ("quantity", "value", "currency", "calibre", "drug_class"),
    "outcomes": ("count", "of_count", "offences", "who", "ages", "names", "sentence_months", "court"),
    "activities": ("count",), "incidents": ("count",), "quotes": ("speaker", "role"),
}
# A slot that only some facts of its family can have is asked of those.
_ONLY = {
    ("seizures", "calibre"): ("firearm", "ammunition"), ("seizures", "drug_class"): ("drug",),
    ("seizures", "quantity"): tuple(kind for kind in CATEGORIES if kind != "cash"),
}
_SHORT = {"sentence_months": "term", "of_count": "of how many"}
_ONLY_STATUS = {"sentence_months": "sentenced", "court": "sentenced"}


def missing(tables: Tables, top: int = 8) -> pd.DataFrame:
    """How often each slot is stated, by country, as a share: a row a slot, a column a country, then all.

    Facts that cannot have a slot do not count (a knife has no drug class); ``facts`` counts those that can.
    """
    releases = tables["releases"]
    country = releases.set_index("id")["country"].astype(object).fillna(NOT_KNOWN)
    shown = country.value_counts().head(top).index
    rows = []
    for family, slots in ASKED.items():
        frame = tables[family]
        where = (frame["id"] if family == "releases" else frame["release_id"]).map(country)
        for slot in slots:
            able = _able(family, slot, frame)
            if not able.any():
                continue
            values = frame.loc[able, slot]
            filled = values.str.len().gt(0) if _is_list(family, slot) else values.notna()
            share = filled.groupby(where[able]).mean().reindex(shown)
            name = f"{family} · {_SHORT.get(slot, slot).replace('_', ' ')}"
            rows.append({"stated": name, **share.to_dict(), "all": filled.mean(), "facts": int(able.sum())})
    return pd.DataFrame(rows, columns=["stated", *shown, "all", "facts"])


def _able(family: str, slot: str, frame: pd.DataFrame) -> pd.Series:
    if (family, slot) in _ONLY:
        return frame["category"].isin(_ONLY[family, slot])
    if family == "outcomes" and slot in _ONLY_STATUS:
        return frame["statuses"].map(lambda found: _ONLY_STATUS[slot] in found).astype(bool)
    return pd.Series(True, index=frame.index)


def _is_list(family: str, slot: str) -> bool:
    return family in FAMILIES and FAMILIES[family].slot(slot).type == "list"


# The largest ----------------------------------------------------------------------------------------------------------

MEASURES = ("people", "firearms", "drugs_kg")


def by_release(tables: Tables) -> pd.DataFrame:
    """One row a release with its main amounts: people (the largest outcome), firearms, kilograms of drugs, cash.

    ``cash`` is in ``currency``, the one with most cash of that release.
    """
    releases = tables["releases"].set_index("id")
    each = people(tables["outcomes"]).sort_values("people", ascending=False, kind="stable")
    each = each.drop_duplicates("release_id").set_index("release_id")
    rows = amounts(tables["seizures"])
    firearm = rows[rows["category"].eq("firearm") & rows["basis"].eq("quantity") & rows["measure"].eq("item")]
    drug = rows[rows["category"].eq("drug") & rows["measure"].eq("kg")]
    cash = rows[rows["basis"].eq("cash") & rows["amount"].notna()].groupby(["release_id", "measure"])["adds"].sum()
    cash = cash.reset_index().sort_values("adds", ascending=False, kind="stable").drop_duplicates("release_id")
    operations = tables["operations"]
    named = operations[operations["name"].notna()].drop_duplicates("release_id").set_index("release_id")["name"]
    dated = operations.groupby("release_id").agg(start=("start", "min"), end=("end", "max"))
    frame = releases[["title", "publisher", "country", "published"]].join(
        each["people"]).join(each["status"]).join(
        firearm.groupby("release_id")["adds"].sum(min_count=1).rename("firearms")).join(
        drug.groupby("release_id")["adds"].sum(min_count=1).rename("drugs_kg")).join(
        cash.set_index("release_id").rename(columns={"adds": "cash", "measure": "currency"})).join(
        named.rename("operation")).join(dated)
    return frame.rename_axis("release_id").reset_index()


def largest(tables: Tables, top: int = 10) -> pd.DataFrame:
    """The releases that report most: each measure ranks them, and the best place counts, people before things.

    Cash is told and ranks nothing: a pound is no rupee.
    """
    frame = by_release(tables)
    places = frame[list(MEASURES)].rank(ascending=False, method="min")
    found = frame.assign(place=places.min(axis=1), first=places.fillna(np.inf).to_numpy().argmin(axis=1))
    found = found[found["place"].notna()].sort_values(["place", "first"], kind="stable")
    return found.drop(columns=["place", "first"]).head(top).reset_index(drop=True)
