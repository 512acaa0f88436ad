"""What happened on a date: police action, a crime, a hearing, or the publication itself."""

from datetime import timedelta

from beatbook.grammar.assertion import FACT
from beatbook.grammar.date_heads import PUBLICATION, labelled
from beatbook.grammar.date_senses import (
    ACTION,
    ARREST,
    CIVIL,
    CRIME,
    HEARING,
    POLICE,
    PUBLISH,
    RUN,
    SOFT,
    Actors,
    sense,
    senses,
)
from beatbook.grammar.tactics import OFFICERS, Deed, deeds
from beatbook.grammar.thing_words import PERSONS
from beatbook.grammar.windows import near
from beatbook.language.calendar import iso
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

BOUNDARY = frozenset((";", ":", "when", "after", "where", "who", "which", "that"))
# before a crime word that only gives the reason for police action
BACKGROUND = frozenset(
    "after following response investigating into connection suspicion for wanted linked related tackle reduce combat "
    "fight prevent targeting against about tackling reducing regarding preventing".split()
)
LABELS = PUBLICATION | {"date"}
REMANDED = frozenset("custody remand remanded bail bailed adjourned postponed detention".split())
PLANNED = frozenset(("will", "scheduled", "upcoming"))
# action that makes the date of an arrest one of police action
STRONG = frozenset(
    "raid raids raided raiding warrant warrants executed searched searching search searches stop stopped sting "
    "operation crackdown seized checkpoint sweep takedown patrol patrolling".split()
)
# verbs that anybody may be the subject of
ANYBODY = frozenset(
    "found finding bought purchased purchases stopped joined worked served located removed moved pulled spotted "
    "examined entered discovered discovering recovered stop buy yielded referred boarded visited emptied raided "
    "stormed chased tailed tracked carried hauled extracted concealed hidden cornered freed "
    "undercover checked conducted".split()
)
AIMED_AT = frozenset(
    "crackdown tackle tackling reduce reducing combat combating fight prevent preventing targeting against".split()
)
OPENING = 12  # a date among a sentence's first tokens may be told by the next sentence
BEFORE_DATE = frozenset(
    "on at in of during over about around shortly just before early late hours the approximately between from since "
    "by morning evening night afternoon ( , later".split()
)
# goods and vehicles whose arrival leads up to a find
CARGO = frozenset(
    "vehicle car truck lorry trailer parcel parcels package consignment shipment flight ferry bus container van "
    "traveller luggage suitcase passenger trailers vessel boat yacht baggage bridge crossing port airport border lane "
    "lanes checkpoint arrivals".split()
)
# verbs that need a subject which says that police did it
WEAK = frozenset(
    "located visited worked joined moved examined entered boarded referred purchased bought buy purchases served stop "
    "turned".split()
)
HELD = PERSONS - POLICE - frozenset("he she him her they them who staff".split())
REFERENCES = frozenset("reference ref quote quoting number log crime incident urn".split())
FIGURES = frozenset("figures results statistics tally totals summary round-up roundup recap stats".split())
ASSISTANCE = frozenset(("assistance", "help", "support", "aid"))
CALLED_OUT = frozenset("called responded responding dispatched reports reported".split())
FINDS = frozenset("found discovered uncovered located seized recovered".split())
GOODS = frozenset(
    "cannabis marijuana plants drugs cocaine heroin fentanyl methamphetamine firearm firearms guns handguns rifles "
    "ammunition weapons cash cigarettes tobacco narcotics explosives fireworks".split()
)
ROUNDED_UP = frozenset(
    "arrested arrests arrest arresting detained apprehended custody nabbed captured round-up roundup held".split()
)
EVENTS = frozenset(
    "buyback surrender amnesty checkpoint checkpoints roadblock roadblocks raids crackdown crackdowns blitz campaign "
    "sweeps patrols takedown takedowns".split()
)
OFFICERS_ACT = frozenset(
    "officer deputy agent trooper detective constable team teams investigator "
    "officers detectives deputies agents troopers gardaí gardai specialists inspectors constables investigators pc "
    "marshals rangers soldiers".split()
)
# what police do apart from an action
IDLE = frozenset(
    "appeal appealing appeals thank thanked urge urged asked ask asking want wants joined awarded award honoured "
    "honored graduated sworn retired appointed praised commended remembered died funeral training trained "
    "post promoted promotion retires retirement "
    "commemorated celebrated marched event charity believe believed investigating sentenced convicted killed".split()
)
TALK = frozenset(("engagement", "welfare_visit", "officers_deployed", "forces_involved"))
PAPERS = frozenset(
    "court documents document complaint indictment plea affidavit prosecutors records evidence filings papers "
    "testimony investigation allegations information attorney statement facts charging trial u.s. attorney's".split()
)
REFERRED = frozenset("operation campaign week initiative surrender amnesty buyback".split())  # told as they are
FORMER = frozenset("ones phase phases operation operations sweep sweeps takedowns campaigns events edition".split())
ENFORCED = frozenset("enforcement action encounter arrests apprehension apprehensions".split())
TRIAL = frozenset(("trial", "hearing", "court", "jury"))
PASSIVE = frozenset("was were been are being".split())


