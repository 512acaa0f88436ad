"""What the words around a date say of it: police action, an arrest, a crime, a hearing, the publication."""

from functools import lru_cache
from typing import NamedTuple

from beatbook.grammar.names import Agency, names
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import rows

ACTION, ARREST, HEARING, CRIME, PUBLISH, RUN = "action", "arrest", "hearing", "crime", "publish", "run"
SOFT = "soft"  # movements that lead up to what happened: "drove", "arrived"
OFFICERS = "officers"  # action where officers are the ones who do it: "followed", "contained"
DEAD = frozenset(
    "pool dead guilty deceased unconscious injured unresponsive suffering body victim wounded lifeless bodies".split()
)
BODY = frozenset("body bodies victim remains blood corpse".split())
CALLED_TO = frozenset("to police 911 999 101 after by in out following officers deputies 000 112 emergency".split())
FIRE = frozenset("fire alight ablaze light".split())
ISSUED = frozenset("issued issuance arrest bench outstanding active felony obtained".split())
SERVED = frozenset("search executed executing execute serve served serving under".split())
POLICE = frozenset(
    "officers officer police detectives detective deputies deputy agents agent troopers trooper gardaí gardai garda "
    "team teams unit members force taskforce customs investigators cadets marshals border patrol crew squad "
    "constables neighbourhood authorities enforcement sheriff's inspectors soldiers canine k-9 k9 detector sniffer "
    "helicopter volunteers".split()
)
CIVIL = frozenset(
    "defendant defendants suspect suspects he she victim victims man woman men women boy girl resident residents "
    "owner neighbour neighbor employee employees customer brother couple group gang driver passenger i trustee "
    "manager doctor employer mother father parent parents student students witness witnesses citizen hiker fisherman "
    "homeowner worker contractor landlord teacher nurse wife husband girlfriend boyfriend son daughter family friend "
    "friends company bank business auditor accountant caretaker cleaner individuals masked robbers thieves burglars "
    "raiders intruders gunmen attackers".split()
)
# what is done to doors and addresses: by police or by burglars
BREAKING = frozenset("forced struck hit broke smashed set entered targeted".split())
ANY_GROUP = frozenset(("members", "crew", "squad", "force", "team"))  # gangs have them as well
NOT_ACTIVE = frozenset("was were been being by be is are".split())


class Actors(NamedTuple):
    """Tokens that name organisations which can act, and first tokens of persons' names."""

    bodies: frozenset[int]
    people: frozenset[int]


def actors(doc: Doc, organisations: list[Agency]) -> Actors:
    """Who is named in a release whose organisations are known."""
    bodies = (token for body in organisations for i, j in body.mentions for token in range(i, j))
    return Actors(frozenset(bodies), frozenset(name.i for name in names(doc).persons))


@lru_cache(1)
def senses() -> dict[str, str]:
    """Single words and the role they give a date."""
    return {row["term"]: row["role"] for row in rows("date_roles") if " " not in row["term"]}


@lru_cache(1)
def _entries() -> dict[str, tuple[str | None, list[tuple[list[str], str]]]]:
    """By word: its role alone, and the rest of each phrase that it begins with its role: "came upon", "took us to"."""
    found: dict[str, tuple[str | None, list[tuple[list[str], str]]]] = {
        word: (role, []) for word, role in senses().items()
    }
    for row in rows("date_roles"):
        first, *rest = row["term"].split()
        if rest:
            found.setdefault(first, (None, []))[1].append((rest, row["role"]))
    return found


