"""The auxiliaries, adverbs and negation before a participle or verb."""

from typing import NamedTuple

from beatbook.language.document import Doc

BE_ONE = frozenset(("was", "is", "'s"))
BE_MANY = frozenset(("were", "are"))
BE_ANY = frozenset(("been", "be", "being", "got", "gets", "get"))
REMAIN = {  # verbs that take a state, with the number they agree with
    "remain": "many",
    "remains": "one",
    "remained": None,
    "stay": "many",
    "stays": "one",
    "stands": "one",
    "stand": "many",
    "stood": None,
    "remaining": None,
    "continue": "many",
    "continues": "one",
    "kept": None,
}
HAVE = {"has": "one", "have": "many", "had": None, "having": None}
MODALS = frozenset("will would shall should may might must could can to cannot 'll".split())
FINITE = (  # a clause with one of these has its verb
    BE_ONE | BE_MANY | frozenset(HAVE) | MODALS | frozenset(REMAIN) | frozenset("did does do said says say".split())
) - {"to", "having", "remaining", "kept", "remained", "'s"}
ADVERBS = frozenset(
    """also later subsequently then since now all each both initially already still immediately recently today
    yesterday jointly formally first again safely seriously fatally slightly critically allegedly successfully
    reportedly eventually duly currently ultimately further separately just only once soon swiftly quickly previously
    earlier tonight overnight promptly therefore thus either badly there far collectively altogether not never n't yet
    even unlawfully instead finally provisionally tragically sadly so twice additionally too likewise similarly
    individually respectively together unconditionally""".split()
)
NEGATIONS = frozenset("not never n't".split())
NOT_BE = frozenset("wasn't weren't isn't aren't".split())
HYPOTHETIC = frozenset("if unless once whether until when".split())
LASTING = frozenset(  # "continues to be held" is a fact, as is "found to be wanted"
    "continue continues remain continued ordered found discovered shown proved had needed".split()
)
ABLE = frozenset(("able", "managed"))  # "was able to post a bond"
AVERTED = frozenset("from without risk avoid avoided risks".split())
BEFORE_S = frozenset("he she it that who".split())
BRACKET = 12  # tokens an aside may have
SLIPPED_IN = BE_ONE | BE_MANY | BE_ANY | frozenset(HAVE) | frozenset("( ) yesterday today".split())


class VerbGroup(NamedTuple):
    """What stands before a verb at its token: ``start`` is the first token of the group.

    ``be`` and ``have`` say which auxiliaries there are, ``number`` ("one", "many") what they agree with; ``finite``
    whether there is one that is no participle; ``void`` whether the group is negated, planned or hypothetical;
    ``present`` whether it is "is" or "are".
    """

    start: int
    be: bool
    have: bool
    number: str | None
    finite: bool
    void: bool
    present: bool


def verb_group(doc: Doc, at: int, floor: int) -> VerbGroup:
    """The verb group that ends before token ``at`` and does not begin before ``floor``."""
    return _Reader(doc, at, floor).read()


class _Reader:
    """Walks to the left from a verb over what belongs to its group."""

    def __init__(self, doc: Doc, at: int, floor: int):
        self.doc, self.low, self.at, self.floor = doc, doc.low, at, floor
        self.start = at
        self.be = self.have = self.finite = self.void = self.present = False
        self.number: str | None = None

    def read(self) -> VerbGroup:
        """The group; no more than the verb where "'s" turns out to be a genitive."""
        k = self.at
        while k > self.floor:
            word = self.low[k - 1]
            if word == "'s" and self._genitive(k - 1):
                return VerbGroup(self.at, False, False, None, False, self.void, False)
            further = self._auxiliary(k, word)
            if further is None:
                further = self._slipped_in(k, word)
                if further is None:
                    break
                k = further
            else:
                k = self.start = further
        self.void = self.void or self._hypothetic()
        return VerbGroup(self.start, self.be, self.have, self.number, self.finite, self.void, self.present)

    def _auxiliary(self, k: int, word: str) -> int | None:
        """The token where the group now starts, if an auxiliary ends at token k."""
        before = self.low[k - 2] if k - 2 >= self.floor else ""
        if word in BE_ONE or word in BE_MANY:
            self._finite("one" if word in BE_ONE else "many")
            self.be = True
            self.present = self.present or word in ("is", "are", "'s")
        elif word in BE_ANY:
            self.be = True
            subjunctive = word == "be" and before not in MODALS  # "asked that he be held"
            self.void = self.void or subjunctive or (word == "being" and before in AVERTED)
        elif word in REMAIN:
            self._finite(REMAIN[word])
            self.be = True
        elif word in HAVE:
            self.have, self.finite = True, self.finite or word != "having"
            self.number = self.number or HAVE[word]
        elif word in MODALS and not (self.doc.raw[k - 1] == "May" and k - 1 > self.floor):  # the month
            if word == "to" and not self.be:
                return k - 2 if before in ABLE else None
            if word == "to" and before in LASTING:
                return k - 2
            self.void = True
        elif word.endswith("n't"):
            self.void, self.be = True, self.be or word in NOT_BE
        else:
            return None
        return k - 1

    def _finite(self, number: str | None) -> None:
        self.finite, self.number = True, self.number or number

    def _slipped_in(self, k: int, word: str) -> int | None:
        """The token before what stands between auxiliary and verb and ends at token k: an adverb, a date, an aside."""
        low, floor = self.low, self.floor
        if word in ("both", "all", "each") and (k - 1 == floor or low[k - 2] in (".", ";", "“")):
            return None  # "Both made …": the subject
        if word in ADVERBS or (word.endswith("ly") and len(word) > 4):
            self.void = self.void or word in NEGATIONS
            self.start = self.start if self.finite else k - 1
            return k - 1
        if word == "addition" and low[k - 2] == "in" and k - 2 > floor:
            return k - 2  # "had in addition been convicted"
        value = self.doc.value_at.get(k - 1)
        dated = value and value.kind in ("date", "time") and value.j == k and value.i > floor
        if value and dated and (self.be or self.have or k == self.at) and self._aux_before(value.i):
            return value.i - (low[value.i - 1] in ("on", "at", "in"))
        if word == ")":
            opening = next((at for at in range(k - 1, max(floor, k - BRACKET), -1) if low[at] == "("), k - 1)
            return opening if self._aux_before(opening) and opening < k else None
        return None

    def _genitive(self, k: int) -> bool:
        """Whether "'s" at token k is no "is": "Luton's arrested men"."""
        return k > self.floor and self.low[k - 1] not in BEFORE_S and "been" not in self.low[k : self.at]

    def _aux_before(self, k: int) -> bool:
        """Whether an auxiliary stands at most three tokens before token k."""
        return not SLIPPED_IN.isdisjoint(self.low[max(self.floor, k - 3) : k])

    def _dated(self) -> bool:
        """Whether a day is told right behind the verb: "when arrested on 4 December" tells what happened."""
        values = (self.doc.value_at.get(self.at + ahead) for ahead in (1, 2))
        return any(value is not None and value.kind == "date" for value in values)

    def _hypothetic(self) -> bool:
        """ "if he is convicted", "once arrested": a condition."""
        start, floor, low = self.start, self.floor, self.low
        before = low[start - 1] if start > floor else ""
        if before in HYPOTHETIC and not (before == "when" and (self.finite or self._dated())):
            return True
        if start - 1 > floor and low[start - 2] in ("if", "unless"):
            return True
        return "if" in low[max(floor, start - 3) : max(start - 1, 0)]
