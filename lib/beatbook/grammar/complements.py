"""What depends on a status clause: its offences, its term, names behind a colon."""

from dataclasses import replace

from beatbook.grammar import custody, offences
from beatbook.grammar.charges import GOVERNING, STRONG, WEAK, Charges
from beatbook.grammar.clause_base import Clause
from beatbook.grammar.people import Group
from beatbook.grammar.verbgroups import FINITE, verb_group

GAP_OPENS = frozenset(", and ; while but".split())
YEARS = 1000  # a bare number from here on is a year: "under the Act of 1996 at"
WHERE = frozenset("in at from near".split())
TAKEN_AT = frozenset("arrested detained charged".split())
GAP_ENDS = frozenset(", and ; . while but with after for".split())
APART = frozenset(", ; and where who".split())

__all__ = ["GOVERNING", "STRONG", "WEAK", "Complements"]


class Complements(Charges):
    """Reads each clause up to where the next begins."""

    def _complements(self) -> None:
        """Offences and terms, each up to where the next clause begins."""
        behind = set(self.elliptic)
        for clause in sorted(self.found, key=lambda clause: -clause.at):
            self.people_behind[id(clause)] = frozenset(behind)
            behind.update(group.i for group in clause.groups)
        for at, clause in enumerate(self.found):
            edge = self.end
            for later in self.found[at + 1 :]:
                if later.rule in ("death of", "hurt"):
                    continue
                start = verb_group(self.doc, later.at, clause.at + 1).start if not later.nominal else later.i
                starts = [
                    group.i
                    for group in later.groups
                    if clause.at < group.i < start and not any(group is own for own in clause.groups)
                ]
                edge = min([start, *starts])
                break
            begin = max(
                clause.groups[-1].j
                if clause.rule == "active" and clause.statuses == ["sentenced"]
                else clause.j
                if clause.nominal or clause.rule in ("active", "label", "term", "inverted", "headline verb")
                else 0,
                clause.head,
            )
            if clause.rule != "list head":
                edge = min([edge, *(i for i in self.elliptic if i > clause.at and i >= begin)])
            if (listed := self._names_listed(clause, edge)) is not None:
                edge = listed
            clause.end = edge
            if clause.rule == "inverted" and len(clause.groups) == 1 and self.spread:
                continue
            if clause.statuses == ["detained"] and custody.term_follows(self.doc, clause.at + 1):
                clause.statuses = ["sentenced"]  # as courts say of the young
            if clause.statuses[0] == "sentenced":
                self._read_term(clause, begin, edge)
            if clause.statuses[0] in GOVERNING and clause.rule != "death of" and not clause.offences:
                self._read_offences(clause, begin, edge)
        self._appearances()

    def _appearances(self) -> None:
        """ "appeared before Leeds magistrates charged with theft": one statement, of the appearance."""
        for first, second in zip(self.found[:-1], self.found[1:], strict=True):
            states = (first.statuses, second.statuses) == (["appeared_in_court"], ["charged"])
            if states and second.rule == "bare" and not APART & set(self.low[first.head : second.at]):
                first.offences, first.listed, first.same = second.offences, second.listed, second.same
                first.j, first.end = max(first.j, second.j), second.end
                self.found.remove(second)

    def _respectively(self) -> None:
        """ "A and B were jailed for seven and five years respectively": one clause each."""
        for clause in [one for one in self.found if one.each and len(one.each) == len(one.groups)]:
            at = self.found.index(clause)
            self.found[at : at + 1] = [
                replace(clause, groups=[group], months=months, each=[])
                for group, months in zip(clause.groups, clause.each, strict=True)
            ]

    def _spread(self) -> None:
        """ "Also jailed were A (six years) and B (four years)": one clause each."""
        made = self.spread
        if made is None:
            return
        at = self.found.index(made)
        parts = []
        for group, following in zip(made.groups, [*(group.i for group in made.groups[1:]), self.end], strict=True):
            part = Clause(
                list(made.statuses),
                [group],
                made.at,
                group.i,
                group.j,
                following,
                "inverted",
                list(made.offences),
                head=group.j,
            )
            if made.statuses[0] == "sentenced":
                part.months, stop = custody.term(self.doc, group.j, following)
                part.j = max(part.j, stop)
            parts.append(part)
        self.found[at : at + 1] = parts
        opens = (k for k in range(parts[-1].j, self.end - 1) if self.low[k] in ("each", "both", "all"))
        shared = next((k for k in opens if self.low[k + 1] in ("with", "on", "for")), None)
        if shared is not None and not made.offences:
            self._read_offences(parts[-1], shared + 1, self.end)  # "…, both of Reno, each with one count of theft"
            for part in parts[:-1]:
                part.offences = part.offences or list(parts[-1].offences)

    def _shared_objects(self) -> None:
        """ "arrested and detained four men on charges of theft": both verbs govern the offence."""
        for first, second in zip(self.found, self.found[1:], strict=False):
            if (
                first.rule == second.rule == "active"
                and not first.offences
                and second.offences
                and {*first.statuses, *second.statuses} == {"arrested", "detained"}
                and first.groups[0] is second.groups[0]
            ):
                first.offences, first.j = list(second.offences), second.j

    def _named_after(self, clause: Clause) -> None:
        """Names that a colon adds: "Three suspects remain at large: A, 33; B, 27; and C, 40"."""
        if len(clause.groups) != 1 or clause.groups[0].count == 1 or clause.nominal:
            return
        for k in range(clause.j, clause.end):
            if self.low[k] == ":" or (self.low[k] == "," and self._names_follow(k + 1)):
                named = [
                    group
                    for group in self.subjects.after(k + 1, 1, True)
                    if group.names and group.i not in self.elliptic and not self._own_charge(clause, group)
                ]
                if named:
                    clause.groups = clause.groups + named
                return

    def _names_listed(self, clause: Clause, edge: int) -> int | None:
        """The token behind a colon that names those of a clause, each with an offence: "Two were charged: A, 27, …"."""
        several = len(clause.groups) == 1 and clause.groups[0].plural and not clause.groups[0].names
        if not several or clause.nominal or ":" not in self.low[clause.head : edge]:
            return None
        colon = self.low.index(":", clause.head, edge)
        return colon + 1 if any(group.i == colon + 1 and group.names for group in self.groups) else None

    def _own_charge(self, clause: Clause, group: Group) -> bool:
        """Whether a name is followed by "with" and its own offence: "A, 27, of Bury, with robbery; and B, …"."""
        if clause.statuses != ["charged"] or "with" not in self.low[group.j : min(group.j + 12, self.end)]:
            return False
        k = self.low.index("with", group.j, self.end)
        return ";" not in self.low[group.j : k] and "." not in self.low[group.j : k]

    def _names_follow(self, k: int) -> bool:
        """ "Two people have been arrested, Karl Stern, 34, and Amina Yusuf, 33": a name with its age."""
        return any(group.i == k and group.names and group.ages for group in self.groups)

    def _read_term(self, clause: Clause, begin: int, edge: int) -> None:
        if clause.months is not None or not custody.NOT_CUSTODY.isdisjoint(self.low[clause.at : clause.head]):
            return  # "placed on probation for three years"
        start = clause.head if clause.rule == "term" else begin
        months, stop = custody.term(self.doc, start, min(edge, start + 30))
        if months is None:
            return
        many = len(clause.groups) > 1 or any(group.plural for group in clause.groups)
        each = custody.respective(self.doc, start, min(edge, start + 30)) if many else None
        if each and (len(each) == len(clause.groups) or (len(each) > 1 and len(clause.groups) == 1)):
            clause.j, clause.each = max(clause.j, self.low.index("respectively", start) + 1), each
            return
        if custody.consecutive(self.doc, start, min(edge, start + 60)):
            total, stop = custody.together(self.doc, start, min(edge, start + 60))
            months = total or months
        if self._together(clause, months, stop):
            clause.j = max(clause.j, stop)
            return
        clause.months, clause.j = months, max(clause.j, stop)

    def _gapped(self) -> None:
        """ "A was given 11 years, B ten and C seventeen": terms behind names alone, after one with its verb."""
        for clause in [clause for clause in self.found if clause.statuses == ["sentenced"] and clause.months]:
            at = self.found.index(clause)
            unit = 1 if "months" in self.low[clause.at : clause.j] else 12
            taken = {id(group) for other in self.found for group in other.groups}
            for group in self.groups:
                single = group.count == 1 and (group.names or group.kind == "definite") and id(group) not in taken
                if group.i < clause.j or not single or self.low[group.i - 1] not in GAP_OPENS:
                    continue
                months, stop = self._gap_term(group.j, unit)
                if months:
                    at += 1
                    self.found.insert(
                        at, Clause(["sentenced"], [group], group.j, group.i, stop, self.end, "gapped", [], months)
                    )

    def _gapped_offences(self) -> None:
        """ "A is accused of theft and a woman of 61 of arson": offences behind people alone."""
        for clause in [clause for clause in self.found if clause.rule == "accused" or clause.statuses == ["convicted"]]:
            taken = {id(group) for other in self.found for group in other.groups}
            for group in self.groups:
                opens = group.i > clause.at and self.low[group.i - 1] in GAP_OPENS and id(group) not in taken
                single = group.names or (group.kind in ("new", "bare") and group.count)
                start = self._of_crime(group) if opens and single else None
                if start is None:
                    continue
                named, stop = offences.read(self.doc, start, self.end, frozenset(g.i for g in self.groups))
                if named and offences.likely(named, True):
                    statuses = list(clause.statuses)
                    made = Clause(statuses, [group], group.j, group.i, stop, self.end, "gapped", named)
                    self.found.insert(self.found.index(clause) + 1, made)

    def _gapped_places(self) -> None:
        """ "Two men were arrested in Hull and a woman in Goole": people with a place, behind a verb with its own."""
        for clause in [one for one in self.found if one.statuses[0] in TAKEN_AT and one.rule in ("passive", "active")]:
            taken = {id(group) for other in self.found for group in other.groups}
            for group in self.groups:
                if group.i <= clause.head or id(group) in taken or self.low[group.i - 1] not in GAP_OPENS:
                    continue
                counted = group.kind in ("new", "bare", "definite") and group.count and group.role == "person"
                counted = counted and (group.kind != "bare" or (group.count or 0) < YEARS)
                if not counted or not self._place_alone(group.j) or WHERE.isdisjoint(self.low[clause.head : group.i]):
                    continue
                shared = list(clause.offences) if clause.j > group.j else []  # told behind both
                made = Clause(list(clause.statuses), [group], group.j, group.i, group.j + 2, self.end, "gapped", shared)
                self.found.insert(self.found.index(clause) + 1, made)

    def _place_alone(self, k: int) -> bool:
        """Whether a place stands at token k, and no verb behind it."""
        if self.low[k : k + 1] == [] or self.low[k] not in WHERE or k + 1 >= self.end:
            return False
        for at in range(k + 1, self.end):
            if self.low[at] in (".", ";", ",", "on", "for") and at > k + 1:
                return True
            if self.low[at] in FINITE or self.low[at] in ("who", "which"):
                return False
        return True

    def _gap_term(self, k: int, unit: int) -> tuple[float | int | None, int]:
        """The term right behind a name: "six", "six years", ", six months"; a bare number has the unit told before."""
        k += self.low[k : k + 1] == [","]
        k += k < self.end and self.low[k] in ("got", "received")
        value = self.value(k)
        if value is None or value.i != k:
            return None, k
        if value.kind == "length":
            return custody.term(self.doc, k, min(self.end, value.j + 4))
        half = self.low[value.j : value.j + 3] == ["and", "a", "half"]
        behind = self.low[value.j + 3 * half : value.j + 3 * half + 1]
        alone = value.j + 3 * half >= self.end or behind[0] in GAP_ENDS
        if value.kind != "number" or not value.number or not alone or value.number > 60:
            return None, k
        return int((value.number + half / 2) * unit), value.j + 3 * half

    def _together(self, clause: Clause, months: float | int, stop: int) -> bool:
        """Whether a term is what several people got between them: "jailed for a total of 61 years"."""
        if (len(clause.groups) == 1 and clause.groups[0].count == 1) or "each" in self.low[clause.i : stop + 2]:
            return False
        between = "between" in self.low[max(self.i, clause.i - 4) : clause.at]
        long = months > custody.LONGEST and months != custody.LIFE
        return between or long or custody.shared(self.doc, clause.at, stop + 2 * (len(clause.groups) == 1))
