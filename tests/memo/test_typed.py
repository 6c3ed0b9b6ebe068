"""Sections as analysts type them, and what a memo makes of it: what CommonMark says, where a memo can hold it."""

import time

import pytest

from briefer.memo.blocks import (
    Block,
    Code,
    Field,
    Heading,
    ListItem,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
    block_runs,
)  # fmt: skip
from briefer.memo.markdown import read_prose


def cite(ident: str) -> tuple[int, ...] | None:
    return {"x1": (1,), "x2": (2,), "p1": (3, 4), "a1": ()}.get(ident)


def shown(typed: str) -> str:
    """Each block in short: ``P(...)`` a paragraph, ``u0(...)`` a bullet of level 0, ``^1`` a note, ``*...*`` bold."""
    return " ".join(map(_block, read_prose(typed, cite)))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"H{block.level}({_runs(block.runs)})"
        case Paragraph():
            assert not block.style
            return f"P({_runs(block.runs)})"
        case Quotation():
            return f"Q({_runs(block.runs)})"
        case ListItem():
            kind = "o" if block.ordered else "u"
            return f"{kind}{block.level}{'' if block.first else '+'}({_runs(block.runs)})"
        case Table():
            return "T(" + " / ".join(" | ".join(map(_runs, row)) for row in (block.header, *block.rows)) + ")"
        case Code():
            return f"C({block.text})"
        case Field():
            raise AssertionError("a header block is for templates")
        case _:
            return type(block).__name__


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = f"^{run.note}" if run.note else run.text
    for mark, on in (("`", run.code), ("_", run.italic), ("*", run.bold)):
        text = f"{mark}{text}{mark}" if on else text
    return f"<{text}|{run.link}>" if run.link else text


LISTS = [
    ("Text\n- a\n- b", "P(Text) u0(a) u0(b)"),
    ("- a\n  - b\n  - c\n- d", "u0(a) u1(b) u1(c) u0(d)"),
    ("- a\n   - b\n- c\n    - d\n- e\n\t- f", "u0(a) u1(b) u0(c) u1(d) u0(e) u1(f)"),
    ("- a\n - b\n  - c", "u0(a) u0(b) u0(c)"),
    ("1. a\n   - b\n2. c", "o0(a) u1(b) o0(c)"),
    ("1. a\n- b", "o0(a) u0(b)"),
    ("1) a\n2) b", "o0(a) o0(b)"),
    ("* a\n+ b", "u0(a) u0(b)"),
    ("3. a\n4. b", "P(3. a\n4. b)"),
    ("It was\n1986. A year", "P(It was\n1986. A year)"),
    ("- a\n  more\nlazy", "u0(a\nmore\nlazy)"),
    ("- a\n\n  para\n\n- b", "u0(a) u0+(para) u0(b)"),
    ("- a\n\n  > q\n  >\n  > r", "u0(a) u0+(q) u0+(r)"),
    ("- a\n\n  | x | y |\n  |---|---|\n  | 1 | 2 |", "u0(a) u0+(x | y) u0+(1 | 2)"),
    ("- a\n-\n- b", "u0(a) u0(b)"),
    ("- a\n---\nb", "u0(a) Rule P(b)"),
    ("- a\n# H", "u0(a) H1(H)"),
    ("- a\n> q", "u0(a) Q(q)"),
    ("-a", "P(-a)"),
    ("1.a", "P(1.a)"),
    ("• a", "P(• a)"),
]
BLOCKS = [
    ("# H\ntext", "H1(H) P(text)"),
    ("Text\n# H", "P(Text) H1(H)"),
    ("#tag", "P(#tag)"),
    ("#", "P(#)"),
    ("Title\n===", "H1(Title)"),
    ("Title\n---", "H2(Title)"),
    ("a\n\n---\n\nb", "P(a) Rule P(b)"),
    ("===", "P(===)"),
    ("> a\n> b\n\nc", "Q(a\nb) P(c)"),
    ("a\n> q", "P(a) Q(q)"),
    (">q", "Q(q)"),
    ("> a\n>\n> b", "Q(a) Q(b)"),
    ("> - a\n>   - b\n> - c", "u0(a) u1(b) u0(c)"),
    ("> a\n- b", "Q(a) u0(b)"),
    ("| a | b |\n|---|---|\n| 1 | 2 |", "T(a | b / 1 | 2)"),
    ("Text\n| a | b |\n|---|---|\n| 1 | 2 |", "P(Text) T(a | b / 1 | 2)"),
    ("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |", "T(a | b / 1 |  / 1 | 2 3)"),
    ("| a |\n|---|\n| x\\|y [@x1] |", "T(a / x|y^1)"),
    ("a | b", "P(a | b)"),
    ("```\na *b*\n```\nc", "C(a *b*) P(c)"),
    ("```\nnever closed", "C(never closed)"),
    ("    indented", "P(indented)"),
    ("a\nb", "P(a\nb)"),
    ("a  \nb", "P(a\nb)"),
    ("a\\\nb", "P(a\nb)"),
    ("a\r\nb\r\rc\u2028d", "P(a\nb) P(c\nd)"),
    ("a\u00a0b", "P(a\u00a0b)"),
]
INLINE = [
    ("**bold** and *it* and __b__ _i_ ***bi***", "P(*bold* and _it_ and *b* _i_ *_bi_*)"),
    ("un*fram*able snake_case_word", "P(un_fram_able snake_case_word)"),
    ("*open, **open, `open, [open](x", "P(*open, **open, `open, [open](x)"),
    ("2 * 3 * 4", "P(2 * 3 * 4)"),
    ("**a *b* c**", "P(*a **_b_** c*)"),
    ("`a *b* [@x1]`", "P(`a *b* [@x1]`)"),
    ("\\* \\_ \\[@x1\\] 1\\. C:\\path", "P(* _ [@x1] 1. C:\\path)"),
    ("AT&T &amp; &lt; &nope;", "P(AT&T & < &nope;)"),
    ("<b>x</b> <!-- c --> <br>", "P(<b>x</b> <!-- c --> <br>)"),
    ("![p](x.png) ~~s~~ [^1]", "P(![p](x.png) ~~s~~ [^1])"),
    ("{{ x }} {% y %}", "P({{ x }} {% y %})"),
]
LINKS = [
    ("[t](https://a.b/c)", "P(<t|https://a.b/c>)"),
    ("[t](<https://a.b>) [u](mailto:a@b.c)", "P(<t|https://a.b> <u|mailto:a@b.c>)"),
    ("[**t**](https://a.b)", "P(<*t*|https://a.b>)"),
    ("<https://a.b/c> <a@b.org>", "P(<https://a.b/c|https://a.b/c> <a@b.org|mailto:a@b.org>)"),
    ("See https://a.b/c_d_e?f=1&g=2.", "P(See <https://a.b/c_d_e?f=1&g=2|https://a.b/c_d_e?f=1&g=2>.)"),
    ("(https://a.b/x_(y)).", "P((<https://a.b/x_(y)|https://a.b/x_(y)>).)"),
    ("**https://a.b**", "P(<*https://a.b*|https://a.b>)"),
    ("https://a.b[@x1]", "P(<https://a.b|https://a.b>^1)"),
    ("[https://a.b](https://c.d)", "P(<https://a.b|https://c.d>)"),
    ("www.a.b a@b.c xhttps://a.b", "P(www.a.b a@b.c xhttps://a.b)"),
    ("[see](Annex A) [x](javascript:y) [z](/etc)", "P([see](Annex A) [x](javascript:y) [z](/etc))"),
    ("[t][1]\n\n[1]: nowhere", "P([t][1]) P([1]: nowhere)"),
]
CITATIONS = [
    ("It.[@x1]", "P(It.^1)"),
    ("It. [@x1] Next", "P(It.^1 Next)"),
    ("[@x1] First", "P(^1 First)"),
    ("a [@x1,@x2] b [@x1; @p1]", "P(a^1^2 b^1^3^4)"),
    ("a [@x1][@x2] [@x1]", "P(a^1^2^1)"),
    ("**a [@x1]** b", "P(*a*^1 b)"),
    ("# H [@x1]", "H1(H^1)"),
    ("- a [@x1]", "u0(a^1)"),
    ("> a [@x1]", "Q(a^1)"),
    ("[a [@x1]](https://a.b)", "P(<a|https://a.b>^1)"),
    ("True. [@own] [@a1]", "P(True.)"),
    ("[@own]", ""),
    ("a [@x1, @zz]", "P(a^1[@zz])"),
    ("see @x1, [@ x1] and [@X1]", "P(see @x1, [@ x1] and [@X1])"),
]
TEMPLATE_SYNTAX = [
    ("Term\n:   words", "P(Term\n:   words)"),
    ("a\n{: .kicker}", "P(a\n{: .kicker})"),
    ("# H {: .x }", "H1(H {: .x })"),
    ("| a |\n|---|\n| b {: .x} |", "T(a / b {: .x})"),
    ("\\newpage", "P(\\newpage)"),
]


