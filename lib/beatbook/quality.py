"""What the quality notebook shows: how good the extraction is, where it goes wrong, and what a change did to it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes

from beatbook import drawing, figures, markup, phrases
from beatbook.display import Shown, again, made_by, none, table
from beatbook.errors import InputError
from beatbook.markup import Cell
from beatbook.opening import find
from beatbook.scoring import (
    Agreement,
    Gains,
    Gold,
    Rate,
    Scores,
    agreement,
    extracted,
    read_facts,
    read_gold,
    score,
)
from beatbook.scoring.gains import CHANGES
from beatbook.scoring.printing import slots as filled_slots
from beatbook.scoring.scores import ALL, Interval

_CAUSE_WORDS = {"missed": "missed", "invented": "invented", "wrong": "differs in", "detail": "right, but differs in"}


@dataclass(frozen=True)
class Quality:
    """What the notebook's parameters name, read and scored."""

    scores: Scores
    gains: Gains | None
    agreement: list[Agreement]
    sources: dict[str, str]


def open_quality(source: str, predicted: str = "", against: str = "", second: str = "") -> Quality:
    """Reads and scores what the parameters of the notebook name.

    Args:
        source: the gold, a folder of ``*.json`` or a ``.jsonl`` file.
        predicted: the facts to score; where empty, the gold's texts are extracted now.
        against: the facts of an earlier run, or "".
        second: the same texts as another annotator marked them, or "".
            A relative path is looked for as ``beatbook.opening.find`` does.

    Raises:
        InputError: one of them cannot be read, or does not fit the others.
    """
    golds = read_gold(find(source))
    scores = score(golds, _facts(predicted, golds) if predicted else extracted(golds))
    change = Gains(score(golds, _facts(against, golds)), scores) if against else None
    agreed: list[Agreement] = []
    if second:
        try:
            agreed = agreement(golds, read_gold(find(second)))
        except ValueError as error:
            raise InputError(second, str(error)) from error
    given = {"Gold": source, "extracted": predicted, "earlier run": against, "second annotator": second}
    return Quality(scores, change, agreed, {name: path for name, path in given.items() if path})


def _facts(path: str, golds: Sequence[Gold]) -> Mapping[str, Any]:
    facts = read_facts(find(path))
    if facts.keys().isdisjoint(gold.id for gold in golds):
        raise InputError(path, f"no record has the id of a gold document, such as {golds[0].id!r}")
    return facts


# How good it is -------------------------------------------------------------------------------------------------------

def masthead(quality: Quality, title: str = "") -> Shown:
    """The title, one sentence with the main figures, and where they come from."""
    scores = quality.scores
    strict, slot = scores.strict[ALL], scores.slot[ALL]
    heading = title or "How good is the extraction?"
    documents = phrases.counted_plain(scores.documents, "release")
    sentence = (
        f"Of {strict.pred:,} facts extracted from {documents}, {strict.tp:,} are right in every key slot; they are "
        f"{_percent(strict.r)} of the {strict.gold:,} facts that readers found. Strict F1 is "
        f"{_with(strict.f1, strict.f1_interval)}; counted slot by slot, F1 is {_with(slot.f1, slot.f1_interval)}."
    )
    numbers = [(f"{strict.f1:.3f}", "strict F1"), (f"{slot.f1:.3f}", "slot F1"),
               (_percent(scores.grounded), "of facts grounded"), (f"{scores.documents:,}", "gold releases")]
    origin = " · ".join(f"{name} {Path(path).name}" for name, path in quality.sources.items())
    about = {"role": "masthead", "title": heading, "summary": sentence, "key_figures": numbers, "origin": origin,
             "release_id": None, "published": None, "publisher": None}
    strip = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for value, label in numbers)
    html = (f'<div class="masthead"><p class="title">{escape(heading)}</p><p class="origin">{escape(origin)}</p>'
            f'<p class="summary">{escape(sentence)}</p><dl>{strip}</dl></div>')
    return Shown(html, f"{heading}\n{sentence}", about)


