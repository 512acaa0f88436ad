"""Words around a term: each place where it stands in a corpus, and the words that stand near it more than by chance.

NLTK does the finding (its concordance index and its collocation finder), over tokens of our own and without any of
its data; what stands around a word is cut from the text itself, so that it reads as it was written.
"""

import re
from collections.abc import Iterator
from itertools import islice

import pandas as pd

from beatbook.corpus.loading import Corpus
from beatbook.lexicons import singular

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_REACH = 70  # characters on either side
_WINDOW = 5  # words
_MOST = 5_000  # releases that are looked at
_STOP = frozenset(
    "a about above after again against all also am an and any are as at be because been before being below between "
    "both but by can could did do does doing down during each few for from further had has have having he her here "
    "hers him his how i if in into is it its itself just me more most my no nor not now of off on once only or other "
    "our out over own said same say says she should so some such than that the their them then there these they this "
    "those through to too under until up very was we were what when where which while who whom why will with would "
    "you your".split())


def lines(corpus: Corpus, term: str, most: int = 20) -> pd.DataFrame:
    """Where a term stands: columns release_id, before, words, after; at most ``most`` rows, in order of the releases.

    Any case and the plural match; several words match in a row.
    """
    rows = [(id, *line) for id, text in islice(_texts(corpus, term), _MOST) for line in _lines(text, _key(term))]
    shown = _spread(rows, most)
    frame = pd.DataFrame(shown, columns=["release_id", "before", "words", "after"])
    frame.attrs["places"] = len(rows)
    return frame


def near(corpus: Corpus, term: str, most: int = 15) -> pd.DataFrame:
    """The words within five words of a term, those first that stand there most beyond chance.

    ``near`` counts how often a word stands near the term, ``in_all`` how often it stands in the texts looked at
    (those that hold the term), ``releases`` in how many of them it stands near; ``likelihood_ratio`` ranks them.
    """
    from nltk.collocations import BigramCollocationFinder  # half a second to import
    from nltk.metrics import BigramAssocMeasures

    key = _key(term)
    joined = "_".join(key)
    words: list[str | None] = []
    for _, text in islice(_texts(corpus, term), _MOST):
        words += [*_joined([singular(token[0].lower()) for token in _TOKEN.finditer(text)], key),
                  *[None] * _WINDOW]
    names = ["word", "near", "in_all", "likelihood_ratio"]
    if joined not in words:
        return pd.DataFrame(columns=names)
    finder = BigramCollocationFinder.from_words(words, window_size=_WINDOW + 1)
    finder.apply_ngram_filter(lambda one, other: joined not in (one, other) or one == other)
    finder.apply_word_filter(lambda word: word in _STOP or (word != joined and (len(word) < 3 or word.isdigit())))
    found: dict[str, list[float]] = {}
    for (one, other), score in finder.score_ngrams(BigramAssocMeasures.likelihood_ratio):
        word = other if one == joined else one
        count, ratio = found.get(word, [0, 0.0])
        found[word] = [count + finder.ngram_fd[one, other], max(ratio, score)]
    rows = [(word, int(count), int(finder.word_fd[word]), round(ratio, 1)) for word, (count, ratio) in found.items()
            if count > 1]
    frame = pd.DataFrame(rows, columns=names).sort_values(["likelihood_ratio", "word"], ascending=[False, True])
    return frame.head(most).reset_index(drop=True)


def _texts(corpus: Corpus, term: str) -> Iterator[tuple[str, str]]:
    """The texts that may hold the term: those with its first word less a plural's ending."""
    key = _key(term)
    # "knives" and "knife" share what stands before the last two letters.
    return corpus.texts(key[0][:-2] if len(key[0]) > 4 else key[0][:3]) if key else iter(())


def _key(term: str) -> list[str]:
    return [singular(token[0].lower()) for token in _TOKEN.finditer(term)]


def _lines(text: str, key: list[str]) -> Iterator[tuple[str, str, str]]:
    from nltk.text import ConcordanceIndex

    tokens = list(_TOKEN.finditer(text))
    index = ConcordanceIndex([token[0] for token in tokens], key=lambda token: singular(token.lower()))
    for line in index.find_concordance(key):
        first, last = tokens[line.offset].start(), tokens[line.offset + len(key) - 1].end()
        before = " ".join(text[max(0, first - _REACH):first].split())
        after = " ".join(text[last:last + _REACH].split())
        if first > _REACH:
            before = "… " + before.partition(" ")[2]
        if last + _REACH < len(text):
            after = after.rpartition(" ")[0] + " …"
        yield before, " ".join(text[first:last].split()), after


def _spread(rows: list[tuple[str, str, str, str]], most: int) -> list[tuple[str, str, str, str]]:
    """At most so many, the first of each release before a second of any."""
    seen: dict[str, int] = {}
    turns = []
    for at, row in enumerate(rows):
        turns.append((seen.setdefault(row[0], 0), at))
        seen[row[0]] += 1
    return [rows[at] for at in sorted(at for _, at in sorted(turns)[:most])]


def _joined(tokens: list[str], key: list[str]) -> list[str]:
    """The tokens, with a term of several words as one."""
    if len(key) == 1:
        return tokens
    out, at = [], 0
    while at < len(tokens):
        if tokens[at:at + len(key)] == key:
            out.append("_".join(key))
            at += len(key)
        else:
            out.append(tokens[at])
            at += 1
    return out
