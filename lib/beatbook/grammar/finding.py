"""Cues without a verb of seizing: what a haul includes, what somebody had on him, what lay where police searched.

Each function looks at one token and gives the cue that begins there, or None.
"""

from beatbook.grammar.cue import Cue, verbs
from beatbook.grammar.doers import BE, CHARGING, POSSESSION
from beatbook.grammar.thing_group import lexicon
from beatbook.grammar.thing_words import ADVERBS, BREAKERS, HAULS, LOCATIVES, PERSONS, POLICE, words
from beatbook.language.document import Doc, Sentence

HEARSAY = frozenset("suggested suggests suggesting indicated indicating claimed alleging reports intelligence".split())
INSIDE = frozenset("inside in within under behind among hidden concealed".split())
# how a clause without a verb begins that says where things were: "In his room: a Glock"
FRONTS = INSIDE | frozenset(
    "at on beneath underneath beside besides alongside lying found recovered seized also elsewhere next nearby removed "
    "what other tucked stashed plus upstairs downstairs outside there amongst left stored further".split()
)
OPENING = INSIDE | {"beneath", "underneath", "beside", "next", "nearby", "also", "plus"}  # of fragments without a verb
OF_WHOM = frozenset("of with beside behind near on under by".split())
INVERTING = frozenset(  # first words of clauses whose subject follows the verb
    "in inside within under behind beneath among amongst alongside underneath on concealed hidden stashed "
    "tucked beside with next sitting lying propped stuffed wrapped stacked left found seized recovered "
    "discovered packed sewn taped leaning elsewhere nearby upstairs downstairs outside at down up near between "
    "around close".split()
)
WITHIN = frozenset("inside beside alongside underneath beneath hidden nearby concealed upstairs downstairs".split())
CONTENTS = frozenset("contents inventory result results tally upshot".split())
KEEPING = frozenset("keep keeping get getting take taking to".split())
STREETS = frozenset("streets street circulation market road roads".split())
PLACED = frozenset(
    "stacked propped piled stuffed tucked taped sewn buried stored packed lying sitting standing hanging strapped "
    "wedged boxed bagged parked dumped discarded abandoned secreted growing drying scattered spread wrapped "
    "rolled laid folded zipped sealed bolted welded strewn heaped arranged crammed rammed jammed squeezed slipped "
    "shoved thrust clipped pinned glued fastened tied looped stowed squirrelled".split()
)
TUCKED = PLACED | {"hidden", "concealed", "stashed"}
CARRIED = frozenset("on with in under down inside up beneath behind underneath between beside".split())
HIDEOUTS = words("hideout")  # where only a search finds what lies there: "in the boot", "down his sock"
STANDING = frozenset("lay sat stood hung leant leaned rested nestled".split())


