"""Whom a participle is about where its subject is not simply before it: carried on, told in front, told by a trade."""

from beatbook.grammar.clause_base import Clause
from beatbook.grammar.complements import GOVERNING, Complements
from beatbook.grammar.people import Group
from beatbook.grammar.triggers import Trigger
from beatbook.grammar.verbgroups import FINITE, VerbGroup

FRONTED = frozenset("having been after being first later originally initially".split())
CARRIED = frozenset("sentenced charged convicted remanded released bailed pleaded_guilty".split())
OF_PERSONS = frozenset("charged sentenced convicted arrested pleaded_guilty remanded bailed".split())
BEFORE_TRADE = frozenset("a an the former ex-".split())
TRADE_ENDS = frozenset("of from at in with for who whose , ( and on by".split())
TRADES = ("er", "or", "ist", "ian", "eer", "ant", "yst", "ee", "smith")
NO_TRADE = frozenset(
    "order matter number letter trailer computer center centre river counter container officer another other together "
    "tractor motor door floor plant restaurant warrant employer burger liquor vendor".split()
)
LONGEST_SUBJECT = 30
COURT_REACH = 18  # tokens that court and day take in "is due to appear in court on Monday charged with"
FRONTED_REACH = 16  # tokens from a fronted participle to its comma


class ParticipleSubjects(Complements):
    """The subjects of participles."""

    def _subject(self, t: Trigger, verb: VerbGroup) -> list[Group]:
        """The subject; "appeared before magistrates on Tuesday charged with …" goes on from who appeared."""
        before = self.found[-1] if self.found else None
        if before and t.status == "charged" and not verb.be and before.statuses == ["appeared_in_court"]:
            between = [group for group in self.groups if before.j <= group.i and group.j <= t.at]
            if all(group.names for group in between):
                return self.inherited
        bare = not verb.be or not verb.finite
        people = self.subjects.before(verb.start, verb.number, bare, self.inherited, self.last)
        charged = not people and t.status == "charged" and bare and "once" not in self.low[verb.start : t.at]
        if charged and (k := self._to_appear(verb.start)):
            people = self.subjects.before(k, None, False, self.inherited, self.last)
        return people

    def _fronted(self, t: Trigger) -> list[Group]:
        """ "Having been arrested, the woman was released", "Arrested at home, a man of 30 was …": who follows."""
        if t.at > self.i + 4 or not FRONTED.issuperset(self.low[self.i : t.at]):
            return []
        comma = next((k for k in range(t.j, min(self.end, t.j + FRONTED_REACH)) if self.low[k] == ","), None)
        if comma is None or not FINITE.isdisjoint(self.low[t.j : comma]):
            return []
        people = self._fit(self.subjects.after(comma + 1, 0), t.status)
        behind = self.low[people[-1].j : people[-1].j + 2] if people else []
        ahead = next((word for word in behind if word != ","), "")
        return people if ahead in FINITE else []

    def _to_appear(self, end: int) -> int | None:
        """Where the verb begins in "is due to appear in court", said of somebody before token ``end``."""
        for k in range(end - 1, max(self.i, end - COURT_REACH), -1):
            if self.low[k] in ("appear", "reappear", "re-appear"):
                return next((at for at in range(k - 1, max(self.i, k - 5), -1) if self.low[at] in FINITE), None)
            if self.low[k] in (";", "."):
                return None
        return None

    def _list_head(self, t: Trigger, verb: VerbGroup) -> Clause | None:
        """ "Charged with conspiracy:" rules the list below."""
        heads = self.low[self.end - 1] == ":" or self.sentence.kind == "heading"
        if not heads or t.status not in GOVERNING or verb.start > self.i + 3:
            return None
        if any(group.j <= t.at for group in self.groups):
            return None
        return Clause([t.status], [], t.at, t.at, t.j, self.end, "list head", head=t.j)

    def _carried(self, t: Trigger, verb: VerbGroup) -> list[Group]:
        """ "Jailed for 14 years." after a sentence on the same person."""
        if verb.be or verb.start != self.i or t.status not in CARRIED or self._list_head(t, verb):
            return []
        near = bool(self.groups) and self.groups[0].i <= t.j + 2
        return [] if near else [Group(t.at, t.at + 1, "carried")]

    def _by_trade(self, t: Trigger, verb: VerbGroup) -> list[Group]:
        """ "A former sub-contractor was sentenced": somebody by a trade that no lexicon has, where nobody else is."""
        if t.status not in OF_PERSONS or verb.number == "many" or any(group.j <= verb.start for group in self.groups):
            return []
        starts = (k for k in range(self.i, verb.start) if self.low[k] in BEFORE_TRADE)
        begin = next(starts, None)
        if begin is None or verb.start - begin > LONGEST_SUBJECT:
            return []
        if begin > self.i and self.low[begin - 1] not in ("–", "—", "-", "that", ",", ":"):
            return []
        end = next((k for k in range(begin + 1, verb.start) if self.low[k] in TRADE_ENDS), verb.start)
        noun = self.low[end - 1]
        if end < begin + 2 or not noun.endswith(TRADES) or noun in NO_TRADE:
            return []
        if not FINITE.isdisjoint(self.low[begin:end]):
            return []
        return [Group(begin, end, "new", 1, who="person")]
