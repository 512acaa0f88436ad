"""Numbers in digits and words, ranges, and the words that say how exactly they are meant."""

from typing import NamedTuple

UNITS_AND_TEENS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {word: 10 * (i + 2) for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
SMALL = UNITS_AND_TEENS | TENS | {
    f"{ten}-{one}": tens + UNITS_AND_TEENS[one] for ten, tens in TENS.items() for one in list(UNITS_AND_TEENS)[1:10]
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
          "lakh": 100_000, "lakhs": 100_000, "crore": 10_000_000, "crores": 10_000_000}
GROUPS = {"dozen": 12, "pair": 2, "couple": 2, "score": 20}
SIZES = GROUPS | SCALES
AFTER_SMALL = frozenset(SMALL) | frozenset(SIZES) | {"pairs", "and", "half", "quarter", "quarters"}
AFTER_DIGITS = frozenset(SCALES) | {"dozen", "score"}
BEFORE_AND = ("hundred", "thousand", "million")
DETERMINERS = {"a": 1, "an": 1, "one": 1}
FRACTIONS = {"half": 0.5, "half-a": 0.5, "quarter": 0.25, "third": 1 / 3, "½": 0.5, "¼": 0.25, "¾": 0.75}
SHARES = {"half": 0.5, "half-a": 0.5, "quarter": 0.25, "quarters": 0.75, "three-quarters": 0.75}  # of a large number
PARTS_OF_SIZES = {
    f"{part}{join}{size}": SHARES[part] * number
    for size, number in SIZES.items() if number > 2 for part in ("half", "quarter") for join in ("-", "-a-", "-of-a-")
}
PARTED = frozenset("a an one three half half-a quarter three-quarters".split()) | frozenset(PARTS_OF_SIZES)
"""The words that a part of a large number begins with."""

# How exactly: the words before the number, longest first; the last word is the key. SCHEMA, general rule 4.
MODIFIERS_BEFORE: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _modifier, _phrases in {
    "approx": "about;around;approximately;some;roughly;approx;an estimated;estimated;estimated at;circa;nearly about;"
              "in the region of;in the order of;close to about;"
              "estimated to be worth;estimated to be;somewhere around;an approximate;an average of;c;something like;"
              "of the order of;somewhere in the region of;more or less;the equivalent of;"
              "the equivalent of around;the equivalent of about;the equivalent of some",
    "min": "over;more than;at least;in excess of;upwards of;well over;just over;a little over;slightly over;"
           "no fewer than;"
           "no less than;not less than;estimated at over;estimated at more than;an estimated minimum of;minimum of;"
           "a minimum of;greater than;exceeding;north of;topping;well in excess of;just in excess of;excess of;"
           "little more than;far more than;estimated to be over;estimated to be more than;above;"
           "upward of;a shade over;a fraction over;a touch over;comfortably over;considerably more than;"
           "rather more than;in the excess of",
    "max": "up to;almost;nearly;just under;under;less than;fewer than;close to;as much as;as many as;a maximum of;"
           "maximum of;at most;no more than;not more than;estimated at up to;an estimated maximum of;just short of;"
           "estimated to be up to;just below;below;approaching;very nearly;estimated at almost;estimated at nearly;"
           "a little under;a shade under;slightly under;a little short of;little short of;not far short of;shy of;"
           "just shy of;a little less than;slightly less than;close on;getting on for;the best part of;nigh on",
}.items():
    for _phrase in _phrases.split(";"):
        _words = tuple(_phrase.split())
        MODIFIERS_BEFORE.setdefault(_words[-1], []).append((_words, _modifier))
for _options in MODIFIERS_BEFORE.values():
    _options.sort(key=lambda option: -len(option[0]))

STRONG = {"member": "person", "strong": "person", "person": "person", "man": "man", "woman": "woman"}
# no number at all: SCHEMA calls these vague
VAGUE = [tuple(phrase.split()) for phrase in (
    "a number of;a large number of;a small number of;a significant number of;a considerable number of;a variety of;"
    "a range of;a quantity of;a large quantity of;a small quantity of;a significant quantity of;"
    "a substantial quantity of;a considerable quantity of;an amount of;a large amount of;a small amount of;"
    "a significant amount of;a substantial amount of;a considerable amount of;large amounts of;small amounts of;"
    "amounts of;significant amounts of;large quantities of;small quantities of;significant quantities of;quantities of;"
    "substantial quantities of;varying quantities of;various quantities of;various amounts of;a haul of;a stash of;"
    "dozens of;scores of;hundreds of;thousands of;tens of thousands of;hundreds of thousands of;tens of;"
    "millions of;several hundred;several thousand;several dozen;several;numerous;various;many;multiple;a few;few;"
    "a couple of;an assortment of;assorted;a collection of;a large collection of;a cache of;a trace of;a quantity;"
    "an unknown quantity of;an unknown amount of;an undisclosed amount of;an undisclosed quantity of;a host of;"
    "a multitude of;an array of;a series of;a spate of;a string of;"
    "a selection of;a bundle of;bundles of;large sums of;a large sum of;a sum of;a sizeable amount of;"
    "a sizeable quantity of;a large volume of;wads of;a wad of;a substantial sum of;a significant sum of;"
    "personal amounts of;personal use amounts of;a personal amount of;user amounts of;trace amounts of;"
    "plenty of;a handful of;a mass of;a lot of;lots of;a commercial quantity of;commercial quantities of"
).split(";")]
VAGUE_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(VAGUE, key=lambda words: -len(words)):
    VAGUE_BY_FIRST.setdefault(_words[0], []).append(_words)


MOST_DIGITS = 24  # characters; a card or reference number is no longer


class Number(NamedTuple):
    """A number at tokens [i, j)."""

    value: float
    i: int
    j: int


def is_digits(word: str) -> bool:
    """Whether a token is a number in digits ("20,000", "1.2", ".38"); what is longer than any amount is none."""
    return (
        word[-1].isdecimal() and (word[0].isdecimal() or word[0] == ".") and word.isascii() and len(word) <= MOST_DIGITS
    )


def digits(word: str) -> float:
    """The number that a token in digits writes: "20,000", "1.2", and "2,5" with a decimal comma."""
    head, comma, tail = word.rpartition(",")
    if comma and len(tail) < 3 and "." not in word:
        return float(f"{head}.{tail}")
    return float(word.replace(",", ""))


def tidy(value: float | None) -> float | int | None:
    """Plain numbers: 14, not 14.0; sums of decimals without float dust."""
    if value is None:
        return None
    value = round(value, 6)
    return int(value) if value == int(value) else value


def _continues(before: str, word: str) -> bool:
    """Whether a number word goes on with the number before it: "hundred five", "and five", "twenty five"."""
    return before == "and" or before in BEFORE_AND or (before in TENS and SMALL[word] < 10)


def of_a_size(low: list[str], i: int, end: int) -> Number | None:
    """A part of a large number: "half a million", "a half-dozen", "half-a-million", "three quarters of a million"."""
    j = i + (low[i] in ("a", "an", "one", "three"))
    word = low[j] if j < end else ""
    if (low[i] == "three") != (word == "quarters"):
        return None
    number = PARTS_OF_SIZES.get(word)
    if number is not None:
        return Number(number, i, j + 1)
    share = SHARES.get(word)
    if share is None:
        return None
    j += 1
    j += low[j : j + 1] == ["of"]
    j += low[j : j + 1] in (["a"], ["an"])
    if j >= end or low[j] not in SIZES or low[j] in ("pair", "couple"):
        return None
    return Number(share * SIZES[low[j]], i, j + 1)


def cardinal(low: list[str], i: int, end: int) -> Number | None:
    """The number that starts at token i, without modifiers: "14", "twenty-two", "two hundred and five", "1.2 million",
    "a dozen", "half a dozen", "three and a half". A bare "a" or "one" is not read here (see DETERMINERS).

    Args:
        low: tokens in lower case.
        i, end: where to start and where to stop.
    """
    j, total, current, seen = i, 0.0, 0.0, False
    if i >= end:
        return None
    word = low[i]
    if is_digits(word) and (i + 1 >= end or low[i + 1] not in AFTER_DIGITS):
        return Number(digits(word), i, i + 1)  # the commonest
    if word in SMALL and word != "zero" and (i + 1 >= end or low[i + 1] not in AFTER_SMALL):
        return Number(float(SMALL[word]), i, i + 1)
    if word in PARTED and (part := of_a_size(low, i, end)) is not None:
        return part
    if word in ("a", "an") and i + 1 < end and low[i + 1] in SIZES:
        if low[i + 1] in ("couple",):
            return None  # vague
        if low[i + 1] == "pair":
            return Number(2, i, i + 3) if i + 2 < end and low[i + 2] == "of" else None
        current, j, seen = SIZES[low[i + 1]], i + 2, True
        if low[i + 1] in GROUPS:
            return Number(current, i, j)
    while j < end:
        word = low[j]
        if not seen and is_digits(word):
            current, seen, j = digits(word), True, j + 1
            if j < end and low[j] in SCALES:
                continue
            if j < end and low[j] in ("dozen", "score"):
                return Number(current * GROUPS[low[j]], i, j + 1)
            return Number(current, i, j)
        if word in SMALL and (not seen or _continues(low[j - 1], word)):
            current, seen, j = current + SMALL[word], True, j + 1
        elif seen and word in SCALES:
            scale = SCALES[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0.0
            j += 1
        elif seen and word in ("dozen", "score") and current:
            return Number(current * GROUPS[word], i, j + 1)
        elif seen and word in ("pair", "pairs"):
            break
        elif word == "and" and seen and low[j + 1 : j + 3] == ["a", "half"] and (
            j + 3 < end and low[j + 3] in SCALES
        ):
            return Number((total + current + 0.5) * SCALES[low[j + 3]], i, j + 4)  # "one and a half thousand"
        elif word == "and" and seen and j + 1 < end and low[j + 1] in SMALL and low[j - 1] in BEFORE_AND:
            j += 1
        else:
            break
    if not seen:
        return None
    if j == i + 1 and word == "zero":
        return None
    return Number(total + current, i, j)


def modifier_before(low: list[str], i: int, start: int) -> tuple[str, int] | None:
    """How exactly the number at token i is meant, by the words before it: (modifier, first token of those words)."""
    if i <= start:
        return None
    for words, modifier in MODIFIERS_BEFORE.get(low[i - 1], ()):
        n = len(words)
        if i - n >= start and tuple(low[i - n:i]) == words:
            return modifier, i - n
    return None


def strong(word: str) -> tuple[int, str] | None:
    """How many a group has by "four-member", "five-strong", and what sort they are ("person", "man"); else None."""
    number, _, how = word.partition("-")
    found = cardinal([number], 0, 1) if how in STRONG else None
    return None if found is None else (int(found.value), STRONG[how])


def vague(low: list[str], i: int, end: int) -> int | None:
    """The token after a vague quantity ("a number of", "several") that starts at token i; "as many as 40" is none."""
    if low[i] == "many" and low[i + 1 : i + 2] == ["as"]:
        return None
    for words in VAGUE_BY_FIRST.get(low[i], ()):
        if tuple(low[i:i + len(words)]) == words and i + len(words) <= end:
            return i + len(words)
    return None
