import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.blocks import Run, Table
from briefer.render.word.tables import column_widths


def table(*rows, alignments=()):
    header, *rest = (tuple((Run(text),) for text in row) for row in rows)
    return Table(header, tuple(rest), alignments)


def test_the_header_row_repeats_and_no_row_splits(body):
    rows = re.findall(r"<w:trPr>(.*?)</w:trPr>", body(table(("a", "b"), ("c", "d"), ("e", "f"))))
    assert rows == ["<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>", "<w:cantSplit/>"]


def test_cells_are_paragraphs_in_table_styles_with_the_column_s_alignment(body):
    written = body(table(("a", "b", "c"), ("d", "e", "f"), alignments=("right", "center")))
    assert re.findall(r"<w:tc>.*?</w:tcPr><w:p><w:pPr>(.*?)</w:pPr>", written) == [
        '<w:pStyle w:val="TableHeading"/><w:jc w:val="right"/>',
        '<w:pStyle w:val="TableHeading"/><w:jc w:val="center"/>',
        '<w:pStyle w:val="TableHeading"/>',
        '<w:pStyle w:val="TableText"/><w:jc w:val="right"/>',
        '<w:pStyle w:val="TableText"/><w:jc w:val="center"/>',
        '<w:pStyle w:val="TableText"/>',
    ]


@pytest.mark.parametrize(("rows", "kept"), [(1, 0), (6, 5), (7, 0)])
def test_a_short_table_stays_on_one_page(body, rows, kept):
    assert body(table(("a",), *[("b",)] * rows)).count("<w:keepNext/>") == kept


def test_a_table_with_a_right_to_left_header_runs_that_way(body):
    assert "<w:bidiVisual/>" in body(table(("שם", "b"), ("c", "d")))
    assert "<w:bidiVisual/>" not in body(table(("a", "שם"), ("c", "d")))


def test_the_grid_fills_the_text_column(body):
    written = body(table(("Actor", "What they did"), ("Board", "Ordered")))
    grid = [int(width) for width in re.findall(r'<w:gridCol w:w="(\d+)"', written)]
    assert sum(grid) == 11906 - 2 * 1361
    assert f'<w:tblW w:w="{sum(grid)}" w:type="dxa"/>' in written
    assert re.findall(r'<w:tcW w:w="(\d+)"', written) == [str(width) for width in grid] * 2


def test_prose_gets_more_room_than_names_and_names_do_not_wrap():
    date, name, prose = column_widths(
        table(("Date", "Actor", "What"), ("12 Nov 2026", "Harbour Technology Board", "many words " * 40)), 9000
    )
    assert date < name < prose
    assert date >= 105 * len("12 Nov 2026")
    assert name >= 105 * len("Harbour Technology Board")


def test_a_long_word_is_not_broken_while_there_is_room():
    (url, _) = column_widths(table(("a", "b"), ("x" * 50, "many words " * 100)), 9000)
    assert url >= 105 * 50


CELLS = st.integers(1, 8).flatmap(
    lambda columns: st.lists(
        st.lists(st.text(max_size=300), min_size=columns, max_size=columns), min_size=1, max_size=4
    )
)


@given(CELLS)
def test_widths_are_positive_and_add_up(rows):
    widths = column_widths(table(*rows), 9184)
    assert sum(widths) == 9184
    assert min(widths) > 0


def test_in_large_type_a_short_word_stays_whole():
    narrow, *_ = column_widths(table(("Para.", "Words"), ("2", "many words " * 40)), 9000, 1.35)
    assert narrow >= 230 + 105 * 1.35 * len("Para.")
