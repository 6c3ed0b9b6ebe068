"""Names that the parts of a Word package share: namespaces, relationship types, addresses of parts."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
DOCUMENT_LINKS = "word/_rels/document.xml.rels"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
NUMBERING = "word/numbering.xml"
FOOTNOTES = "word/footnotes.xml"
FOOTNOTE_LINKS = "word/_rels/footnotes.xml.rels"
COMMENTS = "word/comments.xml"
HEADER = "word/header1.xml"
FOOTER = "word/footer1.xml"
CORE_PROPERTIES = "docProps/core.xml"
APP_PROPERTIES = "docProps/app.xml"
