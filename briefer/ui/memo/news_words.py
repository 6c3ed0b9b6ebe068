"""Pieces of a section as they are read: without marks of tables, lists and emphasis, citations by their labels."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from briefer.memo.pieces import Form, cells
from briefer.memo.take_in import Part
from briefer.text.citations import citation_spans, cited_in
from briefer.text.edits import Edits
from briefer.text.merge import edits_between

_ITEM_MARK = re.compile(r"\A[ ]{0,3}(?:[-*+]|\d{1,9}[.)])[ ]+")
_MARKS = re.compile(r"\\(?P<bare>[^\w\s])|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|\*+|`+")
_HAPPENED = {"changed": "changed in the notes", "new": "new in the notes", "gone": "no longer in the notes"}

Label = Callable[[str], str]
"""What the chip of an id says."""


def title(part: Part) -> str:
    """What has happened to a piece."""
    if part.is_conflict:
        return "Changed by you and in the notes"
    unit = "row" if part.form == "head" else part.form
    return f"{unit.capitalize()} {_HAPPENED.get(part.happened, 'in another place')}"


def plain(form: Form, markdown: str, label: Label) -> str:
    """The words of a piece; of a table its rows, each on its line."""
    for start, end in reversed(citation_spans(markdown)):
        named = ", ".join(label(ident) for ident in cited_in(markdown[start:end]))
        markdown = f"{markdown[:start]}‹{named}›{markdown[end:]}"
    if form == "head":
        markdown = markdown.split("\n")[0]
    if form in ("head", "row", "table"):
        lines = markdown.split("\n")
        rows = [cells(line) for number, line in enumerate(lines) if form != "table" or number != 1]
        markdown = "\n".join(" · ".join(cell for cell in row if cell) for row in rows)
    return _MARKS.sub(lambda found: found["bare"] or "", _ITEM_MARK.sub("", markdown) if form == "item" else markdown)


def marked(before: str, after: str) -> str:
    """A wording as HTML, with what is not as before bold and underlined, so that it is told without colour."""
    spans = Edits(edits_between(before, after)).spans() if before else []
    written, at = [], 0
    for start, end in spans:
        written += [escape(after[at:start]), f"<b><u>{escape(after[start:end])}</u></b>" if start < end else ""]
        at = end
    return "".join((*written, escape(after[at:]))).replace("\n", "<br>")
