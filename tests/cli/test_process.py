"""The program as a process of its own: imports, pipes, signals, encodings, equal bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from program import PROGRAM, start
from template_samples import BRIEF

from briefer.store.briefs import save_brief

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of POSIX")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_little(option: str) -> None:
    heavy = ("PySide6", "docx", "jinja2", "lxml", "yaml", "markdown", "rich", "msgspec", "multiprocessing")
    code = (
        "import sys, briefer.__main__ as program; sys.argv = ['briefer', sys.argv[1]]; code = program.main();"
        f" sys.exit([name for name in {heavy} if name in sys.modules] or code)"
    )
    done = subprocess.run([sys.executable, "-c", code, option], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: briefer" if option == "--help" else "briefer ")


def test_a_command_loads_no_qt(here: Path) -> None:
    code = (
        "import sys, briefer.__main__ as program\n"
        "for call in (['export', 'a.brief', '-o', 'x.docx'], ['check', 'a.brief'], ['new', 'a.txt', '-o', 'x.brief']):\n"
        "    sys.argv = ['briefer', *call]\n"
        "    assert program.main() == 0, call\n"
        "sys.exit('PySide6' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("suffix", ["docx", "md", "html"])
def test_exports_of_equal_briefs_are_equal_bytes(here: Path, briefer, suffix: str) -> None:
    outputs = []
    for seed in ("1", "2"):
        done = start(
            "export", "a.brief", "-o", f"{seed}.{suffix}", "--annex", "sources", env={"PYTHONHASHSEED": seed}
        )
        assert (done.returncode, done.stderr) == (0, b"")
        outputs.append((here / f"{seed}.{suffix}").read_bytes())
    assert briefer("export", "a.brief", "-o", f"3.{suffix}", "--annex", "sources").code == 0
    assert outputs[0] == outputs[1] == (here / f"3.{suffix}").read_bytes()


@pytest.mark.parametrize("encoding", ["ascii", "utf-16"])
def test_any_terminal_can_be_written_to(here: Path, encoding: str) -> None:
    quote = replace(BRIEF.quotes[0], text="Молдова “x” 👍")
    save_brief(replace(BRIEF, quotes=(quote,)), here / "ж.brief")
    for call in (
        ["check", "ж.brief"],
        ["check", "ж.brief", "--json"],
        ["check", "нет.brief"],
        ["templates", "show", "reference-sheet"],
        ["--help"],
    ):
        done = start(*call, env={"PYTHONIOENCODING": encoding})
        assert done.returncode == {"ж.brief": 1, "нет.brief": 66}.get(call[-1], 1 if "--json" in call else 0), call
        assert b"Traceback" not in done.stderr
        assert "Traceback" not in done.stderr.decode(encoding)


@posix
@pytest.mark.parametrize(
    "call", [("templates", "show", "reference-sheet"), ("check", "a.brief", "--json"), ("--help",)]
)
def test_a_closed_pipe_is_no_error(here: Path, call: tuple[str, ...]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, *call], stdout=writer, stderr=subprocess.PIPE, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@posix
@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "2>/dev/full"])
def test_closed_streams_do_no_harm(here: Path, closing: str) -> None:
    for call, code in (
        ("check a.brief", 0),
        ("check none.brief", 66),
        ("templates show reference-sheet", 0),
        ("--help", 0),
    ):
        done = subprocess.run(
            ["/bin/sh", "-c", f'"$0" -m briefer {call} {closing}', sys.executable], capture_output=True, timeout=60
        )
        assert done.returncode == code, (call, done)
        assert b"Traceback" not in done.stderr + done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_a_full_disk_behind_stdout_is_told(here: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "templates", "list"], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 74
    assert done.stderr == b"briefer: No space left on device; try elsewhere\n"


INTERRUPTED = """
import signal, sys, threading
import briefer.store.briefs as briefs
from briefer.cli.run import run

def read_brief(path):
    signal.raise_signal(signal.SIGINT)
    raise AssertionError("it went on")

briefs.read_brief = read_brief
sys.exit(run(["export", "a.brief", "-o", "x.docx"]))
"""


@posix
def test_an_interruption_ends_it_at_once(here: Path) -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, timeout=60)
    assert done.returncode == 130
    assert done.stderr.startswith("briefer: interrupted; ")
    assert done.stderr.count("\n") == 1
    assert not (here / "x.docx").exists()


FAULTY = """
import sys
import briefer.store.briefs as briefs
from briefer.cli.run import run

def read_brief(path):
    raise KeyError("a fault\\nof ours")

briefs.read_brief = read_brief
sys.exit(run(["check", "a.brief"]))
"""


def test_a_fault_of_our_own_is_one_line_and_a_report(here: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FAULTY], capture_output=True, text=True, timeout=60)
    assert done.returncode == 70
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("briefer: Briefer itself failed (KeyError: ")
    report = Path(done.stderr.rsplit(" details in ", 1)[1].strip())
    told = report.read_text("utf-8")
    assert "KeyError" in told
    assert "briefer/cli/run.py:" in told
    assert "a fault" not in told  # what an error says may be words of an article
    assert report.name == "crash-report.txt"


@posix
def test_ctrl_c_stops_all_processes(here: Path) -> None:
    save_brief(
        replace(
            BRIEF,
            actors=tuple(replace(BRIEF.actors[0], id=f"a{n}") for n in range(1, 200)),
            last_ids={**BRIEF.last_ids, "a": 200},
        ),
        here / "a.brief",
    )
    briefs = [here / f"{number}.brief" for number in range(200)]
    for brief in briefs:
        brief.hardlink_to(here / "a.brief")
    running = subprocess.Popen(
        [*PROGRAM, "export", *map(str, briefs), "--to", "docx"], stderr=subprocess.PIPE, start_new_session=True
    )
    try:
        while len(list(here.glob("*.docx"))) < 20 and running.poll() is None:
            os.sched_yield()
        os.killpg(running.pid, signal.SIGINT)
        _, err = running.communicate(timeout=60)
    finally:
        running.kill()
    assert running.returncode == 130, err
    assert err.decode().startswith("briefer: interrupted; ")
    assert err.count(b"\n") == 1
    assert 20 <= len(list(here.glob("*.docx"))) < 200
    assert not list(here.glob(".briefer-*"))
