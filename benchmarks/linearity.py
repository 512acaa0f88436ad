#!/usr/bin/env python3
"""Does the time grow with the length only? Hostile repetition through every stage, printed as exponents.

    python benchmarks/linearity.py [--limit 1.5]

For each stage and each repeated piece the text is taken at three lengths; the exponent is that of time against
length between the longer two (1.0 is linear, 2.0 quadratic). Exits 1 where one is above the limit and the time is
large enough to mean something. A script and not a test: a busy machine must not decide whether a change is right.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable

from beatbook.extract import extract
from beatbook.language.document import Doc
from beatbook.reading.decoding import repair
from beatbook.reading.metadata import detect
from beatbook.records import Release

PIECES = (
    "a", " ", "A ", "\n", "(", "“", "- ", "12/", "’", "St. ", "of the ", "a knife, ", "3kg of ", "worth £3 ",
    "which was ", "including ", "12 of them ", "Glock and ", "Ana Ruiz, 34, ", "charged and ", "nine years ",
    "theft (9), ", "one 9 ", "Police Department ", "City of ", "Operation Heron ", "Sheriff's ", "May 1, ",
    "Monday to ", "in Leeds, ", "said ", "a man was arrested. Then ", "• a gun\n", "Firearms: 6\n", "£1-2 ",
    "aged 3, ", "0800 5 ", "20 to 30 ",
)
LENGTHS = (4_000, 16_000, 64_000)
NOTEWORTHY = 0.05  # seconds; below that a clock tells nothing
STAGES: dict[str, Callable[[str], object]] = {
    "repair": repair,
    "metadata": detect,
    "language": lambda text: Doc(Release(text, "x", "GB", "2024-05-05")),
    "extract": lambda text: extract(Release("Officers seized " + text + ".", "x", "GB", "2024-05-05")),
}


def seconds(stage: Callable[[str], object], text: str) -> float:
    """The best of two runs, in seconds of this process."""
    best = math.inf
    for _ in range(2):
        begin = time.process_time()
        stage(text)
        best = min(best, time.process_time() - begin)
    return best


def main() -> int:
    """Prints a line a stage and piece; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=float, default=1.5, help="exponent above which the script fails (1.5)")
    limit = parser.parse_args().limit
    worst = 0
    for name, stage in STAGES.items():
        for piece in PIECES:
            times = [seconds(stage, (piece * length)[:length]) for length in LENGTHS]
            exponent = math.log(max(times[2], 1e-6) / max(times[1], 1e-6)) / math.log(LENGTHS[2] / LENGTHS[1])
            above = exponent > limit and times[2] > NOTEWORTHY
            worst += above
            figures = f"{name:9} {piece!r:28} {1000 * times[2]:9.1f} ms  exponent {exponent:5.2f}"
            print(figures + ("  ABOVE" if above else ""))
            sys.stdout.flush()
    print(f"{worst} above {limit}")
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
