"""What is left unread: asides, and the ways in which the members of a list are joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beatbook import extract
from beatbook.language.plain import plain
from beatbook.lexicons import rows

ASIDES = rows("asides")


@pytest.mark.parametrize("row", ASIDES, ids=lambda row: f"{row['kind']}: {row['words']}")
def test_rows_show_themselves(row):
    """The words are left out of the example and stay in the counter-example, and each row has a reason."""
    words = row["words"]
    assert words not in plain(row["example"]).lower()
    assert words in plain(row["counter"]).lower()
    assert row["reason"]


@given(st.text(alphabet=" \n.,;’'£12aàwsdhpolice", max_size=200))
def test_nothing_moves(text):
    """Every character that is read stands where it stood."""
    read = plain(text)
    assert len(read) == len(text)
    assert all(one == other or one in " and" for one, other in zip(read, text, strict=True))


JOINED = [
    ("as well as", "Two knives as well as an axe were seized.", [("blade", 2), ("blade", 1)], "paraphrase"),
    ("and also", "Two knives and also an axe were seized.", [("blade", 2), ("blade", 1)], "paraphrase"),
    ("plus", "Two knives, plus an axe were seized.", [("blade", 2), ("blade", 1)], "paraphrase"),
    ("behind the verb", "Two knives were seized, along with an axe.", [("blade", 2), ("blade", 1)], "wording"),
    ("however", "Two knives were, however, seized.", [("blade", 2)], "paraphrase"),
    ("opening", "Shortly afterwards, two knives were seized.", [("blade", 2)], "paraphrase"),
    ("police said", "Two knives were seized, police said.", [("blade", 2)], "paraphrase"),
    ("police said that", "Police said two knives were seized.", [("blade", 2)], "paraphrase"),
    ("no comma", "However two knives were seized.", [("blade", 2)], "wording"),
    ("an adverb that tells", "Two knives were never seized.", [], "negative"),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:3] for row in JOINED], ids=[row[0] for row in JOINED])
def test_facts_stay(text, expected):
    found = extract(text, country="GB").facts["seizures"]
    assert [(fact["category"], fact["quantity"]) for fact in found] == expected


def test_who_says_it_is_still_a_source():
    """What is left unread for the facts still tells that they are attributed."""
    (fact,) = extract("A man was arrested for theft, according to investigators.", country="US").facts["outcomes"]
    assert fact["assertion"] == "attributed"


def test_a_span_holds_the_words_as_written():
    record = extract("Two knives were, however, seized as well as an axe.", country="GB")
    text = record.release.text
    assert [text[fact.start : fact.end] for fact in record.facts["seizures"]] == ["Two knives", "an axe"]
