"""beatbook reads police press releases and keeps the book: every fact a row, every row the words it came from."""

import sys
from importlib import import_module
from types import ModuleType

_HOMES = {
    "BeatbookError": "errors", "InputError": "errors", "Fact": "records", "Record": "records", "Release": "records",
    "extract": "extract", "read": "reading", "tables": "tables",
}
__all__ = ["BeatbookError", "Fact", "InputError", "Record", "Release", "extract", "read", "tables"]


def __getattr__(name: str) -> object:
    # loaded when first asked for: tables needs pandas, which costs half a second that the extractor can do without
    if name not in _HOMES:
        raise AttributeError(f"module 'beatbook' has no attribute {name!r}")
    value = getattr(import_module(f"beatbook.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


class _Package(ModuleType):
    """The package, whose ``extract`` and ``tables`` stay functions when the modules of those names are imported."""

    def __setattr__(self, name: str, value: object) -> None:
        if isinstance(value, ModuleType) and _HOMES.get(name) == name:
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
