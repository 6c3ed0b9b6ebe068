from __future__ import annotations

import re
import zlib

from memo_samples import memo_of, rich_memo

from briefer.memo.blocks import Facts, Memo, PageBreak, Paragraph, Run
from briefer.pdf.pages import Pages
from briefer.pdf.writer import write_pdf


def test_a_pdf_has_the_pages_of_the_screen() -> None:
    memo = rich_memo()
    data = write_pdf(memo)
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == Pages(memo).count == 3


def test_a_pdf_has_the_memos_title_and_paper() -> None:
    memo = Memo(Facts(title="Ferries", author="Ana Ruiz", paper="Letter", landscape=True), (Paragraph((Run("x"),)),))
    data = write_pdf(memo)
    assert "Ferries".encode("utf-16-be") in data
    assert "Ana Ruiz".encode("utf-16-be") in data
    box = re.search(rb"/MediaBox \[([\d. ]+)\]", data)
    assert box is not None
    assert [round(float(side)) for side in box[1].split()] == [0, 0, 792, 612]


def test_a_pdf_holds_words_not_pictures_of_them() -> None:
    data = write_pdf(memo_of(Paragraph((Run("Meridian"),)), PageBreak(), Paragraph((Run("Courier"),))))
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    drawn = b"".join(zlib.decompress(stream) for stream in streams if stream.startswith(b"x"))
    assert b" Tf" in drawn
    assert b"/Subtype /Image" not in data
