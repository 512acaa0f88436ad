"""Proper names: which runs of capitals are persons, organisations, operations, places, and which are still open."""

from beatbook.grammar.bodies import Bodies
from beatbook.grammar.holders import Holders
from beatbook.grammar.name_kinds import (
    BODY,
    COMMON,
    FORENAME,
    HOLDER,
    HOUSE,
    MODIFIER,
    STARTS_AGENCY,
    STARTS_PLACE,
    STREET,
    UNIT,
)
from beatbook.grammar.parts import OPERATION_WORDS, Name
from beatbook.grammar.runs import NORMAL, runs, style
from beatbook.grammar.second_look import SecondLook
from beatbook.grammar.sites import Sites
from beatbook.language.document import Doc, Sentence

OPENING = OPERATION_WORDS | {"strike", "task"}  # of operations


class Names(Holders, Bodies, Sites, SecondLook):
    """The names of one release."""

    def __init__(self, doc: Doc):
        super().__init__(doc)
        self.styles: list[str] = []
        for sentence in doc.sentences:
            how = style(doc, sentence, self.capital)
            self.styles.append(how)
            for i, j in runs(doc, sentence, self.flags, self.capital, how, self.vocab):
                self._parse(i, j, sentence, how)
        self.surnames: set[str] = set()
        self._broken_names()
        self._persons_by_context()
        self._small_heads()
        self._shared_heads()
        self._named_after_heads()
        self._listed_before_heads()
        self._units()
        low = doc.low
        self.surnames = {low[token] for name in self.all if name.kind == "person" for token in range(name.i, name.j)}
        # what longer open names hold that no preposition places; a person's, where it stands alone later
        self.perhaps = {
            low[token]
            for name in self.all
            if name.kind == "unknown" and name.row is None and name.j - name.i in (2, 3) and not self._placed(name.i)
            for token in range(name.i, name.j)
        }

    @property
    def persons(self) -> list[Name]:
        """The persons, in order."""
        return [name for name in self.all if name.kind == "person"]

    def _parse(self, i: int, j: int, sentence: Sentence, how: str) -> None:
        """One run: cut into names, left to right by what its words say."""
        flags, low = self.flags, self.doc.low
        at = j if OPENING.isdisjoint(low[i:j]) else i
        while at < j - 1:  # operations first: they part the run
            if not self._opens_operation(at):
                at += 1
                continue
            if at > i:
                self._parse_around(i, at, sentence, how)
            stop = first = at + 1 + (low[at] in ("strike", "task"))
            ends = HOLDER if how == NORMAL else COMMON | HOLDER  # a headline's capitals bound no name
            while stop < j and (stop == first or not flags[stop] & ends) and stop < first + 4:
                stop += 1
            self._add(at, stop, "operation")
            i = at = stop
        if i < j:
            self._parse_around(i, j, sentence, how)

    def _parse_around(self, i: int, j: int, sentence: Sentence, how: str) -> None:
        """A run, or a part of one, that holds no operation."""
        flags, low = self.flags, self.doc.low
        if j - i > 1 and self._covered(i, j):
            return
        kinds = 0  # of the run's words: no reader finds what none of them tells
        for k in range(i, j):
            kinds |= flags[k]
        holder = self._holder(i, j) if kinds & HOLDER and j - i > 1 else None
        if holder is not None:
            self._person(i, holder, j, sentence, how)
            return
        if (
            j - i > 1
            and flags[j - 1] & HOLDER
            and not flags[i] & FORENAME
            and not flags[j - 1] & STREET
            and low[j - 1] not in ("major", "col", "general")
        ):
            self._bodies_in_role(i, j - 1)
            self._add(i, j, "role")  # "Wellington District Prevention Manager"
            return
        if kinds & (STARTS_AGENCY | BODY | UNIT | HOUSE) and self._body(i, j):
            return
        self._place_or_unknown(i, j, sentence, how)

    def _opens_operation(self, k: int) -> bool:
        """Whether token k opens an operation's name: "Operation Larch", "Project Larch", "Strike Force Larch"."""
        low, flags = self.doc.low, self.flags
        if low[k] in ("strike", "task"):
            return (
                low[k + 1] == "force"
                and k + 2 < len(low)
                and self.doc.raw[k + 2][0].isupper()
                and not flags[k + 2] & (HOLDER | UNIT | BODY | COMMON | MODIFIER)
                and low[k] == "strike"
            )
        return low[k] in OPERATION_WORDS and not flags[k + 1] & (HOLDER | UNIT)

    def _covered(self, i: int, j: int) -> bool:
        """A run that is one known agency or place of several words: its rank words are none ("Port Talbot")."""
        low, flag = self.doc.low, self.flags[i]
        found = self.vocab.agencies.at(low, i, j) if flag & STARTS_AGENCY else None
        if found and found[0] == j:
            self._add(i, j, found[1]["kind"], row=found[1])
            return True
        found = self.vocab.places.at(low, i, j) if flag & STARTS_PLACE else None
        if found and found[0] == j:
            self._add(i, j, "unknown" if found[1]["ambiguous"] else "place", row=found[1])
            return True
        return False
