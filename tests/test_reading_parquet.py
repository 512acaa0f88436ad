"""Tables in columns are read as JSON Lines are."""

import datetime
import io
import subprocess
import sys

import pytest

from beatbook.errors import InputError
from beatbook.reading import read
from beatbook.reading.limits import Limits

pa = pytest.importorskip("pyarrow", reason="needs pyarrow")
from pyarrow import parquet  # noqa: E402

ROWS = {
    "id": ["a", None, "c"],
    "published": [datetime.date(2024, 5, 3), None, datetime.date(2024, 5, 5)],
    "country": ["GB", "US", None],
    "text": ["Two men were arrested in Hull.", "Deputies seized nine guns.", "A man was charged."],
    "views": [1, 2, 3],
}


def data(rows=None, **options):
    stream = io.BytesIO()
    parquet.write_table(pa.table(rows or ROWS), stream, **options)
    return stream.getvalue()


def test_a_row_is_a_release(tmp_path):
    (tmp_path / "rows.parquet").write_bytes(data(row_group_size=2))
    found = [(one.id, one.published, one.country, one.text, one.source) for one in read(tmp_path)]
    source = str(tmp_path / "rows.parquet")
    assert found == [
        ("a", "2024-05-03", "GB", ROWS["text"][0], f"{source}, row 1"),
        ("rows-2", None, "US", ROWS["text"][1], f"{source}, row 2"),
        ("c", "2024-05-05", None, ROWS["text"][2], f"{source}, row 3"),
    ]
    assert [one.extra["views"] for one in read(tmp_path)] == [1, 2, 3]


def test_columns_are_mapped_and_a_bad_row_leaves_the_others(tmp_path):
    (tmp_path / "rows.parquet").write_bytes(data({"body": ["One man was held.", "", None, "Two men were held."]}))
    errors = []
    found = list(read(tmp_path, columns={"text": "body"}, on_error=errors.append))
    assert [one.id for one in found] == ["rows-1", "rows-4"]
    assert [error.source.rpartition(", ")[2] for error in errors] == ["row 2", "row 3"]


@pytest.mark.parametrize(
    ("content", "options", "reason"),
    [
        (b"", {}, "is no Parquet file"),
        (b"PAR1 nothing of it PAR1", {}, "is no Parquet file"),
        (data()[:-200], {}, "is no Parquet file"),
        (data({"body": ["x"]}), {}, "has no column 'text'; it has 'body'"),
        (data(), {"columns": {"text": "body"}}, "has no column 'body' for text"),
        (data({"text": []}), {}, "holds no row"),
        (data(), {"limits": Limits(unpacked=50)}, "unpacks to more than"),
    ],
)
def test_what_cannot_be_read_is_one_failure(content, options, reason, tmp_path):
    (tmp_path / "rows.parquet").write_bytes(content)
    errors = []
    assert list(read(tmp_path / "rows.parquet", on_error=errors.append, **options)) == []
    assert [reason in error.reason for error in errors] == [True], errors


def test_standard_input_and_archives(tmp_path):
    code = "from beatbook.reading import read; print([one.id for one in read('-')])"
    done = subprocess.run([sys.executable, "-c", code], input=data(), capture_output=True, check=True)
    assert done.stdout.decode().strip() == "['a', 'stdin-2', 'c']"


def test_without_pyarrow_one_sentence_names_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "rows.parquet").write_bytes(data())
    with pytest.raises(InputError, match=r'pip install "beatbook\[big\]"'):
        list(read(tmp_path / "rows.parquet"))
