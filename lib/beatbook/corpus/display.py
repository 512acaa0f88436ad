"""What the notebooks on many releases show beside their figures: the head, words, speakers, reports, provenance."""

import hashlib
import textwrap
from html import escape
from pathlib import Path
from typing import Any

import pandas as pd

from beatbook import aggregates, markup, phrases, speakers
from beatbook.corpus import comparing, concordance
from beatbook.corpus.comparing import Comparison
from beatbook.corpus.loading import Corpus
from beatbook.display import Shown, again, made_by, none, table
from beatbook.markup import Cell
from beatbook.opening import page_name
from beatbook.tables import amounts, to_csv

MOST_LISTED = 5_000  # releases

# The head -------------------------------------------------------------------------------------------------------------


def masthead(corpus: Corpus, title: str = "") -> Shown:
    """The title, one sentence on what the releases add up to, the main figures, and where they come from."""
    heading = title or f"{phrases.capital(_releases(corpus))}, added up"
    people, things = _people(corpus), _things(corpus)
    results = _results(people, things)
    sentence = f"{phrases.capital(_releases(corpus))}{_of(corpus)}{_when(corpus)}: {results}."
    return _head(heading, sentence, _key_figures(corpus, people, things), corpus, "corpus")


def comparison_masthead(comparison: Comparison, title: str = "") -> Shown:
    """The title, one sentence on what differs most, and where the releases come from."""
    groups = comparison.groups
    heading = title or " and ".join((", ".join(groups[:-1]), groups[-1]))
    counts = comparison.members["group"].value_counts()
    sizes = [f"{group} ({phrases.counted_plain(int(counts[group]), 'release')})" for group in groups]
    frame = comparing.differences(comparison)
    told = frame[frame["times"].notna()].head(1)
    if len(told):
        row = told.iloc[0]
        times = phrases.number(float(f"{row['times']:.2g}"), words=False)  # sums of so few releases bear no more digits
        most = (f"of what all of them state they differ most in {row['measure']}, {times} times as much "
                f"{row['unit']} in {row['most_in']} as in {row['least_in']}")
    else:
        most = "there is no measure that all of them state"
    sentence = f"{phrases.listing(sizes)}, by {comparison.by}: {most}."
    numbers = [(f"{counts[group]:,}", f"releases: {group}") for group in groups]
    return _head(heading, phrases.capital(sentence), numbers, comparison.corpus, "comparison")


def _head(heading: str, sentence: str, numbers: list[tuple[str, str]], corpus: Corpus, kind: str) -> Shown:
    names = [Path(source).stem or source for source in corpus.sources]
    origin = f"Read from {phrases.listing(names[:4])}" if not corpus.redacted else ""
    file = "-".join([*names[:3], kind]) if not corpus.redacted else kind
    about = {"role": "masthead", "title": heading, "summary": sentence, "key_figures": numbers, "origin": origin,
             "release_id": file, "published": None, "publisher": None}
    strip = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for value, label in numbers)
    html = (f'<div class="masthead"><p class="title">{escape(heading)}</p><p class="origin">{escape(origin)}</p>'
            f'<p class="summary">{escape(sentence)}</p>{f"<dl>{strip}</dl>" if strip else ""}</div>')
    return Shown(html, f"{heading}\n{sentence}", about)


def _releases(corpus: Corpus) -> str:
    return phrases.counted(len(corpus), "release")


def _of(corpus: Corpus) -> str:
    releases = corpus.tables["releases"]
    parts = [(releases["publisher"].nunique(), "publisher"), (releases["country"].nunique(), "country")]
    words = [phrases.counted(count, noun, "countries" if noun == "country" else None) for count, noun in parts if count]
    return f" from {words[0]} in {words[1]}" if len(words) == 2 else f" from {words[0]}" if words else ""


def _when(corpus: Corpus) -> str:
    days = corpus.tables["releases"]["published"].dropna()
    return f", published {phrases.period(days.min().date(), days.max().date())}" if len(days) else ""


def _people(corpus: Corpus) -> dict[str, int]:
    """How many people were arrested, charged and so on."""
    sums = aggregates.outcomes(corpus.tables)
    return {status: int(people) for status, people in zip(sums["status"], sums["people"], strict=True)}


def _results(people: dict[str, int], things: list[tuple[str, float]]) -> str:
    """The second half of the sentence: people, then things."""
    told = [f"{phrases.counted(people[name], 'person')} {name}" for name in ("arrested", "charged", "sentenced")
            if name in people]
    parts = [phrases.listing(told)] if told else []
    parts += [f"{phrases.listing([_thing(*thing) for thing in things])} seized"] if things else []
    return "; ".join(parts) or "no arrest, charge or seizure is stated"


