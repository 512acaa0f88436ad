"""Where a release was read, as a name that holds from run to run: from the store's folder on, whatever folder the
command was called in, so that a project can be moved as a whole."""

import fnmatch
import glob
import os
import re
from collections.abc import Sequence
from pathlib import Path

from beatbook.exports import STORE, WRITTEN
from beatbook.records import Release
from beatbook.store.rows import storable

STANDARD_INPUT = "standard input"
# "rows.jsonl, line 12"; "crawl.warc, record 3 (https://police.example/news)"
_ROW = re.compile(r",? [a-z]+ \d+(?: \([^()]{0,400}\))?$")
_MADE_ID = re.compile(r"stdin(-\d+)?$")


def place_of(release: Release, folder: Path) -> str | None:
    """The place of a release: its file, with the row's id where the file has several.

    The id and not the line, since a row that is put in before the others moves all of them. None where the source is
    no place: what comes through standard input without an id of its own, or from no file at all.
    """
    source = release.source
    if not source:
        return None
    file = _ROW.sub("", source)
    if file == STANDARD_INPUT:
        return None if _MADE_ID.match(release.id or "") else storable(f"{file}#{release.id}")
    place = relative(file, folder)
    return place if file == source else storable(f"{place}#{release.id}")


def relative(name: str, folder: Path) -> str:
    """A file's name from ``folder`` on, with forward slashes; as it is where there is no way there (another drive)."""
    if name in ("-", STANDARD_INPUT):
        return STANDARD_INPUT
    try:
        return storable(Path(os.path.relpath(name or ".", folder)).as_posix())
    except (ValueError, OSError):
        return storable(name)


def is_export(source: str, folder: Path, inputs: Sequence[str]) -> bool:
    """Whether ``source`` is a file that a run wrote into its ``folder``, met since the folder is read as well.

    One that is named outright among the inputs is read as any other.
    """
    file = _ROW.sub("", source)
    return Path(file).name in WRITTEN and relative(file, folder) in WRITTEN and file not in inputs


def beside_store(source: str, inputs: Sequence[str]) -> bool:
    """Whether ``source`` is an export that lies beside its store, met since the folder is read: no release is in it."""
    folder = Path(_ROW.sub("", source)).parent
    return (folder / STORE).is_file() and is_export(source, folder, inputs)


def covers(given: str, place: str) -> bool:
    """Whether reading the input ``given`` reads ``place`` (both as ``relative`` makes them) again."""
    if place == given or place.startswith((f"{given}/", f"{given},", f"{given} ", f"{given}:", f"{given}!")):
        return True
    return glob.has_magic(given) and fnmatch.fnmatchcase(_ROW.sub("", place), given.replace("**/", "*"))
