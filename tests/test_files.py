"""Files: read whole or refused in plain words; replaced in one step, whatever happens on the way."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from briefer import files
from briefer.errors import (
    BrieferError,
    CannotCreateError,
    ChangedElsewhereError,
    DataError,
    InputOutputError,
    UnreadableError,
)
from briefer.files import Fingerprint, fingerprint, make_folder, read_file, replace_file

OLD, NEW = b"old words\n", "new words ё\n".encode()

as_root = hasattr(os, "geteuid") and os.geteuid() == 0
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")
not_root = pytest.mark.skipif(as_root, reason="root may read and write everything")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that holds OLD, alone in its folder."""
    path = tmp_path / "folder" / "a.brief"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def others(path: Path) -> list[str]:
    """What lies beside a file."""
    return sorted(other.name for other in path.parent.iterdir() if other != path)


# Reading


def test_reads_a_file_up_to_its_limit(path: Path) -> None:
    assert read_file(path, len(OLD)) == OLD


def test_follows_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(path)
    assert read_file(tmp_path / "link", 100) == OLD


def test_refuses_a_larger_file_with_both_sizes(path: Path) -> None:
    path.write_bytes(b"x" * 12_345)
    with pytest.raises(DataError, match=r"12,345 bytes, and at most 12,344 are read"):
        read_file(path, 12_344)


@linux
def test_refuses_a_file_that_is_larger_than_it_says() -> None:
    assert Path("/proc/self/status").stat().st_size == 0
    with pytest.raises(DataError, match="at most 10 are read"):
        read_file(Path("/proc/self/status"), 10)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none", "no such file"),
        (".", "a folder"),
        ("a.brief/b", "no such file"),
        ("x" * 300, "so long a name"),
        ("\0", "this name"),
    ],
)
def test_says_why_a_name_cannot_be_read(path: Path, name: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words) as caught:
        read_file(path.parent / name, 100)
    assert caught.value.hint


@posix
def test_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="device or a pipe"):
        read_file(tmp_path / "pipe", 100)


@posix
def test_does_not_wait_for_a_pipe_that_takes_the_place_of_a_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_open = os.open

    def late(name: Path, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return really_open(name, flags)

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(UnreadableError, match="device or a pipe"):
        read_file(path, 100)


@posix
def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(UnreadableError, match="back to itself"):
        read_file(tmp_path / "loop", 100)
    with pytest.raises(CannotCreateError, match="back to itself"):
        replace_file(tmp_path / "loop", NEW)


@posix
@not_root
def test_a_file_of_somebody_else_is_refused(path: Path) -> None:
    path.chmod(0)
    with pytest.raises(UnreadableError, match="no permission"):
        read_file(path, 100)


def test_a_failing_disk_is_no_unreadable_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(InputOutputError, match="the disk reports an error"):
        read_file(path, 100)


# Replacing


def test_makes_a_file_and_gives_its_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "new.brief"
    assert replace_file(path, NEW) == fingerprint(NEW)
    assert path.read_bytes() == NEW
    assert others(path) == []


def test_replaces_a_file_that_is_as_expected(path: Path) -> None:
    assert replace_file(path, NEW, expected=fingerprint(OLD)) == fingerprint(NEW)
    assert path.read_bytes() == NEW
    assert others(path) == []


def test_refuses_to_replace_what_somebody_changed(path: Path) -> None:
    before = path.stat()
    path.write_bytes(OLD.replace(b"old", b"OLD"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ChangedElsewhereError) as caught:
        replace_file(path, NEW, expected=fingerprint(OLD))
    assert caught.value.exit_code == 75
    assert str(caught.value).startswith(f"{path}: another program has changed this file")
    assert path.read_bytes() == b"OLD words\n"
    assert others(path) == []


def test_replaces_what_somebody_changed_when_told_to(path: Path) -> None:
    path.write_bytes(b"somebody else's")
    replace_file(path, NEW)
    assert path.read_bytes() == NEW


def test_a_file_that_went_or_is_already_as_wanted_is_no_conflict(path: Path) -> None:
    path.write_bytes(NEW)
    replace_file(path, NEW, expected=fingerprint(OLD))
    path.unlink()
    replace_file(path, NEW, expected=fingerprint(OLD))
    assert path.read_bytes() == NEW


def test_an_empty_and_a_large_file(path: Path) -> None:
    replace_file(path, b"")
    assert path.read_bytes() == b""
    replace_file(path, b"x" * 3_000_000, expected=Fingerprint(fingerprint(b"").sha256))
    assert path.stat().st_size == 3_000_000


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755, 0o606])
def test_keeps_the_mode(path: Path, mode: int) -> None:
    path.chmod(mode)
    replace_file(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o022, 0o644), (0o002, 0o664)])
