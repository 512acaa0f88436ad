"""Quantified noun groups: "a live .38 revolver", "around 20kg of suspected cannabis resin worth £60,000".

A group is built around a lexicon head (a thing, a drug, cash, a make of car or gun): leftwards it takes in amount,
measure, packaging, certainty, calibre and adjectives, rightwards the form of a drug, bracketed calibres and weights.
"""

from functools import lru_cache

from beatbook.grammar.amounts_behind import weigh
from beatbook.grammar.thing_entries import calibred, entry, moneys, tabulated, weights
from beatbook.grammar.thing_group import QUOTES, Group, calibre_text, is_calibre, lexicon, name_of, touching
from beatbook.grammar.thing_modifiers import ADJECTIVAL, modifiers_before
from beatbook.grammar.thing_names import converted_after
from beatbook.grammar.thing_words import (
    ADVERBS,
    BREAKERS,
    COMPOUND_TAILS,
    LOADS,
    LOCATIVES,
    STOP,
)
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Term, rows, singular

SAFES = frozenset("a the locked stolen small large gun".split())  # before a safe that is a thing
COMPUTING = frozenset("laptop laptops computer computers ipad ipads desktop desktops electronic".split())
# words behind a thing that make no compound of it
COMMON_TAILS = frozenset(
    "today yesterday tonight overnight worth last this early late believed known full driven parts gone "
    "abandoned hidden  "
    "found left stolen taken thrown broken shut torn sewn worn near close next east west north south ago alone "
    "who's seizes belongs contains includes valued details comes goes leads consistent itself themselves lay lie sat "
    "stood hung leant went came fell got ran held kept hid lost met put sent swept threw told wore too than plus "
    "filled bound ready upon".split()
)
PLURAL_THINGS = frozenset("case fine lead".split())  # "drugs cases" may be what they are carried in
EACH = (["a"], ["an"], ["per"], ["every"], ["each"])
RATES = [[one, of] for one in "a an per every each".split() for of in "hour day week month year minute".split()]
NO_COMPOUND = STOP | ADVERBS | LOCATIVES | BREAKERS | COMMON_TAILS


@lru_cache(1)
def verbs_of_seizing() -> frozenset[str]:
    """All forms of the seizure verbs."""
    return frozenset(row["term"] for row in rows("seizure_verbs"))


def groups(doc: Doc, sentence: Sentence, terms: list[Term]) -> list[Group]:
    """The noun groups of one sentence, in order.

    Args:
        doc: the release. sentence: one of its sentences. terms: the lexicon's terms in it, in order.
    """
    ends = {term.j: term for term in terms}
    found: list[Group] = []
    floor = sentence.i
    for n, term in enumerate(terms):
        if term.i < floor:
            continue
        head = _head(doc, sentence, terms, n)
        if head is None:
            continue
        group = head
        modifiers_before(doc, group, floor, ends)
        _right(doc, group, sentence.j, terms, n)
        if group.category == "imitation_firearm" and converted_after(doc.low, group.j, sentence.j):
            group.category = "firearm"
        if not _sound(doc, group, sentence):
            continue
        if doc.low[group.j : group.j + 1] in EACH and doc.low[group.j : group.j + 2] in RATES:
            group.det = "any"  # "capable of making 250,000 cigarettes an hour"
        if found and group.i < found[-1].j:
            group.i = max(group.i, found[-1].j)
        found.append(group)
        floor = group.k
    if found:
        found = tabulated(doc, sentence, found)
    if sentence.values:
        found.extend(calibred(doc, sentence, found))
        found.extend(moneys(doc, sentence, found))
        found.extend(weights(doc, sentence, found))
    found.sort(key=lambda group: group.i)
    return found


