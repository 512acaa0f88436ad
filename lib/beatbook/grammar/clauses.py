"""Who did what to what: the status predicates of a sentence with their people, offences and terms.

Triggers come from ``outcomes.csv``; a trigger's form says how it takes its people: a participle ("were arrested",
"arrested two men", "two men arrested"), a verb ("appeared before"), a state ("in custody"), a noun ("17 arrests").
"""

from beatbook.grammar.clause_base import Clause
from beatbook.grammar.complements import GOVERNING, STRONG, WEAK
from beatbook.grammar.noun_forms import NounForms
from beatbook.grammar.people import Group
from beatbook.grammar.state_forms import StateForms
from beatbook.grammar.triggers import Trigger, triggers
from beatbook.grammar.verbgroups import verb_group
from beatbook.language.document import Doc, Sentence

LABELLED = frozenset("part state verb noun".split())

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


class _Reader(StateForms, NounForms):
    """Reads the predicates of one sentence from left to right, then what depends on each."""

    def read(self, found: list[Trigger]) -> list[Clause]:
        self.subjects.verbs = [trigger.at for trigger in found]
        self.subjects.elliptic = frozenset(self.elliptic)
        self.triggers = found
        for trigger in found:
            clause = (trigger.form in LABELLED and self._label(trigger)) or getattr(self, "_" + trigger.form)(trigger)
            if clause:
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
        self._respectively()
        self._shared_objects()
        self.found = [
            clause
            for clause in self.found
            if not (
                clause.rule == "hurt" and any(other.offences and other.at < clause.at < other.j for other in self.found)
            )
        ]  # "charged with assault to injury"
        for clause in self.found:
            self._named_after(clause)
        return self._alternatives()

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
