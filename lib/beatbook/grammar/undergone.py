"""What a verb was done to: the objects after it, the subject of its passive, or the noun before its participle."""

from typing import NamedTuple

from beatbook.grammar.counting import Count, counted, plural, verb_like
from beatbook.grammar.tactic_words import Sense, Senses, object_at, sense_of
from beatbook.language.document import Doc, Sentence

ENDS_OBJECT = frozenset(
    ". ; : ( ) to in at on by with from for into after before when where while who which that as during following "
    "because near outside inside around over under this last yesterday today across through throughout".split()
)
PREPOSITIONS = frozenset("in at of on to from inside by near outside with into for".split())
POLICE = frozenset("police officers officer deputies troopers agents gardaí detectives a the".split())
SUMS = frozenset("results totals total among saw resulted including included led with seen seeing involved in".split())
AFTER_PARTICIPLE = frozenset("in by under during across as . , and ; ) at with throughout over for".split())
AFTER_PULLED = AFTER_PARTICIPLE | {"on", "near", "after"}
PLACES = frozenset(("premises", "school", "shop", "resident", "park", "vulnerable"))
PRONOUNS = frozenset(("it", "them", "this", "these"))
# "a total of 17 premises were searched", "fuel in 94 vehicles was sampled"
SUMMED = frozenset("total sum resulting resulted leading led saw fuel tanks number".split())
CLAUSE_OPENS = frozenset("when where while after before because whereas".split())
LEADS_TO_PLACE = frozenset("of in at on to for with across from against".split())
WARRANT = frozenset(("warrant", "warrants"))
UNDER = frozenset("under with on by using pursuant via armed authorised authorized".split())
REACH = 14
TOGETHER = {"pair": 2, "duo": 2, "couple": 2, "trio": 3, "quartet": 4}
RELATIVE = frozenset(("who", "which"))
STATUTE = 10  # tokens of an Act's name
BE = frozenset("was were been".split())
LONGEST_LIST = 5  # of things that share a number
OWNED = frozenset("his her their 's".split())
BACK = 30  # tokens from a passive verb to its subject


class Undergone(NamedTuple):
    """What a verb was done to: the verb's sense there, how many, and its tokens [i, j)."""

    sense: Sense
    count: Count  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    i: int
    j: int
    head: str


def head_at(doc: Doc, i: int, end: int) -> tuple[int, int, frozenset[str]] | None:
    """The noun that a run of nouns starting at token i ends with: (i, j, its classes): "house", "gang 's home"."""
    hit = object_at(doc.low, i, end)
    while hit:
        k = hit[0] + (hit[0] < end and doc.low[hit[0]] in ("'s", "'"))
        further = object_at(doc.low, k, end) if k < end else None
        if not further:
            return i, hit[0], hit[1]
        i, hit = k, further
    return None


def objects(doc: Doc, sentence: Sentence, j: int, senses: Senses) -> list[Undergone]:
    """The objects of an active verb that ends before token j, each with its count: "two homes and a storage unit"."""
    low = doc.low
    if j < sentence.j and low[j] in PRONOUNS and (j + 1 == sentence.j or not object_at(low, j + 1, sentence.j)):
        return _referred(doc, sentence, j, senses)
    at, end = j, min(sentence.j, j + REACH)
    while at < end:
        hit = head_at(doc, at, sentence.j)
        sense = hit and sense_of(senses, hit[2])
        if hit and sense:
            return _list(doc, sentence, hit[0], hit[1], sense, senses)
        if low[at] in ENDS_OBJECT and not (at == j and (low[at] == "over" or at in doc.value_at)):
            return []
        if low[at] in (",", "and", "&", "or") and at < j + 3:
            return []
        if hit:
            at = hit[1]
        elif low[at] in ("and", "&") and at > j + 4:
            return []
        else:
            at += 1
    return []


def _list(doc: Doc, sentence: Sentence, i: int, j: int, sense: Sense, senses: Senses) -> list[Undergone]:
    """The thing with head [i, j) and those joined to it, each with its count."""
    low = doc.low
    found = [Undergone(sense, counted(doc, sentence, i, j), i, j, low[j - 1])]
    at = _after_place(doc, sentence, j)
    while at + 1 < sentence.j and low[at] in (",", "and", "&"):
        k = start = at + 1 + (low[at + 1] in ("and", "also", "then"))
        while k < min(sentence.j, at + 7) and low[k] not in ENDS_OBJECT and not object_at(low, k, sentence.j):
            k += 1
        hit = head_at(doc, k, sentence.j) if k < sentence.j else None
        other = hit and sense_of(senses, hit[2])
        if not hit or not other:
            break
        more = counted(doc, sentence, hit[0], hit[1])
        if low[more.i] == "'s" and low[start] in ("a", "an"):
            more = more._replace(i=start, definite=False)  # "three homes, an accountant's office and …"
        if more.i == k == hit[0] and found[0].count.definite and low[found[0].count.i] in OWNED:
            more = more._replace(number=None if plural(low[hit[1] - 1]) else 1, definite=True)  # "his van and home"
        elif more.i > start or found[0].count.number is None or more.number is None:
            break
        found.append(Undergone(other, more, hit[0], hit[1], low[hit[1] - 1]))
        at = _after_place(doc, sentence, hit[1])
    return found


