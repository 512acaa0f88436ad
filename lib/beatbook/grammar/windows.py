"""A sentence's surroundings of one token, so that a sentence without end costs no more than a long one."""

from bisect import bisect_left
from dataclasses import replace

from beatbook.language.document import Doc, Sentence

REACH = 80  # tokens to either side; sentences of releases are shorter


def near(sentence: Sentence, token: int) -> Sentence:
    """The sentence itself, or of a very long one the part around a token."""
    if sentence.j - sentence.i <= 2 * REACH:
        return sentence
    i, j = max(sentence.i, token - REACH), min(sentence.j, token + REACH)
    first = bisect_left(sentence.values, i, key=lambda value: value.i)
    last = bisect_left(sentence.values, j, key=lambda value: value.j)
    return replace(sentence, i=i, j=j, values=sentence.values[first:last])


def figure_line(doc: Doc, sentence: Sentence) -> bool:
    """Whether a line is a label with its figure, and no headline: "Traffic stops: 24,118"."""
    value = sentence.values[-1] if sentence.values else None
    return value is not None and value.j >= sentence.j - 1 and doc.low[value.i - 1] in (":", "–", "—", "-") and (
        value.i > sentence.i + 1)
