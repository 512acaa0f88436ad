"""Noun groups of things: amount, unit, modifiers, calibre, value and what is no group at all."""

import pytest

from beatbook.grammar.chains import containers
from beatbook.grammar.reaching import reaches
from beatbook.grammar.seizing import cues
from beatbook.grammar.thing_group import lexicon
from beatbook.grammar.things import groups
from beatbook.language.document import Doc
from beatbook.lexicons import rows
from beatbook.records import CATEGORIES, UNITS, Release


def read(text, country="GB"):
    """The document, its first sentence and the groups of it."""
    doc = Doc(Release(text, country=country))
    sentence = doc.sentences[0]
    terms = [term for _, term in sorted(doc.terms(lexicon()).items())]
    return doc, sentence, groups(doc, sentence, terms)


def first(text, country="GB"):
    """The first group of a text."""
    found = read(text, country)[2]
    assert found, f"no group in {text!r}"
    return found[0]


AMOUNTS = [
    # text, item, quantity, unit, modifier
    ("a machete", "machete", 1, "item", "exact"),
    ("214 knives", "knife", 214, "item", "exact"),
    ("a dozen coshes", "cosh", 12, "item", "exact"),
    ("a pair of swords", "sword", 2, "item", "exact"),
    ("more than a dozen knives", "knife", 12, "item", "min"),
    ("40-odd lamps", "lamp", 40, "item", "approx"),
    ("several knuckle dusters", "knuckle duster", None, None, "vague"),
    ("a number of mobile phones", "mobile phone", None, None, "vague"),
    ("knives", "knife", None, None, "exact"),
    ("both vehicles", "vehicle", 2, "item", "exact"),
    ("a further three pistols", "pistol", 3, "item", "exact"),
    ("three (3) pistols", "pistol", 3, "item", "exact"),
    ("14 x knives", "knife", 14, "item", "exact"),
    ("Knives x 14", "knife", 14, "item", "exact"),
    ("Handguns – 3", "handgun", 3, "item", "exact"),
    ("a total of 63 weapons", "weapon", 63, "item", "exact"),
    ("64 assorted cartridges", "cartridge", 64, "round", "exact"),
    ("131 rounds of ammunition", "round", 131, "round", "exact"),
    ("two boxes of ammunition", "ammunition", 2, "item", "exact"),
    ("two kilos of heroin", "heroin", 2, "kg", "exact"),
    ("a kilo and a half of cannabis", "cannabis", 1.5, "kg", "exact"),
    ("4.6kg methamphetamine", "methamphetamine", 4.6, "kg", "exact"),
    ("37 pounds (17 kg) of cocaine", "cocaine", 37, "lb", "exact"),
    ("cocaine (17 kg)", "cocaine", 17, "kg", "exact"),
    ("taped blocks of cocaine weighing 163kg", "cocaine", 163, "kg", "exact"),
    ("22 packages holding 48.5 lbs of cocaine", "cocaine", 48.5, "lb", "exact"),
    ("46 wraps of heroin", "heroin", 46, "wrap", "exact"),
    ("several bags of cannabis", "cannabis", None, "wrap", "vague"),
    ("640 ecstasy pills", "MDMA", 640, "tablet", "exact"),
    ("600 cannabis plants", "cannabis", 600, "plant", "exact"),
    ("62 litres of non-duty paid vodka", "vodka", 62, "litre", "exact"),
    ("a quantity of heroin", "heroin", None, None, "vague"),
    ("four items of jewellery", "jewellery", 4, "item", "exact"),
]


@pytest.mark.parametrize(("text", "item", "quantity", "unit", "modifier"), AMOUNTS)
def test_amount(text, item, quantity, unit, modifier):
    """How much of what, in which unit and how exactly."""
    group = first(text)
    words = set(group.item.split())
    assert set(item.split()) <= words
    assert (group.quantity, group.modifier) == (quantity, modifier)
    assert group.unit == unit or (quantity is None and unit is None)


KINDS = [
    # text, category
    ("a replica handgun", "imitation_firearm"),
    ("a blank-firing pistol", "imitation_firearm"),
    ("a converted blank-firing pistol", "firearm"),
    ("an air rifle", "imitation_firearm"),
    ("a rifle", "firearm"),
    ("a pistol magazine", "firearm_part"),
    ("nine shotgun cartridges", "ammunition"),
    ("a samurai sword", "blade"),
    ("a hand grenade", "weapon"),
    ("a can of pepper spray", "weapon"),
    ("an Audi A3", "vehicle"),
    ("a Glock 19", "firearm"),
    ("a SIM card", "phone"),
    ("a Rolex", "jewellery"),
    ("12,000 cigarettes", "tobacco"),
    ("a bottle of vodka", "alcohol"),
    ("40 fake handbags", "counterfeit"),
    ("three passports", "document"),
    ("a pill press", "equipment"),
    ("a stab vest", "other"),
    ("nitrous oxide canisters", "drug"),
]


