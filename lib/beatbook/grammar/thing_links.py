"""What stands before a whole noun group: words of suspicion, "of", and prepositions that make it a place or a means."""

from beatbook.grammar.amounts import packed, pieces
from beatbook.grammar.thing_group import Group, lexicon
from beatbook.grammar.thing_names import suspecting
from beatbook.grammar.thing_words import DEALS, LOCATIVES
from beatbook.language.document import Doc
from beatbook.lexicons import Term

BEARING = frozenset("bearing displaying sporting wearing".split())
INSTRUMENTS = frozenset(("metal detector", "drone", "scanner", "magnet", "thermal imaging camera"))
MIXING = frozenset("cut mixed laced soaked adulterated bulked coated".split())
LIKENING = frozenset("of as like than matching resembling fitting".split())
LEADING_TO = frozenset("led leading lead search searches".split())
RESULTING_IN = frozenset("resulting resulted culminating culminated".split())


def link_before(doc: Doc, group: Group, floor: int, ends: dict[int, Term]) -> None:
    """Takes in the suspicion before an article or amount, then judges the word that links the group to the text."""
    opened = group.i - 1 > floor and group.det in ("a", "number", "vague")
    suspected = suspecting(doc, group.i - 1, floor) if opened else None
    if suspected is not None and suspected < group.i - 1:  # "what is believed to be a pistol"
        group.suspected, group.i = True, suspected
    link = doc.low[group.i - 1] if group.i > floor else ""
    if link != "of" or group.i - 2 < floor:
        _judge(doc, group, link)
    elif group.det == "a" and group.kind == "drug":
        group.place = not packed(doc, group, group.i - 1, floor, ends)  # "400g of a white powder"
        if group.det == "vague" and group.quantity == 1:
            group.quantity = group.unit = None  # "a large quantity of a cannabis"
    elif group.det in ("the", "number") and not group.place:
        _of_the(doc, group, floor, ends)
    else:
        _judge(doc, group, link)


def _judge(doc: Doc, group: Group, link: str) -> None:
    """Whether the word before a group makes it a place, a means or an example, which nobody took."""
    if not link:
        return
    before = doc.low[group.i - 2]
    if link == "with" and (before == "consistent" or (before in MIXING and group.kind != "drug")):
        group.place = True  # "fentanyl cut with caffeine"
    if link in BEARING or (link == "with" and group.item in INSTRUMENTS):
        group.place = True  # "a car bearing cloned plates", "dug out of the sand with a metal detector"
    if link in LOCATIVES or link in LIKENING:
        behind = doc.low[group.j : doc.sentence_of(group.i).j]
        # "led to two guns being seized", "resulting in nine blades being found"
        brought = (link == "to" and before in LEADING_TO) or (
            link == "in"
            and before in RESULTING_IN
            and (group.det in ("a", "number") or "being" in behind or "seizure" in doc.low[group.i : group.h])
        )
        group.place = not brought and (link != "as" or before not in ("well", "such"))


def _of_the(doc: Doc, group: Group, floor: int, ends: dict[int, Term]) -> None:
    """ "a further 1.5kg of the Class A drug", "40 of the rounds", "two of the nine firearms"."""
    value = doc.value_at.get(group.i - 2)
    if value is not None and value.i >= floor and value.kind == "number" and group.category not in ("drug", "cash"):
        group.out_of = group.quantity
        pieces(group, value)
        group.parts_of = "of the"
    elif group.quantity is None and packed(doc, group, group.i - 1, floor, ends):
        group.parts_of = "the"
    else:
        grown = group.unit == "plant" and group.i - 3 >= floor and lexicon().at(doc.low, group.i - 3, group.i - 2)
        group.place = group.det == "the" or (doc.low[group.i - 2] in DEALS and not grown)  # "a cannabis cultivation of"
