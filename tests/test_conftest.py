"""The rules that every test lives by hold: noise fails, and a machine without Qt is told what to install."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import briefer

ROOT = Path(__file__).parents[1]

NOISY = """
import logging, socket, urllib.request, warnings
from PySide6.QtCore import qWarning

def test_qt_warning(): qWarning("not what Qt should say")
def test_python_warning(): warnings.warn("not what Python should say")
def test_log_line(): logging.getLogger("briefer").warning("not what a log should say")
def test_network(): socket.create_connection(("127.0.0.1", 9))
def test_lost_exception():
    class Bad:
        def __del__(self): raise ValueError
    Bad()
def test_quiet(qtbot): logging.getLogger("briefer").info("aside")
"""
NO_QT = """
import sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

sys.meta_path.insert(0, Missing())
"""
"""As ``sitecustomize.py`` it makes this machine one where Qt's libraries are missing."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with our settings and rules and two tests: one of the window, one of the core."""
    (tmp_path / "tests" / "ui").mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "tests")
    (tmp_path / "tests" / "test_core.py").write_text("def test_core(): pass\n")
    (tmp_path / "tests" / "ui" / "test_window.py").write_text("def test_window(qtbot): pass\n")
    return tmp_path


def run(project: Path, ci: str) -> subprocess.CompletedProcess[str]:
    where = f"{project}{os.pathsep}{Path(briefer.__file__).parents[1]}"
    without = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "COV"))}
    command = [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider"]
    return subprocess.run(
        command, cwd=project, env=without | {"PYTHONPATH": where, "CI": ci}, capture_output=True, text=True
    )


def outcomes(output: str, outcome: str) -> set[str]:
    return set(re.findall(rf"^(?:{outcome}) \S+::(\w+)", output, re.MULTILINE))


def test_any_noise_fails(project: Path) -> None:
    (project / "tests" / "test_noise.py").write_text(NOISY)

    done = run(project, ci="1")

    noisy = {"test_qt_warning", "test_python_warning", "test_log_line", "test_network", "test_lost_exception"}
    assert outcomes(done.stdout, "FAILED|ERROR") == noisy, done.stdout
    assert outcomes(done.stdout, "PASSED") - noisy == {"test_quiet", "test_core", "test_window"}


def test_without_qt_the_window_is_left_out_with_a_reason(project: Path) -> None:
    (project / "sitecustomize.py").write_text(NO_QT)

    done = run(project, ci="")

    assert done.returncode == 0, done.stdout + done.stderr
    assert outcomes(done.stdout, "PASSED") == {"test_core"}
    reason = next(line for line in done.stdout.splitlines() if "tests/ui is left out" in line)
    assert re.search(r"libEGL\.so\.1.*on Debian: apt-get install .*libegl1 .*libxkbcommon0", reason)


def test_without_qt_ci_fails(project: Path) -> None:
    (project / "sitecustomize.py").write_text(NO_QT)

    done = run(project, ci="true")

    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "the window cannot be tested: " in done.stderr
    assert "apt-get install" in done.stderr
    assert "passed" not in done.stdout
