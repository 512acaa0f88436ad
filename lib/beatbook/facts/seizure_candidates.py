"""What was read of one release before its document level is settled."""

from dataclasses import dataclass, field

from beatbook.grammar.thing_group import Group


@dataclass(slots=True, eq=False)  # wholes and parts point at each other
class Candidate:
    """A group with its standing in the release, before the document level settles repeats and totals.

    ``cue``: "list", "default" or the strength of the verb; ``whole``: the candidate it is a part of; ``listed``: it
    introduces a list of its parts that adds up to it; ``mention``: "head" (headline, first sentence), "body", "quote".
    """

    group: Group
    sentence: int
    cue: str
    rule: str
    mention: str
    role: str = "item"
    whole: "Candidate | None" = None
    listed: bool = False
    how: str = ""  # how the whole it is a part of introduces it: "including", "bracket" or "list"
    span: tuple[int, int] = (0, 0)
    block: int = 0  # the sentence that introduces the list it stands in, else its own
    priced: tuple[int, int] | None = None  # where the value stands, if outside the span
    parts: list["Candidate"] = field(default_factory=list)


@dataclass(slots=True)
class Valuation:
    """A sentence that says only what things named before are worth: "The cocaine has a street value of …"."""

    group: Group | None
    amount: Group
    sentence: int
    combined: bool
    span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Scene:
    """What was read of one release, for the document level."""

    candidates: list[Candidate] = field(default_factory=list)
    valuations: list[Valuation] = field(default_factory=list)
    smuggled: list[Group] = field(default_factory=list)  # drugs with a value that the lead says were smuggled
