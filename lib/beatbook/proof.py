"""Each value parsed again from its span: a fact whose span does not yield its value is refused.

The proof knows nothing of the rules that made a fact, so it also serves for records that another system made. A
value is taken from the fact's own span; only where that span holds no figure of the kind ("Both were charged", "He
was jailed") may an earlier part of the text supply it. Closed labels (category, tactic) are judgements and are not
proved; what they count and cost is.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import Any, NamedTuple

from beatbook.language.document import Doc
from beatbook.language.numbers import MODIFIERS_BEFORE, SMALL, VAGUE_BY_FIRST
from beatbook.language.value import Tokens, Value
from beatbook.language.values import scan
from beatbook.lexicons import matcher, rows, singular
from beatbook.records import FAMILIES, Fact

PROVED, REFUSED, UNPROVABLE = "proved", "refused", "not provable"
ONE = frozenset("a an one another single he she his her him this the each every that".split())
SINGLES = ("a", "an", "one", "another")
TWO = frozenset("both pair couple two duo brothers sisters twins".split())
COUNTED = frozenset("item round plant wrap tablet".split())
REST = frozenset(("remaining", "other", "rest"))
BANDS = {"trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5}
ALL_BUT = frozenset(("but", "bar", "except"))
CHARGE_WORDS = frozenset("count counts charge charges offence offences offense offenses".split())
LIFE_MONTHS = 1200
BACK = 3000  # tokens in which an antecedent is looked for: more than a release has
HYPHENATED = re.compile(r"\b([a-z]+)-(year|month|week|day)s?\b")
MONTHS_IN = {"year": 12, "month": 1, "week": 12 / 52, "day": 12 / 365}
SUSPICION = frozenset(
    "looked suspected suspect suspicious believed beleived thought alleged allegedly appeared appears appear apparent "
    "apparently purported presumptive presumptively presumed probable likely possible possibly substance "
    "tested".split()
)
APPROXIMATE = frozenset(
    "approx approximately approximate about around estimated estimate estimates some roughly circa region".split()
)
INEXACT = frozenset(VAGUE_BY_FIRST) | frozenset("quantity quantities amount amounts number some dozen more".split())
BEGIN = attrgetter("i")
STOP = frozenset("a an the of and or to in on for with by at from".split())
WORD = re.compile(r"[^\W_]+(?:\.\d+)?")
TIMES = re.compile(r"(?<=\bx)\d{1,6}\b|\b\d{1,6}(?=x)")  # a number written on to "x"


_AGE = ["age", ":"]
_GRADES = frozenset(  # words between a number and the charges that it counts
    "felony misdemeanor misdemeanour criminal federal state separate additional further other serious related "
    "drug drugs firearm firearms weapon weapons theft fraud assault robbery burglary sexual sex child".split()
)


class Proof(NamedTuple):
    """The verdict on a fact: PROVED, REFUSED (which slot, and why) or UNPROVABLE (nothing in it can be checked)."""

    status: str
    slot: str = ""
    reason: str = ""


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

    def __init__(self, prover: "Prover", start: int, end: int, i: int, j: int):
        self.prover, self.doc = prover, prover.doc
        self.start, self.end, self.i, self.j = start, end, i, j

    @once
    def values(self) -> list[Value]:
        """Its values; one that the span cuts is parsed again."""
        return self.prover.values_in(self.i, self.j)

    @once
    def words(self) -> frozenset[str]:
        """The lower-case words, singular and as written."""
        low = self.doc.low[self.i : self.j]
        return frozenset(low) | frozenset(map(singular, low))

    @once
    def text(self) -> str:
        """The span's text, lower case, white space folded."""
        return _folded(self.doc.text[self.start : self.end])

    @once
    def stems(self) -> frozenset[str]:
        """The words that matter, singular."""
        return _stems(self.text)

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
        while j < last and doc.low[j] in _GRADES:  # "four felony drug counts"
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


