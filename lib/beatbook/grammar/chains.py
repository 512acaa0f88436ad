"""Groups in a row: which stand in one list, and which are parts of another."""

from collections.abc import Iterable

from beatbook.grammar.cue import Cue
from beatbook.grammar.thing_group import QUOTES, Group
from beatbook.grammar.thing_words import AUXILIARIES, BREAKERS, PERSONS
from beatbook.language.document import Doc, Sentence

CHAIN_LINKS = frozenset(", and & with along plus including ; ( + : – — - • well comprising or then".split())
LADEN = frozenset("carrying ferrying transporting loaded laden packed stuffed conveying hauling towing".split())
COUNTED = frozenset("a number vague".split())
CLASSES = frozenset(
    "firearm gun weapon handgun vehicle device blade knife pistol rifle shotgun phone watch item".split()
)
PASSED_ON = frozenset("wrap tablet plant kg g tonne lb oz litre ml".split())  # "14 pounds of cannabis, one of cocaine"
SPECIFIC = {  # kinds that a class of CLASSES can be told by
    "handgun": ("pistol", "revolver", "firearm"), "pistol": ("firearm",), "rifle": ("firearm",),
    "shotgun": ("firearm",), "knife": (),
}
DASHES = frozenset("- – —".split())
TOOLS_AS_WEAPONS = frozenset("hammer screwdriver crowbar wrench spanner saw sledgehammer pickaxe".split())
HELD = {  # categories that one of another category can be a part of; without a row, only those of its own
    "weapon": ("firearm", "imitation_firearm", "blade", "weapon"),
    "firearm": ("firearm", "imitation_firearm"),
    "imitation_firearm": ("imitation_firearm", "firearm"),
    "equipment": ("equipment", "phone", "other"),
    "other": ("other", "jewellery", "vehicle", "equipment"),
}
INCLUDING = frozenset(
    "including include includes included comprising consisting comprised consisted namely incl inc containing "
    "such".split()
)
SEPARATORS = frozenset(", ; and plus &".split())
TOGETHER = (["together", "with"], ["along", "with"], ["well", "as"])
BRINGING = frozenset("resulting leading culminating resulted culminated".split())
RELATIVES = frozenset("which that who whose where".split())
PREPOSITIONS = frozenset("of from by to for with on in among other".split())
LEGAL_TURNS = frozenset("arrested charged sentenced convicted jailed pleaded guilty remanded bailed accused".split())
FULL_LISTS = frozenset("comprising consisting comprised comprises consisted namely".split())  # all of it follows


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
    if len(gap) > 16 or b.parts_of == "it" or (b.parts_of == "were" and gap == [";"]):
        return False
    if len(gap) > 2 and gap[-1] in QUOTES and gap[-2] == ",":
        gap.pop()  # 'stamped "Lights Out," 58 grams of …'
    if not gap:
        return True
    if not BRINGING.isdisjoint(gap):
        return False  # "intercepted two vehicles, resulting in the seizure of cocaine"
    if gap in (["containing"], ["w", "/"]):
        return True
    if _among_them(gap) and gap != ["were"]:
        return True
    if any(t in openings and doc.low[t] not in ("with",) for t in range(a.j, b.i)) and not set(gap) & {
        "including",
        "included",
        "include",
    }:
        return False
    if (gap[-1] == ";" or gap[-2:] == [";", "and"]) and not {"arrested", "charged", "sentenced"} & set(gap):
        return True
    if (
        any(
            word in PERSONS and gap[n - 1 : n] not in (["of"], ["among"]) and gap[n + 1 : n + 2] not in (["'s"], ["'"])
            for n, word in enumerate(gap)
        )
        and "from" not in gap
    ):
        return False
    if any(word in BREAKERS for word in gap):
        return _among_them(gap) or _relative(gap) or _laden(gap) or (b.det in COUNTED and _described(gap))
    return (
        gap[-1] in CHAIN_LINKS
        or gap[-1] in INCLUDING
        or gap[-1] in QUOTES
        or gap[-1] in ("as", "from", "them", "which", "of", "alongside", "believed")
        or "," in gap
        or ";" in gap
    )


