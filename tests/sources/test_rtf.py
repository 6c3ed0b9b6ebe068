from __future__ import annotations

import pytest

from briefer.errors import DataError
from briefer.sources.read import source_from_bytes
from briefer.sources.rtf.document import rtf_text

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset128 Mincho;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}}"
)


def text_of(body: str, encoding: str = "latin-1") -> str:
    return rtf_text(f"{HEAD}{body}}}".encode(encoding)).original


def test_paragraphs_headings_and_signs() -> None:
    body = r"\pard\s1 Ports told\par\pard\s2 Order\par\pard It \ldblquote stands\rdblquote\line here\tab x.\par Next\~one.\par"
    assert text_of(body) == "# Ports told\n\n## Order\n\nIt “stands”\nhere\tx.\n\nNext\xa0one."


def test_letters_by_code_point_and_by_the_encoding_of_their_font() -> None:
    body = r"caf\'e9 \u8364? \uc2\u1055ab\uc1 {\f1 \'cf\'ee\'f0\'f2} {\f2 \'8d\'60} \u-10179?\u-8704?\par"
    assert text_of(body) == "café € ППорт 港 😀"


def test_deleted_and_hidden_text_is_out_and_told() -> None:
    found = rtf_text(
        f"{HEAD}The order {{\\deleted never }}stands{{\\v secretly}}.{{\\*\\annotation Sure?}}\\par}}".encode()
    )
    assert found.original == "The order stands."
    assert found.told == (
        "1 tracked deletion was left out.",
        "1 piece of hidden text was left out.",
        "1 comment was left out.",
    )


def test_links_keep_their_words_and_pictures_say_nothing() -> None:
    body = r"See {\field{\*\fldinst HYPERLINK \"https://x.example\"}{\fldrslt the order}}.{\pict\pngblip 89504e47}{\*\unknown gone}{\pict\bin4 }}}}\par"
    assert text_of(body) == "See the order."


def test_lists_tables_and_notes() -> None:
    body = (
        r"\pard{\listtext 1.\tab}One\par{\listtext 2.\tab}Two\par{\pntext\'b7\tab}Dot\par"
        r"\trowd\intbl Port\cell Cranes\cell\row\intbl Northhaven\cell 64\cell\row\pard"
        r" The order{\super\chftn}{\footnote\pard {\super\chftn} Section 3.} stands.\par"
    )
    assert (
        text_of(body)
        == "1. One\n2. Two\n- Dot\n\nPort | Cranes\nNorthhaven | 64\n\nThe order[1] stands.\n\n[1] Section 3."
    )


def test_text_boxes_follow_their_paragraph() -> None:
    body = r"Beside.{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt In the box.\par}}{\shprslt{\*\do In the box.}}}\par Next.\par"
    assert text_of(body) == "Beside.\n\nIn the box.\n\nNext."


def test_the_information_gives_title_author_and_day() -> None:
    info = r"{\info{\title Modems in cr\'e4nes}{\author Hanne Lovell}{\creatim\yr2026\mo11\dy3\hr9}}"
    found = rtf_text(f"{HEAD}{info}Text.\\par}}".encode())
    assert found.details[:4] == ("Modems in cränes", "Hanne Lovell", "", "2026-11-03")
    assert found.guessed == ("published",)


def test_a_note_in_the_information_is_none() -> None:
    assert text_of(r"{\info{\title {\footnote Lost.}}}Text.\par") == "Text."


def test_a_file_that_breaks_off_is_read_as_far_as_it_goes_and_told() -> None:
    found = rtf_text(f"{HEAD}The order stands.\\par It is".encode())
    assert found.original == "The order stands.\n\nIt is"
    assert found.told == ("The file breaks off: its end may be missing.",)


@pytest.mark.parametrize("content", [b"", b"no rtf", b"{\\rtf1" + b"{" * 5000, b"{\\rtf1 }"])
def test_what_cannot_be_read_is_refused_in_plain_words(content: bytes) -> None:
    with pytest.raises(DataError) as refused:
        source_from_bytes(content, "a.rtf", "s1")
    assert "\n" not in str(refused.value)
