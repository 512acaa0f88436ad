"""Days of the calendar: what the parts of a date mean, given when the release was published."""

from datetime import date, timedelta
from typing import NamedTuple

SOON = timedelta(46)  # how far ahead a day without a year and without a word that looks ahead may lie


class Part(NamedTuple):
    """What is written of one day, ending before token j. ``known`` is a day that needs no year."""

    j: int
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    known: date | None = None
    relative: bool = False
    ambiguous: date | None = None


def iso(text: str | None) -> date | None:
    """A day from ISO text; None for None, for what is no day, and for years that no release is from."""
    try:
        day = date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None
    return day if day and 1900 <= day.year <= 2100 else None


def valid(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def before(day: date, weekday: int) -> date:
    """The last such weekday on or before a day."""
    return day - timedelta((day.weekday() - weekday) % 7)


def complete(part: Part, anchor: date | None, ahead: bool = False) -> tuple[date | None, str | None]:
    """The day that a part means, and the flag "weekday" where its weekday is another.

    Args:
        part: what is written.
        anchor: when the release was published; None where that is unknown.
        ahead: the text looks ahead, as to a hearing.
    """
    known: date | None
    if part.known:
        known = part.known
    elif part.month and part.day and part.year:
        known = valid(part.year, part.month, part.day)
    elif part.month and part.day and anchor:
        known = _nearest(part, anchor, ahead)
    elif part.day and part.weekday is not None and anchor:  # "Wednesday 4th"
        known = next((day for back in range(-10, 400) for day in (anchor - timedelta(back),)
                      if day.day == part.day and day.weekday() == part.weekday), None)
    elif part.weekday is not None and part.day is None and anchor:
        return before(anchor, part.weekday), None
    else:
        return None, None
    wrong = known and part.weekday is not None and known.weekday() != part.weekday
    return known, "weekday" if wrong else None


def _nearest(part: Part, anchor: date, ahead: bool) -> date | None:
    """A day without a year: the nearest before publication, of a fitting weekday first; what lies ahead, after it.

    A day of nearly a year ago is written with its year: the same day a few weeks ahead is likelier.
    """
    years = range(anchor.year + 1, anchor.year - 8, -1)
    options = [day for year in years if (day := valid(year, part.month or 0, part.day or 0))]
    past = [day for day in options if day <= anchor + timedelta(1)]
    future = [day for day in options if timedelta(1) < day - anchor <= timedelta(366)]
    if not past:
        return None
    best = past[0]
    if future and (anchor - best > timedelta(90) if ahead else future[-1] - anchor < SOON):
        best = future[-1]
    if part.weekday is None or best.weekday() == part.weekday:
        return best
    if timedelta(0) <= anchor - best <= timedelta(31):
        return best  # a wrong weekday is likelier than another year
    return next((day for day in past[:3] + future if day.weekday() == part.weekday), best)
