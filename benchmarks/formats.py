#!/usr/bin/env python3
"""How many facts survive a format? Each gold text is written out as each format and read again.

    python benchmarks/formats.py [--only NAME] [--missing]

Facts are compared by family and slots, white space as one space, against those of the plain text. Prints a table in
Markdown: facts of the plain text, of them found again, and facts that only the format gave. Exits 1 where a format
keeps less than 98 %. Texts that nobody who writes rules may read are counted as the others and never shown.
"""

import argparse
import contextlib
import json
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests"))  # what writes the formats is shared with the tests

import made_formats as made  # noqa: E402

from beatbook.errors import InputError  # noqa: E402
from beatbook.extract import extract  # noqa: E402
from beatbook.reading import read  # noqa: E402

LEAST = 0.98
Facts = Counter[tuple[str, str]]


def facts_of(path: Path, written: made.Written, fail: Callable[[InputError], None]) -> Facts:
    """The facts of all releases of a file."""
    found: Facts = Counter()
    stated = path.suffix in (".txt", ".pdf", ".docx")  # the others say their day themselves
    given = {"published": written.published} if stated else {}
    columns = made.COLUMNS if path.suffix == ".csv" else None
    for release in read(path, country=written.country, columns=columns, on_error=fail, **given):
        for fact in extract(release):
            slots = {
                name: " ".join(value.split()) if isinstance(value, str) else value for name, value in fact.slots.items()
            }
            found[fact.family, json.dumps(slots, sort_keys=True, default=str)] += 1
    return found


@contextlib.contextmanager
def chromium() -> Iterator[object | None]:
    """A browser, where there is one."""
    executable = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        executable = None
    if not executable:
        yield None
        return
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield running
        running.close()


def main() -> int:
    """Prints the table; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="NAME", default="", help="formats whose name holds this")
    parser.add_argument(
        "--missing", action="store_true", help="show the facts that were lost and those that were added"
    )
    arguments = parser.parse_args()
    folder = PROJECT / "data" / "benchmark" / "dev"
    hidden = set((folder / "held-out.txt").read_text(encoding="utf-8").split("\n"))
    texts = [made.release(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))]
    low = 0
    print(
        "| format | facts of the plain text | found again | share | only in the format | s |\n"
        "|---|---:|---:|---:|---:|---:|"
    )
    with tempfile.TemporaryDirectory() as place, chromium() as browser:
        formats = dict(made.FORMATS)
        if browser:
            for columns, name in ((1, "one column"), (2, "two columns")):
                formats[f"PDF, {name}, Chromium"] = (
                    ".pdf",
                    lambda written, columns=columns: made.pdf_chromium(written, columns, browser),
                )
        plain = {}
        for written in texts:
            file = Path(place) / f"{written.id}.txt"
            file.write_bytes(made.text(written))
            plain[written.id] = facts_of(file, written, print)
        for name, (suffix, write) in formats.items():
            if arguments.only not in name:
                continue
            whole, kept, added, spent = 0, 0, 0, 0.0
            shown = []
            for written in texts:
                file = Path(place) / f"{written.id}{suffix}"
                file.write_bytes(write(written))
                begin = time.perf_counter()
                found = facts_of(file, written, print)
                spent += time.perf_counter() - begin
                expected = plain[written.id]
                whole += expected.total()
                kept += (expected & found).total()
                added += (found - expected).total()
                if written.id not in hidden:
                    shown += [f"  {written.id} lost  {fact}" for fact in (expected - found)]
                    shown += [f"  {written.id} added {fact}" for fact in (found - expected)]
            low += kept < LEAST * whole
            print(f"| {name} | {whole:,} | {kept:,} | {kept / whole:.1%} | {added:,} | {spent:.1f} |")
            if arguments.missing:
                print("\n".join(shown))
            sys.stdout.flush()
    print(f"\n{low} below {LEAST:.0%}")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
