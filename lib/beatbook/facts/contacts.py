"""Facts of the family ``contacts``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The contacts of one release, in the order of the text."""
    return []
