r"""The file of corrections: plain CSV, one correction a line, that people, spreadsheets and version control can read.

``docs/review.md`` says what each column holds and how a line is written by hand. Within a cell a list is joined with
"; " and the slots of a fact with " | " (``category=blade | item=knife | quantity=9``); a line end, and a mark of
these that belongs to a value, has a backslash before it (``\n``, ``\;``, ``\|``, ``\\``). A text that a spreadsheet
would take for a formula has an apostrophe before it.
"""

import csv
import dataclasses
import glob
import io
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beatbook.errors import Fail, InputError
from beatbook.reading.decoding import NotTextError, decode
from beatbook.records import FAMILIES
from beatbook.review.cells import complete, escaped, parse, slots_parsed, slots_written, unescaped, written
from beatbook.writing import write_whole

ACTIONS = ("accept", "correct", "delete", "add")
BESIDE = ("unclaimed", "checks")
"""What may be accepted beside facts: a figure that is no fact, a contradiction that the text itself makes."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_HASH = re.compile(r"[0-9a-f]{8,64}")
_MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of the file. ``fact`` holds the slots of the fact it speaks of, as they were when it was looked at.

    ``accept`` without a family says that the whole release has been read; ``add`` has the new fact's slots in
    ``fact``; ``correct`` changes ``slot`` from ``old`` to ``new``. ``start`` and ``end`` are code points of the text,
    ``words`` what stands there. ``line`` is where it was read from, for messages.
    """

    action: str
    release_id: str = ""
    sha256: str = ""
    family: str = ""
    start: int | None = None
    end: int | None = None
    words: str = ""
    fact: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    slot: str = ""
    old: Any = None
    new: Any = None
    who: str = ""
    when: str = ""
    why: str = ""
    line: str = dataclasses.field(default="", compare=False)


COLUMNS = ("release_id", "sha256", "action", "family", "start", "end", "words", "fact", "slot", "old", "new", "who",
           "when", "why")


# Reading --------------------------------------------------------------------------------------------------------------

def read_corrections(places: str | os.PathLike[str] | Iterable[str | os.PathLike[str]], fail: Fail) -> list[Correction]:
    """The corrections of one file or several, in the order in which they were made.

    Args:
        places: files, folders (their *.csv) or globs; a file that does not exist yet holds none.
        fail: called with each line that cannot be read; the others count.

    Raises:
        InputError: a file cannot be read as a whole.
    """
    found: list[Correction] = []
    for place in [places] if isinstance(places, str | os.PathLike) else places:
        for path in _files(os.fspath(place)):
            found += _read(path, fail)
    # Several reviewers' files are one story where every line has its time; else each file counts after the one before.
    return sorted(found, key=lambda one: one.when) if all(one.when for one in found) else found


def _files(place: str) -> list[Path]:
    if not place:
        return []
    path = Path(place)
    if path.is_dir():
        return sorted(path.glob("*.csv"))
    if path.exists() or not glob.has_magic(place):
        return [path] if path.exists() else []
    return [Path(name) for name in sorted(glob.glob(place))]  # noqa: PTH207  (an absolute pattern is fine here)


def _read(path: Path, fail: Fail) -> list[Correction]:
    lines = _content(path)[0].split("\n")
    header, at = _header(lines, path)
    found = []
    for number, line in enumerate(lines[at + 1:], at + 2):
        if not line.strip(" \t\r,;") or line.startswith("#"):
            continue
        try:
            found.append(_correction(_cells(line, header), f"{path}, line {number}"))
        except ValueError as error:
            fail(InputError(f"{path}, line {number}", str(error)))
    return found


