#!/usr/bin/env python3
"""Coverage-guided fuzzing of a reader, or of the extractor: what breaks, hangs or breaks a promise is kept.

    python benchmarks/fuzz.py TARGET --runs 100000 [--to FOLDER] [--longest BYTES] [--seconds 10]

TARGET is a reader (text, html, pdf, docx, eml, feeds, table, jsonl, warc, archive) or "extract": the text reader and
the extractor behind it. Needs atheris (the extra ``fuzz``). Inputs start from releases of our own written out as the
format. Each has to end in releases with a text and an id, or in failures with a reason, within the time; and each
record has to keep its promises: spans within the text, every fact proved again, the same facts twice.

FOLDER gets ``figures.json`` (inputs, seconds, releases, failures, facts, cases) and a file for each kind of case found.
The kind is where it broke, so that the run goes on and says each thing once. Exits 1 where something was found.
"""

import argparse
import collections
import hashlib
import io
import json
import os
import random
import signal
import sys
import time
import traceback
import zipfile
from pathlib import Path

import atheris

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests"))  # what writes the formats is shared with the tests

# what leads the fuzzer on: for the extractor all of it, so that a rule that was reached is gone on from
GUIDES = ["beatbook"] if sys.argv[1:2] == ["extract"] else ["beatbook.reading"]
with atheris.instrument_imports(include=GUIDES):
    if sys.argv[1:2] == ["extract"]:
        import beatbook.extract
    import beatbook.reading  # noqa: F401
    from beatbook.reading import (  # noqa: F401
        archive,
        blocks,
        decoding,
        docx,
        eml,
        feeds,
        formats,
        html,
        jsonl,
        languages,
        limits,
        pdf,
        table,
        text,
        warc,
    )

import made_formats as made  # noqa: E402

from beatbook.extract import extract  # noqa: E402
from beatbook.language.document import Doc  # noqa: E402
from beatbook.proof import REFUSED, Prover  # noqa: E402
from beatbook.reading.limits import Limits, OverBudget, within  # noqa: E402
from beatbook.records import Release  # noqa: E402

KINDS = {
    "text": ".txt",
    "html": ".html",
    "pdf": ".pdf",
    "docx": ".docx",
    "eml": ".eml",
    "feeds": ".xml",
    "table": ".csv",
    "jsonl": ".jsonl",
    "warc": ".warc",
    "archive": ".zip",
    "extract": ".txt",
}
SMALL = (
    "Two held\n\nTwo men, aged 23 and 31, were arrested in Hull on 3 May and £4,000 seized.\n\n"
    "Officers found:\n\n- 4 knives\n- 3kg of cannabis\n"
)


def seeds(target: str) -> list[bytes]:
    """Inputs to start from."""
    written = made.Written("a", SMALL, "Two held", "GB", "2024-05-05")
    if target in ("text", "extract"):
        samples = sorted((PROJECT / "data" / "sample").glob("*.txt"))
        pieces = [piece for path in samples for piece in path.read_text(encoding="utf-8").split("\n\n")]
        return [SMALL.encode(), *(piece.encode() for piece in pieces if 20 < len(piece) < 600)]
    if target == "html":
        return [made.page_plain(written), made.page_tables(written), made.page_messy(written)]
    if target == "pdf":
        return [_pdf(SMALL)]
    if target == "docx":
        return [_part(made.docx(written))]
    makers = {
        "eml": [made.eml_plain, made.eml_html],
        "feeds": [made.rss, made.atom],
        "table": [made.table],
        "jsonl": [made.rows],
        "warc": [made.warc, lambda one: made.warc(one, gzip=False)],
        "archive": [
            lambda one: made.archive(
                {"a/b.txt": made.text(one), "c.html": made.page_plain(one), "d.csv": made.table(one)}
            )
        ],
    }
    return [make(written) for make in makers[target]]


