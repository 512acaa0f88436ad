"""Who does what a seizure verb says, and whether it was done: suspects, charges, plans."""

from beatbook.grammar.thing_words import ADVERBS, AUXILIARIES, BREAKERS, CIVILIANS, HAULS, PERSONS, POLICE, words
from beatbook.language.document import Doc, Sentence

PURPOSE_OK = frozenset(
    "found out believed suspected thought proved proven appeared confirmed led able managed helped enabled officers "
    "searched attempting attempt allowed continued went agents proceeded moved returned stepped used detectives "
    "deputies troopers police authorities allowing enabling helping leading prompting investigators".split()
)
TO_FIND = frozenset("find discover reveal uncover unearth".split())
CAMPAIGNS = frozenset(
    "week weekend operation day days action blitz crackdown initiative amnesty month campaign fortnight project "
    "raids raid search searches sweep patrols".split()
)
HOLDING = frozenset("contain conceal hold hide carry house".split())
PROVING = frozenset("found proved proven turned shown discovered revealed".split())
WISHING = frozenset(
    "trying try tries hoping hope hopes attempt attempts attempting aim aims aimed designed intended effort "
    "efforts want wants order seeking appeal continue work working determined committed used how hard team teams "
    "officers powers help helping dogs dog trained able likely expected expect going need needs".split()
)
# ... who are found with things
CAUGHT = frozenset(
    "found caught arrested stopped detained searched discovered apprehended observed seen spotted "
    "intercepted nabbed held".split()
)
HANDLED = frozenset(
    "stopped searched arrested detained approached followed chased pursued intercepted questioned apprehended caught "
    "collared nabbed tracked trailed".split()
)
GIVING = frozenset("hand surrender turn contain include carry yield reveal leave drop deposit bring".split())
CHARGING = words("charging")
# verbs that say as much of anybody as of the police
ANYBODY = frozenset(
    "find take retrieve remove restrain hold hide conceal stash notice see spot observe collect secure get "
    "bring leave grab discover".split()
)
PHRASES = frozenset(
    "leave with|pick up|pack up|haul away|get back|buy back|bring out|cut down|prise out|take charge of|come upon|"
    "bring to light|encounter|fell|uproot".split("|")
)
BY_HAND = PHRASES | frozenset(
    "retrieve remove restrain hold hide notice spot see observe collect secure get bring grab take".split()
)
POSSESSION = frozenset("possession possesion posession possesson".split())
HAVE = frozenset("has have had having 've".split())
BE = frozenset("was were is are been be being".split())
MODALS = frozenset("will would can could may might shall should must cannot".split())


