"""Names of persons: where one stands, as written, and which full name a surname stands for."""

from functools import lru_cache

from beatbook.language.document import Doc
from beatbook.lexicons import rows, singular

PARTICLES = frozenset(
    "de la dela delos las los del della di da das do dos du van der den von bin bint binti ibn al el ul ur le te y e "
    "s/o d/o w/o ten ter st mac af av abu".split()
)
SUFFIXES = frozenset("jr sr jnr snr ii iii iv".split())
SHORTENED = frozenset("mohd md mohamad smt kr wm chas thos".split())
NICKNAME_OPENS = frozenset('“ " ‘ ('.split())
QUOTES = frozenset("“ ” \" ‘ ’ '".split())
ALIASES: dict[str, list[list[str]]] = {}  # by first word
for _phrase in (
    "aka|a.k.a.|a.k.a|a/k/a|a / k / a|alias|@|s/o|w/o|d/o|r/o|nicknamed|also known as|known as|otherwise known as|"
    "also called"
).split("|"):
    ALIASES.setdefault(_phrase.split()[0], []).append(_phrase.split())
# race and sex in US lists: "Karl Stern, W/M, 34"
SEX_CODES = frozenset(race + joint + sex for race in "wbhao" for joint in ("", "/") for sex in "mf")
SEXES = frozenset("m f male female".split())
RANKED = frozenset("constable sergeant deputy marshal".split())  # ranks that are surnames too, never forenames
FILIATION = frozenset("s/o d/o w/o".split())  # part of the name in Singapore, not in India
TITLES = frozenset("mr mrs ms miss mx dr sir defendant co-defendant".split())
MOST_PARTS = 6
LONGEST_ALIAS = 12
MOST_SOUGHT = 200  # surnames sought through the whole text


# words of organisations, roads and makes that no name has, beside those of the lexicons
NEVER = frozenset(
    "award awards annual presentation ceremony conference luncheon modal example program programme initiative "
    "campaign academy foundation association department unit county court operation federal national british team "
    "council district division university hospital airport city task force act code class us u.s. united states "
    "headquarters nets checkpoint attendance notice "
    "squad prison jail border street avenue highway school honda toyota nissan chevrolet bmw audi volkswagen "
    "hyundai lexus mazda subaru volvo mitsubishi".split()
)
SURNAMES = frozenset("constable marshal sergeant deputy baker cook guard stop drunk riot sale rape field law".split())
# ends of the names of roads that are surnames as well, and behind a forename those
BOTH = frozenset(
    "pike hill lane wood woods green marsh brook brooks banks heath grove forest rivers mills wells glen dale ford "
    "fields field bridges park parks croft moor brooke lodge".split()
)
PLACE_STARTS = frozenset(
    "north south east west greater central new san santa los las fort el saint operation project lake port mount "
    "monday tuesday wednesday thursday friday saturday sunday january february march july september october "
    "november december".split()
)
ROAD_ENDS = frozenset("house hills heights park springs beach falls creek city station".split())


@lru_cache(1)
def _vocabulary() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words no name has, words no name begins with, words that end the name of a road."""
    words = rows("name_words")
    never = {row["term"] for row in words if row["kind"] in ("police", "agency", "court", "taskforce")}
    never |= {row["term"] for row in rows("offences") if row["kind"] in ("noun", "topic")}
    never |= {row["term"] for row in rows("ranks") if row["kind"] != "title"}
    never |= {row["term"] for row in rows("persons")}
    first = {row["term"] for row in words if row["kind"] in ("common", "demonym", "topic")} - {"mark", "young", "field"}
    roads = {row["term"] for row in rows("place_words") if row["kind"] in ("street", "area")}
    return frozenset((never - SURNAMES) | NEVER), frozenset(first) | PLACE_STARTS, frozenset(roads) | ROAD_ENDS


def _capital(word: str) -> bool:
    return word[0].isupper() and word[-1].isalpha()


def name_at(doc: Doc, i: int, end: int, least: int = 2) -> int | None:
    """Where the personal name that starts at token i ends; None where there is none.

    Args:
        doc: the release.
        i, end: where to start and where to stop.
        least: how many words it must have (one will do where an age follows).
    """
    first, raw, low = _vocabulary()[1], doc.raw, doc.low
    if i >= end or not _capital(raw[i]) or low[i] in first or low[i] in RANKED or _never(low[i]):
        return None
    j, parts = i + 1, 1
    while j < end and parts < MOST_PARTS:
        if low[j] == "r/o" or (low[j] in FILIATION and doc.country == "IN"):
            break  # "Rajesh Kumar S/o Mohan Lal R/o Rohini"
        if parts > 1 and (last := _suffix(doc, j, end)):
            j = last
            break
        if _capital(raw[j]) or _joined_particle(raw[j]):
            if _never(low[j]):
                return None
            parts += 1
            j += 1
            continue
        step = _inside(doc, j, end)
        if step is None:
            break
        j = step
    while j > i and raw[j - 1] in QUOTES:
        j -= 1
    return j if parts >= least else None


@lru_cache(20000)
def _never(word: str) -> bool:
    never = _vocabulary()[0]
    return word in never or singular(word) in never


def _suffix(doc: Doc, j: int, end: int) -> int | None:
    """The token after "Jr.", ", Jr." or "III" at token j."""
    j += doc.raw[j] == "," and j + 1 < end
    if doc.low[j] not in SUFFIXES:
        return None
    stop = j + 1 < end and doc.raw[j + 1] == "." and doc.starts[j + 1] == doc.ends[j]
    return j + 2 if stop and j + 2 < end and doc.raw[j + 2] in (",", "(") else j + 1


def _inside(doc: Doc, j: int, end: int) -> int | None:
    """The token after what may stand inside a name at token j: an initial's stop, a particle, a nickname."""
    raw, low = doc.raw, doc.low
    if raw[j] == ".":
        shortened = len(raw[j - 1]) == 1 or low[j - 1] in TITLES or low[j - 1] in SHORTENED
        return j + 1 if shortened else None
    if low[j] in PARTICLES and j + 1 < end and (_capital(raw[j + 1]) or low[j + 1] in PARTICLES):
        return j + 1
    closed = _nickname(doc, j, end) if raw[j] in NICKNAME_OPENS else None
    return closed if closed and closed < end and _capital(raw[closed]) and not _never(low[closed]) else None


