"""What follows a group of people: ages, an alias, a name or noun in apposition."""

from beatbook.grammar.person_ages import LEADING_IN, RESIDENT, Ages
from beatbook.grammar.person_group import Group
from beatbook.grammar.person_names import ALIASES, QUOTES, SEX_CODES, TITLES, alias_end, is_place, name_at
from beatbook.grammar.person_nouns import PAIRS, kind_of

POSSESSIVE = frozenset("his her their its whose".split())
GENERIC_OF = frozenset(
    "public staff press media community society rcmp police force department unit team council parliament".split()
)
MEMBERS = frozenset("member members head leader people".split())
CITIZENS = frozenset("resident native member citizen national".split())
NAMING = frozenset("identified named namely as called one accused".split())
BEFORE_NAMING = frozenset("was is has been later since".split())
BORN = frozenset("d.o.b d.o.b. dob born".split())
AFTER_THOSE = frozenset(", ) – — aged of from who found in with ranging between".split())  # behind "nine, girls"
MOST_TAILS = 5
# what may stand right behind a group that goes on, beside values and capitals
GOING_ON = LEADING_IN.union(
    RESIDENT, NAMING, BEFORE_NAMING, BORN, ALIASES, SEX_CODES, QUOTES, ", ( - – — : of and".split()
)