def done_by_others(doc: Doc, sentence: Sentence, t: int, row: dict[str, str]) -> bool:
    """Whether a suspect, victim or bystander does what the active verb at t says, or an offence is named by it."""
    low, lemma = doc.low, row["lemma"]
    if lemma in GIVING or (row["form"] == "past" and low[t - 1 : t] == ["with"]):
        return False
    if lemma == "see" and not CAMPAIGNS.isdisjoint(low[max(sentence.i, t - 2) : t]):
        return False  # "The same week also saw eleven knives stopped in the post"
    if row["form"] == "ing" and t - sentence.i < 2 and "," in low[t : t + 14]:
        comma = low.index(",", t)  # "After seizing the gun, the defendant fired"
        if not CIVILIANS.isdisjoint(low[comma + 1 : min(comma + 4, sentence.j)]):
            return True
    if row["form"] == "ing" and low[t - 1] in ("after", "before", "upon", "on", "by", "while", "when", "besides"):
        return not CHARGING.isdisjoint(low[max(sentence.i, t - 60) : t]) and POLICE.isdisjoint(
            low[max(sentence.i, t - 60) : t]
        )
    for s in range(t - 1, max(sentence.i, t - 12) - 1, -1):
        word = low[s]
        if word in POLICE or word in (":", ";"):
            return False
        if word in CHARGING and row["form"] in ("ing", "base"):
            return s == sentence.i or low[s - 1] not in POLICE  # not "the DEA reported seizing"
        if (
            word in CIVILIANS
            and lemma not in ANYBODY | {"carry"}
            and not all(other in ADVERBS or other in HAVE for other in low[s + 1 : t])
        ):
            break  # "arrested 45 people, including a man, and seized"
        if word in CIVILIANS and "and" in low[t - 2 : t] and not HANDLED.isdisjoint(low[max(sentence.i, s - 6) : s]):
            continue  # "officers stopped a man in Tin Shui Wai and discovered"
        relative = {"which", "that", "whom"} & set(low[max(sentence.i, s - 2) : s])
        if word in CIVILIANS and relative and "and" in low[s:t]:
            continue  # "opened two cases which a passenger had left and found"
        if word in CIVILIANS and low[s + 1 : s + 2] != ["'s"]:
            return low[s - 1 : s] not in (["of"], ["from"], ["by"], ["on"]) and not (
                s + 1 < t and low[s + 1] in ("'s", "was", "were", "who")
            )
        if word in BREAKERS and word not in AUXILIARIES and s < t - 1:
            break
    if row["form"] == "ing":
        return not CHARGING.isdisjoint(low[max(sentence.i, t - 60) : t])
    if (
        lemma in BY_HAND
        and not any(
            low[s] in POLICE or (doc.raw[s].isupper() and len(low[s]) > 2) for s in range(max(sentence.i, t - 60), t)
        )
        and (t > sentence.i + 1 and sentence.kind != "heading")
    ):
        return lemma not in ("hold", "hide") or not CIVILIANS.isdisjoint(low[max(sentence.i, t - 60) : t])
    if low[t - 1] in ("one", "it", "both", "this", "another", "other", "each") or doc.value_at.get(t - 1) is not None:
        return False
    name = (
        t - 1 > sentence.i
        and doc.raw[t - 1][0].isupper()
        and doc.raw[t - 1][1:].islower()
        and low[t - 2] in (".", ",", "and", "then", ";", "“", "when")
    )
    return lemma in ANYBODY and low[t - 1] not in HAULS and (
        name or (t - 1 == sentence.i and doc.raw[t - 1][1:].islower() and sentence.kind == "prose")
    )


def accused(low: list[str], i: int, t: int) -> bool:
    """Whether words of charge stand nearer before token t than words of arrest or find."""
    for s in range(t - 1, max(i, t - 60) - 1, -1):
        if low[s] in CAUGHT:
            return False
        if low[s] in CHARGING and low[s] not in POSSESSION:
            return True
    return False


def planned(doc: Doc, sentence: Sentence, t: int) -> bool:
    """Whether the verb at t is only planned, wished or asked: "to seize", "aimed at seizing", "help us recover"."""
    low = doc.low
    s = t - 1
    while s >= sentence.i and low[s] in ADVERBS:
        s -= 1
    if s < sentence.i:
        return False
    if low[s] == "be" and s - 1 >= sentence.i:
        return low[s - 1] in MODALS or (low[s - 1] == "to" and low[s - 2] not in ("found", "believed"))
    if low[s] in HAVE and s > sentence.i and low[s - 1] in MODALS:
        return True  # "could have produced drugs worth"
    if low[s] in MODALS or low[s] in ("us", "please", "you"):
        return not (low[s] == "can" and low[t].endswith(("ed", "hid", "held")))  # "A paint can hid $186,500"
    if low[s] == "to" and s > sentence.i:
        if low[s - 1] == "," and low[t] in HOLDING and not PROVING.isdisjoint(low[max(sentence.i, s - 15) : s]):
            return False  # "parcels were found, with the help of a dog, to conceal 29kg"
        if low[t] in TO_FIND and low[s - 1] not in WISHING and low[s - 1][0].isalpha():
            return False  # "cut the box open to find watches"
        if low[s - 1] == "on" and low[s - 2] in ("went", "go", "going"):
            return False
    if low[s] in ("and", "or") and s - 2 >= sentence.i and low[s - 2] == "to" and not low[t].endswith(("ed", "nd")):
        return planned(doc, sentence, s - 1)  # "to trace and recover the assets"
    if low[s] == "to" and low[t] == "forfeit" and low[s - 1] in ("agreed", "ordered", "required", "agrees"):
        return False
    if low[s] == "to":
        return low[s - 1] not in PURPOSE_OK and low[s - 1] not in PERSONS if s > sentence.i else True
    return (
        low[s] in ("at", "of", "for")
        and low[t].endswith("ing")
        and low[s - 1]
        in (
            "aimed",
            "aim",
            "hopes",
            "hope",
            "chance",
            "suspicion",
            "accused",
            "purpose",
            "suspected",
            "convicted",
            "guilty",
        )
    )
