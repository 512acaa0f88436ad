"""What reading promises: text as given, unique ids, one sentence for what cannot be read, metadata with care."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import beatbook
from beatbook.errors import InputError, UsageError
from beatbook.reading import metadata, publishers, read
from beatbook.reading.decoding import NotTextError, decode, repair
from beatbook.reading.limits import Limits
from beatbook.records import Release

LEXICONS = Path(beatbook.__file__).parent / "lexicons"

STORY = "Two men were arrested in a flat and £4,000 was seized.\n\nBoth were charged.\n"


def failing(source, **options):
    """All releases and all failures of an input."""
    errors = []
    return list(read(source, on_error=errors.append, **options)), errors


# --- bytes to text


@pytest.mark.parametrize(
    ("label", "data", "expected"),
    [
        ("ascii", b"Two knives", "Two knives"),
        ("utf-8", "£500, 3 µg – “both”".encode(), "£500, 3 µg – “both”"),
        ("utf-8 with mark", b"\xef\xbb\xbf\xc2\xa3500", "£500"),
        ("utf-16 with mark, little end", "£500".encode("utf-16"), "£500"),
        ("utf-16 with mark, big end", b"\xfe\xff" + "£500".encode("utf-16-be"), "£500"),
        ("utf-32 with mark", "£500".encode("utf-32"), "£500"),
        ("windows-1252", b"\xa3500 seized \x96 \x93both\x94", "£500 seized – “both”"),
        ("no newline is lost", b"a\n\n b\n", "a\n\n b\n"),
    ],
)
def test_encodings(label, data, expected):
    assert decode(data) == expected


def test_a_declared_encoding_comes_before_utf_8_and_a_wrong_one_is_passed_over():
    assert decode("Łódź".encode("cp1250"), "cp1250") == "Łódź"
    assert decode("£5".encode(), "ascii") == "£5"
    assert decode("£5".encode(), "no-such-encoding") == "£5"


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("Â£20,000 of cannabis", "£20,000 of cannabis"),
        ("â€œBoth menâ€\x9d were held", "“Both men” were held"),
        ("An Garda SÃ­ochÃ¡na", "An Garda Síochána"),
        ("It was the Metâ€™s largest", "It was the Met’s largest"),
    ],
)
def test_mojibake_is_repaired(broken, meant):
    assert repair(broken) == meant
    assert repair(meant) == meant


@pytest.mark.parametrize(
    "text",
    [
        "“It’s ours,” she said — ‘both’ of them…",
        "ﬁve ﬂats, ＡＢＣ, e\u0301 and é, Å and Å",  # ligature, full width, decomposed, Ångström sign
        "D&amp;G &pound;500 &lt;b&gt;",
        "a\u00a0no-break\u2009thin\u200bzero\ufeffmark\x0cform\x1b[31mred",
        "SÍOCHÁNA, QUÉBEC, ZÜRICH, Łódź, Ångström, naïve café",
        "€1.2m • £3m · ½ kilo – 20° × 3",
        "“État” and ”état, CAFÉ”, MONTRÉAL’S «é» ‘É’ – É—É, €€ ££",
        "line\r\nline\rline",
    ],
)
def test_well_formed_text_stays_as_it_is(text):
    assert repair(text) == text


@given(st.text(st.sampled_from("abcdefgh ABC123.,\n'\"£€“”‘’–—…•½é")))
def test_any_text_of_the_usual_characters_stays_as_it_is(text):
    assert repair(text) == text


def test_a_lone_surrogate_becomes_one_replacement_character():
    assert repair("knife \ud83d found") == "knife \ufffd found"


def test_texts_of_the_benchmark_and_the_seeds_stay_as_they_are(shared):
    changed = []
    for path in sorted((shared / "benchmark" / "dev").glob("*.json")):
        text = json.loads(path.read_text(encoding="utf-8"))["text"]
        if repair(text) != text:
            changed.append(path.stem)
    for path in sorted((shared / "seeds").glob("*.txt")):
        if next(read(path)).text != path.read_bytes().decode():
            changed.append(path.stem)
    assert changed == []


# --- files of text


def test_a_text_file_is_one_release(tmp_path):
    file = tmp_path / "week-of-action.txt"
    file.write_bytes(STORY.encode())
    [release] = read(file)
    assert (release.id, release.text, release.source) == ("week-of-action", STORY, str(file))


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_a_file_become_newlines(tmp_path, end):
    (tmp_path / "a.md").write_bytes(STORY.replace("\n", end).encode())
    assert next(read(tmp_path / "a.md")).text == STORY


@pytest.mark.parametrize(
    ("opening", "published"),
    [
        ("date 2022-11-30\n\nTwo men", "2022-11-30"),
        (" date 2022-11-30 Two men", "2022-11-30"),
        ("\n  date 2022-11-30\nTwo men", "2022-11-30"),
        ("date 2022-02-31 Two men", None),
        ("update 2022-11-30 Two men", None),
        ("The date 2022-11-30 was set", None),
    ],
)
def test_a_text_may_open_with_its_date_and_keeps_it(tmp_path, opening, published):
    (tmp_path / "a.txt").write_text(opening, encoding="utf-8")
    [release] = read(tmp_path / "a.txt")
    assert (release.published, release.text) == (published, opening)


@pytest.mark.parametrize(
    ("label", "name", "data", "reason"),
    [
        ("empty", "a.txt", b"", "is empty"),
        ("only spaces", "a.txt", b" \n\n", "is empty"),
        ("empty rows", "a.jsonl", b"\n\n", "is empty"),
        ("nul bytes", "a.txt", b"abc\0def", "is binary"),
        ("control characters", "a.txt", bytes(range(1, 9)) * 10, "is binary"),
        ("pdf by another name", "a.txt", b"%PDF-1.7 ...", "is a PDF document"),
        ("word by another name", "a.md", b"PK\x03\x04....", "is a zip archive or Office document"),
        ("other kind", "a.xyz", b"text", "this kind of file is not read; .txt, .md, .html, .pdf"),
        ("no kind", "a", b"text", "this kind of file is not read"),
        ("too large", "a.txt", b"a" * (Limits().size + 1), "is larger than 20 MB"),
        ("utf-16 rows", "a.jsonl", '{"text": "a"}'.encode("utf-16"), "is not JSON Lines in UTF-8"),
    ],
)
def test_what_cannot_be_read_is_one_failure(tmp_path, label, name, data, reason):
    (tmp_path / name).write_bytes(data)
    releases, errors = failing(tmp_path / name)
    assert releases == []
    assert len(errors) == 1
    assert errors[0].reason.startswith(reason)
    assert errors[0].source == str(tmp_path / name)
    with pytest.raises(InputError, match=r"^[^\n]+[^.\n]$"):
        list(read(tmp_path / name))


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("no-such-file.txt", "no such file or folder"),
        ("no-such-*.txt", "no file matches"),
        ("nul\0byte.txt", "no such file or folder"),
        ("x" * 5000, "no such file or folder"),
        ("", "no such file or folder"),
    ],
)
def test_what_is_not_there_is_one_failure(source, reason, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    releases, errors = failing(source)
    assert releases == []
    assert [error.reason.startswith(reason) for error in errors] == [True]
    assert len(str(errors[0])) < 400


def test_one_bad_file_leaves_the_others(tmp_path):
    for name in "abd":
        (tmp_path / f"{name}.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\0\1\2")
    releases, errors = failing([tmp_path, tmp_path / "gone.txt"])
    assert [release.id for release in releases] == ["a", "b", "d"]
    assert sorted(Path(error.source).name for error in errors) == ["c.txt", "gone.txt"]


def test_a_link_that_leads_nowhere_and_a_device_are_failures(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").symlink_to("/dev/zero")
    releases, errors = failing([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert releases == []
    assert [error.reason for error in errors] == ["the link leads nowhere", "is no regular file"]


# --- folders, globs, lists


@pytest.fixture
def archive(tmp_path):
    for name in ("b.txt", "a.TXT", "2023/b.txt", "2022/b.txt", "notes.xyz", "README.md", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{STORY}{name}", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_with_its_folders_in_order(archive):
    releases, errors = failing(archive)
    assert [Path(release.source).relative_to(archive).as_posix() for release in releases] == [
        "2022/b.txt", "2023/b.txt", "a.TXT", "b.txt",
    ]
    assert errors == []


def test_files_of_the_same_stem_have_ids_of_their_own_that_name_no_path(archive):
    ids = [release.id for release in read(archive)]
    assert ids[:3] == ["2022-b", "2023-b", "a"]
    assert len(set(ids)) == 4
    assert not any("/" in id or "\\" in id for id in ids)


def test_an_id_does_not_depend_on_the_order_of_inputs(archive):
    one, other = archive / "2022/b.txt", archive / "2023/b.txt"
    assert {r.id: r.text for r in read([one, other])} == {r.id: r.text for r in read([other, one])}


def test_a_glob_reads_what_it_can(archive):
    assert [release.id for release in read(f"{archive}/20*/*.txt")] == ["2022-b", "2023-b"]
    assert len(list(read(f"{archive}/**/b.*"))) == 3


def test_a_name_with_the_signs_of_a_glob_is_a_name_where_it_exists(tmp_path):
    (tmp_path / "week [1].txt").write_text(STORY, encoding="utf-8")
    assert next(read(tmp_path / "week [1].txt")).id == "week [1]"


def test_a_folder_of_nothing_that_can_be_read_is_a_failure(tmp_path):
    (tmp_path / "a.xyz").write_bytes(b"PK")
    _, errors = failing(tmp_path)
    assert "no file that can be read; .txt, .md, .html, .pdf" in str(errors[0])


def test_a_file_given_twice_is_read_once(archive, monkeypatch):
    monkeypatch.chdir(archive)
    assert [release.id for release in read(["b.txt", "./b.txt", archive / "b.txt"])] == ["b"]


def test_an_id_has_no_control_characters(tmp_path):
    (tmp_path / "a\x1b[31m\nb.txt").write_text(STORY, encoding="utf-8")
    assert next(read(tmp_path)).id == "a_[31m_b"


# --- JSON Lines


def lines(tmp_path, *rows):
    file = tmp_path / "feed.jsonl"
    written = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    file.write_text("".join(f"{row}\n" for row in written), encoding="utf-8")
    return file


def test_columns_of_a_row(tmp_path):
    row = {
        "id": "x/1", "country": "gb", "published": "2022-11-30T09:30:00Z", "title": "T", "text": "Two men", "url": "u",
        "publisher": "Kent Police", "tags": ["a"], "facts": {},
    }
    [release] = read(lines(tmp_path, row))
    assert release == Release(
        "Two men", "x/1", "GB", "2022-11-30", "T", "Kent Police", "u", f"{tmp_path}/feed.jsonl, line 1",
        {"tags": ["a"], "facts": {}},
    )


def test_the_text_of_a_row_stays_as_given(tmp_path):
    text = " date 2022-11-30 “Two”\r\nmen\u2028 \ud83d\ude00"
    [release] = read(lines(tmp_path, {"text": text}))
    assert release.text == " date 2022-11-30 “Two”\r\nmen\u2028 😀"
    assert (release.id, release.published) == ("feed-1", "2022-11-30")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{", "is no JSON object"),
        ("[1]", "is of type list"),
        ('"text"', "is of type str"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"text": ' + "1" * 5000 + "}", "is no JSON object that can be read (a number is too long)"),
        ({"id": "a"}, "has no text"),
        ({"text": " "}, "has no text"),
        ({"text": None}, "has no text"),
        ({"text": 5}, "column 'text' is of type int; a string is accepted"),
        ({"text": "a", "id": True}, "column 'id' is of type bool"),
        ({"text": "a", "country": "Narnia"}, "country 'Narnia' is not accepted"),
        ({"text": "a", "published": "soon"}, "date 'soon' is not accepted; YYYY-MM-DD is (2022-11-30)"),
        ({"text": "a", "published": "03/04/2022"}, "date '03/04/2022' is not accepted"),
        ({"text": "a", "published": "2022-02-30"}, "date '2022-02-30' is not accepted"),
        ("\0\1\2", "is binary"),
    ],
)
def test_a_bad_row_is_one_failure_with_its_line(tmp_path, row, reason):
    file = lines(tmp_path, {"text": "first"}, "", row, {"text": "last"})
    releases, errors = failing(file)
    assert [release.text for release in releases] == ["first", "last"]
    assert [error.source for error in errors] == [f"{file}, line 3"]
    assert errors[0].reason.startswith(reason)


def test_a_row_that_is_too_long_is_passed_over(tmp_path):
    rows = lines(tmp_path, {"text": "a" * 2_500_000}, {"text": "last"})
    releases, errors = failing(rows, limits=Limits(size=1_000_000))
    assert [release.text for release in releases] == ["last"]
    assert [error.reason for error in errors] == ["is longer than 1 MB"]


def test_ids_of_rows_are_kept_and_made_unique(tmp_path):
    rows = [{"id": id, "text": "a"} for id in ("a", "a", "a-2", 7, None, "a")]
    ids = [release.id for release in read(lines(tmp_path, *rows))]
    assert ids == ["a", "a-2", "a-2-2", "7", "feed-5", "a-3"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2022-11-30", "2022-11-30"), ("30 November 2022", "2022-11-30"), ("Nov. 30, 2022", "2022-11-30"),
     ("30/11/2022", "2022-11-30"), ("Wed, 11/30/2022", "2022-11-30"), ("2022-11-30 08:00", "2022-11-30")],
)
def test_dates_that_are_read_in_a_row(value, expected):
    assert metadata.iso_date(value) == expected


# --- standard input


@pytest.mark.parametrize(
    ("data", "ids"),
    [(b"Two men were held", ["stdin"]), (b'\n{"id": "a", "text": "b"}\n{"text": "c"}\n', ["a", "stdin-3"]), (b"", [])],
)
def test_standard_input_is_a_text_or_rows(monkeypatch, data, ids):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    releases, errors = failing("-")
    assert [release.id for release in releases] == ids
    assert [str(error) for error in errors] == (
        [] if ids else ["standard input: is empty; the text of a release is expected"]
    )


# --- what is given, and what the text tells


def test_given_metadata_holds_over_the_input_and_that_over_the_text(tmp_path):
    text = "date 2022-11-30\nThe Met has charged two men."
    file = lines(tmp_path, {"text": text}, {"text": text, "country": "IE", "published": "2020-01-01", "publisher": "X"})
    found = [(r.country, r.published, r.publisher) for r in read(file)]
    assert found == [("GB", "2022-11-30", "Metropolitan Police Service"), ("IE", "2020-01-01", "X")]
    options = {"country": "uk", "published": "2021-05-05", "publisher": "Y"}
    found = [(r.country, r.published, r.publisher) for r in read(file, **options)]
    assert found == [("GB", "2021-05-05", "Y")] * 2


@pytest.mark.parametrize("options", [{"country": "Narnia"}, {"published": "soon"}])
def test_wrong_options_are_refused_at_the_call(options):
    with pytest.raises(UsageError):
        read("a.txt", **options)


def test_fill_leaves_its_release_alone_and_names_what_it_read():
    release = Release("The Met has charged two men.", extra={"a": 1})
    filled = metadata.fill(release)
    assert (release.country, release.extra) == (None, {"a": 1})
    assert (filled.country, filled.extra) == ("GB", {"a": 1, "detected": ["country", "publisher"]})
    assert metadata.fill(filled).country == "GB"


with (LEXICONS / "publishers.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=[row["term"] for row in ROWS])
def test_each_row_of_the_lexicon_reads_its_example(row):
    assert row["term"] in row["example"]
    assert row["source"]
    found = publishers.issuer(row["example"])
    assert (found.publisher or "", found.country or "") == (row["publisher"], row["country"])


def test_the_lexicon_has_each_term_once_and_codes_only():
    assert len({row["term"] for row in ROWS}) == len(ROWS) >= 150
    assert all(len(row["country"]) in (0, 2) for row in ROWS)


@pytest.mark.parametrize(
    ("label", "text", "publisher", "country"),
    [
        ("letterhead in capitals", "TOLEDO POLICE DEPARTMENT\nGuns by the numbers\n\n19 guns taken.",
         "Toledo Police Department", "US"),
        ("pattern", "Deputies with the Calhoun County Sheriff's Office found two rifles.",
         "Calhoun County Sheriff's Office", "US"),
        ("pattern after a list", "The FBI, and later the City of Tampa Police Department, searched. "
         "The City of Tampa Police Department said so. Call the City of Tampa Police Department.",
         "City of Tampa Police Department", "US"),
        ("curly apostrophe", "DUNMORE – The Dunmore County Sheriff’s Office held two men.",
         "Dunmore County Sheriff's Office", "US"),
        ("prosecutor by name", "Harlow County District Attorney Ann Coe announced a sentence of ten years.",
         "Harlow County District Attorney's Office", "US"),
        ("partner first", "Backed by Kent Police, Border Force officers stopped a lorry. Border Force had a tip.",
         "Border Force", "GB"),
        ("speaker's force", "Two men were held.\n\nInspector Al Reed, of Northumbria Police, said: “Good.”",
         "Northumbria Police", "GB"),
        ("signed at the end", "Nine held with help of the FBI\n\nA raid took place.\n\nIssued by Police Media Centre",
         "New Zealand Police", "NZ"),
        ("a state force of the United States", "Alabama State Police stopped a van.", "Alabama State Police", "US"),
        ("one of somewhere else", "Kwara State Police stopped a van.", "Kwara State Police", None),
        ("European agency", "Europol backed raids in six countries. Europol sent two analysts.", "Europol", None),
        ("longer name first", "Australian Border Force officers found 89kg.", "Australian Border Force", "AU"),
        ("only a partner", "Officers worked with the FBI and alongside Europol.", None, "US"),
        ("only words of a country", "£400 was found. He is due at Leeds Crown Court.", None, "GB"),
        ("countries at odds", "£400 was found. It went to Texas.", None, None),
        ("no force at all", "Two men were arrested on Monday.", None, None),
        ("a verb, no force", "Met by officers, he ran.", None, None),
        ("no office: a title", "Assistant District Attorney Ann Coe spoke.", None, None),
        ("no name before it", "The Police Department said so. Contact the Sheriff's Office.", None, None),
        ("the lake", "He had a house on Lake Garda.", None, None),
    ],
)
def test_publisher_and_country(label, text, publisher, country):
    assert tuple(publishers.issuer(text)) == (publisher, country)


BODY = "Two men were arrested on Monday, 2 May 2022 and charged."


@pytest.mark.parametrize(
    ("label", "text", "country", "published"),
    [
        ("label", f"Guns found\n\nRelease Date: Wed, 03/13/2019\n\n{BODY}", "US", "2019-03-13"),
        ("label with time", f"Published: 12:30, 14/03/2024\n{BODY}", "GB", "2024-03-14"),
        ("line of its own", f"FOR IMMEDIATE RELEASE\nThursday, May 18, 2023\n\n{BODY}", None, "2023-05-18"),
        ("line with time", f"Guns found\n14 March 2024 at 10:30am\n{BODY}", None, "2024-03-14"),
        ("line after a bar", f"Guns found\nNews | August 29, 2024\n{BODY}", None, "2024-08-29"),
        ("dateline", f"JUNE 8, 2021 (LINCOLN, NEB.) — {BODY}", None, "2021-06-08"),
        ("dateline after a place", f"LONDON, 12 May 2023 – {BODY}", None, "2023-05-12"),
        ("end", f"{BODY}\n\n[ENDS 08/07/2022]", "IE", "2022-07-08"),
        ("end after a bar", f"{BODY}\n\nEnds/Thursday, October 12, 2023\nIssued at HKT 18:40", "HK", "2023-10-12"),
        ("weekday decides", f"Fri, 03/04/2022\n\n{BODY}", None, "2022-03-04"),
        ("day first", f"03/04/2022\n\n{BODY}", "GB", "2022-04-03"),
        ("month first", f"03/04/2022\n\n{BODY}", "US", "2022-03-04"),
        ("order not known", f"03/04/2022\n\n{BODY}", None, None),
        ("in Canada neither", f"03/04/2022\n\n{BODY}", "CA", None),
        ("no such day", f"31 February 2022\n\n{BODY}", None, None),
        ("no year", f"Monday 2 May\n\n{BODY}", None, None),
        ("day of the raid", BODY, "GB", None),
        ("day of birth", f"Guns found\n\nThe man, born on 12 May 1990, was held.\n\n{BODY}", "GB", None),
        ("a file's number", f"File # 2024-11-876\n{BODY}", "CA", None),
        ("date of the offence", f"Date of offence: 12 May 2023\n{BODY}", "GB", None),
        ("last changed", f"{BODY}\n\nLast Modified: March 13, 2019", "US", None),
    ],
)
def test_date_of_publication(label, text, country, published):
    assert metadata.detect(text, country)["published"] == published


@pytest.mark.parametrize(
    ("label", "text", "title"),
    [
        ("line apart", f"Two held after raid\n\n{BODY}", "Two held after raid"),
        ("after the opening date", f"date 2022-11-30\n\nTwo held after raid\n\n{BODY}", "Two held after raid"),
        ("behind the opening date", f"date 2022-11-30 Two held after raid\n\n{BODY}", "Two held after raid"),
        ("after notices", f"FOR IMMEDIATE RELEASE\nThursday, May 18, 2023\n\nTwo held after raid\n\n{BODY}",
         "Two held after raid"),
        ("after a letterhead", f"KENT POLICE\nMEDIA RELEASE NO. 12/22\n\nTwo held after raid\n\n{BODY}",
         "Two held after raid"),
        ("in capitals", f"TWO HELD AFTER RAID\n{BODY}", "TWO HELD AFTER RAID"),
        ("heading", f"# Two held after raid\n\n{BODY}", "Two held after raid"),
        ("with the site's name", f"Two held after raid - Kent Police\n\nKent Police said: {BODY}",
         "Two held after raid"),
        ("a sentence", f"{BODY}\n\n{BODY}", None),
        ("a list", f"- 31 search warrants\n- 18 arrests\n\n{BODY}", None),
        ("what introduces a list", f"Officers seized items including:\n\nA knife\n\n{BODY}", None),
        ("a dateline", "SPOKANE – A man was held today\n\nHe was charged.", None),
        ("nothing after it", "Two held after raid", None),
    ],
)
def test_title(label, text, title):
    assert metadata.detect(text)["title"] == title


# --- any input


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), kind=st.sampled_from([".txt", ".md", ".jsonl", ".bin", ""]))
def test_any_bytes_give_releases_or_input_errors(tmp_path, data, kind):
    file = tmp_path / f"any{kind}"
    file.write_bytes(data)
    releases, errors = failing(file)
    assert releases or errors
    assert all(release.text.strip() and release.text.encode() and release.id for release in releases)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2), max_leaves=4,
)

optional = dict.fromkeys(("id", "country", "published", "title", "publisher", "url"), json_values)
objects = st.fixed_dictionaries({"text": json_values}, optional=optional)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(json_values | objects, min_size=1, max_size=4))
def test_any_rows_give_releases_or_input_errors(tmp_path, rows):
    file = lines(tmp_path, *map(json.dumps, rows))
    releases, errors = failing(file)
    assert len(releases) + len(errors) == len(rows)
    assert len({release.id for release in releases}) == len(releases)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=400) | st.lists(st.sampled_from([
    "Police Department", "State", "the Met", ",", ".", "\n", "’s", "12/05/2023", "ENDS", "£", "A", "of", "City", "by",
]), max_size=30).map(" ".join))
def test_metadata_of_any_text(text):
    found = metadata.detect(text)
    assert found["country"] is None or len(found["country"]) == 2


@given(st.binary(max_size=200))
def test_decode_gives_text_or_says_why(data):
    try:
        assert isinstance(decode(data), str)
    except NotTextError as error:
        assert str(error)
