"""Money that lay there: sums of cash told of before or in currencies; and money that is neither cash nor a value."""

from beatbook.facts.seizure_candidates import Scene
from beatbook.grammar.amounts import worth
from beatbook.grammar.amounts_behind import COMING
from beatbook.grammar.thing_group import Group, lexicon
from beatbook.grammar.thing_words import COMPOUND_TAILS, words
from beatbook.language.document import Doc, Sentence
from beatbook.language.value import Value

MONEY_NOT_FOUND = words("not_cash")
ACCOUNTS = {"account": "account", "accounts": "account", "wallet": "cryptocurrency", "wallets": "cryptocurrency"}
DIGITAL = frozenset("crypto cryptocurrency bitcoin digital virtual asset".split())
BALANCE = frozenset("holding containing with a an total combined balance balances of totalling totaling".split())
PARTING = frozenset(", ; (".split())
DUTIES = frozenset("duty duties tax taxes excise vat revenue".split())


def of_cash(doc: Doc, kept: list[Group], value: Value) -> bool:
    """Takes the first sum that a colon gives of cash: "Cash was found as well: €74,300 in Turin"."""
    cash = kept[-1] if kept else None
    if cash is None or cash.kind != "cash" or cash.value is not None or cash.quantity is not None:
        return False
    gap = doc.low[cash.j : value.i]
    if gap[-1:] != [":"] or len(gap) > 8:
        return False
    worth(cash, value)
    cash.j = value.j
    return True


def in_accounts(doc: Doc, sentence: Sentence, kept: list[Group], group: Group) -> bool:
    """Names the money of "bank accounts holding €640,000", "wallets with a balance of $2m" by what holds it."""
    low, t = doc.low, group.i - 1
    while t > sentence.i and low[t] in BALANCE:
        t -= 1
    if t == group.i - 1 or t < sentence.i or low[t] not in ACCOUNTS or (low[t][0] == "w" and low[t - 1] not in DIGITAL):
        return False
    if kept and kept[-1].j > t:
        kept.pop()
    banked = t > sentence.i and low[t - 1] == "bank"
    group.item, group.lead = ("bank " if banked else "") + ACCOUNTS[low[t]], t - banked
    return True


def in_currencies(doc: Doc, kept: list[Group], group: Group) -> bool:
    """Joins "cash in three currencies: $58,200" to one thing."""
    cash = kept[-1] if kept else None
    if cash is None or not cash.kind == group.kind == "cash" or cash.value is not None or group.value is None:
        return False
    if doc.low[cash.j : group.i] != ["in"]:
        return False
    cash.take_worth(group)
    cash.j = group.j
    cash.quantity = cash.unit = None
    return True


def sum_told(doc: Doc, scene: Scene, group: Group) -> bool:
    """Gives "The money came to £23,000" to the cash told before without a sum. False where there is none."""
    if group.kind != "cash" or group.det != "the" or group.value is None:
        return False
    if COMING.isdisjoint(doc.low[group.k : group.j]):
        return False
    told = next((one for one in reversed(scene.candidates[-30:]) if one.group.kind == "cash"), None)
    if told is None or told.group.value is not None:
        return False
    told.group.take_worth(group)
    told.group.modifier, told.group.det = "exact", "number"
    told.priced = doc.span(group.i, group.j)
    return True


def haul_of_money(doc: Doc, group: Group, sentence: Sentence) -> None:
    """ "Garda drug seizure of €412,000": money that a drug before "seizure of" makes the drugs' value."""
    low, t = doc.low, group.i - 1
    if (
        t - 2 < sentence.i
        or low[t] not in ("of", "worth")
        or low[t - 1] not in ("seizure", "haul", "find", "bust", "stash", "load")
    ):
        return
    term = lexicon().at(low, t - 2, t - 1)
    if term is not None and term.row["category"] in ("drug", "tobacco", "counterfeit"):
        group.kind, group.category = ("drug" if term.row["category"] == "drug" else "thing"), term.row["category"]
        group.item, group.mark, group.i, group.place = (
            term.row["item"] or term.row["term"],
            term.row["mark"],
            t - 2,
            False,
        )
        group.h, group.drug_class = t - 2, term.row["drug_class"] or None


def _measures_a_place(low: list[str], j: int) -> bool:
    """Whether what stands at token j is a place or crime that money measures: "a £1 million cannabis factory"."""
    goods = lexicon().at(low, j, min(j + 3, len(low))) if j < len(low) else None
    return goods is not None and low[goods.j : goods.j + 1] != [] and low[goods.j] in COMPOUND_TAILS


def no_cash(doc: Doc, i: int, sentence: Sentence) -> bool:
    """Whether money at token i is a fine, a price, a bail or a loss rather than cash that lay there."""
    first, end = max(sentence.i, i - 6), min(sentence.j, i + 8)
    value = doc.value_at.get(i)
    if value is not None and _measures_a_place(doc.low, value.j):
        return True
    first = max((t + 1 for t in range(first, i - 1) if doc.low[t] in PARTING), default=first)
    return not MONEY_NOT_FOUND.isdisjoint(doc.low[first:end])


def duty(doc: Doc, sentence: Sentence, value: Value) -> bool:
    """Whether money is duty or tax: "worth around £17,000 in unpaid duty"."""
    behind = doc.low[value.j : min(value.j + 4, sentence.j)]
    return behind[:1] in (["in"], ["of"]) and not DUTIES.isdisjoint(behind)
