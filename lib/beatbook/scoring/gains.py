"""What a change won and lost: two record sets held against the same gold."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from beatbook.records import SCORED
from beatbook.scoring.documents import Facts, Gold
from beatbook.scoring.judging import Judged, in_context
from beatbook.scoring.matching import KEYS, Comparable
from beatbook.scoring.scores import ALL, Interval, Scores, interval, rates, resampled, score

CHANGES = {
    "lost": "a gold fact that was right and no longer is",
    "won": "a gold fact that is right now and was not",
    "worse": "a gold fact with fewer right slots than before, right or wrong as it was",
    "better": "a gold fact with more right slots than before, right or wrong as it was",
    "newly invented": "a predicted fact that answers no gold fact, and was not there before",
    "no longer invented": "such a fact of before that is no longer predicted",
}


class Change(NamedTuple):
    """One fact that two runs treat differently; ``before`` and ``after`` say how each had it."""

    id: str
    family: str
    change: str
    before: str
    after: str
    fact: dict[str, Any]
    span: tuple[int, int] | None
    text: str

    def context(self, width: int = 60) -> tuple[str, str, str]:
        """The words before, of, and after the fact, on one line each."""
        return in_context(self.text, self.span, width)


class Balance(NamedTuple):
    """One family's gains and losses: strict F1 of both runs, their difference with its interval, and the counts."""

    before: float
    after: float
    difference: float
    difference_interval: Interval | None
    slot_difference: float
    changes: dict[str, int]


@dataclass(frozen=True)
class Gains:
    """What changed between two runs over the same gold."""

    before: Scores
    after: Scores

    @cached_property
    def changes(self) -> list[Change]:
        """The facts that changed, losses first; those of held-out documents are left out."""
        order = list(CHANGES)
        shown = [change for gold, changes in self._changes for change in changes if not gold.held_out]
        return sorted(shown, key=lambda change: order.index(change.change))

    @cached_property
    def balance(self) -> dict[str, Balance]:
        """Gains and losses by family, and "all" over them; held-out documents are counted like all others."""
        counted = Counter((name, change.change) for _, changes in self._changes for change in changes
                          for name in (change.family, ALL))
        names = (*self.after.families, ALL)
        differences = self._intervals()
        return {
            name: Balance(
                self.before.strict[name].f1, self.after.strict[name].f1,
                self.after.strict[name].f1 - self.before.strict[name].f1, differences[at],
                self.after.slot[name].f1 - self.before.slot[name].f1,
                {change: counted[name, change] for change in CHANGES},
            )
            for at, name in enumerate(names)
        }

    def to_dict(self) -> dict[str, Any]:
        """The balance by family as plain values."""
        return {name: balance._asdict() for name, balance in self.balance.items()}

    def _intervals(self) -> list[Interval | None]:
        """The interval of each difference in strict F1; the same resampled documents stand on both sides."""
        before, after = self.before.counts("strict"), self.after.counts("strict")
        if len(before) < 2:
            return [None] * before.shape[1]
        f1s = [rates(*(resampled(counts)[:, :, at] for at in range(3)))[2] for counts in (before, after)]
        return [interval(column) for column in (f1s[1] - f1s[0]).T]

    @cached_property
    def _changes(self) -> list[tuple[Gold, list[Change]]]:
        return [
            (gold, [change for family in self.after.families for change in _changed(gold, old[family], new[family])])
            for gold, old, new in zip(self.after.golds, self.before.judged, self.after.judged, strict=True)
        ]


def gains(
    golds: Sequence[Gold], before: Mapping[str, Facts], after: Mapping[str, Facts], families: Iterable[str] = SCORED,
) -> Gains:
    """What was won and lost between two record sets.

    Args:
        golds: the gold documents (``read_gold``).
        before: facts by document id of the earlier run (``read_facts``).
        after: facts by document id of the later run.
        families: which families to compare.
    """
    families = tuple(families)
    return Gains(score(golds, before, families), score(golds, after, families))


def _changed(gold: Gold, old: Judged, new: Judged) -> Iterator[Change]:
    for i, fact in enumerate(new.golds):
        was, now, slots_were, slots_are = old.right(i), new.right(i), old.found_slots(i), new.found_slots(i)
        if was != now:
            change = "won" if now else "lost"
        elif len(slots_were) != len(slots_are):
            change = "better" if len(slots_are) > len(slots_were) else "worse"
        else:
            continue
        yield Change(gold.id, new.family, change, _state(old, i), _state(new, i), dict(fact.fact), fact.span, gold.text)
    invented, were = ([judged.predicted[j] for j in judged.invented] for judged in (new, old))
    for change, facts, others in (("newly invented", invented, were), ("no longer invented", were, invented)):
        known = Counter(fact.key for fact in others)
        for fact in facts:
            known[fact.key] -= 1
            if known[fact.key] < 0:
                came = change == "newly invented"
                yield Change(gold.id, new.family, change, "absent" if came else _rule(fact),
                             _rule(fact) if came else "absent", dict(fact.fact), fact.span, gold.text)


def _state(judged: Judged, i: int) -> str:
    """How a run had gold fact ``i``: right, wrong in which slots, or missed."""
    if i not in judged.pairs:
        return "missed"
    j, differing = judged.pairs[i]
    wrong = [slot for slot in KEYS[judged.family] if slot in differing]
    detail = sorted(differing - set(wrong))
    state = f"wrong in {', '.join(wrong)}" if wrong else f"right but for {', '.join(detail)}" if detail else "right"
    return f"{state} ({judged.predicted[j].fact['rule']})" if judged.predicted[j].fact.get("rule") else state


def _rule(fact: Comparable) -> str:
    return f"invented ({fact.fact['rule']})" if fact.fact.get("rule") else "invented"
