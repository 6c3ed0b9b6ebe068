"""Runs → Markdown: delimiters that CommonMark, GFM and pandoc all read alike.

Links are outermost, then bold, then italic. White space, and punctuation that would keep a delimiter from
working beside a letter, moves out of bold and italic; code is never bold or italic. Where bold and
italic meet inside a word and no delimiter is safe, the italics go and the words stay.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Literal, TypeAlias

from msgspec.structs import replace

from briefer.memo.blocks import Run
from briefer.render.groups import safe_link
from briefer.text.escape import escape_markdown

_Format: TypeAlias = Literal["link", "bold", "italic"]

_FORMATS: tuple[_Format, ...] = ("link", "bold", "italic")
_NOT_IN_TARGET = re.compile(r"""[\\<>|"`^{}\[\]()*]|&(?=#?\w+;)""")
_END_OF_ADDRESS = re.compile(r"[.,;:!?)]*(?:\s|\Z)")
_AUTOLINK = re.compile(r"https?://(?!\S*&\w+;)[^\W_][^\s<>\"\\^`{|}]*", re.IGNORECASE)


def markdown_runs(runs: Iterable[Run], *, in_cell: bool = False, one_line: bool = False) -> str:
    """``runs`` as inline Markdown.

    A line break is a backslash before a line end; with ``one_line`` (a heading) or ``in_cell`` it is a space. A table
    cell cannot hold code with a pipe in it: that becomes text.
    """
    one_line = one_line or in_cell
    sequence = _merged(_plainer(run, in_cell=in_cell, one_line=one_line) for run in runs)
    sequence = _trimmed(sequence)
    for name in _FORMATS:
        sequence = _fitted(sequence, name)
    line = _Line(starts_line=not one_line)
    grouped = _grouped(sequence, "link")
    for index, members in enumerate(grouped):
        link = members[0].link
        if not link:
            _write_bold(line, members, "[" if index + 1 < len(grouped) else "")
        elif len(members) == 1 and members[0].text == link and _AUTOLINK.fullmatch(link):
            line.markup(f"<{link}>")
        else:
            line.in_link = True
            line.markup("[")
            _write_bold(line, members, "]")
            line.in_link = False
            following = "".join(_bare(run) for rest in grouped[index + 1 :] for run in rest)
            line.markup(f"]({_target(link, following)})")
    return line.text.replace("\n", "\\\n").strip(" ")


class _Line:
    """The Markdown of one paragraph in the making."""

    def __init__(self, *, starts_line: bool) -> None:
        self.text = ""
        self.starts_line = starts_line
        self.in_link = False

    @property
    def last(self) -> str:
        return self.text[-1:]

    def words(self, text: str, *, autolinks: bool) -> None:
        starts = self.starts_line and self.last in ("", "\n")
        piece = escape_markdown(text, at_line_start=starts, autolinks=autolinks and not self.in_link)
        if self.last == "]" and piece[:1] in ("(", ":"):  # else a note becomes a link or a definition
            piece = f"\\{piece}"
        self.text += piece

    def markup(self, piece: str) -> None:
        if self.last == "!" and piece[:1] == "[":  # else a link becomes a picture
            self.text = self.text[:-1] + "\\!"
        self.text += piece


def _plainer(run: Run, *, in_cell: bool, one_line: bool) -> Run:
    """The run without what Markdown has no form for, and without the entry, so that equal formats can merge."""
    if run.note:
        return Run(note=run.note)
    code = run.code and bool(run.text.strip()) and not (in_cell and "|" in run.text)
    return Run(
        text=run.text.replace("\n", " ") if code or one_line else run.text,
        bold=run.bold and not code,
        italic=run.italic and not code,
        code=code,
        link=safe_link(run.link),
    )


def _merged(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for run in runs:
        if merged and not run.note and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(run, text=merged[-1].text + run.text)
        elif run.text or run.note:
            merged.append(run)
    return merged


def _trimmed(runs: list[Run]) -> list[Run]:
    """The runs without white space at the start and the end of the paragraph."""
    runs = list(runs)
    while runs and not runs[0].note and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].note and not runs[-1].text.strip():
        del runs[-1]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return runs


def _grouped(runs: Iterable[Run], name: _Format) -> list[list[Run]]:
    """Neighbours that stand between the same delimiters of ``name``, whose outer formats are alike."""
    outer = {"link": ("link",), "bold": ("link", "bold"), "italic": ("link", "bold", "italic")}[name]
    return [list(members) for _, members in groupby(runs, key=lambda run: [getattr(run, each) for each in outer])]


