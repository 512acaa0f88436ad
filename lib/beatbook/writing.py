"""Files that are there whole or not at all."""

import os
import tempfile
from pathlib import Path

from beatbook.errors import UsageError


def write_whole(content: bytes, path: Path) -> Path:
    """Writes beside the file and renames, so that no half a file is ever seen; returns the path.

    A file that was there keeps its permissions. The folder is made where it is missing.

    Raises:
        UsageError: the file or its folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(beside).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror or error})") from error
    return path
