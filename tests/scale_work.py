"""What the processes of tests/test_scale.py do with a release; it follows from the text."""

import os
import signal
import time
from pathlib import Path

from store_child import found

from beatbook.scale import one


def work(release, seconds):
    """A stand-in for ``one.record``."""
    return one.record(release, seconds, _extract)


def _extract(release):
    word, _, rest = release.text.partition(" ")
    if word == "Deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "Unlucky":  # only the first process that has it dies
        try:
            Path(rest).unlink()
        except FileNotFoundError:
            pass
        else:
            os.kill(os.getpid(), signal.SIGKILL)
    if word == "Slow":
        end = time.monotonic() + 30
        while time.monotonic() < end:  # in Python, where it can be cut off
            pass
    if word == "Faulty":
        raise ValueError("no\nway")
    return found(release)


def die():
    """A start of a process that fails."""
    os._exit(3)
