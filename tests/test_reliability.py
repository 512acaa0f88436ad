"""Hostile input and faults of the machine: each ends as one failure with a reason, and costs nothing else.

``docs/reliability.md`` lists what happens with each, and names the test here that shows it.
"""

import contextlib
import csv
import errno
import importlib
import io
import itertools
import json
import os
import pkgutil
import random
import re
import signal
import struct
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from pathlib import Path

import expressions
import made_formats as made
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beatbook import cli, exports, facts, grammar
from beatbook.commands import extract as extract_command
from beatbook.errors import InputError, UsageError
from beatbook.extract import extract
from beatbook.language.document import Doc
from beatbook.proof import REFUSED, Prover
from beatbook.reading import read
from beatbook.reading.formats import MODULES
from beatbook.reading.limits import Limits, OverBudget, within
from beatbook.records import Release

GOOD = "Two men were arrested in Hull and a knife was seized."
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs the signals and rights of POSIX")


def failing(source, **options):
    """All releases and all failures of an input."""
    errors = []
    return list(read(source, on_error=errors.append, **options)), errors


@pytest.fixture
def refused(tmp_path):
    """The reason why bytes under a name are refused."""

    def reason(name, data, **limits):
        (tmp_path / name).write_bytes(data)
        releases, errors = failing(tmp_path / name, limits=Limits(**limits))
        assert releases == []
        assert len(errors) == 1
        return errors[0].reason

    return reason


def rows_of(folder, table="failures"):
    with (Path(folder) / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(*arguments, **options):
    """The command in a process of its own."""
    command = [sys.executable, "-m", "beatbook", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)


# --- limits


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"x" * 2_000),
        ("a.html", b"<p>" + b"x" * 2_000),
        ("a.pdf", b"%PDF-" + b"x" * 2_000),
        ("a.docx", b"PK" + b"x" * 2_000),
        ("a.eml", b"From: a\n\n" + b"x" * 2_000),
        ("a.xml", b"<rss>" + b"x" * 2_000),
    ],
)
def test_a_file_that_is_too_large_is_not_read(refused, name, data):
    assert refused(name, data, size=1_000).startswith("is larger than 1,000 bytes")


