"""Organisations: names that a lexicon knows or that a head word closes."""

from beatbook.grammar.name_kinds import (
    AGENCY,
    AREA,
    BODY,
    COMMON,
    COURT,
    EVENT,
    FORENAME,
    HOLDER,
    HOUSE,
    MODIFIER,
    POLICE,
    RANK,
    STARTS_AGENCY,
    STREET,
    TASKFORCE,
    TIME,
    TOPIC,
    UNIT,
    VENUE,
)
from beatbook.grammar.parts import FORCES, SURNAMES, Reader
from beatbook.grammar.runs import NORMAL

# What stands before "Court" where it is a court of law.
LEGAL = frozenset(
    "crown ' 's magistrates district county high supreme sheriff regional local youth superior circuit "
    "juvenile probate surrogate bankruptcy magistrate traffic tax claims provincial federal appeal appeals "
    "municipal central king queen justice common pleas city state appearance family drug drugs special specialty "
    "ndps pocso sessions treatment recovery mental health veterans conduct dui community housing small children's "
    "land constitutional military martial admiralty rights relations future immigration criminal civil "
    "magistracy chief additional metropolitan tribal trial moot night arraignment chancery commercial labour labor "
    "industrial anti-corruption court border maritime world international european arbitration fast track "
    "aim open next federal-court crown-court wellness re-entry reentry diversion".split()
)
ACTORS = ("police", "agency", "unit", "taskforce")
# agencies of a whole country, whose offices bear a town's name: "Louisville CBP"
FEDERAL = frozenset("CBP HSI DEA FBI ATF ICE TSA USCG USPIS NCA HMRC".split())
LIVED_IN = frozenset(("in", "of", "near", "along", "off", "on", "outside", "around"))

TRIED = frozenset(
    "appear appeared appears appearing sentenced trial hearing jury judge bail bailed remanded pleaded pled "
    "convicted charged jailed heard guilty before today tomorrow".split()
)


