"""Seizures of a whole release: candidates in, facts out.

Settles what one sentence cannot: values said later, "the drugs" and "both vehicles", one thing told in headline, lead
and body, sums over things listed singly, and one amount shared by several drugs.
"""

from dataclasses import replace

from beatbook.facts.seizures import Candidate, Scene, Valuation, read
from beatbook.grammar.thing_group import Group
from beatbook.language.document import Doc
from beatbook.records import Fact
from beatbook.resolve.kinds import covers, generic, grams, related, same_item

NEAR = 0.12  # how far a rounded headline may stand from the exact figure
SLOTS = ("quantity", "maximum", "unit", "value", "value_max", "currency", "drug_class", "calibre")


def find(doc: Doc) -> list[Fact]:
    """The seizures of one release, in the order of the text."""
    scene = read(doc)
    if not scene.candidates and not scene.valuations:
        return []
    found = _combined(doc, _shared(doc, scene.candidates))
    _values(doc, found, scene)
    _names(found)
    found = _definite(found)
    found = _repeats(found)
    _parts(found)
    _totals(found)
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


def _shared(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """One amount over several drugs ("3kg of heroin and cocaine"), and a substance with its name ("powder, believed …")."""
    found: list[Candidate] = []
    n = 0
    while n < len(candidates):
        first = candidates[n]
        run = [first]
        while n + len(run) < len(candidates) and _joins(
            doc, run, candidates[n + len(run)], candidates[n + len(run) + 1 :]
        ):
            run.append(candidates[n + len(run)])
        n += len(run)
        found.extend(_spread(doc, run) if len(run) > 1 else run)
    return found


def _combined(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """A value said to be of several things with amounts of their own: "…, worth a combined £58,000" is their total."""
    found: list[Candidate] = []
    for one in candidates:
        group = one.group
        found.append(one)
        if (
            not group.combined
            or group.value is None
            or group.quantity is None
            or group.kind in ("cash", "money")
            or one.role != "item"
        ):
            continue
        before = [
            other
            for other in candidates
            if other.sentence == one.sentence
            and other.span < one.span
            and other.group.amount
            and other.group.kind not in ("cash", "money")
        ]
        if (
            not before
            or any(other.group.value is not None for other in before)
            or doc.low[group.i : group.i + 2] == ["a", "total"]
        ):
            continue
        kinds = {other.group.category for other in (*before, one)}
        if kinds in ({"drug"}, {"tobacco"}, {"alcohol"}, {"jewellery"}):
            total = replace(
                group,
                item="drugs" if kinds == {"drug"} else group.category,
                quantity=None,
                maximum=None,
                unit=None,
                modifier="exact",
                mark="generic",
                suspected=False,
                drug_class=None,
            )
            found.append(
                replace(
                    one,
                    group=total,
                    role="total",
                    rule="combined value",
                    span=(before[0].span[0], one.span[1]),
                    parts=[],
                )
            )
        group.value = group.value_max = group.currency = None
        group.value_modifier = "exact"
    return found


def _joins(doc: Doc, run: list[Candidate], other: Candidate, rest: list[Candidate]) -> bool:
    """Whether a drug without an amount of its own shares that of the run, or names the substance before it."""
    last, group = run[-1].group, other.group
    if (
        last.kind != "drug"
        or group.kind != "drug"
        or other.sentence != run[0].sentence
        or (other.whole is not None and other.whole is not run[0])
    ):
        return False
    gap = [word for word in doc.low[last.j : group.i] if word not in ("“", "”", "‘", "’", '"', "'")]
    if len(run) == 1 and last.mark in ("generic", "substance") and group.apposed:
        return len(gap) <= 3 and not group.amount
    if (
        group.det not in ("bare", "vague")
        or group.quantity is not None
        or (group.unit in ("wrap",) and last.unit != "wrap")
    ):
        return False
    if (last.amount and group.value is not None and len(run) == 1) or group.modifier == "vague":
        return False
    if gap in (["and"], ["&"], ["/"], ["or"], [",", "and"], ["and", "/", "or"]):
        return (
            run[0].group.quantity is not None
            or run[0].group.value is not None
            or group.value is not None
            or run[0].group.apposed
        )
    if gap == [","] and other.mention == "head" and (not rest or rest[0].sentence != other.sentence):
        return run[0].group.value is not None or run[0].group.quantity is not None  # "$1.9M in Meth, Cocaine"
    if (
        gap == [","] and rest and (run[0].group.quantity is not None or run[0].group.value is not None)
    ):  # "27kg of cocaine, heroin and ketamine", not "…, cannabis and £500"
        following = rest[0].group
        more = doc.low[group.j : following.i]
        return (
            following.kind == "drug"
            and not following.amount
            and following.det == "bare"
            and more in (["and"], [","], [",", "and"])
            and following.value is None
        )
    return False


def _spread(doc: Doc, run: list[Candidate]) -> list[Candidate]:
    """The kinds of a run without amount, and a total that has it; or one fact where a substance has one name."""
    first = run[0]
    name = first.group.mark in ("generic", "substance") and run[1].group.apposed
    span = (first.span[0], run[-1].span[1])
    if name and len(run) == 2:
        group = replace(run[1].group, i=first.group.i)
        for slot in (*SLOTS[:6], "modifier", "value_modifier", "det", "combined", "further"):
            own = getattr(group, slot)
            if own in (None, "exact", "bare", False):
                setattr(group, slot, getattr(first.group, slot))
        return [replace(run[1], group=group, span=span, whole=first.whole)]
    kinds = run[1:] if name else run
    total = replace(first.group, item="drugs", mark="generic", drug_class=None, j=run[-1].group.j)
    valued = next((one.group for one in run if one.group.value is not None), None)
    if valued is not None:
        total.value, total.value_max, total.value_modifier, total.currency = (
            valued.value,
            valued.value_max,
            valued.value_modifier,
            valued.currency,
        )
    total.suspected = first.group.suspected or all(one.group.suspected for one in kinds)
    whole = replace(first, group=total, role="total", span=span, rule="shared amount", whole=None, parts=list(kinds))
    found = [whole]
    for one in kinds:
        bare = replace(
            one.group,
            quantity=None,
            maximum=None,
            unit=None,
            value=None,
            value_max=None,
            currency=None,
            modifier="exact",
            value_modifier="exact",
            det="shared",
            suspected=one.group.suspected or first.group.suspected,
        )
        found.append(replace(one, group=bare, whole=None))
    return found


def _values(doc: Doc, found: list[Candidate], scene: Scene) -> None:
    """Hands the amounts of valuing sentences to what they value, and makes a total where that is several things."""
    for valuation in scene.valuations:
        before = [
            one
            for one in found
            if one.sentence <= valuation.sentence and one.group.kind not in ("cash", "money") and one.role == "item"
        ]
        fit = [
            one
            for one in before
            if _valued(valuation, one) and valuation.sentence - one.sentence <= (6 if valuation.group else 2)
        ]
        if not fit and valuation.group is None:  # "a crop worth £400,000 … 482 plants"
            fit = [
                one
                for one in found
                if valuation.sentence < one.sentence <= valuation.sentence + 2 and one.group.category == "drug"
            ][:1]
        if not fit:
            if (
                valuation.group is not None
                and valuation.group.category == "drug"
                and not any(one.group.category == "drug" for one in found)
            ):
                group = valuation.group
                _price(group, valuation.amount)
                found.append(
                    Candidate(
                        group,
                        valuation.sentence,
                        "value",
                        "value of drugs",
                        "body",
                        span=valuation.span,
                        block=valuation.sentence,
                    )
                )
            continue
        last = max(one.sentence for one in fit)
        specific = valuation.group is not None and valuation.group.mark not in ("generic", "substance")
        near = [one for one in fit if one.sentence == last] if not valuation.combined else fit
        open_ = [one for one in near if one.group.value is None]
        if valuation.group is None and len(open_) > 1:
            drugs = [one for one in open_ if one.group.category == "drug"]
            open_ = drugs if len(drugs) == 1 else open_
        if len(near) == 1 or (len(open_) == 1 and (specific or valuation.group is None) and not valuation.combined):
            target = (open_ or near)[0]
            if target.group.value is None:
                _price(target.group, valuation.amount)
                target.priced = valuation.span
            continue
        category = near[0].group.category
        item = valuation.group.item if valuation.group is not None else "drugs" if category == "drug" else ""
        if not item or any(one.group.value == valuation.amount.value for one in found):
            continue
        base = valuation.group or near[0].group
        group = Group(
            base.i,
            valuation.amount.j,
            base.h,
            base.k,
            "drug" if category == "drug" else "thing",
            category,
            item,
            "generic",
            plural=True,
        )
        _price(group, valuation.amount)
        found.append(
            Candidate(group, valuation.sentence, "value", "combined value", "body", role="total", span=valuation.span)
        )
    found.sort(key=lambda one: one.span)


def _valued(valuation: Valuation, one: Candidate) -> bool:
    named = valuation.group
    if named is None:
        return one.group.category not in ("firearm", "ammunition") or one.group.value is None
    if named.category != one.group.category and named.category != "other":
        return False
    return named.mark in ("generic", "substance") or same_item(named.item, one.group.item) or covers(named, one.group)


def _price(group: Group, amount: Group) -> None:
    group.value, group.value_max, group.currency = amount.value, amount.value_max, amount.currency
    group.value_modifier = amount.value_modifier


def _names(found: list[Candidate]) -> None:
    """ "a further 1.5kg of the Class A drug": the drug named before, whose class is now known."""
    for n, one in enumerate(found):
        group = one.group
        if group.kind == "drug" and group.mark == "generic" and (group.det == "number" and group.parts_of == "the"):
            named = next(
                (
                    past.group
                    for past in reversed(found[:n])
                    if past.group.kind == "drug" and past.group.mark not in ("generic", "substance")
                ),
                None,
            )
            if named is None:
                continue
            stated = group.drug_class
            group.item, group.mark, group.suspected = named.item, named.mark, named.suspected
            if stated:
                for other in found:
                    if other.group.item == named.item:
                        other.group.drug_class, other.group.mark = stated, "stated"


def _definite(found: list[Candidate]) -> list[Candidate]:
    """Drops "the pistol", "the drugs" where they were told before; "the dog was seized" stays."""
    kept: list[Candidate] = []
    for n, one in enumerate(found):
        group = one.group
        known = [
            other
            for m, other in enumerate(found)
            if m != n and other.group.det not in ("the",) and related(other.group, group)
        ]
        if group.det == "the" and (
            known
            or group.mark in ("generic", "substance")
            or (group.plural and group.kind != "thing")
            or group.kind == "cash"
        ):
            if not one.parts:
                continue
        if group.det == "the" and group.quantity is None:
            if any(other.group.det == "the" and same_item(other.group.item, group.item) for other in kept):
                continue
            group.quantity, group.unit = (None, None) if group.plural or group.kind == "drug" else (1, "item")
        if group.det == "both" and any(
            other.group.quantity == 2 and related(other.group, group) for other in found if other is not one
        ):
            continue
        kept.append(one)
    return kept


def _repeats(found: list[Candidate]) -> list[Candidate]:
    """One fact where headline, lead, body and quotes tell the same; the more exact mention stands."""
    kept: list[Candidate] = []
    for one in found:
        match = next((other for other in kept if _same(other, one)), None)
        if match is None:
            kept.append(one)
            continue
        better, worse = (one, match) if _worth(one) > _worth(match) and one.sentence != match.sentence else (match, one)
        if better.group.value is None and worse.group.value is not None:
            better.priced = worse.priced or worse.span
        _complete(better.group, worse.group)
        if better is not match:
            kept[kept.index(match)] = one
            one.whole = one.whole or match.whole
        better.role = "total" if "total" in (better.role, worse.role) else better.role
        better.parts = better.parts + [part for part in worse.parts if part not in better.parts]
        for other in found:
            if other.whole is worse:
                other.whole = better
        better.listed |= worse.listed
    return [one for one in kept if not _bare(one, kept)]


def _worth(one: Candidate) -> tuple:
    """How much a mention tells: exact before rounded, body before headline, specific before generic."""
    group = one.group
    exact = group.modifier == "exact" and group.value_modifier in ("exact", "approx")
    return (one.mention == "body", group.quantity is not None, exact, group.mark not in ("generic",), -one.sentence)


def _complete(group: Group, other: Group) -> None:
    for slot in SLOTS:
        if (
            getattr(group, slot) is None
            and getattr(other, slot) is not None
            and slot not in ("quantity", "maximum", "unit")
        ):
            setattr(group, slot, getattr(other, slot))
            if slot == "value":
                group.value_modifier = other.value_modifier
    if generic(group) and not generic(other):
        group.item, group.mark = other.item, other.mark


def _same(a: Candidate, b: Candidate) -> bool:
    """Whether b tells again what a told."""
    if (
        a.sentence == b.sentence
        and a.group.kind == b.group.kind == "drug"
        and a.group.item == b.group.item
        and a.group.unit != b.group.unit
    ):
        both = grams(a.group), grams(b.group)  # "600 grams, a little more than 1.3 pounds of weed"
        return None not in both and abs(both[0] - both[1]) <= 0.03 * max(both)
    if (
        a.sentence == b.sentence
        or (a.role != b.role and not (generic(a.group) and generic(b.group) and "part" not in (a.role, b.role)))
        or ((a.whole is None) != (b.whole is None) and a.group.quantity is None)
    ):
        return False
    x, y = a.group, b.group
    if (
        not related(x, y)
        or x.further
        or y.further
        or (x.calibre and y.calibre and x.calibre.lower() != y.calibre.lower())
    ):
        return False
    summary = "head" in (a.mention, b.mention) or "quote" in (a.mention, b.mention)
    if x.kind in ("cash", "money") or y.kind in ("cash", "money"):
        if x.value is None or y.value is None or x.currency != y.currency:
            return False
        return x.value == y.value or (summary and _close(x.value, y.value, x.value_modifier, y.value_modifier))
    if x.quantity is not None and y.quantity is not None:
        if (
            x.value is not None
            and y.value is not None
            and x.value != y.value
            and not (summary and abs(x.value - y.value) <= NEAR * max(x.value, y.value))
        ):
            return False
        if x.unit != y.unit:
            both = grams(x), grams(y)
            return summary and None not in both and abs(both[0] - both[1]) <= 0.03 * max(both)
        if x.quantity == y.quantity:
            return summary or (
                x.quantity > 1
                and (x.quantity > 3 or "the" in (x.parts_of, y.parts_of) or x.unit not in ("item", "round"))
            )
        return summary and _close(x.quantity, y.quantity, x.modifier, y.modifier) and same_item(x.item, y.item)
    if x.quantity is None and y.quantity is None and x.value is not None and y.value is not None:
        return x.value == y.value or (summary and _close(x.value, y.value, x.value_modifier, y.value_modifier))
    if x.value is not None and x.value == y.value and x.currency == y.currency:
        return True
    # "£2m of cannabis" in the headline, "1,450 plants" in the body
    return (
        "head" in (a.mention, b.mention)
        and same_item(x.item, y.item)
        and not generic(x)
        and (
            (x.quantity is None and x.value is not None and y.value is None)
            or (y.quantity is None and y.value is not None and x.value is None)
        )
    )


def _close(x: float, y: float, first: str, second: str) -> bool:
    if first == "exact" and second == "exact":
        return False
    return abs(x - y) <= NEAR * max(x, y)


def _bare(one: Candidate, kept: list[Candidate]) -> bool:
    """Whether a mention without any amount is only a pointer to what another sentence tells with one."""
    group = one.group
    if group.det == "shared" and one.mention == "head":
        return any(
            other is not one and other.block != one.block and other.group.item == group.item and other.group.amount
            for other in kept
        )
    if (
        one.parts
        or one.whole is not None
        or group.det == "shared"
        or (group.quantity is not None and not (group.det == "a" and one.mention != "body"))
        or group.value is not None
    ):
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


def _parts(found: list[Candidate]) -> None:
    """Roles of parts whose whole stands; one amount over kinds in brackets is a total."""
    standing = {id(one) for one in found}
    for one in found:
        if one.whole is not None and id(one.whole) in standing and one.role == "item":
            one.role = "part"
    for one in found:
        inside = [part for part in one.parts if id(part) in standing]
        if one.listed and len(inside) > 1 and one.role == "item":
            one.role = "total"
            for part in inside:
                if part.role == "part" and part.whole is one:
                    part.role = "item"
        elif (
            one.group.quantity is not None
            and one.group.category == "drug"
            and inside
            and one.role == "item"
            and not any(part.group.amount for part in inside)
            and one.group.mark == "generic"
        ):
            one.role = "total"
            for part in inside:
                part.role = "item"


def _totals(found: list[Candidate]) -> None:
    """Marks what sums up others: by arithmetic, or a generic amount of drugs beside the drugs themselves."""
    for one in found:
        group = one.group
        if one.role != "item" or one.rule == "of them":
            continue
        others = [
            other
            for other in found
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
                and _mostly(group, others)
            )
            or (
                group.category == "drug"
                and generic(group)
                and group.amount
                and group.modifier != "vague"
                and not one.parts
                and len(others) > 1
                and (one.mention == "head" or group.combined or (group.item == "drugs" and group.value is not None))
                and _room(group, others)
            )
        ):
            one.role = "total"


def _mostly(group: Group, others: list[Candidate]) -> bool:
    """Whether things told singly in other sentences make up at least half of a headline's count, and no more than it."""
    counts = [
        other.group.quantity for other in others if other.group.quantity is not None and other.group.unit == group.unit
    ]
    return len(counts) > 1 and group.quantity / 2 <= sum(counts) <= group.quantity


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
            len(some) > 1 and _sums(group.quantity, [other.group.quantity for other in some], group.modifier)
            for some in _subsets(group, same)
        ):
            return True
        own, weights = grams(group), [grams(other.group) for other in others if other.sentence != one.sentence]
        weights = [weight for weight in weights if weight is not None]
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
    blocks = {other.block for other in others}
    return [others, own, *([other for other in own if other.block == block] for block in blocks)]


def _sums(total: float, parts: list[float], modifier: str) -> bool:
    added = sum(parts)
    slack = 0.0 if modifier == "exact" else 0.05
    return abs(added - total) <= slack * total + 1e-6 * max(total, 1)
