"""Scoring: the figures of the benchmark's own score.py, their intervals, and what two runs win and lose."""

import copy
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beatbook import InputError
from beatbook.cli import main
from beatbook.extract import extract
from beatbook.records import FAMILIES, SCORED
from beatbook.scoring import (
    Gold,
    agreement,
    extracted,
    gains,
    read_facts,
    read_gold,
    score,
    write_facts,
)
from beatbook.scoring.judging import in_context
from beatbook.scoring.matching import BESIDE, COMPARISONS, KEYS

TEXT = (
    "Officers from Northmoor Police carried out four warrants in Eastley on Tuesday 4 March 2025.\n"
    "They seized two pistols, 3kg of cocaine and £4,000 in cash. Six people were arrested, of whom four were charged "
    "with conspiracy to supply cocaine. Dana Quill, 34, was remanded.\n"
    "Superintendent Ines Farrow said: “Four dangerous people are off our streets.”"
)


def fact(evidence: str, **slots: Any) -> dict[str, Any]:
    return {"evidence": evidence, **slots}


FACTS: dict[str, list[dict[str, Any]]] = {
    "operations": [
        fact("on Tuesday 4 March 2025", start="2025-03-04", end="2025-03-04", agencies=["Northmoor Police"]),
    ],
    "seizures": [
        fact("two pistols", category="firearm", item="pistol", quantity=2, unit="item"),
        fact("3kg of cocaine", category="drug", item="cocaine", quantity=3, unit="kg", drug_class="A"),
        fact("£4,000 in cash", category="cash", item="cash", value=4000, currency="GBP"),
    ],
    "outcomes": [
        fact("Six people were arrested", statuses=["arrested"], count=6, who="person"),
        fact("four were charged", statuses=["charged"], count=4, of_count=6,
             offences=["conspiracy to supply cocaine"]),
        fact("Dana Quill, 34, was remanded", statuses=["remanded"], count=1, names=["Dana Quill"], ages=["34"]),
    ],
    "activities": [fact("four warrants", tactic="warrant", count=4)],
    "incidents": [],
    "quotes": [fact("Superintendent Ines Farrow said", speaker="Ines Farrow", role="Superintendent")],
    "places": [fact("Eastley", name="Eastley")],
}


def document(id: str = "made-1", country: str = "GB", **changes: Any) -> Gold:
    return Gold(id, TEXT, copy.deepcopy(FACTS), country, "2025-03-05", **changes)


def with_facts(**families: list[dict[str, Any]]) -> dict[str, Any]:
    return {"made-1": copy.deepcopy(FACTS) | families}


# The same figures as score.py -----------------------------------------------------------------------------------------

@pytest.fixture(scope="session")
def official(shared: Path) -> ModuleType:
    """The benchmark's own score.py."""
    spec = importlib.util.spec_from_file_location("official_score", shared / "benchmark" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def readable(shared: Path) -> list[dict[str, Any]]:
    """The gold documents that may be read: a failing example is printed."""
    documents = [json.loads(path.read_text(encoding="utf-8"))
                 for path in sorted((shared / "benchmark" / "dev").glob("*.json"))]
    return [row for row in documents if row["id"] == "seed" or int(row["id"][4:]) <= 6]


def test_scores_the_slots_that_the_benchmark_scores(official: ModuleType) -> None:
    """Keys and the other scored slots are the benchmark's, in its order, which weighs the first key slot most."""
    assert {family: list(slots) for family, slots in KEYS.items()} == {f: official.KEYS[f] for f in SCORED}
    assert {family: list(slots) for family, slots in BESIDE.items()} == {f: official.EXTRA[f] for f in SCORED}
    defaults = {slot.name: slot.default for family in SCORED for slot in FAMILIES[family].slots
                if slot.default is not None and slot.name in KEYS[family] + BESIDE[family]}
    assert defaults == official.DEFAULTS


WORDS = ["the", "a", "pistols", "pistol", "knives", "knife", "batteries", "of", "class", "A", "cocaine", "murder",
         "conspiracy to", "robbery", "Det. Insp.", "’s", "x", "boxes", "axes"]
VALUES = st.one_of(
    st.none(), st.integers(0, 5), st.floats(0, 3, allow_nan=False), st.booleans(), st.just(""), st.just([]),
    st.sampled_from(["exact", "approx", "confirmed", "suspected", "item", "part", "total", "kg", "A", "man", "person"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
)
LISTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), max_size=3)


PLURALS = {"pistol": "pistols", "knives": "knife", "batteries": "battery", "axes": "axe", "boxes": "box"}
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6)


