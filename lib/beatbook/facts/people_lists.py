"""What lists and ellipsis leave half said about people: who is meant by "seven on suspicion of …" or "16 in Luton".

Whose verb holds for them is found in ``people_verbs``.
"""

from dataclasses import replace

from beatbook.facts.people_verbs import LISTING, counted, governor, of_sibling
from beatbook.facts.statement import Statement
from beatbook.grammar import custody, offences
from beatbook.grammar.clauses import STRONG, WEAK, Clause
from beatbook.grammar.people import Group
from beatbook.grammar.verbgroups import FINITE
from beatbook.language.document import Doc

ELLIPTIC = frozenset(
    "people men women persons individuals of them whom those were was being are is who that which wanted "
    "arrested each apiece".split()
)
JOINED = (["and"], [","], [",", "and"], ["&"])
DASHES = frozenset((":", "–", "—", "-"))
NO_OFFENCE = frozenset("a an no prior previous pending links connections".split())  # behind "with" in an entry
JOINTS = DASHES | frozenset((",", ";", "(", "for", "with"))
PLACING = frozenset("in from at across elsewhere on near around".split())
PLACED_BY = frozenset("in at of from near by to on".split())
SERIAL = frozenset(", and ; : – — - ( including with".split())
OF_ANY = frozenset("felony misdemeanor various unrelated federal state local outstanding other".split())  # charges


