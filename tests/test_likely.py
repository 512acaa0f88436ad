"""The sieve for crawls lets releases through and little else."""

import json

import made_formats as made
import pytest

from beatbook import cli
from beatbook.reading.likely import Sieve, likely, likely_page

PAGES = {
    "recipe": (
        "Stir the flour and butter over low heat, then add the milk. Season, and bake for 40 minutes until golden. "
        "Serve with a green salad. Leftovers keep for two days. Readers charged with cooking for many can double all "
        "of it."
    ),
    "football": (
        "The striker shot from 20 yards and the keeper was beaten. City held on for a draw after a tense second half; "
        "the manager said the players had done enough. The next match is on Saturday at the ground."
    ),
    "software": (
        "The module provides classes for searching and a lock that is released when the block is left. Search "
        "operations are executed in order, and a suspect value raises an error. See the documentation for the "
        "arguments."
    ),
    "council": (
        "The council will resurface the road in May. Residents will be told by letter a week before. Parking is "
        "suspended from 8am; the library stays open, and buses stop at the station."
    ),
    "company": (
        "The company recovered from a weak quarter and stopped its share buyback. Investigations by the auditor are "
        "complete. The board searched for a new chief executive and expects growth of four per cent in cash terms."
    ),
    "history": (
        "The abbey was founded in 1132 and dissolved in 1539. Its church was stripped of lead, and the stones were "
        "used for barns. The ruins were bought by the state in 1920 and are open to visitors on most days."
    ),
}


def page(text):
    body = text.replace("\n", "</p>\n<p>")
    script = "<script>var police = ['officers', 'arrested', 'charged', 'seized', 'knife', 'court'];</script>"
    return f"<!doctype html><html><head><title>x</title>{script}</head><body><p>{body}</p></body></html>".encode()


@pytest.mark.parametrize("name", PAGES)
def test_other_pages_are_passed_over(name):
    assert not likely(PAGES[name])
    assert not likely_page(page(PAGES[name]))


def test_no_release_of_ours_is_lost(project):
    texts = [file.read_text(encoding="utf-8") for file in (project / "data" / "sample").glob("*.txt")]
    texts += [json.loads(file.read_text(encoding="utf-8"))["text"]
              for file in (project / "data" / "benchmark").glob("*/*.json")]
    assert len(texts) >= 100
    assert [text[:80] for text in texts if not likely(text) or not likely_page(page(text))] == []


def test_a_page_in_sixteen_bits_passes_since_it_cannot_be_looked_at():
    assert likely_page("<p>Anything</p>".encode("utf-16"))


def test_it_looks_at_the_beginning_only(steps):
    """However long a text is."""
    text = "word " * 10_000
    assert steps(lambda: likely(text)) == steps(lambda: likely(text * 10))


def test_what_is_passed_over_is_counted():
    sieve = Sieve()
    assert [sieve.takes(text) for text in PAGES.values()] == [False] * len(PAGES)
    assert not sieve.takes_page(page(PAGES["recipe"]))
    assert sieve.passed_over == len(PAGES) + 1


def test_of_a_crawl_only_likely_pages_are_read(tmp_path, project, capsys):
    release = (project / "data" / "sample" / "dawn-warrants.txt").read_text(encoding="utf-8")
    pages = [made.Written("recipe", PAGES["recipe"], "Pie", "GB", "2024-05-05"),
             made.Written("warrants", release, "Warrants", "GB", "2024-05-05")]
    (tmp_path / "a.warc.gz").write_bytes(made.warc(*pages))
    assert cli.main(["extract", str(tmp_path / "a.warc.gz"), "--filter"]) == 0
    told = capsys.readouterr().err
    assert "1 read, 0 failed" in told and "1 passed over by --filter" in told
