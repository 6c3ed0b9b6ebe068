import re

import pytest

from briefer.paths import resources
from briefer.render.word.base import base_document
from briefer.render.word.package import read_parts
from briefer.render.word.standard_look import LOOKS

FOLDER = resources() / "styles"
SHIPPED = FOLDER / "standard.docx"


@pytest.mark.parametrize("look", list(LOOKS))
def test_the_shipped_document_is_what_the_code_makes(look):
    """If this fails: ``python -m briefer.render.word.base``."""
    assert read_parts((FOLDER / f"{look}.docx").read_bytes()) == read_parts(base_document(look))


def test_it_is_made_of_the_same_bytes_each_time():
    assert base_document("standard") == base_document("standard")


def test_they_are_sound(validate_docx):
    validate_docx(*(FOLDER / f"{look}.docx" for look in LOOKS))


def test_in_large_type_the_words_are_larger_and_the_header_is_not():
    styles = {look: read_parts((FOLDER / f"{look}.docx").read_bytes())["word/styles.xml"] for look in LOOKS}

    def size(look, style):
        found = re.search(rf'<w:style [^>]*w:styleId="{style}".*?</w:style>', styles[look])[0]
        return int(re.search(r'<w:sz w:val="(\d+)"/>', found)[1])

    assert (size("standard", "Normal"), size("large", "Normal")) == (21, 28)
    assert size("large", "FootnoteText") > size("standard", "FootnoteText")
    assert size("large", "Header") == size("standard", "Header")


def test_nothing_of_the_default_template_is_left():
    parts = read_parts(SHIPPED.read_bytes())
    everything = "".join(parts.values())
    for left_over in ("python-docx", "2013", "thumbnail", "theme", "rsid", "customXml", "Calibri", "Cambria"):
        assert left_over not in everything
    assert parts["word/styles.xml"].count("<w:style ") < 40
    assert (
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        in (parts["word/settings.xml"])
    )
    assert "updateFields" not in parts["word/settings.xml"]


def test_the_headings_are_word_s_own_and_stay_with_their_text():
    styles = read_parts(SHIPPED.read_bytes())["word/styles.xml"]
    for depth in (1, 2, 3, 4):
        style = re.search(rf'<w:style [^>]*w:styleId="Heading{depth}".*?</w:style>', styles)[0]
        assert f'<w:name w:val="heading {depth}"/>' in style
        assert "<w:keepNext/><w:keepLines/>" in style
        assert f'<w:outlineLvl w:val="{depth - 1}"/>' in style
    assert "<w:widowControl/>" in re.search(r'w:styleId="Normal".*?</w:style>', styles)[0]


def luminance(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_all_text_can_be_read_against_paper_and_shade():
    styles = read_parts(SHIPPED.read_bytes())["word/styles.xml"]
    texts = re.findall(r'<w:color w:val="([0-9A-F]{6})"', styles)
    grounds = {"FFFFFF", *re.findall(r'w:fill="([0-9A-F]{6})"', styles)}
    assert texts
    assert len(grounds) == 3
    for text in ("000000", *texts):
        for ground in grounds:
            assert (luminance(ground) + 0.05) / (luminance(text) + 0.05) >= 4.5
