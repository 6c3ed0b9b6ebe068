from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from briefer.errors import DataError, UnreadableError
from briefer.sources.links import link_in_file, lone_link

LINK = "https://news.example/ports?id=4#top"


@pytest.mark.parametrize("text", [LINK, f" {LINK}\n", f"<{LINK}>", "HTTP://news.example"])
def test_a_link_alone_is_one(text: str) -> None:
    assert lone_link(text) == text.strip().strip("<>")


@pytest.mark.parametrize(
    "text",
    ["", "news.example", f"See {LINK}", f"{LINK} {LINK}", "file:///etc/passwd", "javascript:alert(1)", "https://"],
)
def test_anything_else_is_words(text: str) -> None:
    assert lone_link(text) == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.url", f"[InternetShortcut]\r\nURL={LINK}\r\n".encode()),
        ("a.URL", f"[InternetShortcut]\nURL = {LINK}\n".encode("utf-16")),
        ("a.desktop", f"[Desktop Entry]\nType=Link\nURL[$e]={LINK}\n".encode()),
        ("a.webloc", plistlib.dumps({"URL": LINK})),
        ("a.webloc", plistlib.dumps({"URL": LINK}, fmt=plistlib.FMT_BINARY)),
    ],
)
def test_files_of_browsers_hold_a_link(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert link_in_file(tmp_path / name) == LINK


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.url", b""),
        ("a.url", b"[InternetShortcut]\nURL=file:///etc/passwd\n"),
        ("a.url", bytes(range(256)) * 4),
        ("a.desktop", b"[Desktop Entry]\nType=Application\nExec=rm -rf /\n"),
        ("a.webloc", b"bplist00" + b"\xff" * 60),
        ("a.webloc", b"<plist><dict><key>URL</key>"),
        ("a.webloc", plistlib.dumps(["no", "dictionary"])),
        ("a.webloc", plistlib.dumps({"URL": 4})),
        ("a.webloc", b'<!DOCTYPE x [<!ENTITY a "b">]><plist><dict><key>URL</key><string>&a;</string></dict></plist>'),
        ("a.webloc", b"<plist>" + b"<array>" * 5000),
        ("a.url", b"x" * 70_000),
    ],
)
def test_a_file_without_one_says_so(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DataError) as error:
        link_in_file(tmp_path / name)
    assert name in str(error.value)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        link_in_file(tmp_path / "gone.url")
