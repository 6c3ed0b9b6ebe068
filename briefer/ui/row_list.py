"""A tree that looks like a list: rows under heads, without branches, as wide as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTreeView


def as_rows(tree: QTreeView, name: str) -> None:
    """Let a tree look so; ``name`` is what a screen reader calls it."""
    tree.setAccessibleName(name)
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setIndentation(0)
    tree.setExpandsOnDoubleClick(False)
    tree.setMouseTracking(True)
    tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
