"""How many officers and how many forces took part."""

from collections.abc import Iterator

from beatbook.grammar.counting import STOPS, Count
from beatbook.grammar.windows import near
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

OFFICERS = frozenset(
    "officers deputies agents troopers detectives gardaí gardai pcsos specials personnel marshals constables members "
    "policemen staff soldiers investigators policewomen cops motorcyclists analysts specialists".split()
)
FORCES = frozenset("agencies forces departments constabularies".split())
BODIES = frozenset(
    "organisations organizations partners authorities councils".split()
)  # only where they are said to take part
KIND_OF_FORCE = frozenset(
    "federal state law enforcement police partner different other separate , and county government "
    "public regional national international local city participating investigative territorial uk u.s. us "
    "english welsh".split()
)
KIND_OF_OFFICER = frozenset(
    "police uniformed specialist armed federal state local deputy law enforcement neighbourhood met regional highly "
    "trained plain-clothes plainclothes uniform and , traffic public order special sworn border force immigration "
    "customs detective garda saps metro operational frontline task joint warranted - strong team of analysts".split()
)
AFTER_POLICE = frozenset(
    "drawn backed supported assisted involved deployed descended hit stormed swarmed made took were raided . , in at "
    "on from swooped have had executed searched who carried".split()
)
TOOK_PART = frozenset(
    "deployed deploying deployment involved involving participated participating mobilised mobilized drafted duty "
    "joined supported assisted assigned allocated".split()
)
HEADS = FORCES | BODIES | OFFICERS | {"police"}
ACTED = frozenset(
    "raided swooped descended searched executed executing carried conducted made worked arrested seized stormed "
    "patrolled patrol operation raids warrants saw supported by with led hit backed used drawn split fanned combed "
    "went entered forced surrounded mounted called tasked mustered needed".split()
)
ALONE = ("officers", "personnel", "agencies", "forces")  # "Officers: 120"
CALLED = frozenset(("911", "999", "112", "000", "101"))  # "witnesses called 911 and officers arrived"
ASIDES = frozenset("including drawn from backed supported assisted some many most together along alongside".split())
NOT_ACTING = frozenset(
    "praised thanked commended recognised awarded injured hurt killed assaulted attacked recruited new extra-funded "
    "added gang accused charged opened aim trained funded based per budget fell shot died wounded hospital join "
    "lost employs employed employ recruits".split()
)


def deployments(doc: Doc, sentence: Sentence) -> Iterator[tuple[str, Count]]:
    """("officers_deployed" or "forces_involved", how many) of one sentence."""
    whole = sentence
    if HEADS.isdisjoint(doc.low[whole.i : whole.j]):
        return
    for value in whole.values:
        sentence = near(whole, value.i)
        behind = doc.low[value.j : value.j + 1]
        if value.kind not in ("number", "vague") or doc.low[value.i] in CALLED or behind == [","]:
            continue  # "on Street 61, officers"
        if value.i > sentence.i and (
            (doc.low[value.i - 1] == "of" and value.i - 2 in doc.value_at) or _abbreviation(doc.raw[value.i - 1])
        ):
            continue  # "two of four agencies", "AB 109 investigators"
        listed = _listed_head(doc, sentence, value)
        if listed and value.number:
            yield listed, Count(value.whole, value.modifier, sentence.i, value.j)
            continue
        found = _head(doc, sentence, value.j, FORCES, KIND_OF_FORCE)
        found = None if value.number == 2 and value.i > sentence.i and doc.low[value.i - 1] == "the" else found
        if found and (value.number or 0) > 1 and doc.low[found - 2] not in ("task", "armed", "special"):
            yield "forces_involved", Count(value.whole, value.modifier, value.i, found)
            continue
        found = _head(doc, sentence, value.j, BODIES, KIND_OF_FORCE)
        if found and (value.number or 0) > 1 and _participates(set(doc.low[sentence.i : sentence.j])):
            yield "forces_involved", Count(value.whole, value.modifier, value.i, found)
            continue
        found = _head(doc, sentence, value.j, OFFICERS, KIND_OF_OFFICER)
        if found and _took_part(doc, sentence, value, found):
            yield "officers_deployed", Count(value.whole, value.modifier, value.i, found)


