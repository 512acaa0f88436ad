"""Offences after "charged with", "on suspicion of", "for": where the phrase ends and which offences it lists.

Counts ("two counts of"), statutes ("contrary to section 8") and brackets are dropped; a head shared by what it lists is
repeated: "possession of a firearm and ammunition" → "possession of a firearm", "possession of ammunition".
"""

import re

from beatbook.grammar.offence_phrases import segments
from beatbook.grammar.offence_sharing import is_own, share
from beatbook.grammar.offence_words import COUNT_WORDS, vocabulary
from beatbook.grammar.statutes import closed
from beatbook.language.document import Doc
from beatbook.lexicons import singular

__all__ = ["COUNT_WORDS", "closed", "likely", "read"]

EVENTS = frozenset(
    "disorder death shooting incident collision attack stabbing killing investigation crash fire scheme case".split()
)  # "the shooting": no charge
# gerunds and other words in -ing that are no crime
NO_CRIME = frozenset(
    "being during following questioning testing processing interviewing monitoring booking identifying planning "
    "training".split()
)
NO_CRIME_HEAD = frozenset(
    "questioning testing processing morning evening building hearing sentencing meeting training".split()
)
WORDS = re.compile(r"[\w'-]+")


def read(doc: Doc, i: int, end: int, starts: frozenset[int] | set[int] = frozenset()) -> tuple[list[str], int]:
    """The offences of the phrase that starts at token i.

    Args:
        doc: the release.
        i, end: where the phrase starts, and the end of its clause.
        starts: tokens where a group of people begins; behind a comma or "and" they open another clause.

    Returns:
        The offences, and the token after the phrase.
    """
    cut, stop = segments(doc, i, end, starts)
    return share(cut), stop


def likely(offences: list[str], strict: bool = False) -> bool:
    """Whether the phrases read name offences at all: "for" and "in connection with" introduce other things too.

    Args:
        offences: as read.
        strict: the first must be headed by an offence; a word of offence phrases is not enough.
    """
    if strict:
        return bool(offences) and offences[0] not in EVENTS and is_own(offences[0].split()) and _of_crime(offences[0])
    return any(_speaks_of_crime(WORDS.findall(offence)) for offence in offences)


def _of_crime(offence: str) -> bool:
    return not offence.startswith("ongoing ")


def _speaks_of_crime(words: list[str]) -> bool:
    """Whether the words have one that offence phrases have, or do what a crime does."""
    if not words:
        return False
    kinds = vocabulary()
    if any(word.endswith("-related") for word in words):
        return True
    if any(form in kinds[kind] for word in words for form in (word, singular(word)) for kind in ("noun", "topic")):
        return True
    text = " ".join(words)
    if words[0] == "no" or any(" " in phrase and phrase in text for phrase in kinds["noun"]):
        return True  # "no seat belt", "hit and run"
    if words[0] == "not" and len(words) > 2:
        words = words[1:]  # "not wearing a seat belt"
    first, last = words[0], words[-1]
    if first in kinds["verb"] or (1 < len(words) < 4 and last.endswith("ing") and last not in NO_CRIME_HEAD):
        return True
    return first.endswith("ing") and len(first) > 4 and first not in NO_CRIME


def bare_gerund(offence: str) -> bool:
    """Whether an offence is one word in -ing that no lexicon has, as the names of places are: "welling"."""
    kinds = vocabulary()
    return offence.isalpha() and offence.endswith("ing") and not any(offence in words for words in kinds.values())
