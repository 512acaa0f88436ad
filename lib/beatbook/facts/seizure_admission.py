"""Whether a thing that a cue, a list or nothing governs counts as seized."""

from beatbook.facts.seizure_candidates import Scene
from beatbook.grammar.doers import BE
from beatbook.grammar.thing_group import CONTRABAND, Group, lexicon
from beatbook.grammar.thing_words import AUXILIARIES, BREAKERS, CIVILIANS, DONE_OTHERWISE, PERSONS, POLICE, words
from beatbook.language.document import Doc, Sentence

TELLS_OF_CRIME = words("crime")
ARRESTED = words("arrest")
CONTAINERS = words("container")
# cues that say only where things were: they count where a search or a find is told of
CONTEXT_RULES = frozenset(("was in", "lay in", "there was", "headed", "were taken", "so was"))
SEARCH = frozenset(
    "search searched searches searching warrant warrants raid raided raids inspected inspection examined examination "
    "entered premises checked boarded opened x-ray scanned x-rayed sweep sweeps crackdown".split()
)
FINDS = frozenset("found seized recovered discovered located".split())
# words before a year that tell of a thing's past: "a shield lifted from a patrol car in 2023"
ORIGINS = frozenset(
    "stolen lifted taken made manufactured dating convicted snatched missing issued built reported hijacked".split()
)
NO_CASH = frozenset("identify spot notice see observe secure hold".split())  # verbs whose money is no find
COURT_GOODS = frozenset("freeze forfeit restrain".split())  # done to anything that is counted
OPEN_GOODS = frozenset("remove take collect retrieve".split())
# what police do to goods of every kind
CARRIED_OFF = frozenset("remove rescue collect take caught haul bring dig fish dredge winch".split())
LISTS = frozenset(("among", "they include", "haul includes", "out came"))  # cues that only list what was told of
DONE_BEFORE = frozenset("took had takes take if than".split())
BYSTANDERS = CIVILIANS - {"pair"}
STOPS = (".", "!", "?", "”", '"')


