"""Where an offence phrase ends and how it is cut: commas, conjunctions, statutes, places and times behind it."""

import re
from functools import lru_cache

from beatbook.grammar.people import nouns
from beatbook.language.document import Doc
from beatbook.language.numbers import SMALL
from beatbook.lexicons import rows, singular

HARD_STOPS = frozenset(
    """after namely viz committed occurring stemming arising following when while whilst who whose which where whom because until before since although but however then during
    he she they near outside inside pending said says according if despite amid whereas alongside
    throughout upon once unless though so via""".split()
)
AUXILIARIES = frozenset(
    "was were is are has have had will would did does do be been remains remain remained may".split()
)
# after "and" or a comma these open another clause, not another offence
OPENERS = (
    AUXILIARIES
    | HARD_STOPS
    | frozenset(
        """police officers detectives it we i you the also later subsequently now both all each released bailed remanded sentenced jailed appeared pleaded taken
    held due scheduled ordered given placed arrested charged recalled fined cautioned detained convicted refused denied granted
    to at on from in by for with of his her their respectively not officials investigators agents deputies prosecutors court
    another others there this these those none no-one nobody two-year caught found captured located tracked seen hiding apprehended wanted extradited last bond bail secured unsecured hearing booked dob residing resident formerly also-known aka faces facing face awaiting announced added confirmed explained warned told one man men woman women""".split()
    )
)
LEADS = frozenset(
    "a an the that this those these his her their its alleged allegedly suspected further additional various several "
    "multiple separate same other both numerous and or also with of such many any some".split()
)
COUNT_WORDS = frozenset(
    "count counts charge charges offence offences offense offenses suspicion instances instance incidents crime "
    "crimes cases case".split()
)
ROLES = frozenset("role roles part parts involvement participation parts connection alleged suspected".split())
STATUTES = frozenset(
    "section sections s. ss. article act schedule title code regulation regulations u.s.c. u.s.c subsection".split()
)
ASSAULT = frozenset(
    "assault assaults assaulting attack attacks battery committed inflicting harm gbh abh prohibition ban "
    "trespassing trespass firing shooting weapon article".split()
)
GRADE = re.compile(
    r"(?:class|category|level|grade) [\w-]+ (?:felony|misdemeanou?r|crime|felonies|offen[cs]e)|[\w-]*(?:felony|misdemeanou?r)(?: of the [\w]+ degree)?$|"
    r"(?:first|second|third|fourth|fifth)[ -]degree (?:felony|crime|misdemeanou?r)|(?:felony|crime) of the .*"
)
NUMBER_OF_CHARGES = re.compile(
    r"(?:(?:\d[\d,]*|"
    + "|".join(SMALL)
    + r"|multiple|several|various|numerous|more than|over|a total of|other|further|additional|serious|different|"
    r"separate|related|criminal|following|these|those|such|same|the) ?)+ (?:count|charges|offen[cs]es|counts|crimes|charge|offen[cs]e)"
)
PLAIN_CHARGES = frozenset(
    "charge charges count counts offence offences offense offenses crime crimes violations indictment complaint information "
    "allegations felony criminal federal state serious misdemeanor misdemeanour multiple several numerous additional "
    "various similar further related new other".split()
)
VAGUE_OFFENCES = frozenset(
    f"{which} {what}"
    for which in ("related", "other", "other related", "lesser", "various other", "associated", "similar")
    for what in ("charges", "offences", "offenses", "counts", "crimes", "violations")
)
DATES = ("date", "time", "year")
_NOT_NOUN = frozenset(
    "the a an that by in on at to from his her their he she they for with , . and today yesterday".split()
)


@lru_cache(1)
def vocabulary() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for row in rows("offences"):
        kinds.setdefault(row["kind"], set()).add(row["term"])
    return {kind: frozenset(words) for kind, words in kinds.items()}


