"""Seizures: amounts behind their things, values in later words and sentences, and what several things share."""

import pytest
from analysed import analysed

from beatbook.resolve.seizures import find

CASES = [
    ("a weight by each package", "Officers found six blocks of cocaine, each weighing half a kilo.", "GB",
     ["cocaine 3 kg"]),
    ("the scales tipped", "Agents seized 24 bales of cocaine tipping the scales at 1,546 pounds.", "US",
     ["cocaine 1546 lb"]),
    ("a relative clause weighs", "Officers seized 41 bricks of cocaine that weighed in at 90 pounds.", "US",
     ["cocaine 90 lb"]),
    ("it weighed", "Officers found cannabis in the loft. It weighed 4.1kg.", "GB", ["cannabis 4.1 kg"]),
    ("bricks weighed later", "Officers found 35 bricks of cocaine in the van. They weighed a combined 38kg.", "GB",
     ["cocaine 38 kg"]),
    ("labels behind", "Agents seized six burlap bundles of marijuana. Weight: 312 pounds. Value: $234,000.", "US",
     ["cannabis 312 lb 234000 USD"]),
    ("a dog's weight", "Officers found a knife. The dog weighed 20kg.", "GB", ["knife 1 item"]),
    ("so much of it", "Officers seized liquid meth, 96.7 pounds of it, valued at more than $150,000.", "US",
     ["methamphetamine 96.7 lb 150000 USD"]),
    ("so many of them", "The football shirts were seized: 16,500 of them, every one a fake.", "GB",
     ["football shirt 16500 item"]),
    ("some of them", "Officers seized 12 pistols, three of them loaded.", "GB",
     ["pistol 12 item", "pistol 3 item part"]),
    ("a unit told once", "Police seized 14 pounds of marijuana, four of meth and one of cocaine, or 19 lbs. all told.",
     "US", ["cannabis 14 lb", "methamphetamine 4 lb", "cocaine 1 lb", "drugs 19 lb total"]),
    ("bags behind the drug", "Officers seized suspected ketamine in 140 snap bags.", "GB", ["ketamine 140 wrap"]),
    ("a street name beside a drug", "Officers seized 38 deals of heroin and 22 of crack wrapped in clingfilm.", "GB",
     ["heroin 38 wrap", "crack cocaine 22 wrap"]),
    ("a bracket of amounts", "Officers seized cannabis (143 plants; £60,000).", "GB",
     ["cannabis 143 plant 60000 GBP"]),
    ("a bracket of weight and value", "Gold dust in wax form (5.20 kg; Rs. 3.80 crore) was recovered.", "IN",
     ["gold dust 5.2 kg 38000000 INR"]),
    ("so much worth", "Officers seized 318 plants, up to £267,000 worth, and a dehumidifier.", "GB",
     ["cannabis 318 plant 267000 GBP", "dehumidifier 1 item"]),
    ("worth of, in pounds", "More than half a million pounds’ worth of cannabis was seized.", "GB",
     ["cannabis 500000 GBP"]),
    ("what it would have made", "Officers seized 1.1kg of cocaine, which in £40 bags would have made £75,000.", "GB",
     ["cocaine 1.1 kg 75000 GBP"]),
    ("what a man could make", "Officers seized 1.1kg of cocaine. He could have made £75,000.", "GB",
     ["cocaine 1.1 kg"]),
    ("good for", "Seized was cocaine – 41 bricks, good for $3 million on the street.", "US",
     ["cocaine 41 wrap 3000000 USD"]),
    ("values of two told before",
     "Officers seized 27kg of meth and 2kg of cocaine. The meth was put at $27.5 million and the cocaine at $650,000.",
     "AU", ["methamphetamine 27 kg 27500000 AUD", "cocaine 2 kg 650000 AUD"]),
    ("a value in total",
     "Officers found 320 grams of ketamine and 45 tablets of nimetazepam, with a market value of $210,000 in total.",
     "HK", ["ketamine 320 g", "nimetazepam 45 tablet", "drugs 210000 HKD total"]),
    ("altogether, over sentences",
     "A search uncovered 212g of heroin. A second search led to the recovery of 36g of ketamine. Altogether, the "
     "drugs are estimated to be worth S$22,000.", "SG", ["heroin 212 g", "ketamine 36 g", "drugs 22000 SGD total"]),
    ("goods of several sentences",
     "Officers seized 6,000 cigarettes in Barton.\n\nA shop in Ely held 900 vapes, which were seized.\n\nThe goods "
     "would have fetched £31,500.", "GB", ["cigarette 6000 item", "vape 900 item", "good 31500 GBP total"]),
    ("a value of what is no thing", "Officers found 40 plants. The power stolen is put at £7,000.", "GB",
     ["cannabis 40 plant"]),
    ("the value of a whole told in parts",
     "Parcels were found to conceal 29.4kg of drugs. Of this, 21kg was cannabis and the balance ketamine. The combined "
     "value was €604,000.", "IE", ["drugs 29.4 kg 604000 EUR", "cannabis 21 kg part", "ketamine part"]),
    ("cash in currencies", "Police seized cash in three currencies: $58,200 Canadian, $11,000 US and 4,000 euros.",
     "CA", ["cash 58200 CAD", "cash 11000 USD", "cash 4000 EUR"]),
    ("a colon gives the sums",
     "Cash was found as well: €74,300 in Turin, and the equivalent of around €31,000 in Cork.", "IE",
     ["cash 74300 EUR", "cash 31000 EUR"]),
    ("what the money came to", "A large sum of money was seized. The money came to £23,000 and €4,500.", "GB",
     ["cash 23000 GBP", "cash 4500 EUR"]),
    ("so much worth, and so many of it", "Officers found $25,300 worth of GHB, all 23 litres of it in jugs.", "CA",
     ["GHB 23 litre 25300 CAD"]),
    ("a label of two drugs", "RESULTS\nArrests: 87\nHeroin and crack: 1,340 wraps\nCash: £92,415", "GB",
     ["drugs 1340 wrap total", "heroin", "crack cocaine", "cash 92415 GBP"]),
    ("a value behind an aside", "The drugs recovered – 4kg of cocaine and 2kg of ketamine – are valued at £400,000.",
     "GB", ["cocaine 4 kg", "ketamine 2 kg", "drugs 400000 GBP total"]),
    ("duty is no value", "Officers seized 30,000 cigarettes, worth around £17,000 in unpaid duty.", "GB",
     ["cigarette 30000 item"]),
    ("the price of each of two", "Officers recovered two motorbikes, one worth £9,000 and the other £7,500.", "GB",
     ["motorbike 2 item"]),
    ("the value of the drugs alone",
     "Twelve firearms and drugs with a combined street value of £2 million were seized.", "GB",
     ["firearm 12 item", "drugs 2000000 GBP"]),
    ("rounded in the headline, exact in the body",
     "Cocaine worth £1.2 million seized in Hull\n\nOfficers found 15kg of cocaine worth £1,210,000.", "GB",
     ["cocaine 15 kg 1210000 GBP"]),
    ("more money elsewhere", "Police seized £10,000 on Monday. On Tuesday another £10,000 was seized.", "GB",
     ["cash 10000 GBP", "cash 10000 GBP"]),
    ("a weight told with a value",
     "Officers seized a large quantity of cannabis. The cannabis, 14kg in all, is worth £140,000.", "GB",
     ["cannabis 14 kg 140000 GBP"]),
    ("more of them elsewhere", "The force seized nine bikes in Hull and a further 12 at a garage.", "GB",
     ["bike 9 item", "bike 12 item"]),
    ("more of them found", "A total of 104 knives were surrendered. A further 12 were found in sweeps.", "GB",
     ["knife 104 item", "knife 12 item"]),
    ("more people elsewhere", "Officers seized nine bikes and arrested four men, and another three in Hull.", "GB",
     ["bike 9 item"]),
    ("a value of the lot",
     "Officers seized drugs, including 3kg of cocaine and 2kg of heroin, with a value of £300,000.", "GB",
     ["drugs 300000 GBP", "cocaine 3 kg part", "heroin 2 kg part"]),
    ("a value of the last", "Officers seized items including a watch with a value of £5,000.", "GB",
     ["watch 1 item 5000 GBP"]),
    ("another weight in another place", "Agents found 20 pounds of meth and 44 pounds in another car.", "US",
     ["methamphetamine 20 lb", "methamphetamine 44 lb"]),
    ("weights of two packages", "Officers seized two packages of heroin weighing 2kg and 3kg.", "GB", ["heroin 2 kg"]),
    ("a bracket that shares the unit", "Ten kilos of drugs (six of cannabis and four of cocaine) were seized.", "GB",
     ["drugs 10 kg", "cannabis 6 kg part", "cocaine 4 kg part"]),
    ("another twenty", "A further 14 wraps of crack and another 20 of heroin were seized.", "GB",
     ["crack cocaine 14 wrap", "heroin 20 wrap"]),
    ("tobacco of two kinds",
     "Officers seized 168,000 cigarettes and 40kg of tobacco. These have a retail value of €176,000.", "IE",
     ["cigarette 168000 item", "tobacco 40 kg", "tobacco 176000 EUR total"]),
]

