"""Dates that hang on other dates of the same text: "the following day", and years that only another date tells."""

from collections.abc import Iterable
from datetime import timedelta

from beatbook.language import dates
from beatbook.language.calendar import iso, valid
from beatbook.language.dateparts import MONTHS, WEEKDAYS, is_year
from beatbook.language.value import Tokens, Value

NEARBY = 80  # tokens from a date with its year to one that takes it
FAR = timedelta(200)
DATED = ("day", "weekday", "period", "relative")


def settle(t: Tokens, values: Iterable[Value]) -> None:
    """Fill in, in place, the days of dates that depend on others.

    Args:
        t: the release's tokens. Where it has no date of publication, day and month take the year that brings them
            nearest to a full date of the text.
        values: all values of the release, in order.
    """
    found = [value for value in values if value.kind == "date"]
    if iso(t.published) is None:
        _lend_years(t, found)
    else:
        _carry_years(t, found)
    before = None
    for value in found:
        if value.number is not None and value.precision == "relative":
            day = iso(before.last) if before else None
            if day and abs(value.number) < 1000:
                value.first = value.last = str(day + timedelta(int(value.number)))
        elif value.first and value.precision in DATED and not (t.published and value.first > t.published):
            before = value  # nothing that is told follows a hearing to come


def _carry_years(t: Tokens, found: list[Value]) -> None:
    """A story told with its year goes on in it: "by March 2023 they knew the car. On the night of 19 March …"."""
    told: Value | None = None
    for value in found:
        words = t.low[value.i:value.j]
        if any(is_year(word) for word in words):
            told = value if value.first and value.precision in ("day", "month", "period") else None
            continue
        day, start = iso(value.first), iso(told.first) if told else None
        if not (told and day and start) or value.precision != "day" or value.i - told.j > NEARBY or (
                day != iso(value.last)):
            continue
        if not WEEKDAYS.keys().isdisjoint(words) or not any(word in MONTHS for word in words):
            continue
        options = (valid(year, day.month, day.day) for year in (start.year, start.year + 1))
        next_day = next((option for option in options if option and option >= start), None)
        if next_day and next_day < day and day - start > FAR and next_day - start < FAR:
            value.first = value.last = str(next_day)


def _lend_years(t: Tokens, found: list[Value]) -> None:
    full = [value for value in found if value.first and value.precision in ("day", "period")]
    if not full:
        return
    for value in found:
        if value.first is None and value.precision in ("day", "period") and any(
                word[0].isdecimal() for word in t.low[value.i:value.j]):
            known = iso(min(full, key=lambda other: abs(other.i - value.i)).first)
            if known is None:
                continue
            options = []
            for year in range(known.year - 2, known.year + 2):
                again = dates.match(t._replace(published=f"{year}-12-31"), value.i, value.j)
                day = iso(again.first) if again else None
                if again and day and again.precision == value.precision:
                    options.append((again.flag is not None, abs(day - known), again))
            if options:
                best = min(options, key=lambda option: option[:2])[2]
                value.first, value.last, value.flag = best.first, best.last, best.flag
