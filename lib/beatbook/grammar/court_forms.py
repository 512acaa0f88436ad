"""What courts and prosecutors do to people: terms imposed, sentences handed down, charges against them."""

from beatbook.grammar import custody, offences
from beatbook.grammar.clause_base import Clause
from beatbook.grammar.offence_words import PLAIN_CHARGES
from beatbook.grammar.people import Group
from beatbook.grammar.state_forms import StateForms
from beatbook.grammar.triggers import Trigger
from beatbook.grammar.verbgroups import FINITE, verb_group

UPON = frozenset("on to upon".split())
SENTENCE = frozenset("sentence sentences term terms imprisonment jail punishment".split())
IMPOSED_REACH = 16  # tokens from the verb to whom a term is imposed on
IMPOSING = frozenset("imposed handed given passed awarded".split())
WARRANTS = frozenset(("warrant", "warrants"))
STANDING = frozenset("stand stands standing".split())
LEAST = frozenset("minimum least before two-thirds".split())
HAVING = frozenset("has have had".split())
OWNED = frozenset("his her their".split())
PENDING = frozenset("active outstanding open unexecuted live pending force out issued active".split())
ENDS = frozenset(", . ; and while but".split())
FAILED = frozenset("failed failing absconded skipped jumped".split())
ISSUED = frozenset("issued signed obtained out granted active".split())
CHARGES = frozenset("charge charges count counts".split())
ACCUSATIONS = CHARGES | frozenset(
    "indictment indictments complaint complaints information summons summonses chargesheet chargesheets "
    "charge-sheet".split()
)
BROUGHT = frozenset(
    "filed laid brought approved authorised authorized preferred announced unsealed returned lodged issued handed "
    "obtained criminal federal superseding sealed".split()
)
DROPPED = frozenset("dropped dismissed no withdrawn dismiss drop discontinued withdraw pending considered".split())
BEFORE_CHARGE = frozenset("a an the one further additional more holding of".split())
BROUGHT_BEHIND = 7  # tokens from the accused to "was unsealed"
CHARGE_REACH = 24  # tokens from a charge to "against"


