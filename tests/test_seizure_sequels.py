"""Seizures told in two steps: a relative clause, a pronoun, the weight or the worth of what was found; and goods that
another verb than "seize" takes. All texts are our own; each negative stands beside what it resembles.
"""

import pytest

from beatbook.extract import extract


def facts(text, country):
    """Item, quantity, unit, value and role of each seizure in words, without what is not stated."""
    record = extract(text, country=country, published="2024-05-10")
    found = []
    for fact in record.facts["seizures"]:
        slots = fact.slots
        amounts = (f"{slots[name]:g}" if slots[name] is not None else "" for name in ("quantity", "value"))
        told = [slots["item"], *amounts]
        told.insert(2, slots["unit"] if slots["unit"] != "item" else "")
        told.append("" if slots["role"] == "item" else slots["role"])
        found.append(" ".join(word for word in told if word))
    return found


CASES = [
    # label, country, text, facts
    ("searched and seized [bank]", "GB", "Two men ran from a Ford Fiesta, which was searched and seized.",
     ["ford fiesta 1"]),
    ("found untaxed and seized [bank]", "GB",
     "He abandoned a BMW, which was found to have no insurance and was seized.",
     ["bmw 1"]),
    ("being ridden and seized [bank]", "GB", "The e-scooter was being ridden illegally and was seized.",
     ["e-scooter 1"]),
    ("only a place [bank]", "GB", "Officers found 2kg of heroin in a car, which was parked outside.", ["heroin 2 kg"]),
    ("both of which [bank]", "US", "She had 2,300 clams and 60 pounds of crab, both of which were seized.",
     ["clam 2300", "crab 60 lb"]),
    ("it was taken [bank]", "GB", "An officer was threatened with an axe, but it was taken from the man.", ["axe 1"]),
    ("so it was seized [bank]", "GB", "The BMW had no insurance, so it was seized.", ["bmw 1"]),
    ("recovered it [bank]", "US", "The suspect threw a gun while running; officers recovered it nearby.", ["gun 1"]),
    ("it was not [bank]", "GB", "The BMW had no insurance, but it was not seized.", []),
    ("some of the stolen [bank]", "GB", "A gang stole 14 caravans; six have since been recovered.", ["caravan 6"]),
    ("people stand first [bank]", "GB", "Entry was forced and inside were two men, 3.5kg of MDMA and a pill press.",
     ["MDMA 3.5 kg", "pill press 1"]),
    ("detained with [bank]", "GB", "Officers detained a man, 27, with 27 grams of cocaine in his jacket.",
     ["cocaine 27 g"]),
    ("a dash lists seizures [bank]", "GB", "The day's seizures – an axe and a sword – will be destroyed.",
     ["axe 1", "sword 1"]),
    ("hauled out [bank]", "GB", "Some 1,500 litres of vodka were hauled out of the unit.", ["vodka 1500 litre"]),
    ("each with its participle [wording]", "GB",
     "7 knives seized, 200 cannabis plants destroyed and £12,450 cash recovered.",
     ["knife 7", "cannabis 200 plant", "cash 12450"]),
    ("no other cash [bank]", "US", "It pays up to $1,000 in cash for information that leads to the seizure of guns.",
     []),
    ("what might have been grown [bank]", "GB", "The plants could have produced drugs worth £430,000.", []),
    ("hearsay [bank]", "GB", "Intelligence suggested firearms were stored at the address.", []),
    ("packages are weighed [wording]", "US",
     "Agents found 23 bundles of cocaine in the panels. The bundles weighed 58 pounds.", ["cocaine 58 lb"]),
    ("bundles without a weight [bug]", "US", "Agents found 23 bundles of cocaine.", ["cocaine 23 wrap"]),
    ("a total weight [wording]", "US",
     "Officers discovered 42 packages of heroin. The packages had a total weight of 109.61 pounds.",
     ["heroin 109.61 lb"]),
    ("weight of the drug [wording]", "US",
     "Officers found a load of cocaine. The total weight of the cocaine seized was 53.4 pounds.", ["cocaine 53.4 lb"]),
    ("weight of two drugs [wording]", "GB",
     "Officers found cocaine and heroin in the loft. The drugs had a combined weight of 4.4kg.", ["drugs 4.4 kg"]),
    ("tested positive [bank]", "GB", "Officers found 52 individual wraps, which tested positive for cocaine.",
     ["cocaine 52 wrap"]),
    ("a bag only holds [bank]", "US",
     "Officers removed a baggie that contained a white substance weighing 6 grams, which tested positive for heroin.",
     ["heroin 6 g"]),
    ("genuine worth [wording]", "US",
     "Officers seized 50 counterfeit watches. Had they been genuine, the watches would have been worth $1.2 million.",
     ["counterfeit watch 50 1.2e+06"]),
    ("a list after its heading [wording]", "US", "Items seized: two (2) rifles, one (1) shotgun.",
     ["rifle 2", "shotgun 1"]),
    ("two drugs in one [wording]", "US", "Officers seized 20 grams of heroin/fentanyl mix.", ["heroin/fentanyl 20 g"]),
    ("two units [wording]", "US", "Officers seized 1 lb. 4 oz. of marijuana and 2.5 oz. of cocaine.",
     ["cannabis 1 lb", "cocaine 2.5 oz"]),
    ("figures after words [wording]", "NG",
     "Operatives recovered a sum of Two Million, Four Hundred Thousand Naira (₦2,400,000) and two cars.",
     ["cash 2.4e+06", "car 2"]),
    ("as many for another cause [wording]", "GB",
     "Six vehicles were seized for having no insurance and three for having no tax.", ["vehicle 6", "vehicle 3"]),
    ("a lorry that was not seized [wording]", "GB", "The lorry was found to be carrying 94kg of cocaine.",
     ["cocaine 94 kg"]),
    ("frozen accounts [bank]", "XX", "Police froze bank accounts holding €640,000.", ["bank account 640000"]),
    ("accounts in the headline [bug]", "XX", "Police froze bank accounts\n\nA total of €640,000 was seized.",
     ["cash 640000"]),
]


@pytest.mark.parametrize(("country", "text", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_sequels(country, text, expected):
    """The facts of a text, in its order."""
    assert facts(text, country) == expected
