"""Contexts of places: which words around an open name, or before a known one, make it a place."""

import re

from beatbook.grammar.name_kinds import (
    BEFORE,
    BRAND,
    COMMON,
    DEMONYM,
    DIRECTION,
    FORENAME,
    HOLDER,
    LAW,
    NEAR,
    OF_NEAR,
    PLACE,
    STARTS,
    STREET,
    TIME,
    TOPIC,
    plain_words,
)
from beatbook.grammar.names import names
from beatbook.grammar.parts import Name
from beatbook.grammar.proper import Names
from beatbook.grammar.runs import CAPITALS, NORMAL
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import singular

ROAD = re.compile(r"[AMB]\d{1,4}|[NR]\d{1,3}|I-?\d{1,3}|(?:US|SR|CR|FM|SH|Hwy|HWY)-\d{1,4}")
CONTACT_HEADING = re.compile(
    r"^\W*(?:(?:media|press|news)\s(?:enquir|inquir|contact|office|relations)|contact|related|"
    r"share|latest|read more|see also|topics?|tags?|how to report|more news|for more|further info|"
    r"follow us|stay connected|subscribe|components?|menu|navigation|cookies?|footer|links)",
    re.IGNORECASE,
)
AMOUNT = re.compile(r"[.,]\d| ?(?:million|bn|m\b)")
RIFLES = frozenset("m16 a4 a5 a2 m10".split())
CONTACT = re.compile(
    r"\d{3}[\s.-]?\d{3,4}|www\.|https?:|@\w|\.(?:gov|org|com|police)\b|\b(?:101|999|911|105|111)\b|P\.?O\.? Box",
    re.IGNORECASE,
)
# Prepositions that a place follows. Those of the first kind hold for any name that is not known to be something else.
IN = frozenset(
    "in near outside around throughout across inside within beyond via along off opposite towards toward into".split()
)
AT = frozenset("at from between through past down up behind leaving left reached entering visiting".split())
MOTION = re.compile(
    r"(?:travel|drov|driv|mov|ship|transport|bound|way$|road$|route|import|export|fl[ei]w|fly|ferr|deliver|return|extradit|deport|"
    r"taken|took|brought|sent|smuggl|traffick|link|clos|next|adjacent|went|going|goes|came|run|ran|back|journey|trip|"
    r"train|flight|destin|headed|heading|relocat|transfer|call|respond|attend|dispatch|deploy|escort|airlift|rush|fled|flee|escap|sold|post|mail|cross|head$|walk|sail|line$|supply|supplied|suppl|flown|spread|expand|exten)"
)
PERSON_NEAR = frozenset(
    "man men woman women boy girl teenager teenagers youth couple resident residents native driver motorist "
    "pensioner father mother businessman landlord farmer student".split()
)
LOOSE_NEAR = frozenset(
    "gang gangs drug_dealer dealer dealers brother brothers sister family side ward branch crossing".split()
)
SUFFIXES = re.compile(r"(\w[\w'’]+)-(?:based|born|area|bound|wide|style|registered)$")
ADJECTIVES = ("ed", "ing", "ous", "ful", "al", "ive", "less", "ly", "able", "ible", "ent", "ant", "ic", "est")
PATROLLED = frozenset("patrolled patrolling visited visiting toured touring covering covered".split())
# Nouns that stand after "in", "at" and "from" and no lexicon has.
ABSTRACT = frozenset(
    "custody connection possession addition total relation order charge response effort support scene time "
    "least end beginning start line court general particular fact accordance conjunction collaboration "
    "cooperation partnership excess progress return turn case cases critical stable hospital large full detail "
    "details service public private prison front need danger vain trouble future past present meantime interim "
    "process course place country county parish community area region district town city state world".split()
)
# Kinds of places in capitals, not names.
GENERIC = frozenset(
    tuple(pair.split())
    for pair in (
        "railway station,train station,bus station,town centre,city centre,city center,industrial estate,business park,"
        "shopping centre,retail park,border crossing"
    ).split(",")
)
PLACE_NOUNS = frozenset(
    "areas towns villages cities counties districts suburbs boroughs locations places neighbourhoods "
    "neighborhoods estates communities streets roads countries states provinces townships hotspots addresses".split()
)
VILLAGES = frozenset("village barangay suburb tehsil taluka mohalla town township hamlet".split())
DASHES = ("–", "—", "-", "--", "―")


