"""Errors a user can meet. Each message is one sentence: what, where, and what is accepted."""

from collections.abc import Callable


class BeatbookError(Exception):
    """Base of every error that beatbook raises on purpose; its text is fit to be shown to a user."""


class UsageError(BeatbookError):
    """The call itself is wrong (an unknown option, parameter or column): exit code 2."""


class InputError(BeatbookError):
    """One input could not be read; the rest of the work goes on: exit code 1.

    Args:
        source: the file, row or stream it is about.
        reason: what is wrong and what is accepted, without a full stop.
    """

    def __init__(self, source: str, reason: str):
        self.source, self.reason = str(source), reason
        super().__init__(f"{source}: {reason}")

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str]]:
        return type(self), (self.source, self.reason)  # from one process to another: what __init__ takes


Fail = Callable[[InputError], None]
"""What is told of each input that cannot be read, where the rest of the work goes on."""


class ReportError(BeatbookError):
    """A notebook failed or a report could not be rendered; nothing was published: exit code 1."""


class SumError(BeatbookError, ValueError):
    """A sum that would count something twice, or add up unlike things; the sentence says what to add up instead."""
