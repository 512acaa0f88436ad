"""What a plain text says of itself: publisher, country, date of publication and title.

``fill`` completes a release; what was given always wins, and what the text does not tell clearly stays None.
"""

import dataclasses
import re
from datetime import date
from typing import Any

from beatbook.reading.publishers import is_letterhead, issuer
from beatbook.records import Release

OPENING = re.compile(r"\s*date (\d{4}-\d{2}-\d{2})\b[ \t]*")
"""``date YYYY-MM-DD`` at the very beginning of a text, as archives of scraped pages write it."""

_COUNTRIES = {  # what people write instead of the code
    "UK": "GB", "UNITED KINGDOM": "GB", "GREAT BRITAIN": "GB", "ENGLAND": "GB", "SCOTLAND": "GB", "WALES": "GB",
    "NORTHERN IRELAND": "GB", "USA": "US", "UNITED STATES": "US", "UNITED STATES OF AMERICA": "US", "CANADA": "CA",
    "AUSTRALIA": "AU", "NEW ZEALAND": "NZ", "IRELAND": "IE", "REPUBLIC OF IRELAND": "IE", "SOUTH AFRICA": "ZA",
    "HONG KONG": "HK", "SINGAPORE": "SG", "INDIA": "IN", "NIGERIA": "NG", "KENYA": "KE", "GHANA": "GH",
    "JAMAICA": "JM", "MALTA": "MT", "PAKISTAN": "PK", "PHILIPPINES": "PH",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<{}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = re.compile(
    r"(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? (?:the )?)?(?<![\w/.-])(?:"
    r"(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH.format('m2')},?[ -](?P<y2>\d{{4}})"
    rf"|{_MONTH.format('m3')} (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>\d{{4}})"
    r"|(?P<a4>\d{1,2})(?P<sep>[/.-])(?P<b4>\d{1,2})(?P=sep)(?P<y4>\d{4})"
    r")(?![\w/]|-\d)",
    re.I,
)
_LABEL = re.compile(
    r"\W{0,3}(?:release date|date of release|date released|date issued|issued|published|publication date|publish date|"
    r"date published|posted|press release|news release|media release|media statement|for immediate release|"
    r"for release|dated?|released)\b",
    re.I,
)
_BETWEEN = re.compile(r"(?:\W|\d|\b(?:at|on|am|pm|hrs|hours|date)\b)*", re.I)
_AFTER = re.compile(r"\W*(?:(?:at |- )?\d{1,2}[:.]?\d{0,2} ?(?:am|pm|hrs|hours)?)?\W*(?:(?:media )?contact:.*)?", re.I)
_PLACE = re.compile(r"[A-Z][A-Za-z.,' ()/–—-]{0,50}")
_DASH = re.compile(r"(?: ?\([A-Za-z .,/'-]{2,40}\))?\)?:? ?(?:[–—-]|--) ?(?=\S)")
_END = re.compile(r"(?:\bends?\b\W{0,6}|\b(?:issued|published|released)(?: on| at)?:? {0,2})", re.I)
_NOTICE = re.compile(
    r"\W*(?:(?:for )?immediate release|(?:press|news|media) (?:release|statement|advisory|notice)(?:\W*no)?[\W\d]*|"
    r"news|latest news|home|skip to (?:main )?content|(?:embargoed|media contact|contact)\b.{0,60}|director of \w+|"
    r"this is a joint (?:press|news|media) (?:release|statement)\b.{0,200})\W*",
    re.I,
)
_OFFICE = re.compile(r"office of\b.*|.*\b(?:unit|division|branch|bureau|command|section|district(?: of [\w ]+)?)", re.I)
_RELEASE_LABEL = re.compile(r"(?:for immediate release|(?:press|news|media) release): +(?=\S)", re.I)
_BULLET = re.compile(r"(?:[-•*·‣–—▪◦]|o|\d{1,2}[.)]) ")
_HEADING = re.compile(r"#{1,6} +")


def fill(release: Release) -> Release:
    """``release`` with publisher, country, published and title read from its text where it has none.

    The release itself is left as it is. What was read so is named in ``extra["detected"]`` of the new one.
    """
    missing = [name for name in ("publisher", "country", "published", "title") if not getattr(release, name)]
    if not missing:
        return release
    values = detect(release.text, release.country)
    found: dict[str, Any] = {name: values[name] for name in missing if values[name]}
    if not found:
        return release
    extra = release.extra if "detected" in release.extra else release.extra | {"detected": sorted(found)}
    return dataclasses.replace(release, **found, extra=extra)


def detect(text: str, country: str | None = None) -> dict[str, str | None]:
    """Publisher, country, published and title that ``text`` tells, each None where it does not.

    Args:
        text: a release.
        country: its country, where known; it decides how 3/4/2022 is read.
    """
    publisher, told = issuer(text)
    head = _lines(text[:3_000])
    return {
        "publisher": publisher,
        "country": told,
        "published": _published(text, head, country or told),
        "title": _title(head, publisher),
    }


def country_code(value: str) -> str:
    """An ISO 3166-1 alpha-2 code in capitals; "UK" and the names of countries whose releases are known are read too.

    Raises:
        ValueError: it is neither.
    """
    code = value.strip().upper()
    code = _COUNTRIES.get(code, code)
    if len(code) == 2 and code.isascii() and code.isalpha():
        return code
    raise ValueError(f"country {value!r} is not accepted; a code of two letters is (GB, US, IE)")


def iso_date(value: str) -> str:
    """A date as ``YYYY-MM-DD``. ISO dates and times are read, and written dates that can be read in one way only.

    Raises:
        ValueError: it is none.
    """
    stated = value.strip()
    try:
        if re.match(r"\d{4}-\d{2}-\d{2}(?!\d)", stated):
            return date.fromisoformat(stated[:10]).isoformat()
        found = _DATE.fullmatch(stated)
        day = _resolve(found, None) if found else None
    except ValueError:
        day = None
    if not day:
        raise ValueError(f"date {value!r} is not accepted; YYYY-MM-DD is (2022-11-30)")
    return day


def _lines(head: str) -> list[str]:
    return [line.strip() for line in head.split("\n")]


def _published(text: str, head: list[str], country: str | None) -> str | None:
    opening = OPENING.match(text)
    if opening and (stated := _day(*opening.group(1).split("-"))):
        return stated.isoformat()
    filled = [line[:200] for line in head if line][:16]
    tail = [line.strip()[:200] for line in text[-800:].split("\n") if line.strip()][-8:]
    for read, lines in ((_labelled, filled), (_whole_line, filled), (_dateline, filled[:6]), (_ending, tail)):
        for line in lines:
            day = read(line, country)
            if day:
                return day
    return None


def _labelled(line: str, country: str | None) -> str | None:
    """Release Date: Wed, 03/13/2019"""
    label = _LABEL.match(line)
    if not label:
        return None
    found = _DATE.search(line, label.end(), label.end() + 60)
    if found and _BETWEEN.fullmatch(line, label.end(), found.start()):
        return _resolve(found, country)
    return None


def _whole_line(line: str, country: str | None) -> str | None:
    """Thursday, May 18, 2023"""
    if len(line) > 60:
        return None
    found = _DATE.match(line.lstrip("*#[( "))
    if not found:  # News | 29 August 2024
        line = line.rpartition("|")[2].lstrip()
        found = _DATE.match(line)
    if found and _AFTER.fullmatch(found.string, found.end()):
        return _resolve(found, country)
    return None


def _dateline(line: str, country: str | None) -> str | None:
    """LONDON, 12 May 2023 – … and JUNE 8, 2021 (LINCOLN, NEB.) — …"""
    found = _DATE.search(line, 0, 80)
    if not found or not _DASH.match(line, found.end()):
        return None
    before = line[: found.start()].rstrip(" (")
    place = not before or (_PLACE.fullmatch(before) and before.split(",")[0].split(" ")[0].isupper())
    return _resolve(found, country) if place else None


def _ending(line: str, country: str | None) -> str | None:
    """[ENDS 08/07/2022]"""
    end = _END.search(line)
    found = end and _DATE.match(line, end.end())
    return _resolve(found, country) if found else None


def _resolve(found: re.Match[str], country: str | None) -> str | None:
    """The ISO date of a match of _DATE; None where its order cannot be known or no such day exists."""
    get = found.group
    if get("y1"):
        ways = [(get("y1"), get("m1"), get("d1"))]
    elif get("y2"):
        ways = [(get("y2"), get("m2"), get("d2"))]
    elif get("y3"):
        ways = [(get("y3"), get("m3"), get("d3"))]
    else:
        british, american = (get("y4"), get("b4"), get("a4")), (get("y4"), get("a4"), get("b4"))
        # Canada writes both; a country that is not known may do either.
        ways = [american] if country == "US" else [british, american] if country in (None, "CA") else [british]
    days = {day for way in ways if (day := _day(*way))}
    if len(days) > 1 and get("weekday"):
        days = {day for day in days if day.weekday() == _DAYS.index(get("weekday").lower())}
    return days.pop().isoformat() if len(days) == 1 else None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), number, int(day)) if 1990 <= int(year) <= 2100 else None
    except ValueError:
        return None


