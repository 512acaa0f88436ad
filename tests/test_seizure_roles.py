"""Roles of seizures: what is a thing of its own, a part of another, a sum; and finds told without a verb of seizing."""

import pytest
from analysed import analysed

from beatbook.resolve.seizures import find


def told(text, country="GB"):
    """Each fact as "role item quantity"; the role only where it is not item."""
    doc = analysed(text, country=country)
    found = []
    for fact in find(doc):
        role = "" if fact.slots["role"] == "item" else fact.slots["role"]
        amount = fact.slots["quantity"] if fact.slots["quantity"] is not None else fact.slots["value"]
        found.append(" ".join(filter(None, (role, fact.slots["item"], "" if amount is None else f"{amount:g}"))))
    return found


ROLES = [
    # label, text, facts; the origin of each row: how releases are worded
    ("kinds named first, counted later",
     "Police recovered 13 weapons, including handguns and rifles.\n\nA warrant was executed at his flat. Nine handguns "
     "and four rifles were recovered.", ["total weapon 13", "handgun 9", "rifle 4"]),
    ("earlier entries of a passive list", "Ammunition used in the attack, and two pistols were found in a bin.",
     ["ammunition", "pistol 2"]),
    ("among so many, parts", "Among 40 weapons seized were 23 knives and four machetes.",
     ["weapon 40", "part knife 23", "part machete 4"]),
    ("a haul comprised all of its list", "The haul of 1,200 counterfeit goods comprised 700 handbags and 500 watches.",
     ["total counterfeit good 1200", "handbag 700", "watch 500"]),
    ("numbers of each kind", "Officers found 54 wraps of drugs: 30 of heroin and 24 of crack cocaine.",
     ["drugs 54", "part heroin 30", "part crack cocaine 24"]),
    ("two things valued together",
     "Officers seized:\n• 12,000 cigarettes\n• 38.5kg of hand-rolling tobacco\n• 2,960 disposable vapes\n\n"
     "The tobacco and vapes alone had a street value of £74,000.",
     ["cigarette 12000", "hand-rolling tobacco 38.5", "disposable vape 2960", "total tobacco and vapes 74000"]),
    ("so many of those that were stolen", "Agents recovered 19 of the 44 stolen firearms.", ["firearm 19"]),
    (
        "colon in one sentence: all of them",
        "Four firearms were recovered: two handguns, a rifle and a shotgun, as well as 400 rounds of ammunition.",
        ["firearm 4", "part handgun 2", "part rifle 1", "part shotgun 1", "round 400"],
    ),
    (
        "dashes: parts",
        "Police seized 31 firearms – 20 handguns, nine rifles, two shotguns – and 2,000 rounds of ammunition.",
        ["firearm 31", "part handgun 20", "part rifle 9", "part shotgun 2", "round 2000"],
    ),
    (
        "apposition that adds up: parts",
        "The search yielded two handguns, a Glock 22 and a Springfield XD, along with 84 rounds of ammunition.",
        ["handgun 2", "part glock 22 1", "part springfield xd 1", "round 84"],
    ),
    (
        "siblings after a comma: no parts",
        "Officers seized four cars, a jet ski, two motorcycles and a boat.",
        ["car 4", "jet ski 1", "motorcycle 2", "boat 1"],
    ),
    (
        "comprising: a sum",
        "Police seized 31 firearms, comprising 20 handguns, nine rifles and two shotguns.",
        ["total firearm 31", "handgun 20", "rifle 9", "shotgun 2"],
    ),
    (
        "kinds without amounts in brackets: a sum",
        "Police seized 61 dangerous weapons (knives and pangas).",
        ["total weapon 61", "knife", "panga"],
    ),
    (
        "next sentence goes on: parts",
        "Officers seized 24 weapons over the week. The haul included nine machetes and three swords.",
        ["weapon 24", "part machete 9", "part sword 3"],
    ),
    (
        "next sentence counts by a verb: parts",
        "Officers seized 24 weapons over the week. Nine were machetes and three were swords.",
        ["weapon 24", "part machete 9", "part sword 3"],
    ),
    (
        "a list of these: parts",
        "Officers seized 31 firearms during the week. Of these:\n- 20 were handguns\n- 9 were rifles\n- 2 shotguns",
        ["firearm 31", "part handgun 20", "part rifle 9", "part shotgun 2"],
    ),
    (
        "a full list of these: a sum",
        "Officers seized 31 firearms during the week.\n\nThese comprised:\n- 20 handguns\n- 9 rifles\n- 2 shotguns",
        ["total firearm 31", "handgun 20", "rifle 9", "shotgun 2"],
    ),
    (
        "a list under two things: parts of each",
        "Officers seized drugs and weapons, including:\n\n- three machetes\n- 2kg of cannabis\n- a baseball bat",
        ["drugs", "weapon", "part machete 3", "part cannabis 2", "part baseball bat 1"],
    ),
    (
        "the definite word hands its parts on",
        "Agents seized more than 60 pounds of drugs.\n\nThe drugs seized include:\n- 31 pounds of methamphetamine\n"
        "- 20 pounds of marijuana",
        ["drugs 60", "part methamphetamine 31", "part cannabis 20"],
    ),
    (
        "predicate names the part",
        "Police seized 31 firearms. 20 of the firearms were handguns and two were shotguns.",
        ["firearm 31", "part handgun 20", "part shotgun 2"],
    ),
    (
        "money of it: a part",
        "Cash totalling £86,000 was recovered from three addresses, £50,000 of it in Leeds.",
        ["cash 86000", "part cash 50000"],
    ),
    (
        "a sum over later sentences",
        "Police have recovered 31 guns.\n\nIn the first raid officers found 14 shotguns. The second turned up 11 "
        "rifles. A further six pistols were discovered in a container.",
        ["total gun 31", "shotgun 14", "rifle 11", "pistol 6"],
    ),
]

