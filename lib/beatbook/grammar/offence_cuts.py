"""Where an offence phrase may be cut, and whether behind the cut another offence goes on or another clause begins."""

from collections.abc import Set

from beatbook.grammar.offence_links import LINKS
from beatbook.grammar.offence_words import COUNT_WORDS, vocabulary
from beatbook.grammar.people import nouns
from beatbook.language.document import Doc
from beatbook.language.numbers import SMALL
from beatbook.lexicons import singular

HARD_STOPS = frozenset(
    "after committed occurring stemming arising following when while whilst who whose which where whom "
    "because until before since although but however then during he she they near outside inside pending said says "
    "according came went took led began ended if despite amid whereas alongside throughout upon once unless though "
    "so via".split()
)
AUXILIARIES = frozenset(
    "was were is are has have had will would did does do be been remains remain remained may".split()
)
# after "and" or a comma these open another clause, not another offence
OPENERS = frozenset(
    "police officers detectives it we i you the also later subsequently now both all each released bailed "
    "remanded sentenced jailed appeared pleaded taken held due scheduled ordered given placed arrested charged "
    "recalled fined cautioned detained convicted refused denied granted to at on from in by for with of his her "
    "their respectively not officials investigators agents deputies prosecutors court another others there this "
    "these those none no-one nobody two-year caught found captured located tracked seen hiding apprehended wanted "
    "extradited wrote issued gave made seized recovered handed executed searched stopped "
    "last bond bail secured unsecured hearing booked dob residing resident formerly also-known aka "
    "turned let sent transported transferred freed allowed escorted rushed treated brought put interviewed "
    "questioned quizzed deported returned referred lodged summonsed indicted housed "
    "safeguarded admitted served ran fled drove escaped received faced "
    "acquitted cleared exonerated absolved "
    "faces facing face awaiting awaits appears stands lives works resides denies "
    "goes returns expects hopes announced added confirmed explained warned told one man men woman women".split()
).union(AUXILIARIES, HARD_STOPS)
STATES = frozenset(
    "prohibited revoked driving riding armed disqualified intoxicated impaired drunk uninsured unlicensed suspended "
    "operating banned unfit masked".split()
)
NOT_NOUN = frozenset(
    "the a an that by in on at to from his her their he she they for with , . and today yesterday".split()
)
RESTS = frozenset("rest remainder others remaining".split())  # "… and the rest for other matters"
QUOTES = frozenset('“ ‘ " ’'.split())
DETERMINERS = frozenset("the another a an his her".split())
PERSON_ENDS = frozenset("of for with on in at to by from and or under".split())
OFFENDED = frozenset("child minor police emergency".split())  # "assault of a minor": no person whose clause opens
NEARBY = frozenset("near in on at about around upon within over".split())
NO_OBJECT = AUXILIARIES | RESTS
ACTED = frozenset("for to the a an that his her their by him them at on in from into it off up".split())
BARRED = frozenset("banned disqualified barred prohibited suspended excluded".split())
BARRED_FROM = frozenset("from for as until".split())
VARIED = frozenset("varied diverse serious various different".split())
BARE_VERBS = frozenset("keep stop comply give have hold wear obey carry possess secure display report disclose".split())
JOINTS = frozenset((",", "and", "or", "&", "/"))
SUBJECT = 8  # tokens of a noun with what belongs to it, up to its verb
# words that a comma or conjunction does not part: "breaking and entering", "harassment, alarm or distress"
JOINED = frozenset(
    tuple(pair.split("+"))
    for pair in (
        "aiding+abetting aiding+assisting slavery+servitude breaking+entering assault+battery drunk+disorderly hit+run "
        "break+enter enter+steal care+attention known+believed controlling+coercive health+safety lewd+lascivious "
        "driving+dangerously search+seizure sports+entertainment road+traffic theft+receiving access+device aid+abet "
        "tattoo+piercing fire+rescue blade+point harassment+alarm alarm+distress menace+harass harass+offend "
        "coercive+controlling "
        "force+fraud fraud+coercion threatening+abusive abusive+insulting threatening+insulting fleeing+eluding "
        "fleeing+attempting obscene+offensive stop+search"
    ).split()
)
GLUE = "\0"  # marks a token written on to the one before


