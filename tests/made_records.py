"""Records made by hand, so that a test of what is shown does not hang on what is found."""

from typing import Any

from beatbook.records import FAMILIES, Fact, Record, Release


def made(
    text: str, /, id: str = "met-1", published: str | None = "2022-11-30", **families: list[dict[str, Any]]
) -> Record:
    """A record whose facts stand at the first place of their ``evidence`` in the text."""
    facts: dict[str, list[Fact]] = {family: [] for family in FAMILIES}
    for family, rows in families.items():
        for row in rows:
            slots = {name: value for name, value in row.items() if name != "evidence"}
            start = text.index(row["evidence"])
            facts[family].append(Fact(family, slots, start, start + len(row["evidence"]), "by hand"))
    return Record(Release(text, id, "GB", published, source=f"{id}.txt"), facts)


def thing(evidence: str, category: str, item: str, quantity: float | None = None, unit: str | None = None,
          **slots: Any) -> dict[str, Any]:
    """One seizure; its unit is item where it has a quantity and none is given."""
    unit = unit or ("item" if quantity is not None else None)
    return {"evidence": evidence, "category": category, "item": item, "quantity": quantity, "unit": unit} | slots


def people(evidence: str, statuses: str, count: int | None, **slots: Any) -> dict[str, Any]:
    """One outcome; statuses are parted by spaces."""
    return {"evidence": evidence, "statuses": statuses.split(), "count": count} | slots


WEEK = made(
    "Officers seized two pistols, a .38 revolver with four rounds, four suspected blank firearms, Class A drugs and "
    "Class B drugs (including skunk worth about £20,000). The week ran from Monday, 21 November to Sunday, 27 "
    "November. Of the 17 people arrested, 12 were charged, recalled to prison or appeared in court. Two men, Al Brook "
    "and Cy Dunn, were charged with conspiracy to murder. Fourteen weapon sweeps took place in London; officers "
    "patrolled. It follows four shootings. Inspector Jo Field said: “We will go on.” Brook was remanded. Call 101. Our "
    "aim: to stop it.",
    operations=[{"evidence": "The week ran from Monday, 21 November to Sunday, 27 November", "start": "2022-11-21",
                 "end": "2022-11-27", "agencies": ["Met"]}],
    seizures=[
        thing("two pistols", "firearm", "pistol", 2),
        thing("a .38 revolver", "firearm", "revolver", 1, calibre=".38"),
        thing("four rounds", "ammunition", "round", 4, "round"),
        thing("four suspected blank firearms", "imitation_firearm", "blank firearm", 4, certainty="suspected"),
        thing("Class A drugs", "drug", "class A drugs", drug_class="A"),
        thing("Class B drugs", "drug", "class B drugs", drug_class="B"),
        thing("skunk worth about £20,000", "drug", "cannabis", value=20000.0, currency="GBP", value_modifier="approx",
              drug_class="B", role="part"),
    ],
    outcomes=[
        people("Of the 17 people arrested", "arrested", 17),
        people("12 were charged, recalled to prison or appeared in court", "charged recalled appeared_in_court", 12,
               of_count=17),
        people("Two men, Al Brook and Cy Dunn, were charged with conspiracy to murder", "charged", 2, who="man",
               names=["Al Brook", "Cy Dunn"], offences=["conspiracy to murder"], ages=["24", "31"]),
        people("Brook was remanded", "remanded", 1, who="man", names=["Al Brook"]),
    ],
    activities=[{"evidence": "Fourteen weapon sweeps", "tactic": "weapon_sweep", "count": 14},
                {"evidence": "officers patrolled", "tactic": "patrol"}],
    incidents=[{"evidence": "four shootings", "kind": "shooting", "count": 4}],
    quotes=[{"evidence": "Inspector Jo Field said: “We will go on.”", "speaker": "Jo Field", "role": "Inspector",
             "text": "We will go on."}],
    places=[{"evidence": "London", "name": "London"}],
    contacts=[{"evidence": "Call 101", "organisation": "police", "kind": "phone", "value": "101"}],
    aims=[{"evidence": "to stop it", "text": "to stop it"}],
)
