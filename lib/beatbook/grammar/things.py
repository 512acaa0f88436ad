"""Quantified noun groups: "a live .38 revolver", "around 20kg of suspected cannabis resin worth £60,000".

A group is built around a lexicon head (a thing, a drug, cash, a make of car or gun): leftwards it takes in amount,
measure, packaging, certainty, calibre and adjectives, rightwards the form of a drug, bracketed calibres and weights.
"""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.grammar.amounts import packed, pieces, weigh
from beatbook.grammar.thing_words import (
    ADVERBS,
    COMPOUND_TAILS,
    DEALS,
    DEFINITE,
    FURTHER,
    IMITATIONS,
    LEGAL_WORDS,
    LOCATIVES,
    STOP,
    SUSPECTING,
)
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Matcher, Term, rows, singular

CONTRABAND = frozenset("firearm imitation_firearm firearm_part ammunition blade weapon drug cash tobacco".split())
IN_MONEY = frozenset("cash drug jewellery counterfeit tobacco stolen_property other".split())  # "$500,000 in jewelry"
COMPUTING = frozenset("laptop laptops computer computers ipad ipads desktop desktops electronic".split())
COMMON_S = frozenset("seizes belongs contains includes valued details comes goes leads".split())
SEPARATORS = frozenset(": - – — = | x ×".split())
SEIZED_WORDS = frozenset("seized recovered found taken confiscated impounded surrendered removed located handed in".split())
LOADS = frozenset("shipment shipments load loads haul stash cache consignment consignments delivery parcel parcels bundle".split())
ADJECTIVAL = frozenset("antique replica semi-automatic counterfeit imitation".split())  # nouns that also stand before a noun
QUOTES = frozenset("“”\"‘’'«»`")


@dataclass(slots=True)
class Group:
    """A noun group at tokens [i, j) with its head at [h, k).

    ``kind``: "thing", "drug", "cash", "money" (an amount that no word calls cash), "open" (a head in no lexicon).
    ``det``: "a", "the", "number", "vague", "both", "no", "any" or "bare". ``mark`` is the lexicon's ("generic": a word
    that names no kind; "weak": also an everyday word; "substance": a stuff whose kind follows). ``place``: a
    preposition of place stands before. ``further``: "another", "a second". ``apposed``: "… believed to be X".
    """

    i: int
    j: int
    h: int
    k: int
    kind: str
    category: str
    item: str
    mark: str = ""
    quantity: float | None = None
    maximum: float | None = None
    modifier: str = "exact"
    unit: str | None = None
    value: float | None = None
    value_max: float | None = None
    value_modifier: str = "exact"
    currency: str | None = None
    drug_class: str | None = None
    calibre: str | None = None
    suspected: bool = False
    det: str = "bare"
    place: bool = False
    further: bool = False
    apposed: bool = False
    each: bool = False  # "a kilo each of"
    packed: bool = False  # its number counts boxes or bags of it
    plural: bool = False
    parts_of: str = ""
    combined: bool = False
    out_of: float | None = None  # "five of the seven guns": seven
    lead: int | None = None  # where an amount that it shares with the group before begins

    @property
    def amount(self) -> bool:
        """Whether it has an amount of its own: a number, a weight, money, or a vague quantity."""
        return self.quantity is not None or self.value is not None or self.modifier == "vague"


@lru_cache(1)
def lexicon() -> Matcher:
    """One matcher over things, drugs, packaging and makes, so that a text is gone through once."""
    table: dict[str, dict[str, str]] = {}
    for name in ("things", "drugs", "packages", "makes"):
        for row in rows(name):
            entry = {"type": name, "category": "drug", "item": "", "mark": "", "unit": "", "drug_class": ""} | {
                key: value for key, value in row.items() if value}
            known = table.get(row["term"])
            if known and name == "packages":
                known["unit"] = entry["unit"]
            elif not known:
                table[row["term"]] = entry
    return Matcher(tuple(table.values()))


def touching(doc: Doc, t: int) -> bool:
    """Whether token t is written on to the one before."""
    return t > 0 and doc.starts[t] == doc.ends[t - 1]


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
        _left(doc, group, floor, ends)
        _right(doc, group, sentence.j, terms, n)
        if not _sound(doc, group, sentence):
            continue
        if found and group.i < found[-1].j:
            group.i = max(group.i, found[-1].j)
        found.append(group)
        floor = group.k
    found = _tabulated(doc, sentence, found)
    found.extend(_calibred(doc, sentence, found))
    found.extend(_moneys(doc, sentence, found))
    found.extend(_weights(doc, sentence, found))
    found.sort(key=lambda group: group.i)
    return found


