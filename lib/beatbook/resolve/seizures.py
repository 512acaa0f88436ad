"""Seizures of a whole release: candidates in, facts out.

Settles what one sentence cannot: values said later, "the drugs" and "both vehicles", one thing told in headline, lead
and body, sums over things listed singly, and one amount shared by several drugs.
"""

from beatbook.facts.seizure_candidates import Candidate
from beatbook.facts.seizures import read
from beatbook.language.document import Doc
from beatbook.records import Fact
from beatbook.resolve.kinds import fake_goods
from beatbook.resolve.repeats import definite, merge_repeats
from beatbook.resolve.sharing import combined, name_drugs, shared
from beatbook.resolve.totals import settle_parts, settle_totals
from beatbook.resolve.valuing import give_values


def find(doc: Doc) -> list[Fact]:
    """The seizures of one release, in the order of the text."""
    scene = read(doc)
    if not scene.candidates and not scene.valuations:
        return []
    fake_goods([one.group for one in scene.candidates])
    found = combined(doc, shared(doc, scene.candidates))
    give_values(doc, found, scene)
    name_drugs(found)
    found = definite(found)
    found = merge_repeats(found)
    settle_parts(found)
    settle_totals(found)
    found = [
        one
        for one in found
        if one.role == "total"
        or (one.rule != "count in a quote" and not (one.cue == "default" and one.group.parts_of == "the"))
    ]
    found.sort(key=lambda candidate: (candidate.span[0], candidate.span[1]))
    return [_fact(doc, candidate) for candidate in found]


def _fact(doc: Doc, candidate: Candidate) -> Fact:
    group = candidate.group
    slots = {
        "category": group.category,
        "item": group.item,
        "quantity": group.quantity,
        "quantity_max": group.maximum,
        "modifier": group.modifier,
        "unit": group.unit if group.kind not in ("cash", "money") else None,
        "value": group.value,
        "value_max": group.value_max,
        "value_modifier": group.value_modifier,
        "currency": group.currency,
        "drug_class": group.drug_class
        if doc.country == "GB" or group.mark == "stated" or "class " in group.item
        else None,
        "calibre": group.calibre,
        "certainty": "suspected" if group.suspected else "confirmed",
        "role": candidate.role,
    }
    if group.quantity is None and (group.unit == "item" or group.det == "shared"):
        slots["unit"] = None
    if group.kind in ("cash", "money"):
        slots["quantity"] = slots["quantity_max"] = None
        if group.value is not None and group.modifier != "vague":
            slots["modifier"] = "exact"
    where = (
        {}
        if candidate.priced is None
        else dict.fromkeys(("value", "value_max", "value_modifier", "currency"), candidate.priced)
    )
    return Fact("seizures", slots, candidate.span[0], candidate.span[1], candidate.rule, where)
