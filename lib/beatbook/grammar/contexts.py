"""What stands around an open name and makes it a place: prepositions, nouns behind it, lists, ages, states."""

import re
from typing import NamedTuple

from beatbook.grammar.name_kinds import (
    BEFORE,
    BODY,
    COMMON,
    DIRECTION,
    FORENAME,
    HOLDER,
    NEAR,
    OF_NEAR,
    PLACE,
    STREET,
    SURNAME,
    TOPIC,
    person_words,
    plain_words,
)
from beatbook.grammar.names import names
from beatbook.grammar.parts import Name
from beatbook.grammar.proper import Names
from beatbook.grammar.runs import CAPITALS, NORMAL
from beatbook.language.document import Doc, Sentence

# Prepositions that a place follows. Those of the first kind hold for any name that is not known to be something else.
IN = frozenset(
    "in near outside around throughout across inside within beyond via along off opposite towards toward into".split()
)
AT = frozenset("at from between through past down up behind leaving left reached entering visiting".split())
SURE = frozenset("at from between through reached entering".split())  # those a place follows even where it is unlisted
MOTION = re.compile(
    r"(?:travel|drov|driv|mov|ship|transport|bound|way$|road$|route|import|export|fl[ei]w|fly|ferr|deliver|return|extradit|deport|"
    r"taken|took|brought|sent|smuggl|traffick|link|clos|next|adjacent|went|going|goes|came|run|ran|back|journey|trip|"
    r"train|flight|destin|headed|heading|relocat|transfer|call|respond|attend|dispatch|deploy|escort|airlift|rush|fled|flee|escap|sold|post|mail|cross|head$|walk|sail|line$|follow|chas|pursu|trac|divert|evacuat|suppl|flown|spread|expand|exten)"
)
PERSON_NEAR = frozenset(
    "man men woman women boy girl teenager teenagers youth couple resident residents native driver motorist "
    "pensioner father mother businessman landlord farmer student mum dad teen teens grandmother grandfather "
    "teacher nurse doctor pensioners parents schoolboy schoolgirl".split()
)
LOOSE_NEAR = frozenset(
    "gang gangs drug_dealer dealer dealers brother brothers sister family side ward branch crossing".split()
)
SUFFIXES = re.compile(r"(\w[\w'’]+)-(?:based|born|area|bound|wide|style|registered)$")
ADJECTIVES = ("ed", "ing", "ous", "ful", "al", "ive", "less", "ly", "able", "ible", "ent", "ant", "ic", "est")
PATROLLED = frozenset("patrolled patrolling visited visiting toured touring covering covered".split())
PLACE_NOUNS = frozenset(
    "areas towns villages cities counties districts suburbs boroughs locations places neighbourhoods "
    "neighborhoods estates communities streets roads countries states provinces townships hotspots addresses".split()
)
COVERED = frozenset("covered searched targeted raided affected involved".split())
# heads of columns whose cells are places
COLUMNS = frozenset(
    "location locations place places town towns city station site area suburb county premises village address "
    "district residence hometown".split()
)
CELL_EDGES = ("\t", "\n", "")
SETTLEMENTS = frozenset("town city village suburb township hamlet capital port borough island neighbourhood".split())
HOUSES = frozenset("pub hotel motel restaurant club nightclub cafe bar inn takeaway diner deli casino cinema".split())
VILLAGES = frozenset("village barangay suburb tehsil taluka mohalla town township hamlet".split())
NEARBY = frozenset("nearby neighbouring neighboring rural downtown suburban".split())
BOUND = frozenset("bound destined headed left heading".split())  # before "for"

OF_STATUTES = frozenset("section sections article schedule part chapter rule regulation paragraph".split())


class Around(NamedTuple):
    """A name with the words next to it, "" beyond its sentence.

    ``before`` is the word before the name and its article, ``at`` its token; ``after`` is the one right behind.
    """

    name: Name
    sentence: Sentence
    before: str
    after: str
    article: bool
    at: int


