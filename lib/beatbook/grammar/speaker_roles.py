"""The rank, title or office of a speaker, before the name or after it."""

from beatbook.grammar.name_kinds import BODY, HOLDER, MODIFIER, TITLE, TOPIC, UNIT
from beatbook.grammar.names import names
from beatbook.grammar.parts import POSTNOMINALS, Name
from beatbook.language.document import Doc

# Verbs that tell of speech even without quotation marks, and those that only do beside them.
SAYING = frozenset(
    "said says say added adds commented comments explained explains stated states told tells warned warns "
    "noted notes remarked continued concluded concludes stressed stresses insisted insists emphasised "
    "emphasized reiterated commenting declared reflected remarks disclosed discloses underlined underlines "
    "underscored underscores".split()
)
# What begins a clause, not a role, after a name.
FINITE = frozenset(
    "was were is are has have had will would wrote told went came spoke pleaded then now not both one his her their "
    "my our when while after before but or as to for on in if".split()
)


def role(doc: Doc, name: Name) -> str | None:
    """A speaker's rank, title or office as written: before the name, else set off after it.

    Returns:
        None where the text gives none ("Yvonne Marchetti, whose son …").
    """
    flags = names(doc).flags
    first = role_start(doc, name, flags)
    title = first < name.i and all(flags[k] & TITLE or doc.raw[k] == "." for k in range(first, name.i))
    before = doc.words(first, name.i).strip(" ,") if first < name.i else None
    after = apposition(doc, name)
    if before and not title:
        return before
    known = after and any(names(doc).vocab.flags.get(word.strip(",."), 0) & HOLDER for word in after.lower().split())
    return (after if known else None) or _set_before(doc, name, flags) or after or before


def role_start(doc: Doc, name: Name, flags: list[int]) -> int:
    """Where a role in small letters before a name begins: "NCA regional head of investigations Ann Vance"."""
    first = holder = name.role
    start = doc.sentence_of(name.role).i
    while first > start and name.role - first < 8 and doc.low[first - 1] not in ("a", "the"):
        small, flag = doc.raw[first - 1][0].islower(), flags[first - 1]
        if small and flag & HOLDER:
            holder = first - 1
        elif not flag & (TOPIC | UNIT | MODIFIER | BODY) and not (
            first < name.role and doc.low[first - 1] in ("of", "for", "and")
        ):
            break
        first -= 1
    while first < holder and doc.low[first] in ("of", "for", "and"):
        first += 1
    if holder == name.role:
        return holder
    return next((other.i for other in names(doc).all if other.i < first < other.j), first)


def apposition(doc: Doc, name: Name) -> str | None:
    """The role set after a name: ", head of Trident," or "(Head of Trident)"; None where none is."""
    sentence = doc.sentence_of(name.j - 1)
    at = name.j
    while at < sentence.j and doc.raw[at] in POSTNOMINALS:
        at += 1
    if at + 1 >= sentence.j or doc.raw[at] not in (",", "("):
        return None
    first = at + 1
    if doc.low[first] in ("the", "a", "an"):
        first += 1
    if (
        first >= sentence.j
        or doc.low[first]
        in ("who", "whose", "which", "of", "from", "and", "aged", "age", "at", "with", "said", "says", "where")
        or doc.raw[first][0].isdigit()
    ):
        return None
    end = first
    while (
        end < sentence.j and doc.raw[end] not in (")", "(", ".", "”", "“", '"', ":", ";") and doc.low[end] not in SAYING
    ):
        if doc.raw[end] == "," and (
            end + 1 >= sentence.j or not doc.raw[end + 1][0].isupper() or doc.low[end + 1] in SAYING
        ):
            break
        if doc.low[end] in ("who", "which", "and") and doc.raw[end - 1] == ",":
            break
        end += 1
    while end > first and doc.raw[end - 1] in (",", "and"):
        end -= 1
    if doc.low[first].endswith(("ed", "ly")) or doc.low[first] in FINITE:
        return None  # "… , was found guilty of"
    return doc.words(first, end) if first < end <= first + 18 and not doc.quoted(first) else None


def _set_before(doc: Doc, name: Name, flags: list[int]) -> str | None:
    """The role before a name and a comma: "The force's head of crime, Jane Vance, said"."""
    sentence = doc.sentence_of(name.i)
    at = name.role - 1
    if at <= sentence.i or doc.raw[at] != ",":
        return None
    first = at
    while (
        first > sentence.i
        and first > at - 14
        and doc.raw[first - 1] not in (",", "”", '"', ".")
        and doc.low[first - 1] not in SAYING
    ):
        first -= 1
    if doc.raw[first - 1] == "," and not any(flags[k] & HOLDER for k in range(first, at)):
        # "Acting Assistant Commissioner, Organised & Serious Crime, Jane Vance"
        again = first - 1
        while again > sentence.i and again > first - 8 and doc.raw[again - 1] not in (",", "”", '"', "."):
            again -= 1
        first = again if flags[first - 2] & HOLDER else first
    if first < at and doc.low[first] in ("the", "a", "an", "whose"):
        first += 1
    return doc.words(first, at) if any(flags[k] & HOLDER for k in range(first, at)) else None