def test_a_row_that_is_too_long_is_passed_over(tmp_path):
    (tmp_path / "a.csv").write_text(f"id,text\n1,{'x' * 3_000}\n2,{GOOD}\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(f'{{"text": "{"x" * 3_000}"}}\n{{"text": "{GOOD}"}}\n', encoding="utf-8")
    releases, errors = failing(tmp_path, limits=Limits(size=1_000))
    assert [release.text for release in releases] == [GOOD, GOOD]
    assert [error.reason for error in errors] == ["has a line longer than 1,000 bytes", "is longer than 1,000 bytes"]


def test_a_quotation_mark_that_never_ends_is_one_failure(tmp_path):
    lines = "".join(f"{number},{GOOD}\n" for number in range(100))
    (tmp_path / "a.csv").write_text(f'id,text\n0,"{lines}', encoding="utf-8")
    releases, errors = failing(tmp_path / "a.csv", limits=Limits(size=1_000))
    assert errors[0].reason.startswith("is no row of a table")
    assert len(releases) + len(errors) < 102


def test_a_text_that_is_too_long_is_refused(refused):
    assert refused("a.txt", GOOD.encode() * 20, length=1_000).startswith("has a text longer than 1,000 characters")


def test_a_pdf_of_too_many_pages_is_refused(refused):
    written = made.Written("a", "\n\n".join([GOOD] * 90), None, "GB", "2024-05-05")
    data = made.pdf_weasyprint(written, 1)
    assert re.fullmatch(r"has \d pages; --max-pages sets the limit \(2\)", refused("a.pdf", data, pages=2))
    assert refused("a.pdf", data, length=1_000).startswith("holds a text longer than 1,000 characters")


def test_archives_within_archives_end_somewhere(refused, tmp_path):
    data = made.archive({"a.txt": GOOD.encode()})
    for _ in range(2):
        data = made.archive({"inner.zip": data})
    (tmp_path / "three.zip").write_bytes(data)
    assert len(list(read(tmp_path / "three.zip"))) == 1
    assert refused("a.zip", made.archive({"inner.zip": data})).startswith("is nested more than 3 deep")


def test_a_message_within_archives_counts_as_one_of_them(tmp_path):
    message = made._message(made.Written("a", GOOD, None, "GB", "2024-05-05"))
    message.set_content(GOOD)
    message.add_attachment(
        made.archive({"a.txt": GOOD.encode()}), maintype="application", subtype="zip", filename="a.zip"
    )
    (tmp_path / "a.zip").write_bytes(made.archive({"a.eml": message.as_bytes()}))
    releases, errors = failing(tmp_path / "a.zip", limits=Limits(nesting=2))
    assert len(releases) == 1
    assert errors[0].reason.startswith("is nested more than 2 deep")


def test_an_archive_of_too_many_members_is_refused(refused):
    data = made.archive({f"{number}.txt": GOOD.encode() for number in range(12)})
    assert refused("a.zip", data, members=10).startswith("holds 12 members; --max-members sets the limit (10)")


def test_a_member_that_unpacks_to_far_more_than_it_is_is_refused_and_the_others_are_read(tmp_path):
    (tmp_path / "a.zip").write_bytes(made.archive({"bomb.txt": b"x" * 5_000_000, "good.txt": GOOD.encode()}))
    releases, [error] = failing(tmp_path / "a.zip")
    assert [release.text for release in releases] == [GOOD]
    assert re.match(r"unpacks to \d,?\d+ times its size; --max-ratio sets the limit", error.reason)


def test_an_archive_that_unpacks_to_too_much_stops_and_keeps_what_was_read(tmp_path):
    members = {f"{number}.txt": f"{GOOD} {random.Random(number).random()}".encode() * 20 for number in range(50)}
    (tmp_path / "a.zip").write_bytes(made.archive(members))
    releases, [error] = failing(tmp_path / "a.zip", limits=Limits(unpacked=20_000))
    assert 0 < len(releases) < 50
    assert error.reason.startswith("unpacks to more than 20,000 bytes")


def test_a_member_that_lies_about_its_size_is_broken(refused):
    data = bytearray(made.archive({"a.txt": GOOD.encode() * 100}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    data[22:26] = struct.pack("<I", 10)
    assert refused("a.zip", bytes(data)).startswith("cannot be unpacked")


def test_a_word_document_that_is_a_bomb_is_refused_before_it_is_unpacked(refused):
    data = made.archive({"word/document.xml": b"<w:document>" + b" " * 30_000_000})
    assert refused("a.docx", data, size=1_000_000).startswith("unpacks to")


def test_a_crawl_whose_page_is_a_bomb_loses_that_page_only(tmp_path):
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    for number, page in enumerate(
        (b"<p>" + b"x" * 3_000_000, made.page_plain(made.Written("a", GOOD * 3, None, "GB", "2024-05-05")))
    ):
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], protocol="HTTP/1.1"
        )
        packer = zlib.compressobj(wbits=31)
        packed = packer.compress(page) + packer.flush()
        writer.write_record(
            writer.create_warc_record(
                f"https://force.example/{number}", "response", payload=io.BytesIO(packed), http_headers=headers
            )
        )
    (tmp_path / "a.warc.gz").write_bytes(stream.getvalue())
    releases, [error] = failing(tmp_path / "a.warc.gz", limits=Limits(size=100_000))
    assert len(releases) == 1
    assert error.reason.startswith("is larger than 100,000 bytes")


def test_a_crawl_that_unpacks_to_too_much_is_stopped(tmp_path):
    written = made.Written("a", GOOD * 3, None, "GB", "2024-05-05")
    (tmp_path / "a.warc.gz").write_bytes(made.warc(*[written] * 20))
    releases, errors = failing(tmp_path / "a.warc.gz", limits=Limits(unpacked=5_000))
    assert 0 < len(releases) < 20
    assert errors[-1].reason.startswith("unpacks to more than 5,000 bytes")
    releases, errors = failing(tmp_path / "a.warc.gz", limits=Limits(members=10))
    assert errors[-1].reason.startswith("holds more than 10 records")


def test_a_feed_of_too_many_entries_is_stopped(tmp_path):
    written = made.Written("a", GOOD * 3, None, "GB", "2024-05-05")
    (tmp_path / "a.xml").write_bytes(made.rss(*[written] * 12))
    releases, [error] = failing(tmp_path / "a.xml", limits=Limits(members=10))
    assert len(releases) == 10
    assert error.reason.startswith("holds more than 10 entries")


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (["--max-size", "none"], "a size is (500kB, 20MB, 2GB)"),
        (["--max-pages", "0"], "a number above 0 is"),
        (["--max-seconds", "-1"], "a number above 0 is"),
        (["--column", "text"], "NAME=COLUMN is accepted"),
        (["--column", "words=a"], "column 'words' is none of a release's"),
        (["--max-length", "1e3"], "a number above 0"),
    ],
)
def test_a_wrong_option_is_wrong_usage(option, told, capsys):
    assert cli.main(["extract", "a.txt", *option]) == 2
    assert told in capsys.readouterr().err


