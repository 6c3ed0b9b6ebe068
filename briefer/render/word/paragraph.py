"""One paragraph: a style, the few direct settings that a memo needs, and its runs."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.memo.blocks import Run
from briefer.render.word.direction import runs_right_to_left

DEFAULT_STYLE = "Normal"


def paragraph_xml(
    style: str,
    content: str,
    *,
    keep_next: bool = False,
    new_page: bool = False,
    numbering: str = "",
    tabs: str = "",
    rtl: bool = False,
    indent: str = "",
    align: str = "",
) -> str:
    """A ``w:p``; the settings are written in the order that the schema asks for."""
    properties = "".join(
        (
            f'<w:pStyle w:val="{style}"/>' if style != DEFAULT_STYLE else "",
            "<w:keepNext/>" if keep_next else "",
            "<w:pageBreakBefore/>" if new_page else "",
            numbering,
            tabs,
            "<w:bidi/>" if rtl else "",
            indent,
            f'<w:jc w:val="{align}"/>' if align else "",
        )
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>" if properties else f"<w:p>{content}</w:p>"


def is_rtl(runs: Iterable[Run]) -> bool:
    """Whether the paragraph that these runs make is set from right to left."""
    return runs_right_to_left("".join(run.text for run in runs))
