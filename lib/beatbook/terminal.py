"""A record as plain text for a terminal: what it says at a glance, each fact with its words.

Nothing of a document reaches the terminal but printable characters, so that no text can move the cursor or recolour
the screen.
"""

from collections.abc import Callable
from typing import Any

from beatbook import phrases
from beatbook.records import FAMILIES, Fact, Record

_SINGULAR = {"activities": "activity"}
_MARGIN = 46  # where the evidence stands, if the fact leaves room


def overview(record: Record, width: int = 100) -> str:
    """One release for reading: a headline, how many facts of each family, then every fact with its evidence.

    Args:
        record: what was extracted.
        width: columns to keep within; evidence is cut to fit.
    """
    release = record.release
    about = [release.id, release.published and phrases.day(release.published), release.publisher, release.country]
    lines = [clean(" · ".join(str(part) for part in about if part))]
    if release.title:
        lines.append(clean(release.title))
    found = {family: facts for family in FAMILIES if (facts := record.facts.get(family))}
    counts = [f"{len(facts)} {_name(family, len(facts))}" for family, facts in found.items()]
    lines.append(", ".join(counts) if counts else "no facts found")
    for family, facts in found.items():
        lines.append(f"  {family}")
        lines += [fact_line(fact, record.evidence(fact), width) for fact in facts]
    if record.checks:
        lines.append("  to check")
        lines += [f"    {clean(check['message'])}" for check in record.checks]
    if record.unclaimed:
        words = ", ".join(clean(item["text"]) for item in record.unclaimed)
        lines.append(_cut(f"  not claimed by any fact: {words}", width))
    return "\n".join(lines)


def fact_line(fact: Fact, evidence: str, width: int = 100) -> str:
    """One fact as a line of the overview: what it says, then its words."""
    return _line(clean(_LABELS.get(fact.family, _slots)(fact)), evidence, width)


def clean(text: str) -> str:
    """``text`` on one line, without anything that a terminal would act on."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _name(family: str, count: int) -> str:
    return family if count != 1 else _SINGULAR.get(family, family.removesuffix("s"))


def _line(label: str, evidence: str, width: int) -> str:
    evidence = clean(evidence)
    if evidence.casefold() == label.casefold() or evidence in label:
        return _cut(f"    {label}", width)
    start = f"    {label}".ljust(_MARGIN)
    room = width - len(start) - 4
    if room < 24:  # a long label: the evidence goes below
        start = f"{_cut(f'    {label}', width)}\n" + " " * _MARGIN
        room = max(width - _MARGIN - 4, 24)
    return f"{start}  “{_cut(evidence, room)}”"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def _operation(fact: Fact) -> str:
    dates = phrases.period(fact["start"], fact["end"])
    by = f", {phrases.listing(fact['agencies'])}" if fact["agencies"] else ""
    return f"{fact['name'] or 'police action'} {dates}".rstrip() + by


def _seizure(fact: Fact) -> str:
    """4 suspected blank firearms; 3.2 kg of cocaine, worth £90,000; £37,500 cash"""
    slots = {slot.name: fact[slot.name] for slot in FAMILIES["seizures"].slots}
    amount, unit = slots["quantity"], slots["unit"]
    if amount is not None and unit in (None, "item"):
        text = f"{phrases.seized_amount(slots)} {phrases.seized_item(slots, amount)}"
    elif amount is not None and slots["item"] == unit:  # 12 rounds
        text = phrases.seized_amount(slots)
    elif amount is not None:
        text = f"{phrases.seized_amount(slots)} of {phrases.seized_item(slots, 1)}"
    else:
        text = phrases.seized_item(slots, None if slots["modifier"] == "vague" else 1)
    if slots["value"] is not None:
        worth = phrases.money(slots["value"], slots["currency"], slots["value_modifier"], slots["value_max"])
        text = f"{worth} {text}" if slots["category"] == "cash" else f"{text}, worth {worth}"
    return f"{text} ({slots['role']})" if slots["role"] != "item" else text


def _outcome(fact: Fact) -> str:
    count = fact["count"]
    if fact["names"]:
        people = phrases.listing(fact["names"])
    elif count is not None:
        people = phrases.counted(count, phrases.who(fact["who"], 1), modifier=fact["modifier"])
    else:
        people = phrases.who(fact["who"], None)
    text = f"{people} {phrases.statuses(fact['statuses'])}"
    if fact["of_count"] is not None:
        text += f", of {phrases.number(fact['of_count'])}"
    if fact["sentence_months"] is not None:
        text += f", {phrases.sentence_length(fact['sentence_months'])}"
    return f"{text}: {phrases.listing(fact['offences'])}" if fact["offences"] else text


def _counted(name: str, words: Callable[..., str]) -> Callable[[Fact], str]:
    def label(fact: Fact) -> str:
        count = fact["count"]
        noun = words(fact[name], count)
        return noun if count is None else phrases.hedge(f"{phrases.number(count)} {noun}", fact["modifier"])

    return label


def _incident(kind: str, count: float | None) -> str:
    return kind if count in (None, 1) else phrases.plural(kind)


def _quote(fact: Fact) -> str:
    return ", ".join(part for part in (fact["speaker"], fact["role"]) if part) or "speaker not named"


def _contact(fact: Fact) -> str:
    return " ".join(str(part) for part in (fact["organisation"], fact["value"]) if part)


def _text(name: str) -> Callable[[Fact], str]:
    def label(fact: Fact) -> str:
        value: Any = fact[name]
        return str(value or "")

    return label


def _slots(fact: Fact) -> str:
    """Any family that has no words of its own yet."""
    return ", ".join(str(value) for value in fact.slots.values() if value not in (None, "", []))


_LABELS: dict[str, Callable[[Fact], str]] = {
    "operations": _operation,
    "seizures": _seizure,
    "outcomes": _outcome,
    "activities": _counted("tactic", phrases.tactic),
    "incidents": _counted("kind", _incident),
    "quotes": _quote,
    "places": _text("name"),
    "contacts": _contact,
    "aims": _text("text"),
}