def _after_place(doc: Doc, sentence: Sentence, j: int) -> int:
    """The "and" or comma that goes on after a place's name: "seven houses in Tallaght and two shops"; or j."""
    if j + 1 >= sentence.j or doc.low[j] not in ("in", "at", "on", "near") or not doc.raw[j + 1][0].isupper():
        return j
    k = j + 1
    while k < min(sentence.j, j + 5) and doc.raw[k][0].isupper():
        k += 1
    return k if k < sentence.j and doc.low[k] in (",", "and", "&") else j


def pronoun(doc: Doc, sentence: Sentence, be: int, senses: Senses) -> list[Undergone]:
    """The subject "it" of a passive whose "was" is token ``be``, as one thing told before."""
    if be - 1 < sentence.i or doc.low[be - 1] not in ("it", "all"):
        return []
    told = _referred(doc, sentence, be - 1, senses)
    return [thing._replace(count=thing.count._replace(definite=True)) for thing in told if thing.count.number]


def fronted(doc: Doc, sentence: Sentence, i: int, senses: Senses) -> list[Undergone]:
    """The object before a relative clause: "a shed, which agents searched on Friday"."""
    for k in range(i - 1, max(sentence.i, i - 8), -1):
        if doc.low[k] in (".", ";", ":", "and") and k == i - 1:
            return []
        if doc.low[k] == "which":
            return subjects(doc, sentence, k - (doc.low[k - 1] == ","), senses)
    return []


def _referred(doc: Doc, sentence: Sentence, j: int, senses: Senses) -> list[Undergone]:
    """The thing that "it" or "them" at token j stands for: "spotted the suspects' Polo and stopped it"."""
    for where in (sentence, *doc.sentences[max(0, sentence.index - 1) : sentence.index]):
        for at in range(min(j, where.j) - 1, max(where.i, min(j, where.j) - BACK) - 1, -1):
            hit = object_at(doc.low, at, j)
            sense = hit and sense_of(senses, hit[1])
            if hit and sense:
                number = counted(doc, where, at, hit[0]).number
                alone = doc.low[j] in ("it", "this")
                if alone == plural(doc.low[hit[0] - 1]):
                    continue
                count = Count(1 if alone else number, "exact", j, j + 1)
                return [Undergone(sense, count, j, j + 1, doc.low[hit[0] - 1])]
    return []


def subjects(doc: Doc, sentence: Sentence, be: int, senses: Senses) -> list[Undergone]:
    """The subject of a passive whose "was" or "were" is token ``be``: "15 homes linked to the gang were raided"."""
    low, several = doc.low, doc.low[be] in ("were", "are", "been", "being")
    at = be - 1
    floor = max(sentence.i, be - BACK)
    while at >= floor:
        if low[at] in (";", ":") or (low[at] in CLAUSE_OPENS and at < be - 1):
            return []
        hit = object_at(low, at, be)
        if not hit:
            at -= 1
            continue
        start = at
        while start > sentence.i and (longer := object_at(low, start - 1, be)) and longer[0] == hit[0]:
            start, hit = start - 1, longer
        if low[start - 1] in ("them", "whom", "which") and start - 1 > sentence.i:
            at = start - 2
            continue  # "ten vehicles, four of them vans, were stopped"
        sense = sense_of(senses, hit[1])
        count = _together(doc, start, counted(doc, sentence, start, hit[0]))
        at = min(start, count.i) - 1
        if sense is None or _modified(doc, hit[0], be):
            continue
        before = low[count.i - 1] if count.i > sentence.i else ""
        if low[be : be + 2] == [",", "which"] or not RELATIVE.isdisjoint(low[max(sentence.i, be - 2) : be]):
            before = ""  # "taken from a pair who had been stopped"
        if count.i - 1 > sentence.i and before in PREPOSITIONS and low[count.i - 2] not in SUMMED:
            continue  # "a gun in the car was searched for": not its subject
        driven = before in ("driving", "riding") and "vehicle" in hit[1]  # "a man driving a Golf was stopped"
        if before.endswith("ing") and not driven and before not in SUMMED and count.i - 1 > sentence.i + 1:
            continue  # "a taxi carrying two men was stopped"
        if several and count.number == 1:
            joined = _joined_before(doc, sentence, count, hit, senses)
            if joined:
                return joined
            if before in ("and", ",") and hit[0] < be - 1:
                continue  # one of an apposition: "two sites, a lock-up in Fenton and a yard at Lydd, were"
        if bare_plural(doc, count, hit[0]):
            count = _shared(doc, sentence, count) or count
        share = doc.value_at.get(be - 3) if low[be - 2 : be] == ["of", "which"] else None
        if share is not None and share.kind == "number":  # "143 outlets, 12 of which were closed"
            return [Undergone(sense, Count(share.whole, share.modifier, share.i, be), share.i, be, low[hit[0] - 1])]
        found = [Undergone(sense, count, count.i, hit[0], low[hit[0] - 1])]
        return _joined_before(doc, sentence, count, hit, senses) or found
    return []


