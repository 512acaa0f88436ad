"""The amounts of a noun group: counts, weights, packages, and what a thing is worth."""

from beatbook.grammar.thing_group import Group
from beatbook.grammar.thing_words import AMOUNT_NOUNS, BREAKERS, NOT_VALUE, STOP, VALUE_WORDS
from beatbook.language.document import Doc
from beatbook.language.value import Value
from beatbook.lexicons import Term

OPEN_SIZES = frozenset(
    "undisclosed unknown unspecified undetermined significant substantial sizeable considerable varying".split()
)
# What leads up to a measure.
LEADING_UP = OPEN_SIZES | frozenset(
    "a an the these those that this of further another additional extra other remaining total combined "
    "estimated".split()
)
RATED = frozenset("put pegged assessed reckoned rated costed calculated set placed quoted listed".split())
MODALS = frozenset("would could might may can".split())
FETCHING = frozenset(
    "make made bring brought earn earned net netted raise raised command commanded sell sold generate generated yield "
    "yielded realise realised realize realized cost reach reached retail go gone attract attracted garner".split()
)
NO_GOODS = frozenset("he she they who we you gang group dealers men man offenders suspects criminals".split())
VALUE_LEAD = frozenset(
    "with a an the having has have had estimated combined total potential approximate street market retail resale "
    "wholesale illicit black-market black likely is are was were thought believed to be collectively together which "
    "altogether collective approx approximately maximum minimum commercial current , ( and its their reported gross "
    "net".split()
)


def pieces(group: Group, value: Value) -> None:
    """Puts a number, a measure or money into the group as its amount."""
    group.i, group.det = min(group.i, value.i), "number"
    if value.kind == "money":
        worth(group, value)
        return
    group.quantity, group.maximum, group.modifier = value.number, value.maximum, value.modifier
    if value.kind == "measure":
        group.unit = value.unit
        if value.unit == "mg" and value.number is not None:
            group.unit, group.quantity = "g", round(value.number / 1000, 6)
    else:
        group.unit = group.unit or "item"


def worth(group: Group, value: Value) -> None:
    """Puts money into the group as its value."""
    group.value, group.value_max, group.currency = value.number, value.maximum, value.unit
    group.value_modifier = value.modifier


def _first_unit(doc: Doc, value: Value, floor: int) -> Value:
    """The first measure of "1 lb. 4 oz. of", which stands for the whole."""
    if value.unit not in ("oz", "g") or value.i - 2 < floor:
        return value
    before = doc.value_at.get(value.i - 1 - (doc.low[value.i - 1] in (".", ",", "and")))
    larger = before is not None and before.kind == "measure" and before.unit in ("lb", "kg") and before is not value
    return before if before is not None and larger and before.i >= floor else value


def packed(doc: Doc, group: Group, of: int, floor: int, ends: dict[int, Term]) -> bool:
    """Reads the measure before "of" (or "containing") at token ``of``: "46 wraps", "two kilos", "£5,000 worth".

    Returns:
        Whether there was one; else what stands before is no part of the group.
    """
    low, p = doc.low, of - 1
    if p < floor:
        return False
    if low[p] in ("full", "filled", "made"):
        p -= 1
    if low[p] == "worth" or low[p] == "value":
        p -= 1 + (low[p - 1] in ("-", "’", "'"))
    if low[p] in ("euro", "euros") and low[p - 1] == "-":
        p -= 2  # "€10,000-euro worth of"
    if low[p] == "each":
        group.each, p = True, p - 1
    value = doc.value_at.get(p)
    packaging = p + 1 in ends and bool(ends[p + 1].row["unit"])
    if value is not None and value.kind == "vague" and value.i - 2 >= floor and packaging:
        number = doc.value_at.get(value.i - 1) or doc.value_at.get(value.i - 2)
        if number is not None and number.kind == "number":
            return _packages(doc, group, ends[p + 1], floor)  # "six burlap bundles of"
    if value is not None and value.i >= floor and value.kind in ("measure", "money", "vague"):
        if value.kind == "vague":
            group.modifier, group.det, group.i = "vague", "vague", value.i
        else:
            pieces(group, _first_unit(doc, value, floor))
        _count_before(doc, group, floor)
        return True
    if p == of - 1 and value is not None and value.i >= floor and value.kind == "number" and (
            group.kind == "drug" and group.det == "bare"):
        pieces(group, value)  # "54 wraps: 30 of heroin and 24 of crack cocaine"
        return True
    if low[p] in AMOUNT_NOUNS:
        return _amount_noun(doc, group, p, floor)
    if (
        low[p] == ")"
        and (value := doc.value_at.get(p - 1)) is not None
        and value.kind == "measure"
        and low[value.i - 1] == "("
    ):
        first = doc.value_at.get(value.i - 2)  # "37 pounds (17 kg) of"
        pieces(group, first if first is not None and first.kind == "measure" else value)
        return True
    term = ends.get(p + 1)
    if term is None or not (term.row["unit"] or term.row["category"] == "ammunition") or term.i < floor:
        return False
    return _packages(doc, group, term, floor)


