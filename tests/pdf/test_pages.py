from __future__ import annotations

import re
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from memo_samples import memo_of, rich_memo
from PySide6.QtGui import QImage
from strategies import FRAGMENTS

from briefer.memo.blocks import (
    Block,
    Code,
    Facts,
    Field,
    Heading,
    ListItem,
    Memo,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Run,
    Table,
)
from briefer.pdf import sheet
from briefer.pdf.faces import PRINTED
from briefer.pdf.pages import Pages
from briefer.render.word import names
from briefer.render.word.package import base_parts

WordsOf = Callable[[Pages, int], list[str]]
PictureOf = Callable[[Pages, int], QImage]

LOREM = "The Board ordered five ports to take modems off 214 cranes by 31 March. "


def text(times: int = 1, **run: object) -> Paragraph:
    return Paragraph((Run(LOREM * times, **run),))  # type: ignore[arg-type]


def with_facts(memo: Memo, **facts: object) -> Memo:
    return msgspec.structs.replace(memo, facts=msgspec.structs.replace(memo.facts, **facts))


def layout(pages: Pages) -> list[list[tuple[object, ...]]]:
    """What stands where, as values that can be compared."""
    return [
        [(part.number, part.first, part.last, part.y, tuple(part.piece.cuts)) for part in (*page.body, *page.foot)]
        for page in pages._pages
    ]


def place_of(pages: Pages, page: int, run: Run) -> tuple[float, float]:
    """A point of the page where a run is hit, found by going over all of it."""
    width, height = pages.size
    for y in range(0, height, 60):
        for x in range(0, width, 40):
            if pages.hit(page, x, y) == run:
                return x, y
    raise AssertionError(f"{run} is nowhere on page {page}")


def test_an_empty_memo_is_one_page_with_its_frame(picture: PictureOf) -> None:
    pages = Pages(Memo(Facts(title="", marking="OFFICIAL"), ()))
    assert (pages.count, pages.extent) == (1, 0)
    assert picture(pages, 0) != picture(Pages(memo_of()), 0)


def test_one_of_everything_in_order(words: WordsOf) -> None:
    pages = Pages(rich_memo())
    shown = [words(pages, page) for page in range(pages.count)]
    assert shown[0][:5] == [
        "Meridian ferries",
        "To | Director-General",
        "Copies | Legal <legal@example.org>",
        " | Press office",
        "1. Summary for C#",
    ]
    assert shown[0][5].startswith(
        "The Board ordered an inquiry.1 It costs 46 million at least, AT&T <b> said.2,1 See"
    )
    assert "• | First point2" in shown[0]
    assert "a. | under it, first" in shown[0]
    at = shown[0].index("b. | under it, second")
    assert shown[0][at + 1 : at + 3] == [" | in two lines", "and a further paragraph"]
    at = shown[0].index("Not a day.")
    assert shown[0][at + 1 : at + 4] == [
        "3. | Three goes on counting",
        "Actor | Role | stance | Cost",
        "Meridian1 | operator | 46",
    ]
    assert "• | in a box" in shown[1]
    assert shown[2][:4] == ["Annex", "if x < 1:", "```", "stop()"]


def test_notes_are_counted_in_the_order_of_the_text_and_stand_on_its_page(words: WordsOf) -> None:
    pages = Pages(rich_memo())
    assert words(pages, 0)[-5:] == [
        "1 Harbour Post, para. 2: [sic] “The Board",
        "ordered it”",
        "2 Meridian Courier, para. 5:",
        "“It costs 46 million.”",
        "3 Courier, https://example.org/story",
    ]
    assert words(pages, 2)[-1] == "Table: not a caption; +44 20 7946 is a number."


def test_lists_restart_and_count_as_word_does(words: WordsOf) -> None:
    items = [ListItem((Run("x"),), number, ordered=True) for number in (1, 1, 2)]
    deep = [ListItem((Run("x"),), 3, ordered=True, level=level) for level in (0, 1, 2, 2, 3)]
    marks = [line.split(" | ")[0] for line in words(Pages(memo_of(*items, *deep)), 0)]
    assert marks == ["1.", "2.", "1.", "1.", "a.", "i.", "ii.", "1."]


