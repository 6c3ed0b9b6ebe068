"""The gate lets Word documents in, and nothing that would hurt."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from house_samples import CORPUS, document, parts

from briefer.errors import DataError
from briefer.office import gate
from briefer.office.gate import open_package
from briefer.office.package import Package
from briefer.office.xml import MAX_DEPTH, parse

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, data)
    return out.getvalue()


TYPES = ("[Content_Types].xml", b"<Types/>")


def test_a_word_document_is_unpacked_in_its_order() -> None:
    data = document("x")
    found = open_package(data)
    assert found == parts(data)
    assert next(iter(found)) == "[Content_Types].xml"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04 broken", "no Word document"),
        (b"plain words", "no Word document"),
        (OLE + b"\0" * 600, "old .doc format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (packed(("x.txt", b"x")), "no Word document"),
        (packed(TYPES, ("../x.xml", b"<a/>")), "a name that no Word document has"),
        (packed(TYPES, ("/x.xml", b"<a/>")), "a name that no Word document has"),
        (packed(TYPES, ("a//x.xml", b"<a/>")), "a name that no Word document has"),
        (packed(TYPES, ("C:/x.xml", b"<a/>")), "a name that no Word document has"),
        (packed(TYPES, ("a\\x.xml", b"<a/>")), "a name that no Word document has"),
        (packed(TYPES, ("x.xml", b"1"), ("X.xml", b"2")), "a name that no Word document has"),
        (packed(TYPES, ("x.xml", b"1"), method=zipfile.ZIP_BZIP2), "packed in a way"),
        (packed(TYPES, ("x.xml", b" " * (gate.MAX_PART + 1))), "unpacks to more than 8 MB"),
        (packed(TYPES, *((f"{n}.xml", b"") for n in range(gate.MAX_PARTS))), "more than 2,000 parts"),
    ],
)
def test_what_is_no_sound_word_document_is_refused_in_plain_words(data: bytes, said: str) -> None:
    with pytest.raises(DataError) as caught:
        open_package(data)
    assert said in caught.value.message
    assert caught.value.hint


def test_no_more_is_unpacked_than_there_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_UNPACKED", 1000)
    with pytest.raises(DataError, match="unpacks to more than"):
        open_package(packed(TYPES, ("a.png", b"x" * 600), ("b.png", b"x" * 600)))


def test_a_member_that_lies_about_its_size_is_found_out() -> None:
    data = bytearray(packed(TYPES, ("x.xml", b" " * (gate.MAX_PART + 1))))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    with pytest.raises(DataError):
        open_package(bytes(data))


def test_members_that_share_bytes_are_refused() -> None:
    data = bytearray(packed(TYPES, ("a.xml", b"x" * 50), ("b.xml", b"x" * 50), method=zipfile.ZIP_STORED))
    first = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    second = data.index(b"PK\x01\x02", first + 1)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    with pytest.raises(DataError):
        open_package(bytes(data))


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a document type"),
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"), "declares a document type"),
        (b'<?xml version="1.0" encoding="utf-7"?><a/>', "encoded as utf-7"),
        (b"<a>\xff</a>", "not in the encoding"),
        (b"<a><b></a>", "is damaged"),
        (b"<a>&b;</a>", "is damaged"),
        (b"", "is damaged"),
        (b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1), "nests more than 200"),
        (b"<a>" * 5_000 + b"</a>" * 5_000, "nests more than 200"),
    ],
)
def test_xml_is_read_strictly(xml: bytes, said: str) -> None:
    with pytest.raises(DataError) as caught:
        parse(xml, "word/document.xml")
    assert said in caught.value.message
    assert "word/document.xml" in caught.value.message


def test_xml_in_utf_16_is_read() -> None:
    assert parse('<?xml version="1.0" encoding="UTF-16"?><a>ä</a>'.encode("utf-16")).text == "ä"


def test_a_spreadsheet_and_strict_open_xml_say_what_they_are() -> None:
    sheet = document("x")
    found = parts(sheet)
    found["[Content_Types].xml"] = found["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
    )
    with pytest.raises(DataError, match="no Word document"):
        Package(found)
    found = parts(sheet)
    found["_rels/.rels"] = found["_rels/.rels"].replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
    )
    with pytest.raises(DataError, match="Strict Open XML"):
        Package(found)


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus lies beside a working checkout")
def test_real_documents_come_through() -> None:
    for path in sorted(CORPUS.glob("*.docx")):
        package = Package.opened(path.read_bytes())
        again = Package.opened(package.file())
        assert set(again.reachable()) == set(package.reachable()), path.name
        assert again.file() == package.file(), path.name
