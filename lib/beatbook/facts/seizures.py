"""Seizures: which noun groups are things that police seized, recovered, found or were handed.

A group counts where a seizure verb or list governs it; contraband with a number counts by default in a sentence of
fact, unless the sentence is about an offence, a sale, an attack or a theft.
"""

from bisect import bisect_left
from itertools import pairwise

from beatbook.facts.seizure_admission import (
    CONTEXT_RULES,
    COURT_GOODS,
    OPEN_GOODS,
    TELLS_OF_CRIME,
    admitted,
    at_search,
    by_default,
    still_fact,
)
from beatbook.facts.seizure_appositions import apposed
from beatbook.facts.seizure_candidates import Candidate, Scene
from beatbook.facts.seizure_ellipses import ellipses
from beatbook.facts.seizure_lists import Lists, results, terms_by_sentence
from beatbook.facts.seizure_shares import predicates
from beatbook.facts.seizure_values import shares_amount, suspicion, values
from beatbook.facts.seizure_wholes import LIST_BLOCKS, drop_labels
from beatbook.grammar import assertion
from beatbook.grammar.chains import came_before, chains, containers, goes_on, holds
from beatbook.grammar.cue import Cue, verbs
from beatbook.grammar.finding import FRONTS
from beatbook.grammar.open_things import open_groups
from beatbook.grammar.reaching import reaches
from beatbook.grammar.seizing import cues
from beatbook.grammar.thing_entries import OF_IT, WEIGHED
from beatbook.grammar.thing_group import CONTRABAND, Group, lexicon
from beatbook.grammar.thing_tables import tables
from beatbook.grammar.thing_words import AUXILIARIES, BREAKERS, PERSONS
from beatbook.grammar.things import groups
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Term

NEW = frozenset("a number vague bare".split())  # determiners of what was not told before
LEXICAL = CONTRABAND | {"equipment", "phone"}
SMUGGLING = frozenset("smuggle smuggling smuggled import importing imported importation transport transporting".split())
DRUGS = frozenset("drugs narcotics substances".split())
OPENING_GOODS = OPEN_GOODS | COURT_GOODS
STOPPING = frozenset(", ; . by with".split())
SHOWING = frozenset(": was were".split())  # in sentences that begin with a place: "At the garage were …"


def read(doc: Doc) -> Scene:
    """All candidates of one release, in the order of the text."""
    return Reader(doc).read()


