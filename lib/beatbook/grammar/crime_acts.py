"""Crimes told by verbs: who was stabbed, who robbed whom, what crashed into what, where a thing was stolen."""

from typing import NamedTuple

from beatbook.grammar.counting import OFTEN, counted, how_often, plural
from beatbook.grammar.tactic_words import object_at
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.lexicons import Term

UNSURE = frozenset(
    "if whether could would may might possible potential planned planning prevent preventing future another's "
    "any every each such per can cannot will risk threat plot threatened threatening no".split()
)
BE = frozenset("was were been being is are got".split())
ADVERBS = frozenset("also then later both all each twice once again first".split())
PEOPLE_COUNT = frozenset(("robbery", "burglary", "theft", "arson", "overdose", "fraud"))  # a crime each
REPEATED = frozenset(("robbery", "burglary", "theft", "fraud", "arson", "assault"))
MANY = 4  # people who were stabbed or shot in one go are seldom more
VICTIM = frozenset(
    "a an the his her another their its him them two three four officers police staff members guards security "
    "homes houses shops cars vehicles elderly vulnerable pensioners victims investors customers drivers".split()
)
DRUGS = frozenset("fentanyl heroin drugs drug pills pill dose batch overdose cocaine methamphetamine".split())
TITLES = frozenset("mr mrs ms miss pc".split())
THINGS = frozenset("tyres tires tyre tire price prices costs door window record records ball eggs".split())
NOT_ACT = frozenset("to of who'd a the".split())
# words behind which a verb tells a charge
CHARGED = frozenset(
    "charged convicted guilty suspicion count counts charge charges admitted admitting pleaded pled accused "
    "suspected conspiracy conspired wanted indicted plotting plotted conspiring attempted attempting intent".split()
)
DOERS = frozenset("officers police deputies officer deputy agents trooper troopers detectives he'd".split())
PLACE = frozenset(("premises", "shop", "vehicle", "school"))
DURING = frozenset("after by while before having".split())  # before "robbing a man"
WHERE = frozenset("in at on outside near during by multiple several inside with to from over as while when".split())
CLAUSE = frozenset(", ; : . – — - ( “ ” \" and that when where after since because while in of".split())
RIDERS = frozenset(
    "driver rider motorist motorcyclist cyclist biker pillion passenger scooter "
    "car van vehicle lorry truck suv motorcycle motorbike bike moped quad bus pick-up pickup ute taxi tractor".split()
)
SHOTS = frozenset("bullet bullets round rounds shot shots fire fired gunfire pellet pellets punch punches".split())
PRONOUNS = frozenset("he she they it which who".split())
OBSTACLES = frozenset(
    "tree trees wall post posts lamppost lamp-post pole fence hedge kerb curb barrier barriers bollard bridge ditch "
    "dyke bank building house shop pedestrian pedestrians cyclist motorcyclist bus stop shelter guardrail divider "
    "median gate railings roundabout island boulder culvert embankment hydrant light lights signal sign "
    "canal river field garden porch shopfront storefront jersey cone verge pylon girl boy child jogger".split()
)
STRUCK = frozenset("him her them victim man woman boy girl teenager pensioner guard officer".split())
BODY = frozenset(
    "head face back leg legs arm arms chest neck eye eyes jaw mouth nose stomach shoulder hand hands ribs body".split()
)
BARE_CRASH = frozenset("road carriageway roadway bike motorcycle collision pavement kerb median".split())
# what burglars, thieves or gunmen did
DEED = frozenset(
    "broke stole took drove smashed forced made used cut struck entered ripped ran got fled opened shot shoved held "
    "targeted raided helped emptied loaded rammed ransacked prised pried gained escaped burst threatened demanded "
    "fired sprayed tied bound lifted removed drilled wielding carried kicked crowbarred tunnelled tricked".split()
)
REPORTED = frozenset("reported suspected believed thought charged accused convicted guilty".split())
TAKEN_FROM = frozenset(("premises", "shop", "school", "park"))
DWELLINGS = frozenset("home house flat apartment address property residence".split())  # what is stolen there is burgled
SUFFERED = frozenset("hit targeted raided ransacked struck stolen visited looted".split())
RAM = frozenset("broke smashed forced rammed through prised pried drilled".split())  # thieves who do are burglars
ATTACKER = frozenset("suspect suspects gunman gunmen attacker attackers robber robbers assailant bandit".split())
ANIMALS = frozenset(
    "deer dog dogs badger badgers sheep swan swans bird birds cat cats horse horses cattle cow cows buzzard pheasant "
    "pheasants rhino rhinos elephant elephants lion bear bears elk moose kangaroo wildlife animal animals".split()
)
POLICE = frozenset(
    "officer officers police constable constables pc pcs pcso pcsos deputy deputies trooper troopers agent agents "
    "sergeant policeman policewoman garda gardaí warden wardens".split()
)
ARREST = frozenset(
    "arrest arrested arresting custody detained detaining restrain restrained restraining handcuffs handcuffed "
    "handcuffing resisted resisting apprehended searched searching".split()
)
OTHER_CRIMES = frozenset("burglary burglaries robbery robberies carjackings".split())  # in which things are stolen
PERSONAL = frozenset("whose".split())


