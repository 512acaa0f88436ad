"""The verdict on a fact: each of its values is parsed again from its span, and the first that fails refuses it."""

from collections.abc import Callable
from typing import Any, NamedTuple

from beatbook.language.document import Doc
from beatbook.proof import counts, outcomes, seizures, wording
from beatbook.proof.evidence import Reading, Text
from beatbook.records import FAMILIES, Fact

PROVED, REFUSED, UNPROVABLE = "proved", "refused", "not provable"


class Proof(NamedTuple):
    """The verdict on a fact: PROVED, REFUSED (which slot, and why) or UNPROVABLE (nothing in it can be checked)."""

    status: str
    slot: str = ""
    reason: str = ""


class Prover:
    """Proves facts against one release.

    Args:
        doc: the analysed release; its country decides what "$" is, its date completes dates.
    """

    def __init__(self, doc: Doc):
        self.doc, self.text = doc, Text(doc)

    def prove(self, fact: Fact) -> Proof:
        """The verdict on one fact; slots are tried in the order of the schema, the first failing one is named."""
        if not 0 <= fact.start < fact.end <= len(self.doc.text):
            return Proof(REFUSED, "start", "the span does not lie in the text")
        reading = self.text.read(fact.start, fact.end)
        checked = False
        for name, check in CHECKS_OF[fact.family]:
            value = fact.slots.get(name)
            if not value and value != 0:
                continue
            source = self.text.read(*fact.where[name]) if name in fact.where else reading
            reason = check(self.text, fact, source, value)
            if reason:
                return Proof(REFUSED, name, reason)
            checked = True
        return Proof(PROVED) if checked else Proof(UNPROVABLE, "", "it has no value that a text can prove")


# A check gives the reason why a value is refused, or "".
CHECKS: dict[tuple[str, str], Callable[[Text, Fact, Reading, Any], str]] = {
    ("", "count"): counts.count,
    ("", "of_count"): counts.of_count,
    ("", "modifier"): counts.modifier,
    ("", "names"): wording.names,
    ("seizures", "quantity"): seizures.quantity,
    ("seizures", "quantity_max"): seizures.quantity,
    ("seizures", "value"): seizures.money,
    ("seizures", "value_max"): seizures.money,
    ("seizures", "value_modifier"): seizures.value_modifier,
    ("seizures", "calibre"): seizures.calibre,
    ("seizures", "certainty"): seizures.certainty,
    ("seizures", "item"): seizures.item,
    ("seizures", "drug_class"): seizures.drug_class,
    ("outcomes", "ages"): outcomes.ages,
    ("outcomes", "offences"): outcomes.offences,
    ("outcomes", "sentence_months"): outcomes.sentence_months,
    ("operations", "name"): wording.names,
    ("operations", "start"): wording.date,
    ("operations", "end"): wording.date,
    ("operations", "agencies"): wording.names,
    ("quotes", "speaker"): wording.names,
    ("quotes", "role"): wording.names,
    ("quotes", "text"): wording.verbatim,
    ("places", "name"): wording.in_span,
    ("contacts", "value"): wording.in_span,
    ("aims", "text"): wording.verbatim,
}
CHECKS_OF = {  # in the order of the schema
    family: [
        (slot.name, check)
        for slot in FAMILIES[family].slots
        if (check := CHECKS.get((family, slot.name)) or CHECKS.get(("", slot.name)))
    ]
    for family in FAMILIES
}
