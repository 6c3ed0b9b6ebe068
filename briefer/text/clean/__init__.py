"""Cleaning of pasted and imported plain text, as named steps that can be taken back one by one."""

from __future__ import annotations

from briefer.text.clean.long_lines import shown
from briefer.text.clean.result import Change, Cleaned, Heading, Step
from briefer.text.clean.steps import RULES, SWITCHABLE, Rule, clean

__all__ = ["RULES", "SWITCHABLE", "Change", "Cleaned", "Heading", "Rule", "Step", "clean", "shown"]
