"""What the review notebook shows beside the widget: the queue, what became of corrections, gold, provenance."""

from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from beatbook import display, markup, phrases
from beatbook.display import Shown
from beatbook.markup import Cell
from beatbook.review.applying import NOT_APPLIED, Result
from beatbook.review.cells import written
from beatbook.review.session import Review

QUEUE_SHOWN = 200


def static(review: Review) -> Shown:
    """The first release of the queue as it stands, for where no widget can run."""
    id = review.order[0]
    record = review[id].record
    families = [display.facts(record, family) for family in record.facts if record.facts[family]]
    head = f"{id}: {_left(review, id)}"
    parts = [f"<p><strong>{escape(id)}</strong> · {escape(_left(review, id))}. "
             "Run this notebook in JupyterLab to review it.</p>", display.text(record).html,
             *(shown.html for shown in families), display.checks(record).html, display.unclaimed(record).html]
    return Shown("".join(parts), "\n".join([head, record.release.text, *(shown.text for shown in families)]))


def queue(review: Review) -> Shown:
    """The releases in the order in which they are worth looking at."""
    rows: list[dict[str, Cell]] = []
    for number, id in enumerate(review.order[:QUEUE_SHOWN], 1):
        expected = review.expected[id]
        rows.append({
            "No.": str(number), "Release": id, "State": "complete" if review.is_done(id) else "to review",
            "Failed checks": str(expected.checks or ""), "Unclaimed figures": str(expected.figures or ""),
            "Facts to look at": str(expected.facts or ""),
            "Errors to expect": f"{expected.errors:.1f}" if expected.errors >= 0.05 else "",
            "Weakest fact": f"{1 - expected.weakest:.0%} sure" if expected.facts else "",
        })
    more = f" · the first {QUEUE_SHOWN}" if len(review) > QUEUE_SHOWN else ""
    caption = f"Releases by doubt · {len(review)}{more}"
    html = markup.table(caption, list(rows[0]), rows)
    return Shown(html, "\n".join([caption, *(" | ".join(map(str, row.values())) for row in rows)]))


def outcome(review: Review) -> Shown:
    """What became of the corrections in the files: how many of each kind, and each that was not applied, or is kept
    against what the rules now say."""
    told: list[dict[str, Cell]] = [
        {"Where": Path(result.correction.line).name, "Release": result.correction.release_id, "Outcome": result.status,
         "Correction": _said(result), "Why": result.message}
        for result in review.results if result.status in NOT_APPLIED or (result.message and result.correction.family)]
    told += [{"Where": Path(error.source).name, "Outcome": "cannot be read", "Why": error.reason}
             for error in [*review.broken, *review.failures]]
    counts: dict[str, int] = {}
    for result in review.results:
        counts[result.status] = counts.get(result.status, 0) + 1
    strange = len(review.corrections) - len({id(result.correction) for result in review.results})
    if strange > 0:
        counts["about releases that were not read"] = strange
    sentence = (f"{phrases.counted_plain(len(review.corrections), 'correction')}: "
                + ", ".join(f"{count} {status}" for status, count in counts.items()) + ".") if counts else (
        "No corrections yet.")
    heads = ["Where", "Release", "Outcome", "Correction", "Why"]
    html = f"<p>{escape(sentence)}</p>" + (markup.table("Worth knowing", heads, told) if told else "")
    return Shown(html, "\n".join([sentence, *(" | ".join(map(str, row.values())) for row in told)]))


def save_gold(review: Review, path: str) -> Shown:
    """Writes the complete releases as gold where a file is named, and says what there is."""
    done = sum(reviewed.complete for reviewed in review.reviewed.values())
    text = f"{done} of {phrases.counted_plain(len(review.reviewed), 'release')} {'is' if done == 1 else 'are'} complete"
    if path:
        review.write_gold(Path(path))
        text += f", and written to {Path(path).name}"
    return Shown(f"<p>{escape(text)}.</p>", f"{text}.")


def _left(review: Review, id: str) -> str:
    left = review.left(id)
    return f"{left} {'item' if left == 1 else 'items'} to look at" if left else "nothing left to look at"


def _said(result: Result) -> str:
    one = result.correction
    if one.action == "correct":
        return f"{one.family} {one.slot}: {written(one.old) or 'nothing'} → {written(one.new) or 'nothing'}"
    return f"{one.action} {one.family}" + (f" “{' '.join(one.words.split())[:60]}”" if one.words else "")


def provenance(review: Review, **parameters: Any) -> Shown:
    """Where this comes from: the releases and their hash, the versions, the parameters."""
    digest = sha256("".join(sorted(one.record.release.sha256 for one in review.reviewed.values())).encode())
    rows: list[dict[str, Cell]] = [
        {"What": "To make it again", "Value": display.again("review", parameters)},
        {"What": "Releases", "Value": f"{len(review.reviewed):,}"},
        {"What": "SHA-256 over the hashes of their texts", "Value": digest.hexdigest()},
        {"What": "Corrections read", "Value": f"{len(review.corrections):,}"},
        *display.made_by(parameters, ("beatbook", "anywidget", "ipywidgets")),
    ]
    html = markup.table("Provenance", ["What", "Value"], rows)
    return Shown(html, "\n".join(f"{row['What']}: {row['Value']}" for row in rows), {"role": "provenance"})
