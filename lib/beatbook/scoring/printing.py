"""Scores, gains and losses as plain text for a terminal or a log."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from beatbook.scoring.gains import CHANGES, Gains
from beatbook.scoring.judging import Disagreement
from beatbook.scoring.scores import ALL, Interval, Rate, Scores
from beatbook.terminal import clean

_HIDDEN = frozenset(("evidence", "start", "end", "span_start", "span_end", "rule"))


def figures(scores: Scores) -> str:
    """The figures by family, by country, and of documents read against those held out."""
    rows = [["", "strict P", "R", "F1", "95 %", "slot P", "R", "F1", "95 %", "gold", "given"]]
    for family, strict in scores.strict.items():
        if family == ALL and len(scores.families) == 1:
            continue
        rows.append([family, *_rate(strict), *_rate(scores.slot[family]), str(strict.gold), str(strict.pred)])
    held_out = sum(gold.held_out for gold in scores.golds)
    documents = f"{scores.documents} {'document' if scores.documents == 1 else 'documents'}"
    lines = [
        _columns(rows),
        f"grounded {scores.grounded:.3f}{_bracket(scores.grounded_interval)}, {documents}"
        + (f", {held_out} of them held out: counted, never shown" if held_out else ""),
    ]
    for column in ("country", "reading"):
        groups = scores.by(column)
        if len(groups) > 1:
            lines += ["", _groups(column, groups)]
    return "\n".join(lines)


def errors(found: Sequence[Disagreement], most: int) -> str:
    """The first ``most`` disagreements, each with its words in context and what both sides make of them."""
    blocks = []
    for disagreement in found[:most]:
        lines = [f"{disagreement.id} · {disagreement.family} · {disagreement}", _context(disagreement.context())]
        for side, fact in (("gold", disagreement.gold), ("given", disagreement.predicted)):
            if fact is not None:
                lines.append(f"  {side}: {slots(fact, disagreement.family)}{_rule(fact)}")
        blocks.append("\n".join(map(_clean, lines)))
    if len(found) > most:
        blocks.append(f"… and {len(found) - most} more")
    return "\n\n".join(blocks)


def balance(change: Gains, most: int) -> str:
    """The gain-and-loss table, and the first ``most`` facts that changed, losses first."""
    rows = [["strict F1", "before", "after", "change", "95 %", "slot F1", *CHANGES]]
    for family, one in change.balance.items():
        if family == ALL and len(change.after.families) == 1:
            continue
        counts = [str(one.changes[name] or "·") for name in CHANGES]
        rows.append([family, f"{one.before:.3f}", f"{one.after:.3f}", f"{one.difference:+.3f}",
                     _interval(one.difference_interval, "+.3f"), f"{one.slot_difference:+.3f}", *counts])
    blocks = [_columns(rows)]
    for fact in change.changes[:most]:
        lines = [
            f"{fact.id} · {fact.family} · {fact.change}: {fact.before} → {fact.after}", _context(fact.context()),
            f"  {slots(fact.fact, fact.family)}",
        ]
        blocks.append("\n".join(map(_clean, lines)))
    if 0 < most < len(change.changes):
        blocks.append(f"… and {len(change.changes) - most} more")
    return "\n\n".join(blocks)


def slots(fact: Mapping[str, Any], family: str) -> str:
    """The filled slots of a fact on one line; its evidence where it fills none."""
    # An operation's start and end are dates, those of other families their span.
    hidden = _HIDDEN - {"start", "end"} if family == "operations" else _HIDDEN
    filled = [
        f"{name} {', '.join(map(str, value)) if isinstance(value, list) else value}" for name, value in fact.items()
        if name not in hidden and value not in (None, "", [])
    ]
    return "; ".join(filled) or str(fact.get("evidence", ""))


def _rule(fact: Mapping[str, Any]) -> str:
    return f" ({fact['rule']})" if fact.get("rule") else ""


def _groups(column: str, groups: Mapping[str, Scores]) -> str:
    rows = [[column, "documents", "strict F1", "95 %", "slot F1", "95 %", "gold"]]
    for name, part in groups.items():
        strict, slot = part.strict[ALL], part.slot[ALL]
        rows.append([
            clean(name) or "not stated", str(part.documents), f"{strict.f1:.3f}", _interval(strict.f1_interval),
            f"{slot.f1:.3f}", _interval(slot.f1_interval), str(strict.gold),
        ])
    return _columns(rows)


def _rate(rate: Rate) -> list[str]:
    return [f"{rate.p:.3f}", f"{rate.r:.3f}", f"{rate.f1:.3f}", _interval(rate.f1_interval)]


def _interval(bounds: Interval | None, form: str = ".3f") -> str:
    return f"{bounds[0]:{form}} to {bounds[1]:{form}}" if bounds else "·"


def _bracket(bounds: Interval | None) -> str:
    return f" ({_interval(bounds)})" if bounds else ""


def _context(parts: tuple[str, str, str]) -> str:
    before, words, after = parts
    return f"  {before}[{words}]{after}" if words else "  (no place in the text)"


def _clean(line: str) -> str:
    """A line that keeps its indent, without anything that a terminal would act on."""
    return " " * (len(line) - len(line.lstrip(" "))) + clean(line)


def _columns(rows: Iterable[Sequence[str]]) -> str:
    """Rows in columns: the first on the left, the others on the right."""
    rows = list(rows)
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in
                  enumerate(zip(row, widths, strict=True))).rstrip()
        for row in rows
    )