def test_long_lists_have_marks_of_their_own(words: WordsOf) -> None:
    items = [ListItem((Run("x"),), 1, ordered=True, level=level) for level in (0, *[1] * 28)]
    roman = [ListItem((Run("x"),), 2, ordered=True, level=level) for level in (0, 1, *[2] * 49)]
    marks = [
        line.split(" | ")[0]
        for pages in (Pages(memo_of(*items)), Pages(memo_of(*roman)))
        for page in range(pages.count)
        for line in words(pages, page)
    ]
    assert marks[26:29] == ["z.", "aa.", "bb."]
    assert [marks[29 + 1 + number] for number in (4, 9, 14, 40, 49)] == ["iv.", "ix.", "xiv.", "xl.", "xlix."]


def test_a_further_paragraph_of_an_item_has_no_mark(words: WordsOf) -> None:
    items = (ListItem((Run("x"),), 1, first=False), ListItem((Run("y"),), 1), ListItem((Run("z"),), 1, first=False))
    assert words(Pages(memo_of(*items)), 0) == ["x", "• | y", "z"]


@pytest.mark.parametrize(("paper", "landscape", "size"), [
    ("A4", False, (11906, 16838)), ("A4", True, (16838, 11906)),
    ("Letter", False, (12240, 15840)), ("Letter", True, (15840, 12240)),
])  # fmt: skip
def test_the_paper_is_the_memos(
    paper: str, landscape: bool, size: tuple[int, int], words: WordsOf, picture: PictureOf
) -> None:
    memo = with_facts(memo_of(*[text(9) for _ in range(12)]), paper=paper, landscape=landscape)
    pages = Pages(memo)
    assert pages.size == size
    longest = max(words(pages, 0), key=len)
    assert 80 < len(longest) < 115 if not landscape else 120 < len(longest) < 175
    assert picture(pages, 0).size().width() == round(size[0] * 0.04)


def test_other_facts_change_the_pages(picture: PictureOf) -> None:
    memo = memo_of(*[text(9) for _ in range(12)])
    pages = Pages(memo)
    for facts in ({"landscape": True}, {"paper": "Letter"}, {"marking": "SECRET " * 60}, {"reference": "R/1"}, {}):
        changed = with_facts(memo, **facts)
        pages.update(changed)
        assert layout(pages) == layout(Pages(changed))
        assert picture(pages, 0) == picture(Pages(changed), 0)


def test_room_between_blocks_is_that_of_the_word_styles() -> None:
    """In twentieths of a point: the larger of what two neighbours ask for; a table is followed by a narrow line."""
    table = Table(((Run("A"),),), (((Run("b"),),),))
    blocks = (Heading(2, (Run("x"),)), text(), text(), Heading(2, (Run("x"),)), text(), table, text(), table, table)
    pages = Pages(memo_of(*blocks))
    gap = pages._faces.face("TableGap").line
    assert gap == pytest.approx(6 * 20, rel=0.2)
    assert [item.before for item in pages._items] == [
        240, 80, 120, 240, 80, 120, 0, gap, 120, 0, gap, 0,
    ]  # fmt: skip


def test_the_bar_of_quotations_in_a_row_has_no_gap() -> None:
    quotation = Quotation((Run("x"),))
    pages = Pages(memo_of(quotation, quotation, text()))
    first, second, after = pages._items
    assert (second.before, after.before) == (0, 120)
    assert first.piece.cuts[-1] - second.piece.cuts[-1] == 120


def test_a_column_that_gets_wider_moves_the_others(picture: PictureOf) -> None:
    head = ((Run("Actor"),), (Run("Role"),))
    rows = (((Run("a"),), (Run("b"),)), ((Run("c"),), (Run("d"),)))
    pages = Pages(memo_of(Table(head, rows)))
    wider = memo_of(Table(head, (rows[0], ((Run(LOREM),), (Run("d"),)))))
    pages.update(wider)
    assert picture(pages, 0) == picture(Pages(wider), 0)


