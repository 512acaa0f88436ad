"""Figures: what they draw, what they say of it, and that no measure is drawn against another."""

import random
import warnings

import pandas as pd
import pytest
from made_records import WEEK, made, people, thing
from matplotlib.figure import Figure
from PIL import Image

from beatbook import drawing, figures
from beatbook.records import CATEGORIES, STATUSES, TACTICS, UNITS
from beatbook.tables import tables, timeline

NASTY = "a $5 $x^2$ <script>alert(1)</script> 漢字 😀 שלום \n" * 4


def every(record):
    """All figures of a record."""
    frames = tables(record)
    return {
        "seized": figures.seized(frames["seizures"]), "drugs": figures.drugs(frames["seizures"]),
        "money": figures.money(frames["seizures"]), "outcomes": figures.outcomes(frames["outcomes"]),
        "tactics": figures.tactics(frames["activities"]), "timeline": figures.timeline(timeline(frames)),
    }


def many(count):
    """A record with so many facts of each family, of every kind, some with very long names."""
    pick = random.Random(count)
    text = "x" * 10
    seizures, outcomes, activities, operations = [], [], [], []
    for at in range(count):
        category = CATEGORIES[at % len(CATEGORIES)]
        amount = None if category == "cash" or at % 7 == 0 else float(pick.randint(1, 5000))
        unit = None if amount is None else pick.choice(UNITS)
        value = float(pick.randint(1, 10**7)) if category == "cash" or at % 5 == 0 else None
        seizures.append(thing("x", category, f"thing {at} {NASTY[:at * 3]}", amount, unit, value=value,
                              currency=pick.choice(["GBP", "EUR", None]),
                              certainty="suspected" if at % 6 == 0 else "confirmed"))
        outcomes.append(people("x", STATUSES[at % len(STATUSES)], pick.choice([None, 1, 1, 5, at]),
                               of_count=pick.choice([None, 5, at]), offences=[NASTY[:60]]))
        activities.append(
            {"evidence": "x", "tactic": TACTICS[at % len(TACTICS)], "count": pick.choice([None, at, 4000])})
        dates = {"start": f"{2010 + at % 12}-01-01", "end": f"{2010 + at % 12}-02-01"} if at % 9 else {}
        operations.append({"evidence": "x", "name": f"Operation {at} {NASTY[:at]}"} | dates)
    return made(text, seizures=seizures, outcomes=outcomes, activities=activities, operations=operations)


def texts(ax):
    return [text.get_text() for text in ax.texts]


