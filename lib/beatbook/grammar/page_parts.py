"""Parts of a page around a release, which name no places: menus, related articles, contact blocks, postal addresses."""

import re
from bisect import bisect_left

from beatbook.grammar.assertion import GENERAL
from beatbook.language.document import Doc, Sentence

CONTACT_HEADING = re.compile(
    r"^\W*(?:(?:media|press|news)\s(?:enquir|inquir|contact|office|relations)|contact|related|"
    r"share|latest|read more|see also|topics?|tags?|filed under|how to report|more news|more stories|more from|"
    r"for more|further info|follow us|stay connected|subscribe|components?|menu|navigation|cookies?|footer|links|"
    r"you may also|you might also|also read|read also|trending|most (?:read|popular|viewed)|popular|recommended|"
    r"recent (?:posts|news|articles|releases)|previous (?:post|article)|next (?:post|article)|other news|"
    r"similar (?:articles|stories)|in this section|quick links|useful links|our offices?|categories$)",
    re.IGNORECASE,
)
PROMOTING = frozenset("more next also related website".split())  # PROMOTED has one of them
PROMOTED = re.compile(
    r"\W{0,20}(?:read (?:more|next|also)|see also|related|more on this):|"
    r"an official website of|a \.gov website belongs",
    re.IGNORECASE,
)
CONTACT = re.compile(
    r"\d{3}[\s.-]?\d{3,4}|www\.|https?:|@\w|\.(?:gov|org|com|police)\b|\b(?:101|999|911|105|111)\b|P\.?O\.? Box",
    re.IGNORECASE,
)
# A telephone number or an address on the net, and what readers are asked to do with it.
WAY = re.compile(
    r"\(?\b\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\b0\d{3,4}\s\d{3}\s?\d{3,4}\b|www\.|https?:|\S@\S|P\.?O\.? Box",
    re.IGNORECASE,
)
CALLS = frozenset(
    "call calls calling contact contacting visit visiting email e-mail emailing write phone ring text dial".split()
)
# The end of a full postal address: an American, a British or a Canadian code.
CODE = re.compile(
    r"\b(?:[A-Z]{2}|[A-Z][a-z]+\.?)\s\s?(\d{5}(?:-\d{4})?)\b(?!,\d)"
    r"|\b([A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2})\b"
    r"|\b([A-Z]\d[A-Z]\s\d[A-Z]\d)\b"
)
CODE_DIGITS = re.compile(r"\d(?:\d{4}|[A-Z][A-Z\d]\b)")  # what every code has: looked for first, as it is fast
BEHIND = 24  # tokens of an address before its code
DWELLING = frozenset(("of", "resides", "residing", "lives", "living", "lived", "searched", "house", "home"))


def asides(doc: Doc) -> set[int]:
    """The sentences that are contact blocks, menus or lists of related articles.

    Args:
        doc: the analysed release.

    Returns:
        Indexes of sentences.
    """
    skipped: set[int] = set()
    menu = False
    for sentence in doc.sentences:
        text = doc.text[sentence.start : sentence.end]
        if sentence.j - sentence.i < 8 and CONTACT_HEADING.match(text):
            menu = True
        elif _prose(sentence, text):
            # a block at the end goes on over the summaries of its articles; the release follows one at the top
            menu = menu and sentence.index > 8 and _under_heading(doc, sentence)
        told = (doc.scopes[sentence.index] == GENERAL and CONTACT.search(text)) or (
            not CALLS.isdisjoint(doc.low[sentence.i : sentence.j]) and WAY.search(text)
        )
        trail = (
            (not PROMOTING.isdisjoint(doc.low[sentence.i : sentence.j]) and PROMOTED.match(text))
            or text.count(" > ") > 1
            or (text.count(" | ") > 1 and not any(ch.isdigit() for ch in text))
        )
        if menu or told or trail:
            skipped.add(sentence.index)
    return skipped


def _prose(sentence: Sentence, text: str) -> bool:
    """Whether a sentence is long or ends as prose does."""
    return sentence.j - sentence.i > 15 or (sentence.kind == "prose" and text.endswith("."))


def _under_heading(doc: Doc, sentence: Sentence) -> bool:
    """Whether the heading above the sentence is one of a block that is no part of the release."""
    if sentence.heading is None:
        return False
    heading = doc.sentences[sentence.heading]
    text = doc.text[heading.start : heading.end]
    return sentence.index - heading.index < 25 and heading.index > 8 and bool(CONTACT_HEADING.match(text))


def addresses(doc: Doc) -> list[tuple[int, int]]:
    """Full postal addresses of offices, as token spans: "12 Kestrel Street, Suite 4, Larkfield, OH 44000".

    An address that follows "of" or a word of dwelling is somebody's home and is none of them.
    """
    found: list[tuple[int, int]] = []
    if not CODE_DIGITS.search(doc.text):
        return found
    for match in CODE.finditer(doc.text):
        last = next(group for group in (1, 2, 3) if match.group(group))
        end = match.end(last)
        token = token_near(doc, match.start())
        first = token
        while first > 0 and token - first < BEHIND and not _lower(doc.raw[first - 1]):
            if doc.raw[first][0].isdigit() and doc.low[first - 1] == "of":
                break
            first -= 1
        before = doc.low[first - 1] if first else ""
        if before in DWELLING or not any(word[0].isdigit() for word in doc.raw[first:token]):
            continue
        stop = token
        while stop < len(doc.raw) and doc.starts[stop] < end:
            stop += 1
        found.append((first, stop))
    return found


def token_near(doc: Doc, start: int) -> int:
    """The token at a position of the text, or the next one; the last where none follows."""
    return min(bisect_left(doc.starts, start), len(doc.starts) - 1)


def _lower(word: str) -> bool:
    small = word[0].islower() and word not in ("of", "and", "the", "st", "nd", "rd", "th")
    return small or word in (";", ":")
