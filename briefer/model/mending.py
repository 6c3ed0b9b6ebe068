"""What can be saved of a brief whose anchors do not hold: an anchor that has lost its words waits for a person."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from briefer.model.anchor import CONTEXT, Anchor
from briefer.model.brief import ID_LETTERS, Brief
from briefer.model.entries import Citable


def with_words_lost(brief: Brief) -> tuple[Brief, int]:
    """The brief with each anchor lost whose words are not where it says, and how many these are.

    An anchor without words, or of a source that is not there, stays as it is: nothing can find it again.
    """
    texts = {source.id: source.text for source in brief.sources}
    count = 0
    for group in (f"{kind}s" for kind in ID_LETTERS if kind != "source"):
        items: tuple[Citable, ...] = getattr(brief, group)
        made = tuple(_mended(item, texts) for item in items)
        changed = [(old, new) for old, new in zip(items, made, strict=True) if old is not new]
        if changed:
            brief = msgspec.structs.replace(brief, **{group: made})
            count += sum(a != b for old, new in changed for a, b in zip(old.evidence, new.evidence, strict=True))
    return brief, count


def _mended(item: Citable, texts: Mapping[str, str]) -> Citable:
    evidence = tuple(_lost_or_held(anchor, texts.get(anchor.source)) for anchor in item.evidence)
    return item if evidence == item.evidence else msgspec.structs.replace(item, evidence=evidence)


def _lost_or_held(anchor: Anchor, text: str | None) -> Anchor:
    if text is None or not anchor.exact:
        return anchor
    if 0 <= anchor.start < anchor.end <= len(text) and text[anchor.start : anchor.end] == anchor.exact:
        start, end = anchor.start, anchor.end
    else:
        start = end = min(max(anchor.start, 0), len(text))
    prefix, suffix = anchor.prefix[-CONTEXT:], anchor.suffix[:CONTEXT]
    return msgspec.structs.replace(anchor, start=start, end=end, prefix=prefix, suffix=suffix)
