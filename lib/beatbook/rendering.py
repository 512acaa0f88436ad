"""An executed notebook → one HTML file that opens anywhere, through nbconvert and our own template."""

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from importlib.resources import files
from pathlib import Path
from typing import Any

from beatbook.notebook_format import nbformat  # isort: skip  (before whatever imports it by itself)
from nbconvert.exporters.html import HTMLExporter
from nbconvert.preprocessors.sanitize import clean
from traitlets.config import Config

from beatbook.markup import css

_TAGS = [
    "a", "b", "blockquote", "br", "caption", "code", "dd", "details", "div", "dl", "dt", "em", "figcaption", "figure",
    "h2", "h3", "h4", "hr", "i", "li", "mark", "ol", "p", "pre", "small", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
]
_GAP = re.compile(r"(</(?:a|mark)>)(\n{2,})(?=<mark)")
_FOLDER = re.compile(r"""(["'])(?:[A-Za-z]:)?[/\\\\][^"'\n]*[/\\\\](?=[^"'/\\\\\n]+["'])""")
_BESIDE = re.compile(r"[\w-][\w.-]*\.html")
# What an index tells of a report.
_CARD = ("title", "question", "published", "place", "publisher", "key_figures", "origin", "release_id")
# A table as pandas writes it, with the style sheet that it puts before.
_FRAME = re.compile(
    r'(?:<style scoped>[^<]*</style>\s*)?(<table border="1" class="dataframe">(?:[^<]|<(?!/?table\b))*</table>)'
)
_HEADING = re.compile(r"^(#{1,2}) +(.+?) *#*$", re.MULTILINE)


def _link(tag: str, name: str, value: str) -> bool:
    """Links lead within the page or to a page beside it, or save the data they carry."""
    return name == "download" or (
        name == "href" and (value.startswith(("#", "data:text/csv;base64,")) or bool(_BESIDE.fullmatch(value))))


_ATTRIBUTES: dict[str, Any] = {
    "*": ["class", "id", "title", "dir", "role", "aria-label"], "div": ["tabindex"],
    "a": lambda tag, name, value: name in ("class", "aria-label") or _link(tag, name, value),
    "th": ["scope"], "td": ["data-label"],
}


def sanitised(html: str) -> str:
    """HTML of which only what our tables and texts are made of is left as such; all else shows as text."""
    html = _FRAME.sub(_framed, html)
    safe = clean(html, tags=set(_TAGS), attributes=_ATTRIBUTES, protocols={"data"})
    # The exporter's parser folds white space that stands alone between tags; the text's blank lines are to be seen.
    return _GAP.sub(lambda gap: gap[1] + "<br>" * len(gap[2]), safe)


def _framed(table: re.Match[str]) -> str:
    """A table as pandas writes it, with scopes to its heads, and in reach of the keyboard where it is wide."""
    head, parted, body = table[1].replace("<th></th>", "<td></td>").partition("</thead>")
    heads = head.replace("<th>", '<th scope="col">') + parted + body.replace("<th>", '<th scope="row">')
    wide = " wide" if head.count("<th") > 9 else ""
    return f'<div class="frame{wide}" tabindex="0" role="group" aria-label="Table">{heads}</div>'


def _exporter() -> HTMLExporter:
    template = files("beatbook").joinpath("templates")
    exporter = HTMLExporter(
        template_name="report", extra_template_basedirs=[str(template)], exclude_anchor_links=True,
        config=Config({"HTMLExporter": {"preprocessors": []}}),
    )
    exporter.register_filter("sanitised", sanitised)
    return exporter


_EXPORTERS: list[HTMLExporter] = []


def render(
    notebook: nbformat.NotebookNode, about: Mapping[str, Any] | None = None,
) -> tuple[str, dict[str, Any]]:
    """The page of an executed notebook, and what its masthead says (title, release_id, published …).

    Args:
        notebook: as it was executed.
        about: what the page is to carry beside that of itself, for an index: notebook, parameters.

    The same notebook with the same outputs gives the same bytes: what papermill and the kernel note about the run
    (times, paths, random ids) is left out.
    """
    if not _EXPORTERS:
        _EXPORTERS.append(_exporter())  # it compiles its templates once
    notebook, page = _prepared(notebook)
    card = {name: page.get(name) for name in _CARD} | dict(about or {})
    page["card"] = json.dumps({name: value for name, value in card.items() if value not in (None, "", [], {})},
                              ensure_ascii=False)
    body, _ = _EXPORTERS[0].from_notebook_node(notebook, resources={"page": page})
    return body, page


