"""Words put into a section as words: with a backslash before what would be read as a mark, and no more of them."""

from __future__ import annotations

import re

# People read and change what comes of this; ``text.escape.escape_markdown`` is for readers of other programs.
_LITERAL = re.compile(
    r"[\\`*]|(?<![^\W_])_|_(?![^\W_])|\[(?=@)|\](?=\()|<(?=https?://)|(?P<entity>&(?=\#?\w{1,40};))", re.IGNORECASE
)
_LINE_MARK = re.compile(r"^([ ]{0,3})(#{1,6}[ \t]|>|~{3})", re.MULTILINE)


def literal(text: str, *, at_start: bool = False) -> str:
    """``text`` as Markdown that says these words; ``at_start`` tells whether it begins a line.

    What begins like a list's item stays as it is: it looks like one, and is one.
    """
    text = _LITERAL.sub(lambda found: "&amp;" if found["entity"] else f"\\{found[0]}", text)
    if at_start or "\n" in text:
        return _LINE_MARK.sub(r"\1\\\2", text)
    return text
