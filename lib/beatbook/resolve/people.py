"""Whom a group of people means: names, pronouns, "both", "the two men", found among the people met so far."""

from dataclasses import dataclass

from beatbook.grammar.people import Group
from beatbook.grammar.person_names import forenames
from beatbook.language.document import Doc

MALE, FEMALE = frozenset(("man", "boy")), frozenset(("woman", "girl"))
MOST = 300  # people kept in mind
JUST = 5  # mentions back that "they" finds single people
NEAR = 30  # mentions back that a pronoun reaches
TEENS = frozenset(map(str, range(13, 20)))
_NOUNS = frozenset(
    "man woman boy girl person people men women boys girls suspects suspect defendant defendants accused "
    "individuals youth teenager teenagers child children offender offenders male males female females adults "
    "adult".split()
)


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


def compatible(a: str | None, b: str | None) -> bool:
    if a is None or b is None or a == b or "person" in (a, b):
        return True
    return {a, b} in ({"child", "boy"}, {"child", "girl"})


def _opposite(entity: Entity, who: str | None) -> bool:
    """Whether a person's forename tells that "he", "she" or "the man" is somebody else."""
    if not entity.name or who not in MALE | FEMALE:
        return False
    sex = forenames().get(entity.name.split()[0].lower())
    return sex is not None and (sex == "man") != (who in MALE)


def _called_as(entity: Entity, who: str | None) -> bool:
    """Whether a person's forename tells that "both men" or "both women" may mean that one."""
    sex = forenames().get(entity.name.split()[0].lower()) if entity.name else None
    return sex is not None and who in (MALE if sex == "man" else FEMALE)


class People:
    """The people of one release, in the order met."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.entities: list[Entity] = []
        self.by_name: dict[str, Entity] = {}
        self.tick = 0
        self.last: tuple[Entity, ...] = ()  # the people of the clause before

    def meant(self, group: Group, who: str | None) -> tuple[Entity, ...]:
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
            known = self._counted(group) if group.kind == "whole" else None
            return (known or self._new(group, group.who or who),)
        return self._again(group) or (self._new(group, group.who),)

    def _new(self, group: Group, who: str | None) -> Entity:
        entity = Entity(
            group.count,
            who,
            group.role,
            group.modifier,
            group.plural or (group.count or 0) > 1,
            group.ages,
            group.names[0] if group.names else None,
            group.words,
            self.tick,
            distinct=group.distinct,
            span=self.doc.span(group.i, group.j),
        )
        self.entities.append(entity)
        if len(self.entities) > MOST:
            del self.entities[0]
        if entity.name:
            self.by_name[entity.name] = entity
        return entity

    def _named(self, group: Group) -> Entity:
        name = group.names[0]
        entity = self.by_name.get(name)
        if entity is None and (group.ages or group.kind == "definite"):
            entity = next(
                (
                    other
                    for other in reversed(self.entities[-12:])
                    if other.name is None
                    and other.count == 1
                    and not other.distinct
                    and other.role == "person"
                    and (group.ages and other.ages == group.ages and compatible(other.who, group.who))
                ),
                None,
            )
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
            if (
                entity.ages == group.ages
                and entity.count == group.count
                and compatible(entity.who, group.who)
                and not entity.name
            ):
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
        if (group.count is not None and entity.count != group.count) or _opposite(entity, group.who):
            return False
        if group.count is None and group.plural and not entity.plural:
            return False
        return compatible(entity.who, group.who) or self._in_their_teens(entity, group)

    @staticmethod
    def _in_their_teens(entity: Entity, group: Group) -> bool:
        """Whether "the teenager" is the 19-year-old man told before."""
        young = not {"teenager", "teenagers", "teen", "youth"}.isdisjoint(group.words)
        return young and any(age in TEENS for age in entity.ages)

    def _pronoun(self, group: Group) -> tuple[Entity, ...]:
        if group.count == 1:
            return self._single(group)
        if group.count is None:
            pairs = [e for e in self.entities if e.plural and e.role != "agent" and self.tick - e.seen < NEAR]
            newest = max(pairs, key=lambda e: e.seen, default=None)
            several = len(self.last) > 1 or (bool(self.last) and self.last[0].plural)
            if several and (newest is None or max(e.seen for e in self.last) >= newest.seen):
                return tuple(dict.fromkeys(self.last))
            singles = self._just_met(newest.seen if newest else 0)
            if singles:
                return singles
            if newest:
                return (newest,)
            return self._union(None, group.who) or ()
        counted = [
            e for e in self.entities if e.count == group.count and e.role != "agent" and compatible(e.who, group.who)
        ]
        newest = max(counted, key=lambda e: e.seen, default=None)
        union = self._union(group.count, group.who)
        if union and (newest is None or min(e.seen for e in union) > newest.seen):
            return union
        if newest:
            return (newest,)
        if union:
            return union
        return (self._new(group, group.who),)

    def _just_met(self, after: int) -> tuple[Entity, ...]:
        """Single people met in a row a moment ago: "found a man and a woman … they"."""
        met = [e for e in self.entities[-4:] if e.count == 1 and e.role == "person" and self.tick - e.seen < JUST]
        return tuple(met) if len(met) > 1 and min(e.seen for e in met) > after else ()

    def _single(self, group: Group) -> tuple[Entity, ...]:
        wanted = MALE if group.who == "man" else FEMALE
        fitting = [
            e
            for e in self.entities
            if e.count == 1
            and e.role not in ("other",)
            and self.tick - e.seen < NEAR
            and (e.who in wanted or e.who in (None, "person", "child"))
            and not _opposite(e, group.who)
        ]
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
        people = sorted(
            (
                e
                for e in self.entities
                if e.role == "person"
                and e.count
                and compatible(e.who, who)
                and self.tick - e.seen < NEAR
                and (who in (None, "person") or e.who not in (None, "person") or _called_as(e, who))
            ),
            key=lambda e: (e.seen, e.span),
            reverse=True,
        )
        if count is None:
            recent = [e for e in people if e in self.last]
            return tuple(recent[::-1]) if len(recent) > 1 else ()
        total, taken = 0, []
        for entity in people:
            total += entity.count or 0
            if total > count:
                break
            taken.append(entity)
            if total == count:
                return tuple(reversed(taken)) if len(taken) > 1 else (entity,)
        return ()

    def _rest(self, group: Group) -> tuple[Entity, ...]:
        return (self._new(group, group.who or self._whole_who(group)),)

    def _counted(self, group: Group) -> Entity | None:
        return next(
            (
                e
                for e in reversed(self.entities)
                if group.count and e.count == group.count and compatible(e.who, group.who)
            ),
            None,
        )

    def _whole_who(self, group: Group) -> str | None:
        whole = next((e for e in reversed(self.entities) if (e.count or 0) > (group.count or 0) and e.who), None)
        return whole.who if whole else None
