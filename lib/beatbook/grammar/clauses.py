"""Who did what to what: the status predicates of a sentence with their people, offences and terms.

Triggers come from ``outcomes.csv``; a trigger's form says how it takes its people: a participle ("were arrested",
"arrested two men", "two men arrested"), a verb ("appeared before"), a state ("in custody"), a noun ("17 arrests").
"""

from beatbook.grammar.clause_base import Clause
from beatbook.grammar.complements import GOVERNING, STRONG, WEAK
from beatbook.grammar.court_forms import CourtForms
from beatbook.grammar.noun_forms import NounForms
from beatbook.grammar.people import Group
from beatbook.grammar.triggers import Trigger, triggers
from beatbook.grammar.verbgroups import FINITE, verb_group
from beatbook.language.calendar import iso
from beatbook.language.document import Doc, Sentence

LIKEWISE = frozenset("was were did has have had is are".split())
WITH = frozenset(("with", "alongside"))
COURT = frozenset("convicted pleaded_guilty appeared_in_court".split())
PAST = frozenset("convicted sentenced arrested charged".split())
LABELLED = frozenset("part state verb noun finding".split())

__all__ = ["GOVERNING", "STRONG", "WEAK", "Clause", "clauses"]


def clauses(doc: Doc, sentence: Sentence, groups: list[Group]) -> list[Clause]:
    """The status predicates of a sentence.

    Args:
        doc: the release.
        sentence: one that asserts facts.
        groups: its groups of people.
    """
    found = triggers(doc, sentence)
    return _Reader(doc, sentence, groups).read(found) if found else []


class _Reader(CourtForms, NounForms):
    """Reads the predicates of one sentence from left to right, then what depends on each."""

    def read(self, found: list[Trigger]) -> list[Clause]:
        self.subjects.verbs = [trigger.at for trigger in found]
        self.subjects.elliptic = frozenset(self.elliptic)
        self.triggers = found
        for trigger in found:
            clause = (trigger.form in LABELLED and self._label(trigger)) or getattr(self, "_" + trigger.form)(trigger)
            if clause:
                self._accompanied(clause)
                self.found.append(clause)
                if not clause.nominal and clause.groups:
                    self.inherited = clause.groups
                self.last = clause.j
        self.found = [
            clause
            for at, clause in enumerate(self.found)
            if not (
                self.low[clause.at] == "fined"
                and at
                and self.found[at - 1].statuses == ["sentenced"]
                and clause.groups is self.found[at - 1].groups
            )
        ]
        self._spread()
        self._complements()
        self._booked()
        self._respectively()
        self._gapped()
        self._gapped_offences()
        self._gapped_places()
        self._shared_objects()
        self.found = [
            clause
            for clause in self.found
            if not (
                clause.rule == "hurt" and any(other.offences and other.at < clause.at < other.j for other in self.found)
            )
        ]  # "charged with assault to injury"
        self.found = [clause for at, clause in enumerate(self.found) if not (at and self._sent_home(clause, at))]
        self.found = [clause for at, clause in enumerate(self.found) if not self._of_other_year(clause, at)]
        words = self.low[self.i : self.end]
        if "as" in words or "so" in words:
            self._likewise()
        for clause in self.found:
            self._named_after(clause)
        return self._alternatives() if "or" in words else self.found

    def _booked(self) -> None:
        """ "was jailed for battery" in the USA: the arrest, where no term and no court is told."""
        if self.doc.country != "US" or any(clause.statuses[0] in COURT for clause in self.found):
            return
        for clause in self.found:
            if self.low[clause.at] == "jailed" and clause.statuses == ["sentenced"] and clause.offences:
                clause.statuses = ["arrested"] if clause.months is None else clause.statuses

    def _of_other_year(self, clause: Clause, at: int) -> bool:
        """ "Reed, who was jailed in 2015 for robbery, was arrested": the relative clause tells his past."""
        if clause.statuses[0] not in PAST or at + 1 >= len(self.found) or self.found[at + 1].groups != clause.groups:
            return False
        if "who" not in self.low[max(self.i, clause.at - 4) : clause.at]:
            return False
        stop = next((k for k in range(clause.at, self.end) if self.low[k] == ","), self.end)
        published = iso(self.doc.published)
        if published is None:
            return False
        years = (value.number for value in self.sentence.values if value.kind == "year" and clause.at < value.i < stop)
        return any(year and year < published.year - 1 for year in years)

    def _sent_home(self, clause: Clause, at: int) -> bool:
        """ "was cited for obstruction and let go": a release that only ends the citation before it."""
        before = self.found[at - 1]
        ends = clause.statuses == ["released"] and before.statuses == ["cautioned"] and not before.nominal
        between = self.low[before.head : clause.at]
        return ends and "and" in between[-4:] and FINITE.isdisjoint(between) and not {";", "while"} & set(between)

    def _accompanied(self, clause: Clause) -> None:
        """ "was arrested together with two women": the people behind it share the verb."""
        if clause.nominal or clause.rule not in ("passive", "active") or clause.statuses[0] not in GOVERNING:
            return
        stop = min(self.end - 2, clause.j + 12)
        if WITH.isdisjoint(self.low[clause.j : stop + 1]):
            return
        for k in range(clause.j, stop):
            word = self.low[k]
            if word in (".", ";") or word in FINITE:
                return
            pair = self.low[k + 1] == "with" and word in ("together", "along")
            if pair or word == "alongside":
                group = next((group for group in self.groups if group.i == k + 1 + pair), None)
                if group and group.role == "person" and (self._specific(group) or group.names):
                    clause.groups = [*clause.groups, group]
                    clause.j = group.j
                return

    def _likewise(self) -> None:
        """ "A man of 40 was interviewed, as were a woman of 29 and a man of 33": the verb before holds for them."""
        for k in range(self.i + 3, self.end - 1):
            if self.low[k] not in ("as", "so") or self.low[k + 1] not in LIKEWISE:
                continue
            before = next((clause for clause in reversed(self.found) if clause.at < k and not clause.nominal), None)
            people = self.subjects.after(k + 2, 0)
            if before and people and all(self._specific(group) or group.names for group in people):
                statuses, named = list(before.statuses), list(before.offences)
                made = Clause(statuses, people, k, people[0].i, people[-1].j, self.end, "likewise", named)
                self.found.insert(self.found.index(before) + 1, made)
            return

    def _alternatives(self) -> list[Clause]:
        """ "12 were charged, recalled or appeared in court": one count that covers alternatives."""
        merged: list[Clause] = []
        for clause in self.found:
            start = verb_group(self.doc, clause.at, self.i).start
            joint = self.low[start - 1] if start > self.i else ""
            if joint == "or" and merged and clause.groups is merged[-1].groups and not clause.nominal:
                chain = [clause]
                while (
                    merged
                    and merged[-1].groups is clause.groups
                    and (len(chain) == 1 or self._comma_between(merged[-1], chain[0]))
                ):
                    chain.insert(0, merged.pop())
                first = chain[0]
                first.statuses = [status for part in chain for status in part.statuses]
                first.j = chain[-1].j
                merged.append(first)
                continue
            merged.append(clause)
        return merged

    def _comma_between(self, left: Clause, right: Clause) -> bool:
        between = self.low[left.head : right.at]
        return "," in between and "and" not in between and "then" not in between
