"""Booking sheets: "Suspect: Ana Ruiz, 34, of Reno", "Charges: theft", "Lodged at: …", a label for each field."""

from collections.abc import Iterator

from beatbook.facts.statement import Statement
from beatbook.grammar import offences
from beatbook.grammar.clauses import Clause
from beatbook.grammar.people import Group
from beatbook.grammar.person_names import name_at
from beatbook.grammar.verbgroups import FINITE
from beatbook.language.document import Doc, Sentence

PERSON = frozenset("name suspect arrestee accused defendant offender subject inmate driver".split())
HELD = frozenset(("arrestee", "inmate"))
CHARGE = frozenset("charge charges offence offences offense offenses charged".split())
BEHIND_LABEL = frozenset("( s ) with for at name /".split())  # "Charge(s):", "Charged with:", "Suspect Name:"
Line = tuple[Sentence, Group | None]  # with the person that it names
LONGEST_LABEL = 5
LONGEST_SHEET = 8  # lines from a name to its charges


def charging(doc: Doc, sentence: Sentence) -> int | None:
    """The colon of a sheet's field that names the charges, "Charges: theft"; None for any other sentence.

    Args:
        doc: the release.
        sentence: any of its sentences.
    """
    return _colon(doc, sentence, True) if doc.low[sentence.i] in CHARGE else None


def attach(doc: Doc, given: dict[int, Statement]) -> None:
    """Gives the charges of a sheet to the person that its lines above name.

    Args:
        doc: the release.
        given: its statements by sentence; clauses are added.
    """
    for index, statement in given.items():
        colon = None if statement.quoted else charging(doc, statement.sentence)
        if colon is None or any(clause.groups for clause in statement.clauses):
            continue
        lines = list(_sheet(doc, given, index))
        person = lines[-1][1] if lines else None
        named, stop = offences.read(doc, colon + 1, statement.sentence.j)
        if person is None or not named or not offences.likely(named):
            continue
        above = given.get(lines[-1][0].index)
        entered = next((c for c in above.clauses if c.rule == "entry" and not c.offences), None) if above else None
        if entered is not None:
            entered.offences = named
            continue
        _held(doc, given, lines, person)
        at = statement.sentence.i
        statement.clauses = [Clause(["charged"], [_again(at, person)], at, at, stop, stop, "sheet", named)]


def _held(doc: Doc, given: dict[int, Statement], lines: list[Line], person: Group) -> None:
    """Adds what the lines of a sheet above its charges tell of the person: the arrest, the jail."""
    head = lines[-1][0]
    above = given.get(head.index)
    if above is not None and doc.low[head.i] in HELD and not above.clauses:
        above.clauses.append(Clause(["arrested"], [person], head.i, head.i, person.j, head.j, "sheet"))
    for sentence, _ in lines[:-1]:
        for clause in given[sentence.index].clauses if sentence.index in given else ():
            clause.groups = clause.groups or [_again(clause.at, person)]


def _again(at: int, group: Group) -> Group:
    """The person of a sheet as one of its later fields at token ``at`` means them."""
    return Group(at, at + 1, "name", 1, who=group.who, ages=group.ages, names=group.names)


def _sheet(doc: Doc, given: dict[int, Statement], index: int) -> Iterator[Line]:
    """The lines above the charges at ``index``, nearest first, up to the one that names the person."""
    age: tuple[str, ...] = ()
    for k in range(index - 1, max(-1, index - 1 - LONGEST_SHEET), -1):
        sentence = doc.sentences[k]
        colon = _colon(doc, sentence, False)
        labelled = colon is not None and doc.low[sentence.i] in PERSON
        statement = given.get(k)
        people = (group for group in (statement.groups if statement else []) if group.role == "person")
        named = [group for group in people if group.names and group.count == 1]
        named = [group for group in named if group.ages] or named  # not "Newton NC" behind the address
        if labelled and not named and (end := name_at(doc, (colon or 0) + 1, sentence.j)):
            names = (" ".join(doc.words((colon or 0) + 1, end).split()),)
            yield sentence, Group((colon or 0) + 1, end, "name", 1, who="person", ages=age, names=names)
            return
        opens = len(named) == 1 and (labelled or named[0].i <= sentence.i + 1 or bool(statement and statement.clauses))
        if opens:
            named[0].ages = named[0].ages or age
            plain = labelled or FINITE.isdisjoint(doc.low[sentence.i : sentence.j]) or k == index - 1
            yield sentence, named[0] if plain else None
            return
        if colon is None or named or doc.low[sentence.i] in CHARGE:
            return
        if doc.low[sentence.i] == "age" and (value := doc.value_at.get(colon + 1)) and value.number:
            age = (str(int(value.number)),)
        yield sentence, None


def _colon(doc: Doc, sentence: Sentence, plain: bool) -> int | None:
    """The colon behind a sentence's label; ``plain`` for a label of one word and what belongs to it."""
    for k in range(sentence.i + 1, min(sentence.j - 1, sentence.i + LONGEST_LABEL)):
        if doc.low[k] == ":":
            return k
        if plain and doc.low[k] not in BEHIND_LABEL:
            return None
    return None