def fragment(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "In his room: a Glock 19 and …": the colon at t after a few words that say where."""
    low = doc.low
    before = low[sentence.i : t]
    if doc.value_at.get(t) is not None:
        return None  # "at 3:00 a.m."
    if not 0 < len(before) <= 14:
        return None
    if low[sentence.i] not in FRONTS and before[-1] != "too" and CONTENTS.isdisjoint(before):
        return None
    if any(word in CHARGING - POSSESSION or word in ("arrested", "sentenced", "injured", "wanted") for word in before):
        return None
    told = not verbs().keys().isdisjoint(before) or not HAULS.isdisjoint(before)
    strength = "strong" if told and ("among" in before or len(before) <= 9) else "weak"
    return Cue(t, t + 1, "right", strength, rule="inside" if told or len(before) <= 7 else "headed")


def place_first(doc: Doc, sentence: Sentence) -> Cue | None:
    """ "Beneath it, in a crocus bag, a sub-machine gun.": a sentence without a verb that opens with a place."""
    words = doc.low[sentence.i : sentence.j]
    if words[0] not in OPENING or len(words) > 40:
        return None
    if ":" in words or any(word in BREAKERS or word in PERSONS or word in verbs() for word in words):
        return None
    return Cue(sentence.i, sentence.i + 1, "right", "weak", rule="headed")


def so_was(doc: Doc, sentence: Sentence) -> Cue | None:
    """ "So has what is thought to be a home-made suppressor.": seized as what the sentence before tells of."""
    t = sentence.i + 1
    if t + 1 >= sentence.j or not (doc.low[t] in BE or doc.low[t] in ("has", "have", "did", "does", "do")):
        return None
    return Cue(sentence.i, t + 1, "right", "weak", rule="so was")


def existential(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "There was 750 grams of it", "There, in flat-pack, were thirteen boats": the cue is the verb."""
    low = doc.low
    for u in range(t + 1, min(t + 8, sentence.j - 1)):
        if low[u] in ("was", "were", "lay", "stood", "sat"):
            return Cue(u, u + 1, "right", "weak", low[u + 1] not in ("no", "nothing"), "there was")
        if low[u] in PERSONS or (low[u] in BREAKERS and low[u] not in BE):
            return None
    return None


def standing(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "A rifle leant in the porch", "Nitrous oxide was stacked in the hallway": where things were."""
    low = doc.low
    u = t + 1
    if low[t] == "are":
        return None
    if low[t] in BE:
        while u < sentence.j and low[u] in ("also", "still", "found", "then", "neatly", "loose", "openly"):
            u += 1
        if low[u : u + 1] == [] or low[u] not in PLACED:
            return None
        u += 1
    if u < sentence.j and (low[u] in LOCATIVES or low[u] in ("unsecured", "loose", "beside", "up", "there")):
        return lay_in(doc, sentence, t, u) if HEARSAY.isdisjoint(low[sentence.i : t]) else None
    return None


def lay_in(doc: Doc, sentence: Sentence, t: int, u: int) -> Cue:
    """The cue of a verb at t behind which token u says where things were; hiding places and vehicles say most."""
    low, end = doc.low, min(u + 7, sentence.j)
    end = next((s for s in range(u + 1, end) if low[s] in (",", "and", "when", ";", ".")), end)
    hidden = not HIDEOUTS.isdisjoint(low[u + 1 : end]) or any(
        term is not None and term.row["category"] == "vehicle" for term in (
            lexicon().at(low, s, end) for s in range(u + 1, end)
        )
    )
    return Cue(t, u, "left", "weak", rule="lay in") if hidden else Cue(t, u, "left", "goods", rule="was in")


def completed(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "… completed the haul" to the left, "The haul was completed by …" to the right."""
    low = doc.low
    if low[t - 1] in BE and low[t + 1 : t + 2] in (["by"], ["with"], ["off"]):
        if not HAULS.isdisjoint(low[sentence.i : t]):
            return Cue(t, t + 2 + (low[t + 1] == "off"), "right", "strong", rule="haul completed")
        return None
    if not HAULS.isdisjoint(low[t + 1 : t + 6]) and low[t + 1] in ("the", "off", "out", "up", "this", "their"):
        return Cue(t, t + 1, "left", "strong", rule="completed the haul")
    return None


def hands_on(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "put their hands on just fourteen": the cue is "hands on"."""
    low = doc.low
    if low[t + 1 : t + 2] == ["on"] and not POLICE.isdisjoint(low[sentence.i : t]):
        return Cue(t, t + 2, "right", "goods", rule="hands on")
    return None


def off_streets(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "Sixty-one weapons are off the streets of Glasgow"."""
    gone = t > sentence.i and (doc.low[t - 1] in BE or doc.low[t - 1] in ("now", "safely"))
    counted = any(doc.value_at.get(s) is not None for s in range(max(sentence.i, t - 6), t))
    gone = gone or (counted and doc.low[t - 1].isalpha() and KEEPING.isdisjoint(doc.low[max(sentence.i, t - 9) : t]))
    strength = "goods" if counted and doc.low[t - 1] not in BE else "strong"
    return Cue(t, t + 1, "left", strength, rule="off the streets") if gone and doc.low[t + 2 : t + 3] and (
        doc.low[t + 2] in STREETS
    ) else None


def home_to(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "A Cessnock property was home to an explosive device"."""
    low = doc.low
    if low[t + 1 : t + 2] == ["to"] and low[t - 1] in BE:
        return Cue(t, t + 2, "right", "goods", rule="there was")
    return None


def haul_includes(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "The haul included …", "They include …": a subject that can only be what was seized."""
    low = doc.low
    subject = [
        word
        for word in low[max(sentence.i, t - 40) : t]
        if word not in ("the", "also", ",", "which", "other", "two", "all", "total")
    ]
    seized = next((word for word in subject if word in verbs() and verbs()[word]["strength"] == "strong"), None)
    if seized and len(subject) < 4 and verbs()[seized]["form"] == "past" and PERSONS.isdisjoint(subject):
        # "The restrained assets included"
        return Cue(t, t + 1 + (low[t + 1 : t + 2] == ["of"]), "right", "strong", rule="haul includes")
    if subject in (["they"], ["these"], ["this"], ["it"], ["those"]):
        return Cue(t, t + 1, "right", "weak", rule="they include")
    if subject and subject[0] in HAULS and not any(word in BREAKERS or word in PERSONS for word in subject):
        return Cue(t, t + 1 + (low[t + 1 : t + 2] == ["of"]), "right", "strong", rule="haul includes")
    return None


def possession(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "in possession of a knife", "had in his possession", "took possession of"; never the offence."""
    low = doc.low
    if t + 1 < sentence.j and low[t + 1] == "of":
        if low[t - 1] == "in" or (low[t - 1] == "the" and low[t - 2] == "in"):
            return Cue(t, t + 2, "right", "weak", rule="in possession of")
        if low[t - 1] in ("took", "taken", "taking"):
            return Cue(t, t + 2, "right", "strong", rule="took possession of")
    if low[t - 1] in ("his", "her", "their") and low[t - 2] in ("in", "from"):
        return Cue(t - 2, t + 1, "both", "weak", rule="in his possession")
    return None


def on_person(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "had a lock knife on him", "had 3kg of heroin in his bag", "had £400 stuffed in a sock"."""
    low = doc.low
    if low[t + 1 : t + 2] in (["on"], ["with"]) and low[t + 2 : t + 3] and low[t + 2] in ("him", "her", "them"):
        return Cue(t, t + 3, "right", "weak", rule="had on him")
    for u in range(t + 2, min(t + 40, sentence.j - 1)):
        if low[u] in TUCKED and (low[u + 1] in INSIDE or low[u + 1] in ("on", "beneath", "up", "down", "to")):
            told = low[t + 1] not in BE and BREAKERS.isdisjoint(low[t + 1 : u])
            return Cue(t, t + 1, "right", "weak", rule="had on him") if told else None
        if (
            low[u] in CARRIED
            and low[u + 1] in ("him", "her", "them", "his", "their", "its")
            and not (
                low[u] == "in"
                and u + 2 < sentence.j
                and low[u + 2] in ("20s", "30s", "40s", "50s", "teens", "late", "early")
            )
        ):
            return Cue(t, t + 1, "right", "weak", rule="had on him")
    return None


def inverted(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """Inversion: "Inside it were X", "Concealed among its pallets were X", "In a rucksack was X"."""
    low = doc.low
    first = low[sentence.i]
    if low[t] in ("are", "is") and first not in ("among", "amongst"):
        return None
    opening = doc.value_at.get(sentence.i + 1)
    if opening is not None and opening.kind in ("date", "time"):
        return None  # "On Feb. 16, Vance was drinking wine"
    if first == "also" and sentence.i + 1 < t:
        first = low[sentence.i + 1]
    start = sentence.i
    for s in range(t - 1, max(sentence.i, t - 40) - 1, -1):  # the clause may begin after a stop within the sentence
        if low[s] in (";", ":") or (low[s] == "and" and low[s + 1] in WITHIN):
            start, first = s + 1, low[s + 1]  # "Entry was forced and inside were …"
            break
    if first in INVERTING and not any(_subject(low, start, s) or low[s] in BE for s in range(max(start, t - 40), t)):
        follows = low[t + 1] if t + 1 < sentence.j else "."
        if follows.endswith("ed") and not _begins(doc, t + 2):
            return None  # "In a third a safe was opened with a disc cutter"
        if (follows in verbs() and verbs()[follows]["form"] == "past") or (
            follows in ("also",) and low[t + 2 : t + 3] and low[t + 2] in verbs()
        ):
            return None
        strong = first in verbs() and verbs()[first]["strength"] == "strong"
        return Cue(t, t + 1, "right", "strong" if strong else "weak", rule="inverted")
    if first == "among" or low[start : start + 2] == ["among", "the"]:
        return Cue(t, t + 1, "right", "weak", rule="among")
    return None


def _subject(low: list[str], start: int, s: int) -> bool:
    """Whether a person at token s may be the subject of what follows, not one named after a preposition: "of them"."""
    return low[s] in PERSONS and low[s + 1] != "'s" and not (s > start and low[s - 1] in OF_WHOM)


def _begins(doc: Doc, t: int) -> bool:
    """Whether an amount or an article stands at token t."""
    return doc.value_at.get(t) is not None or doc.low[t : t + 1] in (["a"], ["an"], ["the"], ["more"])


def came_to_light(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "Ammunition, 614 rounds altogether, came to light at his grandmother's"."""
    if doc.low[t - 1] == "out" and t > sentence.i:  # "and out came: two axes"
        return Cue(t, t + 1 + (doc.low[t + 1 : t + 2] == [":"]), "right", "weak", rule="out came")
    if doc.low[t + 1 : t + 3] == ["to", "light"]:
        return Cue(t, t + 3, "left", "strong", rule="came to light")
    value = doc.value_at.get(t + 1)
    if value is not None and (
        (doc.low[sentence.i] in ("with", "alongside", "along") and t - sentence.i < 6)
        or (doc.low[sentence.i] in ("from", "out", "off") and PERSONS.isdisjoint(doc.low[sentence.i + 1 : t]))
    ):
        return Cue(t, t + 1, "right", "weak", rule="inverted")  # "With them came 19,400 rounds", "From the seat came …"
    return None


def took_in(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "Saturday's gun buyback took in 288 firearms"."""
    low, at = doc.low, t + 1 + (doc.low[t + 1 : t + 2] == ["in"])
    value = doc.value_at.get(at)
    if value is None or value.kind not in ("number", "measure"):
        return None
    s = t - 1
    while s > sentence.i and low[s] in ADVERBS:
        s -= 1  # "Deputies also took eight handguns"
    by_police = s >= sentence.i and low[s] in POLICE and low[s] != "it"
    return Cue(t, at, "right", "goods", rule="take in") if at > t + 1 or by_police else None


# words that open a cue only within a phrase
PHRASES = {
    "came": came_to_light,
    "took": took_in,
    "hands": hands_on,
    "home": home_to,
    "off": off_streets,
    "there": existential,
    ":": fragment,
    "completed": completed,
    "complete": completed,
    "rounded": completed,
    "topped": completed,
}
