"""Who a verb is about: its subject to the left, its object to the right, and people joined to them."""

from beatbook.grammar.asides import NAMELY, Asides
from beatbook.grammar.people import GANGS, PREPOSITIONS, Group
from beatbook.grammar.person_ages import EXTREMES
from beatbook.grammar.person_group import includes
from beatbook.grammar.person_nouns import PAIRS
from beatbook.grammar.verbgroups import ADVERBS, FINITE
from beatbook.language.document import Doc

RELATIVE = frozenset("who whose which where that whom".split())
JOINTS = frozenset("and or but then before after , ; & – — -".split())
COORDINATORS = frozenset("and or but then before after & having nor".split())
LINKS = frozenset(("and", "&", ",", "plus", "or", ";"))
PLACED = frozenset("of from in at near".split())
PREDICATE = frozenset("than be been being become as is are".split())
LINK_STOPS = FINITE | RELATIVE | frozenset("while including after when where".split())
OBJECT_STOPS = frozenset("for with on suspicion after to by following".split())
CLOSING = frozenset("of from in at aged who on near also later have outside".split())
BEFORE_OBJECT = frozenset("up a total down the suspect suspects".split())
DASHES = frozenset((":", "–", "-", "—"))
AFTER_PEOPLE = frozenset(  # behind a bare number these leave it people: "arrested 12 for"
    "for on in and of at after during across over who with as from were was have including this last yesterday today "
    "under when following more others since to are aged by but or through within between".split()
)
RESULTED = frozenset("culminated culminating resulted resulting ended led leading".split())
DIALLED = frozenset("called dialed dialled phoned rang call".split())
NO_GERUND = frozenset("including following morning evening during being saying adding".split())
SINGULAR = frozenset(PAIRS) | {"every", "each"}
NAMED_AS = (["viz", "."], ["identified", "as"], ["named", "as"])
LONGEST_GAP = 45
GANG_REACH = 6
LONGEST_LINK = 25


