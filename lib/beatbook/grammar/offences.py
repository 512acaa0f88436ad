"""Offences after "charged with", "on suspicion of", "for": where the phrase ends and which offences it lists.

Counts ("two counts of"), statutes ("contrary to section 8") and brackets are dropped; a head shared by what it lists is
repeated: "possession of a firearm and ammunition" → "possession of a firearm", "possession of ammunition".
"""

import re

from beatbook.grammar.offence_phrases import segments
from beatbook.grammar.offence_words import COUNT_WORDS, PLAIN_CHARGES, vocabulary
from beatbook.grammar.statutes import closed
from beatbook.language.document import Doc
from beatbook.lexicons import singular

__all__ = ["COUNT_WORDS", "PLAIN_CHARGES", "closed", "likely", "read"]


EVENTS = frozenset(
    "disorder death shooting incident collision attack stabbing killing investigation crash fire".split()
)  # "the shooting": no charge
GENERIC = frozenset(
    "driving offence offences offense offenses crimes crime violations charges charge trafficking possession "
    "dealing laundering smuggling theft theft thefts supply importation matters".split()
)
TRANSITIVE = frozenset(
    "manufacturing possession supply distribution production importation sale cultivation manufacture delivery "
    "trafficking possessing supplying importing producing distributing selling cultivating transporting importing "
    "exporting handling".split()
)
COMPOUNDS = frozenset(
    (
        ("aiding", "abetting"),
        ("breaking", "entering"),
        ("assault", "battery"),
        ("drunk", "disorderly"),
        ("hit", "run"),
        ("break", "enter"),
        ("care", "attention"),
        ("controlling", "coercive"),
        ("health", "safety"),
        ("lewd", "lascivious"),
        ("driving", "dangerously"),
        ("search", "seizure"),
        ("sports", "entertainment"),
        ("road", "traffic"),
        ("theft", "receiving"),
        ("access", "device"),
        ("aid", "abet"),
        ("tattoo", "piercing"),
        ("fire", "rescue"),
    )
)
DEGREE = re.compile(r"^(first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th) ?-$")


def read(doc: Doc, i: int, end: int, starts: frozenset[int] | set[int] = frozenset()) -> tuple[list[str], int]:
    """The offences of the phrase that starts at token i.

    Args:
        doc: the release.
        i, end: where the phrase starts, and the end of its clause.
        starts: tokens where a group of people begins; behind a comma or "and" they open another clause.

    Returns:
        The offences, and the token after the phrase.
    """
    cut, stop = segments(doc, i, end, starts)
    return _share(cut), stop


def likely(offences: list[str], strict: bool = False) -> bool:
    """Whether the phrases read name offences at all: "for" and "in connection with" introduce other things too.

    Args:
        offences: as read.
        strict: the first must be headed by an offence; a word of offence phrases is not enough.
    """
    if strict:
        if offences and offences[0] in EVENTS:
            return False
        return bool(offences) and _own(offences[0].split()) and offences[0].split()[0] not in ("ongoing",)
    kinds = vocabulary()
    for offence in offences:
        words = re.findall(r"[\w'-]+", offence)
        if not words:
            continue
        if any(
            word in kinds["noun"]
            or singular(word) in kinds["noun"]
            or word in kinds["topic"]
            or singular(word) in kinds["topic"]
            for word in words
        ):
            return True
        if words[0] in kinds["verb"] or (
            len(words) < 4
            and words[-1].endswith("ing")
            and len(words) > 1
            and words[-1]
            not in (
                "questioning",
                "testing",
                "processing",
                "morning",
                "evening",
                "building",
                "hearing",
                "sentencing",
                "meeting",
                "training",
            )
        ):
            return True
        if (
            words[0].endswith("ing")
            and len(words[0]) > 4
            and words[0]
            not in (
                "being",
                "during",
                "following",
                "questioning",
                "testing",
                "processing",
                "interviewing",
                "monitoring",
                "booking",
                "identifying",
                "planning",
                "training",
            )
        ):
            return True
    return False


def _own(words: list[str]) -> bool:
    """Whether a segment is an offence of its own: its head names one, or it is a gerund."""
    kinds = vocabulary()
    if not words:
        return False
    first = words[0]
    if (
        first.endswith("ing")
        and len(first) > 4
        and first
        not in (
            "clothing",
            "building",
            "ring",
            "paving",
            "including",
            "living",
            "growing",
            "remaining",
            "outstanding",
            "existing",
        )
    ):
        return True
    if (
        first == "no"
        and words[1:2]
        and words[1] in ("insurance", "licence", "license", "drug", "registration", "valid", "tax", "mot", "operator")
    ):
        return True
    if (
        first in kinds["verb"]
        and len(words) > 1
        and first not in ("use", "control", "purchase", "handle", "traffic", "import", "export")
    ):
        return True  # "possess utensils": Australian charges
    head = words[-1]
    for k, word in enumerate(words):
        if word in (
            "of",
            "to",
            "in",
            "with",
            "by",
            "without",
            "for",
            "from",
            "on",
            "against",
            "while",
            "causing",
            "under",
            "over",
            "between",
        ):
            head = words[k - 1] if k else word
            break
    if head in kinds["noun"] or singular(head) in kinds["noun"]:
        return True
    return (
        any(word.endswith("-degree") for word in words[:1])
        or head in ("ovi", "dui", "gbh", "abh", "pwits", "pwit", "affray", "bribery")
        or first in ("gbh", "abh", "pwits", "s18", "s20", "drink", "drunk", "conspiracy")
        or first.startswith("pwit")
    )


