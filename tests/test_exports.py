"""What an export promises: complete or not at all, no formulas, columns as the data package describes them."""

import csv
import io
import json
import re
import tracemalloc

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beatbook import exports
from beatbook.errors import InputError, UsageError
from beatbook.records import FAMILIES, TABLES, Fact, Record, Release

TEXT = "Two men were charged.\r\n=SUM(A1) £5, \"quoted\"; a knife, 2.5kg and +44 20 7946 0000."


def record(id="met-1", text=TEXT):
    facts = {name: [] for name in FAMILIES}
    facts["outcomes"] = [
        Fact("outcomes", {"statuses": ["charged", "recalled"], "count": 2, "offences": ["a; b", "c"]}, 0, 21, "voice"),
    ]
    facts["seizures"] = [
        Fact("seizures", {"category": "drug", "item": "=SUM(A1)", "quantity": 2.5, "unit": "kg"}, 23, 31, "list"),
        Fact("seizures", {"category": "blade", "item": "knife", "quantity": 1.0, "unit": "item"}, 48, 55, "list"),
    ]
    facts["operations"] = [Fact("operations", {"start": "2022-11-21", "end": "2022-11-27"}, 0, 3, "dates")]
    return Record(
        Release(text, id, "GB", "2022-11-30", "T", source="a.txt"), facts,
        checks=[{"kind": "sum", "message": "3 are not 2", "start": 0, "end": 3}],
        unclaimed=[{"kind": "number", "text": "44", "start": 67, "end": 69}],
    )


