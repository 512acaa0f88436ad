"""A line that tells how far a long run is, its rate and the time that remains, where a person looks on."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Any, TypeVar

from beatbook.reading.watching import Watch

Item = TypeVar("Item")


def shown(items: Iterable[Item], watch: Watch) -> Iterator[Item]:
    """The items, told as they pass. The time that remains follows from the bytes that were read of all there are."""
    if not sys.stderr.isatty():
        yield from items
        return
    with closing(bar(None)) as line:
        number = 0
        for number, item in enumerate(items, 1):
            yield item
            line.total = watch.total or None
            line.bar_format = _format(number, line)
            line.update(watch.done - line.n)


def bar(total: int | None) -> Any:
    """A progress bar of so many bytes; its text is set by whoever moves it."""
    from tqdm import tqdm

    return tqdm(total=total, leave=False, file=sys.stderr)


def _format(number: int, line: Any) -> str:
    seconds = max(line.format_dict["elapsed"], 1e-9)
    told = f"{number:,} releases, {number / seconds:,.0f}/s"
    if not line.total:
        return f"{told} [{{elapsed}}]"
    return f"{{percentage:3.0f}}%|{{bar}}| {told} [{{elapsed}}, {{remaining}} left]"
