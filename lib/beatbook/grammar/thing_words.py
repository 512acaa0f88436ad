"""Closed classes of words that the noun and clause grammars share, from ``lexicons/seizure_words.csv``."""

from functools import lru_cache

from beatbook.lexicons import rows


@lru_cache(1)
def _sets() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("seizure_words"):
        for name in row["sets"].split():
            found.setdefault(name, set()).add(row["term"])
    return {name: frozenset(members) for name, members in found.items()}


def words(name: str) -> frozenset[str]:
    """The words of one set. Raises KeyError for a name that no row carries."""
    return _sets()[name]


DEFINITE = words("definite") | {"'s"}  # articles and pronouns before a thing already known
FURTHER = words("further")  # "another", "additional": no repeat of what was told
SUSPECTING = words("suspecting")
LEGAL_WORDS = words("legal")  # said of a thing's state or colour; no part of its name
IMITATIONS = words("imitation")
AMOUNT_NOUNS = dict.fromkeys(words("vague_noun"), True) | dict.fromkeys(
    words("amount_noun"), False
)  # True: amount left open
HAULS = words("haul")
DONE_OTHERWISE = words("done_otherwise")  # stolen, burnt, sold: what happened to a thing but a seizure
DEALS = words("deal")  # nouns whose "of" makes an offence or a deal of what follows
LOADS = words("load")  # "a cannabis shipment"
LOCATIVES = words("locative")
PERSONS = words("person")
CIVILIANS = words("civilian")  # who does not seize: suspects, victims and bystanders
POLICE = words("police")
AUXILIARIES = words("auxiliary") | {"'s"}
ADVERBS = words("adverb")
BREAKERS = words("breaker") | AUXILIARIES  # after these an object list or a subject cannot go on
VALUE_WORDS = words("worth")
NOT_VALUE = words("not_worth")
COMPOUND_TAILS = frozenset(row["term"] for row in rows("compounds"))  # "gun crime", "drug dealer"
# what ends a noun group to the left
STOP = words("stop") | AUXILIARIES | (PERSONS - {"members"}) | frozenset("; : , . ( ) – — • “ ” & + /".split())
