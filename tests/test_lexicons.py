"""Every lexicon row shows itself: its term is found in its example, and not in its counter-example."""

import csv
from pathlib import Path

import pytest

import beatbook.lexicons
from beatbook.language.tokens import tokenize
from beatbook.lexicons import Matcher

FOLDER = Path(beatbook.lexicons.__file__).parent


def columns(path):
    """The column names of a lexicon."""
    with path.open(encoding="utf-8", newline="") as handle:
        return next(csv.reader(handle))


LEXICONS = [path.stem for path in sorted(FOLDER.glob("*.csv")) if {"term", "example"} <= set(columns(path))]


def found(row, phrase):
    """Whether the row's term is found in a phrase, in the singular or plural."""
    low = [word.lower().replace("’", "'").replace("‑", "-") for word in tokenize(phrase)[0]]
    matcher = Matcher((row | {"term": row["term"].replace("’", "'")},))
    return any(matcher.at(low, i, len(low)) for i in range(len(low)))


@pytest.mark.parametrize("name", LEXICONS)
def test_rows_show_themselves(name):
    """The term stands in the example and not in the counter-example."""
    wrong = [row["term"] for row in beatbook.lexicons.rows(name)
             if not found(row, row["example"]) or (row.get("counter") and found(row, row["counter"]))]
    assert not wrong, f"{name}.csv: the example lacks the term, or the counter-example holds it: {', '.join(wrong)}"


@pytest.mark.parametrize("name", LEXICONS)
def test_rows_have_a_reason(name):
    """Each row names its source or reason."""
    rows = beatbook.lexicons.rows(name)
    reason = next((column for column in ("source", "reason") if column in rows[0]), None)
    missing = [row["term"] for row in rows if not row[reason]] if reason else ["every term"]
    assert not missing, f"{name}.csv: no source or reason for {', '.join(missing)}"
