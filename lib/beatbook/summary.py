"""One sentence on what a release reports, and its key figures, written from the facts and from nothing else."""

from typing import Any

import pandas as pd

from beatbook import phrases
from beatbook.records import Fact, Record
from beatbook.tables import outcome_tree, plain, seized, tables

# What is told first. A status told as part of a larger group ("of whom 12 were charged …") is not told again.
_STATUSES = ("arrested", "charged", "pleaded_guilty", "convicted", "sentenced", "remanded", "detained", "safeguarded",
             "killed", "injured")
_LONGEST = 8  # things seized that are named one by one
_MOST = 3  # clauses on people


def summary(record: Record) -> str:
    """One grammatical sentence: which operation, when and by whom, what happened to people, what was seized.

    Every number in it is a fact's, or a sum that counts nothing twice (see ``beatbook.tables.seized``).
    """
    return f"{operation(record)}: {results(record)}"


def results(record: Record) -> str:
    """What the operation came to: the second half of ``summary``, up to its full stop."""
    frames = tables(record)
    clauses = people(frames["outcomes"])[:_MOST]
    things = seizures(frames["seizures"])
    if things:
        clauses.append(f"seized {phrases.listing(things)}" if clauses else f"{phrases.listing(things)} seized")
    if not clauses:
        done = activities(record.facts.get("activities", []))
        clauses = [f"{phrases.listing(done)} reported"] if done else ["no arrest, charge or seizure is stated"]
    return f"{'; '.join(clauses)}."


def key_figures(record: Record) -> list[tuple[str, str]]:
    """The few numbers that a reader looks for, as (number, what it counts): “17”, “people arrested”."""
    frames = tables(record)
    nodes = {row["node_id"]: plain(row) for row in outcome_tree(frames["outcomes"]).to_dict("records")}
    figures = []
    for status in ("arrested", "charged", "sentenced"):
        groups = [
            node for node in nodes.values() if node["count"] and node["statuses"] == [status]
            and nodes.get(node["parent_id"], {}).get("statuses") != [status]  # those are counted with their whole
        ]
        if groups:
            counts = _dominant(groups)
            total = sum(counts.values())
            who = next(iter(counts)) if len(counts) == 1 else "person"
            inexact = {node["modifier"] for node in groups} - {"exact"}
            number = phrases.hedge(phrases.number(total, words=False), inexact.pop() if len(inexact) == 1 else None)
            figures.append((number, f"{phrases.who(who, total)} {phrases.status(status)}"))
    sums = [plain(row) for row in seized(frames["seizures"]).to_dict("records")]
    for row in sums:
        kind, amount = row["category"], row["amount"]
        if not amount:
            continue
        if row["basis"] == "cash":
            told = phrases.money(amount, row["measure"]), "in cash"
        elif row["basis"] == "value":
            told = phrases.money(amount, row["measure"]), f"stated worth of {phrases.category(kind)}"
        elif row["measure"] == "kg" and kind == "drug":
            told = phrases.weight(amount), "of drugs"
        elif row["measure"] == "round":
            told = phrases.number(amount, words=False), "rounds of ammunition"
        elif row["measure"] == "item" and kind in ("firearm", "imitation_firearm", "blade"):
            told = phrases.number(amount, words=False), phrases.category(kind, amount)
        else:
            continue
        figures.append((phrases.hedge(told[0], row["modifier"]), told[1]))
    return figures[:6]


def operation(record: Record) -> str:
    """The subject of the sentence: “A week-long operation from 21 to 27 November 2022 by the Met”."""
    facts = record.facts.get("operations", [])
    named = list(dict.fromkeys(phrases.named(fact["name"]) for fact in facts if fact["name"]))
    days = sorted(day for fact in facts for day in (fact["start"], fact["end"]) if day)
    when = phrases.period(days[0], days[-1]) if days else ""
    agencies = list(dict.fromkeys(phrases.named(agency) for fact in facts for agency in fact["agencies"]))
    if not agencies and record.release.publisher:
        agencies = [record.release.publisher]
    by = f" by {phrases.listing([_the(name) for name in agencies[:4]] + _others(len(agencies) - 4, 'other'))}"
    by = by if agencies else ""
    if named:
        subject = phrases.listing(named[:3] + _others(len(named) - 3, "other operation"))
        return f"{subject}{by}{_spaced(when)}"
    if len(facts) > 1:
        return f"Police action on {phrases.number(len(facts))} occasions{_spaced(when)}{by}"
    if facts and facts[0]["start"] and facts[0]["end"]:
        length = phrases.duration(facts[0]["start"], facts[0]["end"])
        article = "An" if length.startswith("eight") or not length else "A"
        return f"{article} {length} operation {when}{by}".replace("  ", " ")
    if facts:
        return f"A police operation{_spaced(when)}{by}"
    published = f" of {phrases.day(record.release.published)}" if record.release.published else ""
    return f"A release{published}{by}"


