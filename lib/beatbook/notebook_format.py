"""nbformat in a fifth of the time.

jsonschema, which nbformat checks notebooks with, builds a grammar of internationalised addresses where the package for
it is installed, as JupyterLab has it. That takes longer than all else that a report imports, and checks a kind of
text that no notebook has: the import goes on as if that package were not there. Import nbformat, papermill and
nbconvert after this module.
"""

import sys

_SLOW = "rfc3987_syntax"
_held = sys.modules.get(_SLOW)
sys.modules[_SLOW] = None  # type: ignore[assignment]
try:
    import nbformat
finally:
    del sys.modules[_SLOW]
    if _held is not None:
        sys.modules[_SLOW] = _held

__all__ = ["nbformat"]
