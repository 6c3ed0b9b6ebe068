"""What a template looks like: with its fields, or filled from the sample brief."""

from __future__ import annotations

import functools
from functools import partial
from itertools import pairwise

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.catalogue import Listed, fields_of
from briefer.errors import BrieferError
from briefer.memo.blocks import Memo
from briefer.model.brief import Brief
from briefer.ui.background import Operation
from briefer.ui.fitting import segment_width
from briefer.ui.memo.preview_page import PreviewPage
from briefer.ui.messages import sentence
from briefer.ui.style_sheet import set_role
from briefer.ui.templates.fields_view import FieldsView

_NO_FORMS = (
    "There are no pages to show: the head of the template cannot be read. The check says what is wrong with it."
)
_ZOOM_STEP = 1.2
_FACES = (("fields", "Fields", "The template with its own tags"),
          ("sample", "Filled with sample", "The template filled from the sample brief"))  # fmt: skip


class TemplatePreview(QWidget):
    """Pages of the template that is chosen.

    ``problem_activated`` carries the number of a problem whose tag was clicked, ``work_requested`` an Operation to be
    run in the background: a template that does not ship with Briefer is drawn there.
    """

    problem_activated = Signal(int)
    work_requested = Signal(object)
    link_activated = Signal(str)

    def __init__(self, sample: Brief, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Preview")
        self.setMinimumWidth(320)
        self._sample = sample
        self._listed: Listed | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        self._pages = QStackedWidget(self)
        self.fields, self._message = FieldsView(self._pages), _message()
        for page in (self.fields, self._message):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        self.fields.problem_activated.connect(self.problem_activated)

    @functools.cached_property
    def filled(self) -> PreviewPage:
        """The pages filled from the sample brief; made when they are first wanted."""
        filled = PreviewPage(self._pages)
        self._pages.addWidget(filled)
        filled.work_requested.connect(self.work_requested)
        filled.link_activated.connect(self.link_activated)
        stops = [each for each in filled.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, other in pairwise((self.fields, *stops)):
            QWidget.setTabOrder(one, other)
        return filled

    def show_template(self, listed: Listed | None) -> None:
        """Show a template; None: nothing is chosen."""
        if listed is not None and self._listed == listed:
            return
        self._listed = listed
        self._show()

    def show_problem(self, number: int) -> bool:
        """Scroll to the tag that a problem is about; whether it is in the pages."""
        self._buttons["fields"].click()
        return self.fields.show_problem(number)

    def take_focus(self) -> None:
        """Give the keyboard to the pages."""
        shown = self._pages.currentWidget()
        assert shown is not None
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def zoom(self, step: int) -> None:
        """Show the pages a size up (1) or down (-1), or as wide as there is room (0)."""
        for view in (self.fields, self.filled.pages):
            view.set_zoom(view.zoom() * _ZOOM_STEP**step if step else None)

    def _show(self) -> None:
        listed = self._listed
        template = listed.template if listed is not None else None
        if listed is None:
            self._explain("Choose a template to see its pages.")
        elif template is None:
            self._explain(_NO_FORMS)
        elif self._buttons["sample"].isChecked():
            self.filled.show_brief(replace(self._sample, template=template.id), template)
            self._pages.setCurrentWidget(self.filled)
        else:
            self._ask_for_fields(listed)

    def _ask_for_fields(self, listed: Listed) -> None:
        made, failed = partial(self._show_fields, listed), partial(self._fail, listed)
        self.work_requested.emit(Operation("", fields_of, (listed,), made, failed))

    def _show_fields(self, listed: Listed, memo: Memo) -> None:
        if listed is self._listed and self._buttons["fields"].isChecked():
            self.fields.show_template(memo, listed.problems)
            self._pages.setCurrentWidget(self.fields)

    def _fail(self, listed: Listed, error: BrieferError) -> None:
        if listed is self._listed:
            self._explain(f"The pages cannot be shown. {sentence(error.message)} {sentence(error.hint)}".rstrip())

    def _explain(self, words: str) -> None:
        self._message.setText(words)
        self._message.setAccessibleName(words)
        self._pages.setCurrentWidget(self._message)

    def _bar(self) -> QFrame:
        bar = QFrame()
        set_role(bar, "pane-header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        head = QLabel("Preview")
        set_role(head, "name")
        row.addWidget(head)
        row.addStretch()
        row.addWidget(self._switch(), alignment=Qt.AlignmentFlag.AlignVCenter)
        return bar

    def _switch(self) -> QFrame:
        group, switch = QButtonGroup(self), QFrame()
        set_role(switch, "segments")
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[str, QToolButton] = {}
        for name, words, tip in _FACES:
            button = QToolButton()
            button.setText(words)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setChecked(name == "fields")
            button.setMinimumWidth(segment_width(words))
            set_role(button, "segment")
            group.addButton(button)
            row.addWidget(button)
            self._buttons[name] = button
        group.buttonClicked.connect(self._turned)
        return switch

    def _turned(self) -> None:
        self._show()


def _message() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(16, 16, 16, 16)
    label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_role(label, "empty")
    return label