def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        replace_file(tmp_path / "new", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == mode


@posix
def test_nobody_reads_a_private_file_while_it_is_written(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0o600)
    modes, really_write = set(), os.write

    def watched(descriptor: int, data: memoryview) -> int:
        modes.add(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return really_write(descriptor, data)

    monkeypatch.setattr(os, "write", watched)
    replace_file(path, NEW)
    assert modes == {0o600}


@linux
def test_keeps_extended_attributes(path: Path) -> None:
    try:
        os.setxattr(path, "user.xdg.origin.url", b"https://example.org")
    except OSError:
        pytest.skip("no extended attributes here")
    replace_file(path, NEW)
    assert os.getxattr(path, "user.xdg.origin.url") == b"https://example.org"


@posix
@pytest.mark.skipif(not as_root, reason="only root may give files away")
def test_keeps_the_owner(path: Path) -> None:
    os.chown(path, 12, 34)
    path.chmod(0o640)
    replace_file(path, NEW)
    found = path.stat()
    assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (12, 34, 0o640)


@posix
@pytest.mark.skipif(not as_root, reason="only root may give files away")
def test_no_other_group_gets_the_rights_of_a_group_that_cannot_be_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    os.chown(path, 12, 34)
    path.chmod(0o664)
    monkeypatch.setattr(os, "fchown", refuse)
    replace_file(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


@posix
def test_follows_links_to_the_file_itself(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("folder/a.brief")
    replace_file(link, NEW, expected=fingerprint(OLD))
    assert link.is_symlink()
    assert path.read_bytes() == NEW
    assert others(path) == []


def test_a_hard_link_keeps_the_old_bytes(path: Path, tmp_path: Path) -> None:
    os.link(path, tmp_path / "other name")
    replace_file(path, NEW)
    assert (tmp_path / "other name").read_bytes() == OLD


@pytest.mark.parametrize(
    ("name", "words"),
    [("none/a", "folder does not exist"), (".", "a folder"), ("a.brief/b", "no folder"), ("x" * 300, "too long")],
)
def test_says_why_a_file_cannot_be_made(path: Path, name: str, words: str) -> None:
    with pytest.raises(CannotCreateError, match=words) as caught:
        replace_file(path.parent / name, NEW)
    assert caught.value.hint
    assert others(path) == []


@posix
def test_never_replaces_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotCreateError, match="device or a pipe"):
        replace_file(tmp_path / "pipe", NEW)


def test_a_read_only_file_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.chmod(0o444)
    if as_root:
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(CannotCreateError, match="the file is read-only"):
        replace_file(path, NEW)
    assert path.read_bytes() == OLD


@posix
@not_root
def test_a_read_only_folder_is_refused(path: Path) -> None:
    path.parent.chmod(0o555)
    with pytest.raises(CannotCreateError, match="no permission to write here"):
        replace_file(path, NEW)
    path.parent.chmod(0o755)
    assert path.read_bytes() == OLD


def test_makes_folders(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_bytes(OLD)
    with pytest.raises(CannotCreateError, match="a file of this name"):
        make_folder(tmp_path / "file")


# Things going wrong on the way

CALLS = ("open", "write", "fsync", "fstat", "fchown", "fchmod", "listxattr", "setxattr", "replace", "close", "access")


@contextmanager
def failing(number: int, code: int) -> Iterator[list[str]]:
    """The file-system call of this number fails; gives the names of the calls that were made."""
    made: list[str] = []

    def counted(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def maybe(*args: Any, **kwargs: Any) -> Any:
            made.append(name)
            if len(made) != number:
                return call(*args, **kwargs)
            if name == "close":  # a file is closed even if closing it fails
                call(*args, **kwargs)
            raise OSError(code, os.strerror(code))

        return maybe

    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            if hasattr(os, name):
                patch.setattr(os, name, counted(name, getattr(os, name)))
        yield made


@posix
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT, errno.EROFS, errno.EINTR])
def test_each_call_may_fail(path: Path, code: int) -> None:
    path.chmod(0o640)
    seen: list[str] = []
    for number in range(1, 40):
        path.write_bytes(OLD)
        refusal = None
        with failing(number, code) as made:
            try:
                replace_file(path, NEW, expected=fingerprint(OLD))
            except BrieferError as error:
                refusal = error
        # Only recording the new name comes after it has taken the place of the old.
        done = refusal is None or "replace" in made[:-1]
        assert path.read_bytes() == (NEW if done else OLD), made
        assert refusal is None or (refusal.exit_code in (73, 74) and refusal.hint), made
        assert others(path) == [], made
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        if len(made) < number:
            return
        seen.append(made[-1])
    pytest.fail(f"no end of calls: {seen}")


@posix
def test_the_disk_has_the_bytes_before_the_name_and_then_the_name(path: Path) -> None:
    with failing(0, 0) as made:
        replace_file(path, NEW)
    writing = [name for name in made if name in ("open", "write", "fsync", "replace")]
    assert writing == ["open", "write", "fsync", "replace", "open", "fsync"]


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (errno.ENOSPC, InputOutputError, "there is no space left on the disk; free some space and save again"),
        (errno.EIO, InputOutputError, "the disk reports an error; save on another disk"),
        (errno.EROFS, CannotCreateError, "this disk is read-only; choose a place on another disk"),
        (
            errno.ETIMEDOUT,
            InputOutputError,
            "the network drive does not answer; try again when it does, or save under",
        ),
        (errno.EMFILE, InputOutputError, "the system says: Too many open files; save under another name"),
    ],
)
def test_plain_words_for_a_failing_disk(
    path: Path, code: int, kind: type[BrieferError], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(kind, match=words):
        replace_file(path, NEW)
    assert path.read_bytes() == OLD


def test_a_disk_that_takes_few_bytes_at_a_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: really_write(descriptor, data[:3]))
    replace_file(path, NEW)
    assert path.read_bytes() == NEW


def test_an_interrupted_save_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_file(path, NEW)
    assert path.read_bytes() == OLD
    assert others(path) == []


def test_a_name_that_is_held_for_a_moment_is_taken_later(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really_replace, refusals = os.replace, [1, 2]

    def sometimes(source: Path, target: Path) -> None:
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, "Permission denied")
        really_replace(source, target)

    monkeypatch.setattr(os, "replace", sometimes)
    monkeypatch.setattr(files, "_PAUSES", (0, 0))
    replace_file(path, NEW)
    assert path.read_bytes() == NEW
    assert refusals == []


@posix
def test_sweeps_what_dead_processes_of_this_machine_left(path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", "pass"])
    dead.wait()
    host = files._host()
    gone = f".briefer-{host}-{dead.pid}-0123abcd.tmp"
    stay = [
        f".briefer-{host}-{os.getppid()}-0123abcd.tmp",  # of a process that runs
        f".briefer-{'0' * 8}-{dead.pid}-0123abcd.tmp",  # of another machine
        f".briefer-{host}-{dead.pid}-mine.tmp",  # a name that we do not give
    ]
    for name in (gone, *stay):
        (path.parent / name).write_bytes(b"part")
    replace_file(path, NEW)
    assert others(path) == sorted(stay)


def test_two_writers_and_a_reader_see_whole_files_only(path: Path) -> None:
    versions = [bytes([letter]) * 300_000 for letter in b"AB"]
    path.write_bytes(versions[0])

    def write(version: bytes) -> None:
        for _ in range(15):
            replace_file(path, version)

    with ThreadPoolExecutor() as pool:
        writers = [pool.submit(write, version) for version in versions]
        while not all(writer.done() for writer in writers):
            assert read_file(path, 1_000_000) in versions
        for writer in writers:
            writer.result()
    assert others(path) == []


def killed(*arguments: object) -> list[dict[str, Any]]:
    script = Path(__file__).with_name("dying_saves.py")
    done = subprocess.run([sys.executable, script, *map(str, arguments)], capture_output=True, text=True, check=True)
    result: list[dict[str, Any]] = json.loads(done.stdout)
    return result


@posix
def test_a_save_killed_at_any_call_leaves_the_old_file_or_the_new(path: Path) -> None:
    found = killed("calls", path)
    assert len([one for one in found if one["died"]]) >= 2 * 9
    assert {one["state"] for one in found if one["died"]} == {"old", "new"}
    assert [one["state"] for one in found if not one["died"]] == ["new", "new"]
    assert all(one["swept"] for one in found)


@posix
@pytest.mark.parametrize("count", [15, pytest.param(400, marks=pytest.mark.long)])
def test_a_save_killed_at_any_moment_leaves_the_last_or_the_next_state(path: Path, count: int) -> None:
    found = killed("moments", path, count)
    assert all(one["whole"] and one["swept"] for one in found), found
    assert sum(one["acknowledged"] for one in found) > 0
