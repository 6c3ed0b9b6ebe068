"""The window: the only part of the program that knows Qt."""

# Before Qt: PySide reads the source of each module that comes after it, to see whether that uses Qt.
import briefer.edit.history
import briefer.edit.memo
import briefer.settings
import briefer.store.briefs
import briefer.store.stamps
import briefer.templates.files  # noqa: F401
