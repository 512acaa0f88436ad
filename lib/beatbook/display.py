"""What a notebook shows of a record: each call returns something that Jupyter, a report and a terminal can show."""

import base64
import json
import platform
import shlex
from collections.abc import Callable, Mapping, Sequence
from html import escape
from importlib.metadata import PackageNotFoundError, version
from numbers import Real
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from beatbook import figures, markup, phrases
from beatbook.markup import Cell, mark
from beatbook.records import FAMILIES, Fact, Record
from beatbook.store.rules import rules_version
from beatbook.summary import key_figures, operation, results, summary
from beatbook.tables import to_csv


class Shown:
    """HTML for Jupyter, the same in plain text for a terminal, and what a report has to know about it."""

    def __init__(self, html: str, text: str, about: dict[str, Any] | None = None):
        self.html, self.text, self.about = html, text, about or {}

    def _repr_html_(self) -> str:
        return markup.with_styles(self.html)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        metadata = {"beatbook": self.about} if self.about else {}
        return {"text/html": self._repr_html_(), "text/plain": self.text}, metadata

    def __repr__(self) -> str:
        return self.text


def none(words: str, about: dict[str, Any] | None = None) -> Shown:
    """What is shown where there is nothing to show: one sentence that says so."""
    return Shown(f'<p class="none">{escape(words)}</p>', words, about)


def masthead(record: Record, title: str = "") -> Shown:
    """The title (given, the release's, or what its operation is), one sentence on it, its key figures, its origin."""
    release = record.release
    heading = title or release.title
    # Without a headline the sentence's first half is one.
    sentence = summary(record) if heading else phrases.capital(results(record))
    heading = heading or operation(record)
    numbers = key_figures(record)
    date = phrases.day(release.published) if release.published else "date not known"
    origin = " · ".join(part for part in (release.publisher, date) if part)
    about = {
        "role": "masthead", "title": heading, "summary": sentence, "key_figures": numbers, "origin": origin,
        "release_id": release.id, "published": release.published,
        "publisher": release.publisher, "place": _place_of(record),
    }
    strip = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for value, label in numbers)
    html = (f'<div class="masthead"><p class="title">{escape(heading)}</p><p class="origin">'
            f'{escape(origin)}</p><p class="summary">{escape(sentence)}</p>'
            f'{f"<dl>{strip}</dl>" if strip else ""}</div>')
    return Shown(html, f"{heading}\n{sentence}", about)


def _place_of(record: Record) -> str:
    """Where it happened, for a list of reports: the place that the text names first."""
    found = record.facts.get("places", [])
    return str(min(found, key=lambda fact: fact.start)["name"] or "") if found else ""


def text(record: Record) -> Shown:
    """The release's text with its facts marked; hover over one for its slots and its rule."""
    title = f'<p class="title" dir="auto">{escape(record.release.title)}</p>' if record.release.title else ""
    html = f'{markup.legend(record)}<div class="release">{title}{markup.highlighted(record)}</div>'
    return Shown(html, record.release.text)


def facts(record: Record, family: str) -> Shown:
    """The facts of one family as a table; each row links to its words in the text.

    Raises:
        KeyError: for a family that does not exist.
    """
    found = record.facts.get(family, [])
    name = markup.NAMES[family]
    if not found:
        return none(f"{name}: the text states none.")
    if family in _LISTS:
        return _list(record, family, _LISTS[family])
    heads, row = _ROWS[family]
    rows: list[dict[str, Cell]] = []
    for number, fact in enumerate(found, 1):
        shown: dict[str, Cell] = {"Fact": (mark(family, number), f"#text-{family}-{number}")}
        shown.update(row(fact, record.evidence(fact)))
        if "In the text" in heads:
            shown["In the text"] = record.evidence(fact)
        rows.append(shown)
    caption = f"{name} · {phrases.counted_plain(len(found), 'fact')}"
    html = markup.table(caption, ["Fact", *heads], rows, [f"{family}-{at}" for at in range(1, len(rows) + 1)])
    lines = [" | ".join(value if isinstance(value, str) else value[0] for value in shown.values()) for shown in rows]
    return Shown(html, "\n".join([caption, *lines]))


