"""Contradictions and unclaimed figures."""

import pytest

from beatbook.checks import contradictions, unclaimed
from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.records import FAMILIES, Fact, Release


def doc_of(text):
    doc = Doc(Release(text, "x", "GB", "2024-05-05"))
    doc.scopes = scopes(doc)
    return doc


def facts_of(text, *facts):
    found = {family: [] for family in FAMILIES}
    for family, evidence, slots in facts:
        start = text.index(evidence)
        found[family].append(Fact(family, slots, start, start + len(evidence), "test"))
    return found


ARRESTS = "Of the 12 people arrested, 17 were charged."
HAUL = "Officers seized 5 knives: 3 knives in Leeds and 4 knives in Hull."
KNIFE = {"category": "blade", "item": "knife", "unit": "item"}
CASES = [
    ("part over whole", ARRESTS,
     [("outcomes", "17 were charged", {"statuses": ["charged"], "count": 17, "of_count": 12})],
     ["part exceeds whole"]),
    ("part of whole", ARRESTS, [("outcomes", "17 were charged", {"statuses": ["charged"], "count": 7, "of_count": 12})],
     []),
    ("entries over total", HAUL, [
        ("seizures", "5 knives", KNIFE | {"quantity": 5, "role": "total"}),
        ("seizures", "3 knives", KNIFE | {"quantity": 3}), ("seizures", "4 knives", KNIFE | {"quantity": 4})],
     ["entries exceed total"]),
    ("entries under total", HAUL, [
        ("seizures", "5 knives", KNIFE | {"quantity": 9, "role": "total"}),
        ("seizures", "3 knives", KNIFE | {"quantity": 3}), ("seizures", "4 knives", KNIFE | {"quantity": 4})], []),
    ("wrong weekday", "On Monday, 23 April 2024 officers raided a flat.", [], ["weekday"]),
    ("right weekday", "On Tuesday, 23 April 2024 officers raided a flat.", [], []),
    ("dated after publication", "It ran on 6 June 2024.", [("operations", "6 June 2024", {"start": "2024-06-06"})],
     ["after publication"]),
]


@pytest.mark.parametrize(("label", "text", "facts", "kinds"), CASES, ids=[c[0] for c in CASES])
def test_contradictions(label, text, facts, kinds):
    rows = contradictions(doc_of(text), facts_of(text, *facts))
    assert [row["kind"] for row in rows] == kinds
    assert all(0 <= row["start"] < row["end"] <= len(text) and row["message"] for row in rows)


def test_unclaimed_figures_and_words_are_listed_with_their_reason():
    """Every number, amount and weapon, drug or outcome word is claimed or listed; talk of "gun crime" is neither."""
    text = "Officers seized 3 knives and £500. Last year 40 guns were found. Gun crime fell."
    rows = unclaimed(doc_of(text), facts_of(text, ("seizures", "3 knives", KNIFE | {"quantity": 3})))
    assert [(row["kind"], row["text"], row["reason"]) for row in rows] == [
        ("amount", "£500", ""), ("number", "40", "historic"), ("term", "guns", "historic")]
    assert all(text[row["start"]:row["end"]] == row["text"] for row in rows)


def test_the_whole_that_a_part_is_taken_from_is_claimed():
    """"Of the 17" stands outside the fact's own words; another 17 of the release does not."""
    text = "Of the 17, twelve were charged. Some 17 streets were closed."
    part = ("outcomes", "twelve were charged", {"statuses": ["charged"], "count": 12, "of_count": 17})
    assert [row["start"] for row in unclaimed(doc_of(text), facts_of(text, part))] == [text.index("Some")]
