"""Statements about people → facts: who "he", "both" and "the other two" are, parts of wholes, and what is told twice."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from beatbook.facts.outcomes import Statement, find as statements
from beatbook.grammar.clauses import Clause
from beatbook.grammar.people import Group
from beatbook.language.document import Doc
from beatbook.records import Fact

MALE, FEMALE = frozenset(("man", "boy")), frozenset(("woman", "girl"))
NEAR = 30  # mentions back that a pronoun reaches


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody the release speaks of, or several counted together."""

    count: int | None
    who: str | None
    role: str
    modifier: str = "exact"
    plural: bool = False
    ages: tuple[str, ...] = ()
    name: str | None = None
    words: frozenset[str] = frozenset()
    seen: int = 0
    clause: int = -1
    aged: bool = False  # the ages stand on its first fact
    distinct: bool = False
    span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Made:
    """A fact with what decides whether another tells the same."""

    fact: Fact
    entities: tuple[Entity, ...]
    heading: bool
    lead: bool
    distinct: bool
    at: int
    dropped: bool = False
    alone: bool = True  # the clause has no other group
    either: bool = False


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


class _Resolver:
    """Walks through the statements with the people met so far."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.entities: list[Entity] = []
        self.by_name: dict[str, Entity] = {}
        self.made: list[Made] = []
        self.tick = 0
        self.wholes: list[int] = []
        self.partition: int | None = None  # the whole that was last taken apart
        self.counted: dict[str, list[int]] = {}  # stated numbers by status, for "of those arrested"
        self.last: tuple[Entity, ...] = ()  # the people of the clause before

    # -- statements ---------------------------------------------------------------------------------------------------

    def take(self, statement: Statement) -> None:
        """One sentence: its mentions in order, and its clauses once their people are known."""
        meant: dict[int, tuple[Entity, ...]] = {}
        clauses = [clause for clause in statement.clauses if clause.groups]
        pending = 0
        sentence_who = next((group.who for group in statement.groups if group.who and group.kind in ("new", "definite", "whole")
                             and group.role == "person"), None)
        nominal = [group for clause in clauses for group in clause.groups if clause.nominal]
        marks = sorted(statement.groups + [g for g in nominal if all(g is not other for other in statement.groups)], key=lambda g: g.i)
        for group in marks:
            while pending < len(clauses) and max(g.i for g in clauses[pending].groups) < group.i and clauses[pending].at < group.i:
                self._clause(clauses[pending], statement, meant, sentence_who)
                pending += 1
            self._mention(group, statement, meant, sentence_who)
        for clause in clauses[pending:]:
            self._clause(clause, statement, meant, sentence_who)

    def _mention(self, group: Group, statement: Statement, meant: dict[int, tuple[Entity, ...]], who: str | None) -> None:
        if id(group) in meant or group.kind in ("nobody",) or group.kind in ("bare", "whole"):
            return
        if group.i and self.doc.low[group.i - 1] in ("are", "is", "were", "was", "be", "been", "as") and not any(
                group in clause.groups for clause in statement.clauses):
            return  # "Four of them are members of a gang": no new people
        if statement.heading and group.kind not in ("name",) and not any(group in clause.groups for clause in statement.clauses):
            return
        self.tick += 1
        meant[id(group)] = self._who_is(group, who)
        for entity in meant[id(group)]:
            entity.seen = self.tick

    def _clause(self, clause: Clause, statement: Statement, meant: dict[int, tuple[Entity, ...]], who: str | None) -> None:
        clause_entities: list[Entity] = []
        names = sum(bool(group.names) for group in clause.groups)
        alike = self._alike(clause)
        for group in clause.groups:
            if group.kind == "nobody":
                continue
            if id(group) not in meant:
                self.tick += 1
                meant[id(group)] = self._who_is(group, who)
            entities = meant[id(group)]
            for entity in entities:
                entity.seen = self.tick
                entity.clause = len(self.made)
            clause_entities += entities
            if alike and group is not clause.groups[-1]:
                continue
            if alike:
                self._emit(clause, clause.groups[0], tuple(clause_entities), statement, who)
                continue
            if group.plural and not group.numbered and group.count is None and group.modifier == "exact" and group.kind in ("new", "definite") and (
                    self.doc.low[statement.sentence.j - 1] == ":" or "following" in group.words):
                continue  # "The following people were arrested:"
            if names and not group.names and group.plural and not group.numbered and group.kind != "pronoun":
                continue  # "The men, A and B, were …": no number is stated
            if entities or group.kind in ("bare", "whole"):
                self._emit(clause, group, entities, statement, who)
        if clause_entities:
            self.last = tuple(clause_entities)

    @staticmethod
    def _alike(clause: Clause) -> bool:
        """Singles of one kind told in one breath are counted together: "a Leeds man and a Hull man, 41, were charged"."""
        groups = clause.groups
        return len(groups) > 1 and all(
            group.count == 1 and not group.names and group.kind in ("new", "definite") and group.who == groups[0].who for group in groups)

    # -- whom a group means -------------------------------------------------------------------------------------------

    def _who_is(self, group: Group, who: str | None) -> tuple[Entity, ...]:
        if group.kind == "definite" and group.names and group.names[0] not in self.by_name:
            entity = self._definite(group)[0]
            if not entity.name:
                entity.name = group.names[0]
                self.by_name[entity.name] = entity
                return (entity,)
        if group.kind == "name" or group.names:
            return (self._named(group),)
        if group.kind == "carried":
            return self.last
        if group.kind == "pronoun":
            return self._pronoun(group)
        if group.kind == "definite":
            return self._definite(group)
        if group.kind == "rest":
            return self._rest(group)
        if group.kind in ("bare", "whole"):
            known = self._counted(group) if group.kind == "whole" or group.partitive and False else None
            return (known or self._new(group, group.who or who),)
        return self._again(group) or (self._new(group, group.who),)

    def _new(self, group: Group, who: str | None) -> Entity:
        entity = Entity(group.count, who, group.role, group.modifier, group.plural or (group.count or 0) > 1, group.ages,
                        group.names[0] if group.names else None, group.words, self.tick, distinct=group.distinct,
                        span=self.doc.span(group.i, group.j))
        self.entities.append(entity)
        if entity.name:
            self.by_name[entity.name] = entity
        return entity

    def _named(self, group: Group) -> Entity:
        name = group.names[0]
        entity = self.by_name.get(name)
        if entity is None and (group.ages or group.kind == "definite"):
            entity = next((other for other in reversed(self.entities[-12:]) if other.name is None and other.count == 1 and not other.distinct
                           and other.role == "person" and (
                group.ages and other.ages == group.ages and _compatible(other.who, group.who))), None)
            if entity:
                entity.name = name
                self.by_name[name] = entity
        if entity is None:
            return self._new(group, group.who)
        entity.ages = entity.ages or group.ages
        entity.words |= group.words
        if group.who and entity.who in (None, "person"):
            entity.who = group.who
        return entity

    def _again(self, group: Group) -> tuple[Entity, ...] | None:
        """An indefinite group that repeats one: the same ages, "A 16-year-old boy" again."""
        if group.distinct or not group.ages or group.role != "person":
            return None
        for entity in reversed(self.entities):
            if entity.ages == group.ages and entity.count == group.count and _compatible(entity.who, group.who) and not entity.name:
                return (entity,)
        return None

    def _definite(self, group: Group) -> tuple[Entity, ...]:
        candidates = [e for e in reversed(self.entities) if self._fits(e, group)]
        if group.ages:
            aged = [e for e in candidates if e.ages == group.ages]
            if aged:
                return (aged[0],)
            candidates = [e for e in candidates if not e.ages]
        if candidates and self.doc.low[group.i] == "all" and group.count is None:
            return (self._update(max(candidates, key=lambda e: (e.count or 0, e.seen)), group),)
        if candidates:
            said = group.words
            best = max(candidates, key=lambda e: (len(said & e.words), e.seen))
            if len(said & best.words) or not (said - _NOUNS):
                return (self._update(best, group),)
            if group.count == 1 and not group.ages and len(candidates) == 1:
                return (self._update(best, group),)
        if group.count != 1:
            union = self._union(group.count, group.who)
            if union:
                return union
        return (self._new(group, group.who),)

    def _update(self, entity: Entity, group: Group) -> Entity:
        if group.ages and not entity.ages:
            entity.ages = group.ages
        if group.who and entity.who in (None, "person"):
            entity.who = group.who
        entity.words |= group.words
        return entity

    def _fits(self, entity: Entity, group: Group) -> bool:
        if entity.role != group.role and ("agent" in (entity.role, group.role) or entity.role == "other"):
            return False
        if group.count is not None and entity.count != group.count:
            return False
        if group.count is None and group.plural and not entity.plural:
            return False
        return _compatible(entity.who, group.who)

    def _pronoun(self, group: Group) -> tuple[Entity, ...]:
        if group.count == 1:
            return self._single(group)
        if group.count is None:
            pairs = [e for e in self.entities if e.plural and e.role != "agent" and self.tick - e.seen < NEAR]
            newest = max(pairs, key=lambda e: e.seen, default=None)
            several = len(self.last) > 1 or bool(self.last) and self.last[0].plural
            if several and (newest is None or max(e.seen for e in self.last) >= newest.seen):
                return tuple(dict.fromkeys(self.last))
            if newest:
                return (newest,)
            return self._union(None, group.who) or ()
        counted = [e for e in self.entities if e.count == group.count and e.role != "agent" and _compatible(e.who, group.who)]
        newest = max(counted, key=lambda e: e.seen, default=None)
        union = self._union(group.count, group.who)
        if union and (newest is None or min(e.seen for e in union) > newest.seen):
            return union
        if newest:
            return (newest,)
        if union:
            return union
        return (self._new(group, group.who),)

    def _single(self, group: Group) -> tuple[Entity, ...]:
        wanted = MALE if group.who == "man" else FEMALE
        fitting = [e for e in self.entities if e.count == 1 and e.role not in ("other",) and self.tick - e.seen < NEAR and (
            e.who in wanted or e.who in (None, "person", "child"))]
        if not fitting:
            return ()
        people = [e for e in fitting if e.role == "person"] or fitting
        best = max(people, key=lambda e: e.seen)
        if best.who in (None, "person"):
            best.who = group.who
        elif best.who == "child":
            best.who = "boy" if group.who == "man" else "girl"
        return (best,)

    def _union(self, count: int | None, who: str | None) -> tuple[Entity, ...]:
        """The people mentioned last who add up to a number: "both", "all three", "the two men"."""
        people = sorted((e for e in self.entities if e.role == "person" and e.count and _compatible(e.who, who) and self.tick - e.seen < NEAR
                         and (who in (None, "person") or e.who not in (None, "person"))),
                        key=lambda e: e.seen, reverse=True)
        if count is None:
            recent = [e for e in people if e in self.last]
            return tuple(recent[::-1]) if len(recent) > 1 else ()
        total, taken = 0, []
        for entity in people:
            if total + entity.count > count:
                break
            taken.append(entity)
            total += entity.count
            if total == count:
                return tuple(reversed(taken)) if len(taken) > 1 else (entity,)
        return ()

    def _rest(self, group: Group) -> tuple[Entity, ...]:
        return (self._new(group, group.who or self._whole_who(group)),)

    def _whole_who(self, group: Group) -> str | None:
        whole = next((e for e in reversed(self.entities) if (e.count or 0) > (group.count or 0) and e.who), None)
        return whole.who if whole else None

    def _counted(self, group: Group) -> Entity | None:
        return next((e for e in reversed(self.entities) if group.count and e.count == group.count and _compatible(e.who, group.who)), None)

    # -- facts --------------------------------------------------------------------------------------------------------

    def _emit(self, clause: Clause, group: Group, entities: tuple[Entity, ...], statement: Statement, who: str | None) -> None:
        if group.kind == "whole" and not group.numbered:
            return
        count, modifier = group.count, group.modifier
        if entities and (count is None and modifier != "vague" or group.kind in ("pronoun", "carried") or len(entities) > 1):
            counts = [e.count for e in entities]
            count = sum(counts) if all(c is not None for c in counts) else None
            if len(entities) == 1:
                modifier = entities[0].modifier
        whole = self._of_count(group, clause, statement, count)
        slots: dict[str, Any] = {"statuses": list(dict.fromkeys(clause.statuses)), "count": count, "modifier": modifier,
                                 "who": self._who(group, entities, who)}
        if whole is not None:
            slots["of_count"] = whole
        ages: list[str] = []
        for entity in entities:
            if entity.ages and not entity.aged:
                ages += entity.ages
                entity.aged = True
        if ages and not (len(entities) == 1 and count is not None and len(ages) > count):
            slots["ages"] = list(dict.fromkeys(ages)) if len(entities) == 1 else ages
        if clause.offences:
            slots["offences"] = clause.offences
        names = [e.name for e in entities if e.name]
        if names:
            slots["names"] = names
        if clause.months is not None:
            slots["sentence_months"] = clause.months
        i = group.i if clause.i < group.i < clause.j and len(clause.groups) > 1 else clause.i
        start, end = self.doc.span(min(i, clause.j - 1), clause.j)
        fact = Fact("outcomes", slots, start, end, clause.rule)
        if slots.get("ages"):
            inside = bool(group.ages)
            fact.where["ages"] = self.doc.span(group.i, group.j) if inside else (
                min(e.span[0] for e in entities), max(e.span[1] for e in entities))
        if entities and not group.numbered and count and count > 1:
            fact.where["count"] = (min(e.span[0] for e in entities), max(e.span[1] for e in entities))
        made = Made(fact, entities, statement.heading, statement.lead, group.distinct or statement.apart, len(self.made), alone=len(clause.groups) == 1, either=clause.either)
        if not self._told(made, clause):
            self.made.append(made)
        if count and count > 1 and whole is None:
            self.counted.setdefault(clause.statuses[0], []).append(count)
        if count and (group.kind == "whole" or clause.nominal or count > 1):
            self.wholes.append(count)

    def _who(self, group: Group, entities: tuple[Entity, ...], who: str | None) -> str:
        if len(entities) > 1:
            kinds = {e.who or "person" for e in entities}
            return kinds.pop() if len(kinds) == 1 else "person"
        if entities and entities[0].who and (group.who is None or group.kind in ("pronoun", "definite")):
            return entities[0].who
        return group.who or (who if group.kind == "bare" else None) or "person"

    def _of_count(self, group: Group, clause: Clause, statement: Statement, count: int | None) -> int | None:
        if group.kind == "whole":
            return None
        if group.kind == "rest":
            if self.partition and count is not None and self.partition > count:
                return self.partition
            fitting = [n for n in reversed(self.wholes) if count is not None and n > count]
            exact = [n for n in fitting[:4] if n - (count or 0) in self.wholes[-3:]]
            return (exact or fitting or [None])[0]
        if not any(id(other) in statement.parts for other in clause.groups) or group.distinct:
            return None
        whole = group.whole if group.whole is not None else statement.whole
        if whole == 0 or whole is None:
            done = next((self.doc.low[k] for k in (group.j - 1, statement.done) if k >= 0 and self.doc.low[k] in DONE_STATUS), "")
            stated = [n for n in self.counted.get(DONE_STATUS.get(done, ""), ()) if count is None or n >= count]
            known = [n for n in reversed(self.wholes) if count is None or n > count]
            if not stated and not done:
                groups = [e for e in self.entities if e.plural and e.count and count and e.count > count and e.role == "person"]
                newest = max(groups, key=lambda e: e.seen, default=None)
                known = [newest.count] if newest and newest.count and self.tick - newest.seen < 6 else known
            whole = max(stated) if stated else known[0] if known else None
        if statement.whole == 0:
            statement.whole = whole
            if whole is None:
                statement.parts.clear()
        if whole is not None:
            self.partition = whole
            if whole not in self.wholes[-1:]:
                self.wholes.append(whole)
        return whole if whole != count else None

    # -- what is told twice -------------------------------------------------------------------------------------------

    def _told(self, made: Made, clause: Clause) -> bool:
        """Whether an earlier fact tells the same; it then takes on what this one adds."""
        new = made.fact.slots
        for old in reversed(self.made):
            slots = old.fact.slots
            if old.dropped or slots["statuses"] != new["statuses"] or slots.get("of_count") != new.get("of_count") and not (
                    old.heading or old.lead and not slots.get("of_count")):
                continue
            if not self._same_people(old, made):
                continue
            if not _offences_agree(slots.get("offences"), new.get("offences")) and not old.heading:
                continue
            if self._terms_differ(old, new):
                continue
            self._merge(old, made)
            return True
        return False

    @staticmethod
    def _terms_differ(old: Made, new: dict[str, Any]) -> bool:
        """Two different terms are two sentences, but a summary may round: "jailed for more than four years", 50 months."""
        a, b = old.fact.slots.get("sentence_months"), new.get("sentence_months")
        if not a or not b or a == b:
            return False
        return not (old.lead and not old.fact.slots.get("names") and abs(a - b) <= 12)

    def _same_people(self, old: Made, new: Made) -> bool:
        a, b = old.fact.slots, new.fact.slots
        if old.entities and set(map(id, old.entities)) == set(map(id, new.entities)):
            return True
        if new.distinct or old.distinct:
            return False
        if a.get("names") and b.get("names"):
            return set(a["names"]) == set(b["names"])
        if not _numbers_agree(a, b):
            return False
        if not _compatible(a["who"], b["who"]):
            return False
        ages = [sorted(a.get("ages") or _ages(old)), sorted(b.get("ages") or _ages(new))]
        if ages[0] and ages[1] and ages[0] != ages[1]:
            return False
        if old.heading or new.heading:
            return True
        if not old.alone and b.get("names"):
            return False
        if old.lead and not ages[0] and (ages[1] or not new.lead) and not self._named_facts(b):
            return True
        big = (a.get("count") or 0) >= 4 and not (ages[0] or ages[1])
        return big and a.get("count") == b.get("count")

    def _named_facts(self, slots: dict[str, Any]) -> list[Made]:
        return [m for m in self.made if m.fact.slots["statuses"] == slots["statuses"] and m.fact.slots.get("names")]

    def _merge(self, old: Made, new: Made) -> None:
        a, b = old.fact.slots, new.fact.slots
        exact = a.get("modifier") != "exact" and b.get("modifier") == "exact" and b.get("count") is not None
        if exact or a.get("count") is None and b.get("count") is not None:
            a["count"], a["modifier"] = b["count"], b["modifier"]
            old.fact.start, old.fact.end, old.fact.rule = new.fact.start, new.fact.end, new.fact.rule
            old.fact.where = new.fact.where
        richer = not a.get("offences") and b.get("offences") or old.heading and not new.heading
        if old.lead and a.get("sentence_months") and b.get("sentence_months"):
            a["sentence_months"] = b["sentence_months"]
            richer = True
        if richer:
            old.fact.start, old.fact.end, old.fact.rule = new.fact.start, new.fact.end, new.fact.rule
            old.fact.where = new.fact.where
            if b.get("offences") or not a.get("offences"):
                a["offences"] = b.get("offences") or a.get("offences") or []
        for slot in ("ages", "names", "sentence_months", "of_count"):
            if not a.get(slot) and b.get(slot):
                a[slot] = b[slot]
        if a["who"] == "person" and b["who"] != "person":
            a["who"] = b["who"]
        old.heading, old.lead = old.heading and new.heading, old.lead and new.lead
        old.entities = new.entities if old.heading is False and new.entities else old.entities

    def facts(self) -> list[Fact]:
        """The facts in the order of the text; a headline's sum of groups told apart below is dropped."""
        kept = []
        dead = {id(e) for m in self.made if m.fact.slots["statuses"] == ["killed"] for e in m.entities}
        for made in self.made:  # who died of it is told once
            if made.fact.slots["statuses"] == ["injured"] and made.entities and all(id(e) in dead for e in made.entities):
                made.dropped = True
        for made in self.made:
            slots = made.fact.slots
            same = [m for m in self.made if m is not made and not m.dropped and m.fact.slots["statuses"] == slots["statuses"]]
            if made.heading and not slots.get("names"):
                counts = [m.fact.slots.get("count") for m in same if not m.fact.slots.get("of_count") and not m.heading]
                if slots.get("modifier") == "vague" and same or slots.get("count") is None and same:
                    made.dropped = True
                elif counts and all(counts) and sum(counts) == slots.get("count") and not any(m.fact.slots.get("names") for m in same):
                    made.dropped = True
            elif slots.get("count") is None and same and (slots.get("modifier") != "vague" or made.lead) and not slots.get("names"):
                made.dropped = True
            if not made.dropped:
                kept.append(made.fact)
        return sorted(kept, key=lambda fact: fact.start)


