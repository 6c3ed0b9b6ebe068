"""Markdown parsed by Python-Markdown into an element tree, with what a memo may hold and nothing else.

Switched off are raw HTML, entities' own elements, pictures, reference links and indented code: they stay text.
Added are ``[@ID]`` citations (an element ``cite``) and fenced code (kept as an insert). A list may follow a line
of text directly, and nested items may be indented by two spaces or more, as in CommonMark.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from briefer.memo.inserts import Inserts, Verbatim

if TYPE_CHECKING:
    from markdown import Markdown

_INDENT = 4
"""Spaces that Python-Markdown takes for one level."""

_FENCE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n`]*\n(?P<code>.*?)(?:^(?P=fence)[`~]*[ ]*$|\Z)", re.MULTILINE | re.DOTALL
)
_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<mark>[-*+]|(?P<number>\d{1,9})[.)])(?P<text>[ ]+\S.*)")
_SHOWN_AS_TYPED = (
    "reference", "short_reference", "image_link", "image_reference", "short_image_ref", "html", "entity",
)  # fmt: skip
_ESCAPED = re.compile("\x02(\\d+)\x03")


def parse(markdown: str, inserts: Inserts) -> Element:
    """The tree of a text, inline elements included; code blocks are kept in ``inserts``."""
    parser = _parser()

    def keep(match: re.Match[str]) -> str:
        return "\n" + inserts.keep(Verbatim(inserts.plain(match["code"].rstrip("\n")))) + "\n"

    text = markdown.replace("\x02", "").replace("\x03", "").replace("\t", " " * _INDENT)
    lines = list(_lists_apart(_FENCE.sub(keep, text).split("\n")))
    root = parser.parser.parseDocument(lines).getroot()
    if root is None:
        return Element("div")
    for name in ("inline", "attr_list"):
        parser.treeprocessors[name].run(root)
    return root


def unescaped(text: str) -> str:
    """``text`` of a tree with Python-Markdown's placeholders for backslash escapes resolved."""
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text) if "\x02" in text else text


def _lists_apart(lines: list[str]) -> Iterator[str]:
    """The lines as Python-Markdown wants lists: an empty line before an item after text, four spaces a level.

    A number other than 1 opens no list: it is shown as typed.
    """
    open_items: list[int] = []  # the indents of the items that the line at hand is in
    before = ""
    for line in lines:
        item = _ITEM.fullmatch(line)
        indent = len(line) - len(line.lstrip(" "))
        if item and not open_items and (indent >= _INDENT or item["number"] not in (None, "1")):
            yield line.replace(item["mark"], item["mark"][:-1] + "\\" + item["mark"][-1], 1)
        elif item:
            if before.strip() and not _ITEM.fullmatch(before):
                yield ""
            while open_items and indent < open_items[-1]:
                open_items.pop()
            if not open_items or indent >= open_items[-1] + 2:
                open_items.append(indent)
            mark = f"{item['number']}." if item["number"] else item["mark"]
            yield " " * _INDENT * (len(open_items) - 1) + mark + item["text"]
        elif open_items and line.strip() and before.strip():
            yield line.strip()
        elif open_items and line.strip() and indent:
            while len(open_items) > 1 and indent < open_items[-1] + 2:
                open_items.pop()
            yield " " * _INDENT * len(open_items) + line[indent:]
        else:
            if line.strip():
                open_items.clear()
            yield line
        before = line


@functools.cache
def _parser() -> Markdown:
    """Python-Markdown, set up once."""
    from markdown import Markdown
    from markdown.extensions.attr_list import AttrListExtension
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension
    from markdown.inlinepatterns import InlineProcessor

    class Citation(InlineProcessor):
        def handleMatch(self, match: re.Match[str], _: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802
            element = Element("cite")
            element.set("ids", match[0])
            return element, match.start(), match.end()

    tables = TableExtension(use_align_attribute=True)
    extensions = [tables, DefListExtension(), SaneListExtension(), AttrListExtension()]
    parser = Markdown(extensions=extensions, tab_length=_INDENT)
    parser.ESCAPED_CHARS = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
    for pattern in _SHOWN_AS_TYPED:
        parser.inlinePatterns.deregister(pattern)
    for block in ("code", "reference"):
        parser.parser.blockprocessors.deregister(block)
    parser.inlinePatterns.register(Citation(r"\[@\w+(?:[;,][ ]*@\w+)*\]", parser), "citation", 175)
    return parser
