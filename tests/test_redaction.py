"""What is masked in a redacted record, what stays, and that no gold name of any benchmark release is left."""

import json
import re

import pytest

from beatbook.extract import extract
from beatbook.privacy import identifiers, private, redaction
from beatbook.privacy.redaction import masker, redact
from beatbook.records import Fact, Record, Release

SHAPES = [
    # label, text, what is found
    ("house and street", "He lives at 42 Park Road, Luton.", ["42 Park Road"]),
    ("flat", "at Flat 3, 42a Old Park Road in Luton", ["Flat 3, 42a Old Park Road"]),
    ("numbered street", "of 1210 N. 5th Ave. in Tampa", ["1210 N. 5th Ave."]),
    ("capitals", "OF 12 ELM STREET IN TOWN", ["12 ELM STREET"]),
    ("postcode", "Luton LU1 2AB.", ["LU1 2AB"]),
    ("abroad", "Hauptstraße 12, Calle Mayor 12, 12 rue de la Paix",
     ["Hauptstraße 12", "Calle Mayor 12", "12 rue de la Paix"]),
    ("a block is no door", "the 1200 block of North Main Street", []),
    ("a street without a number", "a shooting on Park Road", []),
    ("numbers before other things", "20 Police officers, 5 March, 2022 Operation Park Road", []),
    ("UK plate", "a car, AB12 CDE, and AB12CDE", ["AB12 CDE", "AB12CDE"]),
    ("IE plate", "a van, 12-D-12345", ["12-D-12345"]),
    ("IN plate", "KA 01 AB 1234 and MH12DE1433", ["KA 01 AB 1234", "MH12DE1433"]),
    ("AU plate", "a ute, 1AB 2CD", ["1AB 2CD"]),
    ("US plate", "license plate number 7ABC123; plate ABC 1234; tag XYZ987", ["7ABC123", "ABC 1234", "XYZ987"]),
    ("models are no plates", "an AK-47, AR-15, M16, AK47 AND TWO, SA80 MOD, BMW X5, Audi A3, G19", []),
    ("calibres are no plates", "9mm, .22 LR, .38 Special, 7.62x39, 12-gauge, 5.56", []),
    ("operations are no plates", "Operation AB12, Operation Ox", []),
    ("mobile", "on 07700 900123", ["07700 900123"]),
    ("abroad", "+44 20 7946 0958", ["+44 20 7946 0958"]),
    ("US phone", "(212) 555-0147 or 416-555-0172", ["(212) 555-0147", "416-555-0172"]),
    ("official lines", "call 101 or 999, Crimestoppers on 0800 555 111, or 1-800-222-8477", []),
    ("other long numbers",
     "reference 24-0098114, crime 12345/22, £1,200,000, 5,000 to 10,000, 12/03/2022, 2019-2022", []),
    ("mail", "al@gmail.com and x@firm.co.uk", ["al@gmail.com", "x@firm.co.uk"]),
    ("mail of public bodies", "press@kent.police.uk, tips@dea.gov, media@nca.gov.uk", []),
    ("birth", "born on 12 March 1990, DOB: 12/03/1990", ["12 March 1990", "12/03/1990"]),
]


@pytest.mark.parametrize(("label", "text", "expected"), SHAPES, ids=[case[0] for case in SHAPES])
def test_shapes(label, text, expected):
    assert [text[piece.start:piece.end] for piece in identifiers.shapes(text)] == expected


def record(text, names=("Al Brook",), **others):
    facts = {"outcomes": [Fact("outcomes", {"names": list(names), "ages": ["34"]}, 0, 30, "r")]}
    return Record(Release(text, "r", country="GB"), facts | others)


HOMES = [
    ("age and street", "Al Brook, 34, of Park Road, Luton, was held.",
     "[person 1], [age], of [address], Luton, was held."),
    ("age and door", "Al Brook (34) of 5 Park Road was held.", "[person 1] ([age]) of [address] was held."),
    ("age and town", "Al Brook, 34, of Luton, was held.", "[person 1], [age], of Luton, was held."),
    ("age alone", "Al Brook, 34, was held.", "[person 1], 34, was held."),
    ("age before", "34-year-old Al Brook from Luton was held.", "[age]-year-old [person 1] from Luton was held."),
    ("no name", "A 34-year-old man from Luton was held.", "A 34-year-old man from Luton was held."),
    ("no name but a door", "A man, 34, of 5 Park Road, was held.", "A man, [age], of [address], was held."),
    ("the street again", "Al Brook, of 5 Park Road, was held in Park Road.",
     "[person 1], of [address], was held in [address]."),
]


@pytest.mark.parametrize(("label", "text", "expected"), HOMES, ids=[case[0] for case in HOMES])
def test_homes(label, text, expected):
    masked = redact(record(text))
    assert masked.release.text == expected
    assert masked.facts["outcomes"][0]["ages"] == (["[age]"] if "[age]" in expected else ["34"])


NAMES = [
    ("in small letters in an address", "See x.example/al-brook-jailed.", "See x.example/[person 1]-jailed."),
    ("parts beside each other", "Alan Z. Brook ran. Alan B Brook hid.", "[person 1] ran. [person 1] hid."),
    ("two sentences", "They held Brook. Alan ran.", "They held [person 1]. [person 1] ran."),
    ("decomposed accents", "Jose\u0301 Brook", "Jose\u0301 [person 1]"),
]


