"""Facts of the family ``operations``: named operations, and unnamed police actions with a date."""

import datetime
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass

from beatbook.grammar.assertion import FACT
from beatbook.grammar.date_senses import ACTION, ARREST, CRIME, HEARING, PUBLISH, RUN, actors
from beatbook.grammar.dated import Dated, by_pronoun, dated
from beatbook.grammar.names import Agency, agencies
from beatbook.grammar.operation_names import Mention, mentions
from beatbook.grammar.partners import took_part
from beatbook.language.calendar import iso
from beatbook.language.document import Doc
from beatbook.records import Fact

CLOSE_BY = 45  # tokens from a name to its date
LONGEST = 120  # days
MOST_SECTIONS = 20  # operations with a section of their own
MOST_DATES = 100  # explicit dates before and after an operation's in which its other end is looked for
LEADS_TO_DATE = frozenset(("from", "between", "on", "("))
ONLY_BETWEEN = frozenset(", – — - : |".split())
WEEKLY = frozenset(
    "operation week campaign crackdown blitz surge initiative activity patrols sweep roundup round-up".split()
)


@dataclass(slots=True)
class Operation:
    """A named operation: its mentions, and the dates found for it."""

    name: str
    mentions: list[Mention]
    first: str | None = None
    last: str | None = None
    date: Dated | None = None

    @property
    def span(self) -> tuple[str, str] | None:
        """Its first and last day; where one is known, that day alone."""
        first, last = self.first or self.last, self.last or self.first
        return (first, last) if first and last else None


def find(doc: Doc) -> list[Fact]:
    """The operations of one release, in the order of the text."""
    bodies = agencies(doc)
    dates = dated(doc, actors(doc, bodies))
    named = _named(doc)
    if len(named) > 1:
        named = [operation for operation in named if not _former(doc, operation)] or named
    _date_named(doc, named, dates)
    facts = [_named_fact(doc, operation, len(named), bodies) for operation in named]
    covered = [span for operation in named if (span := operation.span)]
    told_with = {mention.sentence.index for operation in named if operation.span for mention in operation.mentions}
    rest = [date for date in dates if date.role != RUN or date.sentence.index not in told_with]
    unnamed = _unnamed(doc, rest, covered)
    facts += [_unnamed_fact(doc, date, unnamed, bool(named), bodies) for date in unnamed]
    return sorted(facts, key=lambda fact: fact.start)


# named operations


def _named(doc: Doc) -> list[Operation]:
    by_key: dict[str, Operation] = {}
    places: dict[str, int] = {}  # in which order the keys came
    longer: dict[str, str] = {}  # by what it begins with: the first key of more words
    for mention in mentions(doc):
        operation = by_key.get(mention.key)
        if operation is None:
            words = mention.key.split(" ")
            begins = [" ".join(words[:n]) for n in range(1, len(words))]
            alike = [key for key in (*begins, longer.get(mention.key, "")) if key in places]
            operation = by_key[min(alike, key=places.__getitem__)] if alike else Operation(mention.name, [])
            places[mention.key] = len(places)
            for begin in begins:
                longer.setdefault(begin, mention.key)
        by_key[mention.key] = operation
        operation.mentions.append(mention)
        if _better(mention.name, operation.name):
            operation.name = mention.name
    return list({id(operation): operation for operation in by_key.values()}.values())


def _former(doc: Doc, operation: Operation) -> bool:
    """Whether all that is told of an operation is what it did in another year: "In 2017, police began Operation X"."""
    now = (doc.published or "")[:4]
    for mention in operation.mentions:
        values = mention.sentence.values
        years = [doc.raw[value.i] for value in values if value.kind == "year"]
        if not years or now in years or any(value.kind == "date" and value.first for value in values):
            return False
    return True


def _better(name: str, other: str) -> bool:
    """Whether a spelling is the better one: in full rather than "Op", in mixed case rather than in capitals."""
    if other.isupper() != name.isupper():
        return other.isupper()
    return (other.lower().startswith("op ") and name.lower().startswith("operation ")) or (
        other[0].islower() and name[0].isupper()
    )


