"""Who speaks: verbs of saying, their subjects, and the words they govern."""

from bisect import bisect_right
from dataclasses import dataclass

from beatbook.grammar.name_kinds import COMMON, HOLDER
from beatbook.grammar.names import names
from beatbook.grammar.parts import POSTNOMINALS, Name
from beatbook.grammar.speaker_roles import SAYING, apposition, role_start
from beatbook.language.document import Doc, Sentence

# Verbs that tell of speech beside quotation marks.
QUOTING = frozenset(
    "saying announced confirmed confirms praised thanked urged urges described wrote tweeted posted "
    "acknowledged recalled revealed admitted claimed replied responded asked believes appealed paid welcomed "
    "hailed reported reports admits announces "
    "praises urges commended congratulated lauded applauded expressed encouraged reminded cautioned assured condemned "
    "vowed pledged agreed joked observed maintained pointed called shared echoed promised".split()
)
BETWEEN = frozenset(
    "has have had also then today later further previously yesterday earlier again simply who subsequently "
    "afterwards recently additionally both".split()
)
PRONOUNS = frozenset(("he", "she", "they"))
# Words that stand before the verb where somebody else, or nobody with a name, is the subject.
OTHERS = frozenset(
    "police officers detectives prosecutors court authorities it who that investigators records documents "
    "indictment spokesman spokeswoman spokesperson agents deputies force we you i jury officials witnesses "
    "residents victim was were is are be been being as".split()
)
# Nouns by which a quotation is somebody's: "is the counsel of", "in the words of".
SPEECH_NOUNS = frozenset("words view verdict counsel advice message warning plea assessment opinion summary".split())
SPEAKING = QUOTING | SAYING | {":"}
QUOTE_ENDS = frozenset(("”", '"', "'"))  # as doc.low has them
AFTER_SUBJECT = frozenset(
    (",", "(", "of", "from", "with", "at", "who", "for", "in", "and", "–", "-", "—", "on", "leading", "whose")
)


@dataclass(slots=True)
class Attribution:
    """One telling of who speaks: the speaker's name, the verb's token and whether quotation marks stand by."""

    name: Name | None  # None for a pronoun
    verb: int
    start: int
    end: int
    quoted: bool
    colon: bool


def attributions(doc: Doc) -> list[Attribution]:
    """All attributions of a release, in order.

    Args:
        doc: the analysed release.

    Returns:
        One Attribution for each verb of saying (or colon) whose subject is a person or a pronoun; joint speakers give
        one each.
    """
    return _Finder(doc).all()