def _tabulated(doc: Doc, sentence: Sentence, found: list[Group]) -> list[Group]:
    """Entries of tables: "Firearms: 6", "Ammunition: 112 rounds", "Mandrax – 450 tablets"."""
    kept: list[Group] = []
    for group in found:
        last = kept[-1] if kept else None
        if last is not None and not last.amount and last.det == "bare" and group.det == "number" and doc.low[last.j:group.i] in (
                [":"], ["-"], ["–"], ["—"], ["="], ["|"]):
            if group.mark in ("pill", "plant") and last.kind == "drug":
                last.quantity, last.maximum, last.modifier, last.unit, last.j = group.quantity, group.maximum, group.modifier, group.unit, group.j
                continue
            if last.category == group.category and last.kind == group.kind == "thing":
                kept.pop()
        kept.append(group)
    for group in kept:
        _entry(doc, group, sentence)
    return kept


def _entry(doc: Doc, group: Group, sentence: Sentence) -> bool:
    """Gives a bare head the figure that stands behind it: "Knives recovered: 112", "Cocaine – €1.2m", "Rifles<tab>6"."""
    if group.amount or group.det != "bare":
        return False
    low, t = doc.low, group.j
    if low[t:t + 1] == ["("] and ")" in low[t:t + 4]:
        t = low.index(")", t) + 1
    parted = t > group.j
    while t < sentence.j and (low[t] in SEIZED_WORDS or low[t] in SEPARATORS):
        parted = parted or low[t] in SEPARATORS
        t += 1
    value = doc.value_at.get(t) if t < sentence.j else None
    if value is None or value.kind not in ("number", "money") or not (parted or sentence.kind in ("row", "item") or value.kind == "money"
                         or value.j == sentence.j and sentence.j - sentence.i <= 5):
        return False
    if value.j < sentence.j and low[value.j] not in (",", ";", ".", "|", "(") or value.kind == "money" and t == group.j and value.j < sentence.j:
        return False
    if value.kind == "number" and group.kind == "cash":
        return False
    start = group.i
    pieces(doc, group, value)
    group.i, group.j = start, value.j
    if group.category == "ammunition" and group.quantity is not None:
        group.unit = "round"
    return True


def _head(doc: Doc, sentence: Sentence, terms: list[Term], n: int) -> Group | None:
    """A group with only its head, or None where the term is no head: a compound ("gun crime"), a measure, a modifier."""
    term, low = terms[n], doc.low
    row, i, j = term.row, term.i, term.j
    after = low[j] if j < sentence.j else "."
    following = terms[n + 1] if n + 1 < len(terms) and terms[n + 1].i == j else None
    if after in COMPOUND_TAILS or after == "-" and touching(doc, j) and j + 1 < sentence.j and touching(doc, j + 1):
        return None
    if i > sentence.i and low[i - 1] in ("-", "@", "#", "_", "/") and touching(doc, i) and (
            low[i - 1] != "/" or i - 2 >= sentence.i and not low[i - 2].isalpha()):
        return None
    kind = row["type"]
    if kind == "makes":
        return _make(doc, sentence, terms, n)
    if kind == "packages" and not row["unit"] == "tablet":
        if row["unit"] == "plant" and low[j - 1] in ("plant", "plants") and i > sentence.i:
            return Group(i, j, i, j, "drug", "drug", "cannabis", "plant", unit="plant", drug_class="B", plural=low[j - 1] == "plants")
        return None
    named = next((other for other in terms[n + 1:n + 3] if other.i - j <= 6), None)
    if row["unit"] and after in ("of", "containing", "holding", "full", "filled") and named is not None and (
            named.row["type"] == "drugs" or named.row["category"] != "vehicle" and after == "of"):
        return None  # it measures what follows
    if kind == "packages" and low[j - 1] in ("bar", "bars", "lozenge", "lozenges"):
        return None
    if kind == "packages":
        return Group(i, j, i, j, "drug", "drug", singular(low[j - 1]), "pill", unit="tablet", plural=True)
    if kind == "things" and row["category"] in ("phone", "vehicle", "other", "equipment", "jewellery") and after.isalpha() and after.endswith("s") and (
            singular(after) != after and after not in STOP and after not in COMMON_S and not following):
        return None  # "phone chargers": another thing
    if following and following.row["type"] in ("things", "makes") and following.row["mark"] != "weak" and not (
            row["category"] == "drug" and following.row["unit"]):
        return None
    if following and kind == "drugs" and following.row["type"] == "drugs" and following.row["mark"] not in ("generic", "substance"):
        return None
    if low[j - 1] in ADJECTIVAL and n + 1 < len(terms) and terms[n + 1].i - j <= (
            3 if after in ("or", "and", "&") else 1):
        return None  # "antique or broken guns", "counterfeit oxycodone pills"
    calibre = doc.value_at.get(j)
    if calibre is not None and calibre.kind == "calibre" and kind == "things" and n + 1 < len(terms) and terms[n + 1].i - calibre.j <= 1 and (
            terms[n + 1].row["category"] == row["category"]):
        return None  # "a German Sport Guns .22 calibre rifle"
    if row["mark"] == "weak" and not _strong(doc, sentence, i, j):
        return None
    group = Group(i, j, i, j, "thing", row["category"], row["item"] or _name(doc, i, j), row["mark"])
    group.plural = low[j - 1] != singular(low[j - 1])
    if kind == "drugs":
        group.kind, group.drug_class = "drug", row["drug_class"] or None
        form = lexicon().at(low, j - 1, j) if j - i > 1 else None
        if form is not None and form.row["unit"] in ("tablet", "plant"):
            group.unit = form.row["unit"]
    elif row["category"] == "cash":
        group.kind = "cash"
    return group


