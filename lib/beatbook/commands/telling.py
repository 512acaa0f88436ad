"""What every command says in the same words: complaints on stderr, and what an INPUT is."""

import sys

from beatbook.terminal import clean

INPUT = (
    "a file (.txt, .md, .html, .pdf, .docx, .eml, .jsonl, .csv, .tsv, .parquet, a feed as .xml, .warc, .zip), a "
    "folder, a glob, or - for standard input"
)


def tell(message: object, code: int = 0) -> int:
    """Says one sentence on stderr, with nothing in it that a terminal would obey, and returns ``code``."""
    print(f"beatbook: {clean(str(message))}", file=sys.stderr)
    return code
