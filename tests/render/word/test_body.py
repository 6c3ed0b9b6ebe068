import re

import pytest

from briefer.memo.blocks import Code, Field, Heading, ListItem, PageBreak, Paragraph, Quotation, Rule, Run, Table
from briefer.render.word.body import label_width

X = (Run("x"),)
TABLE = Table((X,), ((X,),))


def styles(xml):
    return re.findall(r"<w:p>(?:<w:pPr>(?:<w:pStyle w:val=\"(\w+)\"/>)?)?", xml)


@pytest.mark.parametrize(
    ("block", "style"),
    [
        (Paragraph(X), ""),
        (Paragraph(X, "kicker"), "Kicker"),
        (Paragraph(X, "signature"), "Signature"),
        (Paragraph(X, "unheard of"), ""),
        (Heading(1, X), "Title"),
        (Heading(2, X), "Heading1"),
        (Quotation(X), "Quote"),
        (Code("x"), "SourceCode"),
        (Rule(), "HorizontalRule"),
        (Field("To", X), "Field"),
        (ListItem(X, 1), "ListBullet"),
        (ListItem(X, 1, ordered=True), "ListNumber"),
        (ListItem(X, 1, first=False), "ListContinue"),
    ],
)
def test_each_block_has_its_style(body, block, style):
    assert styles(body(block)) == [style]


def test_headings_go_down_one_step_at_a_time(body):
    levels = (1, 2, 4, 4, 3, 2, 1, 6)
    assert styles(body(*(Heading(level, X) for level in levels))) == [
        "Title", "Heading1", "Heading2", "Heading2", "Heading2", "Heading1", "Heading1", "Heading2",
    ]  # fmt: skip


def test_a_heading_without_words_is_none_but_keeps_its_note(body):
    assert body(Heading(2, ()), Heading(2, (Run(" "),))) == ""


def test_a_page_break_waits_for_the_next_paragraph(body):
    written = body(Paragraph(X), PageBreak(), Heading(2, ()), PageBreak(), Heading(2, X), Paragraph(X), PageBreak())
    assert written.count("<w:pageBreakBefore/>") == 1
    assert '<w:pStyle w:val="Heading1"/><w:pageBreakBefore/>' in written


def test_a_table_on_a_new_page_stands_after_a_line_that_breaks(body):
    assert body(PageBreak(), TABLE).startswith(
        '<w:p><w:pPr><w:pStyle w:val="TableGap"/><w:pageBreakBefore/></w:pPr></w:p><w:tbl>'
    )


@pytest.mark.parametrize(
    ("after", "gap"), [((), True), ((TABLE,), True), ((Paragraph(X),), True), ((Heading(2, X),), False)]
)
def test_a_table_is_kept_off_what_follows(body, after, gap):
    following = body(TABLE, *after).split("</w:tbl>")[1]
    assert following.startswith('<w:p><w:pPr><w:pStyle w:val="TableGap"/></w:pPr></w:p>') is gap


def test_a_field_is_label_tab_value(body):
    assert body(Field("To", X)) == (
        '<w:p><w:pPr><w:pStyle w:val="Field"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FieldLabel"/></w:rPr>'
        '<w:t xml:space="preserve">To</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t xml:space="preserve">x</w:t></w:r></w:p>'
    )


def test_long_labels_move_the_values_of_the_whole_block(body):
    written = body(Field("To", X), Field("Critical date and its reason", X))
    width = label_width(["To", "Critical date and its reason"])
    assert written.count(f'<w:ind w:left="{width}" w:hanging="{width}"/>') == 2
    assert 1417 < width <= 3400


def test_code_keeps_its_lines_and_tabs(body):
    text = re.search(r"<w:r>(.*)</w:r>", body(Code("if x:\n\ty\n")))[1]
    assert text == '<w:t xml:space="preserve">if x:</w:t><w:br/><w:tab/><w:t xml:space="preserve">y</w:t>'


def test_further_paragraphs_of_an_item_stand_under_its_words(body):
    written = body(ListItem(X, 1, level=1), ListItem(X, 1, level=1, first=False))
    assert written.count("<w:numPr>") == 1
    assert '<w:pStyle w:val="ListContinue"/><w:ind w:left="850"/>' in written
