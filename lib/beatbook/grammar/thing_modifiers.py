"""What stands before the head of a thing: amount, packaging, suspicion, calibre, adjectives.

The walk goes from the head to the left until an amount, an article or a word that ends the group.
"""

from beatbook.grammar.amounts import packed, pieces
from beatbook.grammar.thing_group import QUOTES, Group, lexicon, touching
from beatbook.grammar.thing_links import link_before
from beatbook.grammar.thing_names import rename, suspecting
from beatbook.grammar.thing_numbers import Numbers, before_amount
from beatbook.grammar.thing_words import ADVERBS, DEFINITE, FURTHER, LEGAL_WORDS, STOP
from beatbook.language.document import Doc
from beatbook.lexicons import Term

IN_MONEY = frozenset(  # "$500,000 in jewelry"
    "cash drug jewellery counterfeit tobacco stolen_property other equipment alcohol phone ammunition document".split()
)
CHANGE = frozenset("coin note banknote bill change".split())
TAKEN = frozenset("seized recovered confiscated found discovered impounded".split())
COVERT = frozenset("concealed hidden discarded abandoned".split())
TESTED = frozenset("showed shown confirmed proved tested found turned".split())  # more than a suspicion
FAKES = frozenset("counterfeit fake bogus knock-off knockoff pirated sham".split())
FALSE_POLICE = frozenset("fake bogus false replica stolen a".split())
QUANTIFIERS = {"each": "any", "every": "any", "some": "bare", "few": "vague", "either": "any", "fewer": "any"} | {
    word: word for word in ("both", "no", "any")
}
SINGLE = frozenset("a an another one".split())
DETERMINERS = SINGLE | DEFINITE | QUANTIFIERS.keys()
OWNED = frozenset("a an the his her their".split())
HOLDING = frozenset("of containing holding full with".split())
SIZES = frozenset("in ft cm inch".split())
JOINTS = frozenset("and or & , /".split())
MARKS = QUOTES | SIZES | JOINTS | frozenset(") x × -".split())
ADJECTIVAL = frozenset(
    "antique replica semi-automatic counterfeit imitation".split()
)  # nouns that also stand before a noun
LONGEST = 8  # adjectives


def modifiers_before(doc: Doc, group: Group, floor: int, ends: dict[int, Term]) -> None:
    """Takes in what stands before the head, from right to left, down to the amount or the article."""
    walk = Modifiers(doc, group, floor, ends)
    while walk.t >= floor and walk.taken < LONGEST and walk.step():
        pass
    link_before(doc, group, floor, ends)
    rename(doc, group, walk.names)


