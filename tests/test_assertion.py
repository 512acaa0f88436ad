"""What a sentence asserts: the rules of scopes.csv, and how scope spreads."""

import pytest

from beatbook.grammar.assertion import FACT, negated, scopes
from beatbook.language.document import Doc
from beatbook.lexicons import rows
from beatbook.records import Release


def scope_of(text):
    return scopes(Doc(Release(text, "x", "GB", "2024-05-05")))


@pytest.mark.parametrize("row", rows("scopes"), ids=lambda row: row["name"])
def test_each_rule_by_its_example_and_counter_example(row):
    """Every rule gives its example its scope and leaves its counter-example alone."""
    assert row["reason"]
    assert scope_of(row["example"]) == [row["scope"]]
    assert row["scope"] not in scope_of(row["counter"])


CASES = [
    ("plain", "Two men were arrested.", [FACT]),
    ("speech", "“We will not stop.”", ["quote"]),
    ("list of history", "Last year officers seized:\n• 40 guns\n• 3 knives", ["historic"] * 3),
    ("boilerplate section", "Two men were arrested.\n\nNotes to editors\n\nThe unit has 26 staff.",
     [FACT, FACT, "boilerplate"]),
]


@pytest.mark.parametrize(("label", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_scopes(label, text, expected):
    assert scope_of(text) == expected


NEGATED = [
    ("no", "No drugs were found.", "drugs", True),
    ("yet to", "Officers have yet to recover the weapon.", "recover", True),
    ("nobody", "Nobody was hurt.", "hurt", True),
    ("contraction", "Officers didn’t find drugs.", "find", True),
    ("other clause", "No drugs were found, but a knife was seized.", "seized", False),
    ("plain", "A knife was seized.", "seized", False),
]


@pytest.mark.parametrize(("label", "text", "word", "expected"), NEGATED, ids=[c[0] for c in NEGATED])
def test_negation(label, text, word, expected):
    doc = Doc(Release(text, "x"))
    assert negated(doc, doc.low.index(word), 0) is expected
