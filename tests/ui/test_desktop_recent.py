"""Briefs in the desktop's own list of recent files."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import msgspec
import pytest
from lxml import etree
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from ui_user import User, choose_file

from briefer.ui.desktop_recent import MEDIA_TYPE, add_to_list, list_path
from briefer.ui.window import Window

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the list of freedesktop.org is on Linux"
)

NAMES = {
    "bookmark": "http://www.freedesktop.org/standards/desktop-bookmarks",
    "mime": "http://www.freedesktop.org/standards/shared-mime-info",
}
OTHERS = b"""<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>
  <bookmark href="file:///home/a/%C3%A9t%C3%A9.odt" added="2026-01-01T00:00:00Z" modified="2026-01-01T00:00:00Z" visited="2026-01-01T00:00:00Z">
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="application/vnd.oasis.opendocument.text"/>
        <bookmark:applications>
          <bookmark:application name="Writer" exec="&apos;writer %u&apos;" modified="2026-01-01T00:00:00Z" count="3"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
</xbel>
"""


def bookmarks(target: Path) -> dict[str, etree._Element]:
    return {each.get("href"): each for each in etree.parse(target).getroot().iterfind("bookmark")}


def test_a_brief_is_added_and_what_others_wrote_stays(tmp_path: Path) -> None:
    target = tmp_path / "recently-used.xbel"
    target.write_bytes(OTHERS)
    add_to_list(target, Path("/tmp/über & <x>.brief"))
    found = bookmarks(target)
    before = etree.fromstring(OTHERS).find("bookmark")
    assert etree.tostring(found["file:///home/a/%C3%A9t%C3%A9.odt"]).strip() == etree.tostring(before).strip()
    ours = found["file:///tmp/%C3%BCber%20%26%20%3Cx%3E.brief"]
    assert ours.find(".//mime:mime-type", NAMES).get("type") == MEDIA_TYPE
    assert ours.find(".//bookmark:application", NAMES).attrib["count"] == "1"
    assert ours.get("added") == ours.get("visited") == ours.get("modified")


def test_a_brief_that_is_used_again_is_counted_and_not_repeated(tmp_path: Path) -> None:
    target = tmp_path / "recently-used.xbel"
    for _ in range(3):
        add_to_list(target, Path("/tmp/a.brief"))
    (ours,) = bookmarks(target).values()
    assert ours.find(".//bookmark:application", NAMES).get("count") == "3"
    assert ours.get("added") < ours.get("visited")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        b"<xbel",
        b"<other/>",
        b"\xff\xfe\x00",
        b'<!DOCTYPE xbel [<!ENTITY a "b">]><xbel>&a;</xbel>',
        b"<xbel>" + b" " * 4_000_001 + b"</xbel>",
    ],
    ids=["empty", "broken", "other", "bytes", "entities", "large"],
)
def test_an_odd_list_is_left_alone(tmp_path: Path, odd: bytes) -> None:
    target = tmp_path / "recently-used.xbel"
    target.write_bytes(odd)
    add_to_list(target, Path("/tmp/a.brief"))
    assert target.read_bytes() == odd


def test_a_list_that_cannot_be_written_troubles_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    add_to_list(tmp_path / "file" / "recently-used.xbel", Path("/tmp/a.brief"))
    add_to_list(tmp_path, Path("/tmp/a.brief"))


def test_saving_and_opening_tell_the_desktop(user: User, window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "ports.brief"
    user.answer_dialog(choose_file(path))
    user.ctrl(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: list_path().exists() and path.as_uri() in bookmarks(list_path()))
    assert str(list_path()).startswith(str(tmp_path.parent.parent)), "never in the real home"


def test_an_office_can_forbid_it(user: User, window: Window, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[Path] = []
    monkeypatch.setattr("briefer.ui.desktop_recent.tell_desktop", told.append)
    documents = window.documents
    documents.choose(msgspec.structs.replace(documents.settings, desktop_recent=False))
    window._session.save(tmp_path / "a.brief")
    assert documents.open(tmp_path / "a.brief")
    assert told == []
    documents.choose(msgspec.structs.replace(documents.settings, desktop_recent=True))
    assert documents.open(tmp_path / "a.brief")
    assert told == [tmp_path / "a.brief"]
