"""The sample releases and the gold records kept in the project: form, and that each gold fact stands in its text."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import beatbook
from beatbook.records import FAMILIES, SCORED

DATA = Path(__file__).resolve().parent.parent / "data"
SAMPLE, OWN, DEV = DATA / "sample", DATA / "benchmark" / "own", DATA / "benchmark" / "dev"
TEXTS = sorted(path.stem for path in SAMPLE.glob("*.txt"))
BULLETIN = SAMPLE / "bulletin.jsonl"
GOLD = sorted([*OWN.glob("*.json"), *DEV.glob("*.json")])
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str, "number": (int, float), "integer": int, "date": str, "list": list,
}


@cache
def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def bulletin() -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in BULLETIN.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: row for row in rows}


def faults(record: dict[str, Any]) -> list[str]:
    """What is wrong with the form of a gold record, a sentence each."""
    found = []
    if set(record["facts"]) != set(SCORED):
        found.append(f"the families are {sorted(record['facts'])}")
    for family, facts in record["facts"].items():
        slots = {slot.name: slot for slot in FAMILIES[family].slots}
        for fact in facts:
            where = f"{family} {fact.get('evidence')!r}"
            if not fact.get("evidence") or fact["evidence"] not in record["text"]:
                found.append(f"{where}: the evidence is not in the text")
            for name, value in fact.items():
                if name == "evidence" or value is None:
                    continue
                if name not in slots:
                    found.append(f"{where}: there is no slot {name}")
                    continue
                slot = slots[name]
                if not isinstance(value, TYPES[slot.type]):
                    found.append(f"{where}: {name} is {value!r}, which is no {slot.type}")
                    continue
                if slot.type == "date" and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                    found.append(f"{where}: {name} is {value!r}, which is no ISO date")
                for word in value if isinstance(value, list) else [value]:
                    if slot.vocabulary and word not in slot.vocabulary:
                        found.append(f"{where}: {name} {word!r} is not in its list")
    return found


def test_the_samples_are_all_there():
    assert len(TEXTS) == 24
    assert len(bulletin()) == 4
    assert {path.stem for path in OWN.glob("*.json")} == {*TEXTS, *bulletin()}


@pytest.mark.parametrize("name", TEXTS)
def test_a_sample_is_clean_text_and_its_gold_holds_exactly_that_text(name):
    text = (SAMPLE / f"{name}.txt").read_bytes().decode("utf-8")
    gold = load(OWN / f"{name}.json")
    assert "\r" not in text and "\ufffd" not in text and not text.startswith("\ufeff")
    assert re.match(r"date \d{4}-\d\d-\d\d\s", text), "opens with its day of publication"
    assert 100 <= len(text.split()) <= 900
    assert (gold["id"], gold["text"]) == (name, text)
    assert gold["published"] == text[5:15]


@pytest.mark.parametrize("id", sorted(bulletin()))
def test_a_row_of_the_bulletin_says_where_it_comes_from_and_its_gold_holds_its_text(id):
    row, gold = bulletin()[id], load(OWN / f"{id}.json")
    assert list(row) == ["id", "country", "published", "title", "publisher", "text"]
    for column in ("id", "country", "published", "title", "text"):
        assert row[column] == gold[column]


def test_reading_a_sample_changes_none_of_it():
    """Offsets count in the text as read, so gold would be of no use if reading altered a character."""
    releases = {release.id: release for release in beatbook.read(SAMPLE)}
    assert set(releases) == {*TEXTS, *bulletin()}
    for id, release in releases.items():
        assert release.text == load(OWN / f"{id}.json")["text"], id
        assert release.published == load(OWN / f"{id}.json")["published"], id


@pytest.mark.parametrize("path", GOLD, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_gold_record_keeps_to_the_format(path):
    record = load(path)
    assert record["id"] == path.stem
    assert re.fullmatch(r"[A-Z]{2}", record["country"])
    assert faults(record) == []


@pytest.mark.parametrize("path", sorted(OWN.glob("*.json")), ids=lambda path: path.stem)
def test_own_gold_states_a_fact_once(path):
    for family, facts in load(path)["facts"].items():
        stated = [json.dumps(fact, sort_keys=True) for fact in facts]
        assert len(set(stated)) == len(stated), family
    places = [fact["name"].casefold() for fact in load(path)["facts"]["places"]]
    assert len(set(places)) == len(places)


def test_own_gold_keeps_quantities_and_money_apart():
    """A quantity has a unit, a value a currency, cash no quantity: what the format says and no list can check."""
    for path in sorted(OWN.glob("*.json")):
        for fact in load(path)["facts"]["seizures"]:
            assert ("quantity" in fact) == ("unit" in fact), (path.stem, fact)
            assert ("value" in fact) == ("currency" in fact), (path.stem, fact)
            assert not (fact["category"] == "cash" and "quantity" in fact), (path.stem, fact)
            assert fact.get("modifier") != "vague" or "quantity" not in fact, (path.stem, fact)


def test_own_gold_counts_no_part_above_its_whole():
    for path in sorted(OWN.glob("*.json")):
        for fact in load(path)["facts"]["outcomes"]:
            assert fact["count"] <= fact.get("of_count", fact["count"]), (path.stem, fact)


def test_the_real_release_of_the_benchmark_is_not_kept_here():
    assert not (DEV / "seed.json").exists()
    assert len(list(DEV.glob("*.json"))) == 48


@pytest.mark.parametrize(("label", "change", "said"), [
    ("evidence that the text does not hold", {"evidence": "nine pistols"}, "not in the text"),
    ("a word outside a closed list", {"category": "gun"}, "not in its list"),
    ("a slot that does not exist", {"amount": 2}, "no slot amount"),
    ("a number in words", {"quantity": "two"}, "no number"),
])
def test_a_fault_in_a_gold_record_is_found(label, change, said):
    """The checks above can fail: each kind of fault is named."""
    fact = {"evidence": "two pistols", "category": "firearm", "item": "pistol", "quantity": 2, "unit": "item"}
    record = {"text": "Officers found two pistols.", "facts": {family: [] for family in SCORED}}
    record["facts"]["seizures"] = [fact]
    assert faults(record) == []
    record["facts"]["seizures"] = [fact | change]
    assert [said in fault for fault in faults(record)] == [True], label