def goes_on(doc: Doc, sentence: Sentence, before: Group, group: Group, last: Group, signs: list[Cue]) -> bool:
    """Whether a group is a later entry of the list in which ``before`` stands, with no new clause begun between.

    Args:
        last: the last group of the chain that begins with ``group``. signs: the sentence's cues.
    """
    gap = doc.low[before.j : group.i]
    if not gap or len(gap) > 24 or not LEGAL_TURNS.isdisjoint(gap):
        return False
    if gap[-1] == ":":
        return len(gap) <= 16 and PERSONS.isdisjoint(gap)
    counted = group.det in COUNTED or group.value is not None
    listed = counted and (gap[-1] in SEPARATORS or gap[-1] in INCLUDING or gap[-2:] in TOGETHER)
    if not (gap[-1] == ";" or gap[-2:] == [";", "and"] or listed):
        return False
    if any(not cue.good or cue.reach == "right" for cue in signs if before.j <= cue.i < group.i):
        return False
    after = doc.low[last.j] if last.j < sentence.j else "."
    if after in AUXILIARIES or after in ("who", "which"):
        return False
    described = False
    for n, word in enumerate(gap):
        described = described or word in RELATIVES
        if word in PERSONS and not described and gap[n - 1] not in PREPOSITIONS and gap[n + 1 : n + 2] != ["'s"]:
            return False
        owner = word == "'s" and gap[n - 1] in PERSONS  # "in other people's names"
        if word in AUXILIARIES and word not in ("be", "been") and not described and not owner:
            return False
    return True


def came_before(doc: Doc, group: Group, after: Group) -> bool:
    """Whether a group is an earlier entry of the list in which ``after`` stands, described but with no new clause."""
    gap = doc.low[group.j : after.i]
    if not 1 < len(gap) <= 12 or gap[-1] not in SEPARATORS or group.place or not gap[0].endswith("ed"):
        return False
    return all(words.isdisjoint(gap) for words in (PERSONS, LEGAL_TURNS, AUXILIARIES))


def _laden(gap: list[str]) -> bool:
    """ "a van that was carrying 118 kilos of bhang"."""
    return gap[0] in ("that", "which") and len(gap) < 8 and any(word in LADEN for word in gap[1:]) and gap[-1] != ","


def _described(gap: list[str]) -> bool:
    """ "three pistols that had been converted to fire, six …", "53 vehicles suspected to be involved, and five …"."""
    described = gap[0] in ("that", "which") or gap[0].endswith(("ed", "en")) or gap[0] in ("capable", "found", "made")
    ends = gap[-1] in (",", ";") or gap[-2:] in ([",", "and"], [",", "with"], [";", "and"])
    inner = gap[1:-1] if gap[-1] in (",", ";") else gap[1:-2]
    return described and ends and not {",", ";", "arrested", "charged", "sentenced", "who"} & set(inner)


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
    return inner.category in HELD.get(outer.category, (outer.category,)) and (
        outer.category != "weapon" or outer.item.split()[-1] in ("weapon", "arms") or inner.category == "weapon"
    )