def segments(doc: Doc, i: int, end: int, starts) -> tuple[list[tuple[str, list[str]]], int]:
    """The phrase cut at its commas and conjunctions: (what stands before the segment, its words as written)."""
    low, raw = doc.low, doc.raw
    segments: list[tuple[str, list[str]]] = []
    words: list[str] = []
    joint, k, last, ranging = "", i, i, False
    while k < end:
        word = low[k]
        value = doc.value_at.get(k)
        if value and value.i == k and value.kind in DATES and not (value.kind == "year" and word.isalpha()):
            break
        if value and value.i == k and value.kind == "length" and k > i and low[k - 1] in (",", "and", "for", "to"):
            break
        if word in (")", "]"):
            break
        if word in ("(", "["):
            k = closed(low, k, end)
            last = k
            continue
        if (
            (
                word in HARD_STOPS
                and k > i
                and not (word == "which" and low[k - 1] == "to")
                and not (word in ("while", "whilst") and _while_driving(low, k, end))
            )
            or word in (".", ":", "–", "—", "•", "!", "?", "…", "”")
            or (word == "-" and doc.starts[k] > doc.ends[k - 1])
        ):
            if word == "." and k + 1 < end and (raw[k + 1][0].islower() or len(raw[k - 1]) == 1):
                k += 1
                continue
            if word == "during" and words:
                break
            if word not in ("before",) or words:
                break
        if (
            k > i
            and word in ("hidden", "concealed", "stashed", "found", "discovered", "seized")
            and k + 1 < end
            and low[k + 1] in ("in", "inside", "at", "within", "on", "under", "during", "by", "from", ".")
        ):
            break
        statute = _statute(doc, k, end)
        if statute:
            if not words and not segments and statute >= end:
                break
            k = last = statute
            continue
        if word in (
            "in",
            "on",
            "at",
            "from",
            "between",
            "under",
            "over",
            "by",
            "within",
            "as",
            "for",
            "into",
            "that",
            "to",
            "with",
            "regarding",
        ) and not _goes_on(doc, k, end, i):
            break
        if (
            word in AUXILIARIES
            and k > i
            and word not in ("been", "do", "did")
            and not (word == "be" and low[k - 1] == "to")
        ):
            break
        step, said = (1, "and") if ranging and word == "to" else _separator(doc, k, end)
        ranging = ranging or word == "ranging"
        if step:
            following = k + step
            if not _another(doc, following, end, starts, said, words):
                break
            if words:
                segments.append((joint, words))
                joint, words = said, []
            elif said not in (",",):
                joint = said
            k = following
            continue
        if word not in ("“", "‘", '"', "’"):
            words.append(
                doc.text[doc.starts[k] : doc.ends[k]]
                if not words or doc.starts[k] > doc.ends[k - 1] or low[k - 1] in ("“", "‘", '"')
                else "\0" + raw[k]
            )
        k += 1
        last = k
    if words:
        segments.append((joint, words))
    return [
        (joint, _clean("".join(w[1:] if w[0] == "\0" else " " + w for w in part).strip().lower()))
        for joint, part in segments
    ], last


def _while_driving(low: list[str], k: int, end: int) -> bool:
    """ "driving while disqualified": a state of the offender, not another clause."""
    if k + 1 < end and low[k + 1] in (
        "driving",
        "riding",
        "armed",
        "disqualified",
        "intoxicated",
        "impaired",
        "drunk",
        "uninsured",
        "unlicensed",
        "suspended",
        "operating",
        "banned",
        "unfit",
        "masked",
    ):
        return True
    return (
        low[k - 1] in ("driving", "drive", "operating", "vehicle", "operated", "abuse", "driver")
        and k + 1 < end
        and low[k + 1] not in ("the", "a", "he", "she", "they", "his", "her", "officers", "police")
    )


def closed(low: list[str], k: int, end: int) -> int:
    """The token after the bracket that opens at token k."""
    for at in range(k + 1, min(end, k + 40)):
        if low[at] in (")", "]"):
            return at + 1
    return k + 1


def _statute(doc: Doc, k: int, end: int) -> int | None:
    """The token after "contrary to section 8 of the Theft Act 1968", "under the Misuse of Drugs Act", "in violation of …"."""
    low = doc.low
    word = low[k]
    opens = (
        (word in ("contrary", "pursuant") and _law_near(doc, k + 1, end, 9))
        or (word == "in" and low[k + 1 : k + 2] == ["violation"])
        or (
            word in ("under", "of", "against")
            and _law_near(doc, k + 1, end, 8)
            and (word == "under" or low[k + 1 : k + 2] in (["section"], ["s"]))
        )
        or (word in ("section", "sections", "s") and k + 1 < end and low[k + 1][0].isdigit())
    )
    if not opens:
        return None
    if word in ("section", "sections", "s"):
        if low[k + 2 : k + 3] in (["order"], ["notice"], ["area"], ["warning"], ["bail"]):
            return None
        j = k + 2
        while (
            j < end and low[j] in ("(", ")", "and") and (low[j] != "and" or (j + 1 < end and low[j + 1][0].isdigit()))
        ) or (j < end and (low[j][0].isdigit() or (len(low[j]) == 1 and low[j].isalpha() and low[j - 1] == "("))):
            j += 1
        if j < end and low[j] == "of" and _law_near(doc, j + 1, end, 8):
            return _statute_end(doc, j, end)
        return j
    return _statute_end(doc, k, end)