def _name(doc: Doc, i: int, j: int) -> str:
    words = doc.words(i, j).lower().replace("’", "'").split()
    words[-1] = singular(words[-1])
    return " ".join(words)


def _strong(doc: Doc, sentence: Sentence, i: int, j: int) -> bool:
    """Whether an everyday word ("ice", "speed") is used of a drug: quoted, capitalised inside a sentence, or measured."""
    if i > sentence.i and doc.low[i - 1] in QUOTES:
        return True
    if i - 2 >= sentence.i:
        before = doc.value_at.get(i - 2) if doc.low[i - 1] in ("of", "suspected") else doc.value_at.get(i - 1)
        if before and before.kind in ("measure", "vague"):
            return True
        if doc.low[i - 1] in ("suspected", "alleged") or doc.low[i - 2:i] in (["be", "be"], ["to", "be"]):
            return True
        if doc.low[i - 1] == "of" and lexicon().at(doc.low, i - 2, i - 1):
            return lexicon().at(doc.low, i - 2, i - 1).row["unit"] in ("wrap", "tablet")
    before = doc.value_at.get(i - 1) if i > sentence.i else None
    if before and before.kind == "measure":
        return True
    if doc.low[j:j + 1] and doc.low[j] in ("weighing", "worth", "valued"):
        return True
    return j < sentence.j and singular(doc.low[j]) in ("rock", "wrap", "tablet", "cocaine", "deal", "oil", "jewellery")


def _make(doc: Doc, sentence: Sentence, terms: list[Term], n: int) -> Group | None:
    """A make that stands for the thing: "an Audi A3", "a Glock 19"; None where a common noun follows."""
    term = terms[n]
    if not doc.raw[term.i][0].isupper():
        return None
    j = term.j
    while j < sentence.j and j - term.j < 3 and (
            doc.raw[j][0].isupper() and doc.raw[j][0].isalpha() or doc.low[j][0].isdigit() and not _calibre(doc, j)
            or doc.low[j] in ("-",) and touching(doc, j)) and doc.low[j] not in STOP:
        j += 1
    following = terms[n + 1] if n + 1 < len(terms) else None
    if following is not None and following.row["type"] == "makes" and set(doc.low[term.j:following.i]) - QUOTES <= {"and", "or", "&"} and (
            _make(doc, sentence, terms, n + 1) is None):
        return None  # "“Rolex” and “Cartier” watches"
    for other in terms[n + 1:n + 4]:
        if term.j <= other.i <= j + 5 and other.row["type"] in ("things", "packages") and not any(
                (doc.low[t] in STOP or not doc.low[t][0].isalnum()) and not _calibre(doc, t) for t in range(term.j, other.i)
                if doc.low[t] not in QUOTES and doc.low[t] != "-"):
            return None
    group = Group(term.i, j, term.i, j, "thing", term.row["category"], doc.words(term.i, j).lower(), "make")
    group.plural = False
    return group


