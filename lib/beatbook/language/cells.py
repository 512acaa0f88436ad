"""The cells of a table's row."""

from beatbook.language.document import Doc, Sentence

__all__ = ["SUMMING", "cells"]

SUMMING = frozenset("total totals all overall sum altogether".split())  # one of the first two words of a row of sums


def cells(doc: Doc, row: Sentence) -> list[tuple[int, int]]:
    """The cells of a row as token ranges [i, j), empty ones too; bars or tabs part them.

    Args:
        doc: the release.
        row: one of its sentences, of the kind "row".
    """
    found, i = [], row.i
    for t in range(row.i, row.j):
        if doc.raw[t] == "|":
            found.append((i, t))
            i = t + 1
        elif t > i and (tabs := doc.text[doc.ends[t - 1] : doc.starts[t]].count("\t")):
            found.append((i, t))
            found.extend((t, t) for _ in range(tabs - 1))
            i = t
    return [*found, (i, row.j)]
