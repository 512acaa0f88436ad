"""Scoring: the figures of the benchmark's own score.py, their intervals, and what two runs win and lose."""

import copy
import importlib.util
import json
import time
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beatbook import InputError
from beatbook.records import FAMILIES, SCORED
from beatbook.scoring import (
    Gold,
    agreement,
    extracted,
    gains,
    read_facts,
    read_gold,
    score,
    write_facts,
)
from beatbook.scoring.judging import in_context
from beatbook.scoring.matching import BESIDE, COMPARISONS, KEYS

TEXT = (
    "Officers from Northmoor Police carried out four warrants in Eastley on Tuesday 4 March 2025.\n"
    "They seized two pistols, 3kg of cocaine and £4,000 in cash. Six people were arrested, of whom four were charged "
    "with conspiracy to supply cocaine. Dana Quill, 34, was remanded.\n"
    "Superintendent Ines Farrow said: “Four dangerous people are off our streets.”"
)


def fact(evidence: str, **slots: Any) -> dict[str, Any]:
    return {"evidence": evidence, **slots}


FACTS: dict[str, list[dict[str, Any]]] = {
    "operations": [
        fact("on Tuesday 4 March 2025", start="2025-03-04", end="2025-03-04", agencies=["Northmoor Police"]),
    ],
    "seizures": [
        fact("two pistols", category="firearm", item="pistol", quantity=2, unit="item"),
        fact("3kg of cocaine", category="drug", item="cocaine", quantity=3, unit="kg", drug_class="A"),
        fact("£4,000 in cash", category="cash", item="cash", value=4000, currency="GBP"),
    ],
    "outcomes": [
        fact("Six people were arrested", statuses=["arrested"], count=6, who="person"),
        fact("four were charged", statuses=["charged"], count=4, of_count=6,
             offences=["conspiracy to supply cocaine"]),
        fact("Dana Quill, 34, was remanded", statuses=["remanded"], count=1, names=["Dana Quill"], ages=["34"]),
    ],
    "activities": [fact("four warrants", tactic="warrant", count=4)],
    "incidents": [],
    "quotes": [fact("Superintendent Ines Farrow said", speaker="Ines Farrow", role="Superintendent")],
    "places": [fact("Eastley", name="Eastley")],
}


def document(id: str = "made-1", country: str = "GB", **changes: Any) -> Gold:
    return Gold(id, TEXT, copy.deepcopy(FACTS), country, "2025-03-05", **changes)


def with_facts(**families: list[dict[str, Any]]) -> dict[str, Any]:
    return {"made-1": copy.deepcopy(FACTS) | families}


# The same figures as score.py -----------------------------------------------------------------------------------------

