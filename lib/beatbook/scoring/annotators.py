"""How far two annotators agree: kappa and Krippendorff's alpha, beside the F1 of one against the other.

Chance-corrected agreement needs units that both have judged, so it is taken over sentences: which kinds of facts of a
family (categories, statuses, tactics …) does a reader see in each? Kappa asks whether a sentence states any fact of the
family, alpha (with the MASI distance) which kinds. Where both saw a fact, slots are compared one by one.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from beatbook.language.document import Doc
from beatbook.records import FAMILIES, SCORED
from beatbook.scoring.documents import Gold
from beatbook.scoring.judging import Judged, judge
from beatbook.scoring.matching import COMPARISONS, KEYS, Comparable
from beatbook.scoring.scores import Rate, score

NONE = frozenset(("none",))  # the label of a sentence without a fact; an empty set has no MASI distance


class Agreement(NamedTuple):
    """Agreement on one family (``slot`` empty, units are sentences) or one slot of it (units are facts both saw).

    ``observed`` is the share of units judged alike. ``kappa`` and ``alpha`` are 1 for full agreement and 0 for what
    chance would give; they are None where they mean nothing, since neither annotator ever chose differently.
    ``strict`` holds B's facts against A's as if A were gold.
    """

    family: str
    slot: str
    units: int
    observed: float
    kappa: float | None
    alpha: float | None
    strict: Rate | None = None


def agreement(a: Sequence[Gold], b: Sequence[Gold], families: Iterable[str] = SCORED) -> list[Agreement]:
    """How far two annotators of the same documents agree.

    Args:
        a: the documents as one annotator marked them.
        b: as the other did; documents that only one of them marked are passed over.
        families: which families to compare.

    Returns:
        For each family one row over sentences, then one a slot over the facts that both saw.

    Raises:
        ValueError: no document is in both, or one differs in its text.
    """
    families = tuple(families)
    others = {gold.id: gold for gold in b}
    both = [(gold, others[gold.id]) for gold in a if gold.id in others]
    if not both:
        raise ValueError("the two annotators have no document in common")
    for one, other in both:
        if one.text != other.text:
            raise ValueError(f"the two annotators of {one.id!r} read different texts")
    judged = [judge(one, other.facts) for one, other in both]
    rates = score([one for one, _ in both], {other.id: other.facts for _, other in both}, families).strict
    starts = [[sentence.start for sentence in Doc(one.release).sentences] for one, _ in both]
    rows = []
    for family in families:
        of_family = [document[family] for document in judged]
        rows.append(_on_sentences(family, of_family, starts, rates[family]))
        rows += _on_slots(family, of_family)
    return rows


def _on_sentences(family: str, judged: Sequence[Judged], starts: Sequence[list[int]], strict: Rate) -> Agreement:
    labels = [
        pair for document, firsts in zip(judged, starts, strict=True)
        for pair in zip(_labels(document.golds, firsts), _labels(document.predicted, firsts), strict=True)
    ]
    present = [(one != NONE, other != NONE) for one, other in labels]
    kinds = FAMILIES[family].slot(KEYS[family][0]).vocabulary
    alpha = _alpha(labels, _masi) if kinds else _alpha(present)
    observed = sum(one == other for one, other in present) / len(present) if present else 1.0
    return Agreement(family, "", len(present), observed, _kappa(present), alpha, strict)


def _labels(facts: Iterable[Comparable], starts: Sequence[int]) -> list[frozenset[str]]:
    """For each sentence the kinds of facts that begin in it."""
    seen: list[set[str]] = [set() for _ in starts]
    for fact in facts:
        if fact.span and starts:
            kinds = fact.forms[0]
            seen[max(0, bisect_right(starts, fact.span[0]) - 1)].update(
                kinds if isinstance(kinds, frozenset) else [str(kinds)])
    return [frozenset(kinds) or NONE for kinds in seen]


def _on_slots(family: str, judged: Sequence[Judged]) -> list[Agreement]:
    rows = []
    for at, comparison in enumerate(COMPARISONS[family]):
        pairs = [
            (document.golds[i].forms[at], document.predicted[j].forms[at])
            for document in judged for i, (j, _) in document.pairs.items()
        ]
        # Two wordings that count as the same ("pistol", "self-loading pistol") are one label.
        same = [comparison.agree(one, other) for one, other in pairs]
        labels = [(str(one), str(one if agree else other)) for (one, other), agree in zip(pairs, same, strict=True)]
        if pairs:
            rows.append(Agreement(family, comparison.name, len(pairs), sum(same) / len(same), _kappa(labels),
                                  _alpha(labels)))
    return rows


def _kappa(labels: Sequence[tuple[Any, Any]]) -> float | None:
    return float(_task(labels).kappa()) if _differ(labels) else None


def _alpha(labels: Sequence[tuple[Any, Any]], distance: Callable[[Any, Any], float] | None = None) -> float | None:
    return float(_task(labels, distance).alpha()) if _differ(labels) else None


def _differ(labels: Sequence[tuple[Any, Any]]) -> bool:
    return len({label for pair in labels for label in pair}) > 1


def _masi(one: Any, other: Any) -> float:
    from nltk.metrics.distance import masi_distance

    return float(masi_distance(one, other))


def _task(labels: Sequence[tuple[Any, Any]], distance: Callable[[Any, Any], float] | None = None) -> Any:
    from nltk.metrics.agreement import AnnotationTask  # late: nltk costs half a second
    from nltk.metrics.distance import binary_distance

    rows = [(coder, str(at), label) for at, pair in enumerate(labels) for coder, label in zip("ab", pair, strict=True)]
    return AnnotationTask(rows, distance or binary_distance)