def _head(doc: Doc, sentence: Sentence, terms: list[Term], n: int) -> Group | None:
    """A group with only its head, or None where the term is no head: a compound ("gun crime") or a measure."""
    term, low = terms[n], doc.low
    row, i, j = term.row, term.i, term.j
    after = low[j] if j < sentence.j else "."
    following = terms[n + 1] if n + 1 < len(terms) and terms[n + 1].i == j else None
    joined = after == "-" and touching(doc, j) and j + 1 < sentence.j and touching(doc, j + 1)
    tail = singular(after)
    if joined or after in COMPOUND_TAILS or (tail in COMPOUND_TAILS and tail not in PLURAL_THINGS):
        return None
    if (
        i > sentence.i
        and low[i - 1] in ("-", "@", "#", "_", "/")
        and touching(doc, i)
        and (low[i - 1] != "/" or (i - 2 >= sentence.i and not low[i - 2].isalpha()))
    ):
        return None
    kind = row["type"]
    if doc.raw[i][0].isupper() and "act" in low[j : j + 4] and doc.raw[j + low[j : j + 4].index("act")] == "Act":
        return None  # "four Controlled Drugs and Substances Act warrants"
    if kind == "makes":
        return _make(doc, sentence, terms, n)
    if low[i:j] == ["drug"] and after.isalpha() and after not in STOP and after not in verbs_of_seizing():
        return None  # "two drug dens"
    if kind == "packages" and row["unit"] != "tablet":
        entry_of = ":" in low[j : min(j + 3, sentence.j)]  # "Plants destroyed: 2,905"
        if row["unit"] == "plant" and low[j - 1] in ("plant", "plants") and (i > sentence.i or entry_of):
            return Group(
                i,
                j,
                i,
                j,
                "drug",
                "drug",
                "cannabis",
                "plant",
                unit="plant",
                drug_class="B",
                plural=low[j - 1] == "plants",
            )
        return None
    if row["unit"] and after in ("of", "containing", "holding", "full", "filled"):
        named = next((other for other in terms[n + 1 : n + 3] if other.i - j <= 6), None)
        if named is not None and (
            named.row["type"] == "drugs" or (named.row["category"] != "vehicle" and after == "of")
        ):
            return None  # it measures what follows
    if kind == "packages" and low[j - 1] in ("bar", "bars", "lozenge", "lozenges"):
        return None
    if kind == "packages":
        return Group(i, j, i, j, "drug", "drug", singular(low[j - 1]), "pill", unit="tablet", plural=True)
    if (
        kind == "things"
        and row["category"] in ("phone", "vehicle", "other", "equipment", "jewellery")
        and after.replace("-", "").isalpha()
        and doc.raw[j].islower()
        and ((after.endswith("s") and singular(after) != after) or not after.endswith(("ed", "ing", "ly", "s")))
        and (not following or (following.row["type"] == "packages" and row["category"] != "equipment"))
        and after not in NO_COMPOUND
        and (after == "box" or after not in verbs_of_seizing())
    ):
        return None  # "phone chargers": another thing
    if (
        following
        and following.row["type"] in ("things", "makes")
        and following.row["mark"] != "weak"
        and not (row["category"] == "drug" and following.row["unit"])
    ):
        return None
    if (
        following
        and kind == "drugs"
        and following.row["type"] == "drugs"
        and following.row["mark"] not in ("generic", "substance", "weak")
    ):
        return None
    if (
        low[j - 1] in ADJECTIVAL
        and n + 1 < len(terms)
        and terms[n + 1].i - j <= (3 if after in ("or", "and", "&") else 1)
    ):
        return None  # "antique or broken guns", "counterfeit oxycodone pills"
    calibre = doc.value_at.get(j)
    if (
        calibre is not None
        and (calibre.kind == "calibre" or calibre.number == 410)
        and kind == "things"
        and n + 1 < len(terms)
        and terms[n + 1].i - calibre.j <= 1
        and (terms[n + 1].row["category"] == row["category"])
    ):
        return None  # "a German Sport Guns .22 calibre rifle"
    if row["term"] == "safe" and i > sentence.i and low[i - 1] not in SAFES and doc.value_at.get(i - 1) is None:
        return None  # "made safe"
    if row["term"] == "good" and after == "for":
        return None  # "good for $3 million on the street"
    if row["term"] == "rib" and not doc.raw[i].isupper():
        return None  # "broken ribs"
    if row["mark"] == "weak" and not (_strong(doc, sentence, i, j) or _beside_drug(doc, terms, n)):
        return None
    group = Group(i, j, i, j, "thing", row["category"], row["item"] or name_of(doc, i, j), row["mark"])
    group.plural = low[j - 1] != singular(low[j - 1])
    if kind == "drugs":
        group.kind, group.drug_class = "drug", row["drug_class"] or None
        form = lexicon().at(low, j - 1, j) if j - i > 1 else None
        if form is not None and form.row["unit"] in ("tablet", "plant"):
            group.unit = form.row["unit"]
    elif row["category"] == "cash":
        group.kind = "cash"
    return group


