"""RTF files: their text with headings, list items, table rows and notes; deleted and hidden text stays out."""

from __future__ import annotations

import codecs
import datetime
import re
from collections import Counter

import msgspec

from briefer.errors import DataError
from briefer.sources.article import Details
from briefer.sources.built import Built, described, left_out, meant_author, meant_title
from briefer.sources.extracted import Extract
from briefer.sources.rtf.tokens import Token, tokens

_BEGINS = re.compile(rb"\s*\{\\rtf")
_DEEPEST = 1_000
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik) ?([1-9])\b", re.IGNORECASE)
_LAST_LEVEL = 8
_TEXT, _SKIP = "text", "skip"
_KEPT = frozenset("title author creatim footnote listtext pntext shptxt stylesheet fonttbl".split())
"""Groups that are read, each in its own way."""
_OPENED = frozenset("shp shpgrp shpinst ud info".split())
"""Groups that are gone through, because what they hold is read."""
_MORE_SKIPPED = frozenset(
    "nonshppict shprslt upr annotation xmlopen xmlclose themedata wgrffmtfilter mmathPr".split()
)


class _State(msgspec.Struct):
    """What holds in a group, and is handed on to those in it."""

    where: str = _TEXT
    hidden: bool = False
    deleted: bool = False
    skip: int = 1
    font: str = ""


class _Paragraph(msgspec.Struct):
    """The paragraph that is being read."""

    pieces: list[str]
    label: str | None = None
    level: int = 0
    in_table: bool = False


def rtf_text(content: bytes) -> Extract:
    """The text of an RTF file; DataError for what is none."""
    if not _BEGINS.match(content[:200]):
        raise DataError("it is no RTF file", "open it in its own program and save it anew as .rtf or .docx")
    walk = _Walk()
    walk.read(content.decode("latin-1"))
    text = walk.text()
    details, unsure = described(text, walk.details())
    return Extract(text, details, walk.told(), unsure)


