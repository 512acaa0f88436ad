"""Names of operations, projects and campaign weeks, as written."""

from dataclasses import dataclass
from functools import lru_cache

from beatbook.grammar.assertion import BOILERPLATE, GENERAL, HISTORIC
from beatbook.grammar.parts import OPERATION_WORDS
from beatbook.language.dateparts import MONTHS, WEEKDAYS
from beatbook.language.document import Doc, Sentence
from beatbook.lexicons import matcher, rows

OPEN, CLOSE = frozenset("“\"‘'«"), frozenset("”\"’'»")
# words that go on from a name in a headline, and are no part of it
HEADLINE = frozenset(
    "nets netted nabs results result leads led sees seizes puts brings targets targeted ends yields cracks hits takes "
    "tackles concludes continues launched launches recovers removes delivers makes arrests update returns underway "
    "success week day phase nabbed gets disrupts busts uncovers shuts strikes in on at for with by as is was and to "
    "from announces announced nationwide month weekend conducted executed held produces police officers team teams "
    "unit task taskforce investigation the".split()
)
NOT_IN_NAME = (
    frozenset(MONTHS) - {"may", "march"}
    | frozenset(WEEKDAYS) - {"sun", "sat", "mon"}
    | frozenset("police officers team teams unit met sgt inspector detective sheriff county".split())
)
CALLED = frozenset(
    "dubbed named called codenamed code-named titled entitled branded nicknamed tagged as labelled".split()
)
CODES = frozenset("dubbed codenamed code-named nicknamed".split())  # nothing but an operation is, in a release
TO_COME = frozenset("return begin start launch be take kick commence resume".split())
THINGS = frozenset(
    "operation crackdown campaign initiative investigation project probe sweep effort blitz action surge round-up "
    "roundup week detail sting strike swoop drive exercise inquiry enquiry bust raids warrants manhunt".split()
)
LEADS_IN = frozenset(
    "of in during for under as from by through with the and codenamed dubbed national sceptre's".split()
)
JOINS = frozenset(("and", "or", "&", "of", "the"))
BODIES = frozenset("police council service office department county sheriff force constabulary agency met".split())
# words by which names are found
OPENING = CALLED.union(OPERATION_WORDS, ("operations", "force", "taskforce", "campaign", "intensification", "week"))
TOP = 3  # sentences
# what a task force has, rather than is called
OF_A_FORCE = frozenset(
    "officer detective detectives members member commander agents agent chief leader director investigators inspector "
    "superintendent operation operations team coordinator manager head".split()
)
LEADING = frozenset(("the", "a", "an", "this", "our"))


@dataclass(slots=True)
class Mention:
    """A name at tokens [i, j) of a sentence; ``key`` is the same for all spellings of one operation."""

    name: str
    key: str
    i: int
    j: int
    sentence: Sentence


@lru_cache(1)
def _others() -> frozenset[str]:
    return frozenset(row["term"].lower() for row in rows("not_operations"))


@lru_cache(1)
def _campaign_openers() -> frozenset[str]:
    """The first words of the national campaigns' names."""
    return frozenset(row["term"].lower().split()[0] for row in rows("campaigns"))


def mentions(doc: Doc) -> list[Mention]:
    """The mentions of named operations in sentences that report, in order; headlines are read by the body's names."""
    found: list[Mention] = []
    late = []
    headlines: dict[int, bool] = {}  # by sentence: one may hold many names
    openers = _campaign_openers()
    for token in doc.where(OPENING | openers):
        word = doc.low[token]
        if word in OPERATION_WORDS and (doc.raw[token][0].isupper() or word == "operation"):
            sentence = doc.sentence_of(token)
            if doc.scopes[sentence.index] in (HISTORIC, GENERAL, BOILERPLATE) and not _part_of(doc, sentence, token):
                continue
            if sentence.index not in headlines:
                headlines[sentence.index] = _headline(doc, sentence)
            if headlines[sentence.index]:
                if token == sentence.i or not doc.raw[token - 1][0].isalpha() or doc.low[token - 1] in LEADS_IN:
                    late.append((token, sentence))  # not "Exploitation Operation Identifies …"
                continue
            end = _end(doc, sentence, token)
            if not _to_come(doc, end):
                _add(doc, found, token, end, sentence)
        elif word == "operations" and doc.raw[token][0].isupper():
            _several(doc, found, token)
        elif word in ("force", "taskforce") and doc.raw[token][0].isupper():
            _force(doc, found, token)
        elif word == "campaign":
            _lower_campaign(doc, found, token)
        elif word in ("intensification", "week") and doc.raw[token][0].isupper():
            _campaign(doc, found, token)
        elif word in openers and doc.raw[token][0].isupper():
            sentence = doc.sentence_of(token)
            term = matcher("campaigns").at(doc.low, token, sentence.j)
            if term and doc.scopes[sentence.index] not in (HISTORIC, GENERAL, BOILERPLATE):
                _add(doc, found, token, term.j, sentence)
        elif word in CALLED:
            _called(doc, found, token)
    for token, sentence in late:
        if sentence.index > TOP and not any(doc.low[token + 1] == mention.key.split()[0] for mention in found):
            continue  # a headline further down is another release's
        _add(doc, found, token, _headline_end(doc, sentence, token, found), sentence)
    return sorted(found, key=lambda mention: mention.i)


