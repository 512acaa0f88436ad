"""Where an offence phrase ends and how it is cut at its commas and conjunctions."""

from collections.abc import Set

from beatbook.grammar.offence_cuts import (
    AUXILIARIES,
    GLUE,
    HARD_STOPS,
    QUOTES,
    STATES,
    another,
    counted_offence,
    list_ahead,
    separator,
)
from beatbook.grammar.offence_links import DATES, LINKS, goes_on
from beatbook.grammar.offence_words import clean, vocabulary
from beatbook.grammar.statutes import LAW_OPENERS, closed, statute
from beatbook.language.document import Doc
from beatbook.lexicons import matcher, singular

DASHES = frozenset("– — -".split())
MARKS = frozenset(". : – — • ! ? … ”".split())
HIDDEN = frozenset("hidden concealed stashed found discovered seized".split())
HIDING = frozenset("in inside at within on under during by from .".split())
DRIVING = frozenset("driving drive operating vehicle operated abuse driver".split())
SOMEBODY = frozenset("the a he she they his her officers police".split())
IN_RELATION = ["during", "and", "in", "relation", "to"]  # US: "during and in relation to a crime of violence"
AFTERMATH = frozenset("fact accident collision crash grooming".split())  # what an offence may come after
FAILURES = frozenset("failing failure fail failed stop leaving leave meeting meet".split())
DURING = frozenset("crime commission felony".split())
ACTS = frozenset("acts act assault battery attack".split())
GERUNDS = frozenset(  # these begin an offence wherever they stand
    "failing going perverting assaulting obstructing stealing resisting causing breaching possessing supplying "
    "conspiring robbing threatening harassing stalking trespassing".split()
)
LONGEST_ASIDE = 14  # tokens a place or time between offences may take
KEPT = frozenset("quantity commercial indictable domestic dv lbs oz. lbs. kg grams".split())  # in brackets: of the name
STATUTE_STOPS = HARD_STOPS | AUXILIARIES
# what may be more than a word of the phrase
SPECIAL = STATUTE_STOPS.union(
    MARKS,
    LINKS,
    HIDDEN,
    QUOTES,
    LAW_OPENERS,
    "( [ ) ] - ranging to as along together including plus & and or , ; out among amongst such notably "
    "namely viz".split(),
)


def segments(doc: Doc, i: int, end: int, starts: Set[int]) -> tuple[list[tuple[str, list[str]]], int]:
    """The phrase that starts at token i, cut at its commas and conjunctions.

    Args:
        doc: the release.
        i, end: where the phrase starts, and the end of its clause.
        starts: tokens where people open another clause.

    Returns:
        (what stands before the segment: "", ",", ";", "and", "or", "including", "counted"; its words), and the
        token behind.
    """
    cutter = _Cutter(doc, i, end, starts)
    while cutter.k < end and cutter.step():
        pass
    return cutter.done()


