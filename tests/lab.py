"""A JupyterLab of its own for tests and pictures: nothing of the machine's settings, nothing left behind."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TOKEN = "only-for-this-test"  # noqa: S105  (of a server that lives for a test)
DEADLINE = 60  # seconds for the server to answer
SETTINGS = {
    # No questions about news, no look for updates, no pop-ups.
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True},
}


@contextmanager
def lab(folder: Path, project: Path, theme: str = "JupyterLab Light") -> Iterator[str]:
    """Runs JupyterLab on a copy of the project's notebooks and samples in ``folder``; yields its address."""
    work = folder / "work"
    shutil.copytree(project / "notebooks", work / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    shutil.copytree(project / "data" / "sample", work / "data" / "sample")
    for name, values in (SETTINGS | {"apputils-extension/themes": {"theme": theme}}).items():
        file = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values), encoding="utf-8")
    names = {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "share", "JUPYTER_RUNTIME_DIR": "runtime",
             "JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces", "IPYTHONDIR": "ipython"}
    environment = os.environ | {name: str(folder / place) for name, place in names.items()}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}",
               "--ServerApp.port_retries=0", "--ServerApp.ip=127.0.0.1", f"--IdentityProvider.token={TOKEN}",
               f"--ServerApp.root_dir={work}", "--LabApp.extension_manager=readonly",
               "--LabApp.expose_app_in_browser=True"]
    log = folder / "lab.log"
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=work, env=environment, stdout=out, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(server, f"{address}/api/status?token={TOKEN}", log)
        yield address
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(server: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310  (our own http address)
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"JupyterLab did not start: {log.read_text(errors='replace')[-2000:]}")


def open_notebook(page: Any, address: str, name: str) -> None:
    """Opens a notebook of the work folder in JupyterLab and waits until its kernel is connected and idle: JupyterLab
    loses what is to run before that, or asks which kernel is meant."""
    page.goto(f"{address}/lab/tree/notebooks/{name}?token={TOKEN}&reset")
    page.wait_for_function(
        """name => {
          const panel = window.jupyterapp?.shell?.currentWidget;
          const kernel = panel?.sessionContext?.session?.kernel;
          return panel?.context?.path.endsWith(name) && panel.context.isReady && panel.sessionContext.isReady
            && kernel?.connectionStatus === "connected" && kernel.status === "idle";
        }""", arg=name, polling=200, timeout=60_000)


def run_all(page: Any) -> None:
    """The command behind Run ▸ Run All Cells."""
    page.evaluate("() => { window.jupyterapp.commands.execute('notebook:run-all-cells'); }")
