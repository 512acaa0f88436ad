"""Custodial terms in months: "15 years and six months’ imprisonment", "a 14-year term", "20 months, suspended"."""

import re
from itertools import pairwise

from beatbook.language.document import Doc
from beatbook.language.numbers import SMALL

LIFE = 1200
LONGEST = 480  # a longer term of several people is what they got together
MONTHS = {"year": 12.0, "month": 1.0, "week": 12 / 52, "day": 12 / 365}
# a term of these is no custody; after them no further custody follows
NOT_CUSTODY = frozenset(
    "probation supervision supervised licence license community unpaid disqualification disqualified disqualifying "
    "ban banned discharge driving order curfew tag parole behaviour notification".split()
)
BREAKS = frozenset("suspended plus followed extended supervised suspension".split())
KINDS_OF_TERM = frozenset("sentence sentences term terms".split())
CONSECUTIVE = frozenset(("consecutively", "consecutive"))
TOTALS = frozenset("total combined totalling totaling between collectively altogether collective".split())
# a length of time that says when or how long, not for how long somebody has to serve
PROCEEDINGS = frozenset(
    "trial retrial hearing case investigation inquiry enquiry probe operation campaign spree manhunt sting crackdown "
    "adjournment".split()
)
WHEN_AFTER = frozenset("after later ago before earlier since".split())
WHEN_BEFORE = frozenset("during within after following past last previous recent before throughout across".split())
LIMITS = frozenset("over under just nearly almost about around some more than at least the a an".split())
BEHIND_TERM = frozenset("for in at after and with to on behind".split())
SERVED = frozenset("for to of given get gets got receive receives received handed serve serving served term".split())
HYPHENATED = re.compile(r"([a-z]+|\d+)-(year|month|week|day)s?(?:-old)?$")
SENTENCES_OF = (["sentence", "of"], ["sentences", "of"], ["term", "of"], ["terms", "of"], ["punishment", "of"])
AFTER_LIFE = frozenset("imprisonment sentence sentences term terms imprisoned prison custody without . , and".split())


def term(doc: Doc, i: int, end: int) -> tuple[float | int | None, int]:
    """The custodial term among tokens [i, end): months (life is 1200), and the token after it; None and i for none."""
    k, total, last, units = i, 0.0, i, set()
    while k < end:
        word = doc.low[k]
        if word == "life" and _for_life(doc, k, end):
            return LIFE, k + 1
        if (word in BREAKS and not _names_term(doc, k, total)) or (word in NOT_CUSTODY and total):
            break
        found = _duration(doc, k)
        if found is not None and not total and "between" in doc.low[max(k - 1, 0) : k + 1]:
            return None, i  # "between three and eleven years": what several got
        if found is None:
            if total and word not in (",", "and", "-", "a", "further", "imprisonment", "’", "'"):
                if word == "to" and doc.low[k + 1 : k + 2] == ["life"]:
                    return LIFE, k + 2
                break
            k += 1
            continue
        months, unit, j = found
        if _not_custody(doc, j, end) or _when(doc, k, j, i, total > 0) or (
            doc.low[k - 1 : k] in (["for"], ["least"], ["minimum"])
            and doc.low[k - 2 : k - 1] in (["suspended"], ["at"])
        ):
            if total:
                break
            k = j
            continue
        if unit in units:
            break
        units.add(unit)
        total, last, k = total + months, j, j
    if not total:
        return None, i
    value = round(total, 2)
    return (int(value) if value == int(value) else value), last


def term_follows(doc: Doc, k: int) -> bool:
    """Whether a term follows at token k: "detained for nine years", which no police may do."""
    if doc.low[k : k + 1] != ["for"]:
        return False
    k += 1
    while k < len(doc.low) and doc.low[k] in LIMITS:
        k += 1
    length = _duration(doc, k) if k < len(doc.low) else None
    return doc.low[k : k + 1] == ["life"] or bool(length and length[1] in ("year", "month"))


def _names_term(doc: Doc, k: int, total: float) -> bool:
    """ "a suspended sentence of 12 months", "an extended prison term": what kind of term follows."""
    return not total and not KINDS_OF_TERM.isdisjoint(doc.low[k + 1 : k + 3])


def consecutive(doc: Doc, i: int, end: int) -> bool:
    """Whether terms among tokens [i, end) are served one after another ("to run consecutively")."""
    low = doc.low
    return not CONSECUTIVE.isdisjoint(low[i:end]) and any(
        low[k] in CONSECUTIVE and low[k + 1 : k + 2] not in (["to"], ["with"], ["life"])
        for k in range(i, end)
    )