def _abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word.isalpha()


def _listed_head(doc: Doc, sentence: Sentence, value: Value) -> str | None:
    """The tactic of a line such as "Officers deployed: 120" or "Forces taking part – 12"."""
    long = sentence.kind == "prose" and sentence.j - sentence.i > 10
    if long or value.j < sentence.j - 1 or value.i < sentence.i + 2:
        return None
    words = set(doc.low[sentence.i : value.i])
    alone = doc.low[sentence.i : value.i] in ([head, ":"] for head in ALONE) and value.j >= sentence.j - 1
    if not (alone or _participates(words)) or (not words & {":", "-", "–", "—", "|", "="} and sentence.kind != "row"):
        return None
    return "officers_deployed" if words & OFFICERS else "forces_involved" if words & FORCES else None


def _head(doc: Doc, sentence: Sentence, j: int, heads: frozenset[str], kinds: frozenset[str]) -> int | None:
    """The token after the head noun that ends the phrase opened by a number before token j."""
    while j < sentence.j:
        if doc.low[j] in heads and not (j + 1 < sentence.j and doc.low[j + 1] in heads):
            return j + 1
        if (
            heads is OFFICERS
            and doc.low[j] == "police"
            and (j + 1 == sentence.j or doc.low[j + 1] in AFTER_POLICE or doc.low[j + 1].endswith("ed"))
        ):
            return j + 1
        named = heads is not BODIES and doc.raw[j][0].isupper()  # "80 West Midlands Police officers"
        if doc.low[j] not in kinds and not named:
            ahead = doc.low[j + 1] if j + 1 < sentence.j else ""
            if ahead not in heads or doc.low[j] in STOPS or doc.low[j] in heads or doc.low[j].endswith("ed"):
                return None  # one unknown adjective may stand before the head: "four neighbouring forces"
        j += 1
    return None


def _participates(words: set[str]) -> bool:
    """Whether words tell that somebody took part."""
    return bool(words & TOOK_PART) or ("part" in words and bool(words & {"took", "taking", "take", "taken"}))


def _aside_end(doc: Doc, sentence: Sentence, j: int) -> int:
    """The token after an aside between commas or brackets: "140 officers, including colleagues from Kent, …"."""
    closing = {",": ",", "(": ")", "–": "–", "—": "—"}.get(doc.low[j]) if j + 1 < sentence.j else None
    if closing is None or doc.low[j + 1] not in ASIDES:
        return j
    for k in range(j + 2, min(sentence.j - 1, j + 30)):
        if doc.low[k] == closing and not doc.raw[k + 1][0].isupper():
            return k + 1
    return j


def _took_part(doc: Doc, sentence: Sentence, value: Value, j: int) -> bool:
    before = set(doc.low[max(sentence.i, value.i - 8) : value.i])
    k = _aside_end(doc, sentence, j)
    after = set(doc.low[k : min(sentence.j, k + 16)])
    stated = j == len(doc.low) or doc.low[j] in (".", ",", "and", "in", "across")
    if stated and doc.low[value.i - 1] in ("has", "have", "had"):
        return False  # "the force has 2,300 officers"
    if (before | after) & NOT_ACTING or (doc.low[j - 1] == "members" and "public" in after):
        return False
    if _participates(before | after) and (value.number is not None or value.modifier == "vague"):
        return (value.number or 10) > 1
    if doc.low[j - 1] in ("members", "staff") and not (
        "conducted" in before and doc.low[j : j + 1] == ["of"] and doc.raw[min(j + 1, len(doc.raw) - 1)][0].isupper()
    ):
        return False  # "conducted by 140 members of An Garda Síochána"
    opens = value.i - sentence.i <= 3 or bool({"with", "by", "involving", "of"} & set(doc.low[value.i - 1 : value.i]))
    return (value.number or 0) >= 10 and (
        opens or bool((set(doc.low[max(sentence.i, value.i - 4) : value.i]) | after) & ACTED)
    )
