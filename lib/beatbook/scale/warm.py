"""What every working process has loaded before it begins; processes are forked from one that has it, and share it."""

import signal

# Ctrl-C reaches every process of the terminal; the one that gave out the work ends these.
signal.signal(signal.SIGINT, signal.SIG_IGN)

from beatbook.extract import extract  # noqa: E402

# The lexicons are read when they are first asked for.
extract(
    "Operation Warm: on 2 May 2022 officers in Leeds arrested a man, 34, on suspicion of theft and seized three "
    "knives, 2kg of cannabis and £500 in cash. PC Ann Example said: “This was a good result.” Call 101.", country="GB",
)
