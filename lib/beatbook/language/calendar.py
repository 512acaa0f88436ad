"""Days of the calendar: what the parts of a date mean, given when the release was published."""

from datetime import date, timedelta
from typing import NamedTuple


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
    """A day from ISO text; None for None or for what is no day."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def before(day: date, weekday: int) -> date:
    """The last such weekday on or before a day."""
    return day - timedelta((day.weekday() - weekday) % 7)


def complete(part: Part, anchor: date | None) -> tuple[date | None, str | None]:
    """The day that a part means, and the flag "weekday" where its weekday is another."""
    if part.known:
        known = part.known
    elif part.month and part.day and part.year:
        known = valid(part.year, part.month, part.day)
    elif part.month and part.day and anchor:
        known = _nearest(part, anchor)
    elif part.day and part.weekday is not None and anchor:  # "Wednesday 4th"
        known = next((day for back in range(-10, 400) for day in (anchor - timedelta(back),)
                      if day.day == part.day and day.weekday() == part.weekday), None)
    elif part.weekday is not None and part.day is None and anchor:
        return before(anchor, part.weekday), None
    else:
        return None, None
    wrong = known and part.weekday is not None and known.weekday() != part.weekday
    return known, "weekday" if wrong else None


def _nearest(part: Part, anchor: date) -> date | None:
    """A day without a year: the nearest before publication, a fitting weekday first, a near future for a hearing."""
    options = [day for year in range(anchor.year + 1, anchor.year - 8, -1) if (day := valid(year, part.month, part.day))]
    past = [day for day in options if day <= anchor + timedelta(1)]
    future = [day for day in options if timedelta(1) < day - anchor <= timedelta(366)]
    if not past:
        return None
    best = past[0]
    if future and anchor - best > timedelta(245) and future[-1] - anchor < timedelta(121):
        best = future[-1]
    if part.weekday is None or best.weekday() == part.weekday:
        return best
    if timedelta(0) <= anchor - best <= timedelta(31):
        return best  # a wrong weekday is likelier than another year
    return next((day for day in past[:3] + future if day.weekday() == part.weekday), best)
