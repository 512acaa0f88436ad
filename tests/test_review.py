"""Corrections by hand: the file, what becomes of a correction when rules or text change, the queue, a session, gold."""

import csv
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beatbook.cli import main
from beatbook.errors import InputError, UsageError
from beatbook.records import FAMILIES, Fact, Record, Release
from beatbook.review import doubt
from beatbook.review.applying import RULE, UNPROVED, apply, identity
from beatbook.review.book import Book, said
from beatbook.review.cells import parse, slots_parsed, slots_written, written
from beatbook.review.corrections import COLUMNS, Correction, append, read_corrections, remove
from beatbook.review.session import Review, home, open_review, trimmed

TEXT = "Officers seized nine knives and two pistols. Eight knives were blunt. Two men were arrested on Monday."
HEADER = ",".join(COLUMNS)


def fact(family, words, rule="made", **slots):
    at = TEXT.index(words)
    return Fact(family, slots, at, at + len(words), rule)


def knives(**slots):
    return fact("seizures", "nine knives",
                **({"category": "blade", "item": "knife", "quantity": 9, "unit": "item"} | slots))


def pistols(**slots):
    return fact("seizures", "two pistols",
                **({"category": "firearm", "item": "pistol", "quantity": 2, "unit": "item"} | slots))


def arrested(**slots):
    return fact("outcomes", "Two men were arrested", **({"statuses": ["arrested"], "count": 2, "who": "man"} | slots))


def record(*facts, text=TEXT, id="r"):
    return Record(Release(text, id, "GB", "2024-05-05"),
                  {family: [one for one in facts if one.family == family] for family in FAMILIES})


def line(action, about=None, text=TEXT, **rest):
    """A line as the review writes it: it names the fact by place, words and slots."""
    place = {} if about is None else {
        "family": about.family, "start": about.start, "end": about.end, "words": TEXT[about.start:about.end],
        "fact": identity(about)}
    return Correction(action, "r", Release(text).sha256, **(place | rest))


def read(path):
    problems = []
    return read_corrections(path, problems.append), [str(problem) for problem in problems]


# The file -------------------------------------------------------------------------------------------------------------

words_of_any_kind = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


@given(items=st.lists(words_of_any_kind.map(str.strip).filter(bool), max_size=4), name=words_of_any_kind)
@settings(max_examples=80, deadline=None)
def test_slots_come_back_as_they_were(items, name):
    """Lists, marks of the format, backslashes and line ends within values survive."""
    plain = [item.replace("\r\n", "\n").replace("\r", "\n") for item in items]
    slots = {"name": name.replace("\r\n", "\n").replace("\r", "\n").strip(), "agencies": plain}
    back = slots_parsed("operations", slots_written(slots))
    assert back == {name: value for name, value in slots.items() if value}


@given(words=words_of_any_kind, why=words_of_any_kind, who=words_of_any_kind)
@settings(max_examples=60, deadline=None)
def test_a_line_comes_back_as_it_was(words, why, who, tmp_path_factory):
    """Whatever a cell holds: one correction stays one line, and nothing in it is a formula."""
    path = tmp_path_factory.mktemp("file") / "c.csv"
    clean = {name: value.replace("\r\n", "\n").replace("\r", "\n").strip() for name, value in
             (("words", words), ("why", why))}
    one = Correction("delete", "r", family="places", start=1, end=2, who=" ".join(who.split()), **clean)
    append(path, [one])
    content = path.read_bytes().decode()
    assert content.count("\n") == 2
    for cell in next(csv.reader([content.split("\n")[1]])):
        assert not cell.startswith(tuple("=+-@\t\r\n"))
    assert read(path) == ([one], [])


