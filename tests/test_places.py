"""Places: by the gazetteer, by their own words, by context; and what names no place."""

import pytest

from beatbook.facts import places
from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.records import Release

CASES = [
    # label, country, text, places, origin
    ("ampersand", "GB", "It covers Tyne & Wear and Leeds.", ["Tyne & Wear", "Leeds"], "wording"),
    ("two compass words", "GB", "Arrests were made in North West England.", ["North West England"], "wording"),
    (
        "compass letters",
        "GB",
        "A shop in North West England burned. Men in NW England were held.",
        ["North West England"],
        "wording",
    ),
    ("saint with apostrophe", "GB", "They searched a house in St Ann’s, in May.", ["St Ann’s"], "wording"),
    (
        "dateline without spaces",
        "US",
        "PHOENIX—A grand jury has\nindicted nine men, all of them held.",
        ["PHOENIX"],
        "bug",
    ),
    (
        "short state in a dateline",
        "US",
        "LOUISVILLE, Ky— In two days last week, officers seized a load of watches.",
        ["LOUISVILLE", "Ky"],
        "wording",
    ),
    ("raised ordinal", "US", "Lee Fall, 32, of 549 39\nth\nStreet, was charged.", ["549 39th Street"], "bug"),
    (
        "no place: amount before in",
        "US",
        "$18 Million in Earrings, Necklaces Seized\n\nA load was held.",
        [],
        "no match",
    ),
    ("no place: a drug after brackets", "US", "They took 1 kilogram (35 ounces) of Fentanyl there.", [], "no match"),
    ("no place: letters in a list", "GB", "Partners came from Leeds, SEEFAC and Hull.", ["Leeds", "Hull"], "no match"),
    ("no place: a body's prefix", "US", "In the HSI-El Dorado area agents made 80 arrests.", [], "no match"),
    ("no place: cartel", "US", "They meant to break up the Jalisco Nine cartel.", [], "no match"),
    (
        "no place: other story",
        "GB",
        "Officers found drugs in Leeds.\nRead more: Two arrests after raid in Hull\nThey left.",
        ["Leeds"],
        "no match",
    ),
    ("no place: drive", "GB", "The Summer Drink and Drug Drive campaign ran in Leeds.", ["Leeds"], "no match"),
    (
        "no place: state troopers",
        "US",
        "New York State Troopers held a man of Utica, New York.",
        ["Utica", "New York"],
        "no match",
    ),
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
    # spellings
    (
        "state with its abbreviation",
        "US",
        "LARKBURG, Ariz. – Men met in Arizona on Monday.",
        ["LARKBURG", "Arizona"],
        "bug",
    ),
    (
        "two abbreviations",
        "US",
        "A man from Larkburg, N.Y., and Burslow, NY, was held.",
        ["Larkburg", "N.Y.", "Burslow"],
        "bug",
    ),
    ("state in brackets", "US", "Larkburg (Ark.) officers worked overtime.", ["Larkburg", "Ark."], "bug"),
    ("province alone", "CA", "Police arrested three men in B.C. on Monday.", ["B.C."], "bug"),
    (
        "no last stop",
        "US",
        "Raids ran in Larkburg, N.M; Burslow, Mi; and Ohio.",
        ["Larkburg", "N.M", "Burslow", "Mi", "Ohio"],
        "bug",
    ),
    (
        "a mount, no state",
        "US",
        "They were held in Larkburg, Mt. Quellby and Ohio.",
        ["Larkburg", "Mt. Quellby", "Ohio"],
        "bug",
    ),
    (
        "capital of the states",
        "US",
        "He flew from Washington, D.C., to Ohio and Washington, DC.",
        ["Washington, D.C.", "Ohio"],
        "bug",
    ),
    (
        "counties that share a head",
        "US",
        "Raids ran in Larkin, Quell and Marsden Counties. Later, Quell County was named.",
        ["Larkin", "Quell County", "Marsden"],
        "bug",
    ),
    # streets
    (
        "numbered street with quarter",
        "US",
        "He ran along N. 13th Street and 8th Street NW.",
        ["N. 13th Street", "8th Street NW"],
        "bug",
    ),
    ("numbered street with house", "US", "She lives at 278 East 40th Street.", ["278 East 40th Street"], "bug"),
    ("street's stop", "US", "He ran along E 42nd St. in Ohio.", ["E 42nd St.", "Ohio"], "bug"),
    ("quarter behind", "US", "It lay on Pacific Avenue S. near Ohio.", ["Pacific Avenue S.", "Ohio"], "bug"),
    ("gang of a street", "US", "The 18th Street gang was hit in Ohio.", ["Ohio"], "no match"),
    ("canal with possessor", "GB", "It lay in the Quellby’s Canal.", ["Quellby’s Canal"], "wording"),
    ("two words of direction", "GB", "They dealt across south west London.", ["south west London"], "wording"),
    ("lower-case head", "NG", "Pills were found at Quellby seaport.", ["Quellby seaport"], "wording"),
    ("region of no town", "AU", "Drugs went to the Quellby region.", ["Quellby region"], "wording"),
    ("borough by title", "GB", "The Royal Borough of Greenwich helped.", ["Royal Borough of Greenwich"], "wording"),
    ("unlisted name with a suffix", "US", "A Quell Hook-based firm paid.", ["Quell Hook"], "bug"),
    ("out of", "US", "It was stolen out of Quellby last week.", ["Quellby"], "wording"),
    (
        "names and ages",
        "US",
        "Held: Tom Pike, 34, Boston; Ann Vance, 22, Dayton; Raj Dale, 50, of Larkburg, N.H.",
        ["Boston", "Dayton", "Larkburg", "N.H."],
        "bug",
    ),
    ("dossier", "US", "Police arrested Jamal Vance (M/27/Larkburg) on Monday.", ["Larkburg"], "bug"),
    ("settlement in apposition", "GB", "The county's biggest town, Quellby, was hit.", ["Quellby"], "wording"),
    ("village's street", "GB", "He was seen in Quellby's Ash Street.", ["Quellby", "Ash Street"], "bug"),
    (
        "followed to",
        "GB",
        "The car was followed to Quellby and stopped short of Marrick.",
        ["Quellby", "Marrick"],
        "bug",
    ),
    ("gang apps", "US", "They wrote via Quellgram, Marrick and Burslow chats.", [], "no match"),
    ("officer and firm", "US", "Goods stolen from Quell Outdoor Supply were found.", [], "no match"),
    (
        "list after an of",
        "NZ",
        "Warrants ran in Bay of Plenty, Waikato and Rotorua.",
        ["Bay of Plenty", "Waikato", "Rotorua"],
        "bug",
    ),
    (
        "street of two words",
        "US",
        "It lay in the 100 block of 48th Street Court East.",
        ["48th Street Court East"],
        "bug",
    ),
    # what names no place
    (
        "houses, stations, districts, states",
        "US",
        "The White House, the Quell Police Station, the Quell School District, the Golden State Killer and the "
        "Federal Reserve were named.",
        [],
        "no match",
    ),
    (
        "office's address",
        "US",
        "The Kestrel District Attorney's Office, 12 Larch Street, Suite 4, Dayton, OH 44000.",
        [],
        "no match",
    ),
    (
        "home's address",
        "US",
        "Ann Vance, 44, of 12 Larch Street, Dayton, OH 44000, was held.",
        ["12 Larch Street", "Dayton", "OH"],
        "wording",
    ),
    ("whom to call", "US", "Call the office in Dayton at 937-555-0100 or visit www.kestrel.example.", [], "no match"),
    (
        "contact at the top",
        "US",
        "Media Contact:\nAnn Vance, Dayton office\n\nOfficers arrested a man in Larkburg, Ohio, on Monday.",
        ["Larkburg", "Ohio"],
        "bug",
    ),
    (
        "title case",
        "US",
        "Pike Was Sentenced Yesterday In U.S. District Court In St. Paul, Minnesota, For Theft Of A Car And A Bond.",
        ["St. Paul", "Minnesota"],
        "bug",
    ),
    (
        "headline's preposition",
        "US",
        "Woman Pushed Man Into Freight Train, officers of San Diego County said on Monday.",
        ["San Diego County"],
        "bug",
    ),
    ("dash within a word", "US", "Dubbed “Dry Wash,” the 14-month probe used cameras and two informants.", [], "bug"),
    (
        "news service",
        "US",
        "LARKBURG, N.C. (AP) — Police arrested two men on Monday.",
        ["LARKBURG", "N.C."],
        "no match",
    ),
    ("court of law", "AU", "She got a Future Court Attendance Notice and faces Special Drug Court.", [], "no match"),
    (
        "response team",
        "CA",
        "The Lower Quell District Emergency Response Team and Larkfield SWAT came.",
        [],
        "no match",
    ),
    ("unit's letters", "NZ", "Sergeant Ann Vance, Gisborne CIB, led it.", [], "no match"),
    ("street and agency", "US", "From a flat on Walden Avenue HSI removed a drive.", ["Walden Avenue"], "bug"),
    ("departments in a list", "US", "The Anaheim, Quellby, and Buena Park Police Departments helped.", [], "no match"),
    ("departments of towns", "US", "The Police Departments of Dayton, Quellby and Akron helped.", [], "no match"),
    (
        "attorneys of counties",
        "US",
        "The District Attorneys of San Diego, Alameda and Quell counties helped.",
        [],
        "no match",
    ),
    ("force of a town and state", "US", "The Dayton, Ohio, Police Department helped.", [], "no match"),
    ("small court", "US", "He pleaded in Quell County district court.", [], "no match"),
    ("county's supervisor", "US", "Thanks go to Ann Vance, Miami-Dade County Supervisor of Elections.", [], "no match"),
    ("currency", "KE", "Bhang valued at Sh3.5 million was found in Nairobi.", ["Nairobi"], "bug"),
    ("alias", "US", "Sam Lee, a/k/a “Brooklyn,” was held in Ohio.", ["Ohio"], "no match"),
    (
        "cartel and chapter",
        "US",
        "The Quell Cartel and the gang’s East Bay chapter were hit in Ohio.",
        ["Ohio"],
        "no match",
    ),
    (
        "nation that is a gang",
        "US",
        "Members of the United Blood Nation met on the Navajo Nation.",
        ["Navajo Nation"],
        "no match",
    ),
    ("dairy in a town", "US", "The men went to Quellby Dairy in Dayton.", ["Dayton"], "no match"),
    (
        "police stations",
        "IE",
        "Gardaí from Store Street, Pearse Street and Mountjoy Garda stations came.",
        [],
        "no match",
    ),
    ("gang of a district", "GB", "The Woolwich Boys were jailed.", [], "no match"),
    ("minister of a place", "GB", "The Mayor of London, Sade Vance, said so.", ["London"], "no match"),
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
