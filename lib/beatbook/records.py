"""What is extracted: families, slots and vocabularies. The only schema.

Tables, exports, ``datapackage.json`` and the data dictionary are made from ``TABLES``; a new slot or family
is added here and nowhere else. Slots marked ``key`` decide whether a fact is right when it is scored; those marked
``derived`` are read from the other slots and the fact's words (``resolve.details``), and once more when a person
corrects it.
"""

import hashlib
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

MODIFIERS = ("exact", "approx", "min", "max", "vague")
CERTAINTIES = ("confirmed", "suspected")
CATEGORIES = (
    "firearm", "imitation_firearm", "firearm_part", "ammunition", "blade", "weapon", "drug", "cash", "vehicle",
    "phone", "jewellery", "tobacco", "alcohol", "counterfeit", "document", "equipment", "stolen_property", "other",
)
UNITS = ("item", "kg", "g", "tonne", "lb", "oz", "litre", "ml", "round", "plant", "wrap", "tablet")
ROLES = ("item", "part", "total")
STATUSES = (
    "arrested", "detained", "interviewed", "charged", "appeared_in_court", "remanded", "bailed",
    "released_under_investigation", "released", "recalled", "cautioned", "pleaded_guilty", "convicted", "sentenced",
    "wanted", "deported", "safeguarded", "injured", "killed",
)
WHO = ("person", "man", "woman", "boy", "girl", "child")
TACTICS = (
    "warrant", "premises_search", "weapon_sweep", "stop_and_search", "patrol", "vehicle_stop", "checkpoint",
    "knife_arch", "anpr", "test_purchase", "surveillance", "undercover", "engagement", "amnesty", "closure_order",
    "court_order", "welfare_visit", "officers_deployed", "forces_involved",
)
INCIDENTS = (
    "shooting", "stabbing", "murder", "assault", "robbery", "burglary", "theft", "kidnap", "collision", "arson",
    "overdose", "disorder", "fraud", "other",
)


VALUE_BASES = ("cash", "street", "retail", "wholesale", "market", "face", "estimated", "stated")
FIREARM_TYPES = ("real", "converted", "antique", "imitation")
ASSERTIONS = ("stated", "alleged", "attributed")
PRECISIONS = ("day", "period", "weekday", "relative", "month", "year")
ICCS_SECTIONS = ("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11")


class Slot(NamedTuple):
    """One column: its name, type (string, number, integer, date, list), meaning, closed vocabulary and unit."""

    name: str
    type: str
    doc: str
    vocabulary: tuple[str, ...] = ()
    unit: str = ""
    default: Any = None
    key: bool = False
    derived: bool = False


