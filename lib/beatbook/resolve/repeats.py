"""One fact where headline, lead, body and quotes tell the same thing."""

from beatbook.facts.seizure_candidates import Candidate
from beatbook.grammar.thing_group import Group
from beatbook.resolve.kinds import GRAMS, generic, grams, related, same_item
from beatbook.resolve.totals import summing

NEAR = 0.12  # how far a rounded headline may stand from the exact figure
METRIC = frozenset("g kg tonne".split())
WINDOW = 80  # how many mentions before and after one are looked at
OPENING = 20  # and how many of the first, which the body tells again
SLOTS = ("quantity", "maximum", "unit", "value", "value_max", "currency", "drug_class", "calibre")


def definite(found: list[Candidate]) -> list[Candidate]:
    """Drops "the pistol", "the drugs" where they were told before; "the dog was seized" stays."""
    kept: list[Candidate] = []
    for n, one in enumerate(found):
        group = one.group
        if group.det not in ("the", "both"):
            kept.append(one)
            continue
        near = found[max(0, n - WINDOW) : n + WINDOW]
        known = any(other is not one and other.group.det != "the" and related(other.group, group) for other in near)
        if (
            group.det == "the"
            and (
                known
                or group.mark in ("generic", "substance")
                or (group.plural and group.kind != "thing")
                or group.kind == "cash"
            )
            and _hand_over(one, near)
        ):
            _pass_on(one, near)
            continue
        if group.det == "the" and group.quantity is None:
            if any(other.group.det == "the" and same_item(other.group.item, group.item) for other in kept[-WINDOW:]):
                continue
            group.quantity, group.unit = (None, None) if group.plural or group.kind == "drug" else (1, "item")
        if group.det == "both" and any(
            other.group.quantity == 2 and related(other.group, group) for other in near if other is not one
        ):
            continue
        kept.append(one)
    return kept


def _hand_over(one: Candidate, near: list[Candidate]) -> bool:
    """Gives the parts of "The drugs seized include: …" to the drugs told before. False where there are none."""
    if not one.parts:
        return True
    earlier = [
        other
        for other in near
        if other.span < one.span
        and other.group.det != "the"
        and other.whole is None
        and related(other.group, one.group)
    ]
    earlier = [other for other in earlier if generic(other.group)] or earlier
    if not earlier:
        return False
    whole = earlier[-1]
    for part in one.parts:
        part.whole = whole if part.whole is one else part.whole
    whole.parts.extend(one.parts)
    whole.listed |= one.listed
    return True


def _pass_on(one: Candidate, near: list[Candidate]) -> None:
    """Gives the value of "the drugs, worth £220,000" to the one thing that it can mean."""
    group = one.group
    if group.value is None or group.kind in ("cash", "money"):
        return
    fit = [
        other
        for other in near
        if other is not one
        and other.group.value is None
        and other.group.det != "the"
        and other.group.category == group.category
        and related(other.group, group)
        and other.sentence <= one.sentence
    ]
    if fit and len({other.group.item for other in fit}) == 1:
        target = fit[-1]
        target.group.take_worth(group)
        target.priced = one.span


def merge_repeats(found: list[Candidate]) -> list[Candidate]:
    """One fact where headline, lead, body and quotes tell the same; the more exact mention stands."""
    kept: list[Candidate] = []
    sums = summing(found)
    inside: dict[int, list[Candidate]] = {}  # by whole
    for one in found:
        if one.whole is not None:
            inside.setdefault(id(one.whole), []).append(one)
    for one in found:
        near = (*range(min(OPENING, len(kept))), *range(max(OPENING, len(kept) - WINDOW), len(kept)))
        place = next((n for n in near if _same(kept[n], one) and (id(one) in sums) == (id(kept[n]) in sums)), None)
        if place is None:
            kept.append(one)
            continue
        match = kept[place]
        better, worse = (one, match) if _worth(one) > _worth(match) and one.sentence != match.sentence else (match, one)
        if better.group.value is None and worse.group.value is not None:
            better.priced = worse.priced or worse.span
        _complete(better.group, worse.group)
        better.cue = worse.cue if better.cue == "default" else better.cue
        if better is not match:
            kept[place] = one
            if one.whole is None and match.whole is not None:
                one.whole = match.whole
                inside.setdefault(id(one.whole), []).append(one)
        better.role = "total" if "total" in (better.role, worse.role) else better.role
        known = set(map(id, better.parts)) if worse.parts else ()
        better.parts.extend(part for part in worse.parts if id(part) not in known)
        for other in inside.pop(id(worse), ()):
            if other.whole is worse:
                other.whole = better
                inside.setdefault(id(better), []).append(other)
        better.listed |= worse.listed
    found = []
    for n, one in enumerate(kept):  # one after the other, so that two mentions do not drop each other
        if not _bare(one, [*found[-WINDOW:], *kept[n : n + WINDOW]]):
            found.append(one)
    return _halves(found)


