from __future__ import annotations

import pytest
from page_samples import LINK

from briefer.errors import DataError
from briefer.sources.read import cleaned, source_from_html

WINDOWS = (
    "Version:0.9\r\nStartHTML:00000157\r\nEndHTML:00000400\r\nStartFragment:00000193\r\nEndFragment:00000364\r\n"
    f"SourceURL:{LINK}\r\n"
    "<html>\r\n<body>\r\n<!--StartFragment--><p>The Board <b>met</b>.</p><p>It met again.</p><!--EndFragment-->\r\n</body>\r\n</html>"
)
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--></head>
<body lang=EN-GB><!--StartFragment-->
<h1 style='margin:0'>Order on modems<o:p></o:p></h1>
<p class=MsoNormal><span lang=EN-GB style='mso-fareast-language:EN-GB'>The Board
met in Saltmere.<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>keep a log</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>2.<span>&nbsp; </span></span><![endif]>name one person</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Port<o:p></o:p></p></td><td><p class=MsoNormal>Cranes</p></td></tr>
<tr><td><p class=MsoNormal>Saltmere</p></td><td><p class=MsoNormal>96</p></td></tr></table>
<p style='mso-hide:all;display:none'>a hidden note</p>
<!--EndFragment--></body></html>"""
DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span>Order on modems</span></h2>'
    '<p dir="ltr"><span style="font-size:11pt">The Board met</span><span style="font-weight:700"> in Saltmere.</span></p><br />'
    '<ol><li dir="ltr"><p dir="ltr" role="presentation"><span>keep a log</span></p></li><li dir="ltr"><p dir="ltr"><span>name one '
    "person</span></p></li></ol></b>"
)


def test_a_selection_of_a_browser_brings_its_link() -> None:
    source = source_from_html(WINDOWS, "s1")
    assert source.text == "The Board met.\n\nIt met again."
    assert (source.url, source.media_type, source.file_name) == (LINK, "text/html", "")


def test_word_and_its_marks() -> None:
    source = source_from_html(WORD, "s1")
    assert source.text.split("\n\n") == [
        "Order on modems",
        "The Board met in Saltmere.",
        "- keep a log",
        "2. name one person",
        "Port | Cranes\nSaltmere | 96",
    ]
    assert [(source.text[h.start : h.end], h.level) for h in source.headings] == [("Order on modems", 1)]


def test_google_docs() -> None:
    assert source_from_html(DOCS, "s1").text.split("\n\n") == [
        "Order on modems",
        "The Board met in Saltmere.",
        "1. keep a log\n2. name one person",
    ]


def test_a_selection_is_not_pruned_like_a_page() -> None:
    markup = '<div class="comments"><a href="/x">A linked line</a></div><footer>And a last one.</footer><aside>And a box.</aside>'
    assert source_from_html(markup, "s1").text == "A linked line\n\nAnd a last one.\n\nAnd a box."


def test_a_piece_of_a_line_is_text() -> None:
    assert source_from_html("five <i>ports</i> &amp; 214 cranes", "s1").text == "five ports & 214 cranes"


def test_what_is_stored_can_be_cleaned_again() -> None:
    source = source_from_html(DOCS, "s1")
    assert cleaned(source.original, source.media_type).text == source.text
    assert cleaned(source.original, source.media_type).headings == source.headings


@pytest.mark.parametrize(
    "markup", ["", "<p></p>", "<!--StartFragment--><!--EndFragment-->", '<img src="x.png">', "Version:0.9\r\n"]
)
def test_a_selection_without_words_is_refused(markup: str) -> None:
    with pytest.raises(DataError):
        source_from_html(markup, "s1")
