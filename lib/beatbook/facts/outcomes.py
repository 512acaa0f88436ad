"""What happened to people: the statements of a release, sentence by sentence, before it is known whom they mean.

``statements`` gives each sentence's groups of people and status clauses, with those that lists and ellipsis leave half
said ("The 26 arrests: seven on suspicion of …", "is charged with: …"). ``resolve.outcomes`` turns them into facts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from beatbook.grammar import custody, offences
from beatbook.grammar.assertion import FACT, GENERAL, HISTORIC, QUOTE
from beatbook.grammar.clauses import STRONG, WEAK, Clause, clauses
from beatbook.grammar.people import DONE, Group, groups, nouns
from beatbook.grammar.person_names import Names
from beatbook.grammar.subjects import FINITE
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher

# advice on penalties ends a sentence that may have begun with a fact: "pleaded guilty and faces up to ten years"
PENALTY = re.compile(r"\b(?:fac(?:e|es|ing)\s|maximum|mandatory|punishable|carr(?:y|ies|ied)\s|if\s(?:convicted|found\sguilty)|presumed|innocent"
                     r"|merely|allegation|penalt)", re.IGNORECASE)
LISTABLE = frozenset("arrested charged sentenced convicted pleaded_guilty wanted detained remanded".split())
PARTED = LISTABLE | frozenset("safeguarded injured killed cautioned deported".split())
LEAD = 2  # paragraphs after the first that may still sum up what is told again below
PRIOR = frozenset("previously prior previous formerly".split())
NOW = frozenset("today yesterday monday tuesday wednesday thursday friday saturday sunday".split())
PAST_TALK = frozenset("since last year years previous previously every annual ago equivalent".split())
ELLIPTIC = frozenset("people men women persons individuals of them whom were was being are is who that which wanted arrested".split())
LISTING = frozenset("including included include includes among amongst comprising comprised comprise".split())
COMPRISING = frozenset("included comprising comprised including consisting ( namely".split())
PART_JOINTS = frozenset("included ( , and comprising including of & :".split())
DASHES = frozenset((":", "–", "—", "-"))


@dataclass(slots=True)
class Statement:
    """One sentence with its groups of people and status clauses.

    ``whole`` is the number that its bare counts are part of (stated by the sentence or the list's introduction), 0
    where a whole is meant but not counted; ``quoted`` marks speech; ``lead`` the headline and first paragraph.
    """

    sentence: Sentence
    groups: list[Group]
    clauses: list[Clause]
    whole: int | None = None
    quoted: bool = False
    heading: bool = False
    lead: bool = False
    first: bool = False
    done: int = -1  # token of the participle that names an uncounted whole: "of those arrested"
    parts: set[int] = field(default_factory=set)  # ids of groups that are parts of the whole


def statements(doc: Doc) -> Iterator[Statement]:
    """The statements of a release in order; sentences that speak of no people are left out.

    Args:
        doc: the analysed release, scopes filled.
    """
    names = Names()
    terms = doc.terms(matcher("outcomes"))
    people = nouns().keys()
    given: dict[int, Statement] = {}
    first = next((s.paragraph for s in doc.sentences if s.kind == "prose"), 0)
    for sentence in doc.sentences:
        scope = doc.scopes[sentence.index]
        limit = sentence.j
        if scope == GENERAL:
            penalty = PENALTY.search(doc.text, sentence.start, sentence.end)
            limit = _token_at(doc, sentence, penalty.start()) if penalty else sentence.i
            if limit - sentence.i < 4:
                continue
        elif scope not in (FACT, QUOTE, HISTORIC):
            continue
        triggered = any(at in terms for at in range(sentence.i, limit))
        listed = sentence.intro is not None or sentence.kind in ("item", "row")
        if not triggered and not listed and people.isdisjoint(doc.low[sentence.i:limit]) and not any(
                value.kind == "age" for value in sentence.values):
            continue
        heading = sentence.kind == "heading" or _headline(doc, sentence)
        found = groups(doc, sentence.i, limit, names, sentence.kind == "heading", heading)
        read = clauses(doc, sentence, found) if triggered else []
        if limit < sentence.j:
            read = [clause for clause in read if clause.at < limit]
        if scope == HISTORIC:
            read = [clause for clause in read if _of_this_case(doc, sentence, clause)]
        if scope == FACT:  # a fact half said in quotation marks
            read = [clause for clause in read if not doc.quoted(clause.at) or any(g.numbered and g.count or g.names for g in clause.groups)]
        statement = Statement(sentence, found, read, quoted=scope == QUOTE, heading=heading,
                              lead=heading or sentence.paragraph <= first + LEAD, first=heading or sentence.paragraph <= first)
        if statement.quoted:
            past = PAST_TALK.isdisjoint(doc.low[sentence.i:sentence.j])
            statement.clauses = [clause for clause in read if past and any(group.numbered and group.count for group in clause.groups)]
        else:
            _read_whole(doc, statement, given)
            _complete(doc, statement, given)
            _entry(doc, statement, given)
            _parts(doc, statement)
        given[sentence.index] = statement
        yield statement
    _attach_lists(doc, given)


def find(doc: Doc) -> list[Statement]:
    """All statements of a release, lists attached to the clauses that introduce them."""
    return list(statements(doc))


def _of_this_case(doc: Doc, sentence: Sentence, clause: Clause) -> bool:
    """Whether a sentence that names another period still tells of this case: a person's own step, or a dated one."""
    if doc.quoted(clause.at) or not clause.groups or clause.nominal and clause.rule == "noun":
        return False
    if clause.statuses[0] in ("convicted", "sentenced", "arrested") and not PRIOR.isdisjoint(doc.low[max(sentence.i, clause.at - 6):clause.at + 1]):
        return False
    if all(group.count == 1 and (group.names or group.ages or group.kind in ("pronoun", "definite", "name")) for group in clause.groups):
        return True
    return any(value.kind == "date" and value.precision == "day" and abs(value.i - clause.at) < 8 for value in sentence.values) or not NOW.isdisjoint(
        doc.low[clause.i:clause.j + 4])


def _headline(doc: Doc, sentence: Sentence) -> bool:
    """Whether one of the first lines is a headline in small letters: it stands alone and has no stop."""
    if sentence.index > 3 or sentence.kind != "prose" or doc.raw[sentence.j - 1] in (".", "!", "?", ":", "”", '"', "’"):
        return False
    following = doc.sentences[sentence.index + 1] if sentence.index + 1 < len(doc.sentences) else None
    return following is not None and "\n" in doc.text[sentence.end:following.start] and sentence.j - sentence.i < 26


def _token_at(doc: Doc, sentence: Sentence, offset: int) -> int:
    return next((k for k in range(sentence.i, sentence.j) if doc.starts[k] >= offset), sentence.j)


# -- wholes and parts ----------------------------------------------------------------------------------------------------


def _read_whole(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Which number the sentence's bare counts are part of, and which groups are such parts."""
    sentence = statement.sentence
    intro = given.get(sentence.intro) if sentence.intro is not None else None
    whole: int | None = intro.whole if intro and intro.whole is not None else None
    if whole is not None and statement.groups and statement.groups[0].numbered and statement.groups[0].i <= sentence.i + 1:
        statement.parts.add(id(statement.groups[0]))
    for group in statement.groups:
        if group.kind == "whole":
            whole = group.whole if group.whole is not None else 0
            statement.done = group.j - 1 if doc.low[group.j - 1] in DONE else group.j if group.j < sentence.j and doc.low[group.j] in DONE else -1
        elif group.partitive:
            whole = group.whole if group.whole is not None else whole if whole is not None else 0
            statement.parts.add(id(group))
        elif whole is not None and (group.kind == "bare" or group.kind == "new" and group.numbered and any(
                other.kind == "whole" and other.j <= group.i for other in statement.groups)):
            statement.parts.add(id(group))
    if doc.raw[sentence.j - 1] == ":" and whole is None:
        for clause in statement.clauses:
            group = clause.groups[0] if clause.groups else None
            if group is None:
                continue
            if clause.nominal and group.count and group.i > sentence.i and doc.low[group.i - 1] in ("the", "these", "those"):
                whole = group.count  # "The 26 arrests:"
            elif group.kind == "definite" and group.numbered and group.count and len(clause.groups) == 1:
                whole = group.count
    statement.whole = whole


# -- what ellipsis and lists leave unsaid ------------------------------------------------------------------------------


def _complete(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Adds the clauses that have no verb of their own: "11 of them for …", "seven on suspicion of …", named entries."""
    sentence = statement.sentence
    intro = given.get(sentence.intro) if sentence.intro is not None else None
    taken = {id(group) for clause in statement.clauses for group in clause.groups}
    added: list[Clause] = []
    for at, group in enumerate(statement.groups):
        if id(group) in taken or group.kind in ("whole", "nobody", "pronoun", "rest") or group.role in ("agent", "other"):
            continue
        edge = min([clause.i for clause in statement.clauses if clause.i >= group.j] + [sentence.j])
        later = [other.i for other in statement.groups[at + 1:] if other.kind in ("bare", "new", "name") and other.i >= group.j]
        named = _elliptic_offences(doc, group, edge, frozenset(later))
        if named is None:
            continue
        offences_read, stop = named
        if group.kind in ("name", "new") and group.i > sentence.i and doc.low[group.i - 1] in ("in", "at", "of", "from", "near", "by", "to", "on"):
            continue
        governor = next((clause for clause in reversed(statement.clauses) if clause.at < group.i), None)
        if governor is None and intro:
            governor = intro.clauses[-1] if intro.clauses else None
        if governor is None:
            governor = _bare_governor(doc, sentence, group)
            if governor and statement.whole is None:
                statement.whole, statement.done = 0, governor.at
        if governor is None or governor.statuses[0] in ("killed", "injured", "safeguarded"):
            continue
        if doc.low[group.i - 1] in LISTING or any(word in LISTING for word in doc.low[governor.at:group.i]) or id(group) in statement.parts:
            statement.parts.add(id(group))
            if statement.whole is None and governor.groups and governor.groups[0].count and governor.groups[0].count >= (group.count or 0):
                statement.whole = governor.groups[0].count
        added.append(Clause(list(governor.statuses), [group], group.i, group.i, stop, edge, "elliptic", offences_read))
    statement.clauses = sorted(statement.clauses + added, key=lambda clause: clause.at)


def _parts(doc: Doc, statement: Statement) -> None:
    """"23 people were arrested, comprising 15 men and eight women", "eleven people (nine males and two females)"."""
    taken = {id(group) for clause in statement.clauses for group in clause.groups}
    for clause in list(statement.clauses):
        whole = clause.groups[0] if clause.groups else None
        if whole is None or len(clause.groups) != 1 or not whole.count or whole.count < 3 or clause.statuses[0] not in PARTED:
            continue
        for group in statement.groups:
            if id(group) in taken or not (whole.j <= group.i) or group.kind != "new" or group.count is None or group.count >= whole.count:
                continue
            lead = doc.low[whole.j:group.i]
            if any(word in COMPRISING for word in lead) and group.role == "person" and not any(word in (".", ";") for word in lead) and (
                    doc.low[group.i - 1] in PART_JOINTS):
                statement.parts.add(id(group))
                statement.whole = whole.count
                statement.clauses.append(Clause(list(clause.statuses), [group], group.i, group.i, group.j, group.j, "part"))
    statement.clauses.sort(key=lambda clause: clause.at)


def _bare_governor(doc: Doc, sentence: Sentence, group: Group) -> Clause | None:
    """"Those arrested included two drivers …": a participle that states no fact of its own but rules a list."""
    terms = doc.terms(matcher("outcomes"))
    for k in range(group.i - 1, sentence.i, -1):
        term = terms.get(k)
        if term and term.row["form"] == "part" and term.row["status"] in LISTABLE and doc.low[k - 1] in ("those", "people", "the", "men", "persons"):
            return Clause([term.row["status"]], [Group(k - 1, k, "whole", None)], k, k, term.j, sentence.j, "heading")
    return None


def _entry(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """An entry of a list of people without a verb: "Lee Marsden, 44, of Coalville: nine years for conspiracy …"."""
    sentence = statement.sentence
    group = statement.groups[0] if statement.groups else None
    if group is None or group.kind not in ("name", "new", "definite") or group.i > sentence.i + 2 or not (group.names or group.ages):
        return
    if any(group in clause.groups for clause in statement.clauses) or group.role != "person" or statement.quoted:
        return
    edge = min([clause.i for clause in statement.clauses] + [sentence.j])
    months, after = custody.term(doc, group.j, edge)
    listed = sentence.intro is not None or sentence.kind in ("item", "row", "heading")
    if not listed and not group.names or not listed and months is None and edge - group.j > 25:
        return
    verb = _verb_of_list(doc, statement, given)
    if months is not None and (verb is None or verb.statuses[0] in ("sentenced", "convicted", "pleaded_guilty")) and (
            listed or any(word in DASHES for word in doc.low[group.j:after])):
        read, stop = _entry_offences(doc, after, edge)
        if not read:
            read, stop = _entry_offences(doc, group.j, edge)
        statement.clauses.append(Clause(["sentenced"], [group], group.i, group.i, max(after, stop), edge, "entry", read, months))
    elif verb is not None and listed and FINITE.isdisjoint(doc.low[group.j:edge]) and (group.names or sentence.intro is not None):
        read, stop = _entry_offences(doc, group.j, edge)
        statement.clauses.append(Clause(list(verb.statuses), [group], group.i, group.i, max(group.j, stop), edge, "entry",
                                        read or list(verb.offences)))
    statement.clauses.sort(key=lambda clause: clause.at)


def _verb_of_list(doc: Doc, statement: Statement, given: dict[int, Statement]) -> Clause | None:
    """The clause that a list of people goes on from: of its introduction, of the heading above, else of the release."""
    sentence = statement.sentence
    for index in (sentence.intro, sentence.heading):
        above = given.get(index) if index is not None else None
        if above and above.clauses and above.clauses[-1].statuses[0] in LISTABLE:
            return above.clauses[-1]
    for index in (sentence.intro, sentence.heading):
        if index is None:
            continue
        above = doc.sentences[index]
        for term in (doc.terms(matcher("outcomes")).get(k) for k in range(above.i, above.j)):
            if term and term.row["status"] in LISTABLE and term.row["form"] in ("part", "noun", "verb"):
                return Clause([term.row["status"]], [], term.i, term.i, term.j, term.j, "heading")
    recent = [clause for other in given.values() for clause in other.clauses if clause.statuses[0] in LISTABLE | {"appeared_in_court"}]
    several = [clause for clause in recent if clause.groups and any(group.count != 1 for group in clause.groups)]
    if several:  # a heading may name the offence alone: "Conspiracy to supply cocaine:"
        for index in (sentence.intro, sentence.heading):
            if index is not None:
                above = doc.sentences[index]
                read, _ = offences.read(doc, above.i, above.j)
                if read and above.j - above.i < 20 and offences.likely(read, True):
                    first = several[0]
                    return Clause(list(first.statuses), [], above.i, above.i, above.j, above.j, "heading", read)
    if sentence.intro is not None and several:
        return several[-1]  # "They are:" goes on from the sentence before
    return (several or [None])[0] if sentence.intro is not None or sentence.kind in ("item", "row") or _heads_list(doc, sentence) else None


def _heads_list(doc: Doc, sentence: Sentence) -> bool:
    """Whether the heading above announces people: "Defendants", "Those charged"."""
    if sentence.heading is None:
        return False
    above = doc.sentences[sentence.heading]
    return above.j - above.i < 8 and any(doc.low[k] in nouns() or doc.low[k] in ("those", "names") for k in range(above.i, above.j))


def _entry_offences(doc: Doc, k: int, edge: int) -> tuple[list[str], int]:
    """The offences of a list entry, after a dash, colon, "for", "with" or in the cell behind the name."""
    for at in range(k, edge - 1):
        if doc.low[at] in DASHES or doc.low[at] in ("for", "with", ";") or doc.low[at:at + 3] == ["on", "suspicion", "of"]:
            start = at + (3 if doc.low[at] == "on" else 1)
            value = doc.value_at.get(start)
            if doc.low[at] == "with" and doc.low[start] in ("a", "an", "no", "prior", "previous", "links", "connections"):
                continue
            if value and value.i == start and value.kind in ("length", "money", "date"):
                continue
            read, stop = offences.read(doc, start, edge)
            if read and offences.likely(read):
                return read, stop
    for at in range(k, edge - 1):
        if doc.low[at] == "," and at + 1 not in doc.value_at:
            read, stop = offences.read(doc, at + 1, edge)
            if read and offences.likely(read, True) and read[0].startswith(doc.low[at + 1]):
                return read, stop
    return [], k


def _elliptic_offences(doc: Doc, group: Group, edge: int, starts: frozenset[int]) -> tuple[list[str], int] | None:
    """The offences right after a group that has no verb: (offences, token after them)."""
    k = group.j
    while k < edge and doc.low[k] in ELLIPTIC:
        k += 1
    for phrase in (*STRONG["arrested"], *WEAK):
        if tuple(doc.low[k:k + len(phrase)]) == phrase:
            read, stop = offences.read(doc, k + len(phrase), edge, starts)
            if read and (len(phrase) > 2 or offences.likely(read)):
                return read, stop
    return None


def _attach_lists(doc: Doc, given: dict[int, Statement]) -> None:
    """Offences that follow a clause as a list: "is charged with: …"."""
    for index, statement in given.items():
        open_clauses = [clause for clause in statement.clauses if clause.listed]
        if not open_clauses:
            continue
        found: list[str] = []
        last = None
        for sentence in doc.sentences[index + 1:index + 40]:
            if sentence.intro != index:
                if last is not None or sentence.kind != "item":
                    break
                continue
            if given.get(sentence.index) and given[sentence.index].clauses:
                break
            read, _ = offences.read(doc, sentence.i, sentence.j)
            found += read
            last = sentence
        if last is not None and found:
            clause = open_clauses[-1]
            clause.offences = list(dict.fromkeys(clause.offences + found))
            clause.j = last.j
