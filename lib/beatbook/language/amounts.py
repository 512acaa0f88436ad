"""Amounts: money, measures, calibres and plain counts."""

import re

from beatbook.language.measures import (
    ABBREVIATED,
    AMOUNTS,
    MEASURES,
    MONEY_WORDS,
    NATIONS,
    PREFIXES,
    SCALE_LETTERS,
    SYMBOLS,
    WRITTEN_ON,
    dollar,
)
from beatbook.language.numbers import (
    FRACTIONS,
    PARTED,
    SCALES,
    SMALL,
    cardinal,
    digits,
    is_digits,
    of_a_size,
    tidy,
    vague,
)
from beatbook.language.value import Tokens, Value

DOLLAR_CODES = frozenset("usd cad aud nzd hkd sgd".split())
BEFORE_NATIONS = frozenset("hong new sri south".split())
NOT_STERLING = frozenset("of ( per a each in-weight apiece".split())  # after pounds that weigh
PRICED = frozenset("worth value valued cash fined pay damage compensation costs proceeds".split())
WEIGHED = frozenset("weighing weighed weighs weigh weight".split())
METRED = frozenset(  # what is measured in metres: "a 5.5m boat", "2m high"
    "boat vessel yacht dinghy rib hull long high wide tall deep fence wall ladder pole drop fall".split()
)
DASHES = ("-", "–", "—")
AND_A_HALF = re.compile(r"(\w+)-and-a-half")
CROSS = re.compile(r"x\d+(?:mm)?")
TIMES = re.compile(r"x\d{1,4}")
BORES = frozenset("bore gauge ga".split())
CALIBRE_WORDS = frozenset("calibre caliber cal cal.".split())
HYPHENATED = BORES | CALIBRE_WORDS | {"mm"}
NOT_AFTER_A = frozenset("g l mt m ft in min second in-long".split())  # "a g", "a second": no amounts
FIRES_AT_MOST = 40  # millimetres; beyond that "mm" measures a length


def _amount(t: Tokens, i: int) -> float:
    return digits(t.low[i])


def _scaled(t: Tokens, j: int, end: int, number: float) -> tuple[float, int, str]:
    """A scale written on to a number or after it: "1.2m", "£3.2 million", "23k", "2.5 crore", "1-million"."""
    word = t.word(j, end)
    if word == "-" and t.word(j + 1, end) in ("million", "billion"):
        return number * SCALE_LETTERS[t.low[j + 1]], j + 2, t.low[j + 1]
    if word in SCALE_LETTERS and (word not in ("k", "b") or t.touches(j)):
        return number * SCALE_LETTERS[word], j + 1, word
    return number, j, ""


def _currency(t: Tokens, i: int, end: int) -> tuple[str, int] | None:
    """The currency written before a number at token i, and where the number begins."""
    word, after = t.low[i], t.word(i + 1, end)
    if not after:
        return None
    if word in SYMBOLS:
        return SYMBOLS[word], i + 1
    if word in PREFIXES and after in SYMBOLS and t.touches(i + 1):
        return PREFIXES[word], i + 2
    if word in ABBREVIATED and (is_digits(after) or after == ".") and (word not in WRITTEN_ON or t.touches(i + 1)):
        return ABBREVIATED[word], i + 2 if after == "." else i + 1
    if t.raw[i] == "R" and is_digits(after) and t.touches(i + 1):
        return "ZAR", i + 1
    return None


