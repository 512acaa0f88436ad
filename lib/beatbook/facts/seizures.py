"""Seizures: which noun groups are things that police seized, recovered, found or were handed.

A group counts where a seizure verb or list governs it; contraband with a number counts by default in a sentence of
fact, unless the sentence is about an offence, a sale, an attack or a theft.
"""

from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from beatbook.grammar import assertion
from beatbook.grammar.amounts import value_cue, worth
from beatbook.grammar.chains import chains, containers, holds, open_groups
from beatbook.grammar.seizing import Cue, cues, reaches, triggers
from beatbook.grammar.thing_group import CONTRABAND, Group, lexicon
from beatbook.grammar.thing_words import AUXILIARIES, BREAKERS, CIVILIANS, PERSONS, POLICE, words
from beatbook.grammar.things import groups
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Term

TELLS_OF_CRIME = words("crime")
LIST_BLOCKS = words("list_block")
RESULT_WORDS = words("result")
DONE_OTHERWISE = words("done_otherwise")
MONEY_NOT_FOUND = words("not_cash")
SECTION_WORDS = frozenset("seized seizures recovered confiscated seizure recoveries confiscations".split())
ARRESTED = words("arrest")
CONTAINERS = words("container")


@dataclass(slots=True)
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


def read(doc: Doc) -> Scene:
    """All candidates of one release, in the order of the text."""
    return Reader(doc).read()


