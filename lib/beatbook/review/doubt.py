"""What to look at first: how likely a fact is wrong, and how many wrong or missing facts a release may have.

The likelihoods are measured: ``rules.csv`` says how often each rule was right on the gold
(``benchmarks/rule_precision.py`` makes it). A contradiction counts as one error, since one of its two sides is wrong.
"""

import csv
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from beatbook.records import Fact
from beatbook.review.applying import RULE, UNPROVED, Reviewed

_PRIOR = 4
"""A rule counts as if it had given four more facts, right as often as those of its family: few facts prove little."""
_UNSCORED = 0.9  # contacts and aims: no gold
_CONTRADICTED = 0.5  # one of the two sides of a contradiction is wrong


class Doubt(NamedTuple):
    """How likely something is wrong (0 to 1), and why we think so."""

    share: float
    why: str


@cache
def _measured() -> tuple[dict[tuple[str, str], tuple[int, int]], dict[str, float]]:
    rules: dict[tuple[str, str], tuple[int, int]] = {}
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    with (files("beatbook.review") / "rules.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            given, right = int(row["given"]), int(row["right"])
            rules[row["family"], row["rule"]] = given, right
            sums[row["family"]][0] += given
            sums[row["family"]][1] += right
    return rules, {family: right / given for family, (given, right) in sums.items()}


def precision(family: str, rule: str) -> tuple[float, int]:
    """How often facts of a rule are right, drawn towards its family where it gave few, and how many it gave."""
    rules, families = _measured()
    given, right = rules.get((family, rule), (0, 0))
    return (right + _PRIOR * families.get(family, _UNSCORED)) / (given + _PRIOR), given


def of_fact(fact: Fact, reviewed: Reviewed) -> Doubt:
    """How doubtful a fact is that nobody has looked at."""
    for check in _open(reviewed, "checks"):
        for start, end in ((check["start"], check["end"]), (check["other_start"], check["other_end"])):
            if start is not None and fact.start < end and start < fact.end:
                return Doubt(_CONTRADICTED, f"a check failed: {check['message']}")
    if fact.rule in (RULE, UNPROVED):
        return Doubt(0.0, "entered by hand")
    share, given = precision(fact.family, fact.rule)
    if not given:
        return Doubt(1 - share, f"no fact of the rule “{fact.rule}” was measured")
    return Doubt(1 - share, f"the rule “{fact.rule}” is right in {share:.0%} of its facts")


def of_figure(row: dict[str, Any]) -> Doubt:
    """How likely a figure that no fact claims stands for a fact that was missed."""
    if row.get("reason"):
        return Doubt(1 - precision("unclaimed", "with a reason")[0], f"no fact claims it: {row['reason']}")
    return Doubt(1 - precision("unclaimed", "without a reason")[0], "no fact claims it")


def figures(reviewed: Reviewed) -> list[dict[str, Any]]:
    """The unclaimed figures that nobody has let pass."""
    return [row for row in _open(reviewed, "unclaimed") if row["kind"] != "term"]


def checks(reviewed: Reviewed) -> list[dict[str, Any]]:
    """The contradictions that nobody has let pass."""
    return _open(reviewed, "checks")


def _open(reviewed: Reviewed, table: str) -> list[dict[str, Any]]:
    return [row for row in getattr(reviewed.record, table) if not reviewed.is_passed(table, row["start"], row["end"])]


class Expected(NamedTuple):
    """Of one release: how many wrong or missing facts are to be expected, and what is left to look at."""

    errors: float
    checks: int
    figures: int
    facts: int
    weakest: float

    @property
    def rank(self) -> tuple[float, ...]:
        """Failed checks first, then unclaimed figures and weak rules by what they let expect."""
        return (-min(self.checks, 1), -self.errors)


def of_release(reviewed: Reviewed) -> Expected:
    """What is left to look at in a release."""
    failed, left = checks(reviewed), figures(reviewed)
    open_facts = [of_fact(tracked.fact, reviewed).share for tracked in reviewed.tracked if not tracked.state]
    errors = len(failed) * _CONTRADICTED + sum(of_figure(row).share for row in left) + sum(open_facts)
    return Expected(errors, len(failed), len(left), len(open_facts), max(open_facts, default=0.0))
