"""What seized things are worth: which money is cash, which values a thing, which neither."""

from itertools import pairwise

from beatbook.facts.seizure_candidates import Scene, Valuation
from beatbook.facts.seizure_cash import duty, haul_of_money, in_accounts, in_currencies, no_cash, of_cash, sum_told
from beatbook.grammar.amounts import value_cue, worth
from beatbook.grammar.chains import PASSED_ON
from beatbook.grammar.cue import Cue
from beatbook.grammar.doers import BE
from beatbook.grammar.thing_group import Group
from beatbook.grammar.thing_words import VALUE_WORDS
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

SHAMMED = frozenset("jewellery other equipment tobacco alcohol stolen_property document".split())
LISTED = ([","], ["and"], [",", "and"])
SINGLE = frozenset("vehicle firearm imitation_firearm blade".split())
LISTING = frozenset("including include included includes comprising namely".split())
BRANDING = frozenset("branded labelled labeled marked stamped marketed brand brands".split())
PRICED = frozenset("wholesale retail street streets".split())  # "worth £20,000 wholesale and £50,000 on the street"
ASIDES = frozenset("– — - (".split())
CLOSING = frozenset("– — - )".split())
HAULS = frozenset(
    "it they these this those that them haul seizure total lot batch consignment shipment load goods items all".split()
)
JOINED = (["and"], [","], [",", "and"], ["and", "another"], [",", "another"], ["and", "a", "further"])
COMBINED = frozenset("combined total collectively together altogether collective aggregate overall".split())
FINITE = frozenset("is are was were has have had be been total totalled totaled come comes came".split())
IN_ALL = (["in", "total"], ["in", "all"], ["all", "told"], ["between", "them"], ["all", "together"])


def values(doc: Doc, scene: Scene, sentence: Sentence, found: list[Group], signs: list[Cue]) -> list[Group]:
    """Gives money its thing: "worth £60,000". Money that values what an earlier sentence named becomes a Valuation."""
    kept: list[Group] = []
    summed = False
    for group in found:
        if kept and _brand(doc, kept[-1], group):
            kept[-1].j = max(kept[-1].j, group.k)  # "cigarettes, branded ‘Marlboro’, with a retail value of …"
            continue
        if group.kind == "cash":
            if in_currencies(doc, kept, group):
                continue
            if sum_told(doc, scene, group):
                summed = True
                continue
        if kept and group.kind in ("cash", "money") and _in_words(doc, kept[-1], group):
            continue
        value = doc.value_at.get(group.h) if group.kind == "money" else None
        if value is None:
            kept.append(group)
            continue
        if of_cash(doc, kept, value):
            continue
        cue = value_cue(doc, value, sentence.i)
        if duty(doc, sentence, value) or doc.low[value.i - 2 : value.i] == ["the", "other"]:
            continue
        if cue is None and _priced_behind(doc, sentence, scene, kept, group, value):
            continue
        if cue is None:
            priced = not PRICED.isdisjoint(doc.low[value.j : min(value.j + 3, sentence.j)])
            if not priced and not no_cash(doc, value.i, sentence):
                if not in_accounts(doc, sentence, kept, group):
                    haul_of_money(doc, group, sentence)
                group.parts_of = "sum" if summed else group.parts_of
                kept.append(group)
            continue
        _give(doc, scene, sentence, kept, group, value, cue, signs)
    return kept


def _in_words(doc: Doc, money: Group, group: Group) -> bool:
    """Whether a sum only says the one before it again: "₦2,400,000 (Two Million, Four Hundred Thousand Naira)"."""
    if money.kind not in ("cash", "money") or money.value is None or group.currency != money.currency:
        return False
    gap = doc.low[money.j : group.i]
    if gap[:1] != ["("] or ")" in gap or len(gap) > 6:
        return False
    if any(word[0].isdigit() for word in doc.low[group.i : group.j]):
        money.value, money.value_max, money.j = group.value, group.value_max, group.j  # the figures are the surer
    return True


def _behind_an_aside(doc: Doc, things: list[Group], cue: int) -> bool:
    """Whether a value is of what an aside lists: "The drugs – 4kg of cocaine and 2kg of ketamine – are valued at"."""
    if len(things) < 3 or doc.low[things[-1].j] not in CLOSING or cue - things[-1].j > 3:
        return False
    known = next((n for n, one in enumerate(things) if one.det == "the" and one.mark == "generic"), None)
    if known is None or known > len(things) - 3:
        return False
    return not ASIDES.isdisjoint(doc.low[things[known].j : things[known + 1].i])