@pytest.mark.parametrize(("label", "text", "expected"), NAMES, ids=[case[0] for case in NAMES])
def test_forms(label, text, expected):
    assert redact(record(text, ["Al Brook" if "al-brook" in text else "Alan Brook"])).release.text == expected


UNNAMED = [
    # Persons whom no fact names.
    ("victim", "Officers found the body of Sam Cole, 20, on Friday.", "Sam Cole"),
    ("nickname", "Named as the leader, Gilberto “Beto” Quiñonez-Araiza, 46, ran.", "Quiñonez"),
    ("shared surname", "The brothers Colton and Chase Wimberly got six years.", "Colton"),
    ("set off", "A circular is out against one more accused, Wasim Contractor, a resident of Surat.", "Contractor"),
    ("kin", "His brother Liam was told. Al Brook was charged.", "Liam"),
    ("a day for a forename", "They held Sunday Ochefu 'm' 29 years, and Asha Rao (F) in Jos.", "Ochefu"),
    ("alias", "Al Brook, also known as “Dutch”, was charged with theft.", "Dutch"),
]


@pytest.mark.parametrize(("label", "text", "name"), UNNAMED, ids=[case[0] for case in UNNAMED])
def test_persons_whom_no_fact_names(label, text, name):
    assert name not in redact(extract(text, country="GB")).release.text


OFFICIAL = "Inspector Jo Field said: “We held Al Brook.” PC Tim Ash led. Al Brook, 30, was charged with theft in Kent."


def test_officials_stay_unless_they_are_to_be_masked():
    found = extract(OFFICIAL, country="GB")
    assert "Jo Field" in redact(found).release.text and "Tim Ash" in redact(found).release.text
    masked = redact(found, officials=True)
    assert not re.search("Field|Ash", masked.release.text) and "[official 1]" in masked.release.text
    assert "Field" not in json.dumps(masked.to_dict())


def test_an_officer_who_is_charged_is_private():
    text = "PC Al Brook was charged with theft. Inspector Jo Field said: “He was held.”"
    masked = redact(record(text)).release.text
    assert "Brook" not in masked and "Jo Field" in masked


def test_a_mother_is_no_office():
    quote = Fact("quotes", {"speaker": "Di Wood", "role": "Sam's mother"}, 0, 4, "r")
    liaison = Fact("quotes", {"speaker": "Jo Field", "role": "family liaison officer"}, 0, 4, "r")
    found = private.persons(Record(Release("They spoke.", "r"), {"quotes": [quote, liaison]}))
    assert found.sure == ["Di Wood"] and found.officials == {"Jo Field"}


def test_contacts_that_the_release_gives_stay():
    text = "Call the press office on 01622 555123. Al Brook, of Luton, used 07700 900123. He was charged with theft."
    contact = Fact("contacts", {"kind": "phone", "value": "01622 555123"}, text.index("01622"), text.index(". Al"), "r")
    masked = redact(record(text, contacts=[contact])).release.text
    assert "01622 555123" in masked and "07700" not in masked


def test_unclaimed_rows_show_what_the_masked_text_shows():
    found = record("Al Brook, 34, of 5 Park Road.")
    found.unclaimed.append({"kind": "number", "text": "5", "start": 17, "end": 18})
    [row] = redact(found).unclaimed
    assert row["text"] == "[address]"


def test_what_was_masked_is_noted():
    redact(record("Al Brook, 34, of 5 Park Road, AB12 CDE."))
    assert {"Al Brook", "5 Park Road", "AB12 CDE"} <= set(redaction.noted())


def _gold(folder):
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        names = {name for fact in data["facts"].get("outcomes", []) for name in fact.get("names", [])}
        if names:
            yield data, names


def _plain(text):
    return " ".join(re.sub(r"[\s-]+", " ", text).lower().split())


@pytest.mark.parametrize("folder", ["dev", "own", "varied", "fresh", "wide", "press"])
def test_no_gold_name_is_left(folder, project, request):
    """Also names that extraction did not find. Says which release, and nothing of its text: some are held out."""
    place = request.getfixturevalue("shared") / "benchmark" / "dev" if folder == "dev" else (
        project / "data" / "benchmark" / folder)
    left = []
    for data, names in _gold(place):
        release = Release(data["text"], data["id"], data.get("country"), data.get("published"), data.get("title"))
        masked = redact(extract(release))
        everything = _plain(json.dumps(
            [masked.release.text, masked.release.title, masked.to_dict(), masked.checks, masked.unclaimed],
            ensure_ascii=False))
        if any(_plain(name) in everything for name in names):
            left.append(data["id"])
    assert left == []


@pytest.mark.parametrize("folder", ["own", "varied", "fresh", "wide", "press"])
def test_spans_keep_their_words(folder, project):
    """Each fact of a masked record points at the same words, but for what is masked in them."""
    for data, _ in _gold(project / "data" / "benchmark" / folder):
        before = extract(Release(data["text"], data["id"], data.get("country"), data.get("published")))
        mask = masker(before)
        _, _, pieces = mask.traced(before.release.text)
        after = redact(before)
        for old, new in zip(before, after, strict=True):
            inside = [piece for piece in pieces if old.start < piece.end and piece.start < old.end]
            words, at = [], old.start
            for piece in inside:
                words += [before.release.text[at:max(at, piece.start)], piece.mask]
                at = piece.end
            words.append(before.release.text[at:max(at, old.end)])
            assert after.evidence(new) == "".join(words)
