"""Places by their own words or the gazetteer, and what is left open."""

import re

from beatbook.grammar.name_kinds import (
    COMMON,
    DIRECTION,
    FORENAME,
    LAW,
    OF,
    PLACE,
    STARTS,
    STREET,
    SURNAME,
    TIME,
    TOPIC,
    person_words,
    place_pairs,
)
from beatbook.grammar.parts import ABBREVIATED_STREETS, NO_SURNAMES, NUMBERED_ROADS, OPENERS, ROAD_NUMBER, Reader
from beatbook.grammar.runs import CAPITALS, NORMAL, PARTICLES, SAINTS
from beatbook.language.document import Sentence

SAINT_NAMES = frozenset(
    "paul pauls peter peters john johns mary marys mark marks james george georges andrew andrews thomas michael "
    "michaels nicholas david davids ann anne annes helen helens martin martins stephen stephens leonard leonards "
    "albans austell helier catherine catharines clair cloud louis bernard charles joseph".split()
)
ROAD_CODE = re.compile(r"[A-Z]{1,2}-?\d{1,4}")
BOROUGHS = frozenset(("royal", "london", "metropolitan", "county"))  # before "Borough of"
NUMBERED_TOWNS = ("Dublin", "Kingston")  # "Dublin 8", "Kingston 11"
QUARTERS = frozenset("N S E W NE NW SE SW".split())
# What bears a place's name and is a gang or its chapter.
BANDS = frozenset("gang gangs gangster gangsters chapter chapters cartel clique mafia crew boys bloods crips".split())


