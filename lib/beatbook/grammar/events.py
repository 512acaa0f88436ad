"""Crimes as events ("a shooting in Clerkenwell", "a man was stabbed"), apart from offences that are charged."""

from typing import NamedTuple

from beatbook.grammar.assertion import negated
from beatbook.grammar.counting import Count, counted
from beatbook.grammar.tactic_words import object_at
from beatbook.grammar.windows import near
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.lexicons import Term

# what may follow an event's noun; another noun makes it a kind of thing ("murder detectives", "assault rifle")
AFTER_EVENT = frozenset(
    ', . ; : ) ” " ’ – — - in on at of near outside inside by against with that which where when was were is '
    "are has had have during between across since and or as who occurred happened took left involving "
    "committed reported carried around this the broke erupted flared last earlier yesterday from to following "
    "after before but while overnight targeting linked led prompted sparked resulted".split()
)
CASES = frozenset("incident incidents attack attacks".split())
# status words with "of", "with", "for" or "to" that open a charge
STATUS = frozenset(
    "charged convicted guilty suspicion count counts charge charges admitted admitting pleaded pled accused "
    "suspected offence offences conspiracy conspired arrested jailed sentenced imprisoned wanted indicted "
    "trial conviction convictions commission commissions prior plotting plotted conspiring acquitted remanded "
    "cleared attempted attempting intent".split()
)
# between a status word and an event: the event is what the case is about, not the charge
NOT_CHARGE = frozenset(
    "connection relation relate relates relating related after following investigating over during follow follows "
    "followed stem stems stemming stemmed arising".split()
)
CUES = frozenset(
    "after following investigating into series spate string connection relation linked connected reports "
    "report during in over behind response responding related with from since by about to another involved "
    "regarding concerning amid responded called of between attending".split()
)
UNSURE = frozenset(
    "if whether could would may might possible potential planned planning prevent preventing future another's "
    "any every each such per will risk threat plot threatened no".split()
)
LOOSE = frozenset(
    "disturbance disorder attack assault beating fraud scam unrest explosion fight".split()
)  # words of many uses
OPEN_END = frozenset((".", ",", "and", "or", "as", "to"))
SERIES = frozenset("series spate string wave number spree run".split())
VICTIM = frozenset("a an the his her another their its two three four him them".split())
TITLES = frozenset("mr mrs ms miss pc".split())
REPEATED = frozenset(("robbery", "burglary", "theft", "fraud"))
ILLNESS = frozenset("mental stress personality bipolar eating anxiety substance post-traumatic".split())
THINGS = frozenset("tyres tires tyre tire price prices costs door window record records".split())
NOT_ACT = frozenset("to was were been being be is are the a an of who'd a".split())
DOERS = frozenset("officers police deputies officer deputy agents trooper he'd".split())
PLACE = frozenset(("premises", "shop", "vehicle"))
PERSONAL = frozenset("whose".split())


class Event(NamedTuple):
    """A crime told as an event: its kind, how many, and the tokens [i, j) that tell it."""

    kind: str
    count: int | None  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    modifier: str
    definite: bool
    further: bool
    i: int
    j: int
    sentence: Sentence


