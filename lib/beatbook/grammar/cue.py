"""The sign that a thing was seized, and the verbs that give it."""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.lexicons import rows


@dataclass(slots=True)
class Cue:
    """A cue at tokens [i, j). ``reach``: "right" or "left". ``strength``: "strong" (anything that stands there is
    seized), "weak" (things of the lexicon), "goods" and "held" (contraband only). ``good``: not negated or planned."""

    i: int
    j: int
    reach: str
    strength: str
    good: bool = True
    rule: str = ""


@lru_cache(1)
def verbs() -> dict[str, dict[str, str]]:
    """Forms of the verbs, each with its row."""
    return {row["term"]: row for row in rows("seizure_verbs")}
