"""Many documents by a Dask cluster: what one machine gives, whatever happens to its workers."""

import json
import logging
import sys

import made_formats as made
import pytest
import scale_work

from beatbook import cli, exports
from beatbook.errors import BeatbookError
from beatbook.reading import read
from beatbook.scale import cluster, partitions
from beatbook.scale.partitions import Options, count_lines, plan
from beatbook.scale.parts import Folder
from beatbook.scale.processes import KILLED

pa = pytest.importorskip("pyarrow", reason="needs the extra big")
parquet = pytest.importorskip("pyarrow.parquet", reason="needs the extra big")
distributed = pytest.importorskip("distributed", reason="needs the extra dist")

TEXT = "Officers in Leeds seized {} knives and arrested a man, {}, on suspicion of theft."


def refuse(error):
    raise error


def counted(pieces):
    return [count_lines(piece) for piece in pieces]


# --- partitions


@pytest.mark.parametrize("size", [1, 7, 64, 65, 150, 100_000])
def test_a_file_of_lines_is_cut_without_loss(size, tmp_path, monkeypatch):
    """Wherever it is cut: every row once, with the line's own number in its id and source."""
    monkeypatch.setattr(partitions, "SIZE", size)
    lines = [json.dumps({"text": f"Alpha {'x' * (number % 9)}"}) for number in range(20)]
    lines[4:4] = ["", '{"id": "none"}', "no JSON"]
    file = tmp_path / "rows.jsonl"
    file.write_bytes("\n".join(lines).encode() + (b"\n" if size % 2 else b""))
    errors = []
    whole = [(one.id, one.source, one.text) for one in read(file, on_error=errors.append)]
    found = [one for part in plan([str(file)], refuse, counted, lambda _: False)
             for one in partitions.read(part, Options(), None)]
    assert [(one.release.id, one.release.source, one.release.text) for one in found if one.release] == whole
    assert [str(one.error) for one in found if one.error] == [str(error) for error in errors]


def test_small_files_are_put_together_and_groups_of_rows_are_cut(tmp_path, monkeypatch):
    monkeypatch.setattr(partitions, "SIZE", 300)
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text("Alpha " * 20, encoding="utf-8")
    table = pa.table({"text": [f"Beta {number} " * 30 for number in range(9)]})
    parquet.write_table(table, tmp_path / "rows.parquet", row_group_size=3)
    cut = plan([str(tmp_path)], refuse, counted, lambda file: file.endswith("3.txt"))
    assert sum(len(part.pieces) for part in cut) == 9 + 3 and 5 < len(cut) < 12
    ids = [one.release.id for part in cut for one in partitions.read(part, Options(), None)]
    assert ids == [*(str(number) for number in range(10) if number != 3), *(f"rows-{n}" for n in range(1, 10))]


def test_a_partition_is_known_by_all_that_decides_what_comes_of_it(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("Alpha", encoding="utf-8")

    def key(options=None, rules="r"):
        [part] = plan([str(file)], refuse, counted, lambda _: False)
        return part.key(options or Options(), rules)

    first = key()
    assert key() == first
    others = {key(Options(given={"country": "GB"})), key(rules="s"), key(Options(filtered=True))}
    file.write_text("Beta", encoding="utf-8")
    others.add(key())
    assert len(others | {first}) == 5


def test_what_is_at_an_address_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("Alpha", encoding="utf-8")
    address = f"file://{tmp_path}"
    for source in (address, f"{address}/*.txt", f"{address}/a.txt"):
        [part] = plan([source], refuse, counted, lambda _: False)
        [found] = partitions.read(part, Options(), None)
        assert found.release.text == "Alpha" and found.release.source == f"file://{tmp_path}/a.txt"


# --- usage


@pytest.mark.parametrize("missing", ["distributed", "pyarrow", "fsspec"])
def test_a_missing_extra_is_named(missing, tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, missing, None)
    (tmp_path / "a.txt").write_text("Alpha", encoding="utf-8")
    assert cli.main(["extract", str(tmp_path), "--cluster", "local:1", "--to", str(tmp_path / "out")]) == 2
    assert 'pip install "beatbook[dist,big]"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--cluster", "local:2"], "needs --to"),
        (["--cluster", "local:2", "--jobs", "2", "--to", "{out}"], "instead of --jobs"),
        (["--parts", "x", "--to", "{out}"], "--cluster is needed"),
        (["--cluster", "local:none", "--to", "{out}"], "local:N is accepted"),
        (["--cluster", "tcp://127.0.0.1:1", "--to", "{out}"], "no Dask scheduler answers there"),
    ],
)
def test_wrong_usage_is_one_sentence(given, told, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(cluster, "_TIMEOUT", 0.5)
    (tmp_path / "a.txt").write_text("Alpha", encoding="utf-8")
    arguments = [one.format(out=tmp_path / "out") for one in given]
    assert cli.main(["extract", str(tmp_path / "a.txt"), *arguments]) == 2
    assert told in capsys.readouterr().err


# --- a cluster of two workers


@pytest.fixture(scope="module")
def address():
    import dask

    settings = {"distributed.scheduler.allowed-failures": 1}
    with dask.config.set(settings), distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=logging.CRITICAL
    ) as running:
        yield running.scheduler_address


