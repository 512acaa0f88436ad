"""Dates and periods, resolved against the publication date."""

STARTERS: frozenset[str] = frozenset()


def match(low, raw, starts, ends, i, end, country, published):
    """The date or period that starts at token i, or None."""
    return None