class Modifiers(Numbers):
    """The walk over all kinds of words; see ``Numbers`` for what a step does."""

    __slots__ = ()

    def step(self) -> bool:
        """Takes in the next word, number or name to the left; whether the walk goes on."""
        word, value, term = self.low[self.t], self.doc.value_at.get(self.t), self.ends.get(self.t + 1)
        if term is not None and term.j == self.group.i:
            if term.i >= self.floor and term.row["type"] in ("things", "makes") and not term.row["unit"]:
                return self._noun(term)
            if self.group.kind == "drug" and not self.taken and term.row["type"] == "packages" and self._packages(term):
                return False
        if value is not None and value.i >= self.floor:
            if value.kind == "vague":
                return self._vague(value)
            if word not in ("a", "an"):
                return self._value(value)
        if self.doc.text.startswith("\t", self.doc.ends[self.t]):
            return False  # another cell of the table
        return self._word(word)

    def _noun(self, term: Term) -> bool:
        """A noun or make before the head: "a Mac 10 machine pistol"."""
        low = self.low
        self.names.extend(s for s in range(term.j - 1, term.i - 1, -1) if low[s] not in LEGAL_WORDS)
        if low[term.i] in ("counterfeit", "fake"):
            self.group.parts_of = "fake"
        return self._pass(term.i)

    def _packages(self, term: Term) -> bool:
        """Whether packages with a number stand right before a drug: "11 packets tik", "2 x bags cannabis"."""
        times = term.i > self.floor and self.low[term.i - 1] in ("x", "×")
        number = self.doc.value_at.get(term.i - 1 - times) if term.i - times > self.floor else None
        if number is None or number.kind != "number":
            return False
        pieces(self.group, number)
        self.group.unit = term.row["unit"]
        before_amount(self.doc, self.group, self.floor)
        return True

    def _word(self, word: str) -> bool:
        if word in HOLDING and (word != "with" or self.low[self.t - 1] == "filled"):
            if not packed(self.doc, self.group, self.t, self.floor, self.ends):
                self.group.place = self.group.i == self.t + 1
            return False
        if word == "in" and self.group.category in IN_MONEY and self._money_in():
            return False
        start = suspecting(self.doc, self.t, self.floor)
        if start is not None:
            return self._suspected(start, word)
        if word in DETERMINERS:
            self._determiner(word)
            return False
        if word in MARKS:
            if word == ")":
                return self._bracket()
            if self._mark(word):
                return True
        return self._described(word) or self._adjective(word)

    def _money_in(self) -> bool:
        """Whether "in" stands between money and what it is worth or made of: "$500,000 in jewelry", "£35 in coins"."""
        group = self.group
        money = self.doc.value_at.get(self.t - 1) if self.t - 1 >= self.floor else None
        if money is None or money.kind != "money":
            return False
        pieces(group, money)
        if group.item in CHANGE:
            group.kind = group.category = group.item = "cash"
        before_amount(self.doc, group, self.floor)
        return True

    def _suspected(self, start: int, word: str) -> bool:
        """Takes in words of suspicion from token ``start`` on, the last of which is ``word``."""
        group, low = self.group, self.low
        group.suspected = group.suspected or TESTED.isdisjoint(low[start : self.t + 1])
        group.apposed = start < self.t
        self._pass(start)
        packs = self.ends.get(start - (low[self.t] == ",")) if word == "for" else None
        if packs is None or packs.row["unit"] not in ("wrap", "tablet"):
            return True
        # "52 wraps, which tested positive for cocaine"
        return not packed(self.doc, group, packs.j, self.floor, self.ends)

    def _determiner(self, word: str) -> None:
        """The article, pronoun or quantifier that opens the group."""
        group, low, t = self.group, self.low, self.t
        group.i = t
        if word in SINGLE:
            group.det = "a"
            group.further |= word == "another"
            if group.quantity is None and group.kind != "cash":
                group.quantity, group.unit = 1, group.unit or "item"
        elif word in DEFINITE:
            group.det = "the"
            if word == "'s" and t - 1 >= self.floor:  # "a courier's spare tyres"
                group.i = t - 2 if t - 2 >= self.floor and low[t - 2] in OWNED else t - 1
        else:
            group.det = QUANTIFIERS[word]
            if word == "both":
                group.quantity, group.unit = 2, "item"

    def _mark(self, word: str) -> bool:
        """Takes in a mark or a joint within the name, or a unit that is written on to its number."""
        doc, t = self.doc, self.t
        if word in SIZES and touching(doc, t) and self.low[t - 1][0].isdigit():
            self.group.i = t - 1  # "a 15in knife"
            self.t = t - 2
            return True
        within = word in QUOTES or word in ("x", "×") or (word == "-" and touching(doc, t))
        within = within or (word == "&" and touching(doc, t) and touching(doc, t + 1))  # "M&P 15 rifle"
        more = word in JOINTS and (self.taken or self.group.k - self.group.h > 1)
        if within or (more and _adjectives(doc, t, self.floor)):
            self.t = t - 1
            return True
        return False

    def _described(self, word: str) -> bool:
        """Takes in words that only tell which thing it is: "further", "police", "the seized", "illegally held"."""
        low, t = self.low, self.t
        before = low[t - 1] if t > self.floor else ""
        if word in FURTHER:
            self.group.further = self.group.further or word in ("further", "additional")
            return self._pass(t)
        if word == "police" and before and (before in FALSE_POLICE or self.doc.value_at.get(t - 1)):
            self.names.append(t)  # "five fake police ID cards"
            return self._pass(t)
        if (word in TAKEN and before in DEFINITE) or (word in COVERT and before in SINGLE):
            return self._pass(t)  # "The seized drugs", "the discovery of a concealed pistol"
        if word in STOP and word.endswith("ed") and before.endswith("ly"):
            return self._pass(t - 1)  # "six illegally possessed handguns"
        return False

    def _adjective(self, word: str) -> bool:
        group, t = self.group, self.t
        if word in STOP or not (word[0].isalpha() or word[0].isdigit()) or word in ADVERBS:
            return False
        if word not in LEGAL_WORDS:
            if not word.endswith("ly"):  # "potentially lethal weapons"
                self.names.append(t)
        elif word in FAKES:
            group.parts_of = "fake"
        elif word == "stolen" and group.category == "other" and group.kind == "thing":
            group.category = "stolen_property"
        self.taken += 1
        return self._pass(t)


def _adjectives(doc: Doc, t: int, floor: int) -> bool:
    """Whether "and" at t joins two adjectives under one amount: "34 antique or broken guns"."""
    s = t - 1
    while s >= floor and doc.low[s] in QUOTES:
        s -= 1
    if s < floor or doc.low[s] in STOP or not doc.low[s][0].isalpha():
        return False
    term = lexicon().at(doc.low, s, s + 1)
    branded = s < t - 1 and doc.raw[s][0].isupper()  # "900 ‘Marlboro’ and ‘Royal Fleet’ cigarettes"
    if term is not None and not branded and term.row["type"] != "makes" and doc.low[s] not in ADJECTIVAL:
        return False
    s -= 1
    while s >= floor and doc.low[s] in QUOTES:
        s -= 1
    value = doc.value_at.get(s) if s >= floor else None
    return (value is not None and value.kind in ("number", "vague")) or (s >= floor and doc.low[s] in ("a", "an"))
