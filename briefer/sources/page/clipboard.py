"""Rich text from the clipboard: a selection, not a page, so that nothing of it is left out but what is not shown."""

from __future__ import annotations

import re

from briefer.sources.article import Details
from briefer.sources.extracted import Extract, joined
from briefer.sources.page.blocks import blocks_of, paragraphs
from briefer.sources.page.tree import tree
from briefer.sources.plain import storable

_LONGEST_HEAD = 2000
_HEAD = re.compile(r"(?:Version|StartHTML|EndHTML|StartFragment|EndFragment|StartSelection|EndSelection|SourceURL):")
_SOURCE = re.compile(r"^SourceURL:[ \t]*(https?://\S+)", re.MULTILINE)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|\Z)", re.DOTALL | re.IGNORECASE)
_CONDITIONAL = re.compile(r"<!--\[if\b.*?<!\[endif\]-->|<!\[(?:if\b[^\]]{0,200}|endif)\]>", re.DOTALL | re.IGNORECASE)
_LIST_MARK = re.compile(r"<!\[if !supportLists\]>.*?<!\[endif\]>", re.DOTALL | re.IGNORECASE)
_OFFICE = re.compile(r"</?(?:o|w|m|v|st1):[^<>]{0,500}>", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[·•o§▪●○■–-]|(?P<number>\d{1,3}|[a-z]|[ivx]{1,5})[.)])[\s\u00a0]+")


def clipboard_html(markup: str) -> Extract:
    """The words of a selection with its paragraphs, headings, lists and tables; empty if it has none.

    The head that Windows puts before it, the marks around the fragment and what word processors add for themselves
    are taken off; the address in ``SourceURL`` becomes the link.
    """
    head = markup[: markup.find("<")] if _HEAD.match(markup) else ""
    source = _SOURCE.search(head[:_LONGEST_HEAD])
    body = markup[len(head) :]
    inside = _FRAGMENT.search(body)
    body = inside[1] if inside and inside[1].strip() else body
    body = _OFFICE.sub("", _CONDITIONAL.sub("", _LIST_MARK.sub(_kept_mark, body)))
    found = paragraphs(blocks_of(tree(storable(body)))) if body.strip() else []
    return Extract(joined(found), Details(url=source[1] if source else ""))


def _kept_mark(match: re.Match[str]) -> str:
    """The mark that Word draws before an item of a list, as a plain one."""
    words = re.sub(r"<[^<>]{0,1000}>|&nbsp;|\s", " ", match[0]).strip()
    number = _BULLET.match(f"{words} ")
    return f"{number['number']}. " if number and number["number"] else "- "
