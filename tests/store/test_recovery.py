"""Recovery copies: written whole, left by the dead alone, offered until they are kept elsewhere."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefer.edit.memo import new_brief, set_header
from briefer.errors import DataError, InputOutputError
from briefer.store.briefs import brief_bytes, save_brief
from briefer.store.recovery import Claim, Copy, Journal, Kept, is_in_its_file, kept_bytes, left_copies
from briefer.store.stamps import stamped

BRIEF = set_header(new_brief("0" * 32, "t", "2026-11-22T09:30:00Z"), "subject", "Dam")
DATA = brief_bytes(BRIEF)
KEPT = Kept("brief", "Dam", "2026-11-22T10:00:00Z")

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")

DYING = """
import os, signal, sys
from pathlib import Path
from briefer.store.recovery import Journal, Kept
journal = Journal(Path(sys.argv[1]))
for words in sys.argv[2:]:
    journal.write(Kept("brief", words, "2026-11-22T10:00:00Z"), words.encode())
os.kill(os.getpid(), signal.SIGKILL)
"""


def left_by_a_dead_process(folder: Path, *words: str) -> list[Copy]:
    done = subprocess.run([sys.executable, "-c", DYING, folder, *words], check=False)
    assert done.returncode == -signal.SIGKILL
    return left_copies(folder)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "recovery"


def test_a_copy_of_a_process_that_runs_is_not_offered_and_leaves_nothing_behind(folder: Path) -> None:
    assert left_copies(folder) == []
    journal = Journal(folder)
    journal.write(KEPT, DATA)
    journal.write(KEPT, DATA)
    assert len([name for name in names(folder) if name.endswith(".kept")]) == 1
    assert left_copies(folder) == []
    journal.remove()
    assert names(folder) == []
    journal.remove()


@posix
def test_what_is_typed_is_for_its_author_alone(folder: Path) -> None:
    journal = Journal(folder)
    journal.write(KEPT, DATA)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    journal.remove()


@posix
def test_a_dead_process_leaves_its_last_copy_until_it_is_thrown_away(folder: Path) -> None:
    (copy,) = left_by_a_dead_process(folder, "first", "second")
    assert copy.kept.name == "second"
    assert kept_bytes(copy) == b"second"
    (again,) = left_copies(folder)
    assert again == copy
    claim = Claim(copy)
    assert claim.take()
    assert left_copies(folder) == []  # whoever opens it has it to himself
    assert not Claim(copy).take()
    claim.release()
    assert left_copies(folder) == [copy]
    assert claim.take()
    claim.remove()
    assert names(folder) == []
    assert not Claim(copy).take()
    assert names(folder) == []


@posix
def test_a_second_crash_leaves_the_copy(folder: Path) -> None:
    (copy,) = left_by_a_dead_process(folder, "words")
    code = """
import os, signal, sys
from pathlib import Path
from briefer.store.recovery import Claim, left_copies
(copy,) = left_copies(Path(sys.argv[1]))
assert Claim(copy).take()
os.kill(os.getpid(), signal.SIGKILL)
"""
    assert subprocess.run([sys.executable, "-c", code, folder], check=False).returncode == -signal.SIGKILL
    assert left_copies(folder) == [copy]
    assert kept_bytes(copy) == b"words"


@posix
def test_the_latest_comes_first_and_what_is_no_copy_stays_unseen(folder: Path) -> None:
    left_by_a_dead_process(folder, "old")
    (file,) = folder.glob("*.kept")
    newer = folder / f"{'a' * 32}.kept"
    newer.write_bytes(file.read_bytes().replace(b"T10:00", b"T11:00").replace(b"old", b"new"))
    (folder / f"{'b' * 32}.kept").write_bytes(b"{damaged")
    (folder / f".{'c' * 32}.kept.lock").write_bytes(b"")
    (folder / "notes.txt").write_bytes(b"mine")
    assert [copy.kept.name for copy in left_copies(folder)] == ["new", "old"]
    assert f".{'c' * 32}.kept.lock" not in names(folder)
    assert {f"{'b' * 32}.kept", "notes.txt"} <= set(names(folder))


def test_a_damaged_copy_says_so(folder: Path) -> None:
    folder.mkdir(parents=True)
    file = folder / f"{'a' * 32}.kept"
    file.write_bytes(b'{"kind": "brief", "name": "x", "time": ""}')
    (copy,) = left_copies(folder)
    with pytest.raises(DataError, match="this copy is damaged"):
        kept_bytes(copy)


def test_a_copy_that_cannot_be_written_leaves_the_one_before(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal(folder)
    journal.write(KEPT, b"first")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(InputOutputError, match="no space left"):
            journal.write(KEPT, b"second")
    (file,) = folder.glob("*.kept")
    assert file.read_bytes().endswith(b"\nfirst")
    assert len(names(folder)) == 2
    journal.remove()


def test_what_the_file_holds_already_is_no_work_that_was_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.brief"
    copy = Copy(tmp_path / "x.kept", Kept("brief", "a", "", str(path)))
    assert not is_in_its_file(copy, DATA)
    save_brief(stamped(BRIEF, "2026-11-22T11:00:00Z"), path)
    assert is_in_its_file(copy, DATA)
    assert not is_in_its_file(copy, brief_bytes(set_header(BRIEF, "subject", "Dams")))
    assert not is_in_its_file(Copy(copy.file, KEPT), DATA)