class _Cutter:
    """Walks through one phrase: takes words, passes over what is dropped, cuts at separators."""

    def __init__(self, doc: Doc, i: int, end: int, starts: Set[int]):
        self.doc, self.low, self.i, self.end, self.starts = doc, doc.low, i, end, starts
        self.k = self.last = i  # the token at hand, and the one behind the phrase
        self.cut: list[tuple[str, list[str]]] = []
        self.words: list[str] = []
        self.joint = ""
        self.ranging = False  # "ranging from X to Y"

    def done(self) -> tuple[list[tuple[str, list[str]]], int]:
        """The segments, cleaned, and the token behind the phrase."""
        if self.words:
            self.cut.append((self.joint, self.words))
        return [(joint, clean(_joined(part))) for joint, part in self.cut], self.last

    def step(self) -> bool:
        """Takes one thing at token k; False where the phrase ends before it."""
        k, low = self.k, self.low
        word = low[k]
        if word not in SPECIAL and k not in self.doc.value_at:
            return self._take(word)
        if word in ("(", "["):
            behind = closed(low, k, self.end)
            if self.words and not KEPT.isdisjoint(low[k + 1 : behind - 1]):
                self.words.append(self.doc.words(k, behind))
            self.k = self.last = behind
            return True
        if low[k : k + 5] == IN_RELATION and k + 5 < self.end:
            self.words += self.doc.raw[k : k + 5]
            self.k = self.last = k + 5
            return True
        if word == "." and k + 1 < self.end and (self.doc.raw[k + 1][0].islower() or len(self.doc.raw[k - 1]) == 1):
            self.k += 1  # an abbreviation
            return True
        if word in DASHES and self.words and k + 1 < self.end and k + 1 in self.doc.terms(matcher("drugs")):
            self.words.append(word)  # "Possession for the Purpose of Trafficking – Cocaine"
            self.k += 1
            return True
        dated = _dated(self.doc, k)
        if not dated and _stops(self.doc, k, self.i, self.end, bool(self.words)):
            return False
        law = None if dated else statute(self.doc, k, self.end, STATUTE_STOPS)
        if (
            law
            and word == "under"
            and self.words[-1:]
            and self.words[-1].lower() in ("offences", "offenses")
            and (len(self.words) == 1)
        ):
            ends = law - (self.doc.raw[law - 1] in (".", ","))
            self.words += self.doc.raw[k:ends]  # "offences under the Trade Marks Act" say no more
        if law:
            if not self.words and not self.cut and law >= self.end:
                return False
            self.k = self.last = law
            return True
        aside = dated or (word in LINKS and not list_ahead(low, k) and not self._goes_on(k))
        if aside and self.words and (leads_on := self._behind_aside(k)) is not None:
            self.k = leads_on  # "robbery in Leeds on 4 May and burglary in Bradford"
            return True
        if aside or self._verb(k):
            return False
        separated = self._separate()
        return self._take(word) if separated is None else separated

    def _goes_on(self, k: int) -> bool:
        return goes_on(self.doc, k, self.end, self.i, vocabulary()["noun"])

    def _verb(self, k: int) -> bool:
        """Whether an auxiliary opens another clause at token k; "suspected to be", "to remain" are none."""
        word = self.low[k]
        if word not in AUXILIARIES or k == self.i or word in ("been", "do", "did"):
            return False
        return self.low[k - 1] != "to" and "whether" not in self.low[max(self.i, k - 3) : k]

    def _separate(self) -> bool | None:
        """Cuts at a separator; None where there is none, False where the phrase ends at it."""
        k = self.k
        step, said = (1, "and") if self.ranging and self.low[k] == "to" else separator(self.doc, k)
        self.ranging = self.ranging or self.low[k] == "ranging"
        if not step:
            return None
        if not another(self.doc, k + step, self.end, self.starts, said, self.words):
            return False
        if counted_offence(self.doc, k + step, self.end):
            said = "counted"
        if self.words:
            self.cut.append((self.joint, self.words))
            self.joint, self.words = said, []
        elif said != ",":
            self.joint = said
        self.k += step
        return True

    def _take(self, word: str) -> bool:
        """Takes the word at token k; quotation marks are passed over."""
        k = self.k
        if word not in QUOTES:
            apart = not self.words or self.doc.starts[k] > self.doc.ends[k - 1] or self.low[k - 1] in QUOTES
            self.words.append(self.doc.raw[k] if apart else GLUE + self.doc.raw[k])
        self.k = self.last = k + 1
        return True

    def _behind_aside(self, k: int) -> int | None:
        """The separator behind a place or time at token k that leads on to another offence, None where none does."""
        if self.low[k] == "as":
            return None  # "… offences as we continue …"
        for at in range(k + 1, min(self.end, k + LONGEST_ASIDE)):
            word = self.low[at]
            if at in self.doc.value_at:
                continue  # "4 May"
            if word in HARD_STOPS or word in AUXILIARIES or word in MARKS or at in self.starts:
                return None
            step, said = separator(self.doc, at)
            if step and self._surely(at + step, said):
                return at
        return None

    def _surely(self, k: int, said: str) -> bool:
        """Whether an offence, and nothing else, starts at token k."""
        if k >= self.end or k in self.starts or not another(self.doc, k, self.end, self.starts, said, self.words):
            return False
        if counted_offence(self.doc, k, self.end) or self.low[k] in GERUNDS:
            return True
        if said == "," and self.low[k] == "taking" and "without" not in self.low[k : min(k + 6, self.end)]:
            return False  # "theft on fifteen occasions, taking meat and razors"; not "taking a car without consent"
        nouns_of_crime = vocabulary()["noun"]
        for at in range(k, min(self.end, k + 4)):
            word = self.low[at]
            if word in nouns_of_crime or singular(word) in nouns_of_crime:
                return True
            if self.doc.raw[at][0].isupper() or not word[0].isalpha() or word in LINKS or word == "of":
                return False
        return False


def _joined(words: list[str]) -> str:
    return "".join(word[1:] if word[0] == GLUE else " " + word for word in words).strip().lower()


def _stops(doc: Doc, k: int, i: int, end: int, begun: bool) -> bool:
    """Whether the phrase ends before token k: a date, a mark, a clause of its own, where the goods were hidden."""
    low, word = doc.low, doc.low[k]
    value = doc.value_at.get(k)
    if value and value.i == k and value.kind == "length" and k > i and low[k - 1] in (",", "and", "for", "to"):
        return True
    if word in (")", "]") or word in MARKS or (word == "-" and doc.starts[k] > doc.ends[k - 1]):
        return True
    if k == i:
        return False
    if word == "out":
        return low[k + 1 : k + 3] in (["of", "a"], ["of", "the"], ["of", "his"], ["of", "their"])  # "out of a flat"
    if word in HIDDEN and k + 1 < end and low[k + 1] in HIDING:
        return True
    if word not in HARD_STOPS or (word == "before" and not begun):
        return False
    if word == "during" and not DURING.isdisjoint(low[k + 1 : min(k + 10, end)]):
        return False  # "use of a firearm during (and in relation to) a drug trafficking crime"
    if word == "upon" and low[k - 1] in ACTS:
        return False  # "lewd acts upon a child"
    if word == "near" and low[k - 1] in ("or", "and"):
        return False
    if word in ("after", "following") and not AFTERMATH.isdisjoint(low[k + 1 : min(k + 4, end)]):
        return low[k - 1] != "accessory" and FAILURES.isdisjoint(low[i:k])  # "failing to stop after a crash"
    driving = word in ("while", "whilst", "when") and _while_driving(low, k, end)
    return not driving and not (word == "which" and low[k - 1] == "to")


def _dated(doc: Doc, k: int) -> bool:
    """Whether a date or time starts at token k."""
    value = doc.value_at.get(k)
    if value is None or value.i != k or value.kind not in DATES:
        return False
    return value.kind != "year" or not doc.low[k].isalpha()


def _while_driving(low: list[str], k: int, end: int) -> bool:
    """ "driving while disqualified": a state of the offender, not another clause."""
    after = low[k + 1] if k + 1 < end else ""
    if after in STATES or after in ("being", "under") or low[k + 1 : k + 3] in (["on", "bail"], ["on", "licence"]):
        return True
    if low[k] == "when":
        return False
    if after in ("his", "her", "their") and low[k + 2 : k + 3] in (["license"], ["licence"], ["privileges"]):
        return True  # "driving while his license was suspended"
    return low[k - 1] in DRIVING and bool(after) and after not in SOMEBODY
