"""The sample that ships has the defects of a real paste, and comes out clean."""

from __future__ import annotations

from briefer import paths
from briefer.model.source import paragraph_starts
from briefer.sources.read import source_from_file, source_from_text

PATH = paths.resources() / "sample" / "article.txt"


def test_the_sample_has_the_defects_of_a_real_paste() -> None:
    raw = PATH.read_text(encoding="utf-8")
    lines = raw.splitlines()
    assert "“\n" in raw
    assert "\u00a0" in raw
    assert lines[-1] == "End of Article"
    assert any(line.startswith("Read more:") for line in lines)
    assert lines[2].startswith(lines[1])
    assert sum(line[-1].isalpha() and line[-1].islower() for line in lines[3:-1]) > 2


def test_the_sample_comes_out_clean() -> None:
    source = source_from_file(PATH, "s1")
    assert len(paragraph_starts(source)) == 10
    assert [(source.text[h.start : h.end], h.level) for h in source.headings] == [
        ("Ports told to unplug remote crane modems", 1),
        ("Freight delays likely over the holidays", 2),
    ]
    paragraphs = source.text.split("\n\n")
    assert len(paragraphs) == 12
    assert all("\n" not in paragraph for paragraph in paragraphs)
    assert all(
        paragraph.endswith((".", ".”"))
        for paragraph in paragraphs
        if paragraph not in ("", paragraphs[0], paragraphs[5])
    )
    assert source.text.count("Board has ordered five container ports") == 1
    assert "“open gate”" in source.text
    assert not {"Read more", "Photograph", "End of Article", "\u00a0"} & {
        w for w in ("Read more", "Photograph", "End of Article", "\u00a0") if w in source.text
    }
    assert source.text.count("“") == source.text.count("”") == PATH.read_text(encoding="utf-8").count("”")
    assert 600 <= len(source.text.split()) <= 700
    assert {"unwrap", "furniture", "repeats", "split-quotes", "spaces"} <= {fix.rule for fix in source.fixes}


def test_the_sample_holds_an_interrupted_quotation() -> None:
    text = source_from_text(PATH.read_text(encoding="utf-8"), "s1").text
    assert (
        "“We are not accusing anyone of sabotage,” Lena Morvane, who chairs the Board, told reporters in Saltmere. “We are"
        in text
    )
