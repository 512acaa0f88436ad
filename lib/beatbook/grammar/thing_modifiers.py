"""What stands before the head of a thing: amount, packaging, suspicion, calibre, adjectives.

The walk goes from the head to the left until an amount, an article or a word that ends the group.
"""

from beatbook.grammar.amounts import packed, pieces, worth
from beatbook.grammar.thing_group import QUOTES, Group, calibre_text, is_calibre, lexicon, touching
from beatbook.grammar.thing_names import rename, suspecting
from beatbook.grammar.thing_words import (
    ADVERBS,
    DEALS,
    DEFINITE,
    FURTHER,
    LEGAL_WORDS,
    LOCATIVES,
    STOP,
)
from beatbook.language.document import Doc
from beatbook.language.value import Value
from beatbook.lexicons import Term

LEADING_UP = frozenset("a the these those that this another all some other of".split())  # before a number
IN_MONEY = frozenset("cash drug jewellery counterfeit tobacco stolen_property other".split())  # "$500,000 in jewelry"
CHANGE = frozenset("coin note banknote bill change".split())
TAKEN = frozenset("seized recovered confiscated found discovered impounded".split())
BEARING = frozenset("bearing displaying sporting wearing".split())
INSTRUMENTS = frozenset(("metal detector", "drone", "scanner", "magnet", "thermal imaging camera"))
MIXING = frozenset("cut mixed laced soaked adulterated bulked coated".split())
FAKES = frozenset("counterfeit fake bogus knock-off knockoff pirated sham".split())
QUANTIFIERS = {"each": "any", "every": "any", "some": "bare", "few": "vague", "either": "any", "fewer": "any"} | {
    word: word for word in ("both", "no", "any")
}
MIXED = frozenset("various assorted different mixed several".split())
ADJECTIVAL = frozenset(
    "antique replica semi-automatic counterfeit imitation".split()
)  # nouns that also stand before a noun