def event(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    """The event that a lexicon term tells, or None where it names an offence, a plan or a kind of thing."""
    sentence = near(sentence, term.i)
    if sentence.kind in ("item", "row") or negated(doc, term.i, sentence.i):
        return None
    if term.row["use"] == "verb":
        return _told_by_verb(doc, sentence, term)
    if term.row["use"] == "act":
        return _told_by_act(doc, sentence, term)
    return _told_by_noun(doc, sentence, term)


def _told_by_verb(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    before = doc.low[max(sentence.i, term.i - 8) : term.i]
    if not PERSONAL.isdisjoint(before) or not UNSURE.isdisjoint(before[-4:]) or doc.raw[term.j - 1][0].isupper():
        return None
    if _said_of_police(doc, sentence, term):
        return None
    often = _occasions(doc, sentence, term)
    times = int(often.number or 1) if often else _sufferers(doc, sentence, term.i) or 1
    return Event(term.row["kind"], times, "exact", True, False, term.i, often.j if often else term.j, sentence)


def _told_by_act(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    """A crime told by who did it to whom: "knifed a 17-year-old to death", "robbed five shops"."""
    low, before = doc.low, doc.low[max(sentence.i, term.i - 8) : term.i]
    at = term.j
    value = doc.value_at.get(at)
    number = int(value.number) if value and value.kind == "number" and value.i == at and value.number else None
    aged = value is not None and value.kind == "age"
    if at >= sentence.j or not (number or aged or low[at] in VICTIM or low[at] in TITLES):
        return None
    if before and (before[-1] in NOT_ACT or not UNSURE.isdisjoint(before[-4:]) or not STATUS.isdisjoint(before[-3:])):
        return None
    if not DOERS.isdisjoint(before[-2:]) or doc.raw[term.i][0].isupper():
        return None  # what police did
    after = low[at : min(sentence.j, at + 12)]
    if not THINGS.isdisjoint(after[:4]) or after[1:2] == ["of"]:
        return None  # "slashed the tyres", "robbed them of sleep"
    kind = "murder" if "death" in after and "to" in after and term.row["kind"] != "robbery" else term.row["kind"]
    ahead = range(value.j, min(value.j + 3, sentence.j)) if value is not None and number is not None else ()
    things = any(_is_place(doc, k, sentence) for k in ahead)
    often = _occasions(doc, sentence, term)
    count = int(often.number or 1) if often else (number if things else None) or 1
    return Event(kind, count, "exact", True, False, term.i, often.j if often else at + 1, sentence)


def _is_place(doc: Doc, k: int, sentence: Sentence) -> bool:
    """Whether a building or vehicle is named at token k: each is an event of its own, as people are not."""
    hit = object_at(doc.low, k, sentence.j)
    return hit is not None and not PLACE.isdisjoint(hit[1])


def _sufferers(doc: Doc, sentence: Sentence, i: int) -> int | None:
    """How many buildings or vehicles stand before "were burgled"."""
    for width in (1, 2, 3):
        hit = object_at(doc.low, i - width, i) if i - width >= sentence.i else None
        if hit and hit[0] == i and not PLACE.isdisjoint(hit[1]):
            return counted(doc, sentence, i - width, i).number
    return None


def _occasions(doc: Doc, sentence: Sentence, term: Term) -> Value | None:
    """How often: "held up security guards on five occasions"; a man stabbed twelve times is one stabbing."""
    if term.row["kind"] not in REPEATED:
        return None
    for value in sentence.values:
        after_verb = value.kind == "number" and term.j <= value.i < term.j + 12 and value.j < sentence.j
        if after_verb and value.number and doc.low[value.j] in ("occasions", "times"):
            return value
    return None


def _said_of_police(doc: Doc, sentence: Sentence, term: Term) -> bool:
    """Whether the sufferers are police or things ("officers were attacked by a dog", "no one was killed")."""
    before = doc.low[max(sentence.i, term.i - 3) : term.i]
    return (bool({"dog", "nobody", "none", "one"} & set(before)) and "no" in before) or "nobody" in before


def _told_by_noun(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    low, j = doc.low, term.j
    after = low[j] if j < sentence.j else "."
    count = counted(doc, sentence, term.i, term.j)
    if after in CASES:
        j, after = j + 1, low[j + 1] if j + 1 < sentence.j else "."
        count = counted(doc, sentence, j - 1, j)
    capital = doc.raw[term.i][0].isupper() and term.i > sentence.i and sentence.kind == "prose"
    part = low[count.i : count.i + 2] == ["one", "of"]
    if after not in AFTER_EVENT or count.negated or capital or part:
        return None
    before = low[count.i - 1] if count.i > sentence.i else ""
    victim = j + 1 < sentence.j and (doc.raw[j + 1][0].isupper() or low[j + 1] in ("a", "an", "two"))
    named = count.definite and after == "of" and victim
    unsure = not UNSURE.isdisjoint(low[max(sentence.i, count.i - 4) : count.i])
    if unsure or (_charged(doc, sentence, count) and not named):
        return None
    if not ILLNESS.isdisjoint(low[max(sentence.i, term.i - 2) : term.i]):
        return None
    if "attempted" in low[count.i : term.i] and term.row["kind"] == "murder":
        return None
    series = before == "of" and low[count.i - 2] in SERIES if count.i - 2 >= sentence.i else False
    i = count.i
    number, modifier = count.number, count.modifier
    several = number is None and after == "of" and low[term.j - 1].endswith("s")
    told = _struck(doc, sentence, j + 1) if several else None
    if series:
        i = count.i - 2
    elif told:
        number = told  # "the burglaries of two gun shops"
    elif number is None and not count.definite and modifier != "vague":
        headline = sentence.kind == "heading" and {"after", "following", "over"} & set(low[sentence.i : term.i])
        if (not headline and after not in ("broke", "erupted", "flared")) or low[term.j - 1].endswith("s"):
            return None
        number = 1
    further = bool({"another", "second", "separate", "further", "unrelated"} & set(low[i : term.i]))
    if count.definite and low[count.i] in (
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
        "your",
        "any",
        "every",
        "each",
        "both",
    ):
        return None
    if count.definite and number is None and low[term.j - 1].endswith("s"):
        return None
    if count.definite and any(word.endswith("s") and word != "business" for word in low[count.i + 1 : term.i]):
        return None  # "the team tackles robbery"
    broke_out = after in ("broke", "erupted", "flared")
    if number == 1 and not count.definite and not broke_out and not _anchored(doc, sentence, before, after, j):
        return None
    if number is not None and number == told:
        j += 2  # the span holds the number
    kind = term.row["kind"]
    if kind in ("shooting", "stabbing", "assault", "robbery") and {"fatal", "deadly"} & set(low[i : term.i]):
        kind = "murder"
    return Event(kind, number, modifier, count.definite, further, i, j, sentence)


def _struck(doc: Doc, sentence: Sentence, k: int) -> int | None:
    """The number at token k of those that crimes befell, one each."""
    value = doc.value_at.get(k) if k < sentence.j else None
    plain = value is not None and value.kind == "number" and value.i == k and value.number and value.number > 1
    return value.whole if value is not None and plain else None


def _anchored(doc: Doc, sentence: Sentence, before: str, after: str, j: int) -> bool:
    """Whether an event is tied to the case: by what leads to it, or by where, when and to whom it happened."""
    return before in CUES or (doc.low[j - 1] not in LOOSE and after not in OPEN_END)


def _charged(doc: Doc, sentence: Sentence, count: Count) -> bool:
    """Whether the phrase is what somebody is charged with: "charged with two robberies", "on suspicion of murder"."""
    low, at = doc.low, count.i - 1
    steps = 0
    while at >= sentence.i and steps < 14:
        word = low[at]
        if word in STATUS:
            return NOT_CHARGE.isdisjoint(low[at : count.i])
        if word in (".", ";", ":") or word in ("after", "following", "investigating", "when", "where", "into"):
            return False
        if word not in ("and", ",", "or", "of", "with", "for", "to", "in") and steps > 8:
            return False
        at -= 1
        steps += 1
    return False
