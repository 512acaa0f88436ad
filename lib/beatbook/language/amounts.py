"""Amounts: money, measures, calibres and plain counts."""

import re

from beatbook.language.measures import (
    AMOUNTS, MEASURES, MONEY_WORDS, PREFIXES, RUPEES, SCALE_LETTERS, SYMBOLS, dollar,
)
from beatbook.language.numbers import FRACTIONS, SCALES, SMALL, cardinal, is_digits, tidy, vague
from beatbook.language.value import Tokens, Value, touching


def money(t, i, end, floor):
    """"£20,000", "US$1.2 million", "R5 000", "Rs 2.5 crore", "20,000 euros", "£2,000-£3,000"."""
    low = t.low
    at, currency, word = i, None, low[i]
    if word in SYMBOLS:
        currency, i = SYMBOLS[word], i + 1
    elif word in PREFIXES and i + 1 < end and (low[i + 1] in SYMBOLS and touching(t, i + 1)
                                               or word in ("eur", "gbp", "usd", "aud", "cad", "nzd", "hkd", "sgd", "zar") and is_digits(low[i + 1])):
        currency = PREFIXES[word] if word not in ("eur", "gbp") else word.upper()
        i += 2 if low[i + 1] in SYMBOLS else 1
    elif word in RUPEES and i + 1 < end and (is_digits(low[i + 1]) or low[i + 1] == "."):
        currency, i = "INR", i + (2 if low[i + 1] == "." else 1)
    elif t.raw[i] == "R" and i + 1 < end and is_digits(low[i + 1]) and touching(t, i + 1):
        if i > floor and low[i - 1] in ("the", "on", "along"):
            return Value("label", i, i + 2, i)  # a road: "the R300"
        currency, i = "ZAR", i + 1
    if currency:
        if i >= end or not is_digits(low[i]):
            return None
        number, j = float(low[i].replace(",", "")), i + 1
        while j < end and len(low[j]) == 3 and low[j].isdecimal() and currency in ("ZAR", "EUR") and t.starts[j] - t.ends[j - 1] == 1:
            number, j = number * 1000 + float(low[j]), j + 1
        number, j, scale = _scaled(t, j, end, number)
    else:
        found = cardinal(low, i, end)
        if not found or found.value is None:
            return None
        number, j = found.value, found.j
        number, j, scale = _scaled(t, j, end, number)
        if j < end and low[j] in ("us", "hong", "canadian", "australian", "singapore", "american") and j + 1 < end:
            j += 2 if low[j] == "hong" else 1
        if j >= end or low[j] not in MONEY_WORDS or low[j] == "pence":
            return None
        currency, j = MONEY_WORDS[low[j]], j + 1
    if currency == "$":
        currency = dollar(t.country)
    if j < end and low[j] in ("usd", "cad", "aud", "nzd", "hkd", "sgd"):
        currency, j = low[j].upper(), j + 1
    number, maximum, j = tidy(number), None, j
    if j + 1 < end and low[j] in ("to", "-", "–", "—", "and", "‑"):
        other = money(t, j + 1, end, floor) if low[j + 1] in SYMBOLS or low[j + 1] in PREFIXES else None
        if other is None and low[j] in ("-", "–", "‑") and is_digits(low[j + 1]):
            upper, k, upper_scale = _scaled(t, j + 2, end, float(low[j + 1].replace(",", "")))
            other = Value("money", j + 1, k, j + 1, tidy(upper), unit=currency)
        between = at > floor and low[at - 1] in ("between", "from")
        if other and (low[j] != "and" or between) and (other.maximum is None) and other.number:
            if not scale and other.number >= 1000 * number:
                number = tidy(number * (1_000_000 if other.number >= 1_000_000 * 1 and number < 1000 else 1))
            if other.number > number:
                maximum, j = other.number, other.j
                return Value("money", at - between, j, at, number, maximum, unit=currency)
    plus = j < end and low[j] == "+" and touching(t, j)
    return Value("money", at, j + plus, at, number, maximum, "min" if plus else "exact", currency)


