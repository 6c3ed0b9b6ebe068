"""``briefer new``: folders, what is piped in, what readers tell, and limits."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from briefer.sources import extracted, read
from briefer.store.briefs import read_brief

PAGE = "<html><head><title>Cranes</title></head><body><article><h1>Cranes</h1>{}</article></body></html>"
PARAGRAPH = "<p>The Harbour Board has ordered five ports to unplug modems from their cranes by the end of May.</p>"


class Piped:
    """What stands on standard input."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_a_folder_stands_for_the_articles_in_it(here: Path, briefer) -> None:
    folder = here / "articles"
    (folder / "further").mkdir(parents=True)
    for name in ("b.md", "a.txt", "further/c.txt", "picture.png", ".hidden.txt"):
        (folder / name).write_text(f"Article {name}\n\nThe Board met on Monday and said nothing at all about it.\n")
    assert briefer("new", "articles", "a.txt", "-o", "x.brief") == (0, "", "")
    assert [source.file_name for source in read_brief(here / "x.brief").brief.sources] == ["a.txt", "b.md", "a.txt"]
    (here / "made").mkdir()
    assert briefer("new", "--each", "articles", "-o", "made").code == 0
    assert sorted(path.name for path in (here / "made").iterdir()) == ["a.brief", "b.brief"]


def test_an_empty_folder_is_told_and_the_rest_is_still_tried(here: Path, briefer) -> None:
    (here / "none").mkdir()
    (here / "x.txt").write_bytes(b"")
    said = briefer("new", "none", "x.txt", "a.txt", "-o", "x.brief")
    assert said.code == 65
    assert [line.split(": ")[1] for line in said.err.splitlines()] == ["none", "x.txt"]
    assert not (here / "x.brief").exists()


def test_plain_text_is_piped_in(here: Path, briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Piped((here / "a.txt").read_bytes()))
    assert briefer("new", "-", "-o", "x.brief") == (0, "", "")
    (source,) = read_brief(here / "x.brief").brief.sources
    assert (source.file_name, source.title) == ("", "Ports told to unplug")


@pytest.mark.parametrize(
    ("content", "says"), [(b"", "-: it is empty"), (b"x" * (extracted.LIMIT + 1), "-: it has more than 8,388,608 bytes")]
)  # fmt: skip
def test_what_is_piped_in_is_no_article(refused, monkeypatch: pytest.MonkeyPatch, content: bytes, says: str) -> None:
    monkeypatch.setattr(sys, "stdin", Piped(content))
    assert says in refused(65, "new", "-", "-o", "x.brief")


def test_what_a_reader_tells_goes_to_stderr(here: Path, briefer, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "x.html").write_text(PAGE.format(PARAGRAPH))
    monkeypatch.setattr("briefer.cli.new.apart", _in_this_process)
    monkeypatch.setitem(read.READERS, ".html", extracted.ExtractedText("text/html", _telling))
    said = briefer("new", "x.html", "-o", "x.brief")
    assert (said.code, said.err) == (0, "briefer: x.html: Pages 3–5 hold no text: they are scans.\n")


def _in_this_process(function, *args, seconds: float):
    return function(*args)


def _telling(_: bytes) -> extracted.Extract:
    return extracted.Extract("The Board met.", told=("Pages 3–5 hold no text: they are scans.",))


def test_an_article_that_takes_too_long_is_refused(here: Path, refused, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.cli.new.SECONDS", 0.001)
    assert "it took more than 0.001 seconds" in refused(65, "new", "a.txt", "-o", "x.brief")