@given(data=st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_compares_values_as_the_benchmark_does(official: ModuleType, data: st.DataObject) -> None:
    """Two values of a slot agree here where they agree there: plurals, parts of a phrase, nearly the same offence."""
    every = [(family, comparison) for family in SCORED for comparison in COMPARISONS[family]]
    loose = [(family, comparison) for family, comparison in every if comparison.name in ("item", "offences", "role")]
    family, comparison = data.draw(st.sampled_from(loose) | st.sampled_from(every))
    phrase = data.draw(PHRASES)
    kept = [PLURALS.get(word, word) if data.draw(st.booleans()) else word
            for word in phrase if data.draw(st.integers(0, 5))] + data.draw(st.sampled_from([[], ["x"]]))
    values: list[Any] = [" ".join(phrase), " ".join(kept)]
    if FAMILIES[family].slot(comparison.name).type == "list":
        other = " ".join(data.draw(PHRASES))
        values = [[values[0], other], data.draw(st.permutations([values[1], other]))]
    elif data.draw(st.integers(0, 3)) == 0:
        values = [data.draw(VALUES), data.draw(VALUES)]
    forms = [comparison.comparable(value) for value in values]
    assert comparison.agree(*forms) == official.agree(family, comparison.name, *values)


def perturbed(data: st.DataObject, facts: dict[str, Any], length: int) -> dict[str, Any]:
    """Facts of a document as a poor extractor might give them: dropped, doubled, changed, moved, swapped."""
    draw = data.draw
    result: dict[str, Any] = {}
    for family in SCORED:
        out = []
        for original in facts.get(family, []):
            for _ in range(draw(st.sampled_from([0, 1, 1, 1, 1, 2]))):
                changed = dict(original)
                for slot in draw(st.lists(st.sampled_from(KEYS[family] + BESIDE[family]), max_size=2)):
                    kind = FAMILIES[family].slot(slot).type
                    changed[slot] = draw(LISTS if kind == "list" else VALUES)
                if family != "operations" and draw(st.booleans()):
                    changed["start"] = draw(st.integers(-3, length + 3))
                    changed["end"] = changed["start"] + draw(st.integers(-2, 60))
                elif draw(st.integers(0, 9)) == 0:
                    changed["evidence"] = draw(st.sampled_from(["not in the text", "", "police"]))
                out.append(changed)
        result[family] = draw(st.permutations(out))
    return result


def same_figures(official: ModuleType, golds: list[dict[str, Any]], predicted: list[dict[str, Any]]) -> None:
    expected, errors = official.score(golds, predicted)
    scores = score([Gold(row["id"], row["text"], row["facts"], row["country"]) for row in golds],
                   {row["id"]: row["facts"] for row in predicted})
    assert scores.grounded == expected["grounded"]
    for name, ours in (("strict", scores.strict), ("slot", scores.slot)):
        theirs = expected[name]
        assert {family: {key: rate._asdict()[key] for key in ("p", "r", "f1", "tp", "pred", "gold")}
                for family, rate in ours.items()} == theirs
    counted = [(found.id, found.family, str(found).replace("wrong: ", "differs in "), found.gold, found.predicted)
               for found in scores.disagreements if found.counted]

    def stripped(side: dict[str, Any] | None) -> dict[str, Any] | None:
        return side and {key: value for key, value in side.items() if not key.startswith("_")}

    theirs = [(id, family, cause, stripped(gold), stripped(guess)) for id, family, cause, gold, guess in errors]
    assert sorted(map(str, counted)) == sorted(map(str, theirs))


@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_agrees_with_the_benchmark_on_spoilt_gold(
    official: ModuleType, readable: list[dict[str, Any]], data: st.DataObject,
) -> None:
    """Strict, slot and grounded figures, and the disagreements, are those of score.py, however poor the prediction."""
    golds = data.draw(st.lists(st.sampled_from(readable), min_size=1, max_size=2, unique_by=lambda row: row["id"]))
    predicted = [{"id": row["id"], "facts": perturbed(data, row["facts"], len(row["text"]))} for row in golds]
    same_figures(official, golds, predicted[data.draw(st.integers(0, 1)):] if len(golds) > 1 else predicted)


def test_agrees_with_the_benchmark_on_crossed_documents(official: ModuleType, readable: list[dict[str, Any]]) -> None:
    """Facts of other documents, which agree by chance only, are aligned as score.py aligns them."""
    predicted = [{"id": row["id"], "facts": other["facts"]}
                 for row, other in zip(readable, [*readable[1:], readable[0]], strict=True)]
    same_figures(official, readable, predicted)


def test_agrees_with_the_benchmark_on_what_is_extracted(official: ModuleType, readable: list[dict[str, Any]]) -> None:
    """Records as the command writes them, with dates and spans of operations side by side, score alike on both."""
    records = [extract(row["text"], id=row["id"], country=row["country"], published=row["published"])
               for row in readable]
    same_figures(official, readable, [json.loads(json.dumps(record.to_dict())) for record in records])
    golds = [Gold(row["id"], row["text"], row["facts"], row["country"]) for row in readable]
    assert score(golds, records).to_dict() == score(golds, {record["id"]: record["facts"] for record in
                                                            (record.to_dict() for record in records)}).to_dict()


# Figures and intervals ------------------------------------------------------------------------------------------------

def test_a_perfect_prediction_is_right_in_all_of_it() -> None:
    scores = score([document()], with_facts())
    assert scores.strict["all"][:6] == (1, 1, 1, 10, 10, 10)
    assert scores.slot["all"].f1 == scores.grounded == 1
    assert scores.disagreements == []


@pytest.mark.parametrize(("label", "family", "facts", "cause", "slots"), [
    ("another number", "activities", [fact("four warrants", tactic="warrant", count=5)], "wrong", ("count",)),
    ("a default spelt out", "activities", [fact("four warrants", tactic="warrant", count=4, modifier="exact")],
     None, ()),
    ("a slot beside the key", "activities", [fact("four warrants", tactic="warrant", count=4, modifier="approx")],
     "detail", ("modifier",)),
    ("nothing", "activities", [], "missed", ()),
    ("one too many", "incidents", [fact("dangerous", kind="assault", count=1)], "invented", ()),
    ("a longer title", "quotes", [fact("said", speaker="INES FARROW", role="Superintendent of Northmoor")], None, ()),
    ("another speaker", "quotes", [fact("said", speaker="Dana Quill")], "invented", ()),
])
def test_names_the_cause_of_a_disagreement(
    label: str, family: str, facts: list[dict[str, Any]], cause: str | None, slots: tuple[str, ...],
) -> None:
    found = {disagreement.cause: disagreement for disagreement in
             score([document()], with_facts(**{family: facts}), [family]).disagreements}
    assert (cause in found if cause else not found), label
    if cause:
        assert found[cause].slots == slots
        assert found[cause].counted == (cause != "detail")


def test_a_disagreement_stands_in_its_context() -> None:
    [found] = score([document()], with_facts(activities=[]), ["activities"]).disagreements
    before, words, after = found.context(20)
    assert (before, words) == ("…Police carried out ", "four warrants")
    assert after.startswith(" in Eastley")
    assert after.endswith("…")


@pytest.mark.parametrize(("span", "expected"), [
    (None, ("", "", "")),
    ((0, 8), ("", "Officers", " from Northmoor…")),
    ((len(TEXT) - 8, len(TEXT)), ("…our ", "streets.", "”")),
])
def test_context_is_cut_at_words(span: tuple[int, int] | None, expected: tuple[str, str, str]) -> None:
    if span and span[0]:
        span = (span[0] - 1, span[1] - 1)
    assert in_context(TEXT, span, 17 if span == (0, 8) else 5) == expected


def many(wrong: int, documents: int = 40) -> tuple[list[Gold], dict[str, Any]]:
    """Documents in two countries of which the first ones have no activity found."""
    golds = [document(f"made-{at}", "GB" if at % 2 else "US") for at in range(documents)]
    return golds, {gold.id: dict(gold.facts) | ({"activities": []} if at < wrong else {})
                   for at, gold in enumerate(golds)}


def test_intervals_are_those_of_the_binomial_where_documents_hold_one_fact_each() -> None:
    """With one fact a document the bootstrap of recall is a binomial: 30 of 40 is 0.75 ± 1.96·√(0.75·0.25/40)."""
    golds, facts = many(wrong=10)
    rate = score(golds, facts).strict["activities"]
    assert (rate.p, rate.r) == (1, 0.75)
    assert rate.p_interval == (1, 1)
    assert rate.r_interval == pytest.approx((0.616, 0.884), abs=0.03)


def test_intervals_narrow_with_more_documents() -> None:
    narrow, wide = (score(*many(wrong=n // 4, documents=n)).strict["activities"].r_interval for n in (400, 20))
    assert narrow
    assert wide
    assert narrow[1] - narrow[0] < (wide[1] - wide[0]) / 3


def test_the_same_input_gives_the_same_intervals() -> None:
    assert score(*many(7)).to_dict() == score(*many(7)).to_dict()


def test_a_single_document_has_no_interval() -> None:
    scores = score([document()], with_facts())
    assert scores.strict["all"].f1_interval is None
    assert scores.grounded_interval is None


def test_a_family_without_facts_has_no_interval() -> None:
    assert score(*many(0)).strict["incidents"].f1_interval is None


def test_scores_each_country_apart() -> None:
    golds, facts = many(wrong=0)
    for gold in golds:
        if gold.country == "US":
            facts[gold.id] = {}
    parts = score(golds, facts).by("country")
    assert {name: (part.documents, part.strict["all"].r) for name, part in parts.items()} == {
        "GB": (20, 1), "US": (20, 0)}
    assert list(score(golds, facts).by("publisher")) == [""]


def test_refuses_a_family_that_is_not_scored() -> None:
    with pytest.raises(ValueError, match="'aims' is not scored; operations, seizures"):
        score([document()], {}, ["aims"])
    with pytest.raises(ValueError, match="no gold document"):
        score([], {})


def test_counts_each_slot_alone() -> None:
    seizures = copy.deepcopy(FACTS["seizures"])
    seizures[0]["quantity"], seizures[1]["drug_class"] = 9, "B"
    by_slot = score([document()], with_facts(seizures=seizures)).by_slot
    assert by_slot["seizures", "quantity"][3:6] == (1, 2, 2)
    assert by_slot["seizures", "drug_class"][3:6] == (0, 1, 1)
    assert by_slot["seizures", "category"].f1 == 1


# Held-out documents ---------------------------------------------------------------------------------------------------

def test_held_out_documents_are_counted_and_never_shown() -> None:
    golds = [document("open"), document("secret", held_out=True)]
    scores = score(golds, {})
    assert scores.strict["all"].gold == 20
    assert {found.id for found in scores.disagreements} == {"open"}
    assert sum(scores.causes.values()) == 20
    assert {name: part.documents for name, part in scores.by("reading").items()} == {"held out": 1, "read": 1}
    change = gains(golds, {}, {gold.id: gold.facts for gold in golds})
    assert {fact.id for fact in change.changes} == {"open"}
    assert change.balance["all"].changes["won"] == 20


# Gains and losses -----------------------------------------------------------------------------------------------------

FOUR, FIVE, ABOUT = ([fact("four warrants", tactic="warrant", count=count, modifier=modifier, rule="r1")]
                     for count, modifier in ((4, "exact"), (5, "exact"), (4, "approx")))
SHOT = [fact("dangerous", kind="shooting", count=1)]



@pytest.mark.parametrize(("label", "gold", "before", "after", "change", "states"), [
    ("found now", FOUR, [], FOUR, "won", ("missed", "right (r1)")),
    ("mended", FOUR, FIVE, FOUR, "won", ("wrong in count (r1)", "right (r1)")),
    ("broken", FOUR, FOUR, FIVE, "lost", ("right (r1)", "wrong in count (r1)")),
    ("no longer found", FOUR, FOUR, [], "lost", ("right (r1)", "missed")),
    ("a detail more", ABOUT, FOUR, ABOUT, "better", ("right but for modifier (r1)", "right (r1)")),
    ("a detail less", ABOUT, ABOUT, FOUR, "worse", ("right (r1)", "right but for modifier (r1)")),
    ("right twice", FOUR, FOUR, FOUR, None, ()),
    ("made up", [], [], FIVE, "newly invented", ("absent", "invented (r1)")),
    ("no longer made up", [], FIVE, [], "no longer invented", ("invented (r1)", "absent")),
    ("made up as before", [], FIVE, FIVE, None, ()),
])
def test_tells_what_a_change_won_and_lost(
    label: str, gold: list[Any], before: list[Any], after: list[Any], change: str | None, states: tuple[str, ...],
) -> None:
    gold_document = Gold("made-1", TEXT, {"activities": gold}, "GB")
    found = gains([gold_document], {"made-1": {"activities": before}}, {"made-1": {"activities": after}})
    assert [fact.change for fact in found.changes] == ([change] if change else []), label
    if change:
        assert (found.changes[0].before, found.changes[0].after) == states
        assert found.balance["activities"].changes[change] == found.balance["all"].changes[change] == 1


def test_a_difference_has_an_interval_over_the_same_documents() -> None:
    """Where every document gains the same, the gain is certain, though the documents differ among themselves."""
    golds, after = many(wrong=0)
    before = {id: dict(facts) | {"activities": []} for id, facts in after.items()}
    balance = gains(golds, before, after).balance["activities"]
    assert balance.difference == 1
    assert balance.difference_interval == (1, 1)
    assert gains(golds, after, after).balance["all"].difference_interval == (0, 0)
    assert gains(golds[:1], before, after).balance["all"].difference_interval is None


# Two annotators -------------------------------------------------------------------------------------------------------

def test_two_annotators_who_agree_have_kappa_and_alpha_of_one() -> None:
    rows = {(row.family, row.slot): row for row in agreement([document()], [document()])}
    seizures = rows["seizures", ""]
    assert (seizures.units, seizures.observed, seizures.kappa, seizures.alpha) == (5, 1, 1, 1)
    assert seizures.strict
    assert seizures.strict.f1 == 1
    assert rows["outcomes", "count"].kappa == 1
    # neither saw an incident anywhere: there is nothing to agree on
    assert (rows["incidents", ""].observed, rows["incidents", ""].kappa, rows["incidents", ""].alpha) == (1, None, None)


def test_agreement_over_sentences_is_cohens_kappa() -> None:
    """Five sentences, outcomes for A in two of them, for B in one of these: four alike, 0.56 expected by chance."""
    other = document()
    other.facts = with_facts(outcomes=FACTS["outcomes"][:2])["made-1"]
    row = next(row for row in agreement([document()], [other], ["outcomes"]) if not row.slot)
    assert (row.units, row.observed) == (5, 0.8)
    assert row.kappa == pytest.approx((0.8 - 0.56) / (1 - 0.56))
    assert row.alpha is not None
    assert 0 < row.alpha < 1


def test_agreement_on_a_slot_is_over_the_facts_that_both_saw() -> None:
    """Two wordings that count as one item agree; three categories of which one differs do not."""
    other = document()
    seizures = copy.deepcopy(FACTS["seizures"])
    seizures[0]["item"], seizures[2]["category"] = "self-loading pistol", "other"
    other.facts = with_facts(seizures=seizures)["made-1"]
    rows = {row.slot: row for row in agreement([document()], [other], ["seizures"])}
    assert (rows["item"].units, rows["item"].observed, rows["item"].kappa) == (3, 1, 1)
    assert rows["category"].observed == pytest.approx(2 / 3)
    # Cohen: (2/3 − 2/9) / (1 − 2/9)
    assert rows["category"].kappa == pytest.approx(4 / 7)


def test_annotators_need_the_same_texts() -> None:
    with pytest.raises(ValueError, match="no document in common"):
        agreement([document("a")], [document("b")])
    with pytest.raises(ValueError, match="'a' read different texts"):
        agreement([document("a")], [Gold("a", "other", {})])


# Reading both sides ---------------------------------------------------------------------------------------------------

def write_gold(folder: Path, *golds: Gold) -> Path:
    folder.mkdir(exist_ok=True)
    for gold in golds:
        row = {"id": gold.id, "country": gold.country, "published": gold.published, "text": gold.text,
               "facts": gold.facts}
        (folder / f"{gold.id}.json").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    return folder


def test_reads_gold_from_a_folder_or_lines(tmp_path: Path) -> None:
    folder = write_gold(tmp_path / "gold", document("a"), document("b"))
    lines = tmp_path / "gold.jsonl"
    lines.write_text("\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.json"))) + "\n\n",
                     encoding="utf-8")
    assert read_gold(folder) == read_gold(lines)
    assert [gold.id for gold in read_gold(folder)] == ["a", "b"]
    assert read_gold(folder)[0].release.country == "GB"


def test_facts_that_are_kept_score_as_those_of_the_run(tmp_path: Path) -> None:
    golds = [document("a"), document("b")]
    facts = {gold.id: gold.facts for gold in golds}
    kept = write_facts(facts, tmp_path / "runs" / "facts.jsonl")
    assert read_facts(kept) == facts
    assert kept.read_bytes() == write_facts(dict(reversed(facts.items())), tmp_path / "again.jsonl").read_bytes()
    (tmp_path / "records.jsonl").write_bytes(kept.read_bytes())
    assert read_facts(tmp_path) == facts, "a folder that beatbook extract wrote"


def test_extracts_the_texts_of_the_gold() -> None:
    facts = extracted([document("a")])
    assert set(facts) == {"a"}
    assert set(facts["a"]) == set(SCORED)


GOOD = json.dumps({"id": "a", "text": "x", "facts": {}})


@pytest.mark.parametrize(("label", "line", "message"), [
    ("no JSON", "{", r"line 2: is no JSON object"),
    ("a list", "[]", "line 2: is no JSON object"),
    ("no id", '{"text": "x", "facts": {}}', "line 2: has no id"),
    ("no text", '{"id": "b", "facts": {}}', "line 2: document 'b' has no text"),
    ("no facts", '{"id": "b", "text": "x"}', "line 2: has no facts"),
    ("a family of its own", '{"id": "b", "text": "x", "facts": {"arrests": []}}', "line 2: has facts of the family"),
    ("facts that are none", '{"id": "b", "text": "x", "facts": {"places": ["Eastley"]}}', "line 2: places is no list"),
    ("a country that is none", '{"id": "b", "text": "x", "facts": {}, "country": 4}', "line 2: country of document"),
    ("an id twice", GOOD, "line 2: has the id 'a' of a document before it"),
    ("deep nesting", "[" * 200_000, "line 2: is nested too deeply"),
    ("too many facts", json.dumps({"id": "b", "text": "x", "facts": {"places": [{}] * 2001}}), "holds 2001 facts"),
])
def test_a_document_that_cannot_be_read_costs_only_itself(tmp_path: Path, label: str, line: str, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{GOOD}\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=message):
        read_gold(path)
    failures: list[InputError] = []
    assert [gold.id for gold in read_gold(path, failures.append)] == ["a"], label
    assert len(failures) == 1


def test_a_line_separator_within_a_text_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "x\u2028y", "facts": {}}, ensure_ascii=False), encoding="utf-8")
    assert read_gold(path)[0].text == "x\u2028y"