class Subjects(Asides):
    """Finds subjects and objects among the groups of one sentence."""

    def __init__(self, doc: Doc, i: int, end: int, groups: list[Group]):
        super().__init__(doc, i, end, groups)
        self.verbs: list[int] = []
        self.elliptic: frozenset[int] = frozenset()  # groups that go straight on to an offence

    # -- left ---------------------------------------------------------------------------------------------------------

    def before(self, start: int, number: str | None, bare: bool, inherited: list[Group], floor: int) -> list[Group]:
        """The subject of the verb group that starts at token ``start``.

        Args:
            start: first token of the verb group.
            number: what its auxiliary agrees with ("one", "many"), if anything.
            bare: there is no auxiliary: headline, reduced clause, gapping or coordination.
            inherited: the subject of the verb before, for "was charged and remanded".
            floor: the token after that verb: a group between may be the new subject.
        """
        joint = self.low[start - 1] if start > self.i else ""
        if self._relative(start, joint, bare):
            return self._antecedent(start, number)
        whole = next((group for group in self.groups if group.j == start and group.kind == "whole"), None)
        if bare and whole:
            other = self.low[whole.i + 2] in ("other", "remaining")  # "Of the other five arrested"
            return [whole] if whole.numbered and not other else []
        candidates = [
            group
            for group in self.groups
            if group.j <= start and group.kind != "whole" and not self._bracketed(group, start)
        ]
        having = self.low[start] == "having" and start > self.i
        if joint in COORDINATORS or having or (joint in (",", "when") and bare):
            shared = self._coordinated(start, joint, candidates, number, inherited, floor)
            if shared:
                return shared
        for group in reversed(candidates):
            if start - group.j > LONGEST_GAP:
                break
            if bare and group.kind == "pronoun" and group.j == start and not group.numbered:
                return []  # "they hurt": the pronoun acts
            verdict = self._gap(group, start, joint)
            if group.kind == "nobody":
                if verdict in ("near", "relative"):
                    return []
                continue
            if bare and verdict == "near" and not self._closes(group, start):
                break
            if bare and verdict != "near" and not (verdict == "relative" and self._headline(group)):
                if inherited and joint in JOINTS:
                    return inherited
                if joint not in COORDINATORS and not self._series(start, joint):
                    continue
            if verdict == "blocked" or not self._can_be_subject(group, start, bare):
                continue
            found = self._joined(group, number)
            if found:
                return self._summed(found) or self._told_aside(group, start) or found + self._named_aside(group, start)
        return inherited if inherited and joint in JOINTS and not bare else []

    def _relative(self, start: int, joint: str, bare: bool) -> bool:
        """Whether the verb stands in a relative clause: "who was arrested"; not "that", which also opens others."""
        if joint == "that":
            return not bare and start - 2 >= self.i and self.low[start - 2] != ","
        if joint not in RELATIVE or joint == "where":
            return False
        own = (group for group in self.groups if group.j == start and group.kind != "whole")
        return not any(group.partitive or group.kind == "nobody" for group in own)

    def _coordinated(
        self, start: int, joint: str, candidates: list[Group], number: str | None, inherited: list[Group], floor: int
    ) -> list[Group]:
        """The subject carried over a conjunction: "was charged and remanded", "jailed after pleading guilty"."""
        near = candidates[-1] if candidates else None
        if near and near.j >= start - 1 and joint == "," and near.i >= floor:
            return []
        if near and near.i >= floor and near.partitive and self.low[near.j - 1] == "whom" and joint != ",":
            return [near]  # "one of whom fell and was hurt"
        nearer = self._nearer(start, joint, candidates, floor) if joint != "," else None
        if nearer and (found := self._joined(nearer, number)):
            return found
        if inherited and (joint != "," or near is None or near.i < floor):
            return inherited
        back = joint in ("after", "before", "having", "when") or self.low[start] == "having"
        return self._clause_subject(candidates, number) if back else []

    def _nearer(self, start: int, joint: str, candidates: list[Group], floor: int) -> Group | None:
        """The subject of a verb in between: "A was arrested, and a passenger was found with a knife and arrested"."""
        for group in reversed(candidates):
            if group.i < floor:
                return None
            subject = group.kind in ("new", "definite", "name") and group.role == "person" and group.count is not None
            if not subject or self._prepositional(group) or self._in_relative(group):
                continue
            before = self.low[floor : group.i]
            told = ("coordinated", "near") if before[-1:] == [";"] else ("coordinated",)
            if before[-1:] in (["and"], [";"], ["while"], ["but"]) and self._gap(group, start, joint) in told:
                return group
        return None

    def _series(self, start: int, joint: str) -> bool:
        """Whether a bare participle is one of several: "was stopped, arrested and …"."""
        return joint == "," and self.low[start + 1 : start + 2] in (["and"], [","])

    def _can_be_subject(self, group: Group, start: int, bare: bool) -> bool:
        """Whether a group in the right place is the subject: no object of a preposition, no predicate, no address."""
        before = self.low[group.i - 1] if group.i > self.i else ""
        if self._prepositional(group):
            seen = before in ("with", "saw", "sees") or (self.low[start] == "being" and group.j == start)
            seen = seen or (group.j == start and self.low[max(self.i, group.i - 2)] in RESULTED)
            if not (bare and seen):  # "culminated in 12 people facing"
                return False
        if (before == "," or self.low[group.i - 1] in ("them", "whom")) and self._tells_some(group, start):
            return False
        if before in DIALLED and group.kind == "bare":
            return False  # "called 911 and surrendered"
        if before == "," and (self._closed_aside(group, start) or self._one_of_many(group)):
            return False
        if before in ("were", "are", "was") and self.low[group.i - 2] == "whom":
            return False  # "74 victims, among whom were nine minors, were"
        if group.kind == "bare" and not EXTREMES.isdisjoint(self.low[max(self.i, group.i - 3) : group.i]):
            return False  # "six boys, the youngest just 13, were": an age
        if before in PREDICATE and group.kind != "pronoun" and not group.names:
            return False  # a noun said of the subject
        if before.endswith("ing") and before not in NO_GERUND and group.kind == "new" and not bare:
            return False  # "arrested on suspicion of assisting an offender has been bailed"
        return not self._is_residence(group) and not self._in_relative(group)

    def _one_of_many(self, group: Group) -> bool:
        """ "Karl Stern, 34, one of the men caught at Reno, pleaded": what is said of somebody named."""
        at = self.groups.index(group)
        named = at > 0 and bool(self.groups[at - 1].names) and self.groups[at - 1].j == group.i - 1
        return named and group.partitive and group.count == 1

    def _headline(self, group: Group) -> bool:
        """Whether a group opens a headline: "Mother who drowned her children sentenced"."""
        return group.i == self.i and self.doc.raw[self.end - 1] not in (".", "”", '"')

    def _antecedent(self, start: int, number: str | None) -> list[Group]:
        """Whom "who" or "whom" stands for."""
        for group in reversed(self.groups):
            if group.j > start - 1:
                continue
            if start - group.j >= 20 or not FINITE.isdisjoint(self.low[group.j : start - 1]):
                break
            lives = group.kind == "name" and not group.ages and self.low[group.i - 1] in PLACED
            found = [] if lives else self._joined(group, number)
            if found:
                return found
        return []

    def _clause_subject(self, candidates: list[Group], number: str | None) -> list[Group]:
        """The subject of the main clause: "He was jailed after pleading guilty"."""
        for group in reversed(candidates):
            if group.kind != "nobody" and not self._prepositional(group) and not self._is_residence(group):
                found = self._joined(group, number)
                if found:
                    return found
        return []

    def _gap(self, group: Group, start: int, joint: str) -> str:
        """What lies between a group and a verb.

        "near" (apposition, place, age), "relative" clause, "coordinated" (another verb) or "blocked".
        """
        relative, finite, depth = False, False, 0
        aside = self._aside(group, start)
        for k in range(group.j, start):
            word = self.low[k]
            depth += (word == "(") - (word == ")")
            if depth > 0 or word == ")" or (aside and aside[0] <= k < aside[1]):
                continue
            if self._parts_clauses(k, start, relative):
                return "blocked"
            relative = relative or word in RELATIVE
            month = word == "may" and self.doc.raw[k] == "May" and k > self.i
            finite = finite or (word in FINITE and not relative and self.low[k - 1] != "to" and not month)
        if finite:
            return "coordinated" if joint in COORDINATORS or joint == "," else "blocked"
        return "relative" if relative else "near"

    def _parts_clauses(self, k: int, start: int, relative: bool) -> bool:
        """Whether token k ends the clause: a semicolon, a full stop, a colon outside lists, "while"."""
        word = self.low[k]
        if word == ".":
            return k + 1 < start and self.doc.raw[k + 1][0].isupper() and len(self.doc.raw[k - 1]) > 2
        if word == ":":
            entry = k == start - 1 and bool(self.groups[0].names) and self.groups[0].i == self.i
            return not entry and self.doc.sentence_of(k).kind not in ("item", "row")  # "Karl Stern, 34: charged with"
        if word in ("while", "whilst") and self.low[k + 1].endswith("ing"):
            return False  # "fell while evading officers and died"
        return word == ";" or (word in ("while", "whilst", "whereas") and not relative)

    def _closes(self, group: Group, start: int) -> bool:
        """Whether nothing but a place, age or aside stands between a group and a participle without auxiliary."""
        between = self.low[group.j : start]
        if not between:
            return True
        first = between[0]
        aside = not first[0].isalnum() or first in CLOSING or len(between) == 1
        return aside and len(between) < 16 and between[-1] not in self.nouns

    def _summed(self, found: list[Group]) -> list[Group]:
        """The group that those coordinated spell out: "29 people, 24 men and five women, were arrested"."""
        if any(group.names for group in found):
            return []
        counts = [group.count or 0 for group in found]
        if len(found) > 2 and counts[0] and counts[0] == sum(counts[1:]) and includes(found[0], found[1:]):
            return found[:1]
        at = self.groups.index(found[0])
        whole = self.groups[at - 1] if at and len(found) > 1 else None
        if whole is None or not whole.count or whole.count < 3 or sum(counts) != whole.count:
            return []
        if not includes(whole, found):
            return []
        return [whole] if self.low[whole.j : found[0].i] in ([","], ["–"], ["—"], ["-"], [":"]) else []

    def _in_relative(self, group: Group) -> bool:
        """Whether a group stands inside the relative clause of one before: "A man who hit an officer is …"."""
        if group.i <= self.i or self.low[group.i - 1] in ("and", "or", ",", ";"):
            return False
        for left in self.groups:
            if left.j >= group.i:
                break
            if left.kind in ("whole", "nobody") or self._prepositional(left):
                continue
            k = next((at for at in range(left.j, min(group.i, left.j + 8)) if self.low[at] == "who"), None)
            if k is not None and FINITE.isdisjoint(self.low[left.j : k]) and "," not in self.low[k : group.i]:
                return True
        return False

    def _bracketed(self, group: Group, start: int) -> bool:
        """Whether the group stands in brackets or dashes that close before the verb."""
        if start - group.j > LONGEST_GAP:
            return False
        between = self.low[group.j : start]
        dashed = "–" in between or "—" in between
        if dashed and any(word in ("–", "—") for word in self.low[self.i : group.i]):
            return self.groups[0].j <= group.i  # "The 29 – 24 men and five women – were held"
        return ")" in between and "(" not in between[: between.index(")")]

    def _prepositional(self, group: Group) -> bool:
        return group.i > self.i and self.low[group.i - 1] in PREPOSITIONS and group.kind != "whole"

    def _is_residence(self, group: Group) -> bool:
        """A name without age right after a name with age is where that person lives: "Ana Ruiz, 34, Laguna Hills,"."""
        if group.kind != "name" or group.ages:
            return False
        at = self.groups.index(group)
        before = self.groups[at - 1] if at else None
        if before is None or not before.ages or before.kind not in ("name", "definite", "new"):
            return False
        between = self.low[before.j : group.i]
        if between[:2] in ([",", "of"], [",", "from"]) and self._capitals(before.j + 2, group.i):
            return True  # "the 31-year-old, of Walker Drive, Bishop Auckland, admitted"
        return between in ([","], [",", "of"], [",", "from"])

    def _capitals(self, i: int, j: int) -> bool:
        """Whether tokens [i, j) are names, numbers and commas."""
        return all(word[0].isupper() or word[0].isdigit() or word == "," for word in self.doc.raw[i:j])

    def _joined(self, group: Group, number: str | None) -> list[Group]:
        """The group with those coordinated to its left as far as the verb agrees; [] where it does not agree at all."""
        single = group.count == 1
        if number == "one" and not SINGULAR.isdisjoint(self.low[group.i : group.i + 2]):
            return [group]  # "a trio was", "every one of the nine was"
        if number == "one" and not GANGS.isdisjoint(self.low[group.i : min(group.j, group.i + GANG_REACH)]):
            return [group]  # "a gang of seven was", "a five-strong crew has been"
        if number == "one":
            return [group] if single or (group.count is None and not group.plural) else []
        found, at = [group], self.groups.index(group)
        while at:
            at -= 1
            left = self.groups[at]
            if self._opens_parts(left, found[0]):
                return []
            named = number == "many" and single and bool(left.names) and bool(group.names)
            if len(found) == 1 and not named and self.low[left.j : found[0].i][-1:] == [","]:
                break  # a list ends in "and"
            lives = self._is_residence(left)
            if left.i in self.elliptic or not self._linked(left, found[0]) or self._prepositional(left):
                if lives and at and left.kind not in ("whole", "nobody"):
                    continue
                break
            apart = found[0].kind == "bare" and found[0].distinct and left.i - 1 in self.verbs
            if left.kind in ("whole", "nobody") or apart:
                break  # "charged 14 people and a further 22 remain on bail": the object of another verb
            if not lives:
                found.insert(0, left)
        return [] if number == "many" and len(found) == 1 and single else found

    def _opens_parts(self, left: Group, right: Group) -> bool:
        """ "…, comprising 24 men and five women": the parts are no subject."""
        listing = self.low[left.i - 1] in ("comprising", "including", *NAMELY) and self._prepositional(left)
        return listing and self._linked(left, right)

    def _linked(self, left: Group, right: Group) -> bool:
        """Whether two groups are coordinated: "a man from Luton, and a woman"."""
        between = self.low[left.j : right.i]
        if not between or len(between) > LONGEST_LINK or (right.kind == "pronoun" and len(between) > 1):
            return False  # "… hiding in the loft and they were"
        k = len(between) - 1
        if k and between[k] in ("also", "both"):
            k -= 1
        if between == [":"] or between[-1] in NAMELY or between[-2:] in NAMED_AS:
            return len(between) < 6 and left.plural and right.kind != "bare"
        together = between[-3:] == ["as", "well", "as"] or between[-2:] in (["along", "with"], ["together", "with"])
        if between[k] not in LINKS and not together:
            return False
        if between == [","] and left.kind == "pronoun":
            return False
        if left.role in ("agent", "other") and between[0] not in LINKS and between[0] not in PREPOSITIONS:
            return False  # "200 officers took part and 12 men were arrested"
        if ";" in between and not (left.names and right.names):
            return False
        return LINK_STOPS.isdisjoint(between) and not any(left.j <= verb < right.i for verb in self.verbs)

    # -- right --------------------------------------------------------------------------------------------------------

    def after(self, j: int, reach: int = 2, joints: bool = False) -> list[Group]:
        """The object that starts at token j, with those coordinated to its right.

        Args:
            j: the token after the verb.
            reach: how many adverbs or the like may stand between.
            joints: whether a dash or colon may.
        """
        at = next((at for at, group in enumerate(self.groups) if group.i >= j), None)
        if at is None:
            return []
        group = self.groups[at]
        between = [word for word in self.low[j : group.i] if not (joints and word in DASHES)]
        if group.i - j > reach or any(word not in ADVERBS and word not in BEFORE_OBJECT for word in between):
            return []
        if group.kind in ("whole", "nobody") or self._counts_things(group):
            return []
        found = [group]
        for right in self.groups[at + 1 :]:
            if right.kind in ("whole", "nobody", "pronoun") or not self._object_linked(found[-1], right):
                break
            if self._counts_things(right) or (right.partitive and self.low[right.j - 1] == "whom"):
                break
            found.append(right)
        return found

    def _object_linked(self, left: Group, right: Group) -> bool:
        between = self.low[left.j : right.i]
        if not self._linked(left, right) or not OBJECT_STOPS.isdisjoint(between):
            return False
        return not any(word.endswith("ed") and word != "fixed" for word in between)

    def _counts_things(self, group: Group) -> bool:
        """A bare number that counts something else: "arrested 12 times", "three warrants"."""
        if group.kind != "bare":
            return False
        word = self.low[group.j] if group.j < self.end else "."
        return word.isalpha() and word not in AFTER_PEOPLE
