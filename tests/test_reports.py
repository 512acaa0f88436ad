"""Reports: what is published and what is not, what they hold, and that nothing in them runs or is fetched."""

import html
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from beatbook import opening, rendering, reports, running
from beatbook.errors import InputError, ReportError, UsageError

RAID = "Officers seized nine knives and £500 in cash on 2 May 2022. Two men were arrested."
HOSTILE = (
    'Officers seized two knives <script>document.title = "pwned"</script> and a gun.\n'
    "<b onclick=\"document.title = 'pwned'\">Three men</b> were arrested.\n"
    "<a href=\"javascript:document.title = 'pwned'\">javascript:alert(1)</a> "
    "<img src=\"http://127.0.0.1:9/x.png\" onerror=\"document.title = 'pwned'\">\n"
    '</div></main><style>body{display:none}</style><iframe src="javascript:alert(1)"></iframe> {{ 7*7 }} {% raw %}'
)

# A notebook that needs no more than a kernel: most of what reports promise does not hang on the operation notebook.
SMALL = (
    ("markdown", "# What is it?\n\nIt is a test."),
    ("parameters", 'source: str = "none.txt"  # The input\nrelease_id: str = ""  # The release\n'
                   "count: int = 3  # A number\nshare: float = 0.5  # Another\nflag: bool = False  # Yes or no\n"
                   'names: list = []  # Several\ntitle: str = ""  # Title\nfail: bool = False  # Fails'),
    ("code", "import pathlib, sys\nprint('stdout', source, count, share, flag, names, title)\n"
             "print('from a library', file=sys.stderr)\nassert not fail, 'as asked'"),
    ("markdown", "## And then?\n\nMore."),
    ("code", "type(count), type(share), type(flag), type(names)"),
)


@pytest.fixture
def notebooks(tmp_path):
    """A folder with one small notebook, 07-small.ipynb."""
    made = []
    for at, (kind, source) in enumerate(SMALL):
        if kind == "markdown":
            made.append(nbformat.v4.new_markdown_cell(source, id=f"c{at}"))
        else:
            metadata = {"tags": ["parameters"]} if kind == "parameters" else {}
            made.append(nbformat.v4.new_code_cell(source, id=f"c{at}", metadata=metadata))
    folder = tmp_path / "notebooks"
    folder.mkdir()
    kernel = {"kernelspec": {"name": "some-other-kernel", "display_name": "x", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=made, metadata=kernel), folder / "07-small.ipynb")
    return folder


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """Every test stands in a folder of its own, with one release in it."""
    monkeypatch.chdir(tmp_path)
    Path("raid.txt").write_text(RAID, encoding="utf-8")


class _Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.headings, self.images, self.ids = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "img":
            self.images.append(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])


# Parameters -----------------------------------------------------------------------------------------------------------

GOOD = [
    ("count", "007", 7), ("count", 12, 12), ("count", "-3", -3), ("share", "2", 2.0), ("share", ".5", 0.5),
    ("flag", "true", True), ("flag", "No", False), ("flag", True, True), ("flag", "1", True),
    ("title", "007", "007"), ("title", "true", "true"), ("title", "a=b # c", "a=b # c"), ("title", "", ""),
    ("names", '["a", "b"]', ["a", "b"]), ("names", ["a"], ["a"]),
]
BAD = [
    ("count", "many", "parameter count takes a whole number, not 'many'"), ("count", "1_000", "a whole number"),
    ("count", "1.5", "a whole number"), ("count", "", "a whole number"), ("count", True, "a whole number"),
    ("count", "inf", "a whole number"), ("share", "half", "parameter share takes a number, not 'half'"),
    ("share", "nan", "a number"), ("flag", "maybe", "parameter flag takes true or false, not 'maybe'"),
    ("flag", "", "true or false"), ("names", "a, b", "a JSON list"), ("names", '{"a": 1}', "a JSON list"),
    ("title", 7, "a value of type str"),
    ("sauce", "x", "07-small.ipynb has no parameter 'sauce', but source, release_id, count, share, flag, names"),
]


@pytest.mark.parametrize(("name", "given", "expected"), GOOD, ids=lambda value: repr(value))
def test_values_take_the_declared_type(name, given, expected, notebooks):
    known = running.parameters(running.read(notebooks / "07-small.ipynb"))
    value = running.coerce({name: given}, known, "07-small.ipynb")[name]
    assert value == expected and type(value) is type(expected)


