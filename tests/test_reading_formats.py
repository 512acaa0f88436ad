"""Each format gives the release that the plain text gives: its facts, its lists and tables, its title and day."""

import collections
import io
import json
import re
import subprocess
import sys
import zipfile

import made_formats as made
import pytest

from beatbook.errors import InputError, UsageError
from beatbook.extract import extract
from beatbook.reading import read

WRITTEN = made.Written(
    "week",
    "Two held in week of action\n\nTwo men, aged 23 and 31, were arrested in Hull on 3 May 2024.\n\nOfficers "
    "seized:\n\n"
    "- 4 knives\n- 3kg of cannabis\n- £4,000 in cash\n\nBoth were charged with possession of a knife.",
    "Two held in week of action",
    "GB",
    "2024-05-05",
)
LIST = "Officers seized:\n\n- 4 knives\n- 3kg of cannabis\n- £4,000 in cash"


def failing(source, **options):
    """All releases and all failures of an input."""
    errors = []
    return list(read(source, on_error=errors.append, **options)), errors


@pytest.fixture
def one(tmp_path):
    """The only release of bytes under a name, read without a failure."""

    def read_one(name, data, **options):
        file = tmp_path / name
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        [release] = read(file, **options)
        return release

    return read_one


def facts(release):
    """Facts by family and slots, white space as one space."""
    return collections.Counter(
        (
            fact.family,
            json.dumps(
                {
                    name: " ".join(value.split()) if isinstance(value, str) else value
                    for name, value in fact.slots.items()
                },
                sort_keys=True,
                default=str,
            ),
        )
        for fact in extract(release)
    )


# --- every format


@pytest.fixture(scope="module")
def plain(project, tmp_path_factory):
    """Some gold texts with their facts as plain text."""
    folder = tmp_path_factory.mktemp("plain")
    found = []
    for name in ("ukr-01", "lon-08", "int-03", "usa-03"):
        path = project / "data" / "benchmark" / "dev" / f"{name}.json"
        written = made.release(json.loads(path.read_text(encoding="utf-8")))
        (folder / f"{name}.txt").write_bytes(made.text(written))
        release = next(read(folder / f"{name}.txt", country=written.country, published=written.published))
        found.append((written, facts(release)))
    return found


@pytest.mark.parametrize("name", made.FORMATS)
def test_a_format_keeps_the_facts_of_the_text(name, plain, tmp_path):
    """98 % of them, as benchmarks/formats.py measures on all gold texts."""
    suffix, write = made.FORMATS[name]
    whole = kept = added = 0
    for written, expected in plain:
        file = tmp_path / f"{written.id}{suffix}"
        file.write_bytes(write(written))
        given = {"published": written.published} if suffix in (".pdf", ".docx") else {}
        columns = made.COLUMNS if suffix == ".csv" else None
        [release] = read(file, country=written.country, columns=columns, **given)
        assert release.published == written.published
        found = facts(release)
        whole, kept, added = (
            whole + expected.total(),
            kept + (expected & found).total(),
            added + (found - expected).total(),
        )
    assert whole > 100
    assert kept >= 0.98 * whole
    assert added <= 0.02 * whole


@pytest.mark.browser
@pytest.mark.parametrize("columns", [1, 2])
def test_a_page_printed_by_a_browser_keeps_them_too(columns, plain, tmp_path, browser):
    whole = kept = 0
    for written, expected in plain:
        (tmp_path / f"{written.id}.pdf").write_bytes(made.pdf_chromium(written, columns, browser))
        [release] = read(tmp_path / f"{written.id}.pdf", country=written.country, published=written.published)
        whole, kept = whole + expected.total(), kept + (expected & facts(release)).total()
    assert kept >= 0.98 * whole


@pytest.mark.parametrize("name", [name for name in made.FORMATS if name not in ("CSV", "JSON Lines")])
def test_the_list_is_a_list_in_every_format(name, tmp_path):
    suffix, write = made.FORMATS[name]
    (tmp_path / f"week{suffix}").write_bytes(write(WRITTEN))
    [release] = read(tmp_path / f"week{suffix}")
    assert LIST in release.text
    assert release.text.count("Two held in week of action") == 1


