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


@lru_cache(1)
def phrases() -> dict[str, list[tuple[list[str], dict[str, str]]]]:
    """The verbs of several words ("walked out with", "put under seizure") by their first, the longest first."""
    found: dict[str, list[tuple[list[str], dict[str, str]]]] = {}
    for term, row in verbs().items():
        first, *rest = term.split()
        if rest:
            found.setdefault(first, []).append((rest, row))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def phrase_at(low: list[str], t: int, end: int) -> tuple[int, dict[str, str]] | None:
    """The verb of several words at token t: where it ends, and its row."""
    for rest, row in phrases().get(low[t], ()):
        j = t + 1 + len(rest)
        if j <= end and low[t + 1 : j] == rest:
            return j, row
    return None
