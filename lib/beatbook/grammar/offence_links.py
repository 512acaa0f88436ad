"""Which prepositions stay inside an offence: "concerned in the supply" does, "arrested for theft in Leeds" does not."""

from beatbook.grammar.people import nouns
from beatbook.language.document import Doc

DATES = ("date", "time", "year")
LINKS = frozenset("in on at from between under over by within as for into that to with regarding".split())
# words before a preposition that carry it into the offence
BEFORE = {
    "in": frozenset(
        "appear remaining concerned involved participating participation dealing engaging assisting trafficking "
        "involvement engage trading knowingly weapon resulting article blade knife trade traffic participate "
        "participated deal role part roles interest goods used use".split()
    ),
    "on": frozenset(
        "assault assaults assaulting attack attacks battery committed inflicting harm gbh abh prohibition ban "
        "trespassing trespass firing shooting weapon article levied".split()
    ),
    "at": frozenset("appear stop remain stopping firing shooting discharging shots firearm gun driving".split()),
    "from": frozenset("theft stealing thefts fleeing flight escape escaping eluding absconding".split()),
    "by": frozenset("theft fraud deception stealing larceny obtaining abuse".split()),
}
# words behind it that do
AFTER = {
    "in": frozenset(
        "interstate foreign indian accordance slavery servitude dwellings possession furtherance charge public "
        "excess aid need fear pursuit drugs dangerous firearms wild suspicious stolen endangered arms human persons "
        "counterfeit breach official company concert execution prison property controlled contraband cocaine heroin "
        "cannabis marijuana fentanyl methamphetamine firearm proceeds wildlife protected tobacco".split()
    ),
    "on": frozenset(
        "police bail board emergency licence credit probation school prison licensed railway premises".split()
    ),
    "at": frozenset(("night", "large", "least", "excess")),
    "by": frozenset("employee servant finding false trustee deception director abuse swindle unlawful public".split()),
}
IN_A = frozenset(
    "capitol restricted federal public school prison manner controlled dangerous crime fire motor drug criminal "
    "vehicle place private prohibited built-up dwelling position way stolen conveyance street secure minor".split()
)
IN_THE = frozenset(
    "presence preparation blood execution uk united country body first second third fourth fifth sixth supply "
    "production importation course 1st 2nd 3rd 4th commission evasion sale cultivation name".split()
)
BY_OFFENDER = frozenset("felon convicted prohibited ex-felon inmate prisoner previously previous".split())
NOT_BY = frozenset("the police a court local members".split())
JUDGES = frozenset("jury jurors judge magistrates bench court".split())
# "Property Obtained by Crime", "Theft by Receiving"
BY_MEANS = frozenset("crime receiving taking check computer drug drugs alcohol force threat intimidation means".split())
PURPOSES = frozenset("purpose purposes benefit supply use".split())
NOT_FOR = frozenset("which his her their questioning whom".split())
ROADS = frozenset(
    "pavement footpath pavements footpaths railway suspended revoked learner".split()
)  # "riding on the pavement"
SPEEDS = ("mph", "kmh", "km/h", "kph", "kmph")
INFLUENCE = frozenset("influence age pretences limit prescribed legal drink-drive alcohol speed permitted".split())
TARGETS = frozenset(
    "aircraft train trains bus buses police officers vehicle vehicles house dwelling".split()
)  # shot at


def goes_on(doc: Doc, k: int, end: int, floor: int, offence_nouns: frozenset[str]) -> bool:
    """Whether a preposition at token k belongs to the offence, not to place, time or cause of what happened.

    Args:
        doc: the release.
        k: the preposition, one of LINKS.
        end: the end of the clause.
        floor: the first token of the offence phrase.
        offence_nouns: nouns that head offences.
    """
    low = doc.low
    word, before = low[k], low[k - 1] if k > floor else ""
    after = low[k + 1] if k + 1 < end else ""
    value = doc.value_at.get(k + 1)
    kind = value.kind if value else ""  # "over $5,000" is one value: it may start at the preposition
    if value and kind in DATES and value.i == k + 1:
        return False
    if after in ("or", "and") and _word(doc, k + 2, end) in ("near", "on", "upon"):
        return True
    if word == "that":
        return k == floor
    if word == "as":
        return after in ("well", "a") or (after == "to" and before in ("reckless", "recklessly"))
    if word == "to":
        failing = before in ("failing", "failure", "fail", "failed")
        return k > floor and kind != "length" and (failing or after not in ("appear", "await"))
    if word == "with":
        return after not in ("bail", "further", "police")
    if word == "for":
        cause = after.endswith("ing") and before in offence_nouns  # "murder for robbing …"
        if after == "the" and before in offence_nouns:  # "murder for the fatal shooting of …"
            return _word(doc, k + 2, end) in PURPOSES
        return kind != "length" and not cause and after not in NOT_FOR
    if word == "into":
        return True
    if word == "by":
        return _by(doc, k, end, before, after)
    if word in ("under", "over"):
        if before in ("while", "whilst") or kind in ("money", "number", "measure", "age"):
            return True
        if after in ("suspension", "restraint", "disability"):
            return True
        return after in ("the", "age", "false", "duress") and _word(doc, k + 2, end) in INFLUENCE
    if _speed(doc, k, end):
        return True
    if word in ("on", "at"):
        further = _word(doc, k + 2, end) if after in ("a", "an", "the") else after
        if (word == "on" and further in ROADS) or (word == "at" and (further == "wheel" or further in TARGETS)):
            return True
        return before in BEFORE[word] or after in AFTER[word]
    if word == "from":
        return (k + 1 < end and not doc.raw[k + 1][0].isupper()) or before in BEFORE["from"]
    if word == "within":
        return kind == "length" or (after == "the" and _word(doc, k + 2, end) == "united")
    return word == "in" and _in(doc, k, end, floor, before, after)


def _speed(doc: Doc, k: int, end: int) -> bool:
    """ "at 98mph", "in a 60mph zone" behind token k."""
    return any(word.endswith(SPEEDS) for word in doc.low[k + 1 : min(k + 4, end)])


def _word(doc: Doc, k: int, end: int) -> str:
    return doc.low[k] if k < end else ""


def _by(doc: Doc, k: int, end: int, before: str, after: str) -> bool:
    """ "fraud by false representation", "possession of a firearm by a felon"; not "by police"."""
    if before in BEFORE["by"] and after in AFTER["by"]:
        return True
    if after in BY_MEANS:
        return True
    if after == "a" and _word(doc, k + 2, end) == "person" and _word(doc, k + 3, end) in BY_OFFENDER:
        return True
    if after in BY_OFFENDER or (after in ("a", "an") and _word(doc, k + 2, end) in BY_OFFENDER):
        return True
    judged = not JUDGES.isdisjoint(doc.low[k + 1 : min(k + 6, end)])  # "murder by an Old Bailey jury"
    return k + 1 < end and after not in nouns() and after not in NOT_BY and not (judged or doc.raw[k + 1][0].isupper())


def _in(doc: Doc, k: int, end: int, floor: int, before: str, after: str) -> bool:
    """ "concerned in the supply", "in possession of", "in a public place", "in the first degree"."""
    if before == "being" or after in AFTER["in"]:
        return True
    if before in BEFORE["in"]:
        return not (k + 1 < end and doc.raw[k + 1][0].isupper())
    if after in ("relation", "connection"):
        return k == floor or before in ("statement", "statements")
    if after in ("a", "an", "any"):
        return _word(doc, k + 2, end) in IN_A
    return after == "the" and _word(doc, k + 2, end) in IN_THE
