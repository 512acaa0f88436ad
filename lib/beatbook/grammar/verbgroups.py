"""The auxiliaries, adverbs and negation before a participle or verb."""

from typing import NamedTuple

from beatbook.language.document import Doc

BE_ONE, BE_MANY, BE_ANY = (
    frozenset(("was", "is", "'s")),
    frozenset(("were", "are")),
    frozenset(("been", "be", "being", "got", "gets", "get")),
)
REMAIN = {
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
ADVERBS = frozenset(
    """also later subsequently then since now all each both initially already still immediately recently today yesterday jointly formally
    first again safely seriously fatally slightly critically allegedly successfully reportedly eventually duly currently ultimately further
    separately just only once soon swiftly quickly previously earlier tonight overnight promptly therefore thus either safely badly there
    far collectively altogether not never n't yet even unlawfully instead finally provisionally tragically sadly sadly, so twice additionally too likewise similarly
    individually respectively together unconditionally""".split()
)
NEGATIONS = frozenset("not never n't".split())
HYPOTHETIC = frozenset("if unless once whether until when".split())


class VerbGroup(NamedTuple):
    """What stands before a verb at its token: ``start`` is the first token of the group.

    ``be`` and ``have`` say which auxiliaries there are, ``number`` ("one", "many") what they agree with; ``finite`` whether
    there is one that is no participle; ``void`` whether the group is negated, planned or hypothetical.
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
    low = doc.low
    k, start = at, at
    be = have = finite = void = present = False
    number: str | None = None
    while k > floor:
        word = low[k - 1]
        value = doc.value_at.get(k - 1)
        if word in BE_ONE or word in BE_MANY:
            be = be or not have
            be, finite = True, True
            number = number or ("one" if word in BE_ONE else "many")
            present = present or word in ("is", "are", "'s")
            k = start = k - 1
            if (
                word == "'s"
                and k > floor
                and low[k - 1] not in PRONOUNS_BEFORE_S
                and low[at - 1] != "been"
                and "been" not in low[k:at]
            ):
                return VerbGroup(at, False, False, None, False, void, False)
        elif word in BE_ANY:
            be = True
            void = void or (word == "be" and (k - 2 < floor or low[k - 2] not in MODALS))  # "asked that he be held"
            void = void or (word == "being" and k - 2 >= floor and low[k - 2] in AVERTED)
            k = start = k - 1
        elif word in REMAIN:
            be = finite = True
            number = number or REMAIN[word]
            k = start = k - 1
        elif word in HAVE:
            have = True
            finite = finite or word != "having"
            number = number or HAVE[word]
            k = start = k - 1
        elif word in MODALS:
            if word == "to" and not be:
                break
            if (
                word == "to"
                and k - 2 >= floor
                and low[k - 2] in ("continue", "continues", "remain", "continued", "ordered")
            ):
                k = start = k - 2
                continue
            void = True
            k = start = k - 1
        elif word in ("both", "all", "each") and (k - 1 == floor or low[k - 2] in (".", ";", "“")):
            break  # "Both made …": the subject
        elif word in ADVERBS or (word.endswith("ly") and len(word) > 4):
            void = void or word in NEGATIONS
            k -= 1
            if not finite:
                start = k
        elif word.endswith("n't"):
            void = True
            be = be or word in ("wasn't", "weren't", "isn't", "aren't")
            k = start = k - 1
        elif (
            value
            and value.kind in ("date", "time")
            and value.j == k
            and (be or have or k == at)
            and value.i > floor
            and _aux_before(doc, value.i, floor)
        ):
            k = value.i - (low[value.i - 1] in ("on", "at", "in"))
        elif word == ")" and _aux_before(doc, _opening(low, k - 1, floor), floor):
            k = _opening(low, k - 1, floor)
        else:
            break
    if start > floor and low[start - 1] in HYPOTHETIC and not (low[start - 1] == "when" and finite):
        void = True
    if (start - 1 > floor and low[start - 2] in ("if", "unless")) or low[max(floor, start - 3) : start - 1].count("if"):
        void = True
    return VerbGroup(start, be, have, number, finite, void, present)


AVERTED = frozenset("from without risk avoid avoided risks".split())
PRONOUNS_BEFORE_S = frozenset("he she it that who".split())


def _opening(low: list[str], k: int, floor: int) -> int:
    for at in range(k, max(floor, k - 12), -1):
        if low[at] == "(":
            return at
    return k


def _aux_before(doc: Doc, k: int, floor: int) -> bool:
    """Whether an auxiliary stands at most three tokens before token k: a date has slipped into the verb group."""
    return any(
        word in BE_ONE or word in BE_MANY or word in BE_ANY or word in HAVE or word in ("(", ")", "yesterday", "today")
        for word in doc.low[max(floor, k - 3) : k]
    )
