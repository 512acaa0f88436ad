"""Things that a sentence only counts or points at: "Eight have been recovered", "six more", "It was seized"."""

from collections.abc import Callable
from dataclasses import replace

from beatbook.grammar.cue import Cue, phrase_at, verbs
from beatbook.grammar.doers import BE, HAVE
from beatbook.grammar.thing_group import CONTRABAND, Group
from beatbook.grammar.thing_words import ADVERBS, DONE_OTHERWISE, PERSONS
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

COUNTABLE = CONTRABAND - {"cash"} | {"vehicle", "phone", "jewellery", "equipment", "counterfeit", "other"}
ADDED = frozenset("further another additional extra".split())
WHERE = frozenset("from at in elsewhere".split())
REASONS = frozenset("for after because due under and , .".split())
OPENINGS = frozenset(", ; and only just but : which".split())
ADDING = frozenset("too also then later itself".split())
POINTED = frozenset("vehicle firearm imitation_firearm weapon blade phone other".split())


def ellipses(
    doc: Doc, sentence: Sentence, found: list[Group], signs: list[Cue], before: Callable[[], list[Group]]
) -> list[Group]:
    """Groups for numbers and pronouns that stand for a thing named before.

    Args:
        found: the groups of the sentence. signs: its cues. before: gives the groups of the sentence before.
    """
    low = doc.low
    made: list[Group] = []
    pointing = low[sentence.i] in ("it", "both") or "it" in low[sentence.i : sentence.j]
    numbers = [value for value in sentence.values if value.kind == "number" and value.number is not None]
    if not numbers and not pointing:
        return made
    taken = {t for group in found for t in range(group.i, group.j)}
    bare = [value for value in numbers if value.at not in taken and value.j < sentence.j]
    if not bare and not pointing:
        return made
    good = any(cue.good for cue in signs)
    for value in bare:
        how = _how(doc, sentence, value, good, made)
        if not how or (how == "elsewhere" and not any(cue.good and cue.j <= value.i for cue in signs)):
            continue
        more = how in ("more", "elsewhere")
        whole = made[-1] if how == "reason" else _named(doc, sentence, value.i, found, before)
        if whole is None or (how == "of which" and not _stopped(low, whole.j)):
            continue
        if more or whole.quantity is None or whole.quantity > (value.number or 0):
            end = value.j + (low[value.j] in ("more", "others"))
            made.append(replace(
                whole, i=value.i, j=end, h=value.i, k=end, quantity=value.number, maximum=value.maximum,
                modifier=value.modifier, det="number", unit=whole.unit or "item", value=None, currency=None,
                calibre=None, place=False, further=more, suspected=False,
                parts_of={"were": "were", "which": "which", "reason": "which", "elsewhere": "sum"}.get(how, "")))
    if good and pointing and not made:
        made.extend(
            _pointed(doc, sentence, found, signs, before)
            if low[sentence.i] in ("it", "both")
            else _it(doc, sentence, found, signs, before)
        )
    return made


def _how(doc: Doc, sentence: Sentence, value: Value, good: bool, made: list[Group]) -> str:
    """What a bare number says of things named before: "more" of them, that so many "were" seized, a share; or ""."""
    low, i, j = doc.low, value.i, value.j
    if low[i - 2 : i] == ["of", "which"] and i - 2 > sentence.i and _told(low, j):
        return "which"  # "nine watches, of which six were returned"
    if not good:
        return ""
    if low[j] in ("more", "others") and j + 1 < sentence.j:
        return "more"
    if i > sentence.i and low[i - 1] in ADDED:
        if _passive(low, j, weak=True):
            return "more"  # "A further 12 were found"
        if low[j] in WHERE and not {"and", "with", ","}.isdisjoint(low[i - 3 : i - 1]):
            return "elsewhere"  # "and another 15 from a second address"
    if low[j : j + 2] == ["of", "which"] and _passive(low, j + 2):
        return "of which"  # "178 vehicles were stopped, 14 of which were seized"
    if low[i - 1] == "and" and low[j] == "for" and "for" in low[max(sentence.i, i - 8) : i - 1]:
        return "elsewhere"  # "Six vehicles were seized for having no insurance and three for having no tax"
    if made and low[i - 1] in (",", "(") and low[j] in ("for", "because", "due", "after") and i - made[-1].j < 6:
        return "reason"  # "41 had been seized, 33 because no insurance was in force"
    return "were" if _object(low, sentence, i, j) or (_passive(low, j) and _opens(doc, sentence, i)) else ""


