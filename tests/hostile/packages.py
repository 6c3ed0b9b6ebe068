"""Zip files of ill will: bombs, lying sizes, names that climb, parts that call others."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006"

TYPES = f"""<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{P}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = f"""<Relationships xmlns="{P}/relationships"><Relationship Id="r1" Type="{R}/officeDocument"
 Target="word/document.xml"/></Relationships>"""


def word(body: str = "", *, head: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word file; ``head`` stands before its document's root, ``more`` are further parts or other wordings."""
    document = f'{head}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    return packed(
        {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document, **(more or {})}
    )


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def encrypted(data: bytes) -> bytes:
    """The same zip file, whose members say that they need a password."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (found := out.find(mark, start)) >= 0:
            flags = struct.unpack_from("<H", out, found + at)[0]
            struct.pack_into("<H", out, found + at, flags | 1)
            start = found + 4
    return bytes(out)


def lying(data: bytes) -> bytes:
    """The same zip file, whose members say that they unpack to ten bytes."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = 0
        while (found := out.find(mark, start)) >= 0:
            struct.pack_into("<I", out, found + at, 10)
            start = found + 4
    return bytes(out)


LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
"""A billion laughs: nine entities, each ten of the one before; ``&j;`` is all of them."""
READS_A_FILE = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "canary.txt">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

WORD_PACKAGES: dict[str, bytes] = {
    "laughs": word(paragraph("&j;"), head=LAUGHS),
    "reads-a-file": word(paragraph("&x;"), head=READS_A_FILE),
    "utf-16-doctype": word(more={"word/document.xml": (READS_A_FILE + "<a/>").encode("utf-16")}),
    "bomb": word(" " * 60_000_000),
    "bomb-of-pictures": word(more={f"word/media/{n}.png": bytes(20_000_000) for n in range(8)}),
    "many-parts": word(more={f"word/x{n}.xml": "<a/>" for n in range(5_000)}),
    "deep": word("<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000),
    "deep-tables": word("<w:tbl><w:tr><w:tc>" * 500 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 500),
    "climbs": word(paragraph("x"), more={"../../canary.txt": "x"}),
    "absolute": word(paragraph("x"), more={"/etc/passwd": "x"}),
    "backslash": word(paragraph("x"), more={"word\\x.xml": "x"}),
    "lies": lying(word(paragraph("x" * 3_000_000))),
    "encrypted": encrypted(word(paragraph("x"))),
    "bzip2": packed({"[Content_Types].xml": TYPES, "word/document.xml": "<a/>"}, zipfile.ZIP_BZIP2),
    "no-document": packed({"[Content_Types].xml": TYPES}),
    "not-xml": word(more={"word/document.xml": "{\\rtf1 no}"}),
    "half": word(paragraph("words " * 500))[:400],
    "ole": OLE + bytes(2_000),
    "ole-encrypted": OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600),
    "remote-template": word(
        paragraph("Words of a letter that calls another template."),
        more={
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{P}/relationships"><Relationship Id="r9"'
            f' Type="{R}/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/></Relationships>'
        },
    ),
    "points-at-itself": word(
        paragraph("Words."),
        more={
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{P}/relationships"><Relationship Id="r9"'
            f' Type="{R}/footnotes" Target="document.xml"/></Relationships>'
        },
    ),
    "note-of-itself": word(
        '<w:p><w:r><w:t>Words.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
        more={
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{P}/relationships"><Relationship Id="r9"'
            f' Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>',
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/>'
            "</w:r></w:p></w:footnote></w:footnotes>",
        },
    ),
    "many-links": word(
        paragraph("Words."),
        more={
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{P}/relationships">'
            + "".join(f'<Relationship Id="r{n}" Type="{R}/image" Target="m{n}.png"/>' for n in range(60_000))
            + "</Relationships>"
        },
    ),
    "one-paragraph-of-a-million-runs": word("<w:p>" + "<w:r><w:t>x</w:t></w:r>" * 200_000 + "</w:p>"),
}
"""Word files by what is wrong with them; some are only strange, and may be read."""
