"""Corpora: which releases are in them, what they add up to, and what is shown of it."""

import dataclasses
import json
import re
import warnings

import pandas as pd
import pytest
from made_records import WEEK, made, people, thing

from beatbook import (
    aggregates,
    charts,
    drawing,
    figures,
    speakers,
)
from beatbook.corpus import Choice, Corpus, concordance, open_corpus, tilegrid
from beatbook.corpus import display as corpus_display
from beatbook.corpus import figures as corpus_figures
from beatbook.errors import InputError, UsageError
from beatbook.records import FAMILIES, Release
from beatbook.store import open as open_store
from beatbook.tables import tables

KNIVES = "Officers in Leeds seized nine knives and a pistol on 2 May 2022. Three men were arrested."
GUNS = "Gardaí seized two pistols and €5,000 in cash in Dublin. Ana Quill, 34, was charged with firearm offences."


def corpus_of(*records, **options) -> Corpus:
    """A corpus of records made by hand."""
    texts = {record.id: record.release.text for record in records}
    return Corpus(
        tables(records), ("made",), Choice(), len(records), _span=lambda id, start, end: texts[id][start:end],
        _texts=lambda words: ((id, text) for id, text in texts.items() if words.lower() in text.lower()), **options)


def copy(record, id, **slots):
    """The same facts in another release."""
    return dataclasses.replace(record, release=dataclasses.replace(record.release, id=id, **slots))


@pytest.fixture
def folder(tmp_path):
    rows = [
        {"id": "knives", "text": KNIVES, "country": "GB", "published": "2022-05-03",
         "publisher": "West Yorkshire Police"},
        {"id": "guns", "text": GUNS, "country": "IE", "published": "2023-01-09", "publisher": "An Garda Síochána"},
        {"id": "again", "text": GUNS, "country": "IE", "published": "2023-01-10", "publisher": "An Garda Síochána"},
        {"id": "undated", "text": "Police made no arrests at all.", "country": "GB", "publisher": "Kent Police"},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return tmp_path


# Which releases -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("given", "ids"), [
    ({}, ["knives", "guns", "undated"]),
    ({"countries": ["ie"]}, ["guns"]),
    ({"publishers": ["kent police", "West Yorkshire Police"]}, ["knives", "undated"]),
    ({"date_from": "2022-05-03", "date_to": "2022-05-03"}, ["knives"]),
    ({"date_from": "2022-05-04"}, ["guns"]),
], ids=str)
def test_choice(folder, given, ids):
    """Inputs and a store of them give the same releases; a text that is there twice counts once."""
    corpus = open_corpus(str(folder), **given)
    assert list(corpus.tables["releases"]["id"]) == ids
    assert corpus.seen == 4 and corpus.duplicates == ("guns" in ids)
    releases = corpus.tables["releases"]["id"]
    assert all(frame["release_id"].isin(releases).all() for name, frame in corpus.tables.items() if name != "releases")


@pytest.mark.parametrize(("given", "message"), [
    ({"countries": ["FR"]}, "no release has the country 'FR', but GB, IE"),
    ({"publishers": ["Nobody"]}, "no release has the publisher 'Nobody', but An Garda"),
    ({"date_from": "2030-01-01"}, "no release fits the choice"),
    ({"date_from": "last week"}, "date_from takes a day as 2022-11-30"),
    ({"date_from": "2023-01-01", "date_to": "2022-01-01"}, "is after date_to"),
    ({"families": ["guns"]}, "there is no family 'guns', but operations"),
], ids=str)
def test_what_is_wrong_with_a_choice_is_told(folder, given, message):
    with pytest.raises(UsageError, match=re.escape(message)):
        open_corpus(str(folder), **given)


