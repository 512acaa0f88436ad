"""The document level: repeats, parts and wholes, totals, and what "it", "both" and "the remaining" stand for."""
