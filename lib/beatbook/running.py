"""Runs a notebook with new parameters, through papermill."""

import ast
import importlib.metadata
import json
import math
import re
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from subprocess import DEVNULL
from typing import Any, NamedTuple

from beatbook.notebook_format import nbformat  # isort: skip  (before whatever imports it by itself)
import papermill
from jupyter_client.manager import AsyncKernelManager
from nbclient.exceptions import DeadKernelError
from papermill.exceptions import PapermillExecutionError

import beatbook
from beatbook import cells
from beatbook.errors import BeatbookError, InputError, ReportError, UsageError
from beatbook.privacy.redaction import forget, noted

_TRUE, _FALSE = ("true", "yes", "on", "1"), ("false", "no", "off", "0")


class Parameter(NamedTuple):
    """A parameter of a notebook: name, type as annotated (str, int, float, bool, list, dict), default, help."""

    name: str
    type: str
    default: Any
    help: str


class _Kernels(AsyncKernelManager):
    """Kernels whose TCP is encrypted where they can do it, and that keep their own log off the terminal."""

    def __init__(self, **traits: Any):
        super().__init__(**traits)
        if self.has_trait("transport_encryption"):
            self.transport_encryption = "auto"

    async def _async_start_kernel(self, **options: Any) -> None:
        await super()._async_start_kernel(**{"stderr": DEVNULL} | options)

    start_kernel = _async_start_kernel


def folder(given: Path | None = None) -> Path:
    """The folder of the notebooks: the one given, ``notebooks`` here or above, that of the project, or those installed.

    Raises:
        UsageError: there is none.
    """
    if given:
        if not given.is_dir():
            raise UsageError(f"--notebooks {given}: no such folder")
        return given
    here = Path.cwd()
    for place in (here, *here.parents, Path(beatbook.__file__).resolve().parents[2]):
        if any((place / "notebooks").glob("*.ipynb")):
            return place / "notebooks"
    installed = _installed()
    if installed:
        return installed
    raise UsageError(
        "no folder 'notebooks' here or above; run it in the project's folder, or name the folder with --notebooks")


def _installed() -> Path | None:
    """The folder of the notebooks that came with the wheel; None where there was none."""
    try:
        files = importlib.metadata.files("beatbook") or []
    except importlib.metadata.PackageNotFoundError:
        return None
    found = (Path(str(file.locate())) for file in files if file.match("share/beatbook/notebooks/*.ipynb"))
    return next((path.parent.resolve() for path in found if path.is_file()), None)


def find(notebook: str, folder: Path) -> Path:
    """The notebook file of that name (``operation`` for ``01-operation.ipynb``), or the file itself.

    Raises:
        UsageError: there is none; the message names those that there are.
    """
    if notebook.endswith(".ipynb"):
        path = Path(notebook)
        if path.is_file():
            return path
        raise UsageError(f"{notebook}: no such notebook")
    paths = sorted(folder.glob("*.ipynb"))
    for path in paths:
        if notebook in (path.stem, re.sub(r"^\d+-", "", path.stem)):
            return path
    names = ", ".join(re.sub(r"^\d+-", "", path.stem) for path in paths)
    raise UsageError(f"no notebook {notebook!r} in {folder}, but {names or 'no notebook at all'}")


def read(path: Path) -> nbformat.NotebookNode:
    """The notebook of a file. Raises UsageError where it is none."""
    try:
        return nbformat.read(path, as_version=4)
    except (OSError, ValueError, KeyError, AttributeError, nbformat.ValidationError) as error:
        raise UsageError(f"{path}: cannot be read as a notebook ({type(error).__name__})") from error


def parameters(notebook: nbformat.NotebookNode) -> dict[str, Parameter]:
    """The parameters that a notebook takes, from its cell tagged ``parameters``."""
    found = {}
    for name, item in papermill.inspect_notebook(notebook).items():
        try:
            default = ast.literal_eval(item["default"])
        except (ValueError, SyntaxError):
            default = item["default"]
        kind = item["inferred_type_name"]
        found[name] = Parameter(name, type(default).__name__ if kind == "None" else kind, default, item["help"])
    return found


