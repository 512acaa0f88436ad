"""Statements about people → facts: who "he" and "the other two" are, parts of wholes, and what is told twice."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from beatbook.facts.outcomes import Statement
from beatbook.facts.outcomes import find as statements
from beatbook.facts.people_parts import PARTICIPLES
from beatbook.grammar.clauses import Clause
from beatbook.grammar.people import Group
from beatbook.language.document import Doc
from beatbook.records import Fact
from beatbook.resolve.people import Entity, People
from beatbook.resolve.retold import MOST_BACK, Made, Retold

DONE_STATUS = PARTICIPLES | {"held": "arrested", "arrests": "arrested"}
CUSTODY = frozenset(("arrested", "detained"))
PREDICATE = frozenset("are is were was be been as".split())
RECENT = 6  # mentions back that "of them" reaches
NEAREST = 6  # wholes back that "the other two" may complete
MOST_WHOLES = 300  # numbers kept in mind


def find(doc: Doc) -> list[Fact]:
    """The outcomes of one release, in the order of the text."""
    return resolve(doc, statements(doc))


def resolve(doc: Doc, found: Iterable[Statement]) -> list[Fact]:
    """Facts from statements.

    Args:
        doc: the analysed release.
        found: its statements, in order.
    """
    resolver = _Resolver(doc)
    for statement in found:
        resolver.take(statement)
    return resolver.facts()


class _Resolver(People, Retold):
    """Walks through the statements with the people met so far."""

    def __init__(self, doc: Doc):
        People.__init__(self, doc)
        Retold.__init__(self)
        self.wholes: list[int] = []
        self.partition: int | None = None  # the whole that was last taken apart
        self.parts: dict[int, list[int]] = {}  # the numbers taken from each whole so far
        self.listed: dict[int, int] = {}  # the whole that the entries of a list are taken from, by its introduction
        self.counted: dict[str, list[int]] = {}  # stated numbers by status, for "of those arrested"
        self.known: dict[int, tuple[Entity, ...]] = {}  # whom the groups of this sentence mean, by id
        self.said: str | None = None  # the kind of person this sentence speaks of: "Of the men, two …"

    def take(self, statement: Statement) -> None:
        """One sentence: its mentions in order, and its clauses once their people are known."""
        self.known = {}
        kinds = [group for group in statement.groups if _says_who(group)]
        self.said = next((g.who for g in kinds if not g.i or self.doc.low[g.i - 1] not in PREDICATE), None)
        clauses = [clause for clause in statement.clauses if clause.groups]
        own = {id(group) for group in statement.groups}
        nominal = [group for clause in clauses for group in clause.groups if clause.nominal and id(group) not in own]
        told = {id(group) for clause in clauses for group in clause.groups}
        pending = 0
        divided = next((group.count for group in statement.groups if group.kind == "whole" and group.numbered), None)
        self.partition = divided or self.partition  # "Of the four, Stern was … and the other two …"
        for group in sorted(statement.groups + nominal, key=lambda g: g.i):
            while pending < len(clauses) and _precedes(clauses[pending], group):
                self._clause(clauses[pending], statement)
                pending += 1
            self._mention(group, statement, id(group) in told)
        for clause in clauses[pending:]:
            self._clause(clause, statement)

    def _mention(self, group: Group, statement: Statement, told: bool) -> None:
        """A group as it is met; ``told`` where a clause of its sentence is about it."""
        if id(group) in self.known or group.kind in ("nobody", "bare", "whole"):
            return
        if not told:
            predicate = bool(group.i) and not group.names and self.doc.low[group.i - 1] in PREDICATE
            if predicate or (statement.heading and group.kind != "name"):
                return  # "Four of them are members of a gang": no new people
        self._identify(group)

    def _identify(self, group: Group) -> tuple[Entity, ...]:
        """Whom a group means; they are the people spoken of last."""
        if id(group) not in self.known:
            self.tick += 1
            self.known[id(group)] = self._those_done(group) or self.meant(group, self.said)
        for entity in self.known[id(group)]:
            entity.seen = self.tick
        return self.known[id(group)]

    def _those_done(self, group: Group) -> tuple[Entity, ...]:
        """ "Those arrested": the largest number told to have been."""
        status = DONE_STATUS.get(self.doc.low[group.j - 1]) if group.kind == "pronoun" else None
        if status is None:
            return ()
        recent = self.made[-MOST_BACK:]
        told = [m for m in recent if m.fact.slots["statuses"] == [status] and len(m.entities) == 1]
        return max(told, key=lambda m: m.fact.slots["count"] or 0).entities if told else ()

    def _clause(self, clause: Clause, statement: Statement) -> None:
        """The facts of one clause: one for each of its groups that the text counts or names."""
        everybody: list[Entity] = []
        named = any(group.names for group in clause.groups)
        alike = _alike(clause)
        for group in clause.groups:
            if group.kind == "nobody":
                continue
            entities = self._identify(group)
            for entity in entities:
                entity.clause = len(self.made)
            everybody += entities
            if alike:
                if group is clause.groups[-1]:
                    self._emit(clause, clause.groups[0], tuple(everybody), statement)
            elif clause.each and len(entities) == len(clause.each):
                for entity, months in zip(entities, clause.each, strict=True):  # "They got two and three years"
                    self._emit(replace(clause, months=months), group, (entity,), statement)
            elif not self._announces(group, statement, named) and (entities or group.kind in ("bare", "whole")):
                self._emit(clause, group, entities, statement)
        if everybody:
            self.last = tuple(everybody)

    def _announces(self, group: Group, statement: Statement, named: bool) -> bool:
        """Whether a group only announces those told apart: "The following were arrested:", "The men, A and B,"."""
        if not group.plural or group.numbered:
            return False
        if named and not group.names and group.kind != "pronoun":
            return True
        uncounted = group.count is None and group.modifier == "exact" and group.kind in ("new", "definite")
        return uncounted and (self.doc.low[statement.sentence.j - 1] == ":" or "following" in group.words)

    # -- facts --------------------------------------------------------------------------------------------------------

    def _emit(self, clause: Clause, group: Group, entities: tuple[Entity, ...], statement: Statement) -> None:
        """The fact of one group of a clause, unless it has been told."""
        if group.kind == "whole" and not group.numbered:
            return
        count, modifier = self._number(group, entities)
        whole = self._of_count(group, clause, statement, group.less + 1 if group.less else count)
        if group.less and count is None and whole:
            count = whole - group.less
        named = list(dict.fromkeys([*(self._told_offences(entities) if clause.same else []), *clause.offences]))
        slots: dict[str, Any] = {
            "statuses": list(dict.fromkeys(clause.statuses)),
            "count": count,
            "modifier": modifier,
            "who": self._who(group, entities),
        }
        filled = {
            "of_count": whole,
            "ages": self._new_ages(entities, count),
            "offences": named,
            "names": [entity.name for entity in entities if entity.name],
            "sentence_months": clause.months,
        }
        slots |= {name: value for name, value in filled.items() if value not in (None, [])}
        i = group.i if clause.i < group.i < clause.j and len(clause.groups) > 1 else clause.i
        start, end = self.doc.span(min(i, clause.j - 1), clause.j)
        fact = Fact("outcomes", slots, start, end, clause.rule)
        self._point(fact, group, entities)
        if group.names and group.i >= clause.j:  # "Three men are charged with theft: Karl Stern, 34, …"
            fact.where["offences"] = (fact.start, fact.end)
            fact.start, fact.end = self.doc.span(group.i, group.j)
        if self._only_says_which(clause, group):
            return  # "The four who were arrested" were told before
        made = Made(
            fact,
            entities,
            statement.heading,
            statement.lead,
            group.distinct or statement.apart,
            alone=len(clause.groups) == 1,
            noun=self.doc.low[clause.head - 1] if clause.nominal else "",
        )
        if not self._told(made):
            self._keep(made)
        if count and count > 1 and whole is None:
            self.counted.setdefault(clause.statuses[0], []).append(count)
        stated = group.count is not None or any(entity.count for entity in entities)  # not only told by their ages
        if count and stated and (group.kind == "whole" or clause.nominal or count > 1):
            self.wholes.append(count)

    def _only_says_which(self, clause: Clause, group: Group) -> bool:
        """Whether a clause only says which people are meant: "the four who were arrested", "the three held in Kent"."""
        the = group.kind == "definite" and group.numbered and self.doc.low[group.i] in ("the", "those")
        reduced = the and clause.rule == "bare" and clause.at == group.j
        if not (clause.restrictive or reduced):
            return False
        custody = reduced and clause.statuses[0] in CUSTODY
        return any(
            made.fact.slots["statuses"] == clause.statuses or (custody and made.fact.slots["statuses"][0] in CUSTODY)
            for made in self.made[-MOST_BACK:]
        )

    def _told_offences(self, entities: tuple[Entity, ...]) -> list[str]:
        """The offences of "both charges" or "the same offence": what these people, else others, were told to face."""
        told = [made for made in self.made[-MOST_WHOLES:] if made.fact.slots.get("offences")]
        own = [made for made in told if any(entity in made.entities for entity in entities)]
        return list((own or told)[-1].fact.slots["offences"]) if told else []

    def _point(self, fact: Fact, group: Group, entities: tuple[Entity, ...]) -> None:
        """Where the text gives ages and numbers that stand outside the clause."""
        if not entities:
            return
        spoken = (min(e.span[0] for e in entities), max(e.span[1] for e in entities))
        if fact.slots.get("ages"):
            fact.where["ages"] = self.doc.span(group.i, group.j) if group.ages else spoken
        if fact.slots["modifier"] == "vague":
            fact.where["modifier"] = self.doc.span(group.i, group.j)  # "Several were interviewed and released"
        if not group.numbered and (fact.slots["count"] or 0) > 1:
            fact.where["count"] = spoken

    def _number(self, group: Group, entities: tuple[Entity, ...]) -> tuple[int | None, str]:
        """How many people a group means, and the number's modifier."""
        count, modifier = group.count, group.modifier
        unsaid = (count is None and modifier != "vague") or group.kind in ("pronoun", "carried") or len(entities) > 1
        if entities and unsaid:
            counts = [entity.count for entity in entities if entity.count is not None]
            count = sum(counts) if len(counts) == len(entities) else None
            modifier = entities[0].modifier if len(entities) == 1 else modifier
        if count is None and group.plural and len(group.ages) > 1 and all(age.isdecimal() for age in group.ages):
            count = len(group.ages)  # "the men, aged 24 and 31"
        return count, modifier

    @staticmethod
    def _new_ages(entities: tuple[Entity, ...], count: int | None) -> list[str]:
        """The ages that no fact has given yet: they stand on a person's first."""
        ages: list[str] = []
        for entity in entities:
            if entity.ages and not entity.aged:
                ages += entity.ages
                entity.aged = True
        if len(entities) != 1:
            return ages
        return [] if count is not None and len(ages) > count else list(dict.fromkeys(ages))

    def _who(self, group: Group, entities: tuple[Entity, ...]) -> str:
        if len(entities) > 1:
            kinds = {entity.who or "person" for entity in entities}
            return kinds.pop() if len(kinds) == 1 else "person"
        if entities and entities[0].who and (group.who is None or group.kind in ("pronoun", "definite")):
            return entities[0].who
        return group.who or (self.said if group.kind == "bare" else None) or "person"

    # -- parts --------------------------------------------------------------------------------------------------------

    def _of_count(self, group: Group, clause: Clause, statement: Statement, count: int | None) -> int | None:
        """The number that a group's count is part of, where the text says that it is part of one."""
        if group.kind == "whole":
            return None
        if group.kind == "rest":
            return self._rest_of(count, clause.statuses)
        meant = clause.groups if _alike(clause) else [group]
        listed = clause.rule == "elliptic"  # "… and a further two for theft": one more part in a list of them
        if (group.distinct and not listed) or not any(id(other) in statement.parts for other in meant):
            return None
        whole = group.whole if group.whole is not None else statement.whole
        intro = statement.sentence.intro
        if whole == 0 and intro in self.listed:
            whole = self.listed[intro]
        elif not whole:
            whole = self._meant_whole(group, statement, count)
        if statement.whole == 0:
            statement.whole = whole
            if whole is None:
                statement.parts.clear()
            elif intro is not None:
                self.listed[intro] = whole
        if whole is not None:
            self.partition = whole
            self.parts.setdefault(whole, []).append(count or 0)
            if whole not in self.wholes[-1:]:
                self.wholes.append(whole)
        return whole if whole != count else None

    def _rest_of(self, count: int | None, statuses: list[str]) -> int | None:
        """What "the other two" are taken from: the whole that was last taken apart, or that their number completes."""
        if count is None:
            return None
        fitting = [n for n in reversed(self.wholes[-MOST_WHOLES:]) if n > count]
        if self.partition and self.partition > count:
            fitting.insert(0, self.partition)
        completed = (n for n in fitting[:NEAREST] if self._completed(n, count, statuses))
        exact = (n for n in fitting[:4] if n - count in self.wholes[-3:])
        whole = next(completed, self.partition if self.partition in fitting else next(exact, None))
        whole = whole or (fitting[0] if fitting else None)
        if whole:
            self.parts.setdefault(whole, []).append(count)
        return whole

    def _completed(self, whole: int, count: int, statuses: list[str]) -> bool:
        """Whether "the other ``count``" are what its parts, or the people told apart so far, leave of a whole."""
        parts = self.parts.get(whole, [])
        if whole - count in parts or (parts and sum(parts) + count == whole):
            return True
        alike = [made.fact.slots for made in self.made[-MOST_BACK:] if made.fact.slots["statuses"] == statuses]
        apart = [slots["count"] or 0 for slots in alike if "of_count" not in slots and slots["count"] != whole]
        return len(apart) > 1 and sum(apart) + count == whole

    def _meant_whole(self, group: Group, statement: Statement, count: int | None) -> int | None:
        """The number behind "of them", "of those arrested": of people of that status, or the group spoken of last."""
        words = self.doc.low[group.i + 1 : group.j] + self.doc.low[max(0, statement.done) : statement.done + 1]
        done = next((word for word in words if word in DONE_STATUS), "")
        stated = [n for n in self.counted.get(DONE_STATUS.get(done, ""), ()) if count is None or n >= count]
        if stated:
            return max(stated)
        if not done and count:
            groups = [e for e in self.entities if e.plural and (e.count or 0) > count and e.role == "person"]
            newest = max(groups, key=lambda e: e.seen, default=None)
            if newest and self.tick - newest.seen < RECENT:
                return newest.count
        return next((n for n in reversed(self.wholes[-MOST_WHOLES:]) if count is None or n > count), None)


def _says_who(group: Group) -> bool:
    return group.who is not None and group.kind in ("new", "definite", "whole") and group.role == "person"


def _precedes(clause: Clause, group: Group) -> bool:
    """Whether a clause and its people stand before a group."""
    return clause.at < group.i and max(other.i for other in clause.groups) < group.i


def _alike(clause: Clause) -> bool:
    """Singles of one kind told in one breath are counted together: "a Leeds man and a Hull man were charged"."""
    groups = clause.groups
    return len(groups) > 1 and all(
        group.count == 1 and not group.names and group.kind in ("new", "definite") and group.who == groups[0].who
        for group in groups
    )