class _Finder:
    def __init__(self, doc: Doc):
        self.doc = doc
        self.names = names(doc)
        self.by_sentence: dict[int, list[Name]] = {}
        for name in self.names.all:
            self.by_sentence.setdefault(doc.sentence_of(name.j - 1).index, []).append(name)
        self.openings = [start for start, _ in doc.quotations]
        self.closings = sorted(end for _, end in doc.quotations)

    def all(self) -> list[Attribution]:
        found: list[Attribution] = []
        low = self.doc.low
        telling: dict[int, list[int]] = {}  # by sentence: the tokens that may tell of speech
        for token in sorted({*self.doc.where(SPEAKING), *(k + 1 for k in self.doc.where(QUOTE_ENDS))} - {len(low)}):
            telling.setdefault(self.doc.sentence_of(token).index, []).append(token)
        for sentence in self.doc.sentences:
            here, tokens = self.by_sentence.get(sentence.index, []), telling.get(sentence.index, ())
            if not here and not tokens:
                continue
            quoted = self._quoted_near(sentence)
            for token in tokens:
                word = low[token]
                if word in SAYING or (quoted and word in QUOTING):
                    if self.doc.quoted(token) is None:
                        found += self._at(token, sentence, here, quoted)
                elif here and word[-1] in "ds" and (word in QUOTING or self._after_quotation(token)):
                    found += self._aside(token, sentence, here, quoted)
                elif word == ":" and here and quoted and token + 2 > sentence.j - 3:
                    found += self._colon(token, sentence, here)
            found += self._labels(sentence, here, quoted)
        return found

    def _quoted_near(self, sentence: Sentence) -> bool:
        """Whether the sentence holds a quotation, ends with a colon, or goes on after a closing mark."""
        doc = self.doc
        at = bisect_right(self.openings, sentence.end) - 1
        while at >= 0 and doc.quotations[at][1] > sentence.start:
            start, end = doc.quotations[at]
            if " " in doc.text[start:end] or end - start > 10:
                return True  # "“son”" is no speech
            at -= 1
        if doc.text[sentence.end - 1] == ":":
            return True
        return sentence.j - sentence.i < 12 and sentence.i > 0 and doc.raw[sentence.i - 1] in '”"’'

    def _after_quotation(self, token: int) -> bool:
        """Whether a small word follows a closing mark at once."""
        return token > 0 and self.doc.raw[token - 1] in ("”", '"', "’") and self.doc.raw[token][0].islower()

    # --- subjects

    def _aside(self, verb: int, sentence: Sentence, here: list[Name], quoted: bool) -> list[Attribution]:
        """Verbs whose place tells of speech: “…” quipped NAME; …, reports RANK NAME; …, RANK NAME admitted."""
        doc = self.doc
        if doc.quoted(verb) is not None:
            return []
        for name in here:
            ranked = name.role < name.i
            if not self._person(name) or not (ranked or quoted):
                continue
            end = self._end(name)
            follows = name.role == verb + 1 and (
                self._after_quotation(verb) or (ranked and doc.raw[verb - 1] in (",", "–", "—"))
            )
            closes = end == verb and ranked and doc.raw[name.role - 1] == "," and doc.raw[verb + 1 : verb + 2] == ["."]
            if follows or closes:
                return [Attribution(name, verb, *doc.span(min(name.role, verb), max(end, verb + 1)), quoted, False)]
        return []

    def _at(self, verb: int, sentence: Sentence, here: list[Name], quoted: bool) -> list[Attribution]:
        """The attributions of one verb."""
        subjects = self._inverted(verb, sentence, here) or self._before(verb, sentence, here, quoted)
        if subjects is None:
            return []
        doc = self.doc
        colon = verb + 1 < sentence.j and doc.text[sentence.end - 1] == ":"
        if not subjects:  # a pronoun
            return [Attribution(None, verb, *doc.span(max(sentence.i, verb - 1), verb + 1), quoted, colon)]
        found = []
        for name in subjects:
            if not quoted and (doc.low[verb] not in SAYING or not self._official(name)):
                continue  # indirect speech counts of officials only
            start, end = min(name.role, verb), max(name.j, verb + 1)
            found.append(Attribution(name, verb, *doc.span(start, end), quoted, colon))
        return found

    def _official(self, name: Name) -> bool:
        """Whether a rank or office stands before a name, or after it between commas."""
        if name.role < name.i or role_start(self.doc, name, self.names.flags) < name.role:
            return True
        after = apposition(self.doc, name)
        words = after.lower().split() if after else []
        get = self.names.vocab.flags.get
        return len(words) < 12 and any(get(word.strip(",."), 0) & HOLDER for word in words)

    def _inverted(self, verb: int, sentence: Sentence, here: list[Name]) -> list[Name] | None:
        """A person right after the verb, which follows a quotation: “…,” said NAME."""
        doc = self.doc
        at = verb + 1
        if at >= sentence.j or not (verb == sentence.i or doc.raw[verb - 1] in ("”", '"', "’", ",", "'", "–")):
            return None
        while at < sentence.j and at < verb + 9 and not doc.raw[at][0].isupper():
            if doc.low[at] in (",", ".", ":", "that", "he", "she", "they", "in", "to"):
                return None
            at += 1
        for n, name in enumerate(here):
            if name.role >= at and self._person(name):
                if (
                    name.role > at and any(doc.raw[k] in (".", ":") for k in range(at, name.role))
                ) or name.role > at + 12:
                    return None
                return [name, *self._partner(name, here[n + 1 :])]
        return None

    def _partner(self, name: Name, rest: list[Name]) -> list[Name]:
        """A second speaker: "X and Y said"."""
        doc = self.doc
        for other in rest:
            if self._person(other) and doc.low[name.j : other.role] in (["and"], [",", "and"]):
                return [other]
        return []

    def _before(self, verb: int, sentence: Sentence, here: list[Name], quoted: bool) -> list[Name] | None:
        """The subject before the verb; an empty list for a pronoun, None for no person."""
        doc, low = self.doc, self.doc.low
        k = verb - 1
        while k >= sentence.i and (low[k] in BETWEEN or low[k].endswith("ly")) and doc.raw[k][0].islower():
            k -= 1
        if k < sentence.i:
            return None
        if low[k] in PRONOUNS:
            return []
        first = self._segment(verb, sentence)
        persons = [name for name in here if name.j > first and name.j <= k + 1 and self._person(name, verb)]
        if not persons:
            return None
        last = persons[-1]
        if self._end(last) == k + 1:
            role = role_start(doc, last, self.names.flags)
            joint = [p for p in persons[:-1] if low[p.j : role] in (["and"], [",", "and"])]
            return [*joint, last]
        other = low[k] in OTHERS and not (low[k] in ("police", "court", "force") and doc.raw[k][0].isupper())
        # "Inspector Vance of the region's federal police said" speaks himself
        if other and not (low[persons[0].j] in ("of", "from", "with") and "," not in low[persons[0].j : k]):
            return None
        for n, name in enumerate(persons):
            after = low[self._end(name)]
            if after in AFTER_SUBJECT and (
                after not in ("and", "in", "on") or n + 1 < len(persons) or doc.raw[k] in (",", ")")
            ):
                if name.role > first + 14 and not quoted:
                    return None
                found = [name]
                if after == "and" and n + 1 < len(persons) and persons[n + 1].role == name.j + 1:
                    found.append(persons[n + 1])
                for further in persons[n + 1 + len(found) - 1 :]:
                    if (
                        low[further.role - 1] in ("and",)
                        and "," in low[name.j : further.role]
                        and "," in low[further.j : verb]
                    ):
                        found.append(further)
                return found
        return None

    def _end(self, name: Name) -> int:
        """The token after a name and the letters set after it."""
        end = name.j
        while end < len(self.doc.raw) and self.doc.raw[end] in POSTNOMINALS:
            end += 1
        return end

    def _segment(self, verb: int, sentence: Sentence) -> int:
        """The first token of the clause: after the last quotation that closed before the verb."""
        doc = self.doc
        at = bisect_right(self.closings, doc.starts[verb]) - 1
        first = sentence.i
        if at >= 0 and self.closings[at] > sentence.start:
            while first < verb and doc.starts[first] < self.closings[at]:
                first += 1
        return first

    def _person(self, name: Name, verb: int | None = None) -> bool:
        """A person, or an open name that the verb shows to be one."""
        if name.kind == "person":
            return True
        if name.kind != "unknown" or name.row is not None:
            return False
        flags = self.names.flags
        if name.j - name.i == 1:
            return self.doc.low[name.i] in self.names.surnames
        if (
            any(
                flags[k] & COMMON or not (self.doc.raw[k][0].isalpha() or self.doc.raw[k] == ".")
                for k in range(name.i, name.j)
            )
            or name.j - name.i > 4
        ):
            return False
        return self.doc.low[name.i - 1] not in ("the", "in", "at", "from", "of", "a") if name.i else True

    # --- without a verb

    def _colon(self, token: int, sentence: Sentence, here: list[Name]) -> list[Attribution]:
        """NAME: “…”, with nothing between but the role."""
        doc = self.doc
        if any(doc.low[k] in SAYING for k in range(sentence.i, token)):
            return []
        name = next((n for n in here if self._person(n) and n.j <= token), None)
        if name is None or name.role > sentence.i + 8:
            return []
        if name.j != token and (doc.raw[name.j] not in (",", "(", "–", "-") or token > name.j + 12):
            return []
        following = doc.text[doc.ends[token] : doc.ends[token] + 4].strip()
        if name.j != token and following[:1] not in ("“", '"', "‘"):
            return []
        return [Attribution(name, token, *doc.span(name.role, name.j), True, True)]

    def _labels(self, sentence: Sentence, here: list[Name], quoted: bool) -> list[Attribution]:
        """Lines such as "Quotes attributable to NAME:", “…” – NAME, and NAME: “…” at the start of a line."""
        doc, low = self.doc, self.doc.low
        found = []
        for name in here:
            if not self._person(name) or doc.quoted(name.i):
                continue
            before = low[name.role - 1] if name.role else ""
            span = doc.span(name.role, name.j)
            per = before == "per" and name.role - 1 <= sentence.i + 1 and doc.raw[self._line(name, sentence)] == ":"
            if per or (before == "to" and name.role > 1 and low[name.role - 2] in ("attributable", "attributed")):
                found.append(Attribution(name, name.j - 1, *span, True, True))
            elif before == "of" and quoted and name.role > 1 and low[name.role - 2] in SPEECH_NOUNS:
                found.append(Attribution(name, name.j - 1, *span, True, False))
            elif before == "to" and name.role > 1 and low[name.role - 2] == "according" and self._official(name):
                found.append(Attribution(name, name.j - 1, *span, quoted, False))
            elif before in ("–", "—", "-", "~") and name.role > 1 and doc.raw[name.role - 2] in ("”", '"', "’"):
                found.append(Attribution(name, name.j - 1, *span, True, False))
            elif name.role == sentence.i and self._opens_quotation(name, sentence):
                found.append(Attribution(name, name.j, *span, True, True))
        return found

    def _line(self, name: Name, sentence: Sentence) -> int:
        """The first colon after a name, within its role; else the name's last token."""
        near = range(name.j, min(name.j + 12, sentence.j))
        return next((k for k in near if self.doc.raw[k] == ":"), name.j - 1)

    def _opens_quotation(self, name: Name, sentence: Sentence) -> bool:
        """Whether a name at the start of a line, with its role or not, leads by a colon to a quotation."""
        doc = self.doc
        for k in range(name.j, min(name.j + 12, sentence.j - 1)):
            if doc.raw[k] == ":":
                return (k == name.j or doc.raw[name.j] in (",", "(")) and doc.raw[k + 1] in ("“", '"', "‘")
            if doc.low[k] in SAYING:
                return False
        return False
