"""The dates of a release with what happened on each: days, periods, and the ends of periods told apart."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from beatbook.grammar.date_heads import LATER, headed, heads
from beatbook.grammar.date_roles import role
from beatbook.grammar.date_senses import ACTION, HEARING, PUBLISH, RUN, Actors
from beatbook.grammar.windows import near
from beatbook.language.calendar import iso
from beatbook.language.dateparts import MONTHS
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.language.weeks import COUNTS, lasting

BEGINS = frozenset(
    "began begun started launched opened commenced starting commencing beginning begins underway kicked".split()
)
ENDS = frozenset(
    "ended closed finished concluded ending culminated closing until wrapped concluding finishing ends closes through "
    "drew ran wound still ceased lasted".split()
)
REFERENCE = frozenset(
    "operation initiative campaign week crackdown action activity surrender amnesty buyback scheme sweep blitz surge "
    "phase stage period "
    "detail event project effort enforcement checkpoint checkpoints roadblock roadblocks raids patrols".split()
)
ACCUSED = frozenset(
    "defendant defendants allegedly alleged accused indictment victim victims scheme conspired suspect he she "
    "complaint prosecutors charged claim lawsuit laundering larceny counts fraudulently".split()
)
HOURS = frozenset(("midnight", "noon"))
LENGTHS = frozenset(f"{number}-{unit}" for number in COUNTS for unit in ("day", "week", "month")) | {
    "week-long",
    "weeklong",
    "month-long",
}


@dataclass(slots=True)
class Dated:
    """A date of the text with its role; ``begins`` or ``ends`` where only one end of a period is told."""

    value: Value
    sentence: Sentence
    role: str | None
    first: str | None
    last: str | None
    explicit: bool = False  # the sentence says that the operation ran then
    accused: bool = False  # it tells what somebody is accused of
    counted: bool = False  # one end is counted from the other

    @property
    def span(self) -> tuple[str, str] | None:
        """Its first and last day, where both are known."""
        return (self.first, self.last) if self.first and self.last else None


def dated(doc: Doc, named: Actors) -> list[Dated]:
    """The dates that name days, with their roles; a beginning and an end in one sentence are joined to a period."""
    found: list[Dated] = []
    for sentence in doc.sentences:
        here = [value for value in sentence.values if value.kind == "date" and _days_known(value)]
        for value in here:
            what = role(doc, sentence, value, named)
            part = near(sentence, value.i)
            words = doc.low[part.i : part.j]
            runs = what in (RUN, ACTION) and not REFERENCE.isdisjoint(words)
            accused = not ACCUSED.isdisjoint(words)
            found.append(Dated(value, sentence, what, value.first, value.last, runs, accused))
        of_sentence = found[len(found) - len(here) :]
        for one, other in pairwise(of_sentence):
            _join(doc, one, other)
        for date in found[len(found) - len(here) :]:
            _one_end(doc, date)
    _headings(doc, found, named)
    return [date for date in found if date.first or date.last]


def _headings(doc: Doc, found: list[Dated], named: Actors) -> None:
    """Give the dates that stand over sections the role of what is told under them, and one another's where none is."""
    over = [date for date in found if heads(doc, date.sentence, date.value)]
    if len(over) < 2 and not (over and over[0].sentence.index > LATER):
        return
    for date in over:
        date.role = headed(doc, date.sentence, named)
    acted = sum(date.role == ACTION for date in over)
    for date in over if acted else ():
        mostly = date.role == HEARING and 2 * acted > len(over)  # what became of somebody found there
        date.role = ACTION if mostly else date.role or ACTION
    days = sorted(date.first or "" for date in over if date.role == ACTION)
    for date in found:  # "in three finds between Friday night and yesterday" sums up the days that follow
        first, last = date.first or "", date.last or ""
        told = bisect_right(days, last) - bisect_left(days, first)
        if first != last and told > 1 and MONTHS.keys().isdisjoint(doc.low[date.value.i : date.value.j]):
            date.role = PUBLISH


def _days_known(value: Value) -> bool:
    """Whether a date names days, or a span of months: "from April to June 2024", which dates a named operation only."""
    months = value.precision == "month" and value.first and value.last and value.first[:7] != value.last[:7]
    return value.precision not in ("month", "year") or bool(months)


def _join(doc: Doc, one: Dated, other: Dated) -> None:
    """ "began on Monday, 3 February and closed on Friday, 28 February" is one period."""
    low, sentence = doc.low, one.sentence
    before = low[max(sentence.i, one.value.i - 7) : one.value.i]
    between = low[one.value.j : other.value.i]
    if not (one.first and one.last and other.first and other.last):
        return
    if one.first > other.first and not ENDS.isdisjoint(before) and not BEGINS.isdisjoint(between):
        one.first, one.role, one.explicit = other.first, ACTION, True  # "ended on 7 July, a year after it began on …"
        other.first = other.last = None
        return
    begins = not BEGINS.isdisjoint(before) or {"under", "way"} <= set(before) or "still" in between
    if not begins or ENDS.isdisjoint(between) or one.first > other.last:
        return
    one.last, one.role, one.explicit = other.last, ACTION, True
    other.first = other.last = None


def _one_end(doc: Doc, date: Dated) -> None:
    """Where one day is the first or last of several: "launched on 1 May", "the five-day operation ended on Friday".

    The other end is counted where it is told how long it lasted, and stays open elsewhere.
    """
    low, sentence, value = doc.low, near(date.sentence, date.value.i), date.value
    before = low[max(sentence.i, value.i - 4) : value.i]
    if not (LENGTHS.isdisjoint(before) and HOURS.isdisjoint(before)):  # "wrapped up a two-day operation on Sunday"
        before = low[max(sentence.i, value.i - 7) : value.i]
    if date.first is None or date.first != date.last:
        return
    ends = date.role in (RUN, ACTION) and not (BEGINS | ENDS | {"from"}).isdisjoint(before)
    days = lasting(" ".join(low[sentence.i : sentence.j])) if ends else None
    if days and not (BEGINS | ENDS).isdisjoint(low[max(sentence.i, value.i - 3) : value.i]):
        date.explicit = True  # "over ten days beginning September 9"
    if not (date.explicit or "since" in before):
        return
    lasted = any(word in LENGTHS or word in ("days", "weeks") for word in low[sentence.i : sentence.j])
    hour = any(v.kind == "time" and v.j in (value.i, value.i - 1) for v in sentence.values)
    if not BEGINS.isdisjoint(before) and hour and not lasted:
        return  # "began at 5am today": it was over on the same day
    if not BEGINS.isdisjoint(before) or before[-1:] == ["since"] or (lasted and before[-1:] == ["from"]):
        date.last, date.counted = _counted(doc, date.first, days, 1), True
    elif not ENDS.isdisjoint(before):
        date.first, date.counted = _counted(doc, date.first, days, -1), True


def _counted(doc: Doc, day: str, days: int | None, way: int) -> str | None:
    """The other end of what lasted so many days and began (way 1) or ended (-1) on a day; None where none is told."""
    known = iso(day)
    other = known + timedelta(way * (days - 1)) if known and days and days > 1 else None
    return None if other is None or (doc.published and str(other) > doc.published) else str(other)


def by_pronoun(doc: Doc, date: Dated) -> None:
    """Where a release names one operation, "it closed on March 29" tells one of its ends."""
    before = doc.low[max(date.sentence.i, date.value.i - 6) : date.value.i]
    if date.role == RUN and not date.explicit and "it" in before:
        date.explicit = True
        _one_end(doc, date)
