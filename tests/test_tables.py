"""Tables: their columns and types, and the counting that must not count twice."""

import json

import pandas as pd
import pytest
from made_records import WEEK, made, people, thing

from beatbook.errors import SumError
from beatbook.records import FAMILIES, TABLES, Fact, Record, Release
from beatbook.tables import amounts, outcome_tree, seized, tables, timeline, to_csv, total


def add_up(*things, by=("category",), **options):
    """The sums of a release that states these things: {group…, basis, measure: (amount, adds)}."""
    text = "\n".join(dict.fromkeys(item["evidence"] for item in things))
    sums = seized(tables(made(text, seizures=list(things)))["seizures"], list(by), **options)
    names = [*by, "basis", "measure"]

    def known(value):
        return None if pd.isna(value) else round(value, 6) if isinstance(value, float) else value

    return {
        tuple(known(row[name]) for name in names): (known(row["amount"]), known(row["adds"]))
        for row in sums.to_dict("records")
    }


def test_every_family_has_a_table():
    frames = tables(WEEK)
    assert set(frames) == {*FAMILIES, "releases", "checks", "unclaimed"}
    for family in FAMILIES:
        names = list(frames[family].columns)
        assert names[:2] == ["release_id", "fact_id"] and names[-2:] == ["rule", "evidence"]
        assert {slot.name for slot in TABLES[family].slots} < set(names)
        assert len(frames[family]) == len(WEEK.facts[family])


def test_operations_keep_their_dates_apart_from_their_span():
    row = tables(WEEK)["operations"].iloc[0]
    assert row["start"] == pd.Timestamp("2022-11-21") and row["end"] == pd.Timestamp("2022-11-27")
    assert WEEK.release.text[row["span_start"]:row["span_end"]] == row["evidence"]


@pytest.mark.parametrize("records", [[], [WEEK], [WEEK, made("Nothing.", id="none")]], ids=["none", "one", "two"])
def test_types_do_not_depend_on_rows(records):
    frames = tables(records)
    assert {name: str(kind) for name, kind in frames["seizures"].dtypes.items()} | {"category": "category"} == {
        "release_id": "str", "fact_id": "str", "category": "category", "item": "str", "quantity": "float64",
        "unit": "category", "value": "float64", "currency": "str", "role": "category", "quantity_max": "float64",
        "value_max": "float64", "modifier": "category", "value_modifier": "category", "drug_class": "category",
        "calibre": "str", "certainty": "category", "weight_kg": "float64",
        "value_basis": "category", "firearm_type": "category", "concealment": "str", "contained_in": "str",
        "assertion": "category", "start": "Int64", "end": "Int64", "rule": "str", "evidence": "str",
    }
    assert str(frames["outcomes"]["count"].dtype) == "Int64"
    assert str(frames["releases"]["published"].dtype) == "datetime64[us]"
    assert list(frames["seizures"]["category"].cat.categories) == list(TABLES["seizures"].slot("category").vocabulary)
    for made_of in (seized(frames["seizures"]), outcome_tree(frames["outcomes"]), timeline(frames)):
        assert isinstance(made_of, pd.DataFrame)


def test_checks_and_unclaimed_name_their_release():
    record = made("Five knives.")
    record.checks.append({"kind": "sum", "message": "m", "start": 0, "end": 4})
    record.unclaimed.append({"kind": "number", "text": "Five", "start": 0, "end": 4})
    frames = tables(record)
    assert frames["checks"].iloc[0]["release_id"] == frames["unclaimed"].iloc[0]["release_id"] == "met-1"
    assert pd.isna(frames["checks"].iloc[0]["other_start"])


def test_a_value_outside_its_vocabulary_is_refused():
    record = Record(Release("x", "a"), {"seizures": [Fact("seizures", {"category": "gun"}, 0, 1, "r")]})
    with pytest.raises(ValueError, match=r"seizures\.category: 'gun' is none of firearm"):
        tables(record)


