"""What makes things seized in clauses that name no seizure, in tables, labels and shares; each with what does not."""

import pytest

from beatbook.extract import extract

CLAUSES = [
    # verbs of several words
    ("left with", "Detectives walked out with 14 laptops, a money counter and £6,300.",
     ["laptop 14", "money counter 1", "cash £6300"]),
    ("put under seizure", "Three excavators have been placed under seizure.", ["excavator 3"]),
    ("brought to light", "A search of his locker brought to light £2,400 and a baton.", ["cash £2400", "baton 1"]),
    ("in the pound", "Nineteen scooters are in our pound tonight.", ["scooter 19"]),
    ("kept out of a country", "Officers prevented 200kg of cocaine from entering Australia.", ["cocaine 200"]),
    ("never reach the streets", "Nearly £90,000 worth of drugs will never reach the streets.", ["drugs £90000"]),
    ("back with owners", "Two stolen quad bikes were returned to their owners.", ["quad bike 2"]),
    ("robbers leave with cash", "The robbers walked out with £6,300 and 14 laptops.", []),
    ("she left with injuries", "She was left with two broken ribs and a cut hand.", []),
    ("picked up the phone", "A dispatcher picked up the phone and heard a scream.", []),
    # where things were, and what held them
    ("a can hid", "Officers searched the shed. A paint can hid $86,500.", ["cash £86500"]),
    ("a floor concealed", "The trailer's false floor concealed 211 pounds of marijuana.", ["cannabis 211"]),
    ("had in its boot", "Police stopped a Seat Leon. It had another 3,000 cigarettes in its boot.", ["cigarette 3000"]),
    ("had on her", "She had on her nine grams of suspected heroin and a .380 pistol.", ["heroin 9", "pistol 1"]),
    ("collared with", "Two men were collared in a lodging house with 80 sachets of heroin.", ["heroin 80"]),
    ("loaded with", "He was pulled over near Kokstad in a bakkie loaded with 90 kg of dagga.", ["cannabis 90"]),
    ("round a person", "Officers searched the flat. At the feet of them sat six bags of cannabis.", ["cannabis 6"]),
    ("opened with a tool", "In the third shop a safe was opened with a disc cutter.", []),
    ("bearing plates", "A Subaru Forester bearing cloned plates was towed for examination.", ["subaru forester 1"]),
    ("cut with", "Inside were 2.2 kilograms of fentanyl cut with caffeine.", ["fentanyl 2.2"]),
    ("the officers' instrument", "Officers dug a folding knife out of the sand with a metal detector.",
     ["folding knife 1"]),
    # between a list and its passive
    ("an aside", "A light van and two cars, suspected to be used for deliveries, were seized.",
     ["light van 1", "car 2"]),
    ("a description", "Four motorcycles believed to be stolen were also impounded.", ["motorcycle 4"]),
    ("found to conceal", "Sixty parcels were found, with the help of a dog, to conceal 29kg of heroin.", ["heroin 29"]),
    ("who did what to whom", "Officers stopped a man in Leeds on Friday and discovered 320 grams of ketamine.",
     ["ketamine 320"]),
    ("a campaign saw", "The same week also saw eleven flick knives seized.", ["flick knife 11"]),
    ("vehicles stopped", "The operation saw 212 vehicles stopped.", []),
    # lists, labels and tables
    ("contents", "The contents of a rucksack: an air pistol, a lock knife and £640.",
     ["air pistol 1", "lock knife 1", "cash £640"]),
    ("include", "The restrained assets include two motorcycles and a Rolex watch.",
     ["motorcycle 2", "rolex watch 1"]),
    ("labels", "Guns: 14 long guns, 22 pistols\nVehicles: three\nMoney: $388,020",
     ["long gun 14", "pistol 22", "vehicle 3", "cash £388020"]),
    ("labels of a crash", "Vehicles: two\nInjured: three\nRoad: closed", []),
    ("headed columns",
     "Shops were visited:\n\nShop\tCigarettes\tVapes\nHigh Street\t880\t95\nQuay\t-\t38\nTotal\t880\t133",
     ["cigarette 880", "vape 95", "vape 38", "vape 133"]),
    ("columns of people", "Arches went up:\n\nStation\tArrests\tPassengers\nDerby\t3\t4,210\nLuton\t1\t1,875", []),
    ("round of a table", "Officers seized:\n\nItem\tAmount\nHandguns\t11\nAmmunition\t640 rounds",
     ["handgun 11", "round 640"]),
    # shares of what was named
    ("of which", "Inside were nine watches, of which six were returned to a jeweller.", ["watch 9", "watch 6"]),
    ("with reason", "Officers seized 41 cars. Of 90 cars checked, 12 had been seized, 8 because they had no insurance.",
     ["car 41", "car 12", "car 8"]),
    ("stopped, not seized", "178 vehicles were stopped, 14 of which were seized.", ["vehicle 14"]),
    ("people's share", "Twelve men were arrested, of which four were charged.", []),
    # words that make another thing of it
    ("cautions", "Officers issued 23 cannabis cautions.", []),
    ("an Act", "Officers executed four Controlled Drugs and Substances Act warrants.", []),
    ("fewer", "That means 17 fewer knives on our streets.", []),
]


def told(text):
    """Item and number, or item and pounds, of each seizure."""
    facts = extract(text, country="GB", published="2024-05-10").facts["seizures"]
    return [
        f"{fact.slots['item']} £{fact.slots['value']:g}" if fact.slots["quantity"] is None
        else f"{fact.slots['item']} {fact.slots['quantity']:g}"
        for fact in facts
    ]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{i} [wording]") for i, t, e in CLAUSES])
def test_clauses(text, expected):
    """The things of each text, and none where nothing was seized."""
    assert told(text) == expected
