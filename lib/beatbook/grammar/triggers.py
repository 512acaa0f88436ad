"""Status words in their context: which reading of "released", "held" or "given" a sentence means.

Triggers come from ``outcomes.csv``: a term, its status, the form in which it takes its people, and cues that choose
between readings of one term.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from beatbook.grammar.verbgroups import FINITE
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher, rows, singular

MOST = 120  # triggers of one sentence
CUE_REACH, LONG_REACH, FURTHEST = 9, 15, 28
REACHES = {  # tokens behind a term that a cue may stand: names, ages and addresses come between
    "took": LONG_REACH,
    "will spend": LONG_REACH,
    "found": FURTHEST,
    "find": FURTHEST,
    "finding": FURTHEST,
    "lost": 4,
    "caught": 1,  # "caught on camera", not "caught and arrested on suspicion"
}
OBJECT, OBJECT_REACH = "object", 8  # tokens from a noun back to the verb that takes it
OBJECT_STOPS = FINITE | frozenset("and or of to that who which no not without".split())
CURRENCIES = frozenset("$ £ € , . - / '".split())


class Cue(NamedTuple):
    """Words behind a trigger, at most ``reach`` tokens away, that choose a reading; the last may be a plural."""

    rank: int
    words: list[str]
    reach: int
    status: str
    form: str


class Governed(NamedTuple):
    """Verbs before a noun that make a status of it: "received a caution", "made her first appearance"."""

    verbs: tuple[tuple[str, ...], ...]
    status: str


class Senses(NamedTuple):
    """The readings of a trigger: its cues by first word, and status and form where none is met.

    ``governed`` are its readings as the object of a verb, ``reach`` is that of the cue that may stand furthest.
    """

    cues: dict[str, list[Cue]]
    default: tuple[str, str] | None
    governed: list[Governed]
    reach: int = 0


@lru_cache(1)
def senses() -> dict[str, Senses]:
    """The readings of each trigger."""
    table: dict[str, Senses] = {}
    for rank, row in enumerate(rows("outcomes")):
        term, status, form = row["term"], row["status"], row["form"]
        known = table.setdefault(term, Senses({}, None, []))
        if form == OBJECT:
            verbs = sorted((tuple(verb.split()) for verb in row["cue"].split("|")), key=len, reverse=True)
            known.governed.append(Governed(tuple(verbs), status))
            continue
        if not row["cue"]:
            table[term] = known if known.default else known._replace(default=(status, form))
            continue
        reach = LONG_REACH if status == "appeared_in_court" else REACHES.get(term, CUE_REACH)
        table[term] = known._replace(reach=max(known.reach, reach))
        for words in (cue.split() for cue in row["cue"].split("|")):
            known.cues.setdefault(words[0], []).append(Cue(rank, words, reach, status, form))
    return table


@dataclass(slots=True)
class Trigger:
    at: int
    j: int
    status: str
    form: str
    cover: int  # the token after the cue that chose the reading


def triggers(doc: Doc, sentence: Sentence) -> list[Trigger]:
    """The status triggers of a sentence, each in the reading that its context chooses."""
    found: list[Trigger] = []
    terms = doc.terms(matcher("outcomes"))
    covered = sentence.i
    for at in sorted(terms.keys() & range(sentence.i, sentence.j)):
        if at < covered:
            continue
        term = terms[at]
        if len(found) == MOST:
            break
        governed = _governed(doc.low, term.row["term"], at, sentence.i)
        if governed:
            found.append(Trigger(governed[0], term.j, governed[1], "verb", term.j))
            covered = term.j
            continue
        chosen = _sense(doc.low, term.row["term"], term.j, sentence.j)
        if chosen is None:
            continue
        status, form, covered = chosen
        covered = term.j if doc.low[at] in ("issued", "given", "handed") else max(covered, term.j)
        if (
            form == "state"
            and found
            and term.row["term"] != "wanted"
            and at - found[-1].j <= 2
            and found[-1].form != "noun"
            and FINITE.isdisjoint(doc.low[found[-1].j : at])
        ):
            continue  # "remanded in custody"
        if form != "none":
            found.append(Trigger(at, term.j, status, form, covered))
    return found


def _governed(low: list[str], term: str, at: int, floor: int) -> tuple[int, str] | None:
    """The verb whose object is the noun at token ``at``, where that makes a status of it, and the status."""
    for verbs, status in senses()[term].governed:
        for k in range(at - 1, max(floor, at - OBJECT_REACH) - 1, -1):
            word = low[k]
            for verb in verbs:
                if word == verb[-1] and k + 1 - len(verb) >= floor and tuple(low[k + 1 - len(verb) : k + 1]) == verb:
                    return k + 1 - len(verb), status
            if word in OBJECT_STOPS or not (word[0].isalnum() or word in CURRENCIES):
                break
    return None


def _sense(low: list[str], term: str, j: int, end: int) -> tuple[str, str, int] | None:
    """Status, form and the token after the cue, of the reading whose cue stands nearest behind the trigger."""
    known = senses()[term]
    best: tuple[int, str, str, int] | None = None
    for k in range(j, min(end, j + known.reach)):
        word = low[k]
        if word in (".", ";") or (k > j and word in FINITE):
            break
        for key in {word, singular(word)}:
            for cue in known.cues.get(key, ()):
                last = k + len(cue.words) - 1
                if k >= j + cue.reach or last >= end or (best and best[0] <= cue.rank):
                    continue
                if cue.words[-1] in (low[last], singular(low[last])) and (
                    last == k or (key == word and low[k:last] == cue.words[:-1])
                ):
                    best = (cue.rank, cue.status, cue.form, last + 1)
        if best and term != "booked":
            break
    if best:
        return best[1:]
    return (*known.default, j) if known.default else None
