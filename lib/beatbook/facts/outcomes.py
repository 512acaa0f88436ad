"""What happened to people: the statements of a release, sentence by sentence, before it is known whom they mean.

``statements`` gives each sentence's groups of people and status clauses, with those that lists and ellipsis leave half
said ("The 26 arrests: seven on suspicion of …", "is charged with: …"). ``resolve.outcomes`` turns them into facts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from beatbook.facts import people_entries, people_lists, people_parts
from beatbook.grammar.assertion import FACT, GENERAL, HISTORIC, QUOTE
from beatbook.grammar.clauses import Clause, clauses
from beatbook.grammar.people import DONE, Group, groups, nouns
from beatbook.grammar.person_names import Names, name_at
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher

# advice on penalties ends a sentence that may have begun with a fact: "pleaded guilty and faces up to ten years"
PENALTY = re.compile(
    r"\b(?:fac(?:e|es|ing)\s|maximum|mandatory|punishable|carr(?:y|ies|ied)\s|if\s(?:convicted|found\sguilty)|presumed|innocent"
    r"|merely|allegation|penalt)",
    re.IGNORECASE,
)
PRIOR = frozenset("previously prior previous formerly".split())
NOW = frozenset("today yesterday monday tuesday wednesday thursday friday saturday sunday".split())
APART = frozenset("another separate separately elsewhere meanwhile unrelated".split())
COURT = frozenset("charged convicted sentenced pleaded_guilty appeared_in_court remanded".split())
PERIODS = (["day"], ["week"], ["month"], ["year"], ["hour"], ["night"])
PAST_TALK = frozenset("since last year years previous previously every annual ago equivalent".split())


@dataclass(slots=True)
class Statement:
    """One sentence with its groups of people and status clauses.

    ``whole`` is the number that its bare counts are part of (stated by the sentence or the list's introduction), 0
    where a whole is meant but not counted; ``quoted`` marks speech; ``lead`` the headline and the
    first paragraph that tells of outcomes, which may sum up what is told again below.
    """

    sentence: Sentence
    groups: list[Group]
    clauses: list[Clause]
    whole: int | None = None
    quoted: bool = False
    heading: bool = False
    lead: bool = False
    apart: bool = False  # another incident: nobody is told twice
    done: int = -1  # token of the participle that names an uncounted whole: "of those arrested"
    parts: set[int] = field(default_factory=set)  # ids of groups that are parts of the whole


def statements(doc: Doc) -> Iterator[Statement]:
    """The statements of a release in order; sentences that speak of no people are left out.

    Args:
        doc: the analysed release, scopes filled.
    """
    names = Names()
    terms = doc.terms(matcher("outcomes"))
    people = nouns().keys()
    given: dict[int, Statement] = {}
    lead: int | None = None  # the first paragraph that tells of outcomes; it may sum up what follows
    for sentence in (part for whole in doc.sentences for part in _split(doc, whole)):
        scope = doc.scopes[sentence.index]
        limit = sentence.j
        if scope == GENERAL:
            penalty = PENALTY.search(doc.text, sentence.start, sentence.end)
            limit = _token_at(doc, sentence, penalty.start()) if penalty else sentence.i
            if limit - sentence.i < 4:
                continue
        elif scope not in (FACT, QUOTE, HISTORIC) or _always(doc, sentence):
            continue
        triggered = any(at in terms for at in range(sentence.i, limit))
        listed = sentence.intro is not None or sentence.kind in ("item", "row")
        if (
            not triggered
            and not listed
            and people.isdisjoint(doc.low[sentence.i : limit])
            and not any(value.kind == "age" for value in sentence.values)
            and doc.raw[sentence.j - 1] != ":"
        ):
            continue
        titled = sentence.kind == "heading" or _title_case(doc, sentence)
        heading = titled or _headline(doc, sentence)
        found = groups(doc, sentence.i, limit, names, titled, heading)
        read = clauses(doc, sentence, found) if triggered else []
        if limit < sentence.j:
            read = [clause for clause in read if clause.at < limit]
        if scope == HISTORIC:
            read = [clause for clause in read if _of_this_case(doc, sentence, clause)]
        if scope == FACT:  # a fact half said in quotation marks
            read = [
                clause
                for clause in read
                if not doc.quoted(clause.at) or any((g.numbered and g.count) or g.names for g in clause.groups)
            ]
        opening = doc.low[sentence.i : sentence.i + 5]
        if read and lead is None and not heading:
            lead = sentence.paragraph
        statement = Statement(
            sentence,
            found,
            read,
            apart=not APART.isdisjoint(opening),
            quoted=scope == QUOTE,
            heading=heading,
            lead=heading or sentence.paragraph == lead,
        )
        if statement.quoted:
            past = PAST_TALK.isdisjoint(doc.low[sentence.i : sentence.j])
            statement.clauses = [
                clause for clause in read if past and any(group.numbered and group.count for group in clause.groups)
            ]
        else:
            _read_whole(doc, statement, given)
            _nominal_parts(statement)
            people_lists.complete(doc, statement, given)
            people_parts.tally(doc, statement, given)
            people_entries.entry(doc, statement, given)
            people_parts.by_kind(doc, statement)
            people_parts.by_outcome(doc, statement)
            people_parts.by_being(doc, statement)
        given[sentence.index] = statement
        yield statement
    people_entries.attach(doc, given)


def find(doc: Doc) -> list[Statement]:
    """All statements of a release, lists attached to the clauses that introduce them."""
    return list(statements(doc))


def _of_this_case(doc: Doc, sentence: Sentence, clause: Clause) -> bool:
    """Whether a sentence that names another period still tells of this case: a person's own step, or a dated one."""
    if doc.quoted(clause.at) or not clause.groups or (clause.nominal and clause.rule == "noun"):
        return False
    if clause.statuses[0] in ("convicted", "sentenced", "arrested") and not PRIOR.isdisjoint(
        doc.low[max(sentence.i, clause.at - 6) : clause.at + 1]
    ):
        return False
    if clause.statuses[0] in ("killed", "injured", "safeguarded", "wanted"):
        return False
    if all(
        group.count == 1 and (group.names or group.ages or group.kind in ("pronoun", "definite", "name"))
        for group in clause.groups
    ):
        return True
    if any(
        value.kind == "date" and value.precision == "day" and abs(value.i - clause.at) < 8 for value in sentence.values
    ):
        return True
    if not NOW.isdisjoint(doc.low[clause.i : clause.j + 4]) or any(
        doc.low[k] == "today"
        or (doc.low[k] == "this" and doc.low[k + 1 : k + 2] in (["week"], ["morning"], ["month"], ["afternoon"]))
        for k in range(clause.i, sentence.j)
    ):
        return True
    # "sentenced for two murders in 2020": the year is that of the crime
    years = [value.i for value in sentence.values if value.kind in ("year", "date")]
    return bool(years) and clause.statuses[0] in COURT and min(years) > clause.at + 5


def _split(doc: Doc, sentence: Sentence) -> Iterator[Sentence]:
    """A run of lines that each begin with a person's name and age is a list, though nothing closes its lines."""
    cuts = [sentence.i]
    if "\n" in doc.text[sentence.start : sentence.end]:
        for value in sentence.values:
            if value.kind != "age" or value.i - 1 <= sentence.i:
                continue
            k = value.i - 1
            while k > sentence.i and "\n" not in doc.text[doc.ends[k - 1] : doc.starts[k]] and value.i - k < 9:
                k -= 1
            if k > sentence.i and "\n" in doc.text[doc.ends[k - 1] : doc.starts[k]] and name_at(doc, k, value.i, 2):
                cuts.append(k)
    if len(cuts) == 1:
        yield sentence
        return
    for i, j in zip(cuts, [*cuts[1:], sentence.j], strict=True):
        values = [value for value in sentence.values if i <= value.i < j]
        yield replace(sentence, start=doc.starts[i], end=doc.ends[j - 1], i=i, j=j, kind="item", values=values)


def _always(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence tells what happens "every week"."""
    return any(
        doc.low[k] in ("every", "each") and doc.low[k + 1 : k + 2] in PERIODS for k in range(sentence.i, sentence.j)
    )


def _headline(doc: Doc, sentence: Sentence) -> bool:
    """Whether one of the first lines is a headline in small letters: it stands alone and has no stop."""
    if len(doc.sentences) == 1:
        return doc.raw[sentence.j - 1].isalnum()
    if sentence.index > 3 or sentence.kind != "prose" or doc.raw[sentence.j - 1] in (".", "!", "?", ":", "”", '"', "’"):
        return False
    following = doc.sentences[sentence.index + 1] if sentence.index + 1 < len(doc.sentences) else None
    return following is not None and "\n" in doc.text[sentence.end : following.start] and sentence.j - sentence.i < 26


def _title_case(doc: Doc, sentence: Sentence) -> bool:
    """Whether nearly all longer words begin with a capital, so that capitals mark no names: a link or headline."""
    words = [word for word in doc.raw[sentence.i : sentence.j] if len(word) > 3 and word.isalpha()]
    return 5 <= len(words) < 40 and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def _token_at(doc: Doc, sentence: Sentence, offset: int) -> int:
    return next((k for k in range(sentence.i, sentence.j) if doc.starts[k] >= offset), sentence.j)


# -- wholes and parts --------------------------------------------------------------------------------------------------


def _nominal_parts(statement: Statement) -> None:
    """ "Of these, 29 arrests were for …": a noun that counts people counts a part as well."""
    wholes = [group.j for group in statement.groups if group.kind == "whole"]
    listed = statement.sentence.intro is not None and statement.whole is not None and len(statement.clauses) == 1
    for clause in statement.clauses:
        if clause.nominal and (listed or (wholes and any(wholes[0] <= group.i for group in clause.groups))):
            statement.parts.update(id(group) for group in clause.groups)


def _read_whole(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Which number the sentence's bare counts are part of, and which groups are such parts."""
    sentence = statement.sentence
    intro = given.get(sentence.intro) if sentence.intro is not None else None
    whole: int | None = intro.whole if intro and intro.whole is not None else None
    statement.done = intro.done if intro and whole == 0 else -1
    if (
        whole is not None
        and statement.groups
        and statement.groups[0].numbered
        and statement.groups[0].i <= sentence.i + 1
    ):
        statement.parts.add(id(statement.groups[0]))
    for group in statement.groups:
        if group.kind == "whole":
            whole = group.whole if group.whole is not None else 0
            statement.done = (
                group.j - 1
                if doc.low[group.j - 1] in DONE
                else group.j
                if group.j < sentence.j and doc.low[group.j] in DONE
                else -1
            )
        elif group.partitive:
            whole = group.whole if group.whole is not None else whole if whole is not None else 0
            statement.parts.add(id(group))
        elif whole is not None and (
            group.kind == "bare"
            or (
                group.kind == "new"
                and group.numbered
                and any(other.kind == "whole" and other.j <= group.i for other in statement.groups)
            )
        ):
            statement.parts.add(id(group))
    if doc.raw[sentence.j - 1] == ":" and whole is None:
        for clause in statement.clauses:
            group = clause.groups[0] if len(clause.groups) == 1 else None
            if group and group.numbered and group.count and group.count > 2 and not clause.listed:
                whole = group.count  # "The 26 arrests:", "94 people were arrested:"
    statement.whole = whole