DONE_STATUS = {"arrested": "arrested", "charged": "charged", "detained": "detained", "indicted": "charged", "sentenced": "sentenced",
               "convicted": "convicted", "held": "arrested", "arrests": "arrested"}
_NOUNS = frozenset("man woman boy girl person people men women boys girls suspects suspect defendant defendants accused individuals youth teenager "
                   "teenagers child children offender offenders male males female females adults adult".split())


def _ages(made: Made) -> tuple[str, ...]:
    return tuple(age for entity in made.entities for age in entity.ages)


def _compatible(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b or "person" in (a, b):
        return True
    pair = {a, b}
    return pair in ({"child", "boy"}, {"child", "girl"}, {"man", "boy"}, {"woman", "girl"}) and "child" in pair or pair in ({"man", "boy"}, {"woman", "girl"}) \
        and False


def _numbers_agree(a: dict[str, Any], b: dict[str, Any]) -> bool:
    m, n = a.get("count"), b.get("count")
    if m == n:
        return True
    for x, y, how in ((m, n, a.get("modifier")), (n, m, b.get("modifier"))):
        if x is None and how == "vague":
            return y is None or y > 2
        if x is not None and y is not None:
            if how == "min" and y >= x and y <= x * 1.5 or how == "max" and x * 0.6 <= y <= x or how == "approx" and abs(x - y) <= 0.15 * x:
                return True
    return False


def _offences_agree(a: list[str] | None, b: list[str] | None) -> bool:
    if not a or not b:
        return True
    one, two = ({word for offence in side for word in offence.split() if len(word) > 3} for side in (a, b))
    return len(one & two) >= 0.5 * min(len(one), len(two))
