"""How far the reading of files is, in bytes: what a progress bar tells the remaining time by."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO


class Watch:
    """Handed to ``reading.read``, which tells it the files and each as it is opened."""

    def __init__(self) -> None:
        self.total = 0
        """Bytes of all files; 0 where that is not known, as of standard input."""
        self.others: list[str] = []
        """Files of folders and globs whose kind is not read, and which are therefore passed over."""
        self._before = 0
        self._stream: BinaryIO | None = None

    def begin(self, files: Iterable[str]) -> None:
        """Notes the files that are to be read."""
        for file in files:
            if file == "-":
                self.total = 0
                return
            with suppress(OSError, ValueError):
                self.total += os.stat(file).st_size  # noqa: PTH116

    @contextmanager
    def reading(self, stream: BinaryIO) -> Iterator[None]:
        """While this file is read."""
        self._stream = stream
        try:
            yield
        finally:
            self._stream = None
            with suppress(OSError, ValueError):
                self._before += os.fstat(stream.fileno()).st_size

    @property
    def done(self) -> int:
        """Bytes that were read, at most ``total``."""
        here = 0
        with suppress(OSError, ValueError):  # no place to be told, or closed meanwhile
            here = self._stream.tell() if self._stream else 0
        return min(self._before + here, self.total)
