"""States and conditions of people: "remain in custody", "had gunshot injuries", "officers are looking for a man"."""

from functools import lru_cache

from beatbook.grammar.clause_base import Clause
from beatbook.grammar.people import Group
from beatbook.grammar.triggers import Trigger
from beatbook.grammar.verb_forms import VerbForms
from beatbook.grammar.verbgroups import FINITE, REMAIN, verb_group
from beatbook.lexicons import rows

STAYING = frozenset("remain stay".split())
LEFT = frozenset("with left leaving leaves saw sees".split())
TREATED = (["taken"], ["rushed"], ["airlifted"], ["treated"], ["transported"], ["flown"], ["hospitalised"])
WANTED_FOR = frozenset("for by on in over since under after".split())
FOUND = frozenset("potential missing endangered trafficked exploited kidnapped abducted runaway stranded".split())
LONGING = frozenset("continue want wants wish hoping keen need still yet eager anxious".split())
HOME_REACH = 26  # tokens from "removed" over whom it was to where
HOME = (["home", "country"], ["home", "countries"], ["native", "country"],
        ["country", "of", "origin"], ["countries", "of", "origin"])


@lru_cache(1)
def _countries() -> frozenset[str]:
    return frozenset(row["term"] for row in rows("places") if row["kind"] == "country")


