"""Status nouns: "17 arrests", "the arrest of two men", "Arrests: 43", "the death of a boy", "bail was refused"."""

from beatbook.grammar import offences
from beatbook.grammar.clause_base import Clause, ClauseReader
from beatbook.grammar.people import POSSESSIVE, Group
from beatbook.grammar.statutes import SECTIONS
from beatbook.grammar.triggers import Trigger
from beatbook.grammar.verbgroups import FINITE
from beatbook.language.value import Value

LONGEST_LABEL = 16
LABEL_MARKS = frozenset(": – — - | =".split())
LABEL_STOPS = frozenset("; | , •".split())
# these tell of no one offence: "warrant arrests"
NO_CAUSE = frozenset("verbal written warrant warrants felony misdemeanor traffic drug drugs".split())
LEADERS = frozenset(". … _".split())  # dots that lead the eye to a figure
AT_RISK = frozenset(
    "missing endangered vulnerable trafficked exploited kidnapped abducted potential possible suspected runaway risk "
    "trafficking human sex sexual slavery modern exploitation kidnap minor hostage hostages".split()
)
LABEL_NOUNS = 6  # words that tell who is counted
LABEL_WORDS = frozenset("as at total number numbers of the overall no in all so far to date from on by".split())
POSSESSIVE_PRONOUNS = frozenset("his her their".split())
BEFORE_ARREST = frozenset("after since following upon until to".split())
TRANSITIVE_NOUNS = frozenset("arrested convicted detained deported charged recalled safeguarded".split())
PROCESS = frozenset(  # nouns joined to "arrest" or "conviction" that are about the same people
    "conviction convictions prosecution prosecutions charging sentencing imprisonment jailing detention indictment "
    "extradition deportation remand trial arraignment interrogation questioning removal imprisonments".split()
)
# behind the noun these make a compound of it: "arrest warrant"
COMPOUND = frozenset("warrant warrants rate rates figures powers attempt team teams records numbers record".split())
SUM_REACH = 7
COME_TO = frozenset("to at now is reached passed exceeded stands".split())
COMING = COME_TO | frozenset("has have had now since risen increased grown gone up so far today stood in all".split())
DOCUMENTS = frozenset(("indictment", "indictments"))
STOOD = (["stood", "at"], ["stand", "at"], ["rose", "to"], ["came", "to"], ["amounted", "to"], ["climbed", "to"])
TOTALLED = frozenset("totalled totaled numbered reached total".split())
ANOTHER = frozenset("further more additional other another".split())
PAST = frozenset("prior previous past earlier former outstanding".split())
# before the noun these are no part of what counts it
COUNT_STOPS = frozenset(
    "had has have with of and the no any their his her to resisting for under or these those in following after avoid "
    "evade resist house".split()
)
# before "arrest" these make a noun of it, where a headline may use it as a verb
NOT_VERB = frozenset("to an the of house under no his her their and for each further any drug felony".split())
COUNT_REACH = 5
MADE = frozenset(("made", "followed", "ensued"))
FOLLOWING = (["followed"], ["came"], ["ensued"])
TRAVEL = frozenset("air airline plane flight train rail bus coach ferry concert lottery football match event".split())
SERVED = frozenset("issued given handed sent served imposed administered".split())
HAPPENED = frozenset("made took came occurred happened carried in".split())  # "six were made in Kent", "six came"