@pytest.fixture(scope="session")
def official(shared: Path) -> ModuleType:
    """The benchmark's own score.py."""
    spec = importlib.util.spec_from_file_location("official_score", shared / "benchmark" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def readable(shared: Path) -> list[dict[str, Any]]:
    """The gold documents that may be read: a failing example is printed."""
    documents = [json.loads(path.read_text(encoding="utf-8"))
                 for path in sorted((shared / "benchmark" / "dev").glob("*.json"))]
    return [row for row in documents if row["id"] == "seed" or int(row["id"][4:]) <= 6]


def test_scores_the_slots_that_the_benchmark_scores(official: ModuleType) -> None:
    """Keys and the other scored slots are the benchmark's, in its order, which weighs the first key slot most."""
    assert {family: list(slots) for family, slots in KEYS.items()} == {f: official.KEYS[f] for f in SCORED}
    assert {family: list(slots) for family, slots in BESIDE.items()} == {f: official.EXTRA[f] for f in SCORED}
    defaults = {slot.name: slot.default for family in SCORED for slot in FAMILIES[family].slots
                if slot.default is not None and slot.name in KEYS[family] + BESIDE[family]}
    assert defaults == official.DEFAULTS


WORDS = ["the", "a", "pistols", "pistol", "knives", "knife", "batteries", "of", "class", "A", "cocaine", "murder",
         "conspiracy to", "robbery", "Det. Insp.", "’s", "x", "boxes", "axes"]
VALUES = st.one_of(
    st.none(), st.integers(0, 5), st.floats(0, 3, allow_nan=False), st.booleans(), st.just(""), st.just([]),
    st.sampled_from(["exact", "approx", "confirmed", "suspected", "item", "part", "total", "kg", "A", "man", "person"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
)
LISTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=3)


PLURALS = {"pistol": "pistols", "knives": "knife", "batteries": "battery", "axes": "axe", "boxes": "box"}
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)


@given(data=st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_compares_values_as_the_benchmark_does(official: ModuleType, data: st.DataObject) -> None:
    """Two values of a slot agree here where they agree there: plurals, parts of a phrase, nearly the same offence."""
    every = [(family, comparison) for family in SCORED for comparison in COMPARISONS[family]]
    loose = [(family, comparison) for family, comparison in every if comparison.name in ("item", "offences", "role")]
    family, comparison = data.draw(st.sampled_from(loose) | st.sampled_from(every))
    phrase = data.draw(PHRASES)
    kept = [PLURALS.get(word, word) if data.draw(st.booleans()) else word
            for word in phrase if data.draw(st.integers(0, 5))] + data.draw(st.sampled_from([[], ["x"]]))
    values: list[Any] = [" ".join(phrase), " ".join(kept)]
    if FAMILIES[family].slot(comparison.name).type == "list":
        other = " ".join(data.draw(PHRASES))
        values = [[values[0], other], data.draw(st.permutations([values[1], other]))]
    elif data.draw(st.integers(0, 3)) == 0:
        values = [data.draw(VALUES), data.draw(VALUES)]
    forms = [comparison.comparable(value) for value in values]
    assert comparison.agree(*forms) == official.agree(family, comparison.name, *values)


def perturbed(data: st.DataObject, facts: dict[str, Any], length: int) -> dict[str, Any]:
    """Facts of a document as a poor extractor might give them: dropped, doubled, changed, moved, swapped."""
    draw = data.draw
    result: dict[str, Any] = {}
    for family in SCORED:
        out = []
        for original in facts.get(family, []):
            for _ in range(draw(st.sampled_from([0, 1, 1, 1, 1, 2]))):
                changed = dict(original)
                for slot in draw(st.lists(st.sampled_from(KEYS[family] + BESIDE[family]), max_size=2)):
                    kind = FAMILIES[family].slot(slot).type
                    changed[slot] = draw(LISTS if kind == "list" else VALUES)
                if family != "operations" and draw(st.booleans()):
                    changed["start"] = draw(st.integers(-3, length + 3))
                    changed["end"] = changed["start"] + draw(st.integers(-2, 60))
                elif draw(st.integers(0, 9)) == 0:
                    changed["evidence"] = draw(st.sampled_from(["not in the text", "", "police"]))
                out.append(changed)
        result[family] = draw(st.permutations(out))
    return result


def same_figures(official: ModuleType, golds: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
    expected, errors = official.score(golds, predicted)
    scores = score([Gold(row["id"], row["text"], row["facts"], row["country"]) for row in golds],
                   {row["id"]: row["facts"] for row in predicted})
    assert scores.grounded == expected["grounded"]
    for name, ours in (("strict", scores.strict), ("slot", scores.slot)):
        theirs = expected[name]
        assert {family: {key: rate._asdict()[key] for key in ("p", "r", "f1", "tp", "pred", "gold")}
                for family, rate in ours.items()} == theirs
    counted = [(found.id, found.family, str(found).replace("wrong: ", "differs in "), found.gold, found.predicted)
               for found in scores.disagreements if found.counted]

    def stripped(side: dict[str, Any] | None) -> dict[str, Any] | None:
        return side and {key: value for key, value in side.items() if not key.startswith("_")}

    theirs = [(id, family, cause, stripped(gold), stripped(guess)) for id, family, cause, gold, guess in errors]
    assert sorted(map(str, counted)) == sorted(map(str, theirs))


@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_agrees_with_the_benchmark_on_spoilt_gold(
    official: ModuleType, readable: list[dict[str, Any]], data: st.DataObject,
) -> None:
    """Strict, slot and grounded figures, and the disagreements, are those of score.py, however poor the prediction."""
    golds = data.draw(st.lists(st.sampled_from(readable), min_size=1, max_size=2, unique_by=lambda row: row["id"]))
    predicted = [{"id": row["id"], "facts": perturbed(data, row["facts"], len(row["text"]))} for row in golds]
    same_figures(official, golds, predicted[data.draw(st.integers(0, 1)):] if len(golds) > 1 else predicted)


def test_agrees_with_the_benchmark_on_crossed_documents(official: ModuleType, readable: list[dict[str, Any]]) -> None:
    """Facts of other documents, which agree by chance only, are aligned as score.py aligns them."""
    predicted = [{"id": row["id"], "facts": other["facts"]}
                 for row, other in zip(readable, [*readable[1:], readable[0]], strict=True)]
    same_figures(official, readable, predicted)
