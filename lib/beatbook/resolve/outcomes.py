"""Statements about people → facts: who "he" and "the other two" are, parts of wholes, and what is told twice."""

from collections.abc import Iterable
from typing import Any

from beatbook.facts.outcomes import Statement
from beatbook.facts.outcomes import find as statements
from beatbook.grammar.clauses import Clause
from beatbook.grammar.people import Group
from beatbook.language.document import Doc
from beatbook.records import Fact
from beatbook.resolve.people import Entity, People
from beatbook.resolve.retold import Made, Retold

DONE_STATUS = {
    "arrested": "arrested",
    "charged": "charged",
    "detained": "detained",
    "indicted": "charged",
    "sentenced": "sentenced",
    "convicted": "convicted",
    "held": "arrested",
    "arrests": "arrested",
}


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
        self.listed: dict[int, int] = {}  # the whole that the entries of a list are taken from, by its introduction
        self.counted: dict[str, list[int]] = {}  # stated numbers by status, for "of those arrested"

    def take(self, statement: Statement) -> None:
        """One sentence: its mentions in order, and its clauses once their people are known."""
        meant: dict[int, tuple[Entity, ...]] = {}
        clauses = [clause for clause in statement.clauses if clause.groups]
        pending = 0
        sentence_who = next(
            (
                group.who
                for group in statement.groups
                if group.who and group.kind in ("new", "definite", "whole") and group.role == "person"
            ),
            None,
        )
        nominal = [group for clause in clauses for group in clause.groups if clause.nominal]
        marks = sorted(
            statement.groups + [g for g in nominal if all(g is not other for other in statement.groups)],
            key=lambda g: g.i,
        )
        for group in marks:
            while (
                pending < len(clauses)
                and max(g.i for g in clauses[pending].groups) < group.i
                and clauses[pending].at < group.i
            ):
                self._clause(clauses[pending], statement, meant, sentence_who)
                pending += 1
            self._mention(group, statement, meant, sentence_who)
        for clause in clauses[pending:]:
            self._clause(clause, statement, meant, sentence_who)

    def _mention(
        self, group: Group, statement: Statement, meant: dict[int, tuple[Entity, ...]], who: str | None
    ) -> None:
        if id(group) in meant or group.kind in ("nobody",) or group.kind in ("bare", "whole"):
            return
        if (
            group.i
            and self.doc.low[group.i - 1] in ("are", "is", "were", "was", "be", "been", "as")
            and not any(group in clause.groups for clause in statement.clauses)
        ):
            return  # "Four of them are members of a gang": no new people
        if (
            statement.heading
            and group.kind not in ("name",)
            and not any(group in clause.groups for clause in statement.clauses)
        ):
            return
        self.tick += 1
        meant[id(group)] = self.meant(group, who)
        for entity in meant[id(group)]:
            entity.seen = self.tick

    def _clause(
        self, clause: Clause, statement: Statement, meant: dict[int, tuple[Entity, ...]], who: str | None
    ) -> None:
        clause_entities: list[Entity] = []
        names = sum(bool(group.names) for group in clause.groups)
        alike = self._alike(clause)
        for group in clause.groups:
            if group.kind == "nobody":
                continue
            if id(group) not in meant:
                self.tick += 1
                meant[id(group)] = self.meant(group, who)
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
            if (
                group.plural
                and not group.numbered
                and group.count is None
                and group.modifier == "exact"
                and group.kind in ("new", "definite")
                and (self.doc.low[statement.sentence.j - 1] == ":" or "following" in group.words)
            ):
                continue  # "The following people were arrested:"
            if names and not group.names and group.plural and not group.numbered and group.kind != "pronoun":
                continue  # "The men, A and B, were …": no number is stated
            if entities or group.kind in ("bare", "whole"):
                self._emit(clause, group, entities, statement, who)
        if clause_entities:
            self.last = tuple(clause_entities)

    @staticmethod
    def _alike(clause: Clause) -> bool:
        """Singles of one kind told in one breath are counted together: "a Leeds man and a Hull man were charged"."""
        groups = clause.groups
        return len(groups) > 1 and all(
            group.count == 1 and not group.names and group.kind in ("new", "definite") and group.who == groups[0].who
            for group in groups
        )

    # -- facts --------------------------------------------------------------------------------------------------------

    def _emit(
        self, clause: Clause, group: Group, entities: tuple[Entity, ...], statement: Statement, who: str | None
    ) -> None:
        if group.kind == "whole" and not group.numbered:
            return
        count, modifier = group.count, group.modifier
        if entities and (
            (count is None and modifier != "vague") or group.kind in ("pronoun", "carried") or len(entities) > 1
        ):
            counts = [e.count for e in entities]
            count = sum(counts) if all(c is not None for c in counts) else None
            if len(entities) == 1:
                modifier = entities[0].modifier
        if count is None and group.plural and len(group.ages) > 1 and all(age.isdecimal() for age in group.ages):
            count = len(group.ages)  # "the men, aged 24 and 31"
        whole = self._of_count(group, clause, statement, count)
        slots: dict[str, Any] = {
            "statuses": list(dict.fromkeys(clause.statuses)),
            "count": count,
            "modifier": modifier,
            "who": self._who(group, entities, who),
        }
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
            fact.where["ages"] = (
                self.doc.span(group.i, group.j)
                if inside
                else (min(e.span[0] for e in entities), max(e.span[1] for e in entities))
            )
        if entities and not group.numbered and count and count > 1:
            fact.where["count"] = (min(e.span[0] for e in entities), max(e.span[1] for e in entities))
        made = Made(
            fact,
            entities,
            statement.heading,
            statement.lead,
            group.distinct or statement.apart,
            len(self.made),
            alone=len(clause.groups) == 1,
            either=clause.either,
        )
        if not self._told(made):
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
        intro = statement.sentence.intro
        if whole == 0 and intro in self.listed:
            whole = self.listed[intro]
        elif whole == 0 or whole is None:
            done = next(
                (self.doc.low[k] for k in (group.j - 1, statement.done) if k >= 0 and self.doc.low[k] in DONE_STATUS),
                "",
            )
            stated = [n for n in self.counted.get(DONE_STATUS.get(done, ""), ()) if count is None or n >= count]
            known = [n for n in reversed(self.wholes) if count is None or n > count]
            if not stated and not done:
                groups = [
                    e
                    for e in self.entities
                    if e.plural and e.count and count and e.count > count and e.role == "person"
                ]
                newest = max(groups, key=lambda e: e.seen, default=None)
                known = [newest.count] if newest and newest.count and self.tick - newest.seen < 6 else known
            whole = max(stated) if stated else known[0] if known else None
        if statement.whole == 0:
            statement.whole = whole
            if intro is not None and whole is not None:
                self.listed[intro] = whole
            if whole is None:
                statement.parts.clear()
        if whole is not None:
            self.partition = whole
            if whole not in self.wholes[-1:]:
                self.wholes.append(whole)
        return whole if whole != count else None