class NounForms(ClauseReader):
    """The forms "noun", "of" and "nominal" of ``outcomes.csv``, and labels in lists of figures."""

    def _label(self, t: Trigger) -> Clause | None:
        """ "People charged: 4", "Number of drivers arrested for drink-driving – 7", "Released on bail | 22"."""
        if not any(value.kind == "number" and value.i >= t.j for value in self.sentence.values):
            return None
        if self.low[t.at - 1] in self.subjects.nouns and t.form == "part" and (value := self._sum(t.at, t.j)):
            return self._counted(t, value.j, value, t.at)  # "the number of people arrested has risen to nine"
        i = next((k + 1 for k in range(t.at - 1, self.i - 1, -1) if self.low[k] in LABEL_STOPS), self.i)
        if i == self.i and (listed := self._label_groups(t)):
            return listed
        end = next((k for k in range(t.j, self.end) if self.low[k] in LABEL_STOPS or self._opens_parts(k)), self.end)
        return self._label_within(t, i, end) or (self._label_within(t, self.i, self.end) if end < self.end else None)

    def _label_groups(self, t: Trigger) -> Clause | None:
        """ "Vulnerable people safeguarded: 46 adults and 29 children": all that a label counts is told by its nouns."""
        mark = next((k for k in range(t.j, min(t.j + 4, self.end)) if self.low[k] in LABEL_MARKS), None)
        if mark is None or not self._only_people(t.j, mark):
            return None
        before = self._missing(self.i, t.at) if t.status == "safeguarded" else self._only_people(self.i, t.at)
        people = self.subjects.after(mark + 1, 0)
        counted = people and people[0].i == mark + 1 and all(one.numbered and one.kind == "new" for one in people)
        if not before or not counted or people[-1].j < self.end - (self.low[self.end - 1] == "."):
            return None
        clause = self._make(t, people, self.i, people[-1].j, "label")
        if clause:
            clause.head = t.j
        return clause

    def _other_status(self, t: Trigger) -> Trigger | None:
        """The status that is the other of two which a label counts together: "Charged or recalled to prison: 22"."""
        if t.j + 1 >= self.end or self.low[t.j] not in ("or", "/"):
            return None
        return next((other for other in self.triggers if other.at == t.j + 1 and other.form in ("part", "verb")), None)

    def _opens_parts(self, k: int) -> bool:
        """Whether a bracket behind the number opens at token k: "Arrested: 29 (burglary 16, drugs 13)"."""
        return self.low[k] == "(" and (k - 1) in self.doc.value_at

    def _label_within(self, t: Trigger, i: int, end: int) -> Clause | None:
        value = next((value for value in reversed(self.sentence.values) if t.j <= value.i < end), None)
        if value is None or value.kind != "number" or not self._only_people(value.j, end):
            return None
        edge = value.i  # the token behind what the label says
        while edge > t.j and self.low[edge - 1] in LEADERS:
            edge -= 1
        led = value.i - edge > 1  # "Arrested ....... 29"
        if edge - i > LONGEST_LABEL:
            return None
        marked = led or self.low[value.i - 1] in LABEL_MARKS
        if not (marked or self.sentence.kind == "row"):
            return None
        named = self._label_before(t, i, led)
        if named is None:
            return None
        other = self._other_status(t)
        if other:
            t.j = other.j
        named = named or self._label_offences(t, edge if led else value.i - marked)
        if named is None:
            return None
        clause = self._counted(t, value.j, value, i)
        if clause:
            known = self.subjects.nouns
            kind = next((known[word] for word in self.low[i : t.at] if word in known), None)
            clause.groups[0].who = kind[0] if kind else "person"
            clause.offences, clause.rule = named, "label"
            clause.statuses += [other.status] if other else []
        return clause

    def _label_before(self, t: Trigger, i: int, led: bool) -> list[str] | None:
        """The offences before a noun in a table: "DWI arrests ....... 22"; None where something else stands there."""
        if t.status == "safeguarded" and self._missing(i, t.at):
            return []
        if t.form == "finding":
            return None
        if self._headed(i, t.at) or self.low[i : t.at] in (["still"], ["now"], ["later"]):
            return []
        return self._read_whole(i, t.at, not led and t.status != "cautioned") if t.form == "noun" else None

    def _read_whole(self, i: int, j: int, strict: bool) -> list[str] | None:
        """The offences where tokens [i, j) hold nothing else: "Seat belt" of "Seat belt citations"; else None."""
        if not NO_CAUSE.isdisjoint(self.low[i:j]):
            return None
        named, stop = offences.read(self.doc, i, j)
        return named if named and stop == j and offences.likely(named, strict) else None

    def _missing(self, i: int, j: int) -> bool:
        """Whether tokens [i, j) name people who were missing or exploited: "Endangered missing children"."""
        words = [word for word in self.low[i:j] if word not in LABEL_WORDS and word[0].isalnum()]
        kinds = [self.subjects.nouns.get(word) for word in words]
        if not all(kind or word in AT_RISK for word, kind in zip(words, kinds, strict=True)):
            return False
        who = next((kind for kind in reversed(kinds) if kind), None)
        return who is not None and (who[0] == "child" or who[1] == "victim" or not AT_RISK.isdisjoint(words))

    def _label_offences(self, t: Trigger, edge: int) -> list[str] | None:
        """The offences between the trigger and the label's mark; None where something else stands there."""
        if t.cover >= edge or self._only_people(t.j, edge) or self._circumstance(t.j, edge):
            return []
        start = next((k + 1 for k in range(t.j, edge) if self.low[k] in ("for", "of", "with")), edge)
        if t.form == "noun" and self.low[t.j] in (",", "–", "-", "("):  # "Arrests, drink driving: 58"
            start = t.j + 1
        edge -= self.low[edge - 1] == ")"
        named, stop = offences.read(self.doc, start, edge)
        apart = start == t.j + 1 and self.low[t.j] == ","  # "Fixed charge notices, holding a mobile phone: 144"
        return named if named and stop == edge and (apart or offences.likely(named)) else None

    def _headed(self, i: int, j: int) -> bool:
        """Whether tokens [i, j) are people, told more closely: "Suspected drug offenders", "Number of drivers"."""
        if self._only_people(i, j):
            return True
        head = self.low[j - 1] in self.subjects.nouns and j - i < LABEL_NOUNS
        return head and FINITE.isdisjoint(self.low[i:j]) and all(word.isalpha() for word in self.low[i:j])

    def _circumstance(self, i: int, j: int) -> bool:
        """Whether tokens [i, j) only say how or by whom: "charged federally", "charged by the state"."""
        if j - i == 1:
            return self.low[i].endswith("ly")
        return i < j and self.low[i] in ("by", "at", "during", "under", "across") and j - i < LABEL_NOUNS

    def _only_people(self, i: int, j: int) -> bool:
        """Whether tokens [i, j) only say that people are counted: "Total number of drivers"."""
        known = self.subjects.nouns
        return all(word in LABEL_WORDS or word in known or not word[0].isalnum() for word in self.low[i:j])

    def _noun(self, t: Trigger) -> Clause | None:
        """ "17 arrests", "made an arrest", "the arrest of two men", "Arrests: 43"."""
        after = self.low[t.j] if t.j < self.end else "."
        travels = t.status == "cautioned" and t.at > self.i and self.low[t.at - 1] in TRAVEL
        if after in COMPOUND or travels:
            return None  # "three air tickets"
        acting = self._headline_verb(t)
        if acting:
            return acting
        t.j = self._behind_second(t.j)
        if self.low[t.j : t.j + 1] == ["of"] and t.status in TRANSITIVE_NOUNS and (made := self._noun_of(t)):
            return made
        if t.status == "safeguarded":
            return None
        if self.low[t.j - 1] in DOCUMENTS:
            return None  # it counts documents
        if t.status in ("cautioned", "charged") and (served := self._served_on(t)):
            return served
        part = self._part_of_noun(t)
        if part:
            if part.i >= t.j and (whole := self._before_noun(t)):
                self.found.append(whole)
            return self._make(t, [part], part.i, max(part.j, t.j), "noun", nominal=True)
        if t.status == "arrested" and (own := self._own_arrest(t)):
            return own
        value = self._figure(t, after) or self._sum(t.at, t.j)
        return self._counted(t, value.j, value, t.at) if value else self._before_noun(t)

    def _sum(self, i: int, j: int) -> Value | None:
        """The number that a total has come to: "brings the number of arrests to nine", "people charged is now 14"."""
        if not {"number", "total", "tally"} & set(self.low[max(self.i, i - SUM_REACH) : i]):
            return None
        for k in range(j, min(j + SUM_REACH, self.end)):
            if value := self._number(k):
                return value if k > j and self.low[k - 1] in COME_TO else None
            if self.low[k] not in COMING:
                return None
        return None

    def _behind_second(self, k: int) -> int:
        """The "of" behind another noun of process joined at token k: "arrest and trial of two men"; else k."""
        joined = self.low[k : k + 1] in (["and"], ["&"], ["/"]) and self.low[k + 2 : k + 3] == ["of"]
        return k + 2 if joined and self.low[k + 1] in PROCESS else k

    def _own_arrest(self, t: Trigger) -> Clause | None:
        """ "after her arrest at Reno", "his arrest on 2 December": the arrest of somebody spoken of."""
        whose = next((group for group in self.groups if group.i == t.at - 1 and group.kind == "pronoun"), None)
        before = self.low[t.at - 2] if t.at - 2 >= self.i else ""
        if self.low[t.at - 1] not in POSSESSIVE_PRONOUNS:
            return None
        if before not in BEFORE_ARREST and not (before in ("", ";", ",") and self.low[t.j : t.j + 1] in FOLLOWING):
            return None
        if self.low[t.j - 1] != "arrest":
            return None
        if not {"warrant", "warrants"}.isdisjoint(self.low[max(self.i, t.at - 8) : t.at]) or self._planned(t.at):
            return None
        if t.at - 1 == self.i and not whose:  # "His arrest followed"
            one = {"his": "man", "her": "woman"}.get(self.low[self.i])
            whose = Group(self.i, t.at, "pronoun", 1 if one else None, who=one, plural=one is None)
        people = [whose] if whose else self.inherited or self._spoken_of(max(self.i, t.at - 2))
        return self._make(t, people, max(self.i, t.at - 2), t.j, "own arrest")

    def _spoken_of(self, end: int) -> list[Group]:
        """The person of this sentence told last before token ``end``, else those of the sentence before."""
        told = (group for group in reversed(self.groups) if group.j <= end and group.role == "person")
        near = next(told, None)
        return [near] if near and near.kind in ("new", "name", "definite") else [Group(end, end + 1, "carried")]

    def _noun_of(self, t: Trigger) -> Clause | None:
        """ "the arrest of two men"; a warrant "for the arrest of" says that they are wanted."""
        objects = self.subjects.after(t.j + 1, 2)
        warrant = not {"warrant", "warrants"}.isdisjoint(self.low[max(self.i, t.at - 12) : t.at])
        if warrant and self.low[max(self.i, t.at - 2) : t.at - 1] == ["for"]:
            t.status = "wanted"
        if not objects or self._negated(t.at) or self._planned(t.at):
            return None
        if t.status == "safeguarded" and not (objects[0].numbered or objects[0].count == 1):
            return None
        return self._make(t, self._fit(objects, t.status), t.at, objects[-1].j, "noun of", nominal=True)

    def _served_on(self, t: Trigger) -> Clause | None:
        """ "Penalty notices were issued to 22 drivers", "handed warnings to 22 drivers": those who got them."""
        k = t.j
        if self.low[k : k + 1] == ["went"]:
            k += 1
        if self.low[k : k + 1] in (["was"], ["were"]) or self.low[k + 1 : k + 2] == ["been"]:
            k = next((at + 1 for at in range(k + 1, k + 4) if self.low[at : at + 1] and self.low[at] in SERVED), k)
        if self.low[k : k + 1] not in (["to"], ["on"]) or self._planned(t.at) or self._negated(t.at):
            return None
        objects = [group for group in self.subjects.after(k + 1, 1) if group.numbered or group.count == 1]
        return self._make(t, objects, t.at, objects[-1].j, "noun to", nominal=True) if objects else None

    def _part_of_noun(self, t: Trigger) -> Group | None:
        """ "Eleven of the 17 arrests were made in Kent", "Of the 17 arrests, eleven came in Kent"."""
        part = next((group for group in self.groups if group.j >= t.j and group.kind == "bare"), None)
        if part is None or not part.count or not HAPPENED.intersection(self.low[part.j : part.j + 2]):
            return None
        if part.i < t.at:
            return part if part.partitive else None
        whole = next((group for group in self.groups if group.j == t.j), None)
        stated = whole is not None and whole.kind == "whole" and whole.numbered
        return part if stated and self.low[t.j : part.i] in ([], [","]) else None

    def _figure(self, t: Trigger, after: str) -> Value | None:
        """The number that a label's noun introduces: "Arrests: 43", "Arrests (5)", "Arrests totalled 63"."""
        told = self.low[t.j + 1 : t.j + 2] in ([":"], ["–"], ["-"])
        cell = self.sentence.kind == "row" and self._number(t.j + 1) is not None  # "Summonses issued\t8"
        if after in ("issued", "made", "given") and (told or cell):
            t.j += 1
            after = ":" if told else self.low[t.j]
        if after in TOTALLED or self.low[t.j : t.j + 2] in STOOD:
            return self._number(t.j + 1 + (after not in TOTALLED))
        bracketed = after == "(" and t.at == self.i and self.low[t.j + 2 : t.j + 3] == [")"]
        if not bracketed and after not in LABEL_MARKS and self.sentence.kind != "row":
            return None
        value = self._number(t.j + (not after[0].isalnum()))
        alone = value and (value.j >= self.end or not self.doc.raw[value.j][0].isalpha())
        return value if alone else None

    def _number(self, k: int) -> Value | None:
        value = self.value(k)
        return value if value and value.kind == "number" and value.i == k else None

    def _headline_verb(self, t: Trigger) -> Clause | None:
        """ "Deputies arrest 26 in roundup": the noun's form as a verb in the present."""
        if t.status != "arrested" or t.j - t.at != 1 or t.at == self.i:
            return None
        if self.value(t.at - 1) or self.low[t.at - 1] in NOT_VERB or self._planned(t.at):
            return None
        objects = self.subjects.after(t.j, 0)
        if objects and self._specific(objects[0]) and objects[0].kind in ("new", "bare", "name"):
            return self._make(t, objects, t.at, objects[-1].j, "headline verb")
        return None

    def _before_noun(self, t: Trigger) -> Clause | None:
        """ "17 arrests", "a further 12 arrests", "made an arrest", "Arrests were made"."""
        k, distinct = t.at, False
        if k - 2 > self.i and self.low[k - 2] in SECTIONS:
            k -= 2  # "52 section 59 warnings"
        for _ in range(COUNT_REACH):
            value = self.value(k - 1) if k > self.i else None
            if value and value.j == k and value.kind in ("number", "vague"):
                return self._numbered_noun(t, value, distinct)
            word = self.low[k - 1] if k > self.i else ""
            if word in PAST:
                return None
            distinct = distinct or word in ANOTHER
            if not word or not word[0].isalpha() or word in COUNT_STOPS:
                break
            if word in ("a", "an", "another", "one", "made"):
                return self._made_noun(t, k, word)
            k -= 1
        made = self.low[t.j : t.j + 2] in (["were", "made"], ["have", "been"]) and "made" in self.low[t.j : t.j + 4]
        plural = self.low[t.j - 1].endswith("s")
        if plural and t.status == "arrested" and k == t.at and made and not self._negated(t.at):
            return self._counted(t, t.j, None, t.at, False, None)
        return None

    def _numbered_noun(self, t: Trigger, value: Value, distinct: bool) -> Clause | None:
        """ "17 arrests": the number before the noun, unless planned, negated or told already."""
        if self._planned(value.i) or self._negated(value.i) or (value.number or 0) % 1:
            return None
        told = any(
            t.status in clause.statuses and group.i <= value.i < group.j
            for clause in self.found
            for group in clause.groups
        )
        if told or (value.kind == "vague" and t.status != "arrested"):
            return None
        apart = value.i > self.i and self.low[value.i - 1] in ("further", "another")
        made = self._counted(t, t.j, value, value.i, distinct or apart)
        if made and value.i - 1 > self.i and self.low[value.i - 1] in LABEL_MARKS:  # "Murder: 21 arrests"
            made.offences = self._read_whole(self.i, value.i - 1, True) or []
        return made

    def _made_noun(self, t: Trigger, k: int, word: str) -> Clause | None:
        """ "An arrest was made", "made arrests"."""
        made = "made" in self.low[max(self.i, k - 5) : k] or not MADE.isdisjoint(self.low[t.j : t.j + 5])
        if not made or t.status != "arrested" or self._planned(t.at):
            return None
        return self._counted(t, t.j, None, k - 1, word == "another", 1 if word != "made" else None)

    def _counted(
        self, t: Trigger, j: int, value: Value | None, i: int, distinct: bool = False, count: int | None = None
    ) -> Clause | None:
        """The clause of a noun that counts people; [i, j) are its tokens."""
        bare = next((g for g in self.groups if g.i == i and g.kind == "bare"), None)
        if bare and value is not None and bare.j < t.at:
            return self._make(t, [bare], i, j, "noun", nominal=True)  # "six received cautions"
        group = Group(i, t.j, "new", count, "exact", "person", "person", count != 1, distinct=distinct, numbered=True)
        if value is not None:
            group.count = None if value.number is None else int(value.number)
            group.modifier = value.modifier if value.kind != "vague" else "vague"
        return self._make(t, [group], i, j, "noun", nominal=True)

    def _of(self, t: Trigger) -> Clause | None:
        """ "the death of a 16-year-old boy", "the fatal shooting of Ana Ruiz"."""
        if self.low[t.j - 1] in ("shooting", "stabbing") and "fatal" not in self.low[max(self.i, t.at - 3) : t.j]:
            return None
        before = self.low[t.at - 1] if t.at > self.i else ""
        behind = self._behind_aside(t.j)
        if self.low[behind : behind + 1] != ["of"] or self._negated(t.at) or before in ("attempted", "of", "to"):
            return None
        objects = [group for group in self.subjects.after(behind + 1, 1) if self._can_die(group)]
        return self._make(t, objects, t.at, objects[-1].j, "death of", nominal=True) if objects else None

    def _behind_aside(self, k: int) -> int:
        """The token behind a day between commas at token k: "the murder, in May 2023, of Ana Ruiz"; else k."""
        if self.low[k : k + 1] != [","]:
            return k
        close = next((at for at in range(k + 1, min(self.end, k + 8)) if self.low[at] == ","), None)
        if close is None:
            return k
        kinds = {value.kind for value in self.sentence.values if k < value.i < close}
        return k if kinds.isdisjoint(("date", "year")) else close + 1

    def _can_die(self, group: Group) -> bool:
        """Whether a group is told well enough to be a victim: by name, age or as "a boy", not "his neighbour"."""
        if group.role not in ("person", "victim", "agent"):
            return False
        told = bool(group.ages) or self.low[group.i] not in POSSESSIVE
        return bool(group.names) or (group.kind == "new" and self._specific(group) and told)

    def _nominal(self, t: Trigger) -> Clause | None:
        """ "Bail was refused": said of the person before."""
        if self.low[t.j : t.j + 1] in (["for"], ["to"]) and (people := self.subjects.after(t.j + 1, 1)):
            return self._make(t, people, t.at, people[-1].j, "bail")
        return self._make(t, self.inherited or [Group(t.at, t.at + 1, "carried")], t.at, t.j, "bail")
