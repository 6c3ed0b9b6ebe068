"""Findings: what a careful reader would question before the memo goes out."""
