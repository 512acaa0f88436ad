"""``beatbook prove``: records that any system made, held against their texts.

A language model's output in the same format can so be used without being believed: each fact is proved, refused (and
which slot), or holds nothing that a text can prove.
"""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from beatbook.errors import InputError, UsageError
from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.proof import PROVED, REFUSED, UNPROVABLE, Proof, Prover
from beatbook.reading import read
from beatbook.records import FAMILIES, Fact, Release, Slot, span_columns
from beatbook.scoring.documents import Facts, read_facts

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
    at = text.find(evidence) if isinstance(evidence, str) and evidence else -1
    return (at, at + len(evidence)) if at >= 0 else None


def run(arguments: argparse.Namespace, say: Callable[[str], object], complain: Callable[[str], object]) -> int:
    """The command: says the verdicts, and writes the proved facts where asked.

    Args:
        arguments: ``texts`` (inputs), ``records`` (path), ``to`` (path or None), ``all`` (say proved facts too).
        say: takes the verdicts.
        complain: takes what could not be read, or has no counterpart.

    Returns:
        1 where a text or record could not be read or matched, else 0; a refused fact is a result, not a failure.

    Raises:
        UsageError: a path of records that does not exist.
        InputError: nothing can be read from it.
    """
    failures: list[InputError] = []

    def fail(error: InputError) -> None:
        failures.append(error)
        complain(str(error))

    if not arguments.records.exists():
        raise UsageError(f"{arguments.records}: no such file or folder")
    records = read_facts(arguments.records, fail)
    proved: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    tally: Counter[str] = Counter()
    for release in read(arguments.texts, on_error=fail):
        facts = records.pop(str(release.id), None)
        if facts is None:
            complain(f"{release.id}: no record of that id in {arguments.records}")
            continue
        kept = proved.setdefault(str(release.id), {})
        for verdict in verdicts(release, facts):
            tally[verdict.proof.status] += 1
            if verdict.proof.status == PROVED:
                kept.setdefault(verdict.family, []).append(verdict.given)
            if arguments.all or verdict.proof.status != PROVED:
                say(_line(verdict))
    for id in records:
        fail(InputError(str(arguments.records), f"has a record {id!r}, and no text of that id was read"))
    say(", ".join(f"{tally[status]:,} {status}" for status in (PROVED, REFUSED, UNPROVABLE)))
    if arguments.to:
        _write(proved, arguments.to)
        complain(f"written to {arguments.to}")
    return 1 if failures else 0


def _line(verdict: Verdict) -> str:
    status, slot, reason = verdict.proof
    where = f"{verdict.record} · {verdict.family} {verdict.number}: {status}"
    return where + (f" in {slot}" if slot else "") + (f" ({reason})" if reason else "")


def _write(records: Mapping[str, Mapping[str, Iterable[Mapping[str, Any]]]], path: Path) -> None:
    """The proved facts as JSON Lines, written beside and then renamed."""
    beside = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8", newline="\n") as lines:
            for id, facts in records.items():
                full = {family: list(facts.get(family, ())) for family in FAMILIES}
                lines.write(json.dumps({"id": id, "facts": full}, ensure_ascii=False) + "\n")
        beside.replace(path)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror or error})") from error
