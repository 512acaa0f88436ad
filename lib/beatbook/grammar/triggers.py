"""Status words in their context: which reading of "released", "held" or "given" a sentence means.

Triggers come from ``outcomes.csv``: a term, its status, the form in which it takes its people, and cues that choose
between readings of one term.
"""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.grammar.subjects import FINITE
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher, rows, singular

MOST = 120  # triggers of one sentence
CUE_REACH, LONG_REACH = 9, 15


@lru_cache(1)
def senses() -> dict[str, list[tuple[tuple[tuple[str, ...], ...], str, str]]]:
    """The readings of each trigger: (cues that choose it, status, form)."""
    table: dict[str, list[tuple[tuple[tuple[str, ...], ...], str, str]]] = {}
    for row in rows("outcomes"):
        cues = tuple(tuple(cue.split()) for cue in row["cue"].split("|") if cue)
        table.setdefault(row["term"], []).append((cues, row["status"], row["form"]))
    return table


@dataclass(slots=True)
class Trigger:
    at: int
    j: int
    status: str
    form: str
    cover: int  # the token after the cue that chose the reading


def triggers(doc: Doc, sentence: Sentence) -> list[Trigger]:
    """The status triggers of a sentence, each in the reading that its context chooses."""
    found: list[Trigger] = []
    terms = doc.terms(matcher("outcomes"))
    covered = sentence.i
    for at in range(sentence.i, sentence.j):
        term = terms.get(at)
        if term is None or at < covered:
            continue
        if len(found) == MOST:
            break
        chosen = _sense(doc, term.row["term"], term.j, sentence.j)
        if chosen is None:
            continue
        status, form, covered = chosen
        covered = term.j if doc.low[at] in ("issued", "given", "handed") else max(covered, term.j)
        if (
            form == "state"
            and found
            and term.row["term"] != "wanted"
            and at - found[-1].j <= 2
            and found[-1].form != "noun"
            and not any(word in FINITE for word in doc.low[found[-1].j : at])
        ):
            continue  # "remanded in custody"
        if form != "none":
            found.append(Trigger(at, term.j, status, form, covered))
    return found


def _sense(doc: Doc, term: str, j: int, end: int) -> tuple[str, str, int] | None:
    """Status, form and the token after the cue, of the reading whose cue stands nearest behind the trigger."""
    best: tuple[int, str, str, int] | None = None
    default = None
    for cues, status, form in senses()[term]:
        if not cues:
            default = default or (status, form, j)
            continue
        for cue in cues:
            reach = LONG_REACH if status == "appeared_in_court" or term == "took" else CUE_REACH
            for k in range(j, min(end, j + reach)):
                word = doc.low[k]
                if word in (".", ";") or (k > j and word in FINITE):
                    break
                last = k + len(cue) - 1
                if (
                    last < end
                    and tuple(doc.low[k:last]) == cue[:-1]
                    and cue[-1] in (doc.low[last], singular(doc.low[last]))
                ):
                    if best is None or (k < best[0] and term != "booked"):
                        best = (k, status, form, k + len(cue))
                    break
    if best:
        return best[1:]
    return default
