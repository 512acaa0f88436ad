"""Facts of the family ``quotes``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The quotes of one release, in the order of the text."""
    return []