def test_csv_is_safe_for_a_spreadsheet():
    frame = pd.DataFrame({"a": ["=1+1", "knife", None], "b": [["x", "y"], [], ["@z"]], "c": [-1.0, 2.5, float("nan")]})
    assert to_csv(frame) == "a,b,c\n'=1+1,x; y,-1\nknife,,2.5\n,'@z,\n"


TOTALS = [
    # label, things, by, expected {(group…, basis, measure): (amount, adds)}
    ("entries are added up",
     [thing("two pistols", "firearm", "pistol", 2), thing("a revolver", "firearm", "revolver", 1)],
     ["category"], {("firearm", "quantity", "item"): (3, 3)}),
    ("a part adds nothing to its whole",
     [thing("58 firearms", "firearm", "firearm", 58), thing("17 rifles", "firearm", "rifle", 17, role="part")],
     ["category"], {("firearm", "quantity", "item"): (58, 58)}),
    ("by item a part is counted, but never added",
     [thing("58 firearms", "firearm", "firearm", 58), thing("17 rifles", "firearm", "rifle", 17, role="part")],
     ["category", "item"],
     {("firearm", "firearm", "quantity", "item"): (58, 58), ("firearm", "rifle", "quantity", "item"): (17, 0)}),
    ("a part of a whole without a number counts",
     [thing("drugs", "drug", "drugs"), thing("2kg of cocaine", "drug", "cocaine", 2, "kg", role="part")],
     ["category"], {("drug", "quantity", None): (None, None), ("drug", "quantity", "kg"): (2, 2)}),
    ("a part of another kind than its whole",
     [thing("ten weapons", "weapon", "weapon", 10), thing("three knives", "blade", "knife", 3, role="part")],
     ["category"], {("weapon", "quantity", "item"): (10, 10), ("blade", "quantity", "item"): (3, 0)}),
    ("a total adds nothing to its entries",
     [thing("73 kg of meth in all", "drug", "methamphetamine", 73, "kg", role="total"),
      thing("42 kg", "drug", "methamphetamine", 42, "kg"), thing("31 kg", "drug", "methamphetamine", 31, "kg")],
     ["category"], {("drug", "quantity", "kg"): (73, 73)}),
    ("a total adds what its entries leave open",
     [thing("14 weapons in all", "weapon", "weapon", 14, role="total"), thing("five bats", "weapon", "bat", 5)],
     ["category"], {("weapon", "quantity", "item"): (14, 14)}),
    ("a total over entries of another kind",
     [thing("eight weapons", "weapon", "weapon", 8, role="total"), thing("five knives", "blade", "knife", 5),
      thing("three guns", "firearm", "gun", 3)],
     ["category"],
     {("weapon", "quantity", "item"): (8, 0), ("blade", "quantity", "item"): (5, 5),
      ("firearm", "quantity", "item"): (3, 3)}),
    ("a total of the same noun as one of its entries",
     [thing("9 firearms", "firearm", "firearm", 9, role="total"), thing("a rifle", "firearm", "rifle", 1),
      thing("a pistol", "firearm", "pistol", 1), thing("seven firearms", "firearm", "firearm", 7)],
     ["category"], {("firearm", "quantity", "item"): (9, 9)}),
    ("a total over its own words, within a larger total",
     [thing("Drugs worth £900", "drug", "drugs", value=900.0, currency="GBP", role="total"),
      thing("cocaine worth £785", "drug", "cocaine", value=785.0, currency="GBP"),
      thing("heroin and crack worth £115", "drug", "drugs", value=115.0, currency="GBP", role="total"),
      thing("heroin", "drug", "heroin"), thing("crack", "drug", "crack cocaine")],
     ["category"], {("drug", "quantity", None): (None, None), ("drug", "value", "GBP"): (900, 900)}),
    ("a total over things without amounts of their own",
     [thing("3kg of heroin and cocaine", "drug", "drugs", 3, "kg", role="total"), thing("heroin", "drug", "heroin"),
      thing("cocaine", "drug", "cocaine")],
     ["category"], {("drug", "quantity", "kg"): (3, 3), ("drug", "quantity", None): (None, None)}),
    ("a street value never meets cash",
     [thing("£500", "cash", "cash", value=500.0, currency="GBP"),
      thing("heroin worth £900", "drug", "heroin", value=900.0, currency="GBP")],
     ["category"], {("cash", "cash", "GBP"): (500, 500), ("drug", "quantity", None): (None, None),
                    ("drug", "value", "GBP"): (900, 900)}),
    ("currencies stay apart",
     [thing("£500", "cash", "cash", value=500.0, currency="GBP"),
      thing("€40", "cash", "cash", value=40.0, currency="EUR")],
     ["category"], {("cash", "cash", "GBP"): (500, 500), ("cash", "cash", "EUR"): (40, 40)}),
    ("weights meet in kilograms, counts stay apart",
     [thing("2kg", "drug", "cocaine", 2, "kg"), thing("500g", "drug", "cocaine", 500, "g"),
      thing("30 tablets", "drug", "cocaine", 30, "tablet"), thing("1 tonne", "drug", "cocaine", 1, "tonne"),
      thing("10 lb", "drug", "cocaine", 10, "lb")],
     ["category"], {("drug", "quantity", "kg"): (1007.035924, 1007.035924), ("drug", "quantity", "tablet"): (30, 30)}),
    ("rounds are no items",
     [thing("a gun", "firearm", "gun", 1), thing("90 rounds", "ammunition", "round", 90, "round")],
     ["category"], {("firearm", "quantity", "item"): (1, 1), ("ammunition", "quantity", "round"): (90, 90)}),
]