def _halves(found: list[Candidate]) -> list[Candidate]:
    """One fact of a drug whose weight one sentence tells and whose value another, where no third tells of it."""
    named: dict[str, list[Candidate]] = {}
    for one in found:
        if one.group.kind == "drug" and not generic(one.group):
            named.setdefault(one.group.item, []).append(one)
    dropped: set[int] = set()
    for pair in named.values():
        weighed = [one for one in pair if one.group.quantity is not None and one.group.value is None]
        valued = [one for one in pair if one.group.quantity is None and one.group.value is not None]
        if len(pair) == 2 and weighed and valued and weighed[0].role == valued[0].role == "item" and (
            weighed[0].sentence != valued[0].sentence and weighed[0].whole is valued[0].whole is None
        ):
            _complete(weighed[0].group, valued[0].group)
            weighed[0].priced = valued[0].priced or valued[0].span
            dropped.add(id(valued[0]))
    return [one for one in found if id(one) not in dropped]


def _worth(one: Candidate) -> tuple:
    """How much a mention tells: exact before rounded, body before headline, specific before generic."""
    group = one.group
    exact = group.modifier == "exact" and group.value_modifier in ("exact", "approx")
    figure = group.quantity if group.quantity is not None else group.value
    digits = len(f"{figure:.0f}".rstrip("0")) if figure is not None else 0
    return (
        one.mention == "body",
        group.quantity is not None,
        exact,
        group.unit in GRAMS,
        not generic(group),
        group.calibre is not None,
        digits,
        one.sentence if one.mention == "head" else -one.sentence,
    )


def _complete(group: Group, other: Group) -> None:
    for slot in SLOTS:
        if (
            getattr(group, slot) is None
            and getattr(other, slot) is not None
            and slot not in ("quantity", "maximum", "unit", "calibre")
        ):
            setattr(group, slot, getattr(other, slot))
            if slot == "value":
                group.value_modifier = other.value_modifier
    if generic(group) and not generic(other):
        group.item, group.mark = other.item, other.mark


def _same(a: Candidate, b: Candidate) -> bool:
    """Whether b tells again what a told."""
    x, y = a.group, b.group
    if a.sentence == b.sentence:  # "600 grams, a little more than 1.3 pounds of weed"
        return x.kind == y.kind == "drug" and x.item == y.item and x.unit != y.unit and _weighs_the_same(x, y)
    if not _comparable(a, b):
        return False
    if _weighed_later(a, b):
        return True
    summary = "head" in (a.mention, b.mention) or "quote" in (a.mention, b.mention)
    if x.kind in ("cash", "money") or y.kind in ("cash", "money"):
        return x.value is not None and x.currency == y.currency and _same_value(x, y, summary)
    if x.quantity is not None and y.quantity is not None:
        return _same_quantity(x, y, summary)
    if x.value is not None and y.value is not None:
        if x.quantity is None and y.quantity is None:
            return _same_value(x, y, summary)
        # "cocaine worth £1.2m", "15kg … worth £1,210,000"
        return summary and x.currency == y.currency and _same_value(x, y, summary)
    if x.kind == "drug" and "the" in (x.parts_of, y.parts_of) and (x.quantity is None) != (y.quantity is None):
        return x.item == y.item and abs(a.sentence - b.sentence) <= 2  # "… cannabis … The drugs weighed 4kg"
    valued = (x.quantity is None and x.value is not None) or (y.quantity is None and y.value is not None)
    # "£2m of cannabis" in the headline, "1,450 plants" in the body
    return "head" in (a.mention, b.mention) and valued and same_item(x.item, y.item) and not generic(x)


def _comparable(a: Candidate, b: Candidate) -> bool:
    """Whether two mentions may be of one thing by their kind, their part in a whole, and words such as "further"."""
    x, y = a.group, b.group
    if a.role != b.role and ("part" in (a.role, b.role) or not (generic(x) and generic(y))):
        return False
    if (a.whole is None) != (b.whole is None) and x.quantity is None:
        return False
    if not related(x, y) or (x.parts_of == "of the") != (y.parts_of == "of the"):
        return False
    if (x.further or y.further) and (x.quantity is None or x.quantity != y.quantity):
        return False
    if x.further != y.further and not ("head" in (a.mention, b.mention) and (x.quantity or 0) > 3):
        return False
    return not (x.calibre and y.calibre and x.calibre.lower() != y.calibre.lower())


