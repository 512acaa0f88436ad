"""Seizures: which noun groups are things that police seized, recovered, found or were handed.

A group counts where a seizure verb or list governs it; contraband with a number counts by default in a sentence of
fact, unless the sentence is about an offence, a sale, an attack or a theft.
"""

from bisect import bisect_left
from operator import attrgetter, itemgetter

from beatbook.facts.seizure_admission import COURT_GOODS, OPEN_GOODS, admitted, still_fact
from beatbook.facts.seizure_appositions import apposed
from beatbook.facts.seizure_candidates import Candidate, Scene
from beatbook.facts.seizure_ellipses import ellipses
from beatbook.facts.seizure_governing import Governing, told_of
from beatbook.facts.seizure_lists import results, terms_by_sentence
from beatbook.facts.seizure_shares import predicates
from beatbook.facts.seizure_values import shares_amount, suspicion, values
from beatbook.facts.seizure_wholes import drop_labels
from beatbook.grammar import assertion
from beatbook.grammar.chains import containers, holds
from beatbook.grammar.cue import Cue, verbs
from beatbook.grammar.finding import FRONTS
from beatbook.grammar.open_things import open_groups
from beatbook.grammar.seizing import cues
from beatbook.grammar.thing_entries import OF_IT, WEIGHED
from beatbook.grammar.thing_group import CONTRABAND, Group, lexicon
from beatbook.grammar.thing_tables import tables
from beatbook.grammar.things import groups
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Term

BEGIN = attrgetter("i")
LEXICAL = CONTRABAND | {"equipment", "phone"}
SMUGGLING = frozenset("smuggle smuggling smuggled import importing imported importation transport transporting".split())
DRUGS = frozenset("drugs narcotics substances".split())
OPENING_GOODS = OPEN_GOODS | COURT_GOODS
SHOWING = frozenset(": was were".split())  # in sentences that begin with a place: "At the garage were …"


def read(doc: Doc) -> Scene:
    """All candidates of one release, in the order of the text."""
    return Reader(doc).read()


class Reader(Governing):
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
        found = self._with_open(sentence, sorted(found + pointers, key=BEGIN), signs, mode)
        suspicion(doc, found, sentence.kind == "item")
        predicates(doc, sentence, found)
        self._unnamed(found)
        governed = self._governed(sentence, found, signs, mode)
        if sentence.index <= self.lead + 1 and not SMUGGLING.isdisjoint(doc.low[sentence.i : sentence.j]):
            self.scene.smuggled.extend(
                one for one in found if one.kind == "drug" and one.value is not None and one.i not in governed
            )
        made = self._candidates(sentence, found, governed, scope)
        drop_labels(doc, made)
        self._after(sentence, signs, made, found)

    def _with_open(self, sentence: Sentence, found: list[Group], signs: list[Cue], mode: str) -> list[Group]:
        """Adds the things that no lexicon has, where a list or a cue says that what stands there was seized."""
        good = [
            cue
            for cue in signs
            if cue.good and (cue.strength in ("strong", "weak") or cue.rule.split()[0] in OPENING_GOODS)
        ]
        if mode != "seize" and not good:
            return found
        everywhere = mode == "seize" or any(cue.reach != "right" for cue in good)
        start = sentence.i if everywhere else min(cue.j for cue in good)
        passive = any(cue.reach == "left" and cue.strength == "strong" for cue in good)
        listed = mode == "seize" and sentence.kind != "prose"
        extra = open_groups(self.doc, sentence, found, start, listed, passive)
        found = [one for one in found if one.kind != "money" or not any(other.i <= one.i < other.j for other in extra)]
        return sorted(found + extra, key=BEGIN)

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

    def _unnamed(self, found: list[Group]) -> None:
        """Gives "another 400 grams", "a further two kilos of the drug" the name of the drug spoken of last."""
        for group in found:
            same = group.kind == "drug" and self.doc.low[group.h - 1] == "same"
            if same or (group.mark == "generic" and group.parts_of == "the" and group.item == "drugs"):
                told = bisect_left(self.drugs, group.i, key=itemgetter(0))
                named = self.drugs[told - 1][1] if told else None
                kinds = {term.row["item"] for i, term in self.drugs[max(0, told - 40) : told] if i > group.i - 40}
                if self.doc.low[group.h] in DRUGS and len(kinds) > 1:
                    group.parts_of = ""
                    continue  # "cocaine and heroin. The drugs weighed 4.4kg": of both
                if named is not None:
                    group.item, group.mark, group.drug_class = named.row["item"], "", named.row["drug_class"] or None

    def _holders(
        self, found: list[Group], governed: dict[int, tuple[str, str]]
    ) -> dict[int, tuple[Group, str]]:
        """The parts of a sentence by their first token, with what each is a part of; both are governed alike."""
        doc = self.doc
        wholes = containers(doc, [
            group for group in found if not group.place or group.i in governed or told_of(doc, group)
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
