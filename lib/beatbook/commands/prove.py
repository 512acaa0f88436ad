"""``beatbook prove``: records that any system made, held against their texts."""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from beatbook.commands.telling import INPUT, noting, tell
from beatbook.errors import InputError, UsageError
from beatbook.proof import PROVED, REFUSED, UNPROVABLE
from beatbook.proving import Verdict, verdicts
from beatbook.reading import read
from beatbook.records import FAMILIES
from beatbook.scoring.documents import read_facts
from beatbook.terminal import clean
from beatbook.writing import write_whole

DESCRIPTION = (
    "Hold each fact of RECORDS against its text: proved, refused (and which slot), or not provable. "
    "Says what was not proved; with --to, writes the proved facts."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the command takes."""
    parser.add_argument("texts", nargs="+", metavar="TEXTS", help=INPUT)
    parser.add_argument("records", metavar="RECORDS", type=Path,
                        help="records.jsonl or its folder: id, facts by family")
    parser.add_argument("--to", metavar="FILE", type=Path, help="write the proved facts as JSON Lines")
    parser.add_argument("--all", action="store_true", help="say the proved facts too")


def run(arguments: argparse.Namespace) -> int:
    """Says the verdicts, and writes the proved facts where asked.

    Returns:
        1 where a text or record could not be read or matched, else 0; a refused fact is a result, not a failure.

    Raises:
        UsageError: a path of records that does not exist.
        InputError: nothing can be read from it.
    """
    failures: list[InputError] = []
    fail = noting(failures)

    if not arguments.records.exists():
        raise UsageError(f"{arguments.records}: no such file or folder")
    records = read_facts(arguments.records, fail)
    proved: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    tally: Counter[str] = Counter()
    for release in read(arguments.texts, on_error=fail):
        facts = records.pop(str(release.id), None)
        if facts is None:
            tell(f"{release.id}: no record of that id in {arguments.records}")
            continue
        kept = proved.setdefault(str(release.id), {})
        for verdict in verdicts(release, facts):
            tally[verdict.proof.status] += 1
            if verdict.proof.status == PROVED:
                kept.setdefault(verdict.family, []).append(verdict.given)
            if arguments.all or verdict.proof.status != PROVED:
                print(clean(_line(verdict)))
    for id in records:
        fail(InputError(str(arguments.records), f"has a record {id!r}, and no text of that id was read"))
    print(clean(", ".join(f"{tally[status]:,} {status}" for status in (PROVED, REFUSED, UNPROVABLE))))
    if arguments.to:
        _write(proved, arguments.to)
        tell(f"written to {arguments.to}")
    return 1 if failures else 0


def _line(verdict: Verdict) -> str:
    status, slot, reason = verdict.proof
    where = f"{verdict.record} · {verdict.family} {verdict.number}: {status}"
    return where + (f" in {slot}" if slot else "") + (f" ({reason})" if reason else "")


def _write(records: Mapping[str, Mapping[str, Iterable[Mapping[str, Any]]]], path: Path) -> None:
    """The proved facts as JSON Lines, written beside and then renamed."""
    rows = ({"id": id, "facts": {family: list(facts.get(family, ())) for family in FAMILIES}}
            for id, facts in records.items())
    write_whole("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8", "replace"), path)
