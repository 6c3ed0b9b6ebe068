"""A memo kept up to date: the draft and the words of the sections put together, again after each key."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

import msgspec

from briefer.memo.blocks import Block, Heading, ListItem, Memo, Note, Run, Table, block_runs
from briefer.memo.citations import Citing, saying_something
from briefer.memo.dressing import dressed, marked, rows_marked, with_ticks
from briefer.memo.inserts import Edge
from briefer.memo.markdown import Slot, under_heading
from briefer.memo.numbering import numbered
from briefer.memo.prune import prune
from briefer.memo.sections import Sections
from briefer.model.brief import Brief
from briefer.templates.citing import Notes
from briefer.templates.draft import Draft, section_words
from briefer.templates.portions import TITLE

_B = TypeVar("_B", bound=Block)


class Composer:
    """Puts memos together from one draft of a brief. What did not change since the last is the same object in it."""

    def __init__(self, draft: Draft, brief: Brief) -> None:
        self._draft = draft
        self._notes = Notes(brief, draft.facts.language, draft.passages)
        self._sections = Sections(self._notes.cite)
        self._citing = Citing(draft.citations)
        self._placed = _Kept()
        self._order: tuple[int, ...] = ()
        self._written: tuple[Note, ...] | None = None

    def memo(self, sections: Mapping[str, str]) -> Memo:
        """The memo with these sections, by their names."""
        *_, memo = self.steps(sections)
        assert memo is not None, "the last step has the memo"
        return memo

    def steps(self, sections: Mapping[str, str]) -> Iterator[Memo | None]:
        """``memo`` in small steps, for who has other things to do in between: None until the last has the memo."""
        numbers = _Lists(self._placed)
        blocks: list[Block] = []
        within: tuple[str, ...] = ()  # the generated parts that we are in
        for part in self._draft.parts.parts:
            if isinstance(part, Slot):
                pieces: list[Block] = []
                for piece in self._sections.pieces(section_words(sections.get(part.name, ""))):
                    pieces += numbers.numbered(piece)
                    yield None
                self._place(part, pieces, blocks)
            elif isinstance(part, Edge):
                within = self._crossed(part, within, blocks)
            else:
                blocks += [self._portioned(b, within) for b in numbers.numbered((part,), of_template=True)]
        pruned = self._finished(blocks)
        self._placed.turn()
        yield None
        order = tuple(dict.fromkeys(run.note for block in pruned for run in block_runs(block) if run.note))
        if self._written is None or order != self._order:
            for _ in self._notes.writing(order):
                yield None
            self._order, self._written = order, self._notes.written(list(order))
        memo = Memo(self._draft.facts, pruned, self._written)
        yield None
        yield self._citing.cited(memo)

    def _place(self, slot: Slot, pieces: Sequence[Block], blocks: list[Block]) -> None:
        """Put the words of a section behind the blocks that stand before it, dressed as the template asks."""
        found = list(self._headed(list(saying_something(pieces, self._draft.citations)), slot.level))
        if slot.style:
            found = [self._made(block, ("style", slot.style), partial(dressed, block, slot.style)) for block in found]
        if choices := self._draft.dress.ticks.get(slot.name):
            found = list(with_ticks(found, choices))
        if mark := self._draft.dress.portions.printed(slot.name):
            self._mark_heading(blocks, mark)
            found = [self._marked(block, mark) for block in found]
        blocks += found

    def _crossed(self, edge: Edge, within: tuple[str, ...], blocks: list[Block]) -> tuple[str, ...]:
        """The generated parts that we are in beyond an edge; the heading above one bears its mark."""
        if not edge.name:
            return within[:-1]
        if mark := self._draft.dress.portions.printed(edge.name):
            self._mark_heading(blocks, mark)
        return (*within, edge.name)

    def _mark_heading(self, blocks: list[Block], mark: str) -> None:
        if blocks and isinstance(blocks[-1], Heading):
            blocks[-1] = self._marked(blocks[-1], mark)

    def _portioned(self, block: Block, within: tuple[str, ...]) -> Block:
        """A block of the template with the highest mark of the generated part that it is in and of entries it names.

        In a table the rows that name marked entries are marked so, its head for the part.
        """
        portions = self._draft.dress.portions
        if not portions.marks:
            return block
        if isinstance(block, Table):
            named_in = [_named(run for cell in row for run in cell) for row in block.rows]
            rows = tuple(portions.printed(*within, *named) if portions.printed(*named) else "" for named in named_in)
            if any(rows):
                block = self._made(block, ("rows", rows), partial(rows_marked, block, rows))
            mark = portions.printed(*within)
        else:
            mark = portions.printed(*within, *_named(block_runs(block)))
        return self._marked(block, mark) if mark else block

    def _finished(self, blocks: list[Block]) -> tuple[Block, ...]:
        """All blocks without empty parts, with the mark of the title and the numbers of paragraphs."""
        kept = prune(saying_something(blocks, self._draft.citations))
        if mark := self._draft.dress.portions.printed(TITLE):
            kept = tuple(
                self._marked(block, mark) if isinstance(block, Heading) and block.level == 1 else block
                for block in kept
            )
        return tuple(numbered(kept, self._made)) if self._draft.dress.numbered else kept

    def _headed(self, blocks: list[Block], level: int) -> Iterator[Block]:
        for before, after in zip(blocks, under_heading(blocks, level), strict=True):
            yield before if before is after else self._made(before, ("level", level), partial(_same, after))

    def _marked(self, block: Block, mark: str) -> Block:
        return self._made(block, ("mark", mark), partial(marked, block, mark))

    def _made(self, block: Block, key: Hashable, make: Callable[[], Block]) -> Block:
        """What is made of a block: the same object as in the memo before."""
        return self._placed.made(block, key, make)


def _named(runs: Iterable[Run]) -> frozenset[str]:
    """The entries that words come from."""
    return frozenset(run.entry for run in runs if run.entry)


def _same(block: Block) -> Block:
    return block


class _Kept:
    """What was made of blocks, by their identity and a key, for as long as it is asked for in each memo."""

    def __init__(self) -> None:
        self._before: dict[tuple[int, Hashable], tuple[Block, Block]] = {}
        self._now: dict[tuple[int, Hashable], tuple[Block, Block]] = {}

    def made(self, block: _B, key: Hashable, make: Callable[[], _B]) -> _B:
        place = id(block), key
        pair = self._now[place] = self._before.get(place) or (block, make())
        return pair[1]  # type: ignore[return-value]

    def turn(self) -> None:
        self._before, self._now = self._now, {}


class _Lists:
    """Numbers the lists of a memo in the order in which they are met."""

    def __init__(self, kept: _Kept) -> None:
        self._kept = kept
        self._count = 0
        self._of_template: dict[int, int] = {}

    def numbered(self, blocks: tuple[Block, ...], *, of_template: bool = False) -> list[Block]:
        """Blocks that count their lists among themselves, or with all others of the template."""
        known: dict[int, int] = self._of_template if of_template else {}
        return [self._numbered(block, known) if isinstance(block, ListItem) else block for block in blocks]

    def _numbered(self, item: ListItem, known: dict[int, int]) -> ListItem:
        if item.list_number not in known:
            self._count += 1
            known[item.list_number] = self._count
        number = known[item.list_number]
        if number == item.list_number:
            return item
        return self._kept.made(item, ("list", number), lambda: msgspec.structs.replace(item, list_number=number))
