"""Nouns that name people, singular and plural: who they say somebody is, and which also qualify other nouns."""

from functools import lru_cache

from beatbook.lexicons import IRREGULAR, rows

CHILDREN = frozenset("one two three four five six seven eight nine".split())
PARENTS = {"father": "man", "dad": "man", "grandfather": "man", "mother": "woman", "mum": "woman", "mom": "woman",
           "grandmother": "woman"}  # fmt: skip
PAIRS = {"pair": 2, "duo": 2, "couple": 2, "trio": 3, "twosome": 2, "threesome": 3, "quartet": 4, "quintet": 5}
SEXES = {"male": "man", "female": "woman"}
CHILD_SEXES = {"male": "boy", "female": "girl"}
SEXED = frozenset("man men woman women".split())
# person nouns that also qualify others: "a suspect vehicle", "child abuse", "youth club"
QUALIFIES = frozenset(
    "suspect child youth juvenile driver officer victim member staff worker student teen adult teenager owner user "
    "human people male female girl boy baby dealer visitor minor guard leader head resident family customer employee "
    "local foreign national subject partner criminal assistant engineer technician contractor chemist trainee "
    "official executive veteran twin expert patient vendor reporter attendant companion gardener colleague handler "
    "examiner analyst applicant guardian patron investor lender".split()
)
OFFICES = frozenset("judge justice lord lady baroness".split())
NO_RANKS = frozenset("member head leader manager associate".split())


@lru_cache(1)
def nouns() -> dict[str, tuple[str, str, bool]]:
    """Person nouns, singular and plural: (who, role, plural?).

    ``who`` is man, woman, boy, girl, child or person; ``role`` person, agent (of the state), victim or other.
    """
    plural_of = {one: many for many, one in IRREGULAR.items() if many != one}
    table: dict[str, tuple[str, str, bool]] = {}
    for row in rows("persons"):
        word = row["term"]
        table[word] = (row["who"], row["kind"], False)
        for many in _plurals(word, plural_of):
            table[many] = (row["who"], row["kind"], True)
    table["people"] = ("person", "person", True)
    for word, who in PARENTS.items():
        table |= {f"{word}-of-{number}": (who, "person", False) for number in CHILDREN}
    for row in rows("name_words"):  # "a Nigerian", "five Zimbabweans"
        word = row["term"]
        if row["kind"] == "demonym" and word.isalpha() and word not in table:
            table[word] = ("person", "person", False)
            if word.endswith(("an", "i", "n")):
                table[word + "s"] = ("person", "person", True)
    return table


def _plurals(word: str, irregular: dict[str, str]) -> tuple[str, ...]:
    if word == "people":
        return ()
    if word == "person":
        return ("persons", "people")
    if word == "garda":
        return ("gardai", "gardaí")
    if word in irregular:
        return (irregular[word],)
    if word.endswith("man"):
        return (word[:-3] + "men",)
    if word.endswith("thief"):
        return (word[:-1] + "ves",)
    if word.endswith("y") and word[-2] not in "aeiou":
        return (word[:-1] + "ies",)
    return (word + ("es" if word.endswith(("ch", "sh", "s", "x")) else "s"),)


@lru_cache(1)
def qualifying() -> frozenset[str]:
    """Person nouns that also qualify other nouns; demonyms do."""
    return QUALIFIES | demonyms()


@lru_cache(1)
def demonyms() -> frozenset[str]:
    """Words for where people come from, which name them or qualify another noun: "two Poles", "Polish workers"."""
    return frozenset(row["term"] for row in rows("name_words") if row["kind"] == "demonym")


@lru_cache(1)
def ranks() -> frozenset[str]:
    """Words before a name that make its bearer an officer or a judge."""
    return (frozenset(row["term"] for row in rows("ranks") if row["kind"] != "title") - NO_RANKS) | OFFICES


def kind_of(who: str, noun: str, ages: tuple[str, ...], words: list[str]) -> str:
    """Who a noun with its modifiers says somebody is: boys and girls by their words, "a teenage male".

    Args:
        who: what the noun alone says.
        noun: the noun.
        ages: the ages stated.
        words: the words before the noun.
    """
    sex = next((word for word in reversed(words) if word in SEXES), None)
    if sex and who in ("person", "child"):
        who = SEXES[sex] if who == "person" else CHILD_SEXES[sex]
    minor = bool(ages) and all(age.isdecimal() and int(age) < 18 for age in ages)
    young = minor or "teenage" in words or "juvenile" in words
    if not young:
        return who
    if noun in ("male", "males", "female", "females"):
        return "boy" if noun.startswith("male") else "girl"
    if who in ("man", "woman") and noun not in SEXED:
        return "boy" if who == "man" else "girl"
    return who
