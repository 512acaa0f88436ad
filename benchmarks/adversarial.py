#!/usr/bin/env python3
"""Does any expression, any reader or the extractor take more than linear time on a text made to hurt it?

    python benchmarks/adversarial.py [--whole] [--readers] [--limit 1.2] [--largest 1000000] [--only WORD]

Without an option every compiled expression of the package looks through texts of 16,000 characters: repeated signs,
and pieces made to the expression's own shape, whole and broken off; the four that take longest go on to 1,000,000.
Expressions that the package only holds against one place (a word, the beginning of a line) are held against the
beginning, and against all of it. ``--whole`` takes texts of a quarter and the whole of the largest length through the
reader of text and the extractor, ``--readers`` hostile files of each kind.

The slope is the exponent of time against length, between the last two lengths (1 is linear, 2 quadratic). Prints rows
of a table in Markdown, and exits 1 where a slope is above the limit and the time long enough to mean something. The
time of this process is what counts, so that a busy machine changes little. Takes five minutes for the expressions, a
quarter of an hour for the texts, and two minutes for the readers.
"""

import argparse
import functools
import io
import math
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))  # shared with the tests

import expressions

import beatbook
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
LENGTHS = (16_000, 62_500, 250_000, 1_000_000)
HARDEST = 4  # texts of each expression that go on to the larger lengths
NOTEWORTHY = 0.05  # seconds; below that a clock tells nothing
TOO_LONG = 1.0
CUT = 300  # seconds after which a text is given up
# {n} is a number that grows, {w} a word and {d} a day of its own in each round: what is new is not told again
SENTENCES = (
    "a", "a ", "A ", "(", "“", "’", "\n", "\n\n", "\t", "- ", "12/", "St. ", "of the ", "said ", ". ", "A. ", "| ",
    "- a gun\n", "• a gun\n", "- {n} knives\n", "Firearms: 6\n", "Firearms: {n}\n", "A\t1\n", "A Thing | {n} | 3kg\n",
    "a knife, ", "{n} knives, ", "3kg of ", "worth £3 ", "£1-2 ", "£{n}, ", "12 of them ", "Glock and ", "including ",
    "Officers seized 4 knives, 3kg of cannabis, ", "Officers seized {n} knives. ", "They found {n} {w} pistols; ",
    "20 to 30 ", "aged 3, ", "0800 5 ", "one 9 ", "nine years ", "which was ", "and then ", "May 1, ",
    "May 1, 2024, ", "3 May and 4 May 2021. ", "Monday to ", "Published 3 May 2024\n\n", "Ana Ruiz, 34, ",
    "{w} {w}s, {n}, ", "{w} {w}s, 34, of {w}, was charged with theft. ", "Det Insp Ann Coe ", "DI {w} {w}s said. ",
    "“We said,” said Ann. ", "“We said {n},” said {w} {w}s. ", "theft (9), ", "theft, fraud and ", "charged and ",
    "a man was arrested. Then ", "A man, {n}, was arrested in {w}. ",
    "Two men were arrested and charged with theft. ", "{n} men were arrested. ", "Two were jailed for {n} months. ",
    "in Leeds, ", "in {w}, ", "City of ", "Police Department ", "{w} Police Department, ", "Sheriff's ",
    "Operation Heron ", "Operation {w} ", "Operation {w} closed {n} shops. ", "WHAT WAS SEIZED\n\n",
    "Officers raided {n} homes on {d}. ", "Operation {w} ran on {d}. ", "On {d} {w} {w}s was jailed for 3 years. ",
    "He said “we”. ", "{w} and {w} {w}s were charged. ", "Those arrested were charged. ",
    "Cannabis worth £{n} was found. ", "jailed for nine years, ten months, ", "It was worth £{n}. ",
    "The drugs were seized. ", "both were charged. ", "Officers searched {n} homes in {w}.\n\n", "aaaa " * 14 + "\n",
    "three men held " * 5 + "\n",
)  # fmt: skip
UNDATED = ("May 1, ", "May 1, 2024, ", "3 May and 4 May 2021. ")
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
    "links in words": (".html", "held<a href=x>two</a>men ", "<p>"),
    "marks within marks": (".html", "<span><b>a</b><i>b</i></span> ", "<p>"),
    "hidden": (".html", "a<b hidden>x</b>", ""),
    "closed comments": (".html", "a<!---->", "<p>"),
    "breaks": (".html", "a<br>", "<p>"),
    "captions": (".html", "<figure><figcaption>a</figcaption></figure>", ""),
    "figures in figures": (".html", "<figure><figcaption>a", ""),
    "times": (".html", "<time datetime=2024-05-05>a</time>", ""),
    "rows of cells": (".html", "<tr><td>a<td>b", "<table>"),
    "terms": (".html", "<dt>a<dd>b", "<dl>"),
    "titles": (".html", "<h1>a</h1>", ""),
    "JSON in a page": (".html", '[{"a":', "<script type=application/ld+json>"),
    "charset": (".html", "<meta charset ", ""),
    "items": (".xml", "<item><title>a</title><description>b</description></item>", "<rss version='2.0'><channel>"),
    "open items": (".xml", "<item>", "<rss><channel>"),
    "escaped": (".xml", "&lt;b&gt;", "<rss><channel><item><description>"),
    "headers": (".eml", "X-A: b\n", "From: a@b.example\n"),
    "parts": (".eml", "--a\n\n", "From: a\nContent-Type: multipart/mixed; boundary=a\n\n"),
    "folded": (".eml", " a\n", "Subject: a\n"),
    "coded": (".eml", "=?utf-8?q?a?= ", "Subject: "),
    "wrapped": (".eml", "aaaa " * 14 + "\n", "From: a\n\n"),
    "quotation marks": (".txt", "“'\"’", "Two men "),
    "mojibake": (".txt", "â€œ", "Two men "),
    "marks of accents": (".txt", "e\u0301", "Two men "),
    "lines of blanks": (".txt", " \t\n", "Two men "),
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
        if best > NOTEWORTHY:
            break
    return best


