"""Blocks → pages: the same lines, notes and page ends on screen, on the printer and in a PDF file. Needs Qt."""
