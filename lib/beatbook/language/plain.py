"""Leaves unread what tells no fact, and writes in one way what joins the members of a list.

Writers slip words in anywhere: "A lorry was, however, seized", "Shortly afterwards, a lorry was seized", "A lorry was
seized, police said." A rule that had to allow for them at each place would fail at the next, so that the grammar never
sees them. The words are in ``asides.csv``, with the place where each may be left out.
"""

import re
from collections import defaultdict
from functools import lru_cache

from beatbook.lexicons import rows

ADDING = re.compile(r"(?<=[\w’'\"”)]) and (?:also|additionally|in addition)(?= \w)")
SHORTENED = re.compile(r"\b([Aa]pprox|[Ee]st)\.(?= ?[\d£$€A-Z])")  # "approx. $45,000"
JOINING = re.compile(
    r"(?<=[\w’'\"”)]) as well as(?= \w)"  # "a gun as well as two knives"
    r"|(?<=,) (?:as well as|together with|along with|plus)"
    r"(?= (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d[\d,]*) )"
)
PASSIVE = re.compile(r"\b(?:was|were|been)\b")
BEFORE = 200  # characters in which the verb of a clause is looked for
BE = ("was", "were", "been", "is", "are", "being")


def _by_kind() -> dict[str, str]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows("asides"):
        found[row["kind"]].append(row["words"])
    return {kind: "|".join(map(re.escape, sorted(words, key=len, reverse=True))) for kind, words in found.items()}


@lru_cache(1)
def _aside() -> re.Pattern[str]:
    kinds = _by_kind()
    capital, telling = (
        "|".join(words[0].upper() + words[1:] for words in kinds[kind].split("|")) for kind in ("opening", "telling")
    )
    behind_be = "".join(f"|(?<=\\b{word} )" for word in BE)[1:]
    return re.compile(
        rf"(?:^|(?<=[.!?] )|(?<=\n))(?:(?:{capital}),(?= )|(?:{telling})(?= (?!that\b|the\ following:)[\w£$€]))"
        rf"|(?<=[\w)%]),(?:\ (?:{kinds['inserted']}),(?=\ )|\ (?:{kinds['ending']})(?=\.(?:\s|$)))"
        rf"|(?:{behind_be})(?:{kinds['manner']})(?= (?:\w+ed|found|taken|held|caught|shot|sent|given)\b)"
    )


def plain(text: str) -> str:
    """A text of the same length, with blanks for what tells no fact.

    Args:
        text: a release.

    Returns:
        The text to be read: each character stands where it stood, so that places in it are places in the release.
    """
    text = _aside().sub(lambda found: " " * len(found[0]), text)
    text = SHORTENED.sub(lambda found: found[1] + " ", text)
    text = ADDING.sub(lambda found: " and".ljust(len(found[0])), text)
    return JOINING.sub(lambda found: found[0] if _behind_passive(found) else " and".ljust(len(found[0])), text)


def _behind_passive(found: re.Match[str]) -> bool:
    """Whether the verb stands before what is joined: "cash was seized, along with four watches" adds to its subject."""
    clause = found.string[max(0, found.start() - BEFORE) : found.start()]
    stop = max(clause.rfind(". "), clause.rfind("\n"), clause.rfind("; "))
    return PASSIVE.search(clause, stop + 1) is not None
