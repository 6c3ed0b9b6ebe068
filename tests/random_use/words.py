"""What is typed and pasted: plain, odd, and made to break things."""

from __future__ import annotations

ODD = (
    "plain words", "two\nlines", "caf\u0065\u0301 na\u0131\u0308ve", "😀👩‍👩‍👧 🇫🇷", "שלום עולם", "مرحبا, “x”", "a\u2028b\u2029c", "no\u00a0break\u202fspace",
    "\ufeffmark", "tab\there", "[@x1] [@own] [@q9]", "**bold** {{ brief }} {% x %}", "a, b,, c ,", " ", "\n\n", "\r\nDOS\r\n", "\u0301alone", "\ue000private\uf8ff",
    "\x00\x07nul", "& < > \" '", "x\x0by\x0cz\x85w", "\ufdd0\ufffe\uffff", "ﬁ Å ①", "a\u200bb\u200d\u2060c\u00ad", "\u202eback\u202c \u2067in\u2069",
)  # fmt: skip
ARTICLE = (
    "Ports told to unplug\n\nThe Harbour Technology Board has ordered five ports to remove modems by 31 March.\n\n"
    "“We are not accusing anyone,” Board chair Lena Morvane 😀 told reporters. “We are closing a door.”\n\n"
    "Saltmere Port Group warned that delays could cost 46 million crowns.\n"
)
ARTICLES = (
    ARTICLE,
    ARTICLE.replace("Port", "Yard"),
    "One odd line 😀.",
    "Hard-wrapped   text that was bro-\nken by a  machine .\n\n" * 4 + ARTICLE.replace("“", '"').replace("”", '"'),
    "\u202b" + "\u200b".join("Zero width joins all of it. ") + "\n\nשלום " + ARTICLE,
)
NEWER = (
    ARTICLE.replace("31 March", "30 April"),
    ARTICLE.partition("\n\n")[2],
    "Nothing of it is left.",
    ARTICLE + ARTICLE,
)
HTML = (
    "<b>bold <i>both</i></b> and <a href='https://example.org/a?b=c&d'>a link</a>",
    "<ul><li>one<ul><li>two</ul><li>three</ul><ol><li>four</ol>",
    "<table><tr><td>a|b</td><td>c</td></tr></table>",
    "<p>unclosed <b>bold<p>next </i> stray",
    "<script>alert(1)</script><style>p{}</style><img src=x onerror=y> left",
    "<a href='javascript:alert(1)'>no</a> <a href='file:///etc/passwd'>file</a>",
    "<b></b><i> </i><b>*</b><i>_</i> [@x1] `code` <code>**</code>",
    "<span style='font-weight:700'>heavy</span><br><br>\u2028<p>&nbsp;</p>&#0;&#55296;",
    "<div>" * 300 + "deep" + "</div>" * 300,
)
FOUND = ("the", "Port", "“", '"', "modems", " ", "😀", "nowhere", "a")
LETTERS = "axsqAXSQ.ä€😀z 1l"
QUERIES = ("zoom", "undo", "memo", "note", "find", "pre", "copy", "clean", "list", "next", "x")
_FRONT = (
    "---\nname: Weekly digest\ndescription: For the harbour desk.\nheader:\n  - {id: subject, label: Subject}\nsections:\n"
    "  - {id: summary, label: Summary}\n---\n\n"
)
TEMPLATES = (
    _FRONT + "# {{ header.subject }}\n\n## Summary\n\n{{ sections.summary }}\n",
    _FRONT + "# {{ header.subject }\n\n{{ sections.sumary }}\n{% for a in actors %}\n- {{ a.naem }}\n",
    _FRONT + "{% for a in actors %}{{ a.name }}\r\n{% endfor %}\n{{ 'x' * 10 ** 9 }}\n",
    "no front matter at all\n",
    "---\nname: [\n---\n",
    "",
)
TEMPLATES_TYPED = (
    "{{ header.subject }}", "{{", "}}", "{% if actors %}", "{% endif %}", "{{ actors[0].name | upper }}", "{# note #}", "---",
)  # fmt: skip
