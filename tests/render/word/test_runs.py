import pytest

from briefer.memo.blocks import Paragraph, Run

SPACE = 'xml:space="preserve"'


@pytest.mark.parametrize(
    ("run", "properties"),
    [
        (Run("x"), ""),
        (Run("x", bold=True), "<w:rPr><w:b/><w:bCs/></w:rPr>"),
        (Run("x", italic=True), "<w:rPr><w:i/><w:iCs/></w:rPr>"),
        (Run("x", code=True), '<w:rPr><w:rStyle w:val="VerbatimChar"/></w:rPr>'),
        (Run("x", bold=True, code=True), '<w:rPr><w:rStyle w:val="VerbatimChar"/><w:b/><w:bCs/></w:rPr>'),
    ],
)
def test_each_format_has_its_properties(body, run, properties):
    assert body(Paragraph((run,))) == f"<w:p><w:r>{properties}<w:t {SPACE}>x</w:t></w:r></w:p>"


def test_runs_that_differ_only_in_their_entry_are_joined(body):
    runs = (Run("The ", entry="x1"), Run("Board", entry="a1"), Run(" acts"))
    assert body(Paragraph(runs)) == f"<w:p><w:r><w:t {SPACE}>The Board acts</w:t></w:r></w:p>"


def test_line_breaks_and_tabs_are_elements(body):
    text = f"<w:t {SPACE}>a</w:t><w:br/><w:t {SPACE}>b</w:t><w:tab/><w:t {SPACE}>c</w:t><w:br/>"
    assert body(Paragraph((Run("a\nb\tc\r\n"),))) == f"<w:p><w:r>{text}</w:r></w:p>"


def test_what_xml_forbids_is_replaced_and_what_it_reserves_is_escaped(body):
    assert f"<w:t {SPACE}>&lt;b&gt; &amp;amp; \ufffd\ufffd&quot;</w:t>" in body(
        Paragraph((Run('<b> &amp; \x07\ud800"'),))
    )


def test_runs_without_text_leave_nothing(body):
    assert body(Paragraph((Run(""), Run("", bold=True)))) == "<w:p></w:p>"


def test_a_link_is_a_hyperlink_around_all_its_runs(body):
    linked = body(
        Paragraph((Run("see "), Run("the ", link="https://a.b/"), Run("order", bold=True, link="https://a.b/")))
    )
    assert linked.count("<w:hyperlink ") == 1
    assert (
        f'<w:hyperlink r:id="link1" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t {SPACE}>the </w:t>'
        f'</w:r><w:r><w:rPr><w:rStyle w:val="Hyperlink"/><w:b/><w:bCs/></w:rPr><w:t {SPACE}>order</w:t></w:r></w:hyperlink>'
    ) in linked


def test_code_in_a_link_keeps_its_pitch(body):
    assert '<w:rStyle w:val="Hyperlink"/><w:rFonts w:ascii="Courier New"' in body(
        Paragraph((Run("x", code=True, link="https://a.b/"),))
    )


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "#here", "https://", "mailto:?x", "x"]
)
def test_other_addresses_are_no_links(body, address):
    assert body(Paragraph((Run("words", link=address),))) == f"<w:p><w:r><w:t {SPACE}>words</w:t></w:r></w:p>"


def test_a_right_to_left_paragraph_and_its_stretches_say_so(body):
    written = body(Paragraph((Run("שלום, עולם by Calder", bold=True),)))
    assert written.startswith("<w:p><w:pPr><w:bidi/></w:pPr>")
    assert f"<w:rPr><w:b/><w:bCs/><w:rtl/></w:rPr><w:t {SPACE}>שלום, עולם</w:t>" in written
    assert f"<w:rPr><w:b/><w:bCs/></w:rPr><w:t {SPACE}> by Calder</w:t>" in written


def test_a_right_to_left_word_does_not_turn_its_paragraph(body):
    written = body(Paragraph((Run("The word مرحبا here"),)))
    assert "<w:bidi/>" not in written
    assert f"<w:rPr><w:rtl/></w:rPr><w:t {SPACE}>مرحبا</w:t>" in written
