"""Runs of capitalised words: where a proper name may stand, before anyone knows what it names."""

from itertools import compress

from beatbook.grammar.name_kinds import (
    AGENCY,
    AREA,
    BODY,
    COMMON,
    COURT,
    FORENAME,
    HOLDER,
    HOUSE,
    OF,
    OFFICE,
    PLACE,
    POLICE,
    STARTS_AGENCY,
    STARTS_PLACE,
    STREET,
    TOPIC,
    UNIT,
    VENUE,
    Vocabulary,
)
from beatbook.language.document import Doc, Sentence

NORMAL, TITLE_CASE, CAPITALS = "normal", "title", "capitals"

ABBREVIATED = frozenset(
    "st mt ft sgt det insp dr mr mrs ms cpl lt capt supt cllr coun cons cmdr maj col gen prof rev hon const cst brig "
    "s/sgt det/sgt u.s ch dep sen rep gov jr sr no co".split()
)
PARTICLES = frozenset(
    "de la las los le les du des del della di da dos das der den van von bin ibn upon cum aux".split()
)
ON_WATER = frozenset("sea the trent tees thames tyne wye severn dee humber crouch avon solent spey clyde wold".split())
IN_SHIRE = frozenset("furness arden ashfield makerfield wharfedale craven teesdale charge elmet".split())
KEPT = TOPIC | POLICE | HOLDER | STREET | AREA  # common words that still may belong to a headline's names
OF_HEADS = OF | AGENCY | VENUE | COURT | UNIT
POSSESSORS = frozenset(
    "state magistrate sheriff attorney general marshal coroner king queen st earl bishop shepherd abbot canon "
    "women men children people prince princess commissioner governor ombudsman auditor judge constable "
    "prosecutor solicitor lady lord duke mayor's widow".split()
)
SMALL_WORDS = frozenset(
    "In Of On At To By From With And Or Was Were Is Are Has Have Had Who That Which His Her For As".split()
)
ROAD_WORDS = frozenset("main high new old long short first second third fourth fifth sixth seventh eighth".split())
WIDEST = 105  # characters of a wrapped line
NOBLE = frozenset("prince duke earl isle marquis bridge vale queen bay".split())
SAINTS = frozenset("st saint king queen prince princess".split())
PLURAL_POSSESSORS = frozenset(
    "magistrates veterans firefighters teachers officers chiefs kings queens sheriffs commissioners travellers "
    "farmers".split()
)


def style(doc: Doc, sentence: Sentence, capital: list[bool]) -> str:
    """How the sentence is capitalised: NORMAL, TITLE_CASE (a headline: its capitals tell little) or CAPITALS.

    Args:
        doc, sentence: where to look.
        capital: for each token of the document, whether it begins with a capital.
    """
    raw, high, low = doc.raw, 0, 0
    upper = doc.text[sentence.start : sentence.end].isupper()
    for token in range(sentence.i, sentence.j):
        word = raw[token]
        if len(word) > 3 and word[0].isalpha():
            if capital[token]:
                high += 1
            else:
                low += 1
                if low > 3 and low > high:
                    return NORMAL
    if upper:
        return CAPITALS if high > 1 else NORMAL
    if high + low < 4 or high <= 0.7 * (high + low) or sentence.kind in ("item", "row"):
        return NORMAL
    listed = sum(raw[k] in (",", ";") for k in range(sentence.i, sentence.j)) > 3  # names and ages, no headline
    if high + low < 31 and raw[sentence.j - 1] not in (".", "!", "?", ",", "”") and not listed:
        return TITLE_CASE
    # whole texts in title case: small words have capitals too ("Was Sentenced Yesterday In")
    small = sum(raw[k] in SMALL_WORDS for k in range(sentence.i + 1, sentence.j) if raw[k - 1] not in (".", "“", '"'))
    return TITLE_CASE if small > 1 and high > 4 * low else NORMAL


