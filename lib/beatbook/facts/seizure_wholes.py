"""Parts and wholes of seizures within sentences, lists and the sentence before."""

from dataclasses import replace
from itertools import pairwise

from beatbook.facts.seizure_candidates import Candidate, Scene
from beatbook.grammar.chains import holds
from beatbook.grammar.cue import Cue
from beatbook.grammar.thing_group import CONTRABAND, Group
from beatbook.grammar.thing_words import PERSONS, words
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

LIST_BLOCKS = words("list_block")
RESULT_WORDS = words("result")
NUMBERS = frozenset("numbers results result breakdown in".split())  # they announce results of every kind
AMONG = [["among", word] for word in ("them", "these", "those", "the")]
AMONG += [["of", word] for word in ("these", "those", "this", "that")]
FAR_BACK = 500  # how many things before a part may be its whole
BREAKDOWN = frozenset("include includes included comprised comprises".split())
DEALT_WITH = frozenset("given arrested charged fined cautioned warned issued reported bailed released".split())
ALL_OF_IT = frozenset("comprised comprise comprising consisted consist".split())
QUALIFYING = (["stolen"], ["loaded"], ["unregistered"])
CLOSED: tuple[list[str], ...] = ([], [")"], [","], ["."], ["–"], ["-"], ["—"], [";"])
SUBJECTS = frozenset("they these this it the those items among that all".split())


