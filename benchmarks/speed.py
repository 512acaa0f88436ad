#!/usr/bin/env python3
"""How many releases a second: the extractor, the floors under it and its peers, on the same texts in one run.

    python benchmarks/speed.py                      the extractor and the floors
    python benchmarks/speed.py --peers              other tools too, as far as they are installed (benchmarks/peers.txt)
    python benchmarks/speed.py --least 0.02         exit 1 where the extractor's ratio to the token pass is lower

The texts are those of data/benchmark, repeated with other figures in them, so that nothing is remembered from one to
the next. Each contender runs in rounds that alternate with the others', on one core; the median round counts, in
seconds of the processor, so that a busy machine disturbs all alike. The token pass is what reading every word costs
whoever reads with expressions in Python: a contender's ratio to it can be compared between machines, its rate cannot.
"""

import argparse
import json
import platform
import random
import re
import statistics
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from beatbook.extract import extract
from beatbook.lexicons import matcher
from beatbook.records import Release

DATA = Path(__file__).resolve().parent.parent / "data" / "benchmark"
SEED = 20_241_124
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\S")
ROUND = 0.4  # seconds of the processor that a round should take at the least
LEXICONS = ("things", "drugs", "outcomes", "persons", "offences", "places")


class Result(NamedTuple):
    """A contender: its name, the version measured, the median rate (releases a second) and the rounds' extremes."""

    name: str
    version: str
    rate: float
    slowest: float
    fastest: float


def releases(count: int) -> list[Release]:
    """The benchmark's releases over and over, each time with other digits."""
    gold = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(DATA.glob("dev/*.json"))]
    chance = random.Random(SEED)

    def changed(match: re.Match[str]) -> str:
        # years and statutes stay what they are: dates should go on being dates
        digits = match.group()
        return digits if len(digits) == 4 else "".join(chance.choice("123456789") for _ in digits)

    return [
        Release(re.sub(r"\d+", changed, one["text"]) if number >= len(gold) else one["text"], f"{one['id']}-{number}",
                one.get("country"), one.get("published"))
        for number in range(count) for one in (gold[number % len(gold)],)
    ]


def token_pass(release: Release) -> object:
    """Every token with its place: the least that a reader by expressions does."""
    spans = [match.span() for match in TOKEN.finditer(release.text)]
    return [release.text[a:b].lower() for a, b in spans], spans


def term_pass(release: Release) -> object:
    """The token pass, and the terms of the large lexicons looked up at every token."""
    words, _ = token_pass(release)  # type: ignore[misc]
    return [matcher(name).find(words, 0, len(words)) for name in LEXICONS]


def floors() -> dict[str, tuple[str, Callable[[Release], object]]]:
    """beatbook and what lies under it."""
    here = metadata.version("beatbook")
    return {"beatbook": (here, extract), "term pass": ("", term_pass), "token pass": ("", token_pass)}


def measure(contenders: dict[str, tuple[str, Callable[[Release], object]]], texts: list[Release],
            rounds: int) -> list[Result]:
    """The median rate of each, over rounds in turn."""
    sizes, spent = {}, {name: [] for name in contenders}
    for name, (_, work) in contenders.items():
        sizes[name] = _size(work, texts)
    for number in range(rounds):
        for name, (_, work) in contenders.items():
            start = (number * sizes[name]) % len(texts)
            some = (texts[start:] + texts[:start])[:sizes[name]]
            before = time.process_time()
            for text in some:
                work(text)
            spent[name].append((time.process_time() - before) / len(some))
    return [
        Result(name, version, 1 / statistics.median(spent[name]), 1 / max(spent[name]), 1 / min(spent[name]))
        for name, (version, _) in contenders.items()
    ]


def _size(work: Callable[[Release], object], texts: list[Release]) -> int:
    """How many texts make a round long enough to be timed; the first ones also warm the contender up."""
    done, before = 0, time.process_time()
    while (took := time.process_time() - before) < ROUND / 2 and done < len(texts):
        work(texts[done])
        done += 1
    return max(1, min(len(texts), round(done * ROUND / max(took, 1e-9))))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=2000, help="how many texts (2000)")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of each contender (7)")
    parser.add_argument("--peers", action="store_true", help="measure other tools as well, where they are installed")
    parser.add_argument("--least", type=float, default=0.0,
                        help="the lowest ratio to the token pass that is no failure")
    given = parser.parse_args()
    texts = releases(given.texts)
    contenders = floors()
    if given.peers:
        import peers

        found, missing = peers.installed()
        contenders |= found
        for name in missing:
            print(f"{name}: not installed, see benchmarks/peers.txt", file=sys.stderr)
    results = measure(contenders, texts, given.rounds)
    floor = next(result.rate for result in results if result.name == "token pass")
    mean = sum(len(text.text) for text in texts) / len(texts)
    print(f"{len(texts):,} texts of {mean:,.0f} characters; Python {platform.python_version()}, {platform.machine()}\n")
    print("| contender | version | releases a second | slowest–fastest round | ratio to the token pass |")
    print("|---|---|---|---|---|")
    for result in sorted(results, key=lambda result: result.rate):
        print(f"| {result.name} | {result.version} | {result.rate:,.0f} | {result.slowest:,.0f}–{result.fastest:,.0f} "
              f"| {result.rate / floor:.4f} |")
    ratio = next(result.rate for result in results if result.name == "beatbook") / floor
    if ratio < given.least:
        print(f"beatbook's ratio to the token pass is {ratio:.4f}, below {given.least}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
