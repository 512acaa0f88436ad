"""Facts of the family ``places``: every named place, once, as written.

A place is known by its own words ("Larkfield Road"), by the gazetteer, or by its context: most villages and streets of
a release stand in no list.
"""

from functools import lru_cache

from beatbook.grammar.contexts import MOTION, SUFFIXES
from beatbook.grammar.name_kinds import (
    BEFORE,
    BRAND,
    COMMON,
    DEMONYM,
    DIRECTION,
    FORENAME,
    NEAR,
    PLACE,
    STARTS,
    STREET,
    SURNAME,
)
from beatbook.grammar.page_parts import addresses, asides
from beatbook.grammar.parts import ABBREVIATED_STREETS, Name
from beatbook.grammar.placing import Placing
from beatbook.grammar.runs import NORMAL
from beatbook.grammar.sites import BANDS, QUARTERS
from beatbook.language.document import Doc
from beatbook.lexicons import rows
from beatbook.records import Fact


def find(doc: Doc) -> list[Fact]:
    """The places of one release, in the order of the text.

    Args:
        doc: the analysed release; its names are found where they are not yet.

    Returns:
        One fact a place: the span is its first mention, the fuller of two spellings.
    """
    return Gatherer(doc).facts()


class Gatherer(Placing):
    """Collects places from names and their contexts."""

    def __init__(self, doc: Doc):
        super().__init__(doc)
        self.found: list[tuple[int, int, str]] = []  # token span and rule
        self.shared: set[str] = set()  # what shares a head, "Swisher" of "Castro and Swisher Counties"
        self.skipped = asides(doc)
        self.addresses = addresses(doc)

    def facts(self) -> list[Fact]:
        """All places as facts, repeats left out."""
        everything = [name for name in self.names.all if name.kind in ("place", "unknown") and not self._aside(name.i)]
        for name in everything:
            sentence = self.doc.sentence_of(name.i)
            rule = self._rule(name, sentence)
            if rule:
                self._take(name, rule)
        self._coordinate(everything)
        self._siblings(everything)
        self._share_heads()
        spans = [(*self._span(i, j), rule) for i, j, rule in self.found] + self._suffixed() + self._ordinals()
        return self._once(sorted(spans))

    def _aside(self, token: int) -> bool:
        """Whether a token stands in a contact block, menu or office's address."""
        return self.doc.sentence_of(token).index in self.skipped or any(i <= token < j for i, j in self.addresses)

    def _span(self, i: int, j: int) -> tuple[int, int]:
        """The text of tokens [i, j), with "(M)" after a road's number."""
        start, end = self.doc.span(i, j)
        return start, end + 3 * (self.doc.text[end : end + 3] == "(M)")

    # --- several names

    def _take(self, name: Name, rule: str) -> None:
        i, j = name.i, name.j
        low, raw = self.doc.low, self.doc.raw
        while (
            i > name.i - 2
            and i
            and raw[i - 1][0].islower()
            and self.flags[i - 1] & DIRECTION
            and not self.flags[j - 1] & STREET
            and (i < 2 or name.row is not None or not MOTION.match(low[i - 2]))
        ):
            i -= 1  # "south London", "south west London", not "drove south Larkby"
        if i > 1 and raw[i - 1] == "The" and self.doc.sentence_of(i).i < i - 1:
            i -= 1  # "The Broadway"
        if self._joins_state(i, j):
            j += 2  # "Washington, D.C."
        if name.row and name.row["kind"] == "abbreviation" and j < len(raw) and raw[j] == "." and raw[j - 1] != ".":
            j += 1
        if self.flags[j - 1] & STREET:
            i = self._house_number(i)
        if j < len(raw) and (low[j] in JOINED or (low[j] == "region" and not name.row and low[i - 1] == "the")):
            j += 1  # "Onne seaport", "the Hunter region"
        self.found.append((i, j, rule))
        self.accepted[name.j] = i
        self.accepted[j] = i

    def _coordinate(self, everything: list[Name]) -> None:
        """Names joined to places by commas and "and": "Islington, Camden and Hackney"."""
        doc = self.doc
        starts = {name.i for name in everything if name.j in self.accepted}
        for order in (everything, list(reversed(everything))):
            for name in order:
                if (
                    name.j in self.accepted
                    or name.kind != "unknown"
                    or self._vetoed(name)
                    or self._person_after(name.j)
                ):
                    continue
                sentence = doc.sentence_of(name.i)
                if self.names.styles[sentence.index] != NORMAL and not self._loud(sentence):
                    continue
                if name.j - name.i == 1 and not name.row and self.flags[name.i] & PLACE:
                    continue  # "12th and Main Street"
                if (name.row and name.row["kind"] in ("postal", "abbreviation")) or (
                    self.flags[name.i] & FORENAME and name.j - name.i > 1
                ):
                    continue
                if name.j - name.i > 1 and self.flags[name.j - 1] & SURNAME:
                    continue
                first = name.i - (self.doc.raw[name.i - 1][0].islower() and bool(self.flags[name.i - 1] & DIRECTION))
                left = self._joined(first, -1)
                right = self._joined(name.j, 1)
                if (left is not None and left in self.accepted) or (right is not None and right in starts):
                    after = doc.raw[name.j] if name.j < sentence.j else "."
                    if after[0].islower() and not self.flags[name.j] & (COMMON | NEAR):
                        continue
                    self._take(name, "coordination")
                    starts.add(name.i)

    def _joins_state(self, i: int, j: int) -> bool:
        """Whether "D.C." after a comma belongs to the name."""
        raw = self.doc.raw
        return j - i == 1 and raw[i].lower() == "washington" and j + 1 < len(raw) and raw[j] == "," and (
            raw[j + 1] in ("D.C.", "DC")
        )

    def _share_heads(self) -> None:
        """Places that share a head: "Castro and Swisher Counties" names Castro and Swisher."""
        for n, (i, j, rule) in enumerate(self.found):
            if self.doc.low[j - 1] not in SHARED or j - i < 2:
                if j < len(self.doc.low) and self.doc.low[j] in SHARED:
                    self._chain(i, j)
                continue
            if self._joined(i, -1) is not None:
                self.found[n] = (i, j - 1, rule)
                self._chain(i, j - 1)

    def _chain(self, i: int, j: int) -> None:
        """Note the place at tokens [i, j) and those joined to its left as sharing a head."""
        at: int | None = j
        while at is not None:
            self.shared.add(_key(self.doc.words(i, at)))
            at = self._joined(i, -1)
            if at not in self.accepted:
                return
            i = self.accepted[at]

    def _siblings(self, everything: list[Name]) -> None:
        """Lines of one list that open as a line with a place does: "Larkfield: two men arrested"."""
        doc = self.doc
        openers: dict[int, list[Name]] = {}
        for name in everything:
            sentence = doc.sentence_of(name.i)
            line = doc.text.rfind("\n", 0, doc.starts[name.i]) + 1
            if any(ch.isalnum() for ch in doc.text[line : doc.starts[name.i]]):
                continue
            after = doc.text[doc.ends[name.j - 1] : doc.ends[name.j - 1] + 3].lstrip(" ")[:1]
            if after in ("", "\n", ":", "–", "-", "—", "(", "\t", ",", "|"):
                openers.setdefault(sentence.intro if sentence.intro is not None else -1 - (after == ":"), []).append(
                    name
                )
        for group in openers.values():
            if len(group) < 3 or 2 * sum(name.j in self.accepted for name in group) < len(group):
                continue
            for name in group:
                if name.j not in self.accepted and name.kind == "unknown" and not self._vetoed(name):
                    self._take(name, "list")

    def _joined(self, token: int, way: int) -> int | None:
        """The edge of the neighbour beyond a comma, "and" or both; way -1 looks left, 1 right."""
        raw, low = self.doc.raw, self.doc.low
        k = token - 1 if way < 0 else token
        if not 0 <= k < len(raw):
            return None
        if low[k] in ("and", "or", "&"):
            k += way
            if 0 <= k < len(raw) and raw[k] == ",":
                k += way
            elif way > 0 and raw[k] == "the":
                k += 1
        elif raw[k] == ",":
            k += way
            if 0 <= k < len(raw) and low[k] in ("and", "or"):
                k += way
        else:
            return None
        return k + 1 if way < 0 else k

    # --- pieces of tokens

    def _suffixed(self) -> list[tuple[int, int, str]]:
        """Words such as "London-based", "Luton-born", "LONDON'S": the place inside the word."""
        spans = []
        for name in self.names.all:
            for token in range(name.i, name.j):
                word = self.doc.raw[token]
                if word[-2:] in ("'S", "’S"):
                    row = self.names.vocab.places.at([word[:-2].lower()], 0, 1)
                    if row and not row[1]["ambiguous"]:
                        spans.append((self.doc.starts[token], self.doc.ends[token] - 2, "possessive"))
                match = SUFFIXES.match(word) if "-" in word and word[0].isupper() else None
                if match:
                    first = match.group(1)
                    known = self._phrase_before(max(0, min(name.i, token - 1)), token, first.lower())
                    if known is not None and (known < token or self._named_from(name, token) == token):
                        end = self.doc.starts[token] + len(first)
                        spans.append((self.doc.starts[known], end, "suffix"))
                        continue
                    if self.names.vocab.flags.get(first.lower(), 0) & (DEMONYM | BRAND) or (
                        first.isupper() and first != "UK"
                    ):
                        continue
                    if word.endswith(("based", "born")) and not first.isdigit():
                        end = self.doc.starts[token] + len(first)
                        spans.append((self.doc.starts[self._named_from(name, token)], end, "suffix"))
        return spans

    def _named_from(self, name: Name, token: int) -> int:
        """The first token of an unlisted name that ends in "-based" at ``token``: "Red Hook-based"."""
        plain = not any(self.flags[k] & ~(STARTS | PLACE | BEFORE) for k in range(name.i, token))
        return name.i if plain and token - name.i < 3 else token

    def _phrase_before(self, i: int, token: int, last: str) -> int | None:
        """The token where a gazetteer's phrase begins that ends with ``last`` at ``token``: "San Diego-based"."""
        words = [*self.doc.low[i:token], last]
        for k in range(len(words)):
            found = self.names.vocab.places.at(words, k, len(words))
            if found and found[0] == len(words) and found[1]["kind"] not in ("postal", "abbreviation"):
                return i + k
        return None

    def _ordinals(self) -> list[tuple[int, int, str]]:
        """Streets such as "42nd Street", "N. 5th Avenue", "8th Street NW": the number is part of the name."""
        raw, low, spans = self.doc.raw, self.doc.low, []
        for token in range(2, len(raw)):
            if (
                low[token - 1] in ("st", "nd", "rd", "th")
                and raw[token - 2].isdigit()
                and self.flags[token] & STREET
                and raw[token][0].isupper()
                and not self._aside(token)
                and not (token + 1 < len(raw) and low[token + 1] in BANDS)
            ):
                i, j = token - 2, token + 1
                if i > 1 and raw[i - 1] == "." and raw[i - 2] in QUARTERS:
                    i -= 2
                elif i and raw[i - 1][0].isupper() and (self.flags[i - 1] & DIRECTION or _quarter(raw[i - 1])):
                    i -= 1
                spans.append((*self.doc.span(self._house_number(i), self._street_end(j)), "ordinal"))
        return spans

    def _house_number(self, i: int) -> int:
        """Where a street's name at token i begins with its house number."""
        raw, low = self.doc.raw, self.doc.low
        number = i and raw[i - 1].isdigit() and len(raw[i - 1]) < 6 and self.doc.text[self.doc.ends[i - 1]] == " "
        return i - 1 if number and low[max(0, i - 2)] not in ("block", "blk") else i

    def _street_end(self, j: int) -> int:
        """The end of a street's name from token j on: the stop of "St.", "South", "NW", ", N.W."."""
        raw, size = self.doc.raw, len(self.doc.raw)
        if j < size and raw[j] == "." and self.doc.low[j - 1] in ABBREVIATED_STREETS:
            j += 1
        if j < size and (_quarter(raw[j]) or (self.flags[j] & DIRECTION and raw[j][0].isupper())):
            return j + 1
        if j + 1 < size and raw[j] == "," and len(raw[j + 1]) > 1 and _quarter(raw[j + 1]):
            return j + 2
        return j

    def _once(self, spans: list[tuple[int, int, str]]) -> list[Fact]:
        """One fact a place: case-blind, abbreviations and shorter spellings joined to the fullest."""
        text = self.doc.text
        written = {_key(text[start:end]) for start, end, _ in spans}
        fuller = _fuller_spellings(written, self.shared)
        facts: dict[str, Fact] = {}
        for start, end, rule in spans:
            name = " ".join(text[start:end].split())
            key = _key(name)
            place = fuller.get(key) or _in_full().get(key, key)
            fact = facts.get(place)
            if fact is None:
                facts[place] = Fact("places", {"name": name}, start, end, rule)
            elif key == place != _key(fact.slots["name"]):
                fact.slots["name"], fact.start, fact.end, fact.rule = name, start, end, rule
            elif fact.slots["name"].isupper() and not name.isupper() and len(name) > 4:
                fact.slots["name"] = name
        return sorted(facts.values(), key=lambda fact: fact.start)


