"""What the readers of proper names share: the name, closed word lists, and the text they read."""

import re
from dataclasses import dataclass
from itertools import repeat

from beatbook.grammar.name_kinds import OFFICE, STARTS_AGENCY, STARTS_PLACE, Vocabulary, vocabulary
from beatbook.language.document import Doc, Sentence

OPERATION_WORDS = frozenset(("operation", "op", "project", "exercise"))
# Surnames that are place words too: "PC Tom Hill", "Joy Lane, 40".
SURNAMES = frozenset(
    "hill hills wood woods park parks green lane marsh brook brooks grove heath dale glen forest moor mills "
    "banks church mount cross head field fields lake ford close towers house rose place rivers waters bridges "
    "love school point bell bush beach bay english french day may march week summer winter weekend friday "
    "price bond inn bar post press mirror guard guardian service knight king bishop major judge marshal "
    "sergeant sheriff constable deacon parish pool poole wells west north east london pike gates temple bridge ridge "
    "lodge castle burn burns sands shore spring springs ash barnes cove walker stone cliff garden mill".split()
)
OPENERS = frozenset(
    "fort ft mount mt lake loch lough san santa las los isle cape port glen river lorong jalan barangay rue calle "
    "rua".split()
)
ROAD_NUMBER = re.compile(r"[ABM]\d{1,4}")  # British: "A13"
# Words that close a street's or area's name even after a forename: "Charlotte Street"; others are surnames there.
NO_SURNAMES = frozenset(
    "street road avenue drive crescent gardens boulevard highway terrace county airport estate bridge "
    "roundabout parkway motorway village town city stadium station square reservoir borough valley island "
    "harbour harbor rd ave blvd st ln hwy dr ct cres passage greenway causeway viaduct embankment peninsula".split()
)
POSTNOMINALS = frozenset(
    "TD MP MSP MLA MS JP QPM KPM OBE MBE CBE KC QC SC PSM APM ESQ PhD DL AM BEM IPS IAS IRS PPM PGM QGM GM CB CMG CVO "
    "LVO MVO KBE DBE MBA Esq OC CD COM OOM MOM ONZM CNZM MNZM QSM FSM OAM AO psc".split()
)
FORCES = frozenset("task strike police border defence defense action security constabulary navy air".split())
LETTERED = re.compile(r"[A-Z]-[a-z]")  # "X-rayed", "T-shirt"
PREFIXED = re.compile(r"(?:u|e|kwa|ku|i|a|o)[A-Z][a-z]{2}")  # "uMlazi", "eThekwini", "kwaDukuza"
NUMBERED_ROADS = frozenset(
    ("highway", "hwy", "interstate", "route", "rte", "motorway", "sr", "us", "u.s.", "fm", "cr", "i", "exit")
)
ABBREVIATED_STREETS = frozenset(("st", "rd", "ave", "blvd", "ln", "dr", "hwy", "pl", "sq", "cir", "pkwy", "ct", "cres"))
BEFORE_STATES = frozenset("in from to across throughout outside within near between of and".split())
# Head words that releases also write in lower case after a name.
PLACED = frozenset("in on at near off along from towards toward via outside into".split())
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


ELIDED = ("d’", "d'", "l’", "l'")


def _elided(word: str) -> bool:
    """Whether a word is a name with an elided article: "d’Ivoire"."""
    return word[:2] in ELIDED and word[2:3].isupper()


@dataclass(slots=True)
class Name:
    """A proper name: tokens [i, j) and what it names.

    kind: person, police, agency, taskforce, unit, court, venue, company, event, charity, operation, role, place
    (certain by its own words), or unknown (its context decides). ``role`` is the first token of the rank or office
    before a person's name, equal to ``i`` where there is none. ``row`` is the gazetteer's or the agencies' row.
    """

    i: int
    j: int
    kind: str
    role: int = -1
    row: dict[str, str] | None = None


class Reader:
    """The text, its words' kinds and the names found so far; each reader of a kind of name builds on it."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.vocab: Vocabulary = vocabulary()
        self.flags = list(map(self.vocab.flags.get, doc.low, repeat(0)))
        for token, word in enumerate(doc.raw) if "DA" in doc.raw or "ADA" in doc.raw else ():
            if word in ("DA", "ADA"):  # district attorneys; in small letters part of a name
                self.flags[token] |= OFFICE
        self.capital = [word[0].isupper() and not LETTERED.match(word) for word in doc.raw]
        if doc.country == "ZA":
            self.capital = [
                capital or bool(PREFIXED.match(word)) for capital, word in zip(self.capital, doc.raw, strict=True)
            ]
        if any(mark in doc.text for mark in ELIDED):
            self.capital = [capital or _elided(word) for capital, word in zip(self.capital, doc.raw, strict=True)]
        self.all: list[Name] = []
        self.surnames: set[str] = set()  # the words of the persons' names, once all are read

    def _add(self, i: int, j: int, kind: str, role: int = -1, row: dict[str, str] | None = None) -> None:
        while i < j and not self.doc.raw[i][0].isalnum():
            i += 1
        if i < j:
            self.all.append(Name(i, j, kind, i if role < 0 else role, row))

    def _parse(self, i: int, j: int, sentence: Sentence, how: str) -> None:
        """Read the run of tokens [i, j)."""
        raise NotImplementedError

    def _written(self, token: int, row: dict[str, str]) -> bool:
        """Whether an organisation of the lexicon is written as one at a token."""
        raise NotImplementedError

    def _place_head(self, i: int, j: int) -> int | None:
        """The token of the run [i, j) that heads a place's name."""
        raise NotImplementedError

    def _site_at(self, i: int, end: int) -> tuple[int, dict[str, str]] | None:
        """The gazetteer's longest phrase at token i; an abbreviated state counts after a comma only ("Memphis, TN")."""
        if not self.flags[i] & STARTS_PLACE:
            return None
        found = self.vocab.places.at(self.doc.low, i, end)
        if found and found[1]["kind"] in ("postal", "abbreviation"):
            before = self.doc.low[i - 1] if i else ""
            alone = self.doc.raw[i].count(".") > 1 or found[1]["within"] == "au"
            if before not in (",", "(") and not (alone and before in BEFORE_STATES):
                return None
            mount = found[1]["kind"] == "postal" and not self.doc.raw[i].isupper()
            if mount and self.doc.raw[i + 1 : i + 2] == ["."] and i + 2 < end:
                return None  # "Mt. Larkfield"
        return found

    def _agency_at(self, i: int, end: int) -> tuple[int, dict[str, str]] | None:
        """The agencies' longest phrase at token i."""
        return self.vocab.agencies.at(self.doc.low, i, end) if self.flags[i] & STARTS_AGENCY else None

    def _without_letters(self, i: int, j: int) -> int:
        """The end of a person's name without the letters after it: "Jess Vance MP"."""
        while j > i + 1 and self.doc.raw[j - 1] in POSTNOMINALS:
            j -= 1
        return j

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
            self.doc.low[i - 1] in PLACED or self.doc.raw[i - 1].isdigit()
        )
