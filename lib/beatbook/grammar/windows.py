"""A sentence's surroundings of one token, so that a sentence without end costs no more than a long one."""

from bisect import bisect_left
from dataclasses import replace

from beatbook.language.document import Sentence

REACH = 80  # tokens to either side; sentences of releases are shorter


def near(sentence: Sentence, token: int) -> Sentence:
    """The sentence itself, or of a very long one the part around a token."""
    if sentence.j - sentence.i <= 2 * REACH:
        return sentence
    i, j = max(sentence.i, token - REACH), min(sentence.j, token + REACH)
    first = bisect_left(sentence.values, i, key=lambda value: value.i)
    last = bisect_left(sentence.values, j, key=lambda value: value.j)
    return replace(sentence, i=i, j=j, values=sentence.values[first:last])
