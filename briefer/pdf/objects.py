"""A PDF file as its objects: read from what Qt has written, and written again with equal bytes for equal objects.

Qt's writer has no outline, no language and no keywords, and puts the hour of writing into each file.
"""

from __future__ import annotations

import re
from itertools import pairwise

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"xref\s+0 (\d+)\s+")
_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_STREAM = b"stream"
_FONT = re.compile(rb"(/FontName /)[A-Z]{6}(?=\+)")
_ENTRY = 20
"""Bytes of a line of the table of objects."""


class Objects:
    """The numbered objects of a file, each without its ``N 0 obj`` and ``endobj``, and its trailer's references.

    Raises ValueError for a file that is not built as Qt builds those of PDF 1.4.
    """

    def __init__(self, data: bytes) -> None:
        table = _found(_START, data, "no place of a table")
        places = _places(data, int(table[1]))
        self._head = data[: min(places.values())]
        ends = [*sorted(places.values()), int(table[1])]
        spans = dict(pairwise(ends))
        self._objects = {number: _body(data[at : spans[at]], number) for number, at in places.items()}
        trailer = data[int(table[1]) :]
        self.root, self.info = (
            int(_found(re.compile(rb"/%b (\d+) 0 R" % name), trailer, "no trailer")[1]) for name in (b"Root", b"Info")
        )
        self._id = _found(re.compile(rb"/ID \[.*?\]", re.DOTALL), trailer, "no id")[0]

    def __getitem__(self, number: int) -> bytes:
        return self._objects[number]

    def __setitem__(self, number: int, body: bytes) -> None:
        self._objects[number] = body

    def add(self) -> int:
        """The number of a new object; what it is, is still to be set."""
        number = max(self._objects) + 1
        self._objects[number] = b"null"
        return number

    def pages(self) -> list[int]:
        """The numbers of the pages, in their order."""
        tree = int(_found(re.compile(rb"/Pages (\d+) 0 R"), self[self.root], "no pages")[1])
        kids = _found(re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL), self[tree], "no pages")[1]
        return [int(number) for number in re.findall(rb"(\d+) 0 R", kids)]

    def file(self) -> bytes:
        """All objects that are referred to as a file, numbered in the order in which they are.

        Qt's own numbers, and the tags that it makes of them for parts of fonts, depend on the order of its hash
        tables, which is another in each process.
        """
        numbers = {old: new for new, old in enumerate(self._in_order(), 1)}

        def renumbered(found: re.Match[bytes]) -> bytes:
            return b"%d 0 R" % numbers[int(found[1])]

        out, places = bytearray(self._head), []
        for old, new in numbers.items():
            places.append(len(out))
            said, stream, data = self._objects[old].partition(_STREAM)
            said = _FONT.sub(rb"\g<1>" + _tag(new), _REFERENCE.sub(renumbered, said))
            out += b"%d 0 obj\n%b%b%b\nendobj\n" % (new, said, stream, data)
        table = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        ends = numbers[self.info], numbers[self.root], self._id
        out += b"trailer\n<<\n/Size %d\n/Info %d 0 R\n/Root %d 0 R\n%b\n>>\n" % (len(places) + 1, *ends)
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)

    def _in_order(self) -> dict[int, None]:
        """The numbers of the objects as one leads to another, from the root and from what is said of the file."""
        reached: dict[int, None] = {}
        waiting = [self.info, self.root]
        while waiting:
            number = waiting.pop()
            if number not in reached:
                reached[number] = None
                said, _, _ = self._objects[number].partition(_STREAM)
                waiting += [int(found) for found in reversed(_REFERENCE.findall(said))]
        return reached


def _tag(number: int) -> bytes:
    """Six capitals that stand for a number: how a part of a font is marked."""
    return bytes(ord("A") + number // 26**place % 26 for place in range(6))


def text_string(text: str) -> bytes:
    """``text`` as a string of a PDF file."""
    written = b"\xfe\xff" + text.encode("utf-16-be")
    for special in (b"\\", b"(", b")"):
        written = written.replace(special, b"\\" + special)
    return b"(" + written.replace(b"\r", rb"\r") + b")"


def _places(data: bytes, table: int) -> dict[int, int]:
    """Where each object that is in use begins."""
    head = _TABLE.match(data, table)
    if head is None:
        raise ValueError("this is no PDF file of Qt's: its table of objects is of another kind")
    lines = (data[head.end() + _ENTRY * number :][:_ENTRY] for number in range(int(head[1])))
    return {number: int(line[:10]) for number, line in enumerate(lines) if line[17:18] == b"n"}


def _body(written: bytes, number: int) -> bytes:
    return written.strip().removeprefix(b"%d 0 obj" % number).removesuffix(b"endobj").strip(b"\r\n")


def _found(pattern: re.Pattern[bytes], data: bytes, missing: str) -> re.Match[bytes]:
    found = pattern.search(data)
    if found is None:
        raise ValueError(f"this is no PDF file of Qt's: {missing}")
    return found
