"""The history of a brief: undo is the list of earlier briefs.

No clock and no screen: whoever types decides when a step is complete (a pause, the end of a word) and calls
``seal``. A place is whatever the caller wants back with a step, such as the pane and its selection.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

import msgspec

from briefer.model.brief import Brief

STEPS = 1000
MEMORY = 64 * 1024 * 1024

_SAMPLE = 32
"""Of many changed items (all that an edit of a text moved), so many are weighed for all."""


class Step(NamedTuple):
    """A change: the brief it led to, what it is called, what it joins with, where it was made, its own bytes."""

    brief: Brief
    label: str
    join: str = ""
    place: object = None
    size: int = 0


class Move(NamedTuple):
    """Where undo or redo leads: the brief, and the label and place of the change that was undone or redone."""

    brief: Brief
    label: str
    place: object


class History:
    """The steps of one brief, of which the present one may be any.

    It keeps at most ``steps`` steps, and fewer if what they do not share with one another takes more than
    ``memory`` bytes; but always the last one, so that every change can be taken back.
    """

    def __init__(self, brief: Brief, *, steps: int = STEPS, memory: int = MEMORY) -> None:
        self._steps = [Step(brief, "")]
        self._at = 0
        self._sealed = True
        self._saved: Brief | None = brief
        self._most_steps, self._most_memory = steps, memory
        self._memory = 0

    @property
    def present(self) -> Brief:
        """The brief as it is."""
        return self._steps[self._at].brief

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty if there is nothing."""
        return self._steps[self._at].label if self.can_undo else ""

    @property
    def redo_label(self) -> str:
        """What redo would make again; empty if there is nothing."""
        return self._steps[self._at + 1].label if self.can_redo else ""

    @property
    def can_undo(self) -> bool:
        """Whether a change can be taken back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """Whether a change that was taken back can be made again."""
        return self._at + 1 < len(self._steps)

    @property
    def is_saved(self) -> bool:
        """Whether the present brief equals the one last marked as saved, by whatever way it was reached."""
        return self._saved is not None and (self.present is self._saved or self.present == self._saved)

    def record(self, brief: Brief, label: str, join: str = "", place: object = None) -> None:
        """Make this the present brief. What had been taken back cannot be made again after it.

        With the ``join`` of the last step, not empty and not sealed, it becomes part of that step, which keeps its
        own label and place; a step that so ends where it began is none. The present brief itself is no change.
        """
        if brief is self.present:
            return
        self._cut_redo()
        if join and join == self._steps[-1].join and not self._sealed:
            self._join(brief)
        else:
            self._weigh_last()
            self._steps.append(Step(brief, label, join, place))
            self._at += 1
            self._drop_oldest()
            self._sealed = False

    def seal(self) -> None:
        """Let nothing more join the last step: the user paused, ended a word, or went elsewhere."""
        self._sealed = True

    def undo(self) -> Move | None:
        """Take the last change back; None if there is none."""
        if not self.can_undo:
            return None
        undone = self._steps[self._at]
        self._at -= 1
        self._sealed = True
        return Move(self.present, undone.label, undone.place)

    def redo(self) -> Move | None:
        """Make the change again that was taken back last; None if there is none."""
        if not self.can_redo:
            return None
        self._at += 1
        self._sealed = True
        return Move(self.present, self._steps[self._at].label, self._steps[self._at].place)

    def mark_saved(self, brief: Brief | None = None) -> None:
        """Remember the brief that was written: the present one, or an earlier one if typing went on meanwhile."""
        self._saved = self.present if brief is None else brief
        self.seal()

    def mark_unsaved(self) -> None:
        """Forget the saved brief: what is on disk is not this (a recovered brief, say)."""
        self._saved = None

    def _join(self, brief: Brief) -> None:
        if brief == self._steps[-2].brief:
            self._steps.pop()
            self._at -= 1
            self._memory -= self._steps[-1].size
            self._steps[-1] = self._steps[-1]._replace(size=0)
            self._sealed = True
        else:
            self._steps[-1] = self._steps[-1]._replace(brief=brief)

    def _cut_redo(self) -> None:
        if not self.can_redo:
            return
        del self._steps[self._at + 1 :]
        self._steps[-1] = self._steps[-1]._replace(size=0)
        self._memory = sum(step.size for step in self._steps)

    def _weigh_last(self) -> None:
        """Count the last step's own bytes, which is done when the next begins: typing joins until then."""
        last = self._steps[-1]
        if len(self._steps) > 1 and not last.size:
            size = own_bytes(last.brief, self._steps[-2].brief)
            self._steps[-1] = last._replace(size=size)
            self._memory += size

    def _drop_oldest(self) -> None:
        while len(self._steps) > 2 and (len(self._steps) > self._most_steps + 1 or self._memory > self._most_memory):
            del self._steps[0]
            # What the oldest step does not share with its forerunner keeps nothing alive that must be counted.
            self._memory -= self._steps[0].size
            self._steps[0] = self._steps[0]._replace(size=0)
            self._at -= 1


def own_bytes(new: object, old: object) -> int:
    """The bytes of what ``new`` does not share with ``old``: texts and structs that are other objects.

    Items of a tuple that stand in the old one are shared wherever they stand; the others are compared in pairs, and
    where they are many, a sample stands for all.
    """
    if new is old:
        return 0
    match new:
        case str():
            return sys.getsizeof(new)
        case tuple():
            return sys.getsizeof(new) + _own_bytes_of_items(new, old if isinstance(old, tuple) else ())
        case dict():
            earlier = old if isinstance(old, dict) else {}
            return sys.getsizeof(new) + sum(own_bytes(value, earlier.get(key)) for key, value in new.items())
        case msgspec.Struct():
            before = msgspec.structs.astuple(old) if type(old) is type(new) else (None,) * len(new.__struct_fields__)
            fields = zip(msgspec.structs.astuple(new), before, strict=True)
            return sys.getsizeof(new) + sum([own_bytes(one, other) for one, other in fields if one is not other])
        case _:
            return sys.getsizeof(new)


def _own_bytes_of_items(new: tuple[object, ...], old: tuple[object, ...]) -> int:
    shared = set(map(id, old))
    padding = (None,) * (len(new) - len(old))
    pairs = [pair for pair in zip(new, (*old, *padding), strict=False) if id(pair[0]) not in shared]
    step = max(1, len(pairs) // _SAMPLE)
    weighed = pairs[::step]
    return sum([own_bytes(*pair) for pair in weighed]) * len(pairs) // max(1, len(weighed))