class _Walk:
    """Goes through the pieces of a file once."""

    def __init__(self) -> None:
        from striprtf.striprtf import charset_map, destinations

        self._charsets: dict[int, str] = charset_map
        self._skipped = (frozenset(destinations) | _MORE_SKIPPED) - _KEPT - _OPENED
        self._state = _State()
        self._stack: list[_State] = []
        self._encoding = "cp1252"
        self._fonts: dict[str, str] = {}
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False
        self._built = Built()
        self._paragraph = _Paragraph([])
        self._cells: list[str] = []
        self._notes: list[list[str]] = []
        self._boxes: list[str] = []
        self._side: Counter[str] = Counter()
        self._held: dict[str, list[str]] = {}
        self._levels: dict[int, int] = {}
        self._style = 0
        self._made: dict[str, int] = {}
        self._out: Counter[str] = Counter()

    # Reading

    def read(self, text: str) -> None:
        """Go through the file; what follows its outermost group is no part of it."""
        for token in tokens(text):
            if token.kind != "byte":
                self._decode()
            if token.kind == "brace":
                if not self._brace(token.value):
                    break
            elif self._to_skip and token.kind in ("text", "byte"):
                self._pass(token)
            else:
                self._to_skip = 0
                self._piece(token)
        self._decode()
        self._out["cut"] = len(self._stack) > 0
        self._end_paragraph()
        self._end_row()

    def text(self) -> str:
        """The text, its notes at the end."""
        for number, note in enumerate(self._notes, 1):
            self._built.note(str(number), _joined(note))
        return _mended(self._built.text())

    def details(self) -> Details:
        """Title, author and the day it was made."""
        said = {name: _mended(_joined(self._held.get(name, []))) for name in ("title", "author")}
        made = self._made
        try:
            published = datetime.date(made["yr"], made["mo"], made["dy"]).isoformat()
        except (KeyError, ValueError):
            published = ""
        return Details(title=meant_title(said["title"]), author=meant_author(said["author"]), published=published)

    def told(self) -> tuple[str, ...]:
        """What was left out, and whether the file is whole."""
        counted = left_out(
            (
                (self._out["deleted"], "tracked deletion was", "tracked deletions were"),
                (self._out["hidden"], "piece of hidden text was", "pieces of hidden text were"),
                (self._out["comments"], "comment was", "comments were"),
            )
        )
        return (*counted, *(["The file breaks off: its end may be missing."] if self._out["cut"] else []))

    def _brace(self, brace: str) -> bool:
        """Enter or leave a group; False at the end of the outermost one."""
        self._to_skip = 0
        self._starred = False
        if brace == "{":
            if len(self._stack) >= _DEEPEST:
                raise DataError(f"it nests more than {_DEEPEST:,} groups", "open it and save it anew as .docx")
            self._stack.append(self._state)
            self._state = msgspec.structs.replace(self._state)
        elif self._stack:
            left, self._state = self._state, self._stack.pop()
            if left.where == "shptxt" != self._state.where:
                self._boxes.append(_joined(self._held.pop("shptxt", [])))
            return bool(self._stack)
        return True

    def _pass(self, token: Token) -> None:
        """Leave out what stands for a letter in programs that do not know its code point."""
        if token.kind == "byte":
            self._to_skip -= 1
            return
        gone = min(self._to_skip, len(token.value))
        self._to_skip -= gone
        if rest := token.value[gone:]:
            self._say(rest)

    def _piece(self, token: Token) -> None:
        if token.kind == "word":
            self._word(token.value, token.number)
        elif token.kind == "byte":
            if self._state.where != _SKIP:
                self._bytes.append(int(token.value, 16))
        elif token.kind == "text":
            self._say(token.value)
        elif token.value == "*":
            self._starred = True
        else:
            self._say({"~": "\xa0", "_": "‑", "-": ""}.get(token.value, token.value))
            if token.value in "\r\n":
                self._break("par")

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == "annotation":
            self._out["comments"] += 1
        if word in _KEPT and self._state.where != _SKIP:
            self._enter(word)
        elif word in self._skipped or (starred and word not in _OPENED):
            self._state.where = _SKIP
        elif word == "ud":
            self._state.where = _TEXT
        elif self._state.where == "fonttbl" and word in ("f", "fcharset"):
            self._font(word, number or 0)
        elif self._state.where == "creatim":
            self._made[word] = number or 0
        elif self._state.where != _SKIP or word == "u":
            self._control(word, number)

    def _enter(self, where: str) -> None:
        if where == "footnote":
            if self._state.where == _TEXT:
                self._notes.append([])
                self._say(f"[{len(self._notes)}]")
            elif self._state.where != "footnote":
                where = _SKIP
        elif where in ("listtext", "pntext"):
            self._paragraph.label = ""
        self._state.where = "label" if where in ("listtext", "pntext") else where

    def _font(self, word: str, number: int) -> None:
        if word == "f":
            self._state.font = str(number)
        else:
            self._fonts[self._state.font] = self._charsets.get(number, self._encoding)

    def _control(self, word: str, number: int | None) -> None:
        state = self._state
        if word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in ("par", "sect", "page", "column", "cell", "nestcell", "row", "nestrow", "line", "softline"):
            self._break(word)
        elif word == "u" and number is not None:
            if state.where != _SKIP:
                self._say(chr(number % 0x10000))
            self._to_skip = state.skip
        elif word == "uc":
            state.skip = max(0, number or 0)
        elif word == "ansicpg":
            self._encoding = _known(f"cp{number}")
        elif word in ("mac", "pc", "pca"):
            self._encoding = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word == "f":
            state.font = str(number)
        elif word == "v":
            state.hidden = number != 0
        elif word == "deleted":
            state.deleted = number != 0
        elif word == "plain":
            state.hidden = state.deleted = False
        else:
            self._paragraph_control(word, number)

    def _paragraph_control(self, word: str, number: int | None) -> None:
        if self._state.where == "stylesheet":
            if word == "s":
                self._style = number or 0
            elif word == "outlinelevel" and self._style and number is not None and number <= _LAST_LEVEL:
                self._levels[self._style] = number + 1
        elif self._state.where != _TEXT:
            return
        elif word == "pard":
            self._paragraph.level, self._paragraph.in_table = 0, False
        elif word == "s":
            self._paragraph.level = self._levels.get(number or 0, 0)
        elif word == "outlinelevel" and number is not None:
            self._paragraph.level = number + 1 if number <= _LAST_LEVEL else 0
        elif word == "intbl":
            self._paragraph.in_table = True

    # Writing

    def _decode(self) -> None:
        """The bytes met so far, in the encoding of their font."""
        if self._bytes:
            encoding = _known(self._fonts.get(self._state.font, self._encoding))
            self._say(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()

    def _say(self, words: str) -> None:
        state = self._state
        if state.where in (_SKIP, "fonttbl", "creatim"):
            return
        if state.where == "stylesheet":
            self._name_style(words)
        elif state.deleted or state.hidden:
            self._out["deleted" if state.deleted else "hidden"] += bool(words.strip())
        elif state.where == "footnote":
            self._notes[-1].append(words)
        elif state.where == "label":
            self._paragraph.label = (self._paragraph.label or "") + words
        elif state.where == _TEXT:
            self._paragraph.pieces.append(words)
        else:
            self._held.setdefault(state.where, []).append(words)

    def _name_style(self, words: str) -> None:
        name = words.rstrip("; ")
        if match := _HEADING.match(name):
            self._levels.setdefault(self._style, int(match[1]))
        elif name.casefold() in ("title", "titel"):
            self._levels.setdefault(self._style, 1)
        if words.endswith(";"):
            self._style = 0

    def _break(self, word: str) -> None:
        where = self._state.where
        if where in (_SKIP, "stylesheet", "fonttbl", "label", "creatim"):
            return
        if where == "shptxt":
            self._held.setdefault("shptxt", []).append("\n")
        elif where != _TEXT:
            self._say(" ")
        elif word in ("line", "softline"):
            self._paragraph.pieces.append("\n")
        elif word in ("cell", "nestcell"):
            self._cells.append(self._taken())
        elif word in ("row", "nestrow"):
            self._end_row()
        elif self._paragraph.in_table:
            self._paragraph.pieces.append(" ")
        else:
            self._end_paragraph()

    def _taken(self) -> str:
        label, words = self._label(), _joined(self._paragraph.pieces)
        self._paragraph.pieces, self._paragraph.label = [], None
        return words if label is None else f"{label or '-'} {words}"

    def _label(self) -> str | None:
        label = self._paragraph.label
        if label is None:
            return None
        label = label.strip()
        return label if any(letter.isalnum() for letter in label) else ""

    def _end_row(self) -> None:
        if self._cells:
            self._built.row(map(_mended, self._cells))
        self._cells = []

    def _end_paragraph(self) -> None:
        self._end_row()
        label, words = self._label(), _mended(_joined(self._paragraph.pieces))
        if self._paragraph.level:
            self._built.heading(f"{label} {words}" if label else words, self._paragraph.level)
        elif label is not None:
            self._built.item(label, words)
        else:
            self._built.paragraph(words)
        self._paragraph.pieces, self._paragraph.label = [], None
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for paragraph in box.split("\n"):
                self._built.paragraph(_mended(paragraph))


_SIGNS = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "ltrmark": "\u200e",
    "rtlmark": "\u200f",
}


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return "cp1252"


def _joined(pieces: list[str]) -> str:
    return "".join(pieces)


def _mended(text: str) -> str:
    """Letters beyond the first plane made whole: RTF writes them as two halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
