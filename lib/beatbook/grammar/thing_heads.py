"""Which term of the lexicons heads a noun group, and which is part of a compound, a measure or an idiom."""

from beatbook.grammar.cue import verbs
from beatbook.grammar.thing_group import QUOTES, Group, is_calibre, lexicon, name_of, touching
from beatbook.grammar.thing_modifiers import ADJECTIVAL
from beatbook.grammar.thing_words import ADVERBS, BREAKERS, COMPOUND_TAILS, LOCATIVES, STOP
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Term, singular

SAFES = frozenset("a the locked stolen small large gun".split())  # before a safe that is a thing
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
NO_COMPOUND = STOP | ADVERBS | LOCATIVES | BREAKERS | COMMON_TAILS
HOLDING = frozenset("of containing holding full filled".split())
COMPOUNDING = frozenset("phone vehicle other equipment jewellery".split())  # "phone chargers", "car keys"


def head(doc: Doc, sentence: Sentence, terms: list[Term], n: int) -> Group | None:
    """A group with only its head, or None where the term is no head: a compound ("gun crime") or a measure.

    Args:
        doc: the release. sentence: one of its sentences. terms: the lexicon's terms in it. n: the term's number.
    """
    term, low = terms[n], doc.low
    row, i, j = term.row, term.i, term.j
    kind, after = row["type"], low[j] if j < sentence.j else "."
    if _in_compound(doc, sentence, i, j, after):
        return None
    if kind == "makes":
        return _make(doc, sentence, terms, n)
    if low[i:j] == ["drug"] and after.isalpha() and after not in STOP and after not in verbs():
        return None  # "two drug dens"
    if kind == "packages" and row["unit"] != "tablet":
        return _plant(low, sentence, term)
    if row["unit"] and after in HOLDING and _measures(terms, n, after):
        return None
    if kind == "packages":
        pill = Group(i, j, i, j, "drug", "drug", singular(low[j - 1]), "pill", unit="tablet", plural=True)
        return None if low[j - 1] in ("bar", "bars", "lozenge", "lozenges") else pill
    if _another(doc, terms, n, after) or _describes(doc, terms, n, after) or _idiom(doc, sentence, term, after):
        return None
    if after in QUOTES and doc.raw[i][0].isupper() and _names_too(doc, sentence, j + 1, terms[n + 1 : n + 3]):
        return None  # "‘Marlboro’ and ‘John Player’ cigarettes"
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


def _in_compound(doc: Doc, sentence: Sentence, i: int, j: int, after: str) -> bool:
    """Whether the word at [i, j) only begins or ends a longer one: "gun crime", "anti-gun", "Misuse of Drugs Act"."""
    low, tail = doc.low, singular(after)
    if after in COMPOUND_TAILS or (tail in COMPOUND_TAILS and tail not in PLURAL_THINGS):
        return True
    if after == "-" and touching(doc, j) and j + 1 < sentence.j and touching(doc, j + 1):
        return True
    before = low[i - 1] if i > sentence.i and touching(doc, i) else ""
    if before in ("-", "@", "#", "_") or (before == "/" and i - 2 >= sentence.i and not low[i - 2].isalpha()):
        return True
    # "four Controlled Drugs and Substances Act warrants"
    return doc.raw[i][0].isupper() and "act" in low[j : j + 4] and doc.raw[low.index("act", j)] == "Act"


def _plant(low: list[str], sentence: Sentence, term: Term) -> Group | None:
    """Plants of no name are cannabis; other packages are no thing."""
    i, j = term.i, term.j
    entry = ":" in low[j : min(j + 3, sentence.j)]  # "Plants destroyed: 2,905"
    if term.row["unit"] != "plant" or low[j - 1] not in ("plant", "plants") or not (i > sentence.i or entry):
        return None
    plural = low[j - 1] == "plants"
    return Group(i, j, i, j, "drug", "drug", "cannabis", "plant", unit="plant", drug_class="B", plural=plural)


def _measures(terms: list[Term], n: int, after: str) -> bool:
    """Whether a thing that may hold others measures what follows it: "a box of ammunition"."""
    named = next((other for other in terms[n + 1 : n + 3] if other.i - terms[n].j <= 6), None)
    if named is None:
        return False
    return named.row["type"] == "drugs" or (named.row["category"] != "vehicle" and after == "of")


def _another(doc: Doc, terms: list[Term], n: int, after: str) -> bool:
    """Whether a noun that no lexicon has makes another thing of it: "phone chargers"."""
    term = terms[n]
    follows = next((other.row["type"] for other in terms[n + 1 : n + 2] if other.i == term.j), "")
    return (
        term.row["type"] == "things"
        and term.row["category"] in COMPOUNDING
        and after.replace("-", "").isalpha()
        and doc.raw[term.j].islower()
        and ((after.endswith("s") and singular(after) != after) or not after.endswith(("ed", "ing", "ly", "s")))
        and (not follows or (follows == "packages" and term.row["category"] != "equipment"))
        and after not in NO_COMPOUND
        and (after == "box" or after not in verbs())
    )


def _describes(doc: Doc, terms: list[Term], n: int, after: str) -> bool:
    """Whether the term only describes the thing that follows: "antique or broken guns", "Sport Guns .22 rifle"."""
    row, j = terms[n].row, terms[n].j
    if n + 1 == len(terms):
        return False
    other, gap = terms[n + 1].row, terms[n + 1].i - j
    if gap == 0:
        if other["type"] in ("things", "makes") and other["mark"] != "weak" and not (
            row["category"] == "drug" and other["unit"]
        ):
            return True
        if row["type"] == other["type"] == "drugs" and other["mark"] not in ("generic", "substance", "weak"):
            return True
    if doc.low[j - 1] in ADJECTIVAL and gap <= (3 if after in ("or", "and", "&") else 1):
        return True
    calibre = doc.value_at.get(j)
    if calibre is None or (calibre.kind != "calibre" and calibre.number != 410):
        return False
    return row["type"] == "things" and terms[n + 1].i - calibre.j <= 1 and other["category"] == row["category"]


def _idiom(doc: Doc, sentence: Sentence, term: Term, after: str) -> bool:
    """ "made safe", "good for $3 million on the street", "broken ribs"."""
    word, i = term.row["term"], term.i
    if word == "safe":
        return i > sentence.i and doc.low[i - 1] not in SAFES and doc.value_at.get(i - 1) is None
    return (word == "good" and after == "for") or (word == "rib" and not doc.raw[i].isupper())


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


def _names_too(doc: Doc, sentence: Sentence, t: int, following: list[Term]) -> bool:
    """Whether "and", another name in quotes and a thing follow a make: "‘Kent’ and ‘John Player’ cigarettes"."""
    low = doc.low
    if t + 3 >= sentence.j or low[t] not in ("and", "or", "&", ",") or low[t + 1] not in QUOTES:
        return False
    close = next((s for s in range(t + 2, min(t + 6, sentence.j)) if low[s] in QUOTES), None)
    return close is not None and any(term.i == close + 1 and term.row["type"] == "things" for term in following)


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
    if doc.low[j : j + 1] and doc.low[j] in QUOTES and _names_too(doc, sentence, j + 1, terms[n + 1 : n + 3]):
        return None
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
