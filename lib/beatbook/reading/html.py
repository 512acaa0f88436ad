"""Web pages: the article of a page as text, with its lists, tables and captions; title, date, publisher and address
from what the page states for machines. A page of several releases is split where its structure says so.

trafilatura finds the article among menus, banners and related stories. Nothing is fetched.
"""

import json
import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from beatbook.errors import InputError
from beatbook.reading.blocks import squeeze, straighten, tag_of, text_of
from beatbook.reading.decoding import NotTextError, decode, repair
from beatbook.reading.formats import read_whole
from beatbook.reading.limits import Job
from beatbook.reading.metadata import iso_date
from beatbook.records import Release

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{1,40})|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w-]{1,40})",
    re.I,
)
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_PUBLISHED = frozenset(
    (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dcterms.date",
        "date",
        "pubdate",
        "publishdate",
        "publish_date",
        "publish-date",
        "publication_date",
        "parsely-pub-date",
        "sailthru.date",
        "article.published",
    )
)
_SITE = frozenset(("og:site_name", "application-name", "dc.publisher", "dcterms.publisher"))
_INLINE = frozenset(
    "a abbr acronym b big cite code del em font i ins mark q s small span strike strong sub sup time tt u".split()
)
_MOST = 10_000
"""Elements of a page above which its article is not looked for: trafilatura compares paragraphs with one another."""
_CROWDED = 4_000_000_000
"""Likewise, links and other marks within one paragraph times the length of the page: it joins the text between them."""
_RELEASE = 250
"""Code points that an article within a page has at least, where it is a release and no teaser for one."""
_DATE_IN_HEADING = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:of )?[A-Z][a-z]{2,8},? \d{4}\b|\b[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? "
    r"\d{4}\b|"
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{4}\b"
)
_ASIDE = frozenset(("nav", "aside", "footer", "script", "style", "template", "noscript"))


def parse(stream: BinaryIO, source: str, id: str, job: Job) -> Iterator[Release]:
    """The releases of a page: one, or one an article where it holds several.

    Raises:
        InputError: there is no article in it.
    """
    data = read_whole(stream, source, job.limits, "split it into its releases")
    try:
        page = markup(data)
    except NotTextError as error:
        raise InputError(source, f"{error}; HTML is expected") from error
    yield from releases(page, source, id)


def markup(data: bytes, declared: str | None = None) -> str:
    """The characters of a page, by its mark, what its transport or it declares, UTF-8 or Windows-1252.

    Raises:
        NotTextError: the bytes are no text.
    """
    found = _CHARSET.search(data[:4096])
    stated = declared or (found and (found.group(1) or found.group(2)).decode("ascii"))
    if stated and stated.lower().replace("_", "-") in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"):
        stated = None  # browsers read these as Windows-1252, and pages that say so are as often UTF-8
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"))
    return decode(data if wide else data.replace(b"\0", b""), stated)


def releases(page: str, source: str, id: str, url: str | None = None) -> Iterator[Release]:
    """The releases of a page given as characters.

    Raises:
        InputError: it holds no text that could be one.
    """
    tree = _tree(repair(page))
    if tree is None:
        raise InputError(source, "holds no text; a page with the text of a release is expected")
    stated = _stated(tree)
    url = url or stated.get("url")
    parts = _articles(tree)
    if len(parts) > 1:
        for number, part in enumerate(parts, 1):
            title, day, text = part
            yield _release(
                text, title, day, stated.get("publisher"), url, f"{source}, article {number}", f"{id}-{number}"
            )
        return
    title, text = _article(tree, len(page))
    if not text:
        raise InputError(source, "holds no text; a page with the text of a release is expected")
    yield _release(text, title, stated.get("published"), stated.get("publisher"), url, source, id)


def fragment(markup: str, title: str | None = None) -> str:
    """The text of a piece of HTML that has no menus around it: an entry of a feed, the body of a message."""
    tree = _tree(markup)
    text = "" if tree is None else text_of(tree, frozenset(("head",)))
    return headed(title, repair(text))


