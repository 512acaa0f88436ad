"""What makes a group of things seized: verbs in all voices, nouns ("the seizure of"), possession and inversion.

A cue governs to the right ("officers seized a gun", "were: a gun") or to the left ("a gun was found"); which chain of
groups it reaches is decided in ``reaches``.
"""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.grammar.assertion import negated
from beatbook.grammar.things import Group
from beatbook.grammar.thing_words import ADVERBS, AUXILIARIES, BREAKERS, LOCATIVES, PERSONS
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import rows

BE = frozenset("was were is are been be being".split())
HAVE = frozenset("has have had having 've".split())
MODALS = frozenset("will would can could may might shall should must cannot".split())
NOUNS = {"seizure": "strong", "seizures": "strong", "recovery": "strong", "discovery": "weak", "confiscation": "strong", "surrender": "strong",
         "haul": "weak", "hauls": "weak", "cache": "weak", "stash": "weak", "forfeiture": "goods", "recoveries": "strong", "interception": "goods",
         "removal": "goods", "find": "weak", "detection": "goods", "confiscations": "strong"}
PURPOSE_OK = frozenset("led able managed helped enabled officers searched attempting attempt allowed continued went agents investigators".split())
# ... who are found with things
CAUGHT = frozenset("found caught arrested stopped detained searched discovered apprehended observed seen spotted intercepted nabbed held".split())
CHAIN_LINKS = frozenset(", and & with along plus including ; ( + : – — - • well comprising or then".split())
STATION = frozenset("station stations bin bins counter counters police desk".split())


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


def triggers() -> frozenset[str]:
    """All words that can open a cue: a sentence with none of them has none."""
    return frozenset(verbs()) | frozenset(NOUNS) | {"possession", "armed", "carrying", "with", "inside", "there", "among", "also", "had", "in", "on"}


def cues(doc: Doc, sentence: Sentence) -> list[Cue]:
    """The cues of one sentence, in order."""
    low, found = doc.low, []
    table = verbs()
    for t in range(sentence.i, sentence.j):
        word = low[t]
        row = table.get(word)
        if row is not None:
            cue = _verb(doc, sentence, t, row)
        elif word in NOUNS and t + 1 < sentence.j and low[t + 1] in ("of", ":"):
            cue = Cue(t, t + 2, "right", NOUNS[word], rule="noun")
        elif word == "possession" and t > sentence.i:
            cue = _possession(doc, sentence, t)
        elif word == "armed" and t + 1 < sentence.j and low[t + 1] == "with":
            cue = Cue(t, t + 2, "right", "held", rule="armed with")
        elif word == "with" and t > sentence.i and low[t - 1] in CAUGHT:
            cue = Cue(t, t + 1, "right", "weak", rule="found with")
        elif word in ("had", "has") and t + 1 < sentence.j:
            cue = _on_person(doc, sentence, t)
        elif word in ("was", "were") and t > sentence.i:
            cue = _inverted(doc, sentence, t)
        else:
            cue = None
        if cue is not None:
            cue.good = cue.good and not negated(doc, t, sentence.i, 5) and not _planned(doc, sentence, t)
            found.append(cue)
    return found


def _planned(doc: Doc, sentence: Sentence, t: int) -> bool:
    """Whether the verb at t is only planned, wished or asked: "to seize", "aimed at seizing", "help us recover"."""
    low = doc.low
    s = t - 1
    while s >= sentence.i and low[s] in ADVERBS:
        s -= 1
    if s < sentence.i:
        return False
    if low[s] == "be" and s - 1 >= sentence.i:
        return low[s - 1] in MODALS or low[s - 1] == "to" and low[s - 2] not in ("found", "believed")
    if low[s] in MODALS or low[s] in ("us", "please", "you"):
        return True
    if low[s] == "to":
        return low[s - 1] not in PURPOSE_OK and low[s - 1] not in PERSONS if s > sentence.i else True
    return low[s] in ("at", "of", "for") and low[t].endswith("ing") and low[s - 1] in ("aimed", "aim", "hopes", "hope", "chance", "suspicion",
                                                                                       "accused", "purpose", "suspected", "convicted", "guilty")