def test_margins_are_those_of_the_word_document() -> None:
    section = base_parts("standard")[names.DOCUMENT]
    margins = {side: int(re.search(f'w:{side}="(\\d+)"', section)[1]) for side in  # type: ignore[index]
               ("left", "right", "top", "bottom", "header", "footer")}  # fmt: skip
    assert margins == {
        "left": sheet.SIDE_MARGIN, "right": sheet.SIDE_MARGIN, "top": sheet.TOP_MARGIN,
        "bottom": sheet.BOTTOM_MARGIN, "header": sheet.EDGE, "footer": sheet.EDGE,
    }  # fmt: skip


def test_printed_inks_are_those_of_the_word_document() -> None:
    styles = base_parts("standard")[names.STYLES]
    for ink in (PRINTED.grey, PRINTED.line, PRINTED.shade, PRINTED.tint, PRINTED.link):
        assert f'"{ink[1:].upper()}"' in styles


def test_the_frame_has_marking_reference_and_page_number(picture: PictureOf) -> None:
    """Each changes pixels where it belongs, and there alone."""
    memo = memo_of(text())
    bare = picture(Pages(memo), 0)
    width, height = bare.width(), bare.height()
    top, foot = range(height // 14), range(height - height // 14, height)

    def changed(**facts: object) -> set[tuple[int, int]]:
        image = picture(Pages(with_facts(memo, **facts)), 0)
        return {(x, y) for x in range(width) for y in range(height) if image.pixel(x, y) != bare.pixel(x, y)}

    marked = changed(marking="OFFICIAL")
    assert {y in top for _, y in marked} == {True, False}
    assert all(y in top or y in foot for _, y in marked)
    xs = [x for x, _ in marked]
    assert abs((min(xs) + max(xs)) / 2 - width / 2) <= 1
    referred = changed(reference="TRD-26/118")
    assert all(y in foot and x < width / 3 for x, y in referred)
    assert referred
    numbers = [x for x in range(2 * width // 3, width) for y in foot if bare.pixel(x, y) != 0xFFFFFFFF]
    assert min(numbers) > 0.75 * width


def test_a_long_marking_and_reference_take_lines_of_their_own(picture: PictureOf) -> None:
    memo = with_facts(memo_of(text(200)), marking="OFFICIAL-SENSITIVE " * 9, reference="REF/" * 60)
    pages = Pages(memo)
    assert pages.count > 2
    assert not picture(pages, 1).isNull()
    assert pages._sheet.text_height > pages.size[1] / 2


def test_an_absurd_marking_leaves_room_for_the_text() -> None:
    pages = Pages(with_facts(memo_of(text(60)), marking="SECRET " * 3000))
    assert pages.count < 5


def test_a_title_of_300_characters_wraps(words: WordsOf) -> None:
    shown = words(Pages(memo_of(Heading(1, (Run("Meridian " * 34),)))), 0)
    assert len(shown) > 4
    assert " ".join(shown).split() == ["Meridian"] * 34


def test_a_word_longer_than_the_line_is_broken(words: WordsOf) -> None:
    shown = words(Pages(memo_of(Paragraph((Run("x" * 300),)))), 0)
    assert len(shown) > 2
    assert "".join(shown) == "x" * 300


@pytest.mark.parametrize("fragment", [*FRAGMENTS, "👩\u200d👩\u200d👧" * 40, "שלום עולם " * 30, "協議" * 200])
def test_any_script_is_set_in_every_kind_of_block(fragment: str, picture: PictureOf) -> None:
    run = (Run(fragment, entry="a1"), Run(note=1), Run(fragment, bold=True, link="https://example.org"))
    blocks: tuple[Block, ...] = (
        Heading(1, run), Paragraph(run, "kicker"), Field(fragment, run), Heading(2, run), Paragraph(run),
        ListItem(run, 1), ListItem(run, 2, ordered=True), ListItem(run, 2, first=False), Quotation(run),
        Code(fragment), Rule(), Table((run, run), ((run, ()),), ("right", "center")),
    )  # fmt: skip
    memo = with_facts(memo_of(*blocks, notes=(Note((run, run)),)), marking=fragment, reference=fragment)
    pages = Pages(memo)
    assert {pages.count > 0, *(picture(pages, page).isNull() for page in range(pages.count))} == {True, False}


def test_right_to_left_paragraphs_stand_at_the_right() -> None:
    pages = Pages(memo_of(Paragraph((Run("عاجل", entry="a1"),)), ListItem((Run("عاجل", entry="a2"),), 1)))
    for entry in ("a1", "a2"):
        x, _ = place_of(pages, 0, Run("عاجل", entry=entry))
        assert x > pages.size[0] / 2


def test_a_right_to_left_quotation_keeps_off_its_bar() -> None:
    run = Run("ציטוט אחד כאן", entry="q1")
    pages = Pages(memo_of(Quotation((run,))))
    _, y = place_of(pages, 0, run)
    edge = pages.size[0] - sheet.SIDE_MARGIN
    assert [pages.hit(0, edge - inside, y) for inside in (100, 300)] == [None, None]
    assert pages.hit(0, edge - 400, y) == run


def test_a_hit_finds_the_run_behind_every_character() -> None:
    runs = (Run("Plain 👍🏽 "), Run("from an entry", entry="x1"), Run(note=1, entry="x1"), Run(" and "), Run("a link", link="https://example.org"))  # fmt: skip
    pages = Pages(memo_of(Paragraph(runs), notes=(Note(((Run("The note"),),)),)))
    found = [place_of(pages, 0, run) for run in runs]
    assert found == sorted(found, key=lambda place: place[0])
    assert pages.hit(0, 10, 10) is None
    assert pages.hit(0, pages.size[0] - 10, found[0][1]) is None


def test_a_note_at_the_foot_leads_to_the_entry_that_cites_it_first() -> None:
    memo = memo_of(
        Paragraph((Run("a"), Run(note=2, entry="x7"), Run("b"), Run(note=2, entry="x8"))),
        notes=(Note(()), Note(((Run("Courier, "), Run("its page", link="https://example.org")),))),
    )
    pages = Pages(memo)
    _, y = place_of(pages, 0, Run("its page", link="https://example.org"))
    assert y > pages.size[1] * 0.8
    assert place_of(pages, 0, Run(note=2, entry="x7"))[1] < pages.size[1] / 4
    hits = {pages.hit(0, x, y) for x in range(0, pages.size[0], 40)}
    assert Run(note=2, entry="x7") in hits


def test_a_cell_is_hit_on_the_page_it_stands_on() -> None:
    rows = tuple(((Run(f"Actor {n}", entry=f"a{n}"),), (Run("role"),)) for n in range(120))
    pages = Pages(memo_of(Table(((Run("Actor"),), (Run("Role"),)), rows)))
    assert pages.count > 2
    assert place_of(pages, 0, Run("Actor 1", entry="a1"))
    assert place_of(pages, pages.count - 1, Run("Actor 119", entry="a119"))


def test_header_rows_repeat_and_short_tables_stay_whole(words: WordsOf) -> None:
    head = ((Run("Actor"),), (Run("Role"),))
    long = Table(head, tuple(((Run(str(n)),), (Run("x"),)) for n in range(80)))
    pages = Pages(memo_of(long))
    assert [words(pages, page)[0] for page in range(pages.count)] == ["Actor | Role"] * pages.count
    short = Table(head, tuple(((Run(str(n)),), (Run("x"),)) for n in range(6)))
    for before in range(30, 46):
        pages = Pages(memo_of(*[Paragraph((Run("x"),)) for _ in range(before)], short))
        assert len({page for page in range(pages.count) if "Actor | Role" in words(pages, page)}) == 1


def test_a_row_longer_than_a_page_is_parted(words: WordsOf) -> None:
    pages = Pages(memo_of(Table(((Run("A"),), (Run("B"),)), (((Run(LOREM * 100),), (Run("b"),)),))))
    assert pages.count > 1
    shown = " ".join(line.split(" | ")[0] for page in range(pages.count) for line in words(pages, page))
    assert shown.count("ports") == 100


def test_a_table_without_columns_is_no_table(words: WordsOf) -> None:
    assert words(Pages(memo_of(Table((), ()), Paragraph((Run("x"),)))), 0) == ["x"]


def test_a_page_break_begins_a_page_and_none_comes_of_the_last() -> None:
    assert Pages(memo_of(PageBreak(), text(), PageBreak(), PageBreak(), text(), PageBreak())).count == 2


def test_headings_without_words_leave_their_notes(words: WordsOf) -> None:
    pages = Pages(memo_of(Heading(2, ()), Heading(2, (Run(note=1),)), notes=(Note(((Run("n"),),)),)))
    assert words(pages, 0) == ["1", "1 n"]


def test_page_of_a_block_and_extent() -> None:
    blocks = (text(), PageBreak(), text(150), text(), PageBreak())
    pages = Pages(memo_of(*blocks))
    assert [pages.page_of(at) for at in range(5)] == [0, 1, 1, pages.count - 1, pages.count - 1]
    assert pages.count - 1 < pages.extent < pages.count
    assert Pages(memo_of(text())).extent < 0.1


def test_only_what_changed_is_set_anew() -> None:
    memo = memo_of(*[text(n) for n in range(1, 9)], Table(((Run("A"),),), (((Run("b"),),), ((Run("c"),),))))
    pages = Pages(memo)
    before = [item.piece for item in pages._items]
    blocks = [
        text(1),
        text(2),
        text(99),
        *[text(n) for n in range(4, 9)],
        Table(((Run("A"),),), (((Run("b"),),), ((Run("d"),),))),
    ]
    pages.update(memo_of(*blocks))
    changed = [at for at, item in enumerate(pages._items) if item.piece is not before[at]]
    assert changed == [2, 10]


def test_what_is_no_longer_shown_is_forgotten() -> None:
    pages = Pages(memo_of(text(1), text(2)))
    for times in range(3, 40):
        pages.update(memo_of(text(1), text(times)))
    assert len(pages._setter._kept) == 2


def test_an_update_that_is_given_up_leaves_the_pages_as_they_are() -> None:
    memo = rich_memo()
    pages = Pages(memo)
    before = layout(pages)
    steps = pages.steps(memo_of(text(80), PageBreak(), text(80)))
    next(steps)
    next(steps)
    assert layout(pages) == before
    pages.update(memo)
    assert layout(pages) == before


_runs = st.lists(
    st.builds(
        Run, text=st.sampled_from(["", "x", LOREM, LOREM * 9, *FRAGMENTS]), bold=st.booleans(), italic=st.booleans(),
        code=st.booleans(), link=st.sampled_from(["", "https://example.org"]), entry=st.sampled_from(["", "a1"]),
    ) | st.builds(Run, note=st.integers(1, 3)),
    max_size=3,
).map(tuple)  # fmt: skip
_tables = st.integers(1, 3).flatmap(
    lambda columns: st.builds(
        Table,
        header=st.tuples(*[_runs] * columns),
        rows=st.lists(st.tuples(*[_runs] * columns), max_size=3).map(tuple),
    )
)
_blocks = st.one_of(
    st.builds(Heading, level=st.integers(1, 4), runs=_runs), st.builds(Paragraph, runs=_runs),
    st.builds(Field, label=st.sampled_from(["To", "A long label of a field"]), runs=_runs),
    st.builds(ListItem, runs=_runs, list_number=st.integers(1, 2), ordered=st.booleans(), level=st.integers(0, 3),
              first=st.booleans()),
    st.builds(Quotation, runs=_runs), st.builds(Code, text=st.sampled_from(["x", "a\n b\n"])), _tables,
    st.just(Rule()), st.just(PageBreak()),
)  # fmt: skip
_NOTES = tuple(Note(((Run(LOREM * n),),)) for n in (1, 2, 20))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_blocks, max_size=8), st.data())
def test_pages_after_edits_are_those_laid_out_at_once(blocks: list[Block], data: st.DataObject) -> None:
    pages = Pages(memo_of(*blocks, notes=_NOTES))
    for _ in range(2):
        start, end = sorted(data.draw(st.tuples(st.integers(0, len(blocks)), st.integers(0, len(blocks)))))
        blocks = [*blocks[:start], *data.draw(st.lists(_blocks, max_size=2)), *blocks[end:]]
        memo = memo_of(*blocks, notes=_NOTES)
        pages.update(memo)
        assert layout(pages) == layout(Pages(memo))


def test_pages_after_an_edit_look_like_those_laid_out_at_once(picture: PictureOf) -> None:
    memo = rich_memo()
    pages = Pages(memo_of(*memo.blocks[::-1], notes=memo.notes))
    pages.update(memo)
    fresh = Pages(memo)
    assert [picture(pages, page) for page in range(2)] == [picture(fresh, page) for page in range(2)]
