"""Whom an outcome befell: groups, names, ages, pronouns and definite groups, in every wording."""

import pytest
from analysed import analysed
from told import told

from beatbook.grammar.people import groups, nouns
from beatbook.grammar.person_names import Names

FOUND = [
    # country, text, facts as (statuses, count, who, the other slots); the label ends in the row's origin
    pytest.param(
        "GB",
        "Two men, aged 24 and 31, from Luton, have been arrested on suspicion of burglary.",
        [("arrested", 2, "man", {"ages": ["24", "31"], "offences": ["burglary"]})],
        id="passive with ages and town [wording]",
    ),
    pytest.param(
        "GB",
        ("Two men and a woman were arrested on suspicion of possession with intent to supply class A drugs."),
        [
            ("arrested", 2, "man", {"offences": ["possession with intent to supply class a drugs"]}),
            ("arrested", 1, "woman", {"offences": ["possession with intent to supply class a drugs"]}),
        ],
        id="shared subject is cut apart [wording]",
    ),
    pytest.param(
        "GB",
        "A man who was arrested on suspicion of rape has been released on bail.",
        [("arrested", 1, "man", {"offences": ["rape"]}), ("bailed", 1, "man", {})],
        id="relative clause [wording]",
    ),
    pytest.param(
        "GB", "A dozen suspects were arrested in dawn raids.", [("arrested", 12, "person", {})], id="dozen [wording]"
    ),
    pytest.param(
        "GB",
        "The driver, a 33-year-old man, was arrested for drink driving.",
        [("arrested", 1, "man", {"ages": ["33"], "offences": ["drink driving"]})],
        id="the driver in apposition [wording]",
    ),
    pytest.param(
        "GB",
        "The driver and two passengers, all in their 20s, were arrested on suspicion of theft.",
        [
            ("arrested", 1, "person", {"offences": ["theft"]}),
            ("arrested", 2, "person", {"ages": ["20s"], "offences": ["theft"]}),
        ],
        id="plural driver list [wording]",
    ),
    pytest.param(
        "GB",
        "Five men aged between 19 and 45 were arrested for conspiracy to supply cocaine.",
        [("arrested", 5, "man", {"ages": ["19-45"], "offences": ["conspiracy to supply cocaine"]})],
        id="age range [wording]",
    ),
    pytest.param(
        "GB",
        "Three boys, two aged 15 and one aged 16, were arrested on suspicion of robbery.",
        [("arrested", 3, "boy", {"ages": ["15", "16"], "offences": ["robbery"]})],
        id="three boys, ages told apart [wording]",
    ),
    pytest.param(
        "IN",
        (
            "The Special Cell has arrested three accused persons namely Rakesh Kumar (34), Sunita Devi, 29, "
            "and Mohd Salim, 41."
        ),
        [
            ("arrested", 3, "person", {}),
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Rakesh Kumar"]}),
            ("arrested", 1, "person", {"ages": ["29"], "names": ["Sunita Devi"]}),
            ("arrested", 1, "person", {"ages": ["41"], "names": ["Mohd Salim"]}),
        ],
        id="accused persons arrested [wording]",
    ),
    pytest.param(
        "GB",
        ("Ryan Tolley, 26, of Hanley, was arrested on Monday.\n\nHe has since been charged with arson."),
        [
            ("arrested", 1, "person", {"ages": ["26"], "names": ["Ryan Tolley"]}),
            ("charged", 1, "man", {"offences": ["arson"], "names": ["Ryan Tolley"]}),
        ],
        id="pronoun takes what is known [wording]",
    ),
    pytest.param(
        "GB",
        ("A 30-year-old man was arrested in Crewe.\n\nThe man has been released on bail."),
        [("arrested", 1, "man", {"ages": ["30"]}), ("bailed", 1, "man", {})],
        id="ages on the first fact only [wording]",
    ),
    pytest.param(
        "GB",
        ("Ian Croft, 22, and Neil Sharp, 25, were arrested in Oldham.\n\nBoth have been charged with robbery."),
        [
            ("arrested", 1, "person", {"ages": ["22"], "names": ["Ian Croft"]}),
            ("arrested", 1, "person", {"ages": ["25"], "names": ["Neil Sharp"]}),
            ("charged", 2, "person", {"offences": ["robbery"], "names": ["Ian Croft", "Neil Sharp"]}),
        ],
        id="both with names [wording]",
    ),
    pytest.param(
        "GB",
        ("Five men were arrested.\n\nThree have been charged with affray and the other two were released on bail."),
        [
            ("arrested", 5, "man", {}),
            ("charged", 3, "person", {"offences": ["affray"]}),
            ("bailed", 2, "man", {"of_count": 5}),
        ],
        id="the other two [wording]",
    ),
    pytest.param(
        "GB",
        ("Nine people were arrested.\n\nSeven of the nine have been charged with theft."),
        [("arrested", 9, "person", {}), ("charged", 7, "person", {"of_count": 9, "offences": ["theft"]})],
        id="seven of the nine [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Paul Hedley, 39, of Gateshead, was jailed for three years.\n\n"
            "Hedley was convicted of handling stolen goods."
        ),
        [
            ("sentenced", 1, "person", {"ages": ["39"], "names": ["Paul Hedley"], "sentence_months": 36}),
            ("convicted", 1, "person", {"offences": ["handling stolen goods"], "names": ["Paul Hedley"]}),
        ],
        id="surname [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Man jailed for burglary\n\n"
            "A man has been jailed for two years for burglary.\n\n"
            "Craig Nolan, 31, of Stoke, was sentenced to two years in prison at Stafford Crown Court on "
            "Friday for burglary."
        ),
        [
            (
                "sentenced",
                1,
                "man",
                {"offences": ["burglary"], "sentence_months": 24, "ages": ["31"], "names": ["Craig Nolan"]},
            )
        ],
        id="headline repeat is one fact [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Two men charged with robbery\n\n"
            "Two men have been charged with robbery in Leeds.\n\n"
            "Dale Finch, 20, and Ross Abbot, 23, were charged with robbery and remanded in custody."
        ),
        [
            ("charged", 2, "man", {"offences": ["robbery"]}),
            ("charged", 1, "person", {"ages": ["20"], "offences": ["robbery"], "names": ["Dale Finch"]}),
            ("charged", 1, "person", {"ages": ["23"], "offences": ["robbery"], "names": ["Ross Abbot"]}),
            ("remanded", 1, "person", {"names": ["Dale Finch"]}),
            ("remanded", 1, "person", {"names": ["Ross Abbot"]}),
        ],
        id="summary and detail [wording]",
    ),
    pytest.param(
        "US",
        (
            "Three Dayton residents were sentenced this week.\n\n"
            "Lee Roy Catron, 44, was sentenced to 120 months in prison for wire fraud. Catron's co-defendant,"
            " Anna Bly, 39, was sentenced to 24 months."
        ),
        [
            ("sentenced", 3, "person", {}),
            (
                "sentenced",
                1,
                "person",
                {"ages": ["44"], "offences": ["wire fraud"], "names": ["Lee Roy Catron"], "sentence_months": 120},
            ),
            ("sentenced", 1, "person", {"ages": ["39"], "names": ["Anna Bly"], "sentence_months": 24}),
        ],
        id="co-defendants by surname [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Three men have been charged with conspiracy to burgle. They are Tom Rudd, 22, Omar Aziz, 25, and"
            " Lee Cobb, 31. All three were remanded in custody."
        ),
        [
            ("charged", 3, "man", {"offences": ["conspiracy to burgle"]}),
            ("charged", 1, "person", {"ages": ["22"], "offences": ["conspiracy to burgle"], "names": ["Tom Rudd"]}),
            ("charged", 1, "person", {"ages": ["25"], "offences": ["conspiracy to burgle"], "names": ["Omar Aziz"]}),
            ("charged", 1, "person", {"ages": ["31"], "offences": ["conspiracy to burgle"], "names": ["Lee Cobb"]}),
            ("remanded", 3, "person", {"names": ["Tom Rudd", "Omar Aziz", "Lee Cobb"]}),
        ],
        id="they are all [wording]",
    ),
    pytest.param(
        "GB",
        "Police arrested 11 people, aged 19 to 62, on suspicion of fraud.",
        [("arrested", 11, "person", {"ages": ["19-62"], "offences": ["fraud"]})],
        id="ages of a range [wording]",
    ),
    pytest.param(
        "GB",
        "A man of 40 appeared at Crewe Magistrates' Court charged with theft.",
        [("appeared_in_court", 1, "man", {"ages": ["40"], "offences": ["theft"]})],
        id="a man of 40 [wording]",
    ),
    pytest.param(
        "GB",
        "Four people – three men aged 20, 25 and 31 and a woman aged 40 – were arrested.",
        [
            ("arrested", 4, "person", {}),
            ("arrested", 3, "man", {"of_count": 4, "ages": ["20", "25", "31"]}),
            ("arrested", 1, "woman", {"of_count": 4, "ages": ["40"]}),
        ],
        id="parts between dashes [wording]",
    ),
    pytest.param(
        "GB",
        "Among those arrested were Karl Stern, 41, of Bury, and Amina Yusuf, 33, of Bolton.",
        [
            ("arrested", 1, "person", {"ages": ["41"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"]}),
        ],
        id="among those arrested were names [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Karl Stern, 41, and Amina Yusuf, 33, were both arrested. Stern, of Bury, was charged with fraud;"
            " Yusuf, of Bolton, was bailed."
        ),
        [
            ("arrested", 1, "person", {"ages": ["41"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"]}),
            ("charged", 1, "person", {"offences": ["fraud"], "names": ["Karl Stern"]}),
            ("bailed", 1, "person", {"names": ["Amina Yusuf"]}),
        ],
        id="surnames in coordinated clauses [wording]",
    ),
    pytest.param(
        "GB",
        ("Police have arrested Karl Stern, aged 41, and Amina Yusuf, aged 33, in connection with the robbery."),
        [
            ("arrested", 1, "person", {"ages": ["41"], "offences": ["robbery"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "offences": ["robbery"], "names": ["Amina Yusuf"]}),
        ],
        id="active with two names [wording]",
    ),
    pytest.param(
        "GB",
        "Karl Stern (41, of Bury) was arrested on 4 May.",
        [("arrested", 1, "person", {"ages": ["41"], "names": ["Karl Stern"]})],
        id="age and town in brackets [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Three men have been charged with conspiracy to burgle. The men are Tom Rudd, aged 22, of Hull, "
            "Omar Aziz, aged 25, of Goole, and Lee Cobb, aged 31, of no fixed address."
        ),
        [
            ("charged", 3, "man", {"offences": ["conspiracy to burgle"]}),
            ("charged", 1, "person", {"ages": ["22"], "offences": ["conspiracy to burgle"], "names": ["Tom Rudd"]}),
            ("charged", 1, "person", {"ages": ["25"], "offences": ["conspiracy to burgle"], "names": ["Omar Aziz"]}),
            ("charged", 1, "person", {"ages": ["31"], "offences": ["conspiracy to burgle"], "names": ["Lee Cobb"]}),
        ],
        id="the men are, with names [wording]",
    ),
    pytest.param(
        "US",
        "The suspect, identified as Karl Stern, 34, was arrested for robbery.",
        [("arrested", 1, "person", {"ages": ["34"], "offences": ["robbery"], "names": ["Karl Stern"]})],
        id="identified as [wording]",
    ),
    pytest.param(
        "US",
        (
            "The following were arrested:\n\n"
            "Karl Stern, 34, 12 Mill Lane, Hickory NC\n"
            "Charge: Robbery\n"
            "Bond: $5,000\n\n"
            "Amina Yusuf, 33, 4 Oak Street, Newton NC\n"
            "Charges: Assault, larceny\n"
            "Bond: $2,000"
        ),
        [
            ("arrested", 1, "person", {"ages": ["34"], "offences": ["robbery"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "offences": ["assault", "larceny"], "names": ["Amina Yusuf"]}),
        ],
        id="house numbers and bonds [wording]",
    ),
    pytest.param(
        "US",
        "Karl Stern, W/M, 34, of Hickory, arrested for robbery.",
        [("arrested", 1, "person", {"ages": ["34"], "offences": ["robbery"], "names": ["Karl Stern"]})],
        id="race and sex codes [wording]",
    ),
    pytest.param(
        "US",
        "Deputies charged Karl Dean Stern, 34, of Hickory, with robbery and assault.",
        [("charged", 1, "person", {"ages": ["34"], "offences": ["robbery", "assault"], "names": ["Karl Dean Stern"]})],
        id="active with residence [wording]",
    ),
    pytest.param(
        "GB",
        "Eleven people, ranging from 17 to 52 years old, were arrested.",
        [("arrested", 11, "person", {"ages": ["17-52"]})],
        id="ranging from 17 to 52 years old [wording]",
    ),
    pytest.param(
        "IE",
        "Two males, one aged in his teens and one in his 20s, were arrested and are currently detained.",
        [("arrested", 2, "man", {"ages": ["teens", "20s"]}), ("detained", 2, "man", {})],
        id="one in his teens and one in his 20s [wording]",
    ),
    pytest.param(
        "IE",
        "Gardaí arrested one man (30s) and one woman (40s).",
        [("arrested", 1, "man", {"ages": ["30s"]}), ("arrested", 1, "woman", {"ages": ["40s"]})],
        id="decades in brackets [wording]",
    ),
    pytest.param(
        "ZA",
        "Police arrested Sipho Dlamini (34) and Thabo Nkosi (29) on charges of murder and robbery.",
        [
            ("arrested", 1, "person", {"ages": ["34"], "offences": ["murder", "robbery"], "names": ["Sipho Dlamini"]}),
            ("arrested", 1, "person", {"ages": ["29"], "offences": ["murder", "robbery"], "names": ["Thabo Nkosi"]}),
        ],
        id="South African names with ages in brackets [wording]",
    ),
    pytest.param(
        "ZA",
        (
            "The two accused, Sipho Dlamini (34) and Thabo Nkosi (29), were each sentenced to 15 years direct"
            " imprisonment for robbery with aggravating circumstances."
        ),
        [
            (
                "sentenced",
                2,
                "person",
                {"offences": ["robbery with aggravating circumstances"], "sentence_months": 180},
            ),
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["34"],
                    "offences": ["robbery with aggravating circumstances"],
                    "names": ["Sipho Dlamini"],
                    "sentence_months": 180,
                },
            ),
            (
                "sentenced",
                1,
                "person",
                {
                    "ages": ["29"],
                    "offences": ["robbery with aggravating circumstances"],
                    "names": ["Thabo Nkosi"],
                    "sentence_months": 180,
                },
            ),
        ],
        id="the two accused, named [wording]",
    ),
    pytest.param(
        "IN",
        "Police nabbed one Rajesh Kumar (32), a resident of Rohini, for selling illicit liquor.",
        [
            (
                "arrested",
                1,
                "person",
                {"ages": ["32"], "offences": ["selling illicit liquor"], "names": ["Rajesh Kumar"]},
            )
        ],
        id="one Rajesh Kumar [wording]",
    ),
    pytest.param(
        "GB",
        ("Officers attended and arrested a man aged 24 and a woman aged 31 at the scene on suspicion of affray."),
        [
            ("arrested", 1, "man", {"ages": ["24"], "offences": ["affray"]}),
            ("arrested", 1, "woman", {"ages": ["31"], "offences": ["affray"]}),
        ],
        id="ages behind aged [wording]",
    ),
    pytest.param(
        "GB",
        ("The men, aged 24 and 31, were arrested on suspicion of robbery and taken into custody for questioning."),
        [("arrested", 2, "man", {"ages": ["24", "31"], "offences": ["robbery"]})],
        id="the men, aged 24 and 31 [wording]",
    ),
    pytest.param(
        "GB",
        (
            "Police were called to the address and a 24-year-old man from Luton was arrested on suspicion of "
            "GBH with intent; he has since been charged."
        ),
        [("arrested", 1, "man", {"ages": ["24"], "offences": ["gbh with intent"]}), ("charged", 1, "man", {})],
        id="he has since been charged [wording]",
    ),
    pytest.param(
        "GB",
        ("A boy, 16, and a girl, 15, have been charged with robbery. They cannot be named for legal reasons."),
        [
            ("charged", 1, "boy", {"ages": ["16"], "offences": ["robbery"]}),
            ("charged", 1, "girl", {"ages": ["15"], "offences": ["robbery"]}),
        ],
        id="a boy and a girl [wording]",
    ),
    pytest.param(
        "GB",
        "Adil Shah, 31, was jailed for seven years and his brother Imran, 29, for six.",
        [
            ("sentenced", 1, "person", {"ages": ["31"], "names": ["Adil Shah"], "sentence_months": 84}),
            ("sentenced", 1, "man", {"ages": ["29"], "names": ["Imran"], "sentence_months": 72}),
        ],
        id="his brother for six [wording]",
    ),
    pytest.param(
        "GB",
        "Brothers Adil and Imran Shah were sentenced to seven years each.",
        [
            ("sentenced", 1, "person", {"names": ["Adil Shah"], "sentence_months": 84}),
            ("sentenced", 1, "person", {"names": ["Imran Shah"], "sentence_months": 84}),
        ],
        id="brothers with one surname [wording]",
    ),
    pytest.param(
        "GB",
        "The 29-year-old was arrested on Monday and remains in custody.",
        [("arrested", 1, "person", {"ages": ["29"]}), ("detained", 1, "person", {})],
        id="the 29-year-old [wording]",
    ),
    pytest.param(
        "GB",
        "A second man, 31, was later arrested and both have since been bailed.",
        [("arrested", 1, "man", {"ages": ["31"]}), ("bailed", 2, "person", {})],
        id="a second man, both [wording]",
    ),
    pytest.param(
        "AU",
        "Three men – aged 22, 25 and 31 – have been charged over an alleged kidnapping in Melbourne.",
        [("charged", 3, "man", {"ages": ["22", "25", "31"], "offences": ["kidnapping"]})],
        id="ages between dashes, over an alleged kidnapping [wording]",
    ),
    pytest.param(
        "IN",
        (
            "Two youths identified as Aman (22) and Deepak (24), both residents of Karnal, have been arrested"
            " for allegedly snatching a gold chain."
        ),
        [
            ("arrested", 2, "child", {"offences": ["snatching a gold chain"]}),
            ("arrested", 1, "person", {"ages": ["22"], "offences": ["snatching a gold chain"], "names": ["Aman"]}),
            ("arrested", 1, "person", {"ages": ["24"], "offences": ["snatching a gold chain"], "names": ["Deepak"]}),
        ],
        id="youths identified as [wording]",
    ),
    pytest.param(
        "GB",
        "Four men were jailed. All had pleaded guilty to conspiracy to supply cocaine.",
        [("sentenced", 4, "man", {}), ("pleaded_guilty", 4, "man", {"offences": ["conspiracy to supply cocaine"]})],
        id="all had pleaded guilty [wording]",
    ),
    pytest.param(
        "GB",
        "Four men were jailed. They were sentenced for conspiracy to supply cocaine.",
        [("sentenced", 4, "man", {"offences": ["conspiracy to supply cocaine"]})],
        id="they were sentenced for [wording]",
    ),
    pytest.param(
        "GB",
        "Two men and a woman have been charged. The trio have been remanded in custody.",
        [("charged", 2, "man", {}), ("charged", 1, "woman", {}), ("remanded", 3, "person", {})],
        id="the trio [wording]",
    ),
    pytest.param(
        "GB",
        ("Two men and a woman have been charged. The woman has been bailed while the men were remanded in custody."),
        [
            ("charged", 2, "man", {}),
            ("charged", 1, "woman", {}),
            ("bailed", 1, "woman", {}),
            ("remanded", 2, "man", {}),
        ],
        id="the woman while the men [wording]",
    ),
    pytest.param(
        "GB",
        "A man and a woman have been arrested. The pair remain in custody.",
        [("arrested", 1, "man", {}), ("arrested", 1, "woman", {}), ("detained", 2, "person", {})],
        id="the pair [wording]",
    ),
    pytest.param(
        "GB",
        "A husband and wife have been jailed for fraud.",
        [("sentenced", 1, "man", {"offences": ["fraud"]}), ("sentenced", 1, "woman", {"offences": ["fraud"]})],
        id="husband and wife [wording]",
    ),
    pytest.param(
        "GB",
        "A mother and her two sons were jailed for drug dealing.",
        [
            ("sentenced", 1, "woman", {"offences": ["drug dealing"]}),
            ("sentenced", 2, "man", {"offences": ["drug dealing"]}),
        ],
        id="a mother and her two sons [wording]",
    ),
    pytest.param(
        "GB",
        "A father-of-two was jailed for six years for rape.",
        [("sentenced", 1, "man", {"offences": ["rape"], "sentence_months": 72})],
        id="father-of-two [wording]",
    ),
    pytest.param(
        "GB",
        "Drug dealer jailed for nine years",
        [("sentenced", 1, "person", {"sentence_months": 108})],
        id="headline: drug dealer [wording]",
    ),
    pytest.param(
        "GB", "Wanted man arrested in Leeds", [("arrested", 1, "man", {})], id="headline: wanted man [wording]"
    ),
    pytest.param(
        "GB", "Pair jailed after police chase", [("sentenced", 2, "person", {})], id="headline: pair [wording]"
    ),
    pytest.param(
        "GB",
        "Gang of seven jailed for 61 years",
        [("sentenced", 7, "person", {})],
        id="headline: gang of seven [wording]",
    ),
    pytest.param(
        "US",
        "Those arrested are Karl Stern, 34, Amina Yusuf, 33, and Lee Marr, 29.",
        [
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"]}),
            ("arrested", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
        ],
        id="those arrested are, names [wording]",
    ),
    pytest.param(
        "US",
        (
            "Three men were arrested. Those arrested have been identified as Karl Stern, 34; Amir Yusuf, 33; "
            "and Lee Marr, 29."
        ),
        [
            ("arrested", 3, "man", {}),
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Amir Yusuf"]}),
            ("arrested", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
        ],
        id="those arrested have been identified as [wording]",
    ),
    pytest.param(
        "US",
        (
            "Three men were arrested. They have been identified as Karl Stern, 34, of Reno; Amir Yusuf, 33, "
            "of Sparks; and Lee Marr, 29, of Reno."
        ),
        [
            ("arrested", 3, "man", {}),
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Amir Yusuf"]}),
            ("arrested", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
        ],
        id="they have been identified as [wording]",
    ),
    pytest.param(
        "US",
        "Arrested were Karl Stern, 34, and Amina Yusuf, 33.",
        [
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"]}),
        ],
        id="arrested were [wording]",
    ),
    pytest.param(
        "US",
        "Deputies identified the suspects as Karl Stern, 34, and Lee Marr, 29. Both were arrested.",
        [("arrested", 2, "person", {"ages": ["34", "29"], "names": ["Karl Stern", "Lee Marr"]})],
        id="identified the suspects as, both [wording]",
    ),
    pytest.param(
        "US",
        "Two people were arrested: Karl Stern, 34, and Amina Yusuf, 33.",
        [
            ("arrested", 2, "person", {}),
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"]}),
        ],
        id="two people arrested: names [wording]",
    ),
    pytest.param(
        "US",
        "Two people have been arrested, Karl Stern, 34, and Amina Yusuf, 33.",
        [
            ("arrested", 2, "person", {}),
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["33"], "names": ["Amina Yusuf"]}),
        ],
        id="two people arrested, names [wording]",
    ),
    pytest.param(
        "GB",
        ("Officers found a 34-year-old man and a 29-year-old woman hiding in the loft and they were arrested."),
        [("arrested", 2, "person", {"ages": ["34", "29"]})],
        id="found a man and a woman and they [wording]",
    ),
    pytest.param(
        "IN",
        (
            "Police arrested an accused namely Rajesh Kumar @ Raju, aged 32 years, R/o Rohini, Delhi in a "
            "case of robbery."
        ),
        [("arrested", 1, "person", {"ages": ["32"], "offences": ["robbery"], "names": ["Rajesh Kumar"]})],
        id="namely, with alias and residence [wording]",
    ),
    pytest.param(
        "IN",
        (
            "On checking, the person was identified as Rajesh Kumar (32), a resident of Rohini, and was "
            "arrested under the NDPS Act."
        ),
        [("arrested", 1, "person", {"ages": ["32"], "names": ["Rajesh Kumar"]})],
        id="was identified as [wording]",
    ),
    pytest.param(
        "IN",
        (
            "A drug peddler identified as Rajesh Kumar (32), son of Mohan Lal, resident of Rohini, was "
            "arrested on charge of possessing heroin."
        ),
        [("arrested", 1, "person", {"ages": ["32"], "offences": ["possessing heroin"], "names": ["Rajesh Kumar"]})],
        id="son of, resident of [wording]",
    ),
    pytest.param(
        "IN",
        "Team arrested Rajesh Kumar, aged about 32 years, r/o Rohini, for selling illicit liquor.",
        [
            (
                "arrested",
                1,
                "person",
                {"ages": ["32"], "offences": ["selling illicit liquor"], "names": ["Rajesh Kumar"]},
            )
        ],
        id="aged about [wording]",
    ),
    pytest.param(
        "IN",
        "Suspect Emeka Obi, 'm', aged 32, was arrested with 2kg of cannabis for unlawful possession.",
        [("arrested", 1, "person", {"ages": ["32"], "offences": ["unlawful possession"], "names": ["Emeka Obi"]})],
        id="sex in quotation marks [wording]",
    ),
    pytest.param(
        "IN",
        (
            "Detectives apprehended Juan dela Cruz, alias “Jun”, 32 years old and a resident of Quezon City, "
            "for violation of RA 9165."
        ),
        [
            (
                "arrested",
                1,
                "person",
                {"ages": ["32"], "offences": ["violation of ra 9165"], "names": ["Juan dela Cruz"]},
            )
        ],
        id="alias and citizenship [wording]",
    ),
    pytest.param(
        "IN",
        "Constable Peter Otieno, 32, stationed at Kisumu, was arrested for demanding a bribe.",
        [("arrested", 1, "person", {"ages": ["32"], "offences": ["demanding a bribe"], "names": ["Peter Otieno"]})],
        id="rank dropped [wording]",
    ),
    pytest.param(
        "IN",
        (
            "Police officers attached to the Anti-Vice Unit arrested Rajesh Kumar, a 32-year-old mason of "
            "Kandy, for possession of heroin."
        ),
        [("arrested", 1, "person", {"ages": ["32"], "offences": ["possession of heroin"], "names": ["Rajesh Kumar"]})],
        id="mason of a town [wording]",
    ),
]


@pytest.mark.parametrize(("country", "text", "expected"), FOUND)
def test_wording(country, text, expected):
    """The facts of one wording, all of them and no others."""
    assert told(text, country) == expected


NAMES = [
    # country, the words before "was charged with fraud", name, ages
    pytest.param(
        "GB", "Siobhán O’Connor-Price, 41, of Cork,", "Siobhán O’Connor-Price", ["41"], id="apostrophe, hyphen"
    ),
    pytest.param("GB", "Jean-Luc de la Tour, 33,", "Jean-Luc de la Tour", ["33"], id="French particles"),
    pytest.param("GB", "Pieter van der Merwe, 52,", "Pieter van der Merwe", ["52"], id="Dutch particles"),
    pytest.param("US", "Juan Carlos Pérez Muñoz, 27,", "Juan Carlos Pérez Muñoz", ["27"], id="two surnames"),
    pytest.param("US", "Robert E. Lee Haskins Jr., 61,", "Robert E. Lee Haskins Jr.", ["61"], id="initial and Jr."),
    pytest.param("US", "Marcus Anton Bell III, 33,", "Marcus Anton Bell III", ["33"], id="numeral"),
    pytest.param("US", "Darnell Whitlock, a/k/a “Bam,” 25,", "Darnell Whitlock", ["25"], id="alias dropped"),
    pytest.param("GB", "Mohammed Abu Bakr, also known as Mo, 29,", "Mohammed Abu Bakr", ["29"], id="also known as"),
    pytest.param("GB", "Abdul-Rahman al-Khatib, 29,", "Abdul-Rahman al-Khatib", ["29"], id="joined particle"),
    pytest.param("SG", "Ravi s/o Kumaran, 44,", "Ravi s/o Kumaran", ["44"], id="filiation inside the name"),
    pytest.param("IN", "Ravi s/o Kumaran, 44,", "Ravi", ["44"], id="filiation behind the name"),
    pytest.param("IN", "Mohd. Salim @ Chhotu, 29,", "Mohd. Salim", ["29"], id="Indian alias"),
    pytest.param("HK", "Chan Tai-man, 44,", "Chan Tai-man", ["44"], id="surname first"),
    pytest.param("NZ", "Te Rangi Paewai, 31,", "Te Rangi Paewai", ["31"], id="Māori particle"),
    pytest.param("NZ", "Wiremu Ngāti-Rangi, 31,", "Wiremu Ngāti-Rangi", ["31"], id="macron"),
    pytest.param("GB", "Nguyễn Văn Anh, 31,", "Nguyễn Văn Anh", ["31"], id="Vietnamese letters"),
    pytest.param("GB", "Former PC Lewis Grant, 29,", "Lewis Grant", ["29"], id="rank dropped"),
    pytest.param("GB", "Dr Amir Shah, 50,", "Amir Shah", ["50"], id="title dropped"),
    pytest.param("US", "Former bank teller Ann Pell, 50,", "Ann Pell", ["50"], id="trade before the name"),
    pytest.param("GB", "Defendant Joan Pell, 50,", "Joan Pell", ["50"], id="role before the name"),
    pytest.param("GB", "Joan Pell, 50, of Park Lane, London,", "Joan Pell", ["50"], id="address behind the age"),
    pytest.param("GB", "Joan Pell, of Park Lane, London, aged 50,", "Joan Pell", ["50"], id="age behind the address"),
    pytest.param("GB", "Joan Pell, who is 50,", "Joan Pell", ["50"], id="who is 50"),
    pytest.param("GB", "Joan Pell (aged 50)", "Joan Pell", ["50"], id="bracket"),
    pytest.param("GB", "50-year-old Joan Pell", "Joan Pell", ["50"], id="age first"),
    pytest.param("GB", "Joan Pell, a 50-year-old bookkeeper from Leeds,", "Joan Pell", ["50"], id="apposition"),
    pytest.param("GB", "The bookkeeper, Joan Pell,", "Joan Pell", None, id="name in apposition"),
    pytest.param("GB", "A bookkeeper named Joan Pell", "Joan Pell", None, id="named"),
    pytest.param("GB", "Leeds bookkeeper Joan Pell", "Joan Pell", None, id="town and trade"),
    pytest.param("GB", "Joan Pell, then 50,", "Joan Pell", ["50"], id="then"),
    pytest.param("GB", "Joan Pike", "Joan Pike", None, id="surname that is a road"),
    pytest.param("CA", "Joan PELL (50)", "Joan PELL", ["50"], id="surname in capitals"),
    pytest.param("US", "John Doe, 40,", None, ["40"], id="John Doe is no name"),
]


@pytest.mark.parametrize(("country", "person", "name", "ages"), NAMES)
def test_names(country, person, name, ages):
    """Full names as written, without rank, title or alias; ages in every position."""
    [(status, count, _who, rest)] = told(f"{person} was charged with fraud.", country)
    assert (status, count, rest["offences"]) == ("charged", 1, ["fraud"])
    assert (rest.get("names", [None])[0], rest.get("ages")) == (name, ages)


GROUPS = [
    # text, (words, count, who, ages) of each group of people
    pytest.param(
        "Two men, aged 24 and 31, from Luton", [("Two men, aged 24 and 31", 2, "man", ("24", "31"))], id="ages"
    ),
    pytest.param("a 16-year-old male youth", [("a 16-year-old male youth", 1, "boy", ("16",))], id="young male"),
    pytest.param(
        "the driver, a 33-year-old man", [("the driver, a 33-year-old man", 1, "man", ("33",))], id="apposition"
    ),
    pytest.param(
        "an officer and two members of the public",
        [("an officer", 1, "person", ()), ("two members", 2, "person", ())],
        id="the public",
    ),
    pytest.param("the other two men", [("the other two men", 2, "man", ())], id="the other two"),
    pytest.param("at least 30 people", [("at least 30 people", 30, "person", ())], id="at least"),
    pytest.param("a further 12 suspects", [("a further 12 suspects", 12, "person", ())], id="a further"),
    pytest.param("a dozen teenagers", [("a dozen teenagers", 12, "child", ())], id="dozen"),
    pytest.param("a total of 19 women", [("a total of 19 women", 19, "woman", ())], id="total of"),
    pytest.param("seven of the nine", [("seven of the nine", 7, None, ())], id="part of a number"),
    pytest.param("both girls", [("both girls", 2, "girl", ())], id="both"),
    pytest.param(
        "three boys, two aged 15 and one aged 16",
        [("three boys, two aged 15 and one aged 16", 3, "boy", ("15", "16"))],
        id="ages apart",
    ),
    pytest.param("19 vehicles and 40 bottles", [], id="things"),
    pytest.param("the suspect vehicle and a child abuse case", [], id="compounds"),
    pytest.param(
        "a National Crime Agency spokesman in London",
        [("a National Crime Agency spokesman", 1, "person", ())],
        id="spokesman",
    ),
    pytest.param("no men", [("no men", None, "man", ())], id="none"),
]


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups(text, expected):
    """The groups of people of a phrase: their words, number, kind and ages."""
    doc = analysed(text)
    found = groups(doc, 0, len(doc.low), Names())
    assert [(doc.words(g.i, g.j), g.count, g.who, g.ages) for g in found] == expected


def test_plurals_of_person_nouns():
    """Each noun of the lexicon is known in the plural as well."""
    table = nouns()
    for plural in ("men", "women", "children", "youths", "boys", "thieves", "gardaí", "passengers", "ladies", "people"):
        assert table[plural][2], plural
    assert not table["man"][2]


def test_he_is_never_a_woman_by_name():
    """A forename tells that "he" is somebody else."""
    text = "Mark Tully, 40, robbed his neighbour Melissa Orme. He was arrested."
    assert told(text) == [("arrested", 1, "man", {"ages": ["40"], "names": ["Mark Tully"]})]


def test_a_surname_stands_for_the_full_name_wherever_it_is():
    """The full name may follow the surname."""
    text = "Deputies arrested Vance after a chase.\n\nCole Vance, 31, of Reno, was booked on theft charges."
    assert all(rest["names"] == ["Cole Vance"] for *_, rest in told(text, "US"))


def test_agents_of_the_state_are_not_arrested():
    """Officers, judges and prosecutors beside the verb are not its people."""
    text = "District Attorney Paula Reyes said Inspector Ann Hale and her team arrested two men."
    assert told(text, "US") == [("arrested", 2, "man", {})]