def money(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """"£20,000", "US$1.2 million", "R5 000", "Rs 2.5 crore", "20,000 euros", "£2,000-£3,000"."""
    before = _currency(t, i, end)
    if before:
        currency, j = before
        if j >= end or not is_digits(t.low[j]):
            return None
        if currency == "ZAR" and t.word(j + 1, end) in ("rifle", "rifles", "carbine", "assault"):
            return None  # an R5 rifle
        if currency == "ZAR" and i > floor and t.low[i - 1] in ("the", "on", "along"):
            return Value("label", i, j + 1, i)  # a road: "the R300"
        number, j = _amount(t, j), j + 1
        while currency in ("ZAR", "EUR") and j < end and t.low[j].isdecimal() and len(t.low[j]) == 3 \
                and t.starts[j] - t.ends[j - 1] == 1:
            number, j = number * 1000 + _amount(t, j), j + 1  # R5 000
        number, j, scale = _scaled(t, j, end, number)
    else:
        found = cardinal(t.low, i, end)
        if found is None:
            return None
        number, j, scale = _scaled(t, found.j, end, found.value)
        nation: dict[str, str] = {}
        while t.word(j, end) in NATIONS or t.word(j, end) in BEFORE_NATIONS:
            nation = NATIONS.get(t.low[j], nation)
            j += 1
        named = MONEY_WORDS.get(t.word(j, end)) or _sign_behind(t, j, end)
        if named is None:
            return None
        currency, j = named, j + 1
        currency = nation.get(currency, currency)
    if t.word(j, end) in DOLLAR_CODES:
        currency, j = t.low[j].upper(), j + 1
    elif currency == "$" and t.word(j, end) in NATIONS and "$" in NATIONS[t.low[j]] and t.capital(j) and not (
        t.word(j + 1, end)[:1].isalpha() and t.capital(j + 1)
    ):
        currency, j = NATIONS[t.low[j]]["$"], j + 1  # "$58,200 Canadian", no "$5,000 US Marshals reward"
    currency = dollar(t.country) if currency == "$" else currency
    ranged = _money_range(t, i, j, end, floor, number, scale, currency)
    if ranged:
        return ranged
    plus = t.word(j, end) == "+" and t.touches(j)
    return Value("money", i, j + plus, i, tidy(number), None, "min" if plus else "exact", currency)


def _sign_behind(t: Tokens, j: int, end: int) -> str | None:
    """The currency whose sign stands behind an amount: "62,000€", "62 000 €", no "5 €10 notes"."""
    if t.word(j, end) not in ("€", "£"):
        return None
    next_amount = j + 1 < end and is_digits(t.low[j + 1]) and t.touches(j + 1)
    return None if next_amount else SYMBOLS[t.low[j]]


def _money_range(
    t: Tokens, i: int, j: int, end: int, floor: int, number: float, scale: str, currency: str
) -> Value | None:
    """"£2,000 to £3,000", "between £2m and £3m", "$2-3 million", from the lower amount at [i, j)."""
    between = i > floor and t.low[i - 1] in ("between", "from")
    word, after = t.word(j, end), t.word(j + 1, end)
    if not after or not (word in ("to", *DASHES) or (word == "and" and between)):
        return None
    upper = money(t, j + 1, end, floor) if after in SYMBOLS or after in PREFIXES else None
    if upper is None and word in DASHES and is_digits(after):
        high, k, _ = _scaled(t, j + 2, end, _amount(t, j + 1))
        upper = Value("money", j + 1, k, j + 1, tidy(high), unit=currency)
    if upper is None or upper.kind != "money" or upper.maximum is not None:
        return None
    if not scale and t.low[upper.j - 1] in SCALE_LETTERS and number < 1000:
        number *= SCALE_LETTERS[t.low[upper.j - 1]]  # "$2-3 million", "£40-50k"
    if upper.number is None or upper.number <= number:
        return None
    return Value("money", i - between, upper.j, i, tidy(number), upper.number, unit=currency)


def _fraction(t: Tokens, i: int, end: int, floor: int) -> tuple[float, int, int] | None:
    """"half a kilo", "a quarter of an ounce", "a kilo", "two-and-a-half": (number, where it ends, where it begins)."""
    word = t.low[i]
    if word in FRACTIONS and word not in ("third", "quarter"):
        j = i + 1
        if t.word(j, end) in ("a", "an", "-"):
            j += 1
        return FRACTIONS[word], j, i - (word == "half" and i > floor and t.low[i - 1] in ("a", "an"))
    if word in ("a", "an"):
        if t.word(i + 1, end) not in ("half", "quarter"):
            return 1, i + 1, i
        j = i + 2
        if t.word(j, end) in ("of", "-"):
            j += 1
        if t.word(j, end) in ("a", "an"):
            j += 1
        return FRACTIONS[t.low[i + 1]], j, i
    if word == "1" and t.word(i + 1, end) == "/" and t.touches(i + 1) and t.word(i + 2, end) in ("2", "3", "4", "8"):
        j = i + 3  # "1/4 lb", "1/2 a kilo"
        return 1 / int(t.low[i + 2]), j + (t.word(j, end) in ("a", "an", "of")), i
    mixed = AND_A_HALF.fullmatch(word) if word[-5:] == "-half" else None
    if mixed and mixed.group(1) in SMALL:
        return SMALL[mixed.group(1)] + 0.5, i + 1, i
    return None


def _and_a_half(t: Tokens, j: int, end: int) -> bool:
    return t.low[j:min(end, j + 3)] in (["and", "a", "half"], ["and", "half", "a"])


def measure(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """"1.2kg", "half a kilo", "a kilo and a half", "4-5 pounds", "between 20 and 25 grams", "5 per cent", "40km"."""
    word, maximum = t.low[i], None
    part, _, whole = word.partition("-")
    if part in ("half", "quarter") and MEASURES.get(whole) in AMOUNTS:
        return Value("measure", i, i + 1, i, FRACTIONS[part], unit=MEASURES[whole])
    large = of_a_size(t.low, i, end) if word in PARTED else None
    fraction = None if large else _fraction(t, i, end, floor)
    if large:
        number, j, at = large.value, large.j, i
    elif fraction:
        number, j, at = fraction
    else:
        found = cardinal(t.low, i, end)
        if found is None:
            return None
        number, j, at = found.value, found.j, i
        if _and_a_half(t, j, end):
            number, j = number + 0.5, j + 3
        elif t.word(j, end) in ("½", "¼", "¾"):
            number, j = number + FRACTIONS[t.low[j]], j + 1
        elif t.word(j, end) in ("1", "3") and t.word(j + 1, end) == "/" and t.word(j + 2, end) in ("2", "4", "8"):
            number, j = number + int(t.low[j]) / int(t.low[j + 2]), j + 3  # "2 1/2 ounces"
        if t.word(j, end) in SCALES:
            number, j, _ = _scaled(t, j, end, number)
        upper = _upper(t, j, end, at, floor)
        if upper:
            maximum, j = upper
            at -= t.low[at - 1] in ("between", "from") if at > floor else 0
    if t.low[j:min(end, j + 2)] == ["per", "cent"]:
        return Value("percent", at, j + 2, at, tidy(number))
    if t.word(j, end) == "-" and j + 1 < end and t.touches(j + 1):
        j += 1
    if t.word(j, end) in ("metric", "full", "fluid", "troy") and t.word(j + 1, end) in MEASURES:
        j += 1
    unit_word = t.word(j, end)
    if word in ("a", "an") and at + 1 == j and unit_word in NOT_AFTER_A:
        return None
    unit = MEASURES.get(unit_word) or MEASURES.get(unit_word.split("-")[0]) if unit_word else None
    if unit is None or (unit_word == "mt" and not t.touches(j)):
        return None
    if unit_word == "foot" and t.word(j + 1, end).startswith("patrol"):
        return None  # "31 foot patrols"
    return _measured(t, at, j + 1, end, number, maximum, unit, unit_word)


def _measured(
    t: Tokens, at: int, j: int, end: int, number: float, maximum: float | None, unit: str, unit_word: str
) -> Value:
    """The value of a number with a unit word; the unit ends at token j."""
    if unit == "percent":
        return Value("percent", at, j, at, tidy(number))
    sterling = unit_word in ("pound", "pounds") and t.country in ("GB", "IE")
    if sterling and _spent(t, at, j, end):
        return Value("money", at, j, at, tidy(number), tidy(maximum), unit="GBP")
    if j < end and _and_a_half(t, j, end):
        number, j = number + 0.5, j + 3  # "a kilo and a half"
    if unit not in AMOUNTS:
        return Value("length", at, j, at, tidy(number), tidy(maximum), unit=unit)
    if t.word(j, end) == "." and j + 1 < end and not t.capital(j + 1):
        j += 1  # "lbs."
    about = t.word(j, end) == "or" and t.word(j + 1, end) == "so"
    return Value("measure", at, j + 2 * about, at, tidy(number), tidy(maximum), "approx" if about else "exact", unit)


def _spent(t: Tokens, at: int, j: int, end: int) -> bool:
    """Whether the pounds that end at token j are sterling: no "20 pounds of cannabis", "weighing 20 pounds"."""
    after, before = t.word(j, end), t.low[max(0, at - 4) : at]
    if after in ("", "in", "worth", "cash", "notes", "’", "'", "sterling"):
        return True
    weighed = after in NOT_STERLING or not WEIGHED.isdisjoint(before)
    if weighed or MEASURES.get(after):
        return False
    large = any(word.rpartition("-")[2] in SCALES or "," in word for word in t.low[at:j])
    return large or not PRICED.isdisjoint(before)


def _upper(t: Tokens, j: int, end: int, at: int, floor: int) -> tuple[float, int] | None:
    """The upper end of a range that goes on at token j: "20 to 30", "4-5", "between 20 and 25"."""
    word, lead = t.word(j, end), t.low[at - 1] if at > floor else ""
    joined = word in ("to", *DASHES) or (word == "or" and lead == "from") or (word == "and" and lead == "between")
    if not joined or j + 1 >= end:
        return None
    first, other = cardinal(t.low, at, j), cardinal(t.low, j + 1, end)
    if first and other and other.value > first.value:
        return other.value, other.j
    return None


def calibre(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """".38", "9mm", "12-bore", "12 gauge", ".22 calibre", "7.62x39mm"."""
    word = t.low[i]
    if not is_digits(word):
        return None
    after = t.word(i + 1, end)
    if CROSS.fullmatch(after) and t.touches(i + 1):
        return Value("calibre", i, i + 2 + (t.word(i + 2, end) == "mm"), i)
    if after == "-" and t.word(i + 2, end) in HYPHENATED:
        return Value("calibre", i, i + 3, i)
    if after in BORES or (after == "mm" and _amount(t, i) <= FIRES_AT_MOST):
        return Value("calibre", i, i + 2, i)
    if word[0] == "." or after in CALIBRE_WORDS:
        return Value("calibre", i, i + 1, i)
    return None


def count(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """What is left: a count. "Fourteen", "1,106", "30-plus", "between 20 and 25"; or a vague one: "a number of"."""
    after = vague(t.low, i, end)
    if TIMES.fullmatch(t.low[i]):
        return Value("number", i, i + 1, i, float(t.low[i][1:]))  # "body armour x2"
    found = cardinal(t.low, i, end)
    if found is None or (after and after > found.j):
        return Value("vague", i, after, i, modifier="vague") if after else None
    number, j, maximum, begin, modifier = found.value, found.j, None, i, "exact"
    metres = t.word(j, end) == "m" and not METRED.isdisjoint(t.low[j + 1 : min(j + 4, end)])
    if metres and t.touches(j):
        return Value("length", i, j + 1, i, tidy(number), unit="m")  # "a 5.5m aluminium boat"
    if t.word(j, end) in ("m", "k") and t.touches(j) and is_digits(t.low[i]):
        number, j = number * SCALE_LETTERS[t.low[j]], j + 1
    upper = _upper(t, j, end, i, floor)
    if upper:
        maximum, j = upper
        begin -= i > floor and t.low[i - 1] in ("between", "from")
    if t.word(j, end) == "-" and t.word(j + 1, end) in ("plus", "odd"):
        j += 1
    word = t.word(j, end)
    if word in ("+", "plus"):
        modifier, j = "min", j + 1
    elif word == "odd" and number > 1:
        modifier, j = "approx", j + 1
    elif word == "or" and t.word(j + 1, end) in ("so", "more"):
        modifier, j = "approx" if t.low[j + 1] == "so" else "min", j + 2
    return Value("number", begin, j, i, tidy(number), tidy(maximum), modifier)
