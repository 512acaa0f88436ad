"""Noun phrases that name people: "two Luton men, aged 24 and 31", "the driver, Ana Ruiz, 34", "a 40-year-old".

The phrase rules under ``grammar.people``, which decides what a phrase counts and what it hangs on.
"""

from beatbook.grammar.person_group import STOP, VERBAL, Group
from beatbook.grammar.person_names import TITLES, alias_end, forenames, is_place, name_at
from beatbook.grammar.person_nouns import PAIRS, PARENTS, kind_of, ranks
from beatbook.grammar.person_tails import Tails
from beatbook.language.value import Value
from beatbook.lexicons import matcher

FURTHER = frozenset("another further more additional extra fresh new".split())
DISTINCT = FURTHER | {"other"}
UNKNOWN = ("john doe", "jane doe")
TAKING = frozenset("arrested charged indicted convicted sentenced detained".split())
ALONE = frozenset(
    "held sought hurt shot taken sent given found under still now then later also pleaded pled put jailed face "
    "facing not were got each apiece let who people today yesterday this last during".split()
)
PLACING = frozenset("at in near around outside into throughout".split())  # no untold person stands behind these
ACTING_AT = frozenset("while when whilst before after by".split())  # "while evading officers": no officers of a kind
SIBLINGS = frozenset("brothers sisters twins cousins siblings spouses".split())
OFFICERS = frozenset("attorney judge justice".split())
NOUN_REACH = 5


