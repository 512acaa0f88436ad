"""run.py sets up and starts programs without a network: what it decides, and in which order, is tested here."""

import ast
import contextlib
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
RUN = PROJECT / "run.py"

spec = importlib.util.spec_from_file_location("run", RUN)
run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(run)


# --- the version of Python -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "refused"),
    [((2, 7, 18), True), ((3, 6, 0), True), ((3, 10, 99), True), ((3, 11, 0), False), ((3, 13, 1), False),
     ((4, 0, 0), False)],
)
def test_version_too_old_is_said_in_one_sentence(version, refused):
    sentence = run.complaint_about_version(version)
    assert bool(sentence) == refused
    if refused:
        assert "3.11" in sentence
        assert f"this is Python {version[0]}.{version[1]}:" in sentence
        assert "\n" not in sentence


def test_it_parses_on_an_older_python():
    """Else an old Python would answer with a syntax error instead of the sentence."""
    ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_says_so():
    named = filter(None, (shutil.which(f"python3.{minor}") for minor in range(6, 11)))
    pythons = [python for python in named if not subprocess.run([python, "--version"], capture_output=True).returncode]
    if not pythons:
        pytest.skip("no Python from 3.6 to 3.10 is on the PATH")
    for python in pythons:
        result = subprocess.run([python, "-B", str(RUN), "report"], capture_output=True, text=True)
        assert result.returncode == 1
        assert result.stderr.startswith("beatbook needs Python 3.11 or newer")
        assert result.stderr.count("\n") == 1


# --- usage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "usage:"),
        (["raport"], 2, "There is no command 'raport'."),
        (["--report"], 2, "There is no command '--report'."),
        (["setup", "now"], 2, "setup takes no arguments"),
        (["--help"], 0, "usage:"),
        (["-h"], 0, "usage:"),
    ],
)
def test_usage(arguments, code, words, tmp_path):
    """Wrong usage is told before anything is set up."""
    shutil.copy(RUN, tmp_path)
    result = subprocess.run(
        [sys.executable, "-B", str(tmp_path / "run.py"), *arguments], capture_output=True, text=True, cwd=tmp_path
    )
    assert result.returncode == code
    assert words in (result.stderr if code else result.stdout)
    assert "Traceback" not in result.stderr
    assert not (tmp_path / ".venv").exists()


# --- the set-up ------------------------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project folder with nothing but what a set-up reads."""
    root = tmp_path / "a project"
    root.mkdir()
    (root / "requirements.lock").write_text("one==1\n")
    (root / "pyproject.toml").write_text("[project]\n")
    return root


@pytest.fixture
def steps(monkeypatch):
    """Records what the set-up would call, in short; a step named in `steps.failing` fails instead."""

    class Steps(list):
        failing = None

    steps = Steps()

    def call(command, folder):
        words = " ".join(command)
        step = "venv" if "venv --quiet" in words or "-m venv" in words else "lock" if "-r" in command else "project"
        if step == steps.failing:
            raise run.RunError(f"{step} failed")
        steps.append(step)
        if step == "venv":
            environment = run.Environment(folder)
            environment.bin.mkdir(parents=True)
            environment.python.write_text("")
        if step == "lock":
            assert "--require-hashes" in command
        if step == "project":
            assert "--no-deps" in command

    monkeypatch.setattr(run, "call", call)
    monkeypatch.setattr(run, "find_uv", lambda: "uv")
    return steps


def again(root, steps):
    """What a further call sets up."""
    steps.clear()
    run.Environment(root).ensure()
    return list(steps)


ALL = ["venv", "lock", "project"]


@pytest.mark.parametrize("uv", ["uv", None])
def test_first_call_does_all_and_second_call_nothing(root, steps, monkeypatch, uv):
    monkeypatch.setattr(run, "find_uv", lambda: uv)
    assert again(root, steps) == ALL
    assert again(root, steps) == []


def set_lock(root):
    (root / "requirements.lock").write_text("one==2\n")


