"""A memo kept up to date: the draft and the words of the sections put together, again after each key."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import msgspec

from briefer.memo.blocks import Block, ListItem, Memo, Note, block_runs
from briefer.memo.citations import Citing
from briefer.memo.markdown import Slot, under_heading
from briefer.memo.prune import prune
from briefer.memo.sections import Sections
from briefer.model.brief import Brief
from briefer.templates.citing import Notes
from briefer.templates.draft import Draft, section_words

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
        for part in self._draft.parts.parts:
            if isinstance(part, Slot):
                pieces: list[Block] = []
                for piece in self._sections.pieces(section_words(sections.get(part.name, ""))):
                    pieces += numbers.numbered(piece)
                    yield None
                blocks += self._headed(pieces, part.level)
            else:
                blocks += numbers.numbered((part,), of_template=True)
        self._placed.turn()
        pruned = prune(blocks)
        yield None
        order = tuple(dict.fromkeys(run.note for block in pruned for run in block_runs(block) if run.note))
        if self._written is None or order != self._order:
            for _ in self._notes.writing(order):
                yield None
            self._order, self._written = order, self._notes.written(list(order))
        memo = Memo(self._draft.facts, pruned, self._written)
        yield None
        yield self._citing.cited(memo)

    def _headed(self, blocks: list[Block], level: int) -> Iterator[Block]:
        for before, after in zip(blocks, under_heading(blocks, level), strict=True):
            yield before if before == after else self._placed.made(before, level, functools.partial(_same, after))


def _same(block: Block) -> Block:
    return block


class _Kept:
    """What was made of blocks, by their identity and a number, for as long as it is asked for in each memo."""

    def __init__(self) -> None:
        self._before: dict[tuple[int, int], tuple[Block, Block]] = {}
        self._now: dict[tuple[int, int], tuple[Block, Block]] = {}

    def made(self, block: _B, number: int, make: Callable[[], _B]) -> _B:
        key = id(block), number
        pair = self._now[key] = self._before.get(key) or (block, make())
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
        return self._kept.made(item, number, lambda: msgspec.structs.replace(item, list_number=number))
