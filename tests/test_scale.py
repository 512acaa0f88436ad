"""Many documents by several processes: what one process gives, whatever happens to them."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import closing

import pytest
import scale_work

from beatbook import cli, exports
from beatbook.errors import BeatbookError
from beatbook.records import Release
from beatbook.scale import processes

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs the signals of POSIX")


def releases(*texts):
    return [Release(text, str(number), source=f"rows, line {number}") for number, text in enumerate(texts)]


def done(texts, seconds=20.0, jobs=2):
    """Ids with a record, in order, and the reasons of the others by id."""
    lost = []
    with closing(processes.extracted(
        iter(releases(*texts)), lambda release, error: lost.append((release.id, error.reason)), seconds, jobs,
        scale_work.work,
    )) as records:
        ids = [record.id for record in records]
    assert not multiprocessing.active_children()
    return ids, dict(lost)


# --- processes


@pytest.mark.parametrize("count", [0, 1, 5, 150])
def test_records_come_in_the_order_of_the_releases(count):
    ids, lost = done([f"Alpha {number}" for number in range(count)])
    assert ids == [str(number) for number in range(count)]
    assert lost == {}


@POSIX
def test_what_goes_wrong_in_one_release_costs_the_others_nothing():
    texts = [f"Alpha {number}" for number in range(40)]
    texts[3], texts[20], texts[30], texts[31] = "Faulty", "Deadly", "Slow", "Deadly again"
    ids, lost = done(texts, 0.5)
    assert ids == [str(number) for number in range(40) if number not in (3, 20, 30, 31)]
    assert list(lost) == ["3", "20", "30", "31"]
    assert lost["3"] == "could not be extracted, a fault of beatbook's own (ValueError: no way)"
    assert lost["20"] == lost["31"] == processes.KILLED
    assert lost["30"].startswith("took longer than 0.5 seconds")


@POSIX
def test_a_process_that_is_killed_costs_nothing_but_time(tmp_path):
    flag = tmp_path / "flag"
    flag.touch()
    texts = [f"Alpha {number}" for number in range(60)]
    texts[25] = f"Unlucky {flag}"
    ids, lost = done(texts)
    assert not flag.exists()
    assert ids == [str(number) for number in range(60)]
    assert lost == {}


def test_no_more_is_read_than_the_processes_need():
    read = 0

    def endless():
        nonlocal read
        while True:
            read += 1
            yield Release(f"Alpha {read}", str(read))

    with closing(processes.extracted(endless(), lambda *_: None, 20, 2, scale_work.work)) as records:
        for number, _ in enumerate(records, 1):
            assert read - number <= 7 * processes.LARGEST
            if number == 400:
                break
    assert not multiprocessing.active_children()


def test_processes_that_cannot_start_are_said(monkeypatch):
    monkeypatch.setattr(processes, "_prepare", scale_work.die)
    with pytest.raises(BeatbookError, match="processes cannot be started here"):
        done(["Alpha"])


# --- the command


def rows(path, count):
    """Releases with texts that come twice, ids that come twice and rows that cannot be read."""
    lines = []
    for number in range(count):
        row = {"id": f"row-{number % 40}", "country": "GB", "published": "2024-05-05",
               "text": f"Officers in Leeds seized {2 + number % 30} knives and arrested a man, {20 + number % 30}."}
        lines.append(json.dumps(row))
        if number % 20 == 3:
            lines.append('{"id": "empty"}')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_several_processes_give_the_same_bytes_as_one(tmp_path, capsys):
    rows(tmp_path / "rows.jsonl", 90)
    (tmp_path / "more.txt").write_text("Officers in Leeds seized 4 knives.", encoding="utf-8")
    inputs = [str(tmp_path / "rows.jsonl"), str(tmp_path / "more.txt")]
    for jobs in ("1", "2"):
        assert cli.main(["extract", *inputs, "--jobs", jobs, "--to", str(tmp_path / jobs)]) == 1
    for name in exports.NAMES:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name
    assert len((tmp_path / "1" / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 31
    capsys.readouterr()
    shown = []
    for jobs in ("1", "2"):
        assert cli.main(["extract", *inputs, "--jobs", jobs]) == 1
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1] and shown[0].count("knives") >= 91


@pytest.mark.parametrize("jobs", ["-1", "two", "1.5", ""])
def test_a_number_of_processes_that_is_none_is_wrong_usage(jobs, capsys):
    assert cli.main(["extract", "x.txt", "--jobs", jobs]) == 2
    assert "0 for one a processor" in capsys.readouterr().err


def alive(group):
    """Whether a process of the group is left (a zombie is not)."""
    listed = subprocess.run(["ps", "-A", "-o", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    return any(line.split()[0] == str(group) and not line.split()[1].startswith("Z")
               for line in listed.splitlines() if len(line.split()) == 2)


@POSIX
@pytest.mark.slow
@pytest.mark.parametrize("way", ["Ctrl-C", "killed"])
def test_a_run_that_is_stopped_leaves_no_process_behind_and_goes_on_later(way, tmp_path):
    """The group is that of a terminal: Ctrl-C reaches all its processes, a kill only the first."""
    rows(tmp_path / "rows.jsonl", 90)
    child = subprocess.Popen(
        [sys.executable, "-m", "beatbook", "extract", "-", "--jobs", "2", "--to", str(tmp_path / "out")],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
        # tests run in the background inherit that Ctrl-C is ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    child.stdin.write((tmp_path / "rows.jsonl").read_text(encoding="utf-8"))
    child.stdin.flush()
    kept = tmp_path / "out" / "beatbook.sqlite-wal"
    for _ in range(600):  # until something is kept; standard input stays open
        if kept.exists() and kept.stat().st_size > 100_000:
            break
        time.sleep(0.05)
    if way == "Ctrl-C":
        os.killpg(child.pid, signal.SIGINT)
    else:
        child.kill()
    told = child.communicate(timeout=30)[1]
    assert child.returncode == (130 if way == "Ctrl-C" else -signal.SIGKILL), told
    assert "Traceback" not in told
    for _ in range(200):
        if not alive(child.pid):
            break
        time.sleep(0.05)
    assert not alive(child.pid)
    with (tmp_path / "rows.jsonl").open("rb") as stream:
        subprocess.run([sys.executable, "-m", "beatbook", "extract", "-", "--to", str(tmp_path / "out")],
                       stdin=stream, capture_output=True, check=False)
    assert len((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 30


@POSIX
def test_ctrl_c_while_the_processes_start_ends_none_in_a_traceback(tmp_path):
    """Python reads the module first of all, and the signal comes to a process that has not begun what it is for."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, signal, sys\n"
        "if 'forkserver' in sys.orig_argv[-1] or 'resource_tracker' in sys.orig_argv[-1]:\n"
        "    os.write(2, b'started ')\n"
        "    os.kill(os.getpid(), signal.SIGINT)\n", encoding="utf-8",
    )
    rows(tmp_path / "rows.jsonl", 3)
    run = subprocess.run(
        [sys.executable, "-m", "beatbook", "extract", str(tmp_path / "rows.jsonl"), "--jobs", "2",
         "--to", str(tmp_path / "out")],
        env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False, timeout=120,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert run.stderr.count("started ") == 2
    assert "Traceback" not in run.stderr
    assert run.returncode == 0, run.stderr
