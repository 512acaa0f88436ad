"""Status verbs: participles (passive, active, bare), verbs, states and what else takes people as subject or object."""

from beatbook.grammar import custody, offences
from beatbook.grammar.clause_base import Clause
from beatbook.grammar.participle_subjects import ParticipleSubjects
from beatbook.grammar.people import Group
from beatbook.grammar.triggers import Trigger
from beatbook.grammar.verbgroups import FINITE, VerbGroup, verb_group

PUBLISHED = frozenset(
    "the a an this its images image footage video details statement cctv photos photographs following new data "
    "figures".split()
)
TIMES = frozenset(
    "day days week month year night morning afternoon evening same following next previous weekend time hour moment "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
JAILED = frozenset("custody remand bond bail jail prison detention".split())
# statuses that "is" and "are" state as facts: "is charged"; "people are fined every day" is none
PRESENT = frozenset(
    "charged detained wanted interviewed remanded bailed injured released_under_investigation arrested released".split()
)
UNDERWAY = frozenset(("arrested", "released", "injured"))  # these need "is being"
ACCUSING = frozenset(
    "charge charges indictment indictments complaint complaints information summonses superseding guilty".split()
)
INVERTED_REACH = 18
PROCESSES = frozenset("sentencing jailing imprisonment charging".split())
LED_TO = frozenset(
    "led leading leads resulted resulting results secured securing ended ending culminated culminating saw seen "
    "following after brought produced conviction convictions arrest arrests via including".split()
)
OWN = frozenset("his her their the all both".split())
TOLD_GUILT = frozenset("part parts role roles involvement offence offences offense offenses charge charges".split())
INTERVIEWING = frozenset("interview interviews interviewed police officers detectives investigators that".split())
TOOK = frozenset("took needed hours minutes days".split())  # "It took the jury two hours to find …"
SEIZING = frozenset("picked caught brought hauled swept".split())  # what others do as well as the police
CAPTIVE = frozenset("him her them hostage captive prisoner".split())
CATCHING = frozenset("arresting detaining apprehending capturing handcuffing".split())
TAKING = frozenset("received got starting serving will would must begin begins began begun started beginning".split())
POLICE = frozenset("police officers detectives agents deputies troopers gardaí customs members".split())


class VerbForms(ParticipleSubjects):
    """The participles and verbs of ``outcomes.csv``."""

    def _part(self, t: Trigger) -> Clause | None:
        """A participle: passive, active, or bare."""
        if self._inside(t.at):
            return None
        verb = verb_group(self.doc, t.at, self.i)
        if verb.void:
            return None
        if verb.be:
            general = verb.present and "being" not in self.low[verb.start : t.at] and not self._present_ok(t)
            return None if general else self._participle(t, verb)
        if self.low[t.at : t.j] == ["held"] and self.low[t.j : t.j + 1] and self.low[t.j] in CAPTIVE:
            return None  # "who snatched a student and held him for ransom"
        objects = self._objects(t, verb.have)
        taking = self.low[t.at] in ("picked", "caught") or (objects and objects[0].kind == "bare")
        if objects and taking and self.low[t.at] in SEIZING and not self._by_police(t.at):
            return None  # "The taxi picked up two passengers"
        if objects:
            if self.low[t.at] == "held":
                t.status = "arrested"  # "the unit held a Nigerian"
            if t.status == "injured" and self.low[objects[-1].j : objects[-1].j + 2] == ["to", "death"]:
                t.status = "killed"  # "knifed a boy to death"
            return self._make(t, objects, min(verb.start, objects[0].i), objects[-1].j, "active")
        if self._colon(t):
            return self._labelled(t)
        if self.low[t.at] == "returned" and not (self.inherited and self.low[t.at - 1] == "and"):
            return None  # "he returned to Mexico"; not "was arrested and returned to prison"
        if verb.have or (self.low[t.at] != "facing" and self._takes_thing(t)):
            return None
        return self._inverted(t) or self._participle(t, verb)

    def _event(self) -> bool:
        """Whether the sentence opens with an operation, which is "held" on a day."""
        return self.low[self.i] in ("operation", "exercise", "op")

    def _by_police(self, at: int) -> bool:
        """Whether officers act before token ``at``."""
        acting = any(group.role == "agent" and group.j <= at for group in self.groups)
        return acting or not POLICE.isdisjoint(self.low[self.i : at])

    def _participle(self, t: Trigger, verb: VerbGroup) -> Clause | None:
        """A participle about its subject: "Two men were arrested", "Two men arrested after raid"."""
        if self.low[t.at : t.j] == ["found"] or (self.low[t.at] == "held" and not verb.be and self._event()):
            return None
        doing = self.low[t.j : min(t.j + 2, self.end)]
        if self.low[t.at : t.j] == ["caught"] and any(word.endswith("ing") for word in doing):
            return None  # "were caught speeding", "were caught hare coursing"
        people = self._fit(self._subject(t, verb), t.status)
        known = people and people[0].kind == "pronoun" and self.low[t.j : t.j + 1] == ["when"]
        if known and self.low[t.at] == "caught":
            return None  # "They were caught when …": told of those whose arrest is known
        if not people:
            people = self._fronted(t) or self._carried(t, verb) or self._by_trade(t, verb)
            if not people:
                return self._list_head(t, verb)
        if not verb.be and people[0].kind == "new" and not self._specific(people[0]):
            return None
        bare_held = self.low[t.at : t.j] == ["held"] and not verb.be and people is not self.inherited
        if bare_held and JAILED.isdisjoint(self.low[t.j : t.j + 5]):
            t.status = "arrested"  # headline: "Two held after raid"
        shared = self.found and any(group.j > verb.start or group.i < self.last for group in people)
        start = verb.start if shared else min(people[0].i, verb.start)
        made = self._make(t, people, start, t.j, "passive" if verb.be else "bare")
        if made and people[-1].kind == "definite" and not people[-1].ages:
            made.restrictive = self.low[people[-1].j : verb.start] == ["who"]
        return made

    def _takes_thing(self, t: Trigger) -> bool:
        """Whether a participle without auxiliary is an active verb about things: "She cited the rise in thefts"."""
        k = t.j
        if self.low[t.at : t.j] == ["released"] and k < self.end and self.low[k] in PUBLISHED:
            return True  # "released images"
        if k + 1 >= self.end or self.low[k] not in ("the", "a", "an", "its") or self.low[t.at] in ("given", "handed"):
            return False  # who is given "a community order"
        return TIMES.isdisjoint(self.low[k + 1 : k + 3])

    def _inverted(self, t: Trigger) -> Clause | None:
        """ "Also charged are A, 31, and B, 30", "Arrested were: …", "Among those charged: A, 44; B, 39"."""
        if t.at > self.i + 3 or any(group.j <= t.at and group.kind != "whole" for group in self.groups):
            return None
        if any(group.kind == "whole" and group.numbered and group.j in (t.at, t.j) for group in self.groups):
            return None  # "Of the 31 arrested, six were juveniles"
        if self.low[t.j : t.j + 1] in ([":"], ["–"]) and t.at > self.i and (made := self._listed_after(t, t.j, t.j)):
            return made
        for k in range(t.j, min(self.end - 1, t.j + INVERTED_REACH)):
            word = self.low[k]
            if word == ":" and t.at == self.i:  # "Arrested on suspicion of murder: a 33-year-old man"
                return self._listed_after(t, k + 1, k)
            if word == "as" and self.low[k - 1] in ("identified", "named"):
                return self._listed_after(t, k + 1, t.j)  # "Those arrested have been identified as …"
            if word in ("is", "are", "was", "were") and self.low[k + 1] not in ("identified", "named"):
                return self._inverted_verb(t, k)
            told = word in ("he", "she", "they") and self.low[k - 1] not in ("as", "when", "while", "after")
            if word in (".", ";", "who") or told:
                return None
        return None

    def _listed_after(self, t: Trigger, k: int, edge: int) -> Clause | None:
        """The clause about the people named or described from token k on; its offences end before ``edge``."""
        people = [group for group in self.subjects.after(k, 1, True) if group.names or group.ages]
        made = self._make(t, people, t.at, people[0].j, "inverted") if people else None
        if made:
            self._read_offences(made, t.j, edge)
            self.spread = made if len(people) > 1 else None
        return made

    def _inverted_verb(self, t: Trigger, k: int) -> Clause | None:
        """ "Also charged with fraud are A, 31, and B, 30": the verb at token k."""
        people = self._fit(self.subjects.after(k + 1, 3, True), t.status)
        if people and people[-1].names:
            last = people[-1].j
            people = people + [g for g in self.groups if g.i > last and g.ages and g.kind in ("name", "new")]
        if not people or self.low[k + 1] == "the" or not (people[0].names or people[0].kind == "new"):
            return None
        made = self._make(t, people, t.at, people[-1].j, "inverted")
        if made:
            self._read_offences(made, t.j, k)
            made.j = people[0].j
            if len(people) > 1 and people[0].names:
                self.spread = made
        return made

    def _present_ok(self, t: Trigger) -> bool:
        """ "is charged", "are detained" state facts; "people are arrested every day" does not."""
        if t.status not in PRESENT:
            return False
        underway = "being" in self.low[t.at - 2 : t.at] or self.sentence.kind == "heading" or self.low[t.at] == "under"
        return underway or t.status not in UNDERWAY

    def _objects(self, t: Trigger, have: bool) -> list[Group]:
        objects = self.subjects.after(t.j, 3, t.at == self.i)
        if not objects and t.j < self.end and self.low[t.j] in ("and", ",", "or"):
            other = next((o for o in self.triggers if t.j < o.at <= t.j + 3 and o.form == "part"), None)
            if other and not verb_group(self.doc, other.at, t.j).be:  # "have arrested and charged three people"
                objects = self.subjects.after(other.j, 3)
        if not objects:
            return []
        if self.low[t.at : t.j] == ["found"] and not self._guilty_behind(objects[-1].j):
            return []
        told = ("he", "she", "they") if self._all_told(objects[0].i, self.end) else ("he", "she", "they", "both")
        if objects[0].kind == "pronoun" and self.low[objects[0].i] in told and not have:
            return []
        if (
            self.low[t.at] in ("wanted", "held")
            and not have
            and not (
                self.low[t.at] == "held" and (objects[0].names or (objects[0].kind == "new" and objects[0].count == 1))
            )
        ):
            return []
        return objects

    def _guilty_behind(self, k: int) -> bool:
        """Whether a verdict follows at token k, behind an age and address: "found Cole, of Reno, guilty"."""
        behind = self.low[k : min(self.end, k + 12)]
        at = behind.index("guilty") if "guilty" in behind else None
        return at is not None and FINITE.isdisjoint(behind[:at])

    def _acting(self, t: Trigger) -> Clause | None:
        """A form that only acts on people: "the indictment charges twelve people", "arresting two men"."""
        objects = self._fit(self.subjects.after(t.j, 1), t.status)
        if objects and self.low[t.at] in ("refused", "denied"):  # "refused him bail"
            bail = self.low[objects[-1].j : objects[-1].j + 1] == ["bail"]
            return self._make(t, objects, t.at, objects[-1].j + 1, "active") if bail else None
        them = objects and objects[0].kind == "pronoun" and self.low[t.j : t.j + 1] in (["him"], ["her"], ["them"])
        accusing = self.low[t.at] in ("charging", "indicting") and self.low[t.j + 1 : t.j + 2] == ["with"]
        if them and (accusing or (self.low[t.at] in CATCHING and self.low[t.at - 1] == "before")):
            return self._make(t, objects, t.at, objects[-1].j, "active")  # "a complaint charging him with fraud"
        if (
            not objects
            or objects[0].kind == "pronoun"
            or not all(self._specific(group) or group.names for group in objects)
        ):
            return None
        if self.low[t.at] == "charges" and objects[0].kind == "bare":
            return None
        verdict = self.low[t.at] in ("finding", "find", "finds")
        if verdict and not self._guilty_behind(objects[-1].j):
            return None
        if self.low[t.at] in ("naming", "names") and ACCUSING.isdisjoint(self.low[max(self.i, t.at - 9) : t.j]):
            return None
        verb = verb_group(self.doc, t.at, self.i)
        if verdict and self.low[t.at - 1] == "to":
            asked = TOOK.isdisjoint(self.low[self.i : t.at])  # "asked the jury to find him guilty"
            return None if asked else self._make(t, objects, t.at, objects[-1].j, "active")
        if verb.void or (
            self.low[t.j - 1] not in ("against", "of")
            and self.low[t.at - 1 : t.at]
            in (["to"], ["of"], ["for"], ["the"], ["face"], ["faces"], ["facing"], ["felony"], ["drug"])
        ):
            return None
        process = self.low[t.at] in PROCESSES and self.low[t.j - 1] == "of"
        if process and LED_TO.isdisjoint(self.low[max(self.i, t.at - 8) : t.at]):
            return None  # "the sentencing of two men was put off"
        if self.low[t.at] == "killing" and objects[0].kind == "definite":
            return None
        return self._make(t, objects, t.at, max(objects[-1].j, t.cover), "active")

    def _colon(self, t: Trigger) -> bool:
        end = max(t.j, t.cover)
        return end < self.end and self.low[end] in (":", "–", "-", "—") and t.at == self.i

    def _labelled(self, t: Trigger) -> Clause | None:
        """ "Arrested: 43", "Charged – 12"."""
        if not self._colon(t):
            return None
        for group in self.groups:
            if group.i == max(t.j, t.cover) + 1 and group.kind in ("bare", "new", "name"):
                return self._make(t, [group], t.at, group.j, "label")
        return None

    def _verb(self, t: Trigger) -> Clause | None:
        verb = verb_group(self.doc, t.at, self.i)
        if verb.void and t.status == "appeared_in_court" and "charges" in self.low[t.j : min(self.end, t.j + 16)]:
            t.status = "charged"  # "will make their first appearance on charges of theft"
        elif verb.void or self.low[t.at] == "make":
            return None
        if self.low[t.at : t.j] == ["took"]:  # "took three men into custody"
            objects = self.subjects.after(t.at + 1, 2)
            return self._make(t, objects, t.at, max(objects[-1].j, t.j), "active") if objects else None
        if self.low[t.at] == "drowned" and self.subjects.after(t.j, 1):
            return None  # "drowned her two children"
        people = self._fit(self.subjects.before(verb.start, verb.number, False, self.inherited, self.last), t.status)
        if t.status in ("cautioned", "appeared_in_court") and any(group.role == "agent" for group in people):
            return None  # "Officers received a warning"
        people = people or self._fronted(t)
        if not people or (t.status == "released" and people[0].kind == "pronoun"):
            return None  # "He will face no action": who gave up his gun
        if t.status == "charged" and self.low[t.at] in ("face", "faces") and not self._facing(t):
            return None
        head = verb.start if people is self.inherited else people[0].i
        return self._make(t, people, head, t.j, "verb")

    _head = _verb

    def _facing(self, t: Trigger) -> bool:
        """ "faces one count of", not "faces a maximum sentence"."""
        return not any(
            word in ("maximum", "minimum", "years", "life", "sentence", "if") for word in self.low[t.at : t.j]
        )

    def _gerund(self, t: Trigger) -> Clause | None:
        verb = verb_group(self.doc, t.at, self.i)
        people = self._fit(self.subjects.before(verb.start, None, False, self.inherited, self.last), t.status)
        if not people:
            for group in self.groups:  # "After pleading guilty, Cole was jailed"
                if group.i >= t.j and not self.subjects._prepositional(group):
                    people = [group]
                    break
        return self._make(t, people, t.at, t.j, "gerund") if people else None

    def _admit(self, t: Trigger) -> Clause | None:
        verb = verb_group(self.doc, t.at, self.i)
        if verb.be or verb.void:
            return None
        t.j = self._behind_date(t.j)
        start = t.j + (self.low[t.j : t.j + 1] == ["to"])
        named, _ = offences.read(self.doc, start, self.end, frozenset(group.i for group in self.groups if group.names))
        if not (
            self._all_told(start, self.end) or self._own_guilt(start) or (named and offences.likely(named))
        ) or self.low[start : start + 1] in (["that"], ["he"], ["she"], ["they"]):
            return None
        people = self._fit(self.subjects.before(verb.start, verb.number, False, self.inherited, self.last), t.status)
        people = people or self._fronted(t)
        return (
            self._make(t, people, verb.start if people is self.inherited else people[0].i, t.j, "admit")
            if people
            else None
        )

    def _own_guilt(self, k: int) -> bool:
        """ "admitted their part in the plot", "admitted the offences"; not what was told in an interview."""
        told = TOLD_GUILT.intersection(self.low[k : min(k + 4, self.end)])
        owned = self.low[k : k + 1] and self.low[k] in OWN
        return bool(told) and bool(owned) and INTERVIEWING.isdisjoint(self.low[k : min(k + 9, self.end)])

    def _behind_date(self, k: int) -> int:
        """The "to" behind a day or court at token k: "admitted in October to conspiracy"; else k itself."""
        if k >= self.end or self.low[k] not in ("in", "on", "at", "last", "earlier", "yesterday", "today"):
            return k
        to = next((at for at in range(k + 1, min(self.end, k + 9)) if self.low[at] == "to"), k)
        return to if FINITE.isdisjoint(self.low[k:to]) and "," not in self.low[k:to] else k

    def _term(self, t: Trigger) -> Clause | None:
        """ "received a 14-year term", "was given five years", "handed down sentences"."""
        verb = verb_group(self.doc, t.at, self.i)
        given = self.subjects.after(t.j, 0) if self.low[t.at] in ("handed", "gave", "given") else []
        if given and not verb_group(self.doc, t.at, self.i).be:  # "handed Cole a 57-month sentence"
            months, stop = custody.term(self.doc, given[-1].j, min(self.end, given[-1].j + 8))
            return self._make(t, given, t.at, stop, "term") if months is not None else None
        months, stop = custody.term(self.doc, t.j, min(self.end, t.j + 12))
        if months is None or verb.void or stop - t.j > 9:
            return None
        active_only = self.low[t.at] in TAKING
        if verb.be and self.low[t.at] in ("received", "imposed"):
            return None
        if not active_only and not verb.be and verb.have:
            return None
        people = self._fit(
            self.subjects.before(verb.start, verb.number, not verb.be and not active_only, self.inherited, self.last),
            t.status,
        )
        return (
            self._make(t, people, verb.start if people is self.inherited else people[0].i, stop, "term")
            if people
            else None
        )