ROLES = [
    ("an article is no amount", "Officers seized a white powder, MDMA capsules, cannabis edibles and steroids.", "AU",
     ["white powder 1 item", "MDMA tablet", "cannabis edible", "steroid"]),
    ("orders about things", "Police made 74 Firearms Prohibition Orders searches and seized 3 knives.", "AU",
     ["knife 3 item"]),
    ("a colon and all of them", "They brought in 82 firearms: 61 pistols, 14 rifles and 7 shotguns.", "GB",
     ["firearm 82 item", "pistol 61 item part", "rifle 14 item part", "shotgun 7 item part"]),
    ("a colon and some of them", "They brought in 82 firearms: 61 pistols, 14 rifles and several shotguns.", "GB",
     ["firearm 82 item", "pistol 61 item part", "rifle 14 item part", "shotgun part"]),
    ("shares of a number",
     "Residents surrendered 1,126 firearms. Rifles accounted for 702 of the guns, shotguns for 338 and handguns for "
     "86.",
     "AU", ["firearm 1126 item", "rifle 702 item part", "shotgun 338 item part", "handgun 86 item part"]),
    ("shares of a number told further up",
     "Residents surrendered 1,126 firearms.\n\nAMNESTY\n\nPeople could walk into 83 stations. Nobody was asked a "
     "name. Rifles accounted for 702 of the guns.", "AU", ["firearm 1126 item", "rifle 702 item part"]),
    ("were among the so many",
     "A flintlock and a revolver were among the 1,126 firearms that residents surrendered.", "AU",
     ["firearm 1126 item", "flintlock 1 item part", "revolver 1 item part"]),
    ("made up of all of them", "In total, 56 weapons were seized, made up of 31 knives and 25 swords.", "GB",
     ["weapon 56 item total", "knife 31 item", "sword 25 item"]),
    ("a headline's number over kinds",
     "Four guns seized\n\nOfficers recovered two handguns, a shotgun and a rifle from a flat in Leeds.", "GB",
     ["gun 4 item total", "handgun 2 item", "shotgun 1 item", "rifle 1 item"]),
    ("so many of the so many",
     "Six firearms were recovered. Four of the six were shotguns; the other two were pistols.", "GB",
     ["firearm 6 item", "shotgun 4 item part", "pistol 2 item part"]),
    ("the other three", "Officers seized 12 cars, nine of them for having no insurance and the other three for no tax.",
     "GB", ["car 12 item", "car 9 item part", "car 3 item part"]),
    ("resulting in so many", "Parks were swept, resulting in nine blades being found, including two machetes.", "GB",
     ["blade 9 item", "machete 2 item part"]),
    ("among them, with a value of all",
     "Officers recovered nine stolen vehicles, among them a Ford Ranger and a Land Rover, with a combined worth of "
     "$815,000.", "CA", ["stolen vehicle 9 item 815000 CAD", "ford ranger 1 item part", "land rover 1 item part"]),
]


ALL = CASES + ROLES


@pytest.mark.parametrize(("label", "text", "country", "expected"), ALL, ids=[case[0] for case in ALL])
def test_amounts(label, text, country, expected):
    """The item, figures and role of each seizure."""
    told = []
    for fact in find(analysed(text, country=country)):
        slots = fact.slots
        figures = (slots["quantity"], slots["unit"], slots["value"], slots["currency"])
        words = [slots["item"]]
        words += [figure if isinstance(figure, str) else f"{figure:.10g}" for figure in figures if figure is not None]
        told.append(" ".join(words + [slots["role"]] * (slots["role"] != "item")))
    assert sorted(told) == sorted(expected)
