"""Facts of the family ``activities``: what police did, with how many of each."""

from collections.abc import Sequence
from dataclasses import dataclass

from beatbook.grammar.assertion import FACT, QUOTE, negated
from beatbook.grammar.counting import Count
from beatbook.grammar.deployments import deployments
from beatbook.grammar.names import names
from beatbook.grammar.nominal import told
from beatbook.grammar.tactics import OFFICERS, RAIDED, deeds, unreal
from beatbook.grammar.windows import figure_line, near
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher
from beatbook.records import Fact

FAMILY = "activities"
# tactics of which a text tells one after another; others ("an undercover officer") are told again and again
SINGLY = frozenset(
    ("warrant", "premises_search", "vehicle_stop", "stop_and_search", "checkpoint", "closure_order", "court_order")
)
GATHERINGS = frozenset(("meetings", "events", "meeting", "event"))  # "visits at schools and community meetings"
BACK = 12  # sentences that a mention may lean on
FACTS = 100  # of one tactic that a mention is compared with
BULLETS = frozenset("-–—•*·")
CLOSED = frozenset('.!?”"')  # a headline has no full stop
IN_FORCE = frozenset("under terms conditions".split())
POSSESSIVE = frozenset("his her their 's '".split())
MODAL = frozenset("may might could would should".split())  # "a closure order may be sought"
ONE_PLACE = frozenset("home house address residence property flat apartment search".split())
SECOND = frozenset("another second third fourth further separate additional".split())
NEXT = frozenset("then next subsequently afterwards".split())  # "officers then searched a flat"
ANOTHER = SECOND | {"unrelated", "elsewhere", "meanwhile", "separately", "later"}


@dataclass(slots=True)
class Candidate:
    """One mention of a tactic before repeats are joined; ``key`` is its head word."""

    tactic: str
    count: int | None
    modifier: str
    definite: bool
    key: str
    sentence: Sentence
    i: int
    j: int
    rule: str
    date: str | None = None
    further: bool = False
    lead: bool = False  # in the first paragraph, which sums up the body
    verb: int = -1  # the token of the verb whose object it is
    spoken: bool = False  # in a quotation
    possessive: bool = False  # "his home"
    headline: bool = False
    after_stop: bool = False  # "He was searched", of one who was stopped


def find(doc: Doc) -> list[Fact]:
    """The activities of one release, in the order of the text."""
    candidates = [candidate for candidate in _candidates(doc) if _asserted(doc, candidate)]
    told = {candidate.tactic for candidate in candidates if not candidate.spoken}
    candidates = [c for c in candidates if not c.spoken or (c.count or 0) > 1 or c.further or c.tactic not in told]
    lead = _lead(doc)
    for candidate in candidates:
        candidate.lead = candidate.sentence.paragraph <= lead
    return [_fact(doc, candidate) for candidate in sorted(_distinct(candidates), key=lambda c: c.i)]


def _candidates(doc: Doc) -> list[Candidate]:
    found, objects = _done(doc)
    for token, term in doc.terms(matcher("activities")).items():
        if term.j - 1 in objects:
            continue  # "searched 19 stalls"
        sentence = doc.sentence_of(token)
        if doc.scopes[sentence.index] in (FACT, QUOTE):
            for tactic, count in told(doc, sentence, term):
                head, rule = doc.low[term.j - 1], term.row["use"]
                found.append(_candidate(doc, sentence, tactic, count, count.i, max(count.j, term.j), head, rule))
    return found


def _done(doc: Doc) -> tuple[list[Candidate], set[int]]:
    """What verbs tell and what forces took part, and the tokens of the verbs' objects."""
    found: list[Candidate] = []
    objects: set[int] = set()
    people = {name.j for name in names(doc).persons if OFFICERS.isdisjoint(doc.low[max(0, name.i - 2) : name.i + 1])}
    for sentence in doc.sentences:
        if doc.scopes[sentence.index] not in (FACT, QUOTE):
            continue
        for deed in deeds(doc, sentence):
            if deed.verb in people and deed.i == deed.verb:
                continue  # "Bowles searched the house": a suspect did
            i = min(deed.i, deed.count.i)
            rule = "raid" if doc.low[deed.verb] in RAIDED else "verb"
            mention = _candidate(doc, sentence, deed.tactic, deed.count, i, deed.j, deed.object, rule)
            mention.verb = deed.verb
            mention.after_stop = deed.tactic == "stop_and_search" and doc.low[deed.verb] == "searched"
            found.append(mention)
            objects.update(range(deed.verb, deed.j), range(deed.count.i, deed.count.j))
        for tactic, count in deployments(doc, sentence):
            found.append(_candidate(doc, sentence, tactic, count, count.i, count.j, tactic, "deployment"))
    return found, objects


