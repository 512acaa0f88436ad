"""Who a verb is about: its subject to the left, its object to the right, and people joined to them."""

from beatbook.grammar.people import PREPOSITIONS, Group, nouns
from beatbook.grammar.verbgroups import ADVERBS, BE_MANY, BE_ONE, HAVE, MODALS, REMAIN
from beatbook.language.document import Doc

FINITE = (
    BE_ONE | BE_MANY | frozenset(HAVE) | MODALS | frozenset(REMAIN) | frozenset("did does do said says say".split())
) - {"to", "having", "remaining", "kept", "remained", "'s"}
RELATIVE = frozenset("who whose which where that whom".split())
JOINTS = frozenset("and or but then before after , ; & – — -".split())
COORDINATORS = frozenset("and or but then before after & having nor".split())
LINKS = frozenset(("and", "&", ",", "plus", "or", ";"))
LONGEST_GAP = 45


class Subjects:
    """Finds subjects and objects among the groups of one sentence."""

    def __init__(self, doc: Doc, i: int, end: int, groups: list[Group]):
        self.doc, self.low, self.i, self.end, self.groups = doc, doc.low, i, end, groups
        self.verbs: list[int] = []
        self.elliptic: frozenset[int] = frozenset()  # groups that go straight on to an offence
        self.nouns = nouns()

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
        parted = any(group.j == start and group.partitive and group.kind != "whole" for group in self.groups)
        if (not parted and joint in RELATIVE and joint not in ("where", "that")) or (
            joint == "that" and not bare and start - 2 >= self.i and self.low[start - 2] != ","
        ):
            return self._antecedent(start, number)
        candidates = [
            group
            for group in self.groups
            if group.j <= start and group.kind != "whole" and not self._bracketed(group, start)
        ]
        if bare:
            whole = [group for group in self.groups if group.j == start and group.kind == "whole"]
            if whole:
                return whole if whole[0].numbered else []
        if joint in COORDINATORS or (joint == "," and bare):
            near = candidates[-1] if candidates else None
            if near is None or near.j < start - 1 or joint != "," or near.i < floor:
                if inherited and (joint != "," or near is None or near.i < floor):
                    return inherited
                if joint in ("after", "before", "having"):
                    return self._clause_subject(start, candidates, number)
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
            if bare and verdict != "near":
                if inherited and joint in JOINTS:
                    return inherited
                series = joint == "," and self.low[start + 1 : start + 2] in (["and"], [","])  # "stopped, arrested and …"
                if verdict == "blocked" or not (series or joint in COORDINATORS):
                    continue
            if verdict == "blocked":
                continue
            if self._prepositional(group) and not (
                bare
                and (
                    self.low[group.i - 1] in ("with", "saw", "sees")
                    or (self.low[start] == "being" and group.j == start)
                )
            ):
                continue
            if (
                group.i > self.i
                and self.low[group.i - 1] in ("than", "be", "been", "being", "become", "as", "is", "are")
                and group.kind != "pronoun"
            ):
                continue  # a noun said of the subject
            if self._is_residence(group) or (not bare and self._in_relative(group)):
                continue
            found = self._joined(group, number)
            if found:
                return self._summed(found) or found
        if inherited and joint in JOINTS and not bare:
            return inherited
        return []

    def _antecedent(self, start: int, number: str | None) -> list[Group]:
        """Whom "who" or "whom" stands for."""
        for group in reversed(self.groups):
            if group.j <= start - 1 and start - group.j < 20 and not (set(self.low[group.j : start - 1]) & FINITE):
                if group.kind == "name" and not group.ages and self.low[group.i - 1] in ("of", "from", "in", "at", "near"):
                    continue  # where the person lives
                found = self._joined(group, number)
                if found:
                    return found
        return []

    def _clause_subject(self, start: int, candidates: list[Group], number: str | None) -> list[Group]:
        """The subject of the main clause: "He was jailed after pleading guilty"."""
        for group in reversed(candidates):
            if group.kind != "nobody" and not self._prepositional(group) and not self._is_residence(group):
                found = self._joined(group, number)
                if found:
                    return found
        return []

    def _gap(self, group: Group, start: int, joint: str) -> str:
        """What lies between a group and a verb: "near" (apposition, place, age), "relative", "coordinated" or "blocked"."""
        k, relative, finite, depth = group.j, False, False, 0
        while k < start:
            word = self.low[k]
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
            elif depth <= 0:
                if word in RELATIVE:
                    relative = True
                elif word == ";" or (
                    word == "." and k + 1 < start and self.doc.raw[k + 1][0].isupper() and len(self.doc.raw[k - 1]) > 2
                ):
                    return "blocked"
                elif word in FINITE:
                    finite = finite or not relative
                elif (word == ":" and self.doc.sentence_of(k).kind not in ("item", "row")) or (
                    word in ("while", "whilst", "whereas") and not relative
                ):
                    return "blocked"
            k += 1
        if finite:
            return "coordinated" if joint in COORDINATORS or joint == "," else "blocked"
        return "relative" if relative else "near"

    def _closes(self, group: Group, start: int) -> bool:
        """Whether nothing but a place, age or aside stands between a group and a participle without auxiliary."""
        between = self.low[group.j : start]
        if not between:
            return True
        first = between[0]
        return (
            len(between) < 16
            and (
                not first[0].isalnum()
                or first in ("of", "from", "in", "at", "aged", "who", "on", "near", "also", "later", "have", "outside")
                or len(between) == 1
            )
            and between[-1] not in self.nouns
        )

    def _summed(self, found: list[Group]) -> list[Group]:
        """The group that those coordinated spell out: "29 people, 24 men and five women, were arrested"."""
        at = self.groups.index(found[0])
        if (
            len(found) > 2
            and found[0].count
            and found[0].count == sum(group.count or 0 for group in found[1:])
            and not any(group.names for group in found)
        ):
            return found[:1]
        if at and len(found) > 1:
            whole = self.groups[at - 1]
            counts = [group.count or 0 for group in found]
            if (
                whole.count
                and whole.count > 2
                and sum(counts) == whole.count
                and self.low[whole.j : found[0].i] in ([","], ["–"], ["—"], ["-"], [":"])
                and not any(group.names for group in found)
            ):
                return [whole]
        return []

    def _in_relative(self, group: Group) -> bool:
        """Whether a group stands inside the relative clause of one before: "A man who hit an officer is …"."""
        if self.low[group.i - 1] in ("and", "or", ",", ";") or group.i <= self.i:
            return False
        for left in self.groups:
            if left.j >= group.i or left.kind in ("whole", "nobody"):
                continue
            k = next((at for at in range(left.j, min(group.i, left.j + 8)) if self.low[at] == "who"), None)
            if (
                k is not None
                and FINITE.isdisjoint(self.low[left.j : k])
                and "," not in self.low[k : group.i]
                and not self._prepositional(left)
            ):
                return True
        return False

    def _bracketed(self, group: Group, start: int) -> bool:
        """Whether the group stands in brackets that close before the verb."""
        between = self.low[group.j : start]
        if (
            any(word in ("–", "—") for word in between)
            and any(word in ("–", "—") for word in self.low[self.i : group.i])
            and any(other.j <= group.i for other in self.groups)
        ):
            return True  # "The 29 – 24 men and five women – were held"
        return ")" in between and "(" not in between[: between.index(")")]

    def _prepositional(self, group: Group) -> bool:
        return group.i > self.i and self.low[group.i - 1] in PREPOSITIONS and group.kind != "whole"

    def _is_residence(self, group: Group) -> bool:
        """A name without age right after a name with age is where that person lives: "Ana Ruiz, 34, Laguna Hills,"."""
        if group.kind != "name" or group.ages:
            return False
        at = self.groups.index(group)
        if not at:
            return False
        before = self.groups[at - 1]
        return (
            bool(before.ages)
            and before.kind in ("name", "definite", "new")
            and self.low[before.j : group.i] in ([","], [",", "of"], [",", "from"])
        )

    def _joined(self, group: Group, number: str | None) -> list[Group]:
        """The group with those coordinated to its left, as far as the verb's number allows; [] where it does not agree."""
        single = group.count == 1
        if number == "one":
            return [group] if single or (group.count is None and not group.plural) else []
        found, at = [group], self.groups.index(group)
        while at:
            left = self.groups[at - 1]
            if (
                self._prepositional(left)
                and self.low[left.i - 1] in ("comprising", "including", "namely")
                and self._linked(left, found[0])
            ):
                return []
            if (
                len(found) == 1
                and self.low[left.j : found[0].i][-1:] == [","]
                and not (number == "many" and single and left.names and group.names)
            ):
                break  # a list ends in "and"
            if (
                left.i in self.elliptic
                or left.kind in ("whole", "nobody")
                or not self._linked(left, found[0])
                or self._prepositional(left)
            ):
                if left.kind not in ("whole", "nobody") and self._is_residence(left) and at > 1:
                    at -= 1
                    continue
                break
            if not self._is_residence(left):
                found.insert(0, left)
            at -= 1
        if number == "many" and len(found) == 1 and single:
            return []
        return found

    def _linked(self, left: Group, right: Group) -> bool:
        """Whether two groups are coordinated: "a man from Luton, and a woman"."""
        between = self.low[left.j : right.i]
        if not between or len(between) > 25:
            return False
        k = len(between) - 1
        if between[k] in ("also", "both") and k:
            k -= 1
        if between[-1] == "namely" or between[-2:] in (["identified", "as"], ["named", "as"]) or between == [":"]:
            return len(between) < 6 and left.plural and right.kind != "bare"
        if (
            between[k] not in LINKS
            and between[-3:] != ["as", "well", "as"]
            and between[-2:] not in (["along", "with"], ["together", "with"])
        ):
            return False
        if between[k] == "," and len(between) == 1 and left.kind in ("pronoun",):
            return False
        if ";" in between and not (left.names and right.names):
            return False
        if any(left.j <= verb < right.i for verb in self.verbs):
            return False
        return not any(
            word in FINITE or word in RELATIVE or word in ("while", "including", "after", "when", "where")
            for word in between
        )

    # -- right --------------------------------------------------------------------------------------------------------

    def after(self, j: int, reach: int = 2, joints: bool = False) -> list[Group]:
        """The object that starts at token j (at most ``reach`` tokens on), with those coordinated to its right."""
        for at, group in enumerate(self.groups):
            if group.i < j:
                continue
            between = self.low[j : group.i]
            if len(between) > reach or any(
                not (joints and word in (":", "–", "-", "—"))
                and word not in ADVERBS
                and word not in ("up", "a", "total", "down", "the", "suspect", "suspects")
                for word in between
            ):
                return []
            if group.kind in ("whole", "nobody"):
                return []
            if group.kind == "bare" and self._counts_things(group):
                return []
            found = [group]
            for right in self.groups[at + 1 :]:
                if right.kind in ("whole", "nobody", "pronoun") or not self._object_linked(found[-1], right):
                    break
                if right.kind == "bare" and self._counts_things(right):
                    break
                found.append(right)
            return found
        return []

    def _object_linked(self, left: Group, right: Group) -> bool:
        between = self.low[left.j : right.i]
        if not self._linked(left, right):
            return False
        return not any(
            word in ("for", "with", "on", "suspicion", "after", "to", "by", "following") or word.endswith("ed")
            for word in between
        )

    def _counts_things(self, group: Group) -> bool:
        """A bare number that counts something else: "arrested 12 times", "three warrants"."""
        word = self.low[group.j] if group.j < self.end else "."
        return word.isalpha() and word not in (
            "for",
            "on",
            "in",
            "and",
            "of",
            "at",
            "after",
            "during",
            "across",
            "over",
            "who",
            "with",
            "as",
            "from",
            "were",
            "was",
            "have",
            "including",
            "this",
            "last",
            "yesterday",
            "today",
            "under",
            "when",
            "following",
            "more",
            "others",
            "following",
            "since",
            "to",
            "are",
            "aged",
            "by",
            "but",
            "or",
            "through",
            "within",
            "between",
        )
