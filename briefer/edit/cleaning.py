"""A cleaning rule switched on or off in a source that may have been corrected by hand since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

from briefer.edit.sources import Lost, anchors_in, placed_at, with_text
from briefer.edit.values import source_of, typed
from briefer.errors import UsageError
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.model.source import Fix, Source, SourceHeading

if TYPE_CHECKING:
    from briefer.text.merge import Kept, Merge


class Cleaning(Protocol):
    """What a reader makes of an original: ``briefer.sources`` gives such values."""

    @property
    def text(self) -> str:
        """The cleaned text: NFC, ``\\n`` line ends."""

    @property
    def headings(self) -> tuple[SourceHeading, ...]:
        """Its headings."""

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """The rules that did something."""


class Switched(NamedTuple):
    """The brief after a rule was switched, and what a person should hear of it.

    ``kept`` are the places of the source's text that stayed as corrected by hand, with the words that the cleaning
    would have put there; ``lost`` the anchors whose words went.
    """

    brief: Brief
    kept: tuple[Kept, ...]
    lost: tuple[Lost, ...]


def switch_rule(brief: Brief, source_id: str, rule: str, *, on: bool, before: Cleaning, after: Cleaning) -> Switched:
    """The brief with a cleaning rule of a source switched on or off.

    ``before`` and ``after`` are the cleanings of its original without and with the switch. Their difference is
    applied where nobody has touched the words; what was corrected by hand stays. Anchors keep the words they had;
    lost ones are looked for by the rule of ``briefer.text.locate``. UsageError if the source does not list the
    rule; ValueError if the text of ``after`` is not clean.
    """
    from briefer.text.merge import merge

    source = source_of(brief, source_id)
    fix = next((fix for fix in source.fixes if fix.rule == rule), None)
    if fix is None:
        raise UsageError(f"The rule “{rule}” changed nothing in “{source.label}”", "switch one that did")
    if typed(after.text) != after.text:
        raise ValueError("the text of a cleaning must be clean")
    if fix.on == on:
        return Switched(brief, (), ())
    made = merge(before.text, source.text, after.text)
    anchors = [anchor for _, anchor in anchors_in(brief, source_id)]
    cleaned = msgspec.structs.replace(
        source,
        text=made.text,
        headings=tuple(_headings(made, source.headings, after.headings)),
        fixes=_fixes(source, msgspec.structs.replace(fix, on=on), after),
    )
    brief, lost = with_text(brief, cleaned, _placed(anchors, source.text, made))
    return Switched(brief, made.kept, lost)


def _placed(anchors: Sequence[Anchor], old_text: str, made: Merge) -> list[Anchor]:
    """The anchors where their words stand now; lost ones are looked for."""
    from briefer.text.locate import Words, found_again

    spans = [
        (anchor.start, anchor.start) if anchor.lost else made.of_mine.span(anchor.start, anchor.end)
        for anchor in anchors
    ]
    lost = [index for index, (start, end) in enumerate(spans) if not made.text[start:end].strip()]
    wanted = [
        Words(anchor.start, anchor.end, anchor.exact, anchor.prefix, anchor.suffix)
        for anchor in map(anchors.__getitem__, lost)
    ]
    for index, span in zip(lost, found_again(old_text, made.text, wanted), strict=True):
        spans[index] = span
    return [placed_at(anchor, made.text, *span) for anchor, span in zip(anchors, spans, strict=True)]


def _headings(made: Merge, mine: Sequence[SourceHeading], theirs: Sequence[SourceHeading]) -> Iterator[SourceHeading]:
    """The headings of the new cleaning, but mine in lines that were corrected by hand."""
    from briefer.text.edits import Edit, Edits

    by_hand = Edits(Edit(start, end, "") for start, end in made.of_theirs.spans())
    found = [
        SourceHeading(*made.of_theirs.span(heading.start, heading.end), heading.level)
        for heading in theirs
        if not made.of_theirs.touches(heading.start, heading.end)
    ]
    for heading in mine:
        start, end = made.of_mine.span(heading.start, heading.end)
        if by_hand.touches(start, end) and _is_line(made.text, start, end):
            found.append(SourceHeading(start, end, heading.level))
    done = 0
    for heading in sorted(found, key=lambda heading: heading.start):
        if heading.start >= done:
            yield heading
            done = heading.end


def _is_line(text: str, start: int, end: int) -> bool:
    begins, ends = start == 0 or text[start - 1] == "\n", end == len(text) or text[end] == "\n"
    return start < end and begins and ends


def _fixes(source: Source, switched: Fix, after: Cleaning) -> tuple[Fix, ...]:
    """What the new cleaning did, and the rules that are off with what they would do, in the order of the rules."""
    from briefer.text.clean import RULES

    off = [fix for fix in source.fixes if not fix.on and fix.rule != switched.rule]
    listed = {fix.rule: fix for fix in (*after.fixes, *off, *(() if switched.on else (switched,)))}
    order = {rule: number for number, rule in enumerate(RULES)}
    return tuple(sorted(listed.values(), key=lambda fix: order.get(fix.rule, len(order))))
