"""PDF files written by hand: text in Courier at given places, so that a line's length is known, and no more."""

from __future__ import annotations

import hashlib
import textwrap
from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 595, 842
SIZE = 10.0
LETTER = 0.6
PITCH = 12.0


class Put(NamedTuple):
    """A line of text on a page; ``look`` are operators that stand before it."""

    text: str
    left: float
    base: float
    size: float = SIZE
    bold: bool = False
    look: str = ""
    turn: str = "1 0 0 1"


def pdf(
    pages: Sequence[Sequence[Put]],
    info: dict[str, str] | None = None,
    *,
    password: str = "",
    scans: Sequence[int] = (),
) -> bytes:
    """A PDF of these pages; those in ``scans`` are covered by a picture as well."""
    objects: list[bytes] = []

    def add(body: bytes | str) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    key = _key(password) if password else None
    fonts = [
        add(f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>")
        for name in ("Courier", "Courier-Bold")
    ]
    picture = add(
        _stream(
            b"\x80",
            "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
            key,
            len(objects) + 1,
        )
    )
    tree = len(objects) + 2 * len(pages) + 1
    kids = []
    for number, page in enumerate(pages):
        drawn = "".join(map(_drawn, page))
        if number in scans:
            drawn = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /P Do Q\n" + drawn
        content = add(_stream(drawn.encode("cp1252"), "", key, len(objects) + 1))
        resources = f"<</Font<</R {fonts[0]} 0 R/B {fonts[1]} 0 R>>/XObject<</P {picture} 0 R>>>>"
        kids.append(
            add(
                f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources{resources}/Contents {content} 0 R>>"
            )
        )
    add(f"<</Type/Pages/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]/Count {len(kids)}>>")
    root = add(f"<</Type/Catalog/Pages {tree} 0 R>>")
    trailer = f"/Root {root} 0 R/ID[<00><00>]"
    if info:
        fields = "".join(f"/{name}({value})" for name, value in info.items())
        trailer += f"/Info {add(f'<<{fields}>>')} 0 R"
    if key is not None:
        trailer += f"/Encrypt {add(_encrypt(password))} 0 R"
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += f"trailer\n<</Size {len(objects) + 1}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(made)


def column(
    paragraphs: Sequence[str],
    left: float,
    top: float,
    letters: int,
    *,
    indent: int = 0,
    gap: float = 0.0,
    size: float = SIZE,
) -> list[Put]:
    """Paragraphs set in lines of so many letters, with an indent in letters or a gap in points before each."""
    made: list[Put] = []
    base = top
    for paragraph in paragraphs:
        for number, line in enumerate(
            textwrap.wrap(" " * indent + paragraph, letters, drop_whitespace=True, break_on_hyphens=False)
        ):
            inwards = indent * LETTER * size if number == 0 else 0
            made.append(Put(line.strip(), left + inwards, base, size))
            base -= PITCH * size / SIZE
        base -= gap
    return made


def _drawn(put: Put) -> str:
    text = put.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"q {put.look} BT /{'B' if put.bold else 'R'} {put.size} Tf {put.turn} {put.left} {put.base} Tm ({text}) Tj ET Q\n"


def _stream(data: bytes, entries: str, key: bytes | None, number: int) -> bytes:
    if key is not None:
        data = _rc4(hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10], data)
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


# Encryption of the first revision: RC4 with 40 bits, which is enough to ask for a password.

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_ALLOWED = -4


def _padded(password: str) -> bytes:
    return (password.encode() + _PADDING)[:32]


def _owner(password: str) -> bytes:
    return _rc4(hashlib.md5(_padded(password)).digest()[:5], _padded(password))


def _key(password: str) -> bytes:
    return hashlib.md5(
        _padded(password) + _owner(password) + _ALLOWED.to_bytes(4, "little", signed=True) + b"\0"
    ).digest()[:5]


def _encrypt(password: str) -> str:
    user = _rc4(_key(password), _PADDING)
    return f"<</Filter/Standard/V 1/R 2/O<{_owner(password).hex()}>/U<{user.hex()}>/P {_ALLOWED}>>"


def _rc4(key: bytes, data: bytes) -> bytes:
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    made = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        made.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(made)
