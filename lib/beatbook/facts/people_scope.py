"""Which sentences tell of this case: not what happens every week, nor what a law threatens; headlines, split lists."""

import re
from dataclasses import replace

from beatbook.grammar.assertion import FACT, GENERAL, HISTORIC, QUOTE
from beatbook.grammar.clauses import Clause
from beatbook.grammar.person_names import name_at
from beatbook.language.document import Doc, Sentence

# advice on penalties ends a sentence that may have begun with a fact: "pleaded guilty and faces up to ten years"
PENALTY = re.compile(
    r"\b(?:fac(?:e|es|ing)\s|maximum|mandatory|punishable|carr(?:y|ies|ied)\s|if\s(?:convicted|found\sguilty)|presumed"
    r"|innocent|merely|allegation|penalt)",
    re.IGNORECASE,
)
PRIOR = frozenset("previously prior previous formerly".split())
NOW = frozenset("today yesterday monday tuesday wednesday thursday friday saturday sunday".split())
COURT = frozenset("charged convicted sentenced pleaded_guilty appeared_in_court remanded".split())
PAST_TALK = frozenset("since last year years previous previously every annual ago equivalent".split())
NOT_PAST = frozenset("killed injured safeguarded wanted".split())
RECENT = (["week"], ["morning"], ["month"], ["afternoon"])
EARLIER = frozenset("previous similar earlier".split())
OPERATIONS = (["operation"], ["operations"], ["crackdown"], ["campaign"], ["phase"], ["event"], ["exercise"])
MOST_CONVICTED = 300
EVERY = frozenset(("every", "each"))
PERIODS = (["day"], ["week"], ["month"], ["year"], ["hour"], ["night"])
LONGEST_HEADLINE, LONGEST_TITLE = 26, 40


def limit(doc: Doc, sentence: Sentence) -> int | None:
    """The token where a sentence stops telling facts; None where it tells none.

    Args:
        doc: the release, scopes filled.
        sentence: one of its sentences.
    """
    scope = doc.scopes[sentence.index]
    if doc.low[sentence.i : sentence.i + 2] in (["read", "more"], ["also", "read"], ["read", "also"]):
        return None  # a link to another story
    if scope == GENERAL:
        penalty = PENALTY.search(doc.text, sentence.start, sentence.end)
        if penalty is None:
            return None
        end = next((k for k in range(sentence.i, sentence.j) if doc.starts[k] >= penalty.start()), sentence.j)
        return end if end - sentence.i >= 4 else None
    return None if scope not in (FACT, QUOTE, HISTORIC) or _always(doc, sentence) else sentence.j


