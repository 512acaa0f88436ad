"""What the command line promises: exit codes, one sentence for each failure, nothing half written, a fast start."""

import csv
import io
import json
import os
import subprocess
import sys
import types
from pathlib import Path

import pytest

import beatbook
from beatbook import cli, exports
from beatbook.commands import COMMANDS
from beatbook.commands import extract as extract_command
from beatbook.errors import InputError, ReportError, UsageError
from beatbook.records import FAMILIES, TABLES, Fact, Record, Release
from beatbook.terminal import clean, overview

STORY = "Two men were arrested in Bow.\n\nOfficers from the Met found a knife.\n"


@pytest.fixture
def story(tmp_path):
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


def run(*arguments, **options):
    """The command in a process of its own."""
    command = [sys.executable, "-m", "beatbook", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


# --- extract


def test_without_to_a_summary_is_printed(story, capsys):
    assert cli.main(["extract", str(story)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("story · Metropolitan Police Service · GB\n")
    assert told.err == "1 read, 0 failed\n"


def test_with_to_the_files_are_written(story, tmp_path, capsys):
    assert cli.main(["extract", str(story), "--to", str(tmp_path / "out")]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"written to {tmp_path / 'out'}\n1 read, 0 failed\n"
    [row] = map(json.loads, (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines())
    assert row["id"] == "story"
    assert set(row["facts"]) == set(FAMILIES)
    assert {path.stem for path in (tmp_path / "out").glob("*.csv")} == set(TABLES)


def test_what_fails_is_told_and_the_rest_is_written(story, tmp_path, capsys):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "rows.jsonl").write_text('{"id": "a", "text": "One man was held."}\n{"id": "b"}\n', encoding="utf-8")
    assert cli.main(["extract", str(tmp_path), "gone.txt", "--to", str(tmp_path / "out")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines == [
        "beatbook: gone.txt: no such file or folder",
        f"beatbook: {tmp_path}/empty.txt: is empty; the text of a release is expected",
        f"beatbook: {tmp_path}/rows.jsonl, line 2: has no text; a column 'text' with the release's text is needed",
        f"written to {tmp_path}/out",
        "2 read, 3 failed",
    ]
    with (tmp_path / "out" / "failures.csv").open(encoding="utf-8", newline="") as file:
        assert [row["source"] for row in csv.DictReader(file)] == [
            f"{tmp_path}/empty.txt", f"{tmp_path}/rows.jsonl, line 2", "gone.txt",
        ]


def test_files_of_other_kinds_are_told_and_fail_nothing(story, tmp_path, capsys):
    for name in ("photo.jpg", "sheet\x1b[31m.xlsx", ".hidden.xyz", "README", "a.xyz", "b.xyz"):
        (tmp_path / name).write_bytes(b"x")
    for _ in range(2):  # the second time the run's own files stand there as well
        assert cli.main(["extract", str(tmp_path), "--to", str(tmp_path)]) == 0
        told = capsys.readouterr().err
        assert "4 passed over, as their kinds are not read: a.xyz, b.xyz, photo.jpg, …" in told
    (tmp_path / "one").mkdir()
    story.rename(tmp_path / "one" / "story.txt")
    (tmp_path / "one" / "sheet\x1b[31m.xlsx").write_bytes(b"x")
    assert cli.main(["extract", str(tmp_path / "one")]) == 0
    assert "1 passed over, as its kind is not read: sheet [31m.xlsx" in capsys.readouterr().err


def test_given_metadata_reaches_the_records(story, tmp_path):
    options = ["--country", "ie", "--published", "2 May 2022", "--publisher", "Gardaí"]
    assert cli.main(["extract", str(story), "--to", str(tmp_path / "out"), *options]) == 0
    with (tmp_path / "out" / "releases.csv").open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["country"], row["published"], row["publisher"]) == ("IE", "2022-05-02", "Gardaí")


def test_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert cli.main(["extract", "-"]) == 0
    assert capsys.readouterr().out.startswith("stdin · ")


def test_nothing_asked_tells_what_there_is(capsys):
    """Whoever types the name alone sees the commands; it is wrong usage all the same."""
    assert cli.main([]) == 2
    out, err = capsys.readouterr()
    assert out == "" and all(f"\n    {name} " in err for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract"], "required: INPUT"),
        (["rank"], "invalid choice: 'rank'"),
        (["extract", "a.txt", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["extract", "a.txt", "--country", "Narnia"], "country 'Narnia' is not accepted"),
        (["extract", "a.txt", "--published", "soon"], "date 'soon' is not accepted; YYYY-MM-DD is"),
        (["extract", __file__, "--to", __file__], "cannot be written to as a folder"),
        (["report", "a.txt", "-p", "x"], "-p x: NAME=VALUE is accepted"),
        (["report", "a.txt", "-p", "=x"], "NAME=VALUE is accepted"),
        (["report", "a.txt", "--notebooks", "no-such-folder"], "--notebooks no-such-folder: no such folder"),
    ],
)
def test_wrong_usage_is_2_and_one_sentence(arguments, told, capsys):
    assert cli.main(arguments) == 2
    err = capsys.readouterr().err
    assert told in err.splitlines()[-1]
    assert "Traceback" not in err


def test_a_fault_in_one_release_does_not_cost_the_others(tmp_path, monkeypatch, capsys):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(STORY, encoding="utf-8")

    def extract(release):
        if release.id == "a":
            raise RecursionError("too deep")
        return beatbook.extract(release)

    monkeypatch.setattr(extract_command, "extract", extract)
    assert cli.main(["extract", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("b · ")
    assert "a.txt: could not be extracted, a fault of beatbook's own (RecursionError: too deep)" in told.err


def test_ctrl_c_is_130_and_leaves_no_exports(story, tmp_path, monkeypatch, capsys):
    def extract(release):
        raise KeyboardInterrupt

    monkeypatch.setattr(extract_command, "extract", extract)
    assert cli.main(["extract", str(story), "--to", str(tmp_path / "out")]) == 130
    assert capsys.readouterr().err == "beatbook: stopped; what was not complete was not written\n"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["beatbook.sqlite"]


def test_a_full_disk_is_one_sentence(story, tmp_path, monkeypatch, capsys):
    def write(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exports, "beside", write)
    assert cli.main(["extract", str(story), "--to", str(tmp_path / "out")]) == 1
    assert capsys.readouterr().err == "beatbook: [Errno 28] No space left on device\n"


def test_a_closed_pipe_is_quiet(tmp_path):
    rows = [json.dumps({"id": str(number), "text": STORY}) for number in range(3_000)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    command = [sys.executable, "-m", "beatbook", "extract", str(tmp_path / "rows.jsonl")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 0
    assert process.stderr.read() == b""
    process.stderr.close()


def test_a_terminal_without_the_letters_still_gets_the_rest(tmp_path):
    (tmp_path / "a.txt").write_text("Gardaí held two men – £5.\n", encoding="utf-8")
    done = run("extract", tmp_path / "a.txt", env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stdout.split()[0]) == (0, "a")


def test_extract_loads_neither_pandas_nor_jupyter_nor_the_progress_bar(story):
    code = (
        "import sys; from beatbook import cli; cli.main(['extract', sys.argv[1]]); "
        "print([name for name in ('pandas', 'matplotlib', 'papermill', 'nbconvert', 'IPython', 'tqdm', 'jinja2') "
        "if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(story)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_help_and_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("beatbook ")
    assert cli.main(["extract", "--help"]) == 0
    assert "--to DIR" in capsys.readouterr().out
    assert run("--version").stdout.startswith("beatbook ")


@pytest.mark.parametrize("name", ["samples", "seeds"])
def test_the_samples_and_the_real_release(name, tmp_path, request, capsys):
    folder = request.getfixturevalue("project") / "data" / "sample"
    if name == "seeds":
        folder = request.getfixturevalue("shared") / "seeds"
    assert cli.main(["extract", str(folder), "--to", str(tmp_path)]) == 0
    assert capsys.readouterr().err.endswith(" read, 0 failed\n")


# --- report


@pytest.fixture
def reports(monkeypatch):
    """A stand-in for beatbook.reports that remembers how it was called."""
    calls = []
    module = types.ModuleType("beatbook.reports")

    def report(inputs, notebook, parameters, to, notebooks, **_):
        calls.append((inputs, notebook, parameters, to, notebooks))
        if error := getattr(module, "error", None):
            raise error
        return [Path("reports/a.html")]

    module.report, module.calls, module.Options = report, calls, lambda *_: None
    monkeypatch.setitem(sys.modules, "beatbook.reports", module)
    monkeypatch.setattr(beatbook, "reports", module, raising=False)
    return module


def test_report_hands_on_what_was_given(reports, tmp_path, capsys):
    arguments = ["report", "a.txt", "b", "--notebook", "corpus", "-p", "x=1", "-p", "y=a=b", "--title", "T"]
    assert cli.main([*arguments, "--to", "out", "--notebooks", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "reports/a.html\n"
    assert reports.calls == [(["a.txt", "b"], "corpus", {"x": "1", "y": "a=b", "title": "T"}, Path("out"), tmp_path)]


def test_report_prints_what_was_made_beside_what_failed(tmp_path, project, capsys):
    """One bad input costs the others nothing: their paths are printed, the failure is told, the exit code is 1."""
    good = tmp_path / "good.txt"
    good.write_text("Two men were arrested in Hull on Monday.", encoding="utf-8")
    arguments = ["report", str(good), str(tmp_path / "missing.txt"), "--to", str(tmp_path / "out")]
    assert cli.main([*arguments, "--notebooks", str(project / "notebooks")]) == 1
    out, err = capsys.readouterr()
    assert out.strip().endswith("good.html")
    assert "missing.txt" in err


def test_a_report_of_a_folder_tells_what_it_passes_over(reports, tmp_path, project, capsys):
    for name in ("a.txt", "b.xyz", "store/beatbook.sqlite", "store/x.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    for folder, told in ((tmp_path, "2 passed over, as their kinds are not read: b.xyz, beatbook.sqlite"),
                         (tmp_path / "store", "")):
        assert cli.main(["report", str(folder), "--notebooks", str(project / "notebooks")]) == 0
        assert capsys.readouterr().err.strip() == told


def test_what_lies_beside_a_store_is_no_release(story, tmp_path, capsys):
    """A store may be made in the folder of its releases, or be named in place of them."""
    assert cli.main(["extract", str(story), "--to", str(tmp_path / "out")]) == 0
    capsys.readouterr()
    assert cli.main(["extract", str(tmp_path)]) == 0
    out, err = capsys.readouterr()
    assert err.splitlines()[0] == "1 read, 0 failed" and "unclaimed" not in out
    assert cli.main(["report", str(tmp_path / "out"), "--to", str(tmp_path / "reports")]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err == (f"beatbook: {tmp_path}/out: is a store; name the releases it was made from, or a "
                                 "notebook that opens stores (--notebook corpus, or compare)\n")


def test_report_finds_the_notebooks(reports, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(beatbook, "__file__", str(tmp_path / "project" / "lib" / "beatbook" / "__init__.py"))
    monkeypatch.setattr("beatbook.running._installed", lambda: None)
    assert cli.main(["report", "a.txt"]) == 2
    assert "name the folder with --notebooks" in capsys.readouterr().err
    for folder in (tmp_path / "project" / "notebooks", tmp_path / "notebooks"):
        folder.mkdir(parents=True)
        (folder / "01-operation.ipynb").touch()
        assert cli.main(["report", "a.txt"]) == 0
        assert reports.calls[-1][4].resolve() == folder
    assert reports.calls[-1][:4] == (["a.txt"], "operation", {}, Path("reports"))


@pytest.mark.parametrize(
    ("error", "code"),
    [(UsageError("no parameter 'x'"), 2), (InputError("a.txt", "is empty"), 1), (ReportError("cell 3 failed"), 1)],
)
def test_report_tells_what_went_wrong(reports, error, code, tmp_path, capsys):
    reports.error = error
    assert cli.main(["report", "a.txt", "--notebooks", str(tmp_path)]) == code
    assert capsys.readouterr().err == f"beatbook: {error}\n"


# --- the summary


def fact(family, evidence="so it says", **slots):
    return Fact(family, slots, 0, len(evidence), "r"), evidence


@pytest.mark.parametrize(
    ("family", "slots", "expected"),
    [
        ("seizures", {"category": "imitation_firearm", "item": "blank firearm", "quantity": 4, "unit": "item",
                      "certainty": "suspected"}, "4 suspected blank firearms"),
        ("seizures", {"category": "ammunition", "item": "round", "quantity": 131, "unit": "round"}, "131 rounds"),
        ("seizures", {"category": "cash", "item": "cash", "value": 37500, "currency": "GBP",
                      "value_modifier": "approx"}, "about £37,500 cash"),
        ("seizures", {"category": "drug", "item": "cannabis", "quantity": 3, "unit": "kg", "modifier": "min",
                      "value": 29000, "currency": "GBP", "role": "part"},
         "at least 3 kg of cannabis, worth £29,000 (part)"),
        ("outcomes", {"statuses": ["charged", "recalled"], "count": 12, "of_count": 17},
         "12 people charged or recalled to prison, of 17"),
        ("outcomes", {"statuses": ["sentenced"], "names": ["Ann Coe"], "sentence_months": 42, "offences": ["theft"]},
         "Ann Coe sentenced, 3 years 6 months: theft"),
        ("operations", {"name": "Operation Alder", "start": "2022-11-21", "end": "2022-11-27"},
         "Operation Alder from 21 to 27 November 2022"),
        ("activities", {"tactic": "weapon_sweep", "count": 14}, "14 weapon sweeps"),
        ("activities", {"tactic": "patrol"}, "patrols"),
        ("incidents", {"kind": "shooting", "count": 4}, "four shootings"),
        ("quotes", {"speaker": "Ann Coe", "role": "Inspector"}, "Ann Coe, Inspector"),
        ("places", {"name": "Bow"}, "Bow"),
        ("contacts", {"organisation": "Crimestoppers", "value": "0800 555 111"}, "Crimestoppers 0800 555 111"),
        ("aims", {"text": "to keep people safe"}, "to keep people safe"),
    ],
)
def test_each_fact_in_words(family, slots, expected):
    one, text = fact(family, **slots)
    lines = overview(Record(Release(text, "a"), {family: [one]})).splitlines()
    assert lines[0] == "a"
    assert lines[1].startswith("1 ")
    assert lines[2] == f"  {family}"
    assert lines[3].split("  “")[0].strip() == expected
    assert "“so it says”" in "\n".join(lines[3:])


@pytest.mark.parametrize("family", FAMILIES)
def test_a_fact_with_no_slot_filled_can_be_shown(family):
    one, text = fact(family)
    if family == "outcomes":
        one.slots["statuses"] = ["charged"]
    if family == "seizures":
        one.slots["category"] = "blade"
    if family in ("activities", "incidents"):
        one.slots["tactic" if family == "activities" else "kind"] = "patrol"
    assert "so it says" in overview(Record(Release(text, "a"), {family: [one]}))


def test_checks_and_unclaimed_figures_are_told():
    record = Record(
        Release("x", "a", title="Two held"), {}, checks=[{"kind": "sum", "message": "3 are not 2"}],
        unclaimed=[{"text": "44"}, {"text": "gun"}],
    )
    assert overview(record).splitlines() == [
        "a", "Two held", "no facts found", "  to check", "    3 are not 2", "  not claimed by any fact: 44, gun",
    ]


def test_nothing_of_a_text_steers_the_terminal(tmp_path, capsys):
    text = "Two \x1b[31mred\x1b]0;title\x07 held\u202e\n\nTwo men were held.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert cli.main(["extract", str(tmp_path)]) == 0
    assert all(char.isprintable() or char == "\n" for char in capsys.readouterr().out)
    assert clean("a\x1b[2J\r\nb\u202ec") == "a [2J b c"


def test_no_line_is_wider_than_asked():
    one, _ = fact("aims", text="to keep people safe " * 5)
    record = Record(Release("so it says " * 30, "a"), {"aims": [Fact("aims", one.slots, 0, 300, "r")]})
    assert max(map(len, overview(record, 80).splitlines())) <= 80
