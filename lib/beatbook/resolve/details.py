"""Further slots, read from a fact's own words after it stands: weights in kilograms, what a value is the value of,
real or imitation, where a thing was hidden or held, courts, classes of offences, how exactly a date is told.

None of them is scored, and none changes a slot of the benchmark's schema.
"""

import re
from itertools import pairwise

from beatbook.language.document import Doc, Sentence
from beatbook.language.numbers import tidy
from beatbook.lexicons import matcher
from beatbook.records import Fact

# exact by definition (International Yard and Pound Agreement, 1959)
KILOGRAMS = {"kg": 1.0, "g": 0.001, "tonne": 1000.0, "lb": 0.45359237, "oz": 0.028349523125}
BASES = (  # the first that the words name
    (("street",), "street"), (("retail", "msrp", "shop"), "retail"), (("wholesale",), "wholesale"),
    (("market",), "market"), (("face",), "face"), (("estimated", "estimate", "valued"), "estimated"),
)
CONVERTED = frozenset("converted modified altered reactivated".split())
ANTIQUE = frozenset("antique vintage".split())
HIDING = frozenset("hidden concealed stashed secreted disguised buried".split())
HIDING_ENDS = frozenset(". ; , : ( ) and but while when after which who".split())
LONGEST_HIDING = 14  # tokens
HOLDING = frozenset("with containing loaded holding".split())
BETWEEN = frozenset("with containing loaded holding and its a the , (".split())
COURTS = frozenset("court courts".split())
LONGEST_COURT = 8  # tokens before "Court"
COURT_REACH = 8  # tokens after a fact's words
HEREAFTER = frozenset("due will until next".split())
COURT_LINKS = frozenset("of the and for at".split())
OTHER_SECTION = "11"
ALLEGED = frozenset("alleged allegedly alleges allege".split())
ATTRIBUTED = re.compile(
    r"\baccording to\b|\bcourt (?:documents|records|papers)\b|\b(?:indictment|complaint|affidavit) (?:says|states)\b",
    re.IGNORECASE)
JUDICIAL = frozenset("charged appeared_in_court remanded bailed pleaded_guilty convicted sentenced".split())


def add_details(doc: Doc, facts: dict[str, list[Fact]]) -> None:
    """Fills the further slots of a release's facts in place.

    Args:
        doc: the analysed release.
        facts: its proved facts by family.
    """
    for fact in facts["seizures"]:
        _seizure(doc, fact)
    for before, after in pairwise(sorted(facts["seizures"], key=lambda fact: fact.start)):
        _held(doc, before, after)
    for fact in facts["outcomes"]:
        _outcome(doc, fact)
    precisions = _precisions(doc) if facts["operations"] else {}
    for fact in facts["operations"]:
        days = fact.slots.get("start"), fact.slots.get("end")
        if any(days) and days in precisions:
            fact.slots["precision"] = precisions[days]
    claims: dict[int, str | None] = {}  # by sentence: one may hold many facts
    for family in ("seizures", "outcomes", "incidents"):
        for fact in facts[family]:
            sentence = _sentence(doc, fact)
            if sentence.index not in claims:
                claims[sentence.index] = _assertion(doc, sentence)
            if claims[sentence.index]:
                fact.slots["assertion"] = claims[sentence.index]


def _sentence(doc: Doc, fact: Fact) -> Sentence:
    return doc.sentence_of(doc.token_at(fact.start))


def _words(doc: Doc, fact: Fact) -> list[str]:
    return doc.low[doc.token_at(fact.start):doc.token_at(fact.end)]


def _seizure(doc: Doc, fact: Fact) -> None:
    slots, words = fact.slots, frozenset(_words(doc, fact))
    quantity, unit = slots.get("quantity"), slots.get("unit")
    if quantity is not None and unit in KILOGRAMS:
        slots["weight_kg"] = tidy(quantity * KILOGRAMS[unit])
    if slots.get("value") is not None:
        near = words.union(*(doc.low[doc.token_at(start):doc.token_at(end)] for start, end in fact.where.values()))
        slots["value_basis"] = "cash" if slots["category"] == "cash" else next(
            (basis for cues, basis in BASES if near & frozenset(cues)), "stated")
    if slots["category"] in ("firearm", "imitation_firearm"):
        slots["firearm_type"] = (
            "converted" if words & CONVERTED else "antique" if words & ANTIQUE
            else "imitation" if slots["category"] == "imitation_firearm" else "real")
    hidden = _hiding_place(doc, fact)
    if hidden:
        slots["concealment"] = hidden


