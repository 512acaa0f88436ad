"""The parts of one day as written: weekday, day, month and year, or a word such as "yesterday"."""

import re
from datetime import date, timedelta

from beatbook.language.calendar import Part, before, valid
from beatbook.language.value import Tokens

MONTHS = {
    word: number
    for number, words in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"), 1)
    for word in words.split()
}
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        ("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs", "friday fri",
         "saturday sat", "sunday sun"))
    for word in words.split()
}
DAY_WORDS = {word: number for number, word in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth".split(), 1)}
RELATIVE = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
DAY_PARTS = frozenset("morning afternoon evening night lunchtime midday daytime".split())
BEFORE_MONTH = frozenset("in of since during until till last this early late mid by from through throughout to between "
                         "before after for and next earlier".split())
NOT_A_DAY = frozenset(("good", "black", "easter", "cyber", "every", "each", "per", "ruby", "operation", "project"))
AFTER_NAME = frozenset("times mail telegraph mirror post world express people herald newspaper".split())

TO = frozenset(("to", "until", "till", "through", "thru", "-", "–", "—", "‑", "up"))


def one_day(t: Tokens, i: int, end: int, anchor: date | None) -> Part | None:
    """The parts of one day at token i: "Monday, 21 November", "Nov. 13, 2024", "yesterday morning (6 March)"."""
    word = t.low[i]
    if word in RELATIVE:
        j = i + 1
        if j < end and t.low[j] in DAY_PARTS:
            j += 1
        known = anchor + timedelta(RELATIVE[word]) if anchor else None
        return _with_explicit(t, Part(j, known=known, relative=True), end, anchor)
    if word in ("last", "this") and i + 1 < end:
        following = t.low[i + 1]
        if following in ("night", "evening") or (word == "this" and following in DAY_PARTS):
            known = anchor - timedelta(word == "last") if anchor else None
            return _with_explicit(t, Part(i + 2, known=known, relative=True), end, anchor)
        if following in WEEKDAYS and len(following) > 5 and t.raw[i + 1][0].isupper():
            part = _weekday(t, i + 1, end, anchor)
            if part and part.weekday is not None and word == "last" and part.day is None and anchor:
                known = before(anchor - timedelta(1), part.weekday)
                part = part._replace(known=known)
            return part
        return None
    if word in WEEKDAYS:
        return _weekday(t, i, end, anchor)
    return _explicit(t, i, end, anchor)


def _weekday(t: Tokens, i: int, end: int, anchor: date | None) -> Part | None:
    word = t.low[i]
    newspaper = t.word(i + 1, end) in AFTER_NAME and t.capital(i + 1)
    if not t.capital(i) or newspaper or (i and t.low[i - 1] in NOT_A_DAY):
        return None
    j = i + 1
    short = len(word) < 6
    if j < end and t.low[j] == "." and short:
        j += 1
    bare = j + (t.word(j, end) == "," and t.word(j + 1, end).isdecimal() and t.word(j + 2, end) in TO)
    if j < end and t.low[j] in DAY_PARTS:
        j += 1
    part = Part(j, weekday=WEEKDAYS[word])
    with_date = _with_explicit(t, part, end, anchor)
    if with_date is not part:
        return with_date
    if short:
        return None
    k = bare + (bare < end and t.low[bare] == "the")
    day = bare_day(t, k, end)  # "Wednesday 4th", "Monday 19 to Friday 23 June"
    if day and (k < day[1] - 1 or (day[1] < end and (t.low[day[1]] in TO or t.low[day[1]] in ("and", "&")))):
        return part._replace(j=day[1], day=day[0])
    if day and k == bare == j and anchor and t.word(day[1], end) in (".", ",", ";", "") and (
            any((anchor - timedelta(back)).weekday() == part.weekday and (anchor - timedelta(back)).day == day[0]
                for back in range(31))):  # "still there on Wednesday 27."
        return part._replace(j=day[1], day=day[0])
    if j + 1 < end and t.low[j] in ("last", "this") and t.low[j + 1] == "week":
        monday = anchor - timedelta(anchor.weekday() + 7 * (t.low[j] == "last")) if anchor else None
        return part._replace(j=j + 2, known=monday and monday + timedelta(WEEKDAYS[word]))
    return part


def _with_explicit(t: Tokens, part: Part, end: int, anchor: date | None) -> Part:
    """The part joined with a date that follows it, after a comma, "the" or in brackets; else the part itself."""
    j = part.j
    bracket = j < end and t.low[j] in ("(", "[")
    if j < end and t.low[j] in (",", "(", "[", "-", "–", "the", "on"):
        j += 1
    if j < end and t.low[j] == "the":
        j += 1
    if j >= end:
        return part
    found = None
    if t.low[j] in WEEKDAYS and part.weekday is None:
        found = _weekday(t, j, end, anchor)
        if found and found.day is None and not bracket:
            return part
    elif t.low[j] in MONTHS or t.low[j][0].isdecimal() or t.low[j] in DAY_WORDS:
        found = _explicit(t, j, end, anchor, loose=True)
    if found is None or (found.day is None and found.known is None and found.weekday is None):
        return part
    j = found.j
    if bracket and t.word(j, end) in TO:
        return part  # "Thursday through Saturday (August 16-18)": the days of both
    if bracket and j < end and t.low[j] in (")", "]"):
        j += 1
    if found.day is None and found.known is None:  # "yesterday (Tuesday)"
        return part._replace(j=j, weekday=found.weekday)
    return found._replace(j=j, weekday=part.weekday if found.weekday is None else found.weekday)


def _explicit(t: Tokens, i: int, end: int, anchor: date | None, loose: bool = False) -> Part | None:
    """A date with day and month, or month and year, at token i: "21 November", "Nov. 13, 2024", "04/07/2022"."""
    word = t.low[i]
    if word in MONTHS:
        return _month_first(t, i, end)
    if word in DAY_WORDS or (word.isdecimal() and len(word) <= 2):
        day = bare_day(t, i, end)
        if day:
            j = day[1] + (day[1] < end and t.low[day[1]] == "of")
            if j < end and t.low[j] in MONTHS and t.raw[j][0].isupper() and not t.touches(j):
                return year_after(t, Part(after_month(t, j, end), day=day[0], month=MONTHS[t.low[j]]), end)
    if word[0].isdecimal():
        return _numeric(t, i, end, anchor, loose)
    return None


def bare_day(t: Tokens, i: int, end: int) -> tuple[int, int] | None:
    """A day of the month at token i: (day, next token): "21", "11th", "first"."""
    if i >= end:
        return None
    word = t.low[i]
    if word in DAY_WORDS:
        return DAY_WORDS[word], i + 1
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    j = i + 1
    if j < end and t.low[j] in ("st", "nd", "rd", "th"):
        j += 1
    return int(word), j


def after_month(t: Tokens, i: int, end: int) -> int:
    """The token after a month at token i, and after the stop of a shortened one."""
    shortened = len(t.low[i]) <= 4 and t.low[i] not in ("june", "july", "may")
    return i + 2 if shortened and t.word(i + 1, end) == "." else i + 1


def _month_first(t: Tokens, i: int, end: int) -> Part | None:
    if not t.raw[i][0].isupper():
        return None
    month, j = MONTHS[t.low[i]], after_month(t, i, end)
    alone_after = i and t.low[i - 1] in ("in", "during", "throughout")
    k = j + (j < end and t.low[j] == "the")
    day = bare_day(t, k, end)
    if day and t.low[k] not in DAY_WORDS:
        part = year_after(t, Part(day[1], day=day[0], month=month), end)
        if part.year or not alone_after or day[1] > k + 1:
            return part
    k = j + (j < end and t.low[j] in (",", "of"))
    if k < end and is_year(t.low[k]):
        return Part(k + 1, month=month, year=int(t.low[k]))
    # a month alone: names (June, April, May) and verbs (may, march) are left unless a preposition leads to it
    if not i or t.low[i - 1] not in BEFORE_MONTH or (j < end and t.raw[j][0].isupper() and t.raw[j].isalpha()):
        return None
    if t.low[i] in ("may", "march") or len(t.low[i]) == 3:
        return None if t.low[i - 1] in ("and", "to", "for", "by", "between", "of") else Part(j, month=month)
    return Part(j, month=month)


def is_year(word: str) -> bool:
    """Whether a token is a year of the 20th or 21st century."""
    return len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20")


def year_after(t: Tokens, part: Part, end: int) -> Part:
    """The part with the year that follows it: "2024", ", 2024", "of 2024", "25"."""
    j = part.j
    k = j + (j < end and t.low[j] in (",", "of"))
    if k < end and is_year(t.low[k]):
        return part._replace(j=k + 1, year=int(t.low[k]))
    word = t.word(j, end)
    if len(word) == 2 and word.isdecimal() and "10" <= word <= "39" and t.raw[j - 1].isalpha() and (
            j + 1 >= end or t.low[j + 1] in (".", ",", ")", ";", "at", "–", "-")):
        return part._replace(j=j + 1, year=2000 + int(word))
    return part


def _numeric(t: Tokens, i: int, end: int, anchor: date | None, loose: bool) -> Part | None:
    """"04/07/2022", "2021-03-13", "13.06.2024"; "29/11" only beside a weekday."""
    j = i + 1
    while j < end and j < i + 6 and t.touches(j) and (t.low[j] in "/.-–" or t.low[j][0] in ".0123456789"):
        j += 1
    while t.low[j - 1] in "/.-–":
        j -= 1
    if j - i == 1:
        return None
    fields = re.split(r"[/.\-–]", "".join(t.low[i:j]))
    if not all(field.isdecimal() and len(field) <= 4 for field in fields):
        return None
    if len(fields) not in ((2, 3) if loose else (3,)):
        return None
    if len({token for token in t.low[i + 1:j] if token in ("/", "-", "–")}) > 1:
        return None
    if len(fields) == 2:
        if t.low[i + 1] != "/" or fields == ["24", "7"]:
            return None
        former, latter = map(int, fields)
        month, day = (former, latter) if t.country == "US" and former <= 12 else (latter, former)
        return Part(j, day=day, month=month) if valid(2024, month, day) else None
    a, b, c = fields
    if len(a) == 4:
        known = valid(int(a), int(b), int(c))
        return Part(j, day=known.day, month=known.month, year=known.year, known=known) if known else None
    if len(c) == 4 and "1900" <= c <= "2099":
        year = int(c)
    elif len(c) == 2 and len(a) <= 2 and len(b) <= 2 and (t.low[i + 1] in ("/", ".") or t.low[i + 1][0] == "."):
        year = 2000 + int(c)
    else:
        return None
    day_first, month_first = valid(year, int(b), int(a)), valid(year, int(a), int(b))
    known = (month_first or day_first) if t.country == "US" else (day_first or month_first)
    if t.country in ("CA", None) and day_first and month_first and day_first != month_first:
        past = [day for day in (day_first, month_first) if anchor and timedelta(-3) <= anchor - day]
        if not past:
            return Part(j, ambiguous=known)
        known = max(past)
    return Part(j, day=known.day, month=known.month, year=known.year, known=known) if known else None
