"""Offence phrases: what a charge lists, where it ends, and what is dropped."""

import pytest
from analysed import analysed

from beatbook.grammar import offences

READ = [
    # phrase behind "charged with", offences
    pytest.param("murder", ["murder"], id="one word"),
    pytest.param(
        "possession with intent to supply class A drugs",
        ["possession with intent to supply class a drugs"],
        id="intent to supply",
    ),
    pytest.param(
        "being concerned in the supply of heroin and crack cocaine",
        ["being concerned in the supply of heroin", "being concerned in the supply of crack cocaine"],
        id="shared head",
    ),
    pytest.param(
        "possession of a firearm and ammunition",
        ["possession of a firearm", "possession of ammunition"],
        id="possession of two things",
    ),
    pytest.param(
        "possession of a firearm and ammunition without a certificate",
        ["possession of a firearm without a certificate", "possession of ammunition without a certificate"],
        id="shared tail",
    ),
    pytest.param(
        "dealing in drugs and possession of unlicensed firearms and ammunition",
        ["dealing in drugs", "possession of unlicensed firearms", "possession of ammunition"],
        id="two heads",
    ),
    pytest.param("importing and supplying cocaine", ["importing cocaine", "supplying cocaine"], id="shared object"),
    pytest.param(
        "conspiracy to import, possess and supply cocaine",
        ["conspiracy to import, possess and supply cocaine"],
        id="verbs behind one to",
    ),
    pytest.param(
        "first- and second-degree murder", ["first-degree murder", "second-degree murder"], id="shared degree"
    ),
    pytest.param("drug and weapons offences", ["drug offences", "weapons offences"], id="shared offences"),
    pytest.param(
        "burglary, theft and handling stolen goods", ["burglary", "theft", "handling stolen goods"], id="list"
    ),
    pytest.param("manufacture or delivery of a drug", ["manufacture or delivery of a drug"], id="double name"),
    pytest.param(
        "possession of drugs for sale or supply", ["possession of drugs for sale or supply"], id="sale or supply"
    ),
    pytest.param(
        "assaulting an emergency worker and being drunk and disorderly",
        ["assaulting an emergency worker", "being drunk and disorderly"],
        id="fixed pair",
    ),
    pytest.param(
        "two counts of robbery contrary to section 8 of the Theft Act 1968", ["robbery"], id="counts, statute"
    ),
    pytest.param(
        "three counts of felony theft, two counts of forgery and one count of eluding",
        ["felony theft", "forgery", "eluding"],
        id="counts each",
    ),
    pytest.param("wire fraud, in violation of 18 U.S.C. § 1343", ["wire fraud"], id="code"),
    pytest.param("sections 21 and 29 of the NDPS Act", [], id="nothing but a statute"),
    pytest.param(
        "assault occasioning actual bodily harm (ABH)", ["assault occasioning actual bodily harm"], id="bracket"
    ),
    pytest.param(
        "supply prohibited drug (commercial quantity), deal with property proceeds of crime and participate in "
        "criminal group",
        [
            "supply prohibited drug (commercial quantity)",
            "deal with property proceeds of crime",
            "participate in criminal group",
        ],
        id="Australian charges",
    ),
    pytest.param(
        "trafficking in a controlled substance, possession of proceeds of crime over $5,000 and failing to comply",
        ["trafficking in a controlled substance", "possession of proceeds of crime over $5,000", "failing to comply"],
        id="Canadian charges",
    ),
    pytest.param("second-degree robbery", ["second-degree robbery"], id="degree kept"),
    pytest.param(
        "criminal possession of a weapon in the second degree",
        ["criminal possession of a weapon in the second degree"],
        id="degree behind",
    ),
    pytest.param(
        "possession with intent to distribute 500 grams or more of methamphetamine",
        ["possession with intent to distribute 500 grams or more of methamphetamine"],
        id="or more",
    ),
    pytest.param("a number of offences including burglary and theft", ["burglary", "theft"], id="including"),
    pytest.param(
        "offences ranging from GBH to possession of firearms", ["gbh", "possession of firearms"], id="ranging"
    ),
    pytest.param("driving under the influence of alcohol", ["driving under the influence of alcohol"], id="influence"),
    pytest.param(
        "driving while disqualified and failing to stop", ["driving while disqualified", "failing to stop"], id="while"
    ),
    pytest.param(
        "attempted murder and possession of a bladed article in a public place",
        ["attempted murder", "possession of a bladed article in a public place"],
        id="public place stays",
    ),
    pytest.param("failing to appear at court", ["failing to appear at court"], id="court stays"),
    pytest.param("possession of a firearm by a felon", ["possession of a firearm by a felon"], id="by a felon"),
    pytest.param("breach of a Sexual Harm Prevention Order", ["breach of a sexual harm prevention order"], id="order"),
    pytest.param(
        "common assault and criminal damage at an address in Leeds",
        ["common assault", "criminal damage"],
        id="place dropped",
    ),
    pytest.param("theft from a shop on 4 May", ["theft from a shop"], id="date dropped"),
    pytest.param("murder for the fatal shooting of a shopkeeper", ["murder"], id="cause dropped"),
    pytest.param(
        "possession of an offensive weapon after officers searched him",
        ["possession of an offensive weapon"],
        id="clause dropped",
    ),
    pytest.param("robbery and was remanded in custody", ["robbery"], id="verb behind"),
    pytest.param(
        "murder and a 31-year-old woman on suspicion of assisting an offender", ["murder"], id="person behind"
    ),
    pytest.param("theft, Inspector Hale said", ["theft"], id="speaker behind"),
    pytest.param("71 offences", [], id="a number of offences"),
    pytest.param("a combined 212 offences", [], id="a combined number"),
    pytest.param("two felonies", [], id="grades"),
    pytest.param(
        "encouraging or assisting the commission of an offence",
        ["encouraging or assisting the commission of an offence"],
        id="alternative verbs",
    ),
    pytest.param(
        "concealing, disguising, converting or transferring criminal property",
        ["concealing, disguising, converting or transferring criminal property"],
        id="four alternative verbs",
    ),
    pytest.param(
        "acquiring, using and possessing criminal property",
        ["acquiring criminal property", "using criminal property", "possessing criminal property"],
        id="three verbs, one object",
    ),
    pytest.param(
        "driving otherwise than in accordance with a licence",
        ["driving otherwise than in accordance with a licence"],
        id="in accordance",
    ),
    pytest.param(
        "failing to stop at the scene of a collision",
        ["failing to stop at the scene of a collision"],
        id="at the scene",
    ),
    pytest.param("travelling at 98mph in a 60mph zone", ["travelling at 98mph in a 60mph zone"], id="speed"),
    pytest.param("riding an e-scooter on a pavement", ["riding an e-scooter on a pavement"], id="pavement"),
    pytest.param(
        "driving with no insurance or licence", ["driving with no insurance or licence"], id="no insurance or licence"
    ),
    pytest.param(
        "using and carrying a firearm during and in relation to a crime of violence",
        [
            "using a firearm during and in relation to a crime of violence",
            "carrying a firearm during and in relation to a crime of violence",
        ],
        id="during and in relation to",
    ),
    pytest.param(
        "interference with interstate commerce by threats or violence",
        ["interference with interstate commerce by threats or violence"],
        id="means",
    ),
    pytest.param(
        "production, distribution and possession of child pornography",
        ["production of child pornography", "distribution of child pornography", "possession of child pornography"],
        id="three nouns, one object",
    ),
    pytest.param(
        "possession for the purpose of trafficking cocaine and fentanyl",
        ["possession for the purpose of trafficking cocaine", "possession for the purpose of trafficking fentanyl"],
        id="purpose",
    ),
    pytest.param(
        "having weapons while under disability", ["having weapons while under disability"], id="under disability"
    ),
    pytest.param(
        "conspiracy to supply cocaine between May 2020 and June 2021 and possession of criminal property",
        ["conspiracy to supply cocaine", "possession of criminal property"],
        id="dates between offences",
    ),
    pytest.param("robbery in Leeds on 4 May and burglary in Bradford", ["robbery", "burglary"], id="places between"),
    pytest.param(
        "driving dangerously on the A1 and failing to stop",
        ["driving dangerously", "failing to stop"],
        id="road between",
    ),
    pytest.param("burglary in Hull, the court heard", ["burglary"], id="court behind a place"),
    pytest.param("theft in Bury, leaving the shop in the dark", ["theft"], id="gerund behind a place"),
    pytest.param("Property Obtained by Crime", ["property obtained by crime"], id="by crime"),
    pytest.param(
        "Use Imitation Firearm During Commission of an Offence and Theft by Receiving",
        ["use imitation firearm during commission of an offence", "theft by receiving"],
        id="during commission",
    ),
    pytest.param("murder by an Old Bailey jury", ["murder"], id="by whom"),
    pytest.param("running a drug den out of a garage", ["running a drug den"], id="out of where"),
    pytest.param(
        "Possession for the Purpose of Trafficking – Cocaine",
        ["possession for the purpose of trafficking – cocaine"],
        id="the drug behind a dash",
    ),
    pytest.param("drink or drug driving", ["drink driving", "drug driving"], id="alternatives before one head"),
    pytest.param("building and selling ghost guns", ["building ghost guns", "selling ghost guns"], id="two gerunds"),
    pytest.param("being carried in a stolen conveyance", ["being carried in a stolen conveyance"], id="in a stolen"),
    pytest.param(
        "nine offences, among them aggravated break and enter and larceny",
        ["aggravated break and enter", "larceny"],
        id="among them",
    ),
    pytest.param("six, including larceny", ["larceny"], id="a number alone"),
    pytest.param(
        "offences as varied as drug-driving and handling stolen goods",
        ["drug-driving", "handling stolen goods"],
        id="as varied as",
    ),
    pytest.param("narcotics smuggling and turned over to the sheriff", ["narcotics smuggling"], id="turned over"),
    pytest.param("murder and with having a knife in public", ["murder", "having a knife in public"], id="and with"),
    pytest.param(
        "participation in a criminal organization", ["participation in a criminal organization"], id="participation"
    ),
    pytest.param("19 offences of theft and one of assaulting a guard", ["theft", "assaulting a guard"], id="one of"),
    pytest.param(
        "possess unauthorised firearm and not keep firearm safely",
        ["possess unauthorised firearm", "not keep firearm safely"],
        id="what was not done",
    ),
    pytest.param("an outstanding warrant", [], id="a warrant is no offence"),
    pytest.param("theft on fifteen occasions, taking meat and razors", ["theft"], id="what was taken"),
    pytest.param(
        "robbery in Leeds on 4 May, taking a vehicle without consent",
        ["robbery", "taking a vehicle without consent"],
        id="taking without consent",
    ),
    pytest.param("theft while visiting relatives", ["theft"], id="what else was done"),
    pytest.param("theft and the stolen car was returned", ["theft"], id="a subject behind and"),
    pytest.param("poaching; the van and the dogs were seized", ["poaching"], id="a subject behind a semicolon"),
    pytest.param("fraud and awaits sentencing", ["fraud"], id="a verb in the present"),
    pytest.param("infanticide and theft", ["infanticide", "theft"], id="one word shares no head"),
    pytest.param(
        "conspiracy to rob and to possession of a knife",
        ["conspiracy to rob", "possession of a knife"],
        id="to before a noun",
    ),
    pytest.param("two offences, namely theft and affray", ["theft", "affray"], id="namely"),
    pytest.param(
        "three counts of theft, two of illegal branding and one of arson",
        ["theft", "illegal branding", "arson"],
        id="counts told apart",
    ),
    pytest.param(
        "causing harassment, alarm or distress", ["causing harassment, alarm or distress"], id="words never parted"
    ),
    pytest.param("failing to stop after an accident", ["failing to stop after an accident"], id="after an accident"),
    pytest.param("assault after a row in a pub", ["assault"], id="after something else"),
    pytest.param("meeting a child following grooming", ["meeting a child following grooming"], id="following grooming"),
    pytest.param("theft while on bail", ["theft while on bail"], id="while on bail"),
    pytest.param("driving without insurance and theft", ["driving without insurance", "theft"], id="without one thing"),
    pytest.param("trafficking in cannabis (8 oz. to 5 lbs.)", ["trafficking in cannabis (8 oz. to 5 lbs.)"], id="oz."),
    pytest.param(
        "possessing stolen goods and gold-bearing material",
        ["possessing stolen goods", "possessing gold-bearing material"],
        id="a participle heads nothing",
    ),
]


@pytest.mark.parametrize(("phrase", "expected"), READ)
def test_read(phrase, expected):
    """The offences a phrase lists, without counts, statutes, places, dates and what follows."""
    doc = analysed(phrase)
    assert offences.read(doc, 0, len(doc.low))[0] == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "theft",
        "drug offences",
        "being drunk",
        "robbing a shop",
        "possess prohibited drug",
        "cannabis possession",
    ],
)
def test_likely(phrase):
    """Phrases that name an offence."""
    assert offences.likely([phrase])


@pytest.mark.parametrize(
    "phrase",
    [
        "questioning",
        "two weeks",
        "further tests",
        "the morning",
        "his bravery",
        "training",
        "medical treatment",
    ],
)
def test_unlikely(phrase):
    """What "for" and "in connection with" introduce besides."""
    assert not offences.likely([phrase])


@pytest.mark.parametrize("phrase", ["incident", "shooting", "collision", "drugs", "ongoing investigation"])
def test_events_are_no_charge(phrase):
    """Behind "in connection with" an event is no offence."""
    assert not offences.likely([phrase], strict=True)
