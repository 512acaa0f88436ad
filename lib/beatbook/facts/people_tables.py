"""Tables of people: columns that count them ("Station | Arrests"), rows that name them ("Defendant | Age | Charge")."""

from dataclasses import dataclass, field

from beatbook.facts.people_verbs import LISTABLE, counted
from beatbook.facts.statement import Statement
from beatbook.grammar import custody, offences
from beatbook.grammar.clauses import GOVERNING, Clause
from beatbook.grammar.people import Group, nouns
from beatbook.language.cells import SUMMING, cells
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher

COUNTED = LISTABLE | frozenset("cautioned bailed interviewed released deported safeguarded injured killed".split())
BESIDE_STATUS = frozenset("made total number no of people persons to date issued given and served . #".split())
NAMING = frozenset("defendant defendants name names accused suspect suspects offender offenders person".split())
AGES = (["age"], ["ages"], ["aged"])
CHARGING = frozenset(
    "charge charges offence offences offense offenses count counts crime crimes conviction convictions".split()
)
TERMS = frozenset("sentence sentences term outcome result sentenced".split())
LONGEST_HEAD = 5
MOST_BACK = 40  # statements searched for what became of the people of a table


@dataclass(slots=True)
class Table:
    """A run of rows below one that heads them: the numbers of its columns by what they hold."""

    rows: range
    counts: dict[int, str] = field(default_factory=dict)  # the status that a column counts
    name: int | None = None
    age: int | None = None
    charges: int | None = None
    term: int | None = None
    summed: bool = False  # one of the rows is the sum of the others


def tables(doc: Doc) -> dict[int, Table]:
    """The tables of a release that tell of people, by the index of each of their rows."""
    found: dict[int, Table] = {}
    sentences, k = doc.sentences, 0
    while k < len(sentences):
        end = k
        while end < len(sentences) and sentences[end].kind == "row":
            end += 1
        if end - k > 1 and (table := _headed(doc, sentences[k], range(k + 1, end))):
            found |= dict.fromkeys(table.rows, table)
        k = max(end, k + 1)
    return found


def _headed(doc: Doc, head: Sentence, rows: range) -> Table | None:
    """The table whose columns a row heads; None where it heads none of people."""
    if any(value.kind in ("number", "money", "measure", "age") for value in head.values):
        return None
    table = Table(rows)
    for n, (i, j) in enumerate(cells(doc, head)):
        low = doc.low[i:j]
        if not 0 < len(low) <= LONGEST_HEAD:
            continue
        if n == 0 and not NAMING.isdisjoint(low):
            table.name = n
        elif low in AGES:
            table.age = n
        elif not CHARGING.isdisjoint(low):
            table.charges = n
        elif not TERMS.isdisjoint(low):
            table.term = n
        elif n and (status := _status(doc, i, j)):
            table.counts[n] = status
    if table.name is not None and (table.age is None or (table.charges is None and table.term is None)):
        table.name = None
    table.summed = any(not SUMMING.isdisjoint(doc.low[doc.sentences[k].i : doc.sentences[k].i + 2]) for k in rows)
    return table if table.counts or table.name is not None else None


def _status(doc: Doc, i: int, j: int) -> str | None:
    """The status that a column's head names and nothing else: "Arrests", "People charged"."""
    terms = doc.terms(matcher("outcomes"))
    term = next((terms[k] for k in range(i, j) if k in terms), None)
    if term is None or term.row["status"] not in COUNTED or term.row["form"] not in ("part", "noun", "verb"):
        return None
    beside = doc.low[i : term.i] + doc.low[term.j : j]
    return term.row["status"] if all(word in BESIDE_STATUS or word in nouns() for word in beside) else None


def read(doc: Doc, statement: Statement, table: Table, given: dict[int, Statement]) -> None:
    """Adds the clauses of one row.

    Args:
        doc: the release.
        statement: the row; what it holds already stays.
        table: the table it belongs to.
        given: the statements before, by sentence.
    """
    row = statement.sentence
    parts = cells(doc, row)
    if table.name is not None:
        made = _named(doc, parts, table, given, row)
        statement.clauses = [made] if made else statement.clauses
        return
    sums = not SUMMING.isdisjoint(doc.low[row.i : row.i + 2])
    if statement.clauses or table.summed != sums:
        return  # the sum alone, where there is one: the parts are those told in the text
    for n, status in table.counts.items():
        i, j = parts[n] if n < len(parts) else (0, 0)
        value = doc.value_at.get(i) if i < j else None
        if value and value.kind == "number" and value.i == i and value.j == j and value.number:
            number = int(value.number)
            group = Group(i, j, "new", number, value.modifier, "person", plural=number != 1, numbered=True)
            group.distinct = not sums  # counts by place, each of its own
            statement.clauses.append(Clause([status], [group], i, row.i, j, j, "table"))


def _named(
    doc: Doc, parts: list[tuple[int, int]], table: Table, given: dict[int, Statement], row: Sentence
) -> Clause | None:
    """The clause of a row that names somebody: "Karl Stern | 34 | Reno | Theft"."""

    def cell(n: int | None) -> tuple[int, int]:
        return parts[n] if n is not None and n < len(parts) else (0, 0)

    (i, j), (a, b), (c, d), (e, f) = map(cell, (table.name, table.age, table.charges, table.term))
    words = doc.raw[i:j]
    if not 1 < len(words) < 8 or not words[0][0].isupper() or b - a != 1 or not doc.raw[a].isdecimal():
        return None
    name = " ".join(doc.words(i, j).split())
    group = Group(i, max(b, j), "name", 1, ages=(doc.raw[a],), names=(name,))
    read, _ = offences.read(doc, c, d) if c < d else ([], c)
    months, _ = custody.term(doc, e, f) if e < f else (None, e)
    statuses = ["sentenced"] if months else _told_before(given, row.index)
    if statuses is None:
        return None
    end = max(b, d, f)
    return Clause(statuses, [group], i, i, end, end, "table", read if statuses[0] in GOVERNING else [], months)


def _told_before(given: dict[int, Statement], index: int) -> list[str] | None:
    """What the text before a table tells of several people."""
    for k in range(index - 1, max(-1, index - 1 - MOST_BACK), -1):
        for clause in reversed(given[k].clauses if k in given else []):
            several = (counted(clause) or 0) > 1 or any(group.plural for group in clause.groups)
            if clause.statuses[0] in LISTABLE and several:
                return list(clause.statuses)
    return None
