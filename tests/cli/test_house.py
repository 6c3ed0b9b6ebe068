"""House documents on the command line: opened in another process, filled, or refused in one line."""

from __future__ import annotations

from pathlib import Path

from house_samples import document, parts, shown
from template_samples import BRIEF

from briefer.store.briefs import save_brief


def test_a_memo_is_written_in_a_word_template(here: Path, briefer) -> None:
    (here / "office.dotx").write_bytes(document("To {{ header.to }}", "{{ sections.summary }}"))
    assert briefer("export", "a.brief", "-t", "office.dotx", "-o", "a.docx") == (0, "", "")
    first = (here / "a.docx").read_bytes()
    assert shown(first)[0] == "To DG <b> & *co*"
    assert briefer("export", "a.brief", "-t", "office.dotx", "-o", "a.docx").code == 0
    assert (here / "a.docx").read_bytes() == first
    assert briefer("export", "a.brief", "-t", "office.dotx", "-o", "a.md").code == 0
    assert "ordered" in (here / "a.md").read_text("utf-8")
    assert "word/document.xml" in parts(first)


def test_what_is_wrong_is_said_in_one_line(here: Path, briefer) -> None:
    (here / "bad.docx").write_bytes(document("{{ header.to", "{{ actor.naem }}", "{{ sections.summry }}"))
    said = briefer("export", "a.brief", "-t", "bad.docx", "-o", "a.docx")
    assert (said.code, said.out) == (65, "")
    assert said.err.startswith("briefer: bad.docx: template problem: body, paragraph 1")
    assert said.err.count("\n") == 1
    assert not (here / "a.docx").exists()
    (here / "no.docx").write_bytes(b"PK\x03\x04")
    said = briefer("export", "a.brief", "-t", "no.docx", "-o", "a.docx")
    assert (said.code, said.err) == (
        65,
        "briefer: no.docx: it is no Word document, or it is damaged; choose a .docx or .dotx; if it is one, open it in Word, save it anew as a .docx, and try again\n",
    )


def test_a_template_that_eats_memory_is_stopped(here: Path, briefer) -> None:
    save_brief(BRIEF, here / "b.brief")
    (here / "bomb.docx").write_bytes(
        document(
            "{{ 'a'*10**9 }}",
            "{{ 9**(9**9) }}",
            "{% for a in range(5000) %}{% for b in range(5000) %}x{% endfor %}{% endfor %}",
        )
    )
    said = briefer("export", "b.brief", "-t", "bomb.docx", "-o", "b.docx")
    assert said.code == 65
    assert said.err.count("\n") == 1
