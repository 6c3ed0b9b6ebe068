"""What a person does to the memo: each is one change of the session, made from what the pane shows."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefer.edit import changes
from briefer.edit.memo import is_taken_over
from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.taken_over import PartText, brought_up_to_date, left_as_written, part_text, written_instead
from briefer.templates.template import Template
from briefer.text.spans import Span
from briefer.ui.background import Operation
from briefer.ui.memo.pane import MemoPane
from briefer.ui.memo.portion_mark import SUBJECT
from briefer.ui.memo.weight import is_light, same_notes
from briefer.ui.messages import sentence
from briefer.ui.session import Place, Session

if TYPE_CHECKING:
    from briefer.memo.take_in import Choices


class MemoWork(QObject):
    """Writes the memo of a session. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(self, session: Session, memo: MemoPane, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._memo = session, memo
        memo.header_typed.connect(self.type_header)
        memo.section_typed.connect(self.type_section)
        memo.template_chosen.connect(self.choose_template)
        memo.write_requested.connect(self.write_instead)
        memo.back_requested.connect(self.make_live)
        memo.take_in_requested.connect(self.take_in)
        memo.keep_requested.connect(self.keep_mine)
        memo.mark_chosen.connect(self.mark_portion)
        memo.own_requested.connect(self.mark_own)
        memo.step_ended.connect(session.seal)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on the memo do, by the ids of the table of actions."""
        return {
            "preview": lambda: self._memo.turn(preview=not self._memo.previewing),
            "plain_preview": self.turn_plain,
            "next_section": lambda: self._memo.step_section(1),
            "previous_section": lambda: self._memo.step_section(-1),
            "portion_mark": self.offer_mark,
        }

    def type_header(self, ident: str, text: str) -> None:
        """Take over what was typed into a field of the header."""
        place = self._memo.place(f"header.{ident}")
        ends_word = text[place.start - 1 : place.start].isspace()
        self._session.type(
            lambda brief: changes.set_header(brief, ident, text), f"Type {ident}", place, ends_word=ends_word
        )

    def type_section(self, ident: str, text: str) -> None:
        """Take over what was typed into a section."""
        place = self._memo.place(f"sections.{ident}")
        ends_word = text[place.start - 1 : place.start].isspace()
        label = f"Type in {ident.replace('_', ' ')}"
        self._session.type(lambda brief: changes.set_section(brief, ident, text), label, place, ends_word=ends_word)

    def choose_template(self, ident: str) -> None:
        """Write the memo by another template; what was written is kept."""
        if ident == self._session.brief.template:
            return
        template = self._memo.template_of(ident)
        values = template.front.values if template is not None else {}
        change = lambda brief: changes.fill_header(changes.set_template(brief, ident), values)  # noqa: E731
        self._session.apply(change, "Change template", Place("memo"))
        brief = self._session.brief
        unused = _unused(brief, template) if template is not None else []
        kept = f" It has no place for {_listed(unused)}: kept, and not printed." if unused else ""
        self.said.emit(f"The memo now follows “{template.name if template else ident}”.{kept}")

    def write_instead(self, section: str) -> None:
        """Take a generated part over: its text is written by hand from here on."""
        self._with_text(section, self._write_instead)

    def _write_instead(self, section: str, text: PartText, *, at_hand: bool) -> None:
        if is_taken_over(self._session.brief, section):
            return  # asked for twice
        label = _label(self._memo.template_of(self._session.brief.template), section)
        place = Place("memo", f"sections.{section}")
        if self._try(lambda brief: written_instead(brief, section, text), f"Write {label}", place):
            end = len(self._session.brief.sections.get(section, ""))  # before a table there is nothing to be typed
            if at_hand:
                self._memo.return_to(Place("memo", place.field, end, end))
            self.said.emit(f"“{label}” is yours to write; the notes no longer change it.")

    def make_live(self, section: str) -> None:
        """Make a part from the notes again; what was written in it goes."""
        label = _label(self._memo.template_of(self._session.brief.template), section)
        place = self._memo.place(f"sections.{section}")
        self._session.apply(lambda brief: changes.back_to_live(brief, section), f"Make {label} live", place)
        self._memo.return_to(place)
        self.said.emit(f"“{label}” is made from the notes again; your text of it went.")

    def take_in(self, section: str, choices: Choices | None = None) -> None:
        """Bring what has changed in the notes into a part that was taken over; where both sides changed the same,
        ``choices`` tell which wording stands, else it is that of the text.
        """
        self._with_text(section, functools.partial(self._take_in, choices=choices))

    def _take_in(self, section: str, text: PartText, *, at_hand: bool, choices: Choices | None) -> None:
        brief = self._session.brief
        if section not in brief.taken_over:
            return  # it was made from the notes again meanwhile
        from briefer.memo.take_in import compared, told

        parts = compared(brief.taken_over[section], brief.sections.get(section, ""), text.markdown)
        self._end_news(
            section,
            lambda brief: brought_up_to_date(brief, section, text, choices),
            "Take changes into",
            told(parts, choices),
            at_hand=at_hand,
        )

    def keep_mine(self, section: str) -> None:
        """Leave a part that was taken over as it is, and compare it with the notes as they are now from here on."""
        self._with_text(section, self._keep_mine)

    def _keep_mine(self, section: str, text: PartText, *, at_hand: bool) -> None:
        if section in self._session.brief.taken_over:
            self._end_news(
                section,
                lambda brief: left_as_written(brief, section, text),
                "Keep my",
                "It stays as you wrote it; you are told what changes in the notes from now on.",
                at_hand=at_hand,
            )

    def _end_news(
        self, section: str, change: Callable[[Brief], Brief], label: str, said: str, *, at_hand: bool
    ) -> None:
        name = _label(self._memo.template_of(self._session.brief.template), section)
        place = self._memo.place(f"sections.{section}")
        if self._try(change, f"{label} {name}", place):
            if at_hand:
                self._memo.return_to(place)
            self.said.emit(f"“{name}”: {said[:1].lower()}{said[1:]}")

    def _with_text(self, section: str, go_on: Callable[..., None], focus: QWidget | None = None) -> None:
        """Go on with what the notes make of a part: of a long memo that comes later, and from the worker.

        ``go_on`` is also told whether the keyboard is still where it was, which is ``focus`` if it was asked before.
        """
        brief = self._session.brief
        template = self._memo.template_of(brief.template)
        if template is None:
            return
        focus = focus or QApplication.focusWidget()

        def done(text: PartText) -> None:
            now = self._session.brief
            if now.id != brief.id or now.template != brief.template:
                return
            if same_notes(brief, now):
                go_on(section, text, at_hand=QApplication.focusWidget() is focus)
            else:
                self._with_text(section, go_on, focus)

        words = f"Writing down {_label(template, section)}"
        asked = Operation(words, part_text, (brief, template, section), done, self._say)
        if is_light(brief, template):
            asked.run_here()
        else:
            self._memo.work_requested.emit(asked)

    def offer_mark(self) -> None:
        """Let the person choose the portion mark of the part that has the keyboard."""
        from briefer.templates.portions import prints_marks

        mark = self._memo.mark_at_hand()
        if mark is not None:
            mark.offer()
            return
        template = self._memo.template_of(self._session.brief.template)
        if template is not None and prints_marks(self._session.brief, template):
            self.said.emit("Put the caret in the subject or a section of the memo, and mark it there.")
        else:
            name = template.name if template is not None else self._session.brief.template
            asks = "choose one that does"
            if template is not None and template.document:
                asks = "give it a document property of its own, Portion marks, that says yes"
            self.said.emit(f"The template “{name}” prints no portion marks; {asks}.")

    def mark_portion(self, ident: str, mark: str) -> None:
        """Mark a part of the memo; an empty mark takes it off."""
        if ident == SUBJECT:
            label, place = "Subject", self._memo.place(f"header.{SUBJECT}")
        else:
            label = _label(self._memo.template_of(self._session.brief.template), ident)
            place = self._memo.place(f"sections.{ident}")
        self._session.apply(lambda brief: changes.set_portion_mark(brief, ident, mark), f"Mark {label}", place)
        self.said.emit(f"“{label}” is marked {mark}." if mark else f"“{label}” has no mark any more.")

    def mark_own(self, section: str, spans: list[Span]) -> None:
        """Mark sentences of a section as the writer's own judgement."""
        from briefer.text.citing import mark_own

        before = self._session.brief.sections.get(section, "")
        text = before
        for span in reversed(spans):
            text = mark_own(text, span)
        if text == before:
            return
        place = self._memo.place(f"sections.{section}")
        self._session.apply(lambda brief: changes.set_section(brief, section, text), "Mark as own judgement", place)
        self._memo.sections[section].look_for_sources()
        self._memo.return_to(place)
        many = "One sentence is" if len(spans) == 1 else f"{len(spans)} sentences are"
        self.said.emit(f"{many} marked as your own judgement.")

    def turn_plain(self) -> None:
        """Turn between the preview as one text and as pages."""
        self._memo.preview.set_plain(not (self._memo.previewing and self._memo.preview.plain))
        self._memo.turn(preview=True)

    def _try(self, change: Callable[[Brief], Brief], label: str, place: Place) -> bool:
        try:
            self._session.apply(change, label, place)
        except BrieferError as error:
            self._say(error)
            return False
        return True

    def _say(self, error: BrieferError) -> None:
        self.said.emit(f"{sentence(error.message)} {sentence(error.hint)}".rstrip())


def _label(template: Template | None, section: str) -> str:
    """What people call a section."""
    field = template.section(section) if template is not None else None
    return field.label if field is not None else section.replace("_", " ")


def _unused(brief: Brief, template: Template) -> list[str]:
    """What a brief has written and a template has no place for."""
    fields = {field.id for field in template.front.header}
    texts = [ident for ident, text in brief.sections.items() if text.strip() and template.section(ident) is None]
    values = [ident for ident, value in brief.header.items() if value.strip() and ident not in fields]
    return [ident.replace("_", " ") for ident in (*texts, *values)]


def _listed(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
