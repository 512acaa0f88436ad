"""Corrections applied to what the rules found, so that a person's word outlives a change of the rules.

Which fact a correction speaks of is told by the text (its hash), the family, the words and the slots that the fact
had when the person looked at it; never by a number that the next run may give to another. What a person left is kept:
a fact that was accepted, corrected or added is there again when the rules no longer find it. Nothing is applied to a
text that has changed; that is reported.
"""

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from beatbook.checks import contradictions, unclaimed
from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.proof import REFUSED, Prover
from beatbook.records import FAMILIES, Fact, Record
from beatbook.resolve.details import add_details
from beatbook.review.cells import REQUIRED, complete, filled, written
from beatbook.review.corrections import Correction
from beatbook.scoring.matching import KEYS

APPLIED, KEPT, NOT_NEEDED = "applied", "kept", "not needed"
CHANGED, CONFLICT, WRONG = "text changed", "conflict", "no such fact"
NOT_APPLIED = (CHANGED, CONFLICT, WRONG)
RULE, UNPROVED = "review", "review, not proved"
"""The rule of a fact that a person changed or added; the second where the text does not prove what they entered."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one correction: APPLIED, KEPT (the rules give something else now), NOT_NEEDED (they give it by
    themselves), or why it was not applied: CHANGED, CONFLICT (somebody else decided otherwise before), WRONG."""

    correction: Correction
    status: str
    message: str = ""


@dataclass(slots=True)
class Tracked:
    """A fact and what people said of it. ``state`` is "", accepted, corrected, added or deleted.

    ``born`` holds the slots that the rules (or who added it) gave it, ``entered`` those that a person set since,
    ``first`` the first line that spoke of it and named its slots: further lines have to name it in the same way.
    """

    fact: Fact
    born: dict[str, Any]
    state: str = ""
    who: str = ""
    entered: dict[str, Any] = field(default_factory=dict)
    unproved: str = ""
    claim: tuple[Any, ...] | None = None
    first: Correction | None = None


@dataclass(slots=True)
class Reviewed:
    """A record as people left it: facts (deleted ones among ``tracked`` only), results, and what they let pass."""

    record: Record
    tracked: list[Tracked]
    results: list[Result] = field(default_factory=list)
    complete: bool = False
    passed: list[Correction] = field(default_factory=list)

    def is_passed(self, table: str, start: int, end: int) -> bool:
        """Whether a person said of an unclaimed figure or a contradiction that it needs no fact or mending."""
        return any(one.family == table and one.start is not None and one.end is not None
                   and one.start < end and start < one.end for one in self.passed)


def apply(record: Record, corrections: Iterable[Correction]) -> Reviewed:
    """Applies to a record those corrections that are about its text.

    Args:
        record: what the rules found; it stays as it is.
        corrections: of any releases, in the order in which they were made.

    Returns:
        A new record, each fact with what was said of it, and a result for every correction of this release.
    """
    sha, id = record.release.sha256, str(record.id)
    mine, results = [], []
    for one in corrections:
        if sha.startswith(one.sha256) if one.sha256 else one.release_id == id:
            mine.append(one)
        elif one.sha256 and one.release_id == id:
            results.append(Result(one, CHANGED, "the text is not the one that was reviewed; look at it again"))
    found = [Tracked(dataclasses.replace(fact, slots=dict(fact.slots), where=dict(fact.where)), filled(fact.slots))
             for facts in record.facts.values() for fact in facts]
    if not mine:
        return Reviewed(record, found, results)
    work = _Work(record, found)
    for one in mine:
        results.append(work.apply(one))
    return work.finish(results)


def identity(fact: Fact) -> dict[str, Any]:
    """The slots that a correction has to name for its fact to be known again: all but derived ones and defaults."""
    return {slot.name: fact.slots[slot.name] for slot in FAMILIES[fact.family].slots
            if slot.name not in _DERIVED[fact.family] and _value(fact.family, fact.slots, slot.name) is not None}


