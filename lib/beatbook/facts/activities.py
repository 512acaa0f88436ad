"""Facts of the family ``activities``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The activities of one release, in the order of the text."""
    return []
