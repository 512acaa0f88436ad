"""One person's review of some releases: what is left, what was decided, and the file in which each decision stands.

The file is the only truth: a decision is a line in it, and what is shown is what applying the file gives.
"""

import getpass
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from beatbook import opening
from beatbook.errors import InputError, UsageError
from beatbook.extract import extract
from beatbook.reading import read
from beatbook.records import FAMILIES, Record
from beatbook.review import doubt, gold
from beatbook.review.applying import NOT_APPLIED, Result, Reviewed, Tracked, identity
from beatbook.review.book import Book
from beatbook.review.cells import complete, filled, parse, written
from beatbook.review.corrections import BESIDE, Correction, append, read_corrections, remove


class Review:
    """Releases in the order of doubt, and decisions on them.

    Args:
        records: what the rules found, a record a release.
        corrections: the file that decisions are written into.
        others: further files of corrections (other reviewers'), applied and never written.
        who: the name that decisions are signed with.
        failures: inputs that could not be read, to be told.
    """

    def __init__(self, records: Iterable[Record], corrections: Path, others: Iterable[str] = (), who: str = "",
                 failures: Iterable[InputError] = ()):
        self.path, self.others, self.who = corrections, list(others), who or _account()
        self.failures = list(failures)
        self.broken: list[InputError] = []
        self._undo: list[list[str]] = []
        self.corrections = self._read()
        self._records = {str(record.id): record for record in records}
        book = Book(self.corrections)
        self.reviewed = {id: book.review(record) for id, record in self._records.items()}
        self.expected = {id: doubt.of_release(reviewed) for id, reviewed in self.reviewed.items()}
        self.order = sorted(self.reviewed, key=lambda id: (self.is_done(id), *self.expected[id].rank))

    def _read(self) -> list[Correction]:
        self.broken = []
        return read_corrections([*self.others, self.path], self.broken.append)

    def __getitem__(self, id: str) -> Reviewed:
        return self.reviewed[id]

    def __len__(self) -> int:
        return len(self.order)

    def is_done(self, id: str) -> bool:
        """Whether a release was read to its end and nothing has come up in it since."""
        return self.reviewed[id].complete and not self.left(id)

    def left(self, id: str) -> int:
        """How many facts, figures and contradictions of a release nobody has looked at."""
        expected = self.expected[id]
        return expected.checks + expected.figures + expected.facts

    @property
    def results(self) -> list[Result]:
        """What became of each correction that is about these releases; one that was applied to another copy of its
        text is not told as lost."""
        all_results = [result for id in self.order for result in self.reviewed[id].results]
        done = {id(result.correction) for result in all_results if result.status not in NOT_APPLIED}
        return [result for result in all_results
                if result.status not in NOT_APPLIED or id(result.correction) not in done]

    # Decisions: each returns one sentence for the person; a ValueError says why it was not taken.

    def accept(self, id: str, tracked: Tracked) -> str:
        """The fact is right as it stands."""
        again = "restored" if tracked.state == "deleted" else "accepted"
        self._decide(id, [self._about(id, tracked, "accept")])
        return f"{again}: {_name(tracked)}"

    def accept_figure(self, id: str, table: str, start: int, end: int) -> str:
        """An unclaimed figure that is no fact, or a contradiction that the text itself makes."""
        release = self._records[id].release
        words = release.text[start:end]
        self._decide(id, [self._line(id, "accept", family=table, start=start, end=end, words=words)])
        return f"{'no fact' if table == 'unclaimed' else 'let stand'}: “{' '.join(words.split())}”"

    def correct(self, id: str, tracked: Tracked, texts: Mapping[str, str], why: str = "") -> str:
        """Changes slots; ``texts`` are their new values as a cell of the file has them, by slot."""
        if tracked.state == "deleted":
            raise ValueError("a deleted fact is restored first, by accepting it")
        family, lines, now = tracked.fact.family, [], tracked.fact.slots
        new = {name: parse(FAMILIES[family].slot(name), text) for name, text in texts.items()}
        changed = {name: value for name, value in new.items() if written(value) != written(now.get(name))
                   and not (not written(value) and now.get(name) == FAMILIES[family].slot(name).default)}
        if not changed:
            raise ValueError("nothing was changed")
        complete(family, filled(now | changed))
        for name, value in changed.items():
            lines.append(self._about(id, tracked, "correct", slot=name, old=now.get(name), new=value, why=why))
        self._decide(id, lines)
        said = [f"{name.replace('_', ' ')} {written(now.get(name)) or 'nothing'} → {written(value) or 'nothing'}"
                for name, value in changed.items()]
        return f"corrected: {', '.join(said)}{self._unproved(id, lines[0])}"

    def delete(self, id: str, tracked: Tracked, why: str = "") -> str:
        """The text states no such fact."""
        self._decide(id, [self._about(id, tracked, "delete", why=why)])
        return f"deleted: {_name(tracked)}"

    def add(self, id: str, family: str, texts: Mapping[str, str], start: int | None = None, end: int | None = None,
            words: str = "", why: str = "") -> str:
        """A fact that the rules missed, at a span of the text or at its first place of some words."""
        if family not in FAMILIES:
            raise ValueError(f"there is no family {family!r}, but {', '.join(FAMILIES)}")
        text = self._records[id].release.text
        if start is None or end is None:
            start, end = place(text, words)
        start, end = trimmed(text, start, end)
        slots = filled({name: parse(FAMILIES[family].slot(name), said) for name, said in texts.items()})
        complete(family, slots)
        line = self._line(id, "add", family=family, start=start, end=end, words=text[start:end], fact=slots, why=why)
        self._decide(id, [line])
        return f"added: {family} “{' '.join(text[start:end].split())}”{self._unproved(id, line)}"

    def accept_rest(self, id: str) -> str:
        """All that nobody has looked at is right, and the release states nothing else: it is complete."""
        reviewed = self.reviewed[id]
        lines = [self._about(id, tracked, "accept") for tracked in reviewed.tracked if not tracked.state]
        for table, rows in (("unclaimed", doubt.figures(reviewed)), ("checks", doubt.checks(reviewed))):
            lines += [self._line(id, "accept", family=table, start=row["start"], end=row["end"],
                                 words=reviewed.record.release.text[row["start"]:row["end"]]) for row in rows]
        if not reviewed.complete:
            lines.append(self._line(id, "accept"))
        if not lines:
            raise ValueError("the release is complete already")
        self._decide(id, lines)
        return f"complete: {id}"

    def undo(self) -> str:
        """Takes the last decision of this session out of the file again."""
        if not self._undo:
            raise ValueError(f"nothing to undo in this session; earlier decisions are lines of {self.path.name}")
        lines = self._undo.pop()
        found = remove(self.path, lines)
        self._refresh(self.order)
        if found < len(lines):
            return f"undone as far as {self.path.name} still held it"
        return f"undone ({found} {'line' if found == 1 else 'lines'} of {self.path.name})"

    def _about(self, id: str, tracked: Tracked, action: str, **rest: Any) -> Correction:
        """A line on a fact: it names the slots that the fact was born with, by which the next run knows it again."""
        fact, text, first = tracked.fact, self._records[id].release.text, tracked.first
        if first and first.start is not None:
            return self._line(id, action, family=fact.family, start=first.start, end=first.end, words=first.words,
                              fact=first.fact, **rest)
        born = identity(type(fact)(fact.family, dict(tracked.born), fact.start, fact.end, fact.rule))
        return self._line(id, action, family=fact.family, start=fact.start, end=fact.end,
                          words=text[fact.start:fact.end], fact=born, **rest)

    def _line(self, id: str, action: str, **rest: Any) -> Correction:
        release = self._records[id].release
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return Correction(action, str(release.id), release.sha256, who=self.who, when=now, **rest)

    def _decide(self, id: str, lines: list[Correction]) -> None:
        self._undo.append(append(self.path, lines))
        self._refresh([id])

    def _refresh(self, ids: Iterable[str]) -> None:
        self.corrections = self._read()
        book = Book(self.corrections)
        for id in ids:
            self.reviewed[id] = book.review(self._records[id])
            self.expected[id] = doubt.of_release(self.reviewed[id])

    def _unproved(self, id: str, line: Correction) -> str:
        for tracked in self.reviewed[id].tracked:
            if tracked.unproved and tracked.fact.family == line.family and tracked.fact.start == line.start:
                return f". The words do not prove it ({tracked.unproved}); it is kept as you say, and marked so"
        return ""

    def write_gold(self, path: Path) -> int:
        """Writes the complete releases as gold; returns how many. Raises UsageError where it cannot be written."""
        return gold.write(self.reviewed.values(), path)