class Bodies(Reader):
    """Reads organisations, units, courts, houses and events."""

    def _written(self, token: int, row: dict[str, str]) -> bool:
        """An abbreviation counts in capitals only ("ICE", not "Ice")."""
        term = row["term"]
        return not term.isupper() or self.doc.raw[token].isupper()

    def _body(self, i: int, j: int) -> bool:
        """A run that holds an organisation, unit, court, house or event: add it. False where it holds none."""
        flags, doc = self.flags, self.doc
        low = doc.low
        for token in range(i, j):
            found = self._agency_at(token, j) if flags[token] & STARTS_AGENCY else None
            if not found or not self._written(token, found[1]):
                continue
            end, row = found
            start, kind = token, row["kind"]
            if kind == "agency" and end == token + 1 and token > i and not doc.raw[token].isupper():
                continue  # "Kestrel Customs": the pattern below takes the whole
            house = end < j and low[end] in ("station", "stations")  # "Store Street Garda Station"
            whole = house or (kind in ACTORS and row["term"] not in FEDERAL)
            if token > i and whole and not (self._splits(token) and not house):
                start = i  # "Larkfield RCMP", "Tennessee Highway Patrol"
                while start < token and flags[start] & TIME:
                    start += 1  # "On Tuesday U.S. Customs"
            elif token > i:
                self._parse(i, token, doc.sentence_of(token), NORMAL)
            rest = end
            while rest < j and flags[rest] & BODY and kind != "charity" and row["term"].lower() not in ("revenue",):
                rest += 1
            if rest < j and low[rest] in ("station", "stations"):
                kind, rest = "venue", rest + 1
            self._add(start, rest, kind, row=row if rest == end and start == token else None)
            if rest < j:
                self._rest(rest, j, start)
            return True
        return self._pattern(i, j)

    def _splits(self, token: int) -> bool:
        """Whether what stands before a known agency is a name apart ("'s", a comma, a street, another body)."""
        before = self.flags[token - 1]
        street = before & STREET and not before & (BODY | UNIT | TOPIC) and self.doc.low[token - 1] != "state"
        return self.doc.low[token - 1] in ("'s", "'", "of", "for", "and", "&") or bool(before & BODY or street)

    def _rest(self, i: int, j: int, body: int) -> None:
        """What follows an organisation (from token ``body``) in its run: its officer by name, else a unit of it."""
        flags, raw = self.flags, self.doc.raw
        words = range(i, j)
        if (
            1 < j - i < 5
            and (flags[i] & FORENAME or self._office_of(body) < body)
            and not any(flags[k] & (BODY | UNIT | HOUSE | TOPIC) and not flags[k] & FORENAME for k in words)
        ):
            self._add(i, j, "person", self._office_of(body))  # "Director of Europol Ann Vance"
        elif any(raw[k][0].isalnum() for k in words):
            self._add(i, j, "unit")  # also its station: "SAPS Larkfield"

    def _office_of(self, body: int) -> int:
        """Where the office begins that stands before an organisation: "Head of Crime for Kestrel Police"."""
        low, first = self.doc.low, body
        k = body - 1 - (low[body - 1] == "the") if body else -1
        if k > 0 and low[k] in ("of", "for", "at") and self.flags[k - 1] & HOLDER:
            first = k - 1
            while first > 0 and self.capital[first - 1] and self.flags[first - 1] & (HOLDER | TOPIC | MODIFIER):
                first -= 1
        return first

    def _pattern(self, i: int, j: int) -> bool:
        """An organisation known by its head words: "Larkfield County Sheriff's Office", "Kestrel Council"."""
        flags, low = self.flags, self.doc.low
        heads = [k for k in range(i, j) if self._is_head(k, i)]
        if not heads:
            return False
        place = self._place_head(i, j)
        if (
            place is not None
            and (place > heads[-1] or (place == heads[-1] and self._is_street(i, place)))
            and (flags[place] & STREET or not any(flags[k] & BODY for k in heads))
        ):
            return False  # "Police Station Road"
        first = next((k for k in heads if flags[k] & BODY), heads[0])
        if flags[i] & HOLDER and "of" in low[i:j] and not flags[i] & BODY:
            self._add(i, j, "role")  # "Director General of Police"
            return True
        placed = j - i == 1 and i > 0 and low[i - 1] in ("in", "at", "from", "near", "to") and not flags[i] & BODY
        site = self._site_at(i, j) if placed else None
        if site and not site[1]["ambiguous"]:
            return False  # "Derby"
        if j - i == 1:
            self._add(i, j, self._kind_of(first) if flags[i] & BODY else "unit")
            return True
        if heads == [i] and not flags[i] & (BODY | COURT) and j - i == 2 and low[i - 1] == "of" and low[i - 2] == ",":
            return False  # "Vance, 39, of Lodge Grass,"
        if not flags[first] & BODY and flags[i] & FORENAME and low[heads[-1]] in SURNAMES and j - i == 2:
            return False
        end = first + 1
        while end < j and (flags[end] & BODY or low[end] in ("'s", "'")):
            end += 1
        if end < j and low[end] in ("of", "for") and flags[first] & (AGENCY | VENUE):
            end = j
        kind = self._kind_of(first)
        if end < j and low[end] in ("station", "stations"):
            kind, end = "venue", end + 1
        elif (low[first] == "enforcement" and end < j and flags[end] & UNIT) or (
            flags[heads[-1]] & UNIT and "regional" in low[i:j]
        ):
            kind, end = "taskforce", heads[-1] + 1  # bodies of several forces
        if kind == "agency" and all(flags[k] & (TOPIC | COMMON) for k in range(i, first)):
            kind = "unit"  # "Fraud Investigation Service": agencies of that kind stand in the lexicon
        if end < j and flags[heads[-1]] & COURT and heads[-1] >= end:
            kind, end = "court", j  # "Kestrel Police Court"
        if kind in ("court", "venue", "event", "company", "unit"):
            end = max(end, heads[-1] + 1)
            stop = end
            while stop < j and low[stop] not in (",",):
                stop += 1
            end = stop
        self._add(i, end, kind)
        if end < j:
            self._rest(end, j, i)
        return True

    def _is_street(self, i: int, k: int) -> bool:
        """Whether a head of a street, event or court closes a street here: "West Parade", "Larkfield Court"."""
        flags, low = self.flags, self.doc.low
        if not flags[k] & STREET or flags[k] & (BODY | UNIT):
            return False
        if not flags[k] & COURT:
            return True
        return (
            not flags[k - 1] & (COURT | TOPIC | RANK | AREA)
            and low[k - 1] not in LEGAL
            and not self.doc.raw[k - 1].isupper()
            and self._lived_in(i)
            and not self.vocab.places.at(low, i, k)
        )

    def _lived_in(self, i: int) -> bool:
        """Whether "X Court" at token i is a house by what stands before it, not a court of law."""
        sentence, before = self.doc.sentence_of(i), self.doc.low[i - 1] if i else "."
        if before in LIVED_IN or not before[0].isalpha() or i == sentence.i:
            return True
        return before == "at" and TRIED.isdisjoint(self.doc.low[sentence.i : sentence.j])

    def _is_head(self, k: int, i: int) -> bool:
        """Whether token k closes a body's name in a run that began at i; "force" does after some words only."""
        if not self.flags[k] & (BODY | UNIT | HOUSE):
            return False
        return self.doc.low[k] != "force" or (k > i and self.doc.low[k - 1] in FORCES)

    def _kind_of(self, head: int) -> str:
        flag = self.flags[head]
        if flag & POLICE:
            return "police"
        if flag & TASKFORCE:
            return "taskforce"
        for bit, kind in ((AGENCY, "agency"), (UNIT, "unit"), (COURT, "court"), (VENUE, "venue"), (EVENT, "event")):
            if flag & bit:
                return kind
        return "company"
