"""Runs of capitalised words: where a proper name may stand, before anyone knows what it names."""

from beatbook.grammar.name_kinds import (
    AGENCY,
    AREA,
    BODY,
    COMMON,
    COURT,
    HOLDER,
    HOUSE,
    OF,
    OFFICE,
    POLICE,
    STREET,
    TOPIC,
    UNIT,
    VENUE,
    Vocabulary,
)
from beatbook.language.document import Doc, Sentence

NORMAL, TITLE_CASE, CAPITALS = "normal", "title", "capitals"

ABBREVIATED = frozenset(
    "st mt ft sgt det insp dr mr mrs ms cpl lt capt supt cllr cmdr maj col gen prof rev hon const cst "
    "brig s/sgt det/sgt u.s ch dep sen rep gov jr sr no co".split()
)
PARTICLES = frozenset("de la las los le les du des del della di da dos das der den van von bin ibn upon cum".split())
ON_WATER = frozenset("sea the trent tees thames tyne wye severn dee humber crouch avon solent spey clyde wold".split())
IN_SHIRE = frozenset("furness arden ashfield makerfield wharfedale craven teesdale charge elmet".split())
OF_HEADS = OF | AGENCY | VENUE | COURT | UNIT
POSSESSORS = frozenset(
    "state magistrate sheriff attorney general marshal coroner king queen st earl bishop shepherd abbot canon women men "
    "children people prince princess commissioner governor ombudsman auditor judge constable "
    "prosecutor solicitor lady lord duke mayor's widow".split()
)
SAINTS = frozenset("st saint king queen prince princess".split())
PLURAL_POSSESSORS = frozenset(
    "magistrates veterans firefighters teachers officers chiefs kings queens sheriffs commissioners "
    "travellers farmers".split()
)


def style(doc: Doc, sentence: Sentence) -> str:
    """How the sentence is capitalised: NORMAL, TITLE_CASE (a headline: its capitals tell little) or CAPITALS."""
    words = upper = capital = long = 0
    for token in range(sentence.i, sentence.j):
        word = doc.raw[token]
        if not word[0].isalpha() or word in ("s", "’s", "'s"):
            continue
        words += 1
        if len(word) > 3:
            long += 1
            capital += word[0].isupper()
            upper += word.isupper()
        if words > 40:  # no headline is that long
            return NORMAL
    if long >= 2 and upper == long:
        return CAPITALS
    if long >= 4 and capital / long > 0.7 and sentence.kind in ("heading", "prose", "row"):
        ended = doc.raw[sentence.j - 1] in (".", "!", "?", ",", "”")
        return NORMAL if ended and capital < long else TITLE_CASE
    return NORMAL


def runs(doc: Doc, sentence: Sentence, flags: list[int], how: str, vocab: Vocabulary) -> list[tuple[int, int]]:
    """Token spans of capitalised words that stand together, with the small words that join them.

    Args:
        doc, sentence: where to look.
        flags: the vocabulary's bits of every token of the document.
        how: the sentence's style; in headlines, common words part the runs.
        vocab: the vocabulary.
    """
    found: list[tuple[int, int]] = []
    raw, low, i, end = doc.raw, doc.low, sentence.i, sentence.j
    headline = how != NORMAL
    first = i
    while first < end and not raw[first][0].isalnum():
        first += 1
    while i < end:
        known = (vocab.agencies.at(low, i, end) or vocab.places.at(low, i, end)) if raw[i][0].isupper() else None
        if (
            known and known[0] > i + 1 and raw[known[0] - 1][0].isupper()
        ):  # "Home Office" at a sentence's start, "HM Revenue and Customs"
            j = known[0]
        elif not raw[i][0].isupper() or (
            headline and flags[i] & COMMON and not flags[i] & (TOPIC | POLICE | HOLDER | STREET | AREA)
        ):
            i += 1
            continue
        elif (
            (i == first or (not raw[i - 1][0].isalnum() and low[i - 1] != "'s"))
            and flags[i] & COMMON
            and not flags[i] & (TOPIC | HOLDER | POLICE)
        ):
            i += 1  # "In Hamilton", "The Met"
            continue
        else:
            j = i + 1
        while j < end:
            step = (
                1
                if raw[j][0].isupper()
                and not (headline and flags[j] & COMMON and not flags[j] & (TOPIC | POLICE | HOLDER | STREET | AREA))
                else _join(doc, i, j, end, flags, vocab)
            )
            if not step:
                break
            j += step
            known = vocab.agencies.at(low, j - 1, end)
            if known and known[0] > j:
                j = known[0]
        found.append((i, j))
        i = j
    return found


