"""What depends on a status clause: its offences, its term, names behind a colon."""

from beatbook.grammar import custody, offences
from beatbook.grammar.clause_base import Clause, ClauseReader
from beatbook.grammar.verbgroups import verb_group

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
    ),
    "charged": (("with",), ("on", "charges", "of"), ("on", "a", "charge", "of"), ("on", "suspicion", "of")),
    "pleaded_guilty": (("to",),),
    "convicted": (("of",),),
}
STRONG["detained"] = STRONG["interviewed"] = STRONG["wanted"] = STRONG["arrested"]
STRONG["convicted"] = (("guilty", "of"), ("of",))
STRONG["sentenced"] = STRONG["cautioned"] = STRONG["remanded"] = (("on", "charges", "of"),)
STRONG["appeared_in_court"] = (("on", "charges", "of"), ("on", "a", "charge", "of"), ("accused", "of"))
WEAK = (("in", "connection", "with"), ("in", "relation", "to"), ("over",), ("for",), ("on", "counts", "of"))
GOVERNING = frozenset(
    "arrested charged pleaded_guilty convicted sentenced wanted cautioned detained interviewed remanded "
    "appeared_in_court".split()
)
NOTICES = frozenset("notice notices summons summonses ticket tickets citation citations".split())
WEAK_STOPS = frozenset("after following when while who which where whom whose because before until".split())
DEATHS = frozenset("death killing murder shooting stabbing part role count counts total member members".split())


