"""Judges names: which are places by their own words, by the gazetteer, or by what stands around them."""

import re

from beatbook.grammar.contexts import ADJECTIVES, AT, IN, PERSON_NEAR, SUFFIXES, Contexts
from beatbook.grammar.datelines import DASHES, in_dateline
from beatbook.grammar.name_kinds import (
    BEFORE,
    BRAND,
    COMMON,
    DEMONYM,
    DIRECTION,
    HOLDER,
    LAW,
    STARTS,
    STREET,
    TIME,
    TOPIC,
    plain_words,
)
from beatbook.grammar.parts import OPERATION_WORDS, Name
from beatbook.grammar.runs import NORMAL
from beatbook.language.document import Sentence
from beatbook.lexicons import singular

ROAD = re.compile(r"[AMB]\d{1,4}|E-\d{1,3}|[NR]\d{1,3}|I-?\d{1,3}|(?:US|SR|CR|FM|SH|Hwy|HWY|NH)-\d{1,4}")
POSTAL = re.compile(r"(?:EC|WC|NW|SE|SW|E|W)\d{1,2}")  # London's: "in SE15", "Larkby Road, E3"
PREFIXED = re.compile(r"[A-Z]{2,}-[A-Z][a-z]")
AMOUNT = re.compile(r"[.,]\d| ?(?:million|bn|m\b)")
LETTERS = frozenset("jr sr snr jnr ii iii iv esq llc inc ltd cont pr rs".split())  # after names, before sums

TENS = "twent thirt fort fift sixt sevent eight ninet".split()
COUNTING = tuple(f"{tens}{end}" for tens in TENS for end in ("y-", "ies"))
RIFLES = frozenset("m16 a4 a5 a2 m10".split())
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
        "indian reservation,shopping centre,retail park,border crossing,city hall,town hall,county hall,village hall"
    ).split(",")
)


NATIONAL_ENDS = ("ese", "ian", "ish", "can", "an")
CLOSING = frozenset("”\"’'")
COURTS = frozenset("superior supreme circuit district magistrates crown criminal appellate".split())
NATIONALS = frozenset("citizen citizens national nationals currency dollars passport passports".split())


