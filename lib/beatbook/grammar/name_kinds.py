"""What single words tell about a capitalised name, as bits, and exact phrase look-up: made once from the lexicons."""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from beatbook.language.tokens import tokenize
from beatbook.lexicons import rows

# One bit a kind of word; a word may have several ("sheriff": RANK and POLICE).
KINDS = (
    "rank title office modifier police agency taskforce unit court venue company event law topic time brand "
    "demonym common surname street area before of direction near of_near forename"
).split()
(
    RANK,
    TITLE,
    OFFICE,
    MODIFIER,
    POLICE,
    AGENCY,
    TASKFORCE,
    UNIT,
    COURT,
    VENUE,
    COMPANY,
    EVENT,
    LAW,
    TOPIC,
    TIME,
    BRAND,
    DEMONYM,
    COMMON,
    SURNAME,
    STREET,
    AREA,
    BEFORE,
    OF,
    DIRECTION,
    NEAR,
    OF_NEAR,
    FORENAME,
) = (1 << bit for bit in range(len(KINDS)))
HOLDER = RANK | TITLE | OFFICE  # opens a person's name
BODY = POLICE | AGENCY | TASKFORCE  # closes the name of an organisation that acts
HOUSE = COURT | VENUE | COMPANY | EVENT  # closes a name that is neither place nor acting organisation
PLACE = STREET | AREA
STARTS_AGENCY, STARTS_PLACE = 1 << len(KINDS), 1 << len(KINDS) + 1  # the word opens a phrase of these lexicons
STARTS = STARTS_AGENCY | STARTS_PLACE


class Phrases:
    """Exact phrases among lower-case tokens, longest first; unlike a Matcher, no plural stands for its singular."""

    def __init__(self, table: tuple[dict[str, str], ...]):
        self.first: dict[str, list[tuple[list[str], dict[str, str]]]] = {}
        for row in table:
            words = [word.lower().replace("’", "'") for word in tokenize(row["term"])[0]]
            self.first.setdefault(words[0], []).append((words, row))
        for options in self.first.values():
            options.sort(key=lambda option: -len(option[0]))

    def at(self, low: list[str], i: int, end: int) -> tuple[int, dict[str, str]] | None:
        """The longest phrase that starts at token i and ends by ``end``: its end and its row."""
        for words, row in self.first.get(low[i], ()):
            j = i + len(words)
            if j <= end and (j == i + 1 or low[i:j] == words):
                return j, row
        return None


class Vocabulary(NamedTuple):
    """All word knowledge of names."""

    flags: dict[str, int]
    agencies: Phrases
    places: Phrases
    compounds: Phrases  # words of place_words that are several tokens ("port of entry")


def _ampersands() -> tuple[dict[str, str], ...]:
    """The places with "and" in their names, written with "&": "Tyne & Wear"."""
    return tuple(
        {**row, "term": row["term"].replace(" and ", " & ")} for row in rows("places") if " and " in row["term"]
    )


@lru_cache(1)
def vocabulary() -> Vocabulary:
    """The vocabulary, compiled once."""
    bit = {kind: 1 << n for n, kind in enumerate(KINDS)}
    flags: dict[str, int] = {}
    compounds = []
    for name in ("name_words", "place_words", "ranks", "forenames"):
        for row in rows(name):
            kind = "forename" if name == "forenames" else row["kind"]
            term = row["term"].replace("’", "'")
            if " " in term:
                compounds.append(row)
            elif kind in bit:
                flags[term] = flags.get(term, 0) | bit[kind]
    found = Vocabulary(
        flags, Phrases(rows("agencies")), Phrases(rows("places") + _ampersands()), Phrases(tuple(compounds))
    )
    for phrases, start in ((found.agencies, STARTS_AGENCY), (found.places, STARTS_PLACE)):
        for word in phrases.first:
            flags[word] = flags.get(word, 0) | start
    return found


@lru_cache(1)
def plain_words() -> frozenset[str]:
    """Words that all lexicons but those of names know: in a text all in capitals, they name no place."""
    names = ("places", "place_pairs", "agencies", "forenames", "publishers")
    found = set()
    for path in files("beatbook.lexicons").iterdir():
        if path.name.endswith(".csv") and path.name[:-4] not in names:
            for row in rows(path.name[:-4]):
                found.update(row.get("term", "").lower().split())
    return frozenset(found)


@lru_cache(1)
def person_words() -> frozenset[str]:
    """Words for persons: "shopkeeper", "widow"."""
    return frozenset(row["term"] for row in rows("persons") if row["kind"] == "person")


@lru_cache(1)
def place_pairs() -> tuple[frozenset[tuple[str, str]], dict[str, frozenset[str]]]:
    """What pairs of words tell of places.

    Returns:
        Pairs that name no place ("boot", "camp"); and for words that close a place's name after certain words only
        ("centre"), those words.
    """
    none: set[tuple[str, str]] = set()
    only: dict[str, set[str]] = {}
    for row in rows("place_pairs"):
        before, head = row["term"].rsplit(" ", 1)
        if row["kind"] == "none":
            none.add((before, head))
        else:
            only.setdefault(head, set()).add(before)
    return frozenset(none), {head: frozenset(words) for head, words in only.items()}