class Act(NamedTuple):
    """A crime told by a verb: its kind, how many, and the tokens [i, j) that tell it."""

    kind: str
    count: int | None  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    i: int
    j: int
    modifier: str = "exact"


def act(doc: Doc, sentence: Sentence, term: Term) -> Act | None:
    """The crime that a verb of the lexicon tells, or None where it is planned, charged, denied or done by police."""
    low = doc.low
    before = low[max(sentence.i, term.i - 8) : term.i]
    if not PERSONAL.isdisjoint(before) or not UNSURE.isdisjoint(before[-4:]) or (
        doc.raw[term.j - 1][0].isupper() and term.i > sentence.i
    ):
        return None
    if not ANIMALS.isdisjoint(doc.low[max(sentence.i, term.i - 3) : min(sentence.j, term.j + 3)]):
        return None  # "a deer was killed"
    fell = not BE.isdisjoint(before[-3:]) or "left" in before[-4:]
    if term.row["kind"] == "murder" and fell and not ATTACKER.isdisjoint(before[-4:]):
        return None  # "a suspect was fatally wounded"
    if "nobody" in before[-3:] or {"no", "one"} <= set(before[-3:]) or "no-one" in before[-3:]:
        return None
    told = READERS[term.row["use"]](doc, sentence, term)
    return None if told and told.kind == "assault" and _resisting(doc, sentence, told) else told


def _resisting(doc: Doc, sentence: Sentence, told: Act) -> bool:
    """Whether police are attacked by whom they arrest: "an officer was punched as he was detained"."""
    low = doc.low
    victims = low[max(sentence.i, told.i - 4) : min(sentence.j, told.j + 5)]
    if POLICE.isdisjoint(victims) and "emergency" not in victims:
        return False
    return not ARREST.isdisjoint(low[sentence.i : sentence.j]) or "emergency" in victims


def _clause(doc: Doc, sentence: Sentence, term: Term) -> Act | None:
    """What a fixed phrase tells: "opened fire", "died of overdoses"."""
    if term.row["kind"] == "burglary" and not DOERS.isdisjoint(doc.low[max(sentence.i, term.i - 3) : term.i]):
        return None  # "officers forced entry to a flat"
    often = _occasions(doc, sentence, term)
    each = term.row["kind"] == "overdose"
    number, i = _sufferers(doc, sentence, term.i, term.row["kind"]) if each else (1, term.i)
    return Act(term.row["kind"], often.whole if often else number or 1, i, often.j if often else term.j)


