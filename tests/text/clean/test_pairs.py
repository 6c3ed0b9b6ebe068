"""Dirty articles and what a careful person makes of them: tests/data/clean/NAME.dirty.txt and NAME.clean.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer.text.clean import clean

DATA = Path(__file__).parents[2] / "data" / "clean"
NAMES = sorted(path.name.removesuffix(".dirty.txt") for path in DATA.glob("*.dirty.txt"))


def read(name: str) -> str:
    return (DATA / name).read_bytes().decode("utf-8")


def test_there_are_pairs_of_every_kind() -> None:
    assert len(NAMES) >= 25
    assert {path.name for path in DATA.iterdir()} == {
        f"{name}.{kind}.txt" for name in NAMES for kind in ("dirty", "clean")
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_dirty_article_comes_out_clean(name: str) -> None:
    assert clean(read(f"{name}.dirty.txt")).text + "\n" == read(f"{name}.clean.txt")


@pytest.mark.parametrize("name", NAMES)
def test_a_clean_article_stays_as_it_is(name: str) -> None:
    text = read(f"{name}.clean.txt").removesuffix("\n")
    done = clean(text)
    assert done.text == text
    assert done.steps == ()
