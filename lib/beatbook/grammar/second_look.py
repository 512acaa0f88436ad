"""A second look at names: what stands around them tells more than their own words."""

from itertools import pairwise

from beatbook.grammar.name_kinds import (
    BODY,
    BRAND,
    COMMON,
    DIRECTION,
    HOLDER,
    LAW,
    TOPIC,
)
from beatbook.grammar.parts import SMALL_HEADS, Name, Reader

COURT_KINDS = frozenset(
    "district superior circuit municipal justice probate juvenile criminal federal high sessions local youth county "
    "family provincial supreme city common".split()
)
COURTS = frozenset("court courts courthouse judge judges jail".split())


PLURAL_BODIES = frozenset(
    "departments offices agencies sheriffs forces constabularies councils services authorities".split()
)
OFFICERS = frozenset("attorneys sheriffs chiefs mayors commissioners governors ministers prosecutors".split())
PLURAL_HEADS = frozenset(
    "courts councils departments offices stations magistrates divisions hospitals attorneys sheriffs agencies "
    "constabularies jails prisons universities colleges schools consulates embassies".split()
)
LINKS = frozenset(("of", "in", "for", "from", ",", "and", "the", "&", ";"))


class SecondLook(Reader):
    """Corrects the kinds of names found."""

    def _units(self) -> None:
        """A body in the possession of another is a unit of it: "HMRC's Fraud Investigation Service"."""
        low, bodies = self.doc.low, {}
        for name in self.all:
            if name.kind in ("police", "agency", "taskforce"):
                if (
                    name.i > 1
                    and low[name.i - 1] in ("'s", "'")
                    and (
                        name.i - 1 in bodies
                        or low[name.i - 2] in ("force", "council", "department", "agency", "office")
                    )
                ):
                    name.kind = "unit"
                bodies[name.j] = name

    def _persons_by_context(self) -> None:
        """Open names that an age, a relative clause or a bracketed office shows to be persons: "Perran Vance, 41,"."""
        raw, low, flags = self.doc.raw, self.doc.low, self.flags
        size = len(raw)
        for n, name in enumerate(self.all):
            if name.kind not in ("unknown", "person") or name.row is not None or name.role < name.i:
                continue
            if self._bracketed_office(name, n) or name.kind == "person":
                continue
            if (
                name.j + 2 >= size
                or name.j - name.i < 2
                or any(flags[k] & (COMMON | BRAND | LAW | TOPIC) for k in range(name.i, name.j))
            ):
                continue
            mark, after = raw[name.j], low[name.j + 1]
            if mark in (",", "(") and (
                self._age_follows(name.j)
                or after in ("aged", "age", "alias", "aka", "a/k/a", "whose", "also")
                or (after == "who" and low[name.j + 2] != "are")
            ):
                name.kind, name.role = "person", name.i

    def _broken_names(self) -> None:
        """A rank and forename that end a line, and the rest of the name on the next: "Attorney Ann / B. Vance"."""
        raw, doc = self.doc.raw, self.doc
        for name, rest in pairwise(list(self.all)):
            if name.kind == "person" and name.j - name.i == 1 and name.role < name.i and rest.i == name.j:
                if rest.kind not in ("unknown", "person") or rest.row is not None or doc.low[rest.i] in self.surnames:
                    continue
                gap = doc.text[doc.ends[name.j - 1] : doc.starts[rest.i]]
                if gap == "\n" and raw[rest.i][0].isupper() and rest.j - rest.i < 4:
                    name.j = rest.j
                    self.all.remove(rest)

    def _bracketed_office(self, name: Name, at: int) -> bool:
        """Give a name the office before it that ends in brackets or a number: "Director (Operations) K. V. Vance"."""
        raw, before = self.doc.raw, name.i - 1
        if before < 1:
            return False
        if raw[before] == ")":
            before = next((k for k in range(before - 1, max(0, before - 5), -1) if raw[k] == "("), 0)
        elif not raw[before].isdigit():
            return False
        for other in self.all[max(0, at - 3) : at]:
            if (
                other.j == before
                and self.flags[other.j - 1] & HOLDER
                and other.kind in ("unknown", "role", "unit", "place")
            ):
                name.kind, name.role, other.kind = "person", other.i, "role"
                return True
        return False

    def _shared_heads(self) -> None:
        """Names that share a head: "Athlone and Bellville Magistrates' Courts", "Kent and Essex Police"."""
        low = self.doc.low
        for n, name in enumerate(self.all):
            last = low[name.j - 1]
            if not (last in PLURAL_HEADS or (name.kind == "police" and last == "police")):
                continue
            first = name.i
            for other in reversed(self.all[max(0, n - 12) : n]):
                if other.kind not in ("place", "unknown") or low[other.j : first] not in (
                    ["and"],
                    [","],
                    [",", "and"],
                    ["&"],
                ):
                    break
                if last == "police" and low[other.i - 1] in ("in", "at", "near", "from", "around", ","):
                    break
                other.kind, first = name.kind, other.i

    def _listed_before_heads(self) -> None:
        """Bodies whose place stands before a comma: "the Larkfield, Ohio, Police Department"."""
        low = self.doc.low
        for n, name in enumerate(self.all[2:], 2):
            if name.kind not in ("police", "agency") or not self.flags[name.i] & BODY or name.row is not None:
                continue
            state, place = self.all[n - 1], self.all[n - 2]
            if not (state.row and state.row["kind"] in ("state", "abbreviation", "postal", "country")):
                continue
            if low[state.j : name.i] in ([","], [], ["."], [".", ","]) and low[place.j : state.i] == [","]:
                state.kind = place.kind = "unit"  # parts of one name
                name.i = name.role = place.i

    def _named_after_heads(self) -> None:
        """Bodies whose places follow: "the Police Departments in Larkfield, Burslow and Marrick"."""
        low = self.doc.low
        for n, name in enumerate(self.all):
            plural = {"police": PLURAL_BODIES, "agency": PLURAL_BODIES, "role": OFFICERS}.get(name.kind)
            if plural is None or plural.isdisjoint(low[name.i : name.j]):
                continue
            end = name.j
            for other in self.all[n + 1 : n + 16]:
                between = low[end : other.i]
                rest = other.kind == "unit" and other.i == name.j  # "of Larkfield", read with the body
                if not (rest or other.kind in ("place", "unknown")) or len(between) > 3 or not set(between) <= LINKS:
                    break
                if other.j < len(low) and low[other.j] in ("for", "to", "on"):
                    break
                other.kind, end = "unit", other.j

    def _small_heads(self) -> None:
        """A small head word after a name: "Delft police", "Leeds crown court"; "a Leeds school" stays a place."""
        low, raw = self.doc.low, self.doc.raw
        for name in self.all:
            at = name.j
            garda = name.kind in ("police", "role") and low[at - 1] in ("garda", "police", "rcmp", "saps", "opp")
            if garda and at < len(low) and low[at] in ("station", "stations", "detachment"):
                name.kind, name.j = "venue", at + 1
                continue
            if name.kind not in ("place", "unknown") or at >= len(low) or not raw[at][0].islower():
                continue
            kind = SMALL_HEADS.get(low[at])
            if kind is None and low[at] in COURT_KINDS and at + 1 < len(low) and low[at + 1] in COURTS:
                kind = "court"  # "DeWitt County district court"
            if kind is None:
                continue
            following = low[at + 1] if at + 1 < len(low) else ""
            before = name.i - 1
            while before >= 0 and self.flags[before] & DIRECTION:
                before -= 1
            if before >= 0 and low[before] in ("a", "an", "another", "two", "three"):
                continue  # "a south London police station" names no house
            if low[at] in ("police", "garda") and following in ("station", "stations", "custody", "cells"):
                name.kind, name.j = "venue", at + 2
            else:
                name.kind, name.j = kind, at + 1