def line(fact: Fact, words: str) -> str:
    """A fact in one line, as a reader says it; ``words`` is its text."""
    if fact.family in _LISTS:
        return str(fact[_LISTS[fact.family]] or "")
    cells = _ROWS[fact.family][1](fact, words).values()
    return " · ".join(cell if isinstance(cell, str) else cell[0] for cell in cells if cell)


def _list(record: Record, family: str, slot: str) -> Shown:
    """A family of one slot as a plain list."""
    found = [fact[slot] or "" for fact in record.facts[family]]
    found = [phrases.named(name, 4) for name in found] if family == "places" else found
    items = "".join(
        f'<li id="{family}-{number}">{escape(text)} <a class="ref" href="#text-{family}-{number}">'
        f"{mark(family, number)}</a></li>" for number, text in enumerate(found, 1))
    name = markup.NAMES[family]
    # Places have a section of their own, whose heading says what they are.
    count = phrases.counted_plain(len(found), "fact")
    caption = f'<p class="caption">{name} · {count}</p>' if family != "places" else ""
    return Shown(f'{caption}<ul class="{family}" aria-label="{name}">{items}</ul>', "\n".join(found))


def quotes(record: Record) -> Shown:
    """Who speaks, and what they say."""
    found = record.facts.get("quotes", [])
    if not found:
        return none("Nobody is quoted.")
    parts, lines = [], []
    for number, fact in enumerate(found, 1):
        speaker, role, said = fact["speaker"] or "Not named", fact["role"], fact["text"]
        words = "".join(f"<p>{escape(part)}</p>" for part in (said or "").splitlines() if part.strip())
        link = f'<a class="ref" href="#text-quotes-{number}">{mark("quotes", number)}</a>'
        who = f"<strong>{escape(speaker)}</strong>{f', {escape(role)}' if role else ''}"
        block = f"<blockquote>{words}</blockquote>" if words else ""
        parts.append(f'<figure class="quote" id="quotes-{number}">{block}'
                     f"<figcaption>{who} {link}</figcaption></figure>")
        lines.append(f"{speaker}{f', {role}' if role else ''}{f': {said}' if said else ''}")
    return Shown("".join(parts), "\n".join(lines))


def checks(record: Record) -> Shown:
    """The contradictions found in the release, each with the words that do not agree."""
    if not record.checks:
        return none("Nothing found that contradicts itself.")
    rows: list[dict[str, Cell]] = [
        {"Kind": str(row["kind"]).replace("_", " "), "What does not agree": row["message"],
         "In the text": _words(record, row["start"], row["end"]),
         "Against": _words(record, row.get("other_start"), row.get("other_end"))}
        for row in record.checks
    ]
    heads = ["Kind", "What does not agree", "In the text", "Against"]
    html = markup.table(f"Contradictions · {len(rows)}", heads, rows)
    return Shown(html, "\n".join(str(row["What does not agree"]) for row in rows))


def unclaimed(record: Record) -> Shown:
    """The figures that no fact claims, each within its line; the words of weapons, drugs and outcomes folded away."""
    kinds = {"number": "figures", "amount": "figures", "term": "words"}
    rows: dict[str, list[dict[str, Cell]]] = {"figures": [], "words": []}
    for row in record.unclaimed:
        rows[kinds[row["kind"]]].append({
            "Words": row["text"], "Where": around(record.release.text, row["start"], row["end"]),
            "Why": row.get("reason") or "",
        })
    heads = ["Words", "Where", "Why"]
    all_claimed = none("Every figure is claimed by a fact.")
    html = all_claimed.html
    if rows["figures"]:
        html = markup.table(f"Figures that no fact claims · {len(rows['figures'])}", heads, rows["figures"])
    if rows["words"]:
        caption = f"Words of weapons, drugs and outcomes that no fact claims · {len(rows['words'])}"
        html += (f"<details><summary>{caption}</summary>{markup.table(caption, heads, rows['words'])}</details>")
    lines = [f"{row['Words']}: {row['Where']}" for part in rows.values() for row in part]
    return Shown(html, "\n".join(lines) or all_claimed.text)


