"""``beatbook prove``: records that any system made, held against their texts.

A language model's output in the same format can so be used without being believed: each fact is proved, refused (and
which slot), or holds nothing that a text can prove.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.proof import REFUSED, UNPROVABLE, Proof, Prover
from beatbook.records import FAMILIES, Fact, Release, Slot, span_columns
from beatbook.scoring.documents import Facts

NUMBERS = ("number", "integer")


class Verdict(NamedTuple):
    """One fact of a record and what its text says of it. ``given`` is the fact as it was read."""

    record: str
    family: str
    number: int
    given: Mapping[str, Any]
    proof: Proof


def verdicts(release: Release, facts: Facts) -> Iterator[Verdict]:
    """Proves the facts of one record.

    Args:
        release: the text that the record is about, with its country and date of publication.
        facts: facts by family; each with ``start`` and ``end`` (code points of the text) or verbatim ``evidence``.

    Yields:
        A verdict a fact, families and facts in the order given.
    """
    doc = Doc(release)
    doc.scopes = scopes(doc)
    prover = Prover(doc)
    for family, given in facts.items():
        for number, fact in enumerate(given, 1):
            yield Verdict(str(release.id), family, number, fact, _proof(prover, family, fact))


def _proof(prover: Prover, family: str, given: Mapping[str, Any]) -> Proof:
    if family not in FAMILIES:
        return Proof(REFUSED, "", f"no family {family}; there are {', '.join(FAMILIES)}")
    slots = {}
    for slot in FAMILIES[family].slots:
        value = given.get(slot.name)
        if value in (None, "", []):
            continue
        wrong = _misfit(slot, value)
        if wrong:
            return Proof(REFUSED, slot.name, wrong)
        slots[slot.name] = value
    span = _span(prover.doc.text, family, given)
    if span is None:
        return Proof(REFUSED, "evidence", "the text does not hold the span or these words")
    proof = prover.prove(Fact(family, slots, *span, "given"))
    return proof if slots else Proof(UNPROVABLE, "", "it fills no slot")


def _misfit(slot: Slot, value: Any) -> str:
    """Why a value cannot stand in a slot, or ""."""
    listed = value if isinstance(value, list) else [value]
    if slot.type == "list" and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        return f"a list of strings is accepted, not {value!r}"
    if slot.type in NUMBERS and (isinstance(value, bool) or not isinstance(value, int | float)):
        return f"a number is accepted, not {value!r}"
    if slot.type in ("string", "date") and not isinstance(value, str):
        return f"a string is accepted, not {value!r}"
    if slot.vocabulary and not set(listed) <= set(slot.vocabulary):
        return f"{listed[0]!r} is none of {', '.join(slot.vocabulary)}"
    return ""


def _span(text: str, family: str, given: Mapping[str, Any]) -> tuple[int, int] | None:
    start, end = (given.get(name) for name in span_columns(family))
    if isinstance(start, int) and isinstance(end, int):
        return (start, end) if 0 <= start < end <= len(text) else None
    evidence = given.get("evidence")
    if not isinstance(evidence, str) or not evidence:
        return None
    at = text.find(evidence)
    return (at, at + len(evidence)) if at >= 0 else None
