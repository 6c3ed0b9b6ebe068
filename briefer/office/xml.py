"""XML read strictly: no document type, no entities of its own, no network, no repairs, no depth without bound."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from briefer.errors import DataError

if TYPE_CHECKING:
    from lxml import etree

MAX_DEPTH = 200
_DECLARED = re.compile(r"""\A<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]+)["']""")
_TYPE = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
_UNREADABLE = "open it in Word, save it anew as a .docx, and try again"


def parse(data: bytes, part: str = "") -> etree._Element:
    """The root of an XML file in UTF-8 or UTF-16; DataError, which names the part, for all but plain sound XML."""
    from lxml import etree

    shown = f"its part {part}" if part else "it"
    text = _decoded(data, shown)
    if _TYPE.search(text):
        raise DataError(f"{shown} declares a document type, which Word never does", _UNREADABLE)
    try:
        root = etree.fromstring(text.encode(), _parser())
    except etree.XMLSyntaxError as error:
        if "depth" in str(error.msg):  # libxml2 has a bound of its own, above ours
            raise _too_nested(shown) from None
        raise DataError(f"{shown} is damaged ({_reason(error)})", _UNREADABLE) from None
    if _too_deep()(root):
        raise _too_nested(shown)
    return root


def _too_nested(shown: str) -> DataError:
    return DataError(f"{shown} nests more than {MAX_DEPTH} elements", _UNREADABLE)


def serialised(root: etree._Element) -> bytes:
    """The XML file of an element, in UTF-8 with its declaration."""
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def remove(element: etree._Element) -> None:
    """Take an element out of its tree; bare text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        text_before(element, element.tail)
        element.tail = None
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Take an element out of its tree but not what stands in it."""
    for child in list(element):
        element.addprevious(child)
    remove(element)


def text_before(element: etree._Element, text: str) -> None:
    """Put bare text before an element."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def _parser() -> etree.XMLParser:
    from lxml import etree

    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        dtd_validation=False,
        recover=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


@functools.cache
def _too_deep() -> etree.XPath:
    from lxml import etree

    return etree.XPath(f"boolean(//*[count(ancestor::*) >= {MAX_DEPTH}])")


def _decoded(data: bytes, shown: str) -> str:
    """The text without its declaration, so that the reader has no say in how the bytes are read."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    encoding = encoding or {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(data[:2], "utf-8")
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise DataError(f"{shown} is not in the encoding that it says", _UNREADABLE) from None
    declared = _DECLARED.match(text)
    if declared and declared[1].lower().replace("_", "-") not in ("utf-8", "utf8", "us-ascii", "ascii", "utf-16"):
        raise DataError(f"{shown} is encoded as {declared[1]}, which Word does not use", _UNREADABLE)
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)


def _reason(error: etree.XMLSyntaxError) -> str:
    return str(error.msg).split("\n")[0].rstrip(".")[:120]
