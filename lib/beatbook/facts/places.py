"""Facts of the family ``places``: every named place, once, as written.

A place is known by its own words ("Larkfield Road"), by the gazetteer, or by its context: most villages and streets of
a release stand in no list.
"""

import re

from beatbook.grammar.assertion import GENERAL
from beatbook.grammar.name_kinds import (
    BRAND,
    COMMON,
    DEMONYM,
    DIRECTION,
    FORENAME,
    HOLDER,
    LAW,
    NEAR,
    OF_NEAR,
    SURNAME,
    STREET,
    TIME,
    TOPIC,
)
from beatbook.grammar.names import names
from beatbook.grammar.proper import Name, Names
from beatbook.grammar.runs import NORMAL
from beatbook.language.document import Doc, Sentence
from beatbook.records import Fact

ROAD = re.compile(r"[AMB]\d{1,4}|[NR]\d{1,3}|I-?\d{1,3}|(?:US|SR|CR|FM|SH|Hwy|HWY)-\d{1,4}")
CONTACT_HEADING = re.compile(
    r"^\W*(?:(?:media|press|news)\s(?:enquir|inquir|contact|office|relations)|contact|related|share|latest|read more|see also|topics?|tags?|how to report|more news|for more|further info|"
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
    r"train|flight|destin|headed|heading|relocat|head$|walk|sail|line$|supply|supplied|suppl|flown|spread|expand|exten)"
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
VILLAGES = frozenset("village barangay suburb tehsil taluka mohalla town township hamlet".split())
DASHES = ("–", "—", "-", "--", "―")


def find(doc: Doc) -> list[Fact]:
    """The places of one release, in the order of the text.

    Args:
        doc: the analysed release; its names are found where they are not yet.

    Returns:
        One fact a place: the span is its first mention, the fuller of two spellings.
    """
    return Gatherer(doc).facts()


class Gatherer:
    """Collects places from names and their contexts."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.names: Names = names(doc)
        self.flags = self.names.flags
        self.found: list[tuple[int, int, str]] = []  # token span and rule
        self.accepted: dict[int, int] = {}  # last token + 1 → first token, for coordination
        self.skipped = self._boilerplate()

    def facts(self) -> list[Fact]:
        """All places as facts, repeats left out."""
        everything = [name for name in self.names.all if name.kind in ("place", "unknown")]
        for name in everything:
            sentence = self.doc.sentence_of(name.i)
            if sentence.index in self.skipped:
                continue
            rule = self._rule(name, sentence)
            if rule:
                self._take(name, rule)
        self._coordinate(everything)
        self._siblings(everything)
        spans = [(*self._span(i, j), rule) for i, j, rule in self.found] + self._suffixed() + self._ordinals()
        return self._once(sorted(spans))

    def _span(self, i: int, j: int) -> tuple[int, int]:
        """The text of tokens [i, j), with "(M)" after a road's number."""
        start, end = self.doc.span(i, j)
        return start, end + 3 * (self.doc.text[end : end + 3] == "(M)")

    # --- what is skipped

    def _boilerplate(self) -> set[int]:
        """Sentences of contact blocks, menus and lists of related articles."""
        skipped, menu = set(), False
        for sentence in self.doc.sentences:
            text = self.doc.text[sentence.start : sentence.end]
            if CONTACT_HEADING.match(text) and sentence.j - sentence.i < 8:
                menu = True
            elif sentence.j - sentence.i > 15 or (sentence.kind == "prose" and text.endswith(".")):
                menu = False
            if menu or text.count(" > ") > 1 or text.count(" | ") > 1 or self._contact(sentence):
                skipped.add(sentence.index)
        return skipped

    def _contact(self, sentence: Sentence) -> bool:
        """Whether the sentence is contact detail, menu or related link: it gives no places."""
        doc = self.doc
        text = doc.text[sentence.start : sentence.end]
        if sentence.heading is not None and sentence.kind != "heading":
            heading = doc.sentences[sentence.heading]
            if CONTACT_HEADING.match(doc.text[heading.start : heading.end]) and sentence.index - heading.index < 25:
                return True
        return bool(doc.scopes[sentence.index] == GENERAL and CONTACT.search(text))

    # --- single names

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
        if name.kind == "place":
            return self._own_words(name, how)
        if name.j - name.i == 1 and ROAD.fullmatch(self.doc.raw[name.i]):
            return "road" if self._road(name) else None
        if self._vetoed(name):
            return None
        if self._dateline(name, sentence):
            return "dateline"
        return self._context(name, sentence, how)

    def _own_words(self, name: Name, how: str) -> str | None:
        """A place by gazetteer or head word, unless it is somebody's surname or only a headline's capitals."""
        low, i = self.doc.low, name.i
        if name.row is None:
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
        """ "the U.S." as a place, not as in "U.S. citizen", "U.S. Attorney"."""
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
            if len(raw) < 2 or any(ch.isdigit() for ch in raw):
                return True
            for k in range(name.i, name.j):
                if flags[k] & (BRAND | DEMONYM | LAW | TIME | HOLDER | TOPIC | COMMON):
                    return True
        if name.i and doc.raw[name.i - 1] in "“\"‘'" and name.j < len(doc.raw) and doc.raw[name.j] in "”\"’'":
            return True  # a nickname
        return any(doc.low[k] in self.names.surnames for k in range(name.i, name.j)) and name.row is None

    def _caps_dateline(self, name: Name) -> bool:
        return self._dateline(name, self.doc.sentence_of(name.i))

    def _dateline(self, name: Name, sentence: Sentence) -> bool:
        """A place at the start of a sentence before a dash: "SPOKANE – ", "JUNE 8, 2021 (LINCOLN, NEB.) —"."""
        doc = self.doc
        if name.i - sentence.i > 8 or sentence.index > 8 or sentence.kind == "item":
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
            if (word[0].islower() and word not in ("of", "the", "nd", "st", "rd", "th")) or word in (":", ";", "."):
                if word != "." or doc.raw[k - 1][0].islower() or len(doc.raw[k - 1]) > 5:
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
        if how != NORMAL:
            if j - i > 2 or doc.raw[i].isupper() or any(low[k].endswith(("ing", "ly", "ed")) for k in range(i, j)):
                return None
            return (
                "adjective"
                if after in PERSON_NEAR and not flags[i] & FORENAME
                else ("preposition" if name.row and before in IN else None)
            )
        if after and flags[j] & NEAR and doc.raw[j][0].islower() and (name.row or after not in LOOSE_NEAR):
            opening = before == "" and not article and i - sentence.i < 2
            fits = name.row or not opening or not doc.raw[i].endswith(ADJECTIVES)
            if fits and (not after.startswith("station") or name.row or before in IN | AT):
                return "adjective"
        if self._before_state(name, sentence):
            return "state"
        follows = (
            not after
            or not after[0].isalpha()
            or bool(flags[j] & COMMON)
            or after.endswith(("ed", "ly"))
            or name.row is not None
        )
        follows = follows or doc.raw[j] in ("’s", "'s")
        if article and not name.row:
            # "on the Esplanade"
            alone = j - i == 1 and flags[i] & STREET and before in IN | AT | {"on", "of", "to"} and follows
            return "street" if alone else None
        if not follows or self._person_after(j):
            return None
        if before in IN:
            return "preposition"
        if before in AT:
            return "preposition" if before in ("at", "from", "between", "through") or name.row else None
        if before in VILLAGES or (before == "for" and i > 1 and low[i - 2 - article] in ("bound", "destined", "headed", "left", "heading")):
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
        """ "Larkfield, Oregon": the name stands before a state, county or country."""
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

    # --- several names

    def _take(self, name: Name, rule: str) -> None:
        i, j = name.i, name.j
        low, raw = self.doc.low, self.doc.raw
        if i and raw[i - 1][0].islower() and self.flags[i - 1] & DIRECTION and not self.flags[j - 1] & STREET:
            if not (i > 1 and MOTION.match(low[i - 2]) and name.row is None):
                i -= 1
        if i > 1 and raw[i - 1] == "The" and self.doc.sentence_of(i).i < i - 1:
            i -= 1  # "The Broadway"
        if name.row and name.row["kind"] == "abbreviation" and j < len(raw) and raw[j] == "." and raw[j - 1] != ".":
            j += 1
        if self.flags[j - 1] & STREET and i and raw[i - 1].isdigit() and len(raw[i - 1]) < 5:
            i -= 1
        self.found.append((i, j, rule))
        self.accepted[name.j] = i

    def _coordinate(self, everything: list[Name]) -> None:
        """Names joined to places by commas and "and": "Islington, Camden and Hackney"."""
        doc = self.doc
        starts = {name.i for name in everything if name.j in self.accepted}
        for order in (everything, list(reversed(everything))):
            for name in order:
                if (
                    name.j in self.accepted
                    or name.kind != "unknown"
                    or self._vetoed(name)
                    or self._person_after(name.j)
                ):
                    continue
                sentence = doc.sentence_of(name.i)
                if sentence.index in self.skipped or self.names.styles[sentence.index] != NORMAL:
                    continue
                if (name.row and name.row["kind"] in ("postal", "abbreviation")) or (
                    self.flags[name.i] & FORENAME and name.j - name.i > 1
                ):
                    continue
                if name.j - name.i > 1 and self.flags[name.j - 1] & SURNAME:
                    continue
                left = self._joined(name.i, -1)
                right = self._joined(name.j, 1)
                if (left is not None and left in self.accepted) or (right is not None and right in starts):
                    after = doc.raw[name.j] if name.j < sentence.j else "."
                    if after[0].islower() and not self.flags[name.j] & (COMMON | NEAR):
                        continue
                    self._take(name, "coordination")
                    starts.add(name.i)

    def _siblings(self, everything: list[Name]) -> None:
        """Lines of one list that open as a line with a place does: "Larkfield: two men arrested"."""
        doc = self.doc
        openers: dict[int, list[Name]] = {}
        for name in everything:
            sentence = doc.sentence_of(name.i)
            line = doc.text.rfind("\n", 0, doc.starts[name.i]) + 1
            if sentence.index in self.skipped or any(ch.isalnum() for ch in doc.text[line : doc.starts[name.i]]):
                continue
            after = doc.text[doc.ends[name.j - 1] : doc.ends[name.j - 1] + 3].lstrip(" ")[:1]
            if after in ("", "\n", ":", "–", "-", "—", "(", "\t", ",", "|"):
                openers.setdefault(sentence.intro if sentence.intro is not None else -1 - (after == ":"), []).append(
                    name
                )
        for group in openers.values():
            if len(group) < 3 or 2 * sum(name.j in self.accepted for name in group) < len(group):
                continue
            for name in group:
                if name.j not in self.accepted and name.kind == "unknown" and not self._vetoed(name):
                    self._take(name, "list")

    def _joined(self, token: int, way: int) -> int | None:
        """The edge of the neighbour beyond a comma, "and" or both; way -1 looks left, 1 right."""
        raw, low = self.doc.raw, self.doc.low
        k = token - 1 if way < 0 else token
        if not 0 <= k < len(raw):
            return None
        if low[k] in ("and", "or", "&"):
            k += way
            if 0 <= k < len(raw) and raw[k] == ",":
                k += way
            elif way > 0 and raw[k] == "the":
                k += 1
        elif raw[k] == ",":
            k += way
            if 0 <= k < len(raw) and low[k] in ("and", "or"):
                k += way
        else:
            return None
        return k + 1 if way < 0 else k

    # --- pieces of tokens

    def _suffixed(self) -> list[tuple[int, int, str]]:
        """Words such as "London-based", "Luton-born", "LONDON'S": the place inside the word."""
        spans = []
        for name in self.names.all:
            for token in range(name.i, name.j):
                word = self.doc.raw[token]
                if word[-2:] in ("'S", "’S"):
                    row = self.names.vocab.places.at([word[:-2].lower()], 0, 1)
                    if row and not row[1]["ambiguous"]:
                        spans.append((self.doc.starts[token], self.doc.ends[token] - 2, "possessive"))
                match = SUFFIXES.match(word) if "-" in word and word[0].isupper() else None
                if match:
                    first = match.group(1)
                    known = self._phrase_before(name.i, token, first.lower())
                    if known is not None:
                        end = self.doc.starts[token] + len(first)
                        spans.append((self.doc.starts[known], end, "suffix"))
                        continue
                    if self.names.vocab.flags.get(first.lower(), 0) & (DEMONYM | BRAND) or (
                        first.isupper() and first != "UK"
                    ):
                        continue
                    if word.endswith(("based", "born")) and not first.isdigit():
                        start = self.doc.starts[token]
                        spans.append((start, start + len(first), "suffix"))
        return spans

    def _phrase_before(self, i: int, token: int, last: str) -> int | None:
        """Where a gazetteer's phrase begins that ends with the word ``last`` in place of ``token``: "San Diego-based"."""
        words = [*self.doc.low[i:token], last]
        for k in range(len(words)):
            found = self.names.vocab.places.at(words, k, len(words))
            if found and found[0] == len(words) and found[1]["kind"] not in ("postal", "abbreviation"):
                return i + k
        return None

    def _ordinals(self) -> list[tuple[int, int, str]]:
        """Streets such as "42nd Street", "North 5th Avenue": the number is part of the name."""
        raw, low, spans = self.doc.raw, self.doc.low, []
        for token in range(2, len(raw)):
            if (
                low[token - 1] in ("st", "nd", "rd", "th")
                and raw[token - 2].isdigit()
                and self.flags[token] & STREET
                and raw[token][0].isupper()
            ):
                i = token - 2
                if i and self.flags[i - 1] & DIRECTION and raw[i - 1][0].isupper():
                    i -= 1
                spans.append((*self.doc.span(i, token + 1), "ordinal"))
        return spans

    def _once(self, spans: list[tuple[int, int, str]]) -> list[Fact]:
        """One fact a place: case-blind, abbreviations joined to the fuller name."""
        text = self.doc.text
        facts: dict[str, Fact] = {}
        written = {_key(text[start:end]) for start, end, _ in spans}
        written |= {key.removesuffix(" state") + "#" for key in written if key.endswith(" state")}
        for start, end, rule in spans:
            key = _key(text[start:end])
            fuller = FULL.get(key)
            if (fuller and fuller & written) or key + "#" in written:
                continue
            if key not in facts:
                facts[key] = Fact("places", {"name": " ".join(text[start:end].split())}, start, end, rule)
            elif facts[key].slots["name"].isupper() and not text[start:end].isupper() and len(text[start:end]) > 4:
                facts[key].slots["name"] = " ".join(text[start:end].split())
        return list(facts.values())


def _key(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


# An abbreviation is dropped where the fuller name stands in the text too.
FULL = {
    "uk": {"united kingdom"},
    "u.k.": {"united kingdom", "uk"},
    "us": {"united states", "united states of america", "u.s."},
    "u.s.": {"united states", "united states of america"},
    "usa": {"united states", "united states of america"},
    "uae": {"united arab emirates"},
    "n.y.": {"new york"},
    "america": set(),
    "kzn": {"kwazulu-natal"},
    "nsw": {"new south wales"},
}
