"""Dates and periods, resolved against the publication date.

A date is read in two steps: its *parts* as written (weekday, day, month, year, or a word such as "yesterday"), then
one day or a period from one or two parts. The year that a release leaves out is the one nearest before publication;
a stated weekday decides where it fits, and is flagged where it does not.
"""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from beatbook.language import weeks
from beatbook.language.calendar import Part, before, complete, iso, valid
from beatbook.language.dateparts import (
    DAY_PARTS,
    DAY_WORDS,
    MONTHS,
    RELATIVE,
    TO,
    WEEKDAYS,
    after_month,
    bare_day,
    is_year,
    one_day,
    year_after,
)
from beatbook.language.value import Tokens, Value
from beatbook.language.weeks import COUNTS

FUTURE = frozenset("will due scheduled expected set until adjourned returns".split())
AFTER_DAY = frozenset(", . ) ; : ] at in when by with to – — - between across during as that the and on after around "
                      "near for from which where".split())
SUFFIX = re.compile(r"(st|nd|rd|th)(?:[-/–](\d{1,2})(?:st|nd|rd|th)?)?$")
CLOCK = frozenset("am pm a.m p.m a.m. p.m. hrs hours hour o'clock noon midnight : on at around about approximately the "
                  "early hours of morning late gmt bst".split())
COUNTED_FROM = frozenset("last this past following next same previous earlier weekend week w/c".split())
WEEK_ENDS = ("ending", "ended", "to")
NUMBERED = frozenset("no number # phase part find case item site stop wave stage exhibit".split())
SPANS = ("day", "days", "week", "weeks")

HYPHENED = frozenset(f"{a}-{b}" for names in (WEEKDAYS, MONTHS) for a in names for b in names) | frozenset(
    f"mid-{a}" for a in MONTHS)
STARTERS: frozenset[str] = COUNTED_FROM.union(MONTHS, WEEKDAYS, RELATIVE, HYPHENED, DAY_WORDS, COUNTS)


def match(t: Tokens, i: int, end: int) -> Value | None:
    """The date or period that starts at token i, or None.

    Args:
        t: the release's tokens, with its country (the order of 3/4/2022) and its date of publication.
        i, end: where to start and where to stop.

    Returns:
        A Value of kind "date": ``first`` and ``last`` are None where they cannot be known.
    """
    anchor = iso(t.published)
    word = t.low[i]
    if word in COUNTED_FROM or ((word in COUNTS or word.isdecimal()) and t.word(i + 1, end) in SPANS):
        found = _relative(t, i, end, anchor)
        if found:
            return _told_again(t, found, end, anchor) or found
    if word in HYPHENED:
        return _hyphened(t, i, anchor)
    if word.isdecimal():
        if i and (t.low[i - 1] in NUMBERED or (t.low[i - 1] == "." and t.low[i - 2] == "no")):
            return None  # "Find no. 1 – 14 June"
        found = _day_list(t, i, end, anchor)
        if found:
            return found
        found = _numeric_days(t, i, end)
        if found:
            return found
    first = one_day(t, i, end, anchor)
    if first is None:
        return None
    overnight = _next_morning(t, i, first, end, anchor)
    if overnight:
        return overnight
    second = _second(t, i, first, end, anchor)
    if second:
        found = _period(i, first, second, anchor)
        if found:
            return _in_brackets(t, found, end, anchor) or found
    return _day(t, i, first, anchor)


def _in_brackets(t: Tokens, found: Value, end: int, anchor: date | None) -> Value | None:
    """The days in brackets after a period of weekdays: "from Thursday through Saturday (August 16-18)"."""
    k = found.j + 1
    if t.word(k - 1, end) != "(" or k >= end:
        return None
    inner = _day_list(t, k, end, anchor) if t.low[k].isdecimal() else None
    first = one_day(t, k, end, anchor) if inner is None else None
    second = _second(t, k, first, end, anchor) if first else None
    if first and second:
        inner = _period(k, first, second, anchor)
    if inner is None or inner.first is None or t.word(inner.j, end) != ")":
        return None
    return replace(inner, i=found.i, at=found.at, j=inner.j + 1)


def _told_again(t: Tokens, found: Value, end: int, anchor: date | None) -> Value | None:
    """The day named behind one that is counted: "the next morning, Sept. 16", "two days later (on 5 May)"."""
    k = found.j
    if found.number is None or k + 2 >= end or t.low[k] not in (",", "(", "–"):
        return None
    k += 1 + (t.low[k + 1] in ("on", "the"))
    inner = one_day(t, k, end, anchor) if t.low[k] in STARTERS or t.low[k][0].isdecimal() else None
    day = complete(inner, anchor)[0] if inner and inner.day and inner.month else None
    return weeks.value(found.i, inner.j, day, day, "day") if inner and day else None


