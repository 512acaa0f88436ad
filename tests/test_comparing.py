"""Comparisons: their groups, measures per day, differences and the words behind them."""

import dataclasses

import pytest
from made_records import made, people, thing
from test_corpus import corpus_of

from beatbook import figures
from beatbook.corpus import comparing
from beatbook.corpus import display as corpus_display
from beatbook.errors import UsageError


def release(id, publisher, published, guns, arrested, days=None, country="GB"):
    """A release with so many guns and arrests, whose operation ran so many days."""
    text = f"{guns} guns; {arrested} arrested; operation"
    operations = [{"evidence": "operation", "name": f"Operation {publisher[0]}", "start": f"{published[:7]}-01",
                   "end": f"{published[:7]}-{days:02d}"}] if days else []
    record = made(text, id=id, published=published, operations=operations,
                  seizures=[thing(f"{guns} guns", "firearm", "gun", guns)] if guns else [],
                  outcomes=[people(f"{arrested} arrested", "arrested", arrested)])
    record.release = dataclasses.replace(record.release, publisher=publisher, country=country)
    return record


CORPUS = corpus_of(
    release("a", "Alpha", "2022-03-09", 6, 10, days=5), release("b", "Alpha", "2022-06-09", 2, 4),
    release("c", "Beta", "2023-03-09", 2, 30, days=10, country="IE"), release("d", "Gamma", "2023-04-09", 0, 1))


def values(frame, measure):
    row = frame[frame["measure"].eq(measure)].iloc[0]
    return [None if row[name] != row[name] else row[name] for name in frame.columns[1:]]


@pytest.mark.parametrize(("by", "groups", "guns"), [
    ("publisher", ["Alpha", "Beta"], {"Alpha": 8, "Beta": 2}), ("country", ["IE", "GB"], {"IE": 2, "GB": 8}),
    ("publisher", ["Alpha", "Beta", "Gamma"], {"Alpha": 8, "Beta": 2, "Gamma": None}),
    ("operation", ["Operation A", "Operation B"], {"Operation A": 6, "Operation B": 2}),
    ("period", ["2022", "2023"], {"2022": 8, "2023": 2}),
    ("period", ["2022-03", "2022-04-01/2022-12-31"], {"2022-03": 6, "2022-04-01/2022-12-31": 2}),
    ("period", [], {"2022": 8, "2023": 2}), ("country", [], {"GB": 8, "IE": 2}),
], ids=str)
def test_groups_are_added_up(by, groups, guns):
    found = comparing.absolute(comparing.compare(CORPUS, by, groups))
    assert dict(zip(found.columns[1:], values(found, "firearms"), strict=True)) == guns


def test_a_day_of_a_publisher_is_one_of_its_dated_operations():
    """The second release of Alpha dates nothing, so its two guns are in no rate."""
    comparison = comparing.compare(CORPUS, "publisher", ["Alpha", "Beta"])
    assert list(comparison.days) == [5, 10]
    assert values(comparing.per_day(comparison), "firearms") == [6 / 5, 2 / 10]
    assert values(comparing.per_day(comparison), "people arrested") == [2, 3]


def test_a_day_of_a_period_is_one_of_the_calendar():
    comparison = comparing.compare(CORPUS, "period", ["2022", "2023"])
    assert list(comparison.days) == [365, 365]
    assert values(comparing.per_day(comparison), "firearms") == [8 / 365, 2 / 365]


def test_the_widest_gap_stands_first():
    frame = comparing.differences(comparing.compare(CORPUS, "publisher", ["Alpha", "Beta"]))
    assert list(frame["measure"]) == ["firearms", "people arrested"] and set(frame["unit"]) == {"per day"}
    assert list(frame["times"]) == [6, 1.5] and list(frame["most_in"]) == ["Alpha", "Beta"]


def test_without_days_the_rate_is_per_release():
    frame = comparing.differences(comparing.compare(CORPUS, "publisher", ["Alpha", "Gamma"]))
    assert set(frame["unit"]) == {"per release"}
    assert values(frame.drop(columns="unit"), "people arrested")[:2] == [7, 1]
    assert frame["measure"].iloc[0] == "firearms" and frame["times"].isna().iloc[0], "Gamma states none: no ratio"


def test_words_are_those_of_the_largest_fact():
    frame = comparing.words(comparing.compare(CORPUS, "publisher", ["Alpha", "Gamma"]))
    rows = frame[frame["measure"].eq("firearms")].to_dict("records")
    assert rows[0]["words"] == "6 guns" and (rows[0]["release_id"], rows[0]["start"], rows[0]["end"]) == ("a", 0, 6)
    assert rows[1]["words"] == "none stated"


@pytest.mark.parametrize(("by", "groups", "message"), [
    ("force", [], "by takes publisher, country, operation or period, not 'force'"),
    ("publisher", ["Alpha"], "groups takes two to 4 names"),
    ("publisher", ["Alpha", "Omega"], "no release has the publisher 'Omega'; there are Alpha"),
    ("period", ["2022", "1999"], "no release has the period '1999'"),
    ("period", ["2022", "spring"], "a period is 2023, 2023-06 or"),
    ("period", ["2022", "2023-02-01/2023-01-01"], "ends before it begins"),
], ids=str)
def test_what_cannot_be_compared_is_told(by, groups, message):
    with pytest.raises(UsageError) as caught:
        comparing.compare(CORPUS, by, groups)
    assert message in str(caught.value)


def test_one_group_alone_is_no_comparison():
    with pytest.raises(UsageError, match="no two groups by publisher"):
        comparing.compare(corpus_of(release("a", "Alpha", "2022-03-09", 6, 10)), "publisher")


@pytest.mark.parametrize("daily", [False, True])
def test_each_measure_has_a_scale_of_its_own(daily):
    ax = comparing.side_by_side(comparing.compare(CORPUS, "publisher", ["Alpha", "Beta"]), daily)
    widths = sorted(patch.get_width() for patch in ax.patches)
    assert widths[-1] == pytest.approx(widths[-2]), "the longest of each measure is as long"
    assert "Firearms" in figures.alt(ax) and len(figures.data(ax)) == 3


def test_no_dated_operation_says_so():
    corpus = corpus_of(release("a", "Alpha", "2022-03-09", 6, 10), release("b", "Beta", "2022-03-09", 6, 10))
    ax = comparing.side_by_side(comparing.compare(corpus, "publisher"), daily=True)
    assert "Nothing to show: no group has a dated operation" in figures.alt(ax)


def test_a_masthead_says_what_differs_most():
    text = corpus_display.comparison_masthead(comparing.compare(CORPUS, "publisher", ["Alpha", "Beta"])).text
    assert "firearms, 6 times as much per day in Alpha as in Beta" in text
