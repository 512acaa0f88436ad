"""What was reviewed, as gold in the benchmark's format: ``beatbook score`` reads it (see data/benchmark/README.md)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from beatbook.records import SCORED, Fact, span_columns
from beatbook.review.applying import Reviewed
from beatbook.scoring.matching import COMPARISONS
from beatbook.writing import write_whole


def document(reviewed: Reviewed) -> dict[str, Any]:
    """One release with the facts that a person accepted, corrected or added, in the benchmark's format.

    Facts that nobody has looked at are left out, so this is gold only of a release that is ``complete``.
    """
    release = reviewed.record.release
    looked_at = {id(tracked.fact) for tracked in reviewed.tracked if tracked.state not in ("", "deleted")}
    facts = {
        family: [_fact(fact, release.text) for fact in reviewed.record.facts.get(family, ()) if id(fact) in looked_at]
        for family in SCORED
    }
    return {"id": release.id, "country": release.country, "published": release.published, "title": release.title,
            "text": release.text, "facts": facts}


def _fact(fact: Fact, text: str) -> dict[str, Any]:
    said = {}
    for slot in COMPARISONS[fact.family]:
        value = fact[slot.name]
        if slot.comparable(value) is not None:
            said[slot.name] = value
    # Words that stand there more than once do not say where the fact is; the dates of operations are called start, end.
    place = dict(zip(span_columns(fact.family), (fact.start, fact.end), strict=True))
    return {"evidence": text[fact.start:fact.end]} | said | (place if "start" in place else {})


def write(reviewed: Iterable[Reviewed], path: Path) -> int:
    """Writes the complete releases as JSON Lines, beside and then renamed; returns how many there were.

    Raises:
        UsageError: the file cannot be written.
    """
    lines = [json.dumps(document(one), ensure_ascii=False) + "\n" for one in reviewed if one.complete]
    write_whole("".join(lines).encode("utf-8", "replace"), path)
    return len(lines)