def figure(quality: Quality, ax: Axes | None = None) -> Axes:
    """F1 by family with its 95 % interval: strict filled, slot hollow."""
    scores = quality.scores
    frame = figures_frame(scores)
    shown = frame[(frame["gold facts"] + frame["extracted facts"]) > 0].to_dict("records")
    lowest = min([row[name] for row in shown for name in ("strict F1 from", "slot F1 from", "strict F1", "slot F1")
                  if pd.notna(row[name])], default=0.0)
    left = max(0.0, int(min(lowest, 0.99) * 10) / 10 - 0.02)
    with mpl.rc_context(drawing.STYLE):
        ax = ax or drawing.own_axes(0.52 * max(len(shown), 1) + 0.05, below=0.46)
        ax.set_xlim(left, 1.025)  # room for the last label
        ax.set_ylim(max(len(shown), 1), -0.05)
        for at, row in enumerate(shown):
            every = row["family"] == ALL
            words = f"{phrases.capital(row['family'])}: strict {row['strict F1']:.2f}, slots {row['slot F1']:.2f}"
            drawing.label(ax, words, left, at + 0.24, weight="bold" if every else "normal")
            for name, down, colour, face in (("strict F1", 0.54, drawing.BLUE, drawing.BLUE),
                                             ("slot F1", 0.74, drawing.ORANGE, "white")):
                low, high = row[f"{name} from"], row[f"{name} to"]
                if pd.notna(low):
                    ax.plot([low, high], [at + down] * 2, color=colour, linewidth=2, solid_capstyle="butt")
                ax.plot([row[name]], [at + down], marker="o", markersize=6, markeredgecolor=colour,
                        markerfacecolor=face, markeredgewidth=1.6, clip_on=False)
        step = 0.05 if left > 0.6 else 0.1
        ticks = [step * at for at in range(round(1 / step) + 1) if step * at >= left]
        ax.set_xticks(ticks, [f"{tick:.2f}" for tick in ticks])
        ax.set_yticks([])
        ax.tick_params(axis="x", labelsize=9, colors=drawing.QUIET)
        ax.set_xlabel("F1: strict filled, slots hollow; lines are 95 % intervals", fontsize=9, color=drawing.QUIET)
        ax.grid(axis="x", color="#eef1f4")
        ax.set_axisbelow(True)
        for side in ("left", "right", "top"):
            ax.spines[side].set_visible(False)
    words = "; ".join(
        f"{row['family']}, strict {row['strict F1']:.3f}{_range(row, 'strict F1')}, "
        f"slots {row['slot F1']:.3f}{_range(row, 'slot F1')}" for row in shown
    )
    return figures.drawn(ax, "scores", "F1 by family, with 95 % intervals", words or "There is no fact to score", frame)


def figures_frame(scores: Scores) -> pd.DataFrame:
    """Precision, recall and F1 by family, with the intervals of F1."""
    rows = []
    for family, strict in scores.strict.items():
        row: dict[str, Any] = {"family": family}
        for name, rate in (("strict", strict), ("slot", scores.slot[family])):
            low, high = rate.f1_interval or (None, None)
            row |= {f"{name} precision": rate.p, f"{name} recall": rate.r, f"{name} F1": rate.f1,
                    f"{name} F1 from": low, f"{name} F1 to": high}
        rows.append(row | {"gold facts": strict.gold, "extracted facts": strict.pred})
    return pd.DataFrame(rows)


def by_family(quality: Quality, measure: str = "strict") -> Shown:
    """Precision, recall and F1 of each family by one measure, strict or slot."""
    rates: dict[str, Rate] = getattr(quality.scores, measure)
    rows = [{"Family": family, **_measures(rate), "Right": f"{rate.tp:,}", "Extracted": f"{rate.pred:,}",
             "Gold": f"{rate.gold:,}"} for family, rate in rates.items()]
    grounded = f"grounded {_with(quality.scores.grounded, quality.scores.grounded_interval)}"
    caption = f"Scores by family, {measure}"
    return table(pd.DataFrame(rows), f"{caption} · {grounded}" if measure == "strict" else caption)


