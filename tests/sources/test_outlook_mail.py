from __future__ import annotations

import struct

import pytest
from compound_samples import mail

from briefer.errors import DataError
from briefer.sources.mail.outlook import outlook_mail_text
from briefer.sources.read import source_from_bytes
from briefer.sources.rtf.packed import unpacked

SUBJECT, SENDER, BODY, HTML, RTF = 0x37, 0xC1A, 0x1000, 0x1013, 0x1009
SENT = 134_077_140_000_000_000
ORDER = "The harbour authority told every terminal on Tuesday to take the cellular modems out of its cranes by March."
PACKED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
"""The example of the specification: {\\rtf1\\ansi\\ansicpg1252\\pard hello world}"""


def test_the_body_in_markup_with_subject_sender_and_day() -> None:
    content = mail(
        {SUBJECT: "FW: Modems", SENDER: "Hanne Lovell"}, {HTML: f"<h2>Order</h2><p>{ORDER}</p>".encode()}, SENT
    )
    found = outlook_mail_text(content)
    assert found.original == f"## Order\n\n{ORDER}"
    assert found.details[:4] == ("Modems", "Hanne Lovell", "", "2025-11-15")


def test_the_plain_body_and_what_is_attached() -> None:
    found = outlook_mail_text(mail({SUBJECT: "Modems", BODY: ORDER}, attached="order.pdf"))
    assert (found.original, found.told) == (ORDER, ("Attached and not read: order.pdf.",))


def test_the_packed_body() -> None:
    rtf = rb"{\rtf1\ansi " + ORDER.encode() + rb"\par Next one.\par}"
    stored = struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    assert outlook_mail_text(mail({SUBJECT: "Modems"}, {RTF: stored})).original == f"{ORDER}\n\nNext one."
    assert unpacked(PACKED) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@pytest.mark.parametrize(
    "content",
    [
        b"no mail",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        mail({SUBJECT: "Nothing"}),
        mail({BODY: ORDER})[:1500],
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(content: bytes) -> None:
    with pytest.raises(DataError) as refused:
        source_from_bytes(content, "a.msg", "s1")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("data", [b"", PACKED[:12], b"x" * 40])
def test_damaged_packed_text_is_refused(data: bytes) -> None:
    with pytest.raises(DataError, match="damaged"):
        unpacked(data)