def _strong(doc: Doc, sentence: Sentence, i: int, j: int) -> bool:
    """Whether an everyday word ("ice", "speed") is used of a drug: quoted, suspected or measured."""
    if i > sentence.i and doc.low[i - 1] in QUOTES:
        return True
    if i - 2 >= sentence.i:
        before = doc.value_at.get(i - 2) if doc.low[i - 1] in ("of", "suspected") else doc.value_at.get(i - 1)
        if before and (before.kind in ("measure", "vague") or (before.kind == "number" and doc.low[i - 1] == "of")):
            return True
        if doc.low[i - 1] in ("suspected", "alleged") or doc.low[i - 2 : i] in (["be", "be"], ["to", "be"]):
            return True
        if doc.low[i - 1] == "of" and (packed := lexicon().at(doc.low, i - 2, i - 1)):
            return packed.row["unit"] in ("wrap", "tablet")
    before = doc.value_at.get(i - 1) if i > sentence.i else None
    if before and before.kind == "measure":
        return True
    if doc.low[j : j + 1] and doc.low[j] in ("weighing", "worth", "valued"):
        return True
    return j < sentence.j and singular(doc.low[j]) in ("rock", "wrap", "tablet", "cocaine", "deal", "oil", "jewellery")


def _beside_drug(doc: Doc, terms: list[Term], n: int) -> bool:
    """Whether an everyday word stands in a list of drugs: "heroin and crack", "38 deals of heroin and 22 of crack"."""
    after = terms[n + 1] if n + 1 < len(terms) else None
    if after is not None and after.row["type"] == terms[n].row["type"] == "drugs" and not after.row["mark"] and (
        doc.low[terms[n].j : after.i] in (["and"], ["&"], [","], ["/"])
    ):
        return True  # "crack and heroin"
    before = terms[n - 1] if n else None
    if before is None or before.row["type"] != "drugs" or terms[n].row["type"] != "drugs":
        return False
    gap = doc.low[before.j : terms[n].i]
    counted = gap[-1:] == ["of"] and len(gap) > 2 and getattr(doc.value_at.get(terms[n].i - 2), "kind", "") == "number"
    return gap in (["and"], ["or"], ["&"], ["/"], [","], [",", "and"]) or (counted and gap[0] in ("and", ",", "&"))


def _make(doc: Doc, sentence: Sentence, terms: list[Term], n: int, depth: int = 0) -> Group | None:
    """A make that stands for the thing: "an Audi A3", "a Glock 19"; None where a common noun follows."""
    term = terms[n]
    if not doc.raw[term.i][0].isupper():
        return None
    j = term.j
    while (
        j < sentence.j
        and j - term.j < 3
        and (
            (doc.raw[j][0].isupper() and doc.raw[j][0].isalpha())
            or (doc.low[j][0].isdigit() and not is_calibre(doc, j))
            or (doc.low[j] in ("-",) and touching(doc, j))
        )
        and doc.low[j] not in STOP
    ):
        j += 1
    following = terms[n + 1] if n + 1 < len(terms) and depth < 3 else None
    if (
        following is not None
        and following.row["type"] == "makes"
        and set(doc.low[term.j : following.i]) - QUOTES <= {"and", "or", "&"}
        and (_make(doc, sentence, terms, n + 1, depth + 1) is None)
    ):
        return None  # "“Rolex” and “Cartier” watches"
    for other in terms[n + 1 : n + 4]:
        if (
            term.j <= other.i <= j + 5
            and other.row["type"] in ("things", "packages")
            and not (other.i < j and other.row["category"] in ("other", "equipment") and doc.raw[other.i].istitle())
            and not any(
                (doc.low[t] in STOP or not doc.low[t][0].isalnum()) and not is_calibre(doc, t)
                for t in range(term.j, other.i)
                if doc.low[t] not in QUOTES and doc.low[t] != "-"
            )
        ):
            return None
    group = Group(term.i, j, term.i, j, "thing", term.row["category"], doc.words(term.i, j).lower(), "make")
    if j == term.j and doc.low[j - 1] != term.row["term"].split()[-1]:
        group.item = term.row["term"]  # "two Glocks"
    group.plural = False
    return group


