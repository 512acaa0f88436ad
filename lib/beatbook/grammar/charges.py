"""The offences of a status clause: where they are introduced ("on suspicion of", "with", "for") and read."""

from beatbook.grammar import offences
from beatbook.grammar.clause_base import Clause, ClauseReader
from beatbook.grammar.offence_cuts import another
from beatbook.grammar.offence_links import JUDGES
from beatbook.grammar.offence_words import vocabulary
from beatbook.grammar.verbgroups import FINITE

INTRODUCED = frozenset("charge charges count counts indictment complaint information allegations".split())
STRONG = {  # what introduces offences, by status; the phrase after these is one whatever it says
    "arrested": (
        ("on", "suspicion", "of"),
        ("under", "suspicion", "of"),
        ("on", "a", "charge", "of"),
        ("on", "charges", "of"),
        ("on", "charge", "of"),
        ("on", "a", "charges", "of"),
        ("on", "allegations", "of"),
        ("accused", "of"),
        ("suspected", "of"),
        ("for", "suspicion", "of"),
    ),
    "charged": (("with",), ("on", "charges", "of"), ("on", "a", "charge", "of"), ("on", "suspicion", "of")),
    "pleaded_guilty": (("to",),),
    "convicted": (("of",),),
}
STRONG["detained"] = STRONG["interviewed"] = STRONG["wanted"] = STRONG["arrested"]
STRONG["convicted"] = (("guilty", "of"), ("of",))
STRONG["sentenced"] = STRONG["cautioned"] = (("on", "charges", "of"),)
STRONG["remanded"] = (("on", "charges", "of"), ("on", "a", "charge", "of"), ("on", "suspicion", "of"))
STRONG["appeared_in_court"] = (("on", "charges", "of"), ("on", "a", "charge", "of"), ("accused", "of"))
WEAK = tuple(
    tuple(phrase.split())
    for phrase in ("in connection with", "in relation to", "over", "for", "in a case of", "on counts of")
)
# the words at which offences may be introduced
OPENING = frozenset(phrase[0] for phrases in (*STRONG.values(), WEAK) for phrase in phrases).union(
    ("in", "of", "on", "to", "charge", "charges", "count", "counts")
)
GOVERNING = frozenset(
    "arrested charged pleaded_guilty convicted sentenced wanted cautioned detained interviewed remanded "
    "appeared_in_court recalled".split()
)
NOTICES = frozenset("notice notices summons summonses ticket tickets citation citations".split())
WEAK_STOPS = frozenset("after following when while who which where whom whose because before until".split())
DEATHS = frozenset("death killing murder shooting stabbing part role count counts total member members".split())
NO_CHARGE = frozenset(("connection", "accordance", "together", "along", "compliance"))  # these before "with"
CHARGE_STOPS = frozenset(
    "warrant warrants of the on in at for with bail bond was were is are has have by from to a an".split()
)
ROLE = frozenset("role roles part involvement".split())
RINGS = frozenset("ring network organization organisation gang group cell cartel syndicate".split())
TOLD = frozenset("count offence offences offense offenses charge charges crime crimes counts".split())
TRIALS = frozenset(("trial", "retrial", "hearing"))
RELATIVE = (["whom"], ["which"], ["whose"], ["what"])
AN_OFFENCE = (["a"], ["an"], ["probation"], ["parole"])  # what may be arrested "on a parole violation"
ANNOUNCING = TOLD | {"the", "these", "following", "various", "several", "multiple", "criminal"}
ADDING = frozenset(", and plus as well along together with of".split())
NOT_CAUSES = frozenset("the this that these those its his her their a an failing further".split())
UNNAMED = frozenset(
    (
        "following",
        "following charges",
        "following offences",
        "following offenses",
        "offences",
        "offence",
        "charges",
        "crimes",
        "counts",
        "same",
        "same offence",
        "same offences",
        "consecutive",
        "concurrent",
    )
)


