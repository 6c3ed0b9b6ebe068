"""What must be true of a window at any time: the brief is sound, and every widget shows it and nothing else."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from briefer.model.brief import GROUPS, Brief, kind_of, speaker_of
from briefer.model.entries import Quote
from briefer.model.soundness import problems
from briefer.model.source import Source
from briefer.templates.template import Template
from briefer.ui.memo.chip_text import ChipText
from briefer.ui.memo.section_text import SectionText
from briefer.ui.memo.sections import SectionEditor
from briefer.ui.notes.editors import FieldEditor
from briefer.ui.notes.form import EntryForm
from briefer.ui.notes.rows import matches
from briefer.ui.slices import Slices
from briefer.ui.source.highlights import Highlight
from briefer.ui.source.needs_you import lost_passages
from briefer.ui.start.blank import is_blank
from briefer.ui.text.typed_text import TypedText
from briefer.ui.window import Window
from random_use.truth_of_templates import check_templates

_OTHER_ENDS = re.compile("[\r\ufdd0\ufdd1]")
"""What ends a paragraph for Qt and not for an article, which shows it as a space."""
MOST_WIDGETS, OF_A_SECTION = 1400, 26
"""More than a window on any of these briefs has, without the sections and for each of them, of which a brief that
went through many templates has many: beyond it, something is made and never freed."""


def check(window: Window) -> None:
    """The brief is sound, and the window shows it and nothing else."""
    for slices in window.findChildren(Slices):
        slices.finish_all()
    brief = window._session.brief
    assert list(problems(brief)) == []
    check_templates(window)
    _check_frame(window, brief)
    _check_memo(window, brief)
    _check_list(window, brief)
    _check_filter(window, brief)
    _check_form(window, brief)
    _check_source(window, brief)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    sections = len(window.findChildren(SectionEditor))
    assert sections == len(window.memo.sections)
    assert len(window.findChildren(EntryForm)) <= 1 + len(GROUPS)
    assert len(window.findChildren(QWidget)) < MOST_WIDGETS + OF_A_SECTION * sections


def _check_frame(window: Window, brief: Brief) -> None:
    session, actions = window._session, window.actions_by_id
    assert is_blank(brief) or not window.stage.shows_start
    assert window.isWindowModified() == (not session.is_saved)
    steps = (("undo", session.undo_label), ("redo", session.redo_label))
    for ident, label in () if window.modes.shows_templates else steps:
        assert actions[ident].isEnabled() == bool(label)
        assert actions[ident].text() == f"&{ident.capitalize()} {label}".rstrip()
    assert window.documents.name() in window.windowTitle()


def _check_memo(window: Window, brief: Brief) -> None:
    memo, template = window.memo, window.memo.template_of(brief.template)
    assert memo.picker.currentData() == brief.template
    for ident, line in memo.header.lines.items():
        assert line.text() == brief.header.get(ident, "").replace("\n", " "), ident
    assert {ident for ident, value in brief.header.items() if value.strip()} <= memo.header.lines.keys()
    for ident, editor in memo.sections.items():
        assert shown(editor.text) == brief.sections.get(ident, ""), ident
        assert editor.bar is None or ident in brief.taken_over or not editor.text.text().strip(), ident
    assert {ident for ident, text in brief.sections.items() if text.strip()} <= memo.sections.keys()
    _check_marks(window, brief, template)
    if template is not None:
        wanted = {field.id for field in template.front.sections}
        assert wanted <= memo.sections.keys() | memo._writing.cards.keys()
        assert not memo._writing.cards.keys() & brief.taken_over.keys()
    assert memo._pages.currentWidget() is (memo.preview if memo.previewing else memo._writing)


def _check_marks(window: Window, brief: Brief, template: Template | None) -> None:
    """The portion marks are seen where the template prints them, and are those of the brief."""
    prints = template is not None and template.front.portion_marks
    for ident, editor in window.memo.sections.items():
        if editor.mark is not None and not editor.mark.isHidden():
            assert prints
            mark = brief.export.portion_marks.get(ident, "")
            assert f": {mark or 'none'}" in editor.mark.accessibleName(), ident


def _check_list(window: Window, brief: Brief) -> None:
    model = window.notes.model
    for kind, group in GROUPS.items():
        entries, head = getattr(brief, group), model.group_index(kind)
        assert model.count(kind) == len(entries)
        rows = [model.index(row, 0, head) for row in range(model.rowCount(head))]
        assert [row.data(Qt.ItemDataRole.UserRole) for row in rows] == ([entry.id for entry in entries] or [""]), kind
        for entry, row in zip(entries, rows, strict=False):
            assert model.entry(row) is entry
            spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
            assert spoken.startswith(f"{kind.capitalize()} {entry.id}: ")
            if isinstance(entry, Quote):
                assert speaker_of(brief, entry) in spoken
    form, view = window.notes._form(), window.notes.list
    assert view.form() is form
    view.executeDelayedItemsLayout()
    if form is not None and form.isVisibleTo(view.viewport()):
        assert form.geometry() == view.visualRect(model.index_of(window.notes.open_id))


def _check_filter(window: Window, brief: Brief) -> None:
    notes, found = window.notes, 0
    query = notes.filter.query
    assert not query or not notes.filter.isHidden()
    for kind, group in GROUPS.items():
        head = notes.model.group_index(kind)
        for row, entry in enumerate(getattr(brief, group)):
            fits = not query or matches(entry, brief, query)
            found += fits
            assert notes.list.isRowHidden(row, head) != fits, entry.id
    count = sum(1 for _ in brief.entries())
    assert notes._count.text() == (f"{found} of {count}" if query else str(count))


def _check_form(window: Window, brief: Brief) -> None:
    form, entry = window.notes._form(), brief.citable(window.notes.open_id)
    assert (form is None) == (entry is None)
    if form is None or entry is None:
        return
    assert form.kind == kind_of(entry)
    for name, editor in form.editors.items():
        assert value_shown(editor) == value_of(brief, entry, name, editor), name
    assert len(form.passages.chips) == len(entry.evidence)


def value_shown(editor: FieldEditor) -> object:
    control = editor.control
    if isinstance(control, TypedText):
        return shown(control)
    if isinstance(control, QComboBox):
        return control.currentText() if control.isEditable() else control.currentData()
    if editor.field.editor == "names":
        return editor._stored(control.text())
    return control.words() if editor.field.editor == "actors" else control.text()


def value_of(brief: Brief, entry: object, name: str, editor: FieldEditor) -> object:
    value = getattr(entry, name)
    match editor.field.editor:
        case "speaker":
            return (speaker_of(brief, entry) or entry.speaker).replace("\n", " ")
        case "actors":
            return ", ".join(brief.actor(ident).name or ident for ident in value) or "Choose…"
        case "line":
            return value.replace("\n", " ")
    return value


def shown(field: TypedText) -> str:
    """The text of a field, which is what its document has too."""
    raw = field.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
    if isinstance(field, SectionText):
        wanted = ChipText.of(field.text())
        assert raw == wanted.shown
        assert field._marks_between(raw, 0, len(raw)) == wanted.marks()
    else:
        assert raw == field.text()
    return field.text()


def _check_source(window: Window, brief: Brief) -> None:
    pane = window.source
    source = pane.source
    assert (source is None) == (not brief.sources)
    assert [pane.tabs.bar.tabData(index) for index in range(pane.tabs.bar.count())] == [
        each.id for each in brief.sources
    ]
    if source is None:
        assert not pane.editing
        return
    assert source in brief.sources
    _check_text(window, brief, source)
    _check_panels(window, brief, source)


def _check_text(window: Window, brief: Brief, source: Source) -> None:
    pane, reader = window.source, window.source.reader
    assert reader.text() == source.text
    assert reader.document().toRawText().replace("\u2029", "\n") == _OTHER_ENDS.sub(" ", source.text)
    assert reader.isReadOnly() == (not pane.editing)
    assert pane.editing == ("edit_bar" in pane.__dict__ and not pane.edit_bar.isHidden())
    wanted = [
        Highlight(entry.id, kind_of(entry), anchor.start, anchor.end)
        for entry in brief.entries()
        for anchor in entry.evidence
        if anchor.source == source.id and not anchor.lost
    ]
    filed = [highlight._replace(title="") for highlight in reader._highlights if not highlight.why]
    assert filed == wanted
    review = window.desk.suggestions_work
    assert reader._marks.current == (review._page.at if review.is_reviewing else window.notes.open_id)
    start, end = reader.selected_range() or (reader.caret(), reader.caret())
    assert 0 <= start <= end <= len(source.text)


def _check_panels(window: Window, brief: Brief, source: Source) -> None:
    pane = window.source
    form = pane.details.form
    assert pane.details.line.isHidden() == pane.details.editing
    if form is not None and pane.details.editing:
        for name, line in form.lines.items():
            assert line.text() == getattr(source, name).replace("\n", " "), name
    if "cleaning_panel" in pane.__dict__ and not pane.cleaning_panel.isHidden():
        switches = {rule: box.isChecked() for rule, box in pane.cleaning_panel.rules.items()}
        assert switches == {fix.rule: fix.on for fix in source.fixes if fix.rule in switches}
    lost = list(lost_passages(brief))
    assert pane.needs.isHidden() == (not lost)
    if "needs_panel" in pane.__dict__ and not pane.needs_panel.isHidden():
        assert pane.needs_panel.at_hand in lost