def _act(doc: Doc, sentence: Sentence, term: Term) -> Act | None:
    """A verb that somebody suffers: "was stabbed", "robbed five shops", "a man stabbed in the leg"."""
    low, at = doc.low, term.i - 1
    if low[term.i].endswith("ing"):
        of = term.row["kind"] == "murder" and all(word[0].isupper() for word in doc.raw[term.j : term.j + 2])
        of = of or _several_places(doc, sentence, term.j)
        led = at >= sentence.i and (low[at] in DURING or (of and low[at] in ("of", "with", "for")))
        return _doing(doc, sentence, term, charged=of) if led else None
    while at > sentence.i and (low[at] in ADVERBS or low[at].endswith("ly")):
        at -= 1
    if at > sentence.i and low[at] in ("found", "left") and low[at - 1] in BE:
        at -= 1  # "was found stabbed"
    before = low[at] if at >= sentence.i else ""
    if before in BE:
        if low[at - 1] in ("being", "been", "be"):
            at -= 1
        return _suffered(doc, sentence, term, at)
    if before == "and" and (be := _shared(doc, sentence, at)) is not None:
        return _suffered(doc, sentence, term, be)
    return _doing(doc, sentence, term) or _reduced(doc, sentence, term)


def _several_places(doc: Doc, sentence: Sentence, j: int) -> bool:
    """Whether a number of buildings or vehicles stands at token j: "robbing three convenience stores"."""
    value = doc.value_at.get(j) if j < sentence.j else None
    if value is None or value.kind != "number" or (value.number or 0) < 2:
        return False
    return any(_is_place(doc, k, sentence) for k in range(value.j, min(value.j + 3, sentence.j)))


def _shared(doc: Doc, sentence: Sentence, at: int) -> int | None:
    """The "was" that a participle after "and" shares: "was tied up and robbed"."""
    for k in range(at - 1, max(sentence.i, at - 9) - 1, -1):
        if doc.low[k] in BE:
            return k
        if (doc.low[k] in CLAUSE and doc.low[k] not in (",", "in", "of")) or doc.low[k] in ("who", "he", "she"):
            return None
    return None


def _suffered(doc: Doc, sentence: Sentence, term: Term, be: int) -> Act:
    """A passive whose "was" is token ``be``."""
    number, start = _sufferers(doc, sentence, be, term.row["kind"])
    often = _occasions(doc, sentence, term)
    fatal = "fatally" in doc.low[be : term.i] or doc.low[term.j : term.j + 2] == ["to", "death"]
    driven = term.row["kind"] == "murder" and _by_vehicle(doc, sentence, term.j)
    if driven:
        return Act("collision", 1, min(start, be), term.j + 1)
    kind = "murder" if fatal and term.row["kind"] in ("shooting", "stabbing", "assault") else term.row["kind"]
    return Act(kind, often.whole if often else number or 1, min(start, be), often.j if often else term.j)


def _by_vehicle(doc: Doc, sentence: Sentence, j: int) -> bool:
    """Whether a vehicle did it: "was struck and killed by a pickup truck", "was killed when a car hit him"."""
    later = next((k for k in range(j, min(sentence.j, j + 6)) if doc.low[k] == "when"), j)
    j = j if j < sentence.j and doc.low[j] == "by" else later
    if j >= sentence.j or doc.low[j] not in ("by", "when"):
        return False
    return any(_is_vehicle(doc, k, sentence) for k in range(j + 1, min(sentence.j, j + 6)))