def _content(path: Path) -> tuple[str, bool]:
    """The text of a file, and whether it had a byte order mark."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(str(path), f"is larger than {_MOST_BYTES // 1_000_000} MB; split it, and "
                             "name the folder or a glob")
        data = path.read_bytes()
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:  # as a spreadsheet saved it
            text = decode(data)
        return text.replace("\r\n", "\n").replace("\r", "\n"), data.startswith(b"\xef\xbb\xbf")
    except NotTextError as error:
        raise InputError(str(path), f"{error}; a CSV of corrections is accepted") from error
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror or error})") from error


@dataclass(frozen=True)
class _Header:
    names: tuple[str, ...]
    delimiter: str


def _header(lines: list[str], path: Path) -> tuple[_Header, int]:
    """The columns of a file and the line they stand in; those that we write for an empty one."""
    for at, line in enumerate(lines):
        if not line.strip() or line.startswith("#"):
            continue
        delimiter = max(",;\t", key=line.count)
        names = tuple(name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter)))
        if "action" not in names or not {"release_id", "sha256"} & set(names):
            raise InputError(str(path), "has no header of a file of corrections: its first line names the columns "
                             f"({', '.join(COLUMNS)}), action and release_id or sha256 among them")
        return _Header(names, delimiter), at
    return _Header(COLUMNS, ","), -1


def _cells(line: str, header: _Header) -> dict[str, str]:
    # Each line by itself, so that a quotation mark which is never closed costs that line alone.
    try:
        cells = next(csv.reader([line], delimiter=header.delimiter, strict=True))
    except csv.Error as error:
        raise ValueError(f"is no line of CSV ({error}); a line end within a cell is written \\n") from error
    if any(cell.strip() for cell in cells[len(header.names):]):
        raise ValueError(f"has {len(cells)} cells, the header {len(header.names)}; a cell with a "
                         f"{header.delimiter!r} in it needs quotation marks round it")
    return {name: cell[1:] if _FORMULA.match(cell) and cell.startswith("'") else cell
            for name, cell in zip(header.names, cells, strict=False)}


def _correction(cells: Mapping[str, str], line: str) -> Correction:
    """The correction of one line. Raises ValueError, which says what is wrong and what is accepted."""
    get = {name: cells.get(name, "").strip() for name in COLUMNS}
    action, family, sha = get["action"].lower(), get["family"].lower(), get["sha256"].lower()
    if action not in ACTIONS:
        raise ValueError(f"action is {get['action']!r}; one of {', '.join(ACTIONS)} is accepted")
    if sha and not _HASH.fullmatch(sha):
        raise ValueError(f"sha256 is {get['sha256']!r}; the hash of the text (8 to 64 hexadecimal digits) is accepted")
    if not sha and not get["release_id"]:
        raise ValueError("names no release; its release_id or the sha256 of its text is needed")
    known = FAMILIES if action != "accept" else (*FAMILIES, *BESIDE, "")
    if family not in known:
        raise ValueError(f"family is {get['family']!r}; one of {', '.join(FAMILIES)} is accepted")
    start, end = (_offset(name, get[name]) for name in ("start", "end"))
    if (start is None) != (end is None) or (start is not None and end is not None and start >= end):
        raise ValueError("start and end are given both, the end behind the start, or neither")
    slots = slots_parsed(family, get["fact"]) if family in FAMILIES else {}
    slot, old, new = "", None, None
    if action == "correct":
        slot = get["slot"]
        names = [one.name for one in FAMILIES[family].slots]
        if slot not in names:
            raise ValueError(f"slot is {slot!r}; one of {', '.join(names)} is accepted for {family}")
        old, new = (parse(FAMILIES[family].slot(slot), get[name]) for name in ("old", "new"))
    elif action == "add":
        slots = slots | slots_parsed(family, get["new"])
        complete(family, slots)
    place = start is not None or get["words"]
    if action == "add" and not place:
        raise ValueError("adds a fact without its words; words, or start and end, are needed")
    if family and not (place or slots or old not in (None, [])):
        raise ValueError("does not say which fact; words, start and end, fact or old are needed")
    return Correction(action, get["release_id"], sha, family, start, end, unescaped(get["words"]), slots, slot, old,
                      new, get["who"], get["when"], unescaped(get["why"]), line)


def _offset(name: str, text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{1,9}", text):
        raise ValueError(f"{name} is {text!r}; a whole number (code points of the text) is accepted")
    return int(text)


# Writing --------------------------------------------------------------------------------------------------------------

def append(path: Path, corrections: Iterable[Correction]) -> list[str]:
    """Adds lines to the end of the file, which is made where it is missing; its columns and their order are kept.

    What stands in the file, lines that cannot be read among it, stays as it is. It is written beside and renamed.

    Returns:
        The lines as written, for ``remove``.

    Raises:
        InputError: the file there cannot be read, or is none of corrections.
        UsageError: it cannot be written.
    """
    text, marked = _content(path) if path.exists() else ("", False)
    lines = text.rstrip("\n").split("\n") if text.strip() else []
    header, at = _header(lines, path)
    missing = [name for name in COLUMNS if name not in header.names]
    if at < 0:
        lines.append(_line(header.names, header.delimiter))
    elif missing:
        header = _Header((*header.names, *missing), header.delimiter)
        lines[at] = _line(header.names, header.delimiter)
    added = []
    for one in corrections:
        cells = _row(one)
        added.append(_line([_guarded(cells.get(name, "")) for name in header.names], header.delimiter))
    _write(path, [*lines, *added], marked)
    return added


def remove(path: Path, lines: Iterable[str]) -> int:
    """Takes lines that ``append`` wrote out of the file again, the last ones that read so; says how many it found."""
    text, marked = _content(path)
    left = text.rstrip("\n").split("\n")
    removed = 0
    for line in reversed(list(lines)):
        for at in range(len(left) - 1, -1, -1):
            if left[at] == line:
                del left[at]
                removed += 1
                break
    _write(path, left, marked)
    return removed


def _row(one: Correction) -> dict[str, str]:
    is_add = one.action == "add"
    return {
        "release_id": one.release_id, "sha256": one.sha256, "action": one.action, "family": one.family,
        "start": "" if one.start is None else str(one.start), "end": "" if one.end is None else str(one.end),
        "words": escaped(one.words, ""), "fact": "" if is_add else slots_written(one.fact), "slot": one.slot,
        "old": written(one.old), "new": slots_written(one.fact) if is_add else written(one.new), "who": one.who,
        "when": one.when, "why": escaped(one.why, ""),
    }


def _guarded(text: str) -> str:
    text = text.replace("\0", "\ufffd")
    return f"'{text}" if _FORMULA.match(text) else text


def _line(cells: Iterable[str], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="").writerow(list(cells))
    return out.getvalue()


def _write(path: Path, lines: list[str], marked: bool) -> None:
    text = "".join(f"{line}\n" for line in lines)
    write_whole(text.encode("utf-8-sig" if marked else "utf-8", "replace"), path)
