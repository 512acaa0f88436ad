"""Lexicons: what police write, as CSV files that people who write no code can read and extend.

Each file has a ``term`` column (lower case, singular; parts parted by spaces as the tokens are), the columns its
reader needs, and ``source`` (or reason) and ``example`` (a phrase in which the term must be found); ``counter`` is a
phrase in which it must not be. A term matches its plural too.
"""

import csv
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from beatbook.language.tokens import tokenize

MOST_SEEN = 50_000  # words; a bound on memory over any number of documents
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "knives": "knife", "lives": "life",
    "thieves": "thief", "wives": "wife", "feet": "foot", "axes": "axe", "series": "series", "species": "species",
    "premises": "premises", "narcotics": "narcotics", "ammunition": "ammunition", "cannabis": "cannabis",
    "kilos": "kilo", "videos": "video", "mice": "mouse", "calves": "calf", "loaves": "loaf", "halves": "half",
    "grams": "gram", "dies": "die", "gas": "gas", "bus": "bus", "chassis": "chassis",
    "cookies": "cookie", "movies": "movie", "lenses": "lens", "has": "has", "is": "is", "was": "was", "its": "its",
    "this": "this", "his": "his", "as": "as", "us": "us", "summons": "summons", "summonses": "summons",
    "baggies": "baggie",
    "brownies": "brownie", "bankies": "bankie", "ballies": "ballie", "clothes": "clothes", "bidis": "bidi", "cds": "cd",
}


@lru_cache(20000)
def singular(word: str) -> str:
    """The singular of a lower-case word: "knives" → "knife", "batteries" → "battery", "boxes" → "box"."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    head, dash, tail = word.rpartition("-")
    if dash and tail in IRREGULAR:
        return head + dash + IRREGULAR[tail]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if word.endswith("tatoes") or (word.endswith("oes") and not word.endswith(("shoes", "canoes", "toes"))):
        return word[:-2]
    return word[:-1]


@lru_cache(None)
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a lexicon.

    Args:
        name: the file's name without ``.csv``.
    """
    with (files(__package__) / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return tuple(csv.DictReader(handle))


class Term(NamedTuple):
    """A lexicon row found at tokens [i, j)."""

    row: dict[str, str]
    i: int
    j: int


class Matcher:
    """Finds a lexicon's terms among tokens: longest first, by whole words, singular or plural."""

    def __init__(self, table: tuple[dict[str, str], ...]):
        self.first: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}
        for row in table:
            words = tuple(tokenize(row["term"].casefold())[0])
            last = singular(words[-1])
            for head in {words[0]} if len(words) > 1 else {words[0], last}:
                self.first.setdefault(head, []).append(((*words[:-1], last), row))
        for head, options in self.first.items():
            # "drugs paraphernalia" must not hide "drug" where the text has "drugs"
            if (base := singular(head)) != head:
                options.extend(option for option in self.first.get(base, ()) if option not in options)
        for options in self.first.values():
            options.sort(key=lambda option: -len(option[0]))
        self._seen: dict[str, list[tuple[tuple[str, ...], dict[str, str]]]] = {}

    def _options(self, word: str) -> list[tuple[tuple[str, ...], dict[str, str]]]:
        """The terms that may start with a word; kept, as most words start none and come again."""
        if len(self._seen) > MOST_SEEN:
            self._seen.clear()
        found = self._seen[word] = self.first.get(word) or self.first.get(singular(word)) or []
        return found

    def openers(self, words: Iterable[str]) -> list[str]:
        """Those of some lower-case words that a term may start with."""
        seen, options = self._seen, self._options
        return [word for word in words if (seen[word] if word in seen else options(word))]

    def at(self, low: list[str], i: int, end: int) -> Term | None:
        """The longest term that starts at token i and ends by token ``end``."""
        word = low[i]
        options = self._seen.get(word)
        for words, row in self._options(word) if options is None else options:
            j = i + len(words)
            if j <= end and singular(low[j - 1]) == words[-1] and tuple(low[i:j - 1]) == words[:-1]:
                return Term(row, i, j)
        return None

    def find(self, low: list[str], i: int, end: int) -> dict[int, Term]:
        """All terms among tokens [i, end), by first token, not overlapping."""
        found: dict[int, Term] = {}
        seen = self._seen
        while i < end:
            options = seen.get(low[i])
            term = self.at(low, i, end) if options is None or options else None
            if term:
                found[i] = term
                i = term.j
            else:
                i += 1
        return found


@lru_cache(None)
def matcher(name: str) -> Matcher:
    """The compiled matcher of a lexicon, made once."""
    return Matcher(rows(name))