class Contexts:
    """Reads the surroundings of names; ``accepted`` maps the end of each place found to its start."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.names: Names = names(doc)
        self.flags = self.names.flags
        self.accepted: dict[int, int] = {}
        self._heads: list[int] = []  # for each sentence, the first row of the table that it belongs to

    def _loud(self, sentence: Sentence) -> bool:
        """Whether a whole sentence is in capitals, and no headline."""
        return self.names.styles[sentence.index] == CAPITALS and sentence.j - sentence.i > 12

    def _context(self, name: Name, sentence: Sentence, how: str) -> str | None:
        """The rule by which the words around an open name make it a place."""
        if sentence.kind == "row" and self._place_column(name, sentence):
            return "column"
        around = self._around(name, sentence)
        if self._headline_word(around.at, sentence) and name.row is None:
            return None  # "Pushed Man Into Freight Train"
        if around.before in NEARBY:
            around = around._replace(before="in")
        if how != NORMAL and not self._loud(sentence):
            return self._in_headline(around)
        rule = self._described(around)
        if rule is not None:
            return rule or None
        if self._before_state(name, sentence):
            return "state"
        if self._in_list(around):
            return "announced"
        if around.article and not name.row:
            return self._with_article(around)
        if not self._ends(around) or self._person_after(name.j) or self._no_place(around):
            return None
        return self._placed_by(around)

    def _around(self, name: Name, sentence: Sentence) -> Around:
        low, at = self.doc.low, name.i - 1
        after = low[name.j] if name.j < sentence.j else ""
        article = at >= sentence.i and low[at] == "the"
        at -= article
        return Around(name, sentence, low[at] if at >= sentence.i else "", after, article, at)

    def _in_headline(self, around: Around) -> str | None:
        """In a headline every word has a capital: only the gazetteer or a person's noun is trusted."""
        name, raw, low = around.name, self.doc.raw, self.doc.low
        i, j = name.i, name.j
        if j - i > 2 or raw[i].isupper() or any(low[k].endswith(("ing", "ly", "ed")) for k in range(i, j)):
            return None
        if around.after in PERSON_NEAR and not self.flags[i] & FORENAME:
            return "adjective"
        return "preposition" if name.row and around.before in IN else None

    def _described(self, around: Around) -> str | None:
        """Whether the noun behind has a place before it: "a Larkfield man"; "" if it has none, None if open."""
        name, sentence, before, after, article, _ = around
        i, j, row = name.i, name.j, name.row
        raw = self.doc.raw
        if not (after and self.flags[j] & NEAR and raw[j][0].islower() and (row or after not in LOOSE_NEAR)):
            return None
        if article and not row and after in HOUSES and j - i > 1:
            return ""  # "outside the Red Lion pub"
        if not row and self.doc.low[j - 1].endswith(("ese", "ian", "ish")):
            return ""  # "a Guyanese man"
        opening = before == "" and not article and i - sentence.i < 2
        fits = row or not opening or (after in PERSON_NEAR and not raw[i].endswith(ADJECTIVES))
        return "adjective" if fits and (not after.startswith("station") or row or before in IN | AT) else None

    def _place_column(self, name: Name, sentence: Sentence) -> bool:
        """Whether the name is a cell of its own under "Location" or "Town"."""
        doc = self.doc
        if not self._heads:
            for one in doc.sentences:
                goes_on = bool(self._heads) and one.kind == "row" and doc.sentences[one.index - 1].kind == "row"
                self._heads.append(self._heads[-1] if goes_on else one.index)
        first = self._heads[sentence.index]
        head = doc.sentences[first]
        column = doc.text.count("\t", sentence.start, doc.starts[name.i])
        heads = doc.text[head.start : head.end].lower().split("\t")
        if first == sentence.index or column >= len(heads) or COLUMNS.isdisjoint(heads[column].split()):
            return False
        start, end = doc.starts[name.i], doc.ends[name.j - 1]
        return all(edge in CELL_EDGES for edge in (doc.text[max(0, start - 1) : start], doc.text[end : end + 1]))

    def _in_list(self, around: Around) -> bool:
        """Whether the name stands in a list of places."""
        after, i = around.after, around.name.i
        listed = not after or not after[0].isalpha() or after in ("and", "or", "as", "were", "was", "have", "where")
        return listed and not self.flags[i] & FORENAME and self._announced(i, around.sentence)

    def _ends(self, around: Around) -> bool:
        """Whether the name ends here: no noun follows that it may describe."""
        after, j = around.after, around.name.j
        return (
            not after
            or not after[0].isalpha()
            or bool(self.flags[j] & COMMON)
            or after.endswith(("ed", "ly", "ing"))
            or around.name.row is not None
            or self.doc.raw[j] in ("’s", "'s")
        )

    def _with_article(self, around: Around) -> str | None:
        """A name that no gazetteer has, behind "the": "on the Esplanade", "in the Gorbals"."""
        i, before, flags, word = around.name.i, around.before, self.flags[around.name.i], self.doc.low[around.name.i]
        if around.name.j - i > 1 or not self._ends(around):
            return None
        street = flags & STREET or (word.endswith("way") and len(word) > 6)  # "the Kingsway"
        if street and before in IN | AT | {"on", "of", "to"}:
            return "street"
        hills = not flags and self.doc.raw[i][-1] == "s" and before in IN and around.after not in LOOSE_NEAR
        return "preposition" if hills else None

    def _no_place(self, around: Around) -> bool:
        """Whether a name of no gazetteer is a bare common word, somebody, or a means: "Centre", "via WhatsApp"."""
        name, before = around.name, around.before
        if name.row is not None:
            return False
        if name.j - name.i == 1 and self.flags[name.i] & PLACE:
            return True
        return self._somebody(name, before, around.after) or (
            before == "via" and not self._moves(name.i, around.sentence))

    def _placed_by(self, around: Around) -> str | None:
        """The rule of the word before the name, a preposition as a rule."""
        name, sentence, before, after, _, at = around
        raw, low, i = self.doc.raw, self.doc.low, name.i
        if before in IN:
            return None if not name.row and self._amount_before(at, sentence) else "preposition"
        if before in PATROLLED and raw[i - 1][0].islower():
            return "visited"
        if before == ",":
            return self._set_off(i, after, sentence)
        if before in AT:
            return "preposition" if before in SURE or name.row else None
        if before in VILLAGES or (before == "for" and i > 1 and low[at - 1] in BOUND):
            return "preposition"
        if before == "to" and self._moves(i, sentence):
            return "motion"
        if before == "of" and low[at - 1] == "out":
            return "preposition"  # "stolen out of Puyallup"
        if before == "of":
            goods = name.row is None and name.j - i == 1 and low[i] in plain_words()  # "one kilo (2 lb) of Fentanyl"
            return None if goods else self._of(at, sentence)
        if before == "and" and i - 2 >= sentence.i and "between" in low[max(sentence.i, i - 6) : i]:
            return "between"
        return None

    def _set_off(self, i: int, after: str, sentence: Sentence) -> str | None:
        """A name behind a comma, after a person's age or a word for a town."""
        raw, low = self.doc.raw, self.doc.low
        if i - 3 > sentence.i and raw[i - 2].isdigit() and len(raw[i - 2]) == 2 and raw[i - 3] in (",", "("):
            return "residence"  # "Vance, 31, Burnside"
        if i - 2 > sentence.i and low[i - 2] in SETTLEMENTS and (after in (",", ".", ";") or not after):
            return "apposition"  # "the county's biggest town, Larkby,"
        return None

    def _amount_before(self, at: int, sentence: Sentence) -> bool:
        """Whether a sum of money stands right before "in": "$18 Million in Earrings"."""
        value = self.doc.value_at.get(at - 1) if at > sentence.i else None
        return value is not None and value.kind == "money"

    def _moves(self, i: int, sentence: Sentence) -> bool:
        """Whether a word of motion, or "from", stands in the few words before token i."""
        low = self.doc.low
        return any(MOTION.match(low[k]) or low[k] == "from" for k in range(max(sentence.i, i - 9), i - 1))

    def _headline_word(self, at: int, sentence: Sentence) -> bool:
        """Whether the preposition at token ``at`` has a headline's capital: inside a sentence, after a word."""
        raw = self.doc.raw
        return at > sentence.i and raw[at][0].isupper() and raw[at][1:].islower() and raw[at - 1][-1].isalnum()

    def _somebody(self, name: Name, before: str, after: str) -> bool:
        """Whether an open name after a preposition is a person, firm or house: "from Vance", "to Kestrel Dairy in"."""
        if name.row is not None:
            return False
        flags, doc, single = self.flags, self.doc, name.j - name.i == 1
        if single and before in ("from", "between", "behind", "past", "at") and flags[name.i] & (SURNAME | FORENAME):
            return True
        behind = doc.raw[name.j + 1] if name.j + 1 < len(doc.raw) else "."
        if not single and before in AT | {"to", "into"}:
            housed = after in ("in", "on", "at") and behind[0].isupper()  # "to Kestrel Dairy in Larkfield"
            townlike = any(flags[k] & (PLACE | BEFORE | DIRECTION) for k in range(name.i, name.j))
            return (housed or before in AT) and not townlike
        return before == "at" and after == "'s"

    def _announced(self, i: int, sentence: Sentence) -> bool:
        """Whether words that announce places lead to token i: "towns including X", "areas: X", or a list's "at:"."""
        low = self.doc.low
        at = i - 1
        if at < sentence.i:  # a list's entry
            if sentence.kind != "item" or sentence.intro is None:
                return False
            intro = self.doc.sentences[sentence.intro]
            last = intro.j - 1 - (low[intro.j - 1] == ":")
            return last > intro.i and (low[last] in ("in", "at", "from") or low[last] in PLACE_NOUNS)
        if low[at] == "as" and low[at - 1] == "such":
            at -= 1
        elif low[at] not in (":", "including", "like", "namely", "included", "include", "were", "are", "visited"):
            return False
        at -= low[at] in ("were", "are") and low[at - 1] in COVERED  # "Some of the areas covered were X"
        gap = 1 if low[at] in ("were", "are", "visited", *COVERED) else 3
        return any(low[k] in PLACE_NOUNS for k in range(max(sentence.i, at - gap), at))

    def _of(self, at: int, sentence: Sentence) -> str | None:
        """A name after "of" (token ``at``): after a person and age, or "the town of", "the streets of"."""
        doc, low = self.doc, self.doc.low
        before = at - 1
        if before < sentence.i:
            return None
        if self.flags[before] & OF_NEAR:
            return "of"
        if before > sentence.i and low[before - 1] in OF_STATUTES:
            return None  # "under section 23 of The Misuse of Drugs Act"
        if doc.raw[before] in (",", ")") or doc.raw[before].isdigit():
            if doc.raw[before] == "," and low[before - 1] in person_words():
                return "residence"  # "The suspect, of Larkfield,"
            return (
                "residence"
                if any(
                    doc.raw[k].isdigit() or low[k] in ("formerly", "both", "all", "previously")
                    for k in range(max(sentence.i, before - 3), before + 1)
                )
                else None
            )
        if low[before] in ("both", "all", "formerly", "late", "originally", "each"):
            return "residence"
        return "residence" if any(name.j == at for name in self.names.persons) else None

    def _person_after(self, j: int) -> bool:
        """Whether a bracketed or set-off age follows, as after a person: "Vance, 30,"."""
        raw = self.doc.raw
        return (
            j + 2 < len(raw)
            and raw[j] in (",", "(")
            and raw[j + 1].isdigit()
            and len(raw[j + 1]) == 2
            and raw[j + 2] in (",", ")")
        )

    def _before_state(self, name: Name, sentence: Sentence) -> bool:
        """Whether the name stands before a state, county or country: "Larkfield, Oregon"."""
        j = name.j
        if j + 1 >= sentence.j or self.doc.raw[j] not in (",", "("):
            return False
        row = self.names.vocab.places.at(self.doc.low, j + 1, sentence.j)
        if row is None or not self.doc.raw[j + 1][0].isupper():
            return False
        kind, end = row[1]["kind"], row[0]
        if end < sentence.j and self.doc.raw[end][0].isupper() and self.flags[end] & (HOLDER | BODY | TOPIC):
            return False  # "Vance, Kestrel County Supervisor"
        shown = self.doc.raw[j + 1].isupper() or (end < sentence.j and self.doc.raw[end] == ";")
        if kind == "postal" and not (shown and self.doc.raw[j] == ","):
            return False
        return kind in ("state", "abbreviation", "postal") or (
            kind in ("country", "county") and not self._list_of_places(name)
        )

    def _list_of_places(self, name: Name) -> bool:
        return bool(name.i and self.doc.low[name.i - 1] in (",", ":", ";", "("))
