"""Groups of people in a sentence: "Two men, aged 24 and 31", "Ana Ruiz, 34,", "seven of the nine", "the other two", "they".

One left-to-right pass gives the groups of a sentence that do not overlap. A group knows its number, what kind of person
the text says, ages and names, and how it hangs on what was said before (a pronoun, a definite group, a part of a whole);
``resolve.outcomes`` finds whom it stands for.
"""

from beatbook.grammar.person_names import Names, name_at
from beatbook.grammar.person_phrases import (
    AFTER_NOUN,
    FURTHER,
    PAIRS,
    POSSESSIVE,
    STOP,
    VERBAL,
    Group,
    PhraseReader,
    nouns,
)
from beatbook.language.document import Doc
from beatbook.language.value import Value

__all__ = ["DONE", "POSSESSIVE", "PREPOSITIONS", "Group", "groups", "nouns"]


PRONOUNS = {
    "he": ("man", 1),
    "she": ("woman", 1),
    "they": (None, None),
    "him": ("man", 1),
    "them": (None, None),
    "her": ("woman", 1),
    "both": (None, 2),
    "themselves": (None, None),
    "i": None,
    "we": None,
}
DEFINITE = frozenset("the these those this that said".split())
ONE = frozenset("a an another one".split())
NOBODY = frozenset("no nobody none neither noone".split())
OTHER = frozenset("other remaining others remainder rest".split())
LARGEST = 1_000_000
MOST = 120  # groups of one sentence: no writer needs more
PREPOSITIONS = frozenset(
    "including comprising of in on at by for from with to against into towards toward near behind between "
    "involving alongside under outside inside over about on-board onto upon like".split()
)
COLLECTIVES = frozenset("gang group crew team family ring".split())
DONE = frozenset(
    "arrested charged detained indicted sentenced convicted held stopped searched interviewed killed injured".split()
)


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
    while i < end and len(found) < MOST:
        group = reader.at(i)
        if group:
            found.append(group)
            i = max(group.j, i + 1)
        else:
            i += 1
    return found


