import re

from briefer.memo.blocks import Facts, Memo, Note, Paragraph, Run, Table
from briefer.render.word.writer import memo_parts

STYLE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
SPACE = 'xml:space="preserve"'
NOTES = tuple(Note(((Run(f"note {n}"),),)) for n in (1, 2, 3))


def refer(*numbers):
    return Paragraph(tuple(Run(note=number) for number in numbers))


def footnotes(*blocks, notes=NOTES):
    part = memo_parts(Memo(Facts(title="T"), blocks, notes))["word/footnotes.xml"]
    return re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', part)


def test_a_note_referred_to_once_is_a_plain_reference(body):
    assert body(refer(1), notes=NOTES) == f'<w:p><w:r>{STYLE}<w:footnoteReference w:id="1"/></w:r></w:p>'


def test_later_references_are_cross_references_to_a_bookmark(body):
    written = body(refer(2), refer(1), refer(2), notes=NOTES)
    assert (
        f'<w:bookmarkStart w:id="1" w:name="_RefNote1"/><w:r>{STYLE}<w:footnoteReference w:id="1"/></w:r>'
        '<w:bookmarkEnd w:id="1"/>'
    ) in written
    assert written.count("<w:bookmarkStart") == 1
    assert re.findall(r"<w:instrText[^>]*>([^<]*)", written) == [r" NOTEREF _RefNote1 \f \h "]
    assert f'<w:r>{STYLE}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{STYLE}<w:t>1</w:t></w:r>' in written


def test_references_side_by_side_are_parted_by_a_raised_comma(body):
    comma = f"<w:r>{STYLE}<w:t>,</w:t></w:r>"
    assert body(refer(1, 2, 3), notes=NOTES).count(comma) == 2
    apart = Paragraph((Run(note=1), Run(" and"), Run(note=2)))
    assert comma not in body(apart, notes=NOTES)


def test_notes_stand_in_the_order_of_the_text_and_only_if_it_refers_to_them():
    written = footnotes(refer(3), Table(((Run(note=1),),), ()))
    assert [number for number, _ in written] == ["1", "2"]
    assert ["note 3" in written[0][1], "note 1" in written[1][1]] == [True, True]


def test_a_note_starts_with_its_mark_and_may_have_paragraphs():
    ((_, note),) = footnotes(refer(1), notes=(Note(((Run("a"),), (Run("b"),))),))
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    mark = f"<w:r>{STYLE}<w:footnoteRef/></w:r><w:r><w:t {SPACE}> </w:t></w:r>"
    assert note == (
        f"<w:p>{style}{mark}<w:r><w:t {SPACE}>a</w:t></w:r></w:p><w:p>{style}<w:r><w:t {SPACE}>b</w:t></w:r></w:p>"
    )


def test_a_note_without_words_has_a_paragraph_for_its_mark():
    ((_, note),) = footnotes(refer(1), notes=(Note(()),))
    assert note.count("<w:p>") == 1
    assert "<w:footnoteRef/>" in note


def test_a_note_holds_no_note():
    ((_, note),) = footnotes(refer(1), notes=(Note(((Run("a"), Run(note=1), Run("b")),)),))
    assert "footnoteReference" not in note
    assert "NOTEREF" not in note


def test_the_lines_above_the_notes_are_always_there():
    part = memo_parts(Memo(Facts(title="T"), ()))["word/footnotes.xml"]
    assert '<w:footnote w:type="separator" w:id="-1">' in part
    assert '<w:footnote w:type="continuationSeparator" w:id="0">' in part