def _told(low: list[str], j: int) -> bool:
    """Whether a verb follows at token j, of whatever was done to the share or is so of it."""
    return low[j] in BE or low[j] in HAVE or low[j] in ("carried", "bore", "came", "contained", "belonged")


def _stopped(low: list[str], j: int) -> bool:
    """Whether what is said at token j is no seizure: "were stopped"."""
    return low[j + (low[j] in BE)] in DONE_OTHERWISE


def _object(low: list[str], sentence: Sentence, i: int, j: int) -> bool:
    """Whether a bare number is what a verb seizes: "stopped 85 vehicles, seized 14 for no insurance"."""
    verb = verbs().get(low[i - 1]) if i > sentence.i else None
    return verb is not None and verb["form"] == "past" and verb["strength"] == "strong" and low[j] in REASONS


def _passive(low: list[str], j: int, weak: bool = False) -> bool:
    """Whether "have been recovered", "were later seized" (or, weakly, "were found") follows at token j."""
    if j >= len(low) or (low[j] not in BE and low[j] not in HAVE):
        return False
    t = j + 1
    while t < len(low) - 1 and (low[t] in BE or low[t] in ADVERBS or low[t] in ("so", "far", "since")):
        t += 1
    if t < len(low) and (phrase := phrase_at(low, t, len(low))) is not None:
        return phrase[2]["form"] != "ing" and phrase[2]["strength"] != "goods"
    verb = verbs().get(low[t]) if t < len(low) else None
    return verb is not None and verb["form"] == "past" and (verb["strength"] == "strong" or (
        weak and verb["strength"] == "weak"
    ))


def _opens(doc: Doc, sentence: Sentence, i: int) -> bool:
    return i == sentence.i or doc.low[i - 1] in OPENINGS


def _named(
    doc: Doc, sentence: Sentence, at: int, found: list[Group], before: Callable[[], list[Group]]
) -> Group | None:
    """The plural thing named last before token ``at``, unless people were named after it."""
    past = [group for group in found if group.j <= at and doc.low[group.i - 1] != "them"]
    past = [group for group in past if not group.place or doc.low[group.i - 1] == "of"]  # "the theft of 32 converters"
    first = sentence.i
    if not past:
        past = before()
        first = past[-1].j if past else at
    past = [group for group in past if group.plural and group.kind == "thing" and group.category in COUNTABLE]
    if not past or any(word in PERSONS for word in doc.low[max(past[-1].j, first) : at]):
        return None
    return past[-1]


def _pointed(
    doc: Doc, sentence: Sentence, found: list[Group], signs: list[Cue], before: Callable[[], list[Group]]
) -> list[Group]:
    """ "It had no insurance and was seized": the one thing with an article that the sentence before is about."""
    cue = next((cue for cue in signs if cue.good and cue.strength == "strong" and cue.reach != "right"), None)
    if cue is None or any(group.det != "no" and group.amount for group in found):
        return []
    near = [group for group in before() if group.kind == "thing" and group.category in POINTED and not group.place]
    if len(near) != 1:
        return []
    count = 2 if doc.low[sentence.i] == "both" else 1
    whole = near[0]
    if whole.quantity != count or whole.det not in ("a", "number"):
        return []
    return [replace(_pointer(whole, sentence.i), quantity=whole.quantity)]


def _it(
    doc: Doc, sentence: Sentence, found: list[Group], signs: list[Cue], before: Callable[[], list[Group]]
) -> list[Group]:
    """ "threatened with an axe, but it was taken from the man", "so officers seized it": the one thing named before."""
    low = doc.low
    for t in range(sentence.i + 1, sentence.j - 1):
        if low[t] != "it":
            continue
        passive = low[t + 1] in BE or low[t + 1] in HAVE or low[t + 1] in ADDING
        cue = next(
            (
                cue for cue in signs
                if cue.good and cue.strength == "strong"
                and (cue.j == t if not passive else t < cue.i < t + 6 and cue.reach != "right")
            ),
            None,
        )
        if cue is None or (passive and not all(
            word in BE or word in HAVE or word in ADVERBS or word in ADDING for word in low[t + 1 : cue.i]
        )):
            continue
        past = [group for group in found if group.j <= t]
        near = [group for group in past or before() if group.kind == "thing" and group.category in POINTED]
        near = [one for one in near if not one.plural and one.quantity in (1, None) and one.det in ("a", "the")]
        if len(near) == 1:
            return [_pointer(near[0], t)]
    return []


def _pointer(whole: Group, t: int) -> Group:
    """The group of the pronoun at token t that stands for a thing."""
    return replace(
        whole, i=t, j=t + 1, h=t, k=t + 1, quantity=1, unit="item", calibre=None, place=False, parts_of="it"
    )