def _pdf(words: str) -> bytes:
    """A small PDF whose streams are not packed, so that a changed byte is a changed letter."""
    import pikepdf

    document = pikepdf.new()
    page = document.add_blank_page(page_size=(300, 300))
    lines = "".join(f"({line.encode('ascii', 'replace').decode()}) Tj T*\n" for line in words.split("\n"))
    page.Contents = document.make_stream(f"BT /F1 10 Tf 14 TL 20 280 Td {lines} ET".encode())
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
    stream = io.BytesIO()
    document.save(stream, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return stream.getvalue()


def _part(document: bytes) -> bytes:
    """The part of a Word document that holds its text."""
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        return parts.read("word/document.xml")


def _document(part: bytes) -> bytes:
    """A Word document around such a part, so that what changes is its markup and not its packing."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_EMPTY)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, part if name == "word/document.xml" else old.read(name))
    return stream.getvalue()


_EMPTY = made.docx(made.Written("a", "x", None, "GB", "2024-05-05"))


class Watch:
    """Runs one input after another, and keeps what went wrong."""

    def __init__(self, target: str, folder: Path, seconds: float):
        self.target, self.folder, self.seconds = target, folder, seconds
        self.kind = KINDS[target]
        self.counts: collections.Counter[str] = collections.Counter()
        self.cases: dict[str, str] = {}
        self.begin = time.monotonic()
        self.slowest = 0.0
        folder.mkdir(parents=True, exist_ok=True)

    def one(self, data: bytes) -> None:
        """Reads one input, and extracts what comes out where that is the target."""
        self.counts["inputs"] += 1
        if self.counts["inputs"] == 1:  # atheris has an alarm of its own, which would end the process
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, signal.SIG_IGN)
        before = time.perf_counter()
        try:
            self._read(data)
        except Exception as error:  # noqa: BLE001  (that is what is looked for)
            where = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(
                data, f"{type(error).__name__} {where.filename.rpartition('/')[2]}:{where.lineno}", repr(error)[:300]
            )
        except OverBudget:
            self._keep(data, "hang in extraction", "")
        spent = time.perf_counter() - before
        self.slowest = max(self.slowest, spent)
        if self.counts["inputs"] % 500 == 0:
            self.say()

    def _read(self, data: bytes) -> None:
        failures = []
        if self.target == "docx" and not data.startswith(b"PK"):
            data = _document(data)
        bounds = Limits(seconds=self.seconds, size=2_000_000, unpacked=4_000_000, members=200, pages=20, length=100_000)
        job = limits.Job(
            failures.append, bounds, made.COLUMNS if self.target == "table" and b"headline" in data[:99] else {}
        )
        releases = list(formats.parse(self.kind, io.BufferedReader(io.BytesIO(data)), "fuzz", "fuzz", job))
        self.counts["releases"] += len(releases)
        self.counts["failures"] += len(failures)
        assert releases or failures, "neither a release nor a failure"
        for failure in failures:
            assert failure.reason and "\n" not in failure.reason, failure.reason
            if failure.reason.startswith("took longer"):
                self._keep(data, "hang in reading", failure.reason)
        for release in releases:
            assert release.text.strip() and release.id
            release.text.encode()  # no lone surrogate
            languages.foreign(release.text)
            if self.target == "extract" and len(release.text) <= bounds.length:
                self._extract(release)

    def _extract(self, release: Release) -> None:
        with within(self.seconds):
            record = extract(release)
        again = self.counts["inputs"] % 20 == 0
        prover = Prover(Doc(record.release)) if again else None
        for fact in record:
            self.counts["facts"] += 1
            assert 0 <= fact.start < fact.end <= len(release.text), f"span {fact.start}-{fact.end} {fact.rule}"
            if prover:
                assert prover.prove(fact).status != REFUSED, f"not proved again: {fact.rule}"
        if again:
            assert extract(release).to_dict() == record.to_dict(), "other facts the second time"

    def _keep(self, data: bytes, kind: str, message: str) -> None:
        self.counts["cases"] += 1
        if kind in self.cases:
            return
        self.cases[kind] = message
        name = hashlib.sha256(data).hexdigest()[:12]
        (self.folder / f"{self.target}-{name}{self.kind}").write_bytes(data)
        print(f"FOUND {self.target} {kind}: {message} ({name})", file=sys.stderr, flush=True)
        self.say()

    def say(self) -> None:
        """Writes the figures so far."""
        figures = {
            "target": self.target,
            **self.counts,
            "seconds": round(time.monotonic() - self.begin, 1),
            "slowest": round(self.slowest, 3),
            "kinds": self.cases,
        }
        (self.folder / f"{self.target}.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")


def main() -> None:
    """Fuzzes until the runs are done; libFuzzer ends the process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=KINDS)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--to", type=Path, default=Path("fuzz"))
    parser.add_argument("--longest", type=int, default=4096, help="bytes of an input at most (4096)")
    parser.add_argument("--seconds", type=float, default=10, help="budget of one input (10)")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    watch = Watch(arguments.target, arguments.to, arguments.seconds)
    corpus = arguments.to / f"corpus-{arguments.target}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds(arguments.target)):
        (corpus / f"seed-{number}").write_bytes(data)
    words = sorted(
        {word for data in seeds("extract") for word in data.decode().split() if word.isascii() and word.isalnum()}
    )
    random.Random(1).shuffle(words)
    dictionary = arguments.to / "words.dict"
    dictionary.write_text("".join(f'"{word}"\n' for word in words[:1500]), encoding="ascii")
    options = [
        sys.argv[0],
        f"-runs={arguments.runs}",
        f"-max_len={arguments.longest}",
        f"-seed={arguments.seed}",
        "-timeout=0",
        "-rss_limit_mb=4000",
        "-print_final_stats=0",
        "-verbosity=0",
        "-len_control=0",
    ]
    if arguments.target in ("text", "extract", "html", "feeds", "eml", "table", "jsonl"):
        options.append(f"-dict={dictionary}")
    atheris.Setup([*options, str(corpus)], watch.one, enable_python_coverage=True)
    import atexit

    atexit.register(watch.say)
    os.environ["PYTHONWARNINGS"] = "ignore"
    atheris.Fuzz()


if __name__ == "__main__":
    main()