@pytest.mark.parametrize("count", [0, 1, 2, 60])
def test_figures_of_few_and_many_facts(count):
    """Each figure draws without a warning, keeps its labels within itself, and knows its alt text and data."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name, ax in every(many(count)).items():
            assert figures.name(ax) == name
            assert figures.alt(ax).startswith(figures.title(ax)) and figures.alt(ax).endswith(".")
            assert isinstance(figures.data(ax), pd.DataFrame)
            width = ax.figure.bbox.width
            for text in ax.texts:
                with drawing.any_script():
                    box = text.get_window_extent()
                assert box.x0 > -2 and box.x1 < width + 8, (name, text.get_text(), box)
            assert len(ax.patches) < 100
            assert figures.png(ax).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", ["seized", "drugs", "money", "outcomes", "tactics"])
def test_nothing_to_show_says_so(name):
    ax = every(made("Nothing.", published=None))[name]
    assert "Nothing to show" in figures.alt(ax)
    assert any("Nothing to show" in text for text in texts(ax))
    assert not ax.patches and not len(figures.data(ax))


def test_a_timeline_without_dates_says_so():
    assert "Nothing to show" in figures.alt(every(made("Nothing.", published=None))["timeline"])


def test_seized_keeps_imitations_apart_and_marks_suspicion():
    ax = every(WEEK)["seized"]
    shown = texts(ax)
    assert "Firearms · 3" in shown and "Imitation firearms" in shown
    assert "4, suspected" in shown
    hatched = [patch for patch in ax.patches if patch.get_hatch()]
    assert len(hatched) == 1, "only what is suspected is hatched"
    assert "Imitation firearms: Blank firearms, 4, suspected" in figures.alt(ax)


def test_rounds_are_told_but_not_drawn_beside_items():
    ax = every(WEEK)["seized"]
    assert "Ammunition · 4 rounds" in texts(ax)
    assert len(ax.patches) == 3  # pistols, revolver, blank firearms


def test_parts_are_not_drawn_as_more():
    things = [thing("58 firearms", "firearm", "firearm", 58), thing("17 rifles", "firearm", "rifle", 17, role="part")]
    ax = figures.seized(tables(made("58 firearms, 17 rifles", seizures=things))["seizures"])
    assert "Firearms" in texts(ax) and "Firearms · 75" not in texts(ax)
    assert "17 of them" in texts(ax)
    assert [patch.get_alpha() for patch in ax.patches] == [1, 0.45]


def test_drugs_draw_weights_and_tell_counts():
    things = [thing("2kg", "drug", "cocaine", 2, "kg"), thing("500g", "drug", "heroin", 500, "g"),
              thing("30,000 tablets", "drug", "etizolam", 30000, "tablet")]
    ax = figures.drugs(tables(made("2kg 500g 30,000 tablets", seizures=things))["seizures"])
    widths = [patch.get_width() for patch in ax.patches]
    assert len(widths) == 2 and widths[0] == pytest.approx(4 * widths[1])
    assert "Etizolam · 30,000 tablets" in texts(ax)


def test_drugs_without_a_weight_draw_their_count():
    record = made("9 plants", seizures=[thing("9 plants", "drug", "cannabis", 9, "plant")])
    ax = figures.drugs(tables(record)["seizures"])
    assert len(ax.patches) == 1 and "9 plants" in texts(ax)


def test_a_suspected_drug_without_an_amount():
    record = made("fentanyl", seizures=[thing("fentanyl", "drug", "fentanyl", certainty="suspected")])
    assert "Fentanyl · suspected" in texts(figures.drugs(tables(record)["seizures"]))


def test_cash_and_values_stand_apart():
    things = [thing("£500", "cash", "cash", value=500.0, currency="GBP"),
              thing("heroin worth £900", "drug", "heroin", value=900.0, currency="GBP", value_modifier="approx"),
              thing("€40", "cash", "cash", value=40.0, currency="EUR")]
    ax = figures.money(tables(made("£500, heroin worth £900, €40", seizures=things))["seizures"])
    shown = texts(ax)
    assert shown.index("Said to be worth") > shown.index("£500")
    assert "about £900" in shown
    assert "Cash · €40" in shown and len(ax.patches) == 2, "another currency is no bar on this scale"


def test_outcomes_draw_a_part_within_its_whole():
    ax = every(WEEK)["outcomes"]
    assert "12 of 17" in texts(ax)
    whole, part, outline = ax.patches[0], ax.patches[2], ax.patches[1]
    assert outline.get_width() == pytest.approx(whole.get_width())
    assert part.get_width() == pytest.approx(whole.get_width() * 12 / 17)
    assert "Counted apart (may be among those above)" in texts(ax)


def test_a_weekday_that_is_not_the_dates_is_told():
    words = "on Tuesday, 21 November"
    record = made(words, operations=[{"evidence": words, "start": "2022-11-21", "end": "2022-11-21"}])
    ax = figures.timeline(timeline(tables(record)))
    assert any("text says Tuesday" in text for text in texts(ax))


def test_officers_are_no_activities():
    record = made("300 officers, 5 warrants", activities=[
        {"evidence": "300 officers", "tactic": "officers_deployed", "count": 300},
        {"evidence": "5 warrants", "tactic": "warrant", "count": 5}])
    ax = figures.tactics(tables(record)["activities"])
    assert len(ax.patches) == 1 and "Officers deployed · 300" in texts(ax)


def test_an_axes_that_is_given_is_drawn_on():
    own = Figure(figsize=(6, 4)).add_subplot()
    assert figures.seized(tables(WEEK)["seizures"], own) is own
    assert figures.alt(own)


def test_readable_in_grey():
    """Bars of groups that stand apart are told by their headings, and every ink is dark enough on white."""
    def luminance(colour):
        parts = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    for ink in (drawing.INK, drawing.QUIET):
        assert 1.05 / (luminance(ink) + 0.05) >= 4.5, "text"
    for ink in (drawing.BLUE, drawing.GREEN, drawing.PURPLE, drawing.RED, drawing.LINE):
        assert 1.05 / (luminance(ink) + 0.05) >= 3, "bars and lines"


def test_save_writes_the_picture_and_its_data(tmp_path):
    ax = every(WEEK)["seized"]
    image, rows = figures.save(ax, tmp_path / "new")
    assert (image.name, rows.name) == ("seized.png", "seized.csv")
    with Image.open(image) as picture:
        assert picture.width > 900
    assert rows.read_text(encoding="utf-8").splitlines()[0].startswith("category,item,certainty,basis,measure,amount")


def test_the_same_figure_is_the_same_bytes():
    assert figures.png(every(WEEK)["outcomes"]) == figures.png(every(WEEK)["outcomes"])
