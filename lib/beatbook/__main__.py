"""``python -m beatbook`` is the command ``beatbook``."""

from beatbook.cli import run

run()
