#!/usr/bin/env python3
"""Ten thousand releases of which one in ten is broken: are all good ones there, and does memory stay flat?

    python benchmarks/many_failures.py [--releases 10000] [--against 1000]

Writes a folder of files (texts, pages, messages, rows of tables), every tenth broken in one of ten ways, and runs
``beatbook extract --to`` on it in a process of its own; once with as many as --against, for comparison. Prints the
counts, the time and the peak of memory of both, and the reasons by kind. Exits 1 where a good one is missing, a broken
one is not in ``failures.csv``, or the peak grows by more than half.
"""

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))  # what writes the formats is shared

import made_formats as made

FRENCH = (
    "Deux hommes ont été interpellés lundi dans un appartement de la ville. Les policiers ont saisi quatre couteaux "
    "et de la "
    "drogue. Ils ont été placés en garde à vue et seront présentés au parquet dans la semaine."
)
BROKEN = (
    (".txt", b""),
    (".txt", b"\0\1\2"),
    (".pdf", b"%PDF-1.4 cut"),
    (".docx", b"PK\x03\x04cut"),
    (".html", b"<html><img></html>"),
    (".eml", b"no message"),
    (".xml", b"<a/>"),
    (".zip", b"PK\x03\x04cut"),
    (".txt", FRENCH.encode()),
    (".csv", b"a,b\n1,2\n"),
)


def good(number: int) -> tuple[str, bytes]:
    """A release that is like no other, as a file of some kind."""
    text = (
        f"Two held in week {number}\n\nTwo men, aged {18 + number % 60} and 31, were arrested in Hull on 3 May "
        f"2024.\n\nOfficers seized:\n\n"
        f"- {number} knives\n- {number % 90 + 1}kg of cannabis\n- £{number * 10:,} in cash\n\nBoth were charged with "
        f"possession of a knife."
    )
    written = made.Written(f"r{number}", text, f"Two held in week {number}", "GB", "2024-05-05")
    kinds = (
        (".txt", made.text),
        (".txt", made.text),
        (".html", made.page_plain),
        (".eml", made.eml_plain),
        (".jsonl", made.rows),
    )
    suffix, write = kinds[number % len(kinds)]
    return suffix, write(written)


def run(count: int) -> tuple[int, int, float, float, Counter[str]]:
    """How many records and failures, seconds, peak in MB, and reasons."""
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place) / "in", Path(place) / "out"
        source.mkdir()
        for number in range(count):
            suffix, data = BROKEN[number // 10 % len(BROKEN)] if number % 10 == 9 else good(number)
            (source / f"r{number:06}{suffix}").write_bytes(data)
        code = (
            "import resource, sys; from beatbook import cli; code = cli.main(['extract', sys.argv[1], '--to', "
            "sys.argv[2]]); "
            "print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        begin = time.perf_counter()
        done = subprocess.run(  # noqa: S603  (our own program)
            [sys.executable, "-c", code, str(source), str(target)], capture_output=True, text=True, check=True
        )
        seconds = time.perf_counter() - begin
        exit_code, peak = map(int, done.stdout.split()[-2:])
        assert exit_code == 1, done.stderr[-500:]
        with (target / "records.jsonl").open(encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        assert all(record["facts"]["outcomes"] and record["facts"]["seizures"] for record in records)
        with (target / "failures.csv").open(encoding="utf-8", newline="") as file:
            failures = list(csv.DictReader(file))
        assert all(failure["reason"] for failure in failures)
        reasons = Counter(re.sub(r"[('\d].*", "", failure["reason"])[:60] for failure in failures)
        return len(records), len(failures), seconds, peak / 1024, reasons


def main() -> int:
    """Prints both runs; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=10_000)
    parser.add_argument("--against", type=int, default=1_000)
    arguments = parser.parse_args()
    wrong = 0
    peaks = []
    for count in (arguments.against, arguments.releases):
        records, failures, seconds, peak, reasons = run(count)
        broken = count // 10
        wrong += (records, failures) != (count - broken, broken)
        peaks.append(peak)
        print(
            f"{count:7,} files: {records:,} records of {count - broken:,}, {failures:,} failures of {broken:,}, "
            f"{seconds:.0f} s, peak {peak:.0f} MB"
        )
    for reason, times in reasons.most_common():
        print(f"{times:7,} {reason}")
    print(f"peak grows by {peaks[1] / peaks[0] - 1:+.0%}")
    return 1 if wrong or peaks[1] > 1.5 * peaks[0] else 0


if __name__ == "__main__":
    sys.exit(main())
