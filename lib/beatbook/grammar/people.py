"""Groups of people in a sentence: "Two men, aged 24 and 31", "Ana Ruiz, 34,", "seven of the nine", "the other two", "they".

One left-to-right pass gives the groups of a sentence that do not overlap. A group knows its number, what kind of person
the text says, ages and names, and how it hangs on what was said before (a pronoun, a definite group, a part of a whole);
``resolve.outcomes`` finds whom it stands for.
"""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.grammar.person_names import TITLES, Names, alias_end, is_place, name_at
from beatbook.language.document import Doc
from beatbook.language.value import Value
from beatbook.lexicons import IRREGULAR, rows

PRONOUNS = {"he": ("man", 1), "she": ("woman", 1), "they": (None, None), "him": ("man", 1), "them": (None, None),
            "her": ("woman", 1), "both": (None, 2), "themselves": (None, None), "i": None, "we": None}
PAIRS = {"pair": 2, "duo": 2, "couple": 2, "trio": 3, "twosome": 2, "threesome": 3, "quartet": 4, "quintet": 5}
DEFINITE = frozenset("the these those this that said".split())
POSSESSIVE = frozenset("his her their its whose".split())
ONE = frozenset("a an another one".split())
NOBODY = frozenset("no nobody none neither noone".split())
FURTHER = frozenset("another further more additional extra fresh new".split())
OTHER = frozenset("other remaining others remainder rest".split())
LARGEST = 1_000_000
# words that end a noun phrase before its noun is met
STOP = frozenset(
    """a an the of in on at by for from with to into after before during under over against near behind between within without through
    since until following via about towards toward while when where who whom which that whose because as and or but if than then
    was were is are has have had will be been being would could should may might must can do does did not said says made found
    seized recovered led took went came ran carried left stopped told he she they it i we you him them his her their its our my
    your this these those there here , . ; : ( ) “ ” " ! ? … – — • / also later both all each 's ' ’ worth including
    resulted recalled bailed pleaded admitted received appeared remain remained remains face faces""".split())
PREPOSITIONS = frozenset("including comprising of in on at by for from with to against into towards toward near behind between involving alongside under "
                         "outside inside over about on-board onto upon like".split())
# after these words a noun that also qualifies others names no person: "a suspect vehicle", "child abuse", "youth club"
QUALIFIES = frozenset("suspect child youth juvenile driver officer victim member staff worker student teen adult "
                      "teenager owner user human people male female girl boy baby dealer visitor minor guard leader head resident "
                      "family customer employee local foreign national subject partner".split())
VERBAL = frozenset("was is has had were pleaded pled admitted received appeared faces will remains also".split())
TAKING = frozenset("arrested charged indicted convicted sentenced detained".split())
COLLECTIVES = frozenset("gang group crew team family ring".split())
ALONE = frozenset("held sought hurt shot taken sent given found under still now then later also pleaded pled put jailed face facing not were "
                  "got each who people today yesterday this last during".split())
DONE = frozenset("arrested charged detained indicted sentenced convicted held stopped searched interviewed killed injured".split())
GENERIC_OF = frozenset("public staff press media community society rcmp police force department unit team council parliament".split())


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
    for row in rows("name_words"):
        if row["kind"] == "demonym" and row["term"].isalpha() and row["term"] not in table:  # "a Nigerian", "five Zimbabweans"
            table[row["term"]] = ("person", "person", False)
            if row["term"].endswith(("an", "i", "n")):
                table[row["term"] + "s"] = ("person", "person", True)
    return table


@lru_cache(1)
def _qualifying() -> frozenset[str]:
    """Person nouns that also qualify other nouns; demonyms do."""
    return QUALIFIES | {row["term"] for row in rows("name_words") if row["kind"] == "demonym"}