@pytest.mark.parametrize(("label", "things", "by", "expected"), TOTALS, ids=[case[0] for case in TOTALS])
def test_counting(label, things, by, expected):
    assert add_up(*things, by=by) == expected


def test_adds_of_all_rows_is_the_whole():
    """Whatever the grouping, what may be added up comes to the same."""
    frame = tables(WEEK)["seizures"]
    whole = amounts(frame).groupby(["basis", "measure"])["adds"].sum()
    for by in (["category"], ["category", "item"], ["drug_class"], ["release_id", "category"]):
        pd.testing.assert_series_equal(seized(frame, by).groupby(["basis", "measure"])["adds"].sum(), whole)


def test_releases_are_added_up_one_by_one():
    """A total of one release covers nothing of another."""
    one = made("9 guns", id="a", seizures=[thing("9 guns", "firearm", "gun", 9, role="total")])
    two = made("4 guns", id="b", seizures=[thing("4 guns", "firearm", "gun", 4)])
    [row] = seized(tables([one, two])["seizures"]).to_dict("records")
    assert (row["amount"], row["adds"], row["entries"]) == (13, 13, 2)


@pytest.mark.parametrize(("modifiers", "expected"), [
    (["exact", "exact"], "exact"), (["exact", "min"], "min"), (["max", "exact"], "max"), (["min", "max"], "approx"),
    (["approx", "exact"], "approx"),
])
def test_a_sum_is_as_exact_as_its_terms(modifiers, expected):
    things = [thing(f"{n} guns", "firearm", f"gun {n}", n, modifier=how) for n, how in enumerate(modifiers, 1)]
    frame = tables(made("1 guns 2 guns", seizures=things))["seizures"]
    assert list(seized(frame)["modifier"]) == [expected]


def test_suspected_things_can_be_kept_apart():
    things = [thing("two guns", "firearm", "gun", 2), thing("a pistol", "firearm", "pistol", 1, certainty="suspected")]
    sums = seized(tables(made("two guns and a pistol", seizures=things))["seizures"], certainty=True)
    assert list(zip(sums["certainty"], sums["amount"], strict=True)) == [("confirmed", 2), ("suspected", 1)]


