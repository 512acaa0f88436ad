#!/usr/bin/env python3
"""Does any expression, or any reader, take more than linear time on a text made to hurt it? Prints the slopes.

    python benchmarks/adversarial.py [--limit 1.4] [--whole] [--readers]

Every compiled expression of the package looks through texts of 10,000, 20,000 and 40,000 characters: repeated signs,
and pieces made to the expression's own shape, whole and broken off. The slope is the exponent of time against length
(1 is linear, 2 quadratic); one above the limit is told where the time is long enough to mean something. All are
made to search the whole text, also those that the package only holds against its beginning. ``--whole``
takes texts of 250 kB and 1 MB through the reader of text and the extractor, ``--readers`` hostile files of 250 kB and
1 MB of each kind through its reader. Exits 1 where one is above the limit. Takes up to half an hour each.
"""

import argparse
import io
import math
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))  # shared with the tests

import expressions

from beatbook.extract import extract
from beatbook.reading import formats
from beatbook.reading.limits import Job, Limits, OverBudget, within
from beatbook.records import Release

PIECES = (
    "a",
    "A",
    "1",
    " ",
    "\n",
    "\t",
    ".",
    ",",
    "-",
    "(",
    "'",
    "’",
    '"',
    "“",
    "£",
    "<",
    "=",
    "&",
    "/",
    ":",
    "aA",
    "a ",
    "A ",
    "1 ",
    "1,",
    "a-",
    "1-",
    "a.",
    "A.",
    "1.",
    "a,",
    "\n\n",
    " \n",
    "- ",
    "•",
    "£1,",
    "1/1/",
    "Aa ",
    "a\n",
    "date ",
    "of ",
)
LENGTHS = (10_000, 20_000, 40_000)
NOTEWORTHY = 0.02  # seconds; below that a clock tells nothing
TOO_LONG = 1.0
WHOLE = (250_000, 1_000_000)
SENTENCES = (
    "a",
    "A ",
    "(",
    "“",
    "\n",
    "- a gun\n",
    "12 of them ",
    "£1-2 ",
    "Ana Ruiz, 34, ",
    "theft (9), ",
    "said ",
    "of the ",
    "May 1, ",
    "Firearms: 6\n",
    "Two men were arrested and charged with theft. ",
    "Officers seized 4 knives, 3kg of cannabis, ",
    "A\t1\n",
    "“We said,” said Ann. ",
    "Det Insp Ann Coe ",
    "including ",
)
FILES: dict[str, tuple[str, str, str]] = {
    "open divs": (".html", "<div>", ""),
    "open paragraphs": (".html", "<p>a", ""),
    "links": (".html", "<a href=x>a</a> ", ""),
    "tables in tables": (".html", "<table><tr><td>", ""),
    "attributes": (".html", "<p a=b ", ""),
    "entities": (".html", "&amp;", ""),
    "less than": (".html", "<", ""),
    "comments": (".html", "<!--", ""),
    "lists in lists": (".html", "<ul><li>a", ""),
    "metas": (".html", "<meta name=date content=2024-05-05>", ""),
    "articles": (".html", "<article><p>Two men were held.", ""),
    "headings": (".html", "<h2>3 May 2024</h2>", ""),
    "charset": (".html", "<meta charset ", ""),
    "items": (".xml", "<item><title>a</title><description>b</description></item>", "<rss version='2.0'><channel>"),
    "open items": (".xml", "<item>", "<rss><channel>"),
    "escaped": (".xml", "&lt;b&gt;", "<rss><channel><item><description>"),
    "headers": (".eml", "X-A: b\n", "From: a@b.example\n"),
    "parts": (".eml", "--a\n\n", "From: a\nContent-Type: multipart/mixed; boundary=a\n\n"),
    "folded": (".eml", " a\n", "Subject: a\n"),
    "coded": (".eml", "=?utf-8?q?a?= ", "Subject: "),
    "wrapped": (".eml", "aaaa " * 14 + "\n", "From: a\n\n"),
    "quotes": (".csv", '"', "id,text\n"),
    "commas": (".csv", ",", "id,text\n"),
    "rows": (".csv", "1,Two men\n", "id,text\n"),
    "brackets": (".jsonl", "[", '{"text": '),
    "objects": (".jsonl", '{"text": "Two men"}\n', ""),
    "records": (".warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", ""),
    "pdf brackets": (".pdf", "[", "%PDF-1.4\n1 0 obj\n"),
    "pdf objects": (".pdf", "1 0 obj<<>>endobj\n", "%PDF-1.4\n"),
}


def seconds(work: Callable[[], object]) -> float:
    """The better of two runs, in seconds of this process."""
    best = math.inf
    for _ in range(2):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
        if best > 1:
            break
    return best


