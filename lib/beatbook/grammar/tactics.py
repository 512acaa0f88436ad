"""What police did, as told by verbs: "raided two flats", "a car was stopped", "staff at 43 shops were spoken to"."""

from typing import NamedTuple

from beatbook.grammar.counting import Count, plural
from beatbook.grammar.stops import ON_WHEELS, POWERS, RED_LIGHT, SEARCHED, carrying, stopped_before, stopped_person
from beatbook.grammar.tactic_words import Senses, object_at, verb_at, verbs
from beatbook.grammar.undergone import (
    WARRANT,
    Undergone,
    fronted,
    objects,
    places_ahead,
    pronoun,
    reduced,
    subjects,
    under_warrant,
)
from beatbook.grammar.windows import near
from beatbook.language.document import Doc, Sentence

BE = frozenset("was were been being is are".split())
UNREAL = frozenset(
    "will would could can may might should must cannot to if whether unless please not never without n't wasn't "
    "weren't didn't hope hopes plan plans planning intend intends failed fails refused refusing tried trying "
    "attempted attempting attempts".split()
)
REALISED = frozenset("managed able led on helped began started went proceeded continued".split())  # "managed to stop"
# "used road spikes to stop a car", "went to a flat to execute a warrant"
MEANS = frozenset(
    "conducted mounted launched raided used using deployed utilised attended went arrived returned raids raid "
    "visited fanned".split()
)
GAVE = frozenset("gave given giving granted obtained received got gained with".split())
INFINITIVE = frozenset("be have also carry conduct execute make serve hold".split())
ADVERBS = frozenset(
    "also then later subsequently simultaneously currently already recently both all each initially safely "
    "successfully eventually finally quickly swiftly".split()
)
OFFICERS = frozenset(
    "officer officers police team teams cadets pcso pcsos deputies troopers trooper staff they gardaí gardai garda "
    "detective detectives volunteers constables constable we members agents agent sergeant inspector neighbourhood "
    "investigators squad authorities customs enforcement marshals met fbi dea atf hsi nca ncb saps hawks sleuths "
    "cops pcs sheriff's sheriff wardens inspectors personnel rangers patrol unit units force forces department "
    "constabulary pc sgt dc ds di dci supt insp det corporal lieutenant captain coastguard guard navy crew cbp "
    "soldiers operatives guards deputy policemen".split()
)
NOT_POLICE = frozenset(
    "he she defendant defendants accused gunman gunmen attackers suspect driver suspects burglars robbers thieves "
    "raiders victim i".split()
)
NOT_VERB_AFTER = NOT_POLICE | frozenset("a an the his her their of 's".split())  # "a stopped bus", "of searching"
HELPERS = frozenset("prosecutors attorneys wardens ambassadors specialists cadets".split())
WEAPONS = frozenset("weapon weapons knife knives blades guns".split())
COURT = frozenset("magistrates court judge judges magistrate sheriff padlock closure nuisance".split())
JUDGES = frozenset("magistrates judge judges magistrate".split())
CHECKED = frozenset("check checks inspection inspections examination screening".split())
TO_STOP = frozenset("stop pull halt".split())
STOPPED = frozenset("stop halt standstill".split())
PURSUIT = frozenset(
    "stopped pursuit chase chased crash crashed fled sped pulled lights collided arrested footprints dog".split()
)
OWN = frozenset("his her their my our".split())
ENTERED = frozenset("entered entering hit reached".split())
WATCHING = frozenset("followed tracked watched".split())  # what is done in pursuits as well
LASTED = frozenset(
    "hours days weeks months nights period transaction transactions deal deals handover exchange".split()
)
LISTENING = frozenset("monitored tapped bugged wiretapped".split())  # nobody else does it
# a vehicle that may stand still
LOOKED_INTO = ("search", "inspect", "examin", "screen", "check", "board", "dipp", "sampl", "weigh")
RAIDS = frozenset("raids raid swoops swoop searches".split())
RAIDED = frozenset(("raided", "raiding", "raid"))
BASE_REACH = 10
MANY_CALLS = 5
ON_THEM = frozenset(("person", "possession", "pockets", "pocket", "waistband", "him", "her"))
GANG = frozenset("gang group crew ring network syndicate robbers thieves".split())
GATHERED = frozenset("fanned deployed gathered assembled mobilised mobilized spread".split())
FOUND = frozenset("discovered found recovered seized located uncovered saw laid".split())
ARRESTED = frozenset("arrested arrest custody detained".split())
CONTRABAND = frozenset(
    "cannabis plants growing set-up farm factory drugs cocaine heroin cash firearm firearms weapons gun guns "
    "cultivation grow narcotics tobacco cigarettes counterfeit methamphetamine fentanyl ammunition pistol "
    "pistols rifle "
    "rifles shotgun shotguns revolver revolvers handgun handguns lab laboratory".split()
)
WARNING = frozenset(("warning", "warnings"))
LIQUOR = frozenset("outlet outlets shebeen shebeens tavern taverns brothel brothels".split())  # police close them
BUYERS = frozenset("cadets cadet volunteers decoys decoy teenagers teenager".split())


