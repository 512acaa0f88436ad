"""Tactics said by a noun ("31 search warrants were executed", "on patrol"): when the noun reports that it was done."""

from beatbook.grammar import covert_nouns, service_nouns, street_nouns
from beatbook.grammar.counting import Count, counted, how_often, plural
from beatbook.grammar.tactic_words import object_at
from beatbook.grammar.undergone import bare_plural, number_after, numbers_after, places_before, under_warrant
from beatbook.grammar.windows import near
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.lexicons import Term

EXECUTED = frozenset(
    "executed executing execute serve execution carried carrying served serving conducted conducting completed "
    "enforced effected cleared closed undertook undertaken led saw following after during simultaneous resulted "
    "including included made mounted under armed acting obtained actioned attended involved alongside follow follows "
    "series swooped descended raided turned uncovered yielded brought netted granted".split()
)
SEARCH_KIND = frozenset("search drug drugs firearm firearms misuse premises s8 pace s23 production cdsa entry".split())
AT_ONCE = frozenset(
    "simultaneous coordinated co-ordinated separate planned synchronised synchronized follow-up further".split()
)
RESULTED = frozenset("led leading resulted resulting saw arrests including included total".split())
SERVED = frozenset("executed served carried serve execute serving executing".split())
PAPERLESS = frozenset(
    "phone phones cellphone cellphones account accounts device devices facebook instagram icloud records".split()
)
PAPERS = frozenset("affidavit affidavits application applications card return returns officer officers".split())
PERSON_KIND = frozenset(
    "arrest bench outstanding active felony misdemeanor wanted probable existing recall capias".split()
)
ON_WARRANT = frozenset("on wanted outstanding issued without for issue open had has".split())
ORDINALS = frozenset("first second third fourth fifth final last".split())
ENTRY = frozenset(("doors", "seizure", "entry", "entries"))
RAM = frozenset("ram armed robbery smash air night-time bombing border".split())
AFTER_SEARCH = frozenset(
    "across throughout around near this yesterday today earlier last over by to led resulted which that with after as "
    "of at in on was were has have had took are being , . ; ) conducted carried executed there".split()
)
MADE = frozenset(
    "executed completed carried conducted conducting made mounted undertaken undertook following took "
    "planned".split()
)
SEARCHED_ELSE = frozenset(
    "vehicle vehicles car van truck person persons luggage baggage phone phones online database internet records "
    "history engine bag suitcase body strip dna missing for web computer google unauthorized unauthorised".split()
)
AT_PLACES = frozenset(
    ("weapon_sweep", "knife_arch", "welfare_visit", "closure_order", "amnesty", "test_purchase", "checkpoint", "anpr")
)
OCCASIONS = frozenset("occasions occasion times dates nights days evenings".split())
BROUGHT = frozenset(
    "brought turned revealed uncovered yielded found led recovered unearthed produced disclosed netted resulted".split()
)
FOLLOWING = frozenset("one another subsequent second third follow-up further later separate".split())
ARRESTED = frozenset("picked arrested wanted held jailed detained caught apprehended".split())
GENERAL_VERBS = frozenset(
    "is remain remains will can may could would should help helps continue continues have must".split()
)
ANOTHER_REACH = 24  # tokens
BARE = frozenset(("search", "stop"))
SEARCHED_PLACES = frozenset(
    "premises homes houses addresses properties vehicles cars home house residential commercial raids area".split()
)
ON_STREET = frozenset(
    "stop stops stopped section s60 s1 positive 60 people person persons individuals knife street streets weapons "
    "outcome outcomes".split()
)
ON_ROAD = frozenset(
    "traffic vehicle vehicles motorists road roads highway drivers driver citations tickets car cars speeding".split()
)


