"""Which force or agency issued a text, and in which country: read from the text's own words.

``lexicons/publishers.csv`` holds what is known: names, short names and abbreviations of forces and agencies (with
publisher and country), and words that only tell the country (a court, a tip line, a state). A row with neither
keeps a longer name from being read as a shorter one ("Met Office"). Names that follow a pattern ("Dubuque Police
Department") need no row. Precision comes first: what the text does not show clearly stays None.
"""

import csv
import functools
import re
from collections import Counter
from importlib import resources
from typing import NamedTuple

HEAD, TAIL = 12_000, 1_500
"""Code points at the beginning and end of a text that are looked at."""

_CAPITALISED = re.compile(r"\b[A-Z]\w*")
_PATTERNS = (  # what follows a name, what the whole is called, the country it is used in (None: several)
    ("Police", re.compile(r"Police Department\b", re.I), "US"),
    ("Sheriff", re.compile(r"Sheriff's (?:Office|Department)\b", re.I), "US"),
    ("State", re.compile(r"State (?:Police|Patrol)\b", re.I), "US"),
    ("Highway", re.compile(r"Highway Patrol\b", re.I), "US"),
    ("District", re.compile(r"District Attorney(?:'s Office)?\b", re.I), "US"),
    ("State", re.compile(r"State(?:'s)? Attorney(?:'s Office)?\b", re.I), "US"),
    ("Police", re.compile(r"Police Service\b", re.I), None),
)
_BY_WORD: dict[str, list[tuple[re.Pattern[str], str | None]]] = {}
for _word, _pattern, _where in _PATTERNS:
    for _form in (_word, _word.upper()):
        _BY_WORD.setdefault(_form, []).append((_pattern, _where))
_OF = frozenset(("City", "Town", "Village", "Borough", "Township", "University", "Port", "Isle"))
_NOT_A_NAME = frozenset((  # capitals that begin a sentence or a phrase, not a name
    "A", "After", "Agents", "An", "And", "At", "By", "City", "County", "Criminal", "Deputies", "Detectives",
    "District", "For",
    "From", "In", "Investigators", "Joined", "Local", "Members", "Metropolitan", "Officers", "On", "Our", "Police",
    "State", "That", "The", "Their", "This", "Today", "Two", "When", "With", "Yesterday", "Monday", "Tuesday",
    "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
))
_TITLES = frozenset(("Acting", "Assistant", "Chief", "Deputy", "Former", "Interim", "Late", "Office", "Senior"))
_PARTNER = re.compile(
    r"\b(?:with|alongside|and|(?:backed|assisted|joined|supported) by|(?:help|support) (?:of|from)|thanks?(?: to)?)"
    r"(?: the| colleagues from| our)? ?$",
    re.I,
)
_MEMBERS = re.compile(r"(?:officers|deputies|troopers|detectives|agents|investigators|members) with(?: the)? $", re.I)
_AFFILIATION = re.compile(r",? (?:of|from|at|for)(?: the)? $")
_CONTACT = re.compile(r"\b(?:contact|call|phone|ring|tell)(?:ing)?(?: the)? $", re.I)
_MEDIA = re.compile(r"'?s? (?:media|press|news|communications)\b", re.I)
_ISSUED = re.compile(r"\b(?:issued|released|published|distributed) by:?(?: the)? $", re.I)


class Entry(NamedTuple):
    """One row of the lexicon."""

    term: str
    country: str | None
    publisher: str | None


class Mention(NamedTuple):
    """A force, agency or other tell-tale word in a text; ``listed`` where the lexicon has it."""

    start: int
    end: int
    country: str | None
    publisher: str | None
    listed: bool


class Issuer(NamedTuple):
    """Who issued a text, as far as it tells."""

    publisher: str | None
    country: str | None