def _right(doc: Doc, group: Group, end: int, terms: list[Term], n: int) -> None:
    """Takes in what follows the head: a drug's form, "of ammunition", brackets, calibres and weights."""
    low, k = doc.low, group.k
    if group.kind == "drug" or group.category == "tobacco":
        m = n + 1
        if k < end and low[k] in QUOTES and m < len(terms) and terms[m].i == k + 1 and terms[m].row["unit"]:
            k += 1  # "‘Ecstasy’ tablets"
        while (
            m < len(terms)
            and terms[m].i == k
            and (terms[m].row["unit"] or terms[m].row["mark"] in ("generic", "substance", "weak"))
        ):
            if terms[m].row["unit"] and (group.unit in (None, "item") and group.det != "wrapped"):
                group.unit = terms[m].row["unit"] if group.kind == "drug" else group.unit
            k = terms[m].j
            m += 1
        k += k + 1 < end and low[k] == "base" and low[k + 1] == "oil"
        if k < end and low[k] in ("powder", "crystals", "oil", "liquid") and group.mark != "substance":
            k += 1

    elif group.category == "ammunition" and k < end and low[k] == "of":
        for other in terms[n + 1 : n + 3]:
            if other.i - k <= 6 and other.row["category"] == "ammunition":
                for t in range(k + 1, other.i):
                    value = doc.value_at.get(t)
                    if value is not None and value.kind == "calibre":
                        group.calibre = calibre_text(doc, value)
                k = other.j
                break
    if group.item == "counterfeit" and k < end and low[k].isalpha() and low[k] not in NO_COMPOUND:
        first = k  # "600 counterfeit Apple AirPods"
        while k < min(end, first + 3) and low[k].isalpha() and low[k] not in NO_COMPOUND | verbs_of_seizing():
            k += 1
        group.item = name_of(doc, first, k) if k > first else group.item
    if group.packed:
        group.unit = "item" if group.quantity is not None else None
    elif (
        group.quantity is not None
        and group.unit in (None, "item")
        and group.category == "ammunition"
        and group.item != "ammunition"
    ) or (
        group.category == "ammunition"
        and group.quantity is not None
        and group.unit in (None, "item")
        and group.det == "number"
    ) or (group.category == "ammunition" and group.modifier == "vague" and group.item in ("round", "live round")):
        group.unit = "round"
    if k < end and low[k] in LOADS and group.det == "a":
        group.quantity = group.unit = None  # "a marijuana shipment"
    if (
        group.det == "bare"
        and group.calibre
        and not group.plural
        and group.quantity is None
        and group.category in ("firearm", "imitation_firearm")
    ):
        group.quantity, group.unit, group.det = 1, "item", "a"  # "in possession of 9mm pistol"
    group.k = group.j = k
    weigh(doc, group, end)


def _sound(doc: Doc, group: Group, sentence: Sentence) -> bool:
    """Whether the group can be a thing at all: makes need an article or a number before them."""
    if group.mark == "make" and not (group.quantity or group.det in ("the", "vague")):
        first = doc.value_at.get(group.i)
        listed = group.i > sentence.i and doc.low[group.i - 1] in (":", ";") and ":" in doc.low[sentence.i : group.i]
        opens = group.i == sentence.i and (
            sentence.kind in ("item", "row") or (first is not None and first.kind == "year")
        )
        if not listed and not opens:
            return False
        group.quantity, group.unit, group.det = 1, "item", "a"  # an entry: "2019 BMW X5"
    if group.mark in ("pill", "plant") and group.quantity is None and group.modifier != "vague":
        if entry(doc, group, sentence):
            return True
        if group.item != "tablet" or COMPUTING.isdisjoint(doc.low[sentence.i : sentence.j]):
            return False
        group.kind, group.category, group.mark, group.unit = "thing", "equipment", "", None
    elif group.item == "tablet" and group.mark == "pill" and not COMPUTING.isdisjoint(doc.low[sentence.i : sentence.j]):
        group.kind, group.category, group.mark, group.unit = "thing", "equipment", "", "item"
    return not (
        group.kind == "thing"
        and group.category == "ammunition"
        and group.h > sentence.i
        and doc.low[group.h - 1] == "-"
    )
