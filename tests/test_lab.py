"""JupyterLab in a real browser: the notebooks run by Run All, and a review corrects by mouse and by keyboard."""

import csv
import re

import pytest
from lab import lab, open_notebook, run_all

pytestmark = [pytest.mark.slow, pytest.mark.browser]
MINE = "Officers seized nine knives and two pistols on 2 May 2022.\nTwo men were arrested. A crossbow was handed in.\n"


@pytest.fixture(scope="module")
def address(tmp_path_factory, project):
    """One JupyterLab for all tests here, on a copy of the notebooks."""
    folder = tmp_path_factory.mktemp("lab")
    with lab(folder, project) as address:
        yield address, folder / "work"


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


def finished(page):
    """Waits until all cells have run, and returns the errors that they show."""
    page.wait_for_function("""() => {
      const cells = window.jupyterapp.shell.currentWidget.content.widgets.filter(one => one.model.type === "code");
      return cells.every(one => one.model.executionCount) || cells.some(one => one.model.outputs.toJSON()
        .some(output => output.output_type === "error"));
    }""", polling=200)
    return page.evaluate("""() => window.jupyterapp.shell.currentWidget.content.widgets
      .filter(one => one.model.type === "code").flatMap(one => one.model.outputs.toJSON())
      .filter(output => output.output_type === "error").map(output => `${output.ename}: ${output.evalue}`)""")


@pytest.mark.parametrize("name", ["00-start.ipynb", "01-operation.ipynb"])
def test_a_notebook_runs_by_run_all_and_shows_the_marked_text(name, address, page):
    where, work = address
    if not (work / "notebooks" / name).exists():
        pytest.skip(f"there is no {name}")
    open_notebook(page, where, name)
    run_all(page)
    assert finished(page) == []
    marks = page.locator(".jp-OutputArea-output mark").first
    marks.wait_for(state="attached")
    colour = marks.evaluate("one => getComputedStyle(one).backgroundColor")
    assert colour not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 0)"), "the family's own tint, not the browser's yellow"


def test_a_review_corrects_by_mouse_and_by_keyboard_and_the_next_run_applies_it(address, page):
    where, work = address
    (work / "data" / "mine.txt").write_text(MINE, encoding="utf-8")
    notebook = work / "notebooks" / "04-review.ipynb"
    text = notebook.read_text(encoding="utf-8")
    changed = text.replace('\\"data/sample\\"', '\\"data/mine.txt\\"')
    assert changed != text
    notebook.write_text(changed, encoding="utf-8")
    open_notebook(page, where, "04-review.ipynb")
    run_all(page)
    view = page.locator(".beatbook-review")
    view.wait_for()
    assert finished(page) == []
    status, file = view.locator(".status"), work / "data" / "corrections.csv"

    def lines():
        with file.open(encoding="utf-8", newline="") as rows:
            return [(row["action"], row["family"], row["slot"], row["new"]) for row in csv.DictReader(rows)]

    assert view.locator(".text").inner_text().strip() == MINE.strip(), "the text as it is"
    assert view.locator("mark.seizures").count() >= 2

    # By mouse: choose a mark, Correct, change a slot, Save.
    view.locator(".text mark.seizures", has_text="nine knives").click()
    view.locator(".item.now").get_by_role("button", name="Correct").click()
    view.get_by_label("quantity", exact=True).fill("8")
    view.get_by_role("button", name="Save").click()
    status.get_by_text("corrected: quantity 9 → 8").wait_for()
    assert "do not prove it" in status.inner_text()
    assert lines() == [("correct", "seizures", "quantity", "8")]

    # By keyboard: delete, undo, correct; Lab's own keys (d d, a) stay away.
    cells = page.locator(".jp-Cell").count()
    while "pistol" not in view.locator(".item.now .label").inner_text():
        page.keyboard.press("j")
    page.keyboard.press("d")
    status.get_by_text("deleted: seizures").wait_for()
    page.keyboard.press("u")
    status.get_by_text("undone").wait_for()
    view.locator(".item", has_text="pistol").first.click()
    page.keyboard.press("e")
    view.locator(".form").get_by_label("quantity", exact=True).fill("3")
    page.keyboard.press("Enter")
    status.get_by_text("corrected: quantity 2 → 3").wait_for()
    assert page.locator(".jp-Cell").count() == cells

    # A fact from words selected in the text.
    view.locator(".text").evaluate("""pane => {
      const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
      let node;
      while ((node = walker.nextNode()) && !node.data.includes("crossbow"));
      const at = node.data.indexOf("crossbow");
      document.getSelection().setBaseAndExtent(node, at, node, at + 8);
    }""")
    status.get_by_text(re.compile("selected: “crossbow”")).wait_for()
    page.keyboard.press("n")
    view.get_by_label("family").select_option("places")
    view.get_by_label("name", exact=True).fill("Crossbow Lane")
    page.keyboard.press("Enter")
    status.get_by_text("added: places “crossbow”").wait_for()
    assert [line[:2] for line in lines()] == [("correct", "seizures"), ("correct", "seizures"), ("add", "places")]

    # The next run, from a new kernel's point of view: applied, and told.
    run_all(page)
    page.get_by_text("3 corrections: 3 applied.").wait_for()
    assert finished(page) == []
    view.locator(".item.added").wait_for()
    assert view.locator(".item.added .label").all_inner_texts() == ["Crossbow Lane"]
    corrected = " ".join(view.locator(".item.corrected .label").all_inner_texts())
    assert "8" in corrected and "3" in corrected


def test_the_review_is_accessible(address, page, project):
    """axe finds nothing in the widget, and it holds at double size."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    where, _ = address
    open_notebook(page, where, "04-review.ipynb")
    run_all(page)
    page.locator(".beatbook-review .item").first.click()
    page.keyboard.press("e")
    results = axe.Axe().run(page, context=".beatbook-review")
    assert results.response["passes"], "it looked at something"
    found = [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in results.response["violations"]]
    assert found == []
    page.set_viewport_size({"width": 700, "height": 500})
    wide = page.locator(".beatbook-review").evaluate("one => one.scrollWidth - one.clientWidth")
    assert wide <= 0, "nothing is cut off at 200 %"
