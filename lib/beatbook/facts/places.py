"""Facts of the family ``places``: every named place, once, as written.

A place is known by its own words ("Larkfield Road"), by the gazetteer, or by its context: most villages and streets of
a release stand in no list.
"""

import re

from beatbook.grammar.contexts import AT, COLUMNS, IN, MOTION
from beatbook.grammar.name_kinds import COMMON, DIRECTION, FORENAME, HOLDER, NEAR, PLACE, STREET, SURNAME
from beatbook.grammar.parts import Name
from beatbook.grammar.place_pieces import Pieces
from beatbook.grammar.runs import NORMAL, SAINTS
from beatbook.grammar.spellings import SHARED, fuller_spellings, in_full, key_of
from beatbook.language.document import Doc
from beatbook.records import Fact

MOST_BEFORE = 200  # characters of a line before a name that opens it
LABEL = re.compile(r"\W{0,3}(?:\d{1,2}|[a-z])[.)]\W{0,3}")  # "1) ", "(b) "
ORDINAL = re.compile(r"(\d) (st|nd|rd|th)\b")  # a raised "th" that a page sets apart
# Small words that close a name as capitals would.
JOINED = frozenset("seaport airport expressway highway motorway freeway peninsula interchange turnpike flyover".split())
# Before "station", and what a sentence says of police and fire stations.
RAIL = frozenset("railway train rail tube underground metro tram bus coach".split())
HELD_AT = frozenset("custody police detained held questioned interviewed questioning bail fire".split())


def find(doc: Doc) -> list[Fact]:
    """The places of one release, in the order of the text.

    Args:
        doc: the analysed release; its names are found where they are not yet.

    Returns:
        One fact a place: the span is its first mention, the fuller of two spellings.
    """
    return Gatherer(doc).facts()


