"""Who speaks for the police: ranks and offices behind the many ways in which they are written."""

import re
from collections.abc import Mapping

import pandas as pd

# The first that fits names the rank. What is abbreviated is written out first; acting, detective and the like say
# nothing of a rank and are passed over.
_SHORT = {
    "det": "detective", "d": "detective", "insp": "inspector", "supt": "superintendent", "supdt": "superintendent",
    "sgt": "sergeant", "sergt": "sergeant", "ch": "chief", "con": "constable", "const": "constable",
    "cst": "constable", "pc": "constable", "dc": "constable", "ds": "sergeant", "ps": "sergeant", "di": "inspector",
    "dci": "chief inspector", "ci": "chief inspector", "dsupt": "superintendent", "dsu": "superintendent",
    "dcs": "chief superintendent", "acc": "assistant chief constable", "dcc": "deputy chief constable",
    "dac": "deputy assistant commissioner", "lt": "lieutenant", "lieut": "lieutenant", "capt": "captain",
    "col": "colonel", "cpl": "corporal", "gen": "general", "brig": "brigadier", "maj": "major", "asst": "assistant",
    "pcso": "community support officer", "dep": "deputy",
}
_RANKS = (
    ("Chief constable or deputy", r"chief constable|commissioner of police|police chief|chief of police"),
    ("Commissioner or deputy", r"commissioner"),
    ("Commander", r"commander"),
    ("Chief superintendent", r"(?:chief|senior) superintendent"),
    ("Superintendent", r"superintendent"),
    ("Chief inspector", r"chief inspector"),
    ("Inspector", r"inspector"),
    ("Sergeant", r"sergeant"),
    ("Constable", r"constable|garda$"),
    ("Sheriff or deputy", r"sheriff"),
    ("Prosecutor or attorney", r"attorney|prosecutor|solicitor|counsel"),
    ("General or colonel", r"general$|brigadier|colonel"),
    ("Judge", r"judge|recorder|justice|magistrate"),
    ("Major, captain or lieutenant", r"major|captain|lieutenant|corporal"),
    ("Special agent", r"agent"),
    ("Officer", r"officer|ranger|trooper|detective|investigator"),
    ("Chief", r"\bchief\b"),
    ("Minister, mayor or councillor", r"minister|mayor|councillor|cabinet|secretary|governor|senator"),
    ("Director, head or manager", r"director|head|manager|lead|coordinator|co-ordinator"),
    ("Spokesperson", r"spokes"),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _RANKS)
_OTHER, _NONE = "Another office", "No office stated"


def rank(role: str | None) -> str:
    """The rank or kind of office in a role as written: “Det Ch Insp” → “Chief inspector”; nothing → no office."""
    if not role:
        return _NONE
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", role.lower())
    text = " ".join(_SHORT.get(word, word) for word in words)
    return next((name for name, pattern in _COMPILED if pattern.search(text)), _OTHER)


def ranks(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Quotes by the rank or office of the speaker: rank, quotes, releases, as_written (some of the ways)."""
    quotes = tables["quotes"][["release_id", "role"]].copy()
    roles = quotes["role"].astype(object).where(quotes["role"].notna(), None)
    known = {role: rank(role) for role in roles.unique()}
    quotes["rank"] = roles.map(known).fillna(_NONE)
    frame = quotes.groupby("rank").agg(quotes=("rank", "size"), releases=("release_id", "nunique"))
    ways = quotes.dropna().drop_duplicates(["rank", "role"]).groupby("rank").head(4)
    ways = ways.groupby("rank")["role"].agg("; ".join)
    frame = frame.join(ways.rename("as_written")).reset_index()
    return frame.sort_values(["quotes", "rank"], ascending=[False, True], ignore_index=True)


def speakers(tables: Mapping[str, pd.DataFrame], top: int = 10) -> pd.DataFrame:
    """Who is quoted most: speaker, role, publisher, quotes. Only those who hold an office are named."""
    quotes = tables["quotes"]
    quotes = quotes[quotes["role"].notna() & quotes["speaker"].notna()][["release_id", "speaker", "role"]]
    publisher = tables["releases"].set_index("id")["publisher"]
    quotes = quotes.assign(publisher=quotes["release_id"].map(publisher))
    frame = quotes.groupby(["speaker", "publisher"], dropna=False, sort=False).agg(
        role=("role", "first"), quotes=("speaker", "size"), releases=("release_id", "nunique")).reset_index()
    frame = frame.sort_values(["releases", "quotes", "speaker"], ascending=[False, False, True])
    return frame[["speaker", "role", "publisher", "quotes", "releases"]].head(top).reset_index(drop=True)
