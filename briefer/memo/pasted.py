"""Formatted text from other programs (HTML) as the Markdown of a section.

Kept are words, paragraphs, headings, lists, tables, bold, italic and links to web and mail addresses. All else goes;
nothing is loaded. One pass over the text, whatever it is: a hostile page costs no more than its length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.memo.pasted_blocks import Blocks, Style

MOST = 8_000_000
"""Characters of HTML that are read; of more nothing is. Pictures may be among them."""
MOST_TOKENS = 40_000
"""Tags and stretches of words that are read; more would hold the window up."""
_MOST_ATTRIBUTES = 4000
"""Characters of a tag's attributes that are looked at."""
_DEEPEST = 150
"""Elements within elements that are told apart; the marks of deeper ones are passed over."""

_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]{0,40})")
_TO_QUOTE = re.compile(r"""[^'">]*""")
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s'">]+))""")
_UNSEEN = frozenset("script style head title template noscript svg math iframe object select textarea xml".split())
_EMPTY = frozenset("br hr img input meta link wbr col area base embed source track param".split())
_WEIGHT = re.compile(r"(?<![\w-])font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)", re.IGNORECASE)
_SLANT = re.compile(r"(?<![\w-])font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_LEVEL = re.compile(r"mso-list\s*:[^;]*level(\d)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_HIDDEN = re.compile(r"(?:display|mso-hide)\s*:\s*(?:none|all)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\x00-\x1f]+", re.IGNORECASE)


def markdown_from_html(source: str) -> str | None:
    """The Markdown of formatted text, empty if it holds no words; None if there is too much of it to be read."""
    if len(source) > MOST:
        return None
    reading = _Reading()
    for number, token in enumerate(_tokens(source)):
        if number > MOST_TOKENS:
            return None
        reading.take(token)
    return reading.blocks.markdown()


class _Token(NamedTuple):
    """Words, or a tag with its attributes."""

    text: str = ""
    opens: str = ""
    closes: str = ""
    attributes: str = ""


def _tokens(source: str) -> Iterator[_Token]:
    at, end = 0, len(source)
    while at < end:
        tag = source.find("<", at)
        if tag != at:
            yield _Token(source[at : tag if tag >= 0 else end])
            if tag < 0:
                return
        if source.startswith("<!--", tag):
            at = _behind(source, "-->", tag + 4)
        elif source.startswith(("<!", "<?"), tag):
            at = _behind(source, ">", tag)
        elif found := _TAG.match(source, tag):
            name = found[2].lower()
            at = _behind_tag(source, found.end())
            attributes = source[found.end() : at - 1]
            if found[1]:
                yield _Token(closes=name)
            elif name in _UNSEEN and not attributes.endswith("/"):
                at = _behind_element(source, name, at)
            else:
                yield _Token(opens=name, attributes=attributes[:_MOST_ATTRIBUTES])
        else:
            yield _Token("<")
            at = tag + 1


def _behind_tag(source: str, at: int) -> int:
    """Where a tag ends; a ``>`` between quotation marks does not end it."""
    while at < len(source):
        found = _TO_QUOTE.match(source, at)
        at = found.end() if found else at
        if source.startswith(">", at):
            return at + 1
        at = _behind(source, source[at : at + 1], at + 1)
    return at


def _behind(source: str, words: str, at: int) -> int:
    """Where a text is behind the next such words; at its end if there are none."""
    found = source.find(words, at)
    return found + len(words) if found >= 0 else len(source)


def _behind_element(source: str, name: str, at: int) -> int:
    found = re.compile(rf"</{name}\b[^<>]{{0,200}}>", re.IGNORECASE).search(source, at)
    return found.end() if found else len(source)


class _Element(NamedTuple):
    """An open element, and the style of what stands around it."""

    name: str
    outside: Style


class _Reading:
    """Takes one token after the other and writes blocks."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self._open: list[_Element] = []
        self._style = Style()

    def take(self, token: _Token) -> None:
        if token.opens:
            self._open_element(token.opens, token.attributes)
        elif token.closes:
            self._close(token.closes)
        elif not self._style.hidden:
            self.blocks.words(html.unescape(token.text), self._style)
        elif self._style.marker:
            self.blocks.marker(html.unescape(token.text))

    def _open_element(self, name: str, attributes: str) -> None:
        if name in _EMPTY:
            if name == "br" and not self._style.hidden:
                self.blocks.line_end(self._style)
            elif name == "hr":
                self.blocks.end_block()
            return
        if len(self._open) >= _DEEPEST:
            return
        if name in ("p", "li", "td", "th", "tr") and self._open and self._open[-1].name == name:
            self._close(name)
        values = {
            found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(attributes)
        }
        self._open.append(_Element(name, self._style))
        css = html.unescape(values.get("style", ""))
        self._style = _styled(self._style, name, css, html.unescape(values.get("href", "")).strip())
        level = _LEVEL.search(css) if name in ("p", "div", "h1", "h2", "h3") else None
        self.blocks.begin(name, int(level[1]) if level else 0)

    def _close(self, name: str) -> None:
        if not any(element.name == name for element in self._open):
            return
        while self._open:
            element = self._open.pop()
            self._style = element.outside
            self.blocks.end(element.name)
            if element.name == name:
                return


def _styled(style: Style, name: str, css: str, address: str) -> Style:
    """The style inside of an element: what its name says, and what its own style says against it."""
    if name in ("b", "strong"):
        style = style._replace(bold=True)
    elif name in ("i", "em", "cite", "dfn"):
        style = style._replace(italic=True)
    elif name == "a" and _ADDRESS.fullmatch(address):
        style = style._replace(link=address)
    elif name == "pre":
        style = style._replace(kept=True)
    if not css:
        return style
    if weight := _WEIGHT.search(css):
        style = style._replace(bold=weight[1].lower() == "bold" or "600" <= weight[1] <= "900")
    if slant := _SLANT.search(css):
        style = style._replace(italic=slant[1].lower() != "normal")
    if _IGNORED.search(css):
        style = style._replace(hidden=True, marker=True)
    elif _HIDDEN.search(css):
        style = style._replace(hidden=True)
    return style