def _scaled(t, j, end, number):
    """A scale written on to the number or after it: "1.2m", "£3.2 million", "23k", "2.5 crore"."""
    low = t.low
    if j < end and low[j] in SCALE_LETTERS and (low[j] in SCALES or low[j] in ("mn", "mln", "cr", "mil", "bn") or touching(t, j)
                                                or low[j] in ("m", "million-worth")):
        return number * SCALE_LETTERS[low[j]], j + 1, low[j]
    if j + 1 < end and low[j] == "-" and low[j + 1] in ("million", "billion"):
        return number * SCALE_LETTERS[low[j + 1]], j + 2, low[j + 1]
    return number, j, None


def measure(t, i, end, floor):
    """"1.2kg", "half a kilo", "a kilo and a half", "4-5 pounds", "between 20 and 25 grams", "9mm"."""
    low = t.low
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
        number, j, scale = _scaled(t, j, end, number) if j < end and low[j] in SCALES else (number, j, None)
        upper = _upper(t, j, end, at, floor)
        if upper:
            maximum, j = upper
            at = at - 1 if at > floor and low[at - 1] in ("between", "from") else at
    k = j
    if k < end and low[k] in ("-", "‑") and k + 1 < end and touching(t, k + 1):
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
    if unit_word == "mt" and not touching(t, k):
        return None
    if unit_word == "." and k + 1 < end:
        return None
    k += 1
    if unit == "percent":
        return Value("percent", at, k, at, tidy(number))
    if unit_word in ("pound", "pounds") and t.country in ("GB", "IE") and (k >= end or low[k] in ("in", "worth", "cash", "notes")):
        return Value("money", at, k, at, tidy(number), tidy(maximum), unit="GBP")
    if k + 1 < end and low[k] == "and" and low[k + 1] in ("a", "half") and low[k + 1:k + 3] in (["a", "half"], ["half", "a"]):
        number, k = number + 0.5, k + 3  # "a kilo and a half"
    if unit in AMOUNTS:
        if k < end and low[k] == "." and k + 1 < end and t.raw[k + 1][0].islower():
            k += 1  # "lbs."
        return Value("measure", at, k, at, tidy(number), tidy(maximum), unit=unit)
    return Value("length", at, k, at, tidy(number), tidy(maximum), unit=unit)


def _upper(t, j, end, at, floor):
    """The upper end of a range that goes on at token j: "20 to 30", "4-5", "between 20 and 25"."""
    low = t.low
    if j + 1 >= end:
        return None
    between = at > floor and low[at - 1] in ("between", "from")
    if low[j] in ("to", "or") and (low[j] == "to" or between) or low[j] in ("-", "–", "‑") or low[j] == "and" and at > floor and low[at - 1] == "between":
        other = cardinal(low, j + 1, end)
        first = cardinal(low, at, j)
        if other and other.value is not None and first and first.value is not None and other.value > first.value:
            return other.value, other.j
    return None


def calibre(t, i, end, floor):
    """".38", "9mm", "12-bore", "12 gauge", ".22 calibre", "7.62x39mm"."""
    low = t.low
    word = low[i]
    if not is_digits(word):
        return None
    j = i + 1
    if j < end and re.fullmatch(r"x\d+(?:mm)?", low[j]) and touching(t, j):
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


def count(t, i, end, floor):
    """What is left: a count. "Fourteen", "1,106", "30-plus", "between 20 and 25"; or a vague one: "a number of"."""
    low = t.low
    found = cardinal(low, i, end)
    if found is None or low[i] in ("several", "many"):
        after = vague(low, i, end)
        return Value("vague", i, after, i, modifier="vague") if after else None
    after = vague(low, i, end)
    if after and after > found.j:
        return Value("vague", i, after, i, modifier="vague")
    j, at, maximum = found.j, i, None
    value = found.value
    if j < end and low[j] == "m" and touching(t, j) and is_digits(low[i]):
        value, j = value * 1_000_000, j + 1
    elif j < end and low[j] == "k" and touching(t, j):
        value, j = value * 1000, j + 1
    upper = _upper(t, j, end, at, floor)
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
