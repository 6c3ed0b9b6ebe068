"""A stranger's file costs him a line, and us neither memory nor time nor any word of another file (S3, S5–S7)."""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from hostile.articles import ARTICLES
from hostile.briefs import BRIEFS
from hostile.program import SECONDS, Ended, assert_told_once, assert_well_ended, put, run
from hostile.templates import TEMPLATES

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its processes are not measured there")


def sample(files: Mapping[str, bytes], count: int, seed: int = 1) -> dict[str, bytes]:
    return {name: files[name] for name in random.Random(seed).sample(sorted(files), count)}


def suggested(names: list[Path], folder: Path) -> Ended:
    return run("suggest", "--jsonl", *names, folder=folder, patience=SECONDS * (1 + len(names)))


@pytest.mark.parametrize("seed", [1, 2])
def test_some_articles_at_once_are_read_or_refused_each_for_itself(tmp_path: Path, seed: int) -> None:
    paths = put(sample(ARTICLES, 12, seed), tmp_path)
    ended = suggested(paths, tmp_path)
    assert_well_ended(ended, tmp_path)
    assert_told_once(ended, paths)


@pytest.mark.long
@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_read_or_refused_soon(tmp_path: Path, name: str) -> None:
    (path,) = put({name: ARTICLES[name]}, tmp_path)
    ended = run("new", path, "-o", "made.brief", folder=tmp_path)
    assert_well_ended(ended, tmp_path)
    assert ended.busy < SECONDS + 1  # and the start of two processes
    assert (tmp_path / "made.brief").exists() == (ended.code == 0)
    if ended.code:
        assert len(ended.err.splitlines()) == 1, ended.err


def test_some_briefs_at_once_are_checked_or_refused_each_for_itself(tmp_path: Path) -> None:
    paths = put(sample(BRIEFS, 15), tmp_path)
    ended = run("check", *paths, folder=tmp_path)
    assert_well_ended(ended, tmp_path)
    assert_told_once(ended, paths)


@pytest.mark.long
@pytest.mark.parametrize("name", BRIEFS)
def test_a_brief_is_exported_or_refused_soon(tmp_path: Path, name: str) -> None:
    (path,) = put({name: BRIEFS[name]}, tmp_path)
    for output in ("memo.docx", "memo.md", "memo.html"):
        ended = run("export", path, "-o", output, folder=tmp_path)
        assert_well_ended(ended, tmp_path)
        assert ended.busy < SECONDS + 1
        assert (tmp_path / output).exists() == (ended.code == 0)
        assert path.read_bytes() == BRIEFS[name]
    assert ended.code == 0 or name != "sound.brief"


def test_some_templates_at_once_are_checked_each_for_itself(tmp_path: Path) -> None:
    paths = put(sample(TEMPLATES, 12), tmp_path)
    ended = run("templates", "check", *paths, folder=tmp_path, patience=SECONDS * 13)
    assert_well_ended(ended, tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_checked_and_filled_or_refused_soon(tmp_path: Path, name: str) -> None:
    path, brief = put({name: TEMPLATES[name], "sound.brief": BRIEFS["sound.brief"]}, tmp_path)
    checked = run("templates", "check", path, folder=tmp_path)
    assert_well_ended(checked, tmp_path)
    filled = run("export", brief, "-t", path, "-o", "memo.docx", folder=tmp_path)
    assert_well_ended(filled, tmp_path)
    assert max(checked.busy, filled.busy) < SECONDS + 1
    assert (tmp_path / "memo.docx").exists() == (filled.code == 0)


def test_what_a_stranger_may_have_written_stays_words(tmp_path: Path) -> None:
    (path,) = put({"code.brief": BRIEFS["code.brief"]}, tmp_path)
    ended = run("export", path, "-o", "memo.md", folder=tmp_path)
    assert_well_ended(ended, tmp_path)
    memo = (tmp_path / "memo.md").read_text(encoding="utf-8").replace("\\", "")
    assert "{{ 7*7 }}{% include 'canary.txt' %}" in memo
    assert "{{ self }} <img src=canary.txt>" in memo
