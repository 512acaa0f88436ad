"""Outcomes as tests compare them: shared by the tests of statuses and of people."""

from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.records import Release
from beatbook.resolve.outcomes import find


def analysed(text, country="GB"):
    """A text made ready as the pipeline does it."""
    doc = Doc(Release(text, country=country, published="2024-06-18"))
    doc.scopes = scopes(doc)
    return doc


def told(text, country="GB"):
    """(statuses joined by "+", count, who, the other slots that are filled and not at their default) of each fact."""
    found = []
    for fact in find(analysed(text, country)):
        rest = {name: value for name, value in fact.slots.items() if value not in (None, [], "exact")}
        statuses = "+".join(rest.pop("statuses"))
        found.append((statuses, rest.pop("count", None), rest.pop("who"), rest))
    return found
