"""A record whose private persons have no names: for whatever is going to be shown or shared."""

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

from beatbook.phrases import MONTHS, WEEKDAYS
from beatbook.records import Fact, Record

_NAME_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Common words within names ("de", "van", "bin"), and words that would take dates with them ("May", "April").
_KEEP = {word.lower() for word in (*MONTHS, *WEEKDAYS)} | {"the", "and", "von", "van", "der", "den", "del", "bin"}


def redact(record: Record) -> Record:
    """The record with each private person's name replaced by “[person 1]”, “[person 2]” … wherever it stands.

    Private are all who are named in an outcome, and speakers without a rank or office; officials who speak keep their
    names. Full names and each part of them are masked, in the text, the facts, the title, the id and the source; spans
    point at the same words in the masked text. What the facts do not name is not found: a name that extraction missed
    stays, so a redacted record still has to be read before it is shared.

    The hash of the text as it was read stays known as ``release.extra["sha256"]``.
    """
    outcomes, quotes = (record.facts.get(family, []) for family in ("outcomes", "quotes"))
    named = [(fact.start, name) for fact in outcomes for name in fact["names"]]
    named += [(fact.start, fact["speaker"]) for fact in quotes if fact["speaker"] and not fact["role"]]
    names = list(dict.fromkeys(name for _, name in sorted(named)))
    if not names:
        return record
    officials = {fact["speaker"] for fact in quotes if fact["speaker"] and fact["role"]} - set(names)
    release = record.release
    masks = _masks(names)
    mask = _Masker(masks, officials)
    text, moved = mask.text(release.text)
    masked = dataclasses.replace(
        release, text=text, id=_slug(release.id, masks), title=release.title and mask(release.title),
        source=_slug(release.source, masks), url=_slug(release.url, masks),
        extra={"sha256": release.sha256, "detected": release.extra.get("detected", [])},
    )
    facts = {family: [_fact(fact, mask, moved) for fact in found] for family, found in record.facts.items()}
    return Record(masked, facts, _rows(record.checks, mask, moved), _rows(record.unclaimed, mask, moved))


def _masks(names: list[str]) -> dict[str, str]:
    """Every form of the names, in lower case → its mask; a part that two persons share gets one for both."""
    masks: dict[str, str] = {}
    for number, name in enumerate(names, 1):
        mask = f"[person {number}]"
        masks[" ".join(name.lower().split())] = mask
        for part in _NAME_PART.findall(name):
            lower = part.lower()
            if len(part) > 2 and lower not in _KEEP:
                masks[lower] = mask if masks.get(lower, mask) == mask else "[person]"
    return masks


def _slug(text: str | None, masks: dict[str, str]) -> str | None:
    """An id, path or address without the names, whatever their case."""
    if not text:
        return text
    for form, mask in sorted(masks.items(), key=lambda item: -len(item[0])):
        pattern = r"[\W_]+".join(map(re.escape, form.split()))
        text = re.sub(rf"(?<![^\W\d_]){pattern}(?![^\W\d_])", mask.strip("[]").replace(" ", "-"), text, flags=re.I)
    return text


class _Masker:
    """Replaces names: full ones in any case, their parts where they are written with a capital."""

    def __init__(self, masks: dict[str, str], officials: set[str]):
        self._masks = masks
        forms = sorted({*masks, *(" ".join(name.lower().split()) for name in officials)}, key=len, reverse=True)
        body = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
        self._pattern = re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)

    def __call__(self, text: str) -> str:
        return self.text(text)[0]

    def text(self, text: str) -> tuple[str, Callable[[int, bool], int]]:
        """The masked text, and where an offset of the old one (and whether it ends a span) lies in it."""
        parts: list[str] = []
        starts, ends, shifts = [], [], []
        at = shift = 0
        for found in self._pattern.finditer(text):
            mask = self._masks.get(" ".join(found[0].lower().split()))
            if mask is None or found[0][0].islower():
                continue
            parts += [text[at:found.start()], mask]
            at = found.end()
            shift += len(mask) - len(found[0])
            starts.append(found.start())
            ends.append(found.end())
            shifts.append(shift)
        parts.append(text[at:])

        def moved(offset: int, is_end: bool) -> int:
            index = bisect_right(starts, offset - is_end) - 1
            if index < 0:
                return offset
            before = shifts[index - 1] if index else 0
            if offset >= ends[index]:
                return offset + shifts[index]
            # Inside a masked name: its start for a start, its end for an end.
            return ends[index] + shifts[index] if is_end else starts[index] + before

        return "".join(parts), moved


def _fact(fact: Fact, mask: _Masker, moved: Callable[[int, bool], int]) -> Fact:
    slots = {name: _masked(value, mask) for name, value in fact.slots.items()}
    where = {name: (moved(start, False), moved(end, True)) for name, (start, end) in fact.where.items()}
    return dataclasses.replace(
        fact, slots=slots, start=moved(fact.start, False), end=moved(fact.end, True), where=where)


def _masked(value: Any, mask: _Masker) -> Any:
    if isinstance(value, str):
        return mask(value)
    return [_masked(item, mask) for item in value] if isinstance(value, list) else value


def _rows(
    rows: list[dict[str, Any]], mask: _Masker, moved: Callable[[int, bool], int]
) -> list[dict[str, Any]]:
    return [
        {name: moved(value, name.endswith("end")) if name.endswith(("start", "end")) and isinstance(value, int)
         else _masked(value, mask) for name, value in row.items()}
        for row in rows
    ]
