"""Whose verb holds for people that have none: of the sentence, of a list's introduction, of the lines above."""

from collections.abc import Iterator

from beatbook.facts.statement import Statement
from beatbook.grammar.clauses import Clause
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher

LISTABLE = frozenset("arrested charged sentenced convicted pleaded_guilty wanted detained remanded".split())
LISTING = frozenset("including included include includes among amongst comprising comprised comprise (".split())
BACKWARD = frozenset("these this they those offences offenses arrests including among amongst which crimes".split())
MOST_BACK = 4  # sentences back that the number divided by a list may stand
SUMMING = (["in", "total"], ["in", "all"], ["so", "far"], ["to", "date"], ["all", "told"])
LONGEST_TITLE = 4


def counted(clause: Clause) -> int | None:
    """The number of people a clause counts, where it counts one group."""
    return clause.groups[0].count if len(clause.groups) == 1 and clause.groups[0].numbered else None


def governor(doc: Doc, statement: Statement, at: int, given: dict[int, Statement]) -> tuple[Clause | None, int | None]:
    """The clause whose verb holds for a group at token ``at`` that has none, and the number the group is part of.

    Args:
        doc: the release.
        statement: the sentence of the group.
        at: the group's first token.
        given: the statements before, by sentence.
    """
    own = next((clause for clause in reversed(statement.clauses) if clause.at < at and clause.rule != "elliptic"), None)
    if own:
        return own, None
    part = next((group for group in statement.groups if group.i == at and group.partitive), None)
    word = stated_within(doc, part.i, part.j) if part and part.kind == "bare" else None
    if word:  # "29 of the arrests were for …"
        return word, 0
    sentence = statement.sentence
    meant = next((group for group in statement.groups if group.kind == "whole" and group.j <= at), None)
    if meant:  # "Of the 22, nine were for …"
        for clause in _clauses_before(given, sentence.index, 7):
            if counted(clause) and meant.count in (None, counted(clause)):
                return clause, counted(clause)
    backward = doc.low[sentence.i] in BACKWARD
    if sentence.intro is not None:
        found = _of_intro(doc, given, sentence.intro)
        if found:
            return found
        intro = doc.sentences[sentence.intro]
        backward = doc.low[intro.i] in BACKWARD or not LISTING.isdisjoint(doc.low[intro.i : intro.j])
        sentence = intro
    if backward:  # "These included …"
        for index in range(sentence.index - 1, max(-1, sentence.index - 4), -1):
            before = given.get(index)
            last = before.clauses[-1] if before and before.clauses else None
            if last and counted(last):
                return last, counted(last)
    bare = _those(doc, statement.sentence, at)
    if bare:
        statement.done = bare.at
        return bare, 0
    return None, None


def of_sibling(
    doc: Doc, statement: Statement, at: int, given: dict[int, Statement]
) -> tuple[Clause | None, int | None]:
    """The verb and number that an entry takes from the one above, or a sentence from that before it.

    "• 219 arrests in total", "• 31 for homicide"; "There were 16 arrests. Nine were for theft".
    """
    sentence = statement.sentence
    if at > sentence.i + 1 or not sentence.index:
        return None, None
    above, before = doc.sentences[sentence.index - 1], given.get(sentence.index - 1)
    if before is None or not before.clauses or above.kind != sentence.kind or above.intro != sentence.intro:
        return None, None
    verb = before.clauses[0]
    if sentence.kind == "item":
        first = verb.groups[0].whole if verb.groups else None
        whole = first or before.whole or (counted(verb) if not verb.offences else None)
        if before.whole == 0 and not first:  # "38 of those arrested …": of the number stated before the list
            totals = (counted(clause) for clause in _clauses_before(given, above.index, MOST_BACK))
            whole = next((number for number in totals if number and number > (counted(verb) or 0)), None)
        return (verb, whole) if verb.statuses[0] in LISTABLE and whole else (None, None)
    verb = before.clauses[-1]
    number = doc.value_at.get(sentence.i)
    whole = counted(verb)
    if number is None or doc.low[number.j : number.j + 1] not in (["were"], ["was"]) or not whole:
        return None, None
    told = verb.statuses[0] in LISTABLE and not verb.offences and (number.number or 0) < whole
    return (verb, whole) if told and sentence.paragraph == above.paragraph else (None, None)


def _clauses_before(given: dict[int, Statement], index: int, reach: int) -> Iterator[Clause]:
    """The clauses of the sentences before sentence ``index``, the nearest first."""
    for at in range(index - 1, max(-1, index - 1 - reach), -1):
        before = given.get(at)
        yield from reversed(before.clauses if before else [])


def _of_intro(doc: Doc, given: dict[int, Statement], intro: int) -> tuple[Clause | None, int | None] | None:
    """The verb and number that the introduction of a list gives its entries; None where it has neither."""
    above = given.get(intro)
    if above and above.clauses:
        verb = above.clauses[-1]
        # the entries of "charged with:" are offences, not people
        return (None, None) if verb.listed else (verb, counted(verb))
    word = stated(doc, doc.sentences[intro])
    if word is None:
        return None
    same = (clause for clause in _clauses_before(given, intro, 2) if clause.statuses == word.statuses)
    return word, next((counted(clause) for clause in same if counted(clause)), None)


def stated(doc: Doc, sentence: Sentence) -> Clause | None:
    """A status word of an introduction or heading that states no fact itself: "The arrests are as follows:"."""
    return stated_within(doc, sentence.i, sentence.j)


def stated_within(doc: Doc, i: int, j: int) -> Clause | None:
    """The first status word among tokens [i, j) that can rule a list, as a clause of nobody."""
    terms = doc.terms(matcher("outcomes"))
    for k in sorted(terms.keys() & range(i, j)):
        term = terms[k]
        if term.row["status"] in LISTABLE and term.row["form"] in ("part", "noun", "verb"):
            return Clause([term.row["status"]], [], term.i, term.i, term.j, term.j, "heading")
    return None


def _those(doc: Doc, sentence: Sentence, at: int) -> Clause | None:
    """ "Those arrested included two drivers …": a participle that states no fact of its own but rules a list."""
    terms = doc.terms(matcher("outcomes"))
    for k in sorted(terms.keys() & range(sentence.i + 1, at), reverse=True):
        term = terms[k]
        if (
            term.row["form"] in ("part", "noun")
            and term.row["status"] in LISTABLE
            and doc.low[k - 1] in ("those", "people", "the", "men", "persons", "these", "further")
        ):
            return Clause([term.row["status"]], [], k, k, term.j, sentence.j, "heading")
    return None


def under_heading(doc: Doc, statement: Statement) -> None:
    """ "There were 16 in total" below the heading "Arrests": the heading says of what.

    Args:
        doc: the release.
        statement: gets a clause where its number is all that it tells.
    """
    sentence = statement.sentence
    if statement.clauses or sentence.heading is None or sentence.kind != "prose" or not statement.groups:
        return
    above, group = doc.sentences[sentence.heading], statement.groups[0]
    led = doc.low[sentence.i : group.i] in ([], ["there", "were"], ["there", "have", "been"], ["we", "made"])
    summing = doc.low[group.j : group.j + 2] in SUMMING or doc.low[group.j : group.j + 1] == ["."]
    if group.kind != "bare" or not group.count or not led or not summing or above.j - above.i > LONGEST_TITLE:
        return
    word = stated(doc, above)
    if word is not None and word.statuses[0] in LISTABLE:
        made = Clause(list(word.statuses), [group], group.i, sentence.i, group.j, group.j, "under heading")
        statement.clauses.append(made)
