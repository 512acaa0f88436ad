"""Groups of people in a sentence: "Two men, aged 24 and 31", "Ana Ruiz, 34,", "seven of the nine", "the other two".

One left-to-right pass gives the groups of a sentence that do not overlap. A group knows its number, what kind of person
the text says, ages and names, and how it hangs on what was said before (a pronoun, a definite group, a part of a
whole); ``resolve.outcomes`` finds whom it stands for.
"""

from itertools import pairwise

from beatbook.grammar.person_group import STOP, VERBAL, Group
from beatbook.grammar.person_heads import AFTER_NOUN
from beatbook.grammar.person_names import Names
from beatbook.grammar.person_nouns import PAIRS, nouns
from beatbook.grammar.person_numbers import BUT, DONE, RANKING, Numbers
from beatbook.grammar.person_phrases import FURTHER, NOUN_REACH
from beatbook.grammar.person_tails import POSSESSIVE
from beatbook.language.document import Doc
from beatbook.language.numbers import strong

__all__ = ["DONE", "POSSESSIVE", "PREPOSITIONS", "Group", "groups", "nouns"]

PRONOUNS = {  # (who, number)
    "he": ("man", 1),
    "she": ("woman", 1),
    "they": (None, None),
    "him": ("man", 1),
    "them": (None, None),
    "her": ("woman", 1),
    "themselves": (None, None),
}
DEFINITE = frozenset("the these those this that said".split())
ONE = frozenset("a an another one".split())
NOBODY = frozenset("no nobody none neither noone".split())
OTHER = frozenset("other remaining others remainder rest".split())
VAGUE = frozenset("most many several some".split())
OF_WHOLE = frozenset("of among amongst".split())
KIN = frozenset(
    "mother father husband wife son daughter brother sister mum dad mom uncle nephew aunt niece grandfather "
    "grandmother boyfriend girlfriend stepfather stepmother stepson".split()
)
NEITHER_REACH = 12  # tokens from "neither" to its "nor"
MOST = 120  # groups of one sentence: no writer needs more
PREPOSITIONS = frozenset(
    "including comprising of in on at by for from with to against into towards toward near behind between "
    "involving alongside under outside inside over about on-board onto upon like".split()
)
GANGS = frozenset("gang group crew team ring syndicate module cell network duo trio outfit racket".split())
UNLISTED_REACH = 6
AGENTIVE = ("er", "or", "ist", "ian", "ant", "ent", "ee", "ie", "ik")  # how the names of trades end
NO_PERSONS = frozenset(  # these may have "who" behind them, or end like a trade
    "company firm business organisation organization charity council court jury bank school dog team family party "
    "unit trailer container computer printer scooter number order letter paper matter weapon further other".split()
)
COLLECTIVES = frozenset("gang group crew team family ring".split())
OPENERS = (
    frozenset(PRONOUNS)
    | DEFINITE
    | ONE
    | NOBODY
    | VAGUE
    | OF_WHOLE
    | COLLECTIVES
    | POSSESSIVE
    | {
        "from",
        "both",
        "all",
        "each",
        "every",
    }
)
AFTER_NUMBER = DONE | frozenset(  # behind "the two" they make it people: "the two were"
    "were have are had also both all each was appeared will pleaded remain face who , .".split()
)
AFTER_THOSE = frozenset("were have had face remain will are".split())  # "Those arrested have been bailed"
AFTER_EACH = frozenset("was were has had is received got pleaded admitted".split())
AFTER_ALL = frozenset("were have are had pleaded remain face appeared admitted received denied".split())
BEFORE_BOTH = frozenset(", ; and but ” where when charged arrested detained apprehended nabbed caught jailed".split())


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
    for opening in reader.openings():
        group = reader.at(opening) if opening >= i else None
        if group and found and _describes(doc, found[-1], group):
            i = group.j
        elif group:
            found.append(group)
            if group.count == 1 and len(group.ages) > 1:
                _share_ages(doc, found)
            if len(found) == MOST:
                break
            i = group.j
    return found


def _describes(doc: Doc, named: Group, group: Group) -> bool:
    """Whether ", both residents of Kurla," only describes those just named."""
    if group.kind != "definite" or group.names or doc.low[group.i] not in ("both", "all"):
        return False
    told = named.kind in ("name", "new") and doc.low[named.j : group.i] == [","]
    return told and group.count in (None, 2) and doc.low[group.j : group.j + 1] in (["of"], ["from"], ["in"], ["with"])


def _share_ages(doc: Doc, found: list[Group]) -> None:
    """ "Colton and Chase Wimberly, ages 29 and 32": each of the names just read has its own age."""
    ages = found[-1].ages
    several = found[-len(ages) :]
    joined = all(doc.low[a.j : b.i] in (["and"], [","], [",", "and"], ["&"]) for a, b in pairwise(several))
    if len(several) == len(ages) and joined and all(group.names for group in several):
        for group, age in zip(several, ages, strict=True):
            group.ages = (age,)


