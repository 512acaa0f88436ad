"""What makes a group of things seized: verbs in all voices, nouns ("the seizure of"), possession and inversion.

A cue governs to the right ("officers seized a gun", "were: a gun") or to the left ("a gun was found"); which chain of
groups it reaches is decided in ``reaching``.
"""

from functools import lru_cache

from beatbook.grammar import finding
from beatbook.grammar.assertion import negated
from beatbook.grammar.cue import Cue, phrase_at, phrases, verbs
from beatbook.grammar.doers import BE, CAUGHT, POSSESSION, accused, done_by_others, planned
from beatbook.grammar.seizing_verbs import amount_follows, verb_cue
from beatbook.grammar.thing_words import ADVERBS, CIVILIANS, HAULS, PERSONS, POLICE
from beatbook.language.document import Doc, Sentence

NOUNS = {
    "seizure": "strong",
    "seizures": "strong",
    "recovery": "strong",
    "discovery": "weak",
    "confiscation": "strong",
    "surrender": "strong",
    "haul": "weak",
    "hauls": "weak",
    "cache": "weak",
    "stash": "weak",
    "forfeiture": "strong",
    "recoveries": "strong",
    "impoundment": "strong",
    "impoundments": "strong",
    "interception": "goods",
    "removal": "goods",
    "find": "weak",
    "detection": "goods",
    "confiscations": "strong",
}
LABELS = frozenset("conveyance conveyances exhibit exhibits".split())
SUPERLATIVES = frozenset("largest biggest first second record highest ever".split())
LEADING_TO = frozenset("leads lead".split())  # "information that leads to the seizure of"
INCLUDES = frozenset(
    "include includes included comprised comprises consisted consists contained".split()
)
PLACES = frozenset("in inside under underneath beneath behind beside on among down up between within".split())
OPENERS = finding.STANDING | frozenset(
    "present : with had has off was were are to came amounted totalled totaled comprises numbered there completed "
    "complete rounded topped hands home took".split()
)
SUMMING = frozenset("came amounted totalled totaled stood comprises numbered ran".split())
NOT_CAUGHT = frozenset("connection along together charged cooperation line dealing association working contact".split())
TAKEN = frozenset("arrested stopped nabbed intercepted apprehended caught collared nicked detained".split())
LEADING = frozenset("led directed guided leading".split())
HIDING = frozenset("hide conceal stash".split())


@lru_cache(1)
def triggers() -> frozenset[str]:
    """All words that can open a cue: a sentence with none of them has none."""
    others = set("armed off among some haul including present there home hung leant leaned stood lay rest".split())
    return frozenset(verbs()) | frozenset(phrases()) | frozenset(NOUNS) | LABELS | POSSESSION | INCLUDES | others


@lru_cache(1)
def _openings() -> frozenset[str]:
    return triggers() | OPENERS


TALK = frozenset("of about against for from".split())  # "the risks of carrying a gun", "arrested for carrying a knife"


def cues(doc: Doc, sentence: Sentence) -> list[Cue]:
    """The cues of one sentence, in order."""
    low, found = doc.low, []
    opening, known, several = _openings(), verbs(), phrases()
    if low[sentence.i] == "so":
        opening = opening | {"so"}
    if low[sentence.i] in ("among", "amongst"):
        opening = opening | {"is"}  # "Among those recovered is a clock"
    for t in [t for t in range(sentence.i, sentence.j) if low[t] in opening]:
        row, phrase = known.get(low[t]), phrase_at(low, t, sentence.j) if low[t] in several else None
        cue = finding.PHRASES[low[t]](doc, sentence, t) if low[t] in finding.PHRASES and phrase is None else None
        if t == sentence.i and low[t] == "so":
            cue = finding.so_was(doc, sentence)
        row = None if cue is not None else row
        if phrase is not None:
            i, j, row = phrase
            cue = _phrase(doc, sentence, i, row, j)
        elif cue is None and row is not None and not (low[t] == "came" and low[t + 1 : t + 2] == ["to"]):
            cue = verb_cue(doc, sentence, t, row)
        elif cue is None:
            cue = _verbless(doc, sentence, t)
        if cue is not None:
            if (
                cue.good
                and row is not None
                and cue.reach == "right"
                and not cue.rule.endswith(("inverted", "include"))
                and done_by_others(doc, sentence, t, row)
            ):
                cue.good = row["lemma"] in HIDING and not CIVILIANS.isdisjoint(low[max(sentence.i, t - 4) : t])
                cue.strength = "held"  # "Its driver had hidden 210 wraps": found, where a search is told of
            unsaid = cue.rule in ("in hand", "lay in") or not negated(doc, t, _clause(low, sentence.i, t), 5)
            cue.good = cue.good and unsaid
            cue.good = cue.good and (cue.rule in ("noun", "in hand") or not planned(doc, sentence, t))
            if cue.strength == "held" and t > sentence.i:
                cue.good = cue.good and low[t - 1] not in TALK and not accused(low, sentence.i, t)
            found.append(cue)
    if not found and (cue := finding.place_first(doc, sentence)) is not None:
        found.append(cue)
    found.sort(key=lambda cue: cue.i)
    return found


def _phrase(doc: Doc, sentence: Sentence, t: int, row: dict[str, str], j: int) -> Cue | None:
    """The cue of a verb of several words at tokens [t, j); some of them seize only in the passive ("was picked up")."""
    if row["form"] == "state":
        return Cue(t, j, "left", row["strength"], rule=row["lemma"])
    passive = row["form"] == "passive"
    if passive and BE.isdisjoint(doc.low[max(sentence.i, t - 2) : t]):
        return None
    return verb_cue(doc, sentence, t, row | {"form": "past"} if passive else row, j)


