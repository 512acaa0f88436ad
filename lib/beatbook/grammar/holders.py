"""Persons: names that a rank, title or office opens."""

from beatbook.grammar.name_kinds import (
    BODY,
    BRAND,
    COMMON,
    FORENAME,
    HOLDER,
    HOUSE,
    MODIFIER,
    OFFICE,
    PLACE,
    POLICE,
    RANK,
    STARTS_AGENCY,
    STREET,
    TIME,
    TITLE,
    TOPIC,
    UNIT,
)
from beatbook.grammar.parts import SURNAMES, Reader
from beatbook.grammar.runs import NORMAL
from beatbook.language.document import Sentence

JOINTS = frozenset(("in", "of", "for"))  # within an office of several words


class Holders(Reader):
    """Reads persons."""

    def _holder(self, i: int, j: int) -> int | None:
        """The last rank, title or office in the run before a name: its token, or None."""
        flags, low = self.flags, self.doc.low
        last, skip = None, i
        for token in range(i, j - 1):
            if token < skip:
                continue
            known = self._agency_at(token, j) if flags[token] & STARTS_AGENCY else None
            if known and known[0] > token + 1 and known[0] < j:
                skip = known[0]  # "Garda Síochána": no rank
                continue
            if (
                flags[token] & HOLDER
                and not (flags[token + 1] & HOLDER or low[token + 1] in (".", "of", "for", "in", "and", "'s", "'", "&"))
            ) or (low[token] == "." and flags[token - 1] & HOLDER and not flags[token + 1] & HOLDER):
                last = token
        last = self._long_office(i, j) or last
        if last is None:
            return None
        if low[last] == "col" and last > i and flags[last - 1] & HOLDER and j - last == 2:
            last -= 1  # "Superintendent Col Vance"
        while (
            last + 2 < j
            and flags[last + 1] & (TOPIC | UNIT)
            and not flags[last + 1] & FORENAME
            and any(flags[k] & FORENAME for k in range(last + 2, min(last + 5, j)))
        ):
            last += 1  # "Manager Investigations Louise Vance"
        word = last - (low[last] == ".")
        closing = max(
            (
                k
                for k in range(last + 1, j)
                if flags[k] & (BODY | UNIT | HOUSE | PLACE)
                and not (flags[k] & FORENAME and k == last + 1 and k + 1 < j)
            ),
            default=None,
        )
        if closing is None:
            return last
        if (
            closing > last + 1
            and any(flags[k] & FORENAME for k in range(last + 1, closing))
            and low[closing] in SURNAMES
        ):
            return last
        single = closing == last + 1 and closing == j - 1
        if single and (flags[word] & TITLE or (low[closing] in SURNAMES and not flags[word] & OFFICE)):
            return last
        pair = flags[word] & RANK and j - last == 3 and not flags[j - 1] & (BODY | UNIT | HOUSE | STREET)
        if pair and self.vocab.places.at(low, last + 1, j) is None:
            return last  # "DI Chase Banks"
        named = flags[last + 1] & FORENAME and flags[closing] & PLACE and not flags[closing] & (BODY | UNIT)
        if named and closing <= last + 3 and not self._placed(i):
            return last  # "Sheriff Dale Pike"
        # a body after the name opens another name: "Sheriff Tom Vance Kestrel County" is not written
        return None

    def _long_office(self, i: int, j: int) -> int | None:
        """The last token of an office of several words: "Special Agent in Charge", "Director of Public Safety"."""
        flags, low = self.flags, self.doc.low
        if JOINTS.isdisjoint(low[i:j]):
            return None
        for k in range(i, j - 2):
            if flags[k] & HOLDER and low[k + 1] == "in" and low[k + 2] == "charge" and k + 3 < j:
                return k + 2
            if flags[k] & HOLDER and low[k + 1] in ("of", "for"):
                for name in range(k + 3, j - 1):
                    if (
                        flags[name] & FORENAME
                        and not flags[name] & PLACE
                        and not flags[name + 1] & (BODY | UNIT | HOUSE)
                    ):
                        return name - 1
                    if flags[name - 1] and not any(flags[name:j]) and 1 < j - name < 4:
                        return name - 1  # "Minister for Border Security Annelise Vance"
        return None

    def _person(self, i: int, holder: int, j: int, sentence: Sentence, how: str) -> None:
        """A run with a rank or office at ``holder``: the body before it, the person after it."""
        flags, low = self.flags, self.doc.low
        at = holder + 1
        while at < j - 1 and flags[at] & TOPIC and not flags[at] & FORENAME:
            at += 1  # "Manager Investigations Louise Vance"
        end = at
        while (
            end < j
            and end < at + 6
            and not (flags[end] & HOLDER and end > at + 1)
            and low[end] not in ("of", "and", "for", "'s")
        ):
            end += 1
        first = i
        while first < at and flags[first] & (TIME | COMMON) and not flags[first] & (HOLDER | MODIFIER | TOPIC | POLICE):
            first += 1
        nobody = TIME | BRAND | (0 if how == NORMAL else COMMON)
        if at >= j or (flags[at] & nobody and not flags[at] & FORENAME and low[at] not in SURNAMES):
            self._add(first, at, "role")
            if at < j:
                self._parse(at, j, sentence, how) if at > i else None
            return
        self._bodies_in_role(first, holder)
        end = self._without_letters(at, end)
        self._add(at, end, "person", first)
        if end < j:
            self._parse(end, j, sentence, how)

    def _bodies_in_role(self, i: int, holder: int) -> None:
        """Organisations named in a role: "Memphis Police Director", "NCA Branch Commander"."""
        flags, doc = self.flags, self.doc
        token = i
        while token < holder or (token == holder and doc.low[token - 1] in ("of", "for", "at")):
            named = token > 0 and doc.low[token - 1] in ("of", "for", "at")  # "Director of Europol"
            found = self._agency_at(token, holder + named)
            if found and self._written(token, found[1]):
                self._add(i if found[1]["kind"] == "police" else token, found[0], found[1]["kind"], row=found[1])
                return
            if (
                token < holder
                and flags[token] & BODY
                and not flags[token] & RANK
                and token > i
                and not flags[token + 1] & BODY
                and doc.low[token + 1] != "and"
            ):
                self._add(i, token + 1, "police" if flags[token] & POLICE else "agency")
                return
            token += 1