class Deed(NamedTuple):
    """A verb with its object: what it is (a tactic), how many, and the tokens [i, j) that state it."""

    tactic: str
    count: Count  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    i: int
    j: int
    object: str
    verb: int


def deeds(doc: Doc, sentence: Sentence) -> list[Deed]:
    """The verbs with objects of one sentence, in order."""
    low, behind = doc.low, sentence.i
    found: list[Deed] = []
    opening = verbs()
    if opening.keys().isdisjoint(low[sentence.i : sentence.j]):
        return found
    for at in range(sentence.i, sentence.j):
        if low[at] not in opening or at < behind or not (verb := verb_at(low, at, sentence.j)):
            continue
        behind, form, senses = verb
        where = near(sentence, at)
        if form != "base" or _base_reports(doc, where, at, behind):
            found += _deeds(doc, where, at, behind, senses)
    return found


def unreal(doc: Doc, sentence: Sentence, i: int) -> bool:
    """Whether the verb at token i is planned, hoped for, possible or negated."""
    for token in range(i - 1, max(sentence.i, i - 12) - 1, -1):
        word = doc.low[token]
        if word in ("will", "would", "plan", "plans"):
            return True
        if word in (",", ";", "who", "which", "that", "after", "when", "but"):
            break
    for token in range(i - 1, max(sentence.i, i - 5) - 1, -1):
        word = doc.low[token]
        if word == "to" and token + 1 < i and doc.low[token + 1] not in INFINITIVE:
            continue  # "linked to the gang were raided"
        if word in UNREAL or word.endswith("n't"):
            return not (word == "to" and _realised(doc, sentence, token))
        if word in (",", ";", "and", "who", "which", "that", "after", "by", "when"):
            return False
    return False


def _realised(doc: Doc, sentence: Sentence, to: int) -> bool:
    """Whether "to" before a verb follows what came about: "managed to stop", "used road spikes to stop"."""
    before = doc.low[max(sentence.i, to - 4) : to]
    consent = before[-1:] in (["consent"], ["permission"]) and not GAVE.isdisjoint(before)
    return consent or doc.low[to - 1] in REALISED or not MEANS.isdisjoint(doc.low[max(sentence.i, to - 7) : to])


def _base_reports(doc: Doc, sentence: Sentence, i: int, j: int) -> bool:
    """Whether a verb's base form reports: "Police raid two flats", "saw officers visit 42 schools"."""
    low = doc.low
    before = low[max(sentence.i, i - BASE_REACH) : i]
    if not before or (j < sentence.j and low[j] in ("of", "on", "in", "at", ".", ",")):
        return False
    if before[-1] == "to":
        return _realised(doc, sentence, i - 1)
    k = i - 1
    while k > sentence.i and low[k] in ADVERBS:
        k -= 1
    if low[k] in OFFICERS and low[k] not in ("they", "we", "members") and sentence.kind == "heading":
        return True
    if before[-1] == "and" and not GATHERED.isdisjoint(before) and "to" in before:
        return not OFFICERS.isdisjoint(low[sentence.i : i])  # "fanned out to serve warrants and search nine sites"
    saw = not {"saw", "seen", "sees", "helped", "had"}.isdisjoint(low[sentence.i : i])
    return saw and not OFFICERS.isdisjoint(low[sentence.i : i]) and (low[k] in OFFICERS or low[k] in (",", "and"))


