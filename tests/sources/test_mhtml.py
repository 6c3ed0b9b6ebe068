from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from page_samples import BODY, LAYOUTS, LINK, TITLE, ps, whole

from briefer.errors import DataError
from briefer.sources.read import source_from_bytes, source_from_file


def saved(page: str, charset: str = "utf-8", cte: str = "quoted-printable") -> bytes:
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = LINK
    message["Subject"] = TITLE
    message["Date"] = "Mon, 23 Nov 2026 10:11:12 -0000"
    message.set_content(page, subtype="html", charset=charset, cte=cte)
    message.add_related(
        b"\x89PNG not looked at", "image", "png", headers=["Content-Location: https://cdn.example/crane.png"]
    )
    message.add_related("<p>An advertisement that stands in a frame of its own.</p>", "html")
    return message.as_bytes()


@pytest.mark.parametrize(
    ("charset", "cte"), [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("windows-1252", "8bit")]
)
def test_a_page_in_one_file_is_read_like_a_page(tmp_path: Path, charset: str, cte: str) -> None:
    file = tmp_path / "page.mhtml"
    file.write_bytes(saved(LAYOUTS["wordpress"].replace('charset="utf-8"', ""), charset, cte))
    source = source_from_file(file, "s1")
    assert source.text.split("\n\n") == [TITLE, *BODY]
    assert (source.title, source.author, source.published) == (TITLE, "Hanne Lovell", "2026-11-13")
    assert (source.url, source.accessed) == (LINK, "2026-11-23")


def test_a_page_that_names_no_link_is_from_where_it_was_saved() -> None:
    assert source_from_bytes(saved(whole(ps(*BODY))), "page.mht", "s1").url == LINK


def test_a_page_that_is_too_large_is_refused_with_its_size() -> None:
    with pytest.raises(DataError, match="at most 8,388,608"):
        source_from_bytes(saved("<p>The Board met.</p>\n" * 400_000, cte="8bit"), "page.mht", "s1")


@pytest.mark.parametrize(
    "content", [b"", b"no message at all", b"\x00\x01\x02" * 50, b"Content-Type: text/plain\n\nThe Board met."]
)
def test_a_file_without_a_page_is_refused(content: bytes) -> None:
    with pytest.raises(DataError) as error:
        source_from_bytes(content, "page.mhtml", "s1")
    assert error.value.hint