def _candidate(
    doc: Doc, sentence: Sentence, tactic: str, count: Count, i: int, j: int, key: str, rule: str
) -> Candidate:
    before = doc.low[max(sentence.i, i - 2) : i]
    further = not SECOND.isdisjoint(doc.low[max(sentence.i, i - 1) : j]) or _another(doc, sentence)
    further = further or not NEXT.isdisjoint(before)
    return Candidate(
        tactic,
        count.number,
        count.modifier,
        count.definite,
        key,
        sentence,
        i,
        j,
        rule,
        _date(doc, sentence, i),
        further,
        possessive=count.definite and doc.low[count.i] in POSSESSIVE,
        headline=sentence.kind == "heading" and doc.raw[sentence.i] not in BULLETS and not figure_line(doc, sentence),
    )


def _another(doc: Doc, sentence: Sentence) -> bool:
    """Whether the sentence, or its paragraph, opens a further event: "In an unrelated incident", "Elsewhere"."""
    index = sentence.index
    while index > sentence.index - BACK and index and doc.sentences[index - 1].paragraph == sentence.paragraph:
        index -= 1
    opening = doc.sentences[index]
    return any(
        not ANOTHER.isdisjoint(doc.low[s.i : min(s.j, s.i + 6)])
        for s in {sentence.index: sentence, index: opening}.values()
    )


def _lead(doc: Doc) -> int:
    """The first paragraph of prose."""
    prose = (s.paragraph for s in doc.sentences if s.kind == "prose" and s.j - s.i > 8 and doc.raw[s.j - 1] in CLOSED)
    return next(prose, 0)


def _date(doc: Doc, sentence: Sentence, i: int) -> str | None:
    """The day that a mention belongs to: the nearest one named in its sentence, else before it in its paragraph."""
    dates = (value for value in near(sentence, i).values if value.kind == "date")
    here = [value for value in dates if value.first and value.precision != "month"]
    if here:
        return min(here, key=lambda value: abs(value.i - i)).first
    index = sentence.index - 1
    while index >= max(0, sentence.index - BACK) and doc.sentences[index].paragraph == sentence.paragraph:
        for value in reversed(doc.sentences[index].values):
            if value.kind == "date" and value.first and value.precision != "month":
                return value.first
        index -= 1
    return None


def _asserted(doc: Doc, candidate: Candidate) -> bool:
    sentence = candidate.sentence
    candidate.spoken = doc.scopes[sentence.index] == QUOTE or doc.quoted(candidate.i) is not None
    if candidate.spoken and (candidate.count is None or (candidate.count < 2 and candidate.tactic not in SINGLY)):
        return False  # speech counts only where it states a figure or one event
    after = doc.low[candidate.j : min(sentence.j, candidate.j + 4)]
    if "will" in after or not MODAL.isdisjoint(after[:1]):
        return False  # "a buyback that will be held"
    return not negated(doc, candidate.i, sentence.i) and not _unreal(doc, candidate)


def _unreal(doc: Doc, candidate: Candidate) -> bool:
    """Whether what is told is planned or possible; what somebody must comply with is in force."""
    sentence, i = candidate.sentence, candidate.i
    if candidate.tactic == "court_order" and (
        "comply" in doc.low[sentence.i : i] or not IN_FORCE.isdisjoint(doc.low[max(sentence.i, i - 6) : i])
    ):
        return False
    if candidate.tactic == "undercover" and doc.low[i - 1] in ("to", "from", "with"):
        return not {"will", "would"}.isdisjoint(doc.low[max(sentence.i, i - 9) : i])  # "tried to sell a gun to one"
    if candidate.verb < 0 and i > sentence.i and doc.low[i - 1] == "to":
        i -= 1  # "contributed to the 900 searches"
    return unreal(doc, sentence, i)


