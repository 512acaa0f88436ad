"""Who in a release is a private person: what extraction found, and whatever else looks like a name.

Extraction must be right and so leaves out what is doubtful; here whatever looks like a person is taken for one. A
place that is masked by mistake costs a reader a word, a name that is not masked costs a person more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from beatbook.grammar.name_kinds import FORENAME, HOLDER, plain_words, vocabulary
from beatbook.grammar.names import names as names_of
from beatbook.grammar.person_names import alias_end, name_at
from beatbook.grammar.proper import Name, Names
from beatbook.language.document import Doc
from beatbook.lexicons import rows
from beatbook.records import Fact, Record, Release

# Titles that anybody has, and kinships: whoever is introduced by these speaks for nobody but themselves.
_CIVIL = frozenset("mr mrs ms miss mx shri smt defendant co-defendant".split())
_KIN = re.compile(
    r"(?:mother|father|mum|mom|dad|parents?|wife|husband|partner|widow(?:er)?|sister|brother|son|daughter|aunt|uncle|"
    r"cousin|grand\w+|family|relatives?|friend|fianc[ée]e?|girlfriend|boyfriend|neighbours?|neighbors?|residents?|"
    r"witness|victim|survivor|passer-?by|shopkeeper|customer)", re.I)
_KIN_ROLE = re.compile(rf"(?:[\w’'.-]+\s+){{0,4}}?{_KIN.pattern}(?:\s+(?:of|to|and|for|from)\b.*|\s*,.*)?", re.I | re.S)
_PLACED = frozenset(
    "in at on near from to into across around between outside inside through throughout of the within off via a an "
    "north south east west operation project op exercise".split())
# Whose sex is put behind the name, as police in Nigeria, Ghana and India do: "Sunday Ochefu 'm' 29 years".
_SEXED = re.compile(r"\b((?:[A-Z][\w’'-]{1,30}\s){1,3}[A-Z][\w’'-]{1,30}),?\s?[(‘'“\"][mfMF][)’'”\"]")
_DWELLERS = frozenset("resident residents native natives inhabitant".split())
_ACCUSED = frozenset("accused suspect defendant detainee victim complainant arrestee co-accused prisoner".split())
_MOST = 2000  # persons of one text


@dataclass
class Persons:
    """Private persons by their full names, in order, with what else they are called; and officials, who are not masked.

    ``sure`` are those whom a fact names: any part of their names is theirs. Of the others a part that is also a
    common word is left.
    """

    sure: list[str] = field(default_factory=list)
    likely: list[str] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)  # an alias → the name it stands behind
    officials: set[str] = field(default_factory=set)


def persons(record: Record) -> Persons:
    """The persons of a record: those in its facts, and all that its text and title seem to name.

    Private are all whom an outcome names, and everybody else without a rank or an office. A role that only tells whose
    mother, neighbour or victim a speaker is is no office.
    """
    outcomes, quotes = (record.facts.get(family, []) for family in ("outcomes", "quotes"))
    named = [(fact.start, name) for fact in outcomes for name in fact["names"]]
    named += [(fact.start, fact["speaker"]) for fact in quotes if fact["speaker"] and not _office(fact)]
    found = Persons(list(dict.fromkeys(name for _, name in sorted(named))))
    private = {_key(name) for name in found.sure}
    found.officials = {fact["speaker"] for fact in quotes if _office(fact) and _key(fact["speaker"]) not in private}
    _named(Doc(record.release), found, whole=True)
    if record.release.title:
        _named(Doc(Release(f"{record.release.title}.", country=record.release.country)), found, whole=False)
    # Whom an outcome names is private, also under a rank: "PC Al Brook was charged".
    found.officials = {name for name in found.officials if _key(name) not in private}
    known = {_key(name) for name in (*found.sure, *found.officials)}
    found.likely = [name for name in dict.fromkeys(found.likely) if _key(name) not in known][:_MOST]
    return found


def _office(fact: Fact) -> bool:
    role = fact["role"]
    return bool(fact["speaker"] and role and (_holds(role) or not _KIN_ROLE.fullmatch(role.strip())))


def _holds(words: str) -> bool:
    """Whether words name a rank or an office: "family liaison officer"."""
    flags = vocabulary().flags
    return any(flags.get(word, 0) & HOLDER for word in re.findall(r"\w+", words.lower())
               if word not in _CIVIL | {"father"})


def _named(doc: Doc, found: Persons, whole: bool) -> None:
    """Adds the persons of a text; of a title only the evident ones, since most of its words have a capital."""
    everything = names_of(doc)
    for name in everything.all:
        if name.kind == "person":
            written = _written(doc, name.i, name.j)
            if _official(doc, everything, name):
                found.officials.add(written)
            elif name.j - name.i > 1 or doc.low[max(0, name.i - 1)] in _CIVIL or doc.low[max(0, name.i - 2)] in _CIVIL:
                found.likely.append(written)
        elif name.kind == "unknown" and name.row is None and whole:
            found.likely += _perhaps(doc, everything, name)
    if not whole:
        return
    found.likely += [" ".join(match[1].split()) for match in _SEXED.finditer(doc.text)]
    covered = 0
    for i in range(len(doc.raw)):
        if i >= covered and doc.raw[i][0].isupper():
            end = name_at(doc, i, min(len(doc.raw), i + 10))
            if end and _aged(doc, end):  # "Gilberto “Beto” Quiñones, 46"
                covered = end
                if not any(name.i < end and i < name.j and name.kind == "person" for name in everything.all):
                    found.likely.append(_written(doc, i, end))
        if doc.low[i] in ("aka", "alias", "nicknamed", "known", "called", "a.k.a", "a.k.a.", "a/k/a"):
            end = alias_end(doc, i, len(doc.raw)) or (alias_end(doc, i - 1, len(doc.raw)) if i else None)
            if end and end > i + 1:
                words = re.sub(r"^(?:as|by)\s+", "", doc.words(i + 1, end)).strip(" \n“”\"'‘’,().")
                if len(words) > 2 and words[0].isupper():
                    found.aliases[words] = words


def _official(doc: Doc, everything: Names, name: Name) -> bool:
    """Whether a rank or an office stands right before the name, or follows it behind a comma."""
    flags, low = everything.flags, doc.low
    before = name.i - 1 - (name.i > 1 and low[name.i - 1] == ".")
    if before >= 0 and flags[before] & HOLDER and low[before] not in _CIVIL:
        return True
    first = low[name.i]
    if flags[name.i] & HOLDER and not flags[name.i] & FORENAME and first not in _CIVIL and name.j - name.i > 2:
        return True
    if name.j < len(low) and doc.raw[name.j] == ",":
        for k in range(name.j + 1, min(name.j + 7, len(low))):
            if not (doc.raw[k].isalpha() or doc.raw[k] in ("-", "’", "'")):
                return False
            if low[k] in ("who", "which", "was", "were", "is", "said", "has", "had", "of", "from", "and"):
                return False
            if flags[k] & HOLDER and low[k] not in _CIVIL:
                return True
    return False


def _perhaps(doc: Doc, everything: Names, name: Name) -> Iterator[str]:
    """What of a name of no known kind may be a person: it has the shape of one, and no preposition places it."""
    low, flags = doc.low, everything.flags
    i, j = name.i, name.j
    end = name_at(doc, i, j)
    opens = bool(flags[i] & FORENAME)
    if any(word in _makes() for word in low[i:j]):
        return  # a John Deere is a tractor
    if 1 < j - i < 5 and _set_off(low, i, j):
        yield _written(doc, i, j)
        return
    if end == j and (opens or (low[i - 1] if i else "") not in _PLACED):
        plain = sum(word in plain_words() for word in low[i:j])
        if opens or _aged(doc, j) or (plain == 0 and low[i - 1:i] != ["the"]):
            yield _written(doc, i, j)
    elif j - i == 1 and (opens or low[i] not in common_words()):
        shares = j + 1 < len(low) and low[j] in ("and", "&", ",") and (low[i - 1] if i else "") not in _PLACED
        if shares and any(other.kind == "person" and other.i in (j + 1, j + 2) for other in everything.all):
            yield _written(doc, i, j)  # "Colton and Chase Wimberly"
        elif i and (_KIN.fullmatch(low[i - 1]) or _KIN.fullmatch(low[i - 1].rstrip("s"))):
            yield _written(doc, i, j)  # "his brother Liam"


def _set_off(low: list[str], i: int, j: int) -> bool:
    """Whether [i, j) stands beside a word for somebody: "one more accused, Wasim Contractor, a resident of Surat"."""
    resident = low[j : j + 1] == [","] and not _DWELLERS.isdisjoint(low[j + 1 : j + 4])
    return resident or (i > 1 and low[i - 1] == "," and low[i - 2] in _ACCUSED)


def _aged(doc: Doc, j: int) -> bool:
    value = doc.value_at.get(j + 1)
    return j + 1 < len(doc.raw) and doc.raw[j] in (",", "(", ":", "aged") and value is not None and (
        value.kind in ("age", "number"))


def _written(doc: Doc, i: int, j: int) -> str:
    words = " ".join(doc.words(i, j).split())
    opening, _, rest = words.partition(" ")
    return rest if opening.lower().rstrip(".") in _CIVIL and rest else words


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


@lru_cache(1)
def _makes() -> frozenset[str]:
    """Words of makes and models that are no forenames."""
    words = {word for row in rows("makes") for word in row["term"].lower().split()}
    return frozenset(word for word in words if not vocabulary().flags.get(word, 0) & FORENAME)


@lru_cache(1)
def common_words() -> frozenset[str]:
    """Words that a part of a name may be while it means something else."""
    return plain_words() | {term for term, bits in vocabulary().flags.items() if not bits & FORENAME}
