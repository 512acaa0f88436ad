"""The person noun that ends a phrase's modifiers: "a 40-year-old Luton man", "two members", "a 40-year-old"."""

from beatbook.grammar.person_group import STOP, YEARS_OLD, SentenceReader
from beatbook.grammar.person_nouns import demonyms, qualifying

MOST_MODIFIERS = 9
# behind these a qualifying noun is a person after all: "the suspect arrested", "the driver now"
AFTER_NOUN = frozenset(
    "arrested charged named today yesterday last this early later now still currently there aboard alike caught shot "
    "hit held hurt seen known hidden taken bound behind already again twice once both all then tonight overnight "
    "himself herself themselves too out up down away back home".split()
)
POSSESSIVES = ("'s", "'", "’")
IN_MODIFIERS = frozenset(("ordinal", "length", "label", "year"))


class Heads(SentenceReader):
    """Finds the head nouns of the phrases of one sentence."""

    def _head(self, k: int) -> tuple[int, tuple[str, ...]] | None:
        """The person noun that ends the modifiers from token k on, with ages among them: (noun, ages)."""
        ages: tuple[str, ...] = ()
        start, taken = k, 0
        while k < self.end and taken < MOST_MODIFIERS:
            value = self.value(k)
            taken += 1
            if value and value.i == k:
                if value.kind == "age" and (value.j < self.end or k == start):
                    ages = value.ages
                    if self.low[value.j - 1] in ("olds", "year-olds"):
                        return value.j - 1, ages
                elif value.kind not in IN_MODIFIERS:
                    return None
                k = value.j
                continue
            word = self.low[k]
            if word in self.nouns and self._is_person(k):
                return self._last_noun(k), ages
            if word in STOP and not (word in POSSESSIVES and taken > 1 and self.word(k + 1) not in STOP):
                break
            k += 1
        return self._age_alone(start, k, ages)

    def _last_noun(self, k: int) -> int:
        """The head of nouns in a row: "a female U.S. citizen", "a taxi driver suspect"."""
        if self.low[k] in ("male", "female") and (further := self._noun_within(k + 1, 3)):
            return further
        k = self._behind_nations(k)
        while self.word(k + 1) in self.nouns and self._is_person(k + 1):
            if self.raw[k + 1][0].isupper() and not self.heading:
                break
            k += 1
        return k

    def _behind_nations(self, k: int) -> int:
        """The noun that several nationalities share: "21 Polish and Ukrainian workers"."""
        last = k
        while self.low[last] in demonyms() and self.word(last + 1) in (",", "and", "&", "or", "/"):
            last += 2 + (self.word(last + 2) in ("and", "or"))
            if self.word(last) not in demonyms():
                return k
        after = self.nouns.get(self.word(last + 1)) if last > k else None
        return last + 1 if after and after[2] else k

    def _age_alone(self, start: int, k: int, ages: tuple[str, ...]) -> tuple[int, tuple[str, ...]] | None:
        """ "a 40-year-old has been charged": the age is the head where no noun follows."""
        if not ages:
            return None
        closed = k >= self.end or self.word(k) in STOP or not self.raw[k][0].isalpha()
        if self.low[k - 1] in ("year-old", "old") and closed:
            return k - 1, ages
        first = self.starting(start, "age")
        if first and k > start and self.low[first.j - 1] in ("year-old", "old"):
            return first.j - 1, ages
        return None

    def _noun_within(self, k: int, reach: int) -> int | None:
        """The person noun at most ``reach`` tokens from token k on."""
        for at in range(k, min(k + reach, self.end)):
            if self.low[at] in self.nouns and self._is_person(at):
                return at
            if self.low[at] in STOP:
                return None
        return None

    def _is_person(self, k: int) -> bool:
        """Whether the person noun at token k is one, and not the first half of a compound."""
        word, after = self.low[k], self.word(k + 1)
        glued = after in ("'", "’") and word.endswith("s") and self.doc.starts[k + 1] == self.doc.ends[k]
        if after == "'s" or glued:
            return False
        if word not in qualifying() or not after:
            return True
        capital = self.raw[k + 1][0].isupper()
        if k > self.floor and self.raw[k][0].isupper() and capital and not self.heading:
            return False  # "National Crime Agency"
        if not after[0].isalpha() or after in STOP or after in self.nouns:
            return True
        return after.endswith(("ed", "ing", "ly")) or capital or after in AFTER_NOUN

    def _years_old(self, j: int) -> bool:
        """Whether the words before token j say "year-old"."""
        return self.low[j - 1] in YEARS_OLD