class Sites(Reader):
    """Reads places, persons by forename, and leaves the rest open."""

    def _place_head(self, i: int, j: int) -> int | None:
        """The last street or area word of the run that can close a place's name (it has a name before it)."""
        flags, low = self.flags, self.doc.low
        for k in range(j - 1, i, -1):
            if flags[k] & PLACE and not (flags[k] & COMMON and not flags[k] & STREET):
                if (
                    k + 1 < j
                    and low[k] in OPENERS
                    and low[k + 1] not in ("of", ".")
                    and not flags[k + 1] & (PLACE | DIRECTION)
                ):
                    continue  # "Upper Mount Larkfield"
                at = k + 1 + (low[k + 1 : k + 2] == ["."])
                if low[k] in SAINTS and at < len(low) and low[at] in SAINT_NAMES:
                    continue  # "East St. Paul", "Holbeach St Marks"
                if not self._no_area(k, j):
                    return k
        return None

    def _no_area(self, k: int, j: int) -> bool:
        """Whether the word at token k, which closes places' names elsewhere, does not here: "Kross Center"."""
        low = self.doc.low
        before, after = low[k - 1], low[k + 1] if k + 1 < len(low) else ""
        none, only = place_pairs()
        if low[k] in only:
            return before not in only[low[k]]
        if (before, low[k]) in none:
            return True
        if low[k] == "district" and (before == "county" or after == "attorney"):
            return True
        return k + 1 == j and after in BANDS

    def _sort_of_person(self, i: int) -> bool:
        """Whether the word at token i says what sort of person the next names: "Renter", "Father-of-three"."""
        word = self.doc.low[i]
        return "-of-" in word or word in person_words()

    def _place_or_unknown(self, i: int, j: int, sentence: Sentence, how: str) -> None:
        """The rest of a run: person by forename, place by gazetteer or head word, else unknown."""
        flags, low = self.flags, self.doc.low
        while i < j and flags[i] & (TIME | LAW) and not flags[i] & FORENAME and not self._site_at(i, j):
            i += 1
        if i >= j:
            return
        if self.doc.raw[i] == "PS" and j - i > 1 and (self.doc.country or "IN") in ("IN", "PK", "BD"):
            self._add(i, j, "venue")  # police stations
            return
        if self._judicial(i, j):
            self._add(i, j, "court")
            return
        if j - i > 2 and low[j - 1] in ("centre", "center") and flags[j - 2] & TOPIC:
            self._add(i, j, "venue")  # "Greene County Detention Center"
            return
        if j - i == 1 and self._numbered(i, j):
            self._add(i, j + 1, "place")  # "U.S. 23"
            return
        if j - i > 1 and ROAD_NUMBER.fullmatch(self.doc.raw[i]):
            self._add(i, i + 1, "unknown")  # "the A452 Chester Road"
            i += 1
        if 2 <= j - i <= 4 and not self._site_at(i, j) and self._age_follows(j):
            self._add(i, j, "person")
            return
        stop = j + 1 if j < len(low) and low[j] == "." else j  # "NEB."
        found = self._site_at(i, stop)
        if not found and low[i] in OPENERS and 1 < j - i < 4 and not self._age_follows(j):
            self._add(i, j, "place")  # "Fort Larkfield", "Lake Larkfield"
            return
        of = i + (low[i] in BOROUGHS and i + 1 < j)
        if not (found and of == i) and flags[of] & OF and of + 2 < j and low[of + 1] == "of" and low[of + 2] != "entry":
            self._add(i, j, "place")  # "Port of Larkfield", "Royal Borough of Larkfield"
            return
        if (
            how == NORMAL
            and j - i > 1
            and not self.doc.raw[i].isupper()
            and self.doc.raw[j - 1].isalpha()
            and self.doc.raw[j - 1].isupper()
            and (2 < len(self.doc.raw[j - 1]) < 6 or self.doc.raw[j - 1] in ("SO", "FD", "PD"))
            and not flags[j - 1] & PLACE
            and not self._site_at(j - 1, j)
        ):
            self._add(i, j, "company")  # "South East Antrim UDA"
            return
        if found and found[0] < j and low[found[0]] == "'s" and low[i] in SAINTS:
            found = None  # "St Catherine's Garden"
        shift = 0 if found else 1
        first = i
        if found and found[0] < j and all(flags[k] & DIRECTION for k in range(i, found[0])):
            further = self._site_at(found[0], j)
            found, first, shift = (further, found[0], 1) if further else (found, i, shift)
        while not found and first + 1 < j and flags[first] & DIRECTION:
            first += 1
            found = self._site_at(first, j)  # "North London", "North West England"
        if i == sentence.i and 2 < j - i < 6 and flags[i + 1] & FORENAME and self._sort_of_person(i):
            self._add(i + 1, j, "person")  # "Mum-of-two Stacey Vance"
            return
        head = self._place_head(i, j)
        sited = j - i == 2 and i and low[i - 1] in ("near", "off", "around") and head is None
        person = flags[i] & FORENAME and not sited and j - i >= 2 and not (found and not shift and found[0] == j)
        if person and (head is None or (j - i < 4 and low[head] not in NO_SURNAMES and not self._placed(i))):
            self._add(i, self._without_letters(i, min(j, i + 5)), "person")
            return
        if head is not None:
            self._headed(i, head, j, found, sentence, how)
        elif found:
            end = found[0]
            while end < j and flags[end] & DIRECTION and not (end + 1 < j and self._site_at(end + 1, j)):
                end += 1  # "Romford East", but not "Romford East London"
            if j - end == 1 and low[end] in BANDS:
                self._add(i, j, "company")  # "Woolwich Boys"
                return
            sure = not found[1]["ambiguous"] or bool(shift)
            rest = range(end, j)
            if (
                sure
                and how == NORMAL
                and 0 < len(rest) < 3
                and (self._placed(i) or (i == sentence.i and sentence.kind == "item"))
                and not any(flags[k] & ~(SURNAME | STARTS) for k in rest)
                and all(
                    self.doc.raw[k].isalpha() and not self.doc.raw[k].isupper() and not self._site_at(k, j)
                    for k in rest
                )
            ):
                self._add(i, j, "place")  # "Kirkby Deane"
                return
            if end < j and low[end] in PARTICLES:
                self._add(i, j, "place")  # "Santa Cruz de la Sierra"
                return
            if how != CAPITALS and self._unit_letters(i, end, j):
                self._add(i, j, "unit")  # "Gisborne CIB"
                return
            if (
                found[1]["term"] in NUMBERED_TOWNS
                and end < len(low)
                and self.doc.raw[end].isdigit()
                and len(self.doc.raw[end]) < 3
            ):
                end += 1  # a postal district
            self._add(i, end, "place" if sure else "unknown", row=found[1])
            if end < j:
                self._place_or_unknown(end, j, sentence, how)
        else:
            end = j
            if self._numbered(j - 1, j):
                self._add(i, j + 1, "place")  # "State Highway 2"
                return
            self._add(i, end, "unknown")

    def _unit_letters(self, i: int, end: int, j: int) -> bool:
        """Whether a known place is followed by a unit's letters only."""
        raw = self.doc.raw
        return (
            j - end == 1
            and raw[end].isupper()
            and raw[end].isalpha()
            and 1 < len(raw[end]) < 6
            and not raw[i].isupper()
            and not self._site_at(end, j)
        )

    def _headed(
        self, i: int, head: int, j: int, found: tuple[int, dict[str, str]] | None, sentence: Sentence, how: str
    ) -> None:
        """A place that its own words show: "Larkfield Road", "Kestrel County", "Guildhall Yard East"."""
        flags, doc = self.flags, self.doc
        compound = self.vocab.compounds.at(doc.low, head, j)
        end = compound[0] if compound else head + 1
        while end < j and (
            flags[end] & (DIRECTION | PLACE) or doc.raw[end].isdigit() or ROAD_CODE.fullmatch(doc.raw[end])
        ):
            end += 1
        if end < len(doc.raw) and doc.low[end - 1] == "terminal" and doc.raw[end].isdigit():
            end = j = end + 1
        elif end == j and (self._numbered(j - 1, j) or self._numbered_street(head, j)):
            end = j = j + 1
        elif end < len(doc.raw) and doc.raw[end] == "." and doc.low[end - 1] in ABBREVIATED_STREETS:
            end += 1
        elif flags[end - 1] & STREET and end < j and doc.raw[end] in QUARTERS:
            end += 1 + (end + 1 < sentence.j - 1 and doc.raw[end + 1] == ".")  # "Pacific Avenue S."
        self._add(i, end, "place", row=found[1] if found and found[0] == end else None)
        if end < j:
            self._place_or_unknown(end, j, sentence, how)

    def _numbered(self, token: int, j: int) -> bool:
        """Whether token is a road word with a number after the run: "Highway 16"."""
        raw = self.doc.raw
        low = self.doc.low
        road = low[token] in NUMBERED_ROADS or (
            low[token] == "road" and low[token - 1] in ("county", "ranch", "farm", "state")
        )
        road = road or (low[token] == "sector" and self.doc.country == "IN")
        return road and j < len(raw) and raw[j].isdigit() and len(raw[j]) < 5

    def _numbered_street(self, head: int, j: int) -> bool:
        """Whether a number after the run is part of the street's name, as in Singapore: "Jurong West Street 41"."""
        raw = self.doc.raw
        asian = self.doc.country in ("SG", "MY", "BN", "IN")
        return asian and bool(self.flags[head] & STREET) and j < len(raw) and raw[j].isdigit() and len(raw[j]) < 3

    def _judicial(self, i: int, j: int) -> bool:
        """Whether the run is a judicial district: "Northern District of Texas"."""
        low = self.doc.low
        for k in range(i, j - 2):
            if low[k] in ("district", "division") and low[k + 1] == "of" and low[k + 2] != "columbia":
                return True
        return j - i > 1 and low[j - 1] == "district" and bool(self.flags[i] & DIRECTION)