def _distinct(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate a fact: repeats, references back and rounded headlines are dropped."""
    by_tactic: dict[str, list[Candidate]] = {}
    headings_last = sorted(
        candidates,
        key=lambda c: (
            c.tactic == "premises_search",
            c.headline,
            c.definite and not c.possessive,
            c.count is None,
            c.i,
        ),
    )
    for candidate in headings_last:
        same = by_tactic.setdefault(candidate.tactic, [])
        if not _repeats(candidate, same[-FACTS:], by_tactic.get("warrant", ())[-FACTS:]):
            same.append(candidate)
    return [candidate for kept in by_tactic.values() for candidate in kept]


def _repeats(candidate: Candidate, same: Sequence[Candidate], warrants: Sequence[Candidate]) -> bool:
    if candidate.tactic == "premises_search" and warrants:
        counts = {other.count for other in warrants}
        entry = candidate.count in counts and any(other.sentence is candidate.sentence for other in warrants)
        raid = candidate.key.startswith(("raid", "swoop")) or candidate.verb >= 0
        equal = candidate.count in counts and candidate.count != 1 and not raid
        sums_up = candidate.lead or candidate.headline
        told = candidate.count is not None or (candidate.modifier == "vague" and not sums_up)
        unsaid = not told and (sums_up or candidate.key.startswith("search"))
        summed = candidate.count == sum(other.count or 0 for other in warrants)
        whole = summed and (candidate.count or 0) > 1 and candidate.rule != "raid"
        retold = not candidate.further and any(_led_to(other, candidate) for other in warrants)
        own = candidate.possessive and candidate.verb >= 0 and not any(_beside(other, candidate) for other in warrants)
        if unsaid or (candidate.definite and not own) or entry or equal or whole or retold:
            return True  # the searches are those of the warrants
    if not same:
        return False
    if candidate.possessive and candidate.tactic == "premises_search" and not candidate.headline:
        return any(other.key == candidate.key or other.key in ONE_PLACE for other in same)
    if candidate.definite or candidate.headline:
        return True
    if candidate.after_stop and any(0 <= candidate.sentence.index - other.sentence.index <= 1 for other in same):
        return True
    if candidate.count is None:
        if candidate.tactic in SINGLY and not candidate.definite and _elsewhen(candidate, same):
            return False
        return candidate.tactic != "engagement" or any(
            other.key == candidate.key or other.count is None or _near(other, candidate) for other in same
        )
    if (
        candidate.modifier in ("min", "approx", "max")
        and candidate.count > 9
        and any(
            other.count and other.sentence is not candidate.sentence and _rounded(other.count, candidate.count)
            for other in same
        )
    ):
        return True
    return any(other.count == candidate.count and not _apart(other, candidate) for other in same)


def _rounded(exact: int, about: int) -> bool:
    """Whether one number is told for another."""
    return abs(exact - about) <= 0.15 * about


def _led_to(warrants: Candidate, search: Candidate) -> bool:
    """Whether a search is told as one of several made on the warrants of the sentence before."""
    one, other = warrants.sentence, search.sentence
    follows = other.paragraph == one.paragraph and other.index == one.index + 1
    return follows and search.verb > search.i and (warrants.count or 0) > max(1, search.count or 0)


def _beside(warrants: Candidate, search: Candidate) -> bool:
    """Whether warrants are told in a search's sentence or right before it."""
    return 0 <= search.sentence.index - warrants.sentence.index <= 2


def _elsewhen(candidate: Candidate, same: Sequence[Candidate]) -> bool:
    """Whether things without a number are others than those counted: of another day, or several beside one."""
    dates = {other.date for other in same}
    dated = candidate.date is not None and candidate.date not in dates and dates != {None}
    more = candidate.modifier == "vague" or (len(same) == 1 and candidate.key in ("raids", "swoops"))
    return dated or (more and all(other.count == 1 for other in same))


def _near(one: Candidate, other: Candidate) -> bool:
    """Whether two mentions are of one clause: "visited schools and gave talks", "53 schools … to speak to pupils"."""
    close = (
        abs(one.i - other.i) < 4
        or (other.key in GATHERINGS and 0 < other.i - one.i < 9)
        or (one.count is not None and one.i < other.i and other.verb >= 0)
    )
    return one.sentence is other.sentence and close


def _apart(one: Candidate, other: Candidate) -> bool:
    """Whether two mentions of the same number are two events.

    They are where one is said to be a further one, and single things where each has an article "a" in the body of the
    text: a thing told again has "the".
    """
    if one.verb == other.verb >= 0:
        return True  # "searched a flat and a garage"
    if one.tactic in SINGLY and (one.further != other.further or (one.further and one.sentence is not other.sentence)):
        return True
    if one.tactic not in SINGLY:
        return False
    if one.date and other.date and one.date != other.date:
        return True
    if one.count != 1:
        return False
    return one.sentence is not other.sentence and one.lead == other.lead


def _fact(doc: Doc, candidate: Candidate) -> Fact:
    start, end = doc.span(candidate.i, candidate.j)
    slots = {"tactic": candidate.tactic, "count": candidate.count, "modifier": candidate.modifier}
    return Fact(FAMILY, slots, start, end, candidate.rule)