class Tails(Ages):
    """Reads on behind a group, and moves its end."""

    def _tail(self, group: Group) -> Group:
        """Reads on: ages, an alias, a name or noun in apposition, "namely" and its names."""
        j = group.j
        if j >= self.end or not (self.low[j] in GOING_ON or j in self.doc.value_at or self.raw[j][0].isupper()):
            return group
        for _ in range(MOST_TAILS):
            if not (self._take_age(group) or self._take_alias(group) or self._take_apposition(group)):
                break
        if group.names and not group.ages:
            self._take_far_age(group)
        if group.role == "person" and group.kind != "name" and self._of_the_public(group):
            group.role = "other"
        return group

    def _take_those(self, group: Group) -> Group:
        """ "Five, all men in their twenties,", "the other nine, girls found there,", "the last two, a couple,"."""
        if self.word(group.j) not in (",", "–", "—") or group.who not in (None, "person") or not group.plural:
            return group
        k = group.j + 1
        led = self.word(k) in ("all", "both")
        paired = self.word(k) == "a" and PAIRS.get(self.word(k + 1)) == group.count
        found = self._head(k + (led or paired)) if k < self.end else None
        if found is None:
            return group
        head, ages = found
        who, role, plural = self.nouns.get(self.low[head], ("person", "person", False))
        closed = led or paired or self.word(head + 1) in AFTER_THOSE or self.starting(head + 1, "age") is not None
        if role == "person" and (plural or paired) and closed:
            group.who = kind_of(who, self.low[head], ages, self.low[k:head])
            group.ages, group.j = group.ages or ages, head + 1
            self._take_age(group)
        return group

    def _of_the_public(self, group: Group) -> bool:
        """ "members of the public", "a member of staff": nobody of the case."""
        if self.word(group.j) != "of" or self.low[group.j - 1] not in MEMBERS:
            return False
        k = group.j + 1
        determined = self.word(k) in ("the", "his", "a")
        if not determined and self.word(k) not in GENERIC_OF:
            return False
        return not GENERIC_OF.isdisjoint(self.low[k + determined : min(k + determined + 4, self.end)])

    def _take_alias(self, group: Group) -> bool:
        k = group.j + (self.word(group.j) in (",", "("))
        if group.names and self.word(k) in BORN and "dob" not in group.words:
            return self._take_birth(group, k)
        end = alias_end(self.doc, k, self.end)
        if end is None or end <= group.j:
            return False
        group.j = end + (self.word(end) == ")" and self.word(group.j) == "(")
        return True

    def _take_birth(self, group: Group, k: int) -> bool:
        """ "Karl Stern (d.o.b. 11.03.88)": tells a person as an age does."""
        value = next((value for at in range(k + 1, k + 4) if (value := self.value(at)) and value.kind == "date"), None)
        if value is None:
            return False
        group.j = value.j + (self.word(value.j) == ")")
        group.words |= {"dob"}
        return True

    def _take_apposition(self, group: Group) -> bool:
        """ "the driver, Ana Ruiz, 34", "Ana Ruiz, a 34-year-old woman", "Luton man John Cole", "a man named Cole"."""
        if group.count != 1 or (group.kind in ("pronoun", "bare", "nobody") and not group.partitive):
            return False
        if group.names and self._take_citizenship(group):
            return True
        comma = self.word(group.j) in (",", "-", "–", "—", ":")
        k = self._behind_naming(group.j + comma)
        if k >= self.end:
            return False
        if not group.names and self.raw[k][0].isupper() and not self.heading:
            return self._take_name(group, k, comma)
        if not comma:
            return False
        return self._take_aged_name(group, k) or self._take_noun(group, k)

    def _take_citizenship(self, group: Group) -> bool:
        """ "Juan Cruz, 32, and a resident of Quezon City"."""
        k = group.j
        if self.word(k) != "and" or self.word(k + 1) not in ("a", "an") or self.word(k + 3) != "of":
            return False
        if self.word(k + 2) not in CITIZENS:
            return False
        group.j = k + 3
        return True

    def _behind_naming(self, k: int) -> int:
        """The token behind "(was) identified as", "named", "namely" at token k."""
        first = k
        told = k
        while told < k + 3 and self.word(told) in BEFORE_NAMING:
            told += 1
        if self.word(told) in ("identified", "named"):
            k = told
        while self.word(k) in NAMING and k < first + 4:
            k += 1
        return k

    def _full(self, i: int, j: int) -> str:
        """The full name that tokens [i, j) stand for; remembered."""
        written = " ".join(self.doc.words(i, j).split())
        return self.names.get(written) or self.names.add(written)

    def _take_name(self, group: Group, k: int, comma: bool) -> bool:
        """ "the driver, Ana Ruiz", "Luton man John Cole": a name at token k."""
        i = k + (self.low[k].rstrip(".") in TITLES)
        j = name_at(self.doc, i, self.end, 1) if i < self.end else None
        if j is None or (comma and group.role == "agent"):
            return False
        aged = self._age_after(j)
        written = " ".join(self.doc.words(i, j).split())
        sure = aged or " " in written or self.names.get(written) is not None
        if not sure or (is_place(self.doc, i, j) and not aged):
            return False
        group.names, group.j = (self._full(i, j),), j
        return True

    def _take_aged_name(self, group: Group, k: int) -> bool:
        """ "the driver, 34-year-old Ana Ruiz"."""
        value = self.starting(k, "age")
        known = group.kind == "definite" or self.low[group.i] in POSSESSIVE
        if value is None or group.ages or not known or self.low[value.j - 1] not in ("year-old", "old"):
            return False
        end = name_at(self.doc, value.j, self.end) if value.j < self.end else None
        if end is None:
            return False
        group.names, group.ages, group.j = (self._full(value.j, end),), value.ages, end
        return True

    def _take_noun(self, group: Group, k: int) -> bool:
        """ "Ana Ruiz, a 34-year-old woman", "the driver, a man in his 20s"."""
        described = (
            group.names
            or group.kind == "definite"
            or self.low[group.i] in POSSESSIVE
            or group.distinct
            or group.partitive
        )
        lives = self.word(k + 1) in CITIZENS and self.word(k + 2) == "of"
        found = self._head(k + 1) if (described or lives) and self.low[k] in ("a", "an", "the") else None
        if found is None:
            return False
        head, ages = found
        who, _role, plural = self.nouns.get(self.low[head], ("person", "person", False))
        after = self.word(head + 1)
        listed = after == "," and self.word(head + 2) == "and" and self.word(head + 4) in self.nouns
        if plural or after == "and" or listed:
            return False  # another person of a list
        words = self.low[k + 1 : head]
        who = kind_of(who, self.low[head], ages, words)
        group.who = who if group.who in (None, "person") else group.who
        group.ages = group.ages or ages
        group.words |= frozenset(words) | {self.low[head]}
        group.j = head + 1
        return True