def _join(doc: Doc, i: int, j: int, end: int, flags: list[int], vocab: Vocabulary) -> int:
    """How many tokens from j on belong to a run that began at i, up to the next capitalised word; 0 ends the run."""
    raw, low = doc.raw, doc.low
    if j + 1 >= end:
        return 0
    word, before, after = low[j], low[j - 1], raw[j + 1]
    capital = after[0].isupper()
    if word == "." and capital:
        return 2 if before in ABBREVIATED or (len(before) == 1 and doc.ends[j - 1] == doc.starts[j]) else 0
    if word in ("'s", "'"):
        if not capital:
            return 0
        if word == "'" and not (before in PLURAL_POSSESSORS and flags[j + 1] & (COURT | BODY)):
            return 0
        if word == "'":
            return 2
        if before in POSSESSORS or low[j + 1] == "county" or low[i] in SAINTS:
            return 2
        known = vocab.places.at(low, i, j)
        return 0 if known and known[0] == j else 2 * _street_after(flags, raw, j + 1, end)
    if word in ("of", "for"):
        at = j + 1
        if low[at] == "the" and at + 1 < end:
            at += 1
        if not raw[at][0].isupper():
            return 0
        head = flags[j - 1]
        if word == "for":
            return at + 1 - j if head & (AGENCY | OFFICE) and not head & COMMON else 0
        if head & OF_HEADS and not vocab.agencies.at(low, at, end):
            return at + 1 - j
        return (
            at + 1 - j
            if head & HOLDER and low[at] in ("police", "state", "operations", "public", "detectives", "staff")
            else 0
        )
    if word in ("and", "&", "+"):
        return 2 if capital and _same_body(low, raw, flags, j, end, vocab) else 0
    if word == ",":
        # "Alcohol, Tobacco, Firearms and Explosives" stands in the lexicon
        return 0
    if word == "the" and before in ("on", "upon", "in", "of"):
        return 0
    if word in PARTICLES:
        at = j + 1
        if low[at] in PARTICLES and at + 1 < end:
            at += 1
        return at + 1 - j if raw[at][0].isupper() else 0
    if word in ("on", "in", "under", "by", "le"):
        if low[j + 1] == "the" and j + 2 < end and low[j + 2] in ("wold", "hill", "water", "sea", "naze", "green"):
            return 3 if raw[j + 2][0].isupper() else 0
        if not capital:
            return 0
        names = ON_WATER if word == "on" else IN_SHIRE if word == "in" else ("lyne", "wychwood", "sea", "edge", "bow")
        return 2 if low[j + 1] in names else 0
    return 0


def _street_after(flags: list[int], raw: list[str], at: int, end: int) -> bool:
    """Whether the possessive opens a street's name: "Larkfield's Lane", "St Mary's Church Road"."""
    for token in range(at, min(at + 3, end)):
        if not raw[token][0].isupper():
            return False
        if flags[token] & STREET and not flags[token] & (HOUSE | UNIT):
            return True
    return False


def _same_body(low: list[str], raw: list[str], flags: list[int], j: int, end: int, vocab: Vocabulary) -> bool:
    """Whether "and" at token j joins two words of one body: "Drug and Violent Crime Task Force"."""
    left, right = flags[j - 1], flags[j + 1]
    if (
        not left & (TOPIC | POLICE | AGENCY | UNIT)
        or not right & (TOPIC | POLICE)
        or vocab.agencies.at(low, j + 1, end)
    ):
        return False
    if left & BODY and not left & TOPIC and low[j - 1] != "police":
        return False
    for token in range(j + 2, min(j + 6, end)):
        if not raw[token][0].isupper():
            return False
        if flags[token] & (BODY | UNIT | HOLDER):
            return True
    return False
