"""Numbers that stand before the head of a thing: its amount, its calibre, its model, its size or its price."""

from beatbook.grammar.amounts import packed, pieces, worth
from beatbook.grammar.thing_group import Group, calibre_text, is_calibre, touching
from beatbook.grammar.thing_words import FURTHER
from beatbook.language.document import Doc
from beatbook.language.value import Value
from beatbook.lexicons import Term

LEADING_UP = frozenset("a the these those that this another all some other of".split())  # before a number
MIXED = frozenset("various assorted different mixed several".split())
CARTRIDGE_SIZES = ("x9mm", "x.38", "x.45", "x.22")


class Numbers:
    """A walk from the head of a group to the left, as far as its values go.

    ``t`` is the token that comes next, ``names`` are those that stay in the thing's name. A step takes in what ends at
    t, moves t, and says whether the walk goes on.
    """

    __slots__ = ("doc", "ends", "floor", "group", "low", "names", "t", "taken")

    def __init__(self, doc: Doc, group: Group, floor: int, ends: dict[int, Term]):
        self.doc, self.group, self.floor, self.ends = doc, group, floor, ends
        self.low, self.t = doc.low, group.h - 1
        self.names: list[int] = []
        self.taken = 0  # adjectives

    def _pass(self, i: int) -> bool:
        """Takes the tokens from i on into the group."""
        self.group.i, self.t = i, i - 1
        return True

    def _value(self, value: Value) -> bool:
        if value.kind == "number":
            return self._number(value)
        if value.kind == "calibre":
            return self._calibre(value)
        if value.kind in ("length", "ordinal", "year", "label"):
            return self._size(value)
        if value.kind == "money" and value.i > self.floor and self.low[value.i - 1] in ("a", "an"):
            worth(self.group, value)  # "a $200,000 Rolex"
            return self._pass(value.i)
        if value.kind == "measure" and self.group.kind == "thing" and "-" in self.low[value.i : value.j]:
            return self._pass(value.i)  # "four 22-litre reaction vessels"
        if value.kind in ("measure", "money"):
            return self._amount(value)
        return False

    def _amount(self, value: Value) -> bool:
        pieces(self.group, value)
        before_amount(self.doc, self.group, self.floor)
        return False

    def _number(self, value: Value) -> bool:
        doc, low, t, names, floor = self.doc, self.low, self.t, self.names, self.floor
        joined = t + 1 < self.group.h and touching(doc, t + 1)
        if joined and (low[t + 1] == "d" or low[t + 1].startswith("d-")):  # "3D printing equipment"
            if names and names[-1] == value.j:
                names.append(value.at)
            return self._pass(value.i)
        if _model_year(doc, self.group, value, floor):
            return self._pass(value.i)
        if value.i - 2 >= floor and low[value.i - 1] == "-" and is_calibre(doc, value.i - 2):
            self.group.calibre = doc.words(value.i - 2, value.j)  # ".30-06"
            return self._pass(value.i - 2)
        if _is_name(doc, self.group, value, self.ends, floor):
            lettered = touching(doc, value.i) and len(low[value.i - 1]) == 1  # "an R5 rifle"
            return self._pass(value.i - lettered)
        if joined and low[t + 1] == "-":
            if names and names[-1] == t + 2:
                names.pop()  # "50-round drum magazines"
            return self._pass(value.i)
        return self._amount(value)

    def _calibre(self, value: Value) -> bool:
        group, low, i = self.group, self.low, value.i
        group.calibre = calibre_text(self.doc, value)
        self._pass(i)
        if low[i].isdecimal() and low[i + 1][:4] in CARTRIDGE_SIZES:
            group.calibre = group.calibre.partition("x")[2]  # "12x9mm pistols", not the cartridge 9x19mm
            group.quantity, group.unit, group.det = int(low[i]), "item", "number"
            return False
        return True

    def _size(self, value: Value) -> bool:
        """A length, an ordinal, a year or a label: no amount."""
        group, before = self.group, self.low[value.i - 1]
        if value.kind == "length" and self.low[value.i] in ("a", "an"):
            group.quantity, group.unit, group.det, group.i = 1, "item", "a", value.i  # "a foot-long knife"
            return False
        group.further |= value.kind == "ordinal" and value.number == 2
        if value.kind != "label":
            return self._pass(value.i)
        if not self.names and value.j == group.h and group.category not in ("firearm", "weapon"):
            return False
        return self._pass(value.i - (before in ("section", "sec", "s")))  # "a Section 5 firearm"

    def _vague(self, value: Value) -> bool:
        """ "64 assorted cartridges", "bags containing various drugs", "several knives"."""
        group, low, floor, i = self.group, self.low, self.floor, value.i
        number = self.doc.value_at.get(i - 1) if i > floor else None
        kind, of = number.kind if number is not None else "", value.j - 1
        packs = kind == "number" and value.j - i == 2 and low[of] == "of"
        if packs and packed(self.doc, group, of, floor, self.ends):
            return False  # "23 bundles of cocaine"
        held = i > floor and low[i - 1] in ("containing", "holding") and low[self.t] in MIXED
        weighed = i - 2 >= floor and low[i - 1] == "of" and i - 2 in self.doc.value_at  # "3kg of a variety of drugs"
        if kind in ("number", "measure") or held or weighed:
            return self._pass(i)
        group.modifier, group.det, group.i = "vague", "vague", i
        return False

    def _bracket(self) -> bool:
        """A bracket that closes at t and holds only a number or calibre: "three (3) pistols"."""
        doc, group, floor = self.doc, self.group, self.floor
        value = doc.value_at.get(self.t - 1)
        if value is None or value.i - 1 < floor or self.low[value.i - 1] != "(":
            return False
        if value.kind == "calibre":
            group.calibre = calibre_text(doc, value)
        elif value.kind == "number" and group.quantity is None:
            pieces(group, value)
            before = doc.value_at.get(value.i - 2)
            if before is not None and before.kind == "number" and before.i >= floor:
                group.i = before.i
            return False
        self.t = value.i - 2
        return True


def _model_year(doc: Doc, group: Group, value: Value, floor: int) -> bool:
    """ "a 2021 Mercedes-Benz G550"."""
    year = group.category == "vehicle" and len(doc.raw[value.i]) == 4
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


def before_amount(doc: Doc, group: Group, floor: int) -> None:
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
        if word == "all" and t > floor and doc.low[t - 1] == "in":
            break  # "In all 41,600 cigarettes were removed"
        if word in ("the", "these", "those", "that", "this", "all"):
            group.parts_of = group.parts_of or ("remaining" if group.further else "the")
        elif word != "a":
            group.further = True
        group.i, t = t, t - 1