def _share(cut: list[tuple[str, list[str]]]) -> list[str]:
    """Segments → offences: shared heads and tails are repeated, fixed pairs stay whole."""
    kinds = vocabulary()
    offences: list[list[str]] = []
    pending: list[list[str]] = []
    for joint, words in cut:
        if not words:
            continue
        text = " ".join(words)
        if DEGREE.match(text):
            pending.append([DEGREE.match(text).group(1) + "-degree"])
            continue
        if joint == "including" and offences and set(offences[-1]) <= PLAIN_CHARGES:
            offences.pop()
        if joint == "including" and pending and set(pending[-1]) <= PLAIN_CHARGES:
            pending.pop()
        previous = offences[-1] if offences else None
        if previous and len(words[0]) == 1 and previous[-2:-1] in (["class"], ["schedule"], ["category"]):
            rest = words[1:]  # "Class A and B drugs"
            letter = previous[:-1]
            offences[-1] = previous + rest
            offences.append(letter + words)
            continue
        if previous and words[0] in ("without", "with") and joint in ("and", "or"):
            offences[-1] = [*previous, joint, *words]
            continue
        if (
            previous
            and joint == "or"
            and (previous[-2:-1] == ["for"] or previous[-3:-1] == ["purpose", "of"])
            and len(words) == 1
        ):
            offences[-1] = previous + [joint] + words  # "for sale or supply"
            continue
        if (
            previous
            and joint in ("and", "or")
            and (
                (previous[-1], words[0]) in COMPOUNDS
                or (words[0] in kinds["verb"] and words[0] not in kinds["noun"] and ("to" in previous))
                or (words[0] == "to" and "to" in previous)
            )
        ):
            offences[-1] = [*previous, joint, *words]
            continue
        if pending and (pending[-1][-1], words[0]) in COMPOUNDS:
            offences.append([*pending.pop(), joint, *words])
            continue
        if _own(words):
            if (
                len(words) == 3 and words[1] in GENERIC and words[2] in GENERIC and pending
            ):  # "firearms and drug trafficking offences"
                offences += [part + words[1:] if len(part) < 3 else part for part in pending]
                pending = []
            if pending and pending[0][0].endswith("-degree") and words[0].endswith("-degree"):
                offences += [part + words[1:] for part in pending]
            elif pending:
                offences += [
                    [*part, words[-1]]
                    if words[-1] in GENERIC
                    and len(words) < 4
                    and len(part) < 4
                    and not any(word in ("of", "to", "for", "with") for word in part + words)
                    else part
                    for part in pending
                ]
            pending = []
            if (
                previous
                and len(previous) == 1
                and previous[0] in TRANSITIVE
                and words[0] in TRANSITIVE
                and len(words) > 1
                and joint in ("and", "or", ",")
            ):
                if joint == "or":
                    offences[-1] = [*previous, joint, *words]
                    continue
                for at in range(len(offences) - 1, -1, -1):
                    if len(offences[at]) != 1 or offences[at][0] not in TRANSITIVE:
                        break
                    offences[at] = offences[at] + words[1:]
            elif previous and len(previous) == 1 and joint == "or" and len(words) > 1 and words[1] == "of":
                offences[-1] = [*previous, joint, *words]
                continue
            offences.append(words)
            continue
        if previous is None:
            pending.append(words)
            continue
        prefix = _prefix(previous)
        if prefix:
            tail = _tail(words)
            if tail and not _tail(previous):
                for at in range(len(offences) - 1, -1, -1):
                    if _prefix(offences[at]) != prefix:
                        break
                    offences[at] = offences[at] + tail
            offences.append(prefix + words)
        else:
            offences.append(words)
    offences = pending + offences if pending and not offences else offences + pending
    return list(dict.fromkeys(" ".join(words).strip(" ,;'’\"") for words in offences if words))


def _prefix(words: list[str]) -> list[str]:
    """What an offence shares with a further object: "possession of", "being concerned in the supply of", "conspiracy to supply"."""
    cut = next((k for k, word in enumerate(words) if word in ("with", "without")), len(words))
    for k in range(cut - 1, -1, -1):
        if words[k] == "of" and k and not _amount(words[k - 1]):
            return words[: k + 1]
    for k in range(len(words) - 2, 0, -1):
        if words[k] == "to" and words[k + 1] in vocabulary()["verb"]:
            return words[: k + 2]
    if words[0].endswith("ing") and len(words) > 1:
        return words[:1]
    return []


def _amount(word: str) -> bool:
    """Whether a word before "of" measures rather than heads: "2kg of", "rounds of"."""
    return word[0].isdigit() or word in (
        "kg",
        "kilos",
        "kilograms",
        "grams",
        "pounds",
        "ounces",
        "rounds",
        "quantity",
        "amount",
        "quantities",
        "piece",
    )


def _tail(words: list[str]) -> list[str]:
    """ "with intent to supply", "for the purpose of trafficking": what closes an offence for all its objects."""
    for k, word in enumerate(words):
        if (
            (word == "with" and words[k + 1 : k + 2] in (["intent"], ["the"]))
            or (word == "for" and words[k + 1 : k + 2] in (["supply"], ["the"], ["sale"], ["trafficking"]))
            or word == "without"
        ):
            return words[k:]
    return []