def separator(doc: Doc, k: int) -> tuple[int, str]:
    """How many tokens a comma or conjunction at token k takes, and which it is."""
    low = doc.low
    word = low[k]
    n = next((n for n in (1, 2) if low[k + n : k + n + 1] and low[k + n] not in ("and", "or", "&")), 0)
    if n and (low[k - 1], low[k + n]) in JOINED and word in JOINTS:
        return 0, ""
    if word in ("and", "or") and low[k - 1] in LINKS and low[k + 1 : k + 2] and low[k + 1] in NEARBY:
        return 0, ""  # "in or near school grounds"
    if word in (",", ";"):
        if leads := list_ahead(low, k + 1):
            return leads + 1, "including"
        n = 1
        while low[k + n : k + n + 1] and low[k + n] in ("and", "or", "plus", "&"):
            n += 1
        return n, "or" if low[k + n - 1] == "or" else ";" if word == ";" else "and" if n > 1 else ","
    if word in ("and", "&", "plus"):
        return (2, "or") if low[k + 1 : k + 2] == ["/"] else (1, "and")
    if word == "or":
        return (0, "") if low[k + 1 : k + 2] in (["more"], ["less"], ["over"], ["above"], ["so"]) else (1, "or")
    if word == "ranging" and low[k + 1 : k + 2] == ["from"]:
        return 2, "including"
    if leads := list_ahead(low, k):
        return leads, "including"
    if word == "as" and low[k + 1 : k + 3] == ["well", "as"]:
        return 3, "and"
    if word in ("along", "together") and low[k + 1 : k + 2] == ["with"]:
        return 2, "and"
    return (1, "including") if word == "including" else (0, "")


def list_ahead(low: list[str], k: int) -> int:
    """How many tokens open a list of examples at token k: "among them", "such as", "as varied as"; 0 for none."""
    if low[k : k + 1] and low[k] in ("notably", "namely", "viz"):
        return 1 + (low[k + 1 : k + 2] in (["."], [":"], [","]))
    pair = low[k : k + 2]
    if pair in (["among", "them"], ["amongst", "them"], ["such", "as"]):
        return 2
    return 3 if pair[:1] == ["as"] and low[k + 2 : k + 3] == ["as"] and pair[-1] in VARIED else 0


def another(doc: Doc, k: int, end: int, starts: Set[int], said: str, words: list[str]) -> bool:
    """Whether an offence, or another object of the last, goes on at token k, behind a separator."""
    if k >= end:
        return False
    low, word = doc.low, doc.low[k]
    if counted_offence(doc, k, end):
        return True
    if k in starts or _person_ahead(doc, k, end):
        return False
    if said == "and" and k in doc.value_at and k + 1 < end and _new_subject(doc, k + 1, end):
        return False  # "… and two of the shops were closed"
    if word in DETERMINERS:
        return k + 1 < end and not _new_subject(doc, k + 1, end) and not _ordinal_person(doc, k + 1, end)
    if word in BARRED and k + 1 < end and low[k + 1] in BARRED_FROM:
        return False  # "… and disqualified from driving"
    if word in OPENERS and said != "including":
        return _goes_on_inside(doc, k, end, said, words)
    if said == "and" and word.endswith("ed") and k + 1 < end and low[k + 1] in ACTED and not _adjective(word):
        return False  # "admitted theft and asked for …"
    if k + 1 < end and low[k + 1] in AUXILIARIES and low[k + 1] != "be" and said != "including":
        return False  # "admitted theft, and sentencing was adjourned"
    if said in (",", ";") and not _capital_goes_on(doc, k, end, said):
        return False
    return word[0].isalnum() or word in QUOTES


def _adjective(word: str) -> bool:
    return word in vocabulary()["adjective"] or word in vocabulary()["noun"] or word in STATES


def _new_subject(doc: Doc, k: int, end: int) -> bool:
    """Whether the noun at token k, behind its article, has a verb of its own: "… and the stolen car was returned"."""
    low = doc.low
    if low[k] in NO_OBJECT:
        return True
    for at in range(k, min(end, k + SUBJECT)):
        if low[at] in AUXILIARIES and at > k:
            return low[at] not in ("be", "been")
        if low[at] in (",", ";", ".", ":", "(") or low[at] in HARD_STOPS or singular(low[at]) in vocabulary()["noun"]:
            return False  # "the attempted murder of …"
    return False


def _ordinal_person(doc: Doc, k: int, end: int) -> bool:
    """ "…; a fourth escaped": somebody whose own clause opens, not another offence."""
    value = doc.value_at.get(k)
    return bool(value and value.kind == "ordinal" and value.j < end and doc.low[value.j][-2:] in ("ed", "as", "ad"))