def test_all_samples_are_the_same_in_a_page_a_document_and_a_feed(project, tmp_path):
    """Paragraphs and items arrive as they were, whatever is in them."""
    for path in sorted((project / "data" / "sample").glob("*.txt"))[:12]:
        text = path.read_text(encoding="utf-8")
        written = made.Written(path.stem, text, None, "GB", "2024-05-05")
        words = text.replace("•", " ").replace("*", " ").split()
        for suffix, write in ((".html", made.page_plain), (".docx", made.docx), (".rss", made.rss)):
            (tmp_path / f"a{suffix}").write_bytes(write(written))
            [release] = read(tmp_path / f"a{suffix}")
            got = release.text.replace("Reference\tMR-204", "").replace("Status\tFor immediate release", "").split()
            lost = collections.Counter(words) - collections.Counter(got)
            assert sum(count for word, count in lost.items() if any(map(str.isalnum, word))) == 0, (
                path.stem,
                suffix,
                lost,
            )


def test_only_the_format_that_is_met_is_loaded(tmp_path):
    (tmp_path / "a.txt").write_text("Two men were arrested in Hull.", encoding="utf-8")
    code = (
        "import sys; import beatbook; from beatbook.reading import read; list(read(sys.argv[1])); "
        "print([name for name in ('trafilatura', 'lxml', 'docx', 'feedparser', 'warcio', 'pypdfium2', 'py3langid', "
        "'email', "
        "'csv', 'ftfy', 'numpy') if name in sys.modules and name not in ('csv', 'email')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


# --- pages


def page(body, head=""):
    return f"<html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"


STORY = (
    "<p>Two men, aged 23 and 31, were arrested in Hull after a raid on a flat and were charged with possession of a "
    "knife in "
    "a public place. They appeared before magistrates on the next day, and both were remanded in custody until a "
    "further "
    "hearing in June. Officers recovered a number of phones.</p>"
)


def test_tables_captions_and_nested_lists_of_a_page(one):
    body = (
        f"<article><h1>Week of action</h1>{STORY}<table><caption>Totals</caption><tr><th>Item</th><th>Number</th></tr>"
        "<tr><td>Knives</td><td>14</td></tr><tr><td>Guns</td><td>3</td></tr></table><ul><li>Drugs<ul><li>3kg of "
        "cannabis</li>"
        "</ul></li><li><p>£400</p><p>in cash</p></li></ul><figure><img src=a.jpg><figcaption>Some of the 14 "
        "knives</figcaption>"
        "</figure><dl><dt>Warrants</dt><dd>12</dd></dl></article>"
    )
    text = one("a.html", page(body)).text
    for words in (
        "Item\tNumber\nKnives\t14\nGuns\t3",
        "- Drugs\n- 3kg of cannabis\n- £400 in cash",
        "Some of the 14 knives",
    ):
        assert words in text
    assert "Warrants" in text
    assert "12" in text


@pytest.mark.parametrize(
    ("label", "head", "body", "published", "publisher", "url"),
    [
        (
            "open graph",
            '<meta property="article:published_time" content="2024-05-03T23:30:00+01:00">'
            '<meta property="og:site_name" content="Kent Police"><meta property="og:url" '
            'content="https://k.example/1">',
            "",
            "2024-05-03",
            "Kent Police",
            "https://k.example/1",
        ),
        ("dublin core", '<meta name="DC.date.issued" content="3 May 2024">', "", "2024-05-03", None, None),
        (
            "linked data",
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": '
            '"2024-05-03T10:00:00Z", "publisher": {"name": "Kent Police"}}]}</script>',
            "",
            "2024-05-03",
            "Kent Police",
            None,
        ),
        ("time", "", '<time datetime="2024-05-03">3 May</time>', "2024-05-03", None, None),
        (
            "two times tell nothing",
            "",
            '<time datetime="2024-05-03">a</time><time datetime="2023-05-03">b</time>',
            None,
            None,
            None,
        ),
        ("day of change only", '<meta property="article:modified_time" content="2024-05-03">', "", None, None, None),
        ("canonical", '<link rel="canonical" href="https://k.example/2">', "", None, None, "https://k.example/2"),
        ("no address that runs", '<link rel="canonical" href="javascript:alert(1)">', "", None, None, None),
        (
            "broken linked data",
            '<script type="application/ld+json">{"datePublished": [[[</script>',
            "",
            None,
            None,
            None,
        ),
    ],
)
def test_what_a_page_states_of_itself(one, label, head, body, published, publisher, url):
    release = one("a.html", page(f"<article><h1>Two held after raid</h1>{body}{STORY}</article>", head))
    assert (release.published, release.publisher, release.url) == (published, publisher, url)
    assert release.title == "Two held after raid"


def test_given_metadata_holds_over_what_a_page_states(one):
    head = '<meta property="article:published_time" content="2024-05-03"><meta property="og:site_name" content="X">'
    release = one(
        "a.html", page(f"<article>{STORY}</article>", head), published="2020-01-01", publisher="Y", country="ie"
    )
    assert (release.published, release.publisher, release.country) == ("2020-01-01", "Y", "IE")


def test_scripts_hidden_text_and_menus_are_not_read(one):
    body = (
        "<nav><a href=/>44 men arrested</a></nav><div style='display: none'>Nine guns were seized.</div><p "
        "hidden>Eight guns.</p>"
        f"<script>document.write('77 men were arrested')</script><main><article><h1>Two "
        f"held</h1>{STORY}</article></main>"
        "<!-- 66 men were arrested --><footer>Call 101</footer>"
    )
    text = one("a.html", page(body)).text
    assert not any(words in text for words in ("44", "Nine guns", "Eight guns", "77", "66"))


@pytest.mark.parametrize(
    ("label", "data"),
    [
        (
            "declared in Windows-1252",
            page(f"<article>{STORY}<p>It cost £500 – “both”</p></article>")
            .replace("utf-8", "windows-1252")
            .encode("cp1252"),
        ),
        (
            "declared Latin-1, as browsers read it",
            page(f"<article>{STORY}<p>It cost £500 – “both”</p></article>")
            .replace("utf-8", "iso-8859-1")
            .encode("cp1252"),
        ),
        (
            "UTF-8 that says it is Latin-1",
            page(f"<article>{STORY}<p>It cost £500 – “both”</p></article>").replace("utf-8", "iso-8859-1").encode(),
        ),
        ("UTF-16 with its mark", page(f"<article>{STORY}<p>It cost £500 – “both”</p></article>").encode("utf-16")),
        ("mojibake", page(f"<article>{STORY}<p>It cost Â£500 â€“ â€œbothâ€\x9d</p></article>").encode()),
        (
            "as entities",
            page(f"<article>{STORY}<p>It cost &pound;500 &ndash; &ldquo;both&#8221;</p></article>").encode(),
        ),
        (
            "XHTML with a declaration",
            b'<?xml version="1.0" encoding="utf-8"?>'
            + page(f"<article>{STORY}<p>It cost £500 – “both”</p></article>").encode(),
        ),
    ],
)
def test_encodings_of_a_page(one, label, data):
    assert "It cost £500 – “both”" in one("a.html", data).text


ARTICLES = "".join(
    f"<article><h2>Raid number {number} in Hull</h2><time datetime='2024-05-0{number}'>May</time>{STORY}</article>"
    for number in (1, 2, 3)
)


def test_a_page_of_several_articles_is_several_releases(tmp_path):
    (tmp_path / "a.html").write_text(page(f"<nav>News</nav><main>{ARTICLES}</main>"), encoding="utf-8")
    releases = list(read(tmp_path / "a.html"))
    assert [(release.id, release.title, release.published) for release in releases] == [
        (f"a-{number}", f"Raid number {number} in Hull", f"2024-05-0{number}") for number in (1, 2, 3)
    ]
    assert all(release.text.count("remanded") == 1 for release in releases)
    assert [release.source for release in releases] == [
        f"{tmp_path / 'a.html'}, article {number}" for number in (1, 2, 3)
    ]


def test_an_article_beside_teasers_is_one_release(one):
    cards = "".join(
        f"<article><h3>Man jailed over raid {number}</h3><a href=/x>Read more</a></article>" for number in range(4)
    )
    release = one("a.html", page(f"<main><article><h1>Two held</h1>{STORY}</article>{cards}</main>"))
    assert release.id == "a"
    assert "remanded" in release.text


@pytest.mark.parametrize(
    ("heading", "below"),
    [
        ("<h2>Two held in Hull – {day} May 2024</h2>", ""),
        ("<h2>Two held in Hull</h2>", "<p>{day} May 2024</p>"),
        ("<h2>Two held in Hull</h2>", "<p><time datetime='2024-05-0{day}'>May</time></p>"),
    ],
)
def test_sections_with_dates_in_their_headings_are_releases(tmp_path, heading, below):
    parts = "".join(heading.format(day=day) + below.format(day=day) + STORY for day in (3, 4))
    (tmp_path / "a.html").write_text(page(f"<main><h1>News</h1>{parts}</main>"), encoding="utf-8")
    assert [release.published for release in read(tmp_path / "a.html")] == ["2024-05-03", "2024-05-04"]


def test_sections_without_dates_are_one_release(one):
    release = one(
        "a.html", page(f"<main><article><h1>Week</h1><h2>Drugs</h2>{STORY}<h2>Guns</h2>{STORY}</article></main>")
    )
    assert release.text.count("remanded") == 2


NO_RELEASES = {
    "menu": "<ul>"
    + "".join(
        f"<li><a href=/{word}>{word}</a></li>" for word in ("Home", "News", "Wanted", "Report a crime", "Contact us")
    )
    + "</ul>",
    "cookie banner": "<div class=cookie><h2>Cookies</h2><p>We use cookies to make this site work and to remember your "
                     "settings. You can "
    "accept all cookies, or reject those that are not needed, at any time.</p><button>Accept</button></div>",
    "recipe": "<article><h1>Bean stew</h1><p>Soak the beans overnight. Fry two onions in oil, add the beans and a "
              "litre of stock, and "
    "let them simmer for an hour. Season with salt, and serve with 200g of bread.</p></article>",
    "football": "<article><h1>Rovers win at home</h1><p>Rovers beat United 3-1 on Saturday before a crowd of 12,400. "
                "Ann Coe scored twice, "
    "and the visitors had a man sent off after an hour. Rovers are now fourth in the table.</p></article>",
    "privacy notice": "<article><h1>Privacy</h1><p>We keep your data for six years. You may ask us for a copy of it, "
                      "and we will answer "
    "within one month. This notice was last changed in May.</p></article>",
}


@pytest.mark.parametrize("label", NO_RELEASES)
def test_a_page_that_is_no_release_gives_few_facts_or_none(tmp_path, label):
    (tmp_path / "a.html").write_text(page(NO_RELEASES[label]), encoding="utf-8")
    releases, errors = failing(tmp_path / "a.html")
    found = [fact for release in releases for fact in extract(release)]
    assert len(releases) + len(errors) == 1
    assert not [fact for fact in found if fact.family in ("seizures", "outcomes", "activities")]
    assert len(found) <= 2


@pytest.mark.parametrize(
    ("label", "page"),
    [
        ("links", "<p>" + "<a href=x>two</a> men held " * 12_000),
        ("links in a long page", "<p>" + "<a href=x>two</a> men held " * 4_500 + "<p>" + "more of it " * 80_000),
        ("captions", "<figure><figcaption>two men held</figcaption></figure>" * 6_000),
        ("paragraphs", "<div><p>two men held</p></div>" * 6_000),
    ],
)
def test_a_page_of_thousands_of_elements_is_read_without_looking_for_its_article(label, page, one, monkeypatch):
    """What looks for it takes time with the square of their number."""
    import trafilatura

    asked = []
    monkeypatch.setattr(trafilatura, "bare_extraction", lambda *_, **__: asked.append(1))
    assert one("a.html", page.encode()).text.count("two men held") > 3_000
    assert not asked
    one("a.html", b"<p>Two men were held in Hull on Monday.</p>" * 20)
    assert asked


def test_what_is_hidden_leaves_the_words_around_it_together(one):
    page = "<p>Two m<b hidden>x</b>en were <span style='display: none'>y <i>z</i></span>held.</p><div hidden>no</div>"
    assert one("a.html", page.encode()).text == "Two men were held."


@pytest.mark.parametrize(
    ("label", "data"),
    [
        ("empty", b""),
        ("a mark only", b"\xef\xbb\xbf"),
        ("no words", b"<html><body><img src=a></body></html>"),
        ("a comment", b"<!-- a -->"),
        ("binary", b"\0\1\2\3" * 50),
        ("a PDF", b"%PDF-1.4 x"),
    ],
)
def test_a_page_without_text_is_one_failure(tmp_path, label, data):
    (tmp_path / "a.html").write_bytes(data)
    releases, errors = failing(tmp_path / "a.html")
    assert (len(releases), len(errors)) == (0, 1)


# --- PDF


def test_lines_of_a_pdf_are_paragraphs_again(one):
    text = "Officers searched 14 homes. " * 12
    written = made.Written(
        "a", f"Two held in Hull\n\n{text}\n\nBoth were charged.", "Two held in Hull", "GB", "2024-05-05"
    )
    for columns in (1, 2):
        assert one(f"{columns}.pdf", made.pdf_weasyprint(written, columns)).text.split("\n\n")[:3] == [
            "Two held in Hull",
            text.strip(),
            "Both were charged.",
        ]


def test_running_heads_and_page_numbers_are_left_out(one):
    paragraphs = "\n\n".join(
        f"In street number {number} officers found a knife and {number} wraps of cocaine." for number in range(120)
    )
    text = one("a.pdf", made.pdf_weasyprint(made.Written("a", paragraphs, None, "GB", "2024-05-05"), 1)).text
    assert "Media office" not in text
    assert "Page " not in text
    assert text == paragraphs


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("a neigh-", "bour of his", "a neighbour of his"),
        ("a 17-year-", "old boy", "a 17-year-old boy"),
        ("two e-", "scooters", "two e-scooters"),
        ("a drug-", "related raid", "a drug-related raid"),
        ("a semi-", "automatic pistol", "a semi-automatic pistol"),
        ("the Lovelock-", "Hayes family", "the Lovelock-Hayes family"),
        ("from 2019 -", "2024 they", "from 2019 - 2024 they"),
        ("a knife", "was found", "a knife was found"),
        ("pos\xad", "session", "possession"),
    ],
)
def test_words_parted_at_the_end_of_a_line(above, below, joined):
    from beatbook.reading.pdf import _joined

    assert _joined(above, below, collections.Counter()) == joined


