"""What happened to people, in every wording: statuses, numbers and their parts; and what is no outcome."""

import pytest
from analysed import analysed, grows_in_proportion, readable_records
from hypothesis import given, settings
from hypothesis import strategies as st
from told import told

from beatbook.proof import REFUSED, Prover
from beatbook.resolve.outcomes import find

FOUND = [
    # country, text, facts as (statuses, count, who, the other slots); the label ends in the row's origin
    pytest.param(
        "GB",
        "A 33-year-old man was arrested and charged with possession of a bladed article.",
        [
            ("arrested", 1, "man", {"ages": ["33"]}),
            ("charged", 1, "man", {"offences": ["possession of a bladed article"]}),
        ],
        id="arrested and charged are two facts [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Jordan Pike, 27, of Acre Lane, was stopped in Wigan, arrested and subsequently charged with "
            "dangerous driving and driving while disqualified."
        ),
        [
            ("arrested", 1, "person", {"ages": ["27"], "names": ["Jordan Pike"]}),
            (
                "charged",
                1,
                "person",
                {"offences": ["dangerous driving", "driving while disqualified"], "names": ["Jordan Pike"]},
            ),
        ],
        id="and subsequently charged [wording]",
    ),
    pytest.param(
        "GB",
        "A total of 12 were charged, recalled or appeared in court.",
        [("charged+recalled+appeared_in_court", 12, "person", {})],
        id="statuses of different people in one clause [wording]",
    ),
    pytest.param(
        "GB",
        "In all, 14 people were arrested, seven charged and three cautioned.",
        [("arrested", 14, "person", {}), ("charged", 7, "person", {}), ("cautioned", 3, "person", {})],
        id="number alone [wording]",
    ),
    pytest.param(
        "GB",
        "Six people were arrested during the day: four bailed and two released under investigation.",
        [
            ("arrested", 6, "person", {}),
            ("bailed", 4, "person", {"of_count": 6}),
            ("released_under_investigation", 2, "person", {"of_count": 6}),
        ],
        id="gapping [wording]",
    ),
    pytest.param(
        "GB",
        "At least 30 people have been arrested so far.",
        [("arrested", 30, "person", {"modifier": "min"})],
        id="at least [wording]",
    ),
    pytest.param(
        "GB",
        "More than 200 people were arrested in the crackdown.",
        [("arrested", 200, "person", {"modifier": "min"})],
        id="more than [wording]",
    ),
    pytest.param(
        "GB",
        "Several people were detained at the scene for questioning.",
        [("detained", None, "person", {"modifier": "vague"})],
        id="vague count [wording]",
    ),
    pytest.param(
        "GB",
        "Police arrested 438 people during the week of action.",
        [("arrested", 438, "person", {})],
        id="active with a force as subject [wording]",
    ),
    pytest.param(
        "GB",
        "Officers detained a 19-year-old man in Hendon Way on suspicion of possessing a firearm.",
        [("detained", 1, "man", {"ages": ["19"], "offences": ["possessing a firearm"]})],
        id="active officers [wording]",
    ),
    pytest.param(
        "GB",
        "Detectives have charged a man and a woman with money laundering.",
        [
            ("charged", 1, "man", {"offences": ["money laundering"]}),
            ("charged", 1, "woman", {"offences": ["money laundering"]}),
        ],
        id="active with several objects [wording]",
    ),
    pytest.param(
        "GB",
        "The team made 17 arrests and stopped 63 vehicles.",
        [("arrested", 17, "person", {})],
        id="made arrests [wording]",
    ),
    pytest.param(
        "GB",
        "There were 26 arrests over the weekend.",
        [("arrested", 26, "person", {})],
        id="arrests counted [wording]",
    ),
    pytest.param(
        "GB",
        ("The warrant led to the arrest of a 44-year-old woman for being concerned in the supply of heroin."),
        [("arrested", 1, "woman", {"ages": ["44"], "offences": ["being concerned in the supply of heroin"]})],
        id="led to the arrest of [wording]",
    ),
    pytest.param(
        "GB",
        "The operation resulted in nine arrests.",
        [("arrested", 9, "person", {})],
        id="resulted in arrests [wording]",
    ),
    pytest.param(
        "GB",
        "The operation saw 31 people arrested and 12 vehicles seized.",
        [("arrested", 31, "person", {})],
        id="seeing people arrested [wording]",
    ),
    pytest.param(
        "GB", "So far 15 arrests have been made.", [("arrested", 15, "person", {})], id="arrests made [wording]"
    ),
    pytest.param("GB", "Arrests: 12", [("arrested", 12, "person", {})], id="label row [wording]"),
    pytest.param(
        "GB",
        "One arrest was made for drug driving.",
        [("arrested", 1, "person", {"offences": ["drug driving"]})],
        id="one arrest [wording]",
    ),
    pytest.param(
        "GB", "An arrest was made at the address.", [("arrested", 1, "person", {})], id="arrest was made [wording]"
    ),
    pytest.param(
        "GB",
        "Ana Ruiz, 34, of Vale Road, appeared at Leeds Magistrates' Court and was remanded in custody.",
        [
            ("appeared_in_court", 1, "person", {"ages": ["34"], "names": ["Ana Ruiz"]}),
            ("remanded", 1, "person", {"names": ["Ana Ruiz"]}),
        ],
        id="appeared and remanded [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Dean Varley, 41, pleaded guilty to conspiracy to supply cocaine and was jailed for nine years "
            "and four months."
        ),
        [
            (
                "pleaded_guilty",
                1,
                "person",
                {"ages": ["41"], "offences": ["conspiracy to supply cocaine"], "names": ["Dean Varley"]},
            ),
            ("sentenced", 1, "person", {"names": ["Dean Varley"], "sentence_months": 112}),
        ],
        id="pleaded guilty and jailed [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Following a trial at Hull Crown Court, Kyle Ormond was found guilty of manslaughter and "
            "sentenced to 14 years in prison."
        ),
        [
            ("convicted", 1, "person", {"offences": ["manslaughter"], "names": ["Kyle Ormond"]}),
            ("sentenced", 1, "person", {"names": ["Kyle Ormond"], "sentence_months": 168}),
        ],
        id="sentenced after trial [wording]",
    ),
    pytest.param(
        "GB",
        "Joan Pell, 52, received a 12-month sentence, suspended for two years, for fraud.",
        [
            (
                "sentenced",
                1,
                "person",
                {"ages": ["52"], "offences": ["fraud"], "names": ["Joan Pell"], "sentence_months": 12},
            )
        ],
        id="suspended [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Mark Tully was sentenced to life imprisonment with a minimum term of 22 years for the murder of "
            "his neighbour."
        ),
        [
            (
                "sentenced",
                1,
                "person",
                {"offences": ["murder of his neighbour"], "names": ["Mark Tully"], "sentence_months": 1200},
            )
        ],
        id="life [wording]",
    ),
    pytest.param(
        "GB",
        "Liam Frost, 22, of Exeter, was given a community order after admitting criminal damage.",
        [
            ("sentenced", 1, "person", {"ages": ["22"], "names": ["Liam Frost"]}),
            ("pleaded_guilty", 1, "person", {"offences": ["criminal damage"], "names": ["Liam Frost"]}),
        ],
        id="community order [wording]",
    ),
    pytest.param(
        "GB", "Three wanted men have been recalled to prison.", [("recalled", 3, "man", {})], id="recalled [wording]"
    ),
    pytest.param(
        "GB",
        "Seven members of the gang were convicted of conspiracy to supply class A drugs.",
        [("convicted", 7, "person", {"offences": ["conspiracy to supply class a drugs"]})],
        id="convicted [wording]",
    ),
    pytest.param(
        "GB",
        "The pair, Aaron Lisle and Sean Doyle, were jailed for a total of 11 years.",
        [("sentenced", 1, "person", {"names": ["Aaron Lisle"]}), ("sentenced", 1, "person", {"names": ["Sean Doyle"]})],
        id="years combined [wording]",
    ),
    pytest.param(
        "US",
        (
            "Gary Len Coker, 38, of Tulsa, was sentenced to 41 months in prison followed by three years of "
            "supervised release for possession of a firearm by a felon."
        ),
        [
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["38"],
                    "offences": ["possession of a firearm by a felon"],
                    "names": ["Gary Len Coker"],
                    "sentence_months": 41,
                },
            )
        ],
        id="months and supervised release [wording]",
    ),
    pytest.param(
        "US",
        (
            "Reggie Tolan, 29, was sentenced to 60 months for robbery and 84 months, to run consecutively, "
            "for brandishing a firearm."
        ),
        [
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["29"],
                    "offences": ["robbery", "brandishing a firearm"],
                    "names": ["Reggie Tolan"],
                    "sentence_months": 144,
                },
            )
        ],
        id="consecutive terms add [wording]",
    ),
    pytest.param(
        "US",
        (
            "A federal grand jury indicted Marcus Anton Bell, 33, of Dayton, on charges of wire fraud and "
            "aggravated identity theft."
        ),
        [
            (
                "charged",
                1,
                "person",
                {
                    "ages": ["33"],
                    "offences": ["wire fraud", "aggravated identity theft"],
                    "names": ["Marcus Anton Bell"],
                },
            )
        ],
        id="indicted [wording]",
    ),
    pytest.param(
        "US",
        "Eleven defendants have been indicted for conspiracy to distribute methamphetamine.",
        [("charged", 11, "person", {"offences": ["conspiracy to distribute methamphetamine"]})],
        id="indicted passive [wording]",
    ),
    pytest.param(
        "US",
        "Tina Marie Oaks, 45, entered a guilty plea to bank fraud.",
        [("pleaded_guilty", 1, "person", {"ages": ["45"], "offences": ["bank fraud"], "names": ["Tina Marie Oaks"]})],
        id="guilty plea noun [wording]",
    ),
    pytest.param(
        "US",
        "A federal jury convicted Dale Hodge, 51, of tax evasion.",
        [("convicted", 1, "person", {"ages": ["51"], "offences": ["tax evasion"], "names": ["Dale Hodge"]})],
        id="jury convicted [wording]",
    ),
    pytest.param(
        "US",
        ("Ngoc Anh Tran, 38, of San Jose, was charged by criminal complaint with conspiracy to manufacture marijuana."),
        [
            (
                "charged",
                1,
                "person",
                {"ages": ["38"], "offences": ["conspiracy to manufacture marijuana"], "names": ["Ngoc Anh Tran"]},
            )
        ],
        id="charged by complaint [wording]",
    ),
    pytest.param(
        "US",
        "Both suspects were booked into the county jail on charges of residential burglary.",
        [("arrested", 2, "person", {"offences": ["residential burglary"]})],
        id="booked [wording]",
    ),
    pytest.param(
        "US",
        "The suspect was taken into custody without incident.",
        [("arrested", 1, "person", {})],
        id="taken into custody [wording]",
    ),
    pytest.param(
        "US",
        "Omar Teague, 36, received two consecutive life sentences for the murders.",
        [
            (
                "sentenced",
                1,
                "person",
                {"ages": ["36"], "offences": ["murders"], "names": ["Omar Teague"], "sentence_months": 1200},
            )
        ],
        id="life sentences [wording]",
    ),
    pytest.param(
        "US",
        "Carla Nunn, 60, was sentenced to three years of probation for theft of government funds.",
        [
            (
                "sentenced",
                1,
                "person",
                {"ages": ["60"], "offences": ["theft of government funds"], "names": ["Carla Nunn"]},
            )
        ],
        id="probation [wording]",
    ),
    pytest.param(
        "US",
        "Luis Ortega-Paz was sentenced to time served for illegal reentry.",
        [("sentenced", 1, "person", {"offences": ["illegal reentry"], "names": ["Luis Ortega-Paz"]})],
        id="time served [wording]",
    ),
    pytest.param(
        "AU",
        "A 35-year-old man was charged with supply prohibited drug and was refused bail.",
        [("charged", 1, "man", {"ages": ["35"], "offences": ["supply prohibited drug"]}), ("remanded", 1, "man", {})],
        id="refused bail [wording]",
    ),
    pytest.param(
        "AU",
        "The woman, 28, was granted conditional bail to appear at Bankstown Local Court on 3 June.",
        [("bailed", 1, "woman", {"ages": ["28"]})],
        id="bailed to appear [wording]",
    ),
    pytest.param(
        "AU",
        "Four people were issued with court attendance notices for possess prohibited drug.",
        [("charged", 4, "person", {"offences": ["possess prohibited drug"]})],
        id="summons [wording]",
    ),
    pytest.param(
        "CA",
        "A 27-year-old woman from Brandon is facing charges of trafficking in a controlled substance.",
        [("charged", 1, "woman", {"ages": ["27"], "offences": ["trafficking in a controlled substance"]})],
        id="facing charges [wording]",
    ),
    pytest.param(
        "CA",
        (
            "Tyler Osmond Brack, 34, of Vermilion, is charged with:\n\n"
            "• Unsafe storage of a firearm;\n"
            "• Possession of a prohibited weapon (x2)"
        ),
        [
            (
                "charged",
                1,
                "person",
                {
                    "ages": ["34"],
                    "offences": ["unsafe storage of a firearm", "possession of a prohibited weapon"],
                    "names": ["Tyler Osmond Brack"],
                },
            )
        ],
        id="charged list [wording]",
    ),
    pytest.param(
        "IE",
        "A man in his 40s was arrested and is being detained at Pearse Street Garda Station.",
        [("arrested", 1, "man", {"ages": ["40s"]}), ("detained", 1, "man", {})],
        id="garda station [wording]",
    ),
    pytest.param(
        "IE",
        (
            "At Dublin Circuit Criminal Court, Declan Hurley (41) was sentenced to eight years with the final"
            " two suspended."
        ),
        [("sentenced", 1, "person", {"ages": ["41"], "names": ["Declan Hurley"], "sentence_months": 96})],
        id="Circuit Court, part suspended [wording]",
    ),
    pytest.param(
        "ZA",
        "Police nabbed two suspects, aged 25 and 29, for house robbery.",
        [("arrested", 2, "person", {"ages": ["25", "29"], "offences": ["house robbery"]})],
        id="nabbed [wording]",
    ),
    pytest.param(
        "ZA",
        ("Three suspects appeared in the Durban Magistrate's Court on charges of possession of unlicensed firearms."),
        [("appeared_in_court", 3, "person", {"offences": ["possession of unlicensed firearms"]})],
        id="suspects appeared [wording]",
    ),
    pytest.param(
        "ZA",
        "Two suspects were fatally wounded in a shootout with the police.",
        [("killed", 2, "person", {})],
        id="fatally wounded [wording]",
    ),
    pytest.param(
        "IN",
        "All three accused have been sent to judicial custody.",
        [("remanded", 3, "person", {})],
        id="judicial custody [wording]",
    ),
    pytest.param(
        "HK",
        ("A 34-year-old man has been laid a holding charge with one count of trafficking in dangerous drugs."),
        [("charged", 1, "man", {"ages": ["34"], "offences": ["trafficking in dangerous drugs"]})],
        id="holding charge [wording]",
    ),
    pytest.param(
        "SG",
        "The bureau arrested 87 suspected drug offenders in an island-wide operation.",
        [("arrested", 87, "person", {})],
        id="island-wide [wording]",
    ),
    pytest.param(
        "GB",
        "A 17-year-old boy was stabbed and later died, and two officers were injured.",
        [("killed", 1, "boy", {}), ("injured", 2, "person", {})],
        id="injured and killed [wording]",
    ),
    pytest.param(
        "GB", "Six vulnerable people were safeguarded.", [("safeguarded", 6, "person", {})], id="safeguarded [wording]"
    ),
    pytest.param(
        "GB",
        "A total of 44 people were also safeguarded, including 21 children under 16.",
        [("safeguarded", 44, "person", {}), ("safeguarded", 21, "child", {"of_count": 44})],
        id="children taken into protection [wording]",
    ),
    pytest.param(
        "GB",
        "Police are looking for Amir Sadiq, 31, who is wanted on recall to prison.",
        [("wanted", 1, "person", {"ages": ["31"], "names": ["Amir Sadiq"]})],
        id="wanted [wording]",
    ),
    pytest.param(
        "GB",
        "A 50-year-old woman will face no further action.",
        [("released", 1, "woman", {"ages": ["50"]})],
        id="NFA [wording]",
    ),
    pytest.param(
        "GB",
        "Four drivers were fined for speeding.",
        [("cautioned", 4, "person", {"offences": ["speeding"]})],
        id="fined [wording]",
    ),
    pytest.param(
        "GB",
        "A 19-year-old man was given a caution for possession of cannabis.",
        [("cautioned", 1, "man", {"ages": ["19"], "offences": ["possession of cannabis"]})],
        id="cautioned [wording]",
    ),
    pytest.param(
        "GB",
        "Both men have been released under investigation.",
        [("released_under_investigation", 2, "man", {})],
        id="RUI [wording]",
    ),
    pytest.param(
        "US",
        "ICE officers deported a Honduran man wanted for homicide.",
        [("deported", 1, "man", {}), ("wanted", 1, "man", {"offences": ["homicide"]})],
        id="deported [wording]",
    ),
    pytest.param(
        "GB",
        "Police arrested 120 people, including 45 for drug offences.",
        [("arrested", 120, "person", {}), ("arrested", 45, "person", {"of_count": 120, "offences": ["drug offences"]})],
        id="including 45 [wording]",
    ),
    pytest.param(
        "GB",
        "Of the 438 people arrested, 98 have been charged.",
        [("arrested", 438, "person", {}), ("charged", 98, "person", {"of_count": 438})],
        id="of the arrested [wording]",
    ),
    pytest.param(
        "GB",
        "Nineteen people were arrested, 11 of whom have been charged with drug offences.",
        [("arrested", 19, "person", {}), ("charged", 11, "person", {"of_count": 19, "offences": ["drug offences"]})],
        id="eleven of whom [wording]",
    ),
    pytest.param(
        "GB",
        "A total of 23 people were arrested, comprising 15 men and eight women.",
        [
            ("arrested", 23, "person", {}),
            ("arrested", 15, "man", {"of_count": 23}),
            ("arrested", 8, "woman", {"of_count": 23}),
        ],
        id="comprising men and women [wording]",
    ),
    pytest.param(
        "GB",
        (
            "The 26 arrests:\n\n"
            "• Six for possession of a bladed article\n"
            "• 12 for drug driving\n"
            "• Eight on suspicion of theft"
        ),
        [
            ("arrested", 26, "person", {}),
            ("arrested", 6, "person", {"of_count": 26, "offences": ["possession of a bladed article"]}),
            ("arrested", 12, "person", {"of_count": 26, "offences": ["drug driving"]}),
            ("arrested", 8, "person", {"of_count": 26, "offences": ["theft"]}),
        ],
        id="list under arrests [wording]",
    ),
    pytest.param(
        "GB",
        "There were 19 arrests, for theft (12), robbery (five) and affray (two).",
        [
            ("arrested", 19, "person", {}),
            ("arrested", 12, "person", {"of_count": 19, "offences": ["theft"]}),
            ("arrested", 5, "person", {"of_count": 19, "offences": ["robbery"]}),
            ("arrested", 2, "person", {"of_count": 19, "offences": ["affray"]}),
        ],
        id="tally in brackets [wording]",
    ),
    pytest.param(
        "GB",
        (
            "The following were sentenced at Derby Crown Court:\n\n"
            "• Kyle Dann, 31, of Derby – nine years for conspiracy to supply cocaine\n"
            "• Joan Pike, 38, of Ripley – two years, suspended, for money laundering"
        ),
        [
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["31"],
                    "offences": ["conspiracy to supply cocaine"],
                    "names": ["Kyle Dann"],
                    "sentence_months": 108,
                },
            ),
            (
                "sentenced",
                1,
                "person",
                {"ages": ["38"], "offences": ["money laundering"], "names": ["Joan Pike"], "sentence_months": 24},
            ),
        ],
        id="named list under a status [wording]",
    ),
    pytest.param(
        "CA",
        (
            "Police have charged two people following a search in Selkirk.\n\n"
            "Jordan BEAULIEU, 31, of Winnipeg, has been charged with:\n"
            "- Possession for the purpose of trafficking\n"
            "- Possess proceeds of crime over $5,000\n\n"
            "He was detained in custody."
        ),
        [
            ("charged", 2, "person", {}),
            (
                "charged",
                1,
                "person",
                {
                    "ages": ["31"],
                    "offences": ["possession for the purpose of trafficking", "possess proceeds of crime over $5,000"],
                    "names": ["Jordan BEAULIEU"],
                },
            ),
            ("detained", 1, "man", {"names": ["Jordan BEAULIEU"]}),
        ],
        id="one entry one fact [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Police made 94 arrests.\n\n"
            "Of these:\n\n"
            "• 41 charged\n"
            "• 22 bailed\n"
            "• 17 released under investigation\n"
            "• 8 recalled to prison\n"
            "• 6 cautioned"
        ),
        [
            ("arrested", 94, "person", {}),
            ("charged", 41, "person", {"of_count": 94}),
            ("bailed", 22, "person", {"of_count": 94}),
            ("released_under_investigation", 17, "person", {"of_count": 94}),
            ("recalled", 8, "person", {"of_count": 94}),
            ("cautioned", 6, "person", {"of_count": 94}),
        ],
        id="of these: a list of outcomes [wording]",
    ),
    pytest.param(
        "GB",
        (
            "A total of 94 people were arrested:\n\n"
            "Charged: 41\n"
            "Bailed: 22\n"
            "Released under investigation: 17\n"
            "Recalled to prison: 8\n"
            "Cautioned: 6"
        ),
        [
            ("arrested", 94, "person", {}),
            ("charged", 41, "person", {"of_count": 94}),
            ("bailed", 22, "person", {"of_count": 94}),
            ("released_under_investigation", 17, "person", {"of_count": 94}),
            ("recalled", 8, "person", {"of_count": 94}),
            ("cautioned", 6, "person", {"of_count": 94}),
        ],
        id="labels under a total [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Ninety-four people were arrested with 41 charged, 22 bailed, 17 released under investigation, "
            "eight recalled to prison and six cautioned."
        ),
        [
            ("arrested", 94, "person", {}),
            ("charged", 41, "person", {"of_count": 94}),
            ("bailed", 22, "person", {"of_count": 94}),
            ("released_under_investigation", 17, "person", {"of_count": 94}),
            ("recalled", 8, "person", {"of_count": 94}),
            ("cautioned", 6, "person", {"of_count": 94}),
        ],
        id="with 41 charged, 22 bailed [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Of the 94 arrested, 41 people have been charged, 22 have been released on bail, 17 have been "
            "released under investigation, eight were recalled to prison and six received cautions."
        ),
        [
            ("arrested", 94, "person", {}),
            ("charged", 41, "person", {"of_count": 94}),
            ("bailed", 22, "person", {"of_count": 94}),
            ("released_under_investigation", 17, "person", {"of_count": 94}),
            ("recalled", 8, "person", {"of_count": 94}),
            ("cautioned", 6, "person", {"of_count": 94}),
        ],
        id="of the arrested, each with a verb [wording]",
    ),
    pytest.param(
        "GB",
        "Six men were arrested; four have been bailed and two released under investigation.",
        [
            ("arrested", 6, "man", {}),
            ("bailed", 4, "man", {"of_count": 6}),
            ("released_under_investigation", 2, "man", {"of_count": 6}),
        ],
        id="semicolon, then bare numbers [wording]",
    ),
    pytest.param(
        "GB",
        "Six arrests were made, with four people bailed and two released under investigation.",
        [
            ("arrested", 6, "person", {}),
            ("bailed", 4, "person", {"of_count": 6}),
            ("released_under_investigation", 2, "person", {"of_count": 6}),
        ],
        id="with four people bailed [wording]",
    ),
    pytest.param(
        "GB",
        "29 arrests were made – 24 in Luton and five in Bedford.",
        [
            ("arrested", 29, "person", {}),
            ("arrested", 24, "person", {"of_count": 29}),
            ("arrested", 5, "person", {"of_count": 29}),
        ],
        id="parts by place [wording]",
    ),
    pytest.param(
        "GB",
        "A total of 29 people were arrested: 24 men and five women.",
        [
            ("arrested", 29, "person", {}),
            ("arrested", 24, "man", {"of_count": 29}),
            ("arrested", 5, "woman", {"of_count": 29}),
        ],
        id="parts by sex behind a colon [wording]",
    ),
    pytest.param(
        "GB",
        "Of 29 arrests, 24 were on suspicion of theft and five for failing to appear at court.",
        [
            ("arrested", 29, "person", {}),
            ("arrested", 24, "person", {"of_count": 29, "offences": ["theft"]}),
            ("arrested", 5, "person", {"of_count": 29, "offences": ["failing to appear at court"]}),
        ],
        id="of 29 arrests, by offence [wording]",
    ),
    pytest.param(
        "GB",
        "The 11 people arrested, who are aged between 19 and 62, remain in custody.",
        [("arrested", 11, "person", {}), ("detained", 11, "person", {})],
        id="the people arrested remain in custody [wording]",
    ),
    pytest.param(
        "GB",
        "Three children were taken into police protection.",
        [("safeguarded", 3, "child", {})],
        id="children taken into police protection [wording]",
    ),
    pytest.param(
        "GB",
        "Three vulnerable adults were identified and referred to support services.",
        [("safeguarded", 3, "person", {})],
        id="referred to support [wording]",
    ),
    pytest.param(
        "GB",
        "Safeguarding visits were made to 12 people and three were referred to social care.",
        [("safeguarded", 3, "person", {})],
        id="three referred after visits [wording]",
    ),
    pytest.param(
        "GB",
        "The crash left a seven-year-old girl with serious injuries.",
        [("injured", 1, "girl", {"ages": ["7"]})],
        id="left with injuries [wording]",
    ),
    pytest.param(
        "GB",
        "One officer suffered a broken wrist and another was bitten.",
        [("injured", 1, "person", {}), ("injured", 1, "person", {})],
        id="broken wrist, and another bitten [wording]",
    ),
    pytest.param(
        "GB",
        (
            "What happened to the 94 people arrested\n\n"
            "Charged | 41\n"
            "Released on bail | 22\n"
            "Released under investigation | 17\n"
            "Recalled to prison | 8\n"
            "Cautioned | 6"
        ),
        [
            ("charged", 41, "person", {}),
            ("bailed", 22, "person", {}),
            ("released_under_investigation", 17, "person", {}),
            ("recalled", 8, "person", {}),
            ("cautioned", 6, "person", {}),
        ],
        id="rows with pipes [wording]",
    ),
    pytest.param(
        "GB",
        "Number of people arrested – 56",
        [("arrested", 56, "person", {})],
        id="number of people arrested [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Total arrests: 31\n"
            "Total charged: 12\n"
            "Number charged: 9\n"
            "People arrested: 8\n"
            "Drivers arrested for drink-driving: 7\n"
            "Arrests for drug driving: 5\n"
            "Women safeguarded: 4\n"
            "Victims safeguarded - 3"
        ),
        [
            ("arrested", 31, "person", {}),
            ("charged", 12, "person", {}),
            ("charged", 9, "person", {}),
            ("arrested", 8, "person", {}),
            ("arrested", 7, "person", {"offences": ["drink-driving"]}),
            ("arrested", 5, "person", {"offences": ["drug driving"]}),
            ("safeguarded", 4, "woman", {}),
            ("safeguarded", 3, "person", {}),
        ],
        id="lines of statistics [wording]",
    ),
    pytest.param(
        "GB",
        ("Results\n\nArrests\t12\nPeople charged\t4\nPersons released on bail\t3\nVehicles seized\t9"),
        [("arrested", 12, "person", {}), ("charged", 4, "person", {}), ("bailed", 3, "person", {})],
        id="table with tabs [wording]",
    ),
    pytest.param("GB", "In custody: 4", [("detained", 4, "person", {})], id="in custody: 4 [wording]"),
    pytest.param(
        "GB",
        "Vehicles seized: 9; people arrested: 7; knives: 4",
        [("arrested", 7, "person", {})],
        id="inline labels [wording]",
    ),
    pytest.param(
        "GB",
        "Stops: 120 | Arrests: 14 | Charged: 6",
        [("arrested", 14, "person", {}), ("charged", 6, "person", {})],
        id="labels between pipes [wording]",
    ),
    pytest.param(
        "GB",
        ("Arrests (29):\n\n• Drink driving – 9\n• Drug driving – 12\n• Theft – 8"),
        [
            ("arrested", 29, "person", {}),
            ("arrested", 9, "person", {"of_count": 29, "offences": ["drink driving"]}),
            ("arrested", 12, "person", {"of_count": 29, "offences": ["drug driving"]}),
            ("arrested", 8, "person", {"of_count": 29, "offences": ["theft"]}),
        ],
        id="arrests (29) as an introduction [wording]",
    ),
    pytest.param(
        "GB",
        (
            "29 people were arrested during the operation for offences including:\n\n"
            "• Drink driving (9)\n"
            "• Drug driving (12)\n"
            "• Theft (8)"
        ),
        [
            ("arrested", 29, "person", {}),
            ("arrested", 9, "person", {"of_count": 29, "offences": ["drink driving"]}),
            ("arrested", 12, "person", {"of_count": 29, "offences": ["drug driving"]}),
            ("arrested", 8, "person", {"of_count": 29, "offences": ["theft"]}),
        ],
        id="offences including a bracketed list [wording]",
    ),
    pytest.param(
        "GB",
        (
            "During the week officers made 29 arrests for the following offences:\n\n"
            "Drink driving x 9\n"
            "Drug driving x 12\n"
            "Theft x 8"
        ),
        [
            ("arrested", 29, "person", {}),
            ("arrested", 9, "person", {"of_count": 29, "offences": ["drink driving"]}),
            ("arrested", 12, "person", {"of_count": 29, "offences": ["drug driving"]}),
            ("arrested", 8, "person", {"of_count": 29, "offences": ["theft"]}),
        ],
        id="times signs behind the offence [wording]",
    ),
    pytest.param(
        "GB",
        ("In total 29 people were arrested, nine for drink driving, 12 for drug driving and eight for theft."),
        [
            ("arrested", 29, "person", {}),
            ("arrested", 9, "person", {"of_count": 29, "offences": ["drink driving"]}),
            ("arrested", 12, "person", {"of_count": 29, "offences": ["drug driving"]}),
            ("arrested", 8, "person", {"of_count": 29, "offences": ["theft"]}),
        ],
        id="nine for drink driving, 12 for drug driving [wording]",
    ),
    pytest.param(
        "GB",
        ("A breakdown of the 29 arrests:\n\n9 x drink driving\n12 x drug driving\n8 x theft"),
        [
            ("arrested", 29, "person", {}),
            ("arrested", 9, "person", {"of_count": 29, "offences": ["drink driving"]}),
            ("arrested", 12, "person", {"of_count": 29, "offences": ["drug driving"]}),
            ("arrested", 8, "person", {"of_count": 29, "offences": ["theft"]}),
        ],
        id="breakdown of the arrests [wording]",
    ),
    pytest.param(
        "GB",
        "Of the 29 people arrested, 24 are men and five are women.",
        [
            ("arrested", 29, "person", {}),
            ("arrested", 24, "man", {"of_count": 29}),
            ("arrested", 5, "woman", {"of_count": 29}),
        ],
        id="24 are men and five are women [wording]",
    ),
    pytest.param(
        "GB",
        (
            "The seven arrested are:\n\n"
            "- a 22-year-old man from Crewe – conspiracy to supply heroin\n"
            "- a 35-year-old woman from Crewe – money laundering"
        ),
        [
            ("arrested", 7, "person", {}),
            ("arrested", 1, "man", {"of_count": 7, "ages": ["22"], "offences": ["conspiracy to supply heroin"]}),
            ("arrested", 1, "woman", {"of_count": 7, "ages": ["35"], "offences": ["money laundering"]}),
        ],
        id="unnamed entries are parts [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Those sentenced were:\n\n"
            "Karl Stern, aged 41, of Acre Street, Bury: conspiracy to supply class A drugs. Jailed for nine "
            "years.\n"
            "Amina Yusuf, aged 33, of no fixed address: money laundering. Sentenced to 20 months, suspended "
            "for two years."
        ),
        [
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["41"],
                    "offences": ["conspiracy to supply class a drugs"],
                    "names": ["Karl Stern"],
                    "sentence_months": 108,
                },
            ),
            (
                "sentenced",
                1,
                "person",
                {"ages": ["33"], "offences": ["money laundering"], "names": ["Amina Yusuf"], "sentence_months": 20},
            ),
        ],
        id="entries with a sentence of their own [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Sentenced today:\n\n"
            "• Karl Stern, 41, of Bury – nine years’ imprisonment (conspiracy to supply cocaine)\n"
            "• Amina Yusuf, 33, of Bolton – 20 months, suspended (money laundering)"
        ),
        [
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["41"],
                    "offences": ["conspiracy to supply cocaine"],
                    "names": ["Karl Stern"],
                    "sentence_months": 108,
                },
            ),
            (
                "sentenced",
                1,
                "person",
                {"ages": ["33"], "offences": ["money laundering"], "names": ["Amina Yusuf"], "sentence_months": 20},
            ),
        ],
        id="terms and bracketed offences in entries [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Karl Stern was sentenced to nine years. Amina Yusuf was sentenced to 20 months, while Lee Marr "
            "received a community order."
        ),
        [
            ("sentenced", 1, "person", {"names": ["Karl Stern"], "sentence_months": 108}),
            ("sentenced", 1, "person", {"names": ["Amina Yusuf"], "sentence_months": 20}),
            ("sentenced", 1, "person", {"names": ["Lee Marr"]}),
        ],
        id="three sentenced in a row [wording]",
    ),
    pytest.param(
        "GB",
        "12 prison recalls and 33 arrests",
        [("recalled", 12, "person", {}), ("arrested", 33, "person", {})],
        id="prison recalls [wording]",
    ),
    pytest.param(
        "US",
        (
            "Charged in the indictment are:\n\n"
            "Karl Stern, 41, of Akron, Ohio;\n"
            "Amina Yusuf, 33, of Canton, Ohio; and\n"
            "Lee Marr, a/k/a “Duke,” 29, of Akron."
        ),
        [
            ("charged", 1, "person", {"ages": ["41"], "names": ["Karl Stern"]}),
            ("charged", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"]}),
            ("charged", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
        ],
        id="charged in the indictment are [wording]",
    ),
    pytest.param(
        "US",
        (
            "The following defendants were each sentenced by Judge Ruth Ames:\n\n"
            "Karl Stern, 41, 84 months in prison;\n"
            "Amina Yusuf, 33, 20 months in prison; and\n"
            "Lee Marr, 29, five years of probation."
        ),
        [
            ("sentenced", 1, "person", {"ages": ["41"], "names": ["Karl Stern"], "sentence_months": 84}),
            ("sentenced", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"], "sentence_months": 20}),
            ("sentenced", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
        ],
        id="sentenced by the judge [wording]",
    ),
    pytest.param(
        "US",
        ("Karl Stern, 41, of Akron, previously pleaded guilty to wire fraud and was sentenced in March to 84 months."),
        [
            ("pleaded_guilty", 1, "person", {"ages": ["41"], "offences": ["wire fraud"], "names": ["Karl Stern"]}),
            ("sentenced", 1, "person", {"names": ["Karl Stern"], "sentence_months": 84}),
        ],
        id="previously pleaded guilty [wording]",
    ),
    pytest.param(
        "US",
        "Also charged in the case are Amina Yusuf, 33, and Lee Marr, 29, who remain at large.",
        [
            ("charged", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"]}),
            ("wanted", 1, "person", {"names": ["Amina Yusuf"]}),
            ("charged", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
            ("wanted", 1, "person", {"names": ["Lee Marr"]}),
        ],
        id="also charged, at large [wording]",
    ),
    pytest.param(
        "US",
        ("A Cuyahoga County grand jury returned an indictment charging Karl Stern with two counts of murder."),
        [("charged", 1, "person", {"offences": ["murder"], "names": ["Karl Stern"]})],
        id="indictment charging [wording]",
    ),
    pytest.param(
        "US",
        "Karl Stern, 41, made his initial appearance Tuesday in federal court in Cleveland.",
        [("appeared_in_court", 1, "person", {"ages": ["41"], "names": ["Karl Stern"]})],
        id="initial appearance [wording]",
    ),
    pytest.param(
        "US",
        "The investigation has resulted in the indictment of 23 individuals on drug charges.",
        [("charged", 23, "person", {})],
        id="indictment of 23 individuals [wording]",
    ),
    pytest.param(
        "US",
        "Deputies took three juveniles, ages 14, 15 and 16, into custody.",
        [("arrested", 3, "child", {"ages": ["14", "15", "16"]})],
        id="took juveniles into custody [wording]",
    ),
    pytest.param(
        "US",
        ("Stern, 41, was booked into the Summit County Jail for possession of cocaine and held on $50,000 bond."),
        [
            ("arrested", 1, "person", {"ages": ["41"], "offences": ["possession of cocaine"], "names": ["Stern"]}),
            ("detained", 1, "person", {"names": ["Stern"]}),
        ],
        id="booked and held [wording]",
    ),
    pytest.param(
        "US",
        "A 23-year-old Akron man is behind bars after a shooting that wounded a teenager.",
        [("detained", 1, "man", {"ages": ["23"]}), ("injured", 1, "child", {})],
        id="behind bars, wounded [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Arrested on suspicion of conspiracy to supply cocaine: a 33-year-old man from Bury and a "
            "41-year-old woman from Bolton."
        ),
        [
            ("arrested", 1, "man", {"ages": ["33"], "offences": ["conspiracy to supply cocaine"]}),
            ("arrested", 1, "woman", {"ages": ["41"], "offences": ["conspiracy to supply cocaine"]}),
        ],
        id="arrested on suspicion of X: a man and a woman [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Two drug dealers have been jailed.\n\n"
            "The defendants\n\n"
            "Karl Stern, 41, of Bury\n"
            "Conspiracy to supply cocaine\n"
            "Nine years\n\n"
            "Amina Yusuf, 33, of Bolton\n"
            "Money laundering\n"
            "20 months"
        ),
        [
            ("sentenced", 2, "person", {}),
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["41"],
                    "offences": ["conspiracy to supply cocaine"],
                    "names": ["Karl Stern"],
                    "sentence_months": 108,
                },
            ),
            (
                "sentenced",
                1,
                "person",
                {"ages": ["33"], "offences": ["money laundering"], "names": ["Amina Yusuf"], "sentence_months": 20},
            ),
        ],
        id="blocks of lines [wording]",
    ),
    pytest.param(
        "US",
        "Charged with robbery and assault is Karl Stern, 34, of Akron.",
        [("charged", 1, "person", {"ages": ["34"], "offences": ["robbery", "assault"], "names": ["Karl Stern"]})],
        id="charged with X is [wording]",
    ),
    pytest.param(
        "US",
        "Arrested was Karl Dean Stern, 34, of 12 Mill Lane, Hickory, who was charged with robbery.",
        [
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Dean Stern"]}),
            ("charged", 1, "person", {"offences": ["robbery"], "names": ["Karl Dean Stern"]}),
        ],
        id="arrested was [wording]",
    ),
    pytest.param(
        "CA",
        "38 people are facing a total of 212 charges.",
        [("charged", 38, "person", {})],
        id="facing a total of charges [wording]",
    ),
    pytest.param(
        "CA",
        "A total of 212 charges have been laid against 38 people.",
        [("charged", 38, "person", {})],
        id="charges laid against [wording]",
    ),
    pytest.param(
        "CA",
        "Thirty-eight people now face more than 200 criminal charges.",
        [("charged", 38, "person", {})],
        id="face more than 200 charges [wording]",
    ),
    pytest.param(
        "CA",
        "38 people have been charged with a combined 212 offences",
        [("charged", 38, "person", {})],
        id="combined offences [wording]",
    ),
    pytest.param(
        "GB",
        "Three potential victims of modern slavery were identified and are receiving support.",
        [("safeguarded", 3, "person", {})],
        id="potential victims identified [wording]",
    ),
    pytest.param(
        "GB",
        "Three children were placed in the care of social services.",
        [("safeguarded", 3, "child", {})],
        id="placed in the care of [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Ten people were arrested. Four have been charged. Of the remaining six, four were released on "
            "bail and two were released without charge."
        ),
        [
            ("arrested", 10, "person", {}),
            ("charged", 4, "person", {}),
            ("bailed", 4, "person", {"of_count": 6}),
            ("released", 2, "person", {"of_count": 6}),
        ],
        id="of the remaining six [wording]",
    ),
    pytest.param(
        "GB",
        "Ten people were arrested. Four have been charged and the remaining six were bailed.",
        [("arrested", 10, "person", {}), ("charged", 4, "person", {}), ("bailed", 6, "person", {"of_count": 10})],
        id="the remaining six [wording]",
    ),
    pytest.param(
        "GB",
        "Two men were arrested at the scene and both remain in police custody.",
        [("arrested", 2, "man", {}), ("detained", 2, "man", {})],
        id="both remain in custody [wording]",
    ),
    pytest.param(
        "GB",
        (
            "The nine arrests are:\n\n"
            "A 22-year-old man from Crewe – conspiracy to supply heroin.\n"
            "A 35-year-old woman from Crewe – money laundering."
        ),
        [
            ("arrested", 9, "person", {}),
            ("arrested", 1, "man", {"of_count": 9, "ages": ["22"], "offences": ["conspiracy to supply heroin"]}),
            ("arrested", 1, "woman", {"of_count": 9, "ages": ["35"], "offences": ["money laundering"]}),
        ],
        id="entries that end in full stops [wording]",
    ),
    pytest.param(
        "GB",
        "During the week 120 arrests were made. 29 of the arrests were for drink driving.",
        [("arrested", 120, "person", {}), ("arrested", 29, "person", {"of_count": 120, "offences": ["drink driving"]})],
        id="29 of the arrests [wording]",
    ),
    pytest.param(
        "GB",
        "During the week 120 arrests were made. Of these, 29 arrests were for drink driving.",
        [("arrested", 120, "person", {}), ("arrested", 29, "person", {"of_count": 120, "offences": ["drink driving"]})],
        id="of these, 29 arrests [wording]",
    ),
    pytest.param(
        "GB",
        "1,126 people were arrested. Among them, 402 were arrested for violent offences.",
        [
            ("arrested", 1126, "person", {}),
            ("arrested", 402, "person", {"of_count": 1126, "offences": ["violent offences"]}),
        ],
        id="among them, 402 were [wording]",
    ),
    pytest.param(
        "GB",
        "Two girls, aged 14 and 15, who were found at the address were taken to a place of safety.",
        [("safeguarded", 2, "girl", {"ages": ["14", "15"]})],
        id="taken to a place of safety [wording]",
    ),
    pytest.param(
        "GB",
        "Five people appeared before Leeds magistrates on Tuesday charged with conspiracy.",
        [("appeared_in_court", 5, "person", {"offences": ["conspiracy"]})],
        id="appeared charged with [wording]",
    ),
    pytest.param(
        "GB",
        "Ann Reed, 30, was charged with theft and arson. She admitted both, and sentencing was adjourned.",
        [
            ("charged", 1, "person", {"names": ["Ann Reed"], "ages": ["30"], "offences": ["theft", "arson"]}),
            ("pleaded_guilty", 1, "woman", {"names": ["Ann Reed"], "offences": ["theft", "arson"]}),
        ],
        id="admitted both [wording]",
    ),
    pytest.param(
        "GB",
        "Two men face drug trafficking charges.",
        [("charged", 2, "man", {"offences": ["drug trafficking"]})],
        id="faces charges of a kind [wording]",
    ),
    pytest.param(
        "GB",
        "DUI arrests: 14",
        [("arrested", 14, "person", {"offences": ["dui"]})],
        id="an offence before the noun [wording]",
    ),
    pytest.param(
        "GB",
        "Drug arrests: 14",
        [("arrested", 14, "person", {})],
        id="a topic before the noun [no match]",
    ),
    pytest.param(
        "GB",
        "Burglary: 21 arrests",
        [("arrested", 21, "person", {"offences": ["burglary"]})],
        id="an offence before the number [wording]",
    ),
    pytest.param(
        "GB",
        "Officers are also keen to trace Lee Marr, 29, in connection with the robbery.",
        [("wanted", 1, "person", {"ages": ["29"], "offences": ["robbery"], "names": ["Lee Marr"]})],
        id="keen to trace [wording]",
    ),
    pytest.param(
        "GB",
        "Lee Marr, 29, is wanted by police in connection with the robbery.",
        [("wanted", 1, "person", {"ages": ["29"], "offences": ["robbery"], "names": ["Lee Marr"]})],
        id="wanted by police in connection with [wording]",
    ),
    pytest.param(
        "GB",
        "A warrant has been issued for the arrest of Lee Marr, 29.",
        [("wanted", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]})],
        id="warrant for the arrest of [wording]",
    ),
    pytest.param(
        "GB",
        ("A man (24) and a woman (31), both from Luton, were arrested on suspicion of theft and later bailed."),
        [
            ("arrested", 1, "man", {"ages": ["24"], "offences": ["theft"]}),
            ("arrested", 1, "woman", {"ages": ["31"], "offences": ["theft"]}),
            ("bailed", 1, "man", {}),
            ("bailed", 1, "woman", {}),
        ],
        id="shared verb and later bailed [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Karl Stern, of Acre Lane, Bury, appeared before Bolton Magistrates’ Court on Friday 3 May, where"
            " he pleaded guilty to theft from a shop and was handed a 12-week prison sentence."
        ),
        [
            ("appeared_in_court", 1, "person", {"names": ["Karl Stern"]}),
            ("pleaded_guilty", 1, "man", {"offences": ["theft from a shop"], "names": ["Karl Stern"]}),
            ("sentenced", 1, "man", {"names": ["Karl Stern"], "sentence_months": 2.77}),
        ],
        id="court day of one person [wording]",
    ),
    pytest.param(
        "GB",
        "Adil Shah was jailed for seven years, Imran Shah for six years and Lee Marr for 30 months.",
        [
            ("sentenced", 1, "person", {"names": ["Adil Shah"], "sentence_months": 84}),
            ("sentenced", 1, "person", {"names": ["Imran Shah"], "sentence_months": 72}),
            ("sentenced", 1, "person", {"names": ["Lee Marr"], "sentence_months": 30}),
        ],
        id="terms by ellipsis [wording]",
    ),
    pytest.param(
        "GB",
        (
            "A 29-year-old man was arrested on suspicion of murder and a 31-year-old woman on suspicion of "
            "assisting an offender."
        ),
        [
            ("arrested", 1, "man", {"ages": ["29"], "offences": ["murder"]}),
            ("arrested", 1, "woman", {"ages": ["31"], "offences": ["assisting an offender"]}),
        ],
        id="each with an offence of their own [wording]",
    ),
    pytest.param(
        "GB",
        (
            "A 29-year-old man was arrested for murder, a 31-year-old woman for assisting an offender and two"
            " boys, both 15, for violent disorder."
        ),
        [
            ("arrested", 1, "man", {"ages": ["29"], "offences": ["murder"]}),
            ("arrested", 1, "woman", {"ages": ["31"], "offences": ["assisting an offender"]}),
            ("arrested", 2, "boy", {"ages": ["15"], "offences": ["violent disorder"]}),
        ],
        id="three groups by ellipsis [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Three people have been arrested in connection with the incident: a 29-year-old man on suspicion "
            "of murder, and two women, aged 31 and 40, on suspicion of assisting an offender."
        ),
        [
            ("arrested", 3, "person", {}),
            ("arrested", 1, "man", {"of_count": 3, "ages": ["29"], "offences": ["murder"]}),
            ("arrested", 2, "woman", {"of_count": 3, "ages": ["31", "40"], "offences": ["assisting an offender"]}),
        ],
        id="three people: a man and two women [wording]",
    ),
    pytest.param(
        "GB",
        "No further arrests have been made but two people have been interviewed under caution.",
        [("interviewed", 2, "person", {})],
        id="no further arrests but interviewed [wording]",
    ),
    pytest.param(
        "GB",
        "One person was arrested for obstruction and another was reported for driving without insurance.",
        [("arrested", 1, "person", {"offences": ["obstruction"]})],
        id="another was reported [wording]",
    ),
    pytest.param(
        "GB",
        "A total of 18 motorists were issued with fixed penalty notices.",
        [("cautioned", 18, "person", {})],
        id="fixed penalty notices [wording]",
    ),
    pytest.param(
        "GB",
        "Two cyclists were seriously injured and a pedestrian died at the scene.",
        [("injured", 2, "person", {}), ("killed", 1, "person", {})],
        id="injured and died [wording]",
    ),
    pytest.param(
        "GB",
        (
            "The driver of the Audi, a 40-year-old man, suffered fatal injuries. His passenger, a woman in "
            "her 30s, was taken to hospital with serious injuries."
        ),
        [("killed", 1, "man", {"ages": ["40"]}), ("injured", 1, "woman", {"ages": ["30s"]})],
        id="fatal injuries [wording]",
    ),
    pytest.param(
        "US",
        "Two deputies were shot and wounded; one suspect was killed.",
        [("injured", 2, "person", {}), ("killed", 1, "person", {})],
        id="shot and wounded [wording]",
    ),
    pytest.param(
        "US",
        (
            "U.S. District Judge Ruth Ames sentenced Karl Stern, 41, of Akron, to 84 months in federal prison"
            " for distributing fentanyl."
        ),
        [
            (
                "sentenced",
                1,
                "person",
                {"ages": ["41"], "offences": ["distributing fentanyl"], "names": ["Karl Stern"], "sentence_months": 84},
            )
        ],
        id="judge sentenced [wording]",
    ),
    pytest.param(
        "US",
        "Karl Stern, 41, was sentenced to 20 years to life for second-degree murder.",
        [
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["41"],
                    "offences": ["second-degree murder"],
                    "names": ["Karl Stern"],
                    "sentence_months": 1200,
                },
            )
        ],
        id="20 years to life [wording]",
    ),
    pytest.param(
        "US",
        (
            "Karl Stern was charged by information with one count of conspiracy to commit bank fraud, in "
            "violation of 18 U.S.C. § 1349."
        ),
        [("charged", 1, "person", {"offences": ["conspiracy to commit bank fraud"], "names": ["Karl Stern"]})],
        id="statute dropped [wording]",
    ),
    pytest.param(
        "US",
        ("The defendants were convicted at trial of conspiracy to commit wire fraud, wire fraud and money laundering."),
        [
            (
                "convicted",
                None,
                "person",
                {"offences": ["conspiracy to commit wire fraud", "wire fraud", "money laundering"]},
            )
        ],
        id="convicted at trial of [wording]",
    ),
    pytest.param(
        "US",
        "ERO officers removed 14 noncitizens with criminal convictions to Guatemala.",
        [("deported", 14, "person", {})],
        id="removed noncitizens [wording]",
    ),
    pytest.param(
        "AU",
        ("The 33-year-old Blacktown man was charged with ‘drive manner dangerous’ and ‘possess prohibited drug’."),
        [("charged", 1, "man", {"ages": ["33"], "offences": ["drive manner dangerous", "possess prohibited drug"]})],
        id="offences in quotation marks [wording]",
    ),
    pytest.param(
        "AU",
        (
            "A 33-year-old man from Elizabeth was arrested and charged with trafficking in a controlled drug."
            " He was refused police bail and appeared in the Adelaide Magistrates Court today."
        ),
        [
            ("arrested", 1, "man", {"ages": ["33"]}),
            ("charged", 1, "man", {"offences": ["trafficking in a controlled drug"]}),
            ("remanded", 1, "man", {}),
            ("appeared_in_court", 1, "man", {}),
        ],
        id="refused police bail and appeared [wording]",
    ),
    pytest.param(
        "NZ",
        (
            "Eleven people were arrested and face 74 charges including participating in an organised criminal"
            " group and supplying methamphetamine."
        ),
        [
            ("arrested", 11, "person", {}),
            (
                "charged",
                11,
                "person",
                {"offences": ["participating in an organised criminal group", "supplying methamphetamine"]},
            ),
        ],
        id="face 74 charges including [wording]",
    ),
    pytest.param(
        "CA",
        (
            "RCMP arrested 33-year-old Karl Stern of Red Deer, who is charged with: break and enter; mischief"
            " under $5,000; and failing to comply with an undertaking."
        ),
        [
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Karl Stern"]}),
            (
                "charged",
                1,
                "person",
                {
                    "offences": ["break and enter", "mischief under $5,000", "failing to comply with an undertaking"],
                    "names": ["Karl Stern"],
                },
            ),
        ],
        id="who is charged with, inline list [wording]",
    ),
    pytest.param(
        "CA",
        ("Karl Stern (33) of Red Deer has been charged with six counts of fraud over $5,000 and remains in custody."),
        [
            ("charged", 1, "person", {"ages": ["33"], "offences": ["fraud over $5,000"], "names": ["Karl Stern"]}),
            ("detained", 1, "person", {"names": ["Karl Stern"]}),
        ],
        id="six counts of fraud over $5,000 [wording]",
    ),
    pytest.param(
        "HK",
        "A 33-year-old local man was arrested for burglary and is being detained for enquiries.",
        [("arrested", 1, "man", {"ages": ["33"], "offences": ["burglary"]}), ("detained", 1, "man", {})],
        id="being detained for enquiries [wording]",
    ),
    pytest.param(
        "IE",
        (
            "A man in his 40s was arrested and detained under Section 4 of the Criminal Justice Act, 1984 at "
            "Store Street Garda Station. He has since been charged."
        ),
        [("arrested", 1, "man", {"ages": ["40s"]}), ("detained", 1, "man", {}), ("charged", 1, "man", {})],
        id="detained under a section [wording]",
    ),
    pytest.param(
        "GB",
        "In total, 65 people have been jailed for more than 400 years as part of Operation Venetic.",
        [("sentenced", 65, "person", {})],
        id="400 years of 65 people [wording]",
    ),
    pytest.param(
        "ZA",
        (
            "Sipho Dlamini was found guilty. He was sentenced to life imprisonment for murder, 15 years for "
            "robbery and five years for possession of an unlicensed firearm."
        ),
        [
            ("convicted", 1, "person", {"names": ["Sipho Dlamini"]}),
            (
                "sentenced",
                1,
                "man",
                {
                    "offences": ["murder", "robbery", "possession of an unlicensed firearm"],
                    "names": ["Sipho Dlamini"],
                    "sentence_months": 1200,
                },
            ),
        ],
        id="terms for three offences [wording]",
    ),
    pytest.param(
        "US",
        (
            "Karl Stern, 41, was sentenced to 10 years on the first count and five years on the second, to be"
            " served concurrently."
        ),
        [("sentenced", 1, "person", {"ages": ["41"], "names": ["Karl Stern"], "sentence_months": 120})],
        id="concurrent terms [wording]",
    ),
    pytest.param(
        "US",
        "Karl Stern, 41, received a sentence of three years and nine months for money laundering.",
        [
            (
                "sentenced",
                1,
                "person",
                {"ages": ["41"], "offences": ["money laundering"], "names": ["Karl Stern"], "sentence_months": 45},
            )
        ],
        id="sentence of years and months [wording]",
    ),
    pytest.param(
        "US",
        (
            "Stern pleaded no contest. Karl Stern, 41, pleaded no contest to grand theft and was placed on "
            "probation for three years."
        ),
        [
            ("pleaded_guilty", 1, "person", {"names": ["Karl Stern"], "offences": ["grand theft"], "ages": ["41"]}),
            ("sentenced", 1, "person", {"names": ["Karl Stern"]}),
        ],
        id="placed on probation [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Marr was jailed. Lee Marr, 29, pleaded guilty to burglary at an earlier hearing and was "
            "sentenced on Friday to 26 months."
        ),
        [
            ("sentenced", 1, "person", {"names": ["Lee Marr"], "sentence_months": 26}),
            ("pleaded_guilty", 1, "person", {"ages": ["29"], "offences": ["burglary"], "names": ["Lee Marr"]}),
        ],
        id="pleaded guilty earlier, sentenced on Friday [wording]",
    ),
    pytest.param(
        "GB",
        "A serving officer was dismissed and later charged with assault.",
        [("charged", 1, "person", {"offences": ["assault"]})],
        id="dismissed and later charged [wording]",
    ),
    pytest.param(
        "US",
        "Also arrested: Karl Stern, 34.",
        [("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]})],
        id="also arrested with colon [wording]",
    ),
    pytest.param(
        "US",
        "In custody are Karl Stern, 34, and Lee Marr, 29.",
        [
            ("detained", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("detained", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
        ],
        id="in custody are [wording]",
    ),
    pytest.param(
        "US",
        "Arrested Tuesday was 34-year-old Karl Stern of Reno.",
        [("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]})],
        id="arrested Tuesday was [wording]",
    ),
    pytest.param(
        "US",
        (
            "The arrests included Karl Stern, 34, a registered sex offender, and Lee Marr, 29, who had failed"
            " to appear in court."
        ),
        [
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
        ],
        id="the arrests included [wording]",
    ),
    pytest.param(
        "US",
        (
            "Notable arrests include:\n\n"
            "Karl Stern, 34, wanted for murder in Ohio\n"
            "Lee Marr, 29, a documented gang member with prior convictions\n"
            "- Joe Dunn, 51, convicted of rape"
        ),
        [
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("wanted", 1, "person", {"offences": ["murder"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
            ("arrested", 1, "person", {"ages": ["51"], "names": ["Joe Dunn"]}),
        ],
        id="notable arrests with records [wording]",
    ),
    pytest.param(
        "GB",
        ("A 34-year-old local man was detained nearby a short time later and is helping police with their enquiries."),
        [("detained", 1, "man", {"ages": ["34"]}), ("interviewed", 1, "man", {})],
        id="helping with enquiries [wording]",
    ),
    pytest.param(
        "GB",
        "A man has been questioned by police and released pending further enquiries.",
        [("interviewed", 1, "man", {}), ("released_under_investigation", 1, "man", {})],
        id="questioned and released [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Two girls aged 14 and 15 were found safe and well at the address and taken into the care of the "
            "local authority."
        ),
        [("safeguarded", 2, "girl", {"ages": ["14", "15"]})],
        id="taken into the care of [wording]",
    ),
    pytest.param(
        "IN",
        "Mr Rajesh Kumar, 32, of Rohini, has been booked for cheating.",
        [("arrested", 1, "person", {"ages": ["32"], "offences": ["cheating"], "names": ["Rajesh Kumar"]})],
        id="booked for [wording]",
    ),
    pytest.param(
        "GB",
        "Barry Lane, 34, was handed a seven-year jail sentence.",
        [
            ("sentenced", 1, "person", {"ages": ["34"], "names": ["Barry Lane"], "sentence_months": 84}),
        ],
        id="a term written with a hyphen [wording]",
    ),
    pytest.param(
        "GB",
        "In the raids 21 Polish and Ukrainian workers were arrested.",
        [
            ("arrested", 21, "person", {}),
        ],
        id="nationalities that share a noun [wording]",
    ),
    pytest.param(
        "GB",
        "Three men were charged with theft; a fourth escaped.",
        [
            ("charged", 3, "man", {"offences": ["theft"]}),
        ],
        id="a person behind a semicolon is no offence [wording]",
    ),
    pytest.param(
        "GB",
        "Officers arrested a man wanted for robbery.",
        [
            ("arrested", 1, "man", {}),
            ("wanted", 1, "man", {"offences": ["robbery"]}),
        ],
        id="wanted in a reduced clause [wording]",
    ),
    pytest.param(
        "US",
        "Carlos Ruiz, 33, was detained pending a detention hearing scheduled for Friday.",
        [
            ("remanded", 1, "person", {"ages": ["33"], "names": ["Carlos Ruiz"]}),
        ],
        id="detained pending a hearing [wording]",
    ),
    pytest.param(
        "GB",
        "The operation led to the rescue of 32 potential victims of human trafficking.",
        [
            ("safeguarded", 32, "person", {}),
        ],
        id="rescue of victims [wording]",
    ),
    pytest.param(
        "US",
        "A grand jury indicted 19 individuals, 18 of whom have now been arrested.",
        [
            ("charged", 19, "person", {}),
            ("arrested", 18, "person", {"of_count": 19}),
        ],
        id="of whom behind a comma is no age [wording]",
    ),
    pytest.param(
        "GB",
        "Forty-four people, youngest 13, eldest 71, were arrested; 29 were released on undertakings.",
        [
            ("arrested", 44, "person", {"ages": ["13-71"]}),
            ("bailed", 29, "person", {"of_count": 44}),
        ],
        id="from the youngest to the eldest [wording]",
    ),
    pytest.param(
        "GB",
        ("Eleven men were arrested in dawn raids. Those arrested have been interviewed and bailed until August."),
        [
            ("arrested", 11, "man", {}),
            ("interviewed", 11, "man", {}),
            ("bailed", 11, "man", {}),
        ],
        id="those arrested [wording]",
    ),
    pytest.param(
        "US",
        "John Cole, 44, is being held without bond on numerous drug trafficking charges.",
        [
            ("remanded", 1, "person", {"ages": ["44"], "offences": ["drug trafficking"], "names": ["John Cole"]}),
        ],
        id="on charges named before the word [wording]",
    ),
    pytest.param(
        "US",
        "A Reno man was arrested yesterday on fentanyl and firearm offenses.",
        [
            ("arrested", 1, "man", {"offences": ["fentanyl offenses", "firearm offenses"]}),
        ],
        id="on offenses that share a noun [wording]",
    ),
    pytest.param(
        "GB",
        ("RESULTS\nArrested .......... 29 (burglary 16, theft of motor vehicle 9, drugs 4)\nCharged .......... 11"),
        [
            ("arrested", 29, "person", {}),
            ("arrested", 16, "person", {"of_count": 29, "offences": ["burglary"]}),
            ("arrested", 9, "person", {"of_count": 29, "offences": ["theft of motor vehicle"]}),
            ("arrested", 4, "person", {"of_count": 29, "offences": ["drugs"]}),
            ("charged", 11, "person", {}),
        ],
        id="dotted table with parts in brackets [wording]",
    ),
    pytest.param(
        "US",
        "Results of the week:\n\nDWI arrests ....... 22\nVerbal warnings ....... 204",
        [
            ("arrested", 22, "person", {"offences": ["dwi"]}),
            ("cautioned", 204, "person", {}),
        ],
        id="offence before the noun in a table [wording]",
    ),
    pytest.param(
        "GB",
        "A 50-year-old man was arrested together with two women, aged 23 and 30.",
        [
            ("arrested", 1, "man", {"ages": ["50"]}),
            ("arrested", 2, "woman", {"ages": ["23", "30"]}),
        ],
        id="together with others [wording]",
    ),
    pytest.param(
        "GB",
        "A man of 40 was interviewed under caution, as were a woman of 29 and a man of 33.",
        [
            ("interviewed", 1, "man", {"ages": ["40"]}),
            ("interviewed", 1, "woman", {"ages": ["29"]}),
            ("interviewed", 1, "man", {"ages": ["33"]}),
        ],
        id="as were others [wording]",
    ),
    pytest.param(
        "GB",
        "Fourteen people were arrested, six for theft and one each for burglary, arson and assault.",
        [
            ("arrested", 14, "person", {}),
            ("arrested", 6, "person", {"of_count": 14, "offences": ["theft"]}),
            ("arrested", 1, "person", {"of_count": 14, "offences": ["burglary"]}),
            ("arrested", 1, "person", {"of_count": 14, "offences": ["arson"]}),
            ("arrested", 1, "person", {"of_count": 14, "offences": ["assault"]}),
        ],
        id="one each for several offences [wording]",
    ),
    pytest.param(
        "GB",
        "Karl Stern, 34, and Ana Ruiz, 31, were jailed for seven and five years respectively.",
        [
            ("sentenced", 1, "person", {"ages": ["34"], "names": ["Karl Stern"], "sentence_months": 84}),
            ("sentenced", 1, "person", {"ages": ["31"], "names": ["Ana Ruiz"], "sentence_months": 60}),
        ],
        id="terms told respectively [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Karl Stern, 34, was jailed for seven years, his brother Tom Stern, 30, for six and Ana "
            "Ruiz, 31, of no fixed address, nine."
        ),
        [
            ("sentenced", 1, "person", {"ages": ["34"], "names": ["Karl Stern"], "sentence_months": 84}),
            ("sentenced", 1, "man", {"ages": ["30"], "names": ["Tom Stern"], "sentence_months": 72}),
            ("sentenced", 1, "person", {"ages": ["31"], "names": ["Ana Ruiz"], "sentence_months": 108}),
        ],
        id="terms without their unit [wording]",
    ),
    pytest.param(
        "GB",
        (
            "The full list of those sentenced:\n\nCallum Pike, 34, Huyton. Conspiracy to supply cocaine. "
            "21 years.\nLeighton Marr, 29, Kirkby. Same offences. 14 years and six months."
        ),
        [
            (
                "sentenced",
                1,
                "person",
                {
                    "offences": ["conspiracy to supply cocaine"],
                    "ages": ["34"],
                    "names": ["Callum Pike"],
                    "sentence_months": 252,
                },
            ),
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["29"],
                    "offences": ["conspiracy to supply cocaine"],
                    "names": ["Leighton Marr"],
                    "sentence_months": 174,
                },
            ),
        ],
        id="roster with full stops [wording]",
    ),
    pytest.param(
        "GB",
        ("Arrests stood at 334 by 6am. They break down as 61 for assault on an emergency worker and 49 for theft."),
        [
            ("arrested", 334, "person", {}),
            ("arrested", 61, "person", {"of_count": 334, "offences": ["assault on an emergency worker"]}),
            ("arrested", 49, "person", {"of_count": 334, "offences": ["theft"]}),
        ],
        id="arrests stood at a number [wording]",
    ),
    pytest.param(
        "GB",
        "Jurors found Karl Stern, 34, of Reno, guilty of murder.",
        [
            ("convicted", 1, "person", {"ages": ["34"], "offences": ["murder"], "names": ["Karl Stern"]}),
        ],
        id="verdict with an address inside [wording]",
    ),
    pytest.param(
        "GB",
        "Six men and a 16-year-old girl ended up in custody, arrested on suspicion of dealing.",
        [
            ("arrested", 6, "man", {"offences": ["dealing"]}),
            ("arrested", 1, "girl", {"ages": ["16"], "offences": ["dealing"]}),
        ],
        id="ended up in custody [wording]",
    ),
    pytest.param(
        "GB",
        "The six men, all from Leeds, will make their first appearance today on charges of extortion.",
        [
            ("charged", 6, "man", {"offences": ["extortion"]}),
        ],
        id="charges named for a hearing ahead [wording]",
    ),
    pytest.param(
        "GB",
        "A 29-year-old woman arrested on suspicion of assisting an offender has been bailed.",
        [
            ("arrested", 1, "woman", {"ages": ["29"], "offences": ["assisting an offender"]}),
            ("bailed", 1, "woman", {}),
        ],
        id="the object of a gerund is no subject [wording]",
    ),
    pytest.param(
        "GB",
        "Karl Stern, 34, was jailed for eight years with an extended licence period of three years.",
        [
            ("sentenced", 1, "person", {"ages": ["34"], "names": ["Karl Stern"], "sentence_months": 96}),
        ],
        id="extended licence behind the term [wording]",
    ),
    pytest.param(
        "GB",
        "Five people were arrested. The four who were arrested in Leeds have since been bailed.",
        [
            ("arrested", 5, "person", {}),
            ("bailed", 4, "person", {}),
        ],
        id="restrictive clause tells no new arrest [wording]",
    ),
    pytest.param(
        "US",
        (
            "Two men were indicted on Monday. The District Attorney identified the defendants as Frank "
            "Moss, 32, of Brooklyn; and his cousin, Mario Moss, 35."
        ),
        [
            ("charged", 2, "man", {}),
            ("charged", 1, "person", {"ages": ["32"], "names": ["Frank Moss"]}),
            ("charged", 1, "person", {"ages": ["35"], "names": ["Mario Moss"]}),
        ],
        id="identified the defendants as [wording]",
    ),
    pytest.param(
        "US",
        "Troopers issued 17 citations. In Reno there were 17 warnings issued.",
        [
            ("cautioned", 17, "person", {}),
            ("cautioned", 17, "person", {}),
        ],
        id="citations and warnings of one number [wording]",
    ),
    pytest.param(
        "GB",
        (
            "The five men – Karl Stern, 34; Tom Rudd, 22; Lee Marr, 29; Joe Dunn, 51; and Sam Cole, 40 – "
            "were each charged with riot."
        ),
        [
            ("charged", 5, "man", {"offences": ["riot"]}),
            ("charged", 1, "person", {"ages": ["34"], "offences": ["riot"], "names": ["Karl Stern"]}),
            ("charged", 1, "person", {"ages": ["22"], "offences": ["riot"], "names": ["Tom Rudd"]}),
            ("charged", 1, "person", {"ages": ["29"], "offences": ["riot"], "names": ["Lee Marr"]}),
            ("charged", 1, "person", {"ages": ["51"], "offences": ["riot"], "names": ["Joe Dunn"]}),
            ("charged", 1, "person", {"ages": ["40"], "offences": ["riot"], "names": ["Sam Cole"]}),
        ],
        id="names between dashes [wording]",
    ),
    pytest.param(
        "US",
        "A sub-contractor was sentenced yesterday to eight years in prison for forgery.",
        [
            ("sentenced", 1, "person", {"offences": ["forgery"], "sentence_months": 96}),
        ],
        id="somebody by a trade that no lexicon has [wording]",
    ),
    pytest.param(
        "US",
        (
            "The campaign resulted in 117 arrests, the recovery of over $38,000 in stolen goods and the "
            "seizure of two guns."
        ),
        [
            ("arrested", 117, "person", {}),
        ],
        id="sums are no offences [wording]",
    ),
    pytest.param(
        "GB",
        "Eight people were arrested for drug offences as we go after those involved in serious crime.",
        [
            ("arrested", 8, "person", {"offences": ["drug offences"]}),
        ],
        id="offences end before as we [wording]",
    ),
    pytest.param(
        "GB",
        (
            "A 17-year-old was arrested on suspicion of possessing an offensive weapon and cannabis with "
            "intent to supply."
        ),
        [
            (
                "arrested",
                1,
                "person",
                {
                    "ages": ["17"],
                    "offences": ["possessing an offensive weapon", "possessing cannabis with intent to supply"],
                },
            ),
        ],
        id="intent to supply belongs to the drug [wording]",
    ),
    pytest.param(
        "GB",
        "Six men were charged. A seventh, 43, was arrested for theft.",
        [
            ("charged", 6, "man", {}),
            ("arrested", 1, "person", {"ages": ["43"], "offences": ["theft"]}),
        ],
        id="ordinal with an age [wording]",
    ),
    pytest.param(
        "US",
        "Agents made 80 arrests. The arrests break down as follows: El Paso, 7; Odessa, 5, and Alpine, 6.",
        [
            ("arrested", 80, "person", {}),
            ("arrested", 7, "person", {}),
            ("arrested", 5, "person", {}),
            ("arrested", 6, "person", {}),
        ],
        id="numbers told by place [wording]",
    ),
    pytest.param(
        "ZA",
        "Raids led to the arrest of 306 people, including 98 arrests for rape, 21 arrests for assault and 2 arrests "
        "for murder.",
        [
            ("arrested", 306, "person", {}),
            ("arrested", 98, "person", {"of_count": 306, "offences": ["rape"]}),
            ("arrested", 21, "person", {"of_count": 306, "offences": ["assault"]}),
            ("arrested", 2, "person", {"of_count": 306, "offences": ["murder"]}),
        ],
        id="parts go on behind including [wording]",
    ),
    pytest.param(
        "ZA",
        "Eleven suspects were arrested for possession and dealing with drugs.",
        [("arrested", 11, "person", {"offences": ["possession of drugs", "dealing with drugs"]})],
        id="possession shares the object [wording]",
    ),
    pytest.param(
        "GB",
        "The suspects – two men in their 20s and a 17-year-old boy – were arrested on suspicion of robbery.",
        [
            ("arrested", 2, "man", {"ages": ["20s"], "offences": ["robbery"]}),
            ("arrested", 1, "boy", {"ages": ["17"], "offences": ["robbery"]}),
        ],
        id="people told between dashes [wording]",
    ),
    pytest.param(
        "US",
        "Eleven of the 17 arrests were made in Georgia.",
        [("arrested", 11, "person", {"of_count": 17})],
        id="a part of the arrests [wording]",
    ),
    pytest.param(
        "GB",
        "Of the 20 arrests, nine took place in Leeds.",
        [("arrested", 20, "person", {}), ("arrested", 9, "person", {"of_count": 20})],
        id="of the arrests, nine took place [wording]",
    ),
    pytest.param(
        "CA",
        "Six out of the nine drivers were ticketed.",
        [("cautioned", 6, "person", {"of_count": 9})],
        id="out of the nine [wording]",
    ),
    pytest.param(
        "GB",
        "A driver, 39, was stopped and was found to be wanted by Kent Police for fraud.",
        [("wanted", 1, "person", {"ages": ["39"], "offences": ["fraud"]})],
        id="found to be wanted [wording]",
    ),
    pytest.param(
        "US",
        "The driver, 30, had an outstanding warrant for theft and was arrested.",
        [("wanted", 1, "person", {"ages": ["30"], "offences": ["theft"]}), ("arrested", 1, "person", {})],
        id="had an outstanding warrant [wording]",
    ),
    pytest.param(
        "GB",
        "Three women believed to have been trafficked were taken to a place of safety.",
        [("safeguarded", 3, "woman", {})],
        id="believed to have been trafficked [wording]",
    ),
    pytest.param(
        "US",
        "Endangered missing children located: 5",
        [("safeguarded", 5, "child", {})],
        id="missing children located, in a table [wording]",
    ),
    pytest.param(
        "GB",
        "The crash left two men dead. One woman was left paralysed.",
        [("killed", 2, "man", {}), ("injured", 1, "woman", {})],
        id="left dead, left paralysed [wording]",
    ),
    pytest.param(
        "US",
        "The jury returned guilty verdicts against all three defendants.",
        [("convicted", 3, "person", {})],
        id="guilty verdicts against [wording]",
    ),
    pytest.param(
        "GB",
        "Lee Marsh, 51, was charged with burglary and theft. He pleaded guilty to both charges on Monday.",
        [
            ("charged", 1, "person", {"ages": ["51"], "offences": ["burglary", "theft"], "names": ["Lee Marsh"]}),
            ("pleaded_guilty", 1, "man", {"offences": ["burglary", "theft"], "names": ["Lee Marsh"]}),
        ],
        id="both charges told before [wording]",
    ),
    pytest.param(
        "GB",
        "Four arrest warrants have been issued for men who fled abroad.",
        [("wanted", 4, "man", {})],
        id="as many as the warrants [wording]",
    ),
    pytest.param(
        "US",
        "The driver, Dale Hutchins, 49, was booked on negligent homicide, DWI and leaving the scene.",
        [
            (
                "arrested",
                1,
                "person",
                {"ages": ["49"], "offences": ["negligent homicide", "dwi", "leaving the scene"],
                 "names": ["Dale Hutchins"]},
            )
        ],
        id="booked on [wording]",
    ),
    pytest.param(
        "GB",
        "A shop assistant and a security guard have been charged with theft.",
        [("charged", 2, "person", {"offences": ["theft"]})],
        id="people by their trades [wording]",
    ),
    pytest.param(
        "US",
        "Several suspects were contacted, interviewed and released.",
        [("interviewed", None, "person", {"modifier": "vague"}), ("released", None, "person", {"modifier": "vague"})],
        id="several, told by the verb before [wording]",
    ),
    pytest.param(
        "NZ",
        "A 33-year-old man is due to appear in Hamilton District Court charged with robbery.",
        [("charged", 1, "man", {"ages": ["33"], "offences": ["robbery"]})],
        id="due to appear charged [wording]",
    ),
    pytest.param(
        "GB",
        "Police have arrested a total of 14 people - 12 men and two women.",
        [
            ("arrested", 14, "person", {}),
            ("arrested", 12, "man", {"of_count": 14}),
            ("arrested", 2, "woman", {"of_count": 14}),
        ],
        id="parts behind a hyphen [wording]",
    ),
    pytest.param(
        "GB",
        "Fixed penalty notices were issued to 22 motorists for not wearing seat belts.",
        [("cautioned", 22, "person", {"offences": ["not wearing seat belts"]})],
        id="notices issued to somebody [wording]",
    ),
    pytest.param(
        "GB",
        "Summonses were served on three landlords for fraud.",
        [("charged", 3, "person", {"offences": ["fraud"]})],
        id="summonses served on somebody [wording]",
    ),
    pytest.param(
        "GB",
        "A man, 30, was arrested for affray, and a passenger, 19, was found with a knife and also arrested.",
        [
            ("arrested", 1, "man", {"ages": ["30"], "offences": ["affray"]}),
            ("arrested", 1, "person", {"ages": ["19"]}),
        ],
        id="the nearer subject of two verbs [bug]",
    ),
    pytest.param(
        "GB",
        "Ten were held. Tom Reed, 40, was spared jail and given a two-year community order.",
        [
            ("detained", 10, "person", {}),
            ("sentenced", 1, "person", {"ages": ["40"], "names": ["Tom Reed"]}),
        ],
        id="and given a community order [wording]",
    ),
    pytest.param(
        "US",
        "A federal jury convicted Karl Stern, 34, of Reno, on Thursday of wire fraud.",
        [("convicted", 1, "person", {"ages": ["34"], "offences": ["wire fraud"], "names": ["Karl Stern"]})],
        id="a residence before the offence [bug]",
    ),
    pytest.param(
        "US",
        "Karl Stern, 34, made his initial appearance in federal court on a complaint charging him with bank fraud.",
        [
            ("appeared_in_court", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("charged", 1, "man", {"offences": ["bank fraud"], "names": ["Karl Stern"]}),
        ],
        id="a complaint charging him [wording]",
    ),
    pytest.param(
        "US",
        "Arrested were: Karl Stern, 34, of Reno, theft; Amina Yusuf, 33, of Sparks, tampering with evidence.",
        [
            ("arrested", 1, "person", {"ages": ["34"], "offences": ["theft"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "offences": ["tampering with evidence"],
                                       "names": ["Amina Yusuf"]}),
        ],
        id="each with offences of their own [wording]",
    ),
    pytest.param(
        "GB",
        "Four of the ten men arrested have been charged.",
        [("charged", 4, "man", {"of_count": 10}), ("arrested", 10, "man", {})],
        id="a part of those arrested [bug]",
    ),
    pytest.param(
        "CA",
        (
            "The following individuals have been charged:\nKyle Boyd, 32, of Toronto\n1. Possession of a firearm\n"
            "2. Careless storage of ammunition\nAna Cole, 29, of Oshawa\n1. Obstruct peace officer"
        ),
        [
            (
                "charged",
                1,
                "person",
                {"ages": ["32"], "offences": ["possession of a firearm", "careless storage of ammunition"],
                 "names": ["Kyle Boyd"]},
            ),
            ("charged", 1, "person", {"ages": ["29"], "offences": ["obstruct peace officer"], "names": ["Ana Cole"]}),
        ],
        id="names, each with a list of charges [wording]",
    ),
    pytest.param(
        "GB",
        "Six people, most of them students, were arrested for affray.",
        [("arrested", 6, "person", {"offences": ["affray"]})],
        id="an aside about most of them [bug]",
    ),
    pytest.param(
        "US",
        "Nine defendants were indicted for their roles in a firearms trafficking ring.",
        [("charged", 9, "person", {})],
        id="a role in a ring is no offence [bug]",
    ),
    pytest.param(
        "GB",
        "Over 400 officers searched 68 homes and offices, and 26 people (15 in Leeds) were arrested.",
        [("arrested", 26, "person", {})],
        id="officers who act are not arrested [bug]",
    ),
    pytest.param(
        "GB",
        "Some 90 members of staff took part and 12 men were arrested.",
        [("arrested", 12, "man", {})],
        id="those who take part are not arrested [bug]",
    ),
    pytest.param(
        "GB",
        "A woman, 61, waiting for the 343 suffered a broken wrist.",
        [("injured", 1, "woman", {"ages": ["61"]})],
        id="a bus is nobody [bug]",
    ),
    pytest.param(
        "US",
        "Name: Karl Stern\nAge: 34\nCharges: Robbery; assault",
        [("charged", 1, "person", {"ages": ["34"], "offences": ["robbery", "assault"], "names": ["Karl Stern"]})],
        id="booking sheet with a label for each field",
    ),
]


@pytest.mark.parametrize(("country", "text", "expected"), FOUND)
def test_wording(country, text, expected):
    """The facts of one wording, all of them and no others."""
    assert told(text, country) == expected


NOT_YET = [
    # what the rules cannot read; each says what it should be
    pytest.param(
        "GB",
        "Marr, 29, was found not guilty of murder but guilty of manslaughter.",
        [("convicted", 1, "person", {"ages": ["29"], "offences": ["manslaughter"], "names": ["Marr"]})],
        id="not guilty of one, guilty of another [no match]",
    ),
    pytest.param(
        "GB",
        "Five men were sentenced on Monday and two on Friday.",
        [("sentenced", 5, "man", {}), ("sentenced", 2, "man", {})],
        id="ellipsis with nothing but a day [no match]",
    ),
    pytest.param(
        "GB",
        "Arrests were made in Bury (9), Bolton (12) and Wigan (8).",
        [("arrested", 9, "person", {}), ("arrested", 12, "person", {}), ("arrested", 8, "person", {})],
        id="numbers in brackets behind places [no match]",
    ),
]


@pytest.mark.xfail(strict=True, reason="known gap of the grammar")
@pytest.mark.parametrize(("country", "text", "expected"), NOT_YET)
def test_known_gap(country, text, expected):
    """Wordings that are not read yet; a rule that reads one has to move it up."""
    assert told(text, country) == expected


NOTHING = [
    pytest.param("GB", "No arrests have been made.", id="no arrests"),
    pytest.param("GB", "Police have not made any arrests.", id="not any arrests"),
    pytest.param("GB", "The protest passed without any arrests.", id="without arrests"),
    pytest.param("GB", "No one has been arrested at this stage.", id="no one"),
    pytest.param("GB", "Nobody has been charged.", id="nobody"),
    pytest.param("GB", "None of the suspects has been arrested.", id="none of them"),
    pytest.param("GB", "Nobody was injured.", id="nobody injured"),
    pytest.param("GB", "There were no reported injuries.", id="no injuries"),
    pytest.param("GB", "No-one was hurt in the incident and no arrests have been made.", id="no-one and no arrests"),
    pytest.param("GB", "They are due to appear at Leeds Magistrates' Court tomorrow.", id="due to appear"),
    pytest.param("SG", "A 33-year-old man will be charged in court on 4 May with cheating.", id="will be charged"),
    pytest.param("GB", "Two men are due to stand trial in June.", id="trial to come"),
    pytest.param("GB", "He will be sentenced in September.", id="sentence to come"),
    pytest.param("US", "Karl Stern, 41, is scheduled to be sentenced on May 4.", id="scheduled"),
    pytest.param("GB", "The hearing is listed for 4 May at Hull Crown Court.", id="hearing listed"),
    pytest.param("GB", "A file will be sent to the Crown Prosecution Service.", id="file to a prosecutor"),
    pytest.param("GB", "Anyone found carrying a knife will be arrested and charged.", id="threat"),
    pytest.param("GB", "Anyone arrested will be dealt with robustly.", id="anyone arrested"),
    pytest.param("GB", "We will arrest those who bring misery to our streets.", id="promise"),
    pytest.param("GB", "Our aim is to see more offenders charged and convicted.", id="aim"),
    pytest.param("GB", "The patrols aim to arrest those who carry knives.", id="purpose"),
    pytest.param("GB", "We want to see dealers jailed.", id="wish"),
    pytest.param("IN", "Efforts are on to nab the other accused.", id="effort"),
    pytest.param("GB", "Officers can arrest people who breach the order.", id="power"),
    pytest.param("GB", "If convicted, he faces up to 20 years in prison.", id="if convicted"),
    pytest.param("US", "The charge carries a maximum sentence of ten years in federal prison.", id="maximum penalty"),
    pytest.param("US", "Stern faces a mandatory minimum sentence of 10 years in prison.", id="minimum penalty"),
    pytest.param("US", "A defendant is presumed innocent unless and until proven guilty.", id="presumption"),
    pytest.param("GB", "Offenders could be sentenced to seven years.", id="could be"),
    pytest.param("GB", "Had he been convicted he would have been jailed.", id="unreal"),
    pytest.param("GB", "Drivers caught using a phone face a £200 fine and six points.", id="penalty of a rule"),
    pytest.param(
        "GB", "It is an offence to be drunk in charge of a bicycle and you could be fined.", id="law explained"
    ),
    pytest.param(
        "GB",
        "Last year 4,500 people were arrested for drink driving across England and Wales.",
        id="statistics of last year",
    ),
    pytest.param(
        "GB",
        "Between 2018 and 2021, 240 people were charged with rural crime offences across the region.",
        id="statistics of years",
    ),
    pytest.param(
        "GB",
        "The number of people arrested for drink driving fell by 12% compared with last year.",
        id="statistics compared",
    ),
    pytest.param("GB", "In 2022, 1,695 people were killed on roads in Great Britain.", id="statistics of deaths"),
    pytest.param("US", "To date, more than 1,500 defendants have been convicted.", id="what a programme has come to"),
    pytest.param("GB", "A previous operation in March saw 33 people arrested.", id="previous operation"),
    pytest.param("GB", "The last time the operation ran, 33 people were arrested.", id="last time"),
    pytest.param("GB", "Since January, the team has made 33 arrests.", id="since January"),
    pytest.param("GB", "Every week four people are killed or seriously injured on our roads.", id="every week"),
    pytest.param("GB", "People arrested for drug driving often lose their licence.", id="people in general"),
    pytest.param("GB", "Children are often exploited, injured or even killed by these gangs.", id="often"),
    pytest.param("GB", "Cadets learn how suspects are arrested and interviewed.", id="training"),
    pytest.param("GB", "Anyone with information about those arrested is asked to call 101.", id="appeal"),
    pytest.param("GB", "Officers also want to hear from anyone who was injured.", id="appeal to the injured"),
    pytest.param("GB", "Marr, 29, was cleared of all charges.", id="acquittal"),
    pytest.param("GB", "Five drivers were reported for having no insurance.", id="reported"),
    pytest.param("US", "Police asked that Karl Stern be held.", id="asked that he be held"),
    pytest.param("US", "The order kept Karl Stern from being released.", id="kept from being released"),
    pytest.param("GB", "The officer in charge of the case, DS Helen Marsh, thanked the public.", id="in charge of"),
    pytest.param("GB", "Residents charged their phones at the community hub.", id="charged phones"),
    pytest.param("GB", "Officers arrested the decline in reported thefts.", id="arrested a decline"),
    pytest.param("US", "The Golden Eagle Award Presentation is being held on Friday.", id="event being held"),
    pytest.param("GB", "The sergeant cited the rise in thefts.", id="cited a rise"),
    pytest.param("GB", "The arrest policy was reviewed in May.", id="arrest as a modifier"),
    pytest.param("GB", "Two vehicles were stopped and one was seized.", id="things"),
    pytest.param("GB", "The suspect vehicle was held for examination.", id="suspect vehicle"),
    pytest.param("US", "He has four prior criminal convictions.", id="prior convictions"),
    pytest.param("US", "The grand jury returned 12 indictments.", id="indictments are no people"),
    pytest.param("GB", "The trial of four men accused of murder continues.", id="trial continues"),
    pytest.param("US", "“Well done,” said Special Agent in Charge Nicole Farrand.", id="agent in charge [bug]"),
    pytest.param("GB", "Six people met officers, none of whom were arrested.", id="none of whom [bug]"),
    pytest.param("US", "Laptops recovered: 3", id="things recovered [no match]"),
    pytest.param("GB", "Penalty notices will be issued to 22 drivers.", id="notices to be issued"),
    pytest.param("ZA", "A man is due to appear in court once charged.", id="once charged"),
    pytest.param("GB", "Nineteen of those detained are foreign nationals.", id="what a number is part of [bug]"),
]


@pytest.mark.parametrize(("country", "text"), NOTHING)
def test_no_outcome(country, text):
    """Negated, planned, feared, general and historic statements give no fact, nor do other meanings of the words."""
    assert told(text, country) == []


@pytest.mark.parametrize(("country", "text", "expected"), FOUND)
def test_every_fact_is_proved(country, text, expected):
    """Each fact's own words yield its values."""
    doc = analysed(text, country)
    prove = Prover(doc).prove
    assert [fact.rule for fact in find(doc) if prove(fact).status == REFUSED] == []


def test_order_and_spans():
    """Facts come in the order of the text, and their spans are the clauses that state them."""
    text = "Two men were arrested in Leeds. A woman was bailed. Nine drivers were fined."
    found = [text[fact.start : fact.end] for fact in find(analysed(text))]
    assert found == ["Two men were arrested", "A woman was bailed", "Nine drivers were fined"]


def test_a_headline_is_about_whom_it_opens_with():
    """Not about those its relative clause names."""
    text = "Mother who drowned her two children sentenced to 40 years"
    assert told(text) == [("sentenced", 1, "woman", {"sentence_months": 480})]


def test_a_quoted_sum_is_told_once():
    """What an officer repeats in a quote is the same fact."""
    text = "Police made 17 arrests.\n\nInspector Ann Hale said: “We made 17 arrests and I thank my team.”"
    assert told(text) == [("arrested", 17, "person", {})]


@given(
    st.lists(
        st.sampled_from(
            "police arrested two men and a woman , aged 24 of the 17 were was charged with theft on suspicion robbery "
            "( ) ; : – who Ana Ruiz 34 both they he jailed for nine years “guilty” pleaded to each . \n- • other one "
            "another including".split(" ")
        ),
        max_size=40,
    )
)
@settings(max_examples=150, deadline=None)
def test_any_order_of_words_is_read(words):
    """No order of words fails, and every span lies in the text."""
    text = " ".join(words)
    for fact in find(analysed(text)):
        assert 0 <= fact.start < fact.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "a man, ",
        "two men and ",
        "of the ",
        "( ",
        "with theft and ",
        "who was arrested ",
        "“",
        "Ana Ruiz, 34, ",
        "charged and ",
        "aka ",
        "nine years ",
        "12 of them ",
        "- ",
        "theft (9), ",
        "a man was arrested. Then ",
        "theft.\n- Ana Ruiz, 34, fraud\n- ",
        "both of them were charged. ",
        "one 9 ",
    ],
)
def test_work_grows_with_length(unit, steps):
    """Hostile repetition costs in proportion, counted in calls, so that a busy machine does not decide."""
    assert grows_in_proportion(find, "Officers arrested ", unit, 1000, steps)  # more than a sentence is let have


@pytest.mark.parametrize(
    ("published", "statuses"),
    [
        ("2024-06-18", [["arrested"]]),
        ("2015-06-18", [["sentenced"], ["arrested"]]),  # jailed in the year of the release
        ("June 2024", [["sentenced"], ["arrested"]]),
        (None, [["sentenced"], ["arrested"]]),
    ],
)
def test_what_another_year_told(published, statuses):
    """A term of another year is no news; where the day of the release is not known, nothing is left out."""
    text = "Paul Reed, 44, who was jailed for six years in 2015 for robbery, was arrested for theft."
    assert [fact.slots["statuses"] for fact in find(analysed(text, "GB", published))] == statuses


def test_development_records(shared):
    """The readable development records stay above 0.95 strict recall."""
    gold = right = 0
    for record in readable_records(shared):
        found = [
            (f["statuses"], f["count"], f["of_count"], f["offences"])
            for f in (fact.row() for fact in find(analysed(record["text"], record["country"])))
        ]
        for fact in record["facts"]["outcomes"]:
            gold += 1
            key = (fact["statuses"], fact.get("count"), fact.get("of_count"), fact.get("offences") or [])
            if key in found:
                found.remove(key)
                right += 1
    assert gold > 150 and right / gold > 0.95
