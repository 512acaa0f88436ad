"""The crimes behind an operation: events are told apart from the offences that somebody is charged with."""

import pytest
from analysed import analysed

from beatbook.facts import incidents


def found(text):
    """(kind, count) of each incident of the text, sorted."""
    doc = analysed(text)
    return sorted(((fact["kind"], fact["count"]) for fact in incidents.find(doc)), key=str)


WORDINGS = [
    # label, text, expected
    ("as many as were struck", "Three were held over the burglaries of two gun shops.", [("burglary", 2)]),
    ("the robberies of four jewellers", "The charges relate to the robberies of four jewellers.", [("robbery", 4)]),
    ("detectives investigating a shooting in hull",
     "Detectives investigating a shooting in Hull arrested two men.",
     [("shooting", 1)]),
    ("a man was stabbed in mill", "A man was stabbed in Mill Road on Friday.", [("stabbing", 1)]),
    ("a man was stabbed in mill 2", "A man was stabbed in Mill Road. He died at the scene.", [("murder", 1)]),
    ("a man was arrested in connection",
     "A man was arrested in connection with a robbery at a shop.",
     [("robbery", 1)]),
    ("the arrests follow a series of", "The arrests follow a series of burglaries in Ely.", [("burglary", None)]),
    ("the arrests follow a spate of", "The arrests follow a spate of 14 burglaries in Ely.", [("burglary", 14)]),
    ("three men were jailed after a", "Three men were jailed after a knifepoint robbery in Leeds.", [("robbery", 1)]),
    ("she was convicted of the murder", "She was convicted of the murder of Ann Pell.", [("murder", 1)]),
    ("a murder investigation was launched after",
     "A murder investigation was launched after a man was shot dead in Luton.",
     [("murder", 1)]),
    ("officers recovered a car stolen in",
     "Officers recovered a car stolen in a burglary the day before.",
     [("burglary", 1)]),
    ("two teenagers were kidnapped from a", "Two teenagers were kidnapped from a house in Bolton.", [("kidnap", 1)]),
    ("police are appealing after a fatal",
     "Police are appealing after a fatal collision on the A1.",
     [("collision", 1)]),
    ("a 40-year-old man was killed in", "A 40-year-old man was killed in a crash on the A1.", [("collision", 1)]),
    ("the two were linked to six", "The two were linked to six smash-and-grabs at jewellers.", [("theft", 6)]),
    ("disorder broke out in the town",
     "Disorder broke out in the town centre and 40 people were arrested.",
     [("disorder", 1)]),
    ("shots were fired at a house", "Shots were fired at a house in Croxteth.", [("shooting", 1)]),
    ("the gun was used in a", "The gun was used in a shooting in Leeds in May.", [("shooting", 1)]),
    ("detectives linked the gun to two",
     "Detectives linked the gun to two murders and five shootings.",
     [("murder", 2), ("shooting", 5)]),
    ("gang members carried out 17 robberies",
     "Gang members carried out 17 robberies on commuters.",
     [("robbery", 17)]),
    ("the pair targeted pensioners in a",
     "The pair targeted pensioners in a courier fraud that netted £50,000.",
     [("fraud", 1)]),
    ("a post office was robbed at", "A post office was robbed at gunpoint.", [("robbery", 1)]),
    ("officers were called to reports of", "Officers were called to reports of an assault in Bow.", [("assault", 1)]),
    ("two fatal overdoses were linked to", "Two fatal overdoses were linked to the pills.", [("overdose", 2)]),
    ("the suspects set fire to a", "The suspects set fire to a car.", [("arson", 1)]),
    ("four suspects were arrested after a",
     "Four suspects were arrested after a cash-in-transit robbery near Soweto.",
     [("robbery", 1)]),
    ("police foiled a business robbery in", "Police foiled a business robbery in Durban.", [("robbery", 1)]),
    ("officers are investigating after a man",
     "Officers are investigating after a man was shot in the leg. The shooting happened in Elm Road.",
     [("shooting", 1)]),
    ("two carjackings and a home invasion",
     "Two carjackings and a home invasion were solved.",
     [("robbery", 2), ("burglary", 1)]),
    ("knifed to death", "A man who knifed a 17-year-old to death has been jailed.", [("murder", 1)]),
    ("robbed five shops", "The gang robbed five shops in Hull.", [("robbery", 5)]),
    ("on five occasions", "A crew that held up security guards on five occasions was jailed.", [("robbery", 5)]),
    ("fired at", "A house in Hull was fired at on Friday.", [("shooting", 1)]),
    ("ploughed into", "The car sped off and ploughed into a bus shelter.", [("collision", 1)]),
    ("hijacked in", "A white bakkie, hijacked in Benoni on 3 June, was recovered.", [("robbery", 1)]),
    ("petrol bomb", "A petrol bomb was thrown at a flat in Derry.", [("arson", 1)]),
    ("break and enter", "The rifle was stolen in a 2021 break and enter at a store.", [("burglary", 1)]),
    ("behind thefts", "Detectives believe the gang is behind upwards of 900 snatch thefts since Christmas.",
     [("theft", 900)]),
    ("dated murder", "Police arrested a man in the November 30 murder of Ana Ruiz.", [("murder", 1)]),
    ("assault of a girl", "They arrested a man wanted for the sexual assault of a girl on a train.", [("assault", 1)]),
    ("a figure in speech", "“Nine stabbings in a weekend are nine too many,” he said.", [("stabbing", 9)]),
    ("incidents of gunfire", "The area saw seven reported incidents of gunfire.", [("shooting", 7)]),
    ("charges follow a series", "The charges follow a series of four shootings in Hull.", [("shooting", 4)]),
    ("homes were burgled", "Four homes were burgled in one night.", [("burglary", 4)]),
    ("people defrauded", "The pair defrauded 40 pensioners of £2m.", [("fraud", 1)]),
    ("spate led", "A spate of car thefts led to the operation.", [("theft", None)]),
    ("murder inquiry", "The body of a man was found in Hull; a murder inquiry has begun.", [("murder", 1)]),
    ("wanted for an event", "He was wanted for a stabbing in Bath.", [("stabbing", 1)]),
    ("sought over", "A couple sought by Brazil over a kidnapping came to notice at the airport.", [("kidnap", 1)]),
    ("places suffer", "Three bungalows on Elm Road were broken into overnight.", [("burglary", 3)]),
    ("people suffer", "In all, twelve motorists were carjacked at traffic lights.", [("robbery", 12)]),
    ("participle behind its sufferer", "Police were sent to help a man stabbed in the neck.", [("stabbing", 1)]),
    ("shared auxiliary", "A jeweller was tied up and robbed in Hatton Garden.", [("robbery", 1)]),
    ("nominal with its objects", "He was charged over the torching of four sheds in Ryde.", [("arson", 4)]),
    ("plural at so many places", "Detectives link the crew to break-ins at three more pharmacies.", [("burglary", 3)]),
    ("reports of", "The unit has taken 52 reports of van theft in a month.", [("theft", 52)]),
    ("such", "Nineteen such robberies are laid at their door.", [("robbery", 19)]),
    ("occasions", "She had admitted theft on eleven occasions.", [("theft", 11)]),
    ("pleaded to so many", "He pleaded guilty to nine burglaries.", [("burglary", 9)]),
    ("helped themselves", "The pair helped themselves to spirits from the same shop on six occasions.", [("theft", 6)]),
    ("overdosed", "Both overdosed that night.", [("overdose", 2)]),
    ("died of overdoses", "“Four people in one street died of overdoses in a month,” he said.", [("overdose", 4)]),
    ("left the road", "A rider was badly hurt when his machine left the road at Shap.", [("collision", 1)]),
    ("hit a thing", "He drove off and hit a parked van on Mill Lane.", [("collision", 1)]),
    ("hit by", "A pensioner was knocked down by a delivery van in Leith.", [("collision", 1)]),
    ("line of figures", "Results\n\nCollisions, slight injury: 6\nFines: 20\n", [("collision", 6)]),
    ("doers", "Thieves smashed through the shutters of a cycle shop in Hove.", [("burglary", 1)]),
    ("gunmen", "Gunmen opened fire outside a bar in Cork.", [("shooting", 1)]),
    ("police under fire", "Two men opened fire on officers. Both suspects were shot dead.", [("shooting", 1)]),
    ("stolen from a place", "In the barn was a generator stolen from a building site in Deal.", [("theft", 1)]),
    ("bare plural of the case", "Two of the guns had been stolen in burglaries around Banff.", [("burglary", None)]),
    ("bullets", "A bullet struck the wall of a house.", [("shooting", 1)]),
    ("an article before a date", "The charges stem from a March 3 robbery of a bank in Tulsa.", [("robbery", 1)]),
    ("a death that is a murder", "Two men were held over the death of Ana Ruiz. Both are accused of murder.",
     [("murder", 1)]),
    ("hit by burglars", "Six shops were hit by burglars in one night.", [("burglary", 6)]),
    ("what thieves took", "Thieves stole nine mopeds from a showroom in Kent.", [("theft", 1)]),
    ("carried out since", "The crew has carried out 27 burglaries since January.", [("burglary", 27)]),
    ("driven at", "He drove a van at two officers.", [("assault", 1)]),
    ("a wave of", "It followed a wave of moped robberies in Islington.", [("robbery", None)]),
    ("of one with an age", "Two were convicted of the murder of 16-year-old Sam Reid.", [("murder", 1)]),
    ("guilty of murdering", "Four men were found guilty of murdering Ali Hassan.", [("murder", 1)]),
    ("drugs that kill", "The fentanyl he sold killed a student.", [("overdose", 1)]),
    ("a scam that was run", "Two brothers ran a romance scam that took £400,000.", [("fraud", 1)]),
    ("a kind of attack", "A ransomware attack on a council is under investigation.", [("other", 1)]),
    ("two in one sentence", "They are linked to a robbery at a bank in Hull and a robbery at a shop in Goole.",
     [("robbery", 1), ("robbery", 1)]),
    ("found stabbed", "A boy was found stabbed in Peckham.", [("stabbing", 1)]),
    ("after doing it", "He was arrested after robbing a courier in Bow.", [("robbery", 1)]),
    ("in a list's entry", "This week:\n\n- Elm Road, Sunday – a stolen Audi crashed into a garden wall.\n"
     "- Ash Road – nothing.\n", [("collision", 1)]),
    ("punched and robbed", "He was punched in the face and robbed of his watch.", [("robbery", 1)]),
    ("a scam uncovered", "Investigators uncovered a $4.5 million romance scam.", [("fraud", 1)]),
    ("hundreds defrauded", "The call centre defrauded hundreds of elderly people.", [("fraud", 1)]),
    ("a gun fired", "A gun was fired in Harlesden.", [("shooting", 1)]),
    ("a series and one of it", "Six were held after a series of armed robberies in Hull. In one robbery, a man fell.",
     [("robbery", None)]),
    ("cars stolen", "A gang who stole 60 high-value cars from driveways was jailed.", [("theft", 60)]),
    ("vans were stolen", "Three vans were stolen overnight in Bolton.", [("theft", 3)]),
    ("shops that were robbed", "He got nine years for robbing three convenience stores in Hull.", [("robbery", 3)]),
    ("people who were attacked", "Bandits attacked two farmers in Jos.", [("assault", 1)]),
    ("money inside", "The pair are charged over a £40 million cash robbery.", [("robbery", 1)]),
    ("a scheme by name", "A jury convicted him of running a $12 million Ponzi scheme.", [("fraud", 1)]),
    ("a role", "He was sentenced for his role in an armed robbery in Detroit.", [("robbery", 1)]),
    ("a fight opens", "A fight outside a pub led to two arrests.", [("disorder", 1)]),
    ("break-ins open", "Car break-ins in the theater lot led detectives to the teens.", [("theft", None)]),
    ("hit by hand or with a thing", "He struck the guard over the head. He hit her with a bat.", [("assault", 1)]),
    ("a car hit a person", "A car struck a woman in the High Street on Monday.", [("collision", 1)]),
    ("a van hit somebody", "A van hit him on the A13.", [("collision", 1)]),
    ("killed by a truck", "A woman was struck and killed by a pickup truck.", [("collision", 1)]),
    ("at knifepoint", "Her bag was stolen at knifepoint.", [("robbery", 1)]),
    ("a firm defrauded", "The scheme defrauded Medicare of $30 million.", [("fraud", 1)]),
    ("suffered", "The student suffered a fatal fentanyl overdose.", [("overdose", 1)]),
]
NO_MATCH = [
    # label, text, expected
    ("what a car has", "The conviction was overturned by the Court of Appeal.", []),
    ("a suspect is killed", "A suspect was fatally wounded by police.", []),
    ("a death that is none", "An inquiry into the death of Ana Ruiz, who fell from a roof, is open.", []),
    ("stolen from a home", "A safe stolen from a house was found.", []),
    ("suspected stolen", "A quad bike suspected stolen from a farm was found.", []),
    ("reported stolen", "A van reported stolen from a garage was found.", []),
    ("taken by police", "Samples were taken from a shop in Hull.", []),
    ("relieved by customs", "Customs staff relieved a passenger of six snails.", []),
    ("charges in a list", "He is charged with:\n\n- two robberies with a knife in a public place in Leeds\n", []),
    ("counts", "She pleaded guilty to three counts of robbery.", []),
    ("the fight against crime", "It is part of the fight against crime.", []),
    ("four of the burglaries", "Four of the burglaries happened at night.", []),
    ("children's ages", "He was convicted of fraud. The children, 9 and 11 at the time, were told of it.", []),
    ("two men were charged with murder", "Two men were charged with murder.", []),
    ("he was arrested on suspicion of", "He was arrested on suspicion of robbery.", []),
    ("he was jailed for robbery and", "He was jailed for robbery and burglary.", []),
    ("knife crime and robbery blight our", "Knife crime and robbery blight our towns.", []),
    ("the murder investigation team made an", "The murder investigation team made an arrest.", []),
    ("officers seized an assault rifle", "Officers seized an assault rifle.", []),
    ("armed robberies rose by five per", "Armed robberies rose by five per cent.", []),
    ("the team tackles robbery burglary and", "The team tackles robbery, burglary and theft.", []),
    ("a fire at a warehouse is", "A fire at a warehouse is being treated as arson.", []),
    ("nobody was shot", "Nobody was shot.", []),
    ("a man who threatened to stab", "A man who threatened to stab staff was arrested.", []),
    ("he stole a phone in one", "He stole a phone in one of the robberies.", []),
    ("police shot", "Officers shot a dog.", []),
    ("slashed tyres", "He slashed the tyres of a car.", []),
    ("robbed of", "It robbed them of sleep.", []),
    ("an officer held", "An officer was assaulted during the arrest.", []),
    ("an emergency worker", "The man assaulted an emergency worker and was charged.", []),
    ("stolen things found", "Two stolen bikes were recovered from a garage.", []),
    ("some of those stolen", "Two of the cars were stolen in two burglaries.", [("burglary", 2)]),
    ("never acceptable", "An assault on a nurse is never acceptable.", []),
    ("fewer", "There were 12 fewer robberies in the park.", []),
    ("could report", "Callers can report a fraud to the bank.", []),
    ("a sentence served", "He has served a sentence for a robbery in 2015.", []),
    ("training", "Officers were trained in dealing with a riot.", []),
    ("a deer", "The gun was used in the killing of a deer.", []),
    ("hit with a term", "He was hit with a 10-year sentence.", []),
    ("tried to rob", "He planned to rob a bank and threatened to shoot a man.", []),
]


@pytest.mark.parametrize("text,expected", [case[1:] for case in WORDINGS], ids=[case[0] for case in WORDINGS])
def test_wording(text, expected):
    """The events of a text, each once, with how many."""
    assert found(text) == sorted(expected, key=str)


@pytest.mark.parametrize("text,expected", [case[1:] for case in NO_MATCH], ids=[case[0] for case in NO_MATCH])
def test_no_match(text, expected):
    """Offences, plans, statistics and kinds of things give nothing."""
    assert found(text) == expected


def test_a_text_that_breaks_off():
    """A text may end right behind a number."""
    assert found("He admitted theft on one hundred") == []


def test_a_series_without_a_number_is_vague():
    """"A series of burglaries" has no number and says so."""
    doc = analysed("The arrests follow a series of burglaries in Ely.", published=None)
    fact, = incidents.find(doc)
    assert (fact["count"], fact["modifier"]) == (None, "vague")