def set_pyproject(root):
    (root / "pyproject.toml").write_text("[project]\nname = 'x'\n")


def lose_python(root):
    run.Environment(root).python.unlink()


def cut_stamp(root):
    run.Environment(root).stamp.write_text('{"python": "3.')


def odd_stamp(root):
    run.Environment(root).stamp.write_text("[]")


def other_python(root):
    stamp = run.Environment(root).stamp
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "python": "3.5"}))


def lose_all(root):
    shutil.rmtree(root / ".venv")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (set_lock, ["lock", "project"]),
        (set_pyproject, ["project"]),
        (lose_python, ALL),
        (cut_stamp, ALL),
        (odd_stamp, ALL),
        (other_python, ALL),
        (lose_all, ALL),
    ],
)
def test_a_change_sets_up_what_it_touches(root, steps, change, expected):
    again(root, steps)
    change(root)
    assert again(root, steps) == expected
    assert again(root, steps) == []


def test_a_moved_project_is_set_up_anew(root, steps):
    """An environment holds absolute paths."""
    again(root, steps)
    moved = root.rename(root.with_name("elsewhere"))
    assert again(moved, steps) == ALL


@pytest.mark.parametrize("failing", ALL)
def test_an_interrupted_first_set_up_heals(root, steps, failing):
    steps.failing = failing
    with pytest.raises(run.RunError):
        again(root, steps)
    steps.failing = None
    assert again(root, steps) == ALL
    assert again(root, steps) == []


@pytest.mark.parametrize("failing", ["lock", "project"])
def test_an_interrupted_update_heals(root, steps, failing):
    again(root, steps)
    set_lock(root)
    steps.failing = failing
    with pytest.raises(run.RunError):
        again(root, steps)
    # Even when the old lock is back: the environment is half of each.
    (root / "requirements.lock").write_text("one==1\n")
    steps.failing = None
    assert again(root, steps) == ALL


def test_the_stamp_is_not_written_in_place(root, steps, monkeypatch):
    """A half-written stamp would pass for a whole one only if the rename were not what makes it appear."""
    monkeypatch.setattr(Path, "replace", lambda self, target: None)
    again(root, steps)
    assert not run.Environment(root).stamp.exists()


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_missing_file_is_named(root, name):
    (root / name).unlink()
    with pytest.raises(run.RunError, match=re.escape(name)):
        run.Environment(root).ensure()


def test_without_venv_and_uv_one_sentence(root, steps, monkeypatch):
    monkeypatch.setattr(run, "find_uv", lambda: None)
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(run.RunError, match=r"apt install python3\.\d+-venv"):
        again(root, steps)
    assert steps == []


def test_a_failing_step_becomes_a_sentence(tmp_path, capfd):
    with pytest.raises(run.RunError, match="exit code 3") as caught:
        run.call([sys.executable, "-c", "print('why'); raise SystemExit(3)"], tmp_path)
    assert "\n" not in str(caught.value)
    output = capfd.readouterr()
    assert (output.out, output.err) == ("", "why\n")


def test_a_step_that_cannot_be_run_becomes_a_sentence(tmp_path):
    with pytest.raises(run.RunError, match="cannot be run"):
        run.call([str(tmp_path / "absent")], tmp_path)


