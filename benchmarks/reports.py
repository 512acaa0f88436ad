"""How long many reports take: ours, and papermill with nbconvert by their own command lines, two at a time.

    python benchmarks/reports.py [--releases 20] [--at-once 2]

Both run the notebook 01-operation on the same releases, in one go and on the same machine; printed are the seconds of
each and their ratio. What else the machine does changes both, so the ratio says more than the seconds.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
NOTEBOOK = PROJECT / "notebooks" / "01-operation.ipynb"
BIN = Path(sys.executable).parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--releases", type=int, default=20)
    parser.add_argument("--at-once", type=int, default=2)
    given = parser.parse_args()
    releases = sorted((PROJECT / "data" / "sample").glob("*.txt"))[:given.releases]
    with tempfile.TemporaryDirectory() as folder:
        ours = measured(lambda: with_beatbook(releases, Path(folder), given.at_once))
        theirs = measured(lambda: with_commands(releases, Path(folder), given.at_once))
    n = len(releases)
    print(f"{n} releases, {given.at_once} at a time")
    print(f"beatbook report         {ours:7.1f} s  {ours / n:6.2f} s a report")
    print(f"papermill and nbconvert {theirs:7.1f} s  {theirs / n:6.2f} s a report")
    print(f"ratio                   {theirs / ours:7.1f}")


def measured(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def with_beatbook(releases: list[Path], folder: Path, at_once: int) -> None:
    """Our command, from the start of its process to the last report, with the index."""
    subprocess.run([BIN / "beatbook", "report", *releases, "--to", folder / "ours", "--jobs", str(at_once)],  # noqa: S603
                   check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)
    assert len(list((folder / "ours").glob("*.html"))) == len(releases) + 1


def with_commands(releases: list[Path], folder: Path, at_once: int) -> None:
    """The two command lines, one after the other for each release."""
    environment = os.environ | {"PYTHONWARNINGS": "ignore"}

    def one(release: Path) -> None:
        executed = folder / f"{release.stem}.ipynb"
        for command in ([BIN / "papermill", NOTEBOOK, executed, "-p", "source", release, "--no-progress-bar"],
                        [BIN / "jupyter", "nbconvert", "--to", "html", "--no-input", executed]):
            for last in (False, False, True):  # two kernels at a time may be after the same port
                done = subprocess.run(  # noqa: S603
                    command, check=last, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL)
                if done.returncode == 0:
                    break
        assert executed.with_suffix(".html").exists()

    with ThreadPoolExecutor(at_once) as pool:
        list(pool.map(one, releases))


if __name__ == "__main__":
    main()
