"""Says the same in other words, one place at a time, and counts the facts that change.

    python3 benchmarks/paraphrase.py FOLDER... [--only NAME] [--show N]

Takes gold records (`*.json` with a `text`), leaving out what a folder's `held-out.txt` lists. Each rewriting below
keeps the meaning, so the facts before and after should be the same; a fact lost or gained shows a rule that hangs on
one wording. This asks more of the rules than the gold does (which they were written with), and needs no annotation.
"""

import argparse
import collections
import json
import pathlib
import re
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "lib"))

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
BE = r"(?:was|were|been)"
SEIZED = r"seized|recovered|confiscated"
HELD = r"arrested|charged|sentenced|jailed|convicted"
OFFICERS = "Officers|Police|Detectives|Investigators"
LIST_WORD = r"[\w£$€,.-]+"


class Rewriting(NamedTuple):
    """What is looked for, what may stand there as well, and slots that follow the words and so are not compared."""

    name: str
    pattern: str
    others: tuple[str, ...]
    ignore: tuple[str, ...] = ()


START = r"(?:(?<=[.!?] )|(?<=\n)|^)"
THING = r"((?:An?|The|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d[\d,.]*) [^.,;:\n]{3,70}?)"
PERSON = r"((?:An?|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|\d+) (?:\d\d-year-old )?(?:men|women|man|woman|people|males|teenagers|boys|persons))"
LOCATION = r"((?:in|at|from|during|inside|under|behind|on) (?:the|a|an|his|her|their|one) [^.,;:\n]{3,70})"
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
OPENINGS = (
    "As a result", "As a consequence", "Meanwhile", "Shortly afterwards", "A short time later", "Following this",
    "During the course of the investigation", "At the same time", "In addition",
    "Furthermore", "Ultimately", "Eventually", "So far", "In the process",
    "Once inside", "On closer inspection", "Thanks to a tip from the public",
    "Acting on intelligence", "Not far away", "Unusually", "By way of background", "In the end", "Moments later",
)