@pytest.mark.parametrize(("text", "category"), KINDS)
def test_kind(text, category):
    """The category, which an adjective or a compound may change."""
    assert first(text).category == category


CALIBRES = [
    ("a .38 calibre revolver", ".38"),
    ("a 9mm pistol", "9mm"),
    ("a pistol (9mm)", "9mm"),
    ("a 12-bore shotgun", "12-bore"),
    ("five .380 rounds", ".380"),
    ("96 rounds of 9mm ammunition", "9mm"),
    ("a live 2.2 pistol", "2.2"),
    ("a .30-06 rifle", ".30-06"),
    ("a .45-caliber Kimber pistol", ".45"),
    ("a revolver", None),
]


@pytest.mark.parametrize(("text", "calibre"), CALIBRES)
def test_calibre(text, calibre):
    """The calibre as written, without its unit words."""
    assert first(text).calibre == calibre


@pytest.mark.parametrize(
    ("text", "suspected"),
    [
        ("46 wraps of suspected crack cocaine", True),
        ("two kilos of what is believed to be heroin", True),
        ("what looked like a grenade", True),
        ("what is believed to be a pistol", True),
        ("a pistol", False),
        ("4.5 kilos of what tests showed to be cocaine", False),
    ],
)
def test_suspicion(text, suspected):
    """Words of suspicion before the thing; tests that confirmed it are none."""
    assert first(text).suspected is suspected


@pytest.mark.parametrize(
    "text",
    [
        "gun crime fell",
        "a drugs squad came",
        "firearms officers attended",
        "the car park was shut",
        "a drug dealer ran",
        "a 50-round",
        "they drove at speed",
        "ice on the road",
        "cocaine-related deaths",
    ],
)
def test_compounds_are_no_things(text):
    """A thing's name within another word or compound is not the thing."""
    assert read(text)[2] == []


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("£182k of drugs", 182000, "GBP"),
        ("£4,000-worth of cannabis", 4000, "GBP"),
        ("nearly £23k in cash", 23000, "GBP"),
        ("cash totalling £500", 500, "GBP"),
        ("Cash: £44,300", 44300, "GBP"),
        ("$500,000 in jewelry", 500000, "USD"),
    ],
)
def test_money_before_and_behind(text, value, currency):
    """Money that stands at the thing itself."""
    group = first(text, "US" if "$" in text else "GB")
    assert (group.value, group.currency) == (value, currency)


@pytest.mark.parametrize(
    ("text", "reach", "good"),
    [
        ("Officers seized a knife", "right", True),
        ("A knife was seized", "left", True),
        ("Seized were a knife", "right", True),
        ("No knife was seized", "left", False),
        ("Officers aim to seize knives", "right", False),
        ("The seizure of a knife", "right", True),
        ("He was found in possession of a knife", "right", True),
        ("He was charged with being in possession of a knife", "right", False),
        ("The suspect then found a knife", "right", False),
    ],
)
def test_cue(text, reach, good):
    """Which way a verb governs, and whether what it says was done by police."""
    doc, sentence, _ = read(text)
    found = [cue for cue in cues(doc, sentence) if cue.reach in (reach, "both")]
    assert found and found[-1].good is good


def test_reach_ends_at_a_new_clause():
    """A verb does not govern what stands in another clause."""
    doc, sentence, found = read("Officers seized a knife and a man was arrested after a gun was fired.")
    cue = cues(doc, sentence)[0]
    assert reaches(doc, cue, [found[0]])
    assert not reaches(doc, cue, [found[-1]])


def test_parts_belong_to_what_can_hold_them():
    """Vehicles hold scooters; phones named before them do not."""
    doc, _, found = read("51 mobile phones and six vehicles, including two e-scooters")
    wholes = containers(doc, found)
    assert [(group.item, wholes[group.i][0].item) for group in found if group.i in wholes] == [("e-scooter", "vehicle")]


def test_lexicons_use_the_schema():
    """Categories and units of the lexicons are those of the record."""
    assert {row["category"] for name in ("things", "makes") for row in rows(name)} <= set(CATEGORIES)
    assert {row["unit"] for row in rows("packages")} <= set(UNITS)
    assert {row["drug_class"] for row in rows("drugs")} <= {"A", "B", "C", ""}


def test_lexicons_are_wide():
    """The vocabulary stays wide: a file cut short is noticed."""
    assert len(rows("things")) > 600
    assert len(rows("drugs")) > 300