def test_a_word_seen_whole_elsewhere_is_joined_as_it_is_there():
    from beatbook.reading.pdf import _joined

    assert _joined("a re-", "offender", collections.Counter({"re-offender": 1})) == "a re-offender"
    assert _joined("the gang-", "ster", collections.Counter({"gangster": 1})) == "the gangster"


def pdf_of(changes):
    import pikepdf

    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(made.pdf_weasyprint(WRITTEN, 1))) as document:
        changes(document)
        document.save(stream, **getattr(changes, "options", {}))
    return stream.getvalue()


def test_a_pdf_that_is_encrypted_scanned_or_broken_is_one_failure(tmp_path):
    import pikepdf

    def nothing(document):
        document.pages[0].Contents = document.make_stream(b"")

    def locked(document):
        pass

    locked.options = {"encryption": pikepdf.Encryption(owner="a", user="b")}
    for name, data, reason in (
        ("scan.pdf", pdf_of(nothing), "holds no text, but pictures of it"),
        ("locked.pdf", pdf_of(locked), "is encrypted"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj", "is no PDF that can be read"),
        ("empty.pdf", b"", "is no PDF document"),
        ("page.pdf", b"<html>", "is no PDF document"),
    ):
        (tmp_path / name).write_bytes(data)
        releases, [error] = failing(tmp_path / name)
        assert releases == []
        assert error.reason.startswith(reason)


# --- Word


def document(build):
    from docx import Document

    made_of = Document()
    build(made_of)
    stream = io.BytesIO()
    made_of.save(stream)
    return stream.getvalue()


def test_tables_stand_where_they_were_and_merged_cells_come_once(one):
    def build(made_of):
        made_of.add_paragraph("Before the table.")
        table = made_of.add_table(rows=2, cols=3)
        for cell, words in zip(
            [cell for row in table.rows for cell in row.cells],
            ("Item", "Number", "Note", "Knives", "14", ""),
            strict=True,
        ):
            cell.text = words
        table.rows[1].cells[1].merge(table.rows[1].cells[2])
        made_of.add_paragraph("After it.")

    assert one("a.docx", document(build)).text == "Before the table.\n\nItem\tNumber\tNote\nKnives\t14\n\nAfter it."


def test_a_table_that_places_the_page_is_no_table(one):
    def build(made_of):
        cell = made_of.add_table(rows=1, cols=2).rows[0].cells[1]
        cell.text = "Two men were held."
        cell.add_paragraph("Officers seized:")
        cell.add_paragraph("4 knives", style="List Bullet")

    assert one("a.docx", document(build)).text == "Two men were held.\n\nOfficers seized:\n\n- 4 knives"


def test_content_controls_and_accepted_changes_are_read_and_deletions_are_not(one):
    data = document(lambda made_of: made_of.add_paragraph("PLACE"))
    body = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t xml:space='preserve'>He was </w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>not "
        "</w:delText></w:r></w:del>"
        "<w:ins w:id='2' "
        "w:author='a'><w:r><w:t>charged</w:t></w:r></w:ins><w:r><w:br/><w:t>and</w:t><w:noBreakHyphen/><w:t>held.</w:t></w:r></w:p>"
    )
    assert one("a.docx", _with_body(data, body)).text == "In a control.\n\nHe was charged\nand-held."


