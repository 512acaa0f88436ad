"""The values of slots as the text of a cell, and back: how corrections are written and read."""

import math
import re
from collections.abc import Mapping
from typing import Any

from beatbook.reading.metadata import iso_date
from beatbook.records import FAMILIES, Slot

REQUIRED = {
    "operations": ("name", "start", "end"), "seizures": ("category",), "outcomes": ("statuses",),
    "activities": ("tactic",), "incidents": ("kind",), "quotes": ("speaker",), "places": ("name",),
    "contacts": ("value",), "aims": ("text",),
}
"""Slots of which a fact has to fill one, since without them it says nothing."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def written(value: Any) -> str:
    """A slot's value as a cell: nothing for none, lists joined with "; ", whole numbers without a point."""
    if value in (None, "", []):
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(escaped(str(item), ";") for item in value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return escaped(str(value), "")


def parse(slot: Slot, text: str) -> Any:
    """What a cell says of a slot; None (of a list []) for nothing.

    Raises:
        ValueError: the slot does not take it; the message says what it takes.
    """
    if slot.type == "list":
        items = [item for part in _split(text, ";") if (item := part.strip())]
        wrong = [item for item in items if slot.vocabulary and item not in slot.vocabulary]
        if wrong:
            raise ValueError(f"{slot.name} takes {_choices(slot.vocabulary)}, not {wrong[0]!r}")
        return items
    plain = unescaped(text).strip()
    if not plain:
        return None
    if slot.type in ("number", "integer"):
        return _number(slot, plain)
    if slot.type == "date":
        try:
            return iso_date(plain)
        except ValueError:
            raise ValueError(f"{slot.name} takes a date like 2022-11-30, not {plain!r}") from None
    if slot.vocabulary and plain not in slot.vocabulary:
        raise ValueError(f"{slot.name} takes {_choices(slot.vocabulary)}, not {plain!r}")
    return plain


def _number(slot: Slot, text: str) -> int | float:
    try:
        number = float(re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)) if "_" not in text else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0 or (slot.type == "integer" and not number.is_integer()):
        raise ValueError(f"{slot.name} takes a {'whole ' if slot.type == 'integer' else ''}number, not {text!r}")
    return int(number) if number.is_integer() else number


def _choices(vocabulary: tuple[str, ...]) -> str:
    return "one of " + ", ".join(vocabulary)


def filled(slots: Mapping[str, Any]) -> dict[str, Any]:
    """The slots that say something."""
    return {name: value for name, value in slots.items() if value not in (None, "", [])}


def slots_written(slots: Mapping[str, Any]) -> str:
    """The filled slots of a fact in one cell: ``category=blade | item=knife | quantity=9``."""
    return " | ".join(f"{name}={_barred(written(value))}" for name, value in filled(slots).items())


def slots_parsed(family: str, text: str) -> dict[str, Any]:
    """The slots that such a cell holds. Raises ValueError for a slot that the family lacks, or a value it refuses."""
    known = {slot.name: slot for slot in FAMILIES[family].slots}
    slots = {}
    for part in _split(text, "|", keep="\\;"):
        if not part.strip():
            continue
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if not equals:
            raise ValueError(f"{part.strip()!r} is no slot=value; several are parted by |")
        if name not in known:
            raise ValueError(f"{family} have no slot {name!r}, but {', '.join(known)}")
        slots[name] = parse(known[name], value)
    return filled(slots)


def complete(family: str, slots: Mapping[str, Any]) -> None:
    """Raises ValueError where a fact fills none of the slots without which it says nothing."""
    if not any(slots.get(name) not in (None, "", []) for name in REQUIRED[family]):
        raise ValueError(f"a fact of {family} needs its {' or '.join(REQUIRED[family])}")


def escaped(text: str, mark: str = "") -> str:
    """A text in one line, with a backslash before what the file would take for its own."""
    text = text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return text.replace(mark, f"\\{mark}") if mark else text


def _barred(text: str) -> str:
    return text.replace("|", "\\|")


def unescaped(text: str) -> str:
    """The text that ``escaped`` wrote."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text)


def _split(text: str, mark: str, keep: str = "") -> list[str]:
    """The parts of a cell, a mark with a backslash before it being none; escapes other than the mark's stay if kept."""
    parts = re.findall(rf"(?:\\.|[^\\{mark}])+", text, re.DOTALL)
    if keep:
        return [part.replace(f"\\{mark}", mark) for part in parts]
    return [unescaped(part) for part in parts]
