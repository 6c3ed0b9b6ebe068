"""The window: the only part of the program that knows Qt."""

# Before Qt: PySide reads the source of each module that comes after it, to see whether that uses Qt.
import platformdirs  # noqa: F401

import briefer.diagnostics
import briefer.edit.history
import briefer.edit.memo
import briefer.settings
import briefer.store.briefs
import briefer.store.later
import briefer.store.lock
import briefer.store.recovery
import briefer.store.stamps
import briefer.store.versions
import briefer.templates.files  # noqa: F401