FINDS = [
    ("headed fragment", "Police raided a flat on Friday. In the bedroom: a Glock 19, two magazines and £900.",
     ["glock 19 1", "magazine 2", "cash 900"]),
    ("place and nothing else", "Officers searched the barn. Beneath it, in a sack, a machine gun and a shotgun.",
     ["machine gun 1", "shotgun 1"]),
    ("existential", "Officers searched a yard. There were forty cartridges on a dashboard.", ["cartridge 40"]),
    ("completed the haul", "Two vans, a jammer and 40 phones completed the haul.", ["van 2", "jammer 1", "phone 40"]),
    ("haul completed by", "The haul was completed by a crossbow and three machetes.", ["crossbow 1", "machete 3"]),
    ("came to light", "Two silencers and 614 rounds came to light in a lock-up.", ["silencer 2", "round 614"]),
    ("gave up", "A suitcase left on the train gave up 7.2 kilos of cannabis.", ["cannabis 7.2"]),
    ("took in", "The buyback took in 288 firearms and a crossbow.", ["firearm 288", "crossbow 1"]),
    ("elliptical count", "Police linked the gang to eleven guns. Eight have been recovered.", ["gun 8"]),
    ("six more", "Officers found three pistols in a bag and six more in a drawer.", ["pistol 3", "pistol 6"]),
    ("both", "Officers stopped two cars on the A66. Both were seized.", ["car 2"]),
    ("relative clause in the list", "Officers seized three pistols that had been altered in a shed, and 11 barrels.",
     ["pistol 3", "barrel 11"]),
    ("number behind", "Officers found life jackets numbering 434 and seized body armour x2.",
     ["life jacket 434", "body armour 2"]),
    ("calibre alone", "Officers searching the house found a loaded .22 in the loft.", ["firearm 1"]),
    ("converted", "They seized a blank-firing pistol converted to fire live rounds.", ["blank-firing pistol 1"]),
    ("single entries of a list", "Police seized:\n- handgun, prohibited\n- pump-action shotgun\n- ammunition",
     ["handgun 1", "pump-action shotgun 1", "ammunition"]),
    ("dotted rows", "The search yielded:\nWatches (Omega, Tudor) ........ 23\nFirearms ........ 4",
     ["watch 23", "firearm 4"]),
    ("results that nothing introduces", "• 31 firearms\n• 14 stolen trailers\n• 300 rounds of ammunition\n• a jet ski",
     ["firearm 31", "trailer 14", "round 300", "jet ski 1"]),
    ("weight told later", "Officers found cannabis in two parcels. The illicit drugs weighed over 4.1kgs.",
     ["cannabis 4.1"]),
    ("tested positive", "Officers found a brown powder, which tested positive for heroin.", ["heroin 1"]),
    ("a contact above the release",
     "CONTACT: Jane Roe\n\nPolice in Hull seized 12 firearms and 300 rounds of ammunition during raids on Friday.",
     ["firearm 12", "round 300"]),
]

NONE = [
    ("healing", "He is recovering in hospital with broken ribs."),
    ("pulled in a crime", "The man pulled out a gun and demanded money."),
    ("people detained", "A man with a knife was detained by shoppers."),
    ("trained to find", "The dogs are trained to find drugs, firearms and tobacco."),
    ("prices", "Participants received $100 a handgun in grocery cards."),
    ("people counted", "Police arrested 14 people. Eight have been released."),
    ("a headline under related stories",
     "Man jailed for fraud\n\nHe was jailed for two years on Monday at the court.\n\nThe judge said it was grave.\n\n"
     "RELATED STORIES\nThree firearms recovered in Salford\n"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{i} [wording]") for i, t, e in ROLES])
def test_roles(text, expected):
    """Items, parts and sums, by how the text sets them out."""
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{i} [wording]") for i, t, e in FINDS])
def test_finds(text, expected):
    """Finds told without a verb of seizing, in fragments, lists and figures behind the thing."""
    assert told(text) == expected


@pytest.mark.parametrize("text", [pytest.param(t, id=f"{i} [no match]") for i, t in NONE])
def test_no_finds(text):
    """Wordings near to those above that tell of no seizure."""
    assert told(text) == []
