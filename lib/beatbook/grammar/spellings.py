"""Places under several spellings: abbreviations, shorter forms and shared heads join the fullest name."""

from functools import lru_cache

from beatbook.lexicons import rows

SHARED = {"counties": "county", "parishes": "parish", "boroughs": "borough", "districts": "district"}
WAYS = frozenset(
    "n s e w n. s. e. w. ne nw se sw north south east west northeast northwest southeast southwest".split()
)
COUNTIES = frozenset(("co.", "co", "county"))
CITIES = frozenset("dublin cork galway limerick waterford durham".split())  # as well as their counties
SHORT_WAYS = {"nw ": "north west ", "ne ": "north east ", "sw ": "south west ", "se ": "south east "}
STREET_ENDS = frozenset(
    "street st st. avenue ave ave. road rd rd. drive dr dr. boulevard blvd blvd. lane place".split()
)


def fuller_spellings(written: set[str], shared: set[str]) -> dict[str, str]:
    """Keys that a longer key names again: "lagos" of "lagos state", "5th street" of "nw 5th street"."""
    fuller = {key: full for key in shared for head in SHARED.values() if (full := f"{key} {head}") in written}
    for key in written:
        first, _, rest = key.partition(" ")
        if first in COUNTIES and rest not in CITIES:
            fuller[rest] = key
        if key.endswith(" state"):
            fuller[key.removesuffix(" state")] = key
        elif first in WAYS and rest in written and " " in rest and rest.rsplit(" ", 1)[1] in STREET_ENDS:
            fuller[rest] = key
    return fuller


@lru_cache(1)
def in_full() -> dict[str, str]:
    """Abbreviated names, as keys, and what they stand for."""
    return {key_of(row["term"]): key_of(row["full"]) for row in rows("places") if row["full"]}


def key_of(name: str) -> str:
    key = " ".join(name.lower().replace("’", "'").split())
    for short, full in SHORT_WAYS.items():
        if key.startswith(short):
            key = full + key[len(short) :]
    return key.replace(",", "").replace(".", "") if key.startswith("washington") else key