def figure(ax: Axes, save_to: str = "", folded: bool = True) -> None:
    """Shows a figure with its alt text, and under it the data that it draws.

    Args:
        ax: what one of ``beatbook.figures`` or ``beatbook.corpus.figures`` returned.
        save_to: a folder for the picture (PNG) and its data (CSV); none is written without it.
        folded: whether the data is folded away until a reader asks for it. So is, in a report, a figure of nothing.
    """
    from IPython.display import display

    if save_to:
        figures.save(ax, Path(save_to))
    frame = figures.data(ax)
    if not len(frame):
        # The table of facts that follows in a report says as much.
        about = {"role": "empty"} if folded else {}
        display(none(figures.alt(ax), about))
        return
    display(_Picture(ax))
    rows, link = _frame(frame, figures.title(ax)), _csv_link(frame, figures.name(ax))
    html = f'{rows}<p class="save">{link}</p>'
    if folded:
        html = f'<details class="data"><summary>The data of this figure</summary>{html}</details>'
    display(Shown(html, "", {"role": "data"}))


class _Picture:
    """A figure as a PNG with its alt text; for a terminal the alt text alone."""

    def __init__(self, ax: Axes):
        self._png, self._alt = figures.png(ax), figures.alt(ax)

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        # Pixels of the display, which the picture has two of for each.
        size = [int.from_bytes(self._png[at:at + 4], "big") // 2 for at in (16, 20)]
        png = {"alt": self._alt, "width": size[0], "height": size[1]}
        bundle = {"image/png": base64.b64encode(self._png).decode(), "text/plain": self._alt}
        return bundle, {"image/png": png, "needs_background": "light"}

    def __repr__(self) -> str:
        return self._alt


def table(frame: pd.DataFrame, caption: str) -> Shown:
    """Any DataFrame as a table with a caption; one without rows says so."""
    if not len(frame):
        return none(f"{caption}: none.")
    return Shown(_frame(frame, caption), f"{caption}\n{frame.to_string(index=False)}")


def provenance(record: Record, notebook: str = "operation", **parameters: Any) -> Shown:
    """Where all of this comes from: the input and its hash, the versions, the parameters of the notebook.

    The record itself goes with it as metadata of the output, for whoever lays it beside a report.

    Args:
        record: what the report is about.
        notebook: which notebook it is, by its file name without the number.
        parameters: of the notebook, as they were given.
    """
    release = record.release
    redacted = bool(parameters.get("redact"))
    detected = release.extra.get("detected", [])
    rows: list[dict[str, Cell]] = []

    def add(name: str, value: object) -> None:
        rows.append({"What": name, "Value": str(value)})

    given = parameters | ({"source": release.source} if redacted else {})
    add("To make it again", again(notebook, given))
    add("Release", release.id or "")
    add("Read from", _place(release.source))
    add("SHA-256 of the text as read", release.extra.get("sha256") or release.sha256)
    for name, label in (("publisher", "Publisher"), ("country", "Country"), ("published", "Published")):
        if value := getattr(release, name):
            add(label, f"{value} (read from the text)" if name in detected else value)
    if retrieved := release.extra.get("retrieved"):
        add("Retrieved", retrieved)
    if release.url:
        add("Address", release.url)
    if release.extra.get("corrections"):
        add("Corrected by hand", release.extra["corrections"])
    if "redact" in parameters:
        add("Private persons", "masked" if redacted else "shown as the release names them; -p redact=true masks them")
    rows += made_by(given)
    html = markup.table("Provenance", ["What", "Value"], rows)
    row = release.row() | {"source": _place(release.source), "sha256": release.extra.get("sha256") or release.sha256}
    about = {"role": "provenance", "record": {"release": row} | record.to_dict()}
    return Shown(html, "\n".join(f"{row['What']}: {row['Value']}" for row in rows), about)


def made_by(parameters: Mapping[str, Any], packages: Sequence[str] = ("beatbook", "pandas", "matplotlib")) -> list[
        dict[str, Cell]]:
    """Rows of a provenance: the versions of the rules, packages and Python, and the parameters."""
    rows: list[dict[str, Cell]] = [{"What": "Rules", "Value": rules_version()}]
    rows += [{"What": package, "Value": _version(package)} for package in packages]
    rows.append({"What": "Python", "Value": platform.python_version()})
    told = {name: _parameter(value) for name, value in parameters.items()}
    rows += [{"What": f"Parameter {name}", "Value": value} for name, value in told.items() if value]
    if unset := [name for name, value in told.items() if not value]:
        rows.append({"What": "Parameters not set", "Value": ", ".join(unset)})
    return rows


def again(notebook: str, parameters: Mapping[str, Any]) -> str:
    """The command that makes a report once more, without the folders of this machine."""
    source = parameters.get("source", "")
    sources = [source] if isinstance(source, str) else source
    words = ["beatbook report", *(shlex.quote(_place(str(each))) for each in sources)]
    words += [f"--notebook {notebook}"] if notebook != "operation" else []
    words += [f"-p {name}={shlex.quote(_parameter(value, as_json=True))}" for name, value in parameters.items()
              if name != "source" and value not in ("", [], {}, False)]
    return " ".join(words)


def _parameter(value: Any, as_json: bool = False) -> str:
    """A parameter as the command line takes it; a list also in words; of paths from the root on only the name."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        places = [_place(str(each)) for each in value]
        return json.dumps(places, ensure_ascii=False) if as_json and places else ", ".join(places)
    return _place(str(value))


def _place(source: str | None) -> str:
    """A source without the folders of this machine."""
    return Path(source).name if source and Path(source).is_absolute() else source or ""


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _words(record: Record, start: int | None, end: int | None) -> str:
    return "" if start is None or end is None else " ".join(record.release.text[start:end].split())


def around(text: str, start: int, end: int, reach: int = 60) -> str:
    """The words of a span with some of its line on either side, cut between words."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    left, right = max(first, start - reach), min(last, end + reach)
    if left > first:
        left = min(text.find(" ", left, start) + 1 or left, start)
    if right < last:
        right = max(text.rfind(" ", end, right), end)
    return ("… " if left > first else "") + " ".join(text[left:right].split()) + (" …" if right < last else "")


_UNITS = ("kg",)  # heads that no capital letter begins


def _frame(frame: pd.DataFrame, caption: str) -> str:
    """Any DataFrame as a table: lists joined, numbers in the way a reader writes them, nothing where it is missing."""
    names = [name if name in _UNITS else phrases.capital(name)
             for name in (str(name).replace("_", " ") for name in frame.columns)]
    rows: list[dict[str, Cell]] = [
        {name: _shown(value) for name, value in zip(names, row, strict=True)}
        for row in frame.itertuples(index=False, name=None)
    ]
    return markup.table(caption, names, rows, figures=True)


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return phrases.day(value.date())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Real):  # NumPy's numbers are no int
        return phrases.number(float(value), words=False)
    return str(value)


