"""Counted noun phrases: how many of a thing a text states, read from the head noun backwards (and after a colon)."""

from collections.abc import Collection
from typing import NamedTuple

from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.lexicons import singular

# words at which a noun phrase cannot go on to the left
STOPS = frozenset(
    ', . ; : ( ) [ ] “ ” " ‘ • – — / & and or but nor of in on at to for from by with as into onto over under '
    "against after before during following while when where which who that than then until since between among "
    "including include includes included is are was were be been being has have had do does did will would can "
    "could may might should must also not out up through there it they he she we i you police officers officer".split()
)
DEFINITE = frozenset("the this that these those his her its their our your my each every both said same such".split())
ONE = frozenset("a an one another single".split())
NONE = frozenset("no zero nil".split())
# words in -ed and -ing that describe a noun; all others are verbs and end the phrase
DESCRIBING = frozenset(
    "targeted suspected directed planned armed attempted aggravated increased enhanced organised organized "
    "coordinated dedicated related linked drug-related pre-planned stepped-up detailed alleged unrelated "
    "marked unmarked uninsured authorised authorized court-authorized sealed outstanding joint-led led rolling "
    "roving moving passing detached terraced rented abandoned disused parked speeding engaging sobriety "
    "floating hidden unlicensed licensed unregistered registered living sweeping policing building dwelling "
    "housing stalking reported recorded separate connected confirmed enabled controlled closing stolen hundred "
    "fixed boarded-up cuckooed supposed called failed moped speed clothing parking fishing banking gaming shopping "
    "trading keyless breed".split()
)
# adjectives that are joined before one noun
JOINED = frozenset(
    "commonwealth federal state local drug drugs firearm firearms county national static mobile residential "
    "commercial high-visibility foot domestic arrest search".split()
)
ADJECTIVAL = ("al", "ous", "ic", "ive", "ish", "ese", "ian", "ful", "less")
SEPARATORS = frozenset((":", "-", "–", "—", "=", "|", "x", "("))
DONE = frozenset("made out up and taking part given held put in use taken by search stop".split())
TALLIED = frozenset(
    "deployments occasions locations places sites schools shops premises addresses homes visits operations times "
    "stores retailers properties venues stations parks sessions".split()
)  # "Knife arches: 21 deployments"
ENDS_ENTRY = frozenset(". , ; ) ( | / and •".split())
OPENING, CLOSING = frozenset("‘“\"'"), frozenset("’”\"'")
OFTEN = frozenset(("occasions", "times"))
LEADING = 8  # tokens of a line such as "14 – search warrants executed"
LINES = 40  # of a run of words and figures by turns
REACH = 9


class Count(NamedTuple):
    """How many: ``number`` is None where no number is stated; the phrase is tokens [i, j)."""

    number: int | None
    modifier: str
    i: int
    j: int
    definite: bool = False
    negated: bool = False
    maximum: int | None = None


def verb_like(word: str) -> bool:
    """Whether a word in -ed or -ing is taken for a verb."""
    return word.endswith(("ed", "ing")) and "-" not in word and word not in DESCRIBING and len(word) > 4


def plural(word: str) -> bool:
    """Whether a head noun stands in the plural."""
    irregular = word in ("people", "men", "women", "children", "premises")
    return irregular or (word.endswith("s") and singular(word) != word and word != "mercedes")


def counted(doc: Doc, sentence: Sentence, i: int, j: int) -> Count:
    """The noun phrase whose head is tokens [i, j).

    Returns:
        Its count: a number before it ("a further 12 warrants"), else one for "a" or "one", else none. In list lines and
        table rows also a number after it ("Search warrants: 12").
    """
    at = i
    listed = _listed(doc, sentence, i, j)
    if listed:
        return listed
    while at > sentence.i and i - at <= REACH:
        value = doc.value_at.get(at - 1)
        if value is not None and value.j == at:
            told = _by_value(doc, sentence, value, at, j)
            if told is not None:
                return told
            if value.kind not in ("age", "length", "measure", "ordinal", "label", "year", "number", "money"):
                break
        told = _determined(doc, sentence, at, j)
        if told is not None:
            return told
        step = _step(doc, sentence, value, at)
        if step == 0:
            break
        at -= step
    return _behind(doc, sentence, j) or Count(None, "exact", at, j)


def how_often(doc: Doc, sentence: Sentence, i: int, j: int, nouns: Collection[str] = OFTEN) -> Value | None:
    """The first number that begins among tokens [i, j) and tells how often: "on five occasions", "three times"."""
    for value in sentence.values:
        told = value.kind == "number" and value.number and i <= value.i < j and value.j < sentence.j
        if told and doc.low[value.j] in nouns:
            return value
    return None


