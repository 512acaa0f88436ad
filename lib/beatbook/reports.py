"""Inputs → reports: notebooks run on releases and rendered as files, several at once."""

import base64
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from beatbook import forking, indexing, pdf, publishing, rendering, running
from beatbook.errors import BeatbookError, Fail, InputError, ReportError, UsageError
from beatbook.opening import find as find_source
from beatbook.opening import page_name
from beatbook.reading import read
from beatbook.reading.sources import ids
from beatbook.store.inputs import beside_store
from beatbook.writing import write_whole

_OPERATION = "operation"  # the notebook that names its reports by their releases alone
_CORPUS = "corpus"  # the notebook on all releases together, which a batch ends with
_CSV = re.compile(r'download="([\w.-]+\.csv)" href="data:text/csv;base64,([A-Za-z0-9+/=]*)"')


@dataclass(frozen=True)
class Options:
    """What is made beside a report's HTML, and how many reports are made at once (0: one a processor)."""

    pdf: bool = False
    data: bool = False
    keep_notebook: bool = False
    at_once: int = 0


@dataclass(frozen=True)
class _Job:
    """One run of a notebook."""

    path: Path
    notebook: Any
    values: dict[str, Any]
    extra: dict[str, Any]
    kind: str = ""  # what the file's name says beside the release: nothing where the notebook is the usual one


def report(
    inputs: list[str], notebook: str = "operation", parameters: Mapping[str, Any] | None = None,
    to: Path = Path("reports"), notebooks: Path | None = None, *, each: bool = False, options: Options | None = None,
    on_error: Callable[[BeatbookError], None] | None = None,
    progress: Callable[[Iterable[Any], int], Iterable[Any]] | None = None,
) -> list[Path]:
    """Runs a notebook on every release of the inputs and renders each as one HTML file.

    A notebook with a parameter ``release_id`` gets one release at a time, one whose ``source`` is a list all inputs
    together; any other gets each input as a whole. A parameter ``reports`` that is not given is ``to``.
    Without inputs the notebook runs on its own default. A report is written beside and renamed when it is complete, so
    a failed run leaves an earlier report as it was. A redacted report is searched for what was masked, and not
    published where it is found. At the end the folder's index is made anew.

    Where processes can be forked (on Linux), several reports are made at once, each in a process of its own, so that
    none sees what another left behind; elsewhere each notebook has a kernel, one after the other.

    Args:
        inputs: files, folders or globs, as the command line takes them.
        notebook: its file name without number and ending (``operation``), or its path.
        parameters: values for the notebook's parameters, as text or in their own type.
        to: the folder of the reports; made where it is missing.
        notebooks: the folder of the notebooks; ``notebooks`` here or above without it.
        each: whether a report on all inputs together (the notebook ``corpus``) follows.
        options: what else is made, and how many at once.
        on_error: called with each input that fails, while the others go on. Without it the first of them is raised,
            after all others are done.
        progress: given the runs' results as they come and their number; gives them on.

    Returns:
        The reports' paths, in the order of the inputs.

    Raises:
        UsageError: no such notebook; a parameter it does not know, or a value of the wrong type.
        InputError, ReportError: an input could not be read, or a notebook failed on it.
    """
    options = options or Options()
    to = Path(to)
    errors: list[BeatbookError] = []

    def fail(error: BeatbookError) -> None:
        errors.append(error)
        if on_error:
            on_error(error)

    folder = running.folder(notebooks)
    jobs = list(_jobs(running.find(notebook, folder), inputs, parameters or {}, to, fail, strict=True))
    if each and jobs:
        together = running.find(_CORPUS, folder)
        if together != jobs[0].path:
            jobs += _jobs(together, inputs, parameters or {}, to, fail, strict=False)
    made: list[Path] = []
    results = _results(jobs, options)
    for job, result in zip(jobs, progress(results, len(jobs)) if progress else results, strict=True):
        for error in map(_error, result.get("errors", [])):
            if isinstance(error, UsageError):
                raise error
            fail(error)
        if "files" in result:
            try:
                made.append(_published(job, result, to, made))
            except ReportError as error:
                fail(error)
    if made:
        indexing.update(to)
    if errors and not on_error:
        if not made:
            raise errors[0]
        raise ReportError(f"{errors[0]} (the other {len(made)} are in {to})") from errors[0]
    return made


