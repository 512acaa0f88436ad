"""All corrections of some files, found by release: what ``extract``, a report and a review apply to each record."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from beatbook.errors import Fail, InputError
from beatbook.records import Record, Release
from beatbook.review.applying import NOT_APPLIED, Result, Reviewed, apply
from beatbook.review.cells import slots_written, written
from beatbook.review.corrections import Correction, read_corrections

_SHORTEST = 8  # digits of a hash that a line has at least


class Book:
    """Corrections by release. It remembers what became of each, for ``told``."""

    def __init__(self, corrections: Iterable[Correction]):
        self.corrections = list(corrections)
        self._by_hash: dict[str, list[int]] = defaultdict(list)
        self._by_id: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self.corrections):
            if one.sha256:
                self._by_hash[one.sha256[:_SHORTEST]].append(at)
            if one.release_id:
                self._by_id[one.release_id].append(at)
        self._texts: set[int] = set()  # corrections whose text was seen
        self._ids: set[int] = set()  # those whose release was seen with another text
        self._results: list[Result] = []

    @classmethod
    def open(cls, places: Iterable[str | Path], fail: Fail) -> "Book":
        """The corrections of files, folders and globs; ``fail`` is called with each line that cannot be read.

        Raises:
            InputError: a file does not exist, or cannot be read as a whole.
        """
        for place in places:
            if not any(mark in str(place) for mark in "*?[") and not Path(place).exists():
                raise InputError(str(place), "no such file of corrections")
        return cls(read_corrections(places, fail))

    def of(self, release: Release) -> list[Correction]:
        """The corrections that speak of a release, those of an earlier text of it among them; in their order."""
        sha = release.sha256
        found = {*self._by_hash.get(sha[:_SHORTEST], ()), *self._by_id.get(str(release.id), ())}
        for at in found:
            one = self.corrections[at]
            (self._texts if sha.startswith(one.sha256) else self._ids).add(at)
        return [self.corrections[at] for at in sorted(found)]

    def version(self, release: Release) -> str:
        """Changes whenever the corrections of a release do; empty where there are none."""
        mine = [one for one in self.of(release) if release.sha256.startswith(one.sha256)]
        if not mine:
            return ""
        lines = [(one.action, one.family, one.start, one.end, one.words, slots_written(one.fact), one.slot,
                  written(one.old), written(one.new)) for one in mine]
        return sha256(repr(lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def review(self, record: Record) -> Reviewed:
        """A record with its corrections applied."""
        reviewed = apply(record, self.of(record.release))
        self._results += reviewed.results
        return reviewed

    def corrected(self, record: Record) -> Record:
        """The same, for whoever wants the record only."""
        return self.review(record).record

    def told(self) -> Iterator[str]:
        """What a person has to hear at the end: how many were applied, and each that was not, with its line."""
        results = [result for result in self._results if result.status in NOT_APPLIED]
        changed = self._ids - self._texts
        counts = Counter(result.status for result in self._results if result.status not in NOT_APPLIED)
        parts = [f"{count:,} {status}" for status, count in counts.items()]
        strange = len(self.corrections) - len(self._texts | self._ids)
        known = len(self._texts) - sum(counts.values()) - sum(1 for one in results if one.status != "text changed")
        parts += [f"{known:,} in records that were known already"] if known > 0 else []
        parts += [f"{strange:,} about releases that were not read"] if strange else []
        parts += [f"{len(changed):,} not applied, since the text has changed"] if changed else []
        yield f"corrections: {', '.join(parts) or 'none'}"
        for at in sorted(changed):
            one = self.corrections[at]
            yield f"{one.line}: not applied: the text of {one.release_id} has changed since it was reviewed"
        for result in results:
            if result.status != "text changed":
                yield f"{result.correction.line}: not applied: {result.message}"


def said(reviewed: Reviewed) -> str:
    """One sentence on what was done by hand in a record, for its provenance; without any value."""
    counts = Counter(tracked.state for tracked in reviewed.tracked if tracked.state)
    parts = [f"{counts[state]} {state}" for state in ("corrected", "added", "deleted", "accepted") if counts[state]]
    text = f"facts {', '.join(parts)}" if parts else "nothing"
    if reviewed.complete:
        text += "; read to its end"
    lost = Counter(result.status for result in reviewed.results if result.status in NOT_APPLIED)
    if lost:
        text += f"; {sum(lost.values())} not applied ({', '.join(sorted(lost))})"
    return text
