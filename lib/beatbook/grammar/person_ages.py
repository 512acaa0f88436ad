"""Ages behind a group of people: "aged 24 and 31", "(34)", "two aged 15 and one aged 16", behind the address."""

from beatbook.grammar.person_group import STOP, VERBAL, Group
from beatbook.grammar.person_heads import Heads
from beatbook.grammar.person_names import alias_end
from beatbook.language.value import Value

RESIDENT = frozenset("of from r/o resident s/o d/o w/o son daughter".split())
LEADING_IN = frozenset("both all one who is was are also each now then respectively with their".split())
FURTHER_AGE = frozenset(", and the other another one is second third".split())
AGE_ENDS = frozenset((",", ")", ".", ":", ";", "–", "—", "-", ""))
ADULTS = range(8, 100)
EXTREMES = frozenset("youngest oldest eldest".split())
FAR = 18  # tokens an address may take


class Ages(Heads):
    """Reads the ages that follow a group, and moves its end."""

    def _age_after(self, j: int) -> bool:
        """Whether an age follows at token j, behind a comma, bracket or alias."""
        k = j + (self.word(j) in (",", "("))
        if (end := alias_end(self.doc, k, self.end)) is not None:
            k = end + (self.word(end) in (",", ")"))
            k += self.word(k) == ","
        return self.starting(k, "age") is not None

    def _take_age(self, group: Group) -> bool:
        """Takes the ages right behind the group; whether there were any."""
        if self._take_ages_apart(group):
            return True
        k = group.j + (self.word(group.j) in (",", "(", "-", "–", "of"))
        for _ in range(3):
            k += self.word(k) in LEADING_IN
        if group.plural and self.word(k) == "the" and self.word(k + 1) in EXTREMES:
            k += 1 if self.starting(k + 1, "age") else 2  # "six boys, the youngest 13 and the oldest 17"
        value = self.value(k)
        if value is None or value.kind not in ("age", "number"):
            return False
        if self.word(k - 1) in ("is", "was") and self.word(k - 2) == "who":
            return self._take_who_is(group, value)
        if value.kind == "number":
            return self._take_plain(group, k, value)
        if value.i != k or group.ages or self._modifies(group, value):
            return False
        self._take_list(group, value)
        return True

    def _take_who_is(self, group: Group, value: Value) -> bool:
        """ "Ana Ruiz, who is 34,"."""
        if value.kind == "number" and value.j < self.end and self.raw[value.j][0].isalpha():
            return False
        group.ages = group.ages or value.ages or (str(value.number),)
        group.j = value.j
        return True

    def _take_plain(self, group: Group, k: int, value: Value) -> bool:
        """A number that no rule of ages knew: ", 34,", "“Dutch,” 34,"."""
        if group.ages or value.number not in ADULTS:
            return False
        quoted = bool(group.names) and self.raw[k - 1] in ("”", '"', "’") and self.word(k + 1) in (",", "of", ")")
        direct = k == group.j + 1 and self.word(k - 1) in (",", "(") and self.raw[k].isdecimal() and value.i == k
        if not quoted and not (direct and group.count == 1 and self.word(value.j) in AGE_ENDS):
            return False
        closing = not quoted and self.word(group.j) == "(" and self.word(value.j) == ")"
        group.ages, group.j = (str(value.number),), value.j + closing
        return True

    def _modifies(self, group: Group, value: Value) -> bool:
        """Whether a "34-year-old" behind the group describes the noun that follows it."""
        if not self._years_old(value.j):
            return False
        if self.low[value.j - 1] == "year-old" and self.word(group.j) != ",":
            return True
        return value.j < self.end and self.word(value.j) not in STOP and self.raw[value.j][0].isalpha()

    def _take_list(self, group: Group, value: Value) -> None:
        """ "aged 24 and 31", "one aged 24, the other 31", "(41, of Bury)"."""
        bracket = self.word(group.j) == "("
        ages, j = list(value.ages), value.j
        while group.plural and j < self.end:
            k = j
            while self.word(k) in FURTHER_AGE:
                k += 1
            more = self.starting(k, "age")
            if more is None or k == j or self.low[more.j - 1] in ("year-old", "old"):
                break
            ages, j = ages + list(more.ages), more.j
        group.ages = tuple(ages)
        if bracket:
            j = next((k + 1 for k in range(j, min(j + 8, self.end)) if self.low[k] == ")"), j)
        group.j = j

    def _take_ages_apart(self, group: Group) -> bool:
        """ "three boys, two aged 15 and one aged 16"."""
        if group.ages or not group.plural or not group.count or self.word(group.j) not in (",", "(", "–", "-"):
            return False
        ages: list[str] = []
        k, told, j = group.j + 1, 0, group.j
        k += self.word(k) == "including"
        while number := self.starting(k, "number"):
            k = number.j + 2 * (self.low[number.j : number.j + 2] == ["of", "them"])
            age = self.starting(k, "age")
            if age is None or not number.number:
                break
            ages += [one for one in age.ages if one not in ages]
            told, j = told + int(number.number), age.j
            k = j
            while self.word(k) in (",", "and", "&"):
                k += 1
        # "five teenagers, one aged just 14, were": the age of some
        if told != group.count and not (told < group.count and j > group.j and self.word(j) in (",", ")", "–", "-")):
            return False
        group.ages, group.j = tuple(ages), j + (self.word(j) == ")")
        return True

    def _take_far_age(self, group: Group) -> None:
        """ "Karl Stern, of Acre Street, Bury, aged 34,": an age behind the address or father's name."""
        k = group.j + (self.word(group.j) == ",")
        if self.word(k) not in RESIDENT:
            return
        for at in range(k + 1, min(k + FAR, self.end)):
            value = self.starting(at, "age")
            if value:
                if self.low[at] == "aged" and not self._years_old(value.j):
                    group.ages, group.j = value.ages, value.j
                return
            if self.low[at] in VERBAL or self.low[at] in (";", ".", "and", "who", ":"):
                return
