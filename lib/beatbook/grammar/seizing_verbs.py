"""The cue of a seizure verb: its sense, its particle, and by its voice which way it reaches."""

from beatbook.grammar.cue import Cue
from beatbook.grammar.doers import BE, HAVE
from beatbook.grammar.thing_words import ADVERBS, LOCATIVES, PERSONS, POLICE, words
from beatbook.language.document import Doc, Sentence

# verbs whose particle must follow at once: "dug up", "gave up", "pulled from"
TIGHT = frozenset("give throw box dig haul fish dredge winch sniff scoop".split())
THEFT = words("theft")
VICTIMS = frozenset("victim victims shop shops store stores customer customers homeowner owner pensioner".split())
NOT_FINDS = frozenset(
    "true guilty that himself themselves safe liable accountable responsible not dead unresponsive missing evidence "
    "out".split()
)
HEALING = frozenset("hospital injuries surgery home wounds".split())
FOUND_TO_BE = (["carrying"], ["in"], ["concealing"], ["hiding"], ["holding"], ["possessing"])
NOUNLIKE = frozenset("hand surrender find hold hide conceal turn net restrain detect carry contain".split())
SEARCHES = frozenset("search searches warrant warrants searching raid raids sweep inspection".split())
CRAFT = frozenset(
    "boat boats vessel vessels ship ships trawler yacht catamaran rhib lorry truck trucks trailer van car vehicle "
    "vehicles container containers plane aircraft jet bus coach minibus tanker parcel package suitcase flight".split()
)
# after a participle: no object follows, so it is passive or reduced ("214 knives recovered during")
ENDS = frozenset(
    "by following after when during were was are is . ; , and ) as include includes included or : which along "
    "alongside together plus too today yesterday last late earlier overnight".split()
)
STANDING = frozenset("stand stands stood remain remains remained".split())  # "The vehicle stands seized"
OFF_WHAT = frozenset("street streets circulation market communities hands reach road roads".split())
ADJECTIVAL = frozenset("hide conceal stash freeze".split())  # their participles describe: "hidden income"
# Before a participle that opens a list or an inversion: "Items recovered include …".
ANNOUNCING = frozenset("that : — – - ) of items things goods property those exhibits articles also".split()) | {""}


def verb_cue(doc: Doc, sentence: Sentence, t: int, row: dict[str, str], end: int = 0) -> Cue | None:
    """The cue of a seizure verb at token t, by its form, its voice and its particle (or where the phrase ends)."""
    low, lemma = doc.low, row["lemma"]
    j = end or _particle(doc, t, sentence.j, row)
    if j is None and lemma == "take" and row["form"] == "past":
        return _merely_taken(low, sentence, t)
    if j is None or _other_sense(low, j, sentence.j, lemma):
        return None
    cue = _found_with(low, t, j, lemma)
    if cue is not None:
        return cue
    craft = not CRAFT.isdisjoint(low[max(sentence.i, t - 4) : t])
    if lemma == "find" and craft and low[j : j + 2] == ["to", "be"]:
        return None  # "The lorry was found to be carrying 94kg"
    s = t - 1
    while s >= sentence.i and low[s] in ADVERBS:
        s -= 1
    before = low[s] if s >= sentence.i else ""
    if low[t] == "holding" and (before in PERSONS or before in BE or before in (",", "while", "and")):
        return None  # "a man holding a knife"
    cue = Cue(t, j, "right", _strength(low, sentence, t, j, before, row), rule=lemma)
    if row["form"] == "past":
        return _participle(doc, sentence, cue, s)
    if before in ("who", "anyone", "people", "those", "that") and row["form"] in ("base", "s"):
        return None
    verbal = row["form"] != "base" or lemma not in NOUNLIKE or before in PERSONS or before in ("to", "did")
    return cue if verbal else None


def _merely_taken(low: list[str], sentence: Sentence, t: int) -> Cue | None:
    """ "A notebook and S$47,050 were likewise taken": no more than the participle, where a search is told of."""
    s = t - 1
    while s > sentence.i and low[s] in ADVERBS:
        s -= 1
    after = low[t + 1] if t + 1 < sentence.j else "."
    passive = s > sentence.i and low[s] in BE and (after in ENDS or after == "at")
    return Cue(t, t + 1, "left", "weak", rule="were taken") if passive and THEFT.isdisjoint(
        low[sentence.i : sentence.j]
    ) else None


def _other_sense(low: list[str], j: int, end: int, lemma: str) -> bool:
    """Whether what follows a verb makes it no seizure: "is recovering in hospital", "found guilty"."""
    after = low[j] if j < end else "."
    healing = HEALING & set(low[j : j + 5]) if lemma == "recover" and after in ("in", "from", "at") else set()
    if healing and (healing != {"home"} or low[j - 1].endswith("ing")):
        return True  # not "was recovered from his home"
    if after in NOT_FINDS and lemma != "take":
        return True
    if lemma == "take" and after == "from" and not VICTIMS.isdisjoint(low[j : min(j + 6, end)]):
        return True
    if lemma != "find":
        return False
    if after == "to" and low[j + 1 : j + 2] == ["be"] and low[j + 2 : j + 3] not in FOUND_TO_BE:
        return True
    return low[j : j + 3] == ["in", "possession", "of"]  # a cue of its own


