"""Facts of the family ``outcomes``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The outcomes of one release, in the order of the text."""
    return []
