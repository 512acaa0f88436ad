"""Which organisations took part: those of reporting sentences, not the speakers' employers nor who takes over later."""

from beatbook.grammar.assertion import FACT
from beatbook.grammar.names import Agency
from beatbook.grammar.windows import near
from beatbook.language.document import Doc

SAID = frozenset("said says added told commented explained praised thanked".split())
MASTHEAD = 10  # sentences that may name whose release it is; short lines after them are menus
TAKES_OVER = frozenset(
    "passed handed referred submitted tests tested wanted referral funded contact contacted call".split()
)


def took_part(doc: Doc, everything: list[Agency], first: int, last: int) -> list[str]:
    """Names of the organisations that took part, by their mentions in sentences [first, last).

    Args:
        doc: the analysed release.
        everything: its organisations, as ``names.agencies`` gives them.
        first, last: the sentences that report the action.

    Returns:
        In order of first mention; where no reporting sentence names one, the first organisation of the release.
    """
    found = [agency.name for agency in everything if any(_acts(doc, i, first, last) for i, _ in agency.mentions)]
    return found or [agency.name for agency in sorted(everything, key=_rank)[:1]]


def _acts(doc: Doc, token: int, first: int, last: int) -> bool:
    sentence = near(doc.sentence_of(token), token)
    menu = sentence.kind == "heading" and sentence.index > MASTHEAD and sentence.j - sentence.i < 6
    if menu or not first <= sentence.index < last or doc.scopes[sentence.index] != FACT or doc.quoted(token):
        return False
    words = doc.low[sentence.i : sentence.j]
    return SAID.isdisjoint(words) and TAKES_OVER.isdisjoint(doc.low[max(sentence.i, token - 5) : token])


def _rank(agency: Agency) -> tuple[bool, int]:
    return agency.kind != "police", agency.mentions[0][0] if agency.mentions else 0