def test_a_uv_that_does_not_work_does_not_count(tmp_path, monkeypatch):
    """Version managers leave shims that fail."""
    shim = tmp_path / ("uv.bat" if os.name == "nt" else "uv")
    shim.write_text("exit 127\n" if os.name == "nt" else "#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run.find_uv() is None
    if os.name != "nt":
        shim.write_text("#!/bin/sh\nexit 0\n")
        assert run.find_uv() == str(shim)


def test_a_link_in_place_of_the_environment_is_removed_not_followed(root, steps, tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("")
    (root / ".venv").symlink_to(kept, target_is_directory=True)
    assert again(root, steps) == ALL
    assert (kept / "file").exists()


@pytest.mark.parametrize(
    ("windows", "python"), [(False, Path(".venv/bin/python")), (True, Path(".venv/Scripts/python.exe"))]
)
def test_layout_of_the_environment(root, windows, python):
    assert run.Environment(root, windows=windows).python == root / python


def test_two_set_ups_at_once_happen_one_after_the_other(root, tmp_path):
    """Two processes set the same folder up at the same time: one does it, the other waits and finds it done."""
    program = tmp_path / "two.py"
    program.write_text(f"""
import importlib.util, pathlib, sys, time
spec = importlib.util.spec_from_file_location("run", {str(RUN)!r})
run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(run)
environment = run.Environment(pathlib.Path({str(root)!r}))
def call(command, folder):
    environment.bin.mkdir(parents=True, exist_ok=True)
    environment.python.write_text("")
    print("step", flush=True)
    time.sleep(0.2)
run.call, run.find_uv = call, lambda: "uv"
environment.ensure()
assert environment.made_from() == environment.wanted()
""")
    command, pipe = [sys.executable, "-B", str(program)], subprocess.PIPE
    both = [subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) for _ in range(2)]
    outputs = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    assert sorted(out.count("step") for out, _ in outputs) == [0, 3]


# --- what is run -----------------------------------------------------------------------------------------------------


@pytest.fixture
def started(monkeypatch):
    """Records (command, folder) of each program started, with the environment taken as ready; all end with 0."""
    started = []
    monkeypatch.setattr(run.Environment, "ensure", lambda self: None)
    monkeypatch.setattr(run, "run", lambda command, folder, variables: started.append((command[1:], folder)) or 0)
    return started


def write_notebook(folder: Path, source: str, tags=("parameters",), name="01-operation.ipynb") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": ["# source = 'no'"]},
        {"cell_type": "code", "metadata": {"tags": list(tags)}, "source": source.splitlines(keepends=True)},
    ]
    path = folder / name
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [("test", "pytest"), ("lab", "jupyterlab", run.START)])
def test_arguments_are_passed_on(root, started, command):
    assert run.main([command[0], "-k", "a b", "--x=*"], root) == 0
    assert started == [(["-m", *command[1:], "-k", "a b", "--x=*"], root)]


def test_lab_opens_on_a_notebook_that_is_there():
    assert (PROJECT / run.START.partition("/lab/tree/")[2]).is_file()


def test_report_makes_one_report_of_several_samples(root, started, monkeypatch):
    write_notebook(root / "notebooks", 'source: list = ["data/a", "data/b"]  # inputs\n', name="02-corpus.ipynb")
    monkeypatch.setattr(run, "SAMPLE_NOTEBOOKS", ("corpus",))
    monkeypatch.chdir(root)
    assert run.main(["report"], root) == 0
    assert [command for command, _ in started] == [
        ["-m", "beatbook", "report", "data/a", "data/b", "--notebook", "corpus", "--to", "reports"]]


def test_report_takes_its_sample_from_the_notebook(root, started, monkeypatch):
    monkeypatch.setattr(run, "SAMPLE_NOTEBOOKS", ("operation",))
    write_notebook(root / "notebooks", 'source: str = "data/sample/x.txt"  # a file\nredact: bool = False\n')
    expected = ["-m", "beatbook", "report", "data/sample/x.txt", "--notebook", "operation", "--to"]
    monkeypatch.chdir(root)
    assert run.main(["report"], root) == 0
    assert started == [([*expected, "reports"], root)]
    monkeypatch.chdir(root.parent)
    started.clear()
    assert run.main(["report"], root) == 0
    assert started == [([*expected, str(root / "reports")], root)]


def test_report_finds_a_sample_named_from_the_notebooks_folder(root, started, monkeypatch):
    monkeypatch.setattr(run, "SAMPLE_NOTEBOOKS", ("operation",))
    write_notebook(root / "notebooks", 'source = "../data/sample/x.txt"\n')
    (root / "data" / "sample").mkdir(parents=True)
    (root / "data" / "sample" / "x.txt").write_text("")
    assert run.main(["report"], root) == 0
    assert started[0][0][3] == os.path.join("data", "sample", "x.txt")  # noqa: PTH118 - as the command line has it


