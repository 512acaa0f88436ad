"""Which things may be the same, or one among others: "firearms" and "a revolver", "drugs" and "2kg of heroin"."""

import re
from functools import lru_cache

from beatbook.grammar.thing_group import Group
from beatbook.grammar.thing_words import words
from beatbook.lexicons import singular

# words that name a whole category, so that any thing of it may be meant
GENERIC = {
    "firearm": frozenset("firearm gun weapon long handgun".split()),
    "imitation_firearm": frozenset("weapon firearm gun".split()),
    "weapon": frozenset("weapon arms".split()),
    "blade": frozenset("blade knife weapon article item".split()),
    "ammunition": frozenset("ammunition ammo amunition round bullet".split()),
    "vehicle": frozenset(["vehicle"]),
    "phone": frozenset("phone mobile device handset".split()),
    "jewellery": frozenset("jewellery jewelry watch".split()),
    "drug": frozenset(["drugs"]),
    "cash": frozenset(["cash"]),
    "tobacco": frozenset("tobacco product".split()),
    "alcohol": frozenset(["alcohol"]),
    "counterfeit": frozenset("item good goods product counterfeit merchandise".split()),
    "other": frozenset("item good animal".split()),
    "equipment": frozenset(["equipment"]),
    "stolen_property": frozenset("property good item goods merchandise".split()),
}
PLAIN = frozenset(
    "illegal illicit offensive bladed stolen other long suspected mobile cell unlicensed prohibited "
    "dangerous lethal counterfeit live".split()
)
HANDGUNS = frozenset("pistol revolver handgun".split())
BRANDED = words("branded")
ARMS = frozenset("firearm imitation_firearm blade weapon".split())
GRAMS = {"kg": 1000.0, "g": 1.0, "tonne": 1_000_000.0, "lb": 453.592, "oz": 28.3495}


@lru_cache(4000)
def stems(item: str) -> frozenset[str]:
    """The words of an item, singular."""
    return frozenset(singular(word) for word in re.findall(r"[\w.'-]+", item.lower())) - {"of", "a", "and"}


def same_item(a: str, b: str) -> bool:
    """Whether one name's words contain the other's."""
    x, y = stems(a), stems(b)
    return bool(x and y) and (x <= y or y <= x)


def head(item: str) -> str:
    """The last word of the name, singular."""
    words = item.lower().split()
    return singular(words[-1]) if words else ""


def fake_goods(groups: list[Group]) -> None:
    """Where a release counts fakes and no drugs, its watches and bags are the fakes told singly."""
    if any(group.category == "drug" for group in groups):
        return
    if any(group.category == "counterfeit" and group.amount and head(group.item) in BRANDED for group in groups):
        for group in groups:
            if group.category in ("jewellery", "other") and head(group.item) in BRANDED:
                group.category = "counterfeit"


def grams(group: Group) -> float | None:
    """The weight in grams, None where the amount is no weight."""
    return group.quantity * GRAMS[group.unit] if group.quantity is not None and group.unit in GRAMS else None


def generic(group: Group) -> bool:
    """Whether the group names no more than its category."""
    if group.category == "drug":
        return group.mark == "generic"
    if group.kind in ("cash", "money"):
        return True
    return head(group.item) in GENERIC.get(group.category, ()) and len(group.item.split()) <= 2


def related(a: Group, b: Group) -> bool:
    """Whether both may tell of one thing: the same item, or one the generic word for the other's kind."""
    if a.category != b.category:
        if {a.category, b.category} <= ARMS:
            weapon = a if a.item.endswith(("weapon", "arms")) else b if b.item.endswith(("weapon", "arms")) else None
            return weapon is not None
        return False
    if a.kind in ("cash", "money") and b.kind in ("cash", "money"):
        return same_item(a.item, b.item) or "cash" in (a.item, b.item)
    if a.category == "drug":
        if generic(a) or generic(b):
            return _classes(a, b)
        return a.item.lower() == b.item.lower()
    if same_item(a.item, b.item):
        return True
    if head(a.item) == head(b.item) and not (len(a.item.split()) > 1 and len(b.item.split()) > 1):
        return True
    words = GENERIC.get(a.category, frozenset())
    if _plain(a, words) or _plain(b, words):
        return (head(a.item) != "handgun" and head(b.item) != "handgun") or {head(a.item), head(b.item)} & (
            HANDGUNS | {"firearm", "gun", "weapon"}
        ) != {"handgun"}
    return (a.category == "vehicle" and head(a.item) == "car" and b.mark == "make") or (
        a.mark == "make" and head(b.item) == "car"
    )


def _plain(group: Group, words: frozenset[str]) -> bool:
    """Whether the name is only the generic word, or says what any kind may be: "illegal gun", "bladed weapon"."""
    return head(group.item) in words and set(group.item.split()[:-1]) <= PLAIN


def _classes(a: Group, b: Group) -> bool:
    if "class" in a.item and "class" in b.item:
        return a.item == b.item
    for one, other in ((a, b), (b, a)):
        if "class" in one.item and other.drug_class and other.item != "drugs":
            return one.drug_class == other.drug_class
    return True


def covers(whole: Group, part: Group) -> bool:
    """Whether a group's kind takes in another's: weapons take in knives, drugs heroin, firearms pistols."""
    if whole.category == part.category == "drug":
        return whole.item == part.item or (
            generic(whole)
            and (not generic(part) or ("class" in part.item and whole.item == "drugs"))
            and _classes(whole, part)
        )
    if whole.mark == "generic" and whole.category == "other" and whole.value is not None:
        return True  # "€300,000 worth of contraband"
    if whole.kind in ("cash", "money") and part.kind in ("cash", "money"):
        return True
    if whole.category in ("weapon", "firearm") and whole.category != part.category:
        return part.category in ARMS and (
            whole.item.endswith(("weapon", "arms"))
            or (
                whole.category == "firearm"
                and part.category == "imitation_firearm"
                and head(whole.item) in ("firearm", "gun")
            )
        )
    if whole.category != part.category:
        return False
    if head(whole.item) == "handgun":
        return (
            bool(stems(part.item) & HANDGUNS)
            or part.mark == "make"
            or (part.calibre is not None and head(part.item) not in ("rifle", "shotgun"))
        )
    return (same_item(whole.item, part.item) and len(stems(whole.item)) <= len(stems(part.item))) or head(
        whole.item
    ) in GENERIC.get(whole.category, ())
