"""Work with the community and orders, said by a noun ("203 school talks", "a closure order"): when it was done."""

from beatbook.grammar.counting import Count, plural
from beatbook.grammar.tactic_words import object_at
from beatbook.grammar.undergone import bare_plural, number_after, places_ahead, places_before
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value
from beatbook.lexicons import Term

BUYERS = frozenset(
    "cadets cadet volunteer volunteers teenagers teenager underage child children youngsters decoys decoy minors "
    "minor youths".split()
)
SALES = frozenset("minors underage decoy decoys sold sell sales buy buyer purchase purchases".split())
DELIVERED = frozenset(
    "gave given give giving delivered delivering held holding ran running hosted hosting led handed distributed "
    "distributing provided posted received staged organised organized conducted carried took attended made completed "
    "including drew attracted welcomed saw".split()
)
YOUNG = frozenset(
    "school schools pupils students youth college colleges community young residents retailers businesses children "
    "crime knife elderly seniors anti-deception anti-scam anti-fraud fraud scam scams safety prevention awareness "
    "drugs cyber parents tenants women drivers motorists workers".split()
)
TALKS = frozenset(
    "talk talks presentation presentations workshop workshops assembly assemblies input inputs leaflet leaflets "
    "session sessions lesson lessons seminar seminars lecture lectures letter letters".split()
)
GRANTED = frozenset(
    "obtained secured granted issued imposed given handed made served subject put place used using authorised applied "
    "received ordered got implemented comply effect force came took produced resulted led saw closed shut hit slapped "
    "successful covering cover covers covered remained operation active won awarded sought enforced signed "
    "extended bars bans prevents prohibits forbids lasting lasts runs expires".split()
)
BINDING = frozenset("given issued handed served received with made subject under placed got".split())
PEOPLE = frozenset(
    "people men women boys girls youths teenagers individuals males offenders persons members defendants".split()
)
BESIDE_SWEEPS = frozenset("searches knife knives weapon weapons blades".split())  # "41 stop searches and 12 sweeps"
VICTIMS = frozenset("victim she doe wife girlfriend ex-girlfriend ex-wife mother".split())
HAD = frozenset("had received got paid given".split())
GOT = frozenset("got obtained filed sought had against".split())
WEAPONS = frozenset(
    "rifle rifles knife knives gun guns firearm firearms weapon weapons crossbow crossbows shotgun shotguns pistol "
    "pistols revolver revolvers ammunition blade blades sword swords machete machetes".split()
)
BREACH = frozenset(
    "breach breaching breached violate violated violating violation contrary contravention disobeying".split()
)


def words_of(doc: Doc, sentence: Sentence) -> set[str]:
    """The words of a sentence, lower case."""
    return set(doc.low[sentence.i : sentence.j])