def _date_named(doc: Doc, named: list[Operation], dates: list[Dated]) -> None:
    ends = {mention.j: mention for operation in named for mention in operation.mentions}
    for date in dates:
        close = (ends.get(date.value.i - back) for back in (1, 2, 3))
        if any(mention and _beside(doc, mention, date) for mention in close):
            date.role, date.explicit = RUN, True
    usable = [
        date for date in dates if date.role not in (HEARING, CRIME, PUBLISH) and doc.scopes[date.sentence.index] == FACT
    ]
    for date in usable if len(named) == 1 else ():
        by_pronoun(doc, date)
    explicit = [date for date in usable if date.explicit]
    places = [date.value.i for date in explicit]
    own = _told_of(usable, named)
    in_sentence: dict[int, list[Dated]] = {}
    for date in usable:
        in_sentence.setdefault(date.sentence.index, []).append(date)
    for operation in named:
        told_with = {mention.sentence.index for mention in operation.mentions}
        best = _best([date for index in told_with for date in in_sentence.get(index, ())])
        if best is None:
            near = [date for date in own.get(id(operation), ()) if date.explicit]
            best = next((date for date in near if date.first != date.last), None) or next(
                (date for date in near if date.value.precision != "relative"), None
            )
        if best:
            operation.date, operation.first, operation.last = best, best.first, best.last
            at = bisect_left(places, best.value.i)
            _other_end(operation, explicit[max(0, at - MOST_DATES) : at + MOST_DATES])
    section: list[Dated] = []
    for operation in named[:MOST_SECTIONS]:
        section = _in_section(doc, operation, usable)
        _widen(operation, [date for date in section if _acts(date)])
    if len(named) == 1 and not section:
        _widen(named[0], [date for date in usable if _acts(date)])
        if named[0].first is None and named[0].last is None:
            _widen(named[0], [date for date in usable if date.role == ARREST and not date.accused])
        if named[0].first is None and named[0].last is None:
            _widen(named[0], _told_beside(doc, named[0], usable)[:1])
    begins = min((mention.i for operation in named for mention in operation.mentions), default=0)
    over_all = [date for date in usable if date.value.i < begins and date.value.precision == "period" and _acts(date)]
    taken = Counter((operation.first, operation.last) for operation in named)
    for operation in named if len(named) > 1 else ():
        if operation.date is None:
            days = [date for date in own.get(id(operation), ()) if _acts(date)] or over_all
            before = (operation.first, operation.last)
            _widen(operation, [date for date in days if days is over_all or not taken[date.first, date.last]])
            taken[before] -= 1
            taken[operation.first, operation.last] += 1


def _in_section(doc: Doc, operation: Operation, dates: list[Dated]) -> list[Dated]:
    """The dates under the heading that names an operation, up to the next heading."""
    over = next((mention.sentence for mention in operation.mentions[:2] if mention.sentence.kind == "heading"), None)
    if over is None or over.index < 1:
        return []
    end = next(
        (other.index for other in doc.sentences[over.index + 1 :] if other.kind == "heading"), len(doc.sentences)
    )
    return [date for date in dates if over.index < date.sentence.index < end]


def _told_beside(doc: Doc, operation: Operation, dates: list[Dated]) -> list[Dated]:
    """The recent dates that no word tells of, in the lead or in a paragraph that names the operation."""
    published, first = iso(doc.published), operation.mentions[0].sentence
    if published is None:
        return []
    paragraphs = {mention.sentence.paragraph for mention in operation.mentions}
    if first.kind != "heading":
        paragraphs.update(range(first.paragraph))
    return [
        date
        for date in dates
        if date.role is None
        and not date.accused
        and date.sentence.kind == "prose"
        and date.sentence.paragraph in paragraphs
        and (day := iso(date.first))
        and 0 <= (published - day).days < LONGEST
    ]


def _told_of(dates: list[Dated], named: list[Operation]) -> dict[int, list[Dated]]:
    """Dates by the id of the operation that they belong to: the one mentioned last before it, else the first."""
    places = sorted((mention.i, n) for n, operation in enumerate(named) for mention in operation.mentions)
    found: dict[int, list[Dated]] = {}
    for date in dates if named else ():
        at = bisect_left(places, (date.value.i, -1))
        found.setdefault(id(named[places[at - 1][1] if at else 0]), []).append(date)
    return found


