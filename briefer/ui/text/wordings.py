"""A quotation and its source side by side, with what differs marked."""

from __future__ import annotations

from html import escape

from briefer.review.wordings import Wordings
from briefer.text.spans import Span


def both_html(wordings: Wordings) -> str:
    """The two wordings as a table of two columns."""
    ours, theirs = _marked(wordings.note, wordings.in_note), _marked(wordings.source, wordings.in_source)
    heads = "<td width='50%'><small>In the note</small></td><td width='50%'><small>In the source</small></td>"
    rows = f"<tr>{heads}</tr><tr><td style='padding-right: 12px'>{ours}</td><td>{theirs}</td></tr>"
    return f"<table width='100%' cellspacing='0' cellpadding='4'>{rows}</table>"


def both_told(wordings: Wordings) -> str:
    """The two wordings for who does not see them."""
    return (
        f"In the note: {_told(wordings.note, wordings.in_note)}"
        f" In the source: {_told(wordings.source, wordings.in_source)}"
    )


def _marked(text: str, spans: tuple[Span, ...]) -> str:
    """The text with what differs bold and underlined, so that it is told without colour."""
    parts, at = [], 0
    for start, end in spans:
        parts += [escape(text[at:start]), f"<b><u>{escape(text[start:end])}</u></b>"]
        at = end
    return "".join((*parts, escape(text[at:]))).replace("\n", "<br>")


def _told(text: str, spans: tuple[Span, ...]) -> str:
    differing = ", ".join(text[start:end] for start, end in spans)
    return f"{text} (differing: {differing or 'nothing'})"
