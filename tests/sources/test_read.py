from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec
import pytest

from briefer.errors import BrieferError, DataError, UnreadableError, UsageError
from briefer.model.source import Fix
from briefer.sources.read import (
    LIMIT,
    cleaned,
    examples,
    source_from_bytes,
    source_from_file,
    source_from_text,
    switched,
)

ARTICLE = "Ports told to unplug modems\n\nBy Hanne Lovell\n\n13 November 2026\n\nThe Board’s order covers 214 cranes in\u00a0five ports.\n"


def test_a_file_becomes_a_source_with_what_it_says_about_itself(tmp_path: Path) -> None:
    file = tmp_path / "modems.TXT"
    file.write_text(ARTICLE, encoding="utf-8")
    source = source_from_file(file, "s3")
    assert (source.id, source.media_type, source.file_name) == ("s3", "text/plain", "modems.TXT")
    assert source.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert source.original == ARTICLE
    assert source.text == ARTICLE.replace("\u00a0", " ").strip()
    assert (source.title, source.author, source.published) == (
        "Ports told to unplug modems",
        "Hanne Lovell",
        "2026-11-13",
    )
    assert source.guessed == ("title", "author", "published")
    assert Fix("spaces", 1) in source.fixes
    assert [(h.start, h.level) for h in source.headings] == [(0, 1)]


def test_a_paste_has_no_file() -> None:
    source = source_from_text("The Board met.\r\nIt met again.", "s1")
    assert (source.file_name, source.sha256, source.guessed) == ("", "", ())
    assert source.original == "The Board met.\r\nIt met again."
    assert source.text == "The Board met.\nIt met again."


def test_what_xml_forbids_is_visible_and_keeps_its_place() -> None:
    source = source_from_text("bell\x07 half \ud83d page\x0cbreak", "s1")
    assert source.original == "bell\ufffd half \ufffd page\nbreak"
    assert source.text == source.original


def test_the_original_can_be_cleaned_again_without_a_rule() -> None:
    source = source_from_text("The Board met.\n\nAdvertisement\n\nIt met again.", "s1")
    assert cleaned(source.original, source.media_type).text == source.text == "The Board met.\n\nIt met again."
    again = cleaned(source.original, source.media_type, {"furniture"})
    assert again.text == "The Board met.\n\nAdvertisement\n\nIt met again."
    assert again.fixes == ()


def test_each_rule_has_examples_whether_it_is_on_or_off() -> None:
    source = source_from_text("The Board met.\n\nAdvertisement\n\nIt met a\u00a0gain.", "s1")
    assert [fix.rule for fix in source.fixes] == ["spaces", "furniture"]
    shown = examples(source)
    assert shown["furniture"] == (("Advertisement", ""),)
    assert shown["spaces"][0][1].startswith("It met a gain")
    off = msgspec.structs.replace(source, fixes=(source.fixes[0], Fix("furniture", 1, on=False)))
    assert examples(off) == shown


@pytest.mark.parametrize("suffix", ["", ".txt", ".text", ".md", ".markdown"])
def test_every_reader_of_text_reads_a_plain_line(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"article{suffix}"
    file.write_bytes(b"The Board met.")
    assert source_from_file(file, "s1").text == "The Board met."


@pytest.mark.parametrize("name", ["a.exe", "a.png", "a.xyz"])
def test_an_unknown_suffix_names_what_can_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"The Board met.")
    with pytest.raises(UsageError, match=r"\.txt, \.text, \.md, \.markdown, \.html") as error:
        source_from_file(tmp_path / name, "s1")
    assert name in str(error.value)
    assert error.value.exit_code == 2


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "it is empty"),
        (b" \r\n\t\n", "nothing but blanks"),
        (b"\xef\xbb\xbf", "it is empty"),
        ("\u200b\u00a0\n".encode(), "no words"),
        (b"Advertisement\n", "no words"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00", "no text"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00", "no text"),
    ],
)
def test_what_holds_no_words_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(content)
    with pytest.raises(DataError, match=says) as error:
        source_from_file(file, "s1")
    assert error.value.path == str(file)
    assert error.value.hint
    assert error.value.exit_code == 65


def test_what_is_too_large_is_refused_with_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as out:
        out.truncate(LIMIT + 1)
    with pytest.raises(DataError, match=r"the file has 8,388,609 bytes, and at most 8,388,608 are read"):
        source_from_file(file, "s1")
    with pytest.raises(DataError, match="at most"):
        source_from_text("a" * (LIMIT + 1), "s1")


def test_a_detail_of_a_megabyte_is_cut_and_a_link_of_one_is_none() -> None:
    head = f'<title>{"T" * 9_000}</title><link rel="canonical" href="https://courier.example/{"x" * 9_000}">'
    page = f"<html><head>{head}</head><body><article>{'<p>The Board met on Tuesday.</p>' * 9}</article></body></html>"
    source = source_from_bytes(page.encode(), "page.html", "s1")
    assert (source.title, source.url) == ("T" * 2_000 + "…", "")


def unreadable(path: Path) -> BrieferError:
    with pytest.raises(UnreadableError) as error:
        source_from_file(path, "s1")
    assert error.value.path == str(path)
    assert error.value.exit_code == 66
    return error.value


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    assert unreadable(tmp_path / "none.txt").message == "there is no such file"
    assert unreadable(tmp_path).message == "this is a folder"
    assert unreadable(tmp_path / "none.txt" / "a.txt").message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_or_a_device_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert unreadable(tmp_path / "pipe.txt").message == "this is a device or a pipe"
    assert unreadable(Path("/dev/null")).message == "this is a device or a pipe"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs file modes that bind")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"The Board met.")
    file.chmod(0)
    assert unreadable(file).message == "you may not read it"


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
def test_a_symbolic_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The Board met.")
    (tmp_path / "link.txt").symlink_to("a.txt")
    assert source_from_file(tmp_path / "link.txt", "s1").text == "The Board met."
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    unreadable(tmp_path / "loop.txt")


def test_the_two_cleanings_of_a_switch_leave_out_what_is_off() -> None:
    again = "The ports have a month to unplug the modems of all their cranes, and to report on it."
    source = source_from_text(f"The Board met.\n\nAdvertisement\n\n{again}\n\n{again}", "s1")
    before, after = switched(source, "furniture", on=False)
    assert before.text == source.text == f"The Board met.\n\n{again}"
    assert after.text == f"The Board met.\n\nAdvertisement\n\n{again}"
    off = msgspec.structs.replace(source, text=after.text, fixes=(Fix("furniture", 1, on=False), Fix("repeats", 1)))
    before, after = switched(off, "repeats", on=False)
    assert before.text == off.text
    assert after.text == f"The Board met.\n\nAdvertisement\n\n{again}\n\n{again}"
    assert switched(off, "furniture", on=True)[1].text == source.text
    with pytest.raises(ValueError, match="controls"):
        switched(source, "controls", on=False)
