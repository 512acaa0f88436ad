"""Full text: what a person types as a query, and the passages where it is found, with the facts that stand there."""

import re
import secrets
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from beatbook.errors import UsageError
from beatbook.lexicons import IRREGULAR
from beatbook.records import FAMILIES, Fact, Record
from beatbook.store.rows import unpacked

_ROOM = 160  # code points of the same line around a hit
_LONGEST = 480  # of a passage
_QUERY_LIMIT = 2_000
_TERM = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(slots=True)
class Hit:
    """One release that holds the words: the passage ``[start, end)`` of its text that holds most of them, where they
    stand in it (``marks``, in code points of the text), and the facts whose words lie in the passage."""

    record: Record
    start: int
    end: int
    marks: list[tuple[int, int]]
    facts: list[Fact]

    @property
    def snippet(self) -> str:
        """The passage, as written."""
        return self.record.release.text[self.start:self.end]

    def row(self) -> dict[str, Any]:
        """The hit as plain values, fit for JSON."""
        release = self.record.release
        return {
            "id": release.id, "published": release.published, "publisher": release.publisher, "title": release.title,
            "url": release.url, "source": release.source, "snippet": self.snippet, "start": self.start,
            "end": self.end, "marks": [list(span) for span in self.marks],
            "facts": [
                {"family": fact.family} | fact.row() | {"evidence": self.record.evidence(fact)} for fact in self.facts
            ],
        }


def query(words: str) -> str:
    """The FTS5 query that ``words`` mean: all of them, "phrases", AND, OR and NOT between them, and beginnings*.

    Whatever else SQLite would read as syntax is quoted, so that no text can be a wrong query.

    Raises:
        UsageError: there is no word in it.
    """
    parts: list[str] = []
    waiting = None
    for phrase, star, word in _TERM.findall(words[:_QUERY_LIMIT].replace("\0", " ")):
        if word in _OPERATORS and parts and waiting is None:
            waiting = word
            continue
        term = phrase or word
        if not any(char.isalnum() for char in term):
            continue
        if parts:
            parts.append(waiting or "AND")
        waiting = None
        begins = star or (word and word.endswith("*"))
        parts.append(f'"{term.rstrip("*")}" *' if begins else _any_form(term))
    if waiting:  # an operator with nothing after it was meant as a word
        parts += ["AND", f'"{waiting}"']
    if not parts:
        raise UsageError(f"{words[:60]!r} holds no word to search for")
    return " ".join(parts)


def _any_form(term: str) -> str:
    """The term as a query; "knife" finds "knives" too, which the index's stemmer does not know for one word."""
    singular = IRREGULAR.get(term.lower(), term.lower())
    forms = [plural for plural, base in IRREGULAR.items() if base == singular and plural != base]
    if not forms:
        return f'"{term}"'
    return "(" + " OR ".join(f'"{form}"' for form in sorted({singular, *forms})) + ")"


def search(db: sqlite3.Connection, words: str, limit: int, family: str | None) -> Iterator[Hit]:
    """The hits, best first. Raises UsageError for words that are none, and a family or limit that does not exist."""
    if family is not None and family not in FAMILIES:
        raise UsageError(f"family {family!r} is not known; {', '.join(FAMILIES)} are")
    if limit < 1:
        raise UsageError(f"a limit of {limit} finds nothing; 1 or more is accepted")
    # Marks that no text can hold by accident or on purpose.
    token = secrets.token_hex(8)
    begin, stop = f"\ufdd0{token}\ufdd1", f"\ufdd1{token}\ufdd0"
    try:
        matches = db.execute(
            # A word in the title weighs as much as some in the text; the number makes the order one.
            "SELECT rowid AS number, highlight(releases_fts, 1, ?, ?) AS marked FROM releases_fts WHERE releases_fts "
            "MATCH ? ORDER BY bm25(releases_fts, 4.0, 1.0), rowid", (begin, stop, query(words)),
        )
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error) or "no such module" in str(error):
            raise
        raise UsageError(f"these words are too many, or too deep in operators, to be searched for ({error})") from error
    for number, marked in matches:
        row = db.execute("SELECT * FROM releases JOIN records ON records.release_id = releases.id WHERE number = ?",
                         (number,)).fetchone()
        if row is None:
            continue
        hit = _hit(unpacked(row), _spans(marked or "", begin, stop), family)
        if hit:
            yield hit
            limit -= 1
        if not limit:
            return


def _spans(marked: str, begin: str, stop: str) -> list[tuple[int, int]]:
    """Where the marks stand in the text without them."""
    spans = []
    at = 0
    first, *rest = marked.split(begin)
    at = len(first)
    for piece in rest:
        inside, _, outside = piece.partition(stop)
        spans.append((at, at + len(inside)))
        at += len(inside) + len(outside)
    return spans


def _hit(record: Record, spans: list[tuple[int, int]], family: str | None) -> Hit | None:
    """The passage of a release that says most: with facts of the family, with most different words, then most facts."""
    best: tuple[tuple[int, int], Hit] | None = None
    text = record.release.text
    facts = sorted((fact for fact in record if family in (None, fact.family)), key=lambda fact: (fact.start, fact.end))
    for start, end, marks in _passages(text, spans):
        inside = [fact for fact in facts if fact.start < end and fact.end > start]
        if family and not inside:
            continue
        worth = (len({text[slice(*span)].casefold() for span in marks}), len(inside))
        if best is None or worth > best[0]:
            best = worth, Hit(record, start, end, marks, inside)
    return best and best[1]


def _passages(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int, list[tuple[int, int]]]]:
    """The lines around the hits, cut to a size that can be read; hits that stand close share one.

    Where only the title holds the words, the passage is the opening of the text.
    """
    if not spans:
        yield 0, _later(text, min(2 * _ROOM, len(text))), []
        return
    start = end = -1
    marks: list[tuple[int, int]] = []
    for low, high in spans:
        left = max(low - _ROOM, 0)
        left = max(text.rfind("\n", left, low) + 1, left)
        right = min(high + _ROOM, len(text))
        line_end = text.find("\n", high, right)
        right = line_end if line_end >= 0 else right
        left, right = _earlier(text, left), _later(text, right)
        if marks and left < end and right - start <= _LONGEST:
            end = max(end, right)
            marks.append((low, high))
            continue
        if marks:
            yield start, end, marks
        start, end, marks = left, right, [(low, high)]
    yield start, end, marks


def _earlier(text: str, at: int) -> int:
    """``at``, moved to the beginning of the word it stands in (a word without end is cut)."""
    floor = max(at - 30, 0)
    while at > floor and not text[at - 1].isspace():
        at -= 1
    return at


def _later(text: str, at: int) -> int:
    ceiling = min(at + 30, len(text))
    while at < ceiling and not text[at].isspace():
        at += 1
    return at
