"""Text → tokens, as parallel lists: a release has some 500 tokens, and one object each would cost more than all rules.

A number keeps its thousands separators and decimals ("20,000", "1.2", ".38") and stands apart from a unit written
on to it ("9mm" → "9", "mm"); a possessive ending is a token of its own ("Met's" → "Met", "'s").
"""

import re
from itertools import accumulate

from beatbook.language.measures import ABBREVIATED

CODES = "|".join(sorted(code.upper() for code in ABBREVIATED if len(code) == 3 and code.isalpha()))
TOKEN = re.compile(
    rf"""
    ( [A-Za-z]{{2,}}+(?=[ \n.,;:)])        # most tokens, and so tried first: letters before a blank or a stop
    | [^\W\d_]++(?=[ \n])
      # thousands parted by blanks, as Europol and South Africa write them: 1 240; no phone number's groups
    | (?<![\d+(/.-])(?<![\d+(/]\ )(?<!\d-\ )[1-9]\d{{0,2}}(?:[ \u00a0\u2009\u202f]\d{{3}})+(?![\d,/]|[ \u00a0-]?\d)
    | \d{{1,3}}(?:,\d\d\d?)*,\d{{3}}(?:\.\d+)?  # 20,000  1,204.50  1,25,000 (Indian grouping)
      # a decimal comma: 2,5kg
    | \d{{1,3}},\d{{1,2}}(?=\ ?(?:kgs?|g|grams?|kilos?|kilograms?|tons?|tonnes?|litres?|million)\b)
    | \d+(?:\.\d+)?                     # 14  1.2
    | \.\d{{2,3}}\b                       # .38  .223
    | (?:[^\W\d_]\.){{2,}}                # U.S.  a.m.  N.Y.
      # a currency written on to its amount: R5 000, EUR20,000
    | (?:Rs?|RM|K?[Ss]h|{CODES})(?=\d)
    | [PNK](?=\d{{1,3}},\d{{3}})        # pesos, naira and kwacha; "P226" is a pistol, "N1" a road
    | (?<=\d)[xX×](?=[A-Z])              # 3xAK47
    | [’']s\b                           # possessive, also "it's"
    | [^\W\d_]\w*                       # a word, going on over - & / ' when a letter or digit follows
      (?: [-‑&/](?!year-olds?\b)\w+ | [’'](?!s\b)\w+ )*
    | \S )
    """,
    re.VERBOSE,
)


def tokenize(text: str) -> tuple[list[str], list[int], list[int]]:
    """Tokens of a text.

    Args:
        text: any text.

    Returns:
        Three lists of one length: the tokens, where each starts and where each ends (code points). White space
        is no token.
    """
    pieces = TOKEN.split(text)  # what stands between the tokens, and the tokens, in turn
    bounds = list(accumulate(map(len, pieces)))
    return pieces[1::2], bounds[:-1:2], bounds[1::2]
