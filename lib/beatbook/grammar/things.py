"""Quantified noun groups: "a live .38 revolver", "around 20kg of suspected cannabis resin worth £60,000".

A group is built around a lexicon head (a thing, a drug, cash, a make of car or gun): leftwards it takes in amount,
measure, packaging, certainty, calibre and adjectives, rightwards the form of a drug, bracketed calibres and weights.
"""

from beatbook.grammar.amounts_behind import weigh
from beatbook.grammar.cue import verbs
from beatbook.grammar.thing_entries import calibred, entry, moneys, tabulated, weights
from beatbook.grammar.thing_group import QUOTES, Group, calibre_text, name_of
from beatbook.grammar.thing_heads import NO_COMPOUND, head
from beatbook.grammar.thing_modifiers import modifiers_before
from beatbook.grammar.thing_names import converted_after
from beatbook.grammar.thing_words import LOADS
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Term

COMPUTING = frozenset("laptop laptops computer computers ipad ipads desktop desktops electronic".split())
EACH = (["a"], ["an"], ["per"], ["every"], ["each"])
RATES = [[one, of] for one in "a an per every each".split() for of in "hour day week month year minute".split()]


def groups(doc: Doc, sentence: Sentence, terms: list[Term]) -> list[Group]:
    """The noun groups of one sentence, in order.

    Args:
        doc: the release. sentence: one of its sentences. terms: the lexicon's terms in it, in order.
    """
    ends = {term.j: term for term in terms}
    found: list[Group] = []
    floor = sentence.i
    for n, term in enumerate(terms):
        if term.i < floor:
            continue
        group = head(doc, sentence, terms, n)
        if group is None:
            continue
        modifiers_before(doc, group, floor, ends)
        _right(doc, group, sentence.j, terms, n)
        if group.category == "imitation_firearm" and converted_after(doc.low, group.j, sentence.j):
            group.category = "firearm"
        if not _sound(doc, group, sentence):
            continue
        if doc.low[group.j : group.j + 1] in EACH and doc.low[group.j : group.j + 2] in RATES:
            group.det = "any"  # "capable of making 250,000 cigarettes an hour"
        if found and group.i < found[-1].j:
            group.i = max(group.i, found[-1].j)
        found.append(group)
        floor = group.k
    if found:
        found = tabulated(doc, sentence, found)
    if sentence.values:
        found.extend(calibred(doc, sentence, found))
        found.extend(moneys(doc, sentence, found))
        found.extend(weights(doc, sentence, found))
    found.sort(key=lambda group: group.i)
    return found


def _right(doc: Doc, group: Group, end: int, terms: list[Term], n: int) -> None:
    """Takes in what follows the head: a drug's form, "of ammunition", brackets, calibres and weights."""
    low, k = doc.low, group.k
    if group.kind == "drug" or group.category == "tobacco":
        m = n + 1
        if k < end and low[k] in QUOTES and m < len(terms) and terms[m].i == k + 1 and terms[m].row["unit"]:
            k += 1  # "‘Ecstasy’ tablets"
        while (
            m < len(terms)
            and terms[m].i == k
            and (terms[m].row["unit"] or terms[m].row["mark"] in ("generic", "substance", "weak"))
        ):
            if terms[m].row["unit"] and group.unit in (None, "item"):
                group.unit = terms[m].row["unit"] if group.kind == "drug" else group.unit
            k = terms[m].j
            m += 1
        k += k + 1 < end and low[k] == "base" and low[k + 1] == "oil"
        if k < end and low[k] in ("powder", "crystals", "oil", "liquid") and group.mark != "substance":
            k += 1
    elif group.category == "ammunition" and k < end and low[k] == "of":
        for other in terms[n + 1 : n + 3]:
            if other.i - k <= 6 and other.row["category"] == "ammunition":
                for t in range(k + 1, other.i):
                    value = doc.value_at.get(t)
                    if value is not None and value.kind == "calibre":
                        group.calibre = calibre_text(doc, value)
                k = other.j
                break
    if group.item == "counterfeit" and k < end and low[k].isalpha() and low[k] not in NO_COMPOUND:
        first = k  # "600 counterfeit Apple AirPods"
        while k < min(end, first + 3) and low[k].isalpha() and low[k] not in NO_COMPOUND and low[k] not in verbs():
            k += 1
        group.item = name_of(doc, first, k) if k > first else group.item
    if group.packed:
        group.unit = "item" if group.quantity is not None else None
    elif group.category == "ammunition" and _in_rounds(group):
        group.unit = "round"
    if k < end and low[k] in LOADS and group.det == "a":
        group.quantity = group.unit = None  # "a marijuana shipment"
    if (
        group.det == "bare"
        and group.calibre
        and not group.plural
        and group.quantity is None
        and group.category in ("firearm", "imitation_firearm")
    ):
        group.quantity, group.unit, group.det = 1, "item", "a"  # "in possession of 9mm pistol"
    group.k = group.j = k
    weigh(doc, group, end)


def _in_rounds(group: Group) -> bool:
    """Whether ammunition is counted by the piece: "an unspent cartridge", "40 ammunition", "several live rounds"."""
    if group.modifier == "vague" and group.item in ("round", "live round"):
        return True
    counted = group.quantity is not None and group.unit in (None, "item")
    return counted and (group.item != "ammunition" or group.det == "number")


def _sound(doc: Doc, group: Group, sentence: Sentence) -> bool:
    """Whether the group can be a thing at all: makes need an article or a number before them."""
    if group.mark == "make" and not (group.quantity or group.det in ("the", "vague")):
        first = doc.value_at.get(group.i)
        listed = group.i > sentence.i and doc.low[group.i - 1] in (":", ";") and ":" in doc.low[sentence.i : group.i]
        opens = group.i == sentence.i and (
            sentence.kind in ("item", "row") or (first is not None and first.kind == "year")
        )
        if not listed and not opens:
            return False
        group.quantity, group.unit, group.det = 1, "item", "a"  # an entry: "2019 BMW X5"
    if group.mark in ("pill", "plant") and group.quantity is None and group.modifier != "vague":
        if entry(doc, group, sentence):
            return True
        if group.item != "tablet" or COMPUTING.isdisjoint(doc.low[sentence.i : sentence.j]):
            return False
        group.kind, group.category, group.mark, group.unit = "thing", "equipment", "", None
    elif group.item == "tablet" and group.mark == "pill" and not COMPUTING.isdisjoint(doc.low[sentence.i : sentence.j]):
        group.kind, group.category, group.mark, group.unit = "thing", "equipment", "", "item"
    return not (
        group.kind == "thing"
        and group.category == "ammunition"
        and group.h > sentence.i
        and doc.low[group.h - 1] == "-"
    )