class Gatherer(Pieces):
    """Collects places from names and their contexts."""

    def __init__(self, doc: Doc):
        super().__init__(doc)
        self.found: list[tuple[int, int, str]] = []  # token span and rule
        self.told: dict[tuple[int, int], str] = {}  # names that the text shortens, by span
        self.shared: set[str] = set()  # what shares a head, "Swisher" of "Castro and Swisher Counties"

    def facts(self) -> list[Fact]:
        """All places as facts, repeats left out."""
        everything = [name for name in self.names.all if name.kind in ("place", "unknown") and not self._aside(name.i)]
        for name in everything:
            sentence = self.doc.sentence_of(name.i)
            rule = self._rule(name, sentence)
            if rule:
                self._take(name, rule)
        self._coordinate(everything)
        self._siblings(everything)
        self._share_heads()
        spans = [(*self._span(i, j), rule) for i, j, rule in self.found] + self._suffixed() + self._ordinals()
        spans += self._dossiers() + self._directions() + self._services()
        return self._once(sorted(spans))

    def _span(self, i: int, j: int) -> tuple[int, int]:
        """The text of tokens [i, j), with "(M)" after a road's number."""
        start, end = self.doc.span(i, j)
        return start, end + 3 * (self.doc.text[end : end + 3] == "(M)")

    # --- several names

    def _take(self, name: Name, rule: str) -> None:
        i, j = name.i, name.j
        low, raw = self.doc.low, self.doc.raw
        if low[i] == "counties" and j - i > 1:
            i += 1  # "in Counties Larkshire and Wrenshire"
        while (
            i > name.i - 2
            and i
            and raw[i - 1][0].islower()
            and self.flags[i - 1] & DIRECTION
            and not self.flags[j - 1] & STREET
            and (i < 2 or name.row is not None or not MOTION.match(low[i - 2]))
        ):
            i -= 1  # "south London", "south west London", not "drove south Larkby"
        if i > 1 and raw[i - 1] == "The" and self.doc.sentence_of(i).i < i - 1 and raw[i - 2][0].isalpha():
            i -= 1  # "The Broadway"
        while (
            j - 1 > i
            and self.flags[j - 1] & COMMON
            and "\n" in self.doc.text[self.doc.ends[j - 2] : self.doc.starts[j - 1]]
        ):
            j -= 1  # the next line's first word
        if (
            low[i] in SAINTS
            and j + 1 < len(raw)
            and low[j] == "'s"
            and (not raw[j + 1][0].isalpha() or low[j + 1] in IN | AT | {"on", "and", "was", "is", "area"})
        ):
            j += 1  # "a house in St Ann's"
        if self._joins_state(i, j):
            j += 2  # "Washington, D.C."
        if name.row and name.row["kind"] == "abbreviation" and j < len(raw) and raw[j] == "." and raw[j - 1] != ".":
            j += 1
        if self.flags[j - 1] & STREET:
            i = self._house_number(i)
        if j < len(raw) and (low[j] in JOINED or (low[j] == "region" and not name.row and low[i - 1] == "the")):
            j += 1  # "Onne seaport", "the Hunter region"
        elif low[j : j + 2] == ["border", "crossing"] and low[i - 1] == "the":
            j += 2  # "the Larkby border crossing"
        elif low[j : j + 1] == ["motorway"] and raw[i].startswith("E-"):
            j += 1
        j = self._station(j)
        self.found.append((i, j, rule))
        self.accepted[name.j] = i
        self.accepted[j] = i

    def _station(self, j: int) -> int:
        """The end of a British railway station's name from token j on: "Larkby New Street station"."""
        low = self.doc.low
        k = j + (low[j : j + 1] != ["station"] and low[j + 1 : j + 2] == ["station"] and low[j] in RAIL)
        if self.doc.country != "GB" or low[k : k + 1] != ["station"]:
            return j
        sentence = self.doc.sentence_of(j)
        return k + 1 if k > j or HELD_AT.isdisjoint(low[sentence.i : sentence.j]) else j

    def _coordinate(self, everything: list[Name]) -> None:
        """Names joined to places by commas and "and": "Islington, Camden and Hackney".

        American towns have their states beside them or stand in the gazetteer; a list with no name of the kind names
        shops, apps or gangs as often.
        """
        starts = {name.i: name.row is not None for name in everything if name.j in self.accepted}
        for order in (everything, list(reversed(everything))):
            for name in order:
                if name.j in self.accepted or name.kind != "unknown":
                    continue
                small = self.doc.raw[name.i - 1][0].islower() and bool(self.flags[name.i - 1] & DIRECTION)
                left = self._joined(name.i - small, -1)
                if left not in self.accepted:
                    left = None
                right = self._joined(name.j, 1)
                if left is None and right not in starts:
                    continue
                known = (right is not None and starts.get(right, False)) or (
                    left is not None and starts.get(self.accepted[left], True)
                )
                if (known or name.row or self.doc.country != "US") and self._may_join(name, left):
                    self._take(name, "coordination")
                    starts[name.i] = known or name.row is not None

    def _may_join(self, name: Name, left: int | None) -> bool:
        """Whether an open name beside a place (which ends at token ``left``, or stands behind it) is one too."""
        doc, flags = self.doc, self.flags
        sentence = doc.sentence_of(name.i)
        if self.names.styles[sentence.index] != NORMAL and not self._loud(sentence):
            return False
        if name.j - name.i == 1 and name.row is None and self.flags[name.i] & DIRECTION:
            return False  # "South and West Yorkshire"
        if name.row:
            if name.row["kind"] in ("postal", "abbreviation"):
                return False
        elif name.j - name.i == 1 and (flags[name.i] & PLACE or self._letters(name)):
            return False  # "12th and Main Street", "in the Balkans, SEESAC"
        if name.j - name.i > 1 and (flags[name.i] & FORENAME or flags[name.j - 1] & SURNAME):
            return False
        if left is not None and self._held(self.accepted[left], name):
            return False  # "the Mayor of Larkfield, Ann Vance,"
        after = doc.raw[name.j] if name.j < sentence.j else "."
        participle = after.endswith("ed") or after == "bound"
        if after[0].islower() and not flags[name.j] & (COMMON | NEAR) and not (left and participle):
            return False
        return not self._person_after(name.j) and not self._vetoed(name)

    def _letters(self, name: Name) -> bool:
        """Whether a name is all in capitals in a sentence that is not."""
        return self.doc.raw[name.i].isupper() and not self._loud(self.doc.sentence_of(name.i))

    def _joins_state(self, i: int, j: int) -> bool:
        """Whether "D.C." after a comma belongs to the name."""
        raw = self.doc.raw
        return (
            j - i == 1
            and raw[i].lower() == "washington"
            and j + 1 < len(raw)
            and raw[j] == ","
            and (raw[j + 1] in ("D.C.", "DC"))
        )

    def _held(self, i: int, name: Name) -> bool:
        """Whether the place at token i is an office's and a name of several words stands behind it."""
        low = self.doc.low
        return i > 1 and low[i - 1] == "of" and bool(self.flags[i - 2] & HOLDER) and name.j - name.i > 1

    def _share_heads(self) -> None:
        """Places that share a head: "Castro and Swisher Counties" names Castro and Swisher."""
        for n, (i, j, rule) in enumerate(self.found):
            if self.doc.low[j - 1] not in SHARED or j - i < 2:
                if j < len(self.doc.low) and self.doc.low[j] in SHARED:
                    self._chain(i, j)
                continue
            if self._joined(i, -1) is not None:
                self.found[n] = (i, j - 1, rule)
                self._chain(i, j - 1)

    def _directions(self) -> list[tuple[int, int, str]]:
        """Places that share all but their direction: "South and West Yorkshire" names South Yorkshire as well."""
        doc, spans = self.doc, []
        for i, j, _ in self.found:
            at = self._joined(i, -1) if j - i > 1 and self.flags[i] & DIRECTION else None
            while at is not None and self._direction(at - 1, like=i):
                span = doc.span(at - 1, j)
                self.told[span] = f"{doc.raw[at - 1]} {doc.words(i + 1, j)}"
                spans.append((*span, "shared head"))
                at = self._joined(at - 1, -1)
        return spans

    def _direction(self, token: int, like: int) -> bool:
        """Whether a token is a direction, with or without a capital like another: alone it names no place."""
        capital = self.doc.raw[token][0].isupper() == self.doc.raw[like][0].isupper()
        return capital and bool(self.flags[token] & DIRECTION)

    def _chain(self, i: int, j: int) -> None:
        """Note the place at tokens [i, j) and those joined to its left as sharing a head."""
        at: int | None = j
        while at is not None:
            self.shared.add(key_of(self.doc.words(i, at)))
            at = self._joined(i, -1)
            if at not in self.accepted:
                return
            i = self.accepted[at]

    def _siblings(self, everything: list[Name]) -> None:
        """Lines of one list that open as a line with a place does: "Larkfield: two men arrested"."""
        doc = self.doc
        openers: dict[int, list[Name]] = {}
        for name in everything:
            sentence = doc.sentence_of(name.i)
            start = doc.starts[name.i]
            before = doc.text[max(0, start - MOST_BEFORE) : start].rpartition("\n")[2]
            if any(ch.isalnum() for ch in before) and not LABEL.fullmatch(before):
                continue
            after = doc.text[doc.ends[name.j - 1] : doc.ends[name.j - 1] + 3].lstrip(" ")[:1]
            if after in ("", "\n", ":", "–", "-", "—", "(", "\t", ",", "|"):
                openers.setdefault(sentence.intro if sentence.intro is not None else -1 - (after == ":"), []).append(
                    name
                )
        for group in openers.values():
            size = len(group)
            group = [name for name in group if not self._column_head(name)]
            known = sum(name.j in self.accepted for name in group)
            told = known and size < 20 and all(self._tells(name) for name in group)
            if size < 3 or (2 * known < len(group) and not (known and len(group) < size) and not told):
                continue
            for name in group:
                if name.j not in self.accepted and name.kind == "unknown" and not self._vetoed(name):
                    self._take(name, "list")

    def _column_head(self, name: Name) -> bool:
        """Whether a name heads the first column of a table: "Location", "Town"."""
        low, end = self.doc.low, self.doc.ends[name.j - 1]
        return name.j - name.i == 1 and low[name.i] in COLUMNS and self.doc.text[end : end + 1] == "\t"

    def _tells(self, name: Name) -> bool:
        """Whether prose follows a name that opens its line: "Larkfield – Officers found 40 plants in a loft."."""
        doc = self.doc
        end = doc.text.find("\n", doc.ends[name.j - 1])
        rest = doc.text[doc.ends[name.j - 1] : end if end > 0 else len(doc.text)].lstrip(" :–—-.")
        return rest[:1].isupper() and rest.rstrip()[-1:] in (".", "”", '"') and rest.count(" ") > 2

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
            elif way > 0 and raw[k : k + 1] == ["the"]:
                k += 1
        elif raw[k] == ",":
            k += way
            if 0 <= k < len(raw) and low[k] in ("and", "or"):
                k += way
        else:
            return None
        return k + 1 if way < 0 else k

    def _once(self, spans: list[tuple[int, int, str]]) -> list[Fact]:
        """One fact a place: case-blind, abbreviations and shorter spellings joined to the fullest."""
        text = self.doc.text
        written = {key_of(text[start:end]) for start, end, _ in spans}
        fuller = fuller_spellings(written, self.shared)
        facts: dict[str, Fact] = {}
        for start, end, rule in spans:
            name = self.told.get((start, end)) or ORDINAL.sub(r"\1\2", " ".join(text[start:end].split()))
            key = key_of(name)
            place = in_full().get(key, key)
            place = fuller.get(place, place)
            if place != key and text[max(0, start - 40) : start].rstrip(", ").lower().endswith(place):
                place = key  # "New York, N.Y."
            fact = facts.get(place)
            if fact is None:
                facts[place] = Fact("places", {"name": name}, start, end, rule)
            elif key == place != key_of(fact.slots["name"]):
                fact.slots["name"], fact.start, fact.end, fact.rule = name, start, end, rule
            elif fact.slots["name"].isupper() and not name.isupper() and len(name) > 4:
                fact.slots["name"] = name
        return sorted(facts.values(), key=lambda fact: fact.start)
