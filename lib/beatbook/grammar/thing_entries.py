"""Groups outside running text or without a head: table entries, guns by calibre, bare weights and money."""

from dataclasses import replace

from beatbook.grammar.amounts import pieces
from beatbook.grammar.amounts_behind import weigh
from beatbook.grammar.thing_group import QUOTES, Group, calibre_text, lexicon, touching
from beatbook.grammar.thing_words import BREAKERS, DONE_OTHERWISE, LEGAL_WORDS, LOCATIVES, PERSONS, STOP
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

COUNTABLE = frozenset("firearm imitation_firearm firearm_part blade vehicle phone equipment weapon".split())
ROUNDS = frozenset(("round", "rounds"))
SUMS = frozenset("total sum amount stash bundle pile wad hoard roll quantity balance".split())
MASSES = frozenset(
    "weaponry arms cutlery paraphernalia equipment machinery material gear spray software apparatus foil film tape "
    "wire fertiliser fertilizer ammonia acid gas glassware hardware cutter croppers scales".split()
)
SEPARATORS = frozenset(": - – — = | x ×".split())
LABEL_MARKS = ([":"], ["-"], ["–"], ["—"], ["="], ["|"], ["("])
IN_ALL = (["all", "told"], ["in", "all"], ["in", "total"], ["altogether", "."])
CLOSING = frozenset(". , ; ) - – — |".split())
MASS = frozenset("kg g lb oz tonne".split())
OF_IT = frozenset("it they these this weight total together combined collectively their its altogether".split())
PACKS = frozenset("packages bundles bricks blocks bales parcels bags packets boxes contents slabs pellets".split())
WEIGHED = frozenset("weighed weighs weight weighing".split())
SEIZED_WORDS = frozenset(
    "seized recovered found taken confiscated impounded surrendered removed located handed in destroyed "
    "uprooted".split()
)


def tabulated(doc: Doc, sentence: Sentence, found: list[Group]) -> list[Group]:
    """Entries of tables: "Firearms: 6", "Ammunition: 112 rounds", "Mandrax – 450 tablets"."""
    kept: list[Group] = []
    for group in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and not last.amount
            and last.det == "bare"
            and group.det == "number"
            and (
                [word for word in doc.low[last.j : group.i] if word not in QUOTES] in LABEL_MARKS
                or (doc.low[last.j : group.i] == [","] and group.mark in ("pill", "plant") and last.kind == "drug")
                or (sentence.kind == "row" and last.j == group.i and group.category == "ammunition")
            )
        ):
            if group.mark in ("pill", "plant") and last.kind == "drug":
                last.quantity, last.maximum, last.modifier, last.unit, last.j = (
                    group.quantity,
                    group.maximum,
                    group.modifier,
                    group.unit,
                    group.j,
                )
                continue
            if last.category == group.category and last.kind == group.kind == "thing" and doc.low[last.j] != "(":
                kept.pop()
        kept.append(group)
    shared = False
    for n, group in enumerate(kept):
        if not shared and entry(doc, group, sentence):
            shared = _shares_entry(doc, kept, n, sentence)
            if shared:
                continue
            weigh(doc, group, sentence.j)  # "cocaine – 41 bricks that weighed in at 90 pounds"
        elif sentence.kind == "item" and _single(doc, group, sentence):
            group.quantity, group.unit, group.det = 1, "item", "a"
    return [one for n, one in enumerate(kept) if not n or one.j > kept[n - 1].j]  # "Cannabis … 82 plants" is one


def _shares_entry(doc: Doc, kept: list[Group], n: int, sentence: Sentence) -> bool:
    """Whether "Heroin and crack: 1,340 wraps" gives the first drug the figure of all of them, its whole line read."""
    group, end = kept[n], kept[n].j
    last, m = group, n + 1
    while m < len(kept) and kept[m].kind == group.kind == "drug" and not kept[m].amount and (
        kept[m].det == "bare" and doc.low[last.k : kept[m].h] in (["and"], ["&"], [","], ["/"])
    ):
        last, m = kept[m], m + 1
    if last is group or group.i != sentence.i or last.k > end:
        return False
    group.j, last.j = group.k, end
    return True


def _single(doc: Doc, group: Group, sentence: Sentence) -> bool:
    """Whether a list's bare singular means one: "handgun, prohibited" or "pump-action shotgun" as an entry."""
    if group.det != "bare" or group.amount or group.plural or group.kind != "thing" or sentence.intro is None:
        return False
    starts = group.i == sentence.i or doc.low[group.i - 1] in (",", "and", ";", "&")
    head = group.item.split()[-1]
    return starts and group.category in COUNTABLE and head not in MASSES and not head.endswith("ing")


