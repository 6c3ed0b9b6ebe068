"""What a PDF file says of its memo beside the pages: title, author, dates, language, and an outline to go by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from briefer.memo.blocks import Facts
from briefer.pdf.objects import Objects, text_string
from briefer.text.escape import escape_xml

_CREATOR = "Briefer"


class Bookmark(NamedTuple):
    """An entry of the outline: where it leads, and how deep it lies, from 1. Lengths are points from the bottom."""

    depth: int
    title: str
    page: int
    height: float


def with_details(data: bytes, facts: Facts, bookmarks: Sequence[Bookmark]) -> bytes:
    """The file that Qt has written, with the memo's own dates, language, keywords and outline."""
    objects = Objects(data)
    objects[objects.info] = _info(facts)
    added = [b"/Lang %b" % text_string(facts.language), b"/ViewerPreferences << /DisplayDocTitle true >>"]
    if bookmarks:
        added += [b"/Outlines %d 0 R" % _outline(objects, bookmarks), b"/PageMode /UseOutlines"]
    catalog = objects[objects.root].rstrip().removesuffix(b">>")
    objects[objects.root] = catalog + b"\n".join(added) + b"\n>>"
    return objects.file()


def metadata(facts: Facts) -> str:
    """The XMP packet of the memo, as Qt writes none: its dates are those of the writing."""
    keywords = "".join(f"<rdf:li>{escape_xml(word)}</rdf:li>" for word in facts.keywords.split(", ") if word)
    return f"""<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape_xml(facts.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape_xml(facts.author or _CREATOR)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{escape_xml(facts.language)}</rdf:li></rdf:Bag></dc:language>
<dc:subject><rdf:Bag>{keywords}</rdf:Bag></dc:subject>
<pdf:Keywords>{escape_xml(facts.keywords)}</pdf:Keywords>
<xmp:CreatorTool>{_CREATOR}</xmp:CreatorTool>
<xmp:CreateDate>{escape_xml(facts.created)}</xmp:CreateDate>
<xmp:ModifyDate>{escape_xml(facts.modified)}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end='w'?>"""


def _info(facts: Facts) -> bytes:
    words = {
        b"Title": facts.title,
        b"Author": facts.author or _CREATOR,
        b"Keywords": facts.keywords,
        b"Creator": _CREATOR,
        b"CreationDate": _date(facts.created),
        b"ModDate": _date(facts.modified),
    }
    lines = (b"/%b %b" % (name, text_string(text)) for name, text in words.items() if text)
    return b"<<\n" + b"\n".join(lines) + b"\n>>"


def _date(iso: str) -> str:
    return datetime.fromisoformat(iso).strftime("D:%Y%m%d%H%M%SZ")


class _Entry:
    """A bookmark on its way into the file, with those under it."""

    def __init__(self, number: int, bookmark: Bookmark | None = None) -> None:
        self.number, self.bookmark = number, bookmark
        self.under: list[_Entry] = []

    @property
    def count(self) -> int:
        """How many entries there are below this one."""
        return len(self.under) + sum(entry.count for entry in self.under)


def _outline(objects: Objects, bookmarks: Iterable[Bookmark]) -> int:
    """Add the outline, all of it open; gives its number."""
    top = _Entry(objects.add())
    path = [top]
    for bookmark in bookmarks:
        del path[max(1, bookmark.depth) :]
        entry = _Entry(objects.add(), bookmark)
        path[-1].under.append(entry)
        path.append(entry)
    objects[top.number] = b"<< /Type /Outlines%b >>" % _family(top)
    _write(objects, top, objects.pages())
    return top.number


def _write(objects: Objects, parent: _Entry, pages: list[int]) -> None:
    for at, entry in enumerate(parent.under):
        bookmark = entry.bookmark
        assert bookmark is not None
        near = b"/Prev %d 0 R " % parent.under[at - 1].number if at else b""
        near += b"/Next %d 0 R " % parent.under[at + 1].number if at + 1 < len(parent.under) else b""
        objects[entry.number] = b"<< /Title %b /Parent %d 0 R %b/Dest [%d 0 R /XYZ 0 %.2f null]%b >>" % (
            text_string(bookmark.title), parent.number, near, pages[bookmark.page], bookmark.height, _family(entry),
        )  # fmt: skip
        _write(objects, entry, pages)


def _family(entry: _Entry) -> bytes:
    if not entry.under:
        return b""
    ends = entry.under[0].number, entry.under[-1].number
    return b" /First %d 0 R /Last %d 0 R /Count %d" % (*ends, entry.count)
