"""What is added in one place is known in the others: labels have words and terms, families are shown, slots are proved.

These are the tests that a recipe in CONTRIBUTING.md fails until it was followed to its end.
"""

import re
from pathlib import Path

import pytest

from beatbook import display, extract, lexicons, markup, phrases, terminal
from beatbook.commands import telling
from beatbook.extract import FINDERS
from beatbook.proof import verdict
from beatbook.reading import formats
from beatbook.records import CATEGORIES, FAMILIES, INCIDENTS, STATUSES, TACTICS
from beatbook.review import cells
from beatbook.scoring import matching

# Slots that are not read again from the span, and why. A slot with a closed list is a judgement, and needs no row here.
UNPROVED = {
    ("seizures", "currency"): "proved with value",
    ("seizures", "weight_kg"): "reckoned from quantity and unit, which are proved",
    ("seizures", "concealment"): "cut from the sentence as it stands",
    ("seizures", "contained_in"): "the item of another fact",
    ("outcomes", "court"): "cut from the sentence as it stands",
    ("contacts", "organisation"): "a name by which the line or address is known",
}
# Lexicons in which a term means one thing. In others a term may stand once a meaning (searched: premises, a person).
ONE_MEANING = ("activities", "drugs", "incidents", "makes", "packages", "publishers", "things")


@pytest.mark.parametrize(("labels", "words"), [
    (TACTICS, phrases.tactic), (CATEGORIES, phrases.category), (INCIDENTS, phrases.who),
], ids=["tactics", "categories", "incidents"])
def test_every_label_is_said_in_words(labels, words):
    """A reader sees no label with an underscore, and no label of another number."""
    assert [label for label in labels if "_" in words(label, 2) or "_" in words(label, 1)] == []


@pytest.mark.parametrize("label", TACTICS)
def test_a_tactic_has_words_of_its_own(label):
    """Singular and plural stand in `phrases`, and not only the label itself."""
    assert label in phrases._TACTIC_WORDS


def labels_of(*columns):
    """All labels of columns of lexicons ("activities.tactic"), those of one cell parted by a bar.

    "none" is the label of a term that is listed because it says nothing ("a not guilty plea").
    """
    found = set()
    for column in columns:
        name, _, key = column.partition(".")
        found.update(label for row in lexicons.rows(name) for label in re.split(r"[|;]", row[key] or "") if label)
    return found - {"none"}


@pytest.mark.parametrize(("labels", "columns", "by_rule"), [
    (TACTICS, ("activities.tactic", "activity_verbs.tactic"), {"officers_deployed", "forces_involved"}),
    (INCIDENTS, ("incidents.kind",), set()),
    (STATUSES, ("outcomes.status",), set()),
    (CATEGORIES, ("things.category",), {"drug", "cash"}),
], ids=["tactics", "incidents", "statuses", "categories"])
def test_labels_and_terms_agree(labels, columns, by_rule):
    """Each label has a term that stands for it, and each term a label that there is."""
    found = labels_of(*columns)
    assert set(labels) - found - by_rule == set(), "no lexicon row has this label"
    assert found - set(labels) == set(), "records.py does not know this label"


@pytest.mark.parametrize("name", ONE_MEANING)
def test_no_term_stands_twice(name):
    """Of two rows for one term the first would hold, and nobody would be told."""
    terms = [row["term"] for row in lexicons.rows(name)]
    assert sorted({term for term in terms if terms.count(term) > 1}) == []


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_found_shown_and_corrected(family):
    """Each family has a finder, a name and look, a table in the report, a line in the terminal, and what it needs."""
    shown = set(display._ROWS) | set(display._LISTS)
    places = {
        "extract.FINDERS": FINDERS, "markup.NAMES": markup.NAMES, "markup.LOOKS": markup.LOOKS,
        "display._ROWS or _LISTS": shown, "terminal._LABELS": terminal._LABELS,
        "review.cells.REQUIRED": cells.REQUIRED,
    }
    missing = [place for place, known in places.items() if family not in known]
    assert not missing, f"{family} is missing in: {', '.join(missing)}"


def test_short_names_of_families_differ():
    """Two families never have one mark in the text (Se3)."""
    assert len({markup.mark(family) for family in FAMILIES}) == len(FAMILIES)


def test_every_slot_is_proved_judged_or_excused():
    """Whoever adds a slot says how its value is proved, or why it need not be."""
    slots = {(family, slot.name) for family in FAMILIES for slot in FAMILIES[family].slots if not slot.vocabulary}
    checked = {(family, name) for family, checks in verdict.CHECKS_OF.items() for name, _ in checks}
    assert slots - checked - UNPROVED.keys() == set(), "a row in proof.verdict.CHECKS, or a reason here"
    assert UNPROVED.keys() - slots == set() and UNPROVED.keys() & checked == set()


def test_a_format_is_known_everywhere(project):
    """Each kind of file has a reader, a name for messages, and a place in what is said to be accepted."""
    page = (project / "docs" / "formats.md").read_text(encoding="utf-8")
    for ending, module in formats.MODULES.items():
        assert module in formats._NAMES, f"{module}: formats._NAMES"
        assert (project / "lib" / "beatbook" / "reading" / f"{module}.py").is_file()
        assert f"`{ending}`" in page, f"{ending}: docs/formats.md"
    for module in set(formats.MODULES.values()):
        endings = {ending for ending, name in formats.MODULES.items() if name == module}
        for where, said in (("formats.ACCEPTED", formats.ACCEPTED), ("telling.INPUT", telling.INPUT)):
            assert endings & set(re.findall(r"\.[a-z.]+[a-z]", said)), f"{module}: {where}"
    assert set(formats.MODULES.values()) == set(formats._NAMES)


def test_extract_is_one_screen():
    """The pipeline can be read at once: no more than fifty lines."""
    assert len(Path(extract.__code__.co_filename).read_text(encoding="utf-8").splitlines()) <= 50


def test_scored_slots_are_slots():
    """What is scored beside the keys is in the schema."""
    for family, names in matching.BESIDE.items():
        assert set(names) <= {slot.name for slot in FAMILIES[family].slots}
