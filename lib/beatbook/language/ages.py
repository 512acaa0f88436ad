"""Ages: "24-year-old", "aged 16 and 17", "in his late 30s", "Smith, 38, of", "(33)"."""

import re
from functools import lru_cache

from beatbook.language.measures import MEASURES
from beatbook.language.numbers import SMALL, TENS, Number, cardinal, is_digits
from beatbook.language.references import ORDINALS
from beatbook.language.value import Tokens, Value

OLDEST = 110
DECADES = {f"{ten[:-1]}ies": f"{tens}s" for ten, tens in TENS.items()}
DECADE = re.compile(r"[1-9]0s")
LEADS = frozenset("aged age ages ranging".split())
AFTER_LEAD = frozenset(
    "about around approximately just only in his her their the range early mid late of ranging age ages".split())
YEARS_OLD = frozenset("year-old yr-old year-olds years-old y-o yo y/o yearold".split())
# before ", 38," or "(33)" an age needs a person: a capitalised word, a word of the lexicon, or the end of an aside
ASIDE_ENDS = frozenset("jr. sr. . ” \" ) ' both".split())
# after ", 38" an age needs the name's apposition or its verb to go on
AFTER_AGE = frozenset(
    ", . ; of from ) ( was is has and were pleaded pled who both – - — formerly also appeared all each".split())
COUNTED = frozenset("people men women boys girls others other aged".split())  # "aged 15 and one aged 16"
PARTED = frozenset("whom them which those these".split())
OLDEST_OF = frozenset("oldest eldest".split())
BEFORE_NUMBER = frozenset("is was being aged just and the a , of".split())
TO = ("to", "-", "–", "through")
AND = (",", "and", "&", "or")


@lru_cache(1)
def person_words() -> frozenset[str]:
    """The last words of the lexicon's person nouns, singular and plural: man, women, roommate, suspects."""
    from beatbook.lexicons import rows  # late: lexicons stand on the tokens of this package

    last = {row["term"].split()[-1] for row in rows("persons")}
    men = {f"{word[:-3]}men" for word in last if word.endswith("man")}
    return frozenset(last | {f"{word}s" for word in last} | men | {"children", "people"})


@lru_cache(1)
def counted_words() -> frozenset[str]:
    """Offences and what is done about them, which a number in brackets counts: "Theft (8)", "Arrests (29)"."""
    from beatbook.lexicons import rows  # late, as above

    heads = {row["term"] for row in rows("offences") if row["kind"] in ("noun", "topic")}
    heads |= {row["term"].split()[-1] for row in rows("outcomes") if row["form"] == "noun"}
    return frozenset(heads | {f"{word}s" for word in heads})


