"""Datelines: the place before a dash that opens a release ("SPOKANE, Wash. –", "JUNE 8 (LINCOLN, NEB.) —")."""

from beatbook.grammar.name_kinds import COMMON, STARTS_PLACE, TIME
from beatbook.language.document import Doc, Sentence

DASHES = ("–", "—", "-", "--", "―")
SMALL = ("of", "the", "nd", "st", "rd", "th", "and", "de", "on")
QUOTES = ("“", "”", '"', "‘")


def in_dateline(doc: Doc, flags: list[int], i: int, j: int, sentence: Sentence, known: bool) -> bool:
    """Whether tokens [i, j) are the place of a dateline.

    Args:
        doc, flags: the release and the kinds of its tokens.
        i, j: the name.
        sentence: where it stands.
        known: whether a gazetteer has the name.

    Returns:
        True where a dash follows within a few words, nothing but dates, places and a news service stands around, and
        prose goes on behind the dash.
    """
    if i - sentence.i > 8 or j - i > 3 or sentence.index > 8 or sentence.kind == "item":
        return False
    if not known and j - i == 1 and i and doc.raw[i - 1] == "(" and doc.raw[i].isupper() and len(doc.raw[i]) < 6:
        return False  # "(AP)"
    strange = 0
    for k in range(sentence.i, min(sentence.j, sentence.i + 16)):
        word = doc.raw[k]
        if word in DASHES:
            return k >= j and _dash(doc, k) and _prose(doc, k, sentence)
        if word in QUOTES or word in (":", ";"):
            return False
        stop = word == "." and (doc.raw[k - 1][0].islower() or len(doc.raw[k - 1]) > 5)
        if stop or (word[0].islower() and word not in SMALL):
            return False
        service = doc.raw[k - 1] == "("  # "(AP)"
        if not i <= k < j and word[0].isalpha() and not service and not flags[k] & (TIME | COMMON | STARTS_PLACE):
            strange += 1
            if strange > 2 or (k >= j and not doc.raw[j - 1].isupper()):
                return False
    return False


def _dash(doc: Doc, k: int) -> bool:
    """Whether a dash stands apart, not within "14-month"."""
    if doc.raw[k] != "-":
        return True
    return doc.starts[k] > doc.ends[k - 1] or doc.raw[k - 1] in (")", ".")


def _prose(doc: Doc, k: int, sentence: Sentence) -> bool:
    """Whether a sentence goes on after the dash."""
    return sentence.j - k > 4 and any(doc.raw[t][0].islower() for t in range(k + 1, min(k + 6, sentence.j)))
