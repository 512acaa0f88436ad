"""What police did, as phrased: verbs with their objects ("raided two flats", "a car was stopped") and how many."""

from functools import lru_cache
from typing import NamedTuple

from beatbook.grammar.counting import Count, counted, plural
from beatbook.grammar.windows import near
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import rows, singular

BE = frozenset("was were been being is are".split())
UNREAL = frozenset(
    "will would could can may might should must cannot to if whether unless please not never without n't wasn't "
    "weren't didn't hope hopes plan plans planning intend intends failed fails refused refusing tried trying "
    "attempted attempting attempts".split()
)
ADVERBS = frozenset(
    "also then later subsequently simultaneously currently already recently both all each initially".split()
)
ENDS_OBJECT = frozenset(
    ". ; : ( ) to in at on by with from for into after before when where while who which that as during following "
    "because near outside inside around over under this last yesterday today".split()
)
OFFICERS = frozenset(
    "officer officers police team teams cadets pcso pcsos deputies troopers staff they gardaí gardai detectives "
    "volunteers constables we members agents sergeant inspector neighbourhood".split()
)
VEHICLE = [("vehicle", "vehicle_stop")]
ENTERING = frozenset(("forced", "smashed", "gained", "made", "burst", "flagged"))  # what burglars do as well
RED_LIGHT = frozenset("light lights junction intersection traffic queue".split())
WEAPONS = frozenset("weapon weapons knife knives blades guns".split())
SEARCHED = frozenset(("searched", "search", "searching"))
DRIVING = frozenset("driving riding in wheel aboard".split())
PLACES = frozenset(("premises", "school", "shop", "resident", "park", "vulnerable"))
SUMS = frozenset("results totals total among saw resulted including included led with seen seeing involved in".split())
REACH = 12


class Deed(NamedTuple):
    """A verb with its object: what it is (a tactic), how many, and the tokens [i, j) that state it."""

    tactic: str
    count: Count
    i: int
    j: int
    object: str
    verb: int


@lru_cache(1)
def _objects() -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    """Objects by first word: (words in the singular, classes), longest first."""
    classes: dict[tuple[str, ...], set[str]] = {}
    for row in rows("activity_objects"):
        classes.setdefault(_key(row["term"].split()), set()).add(row["objects"])
    for row in rows("makes"):
        if row["category"] == "vehicle":
            classes.setdefault(_key(row["term"].split()), set()).add("vehicle")
    by_first: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for words, found in classes.items():
        by_first.setdefault(words[0], []).append((words, frozenset(found)))
    for options in by_first.values():
        options.sort(key=lambda option: -len(option[0]))
    return by_first


def _key(words: list[str]) -> tuple[str, ...]:
    return (*words[:-1], singular(words[-1]))


@lru_cache(1)
def _verbs() -> dict[str, list[tuple[list[str], list[tuple[str, str]]]]]:
    """Verbs by first word: (words, [(objects, tactic)]), longest first."""
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for row in rows("activity_verbs"):
        found.setdefault(tuple(row["term"].split()), []).append((row["objects"], row["tactic"]))
    by_first: dict[str, list[tuple[list[str], list[tuple[str, str]]]]] = {}
    for words, senses in found.items():
        by_first.setdefault(words[0], []).append((list(words), senses))
    for options in by_first.values():
        options.sort(key=lambda option: -len(option[0]))
    return by_first


def object_at(low: list[str], i: int, end: int) -> tuple[int, frozenset[str]] | None:
    """The object that starts at token i: (next token, its classes); longest first, singular or plural."""
    by_first = _objects()
    for first in {low[i], singular(low[i])}:
        for words, classes in by_first.get(first, ()):
            j = i + len(words)
            if j <= end and tuple(low[i : j - 1]) == words[:-1] and singular(low[j - 1]) == words[-1]:
                return (j, classes) if low[j - 1] != "place" else None  # "took place"
    return None


