"""What makes a group of things seized: verbs in all voices, nouns ("the seizure of"), possession and inversion.

A cue governs to the right ("officers seized a gun", "were: a gun") or to the left ("a gun was found"); which chain of
groups it reaches is decided in ``reaches``.
"""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.grammar.assertion import negated
from beatbook.grammar.thing_group import Group
from beatbook.grammar.thing_words import ADVERBS, AUXILIARIES, BREAKERS, CIVILIANS, LOCATIVES, PERSONS, POLICE, words
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import rows

POSSESSION = frozenset("possession possesion posession possesson".split())
BE = frozenset("was were is are been be being".split())
HAVE = frozenset("has have had having 've".split())
MODALS = frozenset("will would can could may might shall should must cannot".split())
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
    "forfeiture": "goods",
    "recoveries": "strong",
    "interception": "goods",
    "removal": "goods",
    "find": "weak",
    "detection": "goods",
    "confiscations": "strong",
}
PURPOSE_OK = frozenset(
    "led able managed helped enabled officers searched attempting attempt allowed continued went agents investigators".split()
)
# ... who are found with things
CAUGHT = frozenset(
    "found caught arrested stopped detained searched discovered apprehended observed seen spotted intercepted nabbed held".split()
)
CHAIN_LINKS = frozenset(", and & with along plus including ; ( + : – — - • well comprising or then".split())
INSIDE = frozenset("inside in within under behind among hidden concealed".split())
SUPERLATIVES = frozenset("largest biggest first second record highest ever".split())
INCLUDES = frozenset("include includes included comprised comprises consisted contained".split())
HAULS = words("haul")
OPENERS = frozenset(": with had has was were lay sat stood to came amounted totalled totaled comprises".split())
GIVING = frozenset("hand surrender turn contain include carry yield reveal leave drop deposit bring".split())
CHARGING = words("charging")
# verbs that say as much of anybody as of the police
ANYBODY = frozenset(
    "find take retrieve remove restrain hold hide conceal stash notice see spot observe collect secure get bring leave grab discover".split()
)
BY_HAND = frozenset(
    "retrieve remove restrain hold hide notice spot see observe collect secure get bring grab take".split()
)
TAILS = frozenset("along well together plus including among alongside addition".split())
THEFT = words("theft")
NOT_FINDS = frozenset(
    "true guilty that himself themselves safe liable responsible not dead unresponsive evidence out".split()
)
FOUND_TO_BE = (["carrying"], ["in"], ["concealing"], ["hiding"], ["holding"], ["possessing"])
NOUNLIKE = frozenset("hand surrender find hold hide conceal turn net restrain detect carry contain".split())
# after a participle: no object follows, so it is passive or reduced ("214 knives recovered during")
ENDS = frozenset(
    "by following after when during were was are is . ; , and ) as include includes included or : which".split()
)


@dataclass(slots=True)
class Cue:
    """A cue at tokens [i, j). ``reach``: "right" or "left". ``strength``: "strong" (anything that stands there is
    seized), "weak" (things of the lexicon), "goods" and "held" (contraband only). ``good``: not negated or planned."""

    i: int
    j: int
    reach: str
    strength: str
    good: bool = True
    rule: str = ""


@lru_cache(1)
def verbs() -> dict[str, dict[str, str]]:
    """Forms of the verbs, each with its row."""
    return {row["term"]: row for row in rows("seizure_verbs")}


@lru_cache(1)
def triggers() -> frozenset[str]:
    """All words that can open a cue: a sentence with none of them has none."""
    return frozenset(verbs()) | frozenset(NOUNS) | POSSESSION | {"armed", "among", "haul", "including"} | INCLUDES