def test_report_with_arguments_is_beatbook_report_where_the_user_stands(root, started, monkeypatch):
    monkeypatch.chdir(root.parent)
    assert run.main(["report", "my.txt", "--each"], root) == 0
    assert started == [(["-m", "beatbook", "report", "my.txt", "--each"], root.parent)]


@pytest.mark.parametrize(
    ("label", "source", "tags"),
    [
        ("not tagged", 'source = "x"', ()),
        ("not there", 'title = "x"', ("parameters",)),
        ("empty", 'source = ""', ("parameters",)),
        ("computed", "source = str(1)", ("parameters",)),
        ("an empty list", "source = []", ("parameters",)),
        ("a list of numbers", "source = [1]", ("parameters",)),
        ("not Python", "source = = 1", ("parameters",)),
        ("declared only", "source: str", ("parameters",)),
    ],
)
def test_a_notebook_without_a_sample_is_named(tmp_path, label, source, tags):
    with pytest.raises(run.RunError, match=r"01-operation\.ipynb"):
        run.default_sources(write_notebook(tmp_path, source, tags))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cells": 3}', '{"cells": [3]}', "\ud800"])
def test_a_broken_notebook_is_named(tmp_path, text):
    path = tmp_path / "01-operation.ipynb"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(run.RunError, match=r"01-operation\.ipynb"):
        run.default_sources(path)


def test_a_missing_notebook_is_named(root, started):
    with pytest.raises(run.RunError, match="no notebook operation"):
        run.main(["report"], root)
    assert started == []


@pytest.mark.parametrize("code", [0, 1, 2, 5])
def test_exit_code_is_passed_on(tmp_path, code):
    assert run.run([sys.executable, "-c", f"raise SystemExit({code})"], tmp_path, dict(os.environ)) == code


def test_the_worst_exit_code_of_several_reports_counts(root, monkeypatch):
    codes = iter([1, 0])
    monkeypatch.setattr(run.Environment, "ensure", lambda self: None)
    monkeypatch.setattr(run, "SAMPLE_NOTEBOOKS", ("operation", "corpus"))
    monkeypatch.setattr(run, "run", lambda *ignored: next(codes))
    write_notebook(root / "notebooks", 'source = "a"')
    write_notebook(root / "notebooks", 'source = "b"', name="02-corpus.ipynb")
    assert run.main(["report"], root) == 1
    assert next(codes, None) is None, "the second report is written even when the first fails"


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_a_request_to_end_reaches_the_program(tmp_path):
    """Else a JupyterLab would stay behind when run.py is ended."""
    ready = tmp_path / "ready"
    child = f"import pathlib, time; pathlib.Path({str(ready)!r}).write_text(''); time.sleep(60)"
    program = f"""
import importlib.util, os, pathlib, sys
spec = importlib.util.spec_from_file_location("run", {str(RUN)!r})
run = importlib.util.module_from_spec(spec)
spec.loader.exec_module(run)
sys.exit(run.run([sys.executable, "-c", {child!r}], pathlib.Path("."), dict(os.environ)))
"""
    process = subprocess.Popen([sys.executable, "-B", "-c", program])
    try:
        for _ in range(300):
            if ready.exists():
                break
            time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 128 + signal.SIGTERM
    finally:
        with contextlib.suppress(OSError):
            process.kill()