def _fitted(runs: list[Run], name: _Format) -> list[Run]:
    """The runs with the format ``name`` drawn in to where its delimiters work."""
    fitted: list[Run] = []
    grouped = _grouped(runs, name)
    for index, members in enumerate(grouped):
        if not getattr(members[0], name):
            fitted += members
            continue
        before = _facing(fitted[-1] if fitted else None, members[0], -1, name)
        leading = _taken_off(members, name, before, 0)
        following = grouped[index + 1][0] if index + 1 < len(grouped) else None
        after = _facing(following, members[-1], 0, name) if members else ""
        trailing = _taken_off(members, name, after, -1)
        fitted += [*leading, *members, *reversed(trailing)]
    return _merged(fitted)


def _facing(neighbour: Run | None, edge: Run, end: Literal[0, -1], name: _Format) -> str:
    """The character of ``neighbour`` that a delimiter at ``edge`` would touch; markup counts as punctuation."""
    if neighbour is None:
        return ""
    if neighbour.note or neighbour.code or neighbour.link != edge.link:
        return "]"
    if name == "italic" and neighbour.bold != edge.bold:
        return "*"
    return neighbour.text[end]


def _taken_off(members: list[Run], name: _Format, beside: str, end: Literal[0, -1]) -> list[Run]:
    """Take off one end of ``members`` what cannot stand in the format; returned without it, outermost first."""
    taken_off: list[Run] = []
    while members and not members[end].code:
        edge = members[end]
        taken = _not_at_edge(edge.text, name, beside, end)
        if not taken:
            break
        keep = edge.text[len(taken) :] if end == 0 else edge.text[: -len(taken)]
        taken_off.append(_without(edge, name, taken))
        if keep:
            members[end] = replace(edge, text=keep)
        else:
            del members[end]
        beside = taken[end]
    return taken_off


def _not_at_edge(text: str, name: _Format, beside: str, end: Literal[0, -1]) -> str:
    bare = text.lstrip() if end == 0 else text.rstrip()
    if len(bare) < len(text):
        return text[: len(text) - len(bare)] if end == 0 else text[len(bare) :]
    return text[end] if name != "link" and _like_letter(beside) and _like_punctuation(text[end]) else ""


def _without(run: Run, name: _Format, text: str) -> Run:
    match name:
        case "link":
            return replace(run, text=text, link="")
        case "bold":
            return replace(run, text=text, bold=False)
        case "italic":
            return replace(run, text=text, italic=False)


# The dialects disagree whether symbols (€, ©) are punctuation: each side is taken at its worst.
def _like_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _like_letter(character: str) -> bool:
    punctuation = character in string.punctuation or unicodedata.category(character)[0] == "P"
    return not (punctuation or character.isspace())


def _write_bold(line: _Line, members: list[Run], right: str) -> None:
    """Write neighbours of one link, or of none; ``right`` is the markup that follows, if any."""
    grouped = _grouped(members, "bold")
    for index, group in enumerate(grouped):
        last = index + 1 == len(grouped)
        if not group[0].bold:
            _write_italic(line, group, right if last else "*")
            continue
        if _like_letter(line.last):  # "**_" and "_**" work beside no letter
            group[0] = replace(group[0], italic=False)
        if _like_letter(right if last else grouped[index + 1][0].text[:1]):
            group[-1] = replace(group[-1], italic=False)
        line.markup("**")
        _write_italic(line, _merged(group), "")
        line.markup("**")


def _write_italic(line: _Line, members: list[Run], right: str) -> None:
    for index, run in enumerate(members):
        if run.note:
            line.markup(f"[^{run.note}]")
        elif run.code:
            line.markup(code_span(run.text))
        else:
            after = members[index + 1].text[:1] if index + 1 < len(members) else right
            delimiter = _italic_delimiter(line.last, after, starts_bold=run.bold and index == 0) if run.italic else ""
            line.markup(delimiter)
            line.words(run.text, autolinks=not (run.bold or run.italic))
            line.markup(delimiter)


def _italic_delimiter(before: str, after: str, *, starts_bold: bool) -> str:
    if starts_bold:  # the one place where "_" is needed, and where pandoc reads it beside other marks
        return "" if _like_letter(after) else "_"
    return "" if before == "*" or after == "*" else "*"


def fence(text: str, least: int) -> str:
    """As many backticks, at ``least`` so many, as ``text`` has nowhere in a row."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)


def code_span(text: str) -> str:
    """``text`` (with a character that is no space) as code in a line."""
    ticks = fence(text, 1)
    padding = " " if "`" in (text[0], text[-1]) or text[0] == text[-1] == " " else ""
    return f"{ticks}{padding}{text}{padding}{ticks}"


def _bare(run: Run) -> str:
    return f"*{run.text}" if run.bold or run.italic or run.code or run.link else run.text


def _target(link: str, following: str) -> str:
    """The target of a link; in angle brackets where GFM would take it to go on into ``following``."""
    target = _NOT_IN_TARGET.sub(_in_target, link)
    return target if _END_OF_ADDRESS.match(following) else f"<{target}>"


def _in_target(found: re.Match[str]) -> str:
    return "&amp;" if found[0] == "&" else f"%{ord(found[0]):02X}"
