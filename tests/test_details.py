"""Further slots, read from a fact's own words: none of them changes what is scored."""

from importlib import import_module

import pytest

from beatbook.extract import extract
from beatbook.lexicons import rows
from beatbook.records import FAMILIES
from beatbook.resolve.details import KILOGRAMS

CASES = [
    ("grams in kilograms", "Officers seized 650g of cocaine.", "seizures", "weight_kg", 0.65),
    ("pounds in kilograms", "Agents seized 10 pounds of cocaine.", "seizures", "weight_kg", 4.535924),
    ("no weight of counted things", "Officers seized 12 knives.", "seizures", "weight_kg", None),
    ("street value", "Officers seized cocaine with a street value of £5,000.", "seizures", "value_basis", "street"),
    ("cash", "Officers seized £5,000 in cash.", "seizures", "value_basis", "cash"),
    ("value without more", "Officers seized cocaine worth £5,000.", "seizures", "value_basis", "stated"),
    ("no value", "Officers seized 2kg of cocaine.", "seizures", "value_basis", None),
    ("real", "Officers seized a shotgun.", "seizures", "firearm_type", "real"),
    ("converted", "Officers seized a converted blank-firing pistol.", "seizures", "firearm_type", "converted"),
    ("imitation", "Officers seized an imitation firearm.", "seizures", "firearm_type", "imitation"),
    ("not of a knife", "Officers seized a knife.", "seizures", "firearm_type", None),
    ("hiding place", "Officers found 2kg of cocaine hidden in a spare tyre.", "seizures", "concealment",
     "hidden in a spare tyre"),
    ("court", "A man was jailed at Hull Crown Court on Monday.", "outcomes", "court", "Hull Crown Court"),
    ("court of a place", "Two men appeared at the Alberta Court of Justice on Monday.", "outcomes", "court",
     "Alberta Court of Justice"),
    ("no court to come", "A man was charged with theft and is due at Hull Crown Court on Monday.", "outcomes", "court",
     None),
    ("drug offence", "A man was charged with possession of heroin.", "outcomes", "offence_sections", ["06"]),
    ("robbery before the weapon", "A man was charged with robbery with a knife.", "outcomes", "offence_sections",
     ["04"]),
    ("alleged", "Officers allegedly found 2kg of cocaine.", "seizures", "assertion", "alleged"),
    ("stated", "Officers found 2kg of cocaine.", "seizures", "assertion", "stated"),
]


@pytest.mark.parametrize(("label", "text", "family", "slot", "expected"), CASES, ids=[c[0] for c in CASES])
def test_details(label, text, family, slot, expected):
    facts = extract(text, country="GB", published="2024-05-05").facts[family]
    assert [fact[slot] for fact in facts] == [expected]


def test_rounds_know_the_gun_that_held_them():
    text = "Officers seized a .38 revolver with four rounds of ammunition. A box of 50 cartridges was found elsewhere."
    facts = extract(text, country="GB", published="2024-05-05").facts["seizures"]
    assert [fact["contained_in"] for fact in facts] == [None, "revolver", None]


@pytest.mark.parametrize(("text", "precision"), [
    ("Officers raided a flat on Tuesday, 23 April 2024.", "day"),
    ("Operation Heron ran from Monday, 22 April to Friday, 26 April 2024.", "period"),
    ("Officers raided a flat yesterday.", "relative"),
])
def test_precision_of_dates(text, precision):
    facts = extract(text, country="GB", published="2024-05-05").facts["operations"]
    assert [fact["precision"] for fact in facts] == [precision]


@pytest.mark.parametrize(("label", "text", "family", "slot", "expected"), CASES, ids=[c[0] for c in CASES])
def test_what_is_read_here_is_marked_as_derived(label, text, family, slot, expected, monkeypatch):
    """Else a correction by hand would leave it as it was."""
    full = extract(text, country="GB", published="2024-05-05")
    monkeypatch.setattr(import_module("beatbook.extract"), "add_details", lambda doc, facts: None)
    bare = extract(text, country="GB", published="2024-05-05")
    for with_details, without in zip(full, bare, strict=True):
        added = with_details.slots.keys() - without.slots.keys()
        assert added <= {slot.name for slot in FAMILIES[with_details.family].slots if slot.derived}


def test_units_are_exact():
    """The pound and the ounce are those of the international agreement: sixteen ounces to the pound."""
    assert KILOGRAMS["lb"] == pytest.approx(16 * KILOGRAMS["oz"])


def test_sections_are_those_of_the_classification():
    assert {row["section"] for row in rows("iccs")} <= {f"{n:02}" for n in range(1, 12)}