def told(doc: Doc, sentence: Sentence, term: Term) -> list[tuple[str, Count]]:
    """The tactic that a noun reports and how many; several where a search was made of several kinds of places.

    Args:
        doc, sentence: where the term stands.
        term: a row of ``activities.csv`` found there.
    """
    if term.row["term"] in BARE:
        tactic = _bare(doc, near(sentence, term.i), term)
        if tactic:
            return [(tactic, counted(doc, near(sentence, term.i), term.i, term.j))]
    count = accepted(doc, sentence, term)
    if count and term.row["tactic"] in street_nouns.OF_VEHICLES and not count.number:
        checked = street_nouns.checked(doc, near(sentence, term.i), term)
        if checked:
            return [(tactic, each._replace(i=min(each.i, count.i) if tactic == checked[0][0] else each.i))
                    for tactic, each in checked]
    if term.row["tactic"] == "premises_search" and "search" in doc.low[term.j - 1]:
        part = near(sentence, term.i)
        end = under_warrant(doc, part, term.j)  # "carried out 14 searches under warrant"
        if end:
            return [("warrant", (count or counted(doc, part, term.i, term.j))._replace(j=end))]
        kinds = numbers_after(doc, part, term.j) if count else []
        if count and len(kinds) > 1 and count.number == sum(kind.number or 0 for kind in kinds):
            return [
                (term.row["tactic"], kind._replace(i=min(kind.i, count.i) if kind is kinds[0] else kind.i))
                for kind in kinds
            ]
    tactic = term.row["tactic"]
    if tactic == "engagement" and count and service_nouns.cuckooing(doc, count, term):
        tactic = "welfare_visit"
    return [(tactic, count), *((tactic, more) for more in _another(doc, sentence, term, count))] if count else []


def _another(doc: Doc, sentence: Sentence, term: Term, count: Count) -> list[Count]:
    """Those told without their noun: "a warrant in Mill Lane and another in Park Road"."""
    if term.row["tactic"] not in ("warrant", "premises_search") or count.number != 1:
        return []
    low = doc.low
    return [
        Count(1, "exact", k, k + 2)
        for k in range(term.j + 2, min(sentence.j - 1, term.j + ANOTHER_REACH))
        if low[k] in ("another", "second", "third") and low[k + 1] in ("in", "at", "on")
        and (low[k - 1] in ("and", ",") or low[k - 2] in ("and", ","))
    ]


def _bare(doc: Doc, sentence: Sentence, term: Term) -> str | None:
    """What a counted "searches" or "stops" without a place means: "carried out 1,380 searches", "made 45 stops"."""
    if not plural(doc.low[term.j - 1]):
        return None
    count = counted(doc, sentence, term.i, term.j)
    if (count.number or 0) < 3 or (term.i > sentence.i and doc.low[term.i - 1] in ("bus", "tram", "train", "rest")):
        return None
    words = service_nouns.words_of(doc, sentence)
    if not SEARCHED_ELSE.isdisjoint(doc.low[count.i : term.i]):
        return None  # "70 unauthorised searches"
    if term.row["term"] == "search":
        after = doc.low[term.j : term.j + 1]
        if words & SEARCHED_PLACES or after in (["of"], ["at"]) or words & {"warrant", "warrants"}:
            return None
        return "stop_and_search" if words & ON_STREET or (count.number or 0) >= 100 else None
    over = count.i > sentence.i and doc.low[count.i - 1] in ("over", "across", "from") and words & ON_ROAD
    if not (over or words & street_nouns.MADE_STOPS or sentence.kind != "prose"):
        return None
    if words & ON_ROAD:
        return "vehicle_stop"
    return "stop_and_search" if words & {"search", "searches", "searched", "knife", "weapons"} else "vehicle_stop"


def accepted(doc: Doc, sentence: Sentence, term: Term) -> Count | None:
    """How many of a tactic a noun reports, or None where it reports none."""
    sentence = near(sentence, term.i)
    if doc.value_at.get(term.i) is not None and doc.value_at[term.i].kind == "date":
        return None
    count = counted(doc, sentence, term.i, term.j)
    if count.negated:
        return None
    general = count.number is None and term.j < sentence.j and doc.low[term.j] in GENERAL_VERBS
    if general and doc.low[term.j : term.j + 2] not in (["have", "been"], ["is", "in"], ["remain", "in"]):
        return None  # "stop and search is …", "patrols will continue"
    judge = service_nouns.visit if term.row["term"] in ("visit", "check") else JUDGES.get(term.row["tactic"])
    found = judge(doc, sentence, term, count) if judge else count
    if found and found.modifier == "exact" and bare_plural(doc, found, term.j) and term.row["tactic"] in AT_PLACES:
        places = number_after(doc, sentence, term.j)  # "knife arches at three stations"
        if places and (places.number or 0) > 1:
            return places._replace(i=found.i)
        times = _times(doc, sentence, term.j)
        if times:
            return Count(times.whole, times.modifier, found.i, times.j + 1)
    if found and found.modifier == "exact" and bare_plural(doc, found, term.j) and (told := _in_all(doc, sentence)):
        return Count(told.whole, told.modifier, found.i, told.j + 2)
    return found


