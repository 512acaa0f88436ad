"""Who did what to what: the status predicates of a sentence with their people, offences and terms.

Triggers come from ``outcomes.csv``; a trigger's form says how it takes its people: a participle ("were arrested",
"arrested two men", "two men arrested"), a verb ("appeared before"), a state ("in custody"), a noun ("17 arrests").
"""

from dataclasses import dataclass, field
from functools import lru_cache

from beatbook.grammar import custody, offences
from beatbook.grammar.people import POSSESSIVE, Group
from beatbook.grammar.subjects import FINITE, Subjects
from beatbook.grammar.verbgroups import ADVERBS, REMAIN, verb_group
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher, rows, singular

CUE_REACH = 9
INTRODUCED = frozenset("charge charges count counts indictment complaint information allegations".split())
STRONG = {  # what introduces offences, by status; the phrase after these is one whatever it says
    "arrested": (("on", "suspicion", "of"), ("under", "suspicion", "of"), ("on", "a", "charge", "of"), ("on", "charges", "of"), ("on", "charge", "of"),
                 ("on", "a", "charges", "of"), ("on", "allegations", "of"), ("accused", "of")),
    "charged": (("with",), ("on", "charges", "of"), ("on", "a", "charge", "of"), ("on", "suspicion", "of")),
    "pleaded_guilty": (("to",),),
    "convicted": (("of",),),
}
STRONG["detained"] = STRONG["interviewed"] = STRONG["wanted"] = STRONG["arrested"]
STRONG["convicted"] = (("guilty", "of"), ("of",))
STRONG["sentenced"] = STRONG["cautioned"] = STRONG["remanded"] = (("on", "charges", "of"),)
WEAK = (("in", "connection", "with"), ("in", "relation", "to"), ("over",), ("for",), ("on", "counts", "of"))
GOVERNING = frozenset("arrested charged pleaded_guilty convicted sentenced wanted cautioned detained interviewed remanded".split())
WEAK_STOPS = frozenset("after following when while who which where whom whose because before until".split())
TRANSITIVE_NOUNS = frozenset(("arrested", "convicted", "detained", "deported", "charged", "recalled"))


DEATHS = frozenset("death killing murder shooting stabbing part role count counts total member members".split())
FOUND = frozenset("missing endangered trafficked exploited kidnapped abducted runaway stranded".split())
PUBLISHED = frozenset("the a an this its images image footage video details statement cctv photos photographs following new data figures".split())
ACCUSING = frozenset("charge charges indictment indictments complaint complaints information summonses superseding".split())
CARRIED = frozenset("sentenced charged convicted remanded released bailed pleaded_guilty".split())


@dataclass(slots=True)
class Clause:
    """A status of people as one clause states it.

    ``at`` is the trigger; [i, j) the tokens of the clause, ``end`` where the next one begins. ``listed`` says that its
    offences follow as a list; ``nominal`` that the trigger is a noun that counts people itself.
    """

    statuses: list[str]
    groups: list[Group]
    at: int
    i: int
    j: int
    end: int
    rule: str
    offences: list[str] = field(default_factory=list)
    months: float | int | None = None
    listed: bool = False
    nominal: bool = False
    head: int = 0
    either: bool = False


@lru_cache(1)
def senses() -> dict[str, list[tuple[tuple[tuple[str, ...], ...], str, str]]]:
    """The readings of each trigger: (cues that choose it, status, form)."""
    table: dict[str, list[tuple[tuple[tuple[str, ...], ...], str, str]]] = {}
    for row in rows("outcomes"):
        cues = tuple(tuple(cue.split()) for cue in row["cue"].split("|") if cue)
        table.setdefault(row["term"], []).append((cues, row["status"], row["form"]))
    return table


@dataclass(slots=True)
class _Trigger:
    at: int
    j: int
    status: str
    form: str
    cover: int  # the token after the cue that chose the reading


def triggers(doc: Doc, sentence: Sentence) -> list[_Trigger]:
    """The status triggers of a sentence, each in the reading that its context chooses."""
    found: list[_Trigger] = []
    terms = doc.terms(matcher("outcomes"))
    covered = sentence.i
    for at in range(sentence.i, sentence.j):
        term = terms.get(at)
        if term is None or at < covered:
            continue
        chosen = _sense(doc, term.row["term"], term.j, sentence.j)
        if chosen is None:
            continue
        status, form, covered = chosen
        covered = term.j if doc.low[at] in ("issued", "given", "handed") else max(covered, term.j)
        if form == "state" and found and at - found[-1].j <= 2 and found[-1].form != "noun" and not any(
                word in FINITE for word in doc.low[found[-1].j:at]):
            continue  # "remanded in custody"
        if form != "none":
            found.append(_Trigger(at, term.j, status, form, covered))
    return found