def _beside(doc: Doc, mention: Mention, date: Dated) -> bool:
    """Whether a date stands right after an operation's name: "Operation Wren, from Monday 6 to Friday 10 May"."""
    gap = doc.low[mention.j : date.value.i]
    if not gap or len(gap) > 3 or gap[0].isalnum():
        return False
    alone = len(gap) == 1 and gap[0] in ONLY_BETWEEN and date.first != doc.published
    return gap[-1] in LEADS_TO_DATE or alone


def _other_end(operation: Operation, dates: list[Dated]) -> None:
    """Add the end, or the beginning, that another sentence tells: "Launched on Monday … It closed on Sunday"."""
    for date in dates:
        if not date.explicit:
            continue
        if date.first and date.last:
            counted = operation.date is not None and operation.date.counted and not date.counted
            if (operation.first is None or counted) and date.last == operation.last:
                # "It ended on Friday. From Monday to Friday …"
                operation.first = date.first
            elif (operation.last is None or counted) and date.first == operation.first:
                operation.last = date.last
        elif date.last and operation.last is None and operation.first and operation.first < date.last:
            operation.last = date.last
        elif date.first and operation.first is None and operation.last and date.first < operation.last:
            operation.first = date.first


def _best(dates: list[Dated]) -> Dated | None:
    """The date that best tells when an operation ran: a period before a day, a stated one before a relative week."""

    def rank(date: Dated) -> tuple[bool, bool, bool, int]:
        week = date.value.precision == "relative" and date.first != date.last
        return (week, date.first == date.last, not date.explicit, date.value.i)

    return min(dates, key=rank, default=None)


def _acts(date: Dated) -> bool:
    period = date.first != date.last and date.value.precision in ("period", "month")
    held = date.explicit and date.role == RUN
    return date.role == ACTION or ((period or held) and date.role in (None, RUN) and not date.accused)


def _widen(operation: Operation, dates: list[Dated]) -> None:
    """Let a single named operation span the days of the action that is reported, unless its period is told."""
    if operation.first and operation.last and operation.first != operation.last:
        told = [span for date in dates if not _summary(date) and (span := date.span)]
        within = [span for span in told if operation.first <= span[0] and span[1] <= operation.last]
        if len(within) > 1 and operation.date and _summary(operation.date):  # "this week" sums up the days told
            operation.first, operation.last = min(first for first, _ in within), max(last for _, last in within)
        return
    days = [date for date in dates if not _summary(date) and date.span] or (
        [] if operation.date else [date for date in dates if date.span]
    )
    if any(date.value.precision == "period" for date in days):
        days = [date for date in days if date.value.precision != "weekday"]  # "on the Saturday" of that week
    if not days:
        return
    spans = [span for date in days if (span := date.span)]
    first, last = min(first for first, _ in spans), max(last for _, last in spans)
    if operation.first and operation.last is None:
        operation.last = last if last > operation.first else None
        return
    if operation.first or operation.last:
        first, last = min(first, operation.first or first), max(last, operation.last or last)
        if _length(first, last) > 14:
            return
    operation.date = operation.date or days[0]
    operation.first, operation.last = first, last


def _length(first: str, last: str) -> int:
    """The days from one day to another."""
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def _summary(date: Dated) -> bool:
    """A week or weekend that sums up days: "last week", "over the weekend"."""
    return date.value.precision == "relative" and date.first != date.last


# unnamed actions