def age(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    """The age or ages that start at token i."""
    word = t.low[i]
    if word in LEADS:
        return _led(t, i, end)
    if word == "between" and t.low[i + 1:min(end, i + 4)] == ["the", "ages", "of"]:
        return _led(t, i + 2, end, i)
    if word == "in":
        return _in_their(t, i, end)
    if word == "youngest":
        return _from_youngest(t, i, end)
    if not is_digits(word) and word not in SMALL:
        return None
    decade = _decade(t, i, end) if i > floor and t.low[i - 1] in ("(", ",") else None
    if decade and t.word(decade[1], end) in (")", ","):
        return Value("age", i, decade[1], i, ages=decade[0])  # "one man (30s)"
    number = cardinal(t.low, i, end)
    if number is None or not _plausible(number.value):
        return None
    return _years_old(t, i, number.j, end, number.value) or _apposed(t, i, number.j, end, floor, number.value)


def _plausible(number: float | None) -> bool:
    return number is not None and 0 < number <= OLDEST and number == int(number)


def _led(t: Tokens, i: int, end: int, between: int | None = None) -> Value | None:
    """"aged 24", "aged between 18 and 44", "between the ages of 17 and 34", "aged in his 20s", "aged 15 and over"."""
    j = i + 1
    while t.word(j, end) in AFTER_LEAD:
        j += 1
    if j >= end:
        return None
    found = _decade(t, j, end) or _list(t, j, end)
    if not found:
        return None
    ages, k = found
    old = t.word(k, end) in ("years", "year") and t.word(k + 1, end) in ("old", "of")
    if t.low[i] == "ranging" and not old and {"age", "ages"}.isdisjoint(t.low[i:j]):
        return None  # "fines ranging from 60 to 100 dollars"
    if between is not None:
        return Value("age", between, k, j, ages=("-".join(ages),)) if len(ages) == 2 else None
    if t.word(k, end) == "+":
        ages, k = (f"{ages[-1]}+",), k + 1
    elif t.word(k, end) in ("and", "or") and t.word(k + 1, end) in ("over", "above", "older"):
        ages, k = (f"{ages[-1]}+",), k + 2
    elif t.word(k, end) in ("years", "months"):
        k += 1 + (t.word(k + 1, end) == "old")
    return Value("age", i, k, j, ages=ages)


def _from_youngest(t: Tokens, i: int, end: int) -> Value | None:
    """"youngest 13, eldest 71", "the youngest aged 16 and the oldest 54": from the first age to the second."""
    found: list[Number] = []
    k = i + 1
    for _ in range(2):
        while t.word(k, end) in BEFORE_NUMBER or (found and t.word(k, end) in OLDEST_OF):
            k += 1
        number = cardinal(t.low, k, end) if k < end else None
        if number is None or not _plausible(number.value):
            return None
        found.append(number)
        k = number.j
        k += t.word(k, end) in ("years", "year") and 2
    if OLDEST_OF.isdisjoint(t.low[found[0].j:found[1].j]):
        return None
    return Value("age", i, found[1].j, i, ages=(f"{found[0].value:.0f}-{found[1].value:.0f}",))


def _in_their(t: Tokens, i: int, end: int) -> Value | None:
    """"in his 20s", "in their late thirties"."""
    if t.word(i + 1, end) not in ("his", "her", "their", "the"):
        return None
    j = i + 2
    while t.word(j, end) in ("early", "mid", "late", "mid-", "early-to-mid", "-"):
        j += 1
    found = _decade(t, j, end) if j < end else None
    return Value("age", i, found[1], j, ages=found[0]) if found else None


def _years_old(t: Tokens, i: int, j: int, end: int, number: float) -> Value | None:
    """"24-year-old", "24 year old", "18 months old"; the number ends at token j."""
    if t.word(j, end) in ("-", "–"):
        j += 1
    if t.word(j, end) in YEARS_OLD:
        return Value("age", i, j + 1, i, ages=(str(int(number)),))
    if t.word(j, end) in ("year", "years", "yr", "yrs", "month", "months"):
        k = j + 2 if t.word(j + 1, end) == "-" else j + 1
        if t.word(k, end) in ("old", "olds"):
            return Value("age", i, k + 1, i, ages=(str(int(number)),))
    return None


def _apposed(t: Tokens, i: int, j: int, end: int, floor: int, number: float) -> Value | None:
    """"Wendell Acosta, 44, of Henderson", "two men, 23 and 31, were", "Abrahams (33)"."""
    ordinal = i - 1 == floor > 1 and t.low[i - 2] in ORDINALS  # "a seventh, 43,"
    lead = t.low[i - 1] if i - 2 >= floor or ordinal else ""
    if lead == "about" and t.low[i - 2] == "of":
        i, lead = i - 1, "of"
    if lead == "of" and (t.low[i - 2] in person_words() or t.low[i - 2] in ("boys", "girls")):
        found = _list(t, j - 1 if t.low[i] == "about" else i, end)  # "a woman of 29"
        return Value("age", i, found[1], i, ages=found[0]) if found else None
    if not is_digits(t.low[j - 1]) or not 8 <= number <= 99 or not lead:
        return None
    if lead in ("is", "was") and t.low[i - 2] in ("who", "he", "she") and t.word(j, end) in AFTER_AGE:
        return Value("age", i, j, i, ages=(f"{number:.0f}",))
    if lead in ("are", "were") and t.low[i - 2] == "who" and (told_of := _list(t, i, end)) and len(told_of[0]) > 1:
        return Value("age", i, told_of[1], i, ages=told_of[0])  # "the brothers, who are 30 and 28,"
    if lead in ("both", "then", "now") and t.word(j, end) in AFTER_AGE:
        return Value("age", i, j, i, ages=(f"{number:.0f}",))  # "two girls, both 15,"
    before = i - 1 if lead not in ("”", '"') or t.low[i - 2] != "," else i - 2  # aka “Dutch,” 26,
    if (before - 1 < floor and not ordinal) or t.low[before] not in (",", "(") or t.low[before - 1] in counted_words():
        return None
    named = any(letter.isupper() for letter in t.raw[before - 1][:4])  # "al-Khatib, 29,"
    told = t.low[before - 1]
    if not (named or told in ASIDE_ENDS or told in person_words() or (told in ORDINALS and t.low[before] == ",")):
        return None
    found = _list(t, i, end)
    bracketed = t.low[i - 1] == "("
    alone = (f"{number:.0f}",), j  # "Acosta, 44, 12 Mill Lane": a house number follows
    for ages, k in (found, alone) if found else ():
        after = t.word(k, end)
        if after in ("yrs", "yr") and (k + 1 == end or t.word(k + 1, end) in AFTER_AGE):
            return Value("age", i, k + 1, i, ages=ages)  # Indian: "Imran Khan, 24 yrs"
        if after == "of" and t.word(k + 1, end) in PARTED:
            return None  # "19 people, 18 of whom"
        if (bracketed and after in (")", ",")) or (not bracketed and (after in AFTER_AGE or k == end)):
            return Value("age", i, k, i, ages=ages)
    return None


def _list(t: Tokens, i: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """Ages at token i: "24", "16 and 17", "24, 31 and 55", "between 18 and 44", "18 to 55", "18-55"."""
    if t.word(i, end) in ("between", "from"):
        low = cardinal(t.low, i + 1, end)
        high = cardinal(t.low, low.j + 1, end) if low and t.word(low.j, end) in ("and", *TO) else None
        return ((f"{low.value:.0f}-{high.value:.0f}",), high.j) if low and high else None
    ages: list[str] = []
    j = i
    while j < end:
        number = cardinal(t.low, j, end)
        if number is None or not _plausible(number.value) or _counts_on(t, number.j, end):
            break
        if is_digits(t.low[i]) and not is_digits(t.low[j]):
            break  # "aged 15 and one was a girl"
        upper = cardinal(t.low, number.j + 1, end) if t.word(number.j, end) in TO and number.j + 1 < end else None
        if upper and upper.value and upper.value > number.value and t.word(upper.j, end) != "year":
            ages.append(f"{number.value:.0f}-{upper.value:.0f}")
            j = upper.j
        else:
            ages.append(f"{number.value:.0f}")
            j = number.j
        step = 2 if t.word(j, end) == "," and t.word(j + 1, end) == "and" else 1
        if t.word(j, end) not in AND or j + step >= end or not cardinal(t.low, j + step, end):
            break
        j += step
    while j > i and t.low[j - 1] in AND:
        j -= 1
    return (tuple(ages), j) if ages else None


def _counts_on(t: Tokens, j: int, end: int) -> bool:
    """Whether the number before token j counts or measures something, so that it is no further age."""
    after = t.word(j, end)
    return (after in MEASURES and after not in ("years", "year", "months")) or after in COUNTED


def _decade(t: Tokens, j: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """"20s", "20s and 30s", "eighties", "mid-20s", "teens" at token j."""
    if t.low[j].isdecimal() and len(t.low[j]) == 2 and t.word(j + 1, end) in ("s", "'s"):
        ages, k = (f"{t.low[j]}s",), j + 2
        joined = t.word(k, end) in ("and", "or", "to") and t.word(k + 1, end).isdecimal()
        if joined and t.word(k + 2, end) in ("s", "'s"):
            return (*ages, f"{t.low[k + 1]}s"), k + 3
        return ages, k
    word = t.low[j].rsplit("-", 1)[-1]
    if word in DECADES:
        return (DECADES[word],), j + 1
    if DECADE.fullmatch(word) or word == "teens":
        return (word,), j + 1
    return None
