"""Facts of the family ``contacts``: whom readers are asked to tell, and how."""

import re
from bisect import bisect_left

from beatbook.grammar.names import names
from beatbook.grammar.parts import Name
from beatbook.language.document import Doc, Sentence
from beatbook.records import Fact

# Only sentences with one of these words (or an address) are looked at.
TRIGGERS = frozenset(
    "call calls calling contact contacts contacted contacting ring ringing phone telephone tel dial text "
    "texting email e-mail hotline helpline line tip tips tipline visit report reported reporting whatsapp fax "
    "website web online via information enquiries inquiries sms message stop stoppers crimestoppers tip411 "
    "media press office submit submitted submitting".split()
)
ADDRESS = ("@", "www.", "http", ".co", ".gov", ".org", ".police")
# A number of at least seven digits (or letters on a keypad), groups parted by one or two separators.
PHONE = re.compile(
    r"(?<![\w/#£$€.,:])(?:\+\d{1,3}[\s-]?(?:\(0\)\s?)?)?\(?\d{1,5}\)?(?:[\s.\-–]{1,2}\(?(?:\d{2,8}|(?<=-)[A-Z]{3,8}\d?)\)?){1,4}(?![\w/])"
    r"|(?<![\w/#£$€.,:])0\d{8,11}(?!\w)"
)
SHORT = re.compile(
    r"(?:\b(?:call|dial|ring|phone|on|to|text|at|via|or|contact|is|police|helpline|hotline)\s{1,2}|\bTIP411 \()"
    r"(\d{3,6})(?![\w/-]|[.,]\d| of\b| men\b| people\b| per\b)",
    re.IGNORECASE,
)
WEB = re.compile(
    r"https?://[^\s<>()\[\]\"”’]{3,200}|www\.[^\s<>()\[\]\"”’]{3,200}"
    r"|(?<![\w@.])[a-z0-9][\w-]{1,40}(?:\.[\w-]{2,30}){0,3}\.(?:gov|org|com|net|police|mil|info|govt|co|ca|ie|uk)"
    r"(?:\.(?:uk|au|nz|za|in|sg|hk|ie))?(?:/[^\s<>()\[\]\"”’]{0,150})?(?![\w@])",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{2,20}){1,4}")
DATE = re.compile(r"(?:19|20)\d\d[\s.-]\d\d[\s.-]\d\d|\d{1,2}[\s.-]\d{1,2}[\s.-](?:19|20)\d\d")
CALLED = re.compile(r"(?:call|dial|ring|phone|text|contact|helpline|hotline)\s$", re.IGNORECASE)
CAPITALS = re.compile(r"(?:[A-Z][\w’'-]{0,30} ){1,6}$")
REFERENCE = re.compile(
    r"(?:quot\w+|ref\w*|number|no\.?|case|file|cad|log|incident|#)[\s:.]{0,3}(?:reference|number|no\.?|ref|#)?[\s:.]{0,3}$",
    re.I,
)
TEXT_VERB = re.compile(r"\b(?:text|sms|texting)\b[^.;]{0,40}$", re.IGNORECASE)
NEXT_CLAUSE = re.compile(r"[.;]\s|\bor\b|\balternatively\b|\band\b")
KNOWN = {
    "0800555111": "Crimestoppers",
    "1800333000": "Crime Stoppers",
    "18002228477": "Crime Stoppers",
    "61016": "British Transport Police",
    "101": "police",
    "999": "police",
    "911": "police",
    "000": "police",
    "111": "police",
    "112": "police",
    "105": "police",
    "119": "police",
    "311": "Crime Stop",
    "0860010111": "SAPS Crime Stop",
    "1800250025": "Crimestoppers",
    "1800666111": "Garda Confidential Line",
    "03001232040": "Action Fraud",
    "0800789321": "Anti-Terrorist Hotline",
    "08000121700": "Modern Slavery & Exploitation Helpline",
    "08082000247": "National Domestic Abuse Helpline",
    "08001111": "Childline",
    "08088000000": "HMRC fraud hotline",
    "0800595000": "Customs Hotline",
    "116123": "Samaritans",
    "1800295295": "Revenue",
    "18002255324": "FBI",
    "18008435678": "National Center for Missing & Exploited Children",
    "18882838477": "ATF",
    "8882838477": "ATF",
    "8663472423": "HSI tip line",
    "18663472423": "HSI tip line",
    "18779268332": "U.S. Marshals",
    "131444": "Police Assistance Line",
    "1800061800": "Border Watch",
    "1828080": "Hong Kong Customs",
    "18002550000": "Singapore Police Force",
}
POLICE_WORDS = frozenset("police detectives officers investigators deputies us gardaí gardai detective".split())
LINES = (
    "hotline",
    "helpline",
    "tip line",
    "tipline",
    "tip-line",
    "confidential line",
    "crime line",
    "hot line",
    "press office",
    "media office",
    "media relations",
    "media enquiries",
    "media inquiries",
    "press enquiries",
    "newsdesk",
)


