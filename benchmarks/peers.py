"""The peers that benchmarks/speed.py measures: each what its own documentation calls, on the text of a release."""

from collections.abc import Callable
from importlib import metadata, util

from beatbook.lexicons import rows
from beatbook.records import Release

Work = Callable[[Release], object]


def installed() -> tuple[dict[str, tuple[str, Work]], list[str]]:
    """The peers that can be imported here, by name with version and work, and the names of the others."""
    found, missing = {}, []
    for name, (needs, make) in PEERS.items():
        if all(util.find_spec(module) for module in needs.values()):
            versions = " + ".join(metadata.version(package) for package in needs)
            found[name] = (versions, make())
        else:
            missing.append(name)
    return found, missing


def _eyecite() -> Work:
    from eyecite import get_citations

    return lambda release: get_citations(release.text)


def _entity_ruler() -> Work:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([
        {"label": name, "pattern": row["term"]}
        for name in ("things", "drugs", "outcomes", "offences", "persons") for row in rows(name)
    ])
    return lambda release: [(entity.label_, entity.start_char, entity.end_char)
                            for entity in pipeline(release.text).ents]


def _glue() -> Work:
    from dateparser.search import search_dates
    from price_parser import Price
    from quantulum3 import parser
    from text_to_num import alpha2digit

    def work(release: Release) -> object:
        return (parser.parse(release.text), search_dates(release.text, languages=["en"]),
                Price.fromstring(release.text), alpha2digit(release.text, "en"))

    return work


PEERS: dict[str, tuple[dict[str, str], Callable[[], Work]]] = {
    "eyecite": ({"eyecite": "eyecite"}, _eyecite),
    "spaCy EntityRuler": ({"spacy": "spacy"}, _entity_ruler),
    "quantulum3 + dateparser + price-parser + text2num": (
        {"quantulum3": "quantulum3", "dateparser": "dateparser", "price-parser": "price_parser",
         "text2num": "text_to_num"}, _glue),
}