BAD = [
    ("no action", "r,,jump,seizures,,,knives,,,,,,,", "one of accept, correct, delete, add"),
    ("no release", ",,delete,seizures,,,knives,,,,,,,", "names no release"),
    ("no family", "r,,delete,guns,,,knives,,,,,,,", "family is 'guns'"),
    ("no slot", "r,,correct,seizures,,,knives,,colour,,red,,,", "slot is 'colour'"),
    ("no number", "r,,correct,seizures,,,knives,,quantity,9,many,,,", "quantity takes a number"),
    ("no whole number", "r,,correct,outcomes,,,men,,count,2,2.5,,,", "count takes a whole number"),
    ("below zero", "r,,correct,seizures,,,knives,,quantity,9,-2,,,", "quantity takes a number"),
    ("not in the list", "r,,correct,seizures,,,knives,,category,,gun,,,", "category takes one of firearm"),
    ("no date", "r,,correct,operations,,,week,,start,,someday,,,", "start takes a date"),
    ("no hash", "r,xyz,delete,seizures,,,knives,,,,,,,", "hash of the text"),
    ("no place", "r,,add,seizures,,,,,,,category=blade,,,", "without its words"),
    ("no fact at all", "r,,delete,seizures,,,,,,,,,,", "which fact"),
    ("says nothing", "r,,add,seizures,,,knives,,,,quantity=9,,,", "needs its category"),
    ("no slot=value", "r,,add,seizures,,,knives,,,,blade,,,", "no slot=value"),
    ("half a place", "r,,delete,seizures,5,,knives,,,,,,,", "given both"),
    ("end before start", "r,,delete,seizures,5,3,knives,,,,,,,", "given both"),
    ("open quotation mark", 'r,,delete,seizures,,,"knives,,,,,,,', "no line of CSV"),
    ("too many cells", "r,,delete,seizures,,,knives,,,,,,,,more", "has 15 cells"),
]


