"""Patrols, stops, checkpoints, arches and checks of vehicles, said by a noun: when they were made."""

from beatbook.grammar.counting import Count, how_often
from beatbook.grammar.tactic_words import object_at
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.lexicons import Term

SUBJECT = frozenset("subject subjected underwent undergone".split())
NOT_PATROL = frozenset(
    "motor security border highway state road officer officers car cars vehicle vehicles division unit units deputy "
    "deputies boat boats sergeant supervisor agent agents commander base room team teams".split()
)
IN_VEHICLE = frozenset("vehicle car truck suv van motorcycle sedan pickup registration driver speeding plate".split())
NOT_STOP = frozenset("power powers form forms tactics tactic order zone".split())
AFTER_STOP = frozenset("on in at near . , by along".split())
NOT_CHECKPOINT = frozenset("border immigration security toll fake bogus illegal".split())
OF_VEHICLES = frozenset(("checkpoint", "vehicle_stop", "stop_and_search"))
CHECKS = frozenset("check checks inspection inspections stops searches".split())
MADE_STOPS = frozenset(
    "made conducted performed making conducting carried initiated logged recorded effected initiating".split()
)


def checked(doc: Doc, sentence: Sentence, term: Term) -> list[tuple[str, Count]]:
    """Those that checks are made on: "roadside checks on 54 vehicles", "stop and searches on 90 people and 12 cars"."""
    found: list[tuple[str, Count]] = []
    if doc.low[term.j - 1] not in CHECKS:
        return found
    for value in sentence.values:
        led = ("and",) if found else ("on", "of")
        reach = found[-1][1].j + 2 if found else term.j + 7
        if value.kind != "number" or not term.j < value.i < reach or doc.low[value.i - 1] not in led:
            continue
        hit = object_at(doc.low, value.j, sentence.j) if value.j < sentence.j else None
        if hit and "vehicle" in hit[1]:
            found.append(("vehicle_stop", Count(value.whole, value.modifier, value.i, hit[0])))
        elif hit and "person" in hit[1] and term.row["tactic"] == "stop_and_search":
            found.append(("stop_and_search", Count(value.whole, value.modifier, value.i, hit[0])))
    return found


def patrol(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    raw, low = doc.raw, doc.low
    after = low[term.j] if term.j < sentence.j else ""
    before = low[term.i - 1] if term.i > sentence.i else ""
    if (
        before in NOT_PATROL
        or after in NOT_PATROL
        or before in ("we", "they", "who")
        or {"lack", "absence", "want", "wanted", "demanded"} & set(low[max(sentence.i, count.i - 3) : count.i])
        or (raw[term.i][0].isupper() and term.i > sentence.i and sentence.kind == "prose")
    ):
        return None
    if not {"hour", "hours"}.isdisjoint(low[count.i : count.j]):
        return count._replace(number=None)  # "Patrol hours: 1,200"
    on_patrol = count.number == 1 and low[count.i - 1] in ("on", "during") and count.i > sentence.i
    return count._replace(number=None) if on_patrol else count


def stop(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    words, after = set(doc.low[sentence.i : sentence.j]), doc.low[term.j : term.j + 1]
    if not NOT_STOP.isdisjoint(after):
        times = how_often(doc, sentence, term.j + 1, sentence.j)
        if times:
            return Count(times.whole, times.modifier, term.i, times.j + 1)
        return count if after[0] in ("powers", "power") and words & {"used", "using"} else None
    if term.row["term"] == "stop":
        before = doc.low[count.i - 1] if count.i > sentence.i else ""
        made = count.number == 1 and before in MADE_STOPS and words & IN_VEHICLE  # "and initiated a stop"
        led = made or before in ("during", "after", "following", "in", "from")
        if not led or (count.number is None and not count.definite) or not AFTER_STOP.issuperset(after):
            return None
    if count.number == 1 and after in (["operation"], ["exercise"], ["patrol"]):
        return count._replace(number=None)
    if term.row["tactic"] == "stop_and_search" and count.number == 1 and (people := _subjected(doc, sentence, count)):
        return Count(people.whole, people.modifier, people.i, term.j)
    singular_bare = count.number is None and not count.definite and not doc.low[term.j - 1].endswith("s")
    return (
        count._replace(number=1)
        if singular_bare and doc.low[count.i - 1] in ("after", "in") and term.row["tactic"] == "vehicle_stop"
        else count
    )


def _subjected(doc: Doc, sentence: Sentence, count: Count) -> Value | None:
    """Those who were searched: "51 people were subject to a stop and search"."""
    if SUBJECT.isdisjoint(doc.low[max(sentence.i, count.i - 4) : count.i]):
        return None
    for value in sentence.values:
        if value.kind == "number" and count.i - 9 < value.j < count.i and (value.number or 0) > 1:
            return value
    return None


def checkpoint(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    if not NOT_CHECKPOINT.isdisjoint(doc.low[max(0, count.i - 1) : term.j]):
        return None
    if (count.definite and not count.number) or (
        doc.raw[term.j - 1][0].isupper() and term.i > sentence.i and sentence.kind in ("prose", "item")
    ):
        return count if count.definite and doc.low[count.i] != "the" else None
    return count


def arch(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    """An arch, or the detector that a find is made with and that is none: "found with a metal detector"."""
    tool = doc.low[term.j - 1].startswith("detector") and doc.low[count.i - 1] in ("with", "using")
    return None if tool and count.number == 1 else count
