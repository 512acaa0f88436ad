"""How many people an outcome befell: parts, remainders, lists, labels and tables that count or name them."""

import pytest
from told import told

FOUND = [
    # text, facts as (statuses, count, who, the other slots); the label ends in the row's origin
    pytest.param(
        "Seven people were charged. All but one of the seven pleaded guilty to burglary.",
        [
            ("charged", 7, "person", {}),
            ("pleaded_guilty", 6, "person", {"of_count": 7, "offences": ["burglary"]}),
        ],
        id="all but one [wording]",
    ),
    pytest.param(
        "Twelve people were charged. All bar three have pleaded guilty.",
        [("charged", 12, "person", {}), ("pleaded_guilty", 9, "person", {"of_count": 12})],
        id="all bar three of those before [wording]",
    ),
    pytest.param(
        "Six were arrested. The two oldest were charged with murder. The youngest of the six was released.",
        [
            ("arrested", 6, "person", {}),
            ("charged", 2, "person", {"offences": ["murder"]}),
            ("released", 1, "person", {"of_count": 6}),
        ],
        id="ranked by age [wording]",
    ),
    pytest.param(
        "There were eight arrests. Five, all men in their twenties, were charged; the last three, all women, were "
        "bailed.",
        [
            ("arrested", 8, "person", {}),
            ("charged", 5, "man", {"ages": ["20s"]}),
            ("bailed", 3, "woman", {"of_count": 8}),
        ],
        id="numbers in apposition [wording]",
    ),
    pytest.param(
        "Eleven people were taken into custody, eight of them teenagers. Of the 11, four were bailed.",
        [
            ("arrested", 11, "person", {}),
            ("arrested", 8, "child", {"of_count": 11}),
            ("bailed", 4, "person", {"of_count": 11}),
        ],
        id="a part told by its noun alone [wording]",
    ),
    pytest.param(
        "Officers arrested 87 people, of whom 14 were children and four were members of a gang.",
        [("arrested", 87, "person", {}), ("arrested", 14, "child", {"of_count": 87})],
        id="a part that a predicate tells [wording]",
    ),
    pytest.param(
        "Nine people were arrested: six men, two women and a 17-year-old male.",
        [
            ("arrested", 9, "person", {}),
            ("arrested", 6, "man", {"of_count": 9}),
            ("arrested", 2, "woman", {"of_count": 9}),
            ("arrested", 1, "boy", {"ages": ["17"], "of_count": 9}),
        ],
        id="kinds behind a colon [wording]",
    ),
    pytest.param(
        "Fourteen (14) suspects, including three (3) women, were arrested.",
        [("arrested", 14, "person", {}), ("arrested", 3, "woman", {"of_count": 14})],
        id="numbers said twice [wording]",
    ),
    pytest.param(
        "As many as 40 people were arrested. A trio of burglars was jailed for three years.",
        [
            ("arrested", 40, "person", {"modifier": "max"}),
            ("sentenced", 3, "person", {"sentence_months": 36}),
        ],
        id="as many as, a trio of [wording]",
    ),
    pytest.param(
        "Every one of the nine was convicted of murder.",
        [("convicted", 9, "person", {"offences": ["murder"]})],
        id="every one of them [wording]",
    ),
    pytest.param(
        "Mother and father (both 33) were arrested; neither their son nor his friend was charged.",
        [("arrested", 2, "person", {"ages": ["33"]})],
        id="a couple, and neither of two [wording]",
    ),
    pytest.param(
        "By supper, 37 of the 52 people indicted in May had been arrested.",
        [("charged", 52, "person", {}), ("arrested", 37, "person", {"of_count": 52})],
        id="a whole told by its participle [wording]",
    ),
    pytest.param(
        "Sixty-eight people were charged: 41 were indicted by a jury, and another 27 were charged in state court.",
        [
            ("charged", 68, "person", {}),
            ("charged", 41, "person", {"of_count": 68}),
            ("charged", 27, "person", {"of_count": 68}),
        ],
        id="clauses behind a colon that add up [wording]",
    ),
    pytest.param(
        "Eight people were arrested. The three held in Romania have been charged with theft.",
        [("arrested", 8, "person", {}), ("charged", 3, "person", {"offences": ["theft"]})],
        id="a participle that says which [wording]",
    ),
    pytest.param(
        "Two men have been charged: Karl Stern, 34, of Mill Lane, with robbery; and Lee Marr, 29, with assisting an "
        "offender.",
        [
            ("charged", 2, "man", {}),
            ("charged", 1, "person", {"ages": ["34"], "offences": ["robbery"], "names": ["Karl Stern"]}),
            ("charged", 1, "person", {"ages": ["29"], "offences": ["assisting an offender"], "names": ["Lee Marr"]}),
        ],
        id="names behind a colon, each with an offence [wording]",
    ),
    pytest.param(
        "Karl Stern received eight years and Lee Marr six.",
        [
            ("sentenced", 1, "person", {"names": ["Karl Stern"], "sentence_months": 96}),
            ("sentenced", 1, "person", {"names": ["Lee Marr"], "sentence_months": 72}),
        ],
        id="a term without its unit [wording]",
    ),
    pytest.param(
        "ARRESTS\nThere were 16 in total. Nine were for burglary, three on warrants and the other four for theft.",
        [
            ("arrested", 16, "person", {}),
            ("arrested", 9, "person", {"of_count": 16, "offences": ["burglary"]}),
            ("arrested", 3, "person", {"of_count": 16}),
            ("arrested", 4, "person", {"of_count": 16, "offences": ["theft"]}),
        ],
        id="counts under a heading [wording]",
    ),
    pytest.param(
        "Results\n• 219 arrests in total\n• 31 for homicide\n• 27 documented gang members, 5 of them women",
        [
            ("arrested", 219, "person", {}),
            ("arrested", 31, "person", {"of_count": 219, "offences": ["homicide"]}),
            ("arrested", 27, "person", {"of_count": 219}),
            ("arrested", 5, "woman", {"of_count": 27}),
        ],
        id="entries below the number they divide [wording]",
    ),
    pytest.param(
        "Charged or recalled to prison: 22\nVulnerable people safeguarded: 46 adults and 29 children\nArrests: 17\n"
        "Charges laid: 102",
        [
            ("charged+recalled", 22, "person", {}),
            ("safeguarded", 46, "person", {}),
            ("safeguarded", 29, "child", {}),
            ("arrested", 17, "person", {}),
        ],
        id="labels [wording]",
    ),
    pytest.param(
        "Final figures:\n\nArrests, drink driving:\t58\nFixed charge notices, holding a mobile phone:\t144",
        [
            ("arrested", 58, "person", {"offences": ["drink driving"]}),
            ("cautioned", 144, "person", {"offences": ["holding a mobile phone"]}),
        ],
        id="labels with an offence [wording]",
    ),
    pytest.param(
        "At three stations:\n\nStation\tPeople through\tArrests\nStrood\t4,210\t3\nDeal\t1,875\t1",
        [("arrested", 3, "person", {}), ("arrested", 1, "person", {})],
        id="a column of arrests [wording]",
    ),
    pytest.param(
        "Results:\n\nSite\tPlants\tArrests\nStrood\t40\t3\nDeal\t18\t1\nTOTAL\t58\t4",
        [("arrested", 4, "person", {})],
        id="a column of arrests with its sum [wording]",
    ),
    pytest.param(
        "Two men were sentenced.\n\nName | Age | Offence | Sentence\nKarl Stern | 34 | Burglary | Four years\n"
        "Lee Marr | 29 | Theft | 18 months",
        [
            ("sentenced", 2, "man", {}),
            (
                "sentenced",
                1,
                "person",
                {"ages": ["34"], "offences": ["burglary"], "names": ["Karl Stern"], "sentence_months": 48},
            ),
            (
                "sentenced",
                1,
                "person",
                {"ages": ["29"], "offences": ["theft"], "names": ["Lee Marr"], "sentence_months": 18},
            ),
        ],
        id="a table of names [wording]",
    ),
    pytest.param(
        "Five nationals, three of them children, were taken into custody. Four men, one of whom was ill, were charged.",
        [
            ("arrested", 5, "person", {}),
            ("arrested", 3, "child", {"of_count": 5}),
            ("charged", 4, "man", {}),
        ],
        id="parts in an aside [wording]",
    ),
    pytest.param(
        "Karl Stern (34) and Lee Marr (29), both residents of Deal, were arrested.",
        [
            ("arrested", 1, "person", {"ages": ["34"], "names": ["Karl Stern"]}),
            ("arrested", 1, "person", {"ages": ["29"], "names": ["Lee Marr"]}),
        ],
        id="described in apposition [wording]",
    ),
    pytest.param(
        "Three men, two women and a boy were arrested. Three Dutch, two Belgians and a German were charged.",
        [
            ("arrested", 3, "man", {}),
            ("arrested", 2, "woman", {}),
            ("arrested", 1, "boy", {}),
            ("charged", 3, "person", {}),
            ("charged", 2, "person", {}),
            ("charged", 1, "person", {}),
        ],
        id="kinds that no first one includes [bug]",
    ),
    pytest.param(
        "Of the 31 arrested, six were juveniles.",
        [("arrested", 31, "person", {}), ("arrested", 6, "child", {"of_count": 31})],
        id="a part told by a predicate behind the whole [bug]",
    ),
    pytest.param(
        "Three men arrested in May have been charged with theft.",
        [("arrested", 3, "man", {}), ("charged", 3, "man", {"offences": ["theft"]})],
        id="May is a month [bug]",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_wording(text, expected):
    """The facts of one wording, all of them and no others."""
    assert told(text, "GB") == expected


NOTHING = [
    pytest.param("Force\tOfficers\tArrest rate\nKent\t20\t12\nEssex\t30\t14", id="a column of rates"),
    pytest.param("The last two months were the first two of the campaign.", id="ranked months"),
    pytest.param("Neither the driver nor the passenger was arrested.", id="neither of two"),
    pytest.param("WEAPONS\nThere were 16 in total. Nine were for sale.", id="a heading of things"),
    pytest.param("Ten of them are members of a cricket club.", id="a noun that divides nothing"),
    pytest.param("Charges laid: 102", id="charges count no people"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing(text):
    """No outcome is stated."""
    assert told(text, "GB") == []