def test_each_limit_is_an_option(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(GOOD * 50, encoding="utf-8")
    for option in ("--max-size=1kB", "--max-length=100"):
        assert cli.main(["extract", str(tmp_path / "a.txt"), option]) == 1
    assert (
        cli.main(
            [
                "extract",
                str(tmp_path / "a.txt"),
                "--max-size=1MB",
                "--max-unpacked=2GB",
                "--max-ratio=9",
                "--max-members=9",
                "--max-nesting=1",
                "--max-pages=9",
                "--max-length=9000",
                "--max-seconds=60",
            ]
        )
        == 0
    )
    assert "--max-seconds" not in capsys.readouterr().err


# --- time


@POSIX
def test_a_document_over_its_time_is_a_failure_and_the_run_goes_on(tmp_path, monkeypatch):
    from beatbook.reading import text

    def slow(stream, source, id, job):
        if "slow" in source:
            while True:
                with contextlib.suppress(Exception):  # as libraries do
                    time.sleep(0.01)
        yield Release(GOOD, id=id, source=source)

    monkeypatch.setattr(text, "parse", slow)
    for name in ("a", "slow", "z"):
        (tmp_path / f"{name}.txt").touch()
    releases, [error] = failing(tmp_path, limits=Limits(seconds=0.2))
    assert [release.id for release in releases] == ["a", "z"]
    assert error.reason == "took longer than 0.2 seconds to read and was cut off; --max-seconds sets the limit"


@POSIX
def test_a_release_over_its_time_in_extraction_is_a_failure_and_the_run_goes_on(tmp_path, monkeypatch, capsys):
    extract(Release(GOOD))  # loads the rules, so that their time is not counted

    def slow(release):
        while release.id == "slow":
            pass
        return extract(release)

    monkeypatch.setattr(extract_command, "extract", slow)
    for name in ("a", "slow", "z"):
        (tmp_path / f"{name}.txt").write_text(f"{GOOD} {name}", encoding="utf-8")
    assert cli.main(["extract", str(tmp_path), "--to", str(tmp_path / "out"), "--max-seconds", "1.5"]) == 1
    assert [row["id"] for row in rows_of(tmp_path / "out", "releases")] == ["a", "z"]
    assert "took longer than 1.5 seconds to extract" in rows_of(tmp_path / "out")[0]["reason"]
    assert "2 read" in capsys.readouterr().err


@POSIX
def test_a_budget_leaves_the_alarm_as_it_was_and_the_inner_one_gives_way():
    before = signal.getsignal(signal.SIGALRM)
    with within(60), within(0.01):
        time.sleep(0.05)
    with pytest.raises(OverBudget), within(0.01):
        time.sleep(1)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_in_another_thread_nothing_is_cut_off_and_nothing_breaks():
    done = []

    def work():
        with within(0.01):
            time.sleep(0.05)
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


# --- attacks


ENTITIES = (
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c '
    '"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_that_declares_entities_is_not_read(refused, encoding):
    feed = (
        f"{ENTITIES}<rss "
        f"version='2.0'><channel><item><title>&c;</title><description>&f;</description></item></channel></rss>"
    )
    assert refused("a.xml", feed.encode(encoding)).startswith("declares entities")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_word_document_that_declares_entities_is_not_read(refused, encoding):
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(made.docx(made.Written("a", GOOD, None, "GB", "2024-05-05")))) as old,
        zipfile.ZipFile(stream, "w") as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, (ENTITIES + part.decode()).encode(encoding) if name == "word/styles.xml" else part)
    assert refused("a.docx", stream.getvalue()).startswith("declares entities")