def sense(doc: Doc, sentence: Sentence, token: int, named: Actors) -> str | None:
    """The role that the word at a token gives a date of its sentence, or None.

    Args:
        doc, sentence, token: the word and where it stands.
        named: who is named in the release.
    """
    word = doc.low[token]
    entry = _entries().get(word)
    if entry is None:
        return None
    what, phrases = entry
    after = doc.low[token + 1 : token + 6]
    for rest, role in phrases:
        if after[: len(rest)] == rest:
            what = role
            break
    if what is None or (token in doc.value_at and doc.value_at[token].kind == "date"):
        return None
    if _abbreviation(doc, sentence, token):
        return None
    if what == OFFICERS:
        return ACTION if officers_do(doc, sentence, token, named) else None
    if word in BREAKING and after[:1] != ["and"] and officers_do(doc, sentence, token, named):
        return ACTION
    before = doc.low[max(sentence.i, token - 5) : token]
    if word in ("warrant", "warrants"):
        return _warrant(before, after, what)
    if word in ("found", "finding", "discovered", "located", "recovered"):
        return _found(doc, sentence, token, before, after) or what
    if _otherwise(doc, sentence, token, before, after):
        return None
    return what


def officers_do(doc: Doc, sentence: Sentence, token: int, named: Actors) -> bool:
    """Whether officers are the nearest who may have done what the active verb at a token says."""
    low = doc.low
    if not NOT_ACTIVE.isdisjoint(low[max(sentence.i, token - 2) : token]):
        return low[token + 1 : token + 2] == ["by"] and not POLICE.isdisjoint(low[token + 2 : token + 5])
    for k in range(token - 1, max(sentence.i, token - 30) - 1, -1):
        if (low[k] in POLICE and low[k] not in ANY_GROUP) or k in named.bodies or low[k] in ("we", "our"):
            return low[k - 1] != "by" or k == sentence.i
        if low[k] in CIVIL or k in named.people or low[k] in (";", "that"):
            return False
    if "they" not in low[max(sentence.i, token - 8) : token] or sentence.index == 0:
        return False
    earlier = doc.sentences[sentence.index - 1]
    return not POLICE.isdisjoint(low[earlier.i : earlier.j])


def _abbreviation(doc: Doc, sentence: Sentence, token: int) -> bool:
    """Whether a word is one by its capitals: "members of RAID"."""
    word = doc.raw[token]
    return word.isupper() and len(word) > 1 and sentence.kind == "prose" and not doc.raw[sentence.i].isupper()


def _warrant(before: list[str], after: list[str], what: str) -> str | None:
    """A warrant to search is action; one that is only out for somebody is a court's."""
    if "on" in before[-4:] and "search" not in before:
        return None  # "arrested on a warrant"
    served = not SERVED.isdisjoint(before)
    return HEARING if not served and (after[:1] == ["for"] or not ISSUED.isdisjoint(before)) else what


def _found(doc: Doc, sentence: Sentence, token: int, before: list[str], after: list[str]) -> str | None:
    """The role of finding somebody dead, or guilty."""
    if "jury" in before:
        return HEARING
    if not DEAD.isdisjoint(after):
        return HEARING if "guilty" in after else CRIME
    return None if BODY.isdisjoint(doc.low[max(sentence.i, token - 16) : token]) else CRIME


def _otherwise(doc: Doc, sentence: Sentence, token: int, before: list[str], after: list[str]) -> bool:
    """Whether a word is used in a way that gives no role."""
    word = doc.low[token]
    if word == "called":  # "called time on", "called Operation Wren"
        return (after[:1] and after[0] not in CALLED_TO) or (
            token + 1 < sentence.j and not doc.raw[token + 1][0].islower()
        )
    if word == "patrol":
        return doc.low[token - 1] not in ("on", "foot", "mobile", "routine")
    if word == "set":
        return FIRE.isdisjoint(after)
    if word == "broke":  # not "broke an ankle"
        return after[:1] not in (["into"], ["in"], ["down"], ["through"], ["open"], ["out"], ["up"], ["the"])
    if word in ("search", "searching", "searches"):
        return after[:1] == ["for"]
    if word == "held":
        value = doc.value_at.get(token + 2)
        return after[:1] == ["on"] and not (value is not None and value.kind == "date")
    if word == "accused":
        return after[:1] != ["of"]  # "the accused"
    return senses().get(word) == CRIME and before[-1:] in (["of"], ["for"]) and "suspicion" in before[-4:]