class Placing(Contexts):
    """Judges names one by one."""

    def _rule(self, name: Name, sentence: Sentence) -> str | None:
        """The rule that makes the name a place, or None."""
        how = self.names.styles[sentence.index]
        kind = name.row["kind"] if name.row else None
        if self.flags[name.i] & TIME and name.j - name.i == 1 and not self._before_state(name, sentence):
            return None  # "in March"
        if kind in ("postal", "abbreviation"):
            return "abbreviation" if self._abbreviation(name) else None
        if name.j - name.i == 1 and self.doc.raw[name.i] in ("US", "U.S."):
            return "country" if self._country(name) else None
        if "-" in self.doc.raw[name.j - 1] and SUFFIXES.match(self.doc.raw[name.j - 1]):
            return None  # "San Diego-based"
        if self._of_band(name.j):
            return None  # a gang's
        if name.kind == "place":
            return self._own_words(name, how)
        if name.j - name.i == 1 and self.doc.raw[name.i] == "R" and name.i and self.doc.low[name.i - 1] == "the":
            number = self.doc.raw[name.j] if name.j < len(self.doc.raw) else ""
            if number.isdigit() and len(number) < 4 and self.doc.starts[name.j] == self.doc.ends[name.i]:
                name.j += 1  # "the R62": its letter is read as a currency
                return "road"
            return None
        if name.j - name.i == 1 and self.doc.country == "GB" and POSTAL.fullmatch(self.doc.raw[name.i]):
            low = self.doc.low[name.i - 1] if name.i else ""
            return "postal district" if low in IN or (low == "," and name.i - 1 in self.accepted) else None
        if name.j - name.i == 1 and ROAD.fullmatch(self.doc.raw[name.i]):
            return "road" if self._road(name) else None
        if self._aged(name):
            return "adjective"
        if self._vetoed(name):
            return None
        if name.i and self.doc.low[name.i - 1] in OPERATION_WORDS and self.doc.raw[name.i - 1][0].isupper():
            return None
        part = self.doc.low[name.i - 1] != "the" or self.doc.low[name.j : name.j + 2] == ["of", "the"]
        if part and all(self.flags[k] & DIRECTION for k in range(name.i, name.j)):
            return None  # "in the North East of the country"
        if in_dateline(self.doc, self.flags, name.i, name.j, sentence, name.row is not None):
            return "dateline"
        return self._context(name, sentence, how)

    def _aged(self, name: Name) -> bool:
        """Whether an age and a person stand around a name, whatever else it names: "a 27-year-old Winston man"."""
        low, i, j = self.doc.low, name.i, name.j
        if not (i and low[i - 1].endswith("-old") and j < len(low) and low[j] in PERSON_NEAR and j - i < 3):
            return False
        known = any(self.flags[k] & (DEMONYM | COMMON | TIME | HOLDER | TOPIC) for k in range(i, j))
        return not known and not low[j - 1].endswith(ADJECTIVES + NATIONAL_ENDS)

    def _of_band(self, j: int) -> bool:
        """Whether a chapter or cartel is named by the place that ends before token j: "the Jalisco Nine cartel"."""
        low, k = self.doc.low, j
        while k < min(j + 3, len(low)) and self.doc.raw[k][0].isupper():
            k += 1
        return k < len(low) and (low[k] in ("cartel", "cartels") or (k == j and low[k] in ("chapter", "chapters")))

    def _own_words(self, name: Name, how: str) -> str | None:
        """A place by gazetteer or head word, unless it is somebody's surname or only a headline's capitals."""
        low, i = self.doc.low, name.i
        if i and self.doc.raw[i - 1] in "“\"‘'" and self._closes(name.j):
            return None  # a nickname
        if self._of_body(name):
            return None
        if name.row is None:
            if name.j - i == 2 and (low[i], low[i + 1]) in GENERIC:
                return None
            if low[name.j - 1] == "state" and name.j < len(low) and low[name.j] == "of":
                return None
            if how != NORMAL and low[name.j - 1] in ("streets", "roads"):
                return None
            if (
                how != NORMAL
                and not (i and (low[i - 1] in IN | AT | {"on", "to", "of", ":"} or low[i - 1].isdigit()))
                and self.flags[name.j - 1] & STREET
            ):
                return None
            return "head"
        if (
            name.j - i == 1
            and low[i] in self.names.surnames
            and not (i and low[i - 1] in IN | AT | {"of", "to", "the"} and low[name.j : name.j + 1] != ["'s"])
        ):
            return None
        return "gazetteer"

    def _closes(self, j: int) -> bool:
        """Whether a closing mark follows, after a comma or not."""
        raw = self.doc.raw
        return j < len(raw) and (raw[j] in CLOSING or (raw[j] == "," and j + 1 < len(raw) and raw[j + 1] in CLOSING))

    def _of_body(self, name: Name) -> bool:
        """Whether a name is part of another: "Larkby County sheriff's", "Old City Hall", "United States citizen"."""
        low, raw, i, j = self.doc.low, self.doc.raw, name.i, name.j
        after = low[j] if j < len(low) else ""
        if i > 1 and raw[i - 1] == "," and low[i - 2] == "office" and low[i] == "district":
            return True  # "U.S. Attorney's Office, District of Columbia"
        if i > 2 and low[i - 3 : i - 1] == ["high", "court"] and low[i - 1] in ("in", "at"):
            return True  # "the High Court in Glasgow"
        if i and low[i - 1] in OPERATION_WORDS and raw[i - 1][0].isupper():
            return True
        if name.row is None:
            if not COURTS.isdisjoint(low[i : j - 1]) and "court" in low[i + 1 : j]:
                return True  # "the Superior Court of Orange County"
            regional = self.doc.country == "IE" and low[j - 1] == "region"  # the Garda's
            return regional or (bool(after) and raw[j][0].isupper() and (low[j - 1], after) in GENERIC)
        return (after == "sheriff" and raw[j] == after) or (after in NATIONALS and name.row["kind"] == "country")

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
                raw.isupper()
                and len(raw) < 6
                and name.j - name.i == 1
                and not in_dateline(doc, flags, name.i, name.j, doc.sentence_of(name.i), False)
            ):
                return True
            if name.j < len(doc.raw) and doc.raw[name.j][0].isdigit() and doc.starts[name.j] == doc.ends[name.j - 1]:
                return True  # "Sh3.5 million"
            if name.j - name.i == 1 and raw.lower() in LETTERS:
                return True
            if name.j - name.i == 2 and (doc.low[name.i], doc.low[name.i + 1]) in GENERIC:
                return True  # "at City Hall"
            if PREFIXED.match(raw) or raw.lower().startswith(COUNTING):
                return True  # "HSI-El Paso", "Twenty-one women", "in the Nineties"
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
        if name.i > 1 and doc.raw[name.i - 1] in ("th", "st", "nd", "rd") and doc.raw[name.i - 2].isdigit():
            return True  # "the 18th Street gang"
        if name.i and doc.raw[name.i - 1] in "“\"‘'" and name.j < len(doc.raw) and doc.raw[name.j] in "”\"’'":
            return True  # a nickname
        return any(doc.low[k] in self.names.surnames for k in range(name.i, name.j)) and name.row is None

    def _abbreviation(self, name: Name) -> bool:
        """Whether an abbreviated state is a place here: after a place ("Larkfield, OH") or alone."""
        doc, raw, row = self.doc, self.doc.raw[name.i], name.row or {}
        postal = row["kind"] == "postal"
        after = doc.raw[name.j] if name.j < len(doc.raw) else "."
        if doc.low[max(0, name.i - 2)] == "washington" and doc.raw[name.i].startswith("D"):
            return False  # one name with the town
        if after == "." and name.j + 1 < len(doc.raw) and doc.raw[name.j + 1][0].isupper():
            after = ""  # "Mt. Larkfield"
        dash = after in DASHES
        if name.i < 2 or not (
            dash or raw.isupper() or not postal or raw in ("Vic", "Tas", "Qld") or after in (";", ".")
        ):
            return False
        before = doc.low[name.i - 1]
        if before == "," or (before == "(" and not postal):
            return name.i - 1 in self.accepted
        # "in B.C.", "across NSW"
        alone = raw.count(".") > 1 or row["within"] == "au"
        return alone and raw.isupper() and before in IN | {"from", "to", "between", "of", "and"}