def test_names_held_out_documents_that_do_not_exist(tmp_path: Path) -> None:
    folder = write_gold(tmp_path / "gold", document("a"), document("b"))
    (folder / "held-out.txt").write_text("# why\nb\n\n", encoding="utf-8")
    assert [gold.held_out for gold in read_gold(folder)] == [False, True]
    (folder / "held-out.txt").write_text("c\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"held-out\.txt: names 'c', and no document here has that id"):
        read_gold(folder)


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_path_without_documents_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    for read in (read_gold, read_facts):
        with pytest.raises(InputError, match=name):
            read(tmp_path / name)


# The command ----------------------------------------------------------------------------------------------------------

def test_the_command_scores_and_shows_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_gold(tmp_path / "gold", document("a"), document("b", "US"))
    facts = write_facts({"a": with_facts(activities=[])["made-1"], "b": FACTS}, tmp_path / "facts.jsonl")
    assert main(["score", str(folder), str(facts), "--errors", "5"]) == 0
    out = capsys.readouterr().out
    rows = {cells[0]: cells[1:] for line in out.splitlines() if (cells := line.split())}
    assert rows["activities"][:3] == ["1.000", "0.500", "0.667"]
    assert rows["US"][:2] == ["1", "1.000"]
    assert "a · activities · missed" in out
    assert "carried out [four warrants] in Eastley" in out
    assert "gold: tactic warrant; count 4" in out


def test_the_command_prints_gains_and_losses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_gold(tmp_path / "gold", document("a"), document("b"))
    before = write_facts({"a": with_facts(activities=[])["made-1"], "b": FACTS}, tmp_path / "before.jsonl")
    after = write_facts({"a": FACTS, "b": with_facts(places=[])["made-1"]}, tmp_path / "after.jsonl")
    assert main(["score", str(folder), str(after), "--against", str(before), "--errors", "9"]) == 0
    out = capsys.readouterr().out
    assert "b · places · lost: right → missed" in out
    assert "a · activities · won: missed → right" in out
    assert out.index("places · lost") < out.index("activities · won")
    assert main(["score", str(folder), str(after), "--against", str(before), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["gains"]["places"]["changes"] == {
        "lost": 1, "won": 0, "worse": 0, "better": 0, "newly invented": 0, "no longer invented": 0}
    assert result["strict"]["places"]["r"] == 0.5
    assert "changes" not in result


def test_the_command_extracts_where_it_is_given_no_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_gold(tmp_path / "gold", document("a"))
    kept = tmp_path / "kept.jsonl"
    assert main(["score", str(folder), "--json", "--keep", str(kept)]) == 0
    now = json.loads(capsys.readouterr().out)
    assert main(["score", str(folder), str(kept), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == now


@pytest.mark.parametrize(("label", "arguments", "code", "message"), [
    ("no such gold", ["missing"], 2, "no such file or folder"),
    ("no such records", ["gold", "missing"], 2, "no such file or folder"),
    ("records of other texts", ["gold", "others.jsonl"], 2, "no record has the id of a gold document"),
    ("a family of its own", ["gold", "--family", "arrests"], 2, "invalid choice: 'arrests'"),
    ("a negative number", ["gold", "--errors", "-1"], 2, "0 or more is accepted"),
    ("one document broken", ["partly", "some.jsonl"], 1, "broken.json: is no JSON object"),
    ("records of some", ["gold", "some.jsonl"], 0, "no record of 1 of 2 gold documents ('b' the first)"),
])
def test_the_command_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, label: str,
    arguments: list[str], code: int, message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    write_gold(tmp_path / "gold", document("a"), document("b"))
    write_gold(tmp_path / "partly", document("a"))
    (tmp_path / "partly" / "broken.json").write_text("{", encoding="utf-8")
    write_facts({"x": FACTS}, tmp_path / "others.jsonl")
    write_facts({"a": FACTS}, tmp_path / "some.jsonl")
    assert main(["score", *arguments]) == code, label
    assert message in capsys.readouterr().err


def test_a_text_cannot_move_the_cursor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = Gold("a\x1b[2J", "police \x1b[31mseized\x1b[0m it",
                {"places": [fact("\x1b[31mseized", name="\x1b]0;x\x07")]})
    folder = write_gold(tmp_path / "gold")
    row = {"id": gold.id, "text": gold.text, "facts": gold.facts}
    (folder / "a.json").write_text(json.dumps(row), encoding="utf-8")
    write_facts({gold.id: {}}, tmp_path / "facts.jsonl")
    assert main(["score", str(folder), str(tmp_path / "facts.jsonl"), "--errors", "1"]) == 0
    out = capsys.readouterr().out
    assert "missed" in out
    assert "\x1b" not in out
    assert "\x07" not in out
