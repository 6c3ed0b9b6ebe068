"""The runs of a paragraph: its text, emphasis, code, links, citations and what the markers stand for."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias
from xml.etree.ElementTree import Element

import msgspec

from briefer.memo.blocks import Block, Run, Runs, block_runs
from briefer.memo.emphasis import emphasised
from briefer.memo.inserts import Cited, Inserts, Prose, Verbatim, Words
from briefer.memo.parse import unescaped
from briefer.memo.runs import joined
from briefer.text.escape import RESERVED, xml_safe

Cite: TypeAlias = Callable[[str], tuple[int, ...] | None]
"""From an id in ``[@ID]`` to the numbers of its notes; None for an id that there is not."""

_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\x00-\x1f]+", re.IGNORECASE)
_LINE_END = re.compile(r"[ ]*(?:\r\n?|\n)[ ]*")


class _Style(msgspec.Struct, frozen=True):
    """The format that the text at hand is in."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""

    def run(self, text: str, entry: str = "") -> Run:
        return Run(text, self.bold, self.italic, self.code, self.link, entry=entry)


_BARE = _Style()


class Inline:
    """Makes runs of elements. ``section`` gives the blocks of a section that stands in a line."""

    def __init__(
        self, inserts: Inserts, cite: Cite, section: Callable[[Prose], Iterator[Block]], *, prose: bool
    ) -> None:
        self._inserts, self._cite, self._section, self._prose = inserts, cite, section, prose

    def runs(self, element: Element) -> Runs:
        """The runs of an element's text and inline children."""
        return joined(self._element(element, _BARE))

    def _element(self, element: Element, style: _Style) -> Iterator[Run]:
        if not len(element) and not _emphatic(element.text):
            yield from self._text(element.text or "", style)
            return
        pieces: list[str | Element] = [element.text or ""]
        for child in element:
            pieces += [child, child.tail or ""]
        for styled in emphasised(pieces, _edge):
            inner = style
            if styled.bold or styled.italic:
                inner = msgspec.structs.replace(
                    style, bold=style.bold or styled.bold, italic=style.italic or styled.italic
                )
            if isinstance(styled.piece, str):
                yield from self._text(styled.piece, inner)
            else:
                yield from self._child(styled.piece, inner)

    def _child(self, child: Element, style: _Style) -> Iterator[Run]:
        match child.tag:
            case "code":
                yield from self._text(child.text or "", msgspec.structs.replace(style, code=True))
            case "a":
                address = self._address(child)
                if address or not self._prose:
                    yield from self._element(child, msgspec.structs.replace(style, link=address))
                else:
                    yield from self._no_link(child, style)
            case "br":
                yield style.run("\n")
            case "cite":
                yield from self._citation(child.get("ids", ""), style)
            case _:
                yield from self._element(child, style)

    def _no_link(self, element: Element, style: _Style) -> Iterator[Run]:
        """A link to what is no address, as typed."""
        title = element.get("title", "")
        shown = element.get("href", "") + (f' "{title}"' if title else "")
        yield style.run("[")
        yield from self._element(element, style)
        yield from self._text(f"]({shown})", style)

    def _address(self, element: Element) -> str:
        address = self._inserts.plain(_plain(element.get("href", ""))).strip()
        return xml_safe(address) if _LINK.fullmatch(address) else ""

    def _citation(self, typed: str, style: _Style) -> Iterator[Run]:
        unknown: list[str] = []
        for ident in re.findall(r"@(\w+)", typed):
            notes = () if ident == "own" else self._cite(ident)
            if notes is None:
                unknown.append(f"@{ident}")
            else:
                yield from (Run(note=note, entry=ident) for note in notes)
        if unknown:
            yield style.run(f"[{'; '.join(unknown)}]")

    def _text(self, text: str, style: _Style) -> Iterator[Run]:
        for part in self._inserts.split(str(text)):  # Markdown has kinds of strings of its own
            match part:
                case str() if part.isprintable() and "&" not in part:  # nothing in it is to be read or removed
                    yield style.run(part)
                case str():
                    shown = RESERVED.sub("", html.unescape(part) if style.code else _plain(part))
                    yield style.run(xml_safe(_LINE_END.sub("\n" if self._prose else " ", shown)))
                case Words():
                    yield style.run(part.text, part.entry)
                case Cited():
                    yield from (Run(note=note, entry=part.entry) for note in part.notes)
                case Prose():
                    lines = (tuple(block_runs(block)) for block in self._section(part))
                    for index, runs in enumerate(runs for runs in lines if runs):
                        if index:
                            yield style.run("\n")
                        yield from runs
                case Verbatim():
                    yield style.run(part.text)


def _edge(child: Element) -> str:
    """What stands next to a neighbour of inline code, a link or a citation as it is typed."""
    return "\n" if child.tag == "br" else "]"


def _emphatic(text: str | None) -> bool:
    return text is not None and ("*" in text or "_" in text)


def _plain(text: str) -> str:
    """The text with entities and backslash escapes resolved."""
    return unescaped(html.unescape(text) if "&" in text else text)
