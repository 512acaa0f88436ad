"""Places: by the gazetteer, by their own words, by context; and what names no place."""

import pytest

from beatbook.facts import places
from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.records import Release

CASES = [
    # label, country, text, places, origin
    (
        "gazetteer",
        "GB",
        "The van came from Leeds and went to Greater Manchester.",
        ["Leeds", "Greater Manchester"],
        "wording",
    ),
    ("once", "GB", "Leeds officers met in Leeds. LEEDS is a city.", ["Leeds"], "wording"),
    ("street", "GB", "A house in Thornwick Lane was searched.", ["Thornwick Lane"], "wording"),
    ("village in no list", "GB", "He was stopped near Quellthorpe and taken away.", ["Quellthorpe"], "wording"),
    (
        "list of villages",
        "GB",
        "Warrants ran in Aldershaw, Fallowby and Burslow.",
        ["Aldershaw", "Fallowby", "Burslow"],
        "wording",
    ),
    (
        "street and village",
        "GB",
        "A flat in Alder Close, Millbeck, was searched.",
        ["Alder Close", "Millbeck"],
        "wording",
    ),
    ("adjective", "GB", "A Bradwell man and a Fallowby teenager were held.", ["Bradwell", "Fallowby"], "wording"),
    (
        "area",
        "GB",
        "They patrolled the Netherfold area and the Bellmoor estate.",
        ["Netherfold", "Bellmoor"],
        "wording",
    ),
    (
        "direction",
        "GB",
        "A gang from south London and east Fallowby was jailed.",
        ["south London", "east Fallowby"],
        "wording",
    ),
    ("of, after an age", "US", "Ann Vance, 44, of Larkburg, was charged.", ["Larkburg"], "wording"),
    ("town of", "GB", "They met in the town of Larkby.", ["Larkby"], "wording"),
    ("between", "GB", "It happened between Skelby and Marrick on Sunday.", ["Skelby", "Marrick"], "wording"),
    ("motion", "GB", "The drugs were driven to Larkport by night.", ["Larkport"], "wording"),
    ("bound for", "AU", "The parcels were bound for Quandong.", ["Quandong"], "wording"),
    ("dateline", "US", "LARKBURG – A jury has convicted two men of theft.", ["LARKBURG"], "wording"),
    (
        "dateline with state",
        "US",
        "LINCOLN, NEB. — Troopers found cocaine in a truck on Monday.",
        ["LINCOLN", "NEB."],
        "wording",
    ),
    ("town and state", "US", "She lives in Three Points, Arizona.", ["Three Points", "Arizona"], "bug"),
    ("postal state", "US", "They met in Larkburg, TN on Friday.", ["Larkburg", "TN"], "wording"),
    ("possessive in capitals", "GB", "NINE GUNS OFF LONDON'S STREETS THIS WEEK", ["LONDON"], "bug"),
    ("motorway", "GB", "A van was stopped on the M74 and a car on the A1(M).", ["M74", "A1(M)"], "wording"),
    (
        "interstate",
        "US",
        "Troopers stopped a truck on I-80, then one on State Highway 2.",
        ["I-80", "State Highway 2"],
        "wording",
    ),
    ("road in South Africa", "ZA", "Members stopped a bus on the R62 near Ladisberg.", ["R62", "Ladisberg"], "bug"),
    ("block", "US", "Shots were fired in the 700 block of Larch Street.", ["Larch Street"], "wording"),
    ("house number", "GB", "Officers searched 14 Alder Close that day.", ["14 Alder Close"], "wording"),
    ("numbered street", "US", "A home on North 5th Avenue was searched.", ["North 5th Avenue"], "wording"),
    (
        "port of entry",
        "US",
        "CBP officers at the Larkton Port of Entry found it.",
        ["Larkton Port of Entry"],
        "wording",
    ),
    (
        "port, airport, bridge",
        "IE",
        "It came through Dublin Port, Larkfield Airport and the Kestrel Bridge.",
        ["Dublin Port", "Larkfield Airport", "Kestrel Bridge"],
        "wording",
    ),
    ("street alone", "GB", "A house on the Esplanade was searched.", ["Esplanade"], "wording"),
    ("based", "GB", "The London-based gang used a Luton-registered van.", ["London", "Luton"], "wording"),
    ("several words, based", "US", "A San Diego-based firm was fined.", ["San Diego"], "bug"),
    (
        "abbreviation and full name",
        "GB",
        "The UK is safer. The United Kingdom is safer.",
        ["United Kingdom"],
        "wording",
    ),
    ("state and name", "NG", "Officers in Edo met. Later in Edo State they left.", ["Edo State"], "wording"),
    ("county", "IE", "A house in Co. Wexford was searched.", ["Co. Wexford"], "wording"),
    (
        "rank words in towns",
        "GB",
        "Men from Bishop Auckland and Port Talbot were held.",
        ["Bishop Auckland", "Port Talbot"],
        "bug",
    ),
    (
        "court that is a block of flats",
        "GB",
        "A man was held at Swaledown Court in Leeds.",
        ["Swaledown Court", "Leeds"],
        "wording",
    ),
    ("king's town", "ZA", "It began in King Edward's Town.", ["King Edward's Town"], "bug"),
    ("saint", "JM", "A raid in St Catherine ended it.", ["St Catherine"], "wording"),
    ("unlisted prefix", "AU", "An Upper Mount Gravitt man was charged.", ["Upper Mount Gravitt"], "bug"),
    (
        "list lines",
        "GB",
        "Results by town:\n- Leeds: two arrests\n- Burnfold: one arrest\n- York: four arrests",
        ["Leeds", "Burnfold", "York"],
        "wording",
    ),
    # no place
    ("force", "GB", "Kent Police and Greater Manchester Police helped.", [], "no match"),
    ("court", "GB", "He appeared at Leeds Crown Court and Folkestone Magistrates’ Court.", [], "no match"),
    ("courts in a list", "ZA", "They appear in the Athlone and Bellville Magistrate’s Courts.", [], "no match"),
    ("police station", "GB", "He was taken to Barking police station.", [], "no match"),
    ("a police station somewhere", "GB", "He is at a south London police station.", ["south London"], "wording"),
    ("operation", "GB", "The Met's Operation Venice ended.", [], "no match"),
    ("people", "AU", "A Victorian man and a Mexican citizen were held.", [], "no match"),
    ("months", "GB", "A boy died in March and another in May.", [], "no match"),
    ("surname", "GB", "Sgt Ann Lincoln came. Lincoln said it was late.", [], "no match"),
    ("person", "GB", "Florence Chester, 30, was arrested.", [], "no match"),
    ("make", "GB", "They came in a Land Rover Discovery and a BMW.", [], "no match"),
    ("judicial district", "US", "He was charged in the Northern District of Texas.", [], "no match"),
    ("US citizen", "US", "The driver is a U.S. citizen with U.S. currency.", [], "no match"),
    ("the US", "GB", "The cash was sent to the US.", ["US"], "wording"),
    ("paramilitaries", "GB", "They are linked to the North Antrim UDA.", [], "no match"),
    ("rifle and pills", "US", "An M16 rifle and M30 pills were found.", [], "no match"),
    ("adjectives at a sentence's start", "GB", "Elderly residents cheered. Armed men fled.", [], "no match"),
    ("indirect object", "GB", "Give it to Crimestoppers or to Smith.", [], "no match"),
    ("contact line", "GB", "Anyone with information can call Bedford officers on 01234 567890.", [], "no match"),
    (
        "related stories",
        "GB",
        "A man was held in Leeds.\n\nRelated stories\nThree guns found in Salford",
        ["Leeds"],
        "no match",
    ),
    ("announced", "GB", "Towns including Quellby and Marrick were visited.", ["Quellby", "Marrick"], "wording"),
    ("announced by a list", "GB", "Searches ran in:\n\n- Pennywold\n- Quellby", ["Pennywold", "Quellby"], "wording"),
    ("counties", "US", "They live in Larkin and Quell counties.", ["Larkin", "Quell"], "wording"),
    ("announced things", "GB", "Officers seized:\n\n- Cocaine\n- Heroin", [], "no match"),
    ("generic names", "GB", "A stand stood outside the Railway Station in the Town Centre.", [], "no match"),
    ("detention centre", "US", "He is in the Greene County Detention Center.", [], "no match"),
    ("verb after a village", "GB", "Residents in Quellby told officers.", ["Quellby"], "bug"),
    (
        "all in capitals",
        "JM",
        "A MAN FROM LINSTEAD WAS TAKEN INTO CUSTODY WITH CASH IN HAND, AND TWO MEN FROM BRAETON WERE HELD IN COURT.",
        ["LINSTEAD", "BRAETON"],
        "wording",
    ),
    ("road number and name", "GB", "They drove along the A452 Chester Road.", ["A452", "Chester Road"], "wording"),
    ("in the", "GB", "He lives in the Gorbals.", ["Gorbals"], "wording"),
    ("hospital and prison", "GB", "He went to Salford Royal Hospital and HMP Forest Bank.", [], "no match"),
]


def found(text, country=None):
    """The names of the places of a text."""
    doc = Doc(Release(text, country=country))
    doc.scopes = scopes(doc)
    return [fact.slots["name"] for fact in places.find(doc)]


@pytest.mark.parametrize(
    ("country", "text", "expected"), [pytest.param(c, t, e, id=f"{o}: {n}") for n, c, t, e, o in CASES]
)
def test_places(country, text, expected):
    """Each place once, as written, in the order of the text."""
    assert sorted(found(text, country)) == sorted(expected)


def test_spans_are_the_names():
    """A place's span is its name."""
    text = "A van was stopped on the A1(M) near Fallowby, north of east Leeds."
    doc = Doc(Release(text, country="GB"))
    doc.scopes = scopes(doc)
    for fact in places.find(doc):
        assert text[fact.start : fact.end] == fact.slots["name"]


def test_empty_text_has_no_places():
    """Nothing comes of nothing."""
    assert found("") == []
