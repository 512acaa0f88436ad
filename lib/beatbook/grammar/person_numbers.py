"""Groups of people that a number opens, alone or as part of a whole: "17 people", "12", "seven of the nine"."""

from typing import NamedTuple

from beatbook.grammar.person_group import STOP, Group
from beatbook.grammar.person_names import name_at
from beatbook.grammar.person_phrases import FURTHER, PhraseReader
from beatbook.grammar.person_tails import POSSESSIVE
from beatbook.language.value import Value

LARGEST = 1_000_000
DONE = frozenset(
    "arrested charged detained indicted sentenced convicted held stopped searched interviewed killed injured".split()
)
COUNTED_ON = frozenset("arrests arrested charged detained held defendants indicted".split())
REMAINING = frozenset("remaining other initial original".split())
PARTED = frozenset("members people suspects defendants".split())  # "five members of the gang": a part
BUT = frozenset("but bar except".split())  # "all but one of the seven"
AGED = frozenset("youngest oldest eldest younger older elder".split())
ORDER = frozenset("first last final next".split())
RANKING = AGED | ORDER
ONE_NAMED = frozenset("IN PK BD NP LK NG GH KE UG".split())  # countries where police write "one Rajesh Kumar"
WHOLE_OPENS = frozenset(', ; - – — ( : and • “ " out'.split())


class Part(NamedTuple):
    """The whole behind "of": its last token + 1, its number where stated, and who they are."""

    j: int
    number: int | None
    who: str | None
    role: str


