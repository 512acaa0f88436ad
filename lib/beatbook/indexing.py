"""The page that lists all reports of a folder, made from what each report says of itself."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2

from beatbook import phrases
from beatbook.writing import write_whole

NAME = "index.html"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HEAD = 64_000  # bytes: a report says it before its styles
_HIDDEN = {"title", "source", "release_id", "save_to", "reports"}  # parameters that a list does without


def update(folder: Path) -> Path | None:
    """Writes the folder's index anew and returns its path; None where there is no report.

    Reports of earlier runs are listed as well: each carries what is told of it. Files that are no reports are left
    out. The same reports give the same bytes.
    """
    cards = [card for path in sorted(folder.glob("*.html")) if path.name != NAME and (card := read(path))]
    if not cards:
        return None
    cards.sort(key=lambda card: str(card.get("title", "")).casefold())
    cards.sort(key=lambda card: str(card.get("published", "")), reverse=True)
    return write_whole(page(cards).encode(), folder / NAME)


class _Card(HTMLParser):
    """Finds what a page's head says of a report."""

    def __init__(self, page: str):
        super().__init__()
        self.content = "null"
        self.feed(page.partition("<style")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "meta" and given.get("name") == "beatbook":
            self.content = given.get("content") or "null"


def read(path: Path) -> dict[str, Any] | None:
    """What a report says of itself, with its file's name; None for another file."""
    try:
        with path.open("rb") as file:
            card = json.loads(_Card(file.read(_HEAD).decode("utf-8", "replace")).content)
    except (OSError, ValueError):
        return None
    return card | {"file": path.name} if isinstance(card, dict) else None


def page(cards: list[dict[str, Any]]) -> str:
    """The index of these reports as a page."""
    folder = files("beatbook").joinpath("templates")
    script = folder.joinpath("index", "search.js").read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(folder.joinpath("index", "index.html.j2").read_text(encoding="utf-8"))
    css = "\n".join(folder.joinpath(*place).read_text(encoding="utf-8")
                    for place in (("report", "page.css"), ("index", "index.css")))
    return template.render(cards=[_told(card) for card in cards], script=script, digest=digest, css=css)


def _told(card: Mapping[str, Any]) -> dict[str, Any]:
    date = str(card.get("published") or "")
    figures = [pair for pair in card.get("key_figures", []) if isinstance(pair, list) and len(pair) == 2]
    parameters = card.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    told = {
        "file": card["file"], "title": str(card.get("title") or card["file"]), "date": date,
        "day": phrases.day(date) if _DAY.fullmatch(date) else str(card.get("origin") or "date not known"),
        "place": str(card.get("place") or ""), "publisher": str(card.get("publisher") or ""),
        "notebook": str(card.get("notebook") or ""), "figures": figures[:4],
        "parameters": [(name.replace("_", " "), _plain(value)) for name, value in parameters.items()
                       if name not in _HIDDEN],
    }
    words = [told["title"], told["place"], told["publisher"], date, told["day"], told["notebook"]]
    return told | {"words": " ".join([*words, *(f"{value} {label}" for value, label in figures)]).lower()}


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