class CourtForms(StateForms):
    """Forms of ``outcomes.csv``: "imposed", "accused", "laid", "numbered"; what courts add to "term" and "agentive"."""

    def _term(self, t: Trigger) -> Clause | None:
        """A term that somebody gets, or that a court imposes on people told behind it."""
        if self.low[t.at] == "will" and not LEAST.isdisjoint(self.low[t.j : t.j + 9]):
            return None  # "will serve a minimum of 21 years": part of a sentence told before
        return (self._imposed(t) if self.low[t.at] in IMPOSING else None) or super()._term(t)

    def _imposed(self, t: Trigger) -> Clause | None:
        """ "imposed terms of 97 months on A and 51 months on B", "Sentences were meted out to four men"."""
        verb = verb_group(self.doc, t.at, self.i)
        if verb.void:
            return None
        made = self._upon(t, t.j, verb.start)
        if made is None:
            return None
        k = made.j
        while (following := self._upon(t, k, k)) and following.months is not None:
            self.found.append(made)
            made, k = following, following.j
        return made

    def _upon(self, t: Trigger, k: int, start: int) -> Clause | None:
        """The clause of a term that is imposed on people behind token k; the verb group starts at ``start``."""
        for at in range(k, min(self.end - 1, k + IMPOSED_REACH)):
            word = self.low[at]
            if word in (";", "."):
                return None
            if word not in UPON:
                continue
            people = [group for group in self.subjects.after(at + 1, 1) if group.role == "person"]
            if not people or not all(self._specific(group) or group.names for group in people):
                continue
            months, _ = custody.term(self.doc, k, at)
            first = start
            if months is None and start < k:
                first, months = self._told_before_verb(start)
            named = not SENTENCE.isdisjoint(self.low[max(self.i, start - 8) : at])
            if months is None and not named:
                return None
            made = self._make(t, people, min(first, people[0].i), people[-1].j, "imposed")
            if made and not (months and self._together(made, months, made.j)):
                made.months = months
            return made
        return None

    def _told_before_verb(self, start: int) -> tuple[int, float | int | None]:
        """Where a term before the verb group begins, and the term: "A five-year sentence was handed to …"."""
        first = max(self.i, start - 10)
        months, _ = custody.term(self.doc, first, start)
        while months is not None and first + 1 < start and custody.term(self.doc, first + 1, start)[0] == months:
            first += 1
        return (start if months is None else first), months

    def _accused(self, t: Trigger) -> Clause | None:
        """ "is accused of theft": what the police say that somebody has done."""
        verb = verb_group(self.doc, t.at, self.i)
        if verb.void or not verb.be or not (verb.present or not STANDING.isdisjoint(self.low[verb.start : t.at])):
            return None
        starts = frozenset(group.i for group in self.groups if group.i > t.j)
        named, _ = offences.read(self.doc, t.j, self.end, starts)
        standing = not STANDING.isdisjoint(self.low[verb.start : t.at])  # said of nothing but crimes
        if not named or not (standing or offences.likely(named)):
            return None
        people = self._fit(self.subjects.before(verb.start, verb.number, False, self.inherited, self.last), t.status)
        people = [group for group in people if group.role == "person" and _newly_told(group)]
        return self._make(t, people, people[0].i, t.j, "accused") if people else None

    def _laid(self, t: Trigger) -> Clause | None:
        """ "approved charges of mischief against both men", "a murder charge against a man of 30"."""
        charge = self._accusation(t.at)
        if charge is None or self._planned(charge) or self._negated(charge):
            return None
        people = self._fit(self.subjects.after(t.j, 1), t.status)
        behind = self.low[people[-1].j : people[-1].j + BROUGHT_BEHIND] if people else []
        if self.low[charge] not in CHARGES and not self._brought(charge, t.at, behind):
            return None
        if not people and self.low[t.j : t.j + 1] in (["both"], ["each"]):
            people = [Group(t.j, t.j + 1, "carried")]  # those spoken of last
        if people and not DROPPED.isdisjoint(self.low[people[-1].j : people[-1].j + 5]):
            return None
        told = people and all(self._specific(group) or group.names for group in people)
        both = len(people) == 1 and self.low[people[0].i] in ("both", "each")
        if not told and not both:
            return None
        made = self._make(t, people, charge, people[-1].j, "laid")
        if made and self.low[charge] in CHARGES:
            made.offences = self._laid_offences(charge, t.at)
        return made

    def _accusation(self, at: int) -> int | None:
        """The charge or indictment that somebody made before "against" at token ``at``."""
        for k in range(at - 1, max(self.i, at - CHARGE_REACH) - 1, -1):
            word = self.low[k]
            if word in ACCUSATIONS:
                return k if DROPPED.isdisjoint(self.low[max(self.i, k - 6) : at]) else None
            if word in (";", "."):
                return None
        return None

    def _brought(self, charge: int, at: int, behind: list[str]) -> bool:
        """Whether a document is said to be brought, before "against" at token ``at`` or by the passive behind."""
        if not BROUGHT.isdisjoint(self.low[max(self.i, charge - 6) : at]):
            return True
        passive = next((k for k, word in enumerate(behind) if word in FINITE), None)
        return passive is not None and not BROUGHT.isdisjoint(behind[passive:])

    def _laid_offences(self, charge: int, end: int) -> list[str]:
        """The offences named between a charge and "against", or before it."""
        if self.low[charge + 1 : charge + 2] == ["of"]:
            return offences.read(self.doc, charge + 2, end)[0]
        start = charge
        while start > self.i and self.low[start - 1].isalpha() and self.low[start - 1] not in BEFORE_CHARGE:
            start -= 1
        named, _ = offences.read(self.doc, start, charge)
        return named if offences.likely(named, True) and not PLAIN_CHARGES.issuperset(named[0].split()) else []

    def _numbered(self, t: Trigger) -> Clause | None:
        """ "nine were warned": a status only of people who are counted, with nothing behind that they are told."""
        behind = self.low[t.j : t.j + 1]
        made = self._part(t) if not behind or behind[0] in ENDS else None
        return made if made and all(group.numbered and group.count for group in made.groups) else None

    def _agentive(self, t: Trigger) -> Clause | None:
        """ "Warrants are out for two men"; "a warrant was issued for his arrest", who did not come."""
        warrant = not WARRANTS.isdisjoint(self.low[t.at : t.j])
        return super()._agentive(t) or (self._missed(t) if warrant else None)

    def _sentence(self, t: Trigger) -> Clause | None:
        """ "His sentence is two years": a term told as somebody's."""
        months, stop = custody.term(self.doc, t.j, min(self.end, t.j + 8))
        whose = next((group for group in reversed(self.groups) if group.j <= t.at), None)
        own = self.low[t.at - 1] in OWNED if t.at > self.i else False
        owner = whose is not None and bool(whose.names) and whose.j == t.at - 1 and self.low[t.at - 1] == "'s"
        if months is None or not LEAST.isdisjoint(self.low[t.j : stop]) or not (own or owner):
            return None
        near = own and whose is not None and whose.i == t.at - 1
        people = [whose] if whose and (owner or near) else self.inherited or [Group(t.at - 1, t.at, "carried", 1)]
        made = self._make(t, people, people[0].i, stop, "sentence")
        if made:
            made.months = months
        return made

    def _missed(self, t: Trigger) -> Clause | None:
        """A warrant or notice that tells who is wanted."""
        return self._has_warrant(t) or self._warrant_for(t) or self._warrant_after(t)

    def _has_warrant(self, t: Trigger) -> Clause | None:
        """ "Six more people have active warrants", "for whom a kidnapping warrant had been outstanding"."""
        for k in range(t.at - 1, max(self.i, t.at - 6) - 1, -1):
            if self.low[k] in HAVING and not PENDING.isdisjoint(self.low[k : t.at]):
                verb = verb_group(self.doc, k, self.i)
                plural = None if self.low[k] == "had" else "many" if self.low[k] == "have" else "one"
                people = [] if verb.void else self.subjects.before(k, plural, False, self.inherited, self.last)
                people = [group for group in self._fit(people, t.status) if self._specific(group) or group.names]
                return self._make(t, people, people[0].i, t.j, "warrant") if people else None
            if self.low[k] == "whom" and self.low[k - 1] in ("for", "against"):
                people = self._fit(self.subjects._antecedent(k, None), t.status)
                if PENDING.isdisjoint(self.low[t.j : t.j + 6]) or not people:
                    return None
                made = self._make(t, people, k - 1, t.j, "warrant")
                if made:
                    made.offences = self._laid_offences(t.at, t.at)
                return made
        return None

    def _warrant_for(self, t: Trigger) -> Clause | None:
        """ "A look-out circular is in force against one more accused", "A red notice is out for two men"."""
        for k in range(t.j, min(self.end - 1, t.j + 8)):
            if self.low[k] in ("for", "against") and not PENDING.isdisjoint(self.low[max(self.i, t.at - 4) : k]):
                people = self._fit(self.subjects.after(k + 1, 0), t.status)
                if len(people) == 2 and people[1].names and self.low[people[0].j : people[1].i] == [","]:
                    people = people[1:]  # "one more accused, Karl Stern"
                told = people and all(
                    group.role == "person" and (self._specific(group) or group.names) for group in people
                )
                return (
                    self._make(t, people, t.at, people[-1].j, "warrant") if told and not self._negated(t.at) else None
                )
            if self.low[k] in (".", ";", ","):
                return None
        return None

    def _warrant_after(self, t: Trigger) -> Clause | None:
        """ "He failed to turn up and a warrant was issued for his arrest": wanted since then."""
        before = self.low[self.i : t.at]
        if FAILED.isdisjoint(before) or ISSUED.isdisjoint(self.low[max(self.i, t.at - 4) : t.j + 4]):
            return None
        failed = next(k for k in range(self.i, t.at) if self.low[k] in FAILED)
        people = self.subjects.before(failed, None, False, self.inherited, self.last)
        return self._make(t, people, people[0].i, t.j, "warrant") if people else None


def _newly_told(group: Group) -> bool:
    """Whether a group is met here for the first time; what somebody known "is accused of" retells the charge."""
    if group.names:
        return bool(group.ages)
    return group.kind in ("new", "bare", "rest") and (group.numbered or group.count == 1)
