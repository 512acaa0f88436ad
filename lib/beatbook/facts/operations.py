"""Facts of the family ``operations``."""

from beatbook.language.document import Doc
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The operations of one release, in the order of the text."""
    return []
