"""What is built is whole: the wheel works without the checkout, and the sdist makes the same wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from email.parser import BytesParser
from pathlib import Path

import pytest

import briefer

ROOT = Path(__file__).parents[1]
NAME = f"briefer-{briefer.__version__}"
INFO = f"{NAME}.dist-info"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist of this checkout."""
    return build(ROOT, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def wheel(built: Path) -> dict[str, bytes]:
    return unzipped(built / f"{NAME}-py3-none-any.whl")


@pytest.fixture(scope="module")
def sdist(built: Path) -> dict[str, bytes]:
    with tarfile.open(built / f"{NAME}.tar.gz") as archive:
        files = (member for member in archive if member.isfile())
        return {member.name.removeprefix(f"{NAME}/"): archive.extractfile(member).read() for member in files}  # type: ignore[union-attr]


@pytest.fixture(scope="module")
def installed(wheel: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of installed packages that holds the wheel's files and no others."""
    return lay_out(wheel, tmp_path_factory.mktemp("site-packages"))


def build(project: Path, into: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(into)]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return into


def unzipped(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def lay_out(files: dict[str, bytes], folder: Path) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def files_of(*folders: str) -> set[str]:
    found = (path for folder in folders for path in (ROOT / folder).rglob("*"))
    return {path.relative_to(ROOT).as_posix() for path in found if path.is_file() and "__pycache__" not in path.parts}


def run(installed: Path, cwd: Path, *arguments: str) -> str:
    """What the installed program prints, on a machine without a display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-P", "-W", "error", *arguments]
    done = subprocess.run(
        command, cwd=cwd, env=environment | {"PYTHONPATH": str(installed)}, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_wheel_holds_the_package_its_resources_and_nothing_else(wheel: dict[str, bytes]) -> None:
    about = {f"{INFO}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt")}
    resources = {f"briefer/_{name}" for name in files_of("resources")}
    assert "briefer/py.typed" in wheel
    assert wheel.keys() == files_of("briefer") | resources | about | {f"{INFO}/licenses/resources/LICENSE"}


def test_the_metadata_names_licence_python_and_command(wheel: dict[str, bytes]) -> None:
    metadata = BytesParser().parsebytes(wheel[f"{INFO}/METADATA"])
    assert metadata["Version"] == briefer.__version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata.get_all("License-File") == ["resources/LICENSE"]
    assert b"The Briefer contributors" in wheel[f"{INFO}/licenses/resources/LICENSE"]
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert "briefer = briefer.__main__:main" in wheel[f"{INFO}/entry_points.txt"].decode().splitlines()


def test_the_sdist_holds_the_project_and_nothing_else(sdist: dict[str, bytes]) -> None:
    alone = {"README.md", "pyproject.toml", ".gitignore", "PKG-INFO"}
    assert "tests/test_packaging.py" in sdist
    assert sdist.keys() == files_of("briefer", "resources", "tests", ".github", ".ci") | alone


def test_the_sdist_makes_the_same_wheel(sdist: dict[str, bytes], wheel: dict[str, bytes], tmp_path: Path) -> None:
    again = build(lay_out(sdist, tmp_path / "project"), tmp_path / "dist")
    assert unzipped(again / f"{NAME}-py3-none-any.whl") == wheel


def test_the_installed_program_finds_its_own_resources(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "-c", "import briefer.paths as p; print(p.__file__, p.resources(), sep='\\n')")
    assert where.splitlines() == [str(installed / "briefer" / "paths.py"), str(installed / "briefer" / "_resources")]
    listed = run(installed, tmp_path, "-m", "briefer", "templates", "list").splitlines()
    assert "information-note\tInformation note\tbuilt in" in listed


def test_the_installed_program_writes_a_memo(installed: Path, tmp_path: Path) -> None:
    brief = ROOT / "tests" / "data" / "briefs" / "format-1" / "rich.brief"

    run(installed, tmp_path, "-m", "briefer", "export", str(brief), "-o", "memo.docx")

    parts = unzipped(tmp_path / "memo.docx")
    assert {"word/document.xml", "word/footnotes.xml", "word/styles.xml"} <= parts.keys()


def test_the_installed_program_writes_the_samples_memo_where_there_is_no_display(
    installed: Path, tmp_path: Path
) -> None:
    said = run(installed, tmp_path, "-m", "briefer", "sample")
    assert "there is no display" in said
    assert zipfile.is_zipfile(tmp_path / "briefer-sample.docx")
    assert (tmp_path / "briefer-sample.md").read_text("utf-8").startswith("---\n")
