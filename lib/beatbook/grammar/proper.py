"""Proper names: which runs of capitals are persons, organisations, operations, places, and which are still open."""

from dataclasses import dataclass

from beatbook.grammar.name_kinds import (
    AGENCY,
    BODY,
    BRAND,
    COMMON,
    COURT,
    DIRECTION,
    EVENT,
    FORENAME,
    HOLDER,
    HOUSE,
    LAW,
    MODIFIER,
    OF,
    OFFICE,
    PLACE,
    POLICE,
    RANK,
    STREET,
    SURNAME,
    TASKFORCE,
    TIME,
    TOPIC,
    UNIT,
    VENUE,
    Vocabulary,
    vocabulary,
)
from beatbook.grammar.runs import NORMAL, runs, style
from beatbook.language.document import Doc, Sentence

OPERATION_WORDS = frozenset(("operation", "op", "project", "exercise"))
SPEECH = frozenset(
    "said says added adds commented explained stated continued told warned noted concluded remarked".split()
)
# Surnames that are place words too: "PC Tom Hill", "Joy Lane, 40".
SURNAMES = frozenset(
    "hill hills wood woods park parks green lane marsh brook brooks grove heath dale glen forest moor mills "
    "banks church mount cross head field fields lake ford close towers house rose court place rivers "
    "waters bridges love school point bell bush beach bay english french day may march week summer winter "
    "weekend friday price bond inn bar post press mirror guard guardian service knight king bishop major "
    "judge marshal sergeant sheriff constable deacon parish pool poole wells west north east london".split()
)
OPENERS = frozenset("fort ft mount mt lake loch lough san santa las los isle cape port glen".split())
FORCES = frozenset("task strike police border defence defense action security constabulary navy air".split())
NUMBERED_ROADS = frozenset(
    ("highway", "hwy", "interstate", "route", "rte", "motorway", "sr", "us", "fm", "cr", "i", "exit")
)
ABBREVIATED_STREETS = frozenset(("st", "rd", "ave", "blvd", "ln", "dr", "hwy", "pl", "sq", "cir", "pkwy", "ct", "cres"))
# Head words that releases also write in lower case after a name.
SMALL_HEADS = {
    "police": "police",
    "constabulary": "police",
    "council": "agency",
    "crown": "court",
    "court": "court",
    "courts": "court",
    "magistrates": "court",
    "hospital": "venue",
    "university": "venue",
    "college": "venue",
    "prison": "venue",
    "jail": "venue",
    "garda": "police",
    "sheriff": "police",
    "customs": "agency",
    "church": "venue",
    "school": "venue",
}


@dataclass(slots=True)
class Name:
    """A proper name: tokens [i, j) and what it names.

    kind: person, police, agency, taskforce, unit, court, venue, company, event, charity, operation, role, place (certain
    by its own words), or unknown (its context decides). ``role`` is the first token of the rank or office before a
    person's name, equal to ``i`` where there is none. ``row`` is the gazetteer's or the agencies' row.
    """

    i: int
    j: int
    kind: str
    role: int = -1
    row: dict[str, str] | None = None


