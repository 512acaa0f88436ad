"""Facts of the family ``seizures``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The seizures of one release, in the order of the text."""
    return []
