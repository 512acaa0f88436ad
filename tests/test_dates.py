"""Dates and periods: every form that releases use, resolved against the date of publication."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beatbook.language.document import Doc
from beatbook.records import Release

TUESDAY = "2024-06-18"


def dates(text, published=TUESDAY, country="GB"):
    """(words, first, last, precision) of each date of the text."""
    doc = Doc(Release(text, country=country, published=published))
    return [(doc.words(v.i, v.j), v.first, v.last, v.precision)
            for sentence in doc.sentences for v in sentence.values if v.kind == "date"]


DAYS = [
    # label, text, first day, last day
    ("weekday, day month", "It was on Monday, 10 June that they came.", "2024-06-10", "2024-06-10"),
    ("ordinal", "They came on Friday 7th June.", "2024-06-07", "2024-06-07"),
    ("brackets", "They came on Monday (10th June).", "2024-06-10", "2024-06-10"),
    ("month first", "They came on June 10, 2023.", "2023-06-10", "2023-06-10"),
    ("short month", "They came on Nov. 13.", "2023-11-13", "2023-11-13"),
    ("the … of", "They came on the 14th of May.", "2024-05-14", "2024-05-14"),
    ("day in words", "They came on the first of June.", "2024-06-01", "2024-06-01"),
    ("comma before the year", "They came on 2 September, 2023.", "2023-09-02", "2023-09-02"),
    ("two-digit year", "Date: 3 Mar 22.", "2022-03-03", "2022-03-03"),
    ("ISO", "On Saturday, 2021-03-13 at about 21:40 they came.", "2021-03-13", "2021-03-13"),
    ("full stops", "They came on 13.06.2024.", "2024-06-13", "2024-06-13"),
    ("short year with full stops", "They came on 13.06.24.", "2024-06-13", "2024-06-13"),
    ("slashes, day first", "On Monday (04/03/2024) they came.", "2024-03-04", "2024-03-04"),
    ("no year, slashes", "On Monday (10/06) they came.", "2024-06-10", "2024-06-10"),
    ("relative with date", "They came yesterday morning (Monday, 17 June).", "2024-06-17", "2024-06-17"),
    ("relative with weekday", "They came yesterday (Monday).", "2024-06-17", "2024-06-17"),
    ("today with date", "They came at 7am today (Tues 18 June).", "2024-06-18", "2024-06-18"),
    ("weekday and bare ordinal", "They came on Thursday 6th.", "2024-06-06", "2024-06-06"),
    ("yesterday", "They came yesterday afternoon.", "2024-06-17", "2024-06-17"),
    ("last night", "They came last night.", "2024-06-17", "2024-06-17"),
    ("this morning", "They came early this morning.", "2024-06-18", "2024-06-18"),
    ("earlier today", "They came earlier today.", "2024-06-18", "2024-06-18"),
    ("weekday", "They came on Wednesday.", "2024-06-12", "2024-06-12"),
    ("weekday of publication", "They came on Tuesday.", "2024-06-18", "2024-06-18"),
    ("the weekday", "They came on the Tuesday.", "2024-06-11", "2024-06-11"),
    ("part of a day", "They came Monday night.", "2024-06-17", "2024-06-17"),
    ("last weekday", "They came last Tuesday.", "2024-06-11", "2024-06-11"),
    ("weekday last week", "They came on Thursday last week.", "2024-06-13", "2024-06-13"),
    ("ahead", "He will appear at court on Thursday.", "2024-06-20", "2024-06-20"),
    ("hearing", "He was bailed until 18 October.", "2024-10-18", "2024-10-18"),
    ("weeks ago", "They came two weeks ago.", "2024-06-04", "2024-06-04"),
    ("following day", "They came on Monday, 3 June and left the following day.", "2024-06-04", "2024-06-04"),
    ("days later", "They came on 3 June. Two days later they left.", "2024-06-05", "2024-06-05"),
    ("same day", "They came on 3 June and left later the same day.", "2024-06-03", "2024-06-03"),
    ("weekend", "They came over the weekend.", "2024-06-15", "2024-06-16"),
    ("last week", "They came last week.", "2024-06-10", "2024-06-16"),
    ("this week", "They came earlier this week.", "2024-06-17", "2024-06-18"),
    ("month", "They came in October.", "2023-10-01", "2023-10-31"),
    ("month and year", "They came in March 2021.", "2021-03-01", "2021-03-31"),
    ("months", "They came between February and April 2023.", "2023-02-01", "2023-04-30"),
]
PERIODS = [
    ("both in full", "from Monday, 3 June to Sunday, 9 June", "2024-06-03", "2024-06-09"),
    ("first without month", "from Monday 3 to Friday 7 June", "2024-06-03", "2024-06-07"),
    ("between", "between Tuesday 4 and Thursday 6 June", "2024-06-04", "2024-06-06"),
    ("figures, between", "between 4 and 6 June", "2024-06-04", "2024-06-06"),
    ("month first, dash", "Feb. 16-22 totals", "2024-02-16", "2024-02-22"),
    ("month first, to", "from April 9 to 11 and", "2024-04-09", "2024-04-11"),
    ("month first, year", "November 1-5, 2023", "2023-11-01", "2023-11-05"),
    ("through", "Nov. 1 through Nov. 5", "2023-11-01", "2023-11-05"),
    ("over months", "from August 29 to September 30", "2023-08-29", "2023-09-30"),
    ("over the year", "from 28 December to 3 January", "2023-12-28", "2024-01-03"),
    ("two years", "from 12 December 2021 to 3 January 2022", "2021-12-12", "2022-01-03"),
    ("year once", "from 11 January to 2 April 2021", "2021-01-11", "2021-04-02"),
    ("two days", "on 20 and 21 May", "2024-05-20", "2024-05-21"),
    ("three days", "on 3, 4 and 5 May", "2024-05-03", "2024-05-05"),
    ("joined ordinals", "on 18th-20th May", "2024-05-18", "2024-05-20"),
    ("times of day", "between 6am on Monday and 5pm on Friday", "2024-06-10", "2024-06-14"),
    ("until today", "from Monday (10th June) until 0600 hours today", "2024-06-10", "2024-06-18"),
    ("weekdays", "from Monday through Friday", "2024-06-10", "2024-06-14"),
    ("hyphen", "open Monday-Friday", "2024-06-10", "2024-06-14"),
    ("week commencing", "in the week commencing 3 June", "2024-06-03", "2024-06-09"),
    ("week ending", "in the week ending Sunday 9 June", "2024-06-03", "2024-06-09"),
    ("two days in figures", "It was on the night of 27/28.02.2024.", "2024-02-27", "2024-02-28"),
    ("two days in figures, slashes", "It was on 27-28/02/2024.", "2024-02-27", "2024-02-28"),
    ("until the next morning", "It ran from 6pm on Tuesday (11 June) until 2am the next morning.",
     "2024-06-11", "2024-06-12"),
]
NONE = [
    ("verb", "Officers may march down the road in the sun."),
    ("name", "Inspector April Jones met June Okafor."),
    ("newspaper", "He told the Sunday Times."),
    ("holiday", "It is quiet on Good Friday."),
    ("each week", "They meet every Friday."),
    ("age", "A man, 34, was held."),
    ("money", "They found £20,000."),
    ("phone", "Call 780-555-0142 or 101."),
    ("always", "Officers are there 24/7."),
    ("reference", "Quote CAD 7702/30SEP."),
    ("count of days", "The trial lasted three days."),
    ("no such day", "The form says 31 June."),
]


@pytest.mark.parametrize("text,first,last", [case[1:] for case in DAYS], ids=[case[0] for case in DAYS])
def test_day(text, first, last):
    """The last date of each text means these days."""
    assert dates(text)[-1][1:3] == (first, last)


@pytest.mark.parametrize("text,first,last", [case[1:] for case in PERIODS], ids=[case[0] for case in PERIODS])
def test_period(text, first, last):
    """A period is one value from its first to its last day."""
    assert [found[1:3] for found in dates(text)] == [(first, last)]


@pytest.mark.parametrize("text", [case[1] for case in NONE], ids=[case[0] for case in NONE])
def test_no_date(text):
    """Words that look like dates are left alone."""
    assert [found for found in dates(text) if found[1]] == []


@pytest.mark.parametrize("country,published,first", [
    ("US", "2024-12-01", "2022-04-07"), ("GB", "2024-12-01", "2022-07-04"), ("ZA", "2024-12-01", "2022-07-04"),
    ("CA", "2022-05-01", "2022-04-07"), ("CA", "2022-07-06", "2022-07-04"), ("CA", None, None),
])
def test_order_by_country(country, published, first):
    """04/07/2022 is April in the US, July elsewhere; in Canada the one that the publication date allows."""
    assert dates("They came on 04/07/2022.", published, country)[0][1] == first


def test_month_before_a_count():
    """"In June 12 people" names a month and counts people."""
    doc = Doc(Release("In June 12 people were arrested.", country="US", published="2024-09-01"))
    assert [(value.kind, value.number) for value in doc.sentences[0].values] == [("date", None), ("number", 12)]


def test_days_apart_are_two_dates():
    """Days of one month that do not follow one another are dates of their own."""
    assert [found[1] for found in dates("Raids on 3 and 9 May.")] == ["2024-05-03", "2024-05-09"]


def test_year_from_another_date():
    """Without a date of publication another full date of the text tells the year."""
    text = "They came on 28 December. The report is dated 5 January 2022."
    assert [found[1] for found in dates(text, None)] == ["2021-12-28", "2022-01-05"]


@pytest.mark.parametrize("text,day", [
    ("By March 2023 they knew the car. On the night of 19 March they stopped it.", "2023-03-19"),
    ("By March 2024 they knew the car. On the night of 19 March they stopped it.", "2024-03-19"),
    ("By March 2023 they knew the car. On Tuesday 19 March they stopped it.", "2024-03-19"),
])
def test_year_carried_on(text, day):
    """A day after a date with its year lies in the same story, unless its weekday says otherwise."""
    assert dates(text)[-1][1] == day


def test_year_unknown():
    """Without any full date the year stays open."""
    assert dates("They came on Monday, 10 June.", None) == [("Monday, 10 June", None, None, "day")]


def test_weekday_decides_the_year():
    """A stated weekday that fits an earlier year is taken for it."""
    assert dates("They came on Saturday, 5 November.")[0][1] == "2022-11-05"


def test_wrong_weekday_is_flagged():
    """A weekday that is not the date's is kept as a flag; the day and month count."""
    doc = Doc(Release("They came on Sunday, 10 June.", country="GB", published=TUESDAY))
    value = doc.sentences[0].values[0]
    assert (value.first, value.flag) == ("2024-06-10", "weekday")


