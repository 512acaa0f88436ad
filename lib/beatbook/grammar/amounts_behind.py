"""The amounts that follow the head of a noun group: brackets, calibres, weights, counts behind it.

"cocaine (17 kg)", "9mm", "weighing 163kg", "that tipped the scales at 90 pounds", "life jackets numbering 434",
"liquid meth, 96.7 pounds of it", "cannabis (143 plants; £60,000)".
"""

from dataclasses import replace

from beatbook.grammar.amounts import pieces, worth
from beatbook.grammar.thing_group import Group, calibre_text, lexicon
from beatbook.grammar.thing_words import BREAKERS, VALUE_WORDS
from beatbook.language.document import Doc
from beatbook.language.measures import AMOUNTS
from beatbook.language.value import Value

SUMMED = (["in", "number"], ["in", "all"], ["in", "total"], ["all", "told"], ["of", "them"], ["of", "it"])
WEIGHING = frozenset(
    "containing weighing weighed weigh weighs totalling totaling totalled totaled weight measuring amounting sized "
    "scales scale tune".split()
)
COMING = frozenset("came comes coming amounted amounts tipped tips".split())  # "came to 71.3 pounds", "came in at"
NUMBERED = frozenset("numbering totalling totaling , – — - : x (".split())
ARMED = frozenset("firearm ammunition imitation_firearm firearm_part".split())
BULLION = frozenset("gold silver bullion".split())
IN_BRACKETS = VALUE_WORDS | frozenset(
    "; , / : - – — = street estimated est est. approx approximately about market retail resale black-market wholesale "
    "rrp msrp total combined a of gross net weight weighing worth each at around some over up to in and the with "
    "potential illicit .".split()
)
CLOSED = frozenset(".")  # after it no amount of the thing follows
COUNTERS = frozenset("nos no pcs pieces units numbers pairs".split())  # Indian style: "SIM cards (409 nos.)"
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz,")
CLOSING = frozenset("; , . ) | and".split())
DESCRIBED_BY = frozenset(  # how what describes a thing begins, before its number: "vehicles held in the pound – 9"
    "of from in on at by for with without belonging taken held not handed found located kept used fitted bearing "
    "seized recovered removed surrendered collected bought brought".split()
)
DEALS = frozenset("bag bags baggie baggies wrap wraps deal deals sachet sachets packet packets".split())
ESTIMATING = frozenset("estimated est est.".split())
SUM_OF_MONEY = (["of"], ["in", "the", "sum", "of"], ["in", "the", "amount", "of"], ["worth"], ["to"], ["("], ["="])


def weigh(doc: Doc, group: Group, end: int) -> None:
    """Reads brackets, calibres and weights after the head: "(9mm)", "(17 kg)", "weighing 163kg", "totalling £500"."""
    low = doc.low
    if group.j >= end or low[group.j] in CLOSED:
        return
    t = _bracketed(doc, group, end)
    if group.quantity is None and group.kind != "cash" and (
        _counted_after(doc, group, t, end) or _counted_after(doc, group, described(doc, group, end), end)
    ):
        return
    value = doc.value_at.get(t) if t < end else None
    if t + 2 < end and low[t] == "in" and (value := doc.value_at.get(t + 1)) is not None:
        packs = lexicon().at(low, value.j, end) if value.kind == "number" and value.j < end else None
        if packs is not None and packs.row["unit"] and not WEIGHING.isdisjoint(low[packs.j : packs.j + 2]):
            t = packs.j  # "cow skin in four packages totalling 6.6 kilograms"
            value = None
        elif packs is not None and low[packs.j - 1] in DEALS and group.kind == "drug" and not group.amount:
            pieces(group, value)  # "suspected ketamine in 140 snap bags"
            group.i, group.j, group.unit = group.h, packs.j, "wrap"
            return
    if value is not None and value.kind == "calibre" and group.category in ARMED:
        group.calibre, group.j = group.calibre or calibre_text(doc, value), value.j
        return
    _weighed(doc, group, _relative(low, t, end), end)


def _relative(low: list[str], t: int, end: int) -> int:
    """Where the weight's words begin after "that", "which", as in "135 bricks that weighed 151 kg"."""
    s = t + (low[t : t + 1] in (["seized"], ["recovered"], ["found"]))
    if low[s : s + 2] == ["had", "a"] and "weight" in low[s + 2 : s + 6] and s + 6 < end:
        return s + 1  # "The drugs had a combined weight of 4.4kg"
    if t < s < end and low[s] in WEIGHING:
        return s
    s = t + (low[t : t + 1] == [","])
    if s + 1 < end and low[s] in ("that", "which"):
        s += 1
        s += low[s] in ("together", "collectively", "altogether", "had", "have", "has")
        if s < end and (low[s] in WEIGHING or low[s] in COMING):
            return s
    return t


