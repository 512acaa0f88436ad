"""Figures that count nothing: phone numbers, times of day, years, ordinals, and numbers that name something."""

import re

from beatbook.language.measures import MEASURES
from beatbook.language.numbers import SMALL, is_digits
from beatbook.language.value import Tokens, Value

ORDINALS = {
    word: i + 1
    for i, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
}
YEAR = re.compile(r"(?:19|20)\d\d$")
BEFORE_YEAR = frozenset(
    "in since of until till from during by year fy before after early late mid and between to january february march "
    "april may june july august september october november december spring summer autumn winter fall".split())
BEFORE_PHONE = frozenset(
    "call calling ring ringing phone phoning dial dialling on telephone tel text texting contact contacting line "
    "hotline or via whatsapp number extension ext fax".split())
# national police, emergency and tip lines (Ofcom; FCC N11; national forces' own pages)
SHORT_PHONES = frozenset("101 999 111 911 112 61016 10111 08600 311 105 000 131444 888222 60016".split())
FREEPHONE = ("1800", "1300", "1850")
# a word before a digit that makes it a name, a statute or a reference, not a count
LABELS = frozenset(
    "section sections sec chapter article schedule schedules level phase stage zone area route highway hwy interstate "
    "motorway junction exit ref reference quoting log cad no number file unit flat apartment apt room page district "
    "ward troop division category tier grade type model version figure table bay gate terminal pier berth marker mile "
    "channel act class block title code rule suite lot # /".split())
NAMED = frozenset("operation project sh".split())
TOUCHING_LABELS = frozenset("/")
JOINTS = frozenset("- – ( ) .".split())
CLOCK_ENDINGS = frozenset("am pm a.m. p.m. am. pm. noon o'clock".split())
HOURS = frozenset("hrs hours hr h hrs.".split())


def phone(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """"0800 555 111", "(315) 555-0139", "1-877-WANTED2"; "101" after "call"."""
    word = t.low[i]
    if not word.isdecimal():
        return None
    before = t.low[i - 1] if i > floor else ""
    cued = before in BEFORE_PHONE or (before in ("(", ":", "+", "-") and i > floor + 1)
    j, digits = _digit_groups(t, i, end)
    if j > i + 1 and (
        digits >= 9
        or (digits >= 7 and (cued or word[0] == "0" or word in FREEPHONE))
        or (digits >= 6 and word[0] == "0")
    ):
        return Value("phone", i, j, i)
    if word in SHORT_PHONES and (before in BEFORE_PHONE or before == "(") and t.word(i + 1, end) not in MEASURES:
        return Value("phone", i, i + 1, i)
    if len(word) >= 6 and (word[0] == "0" or cued):
        return Value("phone", i, j, i)
    return None


def _digit_groups(t: Tokens, i: int, end: int) -> tuple[int, int]:
    """The end of a run of digit groups, no further apart than a blank, and how many digits it has."""
    j, digits = i + 1, len(t.low[i])
    while j < end and t.starts[j] - t.ends[j - 1] <= 1:
        word = t.low[j]
        joint = word in JOINTS and j + 1 < end and (
            t.low[j + 1].isdecimal() or t.low[j + 1] == "(" or word == ")" or (word == "-" and t.capital(j + 1)))
        lettered = t.low[j - 1] == "-" and t.capital(j) and any(c.isdigit() for c in word)  # 1-877-WANTED2
        if not (word.isdecimal() or joint or lettered):
            break
        digits += len(word) if lettered else sum(c.isdigit() for c in word)
        j += 1
    while t.low[j - 1] in JOINTS:
        j -= 1
    return j, digits


def time(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """"8.15pm", "22:40hrs", "0600 hours", "11am", "10:50 a.m."."""
    word = t.low[i]
    if not is_digits(word) and word not in SMALL:
        return None
    j, clock = i + 1, False
    while t.word(j, end) in (":", "h") and t.word(j + 1, end).isdecimal() and len(t.low[j + 1]) == 2 and t.touches(j) \
            and (t.touches(j + 1) or t.low[j] == "h"):
        j, clock = j + 2, True
    after = t.word(j, end)
    if after in CLOCK_ENDINGS:
        return Value("time", i, j + 1, i)
    military = len(word) == 4 and word[0] in "012" and word.isdecimal()
    if after in HOURS and (clock or military):
        return Value("time", i, j + 1, i)
    return Value("time", i, j, i) if clock else None


def year_or_label(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """"in 2019", "2011 Nissan"; "Section 5", "Highway 16", "#4471", "4471/16FEB"."""
    word = t.low[i]
    if not is_digits(word):
        return None
    before = t.low[i - 1] if i > floor else ""
    if YEAR.match(word):
        after = t.raw[i + 1] if i + 1 < end else "."
        model = after[0].isupper() and after.isalpha()  # "a 2011 Nissan Altima"
        if before in BEFORE_YEAR or model or (not after[0].isalpha() and after not in ("-", "–")):
            return Value("year", i, i + 1, i, int(word))
    if before.rstrip(".") in LABELS and (before not in TOUCHING_LABELS or t.touches(i)):
        return Value("label", i, i + 1, i)
    if before in NAMED and t.capital(i - 1):
        return Value("label", i, i + 1, i)
    if t.word(i + 1, end) == "/" and t.touches(i + 1):
        j = i + 2
        while j < end and t.touches(j):
            j += 1
        return Value("label", i, j, i)
    return None


def ordinal(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """"third", "21st"."""
    word = t.low[i]
    if word in ORDINALS:
        return Value("ordinal", i, i + 1, i, ORDINALS[word])
    if word.isdecimal() and t.word(i + 1, end) in ("st", "nd", "rd", "th") and t.touches(i + 1):
        return Value("ordinal", i, i + 2, i, int(word))
    return None