def modifiers_before(doc: Doc, group: Group, floor: int, ends: dict[int, Term]) -> None:
    """Takes in what stands before the head, from right to left, down to the amount or the article."""
    low, t = doc.low, group.h - 1
    names: list[int] = []  # modifiers that stay in the item's name
    taken = 0
    while t >= floor and taken < 8:
        word, value = low[t], doc.value_at.get(t)
        term = ends.get(t + 1)
        if (
            term is not None
            and term.j == group.i
            and term.i >= floor
            and term.row["type"] in ("things", "makes")
            and not term.row["unit"]
        ):
            names.extend(
                s for s in range(term.j - 1, term.i - 1, -1) if low[s] not in LEGAL_WORDS
            )  # "a Mac 10 machine pistol"
            if low[term.i] in ("counterfeit", "fake"):
                group.parts_of = "fake"
            group.i, t = term.i, term.i - 1
            continue
        packed_drug = group.kind == "drug" and taken == 0
        if packed_drug and term is not None and term.j == group.i and term.row["type"] == "packages":
            times = term.i > floor and low[term.i - 1] in ("x", "×")  # "2 x bags cannabis"
            before = doc.value_at.get(term.i - 1 - times) if term.i - times > floor else None
            if before is not None and before.kind == "number":  # "11 packets tik"
                pieces(doc, group, before)
                group.unit = term.row["unit"]
                _before_amount(doc, group, floor)
                break
        if value is not None and value.i >= floor and value.kind not in ("vague",) and word not in ("a", "an"):
            if value.kind == "calibre":
                group.calibre = calibre_text(doc, value)
                group.i, t = value.i, value.i - 1
                if low[value.i].isdecimal() and low[value.i + 1][:4] in ("x9mm", "x.38", "x.45", "x.22"):
                    group.calibre = group.calibre.partition("x")[2]  # "12x9mm pistols", not the cartridge 9x19mm
                    group.quantity, group.unit, group.det = float(low[value.i]), "item", "number"
                    break
                continue
            if value.kind == "number" and t + 1 < group.h and touching(doc, t + 1) and (
                doc.low[t + 1] == "d" or doc.low[t + 1].startswith("d-")
            ):
                group.i, t = value.i, value.i - 1  # "3D printing equipment"
                if names and names[-1] == value.j:
                    names.append(value.at)
                continue
            if value.kind == "length" and low[value.i] in ("a", "an"):
                group.quantity, group.unit, group.det, group.i = 1, "item", "a", value.i  # "a foot-long knife"
                break
            if value.kind in ("length", "ordinal", "year", "label") or _model_year(doc, group, value, floor):
                group.further |= value.kind == "ordinal" and value.number == 2
                if (
                    value.kind == "label"
                    and not names
                    and value.j == group.h
                    and group.category not in ("firearm", "weapon")
                ):
                    break
                group.i = value.i - (
                    value.kind == "label" and low[value.i - 1] in ("section", "sec", "s")
                )  # "a Section 5 firearm"
                t = group.i - 1
                continue
            if (
                value.kind == "number"
                and value.i - 2 >= floor
                and low[value.i - 1] == "-"
                and is_calibre(doc, value.i - 2)
            ):
                group.calibre = doc.words(value.i - 2, value.j)  # ".30-06"
                group.i, t = value.i - 2, value.i - 3
                continue
            if value.kind == "money" and value.i > floor and low[value.i - 1] in ("a", "an"):
                worth(group, value)  # "a $200,000 Rolex"
                group.i, t = value.i, value.i - 1
                continue
            if value.kind == "number" and _is_name(doc, group, value, ends, floor):
                group.i, t = value.i, value.i - 1
                if touching(doc, value.i) and len(low[t]) == 1:
                    group.i, t = t, t - 1  # "an R5 rifle"
                continue
            if value.kind == "number" and t + 1 < group.h and low[t + 1] == "-" and touching(doc, t + 1):
                if names and names[-1] == t + 2:
                    names.pop()  # "50-round drum magazines"
                group.i, t = value.i, value.i - 1
                continue
            if value.kind in ("number", "measure", "money"):
                pieces(doc, group, value)
                _before_amount(doc, group, floor)
            break
        if value is not None and value.kind == "vague" and value.i >= floor:
            number = doc.value_at.get(value.i - 1) if value.i > floor else None
            counts = number is not None and number.kind == "number" and low[value.j - 1] == "of"
            if counts and value.j - value.i == 2 and packed(doc, group, value.j - 1, floor, ends):
                break  # "23 bundles of cocaine"
            if number is not None and number.kind in ("number", "measure"):  # "64 assorted cartridges"
                group.i, t = value.i, value.i - 1
                continue
            held = value.i > floor and low[value.i - 1] in ("containing", "holding")
            weighed = value.i - 2 >= floor and low[value.i - 1] == "of" and doc.value_at.get(value.i - 2)
            if (word in MIXED and held) or weighed:  # "bags containing various drugs", "3kg of a variety of drugs"
                group.i, t = value.i, value.i - 1
                continue
            group.modifier, group.det, group.i = "vague", "vague", value.i
            break
        if word == "of" or word in ("containing", "holding", "full") or (word == "with" and low[t - 1] == "filled"):
            if not packed(doc, group, t, floor, ends):
                group.place = group.i == t + 1
            break
        if word == "in" and group.category in IN_MONEY and t - 1 >= floor:
            money = doc.value_at.get(t - 1)
            if money is not None and money.kind == "money":
                pieces(doc, group, money)
                if group.item in CHANGE:
                    group.kind = group.category = group.item = "cash"  # "£35 in coins"
                _before_amount(doc, group, floor)
                break
        start = suspecting(doc, t, floor)
        if start is not None:
            words = set(low[start : t + 1])
            group.suspected = group.suspected or not words & {
                "showed",
                "shown",
                "confirmed",
                "proved",
                "tested",
                "found",
                "turned",
            }
            group.apposed = start < t
            group.i, t = start, start - 1
            if word == "for" and (packs := ends.get(start - (low[t] == ","))) is not None and packs.row["unit"] in (
                "wrap", "tablet"
            ) and packed(doc, group, packs.j, floor, ends):
                break  # "52 wraps, which tested positive for cocaine"
            continue
        if word in ("a", "an", "another", "one"):
            group.i, group.det = t, "a"
            group.further |= word == "another"
            if group.quantity is None and group.kind != "cash":
                group.quantity, group.unit = 1, group.unit or "item"
            break
        if word in DEFINITE:
            group.i, group.det = t, "the"
            if word == "'s" and t - 1 >= floor:  # "a courier's spare tyres"
                group.i = t - 2 if t - 2 >= floor and low[t - 2] in ("a", "an", "the", "his", "her", "their") else t - 1
            break
        if word in QUANTIFIERS:
            group.i, group.det = t, QUANTIFIERS.get(word, word)
            if word == "both":
                group.quantity, group.unit = 2, "item"
            break
        if word == ")":
            back = _bracket(doc, group, t, floor)
            if back is None:
                break
            t = back
            continue
        if word in ("in", "ft", "cm", "inch") and touching(doc, t) and low[t - 1][0].isdigit():
            group.i = t = t - 1  # "a 15in knife"
            t -= 1
            continue
        if word in QUOTES or word in ("x", "×") or (word == "-" and touching(doc, t)):
            t -= 1
            continue
        if word == "&" and touching(doc, t) and touching(doc, t + 1):
            t -= 1  # "M&P 15 rifle"
            continue
        if word in ("and", "or", "&", ",", "/") and (taken or group.k - group.h > 1) and _adjectives(doc, t, floor):
            t -= 1
            continue
        if word in FURTHER:
            group.further = group.further or word in ("further", "additional")
            group.i, t = t, t - 1
            continue
        if (
            word == "police"
            and t > floor
            and (low[t - 1] in ("fake", "bogus", "false", "replica", "stolen", "a") or doc.value_at.get(t - 1))
        ):
            names.append(t)  # "five fake police ID cards"
            group.i, t = t, t - 1
            continue
        if word in TAKEN and t > floor and low[t - 1] in DEFINITE:
            group.i, t = t, t - 1  # "The seized drugs"
            continue
        if word in STOP and word.endswith("ed") and t > floor and low[t - 1].endswith("ly"):
            group.i, t = t - 1, t - 2  # "six illegally possessed handguns"
            continue
        if word in STOP or not (word[0].isalpha() or word[0].isdigit()) or word in ADVERBS:
            break
        if word not in LEGAL_WORDS:
            if not word.endswith("ly"):  # "potentially lethal weapons"
                names.append(t)
        elif word in FAKES:
            group.parts_of = "fake"
        elif word == "stolen" and group.category == "other" and group.kind == "thing":
            group.category = "stolen_property"
        taken += 1
        group.i, t = t, t - 1
    start = (
        suspecting(doc, group.i - 1, floor) if group.i - 1 > floor and group.det in ("a", "number", "vague") else None
    )
    if start is not None and start < group.i - 1:  # "what is believed to be a pistol"
        group.suspected, group.i = True, start
    link = low[group.i - 1] if group.i > floor else ""
    if link == "of" and group.det == "a" and group.kind == "drug" and group.i - 2 >= floor:
        group.place = not packed(doc, group, group.i - 1, floor, ends)  # "400g of a white powder"
        if group.det == "vague" and group.quantity == 1:
            group.quantity = group.unit = None  # "a large quantity of a cannabis"
        link = ""
    elif link == "of" and group.det in ("the", "number") and group.i - 2 >= floor and not group.place:
        _of_the(doc, group, floor, ends)
        link = ""
    if link == "with" and (low[group.i - 2] == "consistent" or (low[group.i - 2] in MIXING and group.kind != "drug")):
        group.place = True  # "fentanyl cut with caffeine"
    if link in BEARING or (link == "with" and group.item in INSTRUMENTS):
        group.place = True  # "a car bearing cloned plates", "dug out of the sand with a metal detector"
    if link in LOCATIVES or link in ("of", "as", "like", "than", "matching", "resembling", "fitting"):
        # "led to two guns being seized", "resulting in nine blades being found"
        brought = (link == "to" and low[group.i - 2] in ("led", "leading", "lead", "search", "searches")) or (
            link == "in"
            and low[group.i - 2] in ("resulting", "resulted", "culminating", "culminated")
            and group.det in ("a", "number")
        )
        group.place = not brought and (link != "as" or low[group.i - 2] not in ("well", "such"))
    rename(doc, group, names)



