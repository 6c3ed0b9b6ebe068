import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.memo.blocks import Facts, Memo, Note, Paragraph, Run
from briefer.render.word.links import uri
from briefer.render.word.writer import memo_parts


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/x?y=1&z=2#part", "https://a.example/x?y=1&z=2#part"),
        ("HTTP://a.example", "HTTP://a.example"),
        ("mailto:desk@a.example", "mailto:desk@a.example"),
        (" https://a.example/a b ", "https://a.example/a%20b"),
        ('https://a.example/"<>\\^`{|}', "https://a.example/%22%3C%3E%5C%5E%60%7B%7C%7D"),
        ("https://a.example/100%/%41", "https://a.example/100%25/%41"),
        ("https://a.example/é", "https://a.example/%C3%A9"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ("https://a.example:", "https://a.example"),
        ("https://[::1]:/x", "https://[::1]/x"),
        ("https://a.example/\ud800\x00", "https://a.example/%EF%BF%BD%EF%BF%BD"),
    ],
)
def test_an_address_becomes_a_valid_uri(address, expected):
    assert uri(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://[::1]:8080/x",
        "https://user:word@a.example:80",
        "https://a.example/[x]",
        "mailto:a@b.example?subject=[x] y#",
    ],
)
def test_brackets_stand_round_a_host_only(address):
    head, _, tail = uri(address).partition("example")
    assert head.startswith(address[:9])
    assert "[" not in tail


@pytest.mark.parametrize(
    "address", ["https://", "http:///x", "https://[x", "https://a:b:c/", "https://a:port/", "mailto:", "mailto://x"]
)
def test_what_has_no_sound_host_is_no_link(address):
    assert uri(address) == ""


ANY_URI = (
    """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="u" type="xs:anyURI"/></xs:schema>"""
)


@given(st.sampled_from(["https://", "http://a/", "mailto:", "https://a?", ""]), st.text(), st.text("[]@:/?#%a0 é\\"))
def test_no_text_makes_an_invalid_uri(start, text, signs):
    from lxml import etree

    made = uri(start + signs + text)
    assert made.isascii()
    element = etree.Element("u")
    element.text = made
    assert etree.XMLSchema(etree.XML(ANY_URI)).validate(element), made
    assert not re.search(r'[\s<>"{}|\\^`]|%(?![0-9a-fA-F]{2})', made)


def test_equal_addresses_share_a_relationship_and_notes_have_their_own():
    link = "https://a.example/?a&b"
    blocks = (Paragraph((Run("one", link=link), Run(" "), Run("two", link=link), Run(note=1))),)
    parts = memo_parts(Memo(Facts(title="T"), blocks, (Note(((Run("three", link=link),),)),)))
    for name in ("word/_rels/document.xml.rels", "word/_rels/footnotes.xml.rels"):
        assert parts[name].count('Target="https://a.example/?a&amp;b" TargetMode="External"/>') == 1
    assert parts["word/footnotes.xml"].count('<w:hyperlink r:id="link1"') == 1


def test_without_links_in_notes_their_part_has_no_relationships():
    assert "word/_rels/footnotes.xml.rels" not in memo_parts(Memo(Facts(title="T"), ()))