class Complements(ClauseReader):
    """Reads each clause up to where the next begins."""

    def _complements(self) -> None:
        """Offences and terms, each up to where the next clause begins."""
        for at, clause in enumerate(self.found):
            edge = self.end
            for later in self.found[at + 1 :]:
                if later.rule in ("death of", "hurt"):
                    continue
                start = verb_group(self.doc, later.at, clause.at + 1).start if not later.nominal else later.i
                starts = [
                    group.i
                    for group in later.groups
                    if clause.at < group.i < start and not any(group is own for own in clause.groups)
                ]
                edge = min([start, *starts])
                break
            begin = max(
                clause.j
                if clause.nominal or clause.rule in ("active", "label", "term", "inverted", "headline verb")
                else 0,
                clause.head,
            )
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
        """ "Also jailed were A (six years) and B (four years)": one clause each."""
        made = self.spread
        if made is None:
            return
        at = self.found.index(made)
        parts = []
        for group, following in zip(made.groups, [*(group.i for group in made.groups[1:]), self.end], strict=True):
            part = Clause(
                list(made.statuses),
                [group],
                made.at,
                group.i,
                group.j,
                following,
                "inverted",
                list(made.offences),
                head=group.j,
            )
            if made.statuses[0] == "sentenced":
                part.months, stop = custody.term(self.doc, group.j, following)
                part.j = max(part.j, stop)
            parts.append(part)
        self.found[at : at + 1] = parts

    def _shared_objects(self) -> None:
        """ "arrested and detained four men on charges of theft": both verbs govern the offence."""
        for first, second in zip(self.found, self.found[1:], strict=False):
            if (
                first.rule == second.rule == "active"
                and not first.offences
                and second.offences
                and {*first.statuses, *second.statuses} == {"arrested", "detained"}
                and first.groups[0] is second.groups[0]
            ):
                first.offences, first.j = list(second.offences), second.j

    def _named_after(self, clause: Clause) -> None:
        """Names that a colon adds: "Three suspects remain at large: A, 33; B, 27; and C, 40"."""
        if len(clause.groups) != 1 or clause.groups[0].count == 1 or clause.nominal:
            return
        for k in range(clause.j, clause.end):
            if self.low[k] == ":":
                named = [
                    group
                    for group in self.subjects.after(k + 1, 1, True)
                    if (group.names or group.ages) and group.i not in self.elliptic
                ]
                if named:
                    clause.groups = clause.groups + named
                return

    def _read_term(self, clause: Clause, begin: int, edge: int) -> None:
        start = clause.head if clause.rule == "term" else begin
        months, stop = custody.term(self.doc, start, min(edge, start + 30))
        if months is None:
            return
        if custody.consecutive(self.doc, start, min(edge, start + 60)):
            months, stop = custody.together(self.doc, start, min(edge, start + 60))
        if (
            (clause.groups[0].count != 1 and "between" in self.low[max(self.i, clause.i - 4) : clause.at])
            or (
                len(clause.groups) == 1
                and clause.groups[0].count != 1
                and custody.shared(self.doc, clause.at, stop + 2)
            )
            or (custody.shared(self.doc, clause.at, stop) and clause.groups[0].count != 1)
        ):
            clause.j = max(clause.j, stop)
            return
        clause.months, clause.j = months, max(clause.j, stop)

    def _read_offences(self, clause: Clause, begin: int, edge: int) -> None:
        status = clause.statuses[0]
        starts = frozenset(group.i for later in self.found if later.at > clause.at for group in later.groups)
        starts |= frozenset(self.elliptic)
        if clause.rule == "admit" or self.low[clause.at] in ("face", "faces", "facing"):
            start = (
                clause.head + (self.low[clause.head : clause.head + 1] == ["to"])
                if clause.rule == "admit"
                else clause.at + 1
            )
            self._take(clause, start, edge, starts, False)
            if self.low[self.end - 1] == ":" and edge == self.end and clause.rule != "admit":
                clause.listed, clause.j = True, self.end
            clause.offences = [name for name in clause.offences if name.split()[-1] not in INTRODUCED]
            return
        if clause.nominal and begin < edge and self.low[begin] == "(":
            closed = offences.closed(self.low, begin, edge)
            named, _ = offences.read(self.doc, begin + 1, closed - 1, starts)
            if offences.likely(named) or (
                all(len(name.split()) < 3 for name in named) and not any(ch.isdigit() for name in named for ch in name)
            ):
                if named and not self.value(begin + 1):
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
                if word == "with" and (
                    self.low[k - 1] in ("connection", "accordance", "together", "along", "compliance")
                    or NOTICES & set(self.low[k + 1 : k + 5])  # "issued with court attendance notices for …"
                ):
                    continue
                if (
                    word == phrase[0]
                    and tuple(self.low[k : k + len(phrase)]) == phrase
                    and not (blocked and len(phrase) == 1)
                    and not (word == "of" and len(phrase) == 1 and k > begin and self.low[k - 1] in DEATHS)
                ):
                    if self._take(clause, k + len(phrase), edge, starts, len(phrase) > 1 or k - begin < 14):
                        return
            if not blocked:
                for phrase in WEAK:
                    strict = len(phrase) == 3
                    if (
                        word == phrase[0]
                        and tuple(self.low[k : k + len(phrase)]) == phrase
                        and self._take(clause, k + len(phrase), edge, starts, False, strict)
                    ):
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
            if (not word[0].isalnum() and word != "-") or (word in ("the", "and", "of") and at > k + 1):
                return None
        return None

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
        value = self.value(start)
        if value and value.i == start and value.kind in ("length", "date", "time", "money"):
            return False
        if (
            any((v := self.value(k)) and v.kind == "length" for k in range(start, min(edge, start + 5)))
            and not sure
        ):
            return False
        named, stop = offences.read(self.doc, start, edge, starts)
        if (
            self.low[stop : stop + 1] == [":"]
            and sure
            and (not named or named[0].startswith(("following", "offences", "charges")))
        ):
            clause.listed, clause.j = True, max(clause.j, stop + 1)
            return True
        named = [
            name
            for name in named
            if name
            not in (
                "following",
                "following charges",
                "following offences",
                "offences",
                "charges",
                "crimes",
                "following offenses",
                "offence",
                "same offence",
                "same offences",
                "same",
                "counts",
            )
        ]
        if not named or not (sure or offences.likely(named, strict)):
            return False
        clause.offences, clause.j = named, max(clause.j, stop)
        return True
