"""Sets the project up and runs it: `python3 run.py report`, `test`, `lab` or `setup`.

Standard library only, since it runs before anything is installed. The environment goes into `.venv` beside this file,
from requirements.lock, by uv where there is one and by pip elsewhere. A stamp in `.venv`, written last, tells what it
was made from: while that is unchanged nothing is set up again, and a set-up that was cut short is started over.

The file has to parse on a Python older than the project needs, in order to say so: no syntax newer than 3.6.
"""

import ast
import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

OLDEST = (3, 11)

USAGE = """\
usage: python3 run.py COMMAND [ARGUMENT...]

  report   write the reports on the sample data into reports/ and print their paths;
           with arguments: `beatbook report ARGUMENT...` in this environment
  test     run the tests; arguments go to pytest
  lab      open JupyterLab here, on the notebook to start with; arguments go to JupyterLab
  setup    make the environment (.venv) and stop

Each command makes .venv first where it is missing or out of date.
Exit code: that of the program which was run; 1 where the set-up failed; 2 for wrong usage."""

# The notebooks that `report` runs, by file name without the number; each names its own default input.
SAMPLE_NOTEBOOKS = ("operation", "corpus")

# What JupyterLab opens; an argument that names another page comes after it, and counts.
START = "--LabApp.default_url=/lab/tree/notebooks/00-start.ipynb"


class RunError(Exception):
    """Something the user has to hear about, as one sentence."""


def complaint_about_version(version: tuple) -> "str | None":
    """The sentence for a Python that is too old, or None for one that will do."""
    if tuple(version[:2]) >= OLDEST:
        return None
    sentence = "beatbook needs Python %d.%d or newer, and this is Python %d.%d: run it with, for example, python%d.%d."
    return sentence % (OLDEST + tuple(version[:2]) + OLDEST)


# Before the annotations below, which an older Python cannot evaluate.
if complaint_about_version(sys.version_info):
    sys.exit(complaint_about_version(sys.version_info))


def say(message: str) -> None:
    """Progress goes to stderr: stdout is for the paths of the reports."""
    print(message, file=sys.stderr, flush=True)


