"""The noun group of a thing, and the one matcher over all lexicons of things."""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.language.document import Doc
from beatbook.language.value import Value
from beatbook.lexicons import Matcher, rows, singular

CONTRABAND = frozenset("firearm imitation_firearm firearm_part ammunition blade weapon drug cash tobacco".split())
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
    priced: tuple[int, int] | None = None  # where its value stands, if that is no part of the group
    lead: int | None = None  # where an amount that it shares with the group before begins

    @property
    def amount(self) -> bool:
        """Whether it has an amount of its own: a number, a weight, money, or a vague quantity."""
        return self.quantity is not None or self.value is not None or self.modifier == "vague"

    def take_worth(self, other: "Group") -> None:
        """Takes over what another group is worth."""
        self.value, self.value_max, self.currency = other.value, other.value_max, other.currency
        self.value_modifier = other.value_modifier


@lru_cache(1)
def lexicon() -> Matcher:
    """One matcher over things, drugs, packaging and makes, so that a text is gone through once."""
    table: dict[str, dict[str, str]] = {}
    for name in ("things", "drugs", "packages", "makes"):
        for row in rows(name):
            entry = {"type": name, "category": "drug", "item": "", "mark": "", "unit": "", "drug_class": ""} | {
                key: value for key, value in row.items() if value
            }
            known = table.get(row["term"])
            if known and name == "packages":
                known["unit"] = entry["unit"]
            elif not known:
                table[row["term"]] = entry
    return Matcher(tuple(table.values()))


def touching(doc: Doc, t: int) -> bool:
    """Whether token t is written on to the one before."""
    return t > 0 and doc.starts[t] == doc.ends[t - 1]


def name_of(doc: Doc, i: int, j: int) -> str:
    words = doc.words(i, j).lower().replace("’", "'").split()
    words[-1] = singular(words[-1])
    return " ".join(words)


def is_calibre(doc: Doc, t: int) -> bool:
    value = doc.value_at.get(t)
    return value is not None and value.kind == "calibre"


def calibre_text(doc: Doc, value: Value) -> str:
    """A calibre as written, without unit words other than those written on to it: ".38", "9mm", "12-bore"."""
    words = doc.words(value.i, value.j)
    for tail in ("calibre", "caliber", "cal"):
        if words.lower().rstrip(".").endswith(tail):
            words = words.rstrip(".")[: -len(tail)].rstrip(" -‑")
    return words.replace(" mm", "mm").replace(" bore", "-bore").replace(" gauge", "-gauge")