def cues(doc: Doc, sentence: Sentence) -> list[Cue]:
    """The cues of one sentence, in order."""
    low, found = doc.low, []
    table = verbs()
    opening = triggers() | OPENERS
    for t in range(sentence.i, sentence.j):
        word = low[t]
        if word not in opening:
            continue
        row = table.get(word)
        if row is not None:
            cue = _verb(doc, sentence, t, row)
        elif word == ":" and 0 < t - sentence.i <= 7 and low[sentence.i] in INSIDE:
            cue = Cue(t, t + 1, "right", "weak", rule="inside")
        elif (
            word in NOUNS
            and t + 1 < sentence.j
            and low[t + 1] in ("of", ":")
            and not SUPERLATIVES & set(low[max(sentence.i, t - 3) : t])
        ):
            cue = Cue(t, t + 2, "right", NOUNS[word], rule="noun")
        elif word in POSSESSION and t > sentence.i:
            cue = _possession(doc, sentence, t)
            if cue is not None and _accused(low, sentence.i, t):
                cue.good = False
        elif word == "armed" and t + 1 < sentence.j and low[t + 1] == "with":
            cue = Cue(t, t + 2, "right", "held", not _accused(low, sentence.i, t), rule="armed with")
        elif word == "with" and t > sentence.i and low[t - 1] in CAUGHT:
            cue = Cue(t, t + 1, "right", "weak", rule="found with")
        elif (
            word == "among"
            and low[t - 1 : t] in (["were"], ["was"], ["are"])
            and any(row is not None for row in map(table.get, low[t : t + 12]))
        ) or (word == "among" and low[t - 1 : t] == ["were"] and not HAULS.isdisjoint(low[t : t + 6])):
            cue = Cue(t - 1, t + 1, "left", "strong", rule="were among")
        elif word in INCLUDES and t - sentence.i < 12:
            cue = _haul_includes(doc, sentence, t)
        elif (
            word == "to"
            and low[t - 1 : t]
            and low[t - 1] in POLICE
            and low[t - 2 : t - 1] in (["led"], ["directed"], ["guided"], ["leading"])
        ):
            cue = Cue(t, t + 1, "right", "weak", rule="led to")
        elif word in ("came", "amounted", "totalled", "totaled", "stood", "comprises") and not HAULS.isdisjoint(
            low[sentence.i : t]
        ):
            cue = Cue(t, t + 1 + (low[t + 1] in ("to", "at")), "right", "strong", rule="haul came to")
        elif word in ("had", "has") and t + 1 < sentence.j:
            cue = _on_person(doc, sentence, t)
        elif word in ("was", "were", "lay", "sat", "stood") and t > sentence.i:
            cue = _inverted(doc, sentence, t)
        else:
            cue = None
        if cue is not None:
            cue.good = cue.good and not (
                row is not None and cue.reach == "right" and _done_by_others(doc, sentence, t, row)
            )
            cue.good = cue.good and not negated(doc, t, sentence.i, 5) and not _planned(doc, sentence, t)
            found.append(cue)
    return found


def _done_by_others(doc: Doc, sentence: Sentence, t: int, row: dict[str, str]) -> bool:
    """Whether a suspect, victim or bystander does what the active verb at t says, or an offence is named by it."""
    low, lemma = doc.low, row["lemma"]
    if lemma in GIVING or (row["form"] == "past" and low[t - 1 : t] == ["with"]):
        return False
    for s in range(t - 1, max(sentence.i, t - 12) - 1, -1):
        word = low[s]
        if word in POLICE or word in (":", ";"):
            return False
        if word in CHARGING and row["form"] in ("ing", "base"):
            return True
        if (
            word in CIVILIANS
            and lemma not in ANYBODY | {"carry"}
            and not all(other in ADVERBS or other in HAVE for other in low[s + 1 : t])
        ):
            break  # "arrested 45 people, including a man, and seized"
        if word in CIVILIANS and low[s + 1 : s + 2] != ["'s"]:
            return low[s - 1 : s] not in (["of"], ["from"], ["by"], ["on"]) and not (
                s + 1 < t and low[s + 1] in ("'s", "was", "were", "who")
            )
        if word in BREAKERS and word not in AUXILIARIES and s < t - 1:
            break
    if row["form"] == "ing":
        return not CHARGING.isdisjoint(low[sentence.i : t])
    if (
        lemma in BY_HAND
        and not any(low[s] in POLICE or (doc.raw[s].isupper() and len(low[s]) > 2) for s in range(sentence.i, t))
        and (t > sentence.i + 1 and sentence.kind != "heading")
    ):
        return lemma != "hold" or not CIVILIANS.isdisjoint(low[sentence.i : t])
    if low[t - 1] in ("one", "it", "both", "this", "another", "other", "each") or doc.value_at.get(t - 1) is not None:
        return False
    name = (
        t - 1 > sentence.i
        and doc.raw[t - 1][0].isupper()
        and doc.raw[t - 1][1:].islower()
        and low[t - 2] in (".", ",", "and", "then", ";", "“", "when")
    )
    return lemma in ANYBODY and (
        name or (t - 1 == sentence.i and doc.raw[t - 1][1:].islower() and sentence.kind == "prose")
    )


def _accused(low: list[str], i: int, t: int) -> bool:
    """Whether words of charge stand nearer before token t than words of arrest or find."""
    for s in range(t - 1, i - 1, -1):
        if low[s] in CAUGHT:
            return False
        if low[s] in CHARGING and low[s] not in POSSESSION:
            return True
    return False