class Names:
    """The names of one release."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.vocab: Vocabulary = vocabulary()
        get = self.vocab.flags.get
        self.flags = [get(word, 0) for word in doc.low]
        self.styles: list[str] = []
        self.all: list[Name] = []
        for sentence in doc.sentences:
            how = style(doc, sentence)
            self.styles.append(how)
            for i, j in runs(doc, sentence, self.flags, how, self.vocab):
                self._parse(i, j, sentence, how)
        self._persons_by_context()
        self._small_heads()
        self._shared_heads()
        self._units()
        self.surnames = {
            doc.low[token] for name in self.all if name.kind == "person" for token in range(name.i, name.j)
        }

    @property
    def persons(self) -> list[Name]:
        """The persons, in order."""
        return [name for name in self.all if name.kind == "person"]

    def _add(self, i: int, j: int, kind: str, role: int = -1, row: dict[str, str] | None = None) -> None:
        while i < j and not self.doc.raw[i][0].isalnum():
            i += 1
        if i < j:
            self.all.append(Name(i, j, kind, i if role < 0 else role, row))

    def _parse(self, i: int, j: int, sentence: Sentence, how: str) -> None:
        """One run: cut into names, left to right by what its words say."""
        doc, flags = self.doc, self.flags
        low = doc.low
        operation = next((k for k in range(i, j - 1) if self._opens_operation(k)), None)
        if operation is not None:
            if operation > i:
                self._parse(i, operation, sentence, how)
            stop = operation + 1 + (low[operation] in ("strike", "task"))
            first = stop
            while stop < j and (stop == first or not flags[stop] & (COMMON | HOLDER)) and stop < first + 4:
                stop += 1
            self._add(operation, stop, "operation")
            if stop < j:
                self._parse(stop, j, sentence, how)
            return
        if self._covered(i, j):
            return
        holder = self._holder(i, j)
        if holder is not None:
            self._person(i, holder, j, sentence, how)
            return
        if (
            j - i > 1
            and flags[j - 1] & HOLDER
            and not flags[i] & FORENAME
            and low[j - 1] not in ("major", "col", "general")
        ):
            self._bodies_in_role(i, j - 1)
            self._add(i, j, "role")  # "Wellington District Prevention Manager"
            return
        body = self._body(i, j)
        if body is not None:
            return
        self._place_or_unknown(i, j, sentence, how)

    def _units(self) -> None:
        """A body in the possession of another is a unit of it: "HMRC's Fraud Investigation Service"."""
        low, bodies = self.doc.low, {}
        for name in self.all:
            if name.kind in ("police", "agency", "taskforce"):
                if (
                    name.i > 1
                    and low[name.i - 1] in ("'s", "'")
                    and (
                        name.i - 1 in bodies
                        or low[name.i - 2] in ("force", "council", "department", "agency", "office")
                    )
                ):
                    name.kind = "unit"
                bodies[name.j] = name

    def _persons_by_context(self) -> None:
        """Open names that an age, a relative clause or a bracketed office shows to be persons: "Perran Vance, 41,"."""
        raw, low, flags = self.doc.raw, self.doc.low, self.flags
        n, size = 0, len(raw)
        while n < len(self.all):
            name = self.all[n]
            n += 1
            if name.kind != "unknown" or name.row is not None or name.j + 2 >= size:
                continue
            if name.i and raw[name.i - 1] == ")" and n > 1 and self.all[n - 2].kind in ("unknown", "role", "unit"):
                before = next((k for k in range(name.i - 2, max(0, name.i - 6), -1) if raw[k] == "("), 0)
                role = next((other for other in self.all[max(0, n - 4) : n - 1] if other.j == before), None)
                if role and flags[role.j - 1] & HOLDER:
                    name.kind, name.role, role.kind = (
                        "person",
                        role.i,
                        "role",
                    )  # "Deputy Director (Operations) K. V. Vance"
                    continue
            if name.j - name.i < 2 or any(flags[k] & (COMMON | BRAND | LAW | TOPIC) for k in range(name.i, name.j)):
                continue
            mark, after = raw[name.j], low[name.j + 1]
            if mark in (",", "(") and (
                self._age_follows(name.j)
                or after in ("aged", "age", "alias", "aka", "a/k/a", "whose", "also")
                or (after == "who" and low[name.j + 2] != "are")
            ):
                name.kind, name.role = "person", name.i

    def _shared_heads(self) -> None:
        """Names that share a head: "Athlone and Bellville Magistrates' Courts", "Kent and Essex Police"."""
        low = self.doc.low
        for n, name in enumerate(self.all):
            last = low[name.j - 1]
            if not (
                last
                in ("courts", "councils", "departments", "offices", "stations", "magistrates", "divisions", "hospitals")
                or (name.kind == "police" and last == "police")
            ):
                continue
            first = name.i
            for other in reversed(self.all[max(0, n - 5) : n]):
                if other.kind not in ("place", "unknown") or low[other.j : first] not in (
                    ["and"],
                    [","],
                    [",", "and"],
                    ["&"],
                ):
                    break
                if last == "police" and low[other.i - 1] in ("in", "at", "near", "from", "around", ","):
                    break
                other.kind, first = name.kind, other.i

    def _small_heads(self) -> None:
        """A head word in lower case after a name: "Delft police", "Leeds crown court"; "a Leeds school" stays a place."""
        low, raw = self.doc.low, self.doc.raw
        for name in self.all:
            at = name.j
            if name.kind not in ("place", "unknown") or at >= len(low) or not raw[at][0].islower():
                continue
            kind = SMALL_HEADS.get(low[at])
            if kind is None:
                continue
            following = low[at + 1] if at + 1 < len(low) else ""
            before = name.i - 1
            while before >= 0 and self.flags[before] & DIRECTION:
                before -= 1
            if before >= 0 and low[before] in ("a", "an", "another", "two", "three"):
                continue  # "a south London police station" names no house
            if low[at] in ("police", "garda") and following in ("station", "stations", "custody", "cells"):
                name.kind, name.j = "venue", at + 2
            else:
                name.kind, name.j = kind, at + 1

    def _opens_operation(self, k: int) -> bool:
        """ "Operation Larch", "Project Larch", "Strike Force Larch": token k opens an operation's name."""
        low, flags = self.doc.low, self.flags
        if low[k] in ("strike", "task"):
            return (
                low[k + 1] == "force"
                and k + 2 < len(low)
                and self.doc.raw[k + 2][0].isupper()
                and not flags[k + 2] & (HOLDER | UNIT | BODY | COMMON | MODIFIER)
                and low[k] == "strike"
            )
        return low[k] in OPERATION_WORDS and not flags[k + 1] & (HOLDER | UNIT)

    def _covered(self, i: int, j: int) -> bool:
        """A run that is one known agency or one known place of several words: its rank words are none ("Port Talbot")."""
        low = self.doc.low
        for table in (self.vocab.agencies, self.vocab.places):
            found = table.at(low, i, j)
            if found and found[0] == j and j - i > 1:
                row = found[1]
                if table is self.vocab.agencies:
                    self._add(i, j, row["kind"], row=row)
                else:
                    self._add(i, j, "unknown" if row["ambiguous"] else "place", row=row)
                return True
        return False

    # --- persons

    def _holder(self, i: int, j: int) -> int | None:
        """The last rank, title or office in the run before a name: its token, or None."""
        flags, low = self.flags, self.doc.low
        last, skip = None, i
        for token in range(i, j - 1):
            if token < skip:
                continue
            known = self.vocab.agencies.at(low, token, j)
            if known and known[0] > token + 1 and known[0] < j:
                skip = known[0]  # "Garda Síochána": no rank
                continue
            if (
                flags[token] & HOLDER
                and not (flags[token + 1] & HOLDER or low[token + 1] in (".", "of", "in", "and", "'s", "'", "&"))
            ) or (low[token] == "." and flags[token - 1] & HOLDER and not flags[token + 1] & HOLDER):
                last = token
        last = self._long_office(i, j) or last
        if last is None:
            return None
        if low[last] == "col" and last > i and flags[last - 1] & HOLDER and j - last == 2:
            last -= 1  # "Superintendent Col Vance"
        while (
            last + 2 < j
            and flags[last + 1] & (TOPIC | UNIT)
            and not flags[last + 1] & FORENAME
            and any(flags[k] & FORENAME for k in range(last + 2, min(last + 5, j)))
        ):
            last += 1  # "Manager Investigations Louise Vance"
        word = last - (low[last] == ".")
        closing = max(
            (
                k
                for k in range(last + 1, j)
                if flags[k] & (BODY | UNIT | HOUSE | PLACE)
                and not (flags[k] & FORENAME and k == last + 1 and k + 1 < j)
            ),
            default=None,
        )
        if closing is None:
            return last
        if (
            closing > last + 1
            and any(flags[k] & FORENAME for k in range(last + 1, closing))
            and low[closing] in SURNAMES
        ):
            return last
        if closing == last + 1 and closing == j - 1 and low[closing] in SURNAMES and not flags[word] & OFFICE:
            return last
        named = flags[last + 1] & FORENAME and flags[closing] & PLACE and not flags[closing] & (BODY | UNIT)
        if named and closing <= last + 3 and not self._placed(i):
            return last  # "Sheriff Dale Pike"
        # a body after the name opens another name: "Sheriff Tom Vance Kestrel County" is not written
        return None

    def _long_office(self, i: int, j: int) -> int | None:
        """The last token of an office of several words: "Special Agent in Charge", "Director of Public Safety"."""
        flags, low = self.flags, self.doc.low
        for k in range(i, j - 2):
            if flags[k] & HOLDER and low[k + 1] == "in" and low[k + 2] == "charge" and k + 3 < j:
                return k + 2
            if flags[k] & HOLDER and low[k + 1] == "of":
                for name in range(k + 3, j - 1):
                    if (
                        flags[name] & FORENAME
                        and not flags[name] & PLACE
                        and not flags[name + 1] & (BODY | UNIT | HOUSE)
                    ):
                        return name - 1
        return None

    def _person(self, i: int, holder: int, j: int, sentence: Sentence, how: str) -> None:
        """A run with a rank or office at ``holder``: the body before it, the person after it."""
        flags, low = self.flags, self.doc.low
        at = holder + 1
        while at < j - 1 and flags[at] & TOPIC and not flags[at] & FORENAME:
            at += 1  # "Manager Investigations Louise Vance"
        end = at
        while (
            end < j
            and end < at + 6
            and not (flags[end] & HOLDER and end > at + 1)
            and low[end] not in ("of", "and", "for", "'s")
        ):
            end += 1
        first = i
        while first < at and flags[first] & (TIME | COMMON) and not flags[first] & (HOLDER | MODIFIER):
            first += 1
        if at >= j or (flags[at] & (TIME | BRAND | COMMON) and not flags[at] & FORENAME and low[at] not in SURNAMES):
            self._add(first, at, "role")
            if at < j:
                self._parse(at, j, sentence, how) if at > i else None
            return
        self._bodies_in_role(first, holder)
        self._add(at, end, "person", first)
        if end < j:
            self._parse(end, j, sentence, how)

    def _bodies_in_role(self, i: int, holder: int) -> None:
        """Organisations named in a role: "Memphis Police Director", "NCA Branch Commander"."""
        flags, doc = self.flags, self.doc
        token = i
        while token < holder:
            found = self.vocab.agencies.at(doc.low, token, holder)
            if found and self._written(token, found[1]):
                self._add(i if found[1]["kind"] == "police" else token, found[0], found[1]["kind"], row=found[1])
                return
            if (
                flags[token] & BODY
                and not flags[token] & RANK
                and token > i
                and not flags[token + 1] & BODY
                and doc.low[token + 1] != "and"
            ):
                self._add(i, token + 1, "police" if flags[token] & POLICE else "agency")
                return
            token += 1

    # --- organisations

    def _written(self, token: int, row: dict[str, str]) -> bool:
        """An abbreviation counts in capitals only ("ICE", not "Ice")."""
        term = row["term"]
        return not term.isupper() or self.doc.raw[token].isupper()

    def _body(self, i: int, j: int) -> bool | None:
        """A run that holds an organisation, unit, court, house or event: add it. None where it holds none."""
        flags, doc = self.flags, self.doc
        low = doc.low
        for token in range(i, j):
            found = self.vocab.agencies.at(low, token, j)
            if not found or not self._written(token, found[1]):
                continue
            end, row = found
            start, kind = token, row["kind"]
            if kind == "agency" and end == token + 1 and token > i and not doc.raw[token].isupper():
                continue  # "Kestrel Customs": the pattern below takes the whole
            if token > i and kind in ("police", "agency") and not self._splits(token):
                start = i  # "Larkfield RCMP", "Tennessee Highway Patrol"
            elif token > i:
                self._parse(i, token, doc.sentence_of(token), NORMAL)
            rest = end
            while rest < j and flags[rest] & BODY and kind != "charity" and row["term"].lower() not in ("revenue",):
                rest += 1
            if rest < j and low[rest] in ("station", "stations"):
                kind, rest = "venue", rest + 1
            self._add(start, rest, kind, row=row if rest == end and start == token else None)
            if rest < j:
                self._rest(rest, j)
            return True
        return self._pattern(i, j)

    def _splits(self, token: int) -> bool:
        """Whether what stands before a known agency is a name apart ("'s", a comma, another body)."""
        return self.doc.low[token - 1] in ("'s", "'", "of", "for", "and", "&") or bool(self.flags[token - 1] & BODY)

    def _rest(self, i: int, j: int) -> None:
        """What follows an organisation in its run: a unit of it as a rule."""
        flags = self.flags
        if any(flags[k] & (UNIT | BODY | HOUSE) for k in range(i, j)):
            self._add(i, j, "unit")
        else:
            self._place_or_unknown(i, j, self.doc.sentence_of(i), NORMAL)

    def _pattern(self, i: int, j: int) -> bool | None:
        """An organisation known by its head words: "Larkfield County Sheriff's Office", "Kestrel Council"."""
        flags, low = self.flags, self.doc.low
        heads = [k for k in range(i, j) if self._is_head(k, i)]
        if not heads:
            return None
        place = self._place_head(i, j)
        if (
            place is not None
            and place > heads[-1]
            and (flags[place] & STREET or not any(flags[k] & BODY for k in heads))
        ):
            return None  # "Police Station Road"
        first = next((k for k in heads if flags[k] & BODY), heads[0])
        if flags[i] & HOLDER and "of" in low[i:j] and not flags[i] & BODY:
            self._add(i, j, "role")  # "Director General of Police"
            return True
        if j - i == 1:
            self._add(i, j, self._kind_of(first) if flags[i] & BODY else "unit")
            return True
        if not flags[first] & BODY and flags[i] & FORENAME and low[heads[-1]] in SURNAMES and j - i == 2:
            return None
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
            self._rest(end, j)
        return True

    def _is_head(self, k: int, i: int) -> bool:
        """Whether token k closes an organisation's name in a run that began at i; "force" does after some words only."""
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

    # --- places and what is still open

    def _place_head(self, i: int, j: int) -> int | None:
        """The last street or area word of the run that can close a place's name (it has a name before it)."""
        flags = self.flags
        for k in range(j - 1, i, -1):
            if flags[k] & PLACE and not (flags[k] & COMMON and not flags[k] & STREET):
                return k
        return None

    def _place_or_unknown(self, i: int, j: int, sentence: Sentence, how: str) -> None:
        """The rest of a run: person by forename, place by gazetteer or head word, else unknown."""
        flags, low, places = self.flags, self.doc.low, self.vocab.places
        while i < j and flags[i] & (TIME | LAW) and not flags[i] & FORENAME and not places.at(low, i, j):
            i += 1
        if i >= j:
            return
        if self._judicial(i, j):
            self._add(i, j, "court")
            return
        if 2 <= j - i <= 4 and not places.at(low, i, j) and self._age_follows(j):
            self._add(i, j, "person")
            return
        stop = j + 1 if j < len(low) and low[j] == "." else j  # "NEB."
        found = places.at(low, i, stop)
        if not found and low[i] in OPENERS and 1 < j - i < 4 and not self._age_follows(j):
            self._add(i, j, "place")  # "Fort Larkfield", "Lake Larkfield"
            return
        if not found and flags[i] & OF and i + 2 < j and low[i + 1] == "of" and low[i + 2] != "entry":
            self._add(i, j, "place")  # "Port of Larkfield"
            return
        if (
            how == NORMAL
            and j - i > 1
            and not self.doc.raw[i].isupper()
            and self.doc.raw[j - 1].isalpha()
            and self.doc.raw[j - 1].isupper()
            and 2 < len(self.doc.raw[j - 1]) < 6
            and not places.at(low, j - 1, j)
        ):
            self._add(i, j, "company")  # "South East Antrim UDA"
            return
        shift = 0 if found else 1
        if not found and i + 1 < j and flags[i] & DIRECTION:
            found = places.at(low, i + 1, j)  # "North London"
        head = self._place_head(i, j)
        person = flags[i] & FORENAME and j - i >= 2 and not (found and not shift and found[0] == j)
        if person and (head is None or (low[head] in SURNAMES and not self._placed(i))):
            self._add(i, min(j, i + 5), "person")
            return
        if head is not None:
            self._headed(i, head, j, found, sentence, how)
        elif found:
            end = found[0]
            while end < j and flags[end] & DIRECTION:
                end += 1
            sure = not found[1]["ambiguous"] or bool(shift)
            rest = range(end, j)
            if sure and how == NORMAL and 0 < len(rest) < 3 and not any(flags[k] & ~SURNAME for k in rest) and all(
                self.doc.raw[k].isalpha() and not self.doc.raw[k].isupper() and not places.at(low, k, j) for k in rest
            ):
                self._add(i, j, "place")  # "Kirkby Deane"
                return
            if found[1]["term"] == "Dublin" and end < len(low) and self.doc.raw[end].isdigit() and len(self.doc.raw[end]) < 3:
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

    def _headed(self, i: int, head: int, j: int, found, sentence: Sentence, how: str) -> None:
        """A place that its own words show: "Larkfield Road", "Kestrel County", "Guildhall Yard East"."""
        flags, doc = self.flags, self.doc
        compound = self.vocab.compounds.at(doc.low, head, j)
        end = compound[0] if compound else head + 1
        while end < j and (flags[end] & (DIRECTION | PLACE) or doc.raw[end].isdigit()):
            end += 1
        if end == j and self._numbered(j - 1, j):
            end = j = j + 1
        elif end < len(doc.raw) and doc.raw[end] == "." and doc.low[end - 1] in ABBREVIATED_STREETS:
            end += 1
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
        return road and j < len(raw) and raw[j].isdigit() and len(raw[j]) < 5

    def _judicial(self, i: int, j: int) -> bool:
        """Whether the run is a judicial district: "Northern District of Texas"."""
        low = self.doc.low
        for k in range(i, j - 2):
            if low[k] in ("district", "division") and low[k + 1] == "of" and low[k + 2] != "columbia":
                return True
        return j - i > 1 and low[j - 1] == "district" and bool(self.flags[i] & DIRECTION)

    def _age_follows(self, j: int) -> bool:
        """Whether an age is set off after token j: ", 44," or "(44)"."""
        raw = self.doc.raw
        if j + 2 >= len(raw) or raw[j] not in (",", "("):
            return False
        return (
            raw[j + 1].isdigit()
            and len(raw[j + 1]) == 2
            and raw[j + 1][0] != "0"
            and raw[j + 2] in (",", ")", ":", ".", ";")
        )

    def _placed(self, i: int) -> bool:
        """Whether a place is expected at token i: after a preposition or a house number."""
        return i > 0 and (
            self.doc.low[i - 1] in ("in", "on", "at", "near", "off", "along", "from") or self.doc.raw[i - 1].isdigit()
        )
