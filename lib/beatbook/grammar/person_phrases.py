"""Noun phrases that name people: "two Luton men, aged 24 and 31", "the driver, Ana Ruiz, 34", "a 40-year-old".

The phrase rules under ``grammar.people``, which decides what a phrase counts and what it hangs on.
"""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.grammar.person_names import TITLES, Names, alias_end, forenames, is_place, name_at
from beatbook.language.document import Doc
from beatbook.language.value import Value
from beatbook.lexicons import IRREGULAR, matcher, rows

CHILDREN = frozenset("one two three four five six seven eight nine".split())
RESIDENT = frozenset("of from r/o resident s/o d/o w/o son daughter".split())
UNKNOWN = ("john doe", "jane doe")
PAIRS = {"pair": 2, "duo": 2, "couple": 2, "trio": 3, "twosome": 2, "threesome": 3, "quartet": 4, "quintet": 5}
POSSESSIVE = frozenset("his her their its whose".split())
FURTHER = frozenset("another further more additional extra fresh new".split())
# words that end a noun phrase before its noun is met
STOP = frozenset(
    """a an the of in on at by for from with to into after before during under over against near behind between within without through
    since until following via about towards toward while when where who whom which that whose because as and or but if than then
    was were is are has have had will be been being would could should may might must can do does did not said says made found
    seized recovered led took went came ran carried left stopped told he she they it i we you him them his her their its our my
    your this these those there here , . ; : ( ) “ ” " ! ? … – — • / also later both all each 's ' ’ worth including
    resulted recalled bailed pleaded admitted received appeared remain remained remains face faces""".split()
)
# after these words a noun that also qualifies others names no person: "a suspect vehicle", "child abuse", "youth club"
QUALIFIES = frozenset(
    "suspect child youth juvenile driver officer victim member staff worker student teen adult "
    "teenager owner user human people male female girl boy baby dealer visitor minor guard leader head resident "
    "family customer employee local foreign national subject partner".split()
)
VERBAL = frozenset("was is has had were pleaded pled admitted received appeared faces will remains also".split())
TAKING = frozenset("arrested charged indicted convicted sentenced detained".split())
ALONE = frozenset(
    "held sought hurt shot taken sent given found under still now then later also pleaded pled put jailed face "
    "facing not were got each who people today yesterday this last during".split()
)
GENERIC_OF = frozenset(
    "public staff press media community society rcmp police force department unit team council parliament".split()
)
AFTER_NOUN = frozenset(
    "arrested charged named today yesterday last this early later now still currently there aboard alike".split()
)


@dataclass(slots=True)
class Group:
    """People mentioned at tokens [i, j).

    kind: "new" (indefinite), "definite", "pronoun", "name", "bare" (a number alone), "rest" ("the other two"),
    "nobody". ``who`` is None where no noun or pronoun says it; ``role`` tells agents of the state and victims from
    other people; ``words`` describe the person ("luton", "driver"). ``whole`` is the stated number of the group this
    one is part of, ``partitive`` says that it is part of one, stated or not.
    """

    i: int
    j: int
    kind: str
    count: int | None = None
    modifier: str = "exact"
    who: str | None = None
    role: str = "person"
    plural: bool = False
    ages: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    partitive: bool = False
    whole: int | None = None
    distinct: bool = False
    numbered: bool = False


@lru_cache(1)
def nouns() -> dict[str, tuple[str, str, bool]]:
    """Person nouns, singular and plural: (who, role, plural?)."""
    plural_of = {one: many for many, one in IRREGULAR.items() if many != one}
    table: dict[str, tuple[str, str, bool]] = {}
    for row in rows("persons"):
        word = row["term"]
        table[word] = (row["who"], row["kind"], False)
        if word == "person":
            table["persons"] = (row["who"], row["kind"], True)
            many = "people"
        elif word in plural_of:
            many = plural_of[word]
        elif word.endswith("man"):
            many = word[:-3] + "men"
        elif word.endswith("y") and word[-2] not in "aeiou":
            many = word[:-1] + "ies"
        elif word.endswith(("ch", "sh", "s", "x")):
            many = word + "es"
        elif word == "thief":
            many = "thieves"
        elif word == "garda":
            many = "gardai"
            table["gardaí"] = (row["who"], row["kind"], True)
        else:
            many = word + "s"
        if word not in ("people",):
            table[many] = (row["who"], row["kind"], True)
    table["people"] = ("person", "person", True)
    for word in ("father", "mother", "dad", "mum", "mom", "grandfather", "grandmother"):
        who = "man" if word in ("father", "dad", "grandfather") else "woman"
        table |= {f"{word}-of-{number}": (who, "person", False) for number in CHILDREN}
    for row in rows("name_words"):
        if (
            row["kind"] == "demonym" and row["term"].isalpha() and row["term"] not in table
        ):  # "a Nigerian", "five Zimbabweans"
            table[row["term"]] = ("person", "person", False)
            if row["term"].endswith(("an", "i", "n")):
                table[row["term"] + "s"] = ("person", "person", True)
    return table