def _packages(doc: Doc, group: Group, term: Term, floor: int) -> bool:
    """The count of packages: "46 wraps", "a dozen small bags", "several 1kg blocks", "wraps"."""
    low, t = doc.low, term.i - 1
    unit = term.row["unit"] or "item"
    if group.kind != "drug":
        unit = "round" if term.row["category"] == "ammunition" else "item"
        group.packed = unit == "item" and group.category == "ammunition"
    group.i = term.i
    for _ in range(5):
        value = doc.value_at.get(t) if t >= floor else None
        if value is not None and value.i >= floor and value.kind in ("number", "measure", "vague", "length", "ordinal"):
            if value.kind == "vague":
                group.modifier, group.det, group.i = "vague", "vague", value.i
                group.unit = None if unit == "item" else unit
                return True
            if value.kind in ("length", "ordinal"):
                t = value.i - 1
                continue
            pieces(group, value)
            if value.kind == "number":
                group.unit = unit
            _count_before(doc, group, floor)
            return True
        if (
            t < floor
            or (low[t] in STOP and low[t] not in ("a", "an", "the", "individual"))
            or (not low[t][0].isalnum() and low[t] != "-")
        ):
            break
        if low[t] in ("a", "an", "another"):
            group.quantity, group.unit, group.det, group.i = 1, unit, "a", t
            return True
        if low[t] in ("the", "these", "those"):
            group.det, group.i = "the", t
            return True
        group.i, t = t, t - 1
    return True


def _count_before(doc: Doc, group: Group, floor: int) -> None:
    """Moves the group's start over what leads up to its measure: "a further 1.5kg", "a total of 73 pounds"."""
    t = group.i - 1
    while t >= floor and doc.low[t] in LEADING_UP:
        if doc.low[t] == "of" and not (t - 1 >= floor and doc.low[t - 1] in ("total", "combined")):
            break
        if doc.low[t] in ("total", "combined"):
            group.combined = True
        if doc.low[t] in ("further", "another", "additional", "extra", "remaining"):
            group.further = True
        if doc.low[t] in ("that", "this", "those"):
            if t > floor and doc.low[t - 1][0].isalpha():
                break  # "reported that 13 pounds of …"
            group.parts_of = "the"
        group.i, t = t, t - 1


def _amount_noun(doc: Doc, group: Group, p: int, floor: int) -> bool:
    """ "a significant and growing quantity of", "a large haul of", "the shipment of"."""
    low, t = doc.low, p
    count = doc.value_at.get(p - 1) if p - 1 >= floor else None
    if (
        count is not None
        and count.kind == "number"
        and low[p] in ("items", "pieces", "kinds", "types", "loads", "item", "piece")
    ):
        pieces(group, count)  # "four items of jewellery"
        return True
    while t - 1 >= floor and low[t - 1] not in STOP and low[t - 1][0].isalpha() and p - t < 4:
        t -= 1
    if t - 1 >= floor and low[t - 1] in ("a", "an", "the", "its", "their"):
        t -= 1
    group.i = t
    if AMOUNT_NOUNS[low[p]]:
        group.modifier, group.det = "vague", "vague"
    value = doc.value_at.get(t - 1) if t - 1 >= floor else None
    if (
        value is not None
        and value.kind in ("measure", "money")
        and low[p] in ("haul", "consignment", "shipment", "stash", "load")
    ):
        pieces(group, value)  # "a 200kg haul of cocaine"
        group.modifier = value.modifier
    return True


def value_cue(doc: Doc, value: Value, floor: int) -> int | None:
    """Where the words that make money a thing's value begin ("worth", "with an estimated street value of"), or None."""
    low, rated = doc.low, None
    for t in range(value.at - 1, max(floor, value.i - 10) - 1, -1):  # modifiers may hold "worth"
        word = low[t]
        if word in NOT_VALUE:
            return None
        if word in VALUE_WORDS:
            return _lead(low, t, floor)
        other = doc.value_at.get(t)
        if other is not None and other is not value and other.kind == "money":
            break
        if rated is None and (
            (word in RATED and low[t + 1] == "at")
            or (word == "good" and low[t + 1] == "for")
            or _would_fetch(low, t, floor)
        ):
            rated = t
    return None if rated is None else _lead(low, rated, floor)


def _lead(low: list[str], t: int, floor: int) -> int:
    """The first of the words that lead up to a word of value at token t: "with an estimated street value"."""
    while (
        t - 1 >= floor
        and low[t - 1] not in BREAKERS
        and (low[t - 1] in VALUE_LEAD or low[t - 1].startswith("estimated") or low[t - 1] in VALUE_WORDS)
    ):
        t -= 1
    return t


def _would_fetch(low: list[str], t: int, floor: int) -> bool:
    """ "would have made", "could bring in", "might have sold for": what a thing is worth, not what a person earned."""
    if low[t] not in FETCHING:
        return False
    modal = next((s for s in range(t - 1, max(floor, t - 5) - 1, -1) if low[s] in MODALS), None)
    return modal is not None and low[modal - 1] not in NO_GOODS
