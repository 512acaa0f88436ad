"""Inputs → reports: a notebook run on each release and rendered as one HTML file."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from beatbook import rendering, running
from beatbook.errors import BeatbookError, InputError, ReportError, UsageError
from beatbook.opening import find as find_source
from beatbook.opening import page_name
from beatbook.reading import read


def report(
    inputs: list[str], notebook: str = "operation", parameters: Mapping[str, Any] | None = None,
    to: Path = Path("reports"), notebooks: Path | None = None, *,
    on_error: Callable[[BeatbookError], None] | None = None,
) -> list[Path]:
    """Runs a notebook on every release of the inputs and renders each as one HTML file.

    A notebook with a parameter ``release_id`` gets one release at a time, one whose ``source`` is a list all inputs
    together; any other gets each input as a whole. A parameter ``reports`` that is not given is ``to``.
    Without inputs the notebook runs on its own default. A report is written beside and renamed when it is complete, so
    a failed run leaves an earlier report as it was.

    Args:
        inputs: files, folders or globs, as the command line takes them.
        notebook: its file name without number and ending (``operation``), or its path.
        parameters: values for the notebook's parameters, as text or in their own type.
        to: the folder of the reports; made where it is missing.
        notebooks: the folder of the notebooks; ``notebooks`` here or above without it.
        on_error: called with each input that fails, while the others go on. Without it the first of them is raised,
            after all others are done.

    Returns:
        The reports' paths, in the order of the inputs.

    Raises:
        UsageError: no such notebook; a parameter it does not know, or a value of the wrong type.
        InputError, ReportError: an input could not be read, or a notebook failed on it.
    """
    path = running.find(notebook, notebooks or _notebooks())
    source = running.read(path)
    known = running.parameters(source)
    values = running.coerce(parameters or {}, known, path.name)
    to = Path(to)
    if "reports" in known:
        values.setdefault("reports", os.fspath(to))  # a notebook that links to other reports finds them beside its own
    made: list[Path] = []
    errors: list[BeatbookError] = []

    def fail(error: BeatbookError) -> None:
        errors.append(error)
        if on_error:
            on_error(error)

    for extra in _runs(inputs, known, values, fail):
        try:
            page, about = rendering.render(running.run(source, values | extra, path.name))
        except UsageError:
            raise
        except BeatbookError as error:
            fail(error)
            continue
        made.append(_write(page, to, _name(path, about, extra), made))
    if errors and not on_error:
        if not made:
            raise errors[0]
        raise ReportError(f"{errors[0]} (the other {len(made)} are in {to})") from errors[0]
    return made


def _runs(
    inputs: list[str], known: Mapping[str, running.Parameter], values: Mapping[str, Any],
    fail: Callable[[InputError], None],
) -> Iterator[dict[str, Any]]:
    """The parameters that change from run to run."""
    if not inputs:
        yield {}
        return
    if "source" not in known:
        raise UsageError("this notebook takes no input: it has no parameter 'source'")
    if "-" in inputs:
        raise UsageError("a report cannot be made from standard input, which its notebook cannot read: name a file")
    if known["source"].type.startswith("list"):
        yield {"source": list(inputs)}
        return
    if "release_id" not in known:
        yield from ({"source": name} for name in inputs)
        return
    wanted = values.get("release_id")
    for name in inputs:
        ids: list[str] = []
        for release in read(find_source(name), on_error=fail):
            ids.append(str(release.id))
        if wanted:
            ids = [id for id in ids if id == wanted] or [wanted]
        # One release needs no id: the command in the report stays as short as the one that was given.
        yield from ({"source": name} | ({"release_id": id} if len(ids) > 1 or wanted else {}) for id in ids)


def _name(notebook: Path, about: Mapping[str, Any], extra: Mapping[str, Any]) -> str:
    """The report's file name without ending: from the release's id, else the input's or the notebook's."""
    source = extra.get("source", "")
    return page_name(str(about.get("release_id") or (Path(source).stem if isinstance(source, str) else "")
                         or notebook.stem))


def _write(page: str, folder: Path, name: str, made: list[Path]) -> Path:
    """Writes beside and renames; a second release of the same name gets a number."""
    taken = {path.name.lower() for path in made}
    target, number = folder / f"{name}.html", 2
    while target.name.lower() in taken:
        target, number = folder / f"{name}-{number}.html", number + 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{name[:40]}-", suffix=".part", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(page)
            Path(beside).chmod(0o644)
            Path(beside).replace(target)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{folder}: cannot be written to ({error.strerror or error})") from error
    return target


def _notebooks() -> Path:
    for folder in (Path.cwd(), *Path.cwd().parents, *Path(__file__).resolve().parents):
        if any((folder / "notebooks").glob("*.ipynb")):
            return folder / "notebooks"
    raise UsageError("no folder 'notebooks' here or above; name one")