def _found_with(low: list[str], t: int, j: int, lemma: str) -> Cue | None:
    """ "found him with", "detained a man with", "found to have"."""
    if lemma == "find" and low[j : j + 2] == ["to", "have"]:
        return Cue(t, j + 2, "right", "weak", rule="found to have")
    if lemma not in ("find", "discover", "detain") or "with" not in low[j + 1 : j + 5]:
        return None
    u = low.index("with", j + 1)
    somebody = low[j] in ("a", "the", "one") and any(word in PERSONS for word in low[j:u])
    return Cue(t, u + 1, "right", "weak", rule="found with") if somebody or low[j] in ("him", "her", "them") else None


def _strength(low: list[str], sentence: Sentence, t: int, j: int, before: str, row: dict[str, str]) -> str:
    """What a verb shows by itself, changed by the words around it: "took … away", "the boat was carrying cocaine"."""
    if row["lemma"] == "take":
        if set(low[j : j + 14]) & {"off", "out", "away", "evidence"}:
            return "strong"
        thieves = low[max(sentence.i, t - 40) : min(sentence.j, t + 40)]
        if low[j : j + 1] == ["from"] and THEFT.isdisjoint(thieves):
            return "strong"
    if row["lemma"] == "carry" and before in BE:
        subject = low[sentence.i : t]
        if PERSONS.isdisjoint(subject) and not CRAFT.isdisjoint(subject):
            return "weak"
    return row["strength"]


def _participle(doc: Doc, sentence: Sentence, cue: Cue, s: int) -> Cue | None:
    """The cue of a past form, which reaches right where it is active and left where it is passive.

    Args:
        cue: the verb's, to the right. s: the token before the verb and its adverbs.
    """
    low, t, j, lemma = doc.low, cue.i, cue.j, cue.rule
    before = low[s] if s >= sentence.i else ""
    after = low[j] if j < sentence.j else "."
    ended = after in ENDS or after in LOCATIVES
    if before == "the" and after not in ENDS and s == t - 1:
        return None  # "the restrained assets"
    if before in BE or before in STANDING:
        told_behind = after == ":" or (":" in low[j : j + 12] and "following" in low[sentence.i : t])
        cue.reach = "both" if told_behind else "left"
        return cue
    if before in HAVE or amount_follows(doc, j):
        return cue
    if lemma in ADJECTIVAL and not ended and after not in ADVERBS:
        return None  # "hidden income"
    if before in ANNOUNCING:
        inverted = _announces(low, t, sentence.j, cue.strength, lemma)
        if inverted is not None or before == "":
            return inverted or cue
    if ended and _relative(doc, sentence, s, cue):
        cue.reach = "left"
    elif (ended or j >= sentence.j or after in ADVERBS) and before not in PERSONS and (
        before not in ("who", "it") or low[s - 1 : s] == ["of"]  # "had €512,400 of it frozen"
    ):
        cue.reach = "both"
    return cue


def _relative(doc: Doc, sentence: Sentence, s: int, cue: Cue) -> bool:
    """ "three bags of cocaine, which officers recovered", "1,126 firearms that Australians surrendered"."""
    low = doc.low
    if s - 1 < sentence.i or {"which", "that"}.isdisjoint(low[max(sentence.i, s - 3) : s]):
        return False
    if cue.rule in ("surrender", "hand", "turn", "give"):
        return True
    named = cue.strength == "strong" and cue.rule != "take" and doc.raw[s][0].isupper()
    return low[s - 1] in ("which", "that") and (low[s] in POLICE or named)


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
        return t + 2 if away and (low[t - 1] in BE or low[t - 1] in POLICE) else None
    if lemma == "keep":  # "kept 118 kg of cocaine out of Canada"
        out = following.index("out") if "out" in following else len(following)
        return t + 1 if amount_follows(doc, t + 1) and following[out + 1 : out + 2] == ["of"] else None
    if lemma in TIGHT:
        if following[:1] and following[0] in particles:
            return t + 2
        parted = lemma in ("dig", "fish", "dredge", "haul", "winch") and amount_follows(doc, t + 1)
        return t + 1 if parted and "out" in following else None
    if not set(following) & set(particles):
        return None
    return (
        t + 2
        if following[:1] and following[0] in particles and following[0] not in ("from", "out", "off", "away")
        else t + 1
    )


def amount_follows(doc: Doc, j: int) -> bool:
    """Whether a number, a measure, money or an article begins at token j."""
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
