"""The options of every command that reads INPUT: how columns are mapped, and how much is read at most."""

import argparse
import re
from dataclasses import fields
from typing import Any

from beatbook.errors import UsageError
from beatbook.reading.limits import Limits

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s?([kmgt]?)b?", re.I)
_FACTORS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_HELP = {
    "size": ("SIZE", "largest document: a file, a member of an archive, a row"),
    "unpacked": ("SIZE", "what one archive or crawl may unpack to"),
    "ratio": ("N", "how many times its packed size a member may unpack to"),
    "members": ("N", "members of an archive, records of a crawl, entries of a feed"),
    "nesting": ("N", "archives and messages within one another"),
    "pages": ("N", "pages of a PDF"),
    "length": ("N", "characters of one release"),
    "seconds": ("N", "time for reading a document, and again for extracting it"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declares them."""
    group = parser.add_argument_group("reading")
    group.add_argument(
        "--column",
        metavar="NAME=COLUMN",
        action="append",
        default=[],
        dest="columns",
        help="for .csv, .tsv and .jsonl: the column that holds a release's text, title, id, published, "
        "country, publisher or url (text=body); may be given several times",
    )
    group.add_argument("--any-language", action="store_true", help="read texts that are not in English all the same")
    for field in fields(Limits):
        assert isinstance(field.default, int | float)
        metavar, words = _HELP[field.name]
        default = f"{field.default / 10**6:,.0f} MB" if metavar == "SIZE" else f"{field.default:,g}"
        group.add_argument(
            f"--max-{field.name}",
            metavar=metavar,
            type=_size if metavar == "SIZE" else _number(field.name),
            help=f"{words} ({default})",
        )


def given(arguments: argparse.Namespace) -> dict[str, Any]:
    """What ``reading.read`` is called with: ``columns``, ``limits`` and ``any_language``.

    Raises:
        UsageError: a ``--column`` that names no column.
    """
    columns = {}
    for one in arguments.columns:
        name, equals, column = one.partition("=")
        if not equals or not name.strip() or not column:
            raise UsageError(f"--column {one}: NAME=COLUMN is accepted (text=body)")
        columns[name.strip()] = column
    stated = {
        field.name: value
        for field in fields(Limits)
        if (value := getattr(arguments, f"max_{field.name}", None)) is not None
    }
    return {"columns": columns, "limits": Limits(**stated), "any_language": arguments.any_language}


def _size(value: str) -> int:
    found = _SIZE.fullmatch(value.strip())
    size = int(float(found.group(1)) * _FACTORS[found.group(2).lower()]) if found else 0
    if size < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not accepted; a size is (500kB, 20MB, 2GB)")
    return size


def _number(name: str) -> Any:
    def number(value: str) -> int | float:
        try:
            found = float(value) if name == "seconds" else int(value)
        except ValueError:
            found = -1
        if not 0 < found < 10**12:
            raise argparse.ArgumentTypeError(f"{value!r} is not accepted; a number above 0 is")
        return found

    return number