def _doing(doc: Doc, sentence: Sentence, term: Term, *, charged: bool = False) -> Act | None:
    """A crime told by who did it to whom: "knifed a 17-year-old to death", "robbed five shops"."""
    low, at = doc.low, term.j
    before = low[max(sentence.i, term.i - 8) : term.i]
    value = doc.value_at.get(at) if at < sentence.j else None
    number = value.whole if value and value.kind == "number" and value.i == at and value.number else None
    aged = value is not None and value.kind == "age"
    named = term.row["kind"] == "murder" and all(word[0].isupper() for word in doc.raw[at : at + 2])
    brand = term.row["kind"] in ("fraud", "robbery", "burglary") and at < sentence.j and doc.raw[at][0].isupper()
    vague = value is not None and value.kind == "vague" and value.i == at
    if at >= sentence.j or not (number or aged or named or brand or vague or low[at] in VICTIM or low[at] in TITLES):
        return None
    if before and not charged and (before[-1] in NOT_ACT or not CHARGED.isdisjoint(before[-3:])):
        return None
    if not DOERS.isdisjoint(before[-2:]) or doc.raw[term.i][0].isupper():
        return None  # what police did
    if before[-1:] == ["allegedly"] and "charged" in low[sentence.i : term.i]:
        return None  # the charge in other words
    after = low[at : min(sentence.j, at + 12)]
    if not THINGS.isdisjoint(after[:4]) or (after[1:2] == ["of"] and term.row["kind"] != "fraud"):
        return None  # "slashed the tyres", "robbed them of sleep"
    kind = "murder" if "death" in after and "to" in after and term.row["kind"] != "robbery" else term.row["kind"]
    if kind == "theft" and "street" in after and not {"off", "from"}.isdisjoint(after):
        kind = "kidnap"  # "snatched a student off the street"
    if kind == "murder" and not DRUGS.isdisjoint(before):
        kind = "overdose"  # "the fentanyl he sold killed a student"
    things = number is not None and _several_places(doc, sentence, at)
    often = _occasions(doc, sentence, term)
    count = often.whole if often else (number if things or kind == "robbery" else None) or 1
    many = not often and number is None and _is_place(doc, at, sentence) and plural(low[at])
    end = at if number not in (None, count) else at + 1  # "attacked two farmers" is one attack
    return Act(kind, None if many else count, term.i, often.j if often else end)


def _reduced(doc: Doc, sentence: Sentence, term: Term) -> Act | None:
    """A participle behind its sufferer: "a man stabbed in the neck", "a bakkie, hijacked in Benoni"."""
    low = doc.low
    after = low[term.j] if term.j < sentence.j else ""
    behind = low[term.i - 1] if term.i > sentence.i else ""
    if after not in WHERE or not behind or behind in ("and", "he", "she", "they", "who", "had", "have", "has", "to"):
        return None
    k = term.i - 1 - (behind == ",")
    value = doc.value_at.get(k)
    person = low[k] in ("man", "woman", "boy", "girl", "teenager", "victim", "men", "people", "father", "guard")
    aged = value is not None and value.kind == "age"
    if not (person or aged or object_at(low, k, k + 1)) or not CHARGED.isdisjoint(low[max(sentence.i, k - 4) : k]):
        return None
    return Act(term.row["kind"], 1, term.i, term.j + 1)


def _crash(doc: Doc, sentence: Sentence, term: Term) -> Act | None:
    """A collision: what crashed into what, who was hit by a car, what left the road."""
    low, last = doc.low, doc.low[term.j - 1]
    before, after = low[max(sentence.i, term.i - 14) : term.i], low[term.j : min(sentence.j, term.j + 7)]
    if before[-1:] == ["to"] or not SHOTS.isdisjoint(before) or not DOERS.isdisjoint(before[-1:]):
        return None
    if last == "by":  # "was hit by a car"
        hit = any(_is_vehicle(doc, k, sentence) for k in range(term.j, min(sentence.j, term.j + 6)))
        return Act("collision", 1, term.i, min(sentence.j, term.j + 2)) if hit else None
    moving = not PRONOUNS.isdisjoint(before[-4:]) or _driven(doc, sentence, term.i, 14)
    if last in ("hit", "struck") and (end := _blow(doc, sentence, term.j)):
        return Act("assault", 1, term.i, end)
    if last in ("hit", "struck", "clipped", "rammed", "crashed", "rear-ended"):
        thing = not OBSTACLES.isdisjoint(after[:5])
        vehicle = moving and any(_is_vehicle(doc, k, sentence) for k in range(term.j, min(sentence.j, term.j + 5)))
        article = bool(after) and after[0] in ("a", "an", "the", "another", "his", "her", "their")
        alone = last == "crashed" and moving and (not after or after[0] in WHERE | {".", ",", "and"})
        person = not STRUCK.isdisjoint(after[: 1 + article]) and _driven(doc, sentence, term.i, 4)
        told = alone or person or (article and (thing or vehicle))
        return Act("collision", 1, term.i, min(sentence.j, term.j + 1)) if told else None
    into = last in ("into", "with", "through", "off")
    moving = moving and (last != "overturned" or PRONOUNS.isdisjoint(before[-3:]))
    return Act("collision", 1, term.i, term.j) if moving or into or last in BARE_CRASH else None