def by(quality: Quality, column: str) -> Shown:
    """The same over each group of documents: by country, whether they are held out, or another column of the gold."""
    groups = quality.scores.by(column)
    if len(groups) < 2:
        name = next(iter(groups)) or "not stated"
        return none(f"All documents are of one group by {column}: {name}.")
    rows = []
    for name, part in groups.items():
        strict, slot = part.strict[ALL], part.slot[ALL]
        rows.append({
            phrases.capital(column): name or "not stated", "Documents": f"{part.documents:,}",
            "Gold facts": f"{strict.gold:,}", "Strict F1": _with(strict.f1, strict.f1_interval),
            "Slot F1": _with(slot.f1, slot.f1_interval), "Grounded": f"{part.grounded:.3f}",
        })
    return table(pd.DataFrame(rows), f"Scores by {column}")


# Where it goes wrong --------------------------------------------------------------------------------------------------

def causes(quality: Quality) -> Shown:
    """How often each family's facts are missed, invented or wrong, and in which slots."""
    found = [(family, cause, slots, count) for (family, cause, slots), count in quality.scores.causes.most_common()
             if cause != "detail"]
    if not found:
        return none("No fact is missed, invented or wrong.")
    rows = [{"Family": family, "Cause": f"{_CAUSE_WORDS[cause]} {slots}".strip(), "Facts": f"{count:,}"}
            for family, cause, slots, count in found]
    return table(pd.DataFrame(rows), f"Errors by cause · {sum(count for *_, count in found):,} in all")


def by_slot(quality: Quality, most: int = 15) -> Shown:
    """The slots that score lowest: how often each is filled on both sides, and right."""
    found = [(name, rate) for name, rate in quality.scores.by_slot.items() if rate.gold or rate.pred]
    if not found:
        return none("No slot is filled.")
    weakest = sorted(found, key=lambda item: item[1].f1)[:most]
    rows = [{"Slot": f"{family} · {slot.replace('_', ' ')}", **_measures(rate), "Right": f"{rate.tp:,}",
             "Extracted": f"{rate.pred:,}", "Gold": f"{rate.gold:,}"} for (family, slot), rate in weakest]
    return table(pd.DataFrame(rows), f"The weakest slots · {len(rows)} of {len(found)}")


def errors(quality: Quality, most: int, families: Sequence[str] = ()) -> Shown:
    """Errors in context, at most ``most`` of each family (of all where none is named); nothing of held-out texts."""
    found = [one for one in quality.scores.disagreements if one.counted and (not families or one.family in families)]
    shown, seen = [], dict.fromkeys((one.family for one in found), 0)
    for one in found:
        seen[one.family] += 1
        if seen[one.family] <= most:
            shown.append(one)
    if not shown:
        return none("No error to show.")
    rows: list[dict[str, Cell]] = [
        {"Release": one.id, "Family": one.family,
         "Cause": f"{_CAUSE_WORDS[one.cause]} {', '.join(one.slots)}".strip(),
         "In the text": _bracketed(one.context()),
         "Gold": filled_slots(one.gold, one.family) if one.gold else "",
         "Extracted": filled_slots(one.predicted, one.family) if one.predicted else ""}
        for one in sorted(shown, key=lambda one: one.family)
    ]
    return _rows(f"Errors in context · {len(rows)} of {len(found)}", rows)


# Two readers, two runs ------------------------------------------------------------------------------------------------

def annotators(quality: Quality) -> Shown:
    """How far two annotators agree on which sentences state a fact of a family, and of which kind."""
    if not quality.agreement:
        return none("No second annotator is given: name the folder of another reader's gold by the parameter second.")
    rows = [
        {"Family": row.family, "Sentences": f"{row.units:,}", "Alike": _percent(row.observed),
         "Kappa": _number(row.kappa), "Alpha": _number(row.alpha),
         "F1 of one against the other": _with(row.strict.f1, row.strict.f1_interval)}
        for row in quality.agreement if row.strict
    ]
    return table(pd.DataFrame(rows), "Agreement of two annotators by family, over sentences")