def _with_body(data, body):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                start = part.index(b"<w:body>") + len(b"<w:body>")
                part = part[:start] + body.encode() + part[part.index(b"</w:body>") :]
            new.writestr(name, part)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("label", "data", "reason"),
    [
        ("an old document", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is an old or an encrypted Office document"),
        ("another archive", made.archive({"a.txt": b"a"}), "is no Word document"),
        ("no archive", b"PK\x03\x04rubbish", "is no Word document that can be opened"),
        ("text", b"Two men", "is no Word document that can be opened"),
        ("no words", document(lambda made_of: None), "holds no text"),
        (
            "no document in it",
            made.archive({"word/document.xml": b"<a/>"}),
            "cannot be read as a Word document, it is broken",
        ),
    ],
)
def test_what_is_no_word_document_is_one_failure(tmp_path, label, data, reason):
    (tmp_path / "a.docx").write_bytes(data)
    releases, [error] = failing(tmp_path / "a.docx")
    assert releases == []
    assert error.reason.startswith(reason)


# --- messages


def test_a_message_says_its_title_and_day(one):
    release = one("a.eml", made.eml_plain(WRITTEN))
    assert (release.title, release.published) == ("Two held in week of action", "2024-05-05")
    assert release.extra["sender"] == "Press office"


def test_the_day_of_a_message_is_the_senders(one):
    message = "From: a@b.example\nSubject: Two held\nDate: Fri, 03 May 2024 23:30:00 -0700\n\nTwo men were held.\n"
    assert one("a.eml", message).published == "2024-05-03"


