"""Which number the bare counts of a sentence or list are part of: "Of the 17 arrested, 12 …", "The 26 arrests: …"."""

from beatbook.facts.statement import Statement
from beatbook.grammar.people import DONE, Group
from beatbook.language.document import Doc

DASHES = frozenset("–—")  # behind the second the aside is over: "the arrests – of which six … – and 27 tickets"



def mark(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Fills in the statement's whole, and which of its groups are parts of it.

    Args:
        doc: the release.
        statement: the sentence.
        given: the statements before, by sentence.
    """
    sentence, groups = statement.sentence, statement.groups
    intro = given.get(sentence.intro) if sentence.intro is not None else None
    whole = intro.whole if intro else None
    statement.done = intro.done if intro and whole == 0 else -1
    if whole is not None and groups and groups[0].numbered and groups[0].i <= sentence.i + 1:
        statement.parts.add(id(groups[0]))
    stated = False  # "Of the 17" stands before
    for group in groups:
        if group.kind == "whole":
            whole, stated = group.whole or 0, True
            statement.done = _done(doc, group, sentence.j)
        elif group.partitive:
            nearer = _antecedent(doc, groups, group) if group.whole is None else None
            if nearer and whole is not None:
                group.whole = nearer  # "two of them …; the other three, one of whom …": each of its own
            else:
                whole = group.whole if group.whole is not None else nearer or whole or 0
            statement.parts.add(id(group))
        elif whole is not None and (group.kind == "bare" or (stated and group.kind == "new" and group.numbered)):
            statement.parts.add(id(group))
    if whole is None and doc.raw[sentence.j - 1] == ":":
        whole = _announced(statement)
    statement.whole = whole
    _mark_nouns(doc, statement, parted=intro is not None and intro.whole is not None)


def _antecedent(doc: Doc, groups: list[Group], part: Group) -> int | None:
    """The number right before "of whom": "19 individuals, 18 of whom"."""
    if doc.low[part.j - 1] != "whom":
        return None
    before = next((group for group in reversed(groups) if group.j <= part.i and group.kind != "whole"), None)
    return before.count if before and before.count and part.count and before.count > part.count else None


def _done(doc: Doc, group: Group, end: int) -> int:
    """The participle of "of those arrested", -1 for none."""
    if doc.low[group.j - 1] in DONE:
        return group.j - 1
    return group.j if group.j < end and doc.low[group.j] in DONE else -1


def _announced(statement: Statement) -> int | None:
    """The number whose parts a colon announces: "The 26 arrests:", "94 people were arrested:"."""
    whole = None
    for clause in statement.clauses:
        group = clause.groups[0] if len(clause.groups) == 1 else None
        if group and group.numbered and group.count and group.count > 2 and not clause.listed:
            whole = group.count
    return whole


def _mark_nouns(doc: Doc, statement: Statement, parted: bool) -> None:
    """ "Of these, 29 arrests were for …": a noun that counts people counts a part as well, in a ``parted`` list too."""
    opened = next((group.j for group in statement.groups if group.kind == "whole"), None)
    listed = parted and opened is None and len(statement.clauses) == 1
    for clause in statement.clauses:
        behind = opened is not None and any(
            opened <= group.i and DASHES.isdisjoint(doc.low[opened : group.i]) for group in clause.groups
        )
        if clause.nominal and (listed or behind):
            statement.parts.update(id(group) for group in clause.groups)
