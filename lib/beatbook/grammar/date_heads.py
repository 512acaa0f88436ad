"""Dates that head what they date: "BANBURY, 6 February.", "Monday, 19/08/2024 – Dublin Port.", "When: 3 May 2024"."""

from collections.abc import Iterator
from datetime import timedelta

from beatbook.grammar.assertion import FACT
from beatbook.grammar.date_senses import ACTION, ARREST, CRIME, HEARING, PUBLISH, Actors, sense, senses
from beatbook.language.calendar import iso
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

PUBLICATION = frozenset("posted published updated released release issued modified publication dated".split())
# labels that say when police acted, beside the words that always do
ACTED = frozenset("when period duration dates days action timeframe timescale reporting".split())
LABEL = 6  # tokens of a label at most
HEAD = 5  # tokens before a date that heads its paragraph
SHORT = 10  # tokens of a heading
LATER = 3  # sentences that may be headlines and the dateline
RECENT = timedelta(100)
REACH = 8  # sentences that a heading of its own line may head
ENDS = frozenset("– — - : . |".split())


def labelled(doc: Doc, sentence: Sentence, value: Value) -> str | None:
    """The role that a label gives the date behind it: "Takedown: February 18-19", "Date of action: …", "When: …"."""
    i = value.i - 1
    if i <= sentence.i or i - sentence.i > LABEL or doc.low[i] != ":":
        return None
    words = doc.low[sentence.i : i]
    roles = {senses().get(word) for word in words}
    if not PUBLICATION.isdisjoint(words) or words == ["date"]:
        return PUBLISH
    if CRIME in roles or not {"incident", "offence", "offense", "crime"}.isdisjoint(words):
        return CRIME
    if HEARING in roles:
        return HEARING
    if not _past(doc, value):
        return None  # an advisory's "When: Friday, 6 May, 10am"
    return ACTION if roles & {ACTION, ARREST} or not ACTED.isdisjoint(words) else None


def heads(doc: Doc, sentence: Sentence, value: Value) -> bool:
    """Whether a date stands as the heading of what follows, alone, with a place or with a number."""
    if not _past(doc, value) or doc.scopes[sentence.index] != FACT:
        return False
    before, after = value.i - sentence.i, doc.low[value.j] if value.j < sentence.j else "."
    if sentence.j - sentence.i <= SHORT and value.j >= sentence.j - 1:
        return sentence.kind == "heading" or all(
            doc.raw[k][0].isupper() or not doc.raw[k][0].isalpha() for k in range(sentence.i, value.i)
        )
    opens = before == 0 or (before <= HEAD and doc.low[value.i - 1] in (",", "–", "-", ".", ":", "("))
    capitals = all(not doc.raw[k][0].islower() or doc.low[k] == "no" for k in range(sentence.i, value.i))
    dashed = after == "," and doc.low[value.i - 1] in ("–", "—")  # "Find no. 1 – August 26, about 9 p.m., Homestead:"
    return opens and capitals and (after in ENDS or dashed)


def _past(doc: Doc, value: Value) -> bool:
    """Whether a date lies in the months before publication; other dates on lines of their own are a page's."""
    published, last = iso(doc.published), iso(value.last)
    return published is not None and last is not None and timedelta(0) < published - last < RECENT


def headed(doc: Doc, sentence: Sentence, named: Actors) -> str | None:
    """What the text under a heading tells first: police action (an arrest is one), a crime or a hearing.

    Entries of a list that is introduced as one of crimes are crimes: "The complaint ties him to five robberies:".
    """
    if sentence.intro is not None:
        over = doc.sentences[sentence.intro]
        roles = {sense(doc, over, token, named) for token in range(over.i, over.j)}
        if CRIME in roles and roles.isdisjoint((ACTION, ARREST)):
            return CRIME
    for where in _under(doc, sentence):
        for token in range(where.i, where.j):
            what = sense(doc, where, token, named)
            if what in (ACTION, ARREST):
                return ACTION
            if what in (CRIME, HEARING):
                return what
    return None


def _under(doc: Doc, sentence: Sentence) -> Iterator[Sentence]:
    """The heading's own sentence and those that it stands over."""
    yield sentence
    rest = doc.sentences[sentence.index + 1 : sentence.index + 1 + REACH]
    alone = bool(rest) and rest[0].paragraph != sentence.paragraph
    for where in rest:
        dates = [value for value in where.values if value.kind == "date"]
        if (where.paragraph != sentence.paragraph and not alone) or any(heads(doc, where, date) for date in dates):
            return
        yield where
