"""Many releases at once, for the notebooks 02-corpus and 03-compare.

``loading`` opens inputs or a store, ``concordance`` finds words around a term, ``comparing`` puts groups side by side,
``figures`` draws (areas as tiles by ``tilegrid``), ``display`` shows.
"""

from beatbook.corpus.loading import Choice, Corpus, open_corpus

__all__ = ["Choice", "Corpus", "open_corpus"]
