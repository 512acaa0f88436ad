"""The house: imports run one way, as docs/architecture.md says. Its table of layers is what this reads."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LIBRARY = PROJECT / "lib" / "beatbook"
PAGE = PROJECT / "docs" / "architecture.md"

# Imports against the table that are known, each with its reason. One that is no longer there has to go from here too.
EXCEPTIONS = {
    ("records", "markup"): "a Release shows itself in Jupyter; imported within the method, when Jupyter asks",
}

# What stays out of the extractor, so that it runs without them and starts at once.
HEAVY = {"numpy", "pandas", "matplotlib", "PIL", "IPython", "ipywidgets", "anywidget", "traitlets", "jupyter_client",
         "nbclient", "nbconvert", "nbformat", "papermill", "distributed"}
EXTRACTOR = "the pipeline"  # the last layer that has to do without

# The modules of facts/ by family, where one has several.
PARTS = {"people": "outcomes", "statement": "outcomes", "seizure": "seizures"}


class Import(NamedTuple):
    """One import: who, what, in which line, and whether it happens when the module is loaded."""

    importer: str
    imported: str
    line: int
    at_once: bool


def name_of(path: Path) -> str:
    parts = path.relative_to(LIBRARY).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(LIBRARY.rglob("*.py"))}


def imports(name: str) -> Iterator[Import]:
    """What a module imports, ours without the package's name; what only type checkers see is no import."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    for node, at_once in walk(tree, True):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name}:{node.lineno}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for full in names:
            if not full.startswith("beatbook"):
                yield Import(name, full.split(".")[0], node.lineno, at_once)
                continue
            ours = full.removeprefix("beatbook").lstrip(".")
            while ours not in MODULES:  # a name within a module
                ours = ours.rpartition(".")[0]
            yield Import(name, ours, node.lineno, at_once)


def walk(node: ast.AST, at_once: bool) -> Iterator[tuple[ast.AST, bool]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child, at_once
        yield from walk(child, at_once and not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef))


def layers() -> list[tuple[str, list[str]]]:
    """The rows of the table: a layer's name, and the modules and packages that stand in it."""
    table = PAGE.read_text(encoding="utf-8").split("<!-- layers", 1)[1].split("\n\n", 2)[1]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    return [(row[0], re.findall(r"`([\w.]+)`", row[1])) for row in rows]


LAYERS = layers()
LEVELS = {module: level for level, (_, modules) in enumerate(LAYERS) for module in modules}


def level(module: str) -> int | None:
    """Where a module stands: in a row of its own, or in that of its package. The package itself stands nowhere."""
    while module and module not in LEVELS:
        module = module.rpartition(".")[0]
    return LEVELS[module] if module else None


ALL = [one for name in MODULES for one in imports(name)]
OURS = [one for one in ALL if one.imported in MODULES]


def told(found: Import) -> str:
    return f"{found.importer} imports {found.imported} (line {found.line})"


def test_the_table_is_of_the_modules_there_are():
    """Each module stands in one row, and each name of the table is a module or package."""
    assert [module for module in MODULES if module and level(module) is None] == [], "add it to docs/architecture.md"
    named = [module for _, modules in LAYERS for module in modules]
    assert sorted(named) == sorted(set(named))
    assert set(named) - set(MODULES) == set()


def test_imports_run_one_way():
    """No module imports one that stands below it in the table, at any time."""
    down = {
        (one.importer, one.imported): one for one in OURS
        if one.imported and (level(one.importer) or 0) < (level(one.imported) or 0)
    }
    assert sorted(told(down[pair]) for pair in down.keys() - EXCEPTIONS.keys()) == []
    assert EXCEPTIONS.keys() - down.keys() == set(), "mended: take it from the list"


def test_no_circle():
    """No two modules need each other to be loaded, however long the way round; an import within a function counts."""
    edges: dict[str, set[str]] = {name: set() for name in MODULES}
    for one in OURS:
        if one.imported and (one.importer, one.imported) not in EXCEPTIONS:
            edges[one.importer].add(one.imported)
    done: set[str] = set()

    def visit(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, "a circle: " + " → ".join((*way[way.index(name):], name))
        if name not in done:
            for after in sorted(edges[name]):
                visit(after, (*way, name))
            done.add(name)

    for name in MODULES:
        visit(name, ())


def test_families_do_not_import_each_other():
    def family(module: str) -> str:
        own = module.removeprefix("facts.")
        return PARTS.get(own.split("_")[0], own)

    between = [told(one) for one in OURS if one.importer.startswith("facts.") and one.imported.startswith("facts.")
               and family(one.importer) != family(one.imported)]
    assert between == []


def test_the_extractor_does_without_pandas_and_jupyter():
    """Up to the pipeline nothing imports them, not even late."""
    last = next(number for number, (name, _) in enumerate(LAYERS) if name == EXTRACTOR)
    found = [told(one) for one in ALL if one.imported in HEAVY and (level(one.importer) or 0) <= last]
    assert found == []


def test_pandas_begins_with_tables():
    """pandas is imported from the layer of `tables` on, and nowhere before."""
    before = [told(one) for one in ALL if one.imported == "pandas" and (level(one.importer) or 0) < LEVELS["tables"]]
    assert before == []


def test_nltk_is_imported_late():
    assert [told(one) for one in ALL if one.imported == "nltk" and one.at_once] == []


@pytest.mark.parametrize("page", ["docs/architecture.md", "docs/extraction.md", "CONTRIBUTING.md"])
def test_pages_name_files_that_there_are(page):
    """Every file that a page names is there: seen from the project's root, the library, or one of its folders."""
    text = (PROJECT / page).read_text(encoding="utf-8")
    names = set(re.findall(r"`([\w./*-]+\.(?:py|csv|ipynb|md|txt|css|j2))`", text))
    places = [PROJECT, LIBRARY, PROJECT / "data" / "benchmark" / "dev",
              *(LIBRARY / name for name in ("language", "grammar", "lexicons", "reading"))]
    made = {"corrections.csv", "failures.csv"}  # by a user
    named = sorted(name for name in names - made if "NAME" not in name)
    missing = [name for name in named if not any(list(place.glob(name)) for place in places)]
    assert missing == []
