"""Amounts and values that several things share: one number, weight or sum over a list."""

from dataclasses import replace

from beatbook.facts.seizure_candidates import Candidate
from beatbook.grammar.thing_group import Group, lexicon
from beatbook.language.document import Doc
from beatbook.resolve.kinds import GRAMS

SHARED = (
    "quantity", "maximum", "unit", "value", "value_max", "currency", "modifier", "value_modifier", "det", "combined",
    "further",
)
SHARING = frozenset("phone blade firearm weapon tobacco jewellery equipment document".split())
REACH = 60  # how many mentions around one may share its value


def shared(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """One amount over several drugs ("3kg of heroin and cocaine"), and a substance with its name."""
    found: list[Candidate] = []
    n = 0
    while n < len(candidates):
        first = candidates[n]
        run = [first]
        while n + len(run) < len(candidates) and _joins(
            doc, run, candidates[n + len(run)], candidates[n + len(run) + 1 : n + len(run) + 2]
        ):
            run.append(candidates[n + len(run)])
        n += len(run)
        found.extend(_spread(doc, run) if len(run) > 1 else run)
    return found


def combined(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """A value said to be of several things with amounts of their own: "…, worth a combined £58,000" is their total."""
    found: list[Candidate] = []
    for n, one in enumerate(candidates):
        group = one.group
        found.append(one)
        if (
            not group.combined
            or group.value is None
            or (group.quantity is None and group.modifier != "vague" and group.det != "bare")
            or group.kind in ("cash", "money")
            or one.role != "item"
        ):
            continue
        before = [
            other
            for other in candidates[max(0, n - REACH) : n + REACH]
            if other.sentence == one.sentence
            and other.span < one.span
            and (other.group.amount or (group.quantity is None and other.group.det == "bare"))
            and other.group.kind not in ("cash", "money")
            and (other.group.category == group.category or group.category != "drug")
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
    packed = last.mark == "generic" and last.category == "other"
    if packed and group.kind == "drug" and group.apposed and not group.amount:
        return last.j == group.i and last.quantity is not None  # "13 bottles believed to contain methadone"
    if len(run) == 1 and _one_count(doc, run[0], other):
        return True
    if (
        last.kind != "drug"
        or group.kind != "drug"
        or other.sentence != run[0].sentence
        or (other.whole is not None and other.whole is not run[0])
    ):
        return False
    gap = [word for word in doc.low[last.j : group.i] if word not in ("“", "”", "‘", "’", '"', "'")]
    if len(run) == 1 and last.mark in ("generic", "substance") and group.apposed:
        return len(gap) <= 3 and (not group.amount or ((last.quantity is None or last.unit not in GRAMS) and (
            group.quantity is None or group.unit in GRAMS
        )))
    if (
        group.det not in ("bare", "vague")
        or group.quantity is not None
        or (group.unit in ("wrap",) and last.unit != "wrap")
    ):
        return False
    if (last.value is not None and group.value is not None) or group.modifier == "vague":
        return False
    if run[0].group.det == "a" and run[0].group.unit in (None, "item"):
        return False  # "a white powder, cocaine and cannabis"
    if _in_form(doc, last) and not _in_form(doc, group):
        return False  # "20 ecstasy pills and Xanax"
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


def _in_form(doc: Doc, group: Group) -> bool:
    """Whether the name of a drug ends in what is counted: "ecstasy pills"."""
    term = lexicon().at(doc.low, group.j - 1, group.j)
    return group.unit in ("tablet", "plant", "wrap") and term is not None and bool(term.row["unit"])


def _one_count(doc: Doc, one: Candidate, other: Candidate) -> bool:
    """ "more than 300 mobile phones and SIM cards": one number counts two kinds of a category."""
    a, b = one.group, other.group
    return (
        a.kind == b.kind == "thing"
        and a.category == b.category in SHARING
        and a.plural
        and b.plural
        and a.det == "number"
        and b.det == "bare"
        and (a.quantity or 0) > 2
        and not b.amount
        and other.sentence == one.sentence
        and one.whole is other.whole is None
        and doc.low[a.j : b.i] == ["and"]
    )


def _spread(doc: Doc, run: list[Candidate]) -> list[Candidate]:
    """The kinds of a run without amount, and a total that has it; or one fact where a substance has one name."""
    first = run[0]
    name = first.group.mark in ("generic", "substance") and run[1].group.apposed
    if name and first.group.category == "other":
        group = replace(run[1].group, i=first.group.i, quantity=first.group.quantity, unit="item", det="number")
        group.modifier = first.group.modifier
        return [replace(run[1], group=group, span=(first.span[0], run[1].span[1])), *run[2:]]
    span = (first.span[0], run[-1].span[1])
    if name and len(run) == 2:
        group = replace(run[1].group, i=first.group.i)
        for slot in SHARED:
            own = getattr(group, slot)
            if own in (None, "exact", "bare", False):
                setattr(group, slot, getattr(first.group, slot))
        return [replace(run[1], group=group, span=span, whole=first.whole)]
    kinds = run[1:] if name else run
    total = replace(first.group, item="drugs", mark="generic", drug_class=None, j=run[-1].group.j)
    if first.group.kind == "thing":
        total.item, total.mark = doc.words(first.group.h, run[-1].group.k).lower(), first.group.mark
    valued = next((one.group for one in run if one.group.value is not None), None)
    if valued is not None:
        total.take_worth(valued)
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


def name_drugs(found: list[Candidate]) -> None:
    """ "a further 1.5kg of the Class A drug": the drug named before, whose class is now known."""
    named: Group | None = None
    told: dict[str, str] = {}
    for one in found:
        group = one.group
        if group.kind == "drug" and group.mark not in ("generic", "substance"):
            named = group
        elif group.kind == "drug" and group.mark == "generic" and group.det == "number" and group.parts_of == "the":
            if named is None:
                continue
            stated = group.drug_class
            group.item, group.mark, group.suspected = named.item, named.mark, named.suspected
            if stated:
                told[named.item] = stated
            named = group
    for one in found if told else ():
        if one.group.item in told:
            one.group.drug_class, one.group.mark = told[one.group.item], "stated"
