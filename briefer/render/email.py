"""Blocks → what is pasted into a message: HTML as mail programs take it, and plain text for those that take none.

Mail programs drop style sheets, classes and links within a message. So each element has its look on itself, the
header block is a table, and the notes stand at the end under their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefer.memo.blocks import Memo
from briefer.render.html import html_body

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINE = "#767676"
_BOX = f"border: 1px solid {_LINE}; padding: 3pt 6pt; vertical-align: top"
_FONT = "font-family: Arial, sans-serif; font-size: 11pt"
"""Tables in mail programs do not take it from what is around them."""
_LOOKS = {
    "div": f"{_FONT}; line-height: 1.4",
    "h1": "font-size: 16pt; margin: 0 0 8pt",
    "h2": "font-size: 13pt; margin: 14pt 0 4pt",
    "h3": "font-size: 11pt; margin: 12pt 0 4pt",
    "p": "margin: 0 0 7pt",
    "ul": "margin: 0 0 7pt",
    "ol": "margin: 0 0 7pt",
    "table": "border-collapse: collapse; margin: 0 0 9pt",
    "th": f"{_FONT}; {_BOX}; background: #e9ebee; text-align: left",
    "td": f"{_FONT}; {_BOX}",
    "blockquote": f"margin: 0 0 7pt 18pt; padding-left: 9pt; border-left: 3px solid {_LINE}",
    "pre": "font-family: Consolas, monospace; font-size: 10pt; white-space: pre-wrap; margin: 0 0 7pt",
    "hr": f"border: 0; border-top: 1px solid {_LINE}",
}
_LOOKS |= dict.fromkeys(("h4", "h5", "h6"), _LOOKS["h3"])
_CLASSES = {
    "marking": "text-align: center; font-weight: bold",
    "reference": "color: #595959",
    "kicker": "font-size: 9pt; font-weight: bold; color: #595959; margin: 0",
    "bottom-line": "background: #e9ebee; padding: 6pt 9pt; margin: 0 0 7pt",
    "question": "font-weight: bold; margin: 0 0 2pt",
    "box-heading": "font-weight: bold; margin: 0 0 4pt",
    "box": f"border: 1px solid {_LINE}; padding: 6pt 9pt; margin: 0 0 7pt",
    "signature": f"border-top: 1px solid {_LINE}; width: 220pt; padding-top: 2pt; margin: 40pt 0 7pt",
    "level-1": "margin: 0 0 7pt 21pt",
    "level-2": "margin: 0 0 7pt 42pt",
    "left": "text-align: left",
    "center": "text-align: center",
    "right": "text-align: right",
}
_LABEL = f"{_FONT}; padding: 0 12pt 2pt 0; color: #595959; text-align: left; vertical-align: top; font-weight: normal"
_VALUE = f"{_FONT}; padding: 0 0 2pt; vertical-align: top"
_KEPT = ("href", "start", "value", "colspan", "rowspan", "scope", "dir", "lang")


class Email(NamedTuple):
    """The same memo for programs that take HTML (a fragment), and for those that take plain text."""

    html: str
    plain: str


def write_email(memo: Memo) -> Email:
    """The memo as it is pasted into a message; notes come after it, under their numbers."""
    from lxml import html

    page = html.fragment_fromstring(html_body(memo), create_parent="div")
    page.set("lang", memo.facts.language)
    _drop_what_leads_nowhere(page)
    plain = "\n".join(_Plain().lines(page)).strip("\n") + "\n"
    _dress(page)
    return Email(html.tostring(page, encoding="unicode"), plain)


def _drop_what_leads_nowhere(page: HtmlElement) -> None:
    """Links within the page, of which its copy in a message knows nothing; their numbers stay."""
    for link in list(page.iter("a")):
        if link.get("role") == "doc-backlink":
            link.drop_tree()
        elif link.get("href", "").startswith("#"):
            link.drop_tag()
    for span in list(page.iter("span", "main", "footer")):
        span.drop_tag()


def _dress(page: HtmlElement) -> None:
    for fields in list(page.iter("dl")):
        _as_table(fields)
    for notes in list(page.iter("section")):
        notes.tag = "div"
        notes.insert(0, notes.makeelement("hr"))
    for element in page.iter():
        looks = [_LOOKS.get(element.tag, ""), *(_CLASSES.get(name, "") for name in element.get("class", "").split())]
        own = element.get("style") or "; ".join(filter(None, looks))
        for name in set(element.attrib) - set(_KEPT):
            del element.attrib[name]
        if own:
            element.set("style", own)


def _as_table(fields: HtmlElement) -> None:
    fields.tag = "table"
    fields.set("style", _LOOKS["table"])
    for row in fields:
        row.tag = "tr"
        for cell in row:
            cell.tag, look = ("th", _LABEL) if cell.tag == "dt" else ("td", _VALUE)
            cell.set("style", look)


class _Plain:
    """Writes the page as plain text: an empty line between what stands apart, marks before items and quotations."""

    def lines(self, page: HtmlElement) -> Iterator[str]:
        """The lines of what is in an element."""
        for element in page:
            yield from self._element(element)

    def _element(self, element: HtmlElement) -> Iterator[str]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                words = _words(element)
                yield from ("", words, ("=" if element.tag == "h1" else "-") * min(len(words), 72))
            case "p" | "pre":
                yield from ("", *_words(element).split("\n"))
            case "dl":
                yield ""
                yield from (f"{_words(row[0])}: {_words(row[1])}" for row in element)
            case "table":
                yield ""
                yield from (" | ".join(map(_cell, row)) for row in element.iter("tr"))
            case "ul" | "ol":
                yield ""
                yield from self._items(element)
            case "blockquote":
                yield ""
                yield from (f"> {line}".rstrip() for line in _stripped(self.lines(element)))
            case "section":
                yield from ("", "Notes", "-----")
                yield from self.lines(element)
            case "hr":
                yield from ("", "-" * 40)
            case _:
                yield from self.lines(element)

    def _items(self, items: HtmlElement) -> Iterator[str]:
        number = int(items.get("start", 1))
        for item in items:
            number = int(item.get("value", number))
            mark = f"{number}. " if items.tag == "ol" else "- "
            indent = " " * len(mark)
            inner = [child for child in item if child.tag in ("p", "ul", "ol")]
            first = [] if item.text is None and inner[:1] == list(item)[:1] else _own_words(item).split("\n")
            rest = _stripped(line for child in inner for line in self._element(child))
            for at, line in enumerate([*first, *rest]):
                yield f"{indent if at else mark}{line}".rstrip()
            number += 1


def _stripped(lines: Iterator[str]) -> list[str]:
    """Lines without empty ones at their ends, nor two of them in a row."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept[:-1] if kept and not kept[-1] else kept


def _own_words(item: HtmlElement) -> str:
    """The words of an item without those of what hangs below it."""
    return _raw(item, without=("p", "ul", "ol")).strip()


def _words(element: HtmlElement) -> str:
    return _raw(element).strip()


def _raw(element: HtmlElement, without: tuple[str, ...] = ()) -> str:
    """The words of an element; a break is a line end, a reference stands in brackets, an address after its words."""
    parts: list[str] = [element.text or ""]
    for child in element:
        tail = child.tail or ""
        if child.tag == "br":
            parts += ["\n", tail.removeprefix("\n")]
        elif child.tag not in without:
            parts += [_inline(child), tail]
    return "".join(parts)


def _inline(element: HtmlElement) -> str:
    words = _raw(element)
    if element.tag == "sup":
        return "" if words == "," else f"[{words}]"
    address = element.get("href", "")
    return f"{words} <{address}>" if address and address.removeprefix("mailto:") != words else words


def _cell(cell: HtmlElement) -> str:
    return " ".join(_words(cell).split())
