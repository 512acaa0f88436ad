"""Lexicons: what police write, as CSV files that people who write no code can read and extend.

Each file has a ``term`` column (lower case, singular; parts parted by spaces as the tokens are), the columns its
reader needs, and ``source`` (or reason) and ``example`` (a phrase in which the term must be found); ``counter`` is a
phrase in which it must not be. A term matches its plural too.
"""

import csv
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from itertools import zip_longest
from typing import NamedTuple

from beatbook.language.tokens import tokenize

MOST_SEEN = 10_000  # words; a bound on memory over any number of documents
IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "knives": "knife", "lives": "life",
    "thieves": "thief", "wives": "wife", "feet": "foot", "axes": "axe", "series": "series", "species": "species",
    "premises": "premises", "narcotics": "narcotics", "ammunition": "ammunition", "cannabis": "cannabis",
    "kilos": "kilo", "videos": "video", "mice": "mouse", "calves": "calf", "loaves": "loaf", "halves": "half",
    "grams": "gram", "dies": "die", "gas": "gas", "bus": "bus", "chassis": "chassis",
    "cookies": "cookie", "movies": "movie", "lenses": "lens", "has": "has", "is": "is", "was": "was", "its": "its",
    "this": "this", "his": "his", "as": "as", "us": "us", "summons": "summons", "summonses": "summons",
    "baggies": "baggie",
    "talkies": "talkie", "hoodies": "hoodie", "beanies": "beanie", "budgies": "budgie", "collies": "collie",
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
    with (files(__package__) / f"{name}.csv").open(encoding="utf-8") as handle:
        lines = csv.reader(handle)  # DictReader takes twice as long, at every start
        names = next(lines)
        return tuple(dict(zip_longest(names, line)) for line in lines if line)


class Term(NamedTuple):
    """A lexicon row found at tokens [i, j)."""

    row: dict[str, str]
    i: int
    j: int


class Opener(NamedTuple):
    """The terms that may start with a word: the one of that word alone, those of two words by the singular of their
    second, longer ones by their second as written, the longest first."""

    alone: dict[str, str] | None
    pairs: dict[str, dict[str, str]]
    longer: dict[str, list[tuple[list[str], dict[str, str]]]]


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
        self._known: dict[str, Opener | None] = {}  # by word; most words start none and come again
        self._opening: set[str] = set()  # those of the known words that start one

    def _learn(self, word: str) -> Opener | None:
        """What a word not met before may start."""
        alone: dict[str, str] | None = None
        pairs: dict[str, dict[str, str]] = {}
        longer: dict[str, list[tuple[list[str], dict[str, str]]]] = {}
        for words, row in self.first.get(word) or self.first.get(singular(word)) or ():
            if len(words) == 1:
                alone = row if alone is None and words[0] == singular(word) else alone
            elif words[0] == word and len(words) == 2:
                pairs.setdefault(words[1], row)
            elif words[0] == word:
                longer.setdefault(words[1], []).append((list(words[1:]), row))
        found = Opener(alone, pairs, longer) if alone is not None or pairs or longer else None
        self._known[word] = found
        if found is not None:
            self._opening.add(word)
        return found

    def openers(self, words: Iterable[str]) -> set[str]:
        """Those of some lower-case words that a term may start with."""
        if len(self._known) > MOST_SEEN:
            self._known.clear()
            self._opening.clear()
        for word in set(words).difference(self._known):
            self._learn(word)
        return self._opening.intersection(words)

    def at(self, low: list[str], i: int, end: int) -> Term | None:
        """The longest term that starts at token i and ends by token ``end``."""
        try:
            opener = self._known[low[i]]
        except KeyError:
            opener = self._learn(low[i])
        if opener is None or i >= end:
            return None
        alone, pairs, longer = opener
        if (pairs or longer) and i + 1 < end:
            for words, row in longer.get(low[i + 1], ()):
                j = i + 1 + len(words)
                if j <= end and low[i + 2:j - 1] == words[1:-1] and singular(low[j - 1]) == words[-1]:
                    return Term(row, i, j)
            pair = pairs.get(singular(low[i + 1]))
            if pair is not None:
                return Term(pair, i, i + 2)
        return Term(alone, i, i + 1) if alone is not None else None

    def find(self, low: list[str], i: int, end: int) -> dict[int, Term]:
        """All terms among tokens [i, end), by first token, not overlapping."""
        found: dict[int, Term] = {}
        opening, free = self.openers(set(low[i:end])), i
        for token in range(i, end):
            if token >= free and low[token] in opening and (term := self.at(low, token, end)):
                found[token] = term
                free = term.j
        return found


@lru_cache(None)
def matcher(name: str) -> Matcher:
    """The compiled matcher of a lexicon, made once."""
    return Matcher(rows(name))
