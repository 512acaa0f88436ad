"""Status nouns: "17 arrests", "the arrest of two men", "Arrests: 43", "the death of a boy", "bail was refused"."""

from beatbook.grammar import offences
from beatbook.grammar.clause_base import Clause, ClauseReader
from beatbook.grammar.people import POSSESSIVE, Group
from beatbook.grammar.triggers import Trigger

LONGEST_LABEL = 16
LABEL_MARKS = frozenset(": – — - | =".split())
LABEL_STOPS = frozenset("; | , •".split())
LABEL_WORDS = frozenset("total number numbers of the overall no in all so far to date from on by".split())
TRANSITIVE_NOUNS = frozenset(("arrested", "convicted", "detained", "deported", "charged", "recalled"))


class NounForms(ClauseReader):
    """The forms "noun", "of" and "nominal" of ``outcomes.csv``."""

    def _noun(self, t: Trigger) -> Clause | None:
        """ "17 arrests", "made an arrest", "the arrest of two men", "Arrests: 43"."""
        after = self.low[t.j] if t.j < self.end else "."
        if after in (
            "warrant",
            "warrants",
            "rate",
            "rates",
            "figures",
            "powers",
            "attempt",
            "team",
            "teams",
            "records",
            "numbers",
            "record",
        ):
            return None
        plural = self.low[t.j - 1].endswith("s")
        acting = self._headline_verb(t)
        if acting:
            return acting
        if after == "of" and t.status in TRANSITIVE_NOUNS:
            objects = self.subjects.after(t.j + 1, 2)
            warrant = {"warrant", "warrants"} & set(self.low[max(self.i, t.at - 12) : t.at])
            if warrant and self.low[max(self.i, t.at - 2) : t.at - 1] == ["for"]:
                t.status = "wanted"  # "a warrant has been issued for the arrest of …"
            if objects and not self._negated(t.at) and not self._planned(t.at):
                return self._make(t, self._fit(objects, t.status), t.at, objects[-1].j, "noun of", nominal=True)
        if self.low[t.j - 1] in ("indictment", "indictments"):
            return None  # it counts documents
        if after in ("issued", "made", "given") and self.low[t.j + 1 : t.j + 2] in ([":"], ["–"], ["-"]):
            t.j, after = t.j + 1, ":"
        if after == "(" and self.low[t.j + 2 : t.j + 3] == [")"] and t.at == self.i:
            after = ":"  # "Arrests (5)"
        if after in (":", "–", "-", "—", "|", "=") or self.sentence.kind == "row":
            k = t.j + (not after[0].isalnum())
            value = self.value(k)
            closed = value and (value.j >= self.end or not self.doc.raw[value.j][0].isalpha())
            if closed and value.kind == "number" and value.i == k:
                return self._counted(t, value.j, value, t.at)
        if after in ("totalled", "totaled", "numbered", "reached", "total") and (value := self._totalled(t)):
            return self._counted(t, value.j, value, t.at)
        return self._before_noun(t, plural)

    def _label(self, t: Trigger) -> Clause | None:
        """ "People charged: 4", "Number of drivers arrested for drink-driving – 7", "Released on bail | 22"."""
        i = next((k + 1 for k in range(t.at - 1, self.i - 1, -1) if self.low[k] in LABEL_STOPS), self.i)
        end = next((k for k in range(t.j, self.end) if self.low[k] in LABEL_STOPS), self.end)
        return self._label_within(t, i, end) or (self._label_within(t, self.i, self.end) if end < self.end else None)

    def _label_within(self, t: Trigger, i: int, end: int) -> Clause | None:
        if end - i > LONGEST_LABEL:
            return None
        value = next((value for value in reversed(self.sentence.values) if t.j <= value.i < end), None)
        if value is None or value.kind != "number" or not self._only_people(value.j, end):
            return None
        mark = value.i - 1
        marked = self.low[mark] in LABEL_MARKS
        if not (marked or self.sentence.kind == "row") or not self._only_people(i, t.at):
            return None
        edge = mark if marked else value.i
        named: list[str] = []
        if t.cover < edge:
            start = next((k + 1 for k in range(t.j, edge) if self.low[k] in ("for", "of", "with")), edge)
            named, stop = offences.read(self.doc, start, edge)
            if not named or stop < edge or not offences.likely(named):
                return None
        kind = next((self.subjects.nouns[word] for word in self.low[i : t.at] if word in self.subjects.nouns), None)
        clause = self._counted(t, value.j, value, i)
        clause.groups[0].who = kind[0] if kind else "person"
        clause.offences, clause.rule = named, "label"
        return clause

    def _only_people(self, i: int, j: int) -> bool:
        """Whether tokens [i, j) only say that people are counted: "Total number of drivers"."""
        known = self.subjects.nouns
        return all(word in LABEL_WORDS or word in known or not word[0].isalnum() for word in self.low[i:j])

    def _headline_verb(self, t: Trigger) -> Clause | None:
        """ "Deputies arrest 26 in roundup": the noun's form as a verb in the present."""
        if (
            t.status != "arrested"
            or t.j - t.at != 1
            or t.at == self.i
            or self.value(t.at - 1)
            or self.low[t.at - 1]
            in (
                "to",
                "an",
                "the",
                "of",
                "house",
                "under",
                "no",
                "his",
                "her",
                "their",
                "and",
                "for",
                "each",
                "further",
                "any",
                "drug",
                "felony",
            )
        ):
            return None
        objects = self.subjects.after(t.j, 0)
        if (
            objects
            and self._specific(objects[0])
            and objects[0].kind in ("new", "bare", "name")
            and not self._planned(t.at)
        ):
            return self._make(t, objects, t.at, objects[-1].j, "headline verb")
        return None

    def _totalled(self, t: Trigger):
        """ "Arrests totalled 63"."""
        value = self.value(t.j + 1)
        return value if value and value.kind == "number" and value.i == t.j + 1 else None

    def _before_noun(self, t: Trigger, plural: bool) -> Clause | None:
        k, distinct = t.at, False
        for _ in range(5):
            value = self.value(k - 1) if k > self.i else None
            if value and value.j == k and value.kind in ("number", "vague"):
                if (
                    self._planned(value.i)
                    or self._negated(value.i)
                    or (value.number is not None and value.number != int(value.number))
                ):
                    return None
                if (value.kind == "vague" and t.status != "arrested") or any(
                    t.status in clause.statuses and group.i <= value.i < group.j
                    for clause in self.found
                    for group in clause.groups
                ):
                    return None
                distinct = distinct or self.low[value.i - 1] in ("further", "another") if value.i > self.i else distinct
                return self._counted(t, t.j, value, value.i, distinct)
            word = self.low[k - 1] if k > self.i else ""
            if word in ("prior", "previous", "past", "earlier", "former", "outstanding"):
                return None
            if word in ("further", "more", "additional", "other", "another"):
                distinct = True
            if (
                not word
                or not word[0].isalpha()
                or word
                in (
                    "had",
                    "has",
                    "have",
                    "with",
                    "of",
                    "and",
                    "the",
                    "no",
                    "any",
                    "their",
                    "his",
                    "her",
                    "to",
                    "resisting",
                    "for",
                    "under",
                    "or",
                    "these",
                    "those",
                    "in",
                    "following",
                    "after",
                    "avoid",
                    "evade",
                    "resist",
                    "house",
                )
            ):
                break
            if word in ("a", "an", "another", "one", "made"):
                made = "made" in self.low[max(self.i, k - 5) : k] or "made" in self.low[t.j : t.j + 5]
                if made and t.status == "arrested" and not self._planned(t.at):
                    return self._counted(t, t.j, None, k - 1, word == "another", 1 if word != "made" else None)
                break
            k -= 1
        made = self.low[t.j : t.j + 2] in (["were", "made"], ["have", "been"]) and "made" in self.low[t.j : t.j + 4]
        if plural and t.status == "arrested" and k == t.at and made and not self._negated(t.at):
            return self._counted(t, t.j, None, t.at, False, None)
        return None

    def _counted(self, t: Trigger, j: int, value, i: int, distinct: bool = False, count: int | None = None) -> Clause:
        group = Group(i, t.j, "new", count, "exact", "person", "person", count != 1, distinct=distinct, numbered=True)
        bare = next((g for g in self.groups if g.i == i and g.kind == "bare"), None)
        if bare and value is not None and bare.j < t.at:
            return self._make(t, [bare], i, j, "noun", nominal=True)  # "six received cautions"
        if value is not None:
            group.count = None if value.number is None else int(value.number)
            group.modifier = value.modifier if value.kind != "vague" else "vague"
        return self._make(t, [group], i, j, "noun", nominal=True)

    def _of(self, t: Trigger) -> Clause | None:
        """ "the death of a 16-year-old boy", "the fatal shooting of Ana Ruiz"."""
        if self.low[t.j - 1] in ("shooting", "stabbing") and "fatal" not in self.low[max(self.i, t.at - 3) : t.j]:
            return None
        if (
            self.low[t.j : t.j + 1] != ["of"]
            or self._negated(t.at)
            or self.low[t.at - 1 : t.at] in (["attempted"], ["of"], ["to"])
        ):
            return None
        objects = [
            group
            for group in self.subjects.after(t.j + 1, 1)
            if group.role in ("person", "victim", "agent")
            and (
                group.names
                or (
                    group.kind == "new"
                    and self._specific(group)
                    and (group.ages or self.low[group.i] not in POSSESSIVE)
                )
            )
        ]
        return self._make(t, objects, t.at, objects[-1].j, "death of", nominal=True) if objects else None

    def _nominal(self, t: Trigger) -> Clause | None:
        """ "Bail was refused": said of the person before."""
        if self.low[t.j : t.j + 1] == ["for"] and (people := self.subjects.after(t.j + 1, 1)):
            return self._make(t, people, t.at, people[-1].j, "bail")
        return self._make(t, self.inherited or [Group(t.at, t.at + 1, "carried")], t.at, t.j, "bail")