def _single(things: list[Group]) -> bool:
    """Whether one weighed drug is all that a sum can be of: "In all, the cocaine weighed 40 kilograms and is worth"."""
    return len(things) == 1 and things[0].kind == "drug" and things[0].mark != "generic" and things[0].det == "number"


def _in_all(doc: Doc, sentence: Sentence, value: Value, cue: int) -> bool:
    """Whether a value is said to be of all: "… worth $210,000 in total", "Altogether, the drugs are worth …"."""
    behind = doc.low[value.j : min(value.j + 2, sentence.j)]
    if behind in IN_ALL or behind[:1] in (["altogether"], ["combined"], ["collectively"]) or (
        behind[:1] == ["together"] and behind[1:] != ["with"]
    ):
        return True
    if FINITE.isdisjoint(doc.low[max(sentence.i, cue - 3) : cue + 1]):
        return False  # "In total, officers seized a knife and a watch worth £8,000"
    first = doc.low[sentence.i : min(sentence.i + 3, cue)]
    return first[:1] in (["altogether"], ["collectively"], ["combined"], ["together"], ["overall"]) or (
        first[:2] in IN_ALL or first == ["taken", "together", ","]
    )


def _priced_behind(
    doc: Doc, sentence: Sentence, scene: Scene, kept: list[Group], group: Group, value: Value
) -> bool:
    """Takes money that no word before it makes a value: "318 plants, up to £267,000 worth", "(143 plants; £60,000)",
    "The crystal was put at $27.5 million and the cocaine at $650,000".
    """
    low, thing = doc.low, kept[-1] if kept and kept[-1].kind not in ("money", "cash") else None
    if thing is None:
        return False
    gap = low[thing.j : value.i]
    worth_behind = low[value.j : value.j + 1] == ["worth"] and low[value.j + 1 : value.j + 2] not in (["of"], ["in"])
    bracketed = gap in ([";"], [","], ["/"]) and low[value.j : value.j + 1] == [")"]
    bracketed = bracketed and "(" in low[max(sentence.i, thing.i - 1) : value.i]
    closed = value.j >= sentence.j or low[value.j] in (")", ";", ".")
    tagged = gap in (["–"], ["—"], ["-"], ["("]) and thing.quantity is not None and closed  # "60 tablets – €120"
    if (worth_behind and len(gap) <= 2) or (bracketed and thing.amount) or tagged:
        if thing.value is None:
            thing.j = value.j + worth_behind
            worth(thing, value)
        return True
    told = scene.valuations[-1] if scene.valuations else None
    if gap in (["at"], []) and thing.det == "the" and told is not None and told.sentence == sentence.index:
        scene.valuations.append(Valuation(thing, group, sentence.index, False, doc.span(thing.i, value.j)))
        kept.remove(thing)
        return True
    return False


def _price_tag(doc: Doc, thing: Group) -> bool:
    """Whether money before a thing is the price of one: "£40 bags"."""
    before = doc.value_at.get(thing.h - 1) if thing.kind == "thing" and thing.plural else None
    return before is not None and before.kind == "money" and before.j == thing.h


def _lot(doc: Doc, things: list[Group], cue: int, combined: bool) -> Group | None:
    """ "a batch of goods, including shoes and bags, with a value of $2m": it values the lot, not its last part."""
    comma = "," in doc.low[cue - 1 : cue + 1]  # "1,200 counterfeit items, including trainers, with a value of £9,000"
    if doc.low[cue + (doc.low[cue] == ",")] != "with" and not combined:
        return None
    for n, thing in enumerate(things[:-1]):
        several = n + 2 < len(things)
        generic = thing.mark == "generic" or thing.item.split()[-1] in ("item", "good", "goods", "product")
        lot = generic and several and (comma or (thing.category != "drug" and thing.quantity is None))
        if thing.value is None and (lot or combined):
            after = doc.low[thing.j : thing.j + 4]
            return thing if not LISTING.isdisjoint(after) or {"among", "them"} <= set(after) else None
    return None


def _pair(doc: Doc, a: Group, b: Group) -> bool:
    """ "The tobacco and vapes": two things told before."""
    known = a.det == "the" and b.det in ("bare", "the") and not b.amount and a.category == b.category
    return known and doc.low[a.j : b.i] == ["and"]


