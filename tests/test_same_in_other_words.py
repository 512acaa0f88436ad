"""Constructions that one wording was read of and another was not: found by saying the same in other words."""

import pytest

from beatbook import extract

SEIZED = [
    ("shared subject", "The BMW was on false plates and has been recovered.", [("vehicle", 1)], "wording"),
    ("another subject", "The BMW was on false plates and was driven by a man.", [], "negative"),
    ("gapped find", "A rifle was located under the passenger seat and a pistol in the glovebox.",
     [("firearm", 1), ("firearm", 1)], "wording"),
    ("used by", "The motorcycle used by the accused has also been seized.", [("vehicle", 1)], "wording"),
    ("with no", "A Corsa with no insurance was seized on Ferry Road.", [("vehicle", 1)], "wording"),
    ("nothing", "No car with insurance was seized on Ferry Road.", [], "negative"),
    ("closed relative", "A van which had been stolen in Leeds was recovered.", [("vehicle", 1)], "wording"),
    ("taken in", "A watch taken in the burglary was recovered from his home.", [("jewellery", 1)], "wording"),
    ("recovering", "A man is recovering at home.", [], "negative"),
    ("missing", "Three watches were found missing from the flat.", [], "negative"),
    ("possession", "The scooter was taken into police possession.", [("vehicle", 1)], "paraphrase"),
    ("took away", "Police took away illegal tobacco worth £31,000.", [("tobacco", None)], "wording"),
    ("in all", "In all 41,600 cigarettes were removed.", [("tobacco", 41600)], "wording"),
    ("approx.", "Investigators seized 3 handguns and approx. $45,000.", [("firearm", 3), ("cash", None)], "wording"),
    ("goods in money", "Detectives located $12,000 in tools.", [("equipment", None)], "wording"),
    ("a place of worth", "Two men ran a £1 million cannabis factory.", [], "negative"),
    ("checked", "Results included:\n31 arrests\n9 400 vehicles and 14 200 persons checked", [], "negative"),
    ("dash without blank", "Officers seized:\n-two knives\n-an axe", [("blade", 2), ("blade", 1)], "paraphrase"),
    ("not", "Two knives were not seized.", [], "negative"),
    ("resulted in", "The search resulted in the seizure of cannabis.", [("drug", None)], "wording"),
    ("stopped", "Officers intercepted two vans, resulting in the seizure of cannabis.", [("drug", None)], "wording"),
    ("lab", "Police dismantled a fentanyl processing lab.", [], "negative"),
]
OUTCOMES = [
    ("surname of a road", "Darren Pike, of Conway Road, Rhyl, was jailed.", [("sentenced", 1)], "wording"),
    ("road", "Darren Street was closed and two men were arrested.", [("arrested", 2)], "negative"),
    ("members", "Police apprehended a three-member gang.", [("arrested", 3)], "wording"),
    ("strong", "A five-strong gang has been jailed.", [("sentenced", 5)], "wording"),
    ("gang of", "A gang of seven was arrested in Pune.", [("arrested", 7)], "wording"),
    ("trade", "A Texas rancher was arrested.", [("arrested", 1)], "wording"),
    ("trade, relative", "A bank teller who stole from customers was sentenced.", [("sentenced", 1)], "wording"),
    ("no trade", "A container was charged and loaded.", [], "negative"),
    ("caught", "A driver caught with cocaine has been jailed.", [("sentenced", 1)], "wording"),
    ("doing", "Two poachers were caught hare coursing near Spalding.", [], "negative"),
    ("sum", "This brings the total number of arrests to nine.", [("arrested", 9)], "wording"),
    ("sum of people", "The number of people arrested has now risen to nine.", [("arrested", 9)], "wording"),
    ("no sum", "The number of people arrested to date is unknown.", [], "negative"),
    ("gapped place", "Two men were arrested in Hull and a woman in Goole.", [("arrested", 2), ("arrested", 1)],
     "wording"),
    ("no gap", "Two men were arrested in Hull and a woman in Goole was hurt.", [("arrested", 2), ("injured", 1)],
     "negative"),
    ("teenager", "A 19-year-old man was arrested. The teenager was taken into custody.", [("arrested", 1)], "wording"),
    ("suspected of", "Two boys were arrested, suspected of theft.", [("arrested", 2)], "paraphrase"),
    ("reported", "Two drivers were reported for summons.", [("charged", 2)], "wording"),
    ("reported for", "Two drivers were reported for speeding.", [], "negative"),
    ("bailed out", "A man, 30, crashed and bailed out on foot.", [], "negative"),
]
OFFENCES = [
    ("hit and run", "theft and hit and run", ["theft", "hit and run"]),
    ("noun behind a verb", "conspiracy to defraud, assault on an officer and theft",
     ["conspiracy to defraud", "assault on an officer", "theft"]),
    ("verb behind a verb", "conspiracy to import and supply cocaine", ["conspiracy to import and supply cocaine"]),
    ("two words", "evading arrest and grand theft auto", ["evading arrest", "grand theft auto"]),
    ("felon", "theft and felon in possession of a firearm", ["theft", "felon in possession of a firearm"]),
    ("pair", "coercive and controlling behaviour", ["coercive and controlling behaviour"]),
    ("shared", "possession of a firearm and ammunition", ["possession of a firearm", "possession of ammunition"]),
]
RESPECTIVELY = "Ravi Aliyev, 44, and Pavel Dorin, 39, were in court. "


