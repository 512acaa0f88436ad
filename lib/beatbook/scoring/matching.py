"""Which predicted fact answers which gold fact, and in which slots the two agree.

A fact is made comparable once (``Comparable``); then facts of one family are aligned one to one, the most alike first.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from beatbook.records import FAMILIES, SCORED

Span = tuple[int, int]

KEYS = {family: tuple(slot.name for slot in FAMILIES[family].slots if slot.key) for family in SCORED}
# Scored beside the keys. What beatbook adds to the record of its own accord is in no gold, and not scored.
BESIDE = {
    "operations": ("agencies",),
    "seizures": ("quantity_max", "value_max", "modifier", "value_modifier", "drug_class", "calibre", "certainty"),
    "outcomes": ("modifier", "who", "ages", "names", "sentence_months"),
    "activities": ("modifier",),
    "incidents": ("modifier",),
    "quotes": ("role",),
    "places": (),
}
_LEAST_ALIKE = 0.25  # facts less alike than this do not answer each other
_SAME_OFFENCE = 0.8  # share of words that two wordings of one offence have in common

_CODES = frozenset(("start", "end", "category", "unit", "currency", "tactic", "kind", "who", "role"))
_WORD = re.compile(r"[\w.]+")
_STOP = frozenset(("a", "an", "the", "of", "and", "or", "to", "in", "on", "for", "with"))


def _words(value: Any) -> list[str]:
    return [word for word in _WORD.findall(str(value).casefold().replace("’", "'")) if word not in _STOP]


def _stem(word: str) -> str:
    """A word without its plural ending, so that knives and knife, batteries and battery, boxes and box are one."""
    if word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
        if word.endswith("ie"):
            word = word[:-2] + "y"
        elif word.endswith("ve"):
            word = word[:-2] + "fe"
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _stems(value: Any) -> frozenset[str]:
    return frozenset(map(_stem, _words(value)))


# How the values of a slot are compared --------------------------------------------------------------------------------

def _code(value: Any) -> Any:
    return str(value).casefold()


def _text(value: Any) -> Any:
    return " ".join(_words(value))


def _offences(value: Any) -> Any:
    return tuple(_stems(offence) for offence in sorted(str(part).casefold() for part in value))


def _same(gold: Any, predicted: Any) -> bool:
    return bool(gold == predicted)


def _one_holds_other(gold: Any, predicted: Any) -> bool:
    return bool(gold and predicted) and (gold <= predicted or predicted <= gold)


def _same_offences(gold: Any, predicted: Any) -> bool:
    """Whether two lists of offences pair off; each gold offence takes the likest of those left."""
    if len(gold) != len(predicted):
        return False
    left = list(predicted)
    for offence in gold:
        best = max(left, key=lambda other: _overlap(offence, other))
        if _overlap(offence, best) < _SAME_OFFENCE:
            return False
        left.remove(best)
    return True


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / max(len(a | b), 1)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """How one slot is scored: its default (which says nothing), the form compared, the comparison, and its weight.

    The first key slot says what the fact is, so it weighs most when facts are aligned.
    """

    name: str
    default: Any
    form: Callable[[Any], Any]
    same: Callable[[Any, Any], bool]
    weight: float
    list_only: bool = False

    def comparable(self, value: Any) -> Any:
        """The form of a value that is compared; None for one that is empty or the default."""
        if value is None or value in ("", [], {}) or (self.default is not None and value == self.default):
            return None
        if isinstance(value, int | float):
            number = value if isinstance(value, bool) or abs(value) > 1e300 else round(float(value), 4)
            return _stems(number) if self.form is _stems else number
        if isinstance(value, list):
            return self.form(value) if self.list_only else frozenset(map(_text, value))
        return _text(value) if self.list_only else self.form(value)

    def agree(self, gold: Any, predicted: Any) -> bool:
        """Whether two comparable forms agree."""
        if gold is None or predicted is None:
            return gold is predicted
        if type(gold) is not type(predicted):
            return bool(gold == predicted)  # a list where a word should be, or the other way round
        return self.same(gold, predicted)


def _comparison(family: str, name: str) -> _Comparison:
    slot = FAMILIES[family].slot(name)
    weight = 1.0 if name in BESIDE[family] else 3.0 if name == KEYS[family][0] else 2.0
    if name == "offences":
        return _Comparison(name, slot.default, _offences, _same_offences, weight, list_only=True)
    if name == "item" or (family, name) == ("quotes", "role"):
        return _Comparison(name, slot.default, _stems, _one_holds_other, weight)
    return _Comparison(name, slot.default, _code if name in _CODES else _text, _same, weight)


COMPARISONS = {family: tuple(_comparison(family, name) for name in KEYS[family] + BESIDE[family]) for family in SCORED}


# Facts made comparable ------------------------------------------------------------------------------------------------

@dataclass(slots=True)
class Comparable:
    """A fact of one family made comparable: ``forms`` by slot, where it stands, and the slots it fills."""

    family: str
    fact: Mapping[str, Any]
    forms: tuple[Any, ...]
    span: Span | None
    named: bool
    filled: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.filled = frozenset(
            comparison.name for comparison, form in zip(COMPARISONS[self.family], self.forms, strict=True)
            if form is not None and not _unscored(comparison.name, self.named)
        )

    @property
    def key(self) -> tuple[Any, ...]:
        """The forms of the key slots: two facts of one key are the same statement."""
        return self.forms[:len(KEYS[self.family])]


def _unscored(slot: str, named: bool) -> bool:
    # texts leave it to the forename whether a named person is a man or a woman
    return slot == "who" and named


def comparable(family: str, fact: Mapping[str, Any], text: str) -> Comparable:
    """A fact (slots, and a span or its evidence) made comparable."""
    forms = tuple(comparison.comparable(fact.get(comparison.name)) for comparison in COMPARISONS[family])
    return Comparable(family, fact, forms, locate(fact, text), bool(fact.get("names")))


def locate(fact: Mapping[str, Any], text: str) -> Span | None:
    """Where a fact stands: its span, else the first place of its evidence; None where it has neither in the text."""
    start, end = fact.get("start"), fact.get("end")
    if isinstance(start, int) and isinstance(end, int):
        return (start, end) if 0 <= start < end <= len(text) else None
    evidence = fact.get("evidence")
    if not evidence or not isinstance(evidence, str):
        return None
    at = text.find(evidence)
    return (at, at + len(evidence)) if at >= 0 else None


def disagreeing(gold: Comparable, predicted: Comparable) -> frozenset[str]:
    """The scored slots in which two facts of a family do not agree."""
    return frozenset(
        comparison.name for comparison, a, b in zip(COMPARISONS[gold.family], gold.forms, predicted.forms, strict=True)
        if not comparison.agree(a, b)
    )


def likeness(gold: Comparable, predicted: Comparable) -> float:
    """The weighted share of agreeing slots, among those that either fact fills: 0 to 1."""
    total = agreed = 0.0
    for comparison, a, b in zip(COMPARISONS[gold.family], gold.forms, predicted.forms, strict=True):
        if (a is None and b is None) or _unscored(comparison.name, gold.named):
            continue
        total += comparison.weight
        if comparison.agree(a, b):
            agreed += comparison.weight
    return agreed / total if total else 1.0


def align(golds: Sequence[Comparable], predicted: Sequence[Comparable]) -> list[tuple[int, int]]:
    """Facts of one family paired off one to one, as indexes: the most alike first, then the nearest in the text."""
    candidates = []
    for i, gold in enumerate(golds):
        for j, guess in enumerate(predicted):
            alike = likeness(gold, guess)
            if alike >= _LEAST_ALIKE:
                candidates.append((alike, -abs(_at(gold) - _at(guess)), i, j))
    free_golds, free_guesses, pairs = set(range(len(golds))), set(range(len(predicted))), []
    for _, _, i, j in sorted(candidates, reverse=True):
        if i in free_golds and j in free_guesses:
            free_golds.remove(i)
            free_guesses.remove(j)
            pairs.append((i, j))
    return pairs


def _at(fact: Comparable) -> int:
    return fact.span[0] if fact.span else 0