def _deeds(doc: Doc, sentence: Sentence, i: int, j: int, senses: Senses) -> list[Deed]:
    low = doc.low
    noun = low[j - 1] in ("of", "with") and j - i > 1  # "the search of 4,000 people"
    if unreal(doc, sentence, i) or (i > sentence.i and not noun and low[i - 1] in NOT_VERB_AFTER):
        return []
    if low[i - 1] in BE and low[i].endswith("ing") and i - 2 >= sentence.i and low[i - 2] in NOT_POLICE:
        return []  # "he was talking to a girl"
    if not noun and _accused(doc, sentence, i):
        return []
    if low[i] in ("pulled", "pulling", "pull") and j == i + 1 and {"over", "off"}.isdisjoint(low[j + 1 : j + 9]):
        return []
    if senses[0].objects == "any":
        return [Deed(senses[0].tactic, Count(None, "exact", i, j), i, j, low[i], i)]
    senses = _by_cuckooing(doc, sentence, senses)
    back = i - 1
    while back > sentence.i and (low[back] in ADVERBS or low[back].endswith("ly")):
        back -= 1
    passive = back >= sentence.i and low[back] in BE and not low[i].endswith("ing")
    if not passive and (be := _coordinated(doc, sentence, i)) is not None and not objects(doc, sentence, j, senses):
        back, passive = be, True
    if passive:
        things = subjects(doc, sentence, back, senses) or pronoun(doc, sentence, back, senses)
    else:
        things = objects(doc, sentence, j, senses)
        if not things:
            told = reduced(doc, sentence, i, j, senses)
            things, passive = ([told], True) if told else ([], False)
        if not things and low[i] in ("searched", "raided"):
            things = fronted(doc, sentence, i, senses)
    things = [thing for thing in things if _done_by_police(doc, sentence, i, j, thing, passive)]
    if not things and not passive and low[i] in RAIDED and j == i + 1:
        things = _whatever(doc, sentence, j, senses)
    found = [_deed(doc, sentence, i, j, thing) for thing in things]
    if not things and i > sentence.i and low[i - 1] == "," and low[i] in ("entered", "searched", "raided"):
        end = under_warrant(doc, sentence, j)  # "a farmhouse at Lydd, entered under warrant on Tuesday"
        if end and end <= j + 4:
            return [Deed("warrant", Count(1, "exact", i, end), i, end, low[i], i)]
    one = found[0] if found else None
    on_wheels = one is not None and low[i] == "searched" and one.object in ON_WHEELS
    if one is None or (j == i + 1 and (on_wheels or one.tactic == "stop_and_search")):
        person = stopped_person(doc, sentence, i, j, back if passive and low[back] in BE else None, senses)
        if person:
            found = [Deed(person.tactic, person.count, person.i, person.j, low[i], i)]
    return [deed for deed in found if not _plain(doc, sentence, deed)]


def _accused(doc: Doc, sentence: Sentence, i: int) -> bool:
    """Whether the verb at token i tells what somebody is accused of: "accused of … and stopping their vehicle"."""
    before = doc.low[sentence.i : i]
    if "accused" not in before:
        return False
    at = before.index("accused")
    return before[at + 1 : at + 2] == ["of"] and OFFICERS.isdisjoint(before[at:])


def _coordinated(doc: Doc, sentence: Sentence, i: int) -> int | None:
    """The "was" that a participle shares with one before it: "the car was identified, stopped and searched"."""
    if i - 2 <= sentence.i or doc.low[i - 1] not in ("and", ","):
        return None
    k = i - 1
    while k > max(sentence.i, i - 7) and (
        doc.low[k] in ("and", ",") or doc.low[k] in ADVERBS or doc.low[k].endswith("ed")
    ):
        k -= 1
    return k if doc.low[k] in BE and k < i - 2 else None


def _whatever(doc: Doc, sentence: Sentence, j: int, senses: Senses) -> list[Undergone]:
    """What was raided is a place, whatever it is called: "raided a snooker hall", "raided 14 massage bars"."""
    value = doc.value_at.get(j)
    numbered = value if value is not None and value.i == j and value.kind in ("number", "vague") else None
    if j >= sentence.j or not (doc.low[j] in ("a", "an", "the") or numbered):
        return []
    house = numbered and numbered.j < sentence.j and doc.raw[numbered.j][0].isupper()  # "raided 1341 Elm Street"
    number = 1 if house or not numbered else numbered.whole
    count = Count(number, numbered.modifier if numbered else "exact", j, j + 1)
    return [Undergone(senses[0], count, j, j + 1, doc.low[j])]


def _by_cuckooing(doc: Doc, sentence: Sentence, senses: Senses) -> Senses:
    """The senses of a verb; visits are welfare visits where the sentence tells of cuckooing."""
    if not any(sense.tactic in ("welfare_visit", "engagement") for sense in senses):
        return senses
    cuckooing = any(word.startswith("cuckoo") for word in doc.low[sentence.i : sentence.j])
    return [
        sense._replace(tactic="welfare_visit") if cuckooing and sense.tactic == "engagement" else sense
        for sense in senses
        if sense.tactic != "welfare_visit" or sense.objects == "vulnerable" or cuckooing
    ]


