"""What does not agree in a release, and what no fact claims: how a reader sees errors and gaps without gold."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from beatbook.language.dateparts import WEEKDAYS
from beatbook.language.document import Doc
from beatbook.lexicons import matcher
from beatbook.records import Fact

FIGURES = {"number": "number", "measure": "amount", "money": "amount", "vague": "number"}
COUNTING = ("seizures", "outcomes", "activities", "incidents", "operations")
SENSITIVE = frozenset("firearm imitation_firearm firearm_part ammunition blade weapon drug".split())
COMPOUNDS = frozenset("crime crimes violence control gangs dealing dealers enabled".split())  # talk, not things
WATCHED = ("things", "drugs", "outcomes")  # lexicons whose words are claimed or listed
DAYS = [word.capitalize() for word in WEEKDAYS if len(word) > 5]  # in full, from Monday on


def _check(kind: str, message: str, first: Any, second: Any = None) -> dict[str, Any]:
    other = (second.start, second.end) if second else (None, None)
    return {"kind": kind, "message": message, "start": first.start, "end": first.end,
            "other_start": other[0], "other_end": other[1]}


def contradictions(doc: Doc, facts: dict[str, list[Fact]]) -> list[dict[str, Any]]:
    """Statements of one release that cannot all be true.

    Args:
        doc: the analysed release.
        facts: its facts by family.

    Returns:
        Rows of the ``checks`` table, in the order of the text; each names what does not agree and where.
    """
    found = [
        *_part_exceeds_whole(facts["outcomes"]),
        *_entries_exceed_total(facts["seizures"]),
        *_parts_exceed_container(facts["outcomes"]),
        *_wrong_weekdays(doc),
        *_after_publication(doc, facts["operations"]),
    ]
    return sorted(found, key=lambda row: (row["start"], row["kind"]))


def _part_exceeds_whole(outcomes: Iterable[Fact]) -> Iterator[dict[str, Any]]:
    for fact in outcomes:
        count, whole = fact["count"], fact["of_count"]
        if count is not None and whole is not None and count > whole:
            yield _check("part exceeds whole", f"{count} of {whole} people", fact)


def _parts_exceed_container(outcomes: list[Fact]) -> Iterator[dict[str, Any]]:
    """The same status for parts of one group may not add up to more than the group."""
    groups: dict[tuple[Any, ...], list[Fact]] = defaultdict(list)
    for fact in outcomes:
        if fact["of_count"] and fact["count"] and fact["offences"] == []:
            groups[fact["of_count"], tuple(sorted(fact["statuses"]))].append(fact)
    for (whole, statuses), parts in groups.items():
        total = sum(part["count"] for part in parts)
        if len(parts) > 1 and total > whole:
            message = f"{total} of {whole} people {' or '.join(statuses)}"
            yield _check("parts exceed whole", message, parts[0], parts[-1])


def _entries_exceed_total(seizures: list[Fact]) -> Iterator[dict[str, Any]]:
    """Things listed singly may not add up to more than the total stated over them."""
    for total in seizures:
        if total["role"] != "total" or total["quantity"] is None or total["modifier"] not in ("exact", "max"):
            continue
        entries = [
            fact for fact in seizures
            if fact["role"] == "item" and fact["quantity"] is not None
            and (fact["item"], fact["unit"]) == (total["item"], total["unit"])
        ]
        amount = sum(fact["quantity"] for fact in entries)
        if len(entries) > 1 and amount > total["quantity"] * 1.02:  # rounding
            yield _check(
                "entries exceed total", f"the entries add up to {amount:g} {total['unit']}, the total is "
                f"{total['quantity']:g}", total, entries[0])


class _Span:
    def __init__(self, start: int, end: int):
        self.start, self.end = start, end


def _wrong_weekdays(doc: Doc) -> Iterator[dict[str, Any]]:
    for sentence in doc.sentences:
        for value in sentence.values:
            if value.kind == "date" and value.flag == "weekday" and value.first:
                days = sorted({date.fromisoformat(day) for day in (value.first, value.last or value.first)})
                fact = " and ".join(f"{day} was a {DAYS[day.weekday()]}" for day in days)
                written = " ".join(doc.words(value.i, value.j).split())
                yield _check("weekday", f"“{written}”, but {fact}", _Span(*doc.span(value.i, value.j)))


def _after_publication(doc: Doc, operations: list[Fact]) -> Iterator[dict[str, Any]]:
    for fact in operations:
        if doc.published and fact["start"] and fact["start"] > doc.published:
            message = f"the operation is dated {fact['start']}, the release {doc.published}"
            yield _check("after publication", message, fact)


def unclaimed(doc: Doc, facts: dict[str, list[Fact]]) -> list[dict[str, Any]]:
    """Figures and weapon, drug and outcome words that no fact claims.

    Args:
        doc: the analysed release, scopes filled.
        facts: its facts by family.

    Returns:
        Rows of the ``unclaimed`` table, in the order of the text; ``reason`` says why a figure was left where its
        sentence tells (history, advice, speech …).
    """
    claimed = [False] * len(doc.low)
    for family in COUNTING:
        for fact in facts[family]:
            for start, end in ((fact.start, fact.end), *fact.where.values()):
                for token in _tokens(doc, start, end):
                    claimed[token] = True
    for fact in facts["outcomes"]:
        for value in doc.sentence_of(doc.token_at(fact.start)).values if fact["of_count"] else ():
            if value.kind == "number" and value.number == fact["of_count"]:  # "Of the 17, twelve were charged"
                claimed[value.i:value.j] = [True] * (value.j - value.i)
    rows = []
    for sentence in doc.sentences:
        scope = doc.scopes[sentence.index]
        reason = "" if scope == "fact" else scope
        for value in sentence.values:
            if value.kind in FIGURES and not any(claimed[value.i:value.j]):
                rows.append(_row(FIGURES[value.kind], doc, value.i, value.j, reason))
                claimed[value.i:value.j] = [True] * (value.j - value.i)
    for name in WATCHED:
        for term in doc.terms(matcher(name)).values():
            general = term.j < len(doc.low) and doc.low[term.j] in COMPOUNDS
            # a word that means an outcome only with others beside it ("found … guilty") is no gap by itself
            watched = term.row.get("category", "drug") in SENSITIVE and not term.row.get("cue")
            if watched and not general and not any(claimed[term.i:term.j]):
                scope = doc.scopes[doc.sentence_of(term.i).index]
                rows.append(_row("term", doc, term.i, term.j, "" if scope == "fact" else scope))
                claimed[term.i:term.j] = [True] * (term.j - term.i)
    return sorted(rows, key=lambda row: row["start"])


def _tokens(doc: Doc, start: int, end: int) -> range:
    return range(bisect_left(doc.starts, start), bisect_left(doc.starts, end))


def _row(kind: str, doc: Doc, i: int, j: int, reason: str) -> dict[str, Any]:
    start, end = doc.span(i, j)
    return {"kind": kind, "text": doc.text[start:end], "start": start, "end": end, "reason": reason}
