"""Statutes behind an offence, which are dropped: "contrary to section 8 of the Theft Act 1968", "in violation of …"."""

from beatbook.language.document import Doc

STATUTES = frozenset(
    "section sections s. ss. article act schedule title code regulation regulations u.s.c. u.s.c subsection".split()
)
SECTIONS = ("section", "sections", "s")
LAW_OPENERS = frozenset((*SECTIONS, "contrary", "pursuant", "in", "under", "of", "against"))
THINGS = frozenset("order notice area warning bail".split())  # "a section 60 order" is a thing, no statute
LONGEST_BRACKET = 40


def closed(low: list[str], k: int, end: int) -> int:
    """The token after the bracket that opens at token k."""
    for at in range(k + 1, min(end, k + LONGEST_BRACKET)):
        if low[at] in (")", "]"):
            return at + 1
    return k + 1


def statute(doc: Doc, k: int, end: int, stops: frozenset[str]) -> int | None:
    """The token after a statute that starts at token k ("under the Misuse of Drugs Act"), None where there is none.

    Args:
        doc: the release.
        k, end: where to start and where to stop.
        stops: words that end any phrase.
    """
    low = doc.low
    word = low[k]
    if word in SECTIONS:
        return _section(doc, k, end, stops)
    opens = (
        (word in ("contrary", "pursuant") and _law_near(doc, k + 1, end, 9, stops))
        or (word == "in" and low[k + 1 : k + 2] == ["violation"])
        or (word == "under" and _law_near(doc, k + 1, end, 8, stops))
        or (word in ("of", "against") and low[k + 1 : k + 2] in (["section"], ["s"]))
    )
    return _end(doc, k, end, stops) if opens else None


def _section(doc: Doc, k: int, end: int, stops: frozenset[str]) -> int | None:
    """ "section 5", "sections 21 and 29 of the NDPS Act", "section 307.1(2)"."""
    low = doc.low
    if k + 1 >= end or not low[k + 1][0].isdigit() or (k + 2 < end and low[k + 2] in THINGS):
        return None
    j = k + 2
    while j < end:
        digits = low[j][0].isdigit() or (len(low[j]) == 1 and low[j].isalpha() and low[j - 1] == "(")
        joined = low[j] == "and" and j + 1 < end and low[j + 1][0].isdigit()
        if not digits and not joined and low[j] not in ("(", ")"):
            break
        j += 1
    if j < end and low[j] == "of" and _law_near(doc, j + 1, end, 8, stops):
        return _end(doc, j, end, stops)
    return j


def _law_near(doc: Doc, k: int, end: int, reach: int, stops: frozenset[str]) -> bool:
    for at in range(k, min(end, k + reach)):
        word = doc.low[at]
        if word in STATUTES and (word not in ("act", "code") or doc.raw[at][0].isupper()):
            return True
        if word in (",", ";") or word in stops:
            return False
    return False


def _end(doc: Doc, k: int, end: int, stops: frozenset[str]) -> int:
    """A statute reaches to the next comma, semicolon or conjunction that does not stand inside its title."""
    low, raw = doc.low, doc.raw
    while k < end:
        word = low[k]
        if word == "(":
            k = closed(low, k, end)
            continue
        more = k + 1 < end and (low[k + 1] in STATUTES or low[k + 1][0].isdigit() or raw[k + 1] in ("Revised", "Laws"))
        if (word in (",", ";") or word in stops) and not (word == "," and more):
            return k
        if word == "and" and k + 1 < end and not raw[k + 1][0].isupper() and not raw[k + 1][0].isdigit():
            return k
        k += 1
    return k
