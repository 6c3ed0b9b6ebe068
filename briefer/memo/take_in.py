"""Three versions of a part of the memo become one: as it was made, as a person wrote it, as it would be made now.

They are compared paragraph by paragraph, item by item and row by row. What was changed on one side alone is settled;
what both have changed differently is for the person to choose, whose own words stand until then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Literal, NamedTuple, TypeAlias

from briefer.memo.matching import matched
from briefer.memo.pieces import Form, Piece, cells, joined, pieces
from briefer.text.unchanged import ascending

Side: TypeAlias = Literal["mine", "now"]


_UNITS: dict[Form, str] = {
    "paragraph": "paragraph", "item": "item", "head": "row", "row": "row", "table": "table",
}  # fmt: skip


class Part(NamedTuple):
    """A piece in the three versions; empty in one that does not have it. ``moved`` if it gets another place."""

    form: Form
    before: str
    mine: str
    now: str
    moved: bool = False

    @property
    def is_news(self) -> bool:
        """Whether the text would be another if the notes were followed."""
        return self.now not in (self.before, self.mine)

    @property
    def is_conflict(self) -> bool:
        """Whether both sides have changed it, and differently."""
        return self.is_news and self.mine != self.before

    @property
    def side(self) -> Side:
        """Which wording stands unless the person chooses the other."""
        return "now" if self.is_news and not self.is_conflict else "mine"

    @property
    def key(self) -> Part:
        """By which it is known in choices: the same wherever it stands."""
        return self._replace(moved=False)

    @property
    def happened(self) -> str:
        """What the notes did to it: ``changed``, ``new``, ``gone`` or ``moved``."""
        if not self.is_news:
            return "moved"
        return "new" if not self.before else "changed" if self.now else "gone"

    def wording(self, side: Side) -> str:
        """The text of a side; where there is no news, a person's own."""
        return self.now if side == "now" and self.is_news else self.mine


Choices: TypeAlias = Mapping[Part, Side]
"""What a person chose for parts, by their keys; the others are settled by ``Part.side``."""


def compared(before: str, mine: str, now: str) -> tuple[Part, ...]:
    """The parts of three versions of a section's Markdown, in the order of the text that they become."""
    if now in (before, mine):
        return tuple(Part(piece.form, piece.text, piece.text, piece.text) for piece in pieces(mine))
    parts = _parts(*(pieces(text) for text in (before, mine, now)))
    if not _tables_hold(parts):
        parts = _parts(*(pieces(text, rows=False) for text in (before, mine, now)))
    return tuple(parts)


def news(parts: Iterable[Part]) -> list[Part]:
    """The parts that the notes would put otherwise, or elsewhere."""
    return [part for part in parts if part.is_news or part.moved]


def in_words(changed: Iterable[Part]) -> str:
    """How many pieces the notes have changed: ``2 rows, 1 item changed``, or ``2 rows new``; empty if none."""
    changes = list(changed)
    happened = {part.happened for part in changes}
    counts = Counter(_UNITS[part.form] for part in changes)
    units = ", ".join(f"{count} {unit}{'s' if count != 1 else ''}" for unit, count in counts.items())
    return f"{units} {happened.pop() if len(happened) == 1 else 'changed'}" if units else ""


def told(parts: Iterable[Part], choices: Choices | None = None) -> str:
    """What taking in does to a text: ``2 changes taken in, 1 place stays as you have it.``"""
    changes = news(parts)
    chosen = choices or {}
    left = [part for part in changes if part.is_news and chosen.get(part.key, part.side) == "mine"]
    taken = len(changes) - len(left)
    said = [f"{taken} change{'s' if taken != 1 else ''} taken in"] if taken or not left else []
    if left:
        said.append(f"{len(left)} place{'s stay' if len(left) != 1 else ' stays'} as you have it")
    return f"{', '.join(said)}."


def taken_in(before: str, mine: str, now: str, choices: Choices | None = None) -> str:
    """``mine`` with what ``now`` changed of ``before``; where both changed a piece, ``choices`` tell which stands.

    A side that changed nothing gives way to the other to the letter, and a piece that both changed alike comes once.
    """
    parts = compared(before, mine, now)
    if not news(parts):
        return mine
    if mine == before and not choices:
        return now
    chosen = choices or {}
    texts = ((part.form, part.wording(chosen.get(part.key, part.side))) for part in parts)
    return joined(Piece(form, text) for form, text in texts if text)