def _jobs(
    path: Path, inputs: list[str], parameters: Mapping[str, Any], to: Path, fail: Fail, strict: bool,
) -> Iterator[_Job]:
    """The runs of a notebook. Not strict, parameters that only the other notebook has are left out."""
    source = running.read(path)
    known = running.parameters(source)
    given = parameters if strict else {name: value for name, value in parameters.items() if name in known}
    if not strict:
        given = {name: value for name, value in given.items() if name not in ("title", "release_id")}
    values = running.coerce(given, known, path.name)
    if "reports" in known:
        values.setdefault("reports", os.fspath(to))  # a notebook that links to other reports finds them beside its own
    short = _short(path)
    together = "source" in known and known["source"].type.startswith("list")
    for extra in _runs(inputs, known, values, fail):
        yield _Job(path, source, values, extra, "" if together or short == _OPERATION else short)


# Running --------------------------------------------------------------------------------------------------------------


def _results(jobs: list[_Job], options: Options) -> Iterator[dict[str, Any]]:
    """What comes of each job, in order."""
    if not jobs:
        return
    if not forking.available():
        for job in jobs:
            yield _made(job, options, running.run_noting)
        return
    _warm()
    waiting: dict[int, dict[str, Any]] = {}
    following = 0
    # A report on all releases links to theirs, which have to be there: it is made after them.
    last = [job for job in jobs if job.path != jobs[0].path]
    for part in (jobs[:len(jobs) - len(last)], last):
        first = following
        for number, result in forking.each(
                part, lambda job: _made(job, options, running.run_here), options.at_once or forking.processors()):
            if result is None or forking.CRASHED in result:
                why = (result or {}).get(forking.CRASHED, "its process ended before it was done")
                result = {"errors": [["ReportError", f"{part[number].path.name} failed: {why}"]]}
            waiting[first + number] = result
            while following in waiting:
                yield waiting.pop(following)
                following += 1


def _warm() -> None:
    """Imports and fills, once for all, what each report would by itself."""
    from beatbook import display, figures
    from beatbook.extract import extract
    from beatbook.records import Release

    record = extract(Release("Officers seized nine knives on 2 May 2022. Two men were arrested.", "warm"))
    display.masthead(record)
    from beatbook.tables import tables

    figures.png(figures.seized(tables(record)["seizures"]))


def _made(
    job: _Job, options: Options,
    run: Callable[[Any, Mapping[str, Any], str], tuple[Any, dict[str, bool]]],
) -> dict[str, Any]:
    """A report's files (base64, by ending) and what is known of it; or what went wrong, by the error's class."""
    said: list[list[str]] = []
    values = job.values | job.extra
    try:
        executed, masked = run(job.notebook, values, job.path.name)
        page, about = rendering.render(executed, _about(job, values))
        files = {".html": page.encode()}
        if options.pdf:
            try:
                files[".pdf"] = pdf.make(page)
            except ReportError as error:
                said.append(_plain_error(error))
        if options.keep_notebook:
            files[".ipynb"] = rendering.kept(executed).encode()
        if options.data:
            files |= _data(page, about)
        publishing.refuse_leaks(files, masked)
    except BeatbookError as error:
        return {"errors": [_plain_error(error)]}
    return {"files": {name: base64.b64encode(content).decode() for name, content in files.items()}, "masked": masked,
            "about": {"release_id": about.get("release_id")}, "errors": said}