def _by_value(doc: Doc, sentence: Sentence, value: Value, at: int, j: int) -> Count | None:
    """The count of a phrase whose number, or date, ends right before token ``at``; None for a year that only dates."""
    low = doc.low
    before = low[value.i - 1] if value.kind == "date" and value.i > sentence.i else ""
    if before in ONE:  # "a March 3 robbery"
        return Count(1, "exact", value.i - 1, j)
    if before in DEFINITE:  # "the November 30 murder"
        return Count(None if plural(low[j - 1]) else 1, "exact", value.i - 1, j, definite=True)
    if value.kind == "length" and low[at - 1] == "foot":
        return Count(_whole(value.number), value.modifier, value.i, j)  # "31 foot patrols"
    if value.kind not in ("number", "vague") or _dates(doc, sentence, value, j) or (at < j and low[at] == "-"):
        return None  # "a five-state raid"
    number = value.number if value.kind == "number" else None
    if number is not None and number != int(number):
        return Count(None, "exact", at, j)
    start = value.i
    if start > sentence.i and low[start - 1] in DEFINITE:
        return Count(_whole(number), value.modifier, start - 1, j, definite=True, maximum=_whole(value.maximum))
    return Count(_whole(number), value.modifier, start, j, maximum=_whole(value.maximum))


def _dates(doc: Doc, sentence: Sentence, value: Value, j: int) -> bool:
    """Whether a number is a year: "a 2011 burglary", "2014 Nissan", but "2089 vehicles"."""
    if value.kind != "number" or not value.number or not 1900 <= value.number <= 2100:
        return False
    year = value.j == value.i + 1 and doc.raw[value.i].isdecimal()
    return year and (not plural(doc.low[j - 1]) or (value.i > sentence.i and doc.low[value.i - 1] in DEFINITE))


def _determined(doc: Doc, sentence: Sentence, at: int, j: int) -> Count | None:
    """The count of a phrase whose article, or what stands for one, is the token before ``at``."""
    low, word = doc.low, doc.low[at - 1]
    if at - 3 >= sentence.i and _bracketed(doc, at - 3):
        return None
    if word == ")" and at - 3 >= sentence.i and low[at - 3] == "(":
        again = doc.value_at.get(at - 2)  # "three (3) search warrants"
        if again is None or again.kind != "number" or again.j != at - 1:
            return None
        before = doc.value_at.get(at - 4)
        start = before.i if before is not None and before.number == again.number else at - 3
        return Count(_whole(again.number), again.modifier, start, j)
    if word in ONE:
        return Count(1, "exact", at - 1, j)
    if word in NONE:
        return Count(None, "exact", at - 1, j, negated=True)
    if word == "both":
        return Count(2, "exact", at - 1, j, definite=True)
    if word == "of":
        return _part(doc, sentence, at - 1, j)
    if word not in DEFINITE and word not in ("'s", "'"):
        return None
    if word == "such" and doc.value_at.get(at - 2) is not None:
        return None  # "23 such thefts"
    part = _part(doc, sentence, at - 2, j) if at - 2 >= sentence.i and low[at - 2] == "of" else None
    many = plural(low[j - 1]) or word in ("every", "each")
    return part or Count(None if many else 1, "exact", at - 1, j, definite=True)


def _step(doc: Doc, sentence: Sentence, value: Value | None, at: int) -> int:
    """By how many tokens a noun phrase goes on to the left of token ``at``; 0 where it ends."""
    low, word = doc.low, doc.low[at - 1]
    if value is not None and value.j == at and value.kind == "number":
        return at - value.i  # a year
    if at - 3 >= sentence.i and _bracketed(doc, at - 3):
        return 3  # "66 Firearm Prohibition Order (FPO) searches", "100 ‘cuckooing’ visits"
    if word == "such":
        return 1
    before = at - 2
    if word == "and" and before >= sentence.i and doc.raw[before].istitle() and doc.raw[at].istitle():
        return 2  # "four Controlled Drugs and Substances Act warrants"
    if word in ("and", ",", "&") and before >= sentence.i and low[before] in JOINED:
        return 2  # "16 Commonwealth and State search warrants"
    return 0 if word in STOPS or (verb_like(word) and not _describes(doc, sentence, at - 1)) else 1


def _bracketed(doc: Doc, i: int) -> bool:
    """Whether tokens i to i + 2 are an abbreviation in brackets or a word in quotes."""
    if doc.low[i] == "(":
        return doc.low[i + 2] == ")" and doc.raw[i + 1].isupper()
    return doc.low[i] in OPENING and doc.low[i + 2] in CLOSING and doc.raw[i + 1].isalpha()


def _part(doc: Doc, sentence: Sentence, of: int, j: int) -> Count | None:
    """A number before "of" at a token: "one of the cars", "a dozen of addresses", "Fourteen of these sweeps"."""
    value = doc.value_at.get(of - 1)
    if value is not None and value.j == of and doc.low[value.at] != "one" and value.kind in ("number", "vague"):
        return Count(_whole(value.number) if value.kind == "number" else None, value.modifier, value.i, j)
    if of > sentence.i and doc.low[of - 1] == "one":
        return Count(1, "exact", of - 1, j, definite=True)
    return None


