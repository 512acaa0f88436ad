"""Which sentences stand in a list of seizures: under an introduction, a heading or a section, or beside their like."""

from itertools import groupby

from beatbook.facts.seizure_admission import STOPS
from beatbook.facts.seizure_wholes import LIST_BLOCKS, Wholes
from beatbook.grammar.seizing import triggers
from beatbook.grammar.thing_group import CONTRABAND, lexicon
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import Term

SECTION_WORDS = frozenset("seized seizures recovered confiscated seizure recoveries confiscations".split())


class Lists(Wholes):
    """Remembers which lists are open, and tells what a sentence in one of them says."""

    def __init__(self, doc: Doc):
        super().__init__(doc)
        self.triggers = triggers()
        self.lead = self._lead()
        self.terms: dict[int, list[Term]] = {}
        self.results: set[int] = set()  # entries of lists without introduction in which several are contraband
        self.section: int | None = None  # the last line that heads a list of seizures without introducing it

    def _mode(self, sentence: Sentence, words: list[str], own: list[Term]) -> str:
        """What a sentence says by where it stands: "seize", "results", "block" or nothing."""
        mode = self.modes.get(sentence.intro, "") if sentence.intro is not None else self._heading_mode(sentence)
        mode = mode or self._section(sentence, words) or (self._labelled(sentence, own) if own else "")
        return mode or ("results" if sentence.index in self.results else "")

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
        fragment = len(words) <= 14 and words[-1] not in STOPS and sentence.kind != "item"
        if (
            fragment
            and len(words) <= 6
            and not sentence.values
            and not SECTION_WORDS.isdisjoint(words)
            and LIST_BLOCKS.isdisjoint(words)
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
            and LIST_BLOCKS.isdisjoint(words)
            else ""
        )

    def _labelled(self, sentence: Sentence, own: list[Term]) -> str:
        """Lines such as "Drugs: …" or "Vehicles: three" among others of the kind, one of which counts contraband."""
        if not self._label(sentence, own):
            return ""
        near = self.doc.sentences[max(0, sentence.index - 4) : sentence.index + 5]
        hot = [
            one
            for one in near
            if (head := self._label(one, self.terms.get(one.index, []))) and head.row["category"] in CONTRABAND
        ]
        return "seize" if hot and (len(hot) > 1 or hot[0] is not sentence) else ""

    def _label(self, sentence: Sentence, own: list[Term]) -> Term | None:
        """The thing that a line begins with, where a colon follows it."""
        if not own or own[0].i != sentence.i or sentence.kind == "row" or own[0].j + 1 >= sentence.j:
            return None
        named = own[0].row["type"] in ("things", "drugs")
        return own[0] if named and self.doc.low[own[0].j] in (":", "–", "—") else None

    def _lead(self) -> int:
        """The last sentence of the headline and lead: what stands there is often told again."""
        sentences = self.doc.sentences
        index = 0
        while index < min(3, len(sentences) - 1) and (
            sentences[index].kind == "heading" or self.doc.low[sentences[index].j - 1] not in (".", "!", "”", '"', ":")
        ):
            index += 1
        return index


def _contraband(term: Term) -> bool:
    return term.row["category"] in CONTRABAND and term.row["type"] in ("things", "drugs")


def results(doc: Doc, terms: dict[int, list[Term]]) -> set[int]:
    """Lists whose entries are results whatever introduces them: at least two of them count contraband."""
    found: set[int] = set()
    for _, run in groupby(doc.sentences, key=lambda one: (one.kind in ("item", "row"), one.intro, one.heading)):
        entries = [one for one in run if one.kind in ("item", "row")]
        hot = [
            one
            for one in entries
            if one.values and one.j - one.i < 25 and any(map(_contraband, terms.get(one.index, ())))
        ]
        if len(hot) > 1:
            found.update(one.index for one in entries)
    return found


def terms_by_sentence(doc: Doc) -> dict[int, list[Term]]:
    """The lexicon's terms of a release by the index of their sentence."""
    found = sorted(doc.terms(lexicon()).values(), key=lambda term: term.i)
    return {index: list(group) for index, group in groupby(found, key=lambda term: doc.sentence_of(term.i).index)}
