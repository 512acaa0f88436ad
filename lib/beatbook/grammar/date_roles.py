"""What happened on a date: police action, a crime, a hearing, or the publication itself."""

from functools import lru_cache

from beatbook.grammar.assertion import FACT
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.lexicons import rows

ACTION, ARREST, HEARING, CRIME, PUBLISH, RUN = "action", "arrest", "hearing", "crime", "publish", "run"
BOUNDARY = frozenset((";", ":", "when", "after", "where", "who", "which"))
BEFORE_DATE = frozenset("on at in of during over about around shortly just before early late hours the approximately "
                        "between from since by morning evening night afternoon ( , later that on".split())
DEAD = frozenset("dead guilty deceased unconscious injured unresponsive suffering body victim wounded lifeless bodies".split())
POLICE = frozenset(
    "officers officer police detectives detective deputies deputy agents agent troopers trooper gardaí gardai garda team teams "
    "unit members force taskforce customs investigators staff cadets marshals border patrol crew squad constables "
    "neighbourhood authorities enforcement sheriff's inspectors soldiers".split())
PASSIVE = frozenset("was were been are being".split())
NOMINAL = frozenset(
    "warrant warrants raid raids operation crackdown buyback surrender amnesty checkpoint checkpoints roadblock roadblocks sweep "
    "sweeps seizure seizures patrols stop search searches takedown buy purchases".split())


@lru_cache(1)
def triggers() -> dict[str, str]:
    """Trigger words and the role they give a date."""
    return {row["term"]: row["role"] for row in rows("date_roles")}


def role(doc: Doc, sentence: Sentence, value: Value) -> str | None:
    """The role of a date, or None where no word tells it.

    Args:
        doc, sentence: where the date stands.
        value: a Value of kind "date".
    """
    if doc.scopes[sentence.index] != FACT or _dateline(doc, sentence, value):
        return PUBLISH if doc.scopes[sentence.index] == FACT else None
    found = _trigger(doc, sentence, value)
    if found is None:
        return None
    token, what = found
    if what == ACTION:
        return ACTION if _by_police(doc, sentence, token) else CRIME
    if what == ARREST:
        others = {triggers().get(doc.low[k]) for k in range(sentence.i, sentence.j)}
        if ACTION in others and not others & {HEARING, CRIME} or _group(doc, sentence):
            return ACTION
    return what


def _dateline(doc: Doc, sentence: Sentence, value: Value) -> bool:
    """A date that opens the release or stands alone: "JUNE 8, 2021 (LINCOLN, NEB.) —", "Release Date: …"."""
    if value.i - sentence.i > 3 and not (sentence.i < value.i and doc.low[value.i - 1] in ("–", "—", "-", ")", ",")):
        return False
    after = doc.low[value.j] if value.j < sentence.j else ""
    full = any(len(word) == 4 and word.isdecimal() for word in doc.low[value.i:value.j])
    if value.j - value.i >= sentence.j - sentence.i - 3 and sentence.kind != "item":
        return True
    if after in ("–", "—", "-", "|", "(", "/", ":") and full:
        return True
    before = doc.low[value.i - 1] if value.i > sentence.i else ""
    return before in ("–", "—", "-") and after in ("–", "—", "-", ":")


def _trigger(doc: Doc, sentence: Sentence, value: Value) -> tuple[int, str] | None:
    """The word that governs the date: the nearest before it in its clause, else the first after it."""
    words, low = triggers(), doc.low
    at = value.i - 1
    while at >= sentence.i and (low[at] in BEFORE_DATE or at in doc.value_at):
        if low[at] == "," and at < value.i - 1:
            break
        at -= 1
    if at >= sentence.i and low[at] not in ("and", "but", ",", ";", "then"):
        for token in range(at, max(sentence.i - 1, at - 22), -1):
            if low[token] in BOUNDARY and token < at:
                break
            what = _sense(doc, token, sentence)
            if what:
                return token, what
    for token in range(value.j, sentence.j):
        if low[token] == ";":
            break
        what = _sense(doc, token, sentence)
        if what:
            return token, what
    for token in range(value.i - 1, sentence.i - 1, -1):
        what = words.get(low[token])
        if what:
            return token, what
    return None


def _sense(doc: Doc, token: int, sentence: Sentence) -> str | None:
    what = triggers().get(doc.low[token])
    if what is None or token in doc.value_at and doc.value_at[token].kind == "date":
        return None
    after = doc.low[token + 1:token + 6]
    if doc.low[token] in ("found", "finding", "discovered", "located") and not DEAD.isdisjoint(after):
        return HEARING if "guilty" in after else CRIME
    if doc.low[token] == "turned" and after[:1] != ["up"] or doc.low[token] == "pulled" and after[:1] not in (["over"], ["in"]):
        return None
    if doc.low[token] == "carried" and after[:1] != ["out"] or doc.low[token] == "took" and after[:1] not in (["place"], ["part"]):
        return None
    if doc.low[token] == "moved" and after[:1] != ["in"] or doc.low[token] == "held" and after[:1] == ["on"]:
        return None
    if what == CRIME and doc.low[token - 1:token] and doc.low[token - 1] in ("of", "for") and "suspicion" in doc.low[
            max(sentence.i, token - 4):token]:
        return None
    return what


def _by_police(doc: Doc, sentence: Sentence, token: int) -> bool:
    """Whether police do what the action word at a token says: they are its subject, or it is a passive or a noun."""
    if doc.low[token] in NOMINAL or sentence.kind != "prose":
        return True
    before = doc.low[sentence.i:token]
    if not POLICE.isdisjoint(before) or not PASSIVE.isdisjoint(before[-4:]):
        return True
    names = doc.raw[sentence.i:token]
    return any(len(word) > 1 and word.isupper() and word.isalpha() for word in names) or not POLICE.isdisjoint(
        doc.low[token:sentence.j]) or token == sentence.i or "they" in before or "k-9" in before


def _group(doc: Doc, sentence: Sentence) -> bool:
    """Whether three or more people were arrested: a round-up."""
    for value in sentence.values:
        if value.kind == "number" and (value.number or 0) >= 3 and value.j < sentence.j:
            near = doc.low[value.j:min(sentence.j, value.j + 8)]
            if not {"arrested", "arrests", "detained", "apprehended", "custody"}.isdisjoint(near):
                return True
    return False
