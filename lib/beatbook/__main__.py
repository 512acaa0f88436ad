"""``python -m beatbook`` is the command ``beatbook``."""

import sys

from beatbook.cli import main

sys.exit(main())
