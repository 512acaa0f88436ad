"""What a sentence asserts: something that happened in this operation, or history, statistics, plans, advice, speech.

SCHEMA, general rules 2 and 3: only what is reported as having happened in the operation or case yields facts; a
quotation counts only where it states a specific figure or event of this operation.
"""

import re

from beatbook.language.document import Doc, Sentence

FACT, HISTORIC, GENERAL, BOILERPLATE, QUOTE = "fact", "historic", "general", "boilerplate", "quote"

# Other periods than the operation's. Each alternative is a fixed phrase or has one bounded gap.
HISTORIC_PHRASES = re.compile(
    r"""\b(?:
      (?:last|previous|prior|past)\s(?:financial\s|fiscal\s|calendar\s)?year(?:['’]s)?\b(?!['’]s\s(?:week|operation))
    | (?:the|this\stime)\s(?:year\sbefore|previous\syear|same\speriod|same\sweek\slast|same\stime\slast)
    | in\s(?:the\s)?(?:fiscal|financial)\syear
    | (?:fiscal|financial)\syear\s(?:20)?\d\d
    | (?:in|over|during|for)\sthe\s(?:\w+\s)?(?:year|\d+\smonths|twelve\smonths|six\smonths|three\smonths|quarter)\s(?:to|ending|up\sto)
    | in\sthe\s(?:first|second|last)\s(?:half|quarter|(?:\w+\s)?months)\sof
    | (?:so\sfar|earlier)\sthis\syear(?!,?\s(?:officers|police|detectives|agents|deputies|investigators))
    | year[\s-]to[\s-]date | to\sdate\sthis\syear
    | (?:each|every|per)\syear\b | annually | on\saverage | year-on-year
    | (?:was|were)\slast\s(?:held|run)
    | (?:the|a|its|our)\s(?:last|previous|similar|earlier)\s(?:surrender|amnesty|operation|week|campaign|event|buyback|crackdown)\b
    | since\s(?:\w+\s)?(?:last\s)?(?:launch\w*|its\sinception|inception|being\sset\sup|it\sbegan|the\sstart\sof\sthe\syear)
    | since\s(?:last\s)?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter|easter|christmas)
    | between\s20\d\d\sand\s20\d\d | from\s20\d\d\sto\s20\d\d
    | nationwide,?\s(?:\w+\s){0,3}(?:in|since)\s20\d\d
    )""", re.VERBOSE | re.IGNORECASE)
# A year alone ("In 2022, DEA seized …") is a statistic where the sentence counts; a case names day or month.
YEAR_ALONE = re.compile(r"\b(?:in|during|throughout|since)\s(?:20[0-4]\d|19\d\d)\b(?!\s(?:when|after))", re.IGNORECASE)
GENERAL_PHRASES = re.compile(
    r"""^(?:[“"‘]\s*)?(?:
      if\s(?:you|anyone|something|a|people|residents) | any(?:one|body)\s(?:with|who|that) | members\sof\sthe\spublic\s(?:are|who|can|may|with)
    | (?:tips|information)\s(?:can|may|about|should) | (?:please\s)?(?:call|contact|ring|text|report|visit|e-?mail)\s
    | (?:to\s)?(?:report|find\sout|learn)\s | for\s(?:more|further)\sinformation | under\sthe\s[\w\s]{0,60}(?:ordinance|act),
    | do\syou | have\syou | help\sus
    )
    | \b(?:
      carr(?:ies|y|ied)\s(?:a|up\sto|an)\s(?:\w+\s){0,2}(?:maximum|minimum|mandatory|penalty|sentence|\d)
    | (?:faces?|facing|face)\s(?:a|up\sto|an|between)\s(?:\w+\s){0,3}(?:maximum|minimum|mandatory|sentence|penalty|years|life)
    | (?:faces?|facing)\s(?:up\sto|life|a\spossible|between|at\sleast)
    | maximum\s(?:penalty|sentence|possible|statutory|term) | mandatory\sminimum | punishable\sby
    | presumed\sinnocent | merely\s(?:an\s)?(?:accusation|allegation)s? | innocent\s(?:unless|until)
    | is\sasked\sto\s(?:call|contact) | (?:is|are)\s(?:asked|urged|encouraged|reminded|advised)\sto
    | can\s(?:call|contact|be\s(?:reported|contacted|made|given|passed)) | should\s(?:call|contact|ring|report)
    | proved\sto\sbe\s(?:false|a\shoax|unfounded)
    )""", re.VERBOSE | re.IGNORECASE)
BOILERPLATE_HEADINGS = re.compile(
    r"^\W*(?:notes?\sto\s(?:the\s)?editors?|editor['’]?s['’]?\snotes?|about\s(?:the|us|europol|interpol)|background|further\sinformation|"
    r"more\sinformation|media\s(?:enquiries|inquiries|contacts?)|press\s(?:enquiries|contacts?|office)|contacts?|related\s(?:articles|news|links)|"
    r"share\sthis|latest\snews|read\smore|see\salso|topics?|tags?|components?|how\sto\sreport|advice|crime\sprevention\sadvice)\b",
    re.IGNORECASE)
NEGATIONS = frozenset("no not nobody none neither nor never without nothing cannot n't didn't wasn't weren't hasn't haven't "
                      "isn't aren't don't doesn't couldn't hadn't won't nil zero unlikely".split())
PLANS = frozenset("will would shall should may might must could can to due set expected scheduled plans planned hopes "
                  "aims hoping if whether unless until".split())


def scope(doc: Doc, sentence: Sentence) -> str:
    """What the sentence is: FACT, HISTORIC, GENERAL, BOILERPLATE or QUOTE.

    Args:
        doc: the analysed release.
        sentence: one of its sentences.

    Returns:
        QUOTE where the sentence stands in quotation marks for the most part: its specific figures may still count.
    """
    text = doc.text[sentence.start:sentence.end]
    if sentence.kind != "heading" and sentence.heading is not None:
        heading = doc.sentences[sentence.heading]
        if sentence.index - heading.index < 40 and BOILERPLATE_HEADINGS.match(doc.text[heading.start:heading.end]):
            return BOILERPLATE
    if GENERAL_PHRASES.search(text):
        return GENERAL
    if HISTORIC_PHRASES.search(text):
        return HISTORIC
    if YEAR_ALONE.search(text) and any(value.kind in ("number", "measure") for value in sentence.values):
        return HISTORIC
    quotation = doc.quoted(sentence.i) or (doc.quoted(sentence.i + 1) if sentence.j - sentence.i > 1 else None)
    if quotation and quotation[1] >= sentence.end - 2:
        return QUOTE
    return FACT


def scopes(doc: Doc) -> list[str]:
    """The scope of every sentence; a list item takes on that of its introduction unless it is plain fact."""
    found: list[str] = []
    for sentence in doc.sentences:
        own = scope(doc, sentence)
        if own == FACT and sentence.intro is not None and sentence.intro < len(found):
            own = found[sentence.intro]
        found.append(own)
    return found


def negated(doc: Doc, i: int, start: int, reach: int = 6) -> bool:
    """Whether a negation stands within ``reach`` tokens before token i, and not before ``start``, in the same clause."""
    for token in range(i - 1, max(start, i - reach) - 1, -1):
        word = doc.low[token]
        if word in (";", ":", ".") or word in ("but", "although", "though", "while"):
            return False
        if word in NEGATIONS or word.endswith("n't"):
            return True
        if word == "yet" and token + 1 < i and doc.low[token + 1] == "to":
            return True
    return False