def _things(corpus: Corpus) -> list[tuple[str, float]]:
    """Firearms, blades and kilograms of drugs, as far as there are any."""
    rows = amounts(corpus.tables["seizures"])
    rows = rows[rows["basis"].eq("quantity")]
    found = []
    for kind, measure in (("firearm", "item"), ("blade", "item"), ("drug", "kg")):
        amount = rows[rows["category"].eq(kind) & rows["measure"].eq(measure)]["adds"].sum()
        if amount:
            found.append((kind, float(amount)))
    return found


def _thing(kind: str, amount: float) -> str:
    if kind == "drug":
        return f"{phrases.weight(float(f'{amount:.3g}'))} of drugs"
    return phrases.counted(amount, phrases.category(kind, 1), phrases.category(kind))


def _key_figures(corpus: Corpus, people: dict[str, int], things: list[tuple[str, float]]) -> list[tuple[str, str]]:
    numbers = [(f"{len(corpus):,}", "release" if len(corpus) == 1 else "releases")]
    numbers += [(f"{people[name]:,}", f"people {name}") for name in ("arrested", "charged") if name in people]
    for kind, amount in things:
        words = phrases.weight(float(f"{amount:.3g}")) if kind == "drug" else f"{amount:,.0f}"
        numbers.append((words, "of drugs" if kind == "drug" else phrases.category(kind)))
    return numbers[:6]


# What was read --------------------------------------------------------------------------------------------------------


def left_out(corpus: Corpus) -> Shown:
    """What is not in the figures: inputs that could not be read, repeated texts, releases outside the choice."""
    rows: list[dict[str, Cell]] = [
        {"What": "Releases seen", "How many": f"{corpus.seen:,}", "Which": ""},
        {"What": "Chosen", "How many": f"{len(corpus):,}", "Which": corpus.choice.told()},
    ]
    outside = corpus.seen - len(corpus) - corpus.duplicates
    for what, number, which in (
        ("Outside the choice", outside, ""),
        ("Left out, their text being that of another", corpus.duplicates, ""),
        ("Without a date of publication", int(corpus.tables["releases"]["published"].isna().sum()), "in no period"),
        ("Inputs that could not be read", len(corpus.failures),
         "; ".join(error.reason if corpus.redacted else str(error) for error in corpus.failures[:5])),
        ("Families left out", len(corpus.left_out), ", ".join(corpus.left_out)),
    ):
        if number:
            rows.append({"What": what, "How many": f"{number:,}", "Which": which})
    html = markup.table("What was read", ["What", "How many", "Which"], rows)
    return Shown(html, "\n".join(f"{row['What']}: {row['How many']} {row['Which']}".rstrip() for row in rows))


# Words and speakers ---------------------------------------------------------------------------------------------------


def words_around(corpus: Corpus, term: str, most: int = 20) -> Shown:
    """A concordance: each line the term within the words around it, and the release."""
    if not term.strip():
        return none("No term is given: name one by the parameter term.")
    frame = concordance.lines(corpus, term, most)
    if not len(frame):
        return none(f"No release holds “{term}”.")
    caption = f"“{term}” in its surroundings · {len(frame)} of {phrases.counted_plain(frame.attrs['places'], 'place')}"
    rows: list[dict[str, Cell]] = [
        {"Release": id, "Before": before, "Words": words, "After": after}
        for id, before, words, after in frame.itertuples(index=False, name=None)
    ]
    text = "\n".join(f"{before:>72} [{words}] {after}" for _, before, words, after in frame.itertuples(index=False))
    return Shown(markup.table(caption, ["Release", "Before", "Words", "After"], rows), f"{caption}\n{text}")


def words_near(corpus: Corpus, term: str, most: int = 15) -> Shown:
    """The words that stand near the term more than chance would have it."""
    frame = concordance.near(corpus, term, most) if term.strip() else pd.DataFrame()
    if not len(frame):
        return none(f"No word stands near “{term}” more than once.")
    return table(frame, f"Words within five words of “{term}”, those beyond chance first")


def most_quoted(corpus: Corpus, top: int = 10) -> Shown:
    """Who is quoted more than once, of those who hold an office."""
    frame = speakers.speakers(corpus.tables, top)
    repeated = frame[frame["quotes"] > 1]
    if not len(repeated):
        return none("Nobody who holds an office is quoted more than once.")
    return table(repeated, "Quoted more than once, of those who hold an office")


# The largest, and their own reports -----------------------------------------------------------------------------------