POUNDS = {"category": "drug", "item": "heroin", "currency": "GBP"}
SUMS = [
    # label, things, column, expected sum or what the refusal says
    ("entries", [thing("two guns", "firearm", "gun", 2), thing("a pistol", "firearm", "pistol", 1)], "amount", 3),
    ("a part adds nothing", [thing("58 guns", "firearm", "gun", 58), thing("17 rifles", "firearm", "rifle", 17,
                                                                           role="part")], "adds", 58),
    ("a part with its whole", [thing("58 guns", "firearm", "gun", 58), thing("17 rifles", "firearm", "rifle", 17,
                                                                             role="part")], "amount",
     "1 of 2 rows are parts or totals of others"),
    ("a total over entries", [thing("3 in all", "firearm", "gun", 3, role="total"), thing("2", "firearm", "pistol", 2)],
     "amount", "add up the column 'adds' instead"),
    ("kilograms and tablets", [thing("2kg", "drug", "MDMA", 2, "kg"), thing("9 tablets", "drug", "MDMA", 9, "tablet")],
     "adds", "kg and tablet are different measures"),
    ("pounds and euros", [thing("£5", "cash", "cash", value=5.0, currency="GBP"),
                          thing("€4", "cash", "cash", value=4.0, currency="EUR")], "adds",
     "GBP and EUR are different currencies"),
    ("cash and a value", [thing("£5", "cash", "cash", value=5.0, currency="GBP"),
                          thing("heroin", value=9.0, **POUNDS)], "adds", "are not one thing"),
    ("street and market value", [thing("heroin", value=5.0, value_basis="street", **POUNDS),
                                 thing("more", value=9.0, value_basis="market", **POUNDS)], "adds",
     "street and market are values on different bases"),
    ("nothing", [], "adds", 0),
]


@pytest.mark.parametrize(("label", "things", "column", "expected"), SUMS, ids=[case[0] for case in SUMS])
def test_a_sum_that_would_mean_nothing_is_refused(label, things, column, expected):
    rows = amounts(tables(made("\n".join(item["evidence"] for item in things), seizures=things))["seizures"])
    rows = rows[rows["amount"].notna()]
    if isinstance(expected, str):
        with pytest.raises(SumError) as refused:
            total(rows, column)
        assert expected in str(refused.value) and "\n" not in str(refused.value)
    else:
        assert total(rows, column) == expected


def test_releases_with_and_without_parts_count_alike():
    """Those without parts go by whole columns, the others fact by fact: together they are what each is alone."""
    plain_one = made("two guns and 500g", id="b", seizures=[
        thing("two guns", "firearm", "gun", 2), thing("500g", "drug", "cocaine", 500, "g", value=9.0, currency="GBP")])
    both = amounts(tables([plain_one, WEEK])["seizures"])
    alone = [amounts(tables(record)["seizures"]) for record in (plain_one, WEEK)]
    pd.testing.assert_frame_equal(both, pd.concat(alone, ignore_index=True), check_categorical=False)
    assert list(both["release_id"].unique()) == ["b", "met-1"]


