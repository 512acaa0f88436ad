"""Roles: parts of a whole, and sums over things told singly."""

from beatbook.facts.seizure_candidates import Candidate
from beatbook.grammar.thing_group import Group
from beatbook.resolve.kinds import covers, generic, grams

WINDOW = 250  # how many mentions before and after one may be its parts


def settle_parts(found: list[Candidate]) -> None:
    """Roles of parts whose whole stands; one amount over kinds in brackets is a total."""
    standing = {id(one) for one in found}
    for one in found:
        if one.whole is not None and id(one.whole) in standing and one.role == "item":
            one.role = "part"
    for one in found:
        inside = [part for part in one.parts if id(part) in standing]
        if one.role != "item" or not inside:
            continue
        full = one.listed or all(part.how == "list" for part in inside) or _told_in_full(one, inside)
        shared = one.group.quantity is not None and not any(part.group.amount for part in inside)
        if (full and len(inside) > 1) or (
            shared
            and (
                (len(inside) > 1 and all(part.how == "bracket" for part in inside))
                or (one.group.category == "drug" and one.group.mark == "generic")
            )
        ):
            one.role = "total"
            for part in inside:
                if part.role == "part" and part.whole is one:
                    part.role = "item"


def _told_in_full(one: Candidate, inside: list[Candidate]) -> bool:
    """Whether a number is said to be made up of all that follows, and is: "82 guns, made up of 61 pistols and …"."""
    counted = [part.group.quantity or 0 for part in inside]
    return all(part.how == "made up" for part in inside) and all(counted) and sum(counted) == one.group.quantity


def settle_totals(found: list[Candidate]) -> None:
    """Marks what sums up others: by arithmetic, or a generic amount of drugs beside the drugs themselves."""
    for n, one in enumerate(found):
        group = one.group
        if one.role != "item" or one.rule == "of them" or ((group.quantity or 0) < 2 and group.value is None):
            continue
        others = [
            other
            for other in found[max(0, n - WINDOW) : n + WINDOW]
            if other is not one and other.role == "item" and covers(group, other.group) and other not in one.parts
        ]
        if group.kind in ("cash", "money"):
            others = [
                other for other in others if other.sentence != one.sentence and other.group.currency == group.currency
            ]
        if len(others) < 2 and not (group.mark == "generic" and others and group.combined):
            continue
        if (
            _adds_up(group, others, one)
            or (
                one.mention == "head"
                and generic(group)
                and (group.quantity or 0) > 1
                and not one.parts
                and _in_sentences(group, others)
            )
            or (
                ((group.category == "drug" and generic(group)) or (group.mark == "generic" and group.value is not None))
                and group.amount
                and group.modifier != "vague"
                and not one.parts
                and len(others) > 1
                and (one.mention == "head" or group.combined or (group.item == "drugs" and group.value is not None))
                and _room(group, others)
            )
        ):
            one.role = "total"


def summing(found: list[Candidate]) -> set[int]:
    """The mentions in headline and lead (by id) that sum up things told in the body, and tell none of them again."""
    sums: set[int] = set()
    for one in found:
        group = one.group
        figure = group.quantity if group.quantity is not None else group.value
        if one.mention != "head" or figure is None or figure < 2 or group.kind in ("cash", "money"):
            continue
        body = [other for other in found[:WINDOW] if other.mention == "body" and covers(group, other.group)]
        body = [other for other in body if other.whole is None and not other.group.parts_of]
        body = [other for other in body if other.group.det != "the"]
        own = (group.quantity, group.unit, group.value)
        if any((other.group.quantity, other.group.unit, other.group.value) == own for other in body):
            continue
        rounded = group.modifier != "exact" and group.quantity is not None
        close = [other for other in body if abs((other.group.quantity or 0) - figure) < 0.05 * figure]
        if rounded and any(other.group.item == group.item for other in close):
            continue  # "close to 900 knives", of which the body tells 884
        if len(body) > 1 and _adds_up(group, body, one):
            sums.add(id(one))
    return sums


def _in_sentences(group: Group, others: list[Candidate]) -> bool:
    """Whether several sentences tell singly of things that a headline counts, and of no more than it counts."""
    told = [other for other in others if other.group.quantity is not None and other.group.unit == group.unit]
    counted = sum(other.group.quantity or 0 for other in told)
    return len({other.sentence for other in told}) > 1 and counted <= (group.quantity or 0)


def _room(group: Group, others: list[Candidate]) -> bool:
    """Whether the others fit into the amount."""
    if group.value is not None:
        return sum(other.group.value or 0 for other in others) <= group.value * 1.1
    own = grams(group)
    return own is None or sum(grams(other.group) or 0 for other in others) <= own * 1.1


def _adds_up(group: Group, others: list[Candidate], one: Candidate) -> bool:
    if group.quantity is not None and group.quantity > 1:
        same = [
            other
            for other in others
            if other.group.quantity is not None
            and other.group.unit == group.unit
            and (other.sentence != one.sentence or group.combined)
        ]
        if any(
            len(some) > 1 and _sums(group.quantity, [other.group.quantity or 0 for other in some], group.modifier)
            for some in _subsets(group, same)
        ):
            return True
        own, apart = grams(group), [other.group for other in others if other.sentence != one.sentence]
        weights = [weight for other in apart if (weight := grams(other)) is not None]
        if own is not None and len(weights) > 1 and _sums(own, weights, "approx"):
            return True
    if group.value is not None and group.kind not in ("cash", "money"):
        prices = [
            other.group.value
            for other in others
            if other.group.value is not None and other.group.currency == group.currency
        ]
        return len(prices) > 1 and _sums(group.value, prices, group.value_modifier)
    if group.value is not None:
        prices = [other.group.value for other in others if other.group.value is not None]
        return len(prices) > 1 and _sums(group.value, prices, group.value_modifier)
    return False


def _subsets(group: Group, others: list[Candidate]) -> list[list[Candidate]]:
    """What a total may sum up: all, those of its own category, those of one list."""
    own = [other for other in others if other.group.category == group.category]
    blocks: dict[int, list[Candidate]] = {}
    for other in own:
        blocks.setdefault(other.block, []).append(other)
    return [others, own, *blocks.values()]


def _sums(total: float, parts: list[float], modifier: str) -> bool:
    added = sum(parts)
    slack = 0.0 if modifier == "exact" else 0.05
    return abs(added - total) <= slack * total + 1e-6 * max(total, 1)