@pytest.mark.parametrize(("name", "given", "message"), BAD, ids=lambda value: repr(value)[:40])
def test_other_values_and_names_are_refused(name, given, message, notebooks):
    with pytest.raises(UsageError, match=re.escape(message)):
        reports.report(["raid.txt"], "small", {name: given}, notebooks=notebooks)
    assert not Path("reports").exists()


@pytest.mark.parametrize(("name", "message"), [
    ("nothing", "no notebook 'nothing' in"), ("none.ipynb", "none.ipynb: no such notebook"),
])
def test_an_unknown_notebook_names_those_there_are(name, message, notebooks):
    with pytest.raises(UsageError, match=re.escape(message)) as raised:
        reports.report(["raid.txt"], name, notebooks=notebooks)
    assert name.endswith(".ipynb") or "but small" in str(raised.value)


def test_a_file_that_is_no_notebook(notebooks):
    (notebooks / "08-broken.ipynb").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be read as a notebook"):
        reports.report(["raid.txt"], "broken", notebooks=notebooks)


# Running and publishing -----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_report_of_a_small_notebook(notebooks, capfd):
    """The kernel is ours whatever the notebook names; the terminal stays quiet; what libraries warn of is left out."""
    [path] = reports.report(["raid.txt"], "small", {"count": "4", "title": "A \"b\" \\ {x} '''"}, notebooks=notebooks)
    assert path == Path("reports/raid-small.html")
    page = path.read_text(encoding="utf-8")
    assert "stdout raid.txt 4 0.5 False [] A \"b\" \\ {x} '''" in html.unescape(page)
    assert "from a library" not in page.split("<footer>")[0]
    assert capfd.readouterr().err == ""


@pytest.mark.slow
def test_a_failed_run_is_never_published(notebooks):
    Path("reports").mkdir()
    earlier = Path("reports/raid-small.html")
    earlier.write_text("earlier", encoding="utf-8")
    with pytest.raises(ReportError, match=r"07-small\.ipynb failed at 'import pathlib, sys': AssertionError: as asked"):
        reports.report(["raid.txt"], "small", {"fail": "true"}, notebooks=notebooks)
    assert earlier.read_text(encoding="utf-8") == "earlier"
    assert [path.name for path in Path("reports").iterdir()] == ["raid-small.html"], "nothing is left beside it"


@pytest.mark.slow
def test_one_bad_input_does_not_cost_the_others(notebooks):
    Path("rows.jsonl").write_text(
        '{"id": "a/b", "text": "Two knives were seized."}\nnot json\n{"id": "A:B", "text": "A gun was seized."}\n',
        encoding="utf-8")
    errors = []
    inputs = ["missing.txt", "rows.jsonl", "raid.txt"]
    paths = reports.report(inputs, "small", notebooks=notebooks, on_error=errors.append)
    assert [path.name for path in paths] == ["rows-small.html", "rows-small-2.html", "raid-small.html"]
    assert [type(error) for error in errors] == [InputError, InputError]
    assert "missing.txt" in str(errors[0]) and "rows.jsonl" in str(errors[1])


def mixed_folder():
    """A folder whose first file is no PDF, with two releases of one file and two of one name."""
    for place in ("in", "in/a", "in/b"):
        Path(place).mkdir()
    Path("in/a broken.pdf").write_bytes(b"%PDF-1.4 no more")
    Path("in/knives.txt").write_text("Officers seized three knives.", encoding="utf-8")
    Path("in/rows.jsonl").write_text(
        '{"id": "x", "text": "A gun was seized."}\n{"text": "An axe was seized."}\n', encoding="utf-8")
    for place in ("a", "b"):
        Path(f"in/{place}/raid.txt").write_text(RAID, encoding="utf-8")


@pytest.mark.slow
def test_a_broken_file_of_a_folder_is_told_once_and_costs_no_other_its_report(project):
    mixed_folder()
    errors = []
    paths = reports.report(["in"], notebooks=project / "notebooks", on_error=errors.append)
    assert [path.stem for path in paths] == ["a-raid", "b-raid", "knives", "x", "rows-2"]
    assert [Path(error.source).name for error in errors] == ["a broken.pdf"]


