"""Crimes as events ("a shooting in Clerkenwell", "a man was stabbed"), apart from offences that are charged."""

from typing import NamedTuple

from beatbook.grammar.assertion import negated
from beatbook.grammar.counting import Count, counted, plural
from beatbook.grammar.crime_acts import ANIMALS, CHARGED, DURING, UNSURE, VICTIM, act
from beatbook.grammar.windows import figure_line, near
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.lexicons import Term, singular

# what may follow an event's noun; another noun makes it a kind of thing ("murder detectives", "assault rifle")
AFTER_EVENT = frozenset(
    ', . ; : ) ” " ’ – — - in on at of near outside inside by against with that which where when was were is '
    "are has had have during between across since and or as who occurred happened took left involving "
    "committed reported carried around this the broke erupted flared last earlier yesterday from to following "
    "after before but while overnight targeting linked led prompted sparked resulted within through throughout came "
    "saw netted cost started began claimed injured wounded killed unfolded ensued followed under believed "
    "thought dating spanning along using featuring also whose netting causing".split()
)
CASES = frozenset("incident incidents attack attacks".split())
# status words with "of", "with", "for" or "to" that open a charge
STATUS = CHARGED | frozenset(
    "offence offences arrested jailed sentenced imprisoned trial conviction convictions commission commissions prior "
    "acquitted remanded cleared sentence licence parole furtherance enhancement enhancements".split()
)
# between a status word and an event: the event is what the case is about, not the charge
NOT_CHARGE = frozenset(
    "connection relation relate relates relating related after following investigating over during follow follows "
    "followed stem stems stemming stemmed arising role roles involvement participation running operating orchestrating "
    "masterminding".split()
)
CUES = frozenset(
    "after following investigating into series spate string connection relation linked connected reports "
    "report during in over behind response responding related with from since by about to another involved "
    "regarding concerning amid responded called of between attending ran running operated operating orchestrated "
    "masterminded committed committing perpetrated foiled uncovered exposed unearthed suffered survived sustained "
    "witnessed unmasked busted smashed dismantled broke investigated reported thwarted halted stopped".split()
)
LOOSE = frozenset(
    "disturbance disorder attack assault beating fraud scam unrest explosion fight clash altercation ambush".split()
)  # words of many uses
OPEN_END = frozenset((".", ",", "and", "or", "as", "to"))
MURDER_REACH = 400  # tokens around a death in which it is called a murder
MURDER = frozenset("murder murdered murdering manslaughter homicide".split())
ACCIDENT = frozenset("crash collision overdose overdosed road driving drugs custody accident".split())
FURTHER = frozenset("another second separate further unrelated more other".split())
THESE = frozenset("the these those them his her their".split())
FIGHTS = frozenset(("fight", "clash", "battle"))
LOCATED = frozenset("in at on outside inside near between involving".split())  # "A fight outside a bar led to"
BURNING = frozenset("torching firebombing looting ransacking killing robbing burgling hijacking murder".split())
CASE_WORDS = frozenset("linked link links tied tie connected connection relation relate relating".split())
SERIES = frozenset(
    "series spate string wave number spree run rash cluster flurry surge campaign pattern catalogue litany succession "
    "trail".split()
)
REPORTS = frozenset("report incident case instance act allegation complaint offence offense".split())
OCCURRED = frozenset("broke erupted flared followed ensued occurred happened unfolded".split())
LABELLED = frozenset(("collision", "overdose", "shooting", "disorder"))  # kinds that no arrest is named by
SHORT_LINE = 9  # tokens
OWN = frozenset("his her their its my our your any every each both".split())
COST = frozenset("cost netted started began targeted involved ran lasted relied took saw brought spanned".split())
CAUGHT = frozenset("stolen taken missing lost snatched used seized involved damaged killed".split())  # "in break-ins"
BEHIND = frozenset("into following after investigating behind over through from".split())
LED_ON = frozenset("led prompted sparked triggered brought alerted".split())
# "An assault on an officer is never acceptable", "trained in dealing with a riot"
NOT_TOLD = frozenset("acceptable unacceptable trained training exercise simulated drill scenario rehearsed".split())
SOUGHT = frozenset("wanted sought arrested arrest held detained jailed".split())
ILLNESS = frozenset("mental stress personality bipolar eating anxiety substance post-traumatic".split())


