"""Rows as CSV."""

from __future__ import annotations

import csv
import io

import pytest

from briefer.render.csv import write_csv


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_cells_come_back_as_they_were() -> None:
    rows = [["Kind", "Text"], ["quote", 'She said "no",\nand left'], ["actor", "Łódź 🙂 −5"], ["", ""]]
    assert read(write_csv(rows)) == rows


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert read(write_csv([[cell, "a=1"]])) == [[f"'{cell}", "a=1"]]


def test_excel_knows_the_encoding_and_the_ends_of_lines() -> None:
    data = write_csv([["é"], ["b"]])
    assert data == b"\xef\xbb\xbf\xc3\xa9\r\nb\r\n"