def _add(doc: Doc, found: list[Mention], i: int, j: int, sentence: Sentence) -> None:
    if j <= i + 1:
        return
    name = doc.words(i, j)
    lower = name.lower()
    if lower in _others() or any(lower.startswith(other + " ") for other in _others()):
        return
    words = [word for word in doc.low[i:j] if word not in OPEN and word not in CLOSE]
    key = " ".join(words[1:] if words[0] in OPERATION_WORDS else words)
    found.append(Mention(name, key, i, j, sentence))


def _force(doc: Doc, found: list[Mention], token: int) -> None:
    """ "Strike Force Heron"; in Australia and New Zealand "Taskforce Corvina" is named like an operation."""
    sentence = doc.sentence_of(token)
    first = token - (doc.low[token] == "force")
    strike = first < token and doc.raw[first] == "Strike"
    own = doc.country in ("AU", "NZ") and (first == token or doc.raw[first] == "Task")
    end = _end(doc, sentence, token) if first >= sentence.i and (strike or own) else 0
    if end > token + 1 and doc.low[token + 1] not in OF_A_FORCE:
        _add(doc, found, first, end, sentence)


def _part_of(doc: Doc, sentence: Sentence, token: int) -> bool:
    """Whether what is told is part of an operation with a past of its own: "the raids form part of Operation X"."""
    before = doc.low[max(sentence.i, token - 6) : token]
    return before[-2:] == ["part", "of"] and doc.scopes[sentence.index] == HISTORIC and sentence.j - token < 40


def _to_come(doc: Doc, j: int) -> bool:
    """Whether a name that ends before token j is told of what is to come: "Operation Wren will return in May"."""
    return doc.low[j : j + 1] == ["will"] and not TO_COME.isdisjoint(doc.low[j + 1 : j + 2])


def _several(doc: Doc, found: list[Mention], token: int) -> None:
    """Names that share their head: "Operations Alder, Beech and Cedar" are three."""
    sentence = doc.sentence_of(token)
    if doc.scopes[sentence.index] in (HISTORIC, GENERAL, BOILERPLATE) or _headline(doc, sentence):
        return
    if token > sentence.i and doc.raw[token - 1][0].isupper():
        return  # "Field Operations"
    ends, k = [], token + 1
    while k < sentence.j and _name_word(doc.raw[k]) and doc.low[k] not in NOT_IN_NAME:
        ends.append(k)
        k += 1
        joints = k
        while k < sentence.j and doc.low[k] in (",", "and", "&"):
            k += 1
        if k == joints:
            break
    joined = len(ends) > 1 and doc.low[ends[-1] - 1] in ("and", "&")
    found.extend(
        Mention(f"Operation {doc.raw[at]}", doc.low[at], token if at == ends[0] else at, at + 1, sentence)
        for at in (ends if joined and OF_A_FORCE.isdisjoint(doc.low[token + 1 : k]) else ())
    )