def together(doc: Doc, i: int, end: int) -> tuple[float | int | None, int]:
    """The sum of the terms among tokens [i, end), and the token after the last; a life term stays one."""
    total, last = 0.0, i
    while i < end:
        months, stop = term(doc, i, end)
        if months is None:
            break
        if months == LIFE:
            return LIFE, stop
        total, last, i = total + months, stop, stop
    value = round(total, 2)
    return (int(value) if value == int(value) else value) or None, last


def respective(doc: Doc, i: int, end: int) -> list[float | int]:
    """The terms among tokens [i, end) before "respectively": "seven and five years", "10 years and 18 months"."""
    last = next((k for k in range(i, end) if doc.low[k] in ("respectively", "each")), None)
    if last is None or doc.low[last] == "each":
        return []
    terms: list[float] = []
    unit = 12.0  # of a number that leaves it to the next
    if "," in doc.low[i : last - 1]:  # "three years and two months, and five years, respectively"
        commas = [k for k in range(i, last) if doc.low[k] == ","]
        bounds = [i, *commas, last]
        told = [term(doc, start, stop)[0] for start, stop in pairwise(bounds)]
        return [months for months in told if months is not None]
    k = last - 1
    while k >= i:
        value = doc.value_at.get(k)
        months = _duration(doc, value.i) if value and value.kind == "length" else None
        if months and value:
            terms.insert(0, months[0])
            unit = MONTHS[months[1]]
        elif value and value.kind == "number" and value.number:
            terms.insert(0, value.number * unit)
        k = (value.i if value else k) - 1
    return [int(term) if term == int(term) else round(term, 2) for term in terms]


def shared(doc: Doc, i: int, j: int) -> bool:
    """Whether a term among tokens [i, j) is that of several people together, or a range."""
    return not TOTALS.isdisjoint(doc.low[i:j]) or "respectively" in doc.low[i:j]


def _for_life(doc: Doc, k: int, end: int) -> bool:
    before = doc.low[k - 1] if k else ""
    after = doc.low[k + 1] if k + 1 < end else "."
    if doc.low[max(k - 2, 0) : k] in SENTENCES_OF:
        return True
    return (
        before
        in (
            "for",
            "to",
            "a",
            "given",
            "received",
            "two",
            "three",
            "eight",
            "concurrent",
            "consecutive",
            "mandatory",
            "serve",
        )
        and (
            before not in ("for", "to", "given")
            or after in AFTER_LIFE
            or after in ("after", "at", "with", "for", "on", "in")
        )
    ) or after in ("imprisonment", "term", "terms", "sentence", "sentences")


def _duration(doc: Doc, k: int) -> tuple[float, str, int] | None:
    """A duration at token k: (months, unit, next token)."""
    value = doc.value_at.get(k)
    if value and value.i == k and value.kind == "length" and value.number:
        words = (word.rstrip("s").rsplit("-", 1)[-1] for word in reversed(doc.low[value.i : value.j]))
        unit = next((word for word in words if word in MONTHS), None)  # "a year and a half"
        return (value.number * MONTHS[unit], unit, value.j) if unit else None
    match = HYPHENATED.match(doc.low[k])
    if match and not doc.low[k].endswith("old"):
        number = SMALL.get(match[1]) or (int(match[1]) if match[1].isdecimal() else None)
        return (number * MONTHS[match[2]], match[2], k + 1) if number else None
    return None


def _when(doc: Doc, k: int, j: int, floor: int, further: bool) -> bool:
    """Whether the duration [k, j) says when: "over three days", "after a two-week trial", "two days later"."""
    if not PROCEEDINGS.isdisjoint(doc.low[j : j + 2]) and doc.low[j].isalpha() and doc.low[j] not in BEHIND_TERM:
        return True  # "a three-week murder trial"
    at = k - 1
    while at >= floor and doc.low[at] in LIMITS:
        at -= 1
    before = doc.low[at] if at >= max(0, floor - 1) else ""
    if before in SERVED or further:
        return False
    over = "over" in doc.low[max(at + 1, 0) : k]
    return over or before in WHEN_BEFORE or not WHEN_AFTER.isdisjoint(doc.low[j : j + 1])


def _not_custody(doc: Doc, j: int, end: int) -> bool:
    """Whether what follows the duration makes it probation, a ban or the like."""
    for word in doc.low[j : min(j + 4, end)]:
        if word == "detention":
            return False  # "a two-year detention and training order"
        if word in NOT_CUSTODY:
            return True
        if word in ("and", ",", "with", "plus", "followed", "then"):
            return False
    return False
