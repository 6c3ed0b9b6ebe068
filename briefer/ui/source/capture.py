"""Which words a capture key takes: the selection, or without one what the caret stands in."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias

from briefer.model.brief import Brief, Kind
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


def said_by(brief: Brief, text: str, spans: Spans) -> dict[str, str]:
    """The speaker of a quote as its attribution names it, in the fields of the entry: an actor of the brief that is
    known by this name, else the name in words; nothing if there is none, or in doubt.
    """
    from briefer.edit.entries import known_actor
    from briefer.text.attribution import speaker_of

    name = speaker_of(text, spans)
    if name is None:
        return {}
    words = " ".join(text[slice(*name)].split())
    actor = known_actor(brief, words)
    return {"speaker": actor.id} if actor is not None else {"speaker_text": words}


def quotation_to_file(text: str, caret: int, filed: Collection[Spans]) -> Spans:
    """The quotation around the caret, or else the next one, that is not among the ``filed``; empty if none is."""
    from briefer.text.segment import next_quotation

    while spans := next_quotation(text, caret):
        if spans not in filed:
            return spans
        before, caret = caret, behind(text, spans)
        if caret <= before:
            break
    return ()


def behind(text: str, quotation: Spans) -> int:
    """The first place behind a quotation's last part that is not in it; the end of the text if there is none.

    It is no empty line: that is only the space between two paragraphs.
    """
    from briefer.text.segment import quotation_at

    places = (at for at in range(quotation[-1][1], len(text)) if text[at] != "\n")
    return next((at for at in places if quotation_at(text, at) != quotation), len(text))
