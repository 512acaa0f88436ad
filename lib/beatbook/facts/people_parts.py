"""Parts of a number of people: by offence ("robbery (8)"), by kind ("15 men and eight women"), by what came of it.

Each function adds clauses to a statement, or marks those it has as parts of the whole.
"""

from beatbook.facts.people_lists import DASHES
from beatbook.facts.people_verbs import LISTABLE, counted, governor, stated_within
from beatbook.facts.statement import Statement
from beatbook.grammar import offences
from beatbook.grammar.clauses import Clause
from beatbook.grammar.people import DONE, Group, nouns
from beatbook.grammar.person_group import STOP, includes
from beatbook.language.document import Doc
from beatbook.language.value import Value

PARTED = LISTABLE | frozenset("safeguarded injured killed cautioned deported".split())
TALLIED = LISTABLE | frozenset("cautioned interviewed bailed".split())
COMPRISING = frozenset(
    "– — - included comprising comprised including consisting ( namely viz being i.e i.e. e.g.".split()
)
PART_JOINTS = frozenset("– — - included ( , and comprising including of & : namely viz being i.e i.e. are were".split())
PARTICIPLES = {  # the status that each tells
    "arrested": "arrested",
    "apprehended": "arrested",
    "caught": "arrested",
    "nabbed": "arrested",
    "captured": "arrested",
    "charged": "charged",
    "indicted": "charged",
    "convicted": "convicted",
    "sentenced": "sentenced",
    "detained": "detained",
}
AMONG = (
    ["among", "them"], ["amongst", "them"], ["among", "whom"], ["them", "being"], ["whom", "were"], ["whom", "are"],
    ["them", "were"],
)
NATIONALS = frozenset("national nationals foreigner foreigners".split())
OPENING = frozenset(": ; – — with including".split())
TALLY_JOINTS = frozenset(": , and ; including of for".split())
DIVIDING = frozenset("breakdown break broken comprised comprise comprising composition made".split())
AMONG_THE = frozenset(". , who arrested detained charged and suspects people".split())
MOST = 60  # counts in one sentence
TIMES = ("x", "×")


