"""What every command says in the same words: complaints on stderr, and what an INPUT is."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from beatbook.errors import BeatbookError
from beatbook.terminal import clean

INPUT = (
    "a file (.txt, .md, .html, .pdf, .docx, .eml, .jsonl, .csv, .tsv, .parquet, a feed as .xml, .warc, .zip), a "
    "folder, a glob, or - for standard input"
)


def tell(message: object, code: int = 0) -> int:
    """Says one sentence on stderr, with nothing in it that a terminal would obey, and returns ``code``."""
    print(f"beatbook: {clean(str(message))}", file=sys.stderr)
    return code


def noting(failures: list[Any]) -> Callable[[BeatbookError], None]:
    """What says an error and puts it among the failures of a command."""

    def fail(error: BeatbookError) -> None:
        failures.append(error)
        tell(error)

    return fail


def tell_others(others: list[str]) -> None:
    """Says which files of folders are of a kind that is not read, where there are any."""
    if others:
        names = ", ".join(clean(Path(file).name) for file in others[:3]) + (", …" if len(others) > 3 else "")
        kinds = "its kind is" if len(others) == 1 else "their kinds are"
        print(f"{len(others):,} passed over, as {kinds} not read: {names}", file=sys.stderr)
