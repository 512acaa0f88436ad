"""Each value parsed again from its span: a fact whose span does not yield its value is refused.

The proof knows nothing of the rules that made a fact, so it also serves for records that another system made. A
value is taken from the fact's own span; only where that span holds no figure of the kind ("Both were charged", "He
was jailed") may an earlier part of the text supply it. Closed labels (category, tactic) are judgements and are not
proved; what they count and cost is.
"""

from beatbook.proof.verdict import PROVED, REFUSED, UNPROVABLE, Proof, Prover

__all__ = ["PROVED", "REFUSED", "UNPROVABLE", "Proof", "Prover"]
