"""Who speaks: verbs of saying, their subjects, and the words they govern."""

from bisect import bisect_right
from dataclasses import dataclass

from beatbook.grammar.name_kinds import BODY, COMMON, HOLDER, MODIFIER, TOPIC
from beatbook.grammar.names import names
from beatbook.grammar.parts import POSTNOMINALS, Name
from beatbook.grammar.speaker_roles import SAYING, apposition, role_start
from beatbook.language.document import Doc, Sentence

# Verbs that tell of speech beside quotation marks.
QUOTING = frozenset(
    "saying announced confirmed confirms praised thanked urged urges described wrote tweeted posted "
    "acknowledged recalled revealed admitted claimed replied responded asked believes appealed paid welcomed "
    "hailed reported reports admits announces "
    "praises commended congratulated lauded applauded expressed encouraged reminded cautioned assured condemned "
    "vowed pledged agreed joked observed maintained pointed called shared echoed promised quipped quips jokes chimed "
    "chipped lamented regretted regrets mused argued argues countered concurred volunteered offered credited credits "
    "thanks blasted slammed criticised criticized denounced saluted likened compared boasted conceded concedes "
    "implored begged enthused marvelled marveled sighed laughed opined ventured retorted answered began finished "
    "deplored reckoned reckons feels felt suggested suggests estimated hails calls highlighted highlights underlined "
    "underlines underscored outlined points promises vows pledges recalls reveals hoped hopes repeated repeats put "
    "welcomes applauds commends congratulates reminds encourages appeals speaking spoke summed summarised".split()
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
NAMING = frozenset(("called", "calls", "described", "felt", "put", "offered", "began", "spoke", "hoped"))
# Nouns by which a quotation is somebody's: "is the counsel of", "in the words of".
SPEECH_NOUNS = frozenset(
    "words view verdict counsel advice message warning plea assessment opinion summary quote quotes "
    "statement comment comments reaction response".split()
)
# words after which a verb of saying has no subject behind it: "…”, Inspector Vance said of Reed"
NOT_SUBJECT = frozenset(("of", "about", "after", "before", "during", "following"))
POSSESSED = frozenset("the 's ' of her his their its for at ,".split())
ATTRIBUTED = frozenset(("attributable", "attributed", "attribute", "attribution", "credited"))
JOINED = 10  # tokens between two who speak together
SPEAKING = QUOTING | SAYING | {":"}
QUOTE_OPENS = frozenset(("“", '"', "‘"))
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
                elif word == ":" and here and quoted and (token + 2 > sentence.j - 3 or low[token + 1] in QUOTE_OPENS):
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
        if not subjects and doc.low[verb] in NAMING:
            return []  # "powder he called “china white”"
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
        opens = verb == sentence.i or doc.raw[verb - 1] in ("”", '"', "’", ",", "'", "–")
        if at >= sentence.j or doc.low[at] in NOT_SUBJECT or not opens:
            return None
        while at < sentence.j and at < verb + 9 and not doc.raw[at][0].isupper():
            office = doc.low[at] == "," and self.names.flags[at - 1] & HOLDER  # "said the shop's owner, Ivan Petrov"
            if doc.low[at] in (",", ".", ":", "that", "he", "she", "they", "in", "to") and not office:
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
        other = next((other for other in rest if self._person(other)), None)
        return [other] if other is not None and self._together(name.j, other.role) else []

    def _together(self, i: int, j: int) -> bool:
        """Whether tokens [i, j) only join two speakers: "and", "and the council's", "and her supervisor,"."""
        low, raw = self.doc.low, self.doc.raw
        i += low[i] == ","
        if i >= j or low[i] != "and" or j - i > JOINED:
            return False
        return all(
            low[k] in POSSESSED or raw[k][0].isupper() or self.names.flags[k] & (BODY | HOLDER | TOPIC | MODIFIER)
            for k in range(i + 1, j)
        )

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
        if last.kind != "person" and persons[0].kind == "person" and low[persons[0].j] in ("of", "from", "at", "with"):
            return [persons[0]]  # "Ann Vance of Kestrel Hope said"
        if self._end(last) == k + 1:
            role = role_start(doc, last, self.names.flags)
            joint = [p for p in persons[-2:-1] if self._together(p.j, role)]
            return [*joint, last]
        if low[k] == "," and self._end(last) == k and low[last.role - 1] == "," and "whose" in low[first : last.role]:
            return [last]  # "the council, whose leader, Jane Vance, said"
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
        raw = self.doc.raw
        while raw[end : end + 1] and (raw[end] in POSTNOMINALS or raw[end : end + 1] == [","]):
            if raw[end] == "," and (raw[end + 1 : end + 2] == [] or raw[end + 1] not in POSTNOMINALS):
                break
            end += 1  # "Vance, IPS"
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
        if name.role == sentence.i < name.i and doc.raw[token + 1 : token + 2] in (["“"], ['"'], ["‘"]):
            return [Attribution(name, token, *doc.span(name.role, name.j), True, True)]  # "… has this warning: “…”"
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
            before, earlier = (low[k] if k >= 0 else "" for k in (name.role - 1, name.role - 2))
            opens, ranked = name.role == sentence.i, name.role < name.i
            said, colon, at = True, False, name.j - 1
            if (before == "to" and earlier in ATTRIBUTED) or (
                before == "per" and name.role <= sentence.i + 2 and doc.raw[self._line(name, sentence)] == ":"
            ):
                colon = True
            elif before in ("of", "from") and earlier in SPEECH_NOUNS:
                if not quoted and not self._follows_quotation(sentence):
                    continue
            elif before == "to" and earlier == "according" and self._official(name):
                said = quoted
            elif before in ("–", "—", "-", "~") and earlier in QUOTE_ENDS:
                pass
            elif before == "for" and name.role == sentence.i + 1 and ranked and quoted and low[name.j] == ",":
                pass  # "For Inspector Vance, the result was “…”"
            elif opens and ranked and self._over_quotation(name, sentence):
                colon = True
            elif opens and self._opens_quotation(name, sentence):
                colon, at = True, name.j
            else:
                continue
            found.append(Attribution(name, at, *doc.span(name.role, name.j), said, colon))
        return found

    def _follows_quotation(self, sentence: Sentence) -> bool:
        """Whether a quotation closes right before a sentence: "“…” That was the message from Inspector Vance"."""
        return sentence.i > 0 and self.doc.raw[sentence.i - 1] in ("”", '"', "’")

    def _over_quotation(self, name: Name, sentence: Sentence) -> bool:
        """Whether a line holds nothing but a person with a rank, and the next line opens a quotation."""
        doc, end = self.doc, sentence.j
        if (name.j < end and not (doc.raw[name.j] == "," and end - name.j < JOINED)) or end >= len(doc.raw):
            return False
        return doc.raw[end] in ("“", '"', "‘") and "\n" in doc.text[sentence.end : doc.starts[end]]

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