def test_a_file_of_a_folder_is_read_alone_where_its_id_stays(tmp_path):
    """Each run would else read all files before it once more."""
    mixed_folder()
    known = {name: running.Parameter(name, "str", "", "") for name in ("source", "release_id")}
    runs = list(reports._runs(["in"], known, {}, lambda error: None))
    assert runs == [
        {"source": "in", "release_id": "a-raid"}, {"source": "in", "release_id": "b-raid"}, {"source": "in/knives.txt"},
        {"source": "in", "release_id": "x"}, {"source": "in", "release_id": "rows-2"},
    ]
    for run in runs:
        wanted = run.get("release_id", "knives")
        assert opening.open_release(run["source"], run.get("release_id", "")).id == wanted


def test_what_stands_beside_the_only_release_is_warned_of():
    mixed_folder()
    for name in ("a/raid.txt", "b/raid.txt", "rows.jsonl"):
        Path("in", name).unlink()
    with pytest.warns(UserWarning, match=r"a broken\.pdf: is no PDF"):
        assert opening.open_release("in").id == "knives"
    Path("in/knives.txt").unlink()
    with pytest.raises(InputError, match=r"a broken\.pdf: is no PDF"):
        opening.open_release("in")


def test_an_input_that_cannot_be_read(notebooks):
    with pytest.raises(InputError, match=r"missing\.txt: no such"):
        reports.report(["missing.txt"], "small", notebooks=notebooks)
    assert not Path("reports").exists()


def test_standard_input_is_refused(notebooks):
    with pytest.raises(UsageError, match="standard input"):
        reports.report(["-"], "small", notebooks=notebooks)


@pytest.mark.slow
def test_without_a_handler_the_error_comes_last(notebooks):
    with pytest.raises(ReportError, match=r"missing\.txt: no such .* \(the other 1 are in reports\)"):
        reports.report(["missing.txt", "raid.txt"], "small", notebooks=notebooks)
    assert Path("reports/raid-small.html").exists()


@pytest.mark.parametrize(("about", "extra", "expected"), [
    ({"release_id": "met-1"}, {}, "met-1"), ({"release_id": "../../etc/passwd"}, {}, "etc-passwd"),
    ({"release_id": "a b<c>:d"}, {}, "a-b-c-d"), ({}, {"source": "x/raid.txt"}, "raid"), ({}, {}, "01-operation"),
    ({"release_id": "CON"}, {}, "CON-report"), ({"release_id": "index"}, {}, "index-report"),
    ({"release_id": "…"}, {}, "report"), ({"release_id": "é" * 200}, {}, "é" * 80),
    ({"release_id": ".hidden"}, {}, "hidden"),
], ids=str)
def test_file_names_are_safe(about, extra, expected):
    assert reports._name(reports._Job(Path("01-operation.ipynb"), None, {}, extra), about) == expected


@pytest.mark.parametrize(("about", "extra", "expected"), [
    ({}, {"source": "x/raid.txt"}, "raid-start"), ({"release_id": "met-1"}, {}, "met-1-start"), ({}, {}, "00-start"),
    ({"release_id": "é" * 200}, {}, "é" * 74 + "-start"),
], ids=str)
def test_two_notebooks_on_one_release_have_files_of_their_own(about, extra, expected):
    assert reports._name(reports._Job(Path("00-start.ipynb"), None, {}, extra, "start"), about) == expected


def test_a_kernel_that_lost_its_port_is_started_once_more(notebooks, monkeypatch):
    tried = []

    def execute(*_, **__):
        tried.append(1)
        if len(tried) == 1:
            raise RuntimeError("Kernel died before replying to kernel_info")
        return nbformat.v4.new_notebook()

    def fail(*_, **__):
        raise RuntimeError("no")

    monkeypatch.setattr(running.papermill, "execute_notebook", execute)
    running.run(running.read(notebooks / "07-small.ipynb"), {}, "07-small.ipynb")
    assert len(tried) == 2
    tried.clear()
    monkeypatch.setattr(running.papermill, "execute_notebook", fail)
    with pytest.raises(ReportError, match="its kernel did not start"):
        running.run(running.read(notebooks / "07-small.ipynb"), {}, "07-small.ipynb")


