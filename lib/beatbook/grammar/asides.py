"""Asides about a subject: whom dashes, "namely" or a relative clause tell before the verb comes."""

from beatbook.grammar.people import Group, nouns
from beatbook.grammar.verbgroups import FINITE
from beatbook.language.document import Doc

NAMELY = frozenset(("namely", "viz"))


class Asides:
    """One sentence with its groups; finds what stands between a subject and its verb."""

    def __init__(self, doc: Doc, i: int, end: int, groups: list[Group]):
        self.doc, self.low, self.i, self.end, self.groups = doc, doc.low, i, end, groups
        self.nouns = nouns()

    def _closed_aside(self, group: Group, start: int) -> bool:
        """A part told in an aside: "five people, three of them children, were", "four, one of whom was ill, were"."""
        if not group.partitive:
            return False
        if self.low[group.j - 1] in self.nouns and self.low[group.j] == ",":
            return True
        between = self.low[group.j : start]
        return self.low[group.j - 1] == "whom" and "," in between and not FINITE.isdisjoint(between)

    def _tells_some(self, group: Group, start: int) -> bool:
        """Whether a group stands in an aside about some of the subject: "Six people, most of them students, were …"."""
        part = next((left for left in self.groups if left.partitive and left.j == group.i), group)
        if part.i <= self.i or self.low[part.i - 1] != "," or not (part.partitive or part.kind == "bare"):
            return False
        if part.modifier != "vague" or "," not in self.low[group.j : start]:
            return False
        return any(left.j == part.i - 1 for left in self.groups) and FINITE.isdisjoint(self.low[self.i : part.i])

    def _aside(self, group: Group, start: int) -> tuple[int, int] | None:
        """The tokens between dashes right behind a group: "The five men – A, 34; B, 22 – were charged"."""
        if self.low[group.j : group.j + 1] not in (["–"], ["—"]):
            return None
        end = next((k for k in range(group.j + 1, start) if self.low[k] in ("–", "—")), None)
        return (group.j, end + 1) if end else None

    def _told_aside(self, group: Group, start: int) -> list[Group]:
        """ "The suspects – two men in their 20s and a boy – were arrested": those counted between the dashes."""
        aside = self._aside(group, start) if group.plural and group.count is None and not group.names else None
        told = [one for one in self.groups if aside and aside[0] < one.i < aside[1]]
        return told if all(one.kind == "new" and one.count for one in told) else []

    def _named_aside(self, group: Group, start: int) -> list[Group]:
        """The people named between dashes or behind "namely" after the group that they are."""
        aside = self._aside(group, start) if group.plural else None
        if group.plural and not NAMELY.isdisjoint(self.low[group.j : min(start, group.j + 8)]):
            aside = group.j, start
        return [one for one in self.groups if aside and one.names and aside[0] < one.i < aside[1]]
