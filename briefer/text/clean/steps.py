"""The table of cleaning rules, and ``clean``, which applies them in its order."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from briefer.text.clean import characters, furniture, long_lines, notes, quoting, repeats, wraps
from briefer.text.clean.headings import find_headings
from briefer.text.clean.result import EXAMPLES, Change, Cleaned, Outcome, Step

ROUNDS = 8
"""One rule can uncover work for another. Rounds end when nothing changes, two or three in practice."""

_ROUNDS_OF_LONG, _LONG = 2, 1_000_000
"""Rounds at most, and code points from which on a text gets no more: each takes a second for them."""


class Rule(NamedTuple):
    """A cleaning rule as people see it. A silent one is safe, is listed and cannot be switched off."""

    description: str
    shown: bool


RULES: dict[str, Rule] = {
    "line-ends": Rule("Line ends of other systems made the usual ones", shown=False),
    "mojibake": Rule("Lines read in the wrong encoding read again", shown=False),
    "controls": Rule("Control characters taken out", shown=False),
    "spaces": Rule("No-break, thin and other odd spaces made plain spaces", shown=False),
    "invisible": Rule("Soft hyphens and zero-width characters taken out", shown=False),
    "ligatures": Rule("Ligatures made letters", shown=False),
    "composed": Rule("Letters and their accents made one character", shown=False),
    "trailing-spaces": Rule("Spaces at line ends taken out", shown=False),
    "inner-spaces": Rule("Double spaces between words made one", shown=False),
    "blank-lines": Rule("Several empty lines made one", shown=False),
    "quote-marks": Rule("Marks (>) of quoted e-mail taken out", shown=True),
    "furniture": Rule("Lines of the web page taken out: advertisements, links, captions, end marks", shown=True),
    "split-quotes": Rule("Quotation marks put back to the words they were torn from", shown=True),
    "dehyphenate": Rule("Words hyphenated at a line end made whole", shown=True),
    "note-marks": Rule("Marks of footnotes ([1]) taken out; the notes stay at the end", shown=True),
    "paragraphs": Rule("Paragraphs parted by an empty line", shown=True),
    "indents": Rule("Spaces before paragraphs taken out", shown=True),
    "unwrap": Rule("Broken lines joined", shown=True),
    "repeats": Rule("Doubled paragraphs taken out", shown=True),
    "long-lines": Rule("Paragraphs too long to be shown parted", shown=False),
}
"""Rule id to what it says to people, in the order in which the rules apply."""

SWITCHABLE = frozenset(rule for rule, told in RULES.items() if told.shown)
"""The rules that ``off`` may name."""

_Pass = Callable[[str], Outcome]
_Log = dict[str, tuple[int, tuple[Change, ...]]]

_ON_CHARACTERS: dict[str, _Pass] = {
    "line-ends": characters.line_ends,
    "mojibake": characters.mojibake,
    "controls": characters.controls,
    "spaces": characters.odd_spaces,
    "invisible": characters.invisible,
    "ligatures": characters.ligatures,
    "composed": characters.composed,
    "trailing-spaces": characters.trailing_spaces,
    "inner-spaces": characters.inner_spaces,
    "blank-lines": characters.blank_lines,
}
_ON_USUAL = {rule: run for rule, run in _ON_CHARACTERS.items() if rule not in characters.ODD}
_ON_LINES: dict[str, _Pass] = {
    "quote-marks": quoting.remove_quote_marks,
    "furniture": furniture.drop_furniture,
    "split-quotes": quoting.mend_split_quotes,
    "dehyphenate": wraps.dehyphenate,
    "note-marks": notes.drop_note_marks,
}
_ON_MARKS: dict[str, _Pass] = {
    "indents": wraps.outdent,
    "paragraphs": wraps.part,
    "unwrap": wraps.unwrap,
}
_ON_PARAGRAPHS: dict[str, _Pass] = {"repeats": repeats.drop_repeats}
_AT_LAST: dict[str, _Pass] = {"long-lines": long_lines.part}


def clean(text: str, off: Collection[str] = ()) -> Cleaned:
    """Text as a careful person would have typed it out, with what each rule changed.

    ``off`` names rules of ``SWITCHABLE`` to leave out; any other name is a ValueError. Cleaning what has
    been cleaned changes nothing, but for a few lines of a text of megabytes.
    """
    if unknown := set(off) - SWITCHABLE:
        raise ValueError(f"no rules that can be switched off: {', '.join(sorted(unknown))}")
    log: _Log = {}
    text = _until_settled(lambda text: _characters(text, off, log), text)
    text = _until_settled(lambda text: _round(text, off, log), text)
    text = _apply(_AT_LAST, text, off, log)
    steps = tuple(Step(rule, *log[rule]) for rule in RULES if rule in log)
    return Cleaned(text, find_headings(text), steps)


def _until_settled(run: Callable[[str], str], text: str) -> str:
    for _ in range(ROUNDS if len(text) < _LONG else _ROUNDS_OF_LONG):
        before, text = text, run(text)
        if text == before:
            break
    return text


def _round(text: str, off: Collection[str], log: _Log) -> str:
    marked = wraps.mark(_apply(_ON_LINES, text, off, log))
    made = _apply(_ON_PARAGRAPHS, wraps.settle(_apply(_ON_MARKS, marked, off, log)), off, log)
    return made if made == text else _characters(made, off, log)


def _characters(text: str, off: Collection[str], log: _Log) -> str:
    return _apply(_ON_CHARACTERS if characters.has_odd(text) else _ON_USUAL, text, off, log)


def _apply(passes: dict[str, _Pass], text: str, off: Collection[str], log: _Log) -> str:
    for rule, run in passes.items():
        if rule in off:
            continue
        text, times, changes = run(text)
        if times:
            counted, listed = log.get(rule, (0, ()))
            log[rule] = counted + times, (listed + changes)[:EXAMPLES]
    return text
