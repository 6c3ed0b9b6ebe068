"""Articles of ill will, by their file names; made in code, so that no blob stands in the tree."""

from __future__ import annotations

import random

from pdf_samples import column, pdf

from hostile.packages import LAUGHS, OLE, READS_A_FILE, WORD_PACKAGES, encrypted, packed

WORDS = "The council approved the ferry contract on Monday, officials said. "
_ODT = "application/vnd.oasis.opendocument.text"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def _noise(count: int, seed: int = 5) -> bytes:
    return random.Random(seed).randbytes(count)


def _page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>T</title>{head}</head><body>{body}</body></html>".encode()


def _odt(body: str, head: str = "") -> bytes:
    content = (
        f'{head}<office:document-content xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": _ODT, "content.xml": content})


def _pdf(objects: list[str], *, size: int | None = None) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{at:010} 00000 n \n" for at in places)
    trailer = f"trailer <</Size {size or len(objects) + 1} /Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + (table + trailer).encode()


def _one_page(stream: str, more: str = "") -> bytes:
    return _pdf(
        [
            f"<</Type/Catalog/Pages 2 0 R{more}>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


def _mail(body: str, headers: str = "") -> bytes:
    return f"From: A <a@example.org>\r\nSubject: S\r\n{headers}\r\n{body}".encode()


def _in_mail(depth: int) -> bytes:
    mail = _mail(WORDS)
    for number in range(depth):
        head = f'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b{number}"\r\n'
        body = f"--b{number}\r\nContent-Type: message/rfc822\r\n\r\n{mail.decode()}\r\n--b{number}--"
        mail = _mail(body, head)
    return mail


ARTICLES: dict[str, bytes] = {
    "empty.txt": b"",
    "blanks.txt": b" \n\t\n" * 500,
    "noise.txt": _noise(40_000),
    "nul.txt": bytes(40_000),
    "half-utf16.txt": b"\xff\xfe" + "Words".encode("utf-16-le")[:-1],
    "surrogates.txt": b"\xed\xa0\x80" * 400 + b" words",
    "one-line.txt": (WORDS * 8_000).encode(),
    "one-word.txt": b"a" * 4_000_000,
    "newlines.txt": b"\n" * 3_000_000 + b"words",
    "too-large.txt": b"words " * 2_000_000,
    "marks.txt": "\u202e\u2066\u200b\U000e0041words ".encode() * 2_000,
    "combining.txt": ("a" + "\u0301" * 50_000).encode(),
    "private-use.txt": ("\ue000\ue001\uf8ff words " * 200).encode(),
    "quotes.txt": ("\u201c" * 60_000 + "words").encode(),
    "short-lines.txt": ("a\n" * 300_000).encode(),
    "hyphens.txt": ("ab-\n" * 200_000).encode(),
    "braces.txt": ("{{ 7*7 }} {% include 'canary.txt' %} <script>x</script> ![x](file:canary.txt) " * 300).encode(),
    "=cmd().txt": b"=HYPERLINK(1) and words of an article",
    "\u202egnp.txt": WORDS.encode() * 20,
    "x\x1b[31m.txt": b"\x00\x01",
    "front-matter.md": b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n" + WORDS.encode(),
    "front-tag.md": b"---\ntitle: !!python/object/apply:os.system [id]\n---\n" + WORDS.encode(),
    "front-deep.md": b"---\ntitle: " + b"[" * 20_000 + b"\n---\n" + WORDS.encode(),
    "brackets.md": b"[" * 60_000 + b"](" * 30_000,
    "quotes.md": b"> " * 40_000 + b"words",
    "stars.md": b"*a **b " * 60_000,
    "empty.html": b"",
    "noise.html": _noise(60_000),
    "deep.html": _page("<div>" * 30_000 + WORDS + "</div>" * 30_000),
    "deep-fonts.html": _page("<font><b><i>" * 20_000 + WORDS),
    "wide.html": _page("<p>a</p>" * 300_000),
    "attributes.html": _page(f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>{WORDS * 20}</p>"),
    "one-attribute.html": _page(f'<p title="{"x" * 4_000_000}">{WORDS * 20}</p>'),
    "entities.html": _page("&amp;" * 600_000 + WORDS * 20),
    "laughs.html": (LAUGHS + f"<html><body><p>&j;{WORDS * 20}</p></body></html>").encode(),
    "json-ld.html": _page(f"<p>{WORDS * 20}</p>", '<script type="application/ld+json">' + "[" * 60_000 + "</script>"),
    "unclosed.html": _page("<table><tr><td>" * 5_000 + WORDS * 20),
    "comment.html": _page(f"<p>{WORDS * 20}</p><!-- " + "-" * 2_000_000),
    "pictures.html": _page(f'<img src="file:canary.txt"><iframe src="canary.txt"></iframe><p>{WORDS * 20}</p>'),
    "refresh.html": _page(f"<p>{WORDS * 20}</p>", '<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">'),
    "charset.html": b'<meta charset="no-such-charset"><p>' + WORDS.encode() * 20,
    "utf-7.html": b'<meta charset="utf-7"><p>+ADw-script+AD4- ' + WORDS.encode() * 20,
    "scripts.html": _page("<script>" + "x" * 3_000_000 + f"</script><p>{WORDS * 20}</p>"),
    "too-large.html": _page("<p>" + WORDS * 140_000),
    "boundary.mhtml": b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="' + b"x" * 100_000 + b'"\n\nx',
    "no-parts.mhtml": b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b--',
    "empty.pdf": b"",
    "head-only.pdf": b"%PDF-1.7\n",
    "noise.pdf": b"%PDF-1.7\n" + _noise(60_000),
    "no-pages.pdf": _pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>"]),
    "pages-of-pages.pdf": _pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"]),
    "a-billion-pages.pdf": _pdf(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 1000000000>>"]),
    "scan.pdf": _one_page("0 0 600 800 re f"),
    "many-letters.pdf": _one_page("BT /F 8 Tf 10 10 Td " + "(words of a page) Tj 0 1 Td " * 60_000 + "ET"),
    "huge-type.pdf": _one_page("BT /F 999999999 Tf 10 10 Td (words) Tj ET"),
    "javascript.pdf": _one_page("BT /F 8 Tf 10 700 Td (words of a page) Tj ET", "/OpenAction<</S/JavaScript/JS(x)>>"),
    "title.pdf": pdf([column([WORDS * 4], 60, 760, 60)], {"Title": "\xfe\xff\xd8\x00\xd8\x00"}),
    "half.pdf": _one_page("BT /F 8 Tf 10 700 Td (words of a page) Tj ET")[:300],
    "empty.docx": b"",
    **{f"{name}.docx": data for name, data in WORD_PACKAGES.items()},
    "renamed.docx": b"just words",
    "macros.docm": WORD_PACKAGES["remote-template"],
    "old.doc": OLE + bytes(2_000),
    "empty.odt": b"",
    "laughs.odt": _odt("<text:p>&j;</text:p>", LAUGHS),
    "reads-a-file.odt": _odt("<text:p>&x;</text:p>", READS_A_FILE),
    "bomb.odt": _odt("<text:p/>" + " " * 90_000_000),
    "deep.odt": _odt("<text:section>" * 20_000 + "</text:section>" * 20_000),
    "spaces.odt": _odt('<text:p><text:s text:c="2000000000"/>x</text:p>'),
    "rows.odt": _odt(
        f'<t:table xmlns:t="{_OFFICE}:table:1.0"><t:table-row t:number-rows-repeated="1000000000"><t:table-cell'
        ' t:number-columns-repeated="1000000000"><text:p>x</text:p></t:table-cell></t:table-row></t:table>'
    ),
    "encrypted.odt": encrypted(_odt(f"<text:p>{WORDS}</text:p>")),
    "notes-in-notes.odt": _odt(
        "<text:p>x<text:note><text:note-body>" * 40 + "</text:note-body></text:note></text:p>" * 40
    ),
    "no-content.odt": packed({"mimetype": _ODT}),
    "flat.fodt": (READS_A_FILE.replace("w:document", "x") + "<x>&x;</x>").encode(),
    "empty.rtf": b"",
    "renamed.rtf": b"just words, many of them",
    "deep.rtf": b"{\\rtf1 " + b"{" * 200_000 + WORDS.encode(),
    "picture.rtf": b"{\\rtf1{\\pict " + b"00" * 3_000_000 + b"}" + WORDS.encode() + b"}",
    "binary.rtf": b"{\\rtf1{\\bin999999999999 x}" + WORDS.encode() + b"}",
    "unicode.rtf": b"{\\rtf1\\uc9999999\\u99999999 x " + WORDS.encode() + b"}",
    "codepage.rtf": b"{\\rtf1\\ansicpg99999 " + WORDS.encode() + b"}",
    "fields.rtf": b"{\\rtf1{\\field{\\*\\fldinst INCLUDETEXT canary.txt}{\\fldrslt x}}" + WORDS.encode() + b"}",
    "empty.eml": b"",
    "noise.eml": _noise(40_000),
    "in-mail.eml": _in_mail(400),
    "headers.eml": b"".join(b"X-%d: x\r\n" % n for n in range(60_000)) + b"\r\n" + WORDS.encode(),
    "long-header.eml": _mail(WORDS, f"Subject: {'x' * 2_000_000}\r\n"),
    "encoded-header.eml": _mail(WORDS, f"Subject: {'=?utf-8?q?x?= ' * 40_000}\r\n"),
    "charset.eml": _mail(WORDS, "Content-Type: text/plain; charset=no-such\r\n"),
    "base64.eml": _mail("!!!!", "Content-Transfer-Encoding: base64\r\n"),
    "html.eml": _mail("<div>" * 30_000 + WORDS, "Content-Type: text/html\r\n"),
    "date.eml": _mail(WORDS, "Date: 99 Foo 99999999 99:99:99 +9999\r\n"),
    "comments.eml": _mail(WORDS * 4, f"To: {'(' * 50_000}\r\n").replace(b"From: A", b"From: " + b"(" * 50_000),
    "quotation-marks.eml": _mail(WORDS * 4).replace(b"From: A", b"From: " + b'"' * 50_001),
    "zone.eml": _mail(WORDS * 4, "Date: Tue, 3 Nov 2026 09:00:00 +9999999999999999\r\n"),
    "nul-charset.eml": _mail(WORDS * 4, 'Content-Type: text/plain; charset="\0"\r\n'),
    "empty.msg": b"",
    "ole.msg": OLE + bytes(5_000),
    "noise.msg": OLE + _noise(40_000),
    "empty.epub": b"",
    "bomb.epub": packed({"META-INF/container.xml": " " * 90_000_000}),
    "climbs.epub": packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="../../canary.txt"/></rootfiles></container>',
        }
    ),
    "unknown.xyz": WORDS.encode(),
    "picture.png": b"\x89PNG\r\n\x1a\n" + _noise(3_000),
}
"""File name to content."""