class Numbers(PhraseReader):
    """Reads the groups of one sentence that a number or "of" opens."""

    def whole_number(self, k: int) -> int | None:
        """The whole number that starts at token k."""
        value = self.starting(k, "number")
        return int(value.number) if value and value.number and value.number == int(value.number) else None

    def _counted(self, i: int, value: Value) -> Group | None:
        """The group whose number is the value at token i."""
        if value.number is not None and (value.number != int(value.number) or value.number > LARGEST):
            return None
        named = self._one_named(i)
        if named:
            return named
        count = None if value.number is None else int(value.number)
        j = figure = self._behind_figure(value)
        while self.word(j) in FURTHER or self.word(j) in ("other", "others"):
            j += 1
            if self.low[j - 1] == "others":
                return Group(i, j, "bare", count, value.modifier, plural=True, distinct=True, numbered=True)
        group = self._phrase(i, j, "new", count=count, modifier=value.modifier, numbered=True)
        if group is None:
            return self._number_alone(i, j, count, value)
        group.distinct = group.distinct or j > figure
        if self.word(group.j) == "of" and count is not None and self.low[group.j - 1] in PARTED:
            part = self._partitive(group.j)
            if part and part.who is not None:
                group.j, group.partitive, group.whole = part.j, True, part.number
        return group

    def _behind_figure(self, value: Value) -> int:
        """The token behind a number, and behind the figure that repeats it: "fourteen (14) suspects"."""
        again = self.starting(value.j + 1, "number") if self.word(value.j) == "(" else None
        same = again is not None and again.number == value.number and self.word(again.j) == ")"
        return again.j + 1 if again and same else value.j

    def _one_named(self, i: int) -> Group | None:
        """Indian and African: "nabbed one Rajesh Kumar (32)", "the conviction of one Sani Bello"."""
        end = name_at(self.doc, i + 1, self.end) if self.low[i] == "one" else None
        if end and (self._age_after(end) or self.doc.country in ONE_NAMED):
            return self._name_group(i, i + 1, end)
        return None

    def _number_alone(self, i: int, j: int, count: int | None, value: Value) -> Group | None:
        """A number without a noun: "seven of the nine", "12 were charged"."""
        of = j + (self.word(j) == "out")  # "26 out of the 36"
        if self.word(of) == "of" and (part := self._partitive(of)):
            group = Group(i, part.j, "bare", count, value.modifier, part.who, part.role, plural=count != 1)
            group.numbered, group.whole = True, part.number
            group.partitive = part.number is not None or self.word(of + 1) not in POSSESSIVE  # "two of his staff"
            told = self.nouns.get(self.word(part.j)) if self.word(part.j - 1) in ("them", "whom") else None
            if told and told[2] and told[1] == "person":
                group.who, group.j = told[0], part.j + 1  # "three of them children"
            return self._take_those(self._tail(group))
        if (value.kind == "vague" and self.low[j - 1] == "of") or self.word(j) == "of" or not self._stands_alone(j):
            return None
        if i > self.floor and self.low[i - 1] == "the":
            return None  # "waiting for the 343": a bus; those counted before are read with their article
        group = Group(i, j, "bare", count, value.modifier, plural=count != 1, numbered=True)
        return self._take_those(self._tail(group) if self.word(j) in ("aged", "(") else group)

    def _ranked(self, i: int) -> Group | None:
        """ "the two youngest", "the last two", "the oldest of the men", "the last of the four", behind "the"."""
        k = i + 1
        value, number = self.value(k), self.whole_number(k)
        k = value.j if value and number else k
        word = self.word(k)
        if word not in RANKING:
            return None
        kind = "definite" if word in AGED or word == "first" else "rest"
        k += 1
        if number is None and self.starting(k, "number"):
            value, number = self.value(k), self.whole_number(k)
            k = value.j if value else k
        if number is None:
            part = self._partitive(k) if self.word(k) == "of" else None
            if part is None or (part.who is None and part.number is None):
                return None
            group = Group(i, part.j, "definite", 1, who=part.who, role=part.role, numbered=True)
            group.partitive, group.whole = part.number is not None, part.number
            return self._tail(group)
        phrase = self._phrase(i, k, kind, count=number, numbered=True)
        if phrase or not self._stands_alone(k):
            return phrase
        return self._take_those(Group(i, k, kind, number, plural=number != 1, numbered=True))

    def _all_but(self, i: int) -> Group | None:
        """ "all but one of the seven", "all but two were": the number of those meant, or how many they are fewer."""
        value, number = self.value(i + 2), self.whole_number(i + 2)
        if value is None or not number:
            return None
        j, whole, who = value.j, None, None
        if self.word(j) == "of" and (part := self._partitive(j)):
            j, whole, who = part.j, part.number, part.who
        elif not self._stands_alone(j):
            return None
        count = whole - number if whole and whole > number else None
        return Group(i, j, "bare", count, who=who, plural=True, partitive=True, whole=whole, numbered=True, less=number)

    def _vague(self, i: int) -> Group | None:
        """ "several", "some of them", "most of the men"."""
        if self.word(i + 1) == "of" and (part := self._partitive(i + 1)):
            group = Group(i, part.j, "bare", None, "vague", part.who, plural=True)
            group.partitive, group.whole = True, part.number
            return group
        if self.low[i] == "most":
            return None
        return self._phrase(i, i + 1, "new", modifier="vague" if self.low[i] != "some" else "exact")

    def _each_of(self, i: int) -> Group | None:
        """ "every one of the nine", "each of the four men": all of them."""
        of = i + 1 + (self.word(i + 1) in ("one", "single"))
        of += self.word(of) == "one"
        part = self._partitive(of) if self.word(of) == "of" else None
        if part is None or (part.number is None and part.who is None):
            return None
        kind = "definite" if part.number else "pronoun"
        return Group(i, part.j, kind, part.number, who=part.who, numbered=part.number is not None)

    def _partitive(self, of: int) -> Part | None:
        """ "of them", "of whom", "of the nine", "of the 17 people", "of the men" at token ``of``."""
        k = of + 1
        word = self.word(k)
        if word in ("them", "whom", "which"):
            return Part(k + 1, None, None, "person")
        if word in ("those", "these"):
            if self.word(k + 1) in DONE:
                return Part(k + 2, None, None, "person")
            phrase = self._phrase(k, k + 1, "definite")
            return self._part(phrase, phrase.count) if phrase else Part(k + 1, None, None, "person")
        if word in ("the", "our", "his", "their", "its"):
            k += 1 + (self.word(k + 1) in REMAINING)
        elif word != "all" and not self.starting(k, "number"):
            return None
        if self.starting(k, "number"):
            return self._numbered_whole(k)
        phrase = self._phrase(k, k, "definite")
        owned = self.word(k + 1) == "'s"  # "three of the gang's members"
        alone = not owned and (phrase is None or phrase.j > k + 2)
        if alone and self.word(k) in ("arrests", "arrested", "group", "gang"):
            return Part(k + 1, None, None, "person")
        if phrase is None or k == of + 1 or not (phrase.plural or self.low[phrase.j - 1] == "accused"):
            return None
        return self._part(phrase, None)

    @staticmethod
    def _part(phrase: Group, number: int | None) -> Part:
        return Part(phrase.j, number, phrase.who, phrase.role)

    def _numbered_whole(self, k: int) -> Part | None:
        """ "the nine", "the 17 people", "the 26 arrests": the number starts at token k."""
        value, number = self.value(k), self.whole_number(k)
        if value is None or number is None:
            return None
        phrase = self._phrase(k, value.j, "definite")
        if phrase:
            return self._part(phrase, number)
        after = self.word(value.j)
        if after in ("others", "more", "further"):
            return Part(value.j + 1, number, None, "person")
        if after in COUNTED_ON or not after.isalpha() or after in STOP:
            return Part(value.j + (after == "arrests"), number, None, "person")
        return None

    def _whole(self, of: int) -> Group | None:
        """ "Of the 17 people arrested, 12 …", "Of those arrested, …", "of whom 12 …", ", of which 118 …"."""
        part = self._partitive(of)
        if part is None:
            return None
        arrests = self.low[part.j - 1] in ("arrests", "arrested") or self.word(part.j) == "arrested"
        sure = part.number is not None and arrests
        before = self.low[of - 1] if of > self.floor else ""
        if not sure and before and before not in WHOLE_OPENS:
            return None
        if not sure and self.low[of] == "from" and self.word(of + 1) not in ("these", "those"):
            return None
        group = Group(of, part.j, "whole", part.number, who=part.who, plural=True)
        group.partitive, group.whole, group.numbered = True, part.number, part.number is not None
        return group