@pytest.mark.slow
def test_a_cluster_gives_the_same_bytes_as_one_process(address, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(partitions, "SIZE", 1_500)
    folder = tmp_path / "in"
    folder.mkdir()
    lines = []
    for number in range(60):
        row = {"id": f"row-{number % 25}", "country": "GB", "text": TEXT.format(2 + number % 30, 20 + number % 30)}
        lines.append(json.dumps(row))
        if number % 20 == 3:
            lines.append('{"id": "empty"}')
    (folder / "rows.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    columns = {"text": [TEXT.format(number, number + 20) for number in range(40, 60)], "url": [None] * 20}
    parquet.write_table(pa.table(columns), folder / "table.parquet", row_group_size=5)
    pages = [made.Written(f"p{n}", TEXT.format(n, n), f"Two held in week {n}", "GB", "2024-05-05") for n in (61, 62)]
    (folder / "crawl.warc.gz").write_bytes(made.warc(*pages))
    (folder / "a.txt").write_text(TEXT.format(70, 71), encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    assert cli.main(["extract", str(folder), "--publisher", "Leeds Police", "--to", str(tmp_path / "one")]) == 1
    given = ["extract", str(folder), "--publisher", "Leeds Police", "--to", str(tmp_path / "two"), "--cluster", address]
    assert cli.main(given) == 1
    for name in exports.NAMES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name
    assert len((tmp_path / "one" / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 53
    parts = {file: file.stat().st_mtime_ns for file in (tmp_path / "two" / "parts").iterdir()}
    assert len(parts) > 8
    capsys.readouterr()
    assert cli.main(given) == 1
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "two" / "parts").iterdir()} == parts
    assert "known already" in capsys.readouterr().err


@pytest.mark.slow
def test_what_kills_a_worker_is_found_and_the_others_lose_nothing(address, tmp_path, monkeypatch):
    monkeypatch.setattr(partitions, "SIZE", 400)
    flag = tmp_path / "flag"
    flag.touch()
    texts = [f"Alpha {number}" for number in range(80)]
    texts[10], texts[30], texts[33], texts[50], texts[60] = f"Unlucky {flag}", "Deadly", "Deadly 2", "Slow", "Faulty"
    (tmp_path / "rows.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts), encoding="utf-8")
    options = Options(limits=partitions.Limits(seconds=1.0))
    entries = list(cluster.extracted(
        address, [str(tmp_path / "rows.jsonl")], options, Folder(str(tmp_path / "parts")), refuse, lambda _: False,
        None, scale_work.work,
    ))
    assert not flag.exists()
    assert [entry.release.text for entry in entries] == texts
    failed = {number: entry.error.reason for number, entry in enumerate(entries) if not entry.record}
    assert list(failed) == [30, 33, 50, 60]
    assert failed[30] == failed[33] == KILLED
    assert failed[50].startswith("took longer than 1 seconds") and "no way" in failed[60]
    assert all(file.suffix == ".parquet" and file.name[0] != "." for file in (tmp_path / "parts").iterdir())


class Other:
    """A cluster whose workers have other rules."""

    def wait_for_workers(self, *_, **__):
        """They are there."""

    def run(self, _):
        """What each of them says."""
        return {"worker": "other"}


def test_workers_with_other_rules_are_refused(tmp_path):
    with pytest.raises(BeatbookError, match="install the same beatbook"):
        cluster._same_rules(Other())
    part = partitions.Partition((), 0)
    with pytest.raises(BeatbookError, match="install the same beatbook"):
        cluster.extract_partition(part, "key", Options(), str(tmp_path), "other", scale_work.work, None)