def people(outcomes: pd.DataFrame) -> list[str]:
    """Clauses on people: “17 people arrested, of whom 12 were charged, recalled to prison or appeared in court”."""
    nodes = [plain(row) for row in outcome_tree(outcomes).to_dict("records")]
    told: set[str] = set()
    clauses = []
    for root in (node for node in nodes if node["depth"] == 0 and node["count"]):
        parts = [node for node in nodes if node["parent_id"] == root["node_id"] and node["count"]]
        if any(node["statuses"] != root["statuses"] or node["offences"] for node in parts):  # they say more than "some"
            clauses.append(_with_parts(root, parts))
            told |= {status for node in [root, *parts] for status in node["statuses"]}
    alone = [node for node in nodes if node["depth"] == 0 and node["count"] and len(node["statuses"]) == 1]
    for status in _STATUSES:
        groups = [node for node in alone if node["statuses"] == [status]]
        if groups and status not in told and not (status == "detained" and "arrested" in told):
            told.add(status)
            clauses.append(f"{_groups(groups)} {phrases.status(status)}")
    return clauses


def _with_parts(root: dict[str, Any], parts: list[dict[str, Any]]) -> str:
    head = phrases.counted(root["count"], phrases.who(root["who"], 1), modifier=root["modifier"])
    said = []
    alike = all(node["statuses"] == root["statuses"] for node in parts)
    for node in parts:
        count = phrases.hedge(phrases.number(node["count"]), node["modifier"])
        differs = node["statuses"] != root["statuses"]
        # "26 were fined and 12 for theft" would be fined for it.
        verb = "" if alike or not node["statuses"] else f" {phrases.happened(node['statuses'], node['count'])}"
        if differs:
            said.append(f"{count} {phrases.happened(node['statuses'], node['count'])}")
        elif node["offences"]:
            said.append(f"{count}{verb} for {phrases.cased(node['offences'][0], node['evidence'])}")
    status = f" {phrases.statuses(root['statuses'])}" if root["statuses"] else ""
    return f"{head}{status}{f', of whom {phrases.listing(said[:3])}' if said else ''}"


def _groups(nodes: list[dict[str, Any]]) -> str:
    """Groups of one status: the one that can hold all others, else the groups added up by kind of person."""
    counts = _dominant(nodes)
    largest = max(nodes, key=lambda node: node["count"])
    modifier = largest["modifier"] if list(counts.values()) == [largest["count"]] else "exact"
    return phrases.listing([
        phrases.counted(count, phrases.who(who, 1), modifier=modifier) for who, count in counts.items()])


def _dominant(nodes: list[dict[str, Any]]) -> dict[str, int]:
    """People of one status by kind of person: the group that holds all others, else the sum of the groups.

    A group without names holds others where it is large enough, and they are named or it counts people of any kind:
    "nine people were charged" and a charge against each of two who are named are nine people. "Six others were
    sentenced", and seven by name, are seven. Who is named twice counts once.
    """
    groups, seen = [], set[str]()
    for node in nodes:
        if not node["names"] or not set(node["names"]) <= seen:
            groups.append(node)
            seen |= set(node["names"])
    largest = max(groups, key=lambda node: node["count"])
    others = [node for node in groups if node is not largest]
    if not largest["names"] and largest["count"] >= sum(node["count"] for node in others) and all(
            node["names"] or largest["who"] in (None, "person") for node in others):
        groups = [largest]
    else:
        named = [node for node in groups if node["names"]]
        unnamed = [node["count"] for node in groups if not node["names"]]
        total = sum(node["count"] for node in named)
        if len(unnamed) == 1 and max(2, total / 2) <= unnamed[0] <= total:
            groups = named
    counts: dict[str, int] = {}
    for node in groups:
        counts[node["who"] or "person"] = counts.get(node["who"] or "person", 0) + node["count"]
    plain_list = len(counts) == 1 or (len(counts) <= 3 and "person" not in counts)  # not: one man and eight people
    return counts if plain_list else {"person": sum(counts.values())}


def seizures(table: pd.DataFrame) -> list[str]:
    """Things seized as noun phrases, weapons first: “two firearms”, “four suspected blank firearms”."""
    names = {item: phrases.cased(item, words) for item, words in
             reversed(list(zip(table["item"], table["evidence"], strict=True)))}
    rows = [plain(row) for row in seized(table, ["category", "item"], certainty=True).to_dict("records")]
    items = [row | {"name": ("suspected " if row["certainty"] == "suspected" else "") + names[row["item"]]}
             for row in rows]
    kinds = [plain(row) for row in seized(table, ["category"]).to_dict("records")]
    named: list[str] = []
    for category in table["category"].cat.categories:
        of_kind = [row for row in items if row["category"] == category]
        sums = [row for row in kinds if row["category"] == category]
        if category == "drug":
            named += _drugs(of_kind, [row for row in sums if row["basis"] == "value"])
        elif category == "cash":
            cash = [phrases.money(row["amount"], row["measure"], row["modifier"]) for row in sums if row["amount"]]
            named += [f"{phrases.listing(cash)} in cash"] if cash else ["cash"] * bool(sums)
        else:
            named += _things(category, of_kind, [row for row in sums if row["basis"] == "quantity"])
    return named if len(named) <= _LONGEST else [*named[:_LONGEST - 1], "other things"]