def test_a_store_gives_the_same_as_the_inputs(folder, tmp_path):
    """Whole columns out of SQLite have the types and values that the records have."""
    read = open_corpus(str(folder))
    with open_store(tmp_path / "out", readonly=False) as book, book.run([str(folder)]) as run:
        for release in read_releases(folder):
            if run.wants(release):
                run.add(extracted(release))
        run.complete()
    kept = open_corpus(str(tmp_path / "out"))
    assert set(kept.tables["releases"]["id"]) == set(read.tables["releases"]["id"])
    for one in (aggregates.kinds_over_time, aggregates.firearms, aggregates.money, aggregates.outcomes,
                aggregates.ages):
        pd.testing.assert_frame_equal(one(kept.tables), one(read.tables), check_dtype=False)
    assert sorted(kept.texts("pistol")) == sorted(read.texts("pistol"))
    fact = kept.tables["seizures"].iloc[0]
    assert kept.words(fact["release_id"], fact["start"], fact["end"]) in KNIVES
    assert len(open_corpus(str(tmp_path / "out"), countries=["ie"])) == 1
    masked = open_corpus(str(tmp_path / "out"), redact=True)
    assert "Quill" not in str([frame.to_dict() for frame in masked.tables.values()]) + str(list(masked.texts()))


def test_a_store_is_masked_as_its_inputs_are(tmp_path):
    """The texts are in the store, so homes and plates go as well, the same words in the same places."""
    text = ("Officers seized nine knives on 2 May 2022. Ana Quill, 34, of 5 Park Road, Leeds, was charged with theft. "
            "Her car AB12 CDE was taken. Inspector Jo Field said: “Wait.”")
    source = tmp_path / "one.txt"
    source.write_text(text, encoding="utf-8")
    with open_store(tmp_path / "out", readonly=False) as book, book.run([str(source)]) as run:
        for release in read_releases(source):
            if run.wants(release):
                run.add(extracted(release))
        run.complete()
    for officials in (False, True):
        read, kept = (open_corpus(str(place), redact=True, mask_officials=officials)
                      for place in (source, tmp_path / "out"))
        assert dict(read.texts()) == dict(kept.texts())
        shown = str(dict(kept.texts())) + str([frame.to_dict() for frame in kept.tables.values()])
        assert [words for words in ("Quill", "5 Park Road", "AB12") if words in shown] == []
        assert ("Jo Field" in shown) is not officials


def read_releases(folder):
    import beatbook

    return beatbook.read(folder)


def extracted(release: Release):
    import beatbook

    return beatbook.extract(release)


def test_a_store_is_opened_alone(folder, tmp_path):
    with open_store(tmp_path / "out", readonly=False):
        pass
    with pytest.raises(UsageError, match="is a store, which is opened alone"):
        open_corpus([str(tmp_path / "out"), str(folder)])


def test_inputs_that_cannot_be_read_are_told(folder):
    corpus = open_corpus([str(folder), str(folder / "missing.txt")])
    assert len(corpus) == 3 and len(corpus.failures) == 1
    assert "could not be read" in corpus_display.left_out(corpus).text
    with pytest.raises(InputError, match="no such file"):
        open_corpus(str(folder / "missing.txt"))


def test_families_left_out_are_empty_and_told(folder):
    corpus = open_corpus(str(folder), families=["outcomes"])
    assert not len(corpus.tables["seizures"]) and len(corpus.tables["outcomes"])
    assert "families leaves seizures out" in figures.alt(corpus_figures.drugs(corpus))


def test_the_default_of_the_notebooks_is_a_corpus(project):
    """At least 60 releases of our own over several years and countries, without the facts of the gold."""
    [cell] = [cell for cell in json.loads((project / "notebooks" / "02-corpus.ipynb").read_text())["cells"]
              if "parameters" in cell["metadata"].get("tags", [])]
    sources = json.loads(re.search(r"source: list = (\[.*?\])", "".join(cell["source"]))[1])
    corpus = open_corpus(sources)
    releases = corpus.tables["releases"]
    assert len(corpus) >= 60 and not corpus.failures and not corpus.duplicates
    assert releases["country"].nunique() >= 8 and releases["published"].dt.year.nunique() >= 5
    for ax in every_figure(corpus).values():
        assert "Nothing to show" not in figures.alt(ax), "every figure has something true to show"


