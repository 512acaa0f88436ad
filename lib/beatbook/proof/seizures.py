"""Proof of what was seized: amounts, worth, calibre, suspicion, the thing's name and its class."""

import re

from beatbook.lexicons import matcher, rows
from beatbook.proof.counts import count, modifier
from beatbook.proof.evidence import Reading, Text, plain, stems
from beatbook.records import Fact

COUNTED = frozenset("item round plant wrap tablet".split())
SUSPICION = frozenset(
    "looked suspected suspect suspicious believed beleived thought alleged allegedly appeared appears appear apparent "
    "apparently purported presumptive presumptively presumed probable likely possible possibly substance "
    "tested".split()
)


def quantity(text: Text, fact: Fact, reading: Reading, value: float) -> str:
    """A number of things, or an amount in its unit."""
    unit = fact.slots.get("unit")
    if unit in COUNTED or unit is None:
        return count(text, fact, reading, value)
    measures = [v for v in reading.values if v.kind == "measure"]
    if any(value in (v.number, v.maximum) and v.unit == unit for v in measures):
        return ""
    if not measures and any(value in (v.number, v.maximum) and v.unit == unit for v in text.before(reading).values):
        return ""
    counts = [v.number for v in reading.values if v.kind == "number" and v.number is not None]
    units = [v.number for v in measures if v.unit == unit and v.number is not None]
    if units and (value in counts or any(abs(n * m - value) < 1e-6 for n in counts for m in units)):
        return ""  # "14 pounds of cannabis and four of cocaine", "six blocks weighing a kilo each"
    return f"the span gives no {plain(value)} {unit}"


def money(text: Text, fact: Fact, reading: Reading, value: float) -> str:
    """What something is worth, in its currency."""
    currency = fact.slots.get("currency")
    own = [(n, v.unit) for v in reading.values if v.kind == "money" for n in (v.number, v.maximum)]
    if (value, currency) in (own or text.money):  # "The crop is worth …" may follow
        return ""
    return f"the span gives no amount of {plain(value)} {currency or ''}".rstrip()


def value_modifier(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """What makes a worth approximate or a limit; the amount may be told elsewhere."""
    if value != "exact" and not any(v.kind == "money" for v in reading.values):
        amount = fact.slots.get("value")
        if (amount, value) in text.hedged:
            return ""  # "The crop is thought to be worth up to £267,000"
    return modifier(text, fact, reading, value)


def calibre(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """A calibre, spaces and hyphens aside."""
    def squeeze(words: str) -> str:
        return re.sub(r"[\s-]", "", words.lower())

    return "" if squeeze(value) in squeeze(reading.text) else f"the span gives no calibre {value}"


def certainty(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """That a thing is only suspected: by a word of its sentence, or of the words that introduce its list."""
    if value == "confirmed":
        return ""
    sentence = text.doc.sentence_of(reading.i)
    words = reading.words | frozenset(text.doc.low[sentence.i : sentence.j])
    if sentence.intro is not None:
        intro = text.doc.sentences[sentence.intro]
        words |= frozenset(text.doc.low[intro.i : intro.j])
    return "" if words & SUSPICION else "no word of the sentence suspects it"


def item(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """The name of a thing, or a word that the lexicons list under it."""
    wanted = stems(value)
    if wanted <= reading.stems or _lexical(reading, value):
        return ""
    if value == "cash" and any(v.kind == "money" for v in reading.values):
        return ""
    if value == "firearm" and fact.slots.get("calibre"):
        return ""  # "a loaded .22" names a firearm by its calibre
    before = text.before(reading)
    if wanted <= before.stems or _lexical(before, value):
        return ""  # "31 of them", "the Class A drug"
    return f"neither the span nor the text before it names {value}"


def _lexical(reading: Reading, value: str) -> bool:
    """Whether a word of the span is listed under that name: "skunk" for cannabis, "ammunition" for round."""
    wanted = value.lower()
    for name in ("drugs", "things"):
        for term in matcher(name).find(reading.doc.low, reading.i, reading.j).values():
            if wanted in (term.row["item"].lower(), term.row["term"].lower()) or (name, wanted) == ("drugs", "drugs"):
                return True
    return False


def drug_class(text: Text, fact: Fact, reading: Reading, value: str) -> str:
    """The class of a drug: by the text, or in Great Britain by the Act."""
    name = (fact.slots.get("item") or "").lower()
    if text.doc.country == "GB" and any(
        row["drug_class"] == value and row["item"].lower() == name for row in rows("drugs")
    ):
        return ""
    return "" if text.classed(value, reading) else f"neither the text nor the Act makes {name} class {value}"
