#!/usr/bin/env python3
"""How often is each rule right? Written as a CSV, by which a review looks at the weakest rules first.

    python benchmarks/rule_precision.py data/benchmark/own data/benchmark/varied data/benchmark/dev \
        --to lib/beatbook/review/rules.csv

A row is a rule of a family: how many facts it gave on the gold, and how many of them agree with a gold fact in all key
slots. The row of family "unclaimed" says how many unclaimed figures there were, and how many of them stand in the words
of a gold fact that was missed or differs.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from beatbook.extract import extract
from beatbook.scoring import facts_of, read_gold
from beatbook.scoring.judging import judge
from beatbook.scoring.matching import KEYS


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path, help="folders or .jsonl files of gold")
    parser.add_argument("--to", type=Path, required=True, help="the CSV to write")
    arguments = parser.parse_args()
    given: Counter[tuple[str, str]] = Counter()
    wrong: Counter[tuple[str, str]] = Counter()
    for place in arguments.gold:
        for gold in read_gold(place, lambda error: print(error, file=sys.stderr)):
            record = extract(gold.release)
            missed = []
            for family, judged in judge(gold, facts_of([record])[gold.id]).items():
                for fact in judged.predicted:
                    given[family, str(fact.fact["rule"])] += 1
                bad = set(judged.invented) | {
                    j for j, differing in judged.pairs.values() if differing & set(KEYS[family])}
                for j in bad:
                    wrong[family, str(judged.predicted[j].fact["rule"])] += 1
                missed += [fact.span for i, fact in enumerate(judged.golds) if not judged.right(i) and fact.span]
            for row in record.unclaimed:
                if row["kind"] != "term":
                    key = "unclaimed", "with a reason" if row["reason"] else "without a reason"
                    given[key] += 1
                    wrong[key] += any(start <= row["start"] < end for start, end in missed)
    with arguments.to.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["family", "rule", "given", "right"])
        rows.writerows([*key, given[key], given[key] - wrong[key]] for key in sorted(given))
    print(f"{len(given)} rules, {sum(given.values())} facts, written to {arguments.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