def _same_value(x: Group, y: Group, summary: bool) -> bool:
    """Whether two are worth the same; what a headline or a speaker says may be rounded."""
    if x.value is None or y.value is None:
        return False
    return x.value == y.value or (summary and _close(x.value, y.value, x.value_modifier, y.value_modifier))


def _same_quantity(x: Group, y: Group, summary: bool) -> bool:
    """Whether two amounts are the same; small numbers are often of different things."""
    if x.value is not None and y.value is not None and x.value != y.value and not (
        summary and abs(x.value - y.value) <= NEAR * max(x.value, y.value)
    ):
        return False
    if x.quantity is None or y.quantity is None:
        return False
    if x.unit != y.unit:
        return summary and _weighs_the_same(x, y)
    if x.quantity == y.quantity:
        pointed = "the" in (x.parts_of, y.parts_of) or x.unit not in ("item", "round")
        return summary or x.quantity > 3 or (x.quantity > 1 and pointed)
    return summary and _close(x.quantity, y.quantity, x.modifier, y.modifier) and same_item(x.item, y.item)


def _weighed_later(a: Candidate, b: Candidate) -> bool:
    """Whether b only weighs the packages that a counts: "135 bricks of cocaine … They weighed 151 kg"."""
    x, y = a.group, b.group
    return (
        x.kind == y.kind == "drug"
        and y.parts_of == "the"
        and not y.further
        and y.unit in GRAMS
        and (x.value is None or y.value is None)
        and (x.quantity is None or x.unit in ("wrap", "item"))
        and 0 < b.sentence - a.sentence <= 2
        and (x.item == y.item or generic(y))
    )


def _weighs_the_same(x: Group, y: Group) -> bool:
    """Whether two weights in different units are one: rounded within a system, nearly equal across systems."""
    one, other = grams(x), grams(y)
    if one is None or other is None or x.unit is None or y.unit is None:
        return False
    if (x.unit in METRIC) != (y.unit in METRIC):
        return abs(one - other) <= 0.03 * max(one, other)
    coarse, unit = (x, x.unit) if GRAMS[x.unit] > GRAMS[y.unit] else (y, y.unit)
    decimals = len(f"{coarse.quantity:g}".partition(".")[2])
    return abs(one - other) <= 0.501 * GRAMS[unit] / 10**decimals


def _close(x: float, y: float, first: str, second: str) -> bool:
    if first == "exact" and second == "exact":
        return _rounds(x, y) or _rounds(y, x)
    return abs(x - y) <= NEAR * max(x, y)


def _rounds(x: float, y: float) -> bool:
    """Whether x is y in two figures: £630,000 of £638,000, £1.2m of £1,216,400."""
    if x < 1000 or x == y:
        return False
    unit = 10 ** (len(str(int(x))) - 2)
    return x % unit == 0 and y % unit != 0 and abs(x - y) < unit


def _bare(one: Candidate, kept: list[Candidate]) -> bool:
    """Whether a mention without any amount is only a pointer to what another sentence tells with one."""
    group = one.group
    if group.det == "shared" and one.mention == "head":
        return any(
            other is not one and other.block != one.block and other.group.item == group.item and other.group.amount
            for other in kept
        )
    if group.det == "shared" or group.quantity is not None or group.value is not None:
        return False
    if one.whole is not None and group.det == "bare" and not one.parts and any(
        other.block != one.block
        and other.whole is None
        and other.group.category == group.category
        and other.group.item == group.item
        and 0 < (other.group.quantity or 0) <= (one.whole.group.quantity or 0)
        for other in kept
    ):
        return True  # "13 weapons, including handguns and rifles", later "five handguns"
    related_ones = (*one.parts, one.whole) if one.whole is not None else one.parts
    if related_ones and (one.mention == "body" or any(other.group.amount for other in related_ones)):
        return False
    others = [other for other in kept if other is not one and other.block != one.block and related(other.group, group)]
    if not others:
        return False
    if generic(group) or one.mention != "body":
        return any(other.group.amount or not generic(other.group) or other.sentence < one.sentence for other in others)
    if group.modifier == "vague":
        return any(other.group.modifier == "vague" and other.sentence < one.sentence for other in others)
    return any(
        same_item(other.group.item, group.item)
        and not (generic(other.group) and group.kind == "drug")
        and (other.group.amount or other.sentence < one.sentence)
        for other in others
    )
