"""Wordings of seizures met on pages of many forces, each in a sentence of our own; and what they do not say."""

import pytest

from beatbook.extract import extract


def facts(text, country):
    """(category, item, quantity, value, role) of each seizure."""
    record = extract(text, country=country, published="2024-05-10")
    return [
        tuple(fact.slots[name] for name in ("category", "item", "quantity", "value", "role"))
        for fact in record.facts["seizures"]
    ]


READ = [
    ("a bracket names the kind", "IE", "Gardaí seized a firearm (sawn-off shotgun) and €30,000 worth of cocaine.",
     [("firearm", "sawn-off shotgun", 1, None, "item"), ("drug", "cocaine", None, 30000, "item")]),
    ("bare drugs with one value", "GB",
     "Officers seized heroin, ketamine and cannabis with a combined value of £250,000.",
     [("drug", "heroin", None, None, "item"), ("drug", "ketamine", None, None, "item"),
      ("drug", "drugs", None, 250000, "total"), ("drug", "cannabis", None, None, "item")]),
    ("makes in the plural", "US", "Officers seized two Glocks and two Rolexes.",
     [("firearm", "glock", 2, None, "item"), ("jewellery", "rolex", 2, None, "item")]),
    ("a year of make is no number", "US",
     "They found two vehicles, a 2023 Aston Martin DBS and a 2021 Mercedes-Benz G550.",
     [("vehicle", "vehicle", 2, None, "item"), ("vehicle", "aston martin dbs", 1, None, "part"),
      ("vehicle", "mercedes-benz g550", 1, None, "part")]),
    ("pills of one, another without", "US", "Police also found 20 ecstasy pills and prescription Xanax.",
     [("drug", "MDMA", 20, None, "item"), ("drug", "xanax", None, None, "item")]),
    ("what was worn is not found", "US",
     "He was wearing a knit cap and gloves and was found in possession of the bloody knife.",
     [("blade", "bloody knife", 1, None, "item")]),
    ("a box for jewelry", "US", "Officers found a jewelry box containing two gold rings.",
     [("jewellery", "gold ring", 2, None, "item")]),
    ("off the streets", "GB", "Sixty-one weapons are off the streets of Glasgow after a crackdown.",
     [("weapon", "weapon", 61, None, "item")]),
    ("weight and worth in two sentences", "AU",
     "Officers discovered methamphetamine worth $80 million in a machine. Forensic officers removed 91.4kg of "
     "methamphetamine from it.", [("drug", "methamphetamine", 91.4, 80000000, "item")]),
    ("a combined value with a vague amount", "IE",
     "Gardaí seized 200g of ketamine and a small quantity of cocaine with a combined estimated value of €61,000.",
     [("drug", "ketamine", 200, None, "item"), ("drug", "drugs", None, 61000, "total"),
      ("drug", "cocaine", None, None, "item")]),
    ("packages and their weight", "US", "Her suitcases yielded cocaine in four packages weighing 6.6 kilograms.",
     [("drug", "cocaine", 6.6, None, "item")]),
    ("two prices of one thing", "GB",
     "A package containing half a kilogram of cocaine, worth £20,000 wholesale and £50,000 on the street, was found.",
     [("drug", "cocaine", 0.5, 20000, "item")]),
    ("a sentence of no more than also", "GB", "Officers seized a baton and £400. Also a Mercedes Sprinter van.",
     [("weapon", "baton", 1, None, "item"), ("cash", "cash", None, 400, "item"),
      ("vehicle", "mercedes sprinter van", 1, None, "item")]),
    ("entries without an article", "CA", "Officers seized:\n- Machete\n- Glock pistol\n- Cannabis",
     [("blade", "machete", 1, None, "item"), ("firearm", "glock pistol", 1, None, "item"),
      ("drug", "cannabis", None, None, "item")]),
    ("a brand between a thing and its worth", "IE",
     "Officers seized 6.8 million cigarettes, branded ‘Marlboro Gold’ and ‘Richmond’, with a retail value of €5m.",
     [("tobacco", "cigarette", 6800000, 5000000, "item")]),
    ("a brand named behind of", "GB", "Officers discovered 1.2 million cigarettes of the brand Winston worth £400,000.",
     [("tobacco", "cigarette", 1200000, 400000, "item")]),
    ("what the lead says was smuggled is worth", "GB",
     "Three men who tried to smuggle heroin worth £4 million into Britain have been jailed.\n\n"
     "Border Force officers stopped a lorry at Dover and found 52 kilos of heroin under the floor.",
     [("drug", "heroin", 52, 4000000, "item")]),
    ("a comma within quotation marks", "US",
     'Agents recovered 612 grams of fentanyl in bags stamped "Lights Out," 58 grams of crack cocaine and a shotgun.',
     [("drug", "fentanyl", 612, None, "item"), ("drug", "crack cocaine", 58, None, "item"),
      ("firearm", "shotgun", 1, None, "item")]),
    ("frozen is what is counted", "GB", "In addition, 62 bank accounts and 14 properties were frozen.",
     [("other", "bank account", 62, None, "item"), ("other", "property", 14, None, "item")]),
    ("agreed to forfeit", "US", "As part of his plea, Ruiz agreed to forfeit two pistols and a Ford truck.",
     [("firearm", "pistol", 2, None, "item"), ("vehicle", "ford truck", 1, None, "item")]),
    ("a cultivation of so many plants", "GB", "A cannabis cultivation of 640 plants, worth £384,000, was discovered.",
     [("drug", "cannabis", 640, 384000, "item")]),
    ("found with, words between", "AU",
     "A boy, 16, was allegedly found on Friday night with a 30cm hunting knife in his waistband.",
     [("blade", "hunting knife", 1, None, "item")]),
    ("one number over two kinds", "GB", "Officers seized 146 computers, more than 300 mobile phones and SIM cards.",
     [("equipment", "computer", 146, None, "item"), ("phone", "mobile phone", None, None, "item"),
      ("phone", "mobile phones and sim cards", 300, None, "total"), ("phone", "sim card", None, None, "item")]),
    ("one article over two things", "CA", "The truck and trailer were seized.",
     [("vehicle", "truck", 1, None, "item"), ("vehicle", "trailer", 1, None, "item")]),
    ("later entries stand behind what describes the earlier", "GB",
     "Officers seized a phone, tools used to open the safe and £400 believed to be the proceeds of crime.",
     [("phone", "phone", 1, None, "item"), ("equipment", "tool", None, None, "item"),
      ("cash", "cash", None, 400, "item")]),
    ("semicolons carry a list past other people's cards", "GB",
     "Removed for examination were nine bank cards in other people's names; a ledger; and a baton.",
     [("document", "bank card", 9, None, "item"), ("document", "ledger", 1, None, "item"),
      ("weapon", "baton", 1, None, "item")]),
    ("such as opens parts", "GB", "Police seized equipment such as bolt cutters and angle grinders.",
     [("equipment", "equipment", None, None, "item"), ("equipment", "bolt cutter", None, None, "part"),
      ("equipment", "angle grinder", None, None, "part")]),
    ("parts stand behind the verb", "GB",
     "Some 40 fake goods were seized from the two shops including designer shoes, handbags and watches.",
     [("counterfeit", "fake good", 40, None, "item"), ("counterfeit", "designer shoe", None, None, "part"),
      ("counterfeit", "handbag", None, None, "part"), ("counterfeit", "watch", None, None, "part")]),
    ("stolen goods pass on that they are stolen", "US",
     "Deputies seized 90 stolen items, including fragrances and shoes.",
     [("stolen_property", "stolen item", 90, None, "item"), ("stolen_property", "fragrance", None, None, "part"),
      ("stolen_property", "shoe", None, None, "part")]),
    ("a weight of a variety", "NL", "Investigators seized 47 kilograms of a variety of drugs.",
     [("drug", "drugs", 47, None, "item")]),
    ("what a boat carried", "GB", "A fishing boat stopped off Falmouth was carrying cocaine weighing 1.9 tonnes.",
     [("drug", "cocaine", 1.9, None, "item")]),
    ("finds that searches led to", "IE", "The searches led to two shotguns being seized together with a machete.",
     [("firearm", "shotgun", 2, None, "item"), ("blade", "machete", 1, None, "item")]),
    ("the rest", "GB", "There were 40 knives: 12 were machetes and the rest were lock knives.",
     [("blade", "knife", 40, None, "item"), ("blade", "machete", 12, None, "part"),
      ("blade", "lock knife", None, None, "part")]),
    ("a place before the verb", "GB",
     "Officers raided a yard. At the garage were two false number plates and a jammer.",
     [("other", "false number plate", 2, None, "item"), ("equipment", "jammer", 1, None, "item")]),
    ("coins are cash", "GB", "Officers did find a set of scales and £35 in coins.",
     [("equipment", "set of scale", 1, None, "item"), ("cash", "cash", None, 35, "item")]),
    ("suspected to be counterfeit", "GB", "Officers found six handbags suspected to be counterfeit.",
     [("counterfeit", "handbag", 6, None, "item")]),
    ("a lot is worth what stands behind its parts", "HK",
     "Customs seized a batch of goods, including about 38kg of bird nest and five cartons of cosmetics with an "
     "estimated market value of about $1.8 million.",
     [("other", "good", None, 1800000, "item"), ("other", "bird nest", 38, None, "part"),
      ("other", "cosmetic", 5, None, "part")]),
    ("a mixed fraction", "US", "Detectives seized 2 1/2 ounces of heroin.", [("drug", "heroin", 2.5, None, "item")]),
    ("a price before the thing", "AU", "Police seized a $200,000 Rolex.", [("jewellery", "rolex", 1, 200000, "item")]),
    ("a count before a calibre", "ZA", "Members seized 12x9mm pistols.", [("firearm", "pistol", 12, None, "item")]),
    ("the conjunction is no demonstrative", "US",
     "Police reported that 13 pounds of fentanyl worth about $2 million was discovered.",
     [("drug", "fentanyl", 13, 2000000, "item")]),
    ("participles behind adverbs", "US", "Police recovered six illegally possessed handguns.",
     [("firearm", "handgun", 6, None, "item")]),
    ("a headline's sum of the body", "GB",
     "A haul of drugs valued at £62,000 was seized this week.\n\nOfficers found cannabis worth £2,000 on Monday.\n\n"
     "On Friday they seized cocaine worth £60,000.",
     [("drug", "drugs", None, 62000, "total"), ("drug", "cannabis", None, 2000, "item"),
      ("drug", "cocaine", None, 60000, "item")]),
    ("a kilo is no part of a larger sum", "SG",
     "About 2.15kg of heroin was seized.\n\nOfficers recovered 2,132g of heroin in a flat.\n\n"
     "A search of the car yielded 18g of heroin.",
     [("drug", "heroin", 2.15, None, "total"), ("drug", "heroin", 2132, None, "item"),
      ("drug", "heroin", 18, None, "item")]),
    ("a number alone is what was seized", "GB", "Patrols stopped 85 vehicles and seized 14 for no insurance.",
     [("vehicle", "vehicle", 14, None, "item")]),
    ("a gun believed to be another", "GB",
     "Officers recovered a firearm – believed to be a converted pistol – and six rounds of ammunition.",
     [("firearm", "converted pistol", 1, None, "item"), ("ammunition", "round", 6, None, "item")]),
    ("the following were recovered", "GB",
     "During the searches the following were recovered: a Glock 17 pistol, a stab vest and 3kg of cannabis.",
     [("firearm", "glock pistol", 1, None, "item"), ("other", "stab vest", 1, None, "item"),
      ("drug", "cannabis", 3, None, "item")]),
    ("a combined value is the whole's", "GB",
     "Officers recovered 12 stolen vehicles, including a Lamborghini, worth a combined £1.2 million.",
     [("vehicle", "stolen vehicle", 12, 1200000, "item"), ("vehicle", "lamborghini", 1, None, "part")]),
    ("bodies that are no police", "GB", "Trading Standards removed 1,200 illegal vapes from four shops.",
     [("tobacco", "vape", 1200, None, "item")]),
    ("just some of what was seized", "GB",
     "A loaded firearm and a machete were just some of the items officers seized.",
     [("firearm", "firearm", 1, None, "item"), ("blade", "machete", 1, None, "item")]),
    ("values put at an amount", "GB", "The suitcase gave up 7 kilos of cannabis. It was put at £55,000.",
     [("drug", "cannabis", 7, 55000, "item")]),
]


@pytest.mark.parametrize(("country", "text", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_read(country, text, expected):
    """The facts of a sentence, in its order."""
    assert facts(text, country) == expected


NOTHING = [
    ("seized by a defendant", "After seizing the gun, the defendant fired, hitting one of those officers in the hand."),
    ("what a machine can make", "A line capable of making 250,000 cigarettes an hour was on show."),
    ("an aim in two verbs", "Its aim was to trace and recover the assets (cars, boats and artworks) of a criminal."),
    ("held by a robber", "The defendant was holding what appeared to be a knife in his hand."),
    ("accused of carrying", "He was convicted of assault and of carrying a loaded firearm in public."),
    ("a time of day has a colon", "At approximately 3:00 a.m. on Jan. 10, Vance armed himself with a rifle."),
    ("a date opens the sentence", "On Feb. 16, 2008, Vance was drinking wine at a club."),
    ("people are no things", "The task force has taken hundreds of violent and dangerous felons off the streets."),
    ("held accountable", "The defendant, who offered two girls drugs, has been held accountable."),
]


@pytest.mark.parametrize("text", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_nothing(text):
    """Sentences that tell of no seizure."""
    assert facts(text, "US") == []