FORMS = ["{d} {B} {y}", "{d}{th} {B} {y}", "{B} {d}, {y}", "{A}, {d} {B} {y}", "{A}, {B} {d}, {y}", "{y}-{m:02}-{d:02}",
         "{d:02}/{m:02}/{y}", "{d} {b} {y}", "{b}. {d}, {y}", "{A} ({d} {B} {y})"]


def _write(day, form):
    suffix = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    written = form.format(d=day.day, m=day.month, y=day.year, th=suffix, A=f"{day:%A}", B=f"{day:%B}", b=f"{day:%b}")
    return written.replace("May.", "May")


@given(st.dates(date(2000, 1, 1), date(2039, 12, 31)), st.sampled_from(FORMS))
def test_written_dates_are_read_back(day, form):
    """Any full date in any form is read as itself, whatever the date of publication."""
    found = dates(f"Officers came on {_write(day, form)}.")
    assert [item[1:3] for item in found] == [(str(day), str(day))]


@given(st.dates(date(2001, 1, 1), date(2039, 12, 31)), st.integers(0, 240))
def test_missing_year_is_the_nearest_past(day, back):
    """Day and month without a year mean the last such day before publication."""
    published = day + timedelta(back)
    assert dates(f"Officers came on {day.day} {day:%B}.", str(published))[0][1] == str(day)


@given(st.dates(date(2001, 1, 1), date(2039, 12, 31)), st.integers(1, 60))
def test_periods_are_read_back(first, days):
    """A period in full is read as itself."""
    last = first + timedelta(days)
    found = dates(f"It ran from {first:%A}, {first.day} {first:%B} to {last:%A}, {last.day} {last:%B} {last.year}.")
    assert [item[1:3] for item in found] == [(str(first), str(last))]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(
    "Monday 21 November to and - , ( ) . 2022 the of 04/07/2022 from between until last this week weekend May 31 st "
    "yesterday following day three days later ago 12.13 7am on Feb. /".split()), max_size=14),
    st.sampled_from([None, TUESDAY, "1900-01-01", "2100-12-31", "no date"]))
def test_any_words_are_survived(words, published):
    """No order of date words raises, and a period never ends before it begins."""
    for _, first, last, _ in dates(" ".join(words), published, "CA"):
        assert (first is None) == (last is None) and (first is None or first <= last)