class _Reader(Numbers):
    """Reads the groups of one sentence: what opens at each token, then its phrase."""

    modifiers: set[int]  # the tokens that a person noun follows within its reach, and those nouns

    def openings(self) -> list[int]:
        """The tokens at which a group can start at all: most words open none, and are passed over."""
        low, raw, value_at, people = self.low, self.raw, self.doc.value_at, self.nouns
        found: list[int] = []
        self.modifiers = set()
        noun = self.end + NOUN_REACH  # the next person noun at or behind the token
        for k in range(self.end - 1, self.floor - 1, -1):
            word = low[k]
            if word in people:
                noun = k
            modifies = noun < k + NOUN_REACH
            if modifies:
                self.modifiers.add(k)
            opens = word in OPENERS or k in value_at or raw[k][0].isupper()
            if not opens and modifies and word not in STOP:  # a noun, or the first of its modifiers
                opens = word in people or k == self.floor or low[k - 1] in STOP or not low[k - 1].isalpha()
            if opens:
                found.append(k)
        found.reverse()
        return found

    def at(self, i: int) -> Group | None:
        """The group that starts at token i."""
        word = self.low[i]
        value = self.value(i)
        if value and value.i == i and value.kind != "ordinal":
            if value.kind in ("number", "vague"):
                return self._counted(i, value)
            return self._aged(i, value) if value.kind == "age" else None
        if word in OPENERS:
            if word in OF_WHOLE or (
                word == "from" and (self.word(i + 1) in ("these", "those", "the") or self.value(i + 1))
            ):
                return self._whole(i)
            if word in ONE or word in DEFINITE:
                return self._determined(i)
            if word in POSSESSIVE and not self._object_her(i):
                return self._owned(i)
            if word in NOBODY:
                return self._nobody(i)
            if word in ("each", "every") and (everyone := self._each_of(i)):
                return everyone
            if word in ("both", "all", "each"):
                return self._all(i)
            if word in PRONOUNS:
                who, count = PRONOUNS[word]
                return Group(i, i + 1, "pronoun", count, who=who, plural=count != 1)
            if word in VAGUE:
                return self._vague(i)
        if self.raw[i][0].isupper() and (named := self._named(i)):
            return named
        if word in COLLECTIVES and (collective := self._collective(i)):
            return collective
        return self._undetermined(i) if i in self.modifiers or word in PAIRS else None

    # -- determiners --------------------------------------------------------------------------------------------------

    def _determined(self, i: int) -> Group | None:
        """A phrase with an article: "a man", "the two", "the gang of seven"."""
        word, gang = self.low[i], self._gang(i + 1)
        if (band := self._strong(i)) is not None:
            return band
        if gang and (word in ONE or word == "the") and (group := self.at(gang)):
            group.i = i
            return group
        if word in ONE:
            return self._one(i) or self._unlisted(i)
        if gang or (word in ("that", "this", "said") and self.word(i + 1) not in self.nouns):
            return None
        return self._definite(i)

    def _unlisted(self, i: int) -> Group | None:
        """Somebody whose trade no lexicon has: "A bank teller who stole", "A Texas rancher was arrested"."""
        if self.low[i] not in ("a", "an"):
            return None
        for k in range(i + 1, min(i + UNLISTED_REACH, self.end - 1)):
            word, after = self.low[k], self.low[k + 1]
            if not word[0].isalpha() or word in STOP or k in self.doc.value_at:
                return None
            if word in NO_PERSONS:
                continue
            if after == "who" or (after in VERBAL and word.endswith(AGENTIVE) and self._acts(k + 1)):
                return self._tail(Group(i, k + 1, "new", 1, words=frozenset(self.low[i + 1 : k + 1])))
        return None

    def _strong(self, i: int) -> Group | None:
        """ "a three-member gang", "the five-strong crew of smugglers"."""
        found = strong(self.word(i + 1))
        if found is None or self.low[i] not in ("a", "an", "the"):
            return None
        for at in range(i + 2, min(i + 6, self.end)):
            if self.low[at] in GANGS:
                kind = "definite" if self.low[i] == "the" else "new"
                group = Group(i, at + 1, kind, found[0], who=found[1], numbered=True)
                if self.word(at + 1) == "of" and self.word(at + 2) not in STOP:  # "gang of bike thieves"
                    head = next((k for k in range(at + 2, min(at + 5, self.end)) if self.low[k] in self.nouns), None)
                    group.j = group.j if head is None else head + 1
                return self._tail(group)
            if not self.low[at].isalpha() or self.low[at] in STOP:
                return None
        return None

    def _gang(self, k: int) -> int:
        """The collective noun of "gang of seven", "delivery gang of five" at token k; 0 for none."""
        for at in range(k, min(k + 3, self.end)):
            if self.low[at] in COLLECTIVES:
                return at if self.word(at + 1) == "of" else 0
            if not self.low[at].isalpha() or self.low[at] in STOP:
                return 0
        return 0

    def _definite(self, i: int) -> Group | None:
        """ "the man", "the other two", "the pair", "the third", "the two"."""
        k = i + 1
        word = self.word(k)
        if word in OTHER:
            return self._rest(i)
        if (word in RANKING or self.starting(k, "number")) and (ranked := self._ranked(i)):
            return ranked
        if word in PAIRS:
            return self._tail(Group(i, k + 1, "pronoun", PAIRS[word], plural=True))
        if word in ("latter", "former") and self.word(k + 1) not in self.nouns:
            told = self.word(k + 1) in ("was", "is", "has")
            return Group(i, k + 1, "definite", 1, words=frozenset((word,))) if told else None
        ordinal = self.starting(k, "ordinal")
        if ordinal:
            phrase = self._phrase(i, ordinal.j, "definite", count=1)
            return phrase or (Group(i, ordinal.j, "rest", 1) if self.word(ordinal.j) in VERBAL else None)
        if self.low[i] in ("those", "all") and word in DONE and self.word(k + 1) in AFTER_THOSE:
            return Group(i, k + 1, "pronoun", plural=True)
        value, number = self.value(k), self.whole_number(k)
        if value is None or number is None:
            return self._phrase(i, k, "definite")
        j = self._behind_figure(value)
        j += self.word(j) == "other"
        group = self._phrase(i, j, "definite", count=number, numbered=True, modifier=value.modifier)
        if group:
            group.kind = "rest" if j > value.j else group.kind
        elif self.word(j) in AFTER_NUMBER:
            group = Group(i, j, "definite", number, plural=True, numbered=True)
        return group

    def _rest(self, i: int) -> Group | None:
        """ "the other man", "the remaining four", "the others"."""
        j = i + 2
        count = self.whole_number(j)
        numbered = count is not None
        if numbered:
            value = self.value(j)
            j = value.j if value else j
        group = self._phrase(i, j, "rest", count=count, numbered=numbered)
        if group:
            group.count = 1 if count is None and not group.plural else group.count
            return group
        if count is None and self.word(i + 1) == "other":
            count = 1
        if count is None and self.word(j) == "of":
            return None
        return self._take_those(Group(i, j, "rest", count, plural=count != 1, numbered=numbered))

    def _one(self, i: int) -> Group | None:
        """ "a man", "a further 12", "a total of 19 women", "a third man", "another"."""
        k, distinct = i + 1, self.low[i] == "another"
        word = self.word(k)
        if word in FURTHER or word == "total":
            distinct = distinct or word != "total"
            k += 1 + (self.word(k + 1) == "number")
            k += self.word(k) == "of"
        if word in PAIRS and word not in self.nouns:
            return self._tail(self._take_members(Group(i, k + 1, "new", PAIRS[word], plural=True)))
        value = self.starting(k, "number", "vague")
        if value and self.low[i] != "one":
            group = self._counted(k, value)
            if group:
                group.i, group.distinct = i, group.distinct or distinct
            return group
        ordinal = self.starting(k, "ordinal")
        if ordinal:
            k, distinct = ordinal.j, ordinal.number != 1
        group = self._phrase(i, k, "new", count=1)
        if group:
            group.distinct = group.distinct or distinct
            return group
        another = self.low[i] == "another" and k == i + 1 and (self._stands_alone(k) or self.word(k).endswith("ly"))
        if another or (ordinal and self._stands_alone(k)):
            return self._tail(Group(i, k, "bare", 1, distinct=True, numbered=True))
        return None

    def _owned(self, i: int) -> Group | None:
        """ "his two sons", "her brother"; not the pronoun "her"."""
        value = self.starting(i + 1, "number")
        group = self._counted(i + 1, value) if value else None
        if group and group.kind != "bare":
            group.i = i
            return group
        return self._phrase(i, i + 1, "new")

    def _object_her(self, i: int) -> bool:
        """Whether "her" is the pronoun, and no noun of hers follows: "sentenced her to", "arrested her today"."""
        after = self.word(i + 1)
        if self.low[i] != "her" or self._phrase(i, i + 1, "new"):
            return False
        noun = after and after[0].isalpha() and after not in STOP and after not in AFTER_NOUN
        return not noun or after.endswith("ly")

    def _collective(self, i: int) -> Group | None:
        """ "a gang of seven"."""
        value = self.starting(i + 2, "number") if self.word(i + 1) == "of" else None
        group = self._counted(i + 2, value) if value else None
        if group:
            group.i = i - (i > self.floor and self.low[i - 1] in ("a", "the"))
        return group

    def _undetermined(self, i: int) -> Group | None:
        """ "Pair jailed", "a husband and wife", "members", "Suspected dealers"."""
        word = self.low[i]
        if word in PAIRS and self.notes and i == self.floor:
            return self._tail(Group(i, i + 1, "pronoun", PAIRS[word], plural=True, numbered=True))
        if (kin := self._kin(i)) is not None:
            return kin
        if word not in self.nouns:
            return self._bare_phrase(i)
        who, role, plural = self.nouns[word]
        paired = i - 1 > self.floor and self.low[i - 1] == "and" and self.low[i - 2] in self.nouns
        if paired and not plural and self._is_person(i):
            return self._tail(Group(i, i + 1, "new", 1, "exact", who, role, words=frozenset((word,))))
        return self._phrase(i, i, "bareword")

    def _kin(self, i: int) -> Group | None:
        """ "Mother and father", "Husband and wife": two people told by one pair of bare nouns."""
        opens = i == self.floor or self.low[i - 1] in (".", ",", ";", "the", "both")
        if self.word(i) not in KIN or not opens or self.word(i + 1) != "and" or self.word(i + 2) not in KIN:
            return None
        if self.word(i + 3) in self.nouns or (i + 3 < self.end and self.raw[i + 3][0].isupper()):
            return None  # "Father and son Karl and Lee Stern"
        kinds = {self.nouns[self.low[k]][0] for k in (i, i + 2)}
        who = kinds.pop() if len(kinds) == 1 else "person"
        words = frozenset((self.low[i], self.low[i + 2]))
        return self._tail(Group(i, i + 3, "new", 2, "exact", who, plural=True, words=words, numbered=True))

    # -- nobody and all -----------------------------------------------------------------------------------------------

    def _nobody(self, i: int) -> Group | None:
        """ "no men", "no one", "none of them", "neither"."""
        j = i + 1
        if self.low[i] == "no":
            return Group(i, j + 1, "nobody") if self.word(j) == "one" else self._phrase(i, j, "nobody")
        if self.word(j) == "of" and (part := self._partitive(j)):
            return Group(i, part.j, "nobody")
        phrase = self._phrase(i, j, "nobody") if self.low[i] == "neither" else None
        if self.low[i] == "neither" and "nor" in self.low[j : min(j + NEITHER_REACH, self.end)]:
            nor = self.low.index("nor", j)
            other = self.at(nor + 1) if nor + 1 < self.end else None
            return Group(i, other.j if other else nor + 1, "nobody")  # "neither he nor any of his staff"
        return phrase or Group(i, j, "nobody")

    def _all(self, i: int) -> Group | None:
        """ "both men", "both of whom", "all three", "all three men", "all of them", "Both were", "all but one"."""
        k = i + 1
        word = self.low[i]
        if word == "all" and self.word(k) in BUT:
            return self._all_but(i)
        count = 2 if word == "both" else None
        if self.word(k) == "of" and (part := self._partitive(k)):
            return Group(
                i, part.j, "pronoun", count or part.number, who=part.who, plural=True, numbered=count is not None
            )
        k += self.word(k) in ("the", "these", "those")
        value, number = self.value(k), self.whole_number(k)
        if value and number is not None:
            phrase = self._phrase(i, value.j, "definite", count=number, numbered=True)
            return phrase or Group(i, value.j, "pronoun", number, plural=True, numbered=True)
        group = self._phrase(i, k, "definite", count=count, numbered=count is not None)
        if group:
            if count is None:
                group.count, group.plural = None, True  # "all the accused"
            return group if word != "each" else None
        if word == "each":
            alone = self._opens_clause(i) and self.word(k) in AFTER_EACH
            return Group(i, k, "pronoun", None) if alone else None
        return self._both_alone(i, k) if word == "both" else self._all_alone(i, k)

    def _both_alone(self, i: int, k: int) -> Group | None:
        """ "Both were bailed"; not "both aged 20", "the men both"."""
        before = self.low[i - 1] if i > self.floor else ""
        if self.word(k) in ("aged", "from", "of") or before in self.nouns:
            return None
        if not before or before in BEFORE_BOTH or self.word(k) in ("were", "have", "are", "had"):
            return Group(i, k, "pronoun", 2, plural=True, numbered=True)
        return None

    def _all_alone(self, i: int, k: int) -> Group | None:
        """ "All were bailed"."""
        opens = self._opens_clause(i)
        return Group(i, k, "pronoun", None, plural=True) if opens and self.word(k) in AFTER_ALL else None

    def _opens_clause(self, i: int) -> bool:
        return i == self.floor or self.low[i - 1] in (",", ";", "and", "but")
