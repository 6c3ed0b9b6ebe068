"""Comments beside the words of a memo."""

from __future__ import annotations

import re
from pathlib import Path

from memo_samples import memo_of, rich_memo

from briefer.memo.blocks import Heading, ListItem, Memo, Note, Paragraph, Rule, Run, Table, block_runs
from briefer.memo.remarks import Remark
from briefer.render.word.writer import memo_parts, write_docx

DOCUMENT, COMMENTS = "word/document.xml", "word/comments.xml"


def commented(memo: Memo, *remarks: Remark) -> list[str]:
    """The words that each comment is about, as the document has them, by the comments' numbers."""
    body = memo_parts(memo, remarks)[DOCUMENT]
    count = body.count("<w:commentRangeStart ")
    found = []
    for number in range(count):
        _, _, rest = body.partition(f'<w:commentRangeStart w:id="{number}"/>')
        inner, end, after = rest.partition(f'<w:commentRangeEnd w:id="{number}"/>')
        assert end
        assert after.startswith('<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference ')
        found.append("".join(re.findall(r"<w:t [^>]*>([^<]*)</w:t>", inner)))
    return found


def test_a_memo_without_remarks_has_nothing_of_comments() -> None:
    parts = memo_parts(rich_memo())
    assert COMMENTS not in parts
    assert not any("omment" in parts[name] for name in (DOCUMENT, "[Content_Types].xml", "word/styles.xml"))


def test_a_comment_is_about_just_these_words() -> None:
    runs = (Run("One "), Run("bold two", bold=True), Run(" three."), Run(note=1), Run(" Four."))
    memo = memo_of(Paragraph(runs), notes=(Note(((Run("N"),),)),))
    text = "One bold two three. Four."
    for words in ("bold", "One bold", "two three.", "three.", "Four.", text):
        start = text.index(words)
        assert commented(memo, Remark(0, start, start + len(words), "x")) == [words]


def test_comments_are_counted_as_the_words_come_and_may_overlap() -> None:
    memo = memo_of(Paragraph((Run("abc def"),)), Paragraph((Run("ghi"),)))
    remarks = (Remark(1, 0, 3, "third"), Remark(0, 4, 7, "second"), Remark(0, 0, 7, "first"))
    assert commented(memo, *remarks) == ["abc def", "def", "ghi"]
    assert re.findall(r"(first|second|third)</w:t>", memo_parts(memo, remarks)[COMMENTS]) == [
        "first",
        "second",
        "third",
    ]


def test_a_comment_on_a_cell_stays_in_it() -> None:
    table = Table(((Run("ab"),), (Run("cd"),)), (((Run("ef"),), (Run("gh"),)),))
    assert commented(memo_of(table), Remark(0, 4, 6, "x"), Remark(0, 3, 8, "y")) == ["d", "ef"]


def test_what_has_no_words_gets_no_comment() -> None:
    memo = memo_of(Rule(), Paragraph((Run("abc"),)))
    for remark in (Remark(0, 0, 1, "x"), Remark(1, 2, 2, "x"), Remark(1, 3, 9, "x"), Remark(5, 0, 1, "x")):
        assert COMMENTS not in memo_parts(memo, (remark,))


def test_a_comment_says_who_made_it_and_has_the_date_of_the_memo() -> None:
    comments = memo_parts(rich_memo(), (Remark(0, 0, 4, "AT&T <b> א"),))[COMMENTS]
    assert 'w:author="Briefer check" w:date="2000-01-01T00:00:00Z" w:initials="BC"' in comments
    assert "AT&amp;T &lt;b&gt; " in comments
    assert "<w:rtl/>" in comments


def test_the_words_of_a_memo_are_the_same_with_comments(tmp_path: Path, validate_docx) -> None:
    memo = rich_memo()
    lengths = [sum(len(run.text) for run in block_runs(block)) for block in memo.blocks]
    remarks = [Remark(at, cut, length, f"{at}") for at, length in enumerate(lengths) for cut in (0, length // 2)]
    words = [re.sub(r"<[^>]*>", "", memo_parts(memo, each)[DOCUMENT]) for each in ((), remarks)]
    assert words[0] == words[1]


def test_a_document_with_comments_is_valid(tmp_path: Path, validate_docx) -> None:
    text = "It closed."
    cells = ((Run(text),), (Run(text, link="https://example.org/"),))
    linked = Paragraph((Run("See "), Run("this page", link="https://example.org/"), Run(" and more")))
    blocks = (Heading(1, (Run(text),)), linked, ListItem((Run(text),), 1), Table(cells, (cells,)))
    path = tmp_path / "memo.docx"
    path.write_bytes(write_docx(memo_of(*blocks), [Remark(at, 2, 8, "Why?") for at in range(4)]))
    validate_docx(path)
