"""What is said of the pages of a memo: well within the limit, near it, or over it."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.outlook import Advice, Outlook
from briefer.ui.extent import NEARLY, shown_pages


def pages_said(found: Outlook, extent: float, limit: float) -> Outlook:
    """An outlook with what is to be said of a memo that takes ``extent`` pages; a limit of 0 is none."""
    shown = shown_pages(extent, limit)
    if limit and extent > limit:
        detail = f"It takes {shown} pages, and its limit is {limit:g}. Shorten it, or export it as it is."
        return replace(
            found, advice=_sorted(found, Advice("warning", "The memo is too long", detail, "memo", ("show",)))
        )
    if limit and extent >= NEARLY * limit:
        detail = f"{shown} of {limit:g} pages: Word may differ by some lines."
        return replace(found, advice=_sorted(found, Advice("note", "The memo may run over its limit", detail)))
    pages = f"{shown} of {limit:g} pages" if limit else f"{shown} {'page' if extent <= 1 else 'pages'}"
    return replace(found, good=(pages, *found.good))


def _sorted(found: Outlook, more: Advice) -> tuple[Advice, ...]:
    levels = ("error", "warning", "note")
    return tuple(sorted((*found.advice, more), key=lambda each: levels.index(each.level)))