def _haul_includes(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "The haul included …", "They include …": a subject that can only be what was seized."""
    low = doc.low
    subject = [
        word
        for word in low[sentence.i : t]
        if word not in ("the", "also", ",", "which", "other", "two", "all", "total")
    ]
    if subject in (["they"], ["these"], ["this"], ["it"], ["those"]):
        return Cue(t, t + 1, "right", "weak", rule="they include")
    if subject and subject[0] in HAULS and not any(word in BREAKERS or word in PERSONS for word in subject):
        return Cue(t, t + 1 + (low[t + 1] == "of"), "right", "strong", rule="haul includes")
    return None


def _planned(doc: Doc, sentence: Sentence, t: int) -> bool:
    """Whether the verb at t is only planned, wished or asked: "to seize", "aimed at seizing", "help us recover"."""
    low = doc.low
    s = t - 1
    while s >= sentence.i and low[s] in ADVERBS:
        s -= 1
    if s < sentence.i:
        return False
    if low[s] == "be" and s - 1 >= sentence.i:
        return low[s - 1] in MODALS or (low[s - 1] == "to" and low[s - 2] not in ("found", "believed"))
    if low[s] in MODALS or low[s] in ("us", "please", "you"):
        return True
    if low[s] == "to":
        return low[s - 1] not in PURPOSE_OK and low[s - 1] not in PERSONS if s > sentence.i else True
    return (
        low[s] in ("at", "of", "for")
        and low[t].endswith("ing")
        and low[s - 1]
        in (
            "aimed",
            "aim",
            "hopes",
            "hope",
            "chance",
            "suspicion",
            "accused",
            "purpose",
            "suspected",
            "convicted",
            "guilty",
        )
    )


def _verb(doc: Doc, sentence: Sentence, t: int, row: dict[str, str]) -> Cue | None:
    """The cue of a seizure verb at token t, by its form, its voice and its particle."""
    low, lemma = doc.low, row["lemma"]
    j = _particle(low, t, sentence.j, row)
    if j is None:
        return None
    after = low[j] if j < sentence.j else "."
    if after in NOT_FINDS or (
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
    if lemma == "find" and low[j : j + 2] == ["to", "have"]:
        return Cue(t, j + 2, "right", "weak", rule="found to have")
    s = t - 1
    while s >= sentence.i and low[s] in ADVERBS:
        s -= 1
    before = low[s] if s >= sentence.i else ""
    strength = row["strength"]
    if lemma == "take" and (
        set(low[j : j + 14]) & {"off", "out", "away", "evidence"}
        or (low[j] == "from" and THEFT.isdisjoint(low[sentence.i : sentence.j]))
    ):
        strength = "strong"
    right, left, both = (Cue(t, j, reach, strength, rule=lemma) for reach in ("right", "left", "both"))
    if row["form"] in ("base", "s") and before in ("who", "anyone", "people", "those", "that"):
        return None
    if row["form"] != "past":
        return right if row["form"] != "base" or lemma not in NOUNLIKE or before in PERSONS or before == "to" else None
    if before in BE:
        return left
    if before in HAVE:
        return right
    if lemma in ("hide", "conceal", "stash") and after not in LOCATIVES and after not in ENDS and after not in ADVERBS:
        return None  # "hidden income"
    if _amount_follows(doc, j):
        return right
    if before in (
        "",
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
    if (
        before in POLICE
        and s - 1 >= sentence.i
        and low[s - 1] in ("which", "that")
        and (after in ENDS or after in LOCATIVES)
    ):
        return left  # "three bags of cocaine, which officers recovered"
    if after in ENDS or after in LOCATIVES or j >= sentence.j or after in ADVERBS:
        return right if before in PERSONS or before in ("who", "it") else both
    return right


def _particle(low: list[str], t: int, end: int, row: dict[str, str]) -> int | None:
    """Where the verb with its particle ends ("handed in"), or None where a particle it needs is missing."""
    lemma, particles = row["lemma"], row["particles"].split()
    following = low[t + 1 : min(t + 18, end)]
    if not particles:
        return t + 1
    if lemma == "produce":
        return (
            t + 1 if {"search", "searches", "warrant", "warrants", "searching"} & set(low[max(0, t - 25) : t]) else None
        )
    if lemma == "come":
        return t + 2 if following[:1] == ["across"] else t + 3 if following[:2] == ["away", "with"] else None
    if lemma == "take" and not (
        set(following[:1]) & {"off", "out", "away", "from", "possession"}
        or (
            {"out", "off"} & set(following)
            and {"street", "streets", "circulation", "communities", "hands", "reach", "road", "roads"} & set(following)
        )
        or ({"evidence", "examination", "analysis"} & set(following) and {"as", "into", "for"} & set(following))
    ):
        return None
    if lemma == "turn" and following[:1] == ["himself"]:
        return None
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


def _possession(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "in possession of a knife", "had in his possession", "took possession of"; never the offence."""
    low = doc.low
    if t + 1 < sentence.j and low[t + 1] == "of":
        if low[t - 1] == "in" or (low[t - 1] == "the" and low[t - 2] == "in"):
            return Cue(t, t + 2, "right", "weak", rule="in possession of")
        if low[t - 1] in ("took", "taken", "take", "taking"):
            return Cue(t, t + 2, "right", "strong", rule="took possession of")
    if low[t - 1] in ("his", "her", "their") and low[t - 2] == "in":
        return Cue(t - 2, t + 1, "both", "weak", rule="in his possession")
    return None


def _on_person(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "had a lock knife and two phones on him", "had 3kg of heroin in his bag"."""
    low = doc.low
    for u in range(t + 2, min(t + 40, sentence.j - 1)):
        if (
            low[u] in ("on", "with", "in", "under", "down", "inside", "up")
            and low[u + 1] in ("him", "her", "them", "his", "their")
            and not (
                low[u] == "in"
                and u + 2 < sentence.j
                and low[u + 2] in ("20s", "30s", "40s", "50s", "teens", "late", "early")
            )
        ):
            return Cue(t, t + 1, "right", "weak", rule="had on him")
    return None


def _inverted(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """ "Inside it were X", "Concealed among its pallets were X", "In a rucksack behind the seats was X", "There were X inside"."""
    low = doc.low
    first = low[sentence.i]
    if first == "also" and sentence.i + 1 < t:
        first = low[sentence.i + 1]
    start = sentence.i
    for s in range(t - 1, sentence.i - 1, -1):  # the clause may begin after a stop within the sentence
        if low[s] in (";", ":"):
            start, first = s + 1, low[s + 1]
            break
    if first in (
        "in",
        "inside",
        "within",
        "under",
        "behind",
        "beneath",
        "among",
        "amongst",
        "alongside",
        "underneath",
        "on",
        "concealed",
        "hidden",
        "stashed",
        "tucked",
        "beside",
        "with",
        "next",
        "sitting",
        "lying",
        "propped",
        "stuffed",
        "wrapped",
        "stacked",
        "left",
        "found",
        "seized",
        "recovered",
        "discovered",
        "packed",
        "sewn",
        "taped",
        "leaning",
    ) and not any((low[s] in PERSONS and low[s + 1] != "'s") or low[s] in BE for s in range(start, t)):
        follows = low[t + 1] if t + 1 < sentence.j else "."
        if (follows in verbs() and verbs()[follows]["form"] == "past") or (
            follows in ("also",) and low[t + 2 : t + 3] and low[t + 2] in verbs()
        ):
            return None
        return Cue(t, t + 1, "right", "weak", rule="inverted")
    if first == "among" or low[start : start + 2] == ["among", "the"]:
        return Cue(t, t + 1, "right", "weak", rule="among")
    return None


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
            return cue.reach == "right" or ":" in gap or "include" in cue.rule or not _subject_before(doc, cue, gap)
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
                word in BREAKERS or word in PERSONS for word in gap
            )  # "was found in a wardrobe and the rifle under a bed"
        return (
            len(gap) < 14 and not TAILS.isdisjoint(gap) and not any(word in BREAKERS or word in PERSONS for word in gap)
        )
    if cue.reach in ("left", "both") and chain[-1].j <= cue.i + 1:
        gap = low[chain[-1].j : cue.i]
        if len(gap) > 24:
            return False
        for n, word in enumerate(gap):
            if word in ("which", "that", "who") and n <= 2:
                rest = gap[n + 1 :]
                return "," in rest or _only_auxiliaries(rest) or all(other in POLICE for other in rest)
            if word in AUXILIARIES:
                rest = gap[n:]
                joined = (
                    rest[-1] == "and"
                    and any(other in verbs() for other in rest)
                    and not any(other in PERSONS for other in rest)
                )
                return _only_auxiliaries(rest) or joined
            if word in BREAKERS and word not in ("after", "following", "during", "since", "used", "believed", "using"):
                return False
            if word in ("officers", "police", "investigators", "agents", "troopers", "deputies") and n + 1 == len(gap):
                return True  # "methamphetamine troopers found"
        return True
    return False


def _subject_before(doc: Doc, cue: Cue, gap: list[str]) -> bool:
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