class _Slot(NamedTuple):
    """Numbers of a piece in the three versions; None in one that does not have it."""

    before: int | None
    mine: int | None
    now: int | None


def _parts(before: list[Piece], mine: list[Piece], now: list[Piece]) -> list[Part]:
    to_mine, to_now = matched(before, mine), matched(before, now)
    slots = [_Slot(n, to_mine.get(n), to_now.get(n)) for n in range(len(before))]
    new_mine = [n for n in range(len(mine)) if n not in set(to_mine.values())]
    new_now = [n for n in range(len(now)) if n not in set(to_now.values())]
    both = matched([mine[n] for n in new_mine], [now[n] for n in new_now])
    slots += [_Slot(None, n, new_now[both[i]] if i in both else None) for i, n in enumerate(new_mine)]
    slots += [_Slot(None, None, n) for i, n in enumerate(new_now) if i not in set(both.values())]
    in_mine = sorted((slot for slot in slots if slot.mine is not None), key=lambda slot: slot.mine or 0)
    in_now = sorted((slot for slot in slots if slot.now is not None), key=lambda slot: slot.now or 0)
    moved_by_me = _moved([slot.before for slot in in_mine])
    moved_by_notes = _moved([slot.before for slot in in_now])
    form = {slot: _piece(slot, before, mine, now).form for slot in slots}
    if moved_by_me:
        ordered, moved = _woven(in_mine, in_now, form), frozenset[int]()
    else:
        ordered, moved = _woven(in_now, in_mine, form), moved_by_notes
    return [
        Part(
            form[slot],
            _text(before, slot.before),
            _text(mine, slot.mine),
            _text(now, slot.now),
            slot.before in moved and slot.mine is not None,
        )
        for slot in ordered
    ]


def _piece(slot: _Slot, before: list[Piece], mine: list[Piece], now: list[Piece]) -> Piece:
    for side, number in zip((before, mine, now), slot, strict=True):
        if number is not None:
            return side[number]
    raise LookupError(slot)


def _text(side: list[Piece], number: int | None) -> str:
    return side[number].text if number is not None else ""


def _moved(numbers: Sequence[int | None]) -> frozenset[int]:
    """The numbers that do not ascend with the others."""
    known = [number for number in numbers if number is not None]
    staying = {number for _, number in ascending(list(enumerate(known)))}
    return frozenset(known) - staying


def _woven(first: Sequence[_Slot], second: Sequence[_Slot], form: Mapping[_Slot, Form]) -> Iterator[_Slot]:
    """The slots of one version in their order, and each of the other after the one that it follows there."""
    followers = _followers(first, second)
    place = {slot: number for number, slot in enumerate(second)}
    yield from followers.get(None, ())
    waiting: list[_Slot] = []
    for index, slot in enumerate(first):
        if not _continues(form[slot]):
            yield from waiting
            waiting = []
        yield slot
        after = followers.get(slot, [])
        goes_on = index + 1 < len(first) and _continues(form[first[index + 1]])
        behind = place[after[-1]] + 1 if after else len(second)
        stands_within = behind < len(second) and _continues(form[second[behind]])
        if goes_on and not stands_within:
            inside = list(takewhile(lambda each: _continues(form[each]), after))
            yield from inside
            waiting += after[len(inside) :]
        else:
            yield from after
    yield from waiting


def _followers(first: Sequence[_Slot], second: Sequence[_Slot]) -> dict[_Slot | None, list[_Slot]]:
    there = set(first)
    followers: dict[_Slot | None, list[_Slot]] = {}
    last: _Slot | None = None
    for slot in second:
        if slot in there:
            last = slot
        else:
            followers.setdefault(last, []).append(slot)
    return followers


def _continues(form: Form) -> bool:
    return form in ("row", "item")


def _tables_hold(parts: Iterable[Part]) -> bool:
    """Whether each row comes under a head that has a cell for each of its own, whatever is chosen."""
    width = 0  # cells of the table that the part at hand may belong to; 0 where there is none
    for part in parts:
        wordings = {part.wording("mine"), part.wording("now")}
        if wordings == {""}:
            continue
        if part.form == "head":
            widths = {len(cells(text.split("\n")[0])) if text else 0 for text in wordings}
            width = widths.pop() if len(widths) == 1 else 0
        elif part.form != "row":
            width = 0
        elif max(len(cells(text)) for text in wordings if text) > width:
            return False
    return True