TREES = [
    ("a part under its whole",
     [people("17 arrested", "arrested", 17), people("12 charged", "charged", 12, of_count=17)],
     [("outcomes-1", None, 0), ("outcomes-2", "outcomes-1", 1)]),
    ("parts of parts",
     [people("9 charged", "charged", 9), people("7 arrested", "arrested", 7, of_count=9),
      people("5 held", "remanded", 5, of_count=7)],
     [("outcomes-1", None, 0), ("outcomes-2", "outcomes-1", 1), ("outcomes-3", "outcomes-2", 2)]),
    ("the nearest group of that size",
     [people("7 held", "detained", 7), people("7 seen", "appeared_in_court", 7),
      people("5 of them", "remanded", 5, of_count=7)],
     [("outcomes-1", None, 0), ("outcomes-2", None, 0), ("outcomes-3", "outcomes-2", 1)]),
    ("a group that no fact counts",
     [people("3 of the 8", "charged", 3, of_count=8), people("5 of the 8", "released", 5, of_count=8)],
     [("group-8", None, 0), ("outcomes-1", "group-8", 1), ("outcomes-2", "group-8", 1)]),
    ("a whole that is counted after its part",
     [people("4 for murder", "arrested", 4, of_count=23), people("23 arrests", "arrested", 23)],
     [("outcomes-2", None, 0), ("outcomes-1", "outcomes-2", 1)]),
    ("counted apart", [people("17 arrested", "arrested", 17), people("two charged", "charged", 2)],
     [("outcomes-1", None, 0), ("outcomes-2", None, 0)]),
    ("parts of each other",
     [people("7 of 9", "arrested", 7, of_count=9), people("9 of 7", "charged", 9, of_count=7)],
     [("group-9", None, 0), ("outcomes-1", "group-9", 1), ("outcomes-2", "outcomes-1", 2)]),
    ("a part as large as its whole", [people("4 of 4", "charged", 4, of_count=4)],
     [("group-4", None, 0), ("outcomes-1", "group-4", 1)]),
]


@pytest.mark.parametrize(("label", "outcomes", "expected"), TREES, ids=[case[0] for case in TREES])
def test_outcome_tree(label, outcomes, expected):
    text = "\n".join(outcome["evidence"] for outcome in outcomes)
    tree = outcome_tree(tables(made(text, outcomes=outcomes))["outcomes"])
    nodes = [(row["node_id"], None if pd.isna(row["parent_id"]) else row["parent_id"], row["depth"])
             for row in tree.to_dict("records")]
    assert nodes == expected
    assert len(set(tree["node_id"])) == len(tree)


@pytest.mark.parametrize(("words", "start", "end", "agree"), [
    ("from Monday, 21 November to Sunday, 27 November", "2022-11-21", "2022-11-27", True),
    ("from Monday, 21 November to Saturday, 27 November", "2022-11-21", "2022-11-27", False),
    ("on Tuesday, 21 November", "2022-11-21", "2022-11-21", False),
    ("on Monday", "2022-11-21", "2022-11-21", True),
    ("on 21 November", "2022-11-21", "2022-11-21", None),
    ("on Monday", None, None, None),
    ("on Monday, Tuesday and Wednesday", "2022-11-21", "2022-11-23", None),
], ids=str)
def test_weekdays_are_held_against_dates(words, start, end, agree):
    record = made(words, operations=[{"evidence": words, "start": start, "end": end}])
    events = timeline(tables(record))
    [row] = events[events["kind"] == "operation"].to_dict("records")
    assert row["weekdays_agree"] is agree or (agree is None and pd.isna(row["weekdays_agree"]))


def test_timeline_has_the_publication_and_is_in_order():
    events = timeline(tables(WEEK))
    assert list(events["kind"]) == ["operation", "publication"]
    assert events.iloc[1]["weekday_start"] == "Wednesday"


def test_gold_records_make_tables(project):
    """Every gold record fits the tables, and no sum is below what its facts add."""
    folder = project / "data" / "benchmark"
    held_out = (folder / "dev" / "held-out.txt").read_text(encoding="utf-8").split()
    paths = sorted(path for path in folder.glob("*/*.json") if path.stem not in held_out)
    assert len(paths) > 20
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        frames = tables(made(gold["text"], id=gold["id"], published=gold["published"], **gold["facts"]))
        sums = seized(frames["seizures"])
        assert (sums["amount"].fillna(0) + 1e-9 >= sums["adds"].fillna(0)).all(), path.name
        assert len(outcome_tree(frames["outcomes"])) >= len(frames["outcomes"]), path.name
