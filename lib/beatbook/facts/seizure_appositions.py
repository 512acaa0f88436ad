"""Things that a sentence names twice: "a second pistol, a Taurus G2C, was …", "a firearm (sawn-off shotgun)"."""

from itertools import pairwise

from beatbook.grammar.thing_group import CONTRABAND, QUOTES, Group
from beatbook.language.document import Doc


def apposed(doc: Doc, found: list[Group], governed: dict[int, tuple[str, str]]) -> list[Group]:
    """The groups without those that only name the one before again; what governed these governs them no more."""
    for a, b in pairwise(found):  # "a pen gun, a small weapon that …"
        if (
            a.det == b.det == "a"
            and b.item.split()[-1] in ("weapon", "firearm", "gun", "drug")
            and a.category in CONTRABAND
            and (
                doc.low[a.j : b.i] == [","]
                and doc.low[b.j : b.j + 1] in (["that"], ["which"], ["capable"], ["designed"])
            )
        ):
            governed.pop(b.i, None)
        elif (
            a.det == b.det == "a"
            and b.mark == "make"
            and a.category == b.category
            and doc.low[a.j : b.i] == [","]
            and (doc.low[b.j : b.j + 1] == [","])
        ):
            governed.pop(b.i, None)  # "a second pistol, a Taurus G2C, was …"
        elif a.parts_of == "of the" and a.quantity == 1 and b.det == "a" and doc.low[a.j : b.i] == [","] and (
            a.category == b.category
        ):
            governed.pop(a.i, None)  # "One of the knives, a ‘Rambo’ blade, was …"
            b.parts_of = "of the"
        elif a.kind == b.kind == "drug" and b.det == "a" and "class" in b.item and doc.low[a.j : b.i] == [","]:
            governed.pop(b.i, None)  # "methamphetamine, a Class A drug"
        elif a.mark == "make" and a.category == b.category and doc.low[a.j : a.j + 2] == [",", "model"]:
            governed.pop(b.i, None)  # "a Glock, Model 26, 9mm handgun"
            a.item, a.calibre, a.j = f"{a.item} {b.item}", a.calibre or b.calibre, b.j
    for a, b in pairwise(tuple(found)):  # "a firearm (sawn-off shotgun)"
        named = a.det == "a" and b.det == "bare" and a.category == b.category in ("firearm", "blade", "vehicle")
        if named and not b.plural and doc.low[a.j : b.i] == ["("] and doc.low[b.j : b.j + 1] == [")"]:
            a.item, a.calibre, a.mark, a.j = b.item, a.calibre or b.calibre, b.mark, b.j
            found = [group for group in found if group is not b]
    for a, b in pairwise(found):  # "methamphetamine (“ice”)": another name of the same
        bracketed = doc.low[a.j : b.i][:1] == ["("] and set(doc.low[a.j + 1 : b.i]) <= QUOTES
        closed = ")" in doc.low[b.j : b.j + 2]
        if bracketed and closed and a.kind == b.kind == "drug" and b.det == "bare" and a.amount:
            found = [group for group in found if group is not b]
    return found
