"""The commands, a module each, named as the command is.

Each has a ``DESCRIPTION``, ``arguments(parser)`` that declares what it takes, and ``run(arguments)`` that does the work
and returns the exit code. Only the module of the command that is called is imported, so none pays for another.
"""

COMMANDS = {
    "extract": "one record a release: a summary, or a store and files with --to",
    "search": "full text in a store, with the facts found there",
    "report": "run a notebook on releases and render a report to share",
    "review": "look at what was found, correct it by hand, and keep that",
    "score": "precision, recall and F1 against gold records, and the errors",
    "prove": "check records that any system made against their texts",
}
"""What each does, in a line, in the order of the help page."""