@pytest.mark.parametrize(("row", "message"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_line_is_told_and_the_others_count(row, message, tmp_path):
    path = tmp_path / "c.csv"
    good = "r,,delete,places,,,Leeds,,,,,,,"
    path.write_text(f"{HEADER}\n{good}\n{row}\n# a remark\n\n{good}\n", encoding="utf-8")
    found, [problem] = read(path)
    assert len(found) == 2
    assert problem.startswith(f"{path}, line 3: ") and message in problem


@pytest.mark.parametrize(("encoding", "delimiter", "end"), [
    ("utf-8", ",", "\n"), ("utf-8-sig", ";", "\r\n"), ("cp1252", ";", "\r\n"), ("utf-16", "\t", "\r\n"),
])
def test_what_spreadsheets_save_is_read_and_kept(encoding, delimiter, end, tmp_path):
    """Byte order marks, semicolons, tabs, Windows line ends, fewer columns in another order."""
    path = tmp_path / "c.csv"
    rows = [["Action", "release_id", "family", "words", "note"], ["delete", "r", "places", "Café Müller", "mine"]]
    path.write_bytes(end.join(delimiter.join(row) for row in rows).encode(encoding))
    [one], problems = read(path)
    assert (one.action, one.release_id, one.words, problems) == ("delete", "r", "Café Müller", [])
    append(path, [line("accept", knives())])
    assert [(one.action, one.family) for one in read(path)[0]] == [("delete", "places"), ("accept", "seizures")]
    assert f"delete{delimiter}r{delimiter}places{delimiter}Café Müller{delimiter}mine" in path.read_text("utf-8-sig")


def test_a_file_of_something_else_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "c.csv"
    path.write_text("name,age\nA,3\n", encoding="utf-8")
    with pytest.raises(InputError, match="no header of a file of corrections"):
        read(path)
    with pytest.raises(InputError):
        append(path, [line("accept", knives())])
    assert path.read_text(encoding="utf-8") == "name,age\nA,3\n"


def test_lines_of_others_stay_when_one_is_taken_out(tmp_path):
    path = tmp_path / "c.csv"
    first, second = append(path, [line("accept", knives())]), append(path, [line("accept", pistols())])
    path.write_text(path.read_text(encoding="utf-8") + "broken line of mine\n", encoding="utf-8")
    assert remove(path, first) == 1 and remove(path, first) == 0
    assert path.read_text(encoding="utf-8").split("\n") == [HEADER, *second, "broken line of mine", ""]
    assert [one.name for one in tmp_path.iterdir()] == ["c.csv"], "nothing is left beside it"


@pytest.mark.parametrize(("family", "slot", "text", "value"), [
    ("seizures", "quantity", "1,200", 1200), ("seizures", "quantity", "0.5", 0.5), ("seizures", "quantity", " ", None),
    ("outcomes", "statuses", "charged; recalled", ["charged", "recalled"]), ("outcomes", "offences", "", []),
    ("outcomes", "offences", r"theft\; robbery", ["theft; robbery"]),
    ("operations", "start", "2024-05-01", "2024-05-01"),
    ("quotes", "text", r"one\ntwo", "one\ntwo"), ("seizures", "item", "knife", "knife"),
])
def test_cells_are_values(family, slot, text, value):
    found = parse(FAMILIES[family].slot(slot), text)
    assert found == value
    assert parse(FAMILIES[family].slot(slot), written(found)) == value


def test_the_example_of_the_documentation_is_read(project, tmp_path):
    example = (project / "docs" / "review.md").read_text(encoding="utf-8").split("```csv\n")[1].split("```")[0]
    (tmp_path / "c.csv").write_text(example, encoding="utf-8")
    found, problems = read(tmp_path / "c.csv")
    assert [one.action for one in found] == ["correct", "delete", "add"] and problems == []


# Applying -------------------------------------------------------------------------------------------------------------

CASES = [
    # label, corrections, what the rules find now, seizures after it (item, quantity), statuses
    ("nothing said", [], [knives(), pistols()], [("knife", 9), ("pistol", 2)], []),
    ("accepted", [line("accept", knives())], [knives()], [("knife", 9)], ["applied"]),
    ("corrected", [line("correct", knives(), slot="quantity", old=9, new=8)], [knives(), pistols()],
     [("knife", 8), ("pistol", 2)], ["applied"]),
    ("corrected twice", [line("correct", knives(), slot="quantity", old=9, new=8),
                         line("correct", knives(), slot="quantity", old=8, new=7)], [knives()], [("knife", 7)],
     ["applied", "applied"]),
    ("two slots", [line("correct", knives(), slot="quantity", old=9, new=8),
                   line("correct", knives(), slot="item", old="knife", new="dagger")], [knives()], [("dagger", 8)],
     ["applied", "applied"]),
    ("deleted", [line("delete", pistols())], [knives(), pistols()], [("knife", 9)], ["applied"]),
    ("deleted and restored", [line("delete", pistols()), line("accept", pistols())], [pistols()], [("pistol", 2)],
     ["applied", "applied"]),
    ("added", [line("add", pistols())], [knives()], [("knife", 9), ("pistol", 2)], ["applied"]),
    ("added in the text's order", [line("add", knives())], [pistols()], [("knife", 9), ("pistol", 2)], ["applied"]),
    # rules that have changed since
    ("the rules mended it", [line("correct", knives(), slot="quantity", old=9, new=8)], [knives(quantity=8)],
     [("knife", 8)], ["not needed"]),
    ("the rules give a third value", [line("correct", knives(), slot="quantity", old=9, new=8)],
     [knives(quantity=5)], [("knife", 8)], ["kept"]),
    ("the rules lost what was corrected", [line("correct", knives(), slot="quantity", old=9, new=8)], [pistols()],
     [("knife", 8), ("pistol", 2)], ["kept"]),
    ("the rules lost what was accepted", [line("accept", knives())], [], [("knife", 9)], ["kept"]),
    ("the rules changed what was accepted", [line("accept", knives())], [knives(quantity=3)], [("knife", 9)], ["kept"]),
    ("the rules no longer give what was deleted", [line("delete", knives())], [], [], ["not needed"]),
    ("the rules found what was added", [line("add", knives())], [knives()], [("knife", 9)], ["not needed"]),
    ("another span, the same fact", [line("correct", knives(), slot="quantity", old=9, new=8)],
     [fact("seizures", "seized nine knives", **knives().slots)], [("knife", 8)], ["applied"]),
    ("another order", [line("correct", knives(), slot="quantity", old=9, new=8)], [pistols(), knives()],
     [("pistol", 2), ("knife", 8)], ["applied"]),
    # other people
    ("the same said twice", [line("correct", knives(), slot="quantity", old=9, new=8, who="a"),
                             line("correct", knives(), slot="quantity", old=9, new=8, who="b")], [knives()],
     [("knife", 8)], ["applied", "not needed"]),
    ("two opinions", [line("correct", knives(), slot="quantity", old=9, new=8, who="a"),
                      line("correct", knives(), slot="quantity", old=9, new=7, who="b")], [knives()], [("knife", 8)],
     ["applied", "conflict"]),
    ("corrected after it was deleted", [line("delete", knives(), who="a"),
                                        line("correct", knives(), slot="quantity", old=9, new=7, who="b")],
     [knives()], [], ["applied", "conflict"]),
    # other texts
    ("a changed text", [line("correct", knives(), text=TEXT + " More.", slot="quantity", old=9, new=8)], [knives()],
     [("knife", 9)], ["text changed"]),
    ("another release", [Correction("delete", "other", family="seizures", words="nine knives")], [knives()],
     [("knife", 9)], []),
    # by hand: without hash, place or slots
    ("words and values", [Correction("correct", "r", family="seizures", words="nine  knives", slot="quantity", old=9,
                                     new=8)], [knives(), pistols()], [("knife", 8), ("pistol", 2)], ["applied"]),
    ("a value alone", [Correction("correct", "r", family="seizures", slot="quantity", old=9, new=8)],
     [knives(), pistols()], [("knife", 8), ("pistol", 2)], ["applied"]),
    ("words of no fact", [Correction("delete", "r", family="seizures", words="blunt")], [knives()], [("knife", 9)],
     ["no such fact"]),
    ("words that are not there", [Correction("delete", "r", family="seizures", words="zebra")], [knives()],
     [("knife", 9)], ["no such fact"]),
    ("words of two facts", [Correction("delete", "r", family="seizures", words="nine knives and two pistols")],
     [knives(), pistols()], [("knife", 9), ("pistol", 2)], ["no such fact"]),
    ("a fact is left without its kind", [line("correct", knives(), slot="category", old="blade", new=None)], [knives()],
     [("knife", 9)], ["no such fact"]),
]


@pytest.mark.parametrize(("lines", "found", "after", "statuses"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])
def test_what_becomes_of_a_correction(lines, found, after, statuses):
    before = record(*found)
    told = json.dumps(before.to_dict())
    reviewed = apply(before, lines)
    assert [(one["item"], one["quantity"]) for one in reviewed.record.facts["seizures"]] == after
    assert [result.status for result in reviewed.results] == statuses
    assert json.dumps(before.to_dict()) == told, "the record that was given stays as it was"


def test_one_person_of_two_in_the_same_words():
    """Two facts of one span are told apart by their slots."""
    facts = [arrested(), arrested(count=1, who="woman")]
    reviewed = apply(record(*facts), [line("correct", facts[1], slot="count", old=1, new=3), line("delete", facts[0])])
    assert [(one["who"], one["count"]) for one in reviewed.record.facts["outcomes"]] == [("woman", 3)]


@pytest.mark.parametrize(("new", "rule"), [(2, RULE), (44, UNPROVED)])
def test_a_value_by_hand_is_proved_as_any_other(new, rule):
    wrong = pistols(quantity=9)
    reviewed = apply(record(wrong), [line("correct", wrong, slot="quantity", old=9, new=new)])
    [one] = reviewed.record.facts["seizures"]
    assert (one["quantity"], one.rule) == (new, rule)
    assert bool(reviewed.tracked[0].unproved) == (rule == UNPROVED)


def test_what_follows_from_a_slot_follows_the_correction():
    """The weight in kilograms is read again; one that a person entered stays."""
    weighed = fact("seizures", "nine knives", category="drug", item="heroin", quantity=9, unit="g", weight_kg=0.009)
    changed = line("correct", weighed, slot="unit", old="g", new="kg")
    [one] = apply(record(weighed), [changed]).record.facts["seizures"]
    assert one["weight_kg"] == 9
    by_hand = line("correct", weighed, slot="weight_kg", old=0.009, new=5)
    [one] = apply(record(weighed), [changed, by_hand]).record.facts["seizures"]
    assert one["weight_kg"] == 5


def test_a_correction_outlives_a_change_of_the_rules(tmp_path):
    """Written in one run, read in the next, in which the rules have moved the span and lost a slot."""
    path = tmp_path / "c.csv"
    append(path, [line("correct", knives(), slot="quantity", old=9, new=8, who="me", when="2024-05-06T10:00:00Z")])
    moved = fact("seizures", "seized nine knives", category="blade", item="knife", quantity=9)
    reviewed = Book.open([path], pytest.fail).review(record(moved))
    assert [one["quantity"] for one in reviewed.record.facts["seizures"]] == [8]
    assert said(reviewed) == "facts 1 corrected"


def test_a_book_tells_what_it_could_not_apply():
    book = Book([line("accept", knives()), line("delete", pistols(), text="old"), Correction("accept", "elsewhere")])
    assert book.version(Release(TEXT, "r")) and not book.version(Release("another", "x"))
    book.review(record(knives()))
    told = list(book.told())
    assert told[0] == ("corrections: 1 applied, 1 about releases that were not read, "
                       "1 not applied, since the text has changed")
    assert "the text of r has changed" in told[1]


# The queue ------------------------------------------------------------------------------------------------------------

def test_failed_checks_come_first_then_unclaimed_figures_and_weak_rules(tmp_path):
    sure, weak = record(fact("places", "Monday", "gazetteer"), id="sure"), record(knives(), id="weak")
    gap, failed = record(id="gap"), record(id="failed")
    gap.unclaimed = [{"kind": "number", "text": "nine", "start": 16, "end": 20, "reason": ""}] * 3
    failed.checks = [{"kind": "weekday", "message": "no Monday", "start": 95, "end": 101, "other_start": None,
                      "other_end": None}]
    for number, one in enumerate((sure, weak, gap, failed)):
        one.release.text += "." * number
    review = Review([sure, weak, gap, failed], tmp_path / "c.csv")
    assert review.order[0] == "failed" and review.order[-1] == "sure"
    assert review.expected["gap"].errors > review.expected["sure"].errors


def test_the_rules_measured_are_shares():
    for family in FAMILIES:
        share, _ = doubt.precision(family, "a rule of tomorrow")
        assert 0.5 < share < 1
    assert doubt.precision("places", "gazetteer")[0] > 0.9


# A session ------------------------------------------------------------------------------------------------------------

@pytest.fixture
def review(tmp_path):
    return Review([record(knives(), pistols(), arrested())], tmp_path / "c.csv", who="me")


def tracked(review, item):
    return next(one for one in review["r"].tracked if one.fact.slots.get("item") == item)


def test_each_decision_is_a_line_and_undo_takes_it_back(review):
    said = [
        review.accept("r", tracked(review, "pistol")),
        review.correct("r", tracked(review, "knife"), {"quantity": "8", "item": "dagger", "unit": "item"}, "as below"),
        review.delete("r", review["r"].tracked[2], "no arrest"),
        review.add("r", "places", {"name": "Monday"}, words="on Monday"),
    ]
    assert [sentence.split(":")[0] for sentence in said] == ["accepted", "corrected", "deleted", "added"]
    assert "quantity 9 → 8" in said[1] and "do not prove it" in said[1]
    lines = review.path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + 1 + 2 + 1 + 1, "one a slot, and the slot that stayed has none"
    assert [one["item"] for one in review["r"].record.facts["seizures"]] == ["dagger", "pistol"]
    assert not review["r"].record.facts["outcomes"]
    for _ in said:
        review.undo()
    assert review.path.read_text(encoding="utf-8").splitlines() == lines[:1]
    assert [one["quantity"] for one in review["r"].record.facts["seizures"]] == [9, 2]
    with pytest.raises(ValueError, match="nothing to undo"):
        review.undo()


def test_a_second_look_in_another_session_speaks_of_the_same_fact(review, tmp_path):
    """Also when the rules have changed in between: the second line names the fact as the first one did."""
    review.correct("r", tracked(review, "knife"), {"quantity": "8"})
    later = Review([record(knives(quantity=5), pistols())], tmp_path / "c.csv", who="you")
    later.correct("r", tracked(later, "knife"), {"quantity": "7"})
    assert [one["quantity"] for one in later["r"].record.facts["seizures"]] == [7, 2]
    assert [result.status for result in later.results] == ["kept", "applied"]


@pytest.mark.parametrize(("texts", "message"), [
    ({"quantity": "many"}, "takes a number"), ({"category": "gun"}, "takes one of"), ({"quantity": "9"}, "nothing was"),
    ({"category": ""}, "needs its category"),
])
def test_a_decision_that_cannot_be_is_refused_and_nothing_is_written(review, texts, message):
    with pytest.raises(ValueError, match=message):
        review.correct("r", tracked(review, "knife"), texts)
    assert not review.path.exists()


def test_complete_releases_are_gold_that_score_takes(review, tmp_path, capsys):
    review.delete("r", tracked(review, "pistol"))
    assert review.write_gold(tmp_path / "gold.jsonl") == 0
    review.accept_rest("r")
    assert review.is_done("r") and review.write_gold(tmp_path / "gold.jsonl") == 1
    gold = json.loads((tmp_path / "gold.jsonl").read_text(encoding="utf-8"))
    assert [one["evidence"] for one in gold["facts"]["seizures"]] == ["nine knives"]
    assert gold["facts"]["outcomes"][0]["statuses"] == ["arrested"]
    assert main(["score", str(tmp_path / "gold.jsonl"), str(tmp_path / "gold.jsonl")]) == 0
    assert "1.000" in capsys.readouterr().out


@pytest.mark.parametrize(("start", "end", "words"), [
    (0, 8, "Officers"), (9, 16, "seized"), (18, 22, "nine knives"), (8, 9, None), (500, 600, None),
])
def test_a_selection_takes_whole_words(start, end, words):
    if words is None:
        with pytest.raises(ValueError, match="select the words"):
            trimmed(TEXT, start, end)
    else:
        first, last = trimmed(TEXT, start, end)
        assert TEXT[first:last] == words


def test_the_file_is_where_its_folder_is(tmp_path, monkeypatch):
    (tmp_path / "data").mkdir()
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert home("data/c.csv") == tmp_path / "data" / "c.csv"
    assert home("c.csv") == Path("c.csv")
    with pytest.raises(UsageError, match="names no file"):
        open_review("x", "")


# What is shown --------------------------------------------------------------------------------------------------------

@pytest.fixture
def widget(review):
    from beatbook.review.widget import ReviewWidget

    return ReviewWidget(review)


def test_the_pieces_are_the_text_and_know_their_facts(widget):
    release = widget.release
    assert "".join(words for _, words, _ in release["pieces"]) == TEXT
    for start, words, over in release["pieces"]:
        assert TEXT[start:start + len(words)] == words
        for n in over:
            one = release["items"][n]
            assert one["start"] <= start and start + len(words) <= one["end"]


def test_commands_are_done_or_told_why_not(widget):
    key = next(one["key"] for one in widget.release["items"] if one["label"].startswith("pistol"))
    for command, ok in [
        ({"do": "accept", "key": key}, True), ({"do": "accept", "key": 99}, False), ({"do": "jump"}, False),
        ({"do": "correct", "key": key, "slots": {"quantity": "x"}}, False), ({"do": "open", "at": 5}, False),
        ({"do": "add", "family": "places", "slots": {"name": "Monday"}, "words": "Monday"}, True),
        ({"do": "undo"}, True), ({"do": "accept_rest"}, True), ({"do": "accept_rest"}, False),
    ]:
        widget._hear(widget, command | {"id": 7}, [])
        assert (widget.told["id"], widget.told["ok"]) == (7, ok), widget.told["text"]


def test_without_a_browser_the_first_release_stands_there_escaped(tmp_path):
    from beatbook.review import showing
    from beatbook.review.widget import ReviewWidget

    hostile = Record(Release("<script>alert(1)</script> nine knives", "<b>id"), {family: [] for family in FAMILIES})
    review = Review([hostile], tmp_path / "c.csv")
    bundle, _ = ReviewWidget(review)._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    for html in (bundle["text/html"], showing.queue(review)._repr_html_(), showing.outcome(review)._repr_html_()):
        assert "<script" not in html and "<b>id" not in html


# Commands -------------------------------------------------------------------------------------------------------------

@pytest.fixture
def files(tmp_path, monkeypatch):
    """A release and a file of corrections written by hand, in the working directory."""
    monkeypatch.chdir(tmp_path)
    Path("mine.txt").write_text("Officers seized nine knives on 2 May 2022.", encoding="utf-8")
    Path("c.csv").write_text(
        "release_id,action,family,words,slot,old,new\nmine,correct,seizures,nine knives,quantity,9,8\n", "utf-8")
    return tmp_path


def seizures():
    with Path("out/seizures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_extract_applies_corrections_and_keeps_to_the_file(files, capsys):
    assert main(["extract", "mine.txt", "--corrections", "c.csv", "--to", "out"]) == 0
    assert [row["quantity"] for row in seizures()] == ["8"]
    Path("c.csv").write_text("release_id,action,family,words\nmine,delete,seizures,nine knives\n", encoding="utf-8")
    assert main(["extract", "mine.txt", "--corrections", "c.csv", "--to", "out"]) == 0
    assert seizures() == [], "a changed file is applied anew"
    assert main(["extract", "mine.txt", "--corrections", "none.csv"]) == 1
    assert "no such file of corrections" in capsys.readouterr().err


def test_review_without_a_browser_lists_and_writes_gold(files, capsys):
    assert main(["review", "mine.txt", "--corrections", "c.csv", "--list", "--gold", "gold.jsonl"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("mine: ") and "0 of 1 releases are complete" in said.err
    assert main(["review", "-"]) == 2


def test_the_command_fills_the_notebook_in(files, project):
    from argparse import Namespace

    from beatbook.commands.review import filled
    text = filled(project / "notebooks" / "04-review.ipynb", Namespace(
        inputs=["mine.txt", "other"], corrections="c.csv", others="", who="me"))
    [cell] = [cell for cell in json.loads(text)["cells"] if "injected-parameters" in cell["metadata"].get("tags", [])]
    values = {}
    exec("".join(cell["source"]), values)  # noqa: S102  (our own cell)
    assert values["source"] == [str(files / "mine.txt"), str(files / "other")]
    assert values["corrections"] == str(files / "c.csv") and values["who"] == "me"


def test_a_report_says_what_was_done_by_hand(files):
    from beatbook import display, opening

    record = opening.open_record("mine.txt", corrections="c.csv", redact=True)
    assert record.facts["seizures"][0]["quantity"] == 8
    assert "facts 1 corrected" in display.provenance(record, source="mine.txt", corrections="c.csv").text


@pytest.mark.slow
def test_the_notebook_runs_on_its_defaults_from_any_folder_and_writes_nothing(project, tmp_path, monkeypatch):
    from beatbook.running import read, run

    monkeypatch.chdir(tmp_path)
    before = sorted((project / "data").iterdir())
    done = run(read(project / "notebooks" / "04-review.ipynb"), {"most": 3}, "04-review")
    shown = "\n".join("".join(output.get("data", {}).get("text/plain", "")) for cell in done.cells
                      for output in cell.get("outputs", []))
    assert "Releases by doubt · 3" in shown and "releases are complete" in shown
    assert list(tmp_path.iterdir()) == [] and sorted((project / "data").iterdir()) == before
