"""The reports that are committed for a look are those that the project makes now."""

import html
import re
import runpy

import pytest

# What hangs on the machine's Python and on the libraries that draw, and not on this project.
_VERSION = re.compile(r'<th scope="row">(?:Python|pandas|matplotlib|nltk|beatbook|Rules)</th>\s*<td[^>]*>[^<]*</td>')
_PICTURE = re.compile(r"<img [^>]*>")


def told(page):
    """What a report says: its text and tables, without versions; of each figure its alternative text."""
    page = _VERSION.sub("", page)
    page = _PICTURE.sub(lambda image: re.search(r'alt="([^"]*)"', image[0])[1], page)
    return html.unescape(page).splitlines()


@pytest.mark.slow
def test_the_sample_is_fresh(project, tmp_path):
    """Remake it with: python reports/sample/make.py"""
    folder = project / "reports" / "sample"
    runpy.run_path(str(folder / "make.py"))["make"](tmp_path)
    made = {path.name: told(path.read_text(encoding="utf-8")) for path in tmp_path.glob("*.html")}
    kept = {path.name: told(path.read_text(encoding="utf-8")) for path in folder.glob("*.html")}
    assert sorted(made) == sorted(kept)
    stale = [name for name in made if made[name] != kept[name]]
    assert stale == [], "the reports have changed: python reports/sample/make.py"


def test_the_sample_is_small(project):
    files = list((project / "reports" / "sample").glob("*.html"))
    assert files and sum(path.stat().st_size for path in files) < 600_000