def tally(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Counts by offence: "Theft: nine", "Drug supply – 21", "robbery (8), theft (5)", "4 x burglary".

    Args:
        doc: the release.
        statement: a sentence, row or entry; gets a clause for each count.
        given: the statements before, by sentence.
    """
    sentence = statement.sentence
    low = doc.low
    if not sentence.values and not statement.clauses:
        return
    if any(clause.i <= sentence.i + 1 for clause in statement.clauses) and "(" not in low[sentence.i : sentence.j]:
        return
    numbers = [
        value
        for value in sentence.values
        if value.kind == "number" and value.number and value.number == int(value.number)
    ]
    bracketed = [
        value
        for value in numbers
        if value.i > sentence.i and low[value.i - 1] == "(" and low[value.j : value.j + 1] == [")"]
    ]
    _itemised(doc, statement, given)
    for clause in list(statement.clauses):
        if counted(clause) and low[clause.j : clause.j + 1] == ["("]:
            _listed_in_bracket(doc, statement, given, clause)
    if len(bracketed) > 1 or (bracketed and sentence.kind in ("item", "row")):
        _in_brackets(doc, statement, given, bracketed)
    elif sentence.intro is not None and len(numbers) == 1 and not statement.clauses:
        _in_entry(doc, statement, given, numbers[0])


def _itemised(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """ "The breakdown is as follows:", "Murder: 21 arrests": entries that divide a number told before the list."""
    intro = doc.sentences[statement.sentence.intro] if statement.sentence.intro is not None else None
    if intro is None or DIVIDING.isdisjoint(doc.low[intro.i : intro.j]):
        return
    for clause in statement.clauses:
        number = counted(clause)
        if not clause.nominal or not number:
            continue
        for index in range(intro.index, max(-1, intro.index - MOST), -1):
            told = [counted(other) for other in (given[index].clauses if index in given else ())
                    if other.statuses == clause.statuses and (counted(other) or 0) > number]
            if told:
                statement.whole = clause.groups[0].whole = told[0]
                statement.parts.add(id(clause.groups[0]))
                break


def _in_brackets(doc: Doc, statement: Statement, given: dict[int, Statement], bracketed: list[Value]) -> None:
    """ "theft (12), robbery (five)": each number counts what stands before it."""
    low, start = doc.low, statement.sentence.i
    for value in bracketed[:MOST]:
        begin = start
        for k in range(value.i - 2, start - 1, -1):
            if low[k] in TALLY_JOINTS and low[k - 1 : k] != ["possession"]:
                begin = k + 1
                break
        _add(doc, statement, given, value, begin, value.i - 1, value.j + 1)
        start = value.j + 1


def _listed_in_bracket(doc: Doc, statement: Statement, given: dict[int, Statement], clause: Clause) -> None:
    """ "29 arrests (burglary 16, theft nine)", "29 (16 burglary, nine theft)": a bracket that divides the number."""
    low, end = doc.low, offences.closed(doc.low, clause.j, statement.sentence.j) - 1
    parts, i = [], clause.j + 1
    for k in range(clause.j + 1, end + 1):
        if k < end and low[k] not in (",", ";", "and"):
            continue
        if k > i:
            first, last = doc.value_at.get(i), doc.value_at.get(k - 1)
            if last and last.kind == "number" and last.i > i and last.number:
                parts.append((last, i, last.i))
            elif first and first.kind == "number" and first.j < k and first.number:
                parts.append((first, first.j + (low[first.j] in ("for", "x", "×")), k))
            else:
                return
        i = k + 1
    if sum(value.number or 0 for value, _, _ in parts) > (counted(clause) or 0):
        return
    if len(parts) > 1 and all(doc.raw[stop - 1][0].isupper() and value.i == stop for value, _, stop in parts):
        for value, start, _ in parts:  # "53 arrests (Belgium 17, Italy 14)"
            group = Group(start, value.j, "bare", int(value.number or 0), value.modifier, plural=True, numbered=True)
            statement.whole = counted(clause)
            statement.parts.add(id(group))
            _insert(statement, Clause(list(clause.statuses), [group], start, start, value.j, value.j, "place"))
        return
    for value, start, stop in parts:
        _add(doc, statement, given, value, start, stop, max(stop, value.j))


def _in_entry(doc: Doc, statement: Statement, given: dict[int, Statement], value: Value) -> None:
    """ "Theft: nine", "nine x theft" in a list."""
    low, sentence = doc.low, statement.sentence
    if value.j >= sentence.j or (value.j == sentence.j - 1 and not low[value.j].isalpha()):
        joint = value.i - 1
        marked = low[joint] in DASHES or low[joint] in ("x", "(")
        if joint > sentence.i and (marked or sentence.kind == "row"):
            _add(doc, statement, given, value, sentence.i, joint if marked else value.i, value.j)
    elif value.i == sentence.i and not offences.COUNT_WORDS & set(low[value.j : value.j + 3]):
        _add(doc, statement, given, value, value.j + (low[value.j] in TIMES), sentence.j, sentence.j)


def _add(doc: Doc, statement: Statement, given: dict[int, Statement], value: Value, i: int, j: int, end: int) -> None:
    """Adds the count of one offence, named by tokens [i, j)."""
    verb, whole = governor(doc, statement, max(i, statement.sentence.i + 1), given)
    if verb is None or verb.statuses[0] not in TALLIED or j <= i:
        return
    read, stop = offences.read(doc, i, j)
    plain = len(read) == 1 and offences.likely(read) and len(read[0].split()) < 4
    if not read or stop < j or not (offences.likely(read, True) or plain):
        return
    number = int(value.number or 0)
    group = Group(min(i, value.i), max(end, value.j), "bare", number, value.modifier, plural=number != 1, numbered=True)
    total = whole or (statement.whole if verb.rule == "tally" else counted(verb))
    if total and number <= total:
        statement.whole = statement.whole or total
        statement.parts.add(id(group))
    if verb in statement.clauses and verb.offences and read[0] in verb.offences:
        verb.offences = []  # they are those of the parts
    _insert(statement, Clause(list(verb.statuses), [group], group.i, group.i, group.j, group.j, "tally", read))


def _insert(statement: Statement, clause: Clause) -> None:
    statement.clauses.append(clause)
    statement.clauses.sort(key=lambda other: other.at)


def by_kind(doc: Doc, statement: Statement) -> None:
    """ "23 people were arrested, comprising 15 men and eight women", "eleven people (nine males and two females)"."""
    if not statement.groups or not statement.clauses:
        return
    for clause in statement.clauses:
        first, parts = clause.groups[0] if clause.groups else None, clause.groups[1:]
        told = sum(0 if part.names else part.count or 0 for part in parts)
        if first and first.numbered and len(parts) > 1 and told == first.count and includes(first, parts):
            clause.groups = [first]  # "arrested three people, namely two women and a man"
    taken = {id(group) for clause in statement.clauses for group in clause.groups}
    for clause in list(statement.clauses):
        whole = clause.groups[0] if len(clause.groups) == 1 else None
        if whole is None or not whole.count or whole.count < 2 or clause.statuses[0] not in PARTED:
            continue
        after = [group for group in statement.groups if group.i >= whole.j and _tells(doc, group)]
        spelt = _spelt_out(doc, clause, whole, after)
        for group in after:
            if id(group) in taken:
                continue
            if (group.count or 0) < whole.count and (spelt or _comprised(doc, whole, group)):
                joined = doc.low[group.i - 1] in PART_JOINTS or doc.low[group.i - 2 : group.i] in AMONG
                if group.role != "person" or not joined:
                    continue
                dashed = whole.kind == "rest" and doc.low[whole.j] in DASHES
                if dashed or (whole.kind == "definite" and group.count == 1):
                    continue  # "The three – a 52-year-old; a 39-year-old; and … – face charges" says who they are
                statement.parts.add(id(group))
                statement.whole = whole.count
                part = Clause(list(clause.statuses), [group], group.i, group.i, group.j, group.j, "part")
                _insert(statement, part)


def by_being(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Parts told by a noun: "Of the 29 arrested, 24 are men", "arrested 91 people, nineteen of them women".

    Args:
        doc: the release.
        statement: gets a clause for each such part.
        given: the statements before, by sentence: "Ten of them are foreign nationals" goes on from one.
    """
    taken = {id(group) for clause in statement.clauses for group in clause.groups}
    for at, group in enumerate(statement.groups):
        if group.kind != "bare" or not group.count or not group.numbered or id(group) in taken:
            continue
        opened = any(left.kind == "whole" for left in statement.groups[:at])
        k = group.j
        linked = doc.low[k : k + 1] in (["are"], ["were"], ["is"], ["was"], ["being"])
        if not (group.partitive or (opened and linked)):
            continue
        absorbed = group.partitive and group.who is not None and doc.low[k - 1] in nouns()
        noun = _noun_said(doc, k - absorbed + linked, statement.sentence.j)
        verb = _divided(statement, group, given, doc.low[k - 1 : k + 1]) if noun else None
        if noun is None or verb is None:
            continue
        group.who = noun[1]
        group.whole = verb.groups[0].count
        statement.parts.add(id(group))
        _insert(statement, Clause(list(verb.statuses), [group], group.i, group.i, noun[0], noun[0], "part"))


def of_those(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """ "Those arrested, 221 men and 85 women, are …", "A pupil of 15 was among the 92": parts of a number told before.

    Args:
        doc: the release.
        statement: gets a clause for each such part.
        given: the statements before, by sentence.
    """
    low, i, end = doc.low, statement.sentence.i, statement.sentence.j
    if low[i] == "those" and i + 3 < end and low[i + 1] in PARTICIPLES and low[i + 2] in (",", "(", "–", "—"):
        parts = [group for group in statement.groups if group.i >= i + 3 and group.kind == "new" and group.numbered][:2]
        told = [clause.groups[0] for clause in statement.clauses if clause.groups]
        led = bool(parts) and parts[0].i == i + 3 and not any(group in parts for group in told)
        total, status = sum(group.count or 0 for group in parts), PARTICIPLES[low[i + 1]]
    else:
        at = next((k for k in range(i + 2, end - 2) if low[k] == "among" and low[k - 1] in ("was", "were")), None)
        value = doc.value_at.get(at + 2) if at and low[at + 1] in ("the", "those") else None
        parts = [group for group in statement.groups if at and group.j == at - 1 and group.count]
        led = bool(value and parts) and (value.j >= end or low[value.j] in AMONG_THE)  # type: ignore[union-attr]
        total, status = int(value.number or 0) if value else 0, None
    verb = _told_number(statement, given, total, status) if led else None
    if verb is None:
        return
    statement.whole = total
    for group in parts:
        statement.parts.add(id(group))
        group.whole = total
        _insert(statement, Clause(list(verb.statuses), [group], group.i, group.i, group.j, group.j, "part"))


def _told_number(statement: Statement, given: dict[int, Statement], total: int, status: str | None) -> Clause | None:
    """The clause of an earlier sentence that counts ``total`` people, of a status if one is given."""
    for index in range(statement.sentence.index - 1, max(-1, statement.sentence.index - MOST), -1):
        for clause in given[index].clauses if index in given else ():
            if total > 1 and counted(clause) == total and status in (None, clause.statuses[0]):
                return clause
    return None


def by_whole(doc: Doc, statement: Statement) -> None:
    """The number that a part is taken from, where its participle tells a status: "37 of the 52 people indicted".

    Args:
        doc: the release.
        statement: gets a clause for each such number.
    """
    for group in statement.groups:
        done = next((k for k in (group.j - 1, group.j) if k < statement.sentence.j and doc.low[k] in DONE), None)
        if done is None or group.kind != "bare" or not group.partitive or not group.whole or group.whole < 3:
            continue
        if doc.low[done] not in PARTICIPLES or (own := _at_whole(doc, group)) is None:
            continue
        said = [clause for clause in statement.clauses if group in clause.groups]
        if len(said) > 1:  # "37 of the 52 people indicted had been arrested": nobody says that 37 were indicted
            statement.clauses = [clause for clause in statement.clauses if clause not in said or clause.at != done]
        whole = Group(own, done, "whole", group.whole, who=group.who, plural=True, numbered=True)
        _insert(statement, Clause([PARTICIPLES[doc.low[done]]], [whole], own, own, done + 1, done + 1, "whole"))


def _at_whole(doc: Doc, group: Group) -> int | None:
    """The token at which the number of a part's whole begins."""
    inside = (value for k in range(group.i + 2, group.j) if (value := doc.value_at.get(k)))
    return next((value.i for value in inside if value.number == group.whole), None)


def _noun_said(doc: Doc, k: int, end: int) -> tuple[int, str] | None:
    """The noun that tells a part, at token k: its end and who it says they are; "members of a gang" says nothing."""
    for at in range(k, min(k + 3, end)):
        who, role, _ = nouns().get(doc.low[at], ("", "", False))
        if role == "person" and (who != "person" or doc.low[at] in NATIONALS):
            follows = nouns().get(doc.low[at + 1]) if at + 1 < end else None
            return (at + 1, who) if follows is None else None
        if not doc.low[at].isalpha() or doc.low[at] in STOP:
            return None
    return None


def _divided(statement: Statement, group: Group, given: dict[int, Statement], ending: list[str]) -> Clause | None:
    """The clause that counts those whom a group is part of, in its sentence or, at its start, in the one before."""
    before = [clause for clause in statement.clauses if clause.groups and clause.groups[0].i < group.i]
    if not before and group.i <= statement.sentence.i + 1:
        last = given.get(statement.sentence.index - 1)
        before = last.clauses if last else []
    done = next((PARTICIPLES[word] for word in ending if word in PARTICIPLES), None)
    if not before and done:  # "Nine of those arrested are youths"
        earlier = (clause for other in reversed(list(given.values())[-MOST:]) for clause in other.clauses)
        before = [clause for clause in earlier if clause.statuses == [done]][::-1]
    wholes = (clause for clause in reversed(before) if clause.rule != "part" and clause.statuses[0] in PARTED)
    return next((clause for clause in wholes if (counted(clause) or 0) > (group.count or 0)), None)


def _tells(doc: Doc, group: Group) -> bool:
    """Whether a group can be a part: counted and new, or "among them the alleged leader, a man of 40"."""
    among = group.kind == "definite" and bool(group.ages) and doc.low[group.i - 2 : group.i] in AMONG
    return bool(group.count) and (group.kind == "new" or (among and group.count == 1))


def _spelt_out(doc: Doc, clause: Clause, whole: Group, after: list[Group]) -> bool:
    """Whether groups that add up to the whole follow it behind a comma or colon: "29 people, 24 men and five women"."""
    if len(after) < 2 or sum(group.count or 0 for group in after) != whole.count:
        return False
    if not includes(whole, after):
        return False
    between = doc.low[whole.j : after[0].i]
    behind = after[0].i >= clause.j and between[-1:] in ([":"], ["are"], ["were"])
    return behind or between in ([","], [":"])


def _comprised(doc: Doc, whole: Group, group: Group) -> bool:
    lead = doc.low[whole.j : group.i]
    if lead[-2:] in AMONG:
        return True
    return not COMPRISING.isdisjoint(lead) and "." not in lead and ";" not in lead


def by_place(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """ "The arrests break down as follows: El Paso, 7; Midland, 12, and Alpine, six": numbers told by place.

    Args:
        doc: the release.
        statement: gets a clause for each place, where all that follows the colon is places and numbers.
        given: the statements before, by sentence: the next sentence may go on ("In Kent: Dover, 4, and Deal, 3").
    """
    sentence, low, raw = statement.sentence, doc.low, doc.raw
    words = low[sentence.i + 1 : sentence.j - 3]
    if statement.clauses or ":" not in words:
        return
    colon = sentence.i + 1 + words.index(":")
    before = given.get(sentence.index - 1)
    placed = next((c for c in before.clauses if c.rule == "place"), None) if before else None
    verb = stated_within(doc, sentence.i, colon) or placed
    if verb is None or verb.statuses[0] not in LISTABLE:
        return
    told, i = [], colon + 1
    while i < sentence.j:
        number = next((value for value in sentence.values if value.i > i), None)
        told_age = number.ages[0] if number and len(number.ages) == 1 else "0"  # "Midland, 12," looks like an age
        count = int(number.number or (told_age.isdecimal() and told_age) or 0) if number else 0
        name = [word for word in raw[i : number.i] if word not in (",", "(")] if number else []
        if number is None or not count or not name or not all(word[0].isupper() for word in name):
            break
        told.append(Group(i, number.j, "bare", count, plural=count != 1, numbered=True))
        i = number.j
        while i < sentence.j and low[i] in (",", ";", "and", ")", "."):
            i += 1
    if i < sentence.j or len(told) < 2:
        return
    for group in told:
        _insert(statement, Clause(list(verb.statuses), [group], group.i, group.i, group.j, group.j, "place"))


def by_outcome(doc: Doc, statement: Statement) -> None:
    """ "Six people were arrested: four bailed and two released": what came of it divides the number arrested.

    Bare numbers behind the total are its parts where they do not exceed it, and are said in one breath with it: behind
    a colon, a semicolon or "with", or without a verb of their own, or where they add up to it.
    """
    if len(statement.clauses) < 2:
        return
    first = next((clause for clause in statement.clauses if clause.statuses[0] in PARTED and counted(clause)), None)
    if first is None or _after_colon(doc, statement, first) or first.statuses != ["arrested"]:
        return
    whole, total = first.groups[0], counted(first) or 0
    later = [
        clause
        for clause in statement.clauses
        if clause.i >= max(first.j, whole.j)
        and clause.rule != "tally"
        and (clause.statuses != first.statuses or doc.low[clause.groups[0].i - 1] == "with")
    ]
    parted = [clause for clause in later if _divides(clause, total)]
    together = sum(counted(clause) or 0 for clause in parted)
    if not parted or together > total or any(id(clause.groups[0]) in statement.parts for clause in later):
        return
    between = doc.low[max(whole.j, first.head) : parted[0].groups[0].i]
    plain = all(clause.groups[0].kind == "bare" or doc.low[clause.groups[0].i - 1] == "with" for clause in parted)
    if together == total or (plain and not OPENING.isdisjoint(between)):
        statement.whole = statement.whole or total
        statement.parts.update(id(clause.groups[0]) for clause in parted)


def _after_colon(doc: Doc, statement: Statement, first: Clause) -> bool:
    """Marks the clauses behind a colon that add up to the first as its parts; whether there are such.

    "Sixty-eight people face charges: 41 were indicted and another 27 …".
    """
    total = counted(first) or 0
    later = [clause for clause in statement.clauses if clause is not first and clause.i >= first.j]
    if not later or ":" not in doc.low[first.j : later[0].groups[0].i if later[0].groups else later[0].i]:
        return False
    parts = {id(clause.groups[0]): clause.groups[0] for clause in later if clause.groups and counted(clause)}
    numbers = [group.count or 0 for group in parts.values()]
    bare = all(group.kind in ("bare", "rest") for group in parts.values())
    if not bare or sum(numbers) != total or max(numbers) >= total:
        return False
    for group in parts.values():
        group.distinct, group.whole = False, total
        statement.parts.add(id(group))
    return True


def _divides(clause: Clause, total: int) -> bool:
    """Whether a clause can count a part of the total: people without a description of their own."""
    if len(clause.groups) != 1:
        return False
    group = clause.groups[0]
    plain = group.kind == "bare" or (group.kind == "new" and group.who == "person" and not group.ages)
    return plain and group.numbered and not group.distinct and 0 < (group.count or 0) < total
