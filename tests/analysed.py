"""Texts made ready as the pipeline does it, and what tests of several families do with them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.records import Release

PUBLISHED = "2024-06-18"  # a Tuesday


def analysed(text: str, country: str | None = "GB", published: str | None = PUBLISHED) -> Doc:
    """A text made ready for the finders of the families."""
    doc = Doc(Release(text, country=country, published=published))
    doc.scopes = scopes(doc)
    return doc


def grows_in_proportion(
    find: Callable[[Doc], object], opening: str, unit: str, times: int, steps: Callable[[Callable[[], Any]], int],
) -> bool:
    """Whether four times the hostile repetition costs about four times the calls: a square would cost sixteen."""

    def cost(number: int) -> int:
        doc = analysed(opening + unit * number + ".")
        return steps(lambda: find(doc))

    cost(20)  # what is made once
    return cost(4 * times) < 6 * cost(times)


def readable_records(shared: Path) -> Iterator[dict[str, Any]]:
    """The development records that whoever writes rules may read."""
    held = {f"{place}-{n:02d}" for place, first in (("ukr", 7), ("usa", 9), ("int", 7)) for n in range(first, 13)}
    for path in sorted((shared / "benchmark" / "dev").glob("*.json")):
        if path.stem not in held:
            yield json.loads(path.read_text(encoding="utf-8"))
