"""What the style sheet of a mail hides: the line that shows in a list of mails, and what is for other screens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BRACES = re.compile(r"([{}])")
_HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_SHRINKS = re.compile(r"(?:^|;)\s*max-height\s*:\s*0(?:px)?\s*(?:!important\s*)?(?:;|$)", re.IGNORECASE)
_CLASS = re.compile(r"(?:[a-z]\w*)?\.([\w-]+)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_LONGEST = 200_000
"""Characters of style sheets that are read at most."""


def without_hidden(root: _Element) -> _Element:
    """The mail with an attribute ``hidden`` at whatever its own style sheet, or style, does not show."""
    sheet = "".join(style.text or "" for style in root.iter("style"))[:_LONGEST]
    classes = _hidden_classes(_COMMENT.sub("", sheet))
    for element in root.iter():
        names = (element.get("class") or "").split() if isinstance(element.tag, str) else []
        if not classes.isdisjoint(names) or (isinstance(element.tag, str) and _shrunk(element.get("style") or "")):
            element.set("hidden", "")
    return root


def _shrunk(style: str) -> bool:
    return "overflow" in style.lower() and bool(_SHRINKS.search(style))


def _hidden_classes(sheet: str) -> frozenset[str]:
    """The classes that a rule hides on every screen; rules within others (``@media``) hold for some only."""
    found: dict[str, bool] = {}
    depth, selector = 0, ""
    for piece in _BRACES.split(sheet):
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth = max(0, depth - 1)
        elif not depth:
            selector = piece.rpartition(";")[2].strip()
        elif depth == 1 and not selector.startswith("@"):
            hides = bool(_HIDES.search(piece))
            shows = not hides and "display" in piece.lower()
            for one in selector.split(","):
                if (match := _CLASS.fullmatch(one.strip())) and (hides or shows):
                    found[match[1]] = hides
    return frozenset(name for name, hides in found.items() if hides)