def _bracketed(doc: Doc, group: Group, end: int) -> int:
    """Reads the bracket behind the head: where what follows goes on."""
    low, t = doc.low, group.j
    if low[t] == "in" and low[t + 2 : t + 4] == ["form", "("]:
        t += 3  # "gold dust in wax form (5.20 kg)"
    if t < end and low[t] in "”\"’'" and t + 1 < end and low[t + 1] == "(":
        t += 1
    if t + 2 >= end or low[t] != "(":
        return t
    value = doc.value_at.get(t + 1)
    if value is not None and value.kind == "age" and group.plural and low[t + 1].isdecimal():
        value = replace(value, kind="number", number=int(low[t + 1]))  # "Laptops (14)" reads like an age
    if value is not None and value.j < end and low[value.j] in (")", ",", "-", "–", ";", "/", ":"):
        _in_bracket(doc, group, value)
        _rest_of_bracket(doc, group, t, value.j, end)
    elif value is None and low[t + 1] in IN_BRACKETS:
        _rest_of_bracket(doc, group, t, t + 1, end)
    if value is None and group.kind == "drug" and not (group.unit in AMOUNTS and group.quantity is not None):
        for s in range(t + 1, min(t + 8, end)):  # "(gross weight - approximately 3.380 kg)"
            value = doc.value_at.get(s)
            if value is not None and value.kind == "measure" and WEIGHING & set(low[t:s]):
                _keep(doc, group, value)
            if value is not None or low[s] == ")":
                break
    t = group.j
    if t < end and low[t] == "(" and ")" in low[t : t + 7]:  # "(subject to analysis), weighing"
        close = low.index(")", t)
        t = t if any(doc.value_at.get(s) for s in range(t, close)) else close + 1
    return t


def _in_bracket(doc: Doc, group: Group, value: Value) -> None:
    """Takes one value that stands in the bracket behind a head."""
    closed = value.j + 1
    if value.kind == "calibre":
        group.calibre = group.calibre or calibre_text(doc, value)
        group.j = closed
    elif value.kind == "measure" and (
        group.quantity is None or (group.unit in ("item", "wrap") and group.kind == "drug")
    ):
        pieces(group, value)
        group.j = closed
    elif value.kind == "measure":
        group.j = closed  # the same weight in another unit
    elif value.kind == "money" and group.value is None and (group.kind in ("cash", "drug") or doc.low[value.j] == ")"):
        worth(group, value)
        group.j = closed
    elif (
        value.kind == "number"
        and group.quantity is None
        and doc.low[value.j] in (")", ";")
        and group.kind != "cash"
    ):
        pieces(group, value)
        group.j = closed


def _rest_of_bracket(doc: Doc, group: Group, t: int, first: int, end: int) -> None:
    """Takes weight and value from a bracket of nothing else: "(5.20 kg; Rs. 3.80 crore)", "(RRP: £2,000)"."""
    low, s = doc.low, first
    close = next((n for n in range(first, min(end, t + 16)) if low[n] == ")"), None)
    if close is None or group.kind == "cash":
        return
    found: list[Value] = []
    while s < close:
        value = doc.value_at.get(s)
        if value is not None and value.kind in ("measure", "money") and value.j <= close:
            found.append(value)
            s = value.j
        elif low[s] in IN_BRACKETS:
            s += 1
        else:
            return
    if any(value.kind == "money" for value in found) and "each" in low[first:close]:
        return
    for value in found:
        if value.kind == "money" and group.value is None:
            worth(group, value)
            if value.modifier == "exact" and not ESTIMATING.isdisjoint(low[first:close]):
                group.value_modifier = "approx"
            group.j = close + 1
        elif value.kind == "measure" and (
            group.quantity is None or (group.kind == "drug" and group.unit not in AMOUNTS)
        ):
            pieces(group, value)
            group.j = close + 1


def _weighed(doc: Doc, group: Group, t: int, end: int) -> None:
    """The weight of a thing, or the amount of cash, after the words that lead to it from token t."""
    low = doc.low
    weighable = group.kind == "drug" or not BULLION.isdisjoint(group.item.split())
    for s in range(t, min(t + 8, end)):
        word, value = low[s], doc.value_at.get(s)
        if value is not None and s > t:
            cue = low[t:s]
            if cue[:1] == [","] and len(cue) > 2:
                cue = cue[1:]
            heavy = any(word in WEIGHING or word in COMING for word in cue) or cue in (
                [","], [":"], ["-"], ["–"], ["—"]
            )
            if value.kind == "measure" and heavy and weighable and group.unit not in AMOUNTS:
                following = low[value.j] if value.j < end else "."
                bare = (len(cue) == 1 and cue[0] in ",-–—:") or "containing" in cue
                summed = low[value.j : value.j + 2] in SUMMED
                if bare and not summed and (following[0].isalnum() or group.kind != "drug"):
                    return
                _keep(doc, group, value)
            elif (
                value.kind == "measure"
                and group.kind != "drug"
                and group.quantity is None
                and ((WEIGHING - {"containing"}) & set(cue))
            ):
                _keep(doc, group, value)
            elif (
                value.kind == "money"
                and group.kind == "cash"
                and group.value is None
                and (heavy or cue in SUM_OF_MONEY or cue[-1] == "of")
            ):
                worth(group, value)
                group.j = value.j
            return
        if word in COMING and not {"to", "in", "at", "the"}.isdisjoint(low[s + 1 : s + 2]):
            continue
        if word == "and" and t < s < end - 1 and low[s + 1] in WEIGHING:
            continue  # "cannabis, vacuum-packed and weighing 9kg"
        if word in BREAKERS or (word in ("and", "or") and s > t and low[s - 1] != "more") or word in ("(", ";", "."):
            return


