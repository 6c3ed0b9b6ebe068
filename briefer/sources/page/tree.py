"""From the bytes of a web page to its tree, in whatever encoding it says or shows. Nothing it refers to is loaded."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from briefer.errors import DataError
from briefer.sources.plain import decode, storable

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEAD = 4096
"""Bytes in which a page must name its encoding, with room for sloppy ones (the standard says 1024)."""

_CHARSET = re.compile(rb"""<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,400}\?>")
_TYPE = re.compile(r"</?(?:font|span|b|i|u|em|strong|center|small|big|tt)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"""(<[A-Za-z][^\s<>"']*)((?:[^<>"']+|"[^"]*"|'[^']*')+)""")
_QUOTED = re.compile(r"""=\s*(?:"[^"]*"|'[^']*')""")
_ATTRIBUTES = 1000
"""Of one tag; one with more gets none, because libxml2 compares each with all that stand before it."""
_MARKED = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# What browsers read these names as (WHATWG Encoding Standard).
_WESTERN = frozenset(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1"))
_READ_AS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "iso-8859-9": "cp1254",
    "big5": "big5hkscs",
    "utf-16": "utf-8",  # a page that can name its encoding in ASCII is not in UTF-16
}


def decoded(content: bytes) -> str:
    """The text of a page: by its byte-order mark, by what it names, else UTF-8, UTF-16 or Windows-1252.

    A page that names an encoding and is not in it is read without the name, if it is UTF-8, else as named with its
    bad bytes shown as U+FFFD. DataError for what is no text.
    """
    named = "" if content.startswith(_MARKED) else _named(content[:_HEAD])
    if not named or content.count(0) > len(content) // 100:
        return storable(decode(content))
    try:
        return storable(content.decode(named))
    except UnicodeDecodeError:
        pass
    try:
        return storable(content.decode("utf-8"))
    except UnicodeDecodeError:
        return storable(content.decode(named, "replace"))


def _named(head: bytes) -> str:
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    if not found:
        return ""
    name = found[1].decode("ascii").lower()
    name = "cp1252" if name in _WESTERN else _READ_AS.get(name, name)
    try:
        return codecs.lookup(name).name if "a".encode(name) == b"a" else ""
    except (LookupError, TypeError, ValueError):  # no such encoding, or one that is none of text
        return ""


def tree(page: str) -> _Element:
    """The element ``html`` of a page or of a part of one; DataError if it cannot be parsed."""
    bare = _DECLARATION.sub("", page, count=1) if page.lstrip()[:5] == "<?xml" else page
    bare = _TAG.sub(_bounded, bare)
    root, deep = _parsed(bare)
    if deep:
        # Old pages never close their tags of type; without these they are hardly nested at all.
        root, deep = _parsed(_TYPE.sub("", bare))
    if deep:
        raise DataError("its parts are nested too deep to be read", "open it in a browser and paste its text")
    if root is None:
        raise DataError("it holds no web page", "open it in a browser and paste its text")
    return root


def _bounded(tag: re.Match[str]) -> str:
    attributes = tag[2]
    if len(attributes) < 2 * _ATTRIBUTES or len(_QUOTED.sub("=", attributes).split()) <= _ATTRIBUTES:
        return tag[0]
    return tag[1]


def _parsed(page: str) -> tuple[_Element | None, bool]:
    """The tree, and whether a part of it is lost because it is nested deeper than libxml2 goes."""
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_pis=True)
    try:
        root = etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        root = None
    return root, any("Excessive depth" in str(entry.message) for entry in parser.error_log)
