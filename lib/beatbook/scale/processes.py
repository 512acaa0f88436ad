"""Many documents on one machine: batches of them to processes, their records back in order.

A bounded number of batches is under way, so that memory stays flat however long the input is. Where a process dies
(out of memory, killed), the batches that it may have had are done again one document at a time, and a document that
kills its process once more is a failure.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait

from beatbook.errors import BeatbookError, InputError
from beatbook.records import Record, Release
from beatbook.scale import one

LARGEST = 32
"""Documents of a batch; the first ones are smaller, so that all processes have work soon."""
_CHARACTERS = 200_000  # of a batch: a few long documents are as much work as many short ones
_SECONDS = 1.0  # that a batch is gathered for, where reading is slow
_AHEAD = 3  # batches under way, a process


def extracted(
    releases: Iterable[Release], lost: Callable[[Release, InputError], None], seconds: float | None = None,
    jobs: int = 2, work: one.Work = one.record,
) -> Generator[Record, None, None]:
    """The records of releases, in their order, made by ``jobs`` processes.

    No process is started before there is a release, and none is left when this ends or is closed.

    Args:
        releases: read as the processes need more, a few batches ahead.
        lost: called, in the order of the releases, for each that has no record: a fault of ours stopped it, it took
            longer than it may, or it killed the process that extracted it twice.
        seconds: the time that a document may take.
        work: what a process does with a release; a function that can be imported there.

    Raises:
        BeatbookError: processes cannot be started here.
    """
    pool = _Pool(jobs, seconds, work)
    under_way: deque[tuple[list[Release], Future[list[Record | InputError]] | None]] = deque()
    try:
        waiting = _batches(releases, jobs)
        more = True
        while more or under_way:
            while more and len(under_way) < jobs * _AHEAD:
                batch = next(waiting, None)
                if batch is None:
                    more = False
                    break
                under_way.append((batch, pool.begin(batch)))
            if not under_way:
                break
            batch, future = under_way.popleft()
            try:
                if future is None:
                    raise BrokenProcessPool
                results = future.result()
            except BrokenProcessPool:
                # Which batch was at fault is not told: none that was under way is trusted, all are done again.
                pool.close()
                results = pool.one_by_one(batch)
                whole = [(later, done if done and _is_done(done) else None) for later, done in under_way]
                under_way = deque((later, done or pool.begin(later)) for later, done in whole)
            for release, result in zip(batch, results, strict=True):
                if isinstance(result, InputError):
                    lost(release, result)
                else:
                    yield result
    finally:
        pool.close()


class _Pool:
    """Processes, started when there is work and again after one has died."""

    def __init__(self, jobs: int, seconds: float | None, work: one.Work):
        self._jobs, self._seconds, self._work = jobs, seconds, work
        self._running: ProcessPoolExecutor | None = None

    def begin(self, batch: list[Release]) -> Future[list[Record | InputError]] | None:
        """Hands a batch out; None where the processes are gone."""
        if self._running is None:
            self._running = _started(self._jobs)
        try:
            return _submitted(self._running, batch, self._seconds, self._work)
        except BrokenProcessPool:
            return None
        except (EOFError, OSError) as error:  # the server that starts them has ended
            raise BeatbookError(_NOT_STARTED) from error

    def one_by_one(self, batch: list[Release]) -> list[Record | InputError]:
        """A batch done in a process of its own, which is replaced by another where a document kills it."""
        results: list[Record | InputError] = []
        alone: ProcessPoolExecutor | None = None
        try:
            for release in batch:
                if alone is None:
                    alone = _started(1)
                    _check(alone)
                try:
                    results += _submitted(alone, [release], self._seconds, self._work).result()
                except BrokenProcessPool:
                    _end(alone)
                    alone = None
                    results.append(InputError(one.name(release), KILLED))
        finally:
            if alone:
                _end(alone)
        return results

    def close(self) -> None:
        """Ends all processes, whatever they are doing."""
        if self._running:
            _end(self._running)
            self._running = None


_NOT_STARTED = "processes cannot be started here, or are killed at once; leave --jobs out"
KILLED = "killed the process that extracted it, twice (out of memory, perhaps); the others are not harmed"


def _batch(batch: list[Release], seconds: float | None, work: one.Work) -> list[Record | InputError]:
    return [work(release, seconds) for release in batch]


def _batches(releases: Iterable[Release], jobs: int) -> Iterator[list[Release]]:
    batch: list[Release] = []
    size, characters, given, since = 2, 0, 0, time.monotonic()
    for release in releases:
        if not batch:
            since = time.monotonic()
        batch.append(release)
        characters += len(release.text)
        if len(batch) >= size or characters >= _CHARACTERS or time.monotonic() - since >= _SECONDS:
            yield batch
            batch, characters, given = [], 0, given + 1
            if given % jobs == 0:
                size = min(LARGEST, size * 2)
    if batch:
        yield batch


def _started(jobs: int) -> ProcessPoolExecutor:
    method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["beatbook.scale.warm"])
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_prepare)


def _submitted(
    pool: ProcessPoolExecutor, batch: list[Release], seconds: float | None, work: one.Work,
) -> Future[list[Record | InputError]]:
    """A batch handed out; that starts a process where one more may run, and no Ctrl-C comes between."""
    with _holding_back():
        return pool.submit(_batch, batch, seconds, work)


@contextmanager
def _holding_back() -> Iterator[None]:
    """Lets Ctrl-C wait while processes start: one that it reaches as Python begins there, or that is not known yet and
    so not ended, would leave a traceback among the messages. Threads and processes started meanwhile never see it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing import resource_tracker  # not there on Windows

    resource_tracker.ensure_running()  # holds it back by itself, and then no longer
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare() -> None:
    """In a new process: loads what it needs, and ends it when the one that gives out the work is gone."""
    import beatbook.scale.warm  # noqa: F401

    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_outlive, args=(parent.sentinel,), daemon=True).start()


def _outlive(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _check(pool: ProcessPoolExecutor) -> None:
    """Raises BeatbookError where not even an empty batch is done."""
    try:
        _submitted(pool, [], None, one.record).result()
    except (BrokenProcessPool, EOFError, OSError) as error:
        raise BeatbookError(_NOT_STARTED) from error


def _is_done(future: Future[list[Record | InputError]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _end(pool: ProcessPoolExecutor) -> None:
    processes = list((getattr(pool, "_processes", None) or {}).values())  # kill_workers() from Python 3.14 on
    for process in processes:  # before what they share is put away: one that is starting would miss it, and say so
        with suppress(OSError, ValueError):  # it has ended meanwhile
            process.kill()
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        with suppress(OSError, ValueError, AssertionError):
            process.join(5)