class StateForms(VerbForms):
    """The forms "state", "place", "hurt", "agentive" and "finding" of ``outcomes.csv``."""

    def _state(self, t: Trigger) -> Clause | None:
        """ "remain in custody", "is at large": a state needs its verb."""
        verb = verb_group(self.doc, t.at, self.i)
        staying = t.status in ("detained", "remanded") and self.low[t.at - 1] in STAYING
        if verb.void and staying and "until" in self.low[t.j : t.j + 2]:
            t.status, verb = "remanded", verb._replace(void=False)  # "will remain behind bars until a hearing"
        if staying and t.status == "remanded":
            verb = verb._replace(void=False, number=None)  # "will remain on remand"
        if verb.void or self._inside(t.at):
            return None
        if self.low[t.at] in REMAIN and "outstanding" not in self.low[t.at : t.j]:
            people = self._fit(
                self.subjects.before(t.at, REMAIN[self.low[t.at]], False, self.inherited, self.last), t.status
            )
            return self._make(t, people, people[0].i, t.j, "state") if people else None
        if t.at <= self.i + 2 and (inverted := self._inverted(t)):
            return inverted
        if not verb.be and self.low[t.at] in ("wanted", "sought") and (sought := self._sought(t)):
            return sought
        if not verb.be and (left := self._left(t)):
            return left
        if not verb.be and not (
            self.low[t.at] in ("granted",) or (self.sentence.kind in ("item", "heading") and t.status != "detained")
        ):
            return None
        bare = not verb.be
        outstanding = "outstanding" in self.low[t.at : t.j]
        people = self._fit(self.subjects.before(verb.start, verb.number, bare, self.inherited, self.last), t.status)
        if not people or (outstanding and people[0].kind == "bare" and not people[0].partitive):
            return None  # "Three remain outstanding": of the guns
        return self._make(t, people, verb.start if people is self.inherited else people[0].i, t.j, "state")

    def _left(self, t: Trigger) -> Clause | None:
        """ "ended with five people behind bars", "left three men in custody": people right before their state."""
        group = next((group for group in self.groups if group.j == t.at and group.kind in ("new", "bare")), None)
        if group is None or not group.count or group.i == self.i or self.low[group.i - 1] not in LEFT:
            return None
        return self._make(t, self._fit([group], t.status), group.i, t.j, "state")

    def _sought(self, t: Trigger) -> Clause | None:
        """ "arrested a man wanted for robbery": people whom a reduced clause says are wanted."""
        behind = t.j + (t.j < self.end and self.low[t.j].endswith("ly"))  # "wanted internationally for murder"
        if behind >= self.end or self.low[behind] not in WANTED_FOR:
            return None
        for group in reversed(self.groups):
            if group.j > t.at:
                continue
            near = t.at - group.j < 8 and FINITE.isdisjoint(self.low[group.j : t.at])
            if not near or not (self._specific(group) or group.names) or group.role != "person":
                return None
            if group.kind in ("new", "bare", "name", "definite") and not self._is_residence_of(group):
                return self._make(t, [group], group.i, t.j, "wanted")
        return None

    def _is_residence_of(self, group: Group) -> bool:
        """Whether a name without age behind "of" or "from" is where the person before lives."""
        return group.kind == "name" and not group.ages and self.low[group.i - 1] in ("of", "from", "in")

    def _agentive(self, t: Trigger) -> Clause | None:
        """ "Officers are trying to trace a fourth suspect"."""
        verb = verb_group(self.doc, t.at, self.i)
        objects = [group for group in self.subjects.after(t.j, 1) if group.role in ("person",)]
        if verb.void or not objects or (objects[0].kind == "pronoun" and self.low[t.at] not in ("seeking",)):
            return None
        warrant = (
            "warrant" in self.low[t.at : t.j] or "warrants" in self.low[t.at : t.j] or "asking" in self.low[t.at : t.j]
        )
        if any(group.role in ("victim", "other") for group in objects) or (
            not verb.be and not warrant and self.low[t.at] not in LONGING
        ):
            return None
        words = objects[0].words
        if words & {
            "witness",
            "witnesses",
            "anyone",
            "relatives",
            "residents",
            "members",
            "owner",
            "owners",
            "people",
        } and not words & {"wanted"}:
            return None
        if warrant and objects[0].plural and objects[0].count is None and objects[0].modifier == "exact":
            self._as_warrants(t, objects[0])
        agent = next((group for group in reversed(self.groups) if group.j <= verb.start), None)
        return self._make(
            t, objects, agent.i if agent and agent.role == "agent" else verb.start, objects[-1].j, "agentive"
        )

    def _as_warrants(self, t: Trigger, group: Group) -> None:
        """ "Three European arrest warrants were issued for suspects": as many as the warrants."""
        for k in range(t.at - 1, max(self.i, t.at - 5) - 1, -1):
            value = self.value(k)
            if value and value.kind == "number" and value.number:
                group.count, group.numbered, group.modifier = int(value.number), True, value.modifier
                return

    def _place(self, t: Trigger) -> Clause | None:
        """ "are in the county jail", "remains at the detention center"."""
        for k in range(t.at - 1, max(self.i, t.at - 7) - 1, -1):
            word = self.low[k]
            if word in ("in", "at", "inside"):
                verb = verb_group(self.doc, k, self.i)
                if verb.be and not verb.void and verb.finite:
                    people = self._fit(
                        self.subjects.before(verb.start, verb.number, False, self.inherited, self.last), t.status
                    )
                    return (
                        self._make(t, people, verb.start if people is self.inherited else people[0].i, t.j, "place")
                        if people
                        else None
                    )
                return None
            if not word[0].isalnum() or word in ("of", "to", "into", "from"):
                return None
        return None

    def _hurt(self, t: Trigger) -> Clause | None:
        """ "had gunshot injuries", "suffered serious injuries", "is in a critical condition"."""
        for k in range(t.at - 1, max(self.i, t.at - 9) - 1, -1):
            word = self.low[k]
            if word in (
                "suffered",
                "sustained",
                "sustaining",
                "suffering",
                "had",
                "received",
                "has",
                "have",
                "with",
                "in",
                "treated",
            ):
                verb = k
                break
            if word in ("of", "cause", "causing", "inflicting", "occasioning", "no", "without") or word in (";", "."):
                return None
        else:
            return None
        if self.low[verb] in ("with", "in"):
            for k in range(verb - 1, max(self.i, verb - 7) - 1, -1):
                if self.low[k] == "left" and k + 1 < verb and not verb_group(self.doc, k, self.i).be:
                    objects = self.subjects.after(k + 1, 1)  # "left a girl with injuries"
                    near = objects and objects[-1].j in (verb, verb - (self.low[verb - 1] == ","))
                    return self._make(t, objects, k, t.j, "hurt") if near else None
                if self.low[k] in (
                    "taken",
                    "rushed",
                    "airlifted",
                    "conveyed",
                    "left",
                    "found",
                    "remains",
                    "remain",
                    "is",
                    "are",
                    "was",
                    "were",
                    "transported",
                ):
                    verb = k
                    break
            else:
                return self._hurt_before(t, verb)
        group = verb_group(self.doc, verb, self.i)
        if group.void:
            return None
        if self.low[verb] == "found" and not group.be:  # "found five people with gunshot wounds"
            objects = self.subjects.after(verb + 1, 1)
            return self._make(t, objects, verb, t.j, "hurt") if objects else None
        number = group.number or {"is": "one", "was": "one", "remains": "one", "are": "many", "were": "many"}.get(
            self.low[verb]
        )
        people = self._fit(self.subjects.before(group.start, number, False, self.inherited, self.last), t.status)
        return self._make(t, people, verb if people is self.inherited else people[0].i, t.j, "hurt") if people else None

    def _hurt_before(self, t: Trigger, k: int) -> Clause | None:
        """ "A man with a broken ankle was taken to hospital": the injury told before the verb."""
        group = next((group for group in self.groups if group.j == k and group.kind in ("new", "bare", "name")), None)
        if group is None or self.low[t.j : t.j + 1] not in (["was"], ["were"]):
            return None
        treated = self.low[t.j + 1 : t.j + 2] in TREATED
        return self._make(t, [group], group.i, t.j, "hurt") if treated else None

    def _finding(self, t: Trigger) -> Clause | None:
        """ "recovered a missing girl": people found who were missing or exploited."""
        objects = self.subjects.after(t.j, 1)
        verb = verb_group(self.doc, t.at, self.i)
        if verb.be and verb.finite and not verb.void:  # "Two girls reported missing were located"
            people = self.subjects.before(verb.start, verb.number, False, self.inherited, self.last)
            if people and any(group.words & FOUND or FOUND & set(self.low[group.j : t.at]) for group in people):
                return self._make(t, people, people[0].i, t.j, "passive")
            return None
        victims = self.low[t.at] == "identified" and objects and objects[0].role == "victim" and objects[0].numbered
        if not objects or not (victims or any(group.words & FOUND for group in objects)) or verb.void:
            return None
        return self._make(t, objects, t.at, objects[-1].j, "active")

    def _homeward(self, t: Trigger) -> Clause | None:
        """ "removed Ana Ruiz, 34, a citizen of Peru, to Peru", "were sent back to Albania": to a country or home."""
        for k in range(t.j, min(self.end - 1, t.j + HOME_REACH)):
            word = self.low[k]
            if word in (".", ";") or word in FINITE:
                return None
            if word != "to":
                continue
            to = k + 1 + (self.low[k + 1] in ("the", "his", "her", "their"))
            ends = range(min(to + 3, self.end), to, -1)
            where = next((end for end in ends if self._home_or_abroad(to, end)), None)
            service = where is not None and where < self.end and self.doc.raw[where][0].isupper()
            if where is None or service:
                return None  # "handed over to the Ghana Immigration Service"
            t.cover = max(t.cover, where)
            return self._part(t)
        return None

    def _home_or_abroad(self, i: int, j: int) -> bool:
        """Whether tokens [i, j) are a country's name or "home country"."""
        return self.low[i:j] in HOME or " ".join(self.doc.words(i, j).split()) in _countries()

    def _none(self, t: Trigger) -> None:
        return None
