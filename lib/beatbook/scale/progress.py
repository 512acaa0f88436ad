"""A line that tells how far a long run is, its rate and the time that remains, where a person looks on."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from types import TracebackType
from typing import Any, TypeVar

from beatbook.reading.watching import Watch

Item = TypeVar("Item")


def shown(items: Iterable[Item], watch: Watch) -> Iterator[Item]:
    """The items, told as they pass. The time that remains follows from the bytes that were read of all there are."""
    if not sys.stderr.isatty():
        yield from items
        return
    with closing(_bar(None)) as line:
        number = 0
        for number, item in enumerate(items, 1):
            yield item
            line.total = watch.total or None
            line.bar_format = _format(number, line)
            line.update(watch.done - line.n)


class Told:
    """The same for work that is told of in pieces: so many bytes and releases each."""

    def __init__(self, total: int):
        self._line = _bar(total) if sys.stderr.isatty() else None
        self._number = 0

    def __enter__(self) -> "Told":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._line is not None:
            self._line.close()

    def passed(self, size: int, releases: int) -> None:
        """A piece is done."""
        self._number += releases
        if self._line is not None:
            self._line.bar_format = _format(self._number, self._line)
            self._line.update(size)


def _bar(total: int | None) -> Any:
    from tqdm import tqdm

    return tqdm(total=total, leave=False, file=sys.stderr)


def _format(number: int, line: Any) -> str:
    seconds = max(line.format_dict["elapsed"], 1e-9)
    told = f"{number:,} releases, {number / seconds:,.0f}/s"
    if not line.total:
        return f"{told} [{{elapsed}}]"
    return f"{{percentage:3.0f}}%|{{bar}}| {told} [{{elapsed}}, {{remaining}} left]"