@pytest.mark.parametrize(("typed", "expected"), LISTS + BLOCKS + INLINE + LINKS + CITATIONS)
def test_a_section_reads_as_its_writer_meant_it(typed: str, expected: str) -> None:
    assert shown(typed) == expected


@pytest.mark.parametrize(("typed", "expected"), TEMPLATE_SYNTAX)
def test_what_belongs_to_templates_is_shown_as_typed(typed: str, expected: str) -> None:
    assert shown(typed) == expected


PATHOLOGICAL = {
    "quotations": "> " * 3_000 + "a",
    "quotations, tight": ">" * 3_000 + "a",
    "bullets": "- " * 3_000 + "a",
    "numbers": "1. " * 3_000 + "a",
    "quoted bullets": "> - " * 3_000 + "a",
    "indented bullets": "\n".join("  " * depth + "- a" for depth in range(300)),
    "stars": "*a" * 5_000,
    "underscores": "_a" * 5_000,
    "brackets": "[" * 10_000,
    "links": "[a](" * 3_000,
    "citations": "[@x1" * 3_000,
    "backticks": "`" * 10_000,
    "backslashes": "\\" * 10_000,
    "angles": "<http://" * 1_500,
    "addresses": "https://a.b/" + ")" * 9_000,
    "fences": "```\n" * 2_000,
    "pipes": "|" * 10_000,
    "cells": "|a" * 2_000 + "\n" + "|-" * 2_000 + "\n" + "|b" * 2_000,
    "one line": "word " * 2_000,
}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_no_text_is_too_much(name: str) -> None:
    typed = PATHOLOGICAL[name]
    start = time.process_time()
    blocks = read_prose(typed, cite)
    assert time.process_time() - start < 3
    if name not in ("backslashes", "stars", "underscores", "fences", "backticks", "cells"):
        said = "".join(run.text for block in blocks for run in block_runs(block))
        assert said.count("a") == typed.count("a")  # no word is lost