def groups(doc: Doc, i: int, end: int, names: Names, heading: bool = False, note: bool = False) -> list[Group]:
    """The groups of people among tokens [i, end), in order.

    Args:
        doc: the release.
        i, end: a sentence, or a part of one.
        names: the names met so far; those of this sentence are added.
        heading: in a headline capitals say nothing, so only names that are known count.
        note: a headline in small letters or a list entry: a bare singular ("Man, 32,") names one person.
    """
    found: list[Group] = []
    reader = _Reader(doc, i, end, names, heading)
    reader.notes = reader.notes or note
    while i < end:
        group = reader.at(i)
        if group:
            found.append(group)
            i = max(group.j, i + 1)
        else:
            i += 1
    return found


class _Reader:
    """Reads one sentence; keeps what all its rules need."""

    def __init__(self, doc: Doc, floor: int, end: int, names: Names, heading: bool):
        self.doc, self.floor, self.end, self.names, self.heading = doc, floor, end, names, heading
        self.notes = doc.sentence_of(floor).kind in ("item", "row", "heading")
        self.low, self.raw, self.nouns = doc.low, doc.raw, nouns()

    def word(self, i: int) -> str:
        return self.low[i] if i < self.end else ""

    def at(self, i: int) -> Group | None:
        """The group that starts at token i."""
        word = self.low[i]
        value = self.doc.value_at.get(i)
        if value and value.i == i:
            if value.kind in ("number", "vague"):
                return self._counted(i, value)
            if value.kind == "age":
                return self._aged(i, value)
            if value.kind != "ordinal":
                return None
        if word == "of" or word in ("among", "amongst") or word == "from" and (self.word(i + 1) in ("these", "those", "the") or self.doc.value_at.get(i + 1)):
            return self._whole(i)
        if word in DEFINITE and not (self.word(i + 1) in COLLECTIVES and self.word(i + 2) == "of") and (word not in ("that", "this", "said") or self.word(i + 1) in self.nouns):
            return self._definite(i)
        if word in ONE or word == "the":
            if self.word(i + 1) in COLLECTIVES and self.word(i + 2) == "of" and (group := self.at(i + 1)):
                return group
        if word in ONE:
            return self._one(i)
        if word in POSSESSIVE:
            owned = self.doc.value_at.get(i + 1)
            if owned and owned.kind == "number" and owned.i == i + 1 and (group := self._counted(i + 1, owned)) and group.kind != "bare":
                group.i = i
                return group
            group = self._phrase(i, i + 1, "new")
            after = self.word(i + 1)
            if group or word != "her" or after and after[0].isalpha() and after not in STOP and not after.endswith("ly") and after not in AFTER_NOUN:
                return group
        if word in NOBODY:
            return self._nobody(i)
        if word in ("both", "all", "each"):
            return self._all(i)
        if PRONOUNS.get(word):
            who, count = PRONOUNS[word]
            return Group(i, i + 1, "pronoun", count, who=who, plural=count != 1)
        if word in ("most", "many", "several") or word in ("some",):
            return self._vague(i)
        if self.raw[i][0].isupper():
            found = self._named(i)
            if found:
                return found
        if word in COLLECTIVES and self.word(i + 1) == "of":
            value = self.doc.value_at.get(i + 2)
            if value and value.kind == "number" and value.i == i + 2 and (group := self._counted(i + 2, value)):
                group.i = i - (i > self.floor and self.low[i - 1] in ("a", "the"))  # "a gang of seven"
                return group
        if word in PAIRS and self.notes and i == self.floor:
            return self._tail(Group(i, i + 1, "pronoun", PAIRS[word], plural=True, numbered=True))
        if word in self.nouns and not self.nouns[word][2] and i - 1 > self.floor and self.low[i - 1] == "and" and self.low[i - 2] in self.nouns \
                and self._is_person(i):
            who, role, _ = self.nouns[word]  # "a husband and wife"
            return self._tail(Group(i, i + 1, "new", 1, "exact", who, role, words=frozenset((word,))))
        if word in self.nouns:
            return self._phrase(i, i, "bareword")
        return self._bare_phrase(i)

    # -- numbers ------------------------------------------------------------------------------------------------------

    def _counted(self, i: int, value: Value) -> Group | None:
        if value.number is not None and (value.number != int(value.number) or value.number > LARGEST):
            return None
        count = None if value.number is None else int(value.number)
        j, distinct = value.j, False
        while self.word(j) in FURTHER | {"other", "others"}:
            distinct, j = True, j + 1
            if self.low[j - 1] == "others":
                return Group(i, j, "bare", count, value.modifier, plural=True, distinct=True, numbered=True)
        if value.kind == "vague" and self.raw[i].isupper() and i == self.floor:
            pass
        group = self._phrase(i, j, "new", count=count, modifier=value.modifier, numbered=True)
        if group is None:
            if self.word(j) == "of" and (part := self._partitive(j)):
                group = Group(i, part[0], "bare", count, value.modifier, partitive=True, whole=part[1], who=part[2], plural=count != 1,
                              role=part[3], numbered=True)
                return self._tail(group)
            group = Group(i, j, "bare", count, value.modifier, plural=count != 1, numbered=True)
            if value.kind == "vague" and self.low[j - 1] == "of" or not self._stands_alone(j):
                return None
            return self._tail(group) if self.word(j) in ("aged", "(") else group
        group.distinct = group.distinct or distinct
        if self.word(group.j) == "of" and count is not None and self.low[group.j - 1] in ("members", "people", "suspects", "defendants") \
                and (part := self._partitive(group.j)) and part[2] is not None:
            group.j, group.partitive, group.whole = part[0], True, part[1]
        return group

    def _stands_alone(self, j: int) -> bool:
        """Whether a number before token j counts people by itself: a verb, preposition or stop follows, no other noun."""
        word = self.word(j)
        return not word or not word[0].isalpha() or word in STOP or word.endswith(("ed", "ly")) or word in ALONE

    def _vague(self, i: int) -> Group | None:
        if self.word(i + 1) == "of" and (part := self._partitive(i + 1)):
            return Group(i, part[0], "bare", None, "vague", partitive=True, whole=part[1], who=part[2], plural=True)
        if self.low[i] == "most":
            return None
        return self._phrase(i, i + 1, "new", modifier="vague" if self.low[i] != "some" else "exact")

    def _partitive(self, of: int) -> tuple[int, int | None, str | None, str] | None:
        """"of them", "of whom", "of the nine", "of the 17 people", "of the men": (next token, number, who, role)."""
        k = of + 1
        word = self.word(k)
        if word in ("them", "whom", "which"):
            return k + 1, None, None, "person"
        if word in ("those", "these") and self.word(k + 1) in DONE:
            return k + 2, None, None, "person"
        if word in ("those", "these"):
            phrase = self._phrase(k, k + 1, "definite")
            return (phrase.j, phrase.count, phrase.who, phrase.role) if phrase else (k + 1, None, None, "person")
        if word in ("the", "our", "his", "their", "its"):
            k += 1
        elif word not in ("all",) and not (self.doc.value_at.get(k) and self.doc.value_at[k].kind == "number"):
            return None
        value = self.doc.value_at.get(k)
        if value and value.kind == "number" and value.number == int(value.number or 0) and value.number:
            phrase = self._phrase(k, value.j, "definite")
            number = int(value.number)
            if phrase:
                return phrase.j, number, phrase.who, phrase.role
            if self.word(value.j) in ("others", "more", "further"):
                return value.j + 1, number, None, "person"
            if self.word(value.j) in ("arrests", "arrested", "charged", "detained", "held", "defendants", "indicted", "") or not self.word(
                    value.j).isalpha() or self.word(value.j) in STOP:
                return value.j + (self.word(value.j) == "arrests"), number, None, "person"
            return None
        if self.word(k) in ("arrests", "arrested", "group", "gang"):
            return k + 1, None, None, "person"
        phrase = self._phrase(k, k, "definite")
        many = phrase and (phrase.plural or self.low[phrase.j - 1] == "accused")
        return (phrase.j, None, phrase.who, phrase.role) if many and k > of + 1 else None

    def _whole(self, of: int) -> Group | None:
        """"Of the 17 people arrested, 12 …", "Of those arrested, …", "of whom 12 …", ", of which 118 …"."""
        before = self.low[of - 1] if of > self.floor else ""
        part = self._partitive(of)
        sure = part is not None and part[1] is not None and (self.low[part[0] - 1] in ("arrests", "arrested") or self.word(part[0]) in ("arrested",))
        if self.low[of] == "from" and not sure and self.word(of + 1) not in ("these", "those"):
            return None
        if not sure and before != "out" and before and before not in (",", ";", "-", "–", "—", "(", ":", "and", "•", "“", '"'):
            return None
        if part is None:
            return None
        return Group(of, part[0], "whole", part[1], who=part[2], plural=True, partitive=True, whole=part[1],
                     numbered=part[1] is not None)

    # -- determiners --------------------------------------------------------------------------------------------------

    def _definite(self, i: int) -> Group | None:
        k = i + 1
        word = self.word(k)
        value = self.doc.value_at.get(k)
        if word in OTHER:
            j = k + 1
            rest = self.doc.value_at.get(j)
            count = None
            if rest and rest.kind == "number" and rest.number:
                count, j = int(rest.number), rest.j
            group = self._phrase(i, j, "rest", count=count, numbered=count is not None)
            if group:
                return group
            if count is None and word == "other":
                count = 1
            if count is None and self.word(j) == "of":
                return None
            return Group(i, j, "rest", count, plural=count != 1, numbered=count is not None and j > k + 1)
        if word in PAIRS:
            return self._tail(Group(i, k + 1, "pronoun", PAIRS[word], plural=True))
        if word in ("latter", "former") and self.word(k + 1) not in self.nouns:
            return None
        if value and value.kind == "ordinal" and value.i == k:
            return self._phrase(i, value.j, "definite", count=1) or (
                Group(i, value.j, "rest", 1) if self.word(value.j) in VERBAL else None)
        if value and value.kind == "number" and value.i == k and value.number == int(value.number or 0):
            j = value.j
            if self.word(j) == "other":
                j += 1
            group = self._phrase(i, j, "definite", count=int(value.number), numbered=True, modifier=value.modifier)
            if group:
                if j > value.j:
                    group.kind = "rest"
                return group
            if self.word(j) in ("were", "have", "are", "had", "also", "both", "all", "each", "arrested", "was", "appeared", "will", "pleaded",
                                "remain", "face", ",", "."):
                return Group(i, j, "definite", int(value.number), plural=True, numbered=True)
            return None
        return self._phrase(i, k, "definite")

    def _one(self, i: int) -> Group | None:
        k, distinct = i + 1, self.low[i] == "another"
        value = self.doc.value_at.get(k)
        word = self.word(k)
        if word in FURTHER or word == "total":
            distinct = distinct or word != "total"
            k += 1 + (self.word(k + 1) == "number")
            k += self.word(k) == "of"
            value = self.doc.value_at.get(k)
        if value and value.i == k and value.kind in ("number", "vague") and self.low[i] != "one":
            group = self._counted(k, value)
            if group:
                group.i, group.distinct = i, group.distinct or distinct
            return group
        if value and value.kind == "ordinal" and value.i == k:
            k, distinct = value.j, value.number != 1
        group = self._phrase(i, k, "new", count=1)
        if group is None and value and value.kind == "ordinal" and self._stands_alone(k):
            return self._tail(Group(i, k, "bare", 1, distinct=True, numbered=True))
        if group is None and self.low[i] == "another" and k == i + 1 and (self._stands_alone(k) or self.word(k).endswith("ly")):
            return self._tail(Group(i, k, "bare", 1, distinct=True, numbered=True))
        if group:
            group.distinct = group.distinct or distinct
        return group

    def _nobody(self, i: int) -> Group | None:
        j = i + 1
        if self.low[i] == "no":
            if self.word(j) == "one":
                return Group(i, j + 1, "nobody")
            phrase = self._phrase(i, j, "nobody")
            return phrase
        if self.word(j) == "of" and (part := self._partitive(j)):
            j = part[0]
        elif self.low[i] == "neither" and (phrase := self._phrase(i, j, "nobody")):
            return phrase
        return Group(i, j, "nobody")

    def _all(self, i: int) -> Group | None:
        """"both men", "both of whom", "all three", "all three men", "all of them", "Both were"."""
        k = i + 1
        word = self.low[i]
        count = 2 if word == "both" else None
        if self.word(k) == "of" and (part := self._partitive(k)):
            return Group(i, part[0], "pronoun", count or part[1], who=part[2], plural=True, numbered=count is not None)
        if self.word(k) in ("the", "these", "those"):
            k += 1
        value = self.doc.value_at.get(k)
        if value and value.kind == "number" and value.i == k and value.number and value.number == int(value.number):
            count, k = int(value.number), value.j
            group = self._phrase(i, k, "definite", count=count, numbered=True)
            if group:
                return group
            return Group(i, k, "pronoun", count, plural=True, numbered=True)
        group = self._phrase(i, k, "definite", count=count, numbered=count is not None)
        if group:
            if word == "each":
                return None
            if not group.numbered and count is None:
                group.count, group.plural = None, True  # "all the accused"
            return group
        if word == "both" and self.word(k) in ("aged", "from", "of") or word == "each":
            return None
        if word == "both" and (i == self.floor or self.low[i - 1] in (",", ";", "and", "but", "”", "where", "when", "charged", "arrested")
                               or self.word(k) in ("were", "have", "are", "had")):
            before = self.low[i - 1] if i > self.floor else ""
            if before in self.nouns:
                return None
            return Group(i, k, "pronoun", 2, plural=True, numbered=True)
        if word == "all" and self.word(k) in ("were", "have", "are", "had", "pleaded", "remain", "face", "appeared", "admitted", "received", "denied") and (i == self.floor or self.low[i - 1] in (",", ";", "and", "but")):
            return Group(i, k, "pronoun", None, plural=True)
        return None

    # -- noun phrases -------------------------------------------------------------------------------------------------

    def _head(self, k: int) -> tuple[int, tuple[str, ...]] | None:
        """The person noun that ends the modifiers from token k on, with ages among them: (noun, ages)."""
        ages: tuple[str, ...] = ()
        start, taken = k, 0
        while k < self.end and taken < 9:
            value = self.doc.value_at.get(k)
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
                while self.word(k + 1) in self.nouns and self._is_person(k + 1) and not (
                        self.raw[k + 1][0].isupper() and not self.heading):
                    k += 1
                return k, ages
            if word in STOP and not (word in ("'s", "'", "’") and taken and self.word(k + 1) not in STOP):
                break
            k, taken = k + 1, taken + 1
        if ages and self.low[k - 1] in ("year-old", "old") and (k >= self.end or self.word(k) in STOP or not self.raw[k][0].isalpha()):
            return k - 1, ages  # "a 40-year-old has been charged"
        if ages and k > start and self.doc.value_at.get(start) and self.doc.value_at[start].kind == "age":
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
        if after == "'s" or after in ("'", "’") and self.low[k].endswith("s") and self.doc.starts[k + 1] == self.doc.ends[k]:
            return False
        if self.low[k] in _qualifying() and k > self.floor and self.raw[k][0].isupper() and k + 1 < self.end and self.raw[k + 1][0].isupper() \
                and not self.heading:
            return False  # "National Crime Agency"
        if self.low[k] in _qualifying() and after and after[0].isalpha() and after not in STOP and after not in self.nouns:
            return after.endswith(("ed", "ing", "ly")) or self.raw[k + 1][0].isupper() or after in AFTER_NOUN
        return True

    def _phrase(self, i: int, k: int, kind: str, count: int | None = None, modifier: str = "exact", numbered: bool = False) -> Group | None:
        """The noun phrase whose quantifier is [i, k)."""
        if k >= self.end:
            return None
        found = self._head(k)
        if found is None:
            return None
        head, ages = found
        who, role, plural = self.nouns.get(self.low[head], ("person", "person", self.low[head] in ("olds", "year-olds")))
        if kind == "bareword":
            kind, plural_only = "new", True
            if head > k or not plural and not self._headline_noun(k):
                if not (head == k and self._named_after(head)):
                    return None
            count = None if plural else 1
        if kind == "new" and count is None and not plural and not numbered and modifier == "exact":
            count = 1
        if kind == "definite" and count is None and not plural:
            count = 1
        if count == 1 and plural and self.low[head] not in PAIRS and not numbered and self.low[head] not in ("accused", "people"):
            return None  # "a drugs dealers' …"
        if self.low[head] in PAIRS and kind in ("new", "definite"):
            count, plural = PAIRS[self.low[head]], True
        words = frozenset(word for word in self.low[k:head + 1] if word not in STOP and len(word) > 2)
        for word in self.low[k:head]:
            if word in ("male", "female") and who in ("person", "child"):
                who = ("man" if word == "male" else "woman") if who == "person" else ("boy" if word == "male" else "girl")
        who = _minor(who, self.low[head], ages, self.low[k:head])
        group = Group(i, head + 1, kind, count, modifier, who, role, plural, ages, words=words, numbered=numbered)
        if any(word in FURTHER for word in self.low[k:head]) or "other" in self.low[k:head]:
            group.distinct = True
        if plural and self.word(group.j) in ("and", "or", "/") and self.nouns.get(self.word(group.j + 1), ("", "", False))[2] and (
                self.word(group.j + 2) in STOP or group.j + 2 >= self.end):
            group.j += 2  # "members and associates", "men and women"
            if who in ("man", "woman") or self.low[group.j - 1] not in ("associates",):
                group.who = who if self.nouns[self.low[group.j - 1]][0] == who else "person"
        return self._tail(group)

    def _bare_phrase(self, i: int) -> Group | None:
        """A plural without determiner that does not begin with its noun: "Suspected dealers", "gang members"."""
        if self.low[i] in STOP or not self.low[i][0].isalpha() or i > self.floor and self.low[i - 1] not in STOP and self.low[i - 1].isalpha():
            return None
        for k in range(i + 1, min(i + 5, self.end)):
            word = self.low[k]
            if word in self.nouns and self._is_person(k):
                who, role, plural = self.nouns[word]
                if plural and (k + 1 >= self.end or self.word(k + 1) not in self.nouns):
                    return self._tail(Group(i, k + 1, "new", None, "exact", who, role, True, words=frozenset(self.low[i:k + 1])))
                if not plural and self.heading and self.raw[i][0].isupper():
                    return self._tail(Group(i, k + 1, "new", 1, "exact", who, role, False, words=frozenset(self.low[i:k + 1])))
                if not plural and (j := name_at(self.doc, k + 1, self.end)):
                    return self._tail(Group(i, k + 1, "new", 1, "exact", who, role, False, words=frozenset(self.low[i:k + 1])))
            if word in STOP and word != "'s" or k in self.doc.value_at:
                return None
        return None

    def _headline_noun(self, k: int) -> bool:
        """A bare singular names one person in headlines, notes and list entries: "Man arrested in Luton"."""
        return self.heading or k == self.floor and self.notes

    def _named_after(self, head: int) -> bool:
        return head + 1 < self.end and name_at(self.doc, head + 1, self.end) is not None

    def _aged(self, i: int, value: Value) -> Group | None:
        """"44-year-old Ion Vasile", "29-year-old man" (headline), "16-year-old"."""
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
        title = self.low[i].rstrip(".") in TITLES or "-of-" in self.low[i] and self.low[i].split("-")[0] in self.nouns | {"dad": 1, "mum": 1, "mom": 1}
        start = i
        if title:
            i += 1 + (self.word(i + 1) == "." and self.doc.starts[i + 1] == self.doc.ends[i])
            if i >= self.end or not self.raw[i][0].isupper():
                return None
        j = name_at(self.doc, i, self.end, 1)
        if j is None:
            return None
        known = self.names.get(self.doc.words(i, j))
        if known is None and j > i + 1 and self.names.get(self.raw[i]) and self.word(i + 1) != ".":
            pass
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
        if sum(part[0].isupper() for part in whole.split()) < 2 and not (age or title):
            if j == i + 1 and (self.word(j) in VERBAL or i > self.floor and self.low[i - 1] in TAKING) and self.names.find(self.doc, self.raw[i]):
                return self._name_group(start, i, j)
            return None
        if not age and (is_place(self.doc, i, j) or whole.isupper()):
            return None  # a dateline or a headline in capitals
        return self._name_group(start, i, j)

    def _age_after(self, j: int) -> bool:
        k = j
        if self.word(k) in (",", "("):
            k += 1
        if (end := alias_end(self.doc, k, self.end)) is not None:
            k = end + (self.word(end) in (",", ")"))
            k += self.word(k) == ","
        value = self.doc.value_at.get(k)
        return bool(value and value.kind == "age" and value.i == k)

    def _name_group(self, start: int, i: int, j: int) -> Group:
        written = " ".join(self.doc.words(i, j).split())
        full = self.names.get(written) or self.names.add(written)
        before = self.low[start - 1] if start > self.floor else ""
        role = "person"
        if before in _ranks() or before in ("attorney", "judge", "justice", "by"):
            role = "other" if before != "by" else "person"
        group = Group(start, j, "name", 1, names=(full,), role=role)
        return self._tail(group)

    # -- what follows a group -----------------------------------------------------------------------------------------

    def _tail(self, group: Group) -> Group:
        """Reads on: ages, an alias, a name or noun in apposition, "namely" and its names."""
        for _ in range(5):
            if not (self._take_age(group) or self._take_alias(group) or self._take_apposition(group)):
                break
        if self.word(group.j) == "of" and self.word(group.j + 1) in GENERIC_OF | {"the", "his", "a"} and group.kind != "name":
            k = group.j + 1 + (self.word(group.j + 1) in ("the", "his", "a"))
            if any(word in GENERIC_OF for word in self.low[k:min(k + 4, self.end)]) and group.role == "person" and self.low[group.j - 1] in (
                    "member", "members", "head", "leader", "people"):
                group.role = "other"
        return group

    def _take_age(self, group: Group) -> bool:
        k = group.j
        bracket = self.word(k) == "("
        if self.word(k) in (",", "(", "-", "–"):
            k += 1
        skipped = 0
        while self.word(k) in ("both", "all", "one", "who", "is", "was", "are", "also", "each", "now", "then", "respectively", "with",
                               "their") and skipped < 3:
            k, skipped = k + 1, skipped + 1
        value = self.doc.value_at.get(k)
        if value and value.kind == "number" and self.raw[k - 1] in ("”", '"', "’") and self.word(k + 1) in (",", "of", ")") and (
                8 <= (value.number or 0) <= 99) and not group.ages and group.names:
            group.ages, group.j = (str(value.number),), value.j
            return True
        if self.word(k - 1) in ("is", "was") and self.word(k - 2) == "who" and value and value.kind in ("number", "age"):
            if value.kind == "number" and value.j < self.end and self.raw[value.j][0].isalpha():
                return False
            group.ages = group.ages or (value.ages or (str(value.number),))
            group.j = value.j
            return True
        if value and value.kind == "number" and value.i == k and group.count == 1 and not group.ages and self.word(k - 1) in (",", "(") and (
                k == group.j + 1 and 8 <= (value.number or 0) <= 99 and self.word(value.j) in (",", ")", ".", ":", ";", "–", "—", "-", "")) and (
                self.raw[k].isdecimal()):
            group.ages, group.j = (str(value.number),), value.j + (bracket and self.word(value.j) == ")")
            return True
        if not value or value.i != k or value.kind != "age" or group.ages:
            return False
        if self.low[value.j - 1] in ("year-old", "old", "year-olds") and value.j < self.end and not (
                self.word(value.j) in STOP or not self.raw[value.j][0].isalpha()):
            return False
        if self.low[value.j - 1] == "year-old" and self.word(group.j) != ",":
            return False
        ages, j = list(value.ages), value.j
        while group.plural and j < self.end:
            k = j
            while self.word(k) in (",", "and", "the", "other", "another", "one", "is", "second", "third"):
                k += 1
            more = self.doc.value_at.get(k)
            if not more or more.kind != "age" or more.i != k or k == j or self.low[more.j - 1] in ("year-old", "old"):
                break
            ages, j = ages + list(more.ages), more.j
        group.ages = tuple(ages)
        group.j = j + (bracket and self.word(j) == ")")
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
        """"the driver, Ana Ruiz, 34", "Ana Ruiz, a 34-year-old woman", "Luton man John Cole", "a man named Cole"."""
        if group.count != 1 or group.kind in ("pronoun", "bare", "nobody") and not group.partitive:
            return False
        k = group.j
        comma = self.word(k) in (",", "-", "–", "—", ":")
        k += comma
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
        value = self.doc.value_at.get(k)
        if value and value.kind == "age" and value.i == k and not group.ages and self.low[value.j - 1] in ("year-old", "old"):
            named = group.kind == "definite" and name_at(self.doc, value.j, self.end)
            if named:
                written = " ".join(self.doc.words(value.j, named).split())
                group.names, group.ages, group.j = (self.names.get(written) or self.names.add(written),), value.ages, named
                return True
        if self.low[k] in ("a", "an", "the") and (group.names or group.kind == "definite" or self.low[group.i] in POSSESSIVE or group.distinct or group.partitive):
            found = self._head(k + 1)
            if not found:
                return False
            head, ages = found
            who, role, plural = self.nouns.get(self.low[head], ("person", "person", False))
            closed = self.word(head + 1)
            if plural or closed == "and" or closed == "," and self.word(head + 2) == "and" and self.nouns.get(self.word(head + 4)):
                return False
            words = self.low[k + 1:head]
            who = _minor({"male": "man", "female": "woman"}.get(next((w for w in words if w in ("male", "female")), ""), who)
                         if who == "person" else who, self.low[head], ages, words)
            group.who = who if group.who in (None, "person") else group.who
            group.ages = group.ages or ages
            group.words |= frozenset(words) | {self.low[head]}
            group.j = head + 1
            return True
        return False


AFTER_NOUN = frozenset("arrested charged named today yesterday last this early later now still currently there aboard alike".split())


@lru_cache(1)
def _ranks() -> frozenset[str]:
    return frozenset(row["term"] for row in rows("ranks") if row["kind"] != "title") - {"member", "head", "leader", "manager", "associate"} | {
        "judge", "justice", "lord", "lady", "baroness"}


def _minor(who: str, noun: str, ages: tuple[str, ...], words: list[str]) -> str:
    """Boys and girls by their words: "a teenage male", "a 16-year-old male"."""
    young = bool(ages) and all(age.isdecimal() and int(age) < 18 for age in ages) or "teenage" in words or "juvenile" in words
    if young and noun in ("male", "males", "female", "females"):
        return "boy" if noun.startswith("male") else "girl"
    if young and who in ("man", "woman") and noun not in ("man", "men", "woman", "women"):
        return "boy" if who == "man" else "girl"
    return who