class Placing:
    """Judges names one by one; ``accepted`` maps the end of each place found to its start."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.names: Names = names(doc)
        self.flags = self.names.flags
        self.accepted: dict[int, int] = {}

    def _rule(self, name: Name, sentence: Sentence) -> str | None:
        """The rule that makes the name a place, or None."""
        how = self.names.styles[sentence.index]
        kind = name.row["kind"] if name.row else None
        if self.flags[name.i] & TIME and name.j - name.i == 1 and not self._before_state(name, sentence):
            return None  # "in March"
        if kind in ("postal", "abbreviation"):
            return "abbreviation" if self._after_place(name) else None
        if name.j - name.i == 1 and self.doc.raw[name.i] in ("US", "U.S."):
            return "country" if self._country(name) else None
        if "-" in self.doc.raw[name.j - 1] and SUFFIXES.match(self.doc.raw[name.j - 1]):
            return None  # "San Diego-based"
        if name.kind == "place":
            return self._own_words(name, how)
        if name.j - name.i == 1 and self.doc.raw[name.i] == "R" and name.i and self.doc.low[name.i - 1] == "the":
            number = self.doc.raw[name.j] if name.j < len(self.doc.raw) else ""
            if number.isdigit() and len(number) < 4 and self.doc.starts[name.j] == self.doc.ends[name.i]:
                name.j += 1  # "the R62": its letter is read as a currency
                return "road"
            return None
        if name.j - name.i == 1 and ROAD.fullmatch(self.doc.raw[name.i]):
            return "road" if self._road(name) else None
        if self._vetoed(name):
            return None
        if all(self.flags[k] & DIRECTION for k in range(name.i, name.j)) and self.doc.low[name.i - 1] != "the":
            return None
        if self._dateline(name, sentence):
            return "dateline"
        return self._context(name, sentence, how)

    def _own_words(self, name: Name, how: str) -> str | None:
        """A place by gazetteer or head word, unless it is somebody's surname or only a headline's capitals."""
        low, i = self.doc.low, name.i
        if name.row is None:
            if name.j - i == 2 and (low[i], low[i + 1]) in GENERIC:
                return None
            if low[name.j - 1] == "state" and name.j < len(low) and low[name.j] == "of":
                return None
            if how != NORMAL and low[name.j - 1] in ("streets", "roads"):
                return None
            if (
                how != NORMAL
                and not (i and low[i - 1] in IN | AT | {"on", "to", "of"})
                and self.flags[name.j - 1] & STREET
            ):
                return None
            return "head"
        if (
            name.j - i == 1
            and low[i] in self.names.surnames
            and not (i and low[i - 1] in IN | AT | {"of", "to", "the"})
        ):
            return None
        return "gazetteer"

    def _country(self, name: Name) -> bool:
        """Whether "the U.S." is a place here, not as in "U.S. citizen" or "U.S. Attorney"."""
        low, raw, i, j = self.doc.low, self.doc.raw, name.i, name.j
        if j < len(raw) and (raw[j][0].isupper() and self.doc.sentence_of(j) is self.doc.sentence_of(i)):
            return False
        if i and low[i - 1] == "the":
            return not (
                j < len(low)
                and low[j] in ("dollar", "dollars", "currency", "citizen", "citizens", "attorney", "government")
            )
        return bool(
            i
            and low[i - 1] in IN | AT | {"to"}
            and (j >= len(low) or not raw[j][0].isalpha() or self.flags[j] & COMMON)
        )

    def _road(self, name: Name) -> bool:
        """A road's number: "the A13", "off I-80"; not a car, rifle or paper."""
        low, i, j = self.doc.low, name.i, name.j
        before = low[i - 1] if i else ""
        after = low[j] if j < len(low) else ""
        if low[i] in RIFLES or AMOUNT.match(self.doc.text, self.doc.ends[i]):
            return False
        if after in ("rifle", "rifles", "carbine", "pistol", "paper", "size", "semi-automatic", "assault", "sheet"):
            return False
        if i and self.flags[i - 1] & BRAND:
            return False
        if self.doc.raw[i].startswith("I") or "-" in self.doc.raw[i]:
            return True
        if self.doc.country in ("US", "CA"):
            return False
        return before in IN | AT | {
            "the",
            "on",
            "of",
            "to",
            "and",
            ",",
            "or",
            "eastbound",
            "westbound",
            "northbound",
            "southbound",
        } or after in ("motorway", "northbound", "southbound", "eastbound", "westbound", "near", "at", "in")

    def _vetoed(self, name: Name) -> bool:
        """Whether an open name is something else: a surname, a brand, a heading's word, an abbreviation."""
        doc, flags = self.doc, self.flags
        raw = doc.raw[name.i]
        if name.row is None:
            if name.j - name.i > 4 or (
                raw.isupper() and len(raw) < 6 and name.j - name.i == 1 and not self._caps_dateline(name)
            ):
                return True
            if len(raw) < 2 or any(ch.isdigit() for ch in raw) or doc.low[name.j - 1].endswith("-old"):
                return True
            if name.j - name.i == 1 and (
                doc.low[name.i] in self.names.perhaps
                or (doc.low[name.i].endswith("ly") and doc.sentence_of(name.i).i == name.i)
            ):
                return True
            for k in range(name.i, name.j):
                if flags[k] & (BRAND | DEMONYM | LAW | TIME | HOLDER | TOPIC) or (
                    flags[k] & COMMON and name.j - name.i == 1
                ):
                    return True
        if (
            self._loud(doc.sentence_of(name.i))
            and name.row is None
            and any(
                flags[k] & ~(STARTS | BEFORE) or singular(doc.low[k]) in plain_words() or doc.low[k] in ABSTRACT
                for k in range(name.i, name.j)
                if doc.low[k] not in (".", "st", "saint")
            )
        ):
            return True
        if name.i and doc.raw[name.i - 1] in "“\"‘'" and name.j < len(doc.raw) and doc.raw[name.j] in "”\"’'":
            return True  # a nickname
        return any(doc.low[k] in self.names.surnames for k in range(name.i, name.j)) and name.row is None

    def _loud(self, sentence: Sentence) -> bool:
        """Whether a whole sentence is in capitals, and no headline."""
        return self.names.styles[sentence.index] == CAPITALS and sentence.j - sentence.i > 12

    def _caps_dateline(self, name: Name) -> bool:
        return self._dateline(name, self.doc.sentence_of(name.i))

    def _dateline(self, name: Name, sentence: Sentence) -> bool:
        """A place at the start of a sentence before a dash: "SPOKANE – ", "JUNE 8, 2021 (LINCOLN, NEB.) —"."""
        doc = self.doc
        if name.i - sentence.i > 8 or name.j - name.i > 3 or sentence.index > 8 or sentence.kind == "item":
            return False
        k = sentence.i
        while k < min(sentence.j, sentence.i + 16):
            word = doc.raw[k]
            if word in DASHES:
                return (
                    k >= name.j
                    and sentence.j - k > 6
                    and any(doc.raw[t][0].islower() for t in range(k + 1, min(k + 6, sentence.j)))
                )
            small = word[0].islower() and word not in ("of", "the", "nd", "st", "rd", "th")
            stop = word == "." and (doc.raw[k - 1][0].islower() or len(doc.raw[k - 1]) > 5)
            if small or stop or word in (":", ";"):
                return False
            k += 1
        return False

    def _context(self, name: Name, sentence: Sentence, how: str) -> str | None:
        """The rule by which the words around an open name make it a place."""
        doc, flags, low = self.doc, self.flags, self.doc.low
        i, j = name.i, name.j
        after = low[j] if j < sentence.j else ""
        before = low[i - 1] if i > sentence.i else ""
        article = before == "the"
        if article:
            before = low[i - 2] if i - 1 > sentence.i else ""
        if before in ("nearby", "neighbouring", "neighboring", "rural", "downtown", "suburban"):
            before = "in"
        if how != NORMAL and not self._loud(sentence):
            if j - i > 2 or doc.raw[i].isupper() or any(low[k].endswith(("ing", "ly", "ed")) for k in range(i, j)):
                return None
            return (
                "adjective"
                if after in PERSON_NEAR and not flags[i] & FORENAME
                else ("preposition" if name.row and before in IN else None)
            )
        if after and flags[j] & NEAR and doc.raw[j][0].islower() and (name.row or after not in LOOSE_NEAR):
            opening = before == "" and not article and i - sentence.i < 2
            if not name.row and low[j - 1].endswith(("ese", "ian", "ish")):
                return None  # "a Guyanese man"
            fits = name.row or not opening or (after in PERSON_NEAR and not doc.raw[i].endswith(ADJECTIVES))
            if fits and (not after.startswith("station") or name.row or before in IN | AT):
                return "adjective"
        if self._before_state(name, sentence):
            return "state"
        if not flags[i] & FORENAME and self._announced(i, sentence):
            return "announced"
        follows = (
            not after
            or not after[0].isalpha()
            or bool(flags[j] & COMMON)
            or after.endswith(("ed", "ly", "ing"))
            or name.row is not None
        )
        follows = follows or doc.raw[j] in ("’s", "'s")
        if article and not name.row:
            # "on the Esplanade"
            alone = j - i == 1 and flags[i] & STREET and before in IN | AT | {"on", "of", "to"} and follows
            # "in the Gorbals"
            hills = (
                j - i == 1
                and not flags[i]
                and doc.raw[i][-1] == "s"
                and before in IN
                and follows
                and after not in LOOSE_NEAR
            )
            return "street" if alone else "preposition" if hills else None
        if not follows or self._person_after(j):
            return None
        if j - i == 1 and not name.row and flags[i] & PLACE:
            return None  # "Junction", "Centre"
        if before in IN:
            return "preposition"
        if before in PATROLLED and doc.raw[i - 1][0].islower():
            return "visited"
        if (
            before == ","
            and i - 3 > sentence.i
            and doc.raw[i - 2].isdigit()
            and len(doc.raw[i - 2]) == 2
            and doc.raw[i - 3] in (",", "(")
        ):
            return "residence"  # "Vance, 31, Burnside"
        if before in AT:
            return "preposition" if before in ("at", "from", "between", "through") or name.row else None
        if before in VILLAGES or (
            before == "for" and i > 1 and low[i - 2 - article] in ("bound", "destined", "headed", "left", "heading")
        ):
            return "preposition"
        if before == "to" and any(
            MOTION.match(low[k]) or low[k] == "from" for k in range(max(sentence.i, i - 9), i - 1)
        ):
            return "motion"
        if before == "of":
            return self._of(i - 1 - article, sentence)
        if (
            before == "and"
            and i - 2 >= sentence.i
            and any(low[k] == "between" for k in range(max(sentence.i, i - 6), i))
        ):
            return "between"
        return None

    def _announced(self, i: int, sentence: Sentence) -> bool:
        """Whether words that announce places lead to token i: "towns including X", "areas: X", or a list's "at:"."""
        low = self.doc.low
        at = i - 1
        if at < sentence.i:  # a list's entry
            if sentence.kind != "item" or sentence.intro is None:
                return False
            intro = self.doc.sentences[sentence.intro]
            last = intro.j - 1 - (low[intro.j - 1] == ":")
            return last > intro.i and (low[last] in ("in", "at", "from") or low[last] in PLACE_NOUNS)
        if low[at] == "as" and low[at - 1] == "such":
            at -= 1
        elif low[at] not in (":", "including", "like", "namely", "included", "include", "were", "are", "visited"):
            return False
        return any(low[k] in PLACE_NOUNS for k in range(max(sentence.i, at - 3), at))

    def _of(self, at: int, sentence: Sentence) -> str | None:
        """A name after "of" (token ``at``): after a person and age, or "the town of", "the streets of"."""
        doc, low = self.doc, self.doc.low
        before = at - 1
        if before < sentence.i:
            return None
        if self.flags[before] & OF_NEAR:
            return "of"
        if doc.raw[before] in (",", ")") or doc.raw[before].isdigit():
            return (
                "residence"
                if any(
                    doc.raw[k].isdigit() or low[k] in ("formerly", "both", "all", "previously")
                    for k in range(max(sentence.i, before - 3), before + 1)
                )
                else None
            )
        if low[before] in ("both", "all", "formerly", "late", "originally", "each"):
            return "residence"
        return "residence" if any(name.j == at for name in self.names.persons) else None

    def _person_after(self, j: int) -> bool:
        """Whether a bracketed or set-off age follows, as after a person: "Vance, 30,"."""
        raw = self.doc.raw
        return (
            j + 2 < len(raw)
            and raw[j] in (",", "(")
            and raw[j + 1].isdigit()
            and len(raw[j + 1]) == 2
            and raw[j + 2] in (",", ")")
        )

    def _before_state(self, name: Name, sentence: Sentence) -> bool:
        """Whether the name stands before a state, county or country: "Larkfield, Oregon"."""
        j = name.j
        if j + 1 >= sentence.j or self.doc.raw[j] != ",":
            return False
        row = self.names.vocab.places.at(self.doc.low, j + 1, sentence.j)
        if row is None or not self.doc.raw[j + 1][0].isupper():
            return False
        kind = row[1]["kind"]
        if kind == "postal" and not self.doc.raw[j + 1].isupper():
            return False
        return kind in ("state", "abbreviation", "postal") or (
            kind in ("country", "county") and not self._list_of_places(name)
        )

    def _list_of_places(self, name: Name) -> bool:
        return bool(name.i and self.doc.low[name.i - 1] == ",")

    def _after_place(self, name: Name) -> bool:
        """Whether an abbreviated state stands after a place and a comma."""
        doc = self.doc
        if name.i < 2 or doc.raw[name.i - 1] != ",":
            return False
        raw = doc.raw[name.i]
        if name.row and name.row["kind"] == "postal" and not raw.isupper() and raw not in ("Vic", "Tas", "Qld"):
            return False
        return (name.i - 1) in self.accepted