def _brand(doc: Doc, thing: Group, group: Group) -> bool:
    """Whether a group only says of what make the thing before it is: ", branded ‘Marlboro’", "of the brand Kent"."""
    if group.det != "bare" or group.amount or thing.category != group.category or group.kind == "money":
        return False
    return not BRANDING.isdisjoint(doc.low[thing.j : group.k]) and doc.raw[group.k - 1][0].isupper()


def _another(gap: list[str]) -> bool:
    """Whether another thing stands between a thing and a value: "and a house", ", dyed notes"."""
    return len(gap) > 1 and gap[0] in (",", "and") and (gap[1] in ("a", "an") or (len(gap) <= 3 and gap[-1][-1] == "s"))


def _of_both(doc: Doc, kept: list[Group], thing: Group, cue: int) -> bool:
    """Whether a clause values two things at once: "cigarettes and 85 kilos of tobacco, which are worth £4,000"."""
    before = next((other for other in reversed(kept) if other.j < thing.i), None)
    return (
        before is not None
        and before.category == thing.category
        and doc.low[before.j : thing.i] == ["and"]
        and doc.low[cue - 1 : cue] != [","]
        and "which" in doc.low[thing.h : cue]
    )


def _participle(doc: Doc, thing: Group, at: int, cue: int) -> bool:
    """Whether a verb of seizing at token ``at`` only describes what is valued: "The drugs seized are worth £2,000"."""
    return at == thing.j and not BE.isdisjoint(doc.low[at:cue])


def _one_article(a: Group, b: Group) -> bool:
    """Whether the article of a thing counts the singular joined to it as well."""
    return a.det in ("the", "a") and not (a.plural or b.plural) and a.category == b.category in SINGLE


def _give(
    doc: Doc,
    scene: Scene,
    sentence: Sentence,
    kept: list[Group],
    group: Group,
    value: Value,
    cue: int,
    signs: list[Cue],
) -> None:
    """Gives money that words from token ``cue`` make a value to its thing, or notes that it values things told before.
    """
    things = [other for other in kept if other.j <= value.i and other.kind != "money"]
    things = [other for other in things if not _price_tag(doc, other)]
    pair = things[-2:] if len(things) > 1 and _pair(doc, *things[-2:]) else None
    if pair:  # "The tobacco and vapes alone had a street value of …"
        pair[0].item, pair[0].mark = f"{pair[0].item} and {doc.words(pair[1].h, pair[1].k).lower()}", "generic"
        kept.remove(things.pop())
    thing = things[-1] if things else None
    words = doc.low[cue : value.at]
    group.combined = (
        pair is not None
        or not COMBINED.isdisjoint(words)
        or (_in_all(doc, sentence, value, cue) and not _single(things))
        or _behind_an_aside(doc, things, cue)
    )
    weighed = thing is not None and thing.quantity is not None and thing.unit in ("kg", "g", "lb", "oz", "tonne")
    known = thing is not None and (thing.det == "the" or thing.parts_of == "the")
    alone = thing is None or (
        known
        and not any(sign.good and sign.i < cue and not _participle(doc, thing, sign.i, cue) for sign in signs)
    )
    unnamed = VALUE_WORDS.isdisjoint(words) and HAULS.isdisjoint(doc.low[max(sentence.i, cue - 8) : cue])
    if alone and thing is None and unnamed and cue > sentence.i:
        return  # "the power stolen is put at $74,000": the value of what no lexicon has
    if alone and (
        thing is not None or not any(other.j <= cue and other.det != "the" and not other.place for other in kept)
    ):
        if group.value_modifier == "exact" and ({"estimated", "estimate"} & set(words)):
            group.value_modifier = "approx"
        weight = thing is not None and (measure := doc.value_at.get(thing.h)) is not None and measure.at == thing.h
        named = None if weight else thing  # "They weighed 151kg and are worth …"
        scene.valuations.append(Valuation(named, group, sentence.index, group.combined, doc.span(sentence.i, value.j)))
        if named is not None and not weighed:
            kept.remove(named)
    elif group.combined and len(things) > 1 and things[-2].det == "the" and not things[-1].amount:
        return  # "The drugs and cigarettes, with a combined value of …": of both, which were told before
    elif thing is not None and _another(doc.low[thing.j : cue]):
        return  # "a Ford Ranger and a house valued at …": the value of what no lexicon has
    elif doc.low[cue - 1] in ("one", "each") or doc.low[value.j : value.j + 1] in (["each"], ["apiece"], ["per"]):
        return  # the price of one
    elif (lot := _lot(doc, things, cue, group.combined)) is not None:
        worth(lot, value)
        lot.priced = doc.span(cue, value.j)
    elif thing is not None and thing.value is None:
        thing.j = value.j
        worth(thing, value)
        if "estimated" in words or "estimate" in words or ("believed" in words and value.modifier == "exact"):
            thing.value_modifier = "approx" if value.modifier == "exact" else value.modifier
        thing.combined = group.combined or _of_both(doc, kept, thing, cue)