def _done_by_police(doc: Doc, sentence: Sentence, i: int, j: int, thing: Undergone, passive: bool) -> bool:
    """Whether the one who must do what the verb says is named: burglars enter houses too, pupils visit schools."""
    doer = thing.sense.doer
    if not doer or (sentence.kind != "prose" and doer != "stopping"):
        return True
    before, after = doc.low[sentence.i : i], doc.low[j : sentence.j]
    helpers = doer == "staff" and not HELPERS.isdisjoint(before)
    police = helpers or not OFFICERS.isdisjoint(before) or any(
        word.isupper() and 1 < len(word) < 6 for word in doc.raw[max(sentence.i, i - 3) : i]
    )
    if doer == "court":
        return thing.head in LIQUOR or _by_court(doc, sentence)
    if doer == "stopping":
        rest = doc.low[thing.j : min(sentence.j, thing.j + 8)]
        asked = "to" in rest and not TO_STOP.isdisjoint(rest[rest.index("to") :])
        asked = asked or ("for" in rest and not CHECKED.isdisjoint(rest))
        return police and (asked or ("a" in rest and not STOPPED.isdisjoint(rest)))
    if passive:
        by_police = "by" in after and not OFFICERS.isdisjoint(after)
        raided = not RAIDS.isdisjoint(after)  # "30 addresses were targeted in dawn raids"
        return doer == "staff" or by_police or raided or not WARRANT.isdisjoint(after) or doc.low[i] in LISTENING
    return police


def _by_court(doc: Doc, sentence: Sentence) -> bool:
    """Whether a court or its order closes a place: "magistrates closed the shop", "sealed by court order"."""
    words = doc.low[sentence.i : sentence.j]
    return not COURT.isdisjoint(words) and ("order" in words or "orders" in words or not JUDGES.isdisjoint(words))


def _deed(doc: Doc, sentence: Sentence, i: int, j: int, thing: Undergone) -> Deed:
    """The deed that a verb at [i, j) tells of one thing."""
    tactic, count = thing.sense.tactic, thing.count
    end = max(j, thing.j)
    talked = thing.sense.objects == "audience" or thing.head == "doors"  # "knocked on doors at 22 motels"
    if thing.sense.objects == "shop" and _to_buy(doc, sentence, end):
        tactic = "test_purchase"
    if tactic == "engagement" and thing.sense.objects == "resident" and under_warrant(doc, sentence, end):
        tactic = "premises_search"  # "a dozen homes were visited under warrant"
    if tactic == "premises_search":
        warrant = under_warrant(doc, sentence, end)
        if warrant:
            tactic, end = "warrant", warrant
        elif _acting_on_warrant(doc, sentence, i):
            tactic = "warrant"
        if count.number is None and _named(doc, thing):
            count = count._replace(number=1)
    elif tactic == "surveillance" and ((count.number or 0) < 2 or thing.sense.objects != "traffic"):
        count = count._replace(number=None, modifier="exact")
    elif tactic == "engagement" and count.number is None and talked:
        of = doc.value_at.get(thing.j + 1) if doc.low[thing.j : thing.j + 1] == ["of"] else None
        if of is not None and of.kind == "number":
            return Deed(tactic, Count(of.whole, of.modifier, thing.i, of.j), min(i, thing.i), of.j, thing.head, i)
        places = places_ahead(doc, sentence, thing.j)  # "spoke to staff at 43 shops"
        if places:
            count, end = places._replace(i=thing.i), max(end, places.j)
    return Deed(tactic, count, min(i, thing.i), end, thing.head, i)


def _to_buy(doc: Doc, sentence: Sentence, j: int) -> bool:
    """Whether young or planted customers visit shops: "shops visited by cadets to try and buy a blade"."""
    words = doc.low[sentence.i : sentence.j]
    bought = not BUYERS.isdisjoint(words) and not {"buy", "purchase", "buying"}.isdisjoint(words)
    return bought or (doc.low[j : j + 1] == ["to"] and "test" in doc.low[j : min(sentence.j, j + 6)])


def _named(doc: Doc, thing: Undergone) -> bool:
    """Whether a place is told by its name: "raided Moss Lane Farm"."""
    at = thing.j - 1
    return doc.raw[at][0].isupper() and doc.raw[at - 1][0].isupper() and not plural(thing.head)


def _acting_on_warrant(doc: Doc, sentence: Sentence, i: int) -> bool:
    """Whether those who search before token i act on a warrant: "police acting on a warrant searched a house"."""
    for k in range(i - 1, max(sentence.i, i - 8), -1):
        if doc.low[k] in (".", ";", "and", "where"):
            return False
        if doc.low[k] in WARRANT:
            led = doc.low[max(sentence.i, k - 12) : k]
            return not {"acting", "armed", "under", "with"}.isdisjoint(led) and "arrest" not in led
    return False