def role(doc: Doc, sentence: Sentence, value: Value, named: Actors) -> str | None:
    """The role of a date, or None where no word tells it.

    Args:
        doc, sentence: where the date stands.
        value: a Value of kind "date".
        named: who is named in the release.
    """
    sentence = near(sentence, value.i)
    if doc.scopes[sentence.index] != FACT:
        return None
    label = labelled(doc, sentence, value)
    if label:
        return label
    if value.precision == "period" and _figures(doc, sentence, value):
        return ACTION
    if _dateline(doc, sentence, value) or _as_at(doc, sentence, value) or _reference(doc, sentence, value):
        return PUBLISH
    if value.precision == "relative" and doc.quoted(value.i) and doc.low[value.j : value.j + 1] != ["'s"]:
        return None  # "are turning up on our streets today"
    before = doc.low[max(sentence.i, value.i - 8) : value.i]
    if not PLANNED.isdisjoint(before) or _to_be(doc, sentence, value) or _ahead(doc, value) or _former(before):
        return HEARING  # or another event, to come or gone
    if before[-1:] in (["till"], ["until"]) and not REMANDED.isdisjoint(before):
        return HEARING
    found = _before(doc, sentence, value, named) or _after(doc, sentence, value, named)
    if found is None:
        told = _only_date(sentence, value) and (_deed(doc, sentence) or _police_act(doc, sentence, named))
        return ACTION if told else None
    if found[1] == RUN and "when" in doc.low[value.j : value.j + 2]:
        found = _after(doc, sentence, value, named) or found  # "It ended on 12 June, when officers …"
    token, what = found
    where = near(doc.sentence_of(token), token)
    words = doc.low[sentence.i : sentence.j]
    if what == CRIME and doc.low[token] in CALLED_OUT and _goods_found(doc, where, token):
        return ACTION
    if what == RUN or doc.low[token] in ("happened", "occurred"):
        return _run(doc, sentence, token)
    told_of_person = not named.people.isdisjoint(range(sentence.i, sentence.j)) or "defendant" in words
    surely = _court_papers(words) or (where.index != sentence.index and told_of_person and CARGO.isdisjoint(words))
    if where.index != sentence.index and (told_of_person or not CIVIL.isdisjoint(words)) and _own_story(doc, sentence):
        return CRIME  # "On 3 May, Reed put both girls in a car. Officers stopped it": what Reed did
    if what == ACTION:
        return ACTION if _by_police(doc, where, token, named, surely) else CRIME
    if what == ARREST:
        others = {sense(doc, where, k, named) for k in range(where.i, where.j) if not _to_stop(doc, k)}
        if STRONG.isdisjoint(doc.low[where.i : where.j]):
            others.discard(ACTION)
        if (ACTION in others and not others & {HEARING, CRIME}) or _group(doc, where) or _assisted(doc, where, named):
            return ACTION
    return what


def _to_stop(doc: Doc, token: int) -> bool:
    """Whether "stop" at a token is what a driver ought to do: "failed to stop"."""
    return doc.low[token] == "stop" and doc.low[token - 2] in ("failed", "failing", "refused", "fails", "failure")


