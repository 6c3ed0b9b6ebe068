"""Wrapped lines joined, paragraphs parted, words mended that were hyphenated at a line end.

``mark`` writes what it found about each line break at the line's end; ``part`` and ``unwrap`` act on
their own marks, so that either can be off; ``settle`` takes away what nobody used.
"""

from __future__ import annotations

import re

from briefer.text.clean import lines as look
from briefer.text.clean.characters import SOFT_HYPHEN
from briefer.text.clean.compounds import forms, is_compound
from briefer.text.clean.layout import PARTED, SPURIOUS, Break, blocks, breaks
from briefer.text.clean.result import EXAMPLES, Change, Outcome, outcome

_AROUND = 24
_HYPHENS = ("-", "\u2010")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*")
_LAST_WORD = re.compile(r"(?:^|[^\w-])([\w’'-]*[^\W\d_])[-‐]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_SUSPENDED = frozenset("and or nor to und oder bzw bis et ou".split())


def dehyphenate(text: str) -> Outcome:
    """A word hyphenated at a line end loses its hyphen; it is marked, and whole once its lines are joined.

    The document's own words decide: seen with the hyphen, it stays; seen in one piece, it goes. Else it stays
    beside capitals, digits and the usual parts of compounds.
    """
    lines = text.split("\n")
    broken = [at for at in range(len(lines) - 1) if lines[at].endswith(_HYPHENS)]
    if not broken:
        return Outcome(text)
    seen = {word.casefold().replace("‐", "-") for line in lines for word in _words(line)}
    known = {forms(word) for word in seen if "-" in word}
    changes: list[Change] = []
    for at in broken:
        last, first = _LAST_WORD.search(lines[at][-60:]), _FIRST_WORD.match(lines[at + 1][:80].lstrip())
        if last and first and not _hyphen_stays(last[1], first, seen, known):
            changes.append((f"{last[1]}-\n{first[0]}", last[1] + first[0]))
            lines[at] = lines[at][:-1] + SOFT_HYPHEN
    return outcome("\n".join(lines), changes)


def _words(line: str) -> list[str]:
    # A huge unbroken run of letters is no prose and would only cost time.
    return _WORD.findall(line) if len(line) < 100_000 else []


def _hyphen_stays(last: str, following: re.Match[str], seen: set[str], known: set[str]) -> bool:
    first = following[0]
    start, rest = last.casefold(), first.casefold()
    if first in _SUSPENDED or not first[0].islower() or "-" in last or not last.isalpha() or last.isupper():
        return True
    if f"{start}-{rest}" in seen:
        return True
    if start + rest in seen:
        return False
    return forms(f"{start}-{rest}") in known or is_compound(start, rest, following.string[following.end() :])


def mark(text: str) -> str:
    """The text with a mark at each line end that is a wrap or that parts paragraphs."""
    lines = text.split("\n")
    for at, kind in enumerate(breaks(lines)):
        if kind is Break.WRAP and not lines[at].endswith((SPURIOUS, SOFT_HYPHEN)):
            lines[at] += SPURIOUS
        elif kind is Break.PART:
            lines[at] += PARTED
    return "\n".join(lines)


def part(text: str) -> Outcome:
    """An empty line after each line that is marked as the end of a paragraph."""
    lines = text.split("\n")
    changes: list[Change] = []
    for at, line in enumerate(lines):
        if line.endswith(PARTED):
            lines[at] = line[:-1] + "\n"
            changes.append(_change(lines[at], lines[at + 1], "\n\n"))
    return outcome("\n".join(lines), changes)


def outdent(text: str) -> Outcome:
    """A paragraph of one line, or whose lines will be joined, loses the spaces before it."""
    lines = text.split("\n")
    changes: list[Change] = []
    for start, end in blocks(lines):
        first = lines[start]
        bare = first.lstrip(" \t")
        prose = not (look.bullet(first) or look.item_number(first) or look.code(first))
        alone = end - start == 1 or first.endswith((SPURIOUS, SOFT_HYPHEN, PARTED))
        if bare != first and bare and alone and prose:
            lines[start] = bare
            changes.append((first[:_AROUND], bare[:_AROUND]))
    return outcome("\n".join(lines), changes)


def unwrap(text: str) -> Outcome:
    """Lines whose break is marked as a wrap are joined to the next."""
    pieces: list[str] = []
    changes: list[Change] = []
    joining, times = "", 0
    for line in text.split("\n"):
        if joining and not line:
            continue
        if joining:
            glue = _glue(joining, line)
            pieces[-1] = joining.rstrip(SPURIOUS + SOFT_HYPHEN) + glue
            times += 1
            if times <= EXAMPLES:
                changes.append(_change(joining, line, glue))
            line = line.lstrip(" \t")
        elif pieces:
            pieces[-1] += "\n"
        pieces.append(line)
        joining = line if line.endswith((SPURIOUS, SOFT_HYPHEN)) else ""
    return Outcome("".join(pieces), times, tuple(changes))


def settle(text: str) -> str:
    """The text without marks: a word parted by a soft hyphen is whole again, on its first line."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if line.endswith(SOFT_HYPHEN) and at + 1 < len(lines):
            rest, _, following = lines[at + 1].lstrip(" \t").partition(" ")
            lines[at], lines[at + 1] = line[:-1] + rest, following
        else:
            lines[at] = line.rstrip(SPURIOUS + PARTED)
    return "\n".join(lines)


def _change(a: str, b: str, glue: str) -> Change:
    end, start = a[-_AROUND:].rstrip(SPURIOUS + SOFT_HYPHEN + "\n"), b[:_AROUND].rstrip(SPURIOUS + PARTED)
    return f"{end}\n{start}", end + glue + start.lstrip(" \t")


def _glue(a: str, b: str) -> str:
    if a.endswith(SOFT_HYPHEN):
        return ""
    a, b = a.rstrip(SPURIOUS)[-40:], b[:40].lstrip(" \t")
    if look.cjk(a[-1:]) and look.cjk(b[:1]):
        return ""
    word = _FIRST_WORD.match(b)
    if a.endswith(_HYPHENS) and a[-2:-1].isalnum() and b[:1].isalnum():
        suspended = word and word[0] in _SUSPENDED and b[word.end() : word.end() + 1] not in ("-", "‐")
        return " " if suspended else ""
    clings = (a.endswith(("—", "/")) and not a[:-1].endswith(" ")) or (b.startswith("—") and not b.startswith("— "))
    return "" if clings else " "
