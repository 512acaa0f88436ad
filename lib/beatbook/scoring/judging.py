"""One document judged: its predicted facts held against its gold facts, family by family."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from beatbook.records import SCORED
from beatbook.scoring.documents import Facts, Gold
from beatbook.scoring.matching import BESIDE, COMPARISONS, KEYS, Comparable, Span, align, comparable, disagreeing

_SPACE = re.compile(r"\s+")
CAUSES = {
    "missed": "a gold fact that no predicted fact answers",
    "invented": "a predicted fact that answers no gold fact",
    "wrong": "an aligned fact that differs in a key slot",
    "detail": "a right fact that differs in a slot beside the key",
}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One fact on which gold and prediction do not agree.

    ``cause`` is one of ``CAUSES``; ``slots`` are those that differ (of a wrong fact its key slots, of a detail the
    others). ``gold`` and ``predicted`` are the facts as given, with their spans in ``text``.
    """

    id: str
    family: str
    cause: str
    slots: tuple[str, ...]
    gold: dict[str, Any] | None
    predicted: dict[str, Any] | None
    gold_span: Span | None
    predicted_span: Span | None
    text: str

    @property
    def counted(self) -> bool:
        """Whether it makes a fact wrong by the strict measure."""
        return self.cause != "detail"

    def context(self, width: int = 60) -> tuple[str, str, str]:
        """The words before, of, and after the fact (the gold one where there is one), on one line each."""
        return in_context(self.text, self.gold_span or self.predicted_span, width)

    def __str__(self) -> str:
        return f"{self.cause}: {', '.join(self.slots)}" if self.slots else self.cause


def in_context(text: str, span: Span | None, width: int = 60) -> tuple[str, str, str]:
    """The words before, in and after a span, each on one line; three empty strings where there is no span."""
    if span is None:
        return "", "", ""
    start, end = span
    before, after = text[max(0, start - width):start], text[end:end + width]
    # cut at words, so that no half word stands at the rim
    if start > width:
        before = "…" + before.partition(" ")[2]
    if end + width < len(text):
        after = after.rpartition(" ")[0] + "…"
    return _SPACE.sub(" ", before).lstrip(), _SPACE.sub(" ", text[start:end]), _SPACE.sub(" ", after).rstrip()


@dataclass(frozen=True, slots=True)
class Judged:
    """One family of one document: the facts of both sides, and ``pairs`` (gold index → predicted index, slots)."""

    family: str
    golds: list[Comparable]
    predicted: list[Comparable]
    pairs: dict[int, tuple[int, frozenset[str]]]

    def right(self, i: int) -> bool:
        """Whether gold fact ``i`` is answered by a fact that agrees in all key slots."""
        return i in self.pairs and self.pairs[i][1].isdisjoint(KEYS[self.family])

    def found_slots(self, i: int) -> frozenset[str]:
        """The filled slots of gold fact ``i`` in which the fact that answers it agrees."""
        if i not in self.pairs:
            return frozenset()
        j, differing = self.pairs[i]
        return (self.golds[i].filled & self.predicted[j].filled) - differing

    @property
    def invented(self) -> list[int]:
        """The predicted facts that answer no gold fact."""
        answering = {j for j, _ in self.pairs.values()}
        return [j for j in range(len(self.predicted)) if j not in answering]

    @property
    def strict(self) -> tuple[int, int, int]:
        """Facts right, predicted, in the gold."""
        return sum(map(self.right, range(len(self.golds)))), len(self.predicted), len(self.golds)

    @property
    def slot(self) -> tuple[int, int, int]:
        """Filled slots right, predicted, in the gold."""
        right = sum(len(self.found_slots(i)) for i in self.pairs)
        return right, sum(len(fact.filled) for fact in self.predicted), sum(len(fact.filled) for fact in self.golds)

    @property
    def by_slot(self) -> dict[str, tuple[int, int, int]]:
        """The same for each slot of the family alone."""
        return {
            comparison.name: (
                sum(comparison.name in self.found_slots(i) for i in self.pairs),
                sum(comparison.name in fact.filled for fact in self.predicted),
                sum(comparison.name in fact.filled for fact in self.golds),
            )
            for comparison in COMPARISONS[self.family]
        }

    @property
    def grounded(self) -> int:
        """How many predicted facts overlap the words of the gold fact that they answer."""
        spans = ((self.golds[i].span, self.predicted[j].span) for i, (j, _) in self.pairs.items())
        return sum(bool(a and b and a[0] < b[1] and b[0] < a[1]) for a, b in spans)

    def disagreements(self, document: Gold) -> Iterator[Disagreement]:
        """What gold and prediction do not agree on: wrong facts and details, then missed, then invented ones."""
        for i, (j, differing) in self.pairs.items():
            gold, guess = self.golds[i], self.predicted[j]
            wrong = tuple(slot for slot in KEYS[self.family] if slot in differing)
            detail = tuple(slot for slot in BESIDE[self.family]
                           if slot in differing and slot in gold.filled | guess.filled)
            if wrong or detail:
                yield self._disagreement(document, "wrong" if wrong else "detail", wrong or detail, gold, guess)
        for i, gold in enumerate(self.golds):
            if i not in self.pairs:
                yield self._disagreement(document, "missed", (), gold, None)
        for j in self.invented:
            yield self._disagreement(document, "invented", (), None, self.predicted[j])

    def _disagreement(
        self, document: Gold, cause: str, slots: tuple[str, ...], gold: Comparable | None, guess: Comparable | None,
    ) -> Disagreement:
        return Disagreement(
            document.id, self.family, cause, slots, dict(gold.fact) if gold else None,
            dict(guess.fact) if guess else None, gold.span if gold else None, guess.span if guess else None,
            document.text,
        )


def judge(document: Gold, facts: Facts) -> dict[str, Judged]:
    """A document's predicted facts held against its gold ones, by family."""
    return {family: _judge(family, document, facts) for family in SCORED}


def _judge(family: str, document: Gold, facts: Facts) -> Judged:
    golds = [comparable(family, fact, document.text) for fact in document.facts.get(family, ())]
    predicted = [comparable(family, fact, document.text) for fact in facts.get(family, ())]
    pairs = {i: (j, disagreeing(golds[i], predicted[j])) for i, j in align(golds, predicted)}
    return Judged(family, golds, predicted, pairs)