def _together(doc: Doc, head: int, count: Count) -> Count:
    """The number of a pair or trio: "another pair … who had been stopped"."""
    number = TOGETHER.get(doc.low[head])
    return count._replace(number=number) if number and count.number in (1, None) else count


def _shared(doc: Doc, sentence: Sentence, count: Count) -> Count | None:
    """The number that a bare plural shares with the things joined before it: "16 homes and businesses"."""
    at = count.i
    for _ in range(LONGEST_LIST):
        at -= 1
        if at <= sentence.i or doc.low[at] not in ("and", ",", "&"):
            return None
        before = counted(doc, sentence, at - 1, at)
        if not plural(doc.low[at - 1]) or before.definite:
            return None
        if (before.number or 0) > 1:
            return before._replace(j=count.j)
        at = before.i
    return None


def _modified(doc: Doc, j: int, end: int) -> bool:
    """Whether the noun that ends before token j only describes the next one: "vehicle keys", "house fire"."""
    if j >= end or doc.low[j] in ENDS_OBJECT or not doc.raw[j][0].isalpha() or doc.low[j] in ("and", "or", "of"):
        return False
    return not plural(doc.low[j - 1]) and plural(doc.low[j]) and object_at(doc.low, j, end) is None


def _joined_before(
    doc: Doc, sentence: Sentence, count: Count, hit: tuple[int, frozenset[str]], senses: Senses
) -> list[Undergone]:
    """Two things joined by "and" right before a passive: "three houses and a lock-up were searched"."""
    at, low = count.i - 1, doc.low
    if at <= sentence.i or low[at] != "and" or not count.number:
        return []
    head = at
    while head > sentence.i + 2 and (doc.raw[head - 1][0].isupper() or (head < at and low[head - 1] in PREPOSITIONS)):
        head -= 1  # "a house in Felixstowe and a caravan were"
    first = object_at(low, head - 1, head)
    other = counted(doc, sentence, head - 1, head) if first else None
    if first is None or other is None or not other.number:
        return []
    one, two = sense_of(senses, first[1]), sense_of(senses, hit[1])
    if one is None or two is None:
        return []
    if head < at and other.number == count.number == 1:
        return [Undergone(one, other._replace(number=2), other.i, hit[0], low[head - 1])]
    return [
        Undergone(one, other, other.i, head, low[head - 1]),
        Undergone(two, count, count.i, hit[0], low[hit[0] - 1]),
    ]


def reduced(doc: Doc, sentence: Sentence, i: int, j: int, senses: Senses) -> Undergone | None:
    """A counted thing right before a participle: "340 homes visited", "four addresses hit by search warrant"."""
    for width in (3, 2, 1) if sentence.kind == "prose" else (8, 7, 6, 5, 4, 3, 2, 1):
        start = i - width
        if start < sentence.i:
            continue
        hit = object_at(doc.low, start, i)
        if hit and (hit[0] == i or (width > 1 and _located(doc, hit[0], i))):
            sense = sense_of(senses, hit[1])
            if sense is None:
                return None
            count = counted(doc, sentence, start, hit[0])
            if count.j > j and (count.number or 0) > 0:  # "Vehicles stopped: 203"
                return Undergone(sense, count, count.i, count.j, doc.low[i - 1])
            summed = count.i <= sentence.i + 3 or not SUMS.isdisjoint(doc.low[sentence.i : count.i])
            after = doc.low[j] if j < sentence.j else "."
            joined = count.i > sentence.i and doc.low[count.i - 1] in ("and", ",")
            by = after == "by" or (after in AFTER_PARTICIPLE and (doc.low[i] != "stopped" or joined))
            pulled = doc.low[i:j] == ["pulled", "over"] and after in AFTER_PULLED and count.number == 1
            single = pulled or (count.number == 1 and after == "by" and not POLICE.isdisjoint(doc.low[j + 1 : j + 4]))
            if single or ((count.number or 0) > 1 and (sentence.kind != "prose" or summed or by)):
                return Undergone(sense, count, count.i, j, doc.low[i - 1])
            return None
    return None


