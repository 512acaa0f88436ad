"""Entries of lists of people: a name or description whose verb, offence or term stands elsewhere.

"Lee Marsden, 44, of Coalville: nine years for conspiracy …"; the verb comes from the list's introduction, the heading
above or, last, from the release.
"""

from itertools import islice

from beatbook.facts.people_lists import DASHES, entry_offences
from beatbook.facts.people_verbs import LISTABLE, counted, stated, stated_within
from beatbook.facts.statement import Statement
from beatbook.grammar import custody, offences
from beatbook.grammar.clauses import GOVERNING, Clause
from beatbook.grammar.people import Group, nouns
from beatbook.grammar.verbgroups import FINITE
from beatbook.language.document import Doc, Sentence

RECORD = frozenset(("convicted", "sentenced", "wanted"))
MOST_BACK = 300  # statements searched for the verb of a list
LONGEST_HEADING, LONGEST_LIST, LONGEST_NOTE, LONGEST_TERM = 20, 40, 24, 8
INTRODUCING = frozenset("they those these following named names identified".split())
ORGANISED = frozenset("agencies authorities forces organisations organizations partners countries services".split())
LISTED = LISTABLE | {"appeared_in_court"}


def entry(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """Adds the clause of a list entry that has no verb: "Lee Marsden, 44, of Coalville: nine years for conspiracy …".

    Args:
        doc: the release.
        statement: the entry, or a sentence that may be one.
        given: the statements before, by sentence.
    """
    if any(group.names and group.ages for group in statement.groups):
        _named_now(doc, statement, given)
        _included(doc, statement)
        _identified(doc, statement, given)
    if len(statement.clauses) > 1:
        _entries_apart(doc, statement)
    group = statement.groups[0] if statement.groups else None
    if group is None or group.kind not in ("name", "new", "definite") or not (group.names or group.ages):
        return
    if group.i > statement.sentence.i + 2:
        return
    own = next((clause for clause in statement.clauses if group in clause.groups), None)
    if own is not None:
        governs = own.statuses[0] in GOVERNING and not own.offences
        if own.rule == "bare" and governs and own.at > group.j:  # "A, 22, armed robbery, arrested in May"
            own.offences = entry_offences(doc, group.j, own.at)[0]
        _with_record(doc, statement, given, own)
        return
    if group.role != "person" or statement.quoted or not _opens_line(doc, statement.sentence):
        return
    edge = min([clause.i for clause in statement.clauses] + [statement.sentence.j])
    made = _entered(doc, statement, given, group, edge)
    if made:
        statement.clauses.append(made)
        statement.clauses.sort(key=lambda clause: clause.at)


def _opens_line(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence is the first of its list entry or row: no later sentence of one is an entry."""
    if sentence.kind not in ("item", "row") or not sentence.index:
        return True
    return "\n" in doc.text[doc.sentences[sentence.index - 1].end : sentence.start]


def _entries_apart(doc: Doc, statement: Statement) -> None:
    """ "Arrested were: Karl Stern, 34, of Reno, theft; and Lee Marr, 29, …": each has offences of their own."""
    spread = [clause for clause in statement.clauses if clause.rule == "inverted" and clause.groups[0].ages]
    if len(spread) < 2:
        return
    for clause, edge in zip(spread, [*(one.groups[0].i for one in spread[1:]), statement.sentence.j], strict=True):
        if len(clause.groups) == 1 and clause.statuses[0] in GOVERNING and not clause.offences:
            clause.offences, stop = entry_offences(doc, clause.groups[0].j, edge)
            clause.j = max(clause.j, stop)


def _with_record(doc: Doc, statement: Statement, given: dict[int, Statement], own: Clause) -> None:
    """An entry of those arrested whose words tell a record: "Karl Stern, 34, convicted of assault"."""
    group = own.groups[0]
    if own.statuses[0] not in RECORD or own.rule not in ("bare", "state", "wanted") or not group.names:
        return
    if statement.sentence.intro is None and statement.sentence.kind not in ("item", "row"):
        return
    verb = _verb_of_list(doc, statement, given)
    if verb is None or verb.statuses[0] not in ("arrested", "detained"):
        return
    if own.statuses[0] != "wanted":
        statement.clauses.remove(own)  # earlier convictions are no outcome of this release
    made = Clause(list(verb.statuses), [group], group.i, group.i, group.j, group.j, "entry")
    statement.clauses = sorted([made, *statement.clauses], key=lambda clause: clause.at)


def _included(doc: Doc, statement: Statement) -> None:
    """ "The arrests included Karl Stern, 34, a sex offender, and Lee Marr, 29, who …": names behind a status noun."""
    told = {id(group) for clause in statement.clauses for group in clause.groups}
    named = [g for g in statement.groups if g.names and g.ages and g.kind == "name" and id(g) not in told]
    if not named or statement.sentence.intro is not None:
        return
    lead = doc.low[statement.sentence.i : named[0].i]
    if not lead or lead[-1] not in ("included", "include", "including", "are", "were"):
        return
    verb = stated_within(doc, statement.sentence.i, named[0].i)
    if verb is None or verb.j < named[0].i - 2 or any(clause.at < named[0].i for clause in statement.clauses):
        return
    statement.clauses += [
        Clause(list(verb.statuses), [group], group.i, group.i, group.j, group.j, "entry") for group in named
    ]
    statement.clauses.sort(key=lambda clause: clause.at)


def _identified(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """ "The suspects were identified as Karl Stern, 34, and Lee Marr, 29": names take the verb told of all of them."""
    named = [g for g in statement.groups if g.names and g.ages and g.kind in ("name", "new") and g.role == "person"]
    if not named or statement.clauses or statement.quoted:
        return
    lead = doc.low[statement.sentence.i : named[0].i]
    if len(lead) < 3 or lead[-1] not in ("as", ":") or {"identified", "named"}.isdisjoint(lead[-6:]):
        return
    verb = next(
        (
            clause
            for index in range(statement.sentence.index - 1, max(-1, statement.sentence.index - LONGEST_LIST), -1)
            for clause in reversed(given[index].clauses if index in given else [])
            if clause.statuses[0] in LISTABLE and any(group.count != 1 for group in clause.groups)
        ),
        None,
    )
    if verb is None or (counted(verb) or len(named)) < len(named):
        return
    statement.clauses += [
        Clause(list(verb.statuses), [group], group.i, group.i, group.j, group.j, "entry") for group in named
    ]


def _entered(doc: Doc, statement: Statement, given: dict[int, Statement], group: Group, edge: int) -> Clause | None:
    """The clause of an entry whose person is ``group``, up to token ``edge``."""
    sentence = statement.sentence
    months, after = custody.term(doc, group.j, edge)
    told = doc.low[group.j : after]
    if months is not None and (months < 1 or not FINITE.isdisjoint(told) or "faces" in told):
        return None
    heads = sentence.kind == "heading" and bool(group.ages)
    listed = sentence.intro is not None or sentence.kind in ("item", "row") or heads
    above = None if listed else _list_above(doc, statement, given)
    if not listed and not group.names and above is None:
        return None
    verb = above or _verb_of_list(doc, statement, given)
    listed = listed or above is not None
    if months is not None and (verb is None or verb.statuses[0] in ("sentenced", "convicted", "pleaded_guilty")):
        if listed or not DASHES.isdisjoint(told):
            read, stop = entry_offences(doc, after, edge)
            if not read:
                read, stop = entry_offences(doc, group.j, edge)
            named = read or (list(verb.offences) if verb else [])
            end = max(after, stop)
            return Clause(["sentenced"], [group], group.i, group.i, end, edge, "entry", named, months)
        return None
    placed = group.names or sentence.intro is not None or above is not None
    if verb is None or not listed or not placed or not FINITE.isdisjoint(doc.low[group.j : edge]):
        return None
    whole = counted(verb)
    if not group.names and whole and (group.count or 0) < whole:
        statement.whole = statement.whole or whole
        statement.parts.add(id(group))
    read, stop = entry_offences(doc, group.j, edge)
    named = (read or list(verb.offences)) if verb.statuses[0] in GOVERNING else []
    return Clause(list(verb.statuses), [group], group.i, group.i, max(group.j, stop), edge, "entry", named)


def _named_now(doc: Doc, statement: Statement, given: dict[int, Statement]) -> None:
    """ "Three men have been charged. They are Tom Rudd, 22, and Omar Aziz, 25": names go on from the verb before."""
    first = statement.groups[0] if statement.groups else None
    accused = first is not None and doc.low[first.j - 1] == "accused"  # of one or of many
    if first is None or not (first.plural or accused) or first.i != statement.sentence.i or statement.clauses:
        return
    named = [group for group in statement.groups[1:] if group.names and group.ages]
    if first.kind not in ("pronoun", "definite") or len(named) < 2 or named[0].i > first.j + 6:
        return
    between = [word for word in doc.low[first.j : named[0].i] if word not in ("has", "have", "been", "all", ":")]
    told = between[-2:] in (["named", "as"], ["identified", "as"]) and between[:-2] in ([], ["were"])
    accused = first.kind == "definite" and between[-1:] in (["are"], ["were"]) and FINITE.isdisjoint(between[:-1])
    if not told and not accused and between not in (["are"], ["were"]):
        return
    index = statement.sentence.index
    back = range(index - 1, max(-1, index - (LONGEST_LIST if accused else 3)), -1)
    before = next((given[k] for k in back if k in given and given[k].clauses), None)
    verb = before.clauses[-1] if before else None
    if verb is None or verb.statuses[0] not in LISTABLE or not any(group.count != 1 for group in verb.groups):
        return
    statement.clauses += [
        Clause(list(verb.statuses), [group], group.i, group.i, group.j, group.j, "entry", list(verb.offences))
        for group in named
    ]


def _list_above(doc: Doc, statement: Statement, given: dict[int, Statement]) -> Clause | None:
    """The status of the line with a colon that a run of unmarked entries goes on from, over the entries between."""
    for index in range(statement.sentence.index - 1, max(-1, statement.sentence.index - LONGEST_LIST), -1):
        before, sentence = given.get(index), doc.sentences[index]
        if doc.raw[sentence.j - 1] == ":":
            if before and before.clauses:
                return before.clauses[-1] if before.clauses[-1].statuses[0] in LISTABLE else None
            return stated(doc, sentence)
        if not _belongs_to_entry(before, sentence):
            return None
    return None


def _belongs_to_entry(statement: Statement | None, sentence: Sentence) -> bool:
    """Whether a sentence is an entry or goes on from one: "Ana Ruiz, 34, was given …", "Jailed for 20 months." """
    if statement is None or not statement.clauses:
        first = statement.groups[0] if statement and statement.groups else None
        return sentence.j - sentence.i < LONGEST_NOTE or bool(first and first.ages)
    clause = statement.clauses[0]
    first = clause.groups[0] if clause.groups else None
    named = bool(first and first.names) and first is statement.groups[0]
    return clause.rule in ("entry", "bare") or named or bool(first and first.kind == "carried")


def _verb_of_list(doc: Doc, statement: Statement, given: dict[int, Statement]) -> Clause | None:
    """The clause a list of people goes on from: of its introduction, of the heading above, else of the release."""
    sentence = statement.sentence
    leads = [index for index in (sentence.intro, sentence.heading) if index is not None]
    for index in leads:
        above = given.get(index)
        if above and above.clauses and above.clauses[-1].statuses[0] in LISTABLE:
            return above.clauses[-1]
    for index in leads:
        word = stated(doc, doc.sentences[index])
        if word:
            return word
    several = [
        clause
        for other in islice(given.values(), MOST_BACK)
        for clause in other.clauses
        if clause.statuses[0] in LISTED and any(group.count != 1 for group in clause.groups)
    ]
    if not several:
        return None
    for index in leads:
        named = _offence_heading(doc, doc.sentences[index], several[0])
        if named:
            return named
    first = statement.groups[0]
    aged = bool(first.ages) or "dob" in first.words
    if sentence.intro is not None:  # "They are:" goes on from the sentence before
        return several[-1] if first.names and (aged or _of_people(doc, doc.sentences[sentence.intro])) else None
    if not aged:
        return None  # a name alone may be anything
    entry = sentence.kind in ("item", "row") or _heads_list(doc, sentence) or _heads_block(doc, sentence)
    return several[0] if entry else None


def _of_people(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence that introduces a list speaks of people: "The defendants:", "They are:", "Also named:"."""
    if not ORGANISED.isdisjoint(doc.low[sentence.i : sentence.j]):
        return False
    return any(doc.low[k] in nouns() or doc.low[k] in INTRODUCING for k in range(sentence.i, sentence.j))


def _offence_heading(doc: Doc, above: Sentence, verb: Clause) -> Clause | None:
    """A heading that names the offence alone: "Conspiracy to supply cocaine:"; with the verb of the release."""
    if above.j - above.i >= LONGEST_HEADING:
        return None
    read, _ = offences.read(doc, above.i, above.j)
    if not read or not offences.likely(read, True):
        return None
    return Clause(list(verb.statuses), [], above.i, above.i, above.j, above.j, "heading", read)


def _heads_block(doc: Doc, sentence: Sentence) -> bool:
    """Whether a line of its own with a name and age is followed by one with an offence or a term."""
    if sentence.kind != "heading" or sentence.index + 1 >= len(doc.sentences):
        return False
    below = doc.sentences[sentence.index + 1]
    if below.kind == "item" and below.intro == sentence.index:  # "Ana Cole, 29, of Oshawa", her charges listed below
        return offences.likely(offences.read(doc, below.i, below.j)[0], True)
    return below.kind == "heading" and _plain(doc, below) is not None


def _plain(doc: Doc, sentence: Sentence) -> tuple[list[str], float | int | None] | None:
    """What a line says that holds nothing but offences or a term: (offences, months)."""
    months, stop = custody.term(doc, sentence.i, sentence.j)
    if months is not None and months >= 1 and stop >= sentence.j - 2:
        return [], months
    read, stop = offences.read(doc, sentence.i, sentence.j)
    return (read, None) if read and stop == sentence.j and offences.likely(read, True) else None


def _heads_list(doc: Doc, sentence: Sentence) -> bool:
    """Whether the heading above announces people: "Defendants", "Those charged"."""
    if sentence.heading is None:
        return False
    above = doc.sentences[sentence.heading]
    return above.j - above.i < 8 and any(
        doc.low[k] in nouns() or doc.low[k] in ("those", "names") for k in range(above.i, above.j)
    )


def attach(doc: Doc, given: dict[int, Statement]) -> None:
    """Offences and terms that follow a clause as a list or in the next words of its line.

    "is charged with: …", a name with its charges below, "Ben Hall, 35 - 15 years. Conspiracy to supply …".

    Args:
        doc: the release.
        given: its statements by sentence; their clauses are filled in.
    """
    last: Clause | None = None
    for index, statement in given.items():
        listed = next((clause for clause in reversed(statement.clauses) if clause.listed), None)
        if listed:
            _read_list(doc, listed, index, given)
            continue
        entered = next((clause for clause in statement.clauses if clause.rule == "entry"), None)
        if entered is None or entered.offences:
            continue
        if _heads_block(doc, doc.sentences[index]) and doc.sentences[index + 1].kind == "heading":
            _read_block(doc, entered, index)
        elif not _continued(doc, entered, index, given, last):
            _read_list(doc, entered, index, given)
        last = entered


def _read_list(doc: Doc, clause: Clause, index: int, given: dict[int, Statement]) -> None:
    """The offences of the list entries behind sentence ``index``, as far as they name no people."""
    entry = clause.rule == "entry"
    found: list[str] = []
    last = None
    for sentence in doc.sentences[index + 1 : index + LONGEST_LIST]:
        if sentence.kind != "item":
            break
        if sentence.intro != index and not entry:
            if last is not None:
                break
            continue
        other = given.get(sentence.index)
        named = other and other.groups and other.groups[0].names and other.groups[0].i <= sentence.i + 1
        if other and (other.clauses or named):
            break
        read, _ = offences.read(doc, sentence.i, sentence.j)
        if entry and not offences.likely(read, True) and (last is None or not offences.likely(read)):
            break
        found += read
        last = sentence
    if last is not None and found:
        clause.offences = list(dict.fromkeys(found if entry else clause.offences + found))
        clause.j = last.j


def _read_block(doc: Doc, clause: Clause, index: int) -> None:
    """The lines below a name: "Conspiracy to supply cocaine", "Nine years"."""
    for sentence in doc.sentences[index + 1 : index + 6]:
        said = _plain(doc, sentence) if sentence.kind == "heading" else None
        if said is None:
            return
        clause.offences = clause.offences + said[0]
        if clause.statuses == ["sentenced"] and said[1] is not None:
            clause.months = said[1]
        clause.j = sentence.j


def _continued(doc: Doc, clause: Clause, index: int, given: dict[int, Statement], last: Clause | None) -> bool:
    """Whether the next sentences of the same line give the entry's offences or term; they are taken.

    "Ben Hall, 35 - 15 years. Conspiracy to supply heroin.", "Ben Hall, 35. Jailed for two years. Theft.", "Amy Hall,
    33. Same offences. Two years.": those of the entry before, ``last``.
    """
    found = False
    for sentence in doc.sentences[index + 1 : index + 4]:
        before = doc.sentences[sentence.index - 1]
        if "\n" in doc.text[before.end : sentence.start]:
            break
        following = given.get(sentence.index)
        told = following.clauses if following else []
        if told and told[0].groups and told[0].groups[0].kind == "carried":
            continue
        if last and doc.low[sentence.i] in ("same", "likewise") and sentence.j - sentence.i < 5:
            clause.offences, clause.j = list(last.offences), sentence.j
        elif told or not _take_note(doc, clause, sentence):
            break
        found = True
    return found


def _take_note(doc: Doc, clause: Clause, sentence: Sentence) -> bool:
    """Takes the offences and term of a sentence that holds nothing else; whether it did."""
    read, stop = offences.read(doc, sentence.i, sentence.j)
    if not read or not offences.likely(read, True):
        read, stop = [], sentence.i
    months, after = custody.term(doc, stop, min(sentence.j, stop + LONGEST_TERM))
    if months is None or months < 1 or clause.statuses != ["sentenced"]:
        months, after = None, stop
    if not read and months is None:
        return False
    clause.offences = clause.offences or read
    clause.months = clause.months or months
    clause.j = max(after, stop)
    return True
