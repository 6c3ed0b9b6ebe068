"""Which words a capture key takes: the selection, or without one what the caret stands in."""

from __future__ import annotations

from typing import TypeAlias

from briefer.model.brief import Kind
from briefer.text.spans import Span, trim_span

Spans: TypeAlias = tuple[Span, ...]


def spans_to_file(kind: Kind, text: str, selection: tuple[int, int] | None, caret: int) -> Spans:
    """The spans, in code points, that a new entry of this kind rests on; empty if there are no words.

    A quote is what was said, without marks and attribution. With no selection an actor takes the name at the
    caret, a quote the quotation around it, an action or stake the sentence.
    """
    from briefer.text.segment import name_at, quotation_at, sentence_at, split_quotation

    if selection is not None:
        if kind == "quote":
            return tuple(split_quotation(text, *selection))
        start, end = trim_span(text, *selection)
        return ((start, end),) if start < end else ()
    if kind == "quote":
        return tuple(quotation_at(text, caret))
    span = name_at(text, caret) if kind == "actor" else sentence_at(text, caret)
    return (span,) if span else ()
