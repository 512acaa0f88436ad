"""The pipeline: a release in, a record out."""

from beatbook.checks import contradictions, unclaimed
from beatbook.facts import activities, aims, contacts, incidents, operations, places, quotes
from beatbook.grammar.assertion import scopes
from beatbook.language.document import Doc
from beatbook.proof import REFUSED, Prover
from beatbook.reading.metadata import fill
from beatbook.records import Record, Release
from beatbook.resolve import outcomes, seizures
from beatbook.resolve.details import add_details

FINDERS = {
    "operations": operations.find,
    "seizures": seizures.find,
    "outcomes": outcomes.find,
    "activities": activities.find,
    "incidents": incidents.find,
    "quotes": quotes.find,
    "places": places.find,
    "contacts": contacts.find,
    "aims": aims.find,
}


def extract(
    text: str | Release, *, id: str | None = None, country: str | None = None, published: str | None = None,
    title: str | None = None,
) -> Record:
    """Extract one release.

    Args:
        text: the release's text, or a Release that carries its own metadata.
        id, country, published, title: metadata of a bare text; ``country`` is ISO 3166-1 alpha-2 and decides what
            ``$`` means and how 3/4/2022 is read, ``published`` (ISO date) completes dates without a year. What is not
            given is taken from the text where it tells.

    Returns:
        The record: facts by family, each with its span in the text.
    """
    release = text if isinstance(text, Release) else fill(Release(text, id, country, published, title))
    doc = Doc(release)
    doc.scopes = scopes(doc)
    prove = Prover(doc).prove
    facts = {family: [fact for fact in find(doc) if prove(fact).status != REFUSED] for family, find in FINDERS.items()}
    add_details(doc, facts)
    return Record(release, facts, contradictions(doc, facts), unclaimed(doc, facts))
