"""A report's page as a tagged PDF: by WeasyPrint, else by a Chromium of this machine."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from beatbook.errors import ReportError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
HOW = (
    "no PDF is made: it needs WeasyPrint (pip install 'beatbook[pdf]', and Pango from the system, on Debian "
    "libpango-1.0-0 and libpangoft2-1.0-0), or Chromium")
_OTHERWISE = "leave out --pdf, or install WeasyPrint (pip install 'beatbook[pdf]')"
_SECONDS = 120


def make(page: str) -> bytes:
    """The PDF of a report's page: PDF/UA, with its outline, alternative texts, language and title.

    Nothing is fetched for it: what the page does not hold itself is left out.

    Raises:
        ReportError: neither WeasyPrint nor a Chromium is here; says what to install.
    """
    try:
        import weasyprint  # type: ignore[import-untyped]
    except (ImportError, OSError):  # OSError: the Python package is there, and Pango is not
        browser = next(filter(None, map(shutil.which, BROWSERS)), None)
        if browser is None:
            raise ReportError(HOW) from None
        return _printed(page, browser)
    return _typeset(page, weasyprint)


def _typeset(page: str, weasyprint: Any) -> bytes:
    import logging

    logging.getLogger("weasyprint").setLevel(logging.ERROR)  # of rules for screens that paper does not know
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")

    # Pictures are in the page itself; of all else nothing is fetched.
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    document = weasyprint.HTML(string=_for_paper(page), url_fetcher=fetcher)
    return bytes(document.write_pdf(finisher=_finish, pdf_variant="pdf/ua-1", pdf_identifier=b"beatbook"))


def _finish(document: Any, pdf: Any) -> None:
    """Adds what WeasyPrint leaves out: of which cells a head is the head, and that links belong to the printed page."""
    elements = {thing.reference: thing for thing in pdf.objects if hasattr(thing, "get")}
    for thing in elements.values():
        if thing.get("S") == "/TH":
            row = elements.get(thing["P"], {})
            above = elements.get(row.get("P"), {}).get("S")
            thing["A"]["Scope"] = "/Column" if above == "/THead" else "/Row"
        elif thing.get("Subtype") == "/Link":
            thing["F"] = 4


def _for_paper(page: str) -> str:
    """The page without what has no use on paper: the code that made it, and the links that save a file."""
    for pattern in (r'<details class="(?:code|data)">.*?</details>', r'<p class="save">.*?</p>', r"<nav\b.*?</nav>"):
        page = re.sub(pattern, "", page, flags=re.S)
    return page


def _printed(page: str, browser: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="beatbook-") as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        source.write_text(_for_paper(page), encoding="utf-8")
        # Chromium's sandbox refuses to start as root.
        root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        try:
            subprocess.run(  # noqa: S603  (a browser of this machine, on a file of ours)
                [browser, "--headless", *root, "--disable-gpu", "--no-pdf-header-footer", "--export-tagged-pdf",
                 "--generate-pdf-document-outline", f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}",
                 source.as_uri()],
                capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ReportError(f"no PDF is made: {browser} failed ({type(error).__name__}); {_OTHERWISE}") from error
        if not target.exists():
            raise ReportError(f"no PDF is made: {browser} wrote none; {_OTHERWISE}")
        return target.read_bytes()