def _clause(low: list[str], i: int, t: int) -> int:
    """Where the clause of token t begins as to negation: "had no insurance and was seized"."""
    for s in range(t - 1, max(i, t - 4), -1):
        if low[s] in BE and low[s - 1] == "and":
            return s
    return i


def _verbless(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """The cue of a word at token t that is no seizure verb: nouns, possession, hauls, places."""
    low, word = doc.low, doc.low[t]
    if word == "present" and (low[t - 1] in BE or low[t - 2] in BE):
        return Cue(t, t + 1, "left", "weak", rule="were present")
    if (
        word in NOUNS
        and t + 1 < sentence.j
        and low[t + 1] in ("of", ":")
        and not SUPERLATIVES & set(low[max(sentence.i, t - 3) : t])
        and not LEADING_TO & set(low[max(sentence.i, t - 4) : t])
    ):
        return Cue(t, t + 2, "right", NOUNS[word], rule="noun")
    if word in LABELS and low[t + 1 : t + 2] == [":"]:
        return Cue(t, t + 2, "right", "weak", rule="noun")  # "Conveyance: two-wheeler (01)"
    if word in ("seizures", "recoveries", "finds") and low[t + 1 : t + 2] in (["–"], ["—"], ["-"]) and (
        amount_follows(doc, t + 2)
    ):
        return Cue(t, t + 2, "right", NOUNS.get(word, "strong"), rule="noun")  # "The day's seizures – an axe, …"
    if word in POSSESSION and t > sentence.i:
        cue = finding.possession(doc, sentence, t)
        if cue is not None and accused(low, sentence.i, t):
            cue.good = False
        return cue
    if word == "armed" and t + 1 < sentence.j and low[t + 1] == "with":
        return Cue(t, t + 2, "right", "held", not accused(low, sentence.i, t), rule="armed with")
    if word == "with" and t > sentence.i and low[t - 1] in CAUGHT:
        return Cue(t, t + 1, "right", "weak", rule="found with")
    if word == "with" and t - 3 >= sentence.i and low[t - 1] not in NOT_CAUGHT:
        caught = _caught(low, sentence.i, t)
        return Cue(t, t + 1, "right", "goods", not accused(low, sentence.i, t), caught) if caught else None
    if word == "some" and low[t + 1 : t + 2] == ["of"] and not BE.isdisjoint(low[max(sentence.i, t - 2) : t]):
        if not verbs().keys().isdisjoint(low[t : t + 10]) and not HAULS.isdisjoint(low[t : t + 6]):
            return Cue(t - 1, t + 1, "left", "strong", rule="were among")  # "… were just some of the items seized"
        return None
    b = t - 1 - (word == "among" and t > sentence.i and low[t - 1] in ADVERBS)  # "were also among"
    if word == "among" and low[b : b + 1] in (["were"], ["was"], ["are"]):
        told = not verbs().keys().isdisjoint(low[t : t + 12])
        if told or (low[b] == "were" and not HAULS.isdisjoint(low[t : t + 6])):
            return Cue(b, t + 1, "left", "strong", rule="were among")
        return None
    if word in INCLUDES and t - sentence.i < 20:
        return finding.haul_includes(doc, sentence, t)
    if word == "to" and t - 2 >= sentence.i and low[t - 1] in POLICE and low[t - 2] in LEADING:
        return Cue(t, t + 1, "right", "weak", rule="led to")
    if word in SUMMING and not HAULS.isdisjoint(low[max(sentence.i, t - 40) : t]):
        return Cue(t, t + 1 + (low[t + 1 : t + 2] in (["to"], ["at"])), "right", "strong", rule="haul came to")
    if word in ("had", "has") and t + 1 < sentence.j:
        return finding.on_person(doc, sentence, t)
    listed = word == "is" and low[sentence.i] in ("among", "amongst")
    if (word in ("was", "were", "are") or listed or word in finding.STANDING) and t > sentence.i:
        cue = finding.inverted(doc, sentence, t) or finding.standing(doc, sentence, t)
        if cue is None and low[t + 1 : t + 2] and low[t + 1] in PLACES and low[t + 2 : t + 3] != ["total"]:
            cue = finding.lay_in(doc, sentence, t, t + 1)  # "a second pistol was in a kitchen drawer"
        return cue
    return None


def _caught(low: list[str], i: int, t: int) -> str:
    """The rule where somebody was arrested, stopped or found before "with" at t, in the same clause; else ""."""
    for s in range(t - 1, max(i, t - 20) - 1, -1):
        if low[s] in TAKEN:
            return "caught with"
        if low[s] in ("pulled", "flagged", "picked") and low[s + 1] in ("over", "down", "up", "in"):
            return "caught with"
        if low[s] == "found":  # "was allegedly found on Friday night with"
            who = PERSONS.intersection(low[i:s]) - {"victim", "victims"}
            return "found armed" if who and _passively(low, i, s) else ""
        if low[s] in (";", ":", "and", "charged", "after", "."):
            return ""
        if low[s] in ("police", "officers") and low[s - 1] != "by":
            return ""
    return ""


def _passively(low: list[str], i: int, t: int) -> bool:
    return not BE.isdisjoint(low[max(i, t - 2) : t])