class Wholes:
    """Relates the things of a release to what they are parts of, and lists to what introduces them."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.scene = Scene()
        self.modes: dict[int, str] = {}  # of introducing sentences: "seize", "block" or ""
        self.openers: dict[int, list[Candidate]] = {}  # of introducing sentences: the things their list breaks down

    def _whole_of(self, group: Group, made: dict[int, Candidate]) -> Candidate | None:
        """The earlier candidate that "40 of the rounds" is a part of."""
        if group.parts_of != "of the" or group.quantity is None:
            return None
        past = [*self.scene.candidates[-60:], *list(made.values())[-60:]]
        whole = next(
            (
                one
                for one in reversed(past)
                if one.group.category == group.category
                and one.whole is None
                and (one.group.quantity or 0) > group.quantity
            ),
            None,
        )
        taken = "stolen" in self.doc.low[group.i : group.h] or self.doc.low[group.j : group.j + 1] in (
            ["taken"], ["stolen"], ["missing"])
        if whole is None and group.out_of and not taken:
            # "five of the seven guns recovered": the seven are told nowhere else
            known = replace(group, quantity=group.out_of, modifier="exact", parts_of="", out_of=None, det="number")
            whole = Candidate(
                known,
                self.doc.sentence_of(group.i).index,
                "strong",
                "of the",
                "body",
                span=self.doc.span(group.i, group.j),
            )
            self.scene.candidates.append(whole)
        return whole

    def _add_part(self, sentence: Sentence, made: dict[int, Candidate], whole: Candidate, part: Group) -> None:
        """Adds a part that the sentence tells by its number alone: it counts for what its whole counts for."""
        made[part.i] = Candidate(
            part, sentence.index, whole.cue, "of them", whole.mention, whole=whole,
            span=self.doc.span(part.i, part.j), block=whole.block,
        )
        whole.parts.append(made[part.i])

    def _qualified(self, sentence: Sentence, made: dict[int, Candidate]) -> None:
        """ "3 firearms, including one stolen", "5 handguns (2 stolen)": a part told by no more than an adjective."""
        low = self.doc.low
        for value in sentence.values:
            end = value.j + (low[value.j : value.j + 1] == ["reported"])
            if value.kind != "number" or value.number is None or low[value.i - 1] not in ("including", "(", "with"):
                continue
            if end >= len(low) or low[end : end + 1] not in QUALIFYING or low[end + 1 : end + 2] not in CLOSED:
                continue
            near = [one for i, one in sorted(made.items()) if i < value.i and (one.group.quantity or 0) > value.number]
            if near:
                part = replace(
                    near[-1].group, i=value.i, j=end + 1, quantity=value.number, maximum=None, modifier=value.modifier,
                    value=None, currency=None, det="number", calibre=None,
                )
                self._add_part(sentence, made, near[-1], part)

    def _antecedent(self, sentence: Sentence, made: dict[int, Candidate], before: int) -> Candidate | None:
        """What "them" or "it" stands for: the nearest counted thing before it, in this sentence or the one before."""
        near = [candidate for i, candidate in sorted(made.items()) if i < before]
        if near:
            return near[-1]
        past = [
            candidate
            for candidate in self.scene.candidates
            if candidate.sentence == sentence.index - 1 and candidate.whole is None
        ]
        return past[-1] if past else None

    def _partitives(self, sentence: Sentence, made: dict[int, Candidate], found: list[Group]) -> None:
        """ "six of them altered to fire", "one of them a Webley", "£90,000 of it", "of which 9 were pistols"."""
        self._qualified(sentence, made)
        for value in sentence.values:
            if not self._points_back(sentence, value):
                continue
            whole = self._parted(sentence, made, found, value)
            part = _share(whole.group, value) if whole is not None else None
            if whole is None or part is None:
                continue
            part.j = min(part.j, sentence.j)  # "of which 60 lbs": nothing stands behind
            self._specify(part, whole.group, value, made, found)
            self._add_part(sentence, made, whole, part)
        self._others(sentence, made, found)

    def _points_back(self, sentence: Sentence, value: Value) -> bool:
        """Whether "of them", "of which" or the like follows an amount."""
        low, j = self.doc.low, value.j
        if value.kind == "measure" and low[value.i - 2 : value.i] == ["of", "which"] and value.i - 2 > sentence.i:
            return True  # "213 lbs., of which 60 lbs. was dissolved in oil"
        if value.kind not in ("number", "money", "measure") or j + 1 >= sentence.j or low[j] != "of":
            return False
        if low[j + 1] in ("these", "those"):
            people = not PERSONS.isdisjoint(low[j + 2 : j + 3]) or not DEALT_WITH.isdisjoint(low[j + 2 : j + 5])
            return low[value.i - 1] not in ("every", "each") and not people
        return low[j + 1] in ("them", "which", "it", "whom") and low[value.i - 1] not in ("every", "each")

    def _parted(
        self, sentence: Sentence, made: dict[int, Candidate], found: list[Group], value: Value
    ) -> Candidate | None:
        """What an amount "of them" is a part of; None too where it is the number of all of them."""
        low = self.doc.low
        whole = self._antecedent(sentence, made, value.i)
        behind = low[value.j + 1 : value.j + 2]
        if whole is not None and behind in (["which"], ["whom"]) and value.i - whole.group.j > 3:
            whole = None  # "1,380 searches (92 of which were positive)"
        own = next((group for group in found if group.i in made and group.i <= value.i < group.j), None)
        if own is None:
            if whole is not None and self._own_number(sentence, whole, value):
                group = whole.group
                group.quantity, group.modifier = value.number, value.modifier
                group.unit = value.unit if value.kind == "measure" else group.unit or "item"
                whole.span = (whole.span[0], self.doc.ends[value.j + 1])
                return None
            return whole
        if own.kind != "money":
            return None
        if whole is None or whole.group is own:
            whole = self._antecedent(sentence, made, own.i)
        if whole is None or whole.group.kind not in ("cash", "money"):
            return None
        made.pop(own.i)
        return whole

    def _specify(
        self, part: Group, base: Group, value: Value, made: dict[int, Candidate], found: list[Group]
    ) -> None:
        """Gives a part the name that follows it: "one of them a Webley", "of which 9 were pistols"."""
        doc, low = self.doc, self.doc.low
        after = next(
            (one for one in found if 0 <= one.i - part.j <= 2 and (one.i not in made or one.det == "bare")), None
        )
        if after is not None and (holds(base, after) or after.category == base.category):
            part.item, part.j, part.category, part.calibre = after.item, after.j, after.category, after.calibre
            dropped = made.pop(after.i, None)
            if dropped is not None and dropped.whole is not None:
                dropped.whole.parts.remove(dropped)
        elif value.kind == "number" and low[part.j : part.j + 1] == ["a"] and part.j + 1 < len(low) and (
            doc.raw[part.j + 1][0].isupper()
        ):
            part.item, part.j = low[part.j + 1], part.j + 2

    def _others(self, sentence: Sentence, made: dict[int, Candidate], found: list[Group]) -> None:
        """ "nine of them for having no insurance and the other three for no tax": the last of a number's parts."""
        low = self.doc.low
        if "other" not in low[sentence.i : sentence.j] and "remaining" not in low[sentence.i : sentence.j]:
            return
        for value in sentence.values:
            if value.kind != "number" or low[value.i - 1] not in ("other", "remaining") or value.number is None:
                continue
            if low[value.i - 2] != "the" or any(group.i <= value.i < group.j for group in found):
                continue
            before = [one for i, one in sorted(made.items()) if i < value.i and one.rule == "of them"]
            whole = before[-1].whole if before else None
            if whole is None or sum(one.group.quantity or 0 for one in before) + value.number != whole.group.quantity:
                continue
            part = replace(whole.group, i=value.i, j=value.j, quantity=value.number, value=None, currency=None)
            self._add_part(sentence, made, whole, part)

    def _own_number(self, sentence: Sentence, whole: Candidate, value: Value) -> bool:
        """Whether "… of them" counts all that a plural without a number names: "football shirts: 16,500 of them"."""
        low, group = self.doc.low, whole.group
        known = group.det in ("bare", "the") or (group.det == "number" and group.value is not None)
        if whole.sentence != sentence.index or group.quantity is not None or not known:
            return False
        if value.kind == "money" or low[value.j + 1] not in ("them", "it") or value.i - group.j > 4:
            return False
        opens = low[value.i - 1] in (":", ",", "–", "—", "-", "(", "all", "some")
        return opens and low[value.j + 2 : value.j + 3] in ([","], ["."], [";"], [")"], ["–"], ["in"], [])

    def _previous_whole(self, sentence: Sentence, made: dict[int, Candidate]) -> None:
        """ "They include …", "The haul included …", "Nine were machetes": parts of what a sentence before counted."""
        low = self.doc.low
        includes = self._continues(sentence)
        earlier: list[Candidate] | None = None
        for candidate in list(made.values()):
            group = candidate.group
            shared = group.parts_of in ("were", "rest", "share")
            behind = low[group.j : group.j + 2] == ["among", "them"]
            told = includes or shared or behind
            if candidate.whole is not None or not told or group.det == "the":
                continue
            here = [one for i, one in sorted(made.items()) if i < group.i and one.whole is None]
            if group.parts_of == "share":  # "Rifles accounted for 702 of the guns", told long before
                told_before, here = [one for one in self.scene.candidates[-FAR_BACK:] if one.whole is None], []
            else:
                told_before = earlier = self._earlier(sentence) if earlier is None else earlier
            fit = [
                whole
                for whole in [*told_before, *(here if group.parts_of or behind else [])]
                if holds(whole.group, group)
                and ((whole.group.quantity or 2) >= (group.quantity or 0) or whole.group.unit != group.unit)
                and not (whole.group.category == "other" and group.category in CONTRABAND)
                and (whole.group.amount or whole.group.item != group.item)
            ]
            if not fit:
                continue
            whole = fit[0] if low[sentence.i] == "they" else fit[-1]
            candidate.whole = whole
            candidate.how = candidate.how or ("made up" if ALL_OF_IT & set(low[sentence.i : group.i]) else "")
            whole.parts.append(candidate)
            if whole.group.category == "counterfeit" and group.category in ("jewellery", "other"):
                group.category = "counterfeit"
            if whole.group.category == "stolen_property" and group.category == "other":
                group.category = "stolen_property"

    def _earlier(self, sentence: Sentence) -> list[Candidate]:
        """Counted things of the two sentences before, that may be broken down now; fakes and loot from far back."""
        return [
            one
            for one in self.scene.candidates[-FAR_BACK:]
            if one.whole is None
            and (
                sentence.index - 2 <= one.sentence < sentence.index
                or one.group.category in ("counterfeit", "stolen_property")
            )
        ]

    def _continues(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on about what the one before counted: "They included …", "Among them were …"."""
        first = self.doc.low[sentence.i : sentence.i + 8]
        if "them" in first and ["of", "them"] in (first[n : n + 2] for n in range(2, 5)) and PERSONS.isdisjoint(first):
            return True  # "The biggest share of them, 161, were handguns, the rest being …"
        if first[:2] in AMONG or first[:2] in (["included", "in"], ["included", "were"]):
            return True
        return first[0] in SUBJECTS and not BREAKDOWN.isdisjoint(first)

    def _lists(self, sentence: Sentence, signs: list[Cue], made: dict[int, Candidate]) -> None:
        """Notes what a list is introduced by, and relates the entries of an open list to its introduction."""
        low = self.doc.low
        if (
            sentence.index + 1 < len(self.doc.sentences)
            and self.doc.sentences[sentence.index + 1].intro == sentence.index
        ):
            words = self._words(sentence)
            seize = any(cue.good for cue in signs) or made or (RESULT_WORDS & words and not words & {"following"})
            blocked = words & LIST_BLOCKS
            strong = [cue.i for cue in signs if cue.good]
            last_block = max((t for t in range(sentence.i, sentence.j) if low[t] in LIST_BLOCKS), default=-1)
            if blocked and (not strong or strong[-1] < last_block):
                self.modes[sentence.index] = "block"
            elif seize:
                told = made or any(cue.good for cue in signs) or not RESULT_WORDS & words <= NUMBERS
                self.modes[sentence.index] = "seize" if told else "results"
                if made:
                    openers = [one for one in made.values() if one.whole is None]
                    full = not words & {"include", "included", "including", "includes"}
                    for opener in openers:
                        opener.listed = full
                    self.openers[sentence.index] = openers[::-1]
            elif any(not cue.good for cue in signs):
                self.modes[sentence.index] = "block"
            if not made and not blocked and (self._continues(sentence) or low[sentence.i] in ("they", "these")):
                openers = self._earlier(sentence)[-1:]  # "Of these:", "They were:"
                full = not {"of", "among", "include", "includes", "included"} & words
                for opener in openers:
                    opener.listed = opener.listed or full
                if openers:
                    self.openers[sentence.index], self.modes[sentence.index] = openers, "seize"
        broken_down = self.openers.get(sentence.intro, []) if sentence.intro is not None else []
        for candidate in made.values():
            if candidate.whole is not None:
                continue
            whole = next((one for one in broken_down if holds(one.group, candidate.group)), None)
            if whole is not None:
                whole.parts.append(candidate)
                if not whole.listed:
                    candidate.whole = whole

    def _words(self, sentence: Sentence) -> set[str]:
        return set(self.doc.low[sentence.i : sentence.j])


def _share(base: Group, value: Value) -> Group | None:
    """A part of a thing with an amount of its own; nothing but drugs is parted by weight."""
    if value.kind == "measure" and base.kind != "drug":
        return None
    part = Group(
        value.i, value.j + 2, base.h, base.k, base.kind, base.category, base.item, drug_class=base.drug_class
    )
    if value.kind == "money":
        part.value, part.currency, part.value_modifier = value.number, value.unit, value.modifier
    else:
        part.quantity, part.modifier = value.number, value.modifier
        part.unit = value.unit if value.kind == "measure" else base.unit or "item"
    return part


def drop_labels(doc: Doc, made: dict[int, Candidate]) -> None:
    """ "Drugs seized: 1.2kg cocaine, …": a word that only heads its own list is no thing of its own."""
    order = sorted(made)
    for i, after in pairwise(order):
        label = made[i].group
        gap = doc.low[label.j : after]
        if label.det == "bare" and not label.amount and ":" in gap and len(gap) <= 4:
            for part in made[i].parts:
                part.whole = None
            del made[i]