# What they add up to --------------------------------------------------------------------------------------------------

PEOPLE = [
    ("a part of the same outcome is in its whole",
     [people("23 arrested", "arrested", 23), people("4 for murder", "arrested", 4, of_count=23)], {"arrested": 23}),
    ("a part of another outcome is counted as that",
     [people("17 arrested", "arrested", 17), people("12 charged", "charged", 12, of_count=17)],
     {"arrested": 17, "charged": 12}),
    ("who is named twice counts once",
     [people("Al Brook charged", "charged", 1, names=["Al Brook"]), people("Brook, too", "charged", 1,
      names=["Al Brook"]), people("Cy Dunn", "charged", 1, names=["Cy Dunn"])], {"charged": 2}),
    ("a group without names holds those named",
     [people("nine charged", "charged", 9), people("Al Brook", "charged", 1, names=["Al Brook"])], {"charged": 9}),
    ("men and women are two groups",
     [people("nine men", "arrested", 9, who="man"), people("two women", "arrested", 2, who="woman")], {"arrested": 11}),
    ("alternatives are none of them", [people("12", "charged recalled", 12)], {}),
    ("no number is no zero", [people("men", "arrested", None)], {}),
]


@pytest.mark.parametrize(("label", "outcomes", "expected"), PEOPLE, ids=[case[0] for case in PEOPLE])
def test_people(label, outcomes, expected):
    text = "\n".join(outcome["evidence"] for outcome in outcomes)
    found = aggregates.people(tables(made(text, outcomes=outcomes))["outcomes"])
    assert dict(zip(found["status"], found["people"], strict=True)) == expected


def test_people_of_several_releases_are_added():
    frame = aggregates.outcomes(tables([WEEK, copy(WEEK, "met-2")]))
    assert dict(zip(frame["status"], frame["people"], strict=True))["arrested"] == 34


def test_links_are_parts_of_the_wholes_that_the_text_names():
    frame = aggregates.links(tables([WEEK, copy(WEEK, "met-2")]))
    assert frame.to_dict("records") == [{"were": "charged, recalled to prison or appeared in court", "of": "arrested",
                                         "people": 24, "of_people": 34, "releases": 2}]


@pytest.mark.parametrize(("days", "names"), [
    (["2022-11-30"], ["Nov 2022"]),
    (["2022-01-01", "2022-12-31"], [f"{month[:3]} 2022" for month in (
        "January February March April May June July August September October November December").split()]),
    (["2021-11-01", "2022-12-31"], ["Q4 2021", "Q1 2022", "Q2 2022", "Q3 2022", "Q4 2022"]),
    (["2016-01-01", "2026-01-01"], [str(year) for year in range(2016, 2027)]),
    (["2000-05-01", "2023-01-01"], [f"{year}–{year + 1}" for year in range(2000, 2024, 2)]),
    ([None], []),
], ids=str)
def test_periods_are_without_gaps_and_few(days, names):
    found = aggregates.period(pd.to_datetime(pd.Series(days, dtype="str")).astype("datetime64[us]"))
    assert list(found.cat.categories) == names and len(names) <= aggregates.PERIODS
    assert not names or (found.iloc[0] == names[0] and found.iloc[-1] == names[-1])


def test_kinds_count_releases():
    frame = aggregates.kinds_over_time(tables([WEEK, copy(WEEK, "met-2", published="2022-10-01")]))
    row = frame[frame["kind"].eq("Firearms")].iloc[0]
    assert (row["Oct 2022"], row["Nov 2022"], row["all"]) == (1, 1, 2), "three firearms of a release are one release"


def test_drugs_weigh_in_kilograms_and_count_in_words():
    things = [thing("500g", "drug", "cocaine", 500, "g", drug_class="A"), thing("2 lb", "drug", "cocaine", 2, "lb",
              drug_class="A"), thing("30 tablets", "drug", "MDMA", 30, "tablet", drug_class="A")]
    frame = aggregates.drugs(tables(made("500g 2 lb 30 tablets", seizures=things)))
    assert list(frame["drug"]) == ["cocaine", "MDMA"]
    assert frame["kg"].iloc[0] == pytest.approx(1.407185) and frame["counted"].iloc[1] == "30 tablets"


