"""The views: sums that a reader of the store would otherwise get wrong.

A part is never added to its whole, nor a total to its entries, nor money seized to what something is said to be worth.
"""

from typing import NamedTuple

COUNTING = (
    "Home Office, Seizures of drugs in England and Wales: user guide (updated 18 January 2024), section 1.1, "
    "https://www.gov.uk/government/publications/seizures-of-drugs-in-england-and-wales-user-guide"
)
"""Where the two bases of counting come from."""


class View(NamedTuple):
    """A view: what it says, its SQL, and the meaning of each column."""

    name: str
    doc: str
    sql: str
    columns: dict[str, str]


# Within a release and a drug: what the entries come to, or the parts, or the total that is stated, whichever is most.
# A part has a whole, and a total has entries, so that no two of the three may be added.
_MOST = (
    "max(coalesce(sum({0}) FILTER (WHERE role = 'item'), 0), coalesce(sum({0}) FILTER (WHERE role = 'part'), 0), "
    "coalesce(max({0}) FILTER (WHERE role = 'total'), 0))"
)


def _most(amount: str) -> str:
    return f"CASE WHEN count({amount}) THEN {_MOST.format(amount)} END"


# What a release calls only drugs, or Class A drugs, is left out where it names drugs: it is their heading or total.
_DRUGS = """
    SELECT * FROM seizures AS this WHERE category = 'drug' AND (coalesce(item, 'drug') NOT LIKE '%drug%' OR NOT EXISTS (
        SELECT 1 FROM seizures AS other WHERE other.release_id = this.release_id AND other.category = 'drug'
        AND other.item NOT LIKE '%drug%'))"""

_IN_RELEASE = f"""
    SELECT release_id, item, max(drug_class) AS drug_class, count(*) AS entries,
        sum(certainty = 'suspected') AS suspected,
        {_most('weight_kg')} AS kg,
        {_most("CASE WHEN unit = 'plant' THEN quantity END")} AS plants,
        {_most("CASE WHEN unit = 'tablet' THEN quantity END")} AS tablets
    FROM ({_DRUGS}
    ) GROUP BY release_id, item"""  # noqa: S608

_COUNTS = {
    "seizures": "Releases that tell of drugs seized, each counted once however many drugs it names: the basis of the "
                "Home Office's total number of seizures",
    "seizures_by_drug": "The same counted once for each drug that they name: the basis of the Home Office's numbers by "
                        "drug, whose sum is more than the total wherever one seizure holds several drugs",
}

VIEWS = (
    View(
        "drug_seizures",
        "Seizures of drugs by year and country of publication on both bases of the Home Office's statistics. A release "
        f"stands for a seizure, since it seldom parts one from the next. Source of the bases: {COUNTING}",
        f"""
SELECT substr(releases.published, 1, 4) AS year, releases.country AS country,
    count(DISTINCT drugs.release_id) AS seizures,
    count(DISTINCT drugs.release_id || char(10) || coalesce(drugs.item, '')) AS seizures_by_drug
FROM ({_DRUGS}
) AS drugs JOIN releases ON releases.id = drugs.release_id GROUP BY 1, 2 ORDER BY 1, 2""",  # noqa: S608
        {"year": "Year of publication", "country": "Country of the publisher (ISO 3166-1 alpha-2)"} | _COUNTS,
    ),
    View(
        "seizures_by_drug",
        "One row a drug, most often seized first. Amounts never add a part to its whole or a total to its entries: "
        "within a release they are the entries' sum, the parts' sum or the stated total, whichever is most. "
        f"Source of the basis of counting: {COUNTING}",
        f"""
SELECT item AS drug, group_concat(DISTINCT drug_class) AS drug_class, count(*) AS seizures,
    (SELECT count(DISTINCT release_id) FROM seizures WHERE category = 'drug') AS all_seizures,
    sum(entries) AS entries, sum(suspected) AS suspected, round(sum(kg), 6) AS kg, sum(plants) AS plants,
    sum(tablets) AS tablets
FROM ({_IN_RELEASE}
) GROUP BY item ORDER BY count(*) DESC, item""",  # noqa: S608
        {
            "drug": "The drug by its listed name",
            "drug_class": "Class under the Misuse of Drugs Act 1971, where stated or fixed by it",
            "seizures": "Releases in which this drug is seized: counted by drug, so that the column's sum counts a "
                        "release once for each of its drugs",
            "all_seizures": "Releases in which any drug is seized, each counted once: the other basis, the same in "
                            "every row",
            "entries": "Facts that this stands on", "suspected": "How many of them are only suspected",
            "kg": "What is weighed, in kilograms", "plants": "Plants", "tablets": "Tablets",
        },
    ),
    View(
        "drug_seizures_by_class",
        "Seizures by class of drug: a release counts once in each class it names, so the rows' sum may be more than "
        f"the number of seizures. Source of the basis of counting: {COUNTING}",
        """
SELECT drug_class, count(DISTINCT release_id) AS seizures
FROM seizures WHERE category = 'drug' GROUP BY drug_class ORDER BY drug_class IS NULL, drug_class""",
        {"drug_class": "Class under the Misuse of Drugs Act 1971; empty where none is stated or fixed",
         "seizures": "Releases in which a drug of this class is seized"},
    ),
    View(
        "cash_seized",
        "Money seized, by currency: never with what things are said to be worth. Within a release the entries' sum, "
        "the parts' sum or the stated total, whichever is most",
        f"""
SELECT currency, count(*) AS releases, sum(amount) AS amount FROM (
    SELECT release_id, currency, {_most('value')} AS amount
    FROM seizures WHERE category = 'cash' GROUP BY release_id, currency
) GROUP BY currency ORDER BY currency""",  # noqa: S608
        {"currency": "ISO 4217", "releases": "Releases that tell of cash seized in it", "amount": "Money in all"},
    ),
)


def facts_view(families: dict[str, tuple[str, str]]) -> View:
    """The view of all facts of all families.

    Args:
        families: the columns of each family that hold a fact's span.
    """
    selects = [
        f"SELECT release_id, fact_id, '{family}' AS family, {start} AS start, {end} AS \"end\", rule, evidence "  # noqa: S608
        f"FROM {family}"
        for family, (start, end) in families.items()
    ]
    return View(
        "facts", "Every fact of every family, with the words that state it", "\n" + "\nUNION ALL ".join(selects),
        {
            "release_id": "The release it is from: releases.id", "fact_id": "The fact, unique within its release",
            "family": "The table that has its slots", "start": "Where its words begin in the text, in code points",
            "end": "Where they end", "rule": "The rule that made it", "evidence": "The words that state it",
        },
    )