def _plain(doc: Doc, sentence: Sentence, deed: Deed) -> bool:
    """Whether a deed is none that is counted: a search after an arrest is no stop and search."""
    low, verb = doc.low, deed.verb
    if deed.tactic in PLAIN:
        return PLAIN[deed.tactic](doc, sentence, deed)
    if deed.tactic == "weapon_sweep" and low[verb] != "swept":
        return WEAPONS.isdisjoint(low[sentence.i : sentence.j])
    if deed.tactic == "premises_search" and deed.count.definite and (low[verb] in ENTERED or deed.object == "estate"):
        following = doc.sentences[sentence.index + 1 : sentence.index + 2]
        after = low[verb : following[0].j if following else sentence.j]
        return FOUND.isdisjoint(after) or CONTRABAND.isdisjoint(after)  # where something had happened
    if low[verb : verb + 2] == ["called", "to"] and (low[verb - 1] in BE or (deed.count.number or 0) < MANY_CALLS):
        return True  # "were called to a house"
    if deed.tactic != "engagement":
        return False
    if not WARNING.isdisjoint(low[verb : min(sentence.j, verb + 9)]):
        return True  # "were spoken to and given Section 59 warnings"
    return deed.count.number == 1 and low[deed.count.i] in OWN  # "knocked on her door"


def _plain_halt(doc: Doc, sentence: Sentence, deed: Deed) -> bool:
    """Whether a vehicle that stopped was not stopped by police, or was only looked into."""
    low, verb = doc.low, deed.verb
    if low[deed.count.i] in OWN and OFFICERS.isdisjoint(low[sentence.i : verb]) and low[verb - 1] not in BE:
        return True  # "he stopped his car"
    if not RED_LIGHT.isdisjoint(low[verb + 1 : verb + 6]):
        return "at" in low[verb + 1 : verb + 3]
    if not {"police", "patrol"}.isdisjoint(low[verb + 1 : deed.j - 1]) and "over" not in low[verb : verb + 2]:
        return True  # "flagged down a police car"
    return low[verb].startswith(LOOKED_INTO) and (deed.count.number or 0) < 3


def _plain_pursuit(doc: Doc, sentence: Sentence, deed: Deed) -> bool:
    """Whether somebody was followed by a gang, or in a pursuit; or a verb is part of a thing's name."""
    low, verb = doc.low, deed.verb
    if not GANG.isdisjoint(low[max(sentence.i, verb - 3) : verb]):
        return True  # "members of the group followed drivers home"
    if low[verb].startswith("observ") and LASTED.isdisjoint(low[verb : min(sentence.j, verb + 16)]):
        return True  # "observed a vehicle speeding"
    pursued = low[verb] in WATCHING and not PURSUIT.isdisjoint(low[sentence.i : sentence.j])
    return pursued or low[verb + 1 : verb + 2] in (["device"], ["devices"], ["bracelet"], ["system"])


def _plain_search(doc: Doc, sentence: Sentence, deed: Deed) -> bool:
    """Whether a person was stopped and not searched, or searched and not stopped."""
    low, verb = doc.low, deed.verb
    words, after = low[sentence.i : sentence.j], low[verb : sentence.j]
    found_on = not FOUND.isdisjoint(after) and not ON_THEM.isdisjoint(after)
    if low[verb] in ("stopped", "intercepted") and "and" not in low[verb + 1 : verb + 2]:  # "stopped two … searched"
        if found_on or carrying(doc, sentence, verb):
            return False  # "stopped a man and found ketamine on him"
        following = doc.sentences[sentence.index + 1 : sentence.index + 2]
        searched = words + [word for other in following for word in low[other.i : other.j]]
        unsearched = SEARCHED.isdisjoint(searched) and POWERS.isdisjoint(words) and "act" not in words
        return unsearched or any(
            "vehicle" in hit[1] for k in range(sentence.i, sentence.j) if (hit := object_at(low, k, sentence.j))
        )
    if not POWERS.isdisjoint(low[verb : verb + 8]):
        return False  # "was searched under section 60"
    if found_on and low[deed.count.i] in ("a", "an") and ARRESTED.isdisjoint(words):
        return False  # "searched a youth and found a knife in his waistband"
    least = 3 if low[verb + 1 : verb + 2] == ["of"] else 2
    few = low[verb].startswith("search") and (deed.count.number or 0) < least
    return few and "stopped" not in words and not stopped_before(doc, sentence, min(verb, deed.i))


PLAIN = {"vehicle_stop": _plain_halt, "surveillance": _plain_pursuit, "stop_and_search": _plain_search}