def test_programs_see_the_environment_switched_on(root, monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    environment = run.Environment(root)
    variables = environment.variables()
    assert variables["PATH"].split(os.pathsep)[0] == str(environment.bin)
    assert variables["VIRTUAL_ENV"] == str(root / ".venv")
    assert "PYTHONHOME" not in variables


# --- the files that a set-up reads -----------------------------------------------------------------------------------


def requirement_name(requirement: str) -> str:
    return re.match(r"[A-Za-z0-9._-]+", requirement).group().lower().replace("_", "-")


@pytest.fixture(scope="module")
def pyproject() -> dict:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lock() -> str:
    return (PROJECT / "requirements.lock").read_text(encoding="utf-8")


def test_lock_names_no_index_and_no_path(lock):
    """What one machine downloads from is nobody else's business, and would break their set-up."""
    lines = lock.splitlines()
    assert not [line for line in lines if "://" in line or "index" in line.replace("--no-emit-index-url", "")]
    assert not [line for line in lines if re.search(r"(^|[\s=@\"'])/", line) or "file:" in line or " @ " in line]
    assert not [line for line in lines if line.startswith("-")], "options of one machine"


def test_lock_gives_every_package_a_hash(lock):
    entries = re.split(r"\n(?=[A-Za-z0-9])", "\n" + lock)[1:]
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==\S+", entry), entry.splitlines()[0]
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


def test_lock_holds_all_that_pyproject_asks_for(lock, pyproject):
    extras = pyproject["project"]["optional-dependencies"]
    asked = [*pyproject["project"]["dependencies"], *extras["test"], *extras["big"], *extras["dist"], *extras["pdf"]]
    asked += pyproject["build-system"]["requires"]  # the project is installed without a build environment of its own
    locked = set(re.findall(r"^([a-z0-9.-]+)==", lock, flags=re.M))
    assert {requirement_name(each) for each in asked} - {"beatbook"} <= locked


def test_conda_environment_takes_its_packages_from_pyproject():
    """One pip line over pyproject.toml, so that lists cannot drift."""
    lines = (PROJECT / "environment.yml").read_text(encoding="utf-8").splitlines()
    start = lines.index("dependencies:") + 1
    assert [line.strip() for line in lines[start:] if line.strip()] == [
        "- python>=3.11", "- pip", "- pip:", "- --editable .[test]",
    ]


def test_oldest_python_is_the_same_everywhere(pyproject, lock):
    oldest = ".".join(map(str, run.OLDEST))
    assert pyproject["project"]["requires-python"] == f">={oldest}"
    assert pyproject["tool"]["ruff"]["target-version"] == f"py{oldest.replace('.', '')}"
    assert f"--python-version {oldest}" in lock
    assert f"- python>={oldest}\n" in (PROJECT / "environment.yml").read_text(encoding="utf-8")


def test_version_is_the_same_everywhere(pyproject):
    citation = (PROJECT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {pyproject['project']['version']}\n" in citation


@pytest.mark.parametrize(
    ("path", "ignored"),
    [
        ("lib/beatbook/records.py", False),
        ("lib/beatbook/facts/seizures.py", False),
        ("lib/beatbook/lexicons/drugs.csv", False),
        ("data/sample/one.txt", False),
        ("data/raw/SOURCES.md", False),
        ("notebooks/01-operation.ipynb", False),
        ("reports/sample/index.html", False),
        ("reports/.gitkeep", False),
        ("requirements.lock", False),
        (".ci/run", False),
        (".venv/bin/python", True),
        (".venv.lock", True),
        ("reports/mine.html", True),
        ("lib/beatbook/__pycache__/records.cpython-311.pyc", True),
        ("lib/beatbook.egg-info/PKG-INFO", True),
        ("notebooks/.ipynb_checkpoints/01-operation-checkpoint.ipynb", True),
    ],
)
def test_gitignore(path, ignored, tmp_path):
    """A pasted .gitignore often hides lib/."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    shutil.copy(PROJECT / ".gitignore", tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    result = subprocess.run(["git", "check-ignore", "-q", path], cwd=tmp_path)
    assert result.returncode == (0 if ignored else 1)


def test_ci_script_is_sound():
    script = PROJECT / ".ci" / "run"
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert "python3 run.py test" in text
    if os.name != "nt":
        assert os.access(script, os.X_OK)
        assert subprocess.run(["bash", "-n", str(script)]).returncode == 0
