"""Marks of footnotes in running text, which a quotation must not carry along."""

from __future__ import annotations

import re

from briefer.text.clean.result import Outcome, substitute

_NOTE = re.compile(r"^\[(\d{1,3})\] \S", re.MULTILINE)
_MARK = re.compile(r"(?<=[^\s\[(])\[(\d{1,3})\](?![\w\[(])|(?<=\])\[(\d{1,3})\]|(?<=[^\s\[(])\[(\d{1,3})\](?=\[\d)")


def drop_note_marks(text: str) -> Outcome:
    """Take out each ``[1]`` at the end of a word whose note, a paragraph that begins so, stands in the text."""
    notes = set(_NOTE.findall(text))
    if not notes:
        return Outcome(text)
    return substitute(_MARK, lambda match: "" if (match[1] or match[2] or match[3]) in notes else match[0], text)