def test_firearms_keep_what_is_counted_twice_apart():
    things = [thing("58 firearms", "firearm", "firearm", 58), thing("17 rifles", "firearm", "rifle", 17, role="part"),
              thing("a BB gun", "imitation_firearm", "bb gun", 1, certainty="suspected")]
    frame = aggregates.firearms(tables(made("58 firearms, 17 rifles, a BB gun", seizures=things)))
    assert list(zip(frame["type"], frame["amount"], frame["adds"], strict=True)) == [
        ("firearm", 58, 58), ("rifle", 17, 0), ("bb gun", 1, 1)]
    ax = corpus_figures.firearms(corpus_of(made("58 firearms, 17 rifles, a BB gun", seizures=things)))
    shown = [text.get_text() for text in ax.texts]
    assert "Firearms · 58" in shown and "Imitation firearms · 1" in shown and "1, suspected" in shown


def test_money_keeps_bases_and_currencies_apart():
    things = [thing("£500", "cash", "cash", value=500.0, currency="GBP"),
              thing("€40", "cash", "cash", value=40.0, currency="EUR"),
              thing("heroin", "drug", "heroin", value=900.0, currency="GBP", value_basis="street"),
              thing("watches", "jewellery", "watch", value=70.0, currency="GBP", value_basis="market")]
    frame = aggregates.money(tables(made("£500 €40 heroin watches", seizures=things)))
    assert set(zip(frame["basis"], frame["value"], frame["currency"], frame["amount"], strict=True)) == {
        ("cash", "", "GBP", 500), ("cash", "", "EUR", 40), ("said to be worth", "street", "GBP", 900),
        ("said to be worth", "market", "GBP", 70)}


@pytest.mark.parametrize(("outcomes", "expected"), [
    ([people("Al, 24, arrested", "arrested", 1, ages=["24"], names=["Al"]),
      people("Al, 24, charged", "charged", 1, ages=["24"], names=["Al"])], {"18–24": 1}),
    ([people("two men of 24", "arrested", 2, ages=["24", "24"]), people("a man of 24", "charged", 1, ages=["24"])],
     {"18–24": 2}),
    ([people("a man of 24", "arrested", 1, ages=["24"]), people("another of 24", "arrested", 1, ages=["24"])],
     {"18–24": 2}),
    ([people("men", "arrested", 9, ages=["20s", "18-55"])], {}),
    ([people("old and young", "injured", 2, ages=["9", "70"])], {"under 10": 1, "65 and over": 1}),
], ids=["named", "unnamed", "two alike", "no ages", "ends"])
def test_ages_count_a_person_once(outcomes, expected):
    text = "\n".join(outcome["evidence"] for outcome in outcomes)
    frame = aggregates.ages(tables(made(text, outcomes=outcomes)))
    assert {age: count for age, count in zip(frame["age"], frame["people"], strict=True) if count} == expected


def test_missing_asks_only_facts_that_can_have_a_slot():
    frame = aggregates.missing(tables(WEEK)).set_index("stated")
    assert frame.loc["seizures · drug class", "facts"] == 3 and frame.loc["seizures · drug class", "all"] == 1
    assert frame.loc["seizures · calibre", "all"] == 1 / 3
    assert "outcomes · term" not in frame.index, "nobody was sentenced"


@pytest.mark.parametrize(("role", "expected"), [
    ("Det Ch Insp", "Chief inspector"), ("Detective Chief Inspector", "Chief inspector"), ("PC", "Constable"),
    ("D/Supt", "Superintendent"), ("Sgt.", "Sergeant"), ("Assistant Chief Constable", "Chief constable or deputy"),
    ("U.S. Attorney", "Prosecutor or attorney"), ("Cst.", "Constable"), (None, "No office stated"),
    ("deputy mayor", "Minister, mayor or councillor"), ("Attorney General", "Prosecutor or attorney"),
    ("beekeeper", "Another office"), ("Senior Superintendent", "Chief superintendent"),
])
def test_ranks(role, expected):
    assert speakers.rank(role) == expected


