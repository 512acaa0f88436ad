"""Things that no lexicon has: a number, an article or an amount of money or weight, and the noun that follows."""

from beatbook.grammar.amounts import pieces, worth
from beatbook.grammar.cue import verbs
from beatbook.grammar.finding import STANDING
from beatbook.grammar.thing_group import QUOTES, Group, lexicon
from beatbook.grammar.thing_words import (
    ADVERBS,
    COMPOUND_TAILS,
    FURTHER,
    LEGAL_WORDS,
    LOCATIVES,
    PERSONS,
    STOP,
    words,
)
from beatbook.language.document import Doc, Sentence
from beatbook.language.measures import AMOUNTS
from beatbook.language.value import Value
from beatbook.lexicons import singular

NOT_THINGS = words("not_thing")
TAILS = frozenset(
    "from in at on by during after when were was and or , ; . ) ( with worth valued which that including as "
    "along plus inside hidden  "
    "concealed believed suspected belonging used — – - : & also have has had to for consistent associated "
    "near under behind  "
    "recovered seized found located discovered".split()
)
MACHINES = frozenset("machine furnace line equipment device kit system apparatus tool instrument cutter meter".split())
COUNTERFEIT = frozenset("counterfeit fake pirated".split())


def open_groups(
    doc: Doc, sentence: Sentence, known: list[Group], start: int, bare: bool, first: bool = False
) -> list[Group]:
    """Groups whose head is in no lexicon: "four crash helmets", "an antique clock", "3,400 litres of laundered diesel".

    Args:
        doc: the release. sentence: one of its sentences.
        known: the groups that have a lexicon head; they are left out.
        start: the first token to look at.
        bare: take in plurals without number or article, as in a list. first: take in one that opens the sentence.
    """
    low, found = doc.low, []
    taken = {t for group in known if group.kind != "money" for t in range(group.i, group.j)}
    t = start
    while t < sentence.j:
        if t in taken:
            t += 1
            continue
        value, group = doc.value_at.get(t), None
        if t and low[t - 1] == "(" and any(other.amount and 0 <= t - other.j <= 1 for other in known):
            t += 1  # "34 boxes of cigarettes (about 340,000 sticks)": the first unit stands
        elif value is not None and value.i == t and value.j < sentence.j:
            group = _measured(doc, sentence, value, taken)
        elif low[t] in ("a", "an", "another"):
            group = _open(doc, sentence, t, t + 1, taken)
            if group is not None:
                group.quantity, group.unit, group.det = 1, "item", "a"
        elif low[t] in ("the", "his", "her", "their") and t == sentence.i:
            group = _open(doc, sentence, t, t + 1, taken)
            if group is not None:
                group.det = "the"
        elif (
            doc.raw[t][0].isalpha()
            and (low[t - 1] in (",", "and", ";", "&") or (bare and t == start) or (first and t == sentence.i))
            and (bare or first or _coordinated(low, t, taken))
        ):
            group = _open(doc, sentence, t, t, taken)
            if group is not None and not group.plural:
                group = None
        if group is not None:
            found.append(group)
            taken.update(range(group.i, group.j))
            t = group.j
        else:
            t += 1
    return found


def _coordinated(low: list[str], t: int, taken: set[int]) -> bool:
    """Whether the word at t follows a known thing and a comma or "and": "a knife, signal jammers and phones"."""
    before = t - 1
    while low[before] in (",", "and", ";", "&"):
        before -= 1
    return before in taken


def _measured(doc: Doc, sentence: Sentence, value: Value, taken: set[int]) -> Group | None:
    """A thing counted, weighed or valued: "40 rare orchids", "14 pallets of formula", "£3,000 worth of saffron"."""
    low, first = doc.low, value.j
    if value.kind in ("number", "vague"):
        group = _open(doc, sentence, value.i, first, taken)
    elif value.kind == "money" or (value.kind == "measure" and value.unit in AMOUNTS):
        behind = low[first : min(first + 3, sentence.j)]
        if "of" not in behind or behind[: behind.index("of")] not in ([], ["worth"], ["-", "worth"]):
            return None
        first += behind.index("of")
        group = _open(doc, sentence, value.i, first + 1, taken)
    else:
        return None
    if group is None:
        return None
    if value.kind == "money":
        worth(group, value)
        group.det = "number"
    elif value.kind == "vague":
        group.modifier, group.det = "vague", "vague"
    else:
        pieces(group, value)
    return group