def _numeric_days(t: Tokens, i: int, end: int) -> Value | None:
    """Two days of one month in figures: "27/28.02.2025", "27-28/02/2025"."""
    if t.country == "US" or i + 4 >= end or t.low[i + 1] not in ("/", "-", "–") or not t.touches(i + 1):
        return None
    j = i + 2
    while j < end and j < i + 8 and t.touches(j) and t.low[j][0] in "0123456789/.-–":
        j += 1
    fields = re.fullmatch(r"(\d\d?)([/.-])(\d\d?)\2(\d{4})", "".join(t.low[i + 2:j]).rstrip("./-"))
    if not fields or fields[2] == t.low[i + 1]:
        return None
    first, last = (valid(int(fields[4]), int(fields[3]), int(day)) for day in (t.low[i], fields[1]))
    return weeks.value(i, j, first, last, "period") if first and last and first < last else None


def _next_morning(t: Tokens, i: int, first: Part, end: int, anchor: date | None) -> Value | None:
    """A day and the morning after it: "from 6pm on Tuesday until 2am the next morning"."""
    j = first.j
    if j + 2 >= end or t.low[j] not in TO:
        return None
    k = _clock(t, j + 1, end)
    k += k < end and t.low[k] == "the"
    if k + 1 >= end or t.low[k] not in ("next", "following") or t.low[k + 1] not in ("morning", "day"):
        return None
    day = complete(first, anchor)[0]
    return weeks.value(i, k + 2, day, day and day + timedelta(1), "period")


# two parts, or several days of one month

def _second(t: Tokens, i: int, first: Part, end: int, anchor: date | None) -> Part | None:
    """The other end of a period whose first part is read: "… to Sunday, 27 November", "… -22", "… until 0600 today"."""
    j = first.j
    between = _opened_by_between(t, i)
    if j + 1 < end and t.low[j] == "at":  # "Monday at 6am to Tuesday"
        k = _clock(t, j, end)
        j = k if k < end and t.low[k] in TO else j
    if j + 1 >= end:
        return None
    joint = t.low[j]
    if joint == "," and (t.low[j + 1] in ("through", "until", "to") or (between and t.low[j + 1] in ("and", "&"))):
        j, joint = j + 1, t.low[j + 1]
    if joint in ("through", "until", "up") and j + 1 < end and t.low[j + 1] in ("to", "until"):
        j, joint = j + 1, "to"
    if joint == "and" and t.low[j + 1 : j + 2] == ["into"]:  # "Friday night and into Saturday"
        j, joint = j + 1, "to"
    if (joint not in TO and joint not in ("and", "&")) or j + 1 >= end:
        return None
    k = _clock(t, j + 1, end)
    if k >= end:
        return None
    second = None
    if t.low[k] in STARTERS or t.low[k][0].isdecimal():
        second = one_day(t, k, end, anchor)
    if second is None and first.month and first.day:
        day = bare_day(t, j + 1, end)
        if day and day[0] > first.day and t.low[j + 1] not in DAY_WORDS:
            after = t.low[day[1]] if day[1] < end else "."
            dashed = joint not in ("and", "&") and t.touches(j)
            if dashed or after in AFTER_DAY or is_year(after) or after in DAY_PARTS:
                second = year_after(t, Part(day[1], day=day[0], month=first.month), end)
    if second and joint in ("and", "&") and not between and not _consecutive(first, second):
        return None
    if second and joint in ("-", "–", "—") and (second.relative or (first.day and second.day is None)):
        return None  # a dateline: "November 8, 2002 – Today the …"
    if second and joint in ("-", "–", "—") and second.known and first.known is None and first.day is None:
        return None
    return second


def _opened_by_between(t: Tokens, i: int) -> bool:
    """Whether "between" stands before token i, or before a time of day that does: "between 6am on Monday and …"."""
    back = i - 1
    while back >= 0 and i - back < 6 and (t.low[back] in CLOCK or t.low[back][0].isdecimal()):
        back -= 1
    return back >= 0 and t.low[back] == "between"


def _clock(t: Tokens, i: int, end: int) -> int:
    """The token after a time of day at token i ("0600 hours", "5pm on", "the early hours of"), or i."""
    j = i
    while j < end and j < i + 7 and (t.low[j] in CLOCK or (t.low[j][0].isdecimal() and t.word(j + 1, end) in CLOCK)):
        j += 1
    return j


