"""RTF as Outlook packs it in mail: MS-OXRTFCP, "LZFu" for packed and "MELA" for plain."""

from __future__ import annotations

import struct

from briefer.errors import DataError

_BEGINNING = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20"
    b"\\b\\i\\u\\tab\\tx"
)
"""What the dictionary holds to begin with, as the specification gives it."""
_PACKED, _PLAIN = b"LZFu", b"MELA"
_HEAD = 16
_RING = 4096
_LARGEST = 64 * 1024 * 1024


def unpacked(data: bytes) -> bytes:
    """The RTF file; DataError if the data is damaged or unpacks to more than 64 MB."""
    if len(data) < _HEAD:
        raise _damaged()
    _, size, kind, _ = struct.unpack("<II4sI", data[:_HEAD])
    if kind == _PLAIN:
        return data[_HEAD : _HEAD + size]
    if kind != _PACKED or size > _LARGEST:
        raise _damaged()
    return _unpack(data[_HEAD:], size)


def _unpack(data: bytes, size: int) -> bytes:
    ring = bytearray(_RING)
    ring[: len(_BEGINNING)] = _BEGINNING
    place = len(_BEGINNING)
    made = bytearray()
    at = 0

    def put(byte: int) -> None:
        nonlocal place
        made.append(byte)
        ring[place] = byte
        place = (place + 1) % _RING

    while at < len(data) and len(made) < size:
        control = data[at]
        at += 1
        for bit in range(8):
            if not control >> bit & 1:
                if at >= len(data):
                    return bytes(made[:size])
                put(data[at])
                at += 1
                continue
            if at + 2 > len(data):
                return bytes(made[:size])
            word = data[at] << 8 | data[at + 1]
            at += 2
            start, length = word >> 4, (word & 0xF) + 2
            if start == place:
                return bytes(made[:size])
            for step in range(length):
                put(ring[(start + step) % _RING])
    return bytes(made[:size])


def _damaged() -> DataError:
    return DataError("its text is damaged", "save it anew from Outlook, or as .eml")