def _open(doc: Doc, sentence: Sentence, i: int, first: int, taken: set[int]) -> Group | None:
    """An open group that starts at token i with its first word at ``first``: up to five nouns and adjectives."""
    low = doc.low
    k = _end(doc, sentence, first, taken)
    if k is None:
        return None
    named = _naming(low, first, k)
    if not named or _is_name(doc, sentence, i, first, k):
        return None
    if k < sentence.j and low[k] == "of":
        return _packed(doc, sentence, i, k, named, taken)
    if not _closes(named[-1]) or named[-1] == "stolen":
        return None
    if doc.raw[k - 1][0].isupper() and singular(named[-1]).endswith(("ian", "ese", "ish", "can")):
        return None
    if k < sentence.j and low[k] == "and" and not PERSONS.isdisjoint(low[k + 1 : min(sentence.j, k + 4)]):
        return None  # "hundreds of violent and dangerous felons"
    noun = singular(named[-1])
    group = Group(
        i, k, k - 1, k, "open", _category(low[first:k], noun), " ".join([*named[:-1], noun]), plural=named[-1] != noun
    )
    before = low[i - 1] if i > sentence.i else ""
    group.place = before in LOCATIVES or before in ("of", "like", "than") or (before == "as" and low[i - 2] != "well")
    return group


def _end(doc: Doc, sentence: Sentence, first: int, taken: set[int]) -> int | None:
    """Where the nouns and adjectives from token ``first`` on end, or None where nothing that ends a thing follows."""
    low, k = doc.low, first
    last = min(sentence.j, first + 6)
    while k < last and k not in taken and (_may_name(doc, k) or low[k] in QUOTES or low[k] == "-"):
        k += 1
    while k > first and low[k - 1] in QUOTES:
        k -= 1
    if k == first or k in taken:
        return None
    if k == sentence.j or low[k] in TAILS or (low[k] == "of" and low[k - 1] not in ("lot", "number")):
        return k
    return k if low[k] in verbs() or low[k] in ADVERBS or low[k] in LOCATIVES else None


def _may_name(doc: Doc, k: int) -> bool:
    """Whether the word at token k can be a noun or adjective of a thing's name."""
    word = doc.low[k]
    return (
        word not in STOP
        and word[0].isalnum()
        and word not in ADVERBS
        and k not in doc.value_at
        and word not in verbs()
        and word not in STANDING
        and (word not in ("stands", "stand", "remains", "remain") or verbs().keys().isdisjoint(doc.low[k + 1 : k + 2]))
        and word not in LOCATIVES
    )


def _naming(low: list[str], first: int, k: int) -> list[str]:
    """The words of tokens [first, k) that name a thing; none where they name a person or something that is no thing."""
    named = [word for word in low[first:k] if word not in QUOTES and word not in FURTHER and word != "-"]
    while len(named) > 1 and named[0] in LEGAL_WORDS:
        named.pop(0)
    if any(word in PERSONS or word in NOT_THINGS or singular(word) in NOT_THINGS for word in named):
        return []
    return [] if named and named[-1] in COMPOUND_TAILS else named


def _is_name(doc: Doc, sentence: Sentence, i: int, first: int, k: int) -> bool:
    """Whether the capitals of a group make it a proper name, alone or with the word before it."""
    raw = doc.raw
    if not raw[first][0].isupper():
        return False
    if i == first:
        follows = k - first == 1 and i > sentence.i and raw[i - 2][0].isupper()
        return raw[k - 1][0].isupper() and (sentence.kind != "item" or follows)
    return i > sentence.i and raw[i - 1][0].isupper() and doc.low[i - 1] not in STOP  # "Lorong 22 Geylang"


def _closes(word: str) -> bool:
    """Whether a word can be the noun of a thing: no code, participle or adverb."""
    if any(letter.isdigit() for letter in word):
        return False
    return not word.endswith(("ed", "ly", "ing")) or word.endswith("clothing")


def _category(low: list[str], noun: str) -> str:
    if not COUNTERFEIT.isdisjoint(low):
        return "counterfeit"
    if noun in MACHINES:
        return "equipment"
    return "stolen_property" if "stolen" in low else "other"


def _packed(doc: Doc, sentence: Sentence, i: int, of: int, named: list[str], taken: set[int]) -> Group | None:
    """ "14 pallets of baby formula": packaging, "of", and a noun that no lexicon has."""
    term = lexicon().at(doc.low, of - 1, of)
    if term is None or not term.row["unit"] or of + 1 in taken:
        return None
    inner = _open(doc, sentence, of + 1, of + 1, taken)
    if inner is None:
        return None
    group = Group(
        i, inner.k, of - 1, inner.k, "open", inner.category, f"{singular(named[-1])} of {inner.item}", plural=True
    )
    group.place = doc.low[i - 1] in LOCATIVES if i > sentence.i else False
    return group