def containers(doc: Doc, groups: list[Group]) -> dict[int, tuple[Group, str]]:
    """Parts within one sentence: for the first token of each part the group it is a part of, and how that is said.

    "including" ("12 guns, including …", "12 guns: nine pistols …"), "bracket" ("12 guns (…)") or "list" ("12 guns,
    namely …", "comprising": what follows is all of it).
    """
    found: dict[int, tuple[Group, str]] = {}
    holder: Group | None = None
    how, colon = "", False
    for n, group in enumerate(groups[1:], 1):
        gap = doc.low[groups[n - 1].j : group.i]
        if (gap[-1:] == ["among"] and gap[-2:-1] in (["were"], ["are"], ["was"])) or gap[-2:] == ["among", "the"]:
            found.update({part.i: (group, "including") for part in groups[:n] if holds(group, part)})
            if group.quantity is not None and group.parts_of == "the":
                group.parts_of = ""  # "were among the 1,126 firearms that …": told here
        opens = _opens(gap)
        if n == 1 and gap[-1:] == ["were"] and doc.low[groups[0].i - 1] in ("among", "amongst"):
            opens = "including"  # "Among 40 weapons seized were 23 knives"
        if not opens and gap in (["-"], ["–"], ["—"]) and (groups[n - 1].quantity or 0) > (group.quantity or 2):
            opens = "dash"
        if not opens and gap == [","] and _apposed(doc, groups, n):
            opens = "dash"
        if opens:
            holder, how, colon = _holder(groups, n, group), opens, ":" in gap
        elif (
            (";" in gap and how != "bracket" and not colon)
            or ("plus" in gap and not _completes(holder, groups[:n], group))
            or "along" in gap
            or "well" in gap
            or (how == "bracket" and ")" in gap)
            or (how == "dash" and DASHES & set(gap))
        ):
            holder = None
        if holder is not None and (
            (not holds(holder, group) and group.category not in ("other", "equipment")) or (len(gap) > 8 and not opens)
        ):
            holder = None
        if holder is not None and holds(holder, group):
            found[group.i] = (holder, "including" if how == "dash" else how)
            bare = group.kind == "drug" and group.unit == "item" and (group.h - 2) in doc.value_at
            if bare and holder.unit in PASSED_ON:
                group.unit = holder.unit  # "54 wraps of drugs: 30 of heroin"
                group.lead = holder.i if holder.lead is None else holder.lead
    return found


def _completes(holder: Group | None, before: list[Group], group: Group) -> bool:
    """Whether a last entry brings a list to the number of its holder: "31 guns: 26 pistols plus five rifles"."""
    if holder is None or not holder.quantity or not group.quantity:
        return False
    counted = sum(other.quantity or 0 for other in before[before.index(holder) + 1 :])
    return counted + group.quantity == holder.quantity


def head_of(group: Group) -> str:
    """The last word of a group's name."""
    return group.item.split()[-1] if group.item else ""


def _apposed(doc: Doc, groups: list[Group], n: int) -> bool:
    """ "two handguns, a Glock 22 and a Springfield XD": what follows the comma adds up to the number before it."""
    whole, added = groups[n - 1], 0.0
    if whole.det != "number" or whole.unit != "item":
        return False
    broad = head_of(whole) in CLASSES
    specific = head_of(whole) if head_of(whole) in SPECIFIC else ""  # "two handguns, a shotgun and a rifle" are four
    for m in range(n, len(groups)):
        gap = doc.low[groups[m - 1].j : groups[m].i]
        part = groups[m]
        named = (broad and (not specific or head_of(part) in SPECIFIC[specific])) or part.mark == "make"
        if not named or part.unit != "item" or not part.quantity or not holds(whole, part) or part.item == whole.item:
            return False
        if m > n and gap not in ([","], ["and"], [",", "and"]):
            return False
        added += part.quantity
        if added >= (whole.quantity or 0) or gap[-1:] == ["and"]:
            return added == whole.quantity and m > n
    return False


def _opens(gap: list[str]) -> str:
    """How a gap between two groups opens a breakdown of the first: "including", "bracket", "list", or ""."""
    if set(gap) & FULL_LISTS:
        return "list" if len(gap) <= 8 else ""
    if gap and gap[-1] == ":":
        return "including" if len(gap) <= 16 else ""
    if "(" in gap and ")" not in gap[gap.index("(") :]:
        return "bracket"
    if _listed(gap):
        return "" if len(gap) > 8 else "made up" if "made" in gap else "including"
    if "containing" not in gap and any(word in INCLUDING for word in gap[-5:]):
        return "including" if len(gap) <= 16 and (len(gap) <= 8 or PERSONS.isdisjoint(gap)) else ""
    return ""


def _listed(gap: list[str]) -> bool:
    words = [word for word in gap if word not in (",", "(", "–", "—", "-")]
    if words[-1:] in (["were"], ["was"]):
        words = words[:-1]
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
