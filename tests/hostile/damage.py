"""Damage that can be told: what is done to the bytes of a file, and to the elements of a part of one."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st

_TAG = re.compile(r"<[^<>]*>")


class Blow(NamedTuple):
    """One change: its kind, where it begins and how far it goes (parts of the whole), and a byte."""

    kind: str
    at: float
    length: float
    byte: int


KINDS = ("flip", "cut", "end", "double", "repeat", "swap", "fill")
XML_KINDS = ("open", "close", "nest", "remove", "twice", "number", "text")


def blows(kinds: tuple[str, ...] = KINDS) -> st.SearchStrategy[list[Blow]]:
    """Some changes, few as a rule."""
    parts = st.floats(0, 1)
    return st.lists(
        st.builds(Blow, st.sampled_from(kinds), parts, parts, st.integers(0, 255)), min_size=1, max_size=5
    )


def damaged(data: bytes, changes: list[Blow]) -> bytes:
    """The bytes after the changes."""
    out = bytearray(data)
    for kind, at, length, byte in changes:
        start = int(at * len(out))
        stop = start + 1 + int(length**4 * (len(out) - start))
        match kind:
            case "flip":
                out[start : start + 1] = bytes([byte])
            case "cut":
                del out[start:stop]
            case "end":
                del out[start:]
            case "double":
                out[start:start] = out[start:stop]
            case "repeat":
                out[start:start] = out[start : min(stop, start + 60)] * 200
            case "swap":
                out[start:stop] = out[start:stop][::-1]
            case "fill":
                out[start:stop] = bytes([byte]) * (stop - start)
    return bytes(out)


def misbuilt(markup: str, changes: list[Blow]) -> str:
    """Markup after changes to its tags."""
    for kind, at, length, byte in changes:
        tags = list(_TAG.finditer(markup))
        if not tags:
            break
        tag = tags[min(int(at * len(tags)), len(tags) - 1)]
        start, end = tag.span()
        other = tags[min(int(length * len(tags)), len(tags) - 1)]
        match kind:
            case "open":
                end, words = start, tag[0]
            case "close":
                words = re.sub(r"<(\w[\w:.-]*)[^>]*>", r"</\1>", tag[0])
            case "nest":
                words = tag[0] * (1 + byte * 8)
            case "remove":
                words = ""
            case "twice":
                start, end = min(tag.end(), other.end()), max(tag.end(), other.end())
                words = markup[start:end] * 2
            case "number":
                words = re.sub(r"\d+", str((byte - 128) * 10**byte), tag[0])
            case _:
                words = tag[0] + "&#x0;&amp;]]>" * (byte % 5) + chr(byte * 200 + 1) * byte
        markup = markup[:start] + words + markup[end:]
    return markup
