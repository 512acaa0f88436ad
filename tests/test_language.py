"""Lines, sentences, tokens and values: what every family stands on."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beatbook.language import values as values_module
from beatbook.language.document import Doc
from beatbook.language.layout import lines
from beatbook.language.sentences import ABBREVIATIONS, STARTERS, sentences
from beatbook.language.tokens import tokenize
from beatbook.records import Release


def values(text, country="GB", published="2024-05-05"):
    doc = Doc(Release(text, "x", country, published))
    return [(value.kind, doc.words(value.i, value.j), value) for sentence in doc.sentences for value in sentence.values]


def only(text, country="GB"):
    found = values(text, country)
    assert len(found) == 1, found
    return found[0][2]


NUMBERS = [
    ("digits", "1,106 sweeps", 1106, None, "exact"),
    ("word", "Fourteen sweeps", 14, None, "exact"),
    ("hyphenated word", "twenty-two cartridges", 22, None, "exact"),
    ("hundreds in words", "one hundred and fifty plants", 150, None, "exact"),
    ("scale", "1.5 million cigarettes", 1_500_000, None, "exact"),
    ("scale letter", "5m cigarettes", 5_000_000, None, "exact"),
    ("dozen", "over a dozen knives", 12, None, "min"),
    ("dozens counted", "two dozen phones", 24, None, "exact"),
    ("half a dozen", "half a dozen phones", 6, None, "exact"),
    ("pair", "a pair of gloves", 2, None, "exact"),
    ("plus", "30-plus phones", 30, None, "min"),
    ("plus sign", "3,500+ tablets", 3500, None, "min"),
    ("thousands by blanks", "3 400 cigarettes", 3400, None, "exact"),
    ("thousands by blanks in a list", "Results:\n- 2 815 pistols", 2815, None, "exact"),
    ("half-dozen", "a half-dozen rifles", 6, None, "exact"),
    ("a quarter of a million", "nearly a quarter of a million cigarettes", 250_000, None, "max"),
    ("three quarters of a million", "three quarters of a million pills", 750_000, None, "exact"),
    ("three-quarters as one word", "three-quarters of a million pills", 750_000, None, "exact"),
    ("a quarter of a million without its article", "Quarter of a million cigarettes", 250_000, None, "exact"),
    ("one quarter of a million", "one quarter of a million pills", 250_000, None, "exact"),
    ("half-a-million as one word", "nearly half-a-million cigarettes", 500_000, None, "max"),
    ("half-a-dozen as one word", "half-a-dozen knives", 6, None, "exact"),
    ("a quarter-million", "a quarter-million pills", 250_000, None, "exact"),
    ("one half of what is no number", "one half of the gang", 1, None, "exact"),
    ("upward of", "upward of 9,000 pills", 9000, None, "min"),
    ("a little under", "a little under 300 plants", 300, None, "max"),
    ("thousands by no-break blanks", "1\u00a0240 pills", 1240, None, "exact"),
    ("range", "20 to 30 bags", 20, 30, "exact"),
    ("between", "between 20 and 25 bags", 20, 25, "exact"),
    ("nearly", "nearly 40 officers", 40, None, "max"),
    ("estimated", "an estimated 500 plants", 500, None, "approx"),
    ("more than", "more than 900 searches", 900, None, "min"),
    ("or so", "40 or so phones", 40, None, "approx"),
]


@pytest.mark.parametrize(("label", "text", "number", "maximum", "modifier"), NUMBERS, ids=[c[0] for c in NUMBERS])
def test_counts(label, text, number, maximum, modifier):
    value = only(text)
    assert (value.kind, value.number, value.maximum, value.modifier) == ("number", number, maximum, modifier)


MONEY = [
    ("pounds", "£20,000", "GB", 20000, None, "GBP"),
    ("millions by letter", "£1.2m", "GB", 1_200_000, None, "GBP"),
    ("capital letter", "$1.9M", "US", 1_900_000, None, "USD"),
    ("thousands by letter", "£23k", "GB", 23000, None, "GBP"),
    ("the country's dollar", "$14.9 million", "HK", 14_900_000, None, "HKD"),
    ("a named dollar", "US$12,000", "AU", 12000, None, "USD"),
    ("rand with blanks", "R5 000", "ZA", 5000, None, "ZAR"),
    ("kwacha written on", "K50,000", "ZM", 50_000, None, "ZMW"),
    ("any currency's code written on", "UGX50,000", "UG", 50_000, None, "UGX"),
    ("crore", "Rs 2.5 crore", "IN", 25_000_000, None, "INR"),
    ("Indian grouping", "₹1,25,000", "IN", 125_000, None, "INR"),
    ("pesos", "P6,800", "PH", 6800, None, "PHP"),
    ("shillings", "Sh20,000", "KE", 20000, None, "KES"),
    ("naira", "₦1.5 million", "NG", 1_500_000, None, "NGN"),
    ("code before", "EUR 20,000", None, 20000, None, "EUR"),
    ("word behind", "20,000 euros", "GB", 20000, None, "EUR"),
    ("range", "£2,000 to £3,000", "GB", 2000, 3000, "GBP"),
    ("range with one scale", "$2-3 million", "US", 2_000_000, 3_000_000, "USD"),
    ("range in thousands", "£40-50k", "GB", 40000, 50000, "GBP"),
    ("another nation's dollar behind", "$11,000 US", "CA", 11000, None, "USD"),
    ("its word before the dollar", "4,000 Australian dollars", "GB", 4000, None, "AUD"),
    ("another nation's peso", "300,000 Mexican pesos", "US", 300_000, None, "MXN"),
    ("a reward of the Marshals", "$5,000 US Marshals reward", "CA", 5000, None, "CAD"),
    ("cedis", "GH¢ 18,640", "GH", 18640, None, "GHS"),
    ("half a million pounds", "half a million pounds.", "GB", 500_000, None, "GBP"),
    ("half-a-million pounds", "half-a-million pounds was seized", "GB", 500_000, None, "GBP"),
    ("half-a-million dollars", "half-a-million dollars", "US", 500_000, None, "USD"),
    ("thousands of pounds in words", "around seven thousand pounds.", "GB", 7000, None, "GBP"),
    ("sterling in words", "10,000 pounds in cash", "GB", 10000, None, "GBP"),
]


@pytest.mark.parametrize(
    ("label", "text", "country", "number", "maximum", "currency"), MONEY, ids=[c[0] for c in MONEY])
def test_money(label, text, country, number, maximum, currency):
    value = only(text, country)
    assert (value.kind, value.number, value.maximum, value.unit) == ("money", number, maximum, currency)


MEASURES = [
    ("written on", "1.2kg", 1.2, None, "kg"),
    ("half a kilo", "half a kilo", 0.5, None, "kg"),
    ("and a half", "a kilo and a half of cannabis", 1.5, None, "kg"),
    ("an ounce", "around an ounce", 1, None, "oz"),
    ("a quarter", "a quarter of an ounce", 0.25, None, "oz"),
    ("range", "4-5 pounds of drugs", 4, 5, "lb"),
    ("abbreviation with a stop", "12 lbs. of meth", 12, None, "lb"),
    ("decimal comma", "2,5kg of meth", 2.5, None, "kg"),
    ("slashed fraction", "1/4 lb of meth", 0.25, None, "lb"),
    ("quarter pound", "a quarter-pound of meth", 0.25, None, "lb"),
    ("tonnes", "4.2 tonnes", 4.2, None, "tonne"),
    ("pounds by the thousand", "two thousand pounds of cannabis", 2000, None, "lb"),
]


@pytest.mark.parametrize(("label", "text", "number", "maximum", "unit"), MEASURES, ids=[c[0] for c in MEASURES])
def test_measures(label, text, number, maximum, unit):
    value = only(text, "US")
    assert (value.kind, value.number, value.maximum, value.unit) == ("measure", number, maximum, unit)


AGES = [
    ("hyphens", "A 24-year-old man", ("24",)),
    ("blanks", "A 24 year old man", ("24",)),
    ("aged list", "Two men, aged 24, 31 and 55, were held", ("24", "31", "55")),
    ("aged between", "men aged between 18 and 44", ("18-44",)),
    ("decade", "a man in his late 30s", ("30s",)),
    ("decade in words", "a man in his eighties", ("80s",)),
    ("after a name", "Wendell Acosta, 44, of Henderson", ("44",)),
    ("in brackets", "Nazeem Abrahams (33) was sentenced", ("33",)),
    ("after a noun", "The boys, 15 and 16, were arrested", ("15", "16")),
    ("a woman of", "a woman of 29 was held", ("29",)),
    ("a boy of about", "a boy of about nine was found", ("9",)),
    ("between the ages", "people between the ages of 17 and 34", ("17-34",)),
    ("both", "two girls, both 15, were held", ("15",)),
    ("a relative", "Her husband, 44, was held", ("44",)),
    ("and over", "anyone aged 18 and over", ("18+",)),
]


@pytest.mark.parametrize(("label", "text", "ages"), AGES, ids=[c[0] for c in AGES])
def test_ages(label, text, ages):
    found = [value.ages for kind, _, value in values(text) if kind == "age"]
    assert found == [ages]


NO_COUNTS = [
    ("phone", "call 020 7230 1212"),
    ("short phone", "ring 101"),
    ("phone by threes", "on 0800 555 111"),
    ("mobile phone", "Call +61 400 123 456"),
    ("US phone by blanks", "call 416 808 2222"),
    ("US phone", "Call (315) 555-0139"),
    ("lettered phone", "on 1-877-WANTED2"),
    ("time", "at 8.15pm"),
    ("24-hour time", "at 22:40hrs"),
    ("military time", "until 0600 hours"),
    ("calibre", "a .38 revolver"),
    ("bore", "a 12-bore shotgun"),
    ("section", "a Section 5 firearm"),
    ("reference", "quoting 4471/16FEB"),
    ("year", "in 2019"),
    ("model year", "a 2011 Nissan Altima"),
    ("road in South Africa", "along the R300"),
    ("percent", "five per cent"),
    ("a pistol's model", "a SIG P226 pistol"),
    ("a road in South Africa", "on the N1"),
    ("length", "an 18-inch machete"),
]


@pytest.mark.parametrize(("label", "text"), NO_COUNTS, ids=[c[0] for c in NO_COUNTS])
def test_figures_that_count_nothing(label, text):
    """Phone numbers, times, calibres, statutes and the like are never read as counts, amounts or ages."""
    assert {kind for kind, _, _ in values(text)} & {"number", "measure", "money", "age"} == set()


LAYOUTS = [
    ("bullets", "Seized were:\n• a gun\n• a knife", ["prose", "item", "item"]),
    ("no bullets", "Officers seized:\n\nA gun\n\nA knife\n\nThe operation ran for a week.",
     ["prose", "item", "item", "prose"]),
    ("semicolon bullets", "Seized were:\n; a gun\n; a knife", ["prose", "item", "item"]),
    ("wrapped lines", "Officers searched a house in the middle of the town on Tuesday and\nfound a gun there.",
     ["prose"]),
    ("heading", "WEAPONS\nA total of 63 weapons were recovered.", ["heading", "prose"]),
    ("table", "Firearms\t6\nKnives\t12", ["row", "row"]),
    ("dashes in prose", "He ran - and fell.", ["prose"]),
]


@pytest.mark.parametrize(("label", "text", "kinds"), LAYOUTS, ids=[c[0] for c in LAYOUTS])
def test_layout(label, text, kinds):
    assert [line.kind for line in lines(text)] == kinds


def test_items_know_their_introduction():
    """A list item remembers the clause that introduces it, so that it can inherit the verb."""
    doc = Doc(Release("Officers seized items including:\n\nA gun\n\nFour knives", "x"))
    assert [sentence.intro for sentence in doc.sentences] == [None, 0, 0]


@pytest.mark.parametrize("text", [
    "He was held. | She was not.", "Det. Insp. Ann Lee spoke.", "It began at 5 p.m. | They left.",
    "It began at 5 p.m. on Friday.", "J. Bach fled.", "He had £5. | Then he ran.", "See No. 7. it says.",
    "“Stay safe.” | said Inspector Lee.", "“Mr. Lee is safe.” | He left.", "(It is over.) | He left.",
    "Why? | Because.", "Stop!” | he said.", "We waited... and waited.", "It ended ... | They left.",
    "It is Alzheimer’s. | Now we know.", "He was jailed . ” | Then he left.", "In the U.S. officers ran.",
    "He lives at 12 High St. with her.", "Smith v. Jones.", "“All clear”!!! | Home.",
])
def test_where_sentences_end(text):
    parts = text.split(" | ")
    line = " ".join(parts)
    assert [line[a:b] for a, b in sentences(line, 0, len(line))] == parts


@pytest.mark.parametrize("size", [25, 400, 5000])
def test_a_number_longer_than_any_amount_is_none(size):
    """A count of 400 digits is no number that Python's floats hold."""
    assert [kind for kind, _, _ in values(f"Officers seized {'9' * size} guns and £{'9' * size}.")] == []


