"""What README and CONTRIBUTING say is so: the commands, the files, the places."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest

from briefer.cli import COMMANDS
from briefer.cli.parser import parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
CI = (ROOT / ".ci" / "run").read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def constants(module: Path) -> set[str]:
    """The names that a module defines at its top level."""
    names = set()
    for node in ast.parse(module.read_bytes()).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", node)]
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
        if isinstance(node, ast.ClassDef):
            names.add(node.name)
    return names


def test_the_readme_has_two_commands_of_one_line() -> None:
    window, tests = blocks(README, "sh")
    assert window.count("\n") == tests.count("\n") == 1
    assert window.endswith("/briefer sample\n")
    assert tests.endswith("/python -m pytest -n auto\n")


def test_the_command_line_of_the_readme_can_be_typed() -> None:
    lines = [shlex.split(line, comments=True) for line in "".join(blocks(README, "console")).splitlines()]
    commands = [words[1:] for words in lines if words[1] in COMMANDS]
    assert len(commands) == len(lines) - 1, "all lines but the one that opens the window"
    for arguments in commands:
        parser().parse_args(arguments)
    assert {arguments[0] for arguments in commands} == set(COMMANDS) - {"sample"}


@pytest.mark.parametrize(
    "document", [Path("README.md"), Path(".github/CONTRIBUTING.md"), Path("resources/changelog.md")], ids=str
)
def test_links_and_named_places_lead_somewhere(document: Path) -> None:
    text = (ROOT / document).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    places = re.findall(r"`((?:briefer|resources|tests|\.ci)/[^` ]*)`", text)
    missing = [link for link in links if not (ROOT / document.parent / link).exists()]
    missing += [place for place in places if not (ROOT / place).exists()]
    assert missing == []


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("briefer/templates/filters.py", "OWN"),
        ("briefer/review/checks.py", "CHECKS"),
        ("briefer/sources/read.py", "READERS"),
        ("briefer/export.py", "WRITERS"),
        ("briefer/templates/context.py", "FIELDS"),
        ("briefer/ui/notes/fields.py", "FORMS"),
        ("briefer/cli/__init__.py", "COMMANDS"),
        ("briefer/ui/actions.py", "ACTIONS"),
        ("briefer/settings.py", "Settings"),
    ],
)
def test_the_one_place_for_each_addition_is_as_contributing_says(place: str, name: str) -> None:
    assert any(f"`{place}`" in line and f"`{name}`" in line for line in CONTRIBUTING.splitlines())
    assert name in constants(ROOT / place)


def test_ci_runs_what_contributing_asks_for() -> None:
    (commands,) = blocks(CONTRIBUTING, "sh")
    for command in commands.splitlines():
        assert command in CI or command in blocks(README, "sh")[1]
