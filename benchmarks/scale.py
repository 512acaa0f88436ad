#!/usr/bin/env python3
"""What many releases cost: by one process and several, by a cluster of this machine, and in memory.

    python benchmarks/scale.py --texts 20000 --rounds 1        --jobs 1 and --jobs 2 in turn, and --cluster local:2
    python benchmarks/scale.py --memory 10000 100000 --jobs 2  the peak of memory when so many are done, in one run

The archive is that of speed.py as JSON Lines; each run is the command itself, to its end, with store and exports. Times
are by the clock, since several processes share what counts here; on a machine that does other work as well the best of
several rounds says most. The time of the processors, in all processes of a run, hardly hangs on others: its half is
what two idle processors would take at best. Exits 1 where runs differ in a byte of what they export.
"""

import argparse
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from speed import releases

from beatbook import exports


class Cost(NamedTuple):
    """Seconds by the clock, seconds of processors in all processes, and the largest process in bytes."""

    clock: float
    processors: float
    memory: int


def archive(file: Path, texts: int) -> None:
    """Writes so many releases."""
    with file.open("w", encoding="utf-8") as out:
        for one in releases(texts):
            row = {"id": one.id, "text": one.text, "country": one.country, "published": one.published}
            out.write(json.dumps(row) + "\n")


def run(file: Path, to: Path, given: list[str], seen: Callable[[int], None] = lambda _: None) -> Cost:
    """Extracts an archive into a new folder; ``seen`` is told the peak of memory so far, ten times a second."""
    shutil.rmtree(to, ignore_errors=True)
    command = [sys.executable, "-m", "beatbook", "extract", str(file), "--to", str(to), *given]
    begin = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    spent: dict[int, float] = {}
    largest = 0
    while process.poll() is None:
        largest = max(largest, look(process.pid, spent))
        seen(largest)
        time.sleep(0.1)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}")
    return Cost(time.perf_counter() - begin, sum(spent.values()), largest)


def look(group: int, spent: dict[int, float]) -> int:
    """Notes what each process of a group has spent of the processors so far; the largest peak of memory in bytes."""
    largest = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            fields = (place / "stat").read_text().rpartition(") ")[2].split()
            if int(fields[3]) != group:  # the session
                continue
            spent[int(place.name)] = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            peak = next(line for line in (place / "status").read_text().splitlines() if line.startswith("VmHWM"))
            largest = max(largest, int(peak.split()[1]) * 1024)
        except (OSError, StopIteration, ValueError):  # it has ended meanwhile
            continue
    return largest


def same(one: Path, other: Path) -> bool:
    """Whether two runs exported the same bytes."""
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in exports.NAMES)


def speeds(root: Path, texts: int, rounds: int, jobs: int) -> bool:
    """Prints the times of one process, of several and of a cluster, in turn; False where what they give differs."""
    archive(root / "archive.jsonl", texts)
    ways = {"1": ["--jobs", "1"], str(jobs): ["--jobs", str(jobs)], "cluster": ["--cluster", f"local:{jobs}"]}
    costs: dict[str, list[Cost]] = {name: [] for name in ways}
    right = True
    for _ in range(rounds):
        for name, given in ways.items():
            costs[name].append(run(root / "archive.jsonl", root / name, given))
            right = right and same(root / "1", root / name)
            cost = costs[name][-1]
            print(f"  {name}: {cost.clock:.1f} s by the clock, {cost.processors:.1f} s of processors", file=sys.stderr)
    print(f"{texts:,} releases, {rounds} rounds\n")
    print("| way | best, s | median, s | releases a second (best) | times one process (best, median) | processors, s |")
    print("|---|---|---|---|---|---|")
    best = {name: min(cost.clock for cost in found) for name, found in costs.items()}
    middle = {name: statistics.median(cost.clock for cost in found) for name, found in costs.items()}
    for name, given in ways.items():
        spent = statistics.median(cost.processors for cost in costs[name])
        print(f"| `{' '.join(given)}` | {best[name]:.1f} | {middle[name]:.1f} | {texts / best[name]:,.0f} "
              f"| {best['1'] / best[name]:.2f}, {middle['1'] / middle[name]:.2f} | {spent:.1f} |")
    print("\nthe same bytes" if right else "\nDIFFERENT BYTES")
    return right


def memory(root: Path, sizes: list[int], jobs: int) -> None:
    """Prints the peak of memory of the largest process so far, when so many releases are in the store."""
    print("| releases | largest process, MB | times the first |\n|---|---|---|", flush=True)
    archive(root / "archive.jsonl", max(sizes))
    file = root / "memory" / "beatbook.sqlite"
    first, waiting = 0, sorted(sizes)

    def seen(peak: int, ended: bool) -> None:
        nonlocal first
        while waiting and (ended or stored(file) >= waiting[0]):
            first = first or peak
            print(f"| {waiting.pop(0):,} | {peak / 1e6:,.1f} | {peak / first:.2f} |", flush=True)

    cost = run(root / "archive.jsonl", root / "memory", ["--jobs", str(jobs)], lambda peak: seen(peak, False))
    seen(cost.memory, True)


def stored(file: Path) -> int:
    """How many releases a run has extracted so far."""
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True, timeout=1)) as db:
            return db.execute("SELECT max(extracted) FROM runs").fetchone()[0] or 0
    except sqlite3.Error:
        return 0


def main() -> int:
    """Prints the tables; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=20_000, help="how many releases (20,000)")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way (3)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (2)")
    parser.add_argument("--memory", type=int, nargs="*", help="measure memory at these sizes instead")
    given = parser.parse_args()
    root = Path(tempfile.mkdtemp(prefix="beatbook-scale-"))
    try:
        if given.memory:
            memory(root, given.memory, given.jobs)
            return 0
        return 0 if speeds(root, given.texts, given.rounds, given.jobs) else 1
    finally:
        shutil.rmtree(root, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