def _law_near(doc: Doc, k: int, end: int, reach: int) -> bool:
    for at in range(k, min(end, k + reach)):
        word = doc.low[at]
        if word in STATUTES and (word not in ("act", "code") or doc.raw[at][0].isupper()):
            return True
        if (word in (",", ";", "and") and word != "and") or word in HARD_STOPS:
            return False
    return False


def _statute_end(doc: Doc, k: int, end: int) -> int:
    """A statute reaches to the next comma, semicolon or conjunction that does not stand inside its title."""
    while k < end:
        word = doc.low[k]
        if word == "(":
            k = closed(doc.low, k, end)
            continue
        if word in (",", ";") or word in HARD_STOPS or word in AUXILIARIES:
            if (
                word == ","
                and k + 1 < end
                and (doc.low[k + 1] in STATUTES or doc.low[k + 1][0].isdigit() or doc.raw[k + 1] in ("Revised", "Laws"))
            ):
                k += 1
                continue
            return k
        if word == "and" and k + 1 < end and not doc.raw[k + 1][0].isupper() and not doc.raw[k + 1][0].isdigit():
            return k
        k += 1
    return k


def _goes_on(doc: Doc, k: int, end: int, floor: int) -> bool:
    """Whether a preposition at token k belongs to the offence, rather than to place, time or cause of what happened."""
    low = doc.low
    word, before = low[k], low[k - 1] if k > floor else ""
    after = low[k + 1] if k + 1 < end else ""
    value = doc.value_at.get(k + 1)
    if value and value.i == k + 1 and value.kind in DATES:
        return False
    if word == "that":
        return k == floor
    if word == "as":
        return after == "well" or after == "a" or (after == "to" and before in ("reckless", "recklessly"))
    if word == "to":
        return (
            (after not in ("appear", "await") or before in ("failing", "failure", "fail", "failed"))
            and k > floor
            and not (value and value.kind == "length")
        )
    if word == "with":
        return after not in ("bail", "further", "police")
    if word == "for":
        return (
            not (value and value.kind == "length")
            and not (after.endswith("ing") and before in vocabulary()["noun"])
            and after not in ("which", "his", "her", "their", "questioning", "whom")
        )
    if word == "into":
        return True
    if (
        word == "by"
        and before in ("theft", "fraud", "deception", "stealing", "larceny", "obtaining", "abuse")
        and after
        in (
            "employee",
            "servant",
            "finding",
            "false",
            "trustee",
            "deception",
            "director",
            "abuse",
            "swindle",
            "unlawful",
            "public",
        )
    ):
        return True
    if word == "by" and (
        after in ("felon", "convicted", "prohibited", "ex-felon", "inmate", "prisoner", "previously")
        or (
            after in ("a", "an")
            and low[k + 2 : k + 3] in (["felon"], ["convicted"], ["prohibited"], ["inmate"], ["previous"])
        )
    ):
        return True
    if word == "by":
        return (
            after not in nouns()
            and after not in ("the", "police", "a", "court", "local", "members")
            and not doc.raw[k + 1 : k + 2][0][0].isupper()
            if k + 1 < end
            else False
        )
    if word in ("under", "over") and before in ("while", "whilst"):
        return True
    if word in ("under", "over"):
        return bool(value and value.kind in ("money", "number", "measure", "age")) or (
            after in ("the", "age", "false", "duress")
            and low[k + 2 : k + 3] in (["influence"], ["age"], ["pretences"], ["limit"])
        )
    if word == "on":
        return (
            before in ASSAULT
            or after
            in (
                "police",
                "bail",
                "board",
                "emergency",
                "licence",
                "credit",
                "probation",
                "school",
                "prison",
                "licensed",
                "railway",
            )
            or before == "levied"
        )
    if word == "at":
        return before in ("firing", "shooting", "discharging", "shots", "firearm", "gun", "driving") or after == "night"
    if word == "from":
        return (k + 1 < end and not doc.raw[k + 1][0].isupper()) or before in ("theft", "stealing", "thefts")
    if word == "within":
        return bool(value and value.kind == "length")
    if word in ("between", "regarding"):
        return False
    # "in": "concerned in the supply", "in possession of", "in a public place", "in the first degree"
    if before in (
        "concerned",
        "involved",
        "participating",
        "participation",
        "dealing",
        "engaging",
        "assisting",
        "trafficking",
        "involvement",
        "engage",
        "trading",
        "knowingly",
        "weapon",
        "resulting",
        "article",
        "blade",
        "knife",
        "trade",
        "traffic",
        "participate",
        "participated",
        "deal",
        "role",
        "part",
        "roles",
        "interest",
        "goods",
    ):
        return not (k + 1 < end and doc.raw[k + 1][0].isupper())
    if before == "being" or after in ("company", "concert"):
        return True
    if after in (
        "possession",
        "furtherance",
        "charge",
        "public",
        "excess",
        "aid",
        "need",
        "relation",
        "fear",
        "drugs",
        "dangerous",
        "firearms",
        "wild",
        "suspicious",
        "connection",
        "stolen",
        "endangered",
        "arms",
        "human",
        "persons",
        "counterfeit",
        "breach",
        "official",
    ):
        return after not in ("relation", "connection") or k == floor
    if after in ("a", "an", "any"):
        return (
            low[k + 2 : k + 3]
            and low[k + 2]
            in (
                "public",
                "school",
                "prison",
                "manner",
                "controlled",
                "dangerous",
                "crime",
                "fire",
                "motor",
                "drug",
                "criminal",
                "vehicle",
                "place",
                "private",
                "prohibited",
                "built-up",
                "dwelling",
                "position",
                "way",
            )
            and True
        ) or False
    if after == "the":
        return (
            low[k + 2 : k + 3]
            and low[k + 2]
            in (
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "supply",
                "production",
                "importation",
                "course",
                "1st",
                "2nd",
                "3rd",
                "4th",
                "commission",
                "evasion",
                "sale",
                "cultivation",
                "name",
            )
            and True
        ) or False
    return False