def _verb(doc: Doc, sentence: Sentence, t: int, row: dict[str, str]) -> Cue | None:
    low, strength = doc.low, row["strength"]
    after = low[t + 1] if t + 1 < sentence.j else "."
    if row["particles"]:
        particles = row["particles"].split()
        if row["lemma"] == "produce":
            if not {"search", "searches", "warrant", "warrants", "searching"} & set(low[sentence.i:t]):
                return None
        elif not set(low[t + 1:t + 16]) & set(particles):
            return None
    if after in ("guilty", "that", "himself", "themselves", "safe", "liable", "responsible", "not", "dead", "unresponsive", "out", "evidence"):
        return None
    if row["lemma"] == "find" and after == "to" and low[t + 2:t + 3] == ["be"] and low[t + 3:t + 4] not in (["carrying"], ["in"], ["concealing"], ["hiding"]):
        return None
    if after == "to" and row["lemma"] == "find" and low[t + 2:t + 3] == ["have"]:
        return Cue(t, t + 3, "right", "weak", rule="found to have")
    rule = row["lemma"]
    s = t - 1
    while s >= sentence.i and low[s] in ADVERBS:
        s -= 1
    before = low[s] if s >= sentence.i else ""
    right = Cue(t, t + 1, "right", strength, rule=rule)
    left = Cue(t, t + 1, "left", strength, rule=rule)
    if after in ("in", "over", "up", "across", "off", "away", "out", "into") and after in row["particles"].split():
        right.j = t + 2
        if low[t:t + 2] == ["taken", "off"]:
            return left
    if row["form"] != "past":
        return right if row["form"] != "base" or before not in ("the", "a", "this") else None
    if before in BE and _is_passive(doc, s):
        return left
    if before in HAVE:
        return right
    follow = t + 1
    while follow < sentence.j and low[follow] in ADVERBS | {"at", "from", "in", "during", "the"} and follow - t < 3:
        follow += 1
    if before == "" or before in (":", "—", "items", "–", "-", ")") or before in ("of",):
        for u in range(t + 1, min(t + 16, sentence.j)):
            if low[u] in BE:
                return Cue(u, u + 1, "right", strength, rule=rule + " inverted")
            if low[u] in ("include", "includes", "included", ":"):
                return Cue(t, u + 1, "right", strength, rule=rule + " include")
        return right
    if after in ("by", "following", "after", "when", "during", "were", "was", "are", "is", ".", ";", ",", "and", ")", "as", "include", "includes",
                 "included", "or", ":") or after in LOCATIVES or t + 1 >= sentence.j or after in ADVERBS:
        if before in ("items", "things", "goods", "property", "those", "exhibits", "weapons", "drugs", "guns", "firearms") and after in (
                "was", "were", "are", "is", "include", "includes", "included", ":", "from", "during", "in", "by", "at"):
            for u in range(t + 1, min(t + 14, sentence.j)):
                if low[u] in ("include", "includes", "included", ":", "comprised", "were", "was", "are"):
                    return Cue(t, u + 1, "right", strength, rule=rule + " include")
        if before in PERSONS or before in ("and", ",", "who", "which", "that", "it"):
            both = Cue(t, t + 1, "both", strength, rule=rule)
            return right if before in PERSONS or before in ("who", "it") else both
        return Cue(t, t + 1, "both", strength, rule=rule)
    return right


def _is_passive(doc: Doc, s: int) -> bool:
    return doc.low[s] in BE