def table(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_all_files_are_written(tmp_path):
    paths = exports.write(iter([record()]), [InputError("b.txt", "is empty")], tmp_path / "new" / "out")
    written = sorted(path.name for path in (tmp_path / "new" / "out").iterdir())
    assert written == sorted(["records.jsonl", "datapackage.json", *(f"{name}.csv" for name in TABLES)])
    assert sorted(path.name for path in paths) == written


def test_rows_of_every_table(tmp_path):
    exports.write([record()], [InputError("b.txt", "is empty"), {"source": "c.txt", "reason": "gone"}], tmp_path)
    [outcome] = table(tmp_path, "outcomes")
    assert outcome == {
        "release_id": "met-1", "fact_id": "outcomes-1", "statuses": "charged; recalled", "count": "2", "of_count": "",
        "offences": "a, b; c", "modifier": "exact", "who": "", "ages": "", "names": "", "sentence_months": "",
        "court": "", "offence_sections": "", "assertion": "stated", "start": "0", "end": "21",
        "rule": "voice", "evidence": "Two men were charged.",
    }
    drug, knife = table(tmp_path, "seizures")
    assert (drug["fact_id"], drug["quantity"], drug["item"]) == ("seizures-1", "2.5", "'=SUM(A1)")
    assert (knife["fact_id"], knife["quantity"], knife["evidence"]) == ("seizures-2", "1", TEXT[48:55])
    [operation] = table(tmp_path, "operations")
    assert (operation["start"], operation["span_start"], operation["span_end"]) == ("2022-11-21", "0", "3")
    [release] = table(tmp_path, "releases")
    assert (release["id"], release["n_chars"], release["source"]) == ("met-1", str(len(TEXT)), "a.txt")
    assert [row["release_id"] for name in ("checks", "unclaimed") for row in table(tmp_path, name)] == ["met-1"] * 2
    assert [row["reason"] for row in table(tmp_path, "failures")] == ["is empty", "gone"]


def test_records_jsonl_has_every_value_as_it_is(tmp_path):
    exports.write([record(), record("met-2")], [], tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "records.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["met-1", "met-2"]
    assert rows[0]["facts"]["seizures"][0]["item"] == "=SUM(A1)"
    assert set(rows[0]["facts"]) == set(FAMILIES)


def test_the_same_records_give_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        exports.write([record()], [], tmp_path / name)
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_nothing_is_replaced_when_the_records_break_off(tmp_path):
    exports.write([record("old")], [], tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def broken(error):
        yield record("new")
        raise error

    for error in (KeyboardInterrupt(), ValueError("x")):
        with pytest.raises(type(error)):
            exports.write(broken(error), [], tmp_path)
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
        with pytest.raises(type(error)):
            exports.write(broken(error), [], tmp_path / "fresh")
        assert not (tmp_path / "fresh").exists()


def test_failures_are_looked_at_after_the_records(tmp_path):
    failures = []

    def reading():
        yield record()
        failures.append(InputError("b.txt", "is empty"))

    exports.write(reading(), failures, tmp_path)
    assert len(table(tmp_path, "failures")) == 1


def test_a_folder_that_is_a_file_is_wrong_usage(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be written to as a folder"):
        exports.write([], [], tmp_path / "file")


def test_memory_stays_flat(tmp_path):
    def peak(count):
        tracemalloc.start()
        exports.write((record(f"r-{number}") for number in range(count)), [], tmp_path)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(1_000) < peak(50) + 300_000


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""), (2, 2), (2.0, 2), (2.5, 2.5), (-3, -3), (True, "true"), ("", ""), ([], ""), (["a", "b"], "a; b"),
        (["a;b"], "a,b"), ("knife", "knife"), ("2-3", "2-3"), (" =1", " =1"), ("=1+1", "'=1+1"), ("+44", "'+44"),
        ("-", "'-"), ("@a", "'@a"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("\nx", "'\nx"), ("＝1", "'＝1"),
        (["=1", "b"], "'=1; b"), ("a\0b", "a\ufffdb"),
    ],
)
def test_cell(value, expected):
    assert exports.cell(value) == expected


@given(st.text(max_size=30) | st.lists(st.text(max_size=10), max_size=3))
def test_no_text_becomes_a_formula_and_every_cell_is_read_back(value):
    cell = exports.cell(value)
    assert not re.match(r"[=+\-@\t\r\n]", cell)
    out = io.StringIO()
    csv.writer(out).writerow(["id", cell, "end"])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == ["id", cell, "end"]


@given(st.text(max_size=60))
def test_any_text_comes_out_whole_also_through_pandas(tmp_path_factory, text):
    text = f"a{text}"  # an apostrophe before the first sign is tested above
    folder = tmp_path_factory.mktemp("out")
    facts = {"aims": [Fact("aims", {"text": text}, 0, len(text), "r")]}
    exports.write([Record(Release(text, "id"), facts)], [], folder)
    frame = pd.read_csv(folder / "aims.csv", keep_default_na=False)
    expected = re.sub("[\ud800-\udfff]", "?", text).replace("\0", "\ufffd")
    assert list(frame["text"]) == list(frame["evidence"]) == [expected]


def test_the_data_package_describes_every_column_as_written(tmp_path):
    exports.write([record()], [], tmp_path)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert set(resources) == {*TABLES, "records"}
    for name in TABLES:
        schema = resources[name]["schema"]
        with (tmp_path / resources[name]["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [field["name"] for field in schema["fields"]]
        assert all(field["description"] for field in schema["fields"])
        for key in schema.get("foreignKeys", []):
            target = resources[key["reference"]["resource"]]["schema"]["fields"]
            assert key["reference"]["fields"] in [field["name"] for field in target]
    fields = {field["name"]: field for field in resources["seizures"]["schema"]["fields"]}
    assert fields["quantity"]["type"] == "number"
    assert "blade" in fields["category"]["constraints"]["enum"]
    assert fields["value"]["unit"] == "see currency"


def test_cells_keep_within_what_the_data_package_allows(tmp_path):
    exports.write([record()], [InputError("b", "c")], tmp_path)
    rows = 0
    for resource in exports.datapackage()["resources"][:-1]:
        for row in table(tmp_path, resource["name"]):
            for field in resource["schema"]["fields"]:
                rows += 1
                value, limits = row[field["name"]], field.get("constraints", {})
                assert value or not limits.get("required")
                assert not value or value in limits.get("enum", [value])
                assert not value or re.fullmatch(limits.get("pattern", ".*"), value, re.S)
                assert not value or field["type"] != "integer" or value.isdigit()
    assert rows > 50


def test_the_data_dictionary_is_fresh_and_complete(project):
    written = (project / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == exports.dictionary(), (
        "docs/data-dictionary.md is older than records.py: make it again, by the command in CONTRIBUTING.md"
    )
    for name in TABLES:
        assert f"## {name}\n" in written
        for slot in exports.columns(name):
            assert f"| `{slot.name}`" in written
