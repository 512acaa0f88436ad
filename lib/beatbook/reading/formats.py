"""Kinds of file, and the module that reads each: loaded when the first such file is met, for some load much.

A reader is ``parse(stream, source, id, job)``: it yields the releases of ``stream``, calls ``job.fail`` for each part
that holds none, and raises InputError where nothing of it can be read.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.limits import Job, Limits, OverBudget, megabytes, within
from beatbook.records import Release

MODULES = {
    ".txt": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".jsonl": "jsonl",
    ".csv": "table",
    ".tsv": "table",
    ".xml": "feeds",
    ".rss": "feeds",
    ".atom": "feeds",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".parquet": "parquet",
    ".zip": "archive",
}
"""By the end of a file's name: the module here that reads it."""

ACCEPTED = (
    ".txt, .md, .html, .pdf, .docx, .eml, .jsonl, .csv, .tsv, .parquet, RSS or Atom as .xml, .warc, .warc.gz and .zip"
)
_NAMES = {
    "text": "text",
    "html": "HTML",
    "pdf": "PDF",
    "docx": "a Word document",
    "eml": "an e-mail message",
    "jsonl": "JSON Lines",
    "table": "a table",
    "feeds": "a feed",
    "warc": "a WARC file",
    "parquet": "Parquet",
    "archive": "a zip archive",
}
_WHOLE = ("text", "html", "pdf", "docx", "eml", "feeds")  # each one document, with what is attached to it
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:\ud800-\udfff]")
_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"{", ".jsonl"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
    (b"<rss", ".xml"),
    (b"<feed", ".xml"),
    (b"warc/1.", ".warc"),
    (b"\x1f\x8b", ".warc.gz"),
    (b"par1", ".parquet"),
)


def kind(name: str) -> str | None:
    """The end of a file's name that says how it is read, or None: "a.WARC.gz" → ".warc.gz"."""
    lowered = name.lower()
    if lowered.endswith(".warc.gz"):
        return ".warc.gz"
    suffix = Path(lowered).suffix
    return suffix if suffix in MODULES else None


def stem(name: str) -> str:
    """A file's name without the end that says its kind."""
    found = kind(name)
    return name[: -len(found)] if found else Path(name).stem


def safe(name: str) -> str:
    """A file's name as a part of an id, without the path before it and what no file's name may hold."""
    return _UNSAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(". ") or "release"


def sniff(beginning: bytes) -> str:
    """The kind of a stream without a name, by its first bytes: ".txt" where they tell nothing else."""
    lowered = beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if lowered.startswith(b"<?xml"):
        return ".html" if b"<html" in lowered or b"<!doctype html" in lowered else ".xml"
    return next((found for magic, found in _MAGIC if lowered.startswith(magic)), ".txt")


def read_whole(stream: BinaryIO, source: str, limits: Limits, what: str) -> bytes:
    """All bytes of ``stream``.

    Args:
        what: how it may be made smaller, for the message.

    Raises:
        InputError: it is larger than ``limits.size``.
    """
    data = stream.read(limits.size + 1)
    if len(data) > limits.size:
        raise InputError(source, f"is larger than {megabytes(limits.size)}; {what}, or raise --max-size")
    return data


def parse(found: str, stream: BinaryIO, source: str, id: str, job: Job, **part: Any) -> Iterator[Release]:
    """The releases of a stream of a kind in MODULES.

    Whatever goes wrong inside is one call of ``job.fail``: a file that a library cannot stomach, one that takes too
    long, one that is larger than it may be. Only Ctrl-C and what ``job.fail`` raises come out. ``part`` goes to the
    reader, and says which part of the file is wanted.
    """
    name = MODULES[found]
    seconds = job.limits.seconds if name in _WHOLE else None
    error: InputError | None = None
    told: BaseException | None = None

    def fail(one: InputError) -> None:
        nonlocal told
        try:
            job.fail(_plain(one))
        except BaseException as raised:
            told = raised
            raise

    inner = Job(fail, job.limits, job.columns, job.depth, job.sieve)
    try:
        releases = import_module(f"beatbook.reading.{name}").parse(stream, source, id, inner, **part)
    except ImportError as missing:
        job.fail(InputError(source, f"needs {missing.name}, which is not installed; install beatbook's requirements"))
        return
    while True:
        try:
            with within(seconds):
                release = next(releases)
        except StopIteration:
            return
        except OverBudget:
            error = InputError(
                source, f"took longer than {seconds:g} seconds to read and was cut off; --max-seconds sets the limit"
            )
        except InputError as caught:
            if caught is told:
                raise
            error = _plain(caught)
        except MemoryError:
            error = InputError(source, "needs more memory than there is")
        except OSError as caught:
            error = InputError(source, f"cannot be read ({caught.strerror or _short(caught)})")
        except Exception as caught:  # whatever a library raises on a broken file says that it is broken
            if caught is told:
                raise
            error = InputError(source, f"cannot be read as {_NAMES[name]}, it is broken ({_short(caught)})")
        if error:
            job.fail(error)
            return
        yield release


def _plain(error: InputError) -> InputError:
    """An error on one line, for names of members and words of libraries may hold anything."""
    source, reason = (" ".join(words.split()) for words in (error.source, error.reason))
    return error if (source, reason) == (error.source, error.reason) else InputError(source, reason)


def _short(error: BaseException) -> str:
    words = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(": .")
    return words if len(words) <= 150 else f"{words[:150]}…"
