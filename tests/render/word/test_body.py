import re

import pytest

from briefer.memo.blocks import (
    Code,
    Field,
    Heading,
    ListItem,
    Numbered,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Run,
    Table,
)
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


def test_each_look_of_a_paragraph_has_a_style(body):
    names = ("kicker", "bottom-line", "ticks", "question", "box", "box-heading", "plain", "no such look")
    xml = body(*(Paragraph(X, name) for name in names))
    assert styles(xml) == ["Kicker", "BottomLine", "TickLine", "Question", "Box", "BoxHeading", "", ""]


def test_lines_to_sign_on_are_not_drawn_as_one(body):
    """Word draws one border around neighbours whose borders are the same."""
    sign = Paragraph(X, "signature")
    xml = body(sign, sign, sign, Paragraph(X), sign)
    assert styles(xml) == ["Signature", "SignatureNext", "Signature", "", "Signature"]


def test_what_is_ticked_stays_with_its_boxes_and_a_box_stays_whole(body):
    tick = Paragraph(X, "ticks")
    box = Paragraph(X, "box")
    xml = body(Paragraph(X), Paragraph(X), tick, box, box, Paragraph(X))
    assert ["<w:keepNext/>" in paragraph for paragraph in xml.split("</w:p>")[:-1]] == [
        False, True, False, True, False, False,
    ]  # fmt: skip


def test_under_a_numbered_paragraph_lists_and_quotations_move_in(body):
    xml = body(
        ListItem(X, 1),
        Numbered(X, "1."),
        ListItem(X, 2),
        Quotation(X),
        Numbered(X),
        Heading(2, X),
        ListItem(X, 3),
    )
    indents = [re.findall(r"<w:ind [^>]*>", paragraph) for paragraph in xml.split("</w:p>")[:-1]]
    assert indents == [
        [], [], ['<w:ind w:left="992" w:hanging="425"/>'], ['<w:ind w:left="907"/>'], ['<w:ind w:left="567"/>'], [], [],
    ]  # fmt: skip


def test_items_in_a_box_have_its_border(body):
    xml = body(Paragraph(X, "box"), ListItem(X, 1, style="box"))
    assert styles(xml) == ["Box", "Box"]
    assert "<w:numPr>" in xml


def keeps(xml: str) -> list[bool]:
    return ["<w:keepNext/>" in paragraph for paragraph in xml.split("</w:p>")[:-1]]


def test_words_that_announce_something_stay_with_it(body):
    announced = Paragraph((Run("That you: "),))
    assert keeps(body(announced, ListItem(X, 1), announced, Quotation(X), announced, Paragraph(X))) == [
        True, False, True, False, False, False,
    ]  # fmt: skip
    assert keeps(body(Numbered((Run("即："),), "1."), TABLE))[0]
    assert not keeps(body(ListItem((Run("so:"),), 1), ListItem(X, 1)))[0]


def test_lines_to_sign_on_stand_on_no_page_alone(body):
    sign = (Heading(2, X), Paragraph(X, "signature"))
    assert keeps(body(Paragraph(X), Paragraph(X), *sign))[:2] == [False, True]
    assert keeps(body(Paragraph(X), Heading(2, X), Paragraph(X)))[0] is False
    last_cells = re.findall(r"<w:tr>.*?</w:tr>", body(TABLE, *sign))[-1]
    assert last_cells.count("<w:keepNext/>") == last_cells.count("<w:tc>")
    assert "<w:keepNext/>" not in re.findall(r"<w:tr>.*?</w:tr>", body(TABLE, Heading(2, X), Paragraph(X)))[-1]


def test_in_large_type_labels_get_more_room():
    assert label_width(["To"], 1.35) == round(label_width(["To"]) * 1.35)
