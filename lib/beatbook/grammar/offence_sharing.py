"""Coordinated offences: which share a head ("possession of a firearm and ammunition"), which are of their own.

``segments`` of ``offence_phrases`` cuts a phrase at its commas and conjunctions; here the cuts become offences.
"""

import re

from beatbook.grammar.offence_words import PLAIN_CHARGES, vocabulary
from beatbook.lexicons import singular

__all__ = ["is_own", "share"]

DEGREE = re.compile(r"(first|second|third|fourth|fifth|sixth|seventh|eighth|1st|2nd|3rd|[4-8]th) ?-")
GENERIC = frozenset(
    "driving offence offences offense offenses crimes crime violations charges charge trafficking possession dealing "
    "laundering smuggling theft thefts supply importation matters".split()
)
TRANSITIVE = frozenset(
    "manufacturing possession supply distribution production importation sale cultivation manufacture delivery "
    "trafficking possessing supplying importing producing distributing selling cultivating transporting importing "
    "exporting handling carrying transportation transport purchase acquisition export import dealing assaulting "
    "impeding acquiring using concealing disguising converting "
    "transferring obstructing resisting encouraging assisting packaging processing making storing purchasing buying "
    "preparing packing".split()
)
NO_GERUND = frozenset("clothing building ring paving including living growing remaining outstanding existing".split())
LACKING = frozenset(  # "no insurance"
    "insurance licence license seat seatbelt helmet drug registration valid tax mot operator".split()
)
NOUN_TOO = frozenset("use control purchase handle traffic import export".split())  # verbs that head no charge
HEAD_ENDS = frozenset("of to in with by without for from on against while causing under over between".split())
SHORT_HEADS = frozenset("ovi dui gbh abh pwits pwit affray bribery".split())
SHORT_STARTS = frozenset("gbh abh pwits s18 s20 drink drunk conspiracy".split())  # before more words
MEANS = frozenset("violence force fraud coercion threats threat intimidation fear".split())
AMOUNTS = frozenset("kg kilos kilograms grams pounds ounces rounds quantity amount quantities piece".split())
BEHIND_NOUNS = frozenset("of on occasioning causing by against".split())  # "assault on", where it is no verb
LINKING = frozenset("of to for with".split())


def is_own(words: list[str]) -> bool:
    """Whether a segment is an offence of its own: its head names one, or it is a gerund or a charge's verb."""
    if not words:
        return False
    kinds = vocabulary()
    first = words[0]
    if first == "not" and len(words) > 2 and words[1] in kinds["verb"]:
        return True  # "not keep firearm safely": Australian charges
    if first.endswith("ing") and len(first) > 4 and first not in NO_GERUND and not ("-" in first and len(words) > 1):
        return True
    if first.endswith("ly") and words[1:2] and words[1].endswith("ing"):
        return True  # "voluntarily causing hurt"
    if first == "no" and words[1:2] and words[1] in LACKING:
        return True
    if first in kinds["verb"] and len(words) > 1 and first not in NOUN_TOO:
        return True  # "possess utensils": Australian charges
    at = next((k for k, word in enumerate(words) if word in HEAD_ENDS), len(words))
    head = words[max(at - 1, 0)]
    if (
        head in kinds["noun"]
        or singular(head) in kinds["noun"]
        or " ".join(words[max(at - 2, 0) : at]) in kinds["noun"]
        or " ".join(words[max(at - 3, 0) : at]) in kinds["noun"]
    ):
        return True
    if head.endswith("ing") and first in kinds["adjective"] and head not in NO_GERUND:
        return True  # "false accounting"
    short = head in SHORT_HEADS or (first in SHORT_STARTS and len(words) > 1)
    return first.endswith("-degree") or short or first.startswith("pwit")


def share(cut: list[tuple[str, list[str]]]) -> list[str]:
    """Segments → offences: shared heads and tails are repeated, fixed pairs stay whole.

    Args:
        cut: (what stands before the segment: "", ",", ";", "and", "or", "including", "counted"; its words).
    """
    sharer = _Sharer()
    for joint, words in cut:
        if words:
            sharer.take(joint, words)
    return sharer.done()


ARMS = frozenset("weapon weapons knife firearm firearms ammunition blade machete article".split())