def test_when_it_was_retrieved_is_told_where_the_input_says_so(one):
    """By the last server of a message, whose line stands first; by the record of a crawl; else by nothing."""
    message = ("Received: from b by a;\n Sat, 4 May 2024 08:00:01 +0000\n"
               "Received: from c by b; Fri, 3 May 2024 23:31:00 -0700\n"
               "From: a@b.example\nSubject: Two held\n\nTwo men were held.\n")
    assert one("a.eml", message).extra["retrieved"] == "2024-05-04"
    crawled = one("a.warc", made.warc(WRITTEN, gzip=False))
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+Z", crawled.extra["retrieved"])
    assert "retrieved" not in one("b.eml", "Received: yesterday\nFrom: a@b.example\n\nTwo men were held.\n").extra
    assert "retrieved" not in one("a.txt", "Two men were held.\n").extra


@pytest.mark.parametrize("subject", ["Fwd: Two held", "RE: FW: Two held", "=?utf-8?B?VHdvIGhlbGQ=?="])
def test_marks_of_forwarding_and_coding_leave_the_subject(one, subject):
    assert one("a.eml", f"From: a@b.example\nSubject: {subject}\n\nTwo men were held.\n").title == "Two held"


def test_flowed_and_quoted_lines_are_joined(one):
    body = "Two men were arrested \nin Hull.\n\n- 4 knives\n"
    message = f"From: a@b.example\nContent-Type: text/plain; format=flowed\n\n{body}"
    assert one("a.eml", message).text == "Two men were arrested in Hull.\n\n- 4 knives\n"


