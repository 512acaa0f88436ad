"""Writes one text out as each format that is read, the way forces publish: pages of three layouts, documents, messages,
feeds, tables, crawls, archives. For the tests of the readers and for ``benchmarks/formats.py``."""

import csv
import datetime
import email.message
import email.policy
import email.utils
import html
import io
import json
import re
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

_BULLET = re.compile(r"\s*(?:[•●*–-])\s+(?=\S)")


class Written(NamedTuple):
    """A release to be written out: its text opens with its headline, where it has one."""

    id: str
    text: str
    headline: str | None
    country: str
    published: str


def release(row: dict[str, Any]) -> Written:
    """A gold document as a release whose text opens with its headline."""
    title, text = row.get("title"), row["text"]
    if title and title not in text[:400]:
        text = f"{title}\n\n{text}"
    first = next(line.strip() for line in text.split("\n") if line.strip())
    alone = len(first) < 130 and not first.endswith((".", ":", "”", '"')) and not _BULLET.match(first)
    return Written(row["id"], text, first if alone else None, row["country"], row["published"])


def blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """The text as it is set: ("p", lines) and ("list", items)."""
    for paragraph in re.split(r"\n[ \t]*\n", text):
        lines, items = [], []
        for line in filter(str.strip, paragraph.split("\n")):
            if mark := _BULLET.match(line):
                if lines:
                    yield "p", lines
                    lines = []
                items.append(line[mark.end() :].strip())
            else:
                if items:
                    yield "list", items
                    items = []
                lines.append(line.strip())
        if lines:
            yield "p", lines
        if items:
            yield "list", items


def _body(written: Written) -> str:
    """The text below its headline."""
    if not written.headline:
        return written.text
    return written.text.lstrip().removeprefix(written.headline)


_E = html.escape


def page_plain(written: Written) -> bytes:
    """A page of today: main, article, h1, paragraphs and lists."""
    parts = []
    for kind, lines in blocks(_body(written)):
        if kind == "list":
            parts.append("<ul>" + "".join(f"<li>{_E(line)}</li>" for line in lines) + "</ul>")
        else:
            parts += [f"<p>{_E(line)}</p>" for line in lines]
    heading = f"<h1>{_E(written.headline)}</h1>" if written.headline else ""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>{_E(written.headline or "News")} | News</title>
<meta property="article:published_time" content="{written.published}T09:30:00+00:00"></head><body>
<header><a href="/">Home</a><nav><ul><li><a href="/news">News</a></li><li><a href="/about">About us</a></li>
<li><a href="/contact">Contact us</a></li></ul></nav></header>
<main><article>{heading}
{"".join(parts)}
</article></main><footer><p>© The force. All rights reserved.</p><a href="/privacy">Privacy</a></footer></body>
</html>""".encode()


def page_tables(written: Written) -> bytes:
    """A page of twenty years ago: laid out by tables, its lists set as tables, in Windows-1252."""
    parts = []
    for number, (kind, lines) in enumerate(blocks(_body(written))):
        if kind == "list" and number % 2:
            parts.append("<table>" + "".join(f"<tr><td>{_E(line)}</td></tr>" for line in lines) + "</table>")
        elif kind == "list":
            rows = "".join(f"<tr><td>&bull;</td><td>{_E(line)}</td></tr>" for line in lines)
            parts.append(f'<table cellpadding="2">{rows}</table>')
        else:
            parts.append("<p>" + "<br>\n".join(map(_E, lines)) + "</p>")
    heading = f'<h1><font size="4">{_E(written.headline)}</font></h1>' if written.headline else ""
    day = datetime.date.fromisoformat(written.published)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<meta name="DC.date.issued" content="{day:%d %B %Y}"><title>Press office</title></head><body bgcolor="white">
<table width="100%"><tr><td colspan="2"><img src="crest.gif" alt="crest"></td></tr><tr><td valign="top" width="150">
<a href="a.htm">Home</a><br><a href="b.htm">Appeals</a><br><a href="c.htm">Recruitment</a><br>
<a href="d.htm">Your area</a></td>
<td valign="top">{heading}{"".join(parts)}</td></tr></table></body></html>""".encode("cp1252", "xmlcharrefreplace")