def coerce(given: Mapping[str, Any], known: Mapping[str, Parameter], notebook: str) -> dict[str, Any]:
    """Values in the types that the notebook's annotations declare: “true” → True, “007” → "007" for a str.

    Args:
        given: values by name; text as a command line has it, or values of the right type already.
        known: what ``parameters`` returned.
        notebook: the notebook's name, for messages.

    Raises:
        UsageError: a name the notebook does not know, or a value its type does not accept.
    """
    out = {}
    for name, value in given.items():
        if name not in known:
            raise UsageError(f"{notebook} has no parameter {name!r}, but {', '.join(known) or 'none'}")
        kind = known[name].type
        try:
            out[name] = _value(value, kind)
        except ValueError:
            accepts = {"bool": "true or false", "int": "a whole number", "float": "a number",
                       "list": 'a JSON list (["GB", "IE"])', "dict": "a JSON object"}.get(
                           kind.split("[")[0], f"a value of type {kind}")
            raise UsageError(f"parameter {name} takes {accepts}, not {value!r}") from None
    return out


def _value(value: Any, kind: str) -> Any:
    base = kind.split("[")[0]
    if base == "str":
        if not isinstance(value, str):
            raise ValueError
        return value
    if base == "bool":
        lower = str(value).strip().lower()
        if lower not in _TRUE + _FALSE:
            raise ValueError
        return lower in _TRUE
    if base in ("int", "float"):
        if isinstance(value, bool) or (isinstance(value, str) and "_" in value):
            raise ValueError
        number = float(value)
        if not math.isfinite(number):
            raise ValueError
        if base == "int":
            if not number.is_integer():
                raise ValueError
            return int(value)
        return number
    if base in ("list", "dict"):
        parsed = json.loads(value) if isinstance(value, str) else value
        if not isinstance(parsed, list if base == "list" else dict):
            raise ValueError
        return parsed
    return value


# Asks a kernel at the end what was masked in it, and is taken out of the notebook again.
_ASK = "import json as _json\nfrom beatbook.privacy.redaction import noted as _noted\nprint(_json.dumps(_noted()))"
_ASKS = "beatbook-ask"


def run(notebook: nbformat.NotebookNode, values: Mapping[str, Any], name: str) -> nbformat.NotebookNode:
    """The notebook executed with these values, in the caller's working directory. Nothing is written.

    Raises:
        InputError, UsageError: raised by the notebook itself (a release that cannot be read).
        ReportError: the notebook failed otherwise; names the cell and the error.
    """
    return run_noting(notebook, values, name)[0]


def run_noting(
    notebook: nbformat.NotebookNode, values: Mapping[str, Any], name: str,
) -> tuple[nbformat.NotebookNode, dict[str, bool]]:
    """As ``run``, and what was masked meanwhile (see ``beatbook.privacy.redaction.noted``)."""
    asking = deepcopy(notebook)
    asking.cells.append(nbformat.v4.new_code_cell(_ASK, metadata={"tags": [_ASKS]}))
    for attempt in (1, 2):
        try:
            return _answered(papermill.execute_notebook(
                asking, None, parameters=dict(values), kernel_name="python3", progress_bar=False,
                kernel_manager_class=_Kernels,
            ))
        except PapermillExecutionError as error:
            raise _told(error, name, values) from error
        except (DeadKernelError, RuntimeError) as error:
            # Ports are chosen before the kernel binds them; another process may have been quicker.
            if attempt == 2:
                died = isinstance(error, DeadKernelError)
                what = "its process ended before it was done" if died else f"its kernel did not start ({error})"
                raise ReportError(f"{name}: {what}") from error
    raise AssertionError("unreachable")


def run_here(
    notebook: nbformat.NotebookNode, values: Mapping[str, Any], name: str,
) -> tuple[nbformat.NotebookNode, dict[str, bool]]:
    """As ``run_noting``, but in this process, which should be one of its own (see ``beatbook.cells``)."""
    forget()
    try:
        return cells.execute(notebook, values), noted()
    except cells.CellError as error:
        raise _told(error, name, values) from error


def _answered(done: nbformat.NotebookNode) -> tuple[nbformat.NotebookNode, dict[str, bool]]:
    masked = {}
    if done.cells and _ASKS in done.cells[-1].metadata.get("tags", []):
        masked = json.loads("".join(output.get("text", "") for output in done.cells.pop().outputs) or "{}")
    return done, masked


def _told(error: PapermillExecutionError | cells.CellError, name: str, values: Mapping[str, Any]) -> BeatbookError:
    """The one sentence that a user needs of a failed run."""
    message = str(error.evalue)
    if error.ename in ("InputError", "UsageError"):
        source = str(values.get("source", ""))
        if error.ename == "InputError" and source and message.startswith(f"{source}: "):
            return InputError(source, message[len(source) + 2:])
        return InputError(name, message) if error.ename == "InputError" else UsageError(message)
    line = (error.source or "").strip().splitlines()
    where = f" at {line[0]!r}" if line else ""
    return ReportError(f"{name} failed{where}: {error.ename}: {message}")