def complete(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Adds the clauses that have no verb of their own: "11 of them for …", "seven on suspicion of …".

    Args:
        doc: the release.
        statement: gets the clauses, in order.
        given: the statements before, by sentence.
    """
    if not statement.groups:
        return
    _mark_included(doc, statement)
    taken = {id(group) for clause in statement.clauses for group in clause.groups}
    added: list[Clause] = []
    sibling: tuple[Clause | None, int | None] = None, None  # what the first group took from the sentence before
    for at, group in enumerate(list(statement.groups)):
        if id(group) in taken or not _may_lack_verb(doc, statement, group):
            continue
        edge = min([clause.i for clause in statement.clauses if clause.i >= group.j] + [statement.sentence.j])
        verb, whole = governor(doc, statement, group.i, given)
        if verb is None or (whole is None and statement.sentence.kind == "item"):
            above, total = sibling if sibling[0] and verb is None else of_sibling(doc, statement, group.i, given)
            sibling = above, total
            if verb is None or (above and above.statuses == verb.statuses):
                verb, whole = verb or above, total
        if verb is None or verb.statuses[0] in ("killed", "injured", "safeguarded"):
            continue
        told = _last_named(doc, statement, at)  # who stands before the offence: "A, 34, and B, 29, with murder"
        starts = frozenset(
            other.i
            for other in statement.groups[at + 1 :]
            if other.kind in ("bare", "new", "name", "rest") and other.i >= told.j
        )
        charged = verb.statuses[0] == "charged" and group.kind in ("bare", "name", "rest")
        named = elliptic_offences(doc, told, edge, starts, charged)
        if named is None and _placed(doc, statement, group, verb, whole):
            named = [], min(group.j + 2, edge)
        if named is None and _entered(doc, statement, group, edge, whole):
            named = entry_offences(doc, group.j, edge)
        if named is None and verb.months and verb in statement.clauses and (term := _elliptic_term(doc, group, edge)):
            clause = Clause(list(verb.statuses), [group], group.i, group.i, term[1], edge, "elliptic", months=term[0])
            added.append(clause)
        if named is None:
            continue
        _part_of(doc, statement, group, verb, whole)
        if group.count == 1 and len(named[0]) > 1 and doc.low[group.j : group.j + 1] in (["each"], ["apiece"]):
            added += _one_each(statement, group, verb, named[0], named[1], edge)
            continue
        added.append(Clause(list(verb.statuses), [group], group.i, group.i, named[1], edge, "elliptic", named[0]))
    statement.clauses = sorted(statement.clauses + added, key=lambda clause: clause.at)


def _one_each(
    statement: Statement, group: Group, verb: Clause, named: list[str], stop: int, edge: int
) -> list[Clause]:
    """ "one each for burglary, arson and assault": as many people as offences."""
    clauses = []
    for offence in named:
        one = replace(group)
        if id(group) in statement.parts:
            statement.parts.add(id(one))
        statement.groups.append(one)
        clauses.append(Clause(list(verb.statuses), [one], group.i, group.i, stop, edge, "elliptic", [offence]))
    return clauses


def _last_named(doc: Doc, statement: Statement, at: int) -> Group:
    """The last of the names that the group at ``at`` of a statement is joined to, which share what follows."""
    group = statement.groups[at]
    for other in statement.groups[at + 1 :]:
        if not (group.names and other.names) or doc.low[group.j : other.i] not in JOINED:
            break
        group = other
    return group


def _elliptic_term(doc: Doc, group: Group, edge: int) -> tuple[float | int, int] | None:
    """The term right behind a group without a verb: "A was jailed for seven years, B for six years and C for six"."""
    k = group.j + (doc.low[group.j : group.j + 1] == [","])
    if group.names and k + 1 < edge and doc.low[k] in ("of", "from"):  # "Tom Rudd, 20, of no fixed address, nine"
        comma = next((at for at in range(k, min(edge, k + 8)) if doc.low[at] == ","), None)
        k = comma if comma else k
    if group.names and k == group.j and k in doc.value_at:
        k -= 1  # "Petrie received eight years and McGhie six"
    elif k >= edge or doc.low[k] not in ("for", "to", ","):
        return None
    value = doc.value_at.get(k + 1)
    bare = value is not None and value.kind == "number" and value.i == k + 1
    if value and bare and value.number and (value.j >= edge or doc.low[value.j] in (".", ",", ";", "and")):
        return int(value.number) * 12, value.j  # "… and Marr for seven"
    months, stop = custody.term(doc, k + 1, min(edge, k + 8))
    return (months, stop) if months else None


def _mark_included(doc: Doc, statement: Statement) -> None:
    """ "1,126 were arrested, including 402 who were arrested for …": the second number is part of the first."""
    if not statement.clauses or not (total := counted(statement.clauses[0])):
        return
    listing = False  # the entries behind the first go on: "including 98 arrests for rape, 21 for theft and two …"
    for clause in statement.clauses[1:]:
        group = clause.groups[0] if clause.groups else None
        if group is None or not group.numbered or group.i == statement.sentence.i:
            continue
        alike = clause.nominal and clause.statuses == statement.clauses[0].statuses
        goes_on = listing and alike and doc.low[group.i - 1] in (",", "and")
        listing = goes_on or doc.low[group.i - 1] in LISTING
        if listing and group.count and group.count < total:
            statement.parts.add(id(group))
            statement.whole = statement.whole or total


def _may_lack_verb(doc: Doc, statement: Statement, group: Group) -> bool:
    """Whether a group can take its verb from elsewhere: no pronoun, no officer, no place."""
    if group.kind in ("whole", "nobody", "pronoun") or group.role in ("agent", "other"):
        return False
    if group.kind == "rest" and not group.numbered:
        return False
    if group.kind == "bare" or group.i <= statement.sentence.i + 1:
        return True
    before = doc.low[group.i - 1]
    charges = group.kind == "bare" and before in DASHES and doc.low[group.i - 2] in ("charges", "counts", "offences")
    if charges:
        return False  # "faces six charges – three for importing"
    if before == "as" and doc.low[group.i - 2] in ("down", "follows"):
        return True  # "They break down as 61 for …"
    return before in SERIAL or (bool(group.names) and before not in PLACED_BY)


def _entered(doc: Doc, statement: Statement, group: Group, edge: int, whole: int | None) -> bool:
    """Whether a counted group is an entry of a list: "• Nine men aged 20 to 31"."""
    sentence = statement.sentence
    listed = sentence.kind in ("item", "row") and group.i <= sentence.i + 1 and group.numbered and group.kind == "new"
    return bool(listed and whole and group.count and group.count < whole) and FINITE.isdisjoint(doc.low[group.j : edge])


def _placed(doc: Doc, statement: Statement, group: Group, verb: Clause, whole: int | None) -> bool:
    """A number told by place: "29 arrests: 16 in Luton, eight in Bedford"; marks it as a part."""
    total, end = whole or counted(verb), statement.sentence.j
    if not total or not group.count or group.count >= total or group.kind not in ("bare", "new") or not group.numbered:
        return False
    k = group.j
    where = k + 1 < end and (doc.raw[k + 1][0].isupper() or doc.low[k + 1] in ("the", "another", "other"))
    if k >= end or doc.low[k] not in PLACING or not (where or doc.low[k] == "elsewhere"):
        return False
    if group.i > statement.sentence.i and doc.low[group.i - 1] not in SERIAL:
        return False
    between = set(doc.low[verb.at : group.i]) if verb.at < group.i else set()
    if not (between & (LISTING | DASHES | {"with"}) or statement.sentence.intro is not None or statement.parts):
        return False
    statement.whole = statement.whole or total
    statement.parts.add(id(group))
    return True


def _part_of(doc: Doc, statement: Statement, group: Group, verb: Clause, whole: int | None) -> None:
    """Marks a group as part of the number its verb counts, where the sentence or list says so; those named are none."""
    if group.names:
        return
    if whole is not None:
        if statement.whole is None:
            statement.whole = whole
        group.whole = group.whole or whole or None
        statement.parts.add(id(group))
        return
    total = verb.groups[0].count if verb.groups else None
    between = set(doc.low[verb.at : group.i]) | {doc.low[group.i - 1]}
    # "29 were arrested, nine for theft": the total has no offence of its own
    divides = group.kind == "bare" and not verb.offences and total and (group.count or 0) < total and verb.j <= group.i
    if id(group) in statement.parts or between & (LISTING | DASHES) or divides:
        statement.parts.add(id(group))
        if statement.whole is None and total and total >= (group.count or 0):
            statement.whole = total


def elliptic_offences(
    doc: Doc, group: Group, edge: int, starts: frozenset[int], charged: bool
) -> tuple[list[str], int] | None:
    """The offences right after a group that has no verb: (offences, token after them)."""
    k = group.j
    if k < edge and doc.low[k] in ("from", "of", ",") and group.kind != "bare":
        for at in range(k, min(edge, k + 8)):  # "a woman, 42, from Leigh, on suspicion of …"
            if doc.low[at] in ("on", "for", "wanted") or (charged and doc.low[at] == "with"):
                k = at
                break
            if (
                doc.low[at] not in ("from", "of", ",", "no", "fixed", "abode", "address", "both", "the")
                and not doc.raw[at][0].isupper()
            ):
                break
    while k < edge and doc.low[k] in ELLIPTIC:
        k += 1
    word = doc.low[k] if k < len(doc.low) else ""
    if word in ("on", "for") and group.numbered and (warrant := _warrant(doc, k, edge)):
        return [], warrant
    for phrase in (*STRONG["arrested"], *WEAK, *((("with",),) if charged else ())):
        if phrase[0] == word and tuple(doc.low[k : k + len(phrase)]) == phrase:
            read, stop = offences.read(doc, k + len(phrase), edge, starts)
            if read and (len(phrase) > 2 or offences.likely(read)):
                return read, stop
    return None


def _warrant(doc: Doc, k: int, edge: int) -> int | None:
    """The token after "on bench warrants", "on foot of warrants", "for outstanding warrants" at token k."""
    for at in range(k + 1, min(k + 6, edge)):
        if doc.low[at] in ("warrant", "warrants") or (doc.low[at] == "charges" and doc.low[at - 1] in OF_ANY):
            return at + 1
        if not doc.low[at].isalpha() or doc.low[at] in ("and", "with", "were", "who"):
            return None
    return None


def entry_offences(doc: Doc, k: int, edge: int) -> tuple[list[str], int]:
    """The offences of a list entry, after a dash, colon, "for", "with" or in the cell behind the name."""
    for at in range(k, edge - 1):
        word = doc.low[at]
        if word not in JOINTS and (word != "on" or doc.low[at : at + 3] != ["on", "suspicion", "of"]):
            continue
        start = at + (3 if word == "on" else 1)
        value = doc.value_at.get(start)
        counted = value and value.kind == "number" and offences.COUNT_WORDS & set(doc.low[start + 1 : start + 4])
        if (value and not counted and value.kind != "ordinal") or (word == "with" and doc.low[start] in NO_OFFENCE):
            continue
        read, stop = offences.read(doc, start, edge)
        if not read:
            continue
        if word == "," and doc.raw[start][0].isupper() and offences.bare_gerund(read[0]):
            continue  # "Dale Wood (33), Welling – conspiracy to rob"
        if word in (",", ";"):
            if offences.likely(read, True) and (counted or read[0].startswith(doc.low[start])):
                return read, stop
        elif offences.likely(read):
            return read, stop
    return [], k