_RELATED = (
    "Three arrested in knife raid",
    "Man, 34, jailed for nine years over cocaine plot",
    "£20,000 in cash seized at port",
    "Two charged after shooting",
    "Officers recover 14 stolen cars",
)


def page_messy(written: Written) -> bytes:
    """A page as content systems make them: no article element, a cookie banner, share buttons, related stories."""
    parts = []
    for kind, lines in blocks(_body(written)):
        if kind == "list":
            parts.append(
                '<div class="field"><ul class="bullets">'
                + "".join(
                    f"<li><span style='font-size:11pt'>{_E(line).replace(' ', '&nbsp;', 1)}</span></li>"
                    for line in lines
                )
                + "</ul></div>"
            )
        else:
            parts += [f'<div class="field"><p style="margin:0"><span>{_E(line)}</span></p></div>' for line in lines]
    heading = (
        f'<div class="title"><h1 class="page-title"><span>{_E(written.headline)}</span></h1></div>'
        if written.headline
        else ""
    )
    related = "".join(
        f'<div class="card"><a href="/n/{n}"><img src="{n}.jpg"><h3>{_E(line)}</h3></a></div>'
        for n, line in enumerate(_RELATED)
    )
    linked = json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "datePublished": f"{written.published}T10:00:00Z",
            "publisher": {"@type": "Organization", "name": "The force"},
        }
    )
    return f"""<!DOCTYPE html><html><head><meta charset=utf-8><title>{_E(written.headline or "News")}</title>
<script>window.data = {{"arrests": 99, "text": "<p>44 men were arrested</p>"}};</script><style>.a{{color:red}}</style>
<script type="application/ld+json">{linked}</script></head>
<body><div id="cookie-banner" class="cookie-consent"><h2>Cookies on this site</h2>
<p>We use some essential cookies to make this website
work. We'd like to set additional cookies to understand how you use it.</p><button>Accept all cookies</button>
<button>Reject</button></div>
<div class="skip"><a href="#main">Skip to main content</a></div>
<div class="menu"><ul><li><a href="/1">Report a crime</a></li><li><a href="/2">Tell us about something</a></li><li>
<a href="/3">Apply or register</a></li>
<li><a href="/4">News and appeals</a><ul><li><a href="/5">Wanted</a></li><li><a href="/6">Missing</a></li></ul></li>
</ul></div>
<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/news">News</a> &gt; Here</div>
<div id="main" class="content"><div class="inner">{heading}
<div class="share"><a href="#">Share on Facebook</a> <a href="#">Share on X</a> <a href="#">Print</a></div>
<div class="node body">{"".join(parts)}</div>
<div class="tags">Tags: <a href="/t/1">drugs</a>, <a href="/t/2">knife crime</a></div></div></div>
<div class="sidebar related"><h2>Related stories</h2>{related}</div>
<div class="newsletter"><h2>Sign up to our newsletter</h2><form><input name="email"><button>Subscribe</button></form>
</div>
<div class="footer"><ul><li><a href="/a">Accessibility</a></li><li><a href="/p">Privacy notice</a></li></ul>
<p>© Crown copyright</p></div>
</body></html>""".encode()


_STYLE = "body {font: 11pt/1.4 DejaVu Sans, sans-serif} h1 {font-size: 17pt}"


def print_page(written: Written, columns: int) -> str:
    """The page that is printed to PDF."""
    parts = []
    for kind, lines in blocks(_body(written)):
        if kind == "list":
            parts.append("<ul>" + "".join(f"<li>{_E(line)}</li>" for line in lines) + "</ul>")
        else:
            parts += [f"<p>{_E(line)}</p>" for line in lines]
    heading = f"<h1>{_E(written.headline)}</h1>" if written.headline else ""
    style = _STYLE + (
        " main {columns: 2; column-gap: 8mm; font-size: 9.5pt; hyphens: auto; text-align: justify}"
        if columns == 2
        else ""
    )
    style += (
        ' @page {size: A4; margin: 20mm; @top-left {content: "Media office"} '
        '@bottom-right {content: "Page " counter(page) " of " counter(pages)}}'
    )
    head = f'<meta charset="utf-8"><title>Release</title><style>{style}</style>'
    return f'<html lang="en"><head>{head}</head><body>{heading}<main>{"".join(parts)}</main></body></html>'