def _calibre(doc: Doc, t: int) -> bool:
    value = doc.value_at.get(t)
    return value is not None and value.kind == "calibre"


def _left(doc: Doc, group: Group, floor: int, ends: dict[int, Term]) -> None:
    """Takes in what stands before the head, from right to left, down to the amount or the article."""
    low, t = doc.low, group.h - 1
    names: list[int] = []  # modifiers that stay in the item's name
    taken = 0
    while t >= floor and taken < 8:
        word, value = low[t], doc.value_at.get(t)
        term = ends.get(t + 1)
        if term is not None and term.j == group.i and term.i >= floor and term.row["type"] in ("things", "makes") and not term.row["unit"]:
            names.extend(s for s in range(term.j - 1, term.i - 1, -1) if low[s] not in LEGAL_WORDS)  # "a Mac 10 machine pistol"
            group.i, t = term.i, term.i - 1
            continue
        if value is not None and value.i >= floor and value.kind not in ("vague",) and word not in ("a", "an"):
            if value.kind == "calibre":
                group.calibre = calibre_text(doc, value)
                group.i, t = value.i, value.i - 1
                continue
            if value.kind == "number" and t + 1 < group.h and touching(doc, t + 1) and doc.low[t + 1] == "d":
                group.i, t = value.i, value.i - 1  # "3D printing equipment"
                if names and names[-1] == value.j:
                    names.append(value.at)
                continue
            if value.kind in ("length", "ordinal", "year", "label"):
                group.further |= value.kind == "ordinal" and value.number == 2
                if value.kind == "label" and not names and value.j == group.h and group.category not in ("firearm", "weapon"):
                    break
                group.i = value.i - (value.kind == "label" and low[value.i - 1] in ("section", "sec", "s"))  # "a Section 5 firearm"
                t = group.i - 1
                continue
            if value.kind == "number" and value.i - 2 >= floor and low[value.i - 1] == "-" and _calibre(doc, value.i - 2):
                group.calibre = doc.words(value.i - 2, value.j)  # ".30-06"
                group.i, t = value.i - 2, value.i - 3
                continue
            if value.kind == "number" and _is_name(doc, group, value, ends, floor):
                group.i, t = value.i, value.i - 1
                continue
            if value.kind == "number" and t + 1 < group.h and low[t + 1] == "-" and touching(doc, t + 1):
                group.i, t = value.i, value.i - 1  # "50-round", "3-bladed"
                continue
            if value.kind in ("number", "measure", "money"):
                pieces(doc, group, value)
                _before_amount(doc, group, floor)
            break
        if value is not None and value.kind == "vague" and value.i >= floor:
            number = doc.value_at.get(value.i - 1) if value.i > floor else None
            if number is not None and number.kind in ("number", "measure"):  # "64 assorted cartridges"
                group.i, t = value.i, value.i - 1
                continue
            group.modifier, group.det, group.i = "vague", "vague", value.i
            break
        if word == "of" or word in ("containing", "holding", "full") or word == "with" and low[t - 1] == "filled":
            if not packed(doc, group, t, floor, ends):
                group.place = group.i == t + 1
            break
        if word == "in" and group.category in IN_MONEY and t - 1 >= floor:
            money = doc.value_at.get(t - 1)
            if money is not None and money.kind == "money":
                pieces(doc, group, money)
                _before_amount(doc, group, floor)
                break
        start = _suspecting(doc, t, floor)
        if start is not None:
            words = set(low[start:t + 1])
            group.suspected = group.suspected or not words & {"showed", "shown", "confirmed", "proved", "tested", "found", "turned"}
            group.apposed = start < t
            group.i, t = start, start - 1
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
        if word in ("both", "no", "any", "each", "every", "some", "few", "either"):
            group.i, group.det = t, {"each": "any", "every": "any", "some": "bare", "few": "vague", "either": "any"}.get(word, word)
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
        if word in QUOTES or word in ("x", "×") or word == "-" and touching(doc, t):
            t -= 1
            continue
        if word in ("and", "or", "&", ",", "/") and (taken or group.k - group.h > 1) and _adjectives(doc, t, floor):
            t -= 1
            continue
        if word in FURTHER:
            group.further = group.further or word in ("further", "additional")
            group.i, t = t, t - 1
            continue
        if word in STOP or not (word[0].isalpha() or word[0].isdigit()) or word in ADVERBS:
            break
        if word not in LEGAL_WORDS:
            names.append(t)
        elif word in ("counterfeit", "fake", "bogus", "knock-off", "pirated"):
            group.parts_of = "fake"
        taken += 1
        group.i, t = t, t - 1
    start = _suspecting(doc, group.i - 1, floor) if group.i - 1 > floor and group.det in ("a", "number", "vague") else None
    if start is not None and start < group.i - 1:  # "what is believed to be a pistol"
        group.suspected, group.i = True, start
    before = low[group.i - 1] if group.i > floor else ""
    if before == "of" and group.det in ("the", "number") and group.i - 2 >= floor and not group.place:
        _of_the(doc, group, floor, ends)
        before = ""
    if before in LOCATIVES or before == "of" or before in ("as", "like", "than") and low[group.i - 2] != "well":
        group.place = True
    _rename(doc, group, names)