def _title(head: list[str], publisher: str | None) -> str | None:
    """The headline: a first line that is no sentence and stands apart from what follows."""
    letterhead = False
    for at, line in enumerate(head[:30]):
        opening = OPENING.match(line) if at == 0 or not any(head[:at]) else None
        if opening:
            line = line[opening.end() :]
        label = _RELEASE_LABEL.match(line)
        if label:
            line = line[label.end() :]
        if len(line) > 200:
            return None
        if not line or _NOTICE.fullmatch(line) or _whole_line(line, "GB") or _labelled(line, "GB"):
            continue
        if (letterhead and _OFFICE.fullmatch(line)) or is_letterhead(line):
            letterhead = True
            continue
        heading = _HEADING.match(line)
        if heading:
            return line[heading.end() :].strip(" #") or None
        following = next((later for later in head[at + 1 :] if later), "")
        line = _without_site(line, publisher)
        return line if _is_headline(line, head[at + 1 : at + 2], following) else None
    return None


def _without_site(line: str, publisher: str | None) -> str:
    """A page's title without the name of the site: "Two held - Kent Police" → "Two held"."""
    title, _, site = line.replace(" | ", " - ").replace(" – ", " - ").rpartition(" - ")
    known = publisher and site.removeprefix("The ").replace("’", "'").casefold() in publisher.casefold()
    return line[: len(title)].rstrip() if title and len(site) > 3 and known else line


def _is_headline(line: str, next_line: list[str], following: str) -> bool:
    if not following or len(line.split()) < 3 or _BULLET.match(line):
        return False
    if line[-1] in ".:;,”\"" or not (line[0].isupper() or line[0].isdigit() or line[0] in "£€$‘'“\""):
        return False
    if re.search(r"[A-Z]{3,}.{0,25}(?: [–—-] |—)", line[:60]):  # a dateline opens a sentence
        return False
    # A headline is parted from the text by an empty line or a rule, or written in capitals.
    return bool(next_line and (not next_line[0] or not next_line[0].strip("*=-_"))) or line.isupper() or len(line) < 120
