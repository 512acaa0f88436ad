"""Tables whose columns are headed by things: "Location | Plants | Dried cannabis", a row for each place.

Tables whose rows begin with the thing ("Knives | 112") are read by ``thing_entries``.
"""

from itertools import pairwise

from beatbook.grammar.amounts import pieces
from beatbook.grammar.thing_group import CONTRABAND, Group, lexicon, name_of
from beatbook.grammar.thing_words import DONE_OTHERWISE, words
from beatbook.language.cells import SUMMING, cells
from beatbook.language.document import Doc, Sentence

COLUMNS = CONTRABAND | frozenset("phone jewellery alcohol counterfeit".split())
OTHERWISE = DONE_OTHERWISE | words("list_block") | frozenset("carriers crime crimes offences".split())
TAKEN = frozenset("seized recovered impounded confiscated surrendered found".split())


def tables(doc: Doc) -> dict[int, list[Group]]:
    """The things of all tables with headed columns, by the index of their row; those of a sum are ``combined``."""
    found: dict[int, list[Group]] = {}
    run: list[Sentence] = []
    rows = [one for one in doc.sentences if one.kind == "row"]
    for before, row in pairwise([None, *rows]):
        assert row is not None
        if before is None or row.index != before.index + 1:
            run = []
        run.append(row)
        if len(run) == 1:
            columns = _columns(doc, row)
        elif columns:
            found[row.index] = _row(doc, row, columns)
    single = [group for groups in found.values() for group in groups if not group.combined]
    return {
        index: kept
        for index, groups in found.items()
        if (kept := [one for one in groups if not (one.combined and _sole(one, single))])
    }


def _sole(total: Group, single: list[Group]) -> bool:
    """Whether a sum adds up one entry only."""
    entries = [one for one in single if one.item == total.item and one.unit == total.unit]
    return len(entries) == 1 and (entries[0].quantity, entries[0].value) == (total.quantity, total.value)


def _columns(doc: Doc, head: Sentence) -> dict[int, Group]:
    """The things that a table's first row heads columns with, by the column's number; none where it holds figures."""
    if any(value.kind in ("number", "money", "measure") for value in head.values):
        return {}
    found: dict[int, Group] = {}
    for n, (i, j) in enumerate(cells(doc, head)):
        if not n or not 0 < j - i <= 5 or not OTHERWISE.isdisjoint(doc.low[i:j]):
            continue
        term = next((term for t in range(i, j) if (term := lexicon().at(doc.low, t, j)) is not None), None)
        if term is None or (term.row["category"] not in COLUMNS and TAKEN.isdisjoint(doc.low[i:j])):
            continue
        if term.row["type"] == "packages":
            if term.row["unit"] != "plant":
                continue
            group = Group(term.i, term.j, term.i, term.j, "drug", "drug", "cannabis", "plant", drug_class="B")
            group.unit = "plant"
        else:
            item = term.row["item"] or name_of(doc, term.i, term.j)
            kind = "drug" if term.row["type"] == "drugs" else "cash" if term.row["category"] == "cash" else "thing"
            group = Group(term.i, term.j, term.i, term.j, kind, term.row["category"], item, term.row["mark"])
            group.drug_class = term.row["drug_class"] or None
        found[n] = group
    return found


def _row(doc: Doc, row: Sentence, columns: dict[int, Group]) -> list[Group]:
    """What one row counts in the columns of things."""
    row_cells, found = cells(doc, row), []
    for n, head in columns.items():
        i, j = row_cells[n] if n < len(row_cells) else (0, 0)
        value = doc.value_at.get(i) if i < j else None
        if value is None or value.i != i or value.j != j or not value.number:
            continue
        if value.kind not in ("number", "measure", "money") or (value.kind == "money") != (head.kind == "cash"):
            continue
        group = Group(i, j, i, j, head.kind, head.category, head.item, head.mark, unit=head.unit)
        group.drug_class = head.drug_class
        pieces(group, value)
        group.i = i
        if group.category == "ammunition":
            group.unit = "round"
        if group.kind == "drug" and group.unit == "item":
            continue  # a number of nothing: weights whose unit the head gives
        group.combined = not SUMMING.isdisjoint(doc.low[row.i : row.i + 2])
        found.append(group)
    return found
