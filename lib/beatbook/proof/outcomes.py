"""Proof of what happened to people: ages, offences, the length of a sentence."""

import re
from itertools import accumulate

from beatbook.language.document import Doc
from beatbook.language.numbers import SMALL
from beatbook.language.value import Value
from beatbook.lexicons import singular
from beatbook.proof.evidence import Reading, Text, plain, stems
from beatbook.records import Fact

LIFE_MONTHS = 1200
HYPHENATED = re.compile(r"\b([a-z]+)-(year|month|week|day)s?\b")
MONTHS_IN = {"year": 12, "month": 1, "week": 12 / 52, "day": 12 / 365}


def ages(text: Text, fact: Fact, reading: Reading, value: list[str]) -> str:
    """Ages; none that the span states may be left out."""
    own = {age for v in reading.values for age in v.ages}
    own |= {plain(v.number) for v in reading.numbers if v.number and _fills_cell(text.doc, v)}
    # the rest may stand with an earlier mention, but no age of the span may be left over
    missing = [age for age in value if age not in own and (own - set(value) or age not in text.ages)]
    return f"the text gives no age {missing[0]}" if missing else ""


def _fills_cell(doc: Doc, value: Value) -> bool:
    """Whether a number is all that a table's cell holds, as ages are: "Karl Stern | 34 | Theft"."""
    before = doc.text[doc.starts[value.i] - 2 : doc.starts[value.i]] if value.i else ""
    after = doc.text[doc.ends[value.j - 1] : doc.ends[value.j - 1] + 2]
    return ("\t" in before or "|" in before) and ("\t" in after or "|" in after)


def offences(text: Text, fact: Fact, reading: Reading, value: list[str]) -> str:
    """Offences: most of the words of each."""
    near = reading.stems
    for offence in value:
        words = stems(offence)
        if words and len(words & near) < 0.8 * len(words) and len(words & text.whole.stems) < 0.8 * len(words):
            return f"the text does not name the offence {offence}"
    return ""


def sentence_months(text: Text, fact: Fact, reading: Reading, value: float) -> str:
    """The length of a sentence, in months."""
    terms = [
        v.number * MONTHS_IN[unit]
        for v in reading.values
        if v.kind == "length" and v.number and (unit := _unit(text.doc.low[v.i : v.j]))
    ]
    if value == LIFE_MONTHS and "life" in reading.words:
        return ""
    for number, unit in HYPHENATED.findall(reading.text):  # "a seven-year sentence"
        terms.append((SMALL.get(number) or 0) * MONTHS_IN[unit])
    # the unit may be left out: "seven and five years respectively", "B for six"
    bare = [v.number for v in reading.values if v.kind == "number" and v.number and v.number < 60]
    halves = [number + 0.5 for number in bare] if "and a half" in reading.text else []
    terms += [12 * number for number in bare + halves]
    # "ten years and six months"
    sums = (total for a in range(len(terms)) for total in accumulate(terms[a:]))
    known = any(abs(value - total) < 0.6 for total in sums)
    return "" if known else f"the span gives no term of {plain(value)} months"


def _unit(words: list[str]) -> str | None:
    """The unit among the words of a length of time: "a year and a half"."""
    units = (singular(word.split("-")[0]) for word in reversed(words))
    return next((unit for unit in units if unit in MONTHS_IN), None)
