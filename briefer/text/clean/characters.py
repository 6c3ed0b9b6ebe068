"""Silent passes on characters: line ends, mojibake, controls, spaces, invisible marks, ligatures, NFC.

Curly and straight quotation marks are never touched: anchors and verbatim checks count on them.
"""

from __future__ import annotations

import re
import unicodedata

from briefer.text.clean.result import Change, Outcome, outcome, substitute

SOFT_HYPHEN = "\u00ad"

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_AFTER_SENTENCE = re.compile('([^\\W\\d_][.!?][”"’)]?)  (?=[“"(]?[^\\W\\d_])')
_EMPTY_LINES = re.compile("\n{3,}")
_SPREAD, _PROSE = 4, 60
_LETTERS_OF = dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", "ff fi fl ffi ffl st st".split(), strict=True))

# What XML forbids is shown as U+FFFD, as the stored original has it, so that cleaning either gives the
# same text. C1 controls mean nothing in text. U+E000-U+E01F mark provenance inside the template engine.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]|[\x7f-\x9f\ue000-\ue01f]")

# A soft hyphen before a line end parts one word over two lines: unwrapping needs it.
_INVISIBLE = re.compile("\u00ad(?!\n[^\\s])|[\u200b-\u200d\u2060\ufeff\u180e]+")

# UTF-8 beyond ASCII seen through Windows-1252. A capital before a closing mark of real text ("AMANHÃ”",
# "„DÄ“") looks the same, so that a mark as second byte needs a letter after it.
_SECOND = "\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2020-\u2022\u2030\u20ac\u2122"
_MARKS = "\u2013-\u201e\u2026\u2039\u203a"
_MOJIBAKE = re.compile(
    f"[\u00c2-\u00c5\u00ce-\u00d1](?:[{_SECOND}]|[{_MARKS}](?=[^\\W\\d_]))|\u00e2[{_SECOND}{_MARKS}]{{2}}|\u00f0\u0178[{_SECOND}{_MARKS}]"
)
_MOJIBAKE_STARTS = re.compile("[\u00c2-\u00c5\u00ce-\u00d1\u00e2\u00f0]")

# One look for all of them, because most texts have none.
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000"
    "\ud800-\udfff\ue000-\ue01f\ufb00-\ufb06\ufeff\ufffe\uffff]"
)


ODD = frozenset("line-ends controls spaces invisible ligatures".split())
"""The rules that have nothing to do in a text that has no odd characters."""


def has_odd(text: str) -> bool:
    """Whether a text has any character that one of the rules ``ODD`` looks for."""
    return bool(_ODD.search(text))


def line_ends(text: str) -> Outcome:
    """Every line end becomes ``\\n``: CR LF, CR, U+2028, U+2029, U+0085, vertical tab and form feed."""
    return substitute(_LINE_ENDS, "\n", text)


def mojibake(text: str) -> Outcome:
    """A line of UTF-8 that was read as Windows-1252 is read again, if the whole of it makes sense so."""
    if not _MOJIBAKE_STARTS.search(text) or not _MOJIBAKE.search(text):
        return Outcome(text)
    changes: list[Change] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if _MOJIBAKE.search(line) and (mended := _read_again(line)) is not None:
            changes.append((line, mended))
            lines[number] = mended
    return outcome("\n".join(lines), changes)


def _read_again(line: str) -> str | None:
    octets = bytearray()
    for character in line:
        if "\x80" <= character <= "\x9f":  # bytes that Windows-1252 leaves open pass through as they are
            octets.append(ord(character))
            continue
        try:
            octets += character.encode("cp1252")
        except UnicodeEncodeError:
            return None
    try:
        return octets.decode("utf-8")
    except UnicodeDecodeError:
        return None


def controls(text: str) -> Outcome:
    """Control characters, lone surrogates and the private-use marks of the template engine."""
    return substitute(
        _CONTROLS, lambda match: "" if "\x7f" <= match[0] <= "\x9f" or _is_private(match[0]) else "\ufffd", text
    )


def _is_private(character: str) -> bool:
    return "\ue000" <= character <= "\ue01f"


def odd_spaces(text: str) -> Outcome:
    """No-break, thin, ideographic and other odd spaces become plain spaces; tabs stay."""
    return substitute(_ODD_SPACES, " ", text)


def invisible(text: str) -> Outcome:
    """Soft hyphens and zero-width characters go, but those that join or part letters of other scripts stay."""

    def keep_between_scripts(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        return match[0] if match[0] != SOFT_HYPHEN and _needs_joiners(before) and _needs_joiners(after) else ""

    return substitute(_INVISIBLE, keep_between_scripts, text)


def _needs_joiners(character: str) -> bool:
    """Whether a zero-width mark beside it may mean something: letters beyond Latin, and emoji."""
    if character < "\u0370" or "\u1e00" <= character <= "\u1eff":
        return False
    return unicodedata.category(character) in ("Lo", "Ll", "Lu", "Lm", "Mn", "Mc", "So", "Sk")


def ligatures(text: str) -> Outcome:
    """Typesetters' ligatures become their letters."""
    return substitute(_LIGATURES, lambda match: _LETTERS_OF[match[0]], text)


def composed(text: str) -> Outcome:
    """Unicode normalisation form C: one character for a letter with its accent."""
    if unicodedata.is_normalized("NFC", text):
        return Outcome(text)
    changes: list[Change] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        lines[number] = unicodedata.normalize("NFC", line)
        if lines[number] != line:
            changes.append((line, lines[number]))
    return outcome("\n".join(lines), changes)


def inner_spaces(text: str) -> Outcome:
    """Two spaces between words become one, where a line is no row of a table and no program.

    That is after the end of a sentence, here and there in a long line, or between all words of a line.
    """
    if "  " not in text:
        return Outcome(text)
    changes: list[Change] = []
    lines = text.split("\n")
    spread = sum("  " in line and " " not in line.replace("  ", "") for line in lines) > _SPREAD
    for number, line in enumerate(lines):
        start = len(line) - len(line.lstrip(" "))
        body = line[start:]
        if "  " not in body or "   " in body or "\t" in body or "|" in body:
            continue
        doubled = body.count("  ")
        single = body.count(" ") - 2 * doubled
        everywhere = (spread or doubled >= _SPREAD) and not single
        prose = len(body) >= _PROSE and doubled * 4 <= single
        made = body.replace("  ", " ") if everywhere or prose else _AFTER_SENTENCE.sub(r"\1 ", body)
        if made != body:
            lines[number] = line[:start] + made
            changes.append((line, lines[number]))
    return outcome("\n".join(lines), changes)


def trailing_spaces(text: str) -> Outcome:
    """Spaces and tabs at line ends go."""
    if not text.endswith((" ", "\t")) and " \n" not in text and "\t\n" not in text:
        return Outcome(text)
    changes: list[Change] = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.endswith((" ", "\t")):
            lines[number] = line.rstrip(" \t")
            changes.append((line[-24:], line[-24:].rstrip(" \t")))
    return outcome("\n".join(lines), changes)


def blank_lines(text: str) -> Outcome:
    """One empty line at most stands between paragraphs, and none at either end."""
    made = substitute(_EMPTY_LINES, "\n\n", text) if "\n\n\n" in text else Outcome(text)
    trimmed = made.text.strip("\n")
    return Outcome(trimmed, made.times + (trimmed != made.text), made.changes)
