"""Evidence: the passages that an entry rests on, added, moved to other words, taken away."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from briefer.edit.groups import item_of, with_evidence
from briefer.edit.values import changed, source_of
from briefer.errors import UsageError
from briefer.model.anchor import Anchor, Stance, anchor_at
from briefer.model.brief import EVIDENCE_LOST, Brief, Left, kept_lost, lost_place
from briefer.model.entries import Citable
from briefer.text.spans import Span, trim_span


def add_evidence(
    brief: Brief, ident: str, source_id: str, spans: Sequence[Span], stance: Stance = "supports"
) -> Brief:
    """More passages for an entry, one a span. Words it rests on already are not added again, but take the stance."""
    item = item_of(brief, ident)
    evidence = list(item.evidence)
    for anchor in anchors_of(brief, source_id, spans, stance):
        places = [(other.source, other.start, other.end) for other in evidence]
        here = (anchor.source, anchor.start, anchor.end)
        if here in places:
            evidence[places.index(here)] = anchor
        else:
            evidence.append(anchor)
    return with_evidence(brief, item, tuple(evidence))


def move_evidence(brief: Brief, ident: str, index: int, start: int, end: int) -> Brief:
    """One passage of an entry moved to other words of its source: its ends adjusted, or a lost one placed anew."""
    item, anchor = _evidence(brief, ident, index)
    moved = anchors_of(brief, anchor.source, [(start, end)], anchor.stance)
    return with_evidence(brief, item, (*item.evidence[:index], *moved, *item.evidence[index + 1 :]))


def set_stance(brief: Brief, ident: str, index: int, stance: Stance) -> Brief:
    """Whether one passage of an entry supports or contradicts it."""
    item, anchor = _evidence(brief, ident, index)
    other = msgspec.structs.replace(anchor, stance=stance)
    return with_evidence(brief, item, (*item.evidence[:index], other, *item.evidence[index + 1 :]))


def remove_evidence(brief: Brief, ident: str, index: int) -> Brief:
    """The entry without one passage, by number from 0; a cited passage without words goes as a whole."""
    item, _ = _evidence(brief, ident, index)
    return with_evidence(brief, item, (*item.evidence[:index], *item.evidence[index + 1 :]))


def keep_lost(brief: Brief, ident: str, index: int) -> Brief:
    """The brief with a passage whose words are gone left as it is: it needs nobody any more, and is no finding.

    UsageError if its words are where they should be.
    """
    item, anchor = _evidence(brief, ident, index)
    if not anchor.lost:
        raise UsageError(f"the words of this passage of {item.id} are in their source", "there is nothing to keep")
    where = lost_place(item.id, anchor)
    if where in kept_lost(brief):
        return brief
    return changed(brief, left=(*brief.left, Left(EVIDENCE_LOST, where, "kept without a place in its source")))


def anchors_of(brief: Brief, source_id: str, spans: Sequence[Span], stance: Stance) -> tuple[Anchor, ...]:
    """The anchors of these spans, white space at their ends left out, each once.

    UsageError if the source is not there, or if a span lies outside its text or holds no words.
    """
    source = source_of(brief, source_id)
    anchors: dict[Anchor, None] = {}
    for span in spans:
        start, end = trim_span(source.text, *span)
        if not (0 <= span[0] <= start < end <= span[1] <= len(source.text)):
            raise UsageError(f"There are no words at this place of “{source.label}”", "select the words first")
        anchors[anchor_at(source_id, source.text, start, end, stance)] = None
    if not anchors:
        raise UsageError(f"No words of “{source.label}” are selected", "select the words first")
    return tuple(anchors)


def _evidence(brief: Brief, ident: str, index: int) -> tuple[Citable, Anchor]:
    item = item_of(brief, ident)
    if not 0 <= index < len(item.evidence):
        raise UsageError(f"“{ident}” has no passage number {index + 1}", "choose one of its passages")
    return item, item.evidence[index]
