"""Proper names: persons, organisations, operations, and what must not be taken for one of them."""

import pytest

from beatbook.grammar.names import agencies, names
from beatbook.language.document import Doc
from beatbook.records import Release

AGENCIES = [
    # label, text, organisations as written, origin
    (
        "force by its head word",
        "Officers from Larkshire Police and Kestrel Constabulary took part.",
        ["Larkshire Police", "Kestrel Constabulary"],
        "wording",
    ),
    (
        "abbreviation joined",
        "The National Crime Agency (NCA) led. The NCA searched two homes.",
        ["National Crime Agency"],
        "wording",
    ),
    ("abbreviation alone", "Agents from the DEA and the FBI searched a barn.", ["DEA", "FBI"], "wording"),
    (
        "abbreviation first, full name later",
        "NCA officers arrested him. The National Crime Agency said so.",
        ["National Crime Agency"],
        "wording",
    ),
    (
        "longer name",
        "U.S. Customs and Border Protection officers stopped a truck.",
        ["U.S. Customs and Border Protection"],
        "wording",
    ),
    (
        "after a dash",
        "ROMA, Texas—U.S. Customs and Border Protection officers seized drugs.",
        ["U.S. Customs and Border Protection"],
        "bug",
    ),
    (
        "sheriff",
        "Deputies of the Larkfield County Sheriff’s Office helped.",
        ["Larkfield County Sheriff’s Office"],
        "wording",
    ),
    (
        "task force",
        "Agents from the Drug & Violent Crime Task Force came.",
        ["Drug & Violent Crime Task Force"],
        "wording",
    ),
    (
        "of and its name",
        "The Tennessee Department of Correction took part.",
        ["Tennessee Department of Correction"],
        "wording",
    ),
    (
        "commas inside",
        "Agents of the Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF) came.",
        ["Bureau of Alcohol, Tobacco, Firearms and Explosives"],
        "bug",
    ),
    ("at a sentence's start", "Home Office staff joined in.", ["Home Office"], "bug"),
    ("head in small letters", "On patrol Quellby police stopped a van.", ["Quellby police"], "wording"),
    ("council in small letters", "They were helped by the city council’s wardens.", ["city council"], "wording"),
    ("possession makes a unit", "Officers from the Met’s Violent Crime Taskforce came.", ["Met"], "no match"),
    ("units are left out", "It was led by Trident and the Flying Squad.", [], "no match"),
    ("courts are left out", "He stood before Larkfield Crown Court.", [], "no match"),
    ("stations are left out", "He was taken to Larkfield Police Station and to a Garda Station.", [], "no match"),
    ("office holders", "Kestrel Police and Crime Commissioner Ada Vance spoke.", [], "no match"),
    ("bare heads", "The Department and the Service were told.", [], "no match"),
    (
        "bare heads in a list",
        "The week was run by Police, Customs and Corrections.",
        ["Police", "Customs", "Corrections"],
        "wording",
    ),
    ("ice is no agency", "Ice covered the road where the lead was stolen.", [], "no match"),
    (
        "regional unit",
        "They worked with the North West Regional Organised Crime Unit.",
        ["North West Regional Organised Crime Unit"],
        "wording",
    ),
    ("strike force is an operation", "Detectives set up Strike Force Larchwood.", [], "no match"),
    (
        "force of a town and state",
        "The Dayton, Ohio, Police Department helped.",
        ["Dayton, Ohio, Police Department"],
        "bug",
    ),
    (
        "day before a body",
        "That Tuesday U.S. Customs and Border Protection helped.",
        ["U.S. Customs and Border Protection"],
        "bug",
    ),
    (
        "broken over a line",
        "The operation was led by troopers and special agents of the Kestrel Department of Public\nSafety "
        "and was over by noon.",
        ["Kestrel Department of Public Safety"],
        "bug",
    ),
]
PERSONS = [
    ("rank", "Detective Chief Inspector Gwen Tarrow said so.", ["Gwen Tarrow"], "wording"),
    (
        "abbreviated rank",
        "Cpl. Marnie Deschamps and S/Sgt. Owen Fry came.",
        ["Marnie Deschamps", "Owen Fry"],
        "wording",
    ),
    ("office", "U.S. Attorney Renata Goldhurst spoke.", ["Renata Goldhurst"], "wording"),
    ("office in charge", "DEA Special Agent in Charge Steve Bellow spoke.", ["Steve Bellow"], "wording"),
    ("office of a topic", "Customs Manager Investigations Louise Vander spoke.", ["Louise Vander"], "bug"),
    ("rank that is a forename", "Detective Acting Superintendent Col Mathers spoke.", ["Col Mathers"], "bug"),
    (
        "surname that is a place word",
        "PC Tom Hill went to the house. Sheriff Dale Pike did not.",
        ["Tom Hill", "Dale Pike"],
        "bug",
    ),
    ("age", "Perran Lisle-Adey, 41, was jailed.", ["Perran Lisle-Adey"], "wording"),
    ("relative clause", "Yusra Halliday, who runs a kitchen, was glad.", ["Yusra Halliday"], "wording"),
    ("bracketed office", "Deputy Director (Operations) K. V. Shettigan came.", ["K. V. Shettigan"], "bug"),
    ("letters after a name", "Minister for Justice Helen McNulty TD came.", ["Helen McNulty"], "wording"),
    ("rank words in towns", "He drove from Port Talbot to Bishop Auckland.", [], "no match"),
    ("streets named after persons", "A flat in Captain Cook Drive was searched.", [], "no match"),
    ("stations", "They went to Mountjoy Garda Stations.", [], "no match"),
]


def read(text):
    """The names of a text."""
    return Doc(Release(text))


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{o}: {n}") for n, t, e, o in AGENCIES])
def test_organisations(text, expected):
    """Organisations are named as written, once."""
    assert [agency.name for agency in agencies(read(text))] == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{o}: {n}") for n, t, e, o in PERSONS])
def test_persons(text, expected):
    """Persons are named without rank, office and title."""
    doc = read(text)
    assert [doc.words(name.i, name.j) for name in names(doc).persons] == expected


def test_mentions_span_the_name():
    """An organisation's mentions are token spans of its own words."""
    doc = read("The National Crime Agency (NCA) led, and the NCA searched.")
    (agency,) = agencies(doc)
    assert [doc.words(i, j) for i, j in agency.mentions] == ["National Crime Agency", "NCA", "NCA"]


def test_operations_are_names():
    """Operations and projects are kept whole."""
    doc = read("The Met’s Operation Venice and Project Lark ran side by side.")
    assert [doc.words(n.i, n.j) for n in names(doc).all if n.kind == "operation"] == [
        "Operation Venice",
        "Project Lark",
    ]


def test_hostile_text_is_read_in_time():
    """Long runs of capitals and marks are read without running away."""
    text = "Larkfield " * 3000 + "St. " * 2000 + "of the " * 2000 + "“" * 500
    doc = read(text)
    assert isinstance(agencies(doc), list)