def _joined_particle(word: str) -> bool:
    """ "al-Khatib": a particle written on to the name."""
    particle, _, rest = word.partition("-") if "-" in word else (word, "", "")
    return particle in PARTICLES and rest[:1].isupper()


def _nickname(doc: Doc, j: int, end: int) -> int | None:
    """The token after a nickname in quotation marks or brackets that opens at token j."""
    for k in range(j + 1, min(end, j + 5)):
        if doc.raw[k] in ("”", '"', "’", ")"):
            k += 1
            return k + 1 if k < end and doc.raw[k] == ")" else k
    return None


def alias_end(doc: Doc, i: int, end: int) -> int | None:
    """The token after an alias ("aka “Dutch”", "also known as Mr Biggs") that starts at token i."""
    if i >= end:
        return None
    word = doc.low[i]
    if word in SEX_CODES and doc.raw[i].isupper():
        return i + 1
    if i + 2 < end and doc.low[i + 1] in SEXES and {*doc.raw[i : i + 3 : 2]} <= QUOTES:
        return i + 3  # Nigerian: "Emeka Obi ‘m’ 32yrs"
    opened = [words for words in ALIASES.get(word, ()) if doc.low[i : i + len(words)] == words]
    if not opened:
        return None
    j = i + len(opened[0])
    while j < min(end, i + LONGEST_ALIAS) and _in_alias(doc, j, end):
        j += 1
    if j + 1 < end and doc.raw[j] == "," and doc.raw[j + 1] in QUOTES:
        j += 2  # American style: “Dutch,” 26
    return j


def _in_alias(doc: Doc, j: int, end: int) -> bool:
    """Whether token j belongs to an alias: no stop, no age, no word in small letters but "and" between aliases."""
    raw, value = doc.raw[j], doc.value_at.get(j)
    if raw in (",", ")", ";", "(") or (value and value.kind == "age"):
        return False
    if doc.low[j] == "and":
        return j + 1 >= end or doc.raw[j + 1][0].isupper() or doc.raw[j + 1] in QUOTES
    return not raw.isalpha() or raw[0].isupper() or doc.low[j] == "or"


def is_place(doc: Doc, i: int, j: int) -> bool:
    """Whether capitalised words name a road or quarter rather than a person: "Pike Street", no "Darren Pike"."""
    named = doc.low[j - 1] in BOTH and doc.low[i] in forenames()
    return doc.low[j - 1] in _vocabulary()[2] and not named


@lru_cache(1)
def forenames() -> dict[str, str]:
    """Common forenames, lower case, with whose they are: "man" or "woman"."""
    return {row["term"]: row["kind"] for row in rows("forenames")}


class Names:
    """The full names met in a release so far, and the surnames and first names that stand for them."""

    def __init__(self) -> None:
        self.full: dict[str, str] = {}
        self.sought: set[str] = set()

    def add(self, name: str) -> str:
        """Remember a full name; the fuller one already known where this is a part of it."""
        known = self.full.get(name.casefold())
        if known:
            return known
        parts = [part for part in name.replace(",", "").split() if part.strip(".").casefold() not in SUFFIXES]
        keys = [name.casefold()]
        if parts:
            keys.append(parts[-1].casefold())
            if len(parts) > 2:
                keys += [f"{parts[0]} {parts[-1]}".casefold(), " ".join(parts[-2:]).casefold()]
                for k in range(1, len(parts)):
                    if parts[k].islower():  # van der Berg
                        keys.append(" ".join(parts[k:]).casefold())
                        break
            if len(parts) > 1:
                keys.append(parts[0].casefold())
        for key in keys:
            self.full.setdefault(key, name)
        return name

    def find(self, doc: Doc, surname: str) -> str | None:
        """The full name, anywhere in the text, that ends in a surname met alone; remembered, as is that there is none.

        Args:
            doc: the release.
            surname: as written.
        """
        key = surname.casefold()
        if key not in self.sought and len(self.sought) < MOST_SOUGHT:
            self.sought.add(key)
            for k, word in enumerate(doc.raw):
                start = _start_of(doc, k) if word == surname and k else None
                if start is not None:
                    self.add(" ".join(doc.words(start, k + 1).split()))
                    break
        return self.full.get(key)

    def get(self, words: str) -> str | None:
        """The full name that these words stand for."""
        return self.full.get(words.casefold())


def _start_of(doc: Doc, k: int) -> int | None:
    """The first token of the full name that token k ends."""
    if not _capital(doc.raw[k - 1]):
        return None
    for start in range(max(0, k - 4), k):
        whole = doc.sentence_of(start) is doc.sentence_of(k) and name_at(doc, start, k + 1) == k + 1
        if whole and not is_place(doc, start, k + 1):
            return start
    return None