def _about(job: _Job, values: Mapping[str, Any]) -> dict[str, Any]:
    """What an index tells of a run: the notebook, and the values that were given and name no folder of this machine."""
    hidden = {"source", "reports", "save_to", "corrections", "title"}
    shown = {name: _without_folder(value) for name, value in values.items()
             if name not in hidden and value not in ("", [], {})}
    if values.get("redact"):
        shown.pop("release_id", None)
    return {"notebook": _short(job.path), "parameters": shown}


def _without_folder(value: Any) -> Any:
    """A parameter's value; of a path from the root on only the name."""
    return Path(value).name if isinstance(value, str) and Path(value).is_absolute() else value


def _data(page: str, about: Mapping[str, Any]) -> dict[str, bytes]:
    """For a folder beside the report: the figures' data (CSV), and the record (JSON) or the list of releases (CSV)."""
    files = {f"-data/{name}": base64.b64decode(data) for name, data in _CSV.findall(page)}
    files |= {f"-data/{name}": text.encode() for name, text in about.get("csv", {}).items()}
    if "record" in about:
        files["-data/record.json"] = json.dumps(about["record"], ensure_ascii=False, indent=1).encode() + b"\n"
    return files


def _plain_error(error: BeatbookError) -> list[str]:
    if isinstance(error, InputError):
        return ["InputError", error.source, error.reason]
    return [type(error).__name__, str(error)]


def _error(said: list[str]) -> BeatbookError:
    """The error that a child told of."""
    kind, *arguments = said
    if kind == "InputError":
        return InputError(*arguments)
    return (UsageError if kind == "UsageError" else ReportError)(*arguments)


def _runs(
    inputs: list[str], known: Mapping[str, running.Parameter], values: Mapping[str, Any], fail: Fail,
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
        if wanted:
            yield {"source": name, "release_id": wanted}
            continue
        failed: list[InputError] = []
        place = find_source(name)
        found = [(str(release.id), str(release.source)) for release in read(place, on_error=failed.append)]
        kept = [one for one in found if not beside_store(one[1], inputs)]
        told = [error for error in failed if not beside_store(error.source, inputs)]
        for error in told:
            fail(error)
        if not kept and not told:
            fail(InputError(name, "is a store; name the releases it was made from, or a notebook that opens stores "
                                  "(--notebook corpus, or compare)"))
        files = Counter(file for _, file in kept)
        for id, file in kept:
            # One release needs no id: the command in the report stays as short as the one that was given.
            if len(found) == 1:
                yield {"source": name}
            # A file of a folder is named itself: else each run would read those before it once more.
            elif files[file] == 1 and ids([file]) == [id] and Path(file).is_file():
                yield {"source": file.replace(place, name, 1)}
            else:
                yield {"source": name, "release_id": id}


def _short(notebook: Path) -> str:
    """A notebook's name as users give it: ``operation`` for ``01-operation.ipynb``."""
    return re.sub(r"^\d+-", "", notebook.stem)


def _name(job: _Job, about: Mapping[str, Any]) -> str:
    """The report's file name without ending: from the release's id or the input's, and the notebook's.

    A notebook on single releases other than the usual one is named, so that two on one release do not meet.
    """
    source = job.extra.get("source", "")
    name = str(about.get("release_id") or (Path(source).stem if isinstance(source, str) else ""))
    if name and job.kind:
        name = f"{name[:79 - len(job.kind)]}-{job.kind}"
    return page_name(name or job.path.stem)


def _published(job: _Job, result: Mapping[str, Any], folder: Path, made: list[Path]) -> Path:
    """Writes a report's files, the page last; a second release of the same name gets a number."""
    name = _name(job, result["about"])
    publishing.refuse_leaks({f".{name}": b""}, result["masked"])
    taken = {path.name.lower() for path in made}
    stem, number = name, 2
    while f"{stem}.html".lower() in taken:
        stem, number = f"{name}-{number}", number + 1
    for ending, content in reversed(result["files"].items()):
        target = folder / f"{stem}{ending}"
        write_whole(base64.b64decode(content), target)
    return folder / f"{stem}.html"
