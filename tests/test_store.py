"""What the store promises: nothing done twice, nothing lost, the same exports whatever happened, a database that others
can read."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_records import WEEK, made, people, thing
from store_child import found

from beatbook import cli, exports, store
from beatbook.commands import extract as extract_command
from beatbook.errors import BeatbookError, InputError, UsageError
from beatbook.records import FAMILIES, TABLES, Fact, Record, Release
from beatbook.store import keeping, rows, rules, schema
from beatbook.store.inputs import covers, place_of
from beatbook.store.searching import query

EXAMPLES = int(os.environ.get("BEATBOOK_EXAMPLES", "20"))  # each makes a store; more of them find rarer faults


@pytest.fixture
def spied(monkeypatch):
    """The ids of the releases that the command extracted, in order."""
    ids = []

    def extract(release):
        ids.append(release.id)
        return found(release)

    monkeypatch.setattr(extract_command, "extract", extract)
    return ids


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def extract(*inputs, to, code=0):
    assert cli.main(["extract", *map(str, inputs), "--to", str(to)]) == code


def exported(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in exports.NAMES}


def keep(folder, *records: Record) -> None:
    with store.open(folder, readonly=False) as book, book.run() as run:
        for record in records:
            assert run.wants(record.release)
            run.add(record)
        run.complete()


def consistent(folder: Path) -> None:
    """The database is whole: its pages, its references, its full-text index."""
    with sqlite3.connect(folder / "beatbook.sqlite") as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        db.execute("INSERT INTO releases_fts (releases_fts, rank) VALUES ('integrity-check', 1)")
    db.close()


# --- incremental


def test_only_what_is_new_or_changed_is_extracted(tmp_path, spied, capsys):
    folder = write(tmp_path / "in", a="Ada one", b="Bow two", c="Cam three")
    extract(folder, to=tmp_path / "out")
    assert spied == ["a", "b", "c"]
    before = exported(tmp_path / "out")
    spied.clear()
    extract(folder, to=tmp_path / "out")
    assert spied == []
    assert exported(tmp_path / "out") == before
    assert capsys.readouterr().err.endswith("3 read (3 known already), 0 failed\n")
    write(folder, b="Bow four", d="Dee five")
    extract(folder, to=tmp_path / "out")
    assert spied == ["b", "d"]
    extract(folder, to=tmp_path / "fresh")
    assert exported(tmp_path / "out") == exported(tmp_path / "fresh")
    consistent(tmp_path / "out")


def test_changed_metadata_is_a_change(tmp_path, spied):
    folder = tmp_path / "in"
    folder.mkdir()
    for row, expected in [
        ({"title": "One"}, ["x"]), ({"title": "One"}, []), ({"title": "Two"}, ["x"]),
        ({"published": "2024-01-02"}, ["x"]),
        ({"published": "2024-01-02", "country": "GB"}, ["x"]), ({"published": "2024-01-02", "country": "GB"}, []),
        ({"published": "2024-01-02", "country": "GB", "desk": 7}, ["x"]),
    ]:
        (folder / "rows.jsonl").write_text(json.dumps({"id": "x", "text": "Ada one"} | row), encoding="utf-8")
        spied.clear()
        extract(folder, to=tmp_path / "out")
        assert spied == expected, row
    with store.open(tmp_path / "out") as book:
        assert book.ids() == ["x"]
        assert book.record("x").release.extra["desk"] == 7


def test_a_change_of_rules_does_all_again_and_loses_nothing(tmp_path, spied, monkeypatch):
    folder = write(tmp_path / "in", a="Ada one", b="Bow two")
    extract(folder, to=tmp_path / "out")
    before = exported(tmp_path / "out")
    (folder / "a.txt").unlink()  # what is no longer in the input stays, as the older rules read it
    monkeypatch.setattr(keeping, "rules_version", lambda: "other")
    spied.clear()
    extract(folder, to=tmp_path / "out")
    assert spied == ["b"]
    assert exported(tmp_path / "out") == before
    with store.open(tmp_path / "out") as book:
        versions = {row["release_id"]: row["rules"] for row in book.table("records")}
        assert versions == {"a": rules.rules_version(), "b": "other"}


def test_the_rules_version_hangs_on_code_and_lexicons_only(tmp_path, monkeypatch):
    package = tmp_path / "beatbook"
    shutil.copytree(Path(exports.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__", "templates"))
    monkeypatch.setattr(rules, "files", lambda _: package)

    def version():
        rules.rules_version.cache_clear()
        return rules.rules_version()

    first = version()
    assert len(first) == 16
    assert first == version()
    (package / "figures.py").write_text("# another figure\n", encoding="utf-8")
    (package / "grammar" / "notes.txt").write_text("x", encoding="utf-8")
    assert version() == first
    drugs = package / "lexicons" / "drugs.csv"
    drugs.write_bytes(drugs.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert version() == first  # a checkout with other line ends has the same rules
    drugs.write_bytes(drugs.read_bytes() + b"x,x,,,,,\r\n")
    second = version()
    assert second != first
    (package / "grammar" / "new_rule.py").write_text("", encoding="utf-8")
    assert version() not in (first, second)
    monkeypatch.undo()
    rules.rules_version.cache_clear()


def test_the_rules_version_covers_all_that_extraction_runs_on():
    code = (
        "import sys, beatbook\nbeatbook.extract(beatbook.Release('Two men were arrested in Bow.', 'a'))\n"
        "print(*(name for name in sys.modules if name.startswith('beatbook.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    tops = {name.split(".")[1] for name in done.stdout.split()}
    assert tops - {part.removesuffix(".py") for part in rules.PARTS} <= {"errors"}


def test_nothing_heavy_is_loaded_where_nothing_is_new(tmp_path, spied):
    folder = write(tmp_path / "in", a="Ada one")
    extract(folder, to=tmp_path / "out")
    code = (
        "import sys; from beatbook import cli; cli.main(sys.argv[1:])\n"
        "print([name for name in ('nltk', 'pandas', 'tqdm', 'beatbook.extract', 'sqlite3') if name in sys.modules])"
    )
    for to, loaded in ((["--to", str(tmp_path / "out")], "['sqlite3']"), ([], "['beatbook.extract']")):
        done = subprocess.run([sys.executable, "-c", code, "extract", str(folder), *to], capture_output=True, text=True,
                              check=True)
        assert done.stdout.splitlines()[-1] == loaded


def test_corrections_are_part_of_what_makes_a_record(tmp_path):
    version = ""

    def read():
        with store.open(tmp_path, readonly=False) as book, book.run(corrections=lambda _: version) as run:
            wanted = run.wants(Release("Ada", "a"))
            if wanted:
                run.add(found(Release("Ada", "a")))
            run.complete()
        return wanted

    assert [read(), read()] == [True, False]
    version = "1"
    assert [read(), read()] == [True, False]


# --- what is one release, and what is its id


def test_the_same_release_from_two_sources_is_one(tmp_path, spied):
    one = write(tmp_path / "one", a="Ada one", z="Zoe last")
    two = write(tmp_path / "two", b="Ada one")
    extract(one, two, to=tmp_path / "out")
    assert spied == ["a", "z"]
    extract(two, to=tmp_path / "out")
    assert spied == ["a", "z"]
    with store.open(tmp_path / "out") as book:
        assert book.ids() == ["a", "z"]
        assert [row["place"] for row in book.table("sources", where={"release_id": "a"})] == [
            "../one/a.txt", "../two/b.txt"]
        assert book.record("a").release.source == str(one / "a.txt")
    # One of the two changes: they part.
    write(two, b="Ada two")
    extract(one, two, to=tmp_path / "out")
    with store.open(tmp_path / "out") as book:
        assert {release.id: release.text for release in book.releases()} == {
            "a": "Ada one", "b": "Ada two", "z": "Zoe last"}
    # And become the same again: what stood there goes.
    write(two, b="Ada one")
    extract(one, two, to=tmp_path / "out")
    with store.open(tmp_path / "out") as book:
        assert book.ids() == ["a", "z"]
    consistent(tmp_path / "out")


def test_where_the_first_source_changes_the_second_gives_the_metadata(tmp_path, spied):
    rows_of = tmp_path / "in"
    rows_of.mkdir()

    def put(text, title):
        lines = [{"id": "p", "text": text, "title": title}, {"id": "q", "text": "Ada one", "title": "Q"}]
        (rows_of / "rows.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
        extract(rows_of, to=tmp_path / "out")

    put("Ada one", "P")
    put("Ada two", "P")
    extract(rows_of, to=tmp_path / "out")
    with store.open(tmp_path / "out") as book:
        assert sorted((release.text, release.title) for release in book.releases()) == [
            ("Ada one", "Q"), ("Ada two", "P")]


def test_ids_hold_and_never_clash(tmp_path, spied):
    one = write(tmp_path / "one", report="Ada one")
    two = write(tmp_path / "two", report="Bow two")
    extract(one, to=tmp_path / "out")
    extract(two, to=tmp_path / "out")
    with store.open(tmp_path / "out") as book:
        texts = {release.id: release.text for release in book.releases()}
    assert texts == {"report": "Ada one", "report-2": "Bow two"}
    write(two, report="Bow three")
    extract(two, to=tmp_path / "out")
    with store.open(tmp_path / "out") as book:
        assert {release.id: release.text for release in book.releases()} == texts | {"report-2": "Bow three"}
        assert {row["release_id"] for row in book.table("places")} == set(texts)


def test_a_row_put_in_before_the_others_moves_lines_but_no_release(tmp_path, spied):
    folder = tmp_path / "in"
    folder.mkdir()

    def put(*texts, ids=True):
        lines = [json.dumps(({"id": text} if ids else {}) | {"text": f"Ada {text}"}) for text in texts]
        (folder / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
        spied.clear()
        extract(folder, to=tmp_path / "out")

    put("x", "y")
    put("w", "x", "y")
    assert spied == ["w"]
    with store.open(tmp_path / "out") as book:
        assert [release.source.rpartition(", ")[2] for release in book.releases()] == ["line 1", "line 2", "line 3"]
    # Without ids the lines are all there is to know a row by; the texts still are not read anew.
    put("w", "x", "y", ids=False)
    put("v", "w", "x", "y", ids=False)
    assert len(spied) == 1
    with store.open(tmp_path / "out") as book:
        assert sorted(release.text for release in book.releases()) == ["Ada v", "Ada w", "Ada x", "Ada y"]
    consistent(tmp_path / "out")


def test_a_folder_may_be_named_in_any_way(tmp_path, spied, monkeypatch):
    folder = write(tmp_path / "in", a="Ada one")
    extract(folder, to=tmp_path / "out")
    monkeypatch.chdir(folder)
    write(folder, a="Ada two")
    extract(".", to="../out")
    with store.open(tmp_path / "out") as book:
        assert book.ids() == ["a"]


@pytest.mark.parametrize(
    ("source", "id", "expected"),
    [
        ("/data/in/a.txt", "a", "../in/a.txt"), ("/data/in/r.jsonl, line 3", "x", "../in/r.jsonl#x"),
        ("/data/out/feed.xml, entry 12", "x", "feed.xml#x"), ("standard input", "stdin", None),
        ("standard input, line 2", "stdin-2", None), ("standard input, line 2", "met-7", "standard input#met-7"),
        ("/data/in/c.warc, record 3 (https://a.example/)", "x", "../in/c.warc#x"),
        (None, "a", None), ("/data/in/a.zip, page 12.txt", "a", "../in/a.zip, page 12.txt"),
    ],
)
def test_the_place_of_a_release(source, id, expected):
    assert place_of(Release("t", id, source=source), Path("/data/out")) == expected


@pytest.mark.parametrize(
    ("given", "place", "expected"),
    [
        ("in", "in/a.txt", True), ("in", "in", True), ("in", "inner/a.txt", False),
        ("a.jsonl", "a.jsonl, line 2", True),
        ("in/*.txt", "in/a.txt", True), ("in/*.txt", "in/a.md", False), ("in/**/*.jsonl", "in/x/a.jsonl, line 1", True),
        ("in/**/*.jsonl", "in/a.jsonl, line 1", True), ("a.zip", "a.zip/b.txt", True), ("a", "b", False),
        ("standard input", "standard input, line 2", True),
    ],
)
def test_what_an_input_covers(given, place, expected):
    assert covers(given, place) is expected


def test_exports_are_not_read_as_releases(tmp_path, spied, capsys):
    """The folder that is written to may be the one that is read, or within it."""
    folder = write(tmp_path / "in", a="Ada one")
    for to in (folder, folder / "out"):
        for _ in range(2):
            extract(folder, to=to)
            with store.open(to) as book:
                assert book.ids() == ["a"]
        for name in exports.NAMES:
            (folder / name).unlink(missing_ok=True)
    (folder / "out" / "quotes.csv").write_text("id,text\nq,Ada two\n", encoding="utf-8")
    extract(folder / "out" / "quotes.csv", to=folder / "out")
    with store.open(folder / "out") as book:
        assert book.ids() == ["a", "q"]


places = st.sampled_from(["a.txt", "b.txt", "c.txt", "r.jsonl, line 1", "r.jsonl, line 2", "r.jsonl, line 3"])
reading = st.lists(st.tuples(places, st.sampled_from(["Ada", "Bow", "Cam"]), st.sampled_from([None, "T"])),
                   unique_by=lambda row: row[0], max_size=5)


@settings(deadline=None, max_examples=EXAMPLES)
@given(st.lists(st.tuples(reading, st.booleans(), st.integers(1, 3)), min_size=1, max_size=5))
def test_whatever_is_read_in_whatever_order_the_store_says_what_is_there(tmp_path_factory, runs):
    """Files and rows appear, change, swap their texts and go, in runs that are complete or are not."""
    folder = tmp_path_factory.mktemp("store")
    for inputs, complete, batch in [*runs, (runs[-1][0], True, 2)]:
        given = {}
        for place, text, title in inputs:
            id = place.partition(".")[0] + place[-1] if "line" in place else place[0]
            given[place] = Release(text, id, title=title, source=str(folder / place))
        with pytest.MonkeyPatch.context() as patch, store.open(folder, readonly=False) as book:
            patch.setattr(keeping, "BATCH", batch)
            with book.run() as run:
                waiting = list(given.values())
                while waiting:
                    for release in waiting:
                        if run.wants(release):
                            run.add(found(release))
                    waiting = run.again()
                if complete:
                    run.complete()
    with store.open(folder) as book:
        texts = {row["place"]: book.record(row["release_id"]).release.text for row in book.table("sources")}
        for place, release in given.items():
            name = place if "line" not in place else f"r.jsonl#{release.id}"
            assert texts[name] == release.text
        assert len({row["identity"] for row in book.table("records")}) == len(book.ids()) <= 3
        assert set(texts.values()) == {release.text for release in book.releases()}
        for record in book.records():
            assert record == found(record.release)
            [row] = book.table("places", where={"release_id": record.id})
            assert row["name"] == record.release.text
    consistent(folder)


# --- failures


def test_failures_hold_until_their_input_is_read_again(tmp_path, spied, capsys):
    one = write(tmp_path / "one", a="Ada one", empty="")
    two = write(tmp_path / "two", b="Bow two", void="")
    extract(one, to=tmp_path / "out", code=1)
    extract(two, to=tmp_path / "out", code=1)
    extract(tmp_path / "gone", to=tmp_path / "out", code=1)

    def failures():
        with store.open(tmp_path / "out") as book:
            return [Path(row["source"]).name for row in book.failures()]

    assert failures() == ["gone", "empty.txt", "void.txt"]
    write(one, empty="Eel three")
    extract(one, to=tmp_path / "out")
    assert failures() == ["gone", "void.txt"]
    (two / "void.txt").unlink()
    write(tmp_path / "gone", c="Cam four")
    extract(two, tmp_path / "gone", to=tmp_path / "out")
    assert failures() == []
    assert (tmp_path / "out" / "failures.csv").read_text(encoding="utf-8") == "source,reason\n"


def test_a_release_that_we_fail_at_is_tried_again(tmp_path, monkeypatch, capsys):
    folder = write(tmp_path / "in", a="Ada one", b="Ada one", c="Cam")

    def broken(release):
        if release.text == "Ada one":
            raise RecursionError("too deep")
        return found(release)

    monkeypatch.setattr(extract_command, "extract", broken)
    extract(folder, to=tmp_path / "out", code=1)
    with store.open(tmp_path / "out") as book:
        assert book.ids() == ["c"]
        assert [Path(row["source"]).name for row in book.failures()] == ["a.txt", "b.txt"]
    monkeypatch.setattr(extract_command, "extract", found)
    extract(folder, to=tmp_path / "out")
    with store.open(tmp_path / "out") as book:
        assert (book.ids(), book.failures()) == (["a", "c"], [])


# --- interrupted, and two at once

def child(at, *arguments):
    command = [sys.executable, str(Path(__file__).with_name("store_child.py")), str(at), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def archive(tmp_path):
    texts = {f"r{number:02}": f"Town {number} held Ada" if number % 7 else "Same in all" for number in range(23)}
    return write(tmp_path / "in", **texts, empty="")


def test_a_run_killed_anywhere_goes_on_and_ends_the_same(archive, tmp_path):
    """Each kill is at another statement of SQL, or at another of the renames that put the exports in place."""
    whole = child(0, "extract", archive, "--to", tmp_path / "whole")
    steps = int(whole.communicate(timeout=60)[0])
    for share in (0.2, 0.5, 0.8, 1):
        run = child(int(steps * share) - 4, "extract", archive, "--to", tmp_path / "killed")
        run.communicate(timeout=60)
        # A run that goes on has fewer steps to do, so that the later kills may come after its end.
        assert run.returncode in (-signal.SIGKILL, 0)
        assert share > 0.5 or run.returncode
    last = child(0, "extract", archive, "--to", tmp_path / "killed")
    last.communicate(timeout=60)
    assert exported(tmp_path / "killed") == exported(tmp_path / "whole")
    consistent(tmp_path / "killed")


def test_a_run_killed_while_the_exports_are_put_in_place(archive, tmp_path):
    out = tmp_path / "out"
    run = child(0, "extract", archive, "--to", out)
    steps = int(run.communicate(timeout=60)[0])
    whole = exported(out)
    shutil.rmtree(out)
    child(steps - 8, "extract", archive, "--to", out).communicate(timeout=60)
    assert not all((out / name).exists() for name in exports.NAMES)
    child(0, "extract", archive, "--to", out).communicate(timeout=60)
    assert exported(out) == whole


def test_two_runs_at_once(archive, tmp_path):
    child(0, "extract", archive, "--to", tmp_path / "alone").communicate(timeout=60)
    two = [child(0, "extract", archive, "--to", tmp_path / "both") for _ in range(2)]
    for run in two:
        out, err = run.communicate(timeout=60)
        assert out, err
        assert "read" in err
    assert exported(tmp_path / "both") == exported(tmp_path / "alone")
    consistent(tmp_path / "both")


def test_what_was_done_when_ctrl_c_came_is_kept(tmp_path, monkeypatch, spied, capsys):
    folder = write(tmp_path / "in", a="Ada one", b="Bow two")

    def stopped(release):
        if release.id == "b":
            raise KeyboardInterrupt
        return found(release)

    monkeypatch.setattr(extract_command, "extract", stopped)
    extract(folder, to=tmp_path / "out", code=130)
    with store.open(tmp_path / "out") as book:
        assert book.ids() == ["a"]
        assert [row["ended"] for row in book.table("runs")] == [None]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["beatbook.sqlite"]


def test_a_release_that_another_run_drops_meanwhile_is_asked_about_again(tmp_path):
    keep(tmp_path, found(Release("Ada", "a", source="a.txt")))
    with store.open(tmp_path, readonly=False) as book, book.run() as run:
        assert not run.wants(Release("Ada", "b", source="b.txt"))  # known: it is a
        with store.open(tmp_path, readonly=False) as other, other.run() as elsewhere:
            other_text = Release("Bow", "a", source="a.txt")
            assert elsewhere.wants(other_text)
            elsewhere.add(found(other_text))
            elsewhere.complete()
        [again] = run.again()
        assert run.wants(again)
        run.add(found(again))
        assert run.again() == []
        run.complete()
        assert {release.id: release.text for release in book.releases()} == {"a": "Bow", "b": "Ada"}


def test_an_older_state_never_replaces_a_later_one(tmp_path, monkeypatch):
    keep(tmp_path, found(Release("Ada", "a", source="a.txt")))
    beside = exports.beside

    def slow(*given):
        monkeypatch.setattr(store.exports, "beside", beside)
        written = beside(*given)
        keep(tmp_path, found(Release("Bow", "b", source="b.txt")))
        with store.open(tmp_path, readonly=False) as other:
            assert other.export()
        return written

    monkeypatch.setattr(store.exports, "beside", slow)
    with store.open(tmp_path, readonly=False) as book:
        book.export()
    assert (tmp_path / "records.jsonl").read_text(encoding="utf-8").count("\n") == 2


# --- exports


def test_exports_follow_from_the_store(tmp_path):
    records = [WEEK, made("Three guns in Bow.", "met-0", seizures=[thing("Three guns", "firearm", "gun", 3)])]
    keep(tmp_path / "store", *records)
    with store.open(tmp_path / "store", readonly=False) as book:
        assert book.export()
        assert not book.export()
        book.export(tmp_path / "elsewhere")
    exports.write(sorted(records, key=lambda record: record.id), [], tmp_path / "plain")
    assert exported(tmp_path / "store") == exported(tmp_path / "plain") == exported(tmp_path / "elsewhere")


@pytest.mark.parametrize("harm", ["delete", "change"])
def test_exports_that_were_touched_are_written_again(tmp_path, spied, harm):
    folder = write(tmp_path / "in", a="Ada one")
    extract(folder, to=tmp_path / "out")
    before = exported(tmp_path / "out")
    file = tmp_path / "out" / "places.csv"
    file.unlink() if harm == "delete" else file.write_text("x", encoding="utf-8")
    extract(folder, to=tmp_path / "out")
    assert exported(tmp_path / "out") == before


# --- round trip

values = st.none() | st.text(max_size=8) | st.integers() | st.floats(allow_nan=False) | st.lists(st.text(max_size=5))


@st.composite
def any_record(draw):
    text = draw(st.text(min_size=1, max_size=40))
    facts = {}
    for family in draw(st.lists(st.sampled_from(list(FAMILIES)), unique=True, max_size=3)):
        names = [slot.name for slot in FAMILIES[family].slots]
        facts[family] = [
            Fact(family, draw(st.dictionaries(st.sampled_from(names), values, max_size=4)), 0, len(text), "rule",
                 draw(st.dictionaries(st.sampled_from(names), st.just((0, 1)), max_size=1)))
            for _ in range(draw(st.integers(1, 2)))
        ]
    meta = st.none() | st.text(max_size=8)
    release = Release(text, draw(st.text(min_size=1, max_size=5)), draw(meta), draw(meta), draw(meta), draw(meta),
                      draw(meta), draw(meta), {"more": draw(values)})
    return Record(release, facts, [{"kind": draw(st.text(max_size=5)), "start": 0}], [{"text": text, "end": 1}])


@settings(deadline=None, max_examples=EXAMPLES)
@given(any_record())
def test_any_record_comes_back_as_it_was(tmp_path_factory, record):
    folder = tmp_path_factory.mktemp("store")
    keep(folder, record)
    with store.open(folder) as book:
        [back] = book.records()
        assert back == record
        for family in record.facts:
            assert len(book.table(family)) == len(record.facts[family])


def test_what_no_database_can_hold_costs_nothing_else(tmp_path):
    slots = {"item": "gun\ud800", "quantity": 10**400, "unit": "item"}
    record = Record(Release("gun\ud800 \0 x", "a\ud800", title="\udfff"), {
        "seizures": [Fact("seizures", slots, 0, 4, "r")], "outcomes": [Fact("outcomes", {"count": 2**70}, 0, 1, "r")]})
    keep(tmp_path, record)
    with store.open(tmp_path) as book:
        [row] = book.table("seizures")
        assert (row["release_id"], row["item"], row["quantity"]) == ("a?", "gun?", None)
        back = book.record("a?")
        assert back.release.text == "gun? \0 x"
        assert back.facts == record.facts


def test_tables_have_the_columns_and_joined_lists_of_the_exports(tmp_path):
    keep(tmp_path, WEEK)
    with store.open(tmp_path) as book:
        for table in TABLES:
            names = [slot.name for slot in exports.columns(table)]
            [*given] = book._columns(table)
            if table == "releases":
                given = given[1:-1]
            assert given[:len(names)] == names
        assert [row["statuses"] for row in book.table("outcomes")] == [
            "arrested", "charged; recalled; appeared_in_court", "charged", "remanded"]
        [gun] = book.table("seizures", ["item", "quantity"], {"category": "firearm", "item": ["pistol", "rifle"]})
        assert gun == {"item": "pistol", "quantity": 2.0}
        assert len(book.table("seizures", where={"calibre": None})) == 6
        assert len(book.table("seizures", where={"calibre": [None, ".38"]})) == 7
        assert book.table("seizures", where={"item": []}) == []
        assert len(book.table("facts")) == sum(len(facts) for facts in WEEK.facts.values())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("guns",), "has no table 'guns'; it has activities, "), (("seizures", ["colour"]), "has no column 'colour'"),
        (("seizures", None, {'item" OR 1=1 --': 1}), "has no column"),
        (('seizures"; DROP TABLE releases; --',), "has no table"), (("",), "has no table"),
        (("seizures", None, {"item": ["x"] * 501}), "more than 500 values"),
    ],
)
def test_names_are_checked_and_values_bound(tmp_path, arguments, told):
    keep(tmp_path, WEEK)
    with store.open(tmp_path) as book:
        with pytest.raises(UsageError, match=told):
            book.table(*arguments)
        assert book.table("seizures", where={"item": "x' OR '1'='1"}) == []


# --- as others see it


def test_everything_is_described(tmp_path):
    keep(tmp_path, WEEK)
    with sqlite3.connect(tmp_path / "beatbook.sqlite") as db:
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
                                                "AND name NOT LIKE 'releases_fts%'")}
        described = db.execute("SELECT table_name, column_name, description FROM descriptions").fetchall()
        for name in names:
            columns = {""} | {row[1] for row in db.execute(f"PRAGMA table_info({name})")}
            assert {row[1] for row in described if row[0] == name} == columns, name
    db.close()
    assert all(row[2] for row in described)
    shown = schema.datasette()["databases"]["beatbook"]["tables"]
    assert set(shown) == names


def test_a_store_of_other_columns_is_brought_up_to_date(tmp_path, monkeypatch):
    keep(tmp_path, WEEK)
    with sqlite3.connect(tmp_path / "beatbook.sqlite") as db:
        db.execute("DROP VIEW facts")
        db.execute("DROP VIEW seizures_by_drug")
        db.execute("ALTER TABLE seizures DROP COLUMN calibre")
        db.execute("ALTER TABLE releases DROP COLUMN url")
        db.execute("UPDATE store_state SET value = 'older' WHERE name = 'schema'")
    db.close()
    with store.open(tmp_path, readonly=False) as book:
        assert [row["calibre"] for row in book.table("seizures", where={"item": "revolver"})] == [".38"]
        assert book.record("met-1").facts == WEEK.facts
        assert [row["url"] for row in book.table("releases")] == [None]
    consistent(tmp_path)


DRUGS = [
    made("10kg of cocaine, of which 4kg of cocaine in a van, and 2kg of heroin; drugs worth £9.", "r1", "2023-05-05",
         seizures=[
             thing("10kg of cocaine", "drug", "cocaine", 10, "kg", weight_kg=10.0, drug_class="A"),
             thing("4kg of cocaine", "drug", "cocaine", 4, "kg", weight_kg=4.0, drug_class="A", role="part"),
             thing("2kg of heroin", "drug", "heroin", 2, "kg", weight_kg=2.0, drug_class="A", certainty="suspected"),
             thing("drugs worth £9", "drug", "drugs", value=9.0, currency="GBP", role="total"),
         ]),
    made("1kg of cocaine and 1kg of cocaine, 3kg of cocaine in all, £50 and £20 of it hidden.", "r2", "2023-06-05",
         seizures=[
             thing("1kg of cocaine", "drug", "cocaine", 1, "kg", weight_kg=1.0, drug_class="A"),
             thing("1kg of cocaine, 3kg", "drug", "cocaine", 1, "kg", weight_kg=1.0, drug_class="A"),
             thing("3kg of cocaine in all", "drug", "cocaine", 3, "kg", weight_kg=3.0, drug_class="A", role="total"),
             thing("£50", "cash", "cash", value=50.0, currency="GBP"),
             thing("£20 of it", "cash", "cash", value=20.0, currency="GBP", role="part"),
         ]),
    made("Class B drugs and 12 plants of cannabis.", "r3", "2024-01-01", seizures=[
        thing("Class B drugs", "drug", "class B drugs", drug_class="B"),
        thing("12 plants of cannabis", "drug", "cannabis", 12, "plant", drug_class="B"),
    ]),
    made("Drugs were found. £5 too.", "r4", "2024-01-01", seizures=[
        thing("Drugs", "drug", "drugs"), thing("£5", "cash", "cash", value=5.0, currency="GBP")]),
    made("A knife.", "r5", "2024-01-01", seizures=[thing("A knife", "blade", "knife", 1)]),
]


def test_the_views_count_nothing_twice_and_offer_both_bases(tmp_path):
    keep(tmp_path, *DRUGS)
    with store.open(tmp_path) as book:
        drugs = {row["drug"]: row for row in book.table("seizures_by_drug")}
        years = {row["year"]: (row["seizures"], row["seizures_by_drug"]) for row in book.table("drug_seizures")}
        classes = {row["drug_class"]: row["seizures"] for row in book.table("drug_seizures_by_class")}
        cash = book.table("cash_seized")
    assert {name: row["kg"] for name, row in drugs.items()} == {
        "cocaine": 13.0, "heroin": 2.0, "cannabis": None, "drugs": None}
    assert {name: row["seizures"] for name, row in drugs.items()} == {
        "cocaine": 2, "heroin": 1, "cannabis": 1, "drugs": 1}
    assert {row["all_seizures"] for row in drugs.values()} == {4}
    assert (drugs["cannabis"]["plants"], drugs["heroin"]["suspected"], drugs["cocaine"]["drug_class"]) == (12, 1, "A")
    assert years == {"2023": (2, 3), "2024": (2, 2)}
    assert classes == {"A": 2, "B": 1, None: 2}
    assert cash == [{"currency": "GBP", "releases": 2, "amount": 55.0}]


def test_the_sql_of_the_documentation_runs(tmp_path, project):
    keep(tmp_path, *DRUGS, made("Police found a knife.", "r6"))
    text = (project / "docs" / "store.md").read_text(encoding="utf-8")
    [sql] = re.findall(r"```sql\n(.*?)```", text, re.S)
    statements = [part for part in sql.split(";") if part.strip()]
    assert len(statements) > 3
    with sqlite3.connect(tmp_path / "beatbook.sqlite") as db:
        found = [db.execute(statement).fetchall() for statement in statements]
    db.close()
    assert [("r6", None)] in found  # speaks of a knife, and of which no fact is a blade
    for view in schema.views():
        assert f"| `{view.name}` |" in text


# --- what is no store


def other_database(file):
    with sqlite3.connect(file) as db:
        db.execute("CREATE TABLE t (a)")
    db.close()


def newer(file):
    with sqlite3.connect(file) as db:
        db.execute(f"PRAGMA application_id = {schema.APPLICATION}")
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
        db.execute("CREATE TABLE t (a)")
    db.close()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda file: file.write_bytes(b"no database at all, " * 99), "beatbook.sqlite: is no database; move it away"),
        (other_database, "is a database, but no store of beatbook's"), (newer, "was made by a newer beatbook"),
        (Path.mkdir, "cannot be opened to be written"),
    ],
)
def test_what_is_no_store_is_refused_and_left_alone(tmp_path, spied, make, told, capsys):
    folder = write(tmp_path / "in", a="Ada one")
    out = tmp_path / "out"
    out.mkdir()
    make(out / "beatbook.sqlite")
    before = sorted(path.name for path in out.iterdir())
    extract(folder, to=out, code=2)
    [line] = capsys.readouterr().err.splitlines()
    assert told in line
    assert sorted(path.name for path in out.iterdir()) == before


def test_a_store_that_is_not_there(tmp_path, capsys):
    assert cli.main(["search", str(tmp_path), "knife"]) == 2
    assert "holds no beatbook.sqlite; beatbook extract INPUT… --to" in capsys.readouterr().err
    (tmp_path / "beatbook.sqlite").touch()
    assert cli.main(["search", str(tmp_path), "knife"]) == 2


def test_a_full_disk_is_one_sentence_and_keeps_what_is_there(tmp_path):
    with store.open(tmp_path, readonly=False) as book:
        [pages] = book._db.execute("PRAGMA page_count").fetchone()
        book._db.execute(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(BeatbookError, match="the disk is full; what was complete is kept"), book.run() as run:
            for number in range(500):
                run.add(found(Release(f"Ada {number} " * 50, f"a{number}")))
    consistent(tmp_path)


def test_a_store_held_by_another_program(tmp_path, monkeypatch):
    keep(tmp_path, WEEK)
    monkeypatch.setattr(store.connecting, "BUSY", 0.01)
    other = sqlite3.connect(tmp_path / "beatbook.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BeatbookError, match="another program has held it"), \
            store.open(tmp_path, readonly=False) as book, book.run():
        pass
    other.close()


def test_reading_changes_nothing(tmp_path):
    keep(tmp_path, WEEK)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with store.open(tmp_path) as book:
        assert book.search("pistol")
        with pytest.raises(UsageError, match="cannot be opened to be written"):
            book.run()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path, spied, capsys):
    keep(tmp_path / "out", WEEK)
    (tmp_path / "out").chmod(0o500)
    with store.open(tmp_path / "out") as book:
        assert book.ids() == ["met-1"]
    extract(write(tmp_path / "in", a="Ada"), to=tmp_path / "out", code=2)
    (tmp_path / "out").chmod(0o700)


# --- search


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("library")
    bulletin = made(
        "Police stopped a car.\nIn it they found a “lock” knife and £300 in cash near Zürich Road.\n"
        "Two boys were held.",
        "bulletin", "2024-02-03", seizures=[thing("a “lock” knife", "blade", "lock knife", 1)],
        outcomes=[people("Two boys were held", "detained", 2, who="boy")])
    bulletin.release.title, bulletin.release.publisher = "Knife found", "Kent Police"
    keep(folder, WEEK, bulletin, made("Nothing here but a \x1b[31m knife \x1b[0m.", "hostile"))
    with store.open(folder) as book:
        yield book


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pistols", ["met-1"]), ("arrest", ["met-1"]), ("KNIFE cash", ["bulletin"]),
        ("knives", ["bulletin", "hostile"]), ("boy", ["bulletin"]), ("man OR boy", ["bulletin", "met-1"]),
        ("zurich", ["bulletin"]),
        ('"class a drugs"', ["met-1"]), ('"drugs class"', []), ("£300", ["bulletin"]),
        ("knife NOT cash", ["hostile"]), ("pistol OR knife", ["bulletin", "hostile", "met-1"]),
        ("Zür*", ["bulletin"]), ("revol*", ["met-1"]), ('"lock kni"*', ["bulletin"]),
        # An operator without a word on each side is a word itself.
        ("OR", ["met-1"]), ("NOT", []), ("NOT knife", []), ("knife AND", ["bulletin"]),
        # What SQLite would take for syntax is only what stands between words.
        ("knife", ["bulletin", "hostile"]), ('"knife', ["bulletin", "hostile"]), ("knife)", ["bulletin", "hostile"]),
        ("knife\0", ["bulletin", "hostile"]), ("- knife +", ["bulletin", "hostile"]),
        ("* knife", ["bulletin", "hostile"]),
        ("knife 😀", ["bulletin", "hostile"]), ('kn"ife', []), ("title:knife", []), ("knife^2", []),
        ("{text}: knife", []), ("NEAR(knife, cash)", []), ("'; DROP TABLE releases; --", []), ("a" * 5_000, []),
    ],
)
def test_words(library, words, expected):
    found = [hit.record.id for hit in library.search(words)]
    assert sorted(found) == expected


@pytest.mark.parametrize("words", ["", "  ", '""', "***", "\0", "(", "“”", "😀"])
def test_no_word_is_wrong_usage(library, words):
    with pytest.raises(UsageError, match="holds no word to search for"):
        library.search(words)


@settings(deadline=None)
@given(st.text(max_size=60) | st.lists(
    st.sampled_from(['"', "*", "AND", "OR", "NOT", "NEAR", "(", ")", "-", "^", ":", "{", "a", "\0", "'", "knife"]),
    max_size=9).map(" ".join))
def test_no_text_is_a_wrong_query(library, words):
    try:
        query(words)
    except UsageError:
        return
    library.search(words)


@pytest.mark.parametrize("words", ["a " * 1_000, "a NOT " * 300 + "b", "a OR b AND " * 200, '"a" ' * 800])
def test_very_many_words_are_searched_for_or_refused(library, words):
    try:
        library.search(words)
    except UsageError as error:
        assert "too many" in str(error)


def test_a_hit_has_its_passage_and_the_facts_found_there(library):
    [hit] = library.search("knife cash")
    text = hit.record.release.text
    assert hit.snippet == "In it they found a “lock” knife and £300 in cash near Zürich Road."
    assert [text[start:end] for start, end in hit.marks] == ["knife", "cash"]
    assert [fact["item"] for fact in hit.facts] == ["lock knife"]
    assert hit.row()["facts"][0]["evidence"] == "a “lock” knife"
    assert [hit.record.id for hit in library.search("knife", family="seizures")] == ["bulletin"]
    assert library.search("knife", family="outcomes") == []
    assert [hit.record.id for hit in library.search("held", family="outcomes")] == ["bulletin"]
    assert len(library.search("knife", limit=1)) == 1
    for wrong in ({"limit": 0}, {"family": "guns"}):
        with pytest.raises(UsageError):
            library.search("knife", **wrong)


def test_a_word_of_the_title_alone_shows_the_opening(tmp_path):
    record = made("Two men were held in Bow. " * 30, places=[{"evidence": "Bow", "name": "Bow"}])
    record.release.title = "Dawn raid"
    keep(tmp_path, record)
    with store.open(tmp_path) as book:
        [hit] = book.search("raid")
    assert (hit.start, hit.marks, [fact["name"] for fact in hit.facts]) == (0, [], ["Bow"])
    assert len(hit.snippet) < 400


def test_passages_of_long_lines_stay_short(tmp_path):
    keep(tmp_path, made("knife " * 5_000), made("x" * 5_000 + " knife " + "y" * 5_000, "met-2"))
    with store.open(tmp_path) as book:
        assert all(len(hit.snippet) < 900 for hit in book.search("knife"))


def test_the_index_follows_every_change(tmp_path):
    keep(tmp_path, found(Release("Ada knife", "a", source="a.txt")))
    keep(tmp_path, found(Release("Ada pistol", "a", source="a.txt")))
    with store.open(tmp_path) as book:
        assert (len(book.search("pistol")), book.search("knife")) == (1, [])
    with sqlite3.connect(tmp_path / "beatbook.sqlite") as db:
        db.execute("UPDATE releases SET text = 'Ada rifle'")
        db.execute("VACUUM") if not db.in_transaction else None
    db.close()
    with store.open(tmp_path) as book:
        assert (len(book.search("rifle")), book.search("pistol")) == (1, [])
    consistent(tmp_path)


def test_the_command_prints_hits_for_reading(library, capsys):
    assert cli.main(["search", str(library.file.parent), "knife", "cash"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "bulletin · 3 February 2024 · Kent Police", "Knife found",
        "  …In it they found a “lock” [knife] and £300 in [cash] near Zürich Road.…",
        "    1 lock knife                                “a “lock” knife”",
    ]
    assert err == "1 found\n"
    assert cli.main(["search", str(library.file), "absent"]) == 0
    assert capsys.readouterr() == ("", "nothing found\n")
    assert cli.main(["search", str(library.file.parent), "***"]) == 2


def test_nothing_of_a_text_steers_the_terminal(library, capsys):
    assert cli.main(["search", str(library.file.parent), "nothing"]) == 0
    out = capsys.readouterr().out
    assert "hostile" in out
    assert all(char.isprintable() or char == "\n" for char in out)


def test_the_command_gives_json(library, capsys):
    options = ["--json", "--limit", "5", "--family", "seizures"]
    assert cli.main(["search", str(library.file.parent), "knife", *options]) == 0
    [row] = map(json.loads, capsys.readouterr().out.splitlines())
    assert (row["id"], row["published"], row["facts"][0]["item"]) == ("bulletin", "2024-02-03", "lock knife")
    assert [row["snippet"][start - row["start"]:end - row["start"]] for start, end in row["marks"]] == ["knife"]


def test_lost_and_failed_are_counted(tmp_path):
    with store.open(tmp_path, readonly=False) as book:
        with book.run(["in"], {"country": "GB"}) as run:
            release = Release("Ada", "a", source="in/a.txt")
            assert run.wants(release)
            run.lost(release)
            run.failed(InputError("in/a.txt", "too deep"))
            run.complete()
        [row] = book.table("runs")
    assert (row["read"], row["extracted"], row["failed"], row["rules"]) == (1, 0, 1, rules.rules_version())
    assert json.loads(row["arguments"]) == {"inputs": ["in"], "country": "GB"}
    assert row["started"] <= row["ended"]


def test_values_for_sql():
    cases = [([], None), (["a;b", "c"], "a,b; c"), (2**70, float(2**70)), (True, 1), (2.5, 2.5), ("=1", "=1"),
             (None, None)]
    for stated, expected in cases:
        assert rows.value(stated) == expected
