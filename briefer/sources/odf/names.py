"""Namespaces of OpenDocument, as lxml writes them before a name."""

from __future__ import annotations

_ODF = "urn:oasis:names:tc:opendocument:xmlns"

OFFICE = f"{{{_ODF}:office:1.0}}"
TEXT = f"{{{_ODF}:text:1.0}}"
TABLE = f"{{{_ODF}:table:1.0}}"
DRAW = f"{{{_ODF}:drawing:1.0}}"
STYLE = f"{{{_ODF}:style:1.0}}"
META = f"{{{_ODF}:meta:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
