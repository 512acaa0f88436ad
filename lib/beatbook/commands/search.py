"""``beatbook search``: full text in a store, with the facts found there."""

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

from beatbook import phrases, store
from beatbook.records import FAMILIES
from beatbook.terminal import clean, fact_line

DESCRIPTION = (
    "Find the releases in a store whose title or text hold the words, best first, each with the passage that holds "
    "them and the facts found there. All words have to be there, in any form (arrest finds arrested); \"phrases\" in "
    "quotes, AND, OR and NOT between words and beginnings* are read."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares what the command takes."""
    parser.add_argument("store", metavar="DIR", type=Path, help="the folder that beatbook extract --to wrote")
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what to look for")
    parser.add_argument("--limit", metavar="N", type=int, default=20, help="how many releases at most (20)")
    parser.add_argument("--family", metavar="FAMILY", choices=list(FAMILIES),
                        help=f"only releases with such a fact there: {', '.join(FAMILIES)}")
    parser.add_argument("--json", action="store_true", help="one JSON object a release")


def run(arguments: argparse.Namespace) -> int:
    """Prints the hits. Finding nothing is no failure: 0."""
    with store.open(arguments.store) as book:
        hits = book.search(" ".join(arguments.words), arguments.limit, arguments.family)
    if arguments.json:
        for hit in hits:
            print(json.dumps(hit.row(), ensure_ascii=False))
        return 0
    terminal = sys.stdout.isatty()
    width = max(shutil.get_terminal_size((100, 24)).columns if terminal else 100, 60)
    marks = ("\x1b[1m", "\x1b[0m") if terminal and "NO_COLOR" not in os.environ else ("[", "]")
    for number, hit in enumerate(hits):
        print(("\n" if number else "") + told(hit, width, marks))
    print(f"{len(hits):,} found" if hits else "nothing found", file=sys.stderr)
    return 0


def told(hit: store.Hit, width: int = 100, marks: tuple[str, str] = ("[", "]")) -> str:
    """A hit for reading: which release, the passage with the words marked, the facts. Nothing of the text steers the
    terminal: it is cleaned piece by piece, and the marks are put around the pieces."""
    release = hit.record.release
    about = [release.id, release.published and phrases.day(release.published), release.publisher]
    lines = [clean(" · ".join(str(part) for part in about if part))]
    if release.title:
        lines.append(clean(release.title))
    text, at, pieces = release.text, hit.start, []
    for start, end in hit.marks:
        pieces += [_piece(text[at:start]), marks[0] + clean(text[start:end]) + marks[1]]
        at = end
    pieces.append(_piece(text[at:hit.end]))
    passage = "".join(pieces).strip()
    lines.append(f"  {'…' if hit.start else ''}{passage}{'…' if hit.end < len(text) else ''}")
    return "\n".join(lines + [fact_line(fact, hit.record.evidence(fact), width) for fact in hit.facts])


def _piece(text: str) -> str:
    """``text`` cleaned, with a space where it had one at an end."""
    inside = clean(text)
    if not inside:
        return " " if text else ""
    return (" " if not text[0].isprintable() or text[0].isspace() else "") + inside + (
        " " if not text[-1].isprintable() or text[-1].isspace() else "")