# The operation report -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def operation(project, tmp_path_factory):
    """The report of the default sample, made twice, and of a hostile release; paths and pages by name."""
    folder = tmp_path_factory.mktemp("operation")
    (folder / "evil.jsonl").write_text(
        json.dumps({"id": "<i>evil</i>", "title": "<script>1</script> & co", "text": HOSTILE}), encoding="utf-8")
    source = str(project / "data" / "sample" / "week-of-action.txt")
    made = {}
    for name, given in (("sample", source), ("again", source), ("hostile", str(folder / "evil.jsonl"))):
        [path] = reports.report([given], to=folder / name, notebooks=project / "notebooks")
        made[name] = path
    return made


@pytest.mark.slow
def test_the_same_input_gives_the_same_bytes(operation):
    assert operation["sample"].read_bytes() == operation["again"].read_bytes()


@pytest.mark.slow
def test_the_page_is_whole_and_accessible(operation, project):
    text = operation["sample"].read_text(encoding="utf-8")
    page = _Page(text)
    assert len(text.encode()) < 400_000
    assert text.lower().startswith("<!doctype html>")
    assert ("html", {"lang": "en"}) in page.tags
    assert re.search(r"<title>[^<]+</title>", text)
    for tag in ("header", "main", "footer", "nav"):
        assert sum(name == tag for name, _ in page.tags) == 1
    assert any(tag == "a" and attributes.get("class") == "skip" for tag, attributes in page.tags)
    assert page.headings.count(1) == 1 and page.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert len(page.images) >= 4 and all(len(image["alt"]) > 20 for image in page.images)
    assert len(page.ids) == len(set(page.ids)), "anchors are unique"
    for tag, attributes in page.tags:
        if tag == "a" and attributes["href"].startswith("#"):
            assert attributes["href"][1:] in page.ids
    assert str(project) not in text and str(operation["sample"].parent) not in text, "no folder of this machine"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_nothing_is_linked_from_outside(name, operation):
    for tag, attributes in _Page(operation[name].read_text(encoding="utf-8")).tags:
        assert tag not in ("script", "iframe", "object", "embed", "form", "link", "base")
        assert not any(attribute.startswith("on") for attribute in attributes)
        for attribute in ("href", "src"):
            value = attributes.get(attribute, "#")
            assert value.startswith(("#", "data:image/png;base64,", "data:text/csv;base64,")), value


@pytest.mark.slow
def test_the_code_is_folded_away(operation):
    text = operation["sample"].read_text(encoding="utf-8")
    shown, _, code = text.partition("<summary>The code that made it</summary>")
    assert "display.facts(record" in code and "display.facts(record" not in shown