def _separator(doc: Doc, k: int, end: int) -> tuple[int, str]:
    """How many tokens a comma or conjunction at token k takes, and which it is."""
    low = doc.low
    word = low[k]
    if word in (",", ";"):
        n = 1
        while k + n < end and low[k + n] in ("and", "or", "plus", "&"):
            n += 1
        return n, "or" if low[k + n - 1] == "or" else ";" if word == ";" else "and" if n > 1 else ","
    if word in ("and", "&", "plus"):
        return (2, "or") if low[k + 1 : k + 2] == ["/"] else (1, "and")
    if word == "or":
        return (0, "") if low[k + 1 : k + 2] in (["more"], ["less"], ["over"], ["above"], ["so"]) else (1, "or")
    if word == "ranging" and low[k + 1 : k + 2] == ["from"]:
        return 2, "including"
    if word == "as" and low[k + 1 : k + 3] == ["well", "as"]:
        return 3, "and"
    if word in ("along", "together") and low[k + 1 : k + 2] == ["with"]:
        return 2, "and"
    if word == "including":
        return 1, "including"
    return 0, ""


def _another(doc: Doc, k: int, end: int, starts, said: str, words: list[str]) -> bool:
    """Whether an offence, or another object of the last, goes on at token k, behind a separator."""
    if k >= end:
        return False
    low, raw = doc.low, doc.raw
    word = low[k]
    if _counted_offence(doc, k, end):
        return True
    if word in ("the", "another", "a", "an", "his", "her") and k not in starts:
        after = low[k + 1] if k + 1 < end else ""
        return (after not in nouns() and not (k + 2 < end and low[k + 2] in nouns())) or after in (
            "child",
            "minor",
            "police",
            "emergency",
        )
    if k in starts and not (doc.value_at.get(k) and _counted_offence(doc, k, end)):
        return False
    if word in OPENERS and not (word in ("no",) or said == "including"):
        if (
            word == "to"
            and said in ("and", "or")
            and k + 1 < end
            and low[k + 1] in vocabulary()["verb"]
            and "to" in [w.strip("\0") for w in words]
        ):
            return True
        if (
            word in ("with", "for", "of", "to")
            and said == "and"
            and k + 1 < end
            and low[k + 1] not in ("his", "her", "their", "the")
        ):
            return word in ("of", "with") and (
                low[k + 1] in vocabulary()["noun"] or low[k + 1] in ("a", "an", "intent")
            )
        return False
    if (
        said == ","
        and word.endswith("ed")
        and (k + 1 >= end or raw[k + 1][0].isupper() or low[k + 1] in _NOT_NOUN)
        and word not in vocabulary()["adjective"]
        and word not in vocabulary()["noun"]
    ):
        return False
    if said in (",", ";") and raw[k][0].isupper() and not raw[k].isupper() and not _offence_ahead(doc, k, end):
        return False  # a place or agency: "Aggravated Robbery, Harris County"
    if (
        said == ","
        and raw[k][0].isupper()
        and not raw[k].isupper()
        and not raw[k - 2][0].isupper()
        and word not in vocabulary()["noun"]
        and word not in ("class", "schedule", "section", "criminal")
        and singular(word) not in vocabulary()["noun"]
    ):
        return False
    return word[0].isalnum() or word in ("“", "‘", '"')