class Reader(Lists):
    """Goes through a release sentence by sentence and remembers which lists are open."""

    def read(self) -> Scene:
        """The candidates and valuations of the whole release."""
        doc = self.doc
        self.terms = terms = terms_by_sentence(doc)
        self.drugs = [
            (i, term)
            for i, term in sorted(doc.terms(lexicon()).items())
            if term.row["type"] == "drugs" and not term.row["mark"]
        ]
        self.results = results(doc, terms)
        grown = any(term.row["item"] == "cannabis" for _, term in self.drugs)
        tabled = tables(doc) if any(sentence.kind == "row" for sentence in doc.sentences) else {}
        for sentence in doc.sentences:
            own = terms.get(sentence.index, [])
            scope = doc.scopes[sentence.index] if doc.scopes else assertion.FACT
            if scope == assertion.HISTORIC and still_fact(doc, self.scene, sentence):
                scope = assertion.FACT
            if scope in (assertion.BOILERPLATE, assertion.GENERAL, assertion.HISTORIC):
                self.modes[sentence.index] = "block"
                continue
            if sentence.index in tabled:
                self._table_row(sentence, tabled[sentence.index])
                continue
            words = doc.low[sentence.i : sentence.j]
            mode = self._mode(sentence, words, own)
            hot = any(
                term.row["category"] in CONTRABAND
                and (term.row["type"] != "packages" or (grown and term.row["unit"] == "plant"))
                for term in own
            )
            if (
                mode in ("seize", "results")
                or hot
                or words[-1] == ":"
                or not self.triggers.isdisjoint(words)
                or any(value.kind == "money" for value in sentence.values)
                or ((words[0] in OF_IT or words[0] == "the") and not WEIGHED.isdisjoint(words))
                or (words[0] in FRONTS and not SHOWING.isdisjoint(words))
                or words[0] in ("also", "plus")
            ):
                self._sentence(sentence, own, scope, mode)
        return self.scene

    def _table_row(self, sentence: Sentence, found: list[Group]) -> None:
        """The candidates of a row whose columns are headed by things; those of a sum are totals."""
        for group in found:
            self.scene.candidates.append(Candidate(
                group, sentence.index, "list", "table", "body", role="total" if group.combined else "item",
                span=self.doc.span(group.i, group.j), block=sentence.index))

    def _sentence(self, sentence: Sentence, own: list[Term], scope: str, mode: str) -> None:
        doc = self.doc
        found = groups(doc, sentence, own)
        if not found and mode != "seize" and verbs().keys().isdisjoint(doc.low[sentence.i : sentence.j]):
            self._lists(sentence, [], {})
            return
        signs = cues(doc, sentence)
        if not found and mode != "seize" and not any(cue.good for cue in signs):
            self._after(sentence, signs, {}, found)
            return
        found = values(doc, self.scene, sentence, found, signs)
        pointers = ellipses(doc, sentence, found, signs, lambda: self._groups_before(sentence))
        found = sorted(found + pointers, key=lambda group: group.i)
        good = [
            cue
            for cue in signs
            if cue.good and (cue.strength in ("strong", "weak") or cue.rule.split()[0] in OPENING_GOODS)
        ]
        if mode == "seize" or good:
            start = (
                sentence.i
                if mode == "seize" or any(cue.reach != "right" for cue in good)
                else min(cue.j for cue in good)
            )
            passive = any(cue.reach == "left" and cue.strength == "strong" for cue in good)
            listed = mode == "seize" and sentence.kind != "prose"
            extra = open_groups(doc, sentence, found, start, listed, passive)
            found = [
                one for one in found if one.kind != "money" or not any(other.i <= one.i < other.j for other in extra)
            ]
            found = sorted(found + extra, key=lambda group: group.i)
        suspicion(doc, found, sentence.kind == "item")
        predicates(doc, sentence, found)
        self._unnamed(found)
        opened = {cue.j for cue in signs}
        usable = [
            group
            for group in found
            if group.det not in ("no", "any")
            and not (
                group.place
                and not (group.i in opened or _told_of(doc, group))
            )
        ]
        governed: dict[int, tuple[str, str]] = {}
        rows = chains(doc, usable, signs)
        places = [cue.i for cue in signs]
        for n, chain in enumerate(rows):
            floor = rows[n - 1][-1].j if n else sentence.i
            ceiling = rows[n + 1][0].i if n + 1 < len(rows) else sentence.j
            why = self._govern(
                sentence, chain, signs[bisect_left(places, floor - 1) : bisect_left(places, ceiling)], scope, mode
            )
            if why is not None:
                governed.update({group.i: why for group in chain})
        self._carry_on(sentence, rows, governed, signs)
        for group in found:  # "Officers seized a van after they found that it …": told already
            before = (one for one in found if one.i in governed and one.i < group.i)
            if group.parts_of == "it" and any(one.item == group.item for one in before):
                governed.pop(group.i, None)
        governed.update({group.i: ("strong", "more of it") for group in found if group.parts_of == "sum"})
        if governed or (self.scene.candidates and self.scene.candidates[-1].sentence >= sentence.index - 2):
            rest = (group for group in found if group.parts_of == "rest")
            for group in rest:
                if governed.get(group.i, ("default",))[0] == "default":
                    governed[group.i] = ("weak", "the rest")
        if sentence.index <= self.lead + 1 and not SMUGGLING.isdisjoint(doc.low[sentence.i : sentence.j]):
            self.scene.smuggled.extend(
                one for one in found if one.kind == "drug" and one.value is not None and one.i not in governed
            )
        made = self._candidates(sentence, found, governed, scope)
        drop_labels(doc, made)
        self._after(sentence, signs, made, found)

    def _after(self, sentence: Sentence, signs: list[Cue], made: dict[int, Candidate], found: list[Group]) -> None:
        """Adds what a sentence says of its things and of those before it, and keeps them all."""
        self._partitives(sentence, made, found)
        self._previous_whole(sentence, made)
        self._lists(sentence, signs, made)
        self.scene.candidates.extend(sorted(made.values(), key=lambda candidate: candidate.span))

    def _groups_before(self, sentence: Sentence) -> list[Group]:
        """The groups of the sentence before, whether or not they were seized."""
        if not sentence.index:
            return []
        before = self.doc.sentences[sentence.index - 1]
        return groups(self.doc, before, self.terms.get(before.index, []))

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

    def _unnamed(self, found: list[Group]) -> None:
        """Gives "another 400 grams", "a further two kilos of the drug" the name of the drug spoken of last."""
        for group in found:
            same = group.kind == "drug" and self.doc.low[group.h - 1] == "same"
            if same or (group.mark == "generic" and group.parts_of == "the" and group.item == "drugs"):
                told = [(i, term) for i, term in self.drugs if i < group.i]
                named = told[-1][1] if told else None
                kinds = {term.row["item"] for i, term in told if i > group.i - 40}
                if self.doc.low[group.h] in DRUGS and len(kinds) > 1:
                    group.parts_of = ""
                    continue  # "cocaine and heroin. The drugs weighed 4.4kg": of both
                if named is not None:
                    group.item, group.mark, group.drug_class = named.row["item"], "", named.row["drug_class"] or None

    def _govern(
        self, sentence: Sentence, chain: list[Group], signs: list[Cue], scope: str, mode: str
    ) -> tuple[str, str] | None:
        """Why a chain counts: (strength of its verb, "list" or "default"; rule), or None."""
        doc = self.doc
        # only verbs next to the chain: a verb governs the first list after it, no further one
        for sign in signs:  # "Vehicles seized: 17": the verb stands within the entry
            if any(group.i <= sign.i < group.j for group in chain) and (sign.good or sign.rule != "contain"):
                return (sign.strength, sign.rule) if sign.good else None
        right = [cue for cue in signs if cue.j <= chain[0].i and reaches(doc, cue, chain)]
        if (
            right
            and right[-1].rule == "they include"
            and not (self.scene.candidates and self.scene.candidates[-1].sentence >= sentence.index - 2)
        ):
            right = []
        left = [cue for cue in signs if cue.i >= chain[-1].j - 1 and reaches(doc, cue, chain)]
        if any(cue.rule in CONTEXT_RULES for cue in (*right, *left)) and not (
            at_search(doc, self.scene, sentence) and all(group.det in NEW for group in chain)
        ):
            right, left = ([cue for cue in side if cue.rule not in CONTEXT_RULES] for side in (right, left))
        strong = [cue for cue in left if cue.strength == "strong"]
        if right and not right[-1].good and strong and strong[0].good:
            right = []  # "was found to have no insurance, and the car was seized"
        if right and right[-1].reach == "both" and strong and strong[0].good and strong[0].i == chain[-1].j:
            right = []  # "200 plants destroyed and £12,450 cash recovered"
        cue = right[-1] if right else strong[0] if strong else left[0] if left else None
        if cue is None:
            for n in range(1, len(chain)):  # a passive in the middle: "a gun was found, with four rounds"
                inner = [sign for sign in signs if chain[n - 1].j <= sign.i < chain[n].i and sign.good]
                if inner and (inner[0].reach != "right" or "include" in inner[0].rule):
                    cue = inner[0]
        if cue is not None:
            return (cue.strength, cue.rule) if cue.good else None
        if mode == "block":
            return None
        before = doc.low[sentence.i : chain[0].i]
        if mode == "results" and all(group.amount for group in chain if group.det != "bare"):
            clear = not any(word in PERSONS or word in BREAKERS for word in before) and len(before) < 4
            words = doc.low[sentence.i : sentence.j]
            blocked = not (LIST_BLOCKS.isdisjoint(words) and TELLS_OF_CRIME.isdisjoint(words))
            if clear and not before and sentence.kind in ("item", "row") and not blocked:
                return ("list", "entry")
            return ("default", "entry") if clear else by_default(doc, self.scene, sentence, chain, before)
        if mode == "seize":
            clear = not any(word in PERSONS or word in BREAKERS for word in before) and len(before) < 12
            return ("list", "list") if clear else None
        return by_default(doc, self.scene, sentence, chain, before)

    def _holders(
        self, found: list[Group], governed: dict[int, tuple[str, str]]
    ) -> dict[int, tuple[Group, str]]:
        """The parts of a sentence by their first token, with what each is a part of; both are governed alike."""
        doc = self.doc
        wholes = containers(doc, [
            group for group in found if not group.place or group.i in governed or _told_of(doc, group)
        ])
        if any(group.parts_of == "of which" for group in found):
            holder = next((group for group in found if group.det == "number" and group.parts_of != "of which"), None)
            for group in found:
                if holder is not None and group.parts_of == "of which" and holds(holder, group):
                    wholes[group.i] = (holder, "including")
                    governed.setdefault(holder.i, ("strong", "of which"))
                    governed.setdefault(group.i, ("strong", "of which"))
        for group in found:  # "nine watches, of which six were returned"
            if group.parts_of == "which":
                holder = next((one for one in reversed(found) if one.i < group.i and one.item == group.item), None)
                if holder is not None:
                    wholes[group.i] = (holder, "including")
        for i, (group, _) in wholes.items():  # "a revolver was among the 26 firearms that …"
            if i in governed and governed[i][1] in ("were among", "was among", "among"):
                governed.setdefault(group.i, governed[i])
        for group in found:  # what governs a thing governs its parts
            if group.i not in governed and group.i in wholes and wholes[group.i][0].i in governed:
                governed[group.i] = governed[wholes[group.i][0].i]
        return wholes

    def _candidates(
        self, sentence: Sentence, found: list[Group], governed: dict[int, tuple[str, str]], scope: str
    ) -> dict[int, Candidate]:
        doc = self.doc
        made: dict[int, Candidate] = {}
        paired = len(found) > 1
        found = apposed(doc, found, governed) if paired else found
        wholes = self._holders(found, governed) if paired else {}
        mention = (
            "quote"
            if scope == assertion.QUOTE or (found and doc.quoted(found[0].i))
            else "head"
            if sentence.index <= self.lead
            else "body"
        )
        lexical = any(
            group.i in governed and group.kind != "open" and group.category in LEXICAL
            for group in found
        )
        several = sum(group.i in governed and group.kind == "thing" for group in found) > 1
        for group in found:
            why = governed.get(group.i)
            last = next(reversed(made.values())).group if made else None
            if why is None or not (
                admitted(doc, self.scene, sentence, group, why, lexical, several, mention)
                or shares_amount(doc, last, group)
            ):
                continue
            made[group.i] = candidate = Candidate(
                group,
                sentence.index,
                why[0],
                why[1],
                mention,
                span=doc.span(group.i if group.lead is None else group.lead, group.j),
                block=sentence.index if sentence.intro is None else sentence.intro,
                priced=group.priced,
            )
            whole = self._whole_of(group, made)
            if whole is not None:
                candidate.whole = whole
                whole.parts.append(candidate)
        _relate(made, wholes)
        return made