def _things(category: str, items: list[dict[str, Any]], kinds: list[dict[str, Any]]) -> list[str]:
    """One kind of thing: its sorts by name where it has one (or no common noun), else the kind with its sum."""
    stated = [row for row in items if row["basis"] == "quantity" and row["adds"]]
    one, many = phrases.category(category, 1), phrases.category(category)
    if stated and (len(stated) == 1 or (one == many and category != "ammunition" and len(stated) <= 3)):
        return [_amount(row, row["name"], phrases.plural(row["name"])) for row in stated]
    suspected = "suspected " if stated and all(row["certainty"] == "suspected" for row in stated) else ""
    sums = [_amount(row, suspected + (one if row["measure"] == "item" else many), suspected + many)
            for row in kinds if row["amount"]]
    # What has no number is named only where nothing of its kind has one.
    return sums or [phrases.plural(row["name"]) for row in items if row["basis"] == "quantity"][:2]


def _amount(row: dict[str, Any], one: str, many: str) -> str:
    """“two firearms”, “four rounds of ammunition”, “147.5 kg of tobacco”, “30,000 etizolam tablets”."""
    measure = row["measure"]
    one = "drug" if one == "drugs" and measure in ("plant", "tablet") else one
    if measure == "item":
        return phrases.counted(row["amount"], one, many, row["modifier"])
    if measure in ("plant", "tablet"):
        return phrases.counted(row["amount"], f"{one} {measure}", f"{one} {phrases.plural(measure)}", row["modifier"])
    if measure == "kg":
        return f"{phrases.hedge(phrases.weight(row['amount']), row['modifier'])} of {one}"
    amount = phrases.quantity(row["amount"], measure, row["modifier"], words=True)
    return f"{amount} of {'ammunition' if measure == 'round' else one}"


def _drugs(items: list[dict[str, Any]], values: list[dict[str, Any]]) -> list[str]:
    """The three largest amounts of drugs, by weight first, else their names; then what they are said to be worth."""
    order = ("kg", "plant", "tablet", "wrap", "litre", "item")
    amounts = [row for row in items if row["basis"] == "quantity" and row["adds"]]
    amounts.sort(key=lambda row: (order.index(row["measure"]), -row["amount"]))
    said = [_amount(row, row["name"], phrases.plural(row["name"])) for row in amounts[:3]]
    names = list(dict.fromkeys(row["name"] for row in items if row["basis"] == "quantity"))
    said = said or names[:4]
    if values:
        money = phrases.listing([phrases.money(row["amount"], row["measure"], row["modifier"]) for row in values])
        valued = [row["name"] for row in items if row["basis"] == "value" and row["adds"]]
        drug = valued[0] if len(valued) == 1 else names[0] if len(names) == 1 else "drugs"
        # Said of the phrase that names the drug where only one does.
        named = [phrase for phrase in said if phrase == drug or phrase.endswith(f" of {drug}")]
        said = [phrase for phrase in said if phrase not in named[:1] or len(named) > 1]
        said.append(f"{named[0] if len(named) == 1 else drug} said to be worth {money}")
    return said


def activities(facts: list[Fact]) -> list[str]:
    """What police did as noun phrases: “14 weapon sweeps”, “patrols”."""
    return [
        phrases.counted(fact["count"], phrases.tactic(fact["tactic"], 1), phrases.tactic(fact["tactic"]),
                        fact["modifier"])
        if fact["count"] else phrases.tactic(fact["tactic"])
        for fact in facts[:4]
    ]


def _the(name: str) -> str:
    """“the Met”, “the National Crime Agency”; but “Kent Police”, “Trading Standards”, “Europol”, “An Garda Síochána”.
    """
    lower = name.lower()
    bare = lower.startswith(("hm ", "the ", "operation ", "an garda")) or lower.endswith(
        ("police", "standards", "customs", "constabulary", "corrections", "scotland", "revenue", "gardaí", "council",
         "protection", "rcmp", "interpol", "tamariki")) or (" " not in name and name[1:].islower() and name != "Met")
    bare = bare and name not in ("Metropolitan Police", "Australian Federal Police", "city council")
    return name if bare else f"the {name}"


def _others(count: int, noun: str) -> list[str]:
    return [phrases.counted(count, noun)] if count > 0 else []


def _spaced(text: str) -> str:
    return f" {text}" if text else ""