class _Work:
    """One record while corrections are applied to it."""

    def __init__(self, record: Record, found: list[Tracked]):
        self.record, self.text, self.tracked = record, record.release.text, found
        self.complete = False
        self.passed: list[Correction] = []

    def apply(self, one: Correction) -> Result:
        if not one.family:
            self.complete = True
            return Result(one, APPLIED, "the release has been read")
        try:
            place = _place(one, self.text)
            if one.family not in FAMILIES:
                return self._pass(one, place)
            if one.action == "add":
                return self._add(one, place)
            known = self._find(one, place)
        except ValueError as error:
            return Result(one, WRONG, str(error))
        if known is None and one.action == "delete":
            return Result(one, NOT_NEEDED, "the rules no longer give it")
        if known is None:
            return self._again(one, place)
        result: Result = getattr(self, f"_{one.action}")(one, known)
        if result.status not in NOT_APPLIED:
            known.who = one.who
        return result

    def _pass(self, one: Correction, place: tuple[int, int] | None) -> Result:
        if place is None:
            return Result(one, WRONG, "it does not say where: words, or start and end, are needed")
        self.passed.append(dataclasses.replace(one, start=place[0], end=place[1]))
        return Result(one, APPLIED)

    def _find(self, one: Correction, place: tuple[int, int] | None) -> Tracked | None:
        """The fact that a correction speaks of, by its words and its slots; None where the rules no longer give it."""
        claim = _claim(one, place)
        ranked = []
        for tracked in self.tracked:
            if tracked.fact.family != one.family or (claim and tracked.claim not in (None, claim)):
                continue
            likeness = _likeness(one, place, tracked)
            if likeness > 0:
                ranked.append((likeness, tracked))
        ranked.sort(key=lambda pair: -pair[0])
        if not ranked:
            if not one.fact:
                raise ValueError(f"no fact of {one.family} {_where(one)} fits it")
            return None
        if not one.fact and len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
            raise ValueError(f"{len(ranked)} facts of {one.family} {_where(one)} fit it; give more words, or fact")
        found = ranked[0][1]
        if claim:
            found.claim, found.first = claim, found.first or one
        return found

    def _accept(self, one: Correction, known: Tracked) -> Result:
        before = f"{known.who or 'somebody'} deleted it before" if known.state == "deleted" else ""
        known.state = "accepted" if known.state in ("", "deleted") else known.state
        names = {*one.fact, *KEYS.get(one.family, ())} - {*_DERIVED[one.family], *known.entered}
        other = {name: known.fact.slots.get(name) for name in names
                 if one.fact and _value(one.family, known.fact.slots, name) != _value(one.family, one.fact, name)}
        if not other:
            return Result(one, APPLIED, before)
        for name in other:
            self._set(known, name, one.fact.get(name))
        said = ", ".join(f"{name} {_said(value)}" for name, value in sorted(other.items()))
        return Result(one, KEPT, f"as it was accepted; the rules now give {said}")

    def _correct(self, one: Correction, known: Tracked) -> Result:
        now = known.fact.slots.get(one.slot)
        by_hand = one.slot in known.entered
        if known.state == "deleted":
            return Result(one, CONFLICT, f"{known.who or 'somebody'} deleted the fact before")
        if _plain(now) == _plain(one.new):
            known.state = known.state or "accepted"
            return Result(one, NOT_NEEDED, "it is so already")
        if by_hand and _plain(now) != _plain(one.old):
            return Result(one, CONFLICT, f"{one.slot} was made {_said(now)} by {known.who or 'somebody'} before")
        trial = filled(known.fact.slots | {one.slot: one.new})
        try:
            complete(one.family, trial)
        except ValueError as error:
            return Result(one, WRONG, str(error))
        self._set(known, one.slot, one.new)
        known.state = "added" if known.state == "added" else "corrected"
        differs = bool(one.fact or one.old) and not by_hand and _plain(now) != _plain(one.old)
        return Result(one, KEPT if differs else APPLIED, f"the rules now give {_said(now)}" if differs else "")

    def _delete(self, one: Correction, known: Tracked) -> Result:
        before = f"{known.who or 'somebody'} {known.state} it before" if known.state and known.who != one.who else ""
        known.state = "deleted"
        return Result(one, APPLIED, before)

    def _again(self, one: Correction, place: tuple[int, int] | None) -> Result:
        """A fact that a person accepted or corrected and that the rules lost: it is kept as the person left it."""
        if place is None:
            return Result(one, WRONG, "the rules no longer give it, and the line does not say where it stood")
        slots = dict(one.fact)
        if one.action == "correct":
            slots[one.slot] = one.new
        try:
            complete(one.family, slots)
        except ValueError as error:
            return Result(one, WRONG, str(error))
        state = "corrected" if one.action == "correct" else "accepted"
        self.tracked.append(Tracked(Fact(one.family, filled(slots), *place, RULE), dict(one.fact), state, one.who,
                                    filled(slots), claim=_claim(one, place), first=one))
        return Result(one, KEPT, "the rules no longer give it")

    def _add(self, one: Correction, place: tuple[int, int] | None) -> Result:
        if place is None:
            return Result(one, WRONG, "an added fact needs its words, or its start and end")
        keys = KEYS.get(one.family) or REQUIRED[one.family]
        for tracked in self.tracked:
            fact = tracked.fact
            same = fact.family == one.family and all(
                _value(one.family, fact.slots, name) == _value(one.family, one.fact, name) for name in keys)
            if same and fact.start < place[1] and place[0] < fact.end:
                tracked.state = "accepted" if tracked.state in ("", "deleted") else tracked.state
                for name, value in one.fact.items():
                    if _value(one.family, fact.slots, name) != _value(one.family, one.fact, name):
                        self._set(tracked, name, value)
                return Result(one, NOT_NEEDED, "it is there already")
        self.tracked.append(Tracked(Fact(one.family, dict(one.fact), *place, RULE), dict(one.fact), "added", one.who,
                                    dict(one.fact)))
        return Result(one, APPLIED)

    def _set(self, known: Tracked, name: str, value: Any) -> None:
        known.entered[name] = value
        known.fact.slots[name] = value
        known.fact.where.pop(name, None)

    def finish(self, results: list[Result]) -> Reviewed:
        """The record with facts in order, further slots, checks and unclaimed figures as they follow from them."""
        doc = Doc(self.record.release)
        doc.scopes = scopes(doc)
        facts: dict[str, list[Fact]] = {family: [] for family in (*FAMILIES, *self.record.facts)}
        own = [tracked for tracked in self.tracked if tracked.entered]
        for tracked in own:
            for name in _DERIVED.get(tracked.fact.family, ()):
                if name not in tracked.entered:
                    tracked.fact.slots.pop(name, None)
        for tracked in self.tracked:
            if tracked.state != "deleted":
                _insert(facts[tracked.fact.family], tracked.fact)
        add_details(doc, facts)
        prove = Prover(doc).prove
        for tracked in own:
            tracked.fact.slots |= tracked.entered
            proof = prove(tracked.fact)
            tracked.unproved = f"{proof.slot}: {proof.reason}" if proof.status == REFUSED else ""
            tracked.fact.rule = UNPROVED if tracked.unproved else RULE
        record = Record(self.record.release, facts, contradictions(doc, facts), unclaimed(doc, facts))
        return Reviewed(record, self.tracked, results, self.complete, self.passed)