def test_attachments_are_releases_of_their_own(tmp_path):
    message = made._message(WRITTEN)
    message.set_content("Please see the release attached.")
    message.add_attachment(
        made.docx(WRITTEN), maintype="application", subtype="octet-stream", filename="../../week.docx"
    )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="crest.png")
    (tmp_path / "mail.eml").write_bytes(message.as_bytes())
    releases, errors = failing(tmp_path / "mail.eml")
    assert [release.id for release in releases] == ["mail", "mail-week"]
    assert LIST in releases[1].text
    assert errors == []


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is no e-mail message"),
        (b"just words", "is no e-mail message"),
        (b"From: a@b.example\n\n", "holds no text"),
    ],
)
def test_what_is_no_message_is_one_failure(tmp_path, data, reason):
    (tmp_path / "a.eml").write_bytes(data)
    releases, [error] = failing(tmp_path / "a.eml")
    assert releases == []
    assert error.reason.startswith(reason)


# --- feeds


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri, 03 May 2024 00:30:00 BST", "2024-05-03"),
        ("Fri, 03 May 2024 23:30:00 GMT", "2024-05-03"),
        ("2024-05-03T23:30:00-07:00", "2024-05-03"),
        ("03 May 2024", "2024-05-03"),
        ("Fri, 3 May 24 09:00 EST", "2024-05-03"),
        ("soon", None),
        ("Fri, 99 May 2024", None),
    ],
)
def test_the_day_of_an_entry_is_the_day_as_written(one, written, day):
    entry = f"<title>Two held</title><pubDate>{written}</pubDate><description>Two men were held.</description>"
    feed = f"<rss version='2.0'><channel><item>{entry}</item></channel></rss>"
    assert one("a.xml", feed).published == day


