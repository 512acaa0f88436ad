"""A release made ready for the grammar: lines, sentences, tokens, quotations and values over one text."""

from bisect import bisect_left, bisect_right
from collections.abc import Set
from dataclasses import dataclass, field
from typing import Any

from beatbook.language.layout import lines
from beatbook.language.quotations import quotations
from beatbook.language.sentences import sentences
from beatbook.language.timeline import settle
from beatbook.language.tokens import tokenize
from beatbook.language.value import Tokens, Value
from beatbook.language.values import scan
from beatbook.lexicons import Matcher, Term
from beatbook.records import Release

# one form for what is written in several; a blank inside a token parts thousands ("1 240")
ALIKE = str.maketrans({"’": "'", "‑": "-", " ": ",", "\u00a0": ",", "\u2009": ",", "\u202f": ","})


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
        self.raw, self.starts, self.ends = tokenize(text)
        self.low = [word.lower() if word.isascii() and " " not in word else word.lower().translate(ALIKE)
                    for word in self.raw]
        self._places: dict[str, list[int]] = {}  # the tokens at which a word stands
        for token, word in enumerate(self.low):
            self._places.setdefault(word, []).append(token)
        self.quotations = quotations(text)
        self._quote_starts = [start for start, _ in self.quotations]
        self.sentences: list[Sentence] = []
        self._sentence_starts: list[int] = []
        self._terms: dict[int, dict[int, Term]] = {}
        self.scopes: list[str] = []  # what each sentence asserts; filled by grammar.assertion
        self.names: Any = None  # the proper names; filled by grammar.names
        self._lay_out()
        tokens = Tokens(self.raw, self.low, self.starts, self.ends, self.country, self.published)
        for sentence in self.sentences:
            sentence.values = list(scan(tokens, sentence.i, sentence.j))
        settle(tokens, (value for sentence in self.sentences for value in sentence.values))
        self.value_at: dict[int, Value] = {}
        for sentence in self.sentences:
            for value in sentence.values:
                for token in range(value.i, value.j):
                    self.value_at[token] = value

    def _lay_out(self) -> None:
        token, last_of_line = 0, []
        for line in lines(self.text):
            spans = [(line.start, line.end)] if line.kind == "heading" else sentences(self.text, line.start, line.end)
            for start, end in spans:
                while token < len(self.starts) and self.starts[token] < start:
                    token += 1
                first = token
                while token < len(self.starts) and self.starts[token] < end:
                    token += 1
                if token > first:
                    self.sentences.append(Sentence(
                        len(self.sentences), start, end, first, token, line.kind, line.paragraph,
                        None if line.intro is None else last_of_line[line.intro],
                        None if line.heading is None else last_of_line[line.heading]))
            last_of_line.append(len(self.sentences) - 1)
        self._sentence_starts = [sentence.i for sentence in self.sentences]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence a token stands in."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, token) - 1)]

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
        return sorted(token for word in places.keys() & words for token in places[word])

    def terms(self, matcher: Matcher) -> dict[int, Term]:
        """A lexicon's terms in the whole text, by first token; found once, and never across sentences."""
        found = self._terms.get(id(matcher))
        if found is None:
            found = self._terms[id(matcher)] = self._find(matcher)
        return found

    def _find(self, matcher: Matcher) -> dict[int, Term]:
        found: dict[int, Term] = {}
        free = 0
        for i in sorted(token for word in matcher.openers(self._places) for token in self._places[word]):
            sentence = self.sentence_of(i) if i >= free else None
            if sentence and i < sentence.j and (term := matcher.at(self.low, i, sentence.j)):
                found[i] = term
                free = term.j
        return found