class Prover:
    """Proves facts against one release.

    Args:
        doc: the analysed release; its country decides what "$" is, its date completes dates.
    """

    def __init__(self, doc: Doc):
        self.doc = doc
        self.tokens = Tokens(doc.raw, doc.low, doc.starts, doc.ends, doc.country, doc.published)
        self._found = 0  # where in the text words were last found
        self._classes: dict[str, bool] = {}

    def prove(self, fact: Fact) -> Proof:
        """The verdict on one fact; slots are tried in the order of the schema, the first failing one is named."""
        if not 0 <= fact.start < fact.end <= len(self.doc.text):
            return Proof(REFUSED, "start", "the span does not lie in the text")
        reading = self.read(fact.start, fact.end)
        checked = False
        for name, check in CHECKS_OF[fact.family]:
            value = fact.slots.get(name)
            if not value and value != 0:
                continue
            source = self.read(*fact.where[name]) if name in fact.where else reading
            reason = check(self, fact, source, value)
            if reason:
                return Proof(REFUSED, name, reason)
            checked = True
        return Proof(PROVED) if checked else Proof(UNPROVABLE, "", "it has no value that a text can prove")

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
        labelled = (v for v in self.values if v.kind == "number" and v.number and low[max(v.i - 2, 0) : v.i] == _AGE)
        return frozenset(age for value in self.values for age in value.ages) | {_plain(v.number) for v in labelled}

    @once
    def days(self) -> frozenset[str | None]:
        """The first and last days of all dates of the text."""
        return frozenset(day for v in self.values if v.kind == "date" for day in (v.first, v.last))

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


def _folded(text: str) -> str:
    """Lower case, white space and apostrophes made alike."""
    return " ".join(text.lower().replace("’", "'").split())


def _plain(number: float) -> str:
    return f"{number:,g}" if number == number else str(number)


def _count(prover: Prover, fact: Fact, reading: Reading, value: float) -> str:
    numbers = reading.numbers
    counted = bool(numbers) and numbers[0].i == reading.i  # "Two men, one of them Ana Ruiz, …": the number is said
    named = len(fact.slots.get("names") or ()) == 1 and not counted
    told = 1 if named else len(fact.slots.get("ages") or ())
    if value in reading.counts or (told == value and (named or max(reading.counts, default=0) < 2)):
        return ""  # a name is one person, and ages without a number are counted
    if not reading.figures and value in prover.before(reading).counts:
        return ""  # "They were charged": the number stands with the antecedent
    if "all " in reading.text and not ALL_BUT.isdisjoint(reading.words):  # "all but one of the seven": six
        wholes = prover.before(reading).counts
        if any(value + (one.number or 0) in wholes for one in numbers):
            return ""
    return f"the span gives no {_plain(value)}"


def _of_count(prover: Prover, fact: Fact, reading: Reading, value: float) -> str:
    # the whole is often named in the sentence or line before; a span with both numbers must hold it itself
    apart = reading.figures < 2 or not REST.isdisjoint(reading.words)  # "the remaining eight", of those before
    known = value in reading.counts or (apart and value in prover.before(reading).counts)
    return "" if known else f"the text gives no {_plain(value)}"


def _quantity(prover: Prover, fact: Fact, reading: Reading, value: float) -> str:
    unit = fact.slots.get("unit")
    if unit in COUNTED or unit is None:
        return _count(prover, fact, reading, value)
    measures = [v for v in reading.values if v.kind == "measure"]
    if any(value in (v.number, v.maximum) and v.unit == unit for v in measures):
        return ""
    if not measures and any(value in (v.number, v.maximum) and v.unit == unit for v in prover.before(reading).values):
        return ""
    counts = [v.number for v in reading.values if v.kind == "number" and v.number is not None]
    units = [v.number for v in measures if v.unit == unit and v.number is not None]
    if units and (value in counts or any(abs(n * m - value) < 1e-6 for n in counts for m in units)):
        return ""  # "14 pounds of cannabis and four of cocaine", "six blocks weighing a kilo each"
    return f"the span gives no {_plain(value)} {unit}"


def _money(prover: Prover, fact: Fact, reading: Reading, value: float) -> str:
    currency = fact.slots.get("currency")
    own = [(n, v.unit) for v in reading.values if v.kind == "money" for n in (v.number, v.maximum)]
    if (value, currency) in (own or prover.money):  # "The crop is worth …" may follow
        return ""
    return f"the span gives no amount of {_plain(value)} {currency or ''}".rstrip()


