#!/usr/bin/env python3
"""Makes docs/images/report.png and corpus.png: the beginning of a real report and a figure of another, as the README
shows them.

    python docs/images/reports.py
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = PROJECT / "docs" / "images"
END = "Two men, one in his 50s"  # the picture of the report ends above these words of the release
FIGURE = "Releases that report a seizure, by kind and period"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 1000})
        page.goto(report(folder, "data/sample/week-of-action.txt"))
        bottom = page.locator("mark").filter(has_text=END).first.bounding_box()["y"]
        area = {"x": 120, "y": 16, "width": 860, "height": bottom - 24}
        page.screenshot(path=PICTURES / "report.png", full_page=True, clip=area)
        page.goto(report(folder, "data/sample", "data/benchmark/varied", "--notebook", "corpus"))
        figure(page).screenshot(path=PICTURES / "corpus.png")
        browser.close()
    for name in ("report.png", "corpus.png"):
        few = Image.open(PICTURES / name).convert("RGB").quantize(64, dither=Image.Dither.NONE)
        few.save(PICTURES / name, optimize=True)


def report(folder: str, *arguments: str) -> str:
    """The address of a report made just now."""
    command = [sys.executable, "-m", "beatbook", "report", *arguments, "--to", folder]
    made = subprocess.run(command, cwd=PROJECT, check=True, capture_output=True, text=True)  # noqa: S603
    return (PROJECT / made.stdout.split()[0]).as_uri()


def figure(page: Page) -> Locator:
    return page.locator(f'img[alt^="{FIGURE}"]').first


if __name__ == "__main__":
    main()
