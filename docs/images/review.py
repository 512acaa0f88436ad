#!/usr/bin/env python3
"""Makes docs/images/review.png: the review notebook in JupyterLab, as the README shows it.

    python docs/images/review.py
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "tests"))
from lab import lab, open_notebook, run_all  # noqa: E402


def main() -> None:
    with (tempfile.TemporaryDirectory() as folder, lab(Path(folder), PROJECT) as address,
          sync_playwright() as playwright):
        notebook = Path(folder) / "work" / "notebooks" / "04-review.ipynb"
        text = notebook.read_text(encoding="utf-8").replace('\\"data/sample\\"', '\\"data/sample/week-of-action.txt\\"')
        notebook.write_text(text.replace('who: str = \\"\\"', 'who: str = \\"R. Reader\\"'), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 1200})
        open_notebook(page, address, "04-review.ipynb")
        page.keyboard.press("Control+b")
        run_all(page)
        view = page.locator(".beatbook-review")
        view.locator(".text mark.seizures").first.click(timeout=60_000)
        page.keyboard.press("e")
        view.locator(".form").wait_for()
        view.screenshot(path=PROJECT / "docs" / "images" / "review.png")
        browser.close()


if __name__ == "__main__":
    main()
