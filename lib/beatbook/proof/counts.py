"""Proof of numbers of people and things, and of the words that make a number approximate."""

from collections.abc import Iterator

from beatbook.language.numbers import MODIFIERS_BEFORE, VAGUE_BY_FIRST
from beatbook.proof.evidence import Reading, Text, plain
from beatbook.records import Fact

REST = frozenset(("remaining", "other", "rest"))
ALL_BUT = frozenset(("but", "bar", "except"))
APPROXIMATE = frozenset(
    "approx approximately approximate about around estimated estimate estimates some roughly circa region".split()
)
INEXACT = frozenset(VAGUE_BY_FIRST) | frozenset("quantity quantities amount amounts number some dozen more".split())


def count(text: Text, fact: Fact, reading: Reading, value: float) -> str:
    """People or things: as the span counts them, by its names or ages, or as its antecedent does."""
    numbers = reading.numbers
    counted = bool(numbers) and numbers[0].i == reading.i  # "Two men, one of them Ana Ruiz, …": the number is said
    named = len(fact.slots.get("names") or ()) == 1 and not counted
    told = 1 if named else len(fact.slots.get("ages") or ())
    if value in reading.counts or (told == value and (named or max(reading.counts, default=0) < 2)):
        return ""  # a name is one person, and ages without a number are counted
    if not reading.figures and value in text.before(reading).counts:
        return ""  # "They were charged": the number stands with the antecedent
    if "all " in reading.text and not ALL_BUT.isdisjoint(reading.words):  # "all but one of the seven": six
        wholes = text.before(reading).counts
        if any(value + (one.number or 0) in wholes for one in numbers):
            return ""
    return f"the span gives no {plain(value)}"


def of_count(text: Text, fact: Fact, reading: Reading, value: float) -> str:
    """The whole of which people are a part."""
    # the whole is often named in the sentence or line before; a span with both numbers must hold it itself
    apart = reading.figures < 2 or not REST.isdisjoint(reading.words)  # "the remaining eight", of those before
    known = value in reading.counts or (apart and value in text.before(reading).counts)
    return "" if known else f"the text gives no {plain(value)}"


def modifier(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """What makes a number approximate, a limit or open."""
    if value == "vague":
        said = reading.words & INEXACT or any(v.kind == "vague" for v in reading.values)
        return "" if said else "the span states no vague quantity"
    if value == "exact":
        return ""
    if value == "approx" and reading.words & APPROXIMATE:
        return ""
    stated = {v.modifier for v in reading.values} | set(_modifiers(reading))
    return "" if value in stated else f"no word in the span makes the number {value}"


def _modifiers(reading: Reading) -> Iterator[str]:
    """The modifiers that stand before a number in the span."""
    for at in range(reading.i, reading.j):
        for phrase, modifier in MODIFIERS_BEFORE.get(reading.doc.low[at], ()):
            if at - len(phrase) + 1 >= reading.i and tuple(reading.doc.low[at - len(phrase) + 1 : at + 1]) == phrase:
                yield modifier