def _goods_found(doc: Doc, sentence: Sentence, token: int) -> bool:
    """Whether those called out came upon goods, and nothing worse: "were called … on 14 June and found 300 plants"."""
    low = doc.low
    finds = [k for k in range(token + 1, sentence.j) if low[k] in FINDS]
    worse = (senses().get(low[k]) == CRIME for k in range(sentence.i, sentence.j) if low[k] not in CALLED_OUT)
    return bool(finds) and not GOODS.isdisjoint(low[finds[0] : min(sentence.j, finds[0] + 9)]) and not any(worse)


def _as_at(doc: Doc, sentence: Sentence, value: Value) -> bool:
    """Whether figures are given as they stood on a date: "results as at noon today", "as of 5 May"."""
    before = doc.low[max(sentence.i, value.i - 4) : value.i]
    return "as" in before and before[before.index("as") + 1 :][:1] in (["at"], ["of"])


def _reference(doc: Doc, sentence: Sentence, value: Value) -> bool:
    """Whether a date is part of a reference: "quoting reference number 1904 14/10/21"."""
    before = doc.low[max(sentence.i, value.i - 5) : value.i]
    return "/" in doc.low[value.i : value.j] and not REFERENCES.isdisjoint(before)


def _figures(doc: Doc, sentence: Sentence, value: Value) -> bool:
    """Whether figures of what police did are given for a period: "its figures for the long weekend, June 30 to …"."""
    before = doc.low[max(sentence.i, value.i - 12) : value.i]
    at = next((k for k in range(len(before) - 1, -1, -1) if before[k] in FIGURES), None)
    return at is not None and before[at + 1 : at + 2] in (["for"], ["from"], ["of"], [","], ["–"], [":"])


def _only_date(sentence: Sentence, value: Value) -> bool:
    return not any(other.kind == "date" and other is not value for other in sentence.values)