_DERIVED = {family: tuple(slot.name for slot in table.slots if slot.derived) for family, table in FAMILIES.items()}
"""Slots that follow from others: they are read again after a person changed a fact, and do not tell facts apart."""


def _insert(facts: list[Fact], fact: Fact) -> None:
    """The rules' facts keep their order; one that a person added comes before the first that begins later."""
    at = len(facts)
    if fact.rule == RULE:
        at = next((at for at, other in enumerate(facts) if other.start > fact.start), at)
    facts.insert(at, fact)


def _place(one: Correction, text: str) -> tuple[int, int] | None:
    """Where a correction's words stand: at the place it names if they do, else where they are found first."""
    given = (one.start, one.end) if one.start is not None and one.end is not None else None
    if given and not 0 <= given[0] < given[1] <= len(text):
        given = None
    if not one.words.strip():
        if given is None and one.start is not None:
            raise ValueError(f"the text ends before {one.end}")
        return given
    words = one.words.split()
    if given and text[given[0]:given[1]].split() == words:
        return given
    found = [match.span() for match in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    if not found:
        raise ValueError(f"the text does not hold the words {_short(one.words)!r}")
    return min(found, key=lambda span: abs(span[0] - given[0])) if given else found[0]


def _claim(one: Correction, place: tuple[int, int] | None) -> tuple[Any, ...] | None:
    """What makes two lines speak of the same fact."""
    if not one.fact or place is None:
        return None
    return (one.family, place, tuple(sorted((name, written(value)) for name, value in one.fact.items())))


def _likeness(one: Correction, place: tuple[int, int] | None, tracked: Tracked) -> float:
    """How well a fact fits a correction: 0 for not at all, the more the better."""
    fact, near = tracked.fact, 0.0
    if place is not None:
        shared = min(fact.end, place[1]) - max(fact.start, place[0])
        if shared <= 0:
            return 0
        near = shared / (max(fact.end, place[1]) - min(fact.start, place[0]))
    elif one.words:
        return 0
    forms = (tracked.born, fact.slots)
    if not one.fact:
        if one.action == "correct":
            current = [_plain(form.get(one.slot)) for form in forms]
            fits = _plain(one.old) in current or _plain(one.new) in current
            # by hand, words alone say which fact, if they are the words of one only
            return 2 + near if fits else near if one.old in (None, []) else 0
        return 1 + near if place else 0
    # the slot that is corrected may have been mended by the rules since
    passed = {one.slot, *_DERIVED[one.family]}
    best = 0.0
    for form in forms:
        pairs = [(_value(one.family, one.fact, slot.name), _value(one.family, form, slot.name))
                 for slot in FAMILIES[one.family].slots if slot.name not in passed]
        told = [(said, has) for said, has in pairs if said is not None or has is not None]
        best = max(best, sum(said == has for said, has in told) / len(told) if told else 1.0)
    return best * 2 + near if best >= 0.5 or (near > 0.8 and best > 0) else 0


def _value(family: str, slots: Mapping[str, Any], name: str) -> Any:
    """A slot's value for comparison; the default says no more than an empty slot."""
    value = _plain(slots.get(name))
    return None if value == _plain(FAMILIES[family].slot(name).default) else value


def _plain(value: Any) -> Any:
    """A value for comparison: no difference between none, empty and [], or between 2 and 2.0."""
    if value in (None, "", []):
        return None
    if isinstance(value, list | tuple):
        return tuple(value)
    return round(float(value), 6) if isinstance(value, int | float) else value


def _said(value: Any) -> str:
    return written(value) or "nothing"


def _where(one: Correction) -> str:
    return f"at {_short(one.words)!r}" if one.words else "at that place" if one.start is not None else "here"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:57]}…"