@pytest.mark.slow
@pytest.mark.browser
def test_hostile_text_is_shown_as_text(operation, browser):
    """In a real browser: nothing of the document runs, is fetched or changes the page; it stands there as text."""
    context = browser.new_context()
    page = context.new_page()
    requests, dialogs = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(operation["hostile"].as_uri())
    text = page.inner_text("main")
    text = re.sub(r"(?<=\w)(Se|Ou|Op|Ac|In|Pl|Qu|Co|Ai)\d+", "", text)  # without the facts' short names
    for words in ('<script>document.title = "pwned"</script>', "onclick=", "javascript:alert(1)", "{{ 7*7 }} {% raw"):
        assert words in text
    for mark in page.query_selector_all("main b, main mark"):
        mark.click(force=True)
    page.wait_for_timeout(200)
    assert page.title() == "<script>1</script> & co" and page.inner_text("h1") == "<script>1</script> & co"
    assert not dialogs
    assert [url for url in requests if not url.startswith(("data:", "file:"))] == []
    assert page.evaluate("document.body.offsetHeight") > 500, "no style of the document hides the page"
    context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_hostile_text_is_text_in_the_notebook_too(project, browser, tmp_path):
    """As JupyterLab shows it: outputs unsanitised, so that only our own escaping stands between text and page."""
    from nbconvert.exporters import HTMLExporter

    (tmp_path / "evil.txt").write_text(HOSTILE, encoding="utf-8")
    notebook = running.read(project / "notebooks" / "01-operation.ipynb")
    done = running.run(notebook, {"source": "evil.txt", "title": HOSTILE}, "01-operation.ipynb")
    body, _ = HTMLExporter(template_name="basic", sanitize_html=False).from_notebook_node(done)
    (tmp_path / "lab.html").write_text(f"<!doctype html><title>lab</title>{body}", encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((tmp_path / "lab.html").as_uri())
    assert page.title() == "lab"
    assert page.evaluate("document.querySelectorAll('script, iframe, [onclick], [onerror]').length") == 0
    assert "javascript:alert(1)" in page.inner_text(".release")
    context.close()


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_page_fits_the_screen(width, operation, browser):
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=True)
    page = context.new_page()
    page.goto(operation["sample"].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")
    context.close()


@pytest.mark.slow
def test_redaction_reaches_the_whole_file(project):
    Path("brook-jailed.jsonl").write_text(json.dumps({
        "id": "brook-jailed", "title": "Al Brook jailed", "country": "GB",
        "text": "Al Brook, 31, of Luton, was charged with murder on 2 May 2022. Brook was remanded in custody. "
                "Inspector Jo Field said: “We are pleased.”"}), encoding="utf-8")
    [path] = reports.report(["brook-jailed.jsonl"], parameters={"redact": "true"}, notebooks=project / "notebooks")
    page = path.read_text(encoding="utf-8")
    if "person 1" not in page:
        pytest.xfail("the extractor does not name him yet")
    assert "brook" not in (page + path.name).lower()
    assert "Jo Field" in page


def test_rendering_sanitises_what_a_notebook_brings():
    """Another's notebook is not ours to trust: whatever its outputs and Markdown hold, nothing of it runs."""
    bad = '<script>x</script><p onclick="x" class="ok">y</p><a href="javascript:x">z</a><a href="https://a.b">w</a>'
    bad += '<img src="https://a.b/c.png"><style>p{display:none}</style>'
    notebook = nbformat.v4.new_notebook(cells=[
        nbformat.v4.new_markdown_cell(f"# Title <script>1</script>\n\nabout {bad}"),
        nbformat.v4.new_markdown_cell(f"## Head\n\n{bad} [k](javascript:x) ![i](https://a.b/d.png)"),
        nbformat.v4.new_code_cell("1", outputs=[
            nbformat.v4.new_output("display_data", data={"text/html": bad}),
            nbformat.v4.new_output("display_data", data={"application/javascript": "alert(1)"}),
            nbformat.v4.new_output("display_data", data={"image/svg+xml": "<svg onload='x'/>"}),
            nbformat.v4.new_output("execute_result", data={"text/plain": "<b>plain</b>"}, execution_count=1),
        ])])
    page, about = rendering.render(notebook)
    assert about["title"] == "Title <script>1</script>"
    tags = _Page(page).tags
    assert not {tag for tag, _ in tags} & {"script", "svg", "b", "img"}
    assert sum(tag == "style" for tag, _ in tags) == 1, "our own"
    for _, attributes in tags:
        assert not any(name.startswith("on") for name in attributes)
        assert attributes.get("href", "#").startswith("#")
    assert '<p class="ok">y</p>' in page and "&lt;b&gt;plain&lt;/b&gt;" in page


def test_a_heading_that_nothing_follows_is_left_out():
    notebook = nbformat.v4.new_notebook(cells=[
        nbformat.v4.new_markdown_cell("# T"), nbformat.v4.new_markdown_cell("## Empty"),
        nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_markdown_cell("## Full\n\nWords.")])
    page, _ = rendering.render(notebook)
    assert "Full" in page and "Empty" not in page


def test_making_reports_imports_no_more_than_it_needs():
    """What a kernel imports again is not imported here, nor a grammar that takes longer than everything else."""
    code = "import sys, beatbook.reports\nassert not {'rfc3987_syntax', 'pandas', 'matplotlib'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.parametrize(("before", "after"), [
    ("<mark>a</mark>\n\n<mark>b</mark>", "<mark>a</mark><br><br><mark>b</mark>"),
    ("<mark>a</mark>\n<mark>b</mark>", "<mark>a</mark>\n<mark>b</mark>"),
    ("<mark>a</mark>.\n\n<mark>b</mark>", "<mark>a</mark>.\n\n<mark>b</mark>"),
])
def test_blank_lines_between_marks_are_seen(before, after):
    """Nothing but white space between two marks would be folded, and two paragraphs shown as one list."""
    assert rendering.sanitised(before) == after
