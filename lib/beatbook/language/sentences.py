"""Lines → sentences, by NLTK's Punkt with our own abbreviations: no data is downloaded."""

import re
from functools import lru_cache

# Ranks, titles and addresses as releases shorten them (college of policing style guides, AP style), and what stands
# before figures. Punkt wants them in lower case without the last stop.
ABBREVIATIONS = frozenset(
    """brig det insp supt sgt cpl capt lt col gen maj cmdr ch ds dc dci di pc ssgt s/sgt det/sgt sgts insps dep rep sen
    gov hon dr mr mrs ms messrs prof rev st ste ave rd blvd ln hwy mt ft no nos approx est vs v inc ltd co corp dept div
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    a.m p.m u.s u.k u.n e.g i.e d.c n.y n.j n.c s.c n.m n.h s.d n.d w.va r.i b.c p.e.i l.a d.e.a f.b.i
    ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn
    tex vt va wash wis wyo alta ont sask man que cllr coun crt cst const a/supt a/insp sr jr aka ref tel ext fig sec
    rs kgs lbs oz cal p c d ea pcs qty rds incl mohd smt""".split()
)
# after a shortened word these in capitals begin a sentence: "at 5 p.m. They …"
STARTERS = frozenset(
    """the they he she it in on at two three four five officers police detectives deputies agents investigators anyone
    if his her their this these during following after when both all no one according""".split()
)
CANDIDATE = re.compile(r"[.!?]")
INITIALS = re.compile(r"[^\w\s](?:[A-Z]\.){2,}$")  # "Texas—U.S. officers": Punkt knows "u.s." as a whole word
CLOSING = "”’\"')]"


@lru_cache(1)
def _punkt():
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # late: nltk costs half a second

    parameters = PunktParameters()
    parameters.abbrev_types = set(ABBREVIATIONS)
    parameters.sent_starters = set(STARTERS)
    return PunktSentenceTokenizer(parameters)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentence spans of one line or paragraph.

    Args:
        text: the whole text.
        start, end: the line's span.

    Returns:
        Spans in the whole text. A closing quotation mark stays with its sentence.
    """
    line = text[start:end]
    inner = CANDIDATE.search(line, 0, len(line) - 2)
    if inner is None:
        return [(start, end)]
    spans = []
    for a, b in _punkt().span_tokenize(line):
        while spans and a < b and line[a] in CLOSING and (a + 1 == b or line[a + 1] in " \n" + CLOSING):
            # Punkt knows straight closing quotes only
            a += 1
            spans[-1] = (spans[-1][0], start + a)
        while a < b and line[a].isspace():
            a += 1
        if spans and a < b and INITIALS.search(line, max(0, spans[-1][1] - start - 12), spans[-1][1] - start):
            spans[-1] = (spans[-1][0], start + b)
        elif a < b:
            spans.append((start + a, start + b))
    return spans