def _prepared(notebook: nbformat.NotebookNode) -> tuple[nbformat.NotebookNode, dict[str, Any]]:
    """The notebook's cells that show something, and what goes elsewhere on the page."""
    page: dict[str, Any] = {"title": "", "question": "", "about": "", "code": [], "css": _css()}
    cells = []
    for number, cell in enumerate(deepcopy(notebook.cells)):
        tags = cell.metadata.get("tags", [])
        cell.id, cell.metadata = f"cell-{number}", nbformat.NotebookNode()
        if cell.cell_type == "code":
            # Values given for this run are told by the provenance, without folders and masked names.
            if "injected-parameters" not in tags:
                page["code"].append(cell.source)
            cell.outputs = [output for output in cell.outputs if not _elsewhere(output, page)]
            if not cell.outputs:
                continue
        elif cell.cell_type == "markdown":
            _heading(cell, page)
        else:
            continue
        cells.append(cell)
    cells = _without_empty_sections(cells)
    page["contents"] = [cell.metadata.heading for cell in cells if "heading" in cell.metadata]
    page["title"] = page["title"] or page["question"] or "Report"
    return nbformat.v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}}), page


def _elsewhere(output: Any, page: dict[str, Any]) -> bool:
    """Whether an output is shown elsewhere or not at all: the masthead, figures of nothing, warnings of libraries."""
    if output.output_type == "stream":
        return output.name == "stderr"
    about = output.get("metadata", {}).get("beatbook", {})
    for name in ("record", "csv"):
        if name in about:
            page[name] = about[name]
    if about.get("role") == "masthead":
        page.update({name: value for name, value in about.items() if name != "role"})
    return about.get("role") in ("masthead", "empty")


def _heading(cell: Any, page: dict[str, Any]) -> None:
    """Takes the heading out of a Markdown cell: the first one is the notebook's question, the others its sections."""
    found = _HEADING.search(cell.source)
    if not found:
        return
    text = found[2].replace("`", "")
    rest = (cell.source[:found.start()] + cell.source[found.end():]).strip()
    if len(found[1]) == 1 and not page["question"]:
        page["question"], page["about"] = text, rest
        cell.source = ""
        return
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "section"
    cell.metadata["heading"] = {"text": text, "id": slug}
    cell.source = rest


def _without_empty_sections(cells: list[Any]) -> list[Any]:
    """Leaves out a heading that nothing follows: what it announces is shown elsewhere on the page."""
    return [
        cell for cell, following in zip(cells, [*cells[1:], None], strict=True)
        if cell.cell_type == "code" or cell.source
        or ("heading" in cell.metadata and following is not None and "heading" not in following.metadata)
    ]


def kept(notebook: nbformat.NotebookNode) -> str:
    """An executed notebook as a file that tells nothing of the machine: no times, no folders, the same bytes again.

    What stands in the outputs is as the report shows it; what libraries wrote to stderr is left out.
    """
    notebook = deepcopy(notebook)
    notebook.metadata.pop("papermill", None)
    for number, cell in enumerate(notebook.cells):
        tags = cell.metadata.get("tags", [])
        cell.id, cell.metadata = f"cell-{number}", nbformat.NotebookNode({"tags": tags} if tags else {})
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
            if "injected-parameters" in tags:
                cell.source = _FOLDER.sub(r"\1", cell.source)
    return str(nbformat.writes(notebook))


def _css() -> str:
    folder = Path(str(files("beatbook").joinpath("templates/report")))
    return "\n".join([
        (folder / "facts.css").read_text(encoding="utf-8"), css(), (folder / "page.css").read_text(encoding="utf-8")])