def _fuller_spellings(written: set[str], shared: set[str]) -> dict[str, str]:
    """Keys that a longer key names again: "lagos" of "lagos state", "5th street" of "nw 5th street"."""
    fuller = {key: full for key in shared for head in SHARED.values() if (full := f"{key} {head}") in written}
    for key in written:
        first, _, rest = key.partition(" ")
        if key.endswith(" state"):
            fuller[key.removesuffix(" state")] = key
        elif first in WAYS and rest in written and " " in rest and rest.rsplit(" ", 1)[1] in STREET_ENDS:
            fuller[rest] = key
    return fuller


@lru_cache(1)
def _in_full() -> dict[str, str]:
    """Abbreviated names, as keys, and what they stand for."""
    return {_key(row["term"]): _key(row["full"]) for row in rows("places") if row["full"]}


def _quarter(word: str) -> bool:
    """Whether a word is a quarter of a town as streets have it: "NW", "N.E."."""
    return word.replace(".", "") in QUARTERS


def _key(name: str) -> str:
    key = " ".join(name.lower().replace("’", "'").split())
    return key.replace(",", "").replace(".", "") if key.startswith("washington") else key


# Small words that close a name as capitals would.
JOINED = frozenset("seaport airport expressway highway motorway freeway peninsula interchange turnpike flyover".split())
SHARED = {"counties": "county", "parishes": "parish", "boroughs": "borough", "districts": "district"}
WAYS = frozenset(
    "n s e w n. s. e. w. ne nw se sw north south east west northeast northwest southeast southwest".split()
)
STREET_ENDS = frozenset(
    "street st st. avenue ave ave. road rd rd. drive dr dr. boulevard blvd blvd. lane place".split()
)
