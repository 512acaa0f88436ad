"""A release made ready for the grammar: lines, sentences, tokens, quotations and values over one text."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from beatbook.language.layout import lines
from beatbook.language.plain import plain
from beatbook.language.quotations import quotations
from beatbook.language.sentences import sentences
from beatbook.language.timeline import settle
from beatbook.language.tokens import tokenize
from beatbook.language.value import Tokens, Value
from beatbook.language.values import openers, scan
from beatbook.lexicons import Matcher, Term
from beatbook.records import Release

LONGEST = 1000
"""Tokens of a sentence at most: rules compare its words with one another, so that time grows with the square of it."""
# one form for what is written in several; a blank inside a token parts thousands ("1 240")
ALIKE = (("’", "'"), ("‑", "-"), (" ", ","), ("\u00a0", ","), ("\u2009", ","), ("\u202f", ","))


@dataclass(slots=True)
class Sentence:
    """A sentence, heading or list item: its span [start, end) and its tokens [i, j).

    ``kind`` is its line's ("prose", "item", "heading", "row"); ``intro`` and ``heading`` are indexes of the sentence
    that introduces the list and of the heading above, ``paragraph`` counts blocks parted by blank lines.
    """

    index: int
    start: int
    end: int
    i: int
    j: int
    kind: str
    paragraph: int
    intro: int | None = None
    heading: int | None = None
    values: list[Value] = field(default_factory=list)


class Doc:
    """One release, analysed. Tokens are parallel lists: ``raw``, ``low``, ``starts``, ``ends``."""

    def __init__(self, release: Release):
        self.release = release
        self.text = text = release.text
        self.country, self.published = release.country, release.published
        self.raw, self.starts, self.ends = tokenize(plain(text))
        low = "\n".join(self.raw).lower()  # no token holds a newline
        for variant, common in ALIKE:
            low = low.replace(variant, common)
        self.low = low.split("\n") if low else []
        self._places: dict[str, list[int]] = defaultdict(list)  # the tokens at which a word stands
        for token, word in enumerate(self.low):
            self._places[word].append(token)
        self.quotations = quotations(text)
        self._quote_starts = [start for start, _ in self.quotations]
        self.sentences: list[Sentence] = []
        self._sentence_at: list[Sentence] = []  # by token; of a bullet, the one before it
        self._terms: dict[int, dict[int, Term]] = {}
        self.scopes: list[str] = []  # what each sentence asserts; filled by grammar.assertion
        self.names: Any = None  # the proper names; filled by grammar.names
        self._lay_out()
        tokens = Tokens(self.raw, self.low, self.starts, self.ends, self.country, self.published)
        starts = self.where(openers(self._places))
        for sentence in self.sentences:
            first, last = bisect_left(starts, sentence.i), bisect_left(starts, sentence.j)
            sentence.values = list(scan(tokens, sentence.i, sentence.j, starts[first:last])) if last > first else []
        settle(tokens, (value for sentence in self.sentences for value in sentence.values))
        self.value_at: dict[int, Value] = {}
        for sentence in self.sentences:
            for value in sentence.values:
                for token in range(value.i, value.j):
                    self.value_at[token] = value

    def _lay_out(self) -> None:
        token, starts = 0, self.starts
        last_of_line: list[int] = []
        for line in lines(self.text):
            spans = [(line.start, line.end)] if line.kind == "heading" else sentences(self.text, line.start, line.end)
            for start, end in spans:
                first = bisect_left(starts, start, token)
                token = bisect_left(starts, end, first)
                for i, j in self._pieces(first, token):
                    self.sentences.append(Sentence(
                        len(self.sentences), start if i == first else starts[i],
                        end if j == token else self.ends[j - 1], i, j, line.kind, line.paragraph,
                        None if line.intro is None else last_of_line[line.intro],
                        None if line.heading is None else last_of_line[line.heading]))
            last_of_line.append(len(self.sentences) - 1)
        at = self._sentence_at
        ends = [sentence.i for sentence in self.sentences[1:]] + [len(starts)]
        for sentence, end in zip(self.sentences, ends, strict=False):
            at.extend([sentence] * (end - len(at)))

    def _pieces(self, i: int, j: int) -> Iterator[tuple[int, int]]:
        """Tokens [i, j) as they are, or in pieces that end at a comma where they are more than any sentence has."""
        while j - i > LONGEST:
            middle, most = i + LONGEST // 2, i + LONGEST
            cut = next((token + 1 for token in range(most - 1, middle, -1) if self.low[token] in (",", ";")), most)
            yield i, cut
            i = cut
        if j > i:
            yield i, j

    def sentence_of(self, token: int) -> Sentence:
        """The sentence a token stands in."""
        at = self._sentence_at
        return at[token] if 0 <= token < len(at) else self.sentences[-1 if token > 0 else 0]

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after a place in the text."""
        return bisect_left(self.starts, offset)

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Tokens [i, j) as a span of the text."""
        return self.starts[i], self.ends[j - 1]

    def words(self, i: int, j: int) -> str:
        """The text of tokens [i, j), as written."""
        return self.text[self.starts[i]:self.ends[j - 1]] if j > i else ""

    def quoted(self, token: int) -> tuple[int, int] | None:
        """The quotation (span in the text) that a token stands in."""
        at = bisect_right(self._quote_starts, self.starts[token]) - 1
        if at >= 0 and self.quotations[at][1] > self.starts[token]:
            return self.quotations[at]
        return None

    def where(self, words: Set[str]) -> list[int]:
        """The tokens at which one of some lower-case words stands, in order."""
        places = self._places
        return sorted(chain.from_iterable(map(places.__getitem__, places.keys() & words)))

    def terms(self, matcher: Matcher) -> dict[int, Term]:
        """A lexicon's terms in the whole text, by first token; found once, and never across sentences."""
        found = self._terms.get(id(matcher))
        if found is None:
            found = self._terms[id(matcher)] = self._find(matcher)
        return found

    def _find(self, matcher: Matcher) -> dict[int, Term]:
        found: dict[int, Term] = {}
        low, sentence_at, free = self.low, self._sentence_at, 0
        for i in self.where(matcher.openers(self._places)):
            if i >= free and (term := matcher.at(low, i, sentence_at[i].j)):
                found[i] = term
                free = term.j
        return found