def deeds(doc: Doc, sentence: Sentence) -> list[Deed]:
    """The verbs with objects of one sentence, in order."""
    verbs, low, found, at = _verbs(), doc.low, [], sentence.i
    while at < sentence.j:
        options = verbs.get(low[at])
        step = 1
        for words, senses in options or ():
            j = at + len(words)
            if j <= sentence.j and low[at:j] == words:
                deed = _deed(doc, near(sentence, at), at, j, senses)
                if deed:
                    found.append(deed)
                step = len(words)
                break
        at += step
    return found


def unreal(doc: Doc, sentence: Sentence, i: int) -> bool:
    """Whether the verb at token i is planned, hoped for, possible or negated."""
    for token in range(i - 1, max(sentence.i, i - 12) - 1, -1):
        word = doc.low[token]
        if word in ("will", "would", "plan", "plans"):
            return True
        if word in (",", ";", "who", "which", "that", "after", "when", "but"):
            break
    for token in range(i - 1, max(sentence.i, i - 5) - 1, -1):
        word = doc.low[token]
        if word in UNREAL or word.endswith("n't"):
            return not (word == "to" and doc.low[token - 1] in ("managed", "able", "led", "on", "helped"))
        if word in (",", ";", "and", "who", "which", "that", "after", "by", "when"):
            return False
    return False


def _deed(doc: Doc, sentence: Sentence, i: int, j: int, senses: list[tuple[str, str]]) -> Deed | None:
    if unreal(doc, sentence, i):
        return None
    if i > sentence.i and doc.low[i - 1] in ("he", "she", "defendant", "suspect", "driver"):
        return None
    if doc.low[i:j] == ["pulled"] and "over" not in doc.low[j + 1 : j + 9]:
        return None
    if senses[0][0] == "any":
        return Deed(senses[0][1], Count(None, "exact", i, j), i, j, doc.low[i], i)
    cuckooing = any(word.startswith("cuckoo") for word in doc.low[sentence.i : sentence.j])
    senses = [
        (objects, "welfare_visit" if cuckooing and tactic == "engagement" else tactic)
        for objects, tactic in senses
        if tactic != "welfare_visit" or objects == "vulnerable" or cuckooing
    ]
    theirs = senses[0][1] in ("engagement", "welfare_visit") or not ENTERING.isdisjoint(doc.low[i:j])
    if theirs and sentence.kind == "prose" and OFFICERS.isdisjoint(doc.low[sentence.i : i]):
        passive = i > sentence.i and doc.low[i - 1] in BE
        if not passive:
            return None
    back = i - 1
    while back > sentence.i and doc.low[back] in ADVERBS:
        back -= 1
    if back >= sentence.i and doc.low[back] in BE and not doc.low[i].endswith("ing"):
        deed = _passive(doc, sentence, back, i, j, senses)
        if deed is None or (deed.tactic == "stop_and_search" and j == i + 1):
            deed = _person(doc, sentence, back, i, j, senses) or deed
    else:
        deed = _active(doc, sentence, i, j, senses) or _reduced(doc, sentence, i, j, senses)
        if deed and deed.tactic == "stop_and_search" and j == i + 1:
            deed = _person(doc, sentence, deed.j - 1, i, deed.j, VEHICLE) or deed
    return None if deed and _plain_search(doc, sentence, deed) else deed


def _plain_search(doc: Doc, sentence: Sentence, deed: Deed) -> bool:
    """Whether a person or a vehicle was searched without being stopped: a search after arrest is no stop and search."""
    if deed.tactic == "weapon_sweep" and doc.low[deed.verb] != "swept":
        return WEAPONS.isdisjoint(doc.low[sentence.i : sentence.j])
    if deed.tactic == "vehicle_stop" and not RED_LIGHT.isdisjoint(doc.low[deed.verb + 1 : deed.verb + 6]):
        return "at" in doc.low[deed.verb + 1 : deed.verb + 3]
    if deed.tactic == "vehicle_stop" and doc.low[deed.verb].startswith("search"):
        return (deed.count.number or 0) < 3
    if deed.tactic != "stop_and_search":
        return False
    words = doc.low[sentence.i : sentence.j]
    if (
        doc.low[deed.verb] == "stopped" and "and" not in doc.low[deed.verb + 1 : deed.verb + 2]
    ):  # "stopped two men … searched"
        following = doc.sentences[sentence.index + 1 : sentence.index + 2]
        searched = words + [word for other in following for word in doc.low[other.i : other.j]]
        return SEARCHED.isdisjoint(searched) or any(
            "vehicle" in hit[1] for k in range(sentence.i, sentence.j) if (hit := object_at(doc.low, k, sentence.j))
        )
    return (deed.count.number or 0) < 2 and "stopped" not in words