def test_a_feed_gives_a_release_an_entry(tmp_path):
    second = WRITTEN._replace(
        id="b", headline="Three held", text=WRITTEN.text.replace("Two held in week of action", "Three held")
    )
    for write in (made.rss, made.atom):
        (tmp_path / "a.xml").write_bytes(write(WRITTEN, second))
        releases = list(read(tmp_path / "a.xml"))
        assert [release.id for release in releases] == ["a-1", "a-2"]
        assert [release.title for release in releases] == ["Two held in week of action", "Three held"]


def test_an_entry_without_text_is_a_failure_of_its_own(tmp_path):
    entry = "<item><title>Two held</title><description>Two men.</description></item>"
    feed = f"<rss version='2.0'><channel><item><title>a</title></item>{entry}</channel></rss>"
    (tmp_path / "a.xml").write_text(feed, encoding="utf-8")
    releases, [error] = failing(tmp_path / "a.xml")
    assert len(releases) == 1
    assert str(error) == f"{tmp_path / 'a.xml'}, entry 1: has no text"


@pytest.mark.parametrize(
    ("label", "data", "reason"),
    [
        ("other XML", "<a><b/></a>", "is no RSS or Atom feed"),
        ("no entries", "<rss version='2.0'><channel><title>a</title></channel></rss>", "holds no entry"),
        ("an address", "https://a.example/feed", "is no RSS or Atom feed"),
        ("a name of a file", "/etc/passwd", "is no RSS or Atom feed"),
        ("empty", "", "is no RSS or Atom feed"),
    ],
)
def test_what_is_no_feed_is_one_failure_and_nothing_is_opened(tmp_path, label, data, reason):
    (tmp_path / "a.xml").write_text(data, encoding="utf-8")
    releases, [error] = failing(tmp_path / "a.xml")
    assert releases == []
    assert error.reason.startswith(reason)


# --- tables


@pytest.mark.parametrize(
    ("label", "data"),
    [
        ("commas", "id,text,topic\n7,Two men were held in Hull.,drugs\n"),
        ("semicolons", "id;text;topic\n7;Two men were held in Hull.;drugs\n"),
        ("tabs", "id\ttext\ttopic\n7\tTwo men were held in Hull.\tdrugs\n"),
        ("names in capitals, blanks", " ID , Text ,topic\n7,Two men were held in Hull.,drugs\n"),
        ("empty lines", "\n\nid,text,topic\n\n7,Two men were held in Hull.,drugs\n\n"),
        ("no last newline", "id,text,topic\n7,Two men were held in Hull.,drugs"),
        ("carriage returns", "id,text,topic\r\n7,Two men were held in Hull.,drugs\r\n"),
        ("a mark", "\ufeffid,text,topic\n7,Two men were held in Hull.,drugs\n"),
    ],
)
def test_dialects_of_tables(one, label, data):
    release = one("a.csv", data)
    assert (release.id, release.text, list(release.extra.values())) == ("7", "Two men were held in Hull.", ["drugs"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_tables(one, encoding):
    assert one("a.csv", "id,text\n1,£500 – “seized”\n".encode(encoding)).text == "£500 – “seized”"


def test_a_cell_may_have_lines_and_quotes(one):
    assert (
        one("a.csv", 'id,text\n1,"Seized:\n- a ""gun"", loaded\n- 3kg"\n').text == 'Seized:\n- a "gun", loaded\n- 3kg'
    )


def test_columns_are_mapped(one):
    release = one(
        "a.csv",
        "nr,body,day\n1,Two men were held.,2024-05-03\n",
        columns={"text": "body", "published": "day", "id": "nr"},
    )
    assert (release.id, release.text, release.published, release.extra) == ("1", "Two men were held.", "2024-05-03", {})
    release = one("a.jsonl", '{"body": "Two men were held.", "text": "x"}\n', columns={"text": "body"})
    assert release.text == "Two men were held."


def test_a_column_that_is_not_there_is_one_failure_that_names_those_that_are(tmp_path):
    (tmp_path / "a.csv").write_text("nr,body\n1,Two men.\n", encoding="utf-8")
    _, [error] = failing(tmp_path / "a.csv")
    assert error.reason == "has no column 'text'; it has 'nr', 'body'; --column text=NAME says which holds it"
    _, [error] = failing(tmp_path / "a.csv", columns={"text": "words"})
    assert error.reason == "has no column 'words' for text; it has 'nr', 'body'"
    with pytest.raises(UsageError):
        read(tmp_path / "a.csv", columns={"words": "body"})


def test_a_bad_row_leaves_the_others(tmp_path):
    rows = [
        b"id,text,country",
        b"1,Two men were held.,GB",
        b"2,,GB",
        b"3,Two men.,Narnia",
        b"4,\0\1,GB",
        b"5,One man was held.,US",
        b"6",
    ]
    (tmp_path / "a.csv").write_bytes(b"\n".join(rows))
    releases, errors = failing(tmp_path / "a.csv")
    assert [release.id for release in releases] == ["1", "5"]
    assert [error.source.rpartition(", ")[2] for error in errors] == ["row 2", "row 3", "row 4", "row 6"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"id,text\n", "holds no row"),
        (b"%PDF-1.4\n", "is a PDF document, not text"),
    ],
)
def test_what_is_no_table_is_one_failure(tmp_path, data, reason):
    (tmp_path / "a.csv").write_bytes(data)
    releases, [error] = failing(tmp_path / "a.csv")
    assert releases == []
    assert error.reason.startswith(reason)


