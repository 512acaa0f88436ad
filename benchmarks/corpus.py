#!/usr/bin/env python3
"""What the figures of many releases cost: each cell of 02-corpus on one store, in seconds and memory.

    beatbook extract … --to STORE
    python benchmarks/corpus.py STORE [--report]

A cell is what the notebook calls, without the kernel around it; seconds are of the processor, so that other work on
the machine hardly counts. ``--report`` renders the notebook as well, by the clock.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

import matplotlib

matplotlib.use("Agg")

from beatbook.corpus import display, figures, open_corpus
from beatbook.corpus.tilegrid import GRIDS

NAMES = (
    "over_time", "kinds", "drugs", "firearms", "money", "outcomes", "ages", "tactics", "elsewhere", "ranks", "missing",
)


def megabytes(who: int = resource.RUSAGE_SELF) -> float:
    """The peak of memory so far."""
    return resource.getrusage(who).ru_maxrss / (1e6 if sys.platform == "darwin" else 1024)


def told(name: str, call: Callable[[], object]) -> object:
    """Calls, and prints a row of the table."""
    begin = time.process_time()
    made = call()
    print(f"| {name} | {time.process_time() - begin:.1f} | {megabytes():,.0f} |", flush=True)
    return made


def main() -> int:
    """Prints the table; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", help="a store: beatbook.sqlite, or the folder that holds it")
    parser.add_argument("--report", action="store_true", help="render the notebook as well")
    given = parser.parse_args()
    print("| cell | seconds | peak of memory so far, MB |\n|---|---|---|")
    begin = time.process_time()
    corpus = open_corpus(given.store)
    print(f"| open the store ({len(corpus):,} releases, {len(corpus.tables['seizures']):,} seizures) "
          f"| {time.process_time() - begin:.1f} | {megabytes():,.0f} |")
    told("head", lambda: display.masthead(corpus, ""))
    for name in NAMES:
        told(name, lambda name=name: getattr(figures, name)(corpus))
    for grid in GRIDS:
        told(grid, lambda grid=grid: figures.places(corpus, grid))
    told("most quoted", lambda: display.most_quoted(corpus, 10))
    told("words around a term", lambda: display.words_around(corpus, "firearm", 20))
    told("words near it", lambda: display.words_near(corpus, "firearm", 10))
    told("largest", lambda: display.largest(corpus, 10, ""))
    print(f"| all | {time.process_time() - begin:.1f} | {megabytes():,.0f} |")
    if given.report:
        with tempfile.TemporaryDirectory() as folder:
            clock = time.perf_counter()
            command = [sys.executable, "-m", "beatbook", "report", given.store, "--notebook", "corpus", "--to", folder]
            code = subprocess.run(command, check=False).returncode  # noqa: S603
            print(f"\nThe report: {time.perf_counter() - clock:.1f} s by the clock, "
                  f"largest process {megabytes(resource.RUSAGE_CHILDREN):,.0f} MB, exit {code}")
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
