"""Facts put into words: numbers, amounts, dates and labels as a reader would write them.

Everything here is pure: values in, plain text out (never markup; whoever shows the text escapes it). The summary,
the tables that are shown and the figures' labels all write from here, so that one fact reads the same everywhere.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

# Not strftime's names: those follow the locale of the machine.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SYMBOLS = {
    "GBP": "£", "EUR": "€", "USD": "$", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "HKD": "HK$", "SGD": "S$",
    "ZAR": "R", "INR": "₹", "JPY": "¥", "NGN": "₦", "PHP": "₱",
}
_HEDGES = {"approx": "about ", "min": "at least ", "max": "up to "}
_UNIT_WORDS = {"round": "rounds", "plant": "plants", "wrap": "wraps", "tablet": "tablets", "litre": "litres"}
_STATUS_WORDS = {
    "appeared_in_court": "appeared in court", "bailed": "released on bail",
    "released_under_investigation": "released under investigation", "released": "released without charge",
    "recalled": "recalled to prison", "remanded": "remanded in custody", "cautioned": "cautioned or fined",
    "pleaded_guilty": "pleaded guilty",
}
_TACTIC_WORDS = {
    "warrant": ("warrant", "warrants"), "premises_search": ("search of premises", "searches of premises"),
    "weapon_sweep": ("weapon sweep", "weapon sweeps"), "stop_and_search": ("stop and search", "stops and searches"),
    "patrol": ("patrol", "patrols"), "vehicle_stop": ("vehicle stop", "vehicle stops"),
    "checkpoint": ("checkpoint", "checkpoints"), "knife_arch": ("knife arch", "knife arches"),
    "anpr": ("use of number-plate cameras", "uses of number-plate cameras"),
    "test_purchase": ("test purchase", "test purchases"), "surveillance": ("surveillance", "surveillance"),
    "undercover": ("undercover work", "undercover work"), "engagement": ("visit or talk", "visits and talks"),
    "amnesty": ("surrender or amnesty", "surrenders or amnesties"),
    "closure_order": ("closure or dispersal order", "closure or dispersal orders"),
    "court_order": ("court order", "court orders"), "welfare_visit": ("welfare visit", "welfare visits"),
    "officers_deployed": ("officer deployed", "officers deployed"),
    "forces_involved": ("force or agency involved", "forces or agencies involved"),
}
CATEGORY_WORDS = {
    "firearm": ("firearm", "firearms"), "imitation_firearm": ("imitation firearm", "imitation firearms"),
    "firearm_part": ("firearm part", "firearm parts"), "ammunition": ("ammunition", "ammunition"),
    "blade": ("bladed weapon", "bladed weapons"), "weapon": ("other weapon", "other weapons"),
    "drug": ("drugs", "drugs"), "cash": ("cash", "cash"), "vehicle": ("vehicle", "vehicles"),
    "phone": ("phone or SIM card", "phones or SIM cards"),
    "jewellery": ("piece of jewellery or watch", "pieces of jewellery or watches"),
    "tobacco": ("tobacco", "tobacco"), "alcohol": ("alcohol", "alcohol"),
    "counterfeit": ("counterfeit item", "counterfeit items"), "document": ("document", "documents"),
    "equipment": ("piece of equipment", "pieces of equipment"),
    "stolen_property": ("stolen item", "stolen items"), "other": ("other item", "other items"),
}
_MASS_NOUNS = {
    "ammunition", "cash", "cannabis", "jewellery", "tobacco", "alcohol", "equipment", "clothing", "money", "powder",
    "property", "drugs", "paraphernalia", "cryptocurrency", "footwear", "cocaine", "heroin", "fentanyl", "mdma",
    "ketamine", "amphetamine", "methamphetamine", "crack cocaine", "cannabis resin", "lsd", "currency", "stationery",
    "merchandise", "documentation", "luggage", "machinery", "furniture", "software", "hashish", "opium", "marijuana",
    "mephedrone", "mandrax", "methaqualone", "khat", "skunk", "weed", "copper", "timber",
    "beer", "wine", "vodka", "whisky", "spirits", "cider", "acid", "nitrous oxide", "spice", "ivory", "gold", "silver",
}
_IRREGULAR = {"knife": "knives", "shelf": "shelves", "leaf": "leaves", "man": "men", "woman": "women",
              "child": "children", "person": "people", "mouse": "mice", "thief": "thieves"}


def number(value: float, *, words: bool = True) -> str:
    """12 → “12”, 4 → “four” (one to ten in words unless told otherwise), 30000 → “30,000”, 3.10 → “3.1”."""
    if float(value).is_integer():
        whole = int(value)
        return _WORDS[whole] if words and 0 <= whole <= 10 else f"{whole:,}"
    return f"{value:,.3f}".rstrip("0").rstrip(".") if abs(value) >= 0.001 else f"{value:.3g}"


def hedge(text: str, modifier: str | None) -> str:
    """The text with how exactly it is stated: “about 140”, “at least 350”, “up to 30”."""
    return _HEDGES.get(modifier or "", "") + text


def money(value: float, currency: str | None, modifier: str | None = None, upper: float | None = None) -> str:
    """20000, GBP, approx → “about £20,000”; with ``upper`` a range; no known currency: the code, or none."""

    def one(amount: float) -> str:
        digits = f"{amount:,.0f}" if float(amount).is_integer() else f"{amount:,.2f}"
        for size, name in ((1_000_000_000, "billion"), (1_000_000, "million")):
            if amount >= size and amount % (size / 100) == 0:
                digits = f"{amount / size:.2f}".rstrip("0").rstrip(".") + f" {name}"
                break
        symbol = _SYMBOLS.get(currency or "")
        return f"{symbol}{digits}" if symbol else f"{digits} {currency}" if currency else digits

    text = one(value) if upper is None else f"{one(value)} to {one(upper)}"
    return hedge(text, modifier)


def weight(kg: float) -> str:
    """0.25 → “250 g”, 4.6 → “4.6 kg”, 2500 → “2.5 tonnes”; what was pounds or ounces is rounded: “33.1 kg”."""
    value, unit = (kg * 1000, "g") if kg < 1 else (kg, "kg") if kg < 1000 else (kg / 1000, "tonnes")
    grams = round(kg * 1000, 1)
    exact = abs(grams - kg * 1000) < 1e-6
    return f"{value:,.6f}".rstrip("0").rstrip(".") + f" {unit}" if exact else f"{float(f'{value:.3g}'):,g} {unit}"


def quantity(
    value: float, unit: str | None, modifier: str | None = None, upper: float | None = None, *, words: bool = False
) -> str:
    """140, round, approx → “about 140 rounds”; 4.6, kg → “4.6 kg”; 3, item → “3”; with ``upper`` a range."""
    text = number(value, words=words)
    if upper is not None:
        text += f" to {number(upper, words=words)}"
    if unit in (None, "item"):
        return hedge(text, modifier)
    one = value == 1 and upper is None
    if unit == "tonne":
        name = "tonne" if one else "tonnes"
    else:
        name = unit if one or unit not in _UNIT_WORDS else _UNIT_WORDS[unit]
    return hedge(f"{text} {name}", modifier)


def plural(noun: str) -> str:
    """revolver → revolvers, zombie knife → zombie knives, box of cigarettes → boxes of cigarettes, drugs → drugs."""
    head, joint, rest = noun.partition(" of ")
    before, _, last = head.rpartition(" ")
    lower = last.lower()
    if noun.lower() in _MASS_NOUNS or lower in _MASS_NOUNS:
        return noun
    if lower in _IRREGULAR:
        many = _IRREGULAR[lower]
    elif re.search(r"(s|x|z|ch|sh)$", lower):
        many = last if re.search(r"[^s]s$", lower) and lower not in ("bus", "gas") else last + "es"
    elif re.search(r"[^aeiou]y$", lower):
        many = last[:-1] + "ies"
    else:
        many = last + "s"
    return f"{before} {many}".strip() + joint + rest


def cased(item: str, evidence: str | None) -> str:
    """An item in lower case as its own words write it: “cs gas canister” → “CS gas canister”."""
    found = re.search(re.escape(item), evidence or "", re.IGNORECASE)
    if not found or _MASK.sub("", evidence or "").isupper():
        return item
    text = found[0]
    # The first word of a sentence or line is no name for its capital alone.
    plain_start = found.start() == 0 and text[:1].isupper() and not text[1:2].isupper()
    return text[:1].lower() + text[1:] if plain_start else text


def initials(item: str) -> str:
    """An item with initials and models in capitals: “bb gun” → “BB gun”, “ar-15 rifle” → “AR-15 rifle”."""
    return _INITIALS.sub(lambda found: found[0].upper(), item)


# Initials that name things of the lexicon, and letters with the number of a model.
_INITIALS = re.compile(r"\b(?:atv|bb|cs|pcp|sks|suv|usb|[a-z]{1,3}-?\d{1,3})\b")
_MASK = re.compile(r"\[[a-z-]+(?: \d+)?\]")  # what redaction puts for a name, an age, an address
_SMALL = {"of", "and", "the", "for", "in", "at", "on", "to"}


def named(name: str, short: int = 8) -> str:
    """A name in capitals as it stands in a sentence: “PULASKI COUNTY SHERIFF'S OFFICE” → “Pulaski County Sheriff's
    Office”. One of at most ``short`` characters is taken for an abbreviation and stays, as does a word of consonants.
    """
    if not name.isupper() or len(name) <= short:
        return name
    words = re.split(r"([\s\-/]+)", name)
    return capital("".join(
        word.lower() if word.lower() in _SMALL else word if "." in word or not re.search("[AEIOUY]", word)
        else "".join(part.capitalize() if part[:1].isalpha() else part for part in re.split(r"(^\W+)", word))
        for word in words))


def counted(value: float, singular: str, many: str | None = None, modifier: str | None = None) -> str:
    """2, firearm → “two firearms”; 1, revolver → “one revolver”; 350, knife, min → “at least 350 knives”."""
    return hedge(f"{number(value)} {singular if value == 1 else many or plural(singular)}", modifier)


def listing(parts: Sequence[str], joint: str = "and") -> str:
    """[a, b, c] → “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}"


