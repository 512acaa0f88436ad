"""Makes the reports of this folder anew: `python reports/sample/make.py [FOLDER]`, in the project's environment.

One report on the default release, one on all sample releases together, and the index. A test holds the reports that are
committed here against what this makes.
"""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent


def make(folder: Path = HERE) -> list[Path]:
    """The reports' paths. They name their inputs from the project's root on."""
    from beatbook import reports

    before = Path.cwd()
    os.chdir(PROJECT)
    try:
        notebooks = PROJECT / "notebooks"
        return [
            *reports.report(["data/sample/week-of-action.txt"], to=folder, notebooks=notebooks),
            # Links to reports of single releases would lead nowhere here, but for one.
            *reports.report(["data/sample"], "corpus", {"families": ["seizures"], "top_n": 6, "reports": ""}, folder,
                            notebooks),
        ]
    finally:
        os.chdir(before)


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE):
        print(path)
