import re

import pytest

from briefer.memo.blocks import Facts
from briefer.render.word.package import base_parts
from briefer.render.word.properties import core_xml, in_language


def core(name, facts):
    return re.search(rf"<{name}(?: [^>]*)?>([^<]*)</{name}>", core_xml(facts))[1]


def test_the_properties_are_the_memo_s():
    facts = Facts(
        title="Cranes & modems",
        author="Ports Desk",
        language="fr-CA",
        keywords="a, b",
        created="2026-11-13T09:00:00Z",
        modified="2026-11-22T10:00:00Z",
    )
    assert core("dc:title", facts) == "Cranes &amp; modems"
    assert core("dc:creator", facts) == core("cp:lastModifiedBy", facts) == "Ports Desk"
    assert core("dc:language", facts) == "fr-CA"
    assert core("cp:keywords", facts) == "a, b"
    assert core("dcterms:created", facts) == "2026-11-13T09:00:00Z"
    assert core("dcterms:modified", facts) == "2026-11-22T10:00:00Z"


def test_a_title_and_an_author_are_always_there():
    assert core("dc:title", Facts(title=" \n")) == "Untitled memo"
    assert core("dc:creator", Facts(title="")) == "Briefer"


@pytest.mark.parametrize("letter", ["x", "é", "🚢"])
def test_long_titles_are_cut_where_word_ends(letter):
    assert core("dc:title", Facts(title=letter * 255)) == letter * 255
    assert core("dc:title", Facts(title=letter * 256)) == letter * 254 + "…"


def test_line_breaks_in_properties_are_spaces():
    assert core("dc:title", Facts(title="one\n two")) == "one two"


@pytest.mark.parametrize(
    ("language", "tags", "font"),
    [
        ("en-US", ("en-US", "zh-CN", "ar-SA"), "Microsoft YaHei"),
        ("", ("en-GB", "zh-CN", "ar-SA"), "Microsoft YaHei"),
        ("he-IL", ("he-IL", "zh-CN", "he-IL"), "Microsoft YaHei"),
        ("ja-JP", ("ja-JP", "ja-JP", "ar-SA"), "Yu Gothic"),
        ("zh-Hant-TW", ("zh-Hant-TW", "zh-Hant-TW", "ar-SA"), "Microsoft JhengHei"),
    ],
)
def test_the_text_is_in_the_memo_s_language(language, tags, font):
    styles = in_language(base_parts("standard")["word/styles.xml"], Facts(title="T", language=language))
    defaults = re.search(r"<w:docDefaults>.*</w:docDefaults>", styles)[0]
    assert re.search(r'<w:lang w:val="([^"]*)" w:eastAsia="([^"]*)" w:bidi="([^"]*)"/>', defaults).groups() == tags
    assert f'w:eastAsia="{font}"' in defaults
