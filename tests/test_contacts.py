"""Contacts and aims: whom to tell, and what an operation is for."""

import pytest
from analysed import analysed

from beatbook.facts import aims, contacts

CONTACTS = [
    # label, text, [(organisation, kind, value)], origin
    ("force number", "Call police on 101 quoting 4471/16FEB.", [("police", "phone", "101")], "wording"),
    (
        "two in a sentence",
        "Call 101, or ring Crimestoppers on 0800 555 111.",
        [("police", "phone", "101"), ("Crimestoppers", "phone", "0800 555 111")],
        "wording",
    ),
    (
        "American",
        "Call Crime Stoppers at 1-800-222-8477 (TIPS) or 780-555-0142.",
        [("Crime Stoppers", "phone", "1-800-222-8477 (TIPS)"), ("Crime Stoppers", "phone", "780-555-0142")],
        "wording",
    ),
    ("area code in brackets", "Questions? Call (315) 555-0139.", [(None, "phone", "(315) 555-0139")], "wording"),
    ("letters", "Tips may be submitted to 1-877-WANTED2.", [(None, "phone", "1-877-WANTED2")], "wording"),
    ("text", "If something is wrong, text 61016.", [("British Transport Police", "text", "61016")], "wording"),
    (
        "web",
        "Visit https://example.org/report. Or www.example.com.",
        [(None, "web", "https://example.org/report"), (None, "web", "www.example.com")],
        "wording",
    ),
    (
        "email",
        "Email Larkshire Police at tips@example.org.",
        [("Larkshire Police", "email", "tips@example.org")],
        "wording",
    ),
    (
        "team whose name has an and",
        "Call the Larkfield Robbery and Burglary Squad via 101.",
        [("Larkfield Robbery and Burglary Squad", "phone", "101")],
        "bug",
    ),
    (
        "press office by its address",
        "Photographs are available from pressoffice@example.org.",
        [("press office", "email", "pressoffice@example.org")],
        "bug",
    ),
    (
        "number known by itself",
        "For fraud, call 0300 123 2040.",
        [("Action Fraud", "phone", "0300 123 2040")],
        "wording",
    ),
    (
        "named line, and its text number",
        "The National Trafficking Hotline: 1-888-373-0100; text 233733.",
        [
            ("National Trafficking Hotline", "phone", "1-888-373-0100"),
            ("National Trafficking Hotline", "text", "233733"),
        ],
        "bug",
    ),
    (
        "number alone, after another",
        "Call 105 now. Or 0800 555 111.",
        [("police", "phone", "105"), ("Crimestoppers", "phone", "0800 555 111")],
        "bug",
    ),
    ("country code", "Tel: +44 (0)20 7946 0100.", [(None, "phone", "+44 (0)20 7946 0100")], "bug"),
    ("hotline", "Members of the public may call the hotline 182 8080.", [("hotline", "phone", "182 8080")], "wording"),
    ("reference", "Contact officers quoting crime number 24001234567.", [], "no match"),
    ("dates and figures", "They reported 412,360 cigarettes on 12 03 2024, and 101 men came.", [], "no match"),
    ("date in brackets", "Yesterday (Thursday, 2020-12-03) police received information of it.", [], "bug"),
    ("dateline", "JUNE 8, 2021 (LINCOLN, NEB.) — Troopers reported a stop.", [], "bug"),
]
AIMS = [
    (
        "list",
        "The aims are simple:\n\nTo arrest those who cause harm.\n\nTo protect the public.",
        ["To arrest those who cause harm", "To protect the public"],
    ),
    ("aims to", "The operation aims to make the town safer.", ["to make the town safer"]),
    ("aimed at", "The week was aimed at disrupting dealers.", ["disrupting dealers"]),
    ("the aim is to", "Our aim is to keep people safe.", ["to keep people safe"]),
    ("purpose", "The purpose of the operation was to take guns off the street.", ["to take guns off the street"]),
    ("somebody else's", "Criminals aim to exploit the young.", []),
    ("took aim", "He took aim and fired.", []),
    (
        "quoted",
        "“Our officers aim to pursue dealers,” said Ann Vance, head of the unit.",
        ["to pursue dealers"],
    ),
    (
        "told by the agency",
        "An operation aimed at cutting crime in 10 cities, the agency announced Monday.",
        ["cutting crime in 10 cities"],
    ),
]


def read(text):
    """A text made ready."""
    return analysed(text, None, None)


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=f"{o}: {n}") for n, t, e, o in CONTACTS])
def test_contacts(text, expected):
    """Numbers and addresses with whom they reach."""
    assert [tuple(fact.slots.values()) for fact in contacts.find(read(text))] == expected


@pytest.mark.parametrize(("text", "expected"), [pytest.param(t, e, id=n) for n, t, e in AIMS])
def test_aims(text, expected):
    """Aims in the text's own words."""
    assert [fact.slots["text"] for fact in aims.find(read(text))] == expected
