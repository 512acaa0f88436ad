"""What happened to people: the statements of a release, sentence by sentence, before it is known whom they mean.

``statements`` gives each sentence's groups of people and status clauses, with those that lists and ellipsis leave half
said ("The 26 arrests: seven on suspicion of …", "is charged with: …"). ``resolve.outcomes`` turns them into facts.
"""

from collections.abc import Iterator

from beatbook.facts import (
    people_entries,
    people_lists,
    people_parts,
    people_scope,
    people_sheets,
    people_tables,
    people_verbs,
    people_wholes,
)
from beatbook.facts.statement import Statement
from beatbook.grammar.assertion import QUOTE
from beatbook.grammar.clauses import clauses
from beatbook.grammar.people import groups, nouns
from beatbook.grammar.person_names import Names, forenames
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher

__all__ = ["Statement", "find", "statements"]

COUNTING_ON = frozenset("were was are is of for on these those them whom".split())
APART = frozenset("another separate separately elsewhere meanwhile unrelated".split())


def find(doc: Doc) -> list[Statement]:
    """All statements of a release, lists attached to the clauses that introduce them.

    Args:
        doc: the analysed release, scopes filled.
    """
    return list(statements(doc))


def statements(doc: Doc) -> Iterator[Statement]:
    """The statements of a release in order; sentences that speak of no people are left out.

    Args:
        doc: the analysed release, scopes filled.
    """
    names = Names()
    given: dict[int, Statement] = {}
    tables = people_tables.tables(doc)
    lead: int | None = None  # the first paragraph that tells of outcomes; it may sum up what follows
    for sentence in (part for whole in doc.sentences for part in people_scope.split(doc, whole)):
        limit = people_scope.limit(doc, sentence)
        triggered = limit is not None and _triggered(doc, sentence.i, limit)
        if limit is None or not (triggered or _of_people(doc, sentence, limit)):
            continue
        statement = _read(doc, sentence, limit, triggered, names)
        if statement.clauses and lead is None and not statement.heading:
            lead = sentence.paragraph
        statement.lead = statement.heading or (sentence.paragraph == lead and sentence.kind == "prose")
        if sentence.index in tables:
            people_tables.read(doc, statement, tables[sentence.index], given)
        if not statement.quoted:
            _complete(doc, statement, given)
        given[sentence.index] = statement
        yield statement
    people_entries.attach(doc, given)
    people_sheets.attach(doc, given)


def _triggered(doc: Doc, i: int, j: int) -> bool:
    return not doc.terms(matcher("outcomes")).keys().isdisjoint(range(i, j))


def _of_people(doc: Doc, sentence: Sentence, limit: int) -> bool:
    """Whether a sentence without a status may speak of people: it names some, or belongs to a list."""
    if sentence.intro is not None or sentence.kind in ("item", "row") or doc.raw[sentence.j - 1] == ":":
        return True
    if people_sheets.charging(doc, sentence) is not None or _counts_on(doc, sentence.i, limit):
        return True
    aged = any(value.kind == "age" for value in sentence.values)
    words = doc.low[sentence.i : limit]
    return aged or not nouns().keys().isdisjoint(words) or not forenames().keys().isdisjoint(words)


def _counts_on(doc: Doc, i: int, limit: int) -> bool:
    """Whether a sentence from token i goes on counting: "Of these, 12 …", "Nine were for …", "There were nine"."""
    low = doc.low
    if low[i] in ("of", "there") and i + 1 < limit:
        return low[i + 1] in COUNTING_ON or i + 2 in doc.value_at
    value = doc.value_at.get(i)
    return value is not None and value.kind == "number" and value.j < limit and low[value.j] in COUNTING_ON


def _read(doc: Doc, sentence: Sentence, limit: int, triggered: bool, names: Names) -> Statement:
    """One sentence up to token ``limit``, with its groups and the clauses that hold for this case."""
    titled = sentence.kind == "heading" or people_scope.title_case(doc, sentence)
    heading = titled or people_scope.headline(doc, sentence)
    found = groups(doc, sentence.i, limit, names, titled, heading)
    read = clauses(doc, sentence, found) if triggered else []
    return Statement(
        sentence,
        found,
        [clause for clause in read if clause.at < limit and people_scope.of_this_case(doc, sentence, clause)],
        apart=not APART.isdisjoint(doc.low[sentence.i : sentence.i + 5]),
        quoted=doc.scopes[sentence.index] == QUOTE,
        heading=heading,
    )


def _complete(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Adds what the sentence leaves half said: parts of numbers, list entries without a verb."""
    people_wholes.mark(doc, statement, given)
    people_verbs.under_heading(doc, statement)
    people_lists.complete(doc, statement, given)
    people_parts.tally(doc, statement, given)
    people_entries.entry(doc, statement, given)
    people_parts.by_kind(doc, statement)
    people_parts.by_outcome(doc, statement)
    people_parts.by_being(doc, statement, given)
    people_parts.by_whole(doc, statement)
    people_parts.of_those(doc, statement, given)
    people_parts.by_place(doc, statement, given)
