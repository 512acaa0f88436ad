"""Outcomes as tests compare them: shared by the tests of statuses and of people."""

from analysed import analysed

from beatbook.resolve.outcomes import find


def told(text, country="GB"):
    """(statuses joined by "+", count, who, the other slots that are filled and not at their default) of each fact."""
    found = []
    for fact in find(analysed(text, country)):
        rest = {name: value for name, value in fact.slots.items() if value not in (None, [], "exact")}
        statuses = "+".join(rest.pop("statuses"))
        found.append((statuses, rest.pop("count", None), rest.pop("who"), rest))
    return found