class Environment:
    """The `.venv` of a project folder: whether it is up to date, and how it is made."""

    def __init__(self, root: Path, windows: bool = os.name == "nt") -> None:
        self.root = root
        self.folder = root / ".venv"
        self.stamp = self.folder / "beatbook-setup.json"
        self.lock = root / ".venv.lock"
        self.bin = self.folder / ("Scripts" if windows else "bin")
        self.python = self.bin / ("python.exe" if windows else "python")

    def wanted(self) -> dict[str, str]:
        """What an environment made now would be made from."""
        made_from = {"python": "%d.%d" % sys.version_info[:2], "folder": str(self.root)}
        for name in ("requirements.lock", "pyproject.toml"):
            try:
                made_from[name] = hashlib.sha256((self.root / name).read_bytes()).hexdigest()
            except OSError as error:
                raise RunError(f"{name} cannot be read in {self.root}: {error.strerror}.") from error
        return made_from

    def made_from(self) -> dict[str, str]:
        """What the environment there was made from; empty where there is none that was finished."""
        if not self.python.exists():
            return {}
        try:
            stamp = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if isinstance(stamp, dict) else {}

    def ensure(self) -> None:
        """Makes or mends the environment unless it is up to date. Raises RunError."""
        wanted = self.wanted()
        if self.made_from() == wanted:
            return
        with only_one(self.lock):
            made_from = self.made_from()  # again: another run may have finished meanwhile
            if made_from != wanted:
                self._set_up(made_from, wanted)

    def _set_up(self, made_from: dict[str, str], wanted: dict[str, str]) -> None:
        """Does what the difference between the two asks for, and stamps the environment when all of it is done."""
        started = time.monotonic()
        uv = find_uv()
        fresh = any(made_from.get(key) != wanted[key] for key in ("python", "folder"))
        if not uv and fresh:
            require_venv()
        say(f"Setting up .venv with {'uv' if uv else 'pip'}: this can take some minutes, and is done once.")
        if fresh:
            say("  making the environment")
            remove(self.folder)
            python = base_python()
            call([uv, "venv", "--quiet", "--python", python, str(self.folder)] if uv
                 else [python, "-m", "venv", str(self.folder)], self.root)
        else:
            remove(self.stamp)
        install = (
            [uv, "pip", "install", "--quiet", "--python", str(self.python)] if uv
            else [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        )
        if fresh or made_from.get("requirements.lock") != wanted["requirements.lock"]:
            say("  installing the packages of requirements.lock")
            call([*install, "--require-hashes", "-r", "requirements.lock"], self.root)
        say("  installing beatbook itself")
        # What it needs is there from the lock, so nothing is resolved or fetched here.
        call([*install, "--no-deps", "--no-build-isolation", "--editable", "."], self.root)
        write_whole(self.stamp, json.dumps(wanted, indent=2) + "\n")
        say(f"  done in {time.monotonic() - started:.0f} s")

    def variables(self) -> dict[str, str]:
        """The variables of this process, with the environment switched on as its activate script does."""
        variables = dict(os.environ, VIRTUAL_ENV=str(self.folder))
        variables["PATH"] = os.pathsep.join(filter(None, [str(self.bin), os.environ.get("PATH")]))
        variables.pop("PYTHONHOME", None)
        return variables


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Holds the lock file at `path`; a second run waits here. The system lets go of it when a process dies."""
    try:
        file = path.open("a+b")
    except OSError as error:
        raise RunError(f"{path} cannot be written, and the set-up needs it: {error.strerror}.") from error
    with file:
        if not try_lock(file):
            say("Another run is setting up .venv: waiting for it.")
            while not try_lock(file):
                time.sleep(0.5)
        yield  # closing the file gives the lock back


def try_lock(file: IO[bytes]) -> bool:
    """True once this process holds the lock on the open file."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def find_uv() -> "str | None":
    """The path of a uv that works. One that only stands there (as a version manager's shim can) does not count."""
    uv = shutil.which("uv")
    if uv:
        with contextlib.suppress(OSError):
            if subprocess.run([uv, "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0:
                return uv
    return None


def require_venv() -> None:
    """Raises RunError where this Python cannot make an environment (some systems package that apart)."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    raise RunError(
        "This Python cannot make environments, since its venv module is missing: install it (on Debian and Ubuntu "
        "`apt install python%d.%d-venv`), or install uv, and run this again." % sys.version_info[:2]
    )


def base_python() -> str:
    """The Python to make the environment from: never that of an environment, which may be the one to be replaced."""
    if sys.prefix != sys.base_prefix:
        return getattr(sys, "_base_executable", None) or sys.executable
    return sys.executable


def remove(path: Path) -> None:
    """Removes a file or a folder, if it is there."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.exists() or path.is_symlink():
            path.unlink()
    except OSError as error:
        raise RunError(f"{path} cannot be removed; close what uses it and run this again: {error.strerror}.") from error


def write_whole(path: Path, text: str) -> None:
    """Writes beside and renames, so that the file is there whole or not at all."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def call(command: list[str], folder: Path) -> None:
    """Runs one step of the set-up; what it prints goes to stderr. Raises RunError where it fails."""
    # A --user set as the default of pip would put packages outside of the environment.
    try:
        result = subprocess.run(command, cwd=folder, env=dict(os.environ, PIP_USER="0"), stdout=sys.stderr)
    except OSError as error:
        raise RunError(f"The set-up stopped: {command[0]} cannot be run: {error.strerror}.") from error
    if result.returncode:
        raise RunError(
            f"The set-up stopped: `{' '.join(command)}` ended with exit code {result.returncode}, and says why above. "
            "It needs a connection to a Python package index. Run the same command again to go on."
        )


def run(command: list[str], folder: Path, variables: dict[str, str]) -> int:
    """Runs a program to its end and returns its exit code, as a shell counts it.

    An interrupt from the keyboard reaches the program by itself, and the program decides what to do about it
    (JupyterLab asks); a request to end is handed on to it.
    """
    try:
        child = subprocess.Popen(command, cwd=folder, env=variables)
    except OSError as error:
        raise RunError(f"{command[0]} cannot be run: {error.strerror}.") from error
    before = signal.signal(signal.SIGTERM, lambda number, frame: child.terminate())
    try:
        while True:
            try:
                code = child.wait()
            except KeyboardInterrupt:
                continue
            return code if code >= 0 else 128 - code
    finally:
        signal.signal(signal.SIGTERM, before)


def default_sources(notebook: Path) -> "list[str]":
    """The default of a notebook's `source` parameter, so that the samples' names stand in one place only.

    Raises RunError where the notebook cannot be read or has no such literal: a text, or a list of texts.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        for cell in cells:
            if "parameters" not in cell.get("metadata", {}).get("tags", []):
                continue
            for statement in ast.parse("".join(cell["source"])).body:
                if isinstance(statement, ast.Assign):
                    targets, default = statement.targets, statement.value
                elif isinstance(statement, ast.AnnAssign) and statement.value:
                    targets, default = [statement.target], statement.value
                else:
                    continue
                if any(isinstance(target, ast.Name) and target.id == "source" for target in targets):
                    value = ast.literal_eval(default)
                    values = value if isinstance(value, list) else [value]
                    if values and all(isinstance(each, str) and each for each in values):
                        return values
    except OSError as error:
        raise RunError(f"{notebook} cannot be read: {error.strerror}.") from error
    except (ValueError, SyntaxError, KeyError, TypeError, AttributeError) as error:
        raise RunError(f"{notebook} is no notebook whose parameters can be read: {error}.") from error
    raise RunError(f"{notebook} has no parameter `source` with a text as its default, so there is no sample to report.")


def reports_folder(root: Path, asked_from: Path) -> Path:
    """Where the sample reports go, as a path that is right where the user stands."""
    return Path("reports") if asked_from == root else root / "reports"


def sample_commands(environment: Environment, asked_from: Path) -> list[list[str]]:
    """The commands that write the reports on the sample data, one for each notebook."""
    root = environment.root
    to = str(reports_folder(root, asked_from))
    commands = []
    for name in SAMPLE_NOTEBOOKS:
        found = sorted((root / "notebooks").glob(f"[0-9][0-9]-{name}.ipynb"))
        if not found:
            raise RunError(f"There is no notebook {name} in {root / 'notebooks'}.")
        sources = [
            # JupyterLab reads it from the notebook's folder, papermill from the caller's: either may be meant.
            os.path.relpath(found[0].parent / source, root)
            if not (root / source).exists() and (found[0].parent / source).exists() else source
            for source in default_sources(found[0])
        ]
        commands.append(
            [str(environment.python), "-m", "beatbook", "report", *sources, "--notebook", name, "--to", to]
        )
    return commands


def main(arguments: list[str], root: Path) -> int:
    """Runs one command and returns the exit code."""
    if arguments and arguments[0] in ("-h", "--help", "help"):
        print(USAGE)
        return 0
    if not arguments or arguments[0] not in ("report", "test", "lab", "setup"):
        if arguments:
            say(f"There is no command {arguments[0]!r}.")
        say(USAGE)
        return 2
    command, rest = arguments[0], arguments[1:]
    if command == "setup" and rest:
        say(f"setup takes no arguments, and {rest[0]!r} is one.")
        return 2
    asked_from = Path.cwd()
    environment = Environment(root)
    environment.ensure()
    python, variables = str(environment.python), environment.variables()
    if command == "test":
        return run([python, "-m", "pytest", *rest], root, variables)
    if command == "lab":
        return run([python, "-m", "jupyterlab", START, *rest], root, variables)
    if command == "report" and rest:
        return run([python, "-m", "beatbook", "report", *rest], asked_from, variables)
    if command == "report":
        code = max(run(each, root, variables) for each in sample_commands(environment, asked_from))
        index = reports_folder(root, asked_from) / "index.html"
        if index.exists():
            say(f"Open {index} in a browser: it lists them.")
        return code
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent))
    except RunError as problem:
        say(str(problem))
        sys.exit(1)
    except KeyboardInterrupt:
        say("Interrupted. Run the same command again to go on.")
        sys.exit(130)