def _in_all(doc: Doc, sentence: Sentence) -> Value | None:
    """The sum that a sentence ends with: "warrants were executed in Leeds, Hull and York, nine in all"."""
    value = sentence.values[-1] if sentence.values else None
    if value is None or value.kind != "number" or doc.low[value.i - 1] not in (",", "–", "—"):
        return None
    return value if doc.low[value.j : value.j + 2] in (["in", "all"], ["in", "total"]) else None


def _times(doc: Doc, sentence: Sentence, j: int) -> Value | None:
    """How often: "knife arches were put up on three occasions"."""
    times = how_often(doc, sentence, j, j + 8, OCCASIONS)
    return times if times and doc.low[times.i - 1] == "on" and (times.number or 0) > 1 else None


def _phrase(doc: Doc, count: Count, term: Term) -> set[str]:
    return set(doc.low[max(0, count.i - 1) : term.j])


def _warrant(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    phrase = set(doc.low[count.i : term.j])
    words = service_nouns.words_of(doc, sentence)
    before = doc.low[count.i - 1] if count.i > sentence.i else ""
    number = count.number or 0
    if not PAPERLESS.isdisjoint(doc.low[term.j : min(sentence.j, term.j + 6)]):
        return None  # "a search warrant for his phone"
    after = doc.low[term.j : min(sentence.j, term.j + 7)]
    if not PAPERS.isdisjoint(after[:1]):
        return None
    if "issuance" in doc.low[max(sentence.i, count.i - 3) : count.i] or ("issued" in after and "arrest" in after):
        return None
    if doc.low[count.i : term.j] == ["warrant"] and before in ("under", "by", "with"):
        return None  # "searched under warrant"
    consent = doc.value_at.get(count.i - 2) if before == "under" and count.number is None else None
    if consent is not None and consent.kind == "number" and consent.j == count.i - 1 and consent.number:
        return Count(consent.whole, consent.modifier, consent.i, term.j)  # "17 under federal warrants"
    if before == "on" and number < 2 and not ARRESTED.isdisjoint(doc.low[max(sentence.i, count.i - 5) : count.i]):
        return None  # "two were picked up on drug warrants"
    search = bool(phrase & SEARCH_KIND) or "search" in doc.low[max(sentence.i, count.i - 2) : count.i]
    for_place = any(
        (hit := object_at(doc.low, at, sentence.j)) and "premises" in hit[1]
        for at in range(term.j + 1, min(sentence.j, term.j + 6))
    )
    if not ORDINALS.isdisjoint(phrase) and number == 1:
        count = count._replace(definite=False)  # "the first warrant, in Elm Road, turned up £9,000"
    of_person = (
        "outstanding" in after
        or phrase & PERSON_KIND or before in ON_WARRANT or (doc.low[term.j : term.j + 1] == ["for"] and not for_place)
    )
    around = doc.low[max(sentence.i, count.i - 4) : min(sentence.j, term.j + 4)]
    done = number > 1 or (plural(doc.low[term.j - 1]) and not SERVED.isdisjoint(around))
    if of_person and not search and not (done and words & (SERVED | {"cleared", "closed"})):
        return None
    if before in ON_WARRANT and not search and number < 2:
        return None
    if (sentence.kind != "prose" and number > 1) or (number > 1 and not words & {"issued", "wanted", "outstanding"}):
        return count
    if not words & EXECUTED and not search and doc.low[max(sentence.i, count.i - 2) : count.i] != ["there", "was"]:
        at_place = doc.low[term.j : term.j + 1] in (["at"], ["on"], ["in"]) and (
            number_after(doc, sentence, term.j) or doc.raw[min(term.j + 1, sentence.j - 1)][0].isupper()
        )
        return count if at_place and count.number == 1 else None
    if bare_plural(doc, count, term.j) or count.modifier == "vague":
        places = number_after(doc, sentence, term.j)
        if places is None and before in ("with", "to") and "arrest" not in phrase:
            places = places_before(doc, sentence, count.i)  # "visited 21 addresses armed with search warrants"
        if places and (places.number or 0) > 1:
            return places._replace(i=min(places.i, count.i), j=max(places.j, term.j))
    return count


def _raid(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    head = doc.low[term.j - 1]
    after_search = doc.low[term.j] if term.j < sentence.j else ""
    if not ENTRY.isdisjoint(doc.low[term.i : term.j]):  # "doors went in at six homes"
        doors = count if (count.number or 0) > 1 else None
        unsaid = Count(1, "exact", term.i, term.j) if "effected" in doc.low[term.i : term.j] else None
        return number_after(doc, sentence, term.j) or doors or unsaid
    if head.startswith(("raid", "swoop")):
        name = doc.raw[term.j - 1].isupper() and not doc.raw[sentence.j - 2].isupper()  # "RAID investigators"
        if (
            name
            or _phrase(doc, count, term) & RAM
            or (doc.raw[term.j - 1][0].isupper() and sentence.kind == "prose" and term.i > sentence.i)
        ):
            return None
        if doc.low[count.i - 1] == "of" and doc.low[count.i - 2] in ("target", "subject", "focus"):
            count = places_before(doc, sentence, count.i) or count  # "seven homes were the target of dawn raids"
        places = number_after(doc, sentence, term.j)
        return (
            places._replace(i=count.i, definite=count.definite)
            if places and count.number is None and places.number
            else count
        )
    if doc.low[max(0, count.i - 1)] == "for" or (
        doc.low[term.i - 1] in ("order", "orders") and not number_after(doc, sentence, term.j)
    ):
        return None  # "detained for a search"
    if doc.low[count.i - 1 : count.i + 1] == ["in", "search"]:
        return None  # "went there in search of a house"
    if term.j - term.i > 1:
        if doc.low[term.j : term.j + 1] in (["warrant"], ["warrants"]):
            return None
        places = number_after(doc, sentence, term.j) if bare_plural(doc, count, term.j) else None
        return places._replace(i=count.i) if places and places.number else count
    if head == "search" and after_search in BROUGHT and not FOLLOWING.isdisjoint(doc.low[count.i : term.i]):
        return count  # "one search brought to light", "a subsequent search turned up"
    further = AFTER_SEARCH | {"and"} if head == "searches" else AFTER_SEARCH
    if doc.low[term.j : term.j + 1] and doc.low[term.j] not in further and not doc.low[term.j].endswith("ly"):
        return None
    places = number_after(doc, sentence, term.j)  # a search is of premises where they are named, or where it is made
    if places is None:
        before, after = doc.low[max(sentence.i, count.i - 4) : count.i], doc.low[term.j : min(sentence.j, term.j + 4)]
        made = not MADE.isdisjoint(before) or (not MADE.isdisjoint(after) and "of" not in after[:1])
        located = after[:1] in (["in"], ["at"], ["on"]) or "in" in after or head == "searches"
        turned_up = count.number == 1 and after[:1] in (["in"], ["at"], ["there"]) and not BROUGHT.isdisjoint(
            doc.low[term.j : min(sentence.j, term.j + 6)])  # "a search in Thiès turned up …"
        several = (count.number or 0) > 1 and (
            not {"arrest", "arrests"}.isdisjoint(after) or not AT_ONCE.isdisjoint(doc.low[count.i : term.i])
            or not RESULTED.isdisjoint(doc.low[max(sentence.i, count.i - 9) : count.i])
        )
        made = several or turned_up or (made and located)
        return count if made and SEARCHED_ELSE.isdisjoint(doc.low[count.i : min(sentence.j, term.j + 8)]) else None
    if (count.number or 0) > 1 or (places.number is None and not bare_plural(doc, places, places.j)):
        return count._replace(definite=count.definite or (places.definite and count.number is None))
    if places.number is None and count.number == 1 and bare_plural(doc, places, places.j):
        return count._replace(number=None)  # "a search of barns"
    first_told = places.number is not None and not places.definite  # "the search of a flat" points to nothing before
    return places._replace(i=count.i, definite=count.definite and not first_told)


JUDGES = {
    "warrant": _warrant,
    "premises_search": _raid,
    "patrol": street_nouns.patrol,
    "vehicle_stop": street_nouns.stop,
    "stop_and_search": street_nouns.stop,
    "checkpoint": street_nouns.checkpoint,
    "knife_arch": street_nouns.arch,
    "anpr": covert_nouns.present,
    "surveillance": covert_nouns.present,
    "undercover": covert_nouns.present,
    "engagement": service_nouns.engagement,
    "amnesty": service_nouns.amnesty,
    "court_order": service_nouns.order,
    "closure_order": service_nouns.order,
    "welfare_visit": service_nouns.welfare,
    "test_purchase": service_nouns.test_purchase,
    "weapon_sweep": service_nouns.sweep,
}
