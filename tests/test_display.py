"""What is shown of a record: marks that nest, nothing unescaped, plain text beside; its summary and redaction."""

import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_records import WEEK, made, people, thing

from beatbook import display, markup, phrases
from beatbook.privacy.redaction import redact
from beatbook.records import FAMILIES, Fact, Record, Release
from beatbook.summary import key_figures, summary


class _Reader(HTMLParser):
    """The text of a piece of HTML without the links of facts, its tags, and whether they nest."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags, self.open, self.skip = "", [], [], 0
        self.feed(html)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)
        self.skip += tag == "a"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, "tags do not nest"
        self.skip -= tag == "a"

    def handle_data(self, data):
        if not self.skip:
            self.text += data


def spans(text, *places, family="seizures"):
    slots = {"category": "other", "item": "thing"}
    return Record(Release(text, "x"), {family: [Fact(family, slots, start, end, "r") for start, end in places]})


@pytest.mark.parametrize("places", [
    [(0, 3)], [(0, 10), (2, 5)], [(0, 5), (3, 8)], [(0, 5), (0, 5)], [(0, 5), (5, 8)], [(0, 8), (2, 6), (4, 10)],
    [(3, 4), (0, 10), (2, 9), (8, 10)], [(0, 10), (0, 3), (3, 10)], [],
], ids=str)
def test_marks_nest_and_keep_the_text(places):
    text = "ab<cd>&\"'x"
    read = _Reader(markup.highlighted(spans(text, *places)))
    assert read.text == text
    ids = [attributes["id"] for tag, attributes in read.tags if tag == "mark" and "id" in attributes]
    assert sorted(ids) == [f"text-seizures-{at}" for at in range(1, len(places) + 1)], "each fact is marked once"
    links = [attributes["href"] for tag, attributes in read.tags if tag == "a"]
    assert sorted(links) == [f"#seizures-{at}" for at in range(1, len(places) + 1)]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 35), st.integers(0, 35)), max_size=8))
def test_any_text_with_any_spans(text, places):
    """Spans in any relation, also ones that lie outside the text: the text stays, and the tags nest."""
    read = _Reader(markup.highlighted(spans(text, *places)))
    # The parser drops what HTML cannot hold; the text is compared without it.
    assert read.text.replace("\0", "") == text.replace("\0", "") or "\r" in text
    assert {tag for tag, _ in read.tags} <= {"mark", "a"}


def test_marks_tell_slots_and_rule():
    html = markup.highlighted(WEEK)
    assert 'title="seizures · category: imitation_firearm · item: blank firearm · quantity: 4 · unit: item · ' in html
    assert "certainty: suspected · rule: by hand" in html
    assert "modifier: exact" not in html, "what is left at its default is not told"


def test_unclaimed_figures_are_marked():
    record = made("Seven knives and 9 guns.")
    record.unclaimed.append({"kind": "number", "text": "9", "start": 17, "end": 18, "reason": "no group"})
    record.unclaimed.append({"kind": "term", "text": "guns", "start": 19, "end": 23})
    html = markup.highlighted(record)
    assert '<mark class="fact unclaimed" title="unclaimed number: no group">9</mark>' in html
    assert "<mark" not in html.split("</mark>")[1], "words are listed, not marked"
    assert "Unclaimed figures" in markup.legend(record)


def test_short_names_of_families_are_unique():
    assert len({markup.mark(family) for family in FAMILIES}) == len(FAMILIES) == len(markup.NAMES)


HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)> & \'quotes\' "double" <b onclick=y>'


def hostile():
    record = made(
        f"{HOSTILE} knife arrested Op talk place 101 aim", id=HOSTILE,
        seizures=[thing("knife", "blade", HOSTILE, 1.0, calibre=HOSTILE)],
        outcomes=[people("arrested", "arrested", 2, of_count=9, offences=[HOSTILE], names=[HOSTILE], ages=[HOSTILE])],
        operations=[{"evidence": "Op", "name": HOSTILE, "agencies": [HOSTILE]}],
        quotes=[{"evidence": "talk", "speaker": HOSTILE, "role": HOSTILE, "text": HOSTILE}],
        places=[{"evidence": "place", "name": HOSTILE}], aims=[{"evidence": "aim", "text": HOSTILE}],
        contacts=[{"evidence": "101", "organisation": HOSTILE, "kind": "phone", "value": HOSTILE}],
    )
    record.release.title = record.release.publisher = record.release.url = record.release.source = HOSTILE
    record.checks.append({"kind": HOSTILE, "message": HOSTILE, "start": 0, "end": 20, "other_start": 3, "other_end": 9})
    record.unclaimed.append({"kind": "number", "text": HOSTILE, "start": 0, "end": 9, "reason": HOSTILE})
    for facts in record.facts.values():
        for fact in facts:
            fact.rule = HOSTILE
    return record


def everything(record, title=""):
    yield display.masthead(record)
    yield display.masthead(record, title)
    yield display.text(record)
    for family in FAMILIES:
        yield display.facts(record, family)
    yield from (display.quotes(record), display.checks(record), display.unclaimed(record))
    yield display.provenance(record, source="a.txt", title=title, redact=False)
    yield display.table(pd.DataFrame({"t": [title, None], "n": [1.5, float("nan")], "l": [[title], []]}), title)


def test_whatever_a_document_holds_is_text():
    for shown in everything(hostile(), HOSTILE):
        read = _Reader(shown.html)
        assert not {tag for tag, _ in read.tags} & {"script", "img", "b", "iframe", "style"}
        for tag, attributes in read.tags:
            assert not any(name.startswith("on") for name in attributes), (tag, attributes)
            assert attributes.get("href", "#").startswith(("#", "data:text/csv;base64,"))


def test_everything_shows_in_plain_text_too():
    for shown in everything(WEEK):
        assert "<" not in repr(shown)
        data, _ = shown._repr_mimebundle_()
        assert set(data) == {"text/html", "text/plain"}
    assert repr(display.facts(WEEK, "seizures")).splitlines()[0] == "Seizures · 7 facts"
    assert "Jo Field, Inspector: We will go on." in repr(display.quotes(WEEK))


@pytest.mark.parametrize("record", [WEEK, hostile()], ids=["week", "hostile"])
def test_styles_are_added_to_tags_alone(record):
    """What JupyterLab is given differs from the plain HTML by style attributes and by nothing else."""
    for shown in everything(record, HOSTILE):
        styled = shown._repr_html_()
        assert re.sub(r' style="[^"<>]*"', "", styled) == shown.html
    assert "rgba(0, 114, 178" in display.text(WEEK)._repr_html_()


def test_every_family_has_its_looks():
    assert set(markup.LOOKS) == set(markup.NAMES) == set(FAMILIES)
    assert len(set(markup.LOOKS.values())) == len(markup.LOOKS)


def test_tables_are_accessible():
    """Captions, scoped heads, rows that lead to their words, and no column that nobody fills."""
    html = display.facts(WEEK, "outcomes").html
    assert "<caption>Outcomes · 4 facts</caption>" in html
    assert '<th scope="col">What happened</th>' in html and '<th scope="col">Sentence</th>' not in html
    assert '<tr id="outcomes-2"><th scope="row"><a href="#text-outcomes-2">Ou2</a></th>' in html
    assert '<td data-label="Who">12 of 17 people</td>' in html
    assert '<td data-label="Who">Al Brook; Cy Dunn (24, 31)</td>' in html


@pytest.mark.parametrize("family", FAMILIES)
def test_families_without_facts_say_so(family):
    assert "none" in repr(display.facts(made("Nothing."), family))


def test_an_unknown_family_is_refused():
    with pytest.raises(KeyError):
        display.facts(WEEK, "weapons")


@pytest.mark.parametrize(("text", "start", "end", "expected"), [
    ("one two three", 4, 7, "one two three"),
    ("line\nten men here\nline", 5, 8, "ten men here"),
    ("word " * 30 + "NOW " + "word " * 30, 150, 153, "… " + "word " * 11 + "NOW" + " word" * 11 + " …"),
], ids=["short", "line", "long"])
def test_words_around_a_span(text, start, end, expected):
    assert display.around(text, start, end) == expected


def test_figures_show_their_alt_text(capsys):
    from beatbook import figures
    from beatbook.tables import tables

    ax = figures.seized(tables(WEEK)["seizures"])
    data, metadata = display._Picture(ax)._repr_mimebundle_()
    assert set(data) == {"image/png", "text/plain"}
    assert metadata["image/png"]["alt"] == figures.alt(ax) == data["text/plain"]
    assert 300 < metadata["image/png"]["width"] < 700


# The summary ----------------------------------------------------------------------------------------------------------

BARE = "A release of 30 November 2022: "
SUMMARIES = [
    ("the week", WEEK,
     "A week-long operation from 21 to 27 November 2022 by the Met: 17 people arrested, of whom 12 were charged, "
     "recalled to prison or appeared in court; one man remanded in custody; seized three firearms, four suspected "
     "blank firearms, four rounds of ammunition, class A drugs, class B drugs and cannabis said to be worth about "
     "£20,000."),
    ("nothing", made("x", published=None), "A release: no arrest, charge or seizure is stated."),
    ("only what police did",
     made("ten warrants", activities=[{"evidence": "ten warrants", "tactic": "warrant", "count": 10}]),
     BARE + "ten warrants reported."),
    ("one thing", made("a knife", seizures=[thing("a knife", "blade", "knife", 1)]), BARE + "one knife seized."),
    ("a total and its parts",
     made("9 guns: 2 rifles", seizures=[
         thing("9 guns", "firearm", "gun", 9), thing("2 rifles", "firearm", "rifle", 2, role="part")]),
     BARE + "nine guns seized."),
    ("groups of the same status",
     made("a man and two women held", outcomes=[
         people("a man", "arrested", 1, who="man"), people("two women", "arrested", 2, who="woman")]),
     BARE + "one man and two women arrested."),
    ("a group that holds the others",
     made("9 charged, among them Al Brook, Cy Dunn", outcomes=[
         people("9 charged", "charged", 9), people("Al Brook", "charged", 1, names=["Al Brook"]),
         people("Cy Dunn", "charged", 1, names=["Cy Dunn"])]),
     BARE + "nine people charged."),
    ("persons who are named one by one, one of them twice",
     made("Al Brook, Cy Dunn, Brook again, a man", outcomes=[
         people("Al Brook", "charged", 1, names=["Al Brook"]), people("Cy Dunn", "charged", 1, names=["Cy Dunn"]),
         people("Brook again", "charged", 1, names=["Al Brook"]), people("a man", "charged", 1)]),
     BARE + "three people charged."),
    ("parts of the same status are told by offence",
     made("26 held, seven for theft", outcomes=[
         people("26 held", "arrested", 26), people("seven for theft", "arrested", 7, of_count=26, offences=["theft"])]),
     BARE + "26 people arrested, of whom seven for theft."),
    ("named operation",
     made("Operation Ox on 2 May", operations=[{
         "evidence": "Operation Ox", "name": "Operation Ox", "start": "2022-05-02", "end": "2022-05-02",
         "agencies": ["Kent Police", "National Crime Agency"]}]),
     "Operation Ox by Kent Police and the National Crime Agency on 2 May 2022: no arrest, charge or seizure is "
     "stated."),
    ("amounts as they are hedged",
     made("over 350 plants, about 140 rounds, up to £900", seizures=[
         thing("over 350 plants", "drug", "cannabis", 350, "plant", modifier="min"),
         thing("about 140 rounds", "ammunition", "round", 140, "round", modifier="approx"),
         thing("up to £900", "cash", "cash", value=900.0, currency="GBP", value_modifier="max")]),
     BARE + "about 140 rounds of ammunition, at least 350 cannabis plants and up to £900 in cash seized."),
]


@pytest.mark.parametrize(("label", "record", "expected"), SUMMARIES, ids=[case[0] for case in SUMMARIES])
def test_summary(label, record, expected):
    assert summary(record) == expected


@pytest.mark.parametrize(("name", "expected"), [
    ("PULASKI COUNTY SHERIFF'S OFFICE", "Pulaski County Sheriff's Office"), ("NSW POLICE FORCE", "NSW Police Force"),
    ("INTERPOL", "INTERPOL"), ("Kent Police", "Kent Police"), ("MINISTRY OF JUSTICE", "Ministry of Justice"),
])
def test_names_in_capitals_stand_as_names(name, expected):
    assert phrases.named(name) == expected


@pytest.mark.parametrize(("item", "expected"), [
    ("bb guns", "BB guns"), ("ar-15 lower receiver", "AR-15 lower receiver"), ("cs spray", "CS spray"),
    ("ak47", "AK47"), ("9mm round", "9mm round"), ("crossbow", "crossbow"),
    ("ebb", "ebb"), ("zombie knife", "zombie knife"),
])
def test_initials_and_models_stand_in_capitals(item, expected):
    assert phrases.initials(item) == expected


@pytest.mark.parametrize(("records", "expected"), [
    ([people("two", "sentenced", 2), people("the Brooks", "sentenced", 2, names=["A B", "C D"])], "2"),
    ([people("three", "sentenced", 3), people("the Brooks", "sentenced", 4, names=["A B", "C D", "E F", "G H"])], "4"),
    ([people("eight men", "sentenced", 8, who="man"), people("two", "sentenced", 2)], "10"),
    ([people("two", "sentenced", 2), people("the others", "sentenced", 5, names=["A", "B", "C", "D", "E"])], "7"),
], ids=["as many by name", "one more by name", "men and people", "too few to be the named"])
def test_people_told_twice_count_once(records, expected):
    text = " and ".join(record["evidence"] for record in records)
    assert key_figures(made(text, outcomes=records))[0] == (expected, "people sentenced")


def test_key_figures():
    assert key_figures(WEEK)[:4] == [
        ("17", "people arrested"), ("2", "men charged"), ("3", "firearms"), ("4", "rounds of ammunition")]


# Redaction ------------------------------------------------------------------------------------------------------------


def test_private_names_are_masked_and_officials_stay():
    masked = redact(WEEK)
    text = masked.release.text
    assert "Two men, [person 1] and [person 2], were charged" in text and "[person 1] was remanded" in text
    assert "Inspector Jo Field" in text
    shown = "\n".join(part.html for part in everything(masked))
    assert not re.search("Brook|Dunn", shown)


def test_spans_move_with_the_masked_text():
    masked = redact(WEEK)
    for before, after in zip(WEEK, masked, strict=True):
        words = WEEK.evidence(before)
        for name, mask in (("Al Brook", "[person 1]"), ("Cy Dunn", "[person 2]"), ("Brook", "[person 1]")):
            words = words.replace(name, mask)
        assert masked.evidence(after) == words


def test_the_hash_of_the_unmasked_text_is_kept():
    assert redact(WEEK).release.extra["sha256"] == WEEK.release.sha256 != redact(WEEK).release.sha256


@pytest.mark.parametrize(("text", "expected"), [
    ("AL BROOK was held.", "[person 1] was held."),
    ("Al\nBrook was held.", "[person 1] was held."),
    ("Brook's van, Brookside, a brook.", "[person 1]'s van, Brookside, a brook."),
    ("Jo Brook, an officer, held Brook.", "Jo Brook, an officer, held [person 1]."),
], ids=["capitals", "line end", "words", "an official of that name"])
def test_forms_of_a_name(text, expected):
    record = Record(Release(f"{text} Al Brook", "al-brook_jailed"), {
        "outcomes": [Fact("outcomes", {"names": ["Al Brook"]}, 0, 1, "r")],
        "quotes": [Fact("quotes", {"speaker": "Jo Brook", "role": "Inspector"}, 0, 1, "r")]})
    masked = redact(record)
    assert masked.release.text == f"{expected} [person 1]"
    assert masked.release.id == "person-1_jailed"


def test_a_speaker_without_an_office_is_private():
    record = made("Her mother, Di Wood, said: “No.”", quotes=[{"evidence": "Di Wood, said", "speaker": "Di Wood"}])
    assert "Di Wood" not in redact(record).release.text


def test_no_names_no_change():
    record = made("Two men were held.", outcomes=[people("Two men", "arrested", 2)])
    assert redact(record) is record