def _possession(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """"in possession of a knife", "had in his possession", "took possession of"; never the offence."""
    low = doc.low
    if t + 1 < sentence.j and low[t + 1] == "of":
        if low[t - 1] == "in" or low[t - 1] == "the" and low[t - 2] == "in":
            return Cue(t, t + 2, "right", "weak", rule="in possession of")
        if low[t - 1] in ("took", "taken", "take", "taking"):
            return Cue(t, t + 2, "right", "strong", rule="took possession of")
    if low[t - 1] in ("his", "her", "their") and low[t - 2] == "in":
        return Cue(t - 2, t + 1, "both", "weak", rule="in his possession")
    return None


def _on_person(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """"had a lock knife and two phones on him", "had 3kg of heroin in his bag"."""
    low = doc.low
    for u in range(t + 2, min(t + 40, sentence.j - 1)):
        if low[u] in ("on", "with", "in", "under") and low[u + 1] in ("him", "her", "them", "his", "their") and not (
                low[u] == "in" and u + 2 < sentence.j and low[u + 2] in ("20s", "30s", "40s", "50s", "teens", "late", "early")):
            if low[u] in ("in", "under") and u + 2 < sentence.j and low[u + 2] not in (
                    "pocket", "pockets", "bag", "possession", "waistband", "rucksack", "backpack", "car", "vehicle", "luggage", "suitcase", "jacket",
                    "underwear", "coat", "trousers", "shoe", "sock", "seat", "home", "house", "flat", "bedroom", "handbag", "baggage", "sleeve"):
                continue
            return Cue(t, t + 1, "right", "weak", rule="had on him")
    return None


def _inverted(doc: Doc, sentence: Sentence, t: int) -> Cue | None:
    """"Inside it were X", "Concealed among its pallets were X", "In a rucksack behind the seats was X", "There were X inside"."""
    low = doc.low
    first = low[sentence.i]
    if first == "also" and sentence.i + 1 < t:
        first = low[sentence.i + 1]
    start = sentence.i
    for s in range(t - 1, sentence.i - 1, -1):  # the clause may begin after a stop within the sentence
        if low[s] in (";", ":"):
            start, first = s + 1, low[s + 1]
            break
    if first in ("in", "inside", "within", "under", "behind", "beneath", "among", "amongst", "alongside", "underneath", "on", "concealed", "hidden",
                 "stashed", "tucked", "beside", "with", "next") and not any(low[s] in PERSONS or low[s] in BE for s in range(start, t)):
        follows = low[t + 1] if t + 1 < sentence.j else "."
        if follows in verbs() and verbs()[follows]["form"] == "past" or follows in ("also",) and low[t + 2:t + 3] and low[t + 2] in verbs():
            return None
        return Cue(t, t + 1, "right", "weak", rule="inverted")
    if first == "among" or low[start:start + 2] == ["among", "the"]:
        return Cue(t, t + 1, "right", "weak", rule="among")
    return None


def reaches(doc: Doc, cue: Cue, chain: list[Group]) -> bool:
    """Whether a cue governs a chain: nothing between them that opens another clause."""
    low = doc.low
    if cue.reach in ("right", "both") and chain[0].i >= cue.j:
        gap = low[cue.j:chain[0].i]
        limit = 40 if ":" in gap else 16
        if len(gap) > limit:
            return False
        if not any(word in BREAKERS and word not in ("after", "before", "during", "following", "since") or word in PERSONS for word in gap):
            return cue.reach == "right" or ":" in gap or "include" in cue.rule or not _subject_before(doc, cue, gap)
        return bool(gap) and gap[-1] == ":" and not any(word in ("arrested", "charged", "charge") for word in gap)
    if cue.reach in ("left", "both") and chain[-1].j <= cue.i + 1:
        gap = low[chain[-1].j:cue.i]
        if len(gap) > 24:
            return False
        for n, word in enumerate(gap):
            if word in ("which", "that", "who") and n <= 2 and len(gap) > 3:
                rest = gap[n + 1:]
                return "," in rest or _only_auxiliaries(rest)
            if word in AUXILIARIES:
                return _only_auxiliaries(gap[n:])
            if word in BREAKERS and word not in ("which", "that", "after", "following", "during", "since", "used", "believed", "using"):
                return False
            if word in ("officers", "police", "investigators", "agents", "troopers", "deputies") and n + 1 == len(gap):
                return True  # "methamphetamine troopers found"
        return True
    return False


def _subject_before(doc: Doc, cue: Cue, gap: list[str]) -> bool:
    return bool(gap) and gap[0] in LOCATIVES and len(gap) > 8


def _only_auxiliaries(words: list[str]) -> bool:
    """"was later", "were also found and": nothing but auxiliaries, adverbs and further seizure verbs."""
    return all(word in AUXILIARIES or word in ADVERBS or word in ("and", ",", "to", "subsequently", "found", "discovered", "located", "identified",
                                                                  "hidden", "concealed", "packaged", "removed", "safely") or word in verbs() for word in words)
