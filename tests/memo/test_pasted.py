from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.blocks import block_runs
from briefer.memo.markdown import read_prose
from briefer.memo.pasted import MOST, MOST_TOKENS, markdown_from_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><o:P>x</o:P></xml><![endif]--></head>
<body lang=EN-GB><!--StartFragment-->
<h2>Next steps<o:p></o:p></h2>
<p class=MsoNormal>The <b style='mso-bidi-font-weight:normal'>Board</b> has
ordered&nbsp;five <i>ports</i> to act.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>\u00b7<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>Remove modems<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp;</span></span><![endif]>By <a href="https://x.example/a">31 March</a></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>First</p>
<!--EndFragment--></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38">
<span style="font-size:11pt;font-weight:700;">Bold</span><span style="font-weight:400;"> and </span><span
style="font-style:italic;font-weight:400">italic</span></p><br /><ol><li dir="ltr"><p role="presentation"><span
style="font-weight:400">one</span></p></li><li><p>two</p></li></ol></b>"""

BROWSER = """<meta http-equiv="content-type" content="text/html; charset=utf-8"><div><p style="color:red">Ports were <strong>told</strong>
to act, <a href="javascript:alert(1)">he</a> said<sup>1</sup>.<img src="https://t.example/p.gif" onerror="x()"></p>
<script>alert("x")</script><ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><blockquote>“Never.”</blockquote>
<table><tr><th>Who</th><th>What</th></tr><tr><td>A|B</td><td><b>act</b></td></tr></table></div>"""


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (WORD, "## Next steps\n\nThe **Board** has ordered\u00a0five *ports* to act.\n\n- Remove modems\n  - By [31 March](https://x.example/a)\n1. First"),
        (GOOGLE, "**Bold** and *italic*\n\n1. one\n2. two"),
        (BROWSER, "Ports were **told** to act, he said1.\n\n- a\n   - b\n- c\n\n> “Never.”\n\n| Who | What |\n| --- | --- |\n| A\\|B | **act** |"),
        ("a<br>b<p>c", "a\nb\n\nc"),
        ("<b>a </b>b<i> c</i>", "**a** b *c*"),
        ("x<b>a.</b>b", "x**a**.b"),
        ("<b>a<i>b</i></b>", "**a*b***"),
        ("<p>2 * 3 and [@x1] # not a head</p><p># no head</p><p>snake_case _x_</p>", "2 \\* 3 and \\[@x1] # not a head\n\n\\# no head\n\nsnake_case \\_x\\_"),
        ("<h1>a<br>b</h1>", "# a b"),
        ("<table><tr><td><p>only</p><p>one</p></td></tr></table>", "only one"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("5 &lt; 6 &amp;amp; x < y", "5 < 6 &amp;amp; x < y"),
        ("<li>loose", "- loose"),
        ("<img src=x>", ""),
        ("<span style='display:none'>no</span>yes", "yes"),
        ("<!-- open", ""),
        ("a<script>b", "a"),
        ("a <img src='data:image/png;base64," + "A" * 100_000 + "'>b", "a b"),
        ("<b><i>a</i>b</b>", "***a*b**"),
        ("<b>see <a href='https://x.example/(a)'>it</a></b>", "**see [it](https://x.example/%28a%29)**"),
    ],
)  # fmt: skip
def test_what_comes_from_other_programs(html: str, markdown: str) -> None:
    assert markdown_from_html(html) == markdown


def test_too_much_is_left_alone() -> None:
    assert markdown_from_html("a" * (MOST + 1)) is None
    assert markdown_from_html("<i>a</i>" * (MOST_TOKENS // 2)) is None


@pytest.mark.parametrize(
    "part", ["<b>", "<div>", "<ul><li>", "<a href='", "<!--", "<!", "</b>", "<b ", "<table><tr><td>", "&amp", "<p style='", "<script>", "*", "[", "<x y="]
)  # fmt: skip
def test_a_hostile_page_costs_no_more_than_its_length(part: str) -> None:
    began = time.process_time()
    markdown_from_html(part * (300_000 // len(part)))
    assert time.process_time() - began < 3


@given(st.lists(st.sampled_from(("<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<li>", "<ul>", "</ul>", "word", " ", "x.", "(y)", "<br>", "<h2>", "</h2>", "*", "_", "é", "<td>", "<table>", "</table>")), max_size=14))  # fmt: skip
def test_no_word_is_lost_and_none_comes_in(parts: list[str]) -> None:
    markdown = markdown_from_html("".join(parts))
    assert markdown is not None
    shown = "".join(run.text for block in read_prose(markdown, lambda _: ()) for run in block_runs(block))
    words = "".join(part for part in parts if not part.startswith("<"))
    assert sorted("".join(filter(str.isalnum, shown))) == sorted("".join(filter(str.isalnum, words)))
