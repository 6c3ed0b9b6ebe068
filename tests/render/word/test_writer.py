import io
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.errors import DataError
from briefer.memo.blocks import (
    Code,
    Facts,
    Heading,
    ListItem,
    Memo,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Table,
)
from briefer.render.word.writer import memo_parts, write_docx
from briefer.text.escape import xml_safe

EXPECTED = Path(__file__).parents[2] / "expected" / "word"


def pretty(xml):
    for prefix, name in (("w", "wordprocessingml/2006/main"), ("r", "officeDocument/2006/relationships")):
        base = "http://schemas.openxmlformats.org/"
        ElementTree.register_namespace(prefix, base + name)
    root = ElementTree.fromstring(xml)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


@pytest.mark.parametrize("name", ["document", "footnotes", "numbering"])
def test_the_rich_memo_is_as_expected(rich_memo, renew, name):
    made = pretty(memo_parts(rich_memo)[f"word/{name}.xml"])
    expected = EXPECTED / f"{name}.xml"
    if renew:
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(made, encoding="utf-8")
    assert made == expected.read_text(encoding="utf-8")


def variants(memo):
    facts = memo.facts
    yield "rich", memo
    yield (
        "letter",
        msgspec.structs.replace(memo, facts=msgspec.structs.replace(facts, paper="Letter", language="en-US")),
    )
    yield "landscape", msgspec.structs.replace(memo, facts=msgspec.structs.replace(facts, landscape=True))
    yield "empty", Memo(Facts(title="", language=""), ())
    yield "table last", Memo(facts, (Table(((),), (((),),)), Table(((),), (((),),))))
    yield "break last", Memo(facts, (Heading(5, (Run("x"),)), PageBreak()))
    yield "title", Memo(msgspec.structs.replace(facts, title="<&\x00 " * 200), (Heading(1, (Run(" "),)),))
    odd = "edge \n space\t\x0b\x1f\ud800\ufffe &\u00a0<w:t> ]]> 👩‍🚀 e\u0301 שלום\u200f مرحبا\r\n "
    runs = (
        Run(odd),
        Run(odd, bold=True, link=f"https://a.example/{odd}"),
        Run(note=1),
        Run(odd, code=True),
        Run(note=1),
    )
    blocks = (
        Paragraph(runs),
        Heading(2, runs),
        Quotation(runs),
        Code(odd),
        ListItem(runs, 9, level=20),
        Table((runs,), ((runs,),)),
    )
    yield "odd", Memo(facts, blocks, (Note((runs, ())),))
    yield "marking", Memo(msgspec.structs.replace(facts, marking="סודי " * 30, reference="R/" * 80), ())


def test_every_file_is_sound(rich_memo, tmp_path, validate_docx):
    files = []
    for name, memo in variants(rich_memo):
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(write_docx(memo))
    validate_docx(*files)


def test_equal_memos_give_equal_bytes(rich_memo):
    twin = msgspec.json.decode(msgspec.json.encode(rich_memo.facts), type=Facts)
    assert write_docx(rich_memo) == write_docx(Memo(twin, tuple(rich_memo.blocks), tuple(rich_memo.notes)))


def test_python_docx_reads_it(rich_memo):
    import docx

    document = docx.Document(io.BytesIO(write_docx(rich_memo)))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert styles[:6] == ["Kicker", "Title", "Field", "Field", "Heading 1", "Normal"]
    assert document.core_properties.title == "Remote modems in port cranes"
    assert document.core_properties.author == "Ports & Supply Desk"
    (table,) = document.tables
    assert [cell.text for cell in table.rows[2].cells] == ["Calder Lift Systems", "Offered three years of logs", "46"]
    assert document.sections[0].header.paragraphs[0].text == "OFFICIAL"


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def shown(docx):
    """The text of each paragraph of a .docx, with breaks and tabs as characters."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return [
        "".join(e.text if e.tag == f"{W}t" else marks.get(e.tag, "") for e in paragraph.iter())
        for paragraph in root.iter(f"{W}p")
    ]


TEXT = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\t\n<>&\"' \x00\ud800א")), min_size=1).map(
    lambda text: text.replace("\r", "\n")
)


@given(st.lists(st.tuples(TEXT, st.booleans(), st.sampled_from(["", "https://a.example/"])), min_size=1, max_size=6))
def test_any_text_survives(pieces):
    runs = tuple(Run(text, bold=bold, link=link) for text, bold, link in pieces)
    (paragraph,) = shown(write_docx(Memo(Facts(title="T"), (Paragraph(runs),))))
    whole = "".join(xml_safe(text) for text, _, _ in pieces)
    assert paragraph == whole


def test_an_unknown_look_is_refused():
    with pytest.raises(DataError, match="no look “fancy”"):
        write_docx(Memo(Facts(title="T", look="fancy"), ()))


def test_writing_needs_neither_python_docx_nor_lxml():
    code = (
        "import sys; from briefer.memo.blocks import *; from briefer.render.word.writer import write_docx;"
        "write_docx(Memo(Facts(title='T'), (Paragraph((Run('x'),)),)));"
        "sys.exit(', '.join({'docx', 'lxml', 'dataclasses', 'xml'} & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
