"""Weeks, weekends, months and years counted from the day of publication: "last week", "three weeks ago"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from beatbook.language.calendar import before
from beatbook.language.numbers import SMALL
from beatbook.language.value import Value

COUNTS = {word: number for number, word in enumerate(
    "one two three four five six seven eight nine ten".split(), 1)} | {"a": 1, "several": None, "few": None}

LASTING = re.compile(r"\b(?:([a-z]{2,12}|\d{1,3})[- ](day|week)s?|(week-?long)|(fortnight))\b")


def lasting(text: str) -> int | None:
    """The days that something is said to have lasted: "a five-day operation", "over two weeks"; None for none.

    Args:
        text: words in lower case.
    """
    for found in LASTING.finditer(text):
        word, unit, week, fortnight = found.groups()
        count = 1 if week else 2 if fortnight else int(word) if word.isdecimal() else SMALL.get(word)
        if count and (unit is None or count > 1 or unit == "week"):
            return int(count) * (1 if unit == "day" else 7)
    return None


def value(
    i: int, j: int, first: date | None, last: date | None, precision: str, flag: str | None = None,
    shift: int | None = None,
) -> Value:
    """A date at tokens [i, j) with its first and last day; ``shift`` is the days from the date before it."""
    return Value("date", i, j, i, shift, first=str(first) if first else None, last=str(last) if last else None,
                 precision=precision, flag=flag)


def weekend(i: int, j: int, word: str, anchor: date | None) -> Value:
    """Saturday and Sunday: the last ones before publication, or those that it falls into."""
    if anchor is None:
        return value(i, j, None, None, "relative")
    sunday = before(anchor if word != "last" else anchor - timedelta(1), 6)
    if anchor.weekday() == 5 and word == "this":
        sunday = anchor + timedelta(1)
    return value(i, j, sunday - timedelta(1), sunday, "relative")


def week(i: int, j: int, word: str, anchor: date | None) -> Value:
    """"last week" is the calendar week before, "this week" runs up to publication, "the past week" is seven days."""
    if anchor is None:
        return value(i, j, None, None, "relative")
    if word == "past":
        return value(i, j, anchor - timedelta(7), anchor, "relative")
    monday = anchor - timedelta(anchor.weekday() + 7 * (word == "last"))
    return value(i, j, monday, monday + timedelta(6) if word == "last" else anchor, "relative")


def counted(i: int, j: int, word: str, unit: str, direction: str, anchor: date | None) -> Value | None:
    """"two days later" counts from the date before it, "three weeks ago" from publication."""
    count = int(word) if word.isdecimal() and len(word) < 4 else COUNTS.get(word)
    days = count and count * (7 if unit.startswith("week") else 1)
    if direction in ("later", "afterwards", "earlier", "before"):
        on = direction in ("later", "afterwards")
        return value(i, j + 1, None, None, "relative", shift=days and (days if on else -days))
    if direction == "ago":
        day = anchor - timedelta(days) if anchor and days else None
        return value(i, j + 1, day, day, "relative")
    return None


def month_or_year(i: int, j: int, word: str, unit: str, anchor: date | None) -> Value:
    """The month or year of publication, or the one before it."""
    if anchor is None:
        return value(i, j, None, None, unit)
    if unit == "year":
        year = anchor.year - (word == "last")
        return value(i, j, date(year, 1, 1), date(year, 12, 31), "year")
    day = anchor.replace(day=1)
    if word == "last":
        day = (day - timedelta(1)).replace(day=1)
    return value(i, j, day, day.replace(day=monthrange(day.year, day.month)[1]), "month")
