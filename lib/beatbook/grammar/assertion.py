"""What a sentence asserts: something that happened in this operation, or history, statistics, plans, advice, speech.

SCHEMA, general rules 2 and 3: only what is reported as having happened in the operation or case yields facts; a
quotation counts only where it states a specific figure or event of this operation. The wordings are rules in
``lexicons/scopes.csv``, each with its reason, an example and a counter-example.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import rows

FACT, HISTORIC, GENERAL, BOILERPLATE, QUOTE = "fact", "historic", "general", "boilerplate", "quote"

BOILERPLATE_HEADINGS = re.compile(
    r"""\W{0,20}(?:
      notes?\sto\s(?:the\s)?editors? | editor['’]?s['’]?\snotes? | about\s(?:the|us|europol|interpol) | background
    | (?:further|more)\sinformation | (?:media|press)\s(?:enquiries|inquiries|contacts?|office) | contacts?
    | related\s(?:articles|news|links|stories|content|posts|coverage) | share\sthis
    | latest\snews | read\smore | see\salso | topics? | tags?
    | components? | how\sto\sreport | (?:crime\sprevention\s)?advice
    )\b""", re.VERBOSE | re.IGNORECASE)
CONTACT = re.compile(
    r"\W{0,20}(?:(?:(?:media|press)\s)?(?:contacts?|office|enquiries|inquiries)|share|latest|read|see|topics?|tags?"
    r"|components?|related)\b", re.IGNORECASE)  # what may also stand above a release
RELATED = re.compile(r"\W{0,20}(?:related|latest|recent|more)\s(?:articles|news|stories|content|posts)\b", re.I)
SHORT_LINE = 12  # tokens; a line of a contact block is no longer
BOILERPLATE_REACH = 40  # sentences; a heading rules no further
NEGATIONS = frozenset(
    "no not nobody none neither nor never without nothing cannot nil zero unlikely".split())
FINITE = frozenset("was were has have had".split())
CLAUSE_BREAKS = frozenset("; : . but although though while".split())


class Rule(NamedTuple):
    """A wording that gives a sentence its scope; tried only where one of its trigger words occurs."""

    name: str
    scope: str
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    needs_count: bool


@lru_cache(1)
def rules() -> tuple[Rule, ...]:
    """The rules of ``scopes.csv``, general ones first: advice stays advice whatever period it names."""
    made = [
        Rule(row["name"], row["scope"], frozenset(row["triggers"].split("|")),
             re.compile(row["pattern"], re.IGNORECASE), row["needs"] == "count")
        for row in rows("scopes")
    ]
    return tuple(sorted(made, key=lambda rule: rule.scope))


@lru_cache(1)
def _by_trigger() -> dict[str, frozenset[int]]:
    """Which of the rules a word triggers."""
    words = frozenset().union(*(rule.triggers for rule in rules()))
    return {word: frozenset(n for n, rule in enumerate(rules()) if word in rule.triggers) for word in words}


def scope(doc: Doc, sentence: Sentence) -> str:
    """What the sentence is: FACT, HISTORIC, GENERAL, BOILERPLATE or QUOTE.

    Args:
        doc: the analysed release.
        sentence: one of its sentences.

    Returns:
        QUOTE where the sentence stands in quotation marks for the most part: its specific figures may still count.
    """
    if sentence.kind != "heading" and sentence.heading is not None:
        heading = doc.sentences[sentence.heading]
        if sentence.index - heading.index < BOILERPLATE_REACH and \
                BOILERPLATE_HEADINGS.match(doc.text, heading.start, heading.end) and \
                not _after_contact(doc, sentence, heading) and not _of_the_case(doc, heading):
            return BOILERPLATE
    text, triggered = None, _by_trigger()
    words = triggered.keys() & doc.low[sentence.i:sentence.j]
    for n in sorted(frozenset().union(*map(triggered.__getitem__, words))):
        rule = rules()[n]
        if rule.needs_count and not any(value.kind in ("number", "measure", "money") for value in sentence.values):
            continue
        text = text or doc.text[sentence.start:sentence.end]
        if rule.pattern.search(text):
            return rule.scope
    quotation = doc.quoted(sentence.i) or (doc.quoted(sentence.i + 1) if sentence.j - sentence.i > 1 else None)
    return QUOTE if quotation and quotation[1] >= sentence.end - 2 else FACT


def _after_contact(doc: Doc, sentence: Sentence, heading: Sentence) -> bool:
    """Whether "CONTACT: …" or "Share this" stands above the release: the sentences after it are the release itself."""
    if not CONTACT.match(doc.text, heading.start, heading.end) or heading.index > len(doc.sentences) / 3:
        return False
    return sentence.j - sentence.i > SHORT_LINE or sentence.paragraph > heading.paragraph + 1


def _of_the_case(doc: Doc, heading: Sentence) -> bool:
    """Whether "Background" stands in a release's first half: it tells the case's own; at the end, the force's."""
    return 2 * heading.index < len(doc.sentences) and "background" in doc.low[heading.i:heading.j]


def scopes(doc: Doc) -> list[str]:
    """The scope of every sentence; a list item takes on that of its introduction unless it has its own."""
    found: list[str] = []
    related = False
    for sentence in doc.sentences:
        own = scope(doc, sentence)
        if sentence.kind == "heading":  # headlines of other releases under "Related stories"
            own = BOILERPLATE if related else own
            late = sentence.index > len(doc.sentences) / 2
            related = related or bool(late and RELATED.match(doc.text, sentence.start, sentence.end))
        if own == FACT and sentence.intro is not None and sentence.intro < len(found):
            own = found[sentence.intro]
        found.append(own)
    return found


def negated(doc: Doc, i: int, start: int, reach: int = 6) -> bool:
    """Whether a negation stands within ``reach`` tokens before token i, in its clause and not before ``start``."""
    for token in range(i - 1, max(start, i - reach) - 1, -1):
        word = doc.low[token]
        if word in CLAUSE_BREAKS or (word == "and" and doc.low[token - 1] == ","):
            return False
        if word in NEGATIONS or word.endswith("n't"):
            lacks = word == "without" or (word == "no" and doc.low[token - 1] == "with")
            return not lacks or FINITE.isdisjoint(doc.low[token + 2 : i])  # "A car with no insurance was seized"
        if word == "yet" and token + 1 < i and doc.low[token + 1] == "to":
            return True
    return False
