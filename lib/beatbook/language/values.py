"""Values with their spans: money, measures, calibres, ages, times, phone numbers, and what is left as plain numbers.

One pass over a sentence's tokens; at each digit or number word the most specific reading wins, so that a date,
a phone number or an age is never taken for a count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from beatbook.language import dates
from beatbook.language.measures import (
    AMOUNTS, DOLLARS, MEASURES, MONEY_WORDS, PREFIXES, RUPEES, SCALE_LETTERS, SYMBOLS, dollar,
)
from beatbook.language.numbers import (
    DETERMINERS, FRACTIONS, SCALES, SMALL, TENS, cardinal, is_digits, modifier_before, tidy, vague,
)

ORDINALS = {word: i + 1 for i, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth "
                                                  "eleventh twelfth".split())}
DECADES = {f"{ten[:-1]}ies": f"{tens}s" for ten, tens in TENS.items()}
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
PERSON_TAIL = frozenset(
    "man men woman women boy boys girl girls male males female females teenager teenagers youth youths child person people "
    "suspect suspects driver passenger juvenile juveniles national resident defendant victim both".split())


@dataclass(slots=True)
class Value:
    """A value at tokens [i, j); the number itself begins at ``at``, after words such as "around".

    kind: "number", "vague" (no number: "several"), "money", "measure", "length" (also area, duration, volume, mm),
    "percent", "calibre", "age", "time", "phone", "ordinal", "year", "label" (a number that names something), "date".
    """

    kind: str
    i: int
    j: int
    at: int
    number: float | int | None = None
    maximum: float | int | None = None
    modifier: str = "exact"
    unit: str | None = None  # of a measure, or the currency of money
    ages: tuple[str, ...] = ()
    first: str | None = None  # of a date: its first and last day, ISO
    last: str | None = None
    precision: str | None = None


def scan(low: list[str], raw: list[str], starts: list[int], ends: list[int], i: int, end: int,
         country: str | None, published: str | None) -> Iterator[Value]:
    """The values among tokens [i, end), which are one sentence, in order and not overlapping.

    Args:
        low, raw, starts, ends: the release's tokens, lower-cased and as written, and where they stand.
        country, published: of the release; for "$" and for dates.
    """
    floor = i
    while i < end:
        word = low[i]
        found = None
        if word in dates.STARTERS or is_digits(word):
            found = dates.match(low, raw, starts, ends, i, end, country, published)
        if found is None and (is_digits(word) or word in STARTERS or word in SYMBOLS or word in PREFIXES
                              or word in RUPEES or word == "r"):
            for reader in READERS:
                found = reader(low, raw, starts, ends, i, end, floor, country)
                if found:
                    break
        if found is None:
            i += 1
            continue
        if found.kind in ("number", "money", "measure", "vague", "percent") and found.i == found.at:
            before = modifier_before(low, found.i, floor)
            if before:
                found.modifier, found.i = before
        yield found
        i = floor = found.j


def _touching(starts, ends, i) -> bool:
    return starts[i] == ends[i - 1]


def _phone(low, raw, starts, ends, i, end, floor, country):
    """"0800 555 111", "(315) 555-0139", "1-877-WANTED2", "101" after "call"."""
    word = low[i]
    if not word.isdecimal():
        return None
    j, digits = i + 1, len(word)
    while j < end and (low[j].isdecimal() and "," not in low[j] or low[j] in ("-", "‑", "–", "(", ")", ".") and j + 1 < end
                       and (low[j + 1].isdecimal() or low[j + 1] == "(" or low[j] == ")" or low[j] == "-" and raw[j + 1].isupper())
                       or low[j - 1] == "-" and raw[j].isupper() and any(c.isdigit() for c in raw[j])):
        if starts[j] - ends[j - 1] > 1:
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


def _time(low, raw, starts, ends, i, end, floor, country):
    """"8.15pm", "22:40hrs", "0600 hours", "11am", "10:50 a.m."."""
    word = low[i]
    if not is_digits(word) and word not in SMALL:
        return None
    j = i + 1
    if j + 1 < end and low[j] in (":", "h") and low[j + 1].isdecimal() and len(low[j + 1]) == 2 and _touching(starts, ends, j):
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


def _scaled(low, starts, ends, j, end, number):
    """A scale written on to the number or after it: "1.2m", "£3.2 million", "23k", "2.5 crore"."""
    if j < end and low[j] in SCALE_LETTERS and (low[j] in SCALES or low[j] in ("mn", "mln", "cr", "mil", "bn") or _touching(starts, ends, j)
                                                or low[j] in ("m", "million-worth")):
        return number * SCALE_LETTERS[low[j]], j + 1, low[j]
    if j + 1 < end and low[j] == "-" and low[j + 1] in ("million", "billion"):
        return number * SCALE_LETTERS[low[j + 1]], j + 2, low[j + 1]
    return number, j, None


def _money(low, raw, starts, ends, i, end, floor, country):
    """"£20,000", "US$1.2 million", "R5 000", "Rs 2.5 crore", "20,000 euros", "£2,000-£3,000"."""
    at, currency, word = i, None, low[i]
    if word in SYMBOLS:
        currency, i = SYMBOLS[word], i + 1
    elif word in PREFIXES and i + 1 < end and (low[i + 1] in SYMBOLS and _touching(starts, ends, i + 1)
                                               or word in ("eur", "gbp", "usd", "aud", "cad", "nzd", "hkd", "sgd", "zar") and is_digits(low[i + 1])):
        currency = PREFIXES[word] if word not in ("eur", "gbp") else word.upper()
        i += 2 if low[i + 1] in SYMBOLS else 1
    elif word in RUPEES and i + 1 < end and (is_digits(low[i + 1]) or low[i + 1] == "."):
        currency, i = "INR", i + (2 if low[i + 1] == "." else 1)
    elif word == "r" and country in ("ZA", None) and i + 1 < end and is_digits(low[i + 1]) and raw[i] == "R":
        currency, i = "ZAR", i + 1
    elif re.fullmatch(r"r\d+", word) and country == "ZA":
        return None
    if currency:
        if i >= end or not is_digits(low[i]):
            return None
        number, j = float(low[i].replace(",", "")), i + 1
        while j < end and len(low[j]) == 3 and low[j].isdecimal() and currency in ("ZAR", "EUR") and starts[j] - ends[j - 1] == 1:
            number, j = number * 1000 + float(low[j]), j + 1
        if j + 1 < end and low[j] == "," and low[j + 1].isdecimal() and _touching(starts, ends, j + 1) and currency == "INR":
            while j + 1 < end and low[j] == "," and low[j + 1].isdecimal() and _touching(starts, ends, j + 1):
                number, j = number * 10 ** len(low[j + 1]) + float(low[j + 1]), j + 2
        number, j, scale = _scaled(low, starts, ends, j, end, number)
    else:
        found = cardinal(low, i, end)
        if not found or found.value is None:
            return None
        number, j = found.value, found.j
        number, j, scale = _scaled(low, starts, ends, j, end, number)
        if j < end and low[j] in ("us", "hong", "canadian", "australian", "singapore", "american") and j + 1 < end:
            j += 2 if low[j] == "hong" else 1
        if j >= end or low[j] not in MONEY_WORDS or low[j] == "pence":
            return None
        currency, j = MONEY_WORDS[low[j]], j + 1
    if currency == "$":
        currency = dollar(country)
    if j < end and low[j] in ("usd", "cad", "aud", "nzd", "hkd", "sgd"):
        currency, j = low[j].upper(), j + 1
    number, maximum, j = tidy(number), None, j
    if j + 1 < end and low[j] in ("to", "-", "–", "—", "and", "‑"):
        other = _money(low, raw, starts, ends, j + 1, end, floor, country) if low[j + 1] in SYMBOLS or low[j + 1] in PREFIXES else None
        if other is None and low[j] in ("-", "–", "‑") and is_digits(low[j + 1]):
            upper, k, upper_scale = _scaled(low, starts, ends, j + 2, end, float(low[j + 1].replace(",", "")))
            other = Value("money", j + 1, k, j + 1, tidy(upper), unit=currency)
        between = at > floor and low[at - 1] in ("between", "from")
        if other and (low[j] != "and" or between) and (other.maximum is None) and other.number:
            if not scale and other.number >= 1000 * number:
                number = tidy(number * (1_000_000 if other.number >= 1_000_000 * 1 and number < 1000 else 1))
            if other.number > number:
                maximum, j = other.number, other.j
                return Value("money", at - between, j, at, number, maximum, unit=currency)
    plus = j < end and low[j] == "+" and _touching(starts, ends, j)
    return Value("money", at, j + plus, at, number, maximum, "min" if plus else "exact", currency)


def _measure(low, raw, starts, ends, i, end, floor, country):
    """"1.2kg", "half a kilo", "a kilo and a half", "4-5 pounds", "between 20 and 25 grams", "9mm"."""
    word, at, maximum = low[i], i, None
    if word in FRACTIONS and not (word == "third" or word == "quarter"):
        number, j = FRACTIONS[word], i + 1
        if j < end and low[j] in ("a", "an") or j < end and low[j] in ("-", "‑"):
            j += 1
        if word == "half" and i > floor and low[i - 1] in ("a", "an"):
            at = i - 1
    elif word.startswith("half-") and word[5:] in MEASURES:
        return Value("measure", at, i + 1, at, 0.5, unit=MEASURES[word[5:]])
    elif word in ("a", "an"):
        number, j = 1, i + 1
        if j < end and low[j] in ("half", "quarter"):
            number, j = (0.5 if low[j] == "half" else 0.25), j + 1
            if j + 1 < end and low[j] in ("a", "of") and low[j + 1] in ("a", "an"):
                j += 2
            elif j < end and low[j] in ("a", "an", "of", "-"):
                j += 1
    elif re.fullmatch(r"(?:\w+-)?and-a-half", word) and word.split("-")[0] in SMALL:
        number, j = SMALL[word.split("-")[0]] + 0.5, i + 1
    else:
        found = cardinal(low, i, end)
        if not found or found.value is None:
            return None
        number, j = found.value, found.j
        if j + 1 < end and low[j] == "and" and low[j + 1] in ("a", "half") and low[j + 1:j + 3] in (["a", "half"], ["half", "a"]):
            number, j = number + 0.5, j + 3
        elif j < end and low[j] in ("½", "¼", "¾"):
            number, j = number + FRACTIONS[low[j]], j + 1
        number, j, scale = _scaled(low, starts, ends, j, end, number) if j < end and low[j] in SCALES else (number, j, None)
        upper = _upper(low, starts, ends, j, end, at, floor)
        if upper:
            maximum, j = upper
            at = at - 1 if at > floor and low[at - 1] in ("between", "from") else at
    k = j
    if k < end and low[k] in ("-", "‑") and k + 1 < end and _touching(starts, ends, k + 1):
        k += 1
    if k + 1 < end and low[k] in ("metric", "full", "fluid", "troy") and low[k + 1] in MEASURES:
        k += 1
    if low[k:k + 2] == ["per", "cent"]:
        return Value("percent", at, k + 2, at, tidy(number))
    if k >= end:
        return None
    unit_word = low[k]
    if unit_word not in MEASURES:
        head = unit_word.split("-")[0]
        if "-" in unit_word and head in MEASURES and MEASURES[head] in ("length", "duration", "mm"):
            return Value("length", at, k + 1, at, tidy(number))
        if "-" in unit_word and head in MEASURES and MEASURES[head] in AMOUNTS:
            return Value("measure", at, k + 1, at, tidy(number), maximum, unit=MEASURES[head])  # "10-kilo-block"
        return None
    unit = MEASURES[unit_word]
    if word in ("a", "an") and j == i + 1 and unit_word in ("g", "l", "mt", "in-long", "m", "ft", "min", "second"):
        return None
    if unit_word == "mt" and not _touching(starts, ends, k):
        return None
    if unit_word == "." and k + 1 < end:
        return None
    k += 1
    if unit == "percent":
        return Value("percent", at, k, at, tidy(number))
    if unit_word in ("pound", "pounds") and country in ("GB", "IE") and (k >= end or low[k] in ("in", "worth", "cash", "notes")):
        return Value("money", at, k, at, tidy(number), tidy(maximum), unit="GBP")
    if k + 1 < end and low[k] == "and" and low[k + 1] in ("a", "half") and low[k + 1:k + 3] in (["a", "half"], ["half", "a"]):
        number, k = number + 0.5, k + 3  # "a kilo and a half"
    if unit in AMOUNTS:
        if k < end and low[k] == "." and k + 1 < end and raw[k + 1][0].islower():
            k += 1  # "lbs."
        return Value("measure", at, k, at, tidy(number), tidy(maximum), unit=unit)
    return Value("length", at, k, at, tidy(number), tidy(maximum), unit=unit)


def _upper(low, starts, ends, j, end, at, floor):
    """The upper end of a range that goes on at token j: "20 to 30", "4-5", "between 20 and 25"."""
    if j + 1 >= end:
        return None
    between = at > floor and low[at - 1] in ("between", "from")
    if low[j] in ("to", "or") and (low[j] == "to" or between) or low[j] in ("-", "–", "‑") or low[j] == "and" and at > floor and low[at - 1] == "between":
        other = cardinal(low, j + 1, end)
        first = cardinal(low, at, j)
        if other and other.value is not None and first and first.value is not None and other.value > first.value:
            return other.value, other.j
    return None


def _calibre(low, raw, starts, ends, i, end, floor, country):
    """".38", "9mm", "12-bore", "12 gauge", ".22 calibre", "7.62x39mm"."""
    word = low[i]
    if not is_digits(word):
        return None
    j = i + 1
    if j < end and re.fullmatch(r"x\d+(?:mm)?", low[j]) and _touching(starts, ends, j):
        j += 1
        if j < end and low[j] == "mm":
            j += 1
        return Value("calibre", i, j, i)
    if j + 1 < end and low[j] in ("-", "‑") and low[j + 1] in ("bore", "gauge", "calibre", "caliber", "cal", "mm"):
        return Value("calibre", i, j + 2, i)
    if j < end and low[j] in ("bore", "gauge", "ga"):
        return Value("calibre", i, j + 1, i)
    if j < end and low[j] == "mm" and float(word.replace(",", "")) <= 40:
        return Value("calibre", i, j + 1, i)
    if word[0] == ".":
        return Value("calibre", i, j, i)
    if j < end and low[j] in ("calibre", "caliber", "cal", "cal.", "-calibre", "-caliber"):
        return Value("calibre", i, j, i)
    return None


def _age_list(low, i, end):
    """Ages at token i: "24", "16 and 17", "24, 31 and 55", "between 18 and 44", "18 to 55", "18-55"."""
    if i < end and low[i] in ("between", "from"):
        a, b = cardinal(low, i + 1, end), None
        if a and a.j + 1 < end and low[a.j] in ("and", "to", "-", "–"):
            b = cardinal(low, a.j + 1, end)
        return ((f"{int(a.value)}-{int(b.value)}",), b.j) if a and b else None
    ages, j = [], i
    while j < end:
        number = cardinal(low, j, end)
        if not number or not number.value or number.value > 110 or number.value != int(number.value):
            break
        if number.j < end and low[number.j] in MEASURES and low[number.j] not in ("years", "year", "months") or number.j < end and low[number.j] in ("people", "men", "women"):
            break
        if number.j + 1 < end and low[number.j] in ("to", "-", "–", "through") and not ages or number.j + 1 < end and low[number.j] in ("-", "–", "to"):
            upper = cardinal(low, number.j + 1, end)
            if upper and upper.value > number.value and (upper.j >= end or low[upper.j] != "year"):
                ages.append(f"{int(number.value)}-{int(upper.value)}")
                j = upper.j
            else:
                ages.append(str(int(number.value)))
                j = number.j
        else:
            ages.append(str(int(number.value)))
            j = number.j
        if j + 1 < end and low[j] == "," and low[j + 1] == "and" and j + 2 < end and cardinal(low, j + 2, end):
            j += 2
        elif j + 1 < end and low[j] in (",", "and", "&", "or") and cardinal(low, j + 1, end):
            j += 1
        else:
            break
    while j > i and low[j - 1] in (",", "and", "&", "or"):
        j -= 1
    return (tuple(ages), j) if ages else None


def _age(low, raw, starts, ends, i, end, floor, country):
    """"24-year-old", "aged 16 and 17", "in his late 30s", "Smith, 38, of", "(33)"."""
    word = low[i]
    if word in ("aged", "age", "ages"):
        j = i + 1
        while j < end and low[j] in ("from", "in", "his", "her", "their", "the", "range", "early", "mid", "late", "of", "ranging") and not (
                low[j] == "from" and j + 1 < end):
            j += 1
        if j < end:
            decade = _decade(low, j, end)
            if decade:
                return Value("age", i, decade[1], j, ages=decade[0])
            found = _age_list(low, j, end)
            if found:
                ages, k = found
                if k < end and low[k] == "+" or k + 1 < end and low[k:k + 2] in (["and", "over"], ["or", "over"], ["and", "above"]):
                    ages, k = (f"{ages[-1]}+",), k + (1 if low[k] == "+" else 2)
                elif k < end and low[k] in ("years", "months"):
                    k += 1
                return Value("age", i, k, j, ages=ages)
        return None
    if word == "in" and i + 2 < end and low[i + 1] in ("his", "her", "their", "the"):
        j = i + 2
        while j < end and low[j] in ("early", "mid", "late", "mid-", "early-to-mid", "-"):
            j += 1
        decade = _decade(low, j, end) if j < end else None
        return Value("age", i, decade[1], j, ages=decade[0]) if decade else None
    if not is_digits(word) and word not in SMALL or "." in word:
        return None
    number = cardinal(low, i, end)
    if not number or number.value is None or number.value > 110:
        return None
    j = number.j
    if j < end:
        k = j + 1 if low[j] in ("-", "‑", "–") and j + 1 < end else j
        if low[k] in ("year-old", "yr-old", "year-olds", "years-old", "y-o", "yo", "y/o", "yearold"):
            return Value("age", i, k + 1, i, ages=(str(int(number.value)),))
        if low[k] in ("year", "years", "yr", "yrs", "month") and k + 1 < end and low[k + 1] in ("old", "olds") or low[k] in (
                "year", "years") and k + 2 < end and low[k + 1] == "-" and low[k + 2] in ("old", "olds"):
            return Value("age", i, k + (2 if low[k + 1] != "-" else 3), i, ages=(str(int(number.value)),))
        if low[k] == "months" and k + 1 < end and low[k + 1] == "old":
            return Value("age", i, k + 2, i, ages=(str(int(number.value)),))
    if is_digits(word) and 8 <= number.value <= 99 and i > floor:
        before, after = low[i - 1], low[j] if j < end else "."
        if before == "(" and (after == ")" or after in (",", "and", "&")) and i - 1 > floor and (raw[i - 2][0].isupper() or low[i - 2] in PERSON_TAIL):
            ages, k = _age_list(low, i, end)
            if k < end and low[k] == ")":
                return Value("age", i, k, i, ages=ages)
        if before == "," and i - 1 > floor and (raw[i - 2][0].isupper() or low[i - 2] in PERSON_TAIL or raw[i - 2] in ("”", '"', ")", "’") or low[i - 2] in ("jr.", "sr.", "."))\
                and (after in (",", ".", ";", "of", "from", ")", "(", "was", "is", "has", "and", "were", "pleaded", "pled", "who", "both", "–", "-", "—", "formerly", "also", "appeared", "all") or j == end):
            found = _age_list(low, i, end)
            if found:
                return Value("age", i, found[1], i, ages=found[0])
    return None


def _decade(low, j, end):
    """"20s", "his eighties", "mid-20s" at token j: (("20s",), next token)."""
    if low[j].isdecimal() and j + 1 < end and low[j + 1] in ("s", "'s", "’s") and len(low[j]) == 2:
        if j + 3 < end and low[j + 2] in ("and", "or", "to") and low[j + 3].isdecimal() and j + 4 < end and low[j + 4] in ("s", "'s", "’s"):
            return (f"{low[j]}s", f"{low[j + 3]}s"), j + 5
        return (f"{low[j]}s",), j + 2
    word = low[j].rsplit("-", 1)[-1]
    if word in DECADES:
        return (DECADES[word],), j + 1
    if re.fullmatch(r"[1-9]0s", word):
        return (word,), j + 1
    if word == "teens":
        return ("teens",), j + 1
    return None


def _year_or_label(low, raw, starts, ends, i, end, floor, country):
    word = low[i]
    if YEAR.match(word) and "," not in word:
        after = raw[i + 1] if i + 1 < end else "."
        if i > floor and low[i - 1] in BEFORE_YEAR or after[0].isupper() and after.isalpha() or not after[0].isalpha() and after not in ("-", "–"):
            return Value("year", i, i + 1, i, float(word))
    if i > floor and is_digits(word):
        before = low[i - 1].rstrip(".")
        if before in LABELS or low[i - 1] in LABELS or before == "#" or low[i - 1] in ("/",) and _touching(starts, ends, i):
            return Value("label", i, i + 1, i)
        if low[i - 1] in ("highway", "route", "operation", "interstate", "sh", "project") and raw[i - 1][0].isupper():
            return Value("label", i, i + 1, i)
    if is_digits(word) and i + 1 < end and low[i + 1] == "/" and _touching(starts, ends, i + 1):
        j = i + 1
        while j < end and starts[j] == ends[j - 1]:
            j += 1
        return Value("label", i, j, i)
    return None


def _ordinal(low, raw, starts, ends, i, end, floor, country):
    word = low[i]
    if word in ORDINALS:
        return Value("ordinal", i, i + 1, i, ORDINALS[word])
    if word.isdecimal() and i + 1 < end and low[i + 1] in ("st", "nd", "rd", "th") and _touching(starts, ends, i + 1):
        return Value("ordinal", i, i + 2, i, int(word))
    return None


def _number(low, raw, starts, ends, i, end, floor, country):
    """What is left: a count. "Fourteen", "1,106", "30-plus", "between 20 and 25"; or a vague one: "a number of"."""
    found = cardinal(low, i, end)
    if found is None or low[i] in ("several", "many"):
        after = vague(low, i, end)
        return Value("vague", i, after, i, modifier="vague") if after else None
    after = vague(low, i, end)
    if after and after > found.j:
        return Value("vague", i, after, i, modifier="vague")
    j, at, maximum = found.j, i, None
    value = found.value
    if j < end and low[j] == "m" and _touching(starts, ends, j) and is_digits(low[i]):
        value, j = value * 1_000_000, j + 1
    elif j < end and low[j] == "k" and _touching(starts, ends, j):
        value, j = value * 1000, j + 1
    upper = _upper(low, starts, ends, j, end, at, floor)
    begin = at
    if upper:
        maximum, j = upper
        if at > floor and low[at - 1] in ("between", "from"):
            begin = at - 1
    modifier = "exact"
    if j < end and low[j] == "+":
        modifier, j = "min", j + 1
    elif j + 1 < end and low[j] in ("-", "‑") and low[j + 1] in ("plus", "odd"):
        modifier, j = ("min" if low[j + 1] == "plus" else "approx"), j + 2
    elif j < end and low[j] in ("plus", "odd") and low[i] not in ("one",):
        modifier, j = ("min" if low[j] == "plus" else "approx"), j + 1
    elif j + 1 < end and low[j:j + 2] == ["or", "so"]:
        modifier, j = "approx", j + 2
    elif j + 1 < end and low[j:j + 2] == ["or", "more"]:
        modifier, j = "min", j + 2
    return Value("number", begin, j, at, tidy(value), tidy(maximum), modifier)


READERS = (_phone, _time, _age, _money, _calibre, _measure, _year_or_label, _ordinal, _number)
STARTERS = frozenset(SMALL) | frozenset(ORDINALS) | frozenset(FRACTIONS) | frozenset(
    "a an aged age ages in half several numerous various many multiple dozens scores hundreds thousands tens millions "
    "large small significant substantial quantities amounts varying assorted bundles wads few lots trace personal "
    "plenty commercial two-and-a-half one-and-a-half three-and-a-half".split()) | frozenset(
    f"half-{word}" for word in MEASURES) | frozenset(DETERMINERS)
