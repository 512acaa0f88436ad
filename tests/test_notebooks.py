"""The notebooks as they are committed: their shape, and that papermill's own command runs them anywhere."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))
MANY = [path for path in NOTEBOOKS if path.stem in ("00-start", "02-corpus", "03-compare")]
OPERATION = next(path for path in NOTEBOOKS if path.stem == "01-operation")


def cells(path, kind=None):
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell | {"source": "".join(cell["source"])} for cell in found if kind in (None, cell["cell_type"])]


def papermill(*arguments, cwd):
    """papermill's command line. Its folder of settings is empty, as on a new machine."""
    environment = os.environ | {"PYTHONWARNINGS": "ignore", "JUPYTER_CONFIG_DIR": str(Path(cwd) / ".jupyter")}
    return subprocess.run([sys.executable, "-m", "papermill", *map(str, arguments)], cwd=cwd, env=environment,
                          capture_output=True, text=True, timeout=180)


def shown(path):
    """All plain text that an executed notebook shows."""
    notebook = json.loads(Path(path).read_text(encoding="utf-8"))
    return "\n".join(
        "".join(output.get("data", {}).get("text/plain", output.get("text", "")))
        for cell in notebook["cells"] for output in cell.get("outputs", [])
    )


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_shape(path):
    """Title and answer first; one cell of parameters; no function; a question before each answer; no outputs."""
    first = cells(path)[0]
    assert first["cell_type"] == "markdown" and re.match(r"# .+\?\n\n\S", first["source"]), "title with its question"
    tagged = [cell for cell in cells(path, "code") if "parameters" in cell["metadata"].get("tags", [])]
    assert len(tagged) == 1
    for cell in cells(path, "code"):
        assert cell["outputs"] == [] and cell["execution_count"] is None, "committed without outputs"
        kinds = {type(node) for node in ast.walk(ast.parse(cell["source"]))}
        assert not kinds & {ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda}, "no def in a notebook"
    assert any(cell["source"].startswith("## ") and "?" in cell["source"] for cell in cells(path, "markdown"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_parameters_are_annotated_commented_literals(path):
    [cell] = [cell for cell in cells(path, "code") if "parameters" in cell["metadata"].get("tags", [])]
    for statement in ast.parse(cell["source"]).body:
        assert isinstance(statement, ast.AnnAssign), "name: type = value"
        ast.literal_eval(statement.value)
    for line in cell["source"].splitlines():
        assert re.search(r"  # [A-Z]", line), f"a comment says what it is for: {line}"


@pytest.mark.slow
def test_help_explains_each_parameter(tmp_path):
    said = papermill("--help-notebook", OPERATION, cwd=tmp_path)
    text = " ".join(said.stdout.split())
    for name, kind, default in (("source", "str", '"data/sample/week-of-action.txt"'), ("release_id", "str", '""'),
                                ("title", "str", '""'), ("redact", "bool", "False")):
        assert f"{name}: {kind} (default {default})" in text
    assert "Mask the names of private persons" in text


@pytest.mark.slow
@pytest.mark.parametrize("where", [".", "notebooks", "elsewhere"])
def test_papermill_runs_the_default_wherever_it_stands(where, project, tmp_path):
    folder = tmp_path if where == "elsewhere" else project / where
    out = tmp_path / "out.ipynb"
    done = papermill(OPERATION, out, cwd=folder)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "A week-long operation from 21 to 27 November 2022" in shown(out)


@pytest.mark.slow
@pytest.mark.parametrize("path", MANY, ids=lambda path: path.stem)
def test_papermill_runs_the_other_notebooks_from_any_folder(path, tmp_path):
    done = papermill(path, "out.ipynb", "-p", "save_to", "figures", cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    saved = {file.suffix for file in (tmp_path / "figures").iterdir()}
    assert saved == {".png", ".csv"}
    text = shown(tmp_path / "out.ipynb")
    expected = {"00-start": "Release week-of-action", "02-corpus": "people arrested", "03-compare": "differ most in"}
    assert expected[path.stem] in text and "Nothing to show" not in text


@pytest.mark.slow
def test_papermill_takes_one_file_for_a_list_of_sources(tmp_path):
    (tmp_path / "mine.txt").write_text("Officers in Leeds seized nine knives on 2 May 2022.", encoding="utf-8")
    corpus = next(path for path in MANY if path.stem == "02-corpus")
    done = papermill(corpus, "out.ipynb", "-p", "source", "mine.txt", "-p", "term", "knife", cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    text = shown(tmp_path / "out.ipynb")
    assert "One release" in text and "nine bladed weapons" in text and "[knives]" in text and "Nothing to show" in text


@pytest.mark.slow
def test_papermill_runs_another_file(project, tmp_path):
    (tmp_path / "mine.txt").write_text("Officers seized nine knives on 2 May 2022.", encoding="utf-8")
    done = papermill(OPERATION, "out.ipynb", "-p", "source", "mine.txt", "-p", "title", "007 & Co", cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    text = shown(tmp_path / "out.ipynb")
    assert "007 & Co" in text and "nine knives" in text


@pytest.mark.slow
def test_papermill_saves_figures_where_it_is_told(tmp_path):
    (tmp_path / "mine.txt").write_text("Officers seized nine knives on 2 May 2022.", encoding="utf-8")
    done = papermill(OPERATION, "out.ipynb", "-p", "source", "mine.txt", "-p", "save_to", "figures", cwd=tmp_path)
    assert done.returncode == 0, done.stderr[-2000:]
    assert {"seized.png", "seized.csv", "outcomes.csv"} <= {path.name for path in (tmp_path / "figures").iterdir()}


@pytest.mark.slow
@pytest.mark.parametrize(("content", "message"), [
    (None, "mine.txt: no such file"), ("", "mine.txt: "), ("\0\1\2\3" * 200, "mine.txt: "),
], ids=["missing", "empty", "binary"])
def test_papermill_tells_what_is_wrong_with_an_input(content, message, tmp_path):
    if content is not None:
        (tmp_path / "mine.txt").write_text(content, encoding="utf-8")
    done = papermill(OPERATION, "out.ipynb", "-p", "source", "mine.txt", cwd=tmp_path)
    assert done.returncode != 0
    assert f"InputError: {message}" in done.stderr
