#!/usr/bin/env python3
"""Says the same in other words, one place at a time, and counts the facts that change.

    python3 benchmarks/paraphrase.py FOLDER... [--only NAME] [--show N]

Takes gold records (`*.json` with a `text`), leaving out what a folder's `held-out.txt` lists. Each rewriting of
`rewritings.csv` keeps the meaning, so that the facts before and after should be the same; a fact lost or gained shows
a rule that hangs on one wording. This asks more of the rules than the gold does, which they were written with, and
needs no annotation.
"""

import argparse
import collections
import csv
import json
import pathlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from beatbook.extract import extract
from beatbook.records import Release

KEYS = {
    "seizures": ("category", "item", "quantity", "unit", "value", "currency", "role"),
    "outcomes": ("statuses", "count", "of_count", "offences"),
    "activities": ("tactic", "count"),
    "incidents": ("kind", "count"),
    "operations": ("name", "start", "end"),
    "quotes": ("speaker",),
    "places": ("name",),
}
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
DIGITS = {word: str(number) for number, word in enumerate(NUMBERS, 2)}
WORDS = {number: word for word, number in DIGITS.items()}
FEW = "An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten"
PEOPLE = "men|women|man|woman|people|males|teenagers|boys|persons"
SHORT = {  # what patterns write shortly
    "START": r"(?:(?<=[.!?] )|(?<=\n)|^)",
    "THING": rf"((?:{FEW}|The|\d[\d,.]*) [^.,;:\n]{{3,70}}?)",
    "PERSON": rf"((?:{FEW}|\d+) (?:\d\d-year-old )?(?:{PEOPLE}))",
    "LOCATION": r"((?:in|at|from|during|inside|under|behind|on) (?:the|a|an|his|her|their|one) [^.,;:\n]{3,70})",
    "MONTH": "January|February|March|April|May|June|July|August|September|October|November|December",
    "BE": "(?:was|were|been)",
    "OFFICERS": "Officers|Police|Detectives|Investigators",
    "SEIZED": "seized|recovered|confiscated",
    "HELD": "arrested|charged|sentenced|jailed|convicted",
    "SMALL": "|".join(NUMBERS),
}
AROUND = 150  # characters shown on each side of a change


class Rewriting(NamedTuple):
    """What is looked for, what may stand there as well, and slots that follow the words and so are not compared."""

    name: str
    pattern: re.Pattern[str]
    instead: str
    ignore: tuple[str, ...]


def rewritings() -> list[Rewriting]:
    """The rows of `rewritings.csv`; in ``instead``, an arrow makes the next letter small (↓) or great (↑)."""
    path = pathlib.Path(__file__).with_name("rewritings.csv")
    with path.open(encoding="utf-8", newline="") as handle:
        return [
            Rewriting(
                row["name"],
                re.compile(re.sub(r"<([A-Z]+)>", lambda found: SHORT[found[1]], row["pattern"])),
                row["instead"],
                tuple(row["ignore"].split()),
            )
            for row in csv.DictReader(handle)
        ]


def replaced(found: re.Match[str], instead: str) -> str:
    """The words to stand in the place of a match."""
    if instead == "{digits}":
        return DIGITS[found[1].lower()]
    return WORDS[found[1]] if instead == "{words}" else found.expand(instead)


def cased(text: str) -> str:
    """The text with the letter behind each arrow small or great."""
    return re.sub(r"([↓↑])(.)", lambda found: found[2].lower() if found[1] == "↓" else found[2].upper(), text)


def rewritten(text: str, rewriting: Rewriting) -> Iterator[tuple[int, str]]:
    """Each place that the rewriting fits, and the whole text with it done there."""
    for found in rewriting.pattern.finditer(text):
        new = replaced(found, rewriting.instead)
        if new != found[0]:
            yield found.start(), text[: found.start()] + cased(new + text[found.end() :])


def facts(text: str, gold: dict, ignore: tuple[str, ...]) -> collections.Counter[str]:
    """The key slots of each fact, counted."""
    record = extract(Release(text, gold["id"], gold.get("country"), gold.get("published"), gold.get("title")))
    counted: collections.Counter[str] = collections.Counter()
    for family, keys in KEYS.items():
        for fact in record.facts.get(family, ()):
            slots = [fact.slots.get(slot) for slot in keys if slot not in ignore]
            counted[json.dumps([family, *slots], ensure_ascii=False, default=str).lower()] += 1
    return counted


def records(folders: list[pathlib.Path]) -> Iterator[dict]:
    """The gold records of some folders that may be read."""
    for folder in folders:
        held_out = folder / "held-out.txt"
        unread = set(held_out.read_text(encoding="utf-8").split()) if held_out.exists() else set()
        for path in sorted(folder.glob("*.json")):
            if path.stem not in unread:
                yield json.loads(path.read_text(encoding="utf-8"))


def shown(text: str, at: int) -> str:
    """The line around a change."""
    end = text.find("\n", at + 20)
    start = max(text.rfind("\n", 0, at) + 1, at - AROUND)
    return text[start : min(end if end > 0 else len(text), at + AROUND)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--only", help="one rewriting, by its name")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N changes of each way of saying it")
    options = parser.parse_args()
    tried: collections.Counter[tuple[str, str]] = collections.Counter()
    kept: collections.Counter[tuple[str, str]] = collections.Counter()
    examples: dict[tuple[str, str], list[str]] = collections.defaultdict(list)
    ways = [one for one in rewritings() if options.only in (None, one.name)]
    for gold in records(options.folders):
        before: dict[tuple[str, ...], collections.Counter[str]] = {}
        for way in ways:
            key = way.name, way.instead
            for at, text in rewritten(gold["text"], way):
                if way.ignore not in before:
                    before[way.ignore] = facts(gold["text"], gold, way.ignore)
                after = facts(text, gold, way.ignore)
                lost, gained = before[way.ignore] - after, after - before[way.ignore]
                tried[key] += 1
                kept[key] += not (lost or gained)
                if (lost or gained) and len(examples[key]) < options.show:
                    told = f"        - {' | '.join(lost)}\n        + {' | '.join(gained)}"
                    examples[key].append(f"    {gold['id']}: {shown(text, at)}\n{told}")
    for key in tried:
        print(f"{kept[key] / tried[key]:6.3f} {kept[key]:5} of {tried[key]:5}  {key[0]}: {key[1]!r}")
        for example in examples[key]:
            print(example)
    total = sum(tried.values())
    print(f"{sum(kept.values()) / max(total, 1):.3f} of {total} rewritings keep every fact")


if __name__ == "__main__":
    main()
