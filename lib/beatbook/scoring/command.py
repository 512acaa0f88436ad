"""``beatbook score``: its arguments, and what it does with them."""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from beatbook.errors import InputError, UsageError
from beatbook.records import SCORED
from beatbook.scoring import printing
from beatbook.scoring.documents import Facts, Gold, extracted, read_facts, read_gold, write_facts
from beatbook.scoring.gains import Gains
from beatbook.scoring.scores import Scores, score

Say = Callable[[str], None]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what ``run`` takes."""
    parser.add_argument("gold", metavar="GOLD", type=Path, help="folder of *.json, or a .jsonl file: id, text, facts")
    parser.add_argument("predicted", metavar="PREDICTED", type=Path, nargs="?",
                        help="records.jsonl, or a folder that holds it; without it the texts of GOLD are extracted now")
    parser.add_argument("--against", metavar="BEFORE", type=Path,
                        help="records of an earlier run: print what was won and lost since")
    parser.add_argument("--family", metavar="NAME", action="append", choices=SCORED, dest="families",
                        help=f"score this family only; may be given several times ({', '.join(SCORED)})")
    parser.add_argument("--errors", metavar="N", type=_count, default=0,
                        help="show the first N errors in context; with --against the first N facts won and lost")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--keep", metavar="FILE", type=Path,
                        help="write the scored facts as JSON Lines, for a later --against")


def run(arguments: argparse.Namespace, say: Say, complain: Say) -> int:
    """Scores, and says the figures.

    Args:
        arguments: parsed by a parser with ``add_arguments``.
        say: takes the figures.
        complain: takes what could not be read, or does not fit.

    Returns:
        The exit code: 1 where a document or record could not be read, else 0.

    Raises:
        UsageError: a path that does not exist, or records of other documents than the gold's.
        InputError: nothing can be read from a path.
    """
    failures: list[InputError] = []

    def fail(error: InputError) -> None:
        failures.append(error)
        complain(str(error))

    for path in (arguments.gold, arguments.predicted, arguments.against):
        if path and not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    golds = read_gold(arguments.gold, fail)
    families = tuple(arguments.families or SCORED)
    predicted = arguments.predicted
    facts = _matching(read_facts(predicted, fail), golds, predicted, complain) if predicted else extracted(golds)
    scores = score(golds, facts, families)
    change = None
    if arguments.against:
        before = _matching(read_facts(arguments.against, fail), golds, arguments.against, complain)
        change = Gains(score(golds, before, families), scores)
    say(_json(scores, change, arguments.errors) if arguments.json else _text(scores, change, arguments.errors))
    if arguments.keep:
        complain(f"written to {write_facts(facts, arguments.keep)}")
    return 1 if failures else 0


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


_count.__name__ = "number"  # argparse names it in "invalid number value"


def _matching(facts: Mapping[str, Facts], golds: list[Gold], path: Path, complain: Say) -> Mapping[str, Facts]:
    known = {gold.id for gold in golds}
    missing, strange = sorted(known - facts.keys()), sorted(facts.keys() - known)
    if len(missing) == len(known):
        raise UsageError(f"{path}: no record has the id of a gold document (records have {strange[0]!r}, the gold has "
                         f"{missing[0]!r})")
    if missing:
        complain(f"{path}: no record of {len(missing)} of {len(known)} gold documents ({missing[0]!r} the first); "
                 "all their facts count as missed")
    if strange:
        complain(f"{path}: {len(strange)} of {len(facts)} records are of no gold document ({strange[0]!r} the first); "
                 "they are passed over")
    return facts


def _text(scores: Scores, change: Gains | None, most: int) -> str:
    blocks = [printing.figures(scores)]
    if change:
        blocks.append(printing.balance(change, most))
    elif most:
        blocks.append(printing.errors([found for found in scores.disagreements if found.counted], most))
    return "\n\n".join(block for block in blocks if block)


def _json(scores: Scores, change: Gains | None, most: int) -> str:
    result: dict[str, Any] = scores.to_dict()
    if change:
        result["gains"] = change.to_dict()
        if most:
            result["changes"] = [_plain(fact._asdict()) for fact in change.changes[:most]]
    elif most:
        result["disagreements"] = [_plain(asdict(found)) for found in scores.disagreements if found.counted][:most]
    return json.dumps(result, ensure_ascii=False)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "text"}