REWRITINGS = (
    Rewriting("adverb in the passive", rf"\b({BE}) (?={SEIZED}|{HELD}|found|executed)", (
        r"\1 also ", r"\1 subsequently ", r"\1 swiftly ", r"\1 all ", r"\1, however, ", r"\1 ultimately ")),
    Rewriting("adverb in the perfect", rf"\b(has|have) (?=been (?:{HELD}|{SEIZED}))", (
        r"\1 since ", r"\1 now ", r"\1 already ", r"\1 so far ", r"\1 subsequently ")),
    Rewriting("adverb before the verb", rf"\b({OFFICERS}) (?=(?:{SEIZED}|arrested|executed|found|stopped|searched)\b)", (
        r"\1 also ", r"\1 then ", r"\1 quickly ", r"\1, who had been called by a neighbour, ",
        r"\1 working with partners ", r"\1 from the team ", r"\1 attended and ", r"\1 were able to arrive and ")),
    Rewriting("said in between", rf"(?<=[a-z]) (?=(?:was|were) (?:{HELD}|{SEIZED}))", (
        ", police say, ", ", it is understood, ", " in turn ", " in this case ")),
    Rewriting("behind an arrest", rf"\b((?:was|were|been) arrested)(?=[ .,])", (
        r"\1 at the scene", r"\1 nearby", r"\1 without incident", r"\1 by officers", r"\1 a short time later",
        r"\1 by armed police", r"\1 later that day", r"\1 in the early hours")),
    Rewriting("behind a seizure", rf"\b((?:was|were|been) (?:{SEIZED}))(?=[.,]| (?:in|from|at|during)\b)", (
        r"\1 by officers", r"\1 at the scene", r"\1 as evidence", r"\1 for examination", r"\1 as part of the investigation")),
    Rewriting("passive tense", rf"\bhas been (?={HELD}|{SEIZED})", ("was ",)),
    Rewriting("passive tense, plural", rf"\bhave been (?={HELD}|{SEIZED})", ("were ",)),
    Rewriting("perfect", rf"\bwere (?={HELD}|{SEIZED})", ("have been ",)),
    Rewriting("who acts", rf"\b(?:{OFFICERS})(?= (?:have |also )?(?:{SEIZED}|arrested|executed|found|stopped|searched)\b)", (
        "Detectives", "Constables", "Deputies", "Gardaí", "Troopers", "Agents", "Investigators", "Our officers",
        "Members of the team", "They", "The team", "Uniformed officers", "We")),
    Rewriting("verb of seizing", rf"\b({BE}) (?:{SEIZED})\b", (
        r"\1 seized", r"\1 recovered", r"\1 confiscated", r"\1 taken away", r"\1 found and seized",
        r"\1 located and seized", r"\1 taken into police possession", r"\1 seized and taken away", r"\1 taken as evidence")),
    Rewriting("verb of seizing, active", rf"\b((?:{OFFICERS}) (?:have |also )?)(?:seized|recovered)\b", (
        r"\1seized", r"\1recovered", r"\1confiscated", r"\1found and seized", r"\1took possession of",
        r"\1uncovered", r"\1took away", r"\1laid hands on", r"\1managed to seize", r"\1made a seizure of")),
    Rewriting("verb of arrest", rf"\b({BE}) arrested\b(?! and)", (
        r"\1 taken into custody", r"\1 placed under arrest", r"\1 apprehended")),
    Rewriting("opening", START + r"(?=(?:A|The|An|Two|Three|Four|Five) [a-z0-9]|Officers |Police |Detectives )", tuple(
        f"{opening}, ↓" for opening in OPENINGS) + ("Police said ↓", "It was established that ↓", "We can confirm that ↓")),
    Rewriting("said at the end", r"(?<=[a-z]{4})\.(?= [A-Z][a-z]+ |\n\n|$)", (
        ", police said.", ", according to police.", ", the force has confirmed.")),
    Rewriting("age behind", r"\b([Aa])n? (\d\d)-year-old (man|woman)\b", (
        r"\1 \3 aged \2", r"\1 \3, \2,", r"\1 \3, aged \2,", r"\1 \2 year old \3", r"\1 \3 (\2)", r"\1 \2-year-old \3",
        r"\1 \3 (aged \2)", r"\1 \2yo \3", r"\1 \3 – aged \2 –", r"\1 \3 of \2"), ("ages",)),
    Rewriting("ages of two", r"\b(men|women|males|boys), (?:both )?aged (\d\d) and (\d\d),", (
        r"\1 aged \2 and \3", r"\1 (\2 and \3)", r"\1 of \2 and \3", r"\1, \2 and \3,", r"\1 aged \2 and \3 respectively")),
    Rewriting("man or male", r"\b(\d\d-year-old )man\b", (r"\1male",)),
    Rewriting("woman or female", r"\b(\d\d-year-old )woman\b", (r"\1female",)),
    Rewriting("apposition behind a person", r"\b(An? \d\d-year-old (?:man|woman))(?= (?:was|has|is)\b)", (
        r"\1, who cannot be named for legal reasons,", r"\1, from the local area,", r"\1 known to police",
        r"\1 who tried to run from the scene", r"\1, who was sitting in a parked car,", r"\1 – a builder –",
        r"\1 (a builder)", r"\1 believed to be the ringleader")),
    Rewriting("people, active", START + PERSON + r" (?:was|were|has been|have been) arrested\b", (
        r"Officers arrested ↓\1", r"Police have arrested ↓\1", r"Officers swooped on the address and arrested ↓\1", r"The raid led to the arrest of ↓\1",
        r"This resulted in the arrest of ↓\1", r"Those arrested are ↓\1")),
    Rewriting("people charged, active", START + PERSON + r" (?:was|were|has been|have been) charged with\b", (
        r"Police charged ↓\1 with", r"Detectives have charged ↓\1 with", r"Charges were brought against ↓\1 for",
        r"\1 now faces charges of", r"\1 was later charged with", r"\1 is charged with")),
    Rewriting("things, active", START + THING + r" (?:was|were) (?:seized|recovered|found|discovered) " + LOCATION + r"\.", (
        r"Officers seized ↓\1 \2.", r"↑\2, officers recovered ↓\1.", r"↑\2, ↓\1 were seized.",
        r"Seized \2 were ↓\1.", r"↑\2 were ↓\1, which were seized.", r"The search \2 yielded ↓\1.",
        r"↑\2 officers found ↓\1, which they seized.", r"\1, found \2, were seized.")),
    Rewriting("things, active, nowhere", START + THING + r" (?:was|were|has been|have been) (?:also )?(?:seized|recovered)\.", (
        r"Officers seized ↓\1.", r"Police also seized ↓\1.", r"Officers made a seizure of ↓\1.",
        r"Also seized were ↓\1.", r"Officers were able to seize ↓\1.", r"Officers came away with ↓\1.",
        r"This led to the seizure of ↓\1.", r"Items seized include ↓\1.", r"Among the items seized were ↓\1.")),
    Rewriting("number in figures", rf"\b({'|'.join(NUMBERS)})\b(?= [a-z]{{3,}})", ("{digits}",)),
    Rewriting("number in words", r"(?<=[a-z,;:] )([2-9]|1[0-2])(?= (?:men|women|people|arrests|warrants|knives|firearms|vehicles|plants|addresses|properties|suspects|rounds|handguns)\b)", (
        "{words}",)),
    Rewriting("last of a list", r"(?<=[a-z]), ([\w -]{3,40}) and (?=(?:a|an|two|three|four|five|\d+) (?!half|other))", (
        r", \1, and ", r", \1 as well as ", r", \1, along with ", r", \1 plus ", r", \1 and also ", r", \1 & ")),
    Rewriting("and between two", r"(?<=[a-z]) and (?=(?:a|an|two|three|four|five) (?!half|other)[a-z]+)", (
        " as well as ", ", as well as ", ", along with ", " together with ", ", and ", " and also ", ", plus ")),
    Rewriting("curly or straight", r"(?<=[a-z])’(?=[a-z])", ("'",), ("item", "offences", "speaker", "name")),
    Rewriting("money in words", r"£(\d[\d,]*+)(?<!,)(?![\d.]|k|m|bn| ?million| ?billion)", (r"\1 pounds", r"£\1.00", r"GBP \1", r"GBP\1"), ("offences",)),
    Rewriting("dollars in words", r"(?<![A-Z])\$(\d[\d,]*+)(?<!,)(?![\d.]|k|m|bn| ?million| ?billion)", (r"\1 dollars", r"$\1.00"), ("offences",)),
    Rewriting("euros in words", r"€(\d[\d,]*+)(?<!,)(?![\d.]|k|m|bn| ?million| ?billion)", (r"\1 euros", r"\1 euro", r"EUR \1", r"€ \1", r"\1€")),
    Rewriting("millions", r"([£$€]\d+(?:\.\d+)?) ?million\b", (r"\1m", r"\1M", r"\1 mn", r"\1 MILLION", r"\1-million")),
    Rewriting("thousands", r"\b(\d{1,3}),(\d{3})\b(?!,)(?<!,\d\d\d,\d\d\d)", (r"\1\2", r"\1 \2"), ("offences",)),
    Rewriting("kilograms", r"(?<=\d) ?kg\b", (" kilograms", " kilos", "kgs", "-kilogram", "kg", " Kg", "KG")),
    Rewriting("grams", r"(?<=\d) ?g\b", (" grams", " grammes", "gms", "g", " gm", "gr")),
    Rewriting("millimetres", r"\b(\d+)mm\b", (r"\1 mm", r"\1-mm", r"\1 millimetre", r"\1MM"), ("item",)),
    Rewriting("for or on suspicion of", r"\barrested on suspicion of\b", (
        "arrested for", "arrested over", "arrested in connection with", "held on suspicion of",
        "arrested for the alleged offence of", "arrested for suspected", "arrested, suspected of",
        "arrested and held on suspicion of")),
    Rewriting("charged with", r"\bcharged with\b(?! the)", (
        "charged in connection with", "charged for", "facing charges of", "formally charged with", "jointly charged with")),
    Rewriting("found, active", r"\b(Officers|Police) (?:found|discovered)\b", (
        r"\1 located", r"\1 discovered", r"\1 found", r"\1 came across", r"\1 also discovered", r"\1 uncovered", r"\1 turned up")),
    Rewriting("search", START + r"A search of (?=the|a|his|her)", (
        "The search of ", "A thorough search of ", "A subsequent search of ", "A police search of ")),
    Rewriting("warrant", r"\b(executed) (a|two|three|four|five|six|seven|\d+) ((?:search )?warrants?)\b", (
        r"carried out \2 \3", r"served \2 \3", r"enforced \2 \3", r"\1 a total of \2 \3", r"\1 \2 separate \3",
        r"obtained and executed \2 \3", r"acted on \2 \3")),
    Rewriting("a total", START + r"A total of (?=\w+)", ("In total, ↓", "In all, ↓", "Altogether, ↓")),
    Rewriting("court", r"\bappeared (at|in|before) (?=[A-Z])", (r"was brought before ", r"appeared \1 ", r"made an appearance \1 ")),
    Rewriting("sentence", r"\b(was|were) (?:sentenced to|jailed for) (?=\w+ (?:years?|months?|weeks?)\b)", (
        r"\1 sentenced to ", r"\1 jailed for ", r"\1 imprisoned for ", r"\1 given ", r"\1 handed a prison sentence of ",
        r"\1 sent to prison for ", "received ", r"\1 ordered to serve ", "got ", r"\1 locked up for ")),
    Rewriting("plea", r"\b(pleaded|pled) guilty to\b", ("entered guilty pleas to", "admitted", "pled guilty to", "pleaded guilty to", "had earlier pleaded guilty to")),
    Rewriting("remand", r"\b(was|were) remanded in custody\b", (r"\1 remanded into custody",)),
    Rewriting("bail", r"\b(was|were|been) (?:released on bail|bailed)\b", (r"\1 released on bail", r"\1 bailed", r"\1 released on police bail")),
    Rewriting("day first", rf"\b(\d{{1,2}}) ({MONTH}),? (\d{{4}})\b", (
        r"\2 \1, \3", r"\1 \2, \3")),
    Rewriting("ordinal day", rf"\b(\d|1\d|2[04-9]) ({MONTH})\b(?! and)", (r"\1th \2",)),
    Rewriting("month first", rf"(?<! and )\b({MONTH}) (\d{{1,2}}), (\d{{4}})\b", (r"\2 \1 \3", r"\1 \2 \3")),
    Rewriting("bullet", r"(?m)^[•*–-][ \t]+(?=\S)", ("– ", "· ", "▪ ", "-", "•\t")),
    Rewriting("line break", r"(?<=[.!?]) (?=[A-Z][a-z]+ )", ("  ",)),
)