# Places ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("grid", "count"), [("uk_police_areas", 45), ("london_boroughs", 33)])
def test_a_grid_has_every_area_once(grid, count):
    tiles = tilegrid.tiles(grid)
    assert len(tiles) == len({tile.code for tile in tiles}) == len({(tile.column, tile.row) for tile in tiles}) == count
    names = [name.casefold() for tile in tiles for name in (tile.area, *tile.names)]
    assert len(names) == len(set(names)), "no name means two areas"


def test_releases_count_for_the_areas_of_their_publishers_and_places():
    record = made("In Leeds and Ilford and Newport", id="a", places=[
        {"evidence": name, "name": name} for name in ("Leeds", "Ilford", "Newport")])
    record.release.publisher = "Kent Police"
    abroad = copy(record, "b", country="US", publisher="Newport Police")
    found = {}
    for grid in tilegrid.GRIDS:
        frame = tilegrid.areas(tables([record, abroad]), grid)
        found[grid] = dict(frame[frame["releases"].gt(0)][["code", "releases"]].itertuples(index=False, name=None))
    assert found == {"uk_police_areas": {"KNT": 1, "WYK": 1, "MET": 1, "GWT": 1}, "london_boroughs": {"RED": 1}}
    assert list(tilegrid.elsewhere(tables([record, abroad]))["country"].unique()) == ["US"]


# Words ----------------------------------------------------------------------------------------------------------------


def test_concordance_shows_the_text_as_written():
    corpus = corpus_of(made("Officers seized two knives – one of them a “zombie” knife – in £20,000 raids.", id="a"),
                       made("No blade was found.", id="b"))
    frame = concordance.lines(corpus, "Knife")
    assert list(frame["words"]) == ["knives", "knife"] and set(frame["release_id"]) == {"a"}
    assert frame["after"].iloc[1] == "– in £20,000 raids."
    assert list(concordance.lines(corpus, "zombie knives")["words"]) == ["zombie” knife"]
    assert not len(concordance.lines(corpus, "a.*(x+)+$")) and not len(concordance.lines(corpus, ""))


def test_words_near_a_term_are_beyond_chance():
    corpus = corpus_of(*(
        made(f"The illegal firearm was found. Police said the rain fell on day {at}, and a dog barked.", id=str(at))
        for at in range(9)))
    frame = concordance.near(corpus, "firearm")
    assert frame["word"].iloc[0] in ("illegal", "found") and "the" not in set(frame["word"])
    assert frame.set_index("word").loc["illegal", "near"] == 9
    assert not len(concordance.near(corpus, "cat"))


def test_redaction_reaches_words_and_largest(tmp_path):
    (tmp_path / "quill-ana.txt").write_text(GUNS, encoding="utf-8")
    corpus = open_corpus(str(tmp_path), redact=True)
    shown = [corpus_display.masthead(corpus), corpus_display.words_around(corpus, "firearm"),
             corpus_display.largest(corpus), corpus_display.left_out(corpus), corpus_display.most_quoted(corpus),
             corpus_display.provenance(corpus, "corpus", source="data", redact=True)]
    for each in shown:
        assert "quill" not in (each.html + each.text + str(each.about)).lower()


# What is shown --------------------------------------------------------------------------------------------------------


def every_figure(corpus):
    return {
        name: draw(corpus) for name, draw in {
            "over_time": corpus_figures.over_time, "kinds": corpus_figures.kinds, "drugs": corpus_figures.drugs,
            "firearms": corpus_figures.firearms, "money": corpus_figures.money, "outcomes": corpus_figures.outcomes,
            "ages": corpus_figures.ages, "tactics": corpus_figures.tactics, "ranks": corpus_figures.ranks,
            "uk": lambda corpus: corpus_figures.places(corpus, "uk_police_areas"),
            "london": lambda corpus: corpus_figures.places(corpus, "london_boroughs"),
            "elsewhere": corpus_figures.elsewhere, "missing": corpus_figures.missing,
        }.items()
    }