def _csv_link(frame: pd.DataFrame, name: str) -> str:
    """A link that saves the frame as a CSV file of that name; the data is in the link itself."""
    data = base64.b64encode(to_csv(frame).encode()).decode()
    return f'<a download="{escape(name)}.csv" href="data:text/csv;base64,{data}">Save as CSV</a>'


# What a reader wants to see of each family: columns, and one row.


def _operation(fact: Fact, words: str) -> dict[str, Cell]:
    when = phrases.period(fact["start"], fact["end"])
    return {"Operation": fact["name"] or "not named", "When": when[:1].upper() + when[1:],
            "Agencies": "; ".join(fact["agencies"])}


def _seizure(fact: Fact, words: str) -> dict[str, Cell]:
    notes = [phrases.category(fact["category"], 1)] if fact["category"] not in ("drug", "cash") else []
    notes += [f"class {fact['drug_class']}"] if fact["drug_class"] else []
    notes += {"part": ["part of another entry"], "total": ["total over other entries"]}.get(fact["role"], [])
    cash = fact["category"] == "cash"
    worth = (phrases.money(fact["value"], fact["currency"], fact["value_modifier"], fact["value_max"])
             if fact["value"] is not None else "")
    slots = {slot.name: fact[slot.name] for slot in FAMILIES["seizures"].slots}
    item = phrases.seized_item(slots, 1, words)
    return {"What": item, "Amount": worth if cash else phrases.seized_amount(slots),
            "Said to be worth": "" if cash else worth, "Kind": ", ".join(notes)}


