"""Reading a stranger's file: regular files only, and no more than an article can have."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefer.errors import DataError, InputOutputError, UnreadableError

LIMIT = 8 * 1024 * 1024
"""Bytes of a file, or code points of pasted text, that are read at most."""


def read_bytes(path: Path) -> bytes:
    """All bytes of a regular file (symbolic links are followed).

    UnreadableError for what is missing, a folder, a pipe, a device or not ours to read; DataError for what is
    too large; InputOutputError if reading fails on the way.
    """
    try:
        _refuse_irregular(path.stat().st_mode, path)
        # Should a pipe have taken the file's place by now, opening it must not wait for a writer.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        raise UnreadableError("there is no such file", "check the name", path=path) from None
    except PermissionError:
        raise UnreadableError("you may not read it", "ask its owner for permission", path=path) from None
    except OSError as error:
        raise UnreadableError(f"it cannot be opened ({error.strerror})", "check the name", path=path) from None
    with os.fdopen(handle, "rb") as file:
        state = os.fstat(handle)
        _refuse_irregular(state.st_mode, path)
        try:
            content = file.read(LIMIT + 1)
        except OSError as error:
            raise InputOutputError(f"reading it failed ({error.strerror})", "try again", path=path) from None
    if len(content) > LIMIT:
        raise too_large(max(state.st_size, len(content))).at(path)
    return content


def too_large(size: int) -> DataError:
    """The error for an article of so many bytes or code points."""
    return DataError(
        f"it has {size / 1024 / 1024:.1f} MB, and an article may have {LIMIT // 1024 // 1024} MB at most",
        "split it, or save the part you need as a file of its own",
    )


def _refuse_irregular(mode: int, path: Path) -> None:
    if stat.S_ISDIR(mode):
        raise UnreadableError("it is a folder", "name the article files in it", path=path)
    if not stat.S_ISREG(mode):
        raise UnreadableError("it is no regular file", "save its content as a file first", path=path)