def replaced(found: re.Match[str], other: str) -> str:
    """The words to stand instead of a match."""
    if other == "{digits}":
        return DIGITS[found[1].lower()]
    if other == "{words}":
        return WORDS[found[1]]
    return found.expand(other)


def cased(text: str) -> str:
    """The text with the letter behind each arrow made small or great, as its new place in the sentence asks."""
    return re.sub(r"([↓↑])(.)", lambda found: found[2].lower() if found[1] == "↓" else found[2].upper(), text)


def rewritten(text: str) -> Iterator[tuple[Rewriting, str, int, str]]:
    """Each rewriting at each place: what was done, with what, where, and the whole new text."""
    for rewriting in REWRITINGS:
        for found in re.finditer(rewriting.pattern, text):
            for other in rewriting.others:
                new = replaced(found, other)
                if new == found[0]:
                    continue
                changed = text[: found.start()] + cased(new + text[found.end() :])
                yield rewriting, other, found.start(), changed


def facts(text: str, gold: dict, ignore: Iterable[str] = ()) -> collections.Counter[str]:
    """The key slots of each fact, counted."""
    record = extract(Release(text, gold["id"], gold.get("country"), gold.get("published"), gold.get("title")))
    counted: collections.Counter[str] = collections.Counter()
    for family, found in record.facts.items():
        for fact in found:
            slots = [fact.slots.get(slot) for slot in KEYS.get(family, ()) if slot not in ignore]
            counted[json.dumps([family, *slots], ensure_ascii=False, default=str).lower()] += 1
    return counted