class Reader:
    """Goes through a release sentence by sentence and remembers which lists are open."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.scene = Scene()
        self.modes: dict[int, str] = {}  # of introducing sentences: "seize", "block" or ""
        self.openers: dict[int, Candidate] = {}  # of introducing sentences: the thing that their list breaks down
        self.triggers = triggers()
        self.section: int | None = None  # the last line that heads a list of seizures without introducing it

    def read(self) -> Scene:
        """The candidates and valuations of the whole release."""
        doc = self.doc
        terms = _terms_by_sentence(doc)
        self.drugs = [
            (i, term)
            for i, term in sorted(doc.terms(lexicon()).items())
            if term.row["type"] == "drugs" and not term.row["mark"]
        ]
        for sentence in doc.sentences:
            own = terms.get(sentence.index, [])
            scope = doc.scopes[sentence.index] if doc.scopes else assertion.FACT
            if scope in (assertion.BOILERPLATE, assertion.GENERAL, assertion.HISTORIC):
                self.modes[sentence.index] = "block"
                continue
            words = doc.low[sentence.i : sentence.j]
            mode = self.modes.get(sentence.intro, "") if sentence.intro is not None else self._heading_mode(sentence)
            mode = mode or self._section(sentence, words)
            hot = any(term.row["category"] in CONTRABAND and term.row["type"] != "packages" for term in own)
            if (
                mode == "seize"
                or hot
                or words[-1] == ":"
                or not self.triggers.isdisjoint(words)
                or any(value.kind == "money" for value in sentence.values)
            ):
                self._sentence(sentence, own, scope, mode)
        return self.scene

    def _heading_mode(self, sentence: Sentence) -> str:
        """A list without an introduction under a heading such as "What was recovered"."""
        if sentence.heading is None or sentence.kind not in ("item", "row"):
            return ""
        words = self._words(self.doc.sentences[sentence.heading])
        if words & LIST_BLOCKS:
            return "block"
        return "seize" if words & {"recovered", "seized", "seizures", "confiscated", "found"} else ""

    def _section(self, sentence: Sentence, words: list[str]) -> str:
        """Short lines under a line that says "Seized items" or "Seizures", whatever the layout took them for."""
        fragment = len(words) <= 14 and words[-1] not in (".", "!", "?", "”", '"') and sentence.kind != "item"
        if (
            fragment
            and len(words) <= 6
            and not sentence.values
            and SECTION_WORDS & set(words)
            and not LIST_BLOCKS & set(words)
        ):
            self.section = sentence.index
            return ""
        if not fragment:
            self.section = None
            return ""
        return (
            "seize"
            if self.section is not None
            and sentence.index - self.section < 30
            and sentence.values
            and not LIST_BLOCKS & set(words)
            else ""
        )

    def _words(self, sentence: Sentence) -> set[str]:
        return set(self.doc.low[sentence.i : sentence.j])

    def _sentence(self, sentence: Sentence, own: list[Term], scope: str, mode: str) -> None:
        doc = self.doc
        signs = cues(doc, sentence)
        found = self._values(sentence, groups(doc, sentence, own), signs)
        good = [cue for cue in signs if cue.good and cue.strength in ("strong", "weak")]
        if mode == "seize" or good:
            start = (
                sentence.i
                if mode == "seize" or any(cue.reach != "right" for cue in good)
                else min(cue.j for cue in good)
            )
            extra = open_groups(doc, sentence, found, start, mode == "seize" and sentence.kind != "prose")
            found = sorted(found + extra, key=lambda group: group.i)
        suspicion(doc, found)
        _predicates(doc, sentence, found)
        self._unnamed(found)
        usable = [
            group
            for group in found
            if group.det not in ("no", "any")
            and not (
                group.place
                and not (
                    any(cue.j == group.i for cue in signs)
                    or (group.quantity is not None and doc.low[group.i - 1] == "among")
                )
            )
        ]
        governed: dict[int, tuple[str, str]] = {}
        rows = chains(doc, usable, signs)
        for n, chain in enumerate(rows):
            floor = rows[n - 1][-1].j if n else sentence.i
            ceiling = rows[n + 1][0].i if n + 1 < len(rows) else sentence.j
            why = self._govern(sentence, chain, [cue for cue in signs if floor - 1 <= cue.i < ceiling], scope, mode)
            if why is not None:
                governed.update({group.i: why for group in chain})
        made = self._candidates(sentence, found, governed, scope)
        _drop_labels(doc, made)
        self._partitives(sentence, made, found)
        self._previous_whole(sentence, made)
        self._lists(sentence, signs, made)
        self.scene.candidates.extend(sorted(made.values(), key=lambda candidate: candidate.span))

    def _unnamed(self, found: list[Group]) -> None:
        """Gives "another 400 grams", "a further two kilos of the drug" the name of the drug spoken of last."""
        for group in found:
            if group.mark == "generic" and group.parts_of == "the" and group.item == "drugs":
                named = next((term for i, term in reversed(self.drugs) if i < group.i), None)
                if named is not None:
                    group.item, group.mark, group.drug_class = named.row["item"], "", named.row["drug_class"] or None

    def _govern(
        self, sentence: Sentence, chain: list[Group], signs: list[Cue], scope: str, mode: str
    ) -> tuple[str, str] | None:
        """Why a chain counts: (strength of its verb, "list" or "default"; rule), or None."""
        doc = self.doc
        # only verbs next to the chain: a verb governs the first list after it, no further one
        for cue in signs:  # "Vehicles seized: 17": the verb stands within the entry
            if any(group.i <= cue.i < group.j for group in chain):
                return (cue.strength, cue.rule) if cue.good else None
        right = [cue for cue in signs if cue.j <= chain[0].i and reaches(doc, cue, chain)]
        if (
            right
            and right[-1].rule == "they include"
            and not (self.scene.candidates and self.scene.candidates[-1].sentence >= sentence.index - 2)
        ):
            right = []
        left = [cue for cue in signs if cue.i >= chain[-1].j - 1 and reaches(doc, cue, chain)]
        strong = [cue for cue in left if cue.strength == "strong"]
        cue = right[-1] if right else strong[0] if strong else left[0] if left else None
        if cue is None:
            for n in range(1, len(chain)):  # a passive in the middle: "a gun was found, with four rounds"
                inner = [sign for sign in signs if chain[n - 1].j <= sign.i < chain[n].i and sign.good]
                if inner and inner[0].reach != "right":
                    cue = inner[0]
        if cue is not None:
            return (cue.strength, cue.rule) if cue.good else None
        if mode == "block":
            return None
        before = doc.low[sentence.i : chain[0].i]
        if mode == "seize":
            clear = not any(word in PERSONS or word in BREAKERS for word in before) and len(before) < 12
            return ("list", "list") if clear else None
        return self._by_default(sentence, chain, scope, before)

    def _by_default(
        self, sentence: Sentence, chain: list[Group], scope: str, before: list[str]
    ) -> tuple[str, str] | None:
        """Contraband with a number, in a sentence that tells of no crime, or in a list of results."""
        words = self.doc.low[sentence.i : sentence.j]
        counted = [
            group
            for group in chain
            if group.category in CONTRABAND
            and group.kind != "money"
            and (
                (group.quantity is not None and group.det == "number")
                or (group.kind == "cash" and group.value is not None)
            )
        ]
        if not counted:
            return None
        if doc_quoted := self.doc.quoted(chain[0].i):
            return (
                ("default", "count in a quote")
                if doc_quoted and any((group.quantity or 0) > 1 for group in counted)
                else None
            )
        fragment = words[-1] not in (".", "!", "?", "”", '"') and len(words) <= 25 and AUXILIARIES.isdisjoint(words)
        if (sentence.kind in ("item", "row", "heading") or fragment) and not any(
            word in PERSONS or word in BREAKERS for word in before
        ):
            if not TELLS_OF_CRIME & set(words[:6]) - {"count", "stolen", "estimated", "total"} - {chain[0].item}:
                return ("default", "entry")
        if not (CIVILIANS - {"pair"}).isdisjoint(before) or not {
            "took",
            "had",
            "takes",
            "take",
            "if",
            "than",
        }.isdisjoint(before):
            return None
        if POLICE.isdisjoint(words) and len(before) > 3:
            return None
        if not TELLS_OF_CRIME.isdisjoint(words) or not any(value.kind != "label" for value in sentence.values):
            return None
        if sentence.kind == "prose" and words[-1] not in (".", "”", '"', "'", "’", "!") and len(words) > 12:
            return None
        return ("default", "contraband with a number")

    def _candidates(
        self, sentence: Sentence, found: list[Group], governed: dict[int, tuple[str, str]], scope: str
    ) -> dict[int, Candidate]:
        doc = self.doc
        made: dict[int, Candidate] = {}
        for a, b in pairwise(found):  # "a pen gun, a small weapon that …"
            if (
                a.det == b.det == "a"
                and b.item.split()[-1] in ("weapon", "firearm", "gun", "drug")
                and a.category in CONTRABAND
                and (
                    doc.low[a.j : b.i] == [","]
                    and doc.low[b.j : b.j + 1] in (["that"], ["which"], ["capable"], ["designed"])
                )
            ):
                governed.pop(b.i, None)
        wholes = containers(doc, found)
        if any(group.parts_of == "of which" for group in found):
            holder = next((group for group in found if group.det == "number" and group.parts_of != "of which"), None)
            for group in found:
                if holder is not None and group.parts_of == "of which" and holds(holder, group):
                    wholes[group.i] = holder
                    governed.setdefault(holder.i, ("strong", "of which"))
                    governed.setdefault(group.i, ("strong", "of which"))
        for group in found:  # what governs a thing governs its parts
            if group.i not in governed and group.i in wholes and wholes[group.i].i in governed:
                governed[group.i] = governed[wholes[group.i].i]
        mention = (
            "quote"
            if scope == assertion.QUOTE or (found and doc.quoted(found[0].i))
            else "head"
            if sentence.index <= self._lead()
            else "body"
        )
        lexical = any(
            group.i in governed and group.kind != "open" and group.category in CONTRABAND | {"equipment", "phone"}
            for group in found
        )
        for group in found:
            why = governed.get(group.i)
            if why is None or not self._admitted(sentence, group, why, lexical, mention, found, governed):
                continue
            made[group.i] = candidate = Candidate(
                group,
                sentence.index,
                why[0],
                why[1],
                mention,
                span=doc.span(group.i if group.lead is None else group.lead, group.j),
                block=sentence.index if sentence.intro is None else sentence.intro,
            )
            whole = self._whole_of(group, made)
            if whole is not None:
                candidate.whole = whole
                whole.parts.append(candidate)
        for i, group in wholes.items():
            if i in made and group.i in made:
                made[i].whole = made[group.i]
                if group.category == "weapon" and made[i].group.category == "equipment":
                    made[i].group.category = "weapon"
                made[group.i].parts.append(made[i])
        return made

    def _whole_of(self, group: Group, made: dict[int, Candidate]) -> Candidate | None:
        """The earlier candidate that "40 of the rounds" is a part of."""
        if group.parts_of != "of the":
            return None
        past = [*self.scene.candidates, *made.values()]
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
        if whole is None and group.out_of:  # "five of the seven guns recovered": the seven are told nowhere else
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

    def _lead(self) -> int:
        """The last sentence of the headline and lead: what stands there is often told again."""
        sentences = self.doc.sentences
        index = 0
        while index < len(sentences) - 1 and sentences[index].kind == "heading":
            index += 1
        return index

    def _admitted(
        self,
        sentence: Sentence,
        group: Group,
        why: tuple[str, str],
        lexical: bool,
        mention: str,
        found: list[Group],
        governed: dict[int, tuple[str, str]],
    ) -> bool:
        """Whether a governed group is a seizure for a verb of that strength."""
        strength = why[0]
        if strength in ("list", "default") and group.j < sentence.j and self.doc.low[group.j] in DONE_OTHERWISE:
            return False
        head = group.item.split()[-1] if group.item else ""
        contraband = group.category in CONTRABAND
        if (
            group.mark == "generic"
            and group.category in ("other", "stolen_property")
            and (group.quantity is None or group.quantity < 2)
        ):
            return False
        if (
            head in CONTAINERS
            and group.category in ("other", "equipment")
            and strength != "strong"
            and strength != "list"
        ):
            return False
        if (
            (head in CONTAINERS or group.kind == "open")
            and group.j < sentence.j
            and self.doc.low[group.j] in ("containing", "of", "with", "full", "filled", "holding", "which")
        ):
            return False
        if strength in ("goods", "held", "default"):
            if strength == "held" and ARRESTED.isdisjoint(self.doc.low[sentence.i : sentence.j]):
                return False
            return (
                (
                    contraband
                    or (
                        strength == "goods"
                        and group.kind == "thing"
                        and group.det == "number"
                        and why[1] in ("remove", "rescue", "collect", "take")
                    )
                    or (strength == "goods" and lexical and group.kind != "open")
                    or (strength == "default" and group.kind == "thing" and group.det == "number")
                )
                and (group.kind != "money" or (strength == "goods" and lexical))
                and group.kind != "open"
                and (group.amount or strength != "default")
            )
        if strength == "weak":
            if group.kind == "money":
                return lexical
            if group.kind == "open":
                return lexical and group.det != "the"
            if group.category in ("vehicle", "other"):
                return (
                    lexical
                    or sum(other.i in governed and other.kind == "thing" for other in found) > 1
                    or "stolen" in self.doc.low[group.i : group.h]
                    or (group.det == "number" and group.category == "other")
                )
        if mention == "quote":
            return contraband or group.det == "number"
        return True

    def _values(self, sentence: Sentence, found: list[Group], signs: list[Cue]) -> list[Group]:
        """Gives money its thing: "worth £60,000". Money that values what an earlier sentence named becomes a Valuation."""
        doc, kept = self.doc, []
        for group in found:
            value = doc.value_at.get(group.h) if group.kind == "money" else None
            cue = value_cue(doc, value, sentence.i) if value is not None else None
            if value is not None and cue is None and _no_cash(doc, value.i, sentence):
                continue
            if cue is None:
                if value is not None:
                    _haul_of_money(doc, group, sentence)
                kept.append(group)
                continue
            thing = next((other for other in reversed(kept) if other.j <= value.i and other.kind != "money"), None)
            words = doc.low[cue : value.i]
            group.combined = bool(
                {"combined", "total", "collectively", "together", "altogether", "collective"} & set(words)
            )
            alone = thing is None or (thing.det == "the" and not any(sign.good and sign.i < cue for sign in signs))
            if alone and (
                thing is not None
                or not any(other.j <= cue and other.det != "the" and not other.place for other in kept)
            ):
                start = sentence.i
                self.scene.valuations.append(
                    Valuation(thing, group, sentence.index, group.combined, doc.span(start, value.j))
                )
                if thing is not None:
                    kept.remove(thing)
            elif doc.low[value.j : value.j + 1] in (["each"], ["apiece"], ["per"]):
                continue  # the price of one
            elif thing is not None and thing.value is None and (thing.kind != "cash" or thing.value is None):
                thing.j = value.j
                worth(thing, value)
                if "estimated" in words or "estimate" in words or ("believed" in words and value.modifier == "exact"):
                    thing.value_modifier = "approx" if value.modifier == "exact" else value.modifier
                thing.combined = group.combined
        return kept

    def _partitives(self, sentence: Sentence, made: dict[int, Candidate], found: list[Group]) -> None:
        """ "six of them altered to fire", "one of them a Webley", "£90,000 of it", "of which 9 were pistols"."""
        doc, low = self.doc, self.doc.low
        for value in sentence.values:
            if (
                value.kind not in ("number", "money", "measure")
                or value.j + 1 >= sentence.j
                or low[value.j] != "of"
                or low[value.j + 1] not in ("them", "which", "these", "those", "it", "whom")
            ):
                continue
            whole = self._antecedent(sentence, made, value.i)
            if whole is None or any(group.i <= value.i < group.j for group in found if group.i in made):
                continue
            base = whole.group
            part = Group(
                value.i,
                value.j + 2,
                base.h,
                base.k,
                base.kind,
                base.category,
                base.item,
                drug_class=base.drug_class,
                calibre=None,
            )
            if value.kind == "measure" and base.kind != "drug":
                continue
            if value.kind == "money":
                part.value, part.currency, part.value_modifier = value.number, value.unit, value.modifier
            else:
                part.quantity, part.modifier = value.number, value.modifier
                part.unit = value.unit if value.kind == "measure" else base.unit or "item"
            after = next(
                (
                    group
                    for group in found
                    if 0 <= group.i - part.j <= 2 and (group.i not in made or group.det == "bare")
                ),
                None,
            )
            if (after is not None and holds(base, after)) or (after is not None and after.category == base.category):
                part.item, part.j, part.category, part.calibre = after.item, after.j, after.category, after.calibre
                dropped = made.pop(after.i, None)
                if dropped is not None and dropped.whole is not None:
                    dropped.whole.parts.remove(dropped)
            elif value.kind == "number" and low[part.j : part.j + 1] == ["a"] and doc.raw[part.j + 1][0].isupper():
                part.item, part.j = low[part.j + 1], part.j + 2
            made[part.i] = Candidate(
                part, sentence.index, whole.cue, "of them", whole.mention, whole=whole, span=doc.span(part.i, part.j)
            )
            whole.parts.append(made[part.i])

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

    def _previous_whole(self, sentence: Sentence, made: dict[int, Candidate]) -> None:
        """ "They include …", "The haul included …", "The remaining": parts of what the sentence before counted."""
        low = self.doc.low
        first = low[sentence.i : sentence.i + 8]
        includes = {"include", "includes", "included", "comprised", "comprises"} & set(first)
        among = first[:2] in (
            ["among", "them"],
            ["among", "these"],
            ["of", "these"],
            ["of", "those"],
            ["among", "those"],
            ["among", "the"],
        )
        if not (
            (includes and first[0] in ("they", "these", "this", "the", "it", "items", "among", "that", "those"))
            or among
        ):
            return
        nearest = [
            candidate
            for candidate in self.scene.candidates
            if candidate.whole is None
            and (
                sentence.index - 2 <= candidate.sentence < sentence.index
                or candidate.group.category in ("counterfeit", "stolen_property")
            )
        ]
        for candidate in made.values():
            if candidate.whole is None:
                fit = [
                    whole
                    for whole in nearest
                    if holds(whole.group, candidate.group)
                    and (
                        (whole.group.quantity or 2) >= (candidate.group.quantity or 0)
                        or whole.group.unit != candidate.group.unit
                    )
                ]
                fit = [
                    whole
                    for whole in fit
                    if whole.sentence >= sentence.index - 1 or whole.group.category == "counterfeit"
                ]
                if fit and not (
                    first[0] == "the" and fit[0].group.category not in ("counterfeit", "stolen_property", "other")
                ):
                    candidate.whole = fit[-1] if first[0] != "they" else fit[0]
                    candidate.whole.parts.append(candidate)
                    if candidate.whole.group.category == "counterfeit" and candidate.group.category in (
                        "jewellery",
                        "other",
                    ):
                        candidate.group.category = "counterfeit"

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
                self.modes[sentence.index] = "seize"
                if made:
                    opener = list(made.values())[-1]
                    opener.listed = (
                        "including" not in low[sentence.j - 5 : sentence.j]
                        and "included" not in words
                        and "include" not in words
                    )
                    self.openers[sentence.index] = opener
            elif any(not cue.good for cue in signs):
                self.modes[sentence.index] = "block"
        opener = self.openers.get(sentence.intro) if sentence.intro is not None else None
        if opener is not None:
            for candidate in made.values():
                if candidate.whole is None and holds(opener.group, candidate.group):
                    opener.parts.append(candidate)
                    if not opener.listed:
                        candidate.whole = opener


def _terms_by_sentence(doc: Doc) -> dict[int, list[Term]]:
    found = sorted(doc.terms(lexicon()).values(), key=lambda term: term.i)
    return {index: list(group) for index, group in groupby(found, key=lambda term: doc.sentence_of(term.i).index)}


def _drop_labels(doc: Doc, made: dict[int, Candidate]) -> None:
    """ "Drugs seized: 1.2kg cocaine, …": a word that only heads its own list is no thing of its own."""
    order = sorted(made)
    for i, after in pairwise(order):
        label = made[i].group
        gap = doc.low[label.j : after]
        if label.det == "bare" and not label.amount and ":" in gap and len(gap) <= 4:
            for part in made[i].parts:
                part.whole = None
            del made[i]


def _haul_of_money(doc: Doc, group: Group, sentence: Sentence) -> None:
    """ "Garda drug seizure of €412,000": money that a drug before "seizure of" makes the drugs' value."""
    low, t = doc.low, group.i - 1
    if (
        t - 2 < sentence.i
        or low[t] not in ("of", "worth")
        or low[t - 1] not in ("seizure", "haul", "find", "bust", "stash", "load")
    ):
        return
    term = lexicon().at(low, t - 2, t - 1)
    if term is not None and term.row["category"] in ("drug", "tobacco", "counterfeit"):
        group.kind, group.category = ("drug" if term.row["category"] == "drug" else "thing"), term.row["category"]
        group.item, group.mark, group.i, group.place = (
            term.row["item"] or term.row["term"],
            term.row["mark"],
            t - 2,
            False,
        )
        group.h, group.drug_class = t - 2, term.row["drug_class"] or None