@functools.cache
def lexicon() -> tuple[dict[str, list[tuple[int, Entry]]], list[Entry]]:
    """Rows by the first capitalised word of their term, each with that word's place in the term, longest first; and
    the rows whose term has no capital."""
    by_word: dict[str, list[tuple[int, Entry]]] = {}
    small: list[Entry] = []
    rows = resources.files("beatbook.lexicons").joinpath("publishers.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(rows.splitlines()):
        entry = Entry(row["term"], row["country"] or None, row["publisher"] or None)
        word = _CAPITALISED.search(entry.term)
        if not word:
            small.append(entry)
            continue
        by_word.setdefault(word.group(), []).append((word.start(), entry))
        # A letterhead or headline in capitals: only names of several words, for "GARDA" may as well be a surname.
        loud = entry._replace(term=entry.term.upper())
        first = _CAPITALISED.search(loud.term)
        if " " in entry.term and loud.term != entry.term and first:
            by_word.setdefault(first.group(), []).append((first.start(), loud))
    for entries in by_word.values():
        entries.sort(key=lambda found: -len(found[1].term))
    return by_word, small


@functools.cache
def _countries() -> dict[str, str]:
    """Country by the terms of the lexicon that tell only the country."""
    found = [entry for entries in lexicon()[0].values() for _, entry in entries]
    return {entry.term: entry.country for entry in found if entry.country and not entry.publisher}


def is_letterhead(line: str) -> bool:
    """Whether a line holds nothing but the name of a force or agency."""
    line = _plain(line).strip(" *#:.")
    return any((mention.start, mention.end) == (0, len(line)) and mention.publisher for mention in mentions(line))


def issuer(text: str) -> Issuer:
    """Publisher and country of a release, each None where the text does not tell it clearly."""
    text = _plain(text)
    found = mentions(text)
    publisher, country, sure = _publisher(text, found)
    return Issuer(publisher, country if sure else _country(found, country))


def mentions(text: str) -> list[Mention]:
    """All forces, agencies and other tell-tale words of ``text`` in order, none overlapping another."""
    by_word, small = lexicon()
    found: list[Mention] = []
    last = 0
    for word in _CAPITALISED.finditer(text):
        start = word.start()
        if start < last:
            continue
        mention = None
        for offset, entry in by_word.get(word.group(), ()):
            begin, end = start - offset, start - offset + len(entry.term)
            if begin >= last and text.startswith(entry.term, begin) and _apart(text, begin, end):
                mention = Mention(begin, end, entry.country, entry.publisher, True)
                break
        if not mention and word.group() in _BY_WORD:
            # "Alabama" of "Alabama State Police" was found as a state already
            cues = found and not found[-1].publisher
            mention = _by_pattern(text, start, found[-1].start if cues else last, word.group())
            if mention and cues and mention.start < found[-1].end:
                found.pop()
        if mention:
            last = mention.end
            found.append(mention)
    for entry in small:
        begin = text.find(entry.term)
        if begin >= 0 and _apart(text, begin, begin + len(entry.term)):
            found.append(Mention(begin, begin + len(entry.term), entry.country, entry.publisher, True))
    return sorted(found)


def _plain(text: str) -> str:
    """The head and tail of ``text``, with straight apostrophes and plain spaces."""
    if len(text) > HEAD + TAIL:
        text = f"{text[:HEAD]}\n\n{text[-TAIL:]}"
    return text.replace("’", "'").replace("\xa0", " ")


def _apart(text: str, begin: int, end: int) -> bool:
    """Whether ``text[begin:end]`` is no part of a longer word."""
    if begin and text[begin].isalnum() and text[begin - 1].isalnum():
        return False
    return not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def _by_pattern(text: str, start: int, last: int, word: str) -> Mention | None:
    """The agency whose name ends with the pattern that begins at ``start``."""
    for pattern, country in _BY_WORD[word]:
        kind = pattern.match(text, start)
        if not kind:
            continue
        name = _name_before(text, max(text.rfind("\n", 0, start) + 1, last, start - 60), start)
        if not name:
            return None
        begin = start - len(name) - 1
        if kind.group().casefold() in ("state police", "state patrol"):  # Nigeria and Albania have them as well
            country = _countries().get(_titled(name))
        return Mention(begin, kind.end(), country, _titled(text[begin : kind.end()]), False)
    return None


def _name_before(text: str, floor: int, start: int) -> str:
    """The words of a name that end right before ``start``: "…, and the City of Tampa" → "City of Tampa"."""
    if text[start - 1 : start] != " ":
        return ""
    words = text[floor : start - 1].split(" ")
    begin = len(words)
    while begin and len(words) - begin < 5:
        word = words[begin - 1].lstrip("([\"“'‘")
        if word.lower() == "of" and begin > 1 and words[begin - 2].capitalize() in _OF:
            begin -= 2
            break
        if not word[:1].isupper() or word[-1] in ",;:)" or (word[-1] == "." and len(word) > 4 and begin < len(words)):
            break
        if word.capitalize() in _TITLES:  # an assistant's name is not the office's, nor is the end of another one's
            return ""
        begin -= 1
        if word != words[begin]:
            words[begin] = word
            break
    # "County" and "State" belong to a name but do not make one; a sentence may open with any word.
    while begin < len(words) and words[begin].capitalize() in _NOT_A_NAME and words[begin + 1 : begin + 2] not in (
        ["of"], ["OF"],
    ):
        begin += 1
    return " ".join(words[begin:])


def _titled(name: str) -> str:
    """A name as an office is called: TOLEDO POLICE DEPARTMENT → Toledo Police Department, "Dallas County District
    Attorney Ann Coe" → Dallas County District Attorney's Office."""
    if name.isupper():
        small = {"OF", "AND", "THE", "FOR"}
        name = " ".join(word.lower() if word in small else word.title().replace("'S", "'s") for word in name.split(" "))
    return f"{name}'s Office" if name.endswith("Attorney") else name


def _publisher(text: str, found: list[Mention]) -> tuple[str | None, str | None, bool]:
    """Publisher, its country, and whether that country is sure: the best of the agencies by where they stand."""
    scores: Counter[str] = Counter()
    times: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    lead, tail = 600, max(len(text) - 600, 0)
    lines_before, leads = 0, False
    for mention in found:
        name = mention.publisher
        if not name:
            continue
        before = text[max(0, mention.start - 30) : mention.start]
        partner = bool(_PARTNER.search(before)) and not _MEMBERS.search(before)
        if not leads and mention.start < lead and not partner:
            scores[name] += 2
            leads = True
        first.setdefault(name, mention)
        times[name] += not partner
        line_start = text.rfind("\n", 0, mention.start) + 1
        line_end = text.find("\n", mention.end)
        line_end = line_end if line_end >= 0 else len(text)
        lines_before = text.count("\n", 0, mention.start) if mention.start < lead else lines_before
        alone = line_end - line_start < mention.end - mention.start + 10 and (
            text[line_start:line_end].strip(" *#:.-|") == text[mention.start : mention.end]
        )
        if alone and ((mention.start < lead and lines_before < 10) or mention.start >= tail):
            scores[name] += 4
        if _ISSUED.search(before):
            scores[name] += 4
        elif mention.start >= tail and line_start == mention.start and _MEDIA.match(text, mention.end):
            scores[name] += 3
        elif _CONTACT.search(before):
            scores[name] += 2
        elif _AFFILIATION.search(before) and before.rstrip().rpartition(" ")[0].endswith(","):
            scores[name] += 1
    for name, count in times.items():
        scores[name] += min(count, 3)
    if len(times) == 1:
        scores[next(iter(times))] += 1
    if not scores:
        return None, None, False
    best = min(scores, key=lambda name: (-scores[name], -times[name], first[name].start))
    if scores[best] < 3:
        return None, None, False
    return best, first[best].country, first[best].listed and first[best].country is not None


def _country(found: list[Mention], publisher_country: str | None) -> str | None:
    """The country that the words agree on: each distinct word is a vote, the publisher's pattern two."""
    votes: Counter[str] = Counter()
    for _, country in {(mention.publisher or mention.start, mention.country) for mention in found if mention.country}:
        votes[country] += 1
    if publisher_country:
        votes[publisher_country] += 2
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return ranked[0][0]