class Table(NamedTuple):
    """One table of the record: a family of facts, or the documents, checks and failures beside them."""

    name: str
    doc: str
    slots: tuple[Slot, ...]

    def slot(self, name: str) -> Slot:
        """The slot of that name. Raises KeyError for a name the table does not have."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)


def _modifier(name: str, of: str) -> Slot:
    return Slot(name, "string", f"How exactly {of} is stated", MODIFIERS, default="exact")


_ASSERTION = Slot("assertion", "string", "alleged where the sentence only alleges it, attributed where it cites others",
                  ASSERTIONS, default="stated", derived=True)

FAMILIES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("operations", "Named operations, and unnamed police actions with a date", (
            Slot("name", "string", "Name as written (“Operation Hessian”); empty for an unnamed action", key=True),
            Slot("start", "date", "First day of the activity", unit="ISO 8601", key=True),
            Slot("end", "date", "Last day of the activity", unit="ISO 8601", key=True),
            Slot("agencies", "list", "Organisations that took part or led, as written"),
            Slot("precision", "string", "How the dates are told; a weekday or “yesterday” is counted from publication",
                 PRECISIONS, derived=True),
        )),
        Table("seizures", "Things seized, recovered, found or surrendered", (
            Slot("category", "string", "Kind of thing", CATEGORIES, key=True),
            Slot("item", "string", "Head noun phrase, singular and lower case; drugs by their listed name", key=True),
            Slot("quantity", "number", "How many or how much; empty where the text gives no number",
                 unit="see unit", key=True),
            Slot("unit", "string", "What quantity counts or measures", UNITS, key=True),
            Slot("value", "number", "Money value stated of this thing; for cash the amount itself",
                 unit="see currency", key=True),
            Slot("currency", "string", "Currency of value", unit="ISO 4217", key=True),
            Slot("role", "string", "item; part of another listed thing; total over things also listed",
                 ROLES, default="item", key=True),
            Slot("quantity_max", "number", "Upper end of a range of quantity", unit="see unit"),
            Slot("value_max", "number", "Upper end of a range of value", unit="see currency"),
            _modifier("modifier", "quantity"),
            _modifier("value_modifier", "value"),
            Slot("drug_class", "string", "Class stated, or fixed by the Misuse of Drugs Act 1971 (country GB)",
                 ("A", "B", "C")),
            Slot("calibre", "string", "Calibre or gauge as written, without unit words"),
            Slot("certainty", "string", "suspected where the text only suspects or believes it",
                 CERTAINTIES, default="confirmed"),
            Slot("weight_kg", "number", "Weight of what is weighed, from quantity and unit", unit="kg", derived=True),
            Slot("value_basis", "string", "What value is the value of, by the words beside it", VALUE_BASES,
                 derived=True),
            Slot("firearm_type", "string", "Of firearms and imitations: real, converted, antique or imitation",
                 FIREARM_TYPES, derived=True),
            Slot("concealment", "string", "Where it was hidden, as written", derived=True),
            Slot("contained_in", "string", "Of ammunition: the listed firearm that held it", derived=True),
            _ASSERTION,
        )),
        Table("outcomes", "What happened to people", (
            Slot("statuses", "list", "What happened; several only where one count covers alternatives",
                 STATUSES, key=True),
            Slot("count", "integer", "Number of people", unit="people", key=True),
            Slot("of_count", "integer", "The larger group this count is taken from", unit="people", key=True),
            Slot("offences", "list", "Offences in the text's own words, lower case", key=True),
            _modifier("modifier", "count"),
            Slot("who", "string", "Kind of person", WHO),
            Slot("ages", "list", "Ages as strings: 24, 20s, 18-55, 15+", unit="years"),
            Slot("names", "list", "Full names as written, without rank or title"),
            Slot("sentence_months", "number", "Custodial term of each person; life is 1200", unit="months"),
            Slot("court", "string", "The court that the sentence names, as written", derived=True),
            Slot("offence_sections", "list", "The section of the International Classification of Crime for Statistical "
                 "Purposes (UNODC 2015) that each offence falls under, in the order of offences; 11 is other",
                 ICCS_SECTIONS, derived=True),
            _ASSERTION,
        )),
        Table("activities", "What police did", (
            Slot("tactic", "string", "Kind of activity", TACTICS, key=True),
            Slot("count", "integer", "How many; empty where the text gives no number", key=True),
            _modifier("modifier", "count"),
        )),
        Table("incidents", "The crimes or events behind the operation, arrests or charges", (
            Slot("kind", "string", "Kind of incident", INCIDENTS, key=True),
            Slot("count", "integer", "How many", key=True),
            _modifier("modifier", "count"),
            _ASSERTION,
        )),
        Table("quotes", "Who speaks, and what they say", (
            Slot("speaker", "string", "Full name as written, without rank or title", key=True),
            Slot("role", "string", "Rank, title or office as written"),
            Slot("text", "string", "The words quoted, without quotation marks; paragraphs parted by a line break"),
        )),
        Table("places", "Every named place", (
            Slot("name", "string", "Name as written, once", key=True),
        )),
        Table("contacts", "Whom to tell, and how", (
            Slot("organisation", "string", "Who is to be told (police, Crimestoppers, a tip line)"),
            Slot("kind", "string", "Way of contact", ("phone", "text", "web", "email")),
            Slot("value", "string", "Number or address as written"),
        )),
        Table("aims", "What the force says the operation is for", (
            Slot("text", "string", "The aim as written"),
        )),
    )
}
SCORED = ("operations", "seizures", "outcomes", "activities", "incidents", "quotes", "places")

TABLES: dict[str, Table] = FAMILIES | {
    table.name: table
    for table in (
        Table("releases", "The documents read", (
            Slot("id", "string", "The row's id, or the file's stem"),
            Slot("title", "string", "Headline where the input carries one"),
            Slot("publisher", "string", "The force or agency that issued it"),
            Slot("country", "string", "Country of the publisher", unit="ISO 3166-1 alpha-2"),
            Slot("published", "date", "Date of publication", unit="ISO 8601"),
            Slot("url", "string", "Where it was published"),
            Slot("sha256", "string", "Hash of the text as read", unit="SHA-256, hex"),
            Slot("source", "string", "The file or row it was read from"),
            Slot("n_chars", "integer", "Length of the text", unit="code points"),
        )),
        Table("checks", "Contradictions found in a release", (
            Slot("kind", "string", "Kind of contradiction"),
            Slot("message", "string", "What does not agree"),
            Slot("start", "integer", "First span", unit="code points"),
            Slot("end", "integer", "End of the first span", unit="code points"),
            Slot("other_start", "integer", "Second span", unit="code points"),
            Slot("other_end", "integer", "End of the second span", unit="code points"),
        )),
        Table("unclaimed", "Figures and weapon, drug and outcome words that no fact claims", (
            Slot("kind", "string", "What it is", ("number", "amount", "term")),
            Slot("text", "string", "The words"),
            Slot("start", "integer", "Where it begins", unit="code points"),
            Slot("end", "integer", "Where it ends", unit="code points"),
            Slot("reason", "string", "Why it was left, where known"),
        )),
        Table("failures", "Inputs that could not be read, and why", (
            Slot("source", "string", "The file or row"),
            Slot("reason", "string", "Why, and what is accepted"),
        )),
    )
}


def span_columns(family: str) -> tuple[str, str]:
    """The columns of a family's rows that hold a fact's span, in code points of the release's text.

    They are ``start`` and ``end``; operations have dates of those names, so there the span is ``span_start`` and
    ``span_end``.
    """
    taken = {slot.name for slot in FAMILIES[family].slots}
    return ("span_start", "span_end") if "start" in taken else ("start", "end")


_COLUMNS = {  # looked up for every row of every table
    name: [(slot.name, slot.type == "list", slot.default) for slot in table.slots] for name, table in FAMILIES.items()
}
_SPANS = {name: span_columns(name) for name in FAMILIES}


@dataclass(slots=True)
class Release:
    """One press release as read.

    ``text`` is the text that all offsets count in; ``country`` (ISO 3166-1 alpha-2) decides what ``$`` means and
    how 3/4/2022 is read; ``published`` (ISO date) completes dates without a year.
    """

    text: str
    id: str | None = None
    country: str | None = None
    published: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    source: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """Hash of the text as read (surrogates, which no well-formed text holds, are kept apart)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def __repr__(self) -> str:
        beginning = " ".join(self.text[:400].split())
        return "\n".join(part for part in (f"Release {self.origin}", self.title, textwrap.shorten(
            beginning, 240, placeholder=" …")) if part)

    def _repr_html_(self) -> str:
        from beatbook import markup  # late: only Jupyter asks, and what shows stands above what is shown

        return markup.with_styles(markup.release(self))

    @property
    def origin(self) -> str:
        """Id, publisher, country, day and length in one line, as far as they are known."""
        parts = (self.id or "without an id", self.publisher, self.country, self.published)
        return " · ".join([*filter(None, parts), f"{len(self.text):,} characters"])

    def row(self) -> dict[str, Any]:
        """This release as a row of the ``releases`` table."""
        values = {slot.name: getattr(self, slot.name, None) for slot in TABLES["releases"].slots}
        return values | {"sha256": self.sha256, "n_chars": len(self.text)}