def of_this_case(doc: Doc, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause states a fact of this case, given its sentence's scope.

    A sentence that names another period counts where it tells a person's own step, or a dated one; a quote where it
    counts people; quotation marks inside a sentence where they hold a number or name.
    """
    scope = doc.scopes[sentence.index]
    numbered = any(group.numbered and group.count for group in clause.groups)
    if numbered and (_cumulative(clause) or _earlier(doc, sentence)):
        return False
    if scope == QUOTE:
        aged = any(group.ages and group.kind == "new" for group in clause.groups)
        return (numbered or aged) and PAST_TALK.isdisjoint(doc.low[sentence.i : sentence.j])
    if scope == FACT:
        return not doc.quoted(clause.at) or numbered or any(group.names for group in clause.groups)
    return scope != HISTORIC or _own_step(doc, sentence, clause)


def _cumulative(clause: Clause) -> bool:
    """Whether a number is what a programme has come to over the years: no case convicts 1,500 people."""
    return clause.statuses[0] in ("convicted", "sentenced") and (clause.groups[0].count or 0) >= MOST_CONVICTED


def _earlier(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence tells of an operation before this one: "A previous operation saw …", "The last time …"."""
    low = doc.low
    if EARLIER.isdisjoint(low[sentence.i : sentence.j]) and "last" not in low[sentence.i : sentence.j]:
        return False
    return any(
        (low[k] in EARLIER and low[k + 1 : k + 2] in OPERATIONS) or low[k : k + 3] == ["the", "last", "time"]
        for k in range(sentence.i, sentence.j)
    )


def _own_step(doc: Doc, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause of a sentence about another period tells of this case."""
    status = clause.statuses[0]
    if doc.quoted(clause.at) or not clause.groups or (clause.nominal and clause.rule == "noun") or status in NOT_PAST:
        return False
    before = doc.low[max(sentence.i, clause.at - 6) : clause.at + 1]
    if status in ("convicted", "sentenced", "arrested") and not PRIOR.isdisjoint(before):
        return False
    if all(
        group.count == 1 and (group.names or group.ages or group.kind in ("pronoun", "definite", "name"))
        for group in clause.groups
    ):
        return True
    dates = [value for value in sentence.values if value.kind in ("year", "date")]
    near = any(value.precision == "day" and value.kind == "date" and abs(value.i - clause.at) < 8 for value in dates)
    if near or not NOW.isdisjoint(doc.low[clause.i : clause.j + 4]) or _recent(doc, clause.i, sentence.j):
        return True
    # "sentenced for two murders in 2020": the year is that of the crime
    return bool(dates) and status in COURT and min(value.i for value in dates) > clause.at + 5


def _recent(doc: Doc, i: int, j: int) -> bool:
    """ "today", "this week" among tokens [i, j)."""
    low = doc.low
    return any(low[k] == "today" or (low[k] == "this" and low[k + 1 : k + 2] in RECENT) for k in range(i, j))


def _always(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence tells what happens "every week"."""
    words = doc.low[sentence.i : sentence.j]
    return not EVERY.isdisjoint(words) and any(
        word in EVERY and words[k + 1 : k + 2] in PERIODS for k, word in enumerate(words)
    )


def headline(doc: Doc, sentence: Sentence) -> bool:
    """Whether one of the first lines is a headline in small letters: it stands alone and has no stop."""
    if len(doc.sentences) == 1:
        return doc.raw[sentence.j - 1].isalnum()
    if sentence.index > 3 or sentence.kind != "prose" or doc.raw[sentence.j - 1] in (".", "!", "?", ":", "”", '"', "’"):
        return False
    following = doc.sentences[sentence.index + 1] if sentence.index + 1 < len(doc.sentences) else None
    alone = following is not None and "\n" in doc.text[sentence.end : following.start]
    return alone and sentence.j - sentence.i < LONGEST_HEADLINE


def title_case(doc: Doc, sentence: Sentence) -> bool:
    """Whether nearly all longer words begin with a capital, so that capitals mark no names: a link or headline."""
    if doc.raw[sentence.j - 1] == "." or sentence.j - sentence.i < 5:
        return False
    words = [word for word in doc.raw[sentence.i : sentence.j] if len(word) > 3 and word.isalpha()]
    return 5 <= len(words) < LONGEST_TITLE and sum(word[0].isupper() for word in words) >= 0.85 * len(words)


def split(doc: Doc, sentence: Sentence) -> list[Sentence]:
    """A run of lines that each begin with a person's name and age is a list, though nothing closes its lines."""
    if doc.text.find("\n", sentence.start, sentence.end) < 0:
        return [sentence]
    cuts = [sentence.i]
    for value in sentence.values:
        start = _line_start(doc, sentence, value.i - 1) if value.kind == "age" else None
        if start is not None and name_at(doc, start, value.i, 2):
            cuts.append(start)
    if len(cuts) == 1:
        return [sentence]
    parts = []
    for i, j in zip(cuts, [*cuts[1:], sentence.j], strict=True):
        values = [value for value in sentence.values if i <= value.i < j]
        parts.append(replace(sentence, start=doc.starts[i], end=doc.ends[j - 1], i=i, j=j, kind="item", values=values))
    return parts


def _line_start(doc: Doc, sentence: Sentence, k: int) -> int | None:
    """The first token of token k's line, where that is near and not the sentence's first."""
    for start in range(k, max(sentence.i, k - 8), -1):
        if "\n" in doc.text[doc.ends[start - 1] : doc.starts[start]]:
            return start
    return None
