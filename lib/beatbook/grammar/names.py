"""The names of a release, for every family: persons, organisations, operations and places.

``names(doc)`` gives all of them, ``agencies(doc)`` the organisations that can take part in an operation.
"""

from dataclasses import dataclass, field

from beatbook.grammar.proper import Name, Names
from beatbook.language.document import Doc

ACTING = ("police", "agency", "taskforce")
COUNCILS = ("city", "county", "borough", "district", "town", "parish", "regional", "shire")
ARTICLES = ("the", "The", "THE")
# Heads that say little alone: "the Service", "our Agency" point back to a body named before.
BARE = frozenset(
    "agency service services bureau department office ministry authority commission directorate administration "
    "inspectorate ombudsman patrol council cabinet board commissioners constables guard government committee "
    "partnership institute foundation association alliance society union fund organisation organization "
    "enforcement taskforce officers prosecutor police sheriff policing parliament senate assembly executive "
    "group customs sheriffs force constabulary consortium federation coalition secretariat probation parole "
    "coastguard corrections excise marshals authorities bureaus".split()
)
# Bodies whose bare name is their name where a list of bodies names them ("Police, Customs and Corrections").
LISTED_BARE = frozenset(("police", "customs", "corrections", "probation", "coastguard"))


@dataclass(slots=True)
class Agency:
    """An organisation: its name as written (the fuller where the text has two), its kind and its mentions.

    ``kind`` is police, agency or taskforce; ``mentions`` are token spans [i, j), first the one that carries the name.
    """

    name: str
    kind: str
    mentions: list[tuple[int, int]] = field(default_factory=list)


def names(doc: Doc) -> Names:
    """The names of a release, found once."""
    if doc.names is None:
        doc.names = Names(doc)
    return doc.names


def agencies(doc: Doc) -> list[Agency]:
    """The organisations of a release that could act: forces, agencies, councils, task forces; units are left out.

    Args:
        doc: the analysed release.

    Returns:
        One Agency an organisation, in order of first mention: an abbreviation is joined to its fuller name, whether
        the text gives it in brackets or the lexicon knows it. Whether it took part is for the caller to decide from
        the mentions' sentences.
    """
    found: list[Agency] = []
    by_key: dict[str, Agency] = {}
    everything = names(doc)
    for name in everything.all:
        if name.kind not in ACTING:
            continue
        i, j = _trim(doc, name)
        if j <= i or (j - i == 1 and doc.low[i] in BARE and not _listed(doc, everything, name)):
            continue
        written = " ".join(doc.words(i, j).split())
        key = _key(written)
        full = _key(name.row["full"]) if name.row and name.row.get("full") else None
        agency = by_key.get(key) or (by_key.get(full) if full else None) or _longer(by_key, key)
        if agency is None:
            agency = Agency(written, name.kind)
            shorter = _shorter(key)
            if full is None and shorter in by_key:
                agency = by_key[shorter]
                agency.name = written
            else:
                found.append(agency)
        elif len(written) > len(agency.name) and (not agency.name.isupper() or len(agency.name) < 7):
            agency.name = written  # a short one in capitals is an abbreviation, a long one a headline
        by_key[key] = agency
        if full:
            by_key.setdefault(full, agency)
        agency.mentions.append((i, j))
        short = _bracketed(doc, j)
        if short:
            by_key.setdefault(_key(short), agency)
    return found + _small_councils(doc, found)


def _small_councils(doc: Doc, found: list[Agency]) -> list[Agency]:
    """Councils that the text writes in small letters only: "the city council's Trading Standards team"."""
    if "council" not in doc.low or any("council" in agency.name.lower() for agency in found):
        return []
    for j, word in enumerate(doc.raw):
        if word == "council" and j and doc.raw[j - 1] in COUNCILS:
            return [Agency(doc.words(j - 1, j + 1), "agency", [(j - 1, j + 1)])]
    return []


def _trim(doc: Doc, name: Name) -> tuple[int, int]:
    """The organisation's tokens without article."""
    i = name.i
    while i < name.j and doc.raw[i] in ARTICLES:
        i += 1
    return i, name.j


def _key(written: str) -> str:
    return " ".join(
        written.lower()
        .replace("’", "'")
        .replace("&", "and")
        .replace("united states", "u.s.")
        .replace("us ", "u.s. ")
        .split()
    )


def _shorter(key: str) -> str:
    """The shorter form of a key: "metropolitan police" of "metropolitan police service"; "" where it has none."""
    rest, _, last = key.rpartition(" ")
    return rest if last in ("service", "force", "department", "services") else ""


def _longer(by_key: dict[str, Agency], key: str) -> Agency | None:
    """An organisation already named of which this is a shorter form."""
    for ending in (" service", " force", " department"):
        if key + ending in by_key:
            return by_key[key + ending]
    if key.endswith("marshals"):
        return by_key.get(key + " service") or by_key.get("u.s. marshals service")
    return by_key.get("u.s. " + key)


def _bracketed(doc: Doc, j: int) -> str | None:
    """The abbreviation in brackets after a name: "National Crime Agency (NCA)"."""
    if j + 2 < len(doc.raw) and doc.raw[j] == "(" and doc.raw[j + 2] in (")", ","):
        short = doc.raw[j + 1]
        if len(short) > 1 and (short.isupper() or short[0].isupper()):
            return short
    if (
        j + 4 < len(doc.raw)
        and doc.raw[j] == "("
        and doc.raw[j + 4] == ")"
        and doc.raw[j + 1] in "“\"‘'"
        and doc.raw[j + 3] in "”\"’'"
    ):
        return doc.raw[j + 2]
    return None


def _listed(doc: Doc, everything: Names, name: Name) -> bool:
    """Whether a bare body ("Customs") stands in a list of bodies, in mid-sentence."""
    if doc.low[name.i] not in LISTED_BARE or not doc.raw[name.i][0].isupper() or doc.raw[name.i].isupper():
        return False
    if doc.sentence_of(name.i).i == name.i:
        return False
    before, after = doc.low[name.i - 1], doc.low[name.j] if name.j < len(doc.low) else ""
    if before in ("the", "a"):
        return False
    return any(
        other is not name
        and other.kind in ACTING
        and ((before in ("and", ",") and other.j == name.i - 1) or (after in ("and", ",") and other.i == name.j + 1))
        for other in everything.all
    )