def _offence_ahead(doc: Doc, k: int, end: int) -> bool:
    """Whether a word of offence phrases stands between token k and the next separator."""
    kinds = vocabulary()
    for at in range(k, min(end, k + 9)):
        word = doc.low[at]
        if (at > k and _separator(doc, at, end)[0]) or word in (".", ";", "–", "-", "(", "in", "on", "at"):
            return False
        one = singular(word)
        if any(one in kinds[kind] or word in kinds[kind] for kind in ("noun", "topic", "verb")) or word.endswith("ing"):
            return True
    return False


def _counted_offence(doc: Doc, k: int, end: int) -> bool:
    """ "two counts of", "a further charge of" at token k."""
    for at in range(k, min(end - 1, k + 5)):
        word = doc.low[at]
        if word in COUNT_WORDS and word != "suspicion" and doc.low[at + 1] == "of":
            return True
        if word in ("and", ",", "of", "was", "were", "has", "have") or word in nouns():
            return False
    return False


def _clean(text: str) -> list[str]:
    """The words of a segment without what leads in: articles, counts, "his alleged role in", a year."""
    words = text.replace(" , ", ", ").split()
    changed = True
    while words and changed:
        changed = False
        for at in range(min(7, len(words) - 1)):
            if words[at] in COUNT_WORDS and words[at + 1 : at + 3] == ["each", "of"]:
                words, changed = words[at + 3 :], True
                break
            if (words[at] in COUNT_WORDS and words[at + 1] == "of" and words[at - 1 : at] != ["in"]) or (
                words[at] in ROLES and words[at + 1] == "in" and at < 3
            ):
                words, changed = words[at + 2 :], True
                break
        if (
            words
            and words[0] in ("offences", "offenses", "charges", "crimes", "counts")
            and len(words) > 2
            and words[1:3] in (["ranging", "from"], ["relating", "to"], ["related", "to"], ["connected", "with"])
        ):
            words, changed = words[3:], True
        if (
            len(words) > 2
            and words[0]
            in ("string", "series", "spate", "number", "range", "variety", "host", "raft", "total", "course")
            and words[1] == "of"
        ):
            words, changed = words[2:], True
        if (
            len(words) > 1
            and (words[0] in SMALL or words[0].isdecimal())
            and words[-1].endswith("s")
            and words[1] not in ("degree", "-", "or")
        ):
            words, changed = words[1:], True
        if len(words) > 1 and (
            words[0] in LEADS or (words[0].isdecimal() and words[1] in ("x", "×")) or words[0] in ("x", "×")
        ):
            words, changed = words[1:], True
    if words and words[-1] in COUNT_WORDS and set(words[:-1]) <= PLAIN_CHARGES:
        return []
    if len(words) == 1 and words[0] in (
        "roles",
        "role",
        "part",
        "parts",
        "involvement",
        "felonies",
        "misdemeanors",
        "misdemeanours",
        "charges",
        "offences",
        "offenses",
        "crimes",
        "counts",
    ):
        return []
    if (
        " ".join(words) in VAGUE_OFFENCES
        or NUMBER_OF_CHARGES.fullmatch(" ".join(words))
        or GRADE.fullmatch(" ".join(words))
    ):
        return []
    while (
        words
        and not (words[-1] == "a" and words[-2:-1] in (["class"], ["schedule"], ["category"], ["grade"]))
        and (
            words[-1]
            in (
                "and",
                "or",
                ",",
                "of",
                "in",
                "on",
                "with",
                "a",
                "the",
                "to",
                "for",
                "at",
                "also",
                "further",
                "from",
                "contrary",
                "each",
                "respectively",
                "alone",
                "by",
                "(",
                "today",
                "yesterday",
                "there",
                "separately",
                "earlier",
                "later",
            )
            or re.fullmatch(r"x\d+", words[-1])
            or (re.fullmatch(r"\d+", words[-1]) and words[-2:-1] in (["x"], ["×"], ["times"]))
            or words[-1] in ("x", "×")
        )
    ):
        words = words[:-1]
    return words
