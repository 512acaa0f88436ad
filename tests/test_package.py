"""The package as others get it: its public names, what importing it costs, and its wheel in another environment."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import beatbook


@pytest.mark.parametrize(
    "first", ["", "import beatbook.extract", "import beatbook.tables", "from beatbook import figures"])
def test_functions_stay_functions_whatever_is_imported_first(first):
    """A module named like a public function does not take the function's place."""
    code = f"{first}\nimport beatbook\nassert callable(beatbook.extract) and callable(beatbook.tables)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_import_is_light():
    """The package, and extraction with it, loads neither pandas nor matplotlib nor Jupyter nor nltk."""
    code = (
        "import sys, beatbook; beatbook.extract; beatbook.read\n"
        "heavy = {'pandas', 'matplotlib', 'IPython', 'papermill', 'nbconvert', 'nltk'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_one_release_is_extracted_without_what_others_need(project):
    """What only tables, other formats, the store, several processes or a bar of progress need is not loaded."""
    spared = (
        "pandas numpy matplotlib IPython nltk tqdm ftfy py3langid trafilatura lxml pypdfium2 docx feedparser warcio "
        "pyarrow fsspec dask distributed multiprocessing concurrent asyncio sqlite3 importlib.metadata email.parser "
        "ctypes logging"
    )
    code = (
        "import sys; from beatbook.cli import main; assert main(sys.argv[2:]) == 0\n"
        "loaded = set(sys.argv[1].split()) & set(sys.modules); assert not loaded, loaded"
    )
    file = project / "data" / "sample" / "week-of-action.txt"
    done = subprocess.run(
        [sys.executable, "-c", code, spared, "extract", file], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def test_few_public_names():
    """Whoever types ``beatbook.`` sees what the README uses, and not much more."""
    assert len(beatbook.__all__) <= 8
    assert [name for name in beatbook.__all__ if not getattr(beatbook, name).__doc__] == []


# The wheel, in an environment of its own ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(project, tmp_path_factory):
    """The wheel, built without a network from what a clone holds (a folder `build` left here would get into it)."""
    copy, out = tmp_path_factory.mktemp("clone"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(project / name, copy)
    shutil.copytree(project / "notebooks", copy / "notebooks", ignore=shutil.ignore_patterns(".*"))
    shutil.copytree(project / "lib", copy / "lib", ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    code = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", code, out], cwd=copy, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    [built] = out.glob("beatbook-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Runs `beatbook` from the wheel in an empty environment outside the clone, and returns what it did.

    The wheel is installed by its own metadata; the libraries that it needs are lent from this environment, since a test
    has no network. The project itself is not lent: that the wheel's copy runs is the first thing tested.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "env", with_pip=True)
    bin = folder / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip = [bin / "python", "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run(pip, check=True, timeout=120, env=os.environ | {"PIP_USER": "0"})
    ask = [bin / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(ask, check=True, capture_output=True, text=True, timeout=60).stdout.strip()
    # a line of a .pth file lends a folder without its own .pth files, and so without the clone
    (Path(site) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    lent = {"JUPYTER_PATH": str(Path(sys.prefix) / "share" / "jupyter"), "PYTHONWARNINGS": "ignore"}

    def run(*arguments, cwd=folder, program="beatbook"):
        return subprocess.run([bin / program, *map(str, arguments)], cwd=cwd, capture_output=True, text=True,
                              env=os.environ | lent, timeout=180)

    return run


@pytest.mark.slow
def test_the_wheel_holds_all_that_the_library_reads(wheel, project):
    """Each data file of the library is in the wheel, and the notebooks; nothing of the clone beside them."""
    held = set(zipfile.ZipFile(wheel).namelist())
    library = project / "lib"
    wanted = {path.relative_to(library).as_posix() for path in (library / "beatbook").rglob("*")
              if path.is_file() and "__pycache__" not in path.parts}
    assert wanted - held == set()
    shared = {name.partition(".data/data/")[2] for name in held if ".data/" in name}
    assert shared == {f"share/beatbook/notebooks/{path.name}" for path in (project / "notebooks").glob("*.ipynb")}
    assert {name.split("/")[0] for name in held if ".dist-info/" not in name and ".data/" not in name} == {"beatbook"}


@pytest.mark.slow
def test_the_wheel_extracts_outside_the_clone(installed, tmp_path):
    where = installed("-c", "import beatbook; print(beatbook.__file__)", program="python")
    assert "elsewhere" in where.stdout and "env" in where.stdout
    text = "date 2022-05-03\n\nOfficers in Leeds seized nine knives on Monday 2 May and arrested two men."
    (tmp_path / "mine.txt").write_text(text, encoding="utf-8")
    done = installed("extract", "mine.txt", "--to", "out", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "knife" in (tmp_path / "out" / "seizures.csv").read_text(encoding="utf-8")
    assert (tmp_path / "out" / "beatbook.sqlite").is_file()
    found = installed("search", "out", "seize", cwd=tmp_path)
    assert found.returncode == 0 and "[seized]" in found.stdout


@pytest.mark.slow
def test_the_wheel_makes_reports_outside_the_clone(installed, tmp_path):
    """With the notebooks that came with it; where a folder of others is named, with those."""
    (tmp_path / "mine.txt").write_text("Officers seized nine knives on 2 May 2022.", encoding="utf-8")
    alone = installed("report", "mine.txt", cwd=tmp_path)
    assert alone.returncode == 0, alone.stderr[-2000:]
    assert "knives" in (tmp_path / "reports" / "mine.html").read_text(encoding="utf-8")
    (tmp_path / "others").mkdir()
    named = installed("report", "mine.txt", "--notebooks", "others", cwd=tmp_path)
    assert named.returncode == 2
    assert named.stderr == "beatbook: no notebook 'operation' in others, but no notebook at all\n"