def _describes(doc: Doc, sentence: Sentence, token: int) -> bool:
    """Whether a word in -ed or -ing describes the noun after it, as an article or number before it shows."""
    for at in range(token - 1, max(sentence.i, token - 4) - 1, -1):
        word = doc.low[at]
        value = doc.value_at.get(at)
        if word in ONE or word in ("the", "his", "her", "their") or (value and value.kind in ("number", "vague")):
            return True
        if not ("-" in word or word.endswith(ADJECTIVAL) or verb_like(word)) or word in STOPS:
            return False
    return False


def _behind(doc: Doc, sentence: Sentence, j: int) -> Count | None:
    """A number that a clause after the noun gives: "arches, of which there were fourteen", "patrols, 40 of them"."""
    at = j + (j < sentence.j and doc.low[j] in (",", "(", "–", "—"))
    led = at > j and doc.low[at : at + 2] == ["of", "which"]
    if at == j:
        return None
    value = doc.value_at.get(at + 4 if led else at)
    if value is None or value.kind != "number" or value.number is None or value.number != int(value.number):
        return None
    after = doc.low[value.j : value.j + 2]
    if (led and doc.low[at + 2] == "there") or after in (["of", "them"], ["in", "all"], ["in", "total"]):
        return Count(value.whole, value.modifier, j - 1, value.j)
    return None


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


def _listed(doc: Doc, sentence: Sentence, i: int, j: int) -> Count | None:
    """A number after the head: "Warrants: 31", "Vehicles stopped – 203", "weapon sweeps (55)", or on the next line."""
    low, k = doc.low, j
    if sentence.values and sentence.values[0].i == sentence.i and (led := _leading(doc, sentence, j)):
        return led
    while k < sentence.j and k < j + 5 and (low[k] in DONE or verb_like(low[k])):
        k += 1
    dots = k
    while dots < sentence.j and low[dots] in (".", "…", "_"):
        dots += 1
    k = dots if dots - k > 2 else k  # leaders: "Warrants ..... 52"
    short = sentence.kind != "prose" or sentence.j - sentence.i <= 9
    start = sentence.i if short and i - sentence.i <= 4 else i
    if k == sentence.j:
        return _stacked(doc, sentence) if short else None
    if short and low[k] not in SEPARATORS and k not in doc.value_at:
        k = _label_end(doc, sentence, j)
    if low[k] in SEPARATORS:
        k += 1
    elif dots == k > j + 2 and low[k - 1] in (".", "…", "_"):
        pass
    elif sentence.kind == "prose" or i - sentence.i > 4:
        return None
    value = doc.value_at.get(k) if k < sentence.j else None
    if value is None or not value.counts or value.at > k + 2:
        return None
    after = low[value.j] if value.j < sentence.j else "."
    if after not in ENDS_ENTRY and sentence.kind != "row" and after not in TALLIED:
        return None
    return Count(value.whole, value.modifier, start, value.j)


def _leading(doc: Doc, sentence: Sentence, j: int) -> Count | None:
    """The number before a line's dash: "14 – search warrants executed"."""
    value = sentence.values[0]
    dash = value.j < sentence.j and doc.low[value.j] in ("–", "—", "-", ":", "x") and value.j < j
    short = sentence.j - sentence.i <= LEADING and plural(doc.low[j - 1])
    plain = value.kind == "number" and value.counts and (value.number or 0) > 1
    return Count(value.whole, value.modifier, value.i, j) if dash and short and plain else None


def _label_end(doc: Doc, sentence: Sentence, j: int) -> int:
    """The separator after a line's label, that the term is part of ("Test purchases at shops: 161"), or j."""
    for k in range(j, min(sentence.j, j + (8 if sentence.kind == "prose" else 14))):
        if k in doc.value_at:
            return k if sentence.kind == "row" else j
        if doc.low[k] in SEPARATORS and k + 1 in doc.value_at:
            return k
        if doc.low[k] in (",", ";", ".") and not (k == j and sentence.kind != "prose"):
            break  # but "Collisions, fatal: 2"
    return j


def _stacked(doc: Doc, sentence: Sentence) -> Count | None:
    """The number on the line below the term's, or above it where the figures come first, as tables read aloud do."""
    if sentence.j - sentence.i > 6:
        return None
    above, below = _lone(doc, sentence.index - 1), _lone(doc, sentence.index + 1)
    if above and below:  # the run of lines ends with a figure where figures stand below their words
        at, last = sentence.index, min(sentence.index + LINES, len(doc.sentences) - 2)
        while at < last and _lone(doc, at + 1) and _lone(doc, at + 2) is None and _words(doc, at + 2) <= 6:
            at += 2
        below = below if _lone(doc, at + 1) else None
    found = below or above
    if found is None:
        return None
    return Count(found.whole, found.modifier, min(sentence.i, found.i), max(sentence.j, found.j))


def _words(doc: Doc, index: int) -> int:
    """How many tokens a line has."""
    return doc.sentences[index].j - doc.sentences[index].i


def _lone(doc: Doc, index: int) -> Value | None:
    """The number that is all of a line."""
    if not 0 <= index < len(doc.sentences):
        return None
    line = doc.sentences[index]
    value = line.values[0] if len(line.values) == 1 else None
    return value if value and value.counts and value.i == line.i and value.j == line.j else None