def headed(title: str | None, text: str) -> str:
    """``text`` with its headline above it, unless it opens with that."""
    if not title:
        return text
    if _same(title) in _same(text[: len(title) * 2 + 600]):
        return text
    return f"{title}\n\n{text}"


def _same(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _release(
    text: str, title: str | None, day: str | None, publisher: str | None, url: str | None, source: str, id: str
) -> Release:
    title = repair(title) if title else None
    return Release(
        headed(title, repair(text)), id=id, published=day, title=title, publisher=publisher, url=url, source=source
    )


def _tree(page: str) -> Any:
    """The page as a tree; None where there is nothing in it."""
    import lxml.html
    from lxml.etree import ParserError

    page = XML_DECLARATION.sub("", page, count=1)
    if not page.strip():
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None
    for element in list(tree.iter("figcaption")):
        element.tag = "p"  # trafilatura leaves captions out, and all that is in a figure
        for above in element.iterancestors("figure"):
            above.tag = "div"
    hidden = tree.xpath("//*[@hidden or contains(translate(@style, ' ', ''), 'display:none')]")
    _drop([element for element in hidden if tag_of(element) not in ("html", "body")])
    straighten(tree)
    return tree


def _drop(hidden: list[Any]) -> None:
    """Takes elements out of their tree and joins the text around them, once for all that stand side by side."""
    gone = set(hidden)
    parents = dict.fromkeys(above for element in hidden if (above := element.getparent()) is not None)
    for parent in parents:
        kept: list[tuple[Any, list[str]]] = [(None, [parent.text or ""])]
        for child in parent:
            if child in gone:
                kept[-1][1].append(child.tail or "")
            else:
                kept.append((child, [child.tail or ""]))
        for child in list(parent):
            if child in gone:
                parent.remove(child)
        for child, texts in kept:
            if len(texts) > 1 and child is None:
                parent.text = "".join(texts)
            elif len(texts) > 1:
                child.tail = "".join(texts)


def _crowded(tree: Any, length: int) -> bool:
    """Whether a page of so many characters has more elements, or links within one paragraph, than a release has."""
    from lxml import etree

    most = _CROWDED / max(length, 1)
    if length < min(most, _MOST):  # an element takes more than a character
        return False
    elements, counts = 0, [0]
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            elements += 1
        if tag_of(element) not in _INLINE:
            if event == "end":
                counts.pop()
            else:
                counts.append(0)
        elif event == "start":
            counts[-1] += 1
        if elements > _MOST or counts[-1] > most:
            return True
    return False


def _article(tree: Any, length: int) -> tuple[str | None, str]:
    """Headline and text of the article of a page of so many characters."""
    if _crowded(tree, length):
        return _headline(tree), text_of(tree, _ASIDE | {"head"})
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        include_images=False,
        include_links=False,
        favor_recall=True,
        deduplicate=False,
        with_metadata=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    title = _headline(tree)
    if found is None or found.body is None:
        return title, text_of(tree, _ASIDE | {"head"})
    return title, text_of(found.body)


def _headline(tree: Any) -> str | None:
    """What the page calls its article: its only <h1>, else what it states for others."""
    heads = [text for element in tree.iter("h1") if (text := squeeze("".join(element.itertext())))]
    if len(heads) == 1 and len(heads[0]) <= 300:
        return heads[0]
    for meta in tree.iter("meta"):
        if meta.get("property") == "og:title" and squeeze(meta.get("content") or ""):
            return squeeze(meta.get("content"))
    return None


def _stated(tree: Any) -> dict[str, str]:
    """published, publisher and url as the page states them for machines; only what is clear."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        value = squeeze(meta.get("content") or "")
        if name in _PUBLISHED and "published" not in found and (day := _day(value)):
            found["published"] = day
        elif name in _SITE and value:
            found.setdefault("publisher", value)
        elif name == "og:url" and value.startswith(("http://", "https://")):
            found["url"] = value
    for link in tree.iter("link"):
        address = (link.get("href") or "").strip()
        if "canonical" in (link.get("rel") or "").lower() and address.startswith(("http://", "https://")):
            found["url"] = address
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            _linked(script.text or "", found)
    if "published" not in found:
        days = {day for time in tree.iter("time") if (day := _day(time.get("datetime") or ""))}
        if len(days) == 1:
            found["published"] = days.pop()
    return found


def _linked(script: str, found: dict[str, str]) -> None:
    """datePublished and publisher of JSON-LD."""
    try:
        waiting = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    looked = 0
    while waiting and looked < 1000:
        thing = waiting.pop(0)
        looked += 1
        if isinstance(thing, list):
            waiting += thing[:100]
        elif isinstance(thing, dict):
            stated = thing.get("datePublished")
            if isinstance(stated, str) and "published" not in found and (day := _day(stated)):
                found["published"] = day
            publisher = thing.get("publisher")
            name = publisher.get("name") if isinstance(publisher, dict) else None
            if isinstance(name, str) and squeeze(name):
                found.setdefault("publisher", squeeze(name))
            waiting += [inner for inner in thing.values() if isinstance(inner, dict | list)]


def _day(value: str) -> str | None:
    try:
        return iso_date(value)
    except ValueError:
        return None


def _articles(tree: Any) -> list[tuple[str | None, str | None, str]]:
    """Headline, date and text of each release, where a page holds several: <article> beside <article>, or headings
    that each have a date with them."""
    found = []
    for element in tree.iter("article"):
        if any(tag_of(above) in _ASIDE or tag_of(above) == "article" for above in element.iterancestors()):
            continue
        text = text_of(element, _ASIDE)
        if len(text) >= _RELEASE:
            found.append((_heading_of(element), _date_of(element), text))
    # one release beside teasers is one release, and so is one that holds its page together
    return found if len(found) > 1 else _dated_sections(tree)


def _heading_of(element: Any) -> str | None:
    for tag in ("h1", "h2", "h3", "h4"):
        for head in element.iter(tag):
            if text := squeeze("".join(head.itertext())):
                return text[:300]
    return None


def _date_of(element: Any) -> str | None:
    days = [day for time in element.iter("time") if (day := _day(time.get("datetime") or ""))]
    return days[0] if days else None


def _dated_sections(tree: Any) -> list[tuple[str | None, str | None, str]]:
    """The sections under sibling headings, where at least two, and all of them, have a date in or right below them."""
    for tag in ("h2", "h3", "h4"):
        heads = [head for head in tree.iter(tag) if not any(tag_of(above) in _ASIDE for above in head.iterancestors())]
        if len(heads) < 2 or len({head.getparent() for head in heads}) != 1:
            continue
        sections = [_section(head, tag) for head in heads]
        dated = [section for section in sections if section and section[1]]
        if len(dated) == len(heads):
            return [section for section in dated if section]
    return []


def _section(head: Any, tag: str) -> tuple[str | None, str | None, str] | None:
    """A heading with what follows it up to the next; None where that is too short for a release."""
    title = squeeze("".join(head.itertext()))
    parts, day = [title], _written(title)
    for number, element in enumerate(_after(head, tag)):
        stated = _date_of(element)
        text = text_of(element, _ASIDE)
        if number == 0 and not day:
            day = stated or (_written(text) if len(text) < 60 else None)
        if text:
            parts.append(f"- {text}" if tag_of(element) == "li" else text)
    text = "\n\n".join(parts)
    return (title, day, text) if len(text) >= _RELEASE else None


def _after(head: Any, tag: str) -> Iterator[Any]:
    for element in head.itersiblings():
        if tag_of(element) in (tag, "h1"):
            return
        if tag_of(element) and tag_of(element) not in _ASIDE:
            yield element


def _written(text: str) -> str | None:
    found = _DATE_IN_HEADING.search(text)
    return _day(found.group()) if found else None