def _outcome(fact: Fact, words: str) -> dict[str, Cell]:
    count, kind = fact["count"], phrases.who(fact["who"], fact["count"])
    if fact["names"]:
        who = "; ".join(fact["names"])
    elif count is None:
        who = f"{kind}, number not stated"
    else:
        who = phrases.quantity(count, None, fact["modifier"])
        if fact["of_count"] is None:
            who += f" {kind}"
        elif fact["who"] in (None, "person"):
            who += f" of {phrases.counted_plain(fact['of_count'], 'person')}"
        else:
            who += f" {kind} of {fact['of_count']:,}"
    ages = ", ".join(fact["ages"])
    return {
        "Who": f"{who} ({ages})" if ages else who, "What happened": phrases.statuses(fact["statuses"]),
        "Offences": "; ".join(phrases.cased(offence, words) for offence in fact["offences"]),
        "Sentence": phrases.sentence_length(fact["sentence_months"]) if fact["sentence_months"] else "",
    }


def _activity(fact: Fact, words: str) -> dict[str, Cell]:
    return {"Tactic": phrases.tactic(fact["tactic"], fact["count"]), "How many": _count(fact)}


def _incident(fact: Fact, words: str) -> dict[str, Cell]:
    return {"Incident": phrases.who(fact["kind"], fact["count"]), "How many": _count(fact)}


def _speaker(fact: Fact, words: str) -> dict[str, Cell]:
    return {"Speaker": fact["speaker"] or "not named", "Office": fact["role"] or ""}


def _contact(fact: Fact, words: str) -> dict[str, Cell]:
    return {"Whom": fact["organisation"] or "", "How": fact["kind"] or "", "Where to": fact["value"] or ""}


def _count(fact: Fact) -> str:
    return "not stated" if fact["count"] is None else phrases.quantity(fact["count"], None, fact["modifier"])


_ROWS: dict[str, tuple[list[str], Callable[[Fact, str], dict[str, Cell]]]] = {
    "operations": (["Operation", "When", "Agencies", "In the text"], _operation),
    "seizures": (["What", "Amount", "Said to be worth", "Kind", "In the text"], _seizure),
    "outcomes": (["Who", "What happened", "Offences", "Sentence", "In the text"], _outcome),
    "activities": (["Tactic", "How many", "In the text"], _activity),
    "incidents": (["Incident", "How many", "In the text"], _incident),
    "quotes": (["Speaker", "Office"], _speaker),
    "contacts": (["Whom", "How", "Where to"], _contact),
}
_LISTS = {"places": "name", "aims": "text"}