def _person(doc: Doc, sentence: Sentence, be: int, i: int, j: int, senses) -> Deed | None:
    """ "He was stopped and searched", "she was stopped while driving a Ford": the subject is a pronoun or a person."""
    tactics = {tactic for _, tactic in senses}
    who = doc.low[be - 1] if be > sentence.i else ""
    number = 1 if who in ("he", "she") else 2 if who in ("pair", "both") else None
    if "stop_and_search" in tactics and j - i > 1 and who in ("he", "she", "they", "pair", "both"):
        return Deed("stop_and_search", Count(number, "exact", be - 1, j), be - 1, j, who, i)
    if "vehicle_stop" not in tactics or (j - i > 1 and senses is not VEHICLE):
        return None
    for token in range(j, min(sentence.j, j + 9)):
        if doc.low[token] in DRIVING:
            for at in range(token + 1, min(sentence.j, token + 6)):
                hit = object_at(doc.low, at, sentence.j)
                if hit and "vehicle" in hit[1]:
                    return Deed("vehicle_stop", Count(1, "exact", i, hit[0]), i, hit[0], doc.low[hit[0] - 1], i)
    return None


def _active(doc: Doc, sentence: Sentence, i: int, j: int, senses) -> Deed | None:
    """The object after an active verb, with those joined to it: "searched two homes and a storage unit"."""
    low, at, end = doc.low, j, min(sentence.j, j + REACH)
    while at < end and (low[at] not in ENDS_OBJECT or (at == j and low[at] in ("over", "at", "on"))):
        hit = object_at(low, at, sentence.j)
        if hit:
            after, classes = hit
            further = object_at(low, after, sentence.j) if after < sentence.j else None
            sense = next((tactic for objects, tactic in senses if objects in classes), None)
            if sense == "vehicle_stop" and not {"police", "patrol"}.isdisjoint(low[j:at]):
                return None  # "flagged down a police car"
            if sense and not (further and further[0] > after):
                count, stop = _joined(doc, sentence, at, after, j, next(o for o, t in senses if t == sense))
                return Deed(sense, count, i, stop, low[after - 1], i)
            if sense is None and low[at] in ("and", ","):
                return None
            at = after
            continue
        if low[at] in ("and", "&") and at > j + 4:
            return None
        at += 1
    if low[i] in ("raided", "raiding") and j < sentence.j:  # whatever is raided is a place
        value = doc.value_at.get(j)
        if low[j] in ("a", "an") or (value and value.i == j and value.kind == "number"):
            number = 1 if value is None or value.kind != "number" else int(value.number)
            return Deed("premises_search", Count(number, "exact", j, j + 1), i, j + 1, low[j], i)
    return None


def _joined(doc: Doc, sentence: Sentence, i: int, j: int, floor: int, objects: str) -> tuple[Count, int]:
    """The count of the object at tokens [i, j), plus those of the same class joined to it."""
    count = counted(doc, sentence, i, j)
    total, stop, at = count.number, j, j
    while at + 1 < sentence.j and doc.low[at] in (",", "and", "&"):
        k = at + 1 + (doc.low[at + 1] == "and")
        while k < min(sentence.j, at + 7) and doc.low[k] not in ENDS_OBJECT and not object_at(doc.low, k, sentence.j):
            k += 1
        hit = object_at(doc.low, k, sentence.j) if k < sentence.j else None
        if not hit or objects not in hit[1]:
            break
        more = counted(doc, sentence, k, hit[0])
        if more.i <= at or total is None or more.number is None:
            break
        total, stop, at = total + more.number, hit[0], hit[0]
    return count._replace(number=total), stop


