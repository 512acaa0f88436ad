"""One sentence of a release with the people it speaks of and what became of them."""

from dataclasses import dataclass, field

from beatbook.grammar.clauses import Clause
from beatbook.grammar.people import Group
from beatbook.language.document import Sentence


@dataclass(slots=True)
class Statement:
    """One sentence with its groups of people and status clauses.

    ``whole`` is the number that its bare counts are part of (stated by the sentence or the list's introduction), 0
    where a whole is meant but not counted; ``quoted`` marks speech; ``lead`` the headline and the
    first paragraph that tells of outcomes, which may sum up what is told again below.
    """

    sentence: Sentence
    groups: list[Group]
    clauses: list[Clause]
    whole: int | None = None
    quoted: bool = False
    heading: bool = False
    lead: bool = False
    apart: bool = False  # another incident: nobody is told twice
    done: int = -1  # token of the participle that names an uncounted whole: "of those arrested"
    parts: set[int] = field(default_factory=set)  # ids of groups that are parts of the whole
