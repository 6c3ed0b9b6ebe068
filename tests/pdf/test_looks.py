"""Numbered paragraphs, boxes, lines to sign on and large type on the preview's pages."""

from __future__ import annotations

from collections.abc import Callable

from memo_samples import memo_of
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from briefer.memo.blocks import Block, Facts, Heading, ListItem, Memo, Numbered, Paragraph, Run, Runs
from briefer.pdf.pages import Pages

SCALE = 0.04


def text(said: str) -> Runs:
    return (Run(said),)


def dark_rows(image: QImage, x: float) -> int:
    """How many stretches of ink a column of the page crosses."""
    column = round(x * SCALE)
    inked = [QColor(image.pixel(column, y)).lightness() < 200 for y in range(image.height())]
    return sum(now and not before for before, now in zip([False, *inked], inked, strict=False))


def test_numbers_are_shown_beside_their_paragraphs(words: Callable[[Pages, int], list[str]]) -> None:
    blocks: tuple[Block, ...] = (
        Heading(2, (Run("A"),)),
        Numbered((Run("first"),), "1."),
        Numbered((Run("deeper"),), "1.1", 1),
        Numbered((Run("more"),), "", 1),
        ListItem((Run("dot"),), 1),
    )
    assert words(Pages(memo_of(*blocks)), 0) == ["A", "1. | first", "1.1 | deeper", "more", "• | dot"]


def test_neighbours_share_one_box(picture: Callable[[Pages, int], QImage]) -> None:
    def crossed(*styles: str) -> int:
        page = picture(Pages(memo_of(*(Paragraph(text("x"), style) for style in styles))), 0)
        return dark_rows(page, page.width() / SCALE / 2)

    assert crossed("", "") == 0
    assert crossed("box", "box", "box") == 2
    assert crossed("box-heading", "box") == 2
    assert crossed("box", "", "box") == 4


def test_each_line_to_sign_on_is_drawn(picture: Callable[[Pages, int], QImage]) -> None:
    page = picture(Pages(memo_of(*[Paragraph(text("x"), "signature")] * 3)), 0)
    assert dark_rows(page, 3500) == 3


def test_a_box_is_not_parted_where_it_fits_on_a_page(words: Callable[[Pages, int], list[str]]) -> None:
    filling = [Paragraph((Run(str(n)),)) for n in range(30)]
    boxed = [Paragraph((Run(f"box {n}"),), "box") for n in range(12)]
    pages = Pages(memo_of(*filling, *boxed))
    assert [line for line in words(pages, 0) if "box" in line] == []
    assert [line for line in words(pages, 1) if "box" in line] == [f"box {n}" for n in range(12)]


def test_large_type_takes_more_room_and_comes_and_goes_with_the_memo() -> None:
    memo = Memo(Facts(title="A memo"), tuple(Paragraph(text("word " * 80)) for _ in range(20)))
    large = replace(memo, facts=replace(memo.facts, look="large"))
    pages = Pages(memo)
    count, extent = pages.count, pages.extent
    pages.update(large)
    assert pages.extent > 1.5 * extent
    assert pages.extent == Pages(large).extent
    pages.update(memo)
    assert (pages.count, pages.extent) == (count, extent)