def engagement(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    words = words_of(doc, sentence)
    if doc.low[term.j - 1] in TALKS and not (count.number or 0) > 1:
        places = number_after(doc, sentence, term.j) or places_ahead(doc, sentence, term.j)
        if places and (places.number or 0) > 1:  # "lectures in 14 schools"
            return places._replace(i=count.i)
    if doc.low[term.j - 1] in TALKS and len(doc.low[term.i : term.j]) == 1:
        near = set(doc.low[max(sentence.i, term.i - 7) : min(sentence.j, term.j + 5)])
        if not (near & DELIVERED or (sentence.kind != "prose" and count.number)) or not (
            words & YOUNG or "leaflet" in doc.low[term.i]
        ):
            return None
    elif (count.number or 0) < 2 and not words & DELIVERED:
        return None
    if count.number is None:
        places = number_after(doc, sentence, term.j)
        if (
            places
            and (places.number or 0) > 1
            and (doc.low[term.j - 1] in TALKS or doc.low[term.j - 1] == "advice" or bare_plural(doc, count, term.j))
        ):
            return places._replace(i=count.i)
    return count


def amnesty(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    if doc.raw[term.i] == "Amnesty" and doc.low[term.j : term.j + 1] == ["international"]:
        return None
    word = doc.low[term.j - 1]
    if term.row["term"].endswith((" surrendered", " in")):
        armed = not WEAPONS.isdisjoint(doc.low[sentence.i : sentence.j])
        return Count(None, "exact", term.i, term.j) if armed else None
    if word == "surrenders" and doc.low[term.j : term.j + 1] != ["of"]:
        return None  # "when he surrenders to the court"
    if word == "surrender" and term.j - term.i == 1:
        before = doc.low[term.i - 1] if term.i > sentence.i else ""
        if before not in (
            "the",
            "a",
            "this",
            "firearms",
            "gun",
            "knife",
            "weapons",
            "national",
            "nationwide",
            "voluntary",
            "compensated",
            "month-long",
            "week-long",
            "fortnight-long",
            "two-week",
            "our",
            "'s",
        ):
            return None
    bins = word.startswith(("bin", "box", "bank"))
    held = word.startswith(("buyback", "buy-back", "event", "back")) and (count.number or 0) > 0 and not count.definite
    if bins and count.j > term.j and term.i > sentence.i and doc.low[term.i - 1] in ("of", "from", "in", "into", "via"):
        return Count(None, "exact", term.i, term.j)  # "Knives out of surrender bins: 1,049"
    return count._replace(number=count.number if bins or held else None, definite=count.definite and bins)


def _before_order(doc: Doc, count: Count) -> bool:
    """Whether the phrase follows what is done with an order: "were given …", "were made the subject of …"."""
    return not BINDING.isdisjoint(doc.low[max(0, count.i - 5) : count.j])


def _bound(doc: Doc, sentence: Sentence, count: Count, term: Term) -> Count | None:
    """Those that an order is made against: "two shops were closed under closure orders", "two people were given …"."""
    for value in sentence.values:
        if value.kind != "number" or value.j > count.i or (value.number or 0) < 2:
            continue
        for at in range(value.j, min(count.i, value.j + 4)):
            hit = object_at(doc.low, at, count.i)
            if doc.low[at] in PEOPLE or (hit and "premises" in hit[1] and term.row["tactic"] == "closure_order"):
                return Count(value.whole, value.modifier, value.i, term.j)
    return None


def _bound_after(doc: Doc, sentence: Sentence, j: int) -> Value | None:
    """The number of people that orders are served on: "gang injunctions were served on six men"."""
    for value in sentence.values:
        led = j < value.i < j + 7 and doc.low[value.i - 1] in ("on", "against", "to", "for")
        if led and value.kind == "number" and (value.number or 0) > 1:
            people = not PEOPLE.isdisjoint(doc.low[value.j : min(sentence.j, value.j + 3)])
            return value if people else None
    return None


def order(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    words = words_of(doc, sentence)
    after = term.j + 3 * (doc.low[term.j : term.j + 1] == ["("] and doc.low[term.j + 2 : term.j + 3] == [")"])
    if after < sentence.j and doc.low[after] in ("search", "searches", "check", "checks", "compliance"):
        return None  # "66 Firearm Prohibition Order (FPO) searches"
    around = doc.low[max(sentence.i, count.i - 5) : min(sentence.j, term.j + 4)]
    if not BREACH.isdisjoint(around) or (doc.low[count.i - 1] in ("of", "with") and "possession" in words):
        return None
    if term.row["term"] == "restraining order" and not words.isdisjoint(VICTIMS) and not words.isdisjoint(GOT):
        return None  # what a victim asked for
    if term.row["term"] == "full closure" and "road" in words:
        return None
    general = doc.low[term.j : term.j + 1] == ["is"] and doc.low[term.j + 1 : term.j + 2] not in (["now"], ["in"])
    if count.number == 1 and general:
        return None  # "an injunction is …"
    few = bare_plural(doc, count, term.j) or count.number == 1
    if few and _before_order(doc, count):
        bound = _bound(doc, sentence, count, term)
        if bound:
            return bound
    if bare_plural(doc, count, term.j) or (count.number is None and not count.definite):
        places = number_after(doc, sentence, term.j)  # "closure orders on both premises"
        if places and (places.number or 0) > 1:
            return places._replace(i=count.i, definite=False)
    in_force = not {"terms", "conditions"}.isdisjoint(doc.low[max(sentence.i, count.i - 3) : count.i])
    served = _bound_after(doc, sentence, term.j) if bare_plural(doc, count, term.j) else None
    if served:
        return Count(served.whole, served.modifier, count.i, served.j + 1)
    return count if in_force or words & GRANTED or (count.number or 0) > (sentence.kind == "prose") else None


def test_purchase(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    if term.row["term"].startswith("compliance") and words_of(doc, sentence).isdisjoint(SALES):
        return None
    if doc.low[term.j - 2 : term.j] in (["to", "buy"], ["to", "purchase"]):
        if BUYERS.isdisjoint(doc.low[sentence.i : sentence.j]):
            return None
        count = Count(None, "exact", term.i, term.j)
    places = number_after(doc, sentence, term.j) if count.number is None else None
    return places._replace(i=count.i) if places and (places.number or 0) > 1 else count


def cuckooing(doc: Doc, count: Count, term: Term) -> bool:
    """Whether a phrase names visits for cuckooing, in quotes or not: "100 ‘cuckooing’ visits"."""
    vulnerable = "vulnerable" in doc.low[term.j : term.j + 3]
    return vulnerable or any(word.startswith("cuckoo") for word in doc.low[count.i : term.i])


def visit(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    """ "visits to 12 schools", "45 checks on addresses linked to cuckooing": told by where they are made."""
    words = doc.low[sentence.i : sentence.j]
    vulnerable = any(word.startswith("cuckoo") for word in words) or "vulnerable" in doc.low[term.j : term.j + 6]
    if (count.number or 0) > 1 and cuckooing(doc, count, term):
        return count
    if (term.row["tactic"] == "welfare_visit") != vulnerable:
        return None
    if count.number == 1 and doc.low[count.i - 1] in HAD and (had := places_before(doc, sentence, count.i)):
        return had._replace(j=term.j)  # "38 farms had a visit"
    places = number_after(doc, sentence, term.j)
    if places is None or (count.number == 1 and not vulnerable):
        return None
    if count.number is None and places.number and not plural(doc.low[term.j - 1]):
        return None
    return count if (count.number or 0) > 1 or places.number is None else places._replace(i=count.i)


def sweep(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    if term.j - term.i > 1:
        return count
    phrase = set(doc.low[count.i : term.i])
    weapons = {"for", "of", "in", "at", "across", "targeting"} & set(doc.low[term.j : term.j + 1]) and {
        "weapon",
        "weapons",
        "knives",
        "parks",
        "spaces",
        "estates",
        "areas",
        "hotspots",
        "lot",
        "lots",
        "field",
        "alley",
        "yard",
        "ground",
        "woodland",
        "riverbank",
        "streets",
        "land",
        "park",
        "estate",
    } & set(doc.low[term.j : term.j + 6])
    among = (count.number or 0) > 1 and not words_of(doc, sentence).isdisjoint(BESIDE_SWEEPS)
    return count if weapons or among or phrase & {"knife", "weapon", "weapons", "knives", "park"} else None


def welfare(doc: Doc, sentence: Sentence, term: Term, count: Count) -> Count | None:
    if (
        "check" in doc.low[term.j - 1]
        and count.number in (1, None)
        and words_of(doc, sentence) & {"call", "called", "request", "asked"}
    ):
        return None
    return count