def find(doc: Doc) -> list[Fact]:
    """The contacts of one release, in the order of the text.

    Args:
        doc: the analysed release.

    Returns:
        One fact a number or address: the organisation where the text names it, the way of contact and the value as
        written.
    """
    facts: dict[tuple[str, str], Fact] = {}
    bodies: dict[int, list[Name]] | None = None  # names by sentence, once they are needed
    linked = any(mark in doc.text for mark in ADDRESS)
    told = -1  # the last sentence with a contact: what follows it may be a number alone
    for sentence in doc.sentences:
        text = doc.text[sentence.start : sentence.end]
        address = linked and any(mark in text for mark in ADDRESS)
        goes_on = told == sentence.index - 1 and sentence.j - sentence.i < 9
        if not address and not goes_on and TRIGGERS.isdisjoint(doc.low[sentence.i : sentence.j]):
            continue
        values = _values(text, address)
        if values and bodies is None:
            bodies = {}
            for name in names(doc).all:
                bodies.setdefault(doc.sentence_of(name.i).index, []).append(name)
        for kind, start, end in values:
            value = text[start:end]
            told = sentence.index
            key = (kind, re.sub(r"\W", "", value.lower()))
            if key not in facts:
                organisation = _organisation(doc, sentence, (bodies or {}).get(sentence.index, []), start, value)
                facts[key] = Fact(
                    "contacts",
                    {"organisation": organisation, "kind": kind, "value": value},
                    sentence.start + start,
                    sentence.start + end,
                    kind,
                )
    return sorted(facts.values(), key=lambda fact: fact.start)


def _values(text: str, address: bool) -> list[tuple[str, int, int]]:
    """Numbers and addresses in a sentence: kind and span."""
    found: list[tuple[str, int, int]] = []
    if address:
        for kind, pattern in (("email", EMAIL), ("web", WEB)):
            for match in pattern.finditer(text):
                end = match.end() - (len(match.group()) - len(match.group().rstrip(".,;:!?")))
                if not _taken(found, match.start(), end):
                    found.append((kind, match.start(), end))
    for pattern, group in ((PHONE, 0), (SHORT, 1)):
        for match in pattern.finditer(text):
            start, end = match.span(group)
            value = text[start:end].rstrip(" -–.")
            end = start + len(value)
            if value.startswith("(") and (")" not in value or value.endswith(")")):
                start, value = start + 1, value[1:].rstrip(")")
                end = start + len(value)
            digits = sum(ch.isdigit() for ch in value)
            letters = sum(ch.isupper() for ch in value)
            if group == 0 and (digits + letters < 7 or digits < 4 or digits > 15 or DATE.fullmatch(value.rstrip(")"))):
                continue
            if group and len(value) < 5 and value not in KNOWN and not CALLED.search(text, max(0, start - 12), start):
                continue
            if _taken(found, start, end) or REFERENCE.search(text, max(0, start - 30), start):
                continue
            bracket = re.match(r"\s\((?:\d{4}|[A-Z]{3,8})\)", text[end:])
            if bracket and letters + digits > 6:
                end += bracket.end()
            found.append(("text" if TEXT_VERB.search(text, max(0, start - 60), start) else "phone", start, end))
    return found


def _named_line(text: str, begin: int, where: int) -> int:
    """Where a line's name begins: "National Human Trafficking Hotline"."""
    if not text[where].isupper():
        return where
    words = CAPITALS.search(text, begin, where)
    return words.start() if words else where


def _taken(found: list[tuple[str, int, int]], start: int, end: int) -> bool:
    """Whether a span overlaps one already found."""
    return any(start < b and a < end for _, a, b in found)


def _organisation(doc: Doc, sentence: Sentence, bodies: list[Name], at: int, value: str) -> str | None:
    """Whom the value reaches: the last body, force or help line named before it in its clause; else a known number."""
    start = sentence.start + at
    text = doc.text
    low = text[sentence.start : start]
    named = [(*doc.span(name.i, name.j), name) for name in bodies]
    clause = 0
    for match in NEXT_CLAUSE.finditer(low):
        at = sentence.start + match.start()
        if len(low) - match.end() > 12 and not any(a < at < b for a, b, _ in named):
            clause = match.end()
    begin = sentence.start + clause
    best: tuple[int, str] | None = None
    for a, b, name in named:
        if (
            begin <= a
            and b <= start
            and name.kind in ("charity", "police", "agency", "taskforce", "unit")
            and doc.low[name.i] not in ("media", "press")
        ):
            adjacent = best is not None and a - best[0] - len(best[1]) < 2  # a desk of the body before it
            best = best if adjacent else (a, text[a:b])
    if best:
        return best[1]
    clause_text = text[begin:start].lower()
    for line in LINES:
        where = clause_text.find(line)
        if where >= 0:
            where += begin
            return text[_named_line(text, begin, where) : where + len(line)].removeprefix("The ")
    first = bisect_left(doc.starts, begin)
    for token in range(min(first, sentence.j), sentence.j):
        if doc.starts[token] >= start:
            break
        if doc.low[token] in POLICE_WORDS and not (doc.low[token] == "us" and doc.raw[token].isupper()):
            return "police"
    if value.lower().startswith(("press", "media", "news", "comms", "communications")) and "@" in value:
        return "press office"
    return KNOWN.get(re.sub(r"\W", "", value))