def records(folders: list[pathlib.Path]) -> Iterator[dict]:
    for folder in folders:
        held_out = folder / "held-out.txt"
        unread = set(held_out.read_text(encoding="utf-8").split()) if held_out.exists() else set()
        for path in sorted(folder.glob("*.json")):
            if path.stem not in unread:
                yield json.loads(path.read_text(encoding="utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--only", help="one rewriting, by its name")
    parser.add_argument("--show", type=int, default=0, help="print so many changes of each way of saying it")
    options = parser.parse_args()
    tried: collections.Counter[tuple[str, str]] = collections.Counter()
    kept: collections.Counter[tuple[str, str]] = collections.Counter()
    shown: dict[tuple[str, str], list[str]] = collections.defaultdict(list)
    for gold in records(options.folders):
        before: dict[tuple[str, ...], collections.Counter[str]] = {}
        for rewriting, other, at, text in rewritten(gold["text"]):
            if options.only and rewriting.name != options.only:
                continue
            if rewriting.ignore not in before:
                before[rewriting.ignore] = facts(gold["text"], gold, rewriting.ignore)
            after = facts(text, gold, rewriting.ignore)
            key = rewriting.name, other
            tried[key] += 1
            lost, gained = before[rewriting.ignore] - after, after - before[rewriting.ignore]
            kept[key] += not (lost or gained)
            if (lost or gained) and len(shown[key]) < options.show:
                start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at + 20)
                around = text[max(start, at - 150) : min(end if end > 0 else len(text), at + 200)]
                shown[key].append(f"    {gold['id']}: {around}\n        - {' | '.join(lost)}\n        + {' | '.join(gained)}")
    for key in tried:
        print(f"{kept[key] / tried[key]:6.3f} {kept[key]:5} of {tried[key]:5}  {key[0]}: {key[1]!r}")
        print(*shown[key], sep="\n", end="\n" if shown[key] else "")
    total = sum(tried.values())
    print(f"{sum(kept.values()) / max(total, 1):.3f} of {total} rewritings keep every fact")


if __name__ == "__main__":
    main()
