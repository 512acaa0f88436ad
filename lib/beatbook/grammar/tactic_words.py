"""The verbs of ``activity_verbs.csv`` and the objects of ``activity_objects.csv``, looked up at a token."""

from functools import lru_cache
from typing import NamedTuple

from beatbook.lexicons import rows, singular

FORMS = ("term", "base", "ing")


class Sense(NamedTuple):
    """What a verb tells of a class of objects, and who must do it ("", "police", "staff" or "stopping")."""

    objects: str
    tactic: str
    doer: str = ""


Senses = list[Sense]  # in the order of the lexicon


@lru_cache(1)
def _objects() -> dict[str, list[tuple[tuple[str, ...], frozenset[str]]]]:
    """Objects by first word: (words in the singular, classes), longest first."""
    classes: dict[tuple[str, ...], set[str]] = {}
    for row in rows("activity_objects"):
        classes.setdefault(_key(row["term"].split()), set()).add(row["objects"])
    for row in rows("makes"):
        if row["category"] == "vehicle":
            classes.setdefault(_key(row["term"].split()), set()).add("vehicle")
    by_first: dict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = {}
    for words, found in classes.items():
        by_first.setdefault(words[0], []).append((words, frozenset(found)))
    for options in by_first.values():
        options.sort(key=lambda option: -len(option[0]))
    return by_first


def _key(words: list[str]) -> tuple[str, ...]:
    return (*words[:-1], singular(words[-1]))


@lru_cache(1)
def verbs() -> dict[str, list[tuple[list[str], str, Senses]]]:
    """Verbs by first word: (words, form, senses), longest first."""
    found: dict[tuple[tuple[str, ...], str], Senses] = {}
    for row in rows("activity_verbs"):
        for form in FORMS:
            if row[form]:
                found.setdefault((tuple(row[form].split()), form), []).append(
                    Sense(row["objects"], row["tactic"], row["doer"])
                )
    by_first: dict[str, list[tuple[list[str], str, Senses]]] = {}
    for (words, form), senses in found.items():
        by_first.setdefault(words[0], []).append((list(words), form, senses))
    for options in by_first.values():
        options.sort(key=lambda option: -len(option[0]))
    return by_first


def object_at(low: list[str], i: int, end: int) -> tuple[int, frozenset[str]] | None:
    """The object that starts at token i: (next token, its classes); longest first, singular or plural."""
    by_first = _objects()
    for first in {low[i], singular(low[i])}:
        for words, classes in by_first.get(first, ()):
            j = i + len(words)
            if j <= end and tuple(low[i : j - 1]) == words[:-1] and singular(low[j - 1]) == words[-1]:
                return (j, classes) if low[j - 1] != "place" else None  # "took place"
    return None


def verb_at(low: list[str], i: int, end: int) -> tuple[int, str, Senses] | None:
    """The verb that starts at token i: (next token, its form as the lexicon's column names it, its senses)."""
    for words, form, senses in verbs().get(low[i], ()):
        j = i + len(words)
        if j <= end and low[i:j] == words:
            return j, form, senses
    return None


def sense_of(senses: Senses, classes: frozenset[str]) -> Sense | None:
    """The first sense of a verb whose objects are of one of the classes."""
    return next((sense for sense in senses if sense.objects in classes), None)
