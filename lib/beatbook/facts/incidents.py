"""Facts of the family ``incidents``: the crimes or events behind the operation, the arrests or the charges."""

from beatbook.grammar.assertion import FACT, HISTORIC, QUOTE
from beatbook.grammar.crime_acts import ATTACKER
from beatbook.grammar.events import Event, event
from beatbook.grammar.windows import near
from beatbook.language.document import Doc
from beatbook.lexicons import Term, matcher
from beatbook.records import Fact

VIOLENT = ("shooting", "stabbing", "assault", "robbery")
# words that lead to the events of this case
CASE = frozenset(
    "investigating investigation into connection linked link links tied tie ties behind responsible inquiry "
    "carried committed blamed attributed stolen taken used".split()
)
INQUIRY = frozenset("investigation inquiry enquiry probe".split())  # "a murder inquiry" tells of a murder
POLICE = frozenset("officers police members deputies agents troopers soldiers".split())
QUARRELS = frozenset("altercation fight brawl scuffle".split())
EVENTS = 200  # that one is compared with
SERIES = 1.5  # a series stands between several and one
FATAL_REACH = 3  # sentences after an attack in which the victim's death is told


def find(doc: Doc) -> list[Fact]:
    """The incidents of one release, in the order of the text."""
    events = [
        found
        for found in (_event(doc, token, term) for token, term in doc.terms(matcher("incidents")).items())
        if found
    ]
    kept = _distinct(doc, [_fatal(doc, found) for found in events])
    return [_fact(doc, found) for found in sorted(kept, key=lambda found: found.i)]


def _event(doc: Doc, token: int, term: Term) -> Event | None:
    sentence = near(doc.sentence_of(token), token)
    scope = doc.scopes[sentence.index]
    behind = scope == HISTORIC and not CASE.isdisjoint(doc.low[sentence.i : token])  # "robberies … since Easter"
    spoken = scope == QUOTE or doc.quoted(token) is not None
    dated = scope == HISTORIC and term.row["use"] != "noun" and any(
        value.kind == "date" and value.precision in ("day", "period", "weekday") for value in sentence.values
    )
    if scope not in (FACT, QUOTE) and not behind and not dated:
        return None
    found = event(doc, sentence, term)
    return None if found and spoken and (found.count or 0) < 2 else found  # speech counts where it states a figure


def _fatal(doc: Doc, found: Event) -> Event:
    """A single attack whose victim is said to have died is a murder; a fatal collision stays a collision."""
    if found.kind not in ("shooting", "stabbing", "assault") or found.count != 1:
        return found
    if _on_police(doc, found):
        return found  # who died after it is an attacker
    for whole in doc.sentences[found.sentence.index : found.sentence.index + FATAL_REACH]:
        sentence = near(whole, max(found.i, whole.i))
        if doc.scopes[sentence.index] != FACT:
            continue
        words = doc.low[sentence.i : sentence.j]
        if not ATTACKER.isdisjoint(words):
            continue  # "a shoot-out in which a suspect was fatally wounded"
        if (
            {"died", "fatally", "deceased"} & set(words)
            or "to death" in " ".join(words)
            or ("dead" in words and {"pronounced", "shot", "found"} & set(words))
            or ("murder" in words and {"investigation", "inquiry", "enquiry", "victim"} & set(words))
        ):
            return found._replace(kind="murder")
    return found


def _on_police(doc: Doc, found: Event) -> bool:
    """Whether police were attacked: "opened fire on officers"."""
    return not POLICE.isdisjoint(doc.low[found.i : min(found.sentence.j, found.j + 3)])


def _distinct(doc: Doc, events: list[Event]) -> list[Event]:
    """One event a fact: what is told again, by another word or with a definite article, is dropped."""
    order = sorted(events, key=_rank)
    kept: list[Event] = []
    crashes = {e.sentence.index + by for e in events if e.kind == "collision" for by in (-1, 0, 1)}
    order = [
        e
        for e in order
        if not (e.kind == "murder" and "killed" in doc.low[e.i : e.j] and e.sentence.index in crashes)
    ]  # who "was killed" died in the collision
    murder = any(e.kind == "murder" and e.count == 1 for e in events)
    order.sort(key=lambda e: doc.low[e.j - 1] in INQUIRY)
    for found in order:
        if doc.low[found.j - 1] in INQUIRY and any(other.kind in (*VIOLENT, "murder") for other in kept):
            continue  # the inquiry is into the attack told elsewhere
        if murder and found.kind == "disorder" and found.count == 1 and doc.low[found.j - 1] in QUARRELS:
            continue  # the fight in which somebody was killed
        if murder and found.count == 1 and found.kind in VIOLENT[:3] and not (found.further or _on_police(doc, found)):
            continue  # the attack is the killing
        if doc.low[max(0, found.i - 1) : found.i + 1] == ["in", "one"] and _one_of(found, events):
            continue  # "a series of robberies … In one robbery"
        same = [other for other in kept[-EVENTS:] if other.kind == found.kind]
        told = [other for other in same if not other.further]
        if (told or (same and found.count is None)) and (
            found.definite or found.count is None or found.sentence.kind == "heading"
        ):
            continue
        if any(other.count == found.count and not _apart(other, found) for other in same):
            continue
        if found.kind == "assault" and found.definite and any(_robbed(found, other) for other in events):
            continue  # "was punched in the face and robbed"
        if found.kind == "assault" and found.definite and kept:
            continue  # "the attack" is an event named before
        kept.append(found)
    return kept


def _rank(found: Event) -> tuple[bool, bool, bool, float, int]:
    """Events told first, then those pointed to, the many before a series before one; headings last."""
    series = found.count is None and found.modifier == "vague"
    weight = found.count or (SERIES if series else 0)
    known = found.definite or series
    return found.sentence.kind == "heading", found.count is None and not series, known, -weight, found.i


def _one_of(found: Event, events: list[Event]) -> bool:
    """Whether several events of this kind are told, of which it is one."""
    return any(other.kind == found.kind and other.count != 1 and other.i < found.i for other in events[:EVENTS])


def _robbed(found: Event, other: Event) -> bool:
    """Whether who was attacked was robbed, as the same sentence goes on to tell."""
    same = other.sentence.index == found.sentence.index
    return same and other.kind == "robbery" and other.definite and other.j > found.j


def _apart(one: Event, other: Event) -> bool:
    """Whether two events of one kind and number differ: one is a further one, or each is "a robbery" of its own."""
    if one.further or other.further:
        return True
    own = one.count == 1 and not one.definite and not other.definite
    together = one.sentence.index == other.sentence.index or one.sentence.kind == other.sentence.kind == "item"
    return own and together


def _fact(doc: Doc, found: Event) -> Fact:
    start, end = doc.span(found.i, found.j)
    slots = {"kind": found.kind, "count": found.count, "modifier": found.modifier}
    return Fact("incidents", slots, start, end, "event")
