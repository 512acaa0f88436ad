"""What is told twice: whether two facts state one thing, and what the first takes on from the second."""

from dataclasses import dataclass
from typing import Any

from beatbook.records import Fact
from beatbook.resolve.people import Entity, compatible

MOST_BACK = 300  # facts back that a repeat is looked for: no release tells more, hostile text may
CARRIED = ("ages", "names", "sentence_months", "of_count")  # what a fact may take from another that tells the same


@dataclass(slots=True)
class Made:
    """A fact with what decides whether another tells the same."""

    fact: Fact
    entities: tuple[Entity, ...]
    heading: bool
    lead: bool
    distinct: bool
    dropped: bool = False
    alone: bool = True  # the clause has no other group
    announced: bool = False  # only a headline has told its offences: "Man charged over alleged shooting"
    noun: str = ""  # the noun that counts: "27 citations", "27 warnings"


def _ages(made: Made) -> tuple[str, ...]:
    return tuple(age for entity in made.entities for age in entity.ages)


def _numbers_agree(a: dict[str, Any], b: dict[str, Any]) -> bool:
    m, n = a.get("count"), b.get("count")
    if m == n:
        return True
    for x, y, how in ((m, n, a.get("modifier")), (n, m, b.get("modifier"))):
        if x is None and how == "vague":
            return y is None or y > 2
        if x is None or y is None:
            continue
        if (how == "min" and x <= y <= x * 1.5) or (how == "max" and x * 0.6 <= y <= x):
            return True
        if how == "approx" and abs(x - y) <= 0.15 * x:
            return True
    return False


def _offences_agree(a: list[str] | None, b: list[str] | None) -> bool:
    if not a or not b:
        return True
    one, two = ({word for offence in side for word in offence.split() if len(word) > 3} for side in (a, b))
    return len(one & two) >= 0.5 * min(len(one), len(two))


