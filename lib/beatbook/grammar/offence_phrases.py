"""Where an offence phrase ends and how it is cut at its commas and conjunctions."""

from collections.abc import Set

from beatbook.grammar.offence_links import DATES, LINKS, goes_on
from beatbook.grammar.offence_words import COUNT_WORDS, clean, vocabulary
from beatbook.grammar.people import nouns
from beatbook.grammar.statutes import LAW_OPENERS, closed, statute
from beatbook.language.document import Doc
from beatbook.language.numbers import SMALL
from beatbook.lexicons import matcher, singular

HARD_STOPS = frozenset(
    "after namely viz committed occurring stemming arising following when while whilst who whose which where whom "
    "because until before since although but however then during he she they near outside inside pending said says "
    "according came went took led began ended if despite amid whereas alongside throughout upon once unless though "
    "so via".split()
)
DASHES = frozenset("– — -".split())
MARKS = frozenset(". : – — • ! ? … ”".split())
AUXILIARIES = frozenset(
    "was were is are has have had will would did does do be been remains remain remained may".split()
)
# after "and" or a comma these open another clause, not another offence
OPENERS = frozenset(
    "police officers detectives it we i you the also later subsequently now both all each released bailed "
    "remanded sentenced jailed appeared pleaded taken held due scheduled ordered given placed arrested charged "
    "recalled fined cautioned detained convicted refused denied granted to at on from in by for with of his her "
    "their respectively not officials investigators agents deputies prosecutors court another others there this "
    "these those none no-one nobody two-year caught found captured located tracked seen hiding apprehended wanted "
    "extradited wrote issued gave made seized recovered handed executed searched stopped "
    "last bond bail secured unsecured hearing booked dob residing resident formerly also-known aka "
    "turned let sent transported transferred freed allowed escorted rushed treated brought taken put interviewed "
    "questioned quizzed deported extradited returned referred lodged summonsed indicted booked jailed housed "
    "safeguarded admitted denied served ran fled drove escaped received faced "
    "acquitted cleared exonerated absolved "
    "faces facing face awaiting announced added confirmed explained warned told one man men woman women".split()
).union(AUXILIARIES, HARD_STOPS)
HIDDEN = frozenset("hidden concealed stashed found discovered seized".split())
HIDING = frozenset("in inside at within on under during by from .".split())
DRIVING = frozenset("driving drive operating vehicle operated abuse driver".split())
STATES = frozenset(
    "driving riding armed disqualified intoxicated impaired drunk uninsured unlicensed suspended operating banned "
    "unfit masked visiting".split()
)
SOMEBODY = frozenset("the a he she they his her officers police".split())
NOT_NOUN = frozenset(
    "the a an that by in on at to from his her their he she they for with , . and today yesterday".split()
)
RESTS = frozenset("rest remainder others remaining".split())  # "… and the rest for other matters"
QUOTES = frozenset('“ ‘ " ’'.split())
DETERMINERS = frozenset("the another a an his her".split())
PERSON_ENDS = frozenset("of for with on in at to by from and or under".split())
OFFENDED = frozenset("child minor police emergency".split())  # "assault of a minor": no person whose clause opens
IN_RELATION = ["during", "and", "in", "relation", "to"]  # US: "during and in relation to a crime of violence"
DURING = frozenset("crime commission felony".split())
ACTS = frozenset("acts act assault battery attack".split())
GERUNDS = frozenset(  # these begin an offence wherever they stand
    "failing going perverting assaulting obstructing stealing resisting causing breaching possessing supplying "
    "conspiring robbing threatening harassing stalking trespassing".split()
)
NEARBY = frozenset("near in on at about around upon within around over".split())
LONGEST_ASIDE = 14  # tokens a place or time between offences may take
KEPT = frozenset("quantity commercial indictable domestic dv lbs oz. lbs. kg grams".split())  # in brackets: of the name
STATUTE_STOPS = HARD_STOPS | AUXILIARIES
NO_OBJECT = AUXILIARIES | RESTS
# what may be more than a word of the phrase
SPECIAL = STATUTE_STOPS.union(
    MARKS, LINKS, HIDDEN, QUOTES, LAW_OPENERS,
    "( [ ) ] - ranging to as along together including plus & and or , ; out among amongst such notably".split(),
)
ACTED = frozenset("for to the a an that his her their by him them at on in from into it off up".split())
BARRED = frozenset("banned disqualified barred prohibited suspended excluded".split())
BARRED_FROM = frozenset("from for as until".split())
VARIED = frozenset("varied diverse serious various different".split())
BARE_VERBS = frozenset("keep stop comply give have hold wear obey carry possess secure display report disclose".split())
GLUE = "\0"  # marks a token written on to the one before