def pdf_weasyprint(written: Written, columns: int) -> bytes:
    """A PDF by WeasyPrint, with a running head and numbers of pages."""
    import weasyprint

    return weasyprint.HTML(string=print_page(written, columns)).write_pdf()


def pdf_chromium(written: Written, columns: int, browser: Any) -> bytes:
    """A PDF as Chromium prints it, with the date, title and number of pages in its margins."""
    context = browser.new_context(offline=True, java_script_enabled=False)
    try:
        page = context.new_page()
        page.set_content(print_page(written, columns))
        return page.pdf(
            format="A4", display_header_footer=True, margin=dict.fromkeys(("top", "bottom", "left", "right"), "0.4in")
        )
    finally:
        context.close()


def docx(written: Written) -> bytes:
    """A Word document: a table of date and reference above, lists by style and as tables in turn."""
    from docx import Document

    document = Document()
    head = document.add_table(rows=2, cols=2)
    for row, (name, value) in zip(
        head.rows, (("Reference", "MR-204"), ("Status", "For immediate release")), strict=True
    ):
        row.cells[0].text, row.cells[1].text = name, value
    if written.headline:
        document.add_heading(written.headline, 1)
    for number, (kind, lines) in enumerate(blocks(_body(written))):
        if kind == "p":
            for line in lines:
                document.add_paragraph(line)
        elif number % 2:
            table = document.add_table(rows=0, cols=1)
            for line in lines:
                table.add_row().cells[0].text = line
        else:
            for line in lines:
                document.add_paragraph(line, style="List Bullet")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _message(written: Written) -> email.message.EmailMessage:
    message = email.message.EmailMessage(policy=email.policy.SMTP)
    message["From"] = "Press office <press@force.example>"
    message["To"] = "newsdesk@paper.example"
    message["Subject"] = written.headline or "Press release"
    day = datetime.datetime.fromisoformat(f"{written.published}T11:15:00+01:00")
    message["Date"] = email.utils.format_datetime(day)
    return message


def eml_plain(written: Written) -> bytes:
    """A message in plain text, wrapped at 72 characters as mail programs do."""
    message = _message(written)
    lines = [
        part
        for line in written.text.split("\n")
        for part in textwrap.wrap(line, 72, break_long_words=False, break_on_hyphens=False) or [""]
    ]
    message.set_content("\n".join(lines) + "\n", cte="quoted-printable")
    return message.as_bytes()


def eml_html(written: Written) -> bytes:
    """A message in HTML with a plain text beside it."""
    message = _message(written)
    message.set_content("Please view this message in a program that shows HTML.")
    parts = []
    for kind, lines in blocks(_body(written)):
        if kind == "list":
            parts.append("<ul>" + "".join(f"<li>{_E(line)}</li>" for line in lines) + "</ul>")
        else:
            parts += [f'<p class="MsoNormal"><span>{_E(line)}</span><o:p></o:p></p>' for line in lines]
    message.add_alternative(
        f"<html><body><h1>{_E(written.headline or '')}</h1>{''.join(parts)}</body></html>", subtype="html"
    )
    return message.as_bytes()


