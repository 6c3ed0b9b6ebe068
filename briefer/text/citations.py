"""Citations as they are typed in a section: ``[@x1]``, several as ``[@x1; @p2]``; ``[@own]`` is no source's."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from briefer.text.spans import Span, word_count

# Fenced code, code in a line (never beyond its paragraph or item) and what a backslash protects hold no citations.
_SCANNED = re.compile(
    r"""(?=[`~\\\[])(?:
    ^(?P<fence>`{3,}|~{3,})[^\n`]*\n(?:.*?)(?:^(?P=fence)[`~]*[ ]*$|\Z)
  | (?<!`)(?P<ticks>`++)(?P<code>(?:(?!\n[ \t]*(?:\n|```|~~~|[-*+>#|]|\d{1,9}[.)][ ])).)+?)(?<!`)(?P=ticks)(?!`)
  | \\(?P<escaped>.)
  | (?P<citation>\[@\w+(?:[;,][ ]*@\w+)*\])
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_CITATION = re.compile(r"\[@\w+(?:[;,][ ]*@\w+)*\]")
_IDENT = re.compile(r"@(\w+)")
_NO_SPACE = re.compile(r"\S")
_CITED = "\x1e"
"""In place of a citation, and of a backslash that protects a sign: white space, and yet a line of it is not empty,
and what stands behind it is no mark of a line."""


def citation(idents: Iterable[str]) -> str:
    """How ids are cited together."""
    return f"[{'; '.join(f'@{ident}' for ident in idents)}]"


def cited_in(group: str) -> list[str]:
    """The ids that one citation names, in their order."""
    return _IDENT.findall(group)


def citation_spans(markdown: str) -> list[Span]:
    """Where the citations of a section stand, from bracket to bracket; those in code are none."""
    if "[@" not in markdown:
        return []
    return [found.span() for found in _SCANNED.finditer(markdown) if found["citation"]]


def words_cited_apart(markdown: str) -> int:
    """How many words a section has; citations are none. Lines that were counted lately are not counted again."""
    return sum(map(_words, markdown.split("\n")))


@functools.lru_cache(maxsize=8192)
def _words(line: str) -> int:
    return word_count(_CITATION.sub(" ", line))


def without_marks(markdown: str) -> tuple[str, list[Span]]:
    """A section with white space for citations, fenced code and backslashes, and the letter x for code in a line.

    Line ends and all offsets stay as they are, so that its sentences can be read like those of plain text. With it
    come the spans of its citations.
    """
    citations: list[Span] = []

    def blanked(found: re.Match[str]) -> str:
        if found["escaped"]:
            if found["escaped"].isalnum():  # before a letter a backslash is one
                return found[0]
            return "  " if found["escaped"] == "|" else f"{_CITED}{found['escaped']}"
        if found["citation"]:
            citations.append(found.span())
            return _CITED * len(found[0])
        return _NO_SPACE.sub("x" if found["code"] else " ", found[0])

    return _SCANNED.sub(blanked, markdown), citations


def recited(markdown: str, gone: str, kept: str) -> str:
    """A section in which what cited ``gone`` cites ``kept``, once where several citations stand together."""
    if f"@{gone}" not in markdown:
        return markdown
    made, at = [], 0
    for group in _neighbours(markdown):
        start, end = group[0][0], group[-1][1]
        if gone in cited_in(markdown[start:end]):
            made += [markdown[at:start], _renamed(markdown, group, gone, kept)]
            at = end
    return "".join(made) + markdown[at:]


def _neighbours(markdown: str) -> list[list[Span]]:
    """The citations, those together that nothing but blanks and one line end parts."""
    groups: list[list[Span]] = []
    for span in citation_spans(markdown):
        between = markdown[groups[-1][-1][1] : span[0]] if groups else "x"
        if between.strip() or between.count("\n") > 1:
            groups.append([span])
        else:
            groups[-1].append(span)
    return groups


def _renamed(markdown: str, group: list[Span], gone: str, kept: str) -> str:
    written, seen, at = "", False, group[0][0]
    for start, end in group:
        left: list[str] = []
        typed = cited_in(markdown[start:end])
        for ident in typed:
            renamed = kept if ident == gone else ident
            if renamed != kept or not seen:
                left.append(renamed)
            seen = seen or renamed == kept
        if left:
            written += markdown[at:start] + (markdown[start:end] if left == typed else citation(left))
        at = end
    return written