@dataclass(slots=True)
class Fact:
    """One fact: its slots, the span ``[start, end)`` of the text that states it, and the rule that made it.

    ``where`` gives the span of a slot that stands elsewhere ("They were bailed": the count with the antecedent).
    """

    family: str
    slots: dict[str, Any]
    start: int
    end: int
    rule: str
    where: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        """The slot's value, its default where the fact does not fill it. Raises KeyError for no slot of the family."""
        value = self.slots.get(name)
        if value is not None:
            return value
        slot = FAMILIES[self.family].slot(name)
        return [] if slot.type == "list" else slot.default

    def row(self) -> dict[str, Any]:
        """All slots of the family in order (defaults filled in), then its span (see ``span_columns``) and rule."""
        stated = self.slots.get
        values = {
            name: value if (value := stated(name)) is not None else [] if several else default
            for name, several, default in _COLUMNS[self.family]
        }
        start, end = _SPANS[self.family]
        values[start], values[end], values["rule"] = self.start, self.end, self.rule
        return values


@dataclass(slots=True)
class Record:
    """All that was found in one release: facts by family, contradictions and unclaimed figures."""

    release: Release
    facts: dict[str, list[Fact]]
    checks: list[dict[str, Any]] = field(default_factory=list)
    unclaimed: list[dict[str, Any]] = field(default_factory=list)

    @property
    def id(self) -> str | None:
        """The release's id."""
        return self.release.id

    def __repr__(self) -> str:
        lines = [f"  {family}: {len(facts)}" for family, facts in self.facts.items() if facts] or ["  no fact"]
        others = [f"  {name}: {len(rows)}" for name, rows in (("checks", self.checks), ("unclaimed", self.unclaimed))]
        return "\n".join([f"Record of {self.release.origin}", *lines, *others])

    def _repr_html_(self) -> str:
        from beatbook import markup

        return markup.with_styles(markup.record(self))

    def __iter__(self) -> Iterator[Fact]:
        for facts in self.facts.values():
            yield from facts

    def evidence(self, fact: Fact) -> str:
        """The fact's own words."""
        return self.release.text[fact.start:fact.end]

    def rows(self, family: str) -> list[dict[str, Any]]:
        """The family's facts as every table and export has them: release_id, fact_id, slots, span, rule, evidence.

        ``fact_id`` numbers the facts of one family within their release ("seizures-3").
        """
        return [
            {"release_id": self.id, "fact_id": f"{family}-{number}"} | fact.row() | {"evidence": self.evidence(fact)}
            for number, fact in enumerate(self.facts.get(family, []), 1)
        ]

    def to_dict(self) -> dict[str, Any]:
        """The record as ``records.jsonl`` holds it."""
        return {
            "id": self.id,
            "facts": {
                name: [fact.row() | {"evidence": self.evidence(fact)} for fact in self.facts.get(name, [])]
                for name in FAMILIES
            },
        }
