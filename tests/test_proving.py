"""``beatbook prove``: another system's records, held against their texts."""

import json

import pytest

from beatbook.cli import main
from beatbook.proof import PROVED, REFUSED, UNPROVABLE
from beatbook.proving import verdicts
from beatbook.records import Release

TEXT = "Officers arrested 17 people in Hull on Monday. A man was charged with robbery."
CASES = [
    ("proved by offsets", {"statuses": ["arrested"], "count": 17, "start": 0, "end": 27}, PROVED, ""),
    ("proved by evidence", {"statuses": ["arrested"], "count": 17, "evidence": "arrested 17 people"}, PROVED, ""),
    ("another number", {"statuses": ["arrested"], "count": 15, "evidence": "arrested 17 people"}, REFUSED, "count"),
    ("words that are not there", {"statuses": ["arrested"], "count": 17, "evidence": "held 17 people"}, REFUSED,
     "evidence"),
    ("a number as a string", {"statuses": ["arrested"], "count": "17", "evidence": "arrested 17 people"}, REFUSED,
     "count"),
    ("a status nobody knows", {"statuses": ["nicked"], "count": 17, "evidence": "arrested 17 people"}, REFUSED,
     "statuses"),
    ("nothing filled", {"evidence": "arrested 17 people"}, UNPROVABLE, ""),
]


@pytest.mark.parametrize(("label", "fact", "status", "slot"), CASES, ids=[c[0] for c in CASES])
def test_verdicts(label, fact, status, slot):
    (verdict,) = verdicts(Release(TEXT, "x"), {"outcomes": [fact]})
    assert (verdict.proof.status, verdict.proof.slot) == (status, slot)


def test_unknown_family_is_refused():
    (verdict,) = verdicts(Release(TEXT, "x"), {"weather": [{"evidence": "Hull"}]})
    assert verdict.proof.status == REFUSED


@pytest.fixture
def files(tmp_path):
    texts, records = tmp_path / "texts.jsonl", tmp_path / "records.jsonl"
    texts.write_text(json.dumps({"id": "x", "text": TEXT}), encoding="utf-8")
    facts = {"outcomes": [{"statuses": ["arrested"], "count": 17, "evidence": "arrested 17 people"},
                          {"statuses": ["arrested"], "count": 18, "evidence": "arrested 17 people"}],
             "places": [{"name": "Hull", "evidence": "in Hull"}]}
    records.write_text(json.dumps({"id": "x", "facts": facts}), encoding="utf-8")
    return texts, records, tmp_path / "proved.jsonl"


def test_only_proved_facts_are_written(files, capsys):
    """The command says what it refused and why, writes the rest, and a refused fact is no failure."""
    texts, records, to = files
    assert main(["prove", str(texts), str(records), "--to", str(to)]) == 0
    out = capsys.readouterr().out
    assert "outcomes 2: refused in count" in out
    assert "2 proved, 1 refused, 0 not provable" in out
    (kept,) = [json.loads(line) for line in to.read_text(encoding="utf-8").splitlines()]
    assert [fact["count"] for fact in kept["facts"]["outcomes"]] == [17]
    assert len(kept["facts"]["places"]) == 1


def test_a_record_without_its_text_is_a_failure(files, capsys):
    texts, records, _ = files
    records.write_text(json.dumps({"id": "other", "facts": {}}), encoding="utf-8")
    assert main(["prove", str(texts), str(records)]) == 1
    assert "'other'" in capsys.readouterr().err


def test_missing_records_are_wrong_usage(files, capsys):
    texts, records, _ = files
    assert main(["prove", str(texts), str(records) + "x"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
