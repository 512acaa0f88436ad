"""One release, whatever happens in it: a record, or why there is none."""

from collections.abc import Callable

from beatbook.errors import InputError
from beatbook.reading.limits import Limits, OverBudget, within
from beatbook.records import Record, Release

Work = Callable[[Release, float | None], Record | InputError]
"""What is done with a release in so many seconds; ``record``, but for tests."""


def extract(release: Release) -> Record:
    """One release extracted. The rules are loaded with the first, so that a run that finds nothing new does without."""
    from beatbook.extract import extract as whole

    return whole(release)


def record(
    release: Release, seconds: float | None = None, extract: Callable[[Release], Record] = extract
) -> Record | InputError:
    """The record of a release, or the failure: a fault of ours in it, or more time than it may take.

    Args:
        seconds: the time it may take; that of ``Limits`` where None.
        extract: what makes the record.
    """
    seconds = seconds or Limits().seconds
    try:
        with within(seconds):
            return extract(release)
    except OverBudget:
        reason = f"took longer than {seconds:g} seconds to extract and was cut off; --max-seconds sets the limit"
        return InputError(name(release), reason)
    except Exception as error:  # noqa: BLE001  (a fault of ours in one release must not cost the others of an archive)
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        return InputError(name(release), f"could not be extracted, a fault of beatbook's own ({fault})")


def name(release: Release) -> str:
    """What a failure calls a release."""
    return release.source or release.id or "release"