def _hiding_place(doc: Doc, fact: Fact) -> str:
    """"hidden in an aftermarket floor compartment", said of the thing just before."""
    first, sentence = doc.token_at(fact.start), _sentence(doc, fact)
    last = min(doc.token_at(fact.end) + 3, sentence.j)
    if HIDING.isdisjoint(doc.low[first:last]):
        return ""
    for i in range(first, last):
        if doc.low[i] not in HIDING:
            continue
        j = i + 1
        while j < min(sentence.j, i + LONGEST_HIDING) and doc.low[j] not in HIDING_ENDS:
            j += 1
        return doc.words(i, j) if j > i + 2 else ""
    return ""


def _held(doc: Doc, gun: Fact, rounds: Fact) -> None:
    """"a revolver with four rounds of ammunition": the rounds are held by the revolver."""
    if gun.slots["category"] not in ("firearm", "imitation_firearm") or rounds.slots["category"] != "ammunition":
        return
    between = doc.low[doc.token_at(gun.end):doc.token_at(rounds.start)]
    if 0 < len(between) <= 4 and HOLDING & set(between) and set(between) <= BETWEEN:
        rounds.slots["contained_in"] = gun.slots["item"]


def _outcome(doc: Doc, fact: Fact) -> None:
    if JUDICIAL.intersection(fact.slots["statuses"]):
        court = _court(doc, doc.token_at(fact.start), min(doc.token_at(fact.end) + COURT_REACH, _sentence(doc, fact).j))
        if court:
            fact.slots["court"] = court
    if fact.slots.get("offences"):
        fact.slots["offence_sections"] = [_section(offence) for offence in fact.slots["offences"]]


def _court(doc: Doc, start: int, stop: int) -> str:
    """The court named among tokens [start, stop): "Newcastle Crown Court", "the West Kowloon Magistrates' Courts"."""
    if COURTS.isdisjoint(doc.low[start:stop]):
        return ""
    for i in range(start, stop):
        if doc.low[i] in HEREAFTER:
            return ""  # "until 18 April, when they are due at …"
        if doc.low[i] not in COURTS or not doc.raw[i][0].isupper():
            continue
        j = i
        while j > start and i - j < LONGEST_COURT and (
                doc.raw[j - 1][0].isupper() or doc.low[j - 1] in ("'", "'s", "of")):
            j -= 1
        while j < i and doc.low[j] in COURT_LINKS:
            j += 1
        end = i + 1
        if doc.low[end:end + 1] == ["of"] and end + 1 < stop and doc.raw[end + 1][0].isupper():
            end += 2
            while end < stop and doc.raw[end][0].isupper():
                end += 1
        if j < i:
            return doc.words(j, end)
    return ""


def _section(offence: str) -> str:
    """The ICCS section of an offence: that of the first term in it, weapons after what was done with them."""
    low = offence.replace("’", "'").split()
    found = matcher("iccs").find(low, 0, len(low))
    sections = [found[at].row["section"] for at in sorted(found)]
    for section in sections:
        if section != "09":
            return section
    return sections[0] if sections else OTHER_SECTION


def _precisions(doc: Doc) -> dict[tuple[str | None, str | None], str | None]:
    """How precisely the first date of the text that means these days does."""
    found: dict[tuple[str | None, str | None], str | None] = {}
    for sentence in doc.sentences:
        for value in sentence.values:
            if value.kind == "date":
                found.setdefault((value.first, value.last), value.precision)
    return found


def _assertion(doc: Doc, sentence: Sentence) -> str | None:
    """Whether a sentence alleges what it says, or cites others for it."""
    words = doc.low[sentence.i:sentence.j]
    if not ALLEGED.isdisjoint(words):
        return "alleged"
    return "attributed" if ATTRIBUTED.search(doc.text, sentence.start, sentence.end) else None