def status(name: str) -> str:
    """appeared_in_court → “appeared in court”; charged → “charged”."""
    return _STATUS_WORDS.get(name, name.replace("_", " "))


def statuses(names: Iterable[str]) -> str:
    """[charged, recalled, appeared_in_court] → “charged, recalled to prison or appeared in court”."""
    return listing([status(name) for name in names], "or")


def happened(names: Sequence[str], count: float) -> str:
    """The verb of an outcome: charged, 2 → “were charged”; pleaded_guilty, 1 → “pleaded guilty”."""
    active = names[0] in ("appeared_in_court", "pleaded_guilty")
    return statuses(names) if active else f"{'was' if count == 1 else 'were'} {statuses(names)}"


def who(name: str | None, count: float | None) -> str:
    """man, 2 → “men”; nothing, 1 → “person”."""
    word = name or "person"
    return word if count == 1 else plural(word)


def tactic(name: str, count: float | None = None) -> str:
    """weapon_sweep, 14 → “weapon sweeps”: in the singular for one, else in the plural."""
    one, many = _TACTIC_WORDS.get(name, (name.replace("_", " "),) * 2)
    return one if count == 1 else many


def category(name: str, count: float | None = None) -> str:
    """imitation_firearm → “imitation firearms”: in the singular for one, else in the plural."""
    one, many = CATEGORY_WORDS.get(name, (name.replace("_", " "),) * 2)
    return one if count == 1 else many


