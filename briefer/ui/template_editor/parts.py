"""The parts of a line of a template, for their colours: found line by line, each from what was open before it."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["fence", "key", "heading", "value", "control", "comment"]


class State(IntEnum):
    """What is open at the end of a line. ``NOTHING`` is before the first line, as Qt counts it."""

    NOTHING = -1
    HEAD = 1
    BODY = 2
    VALUE = 3
    CONTROL = 4
    COMMENT = 5


class Part(NamedTuple):
    """A stretch of a line, in code points."""

    start: int
    end: int
    kind: Kind


_KEY = re.compile(r"\s*(?:- )?[\w-]+(?=:)")
_OPENING = re.compile(r"\{\{|\{%|\{#")
_OPENS: dict[str, tuple[Kind, State]] = {
    "{{": ("value", State.VALUE),
    "{%": ("control", State.CONTROL),
    "{#": ("comment", State.COMMENT),
}
_CLOSES = {State.VALUE: ("}}", "value"), State.CONTROL: ("%}", "control"), State.COMMENT: ("#}", "comment")}


def parts(line: str, before: int) -> tuple[list[Part], State]:
    """The parts of a line that is read in a state, and the state after it. Headings come first, tags over them."""
    if before == State.NOTHING:
        fence = line.rstrip() == "---"
        return ([Part(0, len(line), "fence")], State.HEAD) if fence else _body(line, State.BODY)
    if before == State.HEAD:
        if line.rstrip() in ("---", "..."):
            return [Part(0, len(line), "fence")], State.BODY
        key = _KEY.match(line)
        return ([Part(key.start(), key.end(), "key")] if key else []), State.HEAD
    return _body(line, State(before))


def _body(line: str, state: State) -> tuple[list[Part], State]:
    found = [Part(0, len(line), "heading")] if state == State.BODY and line.startswith("#") else []
    at = 0
    if not line.strip():  # a tag that is not closed ends with its paragraph
        return found, State.COMMENT if state == State.COMMENT else State.BODY
    while True:
        if state == State.BODY:
            opening = _OPENING.search(line, at)
            if opening is None:
                return found, state
            start, at = opening.start(), opening.end()
            kind, state = _OPENS[opening[0]]
        else:
            start, kind = at, _CLOSES[state][1]  # type: ignore[assignment]
        due = _CLOSES[state][0]
        end = line.find(due, at)
        if end < 0:
            return [*found, Part(start, len(line), kind)], state
        at = end + len(due)
        found.append(Part(start, at, kind))
        state = State.BODY
