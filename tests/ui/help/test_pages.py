"""The guide as text: complete, linked soundly, and true to the tables that it was made from."""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import urlsplit

import lxml.html
import pytest

from briefer.text.clean import RULES
from briefer.ui.actions import ACTIONS
from briefer.ui.help import pages
from briefer.ui.help.keys import keys_page, plain_text
from briefer.ui.help.pages import CHAPTERS, help_folder, page_html, page_title, picture_file

WRITTEN = [name for name in CHAPTERS if name not in ("keys.md", "templates.md")]


def _text(name: str) -> str:
    return (help_folder() / name).read_text("utf-8")


def _ids(name: str) -> set[str]:
    return set(lxml.html.fromstring(page_html(name)).xpath("//@id"))


def test_each_page_in_the_folder_is_a_chapter() -> None:
    assert sorted(CHAPTERS) == sorted(path.name for path in help_folder().glob("*.md"))


@pytest.mark.parametrize("name", CHAPTERS)
def test_links_and_pictures_of_a_chapter_lead_somewhere(name: str) -> None:
    page = lxml.html.fromstring(page_html(name))
    for address in page.xpath("//a/@href"):
        parts = urlsplit(address)
        if not parts.scheme:
            target = parts.path or name
            assert target in CHAPTERS, address
            assert not parts.fragment or parts.fragment in _ids(target), address
    for picture in page.xpath("//img"):
        assert picture_file(picture.get("src")), picture.get("src")
        assert picture.get("alt")


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_has_one_title_and_leaves_no_heading_level_out(name: str) -> None:
    levels = [int(each.tag[1]) for each in lxml.html.fromstring(page_html(name)).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_each_chapter_is_reached_from_the_start_by_links() -> None:
    reached, todo = set(), [CHAPTERS[0]]
    while todo:
        name = todo.pop()
        reached.add(name)
        found = lxml.html.fromstring(page_html(name)).xpath("//a/@href")
        todo += {urlsplit(each).path for each in found if each.split("#")[0].endswith(".md")} - reached
    assert reached == set(CHAPTERS)


@pytest.mark.parametrize("row", ACTIONS, ids=[row.id for row in ACTIONS])
def test_each_action_is_explained_by_its_place_in_the_menu(row) -> None:
    place = f"**{row.menu.replace('&', '')} ▸ {plain_text(row)}**"
    guide = " ".join(" ".join(_text(name).split()) for name in WRITTEN)
    assert place in guide


def test_the_guide_names_no_menu_entry_that_there_is_not() -> None:
    there = {f"{row.menu.replace('&', '')} ▸ {plain_text(row)}" for row in ACTIONS}
    named = {
        match for name in WRITTEN for match in re.findall(r"\*\*(\w+ ▸ [^*]+)\*\*", " ".join(_text(name).split()))
    }
    assert named <= there


def test_the_chapter_on_keys_is_made_from_the_table_of_actions() -> None:
    assert _text("keys.md") == keys_page(), "run: python -m briefer.ui.help.keys"


def test_the_chapter_on_keys_has_a_row_for_each_action() -> None:
    cells = [
        tuple(cell.text_content() for cell in row) for row in lxml.html.fromstring(page_html("keys.md")).iter("tr")
    ]
    for row in ACTIONS:
        assert (plain_text(row), row.letter or row.keys, row.tip) in cells


def test_the_chapter_on_articles_names_each_cleaning_rule() -> None:
    for rule in RULES.values():
        assert f"- {rule.description}\n" in _text("articles.md")


def test_keys_named_beside_a_menu_entry_are_its_keys() -> None:
    keys = {f"{row.menu.replace('&', '')} ▸ {plain_text(row)}": row.keys for row in ACTIONS}
    for name in WRITTEN:
        for place, shown in re.findall(r"\*\*(\w+ ▸ [^*]+)\*\* \(([^)]*)\)", " ".join(_text(name).split())):
            assert keys[place] == shown


def test_raw_html_of_a_page_is_shown_as_typed(tmp_path, monkeypatch) -> None:
    (tmp_path / "index.md").write_text("# T\n\n<script>x()</script>\n\nA <b>b</b> & c\n\n| a |\n| --- |\n| 1 |\n")
    monkeypatch.setattr(pages, "help_folder", lambda: tmp_path)
    html = page_html("index.md")
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;x()" in html
    assert "<td>1</td>" in html
    assert page_title("index.md") == "T"


def test_pictures_come_from_the_guide_s_folder_alone(tmp_path, monkeypatch) -> None:
    folder = tmp_path / "help"
    folder.mkdir()
    (tmp_path / "out.png").write_bytes(b"x")
    (folder / "in.png").write_bytes(b"x")
    (folder / "page.md").write_text("x")
    (folder / "link.png").symlink_to(tmp_path / "out.png")
    monkeypatch.setattr(pages, "help_folder", lambda: folder)
    assert picture_file("in.png") == (folder / "in.png").resolve()
    for name in ("../out.png", str(tmp_path / "out.png"), "link.png", "page.md", "none.png", ""):
        assert picture_file(name) is None
