"""Ages: "24-year-old", "aged 16 and 17", "in his late 30s", "Smith, 38, of", "(33)"."""

import re

from beatbook.language.measures import MEASURES
from beatbook.language.numbers import SMALL, TENS, cardinal, is_digits
from beatbook.language.value import Value

DECADES = {f"{ten[:-1]}ies": f"{tens}s" for ten, tens in TENS.items()}
PERSON_TAIL = frozenset(
    "man men woman women boy boys girl girls male males female females teenager teenagers youth youths child person people "
    "suspect suspects driver passenger juvenile juveniles national resident defendant victim both".split())


def age(t, i, end, floor):
    """"24-year-old", "aged 16 and 17", "in his late 30s", "Smith, 38, of", "(33)"."""
    low = t.low
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
        if before == "(" and (after == ")" or after in (",", "and", "&")) and i - 1 > floor and (t.raw[i - 2][0].isupper() or low[i - 2] in PERSON_TAIL):
            ages, k = _age_list(low, i, end)
            if k < end and low[k] == ")":
                return Value("age", i, k, i, ages=ages)
        if before == "," and i - 1 > floor and (t.raw[i - 2][0].isupper() or low[i - 2] in PERSON_TAIL or t.raw[i - 2] in ("”", '"', ")", "’") or low[i - 2] in ("jr.", "sr.", "."))\
                and (after in (",", ".", ";", "of", "from", ")", "(", "was", "is", "has", "and", "were", "pleaded", "pled", "who", "both", "–", "-", "—", "formerly", "also", "appeared", "all") or j == end):
            found = _age_list(low, i, end)
            if found:
                return Value("age", i, found[1], i, ages=found[0])
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