def shares_amount(doc: Doc, before: Group | None, group: Group) -> bool:
    """Whether a bare drug shares the amount of the drug before it: "14kg of heroin and crack"."""
    if before is None or not before.kind == group.kind == "drug" or group.amount or group.det != "bare":
        return False
    return before.quantity is not None and doc.low[before.j : group.h] in (["and"], ["&"], [","], [",", "and"], ["/"])


def suspicion(doc: Doc, found: list[Group], entry: bool = False) -> None:
    """Carries "suspected" over to what is joined without article or amount, and a substance's amount to its name."""
    if entry and found and found[0].category in SINGLE and found[0].det == "bare" and not found[0].plural:
        found[0].det, found[0].quantity, found[0].unit = "a", 1, "item"  # an entry of a list: "Machete"
    for n, (a, b) in enumerate(pairwise(tuple(found)), 1):
        gap = doc.low[a.j : b.i]
        if _one_thing(doc, a, b, gap):
            found.remove(b)
            continue
        stolen = "stolen" in doc.low[a.i : a.h] or (n > 1 and found[n - 2].category == "stolen_property")
        listed = b.det == "bare" and gap in LISTED
        if stolen and listed and a.category == "stolen_property" and (b.category == "other" or b.item == "razor"):
            b.category = "stolen_property"  # "stolen cosmetics, razors and meat joints"
        if listed and a.det == "the" and not (b.plural or b.amount) and b.category in SINGLE:
            b.det = "the"  # "seized the narcotics, firearm and vehicle"
        if gap == ["and"] and a.kind == b.kind == "thing" and b.det == "bare" and _one_article(a, b):
            b.det, b.quantity, b.unit = a.det, 1, "item"  # "The truck and trailer were seized"
        if a.kind == b.kind == "drug":
            _pass_on(doc, a, b, gap)
        joined = bool(gap) and all(word in ("and", "or", ",", "&", "/") for word in gap)
        if a.suspected and joined and b.det == "bare" and not b.amount and a.category == b.category:
            b.suspected = True
        unsaid = a.kind == b.kind == "drug" and a.det == "vague" and a.quantity is None
        if unsaid and b.det == "bare" and not b.amount and gap in (["and"], ["&"], [","], [",", "and"]):
            b.modifier, b.det, b.lead = "vague", "vague", _lead(a)


def _one_thing(doc: Doc, a: Group, b: Group, gap: list[str]) -> bool:
    """Whether b only says what a is thought to be, which a then is."""
    if b.item == "counterfeit" and b.det == "bare" and not gap and a.category in SHAMMED:
        a.category, a.suspected, a.j = "counterfeit", True, b.j  # "handbags suspected to be counterfeit"
        return True
    if (
        b.suspected
        and b.kind == "thing"
        and "be" in doc.low[b.i : b.h]
        and a.category == "firearm"
        and a.item in ("firearm", "gun", "weapon")
        and set(gap) <= {"–", "—", "-", ",", "("}
    ):  # "a firearm – believed to be a converted pistol –"
        a.item, a.category, a.suspected, a.calibre, a.j = b.item, b.category, True, b.calibre, b.j
        return True
    return False


def _pass_on(doc: Doc, a: Group, b: Group, gap: list[str]) -> None:
    """Gives the second of two drugs the unit or the amount that is said of the first alone."""
    counted = gap in JOINED and doc.low[b.h - 1] == "of" and (b.h - 2) in doc.value_at
    if counted and b.unit == "item" and a.unit in PASSED_ON:
        b.unit, b.lead = a.unit, _lead(a)  # "30 wraps of heroin and 15 of crack cocaine"
    if a.each and b.det == "bare" and gap in (["and"], ["&"]):
        b.quantity, b.unit, b.modifier, b.det, b.each = a.quantity, a.unit, a.modifier, "number", True
        b.lead = _lead(a)


def _lead(group: Group) -> int:
    """Where the amount that the next group shares begins."""
    return group.i if group.lead is None else group.lead