def rss(*releases: Written) -> bytes:
    """A feed with the whole text in each entry."""
    entries = []
    for written in releases:
        parts = []
        for kind, lines in blocks(_body(written)):
            parts += (
                ["<ul>" + "".join(f"<li>{_E(line)}</li>" for line in lines) + "</ul>"]
                if kind == "list"
                else [f"<p>{_E(line)}</p>" for line in lines]
            )
        day = datetime.datetime.fromisoformat(f"{written.published}T23:45:00")
        title = f"<title>{_E(written.headline)}</title>" if written.headline else ""
        entries.append(
            f"<item>{title}<link>https://force.example/{written.id}</link><pubDate>{day:%a, %d %b %Y %H:%M:%S} "
            f"BST</pubDate>"
            f"<description>In short</description><content:encoded><![CDATA[{''.join(parts)}]]></content:encoded></item>"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Latest "
        f"news</title><link>https://force.example</link><description>All</description>{''.join(entries)}</channel></rss>"
    ).encode()


def atom(*releases: Written) -> bytes:
    """A feed of the other kind."""
    entries = []
    for written in releases:
        parts = [
            f"<p>{_E(line)}</p>" if kind == "p" else f"<ul><li>{_E(line)}</li></ul>"
            for kind, lines in blocks(_body(written))
            for line in lines
        ]
        entries.append(
            f"<entry><title>{_E(written.headline or 'News')}</title><id>urn:{written.id}</id>"
            f"<updated>{written.published}T23:30:00-05:00</updated>"
            f"<published>{written.published}T22:30:00-05:00</published><content "
            f"type='html'>{_E(''.join(parts))}</content></entry>"
        )
    space = "http://www.w3.org/2005/Atom"
    return f'<?xml version="1.0"?><feed xmlns="{space}"><title>News</title><id>x</id>{"".join(entries)}</feed>'.encode()


def table(*releases: Written) -> bytes:
    """A table with columns of its own names."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(["nr", "headline", "body", "date", "topic"])
    for written in releases:
        writer.writerow([written.id, written.headline or "", written.text, written.published, "crime"])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


COLUMNS = {"id": "nr", "title": "headline", "text": "body", "published": "date"}
"""The columns of ``table``."""


def rows(*releases: Written) -> bytes:
    """JSON Lines."""
    return "".join(
        json.dumps(
            {
                "id": written.id,
                "title": written.headline,
                "text": written.text,
                "published": written.published,
                "country": written.country,
            }
        )
        + "\n"
        for written in releases
    ).encode()


def warc(*releases: Written, gzip: bool = True) -> bytes:
    """A crawl of pages, with a picture and a page that was not found between them."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=gzip)

    def add(address: str, status: str, kind: str, content: bytes) -> None:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(content), http_headers=headers)
        )

    for written in releases:
        add(f"https://force.example/{written.id}", "200 OK", "text/html; charset=utf-8", page_plain(written))
        add("https://force.example/crest.png", "200 OK", "image/png", b"\x89PNG....")
        add("https://force.example/gone", "404 Not Found", "text/html", b"<p>Not found</p>")
    return stream.getvalue()


def archive(files: dict[str, bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return stream.getvalue()


def text(written: Written) -> bytes:
    """The plain text, to which the others are held."""
    return written.text.encode()


FORMATS: dict[str, tuple[str, Callable[[Written], bytes]]] = {
    "HTML, plain layout": (".html", page_plain),
    "HTML, tables": (".html", page_tables),
    "HTML, messy": (".html", page_messy),
    "PDF, one column, WeasyPrint": (".pdf", lambda written: pdf_weasyprint(written, 1)),
    "PDF, two columns, WeasyPrint": (".pdf", lambda written: pdf_weasyprint(written, 2)),
    "DOCX with tables": (".docx", docx),
    "e-mail, wrapped text": (".eml", eml_plain),
    "e-mail, HTML": (".eml", eml_html),
    "RSS": (".rss", rss),
    "Atom": (".atom", atom),
    "CSV": (".csv", table),
    "JSON Lines": (".jsonl", rows),
    "WARC": (".warc", lambda written: warc(written, gzip=False)),
    "WARC, gzip": (".warc.gz", warc),
    "ZIP of a page and a table": (".zip", lambda written: archive({"pages/release.html": page_plain(written)})),
}
"""By name: the end of the file's name, and what writes it. Chromium's PDF needs a browser besides."""
