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


