"""What a document must not bring into a memo is taken out and named."""

from __future__ import annotations

import pytest
from house_samples import document, part, parts, with_part, with_parts

from briefer.office.package import Package
from briefer.office.strip import strip

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MS = "http://schemas.microsoft.com/office/2006/relationships"


def related(
    kind: str, target: str, *, external: bool = False, to: str = "word/_rels/document.xml.rels", ident: str = "rId77"
) -> bytes:
    """A document with one more relationship; an internal target gets a part."""
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    data = with_part(document("x"), to, lambda text: (text or _EMPTY).replace("</Relationships>", link))
    if external:
        return data
    types = f'<Override PartName="/word/{target}" ContentType="application/x"/></Types>'
    return with_parts(
        data,
        {f"word/{target}": lambda _: "payload", "[Content_Types].xml": lambda text: text.replace("</Types>", types)},
    )


_EMPTY = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'


def stripped(data: bytes) -> tuple[bytes, str]:
    package = Package.opened(data)
    said = " ".join(strip(package))
    return package.file(), said


@pytest.mark.parametrize(
    ("kind", "target", "external", "said"),
    [
        (f"{_MS}/vbaProject", "vbaProject.bin", False, "macros"),
        (f"{_R}/oleObject", "embedded.bin", False, "an embedded object"),
        (f"{_R}/package", "embedded.xlsx", False, "an embedded file"),
        (f"{_R}/aFChunk", "chunk.html", False, "a piece of another file"),
        (f"{_R}/control", "control.xml", False, "an ActiveX control"),
        (f"{_R}/oleObject", "file:///\\\\host\\share\\x.xls", True, "an embedded object"),
        (f"{_R}/image", "https://tracker.example/x.png", True, "a picture that is fetched from elsewhere"),
        (f"{_R}/hyperlink", "javascript:alert(1)", True, "a link to javascript:alert(1)"),
        (f"{_R}/hyperlink", "file://host/share", True, "a link to file://host/share"),
        (f"{_R}/frame", "http://example.org/", True, "a frame from elsewhere"),
        (f"{_R}/somethingNew", "http://example.org/", True, "a link to http://example.org/"),
    ],
)
def test_relationships_to_programs_and_elsewhere_go(kind: str, target: str, external: bool, said: str) -> None:
    data, told = stripped(related(kind, target, external=external))
    assert said in told
    assert not any(b"payload" in content or target.encode() in content for content in parts(data).values())


def test_links_to_the_web_and_to_people_stay() -> None:
    for target in ("https://example.org/", "mailto:a@example.org"):
        data, told = stripped(related(f"{_R}/hyperlink", target, external=True))
        assert told == ""
        assert target.encode() in parts(data)["word/_rels/document.xml.rels"]


def test_a_remote_template_goes_with_its_element() -> None:
    settings = "word/_rels/settings.xml.rels"
    data = related(f"{_R}/attachedTemplate", "https://evil.example/x.dotm", external=True, to=settings)
    data = with_part(
        data,
        "word/settings.xml",
        lambda text: text.replace("<w:zoom", f'<w:attachedTemplate xmlns:r="{_R}" r:id="rId77"/><w:zoom', 1),
    )
    found, told = stripped(data)
    assert "a link to its own template" in told
    assert b"attachedTemplate" not in parts(found)["word/settings.xml"]
    assert not any(b"evil.example" in content for content in parts(found).values())


_COMPLEX = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\x </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (_COMPLEX, "a field DDEAUTO"),
        (
            '<w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x/y&quot; "><w:r><w:t>shown</w:t></w:r></w:fldSimple>',
            "a field INCLUDEPICTURE",
        ),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF 1 = </w:instrText></w:r>'
            + _COMPLEX
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "a field DDEAUTO",
        ),
    ],
)
def test_fields_that_fetch_or_run_leave_their_words(xml: str, said: str) -> None:
    data = with_part(
        document("here"), "word/document.xml", lambda text: text.replace("<w:r><w:t>here</w:t></w:r>", xml)
    )
    found, told = stripped(data)
    assert said in told
    assert "shown" in "".join(part(found).itertext())
    assert not any(word in parts(found)["word/document.xml"] for word in (b"DDE", b"AUTO", b"INCLUDEPICTURE"))


def test_a_field_whose_name_another_field_makes_goes() -> None:
    inner = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE 68 68 69 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    outer = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{inner}<w:r><w:instrText>AUTO c:\\x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    data = with_part(
        document("here"), "word/document.xml", lambda text: text.replace("<w:r><w:t>here</w:t></w:r>", outer)
    )
    found, told = stripped(data)
    assert "a field whose name another one makes" in told
    assert b"AUTO" not in parts(found)["word/document.xml"]


def test_harmless_fields_stay() -> None:
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    data = with_part(
        document("here"), "word/document.xml", lambda text: text.replace("<w:r><w:t>here</w:t></w:r>", page)
    )
    found, told = stripped(data)
    assert told == ""
    assert b" PAGE " in parts(found)["word/document.xml"]