# --- crawls and archives


def test_a_crawl_gives_its_pages_with_their_addresses(tmp_path):
    for name, data in (("a.warc.gz", made.warc(WRITTEN)), ("a.warc", made.warc(WRITTEN, gzip=False))):
        (tmp_path / name).write_bytes(data)
        releases, errors = failing(tmp_path / name)
        assert [(release.id, release.url) for release in releases] == [("a-1", "https://force.example/week")]
        assert errors == []


@pytest.mark.parametrize("cut", [2, 5, 40, 150, 500])
@pytest.mark.parametrize("packed", [True, False])
def test_a_crawl_that_is_cut_short_says_so(tmp_path, packed, cut):
    data = made.warc(WRITTEN, WRITTEN, gzip=packed)
    (tmp_path / ("a.warc.gz" if packed else "a.warc")).write_bytes(data[:-cut])
    releases, errors = failing(tmp_path)
    assert len(releases) == 2
    assert any("is cut short" in error.reason for error in errors)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "holds no page"),
        (b"rubbish\n\n", "is no WARC file"),
        (b"\x1f\x8b\x08\0", "is cut short"),
    ],
)
def test_what_is_no_crawl_is_one_failure(tmp_path, data, reason):
    (tmp_path / "a.warc").write_bytes(data)
    releases, errors = failing(tmp_path / "a.warc")
    assert releases == []
    assert any(reason in error.reason or "is cut short" in error.reason for error in errors)


def test_an_archive_gives_what_its_members_give(tmp_path):
    inner = made.archive({"deep.txt": b"One man was held.", "rows.jsonl": made.rows(WRITTEN)})
    members = {
        "b/week.html": made.page_plain(WRITTEN),
        "a.txt": b"Two men were held.",
        "inner.zip": inner,
        "README.md": b"x",
        "__MACOSX/a.txt": b"x",
        ".hidden.txt": b"x",
        "crest.png": b"x",
        "broken.pdf": b"%PDF-x",
    }
    (tmp_path / "all.zip").write_bytes(made.archive(members))
    releases, errors = failing(tmp_path / "all.zip")
    assert [release.id for release in releases] == ["all-a", "all-week", "all-inner-deep", "week"]
    assert [error.source for error in errors] == [f"{tmp_path / 'all.zip'}, broken.pdf"]


def test_an_archive_that_is_cut_or_empty_is_one_failure(tmp_path):
    whole = made.archive({"a.txt": b"Two men were held."})
    for data, reason in (
        (whole[:-30], "is no zip archive"),
        (b"", "is no zip archive"),
        (made.archive({}), "holds no file that can be read"),
    ):
        (tmp_path / "a.zip").write_bytes(data)
        releases, [error] = failing(tmp_path / "a.zip")
        assert releases == []
        assert error.reason.startswith(reason)


# --- standard input


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (made.page_plain(WRITTEN), ["stdin"]),
        (made.rss(WRITTEN), ["stdin-1"]),
        (made.warc(WRITTEN), ["stdin-1"]),
        (made.text(WRITTEN), ["stdin"]),
        (made.rows(WRITTEN), ["week"]),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(monkeypatch, data, ids):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [release.id for release in read("-")] == ids


def test_without_a_place_for_failures_the_first_is_raised(tmp_path):
    (tmp_path / "a.zip").write_bytes(made.archive({"a.pdf": b"x", "b.txt": b"Two men were held."}))
    with pytest.raises(InputError, match="is no PDF document"):
        list(read(tmp_path / "a.zip"))
