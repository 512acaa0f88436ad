"""Runs a notebook's cells in this process, as a kernel of its own would: for a process forked for nothing else.

What papermill and a kernel do for a notebook takes a second and more to set up. A process that has every import done
can be forked in milliseconds and be thrown away afterwards; within it the cells run in an IPython shell, and what they
show is kept in the notebook as a kernel would have sent it.
"""

import base64
import io
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from beatbook.notebook_format import nbformat  # isort: skip  (before whatever imports it by itself)
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from papermill.parameterize import parameterize_notebook
from traitlets import Instance, Type
from traitlets.config import Config


class CellError(Exception):
    """A cell that failed: the error's class, its message, and the cell's source."""

    def __init__(self, ename: str, evalue: str, source: str):
        super().__init__(f"{ename}: {evalue}")
        self.ename, self.evalue, self.source = ename, evalue, source


class _Outputs:
    """What the cell that runs now has shown."""

    def __init__(self) -> None:
        self.cell: list[Any] = []
        self._clear = False

    def add(self, kind: str, data: Mapping[str, Any], metadata: Mapping[str, Any] | None, **more: Any) -> None:
        self._cleared()
        bundle = {mime: base64.b64encode(value).decode() if isinstance(value, bytes) else value
                  for mime, value in data.items()}
        self.cell.append(nbformat.v4.new_output(kind, data=bundle, metadata=dict(metadata or {}), **more))

    def stream(self, name: str, text: str) -> None:
        self._cleared()
        last = self.cell[-1] if self.cell else None
        if last is not None and last.output_type == "stream" and last.name == name:
            last.text += text
        else:
            self.cell.append(nbformat.v4.new_output("stream", name=name, text=text))

    def clear(self, wait: bool) -> None:
        self._clear = True
        if not wait:
            self._cleared()

    def _cleared(self) -> None:
        if self._clear:
            self.cell.clear()
            self._clear = False


class _Stream(io.TextIOBase):
    """stdout or stderr of the cells."""

    encoding = "utf-8"

    def __init__(self, outputs: _Outputs, name: str):
        self._outputs, self._name = outputs, name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if text:
            self._outputs.stream(self._name, text)
        return len(text)


class _Hook(DisplayHook):
    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        self.shell.outputs.add(  # type: ignore[union-attr]
            "execute_result", format_dict, md_dict, execution_count=self.prompt_count)

    def finish_displayhook(self) -> None:
        pass


class _Publisher(DisplayPublisher):
    def publish(self, data: Any, metadata: Any = None, *_: Any, **__: Any) -> None:
        self.shell.outputs.add("display_data", data, metadata)

    def clear_output(self, wait: bool = False) -> None:
        self.shell.outputs.clear(wait)


class _Shell(InteractiveShell):
    """An IPython shell without a terminal and without a history."""

    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)
    outputs = Instance(_Outputs, ())

    def _showtraceback(self, *_: Any) -> None:
        """Whoever runs the cells is told of the error."""


@contextmanager
def _streams(outputs: _Outputs) -> Iterator[None]:
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _Stream(outputs, "stdout"), _Stream(outputs, "stderr")
    try:
        yield
    finally:
        sys.stdout, sys.stderr = kept


def execute(notebook: nbformat.NotebookNode, values: Mapping[str, Any]) -> nbformat.NotebookNode:
    """The notebook with its cells run with these values, in the working directory.

    It leaves its traces in the process (the shell, imports, settings of libraries): fork one for each notebook.

    Raises:
        CellError: a cell failed that is not tagged ``raises-exception``.
    """
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    notebook = deepcopy(notebook)
    notebook.metadata.setdefault("papermill", {})
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])
    notebook = parameterize_notebook(notebook, dict(values), kernel_name="python3", language="python")
    config = Config({"HistoryManager": {"enabled": False}, "InteractiveShell": {"colors": "nocolor"}})
    InteractiveShell.clear_instance()
    shell = _Shell.instance(config=config)
    for cell in notebook.cells:
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        shell.outputs.cell = []
        with _streams(shell.outputs):
            result = shell.run_cell(cell.source, store_history=True)
        cell.outputs, cell.execution_count = shell.outputs.cell, shell.execution_count - 1
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            if "raises-exception" not in cell.metadata.get("tags", []):
                raise CellError(type(error).__name__, str(error), cell.source) from error
            cell.outputs.append(nbformat.v4.new_output(
                "error", ename=type(error).__name__, evalue=str(error), traceback=[]))
    return notebook
