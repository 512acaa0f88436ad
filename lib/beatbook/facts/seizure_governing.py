"""Why the things of a sentence count as seized: what governs them, the list they stand in, or neither."""

from bisect import bisect_left
from itertools import pairwise

from beatbook.facts.seizure_admission import CONTEXT_RULES, TELLS_OF_CRIME, by_default, in_context
from beatbook.facts.seizure_lists import Lists
from beatbook.facts.seizure_wholes import LIST_BLOCKS
from beatbook.grammar.chains import came_before, chains, goes_on
from beatbook.grammar.cue import Cue, verbs
from beatbook.grammar.reaching import reaches
from beatbook.grammar.thing_group import Group
from beatbook.grammar.thing_words import AUXILIARIES, BREAKERS, PERSONS
from beatbook.language.document import Doc, Sentence

DENIED = frozenset(("not", "never"))
NEW = frozenset("a number vague bare".split())  # determiners of what was not told before
STOPPING = frozenset(", ; . by with".split())


class Governing(Lists):
    """Tells for each list of things in a sentence what governs it."""

    def _governed(
        self, sentence: Sentence, found: list[Group], signs: list[Cue], mode: str
    ) -> dict[int, tuple[str, str]]:
        """Why the things of a sentence count, by their first token; those that are not there do not."""
        doc = self.doc
        opened = {cue.j for cue in signs}
        usable = [
            group
            for group in found
            if group.det not in ("no", "any") and (not group.place or group.i in opened or told_of(doc, group))
        ]
        governed: dict[int, tuple[str, str]] = {}
        rows = chains(doc, usable, signs)
        places = [cue.i for cue in signs]
        for n, chain in enumerate(rows):
            floor = rows[n - 1][-1].j if n else sentence.i
            ceiling = rows[n + 1][0].i if n + 1 < len(rows) else sentence.j
            near = signs[bisect_left(places, floor - 1) : bisect_left(places, ceiling)]
            why = self._govern(sentence, chain, near, mode)
            if why is not None:
                governed.update({group.i: why for group in chain})
        self._carry_on(sentence, rows, governed, signs)
        self._settle(sentence, found, governed)
        return governed

    def _settle(self, sentence: Sentence, found: list[Group], governed: dict[int, tuple[str, str]]) -> None:
        """Settles groups that point at other things: "it", the sum of them, the rest."""
        for group in found:  # "Officers seized a van after they found that it …": told already
            before = (one for one in found if one.i in governed and one.i < group.i)
            if group.parts_of == "it" and any(one.item == group.item for one in before):
                governed.pop(group.i, None)
        governed.update({group.i: ("strong", "more of it") for group in found if group.parts_of == "sum"})
        if governed or self._just_told(sentence):
            rest = (group for group in found if group.parts_of == "rest")
            for group in rest:
                if governed.get(group.i, ("default",))[0] == "default":
                    governed[group.i] = ("weak", "the rest")

    def _just_told(self, sentence: Sentence) -> bool:
        """Whether something was seized in the two sentences before."""
        return bool(self.scene.candidates) and self.scene.candidates[-1].sentence >= sentence.index - 2

    def _govern(self, sentence: Sentence, chain: list[Group], signs: list[Cue], mode: str) -> tuple[str, str] | None:
        """Why a chain counts: (strength of its verb, "list" or "default"; rule), or None."""
        doc = self.doc
        # only verbs next to the chain: a verb governs the first list after it, no further one
        for sign in signs:  # "Vehicles seized: 17": the verb stands within the entry
            if any(group.i <= sign.i < group.j for group in chain) and (sign.good or sign.rule != "contain"):
                if sign.good and mode == "seize" and sign.strength in ("goods", "held"):
                    return ("list", "list")  # "Vehicles held in the compound – 9"
                return (sign.strength, sign.rule) if sign.good else None
        cue = self._cue_of(sentence, chain, signs)
        if cue is not None:
            return (cue.strength, cue.rule) if cue.good else None
        behind = doc.low[chain[-1].j : min(chain[-1].j + 3, sentence.j)]
        if mode == "block" or (not DENIED.isdisjoint(behind[1:]) and behind[0] in AUXILIARIES):
            return None  # "Two knives were not seized"
        before = doc.low[sentence.i : chain[0].i]
        clear = not any(word in PERSONS or word in BREAKERS for word in before)
        if mode == "results" and all(group.amount for group in chain if group.det != "bare"):
            clear = clear and len(before) < 4
            words = doc.low[sentence.i : sentence.j]
            blocked = not (LIST_BLOCKS.isdisjoint(words) and TELLS_OF_CRIME.isdisjoint(words))
            if clear and not before and sentence.kind in ("item", "row") and not blocked:
                return ("list", "entry")
            return ("default", "entry") if clear else by_default(doc, self.scene, sentence, chain, before)
        if mode == "seize":
            return ("list", "list") if clear and len(before) < 12 else None
        return by_default(doc, self.scene, sentence, chain, before)

    def _cue_of(self, sentence: Sentence, chain: list[Group], signs: list[Cue]) -> Cue | None:
        """The cue that governs a chain: the last before it, else a strong one behind it, else one in its middle."""
        doc = self.doc
        right = [cue for cue in signs if cue.j <= chain[0].i and reaches(doc, cue, chain)]
        if right and right[-1].rule == "they include" and not self._just_told(sentence):
            right = []
        left = [cue for cue in signs if cue.i >= chain[-1].j - 1 and reaches(doc, cue, chain)]
        new = all(group.det in NEW for group in chain)
        right, left = (
            [
                cue for cue in side
                if cue.rule not in CONTEXT_RULES or (new and in_context(doc, self.scene, sentence, cue.rule))
            ]
            for side in (right, left)
        )
        strong = [cue for cue in left if cue.strength == "strong"]
        if right and not right[-1].good and strong and strong[0].good:
            right = []  # "was found to have no insurance, and the car was seized"
        if right and right[-1].reach == "both" and strong and strong[0].good and strong[0].i == chain[-1].j:
            right = []  # "200 plants destroyed and £12,450 cash recovered"
        if right or left:
            return (right[-1:] or strong or left)[0]
        cue = None
        for n in range(1, len(chain)):  # a passive in the middle: "a gun was found, with four rounds"
            inner = [sign for sign in signs if chain[n - 1].j <= sign.i < chain[n].i and sign.good]
            if inner and (inner[0].reach != "right" or "include" in inner[0].rule):
                cue = inner[0]
        return cue

    def _carry_on(
        self, sentence: Sentence, rows: list[list[Group]], governed: dict[int, tuple[str, str]], signs: list[Cue]
    ) -> None:
        """What governs a list governs its later entries too, whatever describes those between: "tools used to open
        the safe and £400 believed to be …", "forty cards in other people's names; a ledger", "recovered: two handguns".
        """
        last: Group | None = None
        for chain in rows:
            if last is not None and chain[0].i not in governed:
                for n, group in enumerate(chain):
                    if goes_on(self.doc, sentence, last, group, chain[-1], signs):
                        governed.update({later.i: governed[last.i] for later in chain[n:]})
                        break
            last = chain[-1] if chain[-1].i in governed else last
        for chain, after in pairwise(rows[::-1]):  # back from a passive: "paper used to print, and ink were"
            why = governed.get(chain[0].i)
            if why is not None and after[-1].i not in governed and (
                came_before(self.doc, after[-1], chain[0]) and not any(cue.i < chain[0].i for cue in signs)
            ):
                governed.update({group.i: why for group in after})


def told_of(doc: Doc, group: Group) -> bool:
    """Whether a thing behind a preposition is what is told of: "were among the 1,126 firearms", "ran from a Ford, which
    was searched and seized".
    """
    low, j = doc.low, group.j
    if (group.quantity is not None and low[group.i - 1] == "among") or low[group.i - 2 : group.i] == ["interest", "in"]:
        return True
    t = j + (low[j] == ",") if j + 3 < len(low) else j
    if t + 2 >= len(low) or low[t] not in ("which", "that") or low[t + 1] not in AUXILIARIES:
        return False
    for word in low[t + 2 : t + 10]:
        if word in STOPPING:
            return False
        if word in verbs() and verbs()[word]["strength"] == "strong":
            return True
    return False
