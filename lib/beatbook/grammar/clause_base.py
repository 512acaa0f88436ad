"""A status clause, and what the readers of its forms share."""

from dataclasses import dataclass, field

from beatbook.grammar.offence_words import vocabulary
from beatbook.grammar.people import Group
from beatbook.grammar.subjects import Subjects
from beatbook.grammar.triggers import Trigger
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

NEGATIONS = frozenset("no not zero without nor n't nil".split())
PLANNED = frozenset("will would could may might expect expected likely if".split())
INTRODUCING = frozenset(  # where a cue ends in these, the offences follow
    "suspicion allegedly over connection for on charge charges count counts multiple".split()
)
ELLIPTIC_BEHIND = frozenset(", ; : and including included with ( - – while of which".split())

# behind "both" that stands for the offences told
ALONE = frozenset("and at on in but when by after before following yesterday today earlier last".split())


@dataclass(slots=True)
class Clause:
    """A status of people as one clause states it.

    ``at`` is the trigger; [i, j) the tokens of the clause, ``end`` where the next one begins. ``listed`` says that its
    offences follow as a list; ``nominal`` that the trigger is a noun that counts people itself.
    """

    statuses: list[str]
    groups: list[Group]
    at: int
    i: int
    j: int
    end: int
    rule: str
    offences: list[str] = field(default_factory=list)
    months: float | int | None = None
    listed: bool = False
    nominal: bool = False
    head: int = 0
    restrictive: bool = False  # in a relative clause that says which people are meant
    same: bool = False  # "the same offence", "both charges": those told before
    each: list[float | int] = field(default_factory=list)  # terms told "respectively", one for each group



class ClauseReader:
    """One sentence with its groups of people, and the clauses read so far."""

    def __init__(self, doc: Doc, sentence: Sentence, groups: list[Group]):
        self.doc, self.low, self.sentence, self.groups = doc, doc.low, sentence, groups
        self.i, self.end = sentence.i, sentence.j
        self.subjects = Subjects(doc, self.i, self.end, groups)
        self.elliptic = [group.i for group in groups if self._elliptic(group)]
        self.found: list[Clause] = []
        self.triggers: list[Trigger] = []
        self.spread: Clause | None = None  # an inverted clause whose people have terms or offences of their own
        self.inherited: list[Group] = []
        self.people_behind: dict[int, frozenset[int]] = {}  # where people begin behind a clause, by its id
        self.last = sentence.i

    def _elliptic(self, group: Group) -> bool:
        """A counted group that goes straight on to an offence: "11 of them for …", "the other four with …"."""
        if group.kind not in ("bare", "new", "name") and not (group.kind == "rest" and group.numbered):
            return False
        if group.i > self.i and self.low[group.i - 1] not in ELLIPTIC_BEHIND:
            return False
        if not group.numbered and (group.i == self.i or self.low[group.i - 1] == "of"):
            return False  # "trafficking of a minor for …"
        if (group.names or group.ages) and self._of_crime(group):
            return True  # "A was convicted of murder and B of manslaughter"
        k = group.j
        while k < self.end and self.low[k] in ("were", "was", "people", "men", "women", "each", "apiece"):
            k += 1
        if not group.numbered:
            return self.low[k : k + 3] == ["on", "suspicion", "of"] or (k == group.j and self.low[k : k + 1] == ["for"])
        return k < self.end and (
            (self.low[k] in ("for", "with") and k == group.j)
            or self.low[k] == "for"
            or self.low[k : k + 2] in (["on", "suspicion"], ["on", "warrant"], ["on", "warrants"], ["on", "felony"])
        )

    def _of_crime(self, group: Group) -> int | None:
        """The first token of the offence in "B, 40, of manslaughter", "a woman of stealing"; None for no offence."""
        k = group.j + (self.low[group.j : group.j + 1] == [","])
        if self.low[k : k + 1] != ["of"] or k + 1 >= self.end:
            return None
        word = self.low[k + 1]
        crime = word in vocabulary()["noun"] or (word.endswith("ing") and len(word) > 5)
        return k + 1 if crime and self.doc.raw[k + 1].islower() else None

    def value(self, k: int) -> Value | None:
        """The value that token k belongs to, None behind the sentence."""
        return self.doc.value_at.get(k) if k < self.end else None

    def _all_told(self, k: int, edge: int) -> bool:
        """Whether "both" or "all three" at token k stands for the offences told: "admitted both"."""
        if k >= edge or self.low[k] not in ("both", "all"):
            return False
        k += 1 + (self.low[k + 1 : k + 2] == ["of"])
        k += k < edge and (self.low[k] in ("them", "these", "those") or self.value(k) is not None)
        return k >= edge or not self.low[k][0].isalnum() or self.low[k] in ALONE or self.value(k) is not None

    def _inside(self, at: int) -> bool:
        """Whether the trigger stands inside a group as a mere attribute: "the four arrested suspects"."""
        for group in self.groups:
            if group.partitive and group.kind == "bare":  # "nineteen of those detained", "four of the ten men arrested"
                behind = at == group.j and any(at < other.at < at + 5 for other in self.triggers)
                if group.i < at < group.j or behind:
                    return True
            elif group.i < at < group.j - 1 and group.kind != "whole":
                return True
        return False

    def _specific(self, group: Group) -> bool:
        return group.numbered or group.count == 1 or group.modifier == "vague" or bool(group.ages)

    def _fit(self, people: list[Group], status: str) -> list[Group]:
        """Only people such a status can befall, as this text means them."""
        if status in ("injured", "killed", "safeguarded"):
            return [] if any(self.low[group.i] == "whose" for group in people) else people
        fit = [group for group in people if group.role != "other" and (group.role != "victim" or group.names)]
        return people if len(fit) == len(people) else fit

    def _negated(self, k: int) -> bool:
        return not NEGATIONS.isdisjoint(self.low[max(self.i, k - 4) : k])

    def _planned(self, k: int) -> bool:
        first = max(self.i, k - 5)
        window = [w for w, raw in zip(self.low[first:k], self.doc.raw[first:k], strict=True) if raw != "May"]
        return not PLANNED.isdisjoint(window) or "to make" in " ".join(window)

    def _make(self, t: Trigger, people: list[Group], i: int, j: int, rule: str, nominal: bool = False) -> Clause | None:
        if not people:
            return None
        one = people[0]
        if (
            one.partitive
            and one.count == 1
            and one.i > self.i
            and self.low[one.i - 1] in ("was", "is")
            and len(people) == 1
        ):
            said = next((group for group in reversed(self.groups) if group.j <= one.i and group.kind != "whole"), None)
            if said:  # "A boy aged 13 was one of three people arrested"
                one.who, one.ages, one.names, i = said.who or one.who, said.ages, said.names, said.i
        j = j if nominal else max(j, t.j)
        if (
            not nominal
            and t.cover > j
            and self.low[t.cover - 1] not in INTRODUCING
        ):
            j = t.cover
        return Clause([t.status], people, t.at, i, j, self.end, rule, nominal=nominal, head=t.j)