def annotators_by_slot(quality: Quality) -> Shown:
    """How far two annotators agree on each slot of the facts that both saw, the least agreed first."""
    found = [row for row in quality.agreement if row.slot and row.alpha is not None]
    if not found:
        return none("There is no slot in which two annotators could differ.")
    rows = [
        {"Slot": f"{row.family} · {row.slot.replace('_', ' ')}", "Facts": f"{row.units:,}",
         "Alike": _percent(row.observed), "Kappa": _number(row.kappa), "Alpha": _number(row.alpha)}
        for row in sorted(found, key=lambda row: row.alpha or 0)
    ]
    return table(pd.DataFrame(rows), "Agreement of two annotators by slot, over the facts that both saw")


def balance(quality: Quality) -> Shown:
    """What was won and lost since the earlier run, by family."""
    if not quality.gains:
        return none("No earlier run is given: name its records by the parameter against.")
    rows = [
        {"Family": family, "Strict F1 before": f"{one.before:.3f}", "After": f"{one.after:.3f}",
         "Change": f"{one.difference:+.3f}" + (
             f" ({one.difference_interval[0]:+.3f} to {one.difference_interval[1]:+.3f})"
             if one.difference_interval else ""),
         "Slot F1 change": f"{one.slot_difference:+.3f}",
         **{phrases.capital(name): str(one.changes[name]) for name in CHANGES}}
        for family, one in quality.gains.balance.items()
    ]
    return table(pd.DataFrame(rows), "Gains and losses against the earlier run")


def changes(quality: Quality, most: int) -> Shown:
    """The facts that the two runs treat differently, losses first; nothing of held-out texts."""
    found = quality.gains.changes if quality.gains else []
    if not found:
        return none("No fact that may be shown has changed." if quality.gains else "No earlier run is given.")
    rows: list[dict[str, Cell]] = [
        {"Release": one.id, "Family": one.family, "Change": one.change, "Before": one.before, "After": one.after,
         "In the text": _bracketed(one.context()), "Fact": filled_slots(one.fact, one.family)}
        for one in found[:most]
    ]
    return _rows(f"Facts won and lost · {len(rows)} of {len(found)}", rows)


def provenance(quality: Quality, **parameters: Any) -> Shown:
    """Where the figures come from: what was scored and its hash, the versions, the parameters."""
    golds = quality.scores.golds
    digest = hashlib.sha256()
    for gold in golds:
        digest.update(gold.release.sha256.encode())
    rows: list[dict[str, Cell]] = [
        {"What": "To make it again", "Value": again("quality", parameters)},
        {"What": "Gold releases", "Value": f"{len(golds):,}, {sum(gold.held_out for gold in golds)} of them held out"},
        {"What": "SHA-256 over the texts", "Value": digest.hexdigest()},
    ]
    rows += made_by(parameters, ("beatbook", "numpy", "nltk"))
    return _rows("Provenance", rows, {"role": "provenance"})


# Cells ----------------------------------------------------------------------------------------------------------------


def _rows(caption: str, rows: list[dict[str, Cell]], about: dict[str, Any] | None = None) -> Shown:
    html = markup.table(caption, list(rows[0]), rows)
    return Shown(html, "\n".join([caption, *(" | ".join(map(str, row.values())) for row in rows)]), about)


def _measures(rate: Rate) -> dict[str, str]:
    """Precision, recall and F1 as cells; a share of nothing is none."""
    return {"Precision": _with(rate.p, rate.p_interval) if rate.pred else "none extracted",
            "Recall": _with(rate.r, rate.r_interval) if rate.gold else "none in gold",
            "F1": _with(rate.f1, rate.f1_interval)}


def _with(value: float, bounds: Interval | None) -> str:
    return f"{value:.3f} ({bounds[0]:.3f}–{bounds[1]:.3f})" if bounds else f"{value:.3f}"


def _range(row: Mapping[str, Any], name: str) -> str:
    low, high = row[f"{name} from"], row[f"{name} to"]
    return f" ({low:.3f} to {high:.3f})" if pd.notna(low) else ""


def _number(value: float | None) -> str:
    return "undefined" if value is None else f"{value:.3f}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}%"


def _bracketed(parts: tuple[str, str, str]) -> str:
    before, words, after = parts
    return f"{before}[{words}]{after}" if words else "no place in the text"
