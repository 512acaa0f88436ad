"""What leads to a person's door, car, phone or mailbox, found by its shape: addresses, plates, numbers, mail, ages.

Official lines and addresses are told apart; a calibre, a model or an operation's name is no plate.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Found(NamedTuple):
    """A piece of text to be masked: where, what it is (address, plate, phone, e-mail, age, date of birth)."""

    start: int
    end: int
    kind: str


_WORD = r"[A-Z][\w’'.-]*"
_STREET = (
    r"(?:Street|Str|Road|Avenue|Lane|Drive|Close|Crescent|Gardens?|Grove|Terrace|Court|Place|Square|Boulevard"
    r"|Parkway|Way|"
    r"Row|Walk|Mews|Hill|Rise|View|Green|Park|Circle|Trail|Loop|Parade|Esplanade|Quay|Wharf|Highway|House|Heights|"
    r"Buildings?|Tower|Towers|Estate|Mansions?|St|Rd|Ave|Av|Ln|Dr|Cl|Cres|Ct|Pl|Sq|Blvd|Pkwy|Hwy|Ter|Nagar|Marg|Chowk)")
_CAPS_STREET = (
    r"(?:STREET|ROAD|AVENUE|LANE|DRIVE|CLOSE|CRESCENT|GARDENS?|GROVE|TERRACE|COURT|PLACE|SQUARE|BOULEVARD|WAY|ST"
    r"|RD|AVE|"
    r"BLVD|DR|LN)")
_UNIT = (
    r"(?:(?:Flat|Apartment|Apt\.?|Unit|Room|Suite|Block|No\.?|House)\s+(?:\d{1,5}[A-Za-z]?"
    r"|[A-Z])\b(?:\s?[,/]\s*|\s+)(?:at\s+)?)")
_HOUSE = r"\d{1,5}(?:\s?[-–/]\s?\d{1,5})?[A-Za-z]?"
_ADDRESS = re.compile(
    # 42 Park Road; Flat 3, 42a Old Park Road; 1210 N. 5th Ave.
    rf"(?<![\w£$€.,/-])(?:{_UNIT}){{0,2}}{_HOUSE},?\s+(?:(?:{_WORD}|\d{{1,3}}(?:st|nd|rd|th))\s+){{1,4}}{_STREET}\b\.?"
    rf"|(?<![\w£$€.,/-])(?:{_UNIT}){{0,2}}{_HOUSE},?\s+(?:[A-Z][A-Z’'.-]+\s+){{1,4}}{_CAPS_STREET}\b\.?"
    # Flat 3, Larch House
    rf"|\b(?:Flat|Apartment|Apt\.?)\s+(?:\d{{1,4}}[A-Za-z]?|[A-Z])\s?,\s*(?:{_WORD}\s+){{1,4}}{_STREET}\b"
    # Hauptstraße 12, Calle Mayor 12, 12 rue de la Paix, ul. Długa 7
    r"|\b[A-ZÄÖÜ]\w+(?:straße|strasse|gasse|platz|allee)\s+\d{1,4}[a-z]?\b"
    rf"|\b(?:Calle|Avenida|Rua|Via|Viale|Piazza|Ulica|[Uu]l\.|Jalan|Carrer|Plaza)\s+(?:(?:de|del|la|las|los|dos"
    rf"|da)\s+)*"
    rf"{_WORD}(?:\s+{_WORD}){{0,3}},?\s+(?:n[.º°]?\s*)?\d{{1,4}}[a-z]?\b"
    rf"|(?<![\w£$€.,-])\d{{1,4}}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|boulevard|place|chemin|impasse)\s+"
    rf"(?:(?:de|du|des|la|le|les|l’|l')\s*)*{_WORD}(?:[\s-]{_WORD}){{0,3}}")
_BLOCK = re.compile(r"\b(?:\d{1,5}\s+block|block)\s+(?:of\s+)?$")  # "the 1200 block of Main Street" is nobody's door
_NO_HOUSE = re.compile(
    r"\s(?:January|February|March|April|May|June|July|August|September|October|November|December|Police|Officers"
    r"|Men|Women|"
    r"People|Homes|Streets|Roads|Operation|Project|Crown|Magistrates\W*|District)\b", re.I)
# "of Park Road, Luton", after a person's name or age: the street is a home, with or without a number.
_HOME = re.compile(
    rf"(?:\bof|\bfrom|\blives?\s+(?:in|at|on)|\bliving\s+(?:in|at|on)|\baddress(?:\s+is)?|\bAddress:|\bresid(?:es"
    rf"|ing|ent)"
    rf"\s+(?:in|at|on|of))\s+(?P<home>(?:{_UNIT}){{0,2}}(?:{_HOUSE},?\s+)?(?:{_WORD}\s+){{1,4}}{_STREET}\b\.?)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}\b")

_PLATE = re.compile(
    r"(?<![\w-])(?:"
    r"[A-HJ-PR-Y][A-HJ-PR-Y]\d{2}\s?[A-HJ-PR-Z]{3}"  # UK since 2001
    r"|\d{2,3}-(?:CE|CN|CW|DL|KE|KK|KY|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|TN|TS|WD|WH|WX|WW|[CDGLTW])-\d{1,6}"  # IE
    r"|(?:AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TN|TR"
    r"|TS|UK|UP|WB)"
    r"[ -]?\d{1,2}[ -]?[A-Z]{1,3}[ -]?\d{4}"  # IN
    r"|\d[A-Z]{2}[ -]?\d[A-Z]{2}|[A-Z]{2}[ -]\d{2}[ -][A-Z]{2}"  # AU
    r"|[A-Z]{3}-\d{3,4}|[A-Z]{1,3}-[A-Z]{1,2}[ -]\d{2,4}"  # AU, NG, US; DE
    r")(?![\w-])")
_ARMS = re.compile(r"(?:AK|AR|MP|SA|AKM|AKS|RPG|SKS|PKM|UMP|SVD|MAC|TEC|FAL|VZ|CZ|HK|FN|USP|PPK|FMJ|ACP|MAG|LED"
    r"|COVID|MDMA|"
                   r"THC|GHB|UNK|SIG|GLK|LSD|IED)[ -]?\d", re.I)
_NO_ENDS = frozenset("AND THE FOR GUN WAS HAS MEN ALL NOT MAG LUG ACP".split())
# Any group of letters and digits is a plate where the text says so.
_PLATE_SAID = re.compile(
    r"\b(?:(?:licen[cs]e|number|registration|vehicle|car|index)[ -]plates?|plates?(?:\s+(?:number|no\.?))?"
    r"|(?:vehicle\s+)?registration"
    r"(?:\s+(?:number|mark|no\.?|plate))?|licen[cs]e\s+(?:number|no\.?)|regd?\.?|reg\.?\s+no\.?|rego|VRM|VRN|tags?)\b"
    r"(?:\s+(?:number|no\.?|is|was|of|bearing"
    r"|reading))*[\s:“\"'(]{1,3}(?P<plate>[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,4}){0,3})(?![\w-])",
    re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_FREE = re.compile(r"@(?:gmail|googlemail|hotmail|yahoo|outlook|live|icloud|me|proton(?:mail)?|aol|gmx|mail|btinternet|"
                   r"rediffmail|yandex|zoho)\.", re.I)
_BODIES = re.compile(r"@(?:[\w-]+\.)*(?:police|pnn|gov|govt|gouv|gob|mil|int|garda|state|judiciary|courts?|nhs"
    r"|parliament|"
                     r"europa|interpol|crimestoppers\w*)\b|\.(?:gov|mil|int)$|police|sheriff|constabulary|council"
                     r"|crimestopp"
                     r"|media|press|news|info@|enquir|contact|tips?@", re.I)
_PHONE = re.compile(r"(?<![\w.,£$€/-])(?:\+|00)?\(?\d{1,5}\)?(?:[ .–-]?\(?\d{2,5}\)?){1,5}(?![\w,-]{0,20}\d)")
_CALLED = re.compile(r"\b(?:phone|telephone|tel|mobile|cell|call(?:ed|ing)?|text(?:ed)?|ring|whatsapp|fax"
    r"|contact)\b", re.I)
_LINES = re.compile(r"^(?:0?800|0?808|03\d\d|0?845|1[- .]?(?:800|888|877|866|855|844|833)|1300|1800|13\d{4}|101"
    r"|111|999|911|112)")
_AGE = r"(?P<age>\d{1,3})"
_AGES = re.compile(rf"(?:\bag(?:e|ed)\s*:?\s+|,\s*|\(){_AGE}(?=\s*(?:[,);\n]|years?\b|yrs?\b|of\b|from\b))"
    rf"|\b(?P<years>\d{{1,3}})"
                   r"(?=[- ]years?[- ]old\b)", re.I)
_BORN = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b\.?|date\s+of\s+birth|born(?:\s+on)?)\s*:?\s*(?P<born>\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|"
    r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8},?\s+\d{4}|[A-Z][a-z]{2,8}\s+\d{1,2},?\s+\d{4})", re.I)
_LIVES = re.compile(r"[\s,();-]{0,3}(?:years?[- ]old)?[\s,()]{0,3}(?:and\s+)?(?:formerly\s+|both\s+|all\s+)?(?:of"
    r"|from|liv(?:es|ing)\s+"
                    r"(?:in|at|on)|(?:a\s+)?resident\s+of|with\s+an\s+address|R/o|,?\s*address)\b", re.I)


def shapes(text: str, keep: Iterable[str] = ()) -> list[Found]:
    """Addresses, plates, phone numbers and e-mail addresses by their shape, in order and without overlaps.

    Official lines and addresses stay: short and free-phone numbers, those in ``keep`` (the contacts that a release
    gives), mail of public bodies.

    Args:
        text: any text.
        keep: numbers and addresses that stay, as written.
    """
    kept = {_bare(value) for value in keep}
    found = [*_addresses(text), *_plates(text)]
    for match in _EMAIL.finditer(text):
        address = match[0].rstrip(".-")
        official = _BODIES.search(address) or _bare(address) in kept
        if _FREE.search(address) or not official:
            found.append(Found(match.start(), match.start() + len(address), "e-mail"))
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if not 7 <= len(digits) <= 15 or _LINES.match(digits) or _bare(match[0]) in kept:
            continue
        leads = match[0].lstrip("(").startswith(("+", "0"))
        groups = re.findall(r"\d+", match[0])
        american = [len(group) for group in groups][-2:] == [3, 4] and len(groups) <= 4
        before = text[max(0, match.start() - 40):match.start()]
        if (leads and len(digits) >= 9) or american or (_CALLED.search(before) and len(groups) <= 5):
            found.append(Found(match.start(), match.end(), "phone"))
    found += [Found(match.start("born"), match.end("born"), "date of birth") for match in _BORN.finditer(text)]
    return disjoint(found)


def disjoint(found: Iterable[Found]) -> list[Found]:
    """Pieces in order; of those that overlap the first and longest."""
    out: list[Found] = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if piece.end > piece.start and (not out or piece.start >= out[-1].end):
            out.append(piece)
    return out


def _bare(value: str) -> str:
    return re.sub(r"[^\w@]", "", value).casefold()


def _addresses(text: str) -> Iterator[Found]:
    for match in _ADDRESS.finditer(text):
        if _BLOCK.search(text[max(0, match.start() - 24):match.start()]) or _NO_HOUSE.search(match[0]):
            continue
        yield Found(match.start(), match.end(), "address")
    for match in _POSTCODE.finditer(text):
        yield Found(match.start(), match.end(), "address")


def _plates(text: str) -> Iterator[Found]:
    for match in _PLATE.finditer(text):
        plate = match[0]
        if not _ARMS.match(plate) and plate[-3:] not in _NO_ENDS:
            yield Found(match.start(), match.end(), "plate")
    for match in _PLATE_SAID.finditer(text):
        plate = match["plate"]
        if plate.upper() == plate and re.search(r"\d", plate) and len(plate) >= 4 and not _ARMS.match(plate):
            yield Found(match.start("plate"), match.end("plate"), "plate")


def homes(text: str, named: Iterable[tuple[int, int]]) -> list[Found]:
    """Streets and ages beside the name of a private person who is told to live there, and ages beside an address.

    Args:
        text: the text.
        named: where private persons' names stand.
    """
    found: list[Found] = []
    for start, end in named:
        tail = text[end:end + 160]
        stop = re.search(r"\.\s|\n\s*\n|;", tail)
        tail = tail[:stop.start()] if stop else tail
        home = _HOME.search(tail)
        if home and not _NO_HOUSE.search(home["home"]):
            found.append(Found(end + home.start("home"), end + home.end("home"), "address"))
        age = _AGES.search(tail[:60])
        if age and _LIVES.match(tail[age.end("age" if age["age"] else "years"):]):
            name = "age" if age["age"] else "years"
            found.append(Found(end + age.start(name), end + age.end(name), "age"))
        before = re.search(r"\b(\d{1,3})[- ]years?[- ]old\s+(?:\w+\s+){0,2}$", text[max(0, start - 50):start], re.I)
        if before and _LIVES.match(tail):
            shift = max(0, start - 50)
            found.append(Found(shift + before.start(1), shift + before.end(1), "age"))
    doors = [piece for piece in [*_addresses(text), *found] if piece.kind == "address"]
    for door in doors:
        first = max(text.rfind("\n\n", 0, door.start) + 1, door.start - 110, 0)
        for begin, limit in ((first, door.start), (door.end, min(len(text), door.end + 60))):
            for age in _AGES.finditer(text, begin, limit):
                name = "age" if age["age"] else "years"
                if 0 < int(age[name]) < 120:
                    found.append(Found(age.start(name), age.end(name), "age"))
    return found