def day(value: date | str) -> str:
    """2022-11-21 → “21 November 2022”."""
    when = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def weekday(value: date | str) -> str:
    """2022-11-21 → “Monday”."""
    return WEEKDAYS[(date.fromisoformat(value) if isinstance(value, str) else value).weekday()]


def period(start: date | str | None, end: date | str | None) -> str:
    """2022-11-21, 2022-11-27 → “from 21 to 27 November 2022”; one day → “on 16 February 2021”; unknown → “”."""
    first, last = (date.fromisoformat(d) if isinstance(d, str) else d for d in (start, end))
    if first is None or last is None:
        known = first or last
        return "" if known is None else f"from {day(known)}" if first else f"until {day(known)}"
    if first == last:
        return f"on {day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"from {first.day} to {day(last)}"
    if first.year == last.year:
        return f"from {first.day} {MONTHS[first.month - 1]} to {day(last)}"
    return f"from {day(first)} to {day(last)}"


def dated(start: date | str | None, end: date | str | None, *, short: bool = False) -> str:
    """21 to 27 November → “Mon 21 to Sun 27 November 2022”; one day → “Tue 16 May 2023”; unknown → “no date stated”.

    ``short`` writes the months with three letters.
    """
    first, last = (date.fromisoformat(d) if isinstance(d, str) else d for d in (start, end))
    days = [d for d in (first, last) if d]
    texts = [f"{weekday(d)[:3]} {day(d)}" for d in dict.fromkeys(days)]
    if len(texts) == 2 and days[0].year == days[1].year:
        texts[0] = texts[0].rsplit(" ", 1 if days[0].month != days[1].month else 2)[0]
    text = " to ".join(texts) or "no date stated"
    if short:
        for month in MONTHS:
            text = text.replace(month, month[:3])
    return text


