"""beatbook reads police press releases and keeps the book: every fact a row, every row the words it came from."""

from importlib import import_module

_HOMES = {
    "BeatbookError": "errors", "InputError": "errors", "Fact": "records", "Record": "records", "Release": "records",
    "extract": "extract", "read": "reading", "tables": "tables",
}
__all__ = ["BeatbookError", "Fact", "InputError", "Record", "Release", "extract", "read", "tables"]


def __getattr__(name: str):
    # loaded when first asked for: tables needs pandas, which costs half a second that the extractor can do without
    if name not in _HOMES:
        raise AttributeError(f"module 'beatbook' has no attribute {name!r}")
    value = getattr(import_module(f"beatbook.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