def _model_year(doc: Doc, group: Group, value: Value, floor: int) -> bool:
    """ "a 2021 Mercedes-Benz G550"."""
    year = group.category == "vehicle" and value.kind == "number" and len(doc.raw[value.i]) == 4
    return year and 1950 <= (value.number or 0) <= 2050 and value.i > floor and (
        doc.low[value.i - 1] in ("a", "an", "the"))


def _is_name(doc: Doc, group: Group, value: Value, ends: dict[int, Term], floor: int) -> bool:
    """Whether a number is a model ("Glock 19 pistol") or a calibre without its point ("2.2 pistol")."""
    if group.category in ("firearm", "ammunition") and value.number != value.whole and value.j - value.i == 1:
        group.calibre = doc.words(value.i, value.j)
        return True
    if group.category == "firearm" and _bore(doc, value):
        group.calibre = doc.words(value.i, value.j)
        return True
    term = ends.get(value.i)
    if term is not None and term.row["type"] == "makes" and term.i >= floor:
        return True
    before = doc.raw[value.i - 1] if value.i > floor else ""
    model = (before.isupper() and before[0].isalpha() and before not in ("A", "I")) or before == "Model"
    return model and group.category in ("firearm", "vehicle") and doc.raw[value.i].isdigit()


def _bore(doc: Doc, value: Value) -> bool:
    """Whether a number is a calibre without its point: "a 410 shotgun", "a sawn-off 410"."""
    return value.number == 410 and doc.low[value.i - 1 : value.i] != ["of"]


