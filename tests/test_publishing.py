"""Files of reports: what was masked is in none of them, PDF and index are whole, and no report sees another's state."""

import base64
import html
import json
import re

import nbformat
import pytest

from beatbook import forking, indexing, pdf, publishing, rendering, reports, running
from beatbook.errors import ReportError

RAID = (
    "Officers seized nine knives and £500 in cash on 2 May 2022. Al Brook, 34, of 5 Park Road, was charged with theft.")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """Every test stands in a folder of its own, with two releases in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("raid", "second"):
        (tmp_path / f"{name}.txt").write_text(RAID, encoding="utf-8")


def notebook(folder, code):
    """A notebook of one cell beside its parameters, alone in a folder; the folder."""
    cells = [nbformat.v4.new_markdown_cell("# What is it?\n\nA test."),
             nbformat.v4.new_code_cell('source: str = "raid.txt"  # Input\nredact: bool = False  # Mask',
                                       metadata={"tags": ["parameters"]}),
             nbformat.v4.new_code_cell(code)]
    folder.mkdir(exist_ok=True)
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), folder / "07-small.ipynb")
    return folder


# The search for what was masked ---------------------------------------------------------------------------------------

MASKED = {"Al Brook": True, "O'Hara-Said": True, "Will Park": False, "José Peña": True}
LEAKS = [
    ("plain", "a.html", "so Al Brook was", True), ("another case", "a.html", "AL BROOK", True),
    ("over a line", "a.html", "Al\n  Brook", True), ("in an address", "a.html", "x/al-brook.html", True),
    ("over tags", "a.html", "<mark>Al</mark> <b>Brook</b>", True), ("escaped", "a.html", "O&#x27;Hara-Said", True),
    ("another apostrophe", "a.html", "O’Hara Said", True), ("quoted", "a.html", "?q=Al%20Brook", True),
    ("as JSON", "a.ipynb", r'"Jos\u00e9 Pe\u00f1a"', True), ("decomposed", "a.html", "Jose\u0301 Pen\u0303a", True),
    ("embedded", "a.html", "data:text/csv;base64," + base64.b64encode(b"name\nAl Brook\n").decode(), True),
    ("in the file's name", "al-brook.html", "", True),
    ("part of a word", "a.html", "Al Brookes, Hal Brook", False), ("common words", "a.html", "the will park", False),
    ("their own case", "a.html", "Will Park", True), ("nothing", "a.html", "[person 1]", False),
]


@pytest.mark.parametrize(("label", "name", "content", "found"), LEAKS, ids=[case[0] for case in LEAKS])
def test_what_was_masked_is_found(label, name, content, found):
    assert bool(publishing.leaks({name: content.encode()}, MASKED)) is found


@pytest.mark.slow
@pytest.mark.parametrize("code", [
    "from beatbook import opening\nopening.open_record(source, '', redact)\nprint('Al Brook was there')",
    "from beatbook import opening\nopening.open_record(source, '', redact)\nprint('<b>Al</b>  Brook')",
], ids=["plain", "disguised"])
def test_a_report_with_a_masked_name_is_not_published(code, tmp_path):
    folder = notebook(tmp_path / "notebooks", code)
    with pytest.raises(ReportError, match="not published: something that was masked"):
        reports.report(["raid.txt"], "small", {"redact": "true"}, notebooks=folder)
    assert not (tmp_path / "reports").exists()
    assert reports.report(["raid.txt"], "small", notebooks=folder)


def names_of(data):
    return {name for fact in data["facts"].get("outcomes", []) for name in fact.get("names", [])}


@pytest.mark.slow
def test_no_gold_name_is_in_any_file(project, shared, tmp_path):
    """All dev documents with names, as HTML, PDF, executed notebook and data; says ids alone, some are held out."""
    pikepdf = pytest.importorskip("pikepdf")
    rows, names = [], {}
    for path in sorted((shared / "benchmark" / "dev").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        if names_of(data):
            names[data["id"]] = names_of(data)
            rows.append({key: data.get(key) for key in ("id", "text", "title", "country", "published")})
    made = []
    for name, part in (("some", rows[::9]), ("others", [row for at, row in enumerate(rows) if at % 9])):
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, part)), encoding="utf-8")
        # A PDF takes as long as the rest together.
        options = reports.Options(pdf=name == "some", data=True, keep_notebook=True)
        made += reports.report([f"{name}.jsonl"], parameters={"redact": True}, notebooks=project / "notebooks",
                               options=options)
    assert len(made) == len(rows) > 3
    left = set()
    for path in (path for path in (tmp_path / "reports").rglob("*") if path.is_file()):
        id = path.parent.name.removesuffix("-data") if path.parent.name.endswith("-data") else path.stem
        masked = dict.fromkeys(names.get(id, ()), True)
        content = path.read_bytes()
        files = {path.name: content}
        if path.suffix == ".pdf":
            # Every string and stream of the file: alternative texts, outline, metadata.
            with pikepdf.open(path) as document:
                held = [str(value) for thing in document.objects for value in strings(thing, pikepdf)]
                held += [bytes(thing.read_bytes()).decode("latin-1") for thing in document.objects
                         if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") not in ("/Image",)]
            files["all.txt"] = "\n".join(held).encode()
        if publishing.leaks(files, masked):
            left.add((id, path.suffix))
    assert left == set()


def strings(thing, pikepdf):
    if isinstance(thing, pikepdf.String):
        yield thing
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            if not part.is_indirect if isinstance(part, pikepdf.Object) else False:
                yield from strings(part, pikepdf)
    elif isinstance(thing, pikepdf.Dictionary):
        for _, part in thing.items():
            if isinstance(part, pikepdf.Object) and not part.is_indirect:
                yield from strings(part, pikepdf)


# Forked runs ----------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not forking.available(), reason="processes cannot be forked here")
def test_a_report_sees_nothing_of_another(tmp_path):
    code = ("import beatbook, os, pandas as pd\n"
            "print(getattr(beatbook, 'left', 0), os.environ.get('LEFT'), pd.options.display.max_rows, dir())\n"
            "beatbook.left = 1; os.environ['LEFT'] = 'x'; pd.options.display.max_rows = 7; mine = 1")
    folder = notebook(tmp_path / "notebooks", code)
    made = reports.report(["raid.txt", "second.txt"], "small", notebooks=folder, options=reports.Options(at_once=1))
    shown = [html.unescape(path.read_text(encoding="utf-8")) for path in made]
    assert all("0 None 60" in page and "'mine'" not in page for page in shown)


@pytest.mark.slow
@pytest.mark.skipif(not forking.available(), reason="processes cannot be forked here")
def test_a_run_that_dies_costs_no_other(tmp_path):
    folder = notebook(tmp_path / "notebooks", "import os\nif source == 'raid.txt': os._exit(3)\nprint('alive')")
    errors = []
    made = reports.report(["raid.txt", "second.txt"], "small", notebooks=folder, on_error=errors.append)
    assert [path.name for path in made] == ["second-small.html"]
    assert "its process ended before it was done" in str(errors[0])


@pytest.mark.slow
@pytest.mark.skipif(not forking.available(), reason="processes cannot be forked here")
def test_a_kernel_gives_the_same_page(project, tmp_path):
    path = project / "notebooks" / "01-operation.ipynb"
    source, values = running.read(path), {"source": "raid.txt"}

    def forked(_):
        return {"page": rendering.render(running.run_here(source, values, path.name)[0])[0]}

    [(_, result)] = forking.each([0], forked, 1)
    assert result["page"] == rendering.render(running.run(source, values, path.name))[0]


# Beside the page ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def whole(project, tmp_path_factory):
    """The report of the default sample with all that may be laid beside it; its folder."""
    folder = tmp_path_factory.mktemp("whole")
    reports.report([str(project / "data/sample/week-of-action.txt")], to=folder, notebooks=project / "notebooks",
                   options=reports.Options(pdf=True, data=True, keep_notebook=True))
    return folder


@pytest.mark.slow
def test_the_pdf_is_accessible(whole):
    """What PDF/UA asks for and a program can tell: tags, language, title, alternative texts, outline, headings."""
    pikepdf = pytest.importorskip("pikepdf")
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))  # OSError: the system has no Pango
    with pikepdf.open(whole / "week-of-action.pdf") as document:
        root = document.Root
        assert root.MarkInfo.Marked and str(root.Lang) == "en" and root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as metadata:
            assert str(metadata["{http://www.aiim.org/pdfua/ns/id/}part"]) == "1"
            assert metadata["dc:title"].startswith("A week-long operation")
        things = [thing for thing in document.objects if isinstance(thing, pikepdf.Dictionary) and "/S" in thing]
        kinds = [str(thing.S) for thing in things]
        figures = [thing for thing in things if thing.S == "/Figure"]
        assert len(figures) >= 4 and all(len(str(figure.Alt)) > 20 for figure in figures)
        assert kinds.count("/H1") == 1 and "/H2" in kinds and {"/Table", "/TH", "/TD", "/Link"} <= set(kinds)
        heads = [thing for thing in things if thing.S == "/TH"]
        assert {str(head.A.Scope) for head in heads} == {"/Column", "/Row"}, "heads have their scope"
        lists = [thing for thing in things if thing.S == "/L"]
        assert len(lists) >= 4 and {str(item.S) for each in lists for item in each.K} == {"/LI"}, "lists hold items"
        assert all(page.get("/Tabs") == "/S" for page in document.pages if "/Annots" in page)
        assert all("/StructParents" in page for page in document.pages)
        with document.open_outline() as outline:
            assert len(outline.root) == 1 and len(outline.root[0].children) >= 5
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font" and "/FontDescriptor" in thing:
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(thing.FontDescriptor.keys()), "embedded"


@pytest.mark.slow
def test_beside_the_page(whole, project):
    """The record, the figures' data, and the executed notebook without folders of the machine or times."""
    record = json.loads((whole / "week-of-action-data" / "record.json").read_text(encoding="utf-8"))
    assert record["release"]["id"] == "week-of-action" and record["facts"]["seizures"]
    assert (whole / "week-of-action-data" / "outcomes.csv").read_text(encoding="utf-8").count("\n") > 1
    kept = (whole / "week-of-action.ipynb").read_text(encoding="utf-8")
    nbformat.validate(nbformat.reads(kept, as_version=4))
    assert str(project) not in kept and "papermill" not in kept and 'source = \\"week-of-action.txt\\"' in kept