def calibre_text(doc: Doc, value) -> str:
    """A calibre as written, without unit words other than those written on to it: ".38", "9mm", "12-bore"."""
    words = doc.words(value.i, value.j)
    for tail in ("calibre", "caliber", "cal"):
        if words.lower().rstrip(".").endswith(tail):
            words = words.rstrip(".")[:-len(tail)].rstrip(" -‑")
    return words.replace(" mm", "mm").replace(" bore", "-bore").replace(" gauge", "-gauge")


def _is_name(doc: Doc, group: Group, value, ends: dict[int, Term], floor: int) -> bool:
    """Whether a number is a model ("Glock 19 pistol") or a calibre without its point ("2.2 pistol")."""
    if group.category in ("firearm", "ammunition") and value.number != int(value.number) and value.j - value.i == 1:
        group.calibre = doc.words(value.i, value.j)
        return True
    term = ends.get(value.i)
    return term is not None and term.row["type"] == "makes" and term.i >= floor


def _before_amount(doc: Doc, group: Group, floor: int) -> None:
    """What stands before a number: "the remaining seven", "a total of 63", "another 26", "his 400"."""
    t = group.i - 1
    while t >= floor and (doc.low[t] in FURTHER or doc.low[t] in ("a", "the", "these", "those", "another", "all", "some", "other", "of")):
        word = doc.low[t]
        if word == "of":
            if t - 1 >= floor and doc.low[t - 1] in ("total", "excess", "combined", "totals"):
                group.combined = True
                t -= 2
                continue
            break
        if word in ("the", "these", "those", "all"):
            group.parts_of = group.parts_of or ("remaining" if group.further else "the")
        elif word != "a":
            group.further = True
        group.i, t = t, t - 1


def _of_the(doc: Doc, group: Group, floor: int, ends: dict[int, Term]) -> None:
    """"a further 1.5kg of the Class A drug", "40 of the rounds", "two of the nine firearms"."""
    value = doc.value_at.get(group.i - 2)
    if value is not None and value.i >= floor and value.kind == "number" and group.category not in ("drug", "cash"):
        group.out_of = group.quantity
        pieces(doc, group, value)
        group.parts_of = "of the"
    elif group.quantity is None and packed(doc, group, group.i - 1, floor, ends):
        group.parts_of = "the"
    else:
        group.place = group.det == "the" or doc.low[group.i - 2] in DEALS


def _suspecting(doc: Doc, t: int, floor: int) -> int | None:
    """Where words of suspicion that end at token t begin: "suspected", "believed to be", "what is believed to be"."""
    low = doc.low
    if low[t] in SUSPECTING:
        return t
    if low[t] in ("be", "being", "was", "were", "contain", "as") and t - 1 >= floor:
        s = t - 1
        while s >= floor and low[s] in ("to", "of", "have", "be", "they", "police", "officers", "he", "is", "contain"):
            s -= 1
        if s >= floor and low[s] in ("believed", "beleived", "thought", "appeared", "appears", "appear", "suspected", "suspect",
                                     "alleged", "seems", "seemed", "presumed", "deemed", "purported", "understood"):
            while s - 1 >= floor and low[s - 1] in ("is", "was", "are", "were", "what", "which", "that", "they", "police", "officers",
                                                    "initially", "strongly", "investigators", "deputies", "detectives"):
                s -= 1
            return s
    for s in range(t, max(t - 7, floor) - 1, -1):  # "of what tests showed to be cocaine"
        if low[s] == "what" and low[s - 1] == "of":
            return s
    if low[t] == "like" and t - 2 >= floor and low[t - 1] in ("looked", "looks", "appeared"):
        return t - 2 if low[t - 2] == "what" else t - 1
    return None


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
    return value is not None and value.kind in ("number", "vague") or s >= floor and doc.low[s] in ("a", "an")


