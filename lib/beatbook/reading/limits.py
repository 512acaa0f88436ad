"""How much of an input is read, and for how long: hostile and broken files end as one failure, not as a full memory.

Every limit is an option of the command line; ``Limits()`` has the defaults.
"""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import FrameType

from beatbook.errors import Fail
from beatbook.reading.likely import Sieve


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of one input at most; whatever is beyond is a failure with its reason.

    Attributes:
        size: bytes of one document: a file, a member of an archive (unpacked), a row of a table, a record of a crawl.
        unpacked: bytes that one archive or crawl unpacks to, all its members together.
        ratio: how many times its packed size a member may unpack to; looked at from a megabyte on.
        members: members of an archive, records of a crawl, entries of a feed, attachments of a message.
        nesting: archives and messages within one another.
        pages: pages of a PDF document.
        length: code points of the text of one release.
        seconds: time for reading one document, and again for extracting it.
    """

    size: int = 20_000_000
    unpacked: int = 2_000_000_000
    ratio: int = 200
    members: int = 100_000
    nesting: int = 3
    pages: int = 300
    length: int = 1_000_000
    seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Job:
    """What a reader is given beside its file.

    Attributes:
        fail: called with each part of the input that holds no release.
        limits: see ``Limits``.
        columns: for tables: the column that holds ``text``, ``title`` …, by that name.
        depth: how many archives or messages are around this one.
        sieve: lets through what is likely a release; None lets all through.
    """

    fail: Fail
    limits: Limits = field(default_factory=Limits)
    columns: Mapping[str, str] = field(default_factory=dict)
    depth: int = 0
    sieve: Sieve | None = None


class OverBudget(BaseException):
    """A document took longer than it may. No ``Exception``: libraries that pass over every error pass over those."""


_state = threading.local()


def cut_off_here_by(way: Callable[[float], contextlib.AbstractContextManager[None]] | None) -> None:
    """Says how ``within`` cuts off in this thread, where the system's timer does not reach it."""
    _state.way = way


@contextlib.contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """Cuts what runs inside off after so many seconds, by raising OverBudget in it.

    Works in the main thread where the system has timers (Linux, macOS); elsewhere (Windows, other threads) nothing is
    cut off unless ``cut_off_here_by`` says how. Code of a C library is cut off when it returns to Python. Inside
    another ``within`` the outer one holds.

    Raises:
        OverBudget: the time is over.
    """
    usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not seconds or getattr(_state, "running", False):
        yield
        return
    if not usable:
        way = getattr(_state, "way", None)
        with way(seconds) if way else contextlib.nullcontext():
            yield
        return

    def over(_: int, __: FrameType | None) -> None:
        if _state.running:
            raise OverBudget

    before = signal.signal(signal.SIGALRM, over)
    _state.running = True
    # again and again: a library that catches everything has to be told more than once
    waiting, interval = signal.setitimer(signal.ITIMER_REAL, seconds, 0.25)
    try:
        yield
    finally:
        _state.running = False
        signal.setitimer(signal.ITIMER_REAL, waiting, interval)
        if before is not None:  # one that Python did not set cannot be set again; ours does nothing from here
            signal.signal(signal.SIGALRM, before)


def megabytes(size: int) -> str:
    """A size in bytes as a message says it: "20 MB"."""
    return f"{size / 1_000_000:,.0f} MB" if size >= 1_000_000 else f"{size:,} bytes"
