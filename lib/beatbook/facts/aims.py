"""Facts of the family ``aims``: what the force says the operation is for."""

import re

from beatbook.grammar.assertion import BOILERPLATE, GENERAL
from beatbook.language.document import Doc, Sentence
from beatbook.records import Fact

NOUNS = frozenset("aim aims objective objectives purpose goal goals priority priorities mission intention".split())
# Words of which one must stand before the verb: it is the operation that aims, not its targets.
SUBJECTS = frozenset(
    "operation op initiative campaign week action activity activities crackdown patrols taskforce force unit "
    "team teams work strategy project amnesty surrender scheme programme program day days we our which plan "
    "warrants checkpoints police officers detail effort efforts sweep partnership approach tactics month "
    "weekend intensification surge buyback".split()
)
PREDICATES = (
    ("aims", "to"),
    ("aim", "to"),
    ("aimed", "to"),
    ("aiming", "to"),
    ("aimed", "at"),
    ("designed", "to"),
    ("intended", "to"),
    ("seeks", "to"),
    ("sought", "to"),
    ("dedicated", "to"),
    ("bid", "to"),
    ("geared", "towards"),
    ("meant", "to"),
)
# Where an aim ends within its sentence: at a closing mark, before ", police said".
ENDS = (
    re.compile(r"[”\"]"),
    re.compile(r",\s(?:the\s)?[\w’'.]+(?:\s[\w’'.]+){0,5}\s(?:said|announced|added|explained|says|stated)\b"),
)
FIRST_WORDS = frozenset(first for first, _ in PREDICATES)


def find(doc: Doc) -> list[Fact]:
    """The stated aims of one release.

    Args:
        doc: the analysed release.

    Returns:
        One fact an aim, in the text's own words: a list's entries, or the clause after "aims to", "the aim is to",
        "designed to".
    """
    facts: list[Fact] = []
    for sentence in doc.sentences:
        if sentence.kind == "item" and sentence.intro is not None and _announces(doc, doc.sentences[sentence.intro]):
            facts.append(_fact(doc, sentence.start, sentence.end, "list"))
            continue
        if FIRST_WORDS.isdisjoint(doc.low[sentence.i : sentence.j]) and NOUNS.isdisjoint(
            doc.low[sentence.i : sentence.j]
        ):
            continue
        if doc.scopes[sentence.index] in (GENERAL, BOILERPLATE):
            continue
        at = _clause(doc, sentence)
        if at is not None:
            facts.append(_fact(doc, doc.starts[at], sentence.end, "clause"))
    return facts


def _announces(doc: Doc, intro: Sentence) -> bool:
    """Whether a list's introduction announces aims: "The aims are simple:"."""
    words = doc.low[intro.i : intro.j]
    return any(word in NOUNS for word in words) and not any(
        word in ("seized", "arrested", "recovered") for word in words
    )


def _clause(doc: Doc, sentence: Sentence) -> int | None:
    """The first token of the aim in a sentence, or None."""
    low = doc.low
    for token in range(sentence.i, sentence.j - 2):
        if (low[token], low[token + 1]) in PREDICATES and not SUBJECTS.isdisjoint(low[sentence.i : token]):
            if low[token] == "aim" and not {"we", "officers", "police"} & set(low[max(sentence.i, token - 3) : token]):
                continue
            return token + 2 - (low[token + 1] == "to")
        if low[token] in NOUNS:
            for verb in range(token + 1, min(token + 12, sentence.j - 2)):
                if low[verb] in ("is", "was", "are", "were") and low[verb + 1] in ("to", "simple", "clear", "always"):
                    return next((k for k in range(verb + 1, min(verb + 6, sentence.j - 1)) if low[k] == "to"), None)
    return None


def _fact(doc: Doc, start: int, end: int, rule: str) -> Fact:
    """The aim's fact; a closing stop, what follows a closing mark and who said it are no part of it."""
    for cut in ENDS:
        match = cut.search(doc.text, start, end)
        end = match.start() if match else end
    while end > start and doc.text[end - 1] in ' .;,”"':
        end -= 1
    return Fact("aims", {"text": " ".join(doc.text[start:end].split())}, start, end, rule)