def _rename(doc: Doc, group: Group, names: list[int]) -> None:
    """Joins the modifiers to the item's name and lets them decide the kind: "imitation", "fake", "converted"."""
    words = doc.low and [doc.low[t] for t in reversed(names)]
    if words[:1] and words[0][0].isdigit() and words[1:2] == ["d"]:
        words[:2] = [words[0] + "d"]
    if group.category in ("firearm", "weapon", "imitation_firearm"):
        sham = any(word in IMITATIONS for word in words) or group.parts_of == "fake"
        if sham and (group.category == "firearm" or group.item == "weapon"):
            group.category = "imitation_firearm"
        if group.category == "imitation_firearm" and ("converted" in words or "reactivated" in words):
            group.category = "firearm"
    elif group.parts_of == "fake" and group.category in ("jewellery", "other", "equipment", "tobacco", "alcohol", "cash", "stolen_property"):
        group.category = "counterfeit"
        if group.kind == "cash":
            group.kind, group.item = "thing", "counterfeit " + _name(doc, group.h, group.k)
    if group.parts_of == "fake":
        group.parts_of = ""
    if group.mark == "pill":
        _laced(group, words)
    if group.kind == "thing" and words:
        group.item = " ".join(words[-4:] + [group.item])
    if group.kind == "drug" and group.mark == "substance" and words:
        group.item = " ".join(words[-2:] + [group.item])


def _laced(group: Group, words: list[str]) -> None:
    """"1,000 fentanyl-laced pills": the drug named within the adjective."""
    for word in words:
        drug, dash, tail = word.partition("-")
        term = lexicon().at([drug], 0, 1) if dash and tail in ("laced", "filled", "based", "infused", "containing", "type", "tainted") else None
        if term is not None and term.row["type"] == "drugs":
            group.item, group.mark, group.drug_class = term.row["item"], "", term.row["drug_class"] or None


def _right(doc: Doc, group: Group, end: int, terms: list[Term], n: int) -> None:
    """Takes in what follows the head: a drug's form, "of ammunition", brackets, calibres and weights."""
    low, k = doc.low, group.k
    if group.kind == "drug" or group.category == "tobacco":
        m = n + 1
        if k < end and low[k] in QUOTES and m < len(terms) and terms[m].i == k + 1 and terms[m].row["unit"]:
            k += 1  # "‘Ecstasy’ tablets"
        while m < len(terms) and terms[m].i == k and (terms[m].row["unit"] or terms[m].row["mark"] in ("generic", "substance")):
            if terms[m].row["unit"] and (group.unit in (None, "item") and group.det != "wrapped"):
                group.unit = terms[m].row["unit"] if group.kind == "drug" else group.unit
            k = terms[m].j
            m += 1
        if k < end and low[k] in ("powder", "crystals", "oil", "liquid") and group.mark != "substance":
            k += 1

    elif group.category == "ammunition" and k < end and low[k] == "of":
        for other in terms[n + 1:n + 3]:
            if other.i - k <= 6 and other.row["category"] == "ammunition":
                for t in range(k + 1, other.i):
                    value = doc.value_at.get(t)
                    if value is not None and value.kind == "calibre":
                        group.calibre = calibre_text(doc, value)
                k = other.j
                break
    if group.packed:
        group.unit = "item" if group.quantity is not None else None
    elif group.quantity is not None and group.unit in (None, "item") and group.category == "ammunition" and group.item != "ammunition":
        group.unit = "round"
    elif group.category == "ammunition" and group.quantity is not None and group.unit in (None, "item") and group.det == "number":
        group.unit = "round"
    if k < end and low[k] in LOADS and group.det == "a":
        group.quantity = group.unit = None  # "a marijuana shipment"
    if group.det == "bare" and group.calibre and not group.plural and group.quantity is None and group.category in ("firearm", "imitation_firearm"):
        group.quantity, group.unit, group.det = 1, "item", "a"  # "in possession of 9mm pistol"
    group.k = group.j = k
    weigh(doc, group, end)