def _driven(doc: Doc, sentence: Sentence, i: int, reach: int) -> bool:
    """Whether a vehicle, or who drives one, is named among the ``reach`` tokens before token i."""
    near = range(max(sentence.i, i - reach), i)
    return any(doc.low[k] in RIDERS or _is_vehicle(doc, k, sentence) for k in near)


def _blow(doc: Doc, sentence: Sentence, j: int) -> int | None:
    """Where a blow to a person at token j is told, with what or where on the body: "hit him over the head"."""
    low = doc.low
    k = j + (low[j : j + 1] in (["a"], ["the"]))
    if k >= sentence.j or low[k] not in STRUCK:
        return None
    by = low[k + 1 : min(sentence.j, k + 6)]
    hit = by[:2] in (["with", "a"], ["with", "an"])
    hit = hit or (by[:1] in (["in"], ["on"], ["over"]) and not BODY.isdisjoint(by))
    return min(sentence.j, k + 3) if hit else None


def _doer(doc: Doc, sentence: Sentence, term: Term) -> Act | None:
    """What burglars, thieves or gunmen did: "burglars drove a car through the front of a shop"."""
    low = doc.low
    k = term.j
    while k < min(sentence.j, term.j + 4) and (low[k] in ADVERBS or low[k] in ("who", "had", "armed")):
        k += 1
    before = low[max(sentence.i, term.i - 2) : term.i]
    if before[-1:] == ["by"] and before[0] in SUFFERED:  # "two homes were hit by burglars"
        be = term.i - 3
        number, i = _sufferers(doc, sentence, be, term.row["kind"]) if be > sentence.i else (None, term.i)
        return Act(term.row["kind"], number or 1, min(i, term.i - 2), term.j)
    if k >= sentence.j or low[k] not in DEED or "these" in before or "other" in before:
        return None
    broke = term.row["kind"] == "theft" and not RAM.isdisjoint(low[k : min(sentence.j, k + 8)])
    return Act("burglary" if broke else term.row["kind"], 1, term.i, k + 1)


def _taking(doc: Doc, sentence: Sentence, term: Term) -> Act | None:
    """A theft told by its place: "a generator stolen from a building site", "stole 14 bikes from a showroom"."""
    low = doc.low
    if vehicles := _vehicles(doc, sentence, term):
        return vehicles
    follows = low[term.j] if term.j < sentence.j else "."
    if low[term.i : term.j] == ["stolen"] and low[term.i - 1] not in BE and follows not in WHERE:
        return None  # "two stolen bikes were recovered from a garage"
    had = low[term.i] == "been" and low[term.i - 1] != "had"
    before = low[max(sentence.i, term.i - 3) : term.i]
    if had or not REPORTED.isdisjoint(before) or before[-1:] in (["a"], ["the"], ["of"], ["to"]):
        return None
    at = next((k for k in range(term.j - 1, min(sentence.j - 2, term.j + 12)) if low[k] in ("from", "of", ".", ";")), 0)
    if not at or low[at] not in ("from", "of") or low[at + 1] not in ("a", "an"):
        return None
    for k in range(at + 2, min(sentence.j, at + 6)):
        hit = object_at(low, k, sentence.j)
        if hit and not TAKEN_FROM.isdisjoint(hit[1]) and low[hit[0] - 1] not in DWELLINGS:
            return Act("theft", 1, term.i, hit[0])
        if low[k] in WHERE or low[k] in CLAUSE:
            break
    return None


