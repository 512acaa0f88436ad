"""Where somebody is quoted: spans between quotation marks, over several paragraphs where the quote goes on."""

import re

OPEN = {"“": "”", '"': '"', "‘": "’", "«": "»", "'": "'"}
# a straight single mark opens a quotation only after a colon or comma, or at the start of a line
MARK = re.compile("[“\"‘«'](?:(?<!')|(?:(?<=: ')|(?<=, ')|(?<![^\n]'))(?=[A-Z]))")
PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")  # up to a blank line


def quotations(text: str) -> list[tuple[int, int]]:
    """Spans of quoted words, without their marks.

    Args:
        text: the release's text.

    Returns:
        Spans in order, not overlapping; each paragraph of a long quote is a span. An opening mark that is never
        closed reaches to the end of its paragraph.
    """
    spans = []
    for paragraph in PARAGRAPH.finditer(text):
        at, end = paragraph.span()
        while True:
            mark = MARK.search(text, at, end)
            if not mark:
                break
            close = OPEN[mark.group()]
            start = mark.end()
            if mark.group() == '"' and text[mark.start() - 1: mark.start()].isdigit():
                at = start  # inches
                continue
            stop = text.find(close, start, end)
            while close in "’'" and stop != -1 and text[stop + 1:stop + 2].isalnum():
                stop = text.find(close, stop + 1, end)  # an apostrophe
            if stop == -1:
                stop = end
            if stop > start:
                spans.append((start, stop))
            at = stop + 1
    return spans
