"""The shape of the code: which way imports point, what lies where, how long a module may grow."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "briefer"
MODULES = sorted(PACKAGE.rglob("*.py"))

LONGEST = 450
"""Lines that a module may have: beyond that it tells more than one story."""


def imported(module: Path) -> set[str]:
    """The packages that a module imports from others, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names - sys.stdlib_module_names - {"briefer"}


def test_the_contracts_of_the_layers_hold() -> None:
    lint = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache', '--no-logo'])"
    done = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_window_and_the_pages_import_qt() -> None:
    outside = [module for module in MODULES if not {PACKAGE / "ui", PACKAGE / "pdf"} & {*module.parents}]
    assert len(outside) > 50
    assert [str(module) for module in outside if imported(module) & {"PySide6", "shiboken6"}] == []


def test_every_module_has_one_story() -> None:
    lengths = {module: len(module.read_text("utf-8").splitlines()) for module in MODULES}
    assert {str(module): lines for module, lines in lengths.items() if lines > LONGEST} == {}


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {_normal(re.split(r"[<>=!~\[; ]", line)[0]) for line in project["dependencies"]}
    makers = packages_distributions()
    needed = {_normal(makers[name][0]) for module in MODULES for name in imported(module)}
    assert needed - {"babel"} == declared  # suggest.build_states, which makes what ships, is run by developers


def _normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_the_top_level_holds_what_it_should() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    top = {name.partition("/")[0] for name in files}
    assert {name for name in top if not name.startswith(".")} == {
        "briefer",
        "resources",
        "tests",
        "pyproject.toml",
        "README.md",
    }
