"""Facts of the family ``aims``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The aims of one release, in the order of the text."""
    return []