def _deed(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence tells what police did, in words that no single trigger tells: "were gone through"."""
    return any(deed.tactic not in TALK for deed in _by_officers(doc, sentence))


def _own_story(doc: Doc, sentence: Sentence) -> bool:
    """Whether a sentence tells of a person neither travelling nor met by police."""
    words = doc.low[sentence.i : sentence.j]
    soft = any(senses().get(word) == SOFT for word in words)
    return not soft and CARGO.isdisjoint(words) and POLICE.isdisjoint(words)


def _police_act(doc: Doc, sentence: Sentence, named: Actors) -> bool:
    """Whether police are the first doers of a sentence: "PC Reed set off with five colleagues … on 19 April"."""
    low = doc.low
    if sentence.kind != "prose" or not IDLE.isdisjoint(low[sentence.i : sentence.j]):
        return False
    for token in range(sentence.i, min(sentence.j, sentence.i + 30)):
        if low[token] in OFFICERS_ACT or (low[token] == "members" and token + 3 in named.bodies):
            first = token
            while first > sentence.i and (
                doc.raw[first - 1][0].isupper() or low[first - 1] in ("the", "two", "police")
            ):
                first -= 1
            return token + 1 < sentence.j and low[first - 1] not in ("by", "to", "from", "of", "for", "with", "handed")
        if low[token] in CIVIL or (token in named.people and low[token - 1] not in OFFICERS_ACT):
            return False
    return False


def _by_officers(doc: Doc, sentence: Sentence) -> list[Deed]:
    """The deeds of a sentence that are told of police or in the passive, not of somebody accused."""
    words = doc.low[sentence.i : sentence.j]
    if not {"defendant", "defendants", "accused"}.isdisjoint(words):
        return []
    police = not OFFICERS.isdisjoint(words)
    return [deed for deed in deeds(doc, sentence) if police or deed.i < deed.verb]


def _to_be(doc: Doc, sentence: Sentence, value: Value) -> bool:
    """Whether the clause before a date looks ahead: "will be conducting another checkpoint on March 8"."""
    for token in range(value.i - 1, max(sentence.i, value.i - 16) - 1, -1):
        if doc.low[token] in (";", ",", "and", "who", "which", "after"):
            return False
        if doc.low[token] == "will":
            return doc.low[token + 1] == "be"
    return False


def _former(before: list[str]) -> bool:
    """Whether the words before a date tell of another such operation: "earlier ones took place on January 11"."""
    at = next((k for k in range(len(before) - 1) if before[k] in ("earlier", "previous", "prior")), None)
    return at is not None and before[at + 1] in FORMER


def _ahead(doc: Doc, value: Value) -> bool:
    """Whether a date lies after publication: "Extra patrols are planned from 15 to 17 March"."""
    published, first = iso(doc.published), iso(value.first)
    return published is not None and first is not None and first - published > timedelta(1)


def _court_papers(words: list[str]) -> bool:
    """Whether a sentence tells what papers of a court say, so that its subjects are those accused."""
    if "according" not in words:
        return False
    at = words.index("according")
    return not PAPERS.isdisjoint(words[at : at + 10])


def _run(doc: Doc, sentence: Sentence, token: int) -> str:
    """The role that "ran", "held" or "took place" at a token gives, by what did so or what was held."""
    before = doc.low[max(sentence.i, token - 14) : token]
    if not TRIAL.isdisjoint(before[-6:]):
        return HEARING
    if doc.low[token] in ("held", "opened") and before and before[-1] in POLICE:
        return ACTION  # "officers held three parcels"
    told = {senses().get(word) for word in doc.low[max(sentence.i, token - 30) : token]}
    if doc.low[token] == "took" and ACTION in told and CRIME not in told and REFERRED.isdisjoint(before):
        return ACTION  # "the search took place on 3 May"
    if doc.low[token] in ("happened", "occurred"):
        acts = ACTION in told or not ENFORCED.isdisjoint(before[-4:])
        return ACTION if acts and CRIME not in told else CRIME
    crimes = CRIME in told and not told & {ACTION, ARREST} and (AIMED_AT | REFERRED).isdisjoint(before)
    return CRIME if crimes and doc.low[token] in ("took", "ran", "spanned") else RUN  # "the robberies took place …"


def _dateline(doc: Doc, sentence: Sentence, value: Value) -> bool:
    """A date that opens the release or stands alone: "JUNE 8, 2021 (LINCOLN, NEB.) —", "Release Date: …"."""
    low, i, j = doc.low, value.i, value.j
    before = low[i - 1] if i > sentence.i else ""
    after = low[j] if j < sentence.j else ""
    full = any(len(word) == 4 and word.isdecimal() for word in low[i:j])
    if (full and i < 8 and value.first and value.first == doc.published) or (
        before == ":" and low[max(sentence.i, i - 2)] in LABELS
    ):
        return True
    follows = doc.value_at.get(j)
    if follows is not None and follows.kind == "time" and "-" in low[i:j]:
        return True  # a time stamp
    if i - sentence.i > 3 and before not in ("–", "—", "-", ")", ","):
        return False
    if j - i >= sentence.j - sentence.i - 3 and sentence.kind != "item":
        return True
    if after in ("–", "—", "-", "|", "(", "/", ":") and full:
        return True
    published = full or not doc.published or value.first == doc.published
    opens = before in ("–", "—", "-") or (before == "," and i - sentence.i < 5)
    return published and opens and after in ("–", "—", "-", ":")


def _before(doc: Doc, sentence: Sentence, value: Value, named: Actors) -> tuple[int, str] | None:
    """The nearest word before the date in its clause that gives it a role."""
    low, at = doc.low, value.i - 1
    while at >= sentence.i and (low[at] in BEFORE_DATE or at in doc.value_at or _joins_dates(doc, at)):
        if low[at] == "," and at < value.i - 1:
            break
        at -= 1
    if at > sentence.i and low[at] == "," and not any(word[0].isalnum() for word in low[value.j : sentence.j]):
        at -= 1  # the date ends the sentence: "were arrested in Hull, about 1pm yesterday."
    if at < sentence.i or low[at] in ("and", "but", ",", ";", "then", "that", "&", "–", "—", ":"):
        return None
    for token in range(at, max(sentence.i - 1, at - 22), -1):
        if low[token] in BOUNDARY and token < at:
            return None
        what = sense(doc, sentence, token, named)
        if what == CRIME and not AIMED_AT.isdisjoint(low[max(sentence.i, token - 4) : token]):
            continue  # "a crackdown on burglary"
        if what and what != SOFT:
            return token, what
    return None


def _clause_with_date(doc: Doc, token: int, end: int) -> bool:
    """Whether "and" at a token opens a clause with a date of its own: "…, and on June 6 they searched it"."""
    for k in (token + 1, token + 2):
        value = doc.value_at.get(k) if k < end else None
        if value and value.kind == "date":
            return k == token + 1 or doc.low[token + 1] in ("on", "in", "by", "at", "the")
    return False


def _joins_dates(doc: Doc, token: int) -> bool:
    """Whether "and" at a token joins two dates: "executed on 3 May and 7 June"."""
    before = doc.value_at.get(token - 1)
    return doc.low[token] in ("and", "&") and before is not None and before.kind == "date"


def _after(doc: Doc, sentence: Sentence, value: Value, named: Actors) -> tuple[int, str] | None:
    """The first word after the date that gives it a role, in the next sentence where the date opens its own."""
    low, last = doc.low, sentence.index + 1
    if value.i - sentence.i <= OPENING:
        while (
            last < len(doc.sentences)
            and last <= sentence.index + 2
            and doc.sentences[last].paragraph == sentence.paragraph
        ):
            last += 1
    for where in (sentence, *doc.sentences[sentence.index + 1 : last]):
        if doc.scopes[where.index] != FACT or (where is not sentence and any(v.kind == "date" for v in where.values)):
            break
        for token in range(value.j if where is sentence else where.i, where.j):
            if low[token] == ";" or (low[token] == "and" and _clause_with_date(doc, token, where.j)):
                break
            what = sense(doc, where, token, named)
            if what == CRIME and not BACKGROUND.isdisjoint(low[max(where.i, token - 4) : token]):
                continue
            if what and what != SOFT:
                return token, what
        if where is sentence and _only_date(sentence, value):
            for deed in _by_officers(doc, sentence):
                if deed.verb >= value.j and deed.tactic not in TALK:
                    return deed.verb, ACTION
    return None


def _by_police(doc: Doc, sentence: Sentence, token: int, named: Actors, surely: bool) -> bool:
    """Whether police do what the action word at a token says.

    Args:
        doc, sentence, token: the word.
        named: who is named in the release.
        surely: a subject must say so; else it is enough that none speaks against it.
    """
    if doc.low[token] in EVENTS or (not surely and (doc.low[token] not in ANYBODY or sentence.kind != "prose")):
        return True
    before = doc.low[sentence.i : token]
    if before[-1:] in (["he"], ["she"], ["i"]):
        return False  # "Reed told investigators he bought the gun on 12 June"
    if doc.low[token] in ("stop", "stops") and before[-1:] in (["traffic"], ["vehicle"], ["car"], ["routine"]):
        return True
    if (
        not POLICE.isdisjoint(before)
        or not PASSIVE.isdisjoint(before[-4:])
        or not named.bodies.isdisjoint(range(sentence.i, token))
    ):
        return True
    if doc.low[token] == "undercover":  # those who met an undercover officer are told of the accused
        return CIVIL.isdisjoint(before) and named.people.isdisjoint(range(sentence.i, token))
    if surely or doc.low[token] in WEAK:
        return doc.low[token] in ("concealed", "hidden", "seized", "warrant", "warrants") or "they" in before
    return CIVIL.isdisjoint(before) and named.people.isdisjoint(range(sentence.i, token))


def _assisted(doc: Doc, sentence: Sentence, named: Actors) -> bool:
    """Whether another force helped: "were nabbed in Siliguri on 8 May with the assistance of the Border Force"."""
    for token in range(sentence.i, sentence.j - 2):
        if doc.low[token] == "with" and not ASSISTANCE.isdisjoint(doc.low[token + 1 : token + 3]):
            return not named.bodies.isdisjoint(range(token, min(sentence.j, token + 9)))
    return False


def _group(doc: Doc, sentence: Sentence) -> bool:
    """Whether three or more people were arrested: a round-up."""
    for value in sentence.values:
        if value.kind == "number" and (value.number or 0) >= 3 and value.j < sentence.j:
            behind = doc.low[value.j : min(sentence.j, value.j + 8)]
            people = not HELD.isdisjoint(behind[:5]) and not ROUNDED_UP.isdisjoint(behind)
            if people or not ROUNDED_UP.isdisjoint(doc.low[max(sentence.i, value.i - 3) : value.i] + behind[:4]):
                return True
    return False