def _located(doc: Doc, i: int, j: int) -> bool:
    """Whether tokens [i, j) say where, and no more: "in NW England"."""
    return doc.low[i] in ("in", "at", "across", "around") and all(doc.raw[k][0].isupper() for k in range(i + 1, j))


def number_after(doc: Doc, sentence: Sentence, j: int) -> Count | None:
    """The number of places that a noun is said of, in sum: "talks in 14 schools", "at two flats and a shop"."""
    counts = numbers_after(doc, sentence, j)
    if len(counts) < 2:
        return counts[0] if counts else None
    return counts[0]._replace(j=counts[-1].j, number=sum(count.number or 0 for count in counts))


def numbers_after(doc: Doc, sentence: Sentence, j: int) -> list[Count]:
    """The numbers of the kinds of places that a noun is said of: "searches at 3 farms, 6 homes and a shop"."""
    low, k = doc.low, j
    if low[j : j + 1] == ["under"]:  # "warrants under the Misuse of Drugs Act were executed at five addresses"
        k = next((at for at in range(j, min(sentence.j, j + STATUTE)) if low[at] in BE), j)
    last = k + 6
    while k < min(sentence.j, last) and low[k] not in LEADS_TO_PLACE:
        if low[k] in (".", ";", "and", ":") or (low[k].endswith("ing") and k > j):
            return []
        if low[k] == "," and low[k + 1 : k + 2] not in (["at"], ["in"], ["across"], ["this"]):
            return []
        k += 1
    if k + 1 >= sentence.j or k >= last:
        return []
    audience: Count | None = None
    searched = False
    for at in range(k + 1, min(sentence.j, k + 8)):
        hit = object_at(low, at, sentence.j)
        if hit and hit[1] & PLACES and not (searched and "vehicle" in hit[1]):
            kind = Sense(min(hit[1] & PLACES), "")
            entries = _list(doc, sentence, at, hit[0], kind, [kind])
            return [entries[0].count._replace(j=entries[0].j), *(entry.count for entry in entries[1:])]
        if hit and "audience" in hit[1] and not low[j - 1].startswith("search"):
            audience = audience or counted(doc, sentence, at, hit[0])
        if (low[at] in ENDS_OBJECT and not audience) or (low[at] in (",", "and") and not searched):
            break
        searched = searched or bool(hit and not hit[1].isdisjoint(("vehicle", "person")))  # "of a van and a flat"
    return [audience] if audience and (audience.number or 0) > 1 else []


def places_before(doc: Doc, sentence: Sentence, i: int) -> Count | None:
    """The counted places that a clause opens with before token i: "Seven homes were the target of dawn raids"."""
    for value in reversed(sentence.values):
        if value.kind != "number" or value.j > i or value.i < i - REACH or (value.number or 0) < 2:
            continue
        for at in range(value.j, min(i, value.j + 4)):
            hit = object_at(doc.low, at, i)
            if hit and hit[1] & PLACES:
                return Count(value.whole, value.modifier, value.i, hit[0])
    return None


def places_ahead(doc: Doc, sentence: Sentence, j: int) -> Count | None:
    """The first counted place further on in the clause: "workshops about knives, guns and grooming in 12 schools"."""
    for value in sentence.values:
        if value.i < j + 1 or value.i > j + REACH or value.kind != "number" or (value.number or 0) < 2:
            continue
        if doc.low[value.i - 1] not in ("in", "at", "to", "across", "with", "for"):
            continue
        for at in range(value.j, min(sentence.j, value.j + 4)):
            hit = object_at(doc.low, at, sentence.j)
            if hit and hit[1] & PLACES and not verb_like(doc.low[at]):
                return Count(value.whole, value.modifier, value.i, hit[0])
    return None


def under_warrant(doc: Doc, sentence: Sentence, j: int) -> int | None:
    """The token after the warrant that a search was made under: "searched a house under warrant"."""
    for k in range(j, min(sentence.j, j + 16)):
        if doc.low[k] in (";", "and", "where"):
            return None
        if doc.low[k] in WARRANT:
            led = doc.low[max(j, k - 6) : k]
            return k + 1 if not UNDER.isdisjoint(led) and "arrest" not in led else None
    return None


def bare_plural(doc: Doc, count: Count, j: int) -> bool:
    """Whether a noun phrase is a plural without any number or determiner."""
    return count.number is None and not count.definite and plural(doc.low[j - 1])
