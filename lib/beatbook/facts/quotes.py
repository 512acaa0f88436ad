"""Facts of the family ``quotes``: who speaks, in what role, and the words quoted."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from beatbook.grammar.names import names
from beatbook.grammar.page_parts import token_near
from beatbook.grammar.proper import Name
from beatbook.grammar.speaker_roles import role
from beatbook.grammar.speech import Attribution, attributions
from beatbook.language.document import Doc
from beatbook.records import Fact

MOST_BLANK = 100  # characters before a quotation that opens its line
MOST_NEAR = 40  # attributions before and after a quotation that are looked at


@dataclass(slots=True)
class Speaker:
    """One speaker of a release."""

    name: str
    role: str | None
    start: int
    end: int
    rule: str
    words: list[tuple[int, int]] = field(default_factory=list)


def find(doc: Doc) -> list[Fact]:
    """The speakers of one release, in the order in which they first speak.

    Args:
        doc: the analysed release.

    Returns:
        One fact a speaker. ``text`` holds all words quoted from that speaker, paragraphs and pieces parted by line
        breaks; it is empty for indirect speech.
    """
    told = attributions(doc)
    if not told:
        return []
    speakers: dict[str, Speaker] = {}
    events: list[tuple[Attribution, Speaker]] = []
    fullest: dict[str, Name] = {}
    for person in names(doc).persons:
        if person.j - person.i > 1:
            fullest.setdefault(doc.low[person.j - 1], person)
    for attribution in told:
        speaker = _speaker(doc, attribution, speakers, events, fullest)
        if speaker:
            events.append((attribution, speaker))
    _words(doc, events)
    return [
        Fact("quotes", {"speaker": s.name, "role": s.role, "text": _text(doc, s.words)}, s.start, s.end, s.rule)
        for s in speakers.values()
    ]


def _speaker(
    doc: Doc,
    attribution: Attribution,
    speakers: dict[str, Speaker],
    events: list[tuple[Attribution, Speaker]],
    fullest: dict[str, Name],
) -> Speaker | None:
    """The speaker of an attribution: a new one, or one known by the same name or a pronoun."""
    name = attribution.name
    if name is None:
        name = _antecedent(doc, attribution.verb)
        if name is None or not attribution.quoted:
            return events[-1][1] if events and name is None else None
        if events and events[-1][0].verb > name.j:
            return events[-1][1]
    # a person named by surname is its fullest mention: "Goldhirsch" → "Renata Goldhirsch"
    full = name if name.j - name.i > 1 else fullest.get(doc.low[name.i], name)
    written = (
        " ".join(doc.words(full.i, full.j).rstrip(",. ").split())
        if doc.raw[full.j - 1] != "."
        else doc.words(full.i, full.j)
    )
    speaker = speakers.get(written.lower())
    if speaker is None:
        rule = "pronoun" if attribution.name is None else "quotation" if attribution.quoted else "indirect"
        speaker = Speaker(written, role(doc, name), attribution.start, attribution.end, rule)
        speakers[written.lower()] = speaker
    if full is not name or speaker.role is None:
        speaker.role = role(doc, full) or speaker.role
    return speaker


def _antecedent(doc: Doc, verb: int) -> Name | None:
    """The person a pronoun before ``verb`` stands for: the last one named before it, at most three sentences back."""
    sentence = doc.sentence_of(verb)
    persons = names(doc).persons
    for n in range(bisect_right(persons, verb, key=lambda person: person.j) - 1, -1, -1):
        person = persons[n]
        if sentence.index - doc.sentence_of(person.i).index > 3:
            break
        if not doc.quoted(person.i):
            return person
    return None


def _words(doc: Doc, events: list[tuple[Attribution, Speaker]]) -> None:
    """Give each quotation to its speaker: the one named in its line, else the one who is still speaking."""
    lines = _lines(doc)
    by_line: dict[int, list[tuple[Attribution, Speaker]]] = {}
    for attribution, speaker in events:
        by_line.setdefault(lines[doc.sentence_of(attribution.verb).index], []).append((attribution, speaker))
    current: Speaker | None = None
    previous = -1
    for start, end in doc.quotations:
        line = lines[doc.sentence_of(token_near(doc, start)).index]
        here = by_line.get(line)
        before = by_line.get(line - 1)
        if here:
            for _, speaker in _nearest(here, start, end):
                speaker.words.append((start, end))
                current = speaker
        elif not _opens(doc, start):
            if line != previous:
                current = None
            continue
        elif before and before[-1][0].colon:
            current = before[-1][1]
            current.words.append((start, end))
        elif current and line - previous <= 1:
            current.words.append((start, end))
        else:
            current = None
        previous = line
    _blocks(doc, events)


def _lines(doc: Doc) -> list[int]:
    """The number of the line that each sentence stands in."""
    numbers, number = [], 0
    for k, sentence in enumerate(doc.sentences):
        number += k > 0 and "\n" in doc.text[doc.sentences[k - 1].end : sentence.start]
        numbers.append(number)
    return numbers


def _nearest(here: list[tuple[Attribution, Speaker]], start: int, end: int) -> list[tuple[Attribution, Speaker]]:
    """Whom a quotation belongs to among the attributions of its paragraph."""
    at = bisect_left(here, start, key=lambda e: e[0].start)
    here = here[max(0, at - MOST_NEAR) : at + MOST_NEAR]
    after = [e for e in here if 0 <= e[0].start - end < 60 or 0 <= e[0].end - end < 60]
    before = [e for e in here if e[0].end <= start]
    best = before[-1] if before and (start - before[-1][0].end < 12 or not after) else after[0] if after else here[0]
    return [e for e in here if e[0].verb == best[0].verb]


def _blocks(doc: Doc, events: list[tuple[Attribution, Speaker]]) -> None:
    """NAME said: and a paragraph without quotation marks."""
    for attribution, speaker in events:
        if not attribution.colon or speaker.words:
            continue
        sentence = doc.sentence_of(attribution.verb)
        rest = doc.sentences[sentence.index + 1 : sentence.index + 30]
        if not rest or rest[0].paragraph - sentence.paragraph > 1 or rest[0].kind == "heading":
            continue
        block = [s for s in rest if s.paragraph == rest[0].paragraph]
        speaker.words.append((block[0].start, block[-1].end))


def _opens(doc: Doc, start: int) -> bool:
    """Whether a quotation opens its line."""
    return not doc.text[max(0, start - MOST_BLANK) : start - 1].rpartition("\n")[2].strip()


def _text(doc: Doc, spans: list[tuple[int, int]]) -> str | None:
    """The quoted words, pieces parted by line breaks."""
    pieces = []
    for start, end in sorted(set(spans)):
        piece = " ".join(doc.text[start:end].split()).strip('“”"‘ ')
        if piece:
            pieces.append(piece)
    return "\n".join(pieces) or None
