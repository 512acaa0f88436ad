"""``beatbook score``: extracted facts held against gold ones."""

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from beatbook.commands.telling import noting, tell
from beatbook.errors import InputError, UsageError
from beatbook.records import SCORED
from beatbook.scoring import printing
from beatbook.scoring.documents import Facts, Gold, extracted, read_facts, read_gold, write_facts
from beatbook.scoring.gains import Gains
from beatbook.scoring.scores import Scores, score

DESCRIPTION = (
    "Hold extracted facts against gold ones: precision, recall and F1 a family with 95 % intervals "
    "over documents, a country, and the errors. With --against, what was won and lost since an earlier run."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the command takes."""
    parser.add_argument("gold", metavar="GOLD", type=Path, help="folder of *.json, or a .jsonl file: id, text, facts")
    parser.add_argument("predicted", metavar="PREDICTED", type=Path, nargs="?",
                       help="records.jsonl or its folder; without it the texts of GOLD are extracted now")
    parser.add_argument("--against", metavar="BEFORE", type=Path, help="records of an earlier run to compare with")
    parser.add_argument("--family", metavar="NAME", action="append", choices=SCORED, dest="families",
                       help=f"score this family only; may be given several times ({', '.join(SCORED)})")
    parser.add_argument("--errors", metavar="N", type=int, default=0,
                       help="show the first N errors in context; with --against the first N facts won and lost")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--keep", metavar="FILE", type=Path, help="write the scored facts, for a later --against")


def run(arguments: argparse.Namespace) -> int:
    """Scores, and says the figures.

    Returns:
        1 where a document or record could not be read, else 0.

    Raises:
        UsageError: a path that does not exist, a negative number, or records of other documents than the gold's.
        InputError: nothing can be read from a path.
    """
    failures: list[InputError] = []
    fail = noting(failures)

    if arguments.errors < 0:
        raise UsageError(f"--errors {arguments.errors}: 0 or more is accepted")
    for path in (arguments.gold, arguments.predicted, arguments.against):
        if path and not path.exists():
            raise UsageError(f"{path}: no such file or folder")
    golds = read_gold(arguments.gold, fail)
    families = tuple(arguments.families or SCORED)
    predicted = arguments.predicted
    facts = _matching(read_facts(predicted, fail), golds, predicted) if predicted else extracted(golds, fail)
    scores = score(golds, facts, families)
    change = None
    if arguments.against:
        before = _matching(read_facts(arguments.against, fail), golds, arguments.against)
        change = Gains(score(golds, before, families), scores)
    print(_json(scores, change, arguments.errors) if arguments.json else _text(scores, change, arguments.errors))
    if arguments.keep:
        tell(f"written to {write_facts(facts, arguments.keep)}")
    return 1 if failures else 0


def _matching(facts: Mapping[str, Facts], golds: list[Gold], path: Path) -> Mapping[str, Facts]:
    known = {gold.id for gold in golds}
    missing, strange = sorted(known - facts.keys()), sorted(facts.keys() - known)
    if len(missing) == len(known):
        raise UsageError(f"{path}: no record has the id of a gold document (records have {strange[0]!r}, the gold has "
                         f"{missing[0]!r})")
    if missing:
        tell(f"{path}: no record of {len(missing)} of {len(known)} gold documents ({missing[0]!r} the first); "
                 "all their facts count as missed")
    if strange:
        tell(f"{path}: {len(strange)} of {len(facts)} records are of no gold document ({strange[0]!r} the first); "
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