def _headline(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence capitalises its words, so that capitals do not bound a name."""
    words = [word for word in doc.raw[sentence.i : sentence.j] if word[0].isalpha()]
    if sentence.kind == "prose" and doc.raw[sentence.j - 1] == "." and any(len(w) > 5 and w.islower() for w in words):
        return False  # "The Larkby Police Service concluded Project Wren."
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _end(doc: Doc, sentence: Sentence, i: int) -> int:
    """The token after a name whose head ("Operation") is token i; i + 1 where no name follows."""
    raw, low, end = doc.raw, doc.low, sentence.j
    j = i + 1
    if j < end and low[j] == "." and low[i] == "op":
        j += 1
    if j < end and raw[j] in OPEN:
        k = j + 1
        while k < end and k < j + 7 and raw[k] not in CLOSE:
            k += 1
        return k + 1 if k < end and raw[k] in CLOSE and k > j + 1 and raw[j + 1][0].isupper() else i + 1
    if not (j < end and _name_word(raw[j])) or low[j] in NOT_IN_NAME:
        return i + 1
    if raw[i].islower() and low[i - 1] not in CALLED:
        return i + 1
    j += 1
    while j < end and j < i + 6:
        if _name_word(raw[j]) and low[j] not in NOT_IN_NAME:
            j += 1
        elif (
            low[j] in ("of", "the")
            and j + 1 < end
            and raw[j + 1][0].isupper()
            and low[j + 1] not in NOT_IN_NAME
            and (low[j] == "of" or j > i + 1)
            and low[j + 1] not in ("met",)
        ):
            j += 2
        elif raw[j].isdecimal() and len(raw[j]) < 3 and doc.ends[j - 1] + 1 == doc.starts[j]:
            value = doc.value_at.get(j)
            if (value and value.kind not in ("number", "label")) or (j + 1 < end and raw[j + 1][0].isalpha()):
                break
            j += 1
        else:
            break
    return j


def _name_word(word: str) -> bool:
    return word[0].isupper() and word[0].isalpha()


def _headline_end(doc: Doc, sentence: Sentence, i: int, found: list[Mention]) -> int:
    """The end of a name in a headline: as the body has it, else before a verb or figure."""
    for mention in found:
        words = mention.key.split()
        if doc.low[i + 1 : i + 1 + len(words)] == words:
            return i + 1 + len(words)
    j = i + 1
    while (
        j < sentence.j
        and j < i + 5
        and _name_word(doc.raw[j])
        and doc.low[j] not in HEADLINE
        and not (doc.low[j].endswith("ing") and j + 1 < sentence.j and _name_word(doc.raw[j + 1]))
        and doc.low[j] not in NOT_IN_NAME
    ):
        j += 1
    return j


def _campaign(doc: Doc, found: list[Mention], token: int) -> None:
    """ "County Lines Intensification Week", "Knife Crime Week of Action"."""
    sentence = doc.sentence_of(token)
    if doc.scopes[sentence.index] in (HISTORIC, GENERAL, BOILERPLATE):
        return
    raw, headline = doc.raw, _headline(doc, sentence)
    if doc.low[token] == "intensification":
        if token + 1 >= sentence.j or raw[token + 1] != "Week":
            return
        j = token + 2
    else:
        if raw[token + 1 : token + 3] != ["of", "Action"]:
            return
        j = token + 3
    i = token
    while i > sentence.i and raw[i - 1][0].isupper() and doc.low[i - 1] not in LEADING and raw[i - 1][0].isalpha():
        i -= 1
    bounded = not raw[i - 1][0].isalpha() and j < sentence.j and not raw[j][0].isalpha()  # "Police – … Week, 5 May"
    if i < token and (bounded or not headline):
        _add(doc, found, i, j, sentence)


def _lower_campaign(doc: Doc, found: list[Mention], token: int) -> None:
    """A name before "campaign": in quotes, or in capitals where the sentence dates it ("Safe Summer campaign")."""
    sentence, i, j = doc.sentence_of(token), token, token
    if doc.scopes[sentence.index] in (HISTORIC, GENERAL, BOILERPLATE):
        return
    if doc.raw[token - 1] in CLOSE and token - 1 > sentence.i:
        i, j = token - 2, token - 1
        while i > sentence.i and i > token - 9 and doc.raw[i] not in OPEN:
            i -= 1
        if doc.raw[i] in OPEN and i + 1 < j:
            _add(doc, found, i + 1, j, sentence)
        return
    while i > sentence.i and (_name_word(doc.raw[i - 1]) or (doc.low[i - 1] in JOINS and i < token)):
        i -= 1
    while i < token and (doc.low[i] in JOINS or doc.low[i] in LEADING):
        i += 1
    dated = any(value.kind == "date" and value.i > token and value.first for value in sentence.values)
    long = token - i > 1 + doc.raw[token][0].isupper()
    if long and dated and BODIES.isdisjoint(doc.low[i:token]) and not _headline(doc, sentence):
        _add(doc, found, i, token + 1, sentence)


def _called(doc: Doc, found: list[Mention], token: int) -> None:
    """A quoted or capitalised name after "dubbed", of an operation named just before."""
    sentence = doc.sentence_of(token)
    j = token + 1 + (doc.low[token : token + 2] == ["known", "as"])
    if j + 1 >= sentence.j or doc.scopes[sentence.index] in (HISTORIC, GENERAL, BOILERPLATE):
        return
    if doc.low[token] == "as" and doc.low[token - 1] not in ("known", "named", "referred"):
        return
    if THINGS.isdisjoint(doc.low[max(sentence.i, token - 14) : token]):
        return
    quoted = doc.raw[j] in OPEN
    k = first = j + quoted
    if quoted:
        while k < sentence.j and k < j + 7 and doc.raw[k] not in CLOSE:
            k += 1
        if k == sentence.j:
            return
    elif doc.low[token] in CODES or (doc.low[token] in ("called", "named", "titled") and doc.low[token - 1] in THINGS):
        while k < sentence.j and k < j + 4 and _name_word(doc.raw[k]) and doc.low[k] not in NOT_IN_NAME:
            k += 1
    if k > first and _name_word(doc.raw[first]) and doc.low[first] not in OPERATION_WORDS:
        if k > first + 1:
            _add(doc, found, first, k, sentence)
        else:
            found.append(Mention(doc.words(first, k), doc.low[first], first, k, sentence))
