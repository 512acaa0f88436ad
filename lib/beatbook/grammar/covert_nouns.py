"""Watching and undercover work, said by a noun ("phone taps", "an undercover officer"): when police did it."""

from beatbook.grammar.counting import Count
from beatbook.grammar.tactics import OFFICERS
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Term

CAMERA = frozenset(
    "camera cameras footage video videos system systems equipment image images photo photos tape device devices "
    "photograph photographs recording recordings technology tool tools cctv unit units team shows showed".split()
)
EQUIPPED = frozenset("equipped fitted bait owner had its seized recovered found discovered confiscated".split())
NOT_POLICE = CAMERA | {"security", "store", "videotape", "unlawful", "illegal", "private", "counter"}
WENT = frozenset("worked working went going operated operating acted acting posing".split())
LASTING = frozenset("operation operations work investigation investigations sting stings capacity".split())
UNDERCOVER = frozenset(
    "officer officers agent agents detective detectives operation operations operative operatives work cop cops "
    "police investigation investigations investigator investigators purchase purchases buy buys sting stings deputies "
    "deputy trooper troopers capacity informant transaction transactions".split()
)
POLICE = frozenset("officer officers detective detectives agent agents deputy deputies investigators police".split())
INFORMANTS = frozenset("informant informants source sources cooperator".split())
POSING = POLICE | INFORMANTS
BUYERS = OFFICERS | INFORMANTS
BUYING = frozenset(("bought", "purchased"))
BEFORE_UNDERCOVER = WENT | frozenset("back bought purchased made sold met".split())
TEAM = frozenset(("team", "teams", "unit", "units"))
WATCHED = frozenset(
    "logged watched followed saw observed tracked trailed recorded noted filmed photographed spotted witnessed".split()
)
COUNTED_CAMERAS = frozenset(
    "deployments operations deployment checks hits alerts activations stops patrols hit captures".split()
)


def present(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    """Watching, plates read or undercover work by police; counted only where it is deployments that are counted."""
    after = doc.low[term.j] if term.j < sentence.j else ""
    doing = after in TEAM and term.j + 1 < sentence.j and doc.low[term.j + 1] in WATCHED
    if term.row["tactic"] == "surveillance" and ((after in CAMERA and not doing) or doc.low[term.i - 1] in NOT_POLICE):
        return None
    if doc.low[term.j - 1].startswith(("tracker", "device")) and not EQUIPPED.isdisjoint(doc.low[sentence.i : term.i]):
        return None  # "a bike fitted with a GPS tracker"
    if doc.low[term.j - 1] == "watch" and OFFICERS.isdisjoint(doc.low[sentence.i : term.i]):
        return None  # "two went in while the others kept watch"
    if term.row["term"] == "sting" and doc.raw[term.i][0].isupper() and term.i > sentence.i:
        return None
    if term.row["term"] == "sting" and after not in (".", ",", "in", "on", "at", "by", "that", "which", "operation"):
        return None
    if term.row["tactic"] == "undercover":
        return _undercover(doc, sentence, term, count)
    few = (count.number or 0) < 2  # "a surveillance operation" is one of nothing that is counted
    cameras = term.row["tactic"] == "anpr" and COUNTED_CAMERAS.isdisjoint((after, doc.low[term.j - 1]))
    hit = term.row["tactic"] == "anpr" and count.number == 1 and doc.low[term.j - 1] in ("hit", "alert", "activation")
    return count if hit and not cameras else count._replace(number=None) if cameras or few else count


def _undercover(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    """The purchases that undercover officers made are the count: "undercover agents made five purchases"."""
    if doc.low[term.i] in BUYING and BUYERS.isdisjoint(doc.low[max(sentence.i, term.i - 4) : term.i]):
        return None
    for value in sentence.values:
        told = doc.low[value.j] if value.j < sentence.j else ""
        bought = value.i >= term.j and _bought(doc, sentence, value.j)
        if value.kind == "number" and (bought or told in ("occasions", "times")):
            return Count(value.whole, value.modifier, min(term.i, value.i), max(term.j, value.j + 1))
    if doc.low[term.i] in ("posing", "posed") or doc.low[term.i] in BUYING:
        police = not POSING.isdisjoint(doc.low[sentence.i : term.i])
        return Count(None, "exact", term.i, term.j) if police else None
    if doc.low[term.i] == "undercover" and term.j - term.i == 1:
        after = doc.low[term.j : min(sentence.j, term.j + 3)]
        if doc.low[term.i - 1] in BEFORE_UNDERCOVER and term.i > sentence.i:
            return Count(None, "exact", term.i - 1, term.j)
        if UNDERCOVER.isdisjoint(after):
            return None
        number = 1 if count.number == 1 and LASTING.isdisjoint(after) else None
        return Count(number, "exact", count.i, min(term.j + 1, sentence.j))
    return count


def _bought(doc: Doc, sentence: Sentence, j: int) -> bool:
    """Whether purchases stand at token j, or after one word: "163 undercover purchases"."""
    return not {"purchases", "buys", "transactions", "deals"}.isdisjoint(doc.low[j : min(sentence.j, j + 2)])
