"""The sign that a thing was seized, and the verbs that give it."""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.lexicons import rows

SMALL = frozenset(
    "in on out of from under back the its their our his her police safe not never way an a to with".split()
)


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
def phrases() -> dict[str, list[tuple[list[str], int, dict[str, str]]]]:
    """The verbs of several words ("walked out with", "in the pound") by the first that is no small word, with its place
    among them; the longest first."""
    found: dict[str, list[tuple[list[str], int, dict[str, str]]]] = {}
    for term, row in verbs().items():
        words = term.split()
        if len(words) > 1:
            at = next((n for n, word in enumerate(words) if word not in SMALL), len(words) - 1)
            found.setdefault(words[at], []).append((words, at, row))
    for options in found.values():
        options.sort(key=lambda option: -len(option[0]))
    return found


def phrase_at(low: list[str], t: int, end: int) -> tuple[int, int, dict[str, str]] | None:
    """The verb of several words whose first word of weight is token t: its tokens [i, j) and its row."""
    for words, at, row in phrases().get(low[t], ()):
        i = t - at
        if i >= 0 and i + len(words) <= end and low[i : i + len(words)] == words:
            return i, i + len(words), row
    return None