def duration(start: date | str, end: date | str) -> str:
    """21 to 27 November → “week-long”; 19 to 23 June → “five-day”; a day or more than ten days → “”."""
    first, last = (date.fromisoformat(d) if isinstance(d, str) else d for d in (start, end))
    days = (last - first + timedelta(days=1)).days
    if days == 7:
        return "week-long"
    return f"{_WORDS[days]}-day" if 2 <= days <= 10 else ""


def sentence_length(months: float) -> str:
    """42 → “3 years 6 months”; 1200 → “life”."""
    if months >= 1200:
        return "life"
    years, rest = divmod(months, 12)
    parts = [counted_plain(years, "year")] if years else []
    if rest or not parts:
        parts.append(counted_plain(rest, "month"))
    return " ".join(parts)


def counted_plain(value: float, singular: str) -> str:
    """6, month → “6 months”: with the number in digits."""
    return f"{number(value, words=False)} {singular if value == 1 else plural(singular)}"


def capital(text: str) -> str:
    """The text with a capital first letter, the others as they are."""
    return text[:1].upper() + text[1:]


def seized_amount(slots: Mapping[str, Any]) -> str:
    """The amount of one seizure: its quantity, else “several” or “not stated”."""
    if slots.get("quantity") is None:
        return "several" if slots.get("modifier") == "vague" else "not stated"
    return quantity(slots["quantity"], slots.get("unit"), slots.get("modifier"), slots.get("quantity_max"))


def seized_item(slots: Mapping[str, Any], count: float | None = None, evidence: str | None = None) -> str:
    """What one seizure is, with its calibre and whether it is only suspected: “.38 revolver”, “suspected pistols”.

    Singular for a count of one, else plural; with its evidence as that writes it.
    """
    noun = slots["item"] or category(slots["category"], 1)
    if slots.get("unit") == "round" and noun.startswith("round"):
        noun = "ammunition"
    noun = cased(noun, evidence)
    calibre = slots.get("calibre")
    if calibre and calibre.lower() not in noun.lower():
        noun = f"{calibre} {noun}"
    if slots.get("certainty") == "suspected" and "suspected" not in noun:
        noun = f"suspected {noun}"
    return noun if count == 1 else plural(noun)