def test_a_page_that_declares_entities_shows_nothing_of_a_file(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("SECRETWORDS", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><article><p>{GOOD * 8} '
        f"&x;</p></article></body></html>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    releases, _ = failing(tmp_path / "a.html")
    assert not any("SECRETWORDS" in release.text for release in releases)


def test_nothing_is_fetched(tmp_path, monkeypatch):
    import socket

    def refuse(*_, **__):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    body = (
        f"<link rel=stylesheet href=http://a.example/x.css><img src=http://a.example/x.png><iframe "
        f"src=http://a.example/></iframe><p>{GOOD * 8}</p>"
    )
    (tmp_path / "a.html").write_text(
        f"<html><head><base href=http://a.example/></head><body>{body}</body></html>", encoding="utf-8"
    )
    (tmp_path / "b.xml").write_text(
        f"<rss version='2.0'><channel><item><title>a</title><description>{body.replace('<', '&lt;')}</description>"
        "<enclosure url='http://a.example/x.mp3'/></item></channel></rss>",
        encoding="utf-8",
    )
    (tmp_path / "c.xml").write_text("http://a.example/feed", encoding="utf-8")
    releases, errors = failing(tmp_path)
    assert (len(releases), len(errors)) == (2, 1)


NAMES = (
    "../../evil.txt",
    "/etc/evil.txt",
    "..\\..\\evil.txt",
    "C:\\evil.txt",
    "a/../../evil.txt",
    "evil\x00.txt",
    "evil\n.txt",
    "..txt",
    "con.txt",
)


def test_names_in_an_archive_are_no_paths(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in NAMES:
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, f"{GOOD} {len(name)}")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.zip").write_bytes(stream.getvalue())
    releases, _ = failing(folder / "a.zip")
    assert len(releases) == len(NAMES) - 2  # a NUL ends a name, and a name that begins with a stop is hidden
    for release in releases:
        assert not re.search(r"[/\\\x00-\x1f]|^\.\.", release.id)
        assert "\n" not in release.source
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.zip"]


@pytest.mark.parametrize(
    "id", ["../../evil", "/etc/evil", "..\\evil", "a\0b", "con", "x" * 5_000, "a\x1b[31m\n", "=cmd()", "<script>"]
)
def test_ids_are_no_paths_whatever_a_row_says(tmp_path, id):
    """They name rows of tables; nothing is written under them."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_text(json.dumps({"id": id, "text": GOOD}), encoding="utf-8")
    assert cli.main(["extract", str(folder), "--to", str(tmp_path / "out")]) == 0
    outside = [path for path in tmp_path.rglob("*") if path.parent not in (tmp_path, folder, tmp_path / "out")]
    assert outside == []
    assert not any(path.stem.startswith("evil") for path in tmp_path.rglob("*"))


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_no_cell_becomes_a_formula(tmp_path, begins):
    """Whatever a title, an id, a publisher or a name in a text begins with."""
    formula = f'{begins}HYPERLINK("http://a.example";"x")'
    row = {"id": formula, "title": formula, "publisher": formula, "text": f"{formula} were arrested. {GOOD}"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert cli.main(["extract", str(tmp_path / "a.jsonl"), "--to", str(tmp_path / "out")]) == 0
    for path in (tmp_path / "out").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for line in csv.reader(file) for cell in line]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r", "＝", "＠"))]
        assert not [cell for cell in cells if cell.startswith("-") and not re.fullmatch(r"-\d+(\.\d+)?", cell)]


CONTROLS = "".join(map(chr, [*range(32), *range(127, 160), 0x202E, 0x2066, 0xFEFF]))


def test_no_control_character_reaches_the_terminal(tmp_path, capsys):
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"id": f"i{CONTROLS}d", "title": f"t{CONTROLS}t", "text": f"{GOOD} {CONTROLS}"}), encoding="utf-8"
    )
    (tmp_path / f"b{chr(27)}[31m.txt").write_bytes(b"\0")
    cli.main(["extract", str(tmp_path)])
    told = capsys.readouterr()
    assert all(char.isprintable() or char == "\n" for char in told.out + told.err)


def test_no_control_character_comes_out_of_a_page_or_a_document(tmp_path):
    words = "".join(char for char in CONTROLS if char not in "\0\t\n\r\x0b\x0c")
    (tmp_path / "a.html").write_text(f"<p>{GOOD * 80} {words}</p>", encoding="utf-8")
    [release] = read(tmp_path / "a.html")
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", release.text)


@pytest.mark.parametrize("kind", [".html", ".xml", ".eml", ".docx", ".pdf", ".warc", ".zip", ".csv", ".jsonl", ".txt"])
def test_deep_and_repeated_structure_ends(kind, tmp_path):
    """Ten thousand elements in one another, of each format's own kind."""
    deep = {
        ".html": "<div>" * 20_000 + GOOD,
        ".xml": "<rss><channel><item><description>" + "&lt;b&gt;" * 20_000 + GOOD,
        ".eml": "From: a@b.example\nContent-Type: multipart/mixed; boundary=a\n\n"
        + "--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 500,
        ".docx": "",
        ".pdf": "%PDF-1.4\n1 0 obj\n" + "[" * 100_000,
        ".warc": "WARC/1.0\r\n" * 20_000,
        ".zip": "PK\x03\x04" * 20_000,
        ".csv": "id,text\n" + '"' * 100_001,
        ".jsonl": '{"text": ' + "[" * 100_000,
        ".txt": "(" * 100_000,
    }[kind].encode()
    if kind == ".docx":
        data = made.docx(made.Written("a", GOOD, None, "GB", "2024-05-05"))
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
            for name in old.namelist():
                part = old.read(name)
                if name == "word/document.xml":
                    part = part.replace(b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * 5_000, 1)
                new.writestr(name, part)
        deep = stream.getvalue()
    (tmp_path / f"a{kind}").write_bytes(deep)
    releases, errors = failing(tmp_path / f"a{kind}")
    assert releases or errors


@pytest.mark.parametrize(
    ("header", "piece"),
    [("Subject", "=?utf-8?q?a?= "), ("Subject", "a\n "), ("From", "a <a@b.example>, "), ("Content-Type", "a=b; ")],
)
def test_a_header_without_end_costs_no_more_than_a_long_one(tmp_path, steps, header, piece):
    """The standard library takes memory with the square of a header's length: 20 GB for one of a megabyte."""
    counts = []
    for times in (500, 2_000):
        (tmp_path / "a.eml").write_text(f"To: a@b.example\n{header}: {piece * times}\n\n{GOOD}", encoding="utf-8")
        counts.append(steps(lambda: failing(tmp_path / "a.eml")))
    assert counts[1] < 4.5 * counts[0]


# --- expressions


def test_every_expression_of_the_package_is_collected():
    found = expressions.compiled()
    assert len(found) > 80
    assert any(name.startswith("beatbook.reading.html") for name in found)
    assert any(name.startswith("beatbook.language") for name in found)


def test_no_expression_repeats_what_repeats():
    """The shape that takes exponential time; ``benchmarks/adversarial.py`` measures all of them on hostile texts."""
    nested = {name: found for name, pattern in expressions.compiled().items() if (found := expressions.nested(pattern))}
    assert nested == {}


@pytest.mark.parametrize(
    ("pattern", "expected"), [(r"(a+)+b", True), (r"(?:\w+ ?)*x", True), (r"(?:\w+ )*x", False), (r"a+b*", False)]
)
def test_the_shape_is_recognised(pattern, expected):
    assert bool(expressions.nested(re.compile(pattern))) is expected


# --- faults of the machine


@POSIX
def test_a_file_that_may_not_be_read_is_a_failure(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")
    whole = Path.open

    def refuse(self, *arguments, **options):
        if self.name == "a.txt":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return whole(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    releases, [error] = failing(tmp_path)
    assert [release.id for release in releases] == ["b"]
    assert error.reason == "cannot be read (Permission denied)"


def test_a_file_that_vanishes_while_others_are_read_is_a_failure(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(GOOD, encoding="utf-8")
    errors = []
    releases = read(tmp_path, on_error=errors.append)
    assert next(releases).id == "a"
    (tmp_path / "b.txt").unlink()
    assert [release.id for release in releases] == ["c"]
    assert [Path(error.source).name for error in errors] == ["b.txt"]


def test_a_disk_that_fails_while_it_is_read_is_a_failure(tmp_path, monkeypatch):
    from beatbook.reading import text

    def broken(stream, source, id, job):
        raise OSError(errno.EIO, "Input/output error")
        yield

    monkeypatch.setattr(text, "parse", broken)
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    _, [error] = failing(tmp_path / "a.txt")
    assert error.reason == "cannot be read (Input/output error)"


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (MemoryError(), "needs more memory than there is"),
        (RecursionError("too deep"), "cannot be read as text, it is broken (RecursionError: too deep)"),
        (AssertionError("x\ny"), "cannot be read as text, it is broken (AssertionError: x y)"),
    ],
)
def test_whatever_a_library_raises_is_one_failure(tmp_path, monkeypatch, raised, told):
    from beatbook.reading import text

    def broken(stream, source, id, job):
        if source.endswith("a.txt"):
            raise raised
        yield Release(GOOD, id=id, source=source)

    monkeypatch.setattr(text, "parse", broken)
    for name in "ab":
        (tmp_path / f"{name}.txt").touch()
    releases, [error] = failing(tmp_path)
    assert [release.id for release in releases] == ["b"]
    assert error.reason == told


def test_a_library_that_is_missing_is_said(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    _, [error] = failing(tmp_path / "a.pdf")
    assert "pypdfium2" in error.reason


@pytest.mark.parametrize("kind", sorted(set(MODULES) - {".txt", ".md"}))
def test_an_empty_file_of_each_kind_is_one_failure(refused, kind):
    assert refused(f"a{kind}", b"")


def test_a_target_that_cannot_be_written_to_is_wrong_usage(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    assert cli.main(["extract", str(tmp_path / "a.txt"), "--to", str(tmp_path / "out")]) == 2
    assert (tmp_path / "out").read_text(encoding="utf-8") == "a file"
    assert "Traceback" not in capsys.readouterr().err


@POSIX
def test_a_run_that_is_killed_leaves_nothing_half_written(tmp_path):
    """Whatever stands in the folder afterwards is whole, and the same command gives all of it."""
    rows = "".join(
        json.dumps({"id": str(number), "text": f"{GOOD} {number} guns were seized."}) + "\n" for number in range(500)
    )
    (tmp_path / "a.jsonl").write_text(rows, encoding="utf-8")
    command = [sys.executable, "-m", "beatbook", "extract", str(tmp_path / "a.jsonl"), "--to", str(tmp_path / "out")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(0.9)
    process.kill()
    process.wait(20)
    if (tmp_path / "out" / "records.jsonl").exists():
        for line in (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines():
            json.loads(line)
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert len(rows_of(tmp_path / "out", "releases")) == 500
    assert len((tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()) == 500


def test_one_in_ten_broken_costs_only_those(tmp_path):
    good = [f"good-{number:02}" for number in range(18)]
    for name in good:
        (tmp_path / f"{name}.txt").write_text(f"{GOOD} {name}", encoding="utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-x")
    (tmp_path / "bad.txt").write_bytes(b"\0")
    assert cli.main(["extract", str(tmp_path), "--to", str(tmp_path / "out")]) == 1
    assert sorted(row["id"] for row in rows_of(tmp_path / "out", "releases")) == good
    assert sorted(Path(row["source"]).name for row in rows_of(tmp_path / "out")) == ["bad.pdf", "bad.txt"]
    assert all(row["reason"] for row in rows_of(tmp_path / "out"))


# --- any input


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), kind=st.sampled_from(sorted(MODULES)), begin=st.integers(0, 9))
def test_any_bytes_of_any_kind_give_releases_or_failures(tmp_path, data, kind, begin):
    magic = (
        b"",
        b"%PDF-1.4\n",
        b"PK\x03\x04",
        b"<html>",
        b"<rss><channel><item>",
        b"WARC/1.0\r\n",
        b"\x1f\x8b\x08",
        b"id,text\n",
        b"From: a\n\n",
        b'{"text": "',
    )
    (tmp_path / f"any{kind}").write_bytes(magic[begin] + data)
    releases, errors = failing(tmp_path / f"any{kind}")
    assert releases or errors
    assert all(release.text.strip() and release.text.encode() and release.id for release in releases)
    assert all("\n" not in str(error) and error.reason for error in errors)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.data(), name=st.sampled_from(["a.html", "a.docx", "a.eml", "a.xml", "a.csv", "a.warc", "a.zip", "a.pdf"])
)
def test_a_file_with_changed_bytes_gives_releases_or_failures(tmp_path, data, name):
    whole = bytearray(_made(name))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        change = data.draw(st.sampled_from("replace cut double".split()))
        if change == "replace":
            whole[at] = data.draw(st.integers(0, 255))
        elif change == "cut" and len(whole) > 100:
            del whole[at : at + data.draw(st.integers(1, 60))]
        else:
            whole[at:at] = whole[at : at + 40]
    (tmp_path / name).write_bytes(bytes(whole))
    releases, errors = failing(tmp_path / name)
    assert releases or errors


_MADE = {}


def _made(name):
    written = made.Written("a", f"Two held\n\n{GOOD}\n\n- 4 knives\n- 3kg of cannabis", "Two held", "GB", "2024-05-05")
    makers = {
        "a.html": made.page_messy,
        "a.docx": made.docx,
        "a.eml": made.eml_html,
        "a.xml": made.rss,
        "a.csv": made.table,
        "a.warc": lambda one: made.warc(one, gzip=False),
        "a.zip": lambda one: made.archive({"a.txt": made.text(one)}),
        "a.pdf": lambda one: made.pdf_weasyprint(one, 1),
    }
    if name not in _MADE:
        _MADE[name] = makers[name](written)
    return _MADE[name]


PIECES = (
    "Two men were arrested",
    "seized",
    "4 knives",
    "3kg of cannabis",
    "£4,000",
    "in Hull",
    "aged 23",
    "on 3 May 2024",
    "was charged with",
    "Det Insp Ann Coe",
    "said:",
    "“We will act.”",
    "Operation Heron",
    ".",
    ",",
    "\n\n",
    "\n",
    "- ",
    "\t",
    "|",
    "of whom 12",
    "from",
    "to",
    "\u2028",
    "\x0c",
    "é",
    "＃",
    "🔫",
    "𝟒",
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=200)


@settings(deadline=None, max_examples=150)
@given(texts)
def test_any_text_gives_facts_with_valid_spans_that_are_proved_again(text):
    release = Release(text, "a", "GB", "2024-05-05")
    record = extract(release)
    prover = Prover(Doc(release))
    for fact in record:
        assert 0 <= fact.start < fact.end <= len(text)
        assert prover.prove(fact).status != REFUSED
    assert record.to_dict() == extract(release).to_dict()
    for family, found in record.facts.items():
        starts = [fact.start for fact in found]
        assert starts == sorted(starts) or family in (
            "operations",
            "places",
            "contacts",
            "aims",
            "quotes",
            "outcomes",
            "seizures",
        )


def slots(text):
    """What is said, wherever it stands."""
    record = extract(Release(text, "a", "GB", "2024-05-05"))
    return sorted(
        json.dumps(
            [
                fact.family,
                {
                    name: " ".join(value.split()) if isinstance(value, str) else value
                    for name, value in fact.slots.items()
                },
            ],
            sort_keys=True,
            default=str,
        )
        for fact in record
    )


@pytest.mark.parametrize(
    ("label", "change"),
    [
        ("line ends of Windows", lambda text: text.replace("\n", "\r\n")),
        ("line ends of old Macs", lambda text: text.replace("\n", "\r")),
        ("a mark before it", lambda text: "\ufeff" + text),
        ("blanks at line ends", lambda text: text.replace("\n", "  \n")),
        ("more empty lines", lambda text: text.replace("\n\n", "\n\n\n\n")),
        ("no-break spaces before units", lambda text: text.replace("£4,000 in", "£4,000\u00a0in")),
        ("straight quotation marks", lambda text: text.replace("“", '"').replace("”", '"')),
        ("straight apostrophes", lambda text: text.replace("’", "'")),
    ],
)
def test_other_line_ends_and_signs_give_the_same_facts(label, change, tmp_path):
    text = (
        "Two held in Hull\n\nTwo men, aged 23 and 31, were arrested at a flat in Hull on 3 May 2024.\n\nOfficers "
        "seized:\n\n- 4 knives\n- 3kg of "
        "cannabis\n- £4,000 in cash\n\nDetective Inspector Ann Coe said: “We’ll act on what people tell us.”\n\nBoth "
        "were charged.\n"
    )
    (tmp_path / "a.txt").write_bytes(change(text).encode())
    [release] = read(tmp_path / "a.txt", country="GB", published="2024-05-05")
    changed = slots(release.text)
    expected = slots(text)
    if label == "straight apostrophes":
        changed, expected = ([one for one in found if '"quotes"' not in one] for found in (changed, expected))
    assert len(expected) > 4
    assert changed == expected


# --- cases that fuzzing found


@pytest.mark.parametrize(
    ("label", "name", "data"),
    [
        ("a table of names only was neither a release nor a failure", "a.csv", b"nr,headline,body\n"),
        ("a reason of a library had two lines", "a.warc", b"WARC-Date: 2026\r\nContent-Length: 4\r\n\r\nrubbish\r\n"),
        ("no feed, no version", "a.xml", b""),
    ],
)
def test_cases_that_fuzzing_found(label, name, data, refused):
    assert "\n" not in refused(name, data)


def test_exports_and_errors_are_as_documented():
    assert exports.cell("=1+1") == "'=1+1"
    assert issubclass(InputError, Exception)
    assert issubclass(UsageError, Exception)


# --- what the package itself does


def test_nothing_is_pickled_evaluated_or_fetched_by_the_package(project):
    """No module imports what would; and none starts a program but to open the review."""
    import ast

    forbidden = {
        "pickle",
        "marshal",
        "shelve",
        "dill",
        "cloudpickle",
        "urllib",
        "requests",
        "httpx",
        "socket",
        "ftplib",
    }
    found = []
    for path in sorted((project / "lib" / "beatbook").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            found += [(path.name, name) for name in names
                      if name.partition(".")[0] in forbidden and name != "urllib.parse"]  # that only takes names apart
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("eval", "exec", "__import__")
            ):
                found.append((path.name, node.func.id))
    assert found == []


@pytest.mark.parametrize(
    "value",
    [
        "__import__('os').system('touch pwned')",
        "1; import os",
        "'''\nimport os\n'''",
        "{{ 7*7 }}",
        "$(touch pwned)",
        "\\",
        '"',
        "a\nb",
        "\u2028",
    ],
)
def test_a_parameter_that_looks_like_code_is_a_string(value, project):
    """What papermill puts into the notebook is one literal assignment that has the very value."""
    import ast

    from papermill.translators import PythonTranslator

    from beatbook import running

    notebook = running.read(running.find("operation", project / "notebooks"))
    known = running.parameters(notebook)
    values = running.coerce({"title": value}, known, "operation")
    [assignment] = ast.parse(PythonTranslator.codify({"title": values["title"]})).body
    assert isinstance(assignment, ast.Assign)
    assert ast.literal_eval(assignment.value) == value


def test_the_table_of_faults_names_tests_that_are_there(project):
    text = (project / "docs" / "reliability.md").read_text(encoding="utf-8")
    rows = [line for line in text.split("\n") if line.startswith("| ") and "test_" in line]
    assert len(rows) >= 40
    for file, name in re.findall(r"`(test_\w+\.py)::(test_\w+)`", text):
        assert f"def {name}(" in (project / "tests" / file).read_text(encoding="utf-8"), name


KNIVES = [f"Officers seized {'about ' if n == 32 else ''}{n} knives." for n in range(3, 63)]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("a word that ends a text", "GUNS AND GANJA SEIZED IN IPANISH TOW&"),
        ("a word alone", "  COUNTY"),
        ("an ordinal at the end", "Co \ufffdseizee seized endane \ufffday 16 htMay 2023been"),
        ("ages without an end", "(  three men, aged between 31 and "),
        ("the 30th of 60 things told again, more exactly", " ".join([*KNIVES, "Officers seized 32 knives."])),
        ("a year before there were police", "1010-10-22 22nd October,"),
        ("a saint at the end", "to burgle M=AY CALL CRIME ST."),
        ("a year far off", "date 7520-07-17 PRESS REL14/20"),
        ("a day of 80 figures", f"date 7520-07-{'2' * 80}- PRESS REL14/20"),
        ("a day of 5,000 figures", f"on 3/{'2' * 5000}/2024"),
        ("a container and nothing", "Officers seized the bag and"),
        ("a sum without its figure", "Officers seized a haul that amounted"),
        ("officers that somebody had", "He had two pistols Marshals"),
    ],
)
def test_texts_that_fuzzing_found_to_break_the_extractor(label, text):
    """Each was a failure of its release, and is mended."""
    for published in (None, "2024-05-05"):
        record = extract(Release(text, "a", "GB", published))
        assert all(0 <= fact.start < fact.end <= len(text) for fact in record), label


@pytest.mark.slow
def test_a_text_may_end_at_any_word_that_rules_name():
    """Where a rule knows a word, it may look at what follows: each of these words, as the last of a text."""
    words = set()
    for package in (grammar, facts):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, frozenset | dict):
                    words.update(word for word in value if isinstance(word, str))
    starts = ("", "Officers seized the bag ", "The total haul ", "He had two pistols ",
              "12 guns and 3kg of cocaine were ", "Police recovered the bag and ", "Of the 40 men arrested, 14 ")
    broken = {}
    for start, word in itertools.product(starts, sorted(words)):
        try:
            extract(Release(start + word, "a", "GB"))
        except Exception as error:  # noqa: BLE001  (whatever it is, the text is told)
            broken.setdefault(repr(error), start + word)
    assert not broken


@pytest.mark.slow
def test_a_text_may_end_at_any_word(project):
    """Cut feeds, summaries and headlines end where they like: each sentence of the gold texts, up to each of its words.

    Rules look ahead, and one token too far is the commonest fault that fuzzing found.
    """
    broken = {}
    for path in sorted((project / "data" / "benchmark").glob("*/*.json"))[::3]:
        gold = json.loads(path.read_text(encoding="utf-8"))
        doc = Doc(Release(gold["text"], "a", gold["country"], gold["published"]))
        for sentence in doc.sentences:
            for token in range(sentence.i, sentence.j):
                text = gold["text"][sentence.start:doc.ends[token]]
                try:
                    extract(Release(text, "a", gold["country"], gold["published"]))
                except Exception as error:  # noqa: BLE001  (whatever it is, the text is told)
                    broken.setdefault(repr(error), f"{path.stem}: {len(text)} characters")  # some are held out
    assert not broken


def test_a_sentence_longer_than_any_is_read_in_pieces():
    """Rules compare the words of a sentence with one another: without stops, time would grow with the square."""
    goods = "a rifle, 3kg of cannabis and 40 knives, " * 500
    doc = Doc(Release(f"Officers seized {goods}.", "a", "GB"))
    lengths = [sentence.j - sentence.i for sentence in doc.sentences]
    assert max(lengths) <= 1000 and sum(lengths) == len(doc.raw)
    assert [one.start for one in doc.sentences] == sorted(one.start for one in doc.sentences)
    assert all(doc.raw[sentence.j - 1] == "," for sentence in doc.sentences[:-1])
    short = Doc(Release(f"Officers seized {goods[:3000]}.", "a", "GB"))
    assert len(short.sentences) == 1


def test_no_piece_of_hostile_text_costs_with_the_square_of_its_length(steps):
    """What is told of many different things, counted in calls, so that a busy machine does not decide; the script
    ``benchmarks/adversarial.py --whole`` measures the time of more pieces, up to 1 MB."""
    import itertools

    def cost(piece: str, times: int) -> int:
        text = "".join(piece.format(n=n, w=f"B{word}do") for n, word in zip(range(times), words, strict=False))
        return steps(lambda: extract(Release(text, "a", "GB", "2024-05-05")))

    words = ["".join(letters) for letters in itertools.product("bacodihu", repeat=4)]
    cost("Officers seized {n} knives in {w}. ", 20)  # what is made once
    for piece in ("{w} Police Department, ", "Operation {w} {n} closed {n} shops. ", "“We said {n},” said {w} {w}s. "):
        assert cost(piece, 2400) < 6 * cost(piece, 600), piece
