"""Quotation marks that a line end tore off, and the ``>`` marks of e-mails."""

from __future__ import annotations

import re

from briefer.text.clean import lines as look
from briefer.text.clean.layout import SPURIOUS
from briefer.text.clean.result import Change, Outcome, outcome

_DEPTH = re.compile(r"(?:[ \t]*>)+ ?")
_OPENING = re.compile(r"(?:^|[\s(\[—–-])([“„‘‚«‹])$")
_OPENERS = tuple('“„‘‚«‹"')
_TORN = re.compile(r"[“„‘‚«‹\"][ \t]*$|^”", re.MULTILINE)
_STRAIGHT = re.compile(r"(?:^|[\s(\[—–])\"$")
_CLOSING = re.compile(r"(”[.,;:!?]?)(?:\s+|$)")
_AROUND = 24


def mend_split_quotes(text: str) -> Outcome:
    """An opening mark left alone at a line end goes to the words after it; a closing one to those before.

    The break is marked as none, for the pass that joins lines. An empty line between does not matter: no
    paragraph ends with an opening mark.
    """
    if not _TORN.search(text):
        return Outcome(text)
    made: list[str] = []
    changes: list[Change] = []
    for line in text.split("\n"):
        open_at = _left_open(made) if line.strip() else 0
        if open_at:
            line = _take_down(made, open_at, line, changes)
        elif made and (closing := _CLOSING.match(line)) and made[-1].count("“") > made[-1].count("”"):
            line = _take_up(made, closing, line, changes)
        made.append(line)
    return outcome("\n".join(made), changes)


def _left_open(made: list[str]) -> int:
    """How many lines back, two at most, a line ends with an opening mark before nothing but space; 0 for none."""
    for back in (1, 2):
        if len(made) < back or (back == 2 and made[-1].strip()):
            return 0
        if _opens(made[-back]):
            return back
    return 0


def _opens(line: str) -> bool:
    tail = line[-2:]
    if tail[-1:] not in _OPENERS:
        return False
    return bool(_OPENING.search(tail)) or (bool(_STRAIGHT.search(tail)) and line.count('"') % 2 == 1)


def _take_down(made: list[str], back: int, line: str, changes: list[Change]) -> str:
    opened, start = made[-back], line.lstrip()
    changes.append((f"{opened[-_AROUND:]}\n{start[:_AROUND]}", f"{opened[-_AROUND:]}{start[:_AROUND]}"))
    del made[-back:]
    if kept := opened[:-1].rstrip(" \t"):
        made.append(kept + SPURIOUS)
    return opened[-1] + start


def _take_up(made: list[str], closing: re.Match[str], line: str, changes: list[Change]) -> str:
    end, rest = made[-1][-_AROUND:], line[closing.end() :]
    changes.append((f"{end}\n{line[:_AROUND]}", f"{end}{line[:_AROUND]}"))
    made[-1] += closing[1] + (SPURIOUS if rest else "")
    return rest


def remove_quote_marks(text: str) -> Outcome:
    """The ``>`` marks of quoted e-mail go; where their depth changes, an empty line parts what was said by whom.

    One such line by itself is no quoted e-mail, and ``>>>`` with nothing of a lower depth is a program.
    """
    lines = text.split("\n")
    depths = [_depth(line) for line in lines]
    if sum(map(bool, depths)) < 2 or min(filter(None, depths)) > 2:
        return Outcome(text)
    changes: list[Change] = []
    made: list[str] = []
    for at, line in enumerate(lines):
        bare = line
        if depths[at]:
            bare = _DEPTH.sub("", line, count=1).rstrip(" \t")
            changes.append((line[: 2 * _AROUND], bare[: 2 * _AROUND]))
        if at and made[-1] and bare and depths[at] != depths[at - 1] and not _runs_on(made[-1], bare):
            made.append("")
        made.append(bare)
    return outcome("\n".join(made), changes)


def _depth(line: str) -> int:
    marks = _DEPTH.match(line)
    return marks[0].count(">") if marks else 0


def _runs_on(a: str, b: str) -> bool:
    return not look.ends_sentence(a) and look.starts_small(b)
