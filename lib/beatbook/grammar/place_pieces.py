"""Places that are no run of capitals: inside a word ("Luton-born"), or streets named by a number ("42nd Street")."""

import re

from beatbook.grammar.contexts import SUFFIXES
from beatbook.grammar.name_kinds import BEFORE, BRAND, DEMONYM, DIRECTION, HOLDER, PLACE, STARTS, STREET, TOPIC
from beatbook.grammar.page_parts import addresses, asides
from beatbook.grammar.parts import ABBREVIATED_STREETS, Name
from beatbook.grammar.placing import Placing
from beatbook.grammar.sites import BANDS, QUARTERS
from beatbook.language.document import Doc

# Sex, age and residence: "(M/27/Duluth)", "(B/F, 31, Larkfield)".
DOSSIER = re.compile(
    r"\((?:[A-Z]/)?(?:[MF][/,] ?\d{1,2}|\d{1,2}[/,] ?[MF])[/,] ?([A-Z][\w.’'-]{2,20}(?: [A-Z][\w.’'-]{2,20}){0,2})\)"
)


MOTORWAY = re.compile(r"M\d{1,2}|A\d{1,2}\(M\)")
SERVICES = frozenset(("services",))
BESIDE = frozenset("at near from outside into to off".split())


class Pieces(Placing):
    """Finds pieces of words and numbered streets that are places."""

    def __init__(self, doc: Doc):
        super().__init__(doc)
        self.skipped = asides(doc)
        self.addressed = {token for i, j in addresses(doc) for token in range(i, j)}

    def _aside(self, token: int) -> bool:
        """Whether a token stands in a contact block, menu or office's address."""
        return self.doc.sentence_of(token).index in self.skipped or token in self.addressed

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
                    row = self.names.vocab.places.at([first.lower()], 0, 1) if word.endswith("wide") else None
                    if row and row[1]["kind"] == "country":
                        continue  # "a Canada-wide warrant"
                    known = self._phrase_before(max(0, min(name.i, token - 1)), token, first.lower())
                    if known is not None and (known < token or self._named_from(name, token) == token):
                        end = self.doc.starts[token] + len(first)
                        spans.append((self.doc.starts[known], end, "suffix"))
                        continue
                    if self.names.vocab.flags.get(first.lower(), 0) & (DEMONYM | BRAND) or (
                        first.isupper() and first != "UK"
                    ):
                        continue
                    if word.endswith(("based", "born", "area")) and not first.isdigit():
                        end = self.doc.starts[token] + len(first)
                        spans.append((self.doc.starts[self._named_from(name, token)], end, "suffix"))
        return spans

    def _named_from(self, name: Name, token: int) -> int:
        """The first token of an unlisted name that ends in "-based" at ``token``: "Red Hook-based"."""
        plain = not any(self.flags[k] & ~(STARTS | PLACE | BEFORE) for k in range(name.i, token))
        return name.i if plain and token - name.i < 3 else token

    def _dossiers(self) -> list[tuple[int, int, str]]:
        """Residences in what brackets tell of a person: "(M/27/Duluth)"."""
        if "/" not in self.doc.text:
            return []
        return [(*match.span(1), "dossier") for match in DOSSIER.finditer(self.doc.text)]

    def _services(self) -> list[tuple[int, int, str]]:
        """Service areas of British motorways: "at Larkby Lane Services", where the text names a motorway."""
        doc, spans = self.doc, []
        heads = doc.where(SERVICES) if doc.country == "GB" else ()
        if not heads or not ("motorway" in doc.low or any(MOTORWAY.fullmatch(word) for word in doc.raw)):
            return []
        for token in heads:
            i = token
            while i > token - 3 and i and doc.raw[i - 1][0].isupper() and not self.flags[i - 1] & (TOPIC | HOLDER):
                i -= 1
            if doc.raw[token][0].isupper() and 0 < i < token and doc.low[i - 1] in BESIDE and not self._aside(token):
                spans.append((*doc.span(i, token + 1), "services"))
        return spans

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
        while j < size and self.flags[j] & STREET and raw[j][0].isupper():
            j += 1  # "48th Street Court East"
        if j < size and raw[j] == "." and self.doc.low[j - 1] in ABBREVIATED_STREETS:
            j += 1
        if j < size and (_quarter(raw[j]) or (self.flags[j] & DIRECTION and raw[j][0].isupper())):
            return j + 1
        if j + 1 < size and raw[j] == "," and len(raw[j + 1]) > 1 and _quarter(raw[j + 1]):
            return j + 2
        return j


def _quarter(word: str) -> bool:
    """Whether a word is a quarter of a town as streets have it: "NW", "N.E."."""
    return word.replace(".", "") in QUARTERS