def _no_cash(doc: Doc, i: int, sentence: Sentence) -> bool:
    """Whether money at token i is a fine, a price, a bail or a loss rather than cash that lay there."""
    near = set(doc.low[max(sentence.i, i - 6) : min(sentence.j, i + 8)])
    return bool(near & MONEY_NOT_FOUND)


def _predicates(doc: Doc, sentence: Sentence, found: list[Group]) -> None:
    """ "Of the 63 weapons, 34 were knives and 11 were firearms": the number before the verb counts the thing behind it."""
    low = doc.low
    for group in found:
        if (
            group.det != "bare"
            or group.amount
            or group.i - 2 < sentence.i
            or low[group.i - 1] not in ("were", "was", "are", "being")
        ):
            continue
        value = doc.value_at.get(group.i - 2)
        if (
            value is not None
            and value.kind == "number"
            and ({"of", "which", "these", "those", "them"} & set(low[sentence.i : value.i]))
        ):
            group.quantity, group.modifier, group.unit, group.i, group.det = (
                value.number,
                value.modifier,
                group.unit or "item",
                value.i,
                "number",
            )
            group.parts_of = "of which"


def suspicion(doc: Doc, found: list[Group]) -> None:
    """Carries "suspected" over to what is joined without article or amount, and a substance's amount to its name."""
    for a, b in pairwise(found):
        gap = doc.low[a.j : b.i]
        if a.each and b.det == "bare" and a.kind == b.kind == "drug" and gap in (["and"], ["&"]):
            b.quantity, b.unit, b.modifier, b.det, b.lead, b.each = (
                a.quantity,
                a.unit,
                a.modifier,
                "number",
                a.i if a.lead is None else a.lead,
                True,
            )
        if (
            a.suspected
            and b.det == "bare"
            and not b.amount
            and a.category == b.category
            and gap
            and all(word in ("and", "or", ",", "&", "/") for word in gap)
        ):
            b.suspected = True
        if (
            b.det == "bare"
            and not b.amount
            and a.det == "vague"
            and a.kind == b.kind == "drug"
            and gap in (["and"], ["&"], [","], [",", "and"])
            and a.quantity is None
        ):
            b.modifier, b.det, b.lead = "vague", "vague", a.i if a.lead is None else a.lead