def _modifier(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    if value == "vague":
        said = reading.words & INEXACT or any(v.kind == "vague" for v in reading.values)
        return "" if said else "the span states no vague quantity"
    if value == "exact":
        return ""
    if value == "approx" and reading.words & APPROXIMATE:
        return ""
    stated = {v.modifier for v in reading.values} | set(_modifiers(reading))
    return "" if value in stated else f"no word in the span makes the number {value}"


def _value_modifier(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    if value != "exact" and not any(v.kind == "money" for v in reading.values):
        amount = fact.slots.get("value")
        if (amount, value) in prover.hedged:
            return ""  # "The crop is thought to be worth up to £267,000"
    return _modifier(prover, fact, reading, value)


def _modifiers(reading: Reading) -> Iterator[str]:
    for at in range(reading.i, reading.j):
        for phrase, modifier in MODIFIERS_BEFORE.get(reading.doc.low[at], ()):
            if at - len(phrase) + 1 >= reading.i and tuple(reading.doc.low[at - len(phrase) + 1 : at + 1]) == phrase:
                yield modifier


def _calibre(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    def squeeze(text: str) -> str:
        return re.sub(r"[\s-]", "", text.lower())

    return "" if squeeze(value) in squeeze(reading.text) else f"the span gives no calibre {value}"


def _certainty(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    if value == "confirmed":
        return ""
    sentence = prover.doc.sentence_of(reading.i)
    words = reading.words | frozenset(prover.doc.low[sentence.i : sentence.j])
    if sentence.intro is not None:
        intro = prover.doc.sentences[sentence.intro]
        words |= frozenset(prover.doc.low[intro.i : intro.j])
    return "" if words & SUSPICION else "no word of the sentence suspects it"


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(singular, WORD.findall(text.lower().replace("’", "'")))) - STOP


def _item(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    wanted = _stems(value)
    if wanted <= reading.stems or _lexical(reading, value):
        return ""
    if value == "cash" and any(v.kind == "money" for v in reading.values):
        return ""
    if value == "firearm" and fact.slots.get("calibre"):
        return ""  # "a loaded .22" names a firearm by its calibre
    before = prover.before(reading)
    if wanted <= before.stems or _lexical(before, value):
        return ""  # "31 of them", "the Class A drug"
    return f"neither the span nor the text before it names {value}"


def _lexical(reading: Reading, value: str) -> bool:
    """Whether a word of the span is listed under that name: "skunk" for cannabis, "ammunition" for round."""
    wanted = value.lower()
    for name in ("drugs", "things"):
        for term in matcher(name).find(reading.doc.low, reading.i, reading.j).values():
            if wanted in (term.row["item"].lower(), term.row["term"].lower()) or (name, wanted) == ("drugs", "drugs"):
                return True
    return False


def _drug_class(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    name = (fact.slots.get("item") or "").lower()
    if prover.doc.country == "GB" and any(
        row["drug_class"] == value and row["item"].lower() == name for row in rows("drugs")
    ):
        return ""
    return "" if prover.classed(value, reading) else f"neither the text nor the Act makes {name} class {value}"


def _names(prover: Prover, fact: Fact, reading: Reading, value: list[str] | str) -> str:
    for name in [value] if isinstance(value, str) else value:
        if not prover.holds(_folded(name)) and not _shares_surname(_folded(name), prover.whole.text):
            return f"the text does not hold the name {name}"
    return ""


def _shares_surname(name: str, text: str) -> bool:
    """Whether the text writes a name with another's surname: "Adil and Imran Shah" for Adil Shah."""
    first, _, surname = name.partition(" ")
    if first == "operation" and "operations " in text:  # "Operations Alder and Beech"
        return re.search(rf"\boperations (?:\S{{1,30}} (?:and |& )?){{0,5}}{re.escape(surname)}\b", text) is not None
    return bool(surname) and re.search(rf"\b{re.escape(first)} and \S+ {re.escape(surname)}\b", text) is not None


def _fills_cell(doc: Doc, value: Value) -> bool:
    """Whether a number is all that a table's cell holds, as ages are: "Karl Stern | 34 | Theft"."""
    before = doc.text[doc.starts[value.i] - 2 : doc.starts[value.i]] if value.i else ""
    after = doc.text[doc.ends[value.j - 1] : doc.ends[value.j - 1] + 2]
    return ("\t" in before or "|" in before) and ("\t" in after or "|" in after)


def _ages(prover: Prover, fact: Fact, reading: Reading, value: list[str]) -> str:
    own = {age for v in reading.values for age in v.ages}
    own |= {_plain(v.number) for v in reading.numbers if v.number and _fills_cell(prover.doc, v)}
    # the rest may stand with an earlier mention, but no age of the span may be left over
    missing = [age for age in value if age not in own and (own - set(value) or age not in prover.ages)]
    return f"the text gives no age {missing[0]}" if missing else ""


def _offences(prover: Prover, fact: Fact, reading: Reading, value: list[str]) -> str:
    near = reading.stems
    for offence in value:
        words = _stems(offence)
        if words and len(words & near) < 0.8 * len(words) and len(words & prover.whole.stems) < 0.8 * len(words):
            return f"the text does not name the offence {offence}"
    return ""


def _unit(words: list[str]) -> str | None:
    """The unit among the words of a length of time: "a year and a half"."""
    units = (singular(word.split("-")[0]) for word in reversed(words))
    return next((unit for unit in units if unit in MONTHS_IN), None)


def _sentence(prover: Prover, fact: Fact, reading: Reading, value: float) -> str:
    terms = [
        v.number * MONTHS_IN[unit]
        for v in reading.values
        if v.kind == "length" and v.number and (unit := _unit(prover.doc.low[v.i : v.j]))
    ]
    if value == LIFE_MONTHS and "life" in reading.words:
        return ""
    for number, unit in HYPHENATED.findall(reading.text):  # "a seven-year sentence"
        terms.append((SMALL.get(number) or 0) * MONTHS_IN[unit])
    # the unit may be left out: "seven and five years respectively", "B for six"
    bare = [v.number for v in reading.values if v.kind == "number" and v.number and v.number < 60]
    halves = [number + 0.5 for number in bare] if "and a half" in reading.text else []
    terms += [12 * number for number in bare + halves]
    # "ten years and six months"
    sums = (total for a in range(len(terms)) for total in accumulate(terms[a:]))
    known = any(abs(value - total) < 0.6 for total in sums)
    return "" if known else f"the span gives no term of {_plain(value)} months"


def _date(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    own = {day for v in reading.values if v.kind == "date" for day in (v.first, v.last)}
    if value in own:
        return ""
    if value in prover.days:
        return ""  # the span of an operation is its name or one of its dates, not all that lies between
    return f"no date of the text resolves to {value}"


def _verbatim(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    for part in value.split("\n"):
        if not prover.holds(_folded(part)):
            return "the text does not hold these words"
    return ""


def _in_span(prover: Prover, fact: Fact, reading: Reading, value: str) -> str:
    held = _folded(value) in reading.text or _folded(value).replace(" ", "") in reading.text.replace(" ", "")
    first, _, rest = _folded(value).partition(" ")
    # "South and West Yorkshire" names South Yorkshire
    held = held or bool(rest and reading.text.startswith(first) and reading.text.endswith(rest))
    return "" if held else f"the span does not hold {value}"  # a page may set "th" apart from its number


CHECKS: dict[tuple[str, str], Callable[[Prover, Fact, Reading, Any], str]] = {
    ("", "count"): _count,
    ("", "of_count"): _of_count,
    ("", "modifier"): _modifier,
    ("", "names"): _names,
    ("seizures", "quantity"): _quantity,
    ("seizures", "quantity_max"): _quantity,
    ("seizures", "value"): _money,
    ("seizures", "value_max"): _money,
    ("seizures", "value_modifier"): _value_modifier,
    ("seizures", "calibre"): _calibre,
    ("seizures", "certainty"): _certainty,
    ("seizures", "item"): _item,
    ("seizures", "drug_class"): _drug_class,
    ("outcomes", "ages"): _ages,
    ("outcomes", "offences"): _offences,
    ("outcomes", "sentence_months"): _sentence,
    ("operations", "name"): _names,
    ("operations", "start"): _date,
    ("operations", "end"): _date,
    ("operations", "agencies"): _names,
    ("quotes", "speaker"): _names,
    ("quotes", "role"): _names,
    ("quotes", "text"): _verbatim,
    ("places", "name"): _in_span,
    ("contacts", "value"): _in_span,
    ("aims", "text"): _verbatim,
}
CHECKS_OF = {  # in the order of the schema
    family: [
        (slot.name, check)
        for slot in FAMILIES[family].slots
        if (check := CHECKS.get((family, slot.name)) or CHECKS.get(("", slot.name)))
    ]
    for family in FAMILIES
}
