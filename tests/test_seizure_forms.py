"""Seizures told by their form: numbers behind what they count, hiding places, bare participles, shares."""

import pytest
from analysed import analysed

from beatbook.resolve.seizures import find


def told(text, country="GB"):
    """(item, quantity or value, role) of each fact."""
    found = [fact.slots for fact in find(analysed(text, country))]
    return [(one["item"], one["value"] if one["quantity"] is None else one["quantity"], one["role"]) for one in found]


FOUND = [
    ("Officers seized air rifles, 12; crossbows, 3; and knives, 140.",
     [("air rifle", 12, "item"), ("crossbow", 3, "item"), ("knife", 140, "item")], "number behind a comma"),
    ("Seized: mobile phones of various makes (14 nos.), laptops (5) and a car (01).",
     [("mobile phone", 14, "item"), ("laptop", 5, "item"), ("car", 1, "item")], "number in a bracket"),
    ("Seizures:\n- Laptops of the suspects: 14\n- Watches by various makers – 6\n- Vehicles held in store – 9",
     [("laptop", 14, "item"), ("watch", 6, "item"), ("vehicle", 9, "item")],
     "what describes a thing before its number"),
    ("Officers recovered heroin, wrapped in foil and weighing 300 grams.", [("heroin", 300, "item")],
     "participles before a weight"),
    ("Police seized cocaine to the tune of 2.5kg.", [("cocaine", 2.5, "item")], "to the tune of"),
    ("Police recovered ecstasy tablets to the number of 400.", [("MDMA", 400, "item")], "to the number of"),
    ("Police seized 2,000 ‘Camel’ and ‘Royal Fleet’ cigarettes.", [("camel royal fleet cigarette", 2000, "item")],
     "makes in quotes"),
    ("Seizures:\n• 'Speed': about 64g\n• 'Ecstasy': 41 tablets\n• tramadol, roughly 900 tablets",
     [("amphetamine", 64, "item"), ("MDMA", 41, "item"), ("tramadol", 900, "item")], "labels in quotes"),
    ("He was stopped in Hull. A crowbar and two ferrets were in the boot, and £800 lay in the footwell.",
     [("crowbar", 1, "item"), ("ferret", 2, "item"), ("cash", 800, "item")], "in a hiding place"),
    ("He was held. A lock knife that did not belong to him was down his sock.", [("lock knife", 1, "item")],
     "hiding place behind a relative clause"),
    ("Detectives searched a flat. A tablet and £650 were also taken.", [("tablet", 1, "item"), ("cash", 650, "item")],
     "merely taken, at a search"),
    ("Police also took three shotguns, one of which had been stolen, and £4,000.",
     [("shotgun", 3, "item"), ("shotgun", 1, "part"), ("cash", 4000, "item")], "taken by the police"),
    ("A pistol was found. A lathe and a drill have been sent for testing. So has what is believed to be a silencer.",
     [("pistol", 1, "item"), ("lathe", 1, "item"), ("drill", 1, "item"), ("silencer", 1, "item")], "sent off; so was"),
    ("They have had £40,000 of it frozen.", [("cash", 40000, "item")], "had it frozen"),
    ("The BMW stands forfeited.", [("bmw", 1, "item")], "stands forfeited"),
    ("Officers kept 40 guns and 3kg of heroin out of the hands of gangs.", [("gun", 40, "item"), ("heroin", 3, "item")],
     "kept out of"),
    ("Troopers found on the driver 40 wraps of heroin.", [("heroin", 40, "item")], "person before the thing"),
    ("Impoundments stood at 96 vehicles.", [("vehicle", 96, "item")], "noun and sum"),
    ("The day led to the removal of 33 guns. The guns comprised 17 rifles and 16 shotguns.",
     [("gun", 33, "total"), ("rifle", 17, "item"), ("shotgun", 16, "item")], "what it comprised"),
    ("Agents seized 63 guns, a carbine among them.", [("gun", 63, "item"), ("carbine", 1, "part")], "among them"),
    ("Officers seized heroin, 21kg, of which 6kg was dissolved in oil.",
     [("heroin", 21, "item"), ("heroin", 6, "part")], "of which so much"),
    ("Seized from the parcels:\n• 60 grams of ketamine – €3,600\n• 900 diazepam tablets – €1,800",
     [("ketamine", 60, "item"), ("diazepam", 900, "item")], "price behind a dash"),
    ("We seized 1.3kg of heroin, a Class A drug, and a car.", [("heroin", 1.3, "item"), ("car", 1, "item")],
     "class told behind a drug"),
    ("Police seized three 20-litre reaction vessels and 5-litre jerry cans (six).",
     [("reaction vessel", 3, "item"), ("jerry can", 6, "item")], "a size before a thing"),
    ("Police seized 900 ‘Marlboro’ and ‘Royal Fleet’ cigarettes.", [("marlboro royal fleet cigarette", 900, "item")],
     "brands in quotes"),
    ("• 19 firearms recovered, including 4 reported stolen", [("firearm", 19, "item"), ("firearm", 4, "part")],
     "reported stolen"),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row[:2], id=row[2]) for row in FOUND])
def test_form(text, expected):
    assert told(text) == expected


NOTHING = [
    ("Forty people were searched. Eight of those were given cautions for knives.", "people counted"),
    ("The fraud came to light in May.", "what came to light is no thing"),
    ("Officers took away eleven Malaysians from two flats.", "people by their nation"),
    ("The victim was in the bedroom. A woman and two children were in the kitchen.", "people in a room"),
    ("The handbag, with £400 in it, was stolen while the owner was in the garage.", "stolen"),
    ("He was taken to hospital and photographs were taken.", "taken otherwise"),
    ("Two phones and £40 were taken from the victim.", "taken from a victim"),
    ("The clerk kept 40 phones in a drawer.", "kept otherwise"),
    ("Officers stopped cars, 12 of which had no insurance.", "stopped"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=label) for text, label in NOTHING])
def test_no_seizure(text):
    assert told(text) == []