def _consecutive(first: Part, second: Part) -> bool:
    """Whether two days joined by "and" follow one another, so that they are one period."""
    if first.day and second.day:
        return first.day + 1 == second.day and first.month in (None, second.month)
    if first.day or second.day or first.month or second.month:
        return False
    if first.weekday is not None and second.weekday is not None:
        return (first.weekday + 1) % 7 == second.weekday
    return bool(first.known and second.known and first.known + timedelta(1) == second.known)


def _day_list(t: Tokens, i: int, end: int, anchor: date | None) -> Value | None:
    """Days of one month that stands after them: "16-22 Feb", "20 and 21 May", "3, 4 and 5 May", "19th to 23rd June"."""
    days: list[int] = []
    ends: list[int] = []
    joints: list[str] = []
    j = i
    while j < end and len(days) < 8:
        day = bare_day(t, j, end)
        if day is None:
            return None
        days.append(day[0])
        j = day[1]
        ends.append(j)
        joined = SUFFIX.match(t.word(j, end))
        if joined and joined[2] and t.touches(j):
            days.append(int(joined[2]))  # "18th-20th"
            joints.append("-")
            j += 1
        k = j + (j < end and t.low[j] == "of")
        if k < end and t.low[k] in MONTHS and t.raw[k][0].isupper():
            j = k
            break
        if j + 1 < end and t.low[j] in (",", "and", "&", "to", "-", "–", "until", "through", "/"):
            joints.append(t.low[j])
            j += 1
            if t.low[j - 1] == "," and t.low[j] in ("and", "&"):
                j += 1
            continue
        return None
    else:
        return None
    if len(days) < 2 or not all(1 <= day <= 31 for day in days):
        return None
    month = MONTHS[t.low[j]]
    tail = year_after(t, Part(after_month(t, j, end), day=days[-1], month=month), end)
    between = i and t.low[i - 1] in ("between", "from")
    run = all(b == a + 1 for a, b in pairwise(days))
    if days == sorted(set(days)) and (between or run or (len(days) == 2 and joints[-1] not in (",", "and", "&"))):
        last = complete(tail, anchor)[0]
        first = last and valid(last.year, month, days[0])
        return weeks.value(i, tail.j, first, last if first else None, "period")
    if joints[0] in (",", "and", "&"):  # days apart: this one, the rest is read on its own
        one = complete(tail._replace(day=days[0]), anchor)[0]
        return weeks.value(i, ends[0], one, one, "day")
    return None


def _period(i: int, first: Part, second: Part, anchor: date | None) -> Value | None:
    """A period from its two ends; each lends the other the month and year that it lacks."""
    if second.month and first.month is None and first.day:
        first = first._replace(month=second.month)
    if first.month and second.month and (first.day is None) != (second.day is None):
        return None  # "October to 3 November": not two days
    if first.month and second.month and second.day is None and first.day is None:
        return _months(i, first, second, anchor)
    last, flag = complete(second, anchor)
    if last is None and first.year and second.day:
        last, flag = complete(second._replace(year=first.year), anchor)
    if last is None:
        return weeks.value(i, second.j, None, None, "period")
    start, other = _start(first, last, anchor)
    if start and start > last and first.year and second.year is None:  # "12 December 2022 to 3 January"
        later = second.month is not None and first.month is not None and second.month < first.month
        last = valid(first.year + later, last.month, last.day) if second.month else None
    if start is None or last is None or start > last:
        return None
    return weeks.value(i, second.j, start, last, "period", flag or other)


def _start(first: Part, last: date, anchor: date | None) -> tuple[date | None, str | None]:
    """The first day of a period that ends on ``last``, and the flag of its weekday."""
    if first.known or first.year:
        return complete(first, anchor)
    if first.month and first.day:
        start = valid(last.year, first.month, first.day)
        if start and start > last:
            start = valid(last.year - 1, first.month, first.day)
        wrong = start and first.weekday is not None and start.weekday() != first.weekday
        return start, "weekday" if wrong else None
    return (before(last, first.weekday), None) if first.weekday is not None else (None, None)


def _months(i: int, first: Part, second: Part, anchor: date | None) -> Value:
    """From one month to another, or one month where both are the same."""
    begins, ends = first.month or 1, second.month or 12
    year = second.year or first.year
    if year is None and anchor:
        year = anchor.year - (ends > anchor.month)
    if year is None:
        return weeks.value(i, second.j, None, None, "month")
    begin = first.year or year - (begins > ends)
    return weeks.value(i, second.j, date(begin, begins, 1), date(year, ends, monthrange(year, ends)[1]), "month")


