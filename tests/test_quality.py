"""The quality notebook and what it shows: scores, errors in context, annotators, gains and losses."""

import copy
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from beatbook import InputError, figures, quality
from beatbook.cli import main
from beatbook.scoring import write_facts

TEXT = "Officers carried out four warrants in Eastley. <script>alert(1)</script> Two pistols & £400 were seized.\n"
UNREAD = "Officers carried out nine warrants in Hushford.\n"


def documents() -> list[dict[str, Any]]:
    """Two releases that may be read, and one that is held out."""
    facts = {
        "activities": [{"evidence": "four warrants", "tactic": "warrant", "count": 4}],
        "places": [{"evidence": "Eastley", "name": "Eastley"}],
        "seizures": [{"evidence": "<script>alert(1)</script> Two pistols", "category": "firearm",
                      "item": "pistol <b>", "quantity": 2, "unit": "item"}],
    }
    secret = {"activities": [{"evidence": "nine warrants", "tactic": "warrant", "count": 9}],
              "places": [{"evidence": "Hushford", "name": "Hushford"}]}
    return [{"id": "a", "country": "GB", "text": TEXT, "facts": facts},
            {"id": "b", "country": "IE", "text": TEXT, "facts": copy.deepcopy(facts)},
            {"id": "c", "country": "IE", "text": UNREAD, "facts": secret}]


@pytest.fixture
def paths(tmp_path: Path) -> dict[str, str]:
    """Gold, a prediction that misses the seizures, an earlier run that had only them, a second annotator's gold."""
    rows = documents()
    for name in ("gold", "second"):
        (tmp_path / name).mkdir()
        for row in rows:
            if name == "second":
                row["facts"]["places"] = []
            (tmp_path / name / f"{row['id']}.json").write_text(json.dumps(row), encoding="utf-8")
    (tmp_path / "gold" / "held-out.txt").write_text("c\n", encoding="utf-8")
    rows = documents()
    write_facts({row["id"]: {**row["facts"], "seizures": []} for row in rows[:2]} | {"c": {}}, tmp_path / "now.jsonl")
    write_facts({row["id"]: {"seizures": row["facts"].get("seizures", [])} for row in rows}, tmp_path / "before.jsonl")
    names = {"source": "gold", "predicted": "now.jsonl", "against": "before.jsonl", "second": "second"}
    return {name: str(tmp_path / path) for name, path in names.items()}


def test_the_sentence_counts_facts(paths: dict[str, str]) -> None:
    sentence = quality.masthead(quality.open_quality(**paths)).about["summary"]
    assert sentence.startswith(
        "Of 4 facts extracted from 3 releases, 4 are right in every key slot; they are 50.0% of the 8 facts")


def test_errors_stand_in_context_and_escaped(paths: dict[str, str]) -> None:
    html = quality.errors(quality.open_quality(**paths), 5).html
    assert "Errors in context · 2 of 2" in html
    assert "in Eastley. [&lt;script&gt;alert(1)&lt;/script&gt; Two pistols] &amp; £400" in html
    assert "item pistol &lt;b&gt;" in html
    assert "<script" not in html


def test_errors_are_limited_by_family(paths: dict[str, str]) -> None:
    scored = quality.open_quality(paths["source"], paths["against"])
    assert "Errors in context · 2 of 4" in quality.errors(scored, 1).html
    assert "Errors in context · 1 of 2" in quality.errors(scored, 1, ["places"]).html


def test_nothing_of_a_held_out_text_is_shown(paths: dict[str, str]) -> None:
    scored = quality.open_quality(**paths)
    shown = [quality.errors(scored, 99), quality.changes(scored, 99), quality.causes(scored), quality.by_slot(scored)]
    assert not any("Hushford" in one.html + one.text or "nine" in one.html for one in shown)
    assert "missed" in quality.causes(scored).html
    assert re.search(r"held out</th><td[^>]*>1<", quality.by(scored, "reading").html)


def test_gains_and_losses_are_told(paths: dict[str, str]) -> None:
    scored = quality.open_quality(**paths)
    balance = quality.balance(scored).text
    row = next(line.split() for line in balance.splitlines() if line.split()[:1] == ["seizures"])
    assert row[1:3] == ["1.000", "0.000"]
    changes = quality.changes(scored, 3).text.splitlines()
    assert changes[0] == "Facts won and lost · 3 of 6"
    assert [line.split(" | ")[2] for line in changes[1:]] == ["lost", "lost", "won"]


