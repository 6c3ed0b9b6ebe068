"""One cleaner for characters that XML forbids, and one escaper for each kind of output."""

from __future__ import annotations

import functools
import re

RESERVED = re.compile("[\ue000-\ue01f]")
"""Private-use characters that the template engine's markers are made of; removed from all text at the border."""

# XML 1.0 §2.2: all but tab, line feed, carriage return and what is not a character.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_safe(text: str) -> str:
    """``text`` with each character that XML 1.0 forbids as U+FFFD, so that offsets stay as they are."""
    return text if text.isprintable() else _FORBIDDEN.sub("\ufffd", text)  # of what is printable none is forbidden


def escape_xml(text: str) -> str:
    """``text`` for element content and double-quoted attribute values of XML and HTML."""
    return xml_safe(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


_LINE_END = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")


# Compiled when first used: a window comes up without them.
@functools.cache
def _markdown() -> re.Pattern[str]:
    """What CommonMark, GFM or pandoc (with the extensions it has on by default) read as more than text.

    What is looked ahead for is bounded, so that time grows with the length of the text alone.
    """
    return re.compile(
        r"""
        (?P<url> (?<![^\W_]) https?://(?![^\s<>]{0,999}&\w{1,40};) [^\W_][^\s<>"\\^`{|}]{0,998}[\w/\#=%+@$-] )
      | (?P<start> (?<![^\W_]) (?: (?:https?|ftp):(?=//) | www\.(?![^\W_]{1,60}(?:\.[^\W_]{1,60}){0,5}\s) ) )
        # "start": what GFM makes a link of by itself, swallowing escapes
      | (?P<entity> &(?=\#?\w{1,40};) )
      | [\\`*\[\]<^~${|]
      | (?<![^\W_])_ | _(?![^\W_])        # a lone underscore within a word is safe
      | (?<![^\W_])@                      # pandoc: a citation
      | -(?=-) | \.(?=\.\.)               # pandoc: dashes and an ellipsis
      | :(?!\d\d?:)(?=[\w+-]{1,60}:)           # GFM: an emoji; not the time 10:30:45
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@functools.cache
def _markdown_line() -> re.Pattern[str]:
    """Headings, lists (pandoc's letters too), quotations, underlines, definitions, title blocks, captions."""
    return re.compile(
        r"^(?:(?P<mark>[#>=:%]|[+-](?=[\s=:-]|\Z))|\(?(?:\d+|[a-z]|[ivxlcdm]+)(?=[.)](?:\s|\Z))|table(?=:))",
        re.MULTILINE | re.IGNORECASE,
    )


def escape_markdown(text: str, *, at_line_start: bool = True, autolinks: bool = True) -> str:
    """``text`` as Markdown that CommonMark, GFM and pandoc read as these very words.

    White space at line ends and line starts goes, as Markdown has no way to keep it; a ``\\n`` stays one. Web
    addresses become ``<https://...>``, unless ``autolinks`` is false: inside a link Markdown allows no other.
    Straight quotes stay bare, for the reader's sake: pandoc's ``smart`` curls them. ``at_line_start`` tells whether
    the text begins a line, so that ``1. x`` needs care.
    """
    text = _markdown().sub(_escaped if autolinks else _escaped_unlinked, _LINE_END.sub("\n", text))
    if at_line_start:
        return _markdown_line().sub(_escaped_line, text.lstrip(" \t"))
    first, newline, rest = text.partition("\n")
    return first + newline + _markdown_line().sub(_escaped_line, rest)


def _escaped(found: re.Match[str]) -> str:
    token = found[0]
    match found.lastgroup:
        case "url":
            return f"<{token}>"
        case "start":
            return f"{token[:-1]}\\{token[-1]}"
        case "entity":
            return "&amp;"
        case _:
            return f"\\{token}"


def _escaped_unlinked(found: re.Match[str]) -> str:
    if found.lastgroup != "url":
        return _escaped(found)
    scheme, rest = found[0].split(":", 1)
    return f"{scheme}\\:{_markdown().sub(_escaped_unlinked, rest)}"


def _escaped_line(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found["mark"] else f"{found[0]}\\"