def largest(corpus: Corpus, top: int = 10, reports: str = "") -> Shown:
    """The releases that report most, each with a link to its own report where that stands in the folder ``reports``."""
    frame = aggregates.largest(corpus.tables, top)
    rows: list[dict[str, Cell]] = []
    for row in frame.to_dict("records"):
        row = {name: None if pd.isna(value) else value for name, value in row.items()}
        name = textwrap.shorten(str(row["operation"] or row["title"] or row["release_id"]), 70, placeholder=" …")
        page = f"{page_name(str(row['release_id']))}.html"
        start, end = (day.date() if day else None for day in (row["start"], row["end"]))
        cash = phrases.money(row["cash"], row["currency"]) if row["cash"] else ""
        there = bool(reports) and (Path(reports) / page).is_file()
        rows.append({
            "No.": str(len(rows) + 1), "Operation": (name, page) if there else name,
            "Publisher": row["publisher"] or "", "When": phrases.capital(phrases.period(start, end)),
            "People": f"{row['people']:,.0f} {phrases.status(row['status'])}" if row["people"] else "",
            "Firearms": f"{row['firearms']:,.0f}" if row["firearms"] else "",
            "Drugs": phrases.weight(float(f"{row['drugs_kg']:.3g}")) if row["drugs_kg"] else "", "Cash": cash,
        })
    if not rows:
        return none("No release states people, firearms or a weight of drugs.")
    heads = list(rows[0])
    caption = f"The largest operations · {len(rows)} of {phrases.counted_plain(len(corpus), 'release')}"
    text = [" | ".join(cell if isinstance(cell, str) else cell[0] for cell in row.values()) for row in rows]
    return Shown(markup.table(caption, heads, rows), "\n".join([caption, *text]))


# Comparisons ----------------------------------------------------------------------------------------------------------


def differences(comparison: Comparison, most: int = 10) -> Shown:
    """What differs most, as a table."""
    frame = comparing.differences(comparison).head(most)
    return table(_rounded(frame), "What differs most, the widest gap first")


def words_behind(comparison: Comparison, most: int = 5) -> Shown:
    """The largest fact behind each of the widest differences, in its own words, and where it stands."""
    return table(comparing.words(comparison, most), "The words behind the widest differences")


def days(comparison: Comparison) -> Shown:
    """How many releases and days each group has, which rates per day are taken over."""
    counts = comparison.members["group"].value_counts()
    dated = comparison.members.merge(comparison.each[["release_id", "days"]], on="release_id")
    dated = dated[dated["days"].notna()]["group"].value_counts()
    frame = pd.DataFrame({
        comparison.by: list(comparison.groups), "releases": [int(counts[group]) for group in comparison.groups],
        "of them with a dated operation": [int(dated.get(group, 0)) for group in comparison.groups],
        "days": comparison.days.reindex(list(comparison.groups)).to_list(),
    })
    return table(frame, "Releases and days of each group")


def _rounded(frame: pd.DataFrame) -> pd.DataFrame:
    """Rates to three significant figures."""
    rates = frame.select_dtypes("float64").columns
    return frame.assign(**{name: frame[name].map(lambda value: value if pd.isna(value) else float(f"{value:.3g}"))
                           for name in rates})


# Where it comes from --------------------------------------------------------------------------------------------------


def provenance(corpus: Corpus, notebook: str, **parameters: Any) -> Shown:
    """Where all of this comes from: the inputs and a hash over their texts, the versions, the parameters."""
    digest = hashlib.sha256("".join(sorted(corpus.tables["releases"]["sha256"].fillna(""))).encode())
    rows: list[dict[str, Cell]] = [
        {"What": "To make it again", "Value": again(notebook, parameters)},
        {"What": "Releases", "Value": f"{len(corpus):,} of {corpus.seen:,} read"},
        {"What": "SHA-256 over the hashes of the texts", "Value": digest.hexdigest()},
        {"What": "Private persons",
         "Value": "masked" if corpus.redacted else "shown as the releases name them; -p redact=true masks them"},
        *made_by(parameters, ("beatbook", "pandas", "nltk", "matplotlib")),
    ]
    html = markup.table("Provenance", ["What", "Value"], rows)
    about = {"role": "provenance", "csv": _releases_read(corpus)}
    return Shown(html, "\n".join(f"{row['What']}: {row['Value']}" for row in rows), about)


def _releases_read(corpus: Corpus) -> dict[str, str]:
    """The releases that were added up and the hash of each, as a file to lay beside a report; of very many none."""
    releases = corpus.tables["releases"]
    if len(releases) > MOST_LISTED:
        return {}
    columns = [name for name in ("id", "title", "publisher", "country", "published", "url", "sha256")
               if name in releases]
    return {"releases.csv": to_csv(releases[columns])}