def test_annotators_are_compared(paths: dict[str, str]) -> None:
    scored = quality.open_quality(**paths)
    rows = {line.split()[0]: line.split()[1:] for line in quality.annotators(scored).text.splitlines()[2:]}
    assert rows["activities"][1:4] == ["100.0%", "1.000", "1.000"]
    assert rows["places"][2] == "0.000", "one saw places, the other none: agreement as by chance"
    assert "activities · count" in quality.annotators_by_slot(scored).text


def test_what_is_not_given_is_said(paths: dict[str, str]) -> None:
    scored = quality.open_quality(paths["source"], paths["predicted"])
    assert "No earlier run is given" in quality.balance(scored).text
    assert "No earlier run is given" in quality.changes(scored, 5).text
    assert "No second annotator is given" in quality.annotators(scored).text
    assert "All documents are of one group by publisher: not stated." in quality.by(scored, "publisher").text


def test_a_perfect_extraction_has_no_error_to_show(paths: dict[str, str], tmp_path: Path) -> None:
    write_facts({row["id"]: row["facts"] for row in documents()}, tmp_path / "all.jsonl")
    scored = quality.open_quality(paths["source"], str(tmp_path / "all.jsonl"))
    assert quality.errors(scored, 5).text == "No error to show."
    assert quality.causes(scored).text == "No fact is missed, invented or wrong."


@pytest.mark.parametrize(("name", "value", "message"), [
    ("source", "nowhere", "nowhere: is neither a file nor a folder"),
    ("predicted", "nowhere", "nowhere: is neither a file nor a folder"),
    ("predicted", "other.jsonl", "no record has the id of a gold document, such as 'a'"),
    ("second", "other", "the two annotators have no document in common"),
])
def test_paths_that_do_not_fit_are_refused(
    paths: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_facts({"x": {}}, tmp_path / "other.jsonl")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.json").write_text('{"id": "x", "text": "x", "facts": {}}', encoding="utf-8")
    with pytest.raises(InputError, match=message):
        quality.open_quality(**{**paths, name: value})


def test_the_figure_says_what_it_draws(paths: dict[str, str], tmp_path: Path) -> None:
    ax = quality.figure(quality.open_quality(**paths))
    assert "activities, strict 0.800" in figures.alt(ax)
    assert "incidents" not in figures.alt(ax), "a family without facts has no score"
    frame = figures.data(ax).set_index("family")
    assert frame.loc["seizures", "strict F1"] == 0
    assert frame.loc["all", "gold facts"] == 8
    assert figures.png(ax) == figures.png(quality.figure(quality.open_quality(**paths)))
    assert [path.name for path in figures.save(ax, tmp_path)] == ["scores.png", "scores.csv"]


class _Page(HTMLParser):
    """What of a page matters here: tags with their attributes."""

    def __init__(self, page: str):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.slow
def test_the_notebook_renders_as_a_report(
    paths: dict[str, str], tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    """One file with the figure's alt text, the errors escaped, and nothing of the held-out text."""
    given = [f"-p{name}={path}" for name, path in paths.items() if name != "source"]
    code = main(["report", paths["source"], "--notebook", "quality", *given, "--to", str(tmp_path / "reports"),
                 "--notebooks", str(project / "notebooks"), "-p", "title=A & B"])
    captured = capsys.readouterr()
    assert code == 0, captured.err
    page = Path(captured.out.strip()).read_text(encoding="utf-8")
    tags = _Page(page).tags
    assert any(tag == "h1" for tag, _ in tags)
    assert "A &amp; B</h1>" in page
    [alt] = [attributes["alt"] for tag, attributes in tags if tag == "img"]
    assert alt
    assert alt.startswith("F1 by family")
    assert not [tag for tag, _ in tags if tag == "script"]
    assert "[&lt;script&gt;alert(1)&lt;/script&gt; Two pistols]" in page
    assert "Hushford" not in page
    assert "Agreement of two annotators by family" in page
    assert "Facts won and lost" in page
    figures_and_tables, _, _ = page.partition("The code that made it")
    assert str(tmp_path) not in figures_and_tables, "no folder of this machine"
