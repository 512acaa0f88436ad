"""beatbook reads police press releases and keeps the book: every fact a row, every row the words it came from."""

from beatbook.errors import BeatbookError, InputError
from beatbook.extract import extract
from beatbook.reading import read
from beatbook.records import Fact, Record, Release

__all__ = ["BeatbookError", "Fact", "InputError", "Record", "Release", "extract", "read", "tables"]


def __getattr__(name: str):
    # pandas costs half a second to import and the extractor does not need it
    if name == "tables":
        from beatbook.tables import tables

        return tables
    raise AttributeError(f"module 'beatbook' has no attribute {name!r}")