def _vehicles(doc: Doc, sentence: Sentence, term: Term) -> Act | None:
    """A theft for each of many vehicles: "stole 60 high-value cars", unless from one place or one load."""
    if doc.low[term.i] == "stolen" and doc.low[term.i - 1] == "were":
        number, i = _sufferers(doc, sentence, term.i - 1, "theft")
        parked = doc.low[i + 1] != "of" and any(_is_vehicle(doc, k, sentence) for k in range(i, term.i))
        parked = parked and number is not None and OTHER_CRIMES.isdisjoint(doc.low[term.j : sentence.j])
        return Act("theft", number, i, term.j) if parked else None
    value = doc.value_at.get(term.j) if doc.low[term.i] == "stole" and term.j < sentence.j else None
    if value is None or value.kind != "number" or not value.whole or value.whole < 2:
        return None
    end = next((k for k in range(value.j, min(value.j + 4, sentence.j)) if _is_vehicle(doc, k, sentence)), None)
    after = doc.low[end + 1 : min(sentence.j, end + 4)] if end is not None else []
    if end is None or not plural(doc.low[end]) or after[:2] in (["from", "a"], ["from", "an"], ["from", "the"]):
        return None
    return Act("theft", value.whole, term.i, end + 1, value.modifier)


READERS = {"verb": _clause, "act": _act, "crash": _crash, "doer": _doer, "taking": _taking}


def _is_vehicle(doc: Doc, k: int, sentence: Sentence) -> bool:
    hit = object_at(doc.low, k, sentence.j)
    return (hit is not None and "vehicle" in hit[1]) or doc.low[k] in ("driver", "rider", "tram", "train")


def _is_place(doc: Doc, k: int, sentence: Sentence) -> bool:
    """Whether a building or vehicle is named at token k: each is an event of its own, as people are not."""
    hit = object_at(doc.low, k, sentence.j)
    return hit is not None and not PLACE.isdisjoint(hit[1])


def _sufferers(doc: Doc, sentence: Sentence, end: int, kind: str) -> tuple[int | None, int]:
    """How many suffered what a verb at token ``end`` tells, each a crime of its own; and where they are told.

    The number opens its clause ("Ten banks were held up", "Two cottages on Seacliff Drive were broken into").
    """
    low = doc.low
    if end - 1 >= sentence.i and low[end - 1] in ("both", "all") and kind == "overdose":
        return (2 if low[end - 1] == "both" else None), end - 1
    for value in reversed(sentence.values):
        if value.j > end or value.i < end - 12:
            continue
        opens = value.i == sentence.i or low[value.i - 1] in CLAUSE
        if value.kind != "number" or not value.whole or value.whole < 2 or not opens:
            continue
        between = low[value.j : end]
        if low[end : end + 1] == ["was"] or low[value.j] in WHERE:
            return None, end  # "aged 11 when their father was murdered"
        if not between or not CLAUSE.isdisjoint(word for word in between if word not in ("in", "of", "and")):
            return None, end
        if any(word in BE or word in ("who", "which", "men", "women") for word in between):
            return None, end
        people = kind in PEOPLE_COUNT or value.whole >= MANY
        places = any(_is_place(doc, k, sentence) for k in range(value.j, end))
        return (value.whole, value.i) if people or places else (None, end)
    for width in (1, 2, 3):
        hit = object_at(low, end - width, end) if end - width >= sentence.i else None
        if hit and hit[0] == end and not PLACE.isdisjoint(hit[1]):
            count = counted(doc, sentence, end - width, end)
            return (count.number, count.i) if (count.number or 0) > 1 else (None, end)
    return None, end


def _occasions(doc: Doc, sentence: Sentence, term: Term) -> Value | None:
    """How often: "held up security guards on five occasions"; a man stabbed twelve times is one stabbing."""
    if term.row["kind"] not in REPEATED:
        return None
    nouns = ("occasions",) if term.row["kind"] == "assault" else OFTEN
    return how_often(doc, sentence, term.j, term.j + 14, nouns)
