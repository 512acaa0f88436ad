"""Values with their spans: money, measures, calibres, ages, dates, times, phone numbers, and what is left as counts.

One pass over a sentence's tokens; at each digit or number word the most specific reading wins, so that a date,
a phone number or an age is never taken for a count.
"""

from collections.abc import Iterator

from beatbook.language import dates
from beatbook.language.ages import age
from beatbook.language.amounts import calibre, count, measure, money
from beatbook.language.measures import ABBREVIATED, MEASURES, PREFIXES, SYMBOLS
from beatbook.language.numbers import FRACTIONS, SMALL, VAGUE_BY_FIRST, is_digits, modifier_before
from beatbook.language.references import ORDINALS, ordinal, phone, time, year_or_label
from beatbook.language.value import Tokens, Value

__all__ = ["Tokens", "Value", "scan"]

READERS = (phone, time, age, money, calibre, measure, year_or_label, ordinal, count)
STARTERS = frozenset().union(
    SMALL, ORDINALS, FRACTIONS, VAGUE_BY_FIRST, SYMBOLS, PREFIXES, ABBREVIATED,
    ("a", "an", "aged", "age", "ages", "between", "in", "half", "r", "ranging", "youngest"),
    (f"{word}-and-a-half" for word in SMALL),
    (f"{part}-{word}" for part in ("half", "quarter") for word in MEASURES),
)
MODIFIABLE = frozenset(("number", "money", "measure", "vague", "percent"))


def scan(t: Tokens, i: int, end: int) -> Iterator[Value]:
    """The values among tokens [i, end), which are one sentence, in order and not overlapping.

    Args:
        t: the release's tokens, with its country (for "$" and the order of dates) and date of publication.
        i, end: the sentence.
    """
    floor = i
    while i < end:
        word = t.low[i]
        found = None
        digits = is_digits(word)
        if digits or word in dates.STARTERS:
            found = dates.match(t, i, end)
        if found is None and (digits or word in STARTERS):
            for reader in READERS:
                found = reader(t, i, end, floor)
                if found:
                    break
        if found is None:
            i += 1
            continue
        if found.i == found.at and found.kind in MODIFIABLE:
            before = modifier_before(t.low, found.i, floor)
            if before:
                found.modifier, found.i = before
        yield found
        i = floor = found.j