def _person_ahead(doc: Doc, k: int, end: int) -> bool:
    """Whether a person opens at token k, whose own clause follows: "… murder and a 31-year-old woman on …"."""
    low, value = doc.low, doc.value_at.get(k)
    number = bool(value and value.kind in ("number", "age") and value.i == k)
    if not number and low[k] not in DETERMINERS and low[k] != "aged":
        return False
    for at in range(k + (low[k] in DETERMINERS), min(end, k + 7)):
        word, value = low[at], doc.value_at.get(at)
        if value and value.kind == "age":
            return True
        if word in nouns():
            return word not in OFFENDED or number
        if word in vocabulary()["noun"] or not (word[0].isalnum() or word in ("-", "’", "'s")) or word in PERSON_ENDS:
            return False
    return False


def _goes_on_inside(doc: Doc, k: int, end: int, said: str, words: list[str]) -> bool:
    """ "conspiracy to distribute and to possess …", "possession with intent to supply and of a knife"."""
    word, after = doc.low[k], doc.low[k + 1] if k + 1 < end else ""
    if word == "not" and after in BARE_VERBS:
        return True  # "possess unauthorised firearm and not keep firearm safely"
    if word == "police" and after in ("pursuit", "pursuits"):
        return True
    if word == "with" and after.endswith("ing") and said == "and":
        return True  # "charged with murder and with having a knife"
    if word == "to" and said == "and" and (after.endswith("ing") or after in vocabulary()["noun"]):
        return True  # "pleaded guilty to theft and to threatening behaviour"
    if word == "to" and said in ("and", "or"):
        return after in vocabulary()["verb"] and "to" in [part.strip(GLUE) for part in words]
    return (
        said == "and" and word in ("of", "with") and (after in vocabulary()["noun"] or after in ("a", "an", "intent"))
    )


def _capital_goes_on(doc: Doc, k: int, end: int, said: str) -> bool:
    """Whether a word after a comma can still be part of the offences: no verb, no place, no agency."""
    raw, word = doc.raw, doc.low[k]
    kinds = vocabulary()
    verb = k + 1 >= end or raw[k + 1][0].isupper() or doc.low[k + 1] in NOT_NOUN or k + 1 in doc.value_at
    told = said == "," and word.endswith("ed") and verb and raw[k].islower()
    if told and word not in kinds["adjective"] and word not in kinds["noun"]:
        return False  # ", announced U.S. Attorney …"
    if not raw[k][0].isupper() or raw[k].isupper():
        return True
    if not _offence_ahead(doc, k, end):
        return False  # "Aggravated Robbery, Harris County"
    known = (
        word in kinds["noun"] or singular(word) in kinds["noun"] or word in ("class", "schedule", "section", "criminal")
    )
    before = k - 2
    if raw[before] == ")":  # "Possession of Heroin (2 counts), Felon in Possession"
        before = next((at - 1 for at in range(before, max(0, before - 8), -1) if raw[at] == "("), before)
    return said == ";" or raw[before][0].isupper() or known


def _offence_ahead(doc: Doc, k: int, end: int) -> bool:
    """Whether a word of offence phrases stands between token k and the next separator."""
    kinds = vocabulary()
    if doc.low[k + 1 : k + 3] == ["in", "possession"]:
        return True  # "Felon in Possession of a Firearm"
    for at in range(k, min(end, k + 9)):
        word = doc.low[at]
        if (at > k and separator(doc, at)[0]) or word in (".", ";", "–", "-", "(", "in", "on", "at"):
            return False
        one = singular(word)
        if word.endswith("ing") or any(one in kinds[kind] or word in kinds[kind] for kind in ("noun", "topic", "verb")):
            return True
    return False


def counted_offence(doc: Doc, k: int, end: int) -> bool:
    """ "two counts of", "a further charge of" at token k."""
    for at in range(k, min(end - 1, k + 5)):
        word = doc.low[at]
        if word in COUNT_WORDS and word != "suspicion" and doc.low[at + 1] == "of":
            return True
        if word == "of" and at == k + 1 and (doc.low[k] in SMALL or doc.low[k].isdecimal()):
            kinds = vocabulary()  # "and one of theft", "two of illegal branding"
            return doc.low[at + 1].endswith("ing") or any(
                doc.low[at + 1] in kinds[kind] for kind in ("noun", "adjective")
            )
        if word in ("and", ",", "of", "was", "were", "has", "have") or word in nouns():
            return False
    return False
