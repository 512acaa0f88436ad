"""People stopped by police, named or as pronouns: on foot, to be searched, or at the wheel."""

import re
from typing import NamedTuple

from beatbook.grammar.counting import Count
from beatbook.grammar.tactic_words import Senses, object_at
from beatbook.language.document import Doc, Sentence

STOPPING = frozenset(("stopped", "pulled", "stop-searched", "stopping", "stop", "detained"))
HALTED = frozenset("stopped stop stopping pulled intercepted".split())
HELD = frozenset("arrested arrest custody charged".split())
SEARCHED = frozenset(("searched", "search", "searching"))
DRIVING = frozenset("driving riding in wheel aboard".split())
ON_ROAD = frozenset(
    "driving drove driver speeding traffic motorway interstate highway freeway expressway seatbelt wheel shoulder "
    "lay-by layby carriageway slip registration plates insurance headlight taillight brake roadside overtaking mph "
    "kph".split()
)
ROAD = re.compile(r"[amb]\d{1,4}|i-\d+|us-\d+|sr-\d+")
ON_WHEELS = frozenset("driver rider motorcyclist motorist cyclist".split())
ONE = frozenset("he she him her".split())
TWO = frozenset("pair both duo".split())
SEVERAL = frozenset("they them trio".split())
NOT_PERSON = frozenset(
    "police officers officer i we it this that these those there monday tuesday wednesday thursday friday saturday "
    "sunday department operation force unit team traffic service".split()
)
RED_LIGHT = frozenset("light lights junction intersection traffic queue".split())
POWERS = frozenset(("section", "s60", "s1", "s23"))
CARRYING = (["to", "have"], ["in", "possession"], ["to", "be"])
AFTER = 14  # tokens in which the car or the search follows


class Stopped(NamedTuple):
    """A stop of a person: its tactic, how many, and the tokens [i, j) that tell it."""

    tactic: str
    count: Count  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    i: int
    j: int


def stopped_person(doc: Doc, sentence: Sentence, i: int, j: int, be: int | None, senses: Senses) -> Stopped | None:
    """A person who was stopped, or None: "He was stopped and searched", "officers stopped Reid as he drove".

    Args:
        doc, sentence: where the verb stands.
        i, j: its tokens.
        be: the token of "was" or "were" of a passive.
        senses: what the verb may tell.
    """
    if doc.low[i] == "searched" and j == i + 1:
        found = _subject(doc, sentence, be) if be is not None else _object(doc, sentence, j)
        if found is None or not stopped_before(doc, sentence, i):
            return None
        number, at = found
        first, last = min(at, i), max(j, at + 1)
        return Stopped("stop_and_search", Count(number, "exact", first, last), first, last)
    if doc.low[i] not in STOPPING or not any(sense.tactic in ("stop_and_search", "vehicle_stop") for sense in senses):
        return None
    found = _subject(doc, sentence, be) if be is not None else _object(doc, sentence, j)
    driven = _driven(doc, sentence, j)
    after = doc.low[j : min(sentence.j, j + 8)]
    if doc.low[i] == "stopped" and "at" in after and not RED_LIGHT.isdisjoint(after):
        return None
    if found is None and be is not None and carrying(doc, sentence, j):
        value = doc.value_at.get(be - 1)
        found = (1, value.i) if value is not None and value.kind == "age" else None
    if found is None:
        return None if driven is None else Stopped("vehicle_stop", Count(1, "exact", i, driven), i, driven)
    number, at = found
    first, last = min(at, i), max(j, at + 1)
    if not {"searched", "stop-searched", "search"}.isdisjoint(doc.low[i:j]):
        return Stopped("stop_and_search", Count(number, "exact", first, last), first, last)
    if driven:
        return Stopped("vehicle_stop", Count(1, "exact", i, driven), first, driven)
    words = doc.low[sentence.i : sentence.j]
    if doc.low[i] == "pulled" or not ON_ROAD.isdisjoint(words) or any(ROAD.fullmatch(word) for word in words):
        return Stopped("vehicle_stop", Count(1, "exact", first, last), first, last)
    if _searched(doc, sentence, j) or not POWERS.isdisjoint(words) or carrying(doc, sentence, j):
        return Stopped("stop_and_search", Count(number, "exact", first, last), first, last)
    return None


def carrying(doc: Doc, sentence: Sentence, j: int) -> bool:
    """Whether something was found on who was stopped: "stopped and found to have a knife"."""
    low = doc.low
    for k in range(j, min(sentence.j - 2, j + AFTER)):
        if low[k] == "found" and (low[k + 1 : k + 3] in CARRYING or low[k + 1] in ("carrying", "with")):
            return low[k + 3 : k + 4] not in (["no"], ["been"])
    return False


def stopped_before(doc: Doc, sentence: Sentence, i: int) -> bool:
    """Whether somebody was stopped, and not yet arrested, before token i: "Officers stopped a man. He was searched"."""
    first = doc.sentences[max(0, sentence.index - 1)].i
    for token in range(i - 1, first - 1, -1):
        if doc.low[token] in HELD:
            return False
        if doc.low[token] in HALTED:
            return True
    return False


def _subject(doc: Doc, sentence: Sentence, be: int) -> tuple[int | None, int] | None:
    """The person before a passive, past an age: (how many, token)."""
    at = be - 1
    while at > sentence.i and (doc.low[at] in (",", ")", "(") or at in doc.value_at):
        at -= 1
    return _person(doc, at, doc.low[be + 1] == "searched") if at >= sentence.i else None


def _object(doc: Doc, sentence: Sentence, j: int) -> tuple[int | None, int] | None:
    """The person after an active verb."""
    return _person(doc, j, doc.low[j - 1] == "searched") if j < sentence.j else None


def _person(doc: Doc, at: int, searched: bool) -> tuple[int | None, int] | None:
    word = doc.low[at]
    if word in ONE or (searched and word in ON_WHEELS):
        return 1, at
    if word in TWO:
        return 2, at
    if word in SEVERAL:
        return None, at
    name = doc.raw[at][0].isupper() and word.isalpha() and not doc.raw[at].isupper() and word not in NOT_PERSON
    return (1, at) if name and object_at(doc.low, at, at + 1) is None else None


def _driven(doc: Doc, sentence: Sentence, j: int) -> int | None:
    """The token after the vehicle that the person was in: "stopped while driving a Ford", "in his Audi"."""
    for token in range(j, min(sentence.j, j + 9)):
        if doc.low[token] in DRIVING:
            for at in range(token + 1, min(sentence.j, token + 6)):
                hit = object_at(doc.low, at, sentence.j)
                if hit and "vehicle" in hit[1]:
                    return hit[0]
    return None


def _searched(doc: Doc, sentence: Sentence, j: int) -> bool:
    """Whether the sentence, or the next one, goes on to a search of the person rather than of a vehicle."""
    following = doc.sentences[sentence.index + 1 : sentence.index + 2]
    after = doc.low[j : min(sentence.j, j + AFTER)]
    for other in following:
        after = after + doc.low[other.i : min(other.j, other.i + AFTER)]
    return not SEARCHED.isdisjoint(after) and not any(
        word in ("vehicle", "car", "van", "home", "house", "address", "flat") for word in after
    )