@lru_cache(1)
def _qualifying() -> frozenset[str]:
    """Person nouns that also qualify other nouns; demonyms do."""
    return QUALIFIES | {row["term"] for row in rows("name_words") if row["kind"] == "demonym"}


@lru_cache(1)
def _ranks() -> frozenset[str]:
    return frozenset(row["term"] for row in rows("ranks") if row["kind"] != "title") - {
        "member",
        "head",
        "leader",
        "manager",
        "associate",
    } | {"judge", "justice", "lord", "lady", "baroness"}


def _minor(who: str, noun: str, ages: tuple[str, ...], words: list[str]) -> str:
    """Boys and girls by their words: "a teenage male", "a 16-year-old male"."""
    young = (
        (bool(ages) and all(age.isdecimal() and int(age) < 18 for age in ages))
        or "teenage" in words
        or "juvenile" in words
    )
    if young and noun in ("male", "males", "female", "females"):
        return "boy" if noun.startswith("male") else "girl"
    if young and who in ("man", "woman") and noun not in ("man", "men", "woman", "women"):
        return "boy" if who == "man" else "girl"
    return who


class PhraseReader:
    """Reads the noun phrases of one sentence; keeps what all its rules need."""

    def __init__(self, doc: Doc, floor: int, end: int, names: Names, heading: bool):
        self.doc, self.floor, self.end, self.names, self.heading = doc, floor, end, names, heading
        self.notes = doc.sentence_of(floor).kind in ("item", "row", "heading")
        self.low, self.raw, self.nouns = doc.low, doc.raw, nouns()

    def word(self, i: int) -> str:
        """The lower-case word at token i, "" behind the sentence."""
        return self.low[i] if i < self.end else ""

    def value(self, i: int) -> Value | None:
        """The value that token i belongs to, None behind the sentence."""
        return self.doc.value_at.get(i) if i < self.end else None

    def _stands_alone(self, j: int) -> bool:
        """Whether a number before token j counts people by itself: a verb, preposition or stop follows, no other noun."""
        word = self.word(j)
        return not word or not word[0].isalpha() or word in STOP or word.endswith(("ed", "ly")) or word in ALONE

    def _head(self, k: int) -> tuple[int, tuple[str, ...]] | None:
        """The person noun that ends the modifiers from token k on, with ages among them: (noun, ages)."""
        ages: tuple[str, ...] = ()
        start, taken = k, 0
        while k < self.end and taken < 9:
            value = self.value(k)
            if value and value.i == k:
                if value.kind == "age" and (value.j < self.end or k == start):
                    ages, k, taken = value.ages, value.j, taken + 1
                    if self.low[value.j - 1] in ("olds", "year-olds"):
                        return value.j - 1, ages
                    continue
                if value.kind not in ("ordinal", "length", "label", "year"):
                    return None
                k, taken = value.j, taken + 1
                continue
            word = self.low[k]
            if word in self.nouns and self._is_person(k):
                if word in ("male", "female") and (further := self._noun_within(k + 1, 3)):
                    return further, ages  # "a female U.S. citizen"
                while (
                    self.word(k + 1) in self.nouns
                    and self._is_person(k + 1)
                    and not (self.raw[k + 1][0].isupper() and not self.heading)
                ):
                    k += 1
                return k, ages
            if word in STOP and not (word in ("'s", "'", "’") and taken and self.word(k + 1) not in STOP):
                break
            k, taken = k + 1, taken + 1
        if (
            ages
            and self.low[k - 1] in ("year-old", "old")
            and (k >= self.end or self.word(k) in STOP or not self.raw[k][0].isalpha())
        ):
            return k - 1, ages  # "a 40-year-old has been charged"
        if ages and k > start and self.value(start) and self.doc.value_at[start].kind == "age":
            after = self.doc.value_at[start].j
            if self.low[after - 1] in ("year-old", "old"):
                return after - 1, ages
        return None

    def _noun_within(self, k: int, reach: int) -> int | None:
        """The person noun at most ``reach`` tokens from token k on."""
        for at in range(k, min(k + reach, self.end)):
            if self.low[at] in self.nouns and self._is_person(at):
                return at
            if self.low[at] in STOP:
                return None
        return None

    def _is_person(self, k: int) -> bool:
        """Whether the person noun at token k is one, and not the first half of a compound."""
        after = self.word(k + 1)
        if after == "'s" or (
            after in ("'", "’") and self.low[k].endswith("s") and self.doc.starts[k + 1] == self.doc.ends[k]
        ):
            return False
        if (
            self.low[k] in _qualifying()
            and k > self.floor
            and self.raw[k][0].isupper()
            and k + 1 < self.end
            and self.raw[k + 1][0].isupper()
            and not self.heading
        ):
            return False  # "National Crime Agency"
        if (
            self.low[k] in _qualifying()
            and after
            and after[0].isalpha()
            and after not in STOP
            and after not in self.nouns
        ):
            return after.endswith(("ed", "ing", "ly")) or self.raw[k + 1][0].isupper() or after in AFTER_NOUN
        return True

    def _phrase(
        self, i: int, k: int, kind: str, count: int | None = None, modifier: str = "exact", numbered: bool = False
    ) -> Group | None:
        """The noun phrase whose quantifier is [i, k)."""
        if k >= self.end:
            return None
        found = self._head(k)
        if found is None:
            return None
        head, ages = found
        who, role, plural = self.nouns.get(
            self.low[head], ("person", "person", self.low[head] in ("olds", "year-olds"))
        )
        if kind == "bareword":
            kind = "new"
            if head > k or (not plural and not self._headline_noun(k)):
                if not (head == k and self._named_after(head)):
                    return None
            count = None if plural else 1
        if kind == "new" and count is None and not plural and not numbered and modifier == "exact":
            count = 1
        if kind == "definite" and count is None and not plural:
            count = 1
        if (
            count == 1
            and plural
            and self.low[head] not in PAIRS
            and not numbered
            and self.low[head] not in ("accused", "people")
        ):
            return None  # "a drugs dealers' …"
        if self.low[head] in PAIRS and kind in ("new", "definite"):
            count, plural = PAIRS[self.low[head]], True
        words = frozenset(word for word in self.low[k : head + 1] if word not in STOP and len(word) > 2)
        for word in self.low[k:head]:
            if word in ("male", "female") and who in ("person", "child"):
                who = (
                    ("man" if word == "male" else "woman") if who == "person" else ("boy" if word == "male" else "girl")
                )
        who = _minor(who, self.low[head], ages, self.low[k:head])
        group = Group(i, head + 1, kind, count, modifier, who, role, plural, ages, words=words, numbered=numbered)
        if any(word in FURTHER for word in self.low[k:head]) or "other" in self.low[k:head]:
            group.distinct = True
        if (
            plural
            and self.word(group.j) in ("and", "or", "/")
            and self.nouns.get(self.word(group.j + 1), ("", "", False))[2]
            and (self.word(group.j + 2) in STOP or group.j + 2 >= self.end)
        ):
            group.j += 2  # "members and associates", "men and women"
            if who in ("man", "woman") or self.low[group.j - 1] not in ("associates",):
                group.who = who if self.nouns[self.low[group.j - 1]][0] == who else "person"
        return self._tail(group)

    def _bare_phrase(self, i: int) -> Group | None:
        """A plural without determiner that does not begin with its noun: "Suspected dealers", "gang members"."""
        if (
            self.low[i] in STOP
            or not self.low[i][0].isalpha()
            or (i > self.floor and self.low[i - 1] not in STOP and self.low[i - 1].isalpha())
        ):
            return None
        for k in range(i + 1, min(i + 5, self.end)):
            word = self.low[k]
            if word in self.nouns and self._is_person(k):
                who, role, plural = self.nouns[word]
                if plural and (k + 1 >= self.end or self.word(k + 1) not in self.nouns):
                    return self._tail(
                        Group(i, k + 1, "new", None, "exact", who, role, True, words=frozenset(self.low[i : k + 1]))
                    )
                if not plural and (self._headed(i) or name_at(self.doc, k + 1, self.end)):
                    count = PAIRS.get(word, 1)
                    words = frozenset(self.low[i : k + 1])
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
        if self.low[value.j - 1] not in ("year-old", "old", "yr-old", "year-olds", "olds"):
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
        title = self.low[i].rstrip(".") in TITLES or (
            "-of-" in self.low[i] and self.low[i].split("-")[0] in self.nouns | {"dad": 1, "mum": 1, "mom": 1}
        )
        start = i
        if title:
            i += 1 + (self.word(i + 1) == "." and self.doc.starts[i + 1] == self.doc.ends[i])
            if i >= self.end or not self.raw[i][0].isupper():
                return None
        j = name_at(self.doc, i, self.end, 1)
        if j is None:
            return None
        if j == i + 1 and (shared := self._shared_surname(i)):
            return self._name_group(start, i, j, shared)
        known = self.names.get(self.doc.words(i, j))
        if known and self.word(j) == "'s":
            return self._phrase(start, j + 1, "new")
        if known:
            return self._name_group(start, i, j)
        age = self._age_after(j)
        if self.heading and (not age or self.doc.words(i, j).isupper()):
            return None
        if self.word(j) == "'s":
            owned = self._phrase(start, j + 1, "new")
            if owned:
                return owned
        whole = self.doc.words(i, j)
        if sum(any(ch.isupper() for ch in part[:4]) for part in whole.split()) < 2 and not (age or title):
            if (
                j == i + 1
                and (self.word(j) in VERBAL or (i > self.floor and self.low[i - 1] in TAKING))
                and self.names.find(self.doc, self.raw[i])
            ):
                return self._name_group(start, i, j)
            return None
        if not age and (whole.isupper() or (is_place(self.doc, i, j) and not (title or self._acts(j)))):
            return None  # a dateline, a headline in capitals, a road
        return self._name_group(start, i, j)

    def _acts(self, j: int) -> bool:
        """Whether a status follows at token j, so that "Joanne Pike was arrested" names no turnpike."""
        terms = self.doc.terms(matcher("outcomes"))
        return self.word(j) in VERBAL and any(k in terms for k in range(j, min(j + 4, self.end)))

    def _age_after(self, j: int) -> bool:
        k = j
        if self.word(k) in (",", "("):
            k += 1
        if (end := alias_end(self.doc, k, self.end)) is not None:
            k = end + (self.word(end) in (",", ")"))
            k += self.word(k) == ","
        value = self.value(k)
        return bool(value and value.kind == "age" and value.i == k)

    def _shared_surname(self, i: int) -> str | None:
        """ "Adil and Imran Shah": the first name with the surname of the second."""
        if self.word(i + 1) != "and" or not {self.low[i], self.word(i + 2)} & forenames().keys():
            return None
        end = name_at(self.doc, i + 2, self.end)
        return f"{self.raw[i]} {self.raw[end - 1]}" if end else None

    def _name_group(self, start: int, i: int, j: int, written: str = "") -> Group:
        written = written or " ".join(self.doc.words(i, j).split())
        full = self.names.get(written) or self.names.add(written)
        before = self.low[start - 1] if start > self.floor else ""
        role = "person"
        if before in _ranks() or before in ("attorney", "judge", "justice", "by"):
            role = "other" if before != "by" else "person"
        group = self._tail(Group(start, j, "name", 1, names=(full,), role=role))
        if group.ages and before in _ranks():
            group.role = "person"  # an officer whose age is told stands accused
        if full.casefold() in UNKNOWN:
            group.names, group.kind = (), "new"
        return group

    # -- what follows a group -----------------------------------------------------------------------------------------

    def _tail(self, group: Group) -> Group:
        """Reads on: ages, an alias, a name or noun in apposition, "namely" and its names."""
        for _ in range(5):
            if not (self._take_age(group) or self._take_alias(group) or self._take_apposition(group)):
                break
        if group.names and not group.ages:
            self._take_far_age(group)
        if (
            self.word(group.j) == "of"
            and self.word(group.j + 1) in GENERIC_OF | {"the", "his", "a"}
            and group.kind != "name"
        ):
            k = group.j + 1 + (self.word(group.j + 1) in ("the", "his", "a"))
            if (
                any(word in GENERIC_OF for word in self.low[k : min(k + 4, self.end)])
                and group.role == "person"
                and self.low[group.j - 1] in ("member", "members", "head", "leader", "people")
            ):
                group.role = "other"
        return group

    def _take_ages_apart(self, group: Group) -> bool:
        """ "three boys, two aged 15 and one aged 16"."""
        if group.ages or not group.plural or not group.count or self.word(group.j) not in (",", "(", "–", "-"):
            return False
        ages: list[str] = []
        k, told, j = group.j + 1, 0, group.j
        while k < self.end:
            number = self.value(k)
            if not number or number.kind != "number" or number.i != k or not number.number:
                break
            k = number.j + 2 * (self.low[number.j : number.j + 2] == ["of", "them"])
            age = self.value(k)
            if not age or age.kind != "age" or age.i != k:
                break
            ages += [one for one in age.ages if one not in ages]
            told, j = told + int(number.number), age.j
            k = j
            while self.word(k) in (",", "and", "&"):
                k += 1
        if told != group.count:
            return False
        group.ages, group.j = tuple(ages), j + (self.word(j) == ")")
        return True

    def _take_far_age(self, group: Group) -> None:
        """ "Karl Stern, of Acre Street, Bury, aged 34,": an age behind the address or father's name."""
        k = group.j + (self.word(group.j) == ",")
        if self.word(k) not in RESIDENT:
            return
        for at in range(k + 1, min(k + 18, self.end)):
            value = self.value(at)
            if value and value.kind == "age" and value.i == at:
                if self.low[value.i] == "aged" and self.low[value.j - 1] not in ("old", "year-old"):
                    group.ages, group.j = value.ages, value.j
                return
            if self.low[at] in VERBAL or self.low[at] in (";", ".", "and", "who", ":"):
                return

    def _take_age(self, group: Group) -> bool:
        if self._take_ages_apart(group):
            return True
        k = group.j
        bracket = self.word(k) == "("
        if self.word(k) in (",", "(", "-", "–", "of"):
            k += 1
        skipped = 0
        while (
            self.word(k)
            in (
                "both",
                "all",
                "one",
                "who",
                "is",
                "was",
                "are",
                "also",
                "each",
                "now",
                "then",
                "respectively",
                "with",
                "their",
            )
            and skipped < 3
        ):
            k, skipped = k + 1, skipped + 1
        value = self.value(k)
        if (
            value
            and value.kind == "number"
            and self.raw[k - 1] in ("”", '"', "’")
            and self.word(k + 1) in (",", "of", ")")
            and (8 <= (value.number or 0) <= 99)
            and not group.ages
            and group.names
        ):
            group.ages, group.j = (str(value.number),), value.j
            return True
        if (
            self.word(k - 1) in ("is", "was")
            and self.word(k - 2) == "who"
            and value
            and value.kind in ("number", "age")
        ):
            if value.kind == "number" and value.j < self.end and self.raw[value.j][0].isalpha():
                return False
            group.ages = group.ages or (value.ages or (str(value.number),))
            group.j = value.j
            return True
        if (
            value
            and value.kind == "number"
            and value.i == k
            and group.count == 1
            and not group.ages
            and self.word(k - 1) in (",", "(")
            and (
                k == group.j + 1
                and 8 <= (value.number or 0) <= 99
                and self.word(value.j) in (",", ")", ".", ":", ";", "–", "—", "-", "")
            )
            and (self.raw[k].isdecimal())
        ):
            group.ages, group.j = (str(value.number),), value.j + (bracket and self.word(value.j) == ")")
            return True
        if not value or value.i != k or value.kind != "age" or group.ages:
            return False
        if (
            self.low[value.j - 1] in ("year-old", "old", "year-olds")
            and value.j < self.end
            and not (self.word(value.j) in STOP or not self.raw[value.j][0].isalpha())
        ):
            return False
        if self.low[value.j - 1] == "year-old" and self.word(group.j) != ",":
            return False
        ages, j = list(value.ages), value.j
        while group.plural and j < self.end:
            k = j
            while self.word(k) in (",", "and", "the", "other", "another", "one", "is", "second", "third"):
                k += 1
            more = self.value(k)
            if not more or more.kind != "age" or more.i != k or k == j or self.low[more.j - 1] in ("year-old", "old"):
                break
            ages, j = ages + list(more.ages), more.j
        group.ages = tuple(ages)
        closed = next((k for k in range(j, min(j + 8, self.end)) if self.low[k] == ")"), j - 1) if bracket else j - 1
        group.j = max(j, closed + 1)  # "(41, of Bury)"
        return True

    def _take_alias(self, group: Group) -> bool:
        k = group.j
        if self.word(k) in (",", "("):
            k += 1
        end = alias_end(self.doc, k, self.end)
        if end is None or end <= group.j:
            return False
        group.j = end + (self.word(end) == ")" and self.word(group.j) == "(")
        return True

    def _take_apposition(self, group: Group) -> bool:
        """ "the driver, Ana Ruiz, 34", "Ana Ruiz, a 34-year-old woman", "Luton man John Cole", "a man named Cole"."""
        if group.count != 1 or (group.kind in ("pronoun", "bare", "nobody") and not group.partitive):
            return False
        k = group.j
        if group.names and self.word(k) == "and" and self.word(k + 1) in ("a", "an") and self.word(k + 3) == "of":
            if self.word(k + 2) in ("resident", "native", "member", "citizen", "national"):
                group.j = k + 3  # "Juan Cruz, 32, and a resident of Quezon City"
                return True
        comma = self.word(k) in (",", "-", "–", "—", ":")
        k += comma
        told = next((at for at in range(k, k + 4) if self.word(at) in ("identified", "named")), k)
        if all(word in ("was", "is", "has", "been", "later", "since") for word in self.low[k:told]):
            k = told  # "the person was identified as …"
        while self.word(k) in ("identified", "named", "namely", "as", "called", "one", "accused") and k < group.j + 4:
            k += 1
        if k >= self.end:
            return False
        if not group.names and self.raw[k][0].isupper() and not self.heading:
            i = k + (self.low[k].rstrip(".") in TITLES)
            j = name_at(self.doc, i, self.end, 1) if i < self.end else None
            if j and (not is_place(self.doc, i, j) or self._age_after(j)):
                written = " ".join(self.doc.words(i, j).split())
                known = self.names.get(written)
                if known or len(written.split()) > 1 or self._age_after(j):
                    if comma and group.role == "agent":
                        return False
                    group.names, group.j = (known or self.names.add(written),), j
                    return True
            return False
        if not comma:
            return False
        value = self.value(k)
        if (
            value
            and value.kind == "age"
            and value.i == k
            and not group.ages
            and self.low[value.j - 1] in ("year-old", "old")
        ):
            named = group.kind == "definite" and name_at(self.doc, value.j, self.end)
            if named:
                written = " ".join(self.doc.words(value.j, named).split())
                group.names, group.ages, group.j = (
                    (self.names.get(written) or self.names.add(written),),
                    value.ages,
                    named,
                )
                return True
        if self.low[k] in ("a", "an", "the") and (
            group.names
            or group.kind == "definite"
            or self.low[group.i] in POSSESSIVE
            or group.distinct
            or group.partitive
        ):
            found = self._head(k + 1)
            if not found:
                return False
            head, ages = found
            who, _role, plural = self.nouns.get(self.low[head], ("person", "person", False))
            closed = self.word(head + 1)
            if (
                plural
                or closed == "and"
                or (closed == "," and self.word(head + 2) == "and" and self.nouns.get(self.word(head + 4)))
            ):
                return False
            words = self.low[k + 1 : head]
            who = _minor(
                {"male": "man", "female": "woman"}.get(next((w for w in words if w in ("male", "female")), ""), who)
                if who == "person"
                else who,
                self.low[head],
                ages,
                words,
            )
            group.who = who if group.who in (None, "person") else group.who
            group.ages = group.ages or ages
            group.words |= frozenset(words) | {self.low[head]}
            group.j = head + 1
            return True
        return False
