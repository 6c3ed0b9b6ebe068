"""What a person does to the memo: each is one change of the session, made from what the pane shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.edit import changes
from briefer.errors import BrieferError
from briefer.export import brought_up_to_date, written_instead
from briefer.model.brief import Brief
from briefer.templates.template import Template
from briefer.text.spans import Span
from briefer.ui.memo.pane import MemoPane
from briefer.ui.messages import sentence
from briefer.ui.session import Place, Session


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
        memo.update_requested.connect(self.update_written)
        memo.own_requested.connect(self.mark_own)
        memo.step_ended.connect(session.seal)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on the memo do, by the ids of the table of actions."""
        return {
            "preview": lambda: self._memo.turn(preview=not self._memo.previewing),
            "plain_preview": self.turn_plain,
            "next_section": lambda: self._memo.step_section(1),
            "previous_section": lambda: self._memo.step_section(-1),
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
        self._session.apply(lambda brief: changes.set_template(brief, ident), "Change template", Place("memo"))
        template, brief = self._memo.template_of(ident), self._session.brief
        unused = _unused(brief, template) if template is not None else []
        kept = f" It has no place for {_listed(unused)}: kept, and not printed." if unused else ""
        self.said.emit(f"The memo now follows “{template.name if template else ident}”.{kept}")

    def write_instead(self, section: str) -> None:
        """Take a generated part over: its text is written by hand from here on."""
        brief = self._session.brief
        template = self._memo.template_of(brief.template)
        if template is None:
            return
        label = _label(template, section)
        place = Place("memo", f"sections.{section}")
        parts = self._memo.generated(brief)
        if self._try(lambda brief: written_instead(brief, template, section, parts), f"Write {label}", place):
            end = len(self._session.brief.sections.get(section, ""))  # before a table there is nothing to be typed
            self._memo.return_to(Place("memo", place.field, end, end))
            self.said.emit(f"“{label}” is yours to write; the notes no longer change it.")

    def make_live(self, section: str) -> None:
        """Make a part from the notes again; what was written in it goes."""
        label = _label(self._memo.template_of(self._session.brief.template), section)
        place = self._memo.place(f"sections.{section}")
        self._session.apply(lambda brief: changes.back_to_live(brief, section), f"Make {label} live", place)
        self._memo.return_to(place)
        self.said.emit(f"“{label}” is made from the notes again; your text of it went.")

    def update_written(self, section: str) -> None:
        """Bring what has changed in the notes into a part that was taken over."""
        template = self._memo.template_of(self._session.brief.template)
        if template is None:
            return
        label = _label(template, section)
        place = self._memo.place(f"sections.{section}")
        parts = self._memo.generated(self._session.brief)
        if self._try(lambda brief: brought_up_to_date(brief, template, section, parts), f"Update {label}", place):
            self._memo.return_to(place)
            self.said.emit(f"“{label}” follows the notes again, but for the words that you changed.")

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
            self.said.emit(f"{sentence(error.message)} {sentence(error.hint)}".rstrip())
            return False
        return True


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
