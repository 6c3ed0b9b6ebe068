"""Entries and passages for other programs, and from them: W3C Web Annotations."""

from __future__ import annotations

from briefer.exchange.take_in import NotTaken, TakenIn, take_in, take_in_file
from briefer.exchange.write import write_annotations

__all__ = ["NotTaken", "TakenIn", "take_in", "take_in_file", "write_annotations"]
