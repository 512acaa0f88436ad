"""The command line: ``beatbook COMMAND``; what each command does is in ``beatbook.commands``.

Exit codes: 0 all read; 1 some inputs failed, the rest is done; 2 wrong usage; 130 stopped by Ctrl-C.
"""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from beatbook.commands import COMMANDS
from beatbook.commands.telling import tell
from beatbook.errors import BeatbookError, UsageError

STOPPED = 130  # the exit code after Ctrl-C, as shells count it


def run() -> NoReturn:
    """The program ``beatbook``: runs the command of this process and ends with its exit code."""
    code = main()
    if code == STOPPED:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C while all is put away changes nothing
    sys.exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code.

    Args:
        argv: the arguments after the program's name; those of this process where None.
    """
    try:
        given = list(sys.argv[1:] if argv is None else argv)
        parser = _parser(given[0] if given else "")
        if not given:  # somebody who wants to know what there is
            parser.print_help(sys.stderr)
            return 2
        arguments = parser.parse_args(given)
        if reconfigure := getattr(sys.stdout, "reconfigure", None):
            reconfigure(errors="replace")  # a terminal that has no "£" still gets the rest
        code = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse has told what is wrong, or shown help
        return stop.code if isinstance(stop.code, int) else 2
    except UsageError as error:
        return tell(error, 2)
    except BeatbookError as error:
        return tell(error, 1)
    except BrokenPipeError:
        # Whoever reads our output has enough (`| head`). Point it elsewhere, so that the flush at exit is quiet too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # a disk that is full
        return tell(error, 1)
    except KeyboardInterrupt:
        return tell("stopped; what was not complete was not written", STOPPED)


def _parser(command: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="beatbook", description="Reads police press releases and turns them into tidy, checkable data.",
        epilog="Exit codes: 0 all read, 1 some inputs failed (the rest is done), 2 wrong usage.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        one = commands.add_parser(name, help=summary)
        if name == command:
            module = import_module(f"beatbook.commands.{name}")
            one.description = module.DESCRIPTION
            module.arguments(one)
            one.set_defaults(run=module.run)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when asked: that takes longer than the rest of the start."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"beatbook {version('beatbook')}")
        parser.exit()