def _passive(doc: Doc, sentence: Sentence, be: int, i: int, j: int, senses) -> Deed | None:
    """The subject of a passive verb: "five premises were searched", "a car picked out by ANPR was stopped"."""
    for at in range(be - 1, max(sentence.i, be - 16) - 1, -1):
        if doc.low[at] in (";", ".", "and", "but") and doc.low[at] != "and":
            return None
        hit = object_at(doc.low, at, be)
        if not hit:
            continue
        start = at
        while start > sentence.i and (longer := object_at(doc.low, start - 1, be)) and longer[0] == hit[0]:
            start, hit = start - 1, longer
        sense = next((tactic for objects, tactic in senses if objects in hit[1]), None)
        if sense is None:
            continue
        count = counted(doc, sentence, start, hit[0])
        before = count.i - 1
        if before > sentence.i and doc.low[before] in ("in", "at", "of", "on", "to", "from", "inside", "by"):
            continue  # "a gun in the car was searched for": not its subject
        if before > sentence.i and doc.low[before] == "and" and count.number:
            first = object_at(doc.low, before - 1, before)
            if first and first[1] & hit[1]:
                other = counted(doc, sentence, before - 1, before)
                if other.number:
                    count = count._replace(number=count.number + other.number, i=other.i)
        return Deed(sense, count, count.i, j, doc.low[hit[0] - 1], i)
    return None


def _reduced(doc: Doc, sentence: Sentence, i: int, j: int, senses) -> Deed | None:
    """A counted object right before a participle: "340 homes visited", "1,706 vehicles stopped and searched"."""
    for width in (3, 2, 1):
        start = i - width
        if start < sentence.i:
            continue
        hit = object_at(doc.low, start, i)
        if hit and hit[0] == i:
            sense = next((tactic for objects, tactic in senses if objects in hit[1]), None)
            count = counted(doc, sentence, start, i)
            if sense and count.j > j and (count.number or 0) > 0:  # "Vehicles stopped: 203"
                return Deed(sense, count, count.i, count.j, doc.low[i - 1], i)
            summed = count.i <= sentence.i + 3 or not SUMS.isdisjoint(doc.low[sentence.i : count.i])
            if sense and (count.number or 0) > 1 and (sentence.kind != "prose" or summed):
                return Deed(sense, count, count.i, j, doc.low[i - 1], i)
            return None
    return None


def number_after(doc: Doc, sentence: Sentence, j: int) -> Count | None:
    """The number of places that a noun is said of: "talks in 14 schools", "searches at five addresses"."""
    low, k = doc.low, j
    while k < sentence.j and k < j + 6 and low[k] not in ("of", "in", "at", "on", "to", "for", "with", "across"):
        if low[k] in (",", ".", ";", "and") or (low[k].endswith("ing") and k > j):
            return None
        k += 1
    if k + 1 >= sentence.j or k >= j + 6:
        return None
    audience: Count | None = None
    for at in range(k + 1, min(sentence.j, k + 8)):
        hit = object_at(low, at, sentence.j)
        if hit and hit[1] & PLACES:
            count, stop = _joined(doc, sentence, at, hit[0], k + 1, min(hit[1] & PLACES))
            return count._replace(j=stop)
        if hit and "audience" in hit[1]:
            audience = audience or counted(doc, sentence, at, hit[0])
        if (low[at] in ENDS_OBJECT and not audience) or low[at] in (",", "and"):
            break
    return audience if audience and (audience.number or 0) > 1 else None


def bare_plural(doc: Doc, count: Count, j: int) -> bool:
    """Whether a noun phrase is a plural without any number or determiner."""
    return count.number is None and not count.definite and plural(doc.low[j - 1])
