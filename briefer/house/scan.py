"""Tags in the text of a paragraph, as people type them in Word: curly quotes, hard spaces, docxtpl's prefixes."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = re.compile(r"\{[{%#]")
_PREFIX = re.compile(r"(-?)(p|tr|tc|r)(?=\s)")
_ESCAPED = re.compile(r"\{_([{%])|([}%])_\}")
_DOUBLE, _SINGLE = "“”„‟«»″", "‘’‚‛‹›′"
_PARTNERS = dict.fromkeys(_DOUBLE, (_DOUBLE, '"')) | dict.fromkeys(_SINGLE, (_SINGLE, "'"))
_PLAIN = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "–": "-", "\n": " ", "\t": " ", "\u2011": "-"})
_ENDRAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")


class Tag(NamedTuple):
    """A tag from ``start`` to ``end`` of a text. ``prefix`` says what it takes out: ``p tr tc r`` or nothing.

    ``mark`` is its opening braces, ``code`` the tag as Jinja reads it.
    """

    start: int
    end: int
    mark: str
    prefix: str
    code: str

    @property
    def words(self) -> list[str]:
        """What stands between its marks, word by word."""
        return self.code[2:-2].strip("-+ ").split()


class Unclosed(NamedTuple):
    """A tag that has no end, from ``start`` of a text."""

    start: int
    message: str
    suggestion: str


def scan(text: str) -> tuple[list[Tag], Unclosed | None]:
    """The tags of a text, and the first that is not closed, after which no other is looked for."""
    tags: list[Tag] = []
    at = 0
    while opening := _next(text, at):
        if escaped := _ESCAPED.fullmatch(opening[0]):
            literal = f"{{{escaped[1]}" if escaped[1] else f"{escaped[2]}}}"
            tags.append(Tag(opening.start(), opening.end(), "{{", "", f"{{{{ '{literal}' }}}}"))
            at = opening.end()
            continue
        mark = opening[0]
        inner, end = _inner(text, opening.end(), mark)
        if end < 0:
            return tags, _unclosed(text, opening.start(), mark)
        tag = _tag(opening.start(), end, mark, inner)
        if mark == "{%" and tag.words[:1] == ["raw"]:
            tag, end = _raw(text, tag)
        tags.append(tag)
        at = end
    return tags, None


def _next(text: str, at: int) -> re.Match[str] | None:
    found = [match for match in (_OPENING.search(text, at), _ESCAPED.search(text, at)) if match]
    return min(found, key=lambda match: match.start(), default=None)


def _inner(text: str, start: int, mark: str) -> tuple[str, int]:
    """What stands between a tag's marks, with straight quotes, and where the tag ends; -1 if it does not."""
    closing = _CLOSING[mark]
    if mark == "{#":
        end = text.find(closing, start)
        return text[start:end], end + 2 if end >= 0 else -1
    out: list[str] = []
    at = start
    while at < len(text):
        if text.startswith(closing, at):
            return "".join(out), at + 2
        character = text[at]
        ends, straight = _PARTNERS.get(character, (character, character) if character in "\"'" else ("", ""))
        stop = _string_end(text, at + 1, ends, closing)
        if straight and stop >= 0:
            out.append(_quoted(text[at + 1 : stop], straight))
            at = stop + 1
        else:
            out.append(straight or character.translate(_PLAIN))
            at += 1
    return "".join(out), -1


def _string_end(text: str, at: int, ends: str, closing: str) -> int:
    """Where a string ends that begins before ``at``; -1 if the tag may end first."""
    if not ends:
        return -1
    stop = next((place for place in range(at, len(text)) if text[place] in ends), -1)
    follows = text[stop + 1 :]
    return stop if stop >= 0 and closing in follows and not text[at:stop].count(closing) else -1


def _quoted(words: str, quote: str) -> str:
    return quote + words.replace("\n", " ").replace(quote, "\\" + quote) + quote


def _tag(start: int, end: int, mark: str, inner: str) -> Tag:
    prefix = ""
    if found := _PREFIX.match(inner):
        prefix = found[2]
        inner = found[1] + inner[found.end() :]
    code = "" if mark == "{#" else f"{mark}{inner}{_CLOSING[mark]}"
    return Tag(start, end, mark, prefix, code)


def _raw(text: str, tag: Tag) -> tuple[Tag, int]:
    """What a person wants to be shown as typed, as one tag."""
    close = _ENDRAW.search(text, tag.end)
    if close is None:
        return tag, tag.end
    words = text[tag.end : close.start()].replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return Tag(tag.start, close.end(), "{{", "", f"{{{{ '{words}' }}}}"), close.end()


def _unclosed(text: str, start: int, mark: str) -> Unclosed:
    rest = text[start + 2 : start + 80]
    other = next((c for c in ("}}", "%}", "#}", "}") if c in rest), "")
    message = f"a tag opens with {mark} and closes with {other}" if other else f"a {mark} is never closed"
    return Unclosed(start, message, f"close it with {_CLOSING[mark]}, in the same paragraph")