def test_sentences_end_where_punkt_ends_them(project):
    """NLTK's Punkt with the same lists decides alike, but for an abbreviation behind an opening quotation mark."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types, parameters.sent_starters = set(ABBREVIATIONS), set(STARTERS)
    punkt = PunktSentenceTokenizer(parameters)
    compared = 0
    for file in sorted((project / "data" / "sample").glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip() and not re.search(r"[“‘][A-Z][a-z]+\.", line):
                ours = [line[a:b].strip() for a, b in sentences(line, 0, len(line))]
                assert ours == [sentence.strip() for sentence in punkt.tokenize(line)]
                compared += len(ours)
    assert compared > 300


def test_sentences_break_after_stops_only():
    """Ranks, months and initials do not end a sentence; a closing quotation mark stays with its sentence."""
    text = ("Det. Insp. A. Reed spoke on Nov. 13. Sgt. Doe of St. Ives agreed. “We are pleased.” He left at 5 p.m. "
            "They seized $1.2 million.")
    doc = Doc(Release(text, "x", "US"))
    assert [doc.text[s.start:s.end] for s in doc.sentences] == [
        "Det. Insp. A. Reed spoke on Nov. 13.", "Sgt. Doe of St. Ives agreed.", "“We are pleased.”",
        "He left at 5 p.m.", "They seized $1.2 million."]


def test_quotations_over_paragraphs():
    """Each paragraph of a long quote is quoted; a foot mark or an apostrophe opens and closes nothing."""
    doc = Doc(Release('She said: “First.\n\n“Second, it’s late.”\n\nA 6" blade. ‘They’re here,’ he said.', "x"))
    assert [doc.text[a:b] for a, b in doc.quotations] == ["First.", "Second, it’s late.", "They’re here,"]


@given(st.text(max_size=400))
def test_any_text_gives_ordered_tokens_and_spans(text):
    """Whatever comes in: tokens are verbatim and in order, sentences do not overlap, values lie inside them."""
    words, starts, ends = tokenize(text)
    assert all(text[a:b] == w for w, a, b in zip(words, starts, ends, strict=True))
    doc = Doc(Release(text, "x", "GB", "2024-05-05"))
    at = 0
    for sentence in doc.sentences:
        assert at <= sentence.start < sentence.end <= len(text)
        assert sentence.i < sentence.j
        at = sentence.end
        token = sentence.i
        for value in sentence.values:
            assert token <= value.i <= value.at < value.j <= sentence.j
            token = value.j


def test_a_number_taken_at_once_for_a_count_is_one(project, monkeypatch):
    """The short way for "two men" gives what asking every reader gives, in all texts of the benchmark."""
    texts = [json.loads(file.read_text(encoding="utf-8")) for file in
             sorted((project / "data" / "benchmark").glob("*/*.json"))]

    def read():
        docs = (Doc(Release(one["text"], "x", one["country"], one["published"])) for one in texts)
        return [sentence.values for doc in docs for sentence in doc.sentences]

    short = read()
    monkeypatch.setattr(values_module, "_only_counts", lambda *_: False)
    assert read() == short
    assert sum(map(len, short)) > 3000
