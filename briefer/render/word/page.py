"""The page: paper, direction of the sheet, and what stands in the header and the footer of every page."""

from __future__ import annotations

import re

from briefer.memo.blocks import Facts
from briefer.render.word.direction import runs_right_to_left
from briefer.render.word.fields import field_xml
from briefer.render.word.names import DECLARATION, W
from briefer.render.word.paragraph import paragraph_xml
from briefer.render.word.runs import text_runs

_PAPERS = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height upright, in twentieths of a point."""

_SIZE = re.compile(r"<w:pgSz [^>]*/>")
_SIDE_MARGINS = re.compile(r'<w:pgMar [^>]*?w:right="(\d+)"[^>]*?w:left="(\d+)"')

_CHARACTER = 90
"""Rough width of a character of header and footer text, in twentieths of a point."""


def sheet(facts: Facts) -> tuple[int, int]:
    """Width and height of the paper as it lies, in twentieths of a point."""
    width, height = _PAPERS[facts.paper]
    return (height, width) if facts.landscape else (width, height)


def section_xml(base: str, facts: Facts) -> str:
    """The base document's ``w:sectPr`` with the memo's paper."""
    width, height = sheet(facts)
    turned = ' w:orient="landscape"' if facts.landscape else ""
    return _SIZE.sub(f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>', base, count=1)


def text_width(base: str, facts: Facts) -> int:
    """What the margins of the base document's ``w:sectPr`` leave of the paper, in twentieths of a point."""
    margins = _SIDE_MARGINS.search(base)
    if margins is None:
        raise ValueError("the base document's section has no side margins")
    return sheet(facts)[0] - int(margins[1]) - int(margins[2])


def header_xml(facts: Facts) -> str:
    """The header part: the marking, centred and bold."""
    return f'{DECLARATION}<w:hdr xmlns:w="{W}">{_centred("Header", facts.marking)}</w:hdr>'


def footer_xml(facts: Facts, width: int) -> str:
    """The footer part: reference left, marking in the middle, page number right, on a line ``width`` wide.

    A marking or a reference that would not fit beside the other two puts the marking on a line of its own.
    """
    middle = len(facts.marking) * _CHARACTER // 2
    left = len(facts.reference) * _CHARACTER
    if max(left, len("Page 100 of 100") * _CHARACTER) + middle > width // 2:
        lines = _centred("Footer", facts.marking) + _footer_line(facts.reference, "", width)
    else:
        lines = _footer_line(facts.reference, facts.marking, width)
    return f'{DECLARATION}<w:ftr xmlns:w="{W}">{lines}</w:ftr>'


def _footer_line(reference: str, marking: str, width: int) -> str:
    tabs = f'<w:tabs><w:tab w:val="center" w:pos="{width // 2}"/><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    tab = "<w:r><w:tab/></w:r>"
    page = f"{text_runs('Page ')}{field_xml('PAGE', '1')}{text_runs(' of ')}{field_xml('NUMPAGES', '1')}"
    content = f"{text_runs(_line(reference))}{tab}{text_runs(_line(marking), bold=True)}{tab}{page}"
    return paragraph_xml("Footer", content, tabs=tabs)


def _centred(style: str, marking: str) -> str:
    marking = _line(marking)
    return paragraph_xml(style, text_runs(marking, bold=True), rtl=runs_right_to_left(marking), align="center")


def _line(text: str) -> str:
    """``text`` on one line, without what would jump to a tab stop."""
    return " ".join(text.split())