def _day(t: Tokens, i: int, part: Part, anchor: date | None) -> Value | None:
    """One part alone: a day, a weekday, a relative day, or a month."""
    if part.ambiguous:
        return weeks.value(i, part.j, None, None, "day")
    if part.month and part.day is None:
        return _months(i, part, part, anchor)
    precision = "day" if part.day or part.month else "relative" if part.relative else "weekday"
    known: date | None
    flag: str | None = None
    if part.weekday is not None and precision == "weekday" and part.known is None and anchor and _ahead(t, i):
        known = before(anchor + timedelta(7), part.weekday)
    elif part.weekday is not None and precision == "weekday" and part.known is None and anchor and (
            i and t.low[i - 1] == "the"):
        known = before(anchor - timedelta(1), part.weekday)  # "on the Wednesday" is not today
    else:
        known, flag = complete(part, anchor, part.year is None and _ahead(t, i))
    if precision == "day" and known is None and part.year:
        return None  # 31 June
    return weeks.value(i, part.j, known, known, precision, flag)


def _ahead(t: Tokens, i: int) -> bool:
    """Whether the clause before token i looks ahead: "will appear … on Monday"."""
    for token in range(i - 1, max(-1, i - 14), -1):
        if t.low[token] in (".", ";"):
            return False
        if t.low[token] in FUTURE and not (t.low[token] == "set" and t.word(token + 1, i) not in ("for", "to")):
            return True
    return False


def _hyphened(t: Tokens, i: int, anchor: date | None) -> Value | None:
    """"Monday-Friday", "June-July", "mid-June" as one token."""
    a, _, b = t.low[i].partition("-")
    if a in WEEKDAYS:
        return _period(i, Part(i + 1, weekday=WEEKDAYS[a]), Part(i + 1, weekday=WEEKDAYS[b]), anchor)
    if a in MONTHS:
        return _months(i, Part(i + 1, month=MONTHS[a]), Part(i + 1, month=MONTHS[b]), anchor)
    return _day(t, i, Part(i + 1, month=MONTHS[b]), anchor)


def _relative(t: Tokens, i: int, end: int, anchor: date | None) -> Value | None:
    """Weeks, weekends, and days counted from another: "last week", "the following day", "two days later"."""
    word, following = t.low[i], t.word(i + 1, end)
    if word in ("week", "w/c"):
        return _week_of(t, i, end, anchor) if following else None
    if word in ("following", "next", "same", "previous") and (following == "day" or following in DAY_PARTS):
        return weeks.value(i, i + 2, None, None, "relative", shift={"same": 0, "previous": -1}.get(word, 1))
    if word == "earlier" and following in ("today", "yesterday"):
        day = one_day(t, i + 1, end, anchor)
        return day and _day(t, i, day, anchor)
    if word == "weekend" and i and t.low[i - 1] == "the":
        return weeks.weekend(i, i + 1, word, anchor)
    if word in ("last", "this", "past"):
        if following == "weekend":
            return weeks.weekend(i, i + 2, word, anchor)
        if following == "week" and t.word(i + 2, end) != "of":
            return weeks.week(i, i + 2, word, anchor)
        if following in ("month", "year"):
            return weeks.month_or_year(i, i + 2, word, following, anchor)
    if (word in COUNTS or word.isdecimal()) and following in SPANS:
        direction = t.word(i + 2, end)
        if direction == "before" and t.word(i + 3, end)[:1].isalpha():
            return None  # "two weeks before the trial"
        return weeks.counted(i, i + 2, word, following, direction, anchor)
    return None


def _week_of(t: Tokens, i: int, end: int, anchor: date | None) -> Value | None:
    """"week commencing 6 November", "week ending Sunday 12 May", "the week of Nov. 6"."""
    j = i + 1
    if t.low[i] == "week":
        if t.low[j] not in ("of", "commencing", "beginning", "starting", *WEEK_ENDS):
            return None
        j += 1
    if j < end and t.low[j] in ("on", "the"):
        j += 1
    if j >= end or (t.low[j] not in STARTERS and not t.low[j][0].isdecimal()):
        return None
    part = one_day(t, j, end, anchor)
    if part is None or part.day is None or _second(t, j, part, end, anchor):
        return None
    day, flag = complete(part, anchor)
    if day is None:
        return weeks.value(i, part.j, None, None, "period")
    first = day - timedelta(6) if t.low[i + 1] in WEEK_ENDS else day
    return weeks.value(i, part.j, first, first + timedelta(6), "period", flag)