class Charges(ClauseReader):
    """Reads the offences of a clause up to where the next clause begins."""

    def _read_offences(self, clause: Clause, begin: int, edge: int) -> None:
        """Fills in the clause's offences, which stand among tokens [begin, edge)."""
        starts = self.people_behind.get(id(clause), frozenset(self.elliptic))
        if clause.rule in ("admit", "accused") or self.low[clause.at] in ("face", "faces", "facing"):
            self._faced(clause, edge, starts)
        elif clause.nominal and begin < edge and self.low[begin] == "(":
            self._bracketed_offences(clause, begin, edge, starts)
        else:
            self._introduced(clause, begin, edge, starts)

    def _faced(self, clause: Clause, edge: int, starts: frozenset[int]) -> None:
        """ "admitted theft", "faces charges of theft": the offences are the verb's object."""
        admitted = clause.rule in ("admit", "accused")
        start = clause.at + 1
        if admitted:
            start = clause.head + (self.low[clause.head : clause.head + 1] in (["to"], ["of"]))
        ended = None if admitted else self._of_charges(start, edge)
        if (
            ended
            and ended > start + 1
            and self.low[ended : ended + 2][-1] != "of"
            and "same" not in self.low[start:ended]
        ):
            edge = ended  # "faces drug trafficking charges"
        self._take(clause, start, edge, starts, False)
        if self.low[self.end - 1] == ":" and edge == self.end and not admitted:
            clause.listed, clause.j = True, self.end
        clause.offences = [name for name in clause.offences if name.split()[-1] not in INTRODUCED]

    def _bracketed_offences(self, clause: Clause, begin: int, edge: int, starts: frozenset[int]) -> None:
        """ "12 arrests (theft and assault)"."""
        closed = offences.closed(self.low, begin, edge)
        named, _ = offences.read(self.doc, begin + 1, closed - 1, starts)
        short = all(len(name.split()) < 3 and not any(ch.isdigit() for ch in name) for name in named)
        counts = any((value := self.value(k)) and value.kind == "number" for k in range(begin + 1, closed))
        if named and (short or offences.likely(named)) and not counts:
            clause.offences, clause.j = named, closed

    def _introduced(self, clause: Clause, begin: int, edge: int, starts: frozenset[int]) -> None:
        """ "charged with theft", "on suspicion of murder"; a sentence may name several, each with its term."""
        blocked = False
        k = begin
        while k < edge:
            word = self.low[k]
            if word == ";":
                return
            blocked = blocked or (word in WEAK_STOPS and not self._no_clause(k)) or (word in FINITE and k > begin + 2)
            taken = word in OPENING and self._introduces(clause, k, begin, edge, starts, blocked)
            if taken and (clause.statuses != ["sentenced"] or self._length(k + 1, min(edge, k + 12)) is None):
                return
            k += 1

    def _introduces(self, clause: Clause, k: int, begin: int, edge: int, starts: frozenset[int], blocked: bool) -> bool:
        """Takes the offences introduced at token k; ``blocked`` behind the begin of another clause."""
        word = self.low[k]
        counted = self._counts(k, edge) if word in ("on", "to", "of", "with", "in") else None
        if counted and self._take(clause, counted, edge, starts, True):
            return True
        if word == "on" and not blocked and (ended := self._of_charges(k + 1, edge)):
            return self._take(clause, k + 1, ended, starts, False)  # "held on drug trafficking charges"
        if clause.statuses == ["charged"] and not blocked:  # "was laid a holding charge of theft"
            of = k + (word in TOLD)
            if self.low[of : of + 1] == ["of"] and (of > k or (k == begin and self.low[k - 1] in TOLD)):
                return self._take(clause, of + 1, edge, starts, True)
        for strong in STRONG.get(clause.statuses[0], ()):
            j = k + len(strong)
            if word != strong[0] or tuple(self.low[k:j]) != strong or self._no_charge(k, begin, blocked, len(strong)):
                continue
            if self._take(clause, j, edge, starts, len(strong) > 1 or k - begin < 14):
                return True
        if blocked or (word == "over" and k in self.doc.value_at):  # "the recovery of over $38,000"
            return False
        if self.low[k + 1 : k + 2] in RELATIVE:
            return False  # "the arrest of a man for whom a warrant was out"
        named = self.low[clause.at] == "booked" or self.low[k + 1 : k + 2] in AN_OFFENCE
        if word == "on" and named and self._take(clause, k + 1, edge, starts, False, True):
            return True  # "booked on negligent homicide and DWI", "arrested on a parole violation"
        if word == "for" and clause.statuses == ["cautioned"] and self.low[k + 1 : k + 2] != []:
            plain = self.low[k + 1] not in NOT_CAUSES  # "fined for misprision": what follows is the offence
            return self._take(clause, k + 1, edge, starts, plain)
        if clause.statuses == ["recalled"] and word != "for":
            return False
        for phrase in WEAK:
            met = word == phrase[0] and tuple(self.low[k : k + len(phrase)]) == phrase
            if met and self._take(clause, k + len(phrase), edge, starts, False, len(phrase) == 3):
                return True
        return False

    def _no_clause(self, k: int) -> bool:
        """Whether "before" or "after" at token k tells of a court, trial or term: "pleaded before Judge Marr to"."""
        behind = self.low[k + 1 : min(k + 6, self.end)]
        if not behind or self.low[k] not in ("before", "after", "following"):
            return False
        if self.low[k] == "before":
            return self.doc.raw[k + 1][0].isupper() or not JUDGES.isdisjoint(behind[:2])
        value = self.value(k + 1)
        return (value is not None and value.kind == "length") or not TRIALS.isdisjoint(behind)

    def _no_charge(self, k: int, begin: int, blocked: bool, length: int) -> bool:
        """Whether "with" or "of" at token k introduces something else."""
        word, before = self.low[k], self.low[k - 1]
        if word == "with" and (before in NO_CHARGE or NOTICES & set(self.low[k + 1 : k + 6])):
            return True  # "issued with court attendance notices for …"
        if word == "suspected":
            return k > begin and before != ","  # "the arrest of a gang suspected of theft"
        if word == "of" and before == "," and k + 1 < self.end and self.doc.raw[k + 1][0].isupper():
            return not self._of_crime_named(k + 1)  # "convicted Karl Stern, 34, of Reno, on Thursday of fraud"
        if word == "of" and before == "," and "convicted" in self.low[max(self.i, begin - 3) : begin + 1]:
            return False  # "convicted him last month, after a nine-day trial, of robbery"
        return length == 1 and (blocked or (word == "of" and k > begin and before in DEATHS))

    def _of_crime_named(self, k: int) -> bool:
        """ "Medicare fraud", "COVID-19 relief fraud": an offence that opens with a capital at token k, no place."""
        for at in range(k, min(k + 4, self.end)):
            if self.low[at] in vocabulary()["noun"]:
                return True
            if not self.low[at][0].isalnum() or self.low[at] in ("and", "on", "in", "of", "to"):
                return False
        return False

    def _of_charges(self, k: int, edge: int) -> int | None:
        """Where the offences of "on fentanyl and firearm offenses", "on drug trafficking charges" end."""
        for at in range(k + 1, min(k + 9, edge)):
            word = self.low[at]
            if word in ("charge", "charges", "counts"):
                return at
            if word in ("offences", "offenses"):
                return at + 1
            if word in CHARGE_STOPS or not (word[0].isalpha() or word in (",", "-", "/")):
                return None
        return None

    def _length(self, i: int, j: int) -> int | None:
        """The first of tokens [i, j) that belongs to a length of time."""
        return next((max(v.i, i) for v in self.sentence.values if v.kind == "length" and v.i < j and i < v.j), None)

    def _counts(self, k: int, edge: int) -> int | None:
        """The token after "on eight counts of", "to a charge of", "on charges including" at token k."""
        for at in range(k + 1, min(k + 7, edge - 1)):
            word = self.low[at]
            if word == "charge" and self.low[at - 1] == "in":
                return None  # "being in charge of a vehicle"
            if word in INTRODUCED and self.low[at + 2 : at + 3] in (["him"], ["her"], ["them"]):
                return None  # "on a complaint charging him with fraud"
            if word in INTRODUCED and self.low[at + 1] in ("of", "including", "alleging", "charging", "relating"):
                return at + 2
            if word in INTRODUCED and self.low[at + 1] == "related":
                return at + 3
            if (not word[0].isalnum() and word != "-") or (word in ("the", "and", "of") and at > k + 1):
                return None
        return None

    def _told_before(self, k: int, edge: int) -> bool:
        """ "the same offence", "both charges", "all three counts", "both" alone at token k."""
        words = self.low[k : min(k + 4, edge)]
        if self._all_told(k, edge):
            return True
        at = next((at for at, word in enumerate(words) if word in TOLD), None)
        if at is None or words[0] not in ("the", "both", "all") or self.low[k + at + 1 : k + at + 2] == ["of"]:
            return False
        return words[0] in ("both", "all") or "same" in words[:at]

    def _added_behind(self, start: int, edge: int) -> int | None:
        """Where the offences begin that "the same charge" adds: "plus theft", ", and of wounding"; None for none."""
        at = next((k for k in range(start, edge) if self.low[k] in TOLD), start) + 1
        k = at
        while k < edge and self.low[k] in ADDING:
            k += 1
        adds = k < edge and not {"and", "plus", "well", "with"}.isdisjoint(self.low[at:k])
        return k if adds and another(self.doc, k, edge, frozenset(), "and", []) else None

    def _of_event(self, start: int, named: str) -> bool:
        """ "for their roles in a firearms trafficking ring", "for his part in the break-in": no offence of its own."""
        words = named.split()
        event = len(words) < 3 and "the" in self.low[start : start + 5]
        return event or not RINGS.isdisjoint(words)

    def _take(
        self, clause: Clause, start: int, edge: int, starts: frozenset[int], sure: bool, strict: bool = False
    ) -> bool:
        """Reads the offences that start at a token into the clause; whether there were any.

        ``sure`` where the introduction allows nothing but offences; ``strict`` where it often introduces other things.
        """
        if (start < edge and self.low[start] == ":") or (start >= self.end and sure):
            clause.listed = sure
            clause.j = max(clause.j, min(start + 1, self.end))
            if sure and start + 1 < edge:  # "is charged with: mischief; and assault"
                clause.offences, clause.j = offences.read(self.doc, start + 1, edge, starts)
            return sure
        if self._told_before(start, edge):
            clause.same = True
            added = self._added_behind(start, edge)
            if added is None:
                return False
            start = added
        value = self.value(start)
        if value and value.i == start and value.kind in ("length", "date", "time", "money"):
            return False
        length = self._length(start + 1, edge)
        if clause.statuses == ["sentenced"]:
            edge = edge if length is None else length  # "life for murder, 15 years for robbery"
        elif not sure and length is not None and length < start + 5:
            return False
        named, stop = offences.read(self.doc, start, edge, starts)
        unnamed = not named or named[0].startswith(("following", "offences", "charges"))
        while not named and stop < self.end and self.low[stop] in ANNOUNCING:
            sure = sure or (self.low[stop] in TOLD and not clause.nominal)  # "charged with the following offences:"
            stop += 1
        if self.low[stop : stop + 1] == [":"] and sure and unnamed:
            clause.listed, clause.j = True, max(clause.j, stop + 1)
            return True
        named = [name for name in named if name not in UNNAMED and name not in INTRODUCED]
        if not sure and named and not ROLE.isdisjoint(self.low[start : start + 4]) and self._of_event(start, named[0]):
            return False
        if not named or not (sure or offences.likely(named, strict)):
            return False
        clause.offences = [*clause.offences, *(name for name in named if name not in clause.offences)]
        clause.j = max(clause.j, stop)
        return True