def at_search(doc: Doc, scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence stands where a search or a find is told of: "A second pistol was in a kitchen drawer"."""
    if scene.candidates and scene.candidates[-1].sentence >= sentence.index - 2:
        return True
    if not FINDS.isdisjoint(doc.low[sentence.i : sentence.j]):
        return True  # "Cash was found in a bag, and a further £6,000 was in a shoebox"
    first = doc.sentences[max(0, sentence.index - 2)].i
    words = doc.low[first : sentence.j]
    if not SEARCH.isdisjoint(words):
        return True
    return "pulled" in words and "over" in words[words.index("pulled") : words.index("pulled") + 4]


def in_context(doc: Doc, scene: Scene, sentence: Sentence, rule: str) -> bool:
    """Whether a cue that says only where things were is a find: at a search, or in a hiding place."""
    if rule == "lay in" and TELLS_OF_CRIME.isdisjoint(doc.low[sentence.i : sentence.j]):
        return True  # "A machete and two ponchos were in the glove compartment"
    return at_search(doc, scene, sentence)


def still_fact(doc: Doc, scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence with another year tells of this operation: the year is that of a theft or a making."""
    if not at_search(doc, scene, sentence):
        return False
    years = [t for t in range(sentence.i, sentence.j) if doc.raw[t].isdigit() and doc.raw[t][:2] in ("19", "20")]
    years = [t for t in years if len(doc.raw[t]) == 4]
    return bool(years) and all(not ORIGINS.isdisjoint(doc.low[max(sentence.i, t - 9) : t]) for t in years)


def by_default(
    doc: Doc, scene: Scene, sentence: Sentence, chain: list[Group], before: list[str]
) -> tuple[str, str] | None:
    """Contraband with a number, in a sentence that tells of no crime, or in a list of results."""
    words = doc.low[sentence.i : sentence.j]
    told = bool(scene.candidates) and scene.candidates[-1].sentence >= sentence.index - 1
    counted = [
        group
        for group in chain
        if group.category in CONTRABAND
        and group.kind != "money"
        and not (group.det == "a" and getattr(doc.value_at.get(group.i - 1), "kind", "") == "money")  # "$100 a handgun"
        and (
            (group.quantity is not None and (group.det == "number" or told))
            or (group.kind == "cash" and group.value is not None)
        )
    ]
    if not counted:
        return None
    if doc.quoted(chain[0].i):
        return ("default", "count in a quote") if any((group.quantity or 0) > 1 for group in counted) else None
    fragment = words[-1] not in STOPS and len(words) <= 25 and AUXILIARIES.isdisjoint(words)
    if (
        (sentence.kind in ("item", "row", "heading") or fragment)
        and not any(word in PERSONS or word in BREAKERS for word in before)
        and not TELLS_OF_CRIME & set(words[:6]) - {"count", "stolen", "estimated", "total"} - {chain[0].item}
    ):
        return ("default", "entry")
    if before[-1:] == [":"] and len(before) < 9 and TELLS_OF_CRIME.isdisjoint(words) and all(
        group.amount for group in chain
    ):
        return ("default", "contraband with a number")  # "His pickup said otherwise: 26 handguns and three rifles"
    if not BYSTANDERS.isdisjoint(before) or (not DONE_BEFORE.isdisjoint(before) and "weight" not in before):
        return None
    if POLICE.isdisjoint(words) and len(before) > 3 and not at_search(doc, scene, sentence):
        return None
    if not TELLS_OF_CRIME.isdisjoint(words) or not any(value.kind != "label" for value in sentence.values):
        return None
    if sentence.kind == "prose" and words[-1] not in (*STOPS, "'", "’") and len(words) > 12:
        return None
    return ("default", "contraband with a number")


def admitted(
    doc: Doc, scene: Scene, sentence: Sentence, group: Group, why: tuple[str, str], lexical: bool, several: bool,
    mention: str,
) -> bool:
    """Whether a governed group is a seizure for a cue of that strength.

    Args:
        scene: what was read so far. why: the cue's strength and rule.
        lexical: contraband, equipment or a phone is governed in the sentence.
        several: more than one thing of the lexicon is. mention: "head", "body" or "quote".
    """
    strength, rule = why
    low = doc.low
    if group.kind in ("cash", "money") and group.value is not None and group.value < 2:
        return False
    after = low[group.j] if group.j < sentence.j else "."
    if after in BE and group.j + 1 < sentence.j:
        after = low[group.j + 1] if low[group.j + 1] in DONE_OTHERWISE else after
    if rule == "came to light" and group.kind == "open" and group.det == "the":
        return False  # "The fraud came to light"
    listed = strength in ("list", "default") or rule == "in hand"
    if after == "and" and listed and BE.isdisjoint(low[group.j : sentence.j]):
        after = low[sentence.j - 1]  # "9 400 vehicles and 14 200 persons checked"
    if after in DONE_OTHERWISE and (listed or (rule in ("inside", "headed") and after != "stolen")):
        return False
    if (
        group.mark == "generic"
        and group.category in ("other", "stolen_property")
        and (group.quantity is None or group.quantity < 2)
        and group.value is None
    ):
        return False
    _mark_stolen(low, sentence, group, rule, after)
    if rule == "see" and group.category == "vehicle" and after in DONE_OTHERWISE:
        return False
    if _only_holds(low, sentence, group, why, after):
        return False
    if strength in ("goods", "held", "default"):
        return _of_goods(doc, scene, sentence, group, strength, rule, lexical)
    if strength == "weak":
        if rule == "lay in" and group.det in ("a", "number", "vague"):
            return group.kind != "open" or low[group.i - 1] != "with"  # not "a knife with a serrated spine"
        if group.kind == "money":
            return lexical
        if group.kind == "open":
            counted = group.unit not in (None, "item") or group.value is not None
            return (lexical or counted or rule in LISTS) and group.det != "the"
        if group.category == "vehicle" and group.amount:
            return True
        if group.category in ("vehicle", "other"):
            return (
                lexical
                or several
                or "stolen" in low[group.i : group.h]
                or (group.det == "number" and group.category == "other")
            )
    if mention == "quote" and group.det == "bare" and not group.amount and not group.suspected and not several:
        return False
    if mention == "quote":
        return group.category in CONTRABAND or group.det == "number" or (strength == "strong" and group.kind == "thing")
    return True


def _mark_stolen(low: list[str], sentence: Sentence, group: Group, rule: str, after: str) -> None:
    """Makes stolen property of what its sentence calls stolen and no lexicon knows better."""
    called = after in ("believed", "suspected", "reported") and "stolen" in low[group.j : group.j + 5]
    stolen = called or after == "stolen" or _all_stolen(low[group.j : min(sentence.j, group.j + 30)])
    if stolen and group.category == "other" and group.kind in ("thing", "open"):
        group.category = "stolen_property"
    if rule in ("among", "inverted") and group.category == "other" and "stolen" in low[sentence.i : sentence.i + 6]:
        group.category = "stolen_property"  # "Among the stolen items are a medal and an urn"


def _only_holds(low: list[str], sentence: Sentence, group: Group, why: tuple[str, str], after: str) -> bool:
    """Whether a thing is only what others were in: "a bag containing …", "one packet and three straws containing"."""
    strength, rule = why
    head = group.item.split()[-1] if group.item else ""
    if head in CONTAINERS and group.category in ("other", "equipment") and strength not in ("strong", "list") and (
        rule.split()[0] not in COURT_GOODS
    ):
        return True
    goes_on = after == "and" and not FINDS.isdisjoint(low[group.j + 1 : group.j + 2])
    if head in CONTAINERS and group.det == "the" and goes_on:
        return True  # "recovered the bag and found 12 grams of cocaine"
    if (head in CONTAINERS or group.kind == "open") and after in (
        "containing",
        "of",
        "with",
        "full",
        "filled",
        "holding",
        "which",
        "that",
        "contained",
    ):
        return True
    if group.kind == "open" or group.category in ("other", "equipment"):
        packs = lexicon().at(low, group.h, group.k)  # "one packet and three straws containing 12g of heroin"
        listed = after in ("and", ",", "containing") and "containing" in low[group.j : min(sentence.j, group.j + 5)]
        return packs is not None and bool(packs.row["unit"]) and listed
    return False


def _all_stolen(after: list[str]) -> bool:
    """Whether an aside says of the list that all of it was stolen: ", all suspected to have been stolen, were …"."""
    if "all" not in after or "stolen" not in after:
        return False
    n = after.index("all")
    return after[n - 1] == "," and "stolen" in after[n : n + 8]


def _before(doc: Doc, sentence: Sentence) -> int:
    """The first token of the sentence before, if that stands in the same paragraph."""
    before = doc.sentences[max(0, sentence.index - 1)]
    near = before.paragraph == sentence.paragraph and sentence.kind == "prose"
    return before.i if near and TELLS_OF_CRIME.isdisjoint(doc.low[sentence.i : sentence.j]) else sentence.i


def _of_goods(
    doc: Doc, scene: Scene, sentence: Sentence, group: Group, strength: str, rule: str, lexical: bool
) -> bool:
    """Whether a verb that is also used of other things ("removed", "carrying"), or none, makes it a seizure."""
    if strength == "held" and ARRESTED.isdisjoint(doc.low[_before(doc, sentence) : sentence.j]) and not (
        at_search(doc, scene, sentence) and TELLS_OF_CRIME.isdisjoint(doc.low[sentence.i : sentence.j])
    ):
        return False
    if group.kind == "money":
        return strength == "goods" and lexical
    if rule.split()[0] in COURT_GOODS:
        return group.value is not None or group.quantity is not None or group.category == "vehicle"
    if rule == "fall out":
        return group.category in CONTRABAND - {"cash"}  # not "his phone fell out of his pocket"
    if rule == "destroy" and group.category not in ("drug", "tobacco", "alcohol"):
        return False
    if group.kind == "open" and strength == "goods" and rule.split()[0] in OPEN_GOODS:
        return group.det == "number" and (lexical or group.unit != "item")
    if group.kind == "open" or (strength == "default" and not group.amount):
        return False
    if group.category in CONTRABAND or rule == "found armed":
        return group.category in CONTRABAND and (group.kind != "cash" or rule not in NO_CASH)
    if strength == "goods":
        if group.category == "vehicle" and rule in ("detain", "tow", "intercept", "is held"):
            return rule != "intercept"
        counted = group.kind == "thing" and (group.det in ("number", "vague") or group.category == "counterfeit")
        return lexical or (counted and rule.split()[0] in CARRIED_OFF)
    return strength == "default" and group.kind == "thing" and group.det == "number"