def slope(times: list[float], lengths: tuple[int, ...]) -> float:
    """The exponent between the last two; nothing where there is one only."""
    if len(times) < 2:
        return 0.0
    last, before = times[-1], times[-2]
    return math.log(max(last, 1e-6) / max(before, 1e-6)) / math.log(lengths[len(times) - 1] / lengths[len(times) - 2])


def word(number: int) -> str:
    """A word of its own for each number: "Bado", "Cado" …"""
    letters = ""
    while number or not letters:
        number, rest = divmod(number, 60)
        letters += "bcdfghklmnprstvz"[rest % 15] + "aeio"[rest // 15]
    return f"{letters}do".capitalize()


def grown(piece: str, length: int) -> str:
    """So many characters of a piece again and again, numbered where it says so."""
    if piece not in SENTENCES or "{" not in piece:
        return (piece * (length // len(piece) + 1))[:length]
    rounds = range(1, length // (len(piece) - 4) + 2)
    return "".join(
        piece.replace("{n}", str(n)).replace("{w}", word(n)).replace("{d}", f"{n % 28 + 1} May {n // 28 % 200 + 1900}")
        for n in rounds
    )[:length]


def attacks(pattern: "re.Pattern[str]") -> list[str]:
    """Pieces that are repeated to hurt an expression."""
    found = list(PIECES)
    for repeats in (1, 3):
        one = expressions.sample(pattern, repeats)[:2_000]
        found += [one, one[:-1], one[1:], one[: len(one) // 2], f"{one} ", one + "\x00"]
    return [piece for piece in dict.fromkeys(found) if piece]


def timed(search: Callable[[str], int], piece: str, length: int) -> float:
    """Seconds for so many characters of a piece."""
    text = grown(piece, length)
    return seconds(lambda: search(text))


def searched(name: str) -> bool:
    """Whether the package looks for an expression anywhere in a text, rather than hold it against one place."""
    module, _, variable = name.rstrip("'").rpartition(".")
    ways = re.compile(rf"\b{variable}(?!\.(?:full)?match\()\b")
    for path in sorted(Path(beatbook.__file__).parent.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        own = module == f"beatbook.{'.'.join(path.relative_to(Path(beatbook.__file__).parent).with_suffix('').parts)}"
        imported = f"from {module} import" in source
        if own or imported:  # where it is made or imported it is named too
            lines = [line for line in source.split("\n") if not re.match(rf"{variable}\b| *from |import ", line)]
            if ways.search("\n".join(lines)):
                return True
    return False


def found(pattern: "re.Pattern[str]", text: str) -> int:
    """Looks for an expression in all of a text."""
    return sum(1 for _ in pattern.finditer(text))


def held(pattern: "re.Pattern[str]", text: str) -> int:
    """Holds an expression against the beginning of a text, and against all of it."""
    return bool(pattern.match(text)) + bool(pattern.fullmatch(text))


class Table:
    """Rows of what was measured, printed at once, and how many are above the limit."""

    def __init__(self, heads: str, limit: float):
        self.limit, self.above, self.slopes = limit, 0, list[float]()
        print(f"\n| {heads} | seconds for 1 MB | slope |\n|---|{'---|' * heads.count('|')}---:|---:|", flush=True)

    def row(self, cells: str, times: list[float], lengths: tuple[int, ...], remark: str = "") -> None:
        """One row; ``remark`` where it did not come to its end."""
        exponent = slope(times, lengths)
        steep = bool(remark) or (exponent > self.limit and times[-1] > 10 * NOTEWORTHY)
        self.above += steep
        self.slopes += [exponent] * (times[-1] > NOTEWORTHY)
        print(f"| {cells} | {remark or f'{times[-1]:.2f}'} | {exponent:.2f}{' ABOVE' if steep else ''} |", flush=True)

    def end(self) -> int:
        """Prints the sum; returns the number above the limit."""
        print(f"\nsteepest {max(self.slopes, default=0):.2f}, {self.above} above {self.limit}", flush=True)
        return self.above


def measure(limit: float, lengths: tuple[int, ...], only: str) -> int:
    """The expressions; returns how many are above the limit."""
    tried, longest, every = 0, 0.0, [one for one in expressions.compiled().items() if only in one[0]]
    table = Table("expression | hardest of its texts", limit)
    for name, pattern in every:
        search = functools.partial(found if searched(name) else held, pattern)
        known = []
        for piece in attacks(pattern):
            known.append(([timed(search, piece, lengths[0])], piece))
            if known[-1][0][-1] > TOO_LONG:
                break
        tried += len(known)
        known.sort(key=lambda one: -one[0][0])
        hardest: tuple[float, list[float], str] = (-1.0, [0.0], "")
        for times, piece in known[:HARDEST]:
            while times[-1] <= TOO_LONG and len(times) < len(lengths):
                times.append(timed(search, piece, lengths[len(times)]))
            longest = max(longest, times[-1])
            steep = slope(times, lengths) if times[-1] > NOTEWORTHY else 0.0
            # one that had to be ended before the largest length is harder than any that came to it
            hardest = max(hardest, (steep + 10 * (len(times) < len(lengths)), times, piece))
        remark = f"{hardest[1][-1]:.2f} for {lengths[len(hardest[1]) - 1]:,}" if len(hardest[1]) < len(lengths) else ""
        table.row(f"{name} | {shown(hardest[2])}", hardest[1], lengths, remark)
    print(f"\n{len(every)} expressions, {tried:,} texts, longest {longest:.2f} s")
    return table.end()


def shown(piece: str) -> str:
    """A piece as a cell shows it."""
    return f"`{piece[:40]!r}`".replace("|", "\\|")


def whole(limit: float, lengths: tuple[int, ...], only: str) -> int:
    """The reader of text and the extractor."""
    table = Table("text of nothing but", limit)
    every = [(piece, "2024-05-05") for piece in SENTENCES] + [(piece, None) for piece in UNDATED]
    for piece, published in every:
        if only not in piece:
            continue
        times, remark = [], ""
        for length in lengths:
            data = f"Officers seized {grown(piece, length)}.".encode()

            def work(data: bytes = data, published: str | None = published) -> None:
                bounds = Limits(size=10_000_000, length=10_000_000, seconds=2 * CUT)
                for release in formats.parse(".txt", io.BytesIO(data), "a", "a", Job(lambda _: None, bounds)):
                    extract(Release(release.text, "a", "GB", published))

            begin = time.process_time()
            try:
                with within(CUT):
                    work()
            except OverBudget:
                remark = f"more than {CUT} for {length:,}"
            times.append(time.process_time() - begin)
            if remark:
                break
        table.row(shown(piece) + ("" if published else ", no date of publication"), times, lengths, remark)
    return table.end()


def readers(limit: float, lengths: tuple[int, ...], only: str) -> int:
    """Each reader on hostile files."""
    table = Table("kind | file of nothing but | what it ends in", limit)
    for name, (kind, piece, begin) in FILES.items():
        if only not in name:
            continue
        times, ended, remark = [], "", ""
        for length in lengths:
            data = (begin + piece * (length // len(piece))).encode()
            failures: list[object] = []
            before = time.process_time()
            job = Job(failures.append, Limits(seconds=CUT))
            found = list(formats.parse(kind, io.BufferedReader(io.BytesIO(data)), "a", "a", job))
            times.append(time.process_time() - before)
            ended = f"{len(found):,} releases, {len(failures):,} failures"
            if failures and "took longer" in str(failures[-1]):
                remark = f"more than {CUT} for {length:,}"
                break
        table.row(f"{kind} | {name} | {ended}", times, lengths, remark)
    return table.end()


def main() -> int:
    """Prints the slopes; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=float, default=1.2, help="slope above which the script fails (1.2)")
    parser.add_argument("--largest", type=int, default=1_000_000, help="the largest text or file (1,000,000)")
    parser.add_argument("--only", default="", help="only expressions, pieces or files whose name holds this")
    parser.add_argument("--whole", action="store_true", help="texts through the extractor")
    parser.add_argument("--readers", action="store_true", help="files through the readers")
    arguments = parser.parse_args()
    two = (arguments.largest // 4, arguments.largest)
    above = 0
    if arguments.whole:
        above += whole(arguments.limit, two, arguments.only)
    if arguments.readers:
        above += readers(arguments.limit, two, arguments.only)
    if not arguments.whole and not arguments.readers:
        lengths = (*(length for length in LENGTHS if length < arguments.largest), arguments.largest)
        above = measure(arguments.limit, lengths, arguments.only)
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