def runs(
    doc: Doc, sentence: Sentence, flags: list[int], capital: list[bool], how: str, vocab: Vocabulary
) -> list[tuple[int, int]]:
    """Token spans of capitalised words that stand together, with the small words that join them.

    Args:
        doc, sentence: where to look.
        flags: the vocabulary's bits of every token of the document.
        capital: whether a token begins with a capital.
        how: the sentence's style; in headlines, common words part the runs.
        vocab: the vocabulary.
    """
    found: list[tuple[int, int]] = []
    raw, low, end = doc.raw, doc.low, sentence.j
    headline = how != NORMAL
    first = behind = sentence.i
    while first < end and not raw[first][0].isalnum():
        first += 1
    for i in compress(range(first, end), capital[first:end]):
        if i < behind:
            continue
        flag = flags[i]
        known = _known(low, i, end, flag, vocab)
        if known and known > i + 1 and capital[known - 1]:
            j = known  # "Home Office" at a sentence's start, "HM Revenue and Customs"
        elif known and not headline and raw[i].isupper() and _after_comma(raw, i, sentence):
            j = i + 1  # "WINDSOR, ON –"
        elif flag & COMMON and (
            (headline and not flag & KEPT and not (low[i] in ROAD_WORDS and i + 1 < end and flags[i + 1] & STREET))
            or (not flag & (TOPIC | HOLDER | POLICE) and (i == first or _opens(raw[i - 1])))
        ):
            continue  # "In Hamilton", "The Met"
        else:
            j = i + 1
        while j < end:
            if capital[j] and _line_ends(doc, j):
                break
            if capital[j] and not (headline and flags[j] & COMMON and not flags[j] & KEPT):
                j += 1
            else:
                step = _join(doc, i, j, end, flags, vocab)
                if not step:
                    break
                j += step
            if flags[j - 1] & STARTS_AGENCY:
                agency = vocab.agencies.at(low, j - 1, end)
                if agency and agency[0] > j:
                    j = agency[0]
        found.append((i, j))
        behind = j
    return found


def _after_comma(raw: list[str], i: int, sentence: Sentence) -> bool:
    """Whether two capitals stand between a comma and a dash, bracket or date, as a state does: "WINDSOR, ON –"."""
    after = raw[i + 1] if i + 1 < sentence.j else ""
    return len(raw[i]) == 2 and i > sentence.i and raw[i - 1] == "," and after in (")", "–", "—", "-", ",", "--")


def _line_ends(doc: Doc, j: int) -> bool:
    """Whether a line ends before token j, and not because the text is wrapped: a headline before a dateline."""
    first, last = doc.ends[j - 1], doc.starts[j]
    if last - first == 1 and doc.text[first] == " ":
        return False
    gap = doc.text.find("\n", first, last)
    if gap < 0:
        return doc.text.find("\t", first, last) >= 0  # the next cell
    word, before = doc.raw[j], doc.raw[j - 1]
    shouted = word.isupper() and len(word) > 2 and not before.isupper()
    return shouted or gap - doc.text.rfind("\n", max(0, gap - WIDEST), gap) > WIDEST


def _known(low: list[str], i: int, end: int, flag: int, vocab: Vocabulary) -> int | None:
    """The end of a known agency or place that starts at token i."""
    found = vocab.agencies.at(low, i, end) if flag & STARTS_AGENCY else None
    if found is None and flag & STARTS_PLACE:
        found = vocab.places.at(low, i, end)
    return found[0] if found else None


def _opens(word: str) -> bool:
    """Whether a token is a mark after which a capital tells nothing."""
    return not word[0].isalnum() and word not in ("'s", "’s")


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
        if (head | flags[i] & (COURT | AGENCY)) & OF_HEADS and not vocab.agencies.at(low, at, end):
            return at + 1 - j
        if j == i + 1 and before in NOBLE and any(flags[k] & STREET for k in range(at + 1, min(at + 3, end))):
            return at + 1 - j  # "Prince of Wales Road"
        office = head & HOLDER and (
            low[at] in ("police", "state", "operations", "public", "detectives", "staff")
            or _name_ahead(raw, flags, at + 1, end)
        )
        return at + 1 - j if office else 0
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


def _name_ahead(raw: list[str], flags: list[int], at: int, end: int) -> bool:
    """Whether a person's name follows within a few capitals: "Head of Investigations Ann Vance"."""
    for token in range(at, min(at + 5, end - 1)):
        if not raw[token][0].isupper():
            return False
        if flags[token] & FORENAME and not flags[token] & (PLACE | BODY | UNIT | HOUSE):
            return raw[token + 1][0].isupper()
    return False


def _street_after(flags: list[int], raw: list[str], at: int, end: int) -> bool:
    """Whether the possessive opens a street's name: "Larkfield's Lane", "Regent's Park Road", not "Kent's Ash Road"."""
    if flags[at] & AREA and not flags[at] & (HOUSE | UNIT | COMMON | BODY) and raw[at][0].isupper():
        return True  # "Regent's Canal"
    for token in range(at, min(at + 3, end)):
        if not raw[token][0].isupper():
            return False
        if flags[token] & STREET and not flags[token] & (HOUSE | UNIT):
            return True
        if not flags[token] & (PLACE | HOUSE | COMMON):
            return False
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
