"""No network, ever, and nothing read but what was named: the system is asked what the program asked of it (S5)."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile.briefs import brief, written
from hostile.packages import WORD_PACKAGES, paragraph, word
from hostile.program import CANARY, put

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not here")

WORDS = "The council approved the ferry contract on Monday, officials said. " * 20
ELSEWHERE = "http://briefer-calls-home.example"
HERE = "file:canary.txt"
PAGE = f"""<!doctype html><html><head><title>Ferries</title><link rel="stylesheet" href="{ELSEWHERE}/x.css">
<link rel="stylesheet" href="canary.txt"><meta http-equiv="refresh" content="0;url={ELSEWHERE}">
<script src="{ELSEWHERE}/x.js"></script><base href="{ELSEWHERE}/"></head><body background="{HERE}">
<article><h1>Ferries</h1><img src="{ELSEWHERE}/x.png"><img src="canary.txt"><iframe src="{HERE}"></iframe>
<object data="canary.txt"></object><svg><image href="{ELSEWHERE}/y.svg"/></svg><p>{WORDS}</p></article></body></html>"""
MAIL = (
    "From: A <a@example.org>\nSubject: Ferries\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
    f"--b\nContent-Type: text/html\n\n{PAGE}\n"
    f'--b\nContent-Type: message/external-body; access-type=URL; URL="{ELSEWHERE}/x"\n\n'
    "Content-Type: text/plain\n\n\n--b--\n"
)
SECTION = (
    f"![a]({ELSEWHERE}/p.png) ![b](canary.txt) ![c]({HERE}) [d]({ELSEWHERE}/d) <img src=canary.txt> <{ELSEWHERE}>"
)
TEMPLATE = (
    "---\nname: Stranger\nsections:\n- {id: summary, label: Summary}\n---\n"
    f"![x]({ELSEWHERE}/t.png) ![y](canary.txt)\n\n{{{{ sections.summary }}}}\n"
)

_OPENED = re.compile(r'\b(?:open|openat|openat2|creat)\((?:[^,"]*, )?"((?:[^"\\]|\\.)*)"')
_CALL = re.compile(r"\b(?:connect|sendto|sendmsg|bind)\(\d+, .*?sa_family=(\w+)")
_SOCKET = re.compile(r"\bsocket\((\w+),")
_ASKED_OF_THE_NET = re.compile(r"/etc/(?:resolv\.conf|hosts|gai\.conf)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of files that all ask for what is elsewhere, and for the canary beside them."""
    source = {"id": "s1", "title": "Ferries", "url": f"{ELSEWHERE}/a", "text": WORDS, "original": WORDS}
    section = {"summary": SECTION}
    put(
        {
            "page.html": PAGE.encode(),
            "mail.eml": MAIL.encode(),
            "remote.docx": WORD_PACKAGES["remote-template"],
            "stranger.md": TEMPLATE.encode(),
            "stranger.docx": word(paragraph("{{ sections.summary }}")),
            "a.brief": written(brief(sources=[source], actors=[], sections=section)),
        },
        tmp_path / "work",
    )
    return tmp_path / "work"


def traced(folder: Path, *command: str | Path) -> str:
    """What the command and all its processes asked of the system; the command may fail, but not by a crash."""
    trace = folder.parent / "trace"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CANARY": CANARY}
    calls = "trace=%network,open,openat,openat2,creat"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "400", "-e", calls, "-o", trace, *map(str, command)],
        cwd=folder, env=env, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    if "ptrace" in done.stderr and "not permitted" in done.stderr:
        pytest.skip("strace may not trace here")
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1, 65), done.stderr
    return trace.read_text(encoding="utf-8", errors="replace")


def assert_stayed_here(trace: str) -> None:
    """No socket but those among this machine's own processes, no name asked for, and no file that was not named."""
    assert _OPENED.search(trace), "nothing was traced"
    families = set(_SOCKET.findall(trace)) | set(_CALL.findall(trace))
    assert families <= {"AF_UNIX"}, families
    opened = set(opened_in(trace))
    assert not [path for path in opened if "canary" in path]
    assert not [path for path in opened if _ASKED_OF_THE_NET.match(path)]
    assert not [path for path in opened if "calls-home" in path]


def opened_in(trace: str) -> Iterator[str]:
    yield from _OPENED.findall(trace)


COMMANDS = """
import sys
from briefer.__main__ import main
codes = []
for command in sys.argv[1:]:
    sys.argv = ["briefer", *command.split()]
    codes.append(main())
sys.exit(max(codes, key=lambda code: (code not in (0, 1, 65), code)))
"""


def commands(folder: Path, *lines: str) -> str:
    """What commands of the program ask of the system, one after the other in one process."""
    return traced(folder, sys.executable, "-W", "error", "-c", COMMANDS, *lines)


def test_an_article_is_read_without_what_it_refers_to(folder: Path) -> None:
    articles = ("page.html", "mail.eml", "remote.docx")
    assert_stayed_here(commands(folder, *(f"new {article} -o {article}.brief" for article in articles)))
    assert (folder / "page.html.brief").exists()
    assert (folder / "mail.eml.brief").exists()


def test_a_memo_is_written_without_what_it_refers_to(folder: Path) -> None:
    outputs = ("memo.docx", "memo.md", "memo.html", "memo.pdf", "memo.csv", "memo.jsonld")
    own = ("own.docx", "own.pdf")
    lines = [f"export a.brief -o {output}" for output in outputs]
    assert_stayed_here(commands(folder, *lines, *(f"export a.brief -t stranger.md -o {output}" for output in own)))
    assert not [output for output in (*outputs, *own) if not (folder / output).exists()]


def test_a_template_is_checked_without_what_it_refers_to(folder: Path) -> None:
    templates = ("stranger.md", "stranger.docx", "remote.docx")
    assert_stayed_here(commands(folder, *(f"templates check {template}" for template in templates)))


WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
app = QApplication([])
from briefer.ui.app import make_window
window = make_window()
window.documents.open(Path("a.brief"))
window.show()
def wait(done):
    until = time.monotonic() + 60
    while not done() and time.monotonic() < until:
        app.processEvents()
        time.sleep(0.01)
    assert done()
window.documents.import_articles([Path("page.html"), Path("mail.eml")])
window.desk.memo.turn(preview=True)
wait(lambda: len(window._session.brief.sources) == 3)
wait(lambda: window.desk.checks.are_ready and window.desk.suggestions.are_ready and not window.background._going)
window._session._history.mark_saved()
window.close()
"""


def test_the_window_shows_them_without_what_they_refer_to(folder: Path) -> None:
    trace = traced(folder, sys.executable, "-c", WINDOW)
    assert_stayed_here(trace)


def test_the_trace_would_show_a_call_and_a_canary(folder: Path) -> None:
    seen = traced(folder, sys.executable, "-c", "open('canary.txt').close()\nimport socket\nsocket.socket()")
    with pytest.raises(AssertionError, match="AF_INET"):
        assert_stayed_here(seen)
    assert "canary.txt" in set(opened_in(seen))
