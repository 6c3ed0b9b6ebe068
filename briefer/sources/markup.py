"""Markdown to plain blocks of text: enough of it to take the marks off, line by line, in one pass."""

from __future__ import annotations

import re
from typing import NamedTuple


class Block(NamedTuple):
    """A paragraph, a list, a table or a heading (``level`` 1 to 6, else 0) without marks."""

    text: str
    level: int = 0


_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_CELLS = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_CELL_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
_DEFINITION = re.compile(r" {0,3}\[[^\]^]{1,200}\]:[ \t]+\S+")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(`+)([^`\n]{1,500})\1(?!`)")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]\n]{1,1000})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\]\n]{0,200}\])")
_NOTE = re.compile(r"\[\^[^\]\s]{1,100}\](:)?")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,1000}>")
_STRONG = re.compile(r"(\*\*|__|~~)(?=\S)([^*_~\n]{1,2000}(?:[*_][^*_\n]{1,500}[*_])?[^*_~\n]{0,2000})(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000})(?<=[^\s*])\*(?!\*)|(?<![\w_])_(?=[^\s_])([^_\n]{1,2000})(?<=[^\s_])_(?![\w_])"
)
_ENTITY = re.compile(r"&#?\w{1,32};")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_HELD_MARKS = re.compile("[\ue000\ue001]")
_HELD = "\ue000{}\ue001"
_HOLD = re.compile("\ue000(\\d+)\ue001")


def plain_blocks(markdown: str) -> list[Block]:
    """The blocks of a Markdown text in order, without empty ones.

    Soft line breaks become spaces, hard ones (two spaces or a backslash) stay; list items and table rows keep a
    line each, with tabs between cells; code keeps its lines. Pictures, comments, rules and link targets go.
    """
    lines = _COMMENT.sub("", _LINE_ENDS.sub("\n", _HELD_MARKS.sub("", markdown))).split("\n")
    blocks: list[Block] = []
    open_lines: list[str] = []
    fence = ""

    def close(level: int = 0) -> None:
        text = _joined(open_lines)
        open_lines.clear()
        if text.strip():
            blocks.append(Block(text, level))

    for line in lines:
        fenced = _FENCE.match(line)
        if fence:
            if fenced and fenced[1].startswith(fence):
                blocks.append(Block("\n".join(open_lines).strip("\n")))
                open_lines.clear()
                fence = ""
            else:
                open_lines.append(line)
            continue
        bare = _unquoted(line)
        heading = _HEADING.match(bare)
        if fenced or heading or not bare.strip() or _DEFINITION.match(bare):
            close()
            fence = fenced[1] if fenced else ""
            if heading and heading[2]:
                blocks.append(Block(_inline(heading[2]), len(heading[1])))
        elif (underline := _UNDERLINE.match(bare)) and len(open_lines) == 1 and not _ITEM.match(open_lines[0]):
            close(1 if underline[1][0] == "=" else 2)
        elif _RULE.match(bare):
            close()
        elif not _CELL_RULE.match(bare):
            open_lines.append(bare)
    close()
    return [block for block in blocks if block.text.strip()]


def _unquoted(line: str) -> str:
    while mark := _QUOTE.match(line):
        line = line[mark.end() :]
    return line


def _joined(lines: list[str]) -> str:
    made: list[str] = []
    for line in lines:
        hard = line.endswith(("  ", "\\"))
        words = line.strip().removesuffix("\\")
        if _CELLS.match(line):
            made.append("\t".join(cell.strip() for cell in words.strip("|").split("|")) + "\n")
        elif _ITEM.match(line):
            if made and not made[-1].endswith("\n"):
                made[-1] = made[-1].rstrip() + "\n"
            made.append(line.rstrip().removesuffix("\\") + ("\n" if hard else " "))
        else:
            made.append(words.rstrip() + ("\n" if hard else " "))
    return _inline("".join(made).rstrip())


def _inline(text: str) -> str:
    """Running text without marks. What was escaped or is code is put aside meanwhile, so that it stays as it is."""
    import html

    held: list[str] = []

    def hold(words: str) -> str:
        held.append(words)
        return _HELD.format(len(held) - 1)

    text = _CODE.sub(lambda match: hold(match[2].strip()), text)
    text = _ESCAPED.sub(lambda match: hold(match[1]), text)
    text = _ADDRESS.sub(lambda match: hold(match[1].removeprefix("mailto:")), text)
    text = _NOTE.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    text = _TAG.sub("", text)
    text = _EMPHASIS.sub(lambda match: match[1] or match[2], _STRONG.sub(r"\2", text))
    text = _ENTITY.sub(lambda match: _HELD_MARKS.sub("", html.unescape(match[0])), text)
    return _HOLD.sub(lambda match: held[int(match[1])], text).strip("\n ")
