"""The public names of the package."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "first", ["", "import beatbook.extract", "import beatbook.tables", "from beatbook import figures"])
def test_functions_stay_functions_whatever_is_imported_first(first):
    """A module named like a public function does not take the function's place."""
    code = f"{first}\nimport beatbook\nassert callable(beatbook.extract) and callable(beatbook.tables)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_import_is_light():
    """The package, and extraction with it, loads neither pandas nor matplotlib nor Jupyter nor nltk."""
    code = (
        "import sys, beatbook; beatbook.extract; beatbook.read\n"
        "heavy = {'pandas', 'matplotlib', 'IPython', 'papermill', 'nbconvert', 'nltk'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
