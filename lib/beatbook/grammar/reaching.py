"""Which list of things a cue governs: nothing may open another clause between them."""

from beatbook.grammar.assertion import FINITE
from beatbook.grammar.chains import LEGAL_TURNS
from beatbook.grammar.cue import Cue, verbs
from beatbook.grammar.thing_group import Group
from beatbook.grammar.thing_words import ADVERBS, AUXILIARIES, BREAKERS, LOCATIVES, PERSONS, POLICE
from beatbook.language.document import Doc

HOLDING = frozenset("with of carrying armed wielding in possessing having holding".split())
DESCRIBING = frozenset("believed suspected thought alleged reported linked connected intended destined bound".split())
USED = frozenset(
    "stolen taken looted snatched used driven ridden owned belonging "
    "registered rented hired occupied operated left".split()
)
LONGEST_USE = 12
OF_CARS = frozenset("seat seats side door footwell compartment window".split())
NEGATIONS = frozenset("not never no n't".split())
ASIDES = frozenset("all both each some most none with without worth in of".split())
SHOWN = frozenset(("inverted", "there was"))  # cues behind which people may stand first
SEPARATORS = frozenset(", and plus".split())
TAILS = frozenset("along well together plus including among alongside addition".split())


def reaches(doc: Doc, cue: Cue, chain: list[Group]) -> bool:
    """Whether a cue governs a chain: nothing between them that opens another clause."""
    low = doc.low
    if cue.reach in ("right", "both") and chain[0].i >= cue.j:
        gap = [
            word
            for t, word in enumerate(low[cue.j : chain[0].i], cue.j)
            if not (word in PERSONS and low[t + 1] in ("'s", "'"))
        ]
        limit = 40 if ":" in gap else 16
        if len(gap) > limit:
            return False
        if not any(
            (word in BREAKERS and word not in ("after", "before", "during", "following", "since")) or word in PERSONS
            for word in gap
        ):
            return cue.reach == "right" or ":" in gap or "include" in cue.rule or not _subject_before(gap)
        whom = gap[:1] in (["on"], ["with"], ["upon"]) and gap[-1] in PERSONS
        if whom and len(gap) < 7 and BREAKERS.isdisjoint(gap):
            return True  # "found on the younger man nine packets of tik"
        if cue.rule in SHOWN and gap[-1] in SEPARATORS and BREAKERS.isdisjoint(gap) and len(gap) < 9:
            return True  # "Inside were two adult men, 3.5kg of …"
        return bool(gap) and gap[-1] == ":" and not any(word in ("arrested", "charged", "charge") for word in gap)
    if cue.reach == "left" and chain[0].i >= cue.j:  # "… were seized, along with £12,000 in cash"
        gap = low[cue.j : chain[0].i]
        if gap == ["with"] or gap[-2:] in (["as", "was"], ["as", "were"]):
            return True  # "was recovered with three cartridges", "… were seized, as was a VW Golf"
        if (
            gap[-1:] in (["and"], [","])
            and not LOCATIVES.isdisjoint(gap)
            and low[chain[-1].j : chain[-1].j + 1]
            and (low[chain[-1].j] in LOCATIVES and len(gap) < 9)
        ):
            return not any(
                word in BREAKERS or (word in PERSONS and gap[n + 1 : n + 2] and gap[n + 1] not in OF_CARS)
                for n, word in enumerate(gap)
            )  # "was found in a wardrobe and the rifle under a bed", "under the passenger seat and …"
        return (
            len(gap) < 14 and not TAILS.isdisjoint(gap) and not any(word in BREAKERS or word in PERSONS for word in gap)
        )
    if cue.reach in ("left", "both") and chain[-1].j <= cue.i + 1:
        gap = _without_aside(low[chain[-1].j : cue.i])
        if len(gap) > 24 or (cue.rule == "detain" and low[chain[0].i - 1] in HOLDING):
            return False  # "a man with a knife was detained"
        for n, word in enumerate(gap):
            if word in ("which", "that", "who") and (n <= 2 or gap[n - 2 : n] in (["both", "of"], ["all", "of"])):
                rest = gap[n + 1 :]
                if cue.rule in ("lay in", "was in") and "," not in rest and len(rest) < 9:
                    return True  # "Two cards that did not belong to him were in his pocket"
                closed = len(rest) > 2 and rest[-1] in FINITE and not FINITE.isdisjoint(rest[:-1])
                if closed and PERSONS.isdisjoint(rest):
                    return True  # "A van which had been stolen in Leeds was recovered"
                return "," in rest or _only_auxiliaries(rest) or all(other in POLICE for other in rest) or _joined(rest)
            if word in AUXILIARIES:
                return _only_auxiliaries(gap[n:]) or _joined(gap[n:])
            if word in BREAKERS and word not in ("after", "following", "during", "since", "used", "believed", "using"):
                return False
            if word in ("officers", "police", "investigators", "agents", "troopers", "deputies") and n + 1 == len(gap):
                return True  # "methamphetamine troopers found"
        return True
    return False


def _joined(rest: list[str]) -> bool:
    """ "was drained from tanks and", "was searched and": a first passive that shares its subject with the verb."""
    while rest[1:] and rest[-1] in AUXILIARIES:
        rest = rest[:-1]  # "was found to have no insurance and was"
    if len(rest) < 3 or rest[-1] != "and" or not PERSONS.isdisjoint(rest) or rest[0] not in AUXILIARIES:
        return False
    return not verbs().keys().isdisjoint(rest) or (len(rest) < 12 and NEGATIONS.isdisjoint(rest))


def _without_aside(gap: list[str]) -> list[str]:
    """What stands between a list and its passive, without an aside: ", all suspected to …, were"."""
    if gap and gap[0] in DESCRIBING:  # "Four motorcycles believed to be stolen were also impounded"
        finite = next((n for n in range(len(gap) - 1, 0, -1) if gap[n] in FINITE), 0)
        return gap[finite:] if finite and PERSONS.isdisjoint(gap) else gap
    if gap and (gap[0] in USED or gap[0] == "without" or gap[:2] == ["with", "no"]):
        # "The motorcycle used by the accused has also been seized", "A car with no insurance was seized"
        finite = next((n for n in range(1, len(gap)) if gap[n] in FINITE), 0)
        return gap[finite:] if finite and finite < LONGEST_USE else gap
    if gap[:1] != [","] or "," not in gap[2:]:
        return gap
    last = len(gap) - 1 - gap[::-1].index(",")
    aside = gap[1:last]
    opens = aside[0] in ASIDES or aside[0].endswith(("ed", "ing"))
    return gap[last + 1 :] if opens and PERSONS.isdisjoint(aside) and LEGAL_TURNS.isdisjoint(aside) else gap


def _subject_before(gap: list[str]) -> bool:
    return bool(gap) and gap[0] in LOCATIVES and len(gap) > 8


def _only_auxiliaries(words: list[str]) -> bool:
    """ "was later", "were also found and": nothing but auxiliaries, adverbs and further seizure verbs."""
    return all(
        word in AUXILIARIES
        or word in ADVERBS
        or word
        in (
            "and",
            ",",
            "to",
            "subsequently",
            "found",
            "discovered",
            "located",
            "identified",
            "hidden",
            "concealed",
            "packaged",
            "removed",
            "safely",
        )
        or word in verbs()
        for word in words
    )
