"""A group of people that a sentence mentions, and what the readers of its phrases share."""

from collections.abc import Iterable
from dataclasses import dataclass

from beatbook.grammar.person_names import Names
from beatbook.grammar.person_nouns import demonyms, nouns
from beatbook.language.document import Doc
from beatbook.language.value import Value

# words that end a noun phrase before its noun is met
STOP = frozenset(
    """a an the of in on at by for from with to into after before during under over against near behind between
    within without through since until following via about towards toward while when where who whom which that
    whose because as and or but if than then was were is are has have had will be been being would could should
    may might must can do does did not said says made found seized recovered led took went came ran carried left
    stopped told he she they it i we you him them his her its their our my your this these those there here , . ;
    : ( ) “ ” " ! ? … – — • / also later both all each 's ' ’ worth including resulted recalled bailed pleaded
    admitted received appeared remain remained remains face faces""".split()
)
VERBAL = frozenset("was is has had were pleaded pled admitted received appeared faces will remains also".split())
YEARS_OLD = ("year-old", "old", "year-olds", "olds")


@dataclass(slots=True)
class Group:
    """People mentioned at tokens [i, j).

    kind: "new" (indefinite), "definite", "pronoun", "name", "bare" (a number alone), "rest" ("the other two"),
    "nobody". ``who`` is None where no noun or pronoun says it; ``role`` tells agents of the state and victims from
    other people; ``words`` describe the person ("luton", "driver"). ``whole`` is the stated number of the group this
    one is part of, ``partitive`` says that it is part of one, stated or not.
    """

    i: int
    j: int
    kind: str
    count: int | None = None
    modifier: str = "exact"
    who: str | None = None
    role: str = "person"
    plural: bool = False
    ages: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    partitive: bool = False
    whole: int | None = None
    distinct: bool = False
    numbered: bool = False
    less: int = 0  # "all but two": how many of the whole are not meant


def includes(whole: Group, parts: Iterable[Group]) -> bool:
    """Whether people of these kinds can be those of the whole: "three Dutch, two Belgians" and "three men, two women"
    are told one after the other."""
    if not demonyms().isdisjoint(whole.words):
        return False
    return all(
        whole.who in (None, "person", part.who) or (whole.who == "child" and part.who in ("boy", "girl"))
        for part in parts
    )


class SentenceReader:
    """One sentence, or a part of one; keeps what all rules of its phrases need."""

    def __init__(self, doc: Doc, floor: int, end: int, names: Names, heading: bool):
        self.doc, self.floor, self.end, self.names, self.heading = doc, floor, end, names, heading
        self.notes = doc.sentence_of(floor).kind in ("item", "row", "heading")
        self.low, self.raw, self.nouns = doc.low, doc.raw, nouns()

    def word(self, i: int) -> str:
        """The lower-case word at token i, "" behind the sentence."""
        return self.low[i] if i < self.end else ""

    def value(self, i: int) -> Value | None:
        """The value that token i belongs to, None behind the sentence."""
        return self.doc.value_at.get(i) if i < self.end else None

    def starting(self, i: int, *kinds: str) -> Value | None:
        """The value of one of the kinds that starts at token i."""
        value = self.value(i)
        return value if value and value.i == i and value.kind in kinds else None