class Retold:
    """The facts made so far, each once."""

    def __init__(self) -> None:
        self.made: list[Made] = []
        self.named: set[tuple[str, ...]] = set()  # the statuses of facts that name people

    def _told(self, made: Made) -> bool:
        """Whether an earlier fact tells the same; it then takes on what this one adds."""
        new = made.fact.slots
        for old in reversed(self.made[-MOST_BACK:]):
            slots = old.fact.slots
            if (
                old.dropped
                or slots["statuses"] != new["statuses"]
                or (
                    slots.get("of_count") != new.get("of_count")
                    and not (old.heading or (old.lead and not slots.get("of_count")))
                )
            ):
                continue
            if not self._same_people(old, made):
                continue
            if not _offences_agree(slots.get("offences"), new.get("offences")) and not (
                old.heading or old.announced
            ):
                continue
            if self._terms_differ(old, new):
                continue
            self._merge(old, made)
            return True
        return False

    @staticmethod
    def _terms_differ(old: Made, new: dict[str, Any]) -> bool:
        """Two different terms are two sentences, but a summary may round: "more than four years", 50 months."""
        a, b = old.fact.slots.get("sentence_months"), new.get("sentence_months")
        if not a or not b or a == b:
            return False
        return not (old.lead and not old.fact.slots.get("names") and abs(a - b) <= 12)

    def _same_people(self, old: Made, new: Made) -> bool:
        a, b = old.fact.slots, new.fact.slots
        if old.entities and set(map(id, old.entities)) == set(map(id, new.entities)):
            return True
        if new.distinct or old.distinct:
            return False
        if a.get("names") and b.get("names"):
            return set(a["names"]) == set(b["names"])
        if not _numbers_agree(a, b) or (old.noun and new.noun and old.noun[:4] != new.noun[:4]):
            return False
        if not compatible(a["who"], b["who"]):
            return False
        ages = [sorted(a.get("ages") or _ages(old)), sorted(b.get("ages") or _ages(new))]
        if ages[0] and ages[1] and ages[0] != ages[1]:
            return False
        if old.heading or new.heading:
            return True
        if not old.alone and b.get("names"):
            return False
        if old.lead and not ages[0] and (ages[1] or not new.lead) and tuple(b["statuses"]) not in self.named:
            return True
        big = (a.get("count") or 0) >= 4 and not (ages[0] or ages[1])
        return big and a.get("count") == b.get("count")

    def _keep(self, made: Made) -> None:
        """Takes a fact that nothing before has told."""
        self.made.append(made)
        self._note_names(made)

    def _note_names(self, made: Made) -> None:
        if made.fact.slots.get("names"):
            self.named.add(tuple(made.fact.slots["statuses"]))

    def _merge(self, old: Made, new: Made) -> None:
        a, b = old.fact.slots, new.fact.slots
        exact = a.get("modifier") != "exact" and b.get("modifier") == "exact" and b.get("count") is not None
        if exact or (a.get("count") is None and b.get("count") is not None):
            a["count"], a["modifier"] = b["count"], b["modifier"]
            _move(old.fact, new.fact)
        old.announced = old.announced or bool(old.heading and not new.heading and not b.get("offences"))
        better = old.announced and bool(b.get("offences"))
        richer = (not a.get("offences") and b.get("offences")) or (old.heading and not new.heading) or better
        old.announced = old.announced and not better
        moved = richer and (exact or a.get("count") == b.get("count"))  # the span has to hold the number
        if old.lead and a.get("sentence_months") and b.get("sentence_months"):
            a["sentence_months"] = b["sentence_months"]
            richer = moved = True
        if moved:
            _move(old.fact, new.fact)
        if richer and b.get("offences"):
            a["offences"] = b["offences"]
        for slot in CARRIED:
            if not a.get(slot) and b.get(slot):
                a[slot] = b[slot]
                old.fact.where[slot] = new.fact.where.get(slot, (new.fact.start, new.fact.end))
        self._note_names(old)
        if a["who"] == "person" and b["who"] != "person":
            a["who"] = b["who"]
        old.heading, old.lead = old.heading and new.heading, old.lead and new.lead
        old.entities = new.entities if old.heading is False and new.entities else old.entities

    def facts(self) -> list[Fact]:
        """The facts in the order of the text; what only sums up or repeats others is dropped."""
        dead = {id(e) for made in self.made if made.fact.slots["statuses"] == ["killed"] for e in made.entities}
        by_status: dict[tuple[str, ...], list[Made]] = {}
        for made in self.made:
            by_status.setdefault(tuple(made.fact.slots["statuses"]), []).append(made)
        for made in self.made:
            hurt = made.fact.slots["statuses"] == ["injured"] and bool(made.entities)
            if hurt and all(id(e) in dead for e in made.entities):
                made.dropped = True  # who died of it is told once
        for made in self.made:
            same = by_status[tuple(made.fact.slots["statuses"])][:MOST_BACK]
            if not made.fact.slots.get("names") and _superfluous(made, same):
                made.dropped = True
        return sorted((made.fact for made in self.made if not made.dropped), key=lambda fact: fact.start)


def _move(old: Fact, new: Fact) -> None:
    """Points a fact at the words of another that tells the same; what only its own words say stays proved by them."""
    own = {slot: old.where.get(slot, (old.start, old.end)) for slot in CARRIED if old.slots.get(slot)}
    old.start, old.end, old.rule = new.start, new.end, new.rule
    old.where = {slot: where for slot, where in own.items() if not new.slots.get(slot)} | new.where


def _superfluous(made: Made, same: list[Made]) -> bool:
    """Whether an unnamed fact says no more than the others of its status: a headline's sum, people without a number."""
    slots = made.fact.slots
    if not made.heading and slots.get("count") is not None:
        return False
    others = [other for other in same if other is not made and not other.dropped]
    if not made.heading:
        return bool(others) and (slots.get("modifier") != "vague" or made.lead)
    if others and (slots.get("modifier") == "vague" or slots.get("count") is None):
        return True
    counts = [m.fact.slots.get("count") or 0 for m in others if not m.fact.slots.get("of_count") and not m.heading]
    summed = bool(counts) and all(counts) and sum(counts) == slots.get("count")
    return summed and not any(m.fact.slots.get("names") for m in others)
