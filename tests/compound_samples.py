"""Compound files (MS-CFB), as Outlook keeps mail in, written by hand: streams in folders, small ones in mini sectors."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Union

Tree = Mapping[str, Union[bytes, "Tree"]]

_SECTOR, _MINI, _CUT = 512, 64, 4096
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def compound(tree: Tree) -> bytes:
    """A compound file of these streams (bytes) and folders."""
    entries: list[dict[str, object]] = [{"name": "Root Entry", "kind": 5, "child": _NONE, "next": _NONE, "data": b""}]
    _add(entries, 0, tree)
    mini, minifat = bytearray(), []
    for entry in entries[1:]:
        data = entry["data"]
        assert isinstance(data, bytes)
        if entry["kind"] == 2:
            assert len(data) < _CUT, "samples are small"
            entry["start"] = len(mini) // _MINI if data else _END
            number = -(-len(data) // _MINI)
            minifat += [len(minifat) + at + 1 for at in range(number - 1)] + [_END] * bool(number)
            mini += data.ljust(number * _MINI, b"\0")
    entries[0]["data"] = bytes(mini)
    body = [bytes(mini), struct.pack(f"<{len(minifat)}I", *minifat), b""]
    sizes = [-(-len(part) // _SECTOR) for part in body[:2]] + [-(-len(entries) // 4)]
    starts = [1, 1 + sizes[0], 1 + sizes[0] + sizes[1]]
    entries[0]["start"] = starts[0]
    body[2] = b"".join(_entry(entry) for entry in entries)
    fat = [_FAT]
    for start, size in zip(starts, sizes, strict=True):
        fat += [start + at + 1 for at in range(size - 1)] + [_END] * bool(size)
    assert len(fat) <= _SECTOR // 4
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack(
            "<HHHHHHIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, starts[2], 0, _CUT, starts[1], sizes[1], _END, 0
        )
    )
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    parts = [struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))]
    parts += [
        part.ljust(size * _SECTOR, b"\0" if number != 1 else b"\xff")
        for number, (part, size) in enumerate(zip(body, sizes, strict=True))
    ]
    return head + b"".join(parts)


def _add(entries: list[dict[str, object]], parent: int, tree: Tree) -> None:
    before = None
    for name, content in tree.items():
        kind = 2 if isinstance(content, bytes) else 1
        entries.append(
            {
                "name": name,
                "kind": kind,
                "child": _NONE,
                "next": _NONE,
                "data": content if isinstance(content, bytes) else b"",
            }
        )
        this = len(entries) - 1
        if before is None:
            entries[parent]["child"] = this
        else:
            entries[before]["next"] = this
        before = this
        if not isinstance(content, bytes):
            _add(entries, this, content)


def _entry(entry: dict[str, object]) -> bytes:
    name = str(entry["name"]).encode("utf-16-le")
    data = entry["data"]
    assert isinstance(data, bytes)
    return (
        name.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(name) + 2, entry["kind"], 1, _NONE, entry["next"], entry["child"])
        + bytes(36)
        + struct.pack("<IQ", entry.get("start", 0), len(data))
    )


def mail(
    strings: Mapping[int, str], binary: Mapping[int, bytes] | None = None, sent: int = 0, attached: str = ""
) -> bytes:
    """An Outlook mail with these properties; ``sent`` counts ten-millionths of a second since 1601."""
    streams: dict[str, bytes | Tree] = {}
    rows = b""
    for number, words in strings.items():
        data = words.encode("utf-16-le")
        streams[f"__substg1.0_{number:04X}001F"] = data
        rows += struct.pack("<IIII", number << 16 | 0x1F, 6, len(data) + 2, 0)
    for number, data in (binary or {}).items():
        streams[f"__substg1.0_{number:04X}0102"] = data
        rows += struct.pack("<IIII", number << 16 | 0x102, 6, len(data), 0)
    if sent:
        rows += struct.pack("<IIQ", 0x39 << 16 | 0x40, 6, sent)
    rows += struct.pack("<IIII", 0x340D << 16 | 3, 6, 0x00040000, 0)
    streams["__properties_version1.0"] = struct.pack("<8x4I8x", 0, 0, 0, bool(attached)) + rows
    if attached:
        name = attached.encode("utf-16-le")
        streams["__attach_version1.0_#00000000"] = {
            "__substg1.0_3707001F": name,
            "__properties_version1.0": bytes(8) + struct.pack("<IIII", 0x3707 << 16 | 0x1F, 6, len(name) + 2, 0),
        }
    return compound(streams)
