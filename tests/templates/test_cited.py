"""What a copied passage says of its source."""

from __future__ import annotations

from briefer.model.source import Source, SourceHeading
from briefer.templates.cited import cited_passage

TEXT = "A headline\n\nFirst words of it.\n\nSecond <b> words.\n\nThird words."
SOURCE = Source(
    "s1",
    title="Ports & cranes",
    author="Hanne Lovell",
    publisher="The Meridian Courier",
    published="2026-11-13",
    text=TEXT,
    headings=(SourceHeading(0, 10, 1),),
)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_words_come_with_author_title_publisher_date_and_paragraph() -> None:
    cited = cited_passage(SOURCE, "First words", [span("First words")])
    assert cited.plain == (
        "“First words” (Hanne Lovell, “Ports & cranes”, The Meridian Courier, 13 November 2026, para. 1)"
    )


def test_the_html_is_escaped_and_sets_the_publisher_in_italics() -> None:
    cited = cited_passage(SOURCE, "Second <b> words.", [span("Second <b> words.")])
    assert cited.html == (
        "<p>“Second &lt;b&gt; words.” (Hanne Lovell, “Ports &amp; cranes”, <em>The Meridian Courier</em>,"
        " 13 November 2026, para. 2)</p>"
    )


def test_words_that_run_over_paragraphs_name_them_all_and_stay_paragraphs() -> None:
    start, end = span("First")[0], span("Third")[1]
    cited = cited_passage(SOURCE, TEXT[start:end], [(start, end)])
    assert cited.plain.endswith("paras 1 to 3)")
    assert cited.html.count("<p>") == cited.html.count("</p>") == 3


def test_a_source_of_which_little_is_known_is_named_by_its_file() -> None:
    source = Source("s2", file_name="statement.txt", text="We deny it.")
    assert cited_passage(source, "We deny it.", [(0, 11)]).plain == "“We deny it.” (statement.txt, para. 1)"
    assert cited_passage(source, "Words that are gone", []).plain == "“Words that are gone” (statement.txt)"


def test_marks_and_date_follow_the_language() -> None:
    assert cited_passage(SOURCE, "First", [span("First")], "de-DE").plain.startswith("„First“ (")
    assert cited_passage(SOURCE, "First", [span("First")], "en-US").plain.endswith("November 13, 2026, para. 1)")
