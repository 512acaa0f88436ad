"""What the load cell of a notebook calls: the one release that its parameters name, extracted."""

import dataclasses
import os
import re
import warnings
from pathlib import Path

from beatbook.errors import InputError
from beatbook.extract import extract
from beatbook.privacy.redaction import redact as mask_names
from beatbook.reading import read
from beatbook.records import Record, Release

_RESERVED = {"con", "prn", "aux", "nul", "index"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


def open_record(
    source: str, release_id: str = "", redact: bool = False, mask_officials: bool = False, corrections: str = "",
) -> Record:
    """The record of one release.

    Args:
        source: an input as the command line takes it. A relative path is looked for from the working directory
            upwards, then from this package upwards, so that a notebook finds its project's data wherever it is run.
        release_id: which release, where the source holds several.
        redact: whether what identifies private persons is masked (see ``beatbook.privacy.redaction``).
        mask_officials: whether those who speak for a force are masked as well, where ``redact`` is set.
        corrections: a file, folder or glob of corrections by hand (see docs/review.md), applied before anything is
            masked. What they did is told by ``release.extra["corrections"]``; lines that cannot be read are warned of.

    Raises:
        InputError: the source cannot be read, has no release of that id, or has several and none is chosen.
    """
    record = extract(open_release(source, release_id))
    told = ""
    if corrections:
        from beatbook.review.book import Book, said

        reviewed = Book.open([find(corrections)], lambda error: warnings.warn(str(error), stacklevel=2)).review(record)
        record, told = reviewed.record, said(reviewed)
    record = mask_names(record, mask_officials) if redact else record
    if told:
        record.release.extra["corrections"] = told
    return record


def open_release(source: str, release_id: str = "") -> Release:
    """The release that ``open_record`` extracts; its ``source`` is as given, whatever folder it was found in.

    What the source holds beside it and cannot be read does not stand in its way; it is warned of where no release was
    chosen.
    """
    place = find(source)
    ids = []
    only = None
    failures: list[InputError] = []
    for release in read(place, on_error=failures.append):
        if release.id == release_id or not release_id:
            if only is None:
                only = release
            if release_id:
                break
        ids.append(str(release.id))
    if failures and not ids and only is None:
        raise failures[0]
    if only is None:
        raise InputError(source, f"holds no release {release_id!r}, but {_some(ids)}" if ids else "holds no release")
    if not release_id and len(ids) > 1:
        raise InputError(source, f"holds {len(ids)} releases; choose one by release_id: {_some(ids)}")
    if not release_id:
        for failure in failures:
            warnings.warn(str(failure), stacklevel=3)
    found = str(only.source or source)
    return dataclasses.replace(only, source=found.replace(place, source, 1) if found.startswith(place) else found)


def find(source: str) -> str:
    """The source, a relative path as one that exists where the working directory or this package can reach it."""
    path = Path(source)
    if source == "-" or path.is_absolute() or path.exists():
        return source
    here = Path.cwd()
    for folder in (*here.parents, *Path(__file__).resolve().parents):
        if (folder / path).exists():
            return os.fspath(folder / path)
    return source


def page_name(stem: str) -> str:
    """The file name, without ending, of the report of that name (a release's id): safe on every system."""
    safe = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:80].rstrip("-.") or "report"
    return f"{safe}-report" if safe.lower().split(".")[0] in _RESERVED else safe


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:8]) + (f" and {len(ids) - 8} more" if len(ids) > 8 else "")