@pytest.mark.slow
def test_beside_a_page_on_many_releases(project, tmp_path):
    """The figures' data and the releases with their hashes; masked, no name is in any of them, officials' included."""
    rows = [{"id": f"r{at}", "text": f"{RAID} Inspector Jo Field said: “Wait {at}.”"} for at in (1, 2)]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    [page] = reports.report(["rows.jsonl"], "corpus", {"redact": True, "mask_officials": True},
                            notebooks=project / "notebooks", options=reports.Options(data=True))
    beside = {path.name: path.read_text(encoding="utf-8") for path in (page.parent / f"{page.stem}-data").iterdir()}
    assert beside["releases.csv"].count("\n") == 3 and "sha256" in beside["releases.csv"]
    assert "funnel.csv" in beside
    files = {name: text.encode() for name, text in (beside | {"page.html": page.read_text(encoding="utf-8")}).items()}
    assert publishing.leaks(files, {"Al Brook": True, "Jo Field": True}) == []
    assert "Rules" in page.read_text(encoding="utf-8")


def test_without_a_tool_for_pdf_it_is_said(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    monkeypatch.setattr(pdf.shutil, "which", lambda name: None)
    with pytest.raises(ReportError, match=r"WeasyPrint .* or Chromium"):
        pdf.make("<p>x</p>")


@pytest.mark.slow
@pytest.mark.browser
def test_chromium_prints_where_weasyprint_is_not(whole, browser, monkeypatch):
    pikepdf = pytest.importorskip("pikepdf")
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    made = pdf.make((whole / "week-of-action.html").read_text(encoding="utf-8"))
    with pikepdf.open(__import__("io").BytesIO(made)) as document:
        assert document.Root.MarkInfo.Marked and "/StructTreeRoot" in document.Root


# The index ------------------------------------------------------------------------------------------------------------


def page_of(folder, name, **about):
    executed = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# What?\n\nIt.")])
    (folder / name).write_text(rendering.render(executed, about)[0], encoding="utf-8")


@pytest.fixture
def listed(tmp_path):
    page_of(tmp_path, "a.html", title='Guns & "roses"', published="2022-05-02", place="Kent", notebook="operation",
            key_figures=[["17", "people arrested"]], parameters={"redact": True})
    page_of(tmp_path, "b c.html", title="<b>Knives</b>", published="2023-01-01")
    (tmp_path / "foreign.html").write_text("<title>x</title>", encoding="utf-8")
    return tmp_path


def test_the_index_lists_what_reports_say_of_themselves(listed):
    text = indexing.update(listed).read_text(encoding="utf-8")
    assert text.index("&lt;b&gt;Knives") < text.index("Guns &amp;"), "the newest first"
    for words in ("2 May 2022", "Kent", "<b>17</b> people arrested", "redact: yes", 'href="b%20c.html"'):
        assert words in text
    assert "foreign" not in text and "index.html" not in text
    before = text
    page_of(listed, "d.html", title="Later", published="2024-01-01")
    after = indexing.update(listed).read_text(encoding="utf-8")
    assert "Later" in after and "Kent" in after and after != before
    assert indexing.update(listed).read_text(encoding="utf-8") == after, "the same again"


def test_a_folder_without_reports_has_no_index(tmp_path):
    assert indexing.update(tmp_path) is None and not (tmp_path / "index.html").exists()


@pytest.mark.browser
@pytest.mark.parametrize("script", [True, False])
def test_the_index_is_searched_offline(script, listed, browser):
    address = indexing.update(listed).as_uri()
    context = browser.new_context(offline=True, java_script_enabled=script)
    page = context.new_page()
    page.goto(address)
    assert page.locator("ol.reports > li:visible").count() == 2
    assert page.locator("#search").is_visible() is script
    if script:
        page.fill("#search", "kent 17")
        assert page.locator("ol.reports > li:visible").count() == 1 and "1 of 2" in page.inner_text("#said")
    context.close()


# In the browser -------------------------------------------------------------------------------------------------------


NOTEBOOKS = ("start", "operation", "corpus", "compare", "review", "quality")


@pytest.fixture(scope="module")
def all_notebooks(project, tmp_path_factory):
    """The reports of all notebooks on their own defaults, and their index; the pages' paths."""
    folder = tmp_path_factory.mktemp("notebooks")
    for name in NOTEBOOKS:
        reports.report([], name, to=folder, notebooks=project / "notebooks")
    return sorted(folder.glob("*.html"))


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light"), (320, "light"), (1280, "dark")])
def test_axe_finds_no_violation_and_nothing_is_requested(width, scheme, all_notebooks, browser):
    """WCAG 2.2 AA in the report of each notebook. The axe-core is that of the package, and works offline."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, offline=True, bypass_csp=True)
    assert len(all_notebooks) == len(NOTEBOOKS) + 1
    for path in all_notebooks:
        page = context.new_page()
        asked = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true })")
        found = axe.run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
                                                   "best-practice"]})
        faults = [(item["id"], item["nodes"][0]["html"][:200]) for item in found.response["violations"]]
        assert (path.name, faults) == (path.name, [])
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
    context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_rows_and_words_lead_to_each_other(whole, browser):
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((whole / "week-of-action.html").as_uri())
    page.click("a[href='#text-seizures-1']")
    assert page.evaluate("document.querySelector(':target').tagName") == "MARK"
    page.click("a[href='#seizures-1']")
    assert page.evaluate("document.querySelector(':target').tagName") == "TR"
    assert re.search("pistol|revolver", page.inner_text(":target"))
    context.close()
