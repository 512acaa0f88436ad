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
Site = tuple[int, dict[str, str]]  # where a place of the gazetteer ends, and its row


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
        if i >= j or self._official(i, j):
            return
        if j - i > 1 and ROAD_NUMBER.fullmatch(self.doc.raw[i]):
            self._add(i, i + 1, "unknown")  # "the A452 Chester Road"
            i += 1
        if 2 <= j - i <= 4 and not self._site_at(i, j) and self._age_follows(j):
            self._add(i, j, "person")
            return
        stop = j + 1 if j < len(low) and low[j] == "." else j  # "NEB."
        found = self._site_at(i, stop)
        if self._shaped(i, j, found, how):
            return
        found, later = self._site_within(i, j, found)
        head = self._place_head(i, j)
        if self._somebody_in(i, j, head, found if not later else None, sentence):
            return
        if head is not None:
            self._headed(i, head, j, found, sentence, how)
        elif found:
            self._listed(i, j, found, later, sentence, how)
        elif self._numbered(j - 1, j):
            self._add(i, j + 1, "place")  # "State Highway 2"
        else:
            self._add(i, j, "unknown")

    def _official(self, i: int, j: int) -> bool:
        """Adds the police station, court, centre or numbered road that a whole run names; whether it names one."""
        raw, low = self.doc.raw, self.doc.low
        if raw[i] == "PS" and j - i > 1 and (self.doc.country or "IN") in ("IN", "PK", "BD"):
            self._add(i, j, "venue")  # police stations
        elif self._judicial(i, j):
            self._add(i, j, "court")
        elif j - i > 2 and low[j - 1] in ("centre", "center") and self.flags[j - 2] & TOPIC:
            self._add(i, j, "venue")  # "Greene County Detention Center"
        elif j - i == 1 and self._numbered(i, j):
            self._add(i, j + 1, "place")  # "U.S. 23"
        else:
            return False
        return True

    def _shaped(self, i: int, j: int, found: Site | None, how: str) -> bool:
        """Adds what a run names by its shape; whether it has one."""
        flags, low = self.flags, self.doc.low
        of = i + (low[i] in BOROUGHS and i + 1 < j)
        if not found and low[i] in OPENERS and 1 < j - i < 4 and not self._age_follows(j):
            self._add(i, j, "place")  # "Fort Larkfield", "Lake Larkfield"
        elif (
            not (found and of == i) and flags[of] & OF and of + 2 < j and low[of + 1] == "of" and low[of + 2] != "entry"
        ):
            self._add(i, j, "place")  # "Port of Larkfield", "Royal Borough of Larkfield"
        elif how == NORMAL and self._closed_by_letters(i, j):
            self._add(i, j, "company")  # "South East Antrim UDA"
        else:
            return False
        return True

    def _closed_by_letters(self, i: int, j: int) -> bool:
        """Whether a run in ordinary letters ends with a group's initials."""
        raw, last = self.doc.raw, self.doc.raw[j - 1]
        return (
            j - i > 1
            and not raw[i].isupper()
            and last.isalpha()
            and last.isupper()
            and (2 < len(last) < 6 or last in ("SO", "FD", "PD"))
            and not self.flags[j - 1] & PLACE
            and not self._site_at(j - 1, j)
        )

    def _site_within(self, i: int, j: int, found: Site | None) -> tuple[Site | None, bool]:
        """The gazetteer's place of a run, and whether it begins behind a direction: "North London"."""
        flags, low = self.flags, self.doc.low
        if found and found[0] < j and low[found[0]] == "'s" and low[i] in SAINTS:
            found = None  # "St Catherine's Garden"
        if found and found[0] < j and all(flags[k] & DIRECTION for k in range(i, found[0])):
            further = self._site_at(found[0], j)
            return (further, True) if further else (found, False)
        later = not found
        while not found and i + 1 < j and flags[i] & DIRECTION:
            i += 1
            found = self._site_at(i, j)  # "North West England"
        return found, later

    def _somebody_in(self, i: int, j: int, head: int | None, found: Site | None, sentence: Sentence) -> bool:
        """Adds the person whose forename opens a run, which a place (``found``) does not; whether there is one."""
        flags, low = self.flags, self.doc.low
        if i == sentence.i and 2 < j - i < 6 and flags[i + 1] & FORENAME and self._sort_of_person(i):
            self._add(i + 1, j, "person")  # "Mum-of-two Stacey Vance"
            return True
        sited = j - i == 2 and i and low[i - 1] in ("near", "off", "around") and head is None
        person = flags[i] & FORENAME and not sited and j - i >= 2 and not (found and found[0] == j)
        if person and (head is None or (j - i < 4 and low[head] not in NO_SURNAMES and not self._placed(i))):
            self._add(i, self._without_letters(i, min(j, i + 5)), "person")
            return True
        return False

    def _listed(self, i: int, j: int, found: Site, later: bool, sentence: Sentence, how: str) -> None:
        """A place of the gazetteer, with the words of the run that belong to it; the rest is read on its own."""
        flags, low, raw = self.flags, self.doc.low, self.doc.raw
        end, row = found
        while end < j and flags[end] & DIRECTION and not (end + 1 < j and self._site_at(end + 1, j)):
            end += 1  # "Romford East", but not "Romford East London"
        sure = not row["ambiguous"] or later
        if j - end == 1 and low[end] in BANDS:
            self._add(i, j, "company")  # "Woolwich Boys"
        elif sure and how == NORMAL and self._lengthened(i, end, j, sentence):
            self._add(i, j, "place")  # "Kirkby Deane"
        elif end < j and low[end] in PARTICLES:
            self._add(i, j, "place")  # "Santa Cruz de la Sierra"
        elif how != CAPITALS and self._unit_letters(i, end, j):
            self._add(i, j, "unit")  # "Gisborne CIB"
        else:
            if row["term"] in NUMBERED_TOWNS and end < len(low) and raw[end].isdigit() and len(raw[end]) < 3:
                end += 1  # a postal district
            self._add(i, end, "place" if sure else "unknown", row=row)
            if end < j:
                self._place_or_unknown(end, j, sentence, how)

    def _lengthened(self, i: int, end: int, j: int, sentence: Sentence) -> bool:
        """Whether the one or two words behind a known place belong to its name, where a place has to stand."""
        raw, rest = self.doc.raw, range(end, j)
        return (
            0 < len(rest) < 3
            and (self._placed(i) or (i == sentence.i and sentence.kind == "item"))
            and not any(self.flags[k] & ~(SURNAME | STARTS) for k in rest)
            and all(raw[k].isalpha() and not raw[k].isupper() and not self._site_at(k, j) for k in rest)
        )

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
        self, i: int, head: int, j: int, found: Site | None, sentence: Sentence, how: str
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