class PhraseReader(Tails):
    """Reads the noun phrases and names of one sentence."""

    def _stands_alone(self, j: int) -> bool:
        """Whether a number before token j counts people by itself: a verb, preposition or stop follows, no noun."""
        word = self.word(j)
        return not word or not word[0].isalpha() or word in STOP or word.endswith(("ed", "ly")) or word in ALONE

    def _phrase(
        self, i: int, k: int, kind: str, count: int | None = None, modifier: str = "exact", numbered: bool = False
    ) -> Group | None:
        """The noun phrase whose quantifier is [i, k).

        ``kind`` is that of the group, or "bareword" where nothing stands before the noun.
        """
        found = self._head(k) if k < self.end else None
        if found is None:
            return None
        head, ages = found
        noun, before = self.low[head], self.low[k:head]
        who, role, plural = self.nouns.get(noun, ("person", "person", noun in ("olds", "year-olds")))
        if kind == "bareword":
            if not self._stands_bare(k, head, plural):
                return None
            kind, count = "new", None if plural else 1
        if (
            count is None
            and not plural
            and (kind == "definite" or (kind == "new" and not numbered and modifier == "exact"))
        ):
            count = 1
        if count == 1 and plural and not numbered and noun not in PAIRS and noun not in ("accused", "people"):
            return None  # "a drugs dealers' …"
        if noun in PAIRS and kind in ("new", "definite"):
            count, plural = PAIRS[noun], True
        words = frozenset(word for word in self.low[k : head + 1] if word not in STOP and len(word) > 2)
        who = kind_of(who, noun, ages, before)
        group = Group(i, head + 1, kind, count, modifier, who, role, plural, ages, words=words, numbered=numbered)
        group.distinct = not DISTINCT.isdisjoint(before)
        if noun in PAIRS:
            self._take_members(group)
        if plural:
            self._take_second_noun(group)
        return self._tail(group)

    def _take_members(self, group: Group) -> Group:
        """ "a trio of burglars", "the pair of teenagers": who the few are."""
        told = self._head(group.j + 1) if self.word(group.j) == "of" and group.j + 1 < self.end else None
        if told and (noun := self.nouns.get(self.low[told[0]])) and noun[2]:
            group.who, group.ages, group.j = noun[0], told[1], told[0] + 1
        return group

    def _stands_bare(self, k: int, head: int, plural: bool) -> bool:
        """Whether a noun without determiner names people: plurals, headlines, nouns before a name."""
        if head > k:
            return False
        return plural or self._headline_noun(k) or self._named_after(head)

    def _take_second_noun(self, group: Group) -> None:
        """ "members and associates", "men and women" under one number."""
        second = self.nouns.get(self.word(group.j + 1))
        joined = self.word(group.j) in ("and", "or", "/") or (self.heading and self.word(group.j) == ",")
        if not joined or second is None or not second[2]:
            return
        if self.word(group.j + 2) in STOP or group.j + 2 >= self.end:
            group.j += 2
            if group.who in ("man", "woman") or self.low[group.j - 1] != "associates":
                group.who = group.who if second[0] == group.who else "person"

    def _bare_phrase(self, i: int) -> Group | None:
        """A noun without determiner behind its modifiers: "Suspected dealers", "gang members", "Drug dealer jailed"."""
        if self.low[i] in STOP or not self.low[i][0].isalpha() or (i > self.floor and self.low[i - 1] in ACTING_AT):
            return None
        if i > self.floor and self.low[i - 1] not in STOP and self.low[i - 1].isalpha():
            return None
        for k in range(i + 1, min(i + NOUN_REACH, self.end)):
            word = self.low[k]
            if word in self.nouns and self._is_person(k):
                who, role, plural = self.nouns[word]
                words = frozenset(self.low[i : k + 1])
                if plural and self.word(k + 1) not in self.nouns:
                    return self._tail(Group(i, k + 1, "new", None, "exact", who, role, True, words=words))
                if not plural and (self._headed(i) or name_at(self.doc, k + 1, self.end)):
                    count = PAIRS.get(word, 1)
                    return self._tail(Group(i, k + 1, "new", count, "exact", who, role, count > 1, words=words))
            if (word in STOP and word != "'s") or k in self.doc.value_at:
                return None
        return None

    def _headed(self, i: int) -> bool:
        """Whether a bare singular at token i opens a headline: "Drug dealer jailed"."""
        opens = self.notes and i == self.floor and self.doc.sentence_of(i).kind not in ("item", "row")
        return (self.heading or opens) and self.raw[i][0].isupper()

    def _headline_noun(self, k: int) -> bool:
        """A bare singular names one person in headlines, notes and list entries: "Man arrested in Luton"."""
        return self.heading or (k == self.floor and self.notes)

    def _named_after(self, head: int) -> bool:
        return head + 1 < self.end and name_at(self.doc, head + 1, self.end) is not None

    def _aged(self, i: int, value: Value) -> Group | None:
        """ "44-year-old Ion Vasile", "29-year-old man" (headline), "16-year-old"."""
        if not self._years_old(value.j) and self.low[value.j - 1] != "yr-old":
            return None
        j = value.j
        end = name_at(self.doc, j, self.end, 1) if j < self.end else None
        if end and not self.heading:
            group = self._name_group(i, j, end)
            group.ages = value.ages
            return group
        return self._phrase(i, i, "new", count=1)

    # -- names --------------------------------------------------------------------------------------------------------

    def _named(self, i: int) -> Group | None:
        """The person whose name, or title and name, starts at token i."""
        start = i
        title = self._titled(i)
        if title:
            i += 1 + (self.word(i + 1) == "." and self.doc.starts[i + 1] == self.doc.ends[i])
        j = name_at(self.doc, i, self.end, 1) if i < self.end and self.raw[i][0].isupper() else None
        if j is None:
            return None
        if j == i + 1 and (shared := self._shared_surname(i)):
            return self._name_group(start, i, j, shared)
        written = self.doc.words(i, j)
        known = self.names.get(written)
        if self.word(j) == "'s" and (known or not self.heading):
            owned = self._phrase(start, j + 1, "new")
            if owned or known:
                return owned
        if known:
            return self._name_group(start, i, j)
        age = self._age_after(alias_end(self.doc, j, self.end) or j)  # "Imran alias Chotu (31)"
        if self.heading and (not age or written.isupper()):
            return None
        return self._name_group(start, i, j) if self._is_name(i, j, written, age, title) else None

    def _titled(self, i: int) -> bool:
        """Whether a title stands at token i: "Mr", "Father-of-two"."""
        word = self.low[i]
        return word.rstrip(".") in TITLES or ("-of-" in word and word.split("-")[0] in PARENTS)

    def _is_name(self, i: int, j: int, written: str, age: bool, title: bool) -> bool:
        """Whether capitalised words not met before name a person."""
        if age:
            return True
        if not title and sum(part[:4] != part[:4].lower() for part in written.split()) < 2:
            taken = i > self.floor and self.low[i - 1] in TAKING
            alone = j == i + 1 and (self.word(j) in VERBAL or taken)
            return alone and self.names.find(self.doc, self.raw[i]) is not None
        if written.isupper():
            return False  # a dateline or a headline in capitals
        if not title and i > self.floor and self.low[i - 1] in PLACING:
            return False  # "a factory at Laverton North"
        if not title and i > self.floor and self.low[i - 1] in ("a", "an") and self.word(j) not in STOP:
            return False  # "a Melton South address"
        return title or not is_place(self.doc, i, j) or self._acts(j)

    def _acts(self, j: int) -> bool:
        """Whether a status follows at token j, so that "Joanne Pike was arrested" names no turnpike."""
        terms = self.doc.terms(matcher("outcomes"))
        return self.word(j) in VERBAL and not terms.keys().isdisjoint(range(j, min(j + 4, self.end)))

    def _shared_surname(self, i: int) -> str | None:
        """ "Adil and Imran Shah": the first name with the surname of the second."""
        if self.word(i + 1) != "and":
            return None
        siblings = self.low[i - 1] in SIBLINGS
        if forenames().keys().isdisjoint((self.low[i], self.word(i + 2))) and not siblings:
            return None
        if not siblings and self.low[i] not in forenames() and self.names.find(self.doc, self.raw[i]):
            return None  # "Barton and Ivan Poole": Barton is somebody's surname
        end = name_at(self.doc, i + 2, self.end)
        return f"{self.raw[i]} {self.raw[end - 1]}" if end else None

    def _name_group(self, start: int, i: int, j: int, written: str = "") -> Group:
        """The group of the person whose name is tokens [i, j), or ``written``; the phrase begins at ``start``."""
        written = written or " ".join(self.doc.words(i, j).split())
        full = self.names.get(written) or self.names.add(written)
        before = self.low[start - 1] if start > self.floor else ""
        role = "other" if before in ranks() or before in OFFICERS else "person"
        group = self._tail(Group(start, j, "name", 1, names=(full,), role=role))
        if group.ages and before in ranks():
            group.role = "person"  # an officer whose age is told stands accused
        if full.casefold() in UNKNOWN:
            group.names, group.kind = (), "new"
        return group