class _Reader(PhraseReader):
    """Reads the groups of one sentence: what opens at each token, then its phrase."""

    def at(self, i: int) -> Group | None:
        """The group that starts at token i."""
        word = self.low[i]
        value = self.value(i)
        if value and value.i == i:
            if value.kind in ("number", "vague"):
                return self._counted(i, value)
            if value.kind == "age":
                return self._aged(i, value)
            if value.kind != "ordinal":
                return None
        if (
            word == "of"
            or word in ("among", "amongst")
            or (word == "from" and (self.word(i + 1) in ("these", "those", "the") or self.value(i + 1)))
        ):
            return self._whole(i)
        if (
            word in DEFINITE
            and not (self.word(i + 1) in COLLECTIVES and self.word(i + 2) == "of")
            and (word not in ("that", "this", "said") or self.word(i + 1) in self.nouns)
        ):
            return self._definite(i)
        if word in ONE or word == "the":
            if self.word(i + 1) in COLLECTIVES and self.word(i + 2) == "of" and (group := self.at(i + 1)):
                return group
        if word in ONE:
            return self._one(i)
        if word in POSSESSIVE:
            owned = self.value(i + 1)
            if (
                owned
                and owned.kind == "number"
                and owned.i == i + 1
                and (group := self._counted(i + 1, owned))
                and group.kind != "bare"
            ):
                group.i = i
                return group
            group = self._phrase(i, i + 1, "new")
            after = self.word(i + 1)
            if (
                group
                or word != "her"
                or (
                    after
                    and after[0].isalpha()
                    and after not in STOP
                    and not after.endswith("ly")
                    and after not in AFTER_NOUN
                )
            ):
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
            value = self.value(i + 2)
            if value and value.kind == "number" and value.i == i + 2 and (group := self._counted(i + 2, value)):
                group.i = i - (i > self.floor and self.low[i - 1] in ("a", "the"))  # "a gang of seven"
                return group
        if word in PAIRS and self.notes and i == self.floor:
            return self._tail(Group(i, i + 1, "pronoun", PAIRS[word], plural=True, numbered=True))
        if (
            word in self.nouns
            and not self.nouns[word][2]
            and i - 1 > self.floor
            and self.low[i - 1] == "and"
            and self.low[i - 2] in self.nouns
            and self._is_person(i)
        ):
            who, role, _ = self.nouns[word]  # "a husband and wife"
            return self._tail(Group(i, i + 1, "new", 1, "exact", who, role, words=frozenset((word,))))
        if word in self.nouns:
            return self._phrase(i, i, "bareword")
        return self._bare_phrase(i)

    # -- numbers ------------------------------------------------------------------------------------------------------

    def _counted(self, i: int, value: Value) -> Group | None:
        if value.number is not None and (value.number != int(value.number) or value.number > LARGEST):
            return None
        end = name_at(self.doc, i + 1, self.end) if self.low[i] == "one" else None
        if end and (self._age_after(end) or self.doc.country == "IN"):
            return self._name_group(i, i + 1, end)  # Indian: "nabbed one Rajesh Kumar (32)"
        count = None if value.number is None else int(value.number)
        j, distinct = value.j, False
        while self.word(j) in FURTHER | {"other", "others"}:
            distinct, j = True, j + 1
            if self.low[j - 1] == "others":
                return Group(i, j, "bare", count, value.modifier, plural=True, distinct=True, numbered=True)
        group = self._phrase(i, j, "new", count=count, modifier=value.modifier, numbered=True)
        if group is None:
            if self.word(j) == "of" and (part := self._partitive(j)):
                group = Group(
                    i,
                    part[0],
                    "bare",
                    count,
                    value.modifier,
                    partitive=True,
                    whole=part[1],
                    who=part[2],
                    plural=count != 1,
                    role=part[3],
                    numbered=True,
                )
                return self._tail(group)
            group = Group(i, j, "bare", count, value.modifier, plural=count != 1, numbered=True)
            if (value.kind == "vague" and self.low[j - 1] == "of") or not self._stands_alone(j):
                return None
            return self._tail(group) if self.word(j) in ("aged", "(") else group
        group.distinct = group.distinct or distinct
        if (
            self.word(group.j) == "of"
            and count is not None
            and self.low[group.j - 1] in ("members", "people", "suspects", "defendants")
            and (part := self._partitive(group.j))
            and part[2] is not None
        ):
            group.j, group.partitive, group.whole = part[0], True, part[1]
        return group

    def _vague(self, i: int) -> Group | None:
        if self.word(i + 1) == "of" and (part := self._partitive(i + 1)):
            return Group(i, part[0], "bare", None, "vague", partitive=True, whole=part[1], who=part[2], plural=True)
        if self.low[i] == "most":
            return None
        return self._phrase(i, i + 1, "new", modifier="vague" if self.low[i] != "some" else "exact")

    def _partitive(self, of: int) -> tuple[int, int | None, str | None, str] | None:
        """ "of them", "of whom", "of the nine", "of the 17 people", "of the men": (next token, number, who, role)."""
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
            k += 1 + (self.word(k + 1) in ("remaining", "other", "initial", "original"))
        elif word not in ("all",) and not (self.value(k) and self.doc.value_at[k].kind == "number"):
            return None
        value = self.value(k)
        if value and value.kind == "number" and value.number == int(value.number or 0) and value.number:
            phrase = self._phrase(k, value.j, "definite")
            number = int(value.number)
            if phrase:
                return phrase.j, number, phrase.who, phrase.role
            if self.word(value.j) in ("others", "more", "further"):
                return value.j + 1, number, None, "person"
            if (
                self.word(value.j)
                in ("arrests", "arrested", "charged", "detained", "held", "defendants", "indicted", "")
                or not self.word(value.j).isalpha()
                or self.word(value.j) in STOP
            ):
                return value.j + (self.word(value.j) == "arrests"), number, None, "person"
            return None
        if self.word(k) in ("arrests", "arrested", "group", "gang"):
            return k + 1, None, None, "person"
        phrase = self._phrase(k, k, "definite")
        many = phrase and (phrase.plural or self.low[phrase.j - 1] == "accused")
        return (phrase.j, None, phrase.who, phrase.role) if many and k > of + 1 else None

    def _whole(self, of: int) -> Group | None:
        """ "Of the 17 people arrested, 12 …", "Of those arrested, …", "of whom 12 …", ", of which 118 …"."""
        before = self.low[of - 1] if of > self.floor else ""
        part = self._partitive(of)
        sure = (
            part is not None
            and part[1] is not None
            and (self.low[part[0] - 1] in ("arrests", "arrested") or self.word(part[0]) in ("arrested",))
        )
        if self.low[of] == "from" and not sure and self.word(of + 1) not in ("these", "those"):
            return None
        if (
            not sure
            and before != "out"
            and before
            and before not in (",", ";", "-", "–", "—", "(", ":", "and", "•", "“", '"')
        ):
            return None
        if part is None:
            return None
        return Group(
            of,
            part[0],
            "whole",
            part[1],
            who=part[2],
            plural=True,
            partitive=True,
            whole=part[1],
            numbered=part[1] is not None,
        )

    # -- determiners --------------------------------------------------------------------------------------------------

    def _definite(self, i: int) -> Group | None:
        k = i + 1
        word = self.word(k)
        value = self.value(k)
        if word in OTHER:
            j = k + 1
            rest = self.value(j)
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
                Group(i, value.j, "rest", 1) if self.word(value.j) in VERBAL else None
            )
        if value and value.kind == "number" and value.i == k and value.number == int(value.number or 0):
            j = value.j
            if self.word(j) == "other":
                j += 1
            group = self._phrase(i, j, "definite", count=int(value.number), numbered=True, modifier=value.modifier)
            if group:
                if j > value.j:
                    group.kind = "rest"
                return group
            if self.word(j) in (
                "were",
                "have",
                "are",
                "had",
                "also",
                "both",
                "all",
                "each",
                "arrested",
                "was",
                "appeared",
                "will",
                "pleaded",
                "remain",
                "face",
                ",",
                ".",
            ):
                return Group(i, j, "definite", int(value.number), plural=True, numbered=True)
            return None
        return self._phrase(i, k, "definite")

    def _one(self, i: int) -> Group | None:
        k, distinct = i + 1, self.low[i] == "another"
        value = self.value(k)
        word = self.word(k)
        if word in FURTHER or word == "total":
            distinct = distinct or word != "total"
            k += 1 + (self.word(k + 1) == "number")
            k += self.word(k) == "of"
            value = self.value(k)
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
        if (
            group is None
            and self.low[i] == "another"
            and k == i + 1
            and (self._stands_alone(k) or self.word(k).endswith("ly"))
        ):
            return self._tail(Group(i, k, "bare", 1, distinct=True, numbered=True))
        if group:
            group.distinct = group.distinct or distinct
        return group

    def _nobody(self, i: int) -> Group | None:
        j = i + 1
        if self.low[i] == "no":
            if self.word(j) == "one":
                return Group(i, j + 1, "nobody")
            return self._phrase(i, j, "nobody")
        if self.word(j) == "of" and (part := self._partitive(j)):
            j = part[0]
        elif self.low[i] == "neither" and (phrase := self._phrase(i, j, "nobody")):
            return phrase
        return Group(i, j, "nobody")

    def _all(self, i: int) -> Group | None:
        """ "both men", "both of whom", "all three", "all three men", "all of them", "Both were"."""
        k = i + 1
        word = self.low[i]
        count = 2 if word == "both" else None
        if self.word(k) == "of" and (part := self._partitive(k)):
            return Group(i, part[0], "pronoun", count or part[1], who=part[2], plural=True, numbered=count is not None)
        if self.word(k) in ("the", "these", "those"):
            k += 1
        value = self.value(k)
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
        if (word == "both" and self.word(k) in ("aged", "from", "of")) or word == "each":
            return None
        if word == "both" and (
            i == self.floor
            or self.low[i - 1] in (",", ";", "and", "but", "”", "where", "when", "charged", "arrested")
            or self.word(k) in ("were", "have", "are", "had")
        ):
            before = self.low[i - 1] if i > self.floor else ""
            if before in self.nouns:
                return None
            return Group(i, k, "pronoun", 2, plural=True, numbered=True)
        if (
            word == "all"
            and self.word(k)
            in ("were", "have", "are", "had", "pleaded", "remain", "face", "appeared", "admitted", "received", "denied")
            and (i == self.floor or self.low[i - 1] in (",", ";", "and", "but"))
        ):
            return Group(i, k, "pronoun", None, plural=True)
        return None
