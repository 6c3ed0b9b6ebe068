"""One cleaner for characters that XML forbids, and one escaper for each kind of output."""

from __future__ import annotations

import re

# XML 1.0 §2.2: all but tab, line feed, carriage return and what is not a character.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_safe(text: str) -> str:
    """``text`` with each character that XML 1.0 forbids as U+FFFD, so that offsets stay as they are."""
    return _FORBIDDEN.sub("\ufffd", text)


def escape_xml(text: str) -> str:
    """``text`` for element content and double-quoted attribute values of XML and HTML."""
    return xml_safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
