"""Facts of the family ``incidents``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The incidents of one release, in the order of the text."""
    return []
