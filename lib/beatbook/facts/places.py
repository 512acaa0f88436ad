"""Facts of the family ``places``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The places of one release, in the order of the text."""
    return []