class _Sharer:
    """The offences read so far, and the words that wait for the head of a later one ("drug and theft offences")."""

    def __init__(self) -> None:
        self.offences: list[list[str]] = []
        self.pending: list[list[str]] = []
        self.kinds = vocabulary()

    def take(self, joint: str, words: list[str]) -> None:
        """The next segment."""
        degrees = [match.group(1) for word in words if (match := DEGREE.fullmatch(word))]
        if len(degrees) == len(words):  # "first- and second-degree murder"
            self.pending += [[degree + "-degree"] for degree in degrees]
            return
        if joint == "including":  # "offences including theft"
            for before in (self.offences, self.pending):
                if before and set(before[-1]) <= PLAIN_CHARGES:
                    before.pop()
        previous = self.offences[-1] if self.offences else None
        if previous and self._letter(previous, words):
            return
        if previous and words[-1] == "degree" and len(words) == 2:
            self.offences[-1] = [*previous[:-1], previous[-1] + ",", *words]  # "robbery, first degree"
            return
        if previous and self._goes_on(joint, previous, words):
            *rest, last = previous
            self.offences[-1] = [*rest, last + ",", *words] if joint == "," else [*previous, joint, *words]
        elif is_own(words) or joint == "counted":
            self._headed(joint, previous, words)
        elif previous is None:
            self.pending.append(words)
        else:
            self._object(previous, words)

    def done(self) -> list[str]:
        """All offences, each once."""
        ordered = self.pending + self.offences if not self.offences else self.offences + self.pending
        return list(dict.fromkeys(" ".join(words).strip(" ,;'’\"") for words in ordered if words))

    def _letter(self, previous: list[str], words: list[str]) -> bool:
        """ "Class A and B drugs": both letters go with what follows."""
        if len(words[0]) > 1 or previous[-2:-1] not in (["class"], ["schedule"], ["category"]):
            return False
        self.offences[-1] = previous + words[1:]
        self.offences.append(previous[:-1] + words)
        return True

    def _goes_on(self, joint: str, previous: list[str], words: list[str]) -> bool:
        """Whether a segment belongs to the offence before: fixed pairs, alternatives, verbs behind one "to"."""
        first = words[0]
        verbs = self.kinds["verb"]
        verb = first in verbs and (first not in self.kinds["noun"] or ("to" in previous and previous[-1] in verbs))
        verb = verb and not (first in self.kinds["noun"] and words[1:2] and words[1] in BEHIND_NOUNS)
        if joint == "," and verb:
            return previous[-2:-1] == ["to"] and previous[-1] in self.kinds["verb"]  # "to import, possess and supply"
        if joint not in ("and", "or"):
            return False
        if previous[-2:-1] in (["no"], ["without"]) and len(words) == 1 and first not in self.kinds["noun"]:
            return True  # "driving with no insurance or licence"
        if joint == "or" and previous[-2:-1] == ["threatening"]:
            return True  # "threatening death or serious harm"
        if previous[-2:-1] == ["by"] and first in MEANS:
            return True  # "by force or violence"
        if first in ("without", "with"):
            return True
        if "to" in previous and (verb or first == "to"):
            return True
        if joint == "and":
            return False
        purpose = previous[-2:-1] == ["for"] or previous[-3:-1] == ["purpose", "of"]
        return purpose and len(words) == 1  # "for sale or supply"

    def _headed(self, joint: str, previous: list[str] | None, words: list[str]) -> None:
        """An offence with a head of its own, which those that wait may share."""
        self._release(words)
        if previous and len(previous) == 1 and len(words) > 1:
            alike = previous[0] in TRANSITIVE and words[0] in TRANSITIVE and words[1] != "with"
            if joint == "or" and (alike or words[1] == "of"):
                self._alternatives(words)
                return
            if previous == ["possession"] and joint == "and" and words[1:2] == ["with"] and len(words) > 2:
                self.offences[-1] = ["possession", "of", *words[2:]]  # "possession and dealing with drugs"
            if alike and joint in ("and", ","):  # "importing and supplying cocaine"
                for at in range(len(self.offences) - 1, -1, -1):
                    if len(self.offences[at]) != 1 or self.offences[at][0] not in TRANSITIVE:
                        break
                    self.offences[at] = self.offences[at] + words[1:]
        self.offences.append(words)

    def _alternatives(self, words: list[str]) -> None:
        """ "manufacture or delivery of …", "concealing or transferring …": one offence with several verbs."""
        at = len(self.offences) - 1
        while at and len(self.offences[at - 1]) == 1 and self.offences[at - 1][0] in TRANSITIVE:
            at -= 1
        verbs = [one[0] for one in self.offences[at:]]
        self.offences[at:] = [[*(verb + "," for verb in verbs[:-1]), verbs[-1], "or", *words]]

    def _release(self, words: list[str]) -> None:
        """Gives the head of ``words`` to the parts that wait for one."""
        pending, self.pending = self.pending, []
        if not pending:
            return
        if len(words) == 3 and words[1] in GENERIC and words[2] in GENERIC:
            # "firearms and drug trafficking offences"
            self.offences += [part + words[1:] if len(part) < 3 else part for part in pending]
        elif len(pending[-1]) == 1 < len(words) and pending[-1][0].endswith("ing") and words[0].endswith("ing"):
            # "building and selling guns"
            self.offences += [part + words[1:] if len(part) == 1 else part for part in pending]
        elif pending[0][0].endswith("-degree") and words[0].endswith("-degree"):
            self.offences += [part + words[1:] for part in pending]
        else:
            headed = words[-1] in GENERIC and 1 < len(words) < 4
            self.offences += [
                [*part, words[-1]] if headed and len(part) < 4 and LINKING.isdisjoint(part + words) else part
                for part in pending
            ]

    def _object(self, previous: list[str], words: list[str]) -> None:
        """A further object of the offence before: "possession of a firearm and ammunition"."""
        prefix = _prefix(previous)
        tail = _tail(words) if prefix else []
        of_drugs = tail[2:] == ["to", "supply"] and not ARMS.isdisjoint(previous)
        if tail and not _tail(previous) and not of_drugs:
            for at in range(len(self.offences) - 1, -1, -1):
                if _prefix(self.offences[at]) != prefix:
                    break
                self.offences[at] = self.offences[at] + tail
        self.offences.append(prefix + words)


def _prefix(words: list[str]) -> list[str]:
    """What an offence shares with a further object: "possession of", "being concerned in the supply of"."""
    cut = next((k for k, word in enumerate(words) if word in ("with", "without")), len(words))
    for k in range(cut - 1, -1, -1):
        if words[k] == "of" and k and not _amount(words[k - 1]):
            gerund = k + 2 < cut and words[k + 1].endswith("ing")  # "for the purpose of trafficking cocaine"
            return words[: k + 1 + gerund]
    for k in range(len(words) - 2, 0, -1):
        if words[k] == "to" and words[k + 1] in vocabulary()["verb"]:
            return words[: k + 2]
    if words[0].endswith("ing") and len(words) > 1:
        return words[:1]
    return []


def _amount(word: str) -> bool:
    """Whether a word before "of" measures rather than heads: "2kg of", "rounds of"."""
    return word[0].isdigit() or word in AMOUNTS


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