def _sound(doc: Doc, group: Group, sentence: Sentence) -> bool:
    """Whether the group can be a thing at all: makes need an article or a number before them."""
    if group.mark == "make" and not (group.quantity or group.det in ("the", "vague")):
        return False
    if group.mark in ("pill", "plant") and group.quantity is None and group.modifier != "vague":
        if _entry(doc, group, sentence):
            return True
        if group.item != "tablet" or COMPUTING.isdisjoint(doc.low[sentence.i:sentence.j]):
            return False
        group.kind, group.category, group.mark, group.unit = "thing", "equipment", "", None
    elif group.item == "tablet" and group.mark == "pill" and not COMPUTING.isdisjoint(doc.low[sentence.i:sentence.j]):
        group.kind, group.category, group.mark, group.unit = "thing", "equipment", "", "item"
    return not (group.kind == "thing" and group.category == "ammunition" and group.h > sentence.i and doc.low[group.h - 1] == "-")


def _calibred(doc: Doc, sentence: Sentence, found: list[Group]) -> list[Group]:
    """Guns named by a make that no lexicon has, or by nothing but their calibre: "a “Glok” 9mm", "a loaded 9mm"."""
    guns = []
    for value in sentence.values:
        if value.kind != "calibre" or touching(doc, value.i) or any(group.i <= value.i < group.j for group in found):
            continue
        names, t = [], value.i - 1
        while t >= sentence.i and (doc.raw[t][0].isupper() or doc.low[t] in QUOTES or doc.low[t] in LEGAL_WORDS) and value.i - t < 6:
            if doc.raw[t][0].isupper():
                names.insert(0, doc.low[t])
            t -= 1
        number = doc.value_at.get(t) if t >= sentence.i else None
        if doc.low[t] in ("a", "an", "another") or number is not None and number.kind == "number":
            gun = Group(t, value.j, value.i, value.j, "thing", "firearm", " ".join(names) or "firearm", "make", 1, unit="item",
                        calibre=calibre_text(doc, value), det="a")
            if number is not None:
                pieces(doc, gun, number)
            guns.append(gun)
    return guns


def _weights(doc: Doc, sentence: Sentence, found: list[Group]) -> list[Group]:
    """Weights of a drug named before: "a further 3.2kg was located", "bringing the total to 31.2kg"."""
    low, bare = doc.low, []
    for value in sentence.values:
        if value.kind != "measure" or value.unit not in ("kg", "g", "lb", "oz", "tonne") or any(group.i <= value.at < group.j for group in found):
            continue
        before = low[max(sentence.i, value.i - 5):value.i]
        if low[value.j:value.j + 1] in (["of"], ["("], [")"], ["per"], ["each"]) or value.j < sentence.j and low[value.j] not in STOP:
            continue
        heavy = bool({"weighing", "weighed", "totalled", "totalling"} & set(before)) and bool({"haul", "seizure", "consignment", "load", "drugs"} & set(
            low[sentence.i:value.i]))
        more = heavy or before[-1:] in (["further"], ["another"], ["additional"]) or before[-1:] == ["a"] and "further" in before
        total = "total" in before and "bringing" in low[sentence.i:value.i] or before[-1:] == ["totalling"]
        if more or total:
            group = Group(value.i - 1 if more and not heavy else value.i, value.j, value.at, value.j, "drug", "drug", "drugs", "generic", det="number", parts_of="the",
                          further=more and not heavy, combined=total)
            pieces(doc, group, value)
            bare.append(group)
    return bare


def _moneys(doc: Doc, sentence: Sentence, found: list[Group]) -> list[Group]:
    """Amounts of money that no group took and no word of value, duty or punishment claims: they may be cash."""
    bare = []
    for value in sentence.values:
        if value.kind == "money" and not any(group.i <= value.at < group.j for group in found):
            group = Group(value.i, value.j, value.at, value.j, "money", "cash", "cash", det="number")
            pieces(doc, group, value)
            if value.i > sentence.i and doc.low[value.i - 1] in LOCATIVES:
                group.place = True
            bare.append(group)
    return bare
