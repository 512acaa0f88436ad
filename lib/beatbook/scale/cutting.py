"""A budget of time in threads that no timer of the system reaches, as those that a Dask worker does its tasks in."""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from beatbook.reading.limits import OverBudget


@contextmanager
def cut_off(seconds: float) -> Iterator[None]:
    """Raises OverBudget in what runs inside, in this thread, after so many seconds; between two steps of Python.

    Raises:
        OverBudget: the time is over.
    """
    thread, lock, running = threading.get_ident(), threading.Lock(), True

    def over() -> None:
        with lock:
            if running:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(OverBudget))

    timer = threading.Timer(seconds, over)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            running = False
        timer.cancel()