@pytest.mark.parametrize(("text", "expected"), [row[1:3] for row in SEIZED], ids=[row[0] for row in SEIZED])
def test_seizures(text, expected):
    found = extract(text, country="GB").facts["seizures"]
    assert [(fact["category"], fact["quantity"]) for fact in found] == expected


@pytest.mark.parametrize(("text", "expected"), [row[1:3] for row in OUTCOMES], ids=[row[0] for row in OUTCOMES])
def test_outcomes(text, expected):
    found = extract(text, country="GB").facts["outcomes"]
    assert [(fact["statuses"][0], fact["count"]) for fact in found] == expected


@pytest.mark.parametrize(("told", "expected"), [row[1:] for row in OFFENCES], ids=[row[0] for row in OFFENCES])
def test_offences(told, expected):
    (fact,) = extract(f"A man has been charged with {told}.", country="GB").facts["outcomes"]
    assert fact["offences"] == expected


def test_columns_of_places():
    """A cell under "Location" is a place whatever its name, and no part of the goods in the next."""
    record = extract("Date\tLocation\tSeized\tAmount\n4 December\tSablby\tCigarettes\t4,000", country="GB")
    assert [fact["name"] for fact in record.facts["places"]] == ["Sablby"]
    assert [(fact["item"], fact["quantity"]) for fact in record.facts["seizures"]] == [("cigarette", 4000)]


def test_an_officer_may_be_called_as_a_place_is():
    record = extract("DI Chase Banks said: “We are pleased.”", country="GB")
    assert [fact["speaker"] for fact in record.facts["quotes"]] == ["Chase Banks"]
    assert not record.facts["places"]


@pytest.mark.parametrize("terms", [
    "They were jailed for three and five years respectively.",
    "They received sentences of three years and two months, and five years, respectively.",
], ids=["one unit", "with months"])
def test_terms_of_those_spoken_of(terms):
    """Each of "they" gets the own term."""
    found = extract(RESPECTIVELY + terms, country="GB").facts["outcomes"]
    assert [(fact["names"], fact["sentence_months"]) for fact in found] == [
        (["Ravi Aliyev"], 38 if "months" in terms else 36), (["Pavel Dorin"], 60)]


def test_both_men_are_those_named():
    """Their forenames tell that they are."""
    text = "Adam Kerr, 34, and Liam Cole, 29, ran from a car. Both men have been bailed."
    (fact,) = extract(text, country="GB").facts["outcomes"]
    assert (fact["count"], fact["names"]) == (2, ["Adam Kerr", "Liam Cole"])


def test_an_officer_is_not_the_suspect():
    text = ("Police arrested a suspected cultist, Tunde Adebayo. SP Chioma Eze, who confirmed the arrest, "
            "said the suspect was apprehended at night.")
    names = [fact.slots.get("names") for fact in extract(text, country="NG").facts["outcomes"]]
    assert names == [["Tunde Adebayo"]]


def test_a_suburb_is_no_person():
    text = "A man was arrested after a warrant at a Melton South address. He has been charged with theft."
    assert not any(fact.slots.get("names") for fact in extract(text, country="AU").facts["outcomes"])


def test_the_home_of_a_defendant_is_not_his_name():
    text = "The 31-year-old defendant, of Walker Drive, Bishop Auckland, admitted producing cannabis."
    assert [fact.slots.get("names") for fact in extract(text, country="GB").facts["outcomes"]] == [None]


def test_lines_of_prose_are_paragraphs_where_nothing_else_parts_them():
    """So that the lead may sum up what is told again below."""
    text = ("A prolific burglar has been jailed.\nDarren Pike, of Rhyl, targeted six homes.\n"
            "At Mold Crown Court he was sent to prison for four years.")
    (fact,) = extract(text, country="GB").facts["outcomes"]
    assert (fact["names"], fact["sentence_months"]) == (["Darren Pike"], 48)


def test_a_headline_and_its_body_charge_once():
    text = ("Man charged over alleged shooting at Werribee\n\nDetectives have charged a man following a shooting.\n\n"
            "A 31-year-old man was arrested. He has been charged with attempted murder.")
    told = extract(text, country="AU").facts["outcomes"]
    assert [fact["offences"] for fact in told if fact["statuses"] == ["charged"]] == [["attempted murder"]]


@pytest.mark.parametrize(("text", "value", "currency"), [
    ("Cash totalling 96,300 pounds was seized.", 96300, "GBP"),
    ("Officers seized 62,000€ in cash.", 62000, "EUR"),
], ids=["pounds", "sign behind"])
def test_money(text, value, currency):
    (fact,) = extract(text, country="GB").facts["seizures"]
    assert (fact["value"], fact["currency"]) == (value, currency)


def test_a_value_in_a_total():
    """It is of the thing beside it, where the total only counts."""
    found = extract("In total, officers seized a knife and a watch worth £8,000.", country="GB").facts["seizures"]
    assert [(fact["category"], fact["value"]) for fact in found] == [("blade", None), ("jewellery", 8000)]


def test_pounds_that_weigh():
    (fact,) = extract("Officers seized 20 pounds of cocaine.", country="GB").facts["seizures"]
    assert (fact["quantity"], fact["unit"], fact["value"]) == (20, "lb", None)


def test_metres_are_no_millions():
    (fact,) = extract("Officers intercepted a 5.5m aluminium boat.", country="AU").facts["activities"]
    assert fact["count"] == 1


def test_police_who_force_entry_are_no_burglars():
    assert not extract("Officers forced entry to a flat.", country="GB").facts["incidents"]