def _unnamed(doc: Doc, dates: list[Dated], covered: list[tuple[str, str]]) -> list[Dated]:
    """The days and periods of police action outside every operation listed already, each once."""
    action = [
        date
        for date in dates
        if not _long(doc, date)
        and date.value.precision != "month"
        and date.first
        and date.last
        and _acts(date)
        and doc.scopes[date.sentence.index] == FACT
    ]
    days = [date for date in action if not _summary(date)]
    if not days and not covered:
        days = [date for date in action if _weekly(doc, date)][:1]
    if not days and not covered:
        runs = [date for date in dates if date.explicit]
        days = [date for date in runs if date.role == RUN or (date.role == ACTION and not date.span)][:1]
        return days if days and doc.scopes[days[0].sentence.index] == FACT else []
    found: list[Dated] = []
    told: list[tuple[str, str]] = []
    for span in covered:
        _cover(told, span)
    for date in sorted(days, key=lambda date: (date.first == date.last, date.value.precision == "relative")):
        if date.span and not _of_the_week(date, told) and _cover(told, date.span):
            found.append(date)
    return sorted(found, key=lambda date: date.value.i)


def _cover(told: list[tuple[str, str]], span: tuple[str, str]) -> bool:
    """Adds a period to those told, of which none lies within another, in order; False where it lies within one."""
    at = bisect_right(told, (span[0], "~"))
    if at and told[at - 1][1] >= span[1]:
        return False
    first = last = bisect_left(told, span)
    while last < len(told) and told[last][1] <= span[1]:
        last += 1
    told[first:last] = [span]
    return True


def _of_the_week(date: Dated, told: list[tuple[str, str]]) -> bool:
    """Whether a bare weekday is one of a week that is told: "On Tuesday a warrant …", in a release on the week."""
    day = iso(date.first)
    if date.value.precision != "weekday" or day is None:
        return False
    for back in (str(day - datetime.timedelta(7)), str(day - datetime.timedelta(14))):
        at = bisect_right(told, (back, "~"))
        if at and told[at - 1][1] >= back and _length(*told[at - 1]) > 1:
            return True
    return False


def _long(doc: Doc, date: Dated) -> bool:
    """Whether a period is longer than what police do in one go, unless it is said to be an operation, or covert."""
    if not date.span or date.explicit or "undercover" in doc.low[date.sentence.i : date.sentence.j]:
        return False
    return _length(*date.span) > LONGEST


def _weekly(doc: Doc, date: Dated) -> bool:
    """Whether what is dated by a week or weekend lasted as long: "the week of action last week"."""
    value, sentence = date.value, date.sentence
    words = doc.low[sentence.i : value.i] + doc.low[value.j : sentence.j]
    return "weekend" in doc.low[value.i : value.j] or not WEEKLY.isdisjoint(words)


# facts


def _evidence(operation: Operation) -> tuple[Mention, int, int]:
    """The mention that stands for a named operation and the tokens [i, j) that state it: its name, its date or both.

    Name and date are one span where they are close; a sentence of its own that says when it ran is the span alone.
    """
    body = [mention for mention in operation.mentions if mention.sentence.kind != "heading"] or operation.mentions
    if not operation.date:
        return body[0], body[0].i, body[0].j
    value = operation.date.value
    near = min(body, key=lambda mention: abs(mention.i - value.i))
    if abs(near.i - value.i) < CLOSE_BY:
        return near, min(near.i, value.i), max(near.j, value.j)
    if operation.date.explicit and operation.date.role == RUN:
        return near, value.i, value.j
    return body[0], body[0].i, body[0].j


def _named_fact(doc: Doc, operation: Operation, count: int, bodies: list[Agency]) -> Fact:
    near, i, j = _evidence(operation)
    start, end = doc.span(i, j)
    whole = (0, len(doc.sentences)) if count == 1 else (near.sentence.index, near.sentence.index + 1)
    slots = {
        "name": operation.name,
        "start": operation.first,
        "end": operation.last,
        "agencies": took_part(doc, bodies, *whole),
    }
    return Fact("operations", slots, start, end, "named")


def _unnamed_fact(doc: Doc, date: Dated, unnamed: list[Dated], named: bool, bodies: list[Agency]) -> Fact:
    start, end = doc.span(date.value.i, date.value.j)
    alone = len(unnamed) == 1 and not named
    reach = (0, len(doc.sentences)) if alone else (date.sentence.index, date.sentence.index + 1)
    slots = {"name": None, "start": date.first, "end": date.last, "agencies": took_part(doc, bodies, *reach)}
    return Fact("operations", slots, start, end, "action")
