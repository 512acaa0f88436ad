"""The words of an offence, and what leads in or trails behind it and is dropped: articles, counts, grades."""

import re
from functools import lru_cache

from beatbook.language.numbers import SMALL
from beatbook.lexicons import rows

COUNT_WORDS = frozenset(
    "count counts charge charges offence offences offense offenses suspicion instances instance incidents crime crimes "
    "cases case".split()
)
PLAIN_CHARGES = frozenset(
    "charge charges count counts offence offences offense offenses crime crimes violations indictment complaint "
    "information allegations felony criminal federal state serious misdemeanor misdemeanour multiple several numerous "
    "additional various similar further related new other lesser associated different separate following these those "
    "such same the more than over a total of combined".split()
)
LEADS = frozenset(
    "a an the that this those these his her their its alleged allegedly suspected further additional various several "
    "multiple separate same other both numerous and or also with of such many any some".split()
)
ROLES = frozenset("role roles part parts involvement participation connection alleged suspected".split())
GROUPS = frozenset("organization organisation organised organized group".split())
NO_OFFENCE = frozenset(
    "roles role part parts involvement felonies misdemeanors misdemeanours charges offences offenses crimes counts "
    "count charge offence offense violations".split()
)
LISTS_OF = frozenset(
    "string series spate number range variety host raft total course multitude litany slew array plethora".split()
)
LEADING_TO = (["ranging", "from"], ["relating", "to"], ["related", "to"], ["connected", "with"])
TRAILING = frozenset(
    "and or , of in on with a the to for at also further from contrary each respectively alone by ( today yesterday "
    "there separately earlier later x ×".split()
)
GRADED = (["class"], ["schedule"], ["category"], ["grade"])
GRADE = re.compile(
    r"(?:class|category|level|grade) [\w-]+ (?:felony|misdemeanou?r|crime|felonies|offen[cs]e)"
    r"|[\w-]*(?:felony|misdemeanou?r)(?: of the \w+ degree)?"
    r"|(?:first|second|third|fourth|fifth)[ -]degree (?:felony|crime|misdemeanou?r)|(?:felony|crime) of the .*"
)
TIMES = re.compile(r"x\d+")


@lru_cache(1)
def vocabulary() -> dict[str, frozenset[str]]:
    """The words of ``offences.csv`` by kind: nouns that head offences, topics, adjectives, verbs."""
    kinds: dict[str, set[str]] = {}
    for row in rows("offences"):
        kinds.setdefault(row["kind"], set()).add(row["term"])
    return {kind: frozenset(words) for kind, words in kinds.items()}


def clean(text: str) -> list[str]:
    """The words of one offence without what leads in: articles, "two counts of", "his alleged role in".

    Args:
        text: the offence's text, lower case.

    Returns:
        Its words; none where they only count or grade charges ("two felonies", "a class B misdemeanor").
    """
    words = text.replace(" , ", ", ").split()
    while words:
        shorter = _without_lead(words)
        if len(shorter) == len(words):
            break
        words = shorter
    if _only_counts(words) or GRADE.fullmatch(" ".join(words)):
        return []
    return _without_trail(words)


def _without_lead(words: list[str]) -> list[str]:
    """The words without the first thing that leads in."""
    for at in range(min(7, len(words) - 1)):
        if words[at] in COUNT_WORDS and words[at + 1 : at + 3] == ["each", "of"]:
            return words[at + 3 :]
        counted = words[at] in COUNT_WORDS and words[at + 1] == "of" and words[at - 1 : at] != ["in"]
        if counted or (words[at] in ROLES and words[at + 1] == "in" and at < 3 and not _of_group(words, at)):
            return words[at + 2 :]
    if len(words) > 2 and words[0] in NO_OFFENCE and words[1:3] in LEADING_TO:
        return words[3:]
    if len(words) > 2 and words[0] in LISTS_OF and words[1] == "of":
        return words[2:]
    if len(words) < 2:
        return words
    noun = words[1] in vocabulary()["noun"] and words[1] not in vocabulary()["verb"]
    if words[0] == "to" and (noun or words[1].endswith("ing")):
        return words[1:]  # "and to threatening behaviour", "and to possession of a knife"
    number = words[0] in SMALL or words[0].isdecimal()
    if number and words[1] == "of":
        return words[2:]  # "19 offences of theft and one of assault"
    if number and (words[1] in ("x", "×") or (words[-1].endswith("s") and words[1] not in ("degree", "-", "or"))):
        return words[1:]
    return words[1:] if words[0] in LEADS or words[0] in ("x", "×") else words


def _of_group(words: list[str], at: int) -> bool:
    """ "participation in a criminal organization", "knowingly take part in the supply": offences of that name."""
    if at and words[at - 1] in ("take", "taking", "took"):
        return True
    return words[at] in ("participation", "involvement") and not GROUPS.isdisjoint(words[at + 2 : at + 5])


def _only_counts(words: list[str]) -> bool:
    """ "71 offences", "multiple felony charges", "related charges"."""
    if words and all(word in SMALL or word.isdecimal() for word in words):
        return True  # "six, including larceny"
    if not words or words[-1] not in NO_OFFENCE:
        return False
    return all(word in PLAIN_CHARGES or word in SMALL or word[0].isdigit() for word in words[:-1])


def _without_trail(words: list[str]) -> list[str]:
    if words[-1:] in (["warrant"], ["warrants"]) and len(words) < 4:
        return []  # "an outstanding warrant"
    while words and not (words[-1] == "a" and words[-2:-1] in GRADED):
        times = TIMES.fullmatch(words[-1]) or (words[-1].isdecimal() and words[-2:-1] in (["x"], ["×"], ["times"]))
        if words[-1] not in TRAILING and not times:
            break
        words = words[:-1]
    return words