def entry(doc: Doc, group: Group, sentence: Sentence) -> bool:
    """Gives a bare head the figure that stands behind it: "Knives recovered: 112", "Cocaine – €1.2m"."""
    if group.amount or group.det != "bare":
        return False
    low, t = doc.low, group.j
    t += t + 1 < sentence.j and low[t] in QUOTES and group.h > sentence.i and low[group.h - 1] in QUOTES
    if low[t : t + 1] == ["("] and ")" in low[t : t + 4]:
        t = low.index(")", t) + 1
    if group.h == sentence.i or group.i == sentence.i:
        t = _leader(low, t, sentence.j)
    parted = t > group.j
    while t < sentence.j and (
        low[t] in SEIZED_WORDS or low[t] in SEPARATORS or (low[t] == "," and t > group.j and low[t - 1] in SEIZED_WORDS)
    ):
        parted = parted or low[t] in SEPARATORS or low[t] == ","
        t += 1
    if sentence.kind == "row" and group.i == sentence.i:
        while t < min(sentence.j, group.j + 7) and t not in doc.value_at:
            t += 1  # "Knives found on searches | 58"
    value = doc.value_at.get(t) if t < sentence.j else None
    tabular = parted or sentence.kind in ("row", "item")
    if value is None or not (
        tabular or value.kind == "money" or (value.j == sentence.j and sentence.j - sentence.i <= 5)
    ):
        return False
    if group.mark == "generic" and group.category == "other" and value.j < sentence.j and low[value.j] not in CLOSING:
        return False  # "Items seized: two (2) rifles, …"
    start, known = group.i, group.j
    while value is not None and _cell(doc, group, sentence, value, tabular):
        t = value.j
        packing = lexicon().at(low, t, sentence.j) if t < sentence.j else None
        if packing is not None and packing.row["unit"] and value.kind == "number":
            group.unit = packing.row["unit"] if group.kind == "drug" else "item"
            t = packing.j
        group.i, group.j = start, t
        while t < sentence.j and low[t] in SEPARATORS:
            t += 1
        value = doc.value_at.get(t) if sentence.kind == "row" else None
    if group.category == "ammunition" and group.quantity is not None:
        group.unit = "round"
        if group.item == "ammunition" and not ROUNDS.isdisjoint(low[group.i : group.j]):
            group.item = "round"  # "Ammunition | 640 rounds"
    return group.j > known


def _leader(low: list[str], t: int, end: int) -> int:
    """Where the dots after a row's label end ("Watches (Omega) ........ 23"); t itself where there are none."""
    for s in range(t, min(end - 1, t + 10)):  # "Knives out of surrender bins: 1,049"
        if low[s] in PERSONS or low[s] in BREAKERS or low[s] in SEPARATORS or low[s] in DONE_OTHERWISE:
            if low[s] == ":" and s > t:
                return s
            break
    for s in range(t, min(end - 2, t + 16)):
        if low[s] in ("stopped", "searched", "checked", "inspected", "ticketed", "issued"):
            return t
        if low[s] == low[s + 1] == low[s + 2] == ".":
            while s < end and low[s] == ".":
                s += 1
            return s
    return t


def _cell(doc: Doc, group: Group, sentence: Sentence, value: Value, tabular: bool) -> bool:
    """Takes one figure of an entry, unless it is no amount of the thing or the line goes on about something else."""
    low = doc.low
    after = low[value.j] if value.j < sentence.j else ""
    packing = lexicon().at(low, value.j, sentence.j) if after and tabular else None
    counted = packing is not None and bool(packing.row["unit"])
    if value.kind not in ("number", "money", "measure") or (value.kind == "measure" and not tabular):
        return False
    if after and after not in (",", ";", ".", "|", "(", "and") and not counted and sentence.kind != "row":
        return False
    if value.kind == "money" and (group.value is not None or (not tabular and after)):
        return False
    if value.kind != "money" and (group.quantity is not None or group.kind == "cash"):
        return False
    pieces(group, value)
    return True


def calibred(doc: Doc, sentence: Sentence, found: list[Group]) -> list[Group]:
    """Guns named by a make that no lexicon has, or by nothing but their calibre: "a “Glok” 9mm", "a loaded 9mm"."""
    guns = []
    taken = {t for group in found for t in range(group.i, group.j)}
    for value in sentence.values:
        if value.kind != "calibre" or touching(doc, value.i) or value.i in taken:
            continue
        names: list[str] = []
        t = value.i - 1
        while (
            t >= sentence.i
            and (
                doc.raw[t][0].isupper()
                or doc.low[t] in QUOTES
                or doc.low[t] in LEGAL_WORDS
                or doc.low[t].endswith(("-down", "-off", "-automatic", "-barrelled"))
            )
            and value.i - t < 6
        ):
            if doc.raw[t][0].isupper():
                names.insert(0, doc.low[t])
            t -= 1
        number = doc.value_at.get(t) if t >= sentence.i else None
        if t < sentence.i:
            continue
        if doc.low[t] in ("a", "an", "another") or (number is not None and number.kind == "number"):
            gun = Group(
                t,
                value.j,
                value.i,
                value.j,
                "thing",
                "firearm",
                " ".join(names) or "firearm",
                "make",
                1,
                unit="item",
                calibre=calibre_text(doc, value),
                det="a",
            )
            if number is not None:
                pieces(gun, number)
            guns.append(gun)
    return guns


