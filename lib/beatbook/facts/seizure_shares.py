"""Things counted by the number before them: "34 were knives", "rifles accounted for 702", "the rest pistols"."""

from beatbook.grammar.thing_group import Group
from beatbook.language.document import Doc, Sentence

SHARES = frozenset("accounted made comprised represented".split())
SHARED_OUT = (["accounted", "for"], ["made", "up"], ["represented"], ["comprised"])
REMAINDER = frozenset("rest remainder balance".split())


def _accounted(doc: Doc, sentence: Sentence, found: list[Group]) -> None:
    """Counts kinds by their shares: "Rifles accounted for 702 of the guns, shotguns for 338 and handguns for 86"."""
    low, opened = doc.low, False
    if SHARES.isdisjoint(low[sentence.i : sentence.j]):
        return
    for group in tuple(found):
        if group.det not in ("bare", "the") or group.quantity is not None or not (group.plural or group.kind == "drug"):
            continue
        t = next((group.j + len(words) for words in SHARED_OUT if low[group.j : group.j + len(words)] == words), None)
        if t is None and opened:
            t = group.j + (low[group.j : group.j + 1] == ["for"])
        value = doc.value_at.get(t) if t is not None and t < sentence.j else None
        if value is None or value.kind not in ("number", "measure" if group.kind == "drug" else "number"):
            continue
        covering = [one for one in found if one is not group and one.i <= value.at < one.j]
        if low[value.i - 1] != "for" and any(one.parts_of != "of the" for one in covering):
            continue  # "The firearms comprised 17 rifles"
        opened = True
        whole = low[value.j : value.j + 2] in (["of", "them"], ["of", "these"], ["of", "those"], ["of", "it"])
        end = value.j + 2 * whole
        for other in [other for other in found if value.i <= other.i <= value.at and other is not group]:
            found.remove(other)  # "702 of the guns"
            end = other.j
        group.quantity, group.modifier, group.det, group.parts_of = value.number, value.modifier, "number", "share"
        group.unit, group.j = value.unit if value.kind == "measure" else group.unit or "item", end


def predicates(doc: Doc, sentence: Sentence, found: list[Group]) -> None:
    """Counts the thing behind a verb by the number before it: "Of the 63 weapons, 34 were knives"."""
    if not found:
        return
    low, rest = doc.low, False
    _accounted(doc, sentence, found)
    for n, group in enumerate(found):
        lead = low[max(sentence.i, group.i - 3) : group.h]
        if not REMAINDER.isdisjoint(lead) and ("balance" not in lead or group.kind != "money"):
            rest = True
            if group.det == "the" and not group.amount:
                group.det = "bare"  # "the balance ketamine"
        elif n and not set(low[found[n - 1].j : group.i]) <= {",", "and", "plus"}:
            rest = False
        if rest and not group.parts_of:
            group.parts_of = "rest"  # "the rest pistols", "the rest being 74 rifles and 39 shotguns"
        if group.det != "bare" or group.amount or group.i - 2 < sentence.i:
            continue
        if low[group.i - 1] not in ("were", "was", "are", "being"):
            continue
        value = doc.value_at.get(group.i - 2 - (low[group.i - 2] == ","))
        if value is not None and low[value.i - 2 : value.i] == ["of", "the"] and value.i - 3 >= sentence.i:
            share = doc.value_at.get(value.i - 3)
            value = share if share is not None and share.kind == "number" else value  # "Four of the six were pistols"
        before = found[n - 1] if n else None
        if before is not None and before.parts_of == "of the" and before.j == group.i - 1:
            before.item, before.category, before.j, before.k = group.item, group.category, group.j, group.k
            group.det = "no"  # "20 of the firearms were handguns": one part, named by the predicate
        elif value is not None and (value.kind == "number" or (value.kind == "measure" and group.kind == "drug")):
            group.quantity, group.modifier, group.unit, group.i, group.det = (
                value.number,
                value.modifier,
                value.unit if value.kind == "measure" else group.unit or "item",
                value.i,
                "number",
            )
            partitive = {"of", "which", "these", "those", "them"} & set(low[sentence.i : value.i])
            group.parts_of = "of which" if partitive else "were"
