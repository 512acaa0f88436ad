"""Proof of what a text says in its own words: names, quotations, what a span holds; and of its dates."""

import re

from beatbook.proof.evidence import Reading, Text, folded
from beatbook.records import Fact


def names(text: Text, fact: Fact, reading: Reading, value: list[str] | str) -> str:
    """Names, as the text writes them."""
    for name in [value] if isinstance(value, str) else value:
        if not text.holds(folded(name)) and not _shares_surname(folded(name), text.whole.text):
            return f"the text does not hold the name {name}"
    return ""


def _shares_surname(name: str, text: str) -> bool:
    """Whether the text writes a name with another's surname: "Adil and Imran Shah" for Adil Shah."""
    first, _, surname = name.partition(" ")
    if first == "operation" and "operations " in text:  # "Operations Alder and Beech"
        return re.search(rf"\boperations (?:\S{{1,30}} (?:and |& )?){{0,5}}{re.escape(surname)}\b", text) is not None
    return bool(surname) and re.search(rf"\b{re.escape(first)} and \S+ {re.escape(surname)}\b", text) is not None


def verbatim(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """The text's own words, line by line."""
    for part in value.split("\n"):
        if not text.holds(folded(part)):
            return "the text does not hold these words"
    return ""


def in_span(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """What the fact's span itself holds."""
    held = folded(value) in reading.text or folded(value).replace(" ", "") in reading.text.replace(" ", "")
    first, _, rest = folded(value).partition(" ")
    # "South and West Yorkshire" names South Yorkshire
    held = held or bool(rest and reading.text.startswith(first) and reading.text.endswith(rest))
    return "" if held else f"the span does not hold {value}"  # a page may set "th" apart from its number


def date(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """A first or last day."""
    own = {day for v in reading.values if v.kind == "date" for day in (v.first, v.last)}
    if value in own:
        return ""
    if value in text.days or value in text.counted_days:
        return ""  # the span of an operation is its name or one of its dates, not all that lies between
    return f"no date of the text resolves to {value}"
