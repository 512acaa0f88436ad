"""Values with their spans: money, measures, calibres, ages, dates, times, phone numbers, and what is left as counts.

One pass over a sentence's tokens; at each digit or number word the most specific reading wins, so that a date,
a phone number or an age is never taken for a count.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from beatbook.language import dates
from beatbook.language.ages import LEADS, YEARS_OLD, age
from beatbook.language.amounts import BORES, CALIBRE_WORDS, calibre, count, measure, money
from beatbook.language.dateparts import MONTHS, TO
from beatbook.language.measures import ABBREVIATED, MEASURES, MONEY_WORDS, NATIONS, PREFIXES, SCALE_LETTERS, SYMBOLS
from beatbook.language.numbers import (
    FRACTIONS,
    GROUPS,
    PARTED,
    SCALES,
    SMALL,
    VAGUE_BY_FIRST,
    is_digits,
    modifier_before,
)
from beatbook.language.references import (
    BEFORE_PHONE,
    CLOCK_ENDINGS,
    HOURS,
    LABELS,
    NAMED,
    ORDINALS,
    ordinal,
    phone,
    time,
    year_or_label,
)
from beatbook.language.value import Tokens, Value

__all__ = ["Tokens", "Value", "scan"]

Reader = Callable[[Tokens, int, int, int], Value | None]

HALVES = frozenset(f"{word}-and-a-half" for word in SMALL)
PARTS = frozenset(f"{part}-{word}" for part in ("half", "quarter") for word in MEASURES)
MODIFIABLE = frozenset(("number", "money", "measure", "vague", "percent"))
# The commonest words that may open a value, and what has to follow them for it.
AFTER_A = frozenset().union(
    GROUPS, SCALES, MEASURES, SYMBOLS, dates.SPANS, ("half", "quarter", "per", "-", "metric", "full", "fluid", "troy"),
    (words[1] for first in ("a", "an") for words in VAGUE_BY_FIRST[first]))
NEEDS_NEXT = {"a": AFTER_A, "an": AFTER_A, "in": frozenset(("his", "her", "their", "the"))}
# Words that may make more of a number than a count, behind it (as what is no word does) and before it.
TELLING_AFTER = frozenset().union(
    SCALES, GROUPS, SMALL, MEASURES, SCALE_LETTERS, MONEY_WORDS, NATIONS, MONTHS, YEARS_OLD, CLOCK_ENDINGS, HOURS,
    BORES, CALIBRE_WORDS, dates.SPANS, TO,
    "of and or s st nd rd th h hong new per metric full fluid troy yr yrs pairs half quarter quarters".split())
TELLING_BEFORE = LABELS | NAMED | BEFORE_PHONE | frozenset("about of is was both then now , ( ” \" + - : #".split())
MOST_SEEN = 10_000  # words; a bound on memory over any number of documents


def _date(t: Tokens, i: int, end: int, floor: int) -> Value | None:
    return dates.match(t, i, end)


def _of_word(word: str) -> tuple[Reader, ...]:
    """The readers that may find a value at a word, the most specific first."""
    digits = is_digits(word)
    decimal = word.isdecimal()
    number = digits or word in SMALL
    cardinal = number or word in PARTED
    tried: dict[Reader, bool] = {
        _date: digits or word in dates.STARTERS,
        phone: decimal and digits,
        time: number,
        age: number or word in LEADS or word in ("between", "in", "youngest"),
        money: cardinal or word in SYMBOLS or word in PREFIXES or word in ABBREVIATED or word == "r",
        calibre: digits,
        measure: cardinal or word in FRACTIONS or word in HALVES or word in PARTS,
        year_or_label: digits,
        ordinal: word in ORDINALS or (decimal and digits),
        count: cardinal or word in VAGUE_BY_FIRST,
    }
    return tuple(reader for reader, may in tried.items() if may)


_readers: dict[str, tuple[Reader, ...]] = {}  # by word
_opening: set[str] = set()  # those of them that may open a value


def openers(words: Iterable[str]) -> set[str]:
    """Those of some lower-case words that may open a value."""
    if len(_readers) > MOST_SEEN:
        _readers.clear()
        _opening.clear()
    for word in set(words).difference(_readers):
        _readers[word] = _of_word(word)
        if _readers[word]:
            _opening.add(word)
    return _opening.intersection(words)


def scan(t: Tokens, i: int, end: int, starts: Sequence[int] | None = None) -> Iterator[Value]:
    """The values among tokens [i, end), which are one sentence, in order and not overlapping.

    Args:
        t: the release's tokens, with its country (for "$" and the order of dates) and date of publication.
        i, end: the sentence.
        starts: its tokens that may open a value, where they are known.
    """
    floor, low = i, t.low
    if starts is None:
        opening = openers(set(low[i:end]))
        starts = [at for at in range(i, end) if low[at] in opening]
    for at in starts:
        word = low[at]
        if at < floor or (word in NEEDS_NEXT and not _goes_on(low, at, end)):
            continue
        readers = (count,) if _only_counts(low, at, end, floor) else _readers.get(word) or _of_word(word)
        for reader in readers:
            if found := reader(t, at, end, floor):
                break
        else:
            continue
        if found.i == found.at and found.kind in MODIFIABLE:
            before = modifier_before(low, found.i, floor)
            if before:
                found.modifier, found.i = before
        yield found
        floor = found.j


def _only_counts(low: list[str], i: int, end: int, floor: int) -> bool:
    """Whether nothing around a short number makes more of it than a count: "two men", "12 officers"."""
    word, after = low[i], low[i + 1] if i + 1 < end else ""
    return (
        (word in SMALL or (len(word) < 3 and is_digits(word)))
        and after.isalpha() and after not in TELLING_AFTER and (i == floor or low[i - 1] not in TELLING_BEFORE)
    )


def _goes_on(low: list[str], i: int, end: int) -> bool:
    """Whether the word after "a" or "in" can make a value of them."""
    after = low[i + 1] if i + 1 < end else ""
    wanted = NEEDS_NEXT[low[i]]
    return after in wanted or ("-" in after and after.partition("-")[0] in wanted)
