"""What makes a group of things seized: verbs in all voices, nouns ("the seizure of"), possession and inversion.

A cue governs to the right ("officers seized a gun", "were: a gun") or to the left ("a gun was found"); which chain of
groups it reaches is decided in ``reaching``.
"""

from functools import lru_cache

from beatbook.grammar import finding
from beatbook.grammar.assertion import negated
from beatbook.grammar.cue import Cue, phrase_at, phrases, verbs
from beatbook.grammar.doers import BE, CAUGHT, HAVE, POSSESSION, accused, done_by_others, planned
from beatbook.grammar.thing_words import ADVERBS, CIVILIANS, HAULS, LOCATIVES, PERSONS, POLICE, words
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
    "interception": "goods",
    "removal": "goods",
    "find": "weak",
    "detection": "goods",
    "confiscations": "strong",
}
CHAIN_LINKS = frozenset(", and & with along plus including ; ( + : – — - • well comprising or then".split())
SUPERLATIVES = frozenset("largest biggest first second record highest ever".split())
LEADING_TO = frozenset("leads lead".split())  # "information that leads to the seizure of"
INCLUDES = frozenset(
    "include includes included comprised comprises consisted consists contained".split()
)
PLACES = frozenset("in inside under underneath beneath behind beside on among".split())
OPENERS = finding.STANDING | frozenset(
    "present : with had has off was were are to came amounted totalled totaled comprises numbered there completed "
    "complete rounded topped hands home took".split()
)
SUMMING = frozenset("came amounted totalled totaled stood comprises numbered ran".split())
# verbs whose particle must follow at once: "dug up", "gave up", "pulled from"
TIGHT = frozenset("give throw box dig haul fish dredge winch sniff scoop".split())
NOT_CAUGHT = frozenset("connection along together charged cooperation line dealing association working contact".split())
TAKEN = frozenset("arrested stopped nabbed intercepted apprehended caught collared nicked detained".split())
LEADING = frozenset("led directed guided leading".split())
THEFT = words("theft")
NOT_FINDS = frozenset(
    "true guilty that himself themselves safe liable accountable responsible not dead unresponsive evidence out".split()
)
HIDING = frozenset("hide conceal stash".split())
HEALING = frozenset("hospital injuries surgery home wounds".split())
FOUND_TO_BE = (["carrying"], ["in"], ["concealing"], ["hiding"], ["holding"], ["possessing"])
NOUNLIKE = frozenset("hand surrender find hold hide conceal turn net restrain detect carry contain".split())
# after a participle: no object follows, so it is passive or reduced ("214 knives recovered during")
SEARCHES = frozenset("search searches warrant warrants searching raid raids sweep inspection".split())
CRAFT = frozenset(
    "boat boats vessel vessels ship ships trawler yacht catamaran rhib lorry truck trucks trailer van car vehicle "
    "vehicles container containers plane aircraft jet bus coach minibus tanker parcel package suitcase flight".split()
)
ENDS = frozenset(
    "by following after when during were was are is . ; , and ) as include includes included or : which along "
    "alongside together plus too today yesterday last late earlier overnight".split()
)


@lru_cache(1)
def triggers() -> frozenset[str]:
    """All words that can open a cue: a sentence with none of them has none."""
    others = set("armed off among some haul including present there home hung leant leaned stood lay rest".split())
    return frozenset(verbs()) | frozenset(phrases()) | frozenset(NOUNS) | POSSESSION | INCLUDES | others


@lru_cache(1)
def _openings() -> frozenset[str]:
    return triggers() | OPENERS


OFF_WHAT = frozenset("street streets circulation market communities hands reach road roads".split())
TALK = frozenset("of about against for from".split())  # "the risks of carrying a gun", "arrested for carrying a knife"