def long_named(count):
    """So many releases with names that no figure has room for."""
    long = "Constabulary of $5 <b>Llanfairpwllgwyngyll</b> 漢字 " * 3
    return [copy(WEEK, f"r-{at}", published=f"{2000 + at % 23}-01-01", publisher=f"{at} {long}") for at in range(count)]


@pytest.mark.parametrize("records", [[WEEK], long_named(60)], ids=["one", "60 with long labels"])
def test_figures_stay_within_their_page(records):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name, ax in every_figure(corpus_of(*records)).items():
            assert figures.alt(ax).startswith(figures.title(ax)) and figures.alt(ax).endswith("."), name
            for text in [*ax.texts, *(ax.get_xticklabels() if ax.axison else [])]:
                with drawing.any_script():
                    box = text.get_window_extent(ax.figure.canvas.get_renderer())
                assert box.x0 > -6 and box.x1 < ax.figure.bbox.width + 8, (name, text.get_text(), box)
                assert box.y1 < ax.figure.bbox.height + 2, (name, text.get_text())
            assert figures.png(ax).startswith(b"\x89PNG")
            assert len(figures.data(ax)) <= 60, "a table of a figure is bounded"


def test_nothing_to_show_says_so():
    empty = made("Nothing.", published=None)
    for name, ax in every_figure(corpus_of(empty)).items():
        if name not in ("over_time", "missing"):  # these show what is missing
            assert "Nothing to show: no release states any" in figures.alt(ax), name
            assert not len(figures.data(ax))


def test_a_tint_never_stands_without_its_number():
    ax = charts.grid(None, ["a"], ["x", "y"], [[0.5, None]], percent=True)
    assert [text.get_text() for text in ax.texts][-2:] == ["50", ""]


def test_a_masthead_adds_up():
    text = corpus_display.masthead(corpus_of(WEEK, copy(WEEK, "met-2"))).text
    assert "Two releases" in text and "34 people arrested" in text and "six firearms" in text


def test_links_lead_only_to_reports_that_are_there(tmp_path):
    corpus = corpus_of(WEEK, copy(WEEK, "met 2"))
    (tmp_path / "met-2.html").write_text("")
    html = corpus_display.largest(corpus, reports=str(tmp_path)).html
    assert re.findall(r'href="([^"]*)"', html) == ["met-2.html"]
    assert "href" not in corpus_display.largest(corpus).html


def test_the_whole_is_a_matter_of_columns(steps):
    """Ten times the releases cost nowhere near ten times the calls: nothing loops over facts."""
    few, many = (corpus_of(*(made(f"x {at}", id=str(at), seizures=[thing("x", "firearm", "gun", 2)],
                                  outcomes=[people("x", "arrested", 3, ages=["24"])]) for at in range(count)))
                 for count in (40, 400))
    for one in (aggregates.kinds_over_time, aggregates.firearms, aggregates.money, aggregates.outcomes,
                aggregates.ages, aggregates.missing, aggregates.largest):
        one(few.tables)  # what is made once is made
        assert steps(lambda one=one: one(many.tables)) < 2 * steps(lambda one=one: one(few.tables)), one.__name__


def test_a_release_and_a_record_show_themselves():
    assert repr(WEEK.release).startswith("Release met-1 · GB · 2022-11-30 · ") and len(repr(WEEK.release)) < 400
    assert "Record of met-1" in repr(WEEK) and "seizures: 7" in repr(WEEK)
    nasty = made("<script>alert(1)</script> knives", seizures=[thing("knives", "blade", "knife", 2)])
    for html in (nasty._repr_html_(), nasty.release._repr_html_()):
        assert "<script>" not in html and "&lt;script&gt;" in html
    assert '<mark id="text-seizures-1"' in nasty._repr_html_()


def test_families_all_have_a_place_in_a_corpus():
    assert set(FAMILIES) < set(corpus_of(WEEK).tables)
