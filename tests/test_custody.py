"""How long people have to serve, and lengths of time that say something else."""

import pytest

from beatbook import extract

TERMS = [
    ("for", "Adam Kerr, 30, was jailed for just under four years.", "sentenced", 48, "wording"),
    ("to, limit", "Adam Kerr, 30, was sentenced to over three years.", "sentenced", 36, "wording"),
    ("got", "Adam Kerr, 30, got 97 months after a jury found him guilty.", "sentenced", 97, "wording"),
    ("in two units", "Adam Kerr, 30, was given two years and six months after a trial.", "sentenced", 30, "wording"),
    ("trial told too", "Adam Kerr, 30, was sentenced after a two-week trial to five years.", "sentenced", 60, "bug"),
    ("length of a hearing", "Two men were sentenced over three days at Leeds Crown Court.", "sentenced", None, "bug"),
    ("length of a trial", "Two men were jailed following a six-week murder trial.", "sentenced", None, "bug"),
    ("time since", "Adam Kerr, 30, was sentenced three months after his arrest.", "sentenced", None, "bug"),
    ("period", "Three men were jailed over the past two weeks.", "sentenced", None, "bug"),
    ("later, then term", "Adam Kerr, 30, was sentenced two days later to 18 months.", "sentenced", 18, "wording"),
    ("detained by a court", "A 17-year-old was detained for more than four years for robbery.", "sentenced", 48, "bug"),
    ("detained for life", "A boy aged 16 was detained for life for the murder.", "sentenced", 1200, "bug"),
    ("detained by police", "Two men were detained for 36 hours.", "detained", None, "negative"),
    ("cut short", "Two men were detained for", "detained", None, "negative"),
    ("other years", "Two men were detained for questions about two years of theft.", "detained", None, "negative"),
]


@pytest.mark.parametrize(("text", "status", "months"), [row[1:4] for row in TERMS], ids=[row[0] for row in TERMS])
def test_terms(text, status, months):
    told = [fact for fact in extract(text, country="GB").facts["outcomes"] if fact["statuses"] == [status]]
    assert [fact.slots.get("sentence_months") for fact in told] == [months]


def test_a_fact_that_two_sentences_tell_keeps_the_age_of_the_first():
    """The later one, with another's age beside it, gives the offence; the age is proved where it stands."""
    record = extract(
        "A 48-year-old man was arrested in Derry. The man and a 25-year-old woman were arrested on suspicion of theft.",
    )
    assert [(fact["who"], fact["ages"], fact["offences"]) for fact in record.facts["outcomes"]] == [
        ("man", ["48"], ["theft"]), ("woman", ["25"], ["theft"]),
    ]
