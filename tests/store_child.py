"""The command line in a process that ends itself (SIGKILL) at a chosen step, for tests of the store.

    python store_child.py STEP ARGUMENTS…

A step is a statement of SQL or a file put in place; at step 0 nothing happens, and their number is printed at the end.
"""

import os
import signal
import sys
from pathlib import Path

from beatbook import cli, store
from beatbook.commands import extract as command
from beatbook.records import FAMILIES, Fact, Record
from beatbook.store import keeping


def found(release):
    """A stand-in for the extractor: a place for each capitalised word, so that tests do not hang on its rules."""
    facts = {family: [] for family in FAMILIES}
    at = 0
    for word in release.text.split():
        at = release.text.index(word, at)
        if word[0].isupper():
            facts["places"].append(Fact("places", {"name": word}, at, at + len(word), "capital"))
        at += len(word)
    return Record(release, facts, [{"kind": "sum", "message": "no", "start": 0, "end": 1}], [])


def main(last, arguments):
    steps = 0

    def step(_=None):
        nonlocal steps
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(*given, connect=store.connect):
        db = connect(*given)
        db.set_trace_callback(step)
        return db

    def replace(*given, replace=Path.replace):
        step()
        return replace(*given)

    command.extract, keeping.BATCH = found, 3
    store.connect, Path.replace = connect, replace
    cli.main(arguments)
    print(steps)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