def segments(doc: Doc, i: int, end: int, starts: Set[int]) -> tuple[list[tuple[str, list[str]]], int]:
    """The phrase that starts at token i, cut at its commas and conjunctions.

    Args:
        doc: the release.
        i, end: where the phrase starts, and the end of its clause.
        starts: tokens where people open another clause.

    Returns:
        (what stands before the segment: "", ",", ";", "and", "or", "including"; its words), and the token behind.
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
                self.words += [self.doc.raw[k], *(GLUE + word for word in self.doc.raw[k + 1 : k + 2])]
                self.words += [*self.doc.raw[k + 2 : behind - 1], GLUE + self.doc.raw[behind - 1]]
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
        if law and word == "under" and self.words[-1:] and self.words[-1].lower() in ("offences", "offenses") and (
            len(self.words) == 1
        ):
            ends = law - (self.doc.raw[law - 1] in (".", ","))
            self.words += self.doc.raw[k:ends]  # "offences under the Trade Marks Act" say no more
        if law:
            if not self.words and not self.cut and law >= self.end:
                return False
            self.k = self.last = law
            return True
        aside = dated or (word in LINKS and not _list_ahead(low, k) and not self._goes_on(k))
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
        """Whether an auxiliary opens another clause at token k; "suspected to be" is none."""
        word = self.low[k]
        if word not in AUXILIARIES or k == self.i or word in ("been", "do", "did"):
            return False
        return self.low[k - 1 : k + 1] != ["to", "be"]

    def _separate(self) -> bool | None:
        """Cuts at a separator; None where there is none, False where the phrase ends at it."""
        k = self.k
        step, said = (1, "and") if self.ranging and self.low[k] == "to" else _separator(self.doc, k)
        self.ranging = self.ranging or self.low[k] == "ranging"
        if not step:
            return None
        if not _another(self.doc, k + step, self.end, self.starts, said, self.words):
            return False
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
            step, said = _separator(self.doc, at)
            if step and self._surely(at + step, said):
                return at
        return None

    def _surely(self, k: int, said: str) -> bool:
        """Whether an offence, and nothing else, starts at token k."""
        if k >= self.end or k in self.starts or not _another(self.doc, k, self.end, self.starts, said, self.words):
            return False
        if _counted_offence(self.doc, k, self.end) or self.low[k] in GERUNDS:
            return True
        if said == "," and self.low[k] == "taking":
            return False  # "theft on fifteen occasions, taking meat and razors"
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
    driving = word in ("while", "whilst") and _while_driving(low, k, end)
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
    if after in STATES or after in ("being", "under"):
        return True
    if after in ("his", "her", "their") and low[k + 2 : k + 3] in (["license"], ["licence"], ["privileges"]):
        return True  # "driving while his license was suspended"
    return low[k - 1] in DRIVING and bool(after) and after not in SOMEBODY


def _separator(doc: Doc, k: int) -> tuple[int, str]:
    """How many tokens a comma or conjunction at token k takes, and which it is."""
    low = doc.low
    word = low[k]
    if word in ("and", "or") and low[k - 1] in LINKS and low[k + 1 : k + 2] and low[k + 1] in NEARBY:
        return 0, ""  # "in or near school grounds"
    if word in (",", ";"):
        if leads := _list_ahead(low, k + 1):
            return leads + 1, "including"
        n = 1
        while low[k + n : k + n + 1] and low[k + n] in ("and", "or", "plus", "&"):
            n += 1
        return n, "or" if low[k + n - 1] == "or" else ";" if word == ";" else "and" if n > 1 else ","
    if word in ("and", "&", "plus"):
        return (2, "or") if low[k + 1 : k + 2] == ["/"] else (1, "and")
    if word == "or":
        return (0, "") if low[k + 1 : k + 2] in (["more"], ["less"], ["over"], ["above"], ["so"]) else (1, "or")
    if word == "ranging" and low[k + 1 : k + 2] == ["from"]:
        return 2, "including"
    if leads := _list_ahead(low, k):
        return leads, "including"
    if word == "as" and low[k + 1 : k + 3] == ["well", "as"]:
        return 3, "and"
    if word in ("along", "together") and low[k + 1 : k + 2] == ["with"]:
        return 2, "and"
    return (1, "including") if word == "including" else (0, "")


def _list_ahead(low: list[str], k: int) -> int:
    """How many tokens open a list of examples at token k: "among them", "such as", "as varied as"; 0 for none."""
    if low[k : k + 1] == ["notably"]:
        return 1
    pair = low[k : k + 2]
    if pair in (["among", "them"], ["amongst", "them"], ["such", "as"]):
        return 2
    return 3 if pair[:1] == ["as"] and low[k + 2 : k + 3] == ["as"] and pair[-1] in VARIED else 0


def _another(doc: Doc, k: int, end: int, starts: Set[int], said: str, words: list[str]) -> bool:
    """Whether an offence, or another object of the last, goes on at token k, behind a separator."""
    if k >= end:
        return False
    low, word = doc.low, doc.low[k]
    if _counted_offence(doc, k, end):
        return True
    if k in starts or _person_ahead(doc, k, end):
        return False
    if word in DETERMINERS:
        return k + 1 < end and not _new_subject(low, k + 1, end) and not _ordinal_person(doc, k + 1, end)
    if word in BARRED and k + 1 < end and low[k + 1] in BARRED_FROM:
        return False  # "… and disqualified from driving"
    if word in OPENERS and said != "including":
        return _goes_on_inside(doc, k, end, said, words)
    if said == "and" and word.endswith("ed") and k + 1 < end and low[k + 1] in ACTED and not _adjective(word):
        return False  # "admitted theft and asked for …"
    if said in (",", ";") and not _capital_goes_on(doc, k, end, said):
        return False
    return word[0].isalnum() or word in QUOTES


def _adjective(word: str) -> bool:
    return word in vocabulary()["adjective"] or word in vocabulary()["noun"] or word in STATES


def _new_subject(low: list[str], k: int, end: int) -> bool:
    """Whether the noun at token k, behind its article, has a verb of its own: "… and the matter was postponed"."""
    return low[k] in NO_OBJECT or (k + 1 < end and low[k + 1] in AUXILIARIES and low[k + 1] != "be")


def _ordinal_person(doc: Doc, k: int, end: int) -> bool:
    """ "…; a fourth escaped": somebody whose own clause opens, not another offence."""
    value = doc.value_at.get(k)
    return bool(value and value.kind == "ordinal" and value.j < end and doc.low[value.j][-2:] in ("ed", "as", "ad"))


def _person_ahead(doc: Doc, k: int, end: int) -> bool:
    """Whether a person opens at token k, whose own clause follows: "… murder and a 31-year-old woman on …"."""
    low, value = doc.low, doc.value_at.get(k)
    number = bool(value and value.kind in ("number", "age") and value.i == k)
    if not number and low[k] not in DETERMINERS and low[k] != "aged":
        return False
    for at in range(k + (low[k] in DETERMINERS), min(end, k + 7)):
        word, value = low[at], doc.value_at.get(at)
        if value and value.kind == "age":
            return True
        if word in nouns():
            return word not in OFFENDED or number
        if word in vocabulary()["noun"] or not (word[0].isalnum() or word in ("-", "’", "'s")) or word in PERSON_ENDS:
            return False
    return False


def _goes_on_inside(doc: Doc, k: int, end: int, said: str, words: list[str]) -> bool:
    """ "conspiracy to distribute and to possess …", "possession with intent to supply and of a knife"."""
    word, after = doc.low[k], doc.low[k + 1] if k + 1 < end else ""
    if word == "not" and after in BARE_VERBS:
        return True  # "possess unauthorised firearm and not keep firearm safely"
    if word == "police" and after in ("pursuit", "pursuits"):
        return True
    if word == "with" and after.endswith("ing") and said == "and":
        return True  # "charged with murder and with having a knife"
    if word == "to" and said == "and" and after.endswith("ing"):
        return True  # "pleaded guilty to theft and to threatening behaviour"
    if word == "to" and said in ("and", "or"):
        return after in vocabulary()["verb"] and "to" in [part.strip(GLUE) for part in words]
    return (
        said == "and" and word in ("of", "with") and (after in vocabulary()["noun"] or after in ("a", "an", "intent"))
    )


def _capital_goes_on(doc: Doc, k: int, end: int, said: str) -> bool:
    """Whether a word after a comma can still be part of the offences: no verb, no place, no agency."""
    raw, word = doc.raw, doc.low[k]
    kinds = vocabulary()
    verb = k + 1 >= end or raw[k + 1][0].isupper() or doc.low[k + 1] in NOT_NOUN or k + 1 in doc.value_at
    told = said == "," and word.endswith("ed") and verb and raw[k].islower()
    if told and word not in kinds["adjective"] and word not in kinds["noun"]:
        return False  # ", announced U.S. Attorney …"
    if not raw[k][0].isupper() or raw[k].isupper():
        return True
    if not _offence_ahead(doc, k, end):
        return False  # "Aggravated Robbery, Harris County"
    known = (
        word in kinds["noun"] or singular(word) in kinds["noun"] or word in ("class", "schedule", "section", "criminal")
    )
    before = k - 2
    if raw[before] == ")":  # "Possession of Heroin (2 counts), Felon in Possession"
        before = next((at - 1 for at in range(before, max(0, before - 8), -1) if raw[at] == "("), before)
    return said == ";" or raw[before][0].isupper() or known


def _offence_ahead(doc: Doc, k: int, end: int) -> bool:
    """Whether a word of offence phrases stands between token k and the next separator."""
    kinds = vocabulary()
    if doc.low[k + 1 : k + 3] == ["in", "possession"]:
        return True  # "Felon in Possession of a Firearm"
    for at in range(k, min(end, k + 9)):
        word = doc.low[at]
        if (at > k and _separator(doc, at)[0]) or word in (".", ";", "–", "-", "(", "in", "on", "at"):
            return False
        one = singular(word)
        if word.endswith("ing") or any(one in kinds[kind] or word in kinds[kind] for kind in ("noun", "topic", "verb")):
            return True
    return False


def _counted_offence(doc: Doc, k: int, end: int) -> bool:
    """ "two counts of", "a further charge of" at token k."""
    for at in range(k, min(end - 1, k + 5)):
        word = doc.low[at]
        if word in COUNT_WORDS and word != "suspicion" and doc.low[at + 1] == "of":
            return True
        if word == "of" and at == k + 1 and (doc.low[k] in SMALL or doc.low[k].isdecimal()):
            return doc.low[at + 1].endswith("ing") or doc.low[at + 1] in vocabulary()["noun"]  # "and one of theft"
        if word in ("and", ",", "of", "was", "were", "has", "have") or word in nouns():
            return False
    return False