def _counted_after(doc: Doc, group: Group, t: int, end: int) -> bool:
    """Takes a number that only follows: "life jackets numbering 434", "fish, 17 in number", "body armour x2"."""
    low = doc.low
    if t >= end or group.det not in ("bare", "the"):
        return False
    if low[t][:1] == "x" and low[t][1:].isdecimal():
        group.quantity, group.unit, group.det, group.j = float(int(low[t][1:])), group.unit or "item", "number", t + 1
        return True
    if low[t : t + 4] == ["to", "the", "number", "of"]:
        t += 3
    first = t + 1 + (low[t + 1 : t + 2] in (["all"], ["some"], ["in"]))
    value = doc.value_at.get(first) if low[t] in NUMBERED or low[t - 1] == "number" else None
    if low[t] in ("were", "are") and low[t + 2 : t + 4] in (["in", "number"], ["in", "all"]):
        value = doc.value_at.get(t + 1)  # "The long guns were seven in number"
    if value is None or value.kind not in ("number", "measure") or value.j > end:
        return False
    if value.kind == "measure" and (low[value.j : value.j + 2] not in SUMMED or group.kind == "cash"):
        return False
    if group.det == "bare" and group.plural and value.kind == "number" and first == t + 1:
        closed = _closed(low, value.j, end)
        if closed is not None:  # "handguns, 71", "SIM cards (409 nos.)"
            start = group.i
            pieces(group, value)
            group.i, group.j = start, closed
            return True
    if low[t] == "(":
        return False
    at = value.j + (group.category == "ammunition" and low[value.j : value.j + 1] in (["rounds"], ["cartridges"]))
    tail = low[at : at + 3]
    summed = tail[:1] == ["altogether"] or tail[:2] in SUMMED or tail == ["at", "the", "last"]
    if low[t] in ("numbering", "totalling", "totaling", "x") or low[t - 1] == "number" or summed:
        start, known = group.i, group.det == "the"
        pieces(group, value)
        group.parts_of = "the" if known and value.kind == "measure" else group.parts_of
        group.i, group.j = start, at + (0 if not summed else 1 if tail[0] == "altogether" else 2)
        return True
    return False


def _closed(low: list[str], t: int, end: int) -> int | None:
    """Where a number that ends at token t has ended its entry, "nos." and a bracket passed; None where it goes on."""
    if t < end and low[t] in COUNTERS:
        t += 1 + (low[t + 1 : t + 2] == ["."] and t + 2 < end)
    if t >= end or low[t] in CLOSING:
        return t + (t < end and low[t] == ")")
    return None


def described(doc: Doc, group: Group, end: int) -> int:
    """Where the words that describe a bare plural end before its number: "SIM cards of different operators (409)"."""
    low, t = doc.low, group.j
    if group.det != "bare" or not group.plural or t >= end or low[t] not in DESCRIBED_BY:
        return t
    for s in range(t + 1, min(t + 9, end - 1)):
        value = doc.value_at.get(s + 1) if low[s] in NUMBERED else None
        if value is not None and value.kind == "number" and _closed(low, value.j, end) is not None:
            return s if low[s] != "," else t
        if low[s : s + 4] == ["to", "the", "number", "of"]:
            return s  # "plants at every stage of growth, to the number of 1,375"
        value = doc.value_at.get(s)
        counts = value is not None and value.kind != "vague" and low[s] not in ("a", "an")
        if counts or low[s] in BREAKERS or low[s][0] not in LETTERS:
            break
    return t


def _keep(doc: Doc, group: Group, value: Value) -> None:
    """Takes a weight that stands behind the head; "each weighing" multiplies it by the packages before."""
    start, known, count = group.i, group.det == "the", group.quantity
    each = "each" in doc.low[group.j : value.i] or doc.low[value.j : value.j + 1] in (["each"], ["apiece"])
    pieces(group, value)
    if each and count is not None and count > 1 and group.quantity is not None:
        group.quantity = round(group.quantity * count, 6)
    group.i, group.j = start, value.j
    group.parts_of = "the" if known else group.parts_of  # "The drugs weighed over 4.1kgs"