def slope(times: list[float], lengths: tuple[int, ...]) -> float:
    """The exponent between the last two."""
    return math.log(max(times[-1], 1e-6) / max(times[-2], 1e-6)) / math.log(lengths[-1] / lengths[-2])


def attacks(pattern: "expressions.re.Pattern[str]") -> list[str]:
    """Pieces that are repeated to hurt an expression."""
    found = list(PIECES)
    for repeats in (1, 3):
        one = expressions.sample(pattern, repeats)[:2_000]
        found += [one, one[:-1], one[1:], one[: len(one) // 2], f"{one} ", one + "\x00"]
    return [piece for piece in dict.fromkeys(found) if piece]


def measure(limit: float) -> int:
    """The expressions; returns how many are above the limit."""
    above, worst, tried = 0, [], 0
    for name, pattern in expressions.compiled().items():
        most, hardest, longest = 0.0, "", 0.0
        for piece in attacks(pattern):
            times: list[float] = []
            for length in LENGTHS:
                text = (piece * (length // len(piece) + 1))[:length]
                times.append(seconds(lambda text=text, find=pattern.finditer: sum(1 for _ in find(text))))
                if times[-1] > TOO_LONG:
                    break
            tried += 1
            longest = max(longest, times[-1])
            if len(times) > 1 and times[-1] > NOTEWORTHY and slope(times, LENGTHS[: len(times)]) > most:
                most, hardest = slope(times, LENGTHS[: len(times)]), piece
        worst.append((most, longest, name, hardest))
        if most > limit:
            above += 1
            print(f"ABOVE {name}: slope {most:.2f}, {longest:.2f} s, on {hardest[:40]!r}", flush=True)
    steep = max(worst)
    print(
        f"{len(worst)} expressions, {tried:,} texts; steepest {steep[0]:.2f} ({steep[2]}), longest "
        f"{max(w[1] for w in worst):.3f} s "
        f"for {LENGTHS[-1]:,} characters; {above} above {limit}"
    )
    return above


def whole(limit: float) -> int:
    """The reader of text and the extractor, up to 1 MB."""
    above = 0
    for piece in SENTENCES:
        times = []
        for length in WHOLE:
            data = f"Officers seized {(piece * (length // len(piece) + 1))[:length]}.".encode()

            def work(data: bytes = data) -> None:
                bounds = Limits(size=10_000_000, length=10_000_000, seconds=600)
                for release in formats.parse(".txt", io.BytesIO(data), "a", "a", Job(lambda _: None, bounds)):
                    extract(Release(release.text, "a", "GB", "2024-05-05"))

            begin = time.process_time()
            try:
                with within(300):
                    work()
            except OverBudget:
                print(f"{piece!r}: more than 300 s for {length:,}")
            times.append(time.process_time() - begin)
        exponent = slope(times, WHOLE)
        above += exponent > limit
        print(
            f"{'text and extractor':22} {piece!r:52} {times[-1]:7.2f} s for 1 MB  slope {exponent:5.2f}"
            + ("  ABOVE" if exponent > limit else ""),
            flush=True,
        )
    return above


def readers(limit: float) -> int:
    """Each reader on hostile files, up to 1 MB."""
    above = 0
    for name, (kind, piece, begin) in FILES.items():
        times, ended = [], ""
        for length in WHOLE:
            data = (begin + piece * (length // len(piece))).encode()
            failures: list[object] = []
            before = time.process_time()
            found = list(
                formats.parse(
                    kind, io.BufferedReader(io.BytesIO(data)), "a", "a", Job(failures.append, Limits(seconds=60))
                )
            )
            times.append(time.process_time() - before)
            ended = f"{len(found):,} releases, {len(failures):,} failures"
            if failures and "took longer" in str(failures[-1]):
                ended = "cut off after 60 s"
        exponent = slope(times, WHOLE)
        steep = exponent > limit and times[-1] > 1
        above += steep
        print(
            f"{kind:8} {name:20} {times[-1]:7.2f} s for 1 MB  slope {exponent:5.2f}  {ended}"
            + ("  ABOVE" if steep else ""),
            flush=True,
        )
    return above


def main() -> int:
    """Prints the slopes; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=float, default=1.4, help="slope above which the script fails (1.4)")
    parser.add_argument("--whole", action="store_true", help="texts of 1 MB through the extractor")
    parser.add_argument("--readers", action="store_true", help="files of 1 MB through the readers")
    arguments = parser.parse_args()
    if arguments.whole or arguments.readers:
        above = (whole(arguments.limit) if arguments.whole else 0) + (
            readers(arguments.limit) if arguments.readers else 0
        )
    else:
        above = measure(arguments.limit)
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