class Event(NamedTuple):
    """A crime told as an event: its kind, how many, and the tokens [i, j) that tell it."""

    kind: str
    count: int | None  # type: ignore[assignment]  # hides tuple.count, which nobody calls
    modifier: str
    definite: bool
    further: bool
    i: int
    j: int
    sentence: Sentence


def event(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    """The event that a lexicon term tells, or None where it names an offence, a plan or a kind of thing."""
    sentence = near(sentence, term.i)
    if negated(doc, term.i, sentence.i):
        return None
    if sentence.kind in ("item", "row", "heading") and (label := _labelled(doc, sentence, term)):
        return label
    if sentence.kind == "row" or (sentence.kind == "item" and _of_charges(doc, sentence, term)):
        return None
    if term.row["use"] == "death":
        return _told_by_death(doc, sentence, term)
    return _told_by_noun(doc, sentence, term) if term.row["use"] == "noun" else _told_by_verb(doc, sentence, term)


def _labelled(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    """A line of figures: "Crashes, fatal: 1"; one of robberies may be of arrests for them."""
    if sentence.kind == "heading" and not figure_line(doc, sentence):
        return None
    if term.row["kind"] not in LABELLED or term.row["use"] != "noun" or term.i > sentence.i + 3:
        return None
    count = counted(doc, sentence, term.i, term.j)
    short = sentence.j - sentence.i <= SHORT_LINE
    if not short or not count.number or count.definite or count.negated:
        return None
    return Event(term.row["kind"], count.number, count.modifier, False, True, count.i, max(count.j, term.j), sentence)


def _of_charges(doc: Doc, sentence: Sentence, term: Term) -> bool:
    """Whether a list's entry is an offence or charge: "Robbery with a firearm", "charged with: … two robberies"."""
    intro = doc.sentences[sentence.intro] if sentence.intro is not None else None
    if intro is not None and not STATUS.isdisjoint(doc.low[intro.i : intro.j]):
        return True
    short = term.row["use"] == "noun" and sentence.j - sentence.i <= SHORT_LINE
    return short and CUES.isdisjoint(doc.low[sentence.i : term.i])


def _told_by_verb(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    told = act(doc, sentence, term)
    return told and Event(told.kind, told.count, told.modifier, True, False, told.i, told.j, sentence)


def _told_by_death(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    """A murder told as a death: "in connection with Mr Pell's death", in a text that speaks of murder."""
    low = doc.low
    before = low[term.i - 1] if term.i > sentence.i else ""
    after = low[term.j : term.j + 2]
    of = before == "the" and after[:1] == ["of"] and after[1:] and (
        doc.raw[term.j + 1][0].isupper() or after[1] in ("a", "an"))
    if not (of or before == "'s") or CUES.isdisjoint(low[max(sentence.i, term.i - 6) : term.i]):
        return None
    around = low[max(0, term.i - MURDER_REACH) : term.j + MURDER_REACH]
    if MURDER.isdisjoint(around) or not ACCIDENT.isdisjoint(low[sentence.i : sentence.j]):
        return None
    return Event("murder", 1, "exact", True, False, term.i - 1, term.j, sentence)


def _told_by_noun(doc: Doc, sentence: Sentence, term: Term) -> Event | None:
    low, j = doc.low, term.j
    after = low[j] if j < sentence.j else "."
    count = counted(doc, sentence, term.i, term.j)
    if after in CASES:
        j, after = j + 1, low[j + 1] if j + 1 < sentence.j else "."
        count = counted(doc, sentence, j - 1, j)
    count = _of_reports(doc, sentence, count, term)
    told = _struck(doc, sentence, term) or _occasions(doc, sentence, term)
    several = (count.number or 0) > 1 and plural(low[j - 1]) and not count.definite
    capital = doc.raw[term.j - 1][0].isupper() and term.i > sentence.i and sentence.kind == "prose"
    part = low[count.i + 1 : count.i + 2] == ["of"] and (
        count.definite or not THESE.isdisjoint(low[count.i + 2 : count.i + 3]))
    if low[j - 1].endswith("ing") and after in VICTIM and term.i > sentence.i and low[term.i - 1] in DURING:
        return Event(term.row["kind"], 1, "exact", True, False, term.i, j + 1, sentence)  # "after stabbing a man"
    told_on = after in AFTER_EVENT or after.endswith("ed") or several  # "a serious crash closed the road"
    if not told_on or count.negated or capital or part:
        return None
    if not _asserted(doc, sentence, term, count, several or told is not None, after):
        return None
    if told:
        further = not FURTHER.isdisjoint(low[count.i : told.j + 1])
        return Event(_kind(doc, term, count), told.whole, told.modifier, False, further, count.i, told.j, sentence)
    return _counted_event(doc, sentence, term, count, j)


def _asserted(doc: Doc, sentence: Sentence, term: Term, count: Count, several: bool, after: str) -> bool:
    """Whether an event is told to have happened, and as more than what somebody is charged with."""
    low = doc.low
    at = term.j + 1
    victim = at < sentence.j and (doc.raw[at][0].isupper() or low[at] in ("a", "an", "two", "three", "his", "her"))
    victim = victim or (at in doc.value_at and doc.value_at[at].kind == "age")
    named = count.definite and after in ("of", "at", "in") and victim
    if not UNSURE.isdisjoint(low[max(sentence.i, count.i - 4) : count.i]):
        return False
    if _charged(doc, sentence, count) and not (named or several or _sought(doc, sentence, count)):
        return False
    if not ILLNESS.isdisjoint(low[max(sentence.i, term.i - 2) : term.i]):
        return False
    if not NOT_TOLD.isdisjoint(low[sentence.i : sentence.j]) or (
        term.row["kind"] != "theft" and not ANIMALS.isdisjoint(low[term.j : term.j + 4])):
        return False
    if "fewer" in low[count.i : term.i]:
        return False  # "12 fewer robberies"
    if count.definite and low[count.i] in OWN and not (after in COST and low[count.i] in ("his", "her", "their")):
        return False
    return not ("attempted" in low[count.i : term.i] and term.row["kind"] == "murder")


def _counted_event(doc: Doc, sentence: Sentence, term: Term, count: Count, j: int) -> Event | None:
    """The event of a noun phrase whose number, if any, stands before the noun."""
    low, i = doc.low, count.i
    after = low[j] if j < sentence.j else "."
    before = low[i - 1] if i > sentence.i else ""
    number, modifier = count.number, count.modifier
    many = plural(low[j - 1])
    if before == "of" and i - 2 >= sentence.i and low[i - 2] in SERIES:
        i -= 2
    elif number is None and not count.definite and modifier != "vague":
        if many:
            if not _bare_series(doc, sentence, i, j):
                return None
        elif after not in OCCURRED and not (
            sentence.kind == "heading" and {"after", "following", "over"} & set(low[sentence.i : term.i])
        ):
            return None
        else:
            number = 1
    if count.definite and number is None and many:
        return None
    if count.definite and any(word.endswith("s") and word != "business" for word in low[count.i + 1 : term.i]):
        return None  # "the team tackles robbery"
    if count.definite and low[j - 1] in FIGHTS:
        return None  # "the fight against crime"
    single = number == 1 and not count.definite and after not in OCCURRED and not _sought(doc, sentence, count)
    vague = low[j - 1] in LOOSE and term.j - count.i < 3 and not (i == sentence.i and after in LOCATED)
    if single and before not in CUES and (vague or after in OPEN_END):
        return None
    further = not FURTHER.isdisjoint(low[i : term.i])
    return Event(_kind(doc, term, count), number, modifier, count.definite, further, i, j, sentence)


def _kind(doc: Doc, term: Term, count: Count) -> str:
    kind = term.row["kind"]
    attack = kind in ("shooting", "stabbing", "assault", "robbery")
    return "murder" if attack and {"fatal", "deadly"} & set(doc.low[count.i : term.i]) else kind


def _of_reports(doc: Doc, sentence: Sentence, count: Count, term: Term) -> Count:
    """The number of reports where the noun has none: "41 reports of bicycle theft", "12 incidents of arson"."""
    low, of = doc.low, count.i - 1
    if count.number is not None or of - 1 <= sentence.i or low[of] != "of" or singular(low[of - 1]) not in REPORTS:
        return count
    told = counted(doc, sentence, of - 1, of)
    return told._replace(j=term.j) if (told.number or 0) > 1 and not told.definite else count


def _bare_series(doc: Doc, sentence: Sentence, i: int, j: int) -> bool:
    """Whether a plural without a number is of the case: "stolen in break-ins around Leeds"."""
    low = doc.low
    if j + 1 >= sentence.j or low[j] not in ("in", "at", "around", "across", "on", "near"):
        return False
    if i == sentence.i and not LED_ON.isdisjoint(low[j : min(sentence.j, j + 9)]):
        return True  # "Break-ins at two garages led to arrests"
    if i - 1 <= sentence.i:
        return False
    led = low[i - 1] in BEHIND or (low[i - 1] == "in" and low[i - 2] in CAUGHT)
    led = led or (low[i - 1] in ("to", "with") and not CASE_WORDS.isdisjoint(low[max(sentence.i, i - 4) : i - 1]))
    return led and (doc.raw[j + 1][0].isupper() or low[j + 1] in ("the", "a"))


def _sought(doc: Doc, sentence: Sentence, count: Count) -> bool:
    """Whether somebody is sought or held for an event, and no mere offence: "wanted for a stabbing in Bath"."""
    if count.number is None or doc.low[count.i - 1] not in ("for", "over"):
        return False
    return not SOUGHT.isdisjoint(doc.low[max(sentence.i, count.i - 6) : count.i])


def _struck(doc: Doc, sentence: Sentence, term: Term) -> Value | None:
    """The number of those that crimes befell, one each: "the burglaries of two gun shops", "robberies at six banks"."""
    low, j = doc.low, term.j
    acts = plural(low[j - 1]) or low[j - 1] in BURNING
    if not acts or j + 2 >= sentence.j or low[j] not in ("of", "at", "on", "against"):
        return None
    value = doc.value_at.get(j + 1)
    plain = value is not None and value.kind == "number" and value.i == j + 1 and value.number and value.number > 1
    if value is None or not plain or value.j >= sentence.j:
        return None
    return None if low[value.j] in ("and", ",", ".", "occasions") else value


def _occasions(doc: Doc, sentence: Sentence, term: Term) -> Value | None:
    """How often: "theft on fifteen occasions"."""
    value = doc.value_at.get(term.j + 1) if term.j + 2 < sentence.j and doc.low[term.j] == "on" else None
    if value is None or value.kind != "number" or (value.number or 0) < 2 or value.j >= sentence.j:
        return None
    return value if doc.low[value.j] in ("occasions", "separate") else None


def _charged(doc: Doc, sentence: Sentence, count: Count) -> bool:
    """Whether the phrase is what somebody is charged with: "charged with two robberies", "on suspicion of murder"."""
    low, at = doc.low, count.i - 1
    steps = 0
    while at >= sentence.i and steps < 14:
        word = low[at]
        if word in STATUS:
            return NOT_CHARGE.isdisjoint(low[at : count.i])
        if word in (".", ";", ":") or word in ("after", "following", "investigating", "when", "where", "into"):
            return False
        if word not in ("and", ",", "or", "of", "with", "for", "to", "in") and steps > 8:
            return False
        at -= 1
        steps += 1
    return False
