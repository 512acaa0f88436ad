"""Work done in processes forked from this one, several at once: each starts with all that is imported here, and what it
does to its own state nobody else ever sees."""

import gc
import json
import os
import selectors
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Job = TypeVar("Job")
CRASHED = "crashed"
"""The one key of a result that tells of an error which the work did not expect."""


def available() -> bool:
    """Whether processes can be forked safely here: on Linux, from a process with one thread.

    Elsewhere system libraries do not survive it, and a lock that another thread holds is never let go in the child.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


def each(
    jobs: Sequence[Job], work: Callable[[Job], dict[str, Any]], at_once: int,
) -> Iterator[tuple[int, dict[str, Any] | None]]:
    """Does each job in a child of its own, at most ``at_once`` at a time.

    Args:
        jobs: what to work on.
        work: called in the child; what it returns must be JSON.
        at_once: how many children there may be.

    Yields:
        The job's number and its result as soon as there is one; None where the child ended without any.
    """
    gc.collect()
    gc.freeze()  # what is there already is never collected in a child, and so stays shared
    ready = selectors.DefaultSelector()
    children: dict[int, tuple[int, int, bytearray]] = {}  # the pipe's end → job, process, what came
    following = iter(range(len(jobs)))
    try:
        for number in following:
            _start(number, jobs[number], work, ready, children)
            if len(children) >= max(1, at_once):
                break
        while children:
            for key, _ in ready.select():
                number, process, came = children[key.fd]
                part = os.read(key.fd, 1 << 20)
                if part:
                    came += part
                    continue
                ready.unregister(key.fd)
                os.close(key.fd)
                del children[key.fd]
                os.waitpid(process, 0)
                # The next one starts before this one's result is dealt with.
                for another in following:
                    _start(another, jobs[another], work, ready, children)
                    break
                yield number, json.loads(came) if came else None
    finally:
        for pipe, (_, process, _) in children.items():
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            os.close(pipe)
        ready.close()
        gc.unfreeze()


def _start(
    number: int, job: Job, work: Callable[[Job], dict[str, Any]], ready: selectors.BaseSelector,
    children: dict[int, tuple[int, int, bytearray]],
) -> None:
    sys.stdout.flush()
    sys.stderr.flush()
    mine, its = os.pipe()
    with warnings.catch_warnings():
        # Of Python 3.12 on, about threads of the numeric libraries: these look after themselves.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process == 0:
        _child(its, job, work)
    os.close(its)
    children[mine] = (number, process, bytearray())
    ready.register(mine, selectors.EVENT_READ)


def _child(pipe: int, job: Job, work: Callable[[Job], dict[str, Any]]) -> None:
    """Does the job and ends this process, whatever happens. Its terminal is nowhere."""
    code = 1
    try:
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        try:
            result = work(job)
        except Exception as error:  # noqa: BLE001  (whatever it is, the parent has to hear of it)
            result = {CRASHED: f"{type(error).__name__}: {error}"}
        data = memoryview(json.dumps(result).encode())
        while data:
            data = data[os.write(pipe, data):]
        code = 0
    finally:
        os._exit(code)