def _sense(doc: Doc, term: str, j: int, end: int) -> tuple[str, str, int] | None:
    """Status, form and the token after the cue, of the reading whose cue stands nearest behind the trigger."""
    best: tuple[int, str, str, int] | None = None
    default = None
    for cues, status, form in senses()[term]:
        if not cues:
            default = default or (status, form, j)
            continue
        for cue in cues:
            for k in range(j, min(end, j + (CUE_REACH if status != "appeared_in_court" else 15))):
                word = doc.low[k]
                if word in (".", ";") or k > j and word in FINITE:
                    break
                last = k + len(cue) - 1
                if last < end and tuple(doc.low[k:last]) == cue[:-1] and cue[-1] in (doc.low[last], singular(doc.low[last])):
                    if best is None or k < best[0] and term != "booked":
                        best = (k, status, form, k + len(cue))
                    break
    if best:
        return best[1:]
    return default


def clauses(doc: Doc, sentence: Sentence, groups: list[Group]) -> list[Clause]:
    """The status predicates of a sentence.

    Args:
        doc: the release.
        sentence: one that asserts facts.
        groups: its groups of people.
    """
    found = triggers(doc, sentence)
    return _Reader(doc, sentence, groups).read(found) if found else []


class _Reader:
    """Reads the predicates of one sentence from left to right, then what depends on each."""

    def __init__(self, doc: Doc, sentence: Sentence, groups: list[Group]):
        self.doc, self.low, self.sentence, self.groups = doc, doc.low, sentence, groups
        self.i, self.end = sentence.i, sentence.j
        self.subjects = Subjects(doc, self.i, self.end, groups)
        self.elliptic = [group.i for group in groups if group.numbered and group.kind in ("bare", "new") and self._elliptic(group)]
        self.found: list[Clause] = []
        self.triggers: list[_Trigger] = []
        self.spread: Clause | None = None  # an inverted clause whose people have terms or offences of their own
        self.inherited: list[Group] = []
        self.last = sentence.i

    def _elliptic(self, group: Group) -> bool:
        """A counted group that goes straight on to an offence: "11 of them for …"."""
        if group.i > self.i and self.low[group.i - 1] not in (",", ";", ":", "and", "including", "included", "with", "(", "-", "–", "while", "of", "which"):
            return False
        k = group.j
        while k < self.end and self.low[k] in ("were", "was", "people", "men", "women"):
            k += 1
        return k < self.end and (self.low[k] in ("for", "with") and k == group.j or self.low[k] == "for" or self.low[k:k + 2] in (
            ["on", "suspicion"], ["on", "warrant"], ["on", "warrants"]))

    def read(self, found: list[_Trigger]) -> list[Clause]:
        self.subjects.verbs = [trigger.at for trigger in found]
        self.subjects.elliptic = frozenset(self.elliptic)
        self.triggers = found
        for trigger in found:
            clause = getattr(self, "_" + trigger.form)(trigger)
            if clause:
                self.found.append(clause)
                if not clause.nominal and clause.groups:
                    self.inherited = clause.groups
                self.last = clause.j
        self.found = [clause for at, clause in enumerate(self.found) if not (
            self.low[clause.at] == "fined" and at and self.found[at - 1].statuses == ["sentenced"] and clause.groups is self.found[at - 1].groups)]
        self._spread()
        self._complements()
        self._shared_objects()
        self.found = [clause for clause in self.found if not (clause.rule == "hurt" and any(
            other.offences and other.at < clause.at < other.j for other in self.found))]  # "charged with assault to injury"
        for clause in self.found:
            self._named_after(clause)
        return self._alternatives()

    # -- forms --------------------------------------------------------------------------------------------------------

    def _inside(self, at: int) -> bool:
        """Whether the trigger stands inside a group as a mere attribute: "the four arrested suspects"."""
        return any(group.i < at < group.j - 1 and group.kind != "whole" for group in self.groups)

    def _part(self, t: _Trigger) -> Clause | None:
        """A participle: passive, active, or bare."""
        if self._inside(t.at):
            return None
        verb = verb_group(self.doc, t.at, self.i)
        if verb.void:
            return None
        if not verb.be:
            objects = self._objects(t, verb.have)
            if objects:
                if self.low[t.at] == "held":
                    t.status = "arrested"  # "the unit held a Nigerian"
                return self._make(t, objects, min(verb.start, objects[0].i), objects[-1].j, "active")
            if self._colon(t):
                return self._labelled(t)
            if verb.have:
                return None
        elif verb.present and "being" not in self.low[verb.start:t.at] and not self._present_ok(t):
            return None
        if self.low[t.at:t.j] == ["released"] and not verb.be and self.low[t.j:t.j + 1] and self.low[t.j] in PUBLISHED:
            return None
        inverted = self._inverted(t) if not verb.be else None
        if inverted:
            return inverted
        if self.low[t.at:t.j] == ["found"]:
            return None
        people = self.subjects.before(verb.start, verb.number, not verb.be or not verb.finite, self.inherited, self.last)
        people = self._fit(people, t.status)
        if not people and verb.start <= self.i + 3 and t.status in GOVERNING and (
                self.low[self.end - 1] == ":" or self.sentence.kind == "heading") and not any(group.j <= t.at for group in self.groups):
            return Clause([t.status], [], t.at, t.at, t.j, self.end, "list head", head=t.j)  # "Charged with conspiracy:"
        if not people and verb.start == self.i and not verb.be and t.status in CARRIED and not self.groups[:1] == [g for g in self.groups[:1] if g.i <= t.j + 2]:
            people = [Group(t.at, t.at + 1, "carried")]  # "Jailed for 14 years." after a sentence on the same person
        if not people:
            return None
        if not verb.be and people[0].kind == "new" and not self._specific(people[0]):
            return None
        head = verb.start if any(group.j > verb.start or group.i < self.last for group in people) and self.found else people[0].i
        return self._make(t, people, min(head, verb.start), t.j, "passive" if verb.be else "bare")

    def _inverted(self, t: _Trigger) -> Clause | None:
        """"Also charged are A, 31, and B, 30", "Arrested were: …"."""
        if t.at > self.i + 3 or any(group.j <= t.at for group in self.groups):
            return None
        if self.low[t.j:t.j + 1] in ([":"], ["–"]) and t.at > self.i:  # "Among those charged: A, 44; B, 39"
            people = [group for group in self.subjects.after(t.j, 1, True) if group.names or group.ages]
            if people:
                made = self._make(t, people, t.at, people[0].j, "inverted")
                self.spread = made if len(people) > 1 else None
                return made
        for k in range(t.j, min(self.end - 1, t.j + 16)):
            if self.low[k] in ("is", "are", "was", "were"):
                people = self._fit(self.subjects.after(k + 1, 3, True), t.status)
                if people and people[-1].names:
                    people = people + [group for group in self.groups if group.i > people[-1].j and group.ages and group.kind in ("name", "new")]
                if people and self.low[k + 1] != "the" and (people[0].names or people[0].kind == "new"):
                    made = self._make(t, people, t.at, people[-1].j, "inverted")
                    self._read_offences(made, t.j, k)
                    made.j = people[0].j
                    if len(people) > 1 and people[0].names:
                        self.spread = made
                    return made
                return None
            if self.low[k] in (".", ";") or self.low[k] in ("who", "he", "she", "they"):
                return None
        return None

    def _present_ok(self, t: _Trigger) -> bool:
        """"is charged", "are detained" state facts; "people are arrested every day" does not."""
        return t.status in ("charged", "detained", "wanted", "interviewed", "remanded", "bailed", "injured", "released_under_investigation",
                            "arrested", "released") and (t.status not in ("arrested", "released", "injured") or "being" in self.low[t.at - 2:t.at]
                                                         or self.sentence.kind == "heading" or self.low[t.at] == "under")

    def _specific(self, group: Group) -> bool:
        return group.numbered or group.count == 1 or group.modifier == "vague" or bool(group.ages)

    def _objects(self, t: _Trigger, have: bool) -> list[Group]:
        objects = self.subjects.after(t.j, 3, t.at == self.i)
        if not objects and t.j < self.end and self.low[t.j] in ("and", ",", "or"):
            other = next((o for o in self.triggers if t.j < o.at <= t.j + 3 and o.form == "part"), None)
            if other and not verb_group(self.doc, other.at, t.j).be:  # "have arrested and charged three people"
                objects = self.subjects.after(other.j, 3)
        if not objects:
            return []
        if self.low[t.at:t.j] == ["found"] and "guilty" not in self.low[objects[-1].j:objects[-1].j + 2]:
            return []
        if objects[0].kind == "pronoun" and self.low[objects[0].i] in ("he", "she", "they", "both") and not have:
            return []
        if self.low[t.at] in ("wanted", "held") and not have and not (self.low[t.at] == "held" and (objects[0].names or objects[0].kind == "new"
                                                                                                  and objects[0].count == 1)):
            return []
        return objects

    def _finding(self, t: _Trigger) -> Clause | None:
        """"recovered a missing girl": people found who were missing or exploited."""
        objects = self.subjects.after(t.j, 1)
        verb = verb_group(self.doc, t.at, self.i)
        if verb.be and verb.finite and not verb.void:  # "Two girls reported missing were located"
            people = self.subjects.before(verb.start, verb.number, False, self.inherited, self.last)
            if people and any(group.words & FOUND or FOUND & set(self.low[group.j:t.at]) for group in people):
                return self._make(t, people, people[0].i, t.j, "passive")
            return None
        if not objects or not any(group.words & FOUND for group in objects) or verb.void:
            return None
        return self._make(t, objects, t.at, objects[-1].j, "active")

    def _acting(self, t: _Trigger) -> Clause | None:
        """A form that only acts on people: "the indictment charges twelve people", "arresting two men"."""
        objects = self._fit(self.subjects.after(t.j, 1), t.status)
        if not objects or objects[0].kind == "pronoun" or not all(self._specific(group) or group.names for group in objects):
            return None
        if self.low[t.at] == "charges" and objects[0].kind == "bare":
            return None
        if t.at < t.j - 1 and self.low[t.j - 1] == "against" or self.low[t.at] in ("naming", "names"):
            if not ACCUSING & set(self.low[max(self.i, t.at - 9):t.j]):
                return None
        verb = verb_group(self.doc, t.at, self.i)
        if "against" in self.low[t.at:t.j] and any(word in ("dropped", "dismissed", "no", "withdrawn", "dismiss", "drop") for word in self.low[
                max(self.i, t.at - 6):t.at]):
            return None
        if verb.void or self.low[t.j - 1] != "against" and self.low[t.at - 1:t.at] in (["to"], ["of"], ["for"], ["the"], ["face"], ["faces"], ["facing"], ["felony"], ["drug"]):
            return None
        if self.low[t.at] == "killing" and objects[0].kind == "definite":
            return None
        return self._make(t, objects, t.at, max(objects[-1].j, t.cover), "active")

    def _colon(self, t: _Trigger) -> bool:
        end = max(t.j, t.cover)
        return end < self.end and self.low[end] in (":", "–", "-", "—") and t.at == self.i

    def _labelled(self, t: _Trigger) -> Clause | None:
        """"Arrested: 43", "Charged – 12"."""
        if not self._colon(t):
            return None
        for group in self.groups:
            if group.i == max(t.j, t.cover) + 1 and group.kind in ("bare", "new", "name"):
                return self._make(t, [group], t.at, group.j, "label")
        return None

    def _verb(self, t: _Trigger) -> Clause | None:
        verb = verb_group(self.doc, t.at, self.i)
        if verb.void:
            return None
        if self.low[t.at] == "took":  # "took three men into custody"
            objects = self.subjects.after(t.at + 1, 2)
            return self._make(t, objects, t.at, max(objects[-1].j, t.j), "active") if objects else None
        people = self._fit(self.subjects.before(verb.start, verb.number, False, self.inherited, self.last), t.status)
        if not people:
            return None
        if t.status == "charged" and not self._facing(t):
            return None
        head = verb.start if people is self.inherited else people[0].i
        return self._make(t, people, head, t.j, "verb")

    _head = _verb

    def _facing(self, t: _Trigger) -> bool:
        """"faces one count of", not "faces a maximum sentence"."""
        return not any(word in ("maximum", "minimum", "years", "life", "sentence", "if") for word in self.low[t.at:t.j])

    def _gerund(self, t: _Trigger) -> Clause | None:
        verb = verb_group(self.doc, t.at, self.i)
        people = self._fit(self.subjects.before(verb.start, None, False, self.inherited, self.last), t.status)
        if not people:
            for group in self.groups:  # "After pleading guilty, Cole was jailed"
                if group.i >= t.j and not self.subjects._prepositional(group):
                    people = [group]
                    break
        return self._make(t, people, t.at, t.j, "gerund") if people else None

    def _admit(self, t: _Trigger) -> Clause | None:
        verb = verb_group(self.doc, t.at, self.i)
        if verb.be or verb.void:
            return None
        start = t.j + (self.low[t.j:t.j + 1] == ["to"])
        named, _ = offences.read(self.doc, start, self.end, frozenset(group.i for group in self.groups if group.names))
        if not named or not offences.likely(named) or self.low[start:start + 1] in (["that"], ["he"], ["she"], ["they"]):
            return None
        people = self._fit(self.subjects.before(verb.start, verb.number, False, self.inherited, self.last), t.status)
        return self._make(t, people, verb.start if people is self.inherited else people[0].i, t.j, "admit") if people else None

    def _term(self, t: _Trigger) -> Clause | None:
        """"received a 14-year term", "was given five years", "handed down sentences"."""
        verb = verb_group(self.doc, t.at, self.i)
        given = self.subjects.after(t.j, 0) if self.low[t.at] in ("handed", "gave", "given") else []
        if given and not verb_group(self.doc, t.at, self.i).be:  # "handed Cole a 57-month sentence"
            months, stop = custody.term(self.doc, given[-1].j, min(self.end, given[-1].j + 8))
            return self._make(t, given, t.at, stop, "term") if months is not None else None
        months, stop = custody.term(self.doc, t.j, min(self.end, t.j + 12))
        if months is None or verb.void or stop - t.j > 9:
            return None
        active_only = self.low[t.at] in ("received", "got", "starting", "serving")
        if verb.be and self.low[t.at] in ("received", "imposed"):
            return None
        if not active_only and not verb.be and verb.have:
            return None
        people = self._fit(self.subjects.before(verb.start, verb.number, not verb.be and not active_only, self.inherited, self.last), t.status)
        return self._make(t, people, verb.start if people is self.inherited else people[0].i, stop, "term") if people else None

    def _state(self, t: _Trigger) -> Clause | None:
        """"remain in custody", "is at large": a state needs its verb."""
        verb = verb_group(self.doc, t.at, self.i)
        if verb.void or self._inside(t.at):
            return None
        if self.low[t.at] in REMAIN:
            people = self._fit(self.subjects.before(t.at, REMAIN[self.low[t.at]], False, self.inherited, self.last), t.status)
            return self._make(t, people, people[0].i, t.j, "state") if people else None
        if t.at <= self.i + 2 and (inverted := self._inverted(t)):
            return inverted
        if not verb.be and not (self.low[t.at] in ("granted",) or self.sentence.kind in ("item", "heading") and t.status != "detained"):
            return None
        bare = not verb.be
        people = self._fit(self.subjects.before(verb.start, verb.number, bare, self.inherited, self.last), t.status)
        return self._make(t, people, verb.start if people is self.inherited else people[0].i, t.j, "state") if people else None

    def _agentive(self, t: _Trigger) -> Clause | None:
        """"Officers are trying to trace a fourth suspect"."""
        verb = verb_group(self.doc, t.at, self.i)
        objects = [group for group in self.subjects.after(t.j, 1) if group.role in ("person",)]
        if verb.void or not objects or objects[0].kind == "pronoun" and self.low[t.at] not in ("seeking",):
            return None
        warrant = "warrant" in self.low[t.at:t.j] or "warrants" in self.low[t.at:t.j] or "asking" in self.low[t.at:t.j]
        if any(group.role in ("victim", "other") for group in objects) or not verb.be and not warrant and self.low[t.at] not in ("continue", "want", "wish"):
            return None
        words = objects[0].words
        if words & {"witness", "witnesses", "anyone", "relatives", "residents", "members", "owner", "owners", "people"} and not words & {"wanted"}:
            return None
        agent = next((group for group in reversed(self.groups) if group.j <= verb.start), None)
        return self._make(t, objects, agent.i if agent and agent.role == "agent" else verb.start, objects[-1].j, "agentive")

    def _place(self, t: _Trigger) -> Clause | None:
        """"are in the county jail", "remains at the detention center"."""
        for k in range(t.at - 1, max(self.i, t.at - 7) - 1, -1):
            word = self.low[k]
            if word in ("in", "at", "inside"):
                verb = verb_group(self.doc, k, self.i)
                if verb.be and not verb.void and verb.finite:
                    people = self._fit(self.subjects.before(verb.start, verb.number, False, self.inherited, self.last), t.status)
                    return self._make(t, people, verb.start if people is self.inherited else people[0].i, t.j, "place") if people else None
                return None
            if not word[0].isalnum() or word in ("of", "to", "into", "from"):
                return None
        return None

    def _hurt(self, t: _Trigger) -> Clause | None:
        """"had gunshot injuries", "suffered serious injuries", "is in a critical condition"."""
        for k in range(t.at - 1, max(self.i, t.at - 9) - 1, -1):
            word = self.low[k]
            if word in ("suffered", "sustained", "sustaining", "suffering", "had", "received", "has", "have", "with", "in", "treated"):
                verb = k
                break
            if word in ("of", "cause", "causing", "inflicting", "occasioning", "no", "without") or word in (";", "."):
                return None
        else:
            return None
        if self.low[verb] in ("with", "in"):
            for k in range(verb - 1, max(self.i, verb - 7) - 1, -1):
                if self.low[k] in ("taken", "rushed", "airlifted", "conveyed", "left", "found", "remains", "remain", "is", "are", "was", "were", "transported"):
                    verb = k
                    break
            else:
                return None
        group = verb_group(self.doc, verb, self.i)
        if group.void:
            return None
        if self.low[verb] == "found" and not group.be:  # "found five people with gunshot wounds"
            objects = self.subjects.after(verb + 1, 1)
            return self._make(t, objects, verb, t.j, "hurt") if objects else None
        number = group.number or {"is": "one", "was": "one", "remains": "one", "are": "many", "were": "many"}.get(self.low[verb])
        people = self._fit(self.subjects.before(group.start, number, False, self.inherited, self.last), t.status)
        return self._make(t, people, verb if people is self.inherited else people[0].i, t.j, "hurt") if people else None

    def _none(self, t: _Trigger) -> None:
        return None

    def _noun(self, t: _Trigger) -> Clause | None:
        """"17 arrests", "made an arrest", "the arrest of two men", "Arrests: 43"."""
        after = self.low[t.j] if t.j < self.end else "."
        if after in ("warrant", "warrants", "rate", "rates", "figures", "powers", "attempt", "team", "teams", "records", "numbers", "record"):
            return None
        plural = self.low[t.j - 1].endswith("s")
        acting = self._headline_verb(t)
        if acting:
            return acting
        if after == "of" and t.status in TRANSITIVE_NOUNS:
            objects = self.subjects.after(t.j + 1, 2)
            if objects and not self._negated(t.at) and not self._planned(t.at):
                return self._make(t, self._fit(objects, t.status), t.at, objects[-1].j, "noun of", nominal=True)
        if after in ("issued", "made", "given") and self.low[t.j + 1:t.j + 2] in ([":"], ["–"], ["-"]):
            t.j, after = t.j + 1, ":"
        if after == "(" and self.low[t.j + 2:t.j + 3] == [")"] and t.at == self.i:
            after = ":"  # "Arrests (5)"
        if after in (":", "–", "-", "—", "|", "=") or self.sentence.kind == "row":
            k = t.j + (not after[0].isalnum())
            value = self.doc.value_at.get(k)
            if value and value.kind == "number" and value.i == k and (value.j >= self.end or not self.doc.raw[value.j][0].isalpha()):
                return self._counted(t, value.j, value, t.at)
        if after in ("totalled", "totaled", "numbered", "reached", "total") and (value := self._totalled(t)):
            return self._counted(t, value.j, value, t.at)
        return self._before_noun(t, plural)

    def _headline_verb(self, t: _Trigger) -> Clause | None:
        """"Deputies arrest 26 in roundup": the noun's form as a verb in the present."""
        if t.status != "arrested" or t.j - t.at != 1 or t.at == self.i or self.doc.value_at.get(t.at - 1) or self.low[t.at - 1] in (
                "to", "an", "the", "of", "house", "under", "no", "his", "her", "their", "and", "for", "each", "further", "any", "drug", "felony"):
            return None
        objects = self.subjects.after(t.j, 0)
        if objects and self._specific(objects[0]) and objects[0].kind in ("new", "bare", "name") and not self._planned(t.at):
            return self._make(t, objects, t.at, objects[-1].j, "headline verb")
        return None

    def _totalled(self, t: _Trigger):
        """"Arrests totalled 63"."""
        value = self.doc.value_at.get(t.j + 1)
        return value if value and value.kind == "number" and value.i == t.j + 1 else None

    def _before_noun(self, t: _Trigger, plural: bool) -> Clause | None:
        k, distinct = t.at, False
        for _ in range(5):
            value = self.doc.value_at.get(k - 1) if k > self.i else None
            if value and value.j == k and value.kind in ("number", "vague"):
                if self._planned(value.i) or self._negated(value.i) or value.number is not None and value.number != int(value.number):
                    return None
                if value.kind == "vague" and t.status != "arrested" or any(
                        t.status in clause.statuses and group.i <= value.i < group.j for clause in self.found for group in clause.groups):
                    return None
                distinct = distinct or self.low[value.i - 1] in ("further", "another") if value.i > self.i else distinct
                return self._counted(t, t.j, value, value.i, distinct)
            word = self.low[k - 1] if k > self.i else ""
            if word in ("further", "more", "additional", "other", "another"):
                distinct = True
            if not word or not word[0].isalpha() or word in ("had", "has", "have", "with", "of", "and", "the", "no", "any", "their", "his", "her", "to", "resisting", "for", "under", "or",
                                                             "these", "those", "in", "following", "after", "avoid", "evade", "resist", "house"):
                break
            if word in ("a", "an", "another", "one", "made"):
                made = "made" in self.low[max(self.i, k - 5):k] or "made" in self.low[t.j:t.j + 5]
                if made and t.status == "arrested" and not self._planned(t.at):
                    return self._counted(t, t.j, None, k - 1, word == "another", 1 if word != "made" else None)
                break
            k -= 1
        if plural and t.status == "arrested" and k == t.at:
            if self.low[t.j:t.j + 2] in (["were", "made"], ["have", "been"]) and not self._negated(t.at) and "made" in self.low[t.j:t.j + 4]:
                return self._counted(t, t.j, None, t.at, False, None)
        return None

    def _counted(self, t: _Trigger, j: int, value, i: int, distinct: bool = False, count: int | None = None) -> Clause:
        group = Group(i, t.j, "new", count, "exact", "person", "person", count != 1, distinct=distinct, numbered=True)
        if value is not None:
            group.count = None if value.number is None else int(value.number)
            group.modifier = value.modifier if value.kind != "vague" else "vague"
        return self._make(t, [group], i, j, "noun", nominal=True)

    def _of(self, t: _Trigger) -> Clause | None:
        """"the death of a 16-year-old boy", "the fatal shooting of Ana Ruiz"."""
        if self.low[t.j - 1] in ("shooting", "stabbing") and "fatal" not in self.low[max(self.i, t.at - 3):t.j]:
            return None
        if self.low[t.j:t.j + 1] != ["of"] or self._negated(t.at) or self.low[t.at - 1:t.at] in (["attempted"], ["of"], ["to"]):
            return None
        objects = [group for group in self.subjects.after(t.j + 1, 1) if group.role in ("person", "victim", "agent") and (
            group.names or group.kind == "new" and self._specific(group) and (group.ages or self.low[group.i] not in POSSESSIVE))]
        return self._make(t, objects, t.at, objects[-1].j, "death of", nominal=True) if objects else None

    def _nominal(self, t: _Trigger) -> Clause | None:
        """"Bail was refused": said of the person before."""
        if self.low[t.j:t.j + 1] == ["for"] and (people := self.subjects.after(t.j + 1, 1)):
            return self._make(t, people, t.at, people[-1].j, "bail")
        return self._make(t, self.inherited or [Group(t.at, t.at + 1, "carried")], t.at, t.j, "bail")

    # -- what several forms need --------------------------------------------------------------------------------------

    def _fit(self, people: list[Group], status: str) -> list[Group]:
        """Only people such a status can befall, as this text means them."""
        if status in ("injured", "killed", "safeguarded"):
            return [] if any(self.low[group.i] == "whose" for group in people) else people
        fit = [group for group in people if group.role != "other" and (group.role != "victim" or group.names)]
        return people if len(fit) == len(people) else fit

    def _negated(self, k: int) -> bool:
        return any(word in ("no", "not", "zero", "without", "nor", "n't", "nil") for word in self.low[max(self.i, k - 4):k])

    def _planned(self, k: int) -> bool:
        window = self.low[max(self.i, k - 5):k]
        return any(word in ("will", "would", "could", "may", "might", "further", "expect", "expected", "likely", "if") and word != "further"
                   for word in window) or "to make" in " ".join(window)

    def _make(self, t: _Trigger, people: list[Group], i: int, j: int, rule: str, nominal: bool = False) -> Clause | None:
        if not people:
            return None
        one = people[0]
        if one.partitive and one.count == 1 and one.i > self.i and self.low[one.i - 1] in ("was", "is") and len(people) == 1:
            said = next((group for group in reversed(self.groups) if group.j <= one.i and group.kind != "whole"), None)
            if said:  # "A boy aged 13 was one of three people arrested"
                one.who, one.ages, one.names, i = said.who or one.who, said.ages, said.names, said.i
        j = j if nominal else max(j, t.j)
        if not nominal and t.cover > j and self.low[t.cover - 1] not in ("suspicion", "allegedly", "over", "connection"):
            j = t.cover
        return Clause([t.status], people, t.at, i, j, self.end, rule, nominal=nominal, head=t.j)

    # -- complements --------------------------------------------------------------------------------------------------

    def _complements(self) -> None:
        """Offences and terms, each up to where the next clause begins."""
        for at, clause in enumerate(self.found):
            edge = self.end
            for later in self.found[at + 1:]:
                if later.rule in ("death of", "hurt"):
                    continue
                start = verb_group(self.doc, later.at, clause.at + 1).start if not later.nominal else later.i
                starts = [group.i for group in later.groups if clause.at < group.i < start and not any(group is own for own in clause.groups)]
                edge = min([start, *starts])
                break
            begin = max(clause.j if clause.nominal or clause.rule in ("active", "label", "term", "inverted", "headline verb") else 0, clause.head)
            if clause.rule != "list head":
                edge = min([edge, *(i for i in self.elliptic if i > clause.at and i >= begin)])
            clause.end = edge
            if clause.rule == "inverted" and len(clause.groups) == 1 and self.spread:
                continue
            if clause.statuses[0] == "sentenced":
                self._read_term(clause, begin, edge)
            if clause.statuses[0] in GOVERNING and clause.rule != "death of" and not clause.offences:
                self._read_offences(clause, begin, edge)

    def _spread(self) -> None:
        """"Also jailed were A (six years) and B (four years)": one clause each."""
        made = self.spread
        if made is None:
            return
        at = self.found.index(made)
        parts = []
        for group, following in zip(made.groups, [*(group.i for group in made.groups[1:]), self.end], strict=True):
            part = Clause(list(made.statuses), [group], made.at, group.i, group.j, following, "inverted", list(made.offences), head=group.j)
            if made.statuses[0] == "sentenced":
                part.months, stop = custody.term(self.doc, group.j, following)
                part.j = max(part.j, stop)
            parts.append(part)
        self.found[at:at + 1] = parts

    def _shared_objects(self) -> None:
        """"arrested and detained four men on charges of theft": both verbs govern the offence."""
        for first, second in zip(self.found, self.found[1:], strict=False):
            if first.rule == second.rule == "active" and not first.offences and second.offences and {*first.statuses, *second.statuses} == {
                    "arrested", "detained"} and first.groups[0] is second.groups[0]:
                first.offences, first.j = list(second.offences), second.j

    def _named_after(self, clause: Clause) -> None:
        """Names that a colon adds: "Three suspects remain at large: A, 33; B, 27; and C, 40"."""
        if len(clause.groups) != 1 or clause.groups[0].count == 1 or clause.nominal:
            return
        for k in range(clause.j, clause.end):
            if self.low[k] == ":":
                named = [group for group in self.subjects.after(k + 1, 1, True) if group.names or group.ages]
                if named:
                    clause.groups = clause.groups + named
                return

    def _read_term(self, clause: Clause, begin: int, edge: int) -> None:
        start = clause.head if clause.rule == "term" else begin
        months, stop = custody.term(self.doc, start, min(edge, start + 30))
        if months is None:
            return
        if clause.groups[0].count != 1 and "between" in self.low[max(self.i, clause.i - 4):clause.at] or \
                len(clause.groups) == 1 and clause.groups[0].count != 1 and custody.shared(self.doc, clause.at, stop + 2) or \
                custody.shared(self.doc, clause.at, stop) and clause.groups[0].count != 1:
            clause.j = max(clause.j, stop)
            return
        clause.months, clause.j = months, max(clause.j, stop)

    def _read_offences(self, clause: Clause, begin: int, edge: int) -> None:
        status = clause.statuses[0]
        starts = frozenset(group.i for later in self.found if later.at > clause.at for group in later.groups)
        if clause.rule == "admit" or self.low[clause.at] in ("face", "faces", "facing"):
            start = clause.head + (self.low[clause.head:clause.head + 1] == ["to"]) if clause.rule == "admit" else clause.at + 1
            self._take(clause, start, edge, starts, False)
            if self.low[self.end - 1] == ":" and edge == self.end and clause.rule != "admit":
                clause.listed, clause.j = True, self.end
            clause.offences = [name for name in clause.offences if name.split()[-1] not in INTRODUCED]
            return
        if clause.nominal and begin < edge and self.low[begin] == "(":
            closed = offences._closed(self.low, begin, edge)
            named, _ = offences.read(self.doc, begin + 1, closed - 1, starts)
            if offences.likely(named) or all(len(name.split()) < 3 for name in named) and not any(ch.isdigit() for name in named for ch in name):
                if named and not self.doc.value_at.get(begin + 1):
                    clause.offences, clause.j = named, closed
            return
        strong = STRONG.get(status, ())
        blocked = False
        k = begin
        while k < edge:
            word = self.low[k]
            if word in (";", ".") and not (word == "." and len(self.low[k - 1]) == 1):
                return
            blocked = blocked or word in WEAK_STOPS
            counted = self._counts(k, edge) if word in ("on", "to", "of", "with", "in") else None
            if counted and self._take(clause, counted, edge, starts, True):
                return
            for phrase in strong:
                if word == "with" and self.low[k - 1] in ("connection", "accordance", "together", "along", "compliance"):
                    continue
                if word == phrase[0] and tuple(self.low[k:k + len(phrase)]) == phrase and not (blocked and len(phrase) == 1) \
                        and not (word == "of" and len(phrase) == 1 and k > begin and self.low[k - 1] in DEATHS):
                    if self._take(clause, k + len(phrase), edge, starts, len(phrase) > 1 or k - begin < 14):
                        return
            if not blocked:
                for phrase in WEAK:
                    strict = len(phrase) == 3
                    if word == phrase[0] and tuple(self.low[k:k + len(phrase)]) == phrase and self._take(clause, k + len(phrase), edge, starts, False, strict):
                        return
            k += 1

    def _counts(self, k: int, edge: int) -> int | None:
        """The token after "on eight counts of", "to a charge of", "on charges including" at token k."""
        for at in range(k + 1, min(k + 7, edge - 1)):
            word = self.low[at]
            if word in INTRODUCED and self.low[at + 1] in ("of", "including", "alleging", "charging", "relating"):
                return at + 2
            if word in INTRODUCED and self.low[at + 1] == "related":
                return at + 3
            if not word[0].isalnum() and word != "-" or word in ("the", "and", "of") and at > k + 1:
                return None
        return None

    def _take(self, clause: Clause, start: int, edge: int, starts: frozenset[int], sure: bool, strict: bool = False) -> bool:
        """Reads the offences that start at a token into the clause; whether there were any.

        ``sure`` where the introduction allows nothing but offences; ``strict`` where it often introduces other things.
        """
        if start < edge and self.low[start] == ":" or start >= self.end and sure:
            clause.listed = sure
            clause.j = max(clause.j, min(start + 1, self.end))
            return sure
        value = self.doc.value_at.get(start)
        if value and value.i == start and value.kind in ("length", "date", "time", "money"):
            return False
        if any((v := self.doc.value_at.get(k)) and v.kind == "length" for k in range(start, min(edge, start + 5))) and not sure:
            return False
        named, stop = offences.read(self.doc, start, edge, starts)
        if self.low[stop:stop + 1] == [":"] and sure and (not named or named[0].startswith(("following", "offences", "charges"))):
            clause.listed, clause.j = True, max(clause.j, stop + 1)
            return True
        named = [name for name in named if name not in ("following", "following charges", "following offences", "offences", "charges", "crimes",
                                                         "following offenses", "offence", "same offence", "same offences", "same", "counts")]
        if not named or not (sure or offences.likely(named, strict)):
            return False
        clause.offences, clause.j = named, max(clause.j, stop)
        return True

    def _alternatives(self) -> list[Clause]:
        """"12 were charged, recalled or appeared in court": one count that covers alternatives."""
        merged: list[Clause] = []
        for clause in self.found:
            start = verb_group(self.doc, clause.at, self.i).start
            joint = self.low[start - 1] if start > self.i else ""
            if joint == "or" and merged and clause.groups is merged[-1].groups and not clause.nominal:
                chain = [clause]
                while merged and merged[-1].groups is clause.groups and (len(chain) == 1 or self._comma_between(merged[-1], chain[0])):
                    chain.insert(0, merged.pop())
                first = chain[0]
                first.statuses = [status for part in chain for status in part.statuses]
                first.j, first.either = chain[-1].j, True
                merged.append(first)
                continue
            merged.append(clause)
        return merged

    def _comma_between(self, left: Clause, right: Clause) -> bool:
        between = self.low[left.head:right.at]
        return "," in between and "and" not in between and not any(word in ADVERBS and word == "then" for word in between)