def _told_behind(low: list[str], j: int) -> bool:
    """Whether what follows a bare weight tells where it lay or what it is worth."""
    after = low[j : j + 2]
    return after[:1] in (["in"], ["at"], ["from"]) or after in ([",", "worth"], [",", "valued"], [",", "with"])


def weights(doc: Doc, sentence: Sentence, found: list[Group]) -> list[Group]:
    """Weights of a drug named before: "a further 3.2kg was located", "bringing the total to 31.2kg"."""
    low, bare = doc.low, []
    taken = {t for group in found for t in range(group.i, group.j)}
    for value in sentence.values:
        if value.kind != "measure" or value.unit not in MASS:
            continue
        packs = _packs_weighed(doc, sentence, value, found)
        if (value.at in taken and not packs) or _weight_of(doc, value, found):
            continue
        before = low[max(sentence.i, value.i - 5) : value.i]
        summed = before[-1:] == ["or"] and low[value.j : value.j + 2] in IN_ALL and bool(found)  # "or 19 lbs all told"
        if not summed and (
            low[value.j : value.j + 1] in (["of"], ["("], [")"], ["per"], ["each"])
            or (value.j < sentence.j and low[value.j] not in STOP)
        ):
            continue
        heavy = bool({"weighing", "weighed", "totalled", "totalling"} & set(before)) and bool(
            {"haul", "seizure", "consignment", "load", "drugs"} & set(low[sentence.i : value.i])
        )
        form = low[value.j : value.j + 1] == ["in"] and "form" in low[value.j : value.j + 4]  # "26 kg in liquid form"
        more = (
            heavy
            or form
            or before[-1:] in (["further"], ["another"], ["additional"])
            or (before[-1:] == ["a"] and "further" in before)
        )
        alone = packs or (
            low[sentence.i] in OF_IT
            and not WEIGHED.isdisjoint(low[sentence.i : value.i])
            and not any(group.i < value.i for group in found)
        )
        again = before[-1:] == ["and"] and value.i - 2 not in doc.value_at and _told_behind(low, value.j)
        last = next((one for one in reversed(found) if one.kind == "drug" and one.j < value.i), None) if again else None
        if last is not None and last.unit in MASS:
            group = replace(last, i=value.i, j=value.j, h=value.at, k=value.j, det="number", further=True, place=False)
            group.value = group.value_max = group.currency = None
            pieces(group, value)  # "1.8kg of cocaine was found in one vehicle and 2.4kg in another"
            bare.append(group)
            continue
        total = ("total" in before and "bringing" in low[sentence.i : value.i]) or before[-1:] == ["totalling"]
        total = total or summed
        if more or total or alone:
            group = Group(
                value.i - 1 if more and not heavy else value.i,
                value.j,
                value.at,
                value.j,
                "drug",
                "drug",
                "drugs",
                "generic",
                det="number",
                parts_of="" if summed else "the",
                further=more and not heavy,
                combined=total,
            )
            pieces(group, value)
            bare.append(group)
    return bare


def _weight_of(doc: Doc, value: Value, found: list[Group]) -> bool:
    """Gives a drug the weight behind its verb: "The total weight of the cocaine seized was 53.4 pounds"."""
    drug = next((group for group in reversed(found) if group.j < value.i), None)
    if drug is None or drug.kind != "drug" or drug.amount or doc.low[drug.i - 2 : drug.i] != ["weight", "of"]:
        return False
    if doc.low[value.i - 1] not in ("was", "is", "be", "to", "at") or value.i - drug.j > 5:
        return False
    start = drug.i
    pieces(drug, value)
    drug.i, drug.j, drug.place, drug.parts_of = start, value.j, False, "the" if doc.low[start] == "the" else ""
    return True


def _packs_weighed(doc: Doc, sentence: Sentence, value: Value, found: list[Group]) -> bool:
    """Whether a weight is that of packages told before: "The 23 bundles weighed 58 pounds"."""
    low, i = doc.low, sentence.i
    if low[i] not in ("the", "these", "those") or WEIGHED.isdisjoint(low[i : value.i]):
        return False
    named = next((t for t in range(i + 1, min(i + 4, value.i)) if low[t] in PACKS), None)
    inside = [group for group in found if group.i < value.i]
    if named is None or any(group.kind == "drug" or group.h != named for group in inside):
        return False
    for group in inside:
        found.remove(group)
    return True


def moneys(doc: Doc, sentence: Sentence, found: list[Group]) -> list[Group]:
    """Amounts of money that no group took and no word of value, duty or punishment claims: they may be cash."""
    bare = []
    taken = {t for group in found for t in range(group.i, group.j)}
    for value in sentence.values:
        if value.kind == "money" and value.at not in taken:
            group = Group(value.i, value.j, value.at, value.j, "money", "cash", "cash", det="number")
            pieces(group, value)
            group.further = value.i > sentence.i and doc.low[value.i - 1] in ("another", "further", "additional")
            if value.i > sentence.i and doc.low[value.i - 1] in LOCATIVES:
                summed = doc.low[value.i - 1] == "of" and doc.low[value.i - 2] in SUMS
                group.place, group.combined = not summed, doc.low[value.i - 2] == "total"
            bare.append(group)
    return bare