def open_review(
    source: str | list[str], corrections: str, others: str = "", who: str = "", most: int = 0,
) -> Review:
    """The review that a notebook's parameters name.

    Args:
        source: an input as the command line takes it, or a list of them; a relative one is looked for from the
            working directory upwards.
        corrections: the file for decisions; need not exist yet. See ``home``.
        others: another reviewer's file, or a folder or glob of such files.
        who: the reviewer; empty takes the name of the account.
        most: how many releases, the most doubtful first; 0 for all.

    Raises:
        InputError: nothing could be read.
        UsageError: no file for the corrections is named.
    """
    if not corrections.strip():
        raise UsageError("corrections names no file; decisions need one to stand in (corrections.csv)")
    failures: list[InputError] = []
    places = [opening.find(one) for one in ([source] if isinstance(source, str) else source)]
    records = [extract(release) for release in read(places, on_error=failures.append)]
    if not records:
        raise failures[0] if failures else InputError(str(source), "holds no release")
    review = Review(records, home(corrections), [opening.find(others)] if others else [], who, failures)
    if most > 0:
        review.order = review.order[:most]
    return review


def home(corrections: str) -> Path:
    """Where the file of corrections is or will be: a relative one where it, or the folder it names, can be reached from
    the working directory or this package upwards."""
    path = Path(opening.find(corrections))
    if path.is_absolute() or path.exists() or path.parent == Path():
        return path
    parent = Path(opening.find(str(path.parent)))
    return parent / path.name if parent.is_dir() else path


def place(text: str, words: str) -> tuple[int, int]:
    """Where words stand first in a text, white space aside. Raises ValueError where they do not."""
    if not words.strip():
        raise ValueError("select the words that state the fact, or type them")
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    if not found:
        raise ValueError("the text does not hold these words")
    return found.span()


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A selection without white space at its ends, and with the whole of a word that it cuts.

    Raises:
        ValueError: it holds no words of the text.
    """
    start, end = max(0, start), min(len(text), end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        raise ValueError("select the words that state the fact, or type them")
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _name(tracked: Tracked) -> str:
    keys = [slot.name for slot in FAMILIES[tracked.fact.family].slots if slot.name in identity(tracked.fact)]
    return f"{tracked.fact.family} " + ", ".join(written(tracked.fact.slots[name])[:60] for name in keys[:3])


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


__all__ = ["BESIDE", "Review", "home", "open_review", "place", "trimmed"]
