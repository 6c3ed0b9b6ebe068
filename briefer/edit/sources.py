"""Sources: added, described, taken out; their text corrected by hand or replaced as a whole."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from briefer.edit import splice
from briefer.edit.groups import CITED, items_in, mapped_anchors, next_id
from briefer.edit.values import changed, checked, source_of, typed
from briefer.errors import UsageError
from briefer.model.anchor import Anchor, anchor_at
from briefer.model.brief import Brief
from briefer.model.source import Source, SourceHeading
from briefer.text.edits import Edit, Edits
from briefer.text.spans import Span

_DETAILS = frozenset(("title", "author", "publisher", "published", "accessed", "url"))
_CONTENT = ("original", "media_type", "sha256", "fixes")


class Lost(NamedTuple):
    """An anchor that lost its words, and the id of the entry or passage that rests on it."""

    ident: str
    anchor: Anchor


def add_source(brief: Brief, source: Source, *, is_clean: bool = False) -> tuple[Brief, str]:
    """Another source at the end; it gets an id of its own, which is returned with the brief.

    Its text is as readers give it (NFC, ``\\n`` line ends, nothing that XML forbids); ValueError if not, because
    its headings could not be trusted. Its details are cleaned here. Who has the source from a reader says that it
    ``is_clean``: to look through a long text takes long.
    """
    if not is_clean and typed(source.text) != source.text:
        raise ValueError("the text of a source must be clean before it is added")
    ident, last_ids = next_id(brief, "source")
    details = checked(source, {name: getattr(source, name) for name in _DETAILS}, _DETAILS)
    added = msgspec.structs.replace(source, id=ident, **details)
    return msgspec.structs.replace(brief, sources=(*brief.sources, added), last_ids=last_ids), ident


def set_source_details(brief: Brief, source_id: str, **details: Any) -> Brief:
    """Other details for a source: title, author, publisher, published, accessed, url; TypeError for any other.

    A person has confirmed what is set here, so that it is no guess any more, even if it stays as it was.
    """
    source = source_of(brief, source_id)
    values = checked(source, details, _DETAILS)
    guessed = tuple(name for name in source.guessed if name not in values)
    return with_source(brief, changed(source, guessed=guessed, **values))


def remove_source(brief: Brief, source_id: str, *, with_evidence: bool = False) -> Brief:
    """The brief without a source. Refused by a UsageError if entries rest on its words, unless ``with_evidence``.

    With it, the entries stay and lose the evidence in this source; passages without any other go, and so do the
    suggestions dismissed in it.
    """
    source = source_of(brief, source_id)
    resting = _count_resting(brief, source_id)
    if resting and not with_evidence:
        notes = "1 note rests" if resting == 1 else f"{resting} notes rest"
        raise UsageError(f"{notes} on “{source.label}”", "remove their passages in it first, or remove it with them")
    brief = mapped_anchors(brief, source_id, lambda _: None)
    return msgspec.structs.replace(
        brief,
        sources=tuple(other for other in brief.sources if other.id != source_id),
        dismissed=tuple(item for item in brief.dismissed if item.source != source_id),
    )


def move_source(brief: Brief, source_id: str, index: int) -> Brief:
    """The brief with a source at another place among its sources, from 0; beyond the ends is at the end."""
    source = source_of(brief, source_id)
    others = [other for other in brief.sources if other.id != source_id]
    others.insert(max(0, index), source)
    return changed(brief, sources=tuple(others))


def edit_source_text(brief: Brief, source_id: str, start: int, end: int, replacement: str) -> Brief:
    """The brief after a person replaced ``text[start:end]`` of a source; ValueError if that is out of range.

    All anchors in it shift with their words (``locate.shifted``). One that loses all of them stays at the place as
    lost, with the words it had. Headings stay whole lines; one that is joined to other words is none any more.
    The replacement is cleaned, and composed with its neighbours, so that the text may differ from the one asked for.
    """
    source = source_of(brief, source_id)
    text = source.text
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"no stretch {start}-{end} in a text of {len(text)} code points")
    made = splice.splice(text, start, end, typed(replacement))
    if made is None:
        return brief
    new_text = made.applied(text)
    headings = tuple(splice.headings_after(source.headings, made, new_text))
    brief = with_source(brief, msgspec.structs.replace(source, text=new_text, headings=headings))
    return mapped_anchors(brief, source_id, splice.shifter(made, new_text))


def replace_in_source(brief: Brief, source_id: str, spans: Sequence[Span], words: str) -> Brief:
    """The brief after a person put the same words, of one line, in place of several stretches of a source's text.

    ``spans`` ascend and do not overlap. Anchors and headings follow as in
    ``edit_source_text``; but an anchor of just the words that are replaced goes to the new ones.
    """
    source = source_of(brief, source_id)
    text, words = source.text, " ".join(typed(words).split("\n"))
    edits = Edits(Edit(start, end, words) for start, end in spans if text[start:end] != words)
    new_text = edits.applied(text)
    if not unicodedata.is_normalized("NFC", new_text):  # an accent met its letter: places move, one after the other
        for start, end in reversed(spans):
            brief = edit_source_text(brief, source_id, start, end, words)
        return brief
    headings = (SourceHeading(*edits.span(line.start, line.end), line.level) for line in source.headings)
    whole = dict(zip(((edit.start, edit.end) for edit in edits.edits), edits.spans(), strict=True))
    placed = [_replaced(anchor, edits, whole, new_text) for _, anchor in anchors_in(brief, source_id)]
    kept = tuple(line for line in headings if new_text[line.start : line.end].strip())
    return with_text(brief, changed(source, text=new_text, headings=kept), placed)[0]


def _replaced(anchor: Anchor, edits: Edits, whole: dict[Span, Span], new_text: str) -> Anchor:
    if anchor.lost:
        return placed_at(anchor, new_text, *(edits.span(anchor.start, anchor.start + 1)[:1] * 2))
    span = anchor.start, anchor.end
    start, end = whole[span] if span in whole else edits.span(*span)
    return placed_at(anchor, new_text, start, end if new_text[start:end].strip() else start)


def replace_source_text(
    brief: Brief,
    source_id: str,
    text: str,
    headings: Iterable[SourceHeading] = (),
    *,
    read_as: Source | None = None,
) -> tuple[Brief, tuple[Lost, ...]]:
    """The brief with another text for a source, and the anchors that lost their words by it.

    Anchors are found again by the rule of ``briefer.text.locate``, lost ones included. Those not found stay as
    lost at the nearest place, with the words they had. ``text`` is clean, as for ``add_source``; ValueError if not.
    Of ``read_as``, the new text as a reader gave it, the source takes the original and what cleaning did to it.
    """
    from briefer.text.locate import Words, found_again

    source = source_of(brief, source_id)
    if typed(text) != text:
        raise ValueError("the text of a source must be clean before it is put in")
    if read_as is not None:
        source = changed(source, **{name: getattr(read_as, name) for name in _CONTENT})
        source = changed(source, file_name=read_as.file_name or source.file_name)
    if text == source.text:
        return with_source(brief, changed(source, headings=tuple(headings))), ()
    resting = list(anchors_in(brief, source_id))
    wanted = [Words(anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix) for _, anchor in resting]
    spans = found_again(source.text, text, wanted)
    placed = [placed_at(anchor, text, *span) for (_, anchor), span in zip(resting, spans, strict=True)]
    return with_text(brief, msgspec.structs.replace(source, text=text, headings=tuple(headings)), placed)


def with_text(brief: Brief, source: Source, placed: Sequence[Anchor]) -> tuple[Brief, tuple[Lost, ...]]:
    """The brief with a source whose text is another, and its anchors in it, given in the order of ``anchors_in``.

    With it come those that have lost their words by it.
    """
    resting = anchors_in(brief, source.id)
    lost = [Lost(ident, new) for (ident, old), new in zip(resting, placed, strict=True) if new.lost and not old.lost]
    following = iter(placed)
    return mapped_anchors(with_source(brief, source), source.id, lambda _: next(following)), tuple(lost)


def placed_at(anchor: Anchor, text: str, start: int, end: int) -> Anchor:
    """The anchor at other words of its source, or lost at a place if there are none; the same object if it is."""
    if start < end:
        return changed(anchor, **msgspec.structs.asdict(anchor_at(anchor.source, text, start, end, anchor.stance)))
    return changed(anchor, start=start, end=start)


def anchors_in(brief: Brief, source_id: str) -> Iterator[tuple[str, Anchor]]:
    """The anchors in a source with the ids of what rests on them, in the order of ``mapped_anchors``."""
    for group in CITED:
        for item in items_in(brief, group):
            for anchor in item.evidence:
                if anchor.source == source_id:
                    yield item.id, anchor


def _count_resting(brief: Brief, source_id: str) -> int:
    return len({ident for ident, _ in anchors_in(brief, source_id)})


def with_source(brief: Brief, source: Source) -> Brief:
    """The brief with a source in place of that of the same id; the same object if it is the same."""
    if any(source is other for other in brief.sources):
        return brief
    sources = tuple(source if other.id == source.id else other for other in brief.sources)
    return msgspec.structs.replace(brief, sources=sources)
