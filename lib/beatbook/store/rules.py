"""The version of the rules: a hash over all that decides what is extracted, code and lexicons alike.

A number raised by hand would be forgotten once; a lexicon row is a change of rules as much as a line of code.
"""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

PARTS = (
    "checks.py", "extract.py", "facts", "grammar", "language", "lexicons", "proof", "reading", "records.py",
    "resolve",
)
"""What extraction runs on, within the package; ``tests/test_store.py`` holds this against what it imports."""

_KINDS = (".py", ".csv")


@cache
def rules_version() -> str:
    """16 hex digits, the same for the same rules on every machine, from a checkout and from a wheel.

    Made once a process, from the files' names and contents, line ends aside (a checkout may have turned them).
    """
    digest = hashlib.sha256()
    for name, file in sorted(_sources(), key=lambda pair: pair[0]):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def _sources() -> list[tuple[str, Traversable]]:
    """The files, by their names from the package on."""
    root = files("beatbook")
    waiting = [(part, root / part) for part in PARTS]
    found = []
    while waiting:
        name, place = waiting.pop()
        if place.is_dir():
            waiting += [(f"{name}/{inner.name}", inner) for inner in place.iterdir()]
        elif name.endswith(_KINDS) and place.is_file():
            found.append((name, place))
    return found
