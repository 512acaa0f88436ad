"""What the characters of a span yield, and what the whole text does: values, words, counts of people and things."""

import re
from bisect import bisect_left
from collections.abc import Callable
from datetime import timedelta
from functools import lru_cache
from operator import attrgetter
from typing import Any

from beatbook.language.calendar import iso
from beatbook.language.document import Doc
from beatbook.language.numbers import strong
from beatbook.language.value import Tokens, Value
from beatbook.language.values import scan
from beatbook.language.weeks import lasting
from beatbook.lexicons import rows, singular

ONE = frozenset("a an one another single he she his her him this the each every that".split())
SINGLES = ("a", "an", "one", "another")
TWO = frozenset("both pair couple two duo brothers sisters twins".split())
BANDS = {"trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5}
CHARGE_WORDS = frozenset("count counts charge charges offence offences offense offenses".split())
GRADES = frozenset(  # words between a number and the charges that it counts
    "felony misdemeanor misdemeanour criminal federal state separate additional further other serious related "
    "drug drugs firearm firearms weapon weapons theft fraud assault robbery burglary sexual sex child".split()
)
AGE = ["age", ":"]
BACK = 3000  # tokens in which an antecedent is looked for: more than a release has
BEGIN = attrgetter("i")
STOP = frozenset("a an the of and or to in on for with by at from".split())
WORD = re.compile(r"[^\W_]+(?:\.\d+)?")
TIMES = re.compile(r"(?<=\bx)\d{1,6}\b|\b\d{1,6}(?=x)")  # a number written on to "x"


@lru_cache(1)
def _heads() -> frozenset[str]:
    """Nouns that name one person, as headlines use them without an article: "Man convicted of …"."""
    return frozenset(row["term"] for row in rows("persons"))


class once:
    """A property that is made once; functools.cached_property takes a lock for each, up to Python 3.11."""

    def __init__(self, make: Callable[[Any], Any]):
        self.make, self.name = make, make.__name__

    def __get__(self, owner: Any, kind: type) -> Any:
        made = owner.__dict__[self.name] = self.make(owner)
        return made


class Reading:
    """What the characters [start, end) of a text, its tokens [i, j), yield, whatever a fact says."""

    def __init__(self, release: "Text", start: int, end: int, i: int, j: int):
        self.release, self.doc = release, release.doc
        self.start, self.end, self.i, self.j = start, end, i, j

    @once
    def values(self) -> list[Value]:
        """Its values; one that the span cuts is parsed again."""
        return self.release.values_in(self.i, self.j)

    @once
    def words(self) -> frozenset[str]:
        """The lower-case words, singular and as written."""
        low = self.doc.low[self.i : self.j]
        return frozenset(low) | frozenset(map(singular, low))

    @once
    def text(self) -> str:
        """The span's text, lower case, white space folded."""
        return folded(self.doc.text[self.start : self.end])

    @once
    def stems(self) -> frozenset[str]:
        """The words that matter, singular."""
        return stems(self.text)

    @once
    def counts(self) -> frozenset[float]:
        """Numbers of things or people: as stated, "a" as 1, "both" as 2, and the sum of all."""
        ordinals = [v for v in self.values if v.kind == "ordinal"]
        stated = [n for v in (*self.numbers, *ordinals) for n in (v.number, v.maximum) if n is not None]
        found = set(stated)
        numbers = self.numbers
        led = bool(numbers) and numbers[0].i == self.i  # "Two men …": the count is said, "a" further on is another's
        low = self.doc.low
        singles = sum(map(low[self.i : self.j].count, SINGLES))
        for v in numbers:  # "one" is a number of its own
            singles -= sum(map(low[v.i : v.j].count, SINGLES))
        if not led and (self.words & ONE or not stated or not _heads().isdisjoint(low[self.i : self.i + 2])):
            found.add(1)
        if not led and self.words & TWO:
            found.add(2)
        if not led:
            found.update(BANDS[word] for word in self.words & BANDS.keys())
        if not numbers:
            found.add(self._coordinated)
        if "x" in self.text:  # "body armour x2", "12x9mm pistols"
            found.update(int(n) for n in TIMES.findall(self.text))
        if "-" in self.text:
            found.update(band[0] for word in low[self.i : self.j] if (band := strong(word)))
        found.add(sum(v.number for v in numbers) + singles)
        return frozenset(found)

    @once
    def numbers(self) -> list[Value]:
        """The plain numbers that may count things or people: not those of charges ("one count of robbery")."""
        return [v for v in self.values if v.kind == "number" and not self._of_charges(v.j)]

    def _of_charges(self, j: int) -> bool:
        """Whether charges are counted by the number that ends before token j, on its own line."""
        doc = self.doc
        first, last = j, min(j + 3, len(doc.low) - 1)
        while j < last and doc.low[j] in GRADES:  # "four felony drug counts"
            j += 1
        named = j < len(doc.low) and doc.low[j] in CHARGE_WORDS
        return named and "\n" not in doc.text[doc.ends[first - 1] : doc.starts[j]]

    @property
    def _coordinated(self) -> int:
        """How many are named or described one by one: "the driver and a man", "A, 31, and B, 30"."""
        low = self.doc.low[self.i : self.j]
        aged = sum(self.doc.low[v.i : v.j].count("and") for v in self.values if v.kind == "age")  # "aged 51 and 23"
        return 1 + low.count("and") + low.count("&") - aged

    @property
    def figures(self) -> int:
        """How many different plain numbers the span states."""
        return len({v.number for v in self.numbers})


class Text:
    """The text of one release, and what all of it yields.

    Args:
        doc: the analysed release; its country decides what "$" is, its date completes dates.
    """

    def __init__(self, doc: Doc):
        self.doc = doc
        self.tokens = Tokens(doc.raw, doc.low, doc.starts, doc.ends, doc.country, doc.published)
        self._found = 0  # where in the text words were last found
        self._classes: dict[str, bool] = {}

    def read(self, start: int, end: int) -> Reading:
        """What the characters [start, end) yield."""
        starts = self.doc.starts
        i = bisect_left(starts, start)
        return Reading(self, start, end, i, bisect_left(starts, end, i))

    @once
    def values(self) -> list[Value]:
        """All values of the text."""
        return [value for sentence in self.doc.sentences for value in sentence.values]

    def values_in(self, i: int, j: int) -> list[Value]:
        """The values of tokens [i, j): the same words give the same values, so that only what a span cuts is parsed."""
        first, last = (bisect_left(self.values, token, key=BEGIN) for token in (i, j))
        inside = self.values[first:last]
        if not (first and self.values[first - 1].j > i) and not (inside and inside[-1].j > j):
            return inside
        found: list[Value] = []
        for sentence in self.doc.sentences[self.doc.sentence_of(i).index : self.doc.sentence_of(j - 1).index + 1]:
            first, last = max(i, sentence.i), min(j, sentence.j)
            inside = [v for v in sentence.values if v.i < last and v.j > first]
            cut = any(v.i < first or v.j > last for v in inside)
            found += scan(self.tokens, first, last) if cut else inside
        return found

    @once
    def ages(self) -> frozenset[str]:
        """All ages of the text, also those of a sheet: "Age: 34"."""
        low = self.doc.low
        labelled = (v for v in self.values if v.kind == "number" and v.number and low[max(v.i - 2, 0) : v.i] == AGE)
        return frozenset(age for value in self.values for age in value.ages) | {plain(v.number) for v in labelled}

    @once
    def days(self) -> frozenset[str | None]:
        """The first and last days of all dates of the text."""
        return frozenset(day for v in self.values if v.kind == "date" for day in (v.first, v.last))

    @once
    def counted_days(self) -> frozenset[str]:
        """The days counted from a date and a length of its sentence: "a five-day operation which ended on 6 May"."""
        found: set[str] = set()
        for sentence in self.doc.sentences:
            days = lasting(self.doc.text[sentence.start : sentence.end].lower())
            told = (iso(day) for v in sentence.values if v.kind == "date" for day in (v.first, v.last)) if days else ()
            for day in told:
                found.update(str(day + timedelta(n)) for n in ((days or 1) - 1, 1 - (days or 1)) if day)
        return frozenset(found)

    @once
    def money(self) -> frozenset[tuple[float | None, str | None]]:
        """All amounts of money of the text, with their currency."""
        return frozenset((n, v.unit) for v in self.values if v.kind == "money" for n in (v.number, v.maximum))

    @once
    def hedged(self) -> frozenset[tuple[float | None, str]]:
        """All amounts of money of the text, with their modifier."""
        return frozenset((v.number, v.modifier) for v in self.values if v.kind == "money")

    def holds(self, words: str) -> bool:
        """Whether the text holds folded words; looked for from where the last were found, since facts go on with it."""
        text = self.whole.text
        at = text.find(words, self._found)
        at = text.find(words) if at < 0 else at
        self._found = max(at, 0)
        return at >= 0

    def classed(self, drug_class: str, reading: Reading) -> bool:
        """Whether the span, or else the text, speaks of "Class A"."""
        letter = re.escape(drug_class.lower())
        stated = re.compile(rf"\bclass(?:es)?[\s-](?:[abc](?:,| and| or|,? &)\s)*['\"“]?{letter}\b")
        if stated.search(reading.text):
            return True
        if letter not in self._classes:
            self._classes[letter] = stated.search(self.whole.text) is not None
        return self._classes[letter]

    @once
    def whole(self) -> Reading:
        """The whole text."""
        return self.read(0, len(self.doc.text))

    def before(self, reading: Reading) -> Reading:
        """The text up to the end of a span, or as much of it as an antecedent may stand back."""
        i = max(0, reading.j - BACK)
        before = Reading(self, self.doc.starts[i] if i else 0, reading.end, i, reading.j)
        first, last = (bisect_left(self.values, token, key=BEGIN) for token in (i, reading.j))
        before.values = [v for v in self.values[first:last] if v.j <= reading.j]
        return before


def folded(text: str) -> str:
    """Lower case, white space and apostrophes made alike."""
    return " ".join(text.lower().replace("’", "'").split())


def stems(text: str) -> frozenset[str]:
    """The words that matter, singular."""
    return frozenset(map(singular, WORD.findall(text.lower().replace("’", "'")))) - STOP


def plain(number: float) -> str:
    """A number as messages write it."""
    return f"{number:,g}" if number == number else str(number)
