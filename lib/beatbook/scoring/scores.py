"""Precision, recall and F1 of extracted facts against gold ones, with intervals and with the errors.

*Strict*: a fact is right when it agrees with its gold fact in all key slots. *Slot*: every filled slot counts alone.
*Grounded*: the share of predicted facts whose words overlap those of the gold fact they answer.

Intervals are bootstrap percentiles over documents, not over facts: the facts of one release stand and fall together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from beatbook.records import SCORED, Record
from beatbook.scoring.documents import Facts, Gold, facts_of
from beatbook.scoring.judging import Disagreement, Judged, judge

ALL = "all"
LEVEL = 0.95
_SAMPLES = 2_000
_SEED = 20_221_130  # any number; fixed, so that the same input gives the same intervals
_AT_ONCE = 4_000_000  # weights held in memory at once

Interval = tuple[float, float]


class Rate(NamedTuple):
    """Precision, recall and F1 with the counts behind them, and their 95 % intervals (None for a single document).

    Where nothing is predicted precision is 1, where the gold holds nothing recall is 1.
    """

    p: float
    r: float
    f1: float
    tp: int
    pred: int
    gold: int
    p_interval: Interval | None = None
    r_interval: Interval | None = None
    f1_interval: Interval | None = None


def rates(tp: Any, pred: Any, gold: Any) -> tuple[Any, Any, Any]:
    """Precision, recall and F1 of counts (numbers or arrays of them)."""
    tp, pred, gold = (np.asarray(counts, dtype=float) for counts in (tp, pred, gold))
    p = np.divide(tp, pred, out=np.ones_like(tp), where=pred > 0)
    r = np.divide(tp, gold, out=np.ones_like(tp), where=gold > 0)
    both = p + r
    return p, r, np.divide(2 * p * r, both, out=np.zeros_like(tp), where=both > 0)


def resampled(counts: np.ndarray) -> np.ndarray:
    """Sums of counts (documents × …) over bootstrap samples of the documents: samples × …"""
    documents = len(counts)
    flat = counts.reshape(documents, -1).astype(float)
    random = np.random.default_rng(_SEED)
    batch = max(1, _AT_ONCE // documents)
    sums = [
        random.multinomial(documents, np.full(documents, 1 / documents), size=min(batch, _SAMPLES - done)) @ flat
        for done in range(0, _SAMPLES, batch)
    ]
    return np.concatenate(sums).reshape(_SAMPLES, *counts.shape[1:])


def interval(samples: np.ndarray) -> Interval | None:
    """The middle 95 % of bootstrap samples; None where none of them has a value."""
    samples = samples[~np.isnan(samples)]
    if not len(samples):
        return None
    low, high = np.quantile(samples, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


@dataclass(frozen=True)
class Scores:
    """How well extracted facts agree with the gold, over any set of documents."""

    golds: Sequence[Gold]
    judged: Sequence[Mapping[str, Judged]]
    families: tuple[str, ...] = SCORED

    @property
    def documents(self) -> int:
        """How many documents were scored."""
        return len(self.golds)

    @cached_property
    def strict(self) -> dict[str, Rate]:
        """By family, and "all" over them: facts right in all key slots."""
        return self._rates("strict")

    @cached_property
    def slot(self) -> dict[str, Rate]:
        """By family, and "all" over them: filled slots."""
        return self._rates("slot")

    @cached_property
    def grounded(self) -> float:
        """The share of predicted facts whose words overlap those of the gold fact they answer."""
        right, predicted = self._grounded.sum(axis=0)
        return float(right / predicted) if predicted else 1.0

    @cached_property
    def grounded_interval(self) -> Interval | None:
        """The 95 % interval of ``grounded``."""
        if self.documents < 2:
            return None
        right, predicted = resampled(self._grounded).T
        return interval(np.divide(right, predicted, out=np.full_like(right, np.nan), where=predicted > 0))

    @property
    def disagreements(self) -> list[Disagreement]:
        """What gold and prediction do not agree on, document by document; those of held-out documents are left out."""
        return [
            disagreement for gold, judged in zip(self.golds, self.judged, strict=True) if not gold.held_out
            for family in self.families for disagreement in judged[family].disagreements(gold)
        ]

    @property
    def causes(self) -> Counter[tuple[str, str, str]]:
        """How often (family, cause, slots that differ), over all documents, the held-out ones among them."""
        return Counter(
            (family, disagreement.cause, ", ".join(disagreement.slots))
            for gold, judged in zip(self.golds, self.judged, strict=True)
            for family in self.families for disagreement in judged[family].disagreements(gold)
        )

    @property
    def by_slot(self) -> dict[tuple[str, str], Rate]:
        """By family and slot: how often it is filled on each side, and right."""
        counts: Counter[tuple[str, str, int]] = Counter()
        for judged in self.judged:
            for family in self.families:
                for slot, three in judged[family].by_slot.items():
                    for at, count in enumerate(three):
                        counts[family, slot, at] += count
        names = dict.fromkeys((family, slot) for family, slot, _ in counts)
        return {name: _rate([counts[*name, at] for at in range(3)]) for name in names}

    def by(self, column: str) -> dict[str, "Scores"]:
        """Scores of each group of documents that share a value of ``column``.

        Args:
            column: ``country``, ``reading`` (read or held out), or any other column of the gold; "" where empty.
        """
        groups: dict[str, list[int]] = {}
        for at, gold in enumerate(self.golds):
            groups.setdefault(_group(gold, column), []).append(at)
        return {
            name: Scores([self.golds[at] for at in groups[name]], [self.judged[at] for at in groups[name]],
                         self.families)
            for name in sorted(groups)
        }

    def to_dict(self) -> dict[str, Any]:
        """All figures as plain values: documents, strict and slot by family, grounded, and strict by country."""
        return self._figures() | {"countries": {name: part._figures() for name, part in self.by("country").items()}}

    def _figures(self) -> dict[str, Any]:
        return {
            "documents": self.documents,
            "strict": {family: rate._asdict() for family, rate in self.strict.items()},
            "slot": {family: rate._asdict() for family, rate in self.slot.items()},
            "grounded": self.grounded,
            "grounded_interval": self.grounded_interval,
        }

    def counts(self, measure: str) -> np.ndarray:
        """Right, predicted and gold of a measure (strict or slot): documents × families and all × 3."""
        counts = np.array([[getattr(judged[family], measure) for family in self.families] for judged in self.judged])
        return np.concatenate([counts, counts.sum(axis=1, keepdims=True)], axis=1)

    @cached_property
    def _grounded(self) -> np.ndarray:
        return np.array([
            [sum(judged[family].grounded for family in self.families),
             sum(len(judged[family].predicted) for family in self.families)] for judged in self.judged
        ])

    def _rates(self, measure: str) -> dict[str, Rate]:
        counts = self.counts(measure)
        names, sums = (*self.families, ALL), counts.sum(axis=0)
        if self.documents < 2:
            return {name: _rate(sums[at]) for at, name in enumerate(names)}
        samples = resampled(counts)
        return {name: _rate(sums[at], samples[:, at]) for at, name in enumerate(names)}


def _rate(counts: Any, samples: np.ndarray | None = None) -> Rate:
    tp, pred, gold = (int(count) for count in counts)
    p, r, f1 = rates(tp, pred, gold)
    rate = Rate(float(p), float(r), float(f1), tp, pred, gold)
    if samples is None:
        return rate
    tps, preds, golds = samples.T
    p, r, f1 = rates(tps, preds, golds)
    # A sample without a predicted fact says nothing about precision, one without a gold fact nothing about recall.
    p, r, f1 = (np.where(known, measure, np.nan)
                for known, measure in ((preds > 0, p), (golds > 0, r), (preds + golds > 0, f1)))
    return rate._replace(p_interval=interval(p), r_interval=interval(r), f1_interval=interval(f1))


def _group(gold: Gold, column: str) -> str:
    if column == "reading":
        return "held out" if gold.held_out else "read"
    value = getattr(gold, column) if column in ("country", "published", "title") else gold.extra.get(column)
    return "" if value is None else str(value)


def score(
    golds: Iterable[Gold], predicted: Mapping[str, Facts] | Iterable[Record], families: Iterable[str] = SCORED,
) -> Scores:
    """Holds extracted facts against gold ones.

    Args:
        golds: the gold documents (``read_gold``).
        predicted: facts by document id (``read_facts``), or records. A document without any counts as all missed.
        families: which families to score.

    Raises:
        ValueError: for a family that is not scored, or where there is no gold document.
    """
    golds, families = list(golds), tuple(families)
    if not golds:
        raise ValueError("there is no gold document to score against")
    for family in families:
        if family not in SCORED:
            raise ValueError(f"{family!r} is not scored; {', '.join(SCORED)} are")
    facts = predicted if isinstance(predicted, Mapping) else facts_of(predicted)
    return Scores(golds, [judge(gold, facts.get(gold.id, {})) for gold in golds], families)
