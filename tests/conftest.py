"""Fixtures that every test may ask for."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root folder."""
    return PROJECT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the project: benchmark, design and the real release. Skips where it is absent."""
    folder = PROJECT.parent / "shared"
    if not (folder / "benchmark").is_dir():
        pytest.skip(f"needs the benchmark, and there is no {folder.name}/benchmark beside the project")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium of this machine, driven by playwright, for tests marked `browser`.

    Skips where the machine has none. Give each page a context of its own, so that nothing is kept between tests, and
    `offline=True` where a page has to stand alone.
    """
    names = ("chromium", "chromium-browser", "google-chrome")
    executable = next(filter(None, map(shutil.which, names)), None)
    if executable is None:
        pytest.skip(f"needs a browser, and none of {', '.join(names)} is on the PATH")
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright, which is not installed")
    # Chromium's sandbox refuses to start as root.
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield running
        running.close()


@pytest.fixture
def steps() -> Callable[[Callable[[], Any]], int]:
    """How many calls a piece of work makes: a measure of its growth that a busy machine does not change."""

    def count(work: Callable[[], Any]) -> int:
        calls = 0

        def seen(*_: Any) -> None:
            nonlocal calls
            calls += 1

        before = sys.getprofile()
        sys.setprofile(seen)
        try:
            work()
        finally:
            sys.setprofile(before)
        return calls

    return count
