"""Extracted facts held against gold ones: scores, what a change won and lost, and how far annotators agree.

In the order of the data: ``documents`` reads both sides, ``matching`` decides which fact answers which, ``judging``
holds one document's facts against its gold, ``scores``, ``gains`` and ``annotators`` add up; ``printing`` shows the
figures on a terminal.
"""

from beatbook.scoring.annotators import Agreement, agreement
from beatbook.scoring.documents import Gold, extracted, facts_of, read_facts, read_gold, write_facts
from beatbook.scoring.gains import Gains, gains
from beatbook.scoring.judging import Disagreement
from beatbook.scoring.scores import Rate, Scores, score

__all__ = [
    "Agreement", "Disagreement", "Gains", "Gold", "Rate", "Scores", "agreement", "extracted", "facts_of", "gains",
    "read_facts", "read_gold", "score", "write_facts",
]
