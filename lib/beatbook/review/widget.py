"""The review in JupyterLab: one widget with the queue, the text with its facts, and the facts with their slots.

All that is true is kept on this side (``session.Review``); the browser shows it and sends commands. What it shows is
set as text there, never as HTML.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from beatbook import display, markup
from beatbook.errors import BeatbookError
from beatbook.markup import NAMES
from beatbook.records import FAMILIES
from beatbook.review import doubt
from beatbook.review.applying import Reviewed, Tracked
from beatbook.review.cells import REQUIRED, written
from beatbook.review.session import Review
from beatbook.review.showing import QUEUE_SHOWN, static

_HERE = Path(__file__).parent
_SCHEMA = {
    family: {
        "name": NAMES[family], "required": REQUIRED[family],
        "slots": [{"name": slot.name, "label": slot.name.replace("_", " "), "doc": slot.doc, "unit": slot.unit,
                   "list": slot.type == "list", "vocabulary": slot.vocabulary, "default": slot.default or "",
                   "long": slot.name == "text" or slot.name in ("offences", "names", "agencies")}
                  for slot in table.slots],
    }
    for family, table in FAMILIES.items()
}


class ReviewWidget(anywidget.AnyWidget):
    """One review, shown. ``told`` is what became of the last command: ``{"id", "ok", "text"}``."""

    _esm = _HERE / "widget.js"
    _css = (_HERE / "widget.css").read_text(encoding="utf-8") + "\n.beatbook-review {\n" + markup.css() + "\n}\n"
    families = traitlets.Dict().tag(sync=True)
    queue = traitlets.Dict().tag(sync=True)
    release = traitlets.Dict().tag(sync=True)
    told = traitlets.Dict().tag(sync=True)

    def __init__(self, review: Review, **traits: Any):
        super().__init__(families=_SCHEMA, **traits)
        self._review = review
        self._at = 0
        self.on_msg(self._hear)
        self._show()

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """The widget, and for papermill, nbconvert and a terminal, which cannot run it, the first release."""
        bundle, metadata = super()._repr_mimebundle_(**options) or ({}, {})
        still = static(self._review)
        return {**bundle, "text/html": still._repr_html_(), "text/plain": still.text}, metadata

    def _hear(self, _: Any, command: Any, buffers: Any) -> None:
        """One command of the browser, done or told why not."""
        if not isinstance(command, Mapping):
            return
        do = _COMMANDS.get(str(command.get("do")))
        try:
            if do is None:
                raise ValueError(f"there is no command {command.get('do')!r}")
            text, ok = do(self, command), True
        except (ValueError, BeatbookError, TypeError, KeyError, IndexError) as error:
            text, ok = str(error), False
        self._show()
        self.told = {"id": command.get("id"), "ok": ok, "text": text}

    @property
    def _id(self) -> str:
        return self._review.order[self._at]

    def _tracked(self, command: Mapping[str, Any]) -> Tracked:
        return self._review[self._id].tracked[int(command["key"])]

    def _accept(self, command: Mapping[str, Any]) -> str:
        if command.get("table"):
            return self._review.accept_figure(self._id, str(command["table"]), int(command["start"]),
                                              int(command["end"]))
        return self._review.accept(self._id, self._tracked(command))

    def _correct(self, command: Mapping[str, Any]) -> str:
        return self._review.correct(self._id, self._tracked(command), _texts(command), str(command.get("why", "")))

    def _delete(self, command: Mapping[str, Any]) -> str:
        return self._review.delete(self._id, self._tracked(command), str(command.get("why", "")))

    def _add(self, command: Mapping[str, Any]) -> str:
        start, end = command.get("start"), command.get("end")
        return self._review.add(
            self._id, str(command.get("family")), _texts(command), None if start is None else int(start),
            None if end is None else int(end), str(command.get("words", "")), str(command.get("why", "")))

    def _accept_rest(self, command: Mapping[str, Any]) -> str:
        return self._review.accept_rest(self._id)

    def _undo(self, command: Mapping[str, Any]) -> str:
        return self._review.undo()

    def _open(self, command: Mapping[str, Any]) -> str:
        at = int(command["at"])
        if not 0 <= at < len(self._review):
            raise ValueError("this is the last release" if at > 0 else "this is the first release")
        self._at = at
        return f"release {at + 1} of {len(self._review)}: {self._id}"

    def _show(self) -> None:
        review = self._review
        shown = review.order[:QUEUE_SHOWN]
        rows = [{"id": id, "left": review.left(id), "done": review.is_done(id), "checks": review.expected[id].checks,
                 "figures": review.expected[id].figures} for id in shown]
        self.queue = {"at": self._at, "of": len(review), "rows": rows, "who": review.who, "file": review.path.name,
                      "done": sum(map(review.is_done, review.order))}
        self.release = state(review[self._id])


_COMMANDS: dict[str, Callable[[ReviewWidget, Mapping[str, Any]], str]] = {
    "accept": ReviewWidget._accept, "correct": ReviewWidget._correct, "delete": ReviewWidget._delete,
    "add": ReviewWidget._add, "accept_rest": ReviewWidget._accept_rest, "undo": ReviewWidget._undo,
    "open": ReviewWidget._open,
}


def _texts(command: Mapping[str, Any]) -> dict[str, str]:
    slots = command.get("slots", {})
    if not isinstance(slots, Mapping):
        raise ValueError("slots are texts by name")
    return {str(name): str(text) for name, text in slots.items()}


def state(reviewed: Reviewed) -> dict[str, Any]:
    """One release as the browser needs it: its text in pieces, each with the items that cover it, and the items."""
    release = reviewed.record.release
    detected = release.extra.get("detected", [])
    given = {name: value for name in ("publisher", "published", "country") if (value := getattr(release, name))}
    inferred = [name for name in given if name in detected]
    about = list(given.values())
    if inferred:
        about.append(f"read from the text: {', '.join(inferred)}")
    items = _items(reviewed)
    return {"id": str(release.id), "title": release.title or "", "about": " · ".join(about),
            "complete": reviewed.complete, "items": items, "pieces": _pieces(release.text, items)}


def _items(reviewed: Reviewed) -> list[dict[str, Any]]:
    """Contradictions, unclaimed figures and facts, the most doubtful first; what was looked at follows."""
    text = reviewed.record.release.text
    items: list[dict[str, Any]] = []
    for row in doubt.checks(reviewed):
        items.append(_item("check", "checks", row["start"], row["end"], text, label=row["message"], rank=2.0,
                           why=row["kind"].replace("_", " ")))
    for row in doubt.figures(reviewed):
        share, why = doubt.of_figure(row)
        items.append(_item("figure", "unclaimed", row["start"], row["end"], text, label=f"“{row['text']}”",
                           rank=1 + share, why=why, around=display.around(text, row["start"], row["end"])))
    for key, tracked in enumerate(reviewed.tracked):
        fact = tracked.fact
        share, why = doubt.of_fact(fact, reviewed)
        by = f" by {tracked.who}" if tracked.who else ""
        if tracked.state:
            unproved = f"; not proved by its words ({tracked.unproved})" if tracked.unproved else ""
            why = f"{tracked.state}{by}{unproved}"
        items.append(_item(
            "fact", fact.family, fact.start, fact.end, text, key=key,
            label=display.line(fact, text[fact.start:fact.end]), rank=share, why=why, state=tracked.state,
            unproved=bool(tracked.unproved), rule=fact.rule,
            slots={name: written(value) for name, value in fact.slots.items() if written(value)}))
    items.sort(key=lambda item: (bool(item["state"]), item["state"] == "deleted", -item["rank"], item["start"]))
    for number, item in enumerate(items):
        item["n"] = number
    return items


def _item(kind: str, family: str, start: int, end: int, text: str, **more: Any) -> dict[str, Any]:
    words = " ".join(text[start:end].split())
    return {"kind": kind, "family": family, "start": start, "end": end, "words": words, "key": None, "state": "",
            "unproved": False, "rule": "", "slots": {}, "around": ""} | more


def _pieces(text: str, items: list[dict[str, Any]]) -> list[list[Any]]:
    """The text cut at every edge of an item: [where the piece begins, its characters, the items over it, longest
    first]. Offsets are code points."""
    live = [item for item in items if item["state"] != "deleted"]
    edges = sorted({0, len(text), *(item["start"] for item in live), *(item["end"] for item in live)})
    by_length = sorted(live, key=lambda item: item["start"] - item["end"])
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for order, item in enumerate(by_length):
        opening.setdefault(item["start"], []).append(order)
        closing.setdefault(item["end"], []).append(order)
    over: set[int] = set()
    pieces = []
    for start, end in pairwise(edges):
        over.difference_update(closing.get(start, ()))
        over.update(opening.get(start, ()))
        pieces.append([start, text[start:end], [by_length[order]["n"] for order in sorted(over)]])
    return pieces


def show(review: Review) -> ReviewWidget:
    """The review itself, for the last line of a cell."""
    return ReviewWidget(review)
