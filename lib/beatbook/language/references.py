"""Figures that count nothing: phone numbers, times of day, years, ordinals, and numbers that name something."""

import re

from beatbook.language.measures import MEASURES
from beatbook.language.numbers import SMALL, is_digits
from beatbook.language.value import Value, touching

ORDINALS = {word: i + 1 for i, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth "
                                                  "eleventh twelfth".split())}
YEAR = re.compile(r"(?:19|20)\d\d$")
BEFORE_YEAR = frozenset("in since of until till from during by year fy before after early late mid and between to "
                        "january february march april may june july august september october november december "
                        "spring summer autumn winter fall".split())
BEFORE_PHONE = frozenset("call calling ring ringing phone phoning dial dialling on telephone tel text texting contact "
                         "contacting line hotline or via whatsapp at number extension ext fax".split())
SHORT_PHONES = frozenset("101 999 111 911 112 61016 10111 08600 311 105 000 131444 888222 60016".split())
# a word before a digit that makes it a name, a statute or a reference, not a count
LABELS = frozenset(
    "section sections sec chapter article schedule part level phase stage zone area route highway hwy interstate motorway "
    "junction exit ref reference quoting log crime cad no. number file case incident unit flat apartment apt room "
    "page district ward troop division category tier grade type model version figure table line bay gate terminal "
    "pier berth marker mile channel act class block title code rule count item schedules suite lot bay sr us "
    "i state us-".split()) - {"part", "count", "item", "case", "incident", "us", "i", "state", "line", "crime"}


def phone(t, i, end, floor):
    """"0800 555 111", "(315) 555-0139", "1-877-WANTED2", "101" after "call"."""
    low = t.low
    word = low[i]
    if not word.isdecimal():
        return None
    j, digits = i + 1, len(word)
    while j < end and (low[j].isdecimal() and "," not in low[j] or low[j] in ("-", "‑", "–", "(", ")", ".") and j + 1 < end
                       and (low[j + 1].isdecimal() or low[j + 1] == "(" or low[j] == ")" or low[j] == "-" and t.raw[j + 1].isupper())
                       or low[j - 1] == "-" and t.raw[j].isupper() and any(c.isdigit() for c in t.raw[j])):
        if t.starts[j] - t.ends[j - 1] > 1:
            break
        digits += sum(c.isdigit() for c in low[j])
        j += 1
    while low[j - 1] in ("-", "(", ")", ".", "–"):
        j -= 1
    cue = i > floor and (low[i - 1] in BEFORE_PHONE or low[i - 1] in ("(", ":", "+", "-") and i > floor + 1)
    if j > i + 1 and (digits >= 9 or digits >= 7 and (cue or word[0] == "0" or word in ("1800", "1300", "1850")) or digits >= 6 and word[0] == "0"):
        return Value("phone", i, j, i)
    if word in SHORT_PHONES and i > floor and (low[i - 1] in BEFORE_PHONE and not (low[i - 1] == "at") or low[i - 1] == "(") and (
            j == end or low[j] not in MEASURES):
        return Value("phone", i, i + 1, i)
    if len(word) >= 6 and (word[0] == "0" or cue and low[i - 1] != "at"):
        return Value("phone", i, j, i)
    return None


def time(t, i, end, floor):
    """"8.15pm", "22:40hrs", "0600 hours", "11am", "10:50 a.m."."""
    low = t.low
    word = low[i]
    if not is_digits(word) and word not in SMALL:
        return None
    j = i + 1
    if j + 1 < end and low[j] in (":", "h") and low[j + 1].isdecimal() and len(low[j + 1]) == 2 and touching(t, j):
        j += 2
        if j + 1 < end and low[j] == ":" and low[j + 1].isdecimal():
            j += 2
        clock = True
    else:
        clock = False
    if j < end and low[j] in ("am", "pm", "a.m.", "p.m.", "am.", "pm.", "noon", "o'clock", "o’clock"):
        return Value("time", i, j + 1, i)
    if j < end and low[j] in ("hrs", "hours", "hr", "h", "hrs.") and (clock or len(word) == 4 and word[0] in "012" and "," not in word):
        return Value("time", i, j + 1, i)
    return Value("time", i, j, i) if clock else None


def year_or_label(t, i, end, floor):
    low = t.low
    word = low[i]
    if YEAR.match(word) and "," not in word:
        after = t.raw[i + 1] if i + 1 < end else "."
        if i > floor and low[i - 1] in BEFORE_YEAR or after[0].isupper() and after.isalpha() or not after[0].isalpha() and after not in ("-", "–"):
            return Value("year", i, i + 1, i, float(word))
    if i > floor and is_digits(word):
        before = low[i - 1].rstrip(".")
        if before in LABELS or low[i - 1] in LABELS or before == "#" or low[i - 1] in ("/",) and touching(t, i):
            return Value("label", i, i + 1, i)
        if low[i - 1] in ("highway", "route", "operation", "interstate", "sh", "project") and t.raw[i - 1][0].isupper():
            return Value("label", i, i + 1, i)
    if is_digits(word) and i + 1 < end and low[i + 1] == "/" and touching(t, i + 1):
        j = i + 1
        while j < end and t.starts[j] == t.ends[j - 1]:
            j += 1
        return Value("label", i, j, i)
    return None


def ordinal(t, i, end, floor):
    low = t.low
    word = low[i]
    if word in ORDINALS:
        return Value("ordinal", i, i + 1, i, ORDINALS[word])
    if word.isdecimal() and i + 1 < end and low[i + 1] in ("st", "nd", "rd", "th") and touching(t, i + 1):
        return Value("ordinal", i, i + 2, i, int(word))
    return None
