import re

import msgspec
import pytest

from briefer.memo.blocks import Facts, Memo
from briefer.render.word.writer import memo_parts

FACTS = Facts(title="T", marking="OFFICIAL", reference="TRD-26/118")


def parts(**facts):
    return memo_parts(Memo(msgspec.structs.replace(FACTS, **facts), ()))


def shown(xml):
    return (
        "".join(re.findall(r"<w:t[ >][^<]*|<w:tab/>|</w:p>", xml)).replace("</w:p>", "\n").replace("<w:tab/>", "\t")
    )


def text(xml):
    return re.sub(r"<w:t[^>\n\t]*>", "", shown(xml))


@pytest.mark.parametrize(
    ("paper", "landscape", "size"),
    [
        ("A4", False, '<w:pgSz w:w="11906" w:h="16838"/>'),
        ("A4", True, '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'),
        ("Letter", False, '<w:pgSz w:w="12240" w:h="15840"/>'),
        ("Letter", True, '<w:pgSz w:w="15840" w:h="12240" w:orient="landscape"/>'),
    ],
)
def test_the_paper_is_the_memo_s(paper, landscape, size):
    assert parts(paper=paper, landscape=landscape)["word/document.xml"].count(size) == 1


def test_the_marking_is_bold_in_the_middle_of_header_and_footer():
    marking = '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">OFFICIAL</w:t></w:r>'
    made = parts()
    assert f'<w:pStyle w:val="Header"/><w:jc w:val="center"/></w:pPr>{marking}</w:p>' in made["word/header1.xml"]
    assert f"<w:r><w:tab/></w:r>{marking}<w:r><w:tab/></w:r>" in made["word/footer1.xml"]


def test_the_footer_has_reference_marking_and_page():
    assert text(parts()["word/footer1.xml"]) == "TRD-26/118\tOFFICIAL\tPage 1 of 1\n"


def test_pages_are_fields_with_a_result():
    footer = parts()["word/footer1.xml"]
    assert re.findall(r"<w:instrText[^>]*>([^<]*)", footer) == [" PAGE ", " NUMPAGES "]
    assert re.findall(r'w:fldCharType="(\w+)"', footer) == ["begin", "separate", "end"] * 2


@pytest.mark.parametrize(("paper", "landscape", "width"), [("A4", False, 9184), ("Letter", True, 13118)])
def test_the_footer_s_tab_stops_follow_the_paper(paper, landscape, width):
    footer = parts(paper=paper, landscape=landscape)["word/footer1.xml"]
    assert re.findall(r'<w:tab w:val="(\w+)" w:pos="(\d+)"', footer) == [
        ("center", str(width // 2)),
        ("right", str(width)),
    ]


@pytest.mark.parametrize("long", [{"marking": "OFFICIAL-SENSITIVE – " * 4}, {"reference": "TRD-26/118/" * 6}])
def test_what_does_not_fit_beside_the_rest_has_its_own_line(long):
    marking, page, end = text(parts(**long)["word/footer1.xml"]).split("\n")
    assert (marking.strip(" –"), end) == (long.get("marking", "OFFICIAL").strip(" –"), "")
    assert page == f"{long.get('reference', 'TRD-26/118')}\t\tPage 1 of 1"


def test_without_marking_and_reference_the_page_still_counts():
    assert text(parts(marking="", reference="")["word/footer1.xml"]) == "\t\tPage 1 of 1\n"


def test_marking_and_reference_stay_on_their_lines():
    assert (
        text(parts(marking="A\nB\t<C>", reference="1\t2")["word/footer1.xml"]) == "1 2\tA B &lt;C&gt;\tPage 1 of 1\n"
    )