def _before_amount(doc: Doc, group: Group, floor: int) -> None:
    """What stands before a number: "the remaining seven", "a total of 63", "another 26", "his 400"."""
    t = group.i - 1
    while t >= floor and (doc.low[t] in FURTHER or doc.low[t] in LEADING_UP):
        word = doc.low[t]
        if word == "of":
            if t - 1 >= floor and doc.low[t - 1] in ("total", "excess", "combined", "totals"):
                group.combined = True
                t -= 2
                continue
            break
        if word == "that" and t > floor and doc.low[t - 1][0].isalpha():
            break  # "said that 12 guns …"
        if word in ("the", "these", "those", "that", "this", "all"):
            group.parts_of = group.parts_of or ("remaining" if group.further else "the")
        elif word != "a":
            group.further = True
        group.i, t = t, t - 1


def _of_the(doc: Doc, group: Group, floor: int, ends: dict[int, Term]) -> None:
    """ "a further 1.5kg of the Class A drug", "40 of the rounds", "two of the nine firearms"."""
    value = doc.value_at.get(group.i - 2)
    if value is not None and value.i >= floor and value.kind == "number" and group.category not in ("drug", "cash"):
        group.out_of = group.quantity
        pieces(doc, group, value)
        group.parts_of = "of the"
    elif group.quantity is None and packed(doc, group, group.i - 1, floor, ends):
        group.parts_of = "the"
    else:
        grown = group.unit == "plant" and group.i - 3 >= floor and lexicon().at(doc.low, group.i - 3, group.i - 2)
        group.place = group.det == "the" or (doc.low[group.i - 2] in DEALS and not grown)  # "a cannabis cultivation of"



def _bracket(doc: Doc, group: Group, t: int, floor: int) -> int | None:
    """The token before a bracket that closes at t and holds only a number or calibre: "three (3) pistols"."""
    value = doc.value_at.get(t - 1)
    if value is None or value.i - 1 < floor or doc.low[value.i - 1] != "(":
        return None
    if value.kind == "calibre":
        group.calibre = calibre_text(doc, value)
    elif value.kind == "number" and group.quantity is None:
        pieces(doc, group, value)
        before = doc.value_at.get(value.i - 2)
        if before is not None and before.kind == "number" and before.i >= floor:
            group.i = before.i
        return floor - 1
    return value.i - 2


def _adjectives(doc: Doc, t: int, floor: int) -> bool:
    """Whether "and" at t joins two adjectives under one amount: "34 antique or broken guns"."""
    s = t - 1
    while s >= floor and doc.low[s] in QUOTES:
        s -= 1
    if s < floor or doc.low[s] in STOP or not doc.low[s][0].isalpha():
        return False
    term = lexicon().at(doc.low, s, s + 1)
    if term is not None and term.row["type"] != "makes" and doc.low[s] not in ADJECTIVAL:
        return False
    s -= 1
    while s >= floor and doc.low[s] in QUOTES:
        s -= 1
    value = doc.value_at.get(s) if s >= floor else None
    return (value is not None and value.kind in ("number", "vague")) or (s >= floor and doc.low[s] in ("a", "an"))
