"""Groups in a row: which stand in one list, and which are parts of another."""

from collections.abc import Iterable

from beatbook.grammar.seizing import CHAIN_LINKS, Cue
from beatbook.grammar.thing_group import QUOTES, Group
from beatbook.grammar.thing_words import (
    BREAKERS,
    PERSONS,
)
from beatbook.language.document import Doc

DASHES = frozenset("- – —".split())
TOOLS_AS_WEAPONS = frozenset("hammer screwdriver crowbar wrench spanner saw sledgehammer pickaxe".split())
INCLUDING = frozenset(
    "including include includes included comprising consisting comprised consisted namely incl containing".split()
)


def chains(doc: Doc, groups: Iterable[Group], cues: list[Cue]) -> list[list[Group]]:
    """Groups in one list each: joined by commas, "and", "along with", brackets, with no new clause between."""
    found: list[list[Group]] = []
    openings = {cue.i for cue in cues}
    place = False
    for group in groups:
        if found and joined(doc, found[-1][-1], group, openings):
            if place and not group.amount and group.det == "bare":
                group.place = True
            found[-1].append(group)
        else:
            found.append([group])
        place = group.place
    return found


def joined(doc: Doc, a: Group, b: Group, openings: set[int]) -> bool:
    """Whether b stands in one list with a."""
    gap = doc.low[a.j : b.i]
    if len(gap) > 16:
        return False
    if not gap:
        return True
    if gap == ["containing"]:
        return True
    if any(t in openings and doc.low[t] not in ("with",) for t in range(a.j, b.i)) and not set(gap) & {
        "including",
        "included",
        "include",
    }:
        return False
    if (
        any(word in PERSONS and gap[n - 1 : n] not in (["of"], ["among"]) for n, word in enumerate(gap))
        and "from" not in gap
    ):
        return False
    if any(word in BREAKERS for word in gap):
        return _among_them(gap) or _relative(gap)
    return (
        gap[-1] in CHAIN_LINKS
        or gap[-1] in INCLUDING
        or gap[-1] in QUOTES
        or gap[-1] in ("as", "from", "them", "which", "of", "alongside", "believed")
        or "," in gap
        or ";" in gap
    )


def _relative(gap: list[str]) -> bool:
    """ ", which is being tested, and": a clause between commas that only describes."""
    if gap[0] in ("which", "that") and len(gap) > 3 and gap[-1] == "and" and gap[-2] == ",":
        return not any(word in ("arrested", "charged") for word in gap)
    clause = gap[1:5]
    opens = (gap[1:2] and gap[1] in ("which", "that", "both", "all")) or (
        "of" in clause and ({"which", "them", "these"} & set(clause))
    )
    if gap[0] in ("–", "—", "-", "(") and len(gap) > 3 and gap[-1] in ("and", ",") and gap[-2] in ("–", "—", "-", ")"):
        return True
    return (
        bool(opens)
        and gap[0] in (",", "(", "–", "-")
        and gap[-1] in ("and", ",", "with", ";")
        and bool({",", ";", ")", "–"} & set(gap[2:]))
        and not any(word in PERSONS or word in ("arrested", "charged") for word in gap)
    )


def _among_them(gap: list[str]) -> bool:
    words = [word for word in gap if word not in (",", "(", "–", "—", "-")]
    return words in (
        ["of", "which"],
        ["among", "which"],
        ["which", "included"],
        ["which", "include"],
        ["that", "included"],
        ["of", "which", "were"],
        ["among", "which", "were"],
        ["were"],
        ["which", "contained"],
        ["that", "contained"],
        ["which", "comprised"],
    )


def holds(outer: Group, inner: Group) -> bool:
    """Whether a group can have another as its part: weapons hold guns and knives, drugs hold drugs."""
    if outer.mark == "generic" and outer.category in ("other", "counterfeit", "stolen_property"):
        return True
    if outer.category == "weapon" and inner.category == "equipment":
        return inner.item.split()[-1] in TOOLS_AS_WEAPONS and outer.item.split()[-1] == "weapon"
    if outer.category in ("counterfeit", "stolen_property"):
        return inner.category not in ("drug", "cash", "firearm", "ammunition")
    kinds = {
        "weapon": ("firearm", "imitation_firearm", "blade", "weapon"),
        "firearm": ("firearm", "imitation_firearm", "firearm_part"),
        "imitation_firearm": ("imitation_firearm", "firearm"),
        "jewellery": ("jewellery",),
        "phone": ("phone",),
        "equipment": ("equipment", "phone", "other"),
        "other": ("other", "jewellery", "vehicle", "equipment"),
    }
    return inner.category in kinds.get(outer.category, (outer.category,)) and (
        outer.category != "weapon" or outer.item.split()[-1] in ("weapon", "arms") or inner.category == "weapon"
    )


def containers(doc: Doc, groups: list[Group]) -> dict[int, Group]:
    """Parts within one sentence: for the first token of each part the group that it is a part of."""
    found: dict[int, Group] = {}
    holder: Group | None = None
    bracket = dash = False
    for n, group in enumerate(groups[1:], 1):
        gap = doc.low[groups[n - 1].j : group.i]
        if (gap[-1:] == ["among"] and gap[0] in ("were", "are", "was")) or gap[-2:] == ["among", "the"]:
            found.update({part.i: group for part in groups[:n] if holds(group, part)})  # "… were among the 112 items"
        opens = (
            (bool(set(gap) & INCLUDING) and "containing" not in gap)
            or _listed(gap)
            or gap == [":"]
            or ("(" in gap and ")" not in gap[gap.index("(") :])
        )
        if opens:
            holder = _holder(groups, n, group)
            bracket, dash = "(" in gap, bool(DASHES & set(gap))
        elif (
            (";" in gap and not bracket)
            or "plus" in gap
            or "along" in gap
            or (bracket and ")" in gap)
            or (dash and DASHES & set(gap))
            or "well" in gap
        ):
            holder = None
        if holder is not None and (
            (not holds(holder, group) and group.category not in ("other", "equipment")) or len(gap) > 8
        ):
            holder = None
        if holder is not None and holds(holder, group):
            found[group.i] = holder
    return found


def _listed(gap: list[str]) -> bool:
    words = [word for word in gap if word not in (",", "(", "–", "—", "-")]
    if len(words) > 2:
        words = words[-3:] if words[-3:][:2] == ["made", "up"] else words[-2:]
    return words[:2] in (
        ["among", "them"],
        ["amongst", "them"],
        ["of", "which"],
        ["among", "which"],
        ["of", "them"],
        ["made", "up"],
        ["of", "these"],
    ) or (words[:1] == ["among"] and "these" in words)


def _holder(groups: list[Group], n: int, part: Group) -> Group | None:
    """The nearest group before the n-th that can hold the part."""
    for group in reversed(groups[:n]):
        if holds(group, part) and group.kind != "money":
            return None if group.mark == "generic" and group.category == "other" and not group.amount else group
    return None