def cues(doc: Doc, sentence: Sentence) -> list[Cue]:
    """The cues of one sentence, in order."""
    low, found = doc.low, []
    opening, known, several = _openings(), verbs(), phrases()
    if low[sentence.i] in ("among", "amongst"):
        opening = opening | {"is"}  # "Among those recovered is a clock"
    for t in [t for t in range(sentence.i, sentence.j) if low[t] in opening]:
        row, phrase = known.get(low[t]), phrase_at(low, t, sentence.j) if low[t] in several else None
        cue = finding.PHRASES[low[t]](doc, sentence, t) if low[t] in finding.PHRASES and phrase is None else None
        row = None if cue is not None else row
        if phrase is not None:
            i, j, row = phrase
            cue = _phrase(doc, sentence, i, row, j)
        elif cue is None and row is not None and not (low[t] == "came" and low[t + 1 : t + 2] == ["to"]):
            cue = _verb(doc, sentence, t, row)
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
            cue.good = cue.good and (cue.rule == "in hand" or not negated(doc, t, _clause(low, sentence.i, t), 5))
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
    return _verb(doc, sentence, t, row | {"form": "past"} if passive else row, j)


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
    if word in ("seizures", "recoveries", "finds") and low[t + 1 : t + 2] in (["–"], ["—"], ["-"]) and (
        _amount_follows(doc, t + 2)
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
        return Cue(t, t + 1 + (low[t + 1] in ("to", "at")), "right", "strong", rule="haul came to")
    if word in ("had", "has") and t + 1 < sentence.j:
        return finding.on_person(doc, sentence, t)
    listed = word == "is" and low[sentence.i] in ("among", "amongst")
    if (word in ("was", "were", "are") or listed or word in finding.STANDING) and t > sentence.i:
        cue = finding.inverted(doc, sentence, t) or finding.standing(doc, sentence, t)
        if cue is None and low[t + 1 : t + 2] and low[t + 1] in PLACES and low[t + 2 : t + 3] != ["total"]:
            cue = Cue(t, t + 1, "left", "goods", rule="was in")  # "a second pistol was in a kitchen drawer"
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


def _verb(doc: Doc, sentence: Sentence, t: int, row: dict[str, str], end: int = 0) -> Cue | None:
    """The cue of a seizure verb at token t, by its form, its voice and its particle (or where the phrase ends)."""
    low, lemma = doc.low, row["lemma"]
    j = end or _particle(doc, t, sentence.j, row)
    if j is None:
        return None
    after = low[j] if j < sentence.j else "."
    if lemma == "recover" and after in ("in", "from", "at") and HEALING & set(low[j : j + 5]):
        return None  # "is recovering in hospital"
    if (after in NOT_FINDS and lemma != "take") or (
        lemma == "find" and after == "to" and low[j + 1 : j + 2] == ["be"] and low[j + 2 : j + 3] not in FOUND_TO_BE
    ):
        return None
    if (
        lemma in ("find", "discover", "detain")
        and low[j : j + 1]
        and low[j] in ("him", "her", "them", "a", "the", "one")
        and "with" in low[j + 1 : j + 5]
    ):
        u = low.index("with", j + 1)
        if low[j] in ("him", "her", "them") or any(word in PERSONS for word in low[j:u]):
            return Cue(t, u + 1, "right", "weak", rule="found with")
    if lemma == "find" and low[j : j + 2] == ["to", "be"] and not CRAFT.isdisjoint(low[max(sentence.i, t - 4) : t]):
        return None  # "The lorry was found to be carrying 94kg"
    if lemma == "find" and low[j : j + 3] == ["in", "possession", "of"]:
        return None  # "in possession of" is a cue of its own
    if lemma == "find" and low[j : j + 2] == ["to", "have"]:
        return Cue(t, j + 2, "right", "weak", rule="found to have")
    s = t - 1
    while s >= sentence.i and low[s] in ADVERBS:
        s -= 1
    before = low[s] if s >= sentence.i else ""
    if low[t] == "holding" and (before in PERSONS or before in BE or before in (",", "while", "and")):
        return None  # "a man holding a knife"
    strength = row["strength"]
    if lemma == "take" and (
        set(low[j : j + 14]) & {"off", "out", "away", "evidence"}
        or (low[j : j + 1] == ["from"] and THEFT.isdisjoint(low[max(sentence.i, t - 40) : min(sentence.j, t + 40)]))
    ):
        strength = "strong"
    if lemma == "carry" and before in BE and PERSONS.isdisjoint(low[sentence.i : t]) and not CRAFT.isdisjoint(
        low[sentence.i : t]
    ):
        strength = "weak"  # "the boat was carrying cocaine weighing 1.9 tonnes"
    right, left, both = (Cue(t, j, reach, strength, rule=lemma) for reach in ("right", "left", "both"))
    if row["form"] in ("base", "s") and before in ("who", "anyone", "people", "those", "that"):
        return None
    if row["form"] != "past":
        verbal = row["form"] != "base" or lemma not in NOUNLIKE or before in PERSONS or before in ("to", "did")
        return right if verbal else None
    if before == "the" and after not in ENDS and s == t - 1:
        return None  # "the restrained assets"
    if before in BE:
        return both if after == ":" or (":" in low[j : j + 12] and "following" in low[sentence.i : t]) else left
    if before in HAVE:
        return right
    if _amount_follows(doc, j):
        return right
    adjectival = lemma in ("hide", "conceal", "stash", "freeze")
    if adjectival and after not in LOCATIVES and after not in ENDS and after not in ADVERBS:
        return None  # "hidden income"
    if before in (
        "",
        "that",
        ":",
        "—",
        "–",
        "-",
        ")",
        "of",
        "items",
        "things",
        "goods",
        "property",
        "those",
        "exhibits",
        "articles",
        "also",
    ):
        inverted = _announces(low, t, sentence.j, strength, lemma)
        if inverted is not None:
            return inverted
        if before == "":
            return right
    which = {"which", "that"} & set(low[max(sentence.i, s - 3) : s])
    by_whom = lemma in ("surrender", "hand", "turn", "give") or (
        low[s - 1] in ("which", "that")
        and (before in POLICE or (strength == "strong" and lemma != "take" and doc.raw[s][0].isupper()))
    )
    if which and by_whom and s - 1 >= sentence.i and (after in ENDS or after in LOCATIVES):
        return left  # "three bags of cocaine, which officers recovered", "1,126 firearms that Australians surrendered"
    if after in ENDS or after in LOCATIVES or j >= sentence.j or after in ADVERBS:
        return right if before in PERSONS or before in ("who", "it") else both
    return right


def _particle(doc: Doc, t: int, end: int, row: dict[str, str]) -> int | None:
    """Where the verb with its particle ends ("handed in"), or None where a particle it needs is missing."""
    low, lemma, particles = doc.low, row["lemma"], row["particles"].split()
    following = low[t + 1 : min(t + 28, end)]
    if not particles:
        return t + 1
    if lemma in ("produce", "return"):
        return (
            t + 1 if not SEARCHES.isdisjoint(low[max(0, t - 25) : t]) else None
        )
    if lemma == "come":
        return t + 2 if following[:1] == ["across"] else t + 3 if following[:2] == ["away", "with"] else None
    if lemma == "take" and doc.raw[t] == "Taken" and ":" in following[:8]:
        return t + 1  # "Taken along the way: 211 kilos of crystal meth"
    if lemma == "take" and not (
        set(following[:1]) & {"off", "out", "away", "from", "possession"}
        or (
            {"out", "off"} & set(following)
            and not OFF_WHAT.isdisjoint(following)
        )
        or ({"evidence", "examination", "analysis"} & set(following) and {"as", "into", "for"} & set(following))
    ):
        return None
    if lemma == "turn" and following[:1] == ["himself"]:
        return None
    if lemma == "relieve":
        return t + 2 + following.index("of") if "of" in following else None
    if lemma in ("pull", "drag"):
        away = following[:1] == ["from"] or following[:2] == ["out", "of"]
        return t + 2 if away and low[t - 1] in BE else None
    if lemma in TIGHT:
        if following[:1] and following[0] in particles:
            return t + 2
        parted = lemma in ("dig", "fish", "dredge", "haul", "winch") and _amount_follows(doc, t + 1)
        return t + 1 if parted and "out" in following else None
    if not set(following) & set(particles):
        return None
    return (
        t + 2
        if following[:1] and following[0] in particles and following[0] not in ("from", "out", "off", "away")
        else t + 1
    )


def _amount_follows(doc: Doc, j: int) -> bool:
    value = doc.value_at.get(j)
    return (value is not None and value.kind in ("number", "measure", "money", "vague")) or doc.low[j : j + 1] in (
        ["a"],
        ["an"],
        ["another"],
        ["suspected"],
    )


def _announces(low: list[str], t: int, end: int, strength: str, lemma: str) -> Cue | None:
    """ "Seized were: X", "Items recovered include X", "Also left at police stations were X"."""
    for u in range(t + 1, min(t + 16, end)):
        if low[u] in BE and low[u + 1 : u + 2] not in (["seized"], ["recovered"], ["found"]):
            return Cue(u, u + 1, "right", strength, rule=lemma + " inverted")
        if low[u] in ("include", "includes", "included", ":", "comprised", "comprise"):
            return Cue(t, u + 1, "right", strength, rule=lemma + " include")
    return None