def _told_of(doc: Doc, group: Group) -> bool:
    """Whether a thing behind a preposition is what is told of: "were among the 1,126 firearms", "ran from a Ford, which
    was searched and seized".
    """
    low, j = doc.low, group.j
    if group.quantity is not None and low[group.i - 1] == "among":
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


def _relate(made: dict[int, Candidate], wholes: dict[int, tuple[Group, str]]) -> None:
    """Ties parts to their wholes, whose kind they take where they have none of their own."""
    for i, (group, how) in wholes.items():
        if i in made and group.i in made:
            made[i].whole, made[i].how = made[group.i], how
            if made[i].group.item == "firearm" and made[i].group.calibre and group.category == "firearm":
                made[i].group.item = group.item.split()[-1]  # "two Taurus pistols, a 9mm and a .40"
            if group.category == "counterfeit" and made[i].group.kind in ("thing", "open"):
                made[i].group.category = "counterfeit"
            if group.category == "stolen_property" and made[i].group.category == "other":
                made[i].group.category = "stolen_property"
            if group.item.endswith("paraphernalia") and made[i].group.category == "other":
                made[i].group.category = "equipment"  # "drug paraphernalia, including burnt spoons"
            if group.category == "weapon" and made[i].group.category == "equipment":
                made[i].group.category = "weapon"
            made[group.i].parts.append(made[i])
