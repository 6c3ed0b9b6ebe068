"""How the Markdown of a section looks while it is written: what is bold, a heading, a link, and what are only marks.

It agrees with what ``briefer.memo.markdown`` makes of it, in all that people type.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.memo.emphasis import emphasis_in
from briefer.text.claims import Part, read_section
from briefer.text.spans import Span


class Look(NamedTuple):
    """A stretch of a text, in code points, and how it looks. ``mark``: no word of the memo, and shown faint.

    ``heading`` is its level, 0 if it is none.
    """

    start: int
    end: int
    bold: bool = False
    italic: bool = False
    mark: bool = False
    code: bool = False
    link: bool = False
    heading: int = 0


_INLINE = re.compile(
    r"""
    \\(?P<escaped>[!-/:-@\[-`{-~])
  | (?<!`)(?P<ticks>`++)(?P<code>(?:(?!\n[ \t]*\n).)+?)(?<!`)(?P=ticks)(?!`)
  | \[(?P<words>(?:[^\[\]\\\n]|\\.)*)\](?P<target>\(\s*(?:https?://|mailto:)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\s*\))
  | (?P<web><https?://[^\s<>]+>|(?<![^\W_])https?://[^\W_][^\s<>\[\]]*)
  | (?P<object>\ufffc|\[@\w+(?:[;,][ ]*@\w+)*\])
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_PLAIN = re.compile(r"[^*_`\\\[<#>|~=:\ufffc\n\d+-]*")
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?)(?:^(?P=fence)[`~]*[ ]*$|\Z)", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]")
_STOPS = ".,:;!?'\"”’»…*_~"


def looks(text: str) -> list[Look]:
    """The looks of a section, or of lines of it between two empty ones outside of code; the rest is plain.

    Where a look begins within another both hold. A citation may stand in the text as U+FFFC.
    """
    if _PLAIN.fullmatch(text):
        return []
    made = (
        [Look(*found.span(), code=True) for found in _FENCE.finditer(text)] if "```" in text or "~~~" in text else []
    )
    at = 0
    for part in read_section(text).parts:
        level = _level(text, part)
        made += _marks_between(text, at, part.start)
        if level and part.start < part.end:
            made.append(Look(part.start, part.end, heading=level))
        made += _in_words(text, part.start, part.end)
        at = part.end
    made += _marks_between(text, at, len(text))
    return made


def _level(text: str, part: Part) -> int:
    """The level of a heading; 0 for the head of a table, and for what is no heading."""
    if not part.heading or part.row:
        return 0
    begin = text.rfind("\n", 0, part.start) + 1
    found = _HEADING.match(text, begin)
    return len(found[1]) if found else 1 if text[part.end + 1 :].startswith("=") else 2


def _marks_between(text: str, start: int, end: int) -> Iterator[Look]:
    """What stands between two parts is marks: of items, headings, quotations, rules and code."""
    for found in re.finditer(r"[^\s]+", text[start:end]):
        yield Look(start + found.start(), start + found.end(), mark=True)


def _in_words(text: str, start: int, end: int) -> Iterator[Look]:
    """The looks inside of a paragraph, an item, a row or a heading."""
    words = text[start:end]
    holes: list[Span] = []
    inner: list[Look] = []
    for found in _INLINE.finditer(words):
        holes.append(_hole(found))
        inner += _inside(found)
    for stretch in emphasis_in(words, holes):
        yield Look(
            start + stretch.start,
            start + stretch.end,
            bold=stretch.bold and not stretch.mark,
            italic=stretch.italic and not stretch.mark,
            mark=stretch.mark,
        )
    for look in inner:
        yield look._replace(start=start + look.start, end=start + look.end)


def _hole(found: re.Match[str]) -> Span:
    return (found.start(), found.end()) if found["web"] is None else (found.start(), _end_of_address(found))


def _inside(found: re.Match[str]) -> Iterator[Look]:
    start, end = found.span()
    if found["escaped"]:
        yield Look(start, start + 1, mark=True)
    elif found["code"]:
        ticks = len(found["ticks"])
        yield from (Look(start, start + ticks, mark=True), Look(end - ticks, end, mark=True))
        yield Look(start + ticks, end - ticks, code=True)
    elif found["web"]:
        yield Look(start, _end_of_address(found), link=True)
    elif found["target"]:
        yield Look(start, start + 1, mark=True)
        yield Look(start + 1, start + 1 + len(found["words"]), link=True)
        for look in _in_words(found["words"], 0, len(found["words"])):
            yield look._replace(start=start + 1 + look.start, end=start + 1 + look.end)
        yield Look(found.start("target") - 1, end, mark=True)


def _end_of_address(found: re.Match[str]) -> int:
    """Where a bare address ends without the punctuation of the sentence around it."""
    address = found[0]
    while address[0] != "<" and (
        address[-1] in _STOPS or (address[-1] == ")" and address.count(")") > address.count("("))
    ):
        address = address[:-1]
    return found.start() + len(address)
