from __future__ import annotations

import codecs
import random

import pytest

from briefer.errors import DataError
from briefer.sources.plain import decode

TEXT = "Die Behörde sagte: „Wir schließen eine Tür“ – für 46 € je Kran."


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
    ids=[
        "utf-8",
        "utf-8 mark",
        "utf-16-le mark",
        "utf-16-be mark",
        "utf-32-le mark",
        "utf-32-be mark",
        "le",
        "be",
        "cp1252",
    ],
)
def test_text_is_read_in_any_usual_encoding(content: bytes) -> None:
    assert decode(content) == TEXT


def test_other_scripts_need_unicode() -> None:
    russian = "Совет портов приказал отключить модемы на 214 кранах до конца марта."
    assert decode(russian.encode()) == russian
    with pytest.raises(DataError, match="save it as UTF-8"):
        decode(russian.encode("cp1251"))


@pytest.mark.parametrize("size", [40, 300, 5_000, 100_000])
@pytest.mark.parametrize("seed", range(10))
def test_random_bytes_are_refused(size: int, seed: int) -> None:
    with pytest.raises(DataError):
        decode(random.Random(seed).randbytes(size))


def test_a_mark_that_does_not_hold_is_refused() -> None:
    with pytest.raises(DataError, match="it says that it is UTF-8, but byte 4 is not"):
        decode(codecs.BOM_UTF8 + b"Boar\xe9 order")
    with pytest.raises(DataError, match="UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"a\x00\xd8")


def test_a_stray_control_character_makes_no_binary() -> None:
    assert decode(b"page one\x0c\x1b page two of a longer text").startswith("page one")
